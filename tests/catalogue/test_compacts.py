"""Which licence holds in which state, and from when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import OwnChoice, Verdict
from carecore.base.timing import Period
from carecore.catalogue.compacts import COMPACTS
from carecore.credentials import CompactMember, Licence, licence_holds

NURSES, SOCIAL_WORKERS = COMPACTS
CHECKED = date(2026, 7, 2)
OUTSIDE = ("AK", "AS", "CA", "DC", "HI", "IL", "MI", "MN", "MP", "NV", "NY", "OR", "PR")
STATES = [member.jurisdiction.code for member in NURSES.members]
DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))


def multistate(state: str, credential: str = "rn") -> Licence:
    """A multistate licence of one state, in force for as long as these tests look."""
    period = Period(date(2015, 1, 1), date(2036, 1, 1))
    return Licence(
        credential=credential, jurisdiction=f"US-{state}", period=period, multistate=True
    )


def holds(licence: Licence, state: str, day: date = CHECKED) -> Verdict:
    """Whether the licence holds in that state, by the compacts of the catalogue."""
    return licence_holds(licence, f"US-{state}", as_of=day, compacts=COMPACTS)


def of_nurses(state: str) -> CompactMember | None:
    """The entry of a state in the nurses' compact."""
    return NURSES.member(Jurisdiction(f"US-{state}"))


def test_forty_three_jurisdictions_have_enacted_the_nurses_compact() -> None:
    assert len(set(STATES)) == 43


def test_forty_of_them_both_take_in_and_issue_in_july_2026() -> None:
    full = [one for one in NURSES.members if one.takes_in(CHECKED) and one.issues(CHECKED)]

    assert len(full) == 40


@pytest.mark.parametrize("state", OUTSIDE)
def test_a_state_outside_the_compact_is_not_on_the_list(state: str) -> None:
    assert of_nurses(state) is None


@pytest.mark.parametrize("credential", ["rn", "lpn"])
def test_a_colorado_nurse_with_a_multistate_licence_may_work_in_texas(credential: str) -> None:
    assert holds(multistate("CO", credential), "TX") is Verdict.MET


def test_a_colorado_nurse_with_a_multistate_licence_may_not_work_in_california() -> None:
    assert holds(multistate("CO"), "CA") is Verdict.NOT_MET


def test_a_colorado_nurse_with_a_licence_of_one_state_may_not_work_in_texas() -> None:
    period = Period(date(2015, 1, 1), date(2036, 1, 1))
    single = Licence(credential="rn", jurisdiction="US-CO", period=period, multistate=False)

    assert holds(single, "TX") is Verdict.NOT_MET


def test_an_advanced_practice_nurse_is_not_carried_by_the_nurses_compact() -> None:
    assert holds(multistate("CO", "aprn"), "TX") is Verdict.NOT_MET


@pytest.mark.parametrize("state", ["MA", "VI"])
def test_massachusetts_and_the_virgin_islands_have_enacted_it_and_nothing_more(state: str) -> None:
    assert of_nurses(state) == CompactMember(jurisdiction=f"US-{state}", enacted=True)


def test_massachusetts_does_not_take_in() -> None:
    assert holds(multistate("CO"), "MA") is Verdict.NOT_MET


def test_massachusetts_does_not_issue() -> None:
    assert holds(multistate("MA"), "CO") is Verdict.NOT_MET


def test_guam_takes_in() -> None:
    assert holds(multistate("CO"), "GU") is Verdict.MET


def test_guam_does_not_issue() -> None:
    assert holds(multistate("GU"), "CO") is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("state", "takes_in", "issues"),
    [
        ("PA", date(2023, 9, 5), date(2025, 7, 7)),
        ("WA", date(2023, 7, 24), date(2024, 1, 31)),
        ("CT", date(2025, 10, 1), date(2025, 10, 1)),
        ("TX", date(2018, 1, 19), date(2018, 1, 19)),
    ],
)
def test_a_state_takes_in_and_issues_from_its_own_days(
    state: str, takes_in: date, issues: date
) -> None:
    assert of_nurses(state) == CompactMember(
        jurisdiction=f"US-{state}", inbound_from=takes_in, issues_from=issues
    )


@pytest.mark.parametrize(
    ("day", "verdict"),
    [(date(2023, 9, 4), Verdict.NOT_MET), (date(2023, 9, 5), Verdict.MET)],
)
def test_pennsylvania_takes_in_from_september_2023(day: date, verdict: Verdict) -> None:
    assert holds(multistate("CO"), "PA", day) is verdict


@pytest.mark.parametrize(
    ("day", "verdict"),
    [(date(2025, 7, 6), Verdict.NOT_MET), (date(2025, 7, 7), Verdict.MET)],
)
def test_pennsylvania_issues_from_july_2025(day: date, verdict: Verdict) -> None:
    assert holds(multistate("PA"), "CO", day) is verdict


def test_rhode_island_is_a_member_whose_end_has_to_be_checked_again() -> None:
    choices = [one.choice for one in NURSES.sources if isinstance(one, OwnChoice)]

    assert any("Rhode Island" in choice and "check again" in choice for choice in choices)


def test_a_day_that_is_only_a_list_s_day_is_owned_as_such() -> None:
    choices = [one.choice for one in NURSES.sources if isinstance(one, OwnChoice)]

    assert any("earlier days are not claimed" in choice for choice in choices)


@given(home=st.sampled_from(STATES), target=st.sampled_from(STATES), day=DAYS)
def test_what_the_compact_once_carries_it_goes_on_carrying(
    home: str, target: str, day: date
) -> None:
    licence, place = multistate(home.removeprefix("US-")), Jurisdiction(target)
    carried = NURSES.carries(licence, place, on=day) is Verdict.MET

    assert not carried or NURSES.carries(licence, place, on=day + timedelta(1)) is Verdict.MET


def test_the_members_of_each_compact_stand_in_order_and_once() -> None:
    codes = [[member.jurisdiction for member in one.members] for one in COMPACTS]

    assert codes == [sorted(set(one)) for one in codes]


@given(
    home=st.sampled_from(SOCIAL_WORKERS.members),
    target=st.sampled_from(SOCIAL_WORKERS.members),
    credential=st.sampled_from(["lsw", "lcsw"]),
    day=DAYS,
)
def test_the_social_work_compact_carries_nobody_anywhere(
    home: CompactMember, target: CompactMember, credential: str, day: date
) -> None:
    licence = multistate(home.jurisdiction.code.removeprefix("US-"), credential)

    assert SOCIAL_WORKERS.carries(licence, target.jurisdiction, on=day) is Verdict.NOT_MET


def test_a_clinical_social_worker_may_work_at_home_whatever_the_compact_says() -> None:
    assert holds(multistate("KS", "lcsw"), "KS") is Verdict.MET
