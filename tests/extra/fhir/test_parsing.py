"""A document of FHIR: bytes, text or parsed; whole or line by line; and what is no JSON."""

import gzip
import json
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import WrongType
from carecore.extra.fhir import finding, read, read_each
from carecore.extra.fhir.parsing import Odd, Unreadable, as_json, parsed

PATIENT = '{"resourceType": "Patient", "id": "1"}'

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@pytest.mark.parametrize(
    "document",
    [
        PATIENT,
        PATIENT.encode(),
        bytearray(PATIENT.encode()),
        PATIENT.encode("utf-16"),
        "\ufeff" + PATIENT,
        b"\xef\xbb\xbf" + PATIENT.encode(),
        f"\n {PATIENT} \n",
        {"resourceType": "Patient", "id": "1"},
    ],
)
def test_a_document_is_bytes_text_or_parsed(document: Any) -> None:  # noqa: ANN401 # of any kind
    found = read(document)

    assert [one.id for one in found.clients] == ["Patient/1"]
    assert (found.losses, found.faults) == ((), ())


@pytest.mark.parametrize(
    "document",
    [
        f"{PATIENT}\n{PATIENT.replace('1', '2')}\n",
        f"\n{PATIENT}\r\n\r\n{PATIENT.replace('1', '2')}",
        f"[{PATIENT}, {PATIENT.replace('1', '2')}]",
        [json.loads(PATIENT), json.loads(PATIENT.replace("1", "2"))],
    ],
)
def test_a_document_may_hold_several_resources(document: Any) -> None:  # noqa: ANN401 # of any kind
    assert [one.id for one in read(document).clients] == ["Patient/1", "Patient/2"]


def test_places_number_documents_and_lines() -> None:
    found = read(PATIENT, f'{PATIENT}\n{{"resourceType": "Patient", "active": true}}')

    assert [one.place for one in found.losses] == ["$[1][1].active"]


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ("", "it is empty"),
        (b" \n", "it is empty"),
        ('<Patient xmlns="http://hl7.org/fhir"/>', "it is XML, and JSON is wanted"),
        (gzip.compress(PATIENT.encode(), mtime=0), "it is compressed, and JSON is wanted"),
        ("{", "it is no JSON at line 1, column 2"),
        ('{"a":\n x', "it is no JSON at line 2, column 2"),
        (b"\xff{}", "it is not UTF-8 from byte 0 on"),
        ("[" * 100_000, "it is nested too deeply"),
        ("1" * 5_000, "it holds a number with too many digits"),
        (f"1e{'9' * 30}", "it holds a number with too many digits"),
        (7, "it is a int, and JSON is wanted, as bytes, as text or parsed"),
        ("7", "it does not say which type of resource it is"),
        ("{}", "it does not say which type of resource it is"),
        ('{"resourceType": 7}', "it does not say which type of resource it is"),
        ('{"resourceType": ""}', "it does not say which type of resource it is"),
        ('{"resourceType": "Pat\\nient"}', "it does not say which type of resource it is"),
        (json.dumps({"resourceType": "A" * 65}), "it does not say which type of resource it is"),
    ],
)
def test_what_is_no_fhir_is_a_fault_of_the_whole_document(document: Any, what: str) -> None:  # noqa: ANN401 # of any kind
    found = read(document, PATIENT)

    assert [(one.place, one.what) for one in found.faults] == [("$[0]", what)]
    assert [one.id for one in found.clients] == ["Patient/1"]


def test_a_line_that_is_no_json_costs_itself() -> None:
    lines = f'{PATIENT}\n{{"resourceType"\n{"[" * 100_000}\n{PATIENT.replace("1", "2")}'

    found = read(lines)

    assert [one.id for one in found.clients] == ["Patient/1", "Patient/2"]
    assert [(one.place, one.what) for one in found.faults] == [
        ("$[0][1]", "it is no JSON at line 1, column 16"),
        ("$[0][2]", "it is nested too deeply"),
    ]


def test_each_line_is_read_by_itself() -> None:
    lines: list[str | bytes] = [PATIENT, b"\n", PATIENT.encode(), "{"]

    found = list(read_each(lines))

    assert [[one.id for one in each.clients] for each in found] == [["Patient/1"]] * 2 + [[]]
    assert [one.place for one in found[2].faults] == ["$[3]"]


