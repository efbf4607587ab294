"""What is known of a time, a period or a place, as a verdict: unknown is not no."""

from datetime import date

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import When, is_by
from carecore.base.reasons import Verdict, any_of
from carecore.base.timing import Period

__all__ = ["lies_in", "runs_on", "verdict_of", "was_by"]


def verdict_of(known: bool | None, /) -> Verdict:  # noqa: FBT001 # its one argument
    """Whether something is so; `None`: nobody knows.

    >>> verdict_of(None)
    <Verdict.UNKNOWN: 'unknown'>

    .. versionadded:: 0.1
    """
    if known is None:
        return Verdict.UNKNOWN
    return Verdict.MET if known else Verdict.NOT_MET


def was_by(when: When | None, as_of: date, /) -> Verdict:
    """Whether it surely was by then; unknown where the time is, or is too coarse to tell.

    >>> was_by(None, date(2026, 3, 1))
    <Verdict.UNKNOWN: 'unknown'>

    Raises:
        WrongType: if there is a time, and *as_of* is neither a day nor a moment with a zone.

    .. versionadded:: 0.1
    """
    return verdict_of(None if when is None else is_by(when, as_of))


def runs_on(period: Period | None, day: date, /) -> Verdict:
    """Whether *day* lies in a period; unknown where the period is.

    >>> runs_on(Period(date(2026, 3, 1)), date(2026, 2, 28))
    <Verdict.NOT_MET: 'not_met'>

    Raises:
        WrongType: if there is a period, and *day* is no plain date.

    .. versionadded:: 0.1
    """
    return verdict_of(None if period is None else period.contains(day))


def lies_in(place: Jurisdiction | None, laws: tuple[Jurisdiction, ...] | None, /) -> Verdict:
    """Whether *place* is where one of these laws holds; `None` holds anywhere.

    Unknown where the place is, or where only the country is known and the law is that of a part.

    >>> lies_in(Jurisdiction("US"), (Jurisdiction("US-MA"),))
    <Verdict.UNKNOWN: 'unknown'>

    .. versionadded:: 0.1
    """
    if laws is None:
        return Verdict.MET
    return any_of(_is_part(place, law) for law in laws)


def _is_part(place: Jurisdiction | None, law: Jurisdiction, /) -> Verdict:
    if place is None:
        return Verdict.UNKNOWN
    if law.contains(place):
        return Verdict.MET
    return Verdict.UNKNOWN if place.contains(law) else Verdict.NOT_MET
