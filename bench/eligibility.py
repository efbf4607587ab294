"""What it costs to find who fits, for a panel of clients and a pool of professionals.

The peer is the loop that one writes by hand over the same values and the same hard criteria: it
asks one pair after the other, cheapest first, stops at the first criterion that is not met, and
gives no reasons.
What the needs of a client demand is worked out for both in advance, once for each situation.
Both give the same pairs, or the script stops.
All take turns in one process; what is shown is processor time, the median of all rounds, and the
median of the ratios round by round: how many times as long the peer takes.
The loop is timed on the first clients only, and reckoned for each pair.

Two more peers are what one writes who knows what the loop costs: *sets* keeps, for each value that
a client may ask for, the set of those who have it, and intersects; *numpy* does so with arrays of
truth, if it is installed.
Both know only what the drawn people need: no compact that is unknown, no leave, nothing unsaid.

The second table is `rank` of one client, with all reasons: out of a list, and out of a `Pool`.

    python bench/eligibility.py --clients 10000 --professionals 1000 --rounds 5
"""

import argparse
import gc
import importlib
import importlib.util
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from random import Random
from statistics import median
from typing import Any, TypeAlias

from carecore.base.amounts import Money
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.base.verdicts import lies_in
from carecore.catalogue import STANDARD
from carecore.credentials import Licence, licence_holds
from carecore.matching import STANDARD_POLICY, Opening, Pool, rank
from carecore.matching.openings import tightest
from carecore.matching.pool_groups import places_in
from carecore.matching.pool_index import Index
from carecore.matching.screens import Screened
from carecore.matching.wanted import Wanted, Wishes
from carecore.people import Client, ClientPreferences, Gender, Professional
from carecore.roles import EmployerKind, PayerKind

DAY = date(2026, 11, 23)
ROLE = "care_manager"
STATES = ("US-MA", "US-CO", "US-FL", "US-NY", "US-TX", "US-OH", "US-WA", "US-GA")
LANGUAGES = ("en", "es", "pl", "pt", "zh", "vi")
SETTINGS = tuple(str(one.id) for one in STANDARD.care_settings)[:6]
NEEDS = tuple(str(one.id) for one in STANDARD.needs)
EMPLOYERS = tuple(EmployerKind)
AREAS = tuple(f"area {number}" for number in range(8))
PAYERS = (PayerKind.PRIVATE_PAY, PayerKind.MEDICAID, PayerKind.LONG_TERM_CARE_INSURANCE)
RATES = tuple(Money(f"{amount}", "USD") for amount in (60, 70, 80, 90))
NOTHING = ClientPreferences()
SITUATIONS = 100
"""How many different lists of needs there are."""


def drawn(clients: int, professionals: int) -> tuple[list[Client], list[Professional]]:
    """Made-up people, the same each time."""
    random = Random(7)  # noqa: S311 # for made-up people, not for a secret
    needs = [tuple(random.sample(NEEDS, random.randint(1, 3))) for _ in range(SITUATIONS)]
    pool: list[Professional] = []
    for number in range(professionals):
        states, limit = random.sample(STATES, random.randint(1, 2)), random.randint(8, 14)
        licences = [
            Licence(
                credential="rn",
                jurisdiction=state,
                period=Period(date(random.randint(2020, 2023), 1, 1)),
                multistate=random.random() < 0.5,
            )
            for state in states
        ]
        pool.append(
            Professional(
                id=f"p-{number}",
                roles=[random.choice([ROLE, "case_manager"])],
                licences=licences,
                credentials=(),
                languages=["en", *random.sample(LANGUAGES[1:], random.randint(0, 2))],
                settings=random.sample(SETTINGS, 4),
                jurisdictions=states,
                employer=random.choice(EMPLOYERS),
                weekly_hours=random.choice([0, 20, 30, 40]),
                areas=random.sample(AREAS, 6),
                highest_acuity=random.randint(1, 4),
                payers=random.sample(PAYERS, 2),
                rate=random.choice(RATES),
                gender=random.choice([*Gender, None]),
                caseload_limit=limit,
                caseload=random.randint(0, limit),
            )
        )
    panel = [
        Client(
            id=f"c-{number}",
            setting=random.choice(SETTINGS),
            needs=random.choice(needs),
            jurisdiction=random.choice(STATES),
            payers=random.sample(PAYERS, random.randint(1, 2)),
            languages=random.sample(LANGUAGES, random.randint(1, 2)),
            caseload_points=1,
            area=random.choice(AREAS),
            acuity=random.randint(0, 3),
            preferences=drawn_preferences(random, professionals),
        )
        for number in range(clients)
    ]
    return panel, pool


