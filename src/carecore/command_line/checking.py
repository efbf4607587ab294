"""The command `check`: what the rules find in a plan, or in all plans of many records."""

import argparse
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from carecore.base.reasons import Severity
from carecore.codec import loads
from carecore.command_line.printing import Answer, shown, wants_json
from carecore.command_line.progress import with_progress
from carecore.command_line.reading import (
    all_faults,
    now,
    read_file,
    seen_from,
    to_day_or_moment,
    to_holidays,
    worked_days,
)
from carecore.command_line.records import Records, is_folder, is_record, read_records
from carecore.command_line.statuses import ANSWERED, ERRORS, WARNINGS
from carecore.command_line.surveying import survey, survey_document
from carecore.errors import InvalidValue
from carecore.plans import CarePlan
from carecore.review import PlanView
from carecore.rulebook import STANDARD_RULES, validate
from carecore.validation import OutcomeKind, Report, RuleSet

__all__ = ["check"]

_OPTIONS: Final = {
    "a calendar": "Maybe --holiday DAY for each holiday, or --holiday none",
    "a time of day": "Maybe --as-of 2026-11-24T10:00+00:00",
}
"""What a rule may have lacked, and the option that gives it."""


class _Question(NamedTuple):
    """What is asked of every plan."""

    as_of: date | datetime | None
    holidays: tuple[date, ...] | None
    rules: RuleSet[PlanView]

    def report(self, plan: CarePlan, /) -> Report:
        """What the rules find in one plan."""
        zone = plan.client.zone
        return validate(
            plan,
            as_of=now(zone) if self.as_of is None else seen_from(zone, self.as_of),
            rules=self.rules,
            calendar=worked_days(self.holidays, zone),
        )


def check(options: argparse.Namespace, /) -> Answer:
    """What the rules find in a plan, and how each of them fared; or in the plans of records.

    .. versionadded:: 0.1
    """
    with all_faults() as ask:
        asked = ask(_read, options.files)
        question = ask(_question, options)
    if isinstance(asked, CarePlan):
        return _one(question.report(asked), options)
    return _many(asked, question, options)


def _read(files: list[str], /) -> CarePlan | Records:
    if len(files) > 1 or is_folder(files[0]):
        return read_records(files)
    data = read_file(files[0])
    return read_records(files, data) if is_record(data) else loads(data, CarePlan)


def _question(options: argparse.Namespace, /) -> _Question:
    with all_faults() as ask:
        as_of = ask(to_day_or_moment, options.as_of)
        holidays = ask(to_holidays, options.holiday)
        rules = ask(_rules, options)
    return _Question(as_of, holidays, rules)


def _one(report: Report, options: argparse.Namespace, /) -> Answer:
    status, notes = _status(report), tuple(_notes(report))
    if wants_json(options):
        return Answer(shown(report, options), status, notes)
    return Answer("\n".join([shown(report, options), *([""] if notes else []), *notes]), status)


def _many(records: Records, question: _Question, options: argparse.Namespace, /) -> Answer:
    """Files that could not be read whole are something to look at again."""
    reports = [question.report(plan) for plan in with_progress(records.plans, "plans checked")]
    status = max(map(_status, reports), default=ANSWERED)
    if records.imported.faults:
        status = max(status, WARNINGS)
    if wants_json(options):
        return Answer(survey_document(records, reports), status)
    return Answer(survey(records, reports, question.rules), status)


def _rules(options: argparse.Namespace, /) -> RuleSet[PlanView]:
    with all_faults() as ask:
        asked = [ask(STANDARD_RULES.rule, code) for code in options.only]
        left_out = [ask(STANDARD_RULES.rule, code) for code in options.without]
    rules = RuleSet(one for one in asked or STANDARD_RULES if one not in left_out)
    if not len(rules):
        what = "no rule is left to ask"
        raise InvalidValue(what, advice="Maybe --only and --without name the same rules")
    return rules


def _status(report: Report, /) -> int:
    """A rule that failed has seen nothing, so it counts as an error."""
    if report.at_least(Severity.ERROR) or report.of_kind(OutcomeKind.FAILED):
        return ERRORS
    return WARNINGS if report.at_least(Severity.WARNING) else ANSWERED


def _notes(report: Report, /) -> Iterator[str]:
    """How rules that were skipped only for want of an option could be asked."""
    skipped = report.of_kind(OutcomeKind.SKIPPED)
    wanting = [one for one in skipped if _OPTIONS.keys() >= set(one.missing)]
    for missing, advice in _OPTIONS.items():
        number = sum(missing in one.missing for one in wanting)
        if number:
            rules = "1 rule was" if number == 1 else f"{number} rules were"
            yield f"{rules} skipped for want of {missing}. {advice}."
