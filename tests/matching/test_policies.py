"""Policies: which criteria are asked, under a name that tells of every change."""

from typing import Any

import attrs
import pytest

from carecore.base.amounts import Money
from carecore.codec import dumps, loads
from carecore.credentials import HeldCredential
from carecore.errors import CareError, InvalidValue, UnknownId, WrongType
from carecore.matching import (
    FACILITY_POLICY,
    PRIVATE_POLICY,
    STANDARD_POLICY,
    STANDARD_SHARING,
    TRAVEL_POLICY,
    CriterionKind,
    Policy,
    StandardCriterion,
    rank,
)
from carecore.people import ClientPreferences

from .ranked import CLIENT, DAY, FITTING, ROLE, YEAR, Mornings, like

SPEAKS = StandardCriterion(id="language", kind=CriterionKind.LANGUAGE)
PREFERS = StandardCriterion(id="language", kind=CriterionKind.LANGUAGE, is_hard=False)


def test_the_standard_policy_asks_every_kind() -> None:
    asked = [one for one in STANDARD_POLICY.criteria if isinstance(one, StandardCriterion)]

    assert {one.kind for one in asked} == set(CriterionKind)
    assert len(asked) == len(STANDARD_POLICY.criteria)
    assert STANDARD_POLICY.tiers == (1, 2, 3)


def test_a_policy_that_was_changed_says_so() -> None:
    policy = STANDARD_POLICY.without("language", "certified").with_criterion(PREFERS)

    assert policy.label == (
        "standard, version 2, without language, without certified, with language"
    )
    assert policy.criterion("language") == PREFERS
    assert policy.admitting("leave").label.endswith(", admitting leave")


def test_a_criterion_takes_the_place_of_the_one_with_its_id() -> None:
    policy = Policy(name="mine", criteria=(SPEAKS,), admits=("language",))

    assert policy.with_criterion(PREFERS).criteria == (PREFERS,)
    assert policy.with_criterion(PREFERS).admits == ()
    assert policy.with_criterion(SPEAKS).admits == ("language",)


def test_what_is_left_out_is_not_admitted_any_more() -> None:
    assert STANDARD_POLICY.admits == ("service_area", "availability", "payer")
    assert STANDARD_POLICY.without("availability").admits == ("service_area", "payer")


@pytest.mark.parametrize("verb", ["without", "admitting", "criterion"])
def test_a_slip_is_refused_with_what_comes_near(verb: str) -> None:
    with pytest.raises(UnknownId, match="Maybe 'language'"):
        getattr(STANDARD_POLICY, verb)("languages")


def test_only_hard_criteria_can_be_admitted() -> None:
    with pytest.raises(UnknownId, match="there is no hard criterion 'certified'") as caught:
        Policy(name="mine", criteria=STANDARD_POLICY.criteria, admits=("certified",))

    assert caught.value.place == "$.admits[0]"


def test_two_criteria_with_one_id_are_refused() -> None:
    with pytest.raises(InvalidValue, match="'language' stands twice") as caught:
        Policy(name="mine", criteria=(SPEAKS, PREFERS))

    assert caught.value.place == "$.criteria[0]"


@pytest.mark.parametrize("criterion", ["language", None, CriterionKind.LANGUAGE])
def test_what_is_no_criterion_is_refused(criterion: Any) -> None:  # noqa: ANN401 # of any other type
    with pytest.raises(WrongType):
        STANDARD_POLICY.with_criterion(criterion)
    with pytest.raises(WrongType):
        Policy(name="mine", criteria=(criterion,))


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {"id": "Three mornings"},
            (
                "$.criteria[1].id: the criterion id 'Three mornings' is not snake_case. "
                "Maybe 'three_mornings'."
            ),
        ),
        (
            {"id": ["mornings"]},
            (
                "$.criteria[1].id: the criterion id is a value of type list, and text is wanted. "
                "Maybe put it in quotes."
            ),
        ),
        (
            {"weight": -1},
            (
                "$.criteria[1].weight: the weight of a StandardCriterion is below 0, "
                "and 0 is the least. Maybe a number from 0 to 1000."
            ),
        ),
        (
            {"tier": "first"},
            (
                "$.criteria[1].tier: the tier of a StandardCriterion is text, 5 characters, "
                "and a whole number is wanted."
            ),
        ),
        (
            {"is_hard": "yes"},
            (
                "$.criteria[1].is_hard: the is hard of a StandardCriterion is text, 3 characters, "
                "and True or False is wanted."
            ),
        ),
    ],
)
def test_a_criterion_of_somebody_else_is_held_to_what_ours_are(
    fields: dict[str, Any], line: str
) -> None:
    with pytest.raises(CareError) as caught:
        Policy(name="mine", criteria=(SPEAKS, attrs.evolve(Mornings(), **fields)))

    assert str(caught.value) == line


