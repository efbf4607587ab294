"""Changes of a panel, drawn at random."""

from random import Random

from carecore.flows import Candidates, PanelFlow

from .drawn_flows import pinned


def drawn_client(random: Random, flow: PanelFlow) -> Candidates:
    """A client with some of the professionals that there are."""
    top = random.choice([1, 10, 1_000])
    ids = [j for j in range(len(flow.panel().slots)) if random.random() < 0.6]
    costs = [random.randint(0, top) for _ in ids]
    return Candidates(ids, costs, wait_cost=random.randint(0, 2 * top))


def change(random: Random, flow: PanelFlow) -> None:
    """Change something that can be changed."""
    panel = flow.panel()
    clients = range(len(panel.clients))
    kind = random.choice(["add", "remove", "other", "pin", "widen", "slots", "column"])
    if kind == "add" or not clients:
        flow.add_client(drawn_client(random, flow))
    elif kind == "remove":
        flow.remove_client(random.choice(clients))
    elif kind == "other":
        flow.change_client(random.choice(clients), drawn_client(random, flow))
    elif kind == "pin":
        change_pin(random, flow)
    elif kind == "widen":
        arcs = {i: random.randint(0, 60) for i in clients if random.random() < 0.5}
        flow.add_professional(drawn_slots(random, 0), arcs)
    else:
        change_professional(random, flow, is_column=kind == "column")


def drawn_slots(random: Random, least: int) -> list[int]:
    """Some slots, at least so many."""
    return sorted(random.randint(0, 30) for _ in range(random.randint(least, least + 4)))


def change_professional(random: Random, flow: PanelFlow, *, is_column: bool) -> None:
    """Give a professional other slots, and other clients too."""
    panel = flow.panel()
    j = random.randrange(len(panel.slots))
    fixed = [i for i, client in enumerate(panel.clients) if client.pin == j]
    slots = drawn_slots(random, len(fixed))
    if is_column:
        may = [i for i in range(len(panel.clients)) if random.random() < 0.5 or i in fixed]
        flow.change_professional(j, slots, {i: random.randint(0, 60) for i in may})
    else:
        flow.set_slots(j, slots)


def change_pin(random: Random, flow: PanelFlow) -> None:
    """Pin a client to somebody who has a slot for it, or take its pin away."""
    panel = flow.panel()
    index = random.randrange(len(panel.clients))
    client = panel.clients[index]
    taken = [one.pin for i, one in enumerate(panel.clients) if i != index]
    fitting = [j for j in client.professionals if taken.count(j) < len(panel.slots[j])]
    flow.change_client(index, pinned(client, random.choice([None, *fitting])))
