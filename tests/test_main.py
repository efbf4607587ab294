"""The command line, as somebody uses it who never opens Python."""

import io
import json
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.__main__ import main
from carecore.codec import dumps
from carecore.people import Client

from .command_line.talk import DAY, answered, document, refused, run, typed

EDDA = Client(
    id="c-17",
    setting="acute_ward",
    needs=("fly_home_with_nurse", "understand_bills"),
    name="Edda Zqxmarker",
)
SAY_IT_OTHERWISE = "Maybe say it in other words, or give the id of a need."
MISTYPED = "Maybe the path is mistyped."


def test_a_title_is_looked_up() -> None:
    status, out, err = answered("roles", "nurse case manager")

    assert (status, err) == (0, "")
    assert out.startswith("“nurse case manager”\n")
    assert "case manager" in out


def test_a_title_is_looked_up_as_json() -> None:
    found = document("roles", "nurse case manager")

    assert (found["$type"], found["asked"]) == ("TitleAnswer", "nurse case manager")
    assert found["candidates"][0]["role"] == "case_manager"


def test_a_title_that_nobody_bears_is_no_fault() -> None:
    status, out, _ = answered("roles", "wizard 😀")

    assert (status, "No title of the catalogue looks like it." in out) == (0, True)


def test_two_roles_are_compared() -> None:
    status, out, err = answered("compare", "case_manager", "care_manager")

    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "Case manager and care manager"


@pytest.mark.parametrize(
    ("left", "role"),
    [
        ("care_manager", "care_manager"),
        ("geriatric care manager", "care_manager"),
        ("care coordinator", "care_coordinator"),
    ],
)
def test_a_role_to_compare_may_be_an_id_or_a_title(left: str, role: str) -> None:
    found = document("compare", left, "case_manager")

    assert (found["$type"], found["left"], found["right"]) == (
        "RoleComparison",
        role,
        "case_manager",
    )


def test_a_client_is_told_in_a_few_options() -> None:
    found = document(
        "advise",
        "--need",
        "understand_bills",
        "--need",
        "we need a nurse to fly home with us",
        "--setting",
        "acute_ward",
        "--jurisdiction",
        "US-MA",
        "--payer",
        "private_pay",
        *DAY,
    )

    assert (found["$type"], found["client_id"], found["as_of"]) == (
        "RoleAdvice",
        "client",
        "2026-11-23",
    )
    assert [one["role"] for one in found["recommended"]] == ["case_manager", "care_manager"]


def test_a_client_of_whom_nothing_is_told_needs_an_assessment() -> None:
    status, out, err = answered("advise")

    assert (status, err) == (0, "")
    assert "nobody has asked for the needs yet" in " ".join(out.split())


def test_a_client_is_read_from_a_file_and_stays_private(tmp_path: Path) -> None:
    path = tmp_path / "edda 😀.json"
    path.write_text(dumps(EDDA), encoding="utf-8")

    status, out, err = answered("advise", str(path), *DAY)

    assert (status, err, "Zqxmarker" in out) == (0, "", False)
    assert out.startswith("Who is needed for c-17 (as of 2026-11-23)\n")


