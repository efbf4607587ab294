"""`check`: what the rules find in a plan, and with which exit status that ends."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from carecore.base.reasons import OwnChoice, Severity
from carecore.codec import dumps, loads
from carecore.people import Client
from carecore.plans import CarePlan
from carecore.review import PlanView
from carecore.testing.traveller import traveller_plan
from carecore.validation import Remark, Report, RuleSet, rule

from .plans import ADVISED, CLEAN, CONTRADICTED, MARKER, WARNED
from .talk import DAY, NOW, answered, document, refused, run, told, typed, written

TEN = "Maybe 2026-11-24T10:00+00:00."
MOMENT = f"moment with a time zone. {TEN}"
DAY_OR_MOMENT = "a day nor a moment with a time zone. Maybe 2026-11-24, or 2026-11-24T10:00+00:00."
OUTSIDE = "0001-01-01T01:00:00+00:00"
PAGE = """{title}.

What it looks for:
    Whatever.
Why it matters:
    Just so.
When it may be wrong:
    Never.
Example:
    Any plan.
What helps:
    Nothing.
Sources:
    Our own choice.
"""


def made_up(code: str, *requires: str, raises: bool = False) -> RuleSet[PlanView]:
    """A set of one rule that is never in the rulebook."""

    def check(view: PlanView) -> Iterator[Remark]:
        if raises:
            raise KeyError(MARKER)
        yield Remark("$", f"the plan {view.subject!r} is looked at")

    check.__doc__ = PAGE.format(title="A rule of the tests")
    made = rule(code, Severity.ADVICE, requires=requires, sources=[OwnChoice("a test")])
    return RuleSet([made(check)])


def ruled_by(monkeypatch: pytest.MonkeyPatch, *sets: RuleSet[PlanView]) -> None:
    """Only these rules are there."""
    rules = RuleSet(one for each in sets for one in each)
    monkeypatch.setattr("carecore.command_line.checking.STANDARD_RULES", rules)


@pytest.mark.parametrize(
    ("plan", "code", "status"),
    [(CLEAN, "P105", 0), (ADVISED, "P113", 0), (WARNED, "P105", 3), (CONTRADICTED, "P108", 4)],
)
def test_the_exit_status_says_how_much_the_worst_finding_matters(
    plan: CarePlan, code: str, status: int, tmp_path: Path
) -> None:
    path = written(plan, tmp_path)

    text = told("check", path, *DAY, "--only", code, status=status)
    found = document("check", path, *DAY, "--only", code, status=status)

    assert text.startswith("Report on plan-1 (as of 2026-11-23)\n")
    assert [one["rule"] for one in found["outcomes"]] == [code]


def test_a_report_is_told_with_its_four_outcomes_and_every_finding(tmp_path: Path) -> None:
    text = told("check", written(CONTRADICTED, tmp_path), *DAY, "--only", "P108", status=4)

    assert "1 finding of 1 rule: 0 clear, 1 found, 0 skipped, 0 failed." in text
    assert "P108 at $.goals[0]" in text


def test_a_report_as_json_is_read_back_as_a_report(tmp_path: Path) -> None:
    _, out, _ = answered("check", written(WARNED, tmp_path), *NOW, "--format", "json")

    report = loads(out, Report)
    assert (report.subject, "P105" in {one.rule for one in report.findings}) == ("plan-1", True)


def test_a_rule_that_fails_counts_as_an_error_and_leaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled_by(monkeypatch, made_up("X901", raises=True))

    text = told("check", written(CLEAN, tmp_path), *DAY, status=4)

    assert ("1 failed" in text, "KeyError" in text, MARKER in text) == (True, True, False)


WANTED = {
    "a calendar": "Maybe --holiday DAY for each holiday, or --holiday none.",
    "a time of day": "Maybe --as-of 2026-11-24T10:00+00:00.",
}


@pytest.mark.parametrize("requires", WANTED)
def test_a_rule_that_needs_an_option_is_skipped_and_the_option_named(
    requires: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled_by(monkeypatch, made_up("X901", requires))

    text = told("check", written(CLEAN, tmp_path), *DAY)

    said = f"1 rule was skipped for want of {requires}. {WANTED[requires]}\n"
    assert ("1 skipped" in text, text.endswith(f"\n\n{said}")) == (True, True)


@pytest.mark.parametrize("requires", WANTED)
def test_in_json_such_a_word_stands_beside_the_answer(
    requires: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled_by(monkeypatch, made_up("X901", requires))

    status, out, err = answered("check", written(CLEAN, tmp_path), *DAY, "--format", "json")

    assert (status, json.loads(out)["outcomes"][0]["kind"]) == (0, "skipped")
    assert err == f"1 rule was skipped for want of {requires}. {WANTED[requires]}\n"


def test_several_rules_that_need_an_option_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled_by(monkeypatch, made_up("X901", "a calendar"), made_up("X902", "a calendar"))

    assert "2 rules were skipped for want of a calendar." in told(
        "check", written(CLEAN, tmp_path), *NOW
    )


def test_a_rule_that_no_option_would_help_is_not_spoken_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled_by(monkeypatch, made_up("X901", "a calendar", "transitions"))

    text = told("check", written(CLEAN, tmp_path), *DAY)

    assert ("transitions" in text, "for want of" in text) == (True, False)


@pytest.mark.parametrize("holidays", [("2026-11-26",), ("2026-11-26", "2026-12-25"), ("none",)])
def test_with_holidays_such_a_rule_is_asked(
    holidays: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled_by(monkeypatch, made_up("X901", "a calendar", "a time of day"))
    options = [part for day in holidays for part in ("--holiday", day)]

    found = document("check", written(CLEAN, tmp_path), *NOW, *options)

    assert [one["kind"] for one in found["outcomes"]] == ["found"]


def test_a_moment_is_looked_at_where_the_client_is(tmp_path: Path) -> None:
    path = written(CLEAN, tmp_path)

    found = document("check", path, "--as-of", "2026-11-24T03:00Z", "--only", "P105")

    assert found["as_of"] == "2026-11-23T22:00:00-05:00[America/New_York]"


@pytest.mark.parametrize(("zone", "name"), [("America/New_York", "[America/New_York]"), (None, "")])
def test_without_a_day_it_is_asked_about_now(zone: str | None, name: str, tmp_path: Path) -> None:
    client = dumps(CLEAN).replace('"zone":"America/New_York",', f'"zone":"{zone}",' if zone else "")
    path = tmp_path / "plan.json"
    path.write_text(client, encoding="utf-8")

    found = document("check", str(path), "--only", "P105")

    assert (found["as_of"][10], found["as_of"].endswith(name)) == ("T", True)
    assert datetime.fromisoformat(found["as_of"].removesuffix(name)).tzinfo is not None


def test_where_no_zone_is_known_a_moment_is_kept_as_it_is_said(tmp_path: Path) -> None:
    path = written(CarePlan(id="plan-1", client=Client(id="c-17")), tmp_path)

    found = document("check", path, "--as-of", "2026-11-24T03:00+02:00", "--only", "P105")

    assert found["as_of"] == "2026-11-24T03:00:00+02:00"


def test_a_day_is_kept_as_it_is_said(tmp_path: Path) -> None:
    assert (
        document("check", written(CLEAN, tmp_path), *DAY, "--only", "P105")["as_of"] == "2026-11-23"
    )


def test_rules_can_be_picked_and_left_out(tmp_path: Path) -> None:
    path = written(WARNED, tmp_path)

    picked = document(
        "check",
        path,
        *DAY,
        "--only",
        "P105",
        "--only",
        "P113",
        "--only",
        "P105",
        "--without",
        "P113",
        status=3,
    )
    rest = document("check", path, *DAY, "--without", "P105", status=3)

    assert [one["rule"] for one in picked["outcomes"]] == ["P105"]
    codes = [one["rule"] for one in rest["outcomes"]]
    assert ("P105" in codes, "P113" in codes) == (False, True)


def test_the_plan_of_the_traveller_is_checked_whole(tmp_path: Path) -> None:
    path = written(traveller_plan(), tmp_path)

    report = document("check", path, *NOW, "--holiday", "2026-11-26")

    assert {one["kind"] for one in report["outcomes"]} == {"clear"}


def test_a_plan_is_read_from_what_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, dumps(CLEAN).encode())

    assert document("check", "-", *DAY, "--only", "P105")["subject"] == "plan-1"


def test_nothing_personal_is_shown(tmp_path: Path) -> None:
    for plan in (ADVISED, WARNED, CONTRADICTED):
        for format_ in ("text", "json"):
            _, out, err = answered("check", written(plan, tmp_path), *NOW, "--format", format_)
            assert MARKER not in out + err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--as-of", "soon"), f"'soon' is neither {DAY_OR_MOMENT}"),
        (("--as-of", "2026-11-31"), f"'2026-11-31' is neither {DAY_OR_MOMENT}"),
        (("--as-of", "2026-11-24T10:00"), f"'2026-11-24T10:00' is no {MOMENT}"),
        (("--as-of", "2026-11-24T25:00Z"), f"'2026-11-24T25:00Z' is no {MOMENT}"),
        (("--as-of", OUTSIDE), f"'{OUTSIDE}' lies outside the calendar there. {TEN}"),
        (("--only", "P1"), "there is no rule 'P1'. Maybe 'P1"),
        (("--without", "p105"), "there is no rule 'p105'. Maybe 'P105' or"),
        (("--only", "P105", "--without", "P105"), "no rule is left to ask. Maybe --only and"),
        (("--holiday", "Christmas"), "'Christmas' is no day. Maybe 2026-11-23."),
    ],
)
def test_an_option_that_cannot_be_read_is_said_in_one_line(
    arguments: tuple[str, ...], line: str, tmp_path: Path
) -> None:
    said = refused("check", written(CLEAN, tmp_path), *arguments)

    assert said.startswith(line)


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = {"as-of": ["soon"], "holiday": ["x", "y"], "only": ["P1"], "without": ["P2"]}
    options = [
        part for name, words in wrong.items() for one in words for part in (f"--{name}", one)
    ]

    line = refused("check", "nowhere.json", *options)

    said = ("nowhere.json", "soon", "x", "y", "P1", "P2")
    assert [word for word in said if f"'{word}'" not in line] == []


def test_a_process_ends_with_the_status_of_its_findings() -> None:
    done = run("check", "-", *DAY, "--only", "P108", given=dumps(CONTRADICTED).encode())

    assert (done.returncode, done.stderr) == (4, b"")
    assert done.stdout.startswith(b"Report on plan-1")


def test_the_help_tells_every_exit_status() -> None:
    text = " ".join(told("check", "--help").split())

    assert "Exit status: 0 if the question was answered and nothing found is worse than" in text
    assert ("3 if there are warnings; 4 if there are errors" in text) is True
