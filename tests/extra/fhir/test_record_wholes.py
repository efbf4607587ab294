"""Panels and documents: entries that are one resource, and are one again when they are written."""

from datetime import datetime
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.identity import PersonId
from carecore.base.timing import PartialDate
from carecore.base.zones import to_zone
from carecore.extra.fhir.record import resource_type
from carecore.record import (
    Certainty,
    Condition,
    ConditionStatus,
    Event,
    EventKind,
    EventOutcome,
    Observation,
    ObservationValue,
    Record,
)

from .made_records import ADA_ID, Json, again

ADA = ADA_ID
DAY = PartialDate(2026, 3, 1)
STAIRS = Code(system="urn:x", code="1", label="Stairs climbed")
BLANK = Code(system="urn:x", code=" 1", label="Stairs climbed")
SUMMARY = Code(system="http://loinc.org", code="18761-7", label="Transfer summary")
DIV = '<div xmlns="http://www.w3.org/1999/xhtml">She walks.</div>'


def written(*entries: Observation | Event | Condition) -> list[Json]:
    """The resources of a record, which is read again as it was."""
    record = Record(
        client_id=ADA,
        conditions=tuple(one for one in entries if isinstance(one, Condition)),
        observations=tuple(one for one in entries if isinstance(one, Observation)),
        events=tuple(one for one in entries if isinstance(one, Event)),
    )
    found, writing = again(record)
    assert found == record
    return writing.resources


def seen(
    key: str,
    *,
    what: str | None = None,
    value: ObservationValue | None = None,
    code: Code | None = None,
    by: str | None = None,
    text: str = "",
) -> Observation:
    return Observation(
        id=key,
        client_id=ADA,
        happened=DAY,
        what=what,
        value=value,
        code=code,
        by=by and PersonId(by),
        text=text,
    )


# Panels.

WHOLE = seen("Observation/bp", what="blood_pressure")
UPPER = seen("Observation/bp#component-1", what="systolic", value=Quantity(120, "mmHg"))
LOWER = seen("Observation/bp#component-2", what="diastolic", value=Quantity(80, "mmHg"))


def test_the_parts_of_a_panel_are_its_components_again() -> None:
    (panel,) = written(WHOLE, UPPER, LOWER)

    assert [one["code"]["coding"] for one in panel["component"]] == [
        [{"display": "systolic"}],
        [{"display": "diastolic"}],
    ]


@pytest.mark.parametrize(
    "entries",
    [
        (UPPER, WHOLE),
        (WHOLE, LOWER),
        (WHOLE, attrs.evolve(UPPER, by="p-1")),
        (WHOLE, attrs.evolve(UPPER, happened=None)),
        (WHOLE, attrs.evolve(UPPER, what=None)),
        (WHOLE, attrs.evolve(UPPER, what=None, text=" ")),
        (WHOLE, attrs.evolve(UPPER, value="x" * 200)),
        (attrs.evolve(WHOLE, value=True), attrs.evolve(UPPER, what=WHOLE.what)),
        (attrs.evolve(WHOLE, code=STAIRS, value=True), attrs.evolve(UPPER, code=STAIRS)),
        tuple(attrs.evolve(one, by="Organization/o1") for one in (WHOLE, UPPER)),
        tuple(attrs.evolve(one, recorded=DAY) for one in (WHOLE, UPPER)),
    ],
)
def test_a_part_that_says_something_else_is_written_by_itself(
    entries: tuple[Observation, ...],
) -> None:
    resources = written(*entries)

    assert len(resources) == len(entries)
    assert all("component" not in one for one in resources)


# What FHIR does not take.


@pytest.mark.parametrize("code", [BLANK, attrs.evolve(STAIRS, system="a b", label=" ")])
def test_a_code_that_fhir_does_not_take_is_no_code_there(code: Code) -> None:
    entries = (
        Condition(id="c", client_id=ADA, code=code, text="a"),
        Condition(id="AllergyIntolerance/a", client_id=ADA, code=code, what="allergy_to_nuts"),
        seen("o", code=code, value=code),
        Event(id="Procedure/p", client_id=ADA, kind=EventKind.PROCEDURE, code=code),
        Event(id="Composition/d", client_id=ADA, kind=EventKind.OTHER, happened=DAY, code=code),
    )

    for one in written(*entries):
        told: Json = one.get("code") or one.get("type") or {}
        assert "system" not in str(told)
        assert "valueCodeableConcept" not in one


