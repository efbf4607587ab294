"""The answer to "who gets whom?": everybody is placed, or waits with a reason, and it is proved."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import ProfessionalId, in_words
from carecore.base.lookups import near_ids
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Bars, Items, Paragraph, Part, Section, Table
from carecore.base.reasons import OwnChoice, grouped_sources
from carecore.errors import UnknownId
from carecore.matching.broken_bonds import BrokenBond
from carecore.matching.fairness import Fairness, fairness_of
from carecore.matching.fits import counted
from carecore.matching.loads import Load
from carecore.matching.placements import Obstacle, Placement, Unplaced
from carecore.matching.proofs import Certificate, Costs
from carecore.matching.sharing import Bond

__all__ = ["Allocation"]

_MOST_TOLD: Final = 50
"""Of so many clients, and so many caseloads, the short outline tells."""

_COUNTED: Final = OwnChoice(
    "what counts, and how much, is that of policy and sharing; a score costs how far it stays "
    "below the best there could be"
)
_ALL_TOGETHER: Final = OwnChoice(
    "clients are shared out all at once, because the best for each in turn is not the best for all"
)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Allocation(Faces):
    """Who has whom; nobody vanishes: every client is placed or waits with a reason.

    >>> Allocation(
    ...     as_of=date(2026, 11, 23),
    ...     policy="mine",
    ...     sharing="mine",
    ...     costs=Costs(),
    ...     certificate=Certificate(cost=0, bound=0, method="nobody to share out"),
    ... ).certificate.is_optimal
    True

    Attributes:
        as_of: the day asked about.
        policy: name and version of the policy.
        sharing: name and version of the sharing.
        placements: the clients who are placed, in the order of their ids.
        unplaced: the clients who wait, in the order of their ids.
        loads: the caseload of everybody in the pool, in the order of their ids.
        broken_bonds: the clients who had somebody before and have somebody else now, or wait: why,
            and at what price.
        costs: what it costs, part by part.
        certificate: what proves how good it is.
        eligible_pairs: how many pairs fit.
        undecided_pairs: how many pairs are undecided, because something is not known.

    .. versionadded:: 0.1
    """

    as_of: date
    policy: str = field(validator=filled_text)
    sharing: str = field(validator=filled_text)
    placements: tuple[Placement, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    loads: tuple[Load, ...] = ()
    broken_bonds: tuple[BrokenBond, ...] = ()
    costs: Costs
    certificate: Certificate
    eligible_pairs: int = field(default=0, validator=counted)
    undecided_pairs: int = field(default=0, validator=counted)

    @property
    def bonds(self) -> tuple[Bond, ...]:
        """Who serves whom: what the next allocation takes as `previous`."""
        return tuple(
            Bond(client_id=one.client_id, role=one.role, professional_id=one.professional_id)
            for one in self.placements
        )

    @property
    def changes(self) -> tuple[Placement | Unplaced, ...]:
        """The clients who had somebody before and change hands, or wait now."""
        moved = (one for one in self.placements if one.is_change)
        return (*moved, *(one for one in self.unplaced if one.before is not None))

    @property
    def fairness(self) -> Fairness:
        """How evenly the caseloads are filled, in relation to their limits."""
        return fairness_of(self.loads)

    @property
    def fullest(self) -> Load | None:
        """The caseload that is fullest in relation to its limit; `None` if none can be told."""
        told = [one for one in self.loads if one.per_mille is not None]
        return max(told, key=lambda one: one.per_mille or 0, default=None)

    def professional_of(self, client: str, /, *, role: str | None = None) -> ProfessionalId | None:
        """Id of who has the client, in that role if one is named; `None`: the client waits.

        Raises:
            UnknownId: if no such client was asked about; the error names those that look like it.
        """
        for one in self.placements:
            if one.client_id == client and role in {None, one.role}:
                return one.professional_id
        known = [str(one.client_id) for one in self.placements]
        known += [str(one.client_id) for one in self.unplaced]
        if client not in known:
            raise UnknownId("client", client, near=near_ids(client, known))
        return None

    def outline(self, *, full: bool = False) -> Outline:
        """The allocation as an outline; it shows ids only.

        Of a large panel it tells of the first clients and of the fullest caseloads, and says how
        many more there are; *full* tells of all.

        .. versionadded:: 0.1
        """
        most = None if full else _MOST_TOLD
        title = f"Who gets whom (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(self._parts(most)))

    def _parts(self, most: int | None, /) -> Iterator[Part]:
        every = len(self.placements) + len(self.unplaced)
        yield Paragraph(
            f"Asked: {every}. Placed: {len(self.placements)}. Waiting: {len(self.unplaced)}. "
            f"Changes: {len(self.changes)}. Pairs that fit: {self.eligible_pairs}; "
            f"undecided, because something is not known: {self.undecided_pairs}."
        )
        if self.placements:
            shown = _placed(self.placements[:most])
            yield Section("Who is placed", (shown, *_left_out(self.placements, most)))
        if self.unplaced:
            shown = _waiting(self.unplaced[:most])
            yield Section("Who waits", (shown, *_left_out(self.unplaced, most)))
        if self.broken_bonds:
            told = Items([one.text for one in self.broken_bonds[:most]])
            yield Section("Who changes hands", (told, *_left_out(self.broken_bonds, most)))
        if self.loads:
            loads = self.loads
            if most is not None and len(loads) > most:
                loads = tuple(sorted(loads, key=_fullest_first))[:most]
            bars = Bars([one.bar for one in loads])
            fair = Paragraph(self.fairness.text)
            yield Section("Caseloads", (bars, *_left_out(self.loads, most), fair))
        yield Section("What it costs", (_priced(self.costs), Items(self._proof())))
        decided = (f"policy: {self.policy}", f"sharing: {self.sharing}", *self._company())
        yield Section("How it is decided", (Items(decided),))
        sources = grouped_sources((_COUNTED, _ALL_TOGETHER))
        yield Section("Sources", (Items(sources),))
        yield Paragraph("This is information, not an order; people decide.")

    def _company(self) -> Iterator[str]:
        """Who had to stay together, and who apart."""
        all_of_them: tuple[Placement | Unplaced, ...] = (*self.placements, *self.unplaced)
        everybody = sorted(all_of_them, key=lambda one: str(one.client_id))
        together = (sorted({one.client_id, *one.together}) for one in everybody if one.together)
        yield from dict.fromkeys(f"kept together: {', '.join(ids)}" for ids in together)
        for one in everybody:
            # Each pair is told once, by the one who comes first.
            others = sorted(other for other in one.apart if other > one.client_id)
            if others:
                yield f"kept apart: {one.client_id} from {', '.join(others)}"

    def _proof(self) -> Iterator[str]:
        proof = self.certificate
        if proof.is_optimal:
            yield f"proved: no other allocation costs less than {proof.cost}"
        elif proof.is_claimed_optimal:
            yield f"optimal as {proof.claimed_by} claims; our own bound leaves a gap of {proof.gap}"
        else:
            yield f"no other allocation costs less than {proof.bound}, which is {proof.gap} less"
            if proof.claimed_bound is not None:
                yield f"{proof.claimed_by} claims: none costs less than {proof.claimed_bound}"
        if proof.most_changes is not None:
            counted = sum(not one.is_forced for one in self.broken_bonds)
            yield f"of those who can stay, {proof.most_changes} may change hands, and {counted} do"
        yield f"found by: {proof.method}"


def _left_out(told: Sequence[object], most: int | None, /) -> tuple[Paragraph, ...]:
    """How many are not told of."""
    left = 0 if most is None else len(told) - most
    return (Paragraph(f"{left} more are left out here."),) if left > 0 else ()


def _fullest_first(load: Load, /) -> tuple[int, str]:
    return -(load.per_mille or 0), str(load.professional_id)


def _placed(placements: tuple[Placement, ...], /) -> Table:
    columns = ("client", "role", "professional", "before", "score", "next", "dearer by", "let pass")
    return Table(
        columns,
        [
            (
                one.client_id,
                in_words(one.role),
                one.professional_id,
                one.before if one.is_change else None,
                ", ".join(map(str, one.score)) or None,
                one.runner_up or (None if one.margin is None else "waits"),
                one.margin,
                ", ".join(map(in_words, one.admitted)) or None,
            )
            for one in placements
        ],
    )


def _waiting(unplaced: tuple[Unplaced, ...], /) -> Table:
    rows = [
        (
            one.client_id,
            None if one.role is None else in_words(one.role),
            one.before,
            one.text,
            "; ".join(map(_obstacle, _telling(one.obstacles))) or None,
        )
        for one in unplaced
    ]
    return Table(("client", "role", "before", "why", "what stands between"), rows)


def _telling(obstacles: tuple[Obstacle, ...], /) -> tuple[Obstacle, ...]:
    """Those that alone bar somebody, because there something can be done; failing these, all."""
    return tuple(one for one in obstacles if one.alone) or obstacles


def _obstacle(one: Obstacle, /) -> str:
    parts = [f"{one.failing} fail it"] if one.failing else []
    parts += [f"unknown of {one.unknown}"] if one.unknown else []
    parts += [f"only this bars {', '.join(one.alone)}"] if one.alone else []
    return f"{in_words(one.criterion)}: {', '.join(parts)}"


def _priced(costs: Costs, /) -> Table:
    rows = [
        ("fit", costs.fit),
        ("broken bonds", costs.broken_bonds),
        ("uneven loads", costs.evenness),
        ("waiting", costs.waiting),
        ("all together", costs.total),
    ]
    return Table(("part", "cost"), rows)
