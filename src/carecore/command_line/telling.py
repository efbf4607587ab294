"""A plan in words: its goals and activities, and what the rules found in it.

What a record says in its own words may be personal, so that it is told only where all is asked for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from carecore.base.identity import in_words
from carecore.plans import Activity, CarePlan, Goal
from carecore.record import Condition, Observation, Record
from carecore.rulebook import STANDARD_RULES
from carecore.validation import Finding, Report

__all__ = ["called", "found_in", "in_short"]

_QUOTED: Final = re.compile(r"'([^']+)'")
_LONGEST: Final = 70
_MOST: Final = 8


def called(one: Goal | Activity, /, *, full: bool) -> str:
    """What a goal or an activity is called: with *full*, in the record's own words; else by its id.

    .. versionadded:: 0.1
    """
    duty = one.duty if isinstance(one, Activity) else None
    return _quoted(one.text if full and one.text else in_words(duty or "")) or one.id


def in_short(those: Iterable[str], /, *, most: int = _MOST) -> str:
    """The first of some words, and how many more there are; equal ones stand there once.

    .. versionadded:: 0.1
    """
    words = list(dict.fromkeys(those))
    more = [f"and {len(words) - most} more"] if len(words) > most else []
    return "; ".join([*words[:most], *more])


def found_in(plan: CarePlan, report: Report, /, *, full: bool) -> list[str]:
    """What each rule found, in a line; the gravest first.

    .. versionadded:: 0.1
    """
    words, by_rule = dict(_words(plan, full=full)), dict[str, list[Finding]]()
    for one in report.findings:
        by_rule.setdefault(one.rule, []).append(one)
    return [_line(those, words) for those in by_rule.values()]


def _words(plan: CarePlan, /, *, full: bool) -> Iterator[tuple[str, str]]:
    """What is called otherwise than by its id, by its id."""
    parts: tuple[Goal | Activity, ...] = (*plan.goals, *plan.activities)
    for part in parts:
        yield part.id, called(part, full=full)
    for medications in plan.medication_lists:
        for one in medications.medications:
            yield one.id, _quoted(one.substance)
    record = plan.record or Record()
    for event in record.events:
        yield event.id, _quoted(in_words(event.what or event.kind.value))
    entries: tuple[Observation | Condition, ...] = (*record.observations, *record.conditions)
    for entry in entries:
        if entry.what is not None:
            yield entry.id, _quoted(in_words(entry.what))


def _quoted(text: str, /) -> str:
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
    return f"“{words}”" if words else ""


def _line(those: Sequence[Finding], words: Mapping[str, str], /) -> str:
    first, number = those[0], len(those)
    head = f"{first.rule}, {first.severity.name.lower()}"
    if number == 1:
        return f"{head}: {_in_words(first.message, words)}."
    title = STANDARD_RULES.rule(first.rule).page.title
    return f"{head}, {number} times: {title}: {in_short(_about(one, words) for one in those)}."


def _about(one: Finding, words: Mapping[str, str], /) -> str:
    """What a finding speaks of: the first that has words, or that is named, or all it says."""
    named = _QUOTED.findall(one.message)
    known = [words[key] for key in named if key in words]
    return [*known, *map(repr, named), one.message][0]


def _in_words(message: str, words: Mapping[str, str], /) -> str:
    return _QUOTED.sub(lambda found: words.get(found[1], found[0]), message)
