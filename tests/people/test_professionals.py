"""Those who can be engaged."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.errors import CareError, WrongType
from carecore.people import Leave, Organization, Professional
from carecore.roles import EmployerKind

DAY = date(2026, 11, 23)
NURSE = Professional(id="p-1", weekly_hours=30, caseload_limit=20, caseload=18)
AWAY = Leave(Period(DAY, DAY + timedelta(7)))
POINTS = st.none() | st.integers(0, 100)


def test_zero_availability_is_not_an_empty_caseload() -> None:
    absent = attrs.evolve(NURSE, weekly_hours=0, caseload=0)

    assert absent.places_free(as_of=DAY) == 0


def test_somebody_who_works_at_no_time_of_the_week_is_absent() -> None:
    absent = attrs.evolve(NURSE, weekly_hours=None, hours=())

    assert absent.is_absent(as_of=DAY)
    assert absent.places_free(as_of=DAY) == 0


def test_somebody_with_unknown_hours_is_not_taken_for_absent() -> None:
    assert attrs.evolve(NURSE, weekly_hours=None).places_free(as_of=DAY) == 2


@given(limit=POINTS, held=POINTS, hours=POINTS)
def test_places_are_free_up_to_the_limit_or_cannot_be_told(
    limit: int | None, held: int | None, hours: int | None
) -> None:
    someone = Professional(id="p-1", weekly_hours=hours, caseload_limit=limit, caseload=held)

    free = someone.places_free(as_of=DAY)
    if hours == 0:
        assert free == 0
    elif limit is None or held is None:
        assert free is None
    else:
        assert free == limit - held


def test_a_caseload_over_the_limit_leaves_less_than_nothing() -> None:
    assert attrs.evolve(NURSE, caseload=23).places_free(as_of=DAY) == -3


@pytest.mark.parametrize(
    ("day", "free"),
    [
        (DAY - timedelta(1), 2),
        (DAY, 0),
        (DAY + timedelta(6), 0),
        (DAY + timedelta(7), 2),
    ],
)
def test_somebody_on_leave_has_no_places_until_the_day_of_return(day: date, free: int) -> None:
    assert attrs.evolve(NURSE, leave=(AWAY,)).places_free(as_of=day) == free


@pytest.mark.parametrize("asked", ["is_away", "places_free"])
def test_who_is_away_is_asked_for_a_day(asked: str) -> None:
    with pytest.raises(WrongType, match="as_of is a datetime"):
        getattr(NURSE, asked)(as_of=datetime(2026, 11, 23))


@pytest.mark.parametrize("period", [None, DAY, (DAY, DAY)])
def test_a_leave_has_a_period(period: object) -> None:
    untyped: Any = period
    with pytest.raises(WrongType) as caught:
        Leave(untyped)
    assert caught.value.advice == "Maybe Period(start, end)"


@pytest.mark.parametrize("leave", [AWAY, [AWAY.period], None, {AWAY}])
def test_leave_comes_in_a_list(leave: object) -> None:
    untyped: Any = leave
    with pytest.raises(WrongType):
        Professional(id="p-1", leave=untyped)


def test_licences_that_are_unknown_are_not_none_held() -> None:
    assert Professional(id="p-1") != Professional(id="p-1", licences=())


@pytest.mark.parametrize("employer", ["facility", 3])
def test_the_word_for_an_employer_is_not_the_employer(employer: object) -> None:
    untyped: Any = employer
    questions: tuple[Callable[[], object], ...] = (
        lambda: Professional(id="p-1", employer=untyped),
        lambda: Organization(id="o-1", kind=untyped),
    )
    for build in questions:
        with pytest.raises(WrongType) as caught:
            build()
        assert caught.value.advice == "Maybe EmployerKind.FACILITY"


def test_an_organization_may_be_known_by_its_id_only() -> None:
    assert (Organization(id="o-1").kind, Organization(id="o-1").name) == (None, "")


@pytest.mark.parametrize("kind", [*EmployerKind, None])
def test_an_organization_shows_what_it_is(kind: EmployerKind | None) -> None:
    assert f"kind={kind}," in repr(Organization(id="o-1", kind=kind))


def test_only_the_id_of_a_professional_is_needed_and_the_rest_is_unknown() -> None:
    known = {
        name: value
        for name, value in attrs.asdict(Professional(id="p-1")).items()
        if value is not None
    }

    assert known == {
        "id": "p-1",
        "roles": (),
        "language_skills": (),
        "limit_changes": (),
        "leave": (),
        "name": "",
    }


@pytest.mark.parametrize("name", ["areas", "experience", "payers", "hours", "cultures"])
def test_what_is_unknown_is_not_none(name: str) -> None:
    untyped: Any = {name: ()}

    assert Professional(id="p-1") != Professional(id="p-1", **untyped)


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("areas", "altona", "$.areas"),
        ("areas", [" "], "$.areas[0]"),
        ("base_area", "", "$.base_area"),
        ("experience", ["stroke", "stroke"], "$.experience[1]"),
        ("payers", ["the moon"], "$.payers[0]"),
        ("zone", "Middle/Earth", "$.zone"),
        ("highest_acuity", -1, "$.highest_acuity"),
        ("highest_acuity", "3", "$.highest_acuity"),
    ],
)
def test_a_fact_for_matching_without_meaning_is_refused_where_it_stands(
    name: str, value: object, place: str
) -> None:
    untyped: Any = {name: value}
    with pytest.raises(CareError) as caught:
        Professional(id="p-1", **untyped)
    assert caught.value.place == place
