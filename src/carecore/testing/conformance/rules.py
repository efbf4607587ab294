"""What is asked of a rule, whoever wrote it."""

from collections.abc import Iterable
from functools import partial
from typing import Final, TypeAlias, final

from attrs import field, frozen
from hypothesis import strategies as st

from carecore.base.checks import require_instance
from carecore.base.reasons import look_up
from carecore.codec import dumps
from carecore.errors import CareError, UnknownId, described
from carecore.people import Client
from carecore.plans import CarePlan
from carecore.review import PlanView
from carecore.rulebook import STANDARD_RULES
from carecore.testing.conformance.cases import Case, barest, case_of, cases_of, known_cases, reduced
from carecore.testing.conformance.drawing import first_drawn
from carecore.testing.conformance.outside import called_outside
from carecore.testing.strategies import flawed_plans, plans, values, views
from carecore.validation import Remark, Rule, RuleSet

__all__ = ["check_rule", "check_rule_set"]

_Rule: TypeAlias = Rule[PlanView]

_EXAMPLES: Final = 20
_MEMORY: Final = "it keeps something between two questions, or compares by identity"


def check_rule(
    rule: Rule[PlanView],
    /,
    *,
    found_in: Iterable[PlanView | CarePlan] = (),
    clear_in: Iterable[PlanView | CarePlan] = (),
    examples: int = _EXAMPLES,
) -> None:
    """Make sure that a rule keeps the promises on which a report rests.

    - It finds something in each plan of *found_in*, and nothing in those of *clear_in*.
    - It gives remarks and nothing else, and does not raise: not on the traveller's plan, not on
      that plan without any one of its parts, not on one that has what it requires and nothing more,
      and not on plans that are drawn.
    - Places of remarks and facts lead somewhere in the plan.
    - Nothing of a remark shows what is personal.
    - The same view gives the same remarks: asked twice, asked in another order, of an equal plan,
      and after other rules.
    - It reads no clock, no file, no environment, and rolls no dice.

    >>> from carecore.rulebook import STANDARD_RULES
    >>> check_rule(STANDARD_RULES.rule("P101"), examples=1)

    Args:
        rule: the rule.
        found_in: plans, or views of plans, in which it finds something. A plan is looked at when
            the traveller's is, at `TRAVELLER_NOW`.
        clear_in: plans, or views of plans, that have what it requires and in which it finds
            nothing.
        examples: how many plans are drawn.

    Raises:
        AssertionError: if it breaks a promise; the text says which, on which plan, and what may
            help.
        WrongType: if it is no rule, or something else is looked at than plans.

    .. versionadded:: 0.1
    """
    require_instance(rule, Rule, name="what is checked", advice="Maybe it lacks @rule(...)")
    found, clear = cases_of(found_in), cases_of(clear_in)
    _check((rule,), (*found, *clear), examples)
    for case in (*found, *clear):
        missing = case.view.missing(rule.requires)
        if missing:
            what = f"cannot be asked, because the plan lacks {' and '.join(missing)}"
            raise _broken(rule, what, case, "the example is of another rule")
    for case in found:
        if not _asked(rule, case):
            raise _broken(rule, "finds nothing where it should", case)
    for case in clear:
        remarks = _asked(rule, case)
        if remarks:
            what = f"finds something where it should not: {remarks[0].message}"
            raise _broken(rule, what, case)


def check_rule_set(rules: RuleSet[PlanView], /, *, examples: int = _EXAMPLES) -> None:
    """Make sure that each rule of a set keeps the promises that `check_rule` names.

    >>> check_rule_set(RuleSet())

    Args:
        rules: the rules.
        examples: how many plans are drawn; each of them is put to every rule.

    Raises:
        AssertionError: if a rule breaks a promise.
        WrongType: if it is no rule set.

    .. versionadded:: 0.1
    """
    require_instance(rules, RuleSet, name="what is checked", advice="Maybe RuleSet([...])")
    _check(rules.rules, (), examples)


def _check(rules: tuple[_Rule, ...], more: tuple[Case, ...], examples: int, /) -> None:
    cases = (*more, *known_cases())
    for rule in rules:
        _check_requirements(rule)
        for case in cases:
            _raise_if_faulty(rule, case)
        for case in barest(rule.requires):
            _raise_if_faulty(rule, case, "it needs more than it requires")
        _check_steadiness(rule, cases)
    _check_independence(rules, cases[: len(more) + 1])
    _check_drawn(rules, examples)


def _check_requirements(rule: _Rule, /) -> None:
    nothing = case_of(CarePlan(id="plan-1", client=Client(id="c-1")))
    try:
        nothing.view.missing(rule.requires)
    except UnknownId as fault:
        raise AssertionError(f"{_named(rule)} requires what no view has: {fault}") from None


