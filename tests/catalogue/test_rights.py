"""What a client may count on, asked of the catalogue."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from carecore.base.calendars import BusinessCalendar
from carecore.base.reasons import Citation, Source, Verdict
from carecore.base.timing import Offset
from carecore.catalogue import STANDARD
from carecore.catalogue.rights import RIGHTS
from carecore.rights import Right, TimeLimit

BY_ID: dict[str, Right] = {right.id: right for right in RIGHTS}
BUSINESS = BusinessCalendar()


def limit(right: str, name: str) -> TimeLimit:
    """One time limit of one right."""
    return next(one for one in BY_ID[right].limits if one.id == name)


def held(setting: str, *payers: str) -> set[str]:
    """The rights of somebody in Massachusetts who is in that setting."""
    return {
        right.id
        for right in RIGHTS
        if right.applies(setting=setting, payers=payers, jurisdiction="US-MA") is Verdict.MET
    }


def sources(right: Right) -> Iterator[Source]:
    """All that a right and its limits rest on."""
    yield from right.sources
    for one in right.limits:
        yield from one.sources


def test_no_right_stands_twice() -> None:
    assert len(BY_ID) == len(RIGHTS)


@pytest.mark.parametrize("right", RIGHTS, ids=lambda right: right.id)
def test_a_right_rests_on_a_citation_and_so_does_each_limit(right: Right) -> None:
    groups = (right.sources, *(one.sources for one in right.limits))

    assert [some for some in groups if not any(isinstance(one, Citation) for one in some)] == []


@pytest.mark.parametrize("right", RIGHTS, ids=lambda right: right.id)
def test_a_citation_says_until_when_it_is_known_to_hold(right: Right) -> None:
    cited = [one for one in sources(right) if isinstance(one, Citation)]

    assert [one for one in cited if one.as_of is None] == []


@pytest.mark.parametrize("right", RIGHTS, ids=lambda right: right.id)
def test_a_right_holds_in_settings_that_the_catalogue_has(right: Right) -> None:
    known = [STANDARD.care_setting(one).id for one in right.settings or ()]

    assert tuple(known) == (right.settings or ())


def test_a_patient_of_a_ward_has_the_rights_of_patients_and_not_those_at_home() -> None:
    rights = held("acute_ward", "medicare")

    assert {"notice_of_rights", "grievance", "informed_decision", "choose_visitors"} <= rights
    assert not {"home_health_rights", "nursing_home_transfer", "medicaid_hearing"} & rights


def test_who_is_cared_for_at_home_has_the_rights_of_home_health() -> None:
    rights = held("home_health", "medicare")

    assert {"home_health_notice", "home_health_discharge", "medicare_fast_appeal"} <= rights
    assert "notice_of_rights" not in rights


def test_what_a_payer_owes_is_owed_by_that_payer() -> None:
    by_payer = {
        payer: held("acute_ward", payer) - held("acute_ward", "long_term_care_insurance")
        for payer in ("medicaid", "health_plan", "private_pay")
    }

    assert by_payer == {
        "medicaid": {"prior_authorization_in_time", "medicaid_hearing"},
        "health_plan": {"no_surprise_bill", "internal_appeal", "external_review"},
        "private_pay": {"good_faith_estimate"},
    }


def test_a_federal_right_of_the_united_states_is_none_in_portugal() -> None:
    answers = {right.applies(setting="acute_ward", jurisdiction="PT") for right in RIGHTS}

    assert answers == {Verdict.NOT_MET}


def test_a_grievance_is_answered_with_four_things() -> None:
    assert BY_ID["grievance"].shows == ("contact", "steps", "result", "completion_date")


@pytest.mark.parametrize(
    ("right", "number"),
    [("home_health_discharge", 7), ("nursing_home_transfer", 6), ("fly_without_companion", 4)],
)
def test_a_closed_list_of_grounds_is_as_long_as_the_law_has_it(right: str, number: int) -> None:
    assert len(BY_ID[right].grounds or ()) == number


def test_a_modification_of_a_home_shows_eight_things() -> None:
    assert len(BY_ID["documented_modification"].shows) == 8


@pytest.mark.parametrize(
    ("right", "name", "allowance"),
    [
        ("nursing_home_transfer", "notice_of_transfer", "-P30D"),
        ("nursing_home_transfer", "notice_of_closure", "-P60D"),
        ("home_health_notice", "tell_representative", "4BD"),
        ("see_own_record", "answer_request", "P30D"),
        ("good_faith_estimate", "estimate_for_late_booking", "1BD"),
        ("good_faith_estimate", "estimate_for_early_booking", "3BD"),
        ("good_faith_estimate", "dispute", "P120D"),
        ("internal_appeal", "answer_before_service", "P15D"),
        ("internal_appeal", "answer_after_service", "P30D"),
        ("internal_appeal", "appeal", "P180D"),
        ("internal_appeal", "decide_urgent_appeal", "PT72H"),
        ("external_review", "ask_review", "P4M"),
        ("prior_authorization_in_time", "answer_expedited_request", "PT72H"),
        ("prior_authorization_in_time", "answer_request", "P7D"),
        ("medicaid_hearing", "appeal_to_plan", "P60D"),
    ],
)
def test_a_time_limit_is_as_long_as_its_source_has_it(
    right: str, name: str, allowance: str
) -> None:
    assert limit(right, name).allowance == Offset.parse(allowance)


def test_a_nursing_home_that_moves_somebody_on_1_december_says_so_by_1_november() -> None:
    notice = limit("nursing_home_transfer", "notice_of_transfer").allowance

    assert notice.after(date(2026, 12, 1)) == date(2026, 11, 1)


def test_a_representative_is_told_four_business_days_after_a_friday_visit_by_thursday() -> None:
    told = limit("home_health_notice", "tell_representative").allowance

    assert told.after(date(2026, 11, 20), calendar=BUSINESS) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("right", "name"),
    [("notice_of_rights", "tell_rights"), ("home_health_notice", "tell_rights")],
)
def test_rights_are_told_before_care_begins(right: str, name: str) -> None:
    one = limit(right, name)

    assert (one.starts, one.allowance.after(date(2026, 11, 23)) - date(2026, 11, 23)) == (
        "care_start",
        timedelta(0),
    )


def test_what_was_not_read_is_not_called_verified() -> None:
    unverified = {
        right.id
        for right in RIGHTS
        if not any(isinstance(one, Citation) and one.verified for one in right.sources)
    }

    assert unverified == {
        "family_told_of_admission",
        "privacy_and_safety",
        "confidential_records",
        "freedom_from_restraint",
    }
