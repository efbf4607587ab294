"""Policies: which criteria are asked, and what is let pass although nobody knows it."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, Self, final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import listed, term_id
from carecore.base.lookups import find_by_id, near_ids, put_by_id, take_out_by_id
from carecore.base.reasons import at
from carecore.errors import CareError, InvalidValue, UnknownId, WrongType
from carecore.matching.criteria import Criterion, CriterionKind, StandardCriterion
from carecore.matching.travel_times import TravelTimeCriterion

__all__ = [
    "FACILITY_POLICY",
    "PRIVATE_POLICY",
    "STANDARD_POLICY",
    "TRAVEL_POLICY",
    "Policy",
]


def _each_once(
    instance: object,
    attribute: "Attribute[tuple[StandardCriterion | Criterion, ...]]",
    value: tuple[StandardCriterion | Criterion, ...],
    /,
) -> None:
    del instance
    for index, one in enumerate(value):
        try:
            _members_make_sense(one)
        except CareError as fault:
            raise fault.below(at("$", attribute.name, index)) from None
    counted = Counter(one.id for one in value)
    for index, one in enumerate(value):
        if counted[one.id] > 1:
            what = f"the criterion {one.id!r} stands twice in the policy"
            place = f"$.{attribute.name}[{index}]"
            raise InvalidValue(what, place=place, advice="Maybe give one of them another id")


def _members_make_sense(one: StandardCriterion | Criterion, /) -> None:
    """Hold a criterion of somebody else to what one of ours is held to."""
    if isinstance(one, StandardCriterion):
        return
    # To a protocol a class looks like its values.
    if isinstance(one, type):
        what = f"this is the class {one.__name__}, and one of its values is wanted"
        raise WrongType(what, advice=f"Maybe {one.__name__}()")
    StandardCriterion(
        id=one.id, kind=CriterionKind.ROLE, is_hard=one.is_hard, weight=one.weight, tier=one.tier
    )


def _criterion_id(value: str, /) -> str:
    return term_id(value, kind="criterion")


def _criterion_ids(values: Iterable[str], /) -> tuple[str, ...]:
    return listed(values, _criterion_id, kind="criterion")


def _of_hard_criteria(
    policy: "Policy", attribute: "Attribute[tuple[str, ...]]", value: tuple[str, ...], /
) -> None:
    hard = policy.hard
    for index, key in enumerate(value):
        if key not in hard:
            place = at("$", attribute.name, index)
            raise UnknownId("hard criterion", key, near=near_ids(key, hard), place=place)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Policy:
    """Which criteria are asked of a pair, under a name and a version.

    Unknown is not no: where a hard criterion is unknown, the pair is undecided, unless the policy
    admits the unknown; then the pair is eligible and bears a mark.

    >>> relaxed = STANDARD_POLICY.admitting("care_setting").without("shared_language")
    >>> relaxed.label
    'standard, version 2, admitting care_setting, without shared_language'

    Attributes:
        name: its name.
        version: its version; whatever differs from it says so itself.
        criteria: what is asked, in the order in which it is told.
        admits: ids of the hard criteria that may be unknown.

    Raises:
        WrongType: if something is no criterion, or a member of one is of another type.
        InvalidValue: if a criterion stands twice, or a member of one has no meaning.
        UnknownId: if it admits what is no hard criterion of it.

    .. versionadded:: 0.1
    """

    name: str = field(validator=filled_text)
    version: str = field(default="1", validator=filled_text)
    criteria: tuple[StandardCriterion | TravelTimeCriterion | Criterion, ...] = field(
        default=(), validator=_each_once
    )
    admits: tuple[str, ...] = field(
        default=(), converter=_criterion_ids, validator=_of_hard_criteria
    )

    @property
    def label(self) -> str:
        """Name and version, as answers name it."""
        return f"{self.name}, version {self.version}"

    @property
    def hard(self) -> tuple[str, ...]:
        """Ids of its hard criteria."""
        return tuple(one.id for one in self.criteria if one.is_hard)

    @property
    def tiers(self) -> tuple[int, ...]:
        """The tiers of its soft criteria, in the order in which they are compared."""
        return tuple(sorted({one.tier for one in self.criteria if not one.is_hard}))

    def criterion(self, key: str, /) -> StandardCriterion | Criterion:
        """The criterion with that id.

        Raises:
            UnknownId: if there is none; the error names those that look like it.
        """
        return find_by_id(self.criteria, key, kind="criterion")

    def with_criterion(self, criterion: StandardCriterion | Criterion, /) -> Self:
        """This policy, with *criterion* in the place of the one with its id, or at the end.

        Raises:
            WrongType: if it is no criterion.
        """
        # A field says best what is wrong with something that is no criterion.
        (new,) = Policy(name=self.name, criteria=(criterion,)).criteria
        return attrs.evolve(
            self,
            criteria=put_by_id(self.criteria, new),
            version=f"{self.version}, with {new.id}",
            admits=tuple(one for one in self.admits if new.is_hard or one != new.id),
        )

    def without(self, *keys: str) -> Self:
        """This policy without the criteria with those ids.

        Raises:
            UnknownId: if there is no such criterion: a slip would leave one in.
        """
        left, version = self.criteria, self.version
        for key in keys:
            left = take_out_by_id(left, key, kind="criterion")
            version = f"{version}, without {key}"
        admits = tuple(one for one in self.admits if one not in keys)
        return attrs.evolve(self, criteria=left, version=version, admits=admits)

    def admitting(self, *keys: str) -> Self:
        """This policy, which lets pass that these hard criteria are unknown.

        Raises:
            UnknownId: if there is no such hard criterion.
        """
        version = "".join((self.version, *(f", admitting {key}" for key in keys)))
        admits = tuple(dict.fromkeys((*self.admits, *keys)))
        return attrs.evolve(self, version=version, admits=admits)


def _hard(*kinds: CriterionKind) -> tuple[StandardCriterion, ...]:
    return tuple(StandardCriterion(id=kind.value, kind=kind) for kind in kinds)


def _soft(name: str, kind: CriterionKind, /, *, weight: int, tier: int) -> StandardCriterion:
    return StandardCriterion(id=name, kind=kind, is_hard=False, weight=weight, tier=tier)


_KEPT_FOR_ALL: Final = (
    CriterionKind.ROLE,
    CriterionKind.DUTIES,
    CriterionKind.LICENCE,
    CriterionKind.TRAVEL,
    CriterionKind.JURISDICTION,
    CriterionKind.SERVICE_AREA,
    CriterionKind.CARE_SETTING,
    CriterionKind.LANGUAGE,
    CriterionKind.AVAILABILITY,
    CriterionKind.LEAVE,
    CriterionKind.CASELOAD,
    CriterionKind.ACUITY,
    CriterionKind.CONFLICT_OF_INTEREST,
    CriterionKind.VETO,
    CriterionKind.GENDER,
    CriterionKind.PAYER,
    CriterionKind.RATE,
)
"""What bars somebody who would come to a client's home."""

