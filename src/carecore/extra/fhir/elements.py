"""One line of the table that says where each element of FHIR goes."""

from typing import final

from attrs import field, frozen

from carecore.base.fields import checked

__all__ = ["Element"]


@final
@frozen(weakref_slot=False, field_transformer=checked)
class Element:
    """One element of FHIR R4 that has a place in our values.

    >>> print(Element("Goal.lifecycleStatus", "Goal.status"))
    Goal.lifecycleStatus -> Goal.status

    Attributes:
        path: the element, as the specification writes it.
        to: the class and field that it becomes.
        note: what is particular about it; may be empty.

    .. versionadded:: 0.1
    """

    path: str
    to: str
    note: str = field(default="", kw_only=True)

    def __str__(self) -> str:
        """The element, and what it becomes."""
        return f"{self.path} -> {self.to}"
