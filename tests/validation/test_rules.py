"""Rules and sets of rules: what is refused when they are made, and the laws of putting together."""

import copy
import pickle
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import OwnChoice, Severity, Source
from carecore.errors import InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.validation import Remark, Rule, RuleSet, rule

from .samples_validation import OWN, PAGE, READ, UNREAD, View, made, shouting

POOL = {code: made(code) for code in ("A101", "A102", "B101", "C101", "C102")}
SETS = st.sets(st.sampled_from(sorted(POOL))).map(
    lambda codes: RuleSet(POOL[code] for code in codes)
)


def documented(_view: View) -> Iterable[Remark]:
    """Stands in its module under its own name."""
    return ()


documented.__doc__ = PAGE


def decorated(severity: Severity, *sources: Source) -> Rule[View]:
    """A rule with that severity and those sources."""
    return rule("X101", severity, sources=sources)(documented)


def test_a_rule_knows_its_name_and_its_page() -> None:
    assert (shouting.name, shouting.page.title) == ("shouting", "A word shouts")


def test_a_rule_shows_code_and_name() -> None:
    assert repr(shouting) == "<Rule X301 shouting>"


def test_a_rule_prints_its_page_with_all_there_is_to_know() -> None:
    text = str(shouting)

    assert text.startswith("X301 A word shouts\n")
    for part in ("Severity: error.", "Requires a word.", "What helps", "part 3"):
        assert part in text


def test_a_rule_that_requires_nothing_says_nothing_of_it() -> None:
    assert "Requires" not in str(made())


@pytest.mark.parametrize("code", ["x101", "X1", "", "X1010"])
def test_a_rule_has_a_code(code: str) -> None:
    with pytest.raises(InvalidValue, match="the code of a rule is"):
        made(code)


def test_a_rule_without_a_page_is_refused_by_its_code() -> None:
    with pytest.raises(ManyFaults) as caught:
        rule("X101", Severity.ADVICE, sources=[OWN])(lambda _view: ())
    assert {fault.place for fault in caught.value.faults} == {"$.X101.page"}


@pytest.mark.parametrize(
    "check", [None, 3, "look", lambda: (), lambda _view, _other: (), lambda *, _view: (), int]
)
def test_a_rule_is_made_of_a_function_that_takes_one_view(check: object) -> None:
    untyped: Any = check
    with pytest.raises(WrongType, match="a function that takes one view is wanted"):
        rule("X101", Severity.ADVICE, sources=[OWN])(untyped)


def test_a_rule_rests_on_something() -> None:
    with pytest.raises(InvalidValue, match=r"the rule X101 \(documented\) rests on nothing"):
        decorated(Severity.ADVICE)


@pytest.mark.parametrize("sources", [(UNREAD,), (UNREAD, OWN)])
def test_a_rule_on_the_unverified_alone_is_no_error(sources: tuple[Source, ...]) -> None:
    with pytest.raises(InvalidValue, match="is an error and cites only the unverified"):
        decorated(Severity.ERROR, *sources)
    assert decorated(Severity.WARNING, *sources).severity is Severity.WARNING


@pytest.mark.parametrize("sources", [(OWN,), (READ,), (UNREAD, READ)])
def test_a_rule_on_something_read_or_on_our_own_choice_may_be_one(
    sources: tuple[Source, ...],
) -> None:
    assert decorated(Severity.ERROR, *sources).sources == sources


def test_what_a_rule_requires_stands_once() -> None:
    assert made(requires=["a", "b", "a"]).requires == ("a", "b")


def test_what_a_rule_requires_is_no_bare_text() -> None:
    untyped: Any = "a team"
    with pytest.raises(WrongType):
        Rule(
            code="X101", severity=Severity.ADVICE, check=documented, requires=untyped, sources=[OWN]
        )


@pytest.mark.parametrize("value", [shouting, decorated(Severity.ADVICE, OWN)])
def test_a_rule_that_was_pickled_is_the_same_rule(value: Rule[View]) -> None:
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 # our own bytes

    assert (again, again.check, again.page) == (value, value.check, value.page)
    assert copy.deepcopy(value) == value


def test_a_set_with_another_severity_survives_pickling() -> None:
    rules = RuleSet([shouting]).with_severity("X301", "advice")

    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 # our own bytes


def test_a_set_is_in_the_order_of_its_codes_however_it_was_given() -> None:
    rules = RuleSet(POOL[code] for code in ("C101", "A102", "A101", "C101"))

    assert (rules.codes, [one.code for one in rules]) == (("A101", "A102", "C101"),) * 1 + (
        ["A101", "A102", "C101"],
    )
    assert (len(rules), repr(rules)) == (3, "<RuleSet of 3 rules>")


