"""Two roles side by side."""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, filled_text, placed, require_instance, tuple_of_texts
from carecore.base.identity import DutyId, RoleId, duty_ids, in_words, role_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Part, Section, Table
from carecore.base.reasons import Source, tuple_of_sources
from carecore.roles.model import Role

__all__ = ["Difference", "RoleComparison", "compare_roles"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Difference:
    """One aspect in which two roles differ.

    >>> Difference(aspect="employer", left=("facility",), right=("client",)).aspect
    'employer'

    Attributes:
        aspect: in what they differ.
        left: how it is with the first role, in words.
        right: how it is with the second.

    .. versionadded:: 0.1
    """

    aspect: str = field(validator=filled_text)
    left: tuple[str, ...] = field(converter=tuple_of_texts)
    right: tuple[str, ...] = field(converter=tuple_of_texts)


def _differences(values: Iterable[Difference], /) -> tuple[Difference, ...]:
    return each_of(values, Difference)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RoleComparison(Faces):
    """Two roles side by side.

    Attributes:
        left: id of the first role.
        right: id of the second.
        shared: ids of the duties typical of both.
        only_left: ids of the duties typical of the first and not of the second.
        only_right: ids of the duties typical of the second and not of the first.
        differences: aspects in which they differ.
        sources: what the comparison rests on.

    .. versionadded:: 0.1
    """

    left: RoleId = field(converter=role_id)
    right: RoleId = field(converter=role_id)
    shared: tuple[DutyId, ...] = field(converter=duty_ids)
    only_left: tuple[DutyId, ...] = field(converter=duty_ids)
    only_right: tuple[DutyId, ...] = field(converter=duty_ids)
    differences: tuple[Difference, ...] = field(converter=_differences)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def outline(self, *, full: bool = False) -> Outline:
        """The comparison as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        left, right = in_words(self.left), in_words(self.right)
        rows = [(d.aspect, "; ".join(d.left), "; ".join(d.right)) for d in self.differences]
        duties = (
            (f"Both the {left} and the {right}", self.shared),
            (f"Typical of the {left} only", self.only_left),
            (f"Typical of the {right} only", self.only_right),
        )
        return Outline(
            f"{left} and {right}".capitalize(),
            (
                Table(("aspect", left, right), rows),
                *(
                    Section(f"{heading} ({len(ids)})", _bullets(map(in_words, ids)))
                    for heading, ids in duties
                ),
                Section("Sources", _bullets(map(str, self.sources))),
            ),
        )


def compare_roles(left: Role, right: Role, /) -> RoleComparison:
    """What two roles share and in what they differ.

    >>> nurse = Role(id="a", name="a", definition="a", typical=["monitor_care", "educate"])
    >>> coach = Role(id="b", name="b", definition="b", typical=["educate"], term="new")
    >>> comparison = compare_roles(nurse, coach)
    >>> comparison.shared, comparison.only_left, comparison.only_right
    (('educate',), ('monitor_care',), ())
    >>> [difference.aspect for difference in comparison.differences]
    ['age of the term']

    Raises:
        WrongType: if one of them is no role.

    .. versionadded:: 0.1
    """
    require_instance(left, Role, name="the left")
    require_instance(right, Role, name="the right")
    theirs, ours = frozenset(right.typical), frozenset(left.typical)
    pairs = zip(_aspects(left), _aspects(right), strict=True)
    return RoleComparison(
        left=left.id,
        right=right.id,
        shared=[duty for duty in left.typical if duty in theirs],
        only_left=[duty for duty in left.typical if duty not in theirs],
        only_right=[duty for duty in right.typical if duty not in ours],
        differences=[
            Difference(aspect=aspect, left=one, right=other)
            for (aspect, one), (_, other) in pairs
            if one != other
        ],
        sources=(*left.sources, *right.sources),
    )


def _aspects(role: Role, /) -> tuple[tuple[str, tuple[str, ...]], ...]:
    employers = dict.fromkeys(in_words(way.employer.value) for way in role.engagements)
    payers = dict.fromkeys(in_words(kind.value) for way in role.engagements for kind in way.payers)
    return (
        ("employer", tuple(employers)),
        ("paid by", tuple(payers)),
        ("works where", role.workplaces),
        ("relation to the client", (role.relation,) if role.relation else ()),
        ("age of the term", (role.term,) if role.term else ()),
        ("disciplines", role.disciplines),
        ("professional bodies", role.bodies),
        ("licence of its own", (role.licensing,) if role.licensing else ()),
        ("certifications", role.certifications),
    )


def _bullets(texts: Iterable[str], /) -> tuple[Part, ...]:
    entries = tuple(texts)
    return (Items(entries),) if entries else ()
