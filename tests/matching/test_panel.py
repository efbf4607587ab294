"""Whom a whole panel needs: everybody is answered, and nobody is counted without a limit."""

import pickle
from datetime import date, datetime

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.codec import dumps, loads
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.matching import PanelAdvice, Status, advise_panel, advise_roles
from carecore.people import Client, Leave, Professional
from carecore.roles import Exclusion

from .drawn import CLIENTS, DAY, pools

HOME = "home_independent"
VISITS = Client(id="c-1", setting=HOME, needs=["visit_mother_weekly"])
MEDICINES = Client(
    id="c-2", setting=HOME, needs=["watch_medicines"], jurisdiction="US-MA", languages=["pl", "en"]
)
WARD = Client(id="c-3", setting="acute_ward", needs=["understand_bills"], caseload_points=5)
MANAGER = Professional(id="p-1", roles=["care_manager"], caseload_limit=3, caseload=1)

PANELS = st.lists(CLIENTS, max_size=4).map(
    lambda clients: [
        attrs.evolve(client, id=f"c-{number}") for number, client in enumerate(clients)
    ]
)


def test_an_unmatched_client_does_not_vanish_from_a_panel() -> None:
    nothing = Client(id="c-0", needs=())
    nobody = Client(id="c-9", needs=["legal_advice"])

    panel = advise_panel([nothing, VISITS, nobody], as_of=DAY)

    assert [one.client_id for one in panel.answers] == ["c-0", "c-1", "c-9"]
    assert panel.without_role == ("c-0", "c-9")
    assert panel.answers[2].missing == ("give_legal_advice",)
    assert "No role recommended\n-------------------\n\n- c-0\n- c-9\n" in str(panel)


@settings(max_examples=40)
@given(PANELS, pools)
def test_each_client_is_answered_once_and_as_if_asked_alone(
    clients: list[Client], pool: tuple[Professional, ...] | None
) -> None:
    panel = advise_panel(clients, as_of=DAY, pool=pool)

    alone = [advise_roles(client, as_of=DAY, pool=pool) for client in clients]

    assert [
        (one.client_id, sorted((role, how.value) for role, how in one.roles), one.missing)
        for one in panel.answers
    ] == [
        (
            one.client_id,
            sorted((role.role, role.status.value) for role in one.recommended),
            tuple(missing.duty for missing in one.missing),
        )
        for one in alone
    ]


@settings(max_examples=40)
@given(PANELS, pools)
def test_every_recommended_role_stands_in_one_line_with_its_clients(
    clients: list[Client], pool: tuple[Professional, ...] | None
) -> None:
    panel = advise_panel(clients, as_of=DAY, pool=pool)

    lines = sorted(
        (client, one.role, how)
        for one in panel.roles
        for how, ids in (
            ("ask_for", one.ask_for),
            ("to_engage", one.to_engage),
            ("nobody_in_reach", one.unreached),
        )
        for client in ids
    )

    assert lines == sorted(
        (one.client_id, role, how.value) for one in panel.answers for role, how in one.roles
    )
    assert {one.role for one in panel.roles} == {role for _, role, _ in lines}


@settings(max_examples=30)
@given(PANELS, pools)
def test_a_panel_comes_back_from_pickle_and_from_its_document(
    clients: list[Client], pool: tuple[Professional, ...] | None
) -> None:
    panel = advise_panel(clients, as_of=DAY, pool=pool, caseload_limit=2)

    assert pickle.loads(pickle.dumps(panel)) == panel  # noqa: S301 # our own bytes
    assert loads(dumps(panel), PanelAdvice) == panel
    assert hash(panel) == hash(advise_panel(clients, as_of=DAY, pool=pool, caseload_limit=2))


def test_a_panel_of_nobody_needs_nobody() -> None:
    panel = advise_panel((), as_of=DAY)

    assert (panel.answers, panel.roles, panel.without_role) == ((), (), ())


