"""Who is of the team and not there holds nothing, and is told."""

from datetime import date

import attrs
import pytest

from carecore.base.timing import Period
from carecore.matching import RoleAdvice, Status, advise_roles
from carecore.people import Client, Leave, Membership, Professional, Team

DAY = date(2026, 11, 23)
CLIENT = Client(id="c-1", setting="home_informal", needs=["losing_heart"])
RUTH = Professional(id="p-ruth", roles=["care_manager"])


def asked(member: Professional) -> RoleAdvice:
    """The advice where *member* is of the team."""
    team = Team(
        id="t-1",
        memberships=[Membership(person_id=member.id, role="care_manager")],
        professionals=[member],
    )
    return advise_roles(CLIENT, as_of=DAY, team=team)


@pytest.mark.parametrize(
    "absent",
    [
        attrs.evolve(RUTH, weekly_hours=0),
        attrs.evolve(RUTH, leave=[Leave(Period(date(2026, 11, 1), date(2026, 12, 1)))]),
    ],
)
def test_absent_is_not_idle_in_a_team_either(absent: Professional) -> None:
    advice = asked(absent)

    assert [one.status for one in advice.recommended] == [Status.TO_ENGAGE]
    assert "of the team, and away or without hours on that day: p-ruth" in [
        reason.text for reason in advice.reasons
    ]


def test_who_is_there_holds_what_is_needed() -> None:
    advice = asked(RUTH)

    assert [one.status for one in advice.recommended] == [Status.ASSIGNED]
    assert "away" not in [reason.id for reason in advice.reasons]


def test_a_journey_asks_for_a_look_at_the_licence_rules_of_both_ends() -> None:
    client = Client(id="c-1", setting="acute_ward", needs=["fly_home_with_nurse"])

    (manager,) = advise_roles(client, as_of=DAY).recommended

    assert "both_ends" in [reason.id for reason in manager.reasons]
