"""Scores over time, honest about their age and never mixed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.assessments import (
    FOUR_AT,
    HOSPITAL_2013,
    HOSPITAL_2016,
    KATZ,
    PHQ_9,
    Score,
    ScoreSeries,
    ScoreTool,
    Trend,
    read_series,
)
from carecore.base.amounts import Quantity
from carecore.base.reasons import Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.errors import InvalidValue, WrongType
from carecore.record import Observation, Record

PAIN = ScoreTool(id="pain", name="pain", least=0, most=10, higher_is_worse=True)
DAY = date(2026, 3, 10)


def pain(points: int, taken: Any = None, **more: object) -> Score:  # noqa: ANN401 # any time
    """A score of pain."""
    untyped: Any = more
    return Score(tool="pain", points=points, taken=taken, **untyped)


def series(*scores: Score, tool: ScoreTool = PAIN) -> ScoreSeries:
    """A series."""
    return ScoreSeries(tool=tool, scores=scores)


def trend(*scores: Score, tool: ScoreTool = PAIN, as_of: date = DAY) -> Trend:
    """Where these scores go."""
    return series(*scores, tool=tool).trend(as_of=as_of).trend


EARLY, LATE = date(2026, 3, 1), date(2026, 3, 8)


def test_of_two_scores_of_the_hour_that_comes_twice_the_later_is_told() -> None:
    # Ten past two comes after half past two, when clocks have been set back.
    first, later = (
        datetime(2026, 10, 25, 2, minute, tzinfo=ZoneInfo("Europe/Berlin"), fold=fold)
        for minute, fold in ((30, 0), (10, 1))
    )

    assert trend(pain(7, first), pain(4, later), as_of=date(2026, 10, 25)) is Trend.IMPROVING
    assert trend(pain(7, later), pain(4, first), as_of=date(2026, 10, 25)) is Trend.WORSENING


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [(7, 4, Trend.IMPROVING), (4, 7, Trend.WORSENING), (4, 4, Trend.NO_CHANGE)],
)
def test_where_more_is_worse_fewer_points_are_better(first: int, second: int, found: Trend) -> None:
    assert trend(pain(first, EARLY), pain(second, LATE)) is found


@pytest.mark.parametrize(
    ("first", "second", "found"), [(2, 4, Trend.IMPROVING), (4, 2, Trend.WORSENING)]
)
def test_where_more_is_better_more_points_are(first: int, second: int, found: Trend) -> None:
    scores = [
        Score(tool="katz", points=points, taken=day)
        for points, day in ((first, EARLY), (second, LATE))
    ]

    assert trend(*scores, tool=KATZ) is found


def test_the_last_two_scores_decide_in_whatever_order_they_come() -> None:
    scores = (pain(2, LATE), pain(9, date(2026, 2, 1)), pain(5, EARLY))

    assert trend(*scores) is trend(*reversed(scores)) is Trend.IMPROVING


def test_a_score_that_comes_later_does_not_count() -> None:
    scores = (pain(5, EARLY), pain(3, LATE), pain(9, date(2026, 3, 11)))

    assert trend(*scores) is Trend.IMPROVING


def test_a_score_on_the_day_asked_about_counts() -> None:
    assert trend(pain(5, EARLY), pain(3, DAY)) is Trend.IMPROVING


def test_without_a_score_nothing_is_known() -> None:
    answer = series(pain(3), pain(5, date(2026, 4, 1))).trend(as_of=DAY)

    assert (answer.trend, answer.later, [one.id for one in answer.reasons]) == (
        Trend.UNKNOWN,
        None,
        ["no_score"],
    )


def test_one_score_is_no_trend_and_says_how_old_it_is() -> None:
    answer = series(pain(5, EARLY)).trend(as_of=DAY)

    assert (answer.trend, answer.age_days, answer.change) == (Trend.UNKNOWN, 9, None)
    assert [one.text for one in answer.reasons] == [
        "there is one score only, 5 points on 2026-03-01"
    ]


def test_an_answer_says_what_lies_between_and_how_old_the_last_is() -> None:
    answer = series(pain(7, EARLY), pain(4, LATE)).trend(as_of=DAY)

    assert (answer.change, answer.days_between, answer.age_days, answer.is_stale) == (
        -3,
        7,
        2,
        False,
    )
    assert str(answer) == (
        "Pain: improving\n===============\n\n"
        "7 points on 2026-03-01, then 4 points on 2026-03-08, and more are worse."
    )


def aged(days: int) -> ScoreTool:
    """A tool whose scores are relied on for so many days."""
    return attrs.evolve(PAIN, fresh_for=Offset(days=days))


@pytest.mark.parametrize(("days", "found"), [(2, Trend.IMPROVING), (1, Trend.UNKNOWN)])
def test_a_score_that_is_too_old_shows_no_trend(days: int, found: Trend) -> None:
    answer = series(pain(7, EARLY), pain(4, LATE), tool=aged(days)).trend(as_of=DAY)

    assert (answer.trend, answer.is_stale) == (found, found is Trend.UNKNOWN)
    assert (answer.earlier, answer.change) == (pain(7, EARLY), -3)


def test_an_old_score_says_that_it_is_old() -> None:
    answer = series(pain(7, EARLY), tool=aged(1)).trend(as_of=DAY)

    assert [one.id for one in answer.reasons] == ["one_score", "stale"]


@pytest.mark.parametrize(
    ("as_of", "found", "reasons"),
    [
        (date(2026, 3, 31), Trend.IMPROVING, ["change"]),
        (date(2026, 4, 10), Trend.UNKNOWN, ["change", "age_unknown"]),
        (date(2026, 6, 10), Trend.UNKNOWN, ["change", "stale"]),
    ],
)
def test_of_a_month_the_first_and_the_last_day_are_reckoned_with(
    as_of: date, found: Trend, reasons: list[str]
) -> None:
    scores = pain(7, date(2026, 2, 1)), pain(4, PartialDate(2026, 3))
    answer = series(*scores, tool=aged(30)).trend(as_of=as_of)

    assert (answer.trend, [one.id for one in answer.reasons]) == (found, reasons)
    assert answer.age_days == (as_of - date(2026, 3, 1)).days


def test_a_tool_whose_scores_last_longer_than_the_calendar_has_no_old_ones() -> None:
    assert trend(pain(7, EARLY), pain(4, LATE), tool=aged(10**9)) is Trend.IMPROVING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PartialDate(2026, 3), LATE),
        (LATE, LATE),
        (datetime(2026, 3, 8, 9, tzinfo=UTC), LATE),
        (datetime(2026, 3, 8, 9, tzinfo=UTC), datetime(2026, 3, 8, 9, tzinfo=UTC)),
    ],
)
def test_where_nobody_can_tell_which_came_first_there_is_no_trend(
    first: object, second: object
) -> None:
    answer = series(pain(7, first), pain(4, second)).trend(as_of=date(2026, 3, 31))

    assert (answer.trend, [one.id for one in answer.reasons]) == (
        Trend.UNKNOWN,
        ["order_unknown"],
    )
    assert "nobody can tell which came first" in str(answer)


def test_where_both_are_alike_it_does_not_matter_which_came_first() -> None:
    assert trend(pain(4, LATE), pain(4, LATE)) is Trend.NO_CHANGE


def test_two_moments_of_one_day_are_told_apart() -> None:
    morning, evening = (datetime(2026, 3, 8, hour, tzinfo=UTC) for hour in (8, 20))

    assert trend(pain(7, morning), pain(4, evening)) is Trend.IMPROVING


def test_a_change_below_the_least_is_none() -> None:
    scores = series(pain(7, EARLY), pain(4, LATE))

    assert [scores.trend(as_of=DAY, least_change=least).trend for least in (3, 4)] == [
        Trend.IMPROVING,
        Trend.NO_CHANGE,
    ]


@pytest.mark.parametrize(
    ("as_of", "least", "error"),
    [
        (datetime(2026, 3, 8, tzinfo=UTC), 1, WrongType),
        (None, 1, WrongType),
        (DAY, "1", WrongType),
        (DAY, 0, InvalidValue),
    ],
)
def test_a_trend_is_asked_for_on_a_day(
    as_of: object, least: object, error: type[Exception]
) -> None:
    untyped: Any = {"as_of": as_of, "least_change": least}
    with pytest.raises(error):
        series().trend(**untyped)


@pytest.mark.parametrize(
    ("score", "part"),
    [
        (Score(tool="phq_9", points=4), "score of 'phq_9'"),
        (pain(11), "gives 0 to 10 points"),
        (pain(4, client_id="c-18"), "of client c-18"),
    ],
)
def test_what_is_of_another_tool_client_or_range_stands_in_no_series(
    score: Score, part: str
) -> None:
    with pytest.raises(InvalidValue, match=part) as caught:
        ScoreSeries(tool=PAIN, client_id="c-17", scores=(score,))

    assert caught.value.place == "$.scores[0]"


def test_two_clients_stand_in_no_series_of_nobody() -> None:
    with pytest.raises(InvalidValue, match="one series for each client"):
        series(pain(1, client_id="c-17"), pain(2), pain(3, client_id="c-18"))


def test_two_publications_of_one_score_stand_in_no_series() -> None:
    with pytest.raises(InvalidValue, match="one series for each tool"):
        ScoreSeries(tool=HOSPITAL_2016, scores=(Score(tool=HOSPITAL_2013.id, points=4),))


@given(
    days=st.lists(st.tuples(st.integers(0, 10), st.integers(0, 6)), max_size=6),
    data=st.data(),
)
def test_a_series_is_the_same_in_whatever_order_its_scores_come(
    days: list[tuple[int, int]], data: st.DataObject
) -> None:
    scores = [pain(points, EARLY + timedelta(days=day)) for points, day in days]
    other = data.draw(st.permutations(scores))

    assert series(*scores) == series(*other)
    assert series(*scores).trend(as_of=DAY) == series(*other).trend(as_of=DAY)


@given(first=st.integers(0, 10), second=st.integers(0, 10))
def test_the_mirror_of_getting_better_is_getting_worse(first: int, second: int) -> None:
    mirror = {
        Trend.IMPROVING: Trend.WORSENING,
        Trend.WORSENING: Trend.IMPROVING,
        Trend.NO_CHANGE: Trend.NO_CHANGE,
    }
    there = trend(pain(first, EARLY), pain(second, LATE))

    assert trend(pain(second, EARLY), pain(first, LATE)) is mirror[there]


def seen(key: str, value: object, happened: object = LATE, **more: object) -> Observation:
    """An observation of pain."""
    untyped: Any = {"what": "pain", "value": value, "happened": happened, **more}
    return Observation(id=key, **untyped)


def read(*entries: Observation, client_id: str | None = "c-17") -> ScoreSeries:
    """The series of pain that a record with these holds."""
    return read_series(Record(client_id=client_id, observations=entries), PAIN, as_of=DAY)


def test_a_record_holds_scores_and_each_cites_its_entry() -> None:
    found = read(seen("e-1", Quantity(7, "{score}"), EARLY), seen("e-2", Quantity("4.0")))

    assert [(one.points, one.cited) for one in found.scores] == [(7, ("e-1",)), (4, ("e-2",))]
    assert found.trend(as_of=DAY).trend is Trend.IMPROVING
    assert [fact.seen for fact in found.trend(as_of=DAY).reasons[0].facts] == [7, 4, "e-1", "e-2"]


@pytest.mark.parametrize(
    "value",
    [
        None,
        "severe",
        True,
        Quantity("4.5", "{score}"),
        Quantity(4, "mm"),
        Quantity(11),
        Quantity(-1),
    ],
)
def test_what_is_no_score_of_the_tool_does_not_vanish(value: object) -> None:
    found = read(seen("e-1", value))

    assert (found.scores, found.left_out) == ((), ("e-1",))


@pytest.mark.parametrize("happened", [None, PartialDate(2026, 3), PartialDate(2026)])
def test_what_cannot_be_placed_in_time_does_not_vanish(happened: object) -> None:
    assert read(seen("e-1", Quantity(4), happened)).left_out == ("e-1",)


def test_what_comes_later_is_not_known_yet() -> None:
    found = read(seen("e-1", Quantity(4), date(2026, 3, 11)))

    assert (found.scores, found.left_out) == ((), ())


def test_the_scores_of_another_client_are_left_out() -> None:
    found = read(seen("e-1", Quantity(4), client_id="c-18"), seen("e-2", Quantity(5)))

    assert ([one.points for one in found.scores], found.left_out) == ([5], ("e-1",))


def test_a_record_of_nobody_is_of_the_client_that_comes_first() -> None:
    found = read(
        seen("e-1", Quantity(4)),
        seen("e-2", Quantity(5), client_id="c-18"),
        seen("e-3", Quantity(6), client_id="c-19"),
        client_id=None,
    )

    assert (found.client_id, found.left_out) == ("c-18", ("e-3",))


def test_a_variant_is_never_read_as_another() -> None:
    entry = attrs.evolve(seen("e-1", Quantity(4, "{score}")), what="hospital_2013")
    record = Record(observations=(entry,))
    found = {
        tool.id: len(read_series(record, tool, as_of=DAY).scores)
        for tool in (HOSPITAL_2013, HOSPITAL_2016)
    }

    assert found == {"hospital_2013": 1, "hospital_2016": 0}


@pytest.mark.parametrize(
    ("tool", "points", "urgent", "untold"),
    [
        (PHQ_9, 0, Verdict.NOT_MET, ()),
        (PHQ_9, 8, Verdict.UNKNOWN, ("self_harm",)),
        (FOUR_AT, 3, Verdict.NOT_MET, ()),
        (FOUR_AT, 4, Verdict.MET, ()),
    ],
)
def test_of_a_total_alone_nobody_can_tell_how_the_ninth_question_was_answered(
    tool: ScoreTool, points: int, urgent: Verdict, untold: tuple[str, ...]
) -> None:
    entry = Score(tool=tool.id, points=points, taken=LATE).to_observation("e-1")
    (score,) = read_series(Record(observations=(entry,)), tool, as_of=DAY).scores

    assert (score.is_urgent, score.untold) == (urgent, untold)


@given(points=st.integers(0, 10), day=st.dates(EARLY, LATE))
def test_a_score_that_was_written_down_can_be_read_back(points: int, day: date) -> None:
    score = pain(points, day, client_id="c-17", name="pain")
    (again,) = read(score.to_observation("e-1")).scores

    assert again == attrs.evolve(score, cited=("e-1",))


@pytest.mark.parametrize(
    ("record", "tool", "as_of"),
    [
        (None, PAIN, DAY),
        (Record(), "pain", DAY),
        (Record(), PAIN, datetime(2026, 3, 8, tzinfo=UTC)),
    ],
)
def test_a_series_is_read_from_a_record_for_a_tool_on_a_day(
    record: object, tool: object, as_of: object
) -> None:
    untyped: Any = (record, tool, as_of)
    with pytest.raises(WrongType):
        read_series(untyped[0], untyped[1], as_of=untyped[2])


def test_a_series_reads_well() -> None:
    found = attrs.evolve(series(pain(7, EARLY, band="severe"), pain(4)), left_out=("e-3",))

    assert str(found) == (
        "Pain\n====\n\n"
        "taken       points  band\n"
        "----------  ------  ------\n"
        "unknown     4       –\n"
        "2026-03-01  7       severe\n\n"
        "Left out: e-3."
    )


def test_an_empty_series_says_so() -> None:
    assert str(series()) == "Pain\n====\n\nNo score."
