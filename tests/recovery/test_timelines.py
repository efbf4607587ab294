"""Timelines and pathways: what is done to them, and what they tell of themselves."""

from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import attrs
import pytest

from carecore.base.calendars import Window
from carecore.base.timing import Offset
from carecore.errors import UnknownId, WrongType
from carecore.recovery import Milestone, Pathway, Timeline, Waiver

from ..counting import calls
from .lines import ANCHOR, line, link, milestone
from .samples_recovery import PATHWAY, TIMELINE

LINE = line("surgery", "steps", "home", links=[link("surgery", "steps"), link("steps", "home")])


def test_a_milestone_is_found_by_its_id() -> None:
    assert LINE.milestone("steps") == milestone("steps")


def test_a_milestone_that_is_not_there_is_refused_with_what_looks_like_it() -> None:
    with pytest.raises(UnknownId, match="Maybe 'surgery'"):
        LINE.milestone("surgerie")


def test_of_two_milestones_with_one_id_the_first_is_found() -> None:
    first, second = milestone("home", 1), milestone("home", 2)

    assert line(first, second).milestone("home") == first


def test_a_new_milestone_comes_last_and_brings_its_links() -> None:
    longer = LINE.with_milestone(milestone("work"), link("home", "work", 14))

    assert longer.ids == ("surgery", "steps", "home", "work")
    assert longer.links == (*LINE.links, link("home", "work", 14))


def test_a_milestone_takes_the_place_of_the_one_with_its_id() -> None:
    changed = milestone("steps", 1, 2)

    assert LINE.with_milestone(changed).milestones == (
        milestone("surgery"),
        changed,
        milestone("home"),
    )


def test_a_milestone_takes_the_place_of_all_that_have_its_id() -> None:
    twice = line("surgery", "home", "steps", "home")

    assert twice.with_milestone(milestone("home", 3)).ids == ("surgery", "home", "steps")


def test_a_milestone_goes_with_the_links_to_and_from_it() -> None:
    shorter = LINE.without_milestone("steps")

    assert (shorter.ids, shorter.links) == (("surgery", "home"), ())


def test_what_is_not_there_cannot_go() -> None:
    with pytest.raises(UnknownId, match="Maybe 'steps'"):
        LINE.without_milestone("step")


def test_a_milestone_is_waived_in_its_place() -> None:
    waiver = Waiver(by="p-1", at=ANCHOR, because="client_declines")

    waived = LINE.waived("steps", waiver)
    assert waived.ids == LINE.ids
    assert waived.milestone("steps") == attrs.evolve(milestone("steps"), waived=waiver)


def test_another_anchor_forgets_the_event_of_the_old_one() -> None:
    moved = TIMELINE.re_anchored(date(2026, 4, 1))

    assert (moved.anchor, moved.anchor_event) == (date(2026, 4, 1), None)
    assert TIMELINE.re_anchored(date(2026, 4, 1), event="e-9").anchor_event == "e-9"


def test_an_anchor_is_a_day() -> None:
    with pytest.raises(WrongType, match="days are counted"):
        LINE.re_anchored(datetime(2026, 4, 1, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (None, False),
        (Window(), False),
        (Window(Offset(days=1), Offset(days=2)), False),
        (Window(Offset(business_days=1)), True),
        (Window(None, Offset(business_days=0)), True),
    ],
)
def test_a_timeline_knows_whether_it_counts_business_days(
    window: Window | None, *, expected: bool
) -> None:
    timeline = line(Milestone(id="call", name="Called", window=window))

    assert timeline.counts_business_days is expected


def test_a_sound_timeline_has_no_circles() -> None:
    assert LINE.circles == ()


def test_every_knot_of_circles_is_told_once_from_its_smallest_id_on() -> None:
    tangled = line(
        "b",
        "a",
        "c",
        "e",
        "d",
        "f",
        links=[
            link("c", "b"),
            link("b", "a"),
            link("a", "c"),
            link("c", "d"),
            link("d", "e"),
            link("e", "d"),
            link("f", "f"),
            link("f", "nowhere"),
        ],
    )

    assert tangled.circles == (("a", "c", "b"), ("d", "e"), ("f",))


