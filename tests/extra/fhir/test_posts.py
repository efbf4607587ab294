"""PractitionerRole: what it says of a professional, alone and with others."""

from datetime import date
from typing import Any

import pytest

from carecore.base.timing import Period
from carecore.extra.fhir import Imported, read
from carecore.people import Leave, Professional

from .made_records import kept

Json = dict[str, Any]

NUCC = "http://nucc.org/provider-taxonomy"
QUILL: Json = {"reference": "Practitioner/quill"}
DOCTOR: Json = {"resourceType": "Practitioner", "id": "quill", "name": [{"text": "Dr Quill"}]}
OFFICE: Json = {"daysOfWeek": ["mon", "tue"], "availableStartTime": "09:00:00"}


def post(key: str = "1", **elements: object) -> Json:
    return {"resourceType": "PractitionerRole", "id": key, "practitioner": QUILL, **elements}


def place(key: str, *codes: str) -> Json:
    v3 = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
    codings = [{"system": v3, "code": code} for code in codes]
    return {"resourceType": "Location", "id": key, "type": [{"coding": codings}]}


def at(*keys: str) -> list[Json]:
    return [{"reference": f"Location/{key}"} for key in keys]


def only(found: Imported) -> Professional:
    (one,) = found.professionals
    return one


def test_a_post_is_put_to_its_practitioner_wherever_that_one_stands() -> None:
    role = post(code=[{"text": "case manager"}])

    for documents in ((DOCTOR, role), (role, DOCTOR)):
        assert read(*documents).professionals == (
            Professional(id="Practitioner/quill", name="Dr Quill", roles=["case_manager"]),
        )


def test_a_practitioner_who_is_not_there_has_the_post_all_the_same() -> None:
    found = read(post(code=[{"text": "case manager"}]))

    assert only(found) == Professional(id="Practitioner/quill", roles=["case_manager"])
    assert kept(found) == {"PractitionerRole.id": '"1"'}


@pytest.mark.parametrize("named", [None, {"display": "Dr Quill"}])
def test_a_post_of_nobody_is_a_professional_of_its_own(named: Json | None) -> None:
    told = {} if named is None else {"practitioner": named}
    found = read({"resourceType": "PractitionerRole", "id": "1", **told})

    assert only(found) == Professional(id="PractitionerRole/1")


def test_who_refers_to_a_post_means_who_has_it_by_whatever_name() -> None:
    identifier = {"system": "urn:npi", "value": "77"}
    team = {
        "resourceType": "CareTeam",
        "id": "1",
        "participant": [{"member": {"reference": "PractitionerRole/1"}}],
    }
    found = read(
        DOCTOR | {"identifier": [identifier]},
        post(practitioner={"identifier": identifier}, code=[{"text": "case manager"}]),
        team,
    )

    (one,) = found.teams
    assert [member.person_id for member in one.memberships] == ["Practitioner/quill"]
    assert one.professionals == found.professionals == (only(found),)


def test_a_code_that_means_a_role_of_the_catalogue_is_that_role() -> None:
    coding = {"system": NUCC, "code": "374U00000X", "display": "Home Health Aide, certified"}
    found = read(post(code=[{"coding": [{"system": "urn:x", "code": "1"}, coding]}]))

    assert only(found).roles == ("home_health_aide",)
    assert sorted(kept(found)) == [
        "PractitionerRole.code.coding.code",
        "PractitionerRole.code.coding.display",
        "PractitionerRole.code.coding.system",
        "PractitionerRole.id",
    ]


@pytest.mark.parametrize(
    ("concept", "roles"),
    [
        ({"text": "Renal nurse"}, ("renal_nurse",)),
        ({"coding": [{"system": NUCC, "code": "x", "display": "Surgeon"}]}, ("surgeon",)),
        ({"coding": [{"system": NUCC, "code": 3}]}, ()),
        ({"coding": ["374U00000X"]}, ()),
        ({"coding": "374U00000X"}, ()),
    ],
)
def test_any_other_role_is_a_word_or_lost(concept: Json, roles: tuple[str, ...]) -> None:
    found = read(post(code=[concept]))

    assert only(found).roles == roles
    assert len(found.losses) > 1


def test_several_posts_are_told_in_order_and_the_first_organization_counts() -> None:
    first = post("1", code=[{"text": "nurse"}], organization={"reference": "Organization/a"})
    second = post(
        "2",
        code=[{"text": "teacher"}, {"text": "nurse"}],
        organization={"reference": "Organization/b"},
    )
    found = read(DOCTOR, first, second, post("3"))

    assert (only(found).roles, only(found).organization_id) == (
        ("nurse", "teacher"),
        "Organization/a",
    )
    assert {key: one for key, one in kept(found).items() if "id" not in key} == {
        "PractitionerRole.code": '{"text":"nurse"}',
        "PractitionerRole.organization": '{"reference":"Organization/b"}',
    }


