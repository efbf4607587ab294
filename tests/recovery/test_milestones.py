"""Milestones, links and waivers: what they take, and what means nothing."""

from datetime import date

import pytest

from carecore.base.calendars import Window
from carecore.base.timing import Offset, PartialDate
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.recovery import EvidenceGrade, Link, Milestone, Waiver

from .samples_recovery import MILESTONE


def linked(minimum: Offset | None = None, maximum: Offset | None = None) -> Link:
    """A link with these times."""
    return Link(before="a", after="b", minimum=minimum, maximum=maximum)


def test_a_milestone_needs_an_id_and_a_name_only() -> None:
    bare = Milestone(id="home", name="Back home")

    assert (bare.window, bare.evidence, bare.waived, bare.grade, bare.sources) == (
        None,
        None,
        None,
        None,
        (),
    )


def test_a_milestone_shows_its_id_and_not_what_somebody_noted() -> None:
    assert repr(MILESTONE) == "<Milestone surgery>"


def test_a_milestone_whose_name_is_blank_is_refused() -> None:
    with pytest.raises(InvalidValue, match="the name of a Milestone is blank"):
        Milestone(id="home", name=" ")


@pytest.mark.parametrize(
    "window",
    [Window(Offset(hours=36)), Window(None, Offset(hours=36)), Window(Offset(minutes=-5))],
)
def test_a_window_that_counts_hours_is_refused_since_a_milestone_is_a_day(window: Window) -> None:
    with pytest.raises(InvalidValue, match="counts hours") as caught:
        Milestone(id="home", name="Back home", window=window)

    assert caught.value.place == "$.window"


@pytest.mark.parametrize("offset", [Offset(months=1), Offset(years=1), Offset(business_days=2)])
def test_a_window_may_count_months_and_business_days(offset: Offset) -> None:
    window = Window(None, offset)

    assert Milestone(id="home", name="Back home", window=window).window == window


def test_a_waiver_says_who_when_and_why() -> None:
    waiver = Waiver(by="p-1", at=date(2026, 3, 1), because="client_declines")

    assert (waiver.by, waiver.at, waiver.because) == (
        "p-1",
        PartialDate(2026, 3, 1),
        "client_declines",
    )


def test_a_waiver_gives_its_reason_in_a_word_of_the_field() -> None:
    with pytest.raises(InvalidValue, match="not snake_case"):
        Waiver(by="p-1", at=date(2026, 3, 1), because="She does not want it.")


def test_a_link_without_times_takes_no_time_at_least_and_any_at_most() -> None:
    plain = Link(before="surgery", after="home")

    assert (plain.minimum_days, plain.maximum_days) == (0, None)


def test_weeks_are_seven_days_each() -> None:
    link = Link(
        before="surgery",
        after="home",
        minimum=Offset(weeks=1, days=2),
        maximum=Offset(weeks=2),
    )

    assert (link.minimum_days, link.maximum_days) == (9, 14)


@pytest.mark.parametrize("name", ["minimum", "maximum"])
@pytest.mark.parametrize(
    "lag",
    [Offset(months=1), Offset(hours=1), Offset(business_days=1), Offset(business_days=0)],
)
def test_a_link_counts_days_and_weeks_only(name: str, lag: Offset) -> None:
    with pytest.raises(InvalidValue, match="it counts days or weeks") as caught:
        linked(**{name: lag})

    assert caught.value.place == f"$.{name}"


@pytest.mark.parametrize("name", ["minimum", "maximum"])
def test_a_link_does_not_go_back_in_time(name: str) -> None:
    with pytest.raises(InvalidValue, match="a step back"):
        linked(**{name: Offset(days=-1)})


def test_a_link_that_takes_less_at_most_than_at_least_is_refused() -> None:
    with pytest.raises(InvalidValue, match="at most P2D and at least P3D"):
        Link(before="a", after="b", minimum=Offset(days=3), maximum=Offset(days=2))


def test_a_link_may_take_exactly_so_many_days() -> None:
    link = Link(before="a", after="b", minimum=Offset(days=3), maximum=Offset(days=3))

    assert (link.minimum_days, link.maximum_days) == (3, 3)


def test_a_link_to_itself_is_built_because_a_record_may_hold_one() -> None:
    assert Link(before="a", after="a").after == "a"


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"id": 3}, "$.id"),
        ({"window": Offset(days=1)}, "$.window"),
        ({"stage": ""}, "$.stage"),
        ({"evidence": "surgery"}, "$.evidence"),
        ({"waived": True}, "$.waived"),
        ({"grade": "guideline"}, "$.grade"),
        ({"note": None}, "$.note"),
    ],
)
def test_a_milestone_says_which_field_is_wrong(parts: dict[str, object], place: str) -> None:
    given: dict[str, object] = {"id": "home", "name": "Back home", **parts}
    with pytest.raises(CareError) as caught:
        Milestone(**given)  # type: ignore[arg-type] # wrong on purpose

    assert caught.value.place == place


def test_a_time_that_is_no_offset_is_refused() -> None:
    with pytest.raises(WrongType, match=r"\$\.minimum"):
        Link(before="a", after="b", minimum=3)  # type: ignore[arg-type] # wrong on purpose


def test_there_are_four_grades_of_evidence() -> None:
    assert [grade.value for grade in EvidenceGrade] == [
        "guideline",
        "institution",
        "patient_information",
        "own",
    ]
