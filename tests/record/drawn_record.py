"""Records, signs and times for the laws of weighing."""

from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.moments import When, to_when
from carecore.base.timing import Offset, PartialDate
from carecore.record import (
    Certainty,
    Comparison,
    Condition,
    ConditionSign,
    ConditionStatus,
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    ObservationValue,
    Record,
    Sign,
)
from carecore.record.record import moment_of

__all__ = ["DAY", "DAYS", "MOMENTS", "OF_ANOTHER", "RECORDS", "RULES", "SIGNS", "WORDS"]

T = TypeVar("T")
_Maybe: TypeAlias = st.SearchStrategy[T | None]

DAY = date(2026, 3, 9)
# Few words, and most times before the day that is asked about, so that much is met.
WORDS = ("surgery", "delirium")
DAYS = st.integers(-20, 40).map(lambda days: DAY + timedelta(days=days))
MOMENTS = st.datetimes(
    datetime(2026, 2, 1),
    datetime(2026, 4, 30),
    timezones=st.sampled_from([UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")]),
)
WHENS: st.SearchStrategy[When] = (
    DAYS.map(to_when)
    | MOMENTS
    | st.builds(PartialDate, st.just(2026), st.none() | st.integers(1, 5))
)
TIMES: _Maybe[When] = WHENS | st.none()
SELDOM: _Maybe[When] = st.one_of(*[st.none()] * 3, WHENS)
IDS = st.integers(1, 10**6).map(lambda number: f"e-{number}")
CLIENTS = st.sampled_from([None, "c-17"])
WORD: st.SearchStrategy[str] = st.sampled_from(WORDS)
MAYBE_WORD: _Maybe[str] = st.sampled_from([*WORDS, *WORDS, None])
SETTINGS = st.sampled_from([None, "home", "acute_ward"])
VALUES: st.SearchStrategy[ObservationValue] = st.one_of(
    st.builds(Quantity, st.integers(0, 5), st.sampled_from(["m", "m", "km"])),
    st.just(Quantity(3, "m")),
    st.builds(Code, system=st.sampled_from(["s", "t"]), code=st.sampled_from(["1", "2"])),
    st.booleans(),
    st.sampled_from(["low", "high"]),
)
CONDITIONS = st.builds(
    Condition,
    id=IDS,
    client_id=CLIENTS,
    what=MAYBE_WORD,
    status=st.none() | st.sampled_from(ConditionStatus),
    certainty=st.sampled_from([None, None, *Certainty]),
    onset=TIMES,
    abated=SELDOM,
    recorded=SELDOM,
)
OBSERVATIONS = st.builds(
    Observation,
    id=IDS,
    client_id=CLIENTS,
    what=MAYBE_WORD,
    value=VALUES | st.none(),
    happened=TIMES,
    recorded=SELDOM,
)
EVENTS = st.builds(
    Event,
    id=IDS,
    client_id=CLIENTS,
    kind=st.sampled_from([EventKind.PROCEDURE, EventKind.VISIT]),
    what=MAYBE_WORD,
    outcome=st.sampled_from([*[EventOutcome.DONE] * 6, None, *EventOutcome]),
    happened=TIMES,
    recorded=SELDOM,
    setting=SETTINGS,
)
# No two entries at one time, because only of those the order counts; and no id stands twice.
RECORDS = st.builds(
    Record,
    client_id=st.just("c-17"),
    conditions=st.lists(
        CONDITIONS, min_size=1, max_size=3, unique_by=(moment_of, lambda one: one.id)
    ),
    observations=st.lists(
        OBSERVATIONS, min_size=2, max_size=6, unique_by=(moment_of, lambda one: one.id)
    ),
    events=st.lists(EVENTS, min_size=2, max_size=6, unique_by=(moment_of, lambda one: one.id)),
)
OF_ANOTHER = st.lists(CONDITIONS | OBSERVATIONS | EVENTS, max_size=4, unique_by=lambda one: one.id)

EVENT_SIGNS = st.builds(
    EventSign,
    kind=st.none() | st.just(EventKind.PROCEDURE),
    what=WORD,
    setting=st.sampled_from([None, None, "home"]),
)
COMPARED = st.one_of(
    st.just((Comparison.PRESENT, None)),
    st.tuples(st.just(Comparison.EQUAL), VALUES),
    st.tuples(
        st.sampled_from(
            [Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.BELOW, Comparison.ABOVE]
        ),
        st.builds(Quantity, st.integers(0, 5), st.just("m")),
    ),
)
FRESH = st.sampled_from([None, Offset(months=1), Offset(days=7), Offset(hours=36)])
OBSERVATION_SIGNS = COMPARED.flatmap(
    lambda compared: st.builds(
        ObservationSign,
        what=WORD,
        comparison=st.just(compared[0]),
        value=st.just(compared[1]),
        fresh_for=FRESH,
    )
)
CONDITION_SIGNS = st.builds(ConditionSign, what=WORD, is_active=st.booleans())
SIGNS: st.SearchStrategy[Sign] = EVENT_SIGNS | OBSERVATION_SIGNS | CONDITION_SIGNS
RULES = (
    st.tuples(st.lists(SIGNS, max_size=2), st.lists(SIGNS, max_size=2))
    .filter(any)
    .map(lambda both: EvidenceRule(all_of=tuple(both[0]), any_of=tuple(both[1])))
)
