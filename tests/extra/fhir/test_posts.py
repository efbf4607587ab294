"""PractitionerRole: what it says of a professional, alone and with others."""

import json
from datetime import date, time
from typing import Any

import pytest

from carecore.base.timing import Period
from carecore.extra.fhir import Imported, read
from carecore.people import Leave, Professional, WeeklyHours

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


def hours(text: str) -> tuple[WeeklyHours, ...]:
    """Hours as `str` tells them, with commas between."""
    week = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    found: list[WeeklyHours] = []
    for one in filter(None, text.split(", ")):
        day, start, end = one[:3], one[4:9], one[10:]
        last = time() if end == "24:00" else time.fromisoformat(end)
        found.append(
            WeeklyHours(weekday=week.index(day) + 1, start=time.fromisoformat(start), end=last)
        )
    return tuple(found)


@pytest.mark.parametrize(
    ("times", "told", "weekly"),
    [
        ([OFFICE | {"availableEndTime": "12:30:00"}], "Mon 09:00-12:30, Tue 09:00-12:30", 7),
        (
            [{"daysOfWeek": ["sun", "sat"], "allDay": True}],
            "Sat 00:00-24:00, Sun 00:00-24:00",
            48,
        ),
        (
            [
                OFFICE | {"availableEndTime": "12:00:00"},
                OFFICE | {"daysOfWeek": ["mon"], "availableEndTime": "13:00:00"},
            ],
            "Mon 09:00-13:00, Tue 09:00-12:00",
            7,
        ),
        ([OFFICE | {"availableEndTime": "12:15:00"}], "Mon 09:00-12:15, Tue 09:00-12:15", None),
    ],
)
def test_hours_of_a_week_are_told_to_the_minute_and_counted_where_they_are_whole(
    times: list[object], told: str, weekly: int | None
) -> None:
    found = read(post(availableTime=times))

    assert (only(found).hours, only(found).weekly_hours) == (hours(told), weekly)
    assert (found.faults, kept(found)) == ((), {"PractitionerRole.id": '"1"'})


@pytest.mark.parametrize(
    "times",
    [
        [OFFICE | {"availableEndTime": "12:00:30"}],
        [OFFICE | {"availableEndTime": "23:59:59"}],
        [OFFICE | {"availableEndTime": "12:00:00Z"}],
        [OFFICE | {"availableEndTime": "08:00:00"}],
        [OFFICE | {"availableEndTime": "09:00:00"}],
        [OFFICE | {"availableEndTime": "noon"}],
        [OFFICE | {"availableEndTime": 12}],
        [OFFICE],
        [OFFICE | {"availableEndTime": "12:00:00"}, OFFICE],
        [OFFICE | {"allDay": True}],
        [{"availableStartTime": "09:00:00", "availableEndTime": "12:00:00"}],
        [{"daysOfWeek": ["monday"], "allDay": True}],
        [{"daysOfWeek": "mon", "allDay": True}],
        ["always"],
        [],
    ],
)
def test_hours_of_which_any_is_not_clear_are_unknown_and_lost(times: list[object]) -> None:
    found = read(post(availableTime=times))

    assert (only(found).hours, only(found).weekly_hours, found.faults) == (None, None, ())
    assert "PractitionerRole.availableTime" in kept(found)


def test_what_else_is_said_of_the_hours_is_lost() -> None:
    note = [{"url": "urn:note", "valueString": "by appointment"}]
    found = read(post(availableTime=[{"daysOfWeek": ["sat"], "allDay": True, "extension": note}]))

    assert only(found).hours == hours("Sat 00:00-24:00")
    assert set(kept(found)) == {"PractitionerRole.id", "PractitionerRole.availableTime.extension"}


def test_hours_of_several_posts_are_counted_once_each_and_only_if_all_are_told() -> None:
    mornings = OFFICE | {"availableEndTime": "12:00:00"}
    overlapping = OFFICE | {"availableStartTime": "11:00:00", "availableEndTime": "14:00:00"}
    posts = (post("1", availableTime=[mornings]), post("2", availableTime=[overlapping]))

    both = only(read(*posts))
    assert (both.hours, both.weekly_hours) == (hours("Mon 09:00-14:00, Tue 09:00-14:00"), 10)


def test_the_hours_of_one_post_are_lost_where_another_does_not_tell_its_own() -> None:
    note = [{"url": "urn:note", "valueString": "by appointment"}]
    mornings = OFFICE | {"availableEndTime": "12:00:00"}
    found = read(post("1", availableTime=[mornings | {"extension": note}]), post("2"))

    assert (only(found).hours, only(found).weekly_hours) == (None, None)
    times = [one for one in found.losses if "availableTime" in one.place]
    assert [(one.place, json.loads(one.kept)) for one in times] == [
        ("$[0].availableTime[0].extension", note),
        ("$[0].availableTime[0]", mornings),
    ]


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
