"""The ways in which a role comes to a client."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import InvalidValue, WrongType
from carecore.roles import EmployerKind, Engagement, PayerKind, payer_kinds

KINDS = st.lists(st.sampled_from(PayerKind))
WAY = Engagement(employer=EmployerKind.FACILITY, payers=("medicare",), settings=("acute_ward",))


@given(kinds=KINDS)
def test_payers_come_in_a_fixed_order_and_once(kinds: list[PayerKind]) -> None:
    assert payer_kinds(kinds) == tuple(kind for kind in PayerKind if kind in kinds)


@given(kinds=KINDS)
def test_payers_are_taken_by_name_and_as_themselves(kinds: list[PayerKind]) -> None:
    once = payer_kinds([kind.value for kind in kinds])

    assert once == payer_kinds(kinds) == payer_kinds(once) == payer_kinds(set(kinds))


@pytest.mark.parametrize("values", ["medicare", b"medicare", None, 3, {"medicare": 1}])
def test_what_is_no_list_of_payers_is_refused(values: object) -> None:
    untyped: Any = values
    with pytest.raises(WrongType, match="a list of payers is wanted, and this is"):
        payer_kinds(untyped)


@pytest.mark.parametrize("value", [None, 3, ["medicare"], EmployerKind.CLIENT, object()])
def test_a_payer_is_a_kind_or_its_name(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType, match=r"\$\[1\]: a payer is .* Maybe one of included, medicare"):
        payer_kinds(["medicare", untyped])


def test_an_unknown_payer_is_named_with_those_that_are_known() -> None:
    with pytest.raises(InvalidValue) as caught:
        payer_kinds(["medicare", "the_moon"])
    assert str(caught.value) == (
        "$[1]: 'the_moon' is no kind of payer. Maybe one of included, medicare, "
        "medicare_advantage, medicaid, health_plan, workers_compensation, "
        "long_term_care_insurance, veterans, public_funds, private_pay."
    )


@pytest.mark.parametrize(
    ("paid_by", "payers", "is_open"),
    [
        (("medicare",), ("medicare",), True),
        (("medicare",), ("medicaid", PayerKind.MEDICARE), True),
        (("medicare",), ("medicaid",), False),
        (("medicare",), (), False),
        (("medicare",), None, False),
        (("private_pay",), None, True),
        (("private_pay",), (), False),
        (("included",), None, True),
        (("included",), (), True),
        (("included",), ("medicaid",), True),
        ((), ("medicaid",), False),
        ((), None, False),
    ],
)
def test_a_way_is_open_to_those_for_whom_somebody_pays(
    paid_by: tuple[str, ...], payers: object, *, is_open: bool
) -> None:
    untyped: Any = payers
    way = attrs.evolve(WAY, payers=paid_by)

    assert way.is_open(setting="acute_ward", payers=untyped) is is_open


@pytest.mark.parametrize(
    ("settings", "setting", "is_open"),
    [
        (("acute_ward",), "acute_ward", True),
        (("acute_ward",), "home", False),
        (("acute_ward",), None, False),
        ((), "home", False),
        (None, "home", True),
        (None, None, True),
    ],
)
def test_a_way_is_open_where_it_exists(
    settings: tuple[str, ...] | None, setting: str | None, *, is_open: bool
) -> None:
    way = attrs.evolve(WAY, settings=settings)

    assert way.is_open(setting=setting, payers=("medicare",)) is is_open


@given(payers=KINDS, more=KINDS, paid_by=KINDS)
def test_another_payer_closes_no_way(
    payers: list[PayerKind], more: list[PayerKind], paid_by: list[PayerKind]
) -> None:
    way = attrs.evolve(WAY, payers=paid_by)
    before = way.is_open(setting="acute_ward", payers=payers)

    assert way.is_open(setting="acute_ward", payers=[*payers, *more]) >= before


@pytest.mark.parametrize("payers", ["medicare", [None], 3])
@pytest.mark.parametrize("setting", ["acute_ward", "home"])
def test_one_bare_payer_is_refused_and_not_read_as_nobody(payers: object, setting: str) -> None:
    untyped: Any = payers
    with pytest.raises(WrongType):
        WAY.is_open(setting=setting, payers=untyped)


def test_an_unknown_payer_is_refused_and_not_read_as_nobody() -> None:
    with pytest.raises(InvalidValue):
        WAY.is_open(setting="acute_ward", payers=["the_moon"])


@pytest.mark.parametrize("employer", ["facility", None])
def test_the_word_for_an_employer_is_not_the_employer(employer: object) -> None:
    untyped: Any = employer
    with pytest.raises(WrongType) as caught:
        attrs.evolve(WAY, employer=untyped)
    assert caught.value.advice == "Maybe EmployerKind.FACILITY"


@pytest.mark.parametrize(
    ("payers", "shown"),
    [
        ((), "payers=(),"),
        (("medicare",), "payers=(PayerKind.MEDICARE,),"),
        (("medicare", "medicaid"), "payers=(PayerKind.MEDICARE, PayerKind.MEDICAID),"),
    ],
)
def test_the_payers_are_shown_as_they_are_written(payers: tuple[str, ...], shown: str) -> None:
    assert shown in repr(attrs.evolve(WAY, payers=payers))
