"""Running rules: the four outcomes, and that a rule that raises leaks nothing."""

import gc
import logging
import traceback
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.outline import to_html, to_markdown, to_text
from carecore.base.reasons import Severity
from carecore.errors import CareError, FindingsFound, InvalidValue, UnknownId, WrongType
from carecore.validation import OutcomeKind, Remark, RuleOutcome, RuleSet, run

from .samples_validation import OWN, UNREAD, Check, View, made, shouting

MARKER = "Zqmarker"


def saying(*remarks: Remark) -> Check:
    """A check that makes these remarks, whatever it sees."""
    return lambda _view: remarks


def raising(error: BaseException) -> Check:
    """A check that makes a remark, and then raises."""

    def check(_view: View) -> Iterator[Remark]:
        yield Remark("$", f"about {MARKER}")
        raise error

    return check


def test_all_four_outcomes_come_of_one_run() -> None:
    rules = RuleSet(
        [
            made("A101"),
            made("B101", saying(Remark("$", "it is so"), Remark("$.words[0]", "it is so too"))),
            made("C101", requires=("a word", "a time of day", "a team")),
            made("D101", raising(KeyError(MARKER))),
        ]
    )

    report = run(rules, View(gone=frozenset({"a time of day", "a team"})))

    assert report.outcomes == (
        RuleOutcome(rule="A101", kind=OutcomeKind.CLEAR),
        RuleOutcome(rule="B101", kind=OutcomeKind.FOUND, findings=2),
        RuleOutcome(rule="C101", kind=OutcomeKind.SKIPPED, missing=("a time of day", "a team")),
        RuleOutcome(rule="D101", kind=OutcomeKind.FAILED, exception="KeyError"),
    )
    assert [(one.rule, one.place) for one in report.findings] == [
        ("B101", "$"),
        ("B101", "$.words[0]"),
    ]


def test_a_report_names_what_was_looked_at_and_when() -> None:
    report = run(RuleSet[View](), View(subject="plan-9"))

    assert (report.subject, report.as_of, report.outcomes) == ("plan-9", View().as_of, ())


def test_a_real_rule_finds_what_is_there() -> None:
    (found,) = run(RuleSet([shouting]), View(words=("hush", "STOP"))).findings

    assert str(found) == "X301 error at $.words[1]: the word shouts. Maybe write it small."
    assert found.sources == shouting.sources


def test_what_a_rule_requires_is_asked_once_for_all_rules() -> None:
    view = View()
    run(RuleSet(made(f"A10{n}", requires=("a word",)) for n in range(5)), view)

    assert view.asked == [("a word",)]


@pytest.mark.parametrize("said", [None, *Severity])
@pytest.mark.parametrize("severity", Severity)
def test_a_finding_is_never_more_severe_than_its_rule(
    severity: Severity, said: Severity | None
) -> None:
    check = saying(Remark("$", "it is so", severity=said))
    (found,) = run(RuleSet([made(check=check, severity=severity)]), View()).findings

    assert found.severity is min(severity, said or severity)


def test_a_finding_on_the_unverified_alone_is_no_error() -> None:
    check = saying(
        Remark("$", "it is so", sources=(UNREAD,)), Remark("$", "and so", sources=(OWN,))
    )
    found = run(RuleSet([made(check=check, severity=Severity.ERROR)]), View()).findings

    assert [(one.severity, one.sources) for one in found] == [
        (Severity.ERROR, (OWN,)),
        (Severity.WARNING, (UNREAD,)),
    ]


@pytest.mark.parametrize(
    ("check", "name"),
    [
        (lambda _view: None, "TypeError"),
        (lambda _view: 3, "TypeError"),
        (lambda _view: "no", "WrongType"),
        (lambda _view: [None], "WrongType"),
        (lambda _view: [Remark("nowhere", "it is so")], "InvalidValue"),
        (lambda seen: seen.nothing, "AttributeError"),
        (raising(RecursionError()), "RecursionError"),
        (raising(ExceptionGroup(MARKER, [ValueError(MARKER)])), "ExceptionGroup"),
        (raising(StopIteration(MARKER)), "RuntimeError"),
        (raising(type(f"Oh {MARKER}!", (Exception,), {})(MARKER)), "Exception"),
        (raising(AssertionError()), "AssertionError"),
    ],
)
def test_a_rule_that_goes_wrong_in_any_way_has_failed(check: Check, name: str) -> None:
    report = run(RuleSet([made(check=check)]), View())

    assert report.outcomes == (RuleOutcome(rule="X101", kind=OutcomeKind.FAILED, exception=name),)
    assert report.findings == ()


def test_a_rule_that_requires_what_the_view_does_not_know_has_failed() -> None:
    @attrs.frozen
    class Strict:
        subject: str = "plan-1"
        as_of: Any = View().as_of

        def missing(self, requires: tuple[str, ...], /) -> tuple[str, ...]:
            raise UnknownId("requirement", requires[0])

    rules: RuleSet[Any] = RuleSet([made(requires=("a tme of day",))])

    assert str(run(rules, Strict()).outcomes[0]) == "X101: failed (UnknownId)"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_is_no_error_is_not_held_up(error: type[BaseException]) -> None:
    with pytest.raises(error):
        run(RuleSet([made(check=raising(error()))]), View())