def test_clients_with_the_same_skills_wanted_stand_together() -> None:
    twin = attrs.evolve(MEDICINES, id="c-4")

    (role,) = advise_panel([VISITS, MEDICINES, twin], as_of=DAY).roles

    assert [
        (len(group.credentials), str(group.jurisdiction), group.language, group.clients)
        for group in role.skills
    ] == [(0, "None", None, ("c-1",)), (1, "US-MA", "pl", ("c-2", "c-4"))]


@pytest.mark.parametrize(
    ("limit", "points", "needed"), [(None, 1, None), (1, 7, 7), (3, 7, 3), (7, 7, 1), (20, 7, 1)]
)
def test_professionals_are_counted_by_the_limit_that_is_given(
    limit: int | None, points: int, needed: int | None
) -> None:
    heavy = attrs.evolve(VISITS, caseload_points=points)

    (role,) = advise_panel([heavy], as_of=DAY, caseload_limit=limit).roles

    assert (role.points, role.professionals_needed) == (points, needed)


def test_who_comes_for_the_asking_takes_no_place_of_the_pool() -> None:
    (role,) = advise_panel([WARD], as_of=DAY, pool=()).roles

    assert (role.role, role.ask_for, role.points, role.short_by) == (
        "case_manager",
        ("c-3",),
        0,
        0,
    )


@pytest.mark.parametrize(
    ("pool", "in_pool", "places"),
    [
        (None, (), (0, (), None)),
        ((), (), (0, (), 4)),
        ((MANAGER,), ("p-1",), (0, (), 4)),
        ((attrs.evolve(MANAGER, caseload_limit=30),), ("p-1",), (29, (), 0)),
        ((attrs.evolve(MANAGER, caseload=9),), ("p-1",), (0, (), 4)),
        ((attrs.evolve(MANAGER, caseload=None),), ("p-1",), (0, ("p-1",), None)),
        ((attrs.evolve(MANAGER, weekly_hours=0, caseload=None),), ("p-1",), (0, (), 4)),
        ((attrs.evolve(MANAGER, leave=[Leave(Period(DAY))]),), ("p-1",), (0, (), 4)),
        ((attrs.evolve(MANAGER, roles=["case_manager"]),), (), (0, (), 4)),
    ],
)
def test_places_are_counted_where_they_are_known(
    pool: tuple[Professional, ...] | None,
    in_pool: tuple[str, ...],
    places: tuple[int, tuple[str, ...], int | None],
) -> None:
    heavy = attrs.evolve(VISITS, caseload_points=4)

    (role,) = advise_panel([heavy], as_of=DAY, pool=pool).roles

    assert role.in_pool == in_pool
    assert (role.places_free, role.places_unknown, role.short_by) == places


def test_a_client_to_whom_a_role_comes_in_two_ways_is_named_once() -> None:
    manager = STANDARD.role("care_manager")
    way = next(one for one in manager.engagements if not one.brings)
    ways = [
        attrs.evolve(way, exclusions=[Exclusion(duty=duty, because="another contract does")])
        for duty in ("visit_home", "manage_medications")
    ]
    catalogue = STANDARD.extend(roles=[attrs.evolve(manager, engagements=ways)])
    client = attrs.evolve(VISITS, needs=["visit_mother_weekly", "watch_medicines"])

    (role,) = advise_panel([client], as_of=DAY, catalogue=catalogue).roles

    assert role.to_engage == ("c-1",)


def test_for_whom_nobody_is_in_reach_is_said_apart() -> None:
    (role,) = advise_panel([VISITS], as_of=DAY, pool=()).roles

    assert (role.to_engage, role.unreached) == ((), ("c-1",))


