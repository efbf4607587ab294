"""Every public class is a value that documents hold, or is no value for a reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.codec import dumps, json_schema, loads
from carecore.codec.quick import quick_document
from carecore.codec.texts import TEXT_FORMS
from carecore.errors import WrongType
from carecore.testing.strategies import values as drawn

from ..samples import SAMPLES
from .mutations import mutated
from .not_values import WHY
from .readers import agree, detailed, is_same
from .samples import Whatever

VALUES: list[Whatever] = [value for kind, value in SAMPLES.items() if kind.__name__ not in WHY]
OTHERS: list[Whatever] = [value for kind, value in SAMPLES.items() if kind.__name__ in WHY]


def named(value: object) -> str:
    """The name of a class, for the name of a test."""
    return type(value).__name__


@pytest.mark.parametrize("value", VALUES, ids=named)
def test_a_document_holds_a_value_of_every_public_class(value: Whatever) -> None:
    kind: Whatever = type(value)

    assert loads(dumps(value), kind) == value
    assert loads(dumps(value, indent=1).encode(), kind) == value
    assert json_schema(kind)


@pytest.mark.parametrize("kind", list(map(type, VALUES)), ids=lambda kind: kind.__name__)
@settings(max_examples=6)
@given(data=st.data())
def test_it_holds_any_value_that_can_be_drawn(kind: Whatever, data: st.DataObject) -> None:
    value = data.draw(drawn(kind))
    text = dumps(value)

    again = loads(text, kind)

    assert again == value
    assert dumps(again) == text
    if kind not in TEXT_FORMS:
        assert is_same(quick_document(text, kind, ()), detailed(text, kind))
    assert agree(mutated(text, lambda number: data.draw(st.integers(0, number - 1))), kind)


def test_what_is_no_value_is_public_and_has_a_reason() -> None:
    assert sorted(map(named, OTHERS)) == sorted(WHY)
    assert all(WHY.values())


@pytest.mark.parametrize("value", OTHERS, ids=named)
def test_what_is_no_value_is_refused(value: Whatever) -> None:
    with pytest.raises(WrongType):
        dumps(value)
