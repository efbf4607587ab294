"""The team of a client: who is there, and when."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.errors import InvalidValue, WrongType
from carecore.people import Membership, Professional, Team

FIRST, LAST = date(2026, 3, 1), date(2026, 4, 1)
EMPTY = Team(id="t-1", client_id="c-17")
TEAM = EMPTY.joined("p-1", role="case_manager", on=FIRST)

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
STAYS = st.integers(1, 1_000).map(timedelta)


def people(team: Team, day: date) -> list[str]:
    """The ids of those in the team on that day."""
    return [one.person_id for one in team.at(day)]


@given(day=DAYS, joined=DAYS, stay=STAYS)
def test_who_joined_and_left_is_there_from_the_first_day_to_the_day_before_leaving(
    day: date, joined: date, stay: timedelta
) -> None:
    team = EMPTY.joined("p-1", role="case_manager", on=joined).left("p-1", on=joined + stay)

    assert people(team, day) == (["p-1"] if joined <= day < joined + stay else [])


@given(joined=DAYS, stay=STAYS, pause=st.integers(0, 100).map(timedelta))
def test_an_ended_member_can_rejoin(joined: date, stay: timedelta, pause: timedelta) -> None:
    left = joined + stay
    ended = EMPTY.joined("p-1", role="case_manager", on=joined).left("p-1", on=left)
    again = ended.joined("p-1", role="case_manager", on=left + pause)

    assert (len(again.memberships), people(again, left + pause)) == (2, ["p-1"])


def test_somebody_who_left_is_not_there_on_the_day_they_left() -> None:
    team = TEAM.left("p-1", on=LAST)

    assert (people(team, LAST - timedelta(1)), people(team, LAST)) == (["p-1"], [])


def test_a_team_that_somebody_leaves_stays_as_it_was() -> None:
    TEAM.left("p-1", on=LAST)

    assert people(TEAM, LAST) == ["p-1"]


def test_one_person_can_fill_two_roles_and_leave_one_of_them() -> None:
    both = TEAM.joined("p-1", role="care_manager", on=FIRST)

    left = both.left("p-1", on=LAST, role="case_manager")
    assert [one.role for one in left.at(LAST)] == ["care_manager"]


def test_somebody_leaves_every_role_unless_one_is_named() -> None:
    both = TEAM.joined("p-1", role="care_manager", on=FIRST)

    assert people(both.left("p-1", on=LAST), LAST) == []


def test_the_others_stay() -> None:
    both = TEAM.joined("p-2", role="case_manager", on=FIRST)

    assert people(both.left("p-1", on=LAST), LAST) == ["p-2"]


def test_who_will_join_later_still_will() -> None:
    returning = TEAM.left("p-1", on=LAST).joined(
        "p-1", role="case_manager", on=LAST + timedelta(30)
    )
    earlier = returning.left("p-1", on=FIRST + timedelta(1))

    assert [one.period for one in earlier.memberships] == [
        Period(FIRST, FIRST + timedelta(1)),
        Period(LAST + timedelta(30)),
    ]


def test_somebody_who_was_always_there_can_leave() -> None:
    always = Team(id="t-1", memberships=(Membership(person_id="p-1", role="case_manager"),))

    assert people(always.left("p-1", on=LAST), LAST) == []


@pytest.mark.parametrize("day", [FIRST, FIRST - timedelta(10), FIRST + timedelta(10)])
def test_nobody_is_in_a_team_twice_in_one_role(day: date) -> None:
    with pytest.raises(InvalidValue) as caught:
        TEAM.joined("p-1", role="case_manager", on=day)
    assert str(caught.value) == (
        f"'p-1' already is in the team as 'case_manager' on {day} or later. "
        "Maybe let the person leave first."
    )


@pytest.mark.parametrize(
    ("person", "day", "role"),
    [
        ("p-1", FIRST, None),
        ("p-1", FIRST - timedelta(1), None),
        ("p-2", LAST, None),
        ("p-1", LAST, "care_manager"),
    ],
)
def test_nobody_leaves_who_was_not_there_the_day_before(
    person: str, day: date, role: str | None
) -> None:
    with pytest.raises(InvalidValue) as caught:
        TEAM.left(person, on=day, role=role)
    assert str(caught.value) == (
        f"{person!r} is not in the team before {day}. "
        "Maybe the person left already, or joins later."
    )


def test_nobody_leaves_twice() -> None:
    with pytest.raises(InvalidValue, match="is not in the team before 2026-04-01"):
        TEAM.left("p-1", on=LAST).left("p-1", on=LAST)


@pytest.mark.parametrize("day", [datetime(2026, 3, 1), "2026-03-01", None])
def test_a_team_counts_days(day: object) -> None:
    untyped: Any = day
    questions: tuple[Callable[[], object], ...] = (
        lambda: TEAM.at(untyped),
        lambda: TEAM.joined("p-2", role="case_manager", on=untyped),
        lambda: TEAM.left("p-1", on=untyped),
    )
    for asked in questions:
        with pytest.raises(WrongType):
            asked()


@pytest.mark.parametrize("person", [None, 3, ["p-1"]])
def test_a_member_is_known_by_an_id(person: object) -> None:
    untyped: Any = person
    questions: tuple[Callable[[], object], ...] = (
        lambda: TEAM.joined(untyped, role="case_manager", on=FIRST),
        lambda: TEAM.left(untyped, on=LAST),
    )
    for asked in questions:
        with pytest.raises(WrongType, match=r"the person id is .*, and text is wanted"):
            asked()


def test_a_role_is_known_by_an_id() -> None:
    with pytest.raises(InvalidValue, match="the role id 'Case Manager' is not snake_case"):
        TEAM.left("p-1", on=LAST, role="Case Manager")


def test_a_team_may_know_details_of_its_members() -> None:
    nurse = Professional(id="p-1", name="Ruth Halloran")
    team = attrs.evolve(TEAM, professionals=(nurse,))

    assert (team.professional("p-1"), team.professional("p-2")) == (nurse, None)


def test_the_details_of_one_person_stand_once() -> None:
    nurse = Professional(id="p-1", name="Ruth Halloran")
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(TEAM, professionals=(nurse, attrs.evolve(nurse, name="Ruth H.")))
    assert str(caught.value) == (
        "$.professionals[1]: the professional 'p-1' stands twice in the team. "
        "Maybe remove one of the two."
    )


def test_somebody_whose_role_nobody_knows_is_in_the_team_and_can_leave() -> None:
    team = Team(id="t-1", memberships=[Membership(person_id="p-1")])

    assert (team.memberships[0].role, people(team, FIRST)) == (None, ["p-1"])
    assert people(team.left("p-1", on=FIRST), FIRST) == []
