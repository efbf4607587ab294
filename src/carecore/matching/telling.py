"""Telling an advice: what stands first, in which words, and what is summed up."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, final

from attrs import frozen

from carecore.base.identity import NeedId, RoleId, in_words, with_article
from carecore.base.parts import Entry, Items, Paragraph, Part, Section, Table
from carecore.base.reasons import Reason, Source, grouped_sources
from carecore.matching.roles_needed import HOW, MissingDuty, RecommendedRole, RoleOption, RoleSeat
from carecore.matching.situation import Change, ChangeKind

__all__ = ["Told", "parts_of"]

# The table of a role says the same.
_TABLED: Final = frozenset({"typical_holder", "possible_holder"})

_SUMMED: Final = {
    ChangeKind.MOVED: "if the client is elsewhere",
    ChangeKind.NEED_ADDED: "if one of these is needed too",
}


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Told:
    """What there is to tell.

    Attributes:
        recommended: the roles that are needed.
        missing: needed duties that nobody holds.
        contradictions: pairs of needs that cannot be answered together.
        options: the ways to answer.
        changes: what would change the answer.
        reasons: what the whole answer rests on.
        sources: everything that the reasons rest on.
    """

    recommended: tuple[RecommendedRole, ...]
    missing: tuple[MissingDuty, ...]
    contradictions: tuple[tuple[NeedId, NeedId], ...]
    options: tuple[RoleOption, ...]
    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    sources: tuple[Source, ...]

    @property
    def names(self) -> Mapping[str, str]:
        """What the duties are called, by their ids."""
        wanted = ((one.duty, one.name) for role in self.recommended for one in role.wanted)
        return {**dict(wanted), **{one.duty: one.name for one in self.missing}}

    @property
    def roles(self) -> frozenset[RoleId]:
        """Ids of the recommended roles."""
        return frozenset(one.role for one in self.recommended)


def parts_of(told: Told, /) -> Iterator[Part]:
    """The parts of the outline: the answer first, then what it rests on."""
    if told.recommended:
        yield Paragraph("Needed: " + ", and ".join(map(str, told.recommended)) + ".")
    elif told.missing:
        yield Paragraph("Nobody who may do what is needed is to be had; see below.")
    else:
        yield Paragraph("No role is needed.")
    for one in told.recommended:
        heading = str(one)
        yield Section(heading[:1].upper() + heading[1:], tuple(_about(one)))
    if told.missing:
        rows = [(one.name, one.because) for one in told.missing]
        yield Section("What nobody does", (Table(("what", "why"), rows),))
    if told.contradictions:
        pairs = (f"{in_words(one)} and {in_words(two)}" for one, two in told.contradictions)
        yield Section("Settle first: these exclude each other", (Items(pairs),))
    yield Section("The options", (Table(*_option_table(told)),))
    if told.changes:
        yield Section("What would change this", (Items(_change_texts(told)),))
    yield Section("Why", (Items(map(str, told.reasons)),))
    if told.sources:
        yield Section("Sources", (Items(grouped_sources(told.sources)),))
    yield Paragraph("This is information, not an order; people decide.")


def _about(one: RecommendedRole, /) -> Iterator[Part]:
    for heading, reached in (("does", True), ("would do, were anybody in reach", False)):
        rows = [
            (
                duty.name,
                " / ".join(duty.words) or "nobody has asked for the needs yet",
                "usual" if duty.is_typical else "possible, not usual",
            )
            for duty in one.wanted
            if duty.is_reached is reached
        ]
        if rows:
            yield Table((heading, "because you said", "for this role"), rows)
    if one.people:
        yield Paragraph(f"People: {', '.join(one.people)}.")
    yield Items(reason.text for reason in one.reasons if reason.id not in _TABLED)
    failed = [
        (reach.professional_id, "; ".join(check.text for check in reach.failed))
        for reach in one.considered
        if reach.failed
    ]
    if failed:
        yield Table(("does not fit", "because this is not met"), failed)


def _option_table(told: Told, /) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    columns = ("who", "covers", "leaves to nobody", "possible, not usual")
    rows: list[tuple[str, ...]] = []
    names = told.names
    for option in told.options:
        total = len(option.covered) + len(option.missing)
        who = ", ".join(_seat_text(seat) for seat in option.seats) or "nobody"
        covers = f"{len(option.covered)} of {total}"
        rows.append((who, covers, _named(option.missing, names), _named(option.not_typical, names)))
    return columns, rows


def _named(duties: Iterable[str], names: Mapping[str, str], /, empty: str = "nothing") -> str:
    return "; ".join(names.get(duty, in_words(duty)) for duty in duties) or empty


def _seat_text(seat: RoleSeat, /) -> str:
    how = "not to be had here" if seat.status is None else HOW[seat.status]
    return f"{in_words(seat.role)} ({how})"


def _change_texts(told: Told, /) -> Iterator[Entry]:
    """One line for each change; needs and places nobody has named are summed up by what follows."""
    summed: dict[ChangeKind, dict[str, list[str]]] = {kind: {} for kind in _SUMMED}
    for change in told.changes:
        if change.kind in summed:
            summed[change.kind].setdefault(_leads_to(change, told), []).append(change.value)
        else:
            yield f"if {change.text}: {_leads_to(change, told)}"
    for kind, leads in summed.items():
        if leads:
            entries = (f"{lead}: {', '.join(map(in_words, ids))}" for lead, ids in leads.items())
            yield (_SUMMED[kind], Items(entries))


def _leads_to(change: Change, told: Told, /) -> str:
    before, after = told.roles, frozenset(change.becomes)
    new = [with_article(in_words(role)) for role in change.becomes if role not in before]
    if after == before:
        lead = "the same roles" if before else "nobody, as now"
    elif before and before <= after:
        lead = f"also {' and '.join(new)}"
    else:
        lead = " and ".join(with_article(in_words(role)) for role in change.becomes) or "nobody"
    known = {one.duty for one in told.missing}
    left = [duty for duty in change.leaves if duty not in known]
    settled = [one.duty for one in told.missing if one.duty not in change.leaves]
    if left:
        return f"{lead}, and nobody to {_named(left, told.names)}"
    if settled and after:
        dropped = change.kind is ChangeKind.NEED_DROPPED
        whom = "no need of anybody" if dropped else "somebody"
        return f"{lead}, and {whom} to {_named(settled, told.names)}"
    if settled:
        return lead
    return f"{lead}, had in another way" if after == before else lead