def test_a_post_that_is_not_in_use_is_lost_as_a_whole() -> None:
    found = read(DOCTOR, post(active=False, code=[{"text": "nurse"}]))

    assert (only(found).roles, set(kept(found))) == ((), {"PractitionerRole"})


@pytest.mark.parametrize(
    ("places", "settings"),
    [
        (("ward",), ("acute_icu",)),
        (("ward", "rehab", "ward"), ("acute_icu", "irf")),
        (("ward", "unclear"), None),
        (("nowhere",), None),
        ((), None),
    ],
)
def test_care_settings_are_known_where_every_place_tells_its_own(
    places: tuple[str, ...], settings: tuple[str, ...] | None
) -> None:
    found = read(
        post(location=at(*places)), place("ward", "ICU"), place("rehab", "RH"), place("unclear")
    )

    assert only(found).settings == settings
    assert "PractitionerRole.location" in kept(found)


def test_a_place_that_only_has_a_name_tells_no_care_setting() -> None:
    for told in ({"display": "Ward"}, "Ward", {"reference": 1}):
        assert only(read(post(location=[told]))).settings is None


def test_one_post_that_does_not_tell_where_leaves_all_care_settings_open() -> None:
    ward = place("ward", "ICU")
    here, elsewhere = post("1", location=at("ward")), post("2")

    assert only(read(ward, here, elsewhere)).settings is None


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        ([OFFICE | {"availableEndTime": "12:30:00"}], 7),
        ([{"daysOfWeek": ["sat", "sun"], "allDay": True}], 48),
        (
            [
                OFFICE | {"availableEndTime": "12:00:00"},
                OFFICE | {"daysOfWeek": ["mon"], "availableEndTime": "13:00:00"},
            ],
            7,
        ),
        ([OFFICE | {"availableEndTime": "12:15:00"}], None),
        ([OFFICE | {"availableEndTime": "12:00:30"}], None),
        ([OFFICE | {"availableEndTime": "12:00:00Z"}], None),
        ([OFFICE | {"availableEndTime": "08:00:00"}], None),
        ([OFFICE | {"availableEndTime": "noon"}], None),
        ([OFFICE | {"availableEndTime": 12}], None),
        ([OFFICE], None),
        ([OFFICE | {"allDay": True}], None),
        ([{"availableStartTime": "09:00:00", "availableEndTime": "12:00:00"}], None),
        ([{"daysOfWeek": ["monday"], "allDay": True}], None),
        ([{"daysOfWeek": "mon", "allDay": True}], None),
        (["always"], None),
        ([], None),
    ],
)
def test_hours_of_a_week_are_counted_where_they_are_whole(
    times: list[object], hours: int | None
) -> None:
    found = read(post(availableTime=times))

    assert (only(found).weekly_hours, found.faults) == (hours, ())
    assert "PractitionerRole.availableTime" in kept(found)


def test_hours_of_several_posts_are_counted_once_each_and_only_if_all_are_told() -> None:
    mornings = OFFICE | {"availableEndTime": "12:00:00"}
    overlapping = OFFICE | {"availableStartTime": "11:00:00", "availableEndTime": "14:00:00"}
    posts = (post("1", availableTime=[mornings]), post("2", availableTime=[overlapping]))

    assert only(read(*posts)).weekly_hours == 10
    assert only(read(*posts, post("3"))).weekly_hours is None


def test_who_is_away_has_leave() -> None:
    found = read(
        post(
            notAvailable=[
                {
                    "description": "a long trip",
                    "during": {"start": "2026-05-01", "end": "2026-05-20"},
                },
                {"description": "holidays"},
                {"during": {"start": "2026-06-01"}},
            ]
        )
    )

    assert only(found).leave == (
        Leave(Period(date(2026, 5, 1), date(2026, 5, 21))),
        Leave(Period(date(2026, 6, 1))),
    )
    lost = [one.kept for one in found.losses if one.path.endswith("description")]
    assert lost == ['"a long trip"', '"holidays"']


def test_a_post_without_an_id_has_none_to_lose() -> None:
    found = read({"resourceType": "PractitionerRole", "practitioner": QUILL})

    assert (only(found).id, found.losses) == ("Practitioner/quill", ())
