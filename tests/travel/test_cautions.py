"""States in which nobody should fly: what a record shows of them."""

from datetime import date
from typing import Any

import pytest

from carecore.base.reasons import Verdict
from carecore.errors import CareError, WrongType
from carecore.record import Condition, ConditionStatus, Record
from carecore.travel import CautionFound, FlightCaution, cautions_in

from .samples_travel import CAUTION

DAY = date(2026, 12, 1)


def record(status: ConditionStatus) -> Record:
    """A client with angina that stands like this."""
    angina = Condition(id="e-1", what="unstable_angina", status=status, onset=date(2026, 11, 1))
    return Record(client_id="c-1", conditions=(angina,))


def test_a_state_that_the_record_shows_bars_the_flight() -> None:
    found = cautions_in(record(ConditionStatus.ACTIVE), cautions=[CAUTION], as_of=DAY)

    assert found == (
        CautionFound(caution="unstable_angina", verdict=Verdict.MET, is_bar=True, entries=("e-1",)),
    )


def test_a_state_that_is_over_bars_nothing() -> None:
    (found,) = cautions_in(record(ConditionStatus.RESOLVED), cautions=[CAUTION], as_of=DAY)

    assert found.verdict is Verdict.NOT_MET


def test_a_record_that_does_not_speak_of_a_state_leaves_it_unknown() -> None:
    (found,) = cautions_in(Record(client_id="c-1"), cautions=[CAUTION], as_of=DAY)

    assert found.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("one", "cautions"), [("a record", [CAUTION]), (Record(), ["unstable_angina"])]
)
def test_what_is_no_record_or_caution_is_refused(one: object, cautions: object) -> None:
    untyped: Any = one
    listed: Any = cautions
    with pytest.raises(WrongType):
        cautions_in(untyped, cautions=listed, as_of=DAY)


def test_a_caution_without_a_name_is_refused() -> None:
    with pytest.raises(CareError) as caught:
        FlightCaution(id="x", name=" ", evidence=CAUTION.evidence, is_bar=True)

    assert caught.value.place == "$.name"
