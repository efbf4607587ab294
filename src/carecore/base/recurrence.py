"""What comes again: rules of RFC 5545 whose text carries its own start and zone.

A `Recurrence` is asked for a window only, so that no question runs for ever.
"""

import re
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from typing import final, overload
from zoneinfo import ZoneInfo

import attrs

from carecore.base.checks import placed
from carecore.base.timing import require_day, require_moment
from carecore.base.zones import require_zone
from carecore.errors import InvalidValue, WrongType, described, quoted

__all__ = ["Recurrence"]

_REACH = 200
_WEEKS = 53
_NAMES = ("DTSTART", "RRULE", "RDATE", "EXDATE")
_LINE = re.compile(r"([A-Za-z]+)((?:;[A-Za-z]+=[^;:]+)*):(\S+)")
_WHEN = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(rf"([+-]?[0-9]{{1,2}})?({'|'.join(_WEEKDAYS)})")
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")
_ALL = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# In the order they are written: the greatest number, whether it is a list (which may count from
# the end with a minus), and the frequencies that take it (RFC 5545, section 3.3.10).
_NUMBERS: dict[str, tuple[int, bool, tuple[str, ...]]] = {
    "INTERVAL": (999_999, False, _ALL),
    "COUNT": (999_999, False, _ALL),
    "BYMONTH": (12, True, _ALL),
    "BYWEEKNO": (_WEEKS, True, ("YEARLY",)),
    "BYYEARDAY": (366, True, ("YEARLY",)),
    "BYMONTHDAY": (31, True, ("DAILY", "MONTHLY", "YEARLY")),
    "BYSETPOS": (366, True, _ALL),
    "BYHOUR": (23, False, _ALL),
    "BYMINUTE": (59, False, _ALL),
    "BYSECOND": (59, False, _ALL),
}
_FROM_ZERO = ("BYHOUR", "BYMINUTE", "BYSECOND")


def _normalized(text: str, /) -> str:
    return "\n".join(_Parsed.from_text(text).lines())


