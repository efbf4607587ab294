"""What is known of a time, a period or a place, as a verdict."""

from datetime import UTC, date, datetime

import pytest

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import When
from carecore.base.reasons import Verdict
from carecore.base.timing import PartialDate, Period
from carecore.base.verdicts import lies_in, runs_on, verdict_of, was_by
from carecore.errors import WrongType

DAY = date(2026, 3, 9)
US, MA, DE = map(Jurisdiction, ("US", "US-MA", "DE"))


def test_what_nobody_knows_is_neither_so_nor_not_so() -> None:
    assert [verdict_of(known) for known in (True, False, None)] == list(Verdict)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (PartialDate(2026, 3, 9), Verdict.MET),
        (PartialDate(2026, 3, 10), Verdict.NOT_MET),
        (PartialDate(2026, 3), Verdict.UNKNOWN),
        (datetime(2026, 3, 9, 23, tzinfo=UTC), Verdict.MET),
        (None, Verdict.UNKNOWN),
    ],
)
def test_what_is_dated_too_coarsely_was_perhaps_by_then(
    when: When | None, expected: Verdict
) -> None:
    assert was_by(when, DAY) is expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(DAY), Verdict.MET),
        (Period(date(2026, 3, 1), DAY), Verdict.NOT_MET),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_period_that_nobody_knows_may_run(period: Period | None, expected: Verdict) -> None:
    assert runs_on(period, DAY) is expected


@pytest.mark.parametrize(
    ("place", "laws", "expected"),
    [
        (MA, None, Verdict.MET),
        (None, None, Verdict.MET),
        (MA, (US,), Verdict.MET),
        (MA, (DE, MA), Verdict.MET),
        (DE, (US, MA), Verdict.NOT_MET),
        (US, (MA,), Verdict.UNKNOWN),
        (US, (DE, MA), Verdict.UNKNOWN),
        (None, (MA,), Verdict.UNKNOWN),
        (MA, (), Verdict.NOT_MET),
    ],
)
def test_of_a_country_nobody_knows_which_part_is_meant(
    place: Jurisdiction | None, laws: tuple[Jurisdiction, ...] | None, expected: Verdict
) -> None:
    assert lies_in(place, laws) is expected


def test_a_period_is_asked_about_a_day() -> None:
    with pytest.raises(WrongType, match=r"Maybe `\.date\(\)`"):
        runs_on(Period(DAY), datetime(2026, 3, 9, 9, tzinfo=UTC))
