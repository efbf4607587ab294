"""The answer to "who takes over?": a successor for each client, or the reason why there is none."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    ProfessionalId,
    RoleId,
    client_id,
    in_words,
    listed,
    professional_id,
    role_id,
)
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.plan_ids import GateId, gate_id, optional_professional_id, optional_role_id
from carecore.base.reasons import OwnChoice
from carecore.matching.allocations import Allocation
from carecore.matching.placements import Unplaced
from carecore.matching.sharing import Bond

__all__ = ["CaseloadHandOver", "Succession"]

_PACKET: Final = OwnChoice(
    "what is handed over to another professional is what is handed over in a move: the gates of "
    "the catalogue that a hand-over shows"
)


def _gate_ids(values: Iterable[str], /) -> tuple[GateId, ...]:
    return listed(values, gate_id, kind="gate")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Succession:
    """Who takes over one client in one role, from when, and with what.

    >>> succession = Succession(
    ...     client_id="c-1",
    ...     role="care_manager",
    ...     successor="p-2",
    ...     starts=date(2026, 12, 1),
    ...     last_day=date(2026, 12, 4),
    ... )
    >>> succession.overlap_days, succession.gap_days
    (4, 0)

    Attributes:
        client_id: id of the client.
        role: id of the role.
        successor: id of who takes over; `None`: nobody, the client waits.
        starts: the first day of the successor; `None`: there is no successor.
        last_day: the last day on which the leaver serves; `None`: unknown.
        packet: ids of the gates that show that the hand-over was done.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    successor: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    starts: date | None = None
    last_day: date | None = None
    packet: tuple[GateId, ...] = field(default=(), converter=_gate_ids)

    @property
    def overlap_days(self) -> int | None:
        """On how many days both serve; `None` if the leaver's last day is unknown."""
        if self.starts is None:
            return 0
        return None if self.last_day is None else max((self.last_day - self.starts).days + 1, 0)

    @property
    def gap_days(self) -> int | None:
        """On how many days nobody serves; `None` if that cannot be told.

        It cannot where the leaver's last day is unknown, or nobody takes over: then the gap has
        no end.
        """
        if self.starts is None or self.last_day is None:
            return None
        return max((self.starts - self.last_day).days - 1, 0)

    @property
    def has_open_gap(self) -> bool:
        """Whether nobody takes over: after the leaver's last day nobody serves, without an end."""
        return self.starts is None


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CaseloadHandOver(Faces):
    """Who takes over whom; nobody vanishes: each client has a successor, waits, or is missing.

    Attributes:
        leaver: id of who gives the clients up.
        role: id of the role that is given up; `None`: all.
        as_of: the first day of the successors.
        last_day: the last day of the leaver; `None`: unknown.
        successions: what becomes of each client, in the order of their ids.
        missing: whom the leaver has as well, but nothing is known of them: they stood not among
            the clients, and somebody has to look after them.
        kept: who keeps whom; nothing changes for them.
        shared_out: how the clients who are handed over were shared out, with costs and
            certificate; the caseloads in it count those who are kept as held already.

    .. versionadded:: 0.1
    """

    leaver: ProfessionalId = field(converter=professional_id)
    role: RoleId | None = field(default=None, converter=optional_role_id)
    as_of: date
    last_day: date | None = None
    successions: tuple[Succession, ...] = ()
    missing: tuple[Bond, ...] = ()
    kept: tuple[Bond, ...] = ()
    shared_out: Allocation

    @property
    def bonds(self) -> tuple[Bond, ...]:
        """Who serves whom afterwards, all of them: what the next allocation takes as `previous`.

        Who is missing stays with the leaver until somebody hands them over, too; who waits has
        nobody.
        """
        after = (*self.kept, *self.missing, *self.shared_out.bonds)
        return tuple(sorted(after, key=_by_client))

    @property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """The clients whom nobody takes over, and why."""
        return self.shared_out.unplaced

    def outline(self, *, full: bool = False) -> Outline:
        """The hand-over as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        what = f"Who takes over from {self.leaver} (as of {self.as_of.isoformat()})"
        return Outline(what, (*self._parts(), *self.shared_out.outline().parts))

    def _parts(self) -> Iterator[Part]:
        waiting = sum(one.has_open_gap for one in self.successions)
        until = "not known" if self.last_day is None else self.last_day.isoformat()
        given_up = "every role" if self.role is None else in_words(self.role)
        yield Paragraph(
            f"Given up: {given_up}. Taken over: {len(self.successions) - waiting}. "
            f"Waiting: {waiting}. Missing: {len(self.missing)}. Kept as they are: "
            f"{len(self.kept)}. Last day of {self.leaver}: {until}. "
            f"Nothing new comes to {self.leaver}, who is left out of the pool."
        )
        if self.missing:
            lines = [f"{one.client_id} ({in_words(one.role)})" for one in self.missing]
            yield Section("Who is missing among the clients", (Items(lines),))
        if self.successions:
            yield Section("Who takes over whom", (_told(self.successions),))
            packets = Items(list(_packets(self.successions)))
            yield Section("What is handed over", (packets, Paragraph(f"{_PACKET}.")))


def _by_client(one: Bond, /) -> tuple[str, str]:
    return str(one.client_id), str(one.role)


def _told(successions: tuple[Succession, ...], /) -> Table:
    columns = ("client", "role", "successor", "from", "overlap in days", "gap in days")
    return Table(
        columns,
        [
            (
                one.client_id,
                in_words(one.role),
                one.successor,
                None if one.starts is None else one.starts.isoformat(),
                one.overlap_days,
                "no end" if one.has_open_gap else one.gap_days,
            )
            for one in successions
        ],
    )


def _packets(successions: tuple[Succession, ...], /) -> Iterator[str]:
    """What is handed over, and of whom: each packet is named once."""
    whose: dict[tuple[GateId, ...], dict[str, None]] = {}
    for one in successions:
        whose.setdefault(one.packet, {})[str(one.client_id)] = None
    for packet, clients in whose.items():
        yield f"{', '.join(map(in_words, packet)) or 'nothing'}: {', '.join(clients)}"
