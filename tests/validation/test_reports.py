"""A report: its order, what it may be asked, and how two of them differ."""

import pickle
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Severity
from carecore.errors import FindingsFound, InvalidValue, WrongType
from carecore.validation import Finding, OutcomeKind, Report, RuleOutcome

from .samples_validation import CLEAR, DAY, DIFF, FAILED, FINDING, FOUND, REPORT, SKIPPED

PLACES = ("$", "$.goals[2]", "$.goals[10]", "$.goals[2].targets[0]", "$.stages[1]")
FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(["A101", "B101", "C101"]),
    severity=st.sampled_from(Severity),
    place=st.sampled_from(PLACES),
    message=st.sampled_from(["it is so", "it is not so"]),
)

TOLD = """\
Report on plan-1 (as of 2026-11-23)
===================================

1 finding of 4 rules: 1 clear, 1 found, 1 skipped, 1 failed.

Warning
-------

- G101 at $.goals[2]: the goal has no target. Maybe name a measure.

Skipped
-------

rule  was missing
----  ---------------------
G201  a time of day, a team

Failed
------

rule  raised
----  --------
G301  KeyError

Sources
-------

- the ministry, part 2 (as of 2026-11-23; not verified)
- carecore's own choice: made for a test"""


def report_of(findings: list[Finding], *more: RuleOutcome, subject: str = "plan-1") -> Report:
    """A report with these findings, and more outcomes."""
    codes = [one.rule for one in findings]
    counted = [
        RuleOutcome(rule=code, kind=OutcomeKind.FOUND, findings=codes.count(code))
        for code in dict.fromkeys(codes)
    ]
    return Report(subject=subject, as_of=DAY, findings=findings, outcomes=[*counted, *more])


def finding(place: str, rule: str = "A101", severity: Severity = Severity.ERROR) -> Finding:
    """A finding there."""
    return Finding(rule=rule, severity=severity, place=place, message="it is so")


def test_findings_come_by_severity_then_place_then_rule() -> None:
    wanted = [
        finding("$.goals[2]"),
        finding("$.goals[10]", "A101"),
        finding("$.goals[10]", "B101"),
        finding("$", "C101", Severity.WARNING),
        finding("$.goals[1]", severity=Severity.ADVICE),
    ]

    assert list(report_of(wanted[::-1]).findings) == wanted


@given(findings=st.lists(FINDINGS, max_size=6), data=st.data())
def test_the_order_in_which_findings_are_given_makes_no_difference(
    findings: list[Finding], data: st.DataObject
) -> None:
    # Findings that agree in all three keys keep their order, so they are told apart by nothing.
    unique = list({(one.severity, one.place, one.rule): one for one in findings}.values())

    assert report_of(data.draw(st.permutations(unique))) == report_of(unique)


def test_outcomes_come_by_code() -> None:
    report = Report(subject="plan-1", as_of=DAY, outcomes=[CLEAR, FAILED, SKIPPED])

    assert [one.rule for one in report.outcomes] == ["G201", "G301", "G401"]


def test_a_rule_has_one_outcome() -> None:
    with pytest.raises(InvalidValue, match="two outcomes are of one rule"):
        Report(subject="plan-1", as_of=DAY, outcomes=[CLEAR, CLEAR])


@pytest.mark.parametrize("outcomes", [(), (CLEAR,), (attrs.evolve(FOUND, findings=2),)])
def test_outcomes_count_the_findings_there_are(outcomes: tuple[RuleOutcome, ...]) -> None:
    with pytest.raises(InvalidValue, match="the outcomes count other findings than there are"):
        attrs.evolve(REPORT, outcomes=outcomes)


def test_no_finding_can_be_taken_out_in_silence() -> None:
    with pytest.raises(InvalidValue, match="Maybe findings were taken out"):
        attrs.evolve(REPORT, findings=())


@pytest.mark.parametrize("report", [REPORT, report_of([])])
def test_a_report_is_neither_true_nor_false(report: Report) -> None:
    with pytest.raises(WrongType) as caught:
        bool(report)
    assert str(caught.value) == (
        "a report is neither true nor false. Maybe `report.ok`, or `report.at_least('error')`."
    )


@pytest.mark.parametrize(
    ("outcomes", "is_ok"),
    [([CLEAR], True), ([], False), ([CLEAR, SKIPPED], False), ([CLEAR, FAILED], False)],
)
def test_silence_is_not_success(outcomes: list[RuleOutcome], *, is_ok: bool) -> None:
    assert report_of([], *outcomes).ok is is_ok


def test_a_report_with_a_finding_is_not_ok() -> None:
    assert not report_of([finding("$", severity=Severity.ADVICE)]).ok


def test_findings_are_asked_by_what_they_matter_at_least() -> None:
    error, warning = finding("$"), finding("$", "B101", Severity.WARNING)
    report = report_of([error, warning, finding("$", "C101", Severity.ADVICE)])

    assert report.at_least(Severity.ERROR) == (error,)
    assert report.at_least("warning") == (error, warning)
    assert report.at_least("advice") == report.findings


