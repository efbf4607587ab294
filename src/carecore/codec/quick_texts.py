"""Texts that stand for values, read at once where they are spelled as `dumps` spells them.

What is spelled otherwise, or is none at all, is left to `carecore.codec.texts`.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import Offset, PartialDate
from carecore.base.zones import to_zone
from carecore.codec.shapes import Kind
from carecore.codec.texts import TEXT_FORMS
from carecore.codec.twins import twin_of

__all__ = ["quick_text", "quick_texts"]

# Every digit becomes a nought, so that what is left is how a text is spelled.
_SPELLING: Final = bytes.maketrans(b"123456789", b"0" * 9)
_DAY: Final = b"0000-00-00"
_MOMENTS: Final = frozenset(
    f"0000-00-00T00:00:00{fraction}{sign}00:00".encode()
    for fraction in ("", ".000000")
    for sign in "+-"
)
_HOUR: Final = slice(11, 13)


def quick_text(kind: Kind, /) -> Callable[[str], object]:
    """What reads a text as a value of *kind*, and refuses all others by some exception."""
    return _QUICK.get(kind, TEXT_FORMS[kind].read)


def quick_texts(kinds: tuple[Kind, ...], /) -> Callable[[str], object]:
    """What reads a text as a value of one of *kinds*, which are spelled apart."""
    days = [kind for kind in kinds if kind in (date, PartialDate)]
    if len(days) == 1 and set(kinds) == {*days, datetime}:
        (day,) = map(quick_text, days)

        def by_length(text: str, /) -> object:
            return day(text) if len(text) <= len(_DAY) else _moment(text)

        return by_length
    known = [(TEXT_FORMS[kind].pattern.fullmatch, quick_text(kind)) for kind in kinds]

    def by_pattern(text: str, /) -> object:
        (read,) = (read for fits, read in known if fits(text))
        return read(text)

    return by_pattern


def _day(text: str, /) -> date:
    if text.encode().translate(_SPELLING) != _DAY:
        raise ValueError
    return date.fromisoformat(text)


def _moment(text: str, /) -> object:
    head, zone = text, "UTC"
    if text[-1:] == "]":
        head, _, zone = text[:-1].partition("[")
    # Some Pythons read the hour 24 as the next day's first.
    if head.encode().translate(_SPELLING) not in _MOMENTS or head[_HOUR] == "24":
        return TEXT_FORMS[datetime].read(text)
    moment = datetime.fromisoformat(head)
    if head is text:
        return moment
    local = moment.replace(tzinfo=to_zone(zone))
    is_same = local.utcoffset() == moment.utcoffset()
    return local if is_same else TEXT_FORMS[datetime].read(text)


_TWIN: Final[Any] = twin_of(PartialDate)


def _partial(text: str, /) -> object:
    if text.encode().translate(_SPELLING) != _DAY:
        return PartialDate.parse(text)
    day = date.fromisoformat(text)
    made = object.__new__(_TWIN)
    made.year, made.month, made.day = day.year, day.month, day.day
    made.__class__ = PartialDate
    return made


# There are not many of these, they come again and again, and none of them is anybody's secret.
_FEW: Final = lru_cache(maxsize=1024)
_QUICK: Final[dict[Kind, Callable[[str], object]]] = {
    date: _day,
    datetime: _moment,
    PartialDate: _partial,
    Jurisdiction: _FEW(Jurisdiction),
    Offset: _FEW(Offset.parse),
}
