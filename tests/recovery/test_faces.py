"""What schedules, trackings and help look like: in text, in a notebook, in a sentence."""

from carecore.base.outline import Bars, Section, to_text
from carecore.recovery import Conflict, ConflictKind, schedule, track, what_would_help

from .lines import day, done, line, link, milestone, record
from .samples_recovery import CONFLICT, TRACKING

LINE = line(
    milestone("surgery", 0, 1),
    "steps",
    milestone("home", None, 6),
    links=[link("surgery", "steps", 1), link("steps", "home", 3)],
)


def test_a_schedule_is_a_table_of_days() -> None:
    assert (
        str(schedule(LINE))
        == """\
Schedule of t-1
===============

It counts from 2026-03-02 and ends on 2026-03-06, 4 days later. What moves the
end if it comes later: surgery, steps, home.

Milestone    Id       Earliest    Latest      Slack
-----------  -------  ----------  ----------  -----------
The surgery  surgery  2026-03-02  2026-03-02  0, critical
The steps    steps    2026-03-03  2026-03-03  0, critical
The home     home     2026-03-06  2026-03-06  0, critical"""
    )


def test_what_cannot_be_kept_stands_below_the_table() -> None:
    broken = line("surgery", milestone("home", 0, 1), links=[link("surgery", "home", 2)])

    assert str(schedule(broken)).endswith("""\
Cannot be kept
--------------

- home: 1 day after its window at the earliest, because of surgery""")


def test_an_empty_schedule_says_so_much_as_it_can() -> None:
    assert (
        str(schedule(line()))
        == """\
Schedule of t-1
===============

It counts from 2026-03-02 and ends on 2026-03-02, 0 days later."""
    )


def test_a_tracking_is_a_table_of_states_and_bars_of_days() -> None:
    assert (
        str(track(LINE, record(done("surgery", 1)), as_of=day(8)))
        == """\
Recovery t-1 for c-17 (as of 2026-03-10)
========================================

1 of 3 milestones are reached or waived, 2 are late. The end is on 2026-03-13, 7
days later than planned.

Milestone    Id       State    Last day    Reached or forecast  Late
-----------  -------  -------  ----------  -------------------  ----
The surgery  surgery  reached  2026-03-03  2026-03-03           –
The steps    steps    overdue  2026-03-03  2026-03-10           7
The home     home     blocked  2026-03-08  2026-03-13           2

Days from the anchor
--------------------

The surgery  █░░░░░░░░░  1 of 11   reached
The steps    ███████░░░  8 of 11   overdue
The home     ██████████  11 of 11  blocked

To look at again
----------------

- The steps (steps), 7 days after its last day: steps is not recorded from
  2026-03-02 to 2026-03-10
- The home (home), 2 days after its last day: it waits for steps; home is not
  recorded from 2026-03-02 to 2026-03-10"""
    )


def test_a_tracking_in_which_one_is_late_says_so_and_counts_backwards_where_it_can() -> None:
    early = track(LINE, record(done("surgery", 0), done("steps", 0)), as_of=day(0))
    late = track(line(milestone("a", 0, 1), milestone("b", 9)), record(), as_of=day(2))

    texts = [str(one).replace("\n", " ") for one in (early, late)]
    assert "0 are late. The end is on 2026-03-05, 1 day earlier than planned." in texts[0]
    assert "0 of 2 milestones are reached or waived, 1 is late." in texts[1]
    assert "as planned." in texts[1]


def test_a_tracking_says_what_could_never_be_kept_and_what_is_too_old() -> None:
    text = to_text(TRACKING.outline(), 120)

    assert "overdue (stale)" in text
    assert "Could never be kept" in text


def test_a_tracking_of_nobody_in_particular_without_milestones_is_short() -> None:
    nobody = track(line(), record(), as_of=day(0)).outline(full=True)

    assert to_text(nobody).startswith("Recovery t-1 for c-17 (as of 2026-03-02)")
    assert len(nobody.parts) == 1


def test_a_bar_begins_at_the_anchor_and_ends_at_the_day_of_the_milestone() -> None:
    timeline = line(milestone("class", -9, -7), milestone("a", 3, waived=True), milestone("b", 5))

    outline = track(timeline, record(done("class", -8)), as_of=day(0)).outline()
    (section,) = (part for part in outline.parts if isinstance(part, Section))
    (bars,) = section.parts
    assert isinstance(bars, Bars)
    assert [(bar.label, bar.value, bar.maximum, bar.note) for bar in bars.bars] == [
        ("The class", 0, 5, "reached"),
        ("The a", 0, 5, "waived"),
        ("The b", 5, 5, "waiting"),
    ]


def test_help_is_a_table_of_what_the_end_hangs_on() -> None:
    assert (
        str(what_would_help(LINE))
        == """\
What would help t-1
===================

It ends on 2026-03-06. The home (home) can bring that forward by 3 days.

Milestone    Id       Day         Days sooner  Why
-----------  -------  ----------  -----------  ---------------------------------
The home     home     2026-03-06  3            it waits for steps; up to 3 days
                                               less would bring the end as much
                                               forward
The steps    steps    2026-03-03  1            it waits for surgery; up to 1 day
                                               less would bring the end as much
                                               forward
The surgery  surgery  2026-03-02  0            its window, or the anchor, allows
                                               it no sooner"""
    )


def test_help_for_another_end_names_it_and_the_day_asked_about() -> None:
    text = str(what_would_help(LINE, record(), as_of=day(9), until="surgery"))

    assert text.startswith("""\
What would help t-1 (as of 2026-03-11)
======================================

surgery is expected on 2026-03-11. No single milestone brings that forward.""")


def test_help_for_what_has_no_milestones_is_one_sentence() -> None:
    assert len(what_would_help(line()).outline(full=True).parts) == 1


def test_a_conflict_is_one_line() -> None:
    assert str(CONFLICT) == "home: 2 days after its window at the earliest, because of surgery"
    most = Conflict(
        kind=ConflictKind.MAXIMUM, milestone="home", because=("surgery", "wound"), days=1
    )
    assert str(most) == (
        "home: 1 day after the most time that its link allows at the earliest, because of "
        "surgery, wound"
    )
    alone = Conflict(kind=ConflictKind.WINDOW, milestone="home", days=1)
    assert str(alone) == "home: 1 day after its window at the earliest"


def test_a_notebook_is_given_text_markdown_and_html() -> None:
    faces = schedule(LINE)._repr_mimebundle_()

    assert set(faces) == {"text/plain", "text/markdown", "text/html"}
    assert "<th" in faces["text/html"]