def test_circles_do_not_depend_on_the_order_of_links_and_milestones() -> None:
    links = [link("a", "b"), link("b", "c"), link("c", "a"), link("b", "d"), link("d", "b")]
    one, other = line(*"abcd", links=links), line(*"dcba", links=links[::-1])

    assert one.circles == other.circles


def test_of_circles_that_hang_together_each_is_looked_at_once() -> None:
    def ladder(rungs: int) -> Timeline:
        keys = [f"m{number}" for number in range(rungs)]
        both = (one for pair in pairwise(keys) for one in (link(*pair), link(*pair[::-1])))
        return line(*keys, links=[*both, *(link(key, key) for key in keys)])

    short, long = ladder(10), ladder(100)
    assert long.circles == tuple(sorted((f"m{number}",) for number in range(100)))
    assert calls(lambda: long.circles) < 12 * calls(lambda: short.circles)


def test_links_that_lead_into_circles_are_in_none_of_them() -> None:
    knots = [link(*pair) for one in "bcd" for pair in ((one, one * 2), (one * 2, one))]
    tangled = line(
        *("a", "b", "bb", "c", "cc", "d", "dd"),
        links=[*knots, link("b", "a"), link("c", "a"), link("d", "a")],
    )

    assert tangled.circles == (("b", "bb"), ("c", "cc"), ("d", "dd"))


def test_links_told_again_with_their_milestone_are_not_doubled() -> None:
    longer = LINE.with_milestone(milestone("work"), link("home", "work", 14))

    assert longer.with_milestone(milestone("work"), link("home", "work", 14)) == longer


@pytest.mark.parametrize("parts", [("work",), (milestone("work"), "home"), (None,)])
def test_only_a_milestone_and_links_come_on_a_timeline(parts: tuple[object, ...]) -> None:
    untyped: Any = parts
    with pytest.raises(WrongType):
        LINE.with_milestone(*untyped)


@pytest.mark.parametrize("key", [None, 3, b"home"])
def test_the_id_of_a_milestone_is_text(key: object) -> None:
    untyped: Any = key
    with pytest.raises(WrongType, match=r"^the id of a milestone is "):
        LINE.milestone(untyped)


def test_a_timeline_and_a_pathway_show_their_ids() -> None:
    assert (repr(TIMELINE), repr(PATHWAY)) == ("<Timeline t-1>", "<Pathway hip_fracture>")


def test_a_pathway_gives_everything_it_has_to_the_timeline() -> None:
    timeline = PATHWAY.start("c-17", anchor=ANCHOR, timeline_id="t-1", anchor_event="e-1")

    assert timeline == TIMELINE


def test_a_timeline_is_named_after_its_pathway_if_nobody_names_it() -> None:
    timeline = PATHWAY.start(None, anchor=ANCHOR)

    assert (timeline.id, timeline.client_id, timeline.anchor_event) == ("hip_fracture", None, None)


def test_a_template_applied_twice_gives_equal_values_and_doubles_nothing() -> None:
    once, again = (PATHWAY.start("c-17", anchor=ANCHOR) for _ in "ab")

    assert once == again
    assert hash(once) == hash(again)
    assert len(once.milestones) == len(PATHWAY.milestones)


def test_nothing_of_a_template_is_dropped_when_it_is_applied() -> None:
    timeline = PATHWAY.start("c-17", anchor=ANCHOR)

    assert (timeline.milestones, timeline.links) == (PATHWAY.milestones, PATHWAY.links)


def test_a_pathway_says_from_which_day_it_counts() -> None:
    with pytest.raises(ValueError, match="index day"):
        attrs.evolve(PATHWAY, index_day="")
    assert isinstance(PATHWAY, Pathway)
