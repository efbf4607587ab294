"""What a catalogue says in a family's words, taken apart once, so that each question only looks."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from carecore.base.identity import in_words
from carecore.catalogue.words import Said, plain_words, said_words, word_weights
from carecore.needs import Danger, Need

__all__ = ["Offer", "Spoken", "spoken_of"]


class Offer(NamedTuple):
    """One text of a need.

    Attributes:
        need: the need.
        text: the text, as the catalogue has it.
        said: the text taken apart.
        is_id: whether it is the id in words, which leaves out what is denied.
    """

    need: Need
    text: str
    said: Said
    is_id: bool


class Spoken(NamedTuple):
    """All texts of a catalogue.

    Attributes:
        offers: the texts of all needs, in order.
        weights: what each stem weighs.
        dangers: each danger, with the words of its phrases.
    """

    offers: tuple[Offer, ...]
    weights: Mapping[str, int]
    dangers: tuple[tuple[Danger, tuple[tuple[str, ...], ...]], ...]


def spoken_of(needs: Iterable[Need], dangers: Iterable[Danger], /) -> Spoken:
    """What these needs and dangers say."""
    known = tuple(needs)
    return Spoken(
        offers=tuple(
            Offer(need, text, Said.of(plain_words(text)), text == in_words(need.id))
            for need in known
            for text in (in_words(need.id), need.words, *need.phrases)
        ),
        weights=word_weights(plain_words(" ".join((need.words, *need.phrases))) for need in known),
        dangers=tuple((danger, tuple(map(said_words, danger.phrases))) for danger in dangers),
    )
