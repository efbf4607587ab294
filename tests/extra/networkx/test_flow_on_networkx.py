"""What is shared out beside networkx: its network simplex on the same question."""

import networkx as nx  # type: ignore[import-untyped] # it brings no types
from hypothesis import given

from carecore.flows import Panel, PanelFlow

from ...flows.drawn_flows import SEEDS, numbers, odd_panel, wide_panel


def simplex_cost(panel: Panel) -> int:
    """What networkx says that it costs."""
    graph = nx.DiGraph()
    graph.add_node("end", demand=len(panel.clients))
    for j, costs in enumerate(panel.slots):
        for k, cost in enumerate(costs):
            graph.add_edge(("professional", j), ("slot", j, k), capacity=1, weight=0)
            graph.add_edge(("slot", j, k), "end", capacity=1, weight=cost)
    for i, client in enumerate(panel.clients):
        graph.add_node(("client", i), demand=-1)
        for j, cost in zip(client.professionals, client.costs, strict=True):
            if client.pin in {None, j}:
                graph.add_edge(("client", i), ("professional", j), capacity=1, weight=cost)
        if client.pin is None:
            graph.add_edge(("client", i), "end", capacity=1, weight=client.wait_cost)
    return int(nx.network_simplex(graph)[0])


@given(seed=SEEDS)
def test_any_panel_costs_the_same(seed: int) -> None:
    panel = odd_panel(numbers(seed))

    assert PanelFlow(panel).objective == simplex_cost(panel)


def test_a_large_panel_costs_the_same() -> None:
    panel = wide_panel(200, 20, fullness=105)

    assert PanelFlow(panel).objective == simplex_cost(panel)
