"""Rights, who has them where, and what shows that they are kept."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Verdict
from carecore.base.timing import Offset, PartialDate, Period
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.rights import (
    Acknowledgement,
    Consent,
    ConsentScope,
    Decision,
    Right,
    acknowledged,
)
from carecore.roles import PayerKind

from .samples_rights import CONSENT, DECISION, RIGHT

DAY = date(2026, 11, 23)
DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31))
VISITORS = Right(id="choose_visitors", name="choose visitors", description="They do.")


def consent(**parts: object) -> Consent:
    """A consent to travel, given on 20 November 2026 until further notice, with other parts."""
    given_parts: dict[str, Any] = {
        "id": "co-1",
        "client_id": "c-17",
        "scope": ConsentScope.TRAVEL,
        "is_given": True,
        "by": "c-17",
        "at": date(2026, 11, 20),
        "period": Period(date(2026, 11, 20)),
        **parts,
    }
    return Consent(**given_parts)


def told(day: date | PartialDate | None) -> Acknowledgement:
    """That the client was told of the right to choose visitors."""
    return Acknowledgement(right="choose_visitors", at=day, by="c-17")


# Rights.


def test_a_right_of_all_settings_payers_and_places_is_everybodys() -> None:
    assert VISITORS.applies() is Verdict.MET


@pytest.mark.parametrize(
    ("setting", "verdict"),
    [("snf", Verdict.MET), ("home_health", Verdict.NOT_MET), (None, Verdict.UNKNOWN)],
)
def test_a_right_of_a_care_setting_is_for_whoever_is_there(
    setting: str | None, verdict: Verdict
) -> None:
    right = attrs.evolve(VISITORS, settings=("acute_ward", "snf"))

    assert right.applies(setting=setting) is verdict


@pytest.mark.parametrize(
    ("payers", "verdict"),
    [
        (("medicare", "private_pay"), Verdict.MET),
        ((PayerKind.MEDICAID,), Verdict.NOT_MET),
        ((), Verdict.NOT_MET),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_right_by_payer_is_for_whom_that_payer_pays(
    payers: tuple[PayerKind | str, ...] | None, verdict: Verdict
) -> None:
    right = attrs.evolve(VISITORS, payers=("medicare",))

    assert right.applies(payers=payers) is verdict


@pytest.mark.parametrize(
    ("law", "place", "verdict"),
    [
        ("US", "US-MA", Verdict.MET),
        ("US", "GB", Verdict.NOT_MET),
        ("US-MA", "US", Verdict.UNKNOWN),
        ("US", None, Verdict.UNKNOWN),
    ],
)
def test_a_right_of_a_law_is_for_whoever_is_under_it(
    law: str, place: str | None, verdict: Verdict
) -> None:
    right = attrs.evolve(VISITORS, jurisdictions=(law,))

    assert right.applies(jurisdiction=place) is verdict


def test_one_part_that_says_no_decides_even_where_another_is_unknown() -> None:
    assert RIGHT.applies(setting="home_health", payers=("medicare",)) is Verdict.NOT_MET


def test_a_setting_that_is_no_id_is_refused() -> None:
    with pytest.raises(InvalidValue):
        RIGHT.applies(setting="Acute Ward")


def test_a_right_without_a_closed_list_of_grounds_is_not_one_without_grounds() -> None:
    assert attrs.evolve(VISITORS, grounds=()) != VISITORS


def test_a_time_limit_can_count_back_from_what_it_belongs_to() -> None:
    limit = attrs.evolve(RIGHT.limits[0], starts="transfer", allowance=Offset(days=-30))

    assert limit.allowance.after(date(2026, 11, 30)) == date(2026, 10, 31)


def test_the_payers_of_a_right_are_shown_as_one_would_write_them() -> None:
    shown = [repr(right).partition("payers=")[2].partition(", j")[0] for right in (RIGHT, VISITORS)]

    assert shown == ["(PayerKind.MEDICARE,)", "None"]


# Acknowledgements.


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        ((date(2026, 11, 23),), Verdict.MET),
        ((date(2026, 11, 24),), Verdict.NOT_MET),
        ((None,), Verdict.UNKNOWN),
        ((PartialDate(2026, 11),), Verdict.UNKNOWN),
        ((date(2026, 11, 24), None), Verdict.UNKNOWN),
        ((None, date(2026, 11, 1)), Verdict.MET),
        ((), Verdict.NOT_MET),
    ],
)
def test_a_right_is_acknowledged_once_somebody_says_so_by_then(
    days: tuple[date | None, ...], verdict: Verdict
) -> None:
    assert acknowledged(map(told, days), "choose_visitors", as_of=DAY) is verdict


def test_another_right_that_was_told_is_not_this_one() -> None:
    assert acknowledged([told(DAY)], "grievance", as_of=DAY) is Verdict.NOT_MET


def test_an_acknowledgement_at_a_moment_counts_from_that_moment() -> None:
    nine = told(datetime(2026, 11, 23, 9, tzinfo=UTC))
    eight = datetime(2026, 11, 23, 8, tzinfo=UTC)

    assert acknowledged([nine], "choose_visitors", as_of=eight) is Verdict.NOT_MET


@pytest.mark.parametrize("as_of", [datetime(2026, 11, 23), "2026-11-23", None])
def test_a_question_about_no_day_is_refused_even_where_nothing_was_told(as_of: object) -> None:
    untyped: Any = as_of
    with pytest.raises(WrongType):
        acknowledged([], "choose_visitors", as_of=untyped)


# Consent.


def test_a_consent_holds_from_when_it_was_given() -> None:
    days = (date(2026, 11, 19), date(2026, 11, 20), date(2030, 1, 1))

    assert [consent().holds(day) for day in days] == [
        Verdict.NOT_MET,
        Verdict.MET,
        Verdict.MET,
    ]


def test_a_consent_no_longer_holds_on_the_day_its_period_ends() -> None:
    given_for_a_week = consent(period=Period(date(2026, 11, 20), date(2026, 11, 27)))

    assert [given_for_a_week.holds(date(2026, 11, day)) for day in (26, 27)] == [
        Verdict.MET,
        Verdict.NOT_MET,
    ]


def test_a_consent_no_longer_holds_on_the_day_it_is_taken_back() -> None:
    taken_back = consent(withdrawn_at=date(2026, 11, 23))

    assert [taken_back.holds(date(2026, 11, day)) for day in (22, 23)] == [
        Verdict.MET,
        Verdict.NOT_MET,
    ]


def test_a_consent_that_is_taken_back_at_nine_holds_until_nine() -> None:
    taken_back = consent(withdrawn_at=datetime(2026, 11, 23, 9, tzinfo=UTC))

    assert [taken_back.holds(datetime(2026, 11, 23, hour, tzinfo=UTC)) for hour in (8, 9)] == [
        Verdict.MET,
        Verdict.NOT_MET,
    ]


@given(day=DAYS)
def test_a_no_never_holds(day: date) -> None:
    assert consent(is_given=False).holds(day) is Verdict.NOT_MET


@pytest.mark.parametrize(
    "part",
    [{"period": None}, {"at": None}, {"at": PartialDate(2026, 11)}, {"is_given": None}],
)
def test_a_consent_of_which_something_is_unknown_may_hold(part: dict[str, Any]) -> None:
    assert consent(**part).holds(DAY) is Verdict.UNKNOWN


def test_a_record_may_say_no_more_of_a_consent_than_that_there_is_one() -> None:
    made = Consent(id="co-1", client_id="c-17")

    assert (made.scope, made.is_given, made.by, made.holds(DAY)) == (
        None,
        None,
        None,
        Verdict.UNKNOWN,
    )


def test_a_consent_that_was_taken_back_some_time_in_the_month_may_still_hold() -> None:
    assert consent(withdrawn_at=PartialDate(2026, 11)).holds(DAY) is Verdict.UNKNOWN


def test_a_period_that_is_over_decides_though_nobody_knows_when_it_was_given() -> None:
    over = consent(at=None, period=Period(date(2026, 1, 1), date(2026, 2, 1)))

    assert over.holds(DAY) is Verdict.NOT_MET


@given(day=DAYS, given_on=DAYS, taken_back=DAYS, start=DAYS, end=DAYS)
def test_a_consent_holds_exactly_between_what_begins_and_what_ends_it(
    *, day: date, given_on: date, taken_back: date, start: date, end: date
) -> None:
    first, last = sorted((start, end))
    one = consent(at=given_on, period=Period(first, last), withdrawn_at=taken_back)
    expected = max(given_on, first) <= day < min(last, taken_back)

    assert one.holds(day) is (Verdict.MET if expected else Verdict.NOT_MET)


def test_a_day_that_is_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(WrongType):
        consent().holds(datetime(2026, 11, 23, 9))


def test_a_recipient_that_is_blank_is_refused_with_its_place() -> None:
    with pytest.raises(CareError) as caught:
        consent(recipients=("p-1", " "))

    assert caught.value.place == "$.recipients[1]"


def test_a_consent_and_a_decision_show_their_id_and_nothing_else() -> None:
    assert [repr(CONSENT), repr(DECISION)] == ["<Consent co-1>", "<Decision d-1>"]


# Decisions.


def test_a_decision_is_open_until_something_is_chosen() -> None:
    choice = Decision(id="d-1", what="next_setting", options=("irf", "home_health"))

    assert (choice.is_open, attrs.evolve(choice, chosen="irf").is_open) == (True, False)


def test_a_choice_that_was_no_option_is_kept_as_it_was_recorded() -> None:
    assert Decision(id="d-1", what="next_setting", options=("irf",), chosen="snf").chosen == "snf"
