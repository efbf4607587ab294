"""Telling Hypothesis of the nouns, so that it draws them for an annotation."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from hypothesis import strategies as st

from carecore.coverage import Authorization, Coverage
from carecore.credentials import Licence
from carecore.medications import MedicationList, MedicationOrder
from carecore.people import Client, Organization, Professional, Representative, Team
from carecore.plans import Activity, CarePlan, Concern, Goal, Stage, Visit
from carecore.record import Condition, Event, EvidenceRule, Observation, Record
from carecore.recovery import Milestone, Pathway, Timeline
from carecore.review import PlanView
from carecore.rights import Consent, Decision
from carecore.testing.strategies import nouns, wholes
from carecore.transitions import Gate, Transition
from carecore.travel import Journey

__all__ = ["NOUNS", "register_nouns"]

NOUNS: Final[Mapping[type, Callable[[], st.SearchStrategy[Any]]]] = MappingProxyType(
    {
        Activity: nouns.activities,
        Authorization: nouns.authorizations,
        CarePlan: wholes.plans,
        Client: nouns.clients,
        Concern: nouns.concerns,
        Condition: nouns.conditions,
        Consent: nouns.consents,
        Coverage: nouns.coverages,
        Decision: nouns.decisions,
        Event: nouns.events,
        EvidenceRule: nouns.evidence_rules,
        Gate: nouns.gates,
        Goal: nouns.goals,
        Journey: wholes.journeys,
        Licence: nouns.licences,
        MedicationList: wholes.medication_lists,
        MedicationOrder: nouns.medication_orders,
        Milestone: nouns.milestones,
        Observation: nouns.observations,
        Organization: nouns.organizations,
        Pathway: wholes.pathways,
        PlanView: wholes.views,
        Professional: nouns.professionals,
        Record: wholes.records,
        Representative: nouns.representatives,
        Stage: nouns.stages,
        Team: wholes.teams,
        Timeline: wholes.timelines,
        Transition: wholes.transitions,
        Visit: nouns.visits,
    }
)
"""How the values of each noun are drawn."""


def register_nouns() -> None:
    """Tell Hypothesis how clients, plans and the other nouns are drawn.

    `st.from_type(CarePlan)`, and `@given(...)` with an annotation alone, then draw `plans()`.
    Call it once, in the `conftest.py` of your tests: to register by itself the library would have
    to be loaded whenever anybody imports Hypothesis.

    .. versionadded:: 0.1
    """
    for kind, drawn in NOUNS.items():
        st.register_type_strategy(kind, drawn())
