"""The answer to "who exactly?": everybody of the pool, in one of three lists."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import ClientId, ProfessionalId, RoleId, client_id, in_words, role_id
from carecore.base.lookups import find_by_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.reasons import OwnChoice, Source, grouped_sources, tuple_of_sources
from carecore.matching.fits import Fit, Judgement
from carecore.matching.loads import Load
from carecore.matching.margins import Margin, margins_of
from carecore.matching.telling_short import in_short, load_line

__all__ = ["ORDER", "Ranking", "judgement_lines"]

ORDER: Final = (
    "those who fit, by the numbers of their score, the first number first, then by id",
    "those who are undecided, with the fewest unknown criteria first, then by score, then by id",
    "those who do not fit, with the fewest failed criteria first, then fewest unknown, then by id",
)
"""How the three lists are ordered, in words."""

_ORDERED: Final = OwnChoice("the criteria, their weights and the order are those of the policy")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Ranking(Faces):
    """Who of a pool fits one client in one role, in order; nobody of the pool vanishes.

    >>> Ranking(client_id="c-1", role="care_manager", as_of=date(2026, 11, 23), policy="mine").best

    Attributes:
        client_id: id of the client.
        role: id of the role.
        as_of: the day asked about.
        policy: name and version of the policy.
        eligible: those who fit, the best first; who is level is in the order of the ids.
        undecided: those of whom something is not known, the least of it first.
        rejected: those who do not fit, the nearest miss first, each with all that stands against
            it.
        loads: what the caseload of each of those who fit or are undecided comes to once the client
            is theirs, in the order of the two lists.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    as_of: date
    policy: str = field(validator=filled_text)
    eligible: tuple[Fit, ...] = ()
    undecided: tuple[Fit, ...] = ()
    rejected: tuple[Fit, ...] = ()
    loads: tuple[Load, ...] = ()

    @property
    def best(self) -> ProfessionalId | None:
        """Id of the first of those who fit; `None` if nobody surely does."""
        return self.eligible[0].professional_id if self.eligible else None

    @property
    def everybody(self) -> tuple[Fit, ...]:
        """All three lists, one after the other."""
        return (*self.eligible, *self.undecided, *self.rejected)

    def fit(self, professional: str, /) -> Fit:
        """How the professional with that id fits.

        Raises:
            UnknownId: if nobody of that id was in the pool; the error names those that look like
                it.
        """
        return find_by_id(self.everybody, professional, kind="professional", by="professional_id")

    @property
    def margins(self) -> tuple[Margin, ...]:
        """How far each of those who fit is from the next one and from the one before, in order."""
        return margins_of(self.eligible)

    def load(self, professional: str, /) -> Load:
        """The caseload of the professional with that id, once the client is theirs.

        Raises:
            UnknownId: if nobody of that id fits or is undecided; the error names those that look
                like it.
        """
        return find_by_id(self.loads, professional, kind="load", by="professional_id")

    @property
    def sources(self) -> tuple[Source, ...]:
        """Everything that the judgements rest on, each once."""
        every = chain.from_iterable(one.judgements for one in self.everybody)
        return tuple_of_sources(source for one in every for source in one.sources)

    def outline(self, *, full: bool = False) -> Outline:
        """The ranking as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        title = (
            f"Who fits {self.client_id} as {in_words(self.role)} (as of {self.as_of.isoformat()})"
        )
        return Outline(title, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield Paragraph(
            f"In the pool: {len(self.everybody)}. Fit: {len(self.eligible)}. "
            f"Undecided: {len(self.undecided)}. Do not fit: {len(self.rejected)}."
        )
        short = Items(in_short(self.eligible, self.undecided, self.rejected))
        yield Section("In short", (short,))
        loads = {str(one.professional_id): load_line(one) for one in self.loads}
        if self.eligible:
            yield Section("Who fits", tuple(_ranked(self.eligible, self.margins, loads)))
        if self.undecided:
            rows = [
                (one.professional_id, _told(one.undecided), loads.get(one.professional_id))
                for one in self.undecided
            ]
            columns = ("professional", "not known", "caseload with the client")
            yield Section("Undecided", (Table(columns, rows),))
        if self.rejected:
            rejected = [
                (one.professional_id, _told(one.failed), _told(one.undecided))
                for one in self.rejected
            ]
            columns = ("professional", "against it", "not known besides")
            yield Section("Who does not fit", (Table(columns, rejected),))
        decided = (f"policy: {self.policy}", *ORDER)
        yield Section("How it is decided", (Items(decided),))
        yield Section("Sources", (Items(grouped_sources(self._told_sources())),))
        yield Paragraph("This is information, not an order; people decide.")

    def _told_sources(self) -> Iterator[Source]:
        """What the judgements rest on that are told, and the order."""
        for one in self.everybody:
            for judgement in (*one.failed, *one.undecided, *one.admitted):
                yield from judgement.sources
        for one in self.eligible:
            for judgement in one.soft:
                yield from judgement.sources
        yield _ORDERED


def _ranked(
    fits: Iterable[Fit], margins: Iterable[Margin], loads: Mapping[str, str], /
) -> Iterator[Part]:
    several = tuple(fits)
    rows = [
        (
            number,
            one.professional_id,
            _numbers(one.score) or None,
            _numbers(margin.ahead) or None,
            loads.get(one.professional_id),
            _told(one.admitted),
        )
        for number, (one, margin) in enumerate(zip(several, margins, strict=True), start=1)
    ]
    columns = (
        *("place", "professional", "score", "ahead of the next"),
        *("caseload with the client", "not known, and let pass"),
    )
    yield Table(columns, rows)
    earned = [(one.professional_id, Items(map(_points, one.soft))) for one in several if one.soft]
    if earned:
        yield Section("What the points are for", (Items(earned),))


def _numbers(score: Iterable[int], /) -> str:
    return ", ".join(map(str, score))


def _points(one: Judgement, /) -> str:
    return f"{in_words(one.criterion)}: {one.points} of {one.maximum} ({one.text})"


def _told(judgements: Iterable[Judgement], /) -> str | None:
    return "; ".join(judgement_lines(judgements)) or None


def judgement_lines(judgements: Iterable[Judgement], /) -> Iterator[str]:
    """One line for each judgement: the criterion in words, and what it says.

    >>> list(judgement_lines(()))
    []
    """
    return (f"{in_words(one.criterion)}: {one.text}" for one in judgements)
