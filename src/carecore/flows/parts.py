"""Cutting a panel into parts of its clients, and seeing that nothing is lost by it.

A part has some of the clients, each with all who may come, and *all* slots of *all* professionals:
slots that are shared out between parts are lost to the clients of the others, and so is somebody
who may come to a client and is left out of its part.
A census counts what parts hold; it adds up, and where the sum is not that of the whole, the cut is
refused.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from struct import pack
from typing import Final, final

from attrs import frozen

from carecore.errors import CareError, InvalidValue, ManyFaults
from carecore.flows.panel import Candidates, Panel, check_client, check_slots

__all__ = [
    "NOBODY",
    "Census",
    "Part",
    "census_of",
    "cut",
    "lost_clients",
    "part_of",
    "refuse_all",
    "refuse_losses",
]

_DIGESTS: Final = 1 << 64


@final
@frozen(kw_only=True, weakref_slot=False)
class Part:
    """Some of the clients of a panel, with all slots.

    Attributes:
        numbers: which clients of the whole these are, ascending.
        panel: these clients, each with all who may come, and the slots of the whole.

    .. versionadded:: 0.1
    """

    numbers: Sequence[int]
    panel: Panel


@final
@frozen(kw_only=True, weakref_slot=False)
class Census:
    """What a part holds, or several together.

    Attributes:
        clients: their numbers, ascending.
        pairs: how many pairs of a client and somebody who may come there are.
        digest: of all that the clients may choose, each digest by itself added up.
        slots: how many slots were seen, and a digest of what they cost; one, if all saw the same.

    .. versionadded:: 0.1
    """

    clients: tuple[int, ...] = ()
    pairs: int = 0
    digest: int = 0
    slots: frozenset[tuple[int, int]] = frozenset()

    def joined(self, other: "Census", /) -> "Census":
        """Both together; in what order makes no difference.

        .. versionadded:: 0.1
        """
        return Census(
            clients=tuple(sorted((*self.clients, *other.clients))),
            pairs=self.pairs + other.pairs,
            digest=(self.digest + other.digest) % _DIGESTS,
            slots=self.slots | other.slots,
        )


NOBODY: Final = Census()
"""The census of no part.

.. versionadded:: 0.1
"""


def part_of(panel: Panel, numbers: Iterable[int], /) -> Part:
    """The clients with these numbers, out of a panel.

    >>> panel = Panel([Candidates([0], [5], wait_cost=20)] * 3, [[0, 1]])
    >>> part_of(panel, [2, 0]).numbers
    (0, 2)

    .. versionadded:: 0.1
    """
    chosen = tuple(sorted(numbers))
    return Part(numbers=chosen, panel=Panel([panel.clients[i] for i in chosen], panel.slots))


def cut(panel: Panel, count: int, /) -> tuple[Part, ...]:
    """*panel* in so many parts, in the order of its clients and as even as can be.

    >>> panel = Panel([Candidates([0], [5], wait_cost=20)] * 5, [[0, 1]])
    >>> [one.numbers for one in cut(panel, 2)]
    [(0, 1), (2, 3, 4)]

    Raises:
        InvalidValue: if there should be fewer than one.

    .. versionadded:: 0.1
    """
    if count < 1:
        raise InvalidValue(f"nothing falls into {count} parts", advice="Maybe 1 or more")
    size = len(panel.clients)
    ends = [size * number // count for number in range(count + 1)]
    return tuple(part_of(panel, range(start, end)) for start, end in pairwise(ends))


def census_of(part: Part | Panel, /) -> Census:
    """What a part holds, or a whole panel.

    >>> from functools import reduce
    >>> panel = Panel([Candidates([0], [5], wait_cost=20)] * 3, [[0, 1]])
    >>> reduce(Census.joined, map(census_of, cut(panel, 2)), NOBODY) == census_of(panel)
    True

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if slots or candidates are not whole, or there is not one number for each
            client.

    .. versionadded:: 0.1
    """
    numbers, panel = _told(part)
    if len(numbers) != len(panel.clients):
        what = f"{len(numbers)} numbers are those of {len(panel.clients)} clients"
        raise InvalidValue(what, place="$.numbers", advice="Maybe part_of makes the part")
    for index, costs in enumerate(panel.slots):
        check_slots(index, costs)
    for number, client in zip(numbers, panel.clients, strict=True):
        check_client(number, client, len(panel.slots))
    return Census(
        clients=tuple(sorted(numbers)),
        pairs=panel.pair_count,
        digest=sum(map(_digest_of_client, numbers, panel.clients)) % _DIGESTS,
        slots=frozenset([slots_seen(panel.slots)]),
    )


def slots_seen(slots: Sequence[Sequence[int]], /) -> tuple[int, int]:
    """How many slots there are, and a digest of what they cost."""
    flat = [number for costs in slots for number in (len(costs), *costs)]
    return sum(map(len, slots)), _digest(flat)


def refuse_losses(
    found: Census, slots: Sequence[Sequence[int]], /, *, whole: Census | None = None
) -> None:
    """Refuse parts that together are not the whole.

    Args:
        found: what the parts hold together.
        slots: the slots to which they are shared out.
        whole: what there is to hold; left out, that pairs are missing is not noticed, and neither
            are the last clients.

    Raises:
        InvalidValue: if a client is in two parts or in none, if a part sees other slots, or if
            pairs are missing or have other costs; it says what is lost.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    there = max(found.clients, default=-1) + 1 if whole is None else len(whole.clients)
    refuse_all(
        [
            *lost_clients(found.clients, there, "$.parts"),
            *_lost_slots(found, slots),
            *_lost_pairs(found, whole),
        ],
        "how the panel was cut",
    )


