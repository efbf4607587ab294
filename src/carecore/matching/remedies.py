"""What would have to change for a pair to fit: single changes, as values that can be applied."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, combinations
from typing import Final, TypeVar, final

import attrs
from attrs import field, frozen

from carecore.base.amounts import Money
from carecore.base.checks import filled_text, require_instance, whole_number
from carecore.base.fields import checked
from carecore.base.identity import (
    CareSettingId,
    CredentialId,
    in_words,
    optional_care_setting_id,
)
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.base.own_words import optional_area_id
from carecore.base.privacy import PrivateRepr
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.credentials import HeldCredential, Licence, licence_holds
from carecore.matching.looks import points_wanted
from carecore.matching.openings import Opening, tightest
from carecore.matching.scope import (
    Way,
    certifications_wanted,
    is_licensed,
    moving_settings,
    ways_of,
)
from carecore.people import (
    Client,
    LanguageSkill,
    LimitChange,
    Professional,
    WeeklyHours,
    join_hours,
)
from carecore.roles import PayerKind

__all__ = [
    "Pair",
    "Remedy",
    "apply_all",
    "for_caseload",
    "for_certification",
    "for_hours",
    "for_jurisdiction",
    "for_licence",
    "for_setting",
    "for_travel",
]

T = TypeVar("T")

_MOST: Final = 10**12


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Pair(PrivateRepr):
    """One client, one professional, and the day on which they are looked at.

    >>> pair = Pair(
    ...     client=Client(id="c-1"), professional=Professional(id="p-1"), as_of=date(2026, 11, 23)
    ... )
    >>> pair
    <Pair <Client c-1>, <Professional p-1> as of 2026-11-23>

    Attributes:
        client: the client.
        professional: the professional.
        as_of: the day.

    .. versionadded:: 0.1
    """

    client: Client
    professional: Professional
    as_of: date

    def __repr__(self) -> str:
        """Who, and when."""
        return f"<Pair {self.client!r}, {self.professional!r} as of {self.as_of.isoformat()}>"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Remedy:
    """One thing that would have to change, or to become known, for a pair to fit.

    Whatever is given comes to what the professional has already.

    >>> remedy = Remedy(criterion="language", text="speaks pt", language="pt")
    >>> pair = Pair(
    ...     client=Client(id="c-1"),
    ...     professional=Professional(id="p-1", languages=("en",)),
    ...     as_of=date(2026, 11, 23),
    ... )
    >>> remedy.apply(pair).professional.languages
    ('en', 'pt')

    Attributes:
        criterion: id of the criterion that asks for it.
        text: the change in words, to follow "if".
        licence: a licence that is held.
        credential: a certification or membership that is held.
        language: a language that is spoken; a BCP 47 tag.
        setting: id of a care setting that is served.
        jurisdiction: where the person works as well.
        hours: hours available in a week.
        week: when in the week they have time as well, by their own clock.
        points: caseload points that are free.
        skill: how well a language is spoken, in place of what was known of it.
        area: id of an area that is served.
        base_area: id of the area from which they set out.
        acuity: the highest acuity they take on.
        payer: whose pay they accept.
        rate: what an hour costs.
        starts: the later day on which the two begin.

    .. versionadded:: 0.1
    """

    criterion: str = field(validator=filled_text)
    text: str = field(validator=filled_text)
    licence: Licence | None = None
    credential: HeldCredential | None = None
    language: str | None = None
    setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    jurisdiction: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)
    hours: int | None = field(default=None, validator=whole_number)
    week: tuple[WeeklyHours, ...] = ()
    points: int | None = field(default=None, validator=whole_number)
    skill: LanguageSkill | None = None
    area: str | None = field(default=None, converter=optional_area_id)
    base_area: str | None = field(default=None, converter=optional_area_id)
    acuity: int | None = field(default=None, validator=whole_number)
    payer: PayerKind | None = None
    rate: Money | None = None
    starts: date | None = None

    def apply(self, pair: Pair, /) -> Pair:
        """The pair after this change.

        Raises:
            WrongType: if *pair* is no pair.
        """
        known = require_instance(pair, Pair, name="the pair")
        day = known.as_of if self.starts is None else self.starts
        after = self._asked_for(self._held(known.professional))
        if self.points is not None:
            after = _with_room(after, self.points, day)
        return attrs.evolve(known, professional=after, as_of=day)

    def _held(self, person: Professional, /) -> Professional:
        """*person* with what is held, spoken and served now."""
        skill = self.skill
        spoken = self.language if skill is None else skill.language
        kept = tuple(one for one in person.language_skills if skill and one.language != spoken)
        return attrs.evolve(
            person,
            licences=_joined(person.licences, self.licence),
            credentials=_joined(person.credentials, self.credential),
            languages=_joined(_joined(person.languages, self.language), spoken),
            language_skills=person.language_skills if skill is None else (*kept, skill),
            settings=_joined(person.settings, self.setting),
            jurisdictions=_joined(person.jurisdictions, self.jurisdiction),
            areas=_joined(person.areas, self.area),
            payers=_joined(person.payers, self.payer),
        )

    def _asked_for(self, person: Professional, /) -> Professional:
        """*person* with the hours, the area they set out from, the acuity and the rate now."""
        hours = person.hours
        if self.hours:
            # Whoever has hours has them at some time, and nobody has said when.
            hours = hours or None
        if self.week:
            hours = join_hours((*(hours or ()), *self.week))
        return attrs.evolve(
            person,
            weekly_hours=person.weekly_hours if self.hours is None else self.hours,
            hours=hours,
            base_area=self.base_area or person.base_area,
            highest_acuity=person.highest_acuity if self.acuity is None else self.acuity,
            rate=person.rate if self.rate is None else self.rate,
        )


def apply_all(remedies: Iterable[Remedy], pair: Pair, /) -> Pair:
    """*pair* after all of the changes, one after the other.

    >>> pair = Pair(
    ...     client=Client(id="c-1"), professional=Professional(id="p-1"), as_of=date(2026, 11, 23)
    ... )
    >>> apply_all([], pair) == pair
    True
    """
    for remedy in remedies:
        pair = remedy.apply(pair)
    return pair


def _joined(known: tuple[T, ...] | None, new: T | None, /) -> tuple[T, ...] | None:
    if new is None:
        return known
    return tuple(dict.fromkeys((*(known or ()), new)))


def _with_room(person: Professional, points: int, day: date, /) -> Professional:
    """*person* with so many points free: what is held goes first, then the limit is raised."""
    limit, load = person.limit_on(day), person.caseload
    least = min(load or 0, _MOST - points) if limit is None else max(limit - points, 0)
    held = least if load is None else min(load, least)
    return _with_limit(attrs.evolve(person, caseload=held), max(limit or 0, held + points), day)


def _with_limit(person: Professional, limit: int, day: date, /) -> Professional:
    """*person*, who takes on so many points that day at least; the rest stays as it is."""
    if person.limit_on(day) == limit:
        return person
    now = [one for one in person.limit_changes if one.period.contains(day)]
    if now:
        changes = (
            LimitChange(period=one.period, to_points=limit) if one in now else one
            for one in person.limit_changes
        )
        return attrs.evolve(person, limit_changes=tuple(changes))
    full = -(-limit * 100 // (person.part_time or 100))
    if full > _MOST:
        return attrs.evolve(person, caseload_limit=limit, part_time=None)
    return attrs.evolve(person, caseload_limit=full)


def for_jurisdiction(
    criterion: str, _: Professional, opening: Opening, __: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Working where the client is, if that is known."""
    place = opening.client.jurisdiction
    if place is not None:
        yield Remedy(criterion=criterion, text=f"they work in {place}", jurisdiction=place)


