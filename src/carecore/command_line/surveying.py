"""What the rules find in many plans at once, and what of the files could not be read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from carecore.base.outline import Items, Outline, Paragraph, Part, Section, Table
from carecore.base.reasons import Severity
from carecore.command_line.printing import as_json, plain
from carecore.command_line.records import Records
from carecore.command_line.telling import in_short
from carecore.review import PlanView
from carecore.validation import OutcomeKind, Report, RuleSet

__all__ = ["survey", "survey_document"]

_MOST_PLACES: Final = 3
_MOST_PLANS: Final = 40
_SEVERITIES: Final = tuple(reversed(Severity))


def survey(records: Records, reports: Sequence[Report], rules: RuleSet[PlanView], /) -> str:
    """How the plans of many files fare, in words.

    .. versionadded:: 0.1
    """
    parts: list[Part] = [Paragraph(_read(records))]
    if records.imported.faults:
        parts.append(Section("What could not be read", list(_faults(records))))
    if reports:
        parts.append(Section("By plan", list(_plans(reports))))
        parts.append(Section("By rule", [_rules(reports, rules)]))
    losses = _losses(records)
    if losses:
        table = Table(("resource", "elements"), [(kind, str(one)) for kind, one in losses])
        said = Paragraph("It is kept by whoever reads the files with carecore.extra.fhir.")
        parts.append(Section("What has no place in a plan", [said, table]))
    return str(Outline("What the rules find", parts))


def survey_document(records: Records, reports: Iterable[Report], /) -> str:
    """The same as a document.

    .. versionadded:: 0.1
    """
    imported = records.imported
    return as_json(
        {
            "files": len(records.files),
            "plans": len(records.plans),
            "clients": len(imported.clients),
            "professionals": len(imported.professionals),
            "faults": [
                {"place": records.place(one), "what": one.what, "advice": one.advice}
                for one in imported.faults
            ],
            "losses": dict(_losses(records)),
            "reports": [plain(one) for one in reports],
        }
    )


def _read(records: Records, /) -> str:
    ours = len(records.plans) - len(records.imported.plans)
    files = [_number(len(records.files), "file of FHIR", "files of FHIR")]
    if ours:
        files.append(_number(ours, "document of carecore", "documents of carecore"))
    plans = _number(len(records.plans), "plan", "plans")
    read = repr(records.imported).partition(": ")[2].rstrip(">")
    return f"{plans} of {' and '.join(files)}. From FHIR: {read or 'nothing'}."


def _number(number: int, one: str, many: str, /) -> str:
    return f"{number} {one if number == 1 else many}"


def _faults(records: Records, /) -> Iterator[Part]:
    """What is said of several places is said once, with the first of them."""
    places: dict[str, list[str]] = {}
    for one in records.imported.faults:
        said = f"{one.what}.{f' {one.advice}.' if one.advice else ''}"
        places.setdefault(said, []).append(records.place(one))
    yield Items([_fault(said, those) for said, those in places.items()])
    if any(len(those) > _MOST_PLACES for those in places.values()):
        yield Paragraph("With --format json, each of them with its place.")


def _fault(said: str, places: Sequence[str], /) -> str:
    where = in_short(places, most=_MOST_PLACES)
    return f"{where}: {said}" if len(places) == 1 else f"{len(places)} times: {said} At {where}."


def _plans(reports: Sequence[Report], /) -> Iterator[Part]:
    worst = sorted(reports, key=_weight)
    columns = ("plan", *(one.name.lower() for one in _SEVERITIES), "failed rules")
    rows = [(one.subject, *_counts(one)) for one in worst[:_MOST_PLANS]]
    yield Table(columns, rows)
    if len(worst) > len(rows):
        left = len(worst) - len(rows)
        yield Paragraph(f"And {left} more with no more findings; with --format json, all of them.")


def _weight(report: Report, /) -> tuple[int, ...]:
    counted = Counter(one.severity for one in report.findings)
    failed = len(report.of_kind(OutcomeKind.FAILED))
    return (-failed, *(-counted[one] for one in _SEVERITIES))


def _counts(report: Report, /) -> tuple[str, ...]:
    counted = Counter(one.severity for one in report.findings)
    failed = len(report.of_kind(OutcomeKind.FAILED))
    return (*(str(counted[one]) for one in _SEVERITIES), str(failed))


def _rules(reports: Sequence[Report], rules: RuleSet[PlanView], /) -> Table:
    found: Counter[str] = Counter()
    plans: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for report in reports:
        for one in report.outcomes:
            found[one.rule] += one.findings
            plans[one.rule] += one.kind is OutcomeKind.FOUND
            skipped[one.rule] += one.kind is OutcomeKind.SKIPPED
            failed[one.rule] += one.kind is OutcomeKind.FAILED
    counted = (found, plans, skipped, failed)
    rows = [
        (one.code, one.page.title, *(str(each[one.code]) for each in counted))
        for one in rules
        if plans[one.code] or failed[one.code]
    ]
    columns = ("rule", "what it looks for", "findings", "plans", "skipped", "failed")
    return Table(columns, rows)


def _losses(records: Records, /) -> list[tuple[str, int]]:
    return sorted(Counter(one.resource or "Bundle" for one in records.imported.losses).items())
