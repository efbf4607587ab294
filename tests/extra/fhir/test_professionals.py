"""Practitioner, both ways."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given

from carecore.base.amounts import Money
from carecore.base.timing import Period
from carecore.credentials import HeldCredential, Licence
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.professionals import write_professional
from carecore.extra.fhir.writing import Writing
from carecore.people import (
    Gender,
    LanguageLevel,
    LanguageSkill,
    Leave,
    LimitChange,
    Professional,
    WeeklyHours,
)
from carecore.roles import EmployerKind
from carecore.testing.strategies import professionals, values

from .made_records import alone, kept

Json = dict[str, Any]

CCM = "Certified Case Manager (CCM)"
CCMC = "Commission for Case Manager Certification"
BOARD = "board of nursing of a state"
EARLIER = WeeklyHours(weekday=1, start=time(9), end=time(12, 30))
LATER = WeeklyHours(weekday=2, start=time(9), end=time(12, 30))
EVENING = WeeklyHours(weekday=7, start=time(18, 30), end=time())


def practitioner(**elements: object) -> Imported:
    return alone("Practitioner", **elements)


def qualified(**elements: object) -> Imported:
    return practitioner(qualification=[elements])


def only(found: Imported) -> Professional:
    (one,) = found.professionals
    return one


def test_a_practitioner_is_a_professional_of_whom_the_rest_is_unknown() -> None:
    found = practitioner(name=[{"text": "Dr Quill"}], birthDate="1970-01-01")

    assert only(found) == Professional(id="Practitioner/1", name="Dr Quill")
    assert kept(found) == {"Practitioner.birthDate": '"1970-01-01"'}


@pytest.mark.parametrize("gender", Gender)
def test_the_gender_of_a_practitioner_is_that_of_the_professional(gender: Gender) -> None:
    found = practitioner(gender=gender.value)

    assert (only(found).gender, found.losses, found.faults) == (gender, (), ())


def test_a_gender_that_is_told_to_be_unknown_is_unknown_and_listed() -> None:
    found = practitioner(gender="unknown")

    assert (only(found).gender, kept(found)) == (None, {"Practitioner.gender": '"unknown"'})


@pytest.mark.parametrize("word", ["Zq", "weiblich", "", 3])
def test_a_word_that_fhir_does_not_have_for_a_gender_is_a_fault_and_not_quoted(
    word: object,
) -> None:
    found = practitioner(gender=word)

    assert (only(found).gender, [one.place for one in found.faults]) == (None, ["$[0].gender"])
    assert str(word or "?") not in str(found.faults[0]).partition(":")[2]


def test_languages_are_the_tags_of_their_codes() -> None:
    tag = {"coding": [{"system": "urn:ietf:bcp:47", "code": "pl"}]}
    found = practitioner(communication=[{"text": "English"}, tag])

    assert (only(found).languages, len(found.losses)) == (("pl",), 1)
    assert only(practitioner(communication=[{"text": "English"}])).languages is None


def test_a_certification_that_code_and_issuer_name_is_held() -> None:
    found = qualified(code={"text": CCM}, issuer={"display": CCMC}, period={"start": "2025-01-01"})

    held = HeldCredential(credential="ccm", period=Period(date(2025, 1, 1)))
    assert only(found).credentials == (held,)
    assert (only(found).licences, found.losses) == (None, ())


@pytest.mark.parametrize("name", [CCMC, "Somebody else"])
def test_an_issuer_that_is_there_is_asked_for_its_name(name: str) -> None:
    found = read(
        {
            "resourceType": "Practitioner",
            "id": "1",
            "qualification": [{"code": {"text": CCM}, "issuer": {"reference": "Organization/1"}}],
        },
        {"resourceType": "Organization", "id": "1", "name": name},
    )

    held = None if name != CCMC else (HeldCredential(credential="ccm"),)
    assert only(found).credentials == held
    assert "Practitioner.qualification.issuer" in kept(found)


def test_a_licence_that_code_and_issuer_name_is_held_where_it_was_given() -> None:
    found = qualified(
        code={"text": "registered nurse"},
        issuer={"display": f"{BOARD} (US-MA)"},
        identifier=[{"system": "urn:x", "value": "RN-1"}, {"value": "RN-2"}],
    )

    assert only(found).licences == (Licence(credential="rn", jurisdiction="US-MA", number="RN-1"),)
    assert (only(found).credentials, kept(found)) == (
        None,
        {
            "Practitioner.qualification.identifier": '{"value":"RN-2"}',
            "Practitioner.qualification.identifier.system": '"urn:x"',
        },
    )


@pytest.mark.parametrize(
    "told",
    [
        {"code": {"text": "Bachelor of Science"}, "issuer": {"display": "Some University"}},
        {"code": {"text": CCM}},
        {"code": {"text": CCM}, "issuer": {"display": "Some University"}},
        {"code": {"text": CCM}, "issuer": {"reference": "Organization/9"}},
        {"code": {"text": CCM}, "issuer": {"reference": "Practitioner/1"}},
        {"code": {"text": CCM}, "issuer": CCMC},
        {"code": CCM, "issuer": {"display": CCMC}},
        {"code": {"text": 1}, "issuer": {"display": CCMC}},
        {"code": {"text": "registered nurse"}, "issuer": {"display": BOARD}},
        {"code": {"text": "registered nurse"}, "issuer": {"display": f"{BOARD} (Ohio)"}},
        {"code": {"text": "registered nurse"}, "issuer": {"reference": "Organization/1"}},
    ],
)
def test_a_qualification_that_the_catalogue_does_not_have_is_lost(told: Json) -> None:
    found = qualified(**told)

    assert (only(found).licences, only(found).credentials) == (None, None)
    assert sorted(kept(found)) == [f"Practitioner.qualification.{one}" for one in told]


def written(professional: Professional) -> Writing:
    writing = Writing("Patient/1")
    writing.name("Practitioner", professional.id)
    write_professional(professional, "$.team.professionals[0]", writing)
    return writing


@given(professional=values(Professional) | professionals())
def test_what_is_written_of_a_professional_is_read_again(professional: Professional) -> None:
    found = read(*written(professional).resources)

    assert (found.professionals, found.faults) == ((professional,), ())


def test_what_fhir_can_tell_of_a_professional_needs_nothing_of_our_own() -> None:
    professional = Professional(
        id="Practitioner/1",
        name="Dr Quill",
        languages=["pl"],
        licences=[
            Licence(
                credential="rn",
                jurisdiction="US-MA",
                period=Period(date(2024, 1, 1), date(2028, 1, 1)),
                number="RN-1",
            ),
            Licence(credential="lcsw", jurisdiction="US-NH"),
        ],
        credentials=[HeldCredential(credential="ccm")],
        roles=["case_manager", "home_health_nurse"],
        organization_id="Organization/1",
        leave=[Leave(Period(date(2026, 12, 24), date(2027, 1, 2)))],
        gender=Gender.FEMALE,
        hours=[
            WeeklyHours(weekday=1, start=time(9), end=time(12, 30)),
            WeeklyHours(weekday=6, start=time(), end=time()),
        ],
    )
    writing = written(professional)
    practitioner, role = writing.resources

    assert writing.losses == []
    assert practitioner["gender"] == "female"
    assert practitioner["qualification"] == [
        {
            "identifier": [{"value": "RN-1"}],
            "code": {"text": "registered nurse"},
            "period": {"start": "2024-01-01", "end": "2027-12-31"},
            "issuer": {"display": f"{BOARD} (US-MA)"},
        },
        {
            "code": {"text": "licensed clinical social worker"},
            "issuer": {"display": "social work board of a state (US-NH)"},
        },
        {"code": {"text": CCM}, "issuer": {"display": CCMC}},
    ]
    assert {key: one for key, one in role.items() if key != "id"} == {
        "resourceType": "PractitionerRole",
        "practitioner": {"reference": "Practitioner/1"},
        "organization": {"reference": "Organization/1"},
        "code": [{"text": "case manager"}, {"text": "home health nurse"}],
        "availableTime": [
            {
                "daysOfWeek": ["mon"],
                "availableStartTime": "09:00:00",
                "availableEndTime": "12:30:00",
            },
            {"daysOfWeek": ["sat"], "allDay": True},
        ],
        "notAvailable": [
            {"description": "away", "during": {"start": "2026-12-24", "end": "2027-01-01"}}
        ],
    }
    assert kept(read(*writing.resources)) == {
        "PractitionerRole.id": f'"{role["id"]}"',
        "PractitionerRole.notAvailable.description": '"away"',
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("licences", ()),
        ("licences", [Licence(credential="rn", jurisdiction="US-MA", multistate=True)]),
        ("licences", [Licence(credential="rn", jurisdiction="US-MA", number=" ")]),
        ("licences", [Licence(credential="ccm", jurisdiction="US-MA")]),
        ("licences", [Licence(credential="wizard", jurisdiction="US-MA")]),
        ("licences", [Licence(credential="rn", jurisdiction="US-MA", period=Period(None))]),
        ("credentials", ()),
        ("credentials", [HeldCredential(credential="rn")]),
        ("credentials", [HeldCredential(credential="wizardry")]),
        ("credentials", [HeldCredential(credential="ccm", period=Period(None))]),
        ("languages", ()),
        ("languages", ["?"]),
        ("name", " "),
        ("jurisdictions", ["US"]),
        ("employer", EmployerKind.CLIENT),
        ("caseload", 3),
        ("caseload_limit", 20),
        ("weekly_hours", 0),
        ("hours", ()),
        ("hours", [EVENING]),
        ("zone", "Europe/Berlin"),
        ("areas", ()),
        ("base_area", "altona"),
        ("highest_acuity", 0),
        ("experience", ["stroke"]),
        ("payers", ["medicare"]),
        ("rate", Money("60", "EUR")),
        ("part_time", 50),
        ("limit_changes", [LimitChange(period=Period(None), to_points=3)]),
        ("cultures", ()),
        ("settings", ["snf"]),
        ("roles", ["x" * 130]),
        ("leave", [Leave(Period(None))]),
        ("leave", [Leave(Period(date(2026, 1, 1), date(2026, 1, 1)))]),
    ],
)
def test_what_fhir_cannot_tell_of_a_professional_is_listed(field: str, value: object) -> None:
    untyped: Any = {field: value}
    professional = Professional(id="Practitioner/1", **untyped)
    writing = written(professional)

    assert [one.place for one in writing.losses] == [f"$.team.professionals[0].{field}"]
    assert read(*writing.resources).professionals == (professional,)


def test_a_professional_without_a_post_is_written_without_one() -> None:
    writing = written(Professional(id="p-1", name="Dr Quill"))

    assert [one["resourceType"] for one in writing.resources] == ["Practitioner"]


def test_skills_are_told_together_with_the_languages_they_are_in() -> None:
    skill = LanguageSkill(language="pl", level=LanguageLevel.B2)
    professional = Professional(id="Practitioner/1", languages=["pl"], language_skills=[skill])
    writing = written(professional)

    assert [one.place.rpartition(".")[2] for one in writing.losses] == [
        "language_skills",
        "languages",
    ]
    assert writing.resources[0]["communication"] == [
        {"coding": [{"system": "urn:ietf:bcp:47", "code": "pl"}]}
    ]
    assert read(*writing.resources).professionals == (professional,)


@pytest.mark.parametrize(
    ("weekly", "lost"), [(7, []), (30, ["weekly_hours"]), (None, ["weekly_hours"])]
)
def test_hours_of_a_week_that_the_times_do_not_add_up_to_are_told_as_well(
    weekly: int | None, lost: list[str]
) -> None:
    professional = Professional(id="Practitioner/1", hours=[EARLIER, LATER], weekly_hours=weekly)
    writing = written(professional)

    assert [one.place.rpartition(".")[2] for one in writing.losses] == lost
    assert read(*writing.resources).professionals == (professional,)


def test_hours_in_another_order_than_that_of_the_week_are_kept_as_they_are() -> None:
    professional = Professional(id="Practitioner/1", hours=[LATER, EARLIER], weekly_hours=7)
    writing = written(professional)

    assert [one.place.rpartition(".")[2] for one in writing.losses] == ["hours"]
    assert read(*writing.resources).professionals == (professional,)


def test_hours_until_midnight_are_told_to_others_until_the_last_second() -> None:
    writing = written(Professional(id="Practitioner/1", hours=[EVENING]))

    assert writing.resources[1]["availableTime"] == [
        {
            "daysOfWeek": ["sun"],
            "availableStartTime": "18:30:00",
            "availableEndTime": "23:59:59",
        }
    ]
