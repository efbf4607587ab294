"""One value of every class of the engine, and rules for its tests."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import final

import attrs
from attrs import field, frozen

from carecore.base.reasons import Citation, Fact, OwnChoice, Severity
from carecore.validation import (
    Finding,
    OutcomeKind,
    Remark,
    Report,
    ReportDiff,
    Rule,
    RuleOutcome,
    RulePage,
    RuleSet,
    rule,
)

DAY = date(2026, 11, 23)
OWN = OwnChoice("made for a test")
UNREAD = Citation(authority="the ministry", section="part 2", as_of=DAY, verified=False)
READ = Citation(authority="the ministry", section="part 3", as_of=DAY)

PAGE = """It is a made-up rule.

    What it looks for:
        Something.

    Why it matters:
        It does not.

        Not even a little.
    When it may be wrong:
        Always.
    Example:
        Any.
    What helps:
        Nothing.
    Sources:
        carecore's own choice.
"""


@final
@frozen(kw_only=True)
class View:
    """Something to look at, with words of it that may be missing."""

    subject: str = "plan-1"
    as_of: date = DAY
    gone: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    asked: list[tuple[str, ...]] = field(factory=list, eq=False)

    def missing(self, requires: tuple[str, ...], /) -> tuple[str, ...]:
        self.asked.append(requires)
        return tuple(name for name in requires if name in self.gone)


Check = Callable[[View], Iterable[Remark]]


def made(
    code: str = "X101",
    check: Check | None = None,
    severity: Severity = Severity.WARNING,
    requires: Iterable[str] = (),
) -> Rule[View]:
    """A rule that gives what *check* gives, or nothing."""

    def look(view: View) -> Iterable[Remark]:
        return () if check is None else check(view)

    look.__doc__ = PAGE
    return rule(code, severity, requires=requires, sources=[OWN])(look)


@rule("X301", Severity.ERROR, requires=("a word",), sources=[READ])
def shouting(view: View) -> Iterator[Remark]:
    """A word shouts.

    What it looks for:
        Words in capital letters.
    Why it matters:
        They are hard to read.
    When it may be wrong:
        Short forms are written so.
    Example:
        WATCH OUT
    What helps:
        Small letters.
    Sources:
        The ministry.
    """
    for index, word in enumerate(view.words):
        if word.isupper():
            yield Remark(f"$.words[{index}]", "the word shouts", advice="Maybe write it small")


REMARK = Remark(
    "$.goals[2]",
    "the goal has no target",
    facts=(Fact(name="targets", seen=0, place="$.goals[2].targets"),),
    advice="Maybe name a measure",
    severity=Severity.ADVICE,
    sources=(UNREAD,),
)
FINDING = Finding(
    rule="G101",
    severity=Severity.WARNING,
    place="$.goals[2]",
    message="the goal has no target",
    facts=REMARK.facts,
    sources=(UNREAD, OWN),
    advice="Maybe name a measure",
)
FOUND = RuleOutcome(rule="G101", kind=OutcomeKind.FOUND, findings=1)
SKIPPED = RuleOutcome(rule="G201", kind=OutcomeKind.SKIPPED, missing=("a time of day", "a team"))
FAILED = RuleOutcome(rule="G301", kind=OutcomeKind.FAILED, exception="KeyError")
CLEAR = RuleOutcome(rule="G401", kind=OutcomeKind.CLEAR)
REPORT = Report(
    subject="plan-1", as_of=DAY, findings=[FINDING], outcomes=[FOUND, SKIPPED, FAILED, CLEAR]
)
DIFF = ReportDiff(new=[FINDING], gone=[FINDING], kept=[FINDING], open=[FINDING])

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    Finding: FINDING,
    Remark: REMARK,
    Report: REPORT,
    ReportDiff: DIFF,
    Rule: shouting,
    RuleOutcome: SKIPPED,
    RulePage: shouting.page,
    RuleSet: RuleSet([shouting]),
}
