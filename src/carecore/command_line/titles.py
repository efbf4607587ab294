"""The commands about job titles and roles: `roles` and `compare`."""

import argparse
from typing import Final

from carecore.catalogue import STANDARD, find_roles
from carecore.command_line.printing import Answer, shown
from carecore.errors import InvalidValue, UnknownId, quoted
from carecore.roles import Role, TitleConfidence, compare_roles

__all__ = ["compare", "roles"]

_SURE: Final = frozenset({TitleConfidence.EXACT, TitleConfidence.ALIAS})


def roles(options: argparse.Namespace, /) -> Answer:
    """What a job title may mean.

    .. versionadded:: 0.1
    """
    return Answer(shown(find_roles(options.title), options))


def compare(options: argparse.Namespace, /) -> Answer:
    """What two roles share, and how they differ.

    .. versionadded:: 0.1
    """
    return Answer(shown(compare_roles(_role(options.left), _role(options.right)), options))


def _role(asked: str, /) -> Role:
    try:
        return STANDARD.role(asked)
    except UnknownId:
        found = find_roles(asked).candidates
    candidates = list(dict.fromkeys(one.role for one in found))
    if not candidates:
        what = f"no role looks like {quoted(asked)}"
        raise InvalidValue(what, advice="Maybe case_manager or care_manager")
    if len(candidates) > 1 and found[0].confidence not in _SURE:
        what = f"{quoted(asked)} may mean several roles"
        raise InvalidValue(what, advice=f"Maybe one of: {', '.join(candidates)}")
    return STANDARD.role(candidates[0])
