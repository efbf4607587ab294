"""What it costs to read a care plan from JSON, beside pydantic and cattrs, in turns.

The plan holds 12 goals, 20 milestones with their links, 25 activities, 6 members, 3 stages, 2
transitions with gates and 4 visits; there are several, no two with an id in common.
The peers read the same bytes into classes that are made from ours, field by field: pydantic's are
strict, frozen and refuse keys they do not know; those of cattrs are frozen attrs classes without a
check, read by its JSON converter as it comes.
An id, a word of the field, an offset and a rule of repetition are plain text to them: what we check
of these they do not.

Candidates take turns in one process; what is shown is processor time, the median of all rounds, and
the median of the ratios round by round.

    python bench/codec.py --rounds 21
"""

import argparse
import gc
import json
import platform
import random
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from importlib.metadata import version
from statistics import median
from types import NoneType
from typing import Any

import attrs
from cattrs.preconf.json import make_converter
from equal_models import Kind, Peers, members, strict_plan

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Offset, PartialDate, Period
from carecore.codec import dumps, loads
from carecore.codec.reader import document_value
from carecore.codec.scan import scanned
from carecore.errors import CareError
from carecore.people import Client, Membership, Professional, Team
from carecore.plans import (
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
from carecore.transitions import Gate, Move, MoveRecord, Transition, TransitionState

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=1)))


def plan(number: int) -> CarePlan:
    """A plan none of whose ids stands in that of another number."""

    def named(kind: str, index: int) -> str:
        return f"{kind}-{number:04d}-{index:02d}"

    def day(index: int) -> date:
        return DAY + timedelta(days=index + number % 7)

    def moment(index: int) -> datetime:
        return NOON + timedelta(hours=5 * index + number % 11)

    stages = [named("stage", index) for index in range(3)]
    goals = [named("goal", index) for index in range(12)]
    people = [named("person", index) for index in range(6)]
    milestones = [named("milestone", index) for index in range(20)]

    def weekly(index: int) -> Recurrence:
        start = f"DTSTART;VALUE=DATE:{day(index):%Y%m%d}"
        return Recurrence(f"{start}\nRRULE:FREQ=WEEKLY;INTERVAL={2 + number % 3};BYDAY=MO,TH")

    seen = EvidenceRule(any_of=[EventSign(kind=EventKind.PROCEDURE, what="first_steps")])
    return CarePlan(
        id=named("plan", 0),
        client=Client(
            id=named("client", 0),
            setting="acute_ward",
            needs=("understand_bills", "fly_home_with_nurse"),
            jurisdiction="US-MA",
            zone="America/New_York",
            languages=("en", "pl"),
            name="Ada Quill",
            birth_date=PartialDate(1941, 5, 1 + number % 28),
        ),
        team=Team(
            id=named("team", 0),
            client_id=named("client", 0),
            memberships=[
                Membership(person_id=one, role="care_manager", period=Period(day(0), day(200)))
                for one in people
            ],
            professionals=[
                Professional(id=one, roles=("care_manager",), languages=("en",), weekly_hours=30)
                for one in people
            ],
        ),
        status=PlanStatus.ACTIVE,
        period=Period(day(0), day(200)),
        created=moment(0),
        monitor=people[0],
        review_every=Offset(weeks=2),
        stages=[
            Stage(
                id=one,
                name=f"stage {index}",
                setting="home_health",
                period=Period(day(30 * index), day(30 * index + 30)),
                entry=seen,
            )
            for index, one in enumerate(stages)
        ],
        goals=[
            Goal(
                id=one,
                stage=stages[index % 3],
                domain="function",
                status=GoalStatus.ACTIVE,
                starts=day(index),
                targets=[
                    Target(
                        what="walking_distance",
                        comparison=Comparison.AT_LEAST,
                        value=Quantity("50.5", "m"),
                        due=day(30 + index),
                    )
                ],
                set_by=people[index % 6],
                text="Ada wants to climb the stairs to her own front door again.",
            )
            for index, one in enumerate(goals)
        ],
        activities=[
            Activity(
                id=named("activity", index),
                duty="visit_regularly",
                stage=stages[index % 3],
                goals=(goals[index % 12], goals[(index + 1) % 12]),
                accountable=(people[index % 6],),
                helpers=(people[(index + 1) % 6],),
                status=ActivityStatus.SCHEDULED,
                cadence=weekly(index) if index < 20 else None,
                window=Period(day(index), day(index + 14)),
                text="Walk to the window and back, twice, with the frame.",
            )
            for index in range(25)
        ],
        visits=[
            Visit(
                id=named("visit", index),
                activity=named("activity", index),
                by=people[index],
                planned=moment(20 * index),
            )
            for index in range(4)
        ],
        timeline=Timeline(
            id=named("timeline", 0),
            client_id=named("client", 0),
            anchor=day(0),
            milestones=[
                Milestone(
                    id=one,
                    name=f"milestone {index}",
                    window=Window(Offset(days=index), Offset(days=index + 3)),
                    stage=stages[index % 3],
                    evidence=seen,
                )
                for index, one in enumerate(milestones)
            ],
            links=[
                Link(before=before, after=after, minimum=Offset(days=1))
                for step in (1, 3)
                for before, after in zip(milestones, milestones[step:], strict=False)
            ],
        ),
        transitions=[
            Transition(
                id=named("transition", index),
                client_id=named("client", 0),
                from_setting="acute_ward",
                to_setting="home_health",
                planned=moment(100),
                state=TransitionState.PLANNED,
                senders=(people[0],),
                receivers=(people[1],),
                deciders=(named("client", 0),),
                gates=[
                    Gate(id=f"gate_{gate}", name=f"gate {gate}", evidence=seen) for gate in range(5)
                ],
                moves=[
                    MoveRecord(move=Move.PLAN, by=people[0], at=moment(index)) for index in range(2)
                ],
            )
            for index in range(2)
        ],
        note="She likes tea.",
    )


