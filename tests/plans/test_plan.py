"""The care plan: what its verbs change, and what they keep."""

import pickle
from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.identity import in_words
from carecore.base.recurrence import Recurrence
from carecore.base.timing import PartialDate
from carecore.coverage import Authorization, Coverage
from carecore.errors import InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.medications import MedicationList, MedicationOrder, OrderAction
from carecore.people import Client, Team
from carecore.plans import (
    Activity,
    CarePlan,
    Concern,
    Contact,
    Goal,
    PlanStatus,
    Stage,
    Visit,
)
from carecore.record import Condition, Event, EventKind, Record
from carecore.rights import Acknowledgement, Consent, ConsentScope, Decision
from carecore.roles import PayerKind
from carecore.transitions import Transition
from carecore.travel import Journey

from .samples_plans import PLAN, SAMPLES, TIMELINE

DAY = date(2026, 3, 9)
EMPTY = CarePlan(id="plan-1", client=Client(id="c-17", name="Ada Quill"))

# A field of a plan, something new for it with the id of what the sample has, and the verb.
PUT: tuple[tuple[str, Callable[[str], Any], Callable[..., CarePlan]], ...] = (
    ("concerns", lambda key: Concern(id=key), CarePlan.with_concern),
    ("stages", lambda key: Stage(id=key, name="home"), CarePlan.with_stage),
    ("goals", lambda key: Goal(id=key), CarePlan.with_goal),
    ("activities", lambda key: Activity(id=key), CarePlan.with_activity),
    ("visits", lambda key: Visit(id=key), CarePlan.with_visit),
    ("transitions", lambda key: Transition(id=key), CarePlan.with_transition),
    ("journeys", lambda key: Journey(id=key, client_id="c-17"), CarePlan.with_journey),
    ("medication_lists", lambda key: MedicationList(id=key), CarePlan.with_medication_list),
    (
        "medication_orders",
        lambda key: MedicationOrder(id=key, action=OrderAction.HOLD, substance="ibuprofen"),
        CarePlan.with_medication_order,
    ),
    (
        "consents",
        lambda key: Consent(
            id=key, client_id="c-17", scope=ConsentScope.TRAVEL, is_given=False, by="c-17"
        ),
        CarePlan.with_consent,
    ),
    (
        "coverages",
        lambda key: Coverage(id=key, client_id="c-17", payer=PayerKind.PRIVATE_PAY),
        CarePlan.with_coverage,
    ),
    (
        "authorizations",
        lambda key: Authorization(id=key, service="visit_regularly", unit="visit"),
        CarePlan.with_authorization,
    ),
    ("decisions", lambda key: Decision(id=key, what="where_to_live"), CarePlan.with_decision),
)
TAKE_OUT: tuple[tuple[str, Callable[..., CarePlan]], ...] = (
    ("concerns", CarePlan.without_concern),
    ("stages", CarePlan.without_stage),
    ("goals", CarePlan.without_goal),
    ("activities", CarePlan.without_activity),
    ("visits", CarePlan.without_visit),
    ("transitions", CarePlan.without_transition),
    ("journeys", CarePlan.without_journey),
)
FIND: tuple[tuple[str, Callable[..., object]], ...] = (
    ("concerns", CarePlan.concern),
    ("stages", CarePlan.stage),
    ("goals", CarePlan.goal),
    ("activities", CarePlan.activity),
    ("visits", CarePlan.visit),
    ("transitions", CarePlan.transition),
    ("journeys", CarePlan.journey),
    ("medication_lists", CarePlan.medication_list),
)


def others(plan: CarePlan, /, *names: str) -> dict[str, object]:
    """What *plan* holds in its other fields."""
    fields = [one.name for one in attrs.fields(CarePlan)]
    return {name: getattr(plan, name) for name in fields if name not in names}


@pytest.mark.parametrize(("name", "make", "verb"), PUT)
def test_what_has_the_id_of_another_takes_its_place(
    name: str, make: Callable[[str], Any], verb: Callable[..., CarePlan]
) -> None:
    (old,) = getattr(PLAN, name)
    new = make(old.id)

    after = verb(PLAN, new)
    assert getattr(after, name) == (new,)
    assert others(after, name) == others(PLAN, name)


