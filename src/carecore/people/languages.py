"""How well somebody speaks a language."""

from enum import Enum
from functools import total_ordering
from typing import final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked

__all__ = ["LanguageLevel", "LanguageSkill"]


@total_ordering
class LanguageLevel(Enum):
    """How well a language is spoken, least first; levels compare.

    The names are those of the Common European Framework of Reference for Languages (Council of
    Europe, global scale); it knows no level above C2, so whoever grew up with a language has C2.

    >>> LanguageLevel.B2 >= LanguageLevel.B1
    True

    .. versionadded:: 0.1
    """

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"

    def __lt__(self, other: object) -> bool:
        """Whether this is less."""
        if not isinstance(other, LanguageLevel):
            return NotImplemented
        return self.value < other.value


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class LanguageSkill:
    """A language that somebody speaks, and how well.

    >>> LanguageSkill(language="de", level=LanguageLevel.B2).level
    <LanguageLevel.B2: 'B2'>

    Attributes:
        language: a BCP 47 tag.
        level: how well; `None`: unknown.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: if the language is blank.

    .. versionadded:: 0.1
    """

    language: str = field(validator=filled_text)
    level: LanguageLevel | None = None
