"""Whom a client needs: the answer as a whole, and what cannot be asked."""

import pickle
from datetime import date, datetime
from time import process_time
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.codec import dumps, loads
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.matching import ChangeKind, RoleAdvice, Situation, Status, advise_roles
from carecore.people import Client, Membership, Professional, Team

from .drawn import DAY, SITUATIONS, fitting

# Seconds; a third of one is enough, and coverage on a slow machine takes its share.
NO_TIME = 10
CORE = ("case_manager", "care_manager")
VISITS = Client(id="c-1", setting="home_independent", needs=["visit_mother_weekly"])


def asked(situation: Situation) -> RoleAdvice:
    return advise_roles(situation.client, as_of=DAY, team=situation.team, pool=situation.pool)


def reasons(advice: RoleAdvice) -> list[str]:
    return [reason.id for reason in advice.reasons]


@settings(max_examples=60)
@given(SITUATIONS)
def test_every_needed_duty_is_held_once_or_missing_with_a_reason(situation: Situation) -> None:
    advice = asked(situation)

    held = [duty for one in advice.recommended for duty in one.duties]
    missing = [one.duty for one in advice.missing]
    first = advice.options[0]

    assert sorted([*held, *missing]) == sorted([*first.covered, *first.missing])
    assert [one.duty for one in advice.missing if not one.because] == []


@settings(max_examples=60)
@given(SITUATIONS)
def test_the_options_begin_with_the_recommended_way_and_list_each_core_role_and_nobody(
    situation: Situation,
) -> None:
    advice = asked(situation)

    ways = [frozenset[str](option.roles) for option in advice.options]
    wanted = [frozenset([role]) for role in CORE] + [frozenset(CORE), frozenset[str]()]

    assert ways[0] == frozenset(advice.roles)
    assert [ways.count(way) for way in wanted] == [1, 1, 1, 1]


@settings(max_examples=60)
@given(SITUATIONS)
def test_what_an_option_loses_is_covered_by_the_recommended_way(situation: Situation) -> None:
    first, *others = asked(situation).options

    assert first.lost == ()
    for option in others:
        assert set(option.lost) <= set(first.covered)
        assert set(option.lost) == set(option.missing) & set(first.covered)
        assert set(option.not_typical) <= set(option.covered)


@settings(max_examples=30)
@given(SITUATIONS)
def test_the_same_question_has_the_same_answer_and_the_same_text(situation: Situation) -> None:
    once, again = asked(situation), asked(situation)

    assert (once, str(once), hash(once)) == (again, str(again), hash(again))


@settings(max_examples=30)
@given(SITUATIONS, st.data())
def test_the_order_of_the_pool_changes_no_role_no_status_and_nothing_missing(
    situation: Situation, data: st.DataObject
) -> None:
    pool = situation.pool
    shuffled = None if pool is None else data.draw(st.permutations(pool))

    once = asked(situation)
    again = asked(attrs.evolve(situation, pool=shuffled))

    seen = [
        [(one.role, one.status, one.duties, one.people) for one in advice.recommended]
        for advice in (once, again)
    ]
    assert seen[0] == seen[1]
    assert (once.missing, once.options) == (again.missing, again.options)


@settings(max_examples=30)
@given(SITUATIONS)
def test_an_advice_comes_back_from_pickle_and_from_its_document(situation: Situation) -> None:
    advice = asked(situation)

    assert pickle.loads(pickle.dumps(advice)) == advice  # noqa: S301 # our own bytes
    assert loads(dumps(advice), RoleAdvice) == advice


@settings(max_examples=15)
@given(SITUATIONS)
def test_a_listed_change_can_be_asked_for_as_it_is_told(situation: Situation) -> None:
    advice = asked(situation)
    coming = [one for one in advice.would_change_if if one.kind is not ChangeKind.NEED_ADDED]

    again = [
        asked(one.apply(situation.client, as_of=DAY, team=situation.team, pool=situation.pool))
        for one in coming
    ]

    assert [one.becomes for one in coming] == [one.roles for one in again]


