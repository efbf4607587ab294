"""What is left of an authorization, and when it will be used up."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import in_order, require_instance
from carecore.base.fields import checked
from carecore.base.identity import in_words
from carecore.base.moments import When, first_day, last_day
from carecore.base.outline import Faces, Items, Outline, Section, Table
from carecore.base.reasons import Fact, FactValue, OwnChoice, Reason
from carecore.base.record_ids import AuthorizationId, authorization_id, term
from carecore.base.timing import Period, require_day
from carecore.coverage.model import Authorization, AuthorizationStatus, UnitsUsed
from carecore.errors import InvalidValue, WrongType, described
from carecore.record import Event, EventOutcome

__all__ = ["Pace", "UnitsLeft", "units_left"]

_ONE_EACH: Final = "visit"
_MOST: Final = 10**12
_PACE: Final = OwnChoice(
    "the pace so far counts every day from the first of the period to the day asked about, and the "
    "last unit falls on the first day on which that pace has used it up"
)
_AGREED: Final = frozenset({AuthorizationStatus.APPROVED, AuthorizationStatus.EXPIRED})
_OVER: Final = frozenset(
    {AuthorizationStatus.DENIED, AuthorizationStatus.EXPIRED, AuthorizationStatus.CANCELLED}
)


def _units_of_pace(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    del instance
    _in_range(attribute.name, value, least=0)


def _days_of_pace(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    del instance
    _in_range(attribute.name, value, least=1)


def _in_range(name: str, value: int, /, *, least: int) -> None:
    if not least <= value <= _MOST:
        what = f"{name} is {value}, and {least} to {_MOST} is what it may be"
        raise InvalidValue(what, place=f"$.{name}", advice="Maybe Pace(3, 7): 3 units in 7 days")


@final
@frozen(weakref_slot=False, field_transformer=checked)
class Pace:
    """So many units in so many days.

    >>> Pace(3, 7)
    Pace(units=3, days=7)

    Attributes:
        units: how many units.
        days: in how many days; at least 1.

    Raises:
        InvalidValue: if the units are below 0, or the days below 1.

    .. versionadded:: 0.1
    """

    units: int = field(validator=_units_of_pace)
    days: int = field(validator=_days_of_pace)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class UnitsLeft(Faces):
    """What is left of an authorization, and when it will be used up.

    Attributes:
        authorization: its id.
        as_of: the day that was asked about.
        unit: what is counted; a term.
        authorised: how many units the payer agreed to; `None`: unknown, or not decided yet.
        used: how many are used by that day; `None`: unknown.
        left: how many may still be used, on that day or later; below 0 if more were used than
            authorised; `None`: unknown.
        exhausted_on: the day on which the last unit was used, or will be at the pace; `None`: not
            within the period, or it cannot be told.
        reasons: why.

    .. versionadded:: 0.1
    """

    authorization: AuthorizationId = field(converter=authorization_id)
    as_of: date
    unit: str = field(converter=term)
    authorised: int | None = None
    used: int | None = None
    left: int | None = None
    exhausted_on: date | None = None
    reasons: tuple[Reason, ...] = ()

    def outline(self, *, full: bool = False) -> Outline:
        """The numbers, the day, and why.

        .. versionadded:: 0.1
        """
        del full
        rows = (
            ("authorised", self.authorised),
            ("used", self.used),
            ("left", self.left),
            ("used up on", self.exhausted_on),
        )
        table = Table((in_words(self.unit), f"as of {self.as_of}"), rows)
        why = Section("Why", (Items(tuple(reason.text for reason in self.reasons)),))
        return Outline(f"Units left of {self.authorization}", (table, why))


def units_left(
    authorization: Authorization,
    used: Iterable[Event | UnitsUsed] | int | None,
    /,
    *,
    as_of: date,
    units_each: int | None = None,
    pace: Pace | None = None,
) -> UnitsLeft:
    """What is left of an authorization on that day, and when it will be used up.

    Zero authorised is zero. What is unknown (how many, whether approved, when, how much is used)
    leaves what hangs on it unknown. What was denied, is over or was cancelled leaves nothing; what
    was asked for is not decided.
    Uses count from the first day of the period to *as_of*, that day included. An event counts if
    it was done and its word is the service; it takes one unit where visits are counted, and else
    as many as *units_each* says.

    >>> from carecore.base.timing import Period
    >>> visits = Authorization(
    ...     id="a-1",
    ...     service="assess_clinically",
    ...     units=20,
    ...     unit="visit",
    ...     period=Period(date(2026, 11, 1), date(2027, 1, 1)),
    ...     status=AuthorizationStatus.APPROVED,
    ... )
    >>> answer = units_left(visits, 8, as_of=date(2026, 11, 21))
    >>> answer.left, answer.exhausted_on
    (12, datetime.date(2026, 12, 23))

    Args:
        authorization: what the payer agreed to.
        used: each use, all of them the client's, which is not asked here; or how many units are
            used by that day; `None`: unknown.
        as_of: the day that is asked about.
        units_each: how many units an event takes.
        pace: how fast the rest will be used; `None`: as fast as so far.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if a number is below 0.

    .. versionadded:: 0.1
    """
    require_instance(authorization, Authorization, name="the authorization")
    day = require_day(as_of)
    if pace is not None:
        require_instance(pace, Pace, name="the pace")
    count = _counted(authorization, used, day, units_each)
    authorised = _authorised(authorization)
    rest = None if authorised is None or count.total is None else authorised - count.total
    left = _left(authorization, authorised, count, day)
    exhausted_on: date | None = None
    why: tuple[Reason, ...] = ()
    if authorised and rest is not None and rest <= 0:
        exhausted_on = count.reached(authorised)
    elif left is not None and left > 0 and authorization.period is not None:
        so_far = _so_far(authorization.period, count.fewest, day)
        speed = so_far if pace is None else (pace.units, pace.days)
        exhausted_on, why = _forecast(authorization.period, left, day, speed)
    return UnitsLeft(
        authorization=authorization.id,
        as_of=day,
        unit=authorization.unit,
        authorised=authorised,
        used=count.total,
        left=left,
        exhausted_on=exhausted_on,
        reasons=(*_standing(authorization, day), *_use(authorised, count), *why),
    )


@final
@frozen(kw_only=True, weakref_slot=False)
class _Count:
    """How many units are used: at least, exactly (None: unknown), and on which days."""

    fewest: int
    total: int | None
    days: tuple[tuple[date, int], ...] = ()

    def reached(self, units: int, /) -> date | None:
        """The day on which so many were used; None if the days are unknown."""
        so_far = 0
        for day, more in sorted(self.days):
            so_far += more
            if so_far >= units:
                return day
        return None


def _counted(
    authorization: Authorization,
    used: Iterable[Event | UnitsUsed] | int | None,
    day: date,
    units_each: int | None,
    /,
) -> _Count:
    each = 1 if units_each is None and authorization.unit == _ONE_EACH else units_each
    if each is not None:
        _whole(each, "units_each")
    if used is None:
        return _Count(fewest=0, total=None)
    if isinstance(used, int):
        total = _whole(used, "the units used")
        return _Count(fewest=total, total=total)
    fewest, is_sure, days = 0, True, list[tuple[date, int]]()
    for use, has_happened in _uses(used, authorization.service, each):
        falls = _falls(use.happened, authorization.period, day)
        if falls is False or use.units == 0:
            continue
        if falls and has_happened and use.units is not None and use.happened is not None:
            fewest += use.units
            days.append((last_day(use.happened), use.units))
        else:
            is_sure = False
    return _Count(fewest=fewest, total=fewest if is_sure else None, days=tuple(days))


def _uses(
    used: Iterable[Event | UnitsUsed], service: str, each: int | None, /
) -> Iterator[tuple[UnitsUsed, bool]]:
    """Each use, and whether it surely took place."""
    for number, one in enumerate(in_order(used, of="uses")):
        if isinstance(one, UnitsUsed):
            yield one, True
        elif not _is_event(one):
            what = f"a use is {described(one)}"
            advice = "Maybe an Event, or UnitsUsed(units=1, happened=...)"
            raise WrongType(what, place=f"$[{number}]", advice=advice)
        elif one.what == service and one.outcome in (EventOutcome.DONE, None):
            use = UnitsUsed(units=each, happened=one.happened, entry=one.id)
            yield use, one.outcome is not None


def _falls(when: When | None, period: Period | None, day: date, /) -> bool | None:
    """Whether it was in the period and by that day; None if that cannot be told."""
    if when is None:
        return None
    begin, end = (None, None) if period is None else (period.start, period.end)
    # As numbers, because no date comes after the last one.
    first = date.min.toordinal() if begin is None else begin.toordinal()
    last = min(day.toordinal(), date.max.toordinal() if end is None else end.toordinal() - 1)
    earliest, latest = first_day(when).toordinal(), last_day(when).toordinal()
    if first <= earliest and latest <= last:
        return True
    return None if earliest <= last and first <= latest and first <= last else False


def _authorised(authorization: Authorization, /) -> int | None:
    if authorization.status is AuthorizationStatus.DENIED:
        return 0
    return authorization.units if authorization.status in _AGREED else None


def _left(
    authorization: Authorization, authorised: int | None, count: _Count, day: date, /
) -> int | None:
    rest = None if authorised is None or count.total is None else authorised - count.total
    if _is_over(authorization, day):
        return min(0, 0 if rest is None else rest)
    if authorised is None:
        return None
    if rest is None:
        return 0 if count.fewest >= authorised else None
    return rest if rest <= 0 or authorization.period is not None else None


def _is_over(authorization: Authorization, day: date, /) -> bool:
    end = None if authorization.period is None else authorization.period.end
    return authorization.status in _OVER or (end is not None and end <= day)


def _forecast(
    period: Period, left: int, day: date, speed: tuple[int, int], /
) -> tuple[date | None, tuple[Reason, ...]]:
    """The day on which the last unit will be used, and why."""
    units, days = speed
    if not units:
        return None, (_reason("no_pace", "there is no pace to go by", units=units, days=days),)
    start, end = period.start or date.min, period.end
    # As numbers, because no date comes after the last one; before the first day nothing is used.
    base = max(day.toordinal(), start.toordinal() - 1)
    final_day = date.max.toordinal() if end is None else end.toordinal() - 1
    reached = base - (-left * days // units)
    if reached > final_day:
        text = "at this pace some are left when the period ends"
        unused = left - (final_day - base) * units // days
        reason = _reason("lasts", text, _PACE, units=units, days=days, unused=unused)
        return None, (reason,)
    found = date.fromordinal(reached)
    text = f"at this pace the last one is used on {found}"
    return found, (_reason("pace", text, _PACE, units=units, days=days),)


def _so_far(period: Period, used: int, day: date, /) -> tuple[int, int]:
    """Units used, and the days in which they were; none where there is no first day."""
    if period.start is None or day < period.start:
        return 0, 1
    return used, (day - period.start).days + 1


def _standing(authorization: Authorization, day: date, /) -> tuple[Reason, ...]:
    """What the payer said, and whether its units may still be used."""
    status, period = authorization.status, authorization.period
    if status is None:
        found = [_reason("status_unknown", "nobody knows what the payer said", status=None)]
    else:
        found = [_reason("status", f"the units are {status.value}", status=status.value)]
    if authorization.units is None:
        found.append(_reason("units_unknown", "nobody knows how many units it is", units=None))
    elif authorization.units == 0:
        found.append(_reason("zero_units", "zero units are none, and not without limit", units=0))
    if period is None:
        found.append(_reason("period_unknown", "nobody knows when they may be used", period=None))
    elif period.end is not None and period.end <= day:
        text = f"the period ended; {period.end} is the first day after it"
        found.append(_reason("period_over", text, end=period.end))
    elif period.start is not None and day < period.start:
        text = f"the period begins on {period.start}"
        found.append(_reason("period_ahead", text, start=period.start))
    return tuple(found)


def _use(authorised: int | None, count: _Count, /) -> tuple[Reason, ...]:
    """How much is used, and whether that is more than there is."""
    if count.total is None:
        text = f"how much is used is unknown; it is at least {count.fewest}"
        found = [_reason("use_unknown", text, at_least=count.fewest, used=None)]
    else:
        found = [_reason("used", f"{count.total} are used", used=count.total)]
    if authorised is not None and count.fewest > authorised:
        over = count.fewest - authorised
        found.append(_reason("over_used", f"at least {over} are used too many", over=over))
    return tuple(found)


def _reason(key: str, text: str, /, *sources: OwnChoice, **facts: FactValue) -> Reason:
    seen = tuple(Fact(name=in_words(name), seen=value) for name, value in facts.items())
    return Reason(id=key, text=text, facts=seen, sources=sources)


def _is_event(value: object, /) -> bool:
    return isinstance(value, Event)


def _whole(value: int, name: str, /) -> int:
    number = require_instance(value, int, name=name, advice="Maybe None, if it is unknown")
    if not 0 <= number <= _MOST:
        what = f"{name} is {number}, and 0 to {_MOST} is what it may be"
        raise InvalidValue(what, advice="Maybe None, if it is unknown")
    return number
