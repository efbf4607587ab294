"""Comparing what people say with what the catalogue says, in whole numbers and without guessing."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Final

from carecore.errors import InvalidValue, WrongType, described

__all__ = ["likeness", "overlap", "plain_words", "require_words", "stems", "word_weights"]

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FILLER_WORDS: Final = (
    "a an and are as at be been by can could do does for from get had has have he her him his how "
    "i if in is it its me my no not of on or our she should so some someone somebody that the "
    "their them there they this to us was we were what when where which who will with would you "
    "your need needs want wants help please"
)
_FILLER: Final = frozenset(_FILLER_WORDS.split())
_LONGEST: Final = 500
_ENDINGS: Final = ("ings", "ing", "ies", "ied", "es", "ed", "s", "y", "e")


def require_words(text: object, subject: str, /) -> str:
    """Check that *text* says something, and give it back.

    Raises:
        WrongType: if it is not text.
        InvalidValue: if it is blank, or over 500 characters.
    """
    if not isinstance(text, str):
        raise WrongType(f"{subject} is {described(text)}, and text is wanted")
    if not text.strip():
        raise InvalidValue(f"{subject} is blank", advice="Maybe 'care manager'")
    if len(text) > _LONGEST:
        what = f"{subject} has {len(text)} characters, and {_LONGEST} is the limit"
        raise InvalidValue(what, advice="Maybe a few words are enough")
    return text


def plain_words(text: str, /) -> str:
    """The words of *text* in lower case, with single spaces and no punctuation.

    >>> plain_words("  Care-Manager (R.N.)  ")
    'care manager r n'
    """
    return " ".join(_WORD.findall(text.casefold().replace("_", " ")))


def likeness(left: str, right: str, /) -> int:
    """How alike two plain texts are written, from 0 to 100.

    >>> likeness("case manager", "case manger") > 90
    True
    """
    return int(100 * SequenceMatcher(None, left, right, autojunk=False).ratio())


def overlap(asked: str, offered: str, weights: Mapping[str, int], /) -> int:
    """How much of the meaning of two plain texts is shared, from 0 to 100.

    Words that stand in few entries weigh more; filler words weigh nothing.
    """
    left, right = stems(asked), stems(offered)
    total = _weight(left, weights) + _weight(right, weights)
    return 200 * _weight(left & right, weights) // total if total else 0


def word_weights(texts: Iterable[str], /) -> dict[str, int]:
    """For each stem of *texts*, a weight that falls with the number of texts it stands in."""
    counts: dict[str, int] = {}
    for text in texts:
        for stem in stems(text):
            counts[stem] = counts.get(stem, 0) + 1
    return {stem: 1 + 1000 // count for stem, count in counts.items()}


def stems(text: str, /) -> frozenset[str]:
    """The words that carry meaning, without their commonest endings."""
    return frozenset(_stem(word) for word in text.split() if word not in _FILLER)


def _stem(word: str, /) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004 # a stem of 3 letters
            return word[: -len(ending)]
    return word


def _weight(words: frozenset[str], weights: Mapping[str, int], /) -> int:
    return sum(weights.get(word, 1000) for word in words)
