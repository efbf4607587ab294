"""The command `list`: the ids and the words of one shelf."""

import argparse
from importlib import import_module
from operator import attrgetter
from typing import Final, cast

from carecore.base.identity import in_words
from carecore.base.outline import Outline, Table
from carecore.catalogue import STANDARD
from carecore.command_line.printing import Answer, as_json, wants_json
from carecore.record import EventSign, EvidenceRule, ObservationSign, Sign
from carecore.roles import PayerKind

__all__ = ["shelf"]

_COLUMNS: Final = {"needs": "words", "rules": "title"}
"""What stands beside an id, where it is no name."""


def shelf(options: argparse.Namespace, /) -> Answer:
    """The ids and the words of one shelf.

    .. versionadded:: 0.1
    """
    columns, rows = _rows(options.shelf)
    if wants_json(options):
        return Answer(as_json([dict(zip(columns, row, strict=True)) for row in rows]))
    table = Table([in_words(column) for column in columns], rows)
    return Answer(str(Outline(options.shelf.capitalize(), (table,))))


def _rows(shelf: str, /) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    if shelf == "payers":
        return ("id", "name"), [(kind.value, in_words(kind.value)) for kind in PayerKind]
    if shelf == "rules":
        # The rulebook is loaded only where it is asked for.
        rules = import_module("carecore.rulebook").STANDARD_RULES
        return ("id", "title"), [(one.code, one.page.title) for one in rules]
    if shelf == "gates":
        gates: list[tuple[str, ...]] = [
            (gate.id, gate.name, _shown_by(gate.evidence)) for gate in STANDARD.gates
        ]
        return ("id", "name", "shown_by"), gates
    if shelf == "pathways":
        return ("id", "milestone", "name", "shown_by"), [
            (pathway.id, one.id, one.name, _shown_by(one.evidence))
            for pathway in STANDARD.pathways
            for one in pathway.milestones
        ]
    column = _COLUMNS.get(shelf, "name")
    text = attrgetter("id", column)
    entries = getattr(STANDARD, "care_settings" if shelf == "settings" else shelf)
    return ("id", column), [cast("tuple[str, ...]", text(one)) for one in entries]


def _shown_by(rule: EvidenceRule | None, /) -> str:
    """The words by which a record shows it."""
    if rule is None:
        return "somebody's word"
    ways = [" and ".join(map(_told, rule.all_of)), " or ".join(map(_told, rule.any_of))]
    return "; and ".join(way for way in ways if way)


def _told(sign: Sign, /) -> str:
    if isinstance(sign, EventSign):
        kind = "event" if sign.kind is None else sign.kind.value
        return " ".join(part for part in (kind, sign.what, sign.setting) if part)
    kind = "observation" if isinstance(sign, ObservationSign) else "condition"
    return f"{kind} {sign.what}"
