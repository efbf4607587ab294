"""The same panels on other software: each gives the cost and the processor seconds of solving.

A peer that is not installed raises `ImportError` when it is asked.
"""

from importlib import import_module
from itertools import chain
from time import process_time
from typing import Any, TypeAlias

from carecore.flows import Panel

Answer: TypeAlias = tuple[int, float]
Arcs: TypeAlias = list[tuple[int, int, int]]


def arcs_of(panel: Panel) -> Arcs:
    """Each arc of the flow from where to where at what cost: clients, professionals, the end."""
    clients, end = len(panel.clients), len(panel.clients) + len(panel.slots)
    arcs = [
        (i, clients + j, cost)
        for i, client in enumerate(panel.clients)
        for j, cost in zip(client.professionals, client.costs, strict=True)
    ]
    arcs += [(clients + j, end, cost) for j, costs in enumerate(panel.slots) for cost in costs]
    arcs += [(i, end, client.wait_cost) for i, client in enumerate(panel.clients)]
    return arcs


class OrTools:
    """The minimum-cost flow of OR-tools; the graph is built once, outside the timing."""

    def __init__(self, panel: Panel) -> None:
        np: Any = import_module("numpy")
        module: Any = import_module("ortools.graph.python.min_cost_flow")
        tail, head, cost = np.array(arcs_of(panel), dtype=np.int64).T
        ones = np.ones(len(tail), dtype=np.int64)
        count = len(panel.clients)
        self.flow = module.SimpleMinCostFlow()
        self.flow.add_arcs_with_capacity_and_unit_cost(tail, head, ones, cost)
        self.flow.set_nodes_supplies(np.arange(count), np.ones(count, dtype=np.int64))
        self.flow.set_node_supply(count + len(panel.slots), -count)

    def solve(self) -> Answer:
        """Solve it."""
        start = process_time()
        status = self.flow.solve()
        seconds = process_time() - start
        assert status == self.flow.OPTIMAL
        return self.flow.optimal_cost(), seconds


def highs(panel: Panel) -> Answer:
    """The linear programme on HiGHS, one thread."""
    np: Any = import_module("numpy")
    module: Any = import_module("highspy")
    arcs, rows = arcs_of(panel), len(panel.clients) + len(panel.slots)
    inside = [
        [(tail, 1.0), (head, -1.0)] if head < rows else [(tail, 1.0)] for tail, head, _ in arcs
    ]
    # What comes to a professional leaves by their slots: both ends of an arc, but for the last.
    program = module.HighsLp()
    program.num_col_, program.num_row_ = len(arcs), rows
    program.col_cost_ = np.array([cost for _, _, cost in arcs], float)
    program.col_lower_, program.col_upper_ = np.zeros(len(arcs)), np.ones(len(arcs))
    supply = np.array([1.0] * len(panel.clients) + [0.0] * len(panel.slots))
    program.row_lower_ = program.row_upper_ = supply
    program.a_matrix_.format_ = module.MatrixFormat.kColwise
    program.a_matrix_.start_ = np.cumsum([0, *map(len, inside)])
    program.a_matrix_.index_ = np.array([row for row, _ in chain.from_iterable(inside)])
    program.a_matrix_.value_ = np.array([sign for _, sign in chain.from_iterable(inside)])
    solver = module.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.passModel(program)
    start = process_time()
    solver.run()
    seconds = process_time() - start
    return round(solver.getInfo().objective_function_value), seconds


def scipy_slots(panel: Panel) -> Answer:
    """The sparse assignment of scipy, each slot by itself."""
    np: Any = import_module("numpy")
    sparse: Any = import_module("scipy.sparse")
    graph: Any = import_module("scipy.sparse.csgraph")
    starts = [0]
    for costs in panel.slots:
        starts.append(starts[-1] + len(costs))
    cells: Arcs = []
    for i, client in enumerate(panel.clients):
        for j, cost in zip(client.professionals, client.costs, strict=True):
            cells += [(i, starts[j] + k, cost + slot + 1) for k, slot in enumerate(panel.slots[j])]
        cells.append((i, starts[-1] + i, client.wait_cost + 1))
    rows, columns, costs = np.array(cells).T
    shape = (len(panel.clients), starts[-1] + len(panel.clients))
    matrix = sparse.csr_matrix((costs.astype(float), (rows, columns)), shape=shape)
    start = process_time()
    left, right = graph.min_weight_full_bipartite_matching(matrix)
    seconds = process_time() - start
    return round(float(matrix[left, right].sum())) - len(panel.clients), seconds


def networkx(panel: Panel) -> Answer:
    """The network simplex of networkx."""
    nx: Any = import_module("networkx")
    graph: Any = nx.MultiDiGraph()
    end = len(panel.clients) + len(panel.slots)
    graph.add_nodes_from((i, {"demand": -1}) for i in range(len(panel.clients)))
    graph.add_node(end, demand=len(panel.clients))
    for tail, head, cost in arcs_of(panel):
        graph.add_edge(tail, head, capacity=1, weight=cost)
    start = process_time()
    cost, _ = nx.network_simplex(graph)
    return cost, process_time() - start