def plain_class(cls: type, fields: dict[str, Any], _: bool) -> type:  # noqa: FBT001
    """A frozen attrs class that checks nothing."""
    found = {
        name: attrs.field(type=kind, default=default) for name, (kind, default) in fields.items()
    }
    made: type = attrs.make_class(cls.__name__, found, frozen=True, slots=True, kw_only=True)
    return made


def cattrs_reader() -> Callable[[bytes], object]:
    """cattrs as it comes, with the hooks without which it could not read these unions at all."""
    peers = Peers(datetime, plain_class)
    kind, converter = peers.of(CarePlan), make_converter()

    def is_choice(kind: Kind) -> bool:
        return len([one for one in members(kind) if one is not NoneType]) > 1

    def choose(value: Kind, kind: Kind) -> object:
        if isinstance(value, dict):
            return converter.structure(value, peers.marked[value["$type"]])
        if isinstance(value, str) and datetime in members(kind):
            return (date if len(value) == len("2026-11-23") else datetime).fromisoformat(value)
        return value

    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_structure_hook_func(is_choice, choose)
    return lambda data: converter.loads(data, kind)


def detailed(data: bytes) -> object:
    """Our own detailed reader, which a document with a fault goes through."""
    plain, _ = scanned(data)
    return document_value(plain, CarePlan, ())


def faulty(data: bytes) -> str:
    """What is said of a plan whose last text is a number."""
    try:
        loads(data.replace(b'"She likes tea."', b"7"), CarePlan)
    except CareError as error:
        return str(error)
    raise AssertionError


def candidates() -> dict[str, Callable[[bytes], object]]:
    """Everybody who reads, the one that others are compared with first."""
    return {
        "pydantic, strict": strict_plan().validate_json,
        "carecore loads": lambda data: loads(data, CarePlan),
        "carecore, in detail": detailed,
        "carecore, one fault told": faulty,
        "cattrs, default": cattrs_reader(),
        "json.loads, nothing checked": json.loads,
    }


def rounds(
    readers: Mapping[str, Callable[[bytes], object]], documents: Sequence[bytes], number: int
) -> dict[str, list[float]]:
    """Processor seconds for a document, by reader and round."""
    found: dict[str, list[float]] = {name: [] for name in readers}
    order = list(readers)
    dice = random.Random(7)  # noqa: S311 # only the order of turns
    for _ in range(number):
        dice.shuffle(order)
        for name in order:
            read = readers[name]
            read(documents[0])
            gc.collect()
            start = time.process_time()
            for document in documents:
                read(document)
            found[name].append((time.process_time() - start) / len(documents))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--plans", type=int, default=30)
    asked = parser.parse_args(arguments)
    plans = [plan(number) for number in range(asked.plans)]
    documents = [dumps(one).encode() for one in plans]
    readers = candidates()
    assert [loads(one, CarePlan) for one in documents] == plans
    for name in ("pydantic, strict", "cattrs, default"):
        other: Any = readers[name](documents[0])
        assert [one.text for one in other.goals] == [one.text for one in plans[0].goals]
    gc.freeze()
    found = rounds(readers, documents, asked.rounds)
    first, *_ = found.values()
    kilobytes = sum(map(len, documents)) / len(documents) / 1000
    print(f"Python {platform.python_version()}, pydantic {version('pydantic')},", end=" ")
    print(f"cattrs {version('cattrs')}, {asked.rounds} rounds of {asked.plans} plans,", end=" ")
    print(f"{kilobytes:.1f} KB each")
    print(f"{'reader':30}{'us a plan':>11}{'ratio':>8}")
    for name, spent in found.items():
        ratio = median(mine / theirs for mine, theirs in zip(spent, first, strict=True))
        print(f"{name:30}{median(spent) * 1e6:11.0f}{ratio:8.2f}")


if __name__ == "__main__":
    main()
