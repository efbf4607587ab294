"""The HOSPITAL score in its three publications, none of which borrows from another."""

from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.assessments import (
    HOSPITAL_2013,
    HOSPITAL_2016,
    HOSPITAL_SIMPLIFIED,
    HospitalVariant,
    Score,
    ScoreTool,
    hospital_score,
)
from carecore.base.amounts import Quantity
from carecore.base.reasons import Citation
from carecore.errors import CareError, WrongType

DERIVED, VALIDATED, SIMPLIFIED = HospitalVariant
TOOLS = {DERIVED: HOSPITAL_2013, VALIDATED: HOSPITAL_2016, SIMPLIFIED: HOSPITAL_SIMPLIFIED}


def scored(variant: HospitalVariant = VALIDATED, **more: object) -> Score:
    """A score that is nothing but what is said."""
    known: Any = {
        "haemoglobin": Quantity("13", "g/dL"),
        "sodium": Quantity("140", "mmol/L"),
        "from_oncology": False,
        "had_procedure": False,
        "has_cancer": False,
        "is_urgent": False,
        "admissions_last_year": 0,
        "length_of_stay_days": 1,
        **more,
    }
    return hospital_score(variant=variant, **known)


def test_a_score_does_not_hang_on_how_the_program_rounds() -> None:
    with localcontext() as context:
        context.prec = 2
        low = scored(haemoglobin=Quantity("119.9", "g/L"))

    assert low.points == 1


@pytest.mark.parametrize("variant", HospitalVariant)
def test_a_score_names_its_variant(variant: HospitalVariant) -> None:
    assert (scored(variant).tool, scored(variant).points) == (TOOLS[variant].id, 0)


@pytest.mark.parametrize("variant", HospitalVariant)
@pytest.mark.parametrize(
    ("amount", "points"),
    [
        (Quantity("11.9", "g/dL"), 1),
        (Quantity("12", "g/dL"), 0),
        (Quantity("12.0", "g/dL"), 0),
        (Quantity("119", "g/L"), 1),
        (Quantity("120", "g/L"), 0),
    ],
)
def test_haemoglobin_below_twelve_gives_a_point(
    variant: HospitalVariant, amount: Quantity, points: int
) -> None:
    assert scored(variant, haemoglobin=amount).points == points


@pytest.mark.parametrize("variant", HospitalVariant)
@pytest.mark.parametrize("unit", ["mmol/L", "meq/L", "mEq/L"])
def test_sodium_below_135_gives_a_point(variant: HospitalVariant, unit: str) -> None:
    found = [scored(variant, sodium=Quantity(value, unit)).points for value in ("134.9", "135")]

    assert found == [1, 0]


@pytest.mark.parametrize("variant", HospitalVariant)
def test_an_oncology_service_gives_two_points(variant: HospitalVariant) -> None:
    assert scored(variant, from_oncology=True).points == 2


@pytest.mark.parametrize(("variant", "points"), [(DERIVED, 0), (VALIDATED, 0), (SIMPLIFIED, 2)])
def test_only_the_simplified_score_counts_cancer(variant: HospitalVariant, points: int) -> None:
    assert scored(variant, has_cancer=True).points == points


def test_cancer_and_an_oncology_service_count_once() -> None:
    assert scored(SIMPLIFIED, from_oncology=True, has_cancer=True).points == 2


@pytest.mark.parametrize(("variant", "points"), [(DERIVED, 1), (VALIDATED, 1), (SIMPLIFIED, 0)])
def test_the_simplified_score_does_not_count_procedures(
    variant: HospitalVariant, points: int
) -> None:
    assert scored(variant, had_procedure=True).points == points


@pytest.mark.parametrize("variant", HospitalVariant)
def test_an_urgent_admission_gives_a_point(variant: HospitalVariant) -> None:
    assert scored(variant, is_urgent=True).points == 1


@pytest.mark.parametrize(
    ("variant", "points"),
    [
        (DERIVED, {0: 0, 1: 2, 2: 2, 5: 2, 6: 5, 30: 5}),
        (VALIDATED, {0: 0, 1: 0, 2: 2, 5: 2, 6: 5, 30: 5}),
        (SIMPLIFIED, {0: 0, 1: 0, 2: 2, 5: 2, 6: 5, 30: 5}),
    ],
)
def test_admissions_are_counted_as_each_publication_does(
    variant: HospitalVariant, points: dict[int, int]
) -> None:
    found = {count: scored(variant, admissions_last_year=count).points for count in points}

    assert found == points


@pytest.mark.parametrize("variant", HospitalVariant)
def test_five_days_are_a_long_stay(variant: HospitalVariant) -> None:
    assert [scored(variant, length_of_stay_days=days).points for days in (4, 5, 6)] == [0, 2, 2]


@pytest.mark.parametrize(("variant", "most"), [(DERIVED, 13), (VALIDATED, 13), (SIMPLIFIED, 12)])
def test_everything_gives_the_most(variant: HospitalVariant, most: int) -> None:
    score = scored(
        variant,
        haemoglobin=Quantity("9", "g/dL"),
        sodium=Quantity("128", "mmol/L"),
        from_oncology=True,
        had_procedure=True,
        is_urgent=True,
        admissions_last_year=7,
        length_of_stay_days=9,
    )

    assert (score.points, TOOLS[variant].most) == (most, most)


@pytest.mark.parametrize("tool", [HOSPITAL_2013, HOSPITAL_2016])
def test_both_full_scores_have_three_bands(tool: ScoreTool) -> None:
    assert [(one.id, one.from_points, one.to_points) for one in tool.bands] == [
        ("low", 0, 4),
        ("intermediate", 5, 6),
        ("high", 7, 13),
    ]