@pytest.mark.parametrize(("name", "make", "verb"), PUT)
def test_what_has_a_new_id_comes_last(
    name: str, make: Callable[[str], Any], verb: Callable[..., CarePlan]
) -> None:
    (old,) = getattr(PLAN, name)
    new = make("new")

    after = verb(PLAN, new)
    assert getattr(after, name) == (old, new)
    assert others(after, name) == others(PLAN, name)


@pytest.mark.parametrize(("make", "verb"), [(make, verb) for _, make, verb in PUT])
def test_putting_the_same_on_the_plan_twice_is_putting_it_there_once(
    make: Callable[[str], Any], verb: Callable[..., CarePlan]
) -> None:
    once = verb(PLAN, make("new"))

    assert verb(once, make("new")) == once


@pytest.mark.parametrize(
    "verb",
    [verb for _, _, verb in PUT]
    + [CarePlan.with_acknowledgement, CarePlan.with_contact, CarePlan.with_team],
)
def test_only_what_belongs_there_is_put_on_a_plan(verb: Callable[..., CarePlan]) -> None:
    with pytest.raises(WrongType, match="is text, 6 characters"):
        verb(PLAN, "goal-1")


@pytest.mark.parametrize(("name", "verb"), TAKE_OUT)
def test_what_is_taken_off_the_plan_takes_nothing_with_it(
    name: str, verb: Callable[..., CarePlan]
) -> None:
    (old,) = getattr(PLAN, name)

    after = verb(PLAN, old.id)
    assert getattr(after, name) == ()
    assert others(after, name) == others(PLAN, name)


@pytest.mark.parametrize("verb", [verb for _, verb in (*TAKE_OUT, *FIND)])
def test_an_id_that_the_plan_does_not_have_is_refused(verb: Callable[..., object]) -> None:
    with pytest.raises(UnknownId, match=r"there is no .* 'nobody'"):
        verb(PLAN, "nobody")


@pytest.mark.parametrize(("name", "verb"), FIND)
def test_what_is_on_the_plan_is_found_by_its_id(
    name: str, verb: Callable[[CarePlan, str], object]
) -> None:
    (wanted,) = getattr(PLAN, name)

    assert verb(PLAN, wanted.id) == wanted


def test_an_id_that_looks_like_another_is_asked_after() -> None:
    with pytest.raises(UnknownId) as refused:
        PLAN.goal("goal-l")

    assert str(refused.value) == "there is no goal 'goal-l'. Maybe 'goal-1'."


def test_an_id_is_text() -> None:
    with pytest.raises(WrongType, match="the id of a goal is a value of type int"):
        PLAN.goal(1)  # type: ignore[arg-type] # that is the point


def test_of_two_with_one_id_the_first_is_found_and_replaced_and_both_are_taken_off() -> None:
    one, other = Goal(id="a", domain="mood"), Goal(id="a", domain="mind")
    twice, new = attrs.evolve(PLAN, goals=(one, other)), Goal(id="a")

    assert twice.goal("a") == one
    assert twice.with_goal(new).goals == (new, other)
    assert twice.without_goal("a").goals == ()


GOAL_KEEPERS: tuple[Callable[[CarePlan], CarePlan], ...] = (
    lambda plan: plan.without_concern("concern-1"),
    lambda plan: plan.without_stage("stage-1"),
    lambda plan: plan.without_activity("activity-1"),
    lambda plan: plan.without_visit("visit-1"),
    lambda plan: plan.without_transition("transition-1"),
    lambda plan: plan.without_journey("j-1"),
    lambda plan: plan.with_timeline(None),
    lambda plan: plan.with_timeline(TIMELINE.re_anchored(DAY)),
    lambda plan: plan.with_entries(Condition(id="e-9")),
    lambda plan: plan.with_client(Client(id="c-17")),
    lambda plan: plan.with_team(Team(id="t-2")),
    lambda plan: plan.monitored_by("p-2"),
    lambda plan: plan.reviewed_on(DAY),
    lambda plan: plan.on_hold(),
    lambda plan: plan.on_hold().activated(),
    lambda plan: plan.completed(),
    lambda plan: plan.revoked(),
    *(
        lambda plan, make=make, verb=verb: verb(plan, make("new"))
        for name, make, verb in PUT
        if name != "goals"
    ),
)


@pytest.mark.parametrize("change", GOAL_KEEPERS)
def test_goals_are_not_dropped(change: Callable[[CarePlan], CarePlan]) -> None:
    assert change(PLAN).goals == PLAN.goals