def refuse_all(faults: Sequence[CareError], what: str, /) -> None:
    """Raise all faults together; nothing, if there is none.

    Raises:
        CareError: the only fault.
        ManyFaults: if there are several.
    """
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ManyFaults(f"{len(faults)} faults in {what}", faults)


def lost_clients(numbers: Iterable[int], count: int, place: str, /) -> Iterator[CareError]:
    """What is wrong if these are to be the numbers of so many clients, each once."""
    counted = Counter(numbers)
    advice = "Maybe cut so that each is in exactly one"
    twice = [number for number, times in sorted(counted.items()) if times > 1]
    if twice:
        what = f"{_some(twice)} in more than one part, and would be placed more than once"
        yield InvalidValue(what, place=place, advice=advice)
    none = sorted(set(range(count)) - counted.keys())
    if none:
        what = f"{_some(none)} in no part, and would vanish"
        yield InvalidValue(what, place=place, advice=advice)
    strange = sorted(counted.keys() - set(range(count)))
    if strange:
        what = f"{_some(strange)} in a part, and not in the whole"
        yield InvalidValue(what, place=place, advice="Maybe it is a part of another panel")


def _told(part: Part | Panel, /) -> tuple[tuple[int, ...], Panel]:
    if isinstance(part, Panel):
        return tuple(range(len(part.clients))), part
    return tuple(part.numbers), part.panel


def _digest(numbers: Sequence[int], /) -> int:
    # The order of the bytes is said, so that all machines have the same digest.
    packed = pack(f"<{len(numbers)}q", *numbers)
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "little")


def _digest_of_client(number: int, client: Candidates, /) -> int:
    pin = -1 if client.pin is None else client.pin
    return _digest([number, client.wait_cost, pin, *client.professionals, *client.costs])


def _some(numbers: Sequence[int], /) -> str:
    more = len(numbers) - 1
    return f"client {numbers[0]} " + (f"and {more} more are" if more else "is")


def _lost_slots(found: Census, slots: Sequence[Sequence[int]], /) -> Iterator[CareError]:
    count, digest = slots_seen(slots)
    # Of several it is told once.
    for seen, _ in sorted(found.slots - {(count, digest)})[:1]:
        what = f"a part sees {seen} of {count} slots, and what others take is lost to it"
        if seen == count:
            what = f"a part sees other costs, or other owners, of the {count} slots"
        advice = "Maybe give every part all slots of everybody: they are shared out once, for all"
        yield InvalidValue(what, place="$.parts", advice=advice)


def _lost_pairs(found: Census, whole: Census | None, /) -> Iterator[CareError]:
    if whole is None or found.clients != whole.clients:
        return
    if found.pairs != whole.pairs:
        what = f"the parts hold {found.pairs} of {whole.pairs} pairs"
        advice = "Maybe give each client all who may come, also from elsewhere"
        yield InvalidValue(what, place="$.parts", advice=advice)
    elif found.digest != whole.digest:
        what = "the pairs of the parts, or their costs, are not those of the whole"
        yield InvalidValue(what, place="$.parts", advice="Maybe the panel has changed meanwhile")
