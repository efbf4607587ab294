"""HiGHS as a solver: `pip install "carecore[solver]"`.

Prices come first: from the core's own flow where a client takes up the same with everybody, and
from the linear programme of HiGHS where not.
They give a start, by rounding and a search of the core, and tell which arcs are worth a look; HiGHS
is given these, then more, until none that is left out could make a difference or the work is used
up.
"""

from collections.abc import Sequence
from math import ceil, isfinite
from typing import Any, Final, final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.errors import InvalidValue, RefusedAnswer
from carecore.extra.solvers.core_prices import flow_prices
from carecore.extra.solvers.programmes import Programme, programme_of
from carecore.flows.general import GeneralPanel, Proposal, spread_out, units_of
from carecore.flows.general_certificate import certify_general
from carecore.flows.general_search import GeneralSearch
from carecore.flows.kernels import PricedUnits, allowed_arcs, priced_units

__all__ = ["HighsSolver"]

_NAME: Final = "HiGHS"

_SCALE: Final = 5040
"""By what prices of the linear programme are multiplied before they are rounded."""

_NEAR: Final = 15
"""The first kernel holds what stands off a fifteenth of the usual range; measured, as the next."""

_AROUND: Final = 5
"""The search before it looks so many times as far."""

_WIDER: Final = 4
"""By what a kernel grows."""

_SMALL: Final = 5_000
"""So many arcs are given at once after the first kernel, if no other could make a difference."""

_FIRST: Final = 5
"""The first kernel, in which much is found soon, has a fifth of all nodes."""

_TURNS: Final = 40
"""Of the nodes, each turn in which some change clients has one in so many."""

_ALMOST_ONE: Final = 0.999
"""Costs are whole, so nothing is left to gain once a bound comes as near as this."""

_TOLERANCE: Final = 1e-4
"""By how much a bound may be too high, and by this share of a millionth of it: floating point."""

_MOST_NODES: Final = 1_000_000_000


def _nodes(_instance: object, _attribute: object, value: int, /) -> None:
    if not 1 <= value <= _MOST_NODES:
        what = f"the solver may look at {value} nodes"
        raise InvalidValue(what, place="$.nodes", advice="Maybe 5000")


@final
@frozen(kw_only=True, weakref_slot=False)
class _Answer:
    """What HiGHS says of one programme.

    Attributes:
        values: the columns; empty: it found none.
        prices: the prices of the rows.
        bound: below what nothing costs, as it claims.
        nodes: how many nodes it looked at.
    """

    values: list[float]
    prices: list[float]
    bound: float
    nodes: int


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class HighsSolver:
    """HiGHS: to the least cost, or near it, where the core alone cannot tell.

    It is asked with one thread and a fixed seed, and what ends it is counted in nodes of its search
    tree and not in seconds, so that the same version gives the same answer.
    It prints nothing.

    >>> from carecore.flows.panel import Candidates
    >>> clients = [Candidates([0, 1], [5, 8], wait_cost=20) for _ in range(2)]
    >>> panel = GeneralPanel(
    ...     clients=clients, weights=[[1, 1], [1, 1]], slots=[[0, 0], [0]], apart=[[0, 1]]
    ... )
    >>> HighsSolver().propose(panel).places
    (0, 1)

    Attributes:
        nodes: at how many nodes it looks at most.

    .. versionadded:: 0.1
    """

    nodes: int = field(default=5_000, validator=_nodes)

    def propose(self, panel: GeneralPanel, /) -> Proposal:
        """Who goes where in a panel that was checked.

        Raises:
            ImportError: if HiGHS is not installed.
            RefusedAnswer: if HiGHS gives up.

        .. versionadded:: 0.1
        """
        session = _Session(_library(), self.nodes)
        prices, scale, wishes = _prices(session, panel)
        priced = priced_units(panel, prices, scale=scale)
        found = _Found(panel, priced, _start(panel, priced, wishes))
        _widen(session, found)
        return Proposal(
            places=spread_out(priced.units, found.named(found.places)),
            prices=tuple(prices),
            scale=scale,
            claimed_bound=found.claimed,
            solver=_NAME,
            version=session.version,
            settings=f"1 thread, seed 0, at most {self.nodes} nodes",
        )


def _library() -> Any:  # noqa: ANN401 # the library has no types of its own
    try:
        import highspy
    except ModuleNotFoundError as missing:
        if missing.name != "highspy":
            raise
        what = "allocations with conditions are worked out by HiGHS, which is missing"
        raise ImportError(f'{what}. Maybe pip install "carecore[solver]".') from None
    return highspy


