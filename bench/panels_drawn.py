"""Panels as a service may have them: people near each other, few languages, most with somebody.

The same seed draws the same panel.
"""

from random import Random

from carecore.flows import Candidates, Panel

WEIGHTS = (1, 1, 2, 2, 3, 5)
"""What clients weigh, each as often."""

POINTS = 7 / 3
"""What a client weighs on average."""

WAIT = 5_000
CHANGE = 100
"""What it costs to get somebody else than before."""


class Square:
    """Professionals in a square, each with a place and languages."""

    def __init__(self, random: Random, count: int, candidates: int) -> None:
        self.languages = max(1, min(5, count // 20))
        self.places = [(random.random(), random.random()) for _ in range(count)]
        self.spoken = [
            1 << random.randrange(self.languages) | 1 << random.randrange(self.languages)
            for _ in self.places
        ]
        share = sum(one.bit_count() for one in self.spoken) / self.languages / count
        self.radius = (candidates / count / share / 3.14159) ** 0.5
        self.cells: dict[tuple[int, int], list[int]] = {}
        for one, (x, y) in enumerate(self.places):
            self.cells.setdefault((int(x / self.radius), int(y / self.radius)), []).append(one)

    def near(self, x: float, y: float, language: int) -> list[tuple[int, float]]:
        """Who speaks a language and is near, and how far away."""
        column, row = int(x / self.radius), int(y / self.radius)
        cells = [(column + right, row + up) for right in (-1, 0, 1) for up in (-1, 0, 1)]
        found: list[tuple[int, float]] = []
        for one in sorted(one for cell in cells for one in self.cells.get(cell, ())):
            there = self.places[one]
            distance = ((there[0] - x) ** 2 + (there[1] - y) ** 2) ** 0.5
            if distance <= self.radius and self.spoken[one] & language:
                found.append((one, distance))
        return found


def drawn_panel(
    clients: int,
    professionals: int,
    *,
    fullness: int = 87,
    step: int = 1,
    spread: int = 200,
    points: float = 1.0,
) -> Panel:
    """A panel in which about fifty may come to each client.

    Costs are up to 600 for the way, 400 for anything else and 100 for a change, in multiples of
    *step*; slots get dearer by *spread* from half full to full. *fullness* is clients, or points,
    in per cent of all slots.
    """
    random = Random(0)  # noqa: S311 # the same numbers each time are what is wanted
    square = Square(random, professionals, 49)
    rows = []
    for _ in range(clients):
        x, y, language = random.random(), random.random(), 1 << random.randrange(square.languages)
        near = square.near(x, y, language)
        before = random.choice(near)[0] if near and random.random() < 0.7 else None
        costs = [
            int(600 * far / square.radius) + random.randrange(400) + (one != before) * CHANGE
            for one, far in near
        ]
        ids = [one for one, _ in near]
        rows.append(Candidates(ids, [cost // step * step for cost in costs], wait_cost=WAIT))
    shares = [random.uniform(0.5, 1.5) for _ in range(professionals)]
    scale = clients * points * 100 / fullness / sum(shares)
    sizes = [max(1, round(share * scale)) for share in shares]
    slots = [[spread * (2 * number + 1) // size for number in range(size)] for size in sizes]
    return Panel(rows, slots)


def drawn_weights(clients: int) -> list[int]:
    """What each client weighs."""
    return Random(77).choices(WEIGHTS, k=clients)  # noqa: S311 # as above
