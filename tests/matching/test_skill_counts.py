"""Skills of a panel one by one: unknown is counted apart, and never as no."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import InvalidValue
from carecore.matching import PanelRole, SkillCount, SkillKind, advise_panel
from carecore.matching.skill_counts import least_needed
from carecore.people import Client

from ..samples import changed
from .drawn import DAY
from .samples_staffing import COUNT

HOME = "home_independent"
ANNA = Client(
    id="c-anna",
    setting=HOME,
    needs=["watch_medicines"],
    jurisdiction="US-CO",
    languages=["pl", "en"],
    caseload_points=2,
)
IGA = attrs.evolve(ANNA, id="c-iga", languages=["pl"], caseload_points=None)
OMAR = attrs.evolve(ANNA, id="c-omar", languages=["en"], jurisdiction="US-UT", caseload_points=9)
LOST = attrs.evolve(ANNA, id="c-lost", languages=None, jurisdiction=None, setting=None)
QUIET = attrs.evolve(ANNA, id="c-quiet", languages=(), needs=["visit_mother_weekly"])


def role_of(clients: list[Client], limit: int | None = None) -> PanelRole:
    """The care manager's line."""
    advice = advise_panel(clients, as_of=DAY, caseload_limit=limit)
    return next(one for one in advice.roles if one.role == "care_manager")


def rows(role: PanelRole, kind: SkillKind) -> list[tuple[str, int, int, int | None]]:
    """Of each count of that kind: what, how many, how many points, and how many it takes."""
    return [
        (one.wanted, len(one.clients), one.points, one.professionals_needed)
        for one in role.skill_counts
        if one.kind is kind
    ]


def test_so_many_need_polish_and_of_so_many_it_is_not_known() -> None:
    role = role_of([ANNA, IGA, OMAR, LOST, QUIET], limit=4)

    assert rows(role, SkillKind.LANGUAGE) == [
        ("pl", 2, 3, 1),
        ("en", 1, 9, 3),
        ("not known", 1, 2, 1),
    ]


def test_who_speaks_nothing_else_is_told() -> None:
    polish = role_of([ANNA, IGA]).skill_counts[0]

    assert (polish.clients, polish.only) == (("c-anna", "c-iga"), ("c-iga",))
    assert str(polish) == "language pl: 2 clients, 3 points; 1 of them nothing else"


def test_so_many_need_a_licence_in_a_place() -> None:
    role = role_of([ANNA, IGA, OMAR, LOST, QUIET])

    assert [row[:2] for row in rows(role, SkillKind.LICENCE)] == [
        ("rn or aprn or physician or pharmacist in US-CO", 2),
        ("rn or aprn or physician or pharmacist in US-UT", 1),
        ("rn or aprn or physician or pharmacist in a place that is not known", 1),
    ]
    assert [row[0] for row in rows(role, SkillKind.PLACE)] == ["US-CO", "US-UT", "not known"]


def test_so_many_are_in_a_care_setting() -> None:
    role = role_of([ANNA, IGA])

    assert rows(role, SkillKind.CARE_SETTING) == [("home independent", 2, 3, None)]
    assert str(role.skill_counts[-1]) == "care setting home independent: 2 clients, 3 points"


def test_points_that_are_not_known_and_clients_too_heavy_for_one_are_named() -> None:
    role = role_of([ANNA, IGA, OMAR], limit=4)

    assert (role.points, role.points_unknown, role.above_limit) == (12, ("c-iga",), ("c-omar",))
    assert role.professionals_needed == 3
    text = str(advise_panel([ANNA, IGA, OMAR], as_of=DAY, caseload_limit=4))
    assert "points not known, counted as 1: c-iga" in text
    assert "more points than one professional takes on: c-omar" in text


def test_those_who_ask_alike_are_counted_with_their_points() -> None:
    role = role_of([ANNA, IGA, OMAR], limit=2)

    assert [(one.clients, one.points, one.professionals_needed) for one in role.skills] == [
        (("c-anna", "c-iga"), 3, 2),
        (("c-omar",), 9, 5),
    ]


def test_who_comes_for_the_asking_is_in_no_count() -> None:
    ward = Client(id="c-3", setting="acute_ward", needs=["understand_bills"], caseload_points=5)

    (role,) = advise_panel([ward], as_of=DAY, caseload_limit=2).roles

    assert (role.role, role.skill_counts, role.skills[0].points) == ("case_manager", (), 0)
    assert "nothing else" not in str(advise_panel([ward], as_of=DAY))


def test_a_count_without_known_answer_says_so() -> None:
    assert COUNT.wanted == "rn or aprn in US-CO"
    assert attrs.evolve(COUNT, kind=SkillKind.PLACE).wanted == "not known"


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("points", -1, "$.points"),
        ("professionals_needed", -1, "$.professionals_needed"),
        ("only", ("c-9",), "$.only"),
    ],
)
def test_a_count_counts(field: str, value: object, place: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        changed(COUNT, **{field: value})

    assert caught.value.place == place


def test_a_sum_of_points_may_be_larger_than_what_one_client_may_have() -> None:
    heavy = [attrs.evolve(ANNA, id=f"c-{one}", caseload_points=10**12) for one in (1, 2)]

    assert role_of(heavy).skill_counts[0].points == 2 * 10**12


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(1, 9))
def test_no_fewer_professionals_can_do_it_than_are_said(points: list[int], limit: int) -> None:
    whole = [one for one in points if one <= limit]

    # First fit is a way to do it, so the bound lies below.
    rooms: list[int] = []
    for one in sorted(whole, reverse=True):
        at = next((at for at, room in enumerate(rooms) if room >= one), None)
        if at is None:
            rooms.append(limit - one)
        else:
            rooms[at] -= one
    needed = least_needed(whole, limit)
    assert needed is not None
    assert needed <= len(rooms)
    assert isinstance(COUNT, SkillCount)
