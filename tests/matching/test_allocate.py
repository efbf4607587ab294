"""Who gets whom: all are placed or wait for a reason, and nothing could cost less."""

from collections import Counter
from collections.abc import Sequence
from itertools import product
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.base.timing import Period
from carecore.codec import dumps, loads
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    STANDARD_SHARING,
    Allocation,
    Bond,
    Fit,
    Policy,
    Sharing,
    UnplacedBecause,
    allocate,
    rank,
    why_not,
)
from carecore.matching.pricing import rounded_up
from carecore.people import Client, Leave, Membership, Professional, Team

from .drawn_pairs import WHOM, somebody
from .ranked import CLIENT, DAY, FITTING, ROLE, Mornings

LENIENT = STANDARD_POLICY.admitting("language", "jurisdiction", "care_setting", "caseload")
EVEN = Sharing(name="even", evenness=10)


def client(key: str, **fields: Any) -> Client:  # noqa: ANN401 # any field
    """Somebody like the client of the rankings."""
    return attrs.evolve(CLIENT, id=key, **fields)


def pro(key: str, **fields: Any) -> Professional:  # noqa: ANN401 # any field
    """Somebody who fits, with one place."""
    return attrs.evolve(FITTING, id=key, **{"caseload_limit": 1, "caseload": 0, **fields})


def who(allocation: Allocation) -> dict[str, str]:
    """Who has whom."""
    return {str(one.client_id): str(one.professional_id) for one in allocation.placements}


PANELS = st.lists(WHOM, max_size=4).map(
    lambda some: [attrs.evolve(one, id=f"c-{number}") for number, one in enumerate(some)]
)
STAFF = st.integers(0, 4).flatmap(
    lambda many: st.tuples(*(somebody(f"p-{number}") for number in range(many)))
)


@settings(max_examples=60)
@given(PANELS, STAFF, st.sampled_from([STANDARD_POLICY, LENIENT]))
def test_everybody_is_placed_with_somebody_who_fits_or_waits_with_a_reason(
    panel: list[Client], pool: tuple[Professional, ...], policy: Policy
) -> None:
    found = allocate(panel, pool, role=ROLE, policy=policy, as_of=DAY)

    told = [str(one.client_id) for one in found.placements]
    told += [str(one.client_id) for one in found.unplaced]
    assert sorted(told) == sorted(str(one.id) for one in panel)
    by_id = {str(one.id): one for one in panel}
    people = {str(one.id): one for one in pool}
    for one in found.placements:
        fit = why_not(
            by_id[one.client_id], people[one.professional_id], role=ROLE, policy=policy, as_of=DAY
        )
        assert fit.fits
        assert one.score == fit.fit.score
        assert one.admitted == tuple(each.criterion for each in fit.fit.admitted)
    for load in found.loads:
        free = people[load.professional_id].places_free(as_of=DAY)
        assert free is None or load.taken <= max(free, 0)
    for waiting in found.unplaced:
        ranking = rank(by_id[waiting.client_id], pool, role=ROLE, policy=policy, as_of=DAY)
        assert waiting.fitting == len(ranking.eligible)
        assert waiting.undecided == len(ranking.undecided)
        for obstacle in waiting.obstacles:
            failed = [one for one in ranking.everybody if _fails(one, obstacle.criterion)]
            assert len(failed) == obstacle.failing + obstacle.unknown
            alone = [one for one in failed if len(one.failed) + len(one.undecided) == 1]
            assert set(obstacle.alone) == {one.professional_id for one in alone}


def _fails(fit: Fit, criterion: str) -> bool:
    return fit.judgement(criterion).stands_in_the_way


def _cheapest(panel: Sequence[Client], pool: Sequence[Professional], sharing: Sharing) -> int:
    """What the best of all allocations costs, by trying every one."""
    answers = {one.id: rank(one, pool, role=ROLE, as_of=DAY) for one in panel}
    best = (7 * 19 + 18) * 11 + 10
    size = max((one.caseload_points or 0) for one in panel) if panel else 0
    # Both numbers are rounded up, so that one client more does not change the price.
    waiting = rounded_up(len(panel)) * (best + sharing.broken_bond)
    waiting += rounded_up(len(panel) * max(size, 1)) * 2 * sharing.evenness + 1
    costs: list[int] = []
    for tried in product([None, *(str(one.id) for one in pool)], repeat=len(panel)):
        cost = _cost(tried, panel, pool, answers, sharing, waiting)
        if cost is not None:
            costs.append(cost)
    return min(costs)