@pytest.mark.parametrize(
    ("entry", "element"),
    [
        (seen("o", by="Device/d1"), "performer"),
        (Event(id="p", client_id=ADA, kind=EventKind.PROCEDURE, by="Device/d1"), "performer"),
        (Event(id="v", client_id=ADA, kind=EventKind.VISIT, by=ADA), "participant"),
        (
            Event(
                id="EpisodeOfCare/e",
                client_id=ADA,
                kind=EventKind.OTHER,
                what="episode_of_care",
                by=ADA,
            ),
            "careManager",
        ),
    ],
)
def test_whom_fhir_does_not_let_do_it_stands_in_the_extension(
    entry: Observation | Event, element: str
) -> None:
    (resource,) = written(entry)

    assert element not in resource


@pytest.mark.parametrize(
    ("status", "certainty", "abated", "told"),
    [
        (None, None, None, "active"),
        (None, Certainty.REFUTED, None, "inactive"),
        (None, None, DAY, "inactive"),
        (ConditionStatus.RECURRENT, None, None, "active"),
        (ConditionStatus.REMISSION, None, None, "inactive"),
        (ConditionStatus.RESOLVED, None, None, "resolved"),
    ],
)
def test_an_allergy_always_has_a_status(
    status: ConditionStatus | None,
    certainty: Certainty | None,
    abated: PartialDate | None,
    told: str,
) -> None:
    (resource,) = written(
        Condition(
            id="AllergyIntolerance/a",
            client_id=ADA,
            what="allergy_to_nuts",
            status=status,
            certainty=certainty,
            abated=abated,
        )
    )

    assert resource["resourceType"] == "AllergyIntolerance"
    assert resource["clinicalStatus"]["coding"][0]["code"] == told


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (None, "inactive"),
        (ConditionStatus.ACTIVE, "active"),
        (ConditionStatus.RESOLVED, "resolved"),
    ],
)
def test_what_has_gone_is_not_said_to_be_there(status: ConditionStatus | None, told: str) -> None:
    (resource,) = written(Condition(id="c", client_id=ADA, status=status, abated=DAY))

    assert resource["clinicalStatus"]["coding"][0]["code"] == told
    assert ("abatementDateTime" in resource) is (told != "active")


@pytest.mark.parametrize(
    ("what", "text", "kind"),
    [
        ("allergy_to_nuts", "Nuts", "AllergyIntolerance"),
        ("allergy_to_nuts", "Allergy to nuts", "AllergyIntolerance"),
        ("allergy_to_allergy_to_nuts", "", "AllergyIntolerance"),
        ("allergy_to_none", "", "AllergyIntolerance"),
        ("allergy_to_no_nuts", "", "AllergyIntolerance"),
        ("no_known_allergies", "", "AllergyIntolerance"),
        ("nkda", "NKDA", "AllergyIntolerance"),
        (None, "Nuts", "AllergyIntolerance"),
        (None, "", "AllergyIntolerance"),
        ("hay_fever", "", "Condition"),
    ],
)
def test_an_allergy_comes_back_by_its_word(what: str | None, text: str, kind: str) -> None:
    (resource,) = written(Condition(id="AllergyIntolerance/a", client_id=ADA, what=what, text=text))

    assert resource["resourceType"] == kind


def test_whoever_is_under_observation_is_so_again() -> None:
    visit = Event(id="v", client_id=ADA, kind=EventKind.VISIT, setting="observation")

    (resource,) = written(visit)
    assert resource["class"]["code"] == "OBSENC"

    (resource,) = written(attrs.evolve(visit, kind=EventKind.CONTACT))
    assert resource["class"]["code"] == "VR"


# Documents.

LETTER = Event(
    id="Composition/l1",
    client_id=ADA,
    kind=EventKind.OTHER,
    what="letter",
    happened=DAY,
    by="Practitioner/n1",
    text="Ada goes home",
)
TALK = Event(id="Encounter/e1", client_id=ADA, kind=EventKind.VISIT)
PLAN = seen("Composition/l1#section-1", what="plan", text=DIV)
STEPS = seen("Composition/l1#section-1-1", what="stairs_climbed", code=STAIRS, text=DIV)
PAIN = seen("Composition/l1#section-2", what="pain", text=DIV)
OTHER = seen("Observation/o1", what="mood")


