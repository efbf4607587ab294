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
from carecore.command_line.telling import called, found_in, in_short
from carecore.errors import CareError
from carecore.matching import Fit, Ranking, RoleAdvice, advise_roles, rank
from carecore.matching.rankings import judgement_lines
from carecore.people import Client, Professional, Team
from carecore.plans import Activity, CarePlan, Goal
from carecore.recovery import Tracking, track
from carecore.review import (
    DutyLedger,
    Readiness,
    check_readiness,
    domains_covered,
    duty_ledger,
)
from carecore.rulebook import validate
from carecore.rulebook.asking import NOT_OPEN
from carecore.transitions import Transition
from carecore.validation import OutcomeKind, Report

__all__ = ["Told", "story"]

_MOST: Final = 8
_OFTEN: Final = 3
_BY_ID: Final = (
    "Goals and activities are told by their ids; with --full, in the words of the record, which "
    "may be personal."
)
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
    plan: CarePlan, pool: Iterable[Professional], /, *, as_of: datetime, heading: str, full: bool
) -> Told:
    """The five questions, put to one plan.

    Args:
        plan: whoever it is about.
        pool: the professionals who stand in the same files.
        as_of: the moment asked about.
        heading: what stands above all.
        full: whether goals and activities are told in the record's own words.

    .. versionadded:: 0.1
    """
    known = {
        one.id: one for one in (*pool, *(() if plan.team is None else plan.team.professionals))
    }
    asked = (
        ("Who do we need?", _who(plan, as_of.date())),
        ("What do they owe?", _owed(plan, as_of, full=full)),
        ("When will it be well?", _well(plan, as_of.date(), full=full)),
        ("What must be true before the next move?", _move(plan, as_of)),
        ("Who exactly?", _exactly(plan, tuple(known.values()), as_of.date())),
    )
    answers: dict[str, attrs.AttrsInstance] = {}
    sections: list[Part] = []
    for number, (question, said) in enumerate(asked, 1):
        sections.append(Section(f"{number}. {question}", said.parts))
        answers |= said.answers
    parts: tuple[Goal | Activity, ...] = (*plan.goals, *plan.activities)
    if not full and any(one.text for one in parts):
        sections.append(Paragraph(_BY_ID))
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


def _owed(plan: CarePlan, as_of: datetime, /, *, full: bool) -> _Said:
    ledger = duty_ledger(plan, as_of=as_of.date())
    report = validate(plan, as_of=as_of)
    covered = domains_covered(plan, as_of=as_of.date())
    has = (
        f"It has {_number(plan.goals, 'goal')}, {_number(plan.activities, 'activity')} and "
        f"{_number(plan.concerns, 'concern')}."
    )
    parts: list[Part] = [Paragraph(f"{_standing(plan)} {has}"), *_duties(ledger)]
    found = [Items(found_in(plan, report, full=full))] if report.findings else []
    parts.append(Section("What the rules found", [Paragraph(_rules(report)), *found]))
    missing = [
        *([] if plan.status is not None else ["whether people work by the plan"]),
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


def _standing(plan: CarePlan, /) -> str:
    """What the plan says of itself: what it is, whether people work by it, and when."""
    what = f" ({in_words(plan.what)})" if plan.what and plan.what != "care_plan" else ""
    status = in_words(plan.status.value) if plan.status else "of a status that nobody knows"
    start, last = (plan.period.start, plan.period.last) if plan.period else (None, None)
    days = f"{f' from {start}' if start else ''}{f' until {last}' if last else ''}"
    return f"The plan{what} is {status}{days}."


def _duties(ledger: DutyLedger, /) -> Iterator[Part]:
    lists = (
        ("Held by nobody", ledger.uncovered),
        ("Held by several", ledger.doubled),
        ("Held", ledger.held),
        ("Whether they are held, nobody can tell", ledger.unknown),
    )
    told = [f"{words}: {in_short(one.name for one in those)}" for words, those in lists if those]
    if told:
        yield Section("The duties", [Items(told)])


def _rules(report: Report, /) -> str:
    counted = Counter(one.severity for one in report.findings)
    words = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.ADVICE: "advice"}
    found = ", ".join(f"{counted[one]} {words[one]}" for one in reversed(Severity))
    skipped = report.of_kind(OutcomeKind.SKIPPED)
    lacked = Counter(fact for one in skipped for fact in one.missing).most_common(_OFTEN)
    facts = ", ".join(f"{fact} ({number})" for fact, number in lacked)
    return (
        f"{len(report.outcomes)} rules: {found}; "
        f"{len(skipped)} could not be asked, most for want of {facts}."
    )


