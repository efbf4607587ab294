"""Solvers of others, for what the core's own engine cannot settle; each file is one library.

A solver only proposes: what it returns is checked and added up anew by code of the core, and what
it claims to have proved is told as its claim.
`highs` asks HiGHS (extra `solver`), `ortools_flow` asks OR-tools (extra `flow`), and
`balance` asks CP-SAT of OR-tools (extra `balance`).

*Intention*: nobody has to trust a solver, or install one, to trust an allocation.
"""

from carecore.extra.solvers.balance import CpSatBalance
from carecore.extra.solvers.highs import HighsSolver
from carecore.extra.solvers.ortools_flow import OrToolsFlow

__all__ = ["CpSatBalance", "HighsSolver", "OrToolsFlow"]