def test_a_client_is_read_from_what_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b'{"id": "c-9", "needs": []}')

    assert document("advise", "-", *DAY)["client_id"] == "c-9"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("compare", "case_manager", "xyzzy"),
            "no role looks like 'xyzzy'. Maybe case_manager or care_manager.",
        ),
        (
            ("compare", "case manger", "care_manager"),
            "'case manger' may mean several roles. Maybe one of: case_manager, care_manager.",
        ),
        (("compare", " ", "care_manager"), "the title is blank. Maybe 'care manager'."),
        (("roles", ""), "the title is blank. Maybe 'care manager'."),
        (
            ("roles", "x" * 501),
            "the title has 501 characters, and 500 is the limit. Maybe a few words are enough.",
        ),
        (
            ("advise", "--need", "qwerty zxcv"),
            f"no need looks like 'qwerty zxcv'. {SAY_IT_OTHERWISE}",
        ),
        (
            ("advise", "--need", "😀"),
            "no need looks like '😀'. Maybe say it in other words, or give the id of a need.",
        ),
        (("advise", "--as-of", "2026-13-01"), "'2026-13-01' is no day. Maybe 2026-11-23."),
        (("advise", "--as-of", "tomorrow"), "'tomorrow' is no day. Maybe 2026-11-23."),
        (
            ("advise", "--setting", "moon"),
            "$.setting: there is no care setting 'moon'.",
        ),
        (
            ("advise", "--setting", "Acute Ward"),
            "$.setting: the care setting id 'Acute Ward' is not snake_case. Maybe 'acute_ward'.",
        ),
        (
            ("advise", "--jurisdiction", "us_ma"),
            "$.jurisdiction: the jurisdiction 'us_ma' is no ISO 3166 code. Maybe 'US-MA'.",
        ),
        (
            ("advise", "nowhere.json"),
            f"the file 'nowhere.json' cannot be read (FileNotFoundError). {MISTYPED}",
        ),
        (
            ("advise", "a\x00b"),
            "the file 'a\\x00b' cannot be read (ValueError). Maybe the path is mistyped.",
        ),
        (
            ("advise", "c.json", "--payer", "medicaid"),
            "a file and also the payers of a client are given. Maybe put all of it into the file.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(arguments: tuple[str, ...], line: str) -> None:
    assert refused(*arguments) == line


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (
            "bills",
            (
                "understand_bills (we do not understand the bills) or "
                "check_bills (we think that the bills are wrong)"
            ),
        ),
        ("she is not lonely", "lonely (she is alone all day)"),
    ],
)
def test_words_of_which_it_is_not_clear_what_they_mean_are_asked_back(
    words: str, near: str
) -> None:
    line = refused("advise", "--need", words)

    assert line == f"it is not clear which need {words!r} means. Maybe {near}."


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("advise", "--payer", "gold"), "$.payers[0]: 'gold' is not among the values"),
        (("advise", "--payer", "medicaid", "--payer", "medicaid", "--setting", ""), "$.setting: "),
        (("advise", "--need", ""), "is blank. Maybe 'we do not understand the bills'."),
        (("list", "wizards"), "invalid choice: 'wizards'"),
        (("list",), "the following arguments are required: shelf"),
        (("advise", "--need", "x" * 100_000), "what is needed has 100000 characters"),
        (("advise", "--setting", "x" * 100_000), "is not snake_case"),
        (("advise", "x" * 100_000), "cannot be read (OSError)"),
        (("compare", "x" * 100_000, "care_manager"), "the title has 100000 characters"),
        (("nonsense",), "invalid choice: 'nonsense'"),
        ((), "the following arguments are required: COMMAND. Maybe ask: "),
        (("compare", "case_manager"), "the following arguments are required: ROLE"),
        (("demo", "--format", "yaml"), "invalid choice: 'yaml'"),
        (("demo", "--no\nsuch\toption"), "unrecognized arguments: --no such option"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_in_one_short_line(
    arguments: tuple[str, ...], part: str
) -> None:
    line = refused(*arguments)

    assert part in line
    assert len(line) < 500
    assert "Maybe " in line or part.startswith("$.setting")


def test_advice_opens_with_what_was_taken_from_the_words() -> None:
    status, out, err = answered(
        "advise", "--need", "Medicare won't pay", "--need", "losing_heart", *DAY
    )

    assert (status, err) == (0, "")
    assert out.splitlines()[:4] == [
        'you said "Medicare won\'t pay", taken as "the insurer says no" (insurer_refuses)',
        'you said "losing_heart", taken as "she is losing heart" (losing_heart)',
        "",
        "Who is needed for client (as of 2026-11-23)",
    ]


def test_what_was_taken_stands_beside_an_answer_in_json() -> None:
    _, out, err = answered("advise", "--need", "losing heart", *DAY, "--format", "json")

    assert json.loads(out)["$type"] == "RoleAdvice"
    assert err == 'you said "losing heart", taken as "she is losing heart" (losing_heart)\n'


def test_a_need_that_is_said_twice_counts_once() -> None:
    once = document("advise", "--need", "losing_heart", *DAY)

    assert document("advise", "--need", "losing heart", "--need", "losing_heart", *DAY) == once


WARNING = "'he hits her' may be a sign of danger. If somebody is hurt, tied, threatened"


def test_a_danger_is_told_before_the_advice() -> None:
    status, out, err = answered("advise", "--need", "losing_heart", "--need", "he hits her", *DAY)

    assert (status, err) == (0, "")
    assert out.startswith(WARNING)
    assert out.splitlines()[1].startswith('you said "losing_heart", taken as ')


def test_a_danger_is_told_beside_an_answer_in_json() -> None:
    status, out, err = answered(
        "advise", "--need", "he hits her", "--need", "losing_heart", *DAY, "--format", "json"
    )

    assert (status, json.loads(out)["$type"]) == (0, "RoleAdvice")
    assert err.startswith(WARNING)


@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize(
    ("more", "part"),
    [
        ((), "call the emergency number of the place."),
        (("--need", "nurse"), "it is not clear which need 'nurse' means."),
        (("--need", ""), "what is needed is blank."),
        (("--need", "losing_heart", "--setting", "moon"), "there is no care setting 'moon'."),
        (("--need", "losing_heart", "--as-of", "soon"), "'soon' is no day."),
    ],
)
def test_where_nothing_else_is_clear_the_danger_is_all_that_is_told(
    more: tuple[str, ...], part: str, format_: str
) -> None:
    line = refused("advise", *more, "--need", "he hits her", "--format", format_)

    assert (line.startswith(WARNING), part in line) == (True, True)


@pytest.mark.parametrize("number", ["0.1.0", None])
def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, number: str | None) -> None:
    def version(name: str) -> str:
        if number is None:
            raise PackageNotFoundError(name)
        return number

    monkeypatch.setattr("carecore.command_line.parsing.version", version)

    assert answered("--version") == (0, f"carecore {number or '(not installed)'}\n", "")


