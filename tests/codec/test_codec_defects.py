"""Whatever is wrong with a document is found, each thing at its place, all of it at once."""

import json
import sys
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Fact
from carecore.codec import dumps, loads
from carecore.credentials import Licence
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType
from carecore.people import Client, Professional, Team
from carecore.record import Event, EventKind

from .samples import (
    Changeable,
    Criterion,
    Everything,
    House,
    Lost,
    Nearby,
    Nest,
    Odd,
    Parent,
    Policy,
    Sets,
    Speaks,
    Strict,
    Unannotated,
    Unreadable,
    Whatever,
)
from .strategies import JSON, VALUES

LONG = "x" * 200


def refusal(data: str | bytes, kind: type, **options: Whatever) -> CareError:
    with pytest.raises(CareError) as caught:
        loads(data, kind, **options)
    return caught.value


def faults(data: str | bytes, kind: type, **options: Whatever) -> list[str]:
    error = refusal(data, kind, **options)
    each = error.faults if isinstance(error, ManyFaults) else (error,)
    return list(map(str, each))


# What is wrong in one place of a client: the field, what stands there, what is said about it.
CLIENT_DEFECTS: dict[str, tuple[str, str, str]] = {
    "null for text": (
        "note",
        "null",
        "$.note: null stands where text is wanted. Maybe leave it out.",
    ),
    "a number for text": (
        "note",
        "7",
        "$.note: a whole number stands where text is wanted. Maybe in quotes.",
    ),
    "text for a list": (
        "needs",
        '"a"',
        "$.needs: 'a' stands where a list or null is wanted. Maybe put it in brackets: [...].",
    ),
    "an object for a list": (
        "representatives",
        "{}",
        "$.representatives: an object stands where a list is wanted.",
    ),
    "a number in a list of texts": (
        "needs",
        '["a", "b", 7]',
        "$.needs[2]: 7 stands where text is wanted. Maybe in quotes.",
    ),
    "a fraction for a whole number": (
        "caseload_points",
        "3.7",
        "$.caseload_points: 3.7 stands where a whole number or null is wanted.",
    ),
    "text for a whole number": (
        "caseload_points",
        '"3"',
        (
            "$.caseload_points: '3' stands where a whole number or null is wanted."
            " Maybe without the quotes."
        ),
    ),
    "true for a whole number": (
        "caseload_points",
        "true",
        "$.caseload_points: true stands where a whole number or null is wanted.",
    ),
    "a number below zero": (
        "caseload_points",
        "-1",
        (
            "$.caseload_points: the caseload points of a Client is below 0, and 0 is the least."
            " Maybe None, if it is unknown."
        ),
    ),
    "text for true or false": (
        "has_decision_capacity",
        '"no"',
        (
            "$.has_decision_capacity: 'no' stands where true or false or null is wanted."
            " Maybe without the quotes."
        ),
    ),
    "a number for true or false": (
        "has_decision_capacity",
        "1",
        "$.has_decision_capacity: 1 stands where true or false or null is wanted.",
    ),
    "a value that no enum has": (
        "payers",
        '["medicar"]',
        (
            "$.payers[0]: 'medicar' is not among the values of PayerKind."
            " Maybe 'medicare' or 'medicaid'."
        ),
    ),
    "an id that is none": (
        "setting",
        '"acute ward"',
        "$.setting: the care setting id 'acute ward' is not snake_case. Maybe 'acute_ward'.",
    ),
    "an id that stands twice": (
        "needs",
        '["a", "a"]',
        "$.needs[1]: the need 'a' stands twice. Maybe remove one.",
    ),
    "a zone that is none": (
        "zone",
        '"Berlin"',
        "$.zone: there is no time zone 'Berlin'. Maybe 'Europe/Berlin'.",
    ),
    "a place that is none": (
        "jurisdiction",
        '"Bavaria"',
        ("$.jurisdiction: the jurisdiction 'Bavaria' is no ISO 3166 code. Maybe 'US' or 'US-MA'."),
    ),
    "a field that is none": ("need", "[]", "$.need: Client has no field 'need'. Maybe 'needs'."),
    "a field with an odd name": ("§ 1", "[]", "Client has no field '§ 1'."),
    "a field that is private": ("_hidden", "1", "$._hidden: Client has no field '_hidden'."),
    "NaN": (
        "caseload_points",
        "NaN",
        "$.caseload_points: NaN is no JSON number. Maybe leave it out if unknown.",
    ),
    "minus infinity": (
        "caseload_points",
        "-Infinity",
        "$.caseload_points: -Infinity is no JSON number. Maybe leave it out if unknown.",
    ),
    "a number that overflows": (
        "caseload_points",
        "1e999",
        "$.caseload_points: a number is too large for JSON readers. Maybe as text.",
    ),
    "a whole number past 64 bits": (
        "caseload_points",
        str(2**63),
        (
            "$.caseload_points: a whole number of 19 digits does not fit into 64 bits."
            " Maybe it is an id, and belongs in quotes."
        ),
    ),
    "a very long whole number": (
        "caseload_points",
        "-" + "9" * 5000,
        (
            "$.caseload_points: a whole number of 5000 digits does not fit into 64 bits."
            " Maybe it is an id, and belongs in quotes."
        ),
    ),
    "half a surrogate pair": (
        "languages",
        r'["\ud800"]',
        (
            "$.languages[0]: the text (text, 1 character) holds half a surrogate pair."
            " Maybe it was cut in the middle of a character."
        ),
    ),
    "an unknown version": (
        "$schema",
        "2",
        (
            "$.$schema: the schema has version 2, and only version 1 is known."
            " Maybe a newer carecore wrote the document."
        ),
    ),
    "a version in words": (
        "$schema",
        '"one"',
        "$.$schema: 'one' stands where the version of the schema is wanted. Maybe 1.",
    ),
    "another type": (
        "$type",
        '"Team"',
        "$.$type: this is a Team, and a Client is wanted. Maybe another one is meant.",
    ),
    "a type that is no text": (
        "$type",
        "[]",
        "$.$type: a list is not the class that is wanted here. Maybe 'Client'.",
    ),
    "something inside": (
        "representatives",
        '[{"id": "r-1", "authority": "agent", "period": {"start": "2026-3-1"}}]',
        "$.representatives[0].period.start: '2026-3-1' is no day. Maybe 2026-03-01.",
    ),
    "a refusal inside": (
        "representatives",
        (
            '[{"id": "r-1", "authority": "agent",'
            ' "period": {"start": "2026-03-02", "end": "2026-03-01"}}]'
        ),
        (
            "$.representatives[0].period: the period ends on 2026-03-01, before it starts on"
            " 2026-03-02. Maybe the two dates are swapped."
        ),
    ),
    "a missing field inside": (
        "representatives",
        '[{"authority": "agent"}]',
        "$.representatives[0].id: the field 'id' is missing. Maybe add it.",
    ),
}


