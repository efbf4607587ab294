"""The LACE index, against its published points, and every way to get it wrong."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.assessments import LACE, Comorbidity, LosConvention, Score, add_up, count_stay, lace
from carecore.base.reasons import Citation
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType


def scored(
    *,
    days: int = 0,
    acute: bool = False,
    having: tuple[Comorbidity, ...] = (),
    visits: int = 0,
    los_convention: LosConvention = LosConvention.NIGHTS,
) -> Score:
    """A score that is nothing but what is said."""
    return lace(
        length_of_stay_days=days,
        is_acute=acute,
        comorbidities=having,
        emergency_visits=visits,
        los_convention=los_convention,
    )


def points_of(score: Score, item: str) -> int:
    """The points of one item."""
    return next(part.points for part in score.parts if part.id == item)


@pytest.mark.parametrize(
    ("days", "points"),
    [
        (0, 0),
        (1, 1),
        (2, 2),
        (3, 3),
        (4, 4),
        (5, 4),
        (6, 4),
        (7, 5),
        (13, 5),
        (14, 7),
        (15, 7),
        (400, 7),
    ],
)
def test_the_stay_gives_the_published_points(days: int, points: int) -> None:
    assert scored(days=days).points == points


def test_an_emergency_gives_three_points() -> None:
    assert scored(acute=True).points == 3


@pytest.mark.parametrize(
    ("visits", "points"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (60, 4)]
)
def test_visits_give_the_published_points(visits: int, points: int) -> None:
    assert scored(visits=visits).points == points


PUBLISHED = {
    Comorbidity.PREVIOUS_MYOCARDIAL_INFARCTION: 1,
    Comorbidity.CEREBROVASCULAR_DISEASE: 1,
    Comorbidity.PERIPHERAL_VASCULAR_DISEASE: 1,
    Comorbidity.DIABETES_WITHOUT_COMPLICATIONS: 1,
    Comorbidity.HEART_FAILURE: 2,
    Comorbidity.DIABETES_WITH_END_ORGAN_DAMAGE: 2,
    Comorbidity.CHRONIC_PULMONARY_DISEASE: 2,
    Comorbidity.MILD_LIVER_OR_RENAL_DISEASE: 2,
    Comorbidity.TUMOUR: 2,
    Comorbidity.DEMENTIA: 3,
    Comorbidity.CONNECTIVE_TISSUE_DISEASE: 3,
    Comorbidity.AIDS: 4,
    Comorbidity.MODERATE_OR_SEVERE_LIVER_OR_RENAL_DISEASE: 4,
    Comorbidity.METASTATIC_SOLID_TUMOUR: 6,
}


def test_each_comorbidity_has_its_published_weight() -> None:
    assert {one: one.weight for one in Comorbidity} == PUBLISHED


CHARLSON_1987 = {
    Comorbidity.HEART_FAILURE: 1,
    Comorbidity.CHRONIC_PULMONARY_DISEASE: 1,
    Comorbidity.DEMENTIA: 1,
    Comorbidity.CONNECTIVE_TISSUE_DISEASE: 1,
    Comorbidity.AIDS: 6,
}


@pytest.mark.parametrize(("disease", "weight"), CHARLSON_1987.items())
def test_the_weights_are_not_those_of_charlson_1987(disease: Comorbidity, weight: int) -> None:
    assert disease.weight != weight


@pytest.mark.parametrize(
    ("having", "points"),
    [
        ((), 0),
        ((Comorbidity.CEREBROVASCULAR_DISEASE,), 1),
        ((Comorbidity.HEART_FAILURE,), 2),
        ((Comorbidity.DEMENTIA,), 3),
        ((Comorbidity.HEART_FAILURE, Comorbidity.CEREBROVASCULAR_DISEASE), 3),
        ((Comorbidity.AIDS,), 5),
        ((Comorbidity.HEART_FAILURE, Comorbidity.CHRONIC_PULMONARY_DISEASE), 5),
        ((Comorbidity.METASTATIC_SOLID_TUMOUR,), 5),
        (tuple(Comorbidity), 5),
    ],
)
def test_weights_of_four_or_more_give_five_points(
    having: tuple[Comorbidity, ...], points: int
) -> None:
    assert scored(having=having).points == points


@pytest.mark.parametrize(
    ("lighter", "heavier", "points"),
    [
        (
            Comorbidity.DIABETES_WITHOUT_COMPLICATIONS,
            Comorbidity.DIABETES_WITH_END_ORGAN_DAMAGE,
            2,
        ),
        (
            Comorbidity.MILD_LIVER_OR_RENAL_DISEASE,
            Comorbidity.MODERATE_OR_SEVERE_LIVER_OR_RENAL_DISEASE,
            5,
        ),
        (Comorbidity.TUMOUR, Comorbidity.METASTATIC_SOLID_TUMOUR, 5),
    ],
)
def test_of_two_grades_of_one_disease_the_heavier_counts_and_the_score_says_so(
    lighter: Comorbidity, heavier: Comorbidity, points: int
) -> None:
    score = scored(having=(lighter, heavier))
    (part,) = (one for one in score.parts if one.id == "comorbidities")

    assert (part.points, part.seen) == (points, (heavier.value,))
    assert any("the heavier counts" in str(source) for source in score.sources)


def test_a_comorbidity_counts_once() -> None:
    twice = (Comorbidity.CEREBROVASCULAR_DISEASE, Comorbidity.CEREBROVASCULAR_DISEASE)

    assert scored(having=twice) == scored(having=twice[:1])


@given(having=st.permutations([*Comorbidity][:6]))
def test_the_order_of_comorbidities_does_not_matter(having: list[Comorbidity]) -> None:
    assert scored(having=tuple(having)) == scored(having=tuple(sorted(having, key=str)))


def test_the_weight_of_aids_rests_on_a_paper_that_was_not_read_there() -> None:
    def unread(score: Score) -> list[str]:
        cited = (one for one in score.sources if isinstance(one, Citation))
        return [one.section for one in cited if not one.verified]

    assert unread(scored(having=(Comorbidity.AIDS,))) == [
        "CMAJ 2010;182:551-557, abstract, weight of AIDS"
    ]
    assert unread(scored(having=(Comorbidity.DEMENTIA,))) == []


@pytest.mark.parametrize(
    ("points", "band"),
    [(0, "low"), (4, "low"), (5, "moderate"), (9, "moderate"), (10, "high"), (19, "high")],
)
def test_the_bands_are_the_published_ones(points: int, band: str) -> None:
    found = LACE.band_of(points)

    assert found is not None
    assert found.id == band


def test_the_most_is_nineteen() -> None:
    score = scored(days=30, acute=True, having=(Comorbidity.AIDS,), visits=9)

    assert (score.points, LACE.most) == (19, 19)


def test_a_client_is_scored_as_by_hand() -> None:
    # 8 nights 5, an emergency 3, heart failure and diabetes 2 + 1 = 3, two visits 2: 13.
    score = lace(
        length_of_stay_days=8,
        is_acute=True,
        comorbidities=[Comorbidity.HEART_FAILURE, Comorbidity.DIABETES_WITHOUT_COMPLICATIONS],
        emergency_visits=2,
        client_id="c-17",
        taken=date(2026, 3, 9),
        cited=("e-1", "e-2"),
    )

    assert {part.id: (part.points, part.seen) for part in score.parts} == {
        "length_of_stay": (5, 8),
        "acute_admission": (3, True),
        "comorbidities": (3, ("diabetes_without_complications", "heart_failure")),
        "emergency_visits": (2, 2),
    }
    assert (score.points, score.band, score.client_id, score.cited) == (
        13,
        "high",
        "c-17",
        ("e-1", "e-2"),
    )


def test_the_score_says_that_its_threshold_does_not_fit_every_age() -> None:
    assert "Fry and others" in str(scored(days=14, acute=True))
    assert any("80 years" in caution for caution in LACE.cautions)


@pytest.mark.parametrize(
    ("item", "points"), [("length_of_stay", 6), ("comorbidities", 4), ("comorbidities", 6)]
)
def test_points_of_the_modified_index_are_refused(item: str, points: int) -> None:
    own = {one.id: 0 for one in LACE.items}
    with pytest.raises(InvalidValue, match="another variant") as caught:
        add_up(LACE, own | {item: points})

    assert caught.value.place == f"$.{item}"


@given(
    days=st.integers(0, 60),
    acute=st.booleans(),
    having=st.sets(st.sampled_from(Comorbidity)),
    visits=st.integers(0, 9),
)
def test_the_points_of_each_item_add_up_to_the_same_score(
    *, days: int, acute: bool, having: set[Comorbidity], visits: int
) -> None:
    score = scored(days=days, acute=acute, having=tuple(having), visits=visits)
    again = add_up(LACE, {part.id: part.points for part in score.parts})

    assert (again.points, again.band) == (score.points, score.band)
    assert 0 <= score.points <= 19


@given(days=st.integers(0, 60), visits=st.integers(0, 9))
def test_more_of_anything_never_gives_fewer_points(days: int, visits: int) -> None:
    least = scored(days=days, visits=visits).points

    assert scored(days=days + 1, visits=visits).points >= least
    assert scored(days=days, visits=visits + 1).points >= least
    assert scored(days=days, visits=visits, acute=True).points > least


FIRST, LAST = date(2026, 3, 1), date(2026, 3, 5)


def test_a_stay_counts_its_nights_or_both_its_days() -> None:
    counts = [count_stay(FIRST, LAST, los_convention=one) for one in LosConvention]

    assert dict(zip(LosConvention, counts, strict=True)) == {
        LosConvention.NIGHTS: 4,
        LosConvention.BOTH_DAYS: 5,
    }


@given(nights=st.integers(0, 60))
def test_a_stay_gets_one_score_however_its_days_are_counted(nights: int) -> None:
    left = date.fromordinal(FIRST.toordinal() + nights)
    scores = [
        scored(days=count_stay(FIRST, left, los_convention=one), los_convention=one)
        for one in LosConvention
    ]

    assert scores[0].points == scores[1].points
    assert scores[0].parts == scores[1].parts


def test_a_score_of_days_counted_at_both_ends_says_so() -> None:
    score = scored(days=1, los_convention=LosConvention.BOTH_DAYS)

    assert score.points == 0
    assert "one day fewer" in " ".join(str(score).split())


def test_a_stay_with_both_its_days_has_at_least_one() -> None:
    with pytest.raises(InvalidValue) as caught:
        scored(days=0, los_convention=LosConvention.BOTH_DAYS)

    assert caught.value.place == "$.length_of_stay_days"


def test_a_discharge_before_the_admission_is_refused() -> None:
    with pytest.raises(InvalidValue, match="swapped"):
        count_stay(LAST, FIRST, los_convention=LosConvention.NIGHTS)


@pytest.mark.parametrize(
    ("admitted", "convention"),
    [(datetime(2026, 3, 1), LosConvention.NIGHTS), (FIRST, "nights"), (None, LosConvention.NIGHTS)],
)
def test_a_stay_is_counted_in_days_and_in_a_known_way(admitted: object, convention: object) -> None:
    untyped: Any = (admitted, convention)
    with pytest.raises(WrongType):
        count_stay(untyped[0], LAST, los_convention=untyped[1])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("length_of_stay_days", None),
        ("length_of_stay_days", 2.5),
        ("length_of_stay_days", True),
        ("length_of_stay_days", -1),
        ("is_acute", None),
        ("is_acute", 3),
        ("comorbidities", None),
        ("comorbidities", ["dementia"]),
        ("comorbidities", "dementia"),
        ("emergency_visits", None),
        ("emergency_visits", -1),
        ("emergency_visits", 10**12 + 1),
        ("cited", None),
    ],
)
def test_what_is_unknown_or_odd_gives_no_score_and_the_error_says_where(
    name: str, value: object
) -> None:
    given: Any = {
        "length_of_stay_days": 1,
        "is_acute": True,
        "comorbidities": (),
        "emergency_visits": 0,
        name: value,
    }
    with pytest.raises(CareError) as caught:
        lace(**given)

    assert caught.value.place.startswith(f"$.{name}")


def test_a_way_of_counting_that_is_none_is_refused() -> None:
    untyped: Any = "nights"
    with pytest.raises(WrongType):
        scored(los_convention=untyped)


def test_an_index_with_several_faults_names_them_all() -> None:
    with pytest.raises(ManyFaults) as caught:
        add_up(LACE, {"length_of_stay": 6, "acute_admission": 3, "visits": 1})

    assert [fault.place for fault in caught.value.faults] == [
        "$.length_of_stay",
        "$.visits",
        "$.comorbidities",
        "$.emergency_visits",
    ]
