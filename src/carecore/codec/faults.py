"""How the codec words what it refuses.

Values outside personal fields are quoted, but not at length; values inside are described.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final

from carecore.errors import CareError, ManyFaults, described

__all__ = ["below_key", "grouped", "leaves", "maybe", "near", "shortened", "shown", "told"]

_LONGEST: Final = 60
_NAME: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_]*", re.ASCII)
_QUOTED: Final = re.compile(
    rf"(?:'((?:[^'\\]|\\.){{{_LONGEST}}})(?:[^'\\]|\\.)+'"
    rf"|\"((?:[^\"\\]|\\.){{{_LONGEST}}})(?:[^\"\\]|\\.)+\")",
    re.DOTALL,
)
_WORDS: Final[dict[type, str]] = {
    type(None): "null",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}


def told(value: object, /) -> str:
    """What *value* of a document is, without quoting it: for all that is personal.

    >>> told("Ada Quill"), told(1941), told({"name": "Ada Quill"})
    ('text, 9 characters', 'a whole number', 'an object')
    """
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return _WORDS.get(type(value)) or described(value)


def shown(value: object, /) -> str:
    """What *value* of a document is, quoted up to 60 characters.

    >>> shown("no"), shown(True), shown([1, 2])
    ("'no'", 'true', 'a list')
    """
    if isinstance(value, str):
        return repr(value if len(value) <= _LONGEST else value[: _LONGEST - 3] + "...")
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else told(value)


def shortened(text: str, /) -> str:
    """The same message, with whatever it quotes cut to 60 characters.

    >>> len(shortened(repr("a" * 500)))
    65
    """
    return _QUOTED.sub(lambda found: repr((found[1] or found[2]) + "..."), text)


def near(word: str, known: Iterable[str], /) -> tuple[str, ...]:
    """Those of *known* that look like *word*, nearest first, three at most.

    >>> near("Need", ["needs", "note"])
    ('needs',)
    """
    return tuple(get_close_matches(word[:_LONGEST].lower(), list(known), n=3, cutoff=0.6))


def maybe(words: Sequence[str], /) -> str:
    """Advice that names *words*, or nothing if there are none.

    >>> maybe(["agent", "guardian"])
    "Maybe 'agent' or 'guardian'"
    """
    return "Maybe " + " or ".join(map(repr, words)) if words else ""


def below_key(key: str, /) -> str:
    """The place of *key* in an object: the object itself, if the key is no name.

    >>> below_key("needs"), below_key("odd key")
    ('$.needs', '$')
    """
    return f"$.{key}" if _NAME.fullmatch(key) and len(key) <= _LONGEST else "$"


def leaves(fault: CareError, /) -> tuple[CareError, ...]:
    """Each fault of *fault* by itself."""
    return fault.faults if isinstance(fault, ManyFaults) else (fault,)


def grouped(faults: Iterable[CareError], /) -> CareError:
    """The one fault there is, or all of them together.

    What comes back was never raised, so it holds on to nothing that it was raised from.
    """
    each = [leaf.below("$") for fault in faults for leaf in leaves(fault)]
    return each[0] if len(each) == 1 else ManyFaults(f"{len(each)} faults in the document", each)
