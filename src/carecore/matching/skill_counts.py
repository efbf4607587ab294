"""How many of a panel ask for each skill of a role, one skill at a time."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, final

from attrs import Attribute, field, frozen

from carecore.base.fields import checked
from carecore.base.identity import (
    CareSettingId,
    ClientId,
    CredentialId,
    credential_ids,
    in_words,
    optional_care_setting_id,
)
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.base.plan_ids import client_ids
from carecore.errors import InvalidValue
from carecore.matching.decision import Taken
from carecore.matching.looks import points_of
from carecore.matching.openings import tightest
from carecore.people import Client

__all__ = ["SkillCount", "SkillKind", "counts_of", "least_needed"]


class SkillKind(Enum):
    """What kind of skill is counted.

    .. versionadded:: 0.1
    """

    LANGUAGE = "language"
    LICENCE = "licence"
    PLACE = "place"
    CARE_SETTING = "care_setting"


def _is_sum(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    # A sum over a panel may be larger than what one client may have.
    if value < 0:
        what = f"the {attribute.name} of a {type(instance).__name__} are below 0"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe count again")


def _optional_sum(instance: object, attribute: "Attribute[Any]", value: int | None, /) -> None:
    if value is not None:
        _is_sum(instance, attribute, value)


def _not_more_than_all(count: "SkillCount", _: object, only: tuple[ClientId, ...], /) -> None:
    others = [one for one in only if one not in count.clients]
    if others:
        what = f"{others[0]!r} asks for nothing else, and is not among those who ask"
        raise InvalidValue(what, place="$.only", advice="Maybe add it to clients")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class SkillCount:
    """How many clients of a panel ask for one skill of a role.

    Whose answer is not known is counted apart: unknown is not no.

    >>> count = SkillCount(
    ...     kind=SkillKind.LANGUAGE, language="pl", clients=["c-1", "c-2"], only=["c-2"], points=3
    ... )
    >>> print(count)
    language pl: 2 clients, 3 points; 1 of them nothing else

    Attributes:
        kind: what kind of skill.
        language: BCP 47 tag of the language that the clients speak best.
        credentials: ids of the licences of which one is wanted.
        jurisdiction: where the licence has to hold, or the client is.
        setting: id of the care setting.
        is_known: whether it is known what these clients ask for.
        clients: ids of the clients for whom somebody has to be engaged.
        only: ids of those who speak no other language.
        points: caseload points they take up; a client whose points are unknown counts as 1.
        professionals_needed: at least how many it takes for them, by the caseload limit given;
            `None` without one.

    .. versionadded:: 0.1
    """

    kind: SkillKind
    language: str | None = None
    credentials: tuple[CredentialId, ...] = field(default=(), converter=credential_ids)
    jurisdiction: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)
    setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    is_known: bool = True
    clients: tuple[ClientId, ...] = field(converter=client_ids)
    only: tuple[ClientId, ...] = field(
        default=(), converter=client_ids, validator=_not_more_than_all
    )
    points: int = field(default=0, validator=_is_sum)
    professionals_needed: int | None = field(default=None, validator=_optional_sum)

    @property
    def wanted(self) -> str:
        """What is wanted, in words."""
        where = "" if self.jurisdiction is None else self.jurisdiction.code
        if self.kind is SkillKind.LICENCE:
            what = " or ".join(map(in_words, self.credentials))
            return f"{what} in {where or 'a place that is not known'}"
        if not self.is_known:
            return "not known"
        return where or self.language or in_words(self.setting or "")

    def __str__(self) -> str:
        """What is wanted, and by how many."""
        many, points = len(self.clients), self.points
        text = f"{in_words(self.kind.value)} {self.wanted}: {many} client{'' if many == 1 else 's'}"
        text = f"{text}, {points} point{'' if points == 1 else 's'}"
        return f"{text}; {len(self.only)} of them nothing else" if self.only else text


def least_needed(points: Sequence[int], limit: int | None, /) -> int | None:
    """At least how many professionals it takes for clients who take up so many points each.

    Two clients who take up more than half of a caseload do not go together.

    >>> least_needed([3, 3, 3], 5), least_needed([1, 1, 1], 5), least_needed([1], None)
    (3, 1, None)
    """
    if limit is None:
        return None
    return max(-(-sum(points) // limit), sum(2 * one > limit for one in points))


_Row: TypeAlias = tuple[SkillKind, Hashable]


def counts_of(
    found: Iterable[tuple[Client, Taken]], limit: int | None, day: date, /
) -> tuple[SkillCount, ...]:
    """For each skill, the clients who ask for it on *day*; of each kind, the most first."""
    rows: dict[_Row, dict[ClientId, Client]] = {}
    made: dict[_Row, SkillCount] = {}
    for client, one in found:
        for count in _asked(client, one):
            row = (
                count.kind,
                (count.language, count.credentials, count.jurisdiction, count.setting),
            )
            made.setdefault(row, count)
            rows.setdefault(row, {})[client.id] = client
    kinds = list(SkillKind)
    counts = [
        _counted(made[row], list(clients.values()), limit, day) for row, clients in rows.items()
    ]
    return tuple(
        sorted(
            counts,
            key=lambda one: (
                kinds.index(one.kind),
                not one.is_known,
                -len(one.clients),
                one.wanted,
            ),
        )
    )


def _asked(client: Client, one: Taken, /) -> Iterator[SkillCount]:
    """What one client asks for, skill by skill."""
    languages, place, who = client.languages, client.jurisdiction, (client.id,)
    if languages != ():
        first = None if languages is None else languages[0]
        kind = SkillKind.LANGUAGE
        yield SkillCount(kind=kind, language=first, is_known=first is not None, clients=who)
    for gate in tightest((*one.holds, *one.unreached)):
        yield SkillCount(
            kind=SkillKind.LICENCE,
            credentials=gate,
            jurisdiction=place,
            is_known=place is not None,
            clients=who,
        )
    kind = SkillKind.PLACE
    yield SkillCount(kind=kind, jurisdiction=place, is_known=place is not None, clients=who)
    kind, setting = SkillKind.CARE_SETTING, client.setting
    yield SkillCount(kind=kind, setting=setting, is_known=setting is not None, clients=who)


def _counted(
    first: SkillCount, clients: list[Client], limit: int | None, day: date, /
) -> SkillCount:
    points = [points_of(one, day) for one in clients]
    alone = [one.id for one in clients if len(one.languages or ()) == 1]
    is_spoken = first.kind is SkillKind.LANGUAGE and first.is_known
    return SkillCount(
        kind=first.kind,
        language=first.language,
        credentials=first.credentials,
        jurisdiction=first.jurisdiction,
        setting=first.setting,
        is_known=first.is_known,
        clients=[one.id for one in clients],
        only=alone if is_spoken else (),
        points=sum(points),
        professionals_needed=least_needed(points, limit),
    )
