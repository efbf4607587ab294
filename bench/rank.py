"""What it costs to rank one client against a pool, with every reason.

The peers:

- *pair by pair*: each professional is asked each criterion and every word is written, as a ranking
  would be made without an index;
- *loop with reasons*: the loop that one writes by hand over the same hard criteria, which asks all
  of them, keeps what failed as a name and a sentence, and knows no points and no sources.

`rank` gives for everybody what *pair by pair* does, or the script stops; of a ranking the words are
told when they are read, so it is timed three times: as it is made, with everything about those who
fit read, and with all of it read.
The last table has a pool in which ten times as many do not fit: what that adds is what one who does
not fit costs, and what remains is for those who do.

All take turns in one process; what is shown is processor time, the median of all rounds, and the
median of the ratios round by round: how many times as long the peer takes.

    python bench/rank.py --rounds 5
"""

import argparse
import gc
import platform
from collections.abc import Callable, Iterator, Sequence
from statistics import median

import attrs
from eligibility import DAY, ROLE, barred_employers, drawn, licensed, spent, wanted_by

from carecore.base.reasons import Verdict
from carecore.base.verdicts import lies_in
from carecore.matching import STANDARD_POLICY, Fit, Opening, Pool, Ranking, rank
from carecore.matching.fitting import fit_of
from carecore.matching.openings import tightest
from carecore.people import Client, Professional
from carecore.roles import EmployerKind

CLIENTS = 5
"""How many clients are ranked in one round."""
WAYS = ("rank", "and those who fit read", "and all of it read", "out of a list")
PEERS = ("pair by pair", "loop with reasons")


def ranked(client: Client, pool: Pool | Sequence[Professional]) -> Ranking:
    """A ranking of a pool."""
    return rank(client, pool, role=ROLE, as_of=DAY)


def read(fits: Sequence[Fit]) -> int:
    """Read every word of some."""
    return sum(len(str(one)) + len(one.sources) for fit in fits for one in fit.judgements)


def pair_by_pair(opening: Opening, pool: Sequence[Professional]) -> list[Fit]:
    """How everybody fits, each criterion asked of each."""
    return [fit_of(one, opening, STANDARD_POLICY) for one in pool]


def loop_with_reasons(
    opening: Opening, pool: Sequence[Professional], barred: frozenset[EmployerKind]
) -> list[tuple[str, list[tuple[str, str]]]]:
    """What stands against each, by the loop."""
    return [(str(one.id), list(against(one, opening, barred))) for one in pool]


def against(  # noqa: C901 # one question for each criterion
    person: Professional, opening: Opening, barred: frozenset[EmployerKind]
) -> Iterator[tuple[str, str]]:
    """What stands against one, a name and a sentence each."""
    client = opening.client
    if opening.role not in person.roles:
        yield "role", f"does not fill {opening.role}"
    if client.setting not in (person.settings or ()):
        yield "care_setting", f"does not come to {client.setting}"
    if lies_in(client.jurisdiction, person.jurisdictions) is not Verdict.MET:
        yield "jurisdiction", f"does not work in {client.jurisdiction}"
    spoken = {one.partition("-")[0] for one in person.languages or ()}
    if client.languages and spoken.isdisjoint(one.partition("-")[0] for one in client.languages):
        yield "language", f"speaks {', '.join(spoken)}; the client, {', '.join(client.languages)}"
    if person.weekly_hours == 0:
        yield "availability", "has no hours"
    if any(one.period.contains(DAY) for one in person.leave):
        yield "leave", f"is away on {DAY}"
    free = person.places_free(as_of=DAY)
    wanted = client.caseload_points or 1
    if free is None or free < wanted:
        yield "caseload", f"{free} caseload points free, {wanted} wanted"
    if person.employer is None or person.employer in barred:
        yield "conflict_of_interest", f"employed by {person.employer}"
    for gate in tightest(opening.asked):
        if not licensed(person, client, gate):
            yield "licence", f"holds no licence as {' or '.join(gate)} in {client.jurisdiction}"


