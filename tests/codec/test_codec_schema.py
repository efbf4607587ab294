"""The schema of a class says what its documents hold; that validators agree stands elsewhere."""

import json
from typing import Literal

import attrs
import pytest

from carecore.base.amounts import Money
from carecore.base.outline import Items, Outline
from carecore.base.timing import PartialDate
from carecore.codec import json_schema
from carecore.credentials import Licence
from carecore.errors import CareError, WrongType
from carecore.people import Client

from .samples import (
    Base,
    Child,
    Colour,
    Criterion,
    Diary,
    Everything,
    House,
    Lost,
    Nearby,
    Nest,
    Parent,
    Policy,
    Sets,
    Speaks,
    Unreadable,
    Whatever,
)
from .samples_quick import Late


def refusal(kind: Whatever, **options: Whatever) -> CareError:
    with pytest.raises(CareError) as caught:
        json_schema(kind, **options)
    return caught.value


def properties(kind: Whatever, **options: Whatever) -> dict[str, Whatever]:
    """The properties of a document of a class, but for those that all documents have."""
    found: dict[str, Whatever] = json_schema(kind, **options)["properties"]
    return {name: schema for name, schema in found.items() if not name.startswith("$")}


def test_a_schema_says_what_a_document_of_a_class_holds() -> None:
    assert json_schema(Money) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Money",
        "description": "An exact amount in one currency.",
        "type": "object",
        "properties": {
            "$type": {"const": "Money"},
            "$schema": {
                "const": 1,
                "description": (
                    "the version of the schema that the document was written in: a number,"
                    " and not the address of a JSON Schema"
                ),
            },
            "amount": {
                "$ref": "#/$defs/Decimal",
                "description": (
                    "how much, with at most 24 digits on either side of the point; never rounded."
                ),
            },
            "currency": {"type": "string", "description": "an ISO 4217 code."},
        },
        "required": ["amount", "currency"],
        "additionalProperties": False,
        "$defs": {
            "Decimal": {
                "type": "string",
                "pattern": r"^(?:-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?)$(?!\n)",
                "examples": ["12.50"],
            }
        },
    }


def test_a_schema_is_the_same_each_time_and_can_be_written() -> None:
    assert json.dumps(json_schema(Outline)) == json.dumps(json_schema(Outline))


def test_a_field_is_described_in_the_words_of_its_class() -> None:
    found = properties(Client)

    assert found["jurisdiction"] == {
        "anyOf": [{"$ref": "#/$defs/Jurisdiction"}, {"type": "null"}],
        "description": "the country or part of it where the client is now.",
        "default": None,
    }
    assert found["payers"]["description"] == (
        "everybody who pays for the client's care; who is not named does not pay, so name"
        " `PRIVATE_PAY` where the family can pay itself."
    )


def test_what_is_none_in_python_is_null_in_a_document() -> None:
    assert properties(Licence)["period"]["description"].endswith("`null`: the dates are unknown.")


def test_a_personal_field_is_marked() -> None:
    marked = [name for name, schema in properties(Client).items() if "$comment" in schema]

    assert marked == ["name", "birth_date", "note"]


@pytest.mark.parametrize(
    ("kind", "name", "schema"),
    [
        (Client, "id", {"type": "string", "minLength": 1, "maxLength": 255}),
        (
            Client,
            "needs",
            {
                "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}],
                "items": {
                    "pattern": r"^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*)$(?!\n)",
                    "maxLength": 255,
                },
                "uniqueItems": True,
                "default": None,
            },
        ),
        (
            Client,
            "caseload_points",
            {"minimum": 0, "maximum": 10**12, "default": None},
        ),
        (Everything, "count", {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}),
        (Everything, "share", {"type": "number"}),
        (Everything, "side", {"enum": ["left", "right"]}),
        (Everything, "floor", {"$ref": "#/$defs/Floor"}),
        (Everything, "colour", {"$ref": "#/$defs/Colour"}),
    ],
)
def test_a_field_says_what_it_takes(kind: type, name: str, schema: dict[str, object]) -> None:
    found = properties(kind)[name]

    assert {word: found[word] for word in schema} == schema


@pytest.mark.parametrize(
    ("kind", "name", "schema"),
    [
        (Everything, "mixed", [{"const": "all"}, {"const": 1}, {"type": "null"}]),
        (
            Everything,
            "either",
            [{"$ref": "#/$defs/date"}, {"$ref": "#/$defs/datetime"}, {"type": "null"}],
        ),
        (
            Everything,
            "text_or_step",
            [{"$ref": "#/$defs/Offset"}, {"$ref": "#/$defs/Period"}, {"type": "null"}],
        ),
        (
            Everything,
            "paint",
            [
                {"type": ["string", "null"]},
                {
                    "type": "object",
                    "properties": {
                        "$type": {"const": "Colour"},
                        "$value": {"$ref": "#/$defs/Colour"},
                    },
                    "required": ["$type", "$value"],
                    "additionalProperties": False,
                },
            ],
        ),
    ],
)
def test_what_may_be_one_of_several_lists_them(
    kind: type, name: str, schema: list[dict[str, object]]
) -> None:
    assert properties(kind)[name]["anyOf"] == schema