def _cost(  # noqa: PLR0917 # all that a cost depends on
    tried: tuple[str | None, ...],
    panel: Sequence[Client],
    pool: Sequence[Professional],
    answers: Any,  # noqa: ANN401 # rankings
    sharing: Sharing,
    waiting: int,
) -> int | None:
    cost, taken = 0, Counter[str]()
    for one, whom in zip(panel, tried, strict=True):
        points = one.caseload_points or 0
        if whom is None:
            cost += waiting * points
            continue
        fits = {str(fit.professional_id): fit for fit in answers[one.id].eligible}
        if whom not in fits:
            return None
        first, second, third = fits[whom].score
        cost += (7 * 19 + 18) * 11 + 10 - ((first * 19 + second) * 11 + third)
        taken[whom] += points
    for person in pool:
        free, limit = max(person.places_free(as_of=DAY) or 0, 0), person.caseload_limit
        if taken[str(person.id)] > free:
            return None
        for point in range(taken[str(person.id)]):
            if limit:
                cost += sharing.evenness * (2 * ((person.caseload or 0) + point) + 1) // limit
    return cost


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([("en",), ("pt",), ("en", "pt")]), min_size=1, max_size=4),
    st.lists(
        st.tuples(
            st.sampled_from([("en",), ("pt", "en"), ("es",)]), st.integers(0, 3), st.integers(0, 2)
        ),
        max_size=3,
    ),
    st.sampled_from([STANDARD_SHARING, EVEN, Sharing(name="none")]),
    st.integers(1, 2),
)
def test_where_all_take_up_equally_much_nothing_costs_less(
    panel: list[tuple[str, ...]],
    pool: list[tuple[tuple[str, ...], int, int]],
    sharing: Sharing,
    points: int,
) -> None:
    clients = [
        client(f"c-{number}", languages=one, caseload_points=points)
        for number, one in enumerate(panel)
    ]
    people = [
        pro(f"p-{number}", languages=languages, caseload_limit=limit, caseload=held)
        for number, (languages, limit, held) in enumerate(pool)
    ]

    found = allocate(clients, people, role=ROLE, sharing=sharing, as_of=DAY)

    assert found.certificate.is_optimal
    assert found.certificate.cost == found.costs.total == _cheapest(clients, people, sharing)


# Traps, by name.


def test_an_unmatched_client_vanishes() -> None:
    strangers = [client("c-2", languages=("xx",)), client("c-3", languages=None), client("c-1")]

    found = allocate(strangers, [pro("p-1", caseload_limit=2)], role=ROLE, as_of=DAY)

    assert who(found) == {"c-1": "p-1"}
    assert [(one.client_id, one.because, one.text) for one in found.unplaced] == [
        ("c-2", UnplacedBecause.NOBODY_FITS, "nobody fits of 1 in the pool"),
        ("c-3", UnplacedBecause.NOT_KNOWN, "nobody surely fits; of 1 it is not known"),
    ]
    (language,) = found.unplaced[0].obstacles
    assert (language.criterion, language.failing, language.alone) == ("language", 1, ("p-1",))
    (unknown,) = found.unplaced[1].obstacles
    assert (unknown.criterion, unknown.unknown, unknown.alone) == ("language", 1, ("p-1",))
    assert (found.eligible_pairs, found.undecided_pairs) == (1, 1)


@pytest.mark.parametrize("fields", [{"weekly_hours": 0}, {"leave": [Leave(Period(DAY))]}])
def test_absent_is_not_idle(fields: dict[str, Any]) -> None:
    absent = pro("p-0", caseload_limit=20, **fields)

    found = allocate([client("c-1")], [absent, pro("p-1", caseload_limit=2)], role=ROLE, as_of=DAY)

    assert who(found) == {"c-1": "p-1"}
    away = found.loads[0]
    assert (away.professional_id, away.is_absent, away.per_mille) == ("p-0", True, None)
    assert away.bar.note == "absent"
    # Not even where a policy forgets to ask.
    careless = STANDARD_POLICY.without("availability", "leave", "caseload")
    assert who(allocate([client("c-1")], [absent], role=ROLE, policy=careless, as_of=DAY)) == {}


