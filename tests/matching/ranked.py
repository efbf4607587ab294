"""A client, somebody who fits, and a criterion of somebody else's; the people are made up."""

from datetime import date
from typing import Any, final

import attrs

from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.credentials import Licence
from carecore.matching import Judgement, Opening, Remedy
from carecore.people import Client, Professional
from carecore.roles import EmployerKind

__all__ = ["CLIENT", "DAY", "FITTING", "ROLE", "YEAR", "Mornings", "Neighbours", "like"]

DAY = date(2026, 11, 23)
ROLE = "care_manager"
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
CLIENT = Client(
    id="c-1",
    setting="home_independent",
    needs=("visit_mother_weekly",),
    jurisdiction="US-MA",
    languages=("pl", "en"),
    caseload_points=2,
    payers=("private_pay",),
)
FITTING = Professional(
    id="p-1",
    roles=(ROLE,),
    licences=(Licence(credential="rn", jurisdiction="US-MA", period=YEAR),),
    credentials=(),
    languages=("en",),
    settings=("home_independent",),
    jurisdictions=("US-MA",),
    employer=EmployerKind.CLIENT,
    weekly_hours=30,
    payers=("private_pay",),
    caseload_limit=20,
    caseload=10,
)


def like(name: str, **fields: Any) -> Professional:  # noqa: ANN401 # whatever a field takes
    """Somebody with that id who fits but for these fields."""
    return attrs.evolve(FITTING, id=name, **fields)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Mornings:
    """A criterion of somebody else's: enough hours for a client who wants all mornings."""

    id: str = "mornings"
    is_hard: bool = True
    weight: int = 3
    tier: int = 1
    least: int = 20

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The place that it looks at."""
        return ("$professional.weekly_hours",)

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Whether there are enough hours."""
        known = professional.weekly_hours
        verdict = Verdict.UNKNOWN
        if known is not None:
            verdict = Verdict.MET if known >= self.least else Verdict.NOT_MET
        return Judgement(
            criterion=self.id,
            is_hard=self.is_hard,
            verdict=verdict,
            points=0 if self.is_hard or verdict is not Verdict.MET else self.weight,
            maximum=0 if self.is_hard else self.weight,
            text=f"{known} hours",
        )

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """More hours."""
        return (Remedy(criterion=self.id, text="more hours", hours=self.least),)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Neighbours:
    """A criterion of somebody else's that a pool is asked at once: who serves as many places.

    Of those whom it favours it says something of their own.
    """

    id: str = "neighbours"
    is_hard: bool = True
    weight: int = 6
    tier: int = 2
    favours: tuple[str, ...] = ()

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The places that it looks at."""
        return ("$client.setting", "$professional.settings")

    def asks(self, opening: Opening, /) -> str | None:
        """The care setting."""
        return opening.client.setting

    def has(self, professional: Professional, /) -> tuple[str, ...] | None:
        """The care settings."""
        return professional.settings

    def names(self, opening: Opening, /) -> frozenset[str]:
        """Those whom it favours, and the client."""
        return frozenset((*self.favours, str(opening.client.id)))

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Whether they come to the care setting; points for each other one."""
        wanted, served = opening.client.setting, professional.settings
        is_favoured = str(professional.id) in self.names(opening)
        verdict = Verdict.UNKNOWN
        if is_favoured:
            verdict = Verdict.MET
        elif served is not None:
            verdict = Verdict.MET if wanted in served else Verdict.NOT_MET
        points = self.weight if is_favoured else min(len(served or ()), self.weight)
        return Judgement(
            criterion=self.id,
            is_hard=self.is_hard,
            verdict=verdict,
            points=0 if self.is_hard else points,
            maximum=0 if self.is_hard else self.weight,
            text=f"{professional.id} is favoured" if is_favoured else f"of {wanted}: {served}",
        )

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """Coming to the care setting."""
        setting = opening.client.setting
        if setting is None:
            return ()
        return (Remedy(criterion=self.id, text=f"they come to {setting}", setting=setting),)
