"""What holds for every value of the house, and for every error."""

import copy
import datetime as dt
import decimal
import inspect
import pickle
import zoneinfo
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import attrs
import pytest

import carecore
from carecore import base
from carecore.base import amounts, outline, reasons
from carecore.base import parts as outline_parts
from carecore.base.privacy import PrivateRepr
from carecore.catalogue import Catalogue
from carecore.errors import (
    CareError,
    FindingsFound,
    IllegalMove,
    InvalidValue,
    ManyFaults,
    UnknownId,
    WrongType,
)
from carecore.matching import (
    Change,
    ClientAnswer,
    NeededDuty,
    PanelAdvice,
    PanelRole,
    RecommendedRole,
    RoleAdvice,
    RoleSeat,
    Situation,
    SkillGroup,
    Status,
)
from carecore.people import Team
from carecore.plans import CarePlan, Revision
from carecore.record import Record
from carecore.review import PlanView
from carecore.roles import EmployerKind
from carecore.testing import Scenario
from carecore.validation import Rule, RuleSet

from .samples import DAY, SAMPLES, VALUES, changed

ERRORS: tuple[CareError, ...] = (
    CareError("the client has no id", place="$.id", advice="Maybe pass id='c-1'"),
    InvalidValue("the limit is -1 points"),
    WrongType("a day is wanted", place="$.as_of"),
    UnknownId("duty", "coordinate_car", near=("coordinate_care",), place="$.duties[0]"),
    IllegalMove(
        "depart", state="planned", by="p-1", because="the gates are shut", allowed=["offer"]
    ),
    FindingsFound("plan-1", texts=["G101 error at $: no goal."], codes=["G101"]),
    ManyFaults("2 faults", [InvalidValue("blank", place="$.id"), UnknownId("need", "x")]),
)
# The command line; and the engine, which checks millions of numbers as a whole and not by field.
NO_VALUES = {"carecore.__main__", "carecore.flows"}
# Their repr shows an id, or how much they hold; or it holds that of a person.
SHORT = (
    PrivateRepr,
    CarePlan,
    Catalogue,
    Change,
    PlanView,
    Record,
    Revision,
    RoleAdvice,
    Rule,
    RuleSet,
    Scenario,
    Situation,
    Team,
)


class Word(str):
    """Text of somebody else's class."""

    __slots__ = ()


class Loud:
    """Something that must not be asked how it looks."""

    def __repr__(self) -> str:
        raise AssertionError


ODD: dict[str, Callable[[], object]] = {
    "text": lambda: "Not An Id!",
    "no text": lambda: "",
    "spaces": lambda: " \t\n",
    "long text": lambda: "x" * 10_000,
    "control characters": lambda: "a\x00\x1b[31m",
    "half a character": lambda: "\ud800",
    "somebody's text": lambda: Word("abc"),
    "bytes": lambda: b"abc",
    "int": lambda: 3,
    "negative": lambda: -1,
    "huge": lambda: 10**5_000,
    "huge and negative": lambda: -(10**5_000),
    "bool": lambda: True,
    "float": lambda: 0.5,
    "not a number": lambda: decimal.Decimal("NaN"),
    "signalling": lambda: decimal.Decimal("sNaN"),
    "None": lambda: None,
    "dict": lambda: {"home": 1},
    "set": lambda: {"b", "a", "c"},
    "mixed set": lambda: {"b", 1, None},
    "tuple": lambda: (),
    "list of numbers": lambda: [1],
    "list of None": lambda: [None],
    "list of lists": lambda: [["a"]],
    "list of dicts": lambda: [{}],
    "the same twice": lambda: ["a", "a"],
    "loud": Loud,
    "list of loud": lambda: [Loud()],
    "generator": lambda: (letter for letter in "ab"),
    "day": lambda: DAY,
    "moment without a zone": lambda: dt.datetime(2026, 11, 23),
    "class": lambda: int,
    "member of another enumeration": lambda: EmployerKind.CLIENT,
}


def named(value: object) -> str:
    """The name of a class, for the name of a test."""
    return type(value).__name__


