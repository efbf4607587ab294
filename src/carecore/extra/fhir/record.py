"""A record as FHIR: each entry as the resource that it came from, or that fits it best."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from carecore.base.identity import in_words
from carecore.base.moments import When, in_time
from carecore.base.reasons import at
from carecore.extra.fhir.compositions import (
    first_section,
    is_document,
    sections_of,
    write_composition,
)
from carecore.extra.fhir.conditions import write_condition
from carecore.extra.fhir.events import (
    ACT_CODE,
    DISCHARGED,
    EPISODE,
    GIVING,
    INPATIENT,
    OBSERVED,
    UNDER_OBSERVATION,
)
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.observations import write_observation
from carecore.extra.fhir.writing import (
    Writing,
    concept_parts,
    inexact_times,
    moment,
    tells_code,
    told,
    untold,
)
from carecore.record import Event, EventKind, EventOutcome, Record

__all__ = ["resource_type", "write_record"]

_CLASSES: Final[Mapping[EventKind, str]] = MappingProxyType(
    {EventKind.ADMISSION: INPATIENT, EventKind.VISIT: "AMB", EventKind.CONTACT: "VR"}
)
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
_DOING: Final = (*GIVING, "Patient", "RelatedPerson")
"""The types of resources that FHIR lets do a procedure."""


def resource_type(entry: Event, /) -> str:
    """The type of resource that an event is written as."""
    if is_document(entry):
        return "Composition"
    if entry.id.startswith("EpisodeOfCare/") and entry.what == EPISODE:
        return "EpisodeOfCare" if entry.kind is EventKind.OTHER else "Procedure"
    if entry.id.startswith("Encounter/") or entry.kind in _MET:
        return "Encounter"
    return "Procedure"


def write_record(
    record: Record, place: str, writing: Writing, /, *, death: Event | None = None
) -> None:
    """All entries of a record: each shelf in its order, and before a document what precedes it.

    Args:
        record: the record.
        place: where it stands in the plan.
        writing: takes what is written.
        death: the event that the resource of the client tells; None: it tells none.
    """
    for index, condition in enumerate(record.conditions):
        write_condition(condition, at(place, "conditions", index), writing)
    seen = done = 0
    for one in _documents(record):
        _write_observations(record, place, writing, start=seen, end=one.start)
        _write_events(record, place, writing, start=done, end=one.number, death=death)
        document = record.events[one.number]
        write_composition(document, one.sections, at(place, "events", one.number), writing)
        seen, done = one.end, one.number + 1
    _write_observations(record, place, writing, start=seen, end=len(record.observations))
    _write_events(record, place, writing, start=done, end=len(record.events), death=death)


class _Document(NamedTuple):
    """A document whose sections are observations of the record.

    Attributes:
        number: which event it is.
        start: which observation is its first section.
        end: which observation is the first that is none of its sections.
        sections: as FHIR has them.
    """

    number: int
    start: int
    end: int
    sections: list[Json]


def _documents(record: Record, /) -> Iterator[_Document]:
    """The documents with sections, as long as events and observations keep their order so."""
    several, seen = record.observations, 0
    known: dict[str, int] = {one.id: index for index, one in enumerate(several)}
    for index, event in enumerate(record.events):
        start = known.get(first_section(event), -1) if is_document(event) else -1
        if start >= seen:
            count, sections = sections_of(event, several, start)
            if count:
                seen = start + count
                yield _Document(index, start, seen, sections)


def _write_observations(
    record: Record, place: str, writing: Writing, /, *, start: int, end: int
) -> None:
    """Those from *start* up to *end*, each with the components that follow it."""
    index, several = start, record.observations
    while index < end:
        following = (several[after] for after in range(index + 1, end))
        own_place = at(place, "observations", index)
        index += 1 + write_observation(several[index], own_place, writing, following=following)


def _write_events(
    record: Record,
    place: str,
    writing: Writing,
    /,
    *,
    start: int,
    end: int,
    death: Event | None,
) -> None:
    """Those from *start* up to *end*; none that something before it tells."""
    is_told = False
    for index in range(start, end):
        event = record.events[index]
        if is_told or event is death:
            # The encounter of the admission before tells it, or the client's own resource.
            is_told = False
            continue
        own_place = at(place, "events", index)
        if is_document(event):
            write_composition(event, [], own_place, writing)
            continue
        following = record.events[index + 1] if index + 1 < end else None
        is_told = following is not None and _ends(event, following)
        _write_event(event, following if is_told else None, own_place, writing)


def _ends(admission: Event, event: Event, /) -> bool:
    """Whether an event is the discharge of the admission, and says nothing that it does not."""
    if admission.kind is not EventKind.ADMISSION or resource_type(admission) != "Encounter":
        return False
    if admission.outcome not in _ENCOUNTER or event.happened is None:
        return False
    began = admission.happened
    if began is not None and in_time(event.happened) < in_time(began):
        # FHIR does not take that it ended before it began.
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
    inexact = inexact_times(event, "happened", "until") + untold(event, "text")
    inexact += [] if tells_code(event.code) else ["code"]
    what = None if kind == "EpisodeOfCare" else event.what
    code, tells_word = concept_parts(None if "code" in inexact else event.code, what, text)
    if kind == "EpisodeOfCare":
        tells_word = event.what == EPISODE
    inexact += [] if tells_word else ["what"]
    allowed = _DOING if kind == "Procedure" else GIVING
    by = None if event.by is None else writing.person(event.by, _PEOPLE, allowed)
    inexact += ["by"] if by is None and event.by is not None else []
    lacking = ["recorded", "to", "setting"]
    match kind:
        case "Encounter":
            body = _encounter(event, discharge, code, inexact)
            if body["class"]["code"] == OBSERVED:
                lacking.remove("setting")
            body["participant"] = [] if by is None else [{"individual": by}]
        case "EpisodeOfCare":
            body = _episode(event, code, inexact)
            body["careManager"] = by
        case _:
            body = _procedure(event, code, inexact)
            body["performer"] = [] if by is None else [{"actor": by}]
    of = "patient" if kind == "EpisodeOfCare" else "subject"
    body[of] = writing.subject()
    writing.put(kind, event, body, place=place, lacking=lacking, inexact=inexact)


def _period(start: Any, end: Any, /) -> Json:  # noqa: ANN401 # times as FHIR spells them
    return {key: one for key, one in (("start", start), ("end", end)) if one is not None}


def _encounter(
    event: Event, discharge: Event | None, code: Json | None, inexact: list[str], /
) -> Json:
    inexact += [] if event.kind in _CLASSES else ["kind"]
    inexact += [] if event.outcome in _ENCOUNTER else ["outcome"]
    if event.kind is EventKind.ADMISSION:
        # An end there would be a discharge.
        inexact += [] if event.until is None else ["until"]
        until = None if discharge is None else discharge.happened
    else:
        until = _until(event, inexact)
    is_observed = event.kind is EventKind.VISIT and event.setting == UNDER_OBSERVATION
    kind = OBSERVED if is_observed else _CLASSES.get(event.kind, "AMB")
    return {
        "status": _ENCOUNTER.get(event.outcome, "unknown"),
        "class": {"system": ACT_CODE, "code": kind},
        "type": [] if code is None else [code],
        "period": _period(moment(event.happened), moment(until)),
    }


def _episode(event: Event, code: Json | None, inexact: list[str], /) -> Json:
    inexact += [] if event.outcome in _EPISODE else ["outcome"]
    until = _until(event, inexact)
    return {
        "status": _EPISODE.get(event.outcome, "active"),
        "type": [] if code is None else [code],
        "period": _period(moment(event.happened), moment(until)),
    }


def _procedure(event: Event, code: Json | None, inexact: list[str], /) -> Json:
    is_procedure = event.kind is EventKind.PROCEDURE
    inexact += [] if is_procedure else ["kind"]
    inexact += [] if event.outcome in _PROCEDURE else ["outcome"]
    until = _until(event, inexact)
    lasts = until is not None
    return {
        "status": _PROCEDURE.get(event.outcome, "unknown"),
        "category": None if is_procedure else {"text": in_words(event.kind.value)},
        "code": code,
        "performedDateTime": None if lasts else moment(event.happened),
        "performedPeriod": _period(moment(event.happened), moment(until)) if lasts else None,
    }


def _until(event: Event, inexact: list[str], /) -> When | None:
    """When it ended; FHIR does not take that it ended before it began."""
    if event.happened is None or event.until is None:
        return event.until
    if in_time(event.until) >= in_time(event.happened):
        return event.until
    inexact.append("until")
    return None