@pytest.mark.parametrize("name", CLIENT_DEFECTS)
def test_one_defect_of_a_client_is_told_with_its_place(name: str) -> None:
    key, plain, said = CLIENT_DEFECTS[name]

    assert faults(f'{{"id": "c-1", {json.dumps(key)}: {plain}}}', Client) == [said]


def test_a_document_with_every_defect_is_told_all_of_them() -> None:
    document = """{
        "$type": "a team", "$schema": 2, "id": " c-1", "name": 7, "name": 8, "note": null,
        "setting": "acute ward", "needs": ["a", 7, null], "payers": ["medicar", 1],
        "caseload_points": 3.7, "has_decision_capacity": "no", "zone": "Berlin",
        "jurisdiction": "Bavaria", "languages": "en", "birth_date": 1941, "need": [],
        "representatives": [
            {"authority": "agnt", "period": {"start": "2026-03-02", "end": "2026-03-01"}},
            {"id": "r-1", "authority": "agent", "jurisdiction": NaN, "name": 1e999},
            {"id": "r-2", "authority": "agent", "period": {"end": "2026-02-30"}, "note": ""},
            18446744073709551616
        ]
    }"""

    error = refusal(document, Client)

    assert isinstance(error, ManyFaults)
    assert sorted(fault.place for fault in error.faults) == sorted(
        [
            *("$.$type", "$.$schema", "$.id", "$.name", "$.name", "$.note", "$.setting"),
            *("$.needs[1]", "$.needs[2]", "$.payers[0]", "$.payers[1]", "$.caseload_points"),
            *("$.has_decision_capacity", "$.zone", "$.jurisdiction", "$.languages"),
            *("$.birth_date", "$.need", "$.representatives[0].authority"),
            *("$.representatives[0].period", "$.representatives[0].id"),
            *("$.representatives[1].jurisdiction", "$.representatives[1].name"),
            *("$.representatives[2].period.start", "$.representatives[2].period.end"),
            *("$.representatives[2].note", "$.representatives[3]"),
        ]
    )
    assert str(error).startswith("27 faults in the document:\n- $.$schema: ")


