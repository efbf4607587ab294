"""Reading one object: each element is taken once, and what nobody takes is lost."""

from decimal import Decimal

import pytest

from .test_datatypes import faults, lost, opened

EMPTY: tuple[dict[str, object], list[object]] = ({}, [])
MAP, LIST = EMPTY


@pytest.mark.parametrize(
    ("how", "right", "taken"),
    [
        ("text", "x", "x"),
        ("flag", False, False),
        ("whole", 7, 7),
        ("number", Decimal("1.50"), Decimal("1.50")),
        ("number", 7, Decimal(7)),
    ],
)
def test_an_element_of_the_right_type_is_taken_once(how: str, right: object, taken: object) -> None:
    node = opened(right)

    assert getattr(node, how)("x") == taken
    assert getattr(node, how)("x") is None
    assert (lost(node), faults(node)) == ({}, [])


@pytest.mark.parametrize(
    ("how", "wrong"),
    [
        ("text", [7, "", True, None, MAP, LIST, Decimal("1.5")]),
        ("flag", [0, "true", None, MAP, LIST]),
        ("whole", [True, "7", 7.0, Decimal("1.5"), 2**63, None, MAP]),
        ("number", [True, "7", None, MAP]),
        ("node", [7, "x", None, LIST, True]),
        ("nodes", [7, "x", None, MAP, True]),
        ("first", [7, "x", None, MAP, True]),
        ("texts", [7, "x", None, MAP, True]),
    ],
)
def test_an_element_of_another_type_is_a_fault_of_its_own_place(
    how: str, wrong: list[object]
) -> None:
    for one in wrong:
        node = opened(one)

        assert not getattr(node, how)("x")
        assert [place for place, _ in faults(node)] == ["x"]


def test_a_fault_in_a_list_costs_itself() -> None:
    node = opened([{"a": 1}, 7, None])
    assert [one.place for one in node.nodes("x")] == ["$.x[0]"]
    assert faults(node) == [
        ("x[1]", "it is a value of type int, and an object is wanted"),
        ("x[2]", "it is null, and an object is wanted"),
    ]

    node = opened(["a", 7, ""])
    assert node.texts("x") == ["a"]
    assert [place for place, _ in faults(node)] == ["x[1]", "x[2]"]


def test_of_several_only_the_first_may_have_a_place() -> None:
    node = opened([{"a": 1}, {"b": 2}])

    first = node.first("x")

    assert first is not None
    assert first.place == "$.x[0]"
    assert lost(node) == {"x[1]": {"b": 2}, "x[0].a": 1}
    assert opened([]).first("x") is None


def test_a_code_has_a_place_or_none_or_is_no_code() -> None:
    table = {"on-hold": 1, "draft": None}

    node = opened("on-hold")
    assert (node.word("x", table), node.word("x", table), lost(node)) == (1, None, {})
    node = opened("draft")
    assert (node.word("x", table), lost(node)) == (None, {"x": "draft"})
    node = opened("onhold")
    assert node.word("x", table) is None
    assert node.held.reading.faults[0][1:3] == (
        "'onhold' is no code that FHIR has there",
        "Maybe 'on-hold'",
    )
    node = opened("zzz")
    assert node.word("x", table) is None
    assert node.held.reading.faults[0][2] == ""
    node = opened(7)
    assert node.word("x", table) is None
    assert faults(node) == [("x", "it is a value of type int, and a code is wanted")]


def test_what_is_lost_on_purpose_is_lost_once() -> None:
    node = opened({"a": 1})

    node.lose("x")
    node.lose("x")
    node.lose("y")

    assert lost(node) == {"x": {"a": 1}}
    assert node.has("x") is False
