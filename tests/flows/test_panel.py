"""What makes no sense is refused before anything is shared out."""

import pytest

from carecore.errors import InvalidValue, WrongType
from carecore.flows import LARGEST_COST, Candidates, Panel, PanelFlow, check_panel

from .drawn_flows import panel_of


def client(**told: object) -> Panel:
    """A panel of one client and two professionals, right but for what is told."""
    right: dict[str, object] = {"professionals": [0, 1], "costs": [3, 4], "wait_cost": 9}
    return Panel([Candidates(**right | told)], [[0], [1]])  # type: ignore[arg-type] # wrong on purpose


@pytest.mark.parametrize(
    ("panel", "text"),
    [
        (
            client(costs=[3]),
            r"\$\.clients\[0\]: 2 candidates have 1 costs. Maybe one cost for each",
        ),
        (client(professionals=[0, 2]), "a candidate is not among the 2 professionals"),
        (client(professionals=[-1, 0]), "a candidate is not among the 2 professionals"),
        (client(professionals=[1, 0]), "the candidates are not in order, or one is there twice"),
        (client(professionals=[1, 1]), "the candidates are not in order, or one is there twice"),
        (client(costs=[3, LARGEST_COST + 1]), "a cost is further from zero than 17592186044416"),
        (client(wait_cost=-LARGEST_COST - 1), "a cost is further from zero"),
        (
            client(pin=2),
            r"the client is pinned to 2, who is no candidate. Maybe add that candidate",
        ),
        (Panel([], [[2, 1]]), r"\$\.slots\[0\]: a slot is cheaper than the one before. Maybe sort"),
        (Panel([], [[LARGEST_COST + 1]]), r"\$\.slots\[0\]: a cost is further from zero"),
        (
            panel_of([{0: 1}, {0: 1}], [[0]], waits=[9, 9], pins={0: 0, 1: 0}),
            r"\$\.slots\[0\]: 2 clients are pinned to professional 0, who has 1 slots",
        ),
    ],
)
def test_a_panel_that_is_not_whole_is_refused(panel: Panel, text: str) -> None:
    with pytest.raises(InvalidValue, match=text):
        PanelFlow(panel)


@pytest.mark.parametrize(
    "panel",
    [
        client(costs=[3, 4.0]),
        client(costs=[3, True]),
        client(professionals=[0, "1"]),
        client(wait_cost=None),
        Panel([], [[0.5]]),  # type: ignore[list-item] # wrong on purpose
    ],
)
def test_what_is_no_whole_number_is_refused(panel: Panel) -> None:
    with pytest.raises(WrongType, match=r"is no whole number\. Maybe round it first"):
        check_panel(panel)


def test_the_largest_cost_can_be_shared_out() -> None:
    far = LARGEST_COST
    panel = panel_of([{0: far}, {0: -far}], [[far, far]], waits=[far, far])

    assert PanelFlow(panel).objective == far


def test_a_panel_says_how_many_pairs_it_has() -> None:
    assert panel_of([{0: 1, 1: 2}, {1: 3}], [[0], [0]], waits=[9, 9]).pair_count == 3
