"""Tools, their items and bands, and what adds up to a score."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.assessments import (
    FOUR_AT,
    KATZ,
    LACE,
    PHQ_2,
    PHQ_9,
    SCORE_TOOLS,
    Score,
    ScoreBand,
    ScoreItem,
    ScorePart,
    ScoreTool,
    add_up,
    score_tool,
)
from carecore.base.amounts import Quantity
from carecore.base.reasons import Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.errors import InvalidValue, ManyFaults, UnknownId, WrongType

from .samples_assessments import BAND, ITEM, SCORE, TOOL


def band(key: str, first: int, last: int) -> ScoreBand:
    """A band."""
    return ScoreBand(id=key, name=key, from_points=first, to_points=last)


def tool(**more: object) -> ScoreTool:
    """A tool of 0 to 10 points."""
    known: Any = {"id": "t", "name": "t", "least": 0, "most": 10, "higher_is_worse": True, **more}
    return ScoreTool(**known)


def test_both_ends_of_a_band_are_inside() -> None:
    assert [BAND.contains(points) for points in (1, 2, 3, 4)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "place"), [(3, 2, "$.to_points"), (-1, 2, "$.from_points")]
)
def test_a_band_that_holds_nothing_or_less_has_no_meaning(
    first: int, last: int, place: str
) -> None:
    with pytest.raises(InvalidValue) as caught:
        band("high", first, last)

    assert caught.value.place == place


@pytest.mark.parametrize("risk", ["-0.1", "100.1", "NaN", "sNaN", "Infinity"])
def test_a_risk_is_a_share_of_a_hundred(risk: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(BAND, risk_percent=Decimal(risk))

    assert caught.value.place == "$.risk_percent"


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"least": 11}, "$.most"),
        ({"least": -1}, "$.least"),
        ({"bands": (band("a", 0, 4), band("a", 5, 9))}, "$.bands[1].id"),
        ({"bands": (band("a", 0, 11),)}, "$.bands[0]"),
        ({"least": 1, "bands": (band("a", 0, 4),)}, "$.bands[0]"),
        ({"bands": (band("a", 0, 4), band("b", 4, 9))}, "$.bands[1]"),
        ({"bands": (band("a", 5, 9), band("b", 0, 5))}, "$.bands[1]"),
        ({"items": (ITEM,)}, "$.items"),
        ({"items": (ITEM, ITEM), "most": 6}, "$.items[1].id"),
        ({"fresh_for": Offset(hours=2)}, "$.fresh_for"),
        ({"fresh_for": Offset(business_days=2)}, "$.fresh_for"),
        ({"fresh_for": Offset(days=-2)}, "$.fresh_for"),
        ({"id": "LACE"}, "$.id"),
        ({"name": " "}, "$.name"),
    ],
)
def test_a_tool_that_does_not_fit_together_is_refused(more: dict[str, object], place: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        tool(**more)

    assert caught.value.place == place


@pytest.mark.parametrize("points", [(), (-1, 0)])
def test_an_item_gives_points_from_nothing_on(points: tuple[int, ...]) -> None:
    with pytest.raises(InvalidValue) as caught:
        ScoreItem(id="sleep", name="sleep", points=points)

    assert caught.value.place == "$.points"


def test_a_total_between_two_bands_has_none() -> None:
    one = tool(bands=(band("a", 0, 2), band("b", 5, 10)))

    assert [one.band_of(points) is None for points in (2, 3, 4, 5)] == [False, True, True, False]


@pytest.mark.parametrize("points", [None, "3", 3.0, True])
def test_points_are_a_whole_number(points: object) -> None:
    untyped: Any = points
    asked = (PHQ_9.takes, PHQ_9.band_of, PHQ_9.bands[0].contains, PHQ_9.items[0].is_urgent)
    for ask in asked:
        with pytest.raises(WrongType, match=r"^the number of points is "):
            ask(untyped)


def test_a_tool_finds_its_items_and_bands() -> None:
    assert (TOOL.item("sleep"), TOOL.band("high")) == (ITEM, BAND)


def test_a_tool_says_which_item_looks_like_the_one_that_it_lacks() -> None:
    with pytest.raises(UnknownId) as caught:
        PHQ_9.item("slep")

    assert (caught.value.kind, caught.value.near) == ("score item", ("sleep",))


def test_a_tool_says_which_band_looks_like_the_one_that_it_lacks() -> None:
    with pytest.raises(UnknownId) as caught:
        PHQ_9.band("modrate")

    assert caught.value.near[0] == "moderate"


def test_every_tool_is_found_by_its_id() -> None:
    assert [score_tool(one.id) for one in SCORE_TOOLS] == list(SCORE_TOOLS)


def test_a_tool_that_is_not_known_is_refused_with_those_that_look_alike() -> None:
    with pytest.raises(UnknownId) as caught:
        score_tool("hospital_2015")

    assert (caught.value.kind, caught.value.near[0]) == ("score tool", "hospital_2016")


@pytest.mark.parametrize("one", SCORE_TOOLS, ids=lambda one: one.id)
def test_a_shipped_tool_says_what_it_asks_what_to_mind_and_where_it_stands(one: ScoreTool) -> None:
    assert (bool(one.items), bool(one.cautions), bool(one.sources), bool(one.fresh_for)) == (
        (True,) * 4
    )
    assert [two.id for two in one.bands if not two.sources] == []


@pytest.mark.parametrize("one", SCORE_TOOLS, ids=lambda one: one.id)
def test_only_the_katz_index_has_totals_without_a_band(one: ScoreTool) -> None:
    gaps = [points for points in range(one.least, one.most + 1) if one.band_of(points) is None]

    assert gaps == ([3, 5] if one is KATZ else [])


@given(data=st.data())
def test_any_points_of_the_items_add_up(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(SCORE_TOOLS))
    points = {item.id: data.draw(st.sampled_from(item.points)) for item in one.items}
    score = add_up(one, points)

    assert score.points == sum(points.values())
    assert one.takes(score.points)
    assert {part.id: part.points for part in score.parts} == points


@given(data=st.data())
def test_the_order_of_the_points_does_not_matter(data: st.DataObject) -> None:
    points = {item.id: data.draw(st.sampled_from(item.points)) for item in PHQ_9.items}
    other = dict(data.draw(st.permutations(list(points.items()))))

    assert add_up(PHQ_9, other) == add_up(PHQ_9, points)


NOTHING = {item.id: 0 for item in PHQ_9.items}


@pytest.mark.parametrize(
    ("points", "band_id"),
    [
        (0, "minimal"),
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "moderately_severe"),
        (19, "moderately_severe"),
        (20, "severe"),
        (27, "severe"),
    ],
)
def test_the_bands_of_the_phq_9_are_the_published_ones(points: int, band_id: str) -> None:
    found = PHQ_9.band_of(points)

    assert found is not None
    assert found.id == band_id


@pytest.mark.parametrize("points", [1, 2, 3])
def test_any_point_for_the_ninth_question_asks_for_a_person_at_once(points: int) -> None:
    score = add_up(PHQ_9, NOTHING | {"self_harm": points})

    assert (score.band, score.urgent, score.is_urgent) == ("minimal", ("self_harm",), Verdict.MET)
    assert "Somebody has to look at this at once: self harm." in str(score)


def test_a_heavy_depression_without_such_thoughts_is_not_urgent_by_that_rule() -> None:
    score = add_up(PHQ_9, dict.fromkeys(NOTHING, 3) | {"self_harm": 0})

    assert (score.points, score.band, score.is_urgent) == (24, "severe", Verdict.NOT_MET)


def test_two_questions_about_mood_turn_positive_at_three() -> None:
    found = [
        add_up(PHQ_2, {"interest": one, "low_mood": other}).band
        for one, other in ((1, 1), (1, 2), (3, 3))
    ]

    assert found == ["negative", "positive", "positive"]


def test_who_cannot_be_tested_has_possible_delirium() -> None:
    untestable = {"alertness": 0, "orientation": 2, "attention": 2, "acute_change": 0}
    score = add_up(FOUR_AT, untestable)

    assert (score.points, score.band, score.urgent) == (
        4,
        "possible_delirium",
        ("possible_delirium",),
    )


@pytest.mark.parametrize(
    ("points", "band_id", "urgent"),
    [
        (0, "nothing_found", Verdict.NOT_MET),
        (1, "possible_cognitive_impairment", Verdict.NOT_MET),
        (2, "possible_cognitive_impairment", Verdict.NOT_MET),
    ],
)
def test_fewer_than_four_points_are_no_sign_of_delirium(
    points: int, band_id: str, urgent: Verdict
) -> None:
    score = add_up(
        FOUR_AT, {"alertness": 0, "orientation": points, "attention": 0, "acute_change": 0}
    )

    assert (score.band, score.is_urgent) == (band_id, urgent)


def test_nothing_found_excludes_nothing() -> None:
    assert "excludes neither" in FOUR_AT.band("nothing_found").name


def test_fewer_points_of_the_katz_index_are_worse() -> None:
    found = [(one.id, one.from_points, one.to_points) for one in KATZ.bands]

    assert found == [("severe", 0, 2), ("moderate", 4, 4), ("full", 6, 6)]
    assert not KATZ.higher_is_worse


@pytest.mark.parametrize(
    ("points", "kind", "places"),
    [
        ({"interest": 1}, InvalidValue, ["$.low_mood"]),
        ({"interest": 1, "low_mood": 4}, InvalidValue, ["$.low_mood"]),
        ({"interest": 1, "low_mood": True}, WrongType, ["$.low_mood"]),
        ({"interest": 1, "low_mood": None}, WrongType, ["$.low_mood"]),
        ({"interest": 1, "low_mood": 1, "low_moods": 1}, UnknownId, ["$.low_moods"]),
        ({"interest": 1, "low_mood": 1, "Low mood": 1}, InvalidValue, ["$"]),
        ({"interest": -1, "low_mood": 1.0}, ManyFaults, ["$.interest", "$.low_mood"]),
    ],
)
def test_points_that_do_not_fit_the_tool_are_refused(
    points: object, kind: type[Exception], places: list[str]
) -> None:
    untyped: Any = points
    with pytest.raises(kind) as caught:
        add_up(PHQ_2, untyped)

    found: Any = caught.value
    faults = found.faults if isinstance(found, ManyFaults) else (found,)
    assert [fault.place for fault in faults] == places


@pytest.mark.parametrize(("what", "points"), [("phq_2", {}), (PHQ_2, [("interest", 1)])])
def test_only_a_tool_and_points_by_item_add_up(what: object, points: object) -> None:
    untyped: Any = (what, points)
    with pytest.raises(WrongType):
        add_up(*untyped)


def test_a_tool_without_items_cannot_be_added_up() -> None:
    with pytest.raises(InvalidValue, match="names no items"):
        add_up(tool(), {})


def test_an_urgent_item_and_its_band_of_one_name_are_told_once() -> None:
    one = tool(
        items=(ScoreItem(id="pain", name="pain", points=(0, 10), urgent_from=10),),
        bands=(attrs.evolve(band("pain", 10, 10), is_urgent=True),),
    )

    assert add_up(one, {"pain": 10}).urgent == ("pain",)


def test_a_score_becomes_an_observation_with_its_points() -> None:
    entry = SCORE.to_observation("e-9", recorded=date(2026, 11, 24), by="p-1")

    assert (entry.client_id, entry.what, entry.value, entry.happened) == (
        "c-17",
        "one_question",
        Quantity(3, "{score}"),
        SCORE.taken,
    )
    assert (entry.recorded, entry.by) == (PartialDate(2026, 11, 24), "p-1")


def test_a_score_reads_well() -> None:
    score = add_up(PHQ_2, {"interest": 0, "low_mood": 1}, taken=date(2026, 3, 1))

    assert str(attrs.evolve(score, sources=())) == (
        "PHQ-2: 1 point\n"
        "==============\n"
        "\n"
        "Band: negative. Taken: 2026-03-01.\n"
        "\n"
        "item      points\n"
        "--------  ------\n"
        "interest  0\n"
        "low mood  1"
    )


def test_a_score_without_a_band_a_day_or_parts_says_so() -> None:
    assert str(Score(tool="katz", points=5)) == (
        "Katz: 5 points\n==============\n\nBand: none. Taken: unknown."
    )


def test_a_score_shows_the_words_that_were_seen() -> None:
    assert "awake, late" in str(SCORE)


def test_a_score_with_a_question_that_nobody_told_says_so() -> None:
    score = attrs.evolve(SCORE, urgent=())

    assert score.is_urgent is Verdict.UNKNOWN
    assert "Nobody told whether this is urgent: mood." in str(score)


@pytest.mark.parametrize("seen", [1.5, object(), [1]])
def test_what_was_seen_is_text_a_number_or_a_day(seen: object) -> None:
    untyped: Any = seen
    with pytest.raises(WrongType) as caught:
        ScorePart(id="sleep", points=1, seen=untyped)

    assert caught.value.place == "$.seen"


def test_points_are_not_below_nothing() -> None:
    for build in (partial(ScorePart, id="sleep"), partial(Score, tool="lace")):
        with pytest.raises(InvalidValue) as caught:
            build(points=-1)
        assert caught.value.place == "$.points"


def test_no_label_of_a_shipped_item_is_a_question_of_a_form() -> None:
    labels = [item.name for one in SCORE_TOOLS for item in one.items]

    assert [label for label in labels if "?" in label or "how often" in label.casefold()] == []


def test_lace_is_worth_knowing_for_thirty_days() -> None:
    assert LACE.fresh_for == Offset(days=30)