def test_a_document_and_its_sections_are_one_composition_again() -> None:
    (letter,) = written(LETTER, PLAN, STEPS, PAIN)

    assert (letter["status"], letter["title"], letter["date"]) == (
        "final",
        "Ada goes home",
        "2026-03-01",
    )
    assert "extension" not in letter
    narrative = {"status": "generated", "div": DIV}
    assert letter["section"] == [
        {
            "title": "plan",
            "text": narrative,
            "section": [
                {
                    "title": "stairs climbed",
                    "code": {
                        "coding": [{"system": "urn:x", "code": "1", "display": "Stairs climbed"}]
                    },
                    "text": narrative,
                }
            ],
        },
        {"title": "pain", "text": narrative},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She walks.",
        '<div xmlns="http://www.w3.org/1999/xhtml">She <b>walks.</div>',
        '<div xmlns="http://www.w3.org/1999/xhtml">She walks.</div></div>',
        '<div xmlns="http://www.w3.org/1999/xhtml"> <p/> </div>',
    ],
    ids=["plain", "never closed", "closed twice", "empty"],
)
def test_what_is_no_narrative_for_fhir_is_no_section_of_a_document(text: str) -> None:
    record = Record(client_id=ADA, events=(LETTER,), observations=(attrs.evolve(PLAN, text=text),))

    found, writing = again(record)

    assert found == record
    kinds = {one["resourceType"]: one for one in writing.resources}
    assert sorted(kinds) == ["Composition", "Observation"]
    assert "section" not in kinds["Composition"]


def test_a_picture_alone_is_a_narrative() -> None:
    picture = DIV.replace("She walks.", '<img src="#walk" alt="She walks"/>')

    (letter,) = written(LETTER, attrs.evolve(PLAN, text=picture))

    assert letter["section"][0]["text"]["div"] == picture


def test_what_stands_before_a_document_stays_before_it() -> None:
    kinds = [one["resourceType"] for one in written(TALK, LETTER, OTHER, PLAN)]

    assert kinds == ["Observation", "Encounter", "Composition"]
    assert [one["resourceType"] for one in written(TALK, OTHER)] == ["Observation", "Encounter"]


def test_sections_that_stand_in_another_order_are_observations() -> None:
    later = attrs.evolve(LETTER, id="Composition/l2")
    theirs = attrs.evolve(PLAN, id="Composition/l2#section-1")

    resources = written(LETTER, later, theirs, PLAN)

    assert [(one["resourceType"], "section" in one) for one in resources] == [
        ("Observation", False),
        ("Composition", True),
        ("Composition", False),
    ]


@pytest.mark.parametrize(
    "sections",
    [
        (attrs.evolve(PLAN, text="walks"),),
        (attrs.evolve(PLAN, text=DIV[:-1]),),
        (attrs.evolve(PLAN, text=""),),
        (attrs.evolve(PLAN, happened=None),),
        (attrs.evolve(PLAN, what=None, code=STAIRS),),
        (attrs.evolve(PLAN, code=BLANK),),
        (attrs.evolve(PLAN, what="x" * 200),),
        (PLAN, attrs.evolve(STEPS, by="p-1")),
        (PAIN,),
    ],
)
def test_a_section_that_says_something_else_is_an_observation(
    sections: tuple[Observation, ...],
) -> None:
    resources = written(LETTER, *sections)

    assert [one["resourceType"] for one in resources] == [
        *["Observation"] * len(sections),
        "Composition",
    ]


@pytest.mark.parametrize(
    "sections",
    [
        (attrs.evolve(PLAN, what=None),),
        (attrs.evolve(PLAN, what=None, code=attrs.evolve(STAIRS, label="")),),
        (attrs.evolve(PLAN, text=""), STEPS),
    ],
)
def test_a_section_needs_no_title_and_may_only_hold_others(
    sections: tuple[Observation, ...],
) -> None:
    (letter,) = written(LETTER, *sections)

    assert len(letter["section"]) == 1


