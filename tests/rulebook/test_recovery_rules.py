"""How far the recovery has come, by what the record shows, and when it will end."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.timing import Offset, Period
from carecore.plans import CarePlan
from carecore.record import (
    Comparison,
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
)
from carecore.recovery import Link, Milestone, Timeline, Waiver

from .asked import asked, fared, plan, said

ANCHOR = date(2026, 11, 16)
TODAY = date(2026, 11, 24)
STEPS = EvidenceRule(all_of=(EventSign(kind=EventKind.PROCEDURE, what="first_steps"),))
WALKS = ObservationSign(
    what="walking_distance", comparison=Comparison.AT_LEAST, value=Quantity(10, "m")
)


def fresh(days: int) -> EvidenceRule:
    """Walking, which may be relied on for so many days."""
    sign = ObservationSign(
        what="walking_distance",
        comparison=Comparison.AT_LEAST,
        value=Quantity(10, "m"),
        fresh_for=Offset(days=days),
    )
    return EvidenceRule(all_of=(sign,))


def days(first: int | None, last: int | None) -> Window:
    ends = (None if one is None else Offset(days=one) for one in (first, last))
    return Window(*ends)


def milestone(key: str = "steps", /, **parts: Any) -> Milestone:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": key, "name": key}
    return Milestone(**known | parts)


def happened(
    day: int, what: str = "first_steps", outcome: EventOutcome = EventOutcome.DONE
) -> Event:
    return Event(
        id=f"e-{day}",
        kind=EventKind.PROCEDURE,
        what=what,
        happened=date(2026, 11, day),
        outcome=outcome,
    )


def walked(day: int, metres: int) -> Observation:
    return Observation(
        id=f"o-{day}",
        what="walking_distance",
        value=Quantity(metres, "m"),
        happened=date(2026, 11, day),
    )


def tracked(
    *milestones: Milestone,
    entries: tuple[Event | Observation, ...] = (),
    links: tuple[Link, ...] = (),
    whose: str = "c-17",
    **parts: Any,  # noqa: ANN401 # handed on
) -> CarePlan:
    """A plan with a timeline of these, and a record of those."""
    timeline = Timeline(
        id="tl-1", client_id="c-17", anchor=ANCHOR, milestones=milestones, links=links
    )
    record = Record(client_id=whose).with_entries(*entries)
    return plan(timeline=timeline, record=record, **parts)


def test_a_milestone_that_is_overdue_is_told() -> None:
    made = tracked(milestone("other"), milestone(window=days(1, 2), evidence=STEPS))

    assert said("M103", made) == [
        (
            "M103 warning at $.timeline.milestones[1]: the milestone 'steps' was to be reached by"
            " 2026-11-18, and it is not. Maybe it was reached, or something holds it up."
        )
    ]


def test_a_milestone_of_which_the_record_does_not_tell_is_an_advice() -> None:
    made = tracked(milestone(window=days(1, 2), evidence=EvidenceRule(all_of=(WALKS,))))

    assert said("M103", made) == [
        (
            "M103 advice at $.timeline.milestones[0]: the milestone 'steps' was to be reached by"
            " 2026-11-18, and the record does not tell whether it is."
            " Maybe it was reached, or something holds it up."
        )
    ]


def test_the_finding_names_what_decided() -> None:
    tried = happened(17, outcome=EventOutcome.ATTEMPTED)
    made = tracked(milestone(window=days(1, 2), evidence=STEPS), entries=(tried,))
    (finding,) = asked("M103", made).findings

    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("due", date(2026, 11, 18)),
        ("days late", 6),
        ("state", "overdue"),
        ("entries", ("e-17",)),
    ]


WAIVED = Waiver(by="p-1", at=ANCHOR, because="client_declines")


@pytest.mark.parametrize(
    ("one", "entries"),
    [
        (milestone(window=days(1, 2), evidence=STEPS), (happened(17),)),
        # Late means review: what was reached late is reached.
        (milestone(window=days(1, 2), evidence=STEPS), (happened(23),)),
        (milestone(window=days(1, 8), evidence=STEPS), ()),
        (milestone(window=days(1, 2)), ()),
        (milestone(window=days(1, 2), evidence=STEPS, waived=WAIVED), ()),
        (
            milestone(window=days(1, 2), evidence=EvidenceRule(all_of=(WALKS,))),
            (walked(17, 12),),
        ),
    ],
)
def test_what_is_reached_waived_or_has_time_is_not_overdue(
    one: Milestone, entries: tuple[Event | Observation, ...]
) -> None:
    assert said("M103", tracked(one, entries=entries)) == []


def test_of_what_waits_for_something_overdue_only_the_first_is_told() -> None:
    made = tracked(
        milestone(window=days(1, 2), evidence=STEPS),
        milestone("stairs", window=days(2, 3), evidence=STEPS),
        milestone("told", window=days(2, 3)),
        links=(Link(before="steps", after="stairs"),),
    )

    assert [one.place for one in asked("M103", made).findings] == ["$.timeline.milestones[0]"]


def test_a_most_time_can_make_a_milestone_overdue() -> None:
    climbs = EvidenceRule(all_of=(EventSign(what="climbs"),))
    made = tracked(
        milestone(window=days(1, 2), evidence=STEPS),
        milestone("stairs", evidence=climbs),
        milestone("home", window=days(90, None)),
        entries=(happened(17),),
        links=(
            Link(before="steps", after="stairs", maximum=Offset(days=3)),
            Link(before="stairs", after="home"),
        ),
    )

    assert [one.place for one in asked("M103", made).findings] == ["$.timeline.milestones[1]"]


def test_a_waiver_of_tomorrow_does_not_count_today() -> None:
    later = Waiver(by="p-1", at=date(2026, 11, 25), because="client_declines")
    made = tracked(milestone(window=days(1, 2), evidence=STEPS, waived=later))

    assert len(said("M103", made)) == 1


def test_evidence_that_is_too_old_to_rely_on_is_told() -> None:
    made = tracked(milestone(window=days(2, 20), evidence=fresh(3)), entries=(walked(20, 12),))

    assert said("M106", made) == [
        (
            "M106 warning at $.timeline.milestones[0].evidence: what is recorded of the milestone"
            " 'steps' is too old to rely on. Maybe look again."
        )
    ]


def test_what_is_too_old_is_told_once_even_when_its_last_day_has_passed() -> None:
    made = tracked(milestone(window=days(2, 4), evidence=fresh(3)), entries=(walked(20, 12),))

    assert (said("M103", made), len(said("M106", made))) == ([], 1)


@pytest.mark.parametrize(
    ("one", "entries"),
    [
        (milestone(window=days(2, 20), evidence=fresh(4)), (walked(20, 12),)),
        (milestone(window=days(2, 20), evidence=fresh(4)), (walked(20, 12), walked(22, 4))),
        (milestone(window=days(2, 20), evidence=fresh(3)), ()),
        (milestone(window=days(10, 20), evidence=fresh(3)), (walked(20, 12),)),
        (milestone(window=days(2, 20), evidence=fresh(3), waived=WAIVED), (walked(20, 12),)),
        (milestone(window=days(2, 20)), (walked(20, 12),)),
        (
            milestone(window=days(2, 20), evidence=EvidenceRule(all_of=(WALKS,))),
            (walked(17, 12),),
        ),
    ],
)
def test_what_is_fresh_not_seen_or_not_asked_yet_is_not_stale(
    one: Milestone, entries: tuple[Event | Observation, ...]
) -> None:
    assert said("M106", tracked(one, entries=entries)) == []


def ending(last: date | None, *milestones: Milestone, **parts: Any) -> CarePlan:  # noqa: ANN401
    """A plan that ends on that day."""
    return tracked(*milestones, period=Period(ANCHOR, last), **parts)


def test_a_recovery_that_ends_after_the_plan_is_told() -> None:
    links = (Link(before="steps", after="home", minimum=Offset(days=20)),)
    made = ending(
        date(2026, 12, 10),
        milestone(window=days(1, None), evidence=STEPS),
        milestone("home", evidence=STEPS),
        links=links,
    )

    assert said("M108", made) == [
        (
            "M108 warning at $.period.end: the last milestone is forecast for 2026-12-14, and the"
            " plan ends on 2026-12-10. Maybe the plan goes on longer."
        )
    ]


@pytest.mark.parametrize(
    ("last", "entries", "told"),
    [
        # Planned for 7 December; not shown, so it is a week later.
        (date(2026, 12, 14), (), 1),
        (date(2026, 12, 15), (), 0),
        (date(2026, 12, 14), (happened(17),), 0),
        (date(2026, 12, 9), (happened(18),), 0),
        (date(2026, 12, 8), (happened(18),), 1),
        (date(2026, 12, 8), (happened(17),), 0),
        (date(2026, 12, 7), (happened(17),), 1),
        (date(2026, 12, 1), (happened(17),), 1),
        (None, (), 0),
    ],
)
def test_the_forecast_is_that_of_tracking(
    last: date | None, entries: tuple[Event, ...], told: int
) -> None:
    made = ending(
        last,
        milestone(window=days(1, None), evidence=STEPS),
        milestone("home", evidence=EvidenceRule(all_of=(EventSign(what="home"),))),
        entries=entries,
        links=(Link(before="steps", after="home", minimum=Offset(days=20)),),
    )

    assert len(said("M108", made)) == told


def test_what_is_waived_holds_no_plan_up() -> None:
    later = Waiver(by="p-1", at=date(2026, 11, 25), because="client_declines")
    waived = milestone("home", window=days(60, None), waived=WAIVED)
    not_yet = milestone("home", window=days(60, None), waived=later)
    reached = milestone(evidence=STEPS, window=days(1, None))

    assert said("M108", ending(date(2026, 12, 1), reached, waived, entries=(happened(17),))) == []
    assert len(said("M108", ending(date(2026, 12, 1), reached, not_yet))) == 1


@pytest.mark.parametrize("code", ["M103", "M106", "M108"])
def test_nothing_is_tracked_by_the_record_of_somebody_else(code: str) -> None:
    made = ending(
        date(2026, 11, 20),
        milestone(window=days(1, 2), evidence=fresh(1)),
        milestone("other", window=days(1, 2), evidence=STEPS),
        entries=(walked(17, 12),),
        whose="c-71",
    )

    assert said(code, made) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("M103", "a timeline that can be scheduled, a record"),
        ("M106", "a timeline that can be scheduled, a record"),
        ("M108", "a timeline that can be scheduled, a record, a period"),
    ],
)
def test_a_plan_without_a_timeline_is_not_tracked(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"


def test_a_moment_is_tracked_by_its_day() -> None:
    made = tracked(milestone(window=days(1, 8), evidence=STEPS))

    assert said("M103", made, as_of=datetime(2026, 11, 24, 23, tzinfo=UTC)) == []
    assert len(said("M103", made, as_of=datetime(2026, 11, 25, 1, tzinfo=UTC))) == 1
