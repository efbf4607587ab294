"""Criteria that each break one promise, as people do by mistake."""

import os
import random
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any, TypeAlias, final

import attrs

from carecore.base.reasons import Verdict
from carecore.matching import Judgement, Opening, Remedy
from carecore.people import Professional

Says: TypeAlias = "Callable[[Made, Professional, Opening], Any]"
Helps: TypeAlias = Callable[[Professional, Opening], Any]


def hours(criterion: "Made", person: Professional, opening: Opening) -> Judgement:
    """Whether there are enough hours."""
    del opening
    known = person.weekly_hours
    verdict = Verdict.UNKNOWN if known is None else Verdict.NOT_MET
    if known is not None and known >= 20:
        verdict = Verdict.MET
    return told(criterion, verdict, f"{known} hours")


def told(criterion: "Made", verdict: Verdict, text: str, **fields: Any) -> Judgement:  # noqa: ANN401 # whatever a field takes
    """A judgement of that criterion."""
    points = criterion.weight if verdict is Verdict.MET and not criterion.is_hard else 0
    return Judgement(
        criterion=criterion.id,
        is_hard=criterion.is_hard,
        verdict=verdict,
        **{"points": points, "text": text, **fields},
    )


def more_hours(person: Professional, opening: Opening) -> Iterable[Remedy]:
    """Twenty hours."""
    del person, opening
    return (Remedy(criterion="made", text="they have 20 hours", hours=20),)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Made:
    """A criterion of functions."""

    says: Says = hours
    helps: Helps = more_hours
    id: str = "made"
    is_hard: bool = True
    weight: int = 3
    tier: int = 1
    looks_at: tuple[str, ...] = ("$professional.weekly_hours",)

    def judge(self, professional: Professional, opening: Opening, /) -> Any:  # noqa: ANN401 # whatever
        """What the function says."""
        return self.says(self, professional, opening)

    def remedies(self, professional: Professional, opening: Opening, /) -> Iterable[Remedy]:
        """What would help."""
        given: Iterable[Remedy] = self.helps(professional, opening)
        return given


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class MadeInBulk:
    """A criterion of functions that everybody is asked at once."""

    says: Any = hours
    wants: Callable[[Opening], Any] = lambda _: ()
    holds: Callable[[Professional], Any] = lambda person: person.weekly_hours
    calls: Callable[[Opening], Any] = lambda _: frozenset[str]()
    id: str = "made"
    is_hard: bool = True
    weight: int = 3
    tier: int = 1
    looks_at: tuple[str, ...] = ("$professional.weekly_hours",)

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """What the function says."""
        judgement: Judgement = self.says(self, professional, opening)
        return judgement

    def remedies(self, professional: Professional, opening: Opening, /) -> Iterable[Remedy]:
        """None."""
        del professional, opening
        return ()

    def asks(self, opening: Opening, /) -> Hashable:
        """What it wants."""
        wanted: Hashable = self.wants(opening)
        return wanted

    def has(self, professional: Professional, /) -> Hashable:
        """What they hold."""
        held: Hashable = self.holds(professional)
        return held

    def names(self, opening: Opening, /) -> frozenset[str]:
        """Whom it calls by name."""
        named: frozenset[str] = self.calls(opening)
        return named


def reads_the_clock(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    late = date.today() > opening.as_of and person.roles == ("nobody",)
    return told(criterion, Verdict.MET, "late" if late else "in time")


def reads_the_environment(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del person, opening
    return told(criterion, Verdict.MET, "home" if "HOME" in os.environ else "away")


def rolls_dice(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del person, opening
    return told(criterion, Verdict.MET, f"{random.random()}")  # noqa: S311 # on purpose


def speaks_for_another(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    return attrs.evolve(hours(criterion, person, opening), criterion="another")


def gives_too_much(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del person, opening
    return told(criterion, Verdict.MET, "plenty", points=criterion.weight + 1)


def gives_nothing(criterion: Made, person: Professional, opening: Opening) -> None:
    del criterion, person, opening


def needs_a_limit(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    limit: Any = person.caseload_limit
    return told(criterion, Verdict.MET, f"{limit - (opening.client.caseload_points or 1)} left")


def shows_a_name(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del person
    return told(criterion, Verdict.MET, f"comes to {opening.client.name or 'somebody'}")


def shows_who(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del opening
    return told(criterion, Verdict.MET, f"{person.name or 'somebody'} comes")


def remembering() -> Says:
    """A function that keeps count."""
    seen: list[str] = []

    def remembers(criterion: Made, person: Professional, opening: Opening) -> Judgement:
        del opening
        seen.append(str(person.id))
        return told(criterion, Verdict.MET, f"number {len(seen)}")

    return remembers


def compares_by_identity(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del opening
    return told(criterion, Verdict.MET, f"the one at {id(person)}")


def unhelpful(person: Professional, opening: Opening) -> Iterable[Remedy]:
    """A language, where hours are missing."""
    del person, opening
    return (Remedy(criterion="made", text="they speak pl", language="pl"),)


def of_another(person: Professional, opening: Opening) -> Iterable[Remedy]:
    """A remedy of another criterion."""
    del person, opening
    return (Remedy(criterion="another", text="they have 20 hours", hours=20),)


def no_remedies(person: Professional, opening: Opening) -> Any:  # noqa: ANN401 # it lacks a return
    """It lacks a return."""
    del person, opening


def by_setting(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    served = opening.client.setting in (person.settings or ())
    verdict = Verdict.MET if served else Verdict.NOT_MET
    return told(criterion, verdict, "comes" if served else "does not come")


def by_id(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del opening
    return told(criterion, Verdict.MET, f"{person.id} is welcome")


def one_favourite(criterion: Made, person: Professional, opening: Opening) -> Judgement:
    del opening
    is_ines = str(person.id) == "p-ines"
    return told(criterion, Verdict.MET if is_ines else Verdict.NOT_MET, "by name")
