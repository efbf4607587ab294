"""CarePlan: the plan itself, and the activities it tells in full."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from carecore.base.reasons import at
from carecore.extra.fhir.activities import resource_of
from carecore.extra.fhir.datatypes import days, when, word_at
from carecore.extra.fhir.details import Spot, read_detail, write_detail
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json, is_id
from carecore.extra.fhir.found import (
    Draft,
    Found,
    Link,
    concern_of,
    kind_of,
    link,
    link_of,
    links,
    own_fields,
    type_in,
)
from carecore.extra.fhir.medications import lists_are_told
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.teams import is_put_together
from carecore.extra.fhir.writing import (
    Writing,
    inexact_periods,
    inexact_times,
    linked,
    moment,
    period,
    tells_term,
    told,
    untold,
    worded,
)
from carecore.plans import Activity, CarePlan, Concern, PlanStatus
from carecore.record import Record

__all__ = ["ELEMENTS", "read_plan", "write_plan"]

ELEMENTS: Final = (
    Element("CarePlan.id", "CarePlan.id"),
    Element("CarePlan.status", "CarePlan.status"),
    Element("CarePlan.category", "CarePlan.what", note="the first that says more than assess-plan"),
    Element("CarePlan.title", "CarePlan.title"),
    Element("CarePlan.description", "CarePlan.note", note="where there is no note"),
    Element("CarePlan.subject", "CarePlan.client"),
    Element("CarePlan.period", "CarePlan.period"),
    Element("CarePlan.created", "CarePlan.created"),
    Element("CarePlan.careTeam", "CarePlan.team", note="the first; others are lost"),
    Element("CarePlan.addresses", "CarePlan.concerns", note="and what its goals address"),
    Element("CarePlan.goal", "CarePlan.goals"),
    Element("CarePlan.activity.reference", "CarePlan.activities", note="an appointment: a visit"),
    Element("CarePlan.note", "CarePlan.note", note="one alone, without a description"),
)

_STATUSES: Final[Mapping[str, PlanStatus | None]] = MappingProxyType(
    {
        **{one.value.replace("_", "-"): one for one in PlanStatus},
        "unknown": None,
        # As STU3 calls them.
        "suspended": PlanStatus.ON_HOLD,
        "cancelled": PlanStatus.REVOKED,
    }
)
_CODES: Final[Mapping[PlanStatus | None, str]] = MappingProxyType(
    {None: "unknown", **{one: one.value.replace("_", "-") for one in PlanStatus}}
)
_TAG: Final = "assess-plan"
"""US Core puts it on every plan; it says no more than that it is one."""


def read_plan(node: Node, found: Found, /) -> None:
    """CarePlan."""
    draft = Draft(node.held)
    draft.own = own_fields(node, CarePlan)
    draft.client = found.client(node, "subject")
    draft.fields = {
        "id": node.held.id,
        "what": _what(node),
        "title": node.text("title") or "",
        "status": node.word("status", _STATUSES),
        "period": days(node, "period"),
        "created": when(node, "created"),
        "concerns": tuple(_concerns(node)),
        "note": _note(node),
    }
    draft.teams = links(node, "careTeam")
    draft.goals = links(node, "goal")
    for number, one in enumerate(node.nodes("activity"), 1):
        work = _activity(one, _numbered(node.held.id, number))
        draft.work += [] if work is None else [work]
    found.plans.append(draft)


def _what(node: Node, /) -> str | None:
    for inner in node.nodes("category"):
        word = None if _is_tag(inner.rest.get("coding")) else word_at(inner)
        if word is not None:
            return word
    return None


def _is_tag(codings: Any, /) -> bool:  # noqa: ANN401 # plain data of any shape
    if codings.__class__ is not list or not codings:
        return False
    return all(one.__class__ is dict and one.get("code") == _TAG for one in codings)


def _concerns(node: Node, /) -> Iterator[Concern]:
    """What the plan says it is about; said twice, it is one concern."""
    known: set[str] = set()
    for inner in node.nodes("addresses"):
        kind, named = kind_of(inner), link_of(inner)
        if named is not None and named.target.id in known:
            node.held.reading.lose(named.place, named.raw, node.held)
        elif named is not None:
            known.add(named.target.id)
            yield concern_of(named.target.id, kind)


def _note(node: Node, /) -> str:
    """The description or the note, where there is one of them alone."""
    if not node.has("note"):
        return node.text("description") or ""
    notes: Any = node.rest["note"]
    if node.has("description") or (notes.__class__ is list and len(notes) != 1):
        return ""
    return "".join(one.text("text") or "" for one in node.nodes("note"))


def _numbered(plan: str, number: int, /) -> str:
    """What an activity is called that has no id."""
    return f"{plan}#activity-{number}"


def _activity(node: Node, fallback: str, /) -> Activity | Link | None:
    """What is told in full, else what is named; both of one activity would be one too many."""
    detail = node.node("detail")
    if detail is None:
        return link(node, "reference")
    key: object = node.rest.get("id")
    is_named = isinstance(key, str) and is_id(key)
    activity = read_detail(detail, str(key) if is_named else fallback)
    if activity is not None and is_named:
        del node.rest["id"]
    return activity


_NO_ELEMENT: Final = (
    *("monitor", "review_every", "reviewed", "stages", "timeline", "transitions", "journeys"),
    *("medication_orders", "acknowledgements", "authorizations", "decisions", "contacts"),
    *("risks", "strengths", "revisions"),
)


def write_plan(plan: CarePlan, place: str, writing: Writing, /) -> None:
    """CarePlan, with the activities that are no resources of their own."""
    name = writing.name("CarePlan", plan.id)
    inexact = inexact_periods(plan, "period") + inexact_times(plan, "created")
    inexact += untold(plan, "title", "note")
    inexact += [] if tells_term(plan.what) else ["what"]
    conditions = [one.condition for one in plan.concerns if one.condition is not None]
    writing.put(
        "CarePlan",
        plan,
        {
            "status": _CODES[plan.status],
            "intent": "plan",
            "category": [] if plan.what is None else [worded(plan.what)],
            "title": told(plan.title),
            "subject": writing.subject(),
            "period": period(plan.period),
            "created": moment(plan.created),
            "careTeam": [] if plan.team is None else [writing.reference(plan.team.id, "CareTeam")],
            "addresses": [linked(one, writing, "Condition") for one in conditions],
            "goal": [writing.reference(one.id, "Goal") for one in plan.goals],
            "activity": [
                *_written(plan, place, name, writing),
                *({"reference": writing.reference(one.id, "Appointment")} for one in plan.visits),
            ],
            "note": [{"text": plan.note}] if told(plan.note) else [],
        },
        place=place,
        lacking=_NO_ELEMENT,
        inexact=[*inexact, *_read_otherwise(plan, writing)],
    )


def _written(plan: CarePlan, place: str, name: str, writing: Writing, /) -> Iterator[Json]:
    """The activities in their order, told in full or named."""
    known: set[str] = set()
    for index, one in enumerate(plan.activities):
        kind = resource_of(one)
        if kind:
            yield {"reference": writing.reference(one.id, kind)}
            continue
        is_fit = one.id not in known and not any(map(str.isspace, one.id))
        key = one.id if is_fit else _numbered(plan.id, index + 1)
        known.add(key)
        spot = Spot(key, at(place, "activities", index), name)
        detail = write_detail(one, spot, writing)
        yield {"id": one.id, "detail": detail} if is_fit else {"detail": detail}


def _read_otherwise(plan: CarePlan, writing: Writing, /) -> Iterator[str]:
    """Those fields for which reading would put together something else from the resources.

    Of two with one id, the second is not written.
    """
    if not _are_addressed(plan, writing):
        yield "concerns"
    if _stand_twice(plan.goals):
        yield "goals"
    if _stand_twice(one for one in plan.activities if resource_of(one)):
        yield "activities"
    if _stand_twice(plan.visits):
        yield "visits"
    if plan.team is not None and not is_put_together(plan.team):
        yield "team"
    if plan.record is not None and not _is_all(plan.record, plan.client.id):
        yield "record"
    if not lists_are_told(plan.medication_lists, plan.client.id):
        yield "medication_lists"
    for name in ("coverages", "consents"):
        held: tuple[Any, ...] = getattr(plan, name)
        if _stand_twice(held) or any(one.client_id != plan.client.id for one in held):
            yield name


def _are_addressed(plan: CarePlan, writing: Writing, /) -> bool:
    """Whether the concerns are conditions of those ids, and the goals have no others."""
    named = dict.fromkeys(one.condition for one in plan.concerns if one.condition is not None)
    if plan.concerns != tuple(concern_of(key, "") for key in named):
        return False
    ways = (writing.reference(key, "Condition").get("reference", "") for key in named)
    if any(type_in(way) not in {"Condition", ""} for way in ways):
        return False
    return named.keys() >= {key for goal in plan.goals for key in goal.concerns}


def _stand_twice(values: Iterable[Any], /) -> bool:
    ids = [one.id for one in values]
    return len(set(ids)) < len(ids)


def _is_all(record: Record, client: str, /) -> bool:
    """Whether the record is of the client and holds something, and nothing of anybody else."""
    shelves = (record.conditions, record.observations, record.events)
    entries = [one for shelf in shelves for one in shelf]
    if record.client_id != client or not entries or any(map(_stand_twice, shelves)):
        return False
    return all(one.client_id == client for one in entries)
