"""Two policies side by side: what is asked by one only, and what is asked in another way."""

from collections.abc import Iterator
from typing import Any, Final, cast, final

import attrs
from attrs import field, frozen

from carecore.base.checks import filled_text, require_instance
from carecore.base.fields import checked
from carecore.base.identity import in_words
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.policies import Policy

__all__ = ["CriterionDifference", "PolicyComparison", "compare_policies"]

_KNOWN: Final = ("is_hard", "weight", "tier")
_PASSING: Final = {True: "is let pass", False: "bars"}


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CriterionDifference:
    """One aspect in which two policies ask the same criterion in another way.

    >>> CriterionDifference(criterion="language", aspect="weight", left="4", right="6").right
    '6'

    Attributes:
        criterion: id of the criterion.
        aspect: in what they differ, such as *weight* or *where it is not met*.
        left: how it is with the first policy, in words.
        right: how it is with the second.

    .. versionadded:: 0.1
    """

    criterion: str = field(validator=filled_text)
    aspect: str = field(validator=filled_text)
    left: str = field(validator=filled_text)
    right: str = field(validator=filled_text)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class PolicyComparison(Faces):
    """Two policies side by side.

    It is true where they ask anything in another way, and false where they do not, whatever they
    are called.

    Attributes:
        left: name and version of the first policy.
        right: name and version of the second.
        only_left: ids of the criteria that only the first asks, in its order.
        only_right: ids of the criteria that only the second asks, in its order.
        differences: in what they ask the same criteria in another way.
        is_in_another_order: whether they tell what both ask in another order; that changes no
            answer.

    .. versionadded:: 0.1
    """

    left: str = field(validator=filled_text)
    right: str = field(validator=filled_text)
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()
    differences: tuple[CriterionDifference, ...] = ()
    is_in_another_order: bool = False

    def __bool__(self) -> bool:
        """Whether they ask anything in another way."""
        return bool(self.only_left or self.only_right or self.differences)

    def of(self, criterion: str, /) -> tuple[CriterionDifference, ...]:
        """In what the criterion with that id is asked in another way."""
        return tuple(one for one in self.differences if one.criterion == criterion)

    def outline(self, *, full: bool = False) -> Outline:
        """The comparison as an outline; it holds nothing personal, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        return Outline(f"Policies: {self.left}; and {self.right}", tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        if not self:
            yield Paragraph("Both ask the same, in the same way.")
        if self.only_left:
            yield Section(f"Asked by {self.left} only", (Items(map(in_words, self.only_left)),))
        if self.only_right:
            yield Section(f"Asked by {self.right} only", (Items(map(in_words, self.only_right)),))
        if self.differences:
            rows = [
                (in_words(one.criterion), one.aspect, one.left, one.right)
                for one in self.differences
            ]
            table = Table(("criterion", "in what", self.left, self.right), rows)
            yield Section("Asked in another way", (table,))
        if self.is_in_another_order:
            yield Paragraph("What both ask stands in another order, which changes no answer.")


def compare_policies(left: Policy, right: Policy, /) -> PolicyComparison:
    """What two policies ask, and in what they ask it in another way.

    Criteria are told apart by their ids.

    >>> from carecore.matching.policies import STANDARD_POLICY
    >>> ours = STANDARD_POLICY.without("certified").admitting("language")
    >>> comparison = compare_policies(STANDARD_POLICY, ours)
    >>> comparison.only_left, comparison.only_right
    (('certified',), ())
    >>> [(one.aspect, one.left, one.right) for one in comparison.differences]
    [('where it is unknown', 'bars', 'is let pass')]

    Raises:
        WrongType: if one of them is no policy.

    .. versionadded:: 0.1
    """
    advice = "Maybe STANDARD_POLICY"
    require_instance(left, Policy, name="the left", advice=advice)
    require_instance(right, Policy, name="the right", advice=advice)
    ours, theirs = ({one.id: one for one in each.criteria} for each in (left, right))
    both = [key for key in ours if key in theirs]
    return PolicyComparison(
        left=left.label,
        right=right.label,
        only_left=tuple(key for key in ours if key not in theirs),
        only_right=tuple(key for key in theirs if key not in ours),
        differences=tuple(
            CriterionDifference(criterion=key, aspect=aspect, left=one, right=other)
            for key in both
            for aspect, one, other in _differences(key, left, right)
        ),
        is_in_another_order=both != [key for key in theirs if key in ours],
    )


def _differences(key: str, left: Policy, right: Policy, /) -> Iterator[tuple[str, str, str]]:
    one, other = left.criterion(key), right.criterion(key)
    if one.is_hard != other.is_hard:
        yield "where it is not met", _unmet(one), _unmet(other)
    elif one.is_hard:
        passes = key in left.admits, key in right.admits
        if passes[0] != passes[1]:
            yield "where it is unknown", _PASSING[passes[0]], _PASSING[passes[1]]
    else:
        # What a hard one would weigh is never asked.
        for name in ("weight", "tier"):
            if getattr(one, name) != getattr(other, name):
                yield name, str(getattr(one, name)), str(getattr(other, name))
    yield from _settings(one, other)


def _unmet(one: StandardCriterion | Criterion, /) -> str:
    return "bars" if one.is_hard else f"earns none of {one.weight} points in tier {one.tier}"


def _settings(
    one: StandardCriterion | Criterion, other: StandardCriterion | Criterion, /
) -> Iterator[tuple[str, str, str]]:
    """In what two criteria differ that is not the same for all criteria."""
    if type(one) is not type(other):
        yield "written as", type(one).__name__, type(other).__name__
    elif attrs.has(type(one)):
        for each in attrs.fields(cast("type[attrs.AttrsInstance]", type(one))):
            values = getattr(one, each.name), getattr(other, each.name)
            if each.name not in _KNOWN and each.eq and values[0] != values[1]:
                yield in_words(each.name), _told(values[0]), _told(values[1])
    elif one != other:
        yield "settings", "its own", "others"


def _told(value: Any, /) -> str:  # noqa: ANN401 # what stands in a field
    if isinstance(value, tuple):
        return ", ".join(map(str, cast("tuple[object, ...]", value))) or "nothing"
    return str(getattr(value, "value", value)) or "nothing"
