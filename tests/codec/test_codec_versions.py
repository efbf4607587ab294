"""What was written once is read for ever, and what comes from the future is refused."""

import json
from typing import TypeAlias

import attrs
import pytest

from carecore.codec import dumps, loads, versions
from carecore.codec.versions import SCHEMA, Migration
from carecore.errors import CareError, InvalidValue

from ..samples import SAMPLES
from .keep import is_kept, kept, samples
from .told import faults_of

Keys: TypeAlias = dict[str, object]

CLASSES = {kind.__name__: kind for kind in SAMPLES}
KEPT = [line for version in range(1, SCHEMA + 1) for line in kept(version)]


@pytest.mark.parametrize("text", KEPT, ids=lambda text: json.loads(text)["$type"])
def test_a_document_that_was_kept_is_read(text: str) -> None:
    kind = CLASSES[json.loads(text)["$type"]]

    value = loads(text, kind)

    assert loads(dumps(value), kind) == value


def test_a_document_of_each_public_class_is_kept() -> None:
    documents = kept(SCHEMA)

    missing = [json.loads(text)["$type"] for text in samples() if not is_kept(text, documents)]

    # Maybe run `python -m tests.codec.keep`.
    assert missing == []


@attrs.frozen
class Day:
    """A class that had another name for its field once, and counted from one."""

    pain: int = 0
    notes: tuple[str, ...] = ()


@attrs.frozen
class Week:
    """Holds days."""

    days: tuple[Day, ...] = ()


def renamed(name: str, keys: Keys) -> Keys:
    """From version 1 to 2: pains are called pain."""
    if name == "Week" and isinstance(days := keys.get("days"), list):
        return keys | {"days": [renamed("Day", day) for day in days]}
    return {"pain" if key == "pains" else key: value for key, value in keys.items()}


def from_nought(name: str, keys: Keys) -> Keys:
    """From version 2 to 3: pain is counted from nought."""
    if name == "Day" and isinstance(pain := keys.get("pain"), int):
        return keys | {"pain": pain - 1}
    return keys


def fails(name: str, keys: Keys) -> Keys:
    """A step that cannot be made."""
    raise KeyError(name, keys)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two steps, as if there had been two versions before this one."""
    chain: tuple[Migration, ...] = (renamed, from_nought)
    monkeypatch.setattr(versions, "MIGRATIONS", chain)


def said(text: str, kind: type) -> list[str]:
    """What is said of a document."""
    with pytest.raises(CareError) as caught:
        loads(text, kind)
    return list(map(str, faults_of(caught.value)))


@pytest.mark.usefixtures("steps")
@pytest.mark.parametrize(
    ("text", "pain"),
    [
        ('{"$type": "Day", "$schema": 1, "pains": 4}', 3),
        ('{"$schema": 1, "pains": 4}', 3),
        ('{"$type": "Day", "$schema": 2, "pain": 4}', 3),
        ('{"$type": "Day", "$schema": 3, "pain": 4}', 4),
        ('{"pain": 4}', 4),
        ('{"$schema": 1}', 0),
    ],
)
def test_an_old_document_is_brought_up_step_by_step(text: str, pain: int) -> None:
    assert loads(text, Day) == Day(pain)
    assert loads(text, Day, parser=json.loads) == Day(pain)


@pytest.mark.usefixtures("steps")
def test_so_is_what_stands_inside() -> None:
    text = '{"$type": "Week", "$schema": 1, "days": [{"pains": 4}, {}]}'

    assert loads(text, Week) == Week((Day(4), Day()))


@pytest.mark.usefixtures("steps")
@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            '{"$schema": 1, "pains": "4", "nots": []}',
            [
                "$.nots: Day has no field 'nots'. Maybe 'notes'.",
                "$.pain: '4' stands where a whole number is wanted. Maybe without the quotes.",
            ],
        ),
        (
            '{"$schema": 1, "pains": 4, "pains": 5}',
            ["$.pains: the key 'pains' stands twice. Maybe remove one of the two."],
        ),
        (
            '{"$schema": 1, "notes": [{"a": 1, "a": 2}]}',
            [
                (
                    "a key stands twice in the document, which is of an older version."
                    " Maybe remove one of the two."
                )
            ],
        ),
        (
            '{"$schema": 1, "pains": NaN}',
            ["$.pain: NaN is no JSON number. Maybe leave it out if unknown."],
        ),
        (
            '{"$schema": 4, "pain": "x"}',
            [
                (
                    "$.$schema: the schema has version 4, and versions 1 to 3 are known."
                    " Maybe a newer carecore wrote the document."
                ),
                "$.pain: 'x' stands where a whole number is wanted. Maybe without the quotes.",
            ],
        ),
        (
            '{"$schema": 0}',
            ["$.$schema: the schema has version 0, and versions 1 to 3 are known. Maybe 3."],
        ),
        (
            '{"$schema": true}',
            ["$.$schema: true stands where the version of the schema is wanted. Maybe 3."],
        ),
        (
            '{"$type": 7, "$schema": 1}',
            ["$.$type: 7 is not the class that is wanted here. Maybe 'Day'."],
        ),
    ],
)
def test_what_is_wrong_with_an_old_document_is_told(text: str, faults: list[str]) -> None:
    assert sorted(said(text, Day)) == sorted(faults)


@pytest.mark.usefixtures("steps")
def test_a_step_that_cannot_be_made_is_told_without_a_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(versions, "MIGRATIONS", (fails, from_nought))

    (told,) = said('{"$schema": 1, "pains": 4}', Day)

    why = "the document cannot be brought from version 1 to 2 (KeyError)."
    assert told == f"{why} Maybe it was changed by hand."


def test_a_document_from_the_future_is_refused() -> None:
    with pytest.raises(InvalidValue, match="Maybe a newer carecore wrote the document"):
        loads('{"$schema": 2, "pain": 4}', Day)