@final
@frozen(weakref_slot=False, eq=False)
class _Fault:
    """What a rule does wrong with one case, and the error that says more, if there is one."""

    what: str
    advice: str = ""
    error: Exception | None = field(default=None, kw_only=True)

    def __str__(self) -> str:
        """What it does, and what the error says."""
        return self.what if self.error is None else f"{self.what} ({self.error})"


def _asked(rule: _Rule, case: Case, /) -> tuple[Remark, ...]:
    """What the rule says; nothing, where something that it requires is missing."""
    return () if case.view.missing(rule.requires) else tuple(rule.check(case.view))


def _fault(rule: _Rule, case: Case, /) -> _Fault | None:
    """The first promise that the rule breaks with one case alone."""
    try:
        remarks = _asked(rule, case)
    except Exception as error:  # noqa: BLE001 # whatever it is, it is the fault that is looked for
        return _Fault(
            f"raises {type(error).__name__}", "it asks for what is not there", error=error
        )
    for remark in remarks:
        if not _is_remark(remark):
            what = f"gives {described(remark)}, and remarks are wanted"
            return _Fault(what, 'yield Remark("$.goals[2]", "...")')
        fault = _lost(remark, case) or _told(remark, case)
        if fault is not None:
            return fault
    return None


def _is_remark(value: object, /) -> bool:
    return isinstance(value, Remark)


def _lost(remark: Remark, case: Case, /) -> _Fault | None:
    """What is wrong with the places of a remark."""
    for place in (remark.place, *(fact.place for fact in remark.facts)):
        try:
            look_up(case.view.plan, place)
        except CareError as fault:
            return _Fault(f"speaks of {place!r}, where nothing is ({fault.what})")
    return None


def _told(remark: Remark, case: Case, /) -> _Fault | None:
    """What a remark shows that is personal."""
    shown = case.marked.shown_in(repr(remark))
    if not shown:
        return None
    what = f"shows what is personal, {' and '.join(shown)}, in its remark on {remark.place!r}"
    return _Fault(what, "describe it, or name the id")


def _raise_if_faulty(rule: _Rule, case: Case, advice: str = "", /) -> None:
    fault = _fault(rule, case)
    if fault is not None:
        raise _broken(rule, str(fault), case, advice or fault.advice) from fault.error


def _check_steadiness(rule: _Rule, cases: tuple[Case, ...], /) -> None:
    """Whether the rule says the same again, whatever happened meanwhile, and asks only the view."""
    first = [_asked(rule, case) for case in cases]
    for said, case in zip(reversed(first), reversed(cases), strict=True):
        again, outside = called_outside(partial(_asked, rule, case))
        if outside:
            what = f"calls {outside}, and a rule asks nothing but the view"
            raise _broken(rule, what, case, "`view.as_of` is what it needs")
        if again != said:
            raise _broken(rule, "says something else when it is asked again", case, _MEMORY)


def _check_independence(rules: tuple[_Rule, ...], cases: tuple[Case, ...], /) -> None:
    """Whether each rule says the same of an equal plan, and after other rules."""
    for case in cases:
        looked_at = case.copied()
        for other in (*STANDARD_RULES, *reversed(rules)):
            _fault(other, looked_at)
        for rule in rules:
            alone = _asked(rule, case.copied())
            if alone != _asked(rule, looked_at):
                what = "says something else once other rules have looked at the plan"
                raise _broken(rule, what, case, _MEMORY)
            if alone != _asked(rule, case):
                raise _broken(rule, "says something else of an equal plan", case, _MEMORY)


def _check_drawn(rules: tuple[_Rule, ...], examples: int, /) -> None:
    drawn = views(st.one_of(plans(), flawed_plans(), values(CarePlan))).map(case_of)

    def is_faulty(case: Case, /) -> bool:
        return any(_fault(rule, case) is not None for rule in rules)

    for case in first_drawn(drawn, is_faulty, examples=examples, is_small=False):
        bad = [rule for rule in rules if _fault(rule, case) is not None]
        _raise_with_least(bad[0], case)


def _raise_with_least(rule: _Rule, case: Case, /) -> None:
    """Raise for a rule that breaks a promise with a case, and show how little of it is enough."""

    def is_faulty(less: Case, /) -> bool:
        return _fault(rule, less) is not None

    least = reduced(case, is_faulty)
    fault = _fault(rule, least)
    assert fault is not None
    error = _broken(rule, str(fault), least, fault.advice)
    error.add_note(f"The plan:\n{dumps(least.view.plan, indent=1)}")
    raise error from fault.error


def _broken(rule: _Rule, what: str, case: Case, advice: str = "", /) -> AssertionError:
    helps = f" Maybe {advice}." if advice else ""
    return AssertionError(f"{_named(rule)} {what}; on {case.view!r}.{helps}")


def _named(rule: _Rule, /) -> str:
    return f"rule {rule.code} ({rule.name})"
