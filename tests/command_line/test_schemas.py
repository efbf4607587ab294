"""`schema`: what a document of one type looks like."""

import json
from inspect import isclass

import attrs
import pytest

import carecore
from carecore.codec import json_schema
from carecore.command_line.schemas import _types
from carecore.plans import CarePlan

from .talk import document, documents, refused, told

# Two are code, and one holds the catalogue that it was asked with.
NO_DOCUMENTS = {"PlanView", "Rule", "RuleSet"}


def test_a_schema_is_json_in_either_format() -> None:
    found = document("schema", "CarePlan")

    assert found == json.loads(told("schema", "CarePlan")) == json_schema(CarePlan)


@pytest.mark.parametrize("name", sorted(_types()))
def test_every_type_that_is_listed_has_a_schema(name: str) -> None:
    assert document("schema", name)["$schema"].startswith("https://json-schema.org/")


def test_without_a_type_every_type_is_listed() -> None:
    text, found = told("schema"), documents("schema")

    assert text.startswith("Types\n=====\n")
    assert {"type": "CarePlan", "room": "plans"} in found
    assert [one["type"] for one in found] == sorted(one["type"] for one in found)


def test_every_class_behind_the_front_door_is_listed_if_a_document_can_hold_it() -> None:
    public = {name: getattr(carecore, name) for name in carecore.__all__}
    values = {name for name, one in public.items() if isclass(one) and attrs.has(one)}
    listed = {one["type"] for one in documents("schema")}

    assert values - NO_DOCUMENTS - listed == set()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("CarPlan", "there is no type 'CarPlan'. Maybe 'CarePlan'"),
        ("careplan", "there is no type 'careplan'. Maybe 'CarePlan'"),
        ("Rule", "there is no type 'Rule'."),
        ("", "there is no type ''."),
        ("x" * 100_000, "there is no type 'xxx"),
    ],
)
def test_a_type_that_there_is_not_is_asked_back(name: str, line: str) -> None:
    said = refused("schema", name)

    assert (said.startswith(line), len(said) < 200) == (True, True)
