"""What a plan itself tells of an activity (activity.detail), and what all activities share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias, final

from carecore.base.identity import in_words
from carecore.extra.fhir.cadences import read_timing, said, timing
from carecore.extra.fhir.datatypes import (
    days,
    word_in,
    word_said,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import is_of_person, own_fields, person_of, type_in, with_own
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.references import references
from carecore.extra.fhir.writing import (
    Writing,
    filled,
    inexact_periods,
    linked,
    period,
    tells_term,
    told,
    untold,
    worded,
)
from carecore.plans import Activity, ActivityStatus

__all__ = [
    "ELEMENTS",
    "OTHERS",
    "PEOPLE",
    "Spot",
    "Statuses",
    "described",
    "is_forbidden",
    "label_of",
    "names_person",
    "read_detail",
    "reason_of",
    "scheduled",
    "status_of",
    "write_detail",
]

ELEMENTS: Final = (
    Element("CarePlan.activity.id", "Activity.id", note="without it, its number in the plan"),
    Element("CarePlan.activity.detail.code", "Activity.text", note="its text or label"),
    Element(
        "CarePlan.activity.detail.description", "Activity.text", note="before that of the code"
    ),
    Element("CarePlan.activity.detail.status", "Activity.status"),
    Element("CarePlan.activity.detail.statusReason", "Activity.because_ended", note="where it has"),
    Element("CarePlan.activity.detail.doNotPerform", "Activity", note="true: all of it is a loss"),
    Element("CarePlan.activity.detail.goal", "Activity.goals"),
    Element(
        "CarePlan.activity.detail.performer", "Activity.accountable", note="several are helpers"
    ),
    Element("CarePlan.activity.detail.scheduledPeriod", "Activity.window"),
    Element(
        "CarePlan.activity.detail.scheduledTiming", "Activity.cadence", note="where days say it"
    ),
)

PEOPLE: Final = ("Practitioner", "PractitionerRole", "RelatedPerson", "Patient")
"""The types that a person who does something is written as."""
OTHERS: Final = ("Organization", "CareTeam", "HealthcareService", "Device")
"""The types besides people that FHIR lets do something."""

Statuses: TypeAlias = Mapping[str, ActivityStatus | None]
_STATUSES: Final[Statuses] = MappingProxyType(
    {**{one.value.replace("_", "-"): one for one in ActivityStatus}, "unknown": None}
)
_CODES: Final = {status: code for code, status in _STATUSES.items()}


def read_detail(node: Node, key: str, /) -> Activity | None:
    """What a plan itself tells of one activity; None where it is not to be done.

    Args:
        node: the detail.
        key: the id of the activity.
    """
    if is_forbidden(node):
        node.lose()
        return None
    own = own_fields(node, Activity)
    status = status_of(node, _STATUSES)
    accountable, helpers = _expected(node)
    cadence, window = read_timing(node, "scheduledTiming")
    return with_own(
        node,
        Activity,
        {
            "id": key,
            "goals": tuple(target.id for _, target in references(node, "goal")),
            "accountable": accountable,
            "helpers": helpers,
            "status": status,
            "cadence": cadence,
            "window": days(node, "scheduledPeriod") or window,
            "because_ended": reason_of(node, status),
            "text": node.text("description") or label_of(node, own),
            **own,
        },
    )


def is_forbidden(node: Node, /) -> bool:
    """Whether it is said what is not to be done, or not plainly that it is."""
    for key in ("doNotPerform", "prohibited"):
        raw = node.rest.get(key, False)
        if raw is not False:
            if raw is not True:
                node.flag(key)
            return True
        node.rest.pop(key, None)
    return False


def status_of(
    node: Node, table: Statuses, /, finer: frozenset[str] = frozenset()
) -> ActivityStatus | None:
    """Where it is in its life; a code of *finer* says more than that, and is kept as well."""
    raw: Any = node.rest.get("status")
    status = node.word("status", table)
    if status is not None and raw in finer:
        node.lose("status", raw)
    return status


def reason_of(node: Node, status: ActivityStatus | None, /) -> str | None:
    """Why it has ended; why it waits has no place."""
    if status is None or not status.is_ended:
        return None
    if isinstance(node.rest.get("statusReason"), str):
        # As STU3 has it.
        return word_said(node, "statusReason")
    return word_in(node, "statusReason")


def label_of(node: Node, own: Json, /) -> str:
    """What the code says in words; the label of a coding is kept with the coding as well.

    Where an extension of ours says the duty, the label says no more.
    """
    inner = node.node("code")
    if inner is None:
        return ""
    text = inner.text("text")
    codings: Any = inner.rest.get("coding")
    if text is None and "duty" not in own and codings.__class__ is list:
        labels = (one.get("display") for one in codings if one.__class__ is dict)
        text = next((one for one in labels if isinstance(one, str) and one), None)
    return text or ""


def _expected(node: Node, /) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who answers for it, and who helps.

    FHIR says who is expected to take part. Whoever does so alone answers for it; of several,
    nobody says who does, so that they help.
    """
    inners = node.nodes("performer")
    people = (person_of(inner) for inner in inners)
    ids = tuple(one.id for one in people if one is not None)
    return (ids, ()) if len(inners) == 1 else ((), ids)


@final
class Spot(NamedTuple):
    """Where an activity of a plan stands.

    Attributes:
        key: the id that is read there.
        place: where it stands in the plan.
        name: type and id of the resource that it is written in.
    """

    key: str
    place: str
    name: str


def write_detail(activity: Activity, spot: Spot, writing: Writing, /) -> Json:
    """The detail of an activity that stands in the plan itself."""
    people = (*activity.accountable, *activity.helpers)
    performers = [linked(one, writing, *PEOPLE, also=OTHERS) for one in people]
    inexact = [] if activity.id == spot.key else ["id"]
    read = ((), people) if len(people) > 1 else (people, ())
    if read != (activity.accountable, activity.helpers) or not all(map(names_person, performers)):
        inexact += ["accountable", "helpers"]
    body = filled(
        {
            **described(activity, inexact),
            "status": _CODES[activity.status],
            "goal": [linked(one, writing, "Goal") for one in activity.goals],
            "performer": performers,
            **scheduled("scheduled", activity, inexact),
        }
    )
    kept = writing.kept(
        activity,
        spot.name,
        place=spot.place,
        lacking=("duty", "stage", "journey", "authorization"),
        inexact=inexact,
    )
    return {"extension": kept, **body} if kept else body


def described(activity: Activity, inexact: list[str], /) -> Json:
    """What is done, in words, and why it has ended; what that does not tell goes to *inexact*."""
    inexact += untold(activity, "text")
    reason, duty = activity.because_ended, activity.duty
    is_ended = activity.status is not None and activity.status.is_ended
    if reason is not None and not (is_ended and tells_term(reason)):
        inexact.append("because_ended")
    return {
        "code": None if duty is None else {"coding": [{"display": in_words(duty)}]},
        "description": told(activity.text),
        "statusReason": worded(reason),
    }


def scheduled(key: str, activity: Activity, inexact: list[str], /) -> Json:
    """When it is done; what that does not tell goes to *inexact*."""
    inexact += inexact_periods(activity, "window")
    written = timing(activity.cadence, activity.window)
    if said(written) != activity.cadence:
        inexact.append("cadence")
    if written is None:
        return {f"{key}Period": period(activity.window)}
    if activity.window is None:
        inexact.append("window")
    return {f"{key}Timing": written}


def names_person(reference: Json, /) -> bool:
    """Whether a reference that was written is read as one to a person."""
    text: str = reference.get("reference", "")
    return is_of_person(type_in(text))
