"""How one professional fits: what each criterion says, and what that comes to.

What a criterion says has words, and in a pool of thousands few of them are ever read.
So a judgement of a ranking knows its verdict and points at once, and its words when somebody asks
for the first of them; to whoever reads, compares, copies or keeps it, it is the same value.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import ProfessionalId, professional_id
from carecore.base.lookups import find_by_id
from carecore.base.reasons import Fact, Source, Verdict, all_of, tuple_of_sources
from carecore.errors import InvalidValue

__all__ = ["Fit", "Judgement", "counted", "fit_as_counted", "judgement_untold"]

_WORDS: Final = ("text", "seen", "wanted", "sources")
"""The fields of a judgement that are told when somebody asks."""
_put: Final = object.__setattr__
"""A frozen value takes no assignment, and this is part of making it."""


def counted(instance: object, attribute: "Attribute[Any]", value: int, /) -> None:
    """Validator: *value* is a number of points from 0 to 10¹²."""
    try:
        whole_number(instance, attribute, value)
    except InvalidValue as fault:
        advice = "Maybe a number from 0 to 1000"
        raise InvalidValue(fault.what, place=fault.place, advice=advice) from None


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Judgement:
    """What one criterion says of one professional.

    >>> judgement = Judgement(
    ...     criterion="caseload", is_hard=True, verdict=Verdict.NOT_MET, text="1 point free of 3"
    ... )
    >>> judgement.stands_in_the_way
    True

    Attributes:
        criterion: id of the criterion.
        is_hard: whether the pair does not fit where it is not met.
        verdict: met, not met or unknown; of a soft criterion, whether it earns anything.
        is_admitted: whether it is unknown, and the policy lets that pass.
        points: what a soft criterion earns.
        maximum: what it could earn.
        text: the same in words.
        seen: what was there.
        wanted: what was asked for.
        sources: what the criterion rests on.

    .. versionadded:: 0.1
    """

    criterion: str = field(validator=filled_text)
    is_hard: bool
    verdict: Verdict
    is_admitted: bool = False
    points: int = field(default=0, validator=counted)
    maximum: int = field(default=0, validator=counted)
    text: str = field(validator=filled_text)
    seen: tuple[Fact, ...] = ()
    wanted: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
    _tell: "Callable[[], Judgement] | None" = field(init=False, eq=False, repr=False, default=None)

    if not TYPE_CHECKING:
        # To a type checker it would say that every name is a field.
        def __getattr__(self, name: str, /) -> object:
            """The words, where nobody has asked for them yet."""
            return _told(self, name)

    def __reduce__(self) -> "tuple[Callable[..., Judgement], tuple[Any, ...]]":
        """With all words, and without who would have told them."""
        return (_with_words, tuple(getattr(self, name) for name in _GIVEN))

    @property
    def weighs(self) -> Verdict:
        """What it means for the pair: soft ones, and the unknown that is let pass, mean no harm."""
        return Verdict.MET if self.is_admitted or not self.is_hard else self.verdict

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the pair does not fit, or is undecided, because of it."""
        return self.weighs is not Verdict.MET

    def __str__(self) -> str:
        """The criterion, and the words."""
        return f"{self.criterion}: {self.text}"


_GIVEN: Final = tuple(one.name for one in attrs.fields(Judgement) if one.init)


def _with_words(*values: Any) -> Judgement:  # noqa: ANN401 # what stands in the fields
    return Judgement(**dict(zip(_GIVEN, values, strict=True)))


def _told(judgement: Judgement, name: str, /) -> object:
    """What stands in the field *name*, once whoever knows the words has told them."""
    tell: Callable[[], Judgement] | None = object.__getattribute__(judgement, "_tell")
    if tell is not None and name in _WORDS:
        told = tell()
        for word in _WORDS:
            _put(judgement, word, getattr(told, word))
        _put(judgement, "_tell", None)
    # Where another thread was quicker, the words are there now.
    return object.__getattribute__(judgement, name)


def judgement_untold(  # all that is known without words
    criterion: str,
    /,
    *,
    is_hard: bool,
    verdict: Verdict,
    is_admitted: bool,
    points: int,
    maximum: int,
    tell: Callable[[], Judgement],
) -> Judgement:
    """A judgement that is not in words yet; *tell* gives it with words, and the same otherwise."""
    made = object.__new__(Judgement)
    _put(made, "criterion", criterion)
    _put(made, "is_hard", is_hard)
    _put(made, "verdict", verdict)
    _put(made, "is_admitted", is_admitted)
    _put(made, "points", points)
    _put(made, "maximum", maximum)
    _put(made, "_tell", tell)
    return made


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Fit:
    """How one professional fits: all that the criteria say, also after one is not met.

    >>> Fit(professional_id="p-1").verdict
    <Verdict.MET: 'met'>

    Attributes:
        professional_id: id of the professional.
        judgements: what each criterion says, in the order of the policy.
        score: the points of the soft criteria, one number for each tier, the first tier first.

    .. versionadded:: 0.1
    """

    professional_id: ProfessionalId = field(converter=professional_id)
    judgements: tuple[Judgement, ...] = ()
    score: tuple[int, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """*Met*: fits. *Unknown*: undecided. *Not met*: does not fit."""
        return all_of(one.weighs for one in self.judgements)

    @property
    def failed(self) -> tuple[Judgement, ...]:
        """Every hard criterion that is not met."""
        return self._weighing(Verdict.NOT_MET)

    @property
    def undecided(self) -> tuple[Judgement, ...]:
        """Every hard criterion that is unknown, and not let pass."""
        return self._weighing(Verdict.UNKNOWN)

    @property
    def admitted(self) -> tuple[Judgement, ...]:
        """Every hard criterion that is unknown, and let pass by the policy: the mark."""
        return tuple(one for one in self.judgements if one.is_admitted)

    @property
    def soft(self) -> tuple[Judgement, ...]:
        """What the soft criteria say."""
        return tuple(one for one in self.judgements if not one.is_hard)

    def judgement(self, criterion: str, /) -> Judgement:
        """What the criterion with that id says.

        Raises:
            UnknownId: if it was not asked; the error names those that look like it.
        """
        return find_by_id(self.judgements, criterion, kind="judgement", by="criterion")

    def _weighing(self, verdict: Verdict, /) -> tuple[Judgement, ...]:
        return tuple(one for one in self.judgements if one.weighs is verdict)


def fit_as_counted(
    key: ProfessionalId, judgements: tuple[Judgement, ...], score: tuple[int, ...], /
) -> Fit:
    """A fit of judgements and points that were looked at already, which many thousands are."""
    made = object.__new__(Fit)
    _put(made, "professional_id", key)
    _put(made, "judgements", judgements)
    _put(made, "score", score)
    return made
