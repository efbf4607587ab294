"""What a client takes up of a caseload, and what a professional takes on, from day to day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, whole_number
from carecore.base.fields import checked
from carecore.base.timing import Period
from carecore.errors import CareError, InvalidValue
from carecore.people.fields import once_each, per_cent, points, refuse

__all__ = ["CaseloadWeight", "LimitChange", "caseload_weights", "limit_changes", "part_of"]

_NEVER: Final = date.max


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CaseloadWeight:
    """How much of a caseload a client takes up from a day on.

    >>> CaseloadWeight(since=date(2026, 12, 1), points=3).points
    3

    Attributes:
        since: the first day.
        points: caseload points.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: if the points are below 0.

    .. versionadded:: 0.1
    """

    since: date
    points: int = field(validator=points)


def _is_one_of_two(
    instance: "LimitChange", attribute: "Attribute[int | None]", points: int | None, /
) -> None:
    whole_number(instance, attribute, points)
    if (points is None) is (instance.to_per_cent is None):
        said = "neither per cent nor points" if points is None else "both per cent and points"
        what = f"the change of a caseload limit says {said}, and one of the two is wanted"
        raise InvalidValue(what, advice="Maybe to_per_cent=50")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class LimitChange:
    """What a professional's caseload limit is for some time: reduced, as a rule.

    Why is not said here: it may be a matter of health.

    >>> half = LimitChange(period=Period(date(2027, 1, 1), date(2027, 4, 1)), to_per_cent=50)
    >>> half.limit(of=25)
    12

    Attributes:
        period: when; it ends on the first day on which the usual limit holds again.
        to_per_cent: how much of the full limit is left, 0 to 100.
        to_points: the limit itself, in caseload points.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: unless one of per cent and points is given, or if a number has no meaning.

    .. versionadded:: 0.1
    """

    period: Period
    to_per_cent: int | None = field(default=None, validator=per_cent)
    to_points: int | None = field(default=None, validator=_is_one_of_two)

    def limit(self, *, of: int | None) -> int | None:
        """The limit while it holds, of a full limit, in whole points rounded down."""
        return self.to_points if self.to_per_cent is None else part_of(of, self.to_per_cent)


def part_of(limit: int | None, per_cent: int | None, /) -> int | None:
    """So much of a caseload limit, in whole points rounded down; without per cent, all of it."""
    return limit if limit is None or per_cent is None else limit * per_cent // 100


def caseload_weights(values: Iterable[CaseloadWeight], /) -> tuple[CaseloadWeight, ...]:
    """Weights of one client; two from one day on are refused, several together.

    .. versionadded:: 0.1
    """
    kept = each_of(values, CaseloadWeight)
    refuse("the weights", once_each(kept, lambda one: one.since, _weight_in_words))
    return kept


def _weight_in_words(one: CaseloadWeight, /) -> str:
    return f"a caseload weight from {one.since} on"


def limit_changes(values: Iterable[LimitChange], /) -> tuple[LimitChange, ...]:
    """Changes of one professional's limit; two that hold on one day are refused, several together.

    .. versionadded:: 0.1
    """
    kept = each_of(values, LimitChange)
    refuse("the limit changes", list(_overlaps(kept)))
    return kept


def _overlaps(changes: tuple[LimitChange, ...], /) -> Iterator[CareError]:
    """A fault for each change that begins before one has ended that began no later."""
    until = date.min
    spans = [(_first_day(one), one.period.end or _NEVER, n) for n, one in enumerate(changes)]
    for start, end, index in sorted(spans):
        # A period without a day holds on none.
        if start < min(until, end):
            what = f"two changes of the caseload limit hold on {start}"
            advice = "Maybe end one of them where the other begins"
            yield InvalidValue(what, place=f"$[{index}]", advice=advice)
        until = max(until, end)


def _first_day(one: LimitChange, /) -> date:
    return one.period.start or date.min
