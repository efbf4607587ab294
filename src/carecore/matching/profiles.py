"""Profiles: what somebody who is added to a pool would have to have."""

from datetime import date
from functools import reduce
from typing import Any, Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import RoleId, role_id
from carecore.base.reasons import OwnChoice, Reason, at
from carecore.errors import InvalidValue
from carecore.matching.fits import counted
from carecore.matching.remedies import Pair, Remedy
from carecore.people import Client, Professional
from carecore.roles import EmployerKind

__all__ = ["Profile"]

_ASSUMED: Final = OwnChoice(
    "somebody who is added begins with an empty caseload, and has no hours, leave or employer "
    "that anybody has named"
)
_ANYBODY: Final = Client(id="anybody")


def _at_least_one(instance: object, attribute: "Attribute[Any]", value: int, /) -> None:
    counted(instance, attribute, value)
    if value < 1:
        what = "the caseload limit is 0, and nobody could be placed"
        raise InvalidValue(what, place="$.caseload_limit", advice="Maybe 1 or more")


def _can_be_had(
    instance: object, attribute: "Attribute[tuple[Remedy, ...]]", value: tuple[Remedy, ...], /
) -> None:
    del instance
    for index, one in enumerate(value):
        if one.points is not None or one.starts is not None:
            what = "nobody has room, or a later day, before they come"
            place = at("$", attribute.name, index)
            raise InvalidValue(what, place=place, advice="Maybe another caseload_limit or as_of")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Profile:
    """What somebody who is added to a pool would have to have; it can be tried.

    It asks for no more than is needed.
    What it does not ask for is not known of whoever is added; a caseload is assumed, and `because`
    says where its limit is from.

    >>> profile = Profile(
    ...     role="care_manager",
    ...     name="care manager",
    ...     as_of=date(2026, 11, 23),
    ...     asks=(
    ...         Remedy(criterion="language", text="they speak pl", language="pl"),
    ...         Remedy(criterion="jurisdiction", text="they work in US-CO", jurisdiction="US-CO"),
    ...     ),
    ...     caseload_limit=20,
    ...     because=Reason(id="given", text="the limit is the one that was given"),
    ... )
    >>> profile.conditions
    'they speak pl and work in US-CO'
    >>> person = profile.professional("p-new")
    >>> person.languages, person.places_free(as_of=date(2026, 11, 23))
    (('pl',), 20)

    Attributes:
        role: id of the role.
        name: what people call the role.
        as_of: the day asked about.
        asks: what they have to have, each as a change that makes it so.
        employer: who has to employ them; `None`: anybody may.
        caseload_limit: how many caseload points they are taken to take on.
        because: where that limit is from.

    Raises:
        WrongType: if a field has a type not taken here.
        InvalidValue: if the limit is 0, or room or a later day is asked for.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    name: str = field(validator=filled_text)
    as_of: date
    asks: tuple[Remedy, ...] = field(default=(), validator=_can_be_had)
    employer: EmployerKind | None = None
    caseload_limit: int = field(validator=_at_least_one)
    because: Reason

    @property
    def conditions(self) -> str:
        """What they have to have, in words, to follow "if"; empty if the role is enough."""
        texts = [one.text for one in self.asks]
        if self.employer is not None:
            texts.append(f"they are employed by {self.employer.value.replace('_', ' ')}")
        if not texts:
            return ""
        first, *others = texts
        shorter = [one.removeprefix("they ") for one in others]
        rest = shorter if first.startswith("they ") else others
        *most, last = (first, *rest)
        return f"{', '.join(most)} and {last}" if most else last

    def professional(self, key: str, /) -> Professional:
        """Somebody of this profile under the id *key*, with everything else left open.

        Raises:
            WrongType: if *key* is no text.
            InvalidValue: if it is no id.
        """
        person = Professional(
            id=key,
            roles=[self.role],
            employer=self.employer,
            caseload_limit=self.caseload_limit,
            caseload=0,
        )
        pair = Pair(client=_ANYBODY, professional=person, as_of=self.as_of)
        return reduce(_after, self.asks, pair).professional

    @property
    def assumptions(self) -> tuple[Reason, ...]:
        """What is taken to be so of whoever is added."""
        text = "whoever is added begins with an empty caseload"
        return (self.because, Reason(id="empty_caseload", text=text, sources=[_ASSUMED]))


def _after(pair: Pair, remedy: Remedy, /) -> Pair:
    return remedy.apply(pair)
