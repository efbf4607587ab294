"""Whether a journey can begin: everything that is asked of it, row by row."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import in_words
from carecore.base.outline import Faces, Items, Outline, Paragraph, Part, Section, Table
from carecore.base.plan_ids import PlanId, plan_id
from carecore.base.reasons import Fact, Verdict, grouped_sources
from carecore.base.record_ids import JourneyId, journey_id
from carecore.base.timing import require_moment
from carecore.catalogue import STANDARD, Catalogue
from carecore.plans import CarePlan
from carecore.review.escorting import escort_level, escorts_present, licences
from carecore.review.flights import (
    cautions,
    certificates,
    clearances,
    consent,
    day_limits,
    fitness,
    notices,
    power,
)
from carecore.review.trips import TravelRow, Trip, told

__all__ = ["TravelCheck", "check_travel"]

_HEADINGS: Final = {
    Verdict.NOT_MET: "Stands against it",
    Verdict.UNKNOWN: "Unknown",
    Verdict.MET: "As it has to be",
}


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class TravelCheck(Faces):
    """Whether a journey can begin, by all that is asked of it.

    Attributes:
        plan: id of the plan.
        journey: id of the journey.
        as_of: the moment asked about.
        rows: everything that was asked, with its verdict.

    .. versionadded:: 0.1
    """

    plan: PlanId = field(converter=plan_id)
    journey: JourneyId = field(converter=journey_id)
    as_of: datetime
    rows: tuple[TravelRow, ...] = ()

    @property
    def met(self) -> tuple[TravelRow, ...]:
        """What is as it has to be."""
        return self._of(Verdict.MET)

    @property
    def not_met(self) -> tuple[TravelRow, ...]:
        """What stands against it."""
        return self._of(Verdict.NOT_MET)

    @property
    def unknown(self) -> tuple[TravelRow, ...]:
        """What nobody knows yet; the reasons say what to find out."""
        return self._of(Verdict.UNKNOWN)

    @property
    def ready(self) -> bool:
        """Whether something was asked, and all of it is as it has to be."""
        return bool(self.rows) and len(self.met) == len(self.rows)

    def of(self, check: str, /) -> tuple[TravelRow, ...]:
        """The rows of one check, such as `fitness` or `escort_licence`."""
        return tuple(one for one in self.rows if one.check == check)

    def outline(self, *, full: bool = False) -> Outline:
        """The journey as an outline; it shows ids only, so *full* changes nothing."""
        del full
        title = f"Can {self.journey} begin? (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(self._parts()))

    def _of(self, verdict: Verdict, /) -> tuple[TravelRow, ...]:
        return tuple(one for one in self.rows if one.verdict is verdict)

    def _parts(self) -> Iterator[Part]:
        numbers = ", ".join(f"{len(self._of(one))} {in_words(one.value)}" for one in Verdict)
        said = "It can, by what was asked" if self.ready else "Not yet"
        yield Paragraph(f"{said}: {numbers}.")
        for verdict, heading in _HEADINGS.items():
            rows = [
                (in_words(one.check), one.leg, "; ".join(map(str, one.reasons)))
                for one in self._of(verdict)
            ]
            if rows:
                yield Section(heading, [Table(("what", "leg", "why"), rows)])
        sources = dict.fromkeys(source for one in self.rows for source in one.sources)
        yield Section("Sources", [Items(grouped_sources(sources))])
        yield Paragraph("The airline and whoever treats the client decide; this is information.")


def check_travel(
    plan: CarePlan,
    journey: str,
    /,
    *,
    as_of: datetime,
    catalogue: Catalogue = STANDARD,
) -> TravelCheck:
    """Whether that journey can begin: consent, fitness, days passed, escort, licences and carriers.

    Each row is met, not met or unknown, with what was seen and what it rests on.
    Where sources disagree about days the strictest decides; what a foreign place allows those who
    only pass through is not known here.

    >>> from datetime import UTC
    >>> from carecore.people import Client
    >>> from carecore.travel import Journey
    >>> plan = CarePlan(
    ...     id="plan-1",
    ...     client=Client(id="c-17"),
    ...     journeys=(Journey(id="j-1", client_id="c-17"),),
    ... )
    >>> found = check_travel(plan, "j-1", as_of=datetime(2026, 11, 23, 9, tzinfo=UTC))
    >>> [row.check for row in found.not_met]
    ['legs']

    Args:
        plan: the plan.
        journey: id of the journey.
        as_of: the moment asked about.
        catalogue: what the field knows.

    Raises:
        UnknownId: if the plan has no such journey.
        WrongType: if *as_of* is no moment with a zone, or another part has the wrong type.

    .. versionadded:: 0.1
    """
    asked = require_instance(plan, CarePlan, name="the plan")
    trip = Trip(
        plan=asked,
        journey=asked.journey(journey),
        now=require_moment(as_of, name="as_of"),
        catalogue=require_instance(catalogue, Catalogue, name="the catalogue"),
    )
    return TravelCheck(
        plan=asked.id,
        journey=trip.journey.id,
        as_of=trip.now,
        rows=tuple(chain.from_iterable(check(trip) for check in _CHECKS)),
    )


def _client(trip: Trip, /) -> Iterator[TravelRow]:
    whose = trip.journey.client_id
    is_same = whose == trip.plan.client.id
    verdict = Verdict.MET if is_same else Verdict.NOT_MET
    text = "the journey is the client's" if is_same else "the journey is somebody else's"
    yield told("client", verdict, text, Fact(name="client", seen=str(whose)))


def _legs(trip: Trip, /) -> Iterator[TravelRow]:
    if not trip.journey.legs:
        yield told("legs", Verdict.NOT_MET, "the journey has no legs")
    for leg in trip.journey.legs:
        known = leg.mode is not None and leg.departs is not None
        verdict = Verdict.MET if known else Verdict.UNKNOWN
        text = "is planned" if known else "is not planned yet: how, or when, is unknown"
        yield told("legs", verdict, f"the leg {leg.id} {text}", leg=leg.id)


_CHECKS: Final = (
    _client,
    _legs,
    consent,
    fitness,
    certificates,
    day_limits,
    cautions,
    escort_level,
    escorts_present,
    licences,
    clearances,
    notices,
    power,
)
