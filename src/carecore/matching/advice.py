"""The answer to "whom do we need?", as values that explain themselves."""

from collections.abc import Iterable
from datetime import date
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, filled_text, placed, true_or_false, tuple_of_texts
from carecore.base.identity import (
    ClientId,
    CredentialId,
    DutyId,
    NeedId,
    RoleId,
    client_id,
    duty_id,
    duty_ids,
    in_words,
    need_ids,
    role_id,
    with_article,
)
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Entry, Items, Paragraph, Part, Section, Table
from carecore.base.reasons import Reason, Source, tuple_of_sources
from carecore.matching.reach import Reach
from carecore.matching.seats import Status
from carecore.matching.situation import Change, ChangeKind

__all__ = ["MissingDuty", "NeededDuty", "RecommendedRole", "RoleAdvice", "RoleOption", "RoleSeat"]

# The table of a role says the same.
_TABLED = frozenset({"typical_holder", "possible_holder"})
_HOW = {
    Status.ASSIGNED: "assigned",
    Status.ASK_FOR: "ask for",
    Status.TO_ENGAGE: "to engage",
    Status.NOBODY_IN_REACH: "nobody in reach",
}


def _reasons(values: Iterable[Reason], /) -> tuple[Reason, ...]:
    return each_of(values, Reason)


def _reaches(values: Iterable[Reach], /) -> tuple[Reach, ...]:
    return each_of(values, Reach)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class NeededDuty:
    """A duty that is needed, and the needs that ask for it.

    Attributes:
        duty: id of the duty.
        name: what it is, to follow "someone to ...".
        needs: ids of the needs that it answers; empty where nobody has asked for the needs yet.
        words: the same needs as a family says them.
        credentials: for each, the ids of credentials of which the holder must have one.
        is_typical: whether it is typical of the role that holds it.
        is_reached: whether somebody who could hold it is there, comes along or is in reach.

    .. versionadded:: 0.1
    """

    duty: DutyId = field(converter=duty_id)
    name: str = field(validator=filled_text)
    needs: tuple[NeedId, ...] = field(default=(), converter=need_ids)
    words: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    credentials: tuple[tuple[CredentialId, ...], ...] = ()
    is_typical: bool = True
    is_reached: bool = True


def _needed(values: Iterable[NeededDuty], /) -> tuple[NeededDuty, ...]:
    return each_of(values, NeededDuty)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RecommendedRole:
    """One role of the answer.

    Attributes:
        role: id of the role.
        name: what people call it.
        is_service: whether somebody can be engaged for it; an authority to decide cannot.
        status: how it can be had.
        wanted: the duties for which it is wanted, those out of reach among them.
        people: ids of those who are there, or in reach, the surely fitting first.
        ask: whom to ask.
        reasons: why.
        considered: everybody of the role in the pool, check by check.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    name: str = field(validator=filled_text)
    is_service: bool = field(default=True, validator=true_or_false)
    status: Status
    wanted: tuple[NeededDuty, ...] = field(default=(), converter=_needed)
    people: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    ask: str = ""
    reasons: tuple[Reason, ...] = field(default=(), converter=_reasons)
    considered: tuple[Reach, ...] = field(default=(), converter=_reaches)

    @property
    def duties(self) -> tuple[DutyId, ...]:
        """Ids of the needed duties that it holds."""
        return tuple(one.duty for one in self.wanted if one.is_reached)

    @property
    def unreached(self) -> tuple[DutyId, ...]:
        """Ids of those that it would hold, were anybody in reach."""
        return tuple(one.duty for one in self.wanted if not one.is_reached)

    @property
    def not_typical(self) -> tuple[DutyId, ...]:
        """Ids of those that are not typical of it."""
        return tuple(one.duty for one in self.wanted if not one.is_typical)

    @property
    def credentials(self) -> tuple[tuple[CredentialId, ...], ...]:
        """For each, the ids of credentials of which the person must hold one."""
        return tuple(dict.fromkeys(gate for one in self.wanted for gate in one.credentials))

    def __str__(self) -> str:
        """Name, whom to ask, and how it can be had."""
        of = f" of {self.ask}" if self.ask and self.status is Status.ASK_FOR else ""
        # An authority to decide is no service: somebody is named for it.
        named = not self.is_service and self.status is Status.TO_ENGAGE
        return f"{with_article(self.name)}{of} ({'to be named' if named else _HOW[self.status]})"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class MissingDuty:
    """A needed duty that nobody holds.

    Attributes:
        duty: id of the duty.
        name: what it is, to follow "someone to ...".
        needs: ids of the needs that stay unanswered.
        because: why nobody holds it.

    .. versionadded:: 0.1
    """

    duty: DutyId = field(converter=duty_id)
    name: str = field(validator=filled_text)
    needs: tuple[NeedId, ...] = field(converter=need_ids)
    because: str = field(validator=filled_text)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RoleSeat:
    """One role of an option, and how it can be had.

    Attributes:
        role: id of the role.
        status: how it can be had; `None`: not with this care setting and these payers.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    status: Status | None