def test_all_that_is_wrong_with_the_options_is_told_at_once() -> None:
    line = refused("advise", "--payer", "gold", "--setting", "Moon", "--jurisdiction", "Mars")

    assert [f"$.{name}" in line for name in ("payers[0]", "setting", "jurisdiction")] == [True] * 3


def test_ids_that_there_are_not_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "client.json"
    path.write_text('{"id": "c-1", "setting": "moon", "needs": ["xyz"]}', encoding="utf-8")

    line = refused("advise", str(path))

    assert line == "$.needs[0]: there is no need 'xyz'. $.setting: there is no care setting 'moon'."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "cannot be read (" in refused("advise", str(tmp_path))


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        (b"", ("Maybe",)),
        (b"{", ("the document breaks off",)),
        (b"[]", ("list",)),
        (b"null", ("null",)),
        (b"{} {}", ("",)),
        (b"\xff\xfe{", ("the document is not UTF-8",)),
        (b'{"id": "c-1", "id": "c-2"}', ("twice",)),
        (b'{"id": "c-1", "caseload_points": NaN}', ("NaN",)),
        (b"[" * 5_000 + b"]" * 5_000, ("deep",)),
        (b'{"$type": "Team", "id": "t-1"}', ("Team",)),
        (
            b'{"id": 3, "needs": ["x y", 7], "setting": true, "colour": "red"}',
            ("$.id", "$.needs[1]", "$.setting", "$.colour"),
        ),
        ('{"id": "c-1", "setting": "😀"}'.encode(), ("$.setting", "😀")),
        (b'{"id": "c-1", "setting": "\\ud83d"}', ("",)),
        (b'{"id": "c-1", "needs": ["' + b"x" * 1_000_000 + b'!"]}', ("$.needs[0]",)),
    ],
)
def test_a_document_that_is_no_client_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, given: bytes, parts: tuple[str, ...]
) -> None:
    typed(monkeypatch, given)

    line = refused("advise", "-")

    assert [part for part in parts if part not in line] == []
    assert len(line) < 1_000


@pytest.mark.parametrize(
    "given",
    [
        b'{"id": "c-1", "name": ["Zqxmarker"]}',
        b'{"id": "c-1", "birth_date": "Zqxmarker"}',
        b'{"id": "c-1", "representatives": [{"id": "r-1", "authority": "Q", "name": 1903}]}',
    ],
)
def test_a_personal_value_that_is_refused_is_not_quoted(
    monkeypatch: pytest.MonkeyPatch, given: bytes
) -> None:
    typed(monkeypatch, given)

    line = refused("advise", "-")

    assert ("Zqxmarker" in line, "1903" in line) == (False, False)


