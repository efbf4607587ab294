"""Task and ServiceRequest: activities that stand beside the plans that name them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from carecore.base.moments import first_day, last_day
from carecore.base.timing import PartialDate, Period
from carecore.extra.fhir.cadences import read_timing
from carecore.extra.fhir.datatypes import (
    days,
    when,
)
from carecore.extra.fhir.details import (
    OTHERS,
    PEOPLE,
    Statuses,
    described,
    is_forbidden,
    label_of,
    names_person,
    reason_of,
    scheduled,
    status_of,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import (
    Found,
    Link,
    keep,
    kind_of,
    link,
    link_of,
    lose_all,
    own_fields,
    person_of,
    with_own,
)
from carecore.extra.fhir.nodes import MISSING, Node
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.writing import (
    Writing,
    filled,
    inexact_periods,
    linked,
    period,
)
from carecore.plans import Activity, ActivityStatus

__all__ = [
    "ELEMENTS",
    "plans_of",
    "read_service_request",
    "read_task",
    "resource_of",
    "write_activity",
]

ELEMENTS: Final = (
    Element("ServiceRequest.id", "Activity.id"),
    Element("ServiceRequest.extension", "Activity.goals", note="resource-pertainsToGoal"),
    Element("ServiceRequest.basedOn", "CarePlan.activities", note="of the plan that it leads to"),
    Element(
        "ServiceRequest.status", "Activity.status", note="active does not say whether it began"
    ),
    Element("ServiceRequest.doNotPerform", "Activity", note="true: all of it is a loss"),
    Element("ServiceRequest.code", "Activity.text", note="its text or label"),
    Element("ServiceRequest.occurrenceDateTime", "Activity.window"),
    Element("ServiceRequest.occurrencePeriod", "Activity.window"),
    Element("ServiceRequest.occurrenceTiming", "Activity.cadence", note="where days say it"),
    Element(
        "ServiceRequest.performer", "Activity.accountable", note="several are a choice, and lost"
    ),
    Element("Task.id", "Activity.id"),
    Element("Task.extension", "Activity.goals", note="resource-pertainsToGoal"),
    Element("Task.basedOn", "CarePlan.activities", note="of the plan that it leads to"),
    Element("Task.status", "Activity.status", note="ready is not started; finer codes are kept"),
    Element("Task.statusReason", "Activity.because_ended", note="where it has"),
    Element("Task.code", "Activity.text", note="its text or label"),
    Element("Task.description", "Activity.text", note="before that of the code"),
    Element("Task.owner", "Activity.accountable", note="where it is a person"),
    Element("Task.restriction.period", "Activity.window"),
)

_TASK: Final[Statuses] = MappingProxyType(
    {
        "draft": ActivityStatus.NOT_STARTED,
        "requested": ActivityStatus.NOT_STARTED,
        "received": ActivityStatus.NOT_STARTED,
        "accepted": ActivityStatus.NOT_STARTED,
        "rejected": ActivityStatus.CANCELLED,
        "ready": ActivityStatus.NOT_STARTED,
        "cancelled": ActivityStatus.CANCELLED,
        "in-progress": ActivityStatus.IN_PROGRESS,
        "on-hold": ActivityStatus.ON_HOLD,
        "failed": ActivityStatus.STOPPED,
        "completed": ActivityStatus.COMPLETED,
        "entered-in-error": ActivityStatus.ENTERED_IN_ERROR,
    }
)
_REQUEST: Final[Statuses] = MappingProxyType(
    {
        "draft": ActivityStatus.NOT_STARTED,
        # It may be acted upon; whether anybody does is not said.
        "active": None,
        "on-hold": ActivityStatus.ON_HOLD,
        "revoked": ActivityStatus.CANCELLED,
        "completed": ActivityStatus.COMPLETED,
        "entered-in-error": ActivityStatus.ENTERED_IN_ERROR,
        "unknown": None,
        # As STU3 calls them.
        "suspended": ActivityStatus.ON_HOLD,
        "cancelled": ActivityStatus.CANCELLED,
    }
)
_FINER: Final = frozenset(("draft", "requested", "received", "accepted", "rejected", "failed"))
_TASK_CODES: Final[Mapping[ActivityStatus | None, str]] = MappingProxyType(
    {
        None: "requested",
        ActivityStatus.NOT_STARTED: "ready",
        ActivityStatus.SCHEDULED: "ready",
        ActivityStatus.IN_PROGRESS: "in-progress",
        ActivityStatus.ON_HOLD: "on-hold",
        ActivityStatus.COMPLETED: "completed",
        ActivityStatus.CANCELLED: "cancelled",
        ActivityStatus.STOPPED: "cancelled",
        ActivityStatus.ENTERED_IN_ERROR: "entered-in-error",
    }
)
_REQUEST_CODES: Final[Mapping[ActivityStatus | None, str]] = MappingProxyType(
    {
        None: "unknown",
        ActivityStatus.NOT_STARTED: "active",
        ActivityStatus.SCHEDULED: "active",
        ActivityStatus.IN_PROGRESS: "active",
        ActivityStatus.ON_HOLD: "on-hold",
        ActivityStatus.COMPLETED: "completed",
        ActivityStatus.CANCELLED: "revoked",
        ActivityStatus.STOPPED: "revoked",
        ActivityStatus.ENTERED_IN_ERROR: "entered-in-error",
    }
)
_PERTAINS: Final = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal"
_PERTAINED: Final = (_PERTAINS, "http://hl7.org/fhir/StructureDefinition/goal-pertainsToGoal")


def read_task(node: Node, found: Found, /) -> None:
    """Task; when it was really done is no window, and stays a loss."""
    own = own_fields(node, Activity)
    of, based_on = link(node, "for"), plans_of(node)
    status = status_of(node, _TASK, _FINER)
    owner, restriction = node.node("owner"), node.node("restriction")
    answers = None if owner is None else person_of(owner)
    activity = with_own(
        node,
        Activity,
        {
            "id": node.held.id,
            "goals": _pertaining(node),
            "accountable": () if answers is None else (answers.id,),
            "status": status,
            "window": None if restriction is None else days(restriction, "period"),
            "because_ended": reason_of(node, status),
            "text": node.text("description") or label_of(node, own),
            **own,
        },
    )
    keep(found.activities, activity, of, based_on)


def read_service_request(node: Node, found: Found, /) -> None:
    """ServiceRequest, and STU3's ProcedureRequest."""
    if is_forbidden(node):
        lose_all(node)
        return
    own = own_fields(node, Activity)
    of, based_on = link(node, "subject"), plans_of(node)
    cadence, window = read_timing(node, "occurrenceTiming")
    activity = with_own(
        node,
        Activity,
        {
            "id": node.held.id,
            "goals": _pertaining(node),
            "accountable": _desired(node),
            "status": status_of(node, _REQUEST, _FINER),
            "cadence": cadence,
            "window": days(node, "occurrencePeriod") or _day(node) or window,
            "text": label_of(node, own),
            **own,
        },
    )
    keep(found.activities, activity, of, based_on)


