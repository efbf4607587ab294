"""Comparing what people say with what the catalogue says, in whole numbers and without guessing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple, Self

from carecore.errors import InvalidValue, WrongType, described

__all__ = [
    "Said",
    "clauses_of",
    "clauses_say",
    "is_negated",
    "likeness",
    "overlap",
    "plain_words",
    "require_words",
    "said_words",
    "stems",
    "word_weights",
]


def _set_of(words: str, /) -> frozenset[str]:
    return frozenset(words.split())


_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_CLAUSE_END: Final = re.compile(r"[^\w\s'’-]+")
_FILLER_WORDS: Final = (
    "a am an and are as at be been by can could do does for from get had has have he her him his "
    "how i if in is it its me my of on or our she should so some someone somebody that the their "
    "them there they this to us was we were what when where which who why will with would you "
    "your need needs want wants help please "
    "himself herself itself myself ourselves themselves yourself "
    "mum mom mother father dad husband wife son daughter sister brother"
)
_FILLER: Final = _set_of(_FILLER_WORDS)
_NEGATIONS: Final = _set_of(
    "not no nor never nobody none nothing neither nowhere without unable hardly"
)
_SHORT_FORMS: Final = {"'m": "am", "'re": "are", "'ll": "will", "'ve": "have", "'d": "would"}
# What is often typed without its apostrophe.
_SHORT_NEGATIONS: Final = _set_of(
    "aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont "
    "wouldnt"
)
_WHOLE_VERBS: Final = {"ca": "can", "wo": "will", "ai": "is", "sha": "shall"}
_SUBJECTS: Final = _set_of("he here it she that there what where who")
_PERSONS: Final = _set_of(
    "her him me us them you somebody someone everybody people person persons man woman men women "
    "mum mom mother father dad parents parent wife husband partner son daughter brother sister "
    "aunt uncle cousin nephew niece friend neighbour neighbor grandma grandpa granny grandmother "
    "grandfather nan gran mama papa child children baby kid kids resident residents patient "
    "patients client clients old each other another"
)
_SELVES: Final = _set_of(
    "oneself himself herself itself myself ourselves themselves themself yourself"
)
_BETWEEN: Final = _PERSONS | _set_of(
    "a an the my our his their your its own any some this that i he she they we it to of in on at "
    "for from is am are was were be being been really just now even ever very so again always "
    "often sometimes still right also already almost simply only too much poor elderly dear "
    "little severe severely bad badly all able down over"
)
# A denial reaches over these, and ends at any other word.
_UNDER_DENIAL: Final = _set_of(
    "a an any the being been be really to have has had having ever yet currently longer"
)
_DENIALS: Final = _set_of("not no never without neither nor")
_LONGEST: Final = 500
_ENDINGS: Final = ("ings", "ing", "ies", "ied", "es", "ed", "s", "y", "e")


def require_words(text: object, subject: str, /, *, example: str = "care manager") -> str:
    """Check that *text* says something, and give it back; *example* is what might be said.

    Raises:
        WrongType: if it is not text.
        InvalidValue: if it is blank, or over 500 characters.
    """
    if not isinstance(text, str):
        raise WrongType(f"{subject} is {described(text)}, and text is wanted")
    if not text.strip():
        raise InvalidValue(f"{subject} is blank", advice=f"Maybe {example!r}")
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


def said_words(text: str, /) -> tuple[str, ...]:
    """The words of *text* in lower case, with short forms written out.

    >>> said_words("She's sure he can't walk")
    ('she', 'is', 'sure', 'he', 'can', 'not', 'walk')
    """
    plain = plain_words(text).replace("’", "'")
    return tuple(part for word in plain.split() for part in _written_out(word))


def is_negated(text: str, /) -> bool:
    """Whether *text* says that something is not so.

    >>> is_negated("he isn't lonely"), is_negated("he is lonely")
    (True, False)
    """
    return not _NEGATIONS.isdisjoint(said_words(text))


class Said(NamedTuple):
    """A plain text taken apart.

    Attributes:
        plain: the text.
        stems: the words that carry meaning, without their commonest endings.
        is_negated: whether it says that something is not so.
    """

    plain: str
    stems: frozenset[str]
    is_negated: bool

    @classmethod
    def of(cls, plain: str, /) -> Self:
        """*plain* taken apart.

        >>> Said.of("he is not lonely").is_negated
        True
        """
        return cls(plain, stems(plain), is_negated(plain))


def clauses_of(text: str, /) -> tuple[tuple[str, ...], ...]:
    """The words of each clause of *text*.

    >>> clauses_of("She fell. He called")
    (('she', 'fell'), ('he', 'called'))
    """
    return tuple(words for clause in _CLAUSE_END.split(text) if (words := said_words(clause)))


def clauses_say(
    clauses: Iterable[Sequence[str]], sought: Sequence[str], /, *, is_question: bool
) -> bool:
    """Whether one of the clauses says what is sought, with other forms and small words in between.

    "somebody" in what is sought stands for any person, and "oneself" for "herself" and the like.
    What is denied right before is not said, but in a question a denial does not count: where danger
    is at stake, better one warning too many.

    >>> sought = said_words("hit somebody")
    >>> clauses_say(clauses_of("he always hits my mother"), sought, is_question=False)
    True
    >>> clauses_say(clauses_of("he never hits her"), sought, is_question=False)
    False
    """
    return any(
        _runs_from(start, words, sought) and (is_question or not _is_denied(words[:start]))
        for words in clauses
        for start in range(len(words))
    )


def likeness(left: str, right: str, /) -> int:
    """How alike two plain texts are written, from 0 to 100.

    >>> likeness("case manager", "case manger") > 90
    True
    """
    return int(100 * SequenceMatcher(None, left, right, autojunk=False).ratio())


def overlap(left: frozenset[str], right: frozenset[str], weights: Mapping[str, int], /) -> int:
    """How much of the meaning of two texts is shared, by their stems, from 0 to 100.

    Words that stand in few entries weigh more; filler words weigh nothing.
    """
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
    kept = (word for word in said_words(text) if word not in _FILLER | _NEGATIONS)
    return frozenset(map(_stem, kept))


def _written_out(word: str, /) -> tuple[str, ...]:
    start, apostrophe, end = word.rpartition("'")
    if word == "cannot":
        return "can", "not"
    if word in _SHORT_NEGATIONS or (apostrophe and end == "t" and start.endswith("n")):
        verb = start[:-1] if apostrophe else word[:-2]
        return _WHOLE_VERBS.get(verb, verb), "not"
    if end == "s" and apostrophe:
        return (start, "is") if start in _SUBJECTS else (start,)
    if apostrophe + end in _SHORT_FORMS:
        return start, _SHORT_FORMS[apostrophe + end]
    return (word,)


def _runs_from(start: int, words: Sequence[str], sought: Iterable[str], /) -> bool:
    place = start
    for wanted in sought:
        while start < place < len(words) and not _means(words[place], wanted):
            if words[place] not in _BETWEEN:
                return False
            place += 1
        if place == len(words) or not _means(words[place], wanted):
            return False
        place += 1
    return True


def _means(word: str, wanted: str, /) -> bool:
    if wanted == "somebody":
        return word in _PERSONS
    if wanted == "oneself":
        return word in _SELVES
    doubled = wanted + wanted[-1]
    forms = [wanted + ending for ending in ("", "s", "es", "d", "ed", "ing")]
    return word in (*forms, f"{wanted.removesuffix('e')}ing", f"{doubled}ed", f"{doubled}ing")


def _is_denied(before: Sequence[str], /) -> bool:
    for word in reversed(before):
        if word not in _UNDER_DENIAL:
            return word in _DENIALS
    return False


def _stem(word: str, /) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004 # a stem of 3 letters
            return word[: -len(ending)]
    return word


def _weight(words: frozenset[str], weights: Mapping[str, int], /) -> int:
    return sum(weights.get(word, 1000) for word in words)
