"""Why this professional and not that one, where clients are of unlike weight.

Nothing is changed by asking: a copy of the panel is told that the client has to be there, and is
settled.
What that costs is what was found, and the prices say how much less it could cost at most.
"""

from typing import Final

import attrs

from carecore.errors import InvalidValue
from carecore.flows.acuity_live import AcuityFlow
from carecore.flows.explain import PlaceChange, WhatIf
from carecore.flows.panel import Candidates

__all__ = ["acuity_runner_up", "acuity_what_if", "acuity_what_if_bound"]

_TRIED: Final = 3
"""How many other places of a client are tried, the best ones by price."""


def acuity_what_if_bound(flow: AcuityFlow, client: int, professional: int | None, /) -> int:
    """What it would cost more at least if *client* went to *professional*, by price.

    Where what is now is above its bound, this may be below zero.

    Raises:
        UnknownId: if there is no such client, or the professional is no candidate of it.

    >>> from carecore.flows import Panel
    >>> panel = Panel([Candidates([0, 1], [5, 8], wait_cost=20)], [[0, 0], [0, 0]])
    >>> acuity_what_if_bound(AcuityFlow(panel, [2]), 0, 1)
    3

    .. versionadded:: 0.1
    """
    return flow.bound_if(client, professional) - flow.objective


def acuity_what_if(flow: AcuityFlow, client: int, professional: int | None, /) -> WhatIf | None:
    """What it would cost, as was found, if *client* went to *professional*; `None`: it cannot.

    Raises:
        UnknownId: if there is no such client, or the professional is no candidate of it.

    >>> from carecore.flows import Panel
    >>> clients = [Candidates([0], [5], wait_cost=20), Candidates([0], [6], wait_cost=9)]
    >>> answer = acuity_what_if(AcuityFlow(Panel(clients, [[0, 0, 0]]), [3, 2]), 1, 0)
    >>> answer.cost, answer.bound, [one.client for one in answer.changes]
    (12, 7, [1, 0])

    .. versionadded:: 0.1
    """
    bound = acuity_what_if_bound(flow, client, professional)
    here = flow.place(client)
    if professional == here:
        return WhatIf(client=client, professional=here, bound=bound, cost=0, changes=())
    wanted, weight = flow.client(client), flow.weight(client)
    forced = Candidates((), (), wait_cost=wanted.wait_cost)
    if professional is not None:
        forced = attrs.evolve(wanted, pin=professional)
    later = flow.copy()
    try:
        later.change_client(client, forced, weight)
    except InvalidValue:
        return None
    later.settle()
    moved = [client, *(one for one in later.moved if one != client)]
    return WhatIf(
        client=client,
        professional=professional,
        bound=max(bound, later.bound - flow.objective),
        cost=later.objective - flow.objective,
        changes=tuple(
            PlaceChange(client=one, before=flow.place(one), after=later.place(one)) for one in moved
        ),
    )


def acuity_runner_up(flow: AcuityFlow, client: int, /) -> WhatIf | None:
    """The best that was found with *client* elsewhere; `None`: there is nowhere else.

    The places that are best by price are tried, and its bound is that of all others as well.

    Raises:
        UnknownId: if there is no such client.

    .. versionadded:: 0.1
    """
    wanted, here = flow.client(client), flow.place(client)
    others = [one for one in (*wanted.professionals, None) if one != here]
    if wanted.pin is not None:
        return None
    others.sort(key=lambda one: flow.value(client, one))
    least = min((acuity_what_if_bound(flow, client, one) for one in others), default=0)
    found: list[WhatIf] = []
    for other in others:
        answer = acuity_what_if(flow, client, other)
        found += [] if answer is None else [answer]
        if len(found) == _TRIED:
            break
    if not found:
        return None
    best = min(found, key=lambda one: one.cost)
    return attrs.evolve(best, bound=least)