def test_the_lowest_load_does_not_flood_one_person() -> None:
    panel = [client(f"c-{number}", caseload_points=1) for number in range(9)]
    idle = pro("p-0", caseload_limit=10)
    busy = [pro(f"p-{number}", caseload_limit=10, caseload=4) for number in (1, 2)]

    fair = Sharing(name="fair", evenness=100)
    found = allocate(panel, [idle, *busy], role=ROLE, sharing=fair, as_of=DAY)

    assert [one.points for one in found.loads] == [6, 6, 5]


def test_nobody_is_reassigned_without_a_reason() -> None:
    panel = [client("c-1"), client("c-2")]
    pool = [pro("p-1", caseload_limit=2), pro("p-2", caseload_limit=2)]
    crossed = [
        Bond(client_id="c-1", role=ROLE, professional_id="p-2"),
        Bond(client_id="c-2", role=ROLE, professional_id="p-1"),
    ]

    kept = allocate(panel, pool, role=ROLE, as_of=DAY, previous=crossed)
    assert who(kept) == {"c-1": "p-2", "c-2": "p-1"}
    assert (kept.changes, kept.costs.broken_bonds) == ((), 0)

    # One of them goes: the other keeps whom they have, and the change has its price.
    later = allocate(panel, pool[:1], role=ROLE, as_of=DAY, previous=kept)
    assert who(later) == {"c-2": "p-1"}
    (lost,) = later.changes
    assert (lost.client_id, lost.before) == ("c-1", "p-2")
    assert later.costs.broken_bonds == STANDARD_SHARING.broken_bond


def test_a_new_address_of_one_client_moves_nobody_else() -> None:
    panel = [client(f"c-{number}") for number in range(6)]
    pool = [pro(f"p-{number}", caseload_limit=4) for number in range(4)]
    before = allocate(panel, pool, role=ROLE, as_of=DAY)

    moved = [attrs.evolve(panel[0], jurisdiction="US-CO"), *panel[1:]]
    after = allocate(moved, pool, role=ROLE, as_of=DAY, previous=before)

    assert who(after) == {key: whom for key, whom in who(before).items() if key != "c-0"}
    assert [one.client_id for one in after.changes] == ["c-0"]


def test_the_order_of_clients_and_pool_makes_no_difference() -> None:
    panel = [client(f"c-{number}", languages=("pl", "en")[: 1 + number % 2]) for number in range(8)]
    pool = [pro(f"p-{number}", languages=("en", "pl"), caseload_limit=4) for number in range(5)]
    found = dumps(allocate(panel, pool, role=ROLE, as_of=DAY))

    for seed in range(5):
        Random(seed).shuffle(panel)  # noqa: S311 # for an order, not for a secret
        Random(seed).shuffle(pool)  # noqa: S311 # for an order, not for a secret
        assert dumps(allocate(panel, pool, role=ROLE, as_of=DAY)) == found


# What is asked, and what it costs.


def test_two_roles_of_one_client_are_two_places() -> None:
    needs = ("visit_mother_weekly", "fly_home_with_nurse")
    both = client("c-1", needs=needs, setting="acute_ward")

    found = allocate([both], [], as_of=DAY)

    assert len({one.role for one in found.unplaced}) == len(found.unplaced)
    assert {one.because for one in found.unplaced} == {UnplacedBecause.NOBODY_FITS}


def test_who_needs_nobody_is_told_so() -> None:
    nobody = client("c-1", needs=())

    (told,) = allocate([nobody], [pro("p-1")], as_of=DAY).unplaced

    assert (told.because, told.role) == (UnplacedBecause.NO_ROLE, None)
    assert told.text.startswith("nobody has to be engaged; recommended: ")


def test_a_role_that_somebody_of_the_team_fills_is_not_engaged_again() -> None:
    team = Team(
        id="t-1",
        client_id="c-1",
        memberships=[Membership(person_id="p-1", role=ROLE, period=Period(None))],
        professionals=[FITTING],
    )

    (told,) = allocate([client("c-1")], [pro("p-2")], as_of=DAY, teams=[team]).unplaced

    assert told.because is UnplacedBecause.NO_ROLE


