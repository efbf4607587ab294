"""Handing a caseload over: each client has a successor, waits for a reason, or is missing."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.codec import dumps, loads
from carecore.errors import InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    Bond,
    CaseloadHandOver,
    Pool,
    ProposedOffer,
    Succession,
    UnplacedBecause,
    allocate,
    hand_over_caseload,
    next_offers,
    why_not,
)
from carecore.matching.sharing_out import holding
from carecore.people import Client, Leave, Membership, Professional, Team
from carecore.roles import EmployerKind
from carecore.transitions import Gate

from .ranked import CLIENT, DAY, FITTING, ROLE

NEXT_DAY: Final = date(2026, 11, 24)
OTHER_ROLE: Final = "case_manager"
LENIENT: Final = STANDARD_POLICY.admitting("language", "jurisdiction", "care_setting", "caseload")


def client(key: str, **fields: Any) -> Client:  # noqa: ANN401 # any field
    """Somebody who takes up one point."""
    return attrs.evolve(CLIENT, id=key, **{"caseload_points": 1, **fields})


def pro(key: str, **fields: Any) -> Professional:  # noqa: ANN401 # any field
    """Somebody who fits, with four places."""
    return attrs.evolve(FITTING, id=key, **{"caseload_limit": 4, "caseload": 0, **fields})


def bond(whom: str, who: str, role: str = ROLE) -> Bond:
    """Who serves whom."""
    return Bond(client_id=whom, role=role, professional_id=who)


def hand_over(
    clients: Iterable[Client],
    pool: Iterable[Professional],
    had: Any,  # noqa: ANN401 # whatever an allocation may be
    **given: Any,  # noqa: ANN401 # any argument
) -> CaseloadHandOver:
    """From the first of all, on the day of the tests."""
    return hand_over_caseload("p-1", clients, pool, allocation=had, **{"as_of": DAY, **given})


def who(answer: CaseloadHandOver) -> dict[str, str | None]:
    """Who takes over whom."""
    return {str(one.client_id): one.successor for one in answer.successions}


THREE: Final = [client("c-1"), client("c-2"), client("c-3")]
HAD: Final = [bond("c-1", "p-1"), bond("c-2", "p-1"), bond("c-3", "p-2")]


# --- who takes over --------------------------------------------------------------------------


def test_a_leavers_clients_are_never_forgotten() -> None:
    had = [bond("c-1", "p-1"), bond("c-2", "p-1"), bond("c-9", "p-1"), bond("c-3", "p-2")]
    pool = [pro("p-2", caseload_limit=2)]

    found = hand_over(THREE, pool, had)

    assert who(found) == {"c-1": "p-2", "c-2": None}
    assert [one.client_id for one in found.unplaced] == ["c-2"]
    assert found.unplaced[0].because is UnplacedBecause.NO_ROOM
    assert found.unplaced[0].before == "p-1"
    assert found.missing == (bond("c-9", "p-1"),)
    assert found.bonds == (bond("c-1", "p-2"), bond("c-3", "p-2"), bond("c-9", "p-1"))
    again = hand_over([client("c-9")], [pro("p-3")], found.bonds)
    assert who(again) == {"c-9": "p-3"}
    text = to_text(found.outline())
    assert "Who is missing among the clients" in text
    assert "c-9 (care manager)" in text


def test_everybody_else_keeps_whom_they_have() -> None:
    found = hand_over(THREE, [pro("p-2"), pro("p-3")], HAD)

    assert found.kept == (bond("c-3", "p-2"),)
    assert found.bonds == (bond("c-1", "p-3"), bond("c-2", "p-3"), bond("c-3", "p-2"))


def test_whom_somebody_keeps_takes_up_room() -> None:
    found = hand_over(THREE, [pro("p-2", caseload_limit=2)], HAD)

    assert who(found) == {"c-1": "p-2", "c-2": None}
    (load,) = found.shared_out.loads
    assert (load.held, load.taken, load.points) == (1, 1, 2)


def test_where_the_caseloads_hold_the_allocation_already_nothing_is_counted_twice() -> None:
    pool = [pro("p-2", caseload_limit=3, caseload=1)]

    found = hand_over(THREE, pool, HAD, caseloads_hold_previous=True)

    assert who(found) == {"c-1": "p-2", "c-2": "p-2"}
    assert found.shared_out.loads[0].points == 3


def test_who_is_kept_counts_as_the_client_says_or_the_allocation_or_once() -> None:
    heavy = client("c-3", caseload_points=2)
    before = allocate([THREE[0], heavy], [pro("p-1")], role=ROLE, as_of=DAY)
    before = attrs.evolve(
        before,
        placements=tuple(
            one if one.client_id == "c-1" else attrs.evolve(one, professional_id="p-2")
            for one in before.placements
        ),
    )
    lighter = attrs.evolve(heavy, caseload_points=1)
    unsaid = attrs.evolve(heavy, caseload_points=None)

    def held(clients: list[Client], had: Any) -> int | None:  # noqa: ANN401 # as above
        return hand_over(clients, [pro("p-2")], had).shared_out.loads[0].held

    assert held([THREE[0], lighter], before) == 1
    assert held([THREE[0]], before) == 2
    assert held([THREE[0], unsaid], before) == 2
    assert held([THREE[0]], before.bonds) == 1


def test_a_caseload_that_holds_less_than_is_given_back_falls_to_nothing() -> None:
    assert holding([pro("p-2", caseload=1)], {"p-2": 3}, sign=-1) == [pro("p-2", caseload=0)]


def test_of_a_caseload_that_is_unknown_nothing_is_made_up() -> None:
    found = hand_over(THREE, [pro("p-2", caseload=None)], HAD)

    assert who(found) == {"c-1": None, "c-2": None}
    assert {one.because for one in found.unplaced} == {UnplacedBecause.NOT_KNOWN}
    assert found.shared_out.loads[0].held is None


def test_a_leaver_who_still_stands_in_the_pool_takes_over_nobody() -> None:
    found = hand_over(THREE, [pro("p-1", caseload_limit=20), pro("p-2")], HAD)

    assert who(found) == {"c-1": "p-2", "c-2": "p-2"}
    assert [one.professional_id for one in found.shared_out.loads] == ["p-2"]
    assert "p-1, who is left out of the pool" in to_text(found.outline(), width=400)


def test_somebody_who_is_away_takes_over_nobody() -> None:
    away = pro("p-2", leave=[Leave(Period(DAY, NEXT_DAY))])

    assert who(hand_over(THREE, [away], HAD)) == {"c-1": None, "c-2": None}
    back = hand_over(THREE, [away], HAD, as_of=NEXT_DAY)
    assert who(back) == {"c-1": "p-2", "c-2": "p-2"}


def test_a_client_is_taken_over_in_the_role_in_which_the_leaver_had_them() -> None:
    had = [bond("c-1", "p-1"), bond("c-1", "p-1", OTHER_ROLE)]
    clinic = pro("p-3", roles=(OTHER_ROLE,), employer=EmployerKind.FACILITY)
    policy = STANDARD_POLICY.without("duties", "licence", "conflict_of_interest")

    found = hand_over([THREE[0]], [pro("p-2"), clinic], had, policy=policy)

    assert [(one.role, one.successor) for one in found.successions] == [
        (ROLE, "p-2"),
        (OTHER_ROLE, "p-3"),
    ]


def test_who_gives_up_one_role_keeps_the_clients_of_another() -> None:
    had = [bond("c-1", "p-1"), bond("c-2", "p-1", OTHER_ROLE)]

    found = hand_over(THREE, [pro("p-2")], had, role=ROLE)

    assert who(found) == {"c-1": "p-2"}
    assert found.bonds == (bond("c-1", "p-2"), bond("c-2", "p-1", OTHER_ROLE))
    assert "Given up: care manager." in to_text(found.outline())


def test_somebody_who_has_nobody_hands_nobody_over() -> None:
    before = allocate([THREE[2]], [pro("p-1", caseload_limit=0), pro("p-2")], role=ROLE, as_of=DAY)

    found = hand_over(THREE, [pro("p-2")], before)

    assert (found.successions, found.missing) == ((), ())
    assert found.bonds == before.bonds
    assert "Who takes over whom" not in to_text(found.outline())


def test_who_is_in_the_team_already_comes_first() -> None:
    team = Team(id="t-1", client_id="c-1", memberships=[Membership(person_id="p-3")])
    pool = [pro("p-2"), pro("p-3", caseload=3)]

    assert who(hand_over(THREE, pool, HAD)) == {"c-1": "p-2", "c-2": "p-2"}
    assert who(hand_over(THREE, pool, HAD, teams=[team])) == {"c-1": "p-3", "c-2": "p-2"}


def test_pinned_and_barred_pairs_count() -> None:
    pool = [pro("p-2"), pro("p-3"), pro("p-4")]

    apart = [bond("c-2", "p-3"), bond("c-2", "p-4")]

    found = hand_over(THREE, pool, HAD, pins=[bond("c-1", "p-4")], barred=apart)

    assert who(found) == {"c-1": "p-4", "c-2": "p-2"}


def test_a_pair_that_is_pinned_and_barred_at_once_is_refused_by_name() -> None:
    pair = [bond("c-1", "p-2")]

    with pytest.raises(InvalidValue, match="does not fit 'c-1': the pair is barred"):
        hand_over(THREE, [pro("p-2")], HAD, pins=pair, barred=pair)


def test_where_all_are_level_the_rotation_says_who_comes_first() -> None:
    pool = [pro("p-2"), pro("p-3"), pro("p-4")]
    had = [bond("c-1", "p-1")]

    found = [who(hand_over(THREE, pool, had, rotation=turn))["c-1"] for turn in range(-1, 4)]

    assert found == ["p-4", "p-2", "p-3", "p-4", "p-2"]
    turned = hand_over(THREE, pool, had, rotation=1).shared_out
    assert [one.professional_id for one in turned.loads] == ["p-2", "p-3", "p-4"]
    assert [one.professional_id for one in turned.certificate.prices] == ["p-2", "p-3", "p-4"]
    assert who(hand_over(THREE, [], had, rotation=1)) == {"c-1": None}


def test_the_order_in_which_people_are_named_makes_no_difference() -> None:
    pool = [pro("p-3"), pro("p-2")]

    one = hand_over(THREE, pool, HAD)
    other = hand_over(THREE[::-1], pool[::-1], HAD[::-1])

    assert dumps(one) == dumps(other)


def test_a_pool_that_is_sorted_once_answers_the_same() -> None:
    people = [pro("p-2"), pro("p-3"), pro("p-4")]
    pool = Pool(people[1:]).with_professional(people[0]).without("p-4")

    assert hand_over(THREE, pool, HAD) == hand_over(THREE, people[:2], HAD)


BONDS = st.lists(st.sampled_from(["p-1", "p-2", "p-3"]), max_size=6).map(
    lambda some: [bond(f"c-{number}", one) for number, one in enumerate(some)]
)


@settings(max_examples=100)
@given(
    BONDS,
    st.lists(st.sampled_from([("en",), ("pt",), None]), min_size=6, max_size=6),
    st.lists(st.sampled_from([None, 0, 1, 2]), min_size=6, max_size=6),
    st.lists(
        st.tuples(st.sampled_from([("en",), ("pt", "en"), None]), st.integers(0, 6)),
        min_size=3,
        max_size=3,
    ),
    st.sets(st.integers(0, 5)),
    st.integers(-3, 3),
    st.sampled_from([STANDARD_POLICY, LENIENT]),
)
def test_nobody_vanishes_no_limit_is_exceeded_and_all_others_stay(  # noqa: PLR0917 # drawn
    had: list[Bond],
    languages: list[tuple[str, ...] | None],
    points: list[int | None],
    people: list[tuple[tuple[str, ...] | None, int]],
    left_out: set[int],
    rotation: int,
    policy: Any,  # noqa: ANN401 # a policy
) -> None:
    had = [bond("c-9", "p-1"), *had]
    clients = [
        client(f"c-{number}", languages=one, caseload_points=some)
        for number, (one, some) in enumerate(zip(languages, points, strict=True))
        if number not in left_out
    ]
    pool = [
        pro(f"p-{number}", languages=spoken, caseload_limit=limit)
        for number, (spoken, limit) in enumerate(people, start=1)
    ]

    found = hand_over(clients, pool, had, policy=policy, rotation=rotation)

    theirs = sorted(str(one.client_id) for one in had if one.professional_id == "p-1")
    told = [
        *(one.client_id for one in found.successions),
        *(one.client_id for one in found.missing),
    ]
    assert sorted(told) == theirs
    waiting = {str(one.client_id) for one in found.successions if one.successor is None}
    assert {str(one.client_id) for one in found.unplaced} == waiting
    others = [one for one in had if one.professional_id != "p-1"]
    assert sorted(found.kept, key=str) == sorted(others, key=str)
    assert set(others) <= set(found.bonds)
    by_client = {str(one.id): one for one in clients}
    by_id = {str(one.id): one for one in pool}
    taken = Counter[str]()
    for one in found.bonds:
        known = by_client.get(one.client_id)
        some = None if known is None else known.caseload_points
        taken[one.professional_id] += 1 if some is None else some
    for load in found.shared_out.loads:
        limit = by_id[load.professional_id].caseload_limit or 0
        assert load.points == taken[load.professional_id]
        assert load.points <= limit or not load.taken
    for new in found.successions:
        if new.successor is not None:
            fit = why_not(
                by_client[new.client_id],
                by_id[new.successor],
                role=ROLE,
                policy=policy.without("caseload"),
                as_of=DAY,
            )
            assert fit.fits


# --- days and packets ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last_day", "overlap", "gap"),
    [
        (None, None, None),
        (date(2026, 11, 20), 0, 2),
        (date(2026, 11, 22), 0, 0),
        (date(2026, 11, 23), 1, 0),
        (date(2026, 11, 29), 7, 0),
    ],
)
def test_overlap_and_gap_are_counted_in_days(
    last_day: date | None, overlap: int | None, gap: int | None
) -> None:
    found = hand_over([THREE[0]], [pro("p-2")], [bond("c-1", "p-1")], last_day=last_day)

    (one,) = found.successions
    assert (one.starts, one.last_day) == (DAY, last_day)
    assert (one.overlap_days, one.gap_days, one.has_open_gap) == (overlap, gap, False)


def test_a_gap_has_no_end_where_nobody_takes_over() -> None:
    found = hand_over([THREE[0]], [], [bond("c-1", "p-1")], last_day=DAY)

    (one,) = found.successions
    assert (one.starts, one.overlap_days, one.gap_days) == (None, 0, None)
    assert one.has_open_gap
    assert "no end" in to_text(found.outline())


def test_what_is_handed_over_is_what_a_hand_over_shows_in_the_catalogue() -> None:
    clients = [client("c-1"), client("c-2", setting="assisted_living"), client("c-3", setting=None)]
    had = [bond(one.id, "p-1") for one in clients]

    found = hand_over(clients, [], had)

    assert [one.packet for one in found.successions] == [
        ("summary_sent",),
        ("summary_sent", "hand_over_read_back"),
        ("summary_sent", "hand_over_read_back", "directive_passed_on"),
    ]
    for key in found.successions[2].packet:
        assert STANDARD.gate(key).evidence is not None
    assert "summary sent" in to_text(found.outline())


def test_where_the_catalogue_names_no_such_gate_nothing_is_named() -> None:
    bare = Catalogue(
        **{
            **{
                one.name: getattr(STANDARD, one.name) for one in attrs.fields(Catalogue) if one.init
            },
            "gates": (Gate(id="way_there", name="the way there"),),
        }
    )

    found = hand_over([THREE[0]], [], [bond("c-1", "p-1")], catalogue=bare)

    assert found.successions[0].packet == ()
    assert "nothing: c-1" in to_text(found.outline())


def test_the_answer_names_ids_only_and_can_be_written_and_read() -> None:
    found = hand_over([client("c-1", name="Ada Quill"), *THREE[1:]], [pro("p-2")], HAD)

    assert "Ada" not in to_text(found.outline(full=True))
    assert loads(dumps(found), CaseloadHandOver) == found


# --- what is refused -------------------------------------------------------------------------


def test_a_leaver_whom_the_allocation_does_not_know_is_refused() -> None:
    with pytest.raises(UnknownId) as caught:
        hand_over_caseload("p-11", THREE, [], allocation=HAD, as_of=DAY)

    assert caught.value.place == "$leaver"
    assert "p-1" in caught.value.near


def test_a_leaver_is_known_by_bonds_or_by_loads() -> None:
    before = allocate(THREE[:1], [pro("p-1")], role=ROLE, as_of=DAY)

    assert who(hand_over(THREE, [], attrs.evolve(before, loads=()))) == {"c-1": None}
    assert who(hand_over(THREE, [], attrs.evolve(before, placements=()))) == {}


def test_everything_that_is_wrong_is_said_at_once_with_its_place() -> None:
    with pytest.raises(ManyFaults) as caught:
        hand_over_caseload(
            "x",
            [*THREE, THREE[0]],
            [pro("p-2"), pro("p-2")],
            allocation=[*HAD, HAD[0], bond("c-5", "p-2", "no_such_role")],
            role="nor_this",
            as_of=DAY,
            pins=[bond("c-1", "p-2"), bond("c-1", "p-3")],
            teams=[
                Team(id="t-1", client_id="c-8"),
                Team(
                    id="t-2",
                    client_id="c-2",
                    memberships=[Membership(person_id="p-2", role="nor_that")],
                ),
            ],
        )

    assert [one.place for one in caught.value.faults] == [
        "$clients[3]",
        "$teams[0]",
        "$teams[1].memberships[0].role",
        "$pool[1]",
        "$allocation[3]",
        "$pins[1]",
        "$allocation[4].role",
        "$role",
        "$leaver",
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"as_of": "today"},
        {"last_day": "tomorrow"},
        {"rotation": "left"},
        {"allocation": None},
        {"policy": "ours"},
        {"sharing": "ours"},
        {"catalogue": "ours"},
    ],
    ids=lambda given: next(iter(given)),
)
def test_what_is_of_the_wrong_type_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(WrongType):
        hand_over_caseload("p-1", THREE, [], **{"allocation": HAD, "as_of": DAY, **given})


@pytest.mark.parametrize("name", ["allocation", "pins", "barred", "teams"])
def test_somebody_of_another_kind_is_refused_at_their_place(name: str) -> None:
    told: dict[str, Any] = {"allocation": HAD, "as_of": DAY, name: [5]}

    with pytest.raises(WrongType) as refused:
        hand_over_caseload("p-1", THREE, [], **told)

    assert refused.value.place == f"${name}[0]"


def test_whether_caseloads_hold_these_clients_is_said_by_yes_or_no() -> None:
    untyped: Any = "no"

    with pytest.raises(WrongType, match="caseloads_hold_previous is text, 2 characters"):
        hand_over_caseload(
            "p-1", THREE, [], allocation=HAD, as_of=DAY, caseloads_hold_previous=untyped
        )


# --- the next round of offers ----------------------------------------------------------------

BY: Final = date(2026, 11, 30)


def asked(offers: tuple[ProposedOffer, ...]) -> list[tuple[str, str, int]]:
    """Who is asked for whom."""
    return [(str(one.client_id), str(one.professional_id), one.place) for one in offers]


def test_every_client_who_is_taken_over_is_offered_once() -> None:
    found = hand_over(THREE, [pro("p-2", caseload_limit=2)], HAD)

    assert next_offers(found, answer_by=BY) == (
        ProposedOffer(client_id="c-1", role=ROLE, professional_id="p-2", answer_by=BY, place=1),
    )


def test_after_a_no_the_next_best_is_asked_and_a_yes_stays() -> None:
    pool = [pro("p-2"), pro("p-3"), pro("p-4")]
    had = HAD[:2]
    first = hand_over(THREE, pool, had)
    no, yes = [bond("c-1", "p-2")], [bond("c-2", "p-3")]

    second = hand_over(THREE, pool, had, barred=no, pins=yes)
    offers = next_offers(second, answer_by=BY, declined=no, accepted=yes)

    assert asked(next_offers(first, answer_by=BY)) == [("c-1", "p-2", 1), ("c-2", "p-3", 1)]
    assert asked(offers) == [("c-1", "p-4", 2)]
    no = [*no, bond("c-1", "p-4"), no[0]]
    third = hand_over(THREE, [*pool, pro("p-5")], had, barred=no, pins=yes)
    offers = next_offers(third, answer_by=BY, declined=no, accepted=yes)
    assert asked(offers) == [("c-1", "p-5", 3)]


def test_who_may_still_answer_is_asked_again_and_nobody_else_meanwhile() -> None:
    pool = [pro("p-2"), pro("p-3"), pro("p-4")]
    no, open_offer = [bond("c-1", "p-2")], [bond("c-2", "p-3")]

    found = hand_over(THREE, pool, HAD[:2], barred=no, pins=open_offer, rotation=2)
    offers = next_offers(found, answer_by=BY, declined=no)

    assert asked(offers) == [("c-1", "p-4", 2), ("c-2", "p-3", 1)]


def test_a_client_whom_everybody_declined_waits_with_the_reason() -> None:
    had, no = [bond("c-1", "p-1")], [bond("c-1", "p-2"), bond("c-1", "p-3")]

    found = hand_over(THREE, [pro("p-2"), pro("p-3")], had, barred=no)

    assert next_offers(found, answer_by=BY, declined=no) == ()
    assert [one.client_id for one in found.unplaced] == ["c-1"]


def test_nobody_is_asked_for_a_client_whom_they_have_already() -> None:
    found = allocate(
        THREE, [pro("p-2"), pro("p-3")], role=ROLE, as_of=DAY, previous=[bond("c-3", "p-2")]
    )

    assert [whom for whom, _, _ in asked(next_offers(found, answer_by=BY))] == ["c-1", "c-2"]


def test_an_answer_that_does_not_know_of_a_no_or_a_yes_is_refused() -> None:
    found = hand_over(THREE, [pro("p-2")], HAD[:1])

    with pytest.raises(ManyFaults) as caught:
        next_offers(
            found,
            answer_by=BY,
            declined=[bond("c-7", "p-7"), bond("c-1", "p-2", OTHER_ROLE)],
            accepted=[bond("c-1", "p-2"), bond("c-1", "p-3")],
        )

    assert [one.place for one in caught.value.faults] == ["$declined[1]", "$accepted[1]"]


@pytest.mark.parametrize(
    "given",
    [{"answer_by": None}, {"declined": "c-1"}, {"accepted": [1]}],
    ids=lambda given: next(iter(given)),
)
def test_offers_of_the_wrong_type_are_refused(given: dict[str, Any]) -> None:
    found = hand_over(THREE, [], HAD)

    with pytest.raises(WrongType):
        next_offers(found, **{"answer_by": BY, **given})
    with pytest.raises(WrongType, match="the answer is"):
        next_offers("nobody", answer_by=BY)  # type: ignore[arg-type] # the point of the test


def test_a_succession_stands_by_itself() -> None:
    one = Succession(client_id="c-1", role=ROLE)

    assert (one.successor, one.packet, one.has_open_gap) == (None, (), True)
