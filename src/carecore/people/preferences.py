"""What a client asks of whoever comes: the wishes of a family, and whom they decline."""

from enum import Enum
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.amounts import Money
from carecore.base.fields import checked
from carecore.base.identity import ProfessionalId
from carecore.base.own_words import culture_words
from carecore.base.plan_ids import professional_ids
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.errors import InvalidValue
from carecore.people.fields import no_debt, refuse
from carecore.people.hours import WeeklyHours, optional_weekly_hours
from carecore.people.languages import LanguageLevel

__all__ = ["ClientPreferences", "Gender"]


class Gender(Enum):
    """The gender by which somebody is known; what nobody says is `None`.

    The words are those of FHIR's administrative gender, whose `unknown` is our `None`.

    .. versionadded:: 0.1
    """

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


def _are_not_wished(
    instance: "ClientPreferences",
    attribute: "Attribute[tuple[ProfessionalId, ...]]",
    vetoes: tuple[ProfessionalId, ...],
    /,
) -> None:
    wished = frozenset(instance.wishes)
    advice = "Maybe take the professional out of one of the two"
    refuse(
        "the preferences",
        [
            InvalidValue(
                f"the professional {one!r} is both wished for and declined",
                place=f"$.{attribute.name}[{index}]",
                advice=advice,
            )
            for index, one in enumerate(vetoes)
            if one in wished
        ],
    )


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class ClientPreferences(PrivateRepr):
    """What a client asks of whoever comes; whatever is left out is not asked for.

    >>> asked = ClientPreferences(wishes=["p-1"], vetoes=["p-2"], rate_limit=Money("60", "EUR"))
    >>> asked.wishes, asked.hours
    (('p-1',), None)

    Attributes:
        gender: personal; the gender of the person who comes; `None`: any.
        cultures: personal; words of the app's own vocabulary; whoever comes should be at home in
            one of them; empty: any.
        hours: when somebody should come, by the clock where the client is; `None`: whenever.
        wishes: ids of the professionals the client would like best, best first.
        vetoes: ids of the professionals the client or the family declines.
        rate_limit: the most that an hour may cost; `None`: no matter how much.
        language_level: how well whoever comes should at least speak a language of the client;
            `None`: no matter how well.

    Raises:
        WrongType: if a list is one bare text, or a value has a type not taken here.
        InvalidValue: if an id stands twice, a professional is both wished for and declined, or
            the amount is below nothing.

    .. versionadded:: 0.1
    """

    gender: Gender | None = field(default=None, metadata=PERSONAL)
    cultures: tuple[str, ...] = field(default=(), converter=culture_words, metadata=PERSONAL)
    hours: tuple[WeeklyHours, ...] | None = field(default=None, converter=optional_weekly_hours)
    wishes: tuple[ProfessionalId, ...] = field(default=(), converter=professional_ids)
    vetoes: tuple[ProfessionalId, ...] = field(
        default=(), converter=professional_ids, validator=_are_not_wished
    )
    rate_limit: Money | None = field(default=None, validator=no_debt)
    language_level: LanguageLevel | None = None
