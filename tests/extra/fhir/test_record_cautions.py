"""What stands in a record and must not look like what it is not."""

import pytest

from carecore.codec import dumps, loads
from carecore.extra.fhir import read
from carecore.record import Certainty, ConditionStatus, EventKind, EventOutcome, Record

from .made_records import ADA, STAIRS, Json, alone, had, happened, kept, observed

ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
HL7 = "http://terminology.hl7.org/CodeSystem/"
NURSE: Json = {"reference": "Practitioner/n1"}
CLINIC: Json = {"reference": "Organization/o1"}
KINDS = [
    *("Condition", "AllergyIntolerance", "Observation", "Encounter", "EpisodeOfCare"),
    *("Procedure", "Composition"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_what_may_mean_the_opposite_is_lost_as_a_whole(kind: str) -> None:
    found = alone(kind, modifierExtension=[{"url": "urn:not", "valueBoolean": True}])

    assert found.records == ()
    assert [one.path for one in found.losses] == [kind]


# Conditions and allergies.


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ({"text": "No Known Allergies"}, "no_known_allergies"),
        ({"text": "NKDA"}, "nkda"),
        ({"coding": [{"display": "None known"}]}, "none_known"),
        ({"text": "Nuts"}, "allergy_to_nuts"),
        ({"text": "Allergy to mould"}, "allergy_to_mould"),
    ],
)
def test_that_no_allergy_is_known_is_no_allergy(code: Json, what: str) -> None:
    assert had(alone("AllergyIntolerance", code=code))[0].what == what


def test_two_labels_of_one_allergy_can_be_told_apart() -> None:
    long, short = (
        alone("AllergyIntolerance", code={"coding": [{"display": label}]})
        for label in ("allergy to mould", "mould")
    )

    assert [had(one)[0].what for one in (long, short)] == ["allergy_to_mould"] * 2
    assert [had(one)[0].text for one in (long, short)] == ["allergy to mould", ""]


@pytest.mark.parametrize("kind", ["Condition", "AllergyIntolerance"])
@pytest.mark.parametrize("system", [None, "urn:mine", f"{HL7}condition-ver-status"])
def test_what_was_refuted_is_so_in_whichever_system(kind: str, system: str | None) -> None:
    coding = {"code": "refuted"} | ({} if system is None else {"system": system})

    found = alone(kind, verificationStatus={"coding": [coding]})

    assert had(found)[0].certainty is Certainty.REFUTED


def test_a_status_without_a_system_is_read_and_kept() -> None:
    found = alone("Condition", clinicalStatus={"coding": [{"code": 7}, {"code": "resolved"}]})

    assert had(found)[0].status is ConditionStatus.RESOLVED
    assert [one.kept for one in found.losses] == ['"resolved"', "7"]


@pytest.mark.parametrize(
    "status",
    [
        {"text": "active"},
        {"coding": "active"},
        {"coding": ["active"]},
        {"coding": [{"code": ["active"]}]},
        {"coding": [{"system": f"{HL7}condition-clinical", "code": 7}]},
    ],
)
def test_a_status_of_another_shape_is_unknown(status: Json) -> None:
    found = alone("Condition", clinicalStatus=status)

    assert had(found)[0].status is None
    assert found.losses or found.faults


@pytest.mark.parametrize(
    ("element", "code"),
    [
        ("clinical", "relapse"),
        ("clinical", "remission"),
        ("verification", "provisional"),
    ],
)
def test_an_allergy_has_fewer_codes_than_a_condition(element: str, code: str) -> None:
    coding = {"system": f"{HL7}allergyintolerance-{element}", "code": code}

    found = alone("AllergyIntolerance", **{f"{element}Status": {"coding": [coding]}})

    assert [one.place for one in found.faults] == [f"$[0].{element}Status.coding[0].code"]


def test_what_went_within_a_period_is_over_at_its_end() -> None:
    found = alone("Condition", abatementPeriod={"start": "2020", "end": "2021-03"})

    assert str(had(found)[0].abated) == "2021-03"
    assert kept(found) == {"Condition.abatementPeriod.start": '"2020"'}
    assert had(alone("Condition", abatementPeriod=7))[0].abated is None