def _quiet(library: Any, /) -> Any:  # noqa: ANN401 # as above
    """HiGHS that says nothing: its first words come before an option can be set."""
    loud: Any = library.Highs

    def enable_callbacks(self: Any) -> None:  # noqa: ANN401 # as above
        self.silent()
        loud.enableCallbacks(self)

    return type("Quiet", (loud,), {"enableCallbacks": enable_callbacks})()


@final
class _Session:
    """HiGHS for one question, with so many nodes left.

    Attributes:
        version: its version.
        nodes: how many nodes are left.
    """

    __slots__ = ("_library", "_solver", "nodes", "version")

    def __init__(self, library: Any, nodes: int, /) -> None:  # noqa: ANN401 # as above
        """Set it so that it says nothing and gives the same answer again."""
        self._library = library
        self._solver = _quiet(library)
        self.nodes = nodes
        self.version = str(self._solver.version())
        options = {
            "threads": 1,
            "random_seed": 0,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": _ALMOST_ONE,
        }
        for name, value in options.items():
            self._solver.setOptionValue(name, value)

    def answer(
        self, programme: Programme, /, *, start: Sequence[float] | None = None, nodes: int = 0
    ) -> _Answer:
        """What HiGHS says; of whole columns where there is a *start*, and of any where not."""
        solver, library = self._solver, self._library
        solver.clearModel()
        solver.passModel(self._model(programme, is_whole=start is not None))
        if start is not None:
            solver.setOptionValue("mip_max_nodes", nodes)
            given = library.HighsSolution()
            given.col_value = list(start)
            solver.setSolution(given)
        if solver.run() == library.HighsStatus.kError:
            # Others in this process may have asked with more threads, and that is kept for all.
            library.Highs.resetGlobalScheduler(True)  # noqa: FBT003 # its signature
            if solver.run() == library.HighsStatus.kError:
                raise RefusedAnswer(_NAME, self.version, faults=["it ends with an error"])
        info, solution = solver.getInfo(), solver.getSolution()
        has_values = info.primal_solution_status == library.SolutionStatus.kSolutionStatusFeasible
        if start is not None:
            self.nodes -= max(info.mip_node_count, 1)
        return _Answer(
            values=list(solution.col_value) if has_values else [],
            prices=list(solution.row_dual),
            bound=info.mip_dual_bound,
            nodes=info.mip_node_count,
        )

    def _model(self, programme: Programme, /, *, is_whole: bool) -> Any:  # noqa: ANN401 # as above
        library = self._library
        model = library.HighsLp()
        model.num_col_, model.num_row_ = len(programme.costs), len(programme.limits)
        model.col_cost_ = programme.costs
        model.col_lower_, model.col_upper_ = [0.0] * len(programme.costs), programme.most
        model.row_lower_, model.row_upper_ = programme.least, programme.limits
        starts = [0]
        rows: list[int] = []
        values: list[float] = []
        for entries in programme.entries:
            rows += [row for row, _ in entries]
            values += [value for _, value in entries]
            starts.append(len(rows))
        matrix = model.a_matrix_
        matrix.format_ = library.MatrixFormat.kColwise
        matrix.start_, matrix.index_, matrix.value_ = starts, rows, values
        if is_whole:
            points = len(programme.costs) - len(programme.columns)
            kinds = library.HighsVarType
            whole = [kinds.kInteger] * len(programme.columns)
            model.integrality_ = whole + [kinds.kContinuous] * points
        return model


def _prices(session: _Session, panel: GeneralPanel, /) -> tuple[list[int], int, list[int | None]]:
    """Prices of points, times what, and where each unit would go by them."""
    units = units_of(panel)
    arcs = allowed_arcs(panel, units)
    waiting = len(panel.slots)
    weights = [{arc[2] for arc in mine if arc[0] != waiting} for mine in arcs]
    if all(len(few) <= 1 for few in weights):
        return flow_prices(panel, arcs, [max(few, default=0) for few in weights])
    programme = programme_of(panel, units, arcs)
    answer = session.answer(programme)
    rows = answer.prices[programme.first_row : programme.first_row + waiting]
    prices = [
        flat * _SCALE - round(dual * _SCALE)
        for flat, dual in zip(programme.flat, rows, strict=True)
    ]
    places = programme.places_of(answer.values, len(units))
    return prices, _SCALE, [None if place == waiting else place for place in places]


