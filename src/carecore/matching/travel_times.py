"""How long the way to a client takes, by times that somebody else found out."""

from collections.abc import Hashable, Iterator, Mapping
from functools import cached_property
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.fields import checked
from carecore.base.identity import term_id
from carecore.base.own_words import area_id
from carecore.base.reasons import Fact, OwnChoice
from carecore.base.verdicts import verdict_of
from carecore.errors import CareError, InvalidValue, ManyFaults
from carecore.matching.fits import Judgement, counted
from carecore.matching.openings import Opening
from carecore.matching.remedies import Remedy
from carecore.people import Professional

__all__ = ["TravelTime", "TravelTimeCriterion"]

_WITHIN = OwnChoice("the way within one area takes no time that is counted, unless it is given")
_BACK = OwnChoice("the way back is taken to last as long, unless it is given as well")
_SHORTER = OwnChoice("the shorter the way, the more it earns; at the longest allowed nothing")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class TravelTime:
    """How long the way from one area to another takes.

    >>> TravelTime(from_area="hamburg-altona", to_area="hamburg-harburg", minutes=35).minutes
    35

    Attributes:
        from_area: id of the area where the way begins, in the app's own vocabulary.
        to_area: id of the area where it ends.
        minutes: how long it takes.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: if an id is blank, or the minutes are below 0.

    .. versionadded:: 0.1
    """

    from_area: str = field(converter=area_id)
    to_area: str = field(converter=area_id)
    minutes: int = field(validator=counted)


def _each_way_once(
    instance: object,
    attribute: "Attribute[tuple[TravelTime, ...]]",
    times: tuple[TravelTime, ...],
    /,
) -> None:
    del instance
    known: set[tuple[str, str]] = set()
    faults: list[CareError] = []
    for index, one in enumerate(times):
        if (one.from_area, one.to_area) in known:
            what = f"the way from {one.from_area!r} to {one.to_area!r} stands twice"
            place = f"$.{attribute.name}[{index}]"
            faults.append(InvalidValue(what, place=place, advice="Maybe remove one of the two"))
        known.add((one.from_area, one.to_area))
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ManyFaults(f"{len(faults)} faults in the travel times", faults)


def _is_criterion_id(instance: object, attribute: "Attribute[str]", value: str, /) -> None:
    # A converter would keep it from being a `Criterion` to type checkers.
    del instance
    try:
        term_id(value, kind="criterion")
    except CareError as fault:
        raise fault.below(f"$.{attribute.name}") from None


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class TravelTimeCriterion:
    """A criterion that asks how long the way to the client takes, by times given as data.

    The way leads from the area from which the professional sets out to that of the client.
    As a soft criterion, it earns the more, the shorter the way is.

    >>> from datetime import date
    >>> from carecore.people import Client
    >>> near = TravelTimeCriterion(
    ...     id="near",
    ...     is_hard=False,
    ...     weight=10,
    ...     most_minutes=60,
    ...     times=[TravelTime(from_area="north", to_area="south", minutes=24)],
    ... )
    >>> opening = Opening(
    ...     client=Client(id="c-1", area="south"), role="care_manager", as_of=date(2026, 11, 23)
    ... )
    >>> judgement = near.judge(Professional(id="p-1", base_area="north"), opening)
    >>> judgement.points, judgement.text
    (6, 'the way from north to south takes 24 minutes; 60 at most')

    Attributes:
        id: its id.
        is_hard: whether a pair does not fit where the way takes longer.
        weight: the most points that it can earn, if it is soft.
        tier: in which number of the score it counts; lower tiers are compared first.
        most_minutes: how long the way may take.
        times: how long the ways take; the way within an area takes no time, and the way back
            takes as long, unless they are given themselves.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: if a number or the id has no meaning, or a way stands twice; several are
            reported together.

    .. versionadded:: 0.1
    """

    id: str = field(default="travel_time", validator=_is_criterion_id)
    is_hard: bool = True
    weight: int = field(default=1, validator=counted)
    tier: int = field(default=1, validator=counted)
    most_minutes: int = field(validator=counted)
    times: tuple[TravelTime, ...] = field(default=(), validator=_each_way_once)

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The places that it looks at."""
        return ("$client.area", "$professional.base_area")

    @cached_property
    def _minutes(self) -> Mapping[tuple[str, str], int]:
        """How long each way takes, there and back."""
        back = {(one.to_area, one.from_area): one.minutes for one in self.times}
        return back | {(one.from_area, one.to_area): one.minutes for one in self.times}

    def minutes(self, from_area: str, to_area: str, /) -> int | None:
        """How long the way takes; `None`: nobody has said.

        >>> way = TravelTime(from_area="north", to_area="south", minutes=24)
        >>> near = TravelTimeCriterion(most_minutes=60, times=[way])
        >>> near.minutes("south", "north"), near.minutes("east", "east")
        (24, 0)
        """
        known = self._minutes.get((from_area, to_area))
        return 0 if known is None and from_area == to_area else known

    def asks(self, opening: Opening, /) -> Hashable:
        """All that it depends on of *opening*: the area."""
        return opening.client.area

    def has(self, professional: Professional, /) -> Hashable:
        """All that it depends on of *professional*: the area from which they set out."""
        return professional.base_area

    def names(self, opening: Opening, /) -> frozenset[str]:
        """Ids of those of whom it says something of their own: of nobody."""
        del opening
        return frozenset()

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """What it says of *professional* for *opening*."""
        base, area = professional.base_area, opening.client.area
        taken = None if base is None or area is None else self.minutes(base, area)
        within = None if taken is None else taken <= self.most_minutes
        earned = 0 if self.is_hard or taken is None else self._points(taken)
        return Judgement(
            criterion=self.id,
            is_hard=self.is_hard,
            verdict=verdict_of(within),
            points=earned,
            maximum=0 if self.is_hard else self.weight,
            text=self._told(base, area, taken),
            seen=(
                Fact(name="base area", seen=base, place="$professional.base_area"),
                Fact(name="minutes", seen=taken),
            ),
            wanted=(
                Fact(name="area", seen=area, place="$client.area"),
                Fact(name="minutes at most", seen=self.most_minutes),
            ),
            sources=(_WITHIN, _BACK, _SHORTER),
        )

    def _points(self, taken: int, /) -> int:
        if not self.most_minutes:
            return 0 if taken else self.weight
        return self.weight * max(self.most_minutes - taken, 0) // self.most_minutes

    def _told(self, base: str | None, area: str | None, taken: int | None, /) -> str:
        if area is None:
            return "nobody has said in which area the client lives"
        if base is None:
            return "nobody has said from which area they set out"
        if taken is None:
            return f"nobody has said how long the way from {base} to {area} takes"
        minutes = f"{taken} minute{'' if taken == 1 else 's'}"
        return f"the way from {base} to {area} takes {minutes}; {self.most_minutes} at most"

    def remedies(self, professional: Professional, opening: Opening, /) -> Iterator[Remedy]:
        """Setting out from the area that is nearest to the client, if any is near enough."""
        del professional
        area = opening.client.area
        if area is None:
            return
        starts = dict.fromkeys((area, *(start for start, end in self._minutes if end == area)))
        near = [start for start in starts if self._is_near(start, area)]
        for start in sorted(near, key=lambda one: self.minutes(one, area) or 0)[:1]:
            yield Remedy(criterion=self.id, text=f"they set out from {start}", base_area=start)

    def _is_near(self, start: str, area: str, /) -> bool:
        taken = self.minutes(start, area)
        return taken is not None and taken <= self.most_minutes
