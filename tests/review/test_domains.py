"""Which domains of life have goals, worked out by hand."""

from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import UnknownId, WrongType
from carecore.people import Client
from carecore.plans import CarePlan, Concern, Domain, Goal, GoalStatus
from carecore.record import Event, EventKind, EventOutcome, Record
from carecore.review import DomainsCovered, DomainStanding, domains_covered

from .samples_review import COVERED, DAY, PLAN

BARE = CarePlan(id="plan-1", client=Client(id="c-17"))


def asked(what: str, **changes: Any) -> Event:  # noqa: ANN401 # handed on
    """An assessment of one domain."""
    event = Event(id="e-1", kind=EventKind.ASSESSMENT, what=what, happened=date(2026, 11, 20))
    return attrs.evolve(event, **changes)


def test_domains_with_goals_without_and_with_no_answer() -> None:
    assert [one.domain for one in COVERED.with_goals] == ["function"]
    assert [one.domain for one in COVERED.without_goals] == ["medicines", "habits", "mood"]
    assert len(COVERED.unanswered) == 13
    assert COVERED.elsewhere == ("g-none",)


def test_each_domain_says_why_it_stands_so() -> None:
    assert {one.domain: [str(reason) for reason in one.reasons] for one in COVERED.domains[:4]} == {
        "health": ["nothing shows that anybody asked"],
        "medicines": ["needs: medicine_lists_differ"],
        "habits": ["ended goals: g-eat"],
        "function": ["goals: g-walk"],
    }


def test_a_concern_or_a_need_without_a_goal_is_a_gap() -> None:
    assert [one.domain for one in COVERED.gaps] == ["medicines", "mood"]


def test_a_goal_closes_a_gap() -> None:
    covered = domains_covered(PLAN.with_goal(Goal(id="g-mood", domain="mood")), as_of=DAY)
    mood = covered.domain("mood")

    assert (mood.standing, mood.is_gap) == (DomainStanding.WITH_GOALS, False)
    assert (mood.goals, mood.concerns, mood.needs) == (("g-mood",), ("con-1",), ("losing_heart",))


@pytest.mark.parametrize("status", [None, *GoalStatus])
def test_a_goal_counts_until_it_has_ended(status: GoalStatus | None) -> None:
    plan = BARE.with_goal(Goal(id="g-1", domain="money", status=status))
    money = domains_covered(plan, as_of=DAY).domain("money")
    is_over = status is not None and status.is_ended

    assert money.standing is (
        DomainStanding.WITHOUT_GOALS if is_over else DomainStanding.WITH_GOALS
    )
    assert (money.ended, money.goals) == ((("g-1",), ()) if is_over else ((), ("g-1",)))


def test_a_concern_is_an_answer() -> None:
    plan = BARE.with_concern(Concern(id="con-1", domain="money"))

    assert domains_covered(plan, as_of=DAY).domain("money").concerns == ("con-1",)


@pytest.mark.parametrize(
    ("event", "is_asked"),
    [
        (asked("money"), True),
        (asked("money", happened=None), True),
        (asked("money", happened=date(2026, 11, 24)), False),
        (asked("money", outcome=EventOutcome.ATTEMPTED), False),
        (asked("money", client_id="c-2"), False),
        (asked("money", kind=EventKind.VISIT), False),
        (asked("meaning"), False),
    ],
)
def test_an_assessment_of_a_domain_is_an_answer(
    event: Event,
    is_asked: bool,  # noqa: FBT001 # the case
) -> None:
    plan = attrs.evolve(BARE, record=Record(client_id="c-17", events=(event,)))
    money = domains_covered(plan, as_of=DAY).domain("money")

    assert (money.standing is DomainStanding.WITHOUT_GOALS) is is_asked
    assert money.entries == (("e-1",) if is_asked else ())
    assert not money.is_gap


def test_needs_that_nobody_asked_for_answer_nothing() -> None:
    covered = domains_covered(BARE, as_of=DAY)

    assert len(covered.unanswered) == len(STANDARD.domains)


def test_goals_in_domains_of_another_house_are_told() -> None:
    plan = BARE.with_goal(Goal(id="g-1", domain="gardening"))
    own = STANDARD.extend(
        domains=(Domain(id="gardening", name="garden", description="what grows"),)
    )

    assert domains_covered(plan, as_of=DAY).elsewhere == ("g-1",)
    assert domains_covered(plan, as_of=DAY, catalogue=own).domain("gardening").goals == ("g-1",)


def test_a_catalogue_without_domains_covers_nothing() -> None:
    covered = domains_covered(PLAN, as_of=DAY, catalogue=Catalogue())

    assert (covered.domains, covered.elsewhere) == ((), ("g-walk", "g-eat", "g-none"))
    assert "0 with goals, 0 without, 0 not asked about." in str(covered)


def test_a_domain_is_found_by_its_id() -> None:
    with pytest.raises(UnknownId, match="there is no domain 'moon'"):
        COVERED.domain("moon")


def test_what_is_covered_prints_domain_by_domain() -> None:
    text = str(COVERED)

    assert text.startswith("Domains of life of c-17 (as of 2026-11-23)\n")
    for part in (
        "1 with goals, 3 without, 13 not asked about.",
        "With goals",
        "Without goals",
        "concerns: con-1; needs: losing_heart",
        "Not asked about",
        "- what matters",
        "Goals in no domain",
        "- g-none",
    ):
        assert part in text


def test_nothing_but_open_domains_prints_nothing_else() -> None:
    headings = ("With goals", "Without goals", "Goals in no domain")

    assert [one for one in headings if one in str(domains_covered(BARE, as_of=DAY))] == []


@pytest.mark.parametrize(
    "call",
    [
        lambda: domains_covered(None, as_of=DAY),  # type: ignore[arg-type]
        lambda: domains_covered(PLAN, as_of=datetime(2026, 11, 23)),
        lambda: domains_covered(PLAN, as_of=DAY, catalogue=None),  # type: ignore[arg-type]
    ],
)
def test_the_question_takes_what_it_says(call: Any) -> None:  # noqa: ANN401 # called as it stands
    with pytest.raises(WrongType):
        call()


IDS = [one.id for one in STANDARD.domains]
GOALS = st.lists(
    st.builds(
        Goal,
        id=st.sampled_from(["g-1", "g-2", "g-3"]),
        domain=st.sampled_from([None, "gardening", *IDS]),
        status=st.sampled_from([None, *GoalStatus]),
    ),
    max_size=6,
)


@given(goals=GOALS)
def test_every_domain_and_every_goal_is_told(goals: list[Goal]) -> None:
    covered: DomainsCovered = domains_covered(attrs.evolve(BARE, goals=tuple(goals)), as_of=DAY)
    parts = (*covered.with_goals, *covered.without_goals, *covered.unanswered)
    told = {
        *covered.elsewhere,
        *(goal for one in covered.domains for goal in (*one.goals, *one.ended)),
    }

    assert sorted(one.domain for one in parts) == sorted(IDS)
    assert told == {goal.id for goal in goals}