def test_caseloads_that_hold_the_clients_already_give_them_back() -> None:
    full = pro("p-1", caseload_limit=4, caseload=4)
    panel = [client("c-1"), client("c-2")]
    bonds = [Bond(client_id=one.id, role=ROLE, professional_id="p-1") for one in panel]

    found = allocate(
        panel, [full], role=ROLE, as_of=DAY, previous=bonds, caseloads_hold_previous=True
    )
    assert who(found) == {"c-1": "p-1", "c-2": "p-1"}
    assert [(one.held, one.taken) for one in found.loads] == [(0, 4)]

    assert who(allocate(panel, [full], role=ROLE, as_of=DAY, previous=bonds)) == {}


def test_who_is_pinned_comes_and_who_is_barred_does_not() -> None:
    panel = [client("c-1"), client("c-2")]
    pool = [pro("p-1", caseload_limit=2), pro("p-2", caseload_limit=2)]
    bond = Bond(client_id="c-1", role=ROLE, professional_id="p-2")

    pinned = allocate(panel, pool, role=ROLE, as_of=DAY, pins=[bond])
    assert who(pinned) == {"c-1": "p-2", "c-2": "p-1"}
    assert pinned.placements[0].margin is None

    barred = allocate(panel, pool, role=ROLE, as_of=DAY, barred=[bond])
    assert who(barred) == {"c-1": "p-1", "c-2": "p-2"}


def test_to_wait_may_be_cheaper_than_to_be_placed() -> None:
    far = Sharing(name="patient", waiting=1)

    (told,) = allocate(
        [client("c-1")], [pro("p-1", caseload_limit=2)], role=ROLE, sharing=far, as_of=DAY
    ).unplaced

    assert told.because is UnplacedBecause.COSTS_MORE
    assert told.text == "1 fits, and to place the client would cost more than to wait"


def test_clients_who_take_up_nothing_need_no_room() -> None:
    panel = [client("c-1", caseload_points=0), client("c-2", caseload_points=2)]
    strange = client("c-3", caseload_points=0, languages=("xx",))

    found = allocate([*panel, strange], [pro("p-1", caseload_limit=2)], role=ROLE, as_of=DAY)

    assert who(found) == {"c-1": "p-1", "c-2": "p-1"}
    assert found.certificate.is_optimal


@pytest.mark.parametrize("points", [(1, 2, 3), (3, 3, 1, 2, 2, 5)])
def test_where_some_take_up_more_the_gap_is_said(points: tuple[int, ...]) -> None:
    panel = [client(f"c-{number}", caseload_points=one) for number, one in enumerate(points)]
    pool = [pro(f"p-{number}", caseload_limit=4) for number in range(2)]

    found = allocate(panel, pool, role=ROLE, as_of=DAY)

    proof = found.certificate
    assert proof.bound <= proof.cost == found.costs.total
    assert proof.gap == proof.cost - proof.bound
    assert all(one.points <= (one.limit or 0) for one in found.loads)


def test_a_limit_that_is_not_known_bars_nobody_whom_the_policy_lets_pass() -> None:
    panel = [client(f"c-{number}") for number in range(3)]
    unknown = pro("p-1", caseload_limit=None, caseload=None)

    assert who(allocate(panel, [unknown], role=ROLE, as_of=DAY)) == {}
    policy = STANDARD_POLICY.admitting("caseload")
    found = allocate(panel, [unknown], role=ROLE, policy=policy, as_of=DAY)
    assert len(who(found)) == 3
    assert found.placements[0].admitted == ("caseload",)
    assert found.loads[0].bar.note == "3 of these clients, limit not known"


# Faces, documents, and what is refused.


def _told() -> Allocation:
    panel = [client("c-1"), client("c-2", languages=("xx",)), client("c-3")]
    pool = [pro("p-1", caseload_limit=2), pro("p-2", caseload_limit=2)]
    bonds = [
        Bond(client_id="c-1", role=ROLE, professional_id="p-9"),
        Bond(client_id="c-2", role=ROLE, professional_id="p-9"),
    ]
    return allocate(panel, pool, role=ROLE, as_of=DAY, previous=bonds)


def test_an_allocation_is_a_value_that_documents_hold() -> None:
    found = _told()

    assert loads(dumps(found), Allocation) == found
    assert [one.client_id for one in found.bonds] == ["c-1", "c-3"]
    assert found.professional_of("c-1") == "p-1"
    assert found.professional_of("c-1", role=ROLE) == "p-1"
    assert found.professional_of("c-1", role="case_manager") is None
    assert found.professional_of("c-2") is None
    with pytest.raises(UnknownId, match="Maybe 'c-1'"):
        found.professional_of("c1")
    assert found.fullest == found.loads[0]
    assert allocate([], [], as_of=DAY).fullest is None


