"""The rules that ship, and the question whether a plan keeps them."""

from datetime import date
from typing import Final

from carecore.base.calendars import BusinessCalendar
from carecore.base.checks import require_instance
from carecore.catalogue import STANDARD, Catalogue
from carecore.plans import CarePlan
from carecore.review import PlanView
from carecore.rulebook import (
    activity_rules,
    catalogue_rules,
    coverage_rules,
    duty_rules,
    escort_rules,
    gate_rules,
    goal_rules,
    journey_rules,
    medication_rules,
    milestone_rules,
    plan_rules,
    record_rules,
    recovery_rules,
    reference_rules,
    rights_rules,
    score_rules,
    stage_rules,
    target_rules,
    team_rules,
    transition_rules,
    visit_rules,
)
from carecore.validation import Report, RuleSet, run

__all__ = ["STANDARD_RULES", "validate"]

STANDARD_RULES: Final[RuleSet[PlanView]] = RuleSet(
    (
        *plan_rules.RULES,
        *reference_rules.RULES,
        *catalogue_rules.RULES,
        *team_rules.RULES,
        *stage_rules.RULES,
        *goal_rules.RULES,
        *target_rules.RULES,
        *activity_rules.RULES,
        *duty_rules.RULES,
        *visit_rules.RULES,
        *milestone_rules.RULES,
        *recovery_rules.RULES,
        *transition_rules.RULES,
        *gate_rules.RULES,
        *journey_rules.RULES,
        *escort_rules.RULES,
        *medication_rules.RULES,
        *coverage_rules.RULES,
        *rights_rules.RULES,
        *record_rules.RULES,
        *score_rules.RULES,
    )
)
"""Every rule that ships, in the order of the codes.

The first letter says what a rule looks at: the plan (P), its team (T), stages (S), goals (G),
duties and activities (D), visits (V), milestones (M), transitions (X), journeys (J), medications
(N), coverage (K), consents and rights (C), and the record (R).

>>> STANDARD_RULES.rule("G102").page.title
'A goal has no target that can be measured'

.. versionadded:: 0.1
"""


def validate(
    plan: CarePlan,
    /,
    *,
    as_of: date,
    rules: RuleSet[PlanView] = STANDARD_RULES,
    catalogue: Catalogue = STANDARD,
    calendar: BusinessCalendar | None = None,
) -> Report:
    """What *rules* find in *plan* at that time, and how each of them fared.

    A rule that lacks something, such as a record, is skipped, and the report says what it lacked.

    >>> from carecore.people import Client
    >>> from carecore.plans import PlanStatus
    >>> plan = CarePlan(id="plan-1", client=Client(id="c-17"), status=PlanStatus.ACTIVE)
    >>> warnings = validate(plan, as_of=date(2026, 11, 23)).at_least("warning")
    >>> [finding.rule for finding in warnings]
    ['P107', 'P112', 'P111', 'P105']
    >>> print(warnings[-1])
    P105 warning at $.monitor: nobody is named who monitors the plan. Maybe the care manager does.

    Args:
        plan: the plan.
        as_of: a day where days are counted, a moment with a zone where hours are.
        rules: which rules are asked.
        catalogue: what the field knows.
        calendar: which days are worked; `None`: unknown.

    Raises:
        WrongType: if an argument is of another type.

    .. versionadded:: 0.1
    """
    asked = require_instance(plan, CarePlan, name="the plan")
    return run(rules, PlanView.of(asked, as_of=as_of, catalogue=catalogue, calendar=calendar))