def test_the_simplified_score_has_two_bands_without_risks() -> None:
    found = [
        (one.id, one.from_points, one.to_points, one.risk_percent)
        for one in HOSPITAL_SIMPLIFIED.bands
    ]

    assert found == [("unlikely", 0, 4, None), ("likely", 5, 12, None)]


def test_each_publication_keeps_its_own_risks() -> None:
    risks = {
        tool.id: [str(one.risk_percent) for one in tool.bands]
        for tool in (HOSPITAL_2013, HOSPITAL_2016)
    }

    assert risks == {
        "hospital_2013": ["5.2", "9.8", "18.3"],
        "hospital_2016": ["5.8", "11.9", "22.8"],
    }


def test_one_admission_is_never_paired_with_the_risks_of_the_other_publication() -> None:
    # 2 points for urgency and haemoglobin and 2 for a long stay; one admission tells them apart.
    more = {
        "haemoglobin": Quantity("11", "g/dL"),
        "is_urgent": True,
        "length_of_stay_days": 5,
        "admissions_last_year": 1,
    }
    found = {
        variant: (score.points, TOOLS[variant].band(score.band or "").risk_percent)
        for variant in (DERIVED, VALIDATED)
        for score in (scored(variant, **more),)
    }

    assert found == {DERIVED: (6, Decimal("9.8")), VALIDATED: (4, Decimal("5.8"))}


def unread(tool: ScoreTool) -> list[str]:
    """What the bands of a tool rest on and was not read there."""
    cited = {one for band in tool.bands for one in band.sources if isinstance(one, Citation)}
    return sorted(one.section for one in cited if not one.verified)


def test_what_was_not_read_says_so() -> None:
    assert {tool.id: unread(tool) for tool in TOOLS.values()} == {
        "hospital_2013": ["JAMA Internal Medicine 2013;173:632-638, risks"],
        "hospital_2016": [],
        "hospital_simplified": ["BMJ Quality & Safety 2017;26:799-805, abstract, threshold"],
    }


def test_a_score_says_what_was_seen_and_where() -> None:
    score = scored(DERIVED, haemoglobin=Quantity("11.50", "g/dL"), admissions_last_year=3)

    assert [(part.id, part.points, part.seen, part.place) for part in score.parts] == [
        ("low_haemoglobin", 1, "11.50 g/dL", "$.haemoglobin"),
        ("oncology", 0, False, "$.from_oncology"),
        ("low_sodium", 0, "140 mmol/L", "$.sodium"),
        ("procedure", 0, False, "$.had_procedure"),
        ("urgent_admission", 0, False, "$.is_urgent"),
        ("admissions", 2, 3, "$.admissions_last_year"),
        ("long_stay", 0, 1, "$.length_of_stay_days"),
    ]


@given(
    admissions=st.integers(0, 9),
    days=st.integers(0, 20),
    flags=st.tuples(*[st.booleans()] * 4),
)
def test_every_score_lies_in_a_band_of_its_own_tool(
    admissions: int, days: int, flags: tuple[bool, bool, bool, bool]
) -> None:
    oncology, procedure, urgent, cancer = flags
    for variant, tool in TOOLS.items():
        score = scored(
            variant,
            admissions_last_year=admissions,
            length_of_stay_days=days,
            from_oncology=oncology,
            had_procedure=procedure,
            is_urgent=urgent,
            has_cancer=cancer,
        )
        assert score.band in {band.id for band in tool.bands}
        assert [part.id for part in score.parts] == [item.id for item in tool.items]


@pytest.mark.parametrize(
    ("variant", "name", "value"),
    [
        (VALIDATED, "haemoglobin", None),
        (VALIDATED, "haemoglobin", 12),
        (VALIDATED, "haemoglobin", Quantity("7.4", "mmol/L")),
        (VALIDATED, "haemoglobin", Quantity("12")),
        (VALIDATED, "haemoglobin", Quantity("0", "g/dL")),
        (VALIDATED, "sodium", Quantity("140", "mg/dL")),
        (VALIDATED, "sodium", "140"),
        (VALIDATED, "from_oncology", None),
        (VALIDATED, "had_procedure", None),
        (DERIVED, "had_procedure", None),
        (SIMPLIFIED, "has_cancer", None),
        (VALIDATED, "is_urgent", None),
        (VALIDATED, "admissions_last_year", None),
        (VALIDATED, "admissions_last_year", -1),
        (VALIDATED, "length_of_stay_days", "5"),
    ],
)
def test_what_is_unknown_or_odd_gives_no_score_and_the_error_says_where(
    variant: HospitalVariant, name: str, value: object
) -> None:
    with pytest.raises(CareError) as caught:
        scored(variant, **{name: value})

    assert caught.value.place == f"$.{name}"


@pytest.mark.parametrize(
    ("variant", "more"),
    [
        (SIMPLIFIED, {"had_procedure": None}),
        (SIMPLIFIED, {"from_oncology": True, "has_cancer": None}),
        (DERIVED, {"has_cancer": None}),
    ],
)
def test_what_a_publication_does_not_ask_may_be_unknown(
    variant: HospitalVariant, more: dict[str, object]
) -> None:
    assert scored(variant, **more).tool == TOOLS[variant].id


@pytest.mark.parametrize("variant", ["hospital_2016", None, 2016])
def test_a_score_of_no_publication_is_refused(variant: object) -> None:
    untyped: Any = variant
    with pytest.raises(WrongType):
        scored(untyped)
