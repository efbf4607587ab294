"""The points that a client got, part by part, and what they rest on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias, final

import attrs
from attrs import field, frozen

from carecore.assessments.tools import ScoreTool, not_below_zero
from carecore.base.amounts import Quantity
from carecore.base.checks import filled_text, require_instance
from carecore.base.fields import checked
from carecore.base.identity import ClientId, in_words, optional_client_id
from carecore.base.moments import When, day_text, optional_when
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.reasons import (
    Fact,
    FactValue,
    Source,
    Verdict,
    grouped_sources,
    tuple_of_sources,
)
from carecore.base.record_ids import EntryId, entry_ids, optional_term, term, terms
from carecore.base.timing import PartialDate
from carecore.errors import (
    CareError,
    InvalidValue,
    ManyFaults,
    UnknownId,
    WrongType,
    described,
)
from carecore.record import Observation

__all__ = [
    "SCORE_UNIT",
    "Score",
    "ScorePart",
    "add_up",
    "score_of_parts",
    "score_of_total",
]

_Taken: TypeAlias = date | PartialDate | None

SCORE_UNIT: Final = "{score}"
"""The unit of a total in a record, as UCUM writes it.

.. versionadded:: 0.1
"""


def _seen(value: FactValue, /) -> FactValue:
    try:
        return Fact(name="seen", seen=value).seen
    except CareError as fault:
        raise WrongType(fault.what, advice=fault.advice) from None


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ScorePart:
    """The points of one item, and what was seen.

    >>> ScorePart(id="length_of_stay", points=4, seen=5).points
    4

    Attributes:
        id: id of the item.
        points: how many it gave.
        seen: what was there; `None`: nobody said.
        place: where it was, as a path; see `carecore.base.reasons.at`.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    points: int = field(validator=not_below_zero)
    seen: FactValue = field(default=None, converter=_seen)
    place: str = field(default="$", validator=filled_text)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Score(Faces):
    """How many points a client got, and what they mean.

    >>> score = Score(tool="lace", points=12, band="high", taken=date(2026, 3, 1))
    >>> print(score)
    Lace: 12 points
    ===============
    <BLANKLINE>
    Band: high. Taken: 2026-03-01.

    Attributes:
        tool: id of the tool.
        name: what people call the tool; empty: its id stands for it.
        client_id: id of the client; `None`: unknown.
        points: how many in all.
        band: id of the band in which they fall; `None`: they fall in none.
        taken: when it was so; `None`: unknown.
        parts: the points of each item; empty: only the total is known.
        cited: ids of the entries of the record that it rests on.
        urgent: ids of the items and bands because of which somebody has to look at once.
        untold: ids of the items that may be urgent, and whose points nobody told.
        sources: what tool and points rest on.

    .. versionadded:: 0.1
    """

    tool: str = field(converter=term)
    name: str = ""
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    points: int = field(validator=not_below_zero)
    band: str | None = field(default=None, converter=optional_term)
    taken: When | None = field(default=None, converter=optional_when)
    parts: tuple[ScorePart, ...] = ()
    cited: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    urgent: tuple[str, ...] = field(default=(), converter=terms)
    untold: tuple[str, ...] = field(default=(), converter=terms)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def is_urgent(self) -> Verdict:
        """Whether somebody has to look at once; unknown where an item that decides is untold."""
        if self.urgent:
            return Verdict.MET
        return Verdict.UNKNOWN if self.untold else Verdict.NOT_MET

    def to_observation(
        self, key: str, /, *, recorded: _Taken = None, by: str | None = None
    ) -> Observation:
        """This score as an entry of a record with the id *key*; its parts are not kept there.

        >>> Score(tool="lace", points=12).to_observation("e-9").value
        Quantity(value=Decimal('12'), unit='{score}')
        """
        return Observation(
            id=key,
            client_id=self.client_id,
            what=self.tool,
            value=Quantity(self.points, SCORE_UNIT),
            happened=self.taken,
            recorded=recorded,
            by=by,
        )

    def outline(self, *, full: bool = False) -> Outline:
        """The score as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        band = "none" if self.band is None else in_words(self.band)
        lines = [f"Band: {band}. Taken: {day_text(self.taken)}."]
        if self.urgent:
            what = ", ".join(map(in_words, self.urgent))
            lines.append(f"Somebody has to look at this at once: {what}.")
        elif self.untold:
            what = ", ".join(map(in_words, self.untold))
            lines.append(f"Nobody told whether this is urgent: {what}.")
        parts: list[Part] = [Paragraph(line) for line in lines]
        if self.parts:
            parts.append(self._table())
        if self.sources:
            parts.append(Section("Sources", (Items(grouped_sources(self.sources)),)))
        name = self.name or in_words(self.tool)
        title = f"{name[:1].upper()}{name[1:]}: {self.points} point"
        return Outline(title if self.points == 1 else f"{title}s", parts)

    def _table(self) -> Table:
        rows = [(in_words(part.id), part.points, _text(part.seen)) for part in self.parts]
        if all(part.seen is None for part in self.parts):
            return Table(("item", "points"), [row[:2] for row in rows])
        return Table(("item", "points", "seen"), rows)


def add_up(
    tool: ScoreTool,
    points: Mapping[str, int],
    /,
    *,
    client_id: str | None = None,
    taken: _Taken = None,
    cited: Iterable[str] = (),
) -> Score:
    """The score of a tool from the points of each of its items.

    >>> from carecore.assessments import ScoreItem
    >>> tool = ScoreTool(
    ...     id="two_questions",
    ...     name="two questions",
    ...     least=0,
    ...     most=2,
    ...     higher_is_worse=True,
    ...     items=(
    ...         ScoreItem(id="sleep", name="trouble with sleep", points=(0, 1)),
    ...         ScoreItem(id="mood", name="low mood", points=(0, 1)),
    ...     ),
    ... )
    >>> add_up(tool, {"sleep": 1, "mood": 0}).points
    1
    >>> add_up(tool, {"sleep": 3, "mood": 0})
    Traceback (most recent call last):
    ...
    carecore.errors.InvalidValue: $.sleep: 'sleep' gives 0 or 1 in 'two_questions', and not 3. Maybe the points are of another variant.

    Args:
        tool: whose items they are; one that names no items cannot be added up.
        points: by the id of the item; each item has to be there.
        client_id: id of the client.
        taken: when it was so, as a day, a partial date or a moment.
        cited: ids of the entries of the record that it rests on.

    Raises:
        WrongType: if *tool* is no tool, or points are no whole number.
        InvalidValue: if an item is missing, or gives other points in this tool.
        UnknownId: if the tool has no such item.
        ManyFaults: if there are several of these.

    .. versionadded:: 0.1
    """  # noqa: E501 # a traceback line cannot be folded
    require_instance(tool, ScoreTool, name="the tool")
    if not _is_mapping(points):
        what = f"the points are {described(points)}, and each is wanted by its item"
        raise WrongType(what, advice="Maybe {'sleep': 1}")
    _refuse(list(_unfit(tool, points)))
    parts = (ScorePart(id=item.id, points=points[item.id]) for item in tool.items)
    return score_of_parts(tool, parts, client_id=client_id, taken=taken, cited=cited)


def score_of_parts(
    tool: ScoreTool,
    parts: Iterable[ScorePart],
    /,
    *,
    client_id: str | None = None,
    taken: _Taken = None,
    cited: Iterable[str] = (),
    sources: Iterable[Source] = (),
) -> Score:
    """The score of a tool from parts that are known to be its own."""
    kept = tuple(parts)
    total = sum(part.points for part in kept)
    whole = score_of_total(tool, total, client_id=client_id, taken=taken, cited=cited)
    urgent = (part.id for part in kept if tool.item(part.id).is_urgent(part.points))
    return attrs.evolve(
        whole,
        parts=kept,
        urgent=tuple(dict.fromkeys((*urgent, *whole.urgent))),
        untold=(),
        sources=(*whole.sources, *sources),
    )


def score_of_total(
    tool: ScoreTool,
    total: int,
    /,
    *,
    client_id: str | None = None,
    taken: _Taken = None,
    cited: Iterable[str] = (),
) -> Score:
    """The score of a tool of which only the total is known."""
    band = tool.band_of(total)
    untold = (item.id for item in tool.items if item.urgent_from is not None)
    return Score(
        tool=tool.id,
        name=tool.name,
        client_id=client_id,
        points=total,
        band=None if band is None else band.id,
        taken=taken,
        cited=cited,
        urgent=() if band is None or not band.is_urgent else (band.id,),
        # With the fewest points in all, each item gave its fewest.
        untold=() if total == tool.least else tuple(untold),
        sources=tool.sources if band is None else (*tool.sources, *band.sources),
    )


def _unfit(tool: ScoreTool, given: Mapping[str, object], /) -> Iterator[CareError]:
    if not tool.items:
        yield InvalidValue(f"{tool.id!r} names no items", advice="Maybe give its total")
        return
    for key, points in given.items():
        try:
            item = tool.item(key)
        except UnknownId as fault:
            yield fault.below(f"$.{key}")
            continue
        except CareError as fault:
            yield fault
            continue
        place = f"$.{item.id}"
        if isinstance(points, bool) or not isinstance(points, int):
            what = f"the points of {item.id!r} are {described(points)}"
            yield WrongType(what, place=place, advice="Maybe 0")
        elif points not in item.points:
            known = " or ".join(map(str, sorted(item.points)))
            what = f"{item.id!r} gives {known} in {tool.id!r}, and not {points}"
            advice = "Maybe the points are of another variant"
            yield InvalidValue(what, place=place, advice=advice)
    for item in tool.items:
        if item.id not in given:
            what = f"{item.id!r} of {tool.id!r} is missing"
            advice = "Maybe there is no score while it is unknown"
            yield InvalidValue(what, place=f"$.{item.id}", advice=advice)


def _is_mapping(value: object, /) -> bool:
    return isinstance(value, Mapping)


def _refuse(faults: list[CareError], /) -> None:
    if len(faults) > 1:
        raise ManyFaults(f"{len(faults)} faults in the points", faults)
    if faults:
        raise faults[0]


def _text(seen: FactValue, /) -> str | int | date | None:
    return ", ".join(seen) if isinstance(seen, tuple) else seen
