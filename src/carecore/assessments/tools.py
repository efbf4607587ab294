"""What a score is made of: a tool, its items with the points they may give, and its bands."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, TypeVar, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, require_instance, whole_number
from carecore.base.fields import checked
from carecore.base.lookups import find_by_id
from carecore.base.reasons import Source, tuple_of_sources
from carecore.base.record_ids import term
from carecore.base.timing import Offset
from carecore.errors import InvalidValue

__all__ = ["ScoreBand", "ScoreItem", "ScoreTool", "not_below_zero"]

Named = TypeVar("Named", "ScoreBand", "ScoreItem")

_ALL: Final = 100


def not_below_zero(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    """Validator: *value* is 0 or more."""
    del instance
    if value < 0:
        name = attribute.name.replace("_", " ")
        what = f"the {name} is below 0, and 0 is the least"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe 0")


def _points(value: int, /) -> int:
    return require_instance(value, int, name="the number of points")


def _known_points(
    item: "ScoreItem", attribute: "Attribute[tuple[int, ...]]", points: tuple[int, ...], /
) -> None:
    del item
    place = f"$.{attribute.name}"
    if not points:
        raise InvalidValue("the item gives no points", place=place, advice="Maybe (0, 1)")
    if min(points) < 0:
        raise InvalidValue("an item gives points below 0", place=place, advice="Maybe (0, 1)")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ScoreItem:
    """One thing that a tool asks, and the points it may give.

    >>> ScoreItem(id="sleep", name="trouble with sleep", points=(0, 1, 2, 3)).most
    3

    Attributes:
        id: the id that parts of a score refer to.
        name: what is asked, in carecore's own words and never in those of the form.
        points: all the points it may give.
        urgent_from: from so many points on somebody has to look at once; `None`: never.

    Raises:
        InvalidValue: if it gives no points, or points below 0.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    name: str = field(validator=filled_text)
    points: tuple[int, ...] = field(validator=_known_points)
    urgent_from: int | None = field(default=None, validator=whole_number)

    @property
    def least(self) -> int:
        """The fewest points it gives."""
        return min(self.points)

    @property
    def most(self) -> int:
        """The most points it gives."""
        return max(self.points)

    def is_urgent(self, points: int, /) -> bool:
        """Whether somebody has to look at once if it gave so many points."""
        given = _points(points)
        return self.urgent_from is not None and given >= self.urgent_from


def _not_before_from(band: "ScoreBand", attribute: "Attribute[int]", value: int, /) -> None:
    if value < band.from_points:
        what = f"the band ends at {value} points, before it starts at {band.from_points}"
        advice = "Maybe the two are swapped"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