# Whose it is.


@pytest.mark.parametrize("kind", ["Condition", "Observation", "Encounter", "Procedure"])
def test_a_group_is_no_client(kind: str) -> None:
    found = alone(kind, subject={"reference": "Group/g1"})

    assert found.records[0].client_id is None
    assert kept(found) == {f"{kind}.subject.reference": '"Group/g1"'}
    assert found.clients == ()


NO_CLIENTS = (
    *({"reference": text} for text in ("Practitioner/1", "Group/1", "RelatedPerson/1")),
    {"reference": "https://a.example/Group/1", "display": "Quills"},
    {"reference": "urn:uuid:0c3151bd-1cbf", "type": "Group"},
    {"identifier": {"system": "urn:x", "value": "7"}, "type": "Group"},
)


@pytest.mark.parametrize("named", NO_CLIENTS, ids=str)
@pytest.mark.parametrize(
    ("kind", "key", "is_fault"),
    [
        ("Condition", "subject", False),
        ("CareTeam", "subject", False),
        ("CarePlan", "subject", True),
        ("Consent", "patient", False),
        ("Coverage", "beneficiary", True),
        ("RelatedPerson", "patient", True),
    ],
)
def test_no_client_is_made_of_what_is_something_else(
    kind: str, key: str, named: Json, *, is_fault: bool
) -> None:
    found = read({"resourceType": kind, "id": "1", "status": "active", key: named})

    lost = "identifier" if "identifier" in named else "reference"
    assert (found.clients, found.plans, found.coverages, found.consents) == ((), (), (), ())
    assert f"$[0].{key}.{lost}" in [one.place for one in found.losses]
    assert [one.place for one in found.faults] == ["$[0]"] * is_fault


@pytest.mark.parametrize("identifier", [{"reference": 7}, {"reference": ""}])
def test_where_the_reference_is_none_the_identifier_names_the_client(identifier: Json) -> None:
    named = {"identifier": {"system": "urn:x", "value": "7"}, **identifier}

    found = alone("Condition", subject=named)

    assert had(found)[0].client_id == "urn:x|7"
    assert [one.place for one in found.faults] == ["$[0].subject.reference"]


def test_whoever_is_named_by_an_identifier_is_a_client() -> None:
    found = alone("Condition", subject={"identifier": {"system": "urn:x", "value": "7"}})

    assert [had(found)[0].client_id, found.clients[0].id] == ["urn:x|7"] * 2


def test_what_is_there_and_is_no_patient_is_no_client() -> None:
    device = {"resourceType": "Device", "id": "d1"}
    seen = {"resourceType": "Observation", "id": "1", "subject": {"reference": "Device/d1"}}

    assert read([device, seen]).records[0].client_id is None


@pytest.mark.parametrize(
    "key", ["RelatedPerson/r1", "Patient/bo", "Group/g1", "urn:uuid:0c3151bd-1cbf"]
)
def test_what_is_about_somebody_else_is_no_observation_of_the_client(key: str) -> None:
    found = alone("Observation", subject=ADA, focus=[{"reference": key}], valueBoolean=True)

    assert found.records == ()
    assert [one.path for one in found.losses] == ["Observation"]


@pytest.mark.parametrize("key", ["Patient/ada", "Condition/c1", "Device/d1"])
def test_what_is_about_something_of_the_client_is_one(key: str) -> None:
    found = alone("Observation", subject=ADA, focus=[{"reference": key}], valueBoolean=True)

    assert observed(found)[0].value is True
    assert kept(found) == {"Observation.focus.reference": f'"{key}"'}


def test_without_a_client_a_focus_on_a_person_is_of_that_person() -> None:
    assert observed(alone("Observation", focus=[ADA])) == ()


# Who did it.


