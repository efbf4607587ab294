"""The schedule beside networkx: the longest ways through networks drawn at random."""

import networkx as nx  # type: ignore[import-untyped] # it brings no types
from hypothesis import given

from carecore.recovery import Timeline, schedule

from ...recovery.drawn_timelines import timelines

TIMELINES = timelines(windows=False, least=1)


def graph_of(timeline: Timeline) -> nx.DiGraph:
    """The same network for networkx; of several links between two, the longest."""
    graph = nx.DiGraph()
    graph.add_nodes_from(timeline.ids)
    for one in timeline.links:
        known = graph.get_edge_data(one.before, one.after, {"weight": 0})["weight"]
        graph.add_edge(one.before, one.after, weight=max(known, one.minimum_days))
    return graph


@given(timeline=TIMELINES)
def test_the_end_is_as_far_as_the_longest_path(timeline: Timeline) -> None:
    length = nx.dag_longest_path_length(graph_of(timeline))

    assert schedule(timeline).length_days == length


@given(timeline=TIMELINES)
def test_the_first_day_of_each_is_the_longest_path_to_it(timeline: Timeline) -> None:
    graph, answer = graph_of(timeline), schedule(timeline)
    longest = {
        one: nx.dag_longest_path_length(graph.subgraph({one, *nx.ancestors(graph, one)}))
        for one in timeline.ids
    }

    first = {one.id: (one.earliest - answer.anchor).days for one in answer.milestones}
    assert first == longest


@given(timeline=TIMELINES)
def test_the_last_day_of_each_leaves_room_for_the_longest_path_from_it(timeline: Timeline) -> None:
    graph, answer = graph_of(timeline), schedule(timeline)
    longest = {
        one: nx.dag_longest_path_length(graph.subgraph({one, *nx.descendants(graph, one)}))
        for one in timeline.ids
    }

    room = {one.id: (answer.end - one.latest).days for one in answer.milestones}
    assert room == longest


@given(timeline=TIMELINES)
def test_the_critical_path_is_a_longest_path(timeline: Timeline) -> None:
    graph, path = graph_of(timeline), schedule(timeline).critical_path

    assert nx.is_path(graph, list(path))
    assert nx.path_weight(graph, list(path), "weight") == nx.dag_longest_path_length(graph)
