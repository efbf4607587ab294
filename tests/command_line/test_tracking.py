"""`track`: how far a recovery has come, what is late, and what that moves."""

from datetime import date
from pathlib import Path

import attrs
import pytest

from carecore.codec import dumps, loads
from carecore.plans import CarePlan
from carecore.recovery import Tracking
from carecore.testing.traveller import traveller_plan

from .plans import CLEAN, MARKER, PATHWAY, RECOVERING
from .talk import answered, document, refused, run, told, typed, written

AT = ("--as-of", "2026-11-20")


def states(found: dict[str, object]) -> dict[str, str]:
    """How each milestone stands."""
    listed = found["milestones"]
    assert isinstance(listed, list)
    return {one["id"]: one["state"] for one in listed}


def test_a_recovery_is_told_with_every_milestone(tmp_path: Path) -> None:
    text = told("track", written(RECOVERING, tmp_path), *AT)

    assert text.startswith("Recovery tl-1 for c-17 (as of 2026-11-20)\n")
    assert "2 of 3 milestones are reached or waived, 0 are late." in text


def test_what_was_written_down_later_can_be_left_out_and_then_the_recovery_is_late(
    tmp_path: Path,
) -> None:
    path = written(RECOVERING, tmp_path)

    now = document("track", path, *AT)
    then = document("track", path, *AT, "--known-at", "2026-11-20", status=3)

    assert (states(now)["first_steps"], states(then)["first_steps"]) == ("reached", "overdue")
    assert (now["end_forecast"], then["end_forecast"]) == ("2026-11-23", "2026-11-25")


def test_the_text_of_a_late_recovery_says_what_to_look_at_again(tmp_path: Path) -> None:
    path = written(RECOVERING, tmp_path)

    text = told("track", path, *AT, "--known-at", "2026-11-20", status=3)

    assert "1 is late. The end is on 2026-11-25, 3 days later than planned." in " ".join(
        text.split()
    )
    assert "First steps (first_steps), 1 day after its last day" in text


def test_what_could_never_be_kept_is_something_to_look_at(tmp_path: Path) -> None:
    timeline = RECOVERING.timeline
    assert timeline is not None
    first, steps, home = timeline.milestones
    early = attrs.evolve(home, window=steps.window)
    plan = RECOVERING.with_timeline(attrs.evolve(timeline, milestones=(first, steps, early)))

    assert "Could never be kept" in told("track", written(plan, tmp_path), *AT, status=3)


def test_a_tracking_as_json_is_read_back_as_one(tmp_path: Path) -> None:
    _, out, _ = answered("track", written(RECOVERING, tmp_path), *AT, "--format", "json")

    assert loads(out, Tracking).as_of == date(2026, 11, 20)


def test_the_plan_of_the_traveller_is_on_its_way(tmp_path: Path) -> None:
    path = written(traveller_plan(), tmp_path)

    assert document("track", path, "--as-of", "2026-11-24")["timeline"] == "hip_fracture"


def test_without_a_day_it_is_asked_about_today(tmp_path: Path) -> None:
    _, out, _ = answered("track", written(RECOVERING, tmp_path), "--format", "json")

    assert loads(out, Tracking).as_of >= date(2026, 11, 23)


@pytest.mark.parametrize("holidays", [("none",), ("2026-11-26",)])
def test_a_timeline_that_counts_business_days_takes_holidays(
    holidays: tuple[str, ...], tmp_path: Path
) -> None:
    started = PATHWAY.start("c-17", anchor=date(2026, 11, 24))
    path = written(RECOVERING.with_timeline(started), tmp_path)

    line = refused("track", path, *AT)
    found = document("track", path, *AT, "--holiday", *holidays)

    assert line == (
        "the timeline 'generic_discharge' counts business days. "
        "Maybe --holiday DAY for each holiday, or --holiday none."
    )
    assert found["timeline"] == "generic_discharge"


def test_nothing_personal_is_shown(tmp_path: Path) -> None:
    for format_ in ("text", "json"):
        _, out, err = answered("track", written(RECOVERING, tmp_path), *AT, "--format", format_)
        assert (bool(out), MARKER in out + err) == (True, False)


NO_TIMELINE = (
    "$.timeline: the plan 'plan-1' has no timeline. Maybe start it from a pathway. "
    "$.record: the plan 'plan-1' has no record, so nothing shows how far it has come. "
    "Maybe an empty one, if nothing happened."
)


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (CLEAN, NO_TIMELINE),
        (
            attrs.evolve(RECOVERING, record=None),
            NO_TIMELINE[NO_TIMELINE.index("$.record") :],
        ),
    ],
)
def test_a_plan_that_says_nothing_of_a_recovery_is_refused(
    plan: CarePlan, line: str, tmp_path: Path
) -> None:
    assert refused("track", written(plan, tmp_path), *AT) == line


def test_a_timeline_that_runs_in_a_circle_is_refused_with_its_ids(tmp_path: Path) -> None:
    timeline = RECOVERING.timeline
    assert timeline is not None
    back = attrs.evolve(timeline.links[0], before="home", after="surgery")
    plan = RECOVERING.with_timeline(attrs.evolve(timeline, links=(*timeline.links, back)))

    line = refused("track", written(plan, tmp_path), *AT)

    assert ("$.links" in line, "surgery" in line) == (True, True)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--as-of", "2026-11-24T10:00+00:00"), "'2026-11-24T10:00+00:00' is no day."),
        (("--as-of", ""), "'' is no day."),
        (("--known-at", "yesterday"), "'yesterday' is no day."),
        (("--as-of", "2026-1-5"), "'2026-1-5' is no day."),
        (("--as-of", "20260105"), "'20260105' is no day."),
        (("--holiday", "x"), "'x' is no day."),
    ],
)
def test_a_day_that_is_none_is_said_to_be_none(
    arguments: tuple[str, ...], line: str, tmp_path: Path
) -> None:
    said = refused("track", written(RECOVERING, tmp_path), *arguments)

    assert said == f"{line} Maybe 2026-11-23."


def test_all_that_is_wrong_is_told_at_once() -> None:
    line = refused("track", "nowhere.json", "--as-of", "x", "--known-at", "y", "--holiday", "z")

    assert [word for word in ("nowhere.json", "x", "y", "z") if f"'{word}'" not in line] == []


def test_a_plan_is_read_from_what_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, dumps(RECOVERING).encode())

    assert document("track", "-", *AT)["timeline"] == "tl-1"


def test_a_process_ends_with_the_status_of_what_is_late() -> None:
    given = dumps(RECOVERING).encode()

    late = run("track", "-", *AT, "--known-at", "2026-11-20", given=given)

    assert (late.returncode, late.stderr) == (3, b"")
