"""CP-SAT of OR-tools for sharing out a ward: `pip install "carecore[balance]"`.

The core finds who has whom; CP-SAT looks for something more even, zone by zone, and says where
there is none.
What ends it is how much it has worked, counted by itself on one thread, so that answers repeat.
"""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, Final, final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.flows import ZoneAnswer, ZoneQuestion
from carecore.matching.fits import counted

__all__ = ["CpSatBalance"]

_WORK: Final = 20


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CpSatBalance:
    """Looks for something more even in each zone of a ward, and says where there is none.

    >>> question = ZoneQuestion(weights=(5, 4, 3, 3), people=2)
    >>> CpSatBalance().share_zone(question, (0, 1, 1, 0)).is_best
    True

    Attributes:
        work: how much it may work on a zone, in its own units; one is about a second.

    Raises:
        WrongType: if the work is no whole number.
        InvalidValue: if it is below 0.

    .. versionadded:: 0.1
    """

    work: int = field(default=_WORK, validator=counted)

    @property
    def label(self) -> str:
        """Name and version of the solver, and how much it may work.

        Raises:
            ImportError: if OR-tools is not installed.

        .. versionadded:: 0.1
        """
        _, edition = _library()
        return f"CP-SAT of OR-tools {edition} (work {self.work})"

    def share_zone(self, question: ZoneQuestion, start: Sequence[int], /) -> ZoneAnswer:
        """Something more even than *start* if it finds it, and whether it says that nothing is.

        Raises:
            ImportError: if OR-tools is not installed.

        .. versionadded:: 0.1
        """
        library, _ = _library()
        places = tuple(start)
        if not question.weights:
            return ZoneAnswer(places=places, is_best=True)
        model = _Model(library, question, places)
        solver = library.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_deterministic_time = float(self.work)
        status = solver.solve(model.model)
        if status in {library.OPTIMAL, library.FEASIBLE}:
            places = model.places(solver)
        # Where a limit of points is not kept at first, there may be no answer at all.
        return ZoneAnswer(places=places, is_best=status == library.OPTIMAL)


def _library() -> tuple[Any, str]:
    try:
        from ortools.sat.python import cp_model
    except ModuleNotFoundError as missing:
        if missing.name != "ortools":
            raise
        what = "a ward is balanced to the proof by OR-tools, which is missing"
        raise ImportError(f'{what}. Maybe pip install "carecore[balance]".') from None
    return cp_model, version("ortools")


@final
class _Model:
    """The question as CP-SAT takes it: how far each load is off the even share, squared."""

    __slots__ = ("_has", "model")

    def __init__(self, library: Any, question: ZoneQuestion, start: tuple[int, ...], /) -> None:  # noqa: ANN401 # the library has no types of its own
        weights, people = question.weights, question.people
        total = sum(weights)
        share = total // people
        loads = [0] * people
        for weight, who in zip(weights, start, strict=True):
            loads[who] += weight
        # People are alike, so the loads may be asked for in order: far less to look through.
        order = sorted(range(people), key=loads.__getitem__)
        rank = {who: number for number, who in enumerate(order)}
        low, high = _window(question, loads)
        self.model = model = library.CpModel()
        self._has = has = [[model.new_bool_var("") for _ in range(people)] for _ in weights]
        off = [model.new_int_var(low - share, high - share, "") for _ in range(people)]
        squares = [model.new_int_var(0, max(share - low, high - share) ** 2, "") for _ in off]
        for row, who in zip(has, start, strict=True):
            model.add_exactly_one(row)
            for number, one in enumerate(row):
                model.add_hint(one, number == rank[who])
        most = len(weights) if question.most is None else question.most
        for number in range(people):
            column = [row[number] for row in has]
            model.add_linear_constraint(sum(column), question.least, most)
            points = sum(weight * one for weight, one in zip(weights, column, strict=True))
            model.add(points == share + off[number])
            model.add_multiplication_equality(squares[number], [off[number], off[number]])
            if number:
                model.add(off[number - 1] <= off[number])
        model.add(sum(off) == total - share * people)
        model.minimize(sum(squares))

    def places(self, solver: Any, /) -> tuple[int, ...]:  # noqa: ANN401 # as above
        """Who has each client in what was found."""
        return tuple(
            next(number for number, one in enumerate(row) if solver.boolean_value(one))
            for row in self._has
        )


def _window(question: ZoneQuestion, loads: list[int], /) -> tuple[int, int]:
    """How low and how high a load can be in anything as even as *loads*."""
    total, people, limit = sum(loads), len(loads), question.limit
    top = total if limit is None else min(total, limit)
    if max(loads) > top:
        return 0, top
    squares = sum(load * load for load in loads)

    def may_be(load: int) -> bool:
        # The others share the rest, at best evenly: Cauchy and Schwarz.
        rest = total - load
        return load * load * (people - 1) + rest * rest <= squares * (people - 1)

    low, high = min(loads), max(loads)
    while low > 0 and may_be(low - 1):
        low -= 1
    while high < top and may_be(high + 1):
        high += 1
    return low, high
