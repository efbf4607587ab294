"""The command `schema`: what a document of one type looks like."""

import argparse
from difflib import get_close_matches
from importlib import import_module
from inspect import isclass
from typing import Final

import attrs

from carecore.base.outline import Outline, Table
from carecore.codec import json_schema
from carecore.command_line.printing import Answer, as_json, wants_json
from carecore.errors import UnknownId

__all__ = ["schema"]

_ROOMS: Final = (
    "assessments",
    "base.amounts",
    "base.calendars",
    "base.jurisdictions",
    "base.outline",
    "base.reasons",
    "base.recurrence",
    "base.timing",
    "care_settings",
    "catalogue",
    "coverage",
    "credentials",
    "duties",
    "matching",
    "medications",
    "needs",
    "people",
    "plans",
    "record",
    "recovery",
    "review",
    "rights",
    "roles",
    "transitions",
    "travel",
    "validation",
)
_NO_DOCUMENTS: Final = frozenset({"PlanView", "Rule", "RuleSet"})
"""Classes that are code, or hold what they were asked about: no document holds one."""


def schema(options: argparse.Namespace, /) -> Answer:
    """The JSON Schema of a type, which is JSON in either format; without a type, every type.

    .. versionadded:: 0.1
    """
    found = _types()
    if options.type is None:
        return Answer(_every(found, options))
    if options.type not in found:
        asked: str = options.type
        near = {name.casefold(): name for name in found}
        close = get_close_matches(asked.casefold(), list(near))
        raise UnknownId("type", asked, near=[near[one] for one in close])
    _, kind = found[options.type]
    return Answer(as_json(json_schema(kind)))


def _types() -> dict[str, tuple[str, type]]:
    """Every class that a document can hold, by its name, and the room it stands in."""
    found: dict[str, tuple[str, type]] = {}
    for room in _ROOMS:
        page = import_module(f"carecore.{room}")
        for name in page.__all__:
            kind = getattr(page, name)
            if isclass(kind) and attrs.has(kind) and name not in _NO_DOCUMENTS:
                found[name] = (room, kind)
    return dict(sorted(found.items()))


def _every(found: dict[str, tuple[str, type]], options: argparse.Namespace, /) -> str:
    if wants_json(options):
        return as_json([{"type": name, "room": room} for name, (room, _) in found.items()])
    rows = [(name, room) for name, (room, _) in found.items()]
    return str(Outline("Types", (Table(("type", "room"), rows),)))
