"""What the scores in a record ask for."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.amounts import Quantity
from carecore.base.timing import Period
from carecore.plans import Activity, ActivityStatus, CarePlan, PlanStatus, Visit
from carecore.record import Event, EventKind, Observation, ObservationValue, Record
from carecore.transitions import Transition, TransitionState

from .asked import fared, in_force, plan, said

TAKEN = date(2026, 11, 20)


def score(what: str, points: int, /, key: str = "e-1", **parts: Any) -> Observation:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"happened": TAKEN, "value": Quantity(points, "{score}")}
    return Observation(id=key, what=what, **given | parts)


def scored(*scores: Observation, events: tuple[Event, ...] = (), **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"record": Record(observations=scores, events=events)}
    return in_force(**given | parts)


def visit(planned: date | None) -> tuple[Visit, ...]:
    return (Visit(id="v-1", planned=planned),)


@pytest.mark.parametrize(
    ("what", "points", "name"),
    [
        ("lace", 10, "LACE index"),
        ("hospital_2013", 7, "HOSPITAL score of 2013"),
        ("hospital_2016", 7, "HOSPITAL score of 2016"),
        ("hospital_simplified", 5, "simplified HOSPITAL score"),
    ],
)
def test_a_high_risk_without_an_early_follow_up_is_worth_an_advice(
    what: str, points: int, name: str
) -> None:
    made = scored(score("pain", 3, "e-0"), score(what, points))

    assert said("R105", made) == [
        (
            f"R105 advice at $.record.observations[1]: {name} is {points}, and no early follow-up "
            "is planned. Maybe a call or a visit in the first week."
        )
    ]
    assert said("R105", scored(score(what, points - 1))) == []


def test_the_last_score_counts() -> None:
    before = score("lace", 14, "e-0", happened=date(2026, 11, 19))

    assert said("R105", scored(before, score("lace", 4))) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"happened": date(2026, 10, 24)},
        {"value": Quantity(14, "m")},
        {"happened": None},
    ],
)
def test_a_score_that_is_too_old_or_cannot_be_read_asks_for_nothing(parts: dict[str, Any]) -> None:
    assert said("R105", scored(score("lace", 14, **parts))) == []


def test_a_score_may_be_relied_on_for_thirty_days() -> None:
    assert len(said("R105", scored(score("lace", 14, happened=date(2026, 10, 25))))) == 1


HOME = Transition(id="tr-1", planned=date(2026, 12, 1))


@pytest.mark.parametrize(
    "parts",
    [
        {"visits": visit(date(2026, 11, 21))},
        {"visits": visit(date(2026, 11, 27))},
        {"visits": visit(None)},
        {"visits": visit(date(2026, 12, 8)), "transitions": (HOME,)},
        {"activities": (Activity(id="a-1", duty="contact_after_transition"),)},
        {
            "activities": (
                Activity(
                    id="a-1",
                    duty="contact_after_transition",
                    window=Period(date(2026, 11, 27), date(2026, 12, 1)),
                ),
            )
        },
        {"events": (Event(id="e-9", kind=EventKind.CONTACT, happened=date(2026, 11, 22)),)},
        {"events": (Event(id="e-9", kind=EventKind.VISIT, happened=date(2026, 11, 22)),)},
        {"status": PlanStatus.COMPLETED},
    ],
)
def test_an_early_follow_up_that_is_planned_or_made_is_enough(parts: dict[str, Any]) -> None:
    made = scored(score("lace", 14), events=parts.pop("events", ()))
    given: dict[str, Any] = {"record": made.record, "status": PlanStatus.ACTIVE} | parts

    assert said("R105", plan(**given)) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"visits": visit(date(2026, 11, 28))},
        {"visits": visit(TAKEN)},
        {"visits": visit(date(2026, 11, 27)), "transitions": (HOME,)},
        {
            "visits": visit(date(2026, 12, 8)),
            "transitions": (
                Transition(id="tr-1", planned=date(2026, 12, 1), state=TransitionState.CANCELLED),
                Transition(id="tr-2"),
                Transition(id="tr-3", planned=date(2026, 11, 1)),
            ),
        },
        {
            "activities": (
                Activity(
                    id="a-1",
                    duty="contact_after_transition",
                    status=ActivityStatus.CANCELLED,
                ),
            )
        },
        {
            "activities": (
                Activity(
                    id="a-1",
                    duty="contact_after_transition",
                    window=Period(date(2026, 11, 28)),
                ),
                Activity(id="a-2", duty="watch_mood"),
            )
        },
        {"events": (Event(id="e-9", kind=EventKind.CONTACT),)},
    ],
)
def test_a_follow_up_that_comes_late_or_never_is_not(parts: dict[str, Any]) -> None:
    made = scored(score("lace", 14), events=parts.pop("events", ()), **parts)

    assert len(said("R105", made)) == 1


def test_only_a_plan_in_force_is_asked_for_a_follow_up() -> None:
    made = plan(record=Record(observations=(score("lace", 14),)))

    assert fared("R105", made) == "R105: skipped (a status)"


def test_a_possible_delirium_asks_for_somebody_at_once() -> None:
    assert said("R106", scored(score("four_at", 4))) == [
        (
            "R106 warning at $.record.observations[0]: 4AT is 4: somebody has to look at once, and "
            "no urgent_review is recorded since. "
            "Maybe somebody has looked, and nobody wrote it down."
        )
    ]


@pytest.mark.parametrize("value", [Quantity(1, "{score}"), Quantity("0.5", ""), True])
def test_a_thought_of_harming_oneself_asks_for_somebody_at_once(value: ObservationValue) -> None:
    assert said("R106", scored(score("self_harm", 1, value=value))) == [
        (
            "R106 warning at $.record.observations[0]: 'self_harm' of PHQ-9 is above 0: somebody "
            "has to look at once, and no urgent_review is recorded since. "
            "Maybe somebody has looked, and nobody wrote it down."
        )
    ]


def look(happened: date | None, **parts: Any) -> tuple[Event, ...]:  # noqa: ANN401 # handed on
    return (
        Event(
            id="e-9", kind=EventKind.ASSESSMENT, what="urgent_review", happened=happened, **parts
        ),
    )


BOTH = (score("four_at", 6), score("self_harm", 2, "e-2"))


@pytest.mark.parametrize(
    "events", [look(TAKEN), look(date(2026, 11, 22)), look(datetime(2026, 11, 20, 9, tzinfo=UTC))]
)
def test_somebody_who_has_looked_since_is_enough(events: tuple[Event, ...]) -> None:
    assert said("R106", scored(*BOTH, events=events)) == []


@pytest.mark.parametrize(
    "events", [look(date(2026, 11, 19)), look(None), look(TAKEN, client_id="c-71")]
)
def test_a_look_before_without_a_date_or_at_somebody_else_is_not(
    events: tuple[Event, ...],
) -> None:
    record = Record(client_id="c-17", observations=BOTH, events=events)

    assert len(said("R106", plan(record=record))) == 2


@pytest.mark.parametrize(
    "scores",
    [
        (score("four_at", 3),),
        (score("four_at", 6, "e-0", happened=date(2026, 11, 19)), score("four_at", 0)),
        (score("self_harm", 0),),
        (score("self_harm", 1, value=False),),
        (score("self_harm", 1, value=None),),
        (score("self_harm", 1, happened=None, recorded=TAKEN),),
        (score("phq_9", 9),),
        (score("four_at", 6, happened=None),),
    ],
)
def test_scores_that_are_not_urgent_or_cannot_be_read_are_left_alone(
    scores: tuple[Observation, ...],
) -> None:
    assert said("R106", scored(*scores)) == []


def test_a_plan_that_has_ended_asks_for_nobody() -> None:
    made = plan(status=PlanStatus.REVOKED, record=Record(observations=BOTH))

    assert said("R106", made) == []