def _well(plan: CarePlan, day: date, /, *, full: bool) -> _Said:
    goals = [_goal(one, day, full=full) for one in plan.goals]
    parts: list[Part] = [Section("The goals", [Items(goals)])] if goals else []
    wanted = ["a day by which to look at each goal"] if any(map(_has_no_day, plan.goals)) else []
    if plan.timeline is None or plan.record is None:
        known = ", ".join(in_words(one.id) for one in STANDARD.pathways)
        wanted += [] if plan.record is not None else ["a record of what happened"]
        if plan.timeline is None:
            wanted.append(
                "a timeline of milestones; one can be started from a pathway "
                f"({known}) and the day it counts from"
            )
        return _Said([*parts, *_missing(wanted)], {})
    try:
        found = track(plan.timeline, plan.record, as_of=day)
    except CareError as fault:
        return _Said([*parts, *_missing([*wanted, str(fault)])], {})
    return _Said([*_tracked(found), *parts, *_missing(wanted)], {"tracking": found})


def _tracked(found: Tracking, /) -> Iterator[Part]:
    settled = sum(one.is_settled for one in found.milestones)
    yield Paragraph(f"{settled} of {len(found.milestones)} milestones are reached.")
    late = [f"{one.name}: {one.days_late} days late" for one in found.late]
    if late:
        yield Section("Late, so somebody looks again", [Items(late)])


def _goal(goal: Goal, day: date, /, *, full: bool) -> str:
    """How a goal stands, and when it is due."""
    stands = [in_words(one.value) for one in (goal.status, goal.achievement) if one is not None]
    dues = dict.fromkeys(
        f"{in_words(one.what)} by {day_text(one.due)}{' (past)' if is_by(one.due, day) else ''}"
        for one in goal.targets
        if one.due is not None
    )
    return (
        f"{called(goal, full=full)}: {', '.join([*stands, *dues]) or 'nobody says how it stands'}"
    )


def _has_no_day(goal: Goal, /) -> bool:
    is_due = any(one.due is not None for one in goal.targets)
    return not is_due and goal.status not in NOT_OPEN


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
        staff = [one for one in named if one.person_id != plan.client.id]
        members = [f"{one.person_id}: {in_words(one.role or 'role_unknown')}" for one in staff]
        members += [] if len(staff) == len(named) else ["and the client"]
        known: list[Part] = [Section("Who is named in the team", [Items(members)])] if named else []
        facts = ["somebody to choose from: no professional is described in the files"]
        if any(one.role is None for one in staff):
            facts.append("which role each member of the team has")
        return _Said([*known, *_missing(facts)], {})
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
        f"Fit: {len(ranking.eligible)}. Undecided: {len(ranking.undecided)}. "
        f"Do not fit: {len(ranking.rejected)}."
    )
    lists = (
        ("Who fits", ranking.eligible),
        ("Undecided", ranking.undecided),
        ("Who does not fit", ranking.rejected),
    )
    for heading, fits in lists:
        people: dict[str, list[str]] = {}
        for one in fits:
            people.setdefault(_reasons(one), []).append(one.professional_id)
        told = [f"{in_short(ids)}{why}" for why, ids in people.items()][:_MOST]
        rest = [key for ids in [*people.values()][_MOST:] for key in ids]
        if told:
            more = [f"{in_short(rest)}: for other reasons"] if rest else []
            yield Section(heading, [Items([*told, *more])])


def _reasons(one: Fit, /) -> str:
    """What stands against it; where something does, what is unknown matters no more."""
    lines = "; ".join(judgement_lines(one.failed or one.undecided))
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