def show(clients: Sequence[Client], people: list[Professional], rounds: int) -> None:
    """Print how long each way takes for one client."""
    # Nobody travels here: the loop has no words for journeys.
    openings = [
        one.opening
        for one in wanted_by(clients)
        if not any(demand.duty.on_the_move for demand in one.opening.asked)
    ][:CLIENTS]
    some = [one.client for one in openings]
    pool = Pool(people)
    fitting = 0
    for client, opening in zip(some, openings, strict=True):
        ranking = ranked(client, pool)
        fitting += len(ranking.eligible)
        told = {one.professional_id: one for one in ranking.everybody}
        wanted = {one.professional_id: one for one in pair_by_pair(opening, people)}
        if told != wanted:
            raise SystemExit("a ranking does not say what is said pair by pair")
    bars = [barred_employers(one) for one in openings]
    acts: tuple[Callable[[], object], ...] = (
        lambda: [ranked(one, pool) for one in some],
        lambda: [read(ranked(one, pool).eligible) for one in some],
        lambda: [read(ranked(one, pool).everybody) for one in some],
        lambda: [ranked(one, people) for one in some],
        lambda: [pair_by_pair(one, people) for one in openings],
        lambda: [
            loop_with_reasons(one, people, barred)
            for one, barred in zip(openings, bars, strict=True)
        ],
    )
    taken: list[list[float]] = []
    for _ in range(rounds):
        row: list[float] = []
        for act in acts:
            gc.collect()
            row.append(spent(act) / len(some))
        taken.append(row)
    survivors = fitting / len(some)
    print(f"\n{len(people)} people, of whom {survivors:.0f} fit one client on average")
    print(f"{'':26}{'ms':>9}{'us a pair':>11}{'us a survivor':>15}{PEERS[0]:>16}{PEERS[1]:>20}")
    for number, name in enumerate((*WAYS, *PEERS)):
        mine = median(row[number] for row in taken)
        ratios = [median(row[peer] / row[number] for row in taken) for peer in (4, 5)]
        print(
            f"{name:26}{1e3 * mine:9.2f}{1e6 * mine / len(people):11.2f}"
            f"{1e6 * mine / max(survivors, 1):15.0f}{ratios[0]:15.1f}x{ratios[1]:19.1f}x"
        )


def show_survivors(clients: Sequence[Client], people: list[Professional], rounds: int) -> None:
    """Print what those who fit cost, and what those who do not."""
    client = clients[0]
    fits = {str(one.professional_id) for one in ranked(client, people).eligible}
    good = [one for one in people if str(one.id) in fits]
    bad = [one for one in people if str(one.id) not in fits]
    few, many = bad[: len(bad) // 10], bad
    # Twice as many who fit: the same people once more, under other ids.
    twice = [*good, *(attrs.evolve(one, id=f"{one.id}-b") for one in good)]
    pools = [Pool([*here, *those]) for here, those in ((good, few), (good, many), (twice, many))]
    for pool in pools:
        ranked(client, pool)
    taken: list[list[float]] = []
    for _ in range(rounds * 4):
        gc.collect()
        taken.append(
            [spent(lambda pool=pool: read(ranked(client, pool).eligible)) for pool in pools]
        )
    rejected = median(row[1] - row[0] for row in taken) / (len(many) - len(few))
    eligible = median(row[2] - row[1] for row in taken) / len(good)
    print(f"\nof {len(people)} people {len(good)} fit")
    print(f"one more who does not fit: {1e6 * rejected:8.1f} us")
    print(f"one more who fits, read:   {1e6 * eligible:8.1f} us")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--professionals", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument("--rounds", type=int, default=5)
    told = parser.parse_args(arguments)
    print(f"Python {platform.python_version()}, {told.rounds} rounds of {CLIENTS} clients")
    for number in told.professionals:
        clients, people = drawn(100, number)
        show(clients, people, told.rounds)
    show_survivors(clients, people, told.rounds)


if __name__ == "__main__":
    main()
