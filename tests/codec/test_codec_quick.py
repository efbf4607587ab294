"""Reading at once takes what the detailed reader takes, and gives the same."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base import checks, identity, jurisdictions, moments, plan_ids, record_ids, zones
from carecore.base.fields import OneOf, checked
from carecore.base.outline import Items
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Offset, PartialDate, Period
from carecore.codec import dumps, loads
from carecore.codec.depth import levels_of
from carecore.codec.known import converter_lines, validator_lines
from carecore.codec.quick import UNREAD, quick_document, quick_value
from carecore.codec.quick_rules import normal_rule
from carecore.codec.quick_texts import quick_text
from carecore.codec.reader import document_value
from carecore.codec.scan import scanned
from carecore.codec.texts import TEXT_FORMS
from carecore.codec.twins import twin_of
from carecore.errors import CareError
from carecore.people import Client

from ..samples import SAMPLES
from .mutations import TEXTS, mutated
from .not_values import WHY
from .samples import (
    Base,
    Child,
    Diary,
    Everything,
    House,
    Key,
    Named,
    Nearby,
    Nest,
    Parent,
    Policy,
    Speaks,
    Strict,
    Unreadable,
    Whatever,
    everything,
)
from .strategies import VALUES

TYPES = (Nearby, Speaks, Child)
OWN: tuple[attrs.AttrsInstance, ...] = (
    everything(several=(1, 2), pair=("a", 1), later=(Everything(Key("b")),), number=0.5),
    Strict(name="B", top=6, low=2),
    Diary(id="d-1", age=3, strict=Strict()),
    Policy(Nearby(1), Speaks("pl"), Speaks("en"), (Nearby(2), Speaks("de"))),
    House(Parent(1)),
    Nest(Nest()),
    Unreadable(),
)
EACH: dict[str, attrs.AttrsInstance] = {
    type(value).__name__: value
    for value in (*SAMPLES.values(), *OWN)
    if type(value) not in TEXT_FORMS and type(value).__name__ not in WHY
}


def detailed(text: str, kind: type, types: tuple[type, ...] = ()) -> object:
    """What the detailed reader makes of a document."""
    plain, fault = scanned(text)
    if fault is not None:
        raise fault
    return document_value(plain, kind, types)


def is_same(one: Whatever, other: Whatever) -> bool:
    """Whether two values cannot be told apart, down to 1.50 and 1.5."""
    is_equal = type(one) is type(other) and one == other
    return is_equal and repr(one) == repr(other) and dumps(one) == dumps(other)


def agree(text: str, kind: type, types: tuple[type, ...] = ()) -> bool:
    """Whether a document is read as the detailed reader reads it, if it is read at once."""
    value = quick_document(text, kind, types)
    return value is UNREAD or is_same(value, detailed(text, kind, types))


@pytest.mark.parametrize("name", EACH)
def test_a_document_in_order_is_read_at_once(name: str) -> None:
    value, text = EACH[name], dumps(EACH[name])

    again = quick_document(text, type(value), TYPES)

    assert is_same(again, value)
    assert is_same(detailed(text, type(value), TYPES), value)


@pytest.mark.parametrize("name", VALUES)
@settings(max_examples=25)
@given(data=st.data())
def test_so_is_any_value_that_was_drawn(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    text = dumps(value)

    again = quick_document(text.encode(), type(value), ())

    assert type(value) in TEXT_FORMS or is_same(again, value)


@pytest.mark.parametrize("name", EACH)
@settings(max_examples=50)
@given(data=st.data())
def test_a_document_that_was_changed_is_read_alike(name: str, data: st.DataObject) -> None:
    kind = type(EACH[name])
    text = mutated(dumps(EACH[name]), lambda number: data.draw(st.integers(0, number - 1)))

    assert agree(text, kind, TYPES)