def test_a_row_has_a_schema_for_each_of_its_places() -> None:
    pair, nothing = (properties(Everything)[name] for name in ("pair", "nothing"))

    assert [one["type"] for one in pair["prefixItems"]] == ["string", "integer"]
    assert (pair["items"], pair["minItems"], pair["maxItems"]) == (False, 2, 2)
    assert (nothing["items"], nothing["maxItems"], "prefixItems" in nothing) == (False, 0, False)


def test_a_set_holds_each_value_once() -> None:
    assert properties(Sets)["named"] == {
        "type": "array",
        "items": {"type": "string"},
        "uniqueItems": True,
        "default": [],
    }


def test_private_fields_are_left_out() -> None:
    assert "_hidden" not in properties(Everything)


def test_a_class_that_holds_itself_refers_to_itself() -> None:
    schema = json_schema(Nest)

    assert schema["properties"]["inner"]["anyOf"][0] == {"$ref": "#/$defs/Nest"}
    assert schema["$defs"]["Nest"]["properties"]["inner"] == schema["properties"]["inner"]
    assert "$schema" not in schema["$defs"]["Nest"]["properties"]
    assert "Items" in json_schema(Items)["$defs"]


def test_a_value_that_is_one_text_stands_alone_or_under_its_key() -> None:
    schema = json_schema(PartialDate)

    text, marked = schema["anyOf"]
    assert text["examples"] == ["2026-03"]
    assert list(marked["properties"]) == ["$type", "$value", "$schema"]


def test_open_places_take_the_classes_that_are_named() -> None:
    found = properties(Policy, types=[Nearby, Speaks])

    assert found["criterion"]["anyOf"] == [
        {"$ref": "#/$defs/Nearby", "required": ["$type"]},
        {"$ref": "#/$defs/Speaks", "required": ["$type"]},
        {"type": "null"},
    ]
    assert properties(Policy)["criterion"] == {"type": "null", "default": None}
    assert properties(Policy)["several"]["items"] is False


def test_a_subclass_is_marked_where_its_parent_is_declared() -> None:
    assert properties(House, types=[Child])["parent"]["anyOf"] == [
        {"$ref": "#/$defs/Parent"},
        {"$ref": "#/$defs/Child", "required": ["$type"]},
    ]


def test_a_document_of_one_of_several_classes_is_marked() -> None:
    each = json_schema(Base, types=[Nearby, Speaks])["anyOf"]
    parent, child = json_schema(Parent, types=[Child])["anyOf"]

    assert [one["required"][0] for one in each] == ["$type", "$type"]
    assert ("required" in parent, child["required"]) == (False, ["$type"])


def test_what_no_document_can_hold_has_to_be_left_out() -> None:
    found = properties(Unreadable)

    assert {name for name, schema in found.items() if schema is False} == {
        *("rows", "raw", "bare", "mixed", "lists", "sequence", "tag")
    }
    assert found["table"] == {"type": "null", "default": None}
    assert found["union"] == {"type": ["string", "null"], "default": None}


def test_classes_of_one_name_are_told_apart() -> None:
    @attrs.frozen
    class Home:
        first: Parent
        second: tuple["type[object]", ...] = ()

    twin = attrs.make_class("Parent", {"colour": attrs.field(type=Colour)}, frozen=True)
    both = attrs.make_class(
        "Both", {"one": attrs.field(type=Parent), "other": attrs.field(type=twin)}, frozen=True
    )

    schema = json_schema(both)

    assert list(schema["$defs"]) == ["Parent", "Parent_", "Colour"]
    assert schema["properties"]["other"] == {"$ref": "#/$defs/Parent_"}
    assert properties(Home)["second"]["items"] is False


def test_a_literal_of_one_value_is_that_value() -> None:
    @attrs.frozen
    class Only:
        side: Literal["left"] = "left"

    assert properties(Only)["side"] == {"const": "left", "default": "left"}


def test_a_default_that_its_class_refuses_is_not_told() -> None:
    found = properties(Late)

    assert ["default" in found[name] for name in ("day", "name", "size")] == [False, True, False]


def test_a_class_without_a_docstring_has_no_description() -> None:
    kind = attrs.make_class("Plain", {"size": attrs.field(type=int)}, frozen=True)
    kind.__doc__ = None

    assert "description" not in json_schema(kind)


@pytest.mark.parametrize("kind", [int, Colour, tuple, Criterion, object, Lost])
def test_what_no_document_holds_has_no_schema(kind: Whatever) -> None:
    assert isinstance(refusal(kind), WrongType)


def test_a_field_that_no_document_can_hold_is_told() -> None:
    @attrs.frozen
    class Code:
        run: type[int]

    @attrs.frozen
    class Book:
        codes: tuple[Code, ...] = ()

    assert refusal(Code).place == "$.run"
    # It can be held as long as there is none.
    assert properties(Book)["codes"]["items"] is False
    assert "$defs" not in json_schema(Book)


def test_personal_fields_are_marked_with_whatever_they_hold() -> None:
    assert all(
        schema.get("$comment") == "personal"
        for name, schema in properties(Diary).items()
        if name != "id"
    )
