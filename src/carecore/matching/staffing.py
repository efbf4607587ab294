"""How far a pool goes for a panel: who is placed, who waits for what, and who is to be added."""

from collections.abc import Iterator
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import ClientId, ProfessionalId, RoleId, client_id, in_words, role_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.plan_ids import client_ids, professional_ids
from carecore.base.reasons import OwnChoice, grouped_sources
from carecore.matching.allocations import Allocation
from carecore.matching.finding_out import ToFindOut
from carecore.matching.fits import counted
from carecore.matching.placements import UnplacedBecause
from carecore.matching.profiles import Profile
from carecore.matching.topping_up import MOST_PROFILES
from carecore.people import Professional

__all__ = ["OutOfReach", "PoolGap", "Staffing"]

_GREEDY: Final = OwnChoice(
    "of all profiles, the one with which one person more lets the most be placed comes first; then "
    "whoever can be left out is left out, and whatever need not be asked is not asked"
)
_ONE_PERSON: Final = OwnChoice(
    "of one person no more than one language, one licence of each kind, and several places only "
    "with a multistate licence are asked"
)
_FIND_OUT_FIRST: Final = OwnChoice(
    "for whom it is only not known whether somebody fits, nobody is looked for: find out first"
)
_AT_MOST: Final = OwnChoice(
    f"{MOST_PROFILES} profiles are told of at most, those that help most first; whoever waits "
    "beyond that is named"
)
_SOURCES: Final = (_AT_MOST, _GREEDY, _ONE_PERSON, _FIND_OUT_FIRST)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class PoolGap:
    """People who are missing in a pool: so many of one profile, and what they would change.

    The numbers hold if all gaps that are told before it are closed too.
    A client who wants two roles counts for each of them.

    Attributes:
        profile: what each of them has to have.
        people: ids under which they were tried, one for each; nobody else has these.
        placed_more: how many more would be placed.
        clients: ids of the clients who wait before and would be placed.
        waiting_instead: ids of the clients who are placed before and would wait; there are some
            only where clients take up different numbers of points.
        nobody_fits: how many of those who would be placed wait because nobody fits.
        no_room: how many of them wait because all who fit are full.
        not_known: of how many of them it is only not known whether somebody fits.
        full: ids of those in the pool who would do for some of them, had they more room.

    .. versionadded:: 0.1
    """

    profile: Profile
    people: tuple[ProfessionalId, ...] = field(converter=professional_ids)
    placed_more: int = field(validator=counted)
    clients: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    waiting_instead: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    nobody_fits: int = field(default=0, validator=counted)
    no_room: int = field(default=0, validator=counted)
    not_known: int = field(default=0, validator=counted)
    full: tuple[ProfessionalId, ...] = field(default=(), converter=professional_ids)

    def professionals(self) -> tuple[Professional, ...]:
        """These people as they would stand in a pool; nobody of them is real."""
        return tuple(self.profile.professional(one) for one in self.people)

    def __str__(self) -> str:
        """How many of whom would place how many more."""
        name = self.profile.name if len(self.people) == 1 else _several(self.profile.name)
        what = "client" if len(self.clients) >= self.placed_more else "opening"
        more = f"{self.placed_more} more {what if self.placed_more == 1 else _several(what)}"
        conditions = self.profile.conditions
        asked = f", if {conditions}" if conditions else ""
        return f"{len(self.people)} more {name} would place {more}{asked}"


