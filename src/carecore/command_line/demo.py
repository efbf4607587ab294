"""The command `demo`: the story of a made-up traveller in four acts, with carecore's answers.

Edda, her family and everybody around her are made up; the story names them, the answers show ids.
With a file, the same questions are put to a record that somebody brings.
"""

import argparse
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Final, NamedTuple

import attrs

from carecore.base.lookups import find_by_id
from carecore.base.outline import Items, Outline, Outlined, Paragraph, Section
from carecore.command_line.printing import Answer, as_json, plain, wants_json
from carecore.command_line.reading import all_faults, moment_seen_from, now, to_day_or_moment
from carecore.command_line.records import Records, read_records
from carecore.command_line.stories import story
from carecore.command_line.telling import in_short
from carecore.errors import CareError, InvalidValue, ManyFaults
from carecore.matching import advise_roles, rank, what_would_it_take
from carecore.plans import CarePlan, PlanStatus
from carecore.recovery import (
    Help,
    HelpfulMilestone,
    MilestoneState,
    TrackedMilestone,
    Tracking,
    track,
    what_would_help,
)
from carecore.recovery.schedules import days_text
from carecore.review import Readiness, TravelCheck, check_readiness, check_travel
from carecore.rulebook import validate
from carecore.testing import older_traveller
from carecore.testing.traveller import TRAVELLER_NOW, traveller_calendar, traveller_plan
from carecore.testing.traveller.later import (
    TRAVELLER_EDITS,
    TRAVELLER_LATER,
    TRAVELLER_NEWS,
    traveller_later,
)
from carecore.testing.traveller.pool import traveller_pool
from carecore.validation import OutcomeKind, Report

__all__ = ["demo"]

_MOVE: Final = "t-fly"
_JOURNEY: Final = "j-1"
_HOME: Final = "back_home"


class _Act(NamedTuple):
    """One act: what is told, in paragraphs and lists; the answers; and what is shown of them."""

    title: str
    story: tuple[str | tuple[str, ...], ...]
    answers: Mapping[str, attrs.AttrsInstance]
    shown: tuple[Outlined, ...]


def demo(options: argparse.Namespace, /) -> Answer:
    """The story of a made-up traveller, or one act of it; or the questions, put to a record.

    .. versionadded:: 0.1
    """
    if options.file is not None:
        return _of_record(options)
    others = [
        f"--{name.replace('_', '-')}" for name in ("plan", "as_of", "full") if _given(options, name)
    ]
    if others:
        verb = "asks" if len(others) == 1 else "ask"
        what = f"{' and '.join(others)} {verb} about a record, and none is given"
        raise InvalidValue(what, advice="Maybe --file PATH")
    asked = tuple(_ACTS) if options.act is None else (options.act,)
    acts = {number: _ACTS[number]() for number in asked}
    if wants_json(options):
        return Answer(as_json([_document(number, act) for number, act in acts.items()]))
    return Answer("\n\n\n".join("\n\n".join(_told(act)) for act in acts.values()))


def _given(options: argparse.Namespace, name: str, /) -> bool:
    return getattr(options, name) is not None


def _of_record(options: argparse.Namespace, /) -> Answer:
    """The five questions, put to one plan of what somebody brings."""
    if options.act is not None:
        what = "an act of the story and a record are asked for at once"
        raise InvalidValue(what, advice="Maybe leave out --act")
    with all_faults() as ask:
        records = ask(read_records, [options.file])
        as_of = ask(to_day_or_moment, options.as_of)
    plan, which = _chosen(records, options.plan)
    notes = (*which, *_unread(records))
    moment = _moment(plan, as_of)
    heading = f"The five questions, put to {plan.id} (as of {moment.isoformat()})"
    told = story(
        plan,
        records.imported.professionals,
        as_of=moment,
        heading=heading,
        full=_given(options, "full"),
    )
    if wants_json(options):
        answers = {name: plain(answer) for name, answer in told.answers.items()}
        return Answer(as_json({"plan": plan.id, "answers": answers}), notes=notes)
    return Answer("\n".join([*notes, *([""] if notes else []), str(told.outline)]))


def _chosen(records: Records, key: str | None, /) -> tuple[CarePlan, tuple[str, ...]]:
    """The plan asked about, and what is said of the choice."""
    plans = records.plans
    if key is not None:
        return find_by_id(plans, key, kind="plan"), ()
    if not plans:
        raise ManyFaults("there is no plan to ask about", list(_without_plan(records)))
    active = [one for one in plans if one.status is PlanStatus.ACTIVE]
    chosen = (active or plans)[0]
    if len(plans) == 1:
        return chosen, ()
    kind = "the first that is active" if active else "the first, for none is active"
    others = in_short(one.id for one in plans if one is not chosen)
    return chosen, (f"Of {len(plans)} plans this is {kind}; --plan takes another: {others}.",)


