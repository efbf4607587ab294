"""The command `rule`: the page of one rule, or all rules with what they find."""

import argparse

from carecore.base.outline import Outline, Table
from carecore.command_line.printing import Answer, as_json, plain, shown, wants_json
from carecore.review import PlanView
from carecore.rulebook import STANDARD_RULES
from carecore.validation import Rule

__all__ = ["rule"]


def rule(options: argparse.Namespace, /) -> Answer:
    """The page of a rule; without a code, every rule.

    .. versionadded:: 0.1
    """
    if options.code is None:
        return Answer(_every(options))
    code = str(options.code)
    found = STANDARD_RULES.rule(code.upper() if code.upper() in STANDARD_RULES else code)
    return Answer(as_json(_document(found)) if wants_json(options) else shown(found, options))


def _every(options: argparse.Namespace, /) -> str:
    if wants_json(options):
        return as_json([_head(one) for one in STANDARD_RULES])
    rows = [(one.code, one.severity.value, one.page.title) for one in STANDARD_RULES]
    return str(Outline("Rules", (Table(("code", "severity", "what it finds"), rows),)))


def _head(one: Rule[PlanView], /) -> dict[str, object]:
    return {"code": one.code, "severity": one.severity.value, "title": one.page.title}


def _document(one: Rule[PlanView], /) -> dict[str, object]:
    return {
        **_head(one),
        "name": one.name,
        "requires": list(one.requires),
        "page": plain(one.page),
        "sources": [plain(source) for source in one.sources],
    }
