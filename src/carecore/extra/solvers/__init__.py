"""Solvers of others, for what the core's own engine cannot settle; each file is one library.

A solver only proposes: what it returns is checked and added up anew by code of the core, and what
it claims to have proved is told as its claim.
`balance` asks CP-SAT of OR-tools (extra `balance`).

*Intention*: nobody has to trust a solver, or install one, to trust an allocation.
"""

from carecore.extra.solvers.balance import CpSatBalance

__all__ = ["CpSatBalance"]