BROKEN: dict[str, tuple[str | bytes, str]] = {
    "cut in an object": ('{"id": "c-1"', "the document breaks off. Maybe it was cut on the way."),
    "cut in a text": ('{"id": "c-', "the document breaks off. Maybe it was cut on the way."),
    "a comma that is missing": (
        '{"id": "c-1"\n "name": ""}',
        (
            "the document is no JSON: line 2, column 2 is not what may stand there."
            " Maybe a comma or a quote is missing, or one too many."
        ),
    ),
    "two documents": (
        '{"id": "c-1"} {"id": "c-2"}',
        (
            "the document is no JSON: line 1, column 15 is not what may stand there."
            " Maybe a comma or a quote is missing, or one too many."
        ),
    ),
    "nothing": (" \n", "the document is empty. Maybe the file is not written yet."),
    "not UTF-8": (
        b'{"id": "\xff"}',
        (
            "the document is not UTF-8: byte 8 belongs to no character."
            " Maybe it was saved in another encoding."
        ),
    ),
    "half a surrogate pair in the text": (
        '{"id": "\ud800"}',
        (
            "the document holds half a surrogate pair, which is no character."
            " Maybe pass the bytes as they were received."
        ),
    ),
    "a byte order mark": (
        b'\xef\xbb\xbf{"id": "c-1"}',
        "the document begins with a byte order mark. Maybe decode it with 'utf-8-sig'.",
    ),
    "too deep": (
        "[" * 101 + "]" * 101,
        "the document nests over 100 levels deep. Maybe a value holds itself.",
    ),
    "far too deep": (
        '{"a":' * 100_000,
        "the document nests over 100 levels deep. Maybe a value holds itself.",
    ),
    "a list": ("[]", "a list stands where an object (Client) is wanted."),
    "a text": ('"c-1"', "'c-1' stands where an object (Client) is wanted."),
    "NaN alone": ("NaN", "NaN is no JSON number. Maybe leave it out if unknown."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_at_all_is_one_fault(name: str) -> None:
    document, said = BROKEN[name]

    assert faults(document, Client) == [said]


def test_brackets_in_texts_and_beside_each_other_do_not_nest() -> None:
    note = json.dumps("[{\\" * 200 + '"')
    document = f'{{"id": "c-1", "note": {note}, "needs": []}}'

    assert loads(document, Client).note == "[{\\" * 200 + '"'
    assert refusal("[" + "[]," * 200 + "[]]", Client).place == "$"


def test_a_hundred_levels_are_not_too_deep() -> None:
    document = '{"inner": ' * 99 + "{}" + "}" * 99

    assert loads(document, Nest).inner is not None
    assert isinstance(refusal('{"inner": ' * 100 + "{}" + "}" * 100, Nest), InvalidValue)


def test_a_program_that_is_nearly_out_of_stack_gets_an_error_of_ours() -> None:
    document = '{"inner": ' * 99 + "{}" + "}" * 99
    said: set[str] = set()

    def dive() -> None:
        try:
            loads(document, Nest)
        except CareError as error:
            said.add(str(error).partition(".")[0])
            return
        dive()

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(2_000)
    try:
        dive()
    finally:
        sys.setrecursionlimit(limit)

    assert said == {"the document nests deeper than the program can go from here"}


@pytest.mark.parametrize("data", [None, 7, bytearray(b"{}"), {"id": "c-1"}])
def test_a_document_is_text_or_bytes(data: Whatever) -> None:
    assert isinstance(refusal(data, Client), WrongType)


@pytest.mark.parametrize("kind", ["Client", [], None, tuple[Client, ...], int, Criterion, object])
def test_a_document_holds_a_class(kind: Whatever) -> None:
    assert isinstance(refusal("{}", kind), WrongType)


@pytest.mark.parametrize("types", [(int,), ("Nearby",), (Nearby, Criterion)])
def test_types_are_attrs_classes(types: Whatever) -> None:
    assert isinstance(refusal("{}", Policy, types=types), WrongType)


def test_a_number_where_a_text_is_spelled_is_refused() -> None:
    assert faults('{"credential": "rn", "jurisdiction": 7}', Licence) == [
        "$.jurisdiction: 7 stands where text such as 'US-MA' is wanted."
    ]


def test_a_long_value_is_quoted_in_part() -> None:
    document = {"id": "c-1", "setting": LONG, "zone": LONG, "needs": [LONG + "!"], LONG: 1}

    said = faults(json.dumps(document), Client)

    assert len(said) == 3
    assert not [line for line in said if "x" * 61 in line]


def test_quotes_within_a_long_value_do_not_save_it_from_being_cut() -> None:
    document = {"id": "c-1", "zone": "'\"\\" * 100}

    assert all(len(line) < 250 for line in faults(json.dumps(document), Client))


@pytest.mark.parametrize(
    ("field", "plain", "said"),
    [
        ("day", "20260301", "is no day. Maybe 2026-03-01"),
        ("day", "2026-02-30", "is no day. Maybe 2026-03-01"),
        ("day", "2026-03-01T09:00:00Z", "is no day. Maybe 2026-03-01"),
        ("moment", "2026-03-01", "is no moment with a time zone"),
        ("moment", "2026-03-01T09:00:00", "'2026-03-01T09:00:00' is a moment without a time zone"),
        ("moment", "2026-03-01 09:00", "'2026-03-01 09:00' is a moment without a time zone"),
        ("moment", "2026-03-01 09:00:00Z", "is no moment with a time zone"),
        ("moment", "2026-03-01T24:00:00Z", "is no moment with a time zone"),
        ("moment", "2026-03-01T09:00:60Z", "is no moment with a time zone"),
        ("moment", "2026-03-01T09:00:00.1234567Z", "is no moment with a time zone"),
        ("moment", "2026-03-01T09:00:00+25:00", "is no moment with a time zone"),
        ("moment", "2026-03-01T09:00:00Z[Europe/Berlin]", "is no moment with a time zone"),
        ("moment", "2026-03-01T09:00:00+01:00[Berlin]", "there is no time zone 'Berlin'"),
        (
            "moment",
            "2026-07-01T09:00:00+01:00[Europe/Berlin]",
            "has an offset that its zone does not have then. Maybe +02:00",
        ),
        ("clock", "9:30", "is no time of day. Maybe 09:30"),
        ("clock", "24:00", "is no time of day. Maybe 09:30"),
        ("clock", "09:60", "is no time of day. Maybe 09:30"),
        ("clock", "09:30+01:00", "is no time of day. Maybe 09:30"),
        ("span", "P1D", "is no span of time. Maybe PT90S"),
        ("span", "PT", "is no span of time. Maybe PT90S"),
        ("span", "PT999999999999999H", "is no span of time. Maybe PT90S"),
        ("amount", "1,50", "is no decimal number. Maybe 12.50"),
        ("amount", "NaN", "is no decimal number. Maybe 12.50"),
        ("amount", "1E9999999999999999999999", "is no decimal number. Maybe 12.50"),
        ("onset", "2026-13", "is not in the calendar"),
        ("step", "1M", "is not an offset"),
    ],
)
def test_a_text_that_spells_nothing_is_refused(field: str, plain: str, said: str) -> None:
    error = refusal(json.dumps({"key": "k", field: plain}), Everything)

    assert isinstance(error, InvalidValue)
    assert error.place == f"$.{field}"
    assert said in str(error)


@pytest.mark.parametrize(
    ("field", "plain", "said"),
    [
        ("amount", 1.5, "1.5 stands where text such as '12.50' or null is wanted"),
        ("share", 2**53 + 1, "9007199254740993 stands where a number is wanted"),
        ("share", "3", "'3' stands where a number is wanted. Maybe without the quotes"),
        ("share", False, "false stands where a number is wanted"),
        ("colour", 1, "1 stands where one of 'red', 'green' is wanted"),
        ("colour", "gren", "'gren' is not among the values of Colour. Maybe 'green'"),
        ("colour", "blue", "'blue' is not among the values of Colour. Maybe one of 'red', 'green'"),
        ("floor", True, "true stands where one of 0, 1 is wanted"),
        ("floor", 2, "2 is not among the values of Floor. Maybe one of 0, 1"),
        ("mixed", 2, "2 is not among the values of"),
        ("mixed", True, "true stands where one of 'all' or one of 1 or null is wanted"),
        ("pair", ["a"], "the list is 1 long, and 2 is wanted. Maybe one was left out"),
        ("pair", "ab", "'ab' stands where a list is wanted"),
        ("nothing", [1], "the list is 1 long, and 0 is wanted"),
        ("number", None, "null stands where a whole number or a number or text is wanted"),
        ("text_or_step", 7, "7 stands where text such as 'P1M' or an object (Period) or null is"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(field: str, plain: object, said: str) -> None:
    error = refusal(json.dumps({"key": "k", field: plain}), Everything)

    assert error.place == f"$.{field}"
    assert said in str(error)


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (
            {"minutes": 1},
            [
                (
                    "$.criterion.$type: '$type' is missing, and there are several classes"
                    " to choose from. Maybe one of 'Nearby', 'Speaks'."
                )
            ],
        ),
        (
            {"$type": "Far"},
            [
                (
                    "$.criterion.$type: 'Far' is none of the classes taken here."
                    " Maybe one of 'Nearby', 'Speaks'."
                )
            ],
        ),
        (
            {"$type": 7},
            [
                (
                    "$.criterion.$type: 7 is none of the classes taken here."
                    " Maybe one of 'Nearby', 'Speaks'."
                )
            ],
        ),
        ("Nearby", ["$.criterion: 'Nearby' stands where an object (Criterion) or null is wanted."]),
    ],
)
def test_a_class_that_is_not_named_is_refused(plain: object, said: list[str]) -> None:
    document = json.dumps({"criterion": plain})

    assert faults(document, Policy, types=(Nearby, Speaks)) == said


def test_an_open_field_takes_no_class_that_was_not_handed_in() -> None:
    document = '{"criterion": {"$type": "Nearby", "minutes": 3}, "several": [{}]}'

    assert [line.partition(":")[0] for line in faults(document, Policy)] == [
        "$.criterion",
        "$.several[0]",
    ]


def test_a_subclass_has_to_be_handed_in() -> None:
    document = '{"parent": {"$type": "Child", "size": 1}}'

    assert faults(document, House) == [
        "$.parent.$type: this is a Child, and a Parent is wanted. Maybe another one is meant."
    ]


def test_two_classes_of_one_name_cannot_be_told_apart() -> None:
    other = type("Parent", (Parent,), {})

    assert "cannot be told apart" in str(refusal("{}", Parent, types=(other,)))


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ({"$type": "date"}, ["$.seen.$value: the field '$value' is missing. Maybe add it."]),
        (
            {"$type": "date", "$value": "x", "y": 1},
            ["$.seen.y: date has no field 'y'.", "$.seen.$value: 'x' is no day. Maybe 2026-03-01."],
        ),
        (
            {"$type": "day", "$value": "2026-03-01"},
            ["$.seen.$type: 'day' is none of the classes taken here. Maybe one of 'date'."],
        ),
    ],
)
def test_a_marked_value_is_read_strictly(plain: object, said: list[str]) -> None:
    assert faults(json.dumps({"name": "x", "seen": plain}), Fact) == said


@pytest.mark.parametrize(
    "field", ["rows", "table", "raw", "bare", "mixed", "lists", "sequence", "tag", "union"]
)
def test_an_annotation_that_a_document_cannot_hold_is_told(field: str) -> None:
    error = refusal(json.dumps({field: []}), Unreadable)

    assert (type(error), error.place) == (WrongType, f"$.{field}")


@pytest.mark.parametrize("kind", [Lost, Unannotated])
def test_a_class_whose_annotations_say_nothing_is_refused(kind: type) -> None:
    assert isinstance(refusal('{"value": 1}', kind), WrongType)


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (
            {"odd": [{"size": 1}]},
            ["$.odd: values of Changeable cannot stand in a set. Maybe its class lacks `frozen`."],
        ),
        (
            {"named": ["a", "b", "a"]},
            ["$.named[2]: the value stands twice in a set. Maybe remove one of the two."],
        ),
        ({"named": {}}, ["$.named: an object stands where a list is wanted."]),
    ],
)
def test_a_set_holds_each_value_once(plain: object, said: list[str]) -> None:
    assert faults(json.dumps(plain), Sets) == said


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (
            {"name": "b", "top": 7},
            [
                "$.name: the value is refused (ValueError: 'b is not upper case').",
                "$.top: the value is refused (ValueError).",
            ],
        ),
        ({"low": 9}, ["$.low: low is over top.", "swapped."]),
        (
            {"low": 9, "top": "x"},
            ["$.top: 'x' stands where a whole number is wanted. Maybe without the quotes."],
        ),
        ({"name": "BAD"}, ["the name is bad. Maybe another."]),
        ({"name": "WORSE"}, ["the value is refused (OSError)."]),
        ({"name": "WORST"}, ["the value is refused (RuntimeError: 'the disk is gone')."]),
    ],
)
def test_what_a_class_of_other_people_raises_becomes_an_error_of_ours(
    plain: object, said: list[str]
) -> None:
    assert faults(json.dumps(plain), Strict) == said