def _without_plan(records: Records, /) -> Iterator[CareError]:
    """That there is no plan, and the first thing that could not be read, which may be why."""
    read = repr(records.imported).partition(": ")[2].rstrip(">") or "nothing"
    what = f"there is no plan in it, and a plan is what the questions are about (read: {read})"
    yield InvalidValue(what, advice="Maybe another file, or a folder that holds one")
    for one in records.imported.faults[:1]:
        yield InvalidValue(f"{records.place(one)}: {one.what}", advice=one.advice)


def _unread(records: Records, /) -> Iterator[str]:
    """Where to look if something could not be read: an answer may lack it."""
    number = len(records.imported.faults)
    if number:
        things = "1 thing" if number == 1 else f"{number} things"
        yield f"{things} in the record could not be read; `check` says what and where."


def _moment(plan: CarePlan, as_of: date | datetime | None, /) -> datetime:
    zone = plan.client.zone
    if as_of is None:
        return now(zone)
    if isinstance(as_of, datetime):
        return moment_seen_from(zone, as_of)
    return datetime.combine(as_of, time(12), zone or UTC)


def _told(act: _Act, /) -> Iterator[str]:
    parts = [Paragraph(one) if isinstance(one, str) else Items(one) for one in act.story]
    yield str(Outline(act.title, parts))
    yield from map(str, act.shown)


def _document(number: int, act: _Act, /) -> dict[str, object]:
    return {
        "act": number,
        "title": act.title,
        "story": [one if isinstance(one, str) else list(one) for one in act.story],
        "answers": {name: plain(answer) for name, answer in act.answers.items()},
    }


def _whom() -> _Act:
    """Act one: whom do we need?"""
    scenario = older_traveller()
    advice = advise_roles(scenario.client, as_of=scenario.as_of, pool=scenario.pool)
    return _Act(scenario.title, (scenario.story,), {"advice": advice}, (advice,))


def _owes() -> _Act:
    """Act two: what does the plan owe?"""
    plan = traveller_plan()
    before = _asked(plan)
    for one in TRAVELLER_EDITS:
        plan = one.edit(plan)
    after = _asked(plan)
    told = (
        "A day later Edda has a plan, and her family has read it.",
        (
            f"{len(plan.goals)} goals, in her own words.",
            f"{len(plan.activities)} things that are done for them, each with one name beside it.",
            f"{len(plan.stages)} stages: the ward in Porto, rehabilitation in Boston, and home.",
            f"{len(plan.transitions)} moves between them, the first by plane with a nurse.",
        ),
        f"carecore puts all its rules to the plan, as of 24 November at ten: {_counted(before)}.",
        "Then three small things happen, as they do.",
        tuple(one.words for one in TRAVELLER_EDITS),
        f"The same rules, asked again: {_counted(after)}.",
        "None of it is anybody's fault; each line says where to look and what may help.",
    )
    return _Act(
        "Act two: what does the plan owe?", told, {"before": before, "after": after}, (after,)
    )


def _asked(plan: CarePlan, /) -> Report:
    return validate(plan, as_of=TRAVELLER_NOW, calendar=traveller_calendar())


def _counted(report: Report, /) -> str:
    """How the rules fared, in words: silence is not success."""
    told = ", ".join(
        f"{len(report.of_kind(kind))} {words}"
        for kind, words in (
            (OutcomeKind.CLEAR, "are clear"),
            (OutcomeKind.FOUND, "found something"),
            (OutcomeKind.SKIPPED, "could not be asked"),
            (OutcomeKind.FAILED, "failed"),
        )
    )
    return f"of {len(report.outcomes)} rules {told}"


def _moves() -> _Act:
    """Act three: when will she be well, and what must be true before the next move?"""
    plan, day = traveller_later(), TRAVELLER_LATER.date()
    timeline, record = plan.timeline, plan.record
    assert timeline is not None
    assert record is not None
    tracking = track(timeline, record, as_of=day)
    helps = what_would_help(timeline, record, as_of=day, until=_HOME)
    readiness = check_readiness(plan, _MOVE, as_of=TRAVELLER_LATER)
    journey = check_travel(plan, _JOURNEY, as_of=TRAVELLER_LATER)
    told = (
        "The three things were mended the same day.",
        "Now it is the morning of 30 November, and Edda is to fly tomorrow. In between:",
        TRAVELLER_NEWS,
        "Can she fly, and when will she be home?",
    )
    return _Act(
        "Act three: when will she be well, and what must be true before the next move?",
        told,
        {"tracking": tracking, "help": helps, "readiness": readiness, "journey": journey},
        (_way_home(tracking, helps), _next_move(readiness), _trip(journey), _CLOSE),
    )


