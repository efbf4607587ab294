"""Whether a condition is there or over, worked out by hand."""

import pytest

from carecore.base.reasons import Verdict
from carecore.record import Certainty, Condition, ConditionSign, ConditionStatus

from .weighed import APRIL, DELIRIUM, MARCH, NO_DELIRIUM, delirium, march, shown, told


@pytest.mark.parametrize(
    ("status", "active"),
    [
        (ConditionStatus.ACTIVE, True),
        (ConditionStatus.RECURRENT, True),
        (ConditionStatus.REMISSION, False),
        (ConditionStatus.INACTIVE, False),
        (ConditionStatus.RESOLVED, False),
        (None, None),
    ],
)
def test_a_condition_is_active_or_over_as_its_status_says(
    status: ConditionStatus | None, *, active: bool | None
) -> None:
    met = {True: Verdict.MET, False: Verdict.NOT_MET, None: Verdict.UNKNOWN}
    over = {True: Verdict.NOT_MET, False: Verdict.MET, None: Verdict.UNKNOWN}
    condition = delirium(status=status, onset=march(1))

    assert (shown(DELIRIUM, condition).verdict, shown(NO_DELIRIUM, condition).verdict) == (
        met[active],
        over[active],
    )


ACTIVE, RESOLVED = ConditionStatus.ACTIVE, ConditionStatus.RESOLVED


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        # Not yet there.
        (delirium(status=ACTIVE, onset=march(10)), Verdict.UNKNOWN),
        (delirium(status=ACTIVE, onset=APRIL), Verdict.UNKNOWN),
        # Without any date it holds as it stands.
        (delirium(status=ACTIVE), Verdict.MET),
        (delirium(status=RESOLVED), Verdict.NOT_MET),
        # It may have begun later.
        (delirium(status=ACTIVE, onset=MARCH), Verdict.UNKNOWN),
        (delirium(status=ACTIVE, recorded=march(10)), Verdict.UNKNOWN),
        # What was recorded by then had begun.
        (delirium(status=ACTIVE, onset=MARCH, recorded=march(8)), Verdict.MET),
        (delirium(status=ACTIVE, recorded=march(8)), Verdict.MET),
        # It ended before, later, or nobody can tell.
        (delirium(status=RESOLVED, onset=march(1), abated=march(5)), Verdict.NOT_MET),
        (delirium(onset=march(1), abated=march(5)), Verdict.NOT_MET),
        (delirium(status=RESOLVED, onset=march(1), abated=march(10)), Verdict.MET),
        (delirium(onset=march(1), abated=march(10)), Verdict.MET),
        (delirium(status=RESOLVED, onset=march(1), abated=MARCH), Verdict.UNKNOWN),
        (delirium(onset=MARCH, abated=APRIL), Verdict.UNKNOWN),
        # Over and active at once says nothing.
        (delirium(status=ACTIVE, onset=march(1), abated=march(5)), Verdict.UNKNOWN),
        # What was over when it was written down may still have been there before.
        (delirium(status=RESOLVED, onset=march(1), recorded=march(10)), Verdict.UNKNOWN),
        (delirium(status=ACTIVE, onset=march(1), recorded=march(10)), Verdict.MET),
        (
            delirium(status=ConditionStatus.RECURRENT, onset=march(1), recorded=march(10)),
            Verdict.UNKNOWN,
        ),
        # How sure it is.
        (delirium(status=ACTIVE, certainty=Certainty.CONFIRMED), Verdict.MET),
        (delirium(status=ACTIVE, certainty=Certainty.SUSPECTED), Verdict.UNKNOWN),
        (delirium(status=RESOLVED, certainty=Certainty.SUSPECTED), Verdict.NOT_MET),
        (delirium(status=ACTIVE, certainty=Certainty.REFUTED), Verdict.NOT_MET),
        # Of another client, or of another word.
        (delirium(status=ACTIVE, client_id="c-18"), Verdict.UNKNOWN),
        (Condition(id="e-1", what="stroke", status=ACTIVE), Verdict.UNKNOWN),
    ],
)
def test_whether_a_condition_is_there_follows_its_dates_and_how_sure_it_is(
    condition: Condition, verdict: Verdict
) -> None:
    assert shown(DELIRIUM, condition).verdict is verdict


@pytest.mark.parametrize(
    ("sign", "condition", "met_at"),
    [
        (DELIRIUM, delirium(status=ACTIVE, onset=march(2)), "2026-03-02"),
        (DELIRIUM, delirium(status=ACTIVE), "None"),
        (NO_DELIRIUM, delirium(onset=march(2), abated=march(5)), "2026-03-05"),
        (NO_DELIRIUM, delirium(status=RESOLVED), "None"),
        (NO_DELIRIUM, delirium(certainty=Certainty.REFUTED), "None"),
    ],
)
def test_a_condition_is_met_since_its_onset_or_its_end(
    sign: ConditionSign, condition: Condition, met_at: str
) -> None:
    evidence = shown(sign, condition)

    assert (evidence.verdict, str(evidence.met_at)) == (Verdict.MET, met_at)


def test_a_condition_is_a_state_so_it_counts_also_if_it_began_before() -> None:
    condition = delirium(status=ACTIVE, onset=march(1))

    assert shown(DELIRIUM, condition, since=march(5)).verdict is Verdict.MET


def test_one_active_condition_is_enough_and_one_unclear_one_leaves_it_open() -> None:
    over = delirium("e-1", onset=march(1), abated=march(2))
    active = delirium("e-2", status=ACTIVE, onset=march(4))
    unclear = delirium("e-3", onset=march(5))

    assert told(shown(DELIRIUM, over, unclear, active)) == (Verdict.MET, "condition_active")
    assert told(shown(NO_DELIRIUM, over, unclear)) == (Verdict.UNKNOWN, "condition_unclear")
    assert shown(DELIRIUM, over, unclear, active).entries == ("e-2",)


def test_of_several_active_conditions_the_first_decides() -> None:
    later = delirium("e-1", status=ACTIVE, onset=march(4))
    first = delirium("e-2", status=ACTIVE, onset=march(2))

    assert shown(DELIRIUM, later, first).entries == ("e-2",)


def test_a_condition_is_over_when_the_last_of_its_times_ended() -> None:
    first = delirium("e-1", onset=march(1), abated=march(2))
    again = delirium("e-2", onset=march(4), abated=march(6))
    never = delirium("e-3", certainty=Certainty.REFUTED)
    undated = delirium("e-4", status=RESOLVED)

    assert str(shown(NO_DELIRIUM, again, first, never).met_at) == "2026-03-06"
    assert shown(NO_DELIRIUM, again, undated).met_at is None
