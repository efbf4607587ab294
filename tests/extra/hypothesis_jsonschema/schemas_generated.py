"""What is generated from our schemas is read, or refused for what it means, never for its shape.

hypothesis-jsonschema is not kept any more and runs with an older Hypothesis only, so these tests
have an environment of their own, and the name of this file keeps them from being collected:

    python -m pytest tests/extra/hypothesis_jsonschema/schemas_generated.py

It knows JSON Schema as it was in draft 7, and no references that lead back to themselves.
"""

import json
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis_jsonschema import from_schema

from carecore.codec import json_schema, loads
from carecore.errors import CareError

from ...codec.not_values import WHY
from ...codec.told import faults_of, is_of_shape
from ...samples import SAMPLES

Plain: TypeAlias = Any

EXAMPLES = 5
"""For each class: one reader and one writer of schemas serve them all, and they hold each other."""
LONGEST = 60_000
"""Larger schemas are made of those that are tried, and take very long."""
DEEPEST = 2
"""How often a class may stand within itself."""
BESIDE = {"$defs", "$schema", "$comment", "title", "description", "default", "examples"}
DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def drawn_out(schema: Plain, root: Plain, inside: tuple[str, ...] = ()) -> Plain:
    """A schema without references, in the words of draft 7."""
    if not isinstance(schema, dict):
        return schema
    found = {word: said for word, said in schema.items() if word not in BESIDE}
    for word in {"items"} & found.keys():
        found[word] = drawn_out(found[word], root, inside)
    for word in {"anyOf", "prefixItems"} & found.keys():
        found[word] = [drawn_out(one, root, inside) for one in found[word]]
    for word in {"properties"} & found.keys():
        found[word] = {name: drawn_out(one, root, inside) for name, one in found[word].items()}
    if "prefixItems" in found:
        found["items"] = found.pop("prefixItems")
        found["additionalItems"] = False
    reference = found.pop("$ref", None)
    if reference is None:
        return found
    name = reference.rpartition("/")[2]
    if inside.count(name) >= DEEPEST:
        return False
    target = drawn_out(root["$defs"][name], root, (*inside, name))
    return {"allOf": [target, found]} if found else target


def refusal(text: str, kind: Plain) -> CareError | None:
    """What `loads` says of a document."""
    try:
        loads(text, kind)
    except CareError as error:
        return error
    return None


SCHEMAS: dict[str, Plain] = {}
KINDS: dict[str, Plain] = {}
for each in SAMPLES:
    if each.__name__ not in WHY:
        whole = json_schema(each)
        schema = {**drawn_out(whole, whole), "$schema": DRAFT_7}
        if len(json.dumps(schema)) <= LONGEST:
            SCHEMAS[each.__name__], KINDS[each.__name__] = schema, each


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_generated_is_read_or_refused_for_what_it_means(name: str) -> None:
    counted = {"read": 0, "refused": 0}

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(from_schema(SCHEMAS[name]))
    def try_each(plain: object) -> None:
        error = refusal(json.dumps(plain), KINDS[name])
        faults = () if error is None else faults_of(error)
        assert [str(fault) for fault in faults if is_of_shape(fault)] == []
        counted["read" if error is None else "refused"] += 1

    try_each()

    print(f"{name}: {counted}")
    assert sum(counted.values())