def drawn_preferences(random: Random, professionals: int) -> ClientPreferences | None:
    """What one client asks; most ask for little, and many were never asked."""
    if random.random() < 0.4:
        return None
    return ClientPreferences(
        gender=random.choice([Gender.FEMALE, None, None, None]),
        vetoes=[f"p-{random.randrange(professionals)}"] if random.random() < 0.1 else [],
        rate_limit=random.choice([*RATES, None, None]),
    )


def wanted_by(panel: Sequence[Client]) -> list[Wanted]:
    """What each client wants."""
    wishes = Wishes(STANDARD, DAY)
    return [one for client in panel for one in wishes.of(client, None, ROLE)[0]]


def at_once(wanted: Sequence[Wanted], index: Index) -> list[list[int]]:
    """Who fits each, by the index."""
    return [places_in(Screened(index, one.opening, STANDARD_POLICY).eligible) for one in wanted]


def one_by_one(wanted: Sequence[Wanted], pool: Sequence[Professional]) -> list[list[int]]:
    """Who fits each, by the loop."""
    return [
        [place for place, person in enumerate(pool) if fits(person, one, bars)]
        for one, bars in ((one, barred_employers(one.opening)) for one in wanted)
    ]


def barred_employers(opening: Opening) -> frozenset[EmployerKind]:
    """Whose people may not hold what is asked, worked out once for each client."""
    policy = STANDARD_POLICY.without(*(one for one in STANDARD_POLICY.hard if one != CONFLICT))
    index = Index([Professional(id=f"?{kind.value}", employer=kind) for kind in EMPLOYERS])
    eligible = Screened(index, opening, policy).eligible
    return frozenset(kind for place, kind in enumerate(EMPLOYERS) if not eligible >> place & 1)


CONFLICT = "conflict_of_interest"


def fits(  # noqa: C901, PLR0911 # one return for each criterion
    person: Professional, wanted: Wanted, barred: frozenset[EmployerKind]
) -> bool:
    """Whether a professional fits, asking no more than is needed."""
    opening = wanted.opening
    client = opening.client
    if opening.role not in person.roles:
        return False
    if client.setting is None or person.settings is None or client.setting not in person.settings:
        return False
    if person.jurisdictions is None or not (
        client.jurisdiction in person.jurisdictions
        or lies_in(client.jurisdiction, person.jurisdictions) is Verdict.MET
    ):
        return False
    if person.languages is None or client.languages is None:
        return False
    if client.languages and not any(
        one.partition("-")[0] == other.partition("-")[0]
        for one in client.languages
        for other in person.languages
    ):
        return False
    if person.weekly_hours == 0 or any(one.period.contains(DAY) for one in person.leave):
        return False
    if person.caseload_limit is None or person.caseload is None:
        return False
    if person.caseload_limit - person.caseload < (client.caseload_points or 1):
        return False
    if not is_wanted(person, client):
        return False
    if not (opening.asked or not opening.is_needed):
        return False
    if person.employer is None or person.employer in barred:
        return False
    return all(licensed(person, client, gate) for gate in tightest(opening.asked)) and not any(
        demand.duty.on_the_move for demand in opening.asked
    )


