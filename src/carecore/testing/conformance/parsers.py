"""What is asked of a parser that reads the bytes of documents."""

import json
from collections.abc import Callable
from typing import Any, Final, cast

from carecore.codec import dumps, loads
from carecore.errors import described
from carecore.plans import CarePlan
from carecore.testing.traveller import traveller_plan

__all__ = ["check_parser"]

_DOCUMENTS: Final = (
    *("null", "true", "false", "0", "-0", "-1", "1.0", "1e2", "-0.5", '""', "[]", "{}"),
    *("9223372036854775807", "-9223372036854775808", "0.1", "[1, [2.0, [true, null]]]"),
    *(
        '"Zoë \\u00eb \\ud83d\\ude00 \\" \\\\ \\/ \\b \\f \\n \\r \\t"',
        '{"b": {"a": [1]}, "a": ""}',
    ),
)
_BROKEN: Final = ("", "{", '{"a": }', "[1,]", '"open', "nul", "[1] 2", "'a'", "{1: 2}", "01")


def check_parser(parser: Callable[[bytes], object], /) -> None:
    """Make sure that a parser reads JSON as `loads(..., parser=...)` expects.

    - It gives what the standard library gives, value by value and type by type.
    - It raises for what is no JSON.
    - A whole plan comes back equal.

    >>> check_parser(json.loads)

    Args:
        parser: takes UTF-8 bytes, gives plain data.

    Raises:
        AssertionError: if it breaks a promise; the text says which, and on which document.

    .. versionadded:: 0.1
    """
    for document in _DOCUMENTS:
        wanted, given = json.loads(document), parser(document.encode())
        if not _is_same(wanted, given):
            what = f"it gives {given!r}, and {wanted!r} is wanted"
            raise AssertionError(f"the parser reads {document} in another way: {what}.")
    for document in _BROKEN:
        try:
            given = parser(document.encode())
        except Exception:  # noqa: BLE001, S112 # whatever it raises, it has said no
            continue
        raise AssertionError(
            f"the parser gives {described(given)} for {document!r}, which is no JSON."
        )
    plan = traveller_plan()
    if loads(dumps(plan), CarePlan, parser=parser) != plan:
        raise AssertionError("the parser does not bring back a whole plan as it was.")


def _is_same(wanted: object, given: object, /) -> bool:
    """Whether two things are equal and of the same types, all through."""
    if type(wanted) is not type(given):
        return False
    if isinstance(wanted, dict):
        one, other = cast("dict[str, Any]", wanted), cast("dict[str, Any]", given)
        return list(one) == list(other) and all(_is_same(one[key], other[key]) for key in one)
    if isinstance(wanted, list):
        these, those = cast("list[object]", wanted), cast("list[object]", given)
        return len(these) == len(those) and all(map(_is_same, these, those))
    return wanted == given
