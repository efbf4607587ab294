"""What a change of a panel that is shared out costs, beside sharing it out anew.

The people are those of `eligibility.py`, with room for nearly all.
A client is taken out of the panel, put in again, and changed in turn, and each answer is proved; a
professional is changed, taken out and put in.
Each answer is believed because its bound meets its cost; what all cost at the end is compared with
a fresh `allocate`, or the script stops.
Then the same where clients take up 1 to 5 points: there each answer says how far it is above its
bound at most, and what that is after all changes stands beside that of a fresh `allocate`.
Last, everybody has learnt a language, and only a part of those may change hands for whom that
would be better: what it takes beside no such limit.
Times are processor milliseconds of this process; beside them stands how many times as long a fresh
`allocate` takes in the same process.

    python bench/panel_changes.py --clients 10000 --professionals 1000 --rounds 100
"""

import argparse
import gc
import platform
from collections.abc import Callable, Sequence
from random import Random
from statistics import median
from time import process_time
from typing import TypeVar

import attrs
from eligibility import DAY, LANGUAGES, ROLE, drawn
from panels_drawn import drawn_weights

from carecore.matching import (
    STANDARD_POLICY,
    Allocation,
    LivePanel,
    Policy,
    Pool,
    Sharing,
    allocate,
)
from carecore.people import Client, Professional

T = TypeVar("T")


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """Processor milliseconds of a call, and its answer."""
    start = process_time()
    found = call()
    return (process_time() - start) * 1_000, found


def people(
    clients: int, professionals: int, weights: Sequence[int]
) -> tuple[list[Client], list[Professional]]:
    """Clients of so many points, and professionals who have room for somewhat more."""
    panel, pool = drawn(clients, professionals)
    limit = sum(weights) * 3 // professionals
    return (
        [
            attrs.evolve(one, caseload_points=points)
            for one, points in zip(panel, weights, strict=True)
        ],
        [attrs.evolve(one, caseload_limit=limit, caseload=0) for one in pool],
    )