def test_what_nobody_holds_stands_in_the_text() -> None:
    client = Client(id="c-9", needs=["legal_advice"])

    text = str(advise_panel([client], as_of=DAY, pool=()))

    assert "What nobody holds" in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"as_of": datetime(2026, 11, 23)},
        {"as_of": "2026-11-23"},
        {"as_of": None},
        {"pool": {MANAGER}},
        {"pool": {"p-1": MANAGER}},
        {"pool": "p-1"},
        {"pool": MANAGER},
        {"caseload_limit": "20"},
        {"caseload_limit": 2.5},
        {"caseload_limit": True},
        {"catalogue": None},
    ],
)
def test_a_question_about_a_panel_is_put_in_values(wrong: dict[str, object]) -> None:
    question: dict[str, object] = {"as_of": DAY, **wrong}

    with pytest.raises(WrongType):
        advise_panel([VISITS], **question)  # type: ignore[arg-type] # on purpose


@pytest.mark.parametrize("clients", [VISITS, {"c-1": VISITS}, {VISITS}, "c-1", ["c-1"], [{}], None])
def test_a_panel_is_a_list_of_clients(clients: object) -> None:
    with pytest.raises(WrongType):
        advise_panel(clients, as_of=DAY)  # type: ignore[arg-type] # on purpose


def test_a_panel_may_be_a_generator() -> None:
    panel = advise_panel((one for one in (VISITS, WARD)), as_of=DAY, pool=iter([MANAGER]))

    assert panel == advise_panel([VISITS, WARD], as_of=DAY, pool=[MANAGER])


@pytest.mark.parametrize("limit", [0, -1])
def test_a_caseload_limit_is_one_or_more(limit: int) -> None:
    with pytest.raises(InvalidValue, match=r"the caseload limit is below 1\. Maybe 1 or more"):
        advise_panel([VISITS], as_of=DAY, caseload_limit=limit)


def test_a_client_who_stands_twice_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        advise_panel([VISITS, WARD, VISITS], as_of=DAY)

    assert str(caught.value) == (
        "$[2]: the client 'c-1' stands twice in the panel. Maybe remove one of the two."
    )


def test_what_is_wrong_with_a_panel_is_told_all_together_and_of_whom() -> None:
    lost = Client(id="c-8", setting="moon", needs=["understand_bills", "xyz"])
    pool = [MANAGER, attrs.evolve(MANAGER, roles=["wizard"])]

    with pytest.raises(ManyFaults) as caught:
        advise_panel([VISITS, lost, VISITS], as_of=DAY, pool=pool)

    assert [(type(one), one.place) for one in caught.value.faults] == [
        (InvalidValue, "$[2]"),
        (InvalidValue, "$pool[1]"),
        (UnknownId, "$pool[1].roles[0]"),
        (UnknownId, "$[1].needs[1]"),
        (UnknownId, "$[1].setting"),
    ]


def test_one_unknown_id_in_a_panel_is_told_alone() -> None:
    with pytest.raises(CareError) as caught:
        advise_panel([VISITS, Client(id="c-2", setting="moon")], as_of=DAY)

    assert (type(caught.value), caught.value.place) == (UnknownId, "$[1].setting")


def test_an_empty_catalogue_answers_everybody_with_nobody() -> None:
    clients = [Client(id="c-1"), Client(id="c-2", needs=())]

    panel = advise_panel(clients, as_of=DAY, catalogue=Catalogue())

    assert panel.without_role == ("c-1", "c-2")


def test_all_clients_with_all_needs_are_counted() -> None:
    everything = [one.id for one in STANDARD.needs]
    clients = [
        Client(id=f"c-{number}", setting=setting.id, needs=everything)
        for number, setting in enumerate(STANDARD.care_settings)
    ]

    panel = advise_panel(clients, as_of=date(2026, 1, 1))

    assert len(panel.answers) == len(clients)
    assert {how for one in panel.answers for _, how in one.roles} == {
        Status.ASK_FOR,
        Status.TO_ENGAGE,
    }


def test_a_place_that_nobody_of_the_panel_can_reach_closes_no_gap() -> None:
    elsewhere = attrs.evolve(MANAGER, jurisdictions=["US-CA"], caseload_limit=30)
    here = attrs.evolve(VISITS, jurisdiction="US-MA")

    (role,) = advise_panel([here], as_of=DAY, pool=[elsewhere]).roles

    assert (role.in_pool, role.places_free, role.short_by) == (("p-1",), 0, 1)