def test_a_client_of_whom_only_the_id_is_known_needs_an_assessment() -> None:
    advice = advise_roles(Client(id="c-1"), as_of=DAY)

    assert [(one.role, one.status, one.duties) for one in advice.recommended] == [
        ("care_manager", Status.TO_ENGAGE, ("assess_whole_person",))
    ]
    assert reasons(advice) == ["needs_unknown", "order", "setting_unknown", "payers_unknown"]


def test_a_client_who_needs_nothing_needs_nobody() -> None:
    advice = advise_roles(Client(id="c-1", needs=()), as_of=DAY)

    assert (advice.recommended, advice.missing, reasons(advice)[0]) == ((), (), "no_needs")


def test_what_is_sourced_for_one_country_is_said_to_be_assumed_elsewhere() -> None:
    abroad = [
        "abroad" in reasons(advise_roles(Client(id="c-1", jurisdiction=place), as_of=DAY))
        for place in ("PT", "US", "US-MA", None)
    ]

    assert abroad == [True, False, False, False]


def test_who_is_there_and_not_asked_for_is_said_to_be_so() -> None:
    team = Team(id="t-1").joined("p-1", role="utilization_reviewer", on=date(2026, 1, 1))

    advice = advise_roles(VISITS, as_of=DAY, team=team)

    assert [one.text for one in advice.reasons if one.id == "not_needed"] == [
        "there already, and not asked for by these needs: utilization reviewer"
    ]


def test_a_member_whose_role_nobody_tells_fills_none() -> None:
    team = Team(id="t-1", memberships=[Membership(person_id="p-1")])

    assert advise_roles(VISITS, as_of=DAY, team=team) == advise_roles(VISITS, as_of=DAY)


def test_a_member_whose_licence_nobody_has_seen_holds_the_duty_and_it_is_said() -> None:
    client = Client(id="c-1", setting="home_independent", needs=["watch_medicines"])
    team = Team(id="t-1").joined("p-1", role="care_manager", on=date(2026, 1, 1))

    (one,) = advise_roles(client, as_of=DAY, team=team).recommended

    assert (one.status, one.people) == (Status.ASSIGNED, ("p-1",))
    assert "licence_not_seen" in [reason.id for reason in one.reasons]


def test_a_professional_with_zero_hours_is_not_recommended() -> None:
    absent = Professional(id="p-1", roles=["care_manager"], weekly_hours=0, caseload=0)

    (one,) = advise_roles(VISITS, as_of=DAY, pool=[absent]).recommended

    assert (one.status, one.people, one.duties) == (Status.NOBODY_IN_REACH, (), ())
    assert [[check.criterion for check in reach.failed] for reach in one.considered] == [
        ["presence", "caseload"]
    ]


def test_a_pool_that_is_not_known_is_not_an_empty_one() -> None:
    statuses = [
        [one.status for one in advise_roles(VISITS, as_of=DAY, pool=pool).recommended]
        for pool in (None, ())
    ]

    assert statuses == [[Status.TO_ENGAGE], [Status.NOBODY_IN_REACH]]


def test_the_surely_fitting_are_named_first_though_others_fit_a_part_as_surely() -> None:
    client = Client(
        id="c-1",
        setting="home_independent",
        jurisdiction="US-MA",
        needs=["visit_mother_weekly", "watch_medicines"],
    )
    sure = attrs.evolve(fitting(client, "care_manager"), id="p-b")
    unsure = attrs.evolve(sure, id="p-a", licences=None)

    (one,) = advise_roles(client, as_of=DAY, pool=[unsure, sure]).recommended

    assert one.people == ("p-b", "p-a")


def test_where_nobody_can_do_all_of_it_those_are_named_who_can_do_a_part() -> None:
    client = Client(id="c-1", jurisdiction="US-MA", needs=["fly_home_with_nurse", "counselling"])
    whole = fitting(client, "care_manager")
    pool = [
        attrs.evolve(
            whole,
            id=f"p-{name}",
            licences=[one for one in whole.licences or () if one.credential == name],
        )
        for name in ("rn", "lcsw", "pharmacist")
    ]

    alone = STANDARD.extend(
        roles=[
            role if role.id == "care_manager" else attrs.evolve(role, engagements=())
            for role in STANDARD.roles
        ]
    )

    (one,) = advise_roles(client, as_of=DAY, pool=pool, catalogue=alone).recommended

    assert (one.people, one.unreached) == (("p-rn", "p-lcsw"), ())


