"""Payers, and what they authorised: when it holds."""

from datetime import date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.coverage import AuthorizationStatus, Coverage, UnitsUsed
from carecore.errors import InvalidValue, WrongType
from carecore.roles import PayerKind

from .samples_coverage import AUTHORIZATION, COVERAGE

DAY = date(2026, 11, 23)
WEEK = Period(date(2026, 11, 20), date(2026, 11, 27))


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2026, 11, 19), Verdict.NOT_MET),
        (date(2026, 11, 20), Verdict.MET),
        (date(2026, 11, 26), Verdict.MET),
        (date(2026, 11, 27), Verdict.NOT_MET),
    ],
)
def test_a_coverage_holds_up_to_and_not_on_the_day_it_ends(day: date, verdict: Verdict) -> None:
    assert attrs.evolve(COVERAGE, period=WEEK).holds(day) is verdict


def test_a_coverage_whose_period_is_unknown_may_hold() -> None:
    assert Coverage(id="cov-1", client_id="c-1", payer=PayerKind.MEDICAID).holds(DAY) is (
        Verdict.UNKNOWN
    )


def test_a_coverage_shows_its_id_and_nothing_else() -> None:
    assert repr(COVERAGE) == "<Coverage cov-1>"


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (AuthorizationStatus.APPROVED, Verdict.MET),
        (AuthorizationStatus.REQUESTED, Verdict.NOT_MET),
        (AuthorizationStatus.DENIED, Verdict.NOT_MET),
        (AuthorizationStatus.EXPIRED, Verdict.NOT_MET),
        (AuthorizationStatus.CANCELLED, Verdict.NOT_MET),
        (None, Verdict.UNKNOWN),
    ],
)
def test_only_what_is_approved_may_be_used(
    status: AuthorizationStatus | None, verdict: Verdict
) -> None:
    assert attrs.evolve(AUTHORIZATION, status=status).holds(DAY) is verdict


def test_what_is_approved_for_nobody_knows_when_may_be_usable() -> None:
    assert attrs.evolve(AUTHORIZATION, period=None).holds(DAY) is Verdict.UNKNOWN


def test_a_moment_is_no_day_to_ask_for() -> None:
    untyped: Any = datetime(2026, 11, 23, 9)
    with pytest.raises(WrongType):
        AUTHORIZATION.holds(untyped)


@pytest.mark.parametrize("units", [-1, 10**12 + 1])
def test_units_below_zero_or_beyond_all_bounds_have_no_meaning(units: int) -> None:
    with pytest.raises(InvalidValue):
        attrs.evolve(AUTHORIZATION, units=units)


def test_a_use_of_which_nothing_is_known_can_be_recorded() -> None:
    assert attrs.astuple(UnitsUsed()) == (None, None, None)
