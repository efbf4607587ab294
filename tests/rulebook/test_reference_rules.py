"""Whose everything is, and whether what a plan names can be found in it."""

from datetime import date
from typing import Any

import pytest

from carecore.base.timing import Offset, Period
from carecore.coverage import Authorization, Coverage
from carecore.medications import (
    Medication,
    MedicationList,
    MedicationOrder,
    OrderAction,
)
from carecore.people import Authority, Client, Membership, Professional, Representative, Team
from carecore.plans import Activity, Concern, Contact, Goal, Stage, Visit
from carecore.record import Condition, Event, EventKind, Observation, Record
from carecore.recovery import Link, Milestone, Timeline
from carecore.rights import Consent, ConsentScope, Decision
from carecore.roles import PayerKind
from carecore.transitions import Transition
from carecore.travel import Journey, Leg

from .asked import DAY, asked, fared, plan, said

OTHER = "c-71"


def timeline(*milestones: Milestone, links: tuple[Link, ...] = (), **parts: Any) -> Timeline:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"id": "tl-1", "anchor": DAY, "milestones": milestones, "links": links}
    return Timeline(**given | parts)


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"team": Team(id="t-1", client_id=OTHER)}, "$.team"),
        ({"record": Record(client_id=OTHER)}, "$.record"),
        ({"timeline": timeline(client_id=OTHER)}, "$.timeline"),
        ({"transitions": (Transition(id="tr-1", client_id=OTHER),)}, "$.transitions[0]"),
        ({"journeys": (Journey(id="j-1", client_id=OTHER),)}, "$.journeys[0]"),
        (
            {"medication_lists": (MedicationList(id="l-1", client_id=OTHER),)},
            "$.medication_lists[0]",
        ),
        (
            {
                "consents": (
                    Consent(
                        id="co-1",
                        client_id=OTHER,
                        scope=ConsentScope.PLAN,
                        is_given=True,
                        by=OTHER,
                    ),
                )
            },
            "$.consents[0]",
        ),
        (
            {"coverages": (Coverage(id="cv-1", client_id=OTHER, payer=PayerKind.MEDICAID),)},
            "$.coverages[0]",
        ),
        (
            {"record": Record(conditions=(Condition(id="e-1", client_id=OTHER),))},
            "$.record.conditions[0]",
        ),
        (
            {
                "record": Record(
                    client_id="c-17",
                    observations=(
                        Observation(id="e-1", client_id="c-17"),
                        Observation(id="e-2", client_id=OTHER),
                    ),
                )
            },
            "$.record.observations[1]",
        ),
        (
            {"record": Record(events=(Event(id="e-1", client_id=OTHER, kind=EventKind.CONTACT),))},
            "$.record.events[0]",
        ),
    ],
)
def test_what_belongs_to_another_client_is_told(parts: dict[str, Any], place: str) -> None:
    assert said("P101", plan(**parts)) == [
        (
            f"P101 error at {place}: this belongs to 'c-71', and the plan to 'c-17'. "
            "Maybe it was filed in the wrong plan."
        )
    ]


def test_of_a_record_of_another_client_the_entries_are_not_told_one_by_one() -> None:
    record = Record(client_id=OTHER, conditions=(Condition(id="e-1", client_id=OTHER),))

    assert len(said("P101", plan(record=record))) == 1


def test_what_names_this_client_or_none_belongs_to_the_plan() -> None:
    record = Record(
        conditions=(Condition(id="e-1", client_id="c-17"),),
        events=(Event(id="e-2", kind=EventKind.CONTACT),),
    )
    transitions = (Transition(id="tr-1", client_id="c-17"), Transition(id="tr-2"))

    assert said("P101", plan(record=record, team=Team(id="t-1"), transitions=transitions)) == []


def twice(one: Any) -> tuple[Any, Any]:  # noqa: ANN401 # anything with an id
    return (one, one)