@final
@attrs.frozen(weakref_slot=False, field_transformer=placed)
class Recurrence:
    r"""A rule of RFC 5545 with its start: one DTSTART, one RRULE, and RDATE and EXDATE if any.

    The start is a day (`VALUE=DATE`) or a time in a zone (`TZID`, or `Z` for UTC). Times keep
    to the wall clock of that zone; one that the zone skips moves past the gap, one that comes
    twice means the first (section 3.3.5). A start that its own rule does not match is no
    occurrence (the RFC leaves that open). The text is kept normalized, and compared by it.
    Raises `InvalidValue` for what is finer than daily, comes several times a day, has no or
    no known zone, or is not in the grammar; `WrongType` for anything but text.

    >>> visits = Recurrence(
    ...     "DTSTART;TZID=Europe/Berlin:20260302T090000\nRRULE:FREQ=WEEKLY;BYDAY=TH,MO"
    ... )
    >>> zone = ZoneInfo("Europe/Berlin")
    >>> found = visits.between(
    ...     datetime(2026, 3, 26, tzinfo=zone), datetime(2026, 4, 1, tzinfo=zone)
    ... )
    >>> [str(at) for at in found]
    ['2026-03-26 09:00:00+01:00', '2026-03-30 09:00:00+02:00']

    .. versionadded:: 0.1
    """

    text: str = attrs.field(converter=_normalized)

    def __str__(self) -> str:
        """The normalized text."""
        return self.text

    @property
    def start(self) -> date:
        """The day, or the moment in its zone, that DTSTART says."""
        return _Parsed.from_text(self.text).start

    @property
    def zone(self) -> str | None:
        """The IANA name of the zone, or None for a rule of days."""
        return _Parsed.from_text(self.text).zone

    @overload
    def between(self, start: datetime, end: datetime, /) -> tuple[datetime, ...]: ...
    @overload
    def between(self, start: date, end: date, /) -> tuple[date, ...]: ...
    def between(self, start: date, end: date, /) -> tuple[date, ...]:
        """Every occurrence from *start* up to, but not including, *end*, in order.

        Both are days for a rule of days, else moments; what comes back is in the rule's zone.
        Raises `WrongType` for the other kind, and `InvalidValue` for an end before the start,
        more than 200 years after the start of the rule (our bound), or outside what UTC can say.
        """
        parsed = _Parsed.from_text(self.text)
        guard = require_day if parsed.zone is None else require_moment
        first, last = (
            _comparable(guard(when, name=name))
            for when, name in ((start, "the start"), (end, "the end"))
        )
        if last < first:
            raise InvalidValue("the window ends before it starts", advice="Maybe swap the two")
        if last.year - parsed.start.year > _REACH:
            what = f"the window ends more than {_REACH} years after the rule starts"
            raise InvalidValue(what, advice="Maybe a shorter window, or a later DTSTART")
        try:
            found = parsed.occurrences(last)
        except OverflowError:
            what = "the window reaches outside the years 1 to 9999"
            raise InvalidValue(what, advice="Maybe a shorter window") from None
        return tuple(found[key] for key in sorted(found) if first <= key < last)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class _Parsed:
    start: date
    zone: str | None
    rule: str
    until: date | None
    added: frozenset[date]
    taken: frozenset[date]

    @classmethod
    def from_text(cls, text: object, /) -> "_Parsed":
        if not isinstance(text, str):
            what = f"the rule is {described(text)}, not text"
            raise WrongType(what, advice="Maybe pass its lines")
        lines: dict[str, list[tuple[str, str]]] = {name: [] for name in _NAMES}
        # A line that starts with white space goes on with the one before (section 3.1).
        for line in re.sub(r"\r?\n[ \t]", "", text).strip().splitlines():
            found = _LINE.fullmatch(line)
            if found is None or found[1].upper() not in lines:
                raise _refused(f"the line {quoted(line)} is none of {', '.join(_NAMES)}")
            lines[found[1].upper()].append((found[2], found[3].upper()))
        for name in ("DTSTART", "RRULE"):
            if len(lines[name]) != 1:
                raise _refused(f"the rule has {len(lines[name])} lines {name}, not one")
        (start, *others), zone = _whens(*lines["DTSTART"][0])
        if others:
            raise _refused("the rule has several starts")
        rule, until = _rule(*lines["RRULE"][0], zone)
        moved = {name: set[date]() for name in ("RDATE", "EXDATE")}
        for name, known in moved.items():
            for line_parts in lines[name]:
                whens, own = _whens(*line_parts)
                if (own is None) is not (zone is None):
                    raise _refused(f"{name} and DTSTART are a day and a time")
                known.update(map(_comparable, whens))
        added, taken = (frozenset(moved[name]) for name in ("RDATE", "EXDATE"))
        return cls(start=start, zone=zone, rule=rule, until=until, added=added, taken=taken)

    def lines(self) -> list[str]:
        setting = {None: ";VALUE=DATE", "UTC": ""}.get(self.zone, f";TZID={self.zone}")
        until = "" if self.until is None else f";UNTIL={_written(self.until)}"
        written = [f"DTSTART{setting}:{_written(self.start)}", f"RRULE:{self.rule}{until}"]
        setting = "" if self.zone else ";VALUE=DATE"
        for name, days in (("RDATE", self.added), ("EXDATE", self.taken)):
            if days:
                written.append(f"{name}{setting}:{','.join(map(_written, sorted(days)))}")
        return written

    def occurrences(self, stop: date, /) -> dict[date, date]:
        """Each occurrence before *stop* (and perhaps a day more), by what it is ordered by."""
        # Loaded by the first question, not by every import.
        from dateutil.rrule import rrulestr  # noqa: PLC0415

        zone = None if self.zone is None else ZoneInfo(self.zone)
        first, limit = _naive(self.start, zone), _naive(stop, zone)
        if zone is not None:
            # Where a clock is set back, a time before *stop* may read later than *stop* does.
            limit += timedelta(days=1)
        # dateutil looks for a rule's next day until the year 9999. The calendar repeats every
        # 400 years, so it is asked in the last of them, and never has far to go.
        shift = (MAXYEAR - 1 - max(first.year, limit.year)) // 400 * 400
        late_first, late_limit = (day.replace(year=day.year + shift) for day in (first, limit))
        found = set(self.added)
        for late in rrulestr(f"RRULE:{self.rule}", dtstart=late_first):
            if late >= late_limit:
                break
            naive = late.replace(year=late.year - shift)
            when = naive.date() if zone is None else naive.replace(tzinfo=zone).astimezone(UTC)
            if self.until is not None and when > self.until:
                break
            found.add(when)
        return {
            when: when.astimezone(zone) if isinstance(when, datetime) else when
            for when in found - self.taken
        }


def _whens(settings: str, value: str, /) -> tuple[list[date], str | None]:
    pairs = [pair.split("=", 1) for pair in settings.split(";")[1:]]
    known = {key.upper(): given.strip('"') for key, given in pairs}
    zone, kind = known.pop("TZID", None), known.pop("VALUE", "").upper()
    if known or kind not in {"", "DATE", "DATE-TIME"}:
        raise _refused(f"the setting {quoted(settings[1:])} is not taken")
    founds = [found for text in value.split(",") if (found := _WHEN.fullmatch(text))]
    forms = {(found[4] is None, found[7] == "Z") for found in founds}
    if len(founds) <= value.count(",") or len(forms) > 1:
        raise _refused(f"{quoted(value)} is no day or time, or not all of one kind")
    [(is_day, is_utc)] = forms
    if kind not in {"", "DATE" if is_day else "DATE-TIME"} or (zone and (is_day or is_utc)):
        raise _refused(f"{quoted(value)} does not go with {quoted(settings[1:])}")
    if not is_day and not is_utc and zone is None:
        raise _refused(f"{quoted(value)} is a time without a zone")
    zone = None if is_day else "UTC" if zone is None else require_zone(zone, name="TZID")
    whens: list[date] = []
    for found in founds:
        numbers = [int(number) for number in found.groups()[:6] if number]
        try:
            if zone is None:
                whens.append(date(*numbers))
            else:
                year, month, day, hour, minute, second = numbers
                at = datetime(year, month, day, hour, minute, second, tzinfo=ZoneInfo(zone))
                whens.append(require_moment(at))
        except ValueError:
            raise _refused(f"{quoted(found[0])} is not in the calendar") from None
    return whens, zone


