"""Whether a timeline holds together, and with the rest of the plan."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.calendars import BusinessCalendar, Window
from carecore.base.timing import Offset, PartialDate, Period
from carecore.plans import CarePlan, Stage
from carecore.record import Condition, Event, EventKind, EventSign, EvidenceRule, Record
from carecore.recovery import Link, Milestone, Timeline, Waiver

from .asked import asked, fared, plan, said

ANCHOR = date(2026, 11, 16)
WALKED = EvidenceRule(all_of=(EventSign(what="first_steps"),))
WAIVED = Waiver(by="p-1", at=ANCHOR, because="client_declines")


def days(first: int | None, last: int | None) -> Window:
    """From so many days after the anchor to so many."""
    ends = (None if one is None else Offset(days=one) for one in (first, last))
    return Window(*ends)


def milestone(key: str, /, **parts: Any) -> Milestone:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": key, "name": key}
    return Milestone(**known | parts)


def timed(*milestones: Milestone, links: tuple[Link, ...] = (), **parts: Any) -> CarePlan:  # noqa: ANN401
    """A plan with a timeline of these."""
    known: dict[str, Any] = {"id": "tl-1", "client_id": "c-17", "anchor": ANCHOR}
    given = {key: parts.pop(key) for key in ("anchor_event",) if key in parts}
    line = Timeline(milestones=milestones, links=links, **known | given)
    return plan(timeline=line, **parts)


def test_links_that_run_in_a_circle_are_told() -> None:
    made = timed(
        milestone("steps"),
        milestone("stairs"),
        milestone("home"),
        links=(
            Link(before="steps", after="stairs"),
            Link(before="stairs", after="steps"),
            Link(before="home", after="home"),
        ),
    )

    assert said("M101", made) == [
        (
            "M101 error at $.timeline.links: the links run in a circle: 'home', and back to 'home'."
            " Maybe a link is the wrong way round."
        ),
        (
            "M101 error at $.timeline.links: the links run in a circle: 'stairs', 'steps', and back"
            " to 'stairs'. Maybe a link is the wrong way round."
        ),
    ]


def test_links_that_lead_on_are_no_circle() -> None:
    links = (Link(before="steps", after="stairs"), Link(before="steps", after="nowhere"))

    assert said("M101", timed(milestone("steps"), milestone("stairs"), links=links)) == []
    assert said("M101", timed(milestone("steps"))) == []


WARD = Stage(id="ward", name="ward", period=Period(ANCHOR, date(2026, 11, 26)))


def test_a_milestone_that_can_be_reached_only_after_its_stage_is_told() -> None:
    late = milestone("stairs", stage="ward", window=days(10, 14))

    assert said("M102", timed(milestone("steps"), late, stages=(WARD,))) == [
        (
            "M102 warning at $.timeline.milestones[1]: the milestone 'stairs' can be reached from"
            " 2026-11-26 to 2026-11-26, and its stage 'ward' lies on other days."
            " Maybe it belongs to another stage."
        )
    ]


def test_a_milestone_that_can_be_reached_only_before_its_stage_is_told() -> None:
    later = Stage(id="ward", name="ward", period=Period(date(2026, 11, 20)))
    early = milestone("stairs", stage="ward", window=days(0, 3))

    assert [one.place for one in asked("M102", timed(early, stages=(later,))).findings] == [
        "$.timeline.milestones[0]"
    ]


@pytest.mark.parametrize(
    ("one", "stage"),
    [
        (milestone("stairs", stage="ward", window=days(9, 14)), WARD),
        (milestone("stairs", window=days(10, 14)), WARD),
        (milestone("stairs", stage="home", window=days(10, 14)), WARD),
        (milestone("stairs", stage="ward", window=days(10, 14), waived=WAIVED), WARD),
        (milestone("stairs", stage="ward", window=days(10, 14)), Stage(id="ward", name="ward")),
        (
            milestone("stairs", stage="ward", window=days(10, 14)),
            Stage(id="ward", name="ward", period=Period(ANCHOR)),
        ),
    ],
)
def test_a_milestone_that_shares_a_day_with_its_stage_lies_inside(
    one: Milestone, stage: Stage
) -> None:
    assert said("M102", timed(one, stages=(stage,))) == []


def test_what_cannot_be_kept_at_all_is_told_once() -> None:
    later = Stage(id="ward", name="ward", period=Period(date(2026, 11, 20)))
    made = timed(
        milestone("steps", window=days(8, None)),
        milestone("stairs", stage="ward", window=days(None, 3)),
        links=(Link(before="steps", after="stairs"),),
        stages=(later,),
    )

    assert (said("M102", made), len(said("M104", made))) == ([], 1)


def test_a_window_that_cannot_be_kept_is_told() -> None:
    made = timed(
        milestone("steps", window=days(2, None)),
        milestone("home", window=days(None, 5)),
        links=(Link(before="steps", after="home", minimum=Offset(days=7)),),
    )

    assert said("M104", made) == [
        (
            "M104 error at $.timeline.milestones[1]: the milestone 'home' cannot be kept: home: 4"
            " days after its window at the earliest, because of steps."
            " Maybe a window is too narrow, or a link too long."
        )
    ]


def test_a_most_time_that_cannot_be_kept_is_told_with_what_holds_it_up() -> None:
    made = timed(
        milestone("steps"),
        milestone("stairs"),
        milestone("home"),
        links=(
            Link(before="steps", after="stairs", minimum=Offset(days=7)),
            Link(before="stairs", after="home"),
            Link(before="steps", after="home", maximum=Offset(days=5)),
        ),
    )
    (finding,) = asked("M104", made).findings

    assert finding.place == "$.timeline.milestones[2]"
    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("what is missed", "maximum"),
        ("days too late", 2),
        ("because of", ("steps", "stairs")),
    ]


def test_windows_and_links_that_can_be_kept_are_left_alone() -> None:
    made = timed(milestone("steps", window=days(1, 2)), milestone("home", window=days(None, 5)))

    assert said("M104", made) == []


def test_a_milestone_that_nothing_shows_is_told() -> None:
    made = timed(milestone("steps", evidence=WALKED), milestone("home"))

    assert said("M105", made) == [
        (
            "M105 advice at $.timeline.milestones[1].evidence: nothing says what would show that"
            " the milestone 'home' is reached. Maybe an event or an observation would."
        )
    ]


def test_what_is_waived_needs_no_evidence() -> None:
    assert said("M105", timed(milestone("home", waived=WAIVED))) == []


def anchored(entry: Event | Condition | None, /, named: str | None = "e-1") -> CarePlan:
    """A plan whose timeline names that entry as its anchor."""
    record = Record(client_id="c-17")
    return timed(
        milestone("steps"),
        anchor_event=named,
        record=record if entry is None else record.with_entries(entry),
    )


def surgery(happened: date | PartialDate | None) -> Event:
    return Event(id="e-1", kind=EventKind.PROCEDURE, what="surgery", happened=happened)


def test_an_anchor_that_is_another_day_than_its_event_is_told() -> None:
    assert said("M107", anchored(surgery(date(2026, 11, 18)))) == [
        (
            "M107 warning at $.timeline.anchor: the timeline counts from 2026-11-16, and its event"
            " 'e-1' was on 2026-11-18. Maybe `timeline.re_anchored` on that day."
        )
    ]


def test_the_onset_of_a_condition_can_be_the_anchor() -> None:
    assert said("M107", anchored(Condition(id="e-1", onset=ANCHOR))) == []
    assert len(said("M107", anchored(Condition(id="e-1", onset=PartialDate.parse("2025"))))) == 1


@pytest.mark.parametrize(
    "made",
    [
        anchored(surgery(ANCHOR)),
        anchored(surgery(datetime(2026, 11, 16, 23, tzinfo=UTC))),
        anchored(surgery(PartialDate.parse("2026-11"))),
        anchored(surgery(None)),
        anchored(surgery(date(2026, 11, 18)), named=None),
        # That no entry has the id is for another rule.
        anchored(None),
    ],
)
def test_an_anchor_that_may_be_the_day_of_its_event_is_left_alone(made: CarePlan) -> None:
    assert said("M107", made) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("M101", "a timeline"),
        ("M102", "a timeline that can be scheduled, stages"),
        ("M104", "a timeline that can be scheduled"),
        ("M105", "milestones"),
        ("M107", "a timeline, a record"),
    ],
)
def test_a_plan_without_a_timeline_is_not_asked_about_it(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"


def test_without_a_calendar_business_days_cannot_be_scheduled() -> None:
    made = timed(milestone("steps", window=Window(None, Offset(business_days=2))))

    assert fared("M104", made) == "M104: skipped (a timeline that can be scheduled)"
    assert said("M101", made) == []
    assert said("M104", made, calendar=BusinessCalendar()) == []
