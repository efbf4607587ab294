"""What is no plan is refused by each command about plans: in one line, with every place."""

from pathlib import Path

import pytest

from carecore.codec import dumps
from carecore.testing.traveller import traveller_plan

from .plans import CLIENT, MARKER, MOVING, RECOVERING
from .talk import refused, run, typed

COMMANDS = ("check", "track", "transition")
CUT = dumps(RECOVERING).encode()

HALF_WRONG = b"""{
    "id": "",
    "client": {"id": "c-17", "zone": "Mars/Base"},
    "status": "sleeping",
    "goals": [{"id": "goal-1"}, {"id": 2}],
    "period": {"start": "2026-02-30"}
}"""
BACKWARDS = b"""{
    "id": "plan-1",
    "client": {"id": "c-17"},
    "period": {"start": "2026-03-02", "end": "2026-03-01"}
}"""

DOCUMENTS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "nothing": (b"", ("Maybe",)),
    "cut": (CUT[: len(CUT) // 2], ("the document breaks off",)),
    "no JSON": (b"Dear doctor, the plan is on page 2.", ("Maybe",)),
    "no text": (b"\xff\xfe{", ("the document is not UTF-8",)),
    "a list": (b"[]", ("list",)),
    "another type": (dumps(CLIENT).encode(), ("Client", "CarePlan")),
    "keys twice": (b'{"id": "plan-1", "id": "plan-2"}', ("twice",)),
    "not a number": (b'{"id": "plan-1", "period": NaN}', ("NaN",)),
    "deep": (b"[" * 5_000 + b"]" * 5_000, ("deep",)),
    "no client": (b'{"id": "plan-1"}', ("client",)),
    "an unknown key": (
        b'{"id": "plan-1", "client": {"id": "c-17"}, "goal": []}',
        ("$.goal", "Maybe 'goals'"),
    ),
    "half of it wrong": (
        HALF_WRONG,
        ("$.id", "$.client.zone", "$.status", "$.goals[1].id", "$.period.start"),
    ),
    "a period that runs backwards": (BACKWARDS, ("$.period",)),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_what_is_no_plan_is_refused_with_every_place(
    command: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, parts = DOCUMENTS[kind]
    typed(monkeypatch, given)

    line = refused(command, "-")

    assert [part for part in parts if part not in line] == []
    assert len(line) < 1_000


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["nowhere.json", "a\x00b", "x" * 100_000, "."])
def test_a_file_that_cannot_be_read_is_said_to_be_so(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    line = refused(command, name)

    # `check` looks into folders.
    is_read = (command, name) != ("check", ".")
    assert ("cannot be read (" if is_read else "holds no file that ends in .json") in line
    assert len(line) < 200


@pytest.mark.parametrize("command", COMMANDS)
def test_where_there_is_no_input_a_file_is_asked_for(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)

    assert refused(command, "-") == "there is no input to read. Maybe name a file."


@pytest.mark.parametrize("command", COMMANDS)
def test_a_plan_is_asked_for(command: str) -> None:
    what = "PATH" if command == "check" else "FILE"
    assert refused(command).startswith(f"the following arguments are required: {what}")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_personal_value_that_is_refused_is_not_quoted(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = dumps(MOVING).replace(f'"name":"{MARKER}"', f'"name":["{MARKER}"]')
    assert f'["{MARKER}"]' in text
    typed(monkeypatch, text.encode())

    assert MARKER not in refused(command, "-")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_process_refuses_with_status_2_and_one_line(command: str) -> None:
    done = run(command, "-", given=CUT[:100])

    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


@pytest.mark.parametrize("cut", range(1, 100, 3))
def test_a_plan_that_was_cut_anywhere_is_refused(cut: int, tmp_path: Path) -> None:
    whole = dumps(traveller_plan())
    path = tmp_path / "plan.json"
    path.write_text(whole[: len(whole) * cut // 100], encoding="utf-8")

    line = refused("check", str(path))

    assert len(line) < 500