def test_each_line_may_begin_with_a_mark_and_end_as_windows_ends_it() -> None:
    line = f"\ufeff{PATIENT}\r\n"

    found = [*read_each([line, line.encode()]), read(line.encode() * 2)]

    assert [[one.id for one in each.clients] for each in found] == [["Patient/1"]] * 3
    assert [each.faults for each in found] == [()] * 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            b'{"resourceType": "Patient", "id": "\xe9"}',
            "it is not UTF-8 from byte 35 on. Maybe it is no FHIR, or is cut off.",
        ),
        (
            {"resourceType": "Patient"},
            "it is a dict, and a line of JSON is wanted. Maybe it is no FHIR, or is cut off.",
        ),
        (
            f"1e{'9' * 30}",
            "it holds a number with too many digits. Maybe it is no FHIR, or is cut off.",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_a_fault(line: Any, said: str) -> None:  # noqa: ANN401 # of any kind
    (found,) = read_each([line])

    assert [str(one) for one in found.faults] == [f"$[0]: {said}"]


@pytest.mark.parametrize("text", [PATIENT, PATIENT.encode()])
def test_one_text_is_no_lines(text: Any) -> None:  # noqa: ANN401 # of any kind
    with pytest.raises(WrongType, match="lines are wanted"):
        next(read_each(text))


def test_a_key_that_stands_twice_costs_itself() -> None:
    found = read('{"resourceType": "Goal", "id": "1", "startDate": "2026", "startDate": "2027"}')

    assert found.goals[0].starts is None
    assert [str(one) for one in found.faults] == ["$[0].startDate: it stands 2 times."]
    assert found.faults[0].kept == '["2026","2027"]'


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_json_does_not_have_costs_itself(text: str) -> None:
    target = f'[{{"measure": {{"text": "walks"}}, "detailQuantity": {{"value": {text}}}}}]'

    found = read(f'{{"resourceType": "Goal", "id": "1", "target": {target}}}')

    place = "$[0].target[0].detailQuantity.value"
    what = f"it is {text}, and JSON has no such number"
    assert [(one.place, one.what) for one in found.faults] == [(place, what)]


def test_what_a_parser_made_is_copied_and_numbers_become_exact() -> None:
    given_: dict[str, Any] = {"resourceType": "Patient", "id": "1", "a": [1.5, (True, None)]}

    found = read(given_)
    given_["a"].clear()

    assert found.losses[0].kept == "[1.5,[true,null]]"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (float("nan"), "it is nan, and JSON has no such number"),
        (Decimal("NaN"), "it is NaN, and JSON has no such number"),
        ({1}, "it is a set, which JSON does not have"),
    ],
)
def test_what_json_does_not_have_is_odd(value: object, what: str) -> None:
    ((_, whole),) = parsed({"a": value})

    found: Any = whole
    assert found["a"].what == what


def test_what_stands_within_itself_costs_itself() -> None:
    round_and_round: dict[str, Any] = {"resourceType": "Patient", "id": "1"}
    round_and_round["name"] = [round_and_round]
    round_and_round["extension"] = [round_and_round, round_and_round]

    found = read(round_and_round)

    assert [one.id for one in found.clients] == ["Patient/1"]
    assert [str(one) for one in found.faults] == ["$[0].name[0]: it stands within itself."]
    assert [one.kept for one in found.losses] == ["[null,null]"]


def test_what_a_parser_made_is_nested_too_deeply_beyond_a_hundred() -> None:
    deep: list[Any] = []
    for _ in range(100):
        deep = [deep]

    found = read({"resourceType": "Patient", "id": "1", "extension": deep})

    assert found.losses[0].kept == f"{'[' * 100}null{']' * 100}"


@pytest.mark.parametrize(
    "text",
    [
        f"{'[' * 900}1.50{']' * 900}",
        f'{"[" * 900}{{"a":1.50,"b":[],"c":{{}},"d":[1.0,2.50]}}{"]" * 900}',
    ],
)
def test_what_is_nested_deeply_is_kept_as_it_was(text: str) -> None:
    found = read(f'{{"resourceType": "Patient", "id": "1", "extension": {text}}}')

    assert found.losses[0].kept == text


def test_keys_that_stand_twice_at_any_depth_are_kept() -> None:
    text = '{"a":1,"a":' * 400 + "2" + "}" * 400

    (loss,) = read(f'{{"resourceType": "Patient", "id": "1", "extension": {text}}}').losses

    assert loss.kept == '{"a":[1,' * 400 + "2" + "]}" * 400


def test_copies_with_keys_that_stand_twice_count_once() -> None:
    twice = '{"resourceType": "Patient", "id": "1", "a": {"b": 1, "b": 2}}'

    assert [one.id for one in read(twice, twice).clients] == ["Patient/1"]


def test_copies_too_deep_for_the_encoder_in_c_count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_deep(*_: object, **__: object) -> str:
        raise RecursionError

    monkeypatch.setattr(finding, "json", SimpleNamespace(dumps=too_deep))

    assert [one.id for one in read(PATIENT, PATIENT).clients] == ["Patient/1"]


@pytest.mark.parametrize("text", ["1E+999999999", "-1E-999999999", "-7", "7"])
def test_a_number_of_any_size_is_kept_at_once(text: str) -> None:
    assert as_json(Decimal(text)) == text


def test_odd_things_are_equal_if_they_say_the_same() -> None:
    assert Odd("twice", [1]) == Odd("twice", [1])
    assert Odd("twice", [1]) != Odd("twice", [2])
    assert Odd("twice", [1]) != "twice"
    assert hash(Odd("twice", [1])) == hash(Odd("twice", [2]))


@given(JSON)
def test_what_is_kept_is_json_with_numbers_spelled_as_they_were(value: object) -> None:
    text = as_json(value)

    assert json.loads(text, parse_float=Decimal) == json.loads(
        text.encode("utf-8", "surrogatepass"), parse_float=Decimal
    )
    assert as_json(json.loads(text, parse_float=Decimal)) == text


@pytest.mark.parametrize("text", ['{"a":1.50,"b":[],"c":{},"d":[1.0,"é"]}', "[]", "{}", "1E+2"])
def test_the_spelling_of_a_number_is_kept(text: str) -> None:
    ((_, whole),) = parsed(f'{{"a": {text}}}')

    found: Any = whole
    assert as_json(found["a"]) == text


def test_an_unreadable_document_says_so() -> None:
    with pytest.raises(Unreadable, match="no JSON"):
        parsed("{")