def _seats(values: Iterable[RoleSeat], /) -> tuple[RoleSeat, ...]:
    return each_of(values, RoleSeat)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RoleOption:
    """One way to answer, with what it covers and what is lost by it.

    Attributes:
        seats: the roles, and how each can be had.
        covered: ids of the needed duties that it covers.
        missing: ids of those that it leaves to nobody.
        lost: ids of those that the recommended way covers and this one does not.
        not_typical: ids of those that it leaves to a role for which they are not typical.

    .. versionadded:: 0.1
    """

    seats: tuple[RoleSeat, ...] = field(converter=_seats)
    covered: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    missing: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    lost: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    not_typical: tuple[DutyId, ...] = field(default=(), converter=duty_ids)

    @property
    def roles(self) -> tuple[RoleId, ...]:
        """Ids of the roles, each once."""
        return tuple(dict.fromkeys(seat.role for seat in self.seats))


def _recommended(values: Iterable[RecommendedRole], /) -> tuple[RecommendedRole, ...]:
    return each_of(values, RecommendedRole)


def _missing(values: Iterable[MissingDuty], /) -> tuple[MissingDuty, ...]:
    return each_of(values, MissingDuty)


def _options(values: Iterable[RoleOption], /) -> tuple[RoleOption, ...]:
    return each_of(values, RoleOption)


def _changes(values: Iterable[Change], /) -> tuple[Change, ...]:
    return each_of(values, Change)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RoleAdvice(Faces):
    """Who is needed for one client, and why.

    Attributes:
        client_id: id of the client.
        as_of: the day asked about.
        recommended: the roles that are needed, core roles first.
        missing: needed duties that nobody holds.
        contradictions: pairs of needs that cannot be answered together.
        options: the recommended way, then each core role alone, both, and nobody.
        would_change_if: single changes that would change the answer; each can be applied.
        reasons: what the whole answer rests on.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    as_of: date
    recommended: tuple[RecommendedRole, ...] = field(default=(), converter=_recommended)
    missing: tuple[MissingDuty, ...] = field(default=(), converter=_missing)
    contradictions: tuple[tuple[NeedId, NeedId], ...] = ()
    options: tuple[RoleOption, ...] = field(default=(), converter=_options)
    would_change_if: tuple[Change, ...] = field(default=(), converter=_changes)
    reasons: tuple[Reason, ...] = field(default=(), converter=_reasons)

    @property
    def roles(self) -> tuple[RoleId, ...]:
        """Ids of the recommended roles, each once."""
        return tuple(dict.fromkeys(one.role for one in self.recommended))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Everything that the reasons rest on, each once."""
        own = (reason.sources for one in self.recommended for reason in one.reasons)
        return tuple_of_sources(
            source
            for sources in (*own, *(reason.sources for reason in self.reasons))
            for source in sources
        )

    def outline(self, *, full: bool = False) -> Outline:
        """The advice as an outline; it shows ids only, so *full* changes nothing."""
        del full
        return Outline(
            f"Who is needed for {self.client_id} (as of {self.as_of.isoformat()})",
            tuple(self._parts()),
        )

    def _parts(self) -> Iterable[Part]:
        if self.recommended:
            yield Paragraph("We need " + ", and ".join(map(str, self.recommended)) + ".")
        else:
            yield Paragraph("No role is needed, or none is to be had.")
        for one in self.recommended:
            told = str(one)
            yield Section(told[:1].upper() + told[1:], tuple(_about(one)))
        if self.missing:
            rows = [(one.name, one.because) for one in self.missing]
            yield Section("What nobody holds", (Table(("duty", "why"), rows),))
        if self.contradictions:
            pairs = (f"{in_words(one)} and {in_words(two)}" for one, two in self.contradictions)
            yield Section("Settle first: these exclude each other", (Items(pairs),))
        yield Section("The options", (Table(*_option_table(self.options)),))
        if self.would_change_if:
            changes = _change_texts(self.would_change_if, self)
            yield Section("What would change this", (Items(changes),))
        yield Section("Why", (Items(map(str, self.reasons)),))
        if self.sources:
            yield Section("Sources", (Items(map(str, self.sources)),))