@pytest.mark.parametrize(
    ("parts", "kind", "first", "second"),
    [
        ({"goals": twice(Goal(id="x"))}, "goal", "$.goals[0]", "$.goals[1]"),
        (
            {"activities": twice(Activity(id="x"))},
            "activity",
            "$.activities[0]",
            "$.activities[1]",
        ),
        (
            {"stages": twice(Stage(id="x", name="ward"))},
            "stage",
            "$.stages[0]",
            "$.stages[1]",
        ),
        ({"concerns": twice(Concern(id="x"))}, "concern", "$.concerns[0]", "$.concerns[1]"),
        ({"visits": twice(Visit(id="x"))}, "visit", "$.visits[0]", "$.visits[1]"),
        (
            {"timeline": timeline(*twice(Milestone(id="x", name="steps")))},
            "milestone",
            "$.timeline.milestones[0]",
            "$.timeline.milestones[1]",
        ),
        (
            {"transitions": twice(Transition(id="x"))},
            "transition",
            "$.transitions[0]",
            "$.transitions[1]",
        ),
        (
            {"journeys": twice(Journey(id="x", client_id="c-17"))},
            "journey",
            "$.journeys[0]",
            "$.journeys[1]",
        ),
        (
            {"journeys": (Journey(id="j-1", client_id="c-17", legs=twice(Leg(id="x"))),)},
            "leg",
            "$.journeys[0].legs[0]",
            "$.journeys[0].legs[1]",
        ),
        (
            {"medication_lists": twice(MedicationList(id="x"))},
            "list",
            "$.medication_lists[0]",
            "$.medication_lists[1]",
        ),
        (
            {
                "medication_lists": (
                    MedicationList(
                        id="l-1", medications=twice(Medication(id="x", substance="aspirin"))
                    ),
                )
            },
            "medication",
            "$.medication_lists[0].medications[0]",
            "$.medication_lists[0].medications[1]",
        ),
        (
            {
                "medication_orders": twice(
                    MedicationOrder(id="x", action=OrderAction.STOP, substance="aspirin")
                )
            },
            "order",
            "$.medication_orders[0]",
            "$.medication_orders[1]",
        ),
        (
            {
                "consents": twice(
                    Consent(
                        id="x",
                        client_id="c-17",
                        scope=ConsentScope.PLAN,
                        is_given=True,
                        by="c-17",
                    )
                )
            },
            "consent",
            "$.consents[0]",
            "$.consents[1]",
        ),
        (
            {"coverages": twice(Coverage(id="x", client_id="c-17", payer=PayerKind.MEDICAID))},
            "coverage",
            "$.coverages[0]",
            "$.coverages[1]",
        ),
        (
            {"authorizations": twice(Authorization(id="x", service="visit", unit="visit"))},
            "authorization",
            "$.authorizations[0]",
            "$.authorizations[1]",
        ),
        (
            {"decisions": twice(Decision(id="x", what="next_setting"))},
            "decision",
            "$.decisions[0]",
            "$.decisions[1]",
        ),
        (
            {
                "record": Record(
                    conditions=(Condition(id="x"),),
                    events=(Event(id="x", kind=EventKind.CONTACT),),
                )
            },
            "entry",
            "$.record.conditions[0]",
            "$.record.events[0]",
        ),
    ],
)
def test_an_id_that_stands_twice_among_things_of_one_kind_is_told(
    parts: dict[str, Any], kind: str, first: str, second: str
) -> None:
    assert said("P102", plan(**parts)) == [
        (
            f"P102 error at {second}.id: the {kind} id 'x' stands at {first} already. "
            "Maybe give it an id of its own."
        )
    ]


def test_an_id_may_stand_once_for_each_kind() -> None:
    made = plan(
        goals=(Goal(id="x"), Goal(id="y")),
        activities=(Activity(id="x"), Activity(id="y")),
        record=Record(conditions=(Condition(id="x"), Condition(id="y"))),
    )

    assert said("P102", made) == []
    assert said("P102", plan()) == []


def test_of_three_with_one_id_two_are_told() -> None:
    assert len(said("P102", plan(goals=(Goal(id="x"), Goal(id="x"), Goal(id="x"))))) == 2


EMPTY = Record()


