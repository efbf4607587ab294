"""Two roles side by side."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Citation, OwnChoice
from carecore.errors import WrongType
from carecore.roles import (
    Difference,
    EmployerKind,
    Engagement,
    Role,
    RoleComparison,
    compare_roles,
)

RULE = Citation(authority="the ministry", section="part 2")
CHOICE = OwnChoice("home comes first")
DUTIES = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), unique=True)


def role(name: str, typical: list[str], term: str = "", workplaces: tuple[str, ...] = ()) -> Role:
    """A role with that name and those duties."""
    return Role(
        id=name, name=name, definition="x", typical=typical, term=term, workplaces=workplaces
    )


ROLES = st.builds(
    role,
    st.sampled_from(["one", "two"]),
    DUTIES,
    term=st.sampled_from(["", "old", "new"]),
    workplaces=st.sampled_from([(), ("at home",)]),
)

WARD = attrs.evolve(
    role("case_manager", ["monitor_care", "count_beds"]),
    engagements=[
        Engagement(employer=EmployerKind.FACILITY, payers=("included",)),
        Engagement(employer=EmployerKind.FACILITY, payers=("medicare", "included")),
    ],
    sources=(RULE,),
)
PRIVATE = attrs.evolve(
    role("care_manager", ["walk_along", "monitor_care"]),
    engagements=[Engagement(employer=EmployerKind.CLIENT, payers=("private_pay",))],
    relation="beside one client",
    term="new",
    disciplines=("nursing",),
    bodies=("a body",),
    workplaces=("at home",),
    licensing="none",
    certifications=("cmc",),
    sources=(CHOICE, RULE),
)


@given(left=ROLES, right=ROLES)
def test_every_typical_duty_is_shared_or_of_one_side(left: Role, right: Role) -> None:
    found = compare_roles(left, right)

    assert (
        sorted((*found.shared, *found.only_left)),
        sorted((*found.shared, *found.only_right)),
    ) == (
        sorted(left.typical),
        sorted(right.typical),
    )


@given(left=ROLES, right=ROLES)
def test_comparing_the_other_way_round_swaps_the_sides(left: Role, right: Role) -> None:
    found, back = compare_roles(left, right), compare_roles(right, left)

    assert (set(found.shared), found.only_left, found.only_right) == (
        set(back.shared),
        back.only_right,
        back.only_left,
    )
    assert [(one.aspect, one.left, one.right) for one in found.differences] == [
        (one.aspect, one.right, one.left) for one in back.differences
    ]


@given(one=ROLES)
def test_a_role_differs_from_itself_in_nothing(one: Role) -> None:
    found = compare_roles(one, one)

    assert (found.shared, found.only_left, found.only_right, found.differences) == (
        one.typical,
        (),
        (),
        (),
    )


def test_a_comparison_names_every_aspect_in_which_the_roles_differ() -> None:
    assert {
        one.aspect: (one.left, one.right) for one in compare_roles(WARD, PRIVATE).differences
    } == {
        "employer": (("facility",), ("client",)),
        "paid by": (("included", "medicare"), ("private pay",)),
        "works where": ((), ("at home",)),
        "relation to the client": ((), ("beside one client",)),
        "age of the term": ((), ("new",)),
        "disciplines": ((), ("nursing",)),
        "professional bodies": ((), ("a body",)),
        "licence of its own": ((), ("none",)),
        "certifications": ((), ("cmc",)),
    }


def test_a_comparison_rests_on_the_sources_of_both_each_once() -> None:
    assert compare_roles(WARD, PRIVATE).sources == (RULE, CHOICE)


@pytest.mark.parametrize("full", [False, True])
def test_a_comparison_reads_as_one_page(*, full: bool) -> None:
    found = compare_roles(
        attrs.evolve(role("case_manager", ["monitor_care"], term="old"), sources=(CHOICE,)),
        role("care_manager", ["monitor_care", "walk_along"], term="new"),
    )

    assert str(found.outline(full=full)) == (
        "Case manager and care manager\n"
        "=============================\n"
        "\n"
        "aspect           case manager  care manager\n"
        "---------------  ------------  ------------\n"
        "age of the term  old           new\n"
        "\n"
        "Both the case manager and the care manager (1)\n"
        "----------------------------------------------\n"
        "\n"
        "- monitor care\n"
        "\n"
        "Typical of the case manager only (0)\n"
        "------------------------------------\n"
        "\n"
        "Typical of the care manager only (1)\n"
        "------------------------------------\n"
        "\n"
        "- walk along\n"
        "\n"
        "Sources\n"
        "-------\n"
        "\n"
        "- carecore's own choice: home comes first"
    )


@pytest.mark.parametrize("sides", [("case_manager", WARD), (WARD, None)])
def test_only_roles_compare(sides: object) -> None:
    untyped: Any = sides
    with pytest.raises(WrongType, match=r"the (left|right) is .*, and a Role is wanted"):
        compare_roles(*untyped)


def test_differences_have_an_order() -> None:
    one = Difference(aspect="employer", left=("a",), right=("b",))
    with pytest.raises(WrongType):
        RoleComparison(
            left="a", right="b", shared=(), only_left=(), only_right=(), differences={one}
        )
