"""Reading at once takes what the detailed reader takes, and gives the same."""

import inspect
import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import partial
from inspect import signature
from types import NoneType
from typing import Union
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base import checks, identity, plan_ids, record_ids
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.outline import Items
from carecore.base.reasons import Fact
from carecore.base.recurrence import Recurrence
from carecore.base.timing import PartialDate, Period
from carecore.codec import dumps, known, loads
from carecore.codec.depth import levels_of
from carecore.codec.known import TERM, converter_lines, validator_lines
from carecore.codec.quick import UNREAD, quick_document, quick_value
from carecore.codec.quick_rules import normal_rule
from carecore.codec.quick_texts import quick_text
from carecore.codec.texts import TEXT_FORMS
from carecore.codec.twins import twin_of

from ..drawing import at_most
from ..samples import SAMPLES
from .mutations import TEXTS, mutated
from .not_values import WHY
from .readers import agree, detailed, is_same
from .samples import (
    Child,
    Colour,
    Criterion,
    Diary,
    Everything,
    House,
    Key,
    Lost,
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
from .samples_quick import (
    CALLED,
    Filled,
    First,
    Heir,
    Late,
    Narrow,
    OwnInit,
    PlusOne,
    Row,
    Shy,
    Unset,
)
from .strategies import DAYS, JURISDICTIONS, MOMENTS, PARTIAL_DATES, VALUES, ZONES

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
# A long document takes long to change, and shows nothing more.
SHORT = [name for name, value in EACH.items() if len(dumps(value)) < 20_000]


@pytest.mark.parametrize("name", EACH)
def test_a_document_in_order_is_read_at_once(name: str) -> None:
    value, text = EACH[name], dumps(EACH[name])

    again = quick_document(text, type(value), TYPES)

    assert is_same(again, value)
    assert is_same(detailed(text, type(value), TYPES), value)


@pytest.mark.parametrize("name", VALUES)
@settings(max_examples=at_most(25))
@given(data=st.data())
def test_so_is_any_value_that_was_drawn(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    text = dumps(value)

    again = quick_document(text.encode(), type(value), ())

    assert type(value) in TEXT_FORMS or is_same(again, value)


@pytest.mark.parametrize("name", SHORT)
@settings(max_examples=at_most(20))
@given(data=st.data())
def test_a_document_that_was_changed_is_read_alike(name: str, data: st.DataObject) -> None:
    kind = type(EACH[name])
    text = mutated(dumps(EACH[name]), lambda number: data.draw(st.integers(0, number - 1)))

    assert agree(text, kind, TYPES)


@pytest.mark.parametrize(
    "document",
    [
        "{}",
        '{"size": 4, "made": 8, "plus": 5}',
        '{"size": 3}',
        '{"made": 3}',
        '{"made": -2}',
        '{"made": true}',
        '{"size": 6}',
        '{"rows": [1]}',
        '{"total": 7}',
        '{"_hidden": 7}',
    ],
)
def test_what_a_constructor_does_is_done_without_it(document: str) -> None:
    value = quick_document(document, Filled, ())

    assert value is UNREAD or value == detailed(document, Filled)
    assert (value is UNREAD) == (document not in {"{}", '{"size": 4, "made": 8, "plus": 5}'})


def test_a_default_that_can_change_is_made_anew() -> None:
    one, other = (quick_document("{}", Filled, ()) for _ in "ab")

    assert isinstance(one, Filled)
    assert isinstance(other, Filled)
    assert (one.rows, one.rows is other.rows, one.table is other.table) == ([], False, False)


@pytest.mark.parametrize("kind", CALLED, ids=lambda kind: kind.__name__)
def test_a_class_that_does_more_is_called(kind: Whatever) -> None:
    assert twin_of(kind) is None or kind in {Heir, Unset, First}
    assert quick_document('{"size": 3}', kind, ()) == kind(size=3)


def test_a_class_whose_slots_are_laid_out_otherwise_has_no_twin() -> None:
    kind: Whatever = attrs.make_class("Moved", ["size"], frozen=True, weakref_slot=False)
    kind.__slots__ = ("size", "other")

    assert twin_of(kind) is None


def test_a_constructor_by_hand_is_called() -> None:
    assert quick_document('{"size": 3}', OwnInit, ()) == OwnInit(3)


@pytest.mark.parametrize(
    ("document", "is_read"),
    [
        ('{"day": "2026-03-01", "name": "a", "size": 3}', True),
        ('{"name": "a", "size": 3}', False),
        ('{"day": "2026-03-01", "size": 3}', False),
        ('{"day": "2026-03-01", "name": "a"}', False),
    ],
)
def test_a_default_that_is_refused_is_not_read(document: str, *, is_read: bool) -> None:
    assert (quick_document(document, Late, ()) is not UNREAD) == is_read
    assert (outcome(lambda: detailed(document, Late)) is not UNREAD) == is_read


def test_a_field_that_no_document_can_give_is_left_to_the_constructor() -> None:
    assert quick_document("{}", Shy, ()) is UNREAD


@pytest.mark.parametrize(
    ("document", "is_read"),
    [
        ('{"text": "a", "texts": ["b"], "sized": {"$type": "Row", "length": 3}}', True),
        ('{"text": 3}', False),
        ('{"texts": ["b", 3]}', False),
    ],
)
def test_a_check_that_says_more_than_the_annotation_is_asked(
    document: str, *, is_read: bool
) -> None:
    assert (quick_document(document, Narrow, (Row,)) is not UNREAD) == is_read
    assert agree(document, Narrow, (Row,))


def test_nothing_is_read_at_once_while_validators_are_switched_off() -> None:
    with attrs.validators.disabled():
        assert quick_document('{"minutes": 3}', Nearby, ()) is UNREAD
        assert loads('{"minutes": 3}', Nearby) == Nearby(3)


# What converters and validators of base ask is written down a second time.
TEXTS_DRAWN = st.sampled_from(TEXTS) | st.text(max_size=4) | st.from_regex(r"[a-z_0-9]{0,9}\Z")
VALUES_DRAWN: dict[Whatever, st.SearchStrategy[Whatever]] = {
    str: TEXTS_DRAWN,
    int: st.sampled_from([0, 1, 10**12, 10**12 + 1, -1, 2**63 - 1]),
    bool: st.booleans(),
    date: DAYS,
    datetime: MOMENTS | st.just(datetime.max.replace(tzinfo=UTC)),
    PartialDate: PARTIAL_DATES,
    Jurisdiction: JURISDICTIONS,
    ZoneInfo: ZONES,
    NoneType: st.none(),
}
RULES = st.builds(
    "{}{}\nRRULE:FREQ={}{}{}{}".format,
    st.sampled_from(["DTSTART;VALUE=DATE:", "DTSTART;TZID=Europe/Berlin:", "DTSTART;TZID=UTC:"]),
    st.sampled_from(["20260302", "20260230", "20260302T090000", "20260302T250000"])
    | st.sampled_from(["00010101T000000", "99991231T235959", "2026030"]),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"]),
    st.sampled_from(["", ";INTERVAL=2", ";INTERVAL=1", ";INTERVAL=02", ";INTERVAL=1234567"]),
    st.sampled_from(["", ";COUNT=3", ";COUNT=0", ";UNTIL=20261224"]),
    st.sampled_from(["", ";BYDAY=MO", ";BYDAY=MO,TH", ";BYDAY=TH,MO", ";BYDAY=2MO", ";BYDAY="]),
)


def outcome(call: Callable[[], object]) -> object:
    """What comes of a call; of an error only that there was one."""
    try:
        return call()
    except Exception:  # noqa: BLE001 # whatever it is
        return UNREAD


def passes(lines: Iterable[str], value: object) -> object:
    """The value, if these lines do not refuse it."""
    found = {"v": value, "Misfit": LookupError, "TERM": re.compile(TERM, re.ASCII).fullmatch}
    exec("\n".join(["f_start = None", *lines]), found)  # noqa: S102 # what the codec writes
    return value


@pytest.mark.parametrize("convert", known._CONVERTERS, ids=lambda one: one.__name__)
@given(data=st.data())
def test_a_converter_of_base_takes_what_is_said_of_it(
    convert: Callable[..., object], data: st.DataObject
) -> None:
    what = known._CONVERTERS[convert]
    one = st.one_of([VALUES_DRAWN[kind] for kind in sorted(what.kinds, key=str)])
    kind: Whatever = Union[tuple(what.kinds)]  # noqa: UP007 # they are not known before
    if what.is_list:
        one, kind = st.lists(one, max_size=3).map(tuple), tuple[kind, ...]
    if what.is_optional:
        one, kind = st.none() | one, kind | None
    value = data.draw(one)
    lines = converter_lines(convert, kind)
    assert lines is not None

    said = outcome(lambda: passes(lines, value))

    # A time at the edge of the calendar is left to the converter.
    is_edge = getattr(value, "year", None) in {1, 9999}
    assert said is UNREAD if is_edge else said == outcome(lambda: convert(value))


def test_every_converter_of_an_id_is_known() -> None:
    each = [
        getattr(page, name) for page in (identity, plan_ids, record_ids) for name in page.__all__
    ]
    # The others take what kind of id it is as well, or give words for one.
    converters = [
        one for one in each if inspect.isfunction(one) and len(signature(one).parameters) == 1
    ]
    beside = {identity.in_words, identity.with_article}

    # What is missing belongs into a table of `carecore.codec.known`.
    assert [
        one.__name__ for one in converters if one not in beside | known._CONVERTERS.keys()
    ] == []


@pytest.mark.parametrize(
    "validate",
    [
        checks.filled_text,
        checks.optional_day,
        checks.plain_text,
        checks.true_or_false,
        checks.whole_number,
        checks.yes_or_no,
    ],
    ids=lambda one: one.__name__,
)
@given(data=st.data())
def test_so_does_a_validator(validate: Callable[..., object], data: st.DataObject) -> None:
    what = known._VALIDATORS[validate]
    value = data.draw(st.one_of([VALUES_DRAWN[kind] for kind in sorted(what.kinds, key=str)]))
    kind: Whatever = Union[tuple(what.kinds)]  # noqa: UP007 # they are not known before
    asked = validator_lines(validate, kind)
    attribute = attrs.fields(Nearby).minutes

    is_refused = outcome(lambda: validate(None, attribute, value)) is UNREAD

    assert (asked.left, asked.covered) == (None, (validate,))
    assert (outcome(lambda: passes(asked.lines, value)) is UNREAD) == is_refused


@given(st.none() | DAYS, st.none() | DAYS)
def test_a_period_is_read_at_once_if_it_has_an_order(start: date | None, end: date | None) -> None:
    document = json.dumps({"start": start and str(start), "end": end and str(end)})

    assert quick_document(document, Period, ()) == outcome(lambda: Period(start, end))


@pytest.mark.parametrize(
    ("converter", "kind"),
    [
        (plan_ids.goal_ids, frozenset[str]),
        (plan_ids.goal_ids, tuple[str, str]),
        (plan_ids.goal_ids, tuple[str, ...] | None),
        (identity.optional_need_ids, None),
        (plan_ids.goal_id, str | None),
        (plan_ids.goal_id, int),
        (PlusOne(), int),
        (len, str),
    ],
)
def test_a_converter_that_may_do_more_is_called(
    converter: Callable[..., object], kind: Whatever
) -> None:
    assert converter_lines(converter, kind) is None


@settings(max_examples=at_most(500))
@given(RULES | TEXTS_DRAWN)
def test_a_rule_is_kept_as_it_is_only_if_it_is_spelled_so(text: str) -> None:
    assert outcome(lambda: normal_rule(text)) == outcome(lambda: Recurrence(text).text)


@pytest.mark.parametrize("kind", TEXT_FORMS, ids=lambda kind: kind.__name__)
@settings(max_examples=at_most(150))
@given(data=st.data())
def test_a_text_is_read_alike(kind: Whatever, data: st.DataObject) -> None:
    drawn = st.from_regex(TEXT_FORMS[kind].pattern, fullmatch=True)
    text = data.draw(drawn | st.sampled_from(TEXTS) | MOMENTS.map(TEXT_FORMS[datetime].write))

    quick, slow = (
        outcome(partial(read, text)) for read in (quick_text(kind), TEXT_FORMS[kind].read)
    )

    assert (quick, type(quick)) == (slow, type(slow))
    if isinstance(quick, datetime) and isinstance(slow, datetime):
        assert (quick.tzinfo, quick.fold) == (slow.tzinfo, slow.fold)


@pytest.mark.parametrize(
    ("kind", "levels"),
    [
        (str, 0),
        (Period, 1),
        (tuple[Period, ...], 2),
        (tuple[tuple[int, ...], str] | None, 2),
        (tuple, 0),
        (Nest, float("inf")),
        (Items, float("inf")),
        (Everything, float("inf")),
        (House, 2),
        (Unreadable, 1),
        (Lost, 1),
        (Parent | type("Parent", (Parent,), {}), 0),
        (Fact, 2),
    ],
)
def test_how_deep_a_document_of_a_class_can_nest_is_known(kind: Whatever, levels: float) -> None:
    assert levels_of(kind, ()) == levels


@pytest.mark.parametrize("levels", [99, 100])
def test_a_class_that_holds_itself_nests_no_deeper_than_any(levels: int) -> None:
    document = '{"inner": ' * levels + "{}" + "}" * levels

    assert (quick_document(document, Nest, ()) is UNREAD) == (levels > 99)


@pytest.mark.parametrize(
    ("document", "is_read"),
    [
        ('{"minutes":3}', True),
        ('{"minutes" :3}', True),
        ('{"minutes"\n:3}', True),
        ('{"minutes":3,"minutes":3}', False),
        ('{"minutes" :3,"minutes":3}', False),
        ('{"minutes":3,"minutes" : 3}', False),
        ('{"$schema":1,"$schema":1,"minutes":3}', False),
        ('{"$schema":true,"minutes":3}', False),
        ('{"$type":"Nearby","$type":"Nearby","minutes":3}', False),
        ('{"$type":"Speaks","minutes":3}', False),
        ('{"minutes":NaN}', False),
        ("{}", False),
        ("", False),
        ("[]", False),
        (b'{"minutes":3}', True),
        (b'\xff{"minutes":3}', False),
        ('\ufeff{"minutes":3}', False),
        (bytearray(b'{"minutes":3}'), False),
    ],
)
def test_what_bytes_can_hide_is_seen(document: Whatever, *, is_read: bool) -> None:
    assert quick_document(document, Nearby, ()) == (Nearby(3) if is_read else UNREAD)


@pytest.mark.parametrize(
    ("language", "is_read"),
    [
        (r'"\ud83d\ude00"', True),
        (r'"\ud83d"', False),
        (r'"\uDE00\ud83d"', False),
        (r'"\\ud83d"', True),
        (r'"\":"', True),
        (r'"a \" : b"', True),
        ('"\ud83d"', False),
    ],
)
def test_a_text_is_read_at_once_if_it_holds_whole_characters(
    language: str, *, is_read: bool
) -> None:
    document = f'{{"language":{language}}}'

    assert (quick_document(document, Speaks, ()) is not UNREAD) == is_read
    assert agree(document, Speaks)


def test_what_a_parser_gives_is_read_at_once_and_left_as_it_was() -> None:
    plain = {"$schema": 1, "several": [{"$type": "Nearby", "minutes": 3}], "criterion": None}

    assert quick_value(plain, Policy, (Nearby,)) == Policy(several=(Nearby(3),))
    assert plain["$schema"] == 1


@pytest.mark.parametrize(
    "plain",
    [
        {1: 2, "language": "pl"},
        {"language": "\ud800"},
        {"language": ["\ud800"]},
        {"language": type("Word", (str,), {})("pl")},
        {"language": ("pl",)},
        object(),
        type("Table", (dict,), {})(language="pl"),
        {"\ud800": 1},
    ],
)
def test_what_no_parser_should_give_is_not_read_at_once(plain: object) -> None:
    assert quick_value(plain, Speaks, ()) is UNREAD


def _raises(self: object) -> None:
    raise OSError(self)


def test_whatever_a_class_raises_the_detailed_reader_is_asked() -> None:
    kind = attrs.make_class(
        "Raising", {"size": attrs.field(type=int)}, class_body={"__attrs_post_init__": _raises}
    )

    assert quick_document('{"size": 3}', kind, ()) is UNREAD
    assert quick_value({"size": 3}, kind, ()) is UNREAD


@pytest.mark.parametrize("kind", [int, Colour, PartialDate, tuple, Criterion, object])
def test_what_no_document_holds_is_not_read_at_once(kind: type) -> None:
    assert quick_document("3", kind, ()) is UNREAD


@pytest.mark.parametrize(
    ("plain", "is_read"),
    [
        ({"value": 3}, False),
        ({"value": None}, True),
        ({"other": []}, False),
        ({"other": "x"}, True),
        ({"same": {}}, False),
        ({"neither": []}, False),
        ({"number": 3}, True),
        ({"number": "x"}, True),
        ({"number": True}, False),
    ],
)
def test_an_annotation_that_a_document_cannot_hold_is_not_read(
    plain: dict[str, object], *, is_read: bool
) -> None:
    @attrs.frozen
    class Held:
        value: list[int] | None = None
        other: list[int] | str = ""
        neither: list[int] | dict[str, int] = ()  # type: ignore[assignment] # on purpose
        number: float | str = ""
        same: Parent | type("Parent", (Parent,), {}) | None = None  # type: ignore[valid-type]

    assert (quick_document(json.dumps(plain), Held, ()) is not UNREAD) == is_read
    assert agree(json.dumps(plain), Held)


@pytest.mark.parametrize(("plain", "held"), [("3", 3.0), ("-0.0", -0.0), ("1e300", 1e300)])
def test_a_number_is_a_float_however_it_is_written(plain: str, held: float) -> None:
    document = f'{{"key": "k", "share": {plain}}}'

    assert quick_document(document, Everything, ()) == everything(share=held)
    assert agree(document, Everything)
