"""What was written is read back, and nothing is lost."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.amounts import Money
from carecore.base.calendars import BusinessCalendar
from carecore.base.outline import Items, Outline, Section
from carecore.base.reasons import Fact
from carecore.base.timing import Offset, PartialDate, Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.codec import dumps, loads
from carecore.matching import RoleAdvice, advise_roles
from carecore.people import Client
from carecore.roles import PayerKind

from ..drawing import at_most
from .samples import (
    Child,
    Colour,
    Everything,
    Floor,
    House,
    Key,
    Nearby,
    Parent,
    Policy,
    Speaks,
    Whatever,
    everything,
)
from .strategies import DAYS, DECIMALS, MOMENTS, OFFSETS, PARTIAL_DATES, VALUES, WORDS, ZONES


@pytest.mark.parametrize("name", VALUES)
@settings(max_examples=at_most(30))
@given(data=st.data())
def test_a_value_is_read_back_equal(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])

    assert loads(dumps(value), type(value)) == value


@pytest.mark.parametrize("name", VALUES)
@settings(max_examples=at_most(30))
@given(data=st.data())
def test_a_value_that_was_read_is_written_as_before(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    text = dumps(value)

    assert dumps(loads(text.encode(), type(value))) == text


EVERYTHING = st.builds(
    Everything,
    key=WORDS,
    remark=WORDS,
    share=st.floats(allow_nan=False, allow_infinity=False),
    count=st.integers(-(2**63), 2**63 - 1),
    is_open=st.booleans(),
    colour=st.sampled_from(Colour),
    floor=st.sampled_from(Floor),
    side=st.sampled_from(["left", "right"]),
    mixed=st.sampled_from(["all", 1, None]),
    day=st.none() | DAYS,
    moment=st.none() | MOMENTS,
    either=st.none() | DAYS | MOMENTS,
    clock=st.none() | st.times(),
    span=st.none() | st.timedeltas(),
    amount=st.none() | DECIMALS,
    zone=st.none() | ZONES,
    onset=st.none() | PARTIAL_DATES,
    step=st.none() | OFFSETS,
    weekend=st.frozensets(st.integers(1, 12)),
    words=st.frozensets(WORDS, max_size=3),
    pair=st.tuples(WORDS, st.integers(0, 9)),
    number=st.integers(0, 9) | st.floats(0, 1) | WORDS,
    story=st.none() | st.sampled_from(Floor) | st.integers(0, 9),
    paint=st.none() | st.sampled_from(Colour) | WORDS,
    text_or_step=st.none() | OFFSETS | st.just(Period(None)),
    several=st.lists(st.integers(0, 9), max_size=2).map(tuple),
    later=st.just(()) | st.just((Everything(Key("inner")),)),
    first=WORDS,
)


@given(EVERYTHING)
def test_a_field_of_every_kind_is_read_back(value: Everything) -> None:
    # A converter that doubles would double again.
    again = loads(dumps(attrs.evolve(value, twice=1)).replace(',"twice":4', ""), Everything)

    assert dumps(attrs.evolve(again, twice=1)) == dumps(attrs.evolve(value, twice=1))


def test_the_whole_catalogue_is_read_back() -> None:
    assert loads(dumps(STANDARD), Catalogue) == STANDARD


def test_an_answer_that_explains_itself_is_read_back() -> None:
    client = Client(id="c-17", setting="acute_ward", needs=["fly_home_with_nurse"])
    advice = advise_roles(client, as_of=date(2026, 11, 23))

    assert loads(dumps(advice), RoleAdvice) == advice


def test_a_document_begins_with_its_type_and_its_version() -> None:
    written = dumps(Client(id="c-1", needs=(), payers=[PayerKind.MEDICARE], name="Zoë"))

    assert written == (
        '{"$type":"Client","$schema":1,"id":"c-1","needs":[],"payers":["medicare"],"name":"Zoë"}'
    )


def test_an_indented_document_has_a_space_after_the_colon() -> None:
    assert dumps(Nearby(3), indent=1) == '{\n "$type": "Nearby",\n "$schema": 1,\n "minutes": 3\n}'


def test_a_document_by_hand_needs_no_type_and_no_version() -> None:
    assert loads('{"minutes": 3}', Nearby) == Nearby(3)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (PartialDate(2026, 3), "2026-03"),
        (Offset(months=1, days=2), "P1M2D"),
        (Offset(business_days=-2), "-2BD"),
    ],
)
def test_a_value_that_is_one_text_stands_under_a_key_of_its_own(
    value: Whatever, written: str
) -> None:
    kind = type(value)

    assert dumps(value) == f'{{"$type":"{kind.__name__}","$schema":1,"$value":"{written}"}}'
    assert loads(f'"{written}"', kind) == value


def test_the_spelling_of_a_decimal_is_kept() -> None:
    spellings = ["1.50", "1.5", "0.00", "-0", "1E+2"]

    amounts = [loads(dumps(Money(text, "EUR")), Money).amount for text in spellings]

    assert list(map(str, amounts)) == spellings


def test_a_decimal_that_equals_its_default_and_is_spelled_otherwise_is_written() -> None:
    @attrs.frozen
    class Fee:
        amount: Decimal = Decimal("1.5")

    assert '"1.50"' in dumps(Fee(Decimal("1.50")))
    assert "1.5" not in dumps(Fee(Decimal("1.5")))


def test_false_is_written_where_the_default_is_zero() -> None:
    @attrs.frozen
    class Answer:
        value: int | bool = 0

    assert loads(dumps(Answer(False)), Answer).value is False


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (
            datetime(2026, 3, 1, 9, tzinfo=ZoneInfo("Europe/Berlin")),
            "2026-03-01T09:00:00+01:00[Europe/Berlin]",
        ),
        (datetime(2026, 3, 1, 9, tzinfo=ZoneInfo("UTC")), "2026-03-01T09:00:00+00:00[UTC]"),
        (datetime(2026, 3, 1, 9, tzinfo=UTC), "2026-03-01T09:00:00+00:00"),
        (
            datetime(2026, 3, 1, 9, 0, 0, 5, tzinfo=timezone(timedelta(hours=-5))),
            "2026-03-01T09:00:00.000005-05:00",
        ),
    ],
)
def test_a_moment_keeps_its_offset_and_the_name_of_its_zone(moment: datetime, written: str) -> None:
    text = dumps(everything(moment=moment))

    again = loads(text, Everything).moment

    assert f'"{written}"' in text
    assert again is not None
    assert (again, again.tzinfo) == (moment, moment.tzinfo)


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_is_told_apart(fold: int) -> None:
    moment = datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=ZoneInfo("Europe/Berlin"))

    again = loads(dumps(everything(moment=moment)), Everything).moment

    assert again is not None
    assert again.fold == fold


def test_a_moment_may_be_given_as_z() -> None:
    document = '{"key": "k", "moment": "2026-03-01T09:00:00Z"}'

    assert loads(document, Everything).moment == datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("clock", "written"),
    [
        (time(9, 30), "09:30"),
        (time(), "00:00"),
        (time(9, 30, 5), "09:30:05"),
        (time(23, 59, 59, 1), "23:59:59.000001"),
    ],
)
def test_a_time_of_day_is_written_as_exactly_as_it_is(clock: time, written: str) -> None:
    text = dumps(everything(clock=clock))

    assert f'"clock":"{written}"' in text
    assert loads(text, Everything).clock == clock


@pytest.mark.parametrize("plain", ["09:30:00", "09:30:00.0"])
def test_a_time_of_day_may_be_given_with_its_seconds(plain: str) -> None:
    assert loads(f'{{"key": "k", "clock": "{plain}"}}', Everything).clock == time(9, 30)


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (timedelta(days=1), "PT86400S"),
        (timedelta(seconds=-90), "-PT90S"),
        (timedelta(microseconds=1), "PT0.000001S"),
        (timedelta(milliseconds=1500), "PT1.5S"),
        (timedelta(0), "PT0S"),
    ],
)
def test_a_span_of_time_is_written_in_exact_seconds(span: timedelta, written: str) -> None:
    text = dumps(everything(span=span))

    assert f'"{written}"' in text
    assert loads(text, Everything).span == span


def test_a_span_of_time_may_be_given_in_hours_and_minutes() -> None:
    assert loads('{"key": "k", "span": "PT1H30M"}', Everything).span == timedelta(minutes=90)


def test_a_set_is_written_in_order() -> None:
    value = everything(weekend=frozenset({10, 9, -1}), words=frozenset({"b", "a"}))

    assert '"weekend":[-1,9,10],"words":["a","b"]' in dumps(value)


def test_a_day_beside_a_text_is_marked() -> None:
    day, text = Fact(name="x", seen=date(2026, 3, 1)), Fact(name="x", seen="2026-03-01")

    assert '"seen":{"$type":"date","$value":"2026-03-01"}' in dumps(day)
    assert '"seen":"2026-03-01"' in dumps(text)
    assert loads(dumps(day), Fact) == day


def test_members_of_a_union_of_classes_are_marked() -> None:
    outline = Outline("t", (Section("s", (Items([("a", Items(["b"]))]),)),))

    written = dumps(outline)

    assert '{"$type":"Section","heading":"s","parts":[{"$type":"Items",' in written
    assert loads(written, Outline) == outline


def test_open_fields_take_the_classes_that_are_named() -> None:
    policy = Policy(Nearby(3), Speaks("pl"), Speaks("en"), (Speaks("de"), Nearby(1)))

    written = dumps(policy)

    assert '"criterion":{"$type":"Nearby","minutes":3}' in written
    assert loads(written, Policy, types=(Nearby, Speaks)) == policy


def test_a_document_may_hold_one_of_several_classes() -> None:
    assert loads(dumps(Nearby(3)), Parent.__mro__[-1], types=[Nearby, Speaks]) == Nearby(3)


def test_a_subclass_is_marked_where_its_parent_is_declared() -> None:
    assert dumps(House(Parent(1))) == '{"$type":"House","$schema":1,"parent":{"size":1}}'
    child = House(Child(1, ("ball",)))

    assert loads(dumps(child), House, types=[Child]) == child


def test_private_fields_stay_at_home() -> None:
    calendar = BusinessCalendar(holidays=[date(2026, 12, 25)])

    assert dumps(calendar) == ('{"$type":"BusinessCalendar","$schema":1,"holidays":["2026-12-25"]}')


def test_a_whole_number_is_a_float_written_in_short() -> None:
    share = loads('{"key": "k", "share": 3}', Everything).share

    assert (share, type(share)) == (3.0, float)


def test_an_enum_of_texts_in_a_field_of_text_is_written_as_text() -> None:
    assert '"remark":"red"' in dumps(everything(remark=Colour.RED))
    assert '"number":"red"' in dumps(everything(number=Colour.RED))


def test_a_parser_of_the_user_is_used() -> None:
    seen: list[bytes] = []

    def parser(data: bytes) -> object:
        seen.append(data)
        return {"minutes": 4}

    assert loads('{"minutes": 3}', Nearby, parser=parser) == Nearby(4)
    assert seen == [b'{"minutes": 3}']


@given(st.integers(0, 98))
def test_a_hundred_levels_are_read_and_written(levels: int) -> None:
    entries: Items = Items(["end"])
    for _ in range(levels // 3):
        entries = Items([("more", entries)])

    assert loads(dumps(entries), Items) == entries