def test_its_faces_tell_who_goes_where_and_why() -> None:
    text = to_text(_told().outline())

    for words in (
        "Asked: 3. Placed: 2. Waiting: 1. Changes: 2.",
        "nobody fits of 2",
        "proved: no other allocation costs less than",
        "found by: minimum-cost flow of carecore",
        "standard sharing, version 2",
    ):
        assert words in " ".join(text.split())


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"clients": [client("c-1"), client("c-1")]}, "$clients[1]"),
        ({"clients": [client("c-1", needs=["visit_mother_weeklyy"])]}, "$clients[0].needs[0]"),
        ({"pool": [pro("p-1"), pro("p-1")]}, "$pool[1]"),
        ({"pool": [pro("p-1", roles=["care_managerr"])]}, "$pool[0].roles[0]"),
        ({"role": "care_managerr"}, "$role"),
        (
            {"previous": [Bond(client_id="c-1", role=ROLE, professional_id="p-1")] * 2},
            "$previous[1]",
        ),
        ({"pins": [Bond(client_id="c-1", role=ROLE, professional_id="p-9")]}, "$pins[0]"),
        ({"pins": [Bond(client_id="c-9", role=ROLE, professional_id="p-1")]}, "$pins[0]"),
        ({"pins": [Bond(client_id="c-2", role=ROLE, professional_id="p-1")]}, "$pins[0]"),
        ({"teams": [Team(id="t-1", client_id="c-9")]}, "$teams[0]"),
        ({"teams": [Team(id="t-1")]}, "$teams[0]"),
    ],
)
def test_what_does_not_hang_together_is_refused_at_its_place(
    fields: dict[str, Any], place: str
) -> None:
    given: dict[str, Any] = {
        "clients": [client("c-1"), client("c-2", languages=("xx",))],
        "pool": [pro("p-1", caseload_limit=2)],
    }
    given |= fields
    panel, pool = given.pop("clients"), given.pop("pool")

    with pytest.raises(CareError) as refused:
        allocate(panel, pool, **{"role": ROLE, **given}, as_of=DAY)

    assert refused.value.place == place
    assert refused.value.advice.startswith("Maybe ")


def test_more_pins_than_room_are_refused() -> None:
    panel = [client("c-1"), client("c-2")]
    pins = [Bond(client_id=one.id, role=ROLE, professional_id="p-1") for one in panel]

    with pytest.raises(InvalidValue, match="4 points are pinned to 'p-1', and 2 are free"):
        allocate(panel, [pro("p-1", caseload_limit=2)], role=ROLE, as_of=DAY, pins=pins)


def test_several_faults_are_told_together() -> None:
    with pytest.raises(ManyFaults) as refused:
        allocate([client("c-1"), client("c-1")], [pro("p-1"), pro("p-1")], role="zz", as_of=DAY)

    assert len(refused.value.exceptions) == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"policy": "mine"},
        {"sharing": "mine"},
        {"as_of": "today"},
        {"as_of": None},
        {"previous": ["c-1"]},
        {"pins": "c-1"},
        {"catalogue": None},
        {"teams": [5]},
        {"role": 5},
        {"caseloads_hold_previous": "no"},
    ],
)
def test_what_is_of_another_type_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(WrongType):
        allocate([client("c-1")], [pro("p-1")], **{"as_of": DAY, **fields})


def test_somebody_of_another_kind_is_refused_at_their_place() -> None:
    strange: Any = client("c-2")

    with pytest.raises(WrongType) as refused:
        allocate([client("c-1")], [pro("p-1"), strange], as_of=DAY)

    assert refused.value.place == "$pool[1]"


def test_what_waits_is_told_by_what_can_be_changed() -> None:
    strange = client("c-1", languages=("xx",))
    two = pro("p-2", caseload=1)

    text = to_text(
        allocate([strange], [pro("p-1", caseload_limit=2), two], role=ROLE, as_of=DAY).outline()
    )
    assert "only this bars p-1" in " ".join(text.split())
    assert "caseload: " not in text

    text = to_text(allocate([strange], [two], role=ROLE, as_of=DAY).outline())
    assert "caseload: 1 fail it" in " ".join(text.split())


