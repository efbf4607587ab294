"""A published assignment of five hundred to five hundred, everybody to everybody."""

from pathlib import Path

import pytest

from carecore.flows import Candidates, Panel, PanelFlow

from .drawn_flows import proved_cost

PUBLISHED = 991


def test_it_costs_what_was_published(real_data: Path) -> None:
    file = real_data / "matching" / "lap" / "assign500.txt"
    if not file.is_file():
        pytest.skip("there is no published assignment here. Maybe pass --real-data DIR")
    count, *costs = map(int, file.read_text(encoding="utf-8").split())
    rows = [costs[start : start + count] for start in range(0, count * count, count)]
    clients = [Candidates(range(count), row, wait_cost=10**6) for row in rows]

    assert proved_cost(PanelFlow(Panel(clients, [[0]] * count))) == PUBLISHED
