"""What nobody holds is told with what stands against each role that may."""

from datetime import date

import attrs
import pytest

from carecore.catalogue import STANDARD, Catalogue
from carecore.matching import RoleAdvice, advise_roles
from carecore.people import Client, Membership, Professional, Team
from carecore.roles import Role

DAY = date(2026, 11, 23)


def _only_in(setting: str, role: str) -> Role:
    """A role of the catalogue that comes to one kind of place only."""
    known = STANDARD.role(role)
    ways = [attrs.evolve(way, settings=(setting,)) for way in known.engagements]
    return attrs.evolve(known, engagements=ways)


def _without_nurses() -> Catalogue:
    """The catalogue where no way brings anybody who could mind the medicines."""
    able = [
        role for role in STANDARD.roles if role.holding("manage_medications").value != "outside"
    ]
    return STANDARD.extend(roles=[attrs.evolve(role, engagements=()) for role in able])


def because(advice: RoleAdvice) -> dict[str, str]:
    """Why nobody holds it, duty by duty."""
    return {one.duty: one.because for one in advice.missing}


def test_a_payer_s_own_staff_is_told_as_a_conflict_of_interest() -> None:
    client = Client(
        id="c-1", setting="home_informal", needs=["insurer_refuses"], payers=["health_plan"]
    )

    told = because(advise_roles(client, as_of=DAY))["contest_denials"]

    assert "case manager: somebody employed by the payer would contest" in told
    assert "care manager: to be had only where this pays: " in told


def test_a_role_that_stays_in_its_own_places_is_told_so() -> None:
    client = Client(id="c-1", setting="home_independent", needs=["injections_at_home"], payers=[])

    told = because(advise_roles(client, as_of=DAY))["give_medications"]

    assert "home health nurse: to be had only where this pays: medicare" in told


def test_where_nobody_knows_where_the_client_is_that_is_told() -> None:
    client = Client(id="c-1", needs=["stuck_in_hospital"], payers=["medicare"])

    told = because(advise_roles(client, as_of=DAY))["track_avoidable_delay"]

    assert told == (
        "case manager: comes with some care settings, and nobody has said where the client is"
    )


def test_a_role_without_a_way_to_the_place_does_not_come_to_it() -> None:
    catalogue = STANDARD.extend(
        roles=[_only_in("snf", role) for role in ("care_manager", "patient_advocate")]
    )
    client = Client(id="c-1", setting="street_outreach", needs=["treatment_options"], payers=[])
    unknown = Client(id="c-1", needs=["visit_mother_weekly"])

    assert (
        "patient advocate: does not come to this care setting"
        in because(advise_roles(client, as_of=DAY, catalogue=catalogue))["research_options"]
    )
    assert (
        because(advise_roles(unknown, as_of=DAY, catalogue=catalogue))["visit_home"]
        == "care manager: comes with some care settings, and nobody has said where the client is"
    )


def test_who_is_there_without_the_licence_is_told_as_unlicensed() -> None:
    client = Client(
        id="c-1", setting="home_independent", needs=["watch_medicines"], payers=["public_funds"]
    )
    there = Team(
        id="t-1",
        memberships=[Membership(person_id="p-1", role="care_manager")],
        professionals=[Professional(id="p-1", roles=["care_manager"], licences=[])],
    )

    told = because(advise_roles(client, as_of=DAY, team=there, catalogue=_without_nurses()))[
        "manage_medications"
    ]

    assert "care manager: whoever it is, they are not licensed for it" in told


def test_an_empty_pool_is_told_as_nobody_in_reach() -> None:
    client = Client(
        id="c-1", setting="home_independent", needs=["keep_us_informed"], payers=["private_pay"]
    )

    told = because(advise_roles(client, as_of=DAY, pool=[]))["report_to_family"]

    assert told == "care manager: nobody in reach fits"


@pytest.mark.parametrize(
    ("has_decision_capacity", "told"),
    [
        (None, "the client is not known to lack the capacity to decide, and decides"),
        (True, "the client has the capacity to decide, and decides"),
    ],
)
def test_a_client_who_can_decide_decides(
    has_decision_capacity: bool | None,  # noqa: FBT001 # three answers, side by side
    told: str,
) -> None:
    client = Client(id="c-1", needs=["who_decides"], has_decision_capacity=has_decision_capacity)

    assert because(advise_roles(client, as_of=DAY)) == {"decide_for_client": told}


def test_legal_advice_is_no_role_s() -> None:
    client = Client(id="c-1", needs=["legal_advice"])

    assert because(advise_roles(client, as_of=DAY)) == {
        "give_legal_advice": "no role of the catalogue may hold it"
    }


def test_what_a_facility_owes_is_not_owed_at_home() -> None:
    client = Client(id="c-1", setting="home_informal", needs=["stuck_in_hospital"])

    told = because(advise_roles(client, as_of=DAY))

    assert told["track_avoidable_delay"] == "it is owed in other care settings only"


def test_an_authority_to_decide_is_named_and_not_engaged() -> None:
    client = Client(id="c-1", needs=["who_decides"], has_decision_capacity=False)

    (agent,) = advise_roles(client, as_of=DAY).recommended

    assert str(agent) == "a health care agent (to be named)"
