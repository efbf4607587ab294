"""Values of base that stand in a document as one text, and how each is spelled.

A moment is spelled as in RFC 9557: with its offset, and with the name of its zone if it has one
(`2026-03-01T09:00:00+01:00[Europe/Berlin]`).
A time of day is one by the clock on the wall (`09:30`), and has no zone.
A `timedelta` is an ISO 8601 duration in exact seconds (`PT90S`), for a day is not always 24 hours.
A `Decimal` keeps its spelling (`1.50`), which a JSON number would not.

Where a place takes several of them, the text alone says which it is, if no text can be two of them
(`PartialDate | datetime`); otherwise the class is named beside it.
"""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType
from typing import Any, Final, cast, final
from zoneinfo import ZoneInfo

from attrs import frozen

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import Offset, PartialDate
from carecore.base.zones import to_zone
from carecore.errors import InvalidValue, WrongType

__all__ = ["TEXT_FORMS", "TextForm", "are_apart", "lacks_zone", "whole"]

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?)"
    r"(?:(Z)|([+-][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{6})?)?)(?:\[([^\[\]]+)\])?)"
)
_WITHOUT_ZONE: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
)
_CLOCK: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?")
_SPAN: Final = re.compile(
    r"(-?)PT(?=[0-9])(?:([0-9]{1,15})H)?(?:([0-9]{1,15})M)?(?:([0-9]{1,15})(?:\.([0-9]{1,6}))?S)?"
)
_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?")
_ZONE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+./-]*")
_JURISDICTION: Final = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_PARTIAL: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_OFFSET: Final = re.compile(
    r"-?(?:P(?=[0-9T])(?:#Y)?(?:#M)?(?:#W)?(?:#D)?(?:T(?=[0-9])(?:#H)?(?:#M)?(?:#S)?)?"
    r"|#BD)".replace("#", "[0-9]{1,12}")
)


@final
@frozen(kw_only=True, weakref_slot=False)
class TextForm:
    """How values of one class are spelled.

    Attributes:
        example: a spelling, for advice.
        pattern: what every spelling matches from end to end, and hardly any other text.
        read: takes the text, gives the value; refuses other text with a `CareError`.
        write: takes the value, gives the text; refuses a value that has none.
    """

    example: str
    pattern: re.Pattern[str]
    read: Callable[[str], object]
    write: Callable[[Any], str]


def whole(pattern: str, /) -> str:
    r"""The *pattern* for JSON Schema, which a text has to match from end to end.

    In Python `$` also matches before a last line break, in ECMAScript it does not.

    >>> print(whole("[A-Z]{2}"))
    ^(?:[A-Z]{2})$(?!\n)
    """
    return rf"^(?:{pattern})$(?!\n)"


def lacks_zone(text: object, /) -> InvalidValue | None:
    """The fault of a *text* that is a moment without a time zone; `None` if it is none.

    >>> print(lacks_zone("2026-03-01T09:00"))
    '2026-03-01T09:00' is a moment without a time zone. Maybe 2026-03-01T09:00:00+01:00[Europe/Berlin].
    """  # noqa: E501 # the text of an error cannot be folded
    if not isinstance(text, str) or _WITHOUT_ZONE.fullmatch(text) is None:
        return None
    what = f"{text!r} is a moment without a time zone"
    return InvalidValue(what, advice=_ADVICE["moment with a time zone"])


def _read_day(text: str, /) -> date:
    try:
        return date.fromisoformat(_matched(_DAY, text, "day")[0])
    except ValueError:
        raise _unread(text, "day") from None


def _read_moment(text: str, /) -> datetime:
    missing = lacks_zone(text)
    if missing is not None:
        raise missing
    found = _matched(_MOMENT, text, "moment with a time zone")
    try:
        wall = datetime.fromisoformat(found[1])
        if found[2]:
            return wall.replace(tzinfo=UTC)
        shift = datetime.fromisoformat(f"2000-01-01T00:00:00{found[3]}").utcoffset()
    except ValueError:
        raise _unread(text, "moment with a time zone") from None
    assert shift is not None
    if found[4] is None:
        return wall.replace(tzinfo=timezone(shift) if shift else UTC)
    zone = to_zone(found[4])
    told_apart = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    moment = next((each for each in told_apart if each.utcoffset() == shift), None)
    if moment is None:
        what = f"{text!r} has an offset that its zone does not have then"
        right = _offset(wall.replace(tzinfo=zone))
        raise InvalidValue(what, advice=f"Maybe {right}")
    return moment


def _write_moment(value: datetime, /) -> str:
    zone = value.tzinfo
    if value.utcoffset() is None or not isinstance(zone, ZoneInfo | timezone):
        what = "a moment without a time zone, or with one that has no name, cannot be written"
        raise WrongType(what, advice="Maybe add tzinfo=ZoneInfo('Europe/Berlin')")
    return value.isoformat() + (f"[{_write_zone(zone)}]" if isinstance(zone, ZoneInfo) else "")