@pytest.mark.parametrize(
    ("kind", "element", "listed"),
    [
        ("Observation", "performer", [CLINIC, NURSE]),
        ("Procedure", "performer", [{"actor": CLINIC}, {"actor": NURSE}]),
        ("Composition", "author", [CLINIC, NURSE]),
        (
            "Encounter",
            "participant",
            [{"individual": {"reference": "RelatedPerson/r1"}}, {"individual": NURSE}],
        ),
    ],
)
def test_only_a_person_does_something(kind: str, element: str, listed: list[Json]) -> None:
    found = alone(kind, **{element: listed})
    (by,) = [one.by for one in observed(found)] + [one.by for one in happened(found)]

    assert by == "Practitioner/n1"
    assert len(found.losses) == 1


def test_an_organization_manages_no_care() -> None:
    found = alone("EpisodeOfCare", careManager=CLINIC)

    assert happened(found)[0].by is None
    assert kept(found) == {"EpisodeOfCare.careManager": '{"reference":"Organization/o1"}'}
    assert happened(alone("EpisodeOfCare", careManager=7))[0].by is None


@pytest.mark.parametrize("code", ["ESC", "REF", "CALLBCK", "translator", "emergency"])
def test_whoever_comes_along_gives_no_care(code: str) -> None:
    beside = {"type": [{"coding": [{"code": code}]}], "individual": {"reference": "Practitioner/x"}}
    giving = {"type": [7, {"coding": [7, {"code": "PPRF"}]}], "individual": NURSE}

    assert happened(alone("Encounter", participant=[beside, giving]))[0].by == "Practitioner/n1"


def test_a_performer_who_may_be_the_opposite_is_none() -> None:
    performers = [{"actor": NURSE, "modifierExtension": [{"url": "urn:not"}]}]

    assert happened(alone("Procedure", performer=performers))[0].by is None


# Encounters and procedures.


@pytest.mark.parametrize(
    ("system", "code", "kind"),
    [
        (ACT, "IMP", EventKind.ADMISSION),
        ("http://hl7.org/fhir/v3/ActCode", "IMP", EventKind.ADMISSION),
        (None, "inpatient", EventKind.ADMISSION),
        (None, "outpatient", EventKind.VISIT),
        ("http://hl7.org/fhir/encounter-class", "virtual", EventKind.CONTACT),
        (ACT, "inpatient", EventKind.OTHER),
        ("urn:mine", "IMP", EventKind.OTHER),
        (7, "IMP", EventKind.OTHER),
    ],
)
def test_a_class_counts_in_its_own_system(system: object, code: str, kind: EventKind) -> None:
    told = {"code": code} | ({} if system is None else {"system": system})

    found = alone("Encounter", **{"class": told})

    assert happened(found)[0].kind is kind
    assert (found.losses == ()) is (system == ACT and kind is not EventKind.OTHER)


@pytest.mark.parametrize("status", ["arrived", "triaged", "planned?", None])
def test_nobody_is_admitted_before_the_stay_has_begun(status: str | None) -> None:
    said = {} if status is None else {"status": status}

    (one,) = happened(alone("Encounter", **{**said, "class": {"system": ACT, "code": "IMP"}}))

    assert one.outcome is None


@pytest.mark.parametrize(
    ("kind", "status"),
    [("Encounter", "waitlist"), ("EpisodeOfCare", "preparation"), ("Procedure", "planned")],
)
def test_a_status_of_another_type_is_a_fault(kind: str, status: str) -> None:
    found = alone(kind, status=status)

    assert happened(found)[0].outcome is None
    assert [one.place for one in found.faults] == ["$[0].status"]


SNF: Json = {
    "resourceType": "Location",
    "id": "snf",
    "type": [{"coding": [{"system": f"{HL7}v3-RoleCode", "code": "SNF"}]}],
}


