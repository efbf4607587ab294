"""Concerns, goals and targets: how far a goal is, and how well it goes, are two things."""

from collections.abc import Callable
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate
from carecore.errors import InvalidValue, WrongType
from carecore.plans import Achievement, Concern, Goal, GoalStatus, Target
from carecore.record import Comparison, ObservationValue

from .samples_plans import CONCERN, GOAL, TARGET

PLAIN = Goal(id="goal-1")


def test_a_goal_that_has_ended_is_not_for_that_achieved() -> None:
    going = PLAIN.activated().judged(Achievement.NO_PROGRESS)

    ended = going.completed()
    assert (ended.status, ended.achievement) == (GoalStatus.COMPLETED, Achievement.NO_PROGRESS)


def test_a_goal_that_is_achieved_has_not_for_that_ended() -> None:
    reached = PLAIN.activated().judged(Achievement.ACHIEVED)

    assert reached.status is GoalStatus.ACTIVE


def test_what_was_achieved_can_be_lost_again() -> None:
    lost = PLAIN.judged(Achievement.ACHIEVED).judged(Achievement.WORSENING)

    assert lost.achievement is Achievement.WORSENING


@pytest.mark.parametrize(
    ("verb", "status", "because"),
    [
        (lambda goal: goal.accepted(), GoalStatus.ACCEPTED, None),
        (lambda goal: goal.activated(), GoalStatus.ACTIVE, None),
        (lambda goal: goal.on_hold(), GoalStatus.ON_HOLD, None),
        (lambda goal: goal.completed(), GoalStatus.COMPLETED, None),
        (lambda goal: goal.completed(because="reached"), GoalStatus.COMPLETED, "reached"),
        (lambda goal: goal.cancelled(because="too_hard"), GoalStatus.CANCELLED, "too_hard"),
        (lambda goal: goal.rejected(because="not_hers"), GoalStatus.REJECTED, "not_hers"),
    ],
)
def test_a_verb_sets_where_a_goal_is_and_why_and_nothing_else(
    verb: Callable[[Goal], Goal], status: GoalStatus, because: str | None
) -> None:
    after = verb(GOAL)

    assert (after.status, after.because_ended) == (status, because)
    assert attrs.evolve(after, status=GOAL.status, because_ended=GOAL.because_ended) == GOAL


@pytest.mark.parametrize("verb", [Goal.cancelled, Goal.rejected])
def test_nobody_gives_a_goal_up_without_a_reason(verb: Callable[..., Goal]) -> None:
    with pytest.raises(InvalidValue, match="not snake_case"):
        verb(PLAIN, because="")


@pytest.mark.parametrize(
    ("status", "ended"),
    [
        (GoalStatus.PROPOSED, False),
        (GoalStatus.PLANNED, False),
        (GoalStatus.ACCEPTED, False),
        (GoalStatus.ACTIVE, False),
        (GoalStatus.ON_HOLD, False),
        (GoalStatus.COMPLETED, True),
        (GoalStatus.CANCELLED, True),
        (GoalStatus.REJECTED, True),
        (GoalStatus.ENTERED_IN_ERROR, True),
    ],
)
def test_a_status_says_whether_a_goal_has_ended(status: GoalStatus, *, ended: bool) -> None:
    assert status.is_ended is ended


def test_only_two_ways_of_going_are_achieved() -> None:
    achieved = [one for one in Achievement if one.is_achieved]

    assert achieved == [Achievement.ACHIEVED, Achievement.SUSTAINING]


def test_a_goal_is_judged_by_an_achievement_and_nothing_else() -> None:
    with pytest.raises(WrongType, match="the achievement is text"):
        PLAIN.judged("achieved")  # type: ignore[arg-type] # that is the point


def test_a_target_takes_the_place_of_the_one_that_compares_the_same() -> None:
    before = attrs.evolve(GOAL, targets=(Target(what="weight"), TARGET))
    fewer = attrs.evolve(TARGET, value=Quantity(10, "{steps}"))

    assert before.with_target(fewer).targets == (Target(what="weight"), fewer)


def test_a_target_that_compares_otherwise_stands_beside() -> None:
    most = attrs.evolve(TARGET, comparison=Comparison.AT_MOST)

    assert GOAL.with_target(most).targets == (TARGET, most)


def test_a_target_is_a_target() -> None:
    with pytest.raises(WrongType, match="the target is a value of type Goal"):
        GOAL.with_target(GOAL)  # type: ignore[arg-type] # that is the point


@pytest.mark.parametrize(
    ("target", "measurable"),
    [
        (Target(what="pain"), True),
        (Target(what="pain", comparison=Comparison.AT_MOST), False),
        (Target(what="pain", comparison=Comparison.AT_MOST, value=Quantity(3)), True),
        (Target(what="asleep", comparison=Comparison.EQUAL, value=False), True),
    ],
)
def test_a_target_is_measurable_if_one_could_tell_that_it_is_reached(
    target: Target, *, measurable: bool
) -> None:
    assert target.is_measurable is measurable


@pytest.mark.parametrize(
    "value", [None, Quantity(3), Code(system="https://example.org", code="a"), True, "at_home"]
)
def test_a_target_takes_what_an_observation_takes(
    value: ObservationValue,
) -> None:
    assert Target(what="place", comparison=Comparison.EQUAL, value=value).value == value


def test_a_target_in_free_text_is_refused_and_not_quoted_from_further_than_it_must() -> None:
    with pytest.raises(InvalidValue) as refused:
        Target(what="place", comparison=Comparison.EQUAL, value="At home")

    assert str(refused.value) == (
        "$.value: the term id 'At home' is not snake_case. Maybe 'at_home'."
    )


def test_a_day_becomes_a_partial_date() -> None:
    goal = Goal(id="g", starts=date(2026, 3, 1), targets=(Target(what="a", due=date(2026, 4, 1)),))

    assert (goal.starts, goal.targets[0].due) == (
        PartialDate(2026, 3, 1),
        PartialDate(2026, 4, 1),
    )


def test_a_goal_that_is_due_before_it_starts_is_built_for_rules_to_report() -> None:
    goal = Goal(id="g", starts=date(2026, 4, 1), targets=(Target(what="a", due=date(2026, 3, 1)),))

    assert goal.targets[0].due == PartialDate(2026, 3, 1)


@given(status=st.none() | st.sampled_from(GoalStatus), going=st.sampled_from(Achievement))
def test_judging_a_goal_never_moves_it(status: GoalStatus | None, going: Achievement) -> None:
    assert attrs.evolve(PLAIN, status=status).judged(going).status is status


def test_a_goal_and_a_concern_show_their_ids_and_not_their_words() -> None:
    assert (repr(GOAL), repr(CONCERN)) == ("<Goal goal-1>", "<Concern concern-1>")


def test_a_concern_needs_an_id_only() -> None:
    assert Concern(id="concern-1") == Concern(
        id="concern-1", what=None, condition=None, domain=None, text=""
    )


def test_a_domain_and_a_condition_of_nothing_are_refused_with_their_places() -> None:
    with pytest.raises(InvalidValue, match=r"\$\.domain: the domain id 'My mood'"):
        Concern(id="concern-1", domain="My mood")
    with pytest.raises(InvalidValue, match=r"\$\.baseline: the entry id is blank"):
        Goal(id="goal-1", baseline="")
