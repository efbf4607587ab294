"""What the standard rules find in real plans: `python -m tests.extra.fhir.rule_counts FOLDER`.

The documents of each source are read in one call.
Each plan is asked at noon (UTC) 30 days after it starts, or on the day after the newest entry of
its record, if that is later; one that says neither, on the first day of 2026.
The page of the mapping prints this.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from carecore import CarePlan, Finding, OutcomeKind, PartialDate, PlanStatus, Report, validate
from carecore.extra.fhir import read
from carecore.rulebook import STANDARD_RULES

from . import raw

UNKNOWN = date(2026, 1, 1)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def as_of(plan: CarePlan) -> datetime:
    """When a plan is asked."""
    days = [day + timedelta(days=1) for day in map(day_of, entries(plan)) if day is not None]
    if plan.period is not None and plan.period.start is not None:
        days.append(plan.period.start + timedelta(days=30))
    return noon(max(days, default=UNKNOWN))


def entries(plan: CarePlan) -> Iterable[object]:
    """When things happened, and when conditions were recorded."""
    if plan.record is not None:
        yield from (one.happened for one in plan.record.events)
        yield from (one.happened for one in plan.record.observations)
        yield from (one.recorded for one in plan.record.conditions)


def day_of(when: object) -> date | None:
    """The day, where it is told."""
    if isinstance(when, datetime):
        return when.date()
    if isinstance(when, PartialDate):
        return when.earliest
    return when if isinstance(when, date) else None


def reports(folder: Path) -> list[tuple[CarePlan, Report]]:
    """Each real plan, and what all standard rules say of it."""
    found = [read(*(data for _, data in those)) for those in raw.by_source(folder)]
    plans = [plan for one in found for plan in one.plans]
    return [(plan, validate(plan, as_of=as_of(plan))) for plan in plans]


def findings(those: list[tuple[CarePlan, Report]]) -> list[tuple[CarePlan, Finding]]:
    """Every finding, with its plan."""
    return [(plan, finding) for plan, report in those for finding in report.findings]


def table(those: list[tuple[CarePlan, Report]]) -> str:
    """How each rule fared, as a table in Markdown; rules that found nothing stand below it."""
    number = len(in_force(those))
    kinds: dict[str, Counter[OutcomeKind]] = {one.code: Counter() for one in STANDARD_RULES}
    numbers: Counter[str] = Counter(finding.rule for _, finding in findings(those))
    for _, report in those:
        for one in report.outcomes:
            kinds[one.rule][one.kind] += 1
    heads = ("rule", "severity", "findings", "plans", "clear", "skipped", "failed")
    lines = [f"{len(those)} plans, {number} of them in force.", ""]
    lines += [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for rule in STANDARD_RULES:
        count = kinds[rule.code]
        if numbers[rule.code]:
            rest = (count[kind] for kind in (OutcomeKind.FOUND, *REST))
            cells = (rule.code, rule.severity.value, numbers[rule.code], *rest)
            lines.append(f"| {' | '.join(map(str, cells))} |")
    silent = [rule.code for rule in STANDARD_RULES if not numbers[rule.code]]
    asked = [code for code in silent if kinds[code][OutcomeKind.CLEAR]]
    skipped = [code for code in silent if code not in asked]
    lines += ["", f"Asked, and found nothing: {', '.join(asked)}."]
    lines += ["", f"Never asked, for no record says enough: {', '.join(skipped)}."]
    return "\n".join(lines)


REST = (OutcomeKind.CLEAR, OutcomeKind.SKIPPED, OutcomeKind.FAILED)


def in_force(those: list[tuple[CarePlan, Report]]) -> list[tuple[CarePlan, Report]]:
    """The plans that people work by: of the others, most rules have nothing to say."""
    return [(plan, report) for plan, report in those if plan.status is PlanStatus.ACTIVE]


def frequent(those: list[tuple[CarePlan, Report]]) -> list[str]:
    """The rules that speak of more than half of the plans in force."""
    asked = in_force(those)
    spoken = Counter(code for _, report in asked for code in {f.rule for f in report.findings})
    return [code for code, number in sorted(spoken.items()) if number > len(asked) / 2]


def main(folder: Path) -> None:
    """Print the table, and the rules that speak of more than half of the plans in force."""
    those = reports(folder)
    print(table(those))
    print(f"\nOf more than half of those in force speaks: {', '.join(frequent(those))}.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