_FIRST: Final = (
    _soft("wished_for", CriterionKind.WISH, weight=6, tier=1),
    _soft("known_already", CriterionKind.CONTINUITY, weight=1, tier=1),
)
_SECOND: Final = (
    _soft("wanted_hours", CriterionKind.WANTED_HOURS, weight=4, tier=2),
    _soft("experienced", CriterionKind.EXPERIENCE, weight=4, tier=2),
    _soft("same_culture", CriterionKind.CULTURE, weight=2, tier=2),
)

STANDARD_POLICY: Final = Policy(
    name="standard",
    version="2",
    criteria=(
        *_hard(*_KEPT_FOR_ALL),
        *_FIRST,
        _soft("shared_language", CriterionKind.LANGUAGE, weight=4, tier=2),
        _soft("certified", CriterionKind.CERTIFICATION, weight=2, tier=2),
        _soft("close_by", CriterionKind.JURISDICTION, weight=2, tier=2),
        *_SECOND,
        _soft("caseload_room", CriterionKind.CASELOAD, weight=10, tier=3),
    ),
    admits=("service_area", "availability", "payer"),
)
"""What is asked where nobody says otherwise; the choice and the weights are carecore's own.

Whom the client wishes for comes first, and somebody the client knows already; then language,
certification, nearness, hours, experience and culture together; then who has more room.
What the client does not ask for bars nobody.
That nobody has said how many hours somebody has a week is let pass, because the caseload tells;
and so is that nobody has said which areas they serve or whose pay they accept, because one call
settles it.

>>> STANDARD_POLICY.label, STANDARD_POLICY.tiers
('standard, version 2', (1, 2, 3))

.. versionadded:: 0.1
"""