def fields() -> Iterator[Any]:
    """Every field that can be given to a class."""
    for cls, value in SAMPLES.items():
        for each in attrs.fields(cls):
            if each.init:
                yield pytest.param(value, each.name, id=f"{cls.__name__}.{each.name}")


FIELDS = list(fields())


def said(answer: object) -> object:
    """A value, or the text of the error that came instead."""
    return str(answer) if isinstance(answer, CareError) else answer


def built(value: attrs.AttrsInstance, name: str, odd: object) -> object:
    """*value* with something *odd* in one field, or the error it is refused with."""
    try:
        return changed(value, **{name: odd})
    except CareError as error:
        return error


def is_in_order(answer: object) -> bool:
    """Whether a value is whole, or the error that came instead short and by itself."""
    if isinstance(answer, CareError):
        return len(str(answer)) < 1_000 and (answer.__suppress_context__ or not answer.__context__)
    return bool(repr(answer)) and answer == copy.deepcopy(answer) and hash(answer) is not None


def public_classes() -> set[type]:
    """Every value class that the page of a room names; each module of `base` is a page."""
    found = [
        *iter_modules(carecore.__path__, "carecore."),
        *iter_modules(base.__path__, "carecore.base."),
    ]
    pages = [import_module(one.name) for one in found if one.name not in NO_VALUES]
    named = (getattr(page, name) for page in pages for name in page.__all__)
    return {one for one in named if inspect.isclass(one) and attrs.has(one)}


def test_there_is_a_sample_of_every_public_class() -> None:
    assert sorted(one.__name__ for one in public_classes() ^ SAMPLES.keys()) == []


@pytest.mark.parametrize(("value", "name"), FIELDS)
def test_a_value_is_refused_by_an_error_of_ours_or_is_whole(
    value: attrs.AttrsInstance, name: str
) -> None:
    answers = {odd: built(value, name, make()) for odd, make in ODD.items()}

    assert [odd for odd, answer in answers.items() if not is_in_order(answer)] == []


@pytest.mark.parametrize(("value", "name"), FIELDS)
@pytest.mark.parametrize("odd", ["loud", "list of loud", "class", "not a number"])
def test_a_field_takes_nothing_of_a_class_it_does_not_know(
    value: attrs.AttrsInstance, name: str, odd: str
) -> None:
    with pytest.raises(CareError):
        changed(value, **{name: ODD[odd]()})


REFUSED: tuple[tuple[attrs.AttrsInstance, str, object, str], ...] = (
    (SAMPLES[RecommendedRole], "status", "ask_for", "$.status"),
    (SAMPLES[RecommendedRole], "people", ["p-1", ""], "$.people[1]"),
    (SAMPLES[RoleSeat], "status", "ask_for", "$.status"),
    (SAMPLES[NeededDuty], "credentials", "rn", "$.credentials"),
    (SAMPLES[NeededDuty], "credentials", [["rn"], "aprn"], "$.credentials[1]"),
    (SAMPLES[NeededDuty], "credentials", [["rn", "A nurse"]], "$.credentials[0][1]"),
    (SAMPLES[NeededDuty], "is_reached", 1, "$.is_reached"),
    (SAMPLES[RoleAdvice], "as_of", dt.datetime(2026, 11, 23), "$.as_of"),
    (SAMPLES[RoleAdvice], "contradictions", [["a"]], "$.contradictions[0]"),
    (SAMPLES[RoleAdvice], "contradictions", [["a", "b"], ["a", "b", "c"]], "$.contradictions[1]"),
    (SAMPLES[RoleAdvice], "contradictions", [["a", "B c"]], "$.contradictions[0][1]"),
    (SAMPLES[PanelAdvice], "as_of", None, "$.as_of"),
    (SAMPLES[ClientAnswer], "roles", ["care_manager"], "$.roles[0]"),
    (SAMPLES[ClientAnswer], "roles", [("care_manager", "ask_for")], "$.roles[0]"),
    (SAMPLES[ClientAnswer], "roles", [("A b", Status.ASK_FOR)], "$.roles[0]"),
    (SAMPLES[SkillGroup], "clients", ["c-1", ""], "$.clients[1]"),
    (SAMPLES[SkillGroup], "language", 7, "$.language"),
    (SAMPLES[PanelRole], "in_pool", "p-1", "$.in_pool"),
    (SAMPLES[PanelRole], "points", -1, "$.points"),
    (SAMPLES[PanelRole], "points", 2**63, "$.points"),
    (SAMPLES[PanelRole], "points", None, "$.points"),
    (SAMPLES[PanelRole], "short_by", True, "$.short_by"),
)