def test_a_section_out_of_turn_stays_an_observation() -> None:
    third = attrs.evolve(PAIN, id="Composition/l1#section-3")

    letter, alone = written(LETTER, PLAN, third)

    assert len(letter["section"]) == 1
    assert alone["resourceType"] == "Observation"


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (LETTER, "Composition"),
        (attrs.evolve(LETTER, kind=EventKind.HAND_OVER), "Composition"),
        (attrs.evolve(LETTER, kind=EventKind.NOTICE), "Procedure"),
        (attrs.evolve(LETTER, kind=EventKind.VISIT), "Encounter"),
        (attrs.evolve(LETTER, outcome=EventOutcome.REFUSED), "Procedure"),
        (attrs.evolve(LETTER, happened=None), "Procedure"),
        (attrs.evolve(LETTER, id="l1"), "Procedure"),
    ],
)
def test_only_what_fits_is_a_composition(event: Event, kind: str) -> None:
    assert resource_type(event) == kind
    assert [one["resourceType"] for one in written(event)] == [kind]


@pytest.mark.parametrize(
    "changes",
    [
        {"what": "hand_over"},
        {"code": SUMMARY, "what": "transfer_summary"},
        {"code": SUMMARY, "what": "letter"},
        {"what": None},
        {"what": "letter", "code": STAIRS},
        {"by": None},
        {"by": "Device/d1"},
        {"text": ""},
        {"text": " "},
        {"outcome": None},
        {"until": DAY, "to": "p-1", "setting": "snf", "recorded": DAY},
    ],
)
@pytest.mark.parametrize("kind", [EventKind.OTHER, EventKind.HAND_OVER])
def test_an_odd_document_comes_back_as_it_was(kind: EventKind, changes: dict[str, Any]) -> None:
    (letter,) = written(attrs.evolve(LETTER, kind=kind, **changes))

    assert all(letter[key] for key in ("status", "type", "date", "author", "title"))


def test_a_document_at_an_hour_that_comes_twice_keeps_its_sections_apart() -> None:
    # Which of the two it is, FHIR tells by the offset alone, and no longer by the zone.
    hour = datetime(2026, 10, 25, 2, 30, tzinfo=to_zone("Europe/Berlin"))
    twice = attrs.evolve(LETTER, happened=hour)

    resources = written(twice, attrs.evolve(PLAN, happened=hour))

    assert [one["resourceType"] for one in resources] == ["Observation", "Composition"]


# Any order.

CODES = st.sampled_from([None, STAIRS, SUMMARY, attrs.evolve(STAIRS, label="")])
WORDS = st.sampled_from([None, "stairs_climbed", "pain", "hand_over", "transfer_summary"])
TIMES = st.sampled_from([DAY, DAY, DAY, None])


def parts(before: str, names: tuple[str, ...]) -> st.SearchStrategy[list[Observation]]:
    """Observations with the ids of parts of one resource, mostly such as that resource tells."""
    of_one = (
        st.builds(
            Observation,
            id=st.just(f"{before}{name}"),
            client_id=st.just(ADA),
            what=WORDS,
            code=CODES,
            happened=TIMES,
            value=st.sampled_from([None, None, True, Quantity("1.50", "m")]),
            text=st.sampled_from([DIV, DIV, "", "walks"]),
        )
        for name in names
    )
    return st.tuples(*of_one).map(list)


PANELS = st.sampled_from([("",), ("", "#component-1"), ("", "#component-1", "#component-2")])
SECTIONS = st.sampled_from(
    [(), ("1",), ("1", "2"), ("1", "1-1", "2"), ("1", "1-1", "1-1-1"), ("2",), ("1", "1-2")]
)
DOCUMENTS = st.builds(
    Event,
    id=st.sampled_from(["Composition/a", "Composition/b", "Composition/c"]),
    client_id=st.just(ADA),
    kind=st.sampled_from([EventKind.OTHER, EventKind.HAND_OVER]),
    what=WORDS,
    code=CODES,
    happened=TIMES,
    by=st.sampled_from([None, "Practitioner/n1"]),
    text=st.sampled_from(["", "Letter"]),
)


def _id(event: Event) -> str:
    return event.id


@given(st.data())
def test_panels_and_documents_in_any_order_are_read_again(data: st.DataObject) -> None:
    documents = data.draw(st.lists(DOCUMENTS, max_size=3, unique_by=_id))
    blocks = [data.draw(PANELS.flatmap(lambda names: parts("Observation/p", names)))]
    for one in documents:
        before = f"{one.id}#section-"
        drawn = SECTIONS.flatmap(partial(parts, before))
        blocks.append(data.draw(drawn))
    mixed = data.draw(st.permutations(blocks))

    written(*(one for block in mixed for one in block), *documents)