@pytest.mark.parametrize("change", GOAL_KEEPERS)
def test_a_verb_leaves_the_plan_as_it_was(change: Callable[[CarePlan], CarePlan]) -> None:
    before = deepcopy(PLAN)

    change(PLAN)
    assert before == PLAN


def test_a_last_task_that_expired_does_not_complete_a_plan() -> None:
    over = Activity(id="a", window=PLAN.period).completed()
    plan = attrs.evolve(PLAN, activities=(), goals=()).with_activity(over)

    changed = plan.with_visit(Visit(id="v", event="e-3")).reviewed_on(date(2030, 1, 1))
    assert changed.status is PlanStatus.ACTIVE


def test_a_plan_that_is_completed_keeps_what_is_open_on_it() -> None:
    plan = PLAN.with_goal(Goal(id="goal-2").activated()).with_activity(Activity(id="a").started())

    assert others(plan.completed(), "status") == others(plan, "status")


# From each status, where the verbs lead; what is not named is refused.
A, H, C, R, D, E = (
    PlanStatus.ACTIVE,
    PlanStatus.ON_HOLD,
    PlanStatus.COMPLETED,
    PlanStatus.REVOKED,
    PlanStatus.DRAFT,
    PlanStatus.ENTERED_IN_ERROR,
)
VERBS = {
    A: CarePlan.activated,
    H: CarePlan.on_hold,
    C: CarePlan.completed,
    R: CarePlan.revoked,
}
LEGAL: dict[PlanStatus | None, set[PlanStatus]] = {
    None: {A, H, C, R},
    D: {A, R},
    A: {A, H, C, R},
    H: {A, H, C, R},
    C: {A, C},
    R: {R},
    E: set(),
}


@pytest.mark.parametrize("now", LEGAL)
@pytest.mark.parametrize("wanted", VERBS)
def test_a_plan_moves_only_where_it_may_and_a_refusal_is_never_silent(
    now: PlanStatus | None, wanted: PlanStatus
) -> None:
    plan, verb = attrs.evolve(PLAN, status=now), VERBS[wanted]

    if wanted in LEGAL[now]:
        assert verb(plan) == attrs.evolve(PLAN, status=wanted)
    else:
        with pytest.raises(InvalidValue, match="does not become " + in_words(wanted.value)):
            verb(plan)


def test_a_plan_that_has_ended_cannot_be_revoked_unguarded() -> None:
    with pytest.raises(InvalidValue) as refused:
        PLAN.completed().revoked()

    assert str(refused.value) == (
        "the plan is completed, and from there it does not become revoked. "
        "Maybe a new plan, or this one while it is draft or active or on hold."
    )


@pytest.mark.parametrize(
    ("status", "ended"), [(D, False), (A, False), (H, False), (C, True), (R, True), (E, True)]
)
def test_a_status_says_whether_a_plan_has_ended(status: PlanStatus, *, ended: bool) -> None:
    assert status.is_ended is ended


def test_rights_are_told_again_and_each_time_is_kept() -> None:
    first, again = (
        Acknowledgement(right="choose_provider", at=day, by="c-17")
        for day in (DAY, date(2026, 4, 1))
    )

    plan = EMPTY.with_acknowledgement(first).with_acknowledgement(again)
    assert plan.with_acknowledgement(first).acknowledgements == (first, again)


def test_the_same_people_stand_once_for_one_purpose() -> None:
    day, night = Contact(person="p-1", purpose="pain"), Contact(person="p-1", purpose="falls")
    other = attrs.evolve(day, number="+44 20 7946 0001")

    plan = EMPTY.with_contact(day).with_contact(night).with_contact(other)
    assert plan.contacts == (other, night)


def test_entries_go_into_the_record() -> None:
    event = Event(id="e-9", kind=EventKind.VISIT)

    assert PLAN.with_entries(event).record == PLAN.record.with_entries(event)  # type: ignore[union-attr] # it has one


def test_a_plan_without_a_record_begins_one_for_its_client() -> None:
    event = Event(id="e-9", kind=EventKind.VISIT)

    assert EMPTY.with_entries(event).record == Record(client_id="c-17", events=(event,))