@final
class _Found:
    """The best places so far, and what is claimed of them.

    Attributes:
        priced: the units and their arcs.
        panel: the question.
        places: where each unit is; after the last professional: it waits.
        cost: what that costs.
        claimed: below what nothing costs, as HiGHS claims.
    """

    __slots__ = ("claimed", "cost", "panel", "places", "priced")

    def __init__(self, panel: GeneralPanel, priced: PricedUnits, places: list[int], /) -> None:
        """Begin with *places* that are allowed."""
        self.panel = panel
        self.priced = priced
        self.places = places
        self.cost, _ = self.checked(places)
        self.claimed = -(-priced.bound // priced.scale)

    def named(self, places: Sequence[int], /) -> list[int | None]:
        """The same with `None` for those who wait."""
        waiting = len(self.panel.slots)
        return [None if place == waiting else place for place in places]

    def checked(self, places: Sequence[int], /) -> tuple[int, bool]:
        """What places cost, and whether they are allowed: nothing is taken from HiGHS."""
        spread = spread_out(self.priced.units, self.named(places))
        proof = certify_general(self.panel, spread, [0] * len(self.panel.slots))
        return proof.objective, not proof.faults

    def take(self, places: list[int], /) -> None:
        """Take better places."""
        cost, is_allowed = self.checked(places)
        if is_allowed and cost < self.cost:
            self.places, self.cost = places, cost


def _start(panel: GeneralPanel, priced: PricedUnits, wishes: Sequence[int | None], /) -> list[int]:
    """Places that are allowed: each unit at its wish, or else near it, and improved."""
    units, waiting = priced.units, len(panel.slots)
    near, _ = priced.kernel(_width(priced) * _AROUND, places=[waiting] * len(units))
    search = GeneralSearch(panel, units, near)
    order = sorted(
        range(len(units)),
        key=lambda unit: (
            units[unit].candidates.pin is None,
            wishes[unit] is None,
            -max(units[unit].weights, default=0),
            unit,
        ),
    )
    search.place_first(wishes, order)
    search.improve()
    return search.place


def _width(priced: PricedUnits, /) -> int:
    """How far off an arc may stand in the first kernel."""
    ranges = [
        max(unit.candidates.costs) - min(unit.candidates.costs)
        for unit in priced.units[:: max(1, len(priced.units) // 200)]
        if unit.candidates.costs
    ]
    usual = sum(ranges) // len(ranges) if ranges else 0
    return max(usual * priced.scale // _NEAR, 1)


def _widen(session: _Session, found: _Found, /) -> None:
    """Ask for better places in a kernel, then in wider ones."""
    priced, scale = found.priced, found.priced.scale
    width, share = _width(priced), session.nodes // _FIRST
    while found.claimed < found.cost and session.nodes > 0:
        # What stands further off than this cannot be part of anything better.
        most = found.cost * scale - priced.bound
        arcs, nearest = priced.kernel(min(width, most), places=found.places)
        programme = programme_of(found.panel, priced.units, arcs)
        start = programme.values_of(found.places, found.panel)
        answer = session.answer(programme, start=start, nodes=max(share, 1))
        if answer.values:
            found.take(programme.places_of(answer.values, len(priced.units)))
        found.claimed = max(found.claimed, _claimed(programme, answer, found, nearest))
        most = found.cost * scale - priced.bound
        if not priced.is_small(most, _SMALL):
            width *= _WIDER
        else:
            # Where much is still open, change is found sooner among few than among all.
            if 100 * (most // scale) > abs(found.cost):
                _mend(session, found)
            width = found.cost * scale - priced.bound
        share = session.nodes


def _mend(session: _Session, found: _Found, /) -> None:
    """Let some professionals change clients among each other, in turn, while that helps."""
    people, share = len(found.panel.slots), max(session.nodes // _TURNS, 1)
    size = max(people * 2 // 5, 2)
    before = None
    while before != found.cost:
        before = found.cost
        for first in range(0, people, max(size // 2, 1)):
            group = {(first + number) % people for number in range(size)}
            arcs = [
                [arc for _, arc in row if arc[0] == place or (place in group and arc[0] in group)]
                for row, place in zip(found.priced.arcs, found.places, strict=True)
            ]
            programme = programme_of(found.panel, found.priced.units, arcs)
            start = programme.values_of(found.places, found.panel)
            answer = session.answer(programme, start=start, nodes=min(share, session.nodes))
            if answer.values:
                found.take(programme.places_of(answer.values, len(found.priced.units)))
            if session.nodes <= share or found.cost == found.claimed:
                return


def _claimed(programme: Programme, answer: _Answer, found: _Found, nearest: int | None, /) -> int:
    """Below what nothing costs: in the kernel as HiGHS claims, outside of it by prices."""
    if not isfinite(answer.bound):
        return found.claimed
    tolerance = _TOLERANCE + abs(answer.bound) * _TOLERANCE / 1_000_000
    inside = programme.constant + ceil(answer.bound - tolerance)
    priced = found.priced
    outside = inside if nearest is None else -(-(priced.bound + nearest) // priced.scale)
    # A bound above the cost of what is known to be allowed cannot be right.
    return min(inside, outside, found.cost)
