"""P105 to P113: what is asked of a care plan as a whole."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from carecore.base.moments import When, last_day
from carecore.base.reasons import Fact, OwnChoice, Severity, Verdict
from carecore.base.timing import Offset
from carecore.catalogue.sources import CFR_441_301, CFR_484_60
from carecore.catalogue.sources_moves import AHRQ_RED
from carecore.catalogue.sources_plans import HOME_HEALTH_REVIEW, PERSON_CENTRED_CHECKLIST
from carecore.errors import CareError
from carecore.plans import PlanStatus
from carecore.review import PlanView, did_you_mean
from carecore.rights import ConsentScope
from carecore.rulebook.asking import (
    NOT_OPEN,
    agreement,
    has_ended,
    has_run_out,
    is_in_force,
)
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "goals_left_open",
    "no_agreement",
    "no_contact_for_problems",
    "no_goal",
    "nobody_monitors",
    "period_is_over",
    "review_is_overdue",
    "risks_without_strengths",
    "stranger_monitors",
]

_SHORTEST_MONTH: Final = 28
_PLANS: Final = OwnChoice(
    "what Medicaid asks of person-centred plans at home is good practice for every plan in force"
)
_WATCHED: Final = OwnChoice("who watches over a plan belongs to the team, or to the client's side")
_STATUS: Final = OwnChoice("a status says what is so: what is over is not in force")
_HELP: Final = OwnChoice("somebody who is at home with a trouble needs to know whom to call")
_OUR_AGE: Final = OwnChoice("the plan itself says how often it is looked at; we only count")
_LAST_WORD: Final = OwnChoice("a yes is over once a no is said, or a later yes is taken back")


@rule(
    "P105",
    Severity.WARNING,
    requires=("a status",),
    sources=(PERSON_CENTRED_CHECKLIST, CFR_441_301.part("(2)(viii)"), _PLANS),
)
def nobody_monitors(view: PlanView) -> Iterator[Remark]:
    """Nobody is named who monitors the plan.

    What it looks for:
        A plan in force without a monitor.
    Why it matters:
        What nobody watches over is noticed when it has gone wrong.
    When it may be wrong:
        The facility names somebody elsewhere, for all its plans at once.
    Example:
        The plan names five people, and none of them as its monitor.
    What helps:
        Ask who watches over the plan, and write it down.
    Sources:
        42 CFR 441.301(c)(2)(viii), in a checklist: the plan names who is responsible for
        monitoring it.
    """
    plan = view.plan
    if plan.monitor is None and is_in_force(plan):
        yield Remark(
            "$.monitor",
            "nobody is named who monitors the plan",
            facts=(Fact(name="monitor", seen=None, place="$.monitor"),),
            advice="Maybe the care manager does",
        )


@rule("P106", Severity.WARNING, requires=("a team", "a status"), sources=(_WATCHED,))
def stranger_monitors(view: PlanView) -> Iterator[Remark]:
    """The monitor is nobody of the team.

    What it looks for:
        A plan in force whose monitor is neither in the team on the day asked about, nor the
        client or one of the client's representatives.
    Why it matters:
        Who has left watches over nothing any more.
    When it may be wrong:
        The monitor serves a payer or an authority, and was never meant to be in the team.
    Example:
        The monitor left the team in March, and the plan still names her.
    What helps:
        Name somebody who is there, or let the monitor join.
    Sources:
        carecore's own choice.
    """
    plan, day = view.plan, view.day
    monitor = plan.monitor
    if monitor is None or not is_in_force(plan):
        return
    stays = view.members.get(monitor, ())
    if any(stay.period.contains(day) for stay in stays) or monitor in view.family:
        return
    hint = "" if stays else did_you_mean(monitor, view.members)
    yield Remark(
        "$.monitor",
        f"the monitor {monitor!r} is not in the team on {day}",
        facts=(Fact(name="monitor", seen=monitor, place="$.monitor"),),
        advice=hint or "Maybe somebody else has taken over",
    )


@rule(
    "P107",
    Severity.WARNING,
    requires=("a status",),
    sources=(PERSON_CENTRED_CHECKLIST, CFR_441_301.part("(2)(ix)"), _PLANS, _LAST_WORD),
)
def no_agreement(view: PlanView) -> Iterator[Remark]:
    """The person has not agreed to the plan.

    What it looks for:
        A plan in force without a consent to it that holds; what is unknown about a yes does not
        count against it, and an answer that nobody knows is no yes. Of a consent that ran out or
        was taken back C102 tells.
    Why it matters:
        A plan is the client's own, and without agreement it is something done to the client.
    When it may be wrong:
        The agreement was signed and is kept elsewhere.
    Example:
        The plan is in force, and nobody has asked the client.
    What helps:
        Go through the plan with the client, or with whoever may decide, and ask.
    Sources:
        42 CFR 441.301(c)(2)(ix), in a checklist: agreed to with the informed consent of the
        individual, in writing.
    """
    plan, as_of, day = view.plan, view.as_of, view.day
    if not is_in_force(plan):
        return
    scope = ConsentScope.PLAN
    if agreement(plan, scope, as_of=as_of, day=day) is not Verdict.NOT_MET:
        return
    asked = [one for one in plan.consents if one.scope is scope]
    if not any(has_run_out(one, as_of=as_of, day=day) for one in asked):
        yield Remark(
            "$.consents",
            "no consent of the client to the plan holds",
            facts=(Fact(name="consents to the plan", seen=len(asked), place="$.consents"),),
            advice="Maybe it was given and not written down",
        )


@rule("P108", Severity.ERROR, requires=("a status", "goals"), sources=(_STATUS,))
def goals_left_open(view: PlanView) -> Iterator[Remark]:
    """The plan is completed, and goals of it are open.

    What it looks for:
        A completed plan with a goal that was agreed to and is known not to have ended.
    Why it matters:
        Nobody works on it any more, and nobody said that it was given up.
    When it may be wrong:
        The goal goes on in another plan; then it is cancelled here, with that reason.
    Example:
        The plan was completed on Friday; goal-3 is still active.
    What helps:
        End each goal, and say for each whether it was achieved.
    Sources:
        carecore's own choice: what is over is not in force.
    """
    if view.plan.status is not PlanStatus.COMPLETED:
        return
    for index, goal in enumerate(view.plan.goals):
        status = goal.status
        if status is not None and status not in NOT_OPEN:
            yield Remark(
                f"$.goals[{index}].status",
                f"the plan is completed, and the goal {goal.id!r} is open",
                facts=(Fact(name="status", seen=status.value, place=f"$.goals[{index}].status"),),
                advice="Maybe it was given up, or goes on elsewhere",
            )


@rule("P109", Severity.WARNING, requires=("a status", "a period"), sources=(_STATUS,))
def period_is_over(view: PlanView) -> Iterator[Remark]:
    """The period of the plan is over, and it is still active.

    What it looks for:
        An active plan whose period ended on or before the day asked about.
    Why it matters:
        People go on working by a plan that was made for another time.
    When it may be wrong:
        It was prolonged, and only the status was kept up. Where the period is wrong, the stages
        (S106), the stays of members (T101) and the end of the recovery (M108) lie outside of it.
    Example:
        The plan ran until the first of March, and is active in April.
    What helps:
        Prolong the plan, or end it and say what came of its goals.
    Sources:
        carecore's own choice: what is over is not in force.
    """
    period = view.plan.period
    if period is None or period.end is None or not is_in_force(view.plan):
        return
    if period.end <= view.day:
        yield Remark(
            "$.period",
            f"the plan is active, and its period ended on {period.end}",
            facts=(Fact(name="end", seen=period.end, place="$.period.end"),),
            advice="Maybe it goes on, or nobody ended it",
        )


@rule(
    "P110",
    Severity.WARNING,
    requires=("a review interval", "a status"),
    sources=(_OUR_AGE, HOME_HEALTH_REVIEW, CFR_484_60.part("(c)(1)").unverified()),
)
def review_is_overdue(view: PlanView) -> Iterator[Remark]:
    """The plan should have been looked at again.

    What it looks for:
        An active plan for which the time to the next review is over, counted from the last one,
        or from its making where there was none. Hours are left out of it, and business days
        count only where a calendar is known.
    Why it matters:
        People change, and a plan that nobody looks at fits them less every week.
    When it may be wrong:
        It was reviewed and the day was not written down.
    Example:
        Reviewed on 1 March, every 60 days, asked about in June.
    What helps:
        Look at it with the client, and note the day.
    Sources:
        The interval is the plan's own. Home health agencies look at a plan no less than every 60
        days (42 CFR 484.60(c)(1), as an agency tells it).
    """
    plan = view.plan
    last = plan.created if plan.reviewed is None else plan.reviewed
    if last is None or plan.review_every is None or not is_in_force(plan):
        return
    due = _day_after(last, plan.review_every, view)
    if due is not None and due < view.day:
        yield Remark(
            "$.reviewed",
            f"the plan was to be looked at again by {due}",
            facts=(Fact(name="due", seen=due, place="$.review_every"),),
            advice="Maybe it was, and nobody wrote it down",
        )


@rule(
    "P111",
    Severity.WARNING,
    requires=("a status",),
    sources=(PERSON_CENTRED_CHECKLIST, CFR_441_301.part("(2)(iv)"), _PLANS),
)
def no_goal(view: PlanView) -> Iterator[Remark]:
    """A plan in force has no goal.

    What it looks for:
        An active plan without a single goal.
    Why it matters:
        Without one, nobody can tell whether what is done helps.
    When it may be wrong:
        The plan only names who does what for the first days. Where activities name goals, those
        references lead nowhere (P103).
    Example:
        A plan with twelve activities and no goal.
    What helps:
        Ask the client what should be different in a month.
    Sources:
        42 CFR 441.301(c)(2)(iv), in a checklist: identified goals and outcomes.
    """
    if not view.plan.goals and is_in_force(view.plan):
        yield Remark("$.goals", "the plan has no goal", advice="Maybe they stand elsewhere")


@rule("P112", Severity.WARNING, requires=("a status",), sources=(AHRQ_RED, _HELP))
def no_contact_for_problems(view: PlanView) -> Iterator[Remark]:
    """There is nobody to call when something goes wrong.

    What it looks for:
        An active plan without a contact.
    Why it matters:
        Trouble after a move comes at night and at weekends, and small troubles grow.
    When it may be wrong:
        The client is on a ward, where somebody always is.
    Example:
        The client goes home tomorrow, and the plan names no number.
    What helps:
        Name who answers, for what, and at which hours.
    Sources:
        Project RED: the patient knows what to do if a problem arises; the gates of a move ask for
        it as well.
    """
    if not view.plan.contacts and is_in_force(view.plan):
        what = "the plan names nobody to call when something goes wrong"
        yield Remark(
            "$.contacts", what, advice="Maybe the care manager, and a number for the night"
        )


@rule(
    "P113",
    Severity.ADVICE,
    sources=(PERSON_CENTRED_CHECKLIST, CFR_441_301.part("(2)(ii)"), _PLANS),
)
def risks_without_strengths(view: PlanView) -> Iterator[Remark]:
    """Risks are named, and no strengths or preferences.

    What it looks for:
        A plan that has not ended, and names risks and nothing that the client can build on.
    Why it matters:
        A plan made of dangers alone takes more away than it gives.
    When it may be wrong:
        Strengths stand in a text that this rule does not read.
    Example:
        Falls and delirium are named, and nothing else.
    What helps:
        Ask what the client is good at, and likes.
    Sources:
        42 CFR 441.301(c)(2)(ii), in a checklist: strengths and preferences.
    """
    plan = view.plan
    if plan.risks and not plan.strengths and not has_ended(plan):
        yield Remark(
            "$.strengths",
            "risks are named, and no strengths or preferences",
            facts=(Fact(name="risks", seen=len(plan.risks), place="$.risks"),),
            advice="Maybe the client tells them gladly",
        )


def _day_after(last: When, every: Offset, view: PlanView, /) -> date | None:
    """The day that far from *last*; None where it cannot be counted, or is surely still to come."""
    start, (months, days, _, _) = last_day(last), every.measure
    if (view.day - start).days <= days + months * _SHORTEST_MONTH and every.business_days is None:
        return None
    try:
        return every.after(start, calendar=view.calendar)
    except CareError:
        return None


RULES: Final[tuple[Rule[PlanView], ...]] = (
    nobody_monitors,
    stranger_monitors,
    no_agreement,
    goals_left_open,
    period_is_over,
    review_is_overdue,
    no_goal,
    no_contact_for_problems,
    risks_without_strengths,
)
"""What is asked of a care plan as a whole.

.. versionadded:: 0.1
"""