def is_wanted(person: Professional, client: Client) -> bool:
    """Whether somebody is as the client asks, and comes for what is paid."""
    asked = client.preferences or NOTHING
    if client.acuity is None or person.highest_acuity is None:
        return client.acuity is person.highest_acuity
    if client.acuity > person.highest_acuity or person.id in asked.vetoes:
        return False
    if person.areas is not None and client.area not in person.areas:
        return False
    if asked.gender is not None and person.gender is not asked.gender:
        return False
    if person.payers is not None and set(client.payers or ()).isdisjoint(person.payers):
        return False
    limit = asked.rate_limit
    return limit is None or (person.rate is not None and person.rate.amount <= limit.amount)


def licensed(person: Professional, client: Client, gate: Sequence[str]) -> bool:
    """Whether one of the licences of a gate holds where the client is."""
    return any(
        one.credential in gate
        and licence_holds(one, client.jurisdiction, as_of=DAY, compacts=STANDARD.compacts)
        is Verdict.MET
        for one in person.licences or ()
    )


def by_sets(wanted: Sequence[Wanted], pool: Sequence[Professional]) -> list[list[int]]:
    """Who fits each, by sets of places for each value, made on first use."""
    kept: dict[object, frozenset[int]] = {}

    def having(key: object, has: Callable[[Professional], bool]) -> frozenset[int]:
        if key not in kept:
            kept[key] = frozenset(place for place, one in enumerate(pool) if has(one))
        return kept[key]

    return [
        sorted(frozenset.intersection(*(having(*one) for one in asked_by(each.opening))))
        for each in wanted
    ]


def by_arrays(wanted: Sequence[Wanted], pool: Sequence[Professional]) -> list[list[int]]:
    """Who fits each, by arrays of truth for each value, made on first use."""
    numpy = importlib.import_module("numpy")
    kept: dict[object, Any] = {}

    def having(key: object, has: Callable[[Professional], bool]) -> Any:  # noqa: ANN401 # an array
        if key not in kept:
            kept[key] = numpy.fromiter((has(one) for one in pool), bool, len(pool))
        return kept[key]

    found: list[list[int]] = []
    for each in wanted:
        masks = [having(*one) for one in asked_by(each.opening)]
        found.append(numpy.flatnonzero(numpy.logical_and.reduce(masks)).tolist())
    return found


Asked: TypeAlias = tuple[object, Callable[[Professional], bool]]


def asked_by(opening: Opening) -> Iterator[Asked]:
    """What an opening asks, each with a key and whether somebody has it."""
    client = opening.client
    role, setting, place = opening.role, client.setting, client.jurisdiction
    points, spoken = client.caseload_points or 1, client.languages or ()
    yield ("role", role), lambda one: role in one.roles
    yield ("setting", setting), lambda one: setting in (one.settings or ())
    yield (
        ("place", place),
        lambda one: lies_in(place, one.jurisdictions) is Verdict.MET,
    )
    yield ("spoken", spoken), lambda one: not set(spoken).isdisjoint(one.languages or ())
    yield "hours", lambda one: one.weekly_hours != 0
    yield ("room", points), lambda one: (one.places_free(as_of=DAY) or 0) >= points
    yield from wishes_of(client)
    if opening.is_needed and not opening.asked:
        yield "nobody", lambda _: False
    barred = _barred(opening)
    yield ("barred", barred), lambda one: one.employer not in barred
    for gate in opening.licences:
        yield ("gate", gate, place), partial(licensed, client=client, gate=gate)


def wishes_of(client: Client) -> Iterator[Asked]:
    """What a client, whoever pays and how heavy the care is ask of somebody; all drawn know it."""
    acuity, area, payers = client.acuity or 0, client.area, client.payers or ()
    wishes = client.preferences or NOTHING
    yield ("acuity", acuity), lambda one: (one.highest_acuity or 0) >= acuity
    yield ("area", area), lambda one: area in (one.areas or ())
    yield ("payers", payers), lambda one: not set(payers).isdisjoint(one.payers or ())
    if wishes.vetoes:
        yield ("vetoes", wishes.vetoes), lambda one: one.id not in wishes.vetoes
    if wishes.gender is not None:
        yield ("gender", wishes.gender), lambda one: one.gender is wishes.gender
    limit = wishes.rate_limit
    if limit is not None:
        yield (
            ("rate", limit.amount),
            lambda one: one.rate is not None and one.rate.amount <= limit.amount,
        )


