"""Nothing automatic shows what is personal, of any public class and however deep it lies."""

import json
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from carecore.base.outline import Faces
from carecore.base.privacy import personal_fields
from carecore.catalogue import Catalogue
from carecore.codec import dumps, loads
from carecore.errors import CareError, ManyFaults
from carecore.plans import CarePlan, compare_plans
from carecore.recovery import track, what_would_help
from carecore.review import (
    check_readiness,
    check_travel,
    domains_covered,
    duty_ledger,
    find_deadlines,
)
from carecore.rulebook import validate
from carecore.testing import (
    TRAVELLER_NOW,
    edited,
    strategies,
    traveller_calendar,
    traveller_plan,
    with_markers,
)
from carecore.transitions import legal_moves

from ..codec.not_values import WHY
from ..drawing import at_most
from .public import CLASSES, named

# A plan is long, and a report of a failure may be.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

FEW = settings(
    max_examples=10, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
ODD: tuple[object, ...] = (object(), -1, "not an id!", [3, object()], [None], b"x", {"a": 1})


def parts_of(cls: type[Any], seen: frozenset[type] = frozenset()) -> Iterator[type[Any]]:
    """The class, and all the attrs classes that its fields name."""
    yield cls
    for one in attrs.fields(cls):
        for kind in kinds_in(one.type):
            if attrs.has(kind) and kind not in seen and kind is not cls:
                yield from parts_of(kind, seen | {cls, kind})


def kinds_in(kind: Any) -> Iterator[Any]:  # noqa: ANN401 # any annotation
    """The classes that an annotation names."""
    if isinstance(kind, type):
        yield kind
    for part in getattr(kind, "__args__", ()):
        yield from kinds_in(part)


# The catalogue holds what the field knows, and takes long to find that out about.
HOLDING = [
    cls
    for cls in CLASSES
    if cls is not Catalogue and any(personal_fields(part) for part in set(parts_of(cls)))
]


def shown(value: object) -> Iterator[str]:
    """All that Python, a notebook or a terminal shows of *value* without being asked for more."""
    yield from (repr(value), str(value), format(value), f"{value!a}", repr([value]))
    if isinstance(value, Faces):
        untyped: Any = value
        yield from untyped._repr_mimebundle_().values()
    if isinstance(value, CareError):
        each = value.faults if isinstance(value, ManyFaults) else (value,)
        yield from (str(vars(one)) + str(one.args) for one in each)
        yield from traceback.format_exception(value)


def refusals(value: Any) -> Iterator[CareError]:  # noqa: ANN401 # of any class
    """The errors of a value, one field of which holds what it may not, or the value itself."""
    for one in attrs.fields(type(value)):
        if one.init:
            for odd in (*ODD, value, (value, value)):
                try:
                    attrs.evolve(value, **{one.alias: odd})
                except CareError as error:
                    yield error


def places_in(plain: object, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in plain data, step by step."""
    yield place
    steps: Any = ()
    if isinstance(plain, dict):
        steps = plain.items()
    elif isinstance(plain, list):
        steps = enumerate(plain)
    for step, inner in steps:
        yield from places_in(inner, (*place, step))


def defect(plain: Any, place: tuple[Any, ...], odd: object) -> None:  # noqa: ANN401 # of any kind
    """Put something odd into plain data."""
    *way, last = place
    for step in way:
        plain = plain[step]
    plain[last] = odd


def test_many_classes_hold_something_personal() -> None:
    names = {cls.__name__ for cls in HOLDING}

    assert names > {"CarePlan", "Client", "Transition", "Journey", "Consent", "Record", "PlanView"}


@pytest.mark.parametrize("cls", HOLDING, ids=named)
@FEW
@given(data=st.data())
def test_no_face_of_a_value_shows_what_is_personal(cls: type[Any], data: st.DataObject) -> None:
    marked = with_markers(data.draw(strategies.values(cls)))

    assert marked.shown_in(*shown(marked.value)) == ()


@pytest.mark.parametrize("cls", HOLDING, ids=named)
@settings(FEW, max_examples=3)
@given(data=st.data())
def test_no_error_of_a_constructor_shows_what_is_personal(
    cls: type[Any], data: st.DataObject
) -> None:
    marked = with_markers(data.draw(strategies.values(cls)))
    errors = list(refusals(marked.value))

    assert errors
    assert marked.shown_in(*(text for error in errors for text in shown(error))) == ()


@pytest.mark.parametrize("cls", [one for one in HOLDING if one.__name__ not in WHY], ids=named)
@FEW
@given(data=st.data())
def test_no_error_of_a_document_shows_what_is_personal(cls: type[Any], data: st.DataObject) -> None:
    marked = with_markers(data.draw(strategies.values(cls)))
    plain = json.loads(dumps(marked.value))
    place = data.draw(st.sampled_from([one for one in places_in(plain) if one]))
    odd = data.draw(st.sampled_from([None, -1, "x", "", [], {}, True, [["x"]], {"name": 3}]))
    defect(plain, place, odd)
    said: list[str] = []

    try:
        loads(json.dumps(plain), cls)
    except CareError as error:
        said.extend(shown(error))

    assert marked.shown_in(*said) == ()


MARKED = with_markers(traveller_plan())


def answers(plan: CarePlan) -> Iterator[tuple[str, object]]:
    """What the verbs of the library say of a plan, by what was asked."""
    calendar = traveller_calendar()
    as_of, day = TRAVELLER_NOW, TRAVELLER_NOW.date()
    yield "duty_ledger", duty_ledger(plan, as_of=day)
    yield "domains_covered", domains_covered(plan, as_of=day)
    for one in plan.transitions:
        yield "check_readiness", check_readiness(plan, one.id, as_of=as_of)
        yield "find_deadlines", find_deadlines(plan, one.id, as_of=as_of, calendar=calendar)
        yield "legal_moves", legal_moves(one, by=plan.client.id)
    for journey in plan.journeys:
        yield "check_travel", check_travel(plan, journey.id, as_of=as_of)
    if plan.timeline is not None and plan.record is not None:
        yield "track", track(plan.timeline, plan.record, as_of=day)
        yield "what_would_help", what_would_help(plan.timeline, plan.record, as_of=day)
    yield "validate", validate(plan, as_of=as_of, calendar=calendar)
    other = edited(edited(plan, "$.goals[0].text", "other"), "$.client.name", "other")
    for old, new in ((plan, other), (other, plan), (plan, traveller_plan())):
        yield "compare_plans", compare_plans(old, new)


def test_no_answer_about_a_plan_shows_what_is_personal() -> None:
    told = [(asked, MARKED.shown_in(*shown(answer))) for asked, answer in answers(MARKED.value)]

    assert [asked for asked, places in told if places] == []
    assert len(told) > 10


@settings(FEW, max_examples=at_most(30))
@given(strategies.plans() | strategies.flawed_plans())
def test_no_report_on_a_plan_shows_what_is_personal(plan: CarePlan) -> None:
    marked = with_markers(plan)
    report = validate(marked.value, as_of=TRAVELLER_NOW, calendar=traveller_calendar())

    assert marked.shown_in(*shown(report)) == ()


VERBS: tuple[Callable[[CarePlan], object], ...] = (
    lambda plan: plan.goal("g-nobody"),
    lambda plan: plan.stage(""),
    lambda plan: plan.with_goal(plan.client),  # type: ignore[arg-type] # on purpose
    lambda plan: plan.with_client(attrs.evolve(plan.client, id="c-other")),
    lambda plan: check_readiness(plan, "t-nobody", as_of=TRAVELLER_NOW),
    lambda plan: validate(plan, as_of=TRAVELLER_NOW.replace(tzinfo=None)),
    lambda plan: compare_plans(plan, plan.client),  # type: ignore[arg-type] # on purpose
)


@pytest.mark.parametrize("verb", VERBS)
def test_no_verb_that_refuses_a_plan_shows_what_is_personal(
    verb: Callable[[CarePlan], object],
) -> None:
    with pytest.raises(CareError) as caught:
        verb(MARKED.value)

    assert MARKED.shown_in(*shown(caught.value)) == ()