def _several(name: str, /) -> str:
    return name if name.endswith("s") else f"{name}s"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class OutOfReach:
    """A client who waits, and for whom nobody can be described who would do.

    Attributes:
        client_id: id of the client.
        role: id of the role.
        criteria: ids of the hard criteria that nobody new would meet.
        text: the same in words.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    criteria: tuple[str, ...]
    text: str = field(validator=filled_text)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Staffing(Faces):
    """How far a pool goes for a panel, and who would have to be added.

    Attributes:
        allocation: who would get whom in the pool as it is; who waits, and why.
        gaps: who would have to be added, in the order in which it helps most.
        to_find_out: the facts for which clients wait, and nobody has to be added.
        out_of_reach: the clients for whom nobody can be described who would do.
        still_waiting: ids of the clients who would wait all the same with everybody added, although
            somebody can be described who would do: more profiles would be needed than are told
            of, or clients who take up different numbers of points leave gaps in the caseloads.

    .. versionadded:: 0.1
    """

    allocation: Allocation
    gaps: tuple[PoolGap, ...] = ()
    to_find_out: tuple[ToFindOut, ...] = ()
    out_of_reach: tuple[OutOfReach, ...] = ()
    still_waiting: tuple[ClientId, ...] = field(default=(), converter=client_ids)

    @property
    def waiting(self) -> tuple[ClientId, ...]:
        """Ids of the clients for whom somebody is still wanted in at least one role."""
        ids = (one.client_id for one in self.allocation.unplaced if one.role is not None)
        return tuple(dict.fromkeys(ids))

    @property
    def placed(self) -> tuple[ClientId, ...]:
        """Ids of the clients who have somebody in every role that they want."""
        waiting = frozenset(self.waiting)
        ids = (one.client_id for one in self.allocation.placements)
        return tuple(one for one in dict.fromkeys(ids) if one not in waiting)

    @property
    def not_to_engage(self) -> tuple[ClientId, ...]:
        """Ids of the clients for whom nobody has to be engaged."""
        no_role = UnplacedBecause.NO_ROLE
        return tuple(one.client_id for one in self.allocation.unplaced if one.because is no_role)

    @property
    def placed_more(self) -> int:
        """How many more would be placed with everybody added."""
        return sum(one.placed_more for one in self.gaps)

    def added(self) -> tuple[Professional, ...]:
        """Everybody who would have to be added, to share out again: nobody of them is real."""
        return tuple(one for gap in self.gaps for one in gap.professionals())

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it shows ids and what is asked, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        day = self.allocation.as_of.isoformat()
        return Outline(f"How far the pool goes (as of {day})", tuple(self.parts()))

    def parts(self) -> Iterator[Part]:
        """What the outline is made of."""
        waits = self.allocation.unplaced
        number = {one: sum(each.because is one for each in waits) for one in UnplacedBecause}
        yield Paragraph(
            f"Placed: {len(self.placed)} clients. Waiting: {len(self.waiting)}. Nobody has to be "
            f"engaged: {len(self.not_to_engage)}."
        )
        rows = [(in_words(one.value), many) for one, many in number.items() if many]
        if rows:
            yield Section("Why they wait", (Table(("why", "openings"), rows),))
        if self.gaps:
            yield Section("Who is to be added", tuple(self._gaps()))
        if self.to_find_out:
            items = [f"{one}: {', '.join(one.clients)}" for one in self.to_find_out]
            yield Section("What is to be found out first", (Items(items),))
        if self.out_of_reach:
            items = [f"{one.client_id}: {one.text}" for one in self.out_of_reach]
            yield Section("For whom nobody can be described", (Items(items),))
        if self.still_waiting:
            yield Section("Who would wait all the same", (Items(self.still_waiting),))
        yield Section("How the gaps are found", (Items(grouped_sources(_SOURCES)),))

    def _gaps(self) -> Iterator[Part]:
        yield Items([str(one) for one in self.gaps])
        columns = ("people", "role", "placed more", "nobody fits", "no room", "not known", "full")
        yield Table(
            columns,
            [
                (
                    len(one.people),
                    one.profile.name,
                    one.placed_more,
                    one.nobody_fits,
                    one.no_room,
                    one.not_known,
                    ", ".join(one.full) or None,
                )
                for one in self.gaps
            ],
        )
        told = (reason.text for one in self.gaps for reason in one.profile.assumptions)
        yield Items(list(dict.fromkeys(told)))