FACILITY_POLICY: Final = Policy(
    name="facility",
    version="2",
    criteria=(
        *_hard(
            CriterionKind.ROLE,
            CriterionKind.DUTIES,
            CriterionKind.LICENCE,
            CriterionKind.CARE_SETTING,
            CriterionKind.AVAILABILITY,
            CriterionKind.LEAVE,
            CriterionKind.CASELOAD,
            CriterionKind.ACUITY,
            CriterionKind.CONFLICT_OF_INTEREST,
            CriterionKind.VETO,
        ),
        _soft("caseload_room", CriterionKind.CASELOAD, weight=10, tier=1),
        _soft("wished_for", CriterionKind.WISH, weight=6, tier=1),
        _soft("known_already", CriterionKind.CONTINUITY, weight=4, tier=1),
        _soft("shared_language", CriterionKind.LANGUAGE, weight=4, tier=1),
        _soft("certified", CriterionKind.CERTIFICATION, weight=2, tier=2),
        _soft("experienced", CriterionKind.EXPERIENCE, weight=4, tier=2),
    ),
    admits=("availability",),
)
"""For a case manager of a facility, who serves whoever is in it; the choice is carecore's own.

Room in the caseload, a wish, somebody known already and a shared language count together.
A language that is not shared does not bar, because a facility has to find an interpreter; where the
professional works, what an hour costs and who pays is not asked, because the care setting says it.
Nor are gender and culture: how far an employer may go by them is a matter of law that a policy
cannot settle.

>>> "language" in FACILITY_POLICY.hard, "caseload" in FACILITY_POLICY.hard
(False, True)

.. versionadded:: 0.1
"""

PRIVATE_POLICY: Final = Policy(
    name="private",
    version="2",
    criteria=(
        *_hard(*_KEPT_FOR_ALL),
        *_FIRST,
        _soft("certified", CriterionKind.CERTIFICATION, weight=4, tier=2),
        _soft("shared_language", CriterionKind.LANGUAGE, weight=4, tier=2),
        _soft("close_by", CriterionKind.JURISDICTION, weight=2, tier=2),
        *_SECOND,
        _soft("within_budget", CriterionKind.RATE, weight=2, tier=3),
    ),
    admits=("service_area", "availability", "payer"),
)
"""For a care manager whom one client engages, and who stays; the choice is carecore's own.

Whom the client wishes for comes first, and somebody known already; then certification, language,
nearness, hours, experience and culture; then what an hour costs, where the client names a limit.
How full the caseload is does not count once there is room: the client asks for a person.

>>> PRIVATE_POLICY.tiers
(1, 2, 3)

.. versionadded:: 0.1
"""

TRAVEL_POLICY: Final = Policy(
    name="travel",
    version="2",
    criteria=(
        *_hard(
            CriterionKind.ROLE,
            CriterionKind.DUTIES,
            CriterionKind.TRAVEL,
            CriterionKind.LANGUAGE,
            CriterionKind.AVAILABILITY,
            CriterionKind.LEAVE,
            CriterionKind.ACUITY,
            CriterionKind.CONFLICT_OF_INTEREST,
            CriterionKind.VETO,
            CriterionKind.GENDER,
            CriterionKind.RATE,
        ),
        *_FIRST,
        _soft("shared_language", CriterionKind.LANGUAGE, weight=4, tier=2),
        _soft("certified", CriterionKind.CERTIFICATION, weight=4, tier=2),
        _soft("experienced", CriterionKind.EXPERIENCE, weight=4, tier=2),
    ),
)
"""For whoever goes along on a journey; the choice is carecore's own.

Licences are asked for at both ends of each leg and not where the client is; a caseload is not asked
about, because a journey is over soon; and hours that nobody knows do not do: somebody has to come.
Who pays for the way is a matter of the journey, and is not asked here.

>>> "travel" in TRAVEL_POLICY.hard, TRAVEL_POLICY.admits
(True, ())

.. versionadded:: 0.1
"""
