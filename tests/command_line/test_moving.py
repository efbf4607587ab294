"""`transition`: what must be so before a move, what is due around it, and who may do what."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from carecore.catalogue import STANDARD
from carecore.codec import dumps
from carecore.plans import CarePlan
from carecore.record import Event, EventKind
from carecore.testing.traveller import traveller_plan
from carecore.testing.traveller.later import escort_licence_ends, traveller_later
from carecore.transitions import Override, TransitionState, gates_for
from carecore.travel import Journey

from .plans import CLEAN, MARKER, MOVING
from .talk import LATER, NOW, answered, documents, refused, run, told, typed, written


def only(*arguments: str, status: int = 0) -> dict[str, Any]:
    """What is found about the one transition that is asked about."""
    (found,) = documents("transition", *arguments, status=status)
    return found


def test_every_open_move_is_told_with_what_it_waits_for(tmp_path: Path) -> None:
    text = told("transition", written(MOVING, tmp_path), *NOW, status=3)

    assert text.startswith("Is t-home ready? (as of 2026-11-24T05:00:00-05:00)\n")
    assert ("Waits for" in text, "t-old" in text) == (True, False)


def test_without_holidays_it_says_that_nothing_due_was_asked(tmp_path: Path) -> None:
    path = written(MOVING, tmp_path)

    text = told("transition", path, *NOW, status=3)
    found = only(path, *NOW, status=3)

    assert text.endswith(
        "\n\nwhat is due was not asked, because nobody said which days are worked. "
        "Maybe --holiday DAY for each holiday, or --holiday none.\n"
    )
    assert (found["deadlines"], len(found["notes"])) == (None, 1)


def test_with_holidays_what_is_due_is_told(tmp_path: Path) -> None:
    path = written(MOVING, tmp_path)

    text = told("transition", path, *NOW, "--holiday", "2026-11-26", status=3)
    found = only(path, *NOW, "--holiday", "none", status=3)

    assert "What is due around t-home" in text
    assert (found["deadlines"]["$type"], found["notes"]) == ("DeadlineList", [])


def test_a_move_that_is_over_is_asked_by_its_id(tmp_path: Path) -> None:
    found = only(written(MOVING, tmp_path), "t-old", *NOW, status=3)

    assert (found["transition"], found["state"]) == ("t-old", "completed")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (CLEAN, "Nothing to ask: there is none."),
        (MOVING.without_transition("t-home"), "Nothing to ask: of 1, none is open."),
    ],
)
def test_where_no_move_is_open_there_is_nothing_to_ask(
    plan: CarePlan, said: str, tmp_path: Path
) -> None:
    path = written(plan, tmp_path)

    assert said in told("transition", path, *NOW)
    assert documents("transition", path, *NOW) == []


@pytest.mark.parametrize("state", [TransitionState.DECLINED, TransitionState.CANCELLED])
def test_a_move_that_was_called_off_is_not_open(state: TransitionState, tmp_path: Path) -> None:
    off = attrs.evolve(MOVING.transition("t-home"), state=state)

    assert documents("transition", written(MOVING.with_transition(off), tmp_path), *NOW) == []


def passed_over(plan: CarePlan) -> CarePlan:
    """A plan whose open move waits for nothing, because somebody said so."""
    home = plan.transition("t-home")
    word = Override(by=home.deciders[0], at=home.moves[0].at, because="no_home_visit_possible")
    gates = [attrs.evolve(one, override=word) for one in gates_for(home, STANDARD.gates)]
    return plan.with_transition(attrs.evolve(home, gates=gates))


def test_a_move_that_waits_for_nothing_is_no_fault(tmp_path: Path) -> None:
    path = written(passed_over(MOVING), tmp_path)

    found = only(path, *NOW, "--holiday", "none")

    assert {one["standing"] for one in found["readiness"]["gates"]} == {"overridden"}


def test_a_deadline_that_is_missed_is_something_to_look_at(tmp_path: Path) -> None:
    came = Event(
        id="e-9",
        client_id="c-17",
        kind=EventKind.ADMISSION,
        happened=datetime(2026, 11, 16, 15, tzinfo=UTC),
        setting="acute_ward",
    )
    path = written(passed_over(MOVING).with_entries(came), tmp_path)

    found = only(path, *NOW, "--holiday", "none", status=3)

    states = {one["clock"]: one.get("state") for one in found["deadlines"]["readings"]}
    assert "missed" in states.values()


def test_the_traveller_waits_for_the_hand_over_and_her_journey_can_begin(tmp_path: Path) -> None:
    path = written(traveller_later(), tmp_path)

    found = only(path, "t-fly", *LATER, status=3)

    standing = {one["gate"]: one["standing"] for one in found["readiness"]["gates"]}
    assert standing["hand_over_read_back"] == "unmet"
    assert {one["verdict"] for one in found["journey"]["rows"]} == {"met"}


def test_a_journey_that_cannot_begin_is_something_to_look_at(tmp_path: Path) -> None:
    plan = escort_licence_ends(traveller_later())

    text = told("transition", written(plan, tmp_path), "t-fly", *LATER, status=3)

    assert "Can j-1 begin?" in text
    assert "escort licence" in text.partition("Stands against it")[2].partition("As it has")[0]


def test_a_ready_move_whose_journey_cannot_begin_is_something_to_look_at(tmp_path: Path) -> None:
    plan = passed_over(MOVING).with_journey(Journey(id="j-1", client_id="c-17"))
    home = attrs.evolve(plan.transition("t-home"), journey="j-1")

    found = only(written(plan.with_transition(home), tmp_path), *NOW, status=3)

    assert [row["check"] for row in found["journey"]["rows"] if row["verdict"] == "not_met"] != []


def test_a_journey_that_the_plan_does_not_have_is_said_to_be_missing(tmp_path: Path) -> None:
    home = attrs.evolve(MOVING.transition("t-home"), journey="j-9")
    path = written(MOVING.with_transition(home), tmp_path)

    text = told("transition", path, *NOW, "--holiday", "none", status=3)
    found = only(path, *NOW, "--holiday", "none", status=3)

    assert text.endswith("\n\nthere is no journey 'j-9'.\n")
    assert (found["journey"], found["notes"]) == (None, ["there is no journey 'j-9'."])


def test_somebody_sees_which_moves_they_may_make_and_why_not_the_others(tmp_path: Path) -> None:
    path = written(MOVING, tmp_path)

    text = told("transition", path, *NOW, "--by", "p-1", status=3)
    found = only(path, *NOW, "--by", "p-1", status=3)

    assert "Which moves of t-home p-1 may make (planned)" in text
    assert [one["move"] for one in found["moves"] if one["is_allowed"]] == ["offer", "cancel"]


def test_whoever_has_no_part_in_it_may_make_no_move(tmp_path: Path) -> None:
    path = written(traveller_plan(), tmp_path)

    found = only(path, "t-fly", *NOW, "--by", "p-hana", status=3)

    assert {one["is_allowed"] for one in found["moves"]} == {False}


def test_without_anybody_no_moves_are_told(tmp_path: Path) -> None:
    assert only(written(MOVING, tmp_path), *NOW, status=3)["moves"] is None


def test_without_a_moment_it_is_asked_about_now(tmp_path: Path) -> None:
    found = only(written(MOVING, tmp_path), status=3)

    assert found["readiness"]["as_of"].endswith("[America/New_York]")


def test_a_plan_is_read_from_what_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, dumps(MOVING).encode())

    assert only("-", *NOW, status=3)["transition"] == "t-home"


def test_nothing_personal_is_shown(tmp_path: Path) -> None:
    path = written(MOVING, tmp_path)
    for format_ in ("text", "json"):
        _, out, err = answered("transition", path, *NOW, "--by", "c-17", "--format", format_)
        assert (bool(out), MARKER in out + err) == (True, False)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("t-hom",), "there is no transition 't-hom'. Maybe 't-home' or 't-old'."),
        (("--by", "p-3"), "there is no person 'p-3'. Maybe 'p-2' or 'p-1'."),
        (("--by", ""), "there is no person ''."),
        (
            ("t-hom", "--by", "p-3"),
            "there is no transition 't-hom'. Maybe 't-home' or 't-old'. there",
        ),
        (
            ("--as-of", "2026-11-24"),
            "'2026-11-24' is no moment with a time zone. Maybe 2026-11-24T",
        ),
        (("--as-of", "2026-11-24T10:00"), "'2026-11-24T10:00' is no moment with a time zone."),
        (("--as-of", "soon", "--holiday", "x"), "'soon' is no moment with a time zone. Maybe 20"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    arguments: tuple[str, ...], line: str, tmp_path: Path
) -> None:
    assert refused("transition", written(MOVING, tmp_path), *arguments).startswith(line)


def test_a_process_ends_with_the_status_of_what_is_not_ready() -> None:
    done = run("transition", "-", *NOW, given=dumps(MOVING).encode())

    assert (done.returncode, done.stderr) == (3, b"")
