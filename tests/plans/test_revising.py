"""Revising a plan: what goes into the log, and what is refused."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import assume, given

from carecore.base.reasons import look_up
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.people import Client
from carecore.plans import CarePlan, Goal, Revision, compare_plans, revise

from .drawn import PLANS
from .samples_plans import PLAN

AT = datetime(2026, 3, 20, 9, tzinfo=UTC)
PLAIN = CarePlan(id="plan-1", client=Client(id="c-17", name="Ada Quill"))
WITH_GOAL = PLAIN.with_goal(Goal(id="goal-1"))


def revised(old: CarePlan, new: CarePlan, /, *, at: datetime = AT) -> CarePlan:
    """*new* as a revision of *old*, for one reason and by one person."""
    return revise(old, new, by="p-1", at=at, because="Ada Quill asked for it.")


def test_the_log_says_who_changed_what_when_and_why() -> None:
    (entry,) = revised(PLAIN, WITH_GOAL).revisions

    assert entry == Revision(
        number=1,
        by="p-1",
        at=AT,
        because="Ada Quill asked for it.",
        changed=("$.goals[0]",),
    )


def test_what_went_is_named_by_its_id_and_by_the_list_it_went_from() -> None:
    (entry,) = revised(WITH_GOAL, PLAIN.with_goal(Goal(id="goal-2"))).revisions

    assert (entry.changed, entry.removed) == (("$.goals", "$.goals[0]"), ("goal-1",))


def test_what_went_without_an_id_is_named_by_the_list_it_went_from() -> None:
    (_, entry) = revised(PLAN, attrs.evolve(PLAN, risks=(), acknowledgements=())).revisions

    assert (entry.changed, entry.removed) == (("$.acknowledgements", "$.risks"), ())


def test_a_later_moment_of_the_hour_that_comes_twice_is_later() -> None:
    # On that night half past two comes before ten past two, when clocks have been set back.
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    later = datetime(2026, 10, 25, 2, 10, tzinfo=berlin, fold=1)

    once = revised(PLAIN, WITH_GOAL, at=first)
    assert revised(once, once.monitored_by("p-2"), at=later).revisions[1].at == later
    early = revised(PLAIN, WITH_GOAL, at=later)
    with pytest.raises(InvalidValue, match="comes before the last"):
        revised(early, early.monitored_by("p-2"), at=first)


def test_revising_twice_counts_on() -> None:
    once = revised(PLAIN, WITH_GOAL)
    twice = revised(once, once.monitored_by("p-2"))

    assert [(one.number, one.changed) for one in twice.revisions] == [
        (1, ("$.goals[0]",)),
        (2, ("$.monitor",)),
    ]


def test_the_count_goes_on_from_the_highest_number_there_is() -> None:
    entry = attrs.evolve(PLAN.revisions[0], number=7)
    old = attrs.evolve(PLAN, revisions=(entry,))

    assert revised(old, old.monitored_by("p-2")).revisions[-1].number == 8


@given(old=PLANS, new=PLANS)
def test_a_revision_keeps_everything(old: CarePlan, new: CarePlan) -> None:
    change = attrs.evolve(new, revisions=old.revisions)
    assume(change != old)

    after = revised(old, change)
    assert after.revisions[:-1] == old.revisions
    assert attrs.evolve(after, revisions=old.revisions) == change


@given(old=PLANS, new=PLANS)
def test_every_place_in_the_log_leads_somewhere_in_the_revised_plan(
    old: CarePlan, new: CarePlan
) -> None:
    change = attrs.evolve(new, revisions=old.revisions)
    assume(change != old)

    after = revised(old, change)
    for place in after.revisions[-1].changed:
        look_up(after, place)


def test_two_revisions_at_one_moment_are_taken() -> None:
    once = revised(PLAIN, WITH_GOAL)

    assert len(revised(once, once.monitored_by("p-2")).revisions) == 2


def test_moments_of_two_zones_are_compared_as_moments() -> None:
    once = revised(PLAIN, WITH_GOAL)
    same = AT.astimezone(ZoneInfo("Asia/Tokyo"))

    assert len(revised(once, once.monitored_by("p-2"), at=same).revisions) == 2


@pytest.mark.parametrize(
    ("old", "new", "at", "text"),
    [
        (
            WITH_GOAL,
            WITH_GOAL,
            AT,
            (
                "nothing is different in the plan 'plan-1'. "
                "Maybe change it first: plan.with_goal(goal)."
            ),
        ),
        (
            PLAIN,
            attrs.evolve(PLAIN, id="plan-2"),
            AT,
            (
                "$.id: the plan 'plan-2' is no revision of the plan 'plan-1'. "
                "Maybe the two were mixed up."
            ),
        ),
        (
            PLAIN,
            attrs.evolve(PLAIN, client=Client(id="c-18", name="Mina Vale")),
            AT,
            (
                "$.client.id: the plan is for the client 'c-17', and this one for 'c-18'. "
                "Maybe a new plan."
            ),
        ),
        (
            PLAN,
            attrs.evolve(PLAN, monitor="p-2", revisions=()),
            AT,
            (
                "$.revisions: the log of the revised plan 'plan-1' is not the one it had. "
                "Maybe it was revised meanwhile: make the change again on the latest plan."
            ),
        ),
        (
            PLAN,
            PLAN.monitored_by("p-2"),
            PLAN.revisions[0].at - timedelta(seconds=1),
            (
                "$.at: a revision at 2026-03-09T13:59:59+00:00 comes before the last, "
                "2026-03-09T14:00:00+00:00. Maybe the two were revised out of turn."
            ),
        ),
    ],
)
def test_what_is_no_revision_is_refused(
    old: CarePlan, new: CarePlan, at: datetime, text: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        revised(old, new, at=at)

    assert str(refused.value) == text


def test_a_revision_without_a_reason_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"the because of a Revision is blank"):
        revise(PLAIN, WITH_GOAL, by="p-1", at=AT, because=" ")


def test_a_revision_at_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(WrongType, match="without a time zone"):
        revised(PLAIN, WITH_GOAL, at=datetime(2026, 3, 20))


def test_only_plans_are_revised() -> None:
    with pytest.raises(WrongType, match="the revised plan is a value of type Goal"):
        revised(PLAIN, Goal(id="goal-1"))  # type: ignore[arg-type] # that is the point


def test_no_refusal_tells_a_personal_value() -> None:
    other = attrs.evolve(PLAIN, client=Client(id="c-18", name="Mina Vale"))

    with pytest.raises(CareError) as refused:
        revised(PLAIN, other)
    assert not [name for name in ("Ada", "Mina") if name in str(refused.value)]


def test_a_revision_says_its_number_and_not_its_reason() -> None:
    assert repr(PLAN.revisions[0]) == "<Revision 1>"


def test_the_first_revision_is_number_one() -> None:
    with pytest.raises(InvalidValue, match="the number of a Revision is 0"):
        Revision(number=0, by="p-1", at=AT, because="asked")


def test_a_revision_has_a_moment_and_no_day() -> None:
    with pytest.raises(WrongType, match=r"\$\.at"):
        Revision(number=1, by="p-1", at=AT.date(), because="asked")  # type: ignore[arg-type] # so it is


def test_a_revised_plan_differs_from_the_old_one_by_its_log_as_well() -> None:
    diff = compare_plans(PLAIN, revised(PLAIN, WITH_GOAL))

    assert [(one.place, one.new.seen) for one in diff.changes] == [
        ("$.goals[0]", "goal-1"),
        ("$.revisions[0]", "1"),
    ]
