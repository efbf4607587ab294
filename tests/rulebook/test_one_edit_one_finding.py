"""The traveller's plan is clean, and one edit of it makes one rule speak, and no other.

Where another rule cannot but see the same edit, its code is named on the page of the first one.
"""

from typing import Final

import pytest

from carecore.plans import CarePlan
from carecore.rulebook import STANDARD_RULES, validate
from carecore.testing.traveller import TRAVELLER_NOW, traveller_calendar, traveller_plan
from carecore.validation import OutcomeKind, Report

from . import faults_1, faults_2

FAULTS: Final = faults_1.FAULTS | faults_2.FAULTS
ALSO: Final = faults_1.ALSO | faults_2.ALSO


def looked_at(plan: CarePlan, /) -> Report:
    return validate(plan, as_of=TRAVELLER_NOW, calendar=traveller_calendar())


def test_the_plan_is_clean_and_no_rule_was_skipped() -> None:
    report = looked_at(traveller_plan())

    assert {outcome.kind for outcome in report.outcomes} == {OutcomeKind.CLEAR}
    assert tuple(outcome.rule for outcome in report.outcomes) == STANDARD_RULES.codes


def test_there_is_an_edit_for_each_rule() -> None:
    assert sorted(FAULTS) == list(STANDARD_RULES.codes)
    assert not faults_1.FAULTS.keys() & faults_2.FAULTS.keys()


@pytest.mark.parametrize("code", STANDARD_RULES.codes)
def test_one_edit_makes_one_rule_speak(code: str) -> None:
    report = looked_at(FAULTS[code](traveller_plan()))

    assert {finding.rule for finding in report.findings} == {code} | ALSO.get(code, frozenset())
    assert report.of_kind(OutcomeKind.FAILED) == ()


@pytest.mark.parametrize("code", ALSO)
def test_what_else_speaks_is_named_on_the_page(code: str) -> None:
    page = STANDARD_RULES.rule(code).page

    assert [other for other in sorted(ALSO[code]) if other not in page.may_be_wrong] == []


@pytest.mark.parametrize("code", STANDARD_RULES.codes)
def test_the_severity_of_a_rule_is_that_of_its_fault(code: str) -> None:
    report = looked_at(FAULTS[code](traveller_plan()))

    spoken = {one.severity for one in report.findings if one.rule == code}
    assert max(spoken) is STANDARD_RULES.rule(code).severity
