"""Plans for tests: one of a given size, and any value with one edit."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeVar, cast, final

import attrs

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.checks import require_instance
from carecore.base.reasons import look_up
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Offset, PartialDate, Period
from carecore.errors import InvalidValue
from carecore.people import Client, Membership, Professional, Team
from carecore.plans import (
    Achievement,
    Activity,
    ActivityStatus,
    CarePlan,
    Goal,
    GoalStatus,
    PlanStatus,
    Stage,
    Target,
    Visit,
)
from carecore.record import Comparison, EventKind, EventSign, EvidenceRule
from carecore.recovery import Link, Milestone, Timeline
from carecore.transitions import Gate, Move, Transition, advance

__all__ = ["edited", "plan_of_size"]

T = TypeVar("T")

_STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]", re.ASCII)
_FIRST: Final = date(2026, 11, 23)
_NOON: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)
_STAGE_DAYS: Final = 30
_LONG: Final = 200
_RECURRING: Final = 5
"""One in so many activities is done once, and the others come again."""


def edited(value: T, place: str, new: object, /) -> T:
    """A copy of *value*, in which *new* stands at *place*.

    >>> from carecore.testing import traveller_plan
    >>> plan = edited(traveller_plan(), "$.goals[0].targets", ())
    >>> plan.goals[0].targets, len(plan.goals)
    ((), 9)

    Args:
        value: a value of an attrs class.
        place: where, as findings say it; `$` is the value itself.
        new: what stands there then.

    Raises:
        InvalidValue: if *place* is no path or leads nowhere, or what holds it refuses *new*.
        WrongType: if *place* is not text, or what holds it takes nothing of that type.

    .. versionadded:: 0.1
    """
    look_up(value, place)
    steps = [name or int(number) for name, number in _STEP.findall(place)]
    return cast("T", _put(value, steps, new))


def plan_of_size(  # one for each kind of thing
    number: int = 1,
    /,
    *,
    goals: int = 12,
    activities: int = 25,
    milestones: int = 20,
    members: int = 6,
    stages: int = 3,
    transitions: int = 2,
    visits: int = 4,
) -> CarePlan:
    """A plan in force, in which ids lead somewhere, with so many things of each kind.

    The same call gives equal plans.
    Four in five activities come again every few weeks; each goal has a target; milestones have a
    window, evidence and a link to the next and to the one after the next but one; transitions are
    planned and have a gate.

    >>> plan = plan_of_size(goals=2, activities=1, milestones=0)
    >>> len(plan.goals), plan.timeline, plan.activities[0].goals
    (2, None, ('goal-0001-00', 'goal-0001-01'))

    Args:
        number: which plan; no id of one plan stands in that of another number.
        goals: how many goals.
        activities: how many activities.
        milestones: how many milestones; with none there is no timeline.
        members: how many members the team has; with none there is no team.
        stages: how many stages, each of thirty days.
        transitions: how many transitions.
        visits: how many visits, to one activity after the other.

    Raises:
        InvalidValue: if a size is below 0.
        WrongType: if it is no whole number.

    .. versionadded:: 0.1
    """
    sizes = (goals, activities, milestones, members, stages, transitions, visits, number)
    if any(require_instance(size, int, name="a size") < 0 for size in sizes):
        raise InvalidValue("a size is below 0", advice="Maybe 0")
    ids = _Ids(number)
    stage_ids = ids.of("stage", stages)
    goal_ids = ids.of("goal", goals)
    people = ids.of("person", members)
    activity_ids = ids.of("activity", activities)
    client = ids.one("client")
    return CarePlan(
        id=ids.one("plan"),
        client=Client(
            id=client,
            setting="acute_ward",
            needs=("understand_bills", "fly_home_with_nurse"),
            jurisdiction="US-MA",
            zone="America/New_York",
            languages=("en", "pl"),
            has_decision_capacity=True,
            name="Ada Quill",
            birth_date=PartialDate(1941, 5, 1 + number % 28),
        ),
        team=_team(ids.one("team"), client, people) if people else None,
        status=PlanStatus.ACTIVE,
        period=Period(_FIRST, _FIRST + timedelta(days=_LONG)),
        created=_NOON,
        monitor=next(iter(people), None),
        review_every=Offset(weeks=2),
        reviewed=_FIRST,
        stages=tuple(_stage(index, key) for index, key in enumerate(stage_ids)),
        goals=tuple(
            _goal(index, key, stage=_nth(stage_ids, index), set_by=client)
            for index, key in enumerate(goal_ids)
        ),
        activities=tuple(
            Activity(
                id=key,
                duty="visit_home",
                stage=_nth(stage_ids, index),
                goals=_some(goal_ids, index),
                accountable=_some(people, index)[:1],
                helpers=_some(people, index)[1:],
                status=ActivityStatus.SCHEDULED,
                cadence=None if index % _RECURRING == _RECURRING - 1 else _weekly(index, number),
                window=Period(_day(index), _day(index + 14)),
                text="Walk to the window and back, twice, with the frame.",
            )
            for index, key in enumerate(activity_ids)
        ),
        visits=tuple(
            Visit(
                id=key,
                activity=_nth(activity_ids, index),
                by=_nth(people, index),
                planned=_NOON + timedelta(hours=20 * index),
            )
            for index, key in enumerate(ids.of("visit", visits))
        ),
        timeline=_timeline(ids, client, ids.of("milestone", milestones), stage_ids),
        transitions=tuple(
            _transition(key, client=client, people=people)
            for key in ids.of("transition", transitions)
        ),
    )


def _put(value: object, steps: list[str | int], new: object, /) -> object:
    if not steps:
        return new
    first, *rest = steps
    if isinstance(first, int):
        items = cast("tuple[object, ...]", value)
        return (*items[:first], _put(items[first], rest, new), *items[first + 1 :])
    return attrs.evolve(cast("Any", value), **{first: _put(getattr(value, first), rest, new)})


@final
@attrs.frozen(weakref_slot=False)
class _Ids:
    """Ids of one plan, none of which stands in that of another plan."""

    number: int

    def one(self, kind: str, index: int = 0, /) -> str:
        return f"{kind}-{self.number:04d}-{index:02d}"

    def of(self, kind: str, size: int, /) -> list[str]:
        return [self.one(kind, index) for index in range(size)]


def _day(index: int, /) -> date:
    return _FIRST + timedelta(days=index)


def _nth(keys: list[str], index: int, /) -> str | None:
    return keys[index % len(keys)] if keys else None


def _some(keys: list[str], index: int, /) -> tuple[str, ...]:
    """Two of *keys*, or as many as there are."""
    both = (keys[index % len(keys)], keys[(index + 1) % len(keys)]) if keys else ()
    return tuple(dict.fromkeys(both))


def _team(key: str, client: str, people: list[str], /) -> Team:
    period = Period(_FIRST, _FIRST + timedelta(days=_LONG))
    return Team(
        id=key,
        client_id=client,
        memberships=[
            Membership(person_id=one, role="care_manager", period=period) for one in people
        ],
        professionals=[
            Professional(id=one, roles=("care_manager",), languages=("en",), weekly_hours=30)
            for one in people
        ],
    )


def _stage(index: int, key: str, /) -> Stage:
    start = _day(_STAGE_DAYS * index)
    return Stage(
        id=key,
        name=f"stage {index}",
        setting="home_health",
        period=Period(start, start + timedelta(days=_STAGE_DAYS)),
        entry=_seen(),
    )


def _goal(index: int, key: str, /, *, stage: str | None, set_by: str) -> Goal:
    distance = Target(
        what="walking_distance",
        comparison=Comparison.AT_LEAST,
        value=Quantity("50.5", "m"),
        due=_day(_STAGE_DAYS + index),
    )
    return Goal(
        id=key,
        stage=stage,
        domain="function",
        status=GoalStatus.ACTIVE,
        achievement=Achievement.IN_PROGRESS,
        starts=_day(index),
        targets=(distance,),
        set_by=set_by,
        text="Ada climbs the stairs to her own front door again.",
    )


def _weekly(index: int, number: int, /) -> Recurrence:
    start = f"DTSTART;VALUE=DATE:{_day(index):%Y%m%d}"
    return Recurrence(f"{start}\nRRULE:FREQ=WEEKLY;INTERVAL={2 + number % 3};BYDAY=MO,TH")


def _seen() -> EvidenceRule:
    return EvidenceRule(any_of=(EventSign(kind=EventKind.PROCEDURE, what="first_steps"),))


def _timeline(ids: _Ids, client: str, keys: list[str], stages: list[str], /) -> Timeline | None:
    if not keys:
        return None
    return Timeline(
        id=ids.one("timeline"),
        client_id=client,
        anchor=_FIRST,
        milestones=tuple(
            Milestone(
                id=key,
                name=f"milestone {index}",
                window=Window(Offset(days=index), Offset(days=index + 3)),
                stage=_nth(stages, index * len(stages) // len(keys)),
                evidence=_seen(),
            )
            for index, key in enumerate(keys)
        ),
        links=tuple(
            Link(before=before, after=after, minimum=Offset(days=1))
            for step in (1, 3)
            for before, after in zip(keys, keys[step:], strict=False)
        ),
    )


def _transition(key: str, /, *, client: str, people: list[str]) -> Transition:
    proposed = Transition(
        id=key,
        client_id=client,
        from_setting="acute_ward",
        to_setting="home_health",
        planned=_day(_STAGE_DAYS),
        senders=people[:1],
        receivers=people[1:2],
        deciders=(client,),
        gates=(Gate(id="chair_in_place", name="the chair is in place", evidence=_seen()),),
    )
    if not people:
        return proposed
    return advance(proposed, Move.PLAN, by=people[0], at=_NOON)
