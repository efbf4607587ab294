"""Pairing by the preferences of both sides, so that no two would rather have each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import in_order, require_instance, tuple_of_texts
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    PersonId,
    ProfessionalId,
    client_id,
    person_id,
    professional_id,
)
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.plan_ids import client_ids, professional_ids
from carecore.base.reasons import Citation, OwnChoice, Source, at, grouped_sources
from carecore.errors import CareError, InvalidValue
from carecore.flows.stable import (
    Preferences,
    blocking_pairs,
    illegal,
    pair_for_clients,
    pair_for_professionals,
)
from carecore.matching.advise import refuse
from carecore.matching.fits import counted
from carecore.matching.sharing_out import all_at

__all__ = ["OneSided", "Pairing", "PairingSide", "Preference", "StablePair", "pair_stably"]

_TIES: Final = OwnChoice("who is level is taken in the order of ids; no pair gains on both sides")
_SOURCES: Final[tuple[Source, ...]] = (
    Citation(
        authority="American Mathematical Monthly",
        section="Gale and Shapley, College Admissions and the Stability of Marriage, 69(1), 9-15",
        address="https://doi.org/10.2307/2312726",
        edition="1962",
        verified=False,
    ),
    _TIES,
)


class PairingSide(Enum):
    """Whose wishes come first among all stable pairings.

    .. versionadded:: 0.1
    """

    CLIENTS = "clients"
    PROFESSIONALS = "professionals"


def _levels(values: Iterable[Iterable[str]], /) -> tuple[tuple[str, ...], ...]:
    """The levels of an order, in each of which nobody stands who stood before."""
    levels: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for index, value in enumerate(in_order(values, of="levels of ids")):
        try:
            level = tuple_of_texts(value)
        except CareError as fault:
            raise fault.below(at("$", index)) from None
        for one in level:
            if one in seen:
                what = f"{one!r} stands twice in the order"
                place = at("$", index)
                raise InvalidValue(what, place=place, advice="Maybe remove one of the two")
            seen.add(one)
        levels.append(level)
    return tuple(levels)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Preference:
    """Whom one person would have, and in which order.

    >>> Preference(person_id="c-1", order=(("p-1",), ("p-2", "p-3"))).accepts
    ('p-1', 'p-2', 'p-3')

    Attributes:
        person_id: id of the client or professional.
        order: ids of those whom the person would have, the best first; who stand together are
            level, and who is left out is not wanted.
        places: how many a professional takes; a client has one.

    Raises:
        InvalidValue: if an id has no meaning, or stands twice.

    .. versionadded:: 0.1
    """

    person_id: PersonId = field(converter=person_id)
    order: tuple[tuple[str, ...], ...] = field(default=(), converter=_levels)
    places: int = field(default=1, validator=counted)

    @property
    def accepts(self) -> tuple[str, ...]:
        """Ids of all whom the person would have, the best first."""
        return tuple(one for level in self.order for one in level)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class StablePair:
    """A client and a professional who are paired.

    Attributes:
        client_id: id of the client.
        professional_id: id of the professional.
        place_of_professional: at which place the professional stands for the client; 1 is the best.
        place_of_client: at which place the client stands for the professional.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    professional_id: ProfessionalId = field(converter=professional_id)
    place_of_professional: int = field(validator=counted)
    place_of_client: int = field(validator=counted)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class OneSided:
    """A client and a professional of whom only one would have the other.

    Attributes:
        client_id: id of the client.
        professional_id: id of the professional.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    professional_id: ProfessionalId = field(converter=professional_id)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Pairing(Faces):
    """Who is paired with whom; no client and professional would both rather have each other.

    Stable is neither "as many as possible" nor "the best all together".

    Attributes:
        favours: whose wishes come first among all stable pairings.
        pairs: who is paired, in the order of the clients' ids.
        alone: ids of the clients who have nobody.
        free: ids of the professionals who have places left.
        one_sided: of whom only one would have the other.

    .. versionadded:: 0.1
    """

    favours: PairingSide
    pairs: tuple[StablePair, ...] = ()
    alone: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    free: tuple[ProfessionalId, ...] = field(default=(), converter=professional_ids)
    one_sided: tuple[OneSided, ...] = ()

    def outline(self, *, full: bool = False) -> Outline:
        """The pairing as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        return Outline(f"Who is paired with whom ({self.favours.value} first)", (*self._parts(),))

    def _parts(self) -> Iterator[Part]:
        yield Paragraph(
            f"Pairs: {len(self.pairs)}. Clients alone: {len(self.alone)}. "
            f"Professionals with places left: {len(self.free)}."
        )
        if self.pairs:
            columns = ("client", "professional", "choice of the client", "of the professional")
            rows = [
                (
                    one.client_id,
                    one.professional_id,
                    one.place_of_professional,
                    one.place_of_client,
                )
                for one in self.pairs
            ]
            yield Section("Pairs", (Table(columns, rows),))
        if self.alone:
            yield Section("Clients who have nobody", (Items(self.alone),))
        if self.one_sided:
            told = (f"{one.client_id} and {one.professional_id}" for one in self.one_sided)
            yield Section("Only one of the two would have the other", (Items(told),))
        yield Section("Sources", (Items(grouped_sources(_SOURCES)),))


