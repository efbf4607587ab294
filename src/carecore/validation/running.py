"""Running rules: each by itself, with one of four outcomes.

A rule that raises is *failed*: its name and the class of the exception are told, and nothing of
what the exception says, since that may hold a value of the record.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar, cast

from carecore.base.checks import require_instance
from carecore.base.reasons import Severity
from carecore.errors import WrongType
from carecore.validation.findings import (
    Finding,
    OutcomeKind,
    Remark,
    RuleOutcome,
    rests_on_the_unverified,
)
from carecore.validation.reports import Report
from carecore.validation.rules import Rule, RuleSet

__all__ = ["RuleView", "run"]


class RuleView(Protocol):
    """What a run asks of a view; the rules ask for more.

    .. versionadded:: 0.1
    """

    @property
    def subject(self) -> str:
        """The id of what is looked at."""
        ...

    @property
    def as_of(self) -> date:
        """The day or the moment asked about."""
        ...

    def missing(self, requires: tuple[str, ...], /) -> tuple[str, ...]:
        """Those of *requires* that are not there, in order.

        .. versionadded:: 0.1
        """
        ...


V = TypeVar("V", bound=RuleView)


def run(rules: RuleSet[V], view: V, /) -> Report:
    """What *rules* find in *view*, and how each of them fared.

    Rules know nothing of each other, so their order makes no difference.
    No finding is more severe than its rule, nor an error where what it cites itself is unverified.

    Raises:
        WrongType: if *rules* is no rule set.

    .. versionadded:: 0.1
    """
    require_instance(rules, RuleSet, name="the rules", advice="Maybe RuleSet([...])")
    findings: list[Finding] = []
    outcomes: list[RuleOutcome] = []
    known: dict[tuple[str, ...], tuple[str, ...]] = {(): ()}
    for one in rules:
        outcome, remarks = _asked(one, view, known)
        outcomes.append(outcome)
        findings.extend(_finding(one, remark) for remark in remarks)
    return Report(subject=view.subject, as_of=view.as_of, findings=findings, outcomes=outcomes)


def _asked(
    rule: Rule[V], view: V, known: dict[tuple[str, ...], tuple[str, ...]], /
) -> tuple[RuleOutcome, tuple[Remark, ...]]:
    failure, remarks = "", tuple[Remark, ...]()
    try:
        missing = known.get(rule.requires)
        if missing is None:
            missing = known[rule.requires] = tuple(view.missing(rule.requires))
        if missing:
            return RuleOutcome(rule=rule.code, kind=OutcomeKind.SKIPPED, missing=missing), ()
        remarks = _only_remarks(rule.check(view))
    # Whatever a rule of somebody else raises: the other rules still have their say.
    except Exception as error:  # noqa: BLE001
        failure = _name(error)
    # Outside of the handler, so that nothing made here has the exception as its context.
    if failure:
        return RuleOutcome(rule=rule.code, kind=OutcomeKind.FAILED, exception=failure), ()
    if not remarks:
        return rule.clear, ()
    found = RuleOutcome(rule=rule.code, kind=OutcomeKind.FOUND, findings=len(remarks))
    return found, remarks


def _only_remarks(given: Iterable[object], /) -> tuple[Remark, ...]:
    kept = tuple(given)
    if kept and not all(isinstance(one, Remark) for one in kept):
        raise WrongType("a rule gives something that is no remark")
    return cast("tuple[Remark, ...]", kept)


def _name(error: Exception, /) -> str:
    name = type(error).__name__
    # A class can be made at run time, and called anything.
    return name if name.isidentifier() else "Exception"


def _finding(rule: Rule[V], remark: Remark, /) -> Finding:
    severity = rule.severity if remark.severity is None else min(remark.severity, rule.severity)
    if severity is Severity.ERROR and rests_on_the_unverified(remark.sources):
        severity = Severity.WARNING
    return Finding(
        rule=rule.code,
        severity=severity,
        place=remark.place,
        message=remark.message,
        facts=remark.facts,
        sources=remark.sources or rule.sources,
        advice=remark.advice,
    )