def for_setting(
    criterion: str, _: Professional, opening: Opening, __: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Serving the care setting the client is in, if that is known."""
    setting = opening.client.setting
    if setting is not None:
        text = f"they come to {in_words(setting)}"
        yield Remedy(criterion=criterion, text=text, setting=setting)


def for_hours(
    criterion: str, _: Professional, __: Opening, ___: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Having an hour."""
    yield Remedy(criterion=criterion, text="they have at least 1 hour a week", hours=1)


def for_caseload(
    criterion: str, professional: Professional, opening: Opening, _: tuple[str, ...], /
) -> Iterator[Remedy]:
    """As many free points as the client takes up, unless it is only absence that takes them."""
    wanted, limit, load = (
        points_wanted(opening),
        professional.limit_on(opening.as_of),
        professional.caseload,
    )
    free = None if limit is None or load is None else limit - load
    if free is None:
        text = f"{_counted(wanted)} known to be free"
        yield Remedy(criterion=criterion, text=text, points=wanted)
    elif free < wanted:
        text = f"{_counted(wanted)} free, {wanted - free} more than now"
        yield Remedy(criterion=criterion, text=text, points=wanted)


def _counted(points: int, /) -> str:
    return f"{points} caseload point{' is' if points == 1 else 's are'}"


def for_certification(
    criterion: str, _: Professional, opening: Opening, ids: tuple[str, ...], /
) -> Iterator[Remedy]:
    """The first certification that is wanted."""
    for wanted in certifications_wanted(opening, ids)[:1]:
        held = HeldCredential(credential=wanted, period=Period(opening.as_of))
        yield Remedy(criterion=criterion, text=f"they are certified as {wanted}", credential=held)


def for_licence(
    criterion: str, professional: Professional, opening: Opening, _: tuple[str, ...], /
) -> Iterator[Remedy]:
    """The fewest licences that open every duty where the client is."""
    here = (opening.client.jurisdiction, opening.as_of)
    yield from _licences(criterion, professional, opening, (here,), opening.licences)


def for_travel(
    criterion: str, professional: Professional, opening: Opening, _: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Going along at all, and the fewest licences at both ends of every leg."""
    settings = moving_settings(opening)
    if set(settings).isdisjoint(professional.settings or ()):
        for setting in settings[:1]:
            text = f"they go along on journeys ({in_words(setting)})"
            yield Remedy(criterion=criterion, text=text, setting=setting)
    moving = tuple(demand for demand in opening.asked if demand.duty.on_the_move)
    yield from _licences(criterion, professional, opening, ways_of(opening), tightest(moving))


def _licences(  # noqa: PLR0917 # all that a licence depends on
    criterion: str,
    professional: Professional,
    opening: Opening,
    ways: tuple[Way, ...],
    gates: tuple[tuple[CredentialId, ...], ...],
    /,
) -> Iterator[Remedy]:
    person = professional
    for way in ways:
        place, day = way
        if place is None:
            continue
        lacking = [
            gate for gate in gates if is_licensed(person, opening, gate, way) is not Verdict.MET
        ]
        for credential in _fewest(lacking, person, opening):
            licence = _licence(credential, person, opening, place, day)
            kind = "multistate licence" if licence.multistate else "licence"
            name = opening.catalogue.credential(credential).name
            text = f"they hold a {kind} of {licence.jurisdiction} as {name} on {day}"
            yield Remedy(criterion=criterion, text=text, licence=licence)
            person = attrs.evolve(person, licences=(*(person.licences or ()), licence))


def _fewest(
    gates: list[tuple[CredentialId, ...]], person: Professional, opening: Opening, /
) -> tuple[CredentialId, ...]:
    """The fewest licences that pass every gate; of equals, what is held elsewhere comes first."""
    held = {one.credential for one in person.licences or ()}
    usual = opening.entry.licences
    every = tuple(dict.fromkeys((*usual, *chain.from_iterable(gates))))
    known = sorted(every, key=lambda one: (one not in held, every.index(one)))
    # With one licence for each gate all of them are passed.
    return next(
        chosen
        for number in range(len(gates) + 1)
        for chosen in combinations(known, number)
        if all(not set(gate).isdisjoint(chosen) for gate in gates)
    )


def _licence(  # noqa: PLR0917 # all that a licence depends on
    credential: CredentialId,
    person: Professional,
    opening: Opening,
    place: Jurisdiction,
    day: date,
    /,
) -> Licence:
    """A licence that holds there: one of the person's own made multistate, or else a new one."""
    compacts = opening.catalogue.compacts
    for own in person.licences or ():
        wider = attrs.evolve(own, multistate=True, number="")
        if own.credential == credential and (
            licence_holds(wider, place, as_of=day, compacts=compacts) is Verdict.MET
        ):
            return wider
    first = min(day, opening.as_of)
    return Licence(credential=credential, jurisdiction=place, period=Period(first))