@pytest.mark.parametrize(
    ("places", "setting"),
    [
        ([{"location": {"reference": "Location/snf"}}], "snf"),
        ([{"location": {"reference": "Location/snf"}}] * 2, "snf"),
        ([{"location": {"reference": "Location/snf"}}, {"location": {"display": "x"}}], None),
        ([{"location": {"reference": "Location/other"}}], None),
        ([{"location": {"reference": "Location/snf"}, "status": "planned"}], None),
        (
            [
                {"location": {"reference": "Location/snf"}, "status": "completed"},
                {"location": {"reference": "Location/other"}, "status": "reserved"},
            ],
            "snf",
        ),
        ([7], None),
        ([], None),
        (7, None),
    ],
)
def test_an_encounter_was_where_all_its_places_are(places: object, setting: str | None) -> None:
    visit = {"resourceType": "Encounter", "id": "1", "location": places}

    assert happened(read([SNF, visit]))[0].setting == setting


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (True, EventOutcome.NOT_DONE),
        (False, EventOutcome.DONE),
        ("yes", None),
    ],
)
def test_stu3_says_beside_the_status_that_nothing_was_done(
    said: object, outcome: EventOutcome | None
) -> None:
    found = alone("Procedure", status="completed", notDone=said)

    assert happened(found)[0].outcome is outcome
    assert (found.losses == ()) is (said is False)
    assert len(found.faults) == (0 if isinstance(said, bool) else 1)


# Names of parts.


def test_a_part_with_too_long_a_name_is_lost() -> None:
    long = "x" * 230
    found = read(
        [
            {
                "resourceType": "Observation",
                "id": f"{long}xxxxxxx",
                "component": [{"valueBoolean": True}],
            },
            {
                "resourceType": "Encounter",
                "id": f"{long}xxxxxxxxx",
                "class": {"system": ACT, "code": "IMP"},
                "period": {"end": "2026"},
            },
            {"resourceType": "Composition", "id": f"{long}xxxxx", "section": [{"title": "plan"}]},
        ]
    )

    assert [len(one) for one in (observed(found), happened(found))] == [1, 2]
    assert kept(found) == {
        "Observation.component": '{"valueBoolean":true}',
        "Encounter.period.end": '"2026"',
        "Composition.section": '{"title":"plan"}',
    }
    assert loads(dumps(found.records[0]), Record) == found.records[0]


def test_what_lies_deep_has_a_name_as_long_as_any() -> None:
    deep: Json = {"resourceType": "Condition"}
    for _ in range(19):
        deep = {"resourceType": "Bundle", "entry": [{"resource": deep}]}
    long = {"resourceType": "Condition", "id": "x" * 245}

    found = read(deep, long, {**long, "subject": ADA})

    names = [one.id for one in had(found)]
    assert len(set(names)) == 3
    assert [name[-2:] == "~2" for name in names] == [False, False, True]
    assert all(loads(dumps(one), Record) == one for one in found.records)


def test_a_part_that_may_mean_the_opposite_is_lost() -> None:
    odd: Json = {"code": STAIRS, "modifierExtension": [{"url": "urn:not"}]}

    panel = alone("Observation", component=[odd, {"code": STAIRS}])
    document = alone("Composition", section=[odd, {"code": STAIRS}])

    assert [one.id for one in observed(panel)] == ["Observation/1", "Observation/1#component-2"]
    assert [one.id for one in observed(document)] == ["Composition/1#section-2"]
    assert list(kept(panel)) == ["Observation.component"]
    assert list(kept(document)) == ["Composition.section"]


# Documents.


@pytest.mark.parametrize(
    ("status", "outcome", "is_exact"),
    [
        ("final", EventOutcome.DONE, True),
        ("amended", EventOutcome.DONE, False),
        ("preliminary", None, False),
    ],
)
def test_a_document_that_was_amended_was_written(
    status: str, outcome: EventOutcome | None, *, is_exact: bool
) -> None:
    found = alone("Composition", status=status)

    assert happened(found)[0].outcome is outcome
    assert kept(found) == ({} if is_exact else {"Composition.status": f'"{status}"'})


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"coding": [{"system": "http://loinc.org", "code": "18761-7"}]}, EventKind.HAND_OVER),
        ({"coding": [{"system": "urn:mine", "code": "18761-7"}]}, EventKind.OTHER),
        ({"coding": [{"system": "http://loinc.org", "code": "18842-5"}]}, EventKind.OTHER),
        ({"text": "Hand-over note"}, EventKind.HAND_OVER),
        ({"text": "Letter"}, EventKind.OTHER),
    ],
)
def test_a_document_is_a_hand_over_where_its_type_says_so(told: Json, kind: EventKind) -> None:
    assert happened(alone("Composition", type=told))[0].kind is kind
