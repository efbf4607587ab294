"""CareTeam, both ways."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from carecore.base.timing import Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.professionals import write_professional
from carecore.extra.fhir.teams import write_team
from carecore.extra.fhir.writing import Writing
from carecore.people import Membership, Professional, Team
from carecore.testing.strategies import teams, values

from .made_records import alone, kept

Json = dict[str, Any]

BO: Json = {"reference": "Practitioner/bo"}
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))


def team(**elements: object) -> Imported:
    return alone("CareTeam", **elements)


def members(*participants: Json) -> Imported:
    return team(participant=list(participants))


def only(found: Imported) -> Team:
    (one,) = found.teams
    return one


def test_a_team_is_of_its_subject_who_is_a_client_then() -> None:
    found = team(subject={"reference": "Patient/ada"})

    assert only(found) == Team(id="CareTeam/1", client_id="Patient/ada")
    assert ([one.id for one in found.clients], found.losses) == (["Patient/ada"], ())


def test_a_team_of_a_group_is_of_no_client() -> None:
    found = team(subject={"reference": "Group/1"})

    assert (only(found).client_id, found.clients) == (None, ())
    assert kept(found) == {"CareTeam.subject.reference": '"Group/1"'}


def test_a_participant_is_a_membership_in_days() -> None:
    found = members(
        {
            "member": BO,
            "role": [{"text": "case manager"}],
            "period": {"start": "2026-03-01", "end": "2026-03-31"},
        }
    )

    stay = Membership(person_id="Practitioner/bo", role="case_manager", period=MARCH)
    assert (only(found).memberships, found.losses) == ((stay,), ())


@pytest.mark.parametrize(
    "role",
    [
        None,
        [],
        [{"coding": [{"system": ABSENT, "code": "unknown", "display": "Unknown"}]}],
        [{"coding": [{"system": "urn:x", "code": "1"}]}],
    ],
)
def test_a_participant_without_a_role_is_a_member(role: object) -> None:
    found = members({"member": BO} if role is None else {"member": BO, "role": role})

    assert only(found).memberships == (Membership(person_id="Practitioner/bo"),)
    assert bool(found.losses) is bool(role)


def test_each_role_of_a_participant_is_a_membership_and_the_same_again_is_lost() -> None:
    words = ("case manager", "driver", "Case Manager")
    found = members({"member": BO, "role": [{"text": one} for one in words]})

    assert [one.role for one in only(found).memberships] == ["case_manager", "driver"]
    assert '"Case Manager"' in kept(found).values()


def test_a_code_that_means_a_role_of_the_catalogue_is_that_role() -> None:
    coding = {"system": "http://nucc.org/provider-taxonomy", "code": "172V00000X"}
    found = members({"member": BO, "role": [{"coding": [coding]}]})

    assert [one.role for one in only(found).memberships] == ["community_health_worker"]
    assert found.losses == ()


def test_the_one_role_of_an_older_version_counts() -> None:
    found = members({"member": BO, "role": {"text": "driver"}})

    assert [one.role for one in only(found).memberships] == ["driver"]
    assert found.losses == ()


@pytest.mark.parametrize("named", [{}, {"member": {"display": "Bo"}}])
def test_a_participant_whom_nothing_refers_to_is_lost_with_the_role(named: Json) -> None:
    found = members({"role": [{"text": "driver"}], **named})

    assert only(found).memberships == ()
    assert "CareTeam.participant.role" in kept(found)


@pytest.mark.parametrize("key", ["Organization/1", "CareTeam/2", "RelatedPerson/1", "Patient/1"])
def test_whoever_is_named_is_a_member(key: str) -> None:
    found = members({"member": {"reference": key}, "onBehalfOf": {"reference": "Organization/2"}})

    assert [one.person_id for one in only(found).memberships] == [key]
    assert list(kept(found)) == ["CareTeam.participant.onBehalfOf"]


def test_the_details_of_members_are_put_to_the_team() -> None:
    found = read(
        {"resourceType": "CareTeam", "id": "1", "participant": [{"member": BO}]},
        {"resourceType": "Practitioner", "id": "bo", "name": [{"text": "Bo Reed"}]},
    )

    assert only(found).professionals == (Professional(id="Practitioner/bo", name="Bo Reed"),)


def test_how_a_team_stands_is_kept_and_one_entered_by_mistake_is_none() -> None:
    found = team(status="active", name="The team")

    assert kept(found) == {"CareTeam.status": '"active"', "CareTeam.name": '"The team"'}
    wrong = team(status="entered-in-error", participant=[{"member": BO}])
    assert (wrong.teams, list(kept(wrong))) == ((), ["CareTeam"])


def test_a_status_that_fhir_does_not_have_is_a_fault() -> None:
    found = team(status="running")

    assert only(found) == Team(id="CareTeam/1")
    assert [one.place for one in found.faults] == ["$[0].status"]


def written(team: Team) -> Writing:
    writing = Writing("Patient/1")
    for one in team.professionals:
        writing.name("Practitioner", one.id)
    writing.name("CareTeam", team.id)
    for one in team.professionals:
        write_professional(one, "$.team.professionals", writing)
    write_team(team, "$.team", writing)
    return writing


@given(team=values(Team) | teams())
def test_what_is_written_of_a_team_is_read_again(team: Team) -> None:
    found = read(*written(team).resources)

    assert (found.teams, found.faults) == ((team,), ())


def test_what_fhir_can_tell_of_a_team_needs_nothing_of_our_own() -> None:
    stays = [
        Membership(person_id="Practitioner/bo", role="case_manager", period=MARCH),
        Membership(person_id="Practitioner/bo"),
    ]
    writing = written(
        Team(
            id="CareTeam/1",
            client_id="Patient/1",
            memberships=stays,
            professionals=[Professional(id="Practitioner/bo")],
        )
    )

    assert writing.losses == []
    assert writing.resources[1:] == [
        {
            "resourceType": "CareTeam",
            "id": "1",
            "subject": {"reference": "Patient/1"},
            "participant": [
                {
                    "role": [{"text": "case manager"}],
                    "member": BO,
                    "period": {"start": "2026-03-01", "end": "2026-03-31"},
                },
                {"member": BO},
            ],
        }
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("professionals", [Professional(id="p-9")]),
        ("memberships", [Membership(person_id="p-1", role="x" * 130)]),
        ("memberships", [Membership(person_id="p-1", period=Period(MARCH.end, MARCH.end))]),
    ],
)
def test_what_fhir_cannot_tell_of_a_team_is_listed(field: str, value: object) -> None:
    untyped: Any = {field: value}
    team = Team(id="CareTeam/1", **untyped)
    writing = written(team)

    assert [one.place for one in writing.losses] == [f"$.team.{field}"]
    assert read(*writing.resources).teams == (team,)
