"""Who has to go along: what a client needs on the way, and the ladder of escorts.

The ladder is carecore's own: those who offer escorts and air ambulances say who goes along with
whom, and nobody sets it down as a rule.
"""

from enum import Enum
from functools import total_ordering
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text, plain_text, require_instance
from carecore.base.fields import checked
from carecore.base.identity import (
    CredentialId,
    DutyId,
    credential_ids,
    in_words,
)
from carecore.base.outline import Faces, Items, Outline, Paragraph, Section
from carecore.base.plan_ids import optional_duty_id
from carecore.base.reasons import (
    Fact,
    OwnChoice,
    Reason,
    Source,
    Verdict,
    all_of,
    at,
    tuple_of_sources,
)
from carecore.base.record_ids import terms

__all__ = ["EscortLevel", "EscortRung", "NeededEscort", "TravelNeed", "needed_escort"]


@total_ordering
class EscortLevel(Enum):
    """Who goes along, least first; levels compare.

    >>> EscortLevel.NURSE > EscortLevel.COMPANION
    True

    .. versionadded:: 0.1
    """

    NONE = "none"
    COMPANION = "companion"
    NURSE = "nurse"
    DOCTOR = "doctor"
    STRETCHER_TEAM = "stretcher_team"
    AIR_AMBULANCE = "air_ambulance"

    def __lt__(self, other: object) -> bool:
        """Whether this is the lower level."""
        if not isinstance(other, EscortLevel):
            return NotImplemented
        order = tuple(EscortLevel)
        return order.index(self) < order.index(other)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class EscortRung:
    """What one level of escort means: who comes, which duty they do, which seat it takes.

    >>> EscortRung(level=EscortLevel.COMPANION, name="companion", duty="help_on_journey").duty
    'help_on_journey'

    Attributes:
        level: the level.
        name: what people call it.
        description: who comes and when, in our own words.
        duty: id of the duty that whoever goes along has to be able to hold; `None`: nobody goes.
        licences: ids of the licences of which one is needed besides what the duty asks for; empty:
            what the duty asks for is enough.
        seat: where the client sits or lies, in our own words.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    level: EscortLevel
    name: str = field(validator=filled_text)
    description: str = field(default="", validator=plain_text)
    duty: DutyId | None = field(default=None, converter=optional_duty_id)
    licences: tuple[CredentialId, ...] = field(default=(), converter=credential_ids)
    seat: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class TravelNeed:
    """What a client needs on the way; what is left out is unknown, and unknown is not no.

    >>> needs = TravelNeed(is_stable=True, seated_upright=True, oxygen=True)
    >>> needs.ventilator is None
    True

    Attributes:
        is_stable: whether nothing is likely to turn for the worse on the way.
        seated_upright: whether the client can sit upright for take-off and landing.
        ventilator: whether a machine has to breathe.
        infusions: whether a drip has to run.
        controlled_cabin: whether pressure in the cabin, or the hour of departure, must be chosen.
        advanced_care: whether a doctor may have to step in.
        oxygen: whether oxygen is needed.
        injections: whether medicines have to be injected.
        monitoring: whether somebody has to watch pulse, breath or the like.
        personal_care: whether help is needed with meals or the toilet.
        mobility_help: whether help is needed to walk or to be moved.
        guidance: whether somebody has to keep a confused client from harm.

    .. versionadded:: 0.1
    """

    is_stable: bool | None = None
    seated_upright: bool | None = None
    ventilator: bool | None = None
    infusions: bool | None = None
    controlled_cabin: bool | None = None
    advanced_care: bool | None = None
    oxygen: bool | None = None
    injections: bool | None = None
    monitoring: bool | None = None
    personal_care: bool | None = None
    mobility_help: bool | None = None
    guidance: bool | None = None

    @classmethod
    def none(cls) -> "TravelNeed":
        """Somebody who needs nothing: stable, upright and independent; all of it is known.

        >>> TravelNeed.none().oxygen
        False
        """
        return cls(
            is_stable=True,
            seated_upright=True,
            ventilator=False,
            infusions=False,
            controlled_cabin=False,
            advanced_care=False,
            oxygen=False,
            injections=False,
            monitoring=False,
            personal_care=False,
            mobility_help=False,
            guidance=False,
        )


_LADDER: Final = OwnChoice(
    "the escort is the highest that any need asks for: unstable, on a ventilator, on a drip or in "
    "need of a chosen cabin, an air ambulance; else unable to sit upright, a stretcher and its "
    "team where the carrier takes one; else a doctor, a nurse or a companion by what is to be done"
)


@final
@frozen(weakref_slot=False, kw_only=True)
class _Step:
    """One thing that asks for an escort: the field, its answer, who then goes along, in words."""

    name: str
    answer: bool
    level: EscortLevel
    text: str


def _steps(level: EscortLevel, /, **texts: str) -> tuple[_Step, ...]:
    return tuple(
        _Step(name=name, answer=name not in _GOOD, level=level, text=text)
        for name, text in texts.items()
    )


_GOOD: Final = frozenset({"is_stable", "seated_upright", "stretcher_offered"})
_NO_STRETCHER: Final = _Step(
    name="stretcher_offered",
    answer=False,
    level=EscortLevel.AIR_AMBULANCE,
    text="the client has to lie, and the carrier takes no stretcher",
)
_STEPS: Final = (
    *_steps(
        EscortLevel.AIR_AMBULANCE,
        is_stable="the client is unstable",
        ventilator="a machine has to breathe for the client",
        infusions="a drip has to run on the way",
        controlled_cabin="pressure in the cabin, or the hour of departure, has to be chosen",
    ),
    _NO_STRETCHER,
    *_steps(
        EscortLevel.STRETCHER_TEAM,
        seated_upright="the client has to lie for take-off and landing",
    ),
    *_steps(EscortLevel.DOCTOR, advanced_care="a doctor may have to step in"),
    *_steps(
        EscortLevel.NURSE,
        oxygen="oxygen is needed on the way",
        injections="medicines have to be injected on the way",
        monitoring="somebody has to watch pulse, breath or the like",
    ),
    *_steps(
        EscortLevel.COMPANION,
        personal_care="help is needed with meals or the toilet",
        mobility_help="help is needed to walk or to be moved",
        guidance="somebody has to keep the client from harm",
    ),
)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class NeededEscort(Faces):
    """Who has to go along, as far as can be told, and what has to be known to tell more.

    Attributes:
        level: who has to go along; `None`: what is unknown could change it.
        at_least: who has to go along whatever turns out.
        at_most: who has to go along if all that is unknown turns out for the worse.
        to_know: what has to be known, the weightiest first: names of fields of the need, and
            `stretcher_offered`.
        reasons: what asks for an escort, the weightiest first, then what is unknown.

    .. versionadded:: 0.1
    """

    level: EscortLevel | None
    at_least: EscortLevel
    at_most: EscortLevel
    to_know: tuple[str, ...] = field(default=(), converter=terms)
    reasons: tuple[Reason, ...] = ()

    def outline(self, *, full: bool = False) -> Outline:
        """The level, or the two it lies between, and why.

        .. versionadded:: 0.1
        """
        del full
        lowest, highest = in_words(self.at_least.value), in_words(self.at_most.value)
        if self.level is None:
            found = f"Not decided yet: at least {lowest}, at most {highest}."
        else:
            found = f"Escort: {lowest}."
        why = Section("Why", (Items(tuple(reason.text for reason in self.reasons)),))
        return Outline("Who has to go along", (Paragraph(found), why))


def needed_escort(needs: TravelNeed, /, *, stretcher_offered: bool | None = None) -> NeededEscort:
    """Who has to go along with a client who needs this on the way.

    The highest level that any need asks for decides. Unstable, on a ventilator, on a drip, or in
    need of a chosen cabin or hour: an air ambulance. Else lying: a stretcher and its team, or an
    air ambulance where the carrier takes no stretcher. Else a doctor, a nurse or a companion, by
    what has to be done. The ladder is carecore's own.

    >>> import attrs
    >>> needs = attrs.evolve(TravelNeed.none(), oxygen=True)
    >>> needed_escort(needs).level
    <EscortLevel.NURSE: 'nurse'>
    >>> unsure = attrs.evolve(needs, seated_upright=None)
    >>> answer = needed_escort(unsure)
    >>> answer.level is None, answer.at_least.value, answer.at_most.value
    (True, 'nurse', 'air_ambulance')
    >>> answer.to_know
    ('stretcher_offered', 'seated_upright')

    Args:
        needs: what the client needs on the way.
        stretcher_offered: whether the carrier takes a stretcher; `None`: unknown.

    Raises:
        WrongType: if *needs* is no `TravelNeed`, or *stretcher_offered* no yes or no.

    .. versionadded:: 0.1
    """
    require_instance(needs, TravelNeed, name="the needs")
    if stretcher_offered is not None:
        require_instance(stretcher_offered, bool, name="stretcher_offered")
    asked = tuple((step, _asks(step, needs, stretcher_offered)) for step in _STEPS)
    seen = tuple(step for step, verdict in asked if verdict is Verdict.MET)
    least = max((step.level for step in seen), default=EscortLevel.NONE)
    unsure = tuple(
        step for step, verdict in asked if verdict is Verdict.UNKNOWN and step.level > least
    )
    most = max((step.level for step in unsure), default=least)
    # A carrier that is known to take no stretcher is nothing to ask about.
    to_know = tuple(
        step for step in unsure if step is not _NO_STRETCHER or stretcher_offered is None
    )
    return NeededEscort(
        level=least if least is most else None,
        at_least=least,
        at_most=most,
        to_know=tuple(step.name for step in to_know),
        reasons=(*(map(_needed, seen) if seen else (_NOTHING,)), *map(_unknown, to_know)),
    )


def _asks(
    step: _Step,
    needs: TravelNeed,
    stretcher_offered: bool | None,  # noqa: FBT001 # handed on
    /,
) -> Verdict:
    """Whether the step asks for its escort."""
    if step is not _NO_STRETCHER:
        known: bool | None = getattr(needs, step.name)
        return _is(known, step.answer)
    return all_of((_is(needs.seated_upright, wanted=False), _is(stretcher_offered, wanted=False)))


def _is(known: bool | None, /, wanted: bool) -> Verdict:  # noqa: FBT001 # its two arguments
    if known is None:
        return Verdict.UNKNOWN
    return Verdict.MET if known is wanted else Verdict.NOT_MET


def _needed(step: _Step, /) -> Reason:
    return Reason(
        id=step.name,
        text=step.text,
        facts=(Fact(name=in_words(step.name), seen=step.answer, place=at("$", step.name)),),
        sources=(_LADDER,),
    )


def _unknown(step: _Step, /) -> Reason:
    return Reason(
        id=f"{step.name}_unknown",
        text=f"nobody knows whether {step.text}",
        facts=(Fact(name=in_words(step.name), seen=None, place=at("$", step.name)),),
        sources=(_LADDER,),
    )


_NOTHING: Final = Reason(
    id="nothing_needed", text="nothing is known to be needed on the way", sources=(_LADDER,)
)