def test_other_facts_about_the_client_are_taken_and_another_client_is_not() -> None:
    assert PLAN.with_client(Client(id="c-17")).client == Client(id="c-17")
    with pytest.raises(InvalidValue) as refused:
        PLAN.with_client(Client(id="c-18", name="Mina Vale"))
    assert str(refused.value) == (
        "the plan is for the client 'c-17', and this is 'c-18'. Maybe a new plan."
    )


def test_a_timeline_takes_the_place_of_the_one_there_is() -> None:
    other = TIMELINE.re_anchored(DAY)

    assert PLAN.with_timeline(other).with_timeline(other).timeline == other


def test_a_plan_is_monitored_by_one_person_and_reviewed_on_a_day_or_at_a_moment() -> None:
    plan = EMPTY.monitored_by("p-2").reviewed_on(DAY)

    assert (plan.monitor, plan.reviewed) == ("p-2", PartialDate(2026, 3, 9))


def test_visits_are_planned_once_however_often_they_are_asked_for() -> None:
    weekly = Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY")
    plan = EMPTY.with_activity(Activity(id="walks", cadence=weekly))

    once = plan.with_visits_for("walks", date(2026, 3, 1), date(2026, 3, 15))
    assert [one.id for one in once.visits] == ["walks@2026-03-02", "walks@2026-03-09"]
    assert once.with_visits_for("walks", date(2026, 3, 1), date(2026, 3, 15)) == once


def test_a_visit_that_was_made_is_not_reset_by_planning_again() -> None:
    weekly = Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY")
    made = Visit(id="walks@2026-03-02", activity="walks", event="e-3")
    plan = EMPTY.with_activity(Activity(id="walks", cadence=weekly)).with_visit(made)

    again = plan.with_visits_for("walks", date(2026, 3, 1), date(2026, 3, 15))
    assert [one.is_made for one in again.visits] == [True, False]


def test_visits_are_planned_for_an_activity_of_the_plan() -> None:
    with pytest.raises(UnknownId, match="there is no activity 'nobody'"):
        EMPTY.with_visits_for("nobody", DAY, DAY)


def test_a_plan_shows_its_id_and_its_client() -> None:
    assert (repr(PLAN), str(PLAN)) == ("<CarePlan plan-1 of c-17>",) * 2


def test_what_cannot_be_right_is_built_for_rules_to_report() -> None:
    wrong = CarePlan(
        id="plan-1",
        client=Client(id="c-17"),
        team=Team(id="t-1", client_id="c-18"),
        goals=(Goal(id="goal-1", stage="no_such_stage"), Goal(id="goal-1")),
        activities=(Activity(id="a", goals=("no_such_goal",), accountable=("p-1", "p-2")),),
    )

    assert len(wrong.goals) == 2


def test_a_list_of_the_wrong_things_is_refused_with_every_place() -> None:
    with pytest.raises(ManyFaults) as refused:
        CarePlan(id="plan-1", client=Client(id="c-17"), goals=("goal-1", Stage(id="s", name="s")))  # type: ignore[arg-type] # so it is

    assert [fault.place for fault in refused.value.faults] == ["$.goals[0]", "$.goals[1]"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"id": " "}, "$.id"),
        ({"client": "c-17"}, "$.client"),
        ({"what": "Way home"}, "$.what"),
        ({"title": None}, "$.title"),
        ({"created": datetime(2026, 3, 1)}, "$.created"),
        ({"risks": ["Falls"]}, "$.risks[0]"),
        ({"strengths": "walks"}, "$.strengths"),
        ({"review_every": 60}, "$.review_every"),
        ({"note": None}, "$.note"),
    ],
)
def test_what_has_no_meaning_is_refused_with_its_place(change: dict[str, Any], place: str) -> None:
    with pytest.raises((InvalidValue, WrongType)) as refused:
        attrs.evolve(PLAN, **change)

    assert refused.value.place == place


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda one: type(one).__name__)
def test_a_value_is_equal_to_its_pickled_copy_and_can_be_a_key(sample: object) -> None:
    assert {pickle.loads(pickle.dumps(sample)): 1}[sample] == 1  # noqa: S301 # our own


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda one: type(one).__name__)
def test_a_value_shows_nothing_personal(sample: object) -> None:
    shown = f"{sample!r}{sample}"

    assert not [name for name in ("Quill", "Vale", "7946", "77-1234") if name in shown]
