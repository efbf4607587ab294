"""Our schemas, and what an independent validator makes of documents by them."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from carecore.codec import dumps, json_schema, loads
from carecore.codec.scan import scanned
from carecore.errors import CareError
from carecore.people import Client

from ...codec.mutations import mutated
from ...codec.not_values import WHY
from ...codec.strategies import VALUES
from ...codec.test_codec_defects import BROKEN, CLIENT_DEFECTS
from ...codec.told import faults_of, is_of_shape
from ...samples import SAMPLES

EACH = {kind.__name__: value for kind, value in SAMPLES.items() if kind.__name__ not in WHY}
# A long document takes long to change, and shows nothing more.
SHORT = [name for name, value in EACH.items() if len(dumps(value)) < 20_000]
VALIDATORS: dict[type, Draft202012Validator] = {}

# What a schema cannot say, and a constructor does.
MEANING = {"a zone that is none", "a refusal inside"}
# What JSON Schema never gets to see.
HIDDEN = {"half a surrogate pair", "half a surrogate pair in the text", "a byte order mark"}


def is_common(plain: object) -> bool:
    """Whether plain data holds nothing that a parser has put aside, such as NaN."""
    if isinstance(plain, dict):
        return type(plain) is dict and all(map(is_common, plain.values()))
    if isinstance(plain, list):
        return all(map(is_common, plain))
    return plain is None or isinstance(plain, bool | int | float | str)


def validator(kind: type) -> Draft202012Validator:
    """What checks documents of a class."""
    if kind not in VALIDATORS:
        schema = json_schema(kind)
        Draft202012Validator.check_schema(schema)
        # A reader of the file sees the same schema.
        VALIDATORS[kind] = Draft202012Validator(json.loads(json.dumps(schema)))
    return VALIDATORS[kind]


def refusal(text: str, kind: type) -> CareError | None:
    """What `loads` says of a document."""
    try:
        loads(text, kind)
    except CareError as error:
        return error
    return None


@pytest.mark.parametrize("name", EACH)
def test_what_is_written_fits_its_schema(name: str) -> None:
    value: Any = EACH[name]

    assert list(validator(type(value)).iter_errors(json.loads(dumps(value)))) == []


@pytest.mark.parametrize("name", VALUES)
@settings(max_examples=20)
@given(data=st.data())
def test_so_does_any_value_that_was_drawn(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])

    assert list(validator(type(value)).iter_errors(json.loads(dumps(value)))) == []


@pytest.mark.parametrize("name", CLIENT_DEFECTS)
def test_a_bad_document_does_not_fit_or_is_refused_for_what_it_means(name: str) -> None:
    key, plain, _ = CLIENT_DEFECTS[name]
    text = f'{{"id": "c-1", {json.dumps(key)}: {plain}}}'
    error = refusal(text, Client)
    assert error is not None

    fits = validator(Client).is_valid(json.loads(text.replace("9" * 5000, "9" * 50)))

    assert fits == (name in MEANING | HIDDEN)
    assert not fits or name in HIDDEN or not any(map(is_of_shape, faults_of(error)))


@pytest.mark.parametrize("name", [name for name in BROKEN if name not in HIDDEN])
def test_what_cannot_be_read_at_all_is_no_document_of_a_client(name: str) -> None:
    text, _ = BROKEN[name]

    with suppress(ValueError, RecursionError):
        assert not validator(Client).is_valid(json.loads(text))


def has_more_than_json_schema_sees(plain: object) -> bool:
    """Whether a number is 3.0, which is whole to JSON Schema, or a text holds half a character."""
    if isinstance(plain, dict):
        return any(map(has_more_than_json_schema_sees, (*plain, *plain.values())))
    if isinstance(plain, list):
        return any(map(has_more_than_json_schema_sees, plain))
    if isinstance(plain, str):
        return any("\ud800" <= letter <= "\udfff" for letter in plain)
    return isinstance(plain, float) and plain.is_integer()


@pytest.mark.parametrize("name", SHORT)
@settings(max_examples=15)
@given(data=st.data())
def test_a_document_that_was_changed_is_judged_alike(name: str, data: st.DataObject) -> None:
    kind = type(EACH[name])
    text = mutated(dumps(EACH[name]), lambda number: data.draw(st.integers(0, number - 1)))
    plain, fault = scanned(text)
    assume(fault is None and is_common(plain))
    assume(not has_more_than_json_schema_sees(plain))

    error = refusal(text, kind)

    if validator(kind).is_valid(plain):
        assert error is None or not any(map(is_of_shape, faults_of(error)))
    else:
        # Only what is marked without need is read and does not fit: nobody writes it any more.
        assert error is not None or '"$value"' in text
