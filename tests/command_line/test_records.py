"""`check` on files and folders of FHIR: what is read, what the rules find, what is left over."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from carecore.command_line.progress import with_progress
from carecore.command_line.records import is_folder, is_record, read_records
from carecore.errors import InvalidValue

from .plans import CLEAN, WARNED
from .talk import NOW, answered, document, refused, told, typed, written

Json = dict[str, Any]

PATIENT: Json = {"resourceType": "Patient", "id": "1", "name": [{"text": "Zq Ada"}]}


def care_plan(key: str = "1", **more: object) -> Json:
    return {
        "resourceType": "CarePlan",
        "id": key,
        "status": "active",
        "intent": "plan",
        "subject": {"reference": "Patient/1"},
        **more,
    }


def put(folder: Path, name: str, *resources: object) -> str:
    """A file of one resource, or of several lines."""
    path = folder / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("\n".join(map(json.dumps, resources)), encoding="utf-8")
    return str(path)


def test_one_file_of_fhir_is_checked(tmp_path: Path) -> None:
    path = put(tmp_path, "plan.json", care_plan())

    status, out, err = answered("check", path, *NOW)

    assert (status in (0, 3), err) == (True, "")
    assert out.startswith("What the rules find\n")
    assert "1 plan of 1 file of FHIR" in out
    assert "CarePlan/1" in out


def test_a_folder_is_walked_and_its_files_are_read_together(tmp_path: Path) -> None:
    put(tmp_path, "a/plan.json", care_plan(goal=[{"reference": "Goal/g1"}]))
    put(tmp_path, "b/goals.NDJSON", {"resourceType": "Goal", "id": "g1"}, {"resourceType": "Goal"})
    put(tmp_path, "b/note.txt", "not read")
    put(tmp_path, "c/patient.json", PATIENT)

    found = document("check", str(tmp_path), *NOW, status=3)

    assert (found["files"], found["plans"], found["clients"]) == (3, 1, 1)
    assert found["faults"] == []
    assert [one["subject"] for one in found["reports"]] == ["CarePlan/1"]
    assert found["losses"] == {"CarePlan": 1}


def test_files_and_folders_and_plans_of_ours_go_together(tmp_path: Path) -> None:
    ours = written(CLEAN, tmp_path)
    other = put(tmp_path / "records", "plan.json", care_plan())

    found = document("check", ours, str(Path(other).parent), other, *NOW, status=3)
    text = told("check", ours, other, *NOW, status=3)

    assert "2 plans of 1 file of FHIR and 1 document of carecore." in text

    assert (found["files"], found["plans"]) == (1, 2)
    assert [one["subject"] for one in found["reports"]] == ["plan-1", "CarePlan/1"]


def test_what_cannot_be_read_is_named_with_its_file(tmp_path: Path) -> None:
    put(tmp_path, "good.json", care_plan())
    bad = put(tmp_path, "bad.json", {"resourceType": "Goal", "id": "g1", "startDate": "soon"})
    (tmp_path / "worse.json").write_text("{", encoding="utf-8")

    text = told("check", str(tmp_path), *NOW, status=3)
    found = document("check", str(tmp_path), *NOW, status=3)

    assert "What could not be read" in text
    assert [(one["place"], one["what"]) for one in found["faults"]] == [
        (f"{tmp_path}/worse.json", "it is no JSON at line 1, column 2"),
        (f"{bad}: $.startDate", "it is text that is no day"),
    ]


def test_many_faults_and_many_plans_are_cut_in_words_and_whole_in_json(tmp_path: Path) -> None:
    plans = [care_plan(str(number), period={"start": "soon"}) for number in range(45)]
    path = put(tmp_path, "plans.ndjson", *plans)

    text = told("check", path, *NOW, status=3)
    found = document("check", path, *NOW, status=3)

    flat = " ".join(text.split())
    assert "- 45 times: it is text that is no day. Maybe" in flat
    assert (
        "$[2].period.start; and 42 more. With --format json, each of them with its place." in flat
    )
    assert "And 5 more with no more findings; with --format json, all of them." in text
    assert (len(found["faults"]), len(found["reports"])) == (45, 45)


def test_a_folder_without_plans_is_read_all_the_same(tmp_path: Path) -> None:
    put(tmp_path, "patient.json", PATIENT)

    text = told("check", str(tmp_path), *NOW)

    assert ("0 plans of 1 file" in text, "By plan" in text) == (True, False)


def test_nothing_personal_of_a_record_is_shown(tmp_path: Path) -> None:
    goal = {
        "resourceType": "Goal",
        "id": "g1",
        "description": {"text": "Zq"},
        "note": [{"text": "Zq"}],
    }
    put(tmp_path, "a.ndjson", PATIENT, goal, care_plan(title="Zq", goal=[{"reference": "Goal/g1"}]))

    for format_ in ("text", "json"):
        _, out, err = answered("check", str(tmp_path), *NOW, "--format", format_)
        assert "Zq" not in out + err


def test_what_is_typed_may_be_fhir(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, json.dumps(care_plan()).encode())

    assert document("check", "-", *NOW, status=3)["plans"] == 1


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b'{"resourceType": "Patient"}', True),
        (b'{"resourceType": "Patient"}\n{"resourceType": "Patient"}', True),
        (b'{"resourceType"', True),
        (b'\n<Patient xmlns="http://hl7.org/fhir"/>', True),
        (b"\xef\xbb\xbf<Patient/>", True),
        (b"\x1f\x8b\x08", True),
        (b'{"$type": "CarePlan", "note": "\\"resourceType\\""}', False),
        (b'{"$type": "CarePlan", "a": "resourceType"', False),
        (b'{"$type": "CarePlan", "resourceType": 1', False),
        (b"{}", False),
        (b"", False),
    ],
)
def test_what_is_fhir_says_so(data: bytes, *, is_one: bool) -> None:
    assert is_record(data) is is_one


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "neither"), "the file 'nowhere' cannot be read (FileNotFoundError). Maybe"),
        (("empty",), "the folder 'empty' holds no file that ends in .json or .ndjson. Maybe"),
    ],
)
def test_a_path_that_leads_nowhere_is_said_in_one_line(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)

    line = refused("check", *arguments)

    assert said in line
    assert all(one in line for one in arguments)


def test_of_a_very_long_path_the_end_is_named() -> None:
    line = refused("check", f"{'a' * 300}/record.json")

    assert line.startswith("the file '...a")
    assert "a/record.json' cannot be read" in line


def test_a_plan_of_ours_among_many_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text('{"$type": "CarePlan"}', encoding="utf-8")
    put(tmp_path, "patient.json", PATIENT)

    assert "$" in refused("check", str(tmp_path))


def test_a_folder_below_that_nobody_may_look_into_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "plan.json", care_plan())
    closed = tmp_path / "closed"
    closed.mkdir()
    opened = os.scandir

    def scandir(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "closed", path)
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)

    with pytest.raises(InvalidValue, match=r"closed' cannot be read \(PermissionError\)"):
        read_records([str(tmp_path)])


def test_a_link_that_leads_nowhere_or_to_itself_is_said(tmp_path: Path) -> None:
    put(tmp_path, "plan.json", care_plan())
    (tmp_path / "gone.json").symlink_to("nowhere")
    (tmp_path / "round.json").symlink_to("round.json")

    line = refused("check", str(tmp_path))

    assert "gone.json' cannot be read (FileNotFoundError)" in line
    assert "round.json' cannot be read (OSError)" in line


def test_a_link_to_a_folder_is_not_followed_and_a_folder_may_end_as_json_does(
    tmp_path: Path,
) -> None:
    put(tmp_path, "folder.json/plan.json", care_plan())
    (tmp_path / "round").symlink_to(tmp_path)

    assert document("check", str(tmp_path), *NOW, status=3)["files"] == 1


def test_a_path_nobody_may_look_at_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_dir", closed)

    assert is_folder("somewhere") is False


@pytest.mark.parametrize("path", ["-", "a\0b", "nowhere"])
def test_what_is_no_folder(path: str) -> None:
    assert is_folder(path) is False


class Terminal(io.StringIO):
    """A terminal somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_who_waits_at_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    assert list(with_progress(range(300), "plans checked")) == list(range(300))

    assert "\r0 of 300 plans checked\r3 of 300 plans checked" in terminal.getvalue()
    assert terminal.getvalue().endswith(" \r")


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_nobody_else_is_told(stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)

    assert list(with_progress(range(40), "plans checked")) == list(range(40))
    assert stream is None or stream.getvalue() == ""


def test_short_work_needs_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    assert list(with_progress([1, 2], "plans checked")) == [1, 2]
    assert terminal.getvalue() == ""


def test_a_plan_with_a_warning_ends_as_one(tmp_path: Path) -> None:
    ours, other = written(WARNED, tmp_path, "a.json"), written(CLEAN, tmp_path, "b.json")

    assert document("check", ours, other, *NOW, "--only", "P105", status=3)["plans"] == 2
