"""A change is a value: applied, it gives the situation after it."""

from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.errors import InvalidValue, WrongType
from carecore.matching import Change, ChangeKind, Situation, advise_roles
from carecore.matching.changes import changes_of
from carecore.matching.decision import decide
from carecore.people import Client, Membership, Professional, Team
from carecore.roles import PayerKind

from .drawn import DAY, SITUATIONS

CLIENT = Client(id="c-1", setting="acute_ward", needs=("understand_bills",), payers=("medicare",))
TEAM = Team(id="t-1").joined("p-1", role="case_manager", on=date(2026, 1, 1))
NURSE = Professional(id="p-9", roles=("care_manager",))


def change(kind: ChangeKind, value: str, newcomer: Professional | None = None) -> Change:
    return Change(kind=kind, value=value, text="so", newcomer=newcomer)


def test_a_need_is_added_and_dropped() -> None:
    added = change(ChangeKind.NEED_ADDED, "losing_heart").apply(CLIENT, as_of=DAY)
    dropped = change(ChangeKind.NEED_DROPPED, "losing_heart").apply(added.client, as_of=DAY)

    assert (added.client.needs, dropped.client) == (("understand_bills", "losing_heart"), CLIENT)


def test_the_client_is_somewhere_else() -> None:
    after = change(ChangeKind.MOVED, "snf").apply(CLIENT, as_of=DAY)

    assert after == Situation(attrs.evolve(CLIENT, setting="snf"))


@pytest.mark.parametrize(
    ("kind", "payer", "before", "after"),
    [
        (ChangeKind.PAYER_ADDED, "medicaid", ("medicare",), ("medicare", "medicaid")),
        (ChangeKind.PAYER_ADDED, "medicaid", None, ("medicaid", "private_pay")),
        (ChangeKind.PAYER_DROPPED, "medicare", ("medicare",), ()),
        (ChangeKind.PAYER_DROPPED, "private_pay", None, ()),
        (ChangeKind.PAYER_DROPPED, "medicaid", ("medicare",), ("medicare",)),
    ],
)
def test_there_is_a_payer_more_or_less(
    kind: ChangeKind, payer: str, before: tuple[str, ...] | None, after: tuple[str, ...]
) -> None:
    client = Client(id="c-1", payers=before)

    changed = change(kind, payer).apply(client, as_of=DAY)

    assert changed.client.payers == tuple(map(PayerKind, after))


def test_somebody_joins_the_team_that_is_known() -> None:
    after = change(ChangeKind.JOINED, "care_manager", NURSE).apply(CLIENT, as_of=DAY, team=TEAM)

    assert after.team == Team(
        id="t-1",
        memberships=[
            *TEAM.memberships,
            Membership(person_id="p-9", role="care_manager", period=Period(DAY)),
        ],
        professionals=[NURSE],
    )


def test_somebody_joins_where_no_team_is_known() -> None:
    client = Client(id="c" * 255)

    after = change(ChangeKind.JOINED, "care_manager", NURSE).apply(client, as_of=DAY)

    assert after.team is not None
    assert [one.person_id for one in after.team.at(DAY)] == ["p-9"]


def test_somebody_leaves_and_the_past_stays() -> None:
    past = Membership(
        person_id="p-1", role="case_manager", period=Period(date(2020, 1, 1), date(2021, 1, 1))
    )
    team = attrs.evolve(TEAM, memberships=(past, *TEAM.memberships))

    after = change(ChangeKind.LEFT, "case_manager").apply(CLIENT, as_of=DAY, team=team)

    assert after.team is not None
    assert [one.person_id for one in after.team.at(DAY)] == []
    yesterday = after.team.at(DAY - timedelta(days=1))
    assert [one.person_id for one in yesterday] == [one.person_id for one in TEAM.memberships]
    assert after.team.memberships[0] == past


@pytest.mark.parametrize(("before", "after"), [(None, (NURSE,)), ((), (NURSE,))])
def test_somebody_comes_in_reach(
    before: tuple[Professional, ...] | None, after: tuple[Professional, ...]
) -> None:
    came = change(ChangeKind.CAME_IN_REACH, "care_manager", NURSE)

    assert came.apply(CLIENT, as_of=DAY, pool=before).pool == after