def changes(
    live: LivePanel, panel: list[Client], pool: list[Professional], rounds: int
) -> tuple[LivePanel, dict[str, list[float]]]:
    """Change a panel step by step, and say what each step took; at the end all are in again."""
    random = Random(1)  # noqa: S311 # the same numbers each time are what is wanted
    taken: dict[str, list[float]] = {}

    def step(name: str, call: Callable[[], LivePanel]) -> LivePanel:
        spent, found = timed(call)
        taken.setdefault(name, []).append(spent)
        assert found.is_optimal or len({one.caseload_points for one in panel}) > 1
        return found

    for _ in range(rounds):
        one = random.choice(panel)
        other = attrs.evolve(one, languages=[random.choice(LANGUAGES)])
        live = step("take a client out", lambda: live.without_client(str(one.id)))  # noqa: B023 # called at once
        live = step("put a client in", lambda: live.with_client(other))  # noqa: B023 # as above
        live = step("change a client", lambda: live.with_client(one))  # noqa: B023 # as above
        whom = str(random.choice(pool).id)
        taken.setdefault("why not, by price", []).append(
            timed(lambda: live.at_least(str(one.id), whom))[0]  # noqa: B023 # as above
        )
        taken.setdefault("why not, exactly", []).append(
            timed(lambda: live.why_not(str(one.id), whom))[0]  # noqa: B023 # as above
        )
        taken.setdefault("runner-up, exactly", []).append(
            timed(lambda: live.runner_up(str(one.id)))[0]  # noqa: B023 # as above
        )
    for _ in range(max(rounds // 20, 1)):
        person = random.choice(pool)
        fuller = attrs.evolve(person, caseload=person.caseload_limit)
        live = step("change a professional", lambda: live.with_professional(fuller))  # noqa: B023 # as above
        live = step("a professional leaves", lambda: live.without_professional(str(person.id)))  # noqa: B023 # as above
        live = step("a professional comes", lambda: live.with_professional(person))  # noqa: B023 # as above
    return live, taken


def print_times(taken: dict[str, list[float]], anew: float, first: float, whole: float, /) -> None:
    """Print what each kind of step took, beside a fresh answer."""
    print(f"{'':24}{'median':>10}{'95 %':>10}{'most':>10}{'times':>9}")
    print(f"{'allocate':24}{anew:10.1f}{'':>20}{1:9.1f}")
    print(f"{'share out, to be kept':24}{first:10.1f}{'':>20}{anew / first:9.1f}")
    print(f"{'the whole answer':24}{whole:10.1f}{'':>20}{anew / whole:9.1f}")
    for name, times in taken.items():
        times.sort()
        middle, most = median(times), times[len(times) * 19 // 20]
        line = f"{name:24}{middle:10.3f}{most:10.3f}{times[-1]:10.3f}"
        print(f"{line}{anew / max(middle, 0.001):9.0f}", flush=True)


def unlike(clients: int, professionals: int, rounds: int, policy: Policy, /) -> None:
    """Print the same where clients take up different numbers of points, and what is left open."""
    panel, pool = people(clients, professionals, drawn_weights(clients))
    anew, fresh = timed(lambda: allocate(panel, Pool(pool), role=ROLE, policy=policy, as_of=DAY))
    first, live = timed(lambda: LivePanel.of(panel, pool, role=ROLE, policy=policy, as_of=DAY))
    gc.collect()
    gc.freeze()
    live, taken = changes(live, panel, pool, rounds)
    whole, found = timed(live.allocation)
    assert found.certificate.bound == live.bound <= fresh.certificate.cost
    print("\nclients of 1 to 5 points; milliseconds")
    print_times(taken, anew, first, whole)
    for name, one in (("allocate", fresh), ("after all changes", found)):
        placed = one.costs.total - one.costs.waiting
        point = one.costs.waiting // max(sum(each.points for each in one.unplaced), 1)
        print(
            f"{name}: {len(one.unplaced)} wait, at {point} a point; the others cost {placed}; "
            f"in all {one.certificate.gap} above the bound"
        )


def few_changes(
    panel: list[Client],
    pool: list[Professional],
    first: Allocation,
    /,
    *,
    policy: Policy,
    share: int,
) -> None:
    """Print what it takes to let only some change hands, after everybody has learnt a language."""
    random = Random(5)  # noqa: S311 # as above
    later = Pool(
        attrs.evolve(one, languages=["en", random.choice(LANGUAGES[1:]), random.choice(LANGUAGES)])
        for one in pool
    )
    only_fit = Sharing(name="only fit", evenness=20)

    def anew(most: int | None) -> Allocation:
        return allocate(
            panel,
            later,
            role=ROLE,
            policy=policy,
            sharing=only_fit,
            as_of=DAY,
            previous=first,
            most_changes=most,
        )

    spent, free = timed(lambda: anew(None))
    changes = sum(not one.is_forced for one in free.broken_bonds)
    print(f"\n{changes} would change hands who can stay; {spent:.1f} ms")
    for most in sorted({min(20, changes), changes // share, changes}):
        taken, found = timed(lambda: anew(most))  # noqa: B023 # called at once
        reached = sum(not one.is_forced for one in found.broken_bonds)
        line = f"at most {most}: {reached} do, {taken / spent:.1f} times as long"
        print(f"{line}, gap {found.certificate.gap}", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--professionals", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--share", type=int, default=20, help="one change in so many is allowed")
    told = parser.parse_args(arguments)
    panel, pool = people(told.clients, told.professionals, [1] * told.clients)
    policy = STANDARD_POLICY.admitting("jurisdiction", "care_setting", "language")
    anew, fresh = timed(lambda: allocate(panel, Pool(pool), role=ROLE, policy=policy, as_of=DAY))
    first, live = timed(lambda: LivePanel.of(panel, pool, role=ROLE, policy=policy, as_of=DAY))
    # The collector goes on, but not over what stays.
    gc.collect()
    gc.freeze()
    live, taken = changes(live, panel, pool, told.rounds)
    assert live.cost == live.bound == fresh.certificate.cost == fresh.certificate.bound
    whole, found = timed(live.allocation)
    assert found.certificate.cost == fresh.certificate.cost
    print(f"Python {platform.python_version()}, {told.rounds} rounds")
    print(
        f"{told.clients} clients and {told.professionals} professionals, "
        f"{fresh.eligible_pairs} pairs that fit, {len(fresh.unplaced)} wait; milliseconds"
    )
    print_times(taken, anew, first, whole)
    unlike(told.clients, told.professionals, told.rounds, policy)
    few_changes(panel, pool, fresh, policy=policy, share=told.share)


if __name__ == "__main__":
    main()