def pair_stably(
    clients: Iterable[Preference],
    professionals: Iterable[Preference],
    /,
    *,
    favours: PairingSide = PairingSide.CLIENTS,
) -> Pairing:
    """Who is paired with whom, so that no two would rather have each other.

    Of all such pairings, it is the one that is best for every client, or for every professional.
    Whoever is level is taken in the order of ids; then no pair gains on both sides.
    Nobody is left out: who has nobody is told, and where only one would have the other as well.

    >>> found = pair_stably(
    ...     [
    ...         Preference(person_id="c-1", order=[["p-1"], ["p-2"]]),
    ...         Preference(person_id="c-2", order=[["p-1"]]),
    ...     ],
    ...     [
    ...         Preference(person_id="p-1", order=[["c-2"], ["c-1"]]),
    ...         Preference(person_id="p-2", order=[["c-1"]]),
    ...     ],
    ... )
    >>> [(one.client_id, one.professional_id) for one in found.pairs]
    [('c-1', 'p-2'), ('c-2', 'p-1')]

    Args:
        clients: whom each client would have.
        professionals: whom each professional would have, and for how many there is room.
        favours: whose wishes come first.

    Raises:
        WrongType: if something is no preference or no side.
        InvalidValue: if somebody stands twice, or would have somebody who is not there.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    require_instance(
        favours, PairingSide, name="whom it favours", advice="Maybe PairingSide.CLIENTS"
    )
    left = sorted(all_at("$clients", clients, Preference), key=_by_id)
    right = sorted(all_at("$professionals", professionals, Preference), key=_by_id)
    rows = {str(one.person_id): index for index, one in enumerate(left)}
    columns = {str(one.person_id): index for index, one in enumerate(right)}
    refuse(
        [
            *_faults("$clients", left, columns, "professional"),
            *_faults("$professionals", right, rows, "client"),
        ]
    )
    wishes = Preferences(
        clients=[_ranks(one, columns) for one in left],
        professionals=[_ranks(one, rows) for one in right],
        capacities=[one.places for one in right],
    )
    pair = pair_for_clients if favours is PairingSide.CLIENTS else pair_for_professionals
    found = pair(wishes)
    # Looked at by other code than the one that paired them.
    assert not illegal(wishes, found.places)
    assert not blocking_pairs(wishes, found.places)
    free = [one.places for one in right]
    for place in found.places:
        if place is not None:
            free[place] -= 1
    return Pairing(
        favours=favours,
        pairs=tuple(
            StablePair(
                client_id=left[index].person_id,
                professional_id=right[place].person_id,
                place_of_professional=wishes.clients[index][place] + 1,
                place_of_client=wishes.professionals[place][index] + 1,
            )
            for index, place in enumerate(found.places)
            if place is not None
        ),
        alone=tuple(left[index].person_id for index in found.unplaced),
        free=tuple(one.person_id for one, count in zip(right, free, strict=True) if count),
        one_sided=tuple(
            OneSided(client_id=left[index].person_id, professional_id=right[place].person_id)
            for index, place in found.one_sided
        ),
    )


def _by_id(one: Preference, /) -> str:
    return str(one.person_id)


def _ranks(one: Preference, places: Mapping[str, int], /) -> dict[int, int]:
    """The rank of each whom a person would have: how many levels are better."""
    return {places[who]: rank for rank, level in enumerate(one.order) for who in level}


def _faults(
    place: str, several: Sequence[Preference], others: Mapping[str, int], kind: str, /
) -> Iterator[CareError]:
    seen: set[str] = set()
    for one in several:
        if one.person_id in seen:
            what = f"{one.person_id!r} stands twice"
            yield InvalidValue(what, place=place, advice="Maybe remove one of the two")
        seen.add(str(one.person_id))
        for who in one.accepts:
            if who not in others:
                what = f"{one.person_id!r} would have {who!r}, and there is no such {kind}"
                advice = f"Maybe Preference(person_id={who!r}) is missing"
                yield InvalidValue(what, place=place, advice=advice)