def _way_home(tracking: Tracking, helps: Help, /) -> Outline:
    settled = sum(one.is_settled for one in tracking.milestones)
    said = f"{settled} of {len(tracking.milestones)} milestones are reached."
    parts = (
        ("Late, so somebody looks again", map(_late, tracking.late)),
        ("Moved by it", (_moved(one) for one in tracking.milestones if _is_moved(one))),
        ("What would bring her home sooner", (_helps(one, tracking) for one in helps.helpful)),
    )
    sections = [Section(heading, [Items(entries)]) for heading, entries in parts]
    return Outline(f"The way home, as of {tracking.as_of}", (Paragraph(said), *sections))


def _late(one: TrackedMilestone, /) -> str:
    why = "; ".join(map(str, one.reasons))
    return f"{one.name}: wanted by {one.due}, {one.days_late} days ago. {why}."


def _is_moved(one: TrackedMilestone, /) -> bool:
    is_open = one.state in (MilestoneState.WAITING, MilestoneState.BLOCKED)
    return is_open and one.forecast is not None and one.forecast > one.planned


def _moved(one: TrackedMilestone, /) -> str:
    return f"{one.name}: on {one.forecast} at the earliest, and no longer on {one.planned}."


def _helps(one: HelpfulMilestone, tracking: Tracking, /) -> str:
    after = " and ".join(tracking.milestone(key).name for key in one.waits_for)
    days = days_text(one.days_sooner)
    return f"{one.name} sooner after “{after}”, by up to {days}, if whoever treats her agrees."


def _next_move(readiness: Readiness, /) -> Outline:
    met, number = len(readiness.met), len(readiness.gates)
    said = f"{met} of {number} gates are met. The move waits for the rest:"
    waits = [f"{one.name}: {one.reasons[-1]}." for one in readiness.blocking]
    return Outline("Before she leaves the ward", (Paragraph(said), Items(waits)))


def _trip(journey: TravelCheck, /) -> Outline:
    met, number = len(journey.met), len(journey.rows)
    said = (
        f"{met} of {number} things that a journey asks for are as they have to be: consent, "
        "fitness, the nurse and her licences, the airline's yes, and the batteries."
    )
    return Outline("The journey itself", (Paragraph(said),))


def _exactly() -> _Act:
    """Act four: who exactly?"""
    plan, day = traveller_plan(), TRAVELLER_NOW.date()
    pool = traveller_pool()
    ranking = rank(plan.client, pool, role=_ROLE, as_of=day, team=plan.team)
    asked = (ranking.undecided[0].professional_id, _NEXT)
    takes = {
        f"takes {one.id}": what_would_it_take(
            plan.client, one, role=_ROLE, as_of=day, team=plan.team
        )
        for one in pool
        if one.id in asked
    }
    told = (
        "Ines has been Edda's care manager from the first day.",
        "She asked the family herself: if she falls ill before the flight, who takes over?",
        f"{len(pool)} people were named: by the ward, by an association, by Edda's son.",
        "carecore puts the same questions to each of them, and nobody is left out of the answer.",
    )
    return _Act(
        "Act four: who exactly?",
        told,
        {"ranking": ranking, **takes},
        (ranking, *takes.values(), _LAST),
    )


_ROLE: Final = "care_manager"
_NEXT: Final = "p-omar"
_LAST: Final = Outline(
    "So",
    (
        Paragraph(
            "Ines stays, and Lucia is asked whether she would step in. Somebody rings Joana and "
            "asks which languages she speaks: that is all that is missing of her. Omar would do "
            "from the day he is back."
        ),
        Paragraph("Edda is asked whom she would like. It is her journey."),
    ),
)

_CLOSE: Final = Outline(
    "So",
    (
        Paragraph(
            "The flight is planned for 1 December, and Edda can leave on 2 December at the "
            "earliest. Better to ask the airline today for another day than to find out at the "
            "door; and until then there is time for the hand-over, and to let Edda tell in her "
            "own words what comes next."
        ),
        Paragraph("carecore informs; Edda, her family and whoever treats her decide."),
    ),
)

_ACTS: Final = MappingProxyType({1: _whom, 2: _owes, 3: _moves, 4: _exactly})
