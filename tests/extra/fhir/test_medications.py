"""MedicationStatement, MedicationRequest and Medication, both ways."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.joining import list_id
from carecore.extra.fhir.medications import lists_are_told, write_medications
from carecore.extra.fhir.writing import Writing
from carecore.medications import Medication, MedicationList, MedicationStatus
from carecore.testing.strategies import values

Json = dict[str, Any]

SNOMED = "http://snomed.info/sct"
OFTEN = "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation"
WATER = {"coding": [{"system": "urn:drugs", "code": "4603", "display": "furosemide 40 mg"}]}
MARCH = {"start": "2026-03-01", "end": "2026-03-31"}
IN_MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
KINDS = ("MedicationStatement", "MedicationRequest")


def taken(**elements: object) -> Json:
    return {
        "resourceType": "MedicationStatement",
        "id": "m1",
        "subject": {"reference": "Patient/c1"},
        "medicationCodeableConcept": {"text": "furosemide"},
        **elements,
    }


def ordered(**elements: object) -> Json:
    return {**taken(**elements), "resourceType": "MedicationRequest"}


def dosed(**elements: object) -> Json:
    return taken(dosage=[elements])


def only(found: Imported) -> Medication:
    ((one,),) = (some.medications for some in found.medication_lists)
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path.partition(".")[2]: one.kept for one in found.losses}


def faults(found: Imported) -> list[str]:
    return [str(one) for one in found.faults]


# What it is.


@pytest.mark.parametrize(
    ("concept", "substance", "code"),
    [
        ({"text": "furosemide"}, "furosemide", None),
        (
            {"text": "her water tablet", **WATER},
            "her water tablet",
            Code(system="urn:drugs", code="4603", label="furosemide 40 mg"),
        ),
        (
            WATER,
            "furosemide 40 mg",
            Code(system="urn:drugs", code="4603", label="furosemide 40 mg"),
        ),
        (
            {"coding": [{"system": "urn:drugs", "code": "4603"}]},
            "4603",
            Code(system="urn:drugs", code="4603"),
        ),
        ({"coding": [{"display": "furosemide 40 mg"}]}, "furosemide 40 mg", None),
        ({"coding": [7, {"display": "furosemide"}]}, "furosemide", None),
    ],
)
def test_a_concept_says_what_is_taken(concept: Json, substance: str, code: Code | None) -> None:
    one = only(read(taken(medicationCodeableConcept=concept)))

    assert (one.id, one.substance, one.code) == ("MedicationStatement/m1", substance, code)


@pytest.mark.parametrize(
    "elements",
    [
        {"medicationCodeableConcept": {}},
        {"medicationCodeableConcept": {"text": " "}},
        {"medicationCodeableConcept": {"coding": "furosemide"}},
        {"medicationCodeableConcept": 7},
    ],
)
def test_what_does_not_say_what_is_taken_is_a_fault(elements: Json) -> None:
    found = read(taken(**elements))

    assert found.medication_lists == ()
    said = "$[0]: it does not say what it is. Maybe it lacks medicationCodeableConcept."
    assert said in faults(found)


DRUG = {
    "resourceType": "Medication",
    "id": "d1",
    "code": {"text": "furosemide", "coding": [{"system": "urn:drugs", "code": "4603"}]},
    "status": "active",
}


def named(reference: str, **more: object) -> Json:
    elements = taken(medicationReference={"reference": reference}, **more)
    del elements["medicationCodeableConcept"]
    return elements


def bundle(*entries: tuple[str, Json]) -> Json:
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"fullUrl": url, "resource": one} for url, one in entries],
    }


@pytest.mark.parametrize(
    "document",
    [
        [named("Medication/d1"), DRUG],
        [DRUG, named("Medication/d1")],
        named("#d1", contained=[DRUG]),
        bundle(("urn:uuid:1", named("urn:uuid:2")), ("urn:uuid:2", DRUG)),
        bundle(("urn:uuid:2", DRUG), ("urn:uuid:1", named("urn:uuid:2"))),
    ],
)
def test_a_medication_is_read_where_something_names_it(document: Any) -> None:  # noqa: ANN401 # documents of any shape
    found = read(document)

    one = only(found)
    assert (one.substance, one.code) == ("furosemide", Code(system="urn:drugs", code="4603"))
    lost = [loss.path for loss in found.losses if not loss.path.startswith("Bundle")]
    assert lost == ["Medication.status"]
    assert found.faults == ()


def test_a_medication_that_several_name_is_read_once() -> None:
    other = {**named("Medication/d1"), "id": "m2"}

    found = read([named("Medication/d1"), DRUG, other])

    (both,) = found.medication_lists
    assert [one.substance for one in both.medications] == ["furosemide", "furosemide"]
    assert kept(found) == {"status": '"active"'}


def test_a_medication_that_nobody_names_is_a_loss() -> None:
    found = read([DRUG, taken()])

    assert [(one.place, one.path) for one in found.losses] == [("$[0][0]", "Medication")]
    assert "4603" in found.losses[0].kept
    held = {**DRUG, "contained": [{"resourceType": "Organization", "id": "o1"}]}
    assert [one.path for one in read(held).losses] == ["Medication"]
    assert "Organization" not in read(held).losses[0].kept


@pytest.mark.parametrize(
    "reference",
    [
        {"reference": "Medication/d9"},
        {"reference": "#nothing"},
        {"identifier": {"value": "17"}},
        {"reference": "Device/d1"},
    ],
)
def test_a_medication_that_is_not_there_has_the_name_that_stands_beside(reference: Json) -> None:
    elements = taken(medicationReference={**reference, "display": "furosemide 40 mg"})
    del elements["medicationCodeableConcept"]

    found = read(elements, {"resourceType": "Device", "id": "d1"})

    assert only(found).substance == "furosemide 40 mg"
    lost = [one.kept for one in found.losses if one.path.endswith("medicationReference")]
    assert len(lost) == 1
    assert next(iter(reference)) in lost[0]


def test_a_medication_without_a_code_has_the_name_that_stands_beside() -> None:
    elements = named("#d1", contained=[{"resourceType": "Medication", "id": "d1"}])
    elements["medicationReference"]["display"] = "her water tablet"

    assert only(read(elements)).substance == "her water tablet"


def test_without_any_name_it_is_a_fault() -> None:
    (said,) = faults(read(named("Medication/d9")))

    assert said.startswith("$[0]: it does not say what it is")
    nothing = taken()
    del nothing["medicationCodeableConcept"]
    assert faults(read(nothing)) == [said]
    display = taken(medicationReference={"display": "furosemide"})
    del display["medicationCodeableConcept"]
    assert only(read(display)).substance == "furosemide"
    assert read(display).losses == ()


# Whether it is taken.


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("active", MedicationStatus.ACTIVE),
        ("completed", MedicationStatus.COMPLETED),
        ("intended", MedicationStatus.PLANNED),
        ("stopped", MedicationStatus.STOPPED),
        ("on-hold", MedicationStatus.ON_HOLD),
    ],
)
def test_a_statement_says_whether_it_is_taken(code: str, status: MedicationStatus) -> None:
    found = read(taken(status=code))

    assert (only(found).status, found.losses, found.faults) == (status, (), ())


@pytest.mark.parametrize(
    ("code", "status", "lost"),
    [
        ("active", MedicationStatus.ACTIVE, {}),
        ("on-hold", MedicationStatus.ON_HOLD, {}),
        ("completed", MedicationStatus.COMPLETED, {}),
        ("stopped", MedicationStatus.STOPPED, {}),
        ("cancelled", MedicationStatus.STOPPED, {"status": '"cancelled"'}),
        ("draft", MedicationStatus.PLANNED, {"status": '"draft"'}),
        ("unknown", None, {"status": '"unknown"'}),
    ],
)
def test_a_request_says_whether_it_is_taken(
    code: str, status: MedicationStatus | None, lost: Json
) -> None:
    found = read(ordered(status=code))

    assert (only(found).status, kept(found), found.faults) == (status, lost, ())


@pytest.mark.parametrize("document", [taken(status="unknown"), taken()])
def test_what_nobody_says_is_unknown(document: Json) -> None:
    assert only(read(document)).status is None


@pytest.mark.parametrize("document", [taken(status="taken"), ordered(status="intended")])
def test_a_code_that_fhir_does_not_have_there_is_a_fault(document: Json) -> None:
    found = read(document)

    assert only(found).status is None
    assert [one.place for one in found.faults] == ["$[0].status"]


@pytest.mark.parametrize(
    "document",
    [
        taken(status="entered-in-error"),
        taken(status="not-taken"),
        taken(status="active", taken="n"),
        taken(status="active", modifierExtension=[{"url": "urn:not"}]),
        ordered(status="entered-in-error"),
        ordered(status="active", doNotPerform=True),
        ordered(status="active", modifierExtension=[{"url": "urn:not"}]),
    ],
)
def test_what_is_not_taken_is_on_no_list(document: Json) -> None:
    found = read(document)

    assert found.medication_lists == ()
    assert [one.path for one in found.losses] == [document["resourceType"]]


def test_whatever_is_not_plainly_to_be_done_is_on_no_list() -> None:
    found = read(ordered(doNotPerform="no"))

    assert found.medication_lists == ()
    assert [one.place for one in found.faults] == ["$[0].doNotPerform"]
    assert only(read(ordered(doNotPerform=False))).substance == "furosemide"


@pytest.mark.parametrize("intent", ["proposal", "plan", "option"])
@pytest.mark.parametrize("status", ["active", "unknown"])
def test_what_is_not_ordered_is_not_taken_yet(intent: str, status: str) -> None:
    found = read(ordered(status=status, intent=intent))

    assert only(found).status is MedicationStatus.PLANNED
    assert kept(found)["intent"] == f'"{intent}"'
    over = read(ordered(status="completed", intent=intent))
    assert only(over).status is MedicationStatus.COMPLETED


def test_an_order_is_a_loss_and_no_intent_a_fault() -> None:
    assert kept(read(ordered(status="active", intent="order"))) == {"intent": '"order"'}
    assert [one.place for one in read(ordered(intent="wish")).faults] == ["$[0].intent"]
    assert [one.place for one in read(ordered(intent=7)).faults] == ["$[0].intent"]


# How.


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ({"value": 40, "unit": "mg"}, Quantity("40", "mg")),
        (
            {"value": 40, "unit": "mg", "system": "http://unitsofmeasure.org", "code": "mg"},
            Quantity("40", "mg"),
        ),
        ({"value": 0.5}, Quantity("0.5")),
    ],
)
def test_a_dose_is_told_as_it_is_spelled(dose: Json, expected: Quantity) -> None:
    found = read(dosed(doseAndRate=[{"doseQuantity": dose}]))

    assert (only(found).dose, found.losses, found.faults) == (expected, (), ())
    # As STU3 has it.
    assert only(read(dosed(doseQuantity=dose))).dose == expected


@pytest.mark.parametrize(
    ("dosage", "path"),
    [
        ({"doseAndRate": [{"doseRange": {"low": {"value": 1}}}]}, "dosage.doseAndRate.doseRange"),
        (
            {"doseAndRate": [{"doseQuantity": {"value": 1, "comparator": "<"}}]},
            "dosage.doseAndRate.doseQuantity",
        ),
        (
            {"doseAndRate": [{"doseQuantity": {"value": 1}}, {"doseQuantity": {"value": 2}}]},
            "dosage.doseAndRate",
        ),
        ({"maxDosePerPeriod": {"numerator": {"value": 1}}}, "dosage.maxDosePerPeriod"),
    ],
)
def test_a_dose_that_is_not_one_amount_is_a_loss(dosage: Json, path: str) -> None:
    found = read(dosed(**dosage))

    assert only(found).dose is None
    assert path in kept(found)


def test_a_dose_below_nothing_is_a_fault_of_the_dose_alone() -> None:
    found = read(dosed(doseAndRate=[{"doseQuantity": {"value": -1, "unit": "mg"}}]))

    assert only(found).dose is None
    assert faults(found) == ["$[0].dosage[0].doseAndRate[0].doseQuantity: the dose is below 0."]


@pytest.mark.parametrize(
    ("route", "expected", "lost"),
    [
        ({"coding": [{"system": SNOMED, "code": "26643006"}]}, "by_mouth", []),
        (
            {"coding": [7, {"code": "PO"}, {"system": SNOMED, "code": "26643006"}], "text": "Oral"},
            "by_mouth",
            ["dosage.route.text", "dosage.route.coding.code"],
        ),
        ({"text": "under the tongue"}, "under_the_tongue", []),
        (
            {"coding": [{"system": SNOMED, "code": "37839007", "display": "Sublingual"}]},
            "sublingual",
            ["dosage.route.coding"],
        ),
    ],
)
def test_a_route_is_a_word(route: Json, expected: str, lost: list[str]) -> None:
    found = read(dosed(route=route))

    assert only(found).route == expected
    assert list(kept(found)) == lost


@pytest.mark.parametrize(
    ("dosage", "as_needed", "lost"),
    [
        ({"asNeededBoolean": True}, True, []),
        ({"asNeededBoolean": False}, False, []),
        ({}, None, []),
        (
            {"asNeededCodeableConcept": {"text": "pain"}},
            True,
            ["dosage.asNeededCodeableConcept"],
        ),
        ({"asNeededCodeableConcept": "pain"}, None, ["dosage.asNeededCodeableConcept"]),
    ],
)
def test_what_is_taken_only_when_it_is_needed(
    dosage: Json, as_needed: object, lost: list[str]
) -> None:
    found = read(dosed(**dosage))

    assert only(found).as_needed is as_needed
    assert list(kept(found)) == lost


def often(**repeat: object) -> Imported:
    return read(dosed(timing={"repeat": repeat}))


@pytest.mark.parametrize(
    ("repeat", "times", "frequency"),
    [
        ({"frequency": 2, "period": 1, "periodUnit": "d"}, 2, ""),
        ({"period": 1.0, "periodUnit": "d"}, 1, ""),
        ({"frequency": 1, "period": 6, "periodUnit": "h"}, None, "every 6 hours"),
        (
            {"frequency": 1, "period": 4, "periodMax": 6, "periodUnit": "h"},
            None,
            "every 4 to 6 hours",
        ),
        (
            {"frequency": 1, "frequencyMax": 2, "period": 1, "periodUnit": "d"},
            None,
            "1 to 2 times every day",
        ),
        ({"frequency": 3, "period": 2, "periodUnit": "wk"}, None, "3 times every 2 weeks"),
        ({"frequency": 1, "period": 1, "periodUnit": "mo"}, None, "every month"),
        ({"frequency": 1, "period": 1.5, "periodUnit": "d"}, None, "every 1.5 days"),
    ],
)
def test_how_often_is_a_number_a_day_or_words(
    repeat: Json, times: int | None, frequency: str
) -> None:
    found = often(**repeat)

    assert (only(found).times_a_day, only(found).frequency) == (times, frequency)
    assert (found.losses, found.faults) == ((), ())


@pytest.mark.parametrize(
    "repeat",
    [
        {"frequency": 1, "period": 1, "periodUnit": "d", "dayOfWeek": ["mon"]},
        {"frequency": 1, "period": 1},
        {"frequency": 0, "period": 1, "periodUnit": "d"},
        {"frequency": 10**9, "period": 1, "periodUnit": "d"},
        {"frequency": 1.5, "period": 1, "periodUnit": "d"},
        {"frequency": "1", "period": 1, "periodUnit": "d"},
        {"frequency": True, "period": 1, "periodUnit": "d"},
        {"frequency": 1, "period": 1, "periodMax": "2", "periodUnit": "d"},
        {"frequency": 1, "periodUnit": "d"},
        {"timeOfDay": ["09:00:00"]},
    ],
)
def test_a_repetition_that_says_neither_is_a_loss(repeat: Json) -> None:
    found = often(**repeat)

    assert (only(found).times_a_day, only(found).frequency) == (None, "")
    assert [one.path for one in found.losses] == [
        f"MedicationStatement.dosage.timing.repeat.{name}" for name in repeat
    ]


@pytest.mark.parametrize("unit", ["day", 7, ["d"]])
def test_a_unit_that_fhir_does_not_have_is_a_fault(unit: object) -> None:
    found = often(frequency=1, period=1, periodUnit=unit)

    assert only(found).times_a_day is None
    assert [one.place for one in found.faults] == ["$[0].dosage[0].timing.repeat.periodUnit"]


@pytest.mark.parametrize(
    ("code", "times", "frequency", "lost"),
    [
        ({"text": "in the morning"}, None, "in the morning", []),
        ({"coding": [{"system": OFTEN, "code": "BID"}]}, 2, "", []),
        (
            {"coding": [{"system": OFTEN, "code": "TID", "display": "TID"}], "text": "at meals"},
            3,
            "at meals",
            ["display"],
        ),
        (
            {"coding": [{"system": OFTEN, "code": "AM", "display": "every morning"}]},
            None,
            "every morning",
            ["system", "code"],
        ),
        ({"coding": [{"system": OFTEN, "code": "AM"}]}, None, "", ["system", "code"]),
    ],
)
def test_the_code_of_a_timing_may_say_how_often(
    code: Json, times: int | None, frequency: str, lost: list[str]
) -> None:
    found = read(dosed(timing={"code": code}))

    assert (only(found).times_a_day, only(found).frequency) == (times, frequency)
    prefix = "MedicationStatement.dosage.timing.code.coding."
    assert [one.path for one in found.losses] == [prefix + name for name in lost]


def test_the_code_comes_before_a_repetition_that_says_the_same_kind_of_thing() -> None:
    daily = {"frequency": 3, "period": 1, "periodUnit": "d"}
    twice = {"code": {"coding": [{"system": OFTEN, "code": "BID"}]}, "repeat": daily}
    worded = {"code": {"text": "in the morning"}, "repeat": {**daily, "frequencyMax": 4}}
    both = {"code": {"text": "at meals"}, "repeat": daily}

    assert only(read(dosed(timing=twice))).times_a_day == 2
    assert len(read(dosed(timing=twice)).losses) == 3
    assert only(read(dosed(timing=worded))).frequency == "in the morning"
    assert len(read(dosed(timing=worded)).losses) == 4
    one = only(read(dosed(timing=both)))
    assert (one.times_a_day, one.frequency) == (3, "at meals")


def test_of_several_dosages_only_the_words_are_taken() -> None:
    first = {"text": "two tablets at once", "doseAndRate": [{"doseQuantity": {"value": 2}}]}
    then = {"text": "then one a day", "sequence": 2}

    found = read(taken(dosage=[first, then, {}]))

    one = only(found)
    assert (one.dose, one.times_a_day) == (None, None)
    assert one.note == "two tablets at once\nthen one a day"
    assert [loss.place for loss in found.losses][:2] == ["$[0].dosage[0]", "$[0].dosage[1]"]


def test_the_notes_and_the_words_of_the_dosage_are_the_note() -> None:
    notes = [{"text": "She calls it the water tablet.", "time": "2026-03-01"}, {"text": 7}]

    found = read({**dosed(text="one in the morning"), "note": notes})

    assert only(found).note == "She calls it the water tablet.\none in the morning"
    assert kept(found) == {"note.time": '"2026-03-01"'}
    assert [one.place for one in found.faults] == ["$[0].note[1].text"]


def test_the_first_reason_is_what_it_is_for() -> None:
    found = read(taken(reasonCode=[{"text": "swollen legs"}, {"text": "heart"}]))

    assert only(found).purpose == "swollen_legs"
    assert kept(found) == {"reasonCode": '{"text":"heart"}'}


# When, for whom, and by whom.


@pytest.mark.parametrize(
    ("elements", "expected", "lost"),
    [
        ({"effectivePeriod": MARCH}, IN_MARCH, {}),
        ({"effectivePeriod": {"start": "2026-03-01"}}, Period(date(2026, 3, 1)), {}),
        ({"effectiveDateTime": "2026-03-01"}, None, {"effectiveDateTime": '"2026-03-01"'}),
        ({"effectiveDateTime": "2026-03"}, None, {"effectiveDateTime": '"2026-03"'}),
        ({"dosage": [{"timing": {"repeat": {"boundsPeriod": MARCH}}}]}, IN_MARCH, {}),
        (
            {
                "effectivePeriod": {"start": "2026-03-01"},
                "dosage": [{"timing": {"repeat": {"boundsPeriod": {"start": "2026-03-02"}}}}],
            },
            Period(date(2026, 3, 1)),
            {"dosage.timing.repeat.boundsPeriod": '{"start":"2026-03-02"}'},
        ),
        (
            {
                "effectiveDateTime": "2026-03-02",
                "dosage": [{"timing": {"repeat": {"boundsPeriod": MARCH}}}],
            },
            IN_MARCH,
            {"effectiveDateTime": '"2026-03-02"'},
        ),
    ],
)
def test_a_statement_says_from_when_until_when_and_no_single_day_does(
    elements: Json, expected: Period | None, lost: Json
) -> None:
    found = read(taken(**elements))

    assert (only(found).period, kept(found), found.faults) == (expected, lost, ())


@pytest.mark.parametrize(
    ("elements", "expected", "lost"),
    [
        ({"authoredOn": "2026-03-01"}, None, {"authoredOn": '"2026-03-01"'}),
        (
            {
                "authoredOn": "2026-02-01",
                "dosageInstruction": [{"timing": {"repeat": {"boundsPeriod": MARCH}}}],
            },
            IN_MARCH,
            {"authoredOn": '"2026-02-01"'},
        ),
    ],
)
def test_only_the_dosage_of_a_request_says_from_when_until_when(
    elements: Json, expected: Period | None, lost: Json
) -> None:
    found = read(ordered(**elements))

    assert (only(found).period, kept(found), found.faults) == (expected, lost, ())


@pytest.mark.parametrize(
    ("requester", "prescriber", "lost"),
    [
        ({"reference": "Practitioner/p1"}, "Practitioner/p1", {}),
        ({"agent": {"reference": "Practitioner/p1"}}, "Practitioner/p1", {}),
        ({"identifier": {"value": "17"}}, "|17", {}),
        ({"display": "Dr. Ada Quill"}, None, {"requester.display": '"Dr. Ada Quill"'}),
        ({"reference": "Patient/c1"}, None, {"requester.reference": '"Patient/c1"'}),
        ({"reference": "Organization/o1"}, None, {"requester.reference": '"Organization/o1"'}),
    ],
)
def test_a_professional_who_asks_for_it_prescribed_it(
    requester: Json, prescriber: str | None, lost: Json
) -> None:
    found = read(ordered(requester=requester))

    assert (only(found).prescriber, kept(found)) == (prescriber, lost)


def test_each_client_has_a_list_of_each_kind() -> None:
    other = {**taken(), "id": "m2", "subject": {"reference": "Patient/c2"}}
    nobody = {**taken(), "id": "m3"}
    del nobody["subject"]

    found = read([taken(), {**ordered(), "id": "r1"}, other, nobody])

    assert [(one.id, one.client_id) for one in found.medication_lists] == [
        ("Patient/c1#MedicationStatement", "Patient/c1"),
        ("Patient/c1#MedicationRequest", "Patient/c1"),
        ("Patient/c2#MedicationStatement", "Patient/c2"),
        ("unknown#MedicationStatement", None),
    ]
    assert [one.id for one in found.clients] == ["Patient/c1", "Patient/c2"]


def test_an_extension_of_ours_that_somebody_changed_is_a_fault() -> None:
    own = {
        "url": "https://carecore.invalid/fhir/value",
        "extension": [
            {"url": "fields", "valueString": "substance"},
            {"url": "value", "valueString": "{}"},
        ],
    }

    found = read(taken(extension=[own]))

    assert only(found).substance == "furosemide"
    assert [one.place for one in found.faults] == ["$[0].extension[0]"]


# Both ways.


def a_list(kind: str, *medications: Medication) -> MedicationList:
    client = "Patient/c1"
    return MedicationList(id=list_id(client, kind), client_id=client, medications=medications)


def written(*lists: MedicationList) -> tuple[Imported, Writing]:
    writing = Writing("Patient/c1")
    write_medications(lists, writing)
    return read(*writing.resources), writing


@given(
    st.lists(values(Medication), min_size=1, max_size=2, unique_by=lambda one: one.id),
    st.sampled_from(KINDS),
)
def test_what_is_written_is_read_again(medications: list[Medication], kind: str) -> None:
    one = a_list(kind, *medications)

    found, _ = written(one)

    assert found.medication_lists == (one,)
    assert found.faults == ()


FULL = Medication(
    id="MedicationStatement/m1",
    substance="furosemide",
    code=Code(system="urn:drugs", code="4603", label="furosemide 40 mg"),
    dose=Quantity("40", "mg"),
    route="by_mouth",
    times_a_day=1,
    as_needed=False,
    frequency="in the morning",
    purpose="swollen_legs",
    period=IN_MARCH,
    note="she calls it the water tablet",
)
ASKED = attrs.evolve(FULL, id="MedicationRequest/m1", prescriber="Practitioner/p1")


def test_what_fhir_tells_needs_no_extension() -> None:
    lists = (a_list(KINDS[0], FULL), a_list(KINDS[1], ASKED))

    found, writing = written(*lists)

    assert (found.medication_lists, writing.losses) == (lists, [])
    assert [one.keys() & {"extension", "identifier"} for one in writing.resources] == [set()] * 2


@pytest.mark.parametrize("status", [*MedicationStatus, None])
@pytest.mark.parametrize("kind", KINDS)
def test_every_status_has_a_code(kind: str, status: MedicationStatus | None) -> None:
    one = a_list(kind, attrs.evolve(FULL, status=status))

    found, writing = written(one)

    assert (found.medication_lists, writing.losses) == ((one,), [])


def test_a_plan_to_prescribe_is_written_as_one() -> None:
    planned = attrs.evolve(ASKED, status=MedicationStatus.PLANNED)

    _, writing = written(a_list(KINDS[1], planned))

    assert [writing.resources[0][name] for name in ("status", "intent")] == ["active", "plan"]


@pytest.mark.parametrize(
    ("kind", "parts", "lost"),
    [
        (KINDS[0], {"prescriber": "Practitioner/p1"}, "prescriber"),
        (KINDS[1], {"prescriber": "Patient/c1"}, "prescriber"),
        (KINDS[0], {"is_over_the_counter": True}, "is_over_the_counter"),
        (KINDS[1], {"is_over_the_counter": False}, "is_over_the_counter"),
        (KINDS[0], {"times_a_day": 0}, "times_a_day"),
        (KINDS[0], {"times_a_day": 10**6}, "times_a_day"),
        (KINDS[0], {"frequency": " "}, "frequency"),
        (KINDS[1], {"note": " "}, "note"),
        (KINDS[1], {"period": Period(None, None)}, "period"),
        (KINDS[0], {"period": Period(date(2026, 3, 1), date(2026, 3, 1))}, "period"),
        (KINDS[0], {"route": "a" * 130}, "route"),
        (KINDS[0], {"code": Code(system="drugs", code="4603")}, "code"),
        (KINDS[1], {"code": Code(system="urn:drugs", code="46\t03")}, "code"),
    ],
)
def test_what_others_cannot_read_is_listed(kind: str, parts: Json, lost: str) -> None:
    one = a_list(kind, attrs.evolve(FULL, **parts))

    found, writing = written(one)

    assert found.medication_lists == (one,)
    assert [loss.place for loss in writing.losses] == [
        f"$.medication_lists[0].medications[0].{lost}"
    ]


@pytest.mark.parametrize(
    ("key", "client", "medication", "kind"),
    [
        ("l-1", None, "m-1", KINDS[0]),
        ("l-1", "Patient/c1", "MedicationRequest/m-1", KINDS[1]),
        ("unknown#MedicationRequest", None, "m-1", KINDS[1]),
        ("Patient/c2#MedicationStatement", "Patient/c2", "MedicationRequest/m-1", KINDS[0]),
    ],
)
def test_the_list_or_the_id_tells_what_it_is_written_as(
    key: str, client: str | None, medication: str, kind: str
) -> None:
    one = MedicationList(
        id=key, client_id=client, medications=(Medication(id=medication, substance="furosemide"),)
    )

    _, writing = written(one)

    (resource,) = writing.resources
    assert resource["resourceType"] == kind
    assert resource["subject"] == {"reference": client or "Patient/c1"}


ALONE = a_list(KINDS[0], FULL)


@pytest.mark.parametrize(
    ("lists", "are_told"),
    [
        ((), True),
        ((ALONE,), True),
        ((a_list(KINDS[1], ASKED), ALONE), True),
        ((ALONE, ALONE), False),
        ((a_list(KINDS[0]),), False),
        ((a_list(KINDS[0], FULL, FULL),), False),
        ((a_list("Medication", FULL),), False),
        ((attrs.evolve(ALONE, client_id="Patient/c2"),), False),
        ((attrs.evolve(ALONE, is_complete=True),), False),
    ],
)
def test_only_the_lists_that_reading_makes_are_told(
    lists: tuple[MedicationList, ...], are_told: object
) -> None:
    assert lists_are_told(lists, "Patient/c1") is are_told
