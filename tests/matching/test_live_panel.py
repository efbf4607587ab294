"""A panel that is shared out stays so: after each change it costs what a fresh answer costs."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.base.timing import Period
from carecore.errors import CareError, InvalidValue, UnknownId, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    STANDARD_SHARING,
    Allocation,
    Alternative,
    Bond,
    LivePanel,
    PanelChange,
    PanelStep,
    Reassignment,
    Sharing,
    allocate,
)
from carecore.people import Client, Leave, Membership, Professional, Team

from .ranked import CLIENT, DAY, FITTING, ROLE

LENIENT = STANDARD_POLICY.admitting("language", "caseload")
TONGUES = [("en",), ("pt",), ("en", "pt"), ("xx",), None]
STRANGE = Team(id="t-1", client_id="c-6")
POOR = Sharing(name="patient", waiting=150, broken_bond=30, evenness=40)


def client(key: str, **fields: Any) -> Client:  # noqa: ANN401 # any field
    """Somebody like the client of the rankings."""
    return attrs.evolve(CLIENT, id=key, **fields)


def pro(key: str, **fields: Any) -> Professional:  # noqa: ANN401 # any field
    """Somebody who fits, with one place."""
    return attrs.evolve(FITTING, id=key, **{"caseload_limit": 1, "caseload": 0, **fields})


def bond(who: str, whom: str) -> Bond:
    """Who has whom."""
    return Bond(client_id=who, role=ROLE, professional_id=whom)


def drawn_client(random: Random, key: str, points: Sequence[int]) -> Client:
    """Somebody who wants one role, and takes up one of these numbers of points, or none."""
    size = random.choice([*points, *points, *points, 0])
    return client(key, languages=random.choice(TONGUES), caseload_points=size)


def drawn_pro(random: Random, key: str) -> Professional:
    """Somebody who may fit."""
    limit = random.choice([None, 1, 2, 4, 5])
    away = [Leave(Period(DAY))] if random.random() < 0.1 else []
    return pro(
        key,
        languages=random.choice([("en",), ("pt", "en"), ("pt",), None]),
        caseload_limit=limit,
        caseload=random.choice([None, 0, 0, 1]),
        leave=away,
    )


def changed(
    random: Random, clients: dict[str, Client], pool: dict[str, Professional], points: Sequence[int]
) -> Callable[[LivePanel], LivePanel]:
    """Change something in what is given, and say how the panel is changed likewise."""
    kind = random.choice(["client", "client", "no client", "pro", "no pro"])
    if kind == "no client" and clients:
        key = random.choice(sorted(clients))
        del clients[key]
        return lambda panel: panel.without_client(key)
    if kind == "no pro" and pool:
        key = random.choice(sorted(pool))
        del pool[key]
        return lambda panel: panel.without_professional(key)
    if kind == "pro":
        person = drawn_pro(random, f"p-{random.randrange(6)}")
        pool[str(person.id)] = person
        return lambda panel: panel.with_professional(person)
    one = drawn_client(random, f"c-{random.randrange(9)}", points)
    clients[str(one.id)] = one
    return lambda panel: panel.with_client(one)


def drawn_question(random: Random, sharing: Sharing) -> dict[str, Any]:
    """What an allocation may know."""
    return {
        "role": ROLE,
        "policy": random.choice([STANDARD_POLICY, LENIENT]),
        "sharing": sharing,
        "as_of": DAY,
        "previous": [bond(f"c-{n}", f"p-{random.randrange(6)}") for n in range(0, 9, 2)],
        "barred": [bond("c-1", "p-1"), bond("c-2", "p-4")],
        "caseloads_hold_previous": random.random() < 0.3,
    }


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from([STANDARD_SHARING, POOR, Sharing(name="none")]))
def test_after_each_change_it_costs_what_a_fresh_answer_costs(seed: int, sharing: Sharing) -> None:
    random = Random(seed)  # noqa: S311 # the same numbers each time are what is wanted
    points = [random.randint(1, 2)]
    clients = {f"c-{n}": drawn_client(random, f"c-{n}", points) for n in range(random.randrange(7))}
    pool = {f"p-{n}": drawn_pro(random, f"p-{n}") for n in range(random.randrange(5))}
    told = drawn_question(random, sharing)
    panel = LivePanel.of(clients.values(), pool.values(), **told)
    for _ in range(6):
        before, cost = panel.allocation(), panel.cost
        step = changed(random, clients, pool, points)
        later = step(panel)

        fresh = allocate(clients.values(), pool.values(), **told)
        now = later.allocation()
        assert later.is_optimal
        assert later.cost == fresh.certificate.cost == now.certificate.cost
        assert now.certificate.is_optimal
        assert now.costs.total == fresh.costs.total
        assert_asked_alike(now, fresh)
        assert_told(before, later, now)
        # The panel of before is as it was.
        assert (panel.cost, panel.allocation()) == (cost, before)
        panel = later


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.sampled_from([STANDARD_SHARING, POOR, Sharing(name="none")]))
def test_where_points_are_unlike_the_gap_is_said_after_each_change(
    seed: int, sharing: Sharing
) -> None:
    """The least that anybody could find lies between the bound and the cost."""
    random = Random(seed)  # noqa: S311 # as above
    points = random.choice([[1, 2], [1, 1, 3], [2, 3, 5]])
    clients = {f"c-{n}": drawn_client(random, f"c-{n}", points) for n in range(random.randrange(7))}
    pool = {f"p-{n}": drawn_pro(random, f"p-{n}") for n in range(random.randrange(5))}
    told = drawn_question(random, sharing)
    panel = LivePanel.of(clients.values(), pool.values(), **told)
    for _ in range(6):
        before, cost, bound = panel.allocation(), panel.cost, panel.bound
        step = changed(random, clients, pool, points)
        later = step(panel)

        fresh = allocate(clients.values(), pool.values(), **told)
        now = later.allocation()
        assert later.bound <= fresh.certificate.cost
        assert fresh.certificate.bound <= later.cost
        assert (now.certificate.cost, now.certificate.bound) == (later.cost, later.bound)
        assert now.certificate.gap == later.gap == later.cost - later.bound
        assert now.certificate.is_optimal == later.is_optimal == (later.gap == 0)
        assert now.costs.total == later.cost
        if len({one.caseload_points for one in clients.values() if one.caseload_points}) < 2:
            assert later.is_optimal
            assert later.cost == fresh.certificate.cost
        assert_asked_alike(now, fresh)
        assert_told(before, later, now)
        # The panel of before is as it was.
        assert (panel.cost, panel.bound, panel.allocation()) == (cost, bound, before)
        assert step(panel).allocation() == now
        panel = later


def assert_asked_alike(now: Allocation, fresh: Allocation) -> None:
    """The same people were asked, for the same clients, and have the same room."""
    assert (now.eligible_pairs, now.undecided_pairs) == (
        fresh.eligible_pairs,
        fresh.undecided_pairs,
    )
    assert [(one.professional_id, one.limit, one.held, one.is_absent) for one in now.loads] == [
        (one.professional_id, one.limit, one.held, one.is_absent) for one in fresh.loads
    ]
    assert asked(now) == asked(fresh)


def asked(found: Allocation) -> list[str]:
    """Whom an answer tells of, and in which role."""
    told = [(one.client_id, str(one.role)) for one in found.placements]
    return sorted(map(str, [*told, *((one.client_id, str(one.role)) for one in found.unplaced)]))


def assert_told(before: Any, later: LivePanel, now: Any) -> None:  # noqa: ANN401 # allocations
    """The change says who is elsewhere, and nobody else is."""
    change = later.change
    assert change is not None
    was = {(one.client_id, one.role): one.professional_id for one in before.placements}
    has = {(one.client_id, one.role): one.professional_id for one in now.placements}
    known = {(one.client_id, one.role) for one in (*before.placements, *before.unplaced)}
    wanted = {(one.client_id, one.role) for one in (*now.placements, *now.unplaced) if one.role}
    expected = {
        key: (was.get(key), has.get(key))
        for key in wanted
        if was.get(key) != has.get(key) or key not in known
    }
    told = {(one.client_id, one.role): (one.before, one.after) for one in change.reassignments}
    assert told == expected
    assert (change.cost, change.bound) == (later.cost, later.bound)
    for key in {key[0] for key in wanted}:
        assert later.professional_of(key) == now.professional_of(key)


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_what_it_would_cost_to_be_elsewhere_is_what_it_costs_to_be_pinned_there(seed: int) -> None:
    random = Random(seed)  # noqa: S311 # as above
    clients = [drawn_client(random, f"c-{n}", [1]) for n in range(5)]
    pool = [drawn_pro(random, f"p-{n}") for n in range(4)]
    told: dict[str, Any] = {"role": ROLE, "policy": LENIENT, "sharing": POOR, "as_of": DAY}
    panel = LivePanel.of(clients, pool, **told)

    for one in clients:
        costs: list[int] = []
        for person in pool:
            found = panel.why_not(str(one.id), str(person.id))
            at_least = panel.at_least(str(one.id), str(person.id))
            try:
                pinned = allocate(clients, pool, pins=[bond(str(one.id), str(person.id))], **told)
            except CareError:
                assert not found.is_possible or person.places_free(as_of=DAY) == 0
                continue
            assert found.cost == pinned.certificate.cost - panel.cost
            assert at_least is not None
            assert found.at_least == at_least
            assert at_least <= (found.cost or 0)
            if panel.professional_of(str(one.id)) != person.id:
                costs.append(found.cost or 0)
        waits = panel.why_not(str(one.id), None)
        if panel.professional_of(str(one.id)) is not None:
            assert waits.cost is not None
            costs.append(waits.cost)
        next_best = panel.runner_up(str(one.id))
        if next_best is not None:
            assert next_best.cost == min(costs)
            assert next_best.at_least is not None
            assert next_best.at_least <= min(costs)
        else:
            assert not costs


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_where_points_are_unlike_to_be_elsewhere_costs_what_was_found_or_less(seed: int) -> None:
    """It says whether that is exact, and never claims more than is proved."""
    random = Random(seed)  # noqa: S311 # as above
    clients = [drawn_client(random, f"c-{n}", [1, 2, 3]) for n in range(5)]
    pool = [drawn_pro(random, f"p-{n}") for n in range(4)]
    told: dict[str, Any] = {"role": ROLE, "policy": LENIENT, "sharing": POOR, "as_of": DAY}
    panel = LivePanel.of(clients, pool, **told)

    for one in clients:
        key = str(one.id)
        costs: list[int] = []
        for person in pool:
            found = panel.why_not(key, str(person.id))
            at_least = panel.at_least(key, str(person.id))
            try:
                pinned = allocate(clients, pool, pins=[bond(key, str(person.id))], **told)
            except CareError:
                assert not found.is_possible
                assert found.is_exact
                continue
            assert found.cost is not None
            assert found.at_least is not None
            assert at_least is not None
            assert at_least <= found.at_least <= pinned.certificate.cost - panel.cost
            assert pinned.certificate.bound - panel.cost <= found.cost
            assert found.is_exact or found.at_least < found.cost
            if panel.professional_of(key) != person.id:
                assert found.reassignments[0].client_id == one.id
                costs.append(found.cost)
        waits = panel.why_not(key, None)
        if panel.professional_of(key) is not None:
            assert waits.cost is not None
            costs.append(waits.cost)
        next_best = panel.runner_up(key)
        if costs:
            assert next_best is not None
            assert next_best.at_least is not None
            assert next_best.cost is not None
            assert next_best.at_least <= min(costs) <= next_best.cost
        else:
            assert next_best is None


def test_a_new_client_is_answered_by_who_moves_and_what_it_costs() -> None:
    speaks = pro("p-2", languages=("pl", "en"))
    panel = LivePanel.of(
        [client("c-1")], [pro("p-1", caseload_limit=2), speaks], role=ROLE, as_of=DAY
    )
    assert panel.change is None
    assert repr(panel) == f"<LivePanel of 1 clients and 2 professionals, cost {panel.cost}>"

    panel = panel.with_professional(attrs.evolve(speaks, caseload_limit=2))
    assert panel.professional_of("c-1") == "p-2"
    later = panel.with_client(client("c-2", languages=("pl",)))

    change = later.change
    assert change is not None
    assert change.step is PanelStep.CLIENT_IN
    assert change.text == "the client c-2 is new; c-1 moves from p-2 to p-1, c-2 comes to p-2"
    assert change.is_optimal
    assert "no other allocation costs less" in to_text(change.outline())

    gone = later.without_client("c-2")
    assert gone.change is not None
    assert gone.change.text == "the client c-2 has left; c-1 moves from p-1 to p-2"
    assert gone.cost == panel.cost


def test_a_coordinator_reads_who_would_move_for_it() -> None:
    pool = [pro("p-1", caseload_limit=2), pro("p-2", caseload_limit=2, languages=("pl", "en"))]
    panel = LivePanel.of([client("c-1"), client("c-2")], pool, role=ROLE, as_of=DAY)

    found = panel.why_not("c-2", "p-2")
    assert found.text == "c-2 with p-2 would cost the same: c-1 would move from p-2 to p-1"
    assert panel.why_not("c-1", "p-2").text == "c-1 is with p-2 already"
    assert panel.why_not("c-1", "p-1").cost == 0
    assert panel.why_not("c-1", None).is_possible

    strange = panel.with_client(client("c-3", languages=("xx",)))
    found = strange.why_not("c-3", "p-1")
    assert found.text == "c-3 cannot come to p-1: language"
    assert (found.cost, found.barred_by, strange.at_least("c-3", "p-1")) == (
        None,
        ("language",),
        None,
    )
    assert strange.why_not("c-3", None).text == "c-3 waits already"
    assert strange.runner_up("c-3") is None


def test_from_the_score_that_is_needed_on_a_pair_is_the_choice() -> None:
    """A pair of a lower score becomes the choice once its score is as said, and not before."""
    pool = [pro("p-1", caseload_limit=2, languages=("en",)), pro("p-2", caseload_limit=2)]
    polish = attrs.evolve(pool[0], languages=("pl", "en"))
    panel = LivePanel.of([client("c-1")], [polish, pool[1]], role=ROLE, as_of=DAY)

    found = panel.why_not("c-1", "p-2")

    assert found.cost is not None
    assert found.cost > 0
    best = panel.allocation().placements[0].score
    assert found.score < found.score_needed
    assert found.score_needed > best
    assert f"from {', '.join(map(str, found.score_needed))} on" in to_text(found.outline())
    # In so far as people can be better, the one who is better than asked is chosen.
    assert panel.why_not("c-1", "p-1").score_needed == ()


def test_where_the_best_score_is_not_enough_no_score_is_named() -> None:
    pool = [pro("p-1", caseload_limit=4), pro("p-2", caseload_limit=4, caseload=2)]
    even = Sharing(name="even", evenness=100_000)
    panel = LivePanel.of([client("c-1")], pool, role=ROLE, sharing=even, as_of=DAY)

    found = panel.why_not("c-1", "p-2")

    assert (found.cost or 0) > 0
    assert (bool(found.score), found.score_needed) == (True, ())
    assert "no score would make it the choice" in to_text(found.outline())
    assert panel.at_least("c-1", None) == panel.why_not("c-1", None).at_least


@pytest.mark.parametrize("points", [0, 2])
def test_a_panel_may_begin_with_nobody(points: int) -> None:
    panel = LivePanel.of([], [], role=ROLE, as_of=DAY)
    assert (panel.cost, panel.is_optimal, panel.allocation().placements) == (0, True, ())

    panel = panel.with_client(client("c-1", caseload_points=points))
    panel = panel.with_professional(pro("p-1", caseload_limit=4))

    assert panel.professional_of("c-1") == "p-1"
    assert panel.change is not None
    assert panel.change.text == "the professional p-1 is new; c-1 comes to p-1"
    last = panel.without_professional("p-1")
    assert last.change is not None
    assert last.change.text == "the professional p-1 has left; c-1 leaves p-1, and waits"
    assert [one.text for one in last.allocation().unplaced] == ["nobody fits of 0 in the pool"]


def test_many_more_clients_than_at_first_cost_what_a_fresh_answer_costs() -> None:
    """The price of waiting rises on the way."""
    pool = [pro("p-1", caseload_limit=6), pro("p-2", caseload_limit=None, caseload=None)]
    told: dict[str, Any] = {"role": ROLE, "policy": LENIENT, "as_of": DAY}
    clients = [client("c-00", languages=("xx",)), client("c-01", caseload_points=0)]
    panel = LivePanel.of(clients, pool, **told)
    for number in range(2, 20):
        clients.append(client(f"c-{number:02}", languages=("en",) if number % 3 else ("xx",)))
        panel = panel.with_client(clients[-1])

        assert panel.cost == panel.bound == allocate(clients, pool, **told).certificate.cost
        change = panel.change
        assert change is not None
        assert change.cost_before == panel.cost - _of_one(panel, clients[-1])


def test_who_takes_up_other_points_than_all_others_comes_to_a_panel_and_leaves_it() -> None:
    clients = [client(f"c-{n}", caseload_points=1) for n in range(4)]
    pool = [pro("p-1", caseload_limit=3), pro("p-2", caseload_limit=3, languages=("en",))]
    panel = LivePanel.of(clients, pool, role=ROLE, as_of=DAY)
    heavy = client("c-9", caseload_points=2)

    later = panel.with_client(heavy)

    assert later.change is not None
    assert (later.change.gap, later.is_optimal) == (0, True)
    assert len(later.allocation().placements) == 5
    assert [one.client_id for one in later.change.reassignments if one.before is None] == ["c-9"]
    assert later.change.cost_before == panel.cost
    assert "single points" in later.allocation().certificate.method
    gone = later.without_client("c-9")
    assert (gone.cost, gone.is_optimal) == (panel.cost, True)
    assert "single points" not in gone.allocation().certificate.method
    # Alone, a client may take up other points than before.
    alone = LivePanel.of(clients[:1], pool, role=ROLE, as_of=DAY)
    assert alone.with_client(client("c-0", caseload_points=3)).is_optimal


def test_where_points_are_unlike_an_alternative_says_how_sure_it_is() -> None:
    pool = [pro("p-1", caseload_limit=3), pro("p-2", caseload_limit=3, languages=("en",))]
    clients = [
        client("c-1", caseload_points=2),
        client("c-2", caseload_points=1),
        client("c-3", caseload_points=2),
    ]
    panel = LivePanel.of(clients, pool, role=ROLE, as_of=DAY)
    had = {one: panel.professional_of(one) for one in ("c-1", "c-2", "c-3")}

    found = panel.why_not("c-1", next(one for one in ("p-1", "p-2") if one != had["c-1"]))

    assert found.cost is not None
    assert found.at_least is not None
    assert found.at_least <= found.cost
    assert {one: panel.professional_of(one) for one in had} == had
    assert panel.why_not("c-1", had["c-1"]).text == f"c-1 is with {had['c-1']} already"


def test_pins_are_kept_where_points_are_unlike() -> None:
    clients = [
        client("c-1", caseload_points=2),
        client("c-2", caseload_points=1),
        client("c-3", caseload_points=3),
    ]
    pool = [pro("p-1", caseload_limit=4), pro("p-2", caseload_limit=4)]
    careless = STANDARD_POLICY.without("caseload")
    pins = [bond("c-1", "p-2"), bond("c-3", "p-2")]
    told: dict[str, Any] = {"role": ROLE, "policy": careless, "as_of": DAY, "pins": pins}
    panel = LivePanel.of(clients[:2], pool, **told)

    assert panel.professional_of("c-1") == "p-2"
    with pytest.raises(InvalidValue, match="all places of 'p-2' are taken by others"):
        panel.with_client(clients[2])
    with pytest.raises(
        InvalidValue, match="1 clients are pinned to 'p-2', who take up 2 points of 1"
    ):
        panel.with_professional(pro("p-2", caseload_limit=1))
    wider = panel.with_professional(pro("p-2", caseload_limit=5)).with_client(clients[2])
    assert [wider.professional_of(one) for one in ("c-1", "c-3")] == ["p-2", "p-2"]
    assert wider.runner_up("c-1") is None
    assert wider.without_client("c-1").professional_of("c-3") == "p-2"


def test_the_price_of_waiting_rises_where_points_are_unlike_too() -> None:
    pool = [pro("p-1", caseload_limit=6), pro("p-2", caseload_limit=None, caseload=None)]
    told: dict[str, Any] = {"role": ROLE, "policy": LENIENT, "as_of": DAY}
    clients = [client("c-00", languages=("xx",)), client("c-01", caseload_points=2)]
    panel = LivePanel.of(clients, pool, **told)
    for number in range(2, 20):
        tongue = ("en",) if number % 3 else ("xx",)
        clients.append(client(f"c-{number:02}", languages=tongue, caseload_points=1 + number % 2))
        panel = panel.with_client(clients[-1])

        fresh = allocate(clients, pool, **told).certificate
        assert panel.bound == fresh.bound <= panel.cost
        assert panel.change is not None
        assert panel.change.cost_before == panel.cost - _of_one(panel, clients[-1])


def _of_one(panel: LivePanel, one: Client) -> int:
    """What the panel costs more with a client than without, at the same price of waiting."""
    found = panel.without_client(str(one.id)).change
    assert found is not None
    # What it cost before is told at the price of then, so it is turned round.
    without = panel.without_client(str(one.id))
    again = without.with_client(one).change
    assert again is not None
    return again.cost - again.cost_before


def test_who_is_in_a_team_is_known_after_a_change_too() -> None:
    team = Team(
        id="t-1",
        client_id="c-1",
        memberships=[Membership(person_id="p-9", role=ROLE, period=Period(None))],
        professionals=[attrs.evolve(FITTING, id="p-9")],
    )
    pool = [pro("p-1", caseload_limit=4)]
    panel = LivePanel.of([], pool, as_of=DAY).with_client(client("c-1"), team=team)
    assert panel.allocation().unplaced[0].role is None
    assert panel.professional_of("c-1") is None

    panel = panel.with_client(client("c-1", languages=("en",)))
    assert panel.allocation().unplaced[0].role is None
    assert panel.change is not None
    assert panel.change.step is PanelStep.CLIENT_CHANGED
    alone = panel.without_client("c-1")
    assert alone.allocation().unplaced == ()
    assert alone.with_client(client("c-1")).professional_of("c-1") == "p-1"
    with pytest.raises(UnknownId):
        panel.why_not("c-1", "p-1")


def test_pins_are_kept_or_the_change_is_refused() -> None:
    clients = [client("c-1"), client("c-2")]
    pool = [pro("p-1", caseload_limit=2), pro("p-2", caseload_limit=2)]
    panel = LivePanel.of(
        clients, pool, role=ROLE, as_of=DAY, pins=[bond("c-1", "p-2"), bond("c-2", "p-1")]
    )

    assert panel.professional_of("c-1") == "p-2"
    full = panel.why_not("c-1", "p-1")
    assert full.text == "c-1 cannot come to p-1: there is no room to be made"
    assert panel.runner_up("c-1") is None
    changes: list[Callable[[], LivePanel]] = [
        lambda: panel.without_professional("p-2"),
        lambda: panel.with_professional(attrs.evolve(pool[1], languages=("xx",))),
        lambda: panel.with_client(client("c-1", languages=("xx",))),
    ]
    for refused in changes:
        with pytest.raises(InvalidValue, match="'p-2' is pinned to 'c-1', and does not fit"):
            refused()
    away = panel.without_client("c-1")
    free = away.without_professional("p-2")
    with pytest.raises(InvalidValue, match="'p-2' is pinned to 'c-1', and does not fit"):
        free.with_client(clients[0])
    assert away.with_client(clients[0]).professional_of("c-1") == "p-2"


def test_who_comes_again_as_they_were_changes_nothing() -> None:
    pool = [pro("p-1", caseload_limit=2), pro("p-2", caseload_limit=2)]
    panel = LivePanel.of([client("c-1"), client("c-2")], pool, role=ROLE, as_of=DAY)

    again = panel.with_professional(pool[0]).with_client(client("c-1"))

    assert again.change is not None
    assert again.change.reassignments == ()
    assert again.allocation() == panel.allocation()
    assert again.professional_of("c-1", role="case_manager") is None


def test_more_pins_than_places_are_refused() -> None:
    careless = STANDARD_POLICY.without("caseload")
    clients = [client("c-1"), client("c-2")]
    panel = LivePanel.of(
        clients,
        [pro("p-1", caseload_limit=4)],
        role=ROLE,
        policy=careless,
        as_of=DAY,
        pins=[bond("c-1", "p-1"), bond("c-2", "p-1")],
    )
    with pytest.raises(
        InvalidValue, match="2 clients are pinned to 'p-1', who take up 4 points of 2"
    ):
        panel.with_professional(pro("p-1", caseload_limit=2))
    one = panel.without_client("c-2").with_professional(pro("p-1", caseload_limit=2))
    with pytest.raises(InvalidValue, match="all places of 'p-1' are taken by others"):
        one.with_client(clients[1])


def test_who_takes_up_no_points_can_be_asked_about_too() -> None:
    pool = [pro("p-1", languages=("pl", "en")), pro("p-2")]
    panel = LivePanel.of([client("c-1", caseload_points=0)], pool, role=ROLE, as_of=DAY)

    assert panel.professional_of("c-1") == "p-1"
    other = panel.why_not("c-1", "p-2")
    assert other.cost == other.at_least == panel.at_least("c-1", "p-2")
    assert (other.cost or 0) > 0
    assert panel.runner_up("c-1") == other
    assert panel.why_not("c-1", "p-1").text == "c-1 is with p-1 already"
    alone = panel.without_professional("p-1").without_professional("p-2")
    assert alone.runner_up("c-1") is None
    assert alone.change is not None
    assert alone.change.reassignments == (Reassignment(client_id="c-1", role=ROLE, before="p-2"),)


def test_a_pair_that_is_barred_is_told_so() -> None:
    panel = LivePanel.of(
        [client("c-1")],
        [pro("p-1", caseload_limit=2)],
        role=ROLE,
        as_of=DAY,
        barred=[bond("c-1", "p-1")],
    )
    assert panel.why_not("c-1", "p-1").text == "c-1 cannot come to p-1: barred"


REFUSED: list[tuple[Callable[[Any], object], type[CareError]]] = [
    (lambda panel: panel.with_client("c-1"), WrongType),
    (lambda panel: panel.with_client(client("c-5"), team=5), WrongType),
    (
        lambda panel: panel.with_client(client("c-5"), team=Team(id="t", client_id="c-6")),
        InvalidValue,
    ),
    (lambda panel: panel.with_client(client("c-5", needs=("xx",))), UnknownId),
    (lambda panel: panel.with_professional("p-1"), WrongType),
    (lambda panel: panel.with_professional(pro("p-5", roles=("xx",))), UnknownId),
    (lambda panel: panel.without_client("c-9"), UnknownId),
    (lambda panel: panel.without_professional("p-9"), UnknownId),
    (lambda panel: panel.professional_of("c-9"), UnknownId),
    (lambda panel: panel.why_not("c-1", "p-9"), UnknownId),
    (lambda panel: panel.at_least("c-1", "p-9"), UnknownId),
    (lambda panel: panel.runner_up("c-1", role="case_manager"), UnknownId),
]


@pytest.mark.parametrize(("ask", "kind"), REFUSED)
def test_what_is_not_there_or_no_such_thing_is_refused(
    ask: Callable[[Any], object], kind: type[CareError]
) -> None:
    panel = LivePanel.of([client("c-1")], [pro("p-1")], role=ROLE, as_of=DAY)

    with pytest.raises(kind):
        ask(panel)


def test_a_fault_is_told_at_the_place_that_was_given() -> None:
    panel = LivePanel.of([], [], role=ROLE, as_of=DAY)

    with pytest.raises(UnknownId) as refused:
        panel.with_client(client("c-5", needs=("xx",)))
    assert refused.value.place == "$client.needs[0]"
    with pytest.raises(UnknownId) as refused:
        panel.with_professional(pro("p-5", roles=("xx",)))
    assert refused.value.place == "$professional.roles[0]"


# The values by themselves.


def test_reassignments_are_told_in_words() -> None:
    def told(before: str | None, after: str | None) -> tuple[str, str]:
        one = Reassignment(client_id="c-1", role=ROLE, before=before, after=after)
        return one.text, one.text_if

    assert told("p-1", "p-2") == ("c-1 moves from p-1 to p-2", "c-1 would move from p-1 to p-2")
    assert told(None, "p-2") == ("c-1 comes to p-2", "c-1 would come to p-2")
    assert told("p-1", None) == ("c-1 leaves p-1, and waits", "c-1 would leave p-1, and would wait")
    assert told(None, None) == ("c-1 waits", "c-1 would wait")


def test_a_long_change_names_some_and_says_how_many_more_there_are() -> None:
    many = [
        Reassignment(client_id=f"c-{n:02}", role=ROLE, before="p-1", after="p-2") for n in range(23)
    ]
    change = PanelChange(
        step=PanelStep.PROFESSIONAL_CHANGED,
        about="p-1",
        reassignments=tuple(many),
        cost_before=9,
        cost=7,
        bound=5,
    )

    assert change.text.endswith("c-19 moves from p-1 to p-2, 3 more")
    assert "3 more" in to_text(change.outline())
    assert "c-22" in to_text(change.outline(full=True))
    assert (change.gap, change.is_optimal) == (2, False)
    assert "less than 5, which is 2 less" in to_text(change.outline())
    still = attrs.evolve(change, reassignments=())
    assert "nobody else goes elsewhere" in to_text(still.outline())


def test_an_alternative_says_what_it_costs() -> None:
    moved = Reassignment(client_id="c-1", role=ROLE, before="p-1", after="p-2")
    other = Alternative(
        client_id="c-1",
        role=ROLE,
        professional_id="p-2",
        cost=-3,
        reassignments=(moved,),
        score=(1, 2),
    )
    assert other.text == "c-1 with p-2 would cost 3 less"
    assert "no score would make it the choice" in to_text(other.outline())
    found = attrs.evolve(other, is_exact=False, at_least=-5)
    assert found.text == "c-1 with p-2 would cost 3 less (as far as was tried; bound: 5 less)"
    assert "no score is known to make it the choice" in to_text(found.outline())
    needed = attrs.evolve(found, cost=0, at_least=None, score_needed=(1, 3))
    assert needed.text == "c-1 with p-2 would cost the same (as far as was tried)"
    assert "from 1, 3 on all would cost less than now" in to_text(needed.outline())
    waits = attrs.evolve(other, professional_id=None, cost=3, score=())
    assert waits.text == "c-1 on the wait list would cost 3 more"
    assert "score" not in to_text(waits.outline())
    full = attrs.evolve(other, cost=None, reassignments=())
    assert full.text == "c-1 cannot come to p-2: there is no room to be made"
    assert "would" not in to_text(full.outline())
    never = attrs.evolve(full, professional_id=None)
    assert never.text == "c-1 cannot wait: there is no room to be made"
