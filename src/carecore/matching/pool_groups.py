"""Who has the same: people in groups, as bits."""

from collections.abc import Callable, Hashable, Iterable
from typing import Final, final

from carecore.people import Professional

__all__ = ["Groups", "places_in"]

_CHUNK: Final = 240
_LOW: Final = (1 << _CHUNK) - 1
_BITS: Final = 8
_IN_BYTE: Final = tuple(
    tuple(bit for bit in range(_BITS) if byte >> bit & 1) for byte in range(1 << _BITS)
)
_NO_GROUP: Final = -1


def places_in(mask: int, /) -> list[int]:
    """The places of the bits of a mask, in order.

    >>> places_in(0b1011)
    [0, 1, 3]
    """
    length = mask.bit_length()
    if mask.bit_count() * _BITS > length:
        octets = enumerate(mask.to_bytes(length // _BITS + 1, "little"))
        return [number * _BITS + bit for number, one in octets for bit in _IN_BYTE[one]]
    found: list[int] = []
    start = 0
    while mask:
        chunk = mask & _LOW
        while chunk:
            low = chunk & -chunk
            found.append(start + low.bit_length() - 1)
            chunk ^= low
        mask >>= _CHUNK
        start += _CHUNK
    return found


@final
class Groups:
    """Everybody, sorted by what they have.

    Attributes:
        speakers: somebody of each group, who is asked for all.
        members: the bits of each group.
        numbers: the group of each place.
    """

    __slots__ = ("_has", "_known", "members", "numbers", "speakers")

    def __init__(
        self,
        has: Callable[[Professional], Hashable],
        people: Iterable[Professional | None] = (),
        /,
    ) -> None:
        """Sort *people*, each at a place of their own; `None`: nobody is there."""
        self._has = has
        # The number of each group, by what its people have.
        self._known: dict[Hashable, int] = {}
        self.speakers: list[Professional] = []
        self.members: list[int] = []
        self.numbers: list[int] = []
        for place, person in enumerate(people):
            self._put(place, person)

    def _put(self, place: int, person: Professional | None, /) -> None:
        """Put *person*, or nobody, at a place where nobody is."""
        if place >= len(self.numbers):
            self.numbers += [_NO_GROUP] * (place + 1 - len(self.numbers))
        if person is None:
            return
        number = self._known.setdefault(self._has(person), len(self.speakers))
        if number == len(self.speakers):
            self.speakers.append(person)
            self.members.append(0)
        self.members[number] |= 1 << place
        self.numbers[place] = number

    def changed(self, place: int, person: Professional | None, /) -> "Groups":
        """A copy with *person*, or nobody, at *place*; groups keep their numbers."""
        made = Groups(self._has)
        made._known, made.speakers = self._known.copy(), self.speakers.copy()
        made.members, made.numbers = self.members.copy(), self.numbers.copy()
        if place < len(made.numbers) and made.numbers[place] != _NO_GROUP:
            made.members[made.numbers[place]] &= ~(1 << place)
            made.numbers[place] = _NO_GROUP
        made._put(place, person)
        return made
