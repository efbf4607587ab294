"""Rules of several signs, and the edges of weighing."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from carecore.base.reasons import Verdict
from carecore.errors import WrongType
from carecore.record import (
    ConditionStatus,
    EventKind,
    EventSign,
    EvidenceRule,
    Observation,
    Record,
    Sign,
    weigh,
)

from ..counting import calls
from .samples_record import RECORD
from .weighed import (
    DAY,
    DELIRIUM,
    NINE,
    SURGERY,
    WALKS,
    delirium,
    fresh,
    march,
    record_of,
    shown,
    surgery,
    walk,
)


def test_a_rule_is_met_when_the_last_of_what_is_needed_is() -> None:
    rule = EvidenceRule(all_of=(WALKS, SURGERY))
    evidence = shown(rule, surgery("e-1", happened=march(2)), walk("e-2", 12, happened=march(4)))

    assert (evidence.verdict, str(evidence.met_at), evidence.entries) == (
        Verdict.MET,
        "2026-03-04",
        ("e-2", "e-1"),
    )


def test_of_those_of_which_one_is_enough_the_first_that_was_met_decides() -> None:
    rule = EvidenceRule(any_of=(WALKS, SURGERY, DELIRIUM))
    evidence = shown(
        rule,
        surgery("e-1", happened=march(2)),
        walk("e-2", 12, happened=march(4)),
        delirium("e-3", status=ConditionStatus.ACTIVE),
    )

    assert (evidence.verdict, str(evidence.met_at), evidence.entries, len(evidence.reasons)) == (
        Verdict.MET,
        "2026-03-02",
        ("e-1",),
        3,
    )


def test_what_is_needed_and_what_is_enough_count_together() -> None:
    rule = EvidenceRule(all_of=(SURGERY,), any_of=(WALKS, DELIRIUM))
    done = surgery("e-1", happened=march(2))
    verdicts = [
        shown(rule, done).verdict,
        shown(rule, done, walk("e-2", 5, happened=march(4))).verdict,
        shown(rule, done, delirium("e-3", status=ConditionStatus.ACTIVE, onset=march(3))).verdict,
        shown(rule, walk("e-2", 12, happened=march(4))).verdict,
    ]

    assert verdicts == [Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.MET, Verdict.NOT_MET]


def test_nobody_knows_when_a_rule_was_met_if_a_part_has_no_date() -> None:
    rule = EvidenceRule(all_of=(SURGERY, DELIRIUM))
    evidence = shown(
        rule, surgery("e-1", happened=march(2)), delirium("e-2", status=ConditionStatus.ACTIVE)
    )

    assert (evidence.verdict, evidence.met_at) == (Verdict.MET, None)


def test_a_stale_observation_does_not_matter_where_something_else_is_enough() -> None:
    rule = EvidenceRule(any_of=(fresh(days=3), SURGERY))
    old = walk("e-1", 50, happened=march(1))

    without, with_surgery = shown(rule, old), shown(rule, old, surgery("e-2", happened=march(2)))
    assert (without.is_stale, with_surgery.is_stale) == (True, False)
    assert (without.verdict, with_surgery.verdict) == (Verdict.UNKNOWN, Verdict.MET)


def test_an_entry_that_two_signs_cite_is_cited_once() -> None:
    rule = EvidenceRule(all_of=(SURGERY, EventSign(kind=EventKind.PROCEDURE)))

    assert shown(rule, surgery(happened=march(2))).entries == ("e-1",)


@pytest.mark.parametrize(
    ("rule", "record", "as_of", "since"),
    [
        ("surgery", RECORD, DAY, None),
        (None, RECORD, DAY, None),
        ((SURGERY,), RECORD, DAY, None),
        (SURGERY, None, DAY, None),
        (SURGERY, RECORD.events, DAY, None),
        (SURGERY, RECORD, None, None),
        (SURGERY, RECORD, datetime(2026, 3, 9), None),
        (SURGERY, RECORD, DAY, "2026-03-09"),
        (SURGERY, Record(), DAY, datetime(2026, 3, 9)),
    ],
)
def test_what_is_no_rule_record_or_day_is_refused(
    rule: object, record: object, as_of: object, since: object
) -> None:
    untyped: Any = {"as_of": as_of, "since": since}
    given: Any = (rule, record)
    with pytest.raises(WrongType):
        weigh(*given, **untyped)


def test_no_personal_text_of_an_entry_comes_into_the_evidence() -> None:
    entries = (
        surgery("e-1", happened=march(2), text="MARKER"),
        walk("e-2", 12, happened=march(4), text="MARKER"),
        delirium("e-3", status=ConditionStatus.ACTIVE, text="MARKER"),
    )
    evidence = shown(EvidenceRule(all_of=(SURGERY, WALKS, DELIRIUM)), *entries)

    assert (evidence.verdict, "MARKER" in f"{evidence!r}{evidence}") == (Verdict.MET, False)


def work(rule: EvidenceRule | Sign, record: Record) -> int:
    """How many calls it takes to weigh."""
    return calls(lambda: weigh(rule, record, as_of=DAY))


def large(number: int) -> Record:
    """A record of so many walks and as many surgeries."""
    moments = [NINE - timedelta(minutes=minute) for minute in range(number)]
    return Record(
        observations=tuple(
            walk(f"o-{index}", 12, happened=moment) for index, moment in enumerate(moments)
        ),
        events=tuple(
            surgery(f"e-{index}", happened=moment) for index, moment in enumerate(moments)
        ),
    )


@pytest.mark.parametrize("rule", [EvidenceRule(all_of=(WALKS, SURGERY)), fresh(days=3)])
def test_weighing_takes_twice_the_work_for_twice_the_record(rule: EvidenceRule | Sign) -> None:
    small, double = large(200), large(400)

    assert work(rule, double) <= 2.1 * work(rule, small)


def test_what_nobody_asks_for_takes_no_time() -> None:
    others = record_of(surgery(happened=march(2)))
    more = others.with_entries(
        *(Observation(id=f"o-{number}", what="pain", happened=DAY) for number in range(500))
    )

    assert work(SURGERY, more) == work(SURGERY, others)
