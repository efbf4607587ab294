"""What happens to clients when a panel changes, and what would have to happen."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    ProfessionalId,
    RoleId,
    client_id,
    in_words,
    role_id,
)
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part
from carecore.base.plan_ids import optional_professional_id

__all__ = ["Alternative", "PanelChange", "PanelStep", "Reassignment"]

_MOST_TOLD: Final = 20


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Reassignment:
    """One client who goes elsewhere.

    >>> moved = Reassignment(client_id="c-9", role="care_manager", before="p-2", after="p-4")
    >>> moved.text
    'c-9 moves from p-2 to p-4'

    Attributes:
        client_id: id of the client.
        role: id of the role.
        before: id of who had the client; `None`: nobody.
        after: id of who has the client then; `None`: nobody, the client waits.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    before: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    after: ProfessionalId | None = field(default=None, converter=optional_professional_id)

    @property
    def text(self) -> str:
        """What happens, in words."""
        return self._told("moves", "comes", "leaves", "waits")

    @property
    def text_if(self) -> str:
        """What would happen, in words.

        >>> Reassignment(client_id="c-9", role="care_manager", before="p-2").text_if
        'c-9 would leave p-2, and would wait'
        """
        return self._told("would move", "would come", "would leave", "would wait")

    def _told(self, moves: str, comes: str, leaves: str, waits: str, /) -> str:
        who, before, after = self.client_id, self.before, self.after
        if after is None:
            return f"{who} {waits}" if before is None else f"{who} {leaves} {before}, and {waits}"
        return (
            f"{who} {comes} to {after}"
            if before is None
            else (f"{who} {moves} from {before} to {after}")
        )


class PanelStep(Enum):
    """How a panel changes.

    .. versionadded:: 0.1
    """

    CLIENT_IN = "client_in"
    CLIENT_CHANGED = "client_changed"
    CLIENT_OUT = "client_out"
    PROFESSIONAL_IN = "professional_in"
    PROFESSIONAL_CHANGED = "professional_changed"
    PROFESSIONAL_OUT = "professional_out"


_STEPS: Final = {
    PanelStep.CLIENT_IN: "the client {} is new",
    PanelStep.CLIENT_CHANGED: "the client {} has changed",
    PanelStep.CLIENT_OUT: "the client {} has left",
    PanelStep.PROFESSIONAL_IN: "the professional {} is new",
    PanelStep.PROFESSIONAL_CHANGED: "the professional {} has changed",
    PanelStep.PROFESSIONAL_OUT: "the professional {} has left",
}


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class PanelChange(Faces):
    """What one change made of a panel that is shared out.

    >>> change = PanelChange(
    ...     step=PanelStep.CLIENT_OUT, about="c-1", cost_before=30, cost=25, bound=25
    ... )
    >>> change.is_optimal, change.text
    (True, 'the client c-1 has left; nobody else goes elsewhere')

    Attributes:
        step: how the panel has changed.
        about: id of the client or professional who came, changed or left.
        reassignments: who goes elsewhere, in the order of ids: of the clients of before, and the
            client who is new; who has left is not among them.
        cost_before: what all cost before, waiting at the price of now.
        cost: what all cost now.
        bound: no allocation costs less now.

    .. versionadded:: 0.1
    """

    step: PanelStep
    about: str = field(validator=filled_text)
    reassignments: tuple[Reassignment, ...] = ()
    cost_before: int
    cost: int
    bound: int

    @property
    def gap(self) -> int:
        """How much less another allocation could cost at most."""
        return self.cost - self.bound

    @property
    def is_optimal(self) -> bool:
        """Whether no allocation costs less; said only where the bound proves it."""
        return self.gap == 0

    @property
    def text(self) -> str:
        """What has happened, in words."""
        told = _few([one.text for one in self.reassignments])
        return f"{_STEPS[self.step].format(self.about)}; {told or 'nobody else goes elsewhere'}"

    def outline(self, *, full: bool = False) -> Outline:
        """The change as an outline; *full* names everybody, however many go elsewhere.

        .. versionadded:: 0.1
        """
        happened = _STEPS[self.step].format(self.about)
        title = happened[0].upper() + happened[1:]
        return Outline(title, tuple(self._parts(len(self.reassignments) if full else _MOST_TOLD)))

    def _parts(self, most: int, /) -> Iterator[Part]:
        told = [one.text for one in self.reassignments]
        left = len(told) - most
        more = [f"{left} more"] if left > 0 else []
        yield Items([*told[:most], *more] or ["nobody else goes elsewhere"])
        proof = "no other allocation costs less"
        if not self.is_optimal:
            proof = f"no other allocation costs less than {self.bound}, which is {self.gap} less"
        yield Paragraph(f"It cost {self.cost_before}, and costs {self.cost}; {proof}.")