def test_what_cannot_be_proved_is_told_with_what_could_be_saved() -> None:
    panel = [client(f"c-{number}", caseload_points=one) for number, one in enumerate((3, 3, 1))]
    found = allocate(panel, [pro("p-1", caseload_limit=4)], role=ROLE, as_of=DAY)

    proof = attrs.evolve(found.certificate, bound=found.certificate.cost - 5)
    text = to_text(attrs.evolve(found, certificate=proof).outline())
    assert f"no other allocation costs less than {proof.bound}, which is 5 less" in text


def test_a_criterion_of_somebody_else_is_an_obstacle_like_any_other() -> None:
    mornings = STANDARD_POLICY.with_criterion(Mornings())
    few = pro("p-1", weekly_hours=10, caseload_limit=2)
    unknown = pro("p-2", weekly_hours=None, caseload_limit=2)

    (waiting,) = allocate(
        [client("c-1")], [few, unknown], role=ROLE, policy=mornings, as_of=DAY
    ).unplaced
    (obstacle,) = waiting.obstacles
    assert (obstacle.criterion, obstacle.failing, obstacle.unknown) == ("mornings", 1, 1)
    assert obstacle.alone == ("p-1", "p-2")

    lenient = mornings.admitting("mornings")
    (placed,) = allocate(
        [client("c-1")], [few, unknown], role=ROLE, policy=lenient, as_of=DAY
    ).placements
    assert (placed.professional_id, placed.admitted) == ("p-2", ("availability", "mornings"))


def test_where_nobody_waits_or_nobody_is_asked_the_face_says_no_more() -> None:
    placed = to_text(
        allocate([client("c-1")], [pro("p-1", caseload_limit=2)], role=ROLE, as_of=DAY).outline()
    )
    assert "Who waits" not in placed

    nobody = to_text(allocate([], [], as_of=DAY).outline())
    assert "Asked: 0. Placed: 0. Waiting: 0." in " ".join(nobody.split())
    assert "Caseloads" not in nobody


def test_to_wait_costs_no_less_than_nothing() -> None:
    with pytest.raises(InvalidValue) as refused:
        Sharing(name="odd", waiting=-1)

    assert refused.value.place == "$.waiting"


ROOM: dict[str, Any] = {"caseload_limit": 10, "caseload": 0}
FULLER: dict[str, Any] = {"caseload_limit": 10, "caseload": 7}


def test_who_is_barred_does_not_come_in_whatever_role_and_others_do() -> None:
    panel, pool = [client("c-1"), client("c-2")], [pro("p-1", **ROOM), pro("p-2", **FULLER)]
    free = allocate(panel, pool, role=ROLE, as_of=DAY)
    assert {str(one.professional_id) for one in free.placements} == {"p-1"}
    other_role = Bond(client_id="c-1", role="case_manager", professional_id="p-1")

    found = allocate(panel, pool, role=ROLE, as_of=DAY, barred=[other_role])

    assert (found.professional_of("c-1"), found.professional_of("c-2")) == ("p-2", "p-1")
    alone = allocate(panel, pool[:1], role=ROLE, as_of=DAY, barred=[other_role])
    assert alone.professional_of("c-1") is None


def test_where_all_are_level_the_rotation_says_who_comes_first() -> None:
    pool = [pro(f"p-{number}", **ROOM) for number in range(3)]

    first = [
        allocate([client("c-1")], pool, role=ROLE, as_of=DAY, rotation=turned).professional_of(
            "c-1"
        )
        for turned in (0, 1, 2, 3, -1)
    ]

    assert first == ["p-0", "p-1", "p-2", "p-0", "p-2"]


def test_who_is_barred_may_be_somebody_nobody_asks_about() -> None:
    unknown = [
        Bond(client_id="c-9", role=ROLE, professional_id="p-1"),
        Bond(client_id="c-1", role=ROLE, professional_id="p-9"),
    ]
    panel, pool = [client("c-1")], [pro("p-1", **ROOM)]

    found = allocate(panel, pool, role=ROLE, as_of=DAY, barred=unknown)

    assert found == allocate(panel, pool, role=ROLE, as_of=DAY)
    assert found.professional_of("c-1") == "p-1"