def _is_percentage(
    band: "ScoreBand", attribute: "Attribute[Decimal | None]", risk: Decimal | None, /
) -> None:
    del band
    if risk is not None and not (risk.is_finite() and 0 <= risk <= _ALL):
        what = "the risk is no share of a hundred"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe Decimal('5.8')")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ScoreBand:
    """A stretch of points with a name; both ends are inside.

    >>> high = ScoreBand(id="high", name="high risk", from_points=10, to_points=19)
    >>> high.contains(10), high.contains(9)
    (True, False)

    Attributes:
        id: the id that a score refers to.
        name: what it means, in a few words of carecore's own.
        from_points: the fewest points in it.
        to_points: the most points in it.
        risk_percent: of a hundred people in it, how many the outcome of the tool befell where
            this was counted; `None`: not known.
        is_urgent: whether somebody has to look at once.
        sources: what the band rests on.

    Raises:
        InvalidValue: if it ends before it starts, or the risk is no share of a hundred.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    name: str = field(validator=filled_text)
    from_points: int = field(validator=not_below_zero)
    to_points: int = field(validator=_not_before_from)
    risk_percent: Decimal | None = field(default=None, validator=_is_percentage)
    is_urgent: bool = False
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def contains(self, points: int, /) -> bool:
        """Whether so many points fall in it."""
        return self.from_points <= _points(points) <= self.to_points


def _fit_together(
    tool: "ScoreTool", attribute: "Attribute[tuple[ScoreBand, ...]]", bands: object, /
) -> None:
    del attribute, bands
    for what, place, advice in _misfits(tool):
        raise InvalidValue(what, place=place, advice=advice)


def _counts_days(
    tool: "ScoreTool", attribute: "Attribute[Offset | None]", offset: Offset | None, /
) -> None:
    del tool
    if offset is not None and (offset.measure[2] or offset.measure[3] or min(offset.measure) < 0):
        what = f"a score is fresh for {offset}, and calendar days are wanted"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe Offset(days=14)")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ScoreTool:
    """A published way to turn what was seen into points.

    >>> tool = ScoreTool(
    ...     id="two_questions",
    ...     name="two questions",
    ...     least=0,
    ...     most=2,
    ...     higher_is_worse=True,
    ...     bands=(ScoreBand(id="positive", name="look further", from_points=1, to_points=2),),
    ... )
    >>> tool.band_of(2).id, tool.band_of(0)
    ('positive', None)

    Attributes:
        id: the id that scores and observations refer to; every variant has its own.
        name: what people call it.
        least: the fewest points in all.
        most: the most points in all.
        higher_is_worse: whether more points are worse.
        items: what it asks; empty: only its total is known here.
        bands: what its points mean; a total between two bands has none.
        outcome: what it foretells, if it does.
        fresh_for: how long a score may be relied on; `None`: that is not said.
        cautions: what to mind, in carecore's own words.
        sources: what it rests on.

    Raises:
        InvalidValue: if a band lies outside the range, two bands overlap, an id stands twice, or
            the points of the items do not make up the range.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    name: str = field(validator=filled_text)
    least: int = field(validator=not_below_zero)
    most: int
    higher_is_worse: bool
    items: tuple[ScoreItem, ...] = ()
    bands: tuple[ScoreBand, ...] = field(default=(), validator=_fit_together)
    outcome: str = ""
    fresh_for: Offset | None = field(default=None, validator=_counts_days)
    cautions: tuple[str, ...] = ()
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def band_of(self, points: int, /) -> ScoreBand | None:
        """The band in which so many points fall, if there is one."""
        given = _points(points)
        return next((band for band in self.bands if band.contains(given)), None)

    def takes(self, points: int, /) -> bool:
        """Whether the tool can give so many points in all."""
        return self.least <= _points(points) <= self.most

    def band(self, key: str, /) -> ScoreBand:
        """The band with that id, or `UnknownId`."""
        return _named(self.bands, key, "score band")

    def item(self, key: str, /) -> ScoreItem:
        """The item with that id, or `UnknownId`."""
        return _named(self.items, key, "score item")


def _named(entries: tuple[Named, ...], key: str, kind: str, /) -> Named:
    return find_by_id(entries, term(key), kind=kind)


def _misfits(tool: ScoreTool, /) -> Iterator[tuple[str, str, str]]:
    """What does not fit together, with its place and what may help."""
    if tool.most < tool.least:
        what = f"the points end at {tool.most}, before they start at {tool.least}"
        yield what, "$.most", "Maybe the two are swapped"
    ids = ("items", [one.id for one in tool.items]), ("bands", [one.id for one in tool.bands])
    for name, keys in ids:
        for place, key in enumerate(keys):
            if key in keys[:place]:
                what = f"{key!r} stands twice among the {name}"
                yield what, f"$.{name}[{place}].id", "Maybe give each its own id"
    sums = sum(item.least for item in tool.items), sum(item.most for item in tool.items)
    if tool.items and sums != (tool.least, tool.most):
        what = f"the items give {sums[0]} to {sums[1]} points, not {tool.least} to {tool.most}"
        yield what, "$.items", "Maybe an item is missing"
    yield from _misfits_of_bands(tool)


def _misfits_of_bands(tool: ScoreTool, /) -> Iterator[tuple[str, str, str]]:
    for place, band in enumerate(tool.bands):
        where = f"$.bands[{place}]"
        if not (tool.takes(band.from_points) and tool.takes(band.to_points)):
            what = f"band {band.id!r} lies outside {tool.least} to {tool.most} points"
            yield what, where, "Maybe it is of another variant"
        for other in tool.bands[:place]:
            if band.from_points <= other.to_points and other.from_points <= band.to_points:
                what = f"bands {other.id!r} and {band.id!r} overlap"
                yield what, where, "Maybe both ends count"
