"""The nouns of the house by themselves, of our time."""

from hypothesis import strategies as st

from carecore.coverage import Authorization, Coverage
from carecore.credentials import Licence
from carecore.medications import MedicationOrder
from carecore.people import Client, Organization, Professional, Representative
from carecore.plans import Activity, Concern, Goal, Stage, Visit
from carecore.record import Condition, Entry, Event, EvidenceRule, Observation
from carecore.recovery import Milestone
from carecore.rights import Consent, Decision
from carecore.testing.strategies.nearby import near
from carecore.transitions import Gate

__all__ = [
    "activities",
    "authorizations",
    "clients",
    "concerns",
    "conditions",
    "consents",
    "coverages",
    "decisions",
    "entries",
    "events",
    "evidence_rules",
    "gates",
    "goals",
    "licences",
    "medication_orders",
    "milestones",
    "observations",
    "organizations",
    "professionals",
    "representatives",
    "stages",
    "visits",
]


def clients(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Client]:
    """Clients: whatever may be unknown sometimes is.

    .. versionadded:: 0.1
    """
    return near(Client, fields)


def representatives(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Representative]:
    """Those who speak or decide for a client.

    .. versionadded:: 0.1
    """
    return near(Representative, fields)


def professionals(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Professional]:
    """Professionals, with licences, limits and leave.

    .. versionadded:: 0.1
    """
    return near(Professional, fields)


def organizations(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Organization]:
    """Organizations.

    .. versionadded:: 0.1
    """
    return near(Organization, fields)


def licences(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Licence]:
    """Licences, with and without a period.

    .. versionadded:: 0.1
    """
    return near(Licence, fields)


def conditions(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Condition]:
    """Conditions of a record.

    .. versionadded:: 0.1
    """
    return near(Condition, fields)


def observations(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Observation]:
    """Observations of a record, of every kind of value.

    .. versionadded:: 0.1
    """
    return near(Observation, fields)


def events(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Event]:
    """Events of a record, of every kind and outcome.

    .. versionadded:: 0.1
    """
    return near(Event, fields)


def evidence_rules(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[EvidenceRule]:
    """What a milestone, stage or gate must see.

    .. versionadded:: 0.1
    """
    return near(EvidenceRule, fields)


def medication_orders(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[MedicationOrder]:
    """Orders about medications.

    .. versionadded:: 0.1
    """
    return near(MedicationOrder, fields)


def consents(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Consent]:
    """Consents, given or not, in force or not.

    .. versionadded:: 0.1
    """
    return near(Consent, fields)


def decisions(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Decision]:
    """Decisions, made or open.

    .. versionadded:: 0.1
    """
    return near(Decision, fields)


def coverages(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Coverage]:
    """Coverages of a client.

    .. versionadded:: 0.1
    """
    return near(Coverage, fields)


def authorizations(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Authorization]:
    """What a payer has authorised.

    .. versionadded:: 0.1
    """
    return near(Authorization, fields)


def milestones(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Milestone]:
    """Milestones, with and without window and evidence.

    .. versionadded:: 0.1
    """
    return near(Milestone, fields)


def gates(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Gate]:
    """Gates of a transition.

    .. versionadded:: 0.1
    """
    return near(Gate, fields)


def concerns(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Concern]:
    """Concerns.

    .. versionadded:: 0.1
    """
    return near(Concern, fields)


def stages(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Stage]:
    """Stages of a plan.

    .. versionadded:: 0.1
    """
    return near(Stage, fields)


def goals(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Goal]:
    """Goals, in every state.

    .. versionadded:: 0.1
    """
    return near(Goal, fields)


def activities(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Activity]:
    """Activities, in every state.

    .. versionadded:: 0.1
    """
    return near(Activity, fields)


def visits(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Visit]:
    """Visits, planned and made.

    .. versionadded:: 0.1
    """
    return near(Visit, fields)


def entries() -> st.SearchStrategy[Entry]:
    """Entries of a record, of every kind.

    .. versionadded:: 0.1
    """
    return conditions() | observations() | events()
