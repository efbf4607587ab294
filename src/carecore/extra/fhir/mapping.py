"""Who reads which resource, and the table of all elements that have a place in our values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from carecore.extra.fhir import goals
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.found import Reader

__all__ = ["ELEMENTS", "READERS"]

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "Goal": goals.read_goal,
    }
)
ELEMENTS: Final[tuple[Element, ...]] = (*goals.ELEMENTS,)
"""Every element of FHIR R4 that has a place in our values, in the order of the resource types.

.. versionadded:: 0.1
"""
