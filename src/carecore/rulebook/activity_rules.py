"""D101 to D103 and D107 to D109: who answers for what is done, when it is done, and what for."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from carecore.base.identity import PersonId
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.catalogue.sources import MLN_CHRONIC_CARE
from carecore.plans import ActivityStatus
from carecore.review import PlanView
from carecore.review.open_work import OpenWork
from carecore.rulebook.asking import is_in_force
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "accountable_is_not_in_team",
    "one_duty_for_two",
    "serves_no_goal",
    "two_are_accountable",
    "window_is_over",
    "work_of_nobody",
]

_ONE: Final = OwnChoice("one person answers for each thing that is done; others help")
_THEN: Final = OwnChoice("who answers for something is in the team while it is done")
_DONE: Final = OwnChoice("expired is not done: that a day has passed ends nothing")
_TWICE: Final = OwnChoice("where two answer for one duty, each may think that the other does it")
_FOR: Final = OwnChoice("what is done is done for a goal, where a plan says so of other things")

_TO_DO: Final = (
    ActivityStatus.NOT_STARTED,
    ActivityStatus.SCHEDULED,
    ActivityStatus.IN_PROGRESS,
)


@rule("D101", Severity.ERROR, requires=("activities",), sources=(_ONE,))
def two_are_accountable(view: PlanView) -> Iterator[Remark]:
    """Two people are accountable for one activity.

    What it looks for:
        An activity that has not ended and names more than one person who answers for it.
    Why it matters:
        Each of the two may leave it to the other.
    When it may be wrong:
        Never as it stands; whoever else takes part helps.
    Example:
        Both the ward's case manager and the care manager answer for the bills.
    What helps:
        Agree on one of them, and name the others as helpers.
    Sources:
        carecore's own choice: one person answers for each thing that is done.
    """
    for index, activity in enumerate(view.plan.activities):
        people, status = activity.accountable, activity.status
        if len(people) > 1 and (status is None or not status.is_ended):
            place = f"$.activities[{index}].accountable"
            shown = " and ".join(map(repr, people))
            yield Remark(
                place,
                f"{shown} answer for the activity {activity.id!r}",
                facts=(Fact(name="accountable", seen=tuple(map(str, people)), place=place),),
                advice="Maybe one answers for it, and the others help",
            )


@rule(
    "D102",
    Severity.WARNING,
    requires=("a status", "activities"),
    sources=(_ONE, MLN_CHRONIC_CARE),
)
def work_of_nobody(view: PlanView) -> Iterator[Remark]:
    """Nobody is accountable for an activity.

    What it looks for:
        In a plan in force, an activity that is still to be done and names nobody who answers for
        it; helpers do not.
    Why it matters:
        What belongs to nobody is done by nobody, and nobody notices.
    When it may be wrong:
        A service answers for it as a whole, and sends whoever is on duty. Where it is the only
        activity for a duty that a need calls for, D106 speaks as well.
    Example:
        "Practise the stairs twice a day", and nobody is named.
    What helps:
        Ask who sees to it, and name that person.
    Sources:
        CMS, the elements of a comprehensive care plan: who is responsible for each intervention.
    """
    if not is_in_force(view.plan):
        return
    for work in view.open_work:
        if not work.activity.accountable:
            place = f"{work.place}.accountable"
            yield Remark(
                place,
                f"nobody answers for the activity {work.activity.id!r}",
                facts=(Fact(name="accountable", seen=(), place=place),),
                advice="Maybe one of those who help answers for it",
            )


@rule("D103", Severity.WARNING, requires=("a team", "activities"), sources=(_THEN,))
def accountable_is_not_in_team(view: PlanView) -> Iterator[Remark]:
    """Who is accountable for an activity is not in the team then.

    What it looks for:
        An activity that is still to be done, and a person of the plan who answers for it and is
        in the team on none of the days that are left for it; or, while it is in progress, not on
        the day asked about. The client's side is always there, and of people whom nobody knows
        P114 tells.
    Why it matters:
        Whoever has left does not do it any more, and whoever is to come does not do it yet.
    When it may be wrong:
        Somebody of another team answers for it.
    Example:
        The ward's case manager leaves the team on the day of the move, and answers for a call a
        week later.
    What helps:
        Hand it to somebody who is there, or let the person stay.
    Sources:
        carecore's own choice.
    """
    family, members, people = view.family, view.members, view.people
    for work in view.open_work:
        for index, person in enumerate(work.activity.accountable):
            if person in family or person not in people:
                continue
            if not _is_there(view, work, person):
                place = f"{work.place}.accountable[{index}]"
                yield Remark(
                    place,
                    f"{person!r} answers for the activity {work.activity.id!r} {work.days}, and is"
                    " not in the team then",
                    facts=(
                        Fact(name="accountable", seen=str(person), place=place),
                        Fact(name="stays in the team", seen=len(members.get(person, ()))),
                    ),
                    advice="Maybe somebody else has taken it over",
                )


def _is_there(view: PlanView, work: OpenWork, person: PersonId, /) -> bool:
    stays = view.members.get(person, ())
    if work.activity.status is ActivityStatus.IN_PROGRESS and work.start == view.day:
        return any(one.period.contains(work.start) for one in stays)
    return any(work.first_day_in(one.period) is not None for one in stays)


@rule("D107", Severity.WARNING, requires=("activities",), sources=(_DONE,))
def window_is_over(view: PlanView) -> Iterator[Remark]:
    """The days of an activity are over, and it is not done.

    What it looks for:
        An activity that is not started, scheduled or in progress, and whose last day has passed.
    Why it matters:
        Nobody looks for something whose day is over; it is neither done nor given up.
    When it may be wrong:
        It was done, and only the status was not kept up.
    Example:
        The bills were to be sorted out by Friday, and are still in progress on Monday.
    What helps:
        Say whether it was done; else give it new days, or call it off with a reason.
    Sources:
        carecore's own choice: expired is not done.
    """
    day = view.day
    for index, activity in enumerate(view.plan.activities):
        end = None if activity.window is None else activity.window.end
        if end is not None and end <= day and activity.status in _TO_DO:
            place = f"$.activities[{index}]"
            status = activity.status.value
            yield Remark(
                place,
                f"the days of the activity {activity.id!r} ended on {end}, and it is not done",
                facts=(
                    Fact(name="end", seen=end, place=f"{place}.window.end"),
                    Fact(name="status", seen=status, place=f"{place}.status"),
                ),
                advice="Maybe it was done, or needs more time",
            )


@rule("D108", Severity.WARNING, requires=("activities",), sources=(_TWICE,))
def one_duty_for_two(view: PlanView) -> Iterator[Remark]:
    """One duty is given to two people for the same time.

    What it looks for:
        Two activities that are still to be done, for one duty, on days that they share, each with
        one person who answers for it, and not the same.
    Why it matters:
        Each of the two may leave it to the other, or both do it.
    When it may be wrong:
        The two share the duty by day or by place, or one takes over while the other is still
        there.
    Example:
        Two care managers are both to keep the family informed in March.
    What helps:
        Say who does what, or let one of them answer and the other help.
    Sources:
        carecore's own choice.
    """
    of_duty: dict[str, list[OpenWork]] = {}
    for work in view.open_work:
        if work.activity.duty is not None and len(work.activity.accountable) == 1:
            of_duty.setdefault(work.activity.duty, []).append(work)
    for duty, several in of_duty.items():
        if len(several) > 1:
            for other, work in _at_once(several):
                one, two = (each.activity.accountable[0] for each in (other, work))
                place = f"{work.place}.accountable[0]"
                yield Remark(
                    place,
                    f"{two!r} answers for the duty {duty!r} in {work.activity.id!r}, and {one!r} in"
                    f" {other.activity.id!r} at the same time",
                    facts=(
                        Fact(name="accountable", seen=str(two), place=place),
                        Fact(name="accountable", seen=str(one), place=f"{other.place}.accountable"),
                        Fact(name="duty", seen=str(duty), place=f"{work.place}.duty"),
                    ),
                    advice="Maybe one of them helps the other",
                )


def _at_once(several: list[OpenWork], /) -> Iterator[tuple[OpenWork, OpenWork]]:
    """Each of *several* after one of somebody else's that still lasts when it begins, if any.

    Of those before it the two that last longest are enough, if they are two people's.
    """
    longest: dict[PersonId, OpenWork] = {}
    for work in sorted(several, key=_start):
        person = work.activity.accountable[0]
        for other, before in longest.items():
            if other != person and (before.end is None or before.end > work.start):
                yield before, work
                break
        kept = longest.get(person)
        if kept is None or _last(kept) < _last(work):
            longest[person] = work
        if len(longest) > 2:  # noqa: PLR2004 # see above
            del longest[min(longest, key=lambda one: _last(longest[one]))]


def _start(work: OpenWork, /) -> date:
    return work.start


def _last(work: OpenWork, /) -> date:
    return date.max if work.end is None else work.end


@rule("D109", Severity.ADVICE, requires=("a status", "activities", "goals"), sources=(_FOR,))
def serves_no_goal(view: PlanView) -> Iterator[Remark]:
    """An activity serves no goal.

    What it looks for:
        In a plan in force in which activities name the goals they serve, one that is still to be
        done and names none.
    Why it matters:
        Nobody can tell what would be missing without it, nor when it has done its work.
    When it may be wrong:
        It is owed in any case, such as a notice, and serves no wish of the client.
    Example:
        Weekly visits go on, and the goal they were for has been reached and is gone.
    What helps:
        Ask what it is for: name the goal, or stop it.
    Sources:
        carecore's own choice.
    """
    if not is_in_force(view.plan):
        return
    if not any(activity.goals for activity in view.plan.activities):
        return
    for work in view.open_work:
        if not work.activity.goals:
            place = f"{work.place}.goals"
            yield Remark(
                place,
                f"the activity {work.activity.id!r} serves no goal",
                facts=(Fact(name="goals", seen=(), place=place),),
                advice="Maybe a goal is missing, or it has done its work",
            )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    two_are_accountable,
    work_of_nobody,
    accountable_is_not_in_team,
    window_is_over,
    one_duty_for_two,
    serves_no_goal,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
