"""Answers about one pair: why it does not fit, and what it would take."""

from collections.abc import Iterator
from datetime import date
from typing import final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import ClientId, RoleId, client_id, in_words, role_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section
from carecore.base.privacy import PrivateRepr
from carecore.errors import InvalidValue
from carecore.matching.fits import Fit, Judgement
from carecore.matching.rankings import judgement_lines
from carecore.matching.remedies import Pair, Remedy, apply_all

__all__ = ["WhatItTakes", "WhyNot"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class WhyNot(Faces):
    """Why one professional does not fit one client: all of it, or that there is nothing.

    >>> answer = WhyNot(
    ...     client_id="c-1",
    ...     role="care_manager",
    ...     as_of=date(2026, 11, 23),
    ...     policy="mine, version 1",
    ...     fit=Fit(professional_id="p-1"),
    ... )
    >>> answer.fits, answer.reasons
    (True, ())

    Attributes:
        client_id: id of the client.
        role: id of the role.
        as_of: the day asked about.
        policy: name and version of the policy.
        fit: all that the criteria say.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    as_of: date
    policy: str = field(validator=filled_text)
    fit: Fit

    @property
    def failed(self) -> tuple[Judgement, ...]:
        """Every hard criterion that is not met."""
        return self.fit.failed

    @property
    def undecided(self) -> tuple[Judgement, ...]:
        """Every hard criterion that is unknown, and not let pass."""
        return self.fit.undecided

    @property
    def reasons(self) -> tuple[Judgement, ...]:
        """Both, in the order of the policy; empty where the pair fits."""
        return tuple(one for one in self.fit.judgements if one.stands_in_the_way)

    @property
    def fits(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.reasons

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        return Outline(
            f"Why {self.fit.professional_id} does not fit {self.client_id} as "
            f"{in_words(self.role)} (as of {self.as_of.isoformat()})",
            tuple(self._parts()),
        )

    def _parts(self) -> Iterator[Part]:
        if self.fits:
            yield Paragraph("Nothing stands against it: the pair fits.")
        if self.failed:
            yield Section("Not met", (Items(judgement_lines(self.failed)),))
        if self.undecided:
            yield Section("Not known", (Items(judgement_lines(self.undecided)),))
        if self.fit.admitted:
            admitted = judgement_lines(self.fit.admitted)
            yield Section("Not known, and let pass", (Items(admitted),))
        yield Paragraph(f"By the policy: {self.policy}.")


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class WhatItTakes(PrivateRepr, Faces):
    """The smallest changes after which one professional fits one client, or why there are none.

    >>> from carecore.people import Client, Professional
    >>> pair = Pair(
    ...     client=Client(id="c-1"), professional=Professional(id="p-1"), as_of=date(2026, 11, 23)
    ... )
    >>> answer = WhatItTakes(
    ...     pair=pair,
    ...     role="care_manager",
    ...     policy="mine, version 1",
    ...     remedies=(Remedy(criterion="language", text="they speak pt", language="pt"),),
    ... )
    >>> answer.is_possible, answer.applied().professional.languages
    (True, ('pt',))

    Attributes:
        pair: the pair as it is.
        role: id of the role.
        policy: name and version of the policy.
        remedies: what would have to change, all of it; empty where the pair fits as it is, and
            where nothing would do.
        impossible: what stands in the way whatever is changed; its words are the reason.

    .. versionadded:: 0.1
    """

    pair: Pair
    role: RoleId = field(converter=role_id)
    policy: str = field(validator=filled_text)
    remedies: tuple[Remedy, ...] = ()
    impossible: tuple[Judgement, ...] = ()

    def __repr__(self) -> str:
        """Of whom, and how much it takes."""
        return f"<WhatItTakes {len(self.remedies)} of {self.pair!r}>"

    @property
    def is_possible(self) -> bool:
        """Whether the pair fits after these changes, or as it is."""
        return not self.impossible

    def applied(self) -> Pair:
        """The pair after all of the changes.

        Raises:
            InvalidValue: if no change would do.
        """
        if self.impossible:
            ids = ", ".join(one.criterion for one in self.impossible)
            person = self.pair.professional.id
            what = f"nothing makes {person!r} fit {self.pair.client.id!r}, because of: {ids}"
            raise InvalidValue(what, advice="Maybe ask about somebody else")
        return apply_all(self.remedies, self.pair)

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        pair = self.pair
        return Outline(
            f"What it takes for {pair.professional.id} to fit {pair.client.id} as "
            f"{in_words(self.role)} (as of {pair.as_of.isoformat()})",
            tuple(self._parts()),
        )

    def _parts(self) -> Iterator[Part]:
        if self.impossible:
            yield Paragraph("Nothing that could be changed would do.")
            yield Section("What stays in the way", (Items(judgement_lines(self.impossible)),))
        elif self.remedies:
            lines = (f"{in_words(one.criterion)}: {one.text}" for one in self.remedies)
            yield Section("The pair fits if all of this is so", (Items(lines),))
        else:
            yield Paragraph("Nothing: the pair fits as it is.")
        yield Paragraph(f"By the policy: {self.policy}.")
