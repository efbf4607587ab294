"""The local search of weighted clients: when it ends, no small change saves anything."""

from collections.abc import Iterator, Sequence
from random import Random

from hypothesis import given

from carecore.flows import Panel
from carecore.flows.acuity_search import AcuitySearch, LocalArcs

from .drawn_flows import SEEDS, WEIGHTS, cost_of, numbers, odd_panel, wide_panel


def every_arc(panel: Panel) -> list[LocalArcs]:
    """Where each client may go: everywhere its candidates and its pin allow."""
    waiting = len(panel.slots)
    arcs: list[LocalArcs] = []
    for client in panel.clients:
        every = list(zip(client.professionals, client.costs, strict=True))
        if client.pin is None:
            arcs.append([*every, (waiting, client.wait_cost)])
        else:
            arcs.append([one for one in every if one[0] == client.pin])
    return arcs


def search_of(panel: Panel, weights: Sequence[int]) -> AcuitySearch:
    """Everybody placed, the pinned first."""
    search = AcuitySearch(panel, weights, every_arc(panel))
    order = sorted(range(len(weights)), key=lambda client: panel.clients[client].pin is None)
    for client in order:
        search.place_first(client, None)
    return search


def search_to_the_end(search: AcuitySearch) -> None:
    """Look at everybody again until nobody goes elsewhere."""
    before = None
    while before != search.places():
        before = search.places()
        search.improve()


def small_changes(search: AcuitySearch) -> Iterator[tuple[int | None, ...]]:
    """The places after one client has gone elsewhere, and at most one who was there as well."""
    places = list(search.places())
    for client, arcs in enumerate(search.arcs):
        for j, _ in arcs:
            target = None if j == search.waiting else j
            moved = [*places[:client], target, *places[client + 1 :]]
            yield tuple(moved)
            for other in search.members[j] if target is not None else ():
                for k, _ in search.arcs[other] if other != client else ():
                    both = moved.copy()
                    both[other] = None if k == search.waiting else k
                    yield tuple(both)


def shake(random: Random, search: AcuitySearch) -> None:
    """Some clients go wherever there is room."""
    for client, arcs in enumerate(search.arcs):
        j, _ = random.choice(arcs)
        if random.random() < 0.3 and search.load[j] + search.weights[client] <= search.room[j]:
            search.relocate([(client, j)])


@given(seed=SEEDS)
def test_where_the_search_ends_no_small_change_saves_anything(seed: int) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=random.randint(1, 9))
    panel = odd_panel(random, professionals=4, weights=weights)
    search = search_of(panel, weights)

    search_to_the_end(search)
    shake(random, search)
    search_to_the_end(search)

    found = cost_of(panel, search.places(), weights)
    assert found is not None
    costs = [cost_of(panel, places, weights) for places in small_changes(search)]
    assert all(cost is None or cost >= found for cost in costs)


def test_among_equals_hardly_any_exchange_is_tried() -> None:
    # Everybody costs the same everywhere, so each of a dozen candidates is a place to go on to.
    weights = numbers(3).choices(WEIGHTS, k=400)
    panel = wide_panel(400, 40, step=1_000, points=sum(weights))
    search = search_of(panel, weights)
    search_to_the_end(search)
    before = search.work

    search.improve()

    looked_at = sum(len(search.members[j]) for arcs in search.arcs for j, _ in arcs[:-1])
    assert search.work - before < 4 * looked_at
