"""Licences: where and when they hold."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.credentials import (
    Compact,
    CompactMember,
    Credential,
    CredentialKind,
    Licence,
    licence_holds,
)
from carecore.errors import InvalidValue, WrongType

START, JOINED, LEFT, END = (date(year, 1, 1) for year in (2020, 2022, 2026, 2030))
DECADE = Period(START, END)
HOME = Licence(credential="rn", jurisdiction="US-CO", period=DECADE)
TRAVELLING = attrs.evolve(HOME, multistate=True)
COMPACT = Compact(
    id="nurses",
    name="nurses",
    credentials=("rn",),
    members=(
        CompactMember(jurisdiction="US-CO", inbound_from=JOINED, issues_from=JOINED),
        CompactMember(jurisdiction="US-UT", inbound_from=JOINED, issues_from=JOINED, until=LEFT),
        CompactMember(jurisdiction="US-MA"),
        CompactMember(jurisdiction="US-PA", inbound_from=JOINED),
    ),
)

DAYS = st.dates(date(2018, 1, 1), date(2032, 1, 1))
PLACES = st.sampled_from(["US", "US-CO", "US-UT", "US-MA", "US-PA", "US-NY", "DE"])
PERIODS = st.one_of(
    st.none(),
    st.builds(Period, st.none() | DAYS),
    st.builds(Period, st.none(), DAYS),
    st.tuples(DAYS, DAYS).map(sorted).map(lambda days: Period(days[0], days[1])),
)
LICENCES = st.builds(
    Licence,
    credential=st.sampled_from(["rn", "lcsw"]),
    jurisdiction=PLACES,
    period=PERIODS,
    multistate=st.none() | st.booleans(),
)
COMPACTS = st.sampled_from([(), (COMPACT,), (COMPACT, COMPACT)])


@given(licence=LICENCES, place=st.none() | PLACES, day=DAYS, compacts=COMPACTS)
def test_an_expired_licence_holds_nowhere(
    licence: Licence, place: str | None, day: date, compacts: tuple[Compact, ...]
) -> None:
    holds = licence_holds(licence, place, as_of=day, compacts=compacts)

    expired = licence.period is not None and not licence.period.contains(day)
    assert (holds is Verdict.NOT_MET) or not expired


@given(licence=LICENCES, place=st.none() | PLACES, day=DAYS, compacts=COMPACTS)
def test_what_is_not_known_is_never_met(
    licence: Licence, place: str | None, day: date, compacts: tuple[Compact, ...]
) -> None:
    holds = licence_holds(licence, place, as_of=day, compacts=compacts)

    assert holds is not Verdict.MET or (place is not None and licence.period is not None)


@given(licence=LICENCES, place=PLACES, day=DAYS)
def test_a_compact_takes_nothing_away(licence: Licence, place: str, day: date) -> None:
    alone = licence_holds(licence, place, as_of=day)
    joined = licence_holds(licence, place, as_of=day, compacts=(COMPACT,))

    assert joined is alone or alone is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (START - timedelta(1), Verdict.NOT_MET),
        (START, Verdict.MET),
        (END - timedelta(1), Verdict.MET),
        (END, Verdict.NOT_MET),
    ],
)
def test_a_licence_holds_from_its_first_day_to_the_day_before_its_end(
    day: date, verdict: Verdict
) -> None:
    assert licence_holds(HOME, "US-CO", as_of=day) is verdict


@pytest.mark.parametrize(
    ("given_in", "place", "verdict"),
    [
        ("US-CO", "US-CO", Verdict.MET),
        ("US-CO", "US-NY", Verdict.NOT_MET),
        ("US-CO", "US", Verdict.UNKNOWN),
        ("US-CO", "DE", Verdict.NOT_MET),
        ("DE", "DE-BY", Verdict.MET),
        ("US-CO", None, Verdict.UNKNOWN),
    ],
)
def test_a_licence_holds_where_it_was_given_and_in_the_parts_of_that_place(
    given_in: str, place: str | None, verdict: Verdict
) -> None:
    licence = attrs.evolve(HOME, jurisdiction=given_in)

    assert licence_holds(licence, place, as_of=JOINED) is verdict


def test_a_licence_without_dates_holds_nobody_knows_when() -> None:
    undated = attrs.evolve(HOME, period=None)

    assert [licence_holds(undated, place, as_of=JOINED) for place in ("US-CO", "US-NY")] == [
        Verdict.UNKNOWN,
        Verdict.NOT_MET,
    ]


@pytest.mark.parametrize(
    ("licence", "place", "day", "verdict"),
    [
        (TRAVELLING, "US-UT", JOINED, Verdict.MET),
        (TRAVELLING, "US-UT", JOINED - timedelta(1), Verdict.NOT_MET),
        (TRAVELLING, "US-UT", LEFT - timedelta(1), Verdict.MET),
        (TRAVELLING, "US-UT", LEFT, Verdict.NOT_MET),
        (TRAVELLING, "US-MA", JOINED, Verdict.NOT_MET),
        (TRAVELLING, "US-PA", JOINED, Verdict.MET),
        (TRAVELLING, "US-NY", JOINED, Verdict.NOT_MET),
        (HOME, "US-UT", JOINED, Verdict.UNKNOWN),
        (attrs.evolve(HOME, multistate=False), "US-UT", JOINED, Verdict.NOT_MET),
        (attrs.evolve(TRAVELLING, credential="lcsw"), "US-UT", JOINED, Verdict.NOT_MET),
        (attrs.evolve(TRAVELLING, jurisdiction="US-PA"), "US-UT", JOINED, Verdict.NOT_MET),
        (attrs.evolve(TRAVELLING, jurisdiction="US-NY"), "US-UT", JOINED, Verdict.NOT_MET),
        (attrs.evolve(TRAVELLING, period=None), "US-UT", JOINED, Verdict.UNKNOWN),
    ],
)
def test_a_compact_carries_a_multistate_licence_from_member_to_member(
    licence: Licence, place: str, day: date, verdict: Verdict
) -> None:
    assert licence_holds(licence, place, as_of=day, compacts=(COMPACT,)) is verdict


@pytest.mark.parametrize("place", ["US-UT", Jurisdiction("US-UT")])
def test_a_member_is_found_by_its_code_and_by_itself(place: str | Jurisdiction) -> None:
    assert COMPACT.member(place) == COMPACT.members[1]


def test_who_has_not_joined_is_no_member() -> None:
    assert COMPACT.member("US-NY") is None


def test_a_member_that_joined_twice_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(COMPACT, members=(*COMPACT.members, CompactMember(jurisdiction="US-CO")))
    assert str(caught.value) == (
        "$.members[4]: the jurisdiction 'US-CO' stands twice in the compact. "
        "Maybe remove one of the two."
    )


@pytest.mark.parametrize("day", [datetime(2026, 1, 1), "2026-01-01", None])
def test_licences_are_counted_in_days(day: object) -> None:
    untyped: Any = day
    member = COMPACT.members[0]
    questions: tuple[Callable[[], object], ...] = (
        lambda: licence_holds(HOME, "US-CO", as_of=untyped),
        lambda: COMPACT.carries(HOME, "US-UT", on=untyped),
        lambda: member.takes_in(untyped),
        lambda: member.issues(untyped),
    )
    for asked in questions:
        with pytest.raises(WrongType):
            asked()


@pytest.mark.parametrize("licence", [None, "rn", COMPACT])
def test_only_a_licence_holds(licence: object) -> None:
    untyped: Any = licence
    questions: tuple[Callable[[], object], ...] = (
        lambda: licence_holds(untyped, "US-CO", as_of=JOINED),
        lambda: COMPACT.carries(untyped, "US-CO", on=JOINED),
    )
    for asked in questions:
        with pytest.raises(WrongType, match=r"the licence is .*, and a Licence is wanted"):
            asked()


@pytest.mark.parametrize("compacts", [COMPACT, "nurses", None, ["nurses"], {COMPACT}])
def test_compacts_come_in_a_list(compacts: object) -> None:
    untyped: Any = compacts
    with pytest.raises(WrongType):
        licence_holds(HOME, "US-CO", as_of=JOINED, compacts=untyped)


@pytest.mark.parametrize("kind", ["licence", None])
def test_the_word_for_a_kind_of_credential_is_not_the_kind(kind: object) -> None:
    untyped: Any = kind
    with pytest.raises(WrongType) as caught:
        Credential(id="rn", name="nurse", kind=untyped)
    assert caught.value.advice == f"Maybe {CredentialKind.LICENCE}"