def test_the_class_of_a_criterion_is_no_criterion() -> None:
    untyped: Any = Mornings

    with pytest.raises(WrongType, match="this is the class Mornings") as caught:
        STANDARD_POLICY.with_criterion(untyped)

    assert (caught.value.place, caught.value.advice) == ("$.criteria[0]", "Maybe Mornings()")


def test_a_facility_finds_an_interpreter_and_a_private_client_does_not() -> None:
    strange = attrs.evolve(CLIENT, languages=("xx",))

    assert rank(strange, [FITTING], role=ROLE, policy=FACILITY_POLICY, as_of=DAY).best == "p-1"
    assert rank(strange, [FITTING], role=ROLE, policy=PRIVATE_POLICY, as_of=DAY).best is None


def test_a_facility_looks_at_room_first_and_a_private_client_at_who_is_known() -> None:
    certified = [HeldCredential(credential="cmc", period=YEAR)]
    full = like("p-1", caseload=18, credentials=certified)
    idle = like("p-2", caseload=0)

    facility = rank(CLIENT, [full, idle], role=ROLE, policy=FACILITY_POLICY, as_of=DAY)
    private = rank(CLIENT, [full, idle], role=ROLE, policy=PRIVATE_POLICY, as_of=DAY)
    assert (facility.best, private.best) == ("p-2", "p-1")


def test_who_goes_along_on_a_journey_needs_hours_that_are_known_and_no_caseload() -> None:
    home = attrs.evolve(CLIENT, needs=("fly_home_with_nurse",), setting="acute_ward")
    nurse = like("p-1", settings=("transport_air",), caseload=None, caseload_limit=None)

    ranking = rank(home, [nurse], role=ROLE, policy=TRAVEL_POLICY, as_of=DAY)
    assert "caseload" not in {one.criterion for one in ranking.fit("p-1").judgements}
    unknown = attrs.evolve(nurse, weekly_hours=None)
    ranking = rank(home, [unknown], role=ROLE, policy=TRAVEL_POLICY, as_of=DAY)
    assert "availability" in {one.criterion for one in ranking.fit("p-1").undecided}


@pytest.mark.parametrize(
    "policy", [FACILITY_POLICY, PRIVATE_POLICY, STANDARD_POLICY, TRAVEL_POLICY]
)
def test_the_policies_that_ship_are_values_that_documents_hold(policy: Policy) -> None:
    assert loads(dumps(policy), Policy) == policy
    assert policy.label == f"{policy.name}, version 2"


@pytest.mark.parametrize("policy", [STANDARD_POLICY, PRIVATE_POLICY])
def test_a_change_of_hands_costs_more_than_the_later_tiers_can_earn(policy: Policy) -> None:
    later = [one.weight for one in policy.criteria if not one.is_hard and one.tier == 2]
    last = sum(one.weight for one in policy.criteria if not one.is_hard and one.tier == 3)

    assert sum(later) * (last + 1) + last < STANDARD_SHARING.broken_bond


@pytest.mark.parametrize(
    "policy", [FACILITY_POLICY, PRIVATE_POLICY, STANDARD_POLICY, TRAVEL_POLICY]
)
def test_whom_a_family_declines_never_comes_and_whom_they_wish_for_counts_first(
    policy: Policy,
) -> None:
    wished = [
        one
        for one in policy.criteria
        if isinstance(one, StandardCriterion) and one.kind is CriterionKind.WISH
    ]

    assert "veto" in policy.hard
    assert "veto" not in policy.admits
    assert [(one.is_hard, one.tier) for one in wished] == [(False, policy.tiers[0])]


def test_a_facility_asks_for_nobody_s_gender_culture_rate_or_payer() -> None:
    asked = {one.kind for one in FACILITY_POLICY.criteria if isinstance(one, StandardCriterion)}

    assert asked.isdisjoint(
        {
            CriterionKind.GENDER,
            CriterionKind.CULTURE,
            CriterionKind.RATE,
            CriterionKind.PAYER,
            CriterionKind.SERVICE_AREA,
            CriterionKind.WANTED_HOURS,
        }
    )


def test_a_private_client_pays_less_where_all_else_is_level() -> None:
    whom = attrs.evolve(CLIENT, preferences=ClientPreferences(rate_limit=Money("80", "USD")))
    pool = [like(f"p-{price}", rate=Money(str(price), "USD")) for price in (70, 20, 81)]

    ranking = rank(whom, pool, role=ROLE, policy=PRIVATE_POLICY, as_of=DAY)

    assert [(one.professional_id, one.score[2]) for one in ranking.eligible] == [
        ("p-20", 1),
        ("p-70", 0),
    ]
    assert [one.criterion for one in ranking.rejected[0].failed] == ["rate"]