def test_a_report_raises_what_matters_that_much() -> None:
    report = report_of([finding("$.goals[1]"), finding("$", "B101", Severity.WARNING)])
    with pytest.raises(FindingsFound) as caught:
        report.raise_if("error")
    assert str(caught.value) == "1 finding in 'plan-1':\n- A101 error at $.goals[1]: it is so."
    assert (caught.value.subject, caught.value.codes) == ("plan-1", ("A101",))


def test_what_matters_less_raises_nothing() -> None:
    report_of([finding("$", severity=Severity.WARNING)], SKIPPED).raise_if(Severity.ERROR)


def test_a_rule_that_failed_raises_whatever_it_would_have_found() -> None:
    with pytest.raises(FindingsFound, match=r"G301: failed \(KeyError\)") as caught:
        report_of([], FAILED).raise_if("error")
    assert caught.value.codes == ("G301",)


def test_a_raised_report_can_be_pickled() -> None:
    with pytest.raises(FindingsFound) as caught:
        report_of([finding("$")]).raise_if("error")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 # our own bytes

    assert (str(again), again.codes) == (str(caught.value), caught.value.codes)


def test_a_later_report_tells_what_is_new_gone_and_still_there() -> None:
    before = report_of([finding("$.goals[1]"), finding("$.goals[2]")])
    still = attrs.evolve(finding("$.goals[2]"), message="it is still so")
    after = report_of([still, finding("$.goals[3]")])

    diff = after.compare(before)

    assert (diff.new, diff.gone, diff.kept, diff.open) == (
        (finding("$.goals[3]"),),
        (finding("$.goals[1]"),),
        (still,),
        (),
    )


@pytest.mark.parametrize("outcome", [(), ("skipped",), ("failed",)])
def test_a_finding_whose_rule_did_not_run_again_is_open_and_not_gone(
    outcome: tuple[str, ...],
) -> None:
    kinds = {
        "skipped": RuleOutcome(rule="A101", kind=OutcomeKind.SKIPPED, missing=("a team",)),
        "failed": RuleOutcome(rule="A101", kind=OutcomeKind.FAILED, exception="KeyError"),
    }
    after = report_of([], *(kinds[name] for name in outcome))

    diff = after.compare(report_of([finding("$")]))

    assert (diff.open, diff.gone) == ((finding("$"),), ())


def test_a_finding_that_stands_twice_is_counted_twice() -> None:
    twice, once = report_of([finding("$"), finding("$")]), report_of([finding("$")])

    assert (len(twice.compare(once).new), len(twice.compare(once).kept)) == (1, 1)
    assert (len(once.compare(twice).gone), len(once.compare(twice).kept)) == (1, 1)


@given(one=st.lists(FINDINGS, max_size=6), other=st.lists(FINDINGS, max_size=6))
def test_nothing_vanishes_between_two_reports(one: list[Finding], other: list[Finding]) -> None:
    before, after = report_of(one), report_of(other)
    diff = after.compare(before)

    assert sorted(map(str, (*diff.new, *diff.kept))) == sorted(map(str, after.findings))
    assert len(diff.gone) + len(diff.open) + len(diff.kept) == len(before.findings)


@given(findings=st.lists(FINDINGS, max_size=6))
def test_a_report_does_not_differ_from_itself(findings: list[Finding]) -> None:
    report = report_of(findings)
    diff = report.compare(report)

    assert (diff.new, diff.gone, diff.open, diff.kept) == ((), (), (), report.findings)


def test_reports_of_two_things_are_not_compared() -> None:
    with pytest.raises(InvalidValue, match="the reports are of 'plan-2' and 'plan-1'"):
        report_of([]).compare(report_of([], subject="plan-2"))
    untyped: Any = None
    with pytest.raises(WrongType, match="the earlier report is None"):
        report_of([]).compare(untyped)


def test_a_report_prints_all_four_outcomes_summed_up() -> None:
    assert str(REPORT) == TOLD


def test_a_report_of_one_rule_speaks_of_one() -> None:
    report = report_of([], CLEAR)

    assert "0 findings of 1 rule: 1 clear, 0 found, 0 skipped, 0 failed." in str(report)


def test_a_report_keeps_the_moment_asked_about() -> None:
    moment = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    report = Report(subject="plan-1", as_of=moment)

    assert "as of 2026-11-23T09:30:00+00:00" in str(report)


def test_a_difference_prints_what_it_holds() -> None:
    assert [line for line in str(DIFF).splitlines() if line[:1].isupper()] == [
        "What changed",
        "New",
        "Gone",
        "Still there",
        "Not asked again",
    ]


def test_no_difference_says_so() -> None:
    assert "No finding then, and none now." in str(report_of([]).compare(report_of([])))


def test_outcomes_are_asked_by_kind() -> None:
    assert REPORT.of_kind(OutcomeKind.SKIPPED) == (SKIPPED,)
    assert REPORT.findings == (FINDING,)
