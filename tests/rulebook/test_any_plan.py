"""Whatever a plan says, every rule has an answer, and the order of the rules does not matter."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar
from carecore.plans import CarePlan
from carecore.rulebook import STANDARD_RULES, validate
from carecore.testing.strategies import days, moments, plans, values
from carecore.validation import OutcomeKind, RuleSet

CALENDARS = st.sampled_from([None, BusinessCalendar()])


def no_rule_failed(plan: CarePlan, as_of: date, calendar: BusinessCalendar | None) -> None:
    report = validate(plan, as_of=as_of, calendar=calendar)

    assert [str(one) for one in report.of_kind(OutcomeKind.FAILED)] == []


@settings(max_examples=40)
@given(plan=plans(), as_of=days() | moments(), calendar=CALENDARS)
def test_no_rule_fails_on_a_plan_of_our_time(
    plan: CarePlan, as_of: date, calendar: BusinessCalendar | None
) -> None:
    no_rule_failed(plan, as_of, calendar)


@given(plan=values(CarePlan), as_of=days() | moments(), calendar=CALENDARS)
def test_no_rule_fails_on_any_plan_that_can_be_built(
    plan: CarePlan, as_of: date, calendar: BusinessCalendar | None
) -> None:
    no_rule_failed(plan, as_of, calendar)


@settings(max_examples=15)
@given(plan=plans(), as_of=days())
def test_rules_know_nothing_of_each_other(plan: CarePlan, as_of: date) -> None:
    together = validate(plan, as_of=as_of)
    alone = [
        finding
        for one in reversed(STANDARD_RULES.rules)
        for finding in validate(plan, as_of=as_of, rules=RuleSet([one])).findings
    ]

    assert sorted(map(str, alone)) == sorted(map(str, together.findings))
