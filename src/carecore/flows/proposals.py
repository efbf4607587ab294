"""What is made of a solver's proposal: it is put to the panel anew, and refused if it fails.

A solver that says *optimal* is not believed.
Its places are checked and added up, and its prices give a bound of our own; what it claims beyond
that bound is kept as its claim, with its name.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, final

import attrs
from attrs import frozen

from carecore.errors import CareError, RefusedAnswer, WrongType, described
from carecore.flows.certificate import certify
from carecore.flows.general import (
    FlowSolver,
    GeneralPanel,
    Proposal,
    Proposer,
    check_general,
)
from carecore.flows.general_certificate import certify_general
from carecore.flows.panel import NEVER, Candidates, Panel, check_panel

__all__ = ["JudgedProposal", "answer_of", "judge_flow", "judge_proposal"]

T = TypeVar("T")


@final
@frozen(kw_only=True, weakref_slot=False)
class JudgedProposal:
    """A proposal that holds, and what is known of it.

    >>> proposal = Proposal(places=(0,), prices=(3,), solver="by hand", version="1")
    >>> JudgedProposal(proposal=proposal, objective=12, bound=10, claimed_bound=12).gap
    2

    Attributes:
        proposal: what was proposed.
        objective: what it costs, added up anew.
        bound: nothing costs less; reckoned anew from the prices.
        claimed_bound: the same as the solver claims; `None`: it claims no more than is proved.

    .. versionadded:: 0.1
    """

    proposal: Proposal
    objective: int
    bound: int
    claimed_bound: int | None = None

    @property
    def gap(self) -> int:
        """How far the cost is above the bound that is proved."""
        return self.objective - self.bound

    @property
    def is_optimal(self) -> bool:
        """Whether it is proved that nothing costs less."""
        return self.objective == self.bound

    @property
    def is_claimed_optimal(self) -> bool:
        """Whether the solver claims it, and nobody else has proved it."""
        return self.claimed_bound == self.objective


def answer_of(solver: object, ask: Callable[[], object], kind: type[T], /) -> T:
    """What *solver* answers when it is asked; a library that is missing is named by who misses it.

    Args:
        solver: who is asked; only its name is told.
        ask: asks it a question of numbers only.
        kind: what it has to answer.

    Raises:
        WrongType: if the answer is of another kind.
        RefusedAnswer: if the solver fails.
    """
    try:
        given = ask()
    except (CareError, ImportError):
        raise
    except Exception as fault:
        # The cause is kept: a question holds numbers only, so it can tell nothing of anybody.
        faults = [f"it fails with {type(fault).__name__}"]
        raise RefusedAnswer(type(solver).__name__, faults=faults, place="$solver") from fault
    if not isinstance(given, kind):
        what = f"the solver gives {described(given)}"
        raise WrongType(what, place="$solver", advice=f"Maybe it gives a {kind.__name__}")
    return given


def judge_proposal(panel: GeneralPanel, solver: Proposer, /) -> JudgedProposal:
    """Ask *solver* who goes where, and check what it says.

    It is given a copy, so that whatever it does to it changes nothing.

    Raises:
        WrongType: if a cost, a number or a weight of the panel is no whole number, or the solver
            gives something that is no proposal.
        InvalidValue: if the panel is not whole, or its pins cannot all be kept.
        RefusedAnswer: if the proposal is not allowed, or claims what is not so.
            Also if the solver fails.

    .. versionadded:: 0.1
    """
    check_general(panel)
    copy = attrs.evolve(
        panel,
        clients=_copied(panel.clients),
        weights=list(map(list, panel.weights)),
        slots=list(map(list, panel.slots)),
        together=list(map(list, panel.together)),
        apart=list(map(list, panel.apart)),
    )
    given = answer_of(solver, lambda: solver.propose(copy), Proposal)
    proof = certify_general(panel, given.places, given.prices, scale=given.scale)
    faults = [*proof.faults, *_too_large(given)]
    claimed = given.claimed_bound
    if claimed is not None and type(claimed) is not int:
        faults.append("what it claims is no whole number")
    elif claimed is not None and not faults and claimed > proof.objective:
        faults.append(
            f"it claims that nothing costs less than {claimed}, and its own places cost "
            f"{proof.objective}"
        )
    if faults:
        raise RefusedAnswer(given.solver, given.version, faults=faults, place="$solver")
    is_more = claimed is not None and claimed > proof.bound
    return JudgedProposal(
        proposal=given,
        objective=proof.objective,
        bound=proof.bound,
        claimed_bound=claimed if is_more else None,
    )


def judge_flow(panel: Panel, solver: FlowSolver, /) -> JudgedProposal:
    """Ask *solver* to share out one slot for each client, and take only what is proved.

    It is given a copy, so that whatever it does to it changes nothing.

    Raises:
        WrongType: if a cost or a number of the panel is no whole number, or the solver gives
            something that is no proposal.
        InvalidValue: if the panel is not whole, or its pins cannot all be kept.
        RefusedAnswer: if the answer is not allowed, or its prices do not prove that nothing costs
            less. Also if the solver fails.

    .. versionadded:: 0.1
    """
    check_panel(panel)
    copy = Panel(_copied(panel.clients), list(map(list, panel.slots)))
    given = answer_of(solver, lambda: solver.solve_flow(copy), Proposal)
    proof = certify(panel, given.places, given.prices)
    faults = [*proof.faults, *_too_large(given)]
    if not faults and proof.gap:
        faults.append(f"its prices leave a gap of {proof.gap}, and a flow has none")
    if faults:
        raise RefusedAnswer(given.solver, given.version, faults=faults, place="$solver")
    return JudgedProposal(proposal=given, objective=proof.objective, bound=proof.bound)


def _copied(clients: Iterable[Candidates], /) -> list[Candidates]:
    return [
        attrs.evolve(one, professionals=list(one.professionals), costs=list(one.costs))
        for one in clients
    ]


def _too_large(given: Proposal, /) -> Iterator[str]:
    numbers = [one for one in (*given.prices, given.scale) if type(one) is int]
    if any(abs(one) > NEVER for one in numbers):
        yield f"a price, or its scale, is further from zero than {NEVER}"
