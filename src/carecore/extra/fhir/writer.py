"""From a plan to FHIR R4: who writes what, and in which order."""

from typing import Final

from carecore.base.checks import require_instance
from carecore.base.reasons import at
from carecore.errors import InvalidValue, quoted
from carecore.extra.fhir.activities import resource_of, write_activity
from carecore.extra.fhir.appointments import write_visit
from carecore.extra.fhir.care_plans import write_plan
from carecore.extra.fhir.clients import death_told, write_client
from carecore.extra.fhir.conditions import condition_type
from carecore.extra.fhir.consents import write_consent
from carecore.extra.fhir.coverages import write_coverage
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.goals import write_goal
from carecore.extra.fhir.medications import write_medications
from carecore.extra.fhir.model import Written
from carecore.extra.fhir.parsing import as_json
from carecore.extra.fhir.professionals import write_professional
from carecore.extra.fhir.record import write_record
from carecore.extra.fhir.teams import write_team
from carecore.extra.fhir.writing import Writing
from carecore.plans import CarePlan

__all__ = ["write"]

_VERSIONS: Final = ("R4",)
_BASE: Final = "https://carecore.invalid/fhir/"


def write(plan: CarePlan, /, version: str = "R4") -> Written:
    """A care plan as FHIR: a bundle of its client, team, record and parts.

    What FHIR has an element for stands there; the rest is carried in an extension that only
    carecore reads, and is listed.
    Reading what was written gives an equal plan.

    >>> from carecore.extra.fhir import read
    >>> from carecore.people import Client
    >>> from carecore.plans import Stage
    >>> plan = CarePlan(
    ...     id="plan-1", client=Client(id="c-1"), stages=[Stage(id="s-1", name="at home")]
    ... )
    >>> written = write(plan)
    >>> written.losses
    (WriteLoss(place='$.stages', resource='CarePlan/plan-1'),)
    >>> read(written.text).plans == (plan,)
    True

    Args:
        plan: what to write.
        version: of FHIR; `R4`.

    Raises:
        WrongType: if it is no plan.
        InvalidValue: if that version is not written.

    .. versionadded:: 0.1
    """
    require_instance(plan, CarePlan, name="what is written", advice="Maybe one of read(...).plans")
    if require_instance(version, str, name="the version") not in _VERSIONS:
        what = f"version {quoted(version)} of FHIR is not written"
        raise InvalidValue(what, place="$.version", advice="Maybe 'R4'")
    writing = Writing(plan.client.id)
    _name_all(plan, writing)
    _write_all(plan, writing)
    text = _bundle(writing.resources)
    return Written(
        version=version, text=text, count=len(writing.resources), losses=tuple(writing.losses)
    )


def _name_all(plan: CarePlan, writing: Writing, /) -> None:
    """Name whatever will be referred to, before anything is written."""
    writing.name("Patient", plan.client.id)
    for one in plan.client.representatives:
        writing.name("RelatedPerson", one.id)
    if plan.team is not None:
        for member in plan.team.professionals:
            writing.name("Practitioner", member.id)
        writing.name("CareTeam", plan.team.id)
    writing.name("CarePlan", plan.id)
    for goal in plan.goals:
        writing.name("Goal", goal.id)
    for activity in plan.activities:
        kind = resource_of(activity)
        if kind:
            writing.name(kind, activity.id)
    for visit in plan.visits:
        writing.name("Appointment", visit.id)
    if plan.record is not None:
        for condition in plan.record.conditions:
            writing.name(condition_type(condition), condition.id)


def _write_all(plan: CarePlan, writing: Writing, /) -> None:
    death = death_told(plan.record, plan.client.id)
    write_client(plan.client, "$.client", writing, death=death)
    if plan.team is not None:
        for index, member in enumerate(plan.team.professionals):
            write_professional(member, at("$", "team", "professionals", index), writing)
        write_team(plan.team, "$.team", writing)
    write_plan(plan, "$", writing)
    for index, goal in enumerate(plan.goals):
        write_goal(goal, at("$", "goals", index), writing)
    for index, activity in enumerate(plan.activities):
        if resource_of(activity):
            write_activity(activity, at("$", "activities", index), writing)
    for index, visit in enumerate(plan.visits):
        write_visit(visit, at("$", "visits", index), writing)
    if plan.record is not None:
        write_record(plan.record, "$.record", writing, death=death)
    write_medications(plan.medication_lists, writing)
    for index, coverage in enumerate(plan.coverages):
        write_coverage(coverage, at("$", "coverages", index), writing)
    for index, consent in enumerate(plan.consents):
        write_consent(consent, at("$", "consents", index), writing)


def _bundle(resources: list[Json], /) -> str:
    entries = [
        {"fullUrl": f"{_BASE}{one['resourceType']}/{one['id']}", "resource": one}
        for one in resources
    ]
    return as_json({"resourceType": "Bundle", "type": "collection", "entry": entries})
