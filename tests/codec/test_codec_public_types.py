"""Every public class is a value that documents hold, or is no value for a reason."""

import pytest

from carecore.codec import dumps, json_schema, loads
from carecore.errors import WrongType

from ..samples import SAMPLES
from .not_values import WHY
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


def test_what_is_no_value_is_public_and_has_a_reason() -> None:
    assert sorted(map(named, OTHERS)) == sorted(WHY)
    assert all(WHY.values())


@pytest.mark.parametrize("value", OTHERS, ids=named)
def test_what_is_no_value_is_refused(value: Whatever) -> None:
    with pytest.raises(WrongType):
        dumps(value)