def plans_of(node: Node, /) -> tuple[Link, ...]:
    """The plans that a request says it is part of; all else it is based on is lost."""
    plans: list[Link] = []
    for inner in node.nodes("basedOn"):
        if kind_of(inner) == "CarePlan":
            plan = link_of(inner)
            plans += [] if plan is None else [plan]
        else:
            inner.lose()
    return tuple(plans)


def _desired(node: Node, /) -> tuple[str, ...]:
    """Whom the request asks; several are a choice, and stay where they are."""
    raw: Any = node.rest.get("performer", MISSING)
    if raw is MISSING or (raw.__class__ is list and len(raw) > 1):
        return ()
    single = [node.node("performer")] if raw.__class__ is dict else node.nodes("performer")
    people = (None if one is None else person_of(one) for one in single)
    return tuple(one.id for one in people if one is not None)


def _day(node: Node, /) -> Period | None:
    raw: Any = node.rest.get("occurrenceDateTime")
    at = when(node, "occurrenceDateTime")
    if at is None:
        return None
    if last_day(at) == date.max:
        node.blame("occurrenceDateTime", raw, "it is the last day there is, and none follows it")
        return None
    if not isinstance(at, PartialDate) or at.day is None:
        node.lose("occurrenceDateTime", raw)
    return Period.from_inclusive(first_day(at), last_day(at))


