"""Values that are written as text: how each is spelled, and which spellings share a place."""

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import combinations
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import When
from carecore.base.timing import Offset, PartialDate
from carecore.codec import dumps, loads
from carecore.codec.texts import TEXT_FORMS, are_apart
from carecore.errors import CareError

from ..drawing import at_most
from .samples import Colour, Everything, Whatever, everything
from .strategies import DAYS, DECIMALS, JURISDICTIONS, MOMENTS, OFFSETS, PARTIAL_DATES, ZONES

DRAWN: dict[Whatever, st.SearchStrategy[Whatever]] = {
    date: DAYS,
    datetime: MOMENTS,
    time: st.times(),
    timedelta: st.timedeltas(),
    Decimal: DECIMALS,
    ZoneInfo: ZONES,
    Jurisdiction: JURISDICTIONS,
    PartialDate: PARTIAL_DATES,
    Offset: OFFSETS,
}
# A text that is spelled like both.
ALIKE: dict[frozenset[Whatever], str] = {
    frozenset({date, PartialDate}): "2026-03-01",
    frozenset({PartialDate, Decimal}): "2026",
    frozenset({timedelta, Offset}): "PT90S",
    frozenset({timedelta, ZoneInfo}): "PT90S",
    frozenset({Offset, ZoneInfo}): "P1M",
    frozenset({Jurisdiction, ZoneInfo}): "GB",
}
MARCH = PartialDate.parse("2026-03")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def pattern(kind: Whatever) -> re.Pattern[str]:
    return TEXT_FORMS[kind].pattern


@attrs.frozen
class Seen:
    """Times and values as a record has them."""

    happened: When | None = None
    value: Quantity | Code | bool | str | None = None
    span: Offset | date | None = None
    paint: Colour | date | None = None


@pytest.mark.parametrize("kind", TEXT_FORMS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_what_is_written_matches_the_pattern_of_its_class(
    kind: Whatever, data: st.DataObject
) -> None:
    value = data.draw(DRAWN[kind])

    assert pattern(kind).fullmatch(TEXT_FORMS[kind].write(value))


@pytest.mark.parametrize("kind", TEXT_FORMS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_what_does_not_match_the_pattern_of_its_class_is_refused(
    kind: Whatever, data: st.DataObject
) -> None:
    others = [st.from_regex(pattern(one), fullmatch=True) for one in TEXT_FORMS]
    text = data.draw(st.one_of(st.text(), *others))

    if not pattern(kind).fullmatch(text):
        with pytest.raises(CareError):
            TEXT_FORMS[kind].read(text)


@pytest.mark.parametrize("pair", list(combinations(TEXT_FORMS, 2)), ids=str)
@settings(max_examples=at_most(25))
@given(data=st.data())
def test_no_text_is_two_values_that_share_a_place(
    pair: tuple[Whatever, Whatever], data: st.DataObject
) -> None:
    if are_apart(pair):
        one, other = data.draw(st.permutations(pair))
        text = data.draw(st.from_regex(pattern(one), fullmatch=True))
        assert not pattern(other).fullmatch(text)


def test_spellings_that_can_be_taken_for_each_other_are_kept_apart() -> None:
    both = {frozenset(pair) for pair in combinations(TEXT_FORMS, 2) if not are_apart(pair)}

    assert both == ALIKE.keys()
    for pair, text in ALIKE.items():
        assert all(pattern(kind).fullmatch(text) for kind in pair)


@pytest.mark.parametrize("happened", [MARCH, PartialDate(2026), NOON])
def test_a_time_of_a_record_is_written_as_bare_text(happened: When) -> None:
    text = dumps(Seen(happened))

    assert f'"happened":"{happened.isoformat() if happened is NOON else happened}"' in text
    assert loads(text, Seen).happened == happened


@pytest.mark.parametrize(
    ("held", "plain"),
    [(date(2026, 3, 1), "2026-03-01"), (NOON, "2026-03-01T12:00:00+00:00")],
)
def test_a_day_or_moment_is_told_by_its_text(held: date, plain: str) -> None:
    assert f'"either":"{plain}"' in dumps(everything(either=held))


@pytest.mark.parametrize(
    ("plain", "held"),
    [
        ('{"$type": "date", "$value": "2026-03-01"}', date(2026, 3, 1)),
        ('{"$type": "datetime", "$value": "2026-03-01T12:00:00Z"}', NOON),
    ],
)
def test_a_text_that_is_marked_all_the_same_is_read(plain: str, held: date) -> None:
    assert loads(f'{{"key": "k", "either": {plain}}}', Everything).either == held


@pytest.mark.parametrize("value", [Offset(days=3), date(2026, 3, 1)])
def test_any_two_spellings_that_differ_share_a_place(value: Offset | date) -> None:
    assert loads(dumps(Seen(span=value)), Seen).span == value


@pytest.mark.parametrize("value", [Colour.RED, date(2026, 3, 1)])
def test_a_word_that_may_become_any_other_is_marked(value: Colour | date) -> None:
    text = dumps(Seen(paint=value))

    assert '"paint":{"$type":' in text
    assert loads(text, Seen).paint == value


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Quantity("1.50", "m"), '{"$type":"Quantity","value":"1.50","unit":"m"}'),
        (Code(system="https://x.example", code="1"), '{"$type":"Code",'),
        (True, "true"),
        ("walks", '"walks"'),
    ],
)
def test_what_was_observed_is_told_by_its_class(value: Whatever, plain: str) -> None:
    text = dumps(Seen(value=value))

    assert f'"value":{plain}' in text
    assert loads(text, Seen).value == value


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (
            "March",
            (
                "$.happened: 'March' stands where text such as '2026-03' or text such as"
                " '2026-03-01T09:00:00+01:00[Europe/Berlin]' or null is wanted."
            ),
        ),
        (
            "2026-13",
            "$.happened: the month is not in the calendar. Maybe day and month are swapped.",
        ),
        (
            "2026-02-30T09:00:00Z",
            (
                "$.happened: '2026-02-30T09:00:00Z' is no moment with a time zone."
                " Maybe 2026-03-01T09:00:00+01:00[Europe/Berlin]."
            ),
        ),
    ],
)
def test_a_text_that_is_none_of_them_is_refused(plain: str, said: str) -> None:
    with pytest.raises(CareError) as caught:
        loads(f'{{"happened": "{plain}"}}', Seen)

    assert str(caught.value) == said
