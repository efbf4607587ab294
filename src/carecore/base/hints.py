"""What was probably meant by a value that is refused, or what one may look like.

No hint quotes the value.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Final

__all__ = ["hint_at", "hint_at_id", "hint_at_term"]

_LONGEST: Final = 255
_NAMED: Final = 8
_SHORT: Final = {
    "client": "c",
    "entry": "e",
    "person": "p",
    "professional": "p",
    "representative": "r",
    "transition": "t",
}


def hint_at(value: object, kinds: Iterable[type], /) -> str:
    """Advice for a *value* that is of none of these *kinds*; empty if there is none to give.

    Text for a word of an enumeration names the word, whether its value or its name was given, and
    however it was spelled; text that is none of its words names them all, or the first eight.

    >>> from carecore.base.reasons import Severity, Verdict
    >>> hint_at("not met", [Verdict, type(None)])
    'Maybe Verdict.NOT_MET'
    >>> hint_at("dire", [Severity])
    'Maybe one of Severity.ADVICE, Severity.WARNING, Severity.ERROR'
    >>> hint_at("2026-03-01", [date])
    'Maybe date(2026, 3, 1)'

    .. versionadded:: 0.1
    """
    wanted = tuple(kinds)
    if isinstance(value, str):
        words = [word for kind in wanted if issubclass(kind, Enum) for word in kind]
        if words:
            return _words_like(value, words)
        if date in wanted:
            return "Maybe date(2026, 3, 1)"
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    if is_number and "Quantity" in {kind.__name__ for kind in wanted}:
        return "Maybe Quantity(3, 'm')"
    return "Maybe None, if it is unknown" if NoneType in wanted else ""


def hint_at_id(kind: str, /) -> str:
    """Advice that shows the id of a record of that *kind*.

    >>> hint_at_id("goal"), hint_at_id("client")
    ("Maybe 'goal-1'", "Maybe 'c-1'")

    .. versionadded:: 0.1
    """
    return f"Maybe '{_SHORT.get(kind, kind.replace(' ', '-'))}-1'"


def hint_at_term(kind: str, /) -> str:
    """Advice that shows the id of a catalogue entry of that *kind*, or any word of the field.

    >>> hint_at_term("care setting"), hint_at_term("duty")
    ("Maybe 'acute_ward'", "Maybe a word such as 'walking_distance'")

    .. versionadded:: 0.1
    """
    is_setting = kind == "care setting"
    return "Maybe 'acute_ward'" if is_setting else "Maybe a word such as 'walking_distance'"


def _words_like(text: str, words: list[Enum], /) -> str:
    asked = _folded(text)
    for word in words:
        own = word.value if isinstance(word.value, str) else word.name
        if asked in {_folded(own), _folded(word.name)}:
            return f"Maybe {_in_python(word)}"
    more = len(words) - _NAMED
    named = ", ".join(map(_in_python, words[:_NAMED]))
    return f"Maybe one of {named}" + (f", and {more} more" if more > 0 else "")


def _folded(text: str, /) -> str:
    return "_".join(text[:_LONGEST].casefold().replace("-", " ").replace("_", " ").split())


def _in_python(word: Enum, /) -> str:
    return f"{type(word).__name__}.{word.name}"