def test_a_role_that_is_there_and_has_to_be_engaged_as_well_stands_once_among_the_roles() -> None:
    client = Client(
        id="c-1", setting="acute_ward", needs=["fly_home_with_nurse", "visit_mother_weekly"]
    )
    member = Membership(person_id="p-1", role="care_manager")
    unlicensed = Professional(id="p-1", licences=())
    team = Team(id="t-1", memberships=[member], professionals=[unlicensed])

    advice = advise_roles(client, as_of=DAY, team=team)

    assert [(one.role, one.status) for one in advice.recommended] == [
        ("care_manager", Status.ASSIGNED),
        ("care_manager", Status.TO_ENGAGE),
    ]
    assert (advice.roles, advice.options[0].roles) == (("care_manager",), ("care_manager",))


@pytest.mark.parametrize("kind", ["generator", "list", "tuple", "keys"])
def test_a_pool_may_be_anything_that_has_an_order(kind: str) -> None:
    somebody = fitting(VISITS, "care_manager")
    given_as: dict[str, object] = {
        "generator": (one for one in (somebody,)),
        "list": [somebody],
        "tuple": (somebody,),
        "keys": {somebody: 1}.keys(),
    }

    advice = advise_roles(VISITS, as_of=DAY, pool=given_as[kind])  # type: ignore[arg-type] # on purpose

    assert advice == advise_roles(VISITS, as_of=DAY, pool=(somebody,))


@pytest.mark.parametrize(
    "wrong",
    [
        {"pool": {Professional(id="p-1")}},
        {"pool": {"p-1": Professional(id="p-1")}},
        {"pool": "p-1"},
        {"pool": ["p-1"]},
        {"pool": Professional(id="p-1")},
        {"pool": [None]},
        {"team": "t-1"},
        {"team": {"id": "t-1"}},
        {"as_of": datetime(2026, 11, 23)},
        {"as_of": "2026-11-23"},
        {"as_of": None},
        {"catalogue": None},
        {"catalogue": {"roles": ()}},
    ],
)
def test_a_question_is_put_in_values(wrong: dict[str, object]) -> None:
    question: dict[str, object] = {"as_of": DAY, **wrong}

    with pytest.raises(WrongType):
        advise_roles(VISITS, **question)  # type: ignore[arg-type] # on purpose


@pytest.mark.parametrize("client", [{"id": "c-1"}, "c-1", None, [VISITS]])
def test_a_client_is_a_value(client: object) -> None:
    with pytest.raises(WrongType, match=r"the client of a Situation is"):
        advise_roles(client, as_of=DAY)  # type: ignore[arg-type] # on purpose


def _refused(**question: object) -> CareError:
    with pytest.raises(CareError) as caught:
        advise_roles(VISITS, as_of=DAY, **question)  # type: ignore[arg-type] # on purpose
    return caught.value


def test_the_team_of_somebody_else_is_refused() -> None:
    fault = _refused(team=Team(id="t-1", client_id="c-2"))

    assert isinstance(fault, InvalidValue)
    assert str(fault) == (
        "$team.client_id: the team is that of 'c-2', and the client is 'c-1'. "
        "Maybe it is the wrong team."
    )


def test_somebody_who_stands_twice_in_the_pool_is_refused() -> None:
    fault = _refused(pool=[Professional(id="p-1"), Professional(id="p-1", weekly_hours=3)])

    assert str(fault) == (
        "$pool[1]: the professional 'p-1' stands twice in the pool. Maybe remove one of the two."
    )


def test_roles_that_there_are_not_are_named_all_together() -> None:
    team = Team(id="t-1", memberships=[Membership(person_id="p-1", role="care_manger")])
    pool = [Professional(id="p-1", roles=["care_manager", "wizard"])]

    fault = _refused(team=team, pool=pool)

    assert isinstance(fault, ManyFaults)
    assert [(type(one), one.place) for one in fault.faults] == [
        (UnknownId, "$team.memberships[0].role"),
        (UnknownId, "$pool[0].roles[1]"),
    ]