def test_a_converter_may_raise_what_nobody_expects() -> None:
    assert faults('{"value": "x"}', Odd) == ["the value is refused (KeyError: 'x')."]


def test_an_unhashable_value_is_no_surprise_elsewhere() -> None:
    assert loads('{"size": 1}', Changeable) == Changeable(1)


def _stops(data: bytes) -> object:
    raise LookupError(data)


@pytest.mark.parametrize(
    ("parser", "said"),
    [
        (_stops, ["the parser refuses the document (LookupError). Maybe try without parser=."]),
        (lambda _: {1: 2, "minutes": 3}, ["Nearby has no field '1'."]),
        (
            lambda _: {"minutes": (3,)},
            ["$.minutes: a value of type tuple stands where a whole number is wanted."],
        ),
        (lambda _: object(), ["a value of type object stands where an object (Nearby) is wanted."]),
    ],
)
def test_a_parser_that_gives_something_else_is_told_so(
    parser: Callable[[bytes], object], said: list[str]
) -> None:
    assert faults('{"minutes": 3}', Nearby, parser=parser) == said


@pytest.mark.parametrize("plain", ["NaN", "1e999", "18446744073709551616", '3, "minutes": 3'])
def test_no_parser_gets_to_see_what_it_might_let_pass(plain: str) -> None:
    def parser(data: bytes) -> object:
        raise AssertionError(data)

    assert refusal(f'{{"minutes": {plain}}}', Nearby, parser=parser).place == "$.minutes"