def _few(told: Sequence[str], /) -> str:
    """The first of them, and how many more there are."""
    more = [f"{len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
    return ", ".join([*told[:_MOST_TOLD], *more])


def _more(cost: int, /) -> str:
    """How much more or less something costs."""
    return f"{abs(cost)} {'more' if cost > 0 else 'less'}" if cost else "the same"


def _scores(values: Iterable[int], /) -> str:
    return ", ".join(map(str, values))


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Alternative(Faces):
    """What it would cost if a client were elsewhere, and who else would move.

    >>> other = Alternative(
    ...     client_id="c-7",
    ...     role="care_manager",
    ...     professional_id="p-2",
    ...     at_least=10,
    ...     cost=12,
    ...     reassignments=(
    ...         Reassignment(client_id="c-7", role="care_manager", before="p-1", after="p-2"),
    ...         Reassignment(client_id="c-9", role="care_manager", before="p-2", after="p-4"),
    ...     ),
    ... )
    >>> other.text
    'c-7 with p-2 would cost 12 more: c-9 would move from p-2 to p-4'

    Attributes:
        client_id: id of the client.
        role: id of the role.
        professional_id: id of whom the client would be with; `None`: with nobody, on the wait list.
        at_least: what all would cost more at least, by the prices; `None`: it cannot be.
        cost: what all would cost more; `None`: it cannot be. So much cheaper the pair would have
            to be, and a little more, to be the choice. Of a pinned client it may be less than
            nothing.
        is_exact: whether the cost is exactly that. Where clients take up different numbers of
            points it is what was found, and may be less, but not below *at_least*.
        reassignments: who would go elsewhere, the client first.
        barred_by: ids of the hard criteria that stand in the way of the pair.
        score: the score of the pair, tier by tier; empty: the pair does not fit, or it is no pair.
        score_needed: the lowest score with which the pair would be the choice, all else as it is,
            or at least surely better than what is now; empty: no score would be enough, or the
            pair is the choice already.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    professional_id: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    at_least: int | None = None
    cost: int | None = None
    is_exact: bool = True
    reassignments: tuple[Reassignment, ...] = ()
    barred_by: tuple[str, ...] = ()
    score: tuple[int, ...] = ()
    score_needed: tuple[int, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Whether the client could be there at all."""
        return self.cost is not None

    @property
    def text(self) -> str:
        """The same in words that a coordinator can read out."""
        who, whom = self.client_id, self.professional_id
        if self.cost is None:
            why = ", ".join(map(in_words, self.barred_by)) or "there is no room to be made"
            where = "wait" if whom is None else f"come to {whom}"
            return f"{who} cannot {where}: {why}"
        if not self.reassignments:
            return f"{who} waits already" if whom is None else f"{who} is with {whom} already"
        where = f"{who} on the wait list" if whom is None else f"{who} with {whom}"
        costs = f"would cost {_more(self.cost)}"
        if not self.is_exact:
            bound = "" if self.at_least is None else f"; bound: {_more(self.at_least)}"
            costs += f" (as far as was tried{bound})"
        moves = _few([one.text_if for one in self.reassignments[1:]])
        return f"{where} {costs}" + (f": {moves}" if moves else "")

    def outline(self, *, full: bool = False) -> Outline:
        """The alternative as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        return Outline(self.text, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        if self.reassignments:
            yield Items([one.text_if for one in self.reassignments])
        if self.score and self.reassignments:
            told = f"Its score is {_scores(self.score)}; "
            yield Paragraph(told + self._what_is_needed())
        yield Paragraph("This is information, not an order; people decide.")

    def _what_is_needed(self) -> str:
        if not self.score_needed:
            known = "would make" if self.is_exact else "is known to make"
            return f"no score {known} it the choice."
        what = "it would be the choice" if self.is_exact else "all would cost less than now"
        return f"from {_scores(self.score_needed)} on {what}."
