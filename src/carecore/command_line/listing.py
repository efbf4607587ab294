"""The command `list`: the ids and the words of one shelf."""

import argparse
from importlib import import_module
from operator import attrgetter
from typing import Final, cast

from carecore.base.identity import in_words
from carecore.base.outline import Outline, Table
from carecore.catalogue import STANDARD
from carecore.command_line.printing import Answer, as_json, wants_json
from carecore.roles import PayerKind

__all__ = ["shelf"]

_COLUMNS: Final = {"needs": "words", "rules": "title"}
"""What stands beside an id, where it is no name."""


def shelf(options: argparse.Namespace, /) -> Answer:
    """The ids and the words of one shelf.

    .. versionadded:: 0.1
    """
    column = _COLUMNS.get(options.shelf, "name")
    rows = _rows(options.shelf)
    if wants_json(options):
        return Answer(as_json([{"id": key, column: text} for key, text in rows]))
    table = Table(("id", column), rows)
    return Answer(str(Outline(options.shelf.capitalize(), (table,))))


def _rows(shelf: str, /) -> list[tuple[str, str]]:
    if shelf == "payers":
        return [(kind.value, in_words(kind.value)) for kind in PayerKind]
    if shelf == "rules":
        # The rulebook is loaded only where it is asked for.
        rules = import_module("carecore.rulebook").STANDARD_RULES
        return [(one.code, one.page.title) for one in rules]
    text = attrgetter("id", _COLUMNS.get(shelf, "name"))
    entries = getattr(STANDARD, "care_settings" if shelf == "settings" else shelf)
    return [cast("tuple[str, str]", text(one)) for one in entries]
