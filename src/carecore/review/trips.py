"""One journey as it is asked about, and the rows of the answer."""

from datetime import date, datetime
from functools import cached_property
from typing import final

from attrs import field, frozen

from carecore.base.checks import plain_text
from carecore.base.fields import checked
from carecore.base.moments import in_time, is_by
from carecore.base.reasons import Fact, Reason, Source, Verdict, tuple_of_sources
from carecore.base.record_ids import LegId, optional_leg_id, term
from carecore.catalogue import Catalogue
from carecore.plans import CarePlan
from carecore.record import Record
from carecore.review.whose import is_own, own_record
from carecore.rights import Consent, ConsentScope
from carecore.travel import (
    DayLimitAnswer,
    FitnessStatement,
    Journey,
    Leg,
    NeededEscort,
    day_limits_in,
    needed_escort,
)
from carecore.travel.journeys import by_airline

__all__ = ["TravelRow", "Trip", "day_of_leg", "told"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class TravelRow:
    """One thing that was asked of a journey, and what came out.

    Attributes:
        check: what was asked; a term, such as `fitness` or `escort_licence`.
        verdict: whether it is as it has to be.
        leg: id of the leg it is about; `None`: the whole journey.
        about: the id or word of what it is about, beside the leg; empty: nothing else.
        reasons: why, the one that decides first.
        sources: what it rests on.

    .. versionadded:: 0.1
    """

    check: str = field(converter=term)
    verdict: Verdict
    leg: LegId | None = field(default=None, converter=optional_leg_id)
    about: str = field(default="", validator=plain_text)
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def text(self) -> str:
        """Why, in words."""
        return "; ".join(map(str, self.reasons))


def told(
    check: str,
    verdict: Verdict,
    text: str,
    /,
    *facts: Fact,
    leg: str | None = None,
    about: str = "",
    sources: tuple[Source, ...] = (),
) -> TravelRow:
    """A row with one reason of the same name."""
    reason = Reason(id=check, text=text, facts=facts, sources=sources)
    return TravelRow(
        check=check, verdict=verdict, leg=leg, about=about, reasons=(reason,), sources=sources
    )


@final
@frozen(kw_only=True, weakref_slot=False)
class Trip:
    """A journey of a plan, asked about at one moment.

    Attributes:
        plan: the plan.
        journey: the journey.
        now: the moment asked about.
        catalogue: what the field knows.
    """

    plan: CarePlan
    journey: Journey
    now: datetime
    catalogue: Catalogue

    @cached_property
    def record(self) -> Record | None:
        """What had happened by now; `None` where the plan has no record of its client."""
        own = own_record(self.plan)
        return None if own is None else own.as_of(self.now)

    @cached_property
    def consent(self) -> Consent | None:
        """The last word of the client's side on travel by now; `None`: nothing is known.

        One whose answer nobody knows says nothing.
        It is told by the times, or, where one has none, by the order in which they are given.
        """
        said = [
            one
            for one in self.plan.consents
            if one.scope is ConsentScope.TRAVEL
            and (one.is_given is not None or one.withdrawn_at is not None)
            and is_own(self.plan, one.client_id)
            and (one.at is None or is_by(one.at, self.now) is not False)
        ]
        if any(one.at is None for one in said):
            return said[-1]
        return max(reversed(said), key=lambda one: in_time(one.at), default=None)

    @cached_property
    def flights(self) -> tuple[Leg, ...]:
        """The legs that are, or may be, flights with an airline."""
        return tuple(leg for leg in self.journey.legs if by_airline(leg) is not Verdict.NOT_MET)

    @cached_property
    def statement(self) -> FitnessStatement | None:
        """The newest statement on whether the client is fit, of those known by now."""
        known = (
            one
            for one in reversed(self.journey.fitness)
            if one.at is None or is_by(one.at, self.now)
        )
        return next(known, None)

    @cached_property
    def needed(self) -> NeededEscort | None:
        """Who has to go along, by the needs; `None` where nobody asked for them."""
        if self.journey.needs is None:
            return None
        # A carrier that has said yes takes the client as asked, lying where that was asked.
        cleared = bool(self.flights) and all(
            self.clearance(leg) is Verdict.MET for leg in self.flights
        )
        return needed_escort(self.journey.needs, stretcher_offered=True if cleared else None)

    def fit_on(self, day: date | None, /) -> Verdict:
        """Whether the newest statement says, for that day, that the client is fit."""
        if self.statement is None or day is None:
            return Verdict.UNKNOWN
        return self.statement.holds(day)

    def limits(self, leg: Leg, /) -> tuple[DayLimitAnswer, ...]:
        """How the leg stands to each day limit that the record touches; none if it is unknown."""
        day = day_of_leg(leg)
        if self.record is None or day is None:
            return ()
        known = self.catalogue.day_limits
        return day_limits_in(self.record, limits=known, on=day, flight_length=leg.duration)

    def clearance(self, leg: Leg, /) -> Verdict:
        """Whether the carrier of the leg says yes by now; unknown without an answer.

        The last answer counts, so that what was taken back is not outlived by an older yes; where
        nobody knows which was the last, all have to be the same.
        """
        if leg.carrier is None:
            return Verdict.UNKNOWN
        asked = [one for one in self.journey.clearances if one.carrier == leg.carrier]
        given = [one for one in asked if one.is_given is not None]
        known = [one for one in given if one.given_at and is_by(one.given_at, self.now)]
        if known and all(one.given_at for one in given):
            return max(reversed(known), key=lambda one: in_time(one.given_at)).holds(self.now)
        verdicts = {one.holds(self.now) for one in given or asked}
        return verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN


def day_of_leg(leg: Leg, /) -> date | None:
    """The day on which the leg begins, in the zone of its departure."""
    return None if leg.departs is None else leg.departs.date()