@pytest.mark.parametrize(("value", "name", "odd", "place"), REFUSED)
def test_an_answer_says_where_it_is_wrong(
    value: attrs.AttrsInstance, name: str, odd: object, place: str
) -> None:
    with pytest.raises(CareError) as caught:
        changed(value, **{name: odd})

    assert caught.value.place == place


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (SAMPLES[RoleSeat], "status"),
        (SAMPLES[SkillGroup], "language"),
        (SAMPLES[SkillGroup], "jurisdiction"),
        (SAMPLES[PanelRole], "professionals_needed"),
        (SAMPLES[PanelRole], "short_by"),
    ],
)
def test_what_an_answer_does_not_know_is_none(value: attrs.AttrsInstance, name: str) -> None:
    assert getattr(changed(value, **{name: None}), name) is None


@pytest.mark.parametrize(("value", "name"), FIELDS)
def test_what_a_field_takes_is_the_same_each_time(value: attrs.AttrsInstance, name: str) -> None:
    once, again = ({odd: built(value, name, make()) for odd, make in ODD.items()} for _ in "ab")

    assert [odd for odd in ODD if said(once[odd]) != said(again[odd])] == []


@pytest.mark.parametrize("value", VALUES, ids=named)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_value_goes_through_pickle_unharmed(value: object, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(value, protocol))  # our own bytes  # noqa: S301 # our own bytes

    assert (again, hash(again), repr(again)) == (value, hash(value), repr(value))


@pytest.mark.parametrize("value", VALUES, ids=named)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, attrs.evolve])
def test_a_copy_equals_what_was_copied(value: object, copied: Callable[[Any], object]) -> None:
    assert copied(value) == value


@pytest.mark.parametrize("value", VALUES, ids=named)
def test_a_value_cannot_be_changed(value: attrs.AttrsInstance) -> None:
    name = attrs.fields(type(value))[0].name

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)


@pytest.mark.parametrize(
    "value", [value for value in VALUES if not isinstance(value, SHORT)], ids=named
)
def test_a_repr_builds_the_value_again(value: object) -> None:
    words = {name: getattr(carecore, name) for name in carecore.__all__}
    pages = (reasons, amounts, outline_parts, outline)
    rooms = {name: each for page in pages for name, each in vars(page).items()} | {
        "datetime": dt,
        "zoneinfo": zoneinfo,
    }
    # A licence hides its number, and so comes back without it.
    known = attrs.evolve(value, number="") if isinstance(value, carecore.Licence) else value

    assert eval(repr(value), {**rooms, **words}) == known  # our own text  # noqa: S307 # our own text


def test_a_team_whose_members_are_ids_has_a_repr_that_builds_it_again() -> None:
    team = carecore.Team(id="t-1").joined("p-1", role="care_manager", on=DAY)

    words = {name: getattr(carecore, name) for name in carecore.__all__}
    assert eval(repr(team), {**words, "datetime": dt}) == team  # our own text  # noqa: S307 # our own text


def parts(error: CareError) -> tuple[object, ...]:
    """All that an error says."""
    faults = error.faults if isinstance(error, ManyFaults) else ()
    beside = {name: part for name, part in vars(error).items() if name != "exceptions"}
    return (type(error), str(error), error.args[0], beside, tuple(map(parts, faults)))


@pytest.mark.parametrize("error", ERRORS, ids=named)
@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        lambda error: pickle.loads(pickle.dumps(error)),  # our own bytes  # noqa: S301 # our own bytes
    ],
)
def test_an_error_goes_through_pickle_and_copy_with_all_its_parts(
    error: CareError, again: Callable[[CareError], CareError]
) -> None:
    assert parts(again(error)) == parts(error)