def _about(one: RecommendedRole, /) -> Iterable[Part]:
    for heading, reached in (("holds", True), ("would hold, were anybody in reach", False)):
        rows = [
            (
                duty.name,
                " / ".join(duty.words) or "the needs are not known yet",
                "typical" if duty.is_typical else "may, though not typical",
            )
            for duty in one.wanted
            if duty.is_reached is reached
        ]
        if rows:
            yield Table((heading, "for", "of the role"), rows)
    if one.people:
        yield Paragraph(f"People: {', '.join(one.people)}.")
    yield Items(reason.text for reason in one.reasons if reason.id not in _TABLED)
    failed = [
        (reach.professional_id, "; ".join(check.text for check in reach.failed))
        for reach in one.considered
        if reach.failed
    ]
    if failed:
        yield Table(("does not fit", "since this is not so"), failed)


def _option_table(
    options: Iterable[RoleOption], /
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    columns = ("who", "covers", "leaves to nobody", "may, though not typical")
    rows: list[tuple[str, ...]] = []
    for option in options:
        total = len(option.covered) + len(option.missing)
        who = ", ".join(_seat_text(seat) for seat in option.seats) or "nobody"
        covers = f"{len(option.covered)} of {total}"
        missing = ", ".join(map(in_words, option.missing)) or "nothing"
        odd = ", ".join(map(in_words, option.not_typical)) or "nothing"
        rows.append((who, covers, missing, odd))
    return columns, rows


def _seat_text(seat: RoleSeat, /) -> str:
    how = "not to be had here" if seat.status is None else _HOW[seat.status]
    return f"{in_words(seat.role)} ({how})"


def _change_texts(changes: Iterable[Change], advice: "RoleAdvice", /) -> list[Entry]:
    """One line for each change; needs that would lead to the same answer share one."""
    lines: list[Entry] = []
    added: dict[str, list[str]] = {}
    for change in changes:
        told = _becomes(change, advice)
        if change.kind is ChangeKind.NEED_ADDED:
            added.setdefault(told, []).append(change.text)
        else:
            lines.append(f"if {change.text}: {told}")
    for told, texts in added.items():
        if len(texts) == 1:
            lines.append(f"if {texts[0]}: {told}")
        else:
            lines.append((f"if one of these holds: {told}", Items(texts)))
    return lines


def _becomes(change: Change, advice: "RoleAdvice", /) -> str:
    before = frozenset(advice.roles)
    after = [with_article(in_words(role)) for role in change.becomes]
    new = [with_article(in_words(role)) for role in change.becomes if role not in before]
    is_same = frozenset(change.becomes) == before
    if is_same:
        told = "the same roles" if before else "nobody, as now"
    elif before and before <= frozenset(change.becomes):
        told = f"also {' and '.join(new)}"
    else:
        told = " and ".join(after) or "nobody"
    known = {one.duty for one in advice.missing}
    left = [in_words(duty) for duty in change.leaves if duty not in known]
    found = [in_words(one.duty) for one in advice.missing if one.duty not in change.leaves]
    if left:
        return f"{told}, and nobody to {', '.join(left)}"
    if change.kind is ChangeKind.NEED_DROPPED:
        return told
    if found:
        return f"{told}, and somebody to {', '.join(found)}"
    return f"{told}, had in another way" if is_same else told
