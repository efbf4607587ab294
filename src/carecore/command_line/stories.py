"""The five questions, put to a plan that somebody brings: answered, or told what is missing.

Nothing is made up for the sake of an answer: where a fact is missing, its name stands there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

import attrs

from carecore.base.identity import in_words
from carecore.base.moments import day_text, is_by
from carecore.base.outline import Items, Outline, Paragraph, Part, Section
from carecore.base.reasons import Severity
from carecore.catalogue import STANDARD
from carecore.errors import CareError
from carecore.matching import Fit, Ranking, RoleAdvice, advise_roles, rank
from carecore.matching.rankings import judgement_lines
from carecore.people import Client, Professional, Team
from carecore.plans import CarePlan
from carecore.recovery import Tracking, track
from carecore.review import (
    DutyLedger,
    Readiness,
    check_readiness,
    domains_covered,
    duty_ledger,
)
from carecore.rulebook import validate
from carecore.transitions import Transition
from carecore.validation import OutcomeKind, Report

__all__ = ["Told", "story"]

_MOST: Final = 8
_UNKNOWN: Final = {
    "needs": "what the client needs, in the client's own words",
    "setting": "where the client is",
    "jurisdiction": "the country or state whose law counts",
    "payers": "who pays",
    "languages": "which languages the client speaks",
    "has_decision_capacity": "whether the client can decide",
}
"""Facts about a client that a record may leave out, and what they are."""


class Told(NamedTuple):
    """The five questions and their answers.

    Attributes:
        outline: for people.
        answers: the values behind it, by name; those that cannot be given are left out.

    .. versionadded:: 0.1
    """

    outline: Outline
    answers: dict[str, attrs.AttrsInstance]


def story(
    plan: CarePlan, pool: Iterable[Professional], /, *, as_of: datetime, heading: str
) -> Told:
    """The five questions, put to one plan.

    Args:
        plan: whoever it is about.
        pool: the professionals who stand in the same files.
        as_of: the moment asked about.
        heading: what stands above all.

    .. versionadded:: 0.1
    """
    known = {
        one.id: one for one in (*pool, *(() if plan.team is None else plan.team.professionals))
    }
    asked = (
        ("Who do we need?", _who(plan, as_of.date())),
        ("What do they owe?", _owed(plan, as_of)),
        ("When will it be well?", _well(plan, as_of.date())),
        ("What must be true before the next move?", _move(plan, as_of)),
        ("Who exactly?", _exactly(plan, tuple(known.values()), as_of.date())),
    )
    answers: dict[str, attrs.AttrsInstance] = {}
    sections: list[Part] = []
    for number, (question, said) in enumerate(asked, 1):
        sections.append(Section(f"{number}. {question}", said.parts))
        answers |= said.answers
    close = Paragraph("carecore informs; people decide. It is not a medical device.")
    return Told(Outline(heading, [*sections, close]), answers)


class _Said(NamedTuple):
    """What is said of one question, and the values behind it."""

    parts: list[Part]
    answers: dict[str, attrs.AttrsInstance]


def _missing(facts: Iterable[str], /) -> Iterator[Part]:
    listed = list(facts)
    if listed:
        yield Section("Missing for it", [Items(listed)])


def _unknown(client: Client, names: Iterable[str], /) -> list[str]:
    return [_UNKNOWN[name] for name in names if getattr(client, name) is None]


def _advice(plan: CarePlan, day: date, /) -> RoleAdvice:
    return advise_roles(plan.client, as_of=day, team=_known_team(plan.team))


def _who(plan: CarePlan, day: date, /) -> _Said:
    advice = _advice(plan, day)
    roles = [str(one) for one in advice.recommended] or ["nobody, as far as is known"]
    why = [str(one) for one in advice.reasons]
    parts: list[Part] = [Items(roles), Section("Why", [Items(why)])]
    if advice.missing:
        left = [f"{one.name}: nobody" for one in advice.missing]
        parts.append(Section("Left to nobody", [Items(left)]))
    wanted = ("needs", "setting", "payers", "jurisdiction", "has_decision_capacity")
    parts += _missing(_unknown(plan.client, wanted))
    return _Said(parts, {"advice": advice})


def _owed(plan: CarePlan, as_of: datetime, /) -> _Said:
    ledger = duty_ledger(plan, as_of=as_of.date())
    report = validate(plan, as_of=as_of)
    covered = domains_covered(plan, as_of=as_of.date())
    counted = (
        f"The plan has {_number(plan.goals, 'goal')}, {_number(plan.activities, 'activity')} and "
        f"{_number(plan.concerns, 'concern')}."
    )
    parts: list[Part] = [Paragraph(counted), Paragraph(_ledger(ledger)), Paragraph(_rules(report))]
    worst = [f"{one.rule}, {one.place}: {one.message}." for one in report.findings[:_MOST]]
    if worst:
        more = len(report.findings) - len(worst)
        rest: list[Part] = [Paragraph(f"And {more} more.")] if more else []
        parts.append(Section("What the rules found", [Items(worst), *rest]))
    missing = [
        *([] if plan.goals else ["what the client wants to reach"]),
        *([] if plan.activities else ["what is done about it"]),
        *([] if plan.team is not None else ["who looks after the client"]),
        *(
            ["which duty each activity is for"]
            if any(one.duty is None for one in plan.activities)
            else []
        ),
    ]
    parts += _missing(missing)
    return _Said(parts, {"ledger": ledger, "report": report, "domains": covered})


def _number(things: tuple[object, ...], word: str, /) -> str:
    if len(things) == 1:
        return f"1 {word}"
    many = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{len(things)} {many}"


def _ledger(ledger: DutyLedger, /) -> str:
    return (
        f"Of the duties that are owed or held, {len(ledger.held)} are held, "
        f"{len(ledger.uncovered)} by nobody, {len(ledger.doubled)} by several, "
        f"and of {len(ledger.unknown)} nobody can tell."
    )


def _rules(report: Report, /) -> str:
    counted = Counter(one.severity for one in report.findings)
    words = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.ADVICE: "advice"}
    found = ", ".join(f"{counted[one]} {words[one]}" for one in reversed(Severity))
    skipped = len(report.of_kind(OutcomeKind.SKIPPED))
    return (
        f"{len(report.outcomes)} rules looked at it: {found}; "
        f"{skipped} could not be asked for want of facts."
    )


def _well(plan: CarePlan, day: date, /) -> _Said:
    dues = list(_dues(plan, day))
    parts: list[Part] = [Section("What its goals are due", [Items(dues)])] if dues else []
    if plan.timeline is None or plan.record is None:
        known = ", ".join(in_words(one.id) for one in STANDARD.pathways)
        wanted = [] if plan.record is not None else ["a record of what happened"]
        if plan.timeline is None:
            wanted.append(
                "a timeline of milestones; one can be started from a pathway "
                f"({known}) and the day it counts from"
            )
        return _Said([*parts, *_missing(wanted)], {})
    try:
        found = track(plan.timeline, plan.record, as_of=day)
    except CareError as fault:
        return _Said([*parts, *_missing([str(fault)])], {})
    return _Said([*_tracked(found), *parts], {"tracking": found})


def _tracked(found: Tracking, /) -> Iterator[Part]:
    settled = sum(one.is_settled for one in found.milestones)
    yield Paragraph(f"{settled} of {len(found.milestones)} milestones are reached.")
    late = [f"{one.name}: {one.days_late} days late" for one in found.late]
    if late:
        yield Section("Late, so somebody looks again", [Items(late)])


def _dues(plan: CarePlan, day: date, /) -> Iterator[str]:
    for goal in plan.goals:
        for target in goal.targets:
            if target.due is not None:
                past = " (past)" if is_by(target.due, day) else ""
                yield f"{goal.id}: {in_words(target.what)} by {day_text(target.due)}{past}"


def _move(plan: CarePlan, as_of: datetime, /) -> _Said:
    waiting = [one for one in plan.transitions if not one.is_final]
    if not waiting:
        fact = "a transition: from which care setting, to which, and when it is planned"
        return _Said(list(_missing([fact])), {})
    parts: list[Part] = []
    answers: dict[str, attrs.AttrsInstance] = {}
    for one in waiting:
        ready = check_readiness(plan, one.id, as_of=as_of)
        answers[f"readiness {one.id}"] = ready
        parts.append(_readiness(one, ready))
    return _Said(parts, answers)


def _readiness(move: Transition, ready: Readiness, /) -> Part:
    said = f"{len(ready.met)} of {len(ready.gates)} gates are met."
    waits = [f"{one.name}: {one.reasons[-1]}." for one in ready.blocking]
    rest: list[Part] = [Items(waits)] if waits else []
    return Section(f"Move {move.id}", [Paragraph(said), *rest])


def _exactly(plan: CarePlan, pool: tuple[Professional, ...], day: date, /) -> _Said:
    if not pool:
        named = () if plan.team is None else plan.team.memberships
        members = [f"{one.person_id}: {in_words(one.role or 'role_unknown')}" for one in named]
        told = [Section("Who is named in the team", [Items(members)])]
        known: list[Part] = [*told] if members else []
        fact = "somebody to choose from: no professional is described in the files"
        return _Said([*known, *_missing([fact])], {})
    people = [attrs.evolve(one, roles=tuple(filter(_is_known, one.roles))) for one in pool]
    parts: list[Part] = []
    answers: dict[str, attrs.AttrsInstance] = {}
    for role in _advice(plan, day).roles:
        ranking = rank(plan.client, people, role=role, as_of=day, team=_known_team(plan.team))
        answers[f"ranking {role}"] = ranking
        parts.append(Section(f"As {in_words(role)}", list(_ranked(ranking))))
    wanted = _unknown(plan.client, ("languages", "jurisdiction", "setting"))
    wanted += [] if parts else ["a role that is needed"]
    return _Said([*parts, *_missing(wanted)], answers)


def _ranked(ranking: Ranking, /) -> Iterator[Part]:
    yield Paragraph(
        f"{len(ranking.eligible)} fit, of {len(ranking.undecided)} nobody can tell, "
        f"and {len(ranking.rejected)} do not."
    )
    lists = (
        ("Who fits", ranking.eligible),
        ("Undecided", ranking.undecided),
        ("Who does not fit", ranking.rejected),
    )
    for heading, fits in lists:
        told = [f"{one.professional_id}{_reasons(one)}" for one in fits[:_MOST]]
        more = [f"and {len(fits) - _MOST} more"] if len(fits) > _MOST else []
        if told:
            yield Section(heading, [Items([*told, *more])])


def _reasons(one: Fit, /) -> str:
    lines = "; ".join(judgement_lines((*one.failed, *one.undecided)))
    return f": {lines}" if lines else ""


def _is_known(role: str | None, /) -> bool:
    """Whether the catalogue has a role; a record may call a role what it likes."""
    return role is None or any(one.id == role for one in STANDARD.roles)


def _known_team(team: Team | None, /) -> Team | None:
    """The team, with the roles that the catalogue has; what others do is not known here."""
    if team is None:
        return None
    members = [
        one if _is_known(one.role) else attrs.evolve(one, role=None) for one in team.memberships
    ]
    people = [
        attrs.evolve(one, roles=tuple(filter(_is_known, one.roles))) for one in team.professionals
    ]
    return attrs.evolve(team, memberships=tuple(members), professionals=tuple(people))
