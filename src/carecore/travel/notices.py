"""What a carrier may want to be told before it takes a client along, and by when."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, final

from attrs import field, frozen

from carecore.base.calendars import Deadline
from carecore.base.checks import each_of, plain_text, require_instance
from carecore.base.fields import checked
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdictions
from carecore.base.reasons import Source, Verdict, all_of, tuple_of_sources
from carecore.base.record_ids import LegId, leg_id, term, terms
from carecore.base.timing import Offset
from carecore.base.verdicts import verdict_of
from carecore.travel.escorts import EscortLevel, TravelNeed
from carecore.travel.fields import hours, optional_hours
from carecore.travel.journeys import Journey, Leg, by_airline, under

__all__ = ["NoticeNeeded", "NoticeRule", "notices_needed", "things_to_announce"]

_CLINICAL: Final = frozenset({"stretcher", "ventilator", "carrier_oxygen", "oxygen_concentrator"})


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class NoticeRule:
    """How long before departure a carrier may want to be told.

    >>> rule = NoticeRule(id="own_device", what="ventilator", hours=48, jurisdictions=["US"])
    >>> rule.hours
    48

    Attributes:
        id: the id other values refer to; a term.
        what: what it has to be told of; a term.
        hours: how many hours before departure, at most.
        check_in_hours: how much earlier than others the client may have to check in; `None`: no
            such thing is known.
        is_international: True: only between countries; False: only within one; `None`: both.
        is_if_offered: whether the carrier need not offer it at all.
        jurisdictions: the law that says so, for legs that begin or end there; `None`: anywhere.
        remark: what a reader has to know, in our own words.
        sources: what it rests on.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    what: str = field(converter=term)
    hours: int = field(validator=hours)
    check_in_hours: int | None = field(default=None, validator=optional_hours)
    is_international: bool | None = None
    is_if_offered: bool = False
    jurisdictions: tuple[Jurisdiction, ...] | None = field(
        default=None, converter=optional_jurisdictions
    )
    remark: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def applies(self, leg: Leg, /) -> Verdict:
        """Whether it holds for that leg, flown with an airline; *unknown* is for the careful."""
        return all_of((by_airline(leg), under(leg, self.jurisdictions), self._is_of_kind(leg)))

    def _is_of_kind(self, leg: Leg, /) -> Verdict:
        wanted, crosses = self.is_international, leg.is_international
        if wanted is None:
            return Verdict.MET
        return verdict_of(None if crosses is None else crosses is wanted)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class NoticeNeeded:
    """That a carrier may want to be told of something before a leg, and by when.

    Attributes:
        leg: id of the leg.
        rule: id of the rule.
        what: what it has to be told of; a term.
        verdict: met: the rule holds for the leg; *unknown*: it may.
        hours: how many hours before departure.
        departs: when the leg begins; `None`: unknown.
        is_if_offered: whether the carrier need not offer it at all.

    .. versionadded:: 0.1
    """

    leg: LegId = field(converter=leg_id)
    rule: str = field(converter=term)
    what: str = field(converter=term)
    verdict: Verdict
    hours: int = field(validator=hours)
    departs: datetime | None = None
    is_if_offered: bool = False

    @property
    def deadline(self) -> Deadline | None:
        """By when it has to be told; None if nobody knows when the leg begins."""
        if self.departs is None:
            return None
        notice = Offset(hours=-self.hours)
        return Deadline(id=f"{self.rule} of {self.leg}", started=self.departs, allowance=notice)


def things_to_announce(journey: Journey, /) -> tuple[str, ...]:
    """What a carrier may want to be told of, by what a journey says: terms, each once.

    All equipment; a stretcher for whoever cannot sit upright; oxygen of the carrier for whoever
    needs oxygen and takes no concentrator along; a ventilator; and the medical form, if one of
    these is there or a clinician goes along. What is unknown is left out, so ask `needed_escort`
    first. The list is carecore's own.

    >>> things_to_announce(Journey(id="j-1", client_id="c-1", needs=TravelNeed(oxygen=True)))
    ('carrier_oxygen', 'medical_form')

    .. versionadded:: 0.1
    """
    require_instance(journey, Journey, name="the journey")
    taken = [item.what for item in journey.equipment]
    needs = TravelNeed() if journey.needs is None else journey.needs
    level = EscortLevel.NONE if journey.escort_level is None else journey.escort_level
    if level is EscortLevel.STRETCHER_TEAM or needs.seated_upright is False:
        taken.append("stretcher")
    if needs.ventilator:
        taken.append("ventilator")
    if needs.oxygen and "oxygen_concentrator" not in taken:
        taken.append("carrier_oxygen")
    if level >= EscortLevel.NURSE or not _CLINICAL.isdisjoint(taken):
        taken.append("medical_form")
    return tuple(dict.fromkeys(taken))


def notices_needed(
    journey: Journey,
    /,
    *,
    rules: Iterable[NoticeRule],
    things: Iterable[str] | None = None,
) -> tuple[NoticeNeeded, ...]:
    """What carriers may want to be told before each leg, in the order of legs and rules.

    A rule that surely does not hold for a leg is left out; one that may is there as *unknown*.

    >>> rule = NoticeRule(id="own_device", what="ventilator", hours=48, jurisdictions=["US"])
    >>> from carecore.travel import TravelMode
    >>> leg = Leg(
    ...     id="l-1",
    ...     mode=TravelMode.AIR,
    ...     from_place="US-FL",
    ...     departs=datetime.fromisoformat("2026-12-03T09:00:00-05:00"),
    ... )
    >>> journey = Journey(id="j-1", client_id="c-1", legs=[leg])
    >>> (notice,) = notices_needed(journey, rules=[rule], things=["ventilator"])
    >>> notice.deadline.due().isoformat()
    '2026-12-01T09:00:00-05:00'

    Args:
        journey: the journey.
        rules: the rules to reckon with, such as those of the catalogue.
        things: what goes along or is needed, as terms; `None`: see `things_to_announce`.

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    known = each_of(rules, NoticeRule)
    named = things_to_announce(journey) if things is None else terms(things)
    return tuple(
        NoticeNeeded(
            leg=leg.id,
            rule=rule.id,
            what=rule.what,
            verdict=verdict,
            hours=rule.hours,
            departs=leg.departs,
            is_if_offered=rule.is_if_offered,
        )
        for leg in journey.legs
        for rule in known
        if rule.what in named and (verdict := rule.applies(leg)) is not Verdict.NOT_MET
    )