def test_ids_of_the_client_that_there_are_not_are_named_all_together() -> None:
    client = Client(id="c-1", setting="moon", needs=["understand_bills", "understand_bill", "xyz"])

    with pytest.raises(ManyFaults) as caught:
        advise_roles(client, as_of=DAY)

    assert [one.place for one in caught.value.faults] == ["$.needs[1]", "$.needs[2]", "$.setting"]


@pytest.mark.parametrize(
    ("wrong", "place"), [({"setting": "moon"}, "$.setting"), ({"needs": ["xyz"]}, "$.needs[0]")]
)
def test_one_id_that_there_is_not_is_named_alone(wrong: dict[str, Any], place: str) -> None:
    with pytest.raises(UnknownId) as caught:
        advise_roles(attrs.evolve(VISITS, **wrong), as_of=DAY)

    assert caught.value.place == place


PLAIN = STANDARD.extend(roles=[attrs.evolve(role, is_core=False) for role in STANDARD.roles])
IDLE = STANDARD.extend(roles=[attrs.evolve(role, engagements=()) for role in STANDARD.roles])
NO_ROLES = attrs.evolve(
    STANDARD,
    roles=(),
    titles=(),
    credentials=tuple(attrs.evolve(one, roles=()) for one in STANDARD.credentials),
)


@pytest.mark.parametrize(
    ("catalogue", "roles", "options"),
    [
        pytest.param(PLAIN, ("care_manager",), 2, id="no core roles"),
        pytest.param(IDLE, (), 4, id="no role can be engaged"),
        pytest.param(NO_ROLES, (), 1, id="no roles"),
    ],
)
def test_a_catalogue_of_ones_own_gives_an_answer(
    catalogue: Catalogue, roles: tuple[str, ...], options: int
) -> None:
    advice = advise_roles(VISITS, as_of=DAY, catalogue=catalogue)

    assert (advice.roles, len(advice.options)) == (roles, options)
    assert len(advice.missing) == (0 if roles else 2)


def test_an_empty_catalogue_knows_nobody() -> None:
    advice = advise_roles(Client(id="c-1"), as_of=DAY, catalogue=Catalogue())

    assert (advice.recommended, advice.missing, advice.would_change_if) == ((), (), ())
    assert [option.roles for option in advice.options] == [()]


def test_what_nobody_may_hold_is_missing_with_the_reason() -> None:
    advice = advise_roles(VISITS, as_of=DAY, catalogue=NO_ROLES)

    assert {one.because for one in advice.missing} == {"no role of the catalogue may hold it"}


def test_a_pool_of_two_thousand_is_asked_in_no_time() -> None:
    client = Client(
        id="c-1",
        setting="acute_ward",
        jurisdiction="US-MA",
        payers=["private_pay"],
        needs=["fly_home_with_nurse", "understand_bills", "losing_heart", "watch_medicines"],
    )
    roles = ["care_manager", "case_manager", "patient_advocate"]
    pool = [
        attrs.evolve(
            fitting(client, roles[number % 3]), id=f"p-{number}", caseload_limit=number % 5
        )
        for number in range(2_000)
    ]
    start = process_time()

    advice = advise_roles(client, as_of=DAY, pool=pool)

    assert process_time() - start < NO_TIME
    assert sum(len(one.considered) for one in advice.recommended) > 600


@pytest.mark.parametrize("pool", [None, ()])
@pytest.mark.parametrize("setting", [None, "acute_ward", "home_informal", "snf"])
def test_all_needs_at_once_are_answered_in_no_time(
    setting: str | None, pool: tuple[Professional, ...] | None
) -> None:
    everything = Client(id="c-1", needs=[one.id for one in STANDARD.needs], setting=setting)
    start = process_time()

    advice = advise_roles(everything, as_of=DAY, pool=pool)

    assert process_time() - start < NO_TIME
    assert advice.contradictions


def test_who_left_yesterday_is_not_there_and_who_comes_tomorrow_neither() -> None:
    members = [
        Membership(person_id="p-1", role="care_manager", period=Period(None, DAY)),
        Membership(person_id="p-2", role="care_manager", period=Period(date(2026, 11, 24))),
    ]

    (one,) = advise_roles(VISITS, as_of=DAY, team=Team(id="t-1", memberships=members)).recommended

    assert one.status is Status.TO_ENGAGE