def _rule(settings: str, value: str, zone: str | None, /) -> tuple[str, date | None]:
    pairs = value.split(";")
    parts = {name: given for name, _, given in (pair.partition("=") for pair in pairs)}
    freq, until = parts.pop("FREQ", ""), parts.pop("UNTIL", None)
    if settings or len(parts) != len(pairs) - 1 - (until is not None) or freq not in _ALL:
        raise _refused(f"{quoted(value)} has no FREQ from {', '.join(_ALL)}, or a part twice")
    kept = [f"FREQ={freq}"]
    for name, (greatest, many, frequencies) in _NUMBERS.items():
        given = parts.pop(name, None)
        if given is not None:
            if freq not in frequencies or (name in _FROM_ZERO and zone is None):
                raise _refused(f"{name} does not go with this FREQ or start")
            kept.append(f"{name}={_numbers(name, given, greatest, many=many)}")
    if "BYDAY" in parts:
        kept.append(f"BYDAY={_days(parts.pop('BYDAY'), numbered=freq in {'MONTHLY', 'YEARLY'})}")
    if parts.get("WKST") in _WEEKDAYS:
        kept.append(f"WKST={parts.pop('WKST')}")
    if parts:
        raise _refused(f"{next(iter(parts))} is not taken, or not with what it says")
    _check_together({part.partition("=")[0] for part in kept}, until)
    written = ";".join(part for part in kept if part not in {"INTERVAL=1", "WKST=MO"})
    if until is None:
        return written, None
    lasts, own = _whens("", until)
    if len(lasts) > 1 or own != (None if zone is None else "UTC"):
        raise _refused(f"UNTIL={until} has to be a day for a day, else a time in UTC")
    return written, _comparable(lasts[0])


def _check_together(names: set[str], until: str | None, /) -> None:
    if "COUNT" in names and until is not None:
        raise _refused("COUNT and UNTIL are both given")
    if "BYWEEKNO" in names and "BYDAY" not in names:
        raise _refused("BYWEEKNO is given without BYDAY")
    if "BYSETPOS" in names and not any(name.startswith("BY") for name in names - {"BYSETPOS"}):
        raise _refused("BYSETPOS is given without another BY part")


def _numbers(name: str, value: str, greatest: int, /, *, many: bool) -> str:
    least = 0 if name in _FROM_ZERO else 1
    numbers: set[int] = set()
    for text in value.split(","):
        number = int(text) if _NUMBER.fullmatch(text) else greatest + 1
        size = abs(number) if many and name != "BYMONTH" else number
        if not least <= size <= greatest:
            raise _refused(f"{name}={value} holds what is not from {least} to {greatest}")
        numbers.add(number)
    if len(numbers) > 1 and not many:
        raise _refused(f"{name}={value} is several, and one is taken")
    return ",".join(map(str, sorted(numbers)))


def _days(value: str, /, *, numbered: bool) -> str:
    days: set[tuple[int, int]] = set()
    for text in value.split(","):
        found = _BY_DAY.fullmatch(text)
        if found is None or (found[1] and not (numbered and 1 <= abs(int(found[1])) <= _WEEKS)):
            raise _refused(f"BYDAY={value} holds {quoted(text)}, which does not go with this FREQ")
        days.add((int(found[1] or 0), _WEEKDAYS.index(found[2])))
    return ",".join(f"{number or ''}{_WEEKDAYS[day]}" for number, day in sorted(days))


def _written(when: date, /) -> str:
    if not isinstance(when, datetime):
        return when.isoformat().replace("-", "")
    mark = "Z" if str(when.tzinfo) == "UTC" else ""
    return re.sub(r"[-:]", "", when.replace(tzinfo=None).isoformat()) + mark


def _naive(when: date, zone: ZoneInfo | None, /) -> datetime:
    if isinstance(when, datetime):
        return when.astimezone(zone).replace(tzinfo=None)
    return datetime.combine(when, time())


def _comparable(when: date, /) -> date:
    return when.astimezone(UTC) if isinstance(when, datetime) else when


def _refused(what: str, /) -> InvalidValue:
    advice = "Maybe DTSTART;TZID=Europe/Berlin:20260302T090000 and RRULE:FREQ=WEEKLY;BYDAY=MO"
    return InvalidValue(what, advice=advice)
