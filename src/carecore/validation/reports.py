"""What came of a run: the findings, and how every rule fared."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final, NoReturn, final

from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, filled_text, require_instance
from carecore.base.fields import checked
from carecore.base.outline import Faces, Items, Outline, Paragraph, Part, Section, Table
from carecore.base.reasons import Severity, grouped_sources
from carecore.errors import FindingsFound, InvalidValue, WrongType
from carecore.validation.findings import Finding, OutcomeKind, RuleOutcome, to_severity

__all__ = ["Report", "ReportDiff"]

_NUMBER: Final = re.compile(r"(\d+)")
_MOST_FIRST: Final = tuple(reversed(Severity))


def _in_order(values: Iterable[Finding], /) -> tuple[Finding, ...]:
    found = each_of(values, Finding)
    return tuple(sorted(found, key=_key)) if len(found) > 1 else found


def _key(finding: Finding, /) -> tuple[int, list[str | int], str]:
    # Text and numbers take turns, so that [10] comes after [2].
    steps = _NUMBER.split(finding.place)
    place = [int(step) if index % 2 else step for index, step in enumerate(steps)]
    return _MOST_FIRST.index(finding.severity), place, finding.rule


def _by_code(values: Iterable[RuleOutcome], /) -> tuple[RuleOutcome, ...]:
    given = each_of(values, RuleOutcome)
    kept = {one.rule: one for one in given}
    if len(kept) < len(given):
        what = "two outcomes are of one rule"
        raise InvalidValue(what, advice="Maybe two runs were put together")
    return tuple(kept[code] for code in sorted(kept))


def _tells_all(
    report: "Report",
    attribute: "Attribute[tuple[RuleOutcome, ...]]",
    outcomes: tuple[RuleOutcome, ...],
    /,
) -> None:
    counted = {one.rule: one.findings for one in outcomes if one.findings}
    if counted != Counter(one.rule for one in report.findings):
        what = "the outcomes count other findings than there are"
        advice = "Maybe findings were taken out"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Report(Faces):
    """What a set of rules found in one value, and how each rule fared.

    A report is neither true nor false: `ok` says that every rule ran and found nothing,
    `at_least` gives the findings that matter, and `outcomes` tells which rules could not run.

    >>> report = Report(
    ...     subject="plan-1",
    ...     as_of=date(2026, 11, 23),
    ...     findings=[
    ...         Finding(rule="G101", severity=Severity.ADVICE, place="$", message="no goal yet")
    ...     ],
    ...     outcomes=[RuleOutcome(rule="G101", kind=OutcomeKind.FOUND, findings=1)],
    ... )
    >>> report.ok, report.at_least("warning")
    (False, ())

    Attributes:
        subject: id of what was looked at.
        as_of: the day or the moment asked about.
        findings: what was found: the most severe first, then by place, then by rule.
        outcomes: how each rule fared, in the order of their codes.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: if a rule has two outcomes, or the outcomes count other findings.

    .. versionadded:: 0.1
    """

    subject: str = field(validator=filled_text)
    as_of: date | datetime
    findings: tuple[Finding, ...] = field(default=(), converter=_in_order)
    outcomes: tuple[RuleOutcome, ...] = field(default=(), converter=_by_code, validator=_tells_all)

    def __bool__(self) -> NoReturn:
        """Refuse: nobody can tell whether a report that is "true" found something or nothing."""
        advice = "Maybe `report.ok`, or `report.at_least('error')`"
        raise WrongType("a report is neither true nor false", advice=advice)

    @property
    def ok(self) -> bool:
        """Whether there were rules, and every one of them ran and found nothing."""
        return bool(self.outcomes) and all(one.kind is OutcomeKind.CLEAR for one in self.outcomes)

    def of_kind(self, kind: OutcomeKind, /) -> tuple[RuleOutcome, ...]:
        """The outcomes of that kind."""
        return tuple(one for one in self.outcomes if one.kind is kind)

    def at_least(self, severity: Severity | str, /) -> tuple[Finding, ...]:
        """The findings that matter that much or more.

        Raises:
            InvalidValue: if there is no such severity.
        """
        least = to_severity(severity)
        return tuple(one for one in self.findings if one.severity >= least)

    def raise_if(self, severity: Severity | str, /) -> None:
        """Raise where something matters that much or more, or a rule failed.

        A rule that failed has seen nothing, so nobody can say that all is well.
        A rule that was skipped raises nothing; `ok` tells of it.

        Raises:
            FindingsFound: with one line for each finding and each failed rule.
        """
        found, failed = self.at_least(severity), self.of_kind(OutcomeKind.FAILED)
        if found or failed:
            texts = (*map(str, found), *map(str, failed))
            codes = dict.fromkeys([*(one.rule for one in found), *(one.rule for one in failed)])
            raise FindingsFound(self.subject, texts=texts, codes=codes)

    def compare(self, earlier: "Report", /) -> "ReportDiff":
        """What is new since an earlier report of the same thing, what is gone, what is still there.

        A finding is the same if rule and place are; what it says may have changed.
        Where a rule did not run this time, its earlier findings are not gone but *open*.

        Raises:
            WrongType: if it is no report.
            InvalidValue: if it is a report of something else.
        """
        before = require_instance(earlier, Report, name="the earlier report")
        if before.subject != self.subject:
            what = f"the reports are of {before.subject!r} and {self.subject!r}"
            raise InvalidValue(what, advice="Maybe compare two reports of the same plan")
        ran = (OutcomeKind.CLEAR, OutcomeKind.FOUND)
        asked = {one.rule for one in self.outcomes if one.kind in ran}
        left = Counter(map(_same, before.findings))
        new = [one for one in self.findings if not _taken(left, one)]
        rest = Counter(map(_same, self.findings))
        gone = [one for one in before.findings if not _taken(rest, one)]
        return ReportDiff(
            new=new,
            gone=[one for one in gone if one.rule in asked],
            kept=_minus(self.findings, new),
            open=[one for one in gone if one.rule not in asked],
        )

    def outline(self, *, full: bool = False) -> Outline:
        """The report as an outline; it shows ids only, so *full* changes nothing."""
        del full
        day = self.as_of.isoformat()
        return Outline(f"Report on {self.subject} (as of {day})", tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield Paragraph(self._summary())
        for severity in _MOST_FIRST:
            found = [one for one in self.findings if one.severity is severity]
            if found:
                yield Section(severity.value.capitalize(), [Items(map(_line, found))])
        for kind, column in (
            (OutcomeKind.SKIPPED, "was missing"),
            (OutcomeKind.FAILED, "raised"),
        ):
            rows = [(one.rule, one.details) for one in self.of_kind(kind)]
            if rows:
                yield Section(kind.value.capitalize(), [Table(("rule", column), rows)])
        sources = dict.fromkeys(source for one in self.findings for source in one.sources)
        if sources:
            yield Section("Sources", [Items(grouped_sources(sources))])

    def _summary(self) -> str:
        counts = Counter(one.kind for one in self.outcomes)
        told = ", ".join(f"{counts[kind]} {kind.value}" for kind in OutcomeKind)
        rules = f"{len(self.outcomes)} rule" + ("" if len(self.outcomes) == 1 else "s")
        found = f"{len(self.findings)} finding" + ("" if len(self.findings) == 1 else "s")
        return f"{found or 'no finding'} of {rules}: {told}."


def _findings(values: Iterable[Finding], /) -> tuple[Finding, ...]:
    return _in_order(values)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ReportDiff(Faces):
    """How two reports of the same thing differ.

    Attributes:
        new: findings that are only in the later report.
        gone: findings that are only in the earlier one, though their rule ran again.
        kept: findings that are in both, as the later one tells them.
        open: earlier findings of rules that did not run again, so that nobody knows.

    .. versionadded:: 0.1
    """

    new: tuple[Finding, ...] = field(default=(), converter=_findings)
    gone: tuple[Finding, ...] = field(default=(), converter=_findings)
    kept: tuple[Finding, ...] = field(default=(), converter=_findings)
    open: tuple[Finding, ...] = field(default=(), converter=_findings)

    def outline(self, *, full: bool = False) -> Outline:
        """The difference as an outline; it shows ids only, so *full* changes nothing."""
        del full
        told = (
            ("New", self.new),
            ("Gone", self.gone),
            ("Still there", self.kept),
            ("Not asked again", self.open),
        )
        sections = [Section(name, [Items(map(_line, found))]) for name, found in told if found]
        return Outline("What changed", sections or [Paragraph("No finding then, and none now.")])


def _line(finding: Finding, /) -> str:
    parts = (finding.message, finding.advice)
    said = " ".join(part.rstrip(".") + "." for part in parts if part)
    return f"{finding.rule} at {finding.place}: {said}"


def _same(finding: Finding, /) -> tuple[str, str]:
    return finding.rule, finding.place


def _taken(left: "Counter[tuple[str, str]]", finding: Finding, /) -> bool:
    """Whether one like *finding* is left, which is then taken away."""
    if not left[_same(finding)]:
        return False
    left[_same(finding)] -= 1
    return True


def _minus(values: Iterable[Finding], gone: Iterable[Finding], /) -> list[Finding]:
    left = {id(one) for one in gone}
    return [one for one in values if id(one) not in left]