@given(JSON)
def test_whatever_json_holds_a_refusal_is_one_of_ours(plain: object) -> None:
    for kind in (Client, Team, Everything):
        with suppress(CareError):
            loads(json.dumps(plain), kind)


@given(st.text() | st.binary())
def test_whatever_the_bytes_are_a_refusal_is_one_of_ours(data: str | bytes) -> None:
    with pytest.raises(CareError):
        loads(data, Professional)


@given(st.data())
def test_a_document_that_is_cut_anywhere_is_refused(data: st.DataObject) -> None:
    text = dumps(data.draw(VALUES["Licence"]))
    end = data.draw(st.integers(0, len(text) - 1))

    with pytest.raises(InvalidValue):
        loads(text[:end], Professional)


def test_an_object_of_another_class_is_told_and_nothing_else_of_it() -> None:
    document = '{"$type": "CarePlan", "id": 7, "goals": [], "client": {}}'

    assert faults(document, Client) == [
        "$.$type: this is a CarePlan, and a Client is wanted. Maybe another one is meant."
    ]


@pytest.mark.parametrize("mark", ["no class", "A" * 61])
def test_a_type_that_names_no_class_is_told_beside_what_else_is_wrong(mark: str) -> None:
    said = faults(json.dumps({"$type": mark, "id": 7}), Client)

    assert [line.partition(":")[0] for line in said] == ["$.$type", "$.id"]
    assert "is not the class that is wanted here. Maybe 'Client'." in said[0]


def test_more_words_than_eight_are_counted() -> None:
    (said,) = faults('{"id": "e-1", "kind": "zzz"}', Event)

    assert said.endswith(f"'notice', 'assessment', and {len(EventKind) - 8} more.")


@pytest.mark.parametrize(
    "text", ["2026-03-01T09:00:00", "2026-03-01T09:00", "2026-03-01 09:00:00.5"]
)
def test_a_moment_without_a_zone_is_told_where_a_day_may_stand_as_well(text: str) -> None:
    document = json.dumps({"id": "e-1", "kind": "visit", "happened": text})

    (said,) = faults(document, Event)
    assert said == (
        f"$.happened: '{text}' is a moment without a time zone. "
        "Maybe 2026-03-01T09:00:00+01:00[Europe/Berlin]."
    )
