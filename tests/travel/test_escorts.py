"""Who has to go along: the ladder, rung by rung, and what has to be known."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import OwnChoice
from carecore.errors import CareError, WrongType
from carecore.travel import EscortLevel, EscortRung, NeededEscort, TravelNeed, needed_escort

from .samples_travel import NEEDED, RUNG

NAMES = tuple(field.name for field in attrs.fields(TravelNeed))
GOOD = {"is_stable", "seated_upright"}
ANSWERS = st.sampled_from([True, False, None])
NEEDS = st.builds(TravelNeed, **dict.fromkeys(NAMES, ANSWERS))


def needing(**answers: bool | None) -> TravelNeed:
    """Somebody who needs nothing but this."""
    return attrs.evolve(TravelNeed.none(), **answers)


def ladder(needs: TravelNeed, *, stretcher_offered: bool) -> EscortLevel:
    """The ladder, written down once more, for needs of which all is known."""
    if not needs.is_stable or needs.ventilator or needs.infusions or needs.controlled_cabin:
        return EscortLevel.AIR_AMBULANCE
    if not needs.seated_upright:
        return EscortLevel.STRETCHER_TEAM if stretcher_offered else EscortLevel.AIR_AMBULANCE
    if needs.advanced_care:
        return EscortLevel.DOCTOR
    if needs.oxygen or needs.injections or needs.monitoring:
        return EscortLevel.NURSE
    if needs.personal_care or needs.mobility_help or needs.guidance:
        return EscortLevel.COMPANION
    return EscortLevel.NONE


def worlds(needs: TravelNeed, *, offered: bool | None) -> Iterator[tuple[TravelNeed, bool]]:
    """Every way in which what is unknown may turn out."""
    unknown = [name for name in NAMES if getattr(needs, name) is None]
    for answers in product([True, False], repeat=len(unknown)):
        known = attrs.evolve(needs, **dict(zip(unknown, answers, strict=True)))
        for one in [True, False] if offered is None else [offered]:
            yield known, one


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({}, EscortLevel.NONE),
        ({"personal_care": True}, EscortLevel.COMPANION),
        ({"mobility_help": True}, EscortLevel.COMPANION),
        ({"guidance": True}, EscortLevel.COMPANION),
        ({"oxygen": True}, EscortLevel.NURSE),
        ({"injections": True}, EscortLevel.NURSE),
        ({"monitoring": True}, EscortLevel.NURSE),
        ({"advanced_care": True}, EscortLevel.DOCTOR),
        ({"seated_upright": False}, EscortLevel.STRETCHER_TEAM),
        ({"is_stable": False}, EscortLevel.AIR_AMBULANCE),
        ({"ventilator": True}, EscortLevel.AIR_AMBULANCE),
        ({"infusions": True}, EscortLevel.AIR_AMBULANCE),
        ({"controlled_cabin": True}, EscortLevel.AIR_AMBULANCE),
        ({"guidance": True, "oxygen": True, "advanced_care": True}, EscortLevel.DOCTOR),
        ({"seated_upright": False, "is_stable": False}, EscortLevel.AIR_AMBULANCE),
    ],
)
def test_each_need_asks_for_its_rung_and_the_highest_decides(
    answers: dict[str, bool], level: EscortLevel
) -> None:
    assert needed_escort(needing(**answers), stretcher_offered=True).level is level


def test_whoever_has_to_lie_goes_by_air_ambulance_where_no_stretcher_is_taken() -> None:
    lying = needing(seated_upright=False)

    assert [needed_escort(lying, stretcher_offered=one).level for one in (True, False, None)] == [
        EscortLevel.STRETCHER_TEAM,
        EscortLevel.AIR_AMBULANCE,
        None,
    ]


def test_whoever_may_have_to_lie_has_to_be_asked_and_so_has_the_carrier() -> None:
    answer = needed_escort(needing(seated_upright=None, oxygen=True))

    assert (answer.level, answer.at_least, answer.at_most, answer.to_know) == (
        None,
        EscortLevel.NURSE,
        EscortLevel.AIR_AMBULANCE,
        ("stretcher_offered", "seated_upright"),
    )


def test_a_carrier_that_takes_no_stretcher_is_not_asked_again() -> None:
    answer = needed_escort(needing(seated_upright=None), stretcher_offered=False)

    assert (answer.at_most, answer.to_know) == (EscortLevel.AIR_AMBULANCE, ("seated_upright",))


def test_nothing_known_is_not_nothing_needed() -> None:
    answer = needed_escort(TravelNeed())

    assert (answer.level, answer.at_least, answer.at_most) == (
        None,
        EscortLevel.NONE,
        EscortLevel.AIR_AMBULANCE,
    )
    assert answer.to_know == (
        "is_stable",
        "ventilator",
        "infusions",
        "controlled_cabin",
        "stretcher_offered",
        "seated_upright",
        "advanced_care",
        "oxygen",
        "injections",
        "monitoring",
        "personal_care",
        "mobility_help",
        "guidance",
    )


def test_what_could_not_change_the_answer_need_not_be_known() -> None:
    answer = needed_escort(TravelNeed(is_stable=False))

    assert (answer.level, answer.to_know) == (EscortLevel.AIR_AMBULANCE, ())


@given(needs=NEEDS, offered=ANSWERS)
def test_the_answer_spans_exactly_all_that_may_turn_out(
    *, needs: TravelNeed, offered: bool | None
) -> None:
    answer = needed_escort(needs, stretcher_offered=offered)
    levels = {ladder(known, stretcher_offered=one) for known, one in worlds(needs, offered=offered)}

    assert (answer.at_least, answer.at_most) == (min(levels), max(levels))
    assert answer.level is (min(levels) if len(levels) == 1 else None)


@given(needs=NEEDS, offered=ANSWERS)
def test_what_has_to_be_known_is_unknown_and_there_is_some_where_nothing_is_decided(
    *, needs: TravelNeed, offered: bool | None
) -> None:
    answer = needed_escort(needs, stretcher_offered=offered)
    known = {**attrs.asdict(needs), "stretcher_offered": offered}

    assert [name for name in answer.to_know if known[name] is not None] == []
    assert bool(answer.to_know) is (answer.level is None)


@given(needs=NEEDS, name=st.sampled_from(NAMES))
def test_a_further_need_never_lowers_the_escort(needs: TravelNeed, name: str) -> None:
    worse = attrs.evolve(needs, **{name: name not in GOOD})

    assert needed_escort(worse).at_least >= needed_escort(needs).at_least


def test_the_reasons_tell_every_need_that_asks_for_an_escort_the_weightiest_first() -> None:
    answer = needed_escort(needing(guidance=True, oxygen=True, seated_upright=None))

    assert [reason.id for reason in answer.reasons] == [
        "oxygen",
        "guidance",
        "stretcher_offered_unknown",
        "seated_upright_unknown",
    ]


def test_who_needs_nothing_is_told_so_and_why() -> None:
    (reason,) = needed_escort(TravelNeed.none()).reasons

    assert reason.id == "nothing_needed"


def test_every_reason_says_that_the_ladder_is_ours() -> None:
    reasons = needed_escort(TravelNeed(oxygen=True)).reasons

    assert [one for one in reasons if not isinstance(one.sources[0], OwnChoice)] == []


def test_levels_are_in_order_and_compare_with_nothing_else() -> None:
    untyped: Any = "nurse"

    assert sorted(EscortLevel, reverse=True) == list(EscortLevel)[::-1]
    with pytest.raises(TypeError):
        assert untyped > EscortLevel.NURSE


@pytest.mark.parametrize(
    ("needs", "offered"), [("oxygen", None), (TravelNeed(), "yes"), (TravelNeed(), 1)]
)
def test_what_is_no_need_or_no_answer_is_refused(needs: object, offered: object) -> None:
    untyped: Any = needs
    answer: Any = offered
    with pytest.raises(WrongType):
        needed_escort(untyped, stretcher_offered=answer)


def test_a_rung_without_anybody_has_no_duty() -> None:
    assert EscortRung(level=EscortLevel.NONE, name="nobody").duty is None


def test_a_duty_that_is_no_id_is_refused_with_its_place() -> None:
    with pytest.raises(CareError) as caught:
        attrs.evolve(RUNG, duty="Help On Journey")

    assert caught.value.place == "$.duty"


def test_an_answer_that_is_decided_prints_who_goes_along() -> None:
    assert str(NEEDED) == (
        "Who has to go along\n"
        "===================\n"
        "\n"
        "Escort: nurse.\n"
        "\n"
        "Why\n"
        "---\n"
        "\n"
        "- oxygen is needed"
    )


def test_an_answer_that_is_open_prints_what_it_lies_between() -> None:
    text = str(needed_escort(needing(seated_upright=None), stretcher_offered=True))

    assert "Not decided yet: at least none, at most stretcher team." in text
    assert "nobody knows whether the client has to lie for take-off and landing" in text


def test_an_answer_may_have_no_reasons() -> None:
    bare = NeededEscort(level=None, at_least=EscortLevel.NONE, at_most=EscortLevel.NURSE)

    assert "Not decided yet" in str(bare)
