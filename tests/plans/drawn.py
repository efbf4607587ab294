"""Plans drawn for laws: few ids, so that two plans share much and differ in much."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.medications import Medication, MedicationList
from carecore.people import Client, Leave, Professional, Team
from carecore.plans import (
    Achievement,
    Activity,
    ActivityStatus,
    CarePlan,
    Contact,
    Goal,
    GoalStatus,
    PlanStatus,
    Revision,
    Stage,
    Target,
    Visit,
)
from carecore.record import (
    Comparison,
    ConditionSign,
    Event,
    EventKind,
    EventSign,
    EvidenceRule,
    Record,
)

FIRST = date(2026, 3, 2)
DAYS = st.integers(0, 3).map(lambda days: FIRST + timedelta(days))
PEOPLE = st.sampled_from(["p-1", "p-2", "p-3"])
WORDS = st.sampled_from(["walking", "sleeping"])


def maybe(values: st.SearchStrategy[Any], /) -> st.SearchStrategy[Any]:
    """A value or None."""
    return st.none() | values


def some(values: st.SearchStrategy[Any], /) -> st.SearchStrategy[Any]:
    """A list of up to three."""
    return st.lists(values, max_size=3)


def ids(kind: str, /) -> st.SearchStrategy[str]:
    """One of three ids."""
    return st.integers(1, 3).map(lambda number: f"{kind}-{number}")


def people() -> st.SearchStrategy[list[str]]:
    """Up to two ids of people."""
    return st.lists(PEOPLE, max_size=2, unique=True)


PERIODS = st.builds(lambda day: Period(day, day + timedelta(7)), DAYS)
TARGETS = st.builds(
    Target,
    what=WORDS,
    comparison=st.sampled_from([Comparison.PRESENT, Comparison.EQUAL]),
    value=maybe(st.booleans()),
    due=maybe(DAYS),
)
GOALS = st.builds(
    Goal,
    id=ids("goal"),
    status=maybe(st.sampled_from(GoalStatus)),
    achievement=maybe(st.sampled_from(Achievement)),
    targets=some(TARGETS),
    text=st.sampled_from(["", "Ada Quill", "Mina Vale"]),
)
SIGNS = st.builds(
    EventSign, kind=st.sampled_from([EventKind.VISIT, EventKind.CONTACT])
) | st.builds(ConditionSign, what=WORDS)
STAGES = st.builds(
    Stage,
    id=ids("stage"),
    name=st.just("home"),
    period=maybe(PERIODS),
    exit=maybe(st.builds(EvidenceRule, all_of=st.lists(SIGNS, min_size=1, max_size=3))),
)
ACTIVITIES = st.builds(
    Activity,
    id=ids("activity"),
    duty=maybe(st.sampled_from(["visit_regularly", "monitor_care"])),
    stage=maybe(ids("stage")),
    accountable=people(),
    helpers=people(),
    status=maybe(st.sampled_from(ActivityStatus)),
    window=maybe(PERIODS),
)
VISITS = st.builds(
    Visit,
    id=ids("visit"),
    activity=maybe(ids("activity")),
    by=maybe(PEOPLE),
    planned=maybe(DAYS),
    event=maybe(ids("e")),
)
CONTACTS = st.builds(
    Contact, person=maybe(PEOPLE), purpose=WORDS, number=st.sampled_from(["", "1"])
)
LISTS = st.builds(
    MedicationList,
    id=ids("list"),
    medications=some(st.builds(Medication, id=ids("m"), substance=st.sampled_from(["a", "b"]))),
)
TEAMS = st.builds(
    Team,
    id=ids("t"),
    professionals=st.builds(
        lambda leave: [Professional(id="p-1", leave=leave)], some(st.builds(Leave, PERIODS))
    ),
)
RECORDS = st.builds(
    Record, events=some(st.builds(Event, id=ids("e"), kind=st.just(EventKind.VISIT)))
)
REVISIONS = st.builds(
    Revision,
    number=st.integers(1, 3),
    by=PEOPLE,
    at=st.integers(0, 3).map(lambda hour: datetime(2026, 3, 2, hour, tzinfo=UTC)),
    because=st.just("Ada Quill fell."),
)
PLANS: st.SearchStrategy[CarePlan] = st.builds(
    CarePlan,
    id=st.just("plan-1"),
    client=st.builds(
        Client,
        id=st.just("c-17"),
        needs=maybe(st.lists(st.sampled_from(["no_plan", "lonely"]), unique=True)),
        name=st.sampled_from(["Ada Quill", "Mina Vale"]),
    ),
    what=maybe(WORDS),
    title=st.sampled_from(["", "Ada Quill"]),
    team=maybe(TEAMS),
    record=maybe(RECORDS),
    status=maybe(st.sampled_from(PlanStatus)),
    period=maybe(PERIODS),
    created=maybe(DAYS),
    stages=some(STAGES),
    goals=some(GOALS),
    activities=some(ACTIVITIES),
    visits=some(VISITS),
    medication_lists=some(LISTS),
    contacts=some(CONTACTS),
    risks=st.lists(WORDS, unique=True),
    revisions=some(REVISIONS),
    note=st.sampled_from(["", "Ada Quill"]),
)
