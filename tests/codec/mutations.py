"""Documents with something odd in them: made from good ones, one change after another.

Every choice is put to a function, so that Hypothesis, a fuzzer or dice can make it.
"""

import json
import re
from collections.abc import Callable
from typing import Any, TypeAlias

Plain: TypeAlias = Any
Choose: TypeAlias = Callable[[int], int]
"""Takes how many there are to choose from, gives the number of one."""

DEEP: Plain = []
for _ in range(120):
    DEEP = [DEEP]

TEXTS = (
    *("", " ", "a", "A", "a b", "a_b", " a", "a\u0000b", "\ud800", "\U0001f600", "x" * 300),
    *("2026-03-01", "2026-3-1", "20260301", "2026-02-30", "2026-W10-1", "0000-01-01", "2026-03"),
    *("2026", "9999-12-31", "0001-01-01", "\u0662\u0660\u0662\u0666-03-01", "2026-03-01T09:00:00"),
    *("2026-03-01T09:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T09:00:00+01:00[Europe/Berlin]"),
    *("2026-03-01T09:00:00+05:00[Europe/Berlin]", "2026-03-01T09:00:00+00:00[]"),
    *("2026-03-01T09:00:00.5+00:00", "2026-03-01T09:00:00.000005-05:00", "0001-01-01T00:00:00Z"),
    *("9999-12-31T23:59:59-05:00", "2026-10-25T02:30:00+01:00[Europe/Berlin]"),
    *("P1D", "-P2D", "2BD", "P1Y2M", "PT90S", "P", "1.50", "-0", "1E+2", "NaN", "1e999999999"),
    *("US", "US-MA", "us", "GB", "UTC", "Europe/Berlin", "localtime", "../etc/passwd", "EUR"),
    *("true", "null", "$.needs[0]", '"needs":', "a : b", "$type", "date", "Client", "Offset"),
    "DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH",
    "DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY;BYDAY=TH,MO;INTERVAL=1",
    "DTSTART;TZID=UTC:20260302T090000\nRRULE:FREQ=DAILY;COUNT=3",
)
ODD: tuple[Plain, ...] = (
    *(None, True, False, 0, 1, -1, 2, 7, 10**12, 10**12 + 1, 2**53 + 1, 2**63 - 1, 2**63),
    *(-(2**63), -(2**63) + 1, 10**30, 0.5, 3.0, -0.0, 1e300, float("nan"), float("inf")),
    *([], {}, [None], [[]], [""], ["a", "a"], {"a": 1}, DEEP),
    *({"$type": "date", "$value": "2026-03-01"}, {"$type": "nobody"}, {"$type": 7}),
    *({"$type": "Offset", "$value": "P1D"}, {"$value": 1}, {"$type": "datetime"}),
)
KEYS = (
    "$type",
    "$schema",
    "$value",
    "id",
    "name",
    "note",
    "periods",
    "odd key",
    "\ud800",
    "_by_id",
)
_KEY_END = re.compile('":')
_SPACES = (" ", "\n", "\r", "\t", "  ")


def mutated(text: str, choose: Choose, /) -> str:
    """The document *text*, changed in up to four places."""
    plain = json.loads(text)
    for _ in range(choose(4)):
        plain = _changed(plain, choose)
    indent = (None, None, None, 1)[choose(4)]
    separators = (",", ":") if indent is None else None
    written = json.dumps(plain, ensure_ascii=bool(choose(2)), indent=indent, separators=separators)
    return _rewritten(written, choose)


def _changed(plain: Plain, choose: Choose, /) -> Plain:
    places = list(_places(plain))
    if not places:
        return _odd(plain, choose)
    holder, key = places[choose(len(places))]
    what = choose(8)
    if what <= 2:
        holder[key] = _odd(holder[key], choose)
    elif what == 3:
        del holder[key]
    elif what == 4:
        other, name = places[choose(len(places))]
        holder[key] = _copy(other[name])
    elif isinstance(holder, list):
        holder.insert(choose(len(holder) + 1), holder[key] if what == 5 else _odd(None, choose))
    elif what == 5:
        holder[key[:-1] + "s"] = holder[key]
    else:
        holder[KEYS[choose(len(KEYS))]] = _odd(holder[key], choose)
    return plain


def _odd(plain: Plain, choose: Choose, /) -> Plain:
    if isinstance(plain, str) and choose(2):
        return _text(plain, choose)
    if choose(2):
        return TEXTS[choose(len(TEXTS))]
    if choose(8) == 0:
        return [plain]
    return _copy(ODD[choose(len(ODD))])


def _copy(plain: Plain, /) -> Plain:
    # Nothing may come to hold itself.
    return json.loads(json.dumps(plain))


def _text(text: str, choose: Choose, /) -> str:
    at, what = choose(len(text) + 1), choose(4)
    letter = "aZ09-_ .:T\u00e9"[choose(11)]
    return (
        text[:at] + letter + text[at:],
        text[:at] + text[at + 1 :],
        text[:at] + letter + text[at + 1 :],
        text[:at],
    )[what]


def _rewritten(text: str, choose: Choose, /) -> str:
    """The same *text*, perhaps with a key twice, or with space where a document may have some."""
    what = choose(6)
    ends = [found.start() for found in _KEY_END.finditer(text)]
    if what > 1 or not ends:
        return text
    end = ends[choose(len(ends))]
    if what == 0:
        space = _SPACES[choose(len(_SPACES))]
        return f"{text[: end + 1]}{space}{text[end + 1 :]}"
    start = text.rfind('"', 0, end)
    return f"{text[:start]}{text[start : end + 2]}null,{text[start:]}"


def _places(plain: Plain, /) -> list[tuple[Plain, Plain]]:
    keys = (
        plain if isinstance(plain, dict) else range(len(plain)) if isinstance(plain, list) else ()
    )
    found: list[tuple[Plain, Plain]] = []
    for key in keys:
        found.append((plain, key))
        if len(found) < 2_000:
            found += _places(plain[key])
    return found