def _pertaining(node: Node, /) -> tuple[str, ...]:
    """The goals that an extension of FHIR's says it serves."""
    raw: Any = node.rest.get("extension")
    if raw.__class__ is not list:
        return ()
    goals: list[str] = []
    rest: list[Any] = []
    for index, one in enumerate(raw):
        if not _pertains(one):
            rest.append(one)
            continue
        place = f"{node.place}.extension[{index}].valueReference"
        target = target_of(Node(one["valueReference"], place, node.held))
        goals += [] if target is None else [target.id]
    node.rest["extension"] = rest
    if not rest:
        del node.rest["extension"]
    return tuple(goals)


def _pertains(one: Any, /) -> bool:  # noqa: ANN401 # plain data of any shape
    if one.__class__ is not dict or one.keys() != {"url", "valueReference"}:
        return False
    return one["url"] in _PERTAINED and one["valueReference"].__class__ is dict


def resource_of(activity: Activity, /) -> str:
    """The type of resource that an activity is written as; "": it stands in the plan itself."""
    kind = activity.id.partition("/")[0]
    return kind if kind in {"Task", "ServiceRequest"} else ""


def write_activity(activity: Activity, place: str, writing: Writing, /) -> None:
    """Task or ServiceRequest; what stands in the plan itself is not written again."""
    kind = resource_of(activity)
    if kind == "Task":
        _write_task(activity, place, writing)
    elif kind:
        _write_request(activity, place, writing)


def _write_task(activity: Activity, place: str, writing: Writing, /) -> None:
    owner, code = _only(activity, writing), _TASK_CODES[activity.status]
    inexact = inexact_periods(activity, "window")
    inexact += ["accountable"] if owner is None and activity.accountable else []
    inexact += ["status"] if _TASK[code] is not activity.status else []
    writing.put(
        "Task",
        activity,
        {
            "extension": _served(activity, writing),
            "status": code,
            "intent": "unknown",
            **described(activity, inexact),
            "for": writing.subject(),
            "owner": owner,
            "restriction": filled({"period": period(activity.window)}),
        },
        place=place,
        lacking=("duty", "stage", "helpers", "cadence", "journey", "authorization"),
        inexact=inexact,
    )


def _write_request(activity: Activity, place: str, writing: Writing, /) -> None:
    performer, code = _only(activity, writing), _REQUEST_CODES[activity.status]
    inexact = ["accountable"] if performer is None and activity.accountable else []
    inexact += ["status"] if _REQUEST[code] is not activity.status else []
    said = described(activity, inexact)
    writing.put(
        "ServiceRequest",
        activity,
        {
            "extension": _served(activity, writing),
            "status": code,
            "intent": "plan",
            "code": {**(said["code"] or {}), **filled({"text": said["description"]})},
            "subject": writing.subject(),
            **scheduled("occurrence", activity, inexact),
            "performer": [] if performer is None else [performer],
        },
        place=place,
        lacking=("duty", "stage", "helpers", "journey", "authorization", "because_ended"),
        inexact=inexact,
    )


def _only(activity: Activity, writing: Writing, /) -> Json | None:
    """A reference to who alone answers for it, where it says that it is a person."""
    if len(activity.accountable) != 1:
        return None
    who = linked(activity.accountable[0], writing, *PEOPLE, also=OTHERS)
    return who if names_person(who) else None


def _served(activity: Activity, writing: Writing, /) -> list[Json]:
    goals = (linked(one, writing, "Goal") for one in activity.goals)
    return [{"url": _PERTAINS, "valueReference": one} for one in goals]