def test_where_there_is_no_input_a_file_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert refused("advise", "-") == "there is no input to read. Maybe name a file."


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_no_title_breaks_the_search(title: str) -> None:
    status, out, err = answered("roles", "--", title)

    assert (status, bool(out), bool(err)) in {(0, True, False), (2, False, True)}
    assert err.count("\n") == (status == 2)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["need", "setting", "jurisdiction", "payer", "as-of"]),
            st.text(max_size=12),
        ),
        max_size=3,
    )
)
def test_no_words_break_the_advice(options: list[tuple[str, str]]) -> None:
    arguments = [f"--{name}={value}" for name, value in options]

    status, out, err = answered("advise", *arguments)

    assert (status, bool(out), bool(err)) in {(0, True, False), (2, False, True)}
    assert err.count("\n") == (status == 2)


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("demo",),
        ("roles",),
        ("compare",),
        ("advise",),
        ("check",),
        ("track",),
        ("transition",),
        ("rule",),
        ("schema",),
        ("list",),
    ],
)
def test_help_is_given(command: tuple[str, ...]) -> None:
    status, out, err = answered(*command, "--help")

    assert (status, err, out.startswith("usage: python -m carecore")) == (0, "", True)


def test_every_payer_stands_in_the_help() -> None:
    _, out, _ = answered("advise", "--help")

    assert "long_term_care_insurance" in out


@pytest.mark.parametrize(
    "part",
    ["who is not named does not pay", "private_pay if the family can pay", "reads standard input"],
)
def test_the_help_of_advise_says_what_is_easily_missed(part: str) -> None:
    _, out, _ = answered("advise", "--help")

    assert part in " ".join(out.split())


def test_a_process_answers_in_text_and_in_json() -> None:
    text = run("demo")
    found = run("demo", "--format", "json")

    assert (text.returncode, text.stderr, found.returncode, found.stderr) == (0, b"", 0, b"")
    assert text.stdout.decode().startswith("Act one")
    assert [one["act"] for one in json.loads(found.stdout)] == [1, 2, 3, 4]


def test_a_process_reads_what_is_piped_in() -> None:
    done = run("advise", "-", *DAY, given=dumps(EDDA).encode())

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Who is needed for c-17 (as of 2026-11-23)\n")


def test_a_process_refuses_with_status_2_and_one_line() -> None:
    done = run("advise", "-", given=b"{")

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "carecore: the document breaks off. Maybe it was cut on the way."
    ]


@pytest.mark.parametrize(
    "arguments", [("roles", "nurse"), ("demo", "--format", "json")], ids=["text", "json"]
)
def test_a_terminal_without_the_letters_gets_them_escaped(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, b"")
    assert "\\u201c" in done.stdout.decode("ascii")
    assert "json" not in arguments or json.loads(done.stdout) == json.loads(run(*arguments).stdout)


def test_text_is_escaped_for_a_stream_that_lacks_its_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))

    assert (main(["roles", "nurse"]), written.getvalue()[:6]) == (0, b"\\u201c")


def test_words_that_are_no_text_are_shown_escaped() -> None:
    status, out, _ = answered("roles", "nurse \udcff")

    assert (status, "nurse \\udcff" in out) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [("demo",), ("demo", "--format", "json"), ("advise",), ("--help",), ("advise", "--help")],
)
def test_a_reader_who_has_enough_ends_it_quietly(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "carecore", *arguments],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr) == (0, b"")


def test_an_answer_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "answer"
    path.touch()
    with path.open("rb") as no_output:
        done = subprocess.run(
            [sys.executable, "-m", "carecore", "demo"],
            stdout=no_output,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr.decode()) == (
        1,
        "carecore: the answer cannot be written (OSError).\n",
    )


class Broken(io.StringIO):
    """A stream that takes nothing."""

    def __init__(self, fault: OSError) -> None:
        super().__init__()
        self.fault = fault

    def write(self, text: str, /) -> int:
        raise self.fault


@pytest.mark.parametrize("fault", [BrokenPipeError(), OSError()])
def test_without_any_output_a_fault_is_told_by_the_status(
    monkeypatch: pytest.MonkeyPatch, fault: OSError
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None if type(fault) is OSError else Broken(fault))

    assert main(["roles", ""]) == (2 if type(fault) is OSError else 0)


def test_an_answer_to_nobody_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    assert main(["demo"]) == 0


def test_what_is_left_of_a_broken_answer_goes_nowhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.TextIOWrapper):
        is_full = True

        def flush(self) -> None:
            if self.is_full:
                self.is_full = False
                raise OSError
            super().flush()

    path = tmp_path / "answer"
    with Full(path.open("wb"), encoding="utf-8") as full, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", full)
        status = main(["roles", "nurse"])

    assert (status, path.read_bytes()) == (1, b"")
    assert capsys.readouterr().err == "carecore: the answer cannot be written (OSError).\n"