@pytest.mark.parametrize(
    ("parts", "place", "kind"),
    [
        ({"goals": (Goal(id="goal-1", stage="x"),)}, "$.goals[0].stage", "stage"),
        ({"goals": (Goal(id="goal-1", concerns=("x",)),)}, "$.goals[0].concerns[0]", "concern"),
        (
            {"goals": (Goal(id="goal-1", baseline="x"),), "record": EMPTY},
            "$.goals[0].baseline",
            "entry",
        ),
        (
            {"concerns": (Concern(id="co-1", condition="x"),), "record": EMPTY},
            "$.concerns[0].condition",
            "entry",
        ),
        ({"activities": (Activity(id="a-1", stage="x"),)}, "$.activities[0].stage", "stage"),
        ({"activities": (Activity(id="a-1", goals=("x",)),)}, "$.activities[0].goals[0]", "goal"),
        ({"activities": (Activity(id="a-1", journey="x"),)}, "$.activities[0].journey", "journey"),
        (
            {"activities": (Activity(id="a-1", authorization="x"),)},
            "$.activities[0].authorization",
            "authorization",
        ),
        ({"visits": (Visit(id="v-1", activity="x"),)}, "$.visits[0].activity", "activity"),
        ({"visits": (Visit(id="v-1", event="x"),), "record": EMPTY}, "$.visits[0].event", "entry"),
        (
            {"transitions": (Transition(id="tr-1", journey="x"),)},
            "$.transitions[0].journey",
            "journey",
        ),
        (
            {
                "authorizations": (
                    Authorization(id="au-1", coverage_id="x", service="visit", unit="visit"),
                )
            },
            "$.authorizations[0].coverage_id",
            "coverage",
        ),
        (
            {"timeline": timeline(Milestone(id="m-1", name="steps", stage="x"))},
            "$.timeline.milestones[0].stage",
            "stage",
        ),
        (
            {"timeline": timeline(anchor_event="x"), "record": EMPTY},
            "$.timeline.anchor_event",
            "entry",
        ),
        (
            {
                "timeline": timeline(
                    Milestone(id="m-1", name="steps"), links=(Link(before="x", after="m-1"),)
                )
            },
            "$.timeline.links[0].before",
            "milestone",
        ),
        (
            {
                "timeline": timeline(
                    Milestone(id="m-1", name="steps"),
                    links=(Link(before="m-1", after="x", minimum=Offset(days=1)),),
                )
            },
            "$.timeline.links[0].after",
            "milestone",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(
    parts: dict[str, Any], place: str, kind: str
) -> None:
    assert said("P103", plan(**parts)) == [
        f"P103 error at {place}: there is no {kind} 'x' here. Maybe it was taken out of the plan."
    ]


def test_a_slip_of_the_pen_gets_what_comes_near() -> None:
    goals = (Goal(id="goal-1"), Goal(id="walk"))
    activities = (Activity(id="a-1", goals=("goal-11",)), Activity(id="a-2", goals=("goal-12",)))

    lines = said("P103", plan(goals=goals, activities=activities))

    assert [line.rpartition(". ")[2] for line in lines] == ["Maybe 'goal-1'."] * 2


def test_what_comes_near_is_looked_for_a_few_times_only() -> None:
    goals = (Goal(id="goal-1"),)
    activities = tuple(Activity(id=f"a-{n}", goals=(f"goal-1{n}",)) for n in range(12))

    lines = said("P103", plan(goals=goals, activities=activities))

    assert [("goal-1'." in line) for line in lines].count(True) == 10


def test_references_that_lead_somewhere_are_left_alone() -> None:
    made = plan(
        record=Record(
            conditions=(Condition(id="e-1"),), events=(Event(id="e-2", kind=EventKind.VISIT),)
        ),
        stages=(Stage(id="ward", name="ward"),),
        concerns=(Concern(id="con-1", condition="e-1"),),
        goals=(Goal(id="goal-1", stage="ward", concerns=("con-1",), baseline="e-1"),),
        journeys=(Journey(id="j-1", client_id="c-17"),),
        coverages=(Coverage(id="cv-1", client_id="c-17", payer=PayerKind.MEDICAID),),
        authorizations=(
            Authorization(id="au-1", coverage_id="cv-1", service="visit", unit="visit"),
        ),
        activities=(
            Activity(
                id="a-1", stage="ward", goals=("goal-1",), journey="j-1", authorization="au-1"
            ),
        ),
        visits=(Visit(id="v-1", activity="a-1", event="e-2"),),
        transitions=(Transition(id="tr-1", journey="j-1"),),
        timeline=timeline(
            Milestone(id="m-1", name="surgery", stage="ward"),
            Milestone(id="m-2", name="steps"),
            links=(Link(before="m-1", after="m-2"),),
            anchor_event="e-1",
        ),
    )

    assert said("P103", made) == []


def test_without_a_record_nobody_can_tell_whether_an_entry_is_there() -> None:
    made = plan(
        concerns=(Concern(id="con-1", condition="x"),),
        goals=(Goal(id="goal-1", baseline="x"),),
        visits=(Visit(id="v-1", event="x"),),
        timeline=timeline(anchor_event="x"),
        authorizations=(Authorization(id="au-1", service="visit", unit="visit"),),
        transitions=(Transition(id="tr-1"),),
    )

    assert said("P103", made) == []


TEAM = Team(
    id="t-1",
    memberships=(
        Membership(
            person_id="p-1", role="care_manager", period=Period(date(2026, 1, 1), date(2026, 2, 1))
        ),
    ),
    professionals=(Professional(id="p-2"),),
)


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        (
            {"activities": (Activity(id="a-1", accountable=("p-1", "x")),)},
            "$.activities[0].accountable[1]",
        ),
        ({"activities": (Activity(id="a-1", helpers=("x",)),)}, "$.activities[0].helpers[0]"),
        ({"visits": (Visit(id="v-1", by="x"),)}, "$.visits[0].by"),
        ({"transitions": (Transition(id="tr-1", senders=("x",)),)}, "$.transitions[0].senders[0]"),
        (
            {"transitions": (Transition(id="tr-1", receivers=("x",)),)},
            "$.transitions[0].receivers[0]",
        ),
        (
            {"transitions": (Transition(id="tr-1", deciders=("x",)),)},
            "$.transitions[0].deciders[0]",
        ),
        (
            {
                "journeys": (
                    Journey(id="j-1", client_id="c-17", legs=(Leg(id="l", escorts=("x",)),)),
                )
            },
            "$.journeys[0].legs[0].escorts[0]",
        ),
        ({"contacts": (Contact(person="x", purpose="at_night"),)}, "$.contacts[0].person"),
        ({"goals": (Goal(id="goal-1", set_by="x"),)}, "$.goals[0].set_by"),
    ],
)
def test_a_person_whom_nobody_knows_is_told(parts: dict[str, Any], place: str) -> None:
    assert said("P114", plan(team=TEAM, **parts)) == [
        (
            f"P114 warning at {place}: the plan does not tell who 'x' is. "
            "Maybe their details belong in the team's professionals."
        )
    ]


def test_a_person_who_is_named_often_is_told_once_with_every_place() -> None:
    made = plan(
        team=TEAM,
        activities=(
            Activity(id="a-1", accountable=("p-22",)),
            Activity(id="a-2", helpers=("p-22",)),
        ),
    )

    (finding,) = asked("P114", made).findings
    assert (finding.place, finding.message, finding.advice) == (
        "$.activities[0].accountable[0]",
        "the plan does not tell who 'p-22' is",
        "Maybe 'p-2'",
    )
    assert finding.facts[0].seen == (
        "$.activities[0].accountable[0]",
        "$.activities[1].helpers[0]",
    )


def test_family_members_and_those_who_have_left_are_known() -> None:
    family = (Representative(id="r-1", authority=Authority.FAMILY),)
    made = plan(
        client=Client(id="c-17", representatives=family),
        team=TEAM,
        activities=(Activity(id="a-1", accountable=("c-17",), helpers=("r-1", "p-1", "p-2")),),
        visits=(Visit(id="v-1"),),
        goals=(Goal(id="goal-1"),),
        contacts=(Contact(purpose="at_night"),),
    )

    assert said("P114", made) == []


def test_without_a_team_nobody_can_tell_who_is_known() -> None:
    assert fared("P114", plan(visits=(Visit(id="v-1", by="x"),))) == "P114: skipped (a team)"
