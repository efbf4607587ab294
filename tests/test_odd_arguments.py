"""Whatever is handed to a verb, a method or a constructor, only an error of ours comes back.

Every argument in turn is something that it does not take, or takes only seldom, while the others
are as they should be.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import pytest

from carecore.errors import CareError

from .samples import SAMPLES

ROOMS = (
    *("record", "recovery", "transitions", "plans", "medications", "rights"),
    *("coverage", "travel", "assessments", "review"),
)
ODD: tuple[object, ...] = (
    *(None, True, 5, -1, 10**30, 1.5, float("nan"), Decimal("NaN")),
    *("", "x", "not there", "\ud800", "e\u0301", "<b>" * 99, b"x"),
    *(object(), int, len, [], [5], ["x", "x"], {}, {"a": 1}, {1, 2}, (None,), iter(())),
    *(date.min, date.max, datetime(2026, 3, 1), timedelta.max, timedelta(days=-1)),
    datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo")),
    datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
)
PLAIN: Mapping[object, object] = {
    str: "acute_ward",
    int: 3,
    bool: True,
    date: date(2026, 11, 23),
    datetime: datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin")),
    timedelta: timedelta(hours=3),
    NoneType: None,
}


def usual(kind: Any) -> object:  # noqa: ANN401 # any annotation
    """A value as an argument of that annotation should be."""
    if isinstance(kind, NewType):
        return usual(kind.__supertype__)
    if kind in SAMPLES:
        return SAMPLES[kind]
    members = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return usual(next((one for one in members if one in SAMPLES), members[0]))
    if members and inspect.isclass(origin := get_origin(kind)) and issubclass(origin, Iterable):
        return (usual(members[0]),)
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return next(iter(kind))
    return PLAIN.get(kind)


def calls() -> Iterator[tuple[str, Callable[..., object]]]:
    """Everything public of the rooms that can be called, by name."""
    for room in ROOMS:
        module = import_module(f"carecore.{room}")
        for name in module.__all__:
            if inspect.isfunction(verb := getattr(module, name)):
                yield f"{room}.{name}", verb
    for cls, value in SAMPLES.items():
        if cls.__module__.split(".")[1] in ROOMS:
            yield cls.__name__, cls
            for name in dir(cls):
                if not name.startswith("_") and inspect.isroutine(method := getattr(value, name)):
                    yield f"{cls.__name__}.{name}", method


# What rules ask again and again, and people do not, is not slowed down by looking first.
QUICK = {"review.did_you_mean", "PlanView.missing"}
CALLS = {name: call for name, call in calls() if name not in QUICK}


def tried(call: Callable[..., object], changed: str, odd: object) -> object:
    """What comes of the call, if that argument is odd; options that may be left out are."""
    hints = {} if inspect.isclass(call) else get_type_hints(call)
    given: list[object] = []
    named: dict[str, object] = {}
    for name, one in inspect.signature(call).parameters.items():
        is_left_out = one.kind is one.VAR_POSITIONAL or one.default is not one.empty
        if name != changed and is_left_out:
            continue
        value = odd if name == changed else usual(hints.get(name, one.annotation))
        if one.kind is one.KEYWORD_ONLY:
            named[name] = value
        else:
            given.append(value)
    return call(*given, **named)


@pytest.mark.parametrize("name", CALLS)
def test_only_an_error_of_ours_comes_of_an_odd_argument(name: str) -> None:
    call = CALLS[name]
    for argument in inspect.signature(call).parameters:
        for odd in ODD:
            with suppress(CareError):
                tried(call, argument, odd)


@pytest.mark.parametrize("name", CALLS)
def test_an_error_of_an_odd_argument_says_something_and_quotes_nothing_long(name: str) -> None:
    call, told = CALLS[name], list[str]()
    for argument in inspect.signature(call).parameters:
        for odd in ODD:
            try:
                tried(call, argument, odd)
            except CareError as fault:
                told.append(str(fault))
    assert [text for text in told if not text.strip() or "<b>" * 50 in text] == []
