"""In what two allocations differ: who changes hands, why, and what it costs."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias, final

from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import ClientId, RoleId
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.plan_ids import client_ids
from carecore.matching.allocations import Allocation
from carecore.matching.broken_bonds import BrokenBecause, BrokenBond
from carecore.matching.proofs import Costs
from carecore.matching.reassignments import Reassignment
from carecore.matching.sharing import Bond

__all__ = ["AllocationDiff", "compare_allocations"]

_Key: TypeAlias = tuple[ClientId, RoleId]

_MOST_TOLD: Final = 50
"""Of so many clients the short outline tells, under each heading."""


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class AllocationDiff(Faces):
    """In what two allocations differ; nobody is elsewhere without being named.

    It is true where there is a difference, and false where there is none.

    Attributes:
        before: the day of the first.
        after: the day of the second.
        reassignments: the clients of both who are elsewhere, or wait now, or waited before.
        broken_bonds: those of them who had somebody before: why they do not stay, and at what
            price; as the second allocation says it, if it was told of the first.
        began: who serves whom in the second, of whom the first does not tell.
        ended: who served whom in the first, of whom the second does not tell.
        new_waiting: ids of the clients who wait in the second, and of whom the first does not tell.
        costs_before: what the first costs, part by part.
        costs_after: what the second costs, part by part.

    .. versionadded:: 0.1
    """

    before: date
    after: date
    reassignments: tuple[Reassignment, ...] = ()
    broken_bonds: tuple[BrokenBond, ...] = ()
    began: tuple[Bond, ...] = ()
    ended: tuple[Bond, ...] = ()
    new_waiting: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    costs_before: Costs
    costs_after: Costs

    def __bool__(self) -> bool:
        """Whether anybody is elsewhere, came or went."""
        return bool(self.reassignments or self.began or self.ended or self.new_waiting)

    @property
    def moved(self) -> tuple[Reassignment, ...]:
        """The clients who have somebody else now."""
        return tuple(one for one in self.reassignments if one.before and one.after)

    @property
    def newly_waiting(self) -> tuple[Reassignment, ...]:
        """The clients who had somebody and wait now."""
        return tuple(one for one in self.reassignments if one.after is None)

    @property
    def newly_placed(self) -> tuple[Reassignment, ...]:
        """The clients who waited and have somebody now."""
        return tuple(one for one in self.reassignments if one.before is None)

    def outline(self, *, full: bool = False) -> Outline:
        """The differences as an outline; *full* names everybody, however many there are.

        .. versionadded:: 0.1
        """
        title = f"What has changed ({self.before.isoformat()} to {self.after.isoformat()})"
        return Outline(title, tuple(self._parts(None if full else _MOST_TOLD)))

    def _parts(self, most: int | None, /) -> Iterator[Part]:
        yield Paragraph(
            f"Have somebody else: {len(self.moved)}. Wait now: {len(self.newly_waiting)}. "
            f"Placed now: {len(self.newly_placed)}. New: {len(self.began)}, and "
            f"{len(self.new_waiting)} who wait. Over: {len(self.ended)}."
        )
        for heading, told in (
            ("Who does not stay, and why", [one.text for one in self.broken_bonds]),
            ("Who is placed now", [one.text for one in self.newly_placed]),
            ("Who is new", [f"{one.client_id} with {one.professional_id}" for one in self.began]),
            ("Who is new and waits", [str(one) for one in self.new_waiting]),
            ("What is over", [f"{one.client_id} with {one.professional_id}" for one in self.ended]),
        ):
            if told:
                yield Section(heading, (Items(_shortened(told, most)),))
        yield Section("What it costs", (_costs(self.costs_before, self.costs_after),))


def compare_allocations(before: Allocation, after: Allocation, /) -> AllocationDiff:
    """In what *after* differs from *before*: who is elsewhere, why, and what it costs.

    Each client who had somebody and does not stay has a reason, if *after* was shared out with
    *before* as `previous`; else it is told where that can be seen from the two, and that it is
    not told where it cannot.

    >>> from carecore.matching import STANDARD_POLICY, allocate
    >>> from carecore.people import Client, Professional
    >>> client = Client(id="c-1", setting="home_independent", needs=("visit_mother_weekly",))
    >>> pool = [
    ...     Professional(id=key, roles=["care_manager"], caseload_limit=2, caseload=0)
    ...     for key in ("p-1", "p-2")
    ... ]
    >>> told = {
    ...     "policy": STANDARD_POLICY.without("care_setting", "jurisdiction", "language"),
    ...     "as_of": date(2026, 11, 23),
    ... }
    >>> first = allocate([client], pool, **told)
    >>> second = allocate([client], pool[1:], previous=first, **told)
    >>> [one.text for one in compare_allocations(first, second).broken_bonds]
    ['c-1 goes from p-1 to p-2: p-1 is not in the pool']

    Raises:
        WrongType: if one of the two is no allocation.

    .. versionadded:: 0.1
    """
    first = require_instance(before, Allocation, name="the first")
    second = require_instance(after, Allocation, name="the second")
    was, has = _placed(first), _placed(second)
    asked, wanted = _asked(first), _asked(second)
    elsewhere = [key for key in sorted(asked & wanted) if _whom(was, key) != _whom(has, key)]
    return AllocationDiff(
        before=first.as_of,
        after=second.as_of,
        reassignments=tuple(
            Reassignment(
                client_id=key[0], role=key[1], before=_whom(was, key), after=_whom(has, key)
            )
            for key in elsewhere
        ),
        broken_bonds=tuple(
            _broken(was[key], has.get(key), second) for key in elsewhere if key in was
        ),
        began=tuple(bond for key, bond in sorted(has.items()) if key not in asked),
        ended=tuple(bond for key, bond in sorted(was.items()) if key not in wanted),
        new_waiting=tuple(
            dict.fromkeys(key[0] for key in sorted(wanted - asked) if key not in has)
        ),
        costs_before=first.costs,
        costs_after=second.costs,
    )


def _placed(allocation: Allocation, /) -> dict[_Key, Bond]:
    return {(one.client_id, one.role): one for one in allocation.bonds}


def _asked(allocation: Allocation, /) -> set[_Key]:
    """What was asked for: each client in each role."""
    waiting = {(one.client_id, one.role) for one in allocation.unplaced if one.role is not None}
    return waiting | _placed(allocation).keys()


def _whom(placed: dict[_Key, Bond], key: _Key, /) -> str | None:
    return str(placed[key].professional_id) if key in placed else None


def _broken(was: Bond, has: Bond | None, after: Allocation, /) -> BrokenBond:
    """Why a bond has not held, as far as it can be told."""
    for one in after.broken_bonds:
        if (one.client_id, one.role, one.before) == (was.client_id, was.role, was.professional_id):
            return one
    is_there = any(one.professional_id == was.professional_id for one in after.loads)
    return BrokenBond(
        client_id=was.client_id,
        role=was.role,
        before=was.professional_id,
        after=None if has is None else has.professional_id,
        because=BrokenBecause.NOT_TOLD if is_there else BrokenBecause.GONE,
    )


def _shortened(told: Sequence[str], most: int | None, /) -> list[str]:
    """The first of them, and how many more there are."""
    left = 0 if most is None else len(told) - most
    return [*told[:most], *([f"{left} more"] if left > 0 else [])]


def _costs(before: Costs, after: Costs, /) -> Table:
    rows = [
        ("fit", before.fit, after.fit),
        ("broken bonds", before.broken_bonds, after.broken_bonds),
        ("uneven loads", before.evenness, after.evenness),
        ("waiting", before.waiting, after.waiting),
        ("all together", before.total, after.total),
    ]
    return Table(("part", "before", "after"), rows)