_BARRED: dict[object, frozenset[EmployerKind]] = {}


def _barred(opening: Opening) -> frozenset[EmployerKind]:
    """Whose people may not hold what is asked, once for each situation."""
    client = opening.client
    key = opening.role, client.needs, client.setting, client.payers
    if key not in _BARRED:
        _BARRED[key] = barred_employers(opening)
    return _BARRED[key]


def spent(act: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    act()
    return time.process_time() - start


def show_eligibility(panel: list[Client], pool: list[Professional], rounds: int, some: int) -> None:
    """Print how long each way takes for a pair."""
    # Nobody travels here: the loop has no words for journeys.
    wanted = [
        one
        for one in wanted_by(panel)
        if not any(demand.duty.on_the_move for demand in one.opening.asked)
    ]
    few = wanted[:some]
    ways: dict[str, Callable[[], list[list[int]]]] = {"sets": lambda: by_sets(wanted, pool)}
    if importlib.util.find_spec("numpy"):
        ways["numpy"] = lambda: by_arrays(wanted, pool)
    told = at_once(wanted, Index(pool))
    if told[:some] != one_by_one(few, pool) or any(way() != told for way in ways.values()):
        raise SystemExit("the ways do not give the same pairs")
    print(f"the same {sum(map(len, told))} pairs fit by all ways")
    pairs = len(wanted) * len(pool)
    gc.disable()
    taken: list[list[float]] = []
    for _ in range(rounds):
        gc.collect()
        index: list[Index] = []
        fresh = spent(lambda index=index: at_once(wanted, _kept(index, pool))) / pairs
        again = spent(lambda index=index: at_once(wanted, index[0])) / pairs
        loop = spent(lambda: one_by_one(few, pool)) / (len(few) * len(pool))
        others = [spent(way) / pairs for way in ways.values()]
        taken.append([fresh, again, loop, *others])
    gc.enable()
    print(f"\n{'eligibility':20}{'clients':>9}{'people':>8}{'pairs M/s':>11}{'times':>8}")
    for way, name in enumerate(("index, with making it", "index, asked again", "loop", *ways)):
        speed = 1e-6 / median(one[way] for one in taken)
        ratio = median(one[2] / one[way] for one in taken)
        print(f"{name:21}{len(wanted):8}{len(pool):8}{speed:11.2f}{ratio:8.1f}")


def _kept(index: list[Index], pool: Sequence[Professional]) -> Index:
    index.append(Index(pool))
    return index[0]


def show_ranking(panel: list[Client], people: list[Professional], rounds: int) -> None:
    """Print how long it takes to rank one client with all reasons."""
    pool = Pool(people)
    some = panel[:5]
    for client in some:
        rank(client, pool, role=ROLE, as_of=DAY)
    listed = [
        spent(lambda: [rank(one, people, role=ROLE, as_of=DAY) for one in some])
        for _ in range(rounds)
    ]
    pooled = [
        spent(lambda: [rank(one, pool, role=ROLE, as_of=DAY) for one in some])
        for _ in range(rounds)
    ]
    print(f"\n{'rank':14}{'people':>17}{'list ms':>11}{'pool ms':>10}")
    print(f"{'':14}{len(people):17}{median(listed) * 200:11.1f}{median(pooled) * 200:10.1f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--professionals", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--looped", type=int, default=100, help="how many clients the loop has")
    told = parser.parse_args(arguments)
    print(f"Python {platform.python_version()}, {told.rounds} rounds")
    panel, pool = drawn(told.clients, told.professionals)
    show_eligibility(panel, pool, told.rounds, told.looped)
    show_ranking(panel, pool, told.rounds)


if __name__ == "__main__":
    main()
