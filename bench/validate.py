"""What it costs to ask a care plan every rule that ships, beside pydantic reading an equal plan.

The plan is that of the older traveller, at the moment at which it is clean: every rule is asked,
and none has anything to say.
Beside it stand the same plan ten times and a hundred times as large: everything in it but its
stages and its people is there so many times, under ids of its own.
The peer reads the plan from JSON into classes that are made from ours, field by field: strict,
frozen, and no key that they do not know.
A zone by its name and a date without a day are no dates to pydantic, so its document has offsets
and whole dates.

Both take turns in one process; what is shown is processor time, the median of all rounds, and the
median of the ratios round by round. Each round builds the view and its indexes anew.

    python bench/validate.py --rounds 21
"""

import argparse
import gc
import platform
import re
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from statistics import median
from typing import Any

import attrs
from equal_models import strict_plan

from carecore.codec import dumps
from carecore.plans import CarePlan
from carecore.record import Record
from carecore.recovery import Timeline
from carecore.rulebook import STANDARD_RULES, validate
from carecore.testing.traveller import TRAVELLER_NOW, traveller_calendar, traveller_plan

SIZES = (1, 10, 100)
CALENDAR = traveller_calendar()
ZONE = re.compile(rb'(?<=\d)\[[A-Za-z_/]+\]"')
YEAR = re.compile(rb'"((?:19|20)\d\d)"')
# What is there several times gets ids of its own; stages and people stay as they are.
OWN_IDS = re.compile(
    r"\.(?:Goal|Activity|Visit|Concern|Milestone|Transition|Journey|Leg|Entry|Medication"
    r"|Consent|Coverage|Authorization|Decision)Id\b"
)


def copied(value: Any, number: int) -> Any:  # noqa: ANN401 # any part of a plan
    """The value, with the ids that are its own marked with *number*."""
    if isinstance(value, tuple):
        return tuple(copied(one, number) for one in value)
    if not attrs.has(type(value)) or isinstance(value, type):
        return value
    changes = {
        one.name: marked(getattr(value, one.name), number)
        if OWN_IDS.search(repr(one.type))
        else copied(getattr(value, one.name), number)
        for one in attrs.fields(type(value))
        if one.init and not one.name.startswith("_")
    }
    return attrs.evolve(value, **changes)


def marked(value: Any, number: int) -> Any:  # noqa: ANN401 # an id, several or none
    """An id with *number* behind it."""
    if isinstance(value, tuple):
        return tuple(marked(one, number) for one in value)
    return value if value is None else f"{value}-{number}"


def times(plan: CarePlan, size: int) -> CarePlan:
    """The plan with everything but its stages and its people so many times."""
    copies = [copied(plan, number) for number in range(size)]

    def joined(name: str, *, under: str | None = None) -> tuple[Any, ...]:
        holders = copies if under is None else [getattr(one, under) for one in copies]
        return tuple(one for holder in holders for one in getattr(holder, name))

    assert plan.timeline is not None
    lists = ("concerns", "goals", "activities", "visits", "transitions", "journeys")
    papers = ("medication_lists", "medication_orders", "consents", "coverages", "authorizations")
    return attrs.evolve(
        copies[0],
        record=Record(
            client_id=plan.client.id,
            conditions=joined("conditions", under="record"),
            observations=joined("observations", under="record"),
            events=joined("events", under="record"),
        ),
        timeline=Timeline(
            id=plan.timeline.id,
            client_id=plan.client.id,
            anchor=plan.timeline.anchor,
            anchor_event=copies[0].timeline.anchor_event,
            pathway=plan.timeline.pathway,
            milestones=joined("milestones", under="timeline"),
            links=joined("links", under="timeline"),
        ),
        **{name: joined(name) for name in (*lists, *papers, "decisions", "contacts")},
    )


def document(plan: CarePlan) -> bytes:
    """The plan as the peer can read it."""
    written = dumps(plan)
    data = written if isinstance(written, bytes) else written.encode()
    return YEAR.sub(rb'"\1-01-01"', ZONE.sub(b'"', data))


def is_clean(plan: CarePlan) -> None:
    """Stop if a rule has anything to say, or was not asked: then something else is measured."""
    report = validate(plan, as_of=TRAVELLER_NOW, calendar=CALENDAR)
    if not report.ok:
        raise SystemExit(f"the plan is not clean: {[str(one) for one in report.outcomes]}")


def spent(act: Callable[[], object], runs: int) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    for _ in range(runs):
        act()
    return (time.process_time() - start) / runs


def measured(plan: CarePlan, rounds: int, runs: int) -> tuple[int, float, float, float]:
    """Bytes of the document, medians of ours and of the peer, and the median of the ratios."""
    read, data = strict_plan().validate_json, document(plan)

    def ask() -> object:
        return validate(plan, as_of=TRAVELLER_NOW, calendar=CALENDAR)

    def peer() -> object:
        return read(data)

    for act in (ask, peer):
        spent(act, runs)
    gc.disable()
    taken = []
    for _ in range(rounds):
        gc.collect()
        taken.append((spent(ask, runs), spent(peer, runs)))
    gc.enable()
    ratio = median(mine / theirs for mine, theirs in taken)
    return len(data), median(one[0] for one in taken), median(one[1] for one in taken), ratio


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args(arguments).rounds
    print(
        f"Python {platform.python_version()}, pydantic {version('pydantic')}, "
        f"{len(STANDARD_RULES)} rules, {rounds} rounds"
    )
    print(f"{'size':>5}{'KB':>9}{'rules us':>11}{'per size':>10}{'pydantic us':>13}{'ratio':>8}")
    for size in SIZES:
        plan = times(traveller_plan(), size)
        is_clean(plan)
        number, mine, theirs, ratio = measured(plan, rounds, max(1, 50 // size))
        print(
            f"{size:>5}{number / 1024:9.1f}{mine * 1e6:11.0f}{mine * 1e6 / size:10.0f}"
            f"{theirs * 1e6:13.0f}{ratio:8.2f}"
        )


if __name__ == "__main__":
    main()