class Telling(Exception):  # it tells all
    """An error that tells whatever it can."""

    def __init__(self) -> None:
        super().__init__(MARKER)
        self.add_note(MARKER)
        self.__cause__ = ValueError(MARKER)


def test_a_rule_that_raises_leaks_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def check(_view: View) -> Iterator[Remark]:
        secret = MARKER
        try:
            yield Remark("$", f"about {secret}")
            raise Telling  # noqa: TRY301 # it is raised where it is caught
        except Telling as error:
            raise LookupError(secret) from error

    with warnings.catch_warnings(record=True) as warned, caplog.at_level(logging.NOTSET):
        report = run(RuleSet([made(check=check, severity=Severity.ERROR)]), View())
        gc.collect()
    with pytest.raises(FindingsFound) as caught:
        report.raise_if("error")

    outline = report.outline(full=True)
    shown = (
        repr(report),
        str(report),
        *map(repr, report.outcomes),
        *map(str, report.outcomes),
        to_text(outline),
        to_markdown(outline),
        to_html(outline),
        *report._repr_mimebundle_().values(),
        *traceback.format_exception(caught.value),
        str(vars(caught.value)),
        caplog.text,
        *map(str, warned),
    )
    assert [text for text in shown if MARKER in text] == []
    assert "LookupError" in str(report)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    # Nothing that can be reached from the report leads back to the error and its frames.
    assert [one for one in gc.get_objects() if isinstance(one, Telling)] == []


def test_a_rule_that_fails_takes_no_other_with_it() -> None:
    good = made("B101", saying(Remark("$", "it is so")))
    rules = RuleSet([made("A101", raising(ValueError())), good, made("C101", raising(OSError()))])

    assert run(rules, View()).findings == run(RuleSet([good]), View()).findings


CHECKS = st.sampled_from(
    [
        None,
        saying(Remark("$.words[2]", "one")),
        saying(Remark("$.words[10]", "two"), Remark("$", "three", severity=Severity.ADVICE)),
        raising(ValueError()),
    ]
)
RULES = st.dictionaries(
    st.from_regex(r"[A-C]10[0-9]", fullmatch=True),
    st.tuples(CHECKS, st.sampled_from(Severity), st.sampled_from([(), ("a",), ("a", "b")])),
    max_size=6,
).map(lambda drawn: [made(code, *parts) for code, parts in drawn.items()])
VIEWS = st.sets(st.sampled_from("ab")).map(lambda gone: View(gone=frozenset(gone)))


@given(rules=RULES, view=VIEWS, data=st.data())
def test_the_order_of_rules_makes_no_difference(
    rules: list[Any], view: View, data: st.DataObject
) -> None:
    other = data.draw(st.permutations(rules))

    assert run(RuleSet(other), view) == run(RuleSet(rules), view)


@given(rules=RULES, view=VIEWS)
def test_each_rule_fares_in_company_as_it_does_alone(rules: list[Any], view: View) -> None:
    alone = [run(RuleSet([one]), view) for one in rules]
    together = run(RuleSet(rules), view)

    assert set(together.outcomes) == {outcome for report in alone for outcome in report.outcomes}
    assert sorted(map(str, together.findings)) == sorted(
        str(finding) for report in alone for finding in report.findings
    )


@given(rules=RULES, view=VIEWS)
def test_every_rule_has_exactly_one_outcome(rules: list[Any], view: View) -> None:
    report = run(RuleSet(rules), view)

    assert [one.rule for one in report.outcomes] == sorted(one.code for one in rules)


@given(rules=RULES, view=VIEWS)
def test_running_twice_says_the_same(rules: list[Any], view: View) -> None:
    assert run(RuleSet(rules), view) == run(RuleSet(rules), view)


@pytest.mark.parametrize("rules", [None, [shouting], shouting])
def test_a_run_takes_a_set_of_rules(rules: object) -> None:
    untyped: Any = rules
    with pytest.raises(WrongType, match="the rules "):
        run(untyped, View())


def test_an_error_is_a_care_error_and_a_value_error() -> None:
    error = FindingsFound("plan-1", texts=["one", "two"], codes=["A101"])

    assert (isinstance(error, CareError), isinstance(error, ValueError)) == (True, True)
    assert str(error) == "2 findings in 'plan-1':\n- one\n- two"


def test_an_error_of_many_findings_stays_short() -> None:
    error = FindingsFound("plan-1", texts=["it is so"] * 150, codes=["A101"])

    assert str(error).splitlines()[-1] == "- and 50 more"
    assert isinstance(InvalidValue("x"), CareError)


def iterables() -> Iterable[object]:
    """What a check may give instead of a generator."""
    remark = Remark("$", "it is so")
    return ([remark], (remark,), iter([remark]), {remark: 1}, frozenset({remark}))


@pytest.mark.parametrize("given", iterables())
def test_a_check_gives_its_remarks_in_any_collection(given: Iterable[Remark]) -> None:
    assert len(run(RuleSet([made(check=lambda _view: given)]), View()).findings) == 1
