"""Rules that each break one promise, as people do by mistake."""

import os
import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.review import PlanView
from carecore.validation import Remark, Rule, rule

PAGE: Final = """{title}.

What it looks for:
    What the test needs.
Why it matters:
    A check that finds nothing is worth nothing.
When it may be wrong:
    It is wrong on purpose.
Example:
    Any plan.
What helps:
    Mending it.
Sources:
    carecore's own choice.
"""

Check = Callable[[PlanView], Any]


def made(check: Check, *requires: str) -> Rule[PlanView]:
    """A rule of that function, whose page says its name."""
    check.__doc__ = PAGE.format(title=check.__name__.replace("_", " ").capitalize())
    as_rule: Callable[[Check], Rule[PlanView]] = rule(
        "X101", Severity.WARNING, requires=requires, sources=(OwnChoice("it is a test"),)
    )
    return as_rule(check)


def goals_without_target(view: PlanView) -> Iterator[Remark]:
    for index, goal in enumerate(view.plan.goals):
        if not goal.targets:
            place = f"$.goals[{index}].targets"
            fact = Fact(name="targets", seen=0, place=place)
            yield Remark(place, f"the goal {goal.id!r} has no target", facts=(fact,))


def reads_the_clock(view: PlanView) -> Iterator[Remark]:
    if view.plan.status is not None and date.today() > view.day:  # on purpose
        yield Remark("$.status", "it is late")


def rolls_dice(view: PlanView) -> Iterator[Remark]:
    if view.plan.goals and random.random() < 2:  # noqa: S311 # on purpose
        yield Remark("$.goals", "there are goals")


def reads_the_environment(view: PlanView) -> Iterator[Remark]:
    if view.plan.goals and os.environ.get("HOME") is None:
        yield Remark("$.goals", "nobody is at home")


def shows_a_name(view: PlanView) -> Iterator[Remark]:
    yield Remark("$.client", f"{view.plan.client.name.upper()} has a plan")


def shows_a_text_in_a_fact(view: PlanView) -> Iterator[Remark]:
    for index, goal in enumerate(view.plan.goals):
        place = f"$.goals[{index}]"
        yield Remark(place, "look", facts=(Fact(name="text", seen=goal.text, place=place),))


def shows_a_birth_date(view: PlanView) -> Iterator[Remark]:
    yield Remark("$.client", f"born on {view.plan.client.birth_date}")


def speaks_of_nowhere(view: PlanView) -> Iterator[Remark]:
    yield Remark(f"$.goals[{len(view.plan.goals)}]", "one goal more")


def has_a_fact_from_nowhere(view: PlanView) -> Iterator[Remark]:
    del view
    yield Remark("$", "look", facts=(Fact(name="goal", seen=1, place="$.gaols"),))


def gives_texts(view: PlanView) -> Iterator[str]:
    yield f"there are {len(view.plan.goals)} goals"


def advises_without_maybe(view: PlanView) -> Iterator[Remark]:
    del view
    yield Remark("$", "look", advice="Do it")


def needs_a_team(view: PlanView) -> Iterator[Remark]:
    assert view.plan.team is not None
    yield Remark("$.team", f"{len(view.plan.team.memberships)} members")


def needs_a_status_of_each_goal(view: PlanView) -> Iterator[Remark]:
    for index, goal in enumerate(view.plan.goals):
        assert goal.status is not None
        yield Remark(f"$.goals[{index}]", goal.status.value)


def needs_goals_of_known_stages(view: PlanView) -> Iterator[Remark]:
    for index, goal in enumerate(view.plan.goals):
        if goal.stage is not None:
            yield Remark(f"$.goals[{index}]", view.stages[goal.stage].name[:0] + "look")


SEEN: list[str] = []


def remembers(view: PlanView) -> Iterator[Remark]:
    SEEN.append(view.subject)
    if len(SEEN) % 7 == 0:
        yield Remark("$", "seven at last")


FIRST: list[object] = []


def compares_by_identity(view: PlanView) -> Iterator[Remark]:
    if not FIRST:
        FIRST.append(view.plan)
    if view.plan is FIRST[0]:
        yield Remark("$", "this is the first one")


def hangs_on_others(view: PlanView) -> Iterator[Remark]:
    try:
        # What other rules have asked for is kept with the view.
        vars(PlanView)["goals"].__get__(view, PlanView)
    except AttributeError:
        return
    yield Remark("$", "somebody has been here")