def test_nobody_leaves_a_team_that_is_not_known() -> None:
    with pytest.raises(InvalidValue, match=r"no team is known that 'case_manager' could leave"):
        change(ChangeKind.LEFT, "case_manager").apply(CLIENT, as_of=DAY)


@pytest.mark.parametrize("kind", [ChangeKind.JOINED, ChangeKind.CAME_IN_REACH])
def test_who_comes_has_to_be_named(kind: ChangeKind) -> None:
    with pytest.raises(InvalidValue, match=r"nobody is named who comes as 'care_manager'"):
        change(kind, "care_manager").apply(CLIENT, as_of=DAY)


def test_a_payer_that_there_is_not_cannot_be_added() -> None:
    with pytest.raises(InvalidValue, match=r"'gold' is no kind of payer"):
        change(ChangeKind.PAYER_ADDED, "gold").apply(CLIENT, as_of=DAY)


@pytest.mark.parametrize("as_of", [None, "2026-11-23", datetime(2026, 11, 23)])
@pytest.mark.parametrize("kind", ChangeKind)
def test_a_change_is_applied_on_a_plain_day(kind: ChangeKind, as_of: object) -> None:
    with pytest.raises(WrongType, match=r"as_of is"):
        change(kind, "case_manager", NURSE).apply(CLIENT, as_of=as_of)  # type: ignore[arg-type] # on purpose


@pytest.mark.parametrize("pool", [{NURSE}, {"p-9": NURSE}, "p-9", NURSE, ("p-9",)])
def test_a_change_is_applied_to_a_list_of_professionals(pool: object) -> None:
    with pytest.raises(WrongType):
        change(ChangeKind.MOVED, "snf").apply(CLIENT, as_of=DAY, pool=pool)  # type: ignore[arg-type] # on purpose


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "moved"},
        {"value": " "},
        {"value": 3},
        {"text": ""},
        {"newcomer": "p-9"},
        {"becomes": ("care manager",)},
    ],
)
def test_a_change_without_meaning_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((InvalidValue, WrongType)):
        attrs.evolve(change(ChangeKind.MOVED, "snf"), **wrong)


@pytest.mark.parametrize(
    "wrong", [{"client": {"id": "c-1"}}, {"team": "t-1"}, {"pool": {NURSE}}, {"pool": "p-9"}]
)
def test_a_situation_is_made_of_values(wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongType):
        attrs.evolve(Situation(CLIENT), **wrong)


@settings(max_examples=40)
@given(SITUATIONS)
def test_every_change_that_is_listed_changes_the_answer_and_becomes_what_it_says(
    situation: Situation,
) -> None:
    before = decide(situation, STANDARD, as_of=DAY)

    for listed in changes_of(situation, before, STANDARD, as_of=DAY):
        after = decide(
            listed.apply(situation.client, as_of=DAY, team=situation.team, pool=situation.pool),
            STANDARD,
            as_of=DAY,
        )
        assert (listed.becomes, listed.leaves) == (after.roles, after.left)
        assert after.answer != before.answer


def test_the_newcomer_of_a_change_is_nobody_who_is_there_already() -> None:
    client = Client(id="c-1", setting="home_independent", needs=["visit_mother_weekly"])
    namesake = Professional(id="a-care_manager", roles=["care_manager"], weekly_hours=0)
    cousin = Membership(person_id="a-care_manager-2", role="patient_advocate")
    team = Team(id="t-1", memberships=[cousin], professionals=[namesake])
    advice = advise_roles(client, as_of=DAY, team=team, pool=[namesake])
    coming = [one for one in advice.would_change_if if one.newcomer is not None]

    again = [
        advise_roles(after.client, as_of=DAY, team=after.team, pool=after.pool)
        for one in coming
        for after in (one.apply(client, as_of=DAY, team=team, pool=[namesake]),)
    ]

    assert [one.kind for one in coming] == [ChangeKind.JOINED, ChangeKind.CAME_IN_REACH]
    assert [one.newcomer.id for one in coming if one.newcomer] == ["a-care_manager-3"] * 2
    assert [one.roles for one in again] == [one.becomes for one in coming]
