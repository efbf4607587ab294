"""The client, and those who speak or decide for the client."""

from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Verdict
from carecore.base.timing import PartialDate, Period
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.people import Authority, Client, Representative
from carecore.roles import PayerKind

START, END = date(2026, 1, 1), date(2027, 1, 1)
NEEDS = st.sampled_from(["losing_heart", "understand_bills", "go_home"])


def test_only_the_id_of_a_client_is_needed_and_the_rest_is_unknown() -> None:
    known = {
        name: value for name, value in attrs.asdict(Client(id="c-1")).items() if value is not None
    }

    assert known == {"id": "c-1", "representatives": (), "weights": (), "name": "", "note": ""}


def test_unknown_needs_are_not_no_needs() -> None:
    assert Client(id="c-1") != Client(id="c-1", needs=())


@pytest.mark.parametrize("name", ["needs", "payers", "languages", "representatives"])
def test_one_bare_text_is_no_list(name: str) -> None:
    untyped: Any = {name: "losing_heart"}
    with pytest.raises(WrongType):
        Client(id="c-1", **untyped)


def test_a_client_with_a_need_has_it_once_and_last() -> None:
    client = Client(id="c-1", needs=("go_home",)).with_need("losing_heart")

    assert (client.needs, client.with_need("go_home")) == (("go_home", "losing_heart"), client)


def test_a_first_need_makes_unknown_needs_known() -> None:
    assert Client(id="c-1").with_need("losing_heart").needs == ("losing_heart",)


@given(needs=st.lists(NEEDS, unique=True), need=NEEDS)
def test_a_need_that_was_added_can_be_taken_away(needs: list[str], need: str) -> None:
    client = Client(id="c-1", needs=needs).without_need(need)

    assert client.with_need(need).without_need(need) == client


@given(needs=st.lists(NEEDS, unique=True), need=NEEDS)
def test_a_need_that_is_gone_is_not_there(needs: list[str], need: str) -> None:
    client = Client(id="c-1", needs=needs).without_need(need)

    assert client.needs == tuple(one for one in needs if one != need)


def test_needs_that_are_unknown_stay_unknown_when_one_of_them_goes() -> None:
    assert Client(id="c-1").without_need("losing_heart").needs is None


@pytest.mark.parametrize("need", ["Losing Heart", 3, None])
def test_a_need_is_an_id(need: object) -> None:
    untyped: Any = need
    with pytest.raises((InvalidValue, WrongType)):
        Client(id="c-1").with_need(untyped)


def test_a_client_who_moves_is_elsewhere_and_the_same() -> None:
    client = Client(id="c-1", setting="acute_ward", name="Ada Quill")

    assert client.moved_to("home") == attrs.evolve(client, setting="home")


def test_another_payer_comes_beside_those_already_known() -> None:
    client = Client(id="c-1").paid_by("private_pay").paid_by(PayerKind.MEDICARE, "private_pay")

    assert client.payers == (PayerKind.MEDICARE, PayerKind.PRIVATE_PAY)


def test_payers_come_one_by_one() -> None:
    untyped: Any = ["medicare"]
    with pytest.raises(WrongType):
        Client(id="c-1").paid_by(untyped)


def test_a_birth_date_may_be_a_year() -> None:
    client = Client(id="c-1", birth_date=PartialDate(1941))

    assert str(client.birth_date) == "1941"


@pytest.mark.parametrize("birth", [date(1941, 5, 3), "1941-05-03", 1941])
def test_a_birth_date_that_is_refused_is_not_quoted(birth: object) -> None:
    untyped: Any = birth
    with pytest.raises(WrongType) as caught:
        Client(id="c-1", birth_date=untyped)
    assert ("1941-05" in str(caught.value), caught.value.place) == (False, "$.birth_date")


@pytest.mark.parametrize(
    ("authority", "verdict"),
    [
        (Authority.AGENT, Verdict.MET),
        (Authority.GUARDIAN, Verdict.MET),
        (Authority.SURROGATE, Verdict.MET),
        (Authority.FAMILY, Verdict.NOT_MET),
    ],
)
def test_family_speaks_and_does_not_decide(authority: Authority, verdict: Verdict) -> None:
    someone = Representative(id="r-1", authority=authority, period=Period(START, END))

    assert someone.may_decide(as_of=START) is verdict


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (START - timedelta(1), Verdict.NOT_MET),
        (START, Verdict.MET),
        (END - timedelta(1), Verdict.MET),
        (END, Verdict.NOT_MET),
    ],
)
def test_an_authority_ends_on_the_first_day_without_it(day: date, verdict: Verdict) -> None:
    agent = Representative(id="r-1", authority=Authority.AGENT, period=Period(START, END))

    assert agent.may_decide(as_of=day) is verdict


def test_an_authority_without_dates_is_neither_there_nor_gone() -> None:
    agent = Representative(id="r-1", authority=Authority.AGENT)

    assert agent.may_decide(as_of=START) is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("period", "verdict"),
    [
        (None, Verdict.UNKNOWN),
        (Period(START, END), Verdict.UNKNOWN),
        (Period(END), Verdict.NOT_MET),
    ],
)
def test_where_nobody_knows_the_authority_it_is_open_unless_it_is_over(
    period: Period | None, verdict: Verdict
) -> None:
    somebody = Representative(id="r-1", period=period)

    assert (somebody.authority, somebody.may_decide(as_of=START)) == (None, verdict)


@pytest.mark.parametrize("authority", list(Authority))
def test_an_authority_is_asked_for_a_day(authority: Authority) -> None:
    with pytest.raises(WrongType):
        Representative(id="r-1", authority=authority).may_decide(as_of=datetime(2026, 1, 1))


@pytest.mark.parametrize("authority", ["family", 1])
def test_the_word_for_an_authority_is_not_the_authority(authority: object) -> None:
    untyped: Any = authority
    with pytest.raises(WrongType) as caught:
        Representative(id="r-1", authority=untyped)
    assert caught.value.advice == "Maybe Authority.FAMILY"


@pytest.mark.parametrize("period", ["2026", (START, END), START])
def test_a_period_of_authority_is_a_period(period: object) -> None:
    untyped: Any = period
    with pytest.raises(WrongType, match=r"the period of a Representative is .*, and a Period is"):
        Representative(id="r-1", authority=Authority.AGENT, period=untyped)


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("area", " ", "$.area"),
        ("area", 3, "$.area"),
        ("acuity", -1, "$.acuity"),
        ("acuity", "high", "$.acuity"),
        ("conditions", "stroke", "$.conditions"),
        ("conditions", ["stroke", "stroke"], "$.conditions[1]"),
        ("weights", None, "$.weights"),
    ],
)
def test_a_fact_for_matching_without_meaning_is_refused_where_it_stands(
    name: str, value: object, place: str
) -> None:
    untyped: Any = {name: value}
    with pytest.raises(CareError) as caught:
        Client(id="c-1", **untyped)
    assert caught.value.place == place


def test_conditions_that_are_unknown_are_not_none() -> None:
    assert Client(id="c-1") != Client(id="c-1", conditions=())
