"""How the codec words what it refuses.

Values outside personal fields are quoted, but not at length; values inside are described.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final

from carecore.base.identity import with_article
from carecore.errors import CareError, InvalidValue, ManyFaults, described

__all__ = [
    "another_class",
    "below_key",
    "grouped",
    "leaves",
    "maybe",
    "missing",
    "near",
    "one_of",
    "shortened",
    "shown",
    "told",
]

_LONGEST: Final = 60
_NAMED: Final = 8
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


def missing(name: str, /) -> InvalidValue:
    """The fault of an object that lacks a field.

    >>> print(missing("id"))
    $.id: the field 'id' is missing. Maybe add it.
    """
    what = f"the field {name!r} is missing"
    return InvalidValue(what, place=f"$.{name}", advice="Maybe add it")


def one_of(values: Iterable[object], /) -> str:
    """Advice that names *values*, eight at most, and how many more there are.

    >>> one_of("ab"), one_of(range(10))
    ("Maybe one of 'a', 'b'", 'Maybe one of 0, 1, 2, 3, 4, 5, 6, 7, and 2 more')
    """
    every = list(map(repr, values))
    more = len(every) - _NAMED
    return "Maybe one of " + ", ".join(every[:_NAMED]) + (f", and {more} more" if more > 0 else "")


def another_class(mark: object, wanted: str, /) -> InvalidValue | None:
    """The fault of an object whose *mark* names another class than is *wanted*, if it names one.

    >>> another_class("CarePlan", "Client").what
    'this is a CarePlan, and a Client is wanted'
    """
    if not isinstance(mark, str) or mark == wanted:
        return None
    if not mark.isidentifier() or len(mark) > _LONGEST:
        return None
    what = f"this is {with_article(mark)}, and {with_article(wanted)} is wanted"
    return InvalidValue(what, place="$.$type", advice="Maybe another one is meant")


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
