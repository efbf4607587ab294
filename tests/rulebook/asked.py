"""One rule put to a made-up plan, and what it says in one line each."""

from datetime import date
from typing import Any

from carecore.base.calendars import BusinessCalendar
from carecore.catalogue import STANDARD, Catalogue
from carecore.people import Client
from carecore.plans import CarePlan, PlanStatus
from carecore.rulebook import STANDARD_RULES, validate
from carecore.validation import Report, RuleSet

DAY = date(2026, 11, 24)


def plan(**parts: Any) -> CarePlan:  # noqa: ANN401 # any part of a plan
    """A plan of the client c-17 with these parts, and nothing else."""
    given: dict[str, Any] = {"id": "plan-1", "client": Client(id="c-17")}
    return CarePlan(**given | parts)


def in_force(**parts: Any) -> CarePlan:  # noqa: ANN401 # any part of a plan
    """The same, in force."""
    given: dict[str, Any] = {"status": PlanStatus.ACTIVE}
    return plan(**given | parts)


def asked(
    code: str,
    made: CarePlan,
    /,
    *,
    as_of: date = DAY,
    catalogue: Catalogue = STANDARD,
    calendar: BusinessCalendar | None = None,
) -> Report:
    """The report of that rule alone."""
    rules = RuleSet([STANDARD_RULES.rule(code)])
    return validate(made, as_of=as_of, rules=rules, catalogue=catalogue, calendar=calendar)


def said(
    code: str,
    made: CarePlan,
    /,
    *,
    as_of: date = DAY,
    catalogue: Catalogue = STANDARD,
    calendar: BusinessCalendar | None = None,
) -> list[str]:
    """What that rule finds, one line each; it must have been asked."""
    report = asked(code, made, as_of=as_of, catalogue=catalogue, calendar=calendar)
    (outcome,) = report.outcomes
    assert outcome.kind.value in ("clear", "found"), str(outcome)
    return [str(one) for one in report.findings]


def fared(code: str, made: CarePlan, /, *, as_of: date = DAY) -> str:
    """How that rule fared: whether it was asked at all, and what was missing."""
    (outcome,) = asked(code, made, as_of=as_of).outcomes
    return str(outcome)