def _read_clock(text: str, /) -> time:
    return time.fromisoformat(_matched(_CLOCK, text, "time of day")[0])


def _write_clock(value: time, /) -> str:
    if value.tzinfo is not None:
        what = "a time of day with a time zone cannot be written"
        raise WrongType(what, advice="Maybe .replace(tzinfo=None)")
    is_even = not value.second and not value.microsecond
    return value.isoformat("minutes" if is_even else "auto")


def _read_span(text: str, /) -> timedelta:
    sign, hours, minutes, seconds, fraction = _matched(_SPAN, text, "span of time").groups()
    try:
        span = timedelta(
            hours=int(hours or 0),
            minutes=int(minutes or 0),
            seconds=int(seconds or 0),
            microseconds=int((fraction or "").ljust(6, "0")),
        )
    except OverflowError:
        raise _unread(text, "span of time") from None
    return -span if sign else span


def _write_span(value: timedelta, /) -> str:
    size = abs(value)
    whole = size.days * 86_400 + size.seconds
    fraction = f".{size.microseconds:06d}".rstrip("0") if size.microseconds else ""
    return f"{'-' if value < timedelta(0) else ''}PT{whole}{fraction}S"


def _read_decimal(text: str, /) -> Decimal:
    try:
        return Decimal(_matched(_DECIMAL, text, "decimal number")[0])
    except ArithmeticError:
        raise _unread(text, "decimal number") from None


def _write_decimal(value: Decimal, /) -> str:
    if not value.is_finite():
        what = "a decimal number that is not finite cannot be written"
        raise InvalidValue(what, advice="Maybe leave it out if unknown")
    return str(value)


def _write_zone(value: ZoneInfo, /) -> str:
    # A zone that was read from a file has no name, whatever the annotation of `key` says.
    key = cast("str | None", value.key)
    if key is None:
        what = "a time zone without a name cannot be written"
        raise InvalidValue(what, advice="Maybe ZoneInfo('Europe/Berlin')")
    return key


def _matched(pattern: re.Pattern[str], text: str, kind: str, /) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise _unread(text, kind)
    return found


def _unread(text: str, kind: str, /) -> InvalidValue:
    return InvalidValue(f"{text!r} is no {kind}", advice=_ADVICE[kind])


def _offset(moment: datetime, /) -> str:
    return moment.isoformat().removeprefix(moment.replace(tzinfo=None).isoformat())


_ADVICE: Final = {
    "day": "Maybe 2026-03-01",
    "moment with a time zone": "Maybe 2026-03-01T09:00:00+01:00[Europe/Berlin]",
    "time of day": "Maybe 09:30",
    "span of time": "Maybe PT90S",
    "decimal number": "Maybe 12.50",
}

TEXT_FORMS: Final[Mapping[Any, TextForm]] = MappingProxyType(
    {
        date: TextForm(example="2026-03-01", pattern=_DAY, read=_read_day, write=date.isoformat),
        datetime: TextForm(
            example="2026-03-01T09:00:00+01:00[Europe/Berlin]",
            pattern=_MOMENT,
            read=_read_moment,
            write=_write_moment,
        ),
        time: TextForm(example="09:30", pattern=_CLOCK, read=_read_clock, write=_write_clock),
        timedelta: TextForm(example="PT90S", pattern=_SPAN, read=_read_span, write=_write_span),
        Decimal: TextForm(
            example="12.50", pattern=_DECIMAL, read=_read_decimal, write=_write_decimal
        ),
        ZoneInfo: TextForm(example="Europe/Berlin", pattern=_ZONE, read=to_zone, write=_write_zone),
        Jurisdiction: TextForm(
            example="US-MA", pattern=_JURISDICTION, read=Jurisdiction, write=str
        ),
        PartialDate: TextForm(
            example="2026-03", pattern=_PARTIAL, read=PartialDate.parse, write=str
        ),
        Offset: TextForm(example="P1M", pattern=_OFFSET, read=Offset.parse, write=str),
    }
)
"""The spelling of each class that is written as text.

>>> TEXT_FORMS[timedelta].write(timedelta(minutes=1.5))
'PT90S'
"""

_ALIKE: Final = frozenset(
    frozenset(pair)
    for pair in (
        (date, PartialDate),
        (PartialDate, Decimal),
        (timedelta, Offset),
        (timedelta, ZoneInfo),
        (Offset, ZoneInfo),
        (Jurisdiction, ZoneInfo),
    )
)


def are_apart(kinds: Collection[object], /) -> bool:
    """Whether *kinds* are spelled so that no text can be a value of two of them.

    >>> are_apart([PartialDate, datetime]), are_apart([PartialDate, date])
    (True, False)
    """
    if not all(kind in TEXT_FORMS for kind in kinds):
        return False
    return not any(frozenset(pair) in _ALIKE for pair in combinations(kinds, 2))
