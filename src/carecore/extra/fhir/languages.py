"""Languages that people speak, as BCP 47 tags."""

import re
from collections.abc import Iterable
from typing import Final

from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.nodes import Node

__all__ = ["are_told", "language_in", "languages_in", "spoken"]

_BCP_47: Final = "urn:ietf:bcp:47"
_SYSTEMS: Final = frozenset((_BCP_47, "http://hl7.org/fhir/ValueSet/languages"))
"""BCP 47, and the set of its tags that FHIR names, which some give as the system."""
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)


def language_in(inner: Node, /) -> str | None:
    """The tag of the language that a CodeableConcept names in a code; its words are lost."""
    found: str | None = None
    for coding in inner.nodes("coding") if inner.has("coding") else ():
        system, code = coding.rest.get("system"), coding.rest.get("code")
        is_tag = isinstance(code, str) and _TAG.fullmatch(code) is not None
        if found is None and is_tag and isinstance(system, str) and system in _SYSTEMS:
            found = coding.text("code")
            if system == _BCP_47:
                del coding.rest["system"]
    return found


def languages_in(node: Node, /) -> tuple[str, ...] | None:
    """The languages of `communication`, those that are preferred first; None: none is told."""
    if "communication" not in node.rest:
        return None
    told: list[tuple[str, bool, Node]] = []
    for one in node.nodes("communication"):
        inner = one.node("language")
        tag = None if inner is None else language_in(inner)
        if tag is not None:
            told.append((tag, one.rest.get("preferred") is True, one))
    ranks = [not is_preferred for _, is_preferred, _ in told]
    for index, (_, is_preferred, one) in enumerate(told):
        others = [*ranks[:index], is_preferred, *ranks[index + 1 :]]
        if _order(ranks) != _order(others):
            # It says something here: with another answer, they would stand in another order.
            one.flag("preferred")
    return tuple(told[index][0] for index in _order(ranks)) or None


def _order(ranks: list[bool], /) -> list[int]:
    return sorted(range(len(ranks)), key=ranks.__getitem__)


def spoken(languages: Iterable[str] | None, /) -> list[Json]:
    """A CodeableConcept for each language."""
    tags = () if languages is None else filter(_TAG.fullmatch, languages)
    return [{"coding": [{"system": _BCP_47, "code": tag}]} for tag in tags]


def are_told(languages: tuple[str, ...] | None, /) -> bool:
    """Whether `spoken` tells all of them, so that they are read again."""
    return languages is None or (bool(languages) and all(map(_TAG.fullmatch, languages)))