def test_a_set_knows_which_codes_are_in_it() -> None:
    rules = RuleSet([POOL["A101"]])

    assert ("A101" in rules, "A102" in rules, 3 in rules) == (True, False, False)


@pytest.mark.parametrize("join", [lambda a, b: a | b, lambda a, b: RuleSet((*a, *b))])
def test_two_rules_of_one_code_are_refused(
    join: Callable[[RuleSet[View], RuleSet[View]], object],
) -> None:
    with pytest.raises(InvalidValue) as caught:
        join(RuleSet([POOL["A101"]]), RuleSet([made("A101")]))
    assert str(caught.value).endswith(
        "two rules have the code 'A101': look and look. Maybe `.without('A101')` first."
    )


@pytest.mark.parametrize("rules", [shouting, "X301", None, [shouting, "X301"], [documented], 3])
def test_a_set_holds_rules_only(rules: object) -> None:
    untyped: Any = rules
    with pytest.raises(WrongType):
        RuleSet(untyped)


@pytest.mark.parametrize("other", [shouting, [shouting], None])
def test_only_a_set_is_joined_to_a_set(other: object) -> None:
    untyped: Any = other
    with pytest.raises(WrongType, match=r"Maybe RuleSet\(\[...\]\)"):
        RuleSet([shouting]) | untyped


@given(a=SETS, b=SETS, c=SETS)
def test_joining_is_associative_commutative_and_idempotent(
    a: RuleSet[View], b: RuleSet[View], c: RuleSet[View]
) -> None:
    assert (a | b) | c == a | (b | c)
    assert a | b == b | a
    assert a | a == a
    assert a | RuleSet() == a


@given(a=SETS, b=SETS, data=st.data())
def test_leaving_out_goes_through_joining(
    a: RuleSet[View], b: RuleSet[View], data: st.DataObject
) -> None:
    both = a | b
    out = data.draw(st.sets(st.sampled_from(both.codes)) if len(both) else st.just(set()))
    rest = a.without(*out & set(a.codes)) | b.without(*out & set(b.codes))

    assert both.without(*out) == rest
    assert rest | RuleSet(both.rule(code) for code in out) == both
    assert set(both.without(*out).codes) == set(both.codes) - out


@given(rules=SETS.filter(len), severity=st.sampled_from(Severity), data=st.data())
def test_a_severity_is_changed_for_one_rule_alone(
    rules: RuleSet[View], severity: Severity, data: st.DataObject
) -> None:
    code = data.draw(st.sampled_from(rules.codes))
    changed = rules.with_severity(code, severity)

    assert changed.rule(code).severity is severity
    assert changed.without(code) == rules.without(code)
    assert changed.with_severity(code, rules.rule(code).severity) == rules


def test_a_set_stays_as_it_was() -> None:
    rules = RuleSet(POOL.values())
    rules.without("A101")
    rules.with_severity("A101", Severity.ERROR)

    assert rules == RuleSet(POOL.values())


def test_no_rule_becomes_an_error_on_the_unverified_alone() -> None:
    with pytest.raises(InvalidValue, match="cites only the unverified"):
        RuleSet([decorated(Severity.WARNING, UNREAD)]).with_severity("X101", "error")


@pytest.mark.parametrize("code", ["A110", "a101", "A1O1"])
def test_a_code_that_is_nearly_right_is_put_right(code: str) -> None:
    rules = RuleSet(POOL.values())
    for ask in (rules.rule, rules.without, lambda one: rules.with_severity(one, "error")):
        with pytest.raises(UnknownId, match=r"there is no rule .*'A101'"):
            ask(code)


def test_a_rule_is_also_found_by_the_name_of_its_function() -> None:
    with pytest.raises(UnknownId) as caught:
        RuleSet([shouting]).rule("shouting")
    assert caught.value.near == ("X301",)


def test_a_code_is_text() -> None:
    untyped: Any = 101
    with pytest.raises(WrongType, match="the code of a rule is a value of type int"):
        RuleSet([shouting]).rule(untyped)


def test_a_set_of_own_choices_can_be_told_from_another() -> None:
    other = rule("X101", Severity.ADVICE, sources=[OwnChoice("another choice")])(documented)

    assert RuleSet([other]) != RuleSet([decorated(Severity.ADVICE, OWN)])
