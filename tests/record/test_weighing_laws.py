"""What holds whatever the record says."""

import random
from datetime import date

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from carecore.base.moments import in_time, is_by, is_from, to_when
from carecore.base.reasons import Verdict, all_of, any_of
from carecore.record import (
    ConditionSign,
    Entry,
    Event,
    EventSign,
    Evidence,
    EvidenceRule,
    Record,
    Sign,
    weigh,
)

from .drawn_record import DAYS, MOMENTS, OF_ANOTHER, RECORDS, RULES, SIGNS

ASKED = DAYS | MOMENTS


def said(evidence: Evidence) -> tuple[object, ...]:
    """What the evidence says, whatever the order of the entries."""
    return evidence.verdict, evidence.met_at, evidence.is_stale, frozenset(evidence.entries)


def entries(record: Record) -> frozenset[Entry]:
    """All it holds."""
    return frozenset(record.entries)


@given(record=RECORDS, day=ASKED)
def test_what_was_known_at_a_time_is_known_at_that_time(record: Record, day: date) -> None:
    known = record.known_at(day)

    assert known.known_at(day) == known


@given(record=RECORDS, days=st.tuples(DAYS, DAYS) | st.tuples(MOMENTS, MOMENTS))
def test_what_was_known_stays_known(record: Record, days: tuple[date, date]) -> None:
    earlier, later = sorted(days, key=lambda day: in_time(to_when(day)))

    assert entries(record.known_at(earlier)) <= entries(record.known_at(later))
    assert record.known_at(later).known_at(earlier) == record.known_at(earlier)


@given(record=RECORDS, days=st.tuples(DAYS, DAYS) | st.tuples(MOMENTS, MOMENTS))
def test_what_happened_by_a_time_happened_by_every_later_one(
    record: Record, days: tuple[date, date]
) -> None:
    earlier, later = sorted(days, key=lambda day: in_time(to_when(day)))

    assert entries(record.as_of(earlier)) <= entries(record.as_of(later))
    assert record.as_of(earlier).as_of(earlier) == record.as_of(earlier)


@given(record=RECORDS, rule=RULES, day=ASKED, since=st.none() | ASKED)
def test_weighing_never_looks_past_its_day(
    record: Record, rule: EvidenceRule, day: date, since: date | None
) -> None:
    weighed = weigh(rule, record, as_of=day, since=since)

    assert weigh(rule, record.as_of(day), as_of=day, since=since) == weighed


def mixed(record: Record, seed: int) -> Record:
    """The same entries in another order."""
    # Only an order is left to chance, and it is the same each time.
    chance = random.Random(seed)  # noqa: S311 # only an order
    return attrs.evolve(
        record,
        conditions=tuple(chance.sample(record.conditions, len(record.conditions))),
        observations=tuple(chance.sample(record.observations, len(record.observations))),
        events=tuple(chance.sample(record.events, len(record.events))),
    )


@given(
    record=RECORDS, rule=RULES, days=st.tuples(ASKED, st.none() | ASKED), seed=st.integers(0, 99)
)
def test_the_order_of_entries_does_not_matter_unless_two_are_of_one_time(
    record: Record, rule: EvidenceRule, days: tuple[date, date | None], seed: int
) -> None:
    day, since = days
    weighed = weigh(rule, record, as_of=day, since=since)

    assert said(weigh(rule, mixed(record, seed), as_of=day, since=since)) == said(weighed)


@given(record=RECORDS, rule=RULES, others=OF_ANOTHER, day=ASKED)
def test_the_entries_of_another_client_show_nothing(
    record: Record, rule: EvidenceRule, others: list[Entry], day: date
) -> None:
    assume(not {one.id for one in others} & {one.id for one in record.entries})
    more = record.with_entries(*(attrs.evolve(one, client_id="c-18") for one in others))

    assert weigh(rule, more, as_of=day) == weigh(rule, record, as_of=day)


@given(record=RECORDS, rule=RULES, day=ASKED, since=st.none() | ASKED)
def test_a_rule_is_met_if_all_are_and_one_of_the_others(
    record: Record, rule: EvidenceRule, day: date, since: date | None
) -> None:
    def verdict(sign: Sign) -> Verdict:
        return weigh(sign, record, as_of=day, since=since).verdict

    needed = [all_of(map(verdict, rule.all_of))]
    offered = [any_of(map(verdict, rule.any_of))] if rule.any_of else []
    assert weigh(rule, record, as_of=day, since=since).verdict is all_of([*needed, *offered])


@given(record=RECORDS, sign=SIGNS, day=ASKED, since=st.none() | ASKED)
def test_a_sign_alone_is_a_rule_of_one(
    record: Record, sign: Sign, day: date, since: date | None
) -> None:
    weighed = weigh(sign, record, as_of=day, since=since)

    for rule in (EvidenceRule(all_of=(sign,)), EvidenceRule(any_of=(sign,))):
        assert weigh(rule, record, as_of=day, since=since) == weighed


@given(record=RECORDS, rule=RULES, day=ASKED, since=st.none() | ASKED)
def test_evidence_cites_what_is_there_and_says_when_only_if_met(
    record: Record, rule: EvidenceRule, day: date, since: date | None
) -> None:
    evidence = weigh(rule, record, as_of=day, since=since)

    assert {record.find(key).id for key in evidence.entries} == set(evidence.entries)
    assert len(evidence.reasons) == len(rule.signs)
    if evidence.verdict is Verdict.MET:
        assert evidence.is_stale is False
    else:
        assert evidence.met_at is None
    if evidence.met_at is not None:
        assert is_by(evidence.met_at, day) is not False


@given(record=RECORDS, sign=SIGNS, day=ASKED, since=ASKED)
def test_what_was_met_was_not_met_before_the_time_that_counts(
    record: Record, sign: Sign, day: date, since: date
) -> None:
    assume(not isinstance(sign, ConditionSign))
    evidence = weigh(sign, record, as_of=day, since=since)

    if evidence.met_at is not None:
        assert is_from(evidence.met_at, since) is not False


@given(record=RECORDS, sign=SIGNS, day=ASKED)
def test_an_event_that_was_done_stays_done(record: Record, sign: Sign, day: date) -> None:
    assume(isinstance(sign, EventSign))
    evidence = weigh(sign, record, as_of=day)

    if evidence.verdict is Verdict.MET:
        assert weigh(sign, record, as_of=date(2030, 1, 1)).verdict is Verdict.MET


@given(record=RECORDS, day=ASKED)
def test_the_latest_observation_is_not_before_any_other(record: Record, day: date) -> None:
    latest = record.latest("walking_distance", as_of=day)

    others = [one for one in record.as_of(day).observations if one.what == "walking_distance"]
    assert latest is None or latest in others


@given(record=RECORDS, others=OF_ANOTHER)
def test_entries_that_were_added_can_be_found(record: Record, others: list[Entry]) -> None:
    more = record.with_entries(*others)

    assert [more.find(one.id) for one in others] == others
    assert more.with_entries(*others) == more
    assert isinstance(hash(more), int)


@given(record=RECORDS)
def test_every_event_is_of_its_kind(record: Record) -> None:
    kinds = {event.kind for event in record.events}

    found: list[Event] = [event for kind in kinds for event in record.events_of(kind, done=False)]
    assert frozenset(found) == frozenset(record.events)
