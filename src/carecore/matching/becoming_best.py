"""The answer about one pair: what would have to change for this professional to come first."""

from collections.abc import Iterator
from typing import final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import RoleId, in_words, role_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section
from carecore.base.privacy import PrivateRepr
from carecore.base.reasons import Verdict
from carecore.errors import InvalidValue
from carecore.matching.fits import Fit, Judgement
from carecore.matching.margins import is_before, soft_pairs
from carecore.matching.rankings import judgement_lines
from carecore.matching.remedies import Pair, Remedy, apply_all

__all__ = ["WhatMakesBest"]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class WhatMakesBest(PrivateRepr, Faces):
    """The smallest changes after which one professional comes first, or why there are none.

    >>> from datetime import date
    >>> from carecore.people import Client, Professional
    >>> pair = Pair(
    ...     client=Client(id="c-1"), professional=Professional(id="p-2"), as_of=date(2026, 11, 23)
    ... )
    >>> answer = WhatMakesBest(
    ...     pair=pair,
    ...     role="care_manager",
    ...     policy="mine, version 1",
    ...     now=Fit(professional_id="p-2", score=(2,)),
    ...     rival=Fit(professional_id="p-1", score=(4,)),
    ...     then=Fit(professional_id="p-2", score=(6,)),
    ...     remedies=(Remedy(criterion="language", text="they speak pt", language="pt"),),
    ... )
    >>> answer.is_possible, answer.applied().professional.languages
    (True, ('pt',))

    Attributes:
        pair: the pair as it is.
        role: id of the role.
        policy: name and version of the policy.
        now: how the professional fits as it is.
        rival: how the best of all others fits, on the day on which the two begin; `None`: of the
            others, nobody surely does.
        then: how the professional fits after these changes; where no change would do, after all
            that could be changed.
        remedies: what would have to change, all of it; empty where they come first as it is, and
            where nothing would do.
        impossible: what stands in the way of a fit whatever is changed; its words are the reason.

    .. versionadded:: 0.1
    """

    pair: Pair
    role: RoleId = field(converter=role_id)
    policy: str = field(validator=filled_text)
    now: Fit
    rival: Fit | None = None
    then: Fit
    remedies: tuple[Remedy, ...] = ()
    impossible: tuple[Judgement, ...] = ()

    def __repr__(self) -> str:
        """Of whom, and how much it takes."""
        return f"<WhatMakesBest {len(self.remedies)} of {self.pair!r}>"

    @property
    def is_possible(self) -> bool:
        """Whether they come first after these changes, or as it is."""
        fits = self.then.verdict is Verdict.MET
        return fits and (self.rival is None or is_before(self.then, self.rival))

    @property
    def behind(self) -> tuple[tuple[Judgement, Judgement], ...]:
        """Where the rival earns more as it is: what is said of the professional, and of the rival.

        In the order of the policy.
        """
        return self._behind(self.now)

    @property
    def still_behind(self) -> tuple[tuple[Judgement, Judgement], ...]:
        """Where the rival earns more after the changes as well, or after all that could be."""
        return self._behind(self.then)

    @property
    def is_level(self) -> bool:
        """Whether, all that could be changed being changed, only the ids put the rival first."""
        is_behind = not self.is_possible and not self.impossible
        return is_behind and self.rival is not None and self.then.score == self.rival.score

    def applied(self) -> Pair:
        """The pair after all of the changes.

        Raises:
            InvalidValue: if no change would do.
        """
        if not self.is_possible:
            person = self.pair.professional.id
            what = f"nothing of theirs makes {person!r} the best for {self.pair.client.id!r}"
            raise InvalidValue(what, advice="Maybe ask about somebody else")
        return apply_all(self.remedies, self.pair)

    def _behind(self, fit: Fit, /) -> tuple[tuple[Judgement, Judgement], ...]:
        if self.rival is None:
            return ()
        return tuple(
            (one, other) for one, other in soft_pairs(fit, self.rival) if one.points < other.points
        )

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        pair = self.pair
        return Outline(
            f"What would make {pair.professional.id} the best for {pair.client.id} as "
            f"{in_words(self.role)} (as of {pair.as_of.isoformat()})",
            tuple(self._parts()),
        )

    def _parts(self) -> Iterator[Part]:
        if not self.is_possible:
            yield from self._why_not()
        elif self.remedies:
            lines = (f"{in_words(one.criterion)}: {one.text}" for one in self.remedies)
            yield Section("They come first if all of this is so", (Items(lines),))
        else:
            yield Paragraph("Nothing: they come first as it is.")
        if self.rival is not None and self.behind:
            heading = f"Where {self.rival.professional_id} is ahead as it is"
            yield Section(heading, (Items(self._lines(self.behind)),))
        yield Paragraph(f"By the policy: {self.policy}.")

    def _why_not(self) -> Iterator[Part]:
        yield Paragraph("No change of theirs would do.")
        if self.impossible:
            yield Section("What stays in the way", (Items(judgement_lines(self.impossible)),))
        elif self.is_level:
            yield Paragraph("They would be level, and the ids put the other one first.")
        else:
            lines = Items(self._lines(self.still_behind))
            yield Section("Where they would stay behind", (lines,))

    def _lines(self, pairs: tuple[tuple[Judgement, Judgement], ...], /) -> Iterator[str]:
        return (
            f"{in_words(one.criterion)}: {one.points} to {other.points} "
            f"({one.text}; the other: {other.text})"
            for one, other in pairs
        )
