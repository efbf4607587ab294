"""A record as FHIR: each entry as the resource that it came from, or that fits it best."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from carecore.base.identity import in_words
from carecore.base.moments import in_time
from carecore.base.reasons import at
from carecore.extra.fhir.conditions import write_condition
from carecore.extra.fhir.events import DISCHARGED, EPISODE, INPATIENT
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.observations import write_observation
from carecore.extra.fhir.writer import (
    Writing,
    concept_parts,
    inexact_times,
    moment,
    told,
    untold,
)
from carecore.record import Event, EventKind, EventOutcome, Record

__all__ = ["resource_type", "write_record"]

_CLASSES: Final[Mapping[EventKind, str]] = MappingProxyType(
    {EventKind.ADMISSION: INPATIENT, EventKind.VISIT: "AMB", EventKind.CONTACT: "VR"}
)
_ACT_CODE: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_MET: Final = (*_CLASSES, EventKind.DISCHARGE, EventKind.TRANSFER)
"""Kinds of events at which somebody meets the client: encounters."""
_ENCOUNTER: Final[Mapping[EventOutcome | None, str]] = MappingProxyType(
    {EventOutcome.DONE: "finished", EventOutcome.NOT_DONE: "cancelled", None: "unknown"}
)
_PROCEDURE: Final[Mapping[EventOutcome | None, str]] = MappingProxyType(
    {
        EventOutcome.DONE: "completed",
        EventOutcome.NOT_DONE: "not-done",
        EventOutcome.ATTEMPTED: "stopped",
        None: "unknown",
    }
)
_EPISODE: Final[Mapping[EventOutcome | None, str]] = MappingProxyType(
    {EventOutcome.DONE: "finished", EventOutcome.NOT_DONE: "cancelled", None: "active"}
)
_PEOPLE: Final = ("Practitioner", "Patient", "RelatedPerson")


def resource_type(entry: Event, /) -> str:
    """The type of resource that an event is written as."""
    if entry.id.startswith("EpisodeOfCare/") and entry.what == EPISODE:
        return "EpisodeOfCare" if entry.kind is EventKind.OTHER else "Procedure"
    if entry.id.startswith("Encounter/") or entry.kind in _MET:
        return "Encounter"
    return "Procedure"


def write_record(
    record: Record, place: str, writing: Writing, /, *, death: Event | None = None
) -> None:
    """All entries of a record, in their order.

    Args:
        record: the record.
        place: where it stands in the plan.
        writing: takes what is written.
        death: the event that the resource of the client tells; None: it tells none.
    """
    for index, condition in enumerate(record.conditions):
        write_condition(condition, at(place, "conditions", index), writing)
    for index, observation in enumerate(record.observations):
        write_observation(observation, at(place, "observations", index), writing)
    is_told = False
    for index, event in enumerate(record.events):
        if is_told or event is death:
            # The encounter of the admission before tells it, or the client's own resource.
            is_told = False
            continue
        following = record.events[index + 1] if index + 1 < len(record.events) else None
        is_told = following is not None and _ends(event, following)
        end = following if is_told else None
        _write_event(event, end, at(place, "events", index), writing)


def _ends(admission: Event, event: Event, /) -> bool:
    """Whether an event is the discharge of the admission, and says nothing that it does not."""
    if admission.kind is not EventKind.ADMISSION or resource_type(admission) != "Encounter":
        return False
    if admission.outcome not in _ENCOUNTER or event.happened is None:
        return False
    expected = Event(
        id=f"{admission.id}{DISCHARGED}",
        client_id=admission.client_id,
        kind=EventKind.DISCHARGE,
        outcome=admission.outcome,
        happened=event.happened,
    )
    return event == expected and not inexact_times(event, "happened")


def _write_event(event: Event, discharge: Event | None, place: str, writing: Writing, /) -> None:
    kind = resource_type(event)
    text = told(event.text) or ""
    what = None if kind == "EpisodeOfCare" else event.what
    code, tells_word = concept_parts(event.code, what, text)
    inexact = inexact_times(event, "happened", "until") + untold(event, "text")
    if kind == "EpisodeOfCare":
        tells_word = event.what == EPISODE
    inexact += [] if tells_word else ["what"]
    lacking = ["recorded", "to", "setting"]
    match kind:
        case "Encounter":
            body, more = _encounter(event, discharge, code, writing)
        case "EpisodeOfCare":
            body, more = _episode(event, code, writing)
        case _:
            body, more = _procedure(event, code, writing)
    writing.put(kind, event, body, place=place, lacking=lacking, inexact=inexact + more)


def _person(key: str | None, writing: Writing, /) -> Json | None:
    return None if key is None else writing.reference(key, *_PEOPLE)


def _period(start: Any, end: Any, /) -> Json:  # noqa: ANN401 # times as FHIR spells them
    return {key: one for key, one in (("start", start), ("end", end)) if one is not None}


def _encounter(
    event: Event, discharge: Event | None, code: Json | None, writing: Writing, /
) -> tuple[Json, list[str]]:
    more = [] if event.kind in _CLASSES else ["kind"]
    more += [] if event.outcome in _ENCOUNTER else ["outcome"]
    until = event.until
    if event.kind is EventKind.ADMISSION:
        # An end there would be a discharge.
        more += [] if until is None else ["until"]
        until = None if discharge is None else discharge.happened
    elif _is_reversed(event):
        until = None
        more.append("until")
    by = _person(event.by, writing)
    return {
        "status": _ENCOUNTER.get(event.outcome, "unknown"),
        "class": {"system": _ACT_CODE, "code": _CLASSES.get(event.kind, "AMB")},
        "type": [] if code is None else [code],
        "subject": writing.subject(),
        "participant": [] if by is None else [{"individual": by}],
        "period": _period(moment(event.happened), moment(until)),
    }, more


def _episode(event: Event, code: Json | None, writing: Writing, /) -> tuple[Json, list[str]]:
    more = [] if event.outcome in _EPISODE else ["outcome"]
    until = event.until
    if _is_reversed(event):
        until = None
        more.append("until")
    return {
        "status": _EPISODE.get(event.outcome, "active"),
        "type": [] if code is None else [code],
        "patient": writing.subject(),
        "period": _period(moment(event.happened), moment(until)),
        "careManager": _person(event.by, writing),
    }, more


def _procedure(event: Event, code: Json | None, writing: Writing, /) -> tuple[Json, list[str]]:
    more = [] if event.kind is EventKind.PROCEDURE else ["kind"]
    more += [] if event.outcome in _PROCEDURE else ["outcome"]
    until = event.until
    if _is_reversed(event):
        until = None
        more.append("until")
    lasts = until is not None
    by = _person(event.by, writing)
    told_kind = None if event.kind is EventKind.PROCEDURE else in_words(event.kind.value)
    return {
        "status": _PROCEDURE.get(event.outcome, "unknown"),
        "category": None if told_kind is None else {"text": told_kind},
        "code": code,
        "subject": writing.subject(),
        "performedDateTime": None if lasts else moment(event.happened),
        "performedPeriod": _period(moment(event.happened), moment(until)) if lasts else None,
        "performer": [] if by is None else [{"actor": by}],
    }, more


def _is_reversed(event: Event, /) -> bool:
    """Whether it ended before it began, which FHIR does not take."""
    if event.happened is None or event.until is None:
        return False
    return in_time(event.until) < in_time(event.happened)
