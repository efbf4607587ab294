"""The log of a plan: who changed it, when, why, and where."""

from datetime import datetime
from typing import Any, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, tuple_of_texts, whole_number
from carecore.base.fields import checked
from carecore.base.identity import PersonId, person_id
from carecore.base.privacy import PERSONAL
from carecore.errors import InvalidValue

__all__ = ["Revision"]


def _from_one(instance: object, attribute: "Attribute[Any]", value: int, /) -> None:
    whole_number(instance, attribute, value)
    if value == 0:
        what = "the number of a Revision is 0, and the first one is 1"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe 1")


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Revision:
    """One change of a plan; `revise` writes it.

    >>> from datetime import UTC
    >>> Revision(
    ...     number=1,
    ...     by="p-1",
    ...     at=datetime(2026, 3, 9, 14, tzinfo=UTC),
    ...     because="Ada fell on Sunday.",
    ...     changed=["$.goals[0].targets[0].due"],
    ... )
    <Revision 1>

    Attributes:
        number: how many changes there have been, this one counted.
        by: id of the person who changed it.
        at: when; a moment with a time zone.
        because: why; personal.
        changed: places in the plan as revised that came in or became different, or from which
            something went; see `carecore.base.reasons.at`.
        removed: ids of what is on the plan no more.

    Raises:
        WrongType: if `at` is a day, or has no time zone.
        InvalidValue: if the number is below 1, or nobody says why.

    .. versionadded:: 0.1
    """

    number: int = field(validator=_from_one)
    by: PersonId = field(converter=person_id)
    at: datetime
    because: str = field(metadata=PERSONAL, repr=False, validator=filled_text)
    changed: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    removed: tuple[str, ...] = field(default=(), converter=tuple_of_texts)

    def __repr__(self) -> str:
        """The name of the class, and the number."""
        return f"<Revision {self.number}>"
