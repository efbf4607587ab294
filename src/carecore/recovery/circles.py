"""Links that run in a circle: each is found and told from its smallest id on."""

from collections.abc import Collection, Iterable, Mapping, Sequence

__all__ = ["find_circles"]


def find_circles(
    names: Collection[str], links: Iterable[tuple[str, str]], /
) -> tuple[tuple[str, ...], ...]:
    """Circles in which links run, one for each knot of them, whatever order they are given in.

    >>> find_circles(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "b")])
    (('b', 'c'),)

    Args:
        names: what is linked; links to and from anything else are passed over.
        links: pairs of what comes before and what comes after.

    .. versionadded:: 0.1
    """
    preceding: dict[str, set[str]] = {name: set() for name in names}
    for before, after in links:
        if before in preceding and after in preceding:
            preceding[after].add(before)
    knots = _Knots(preceding)
    found: list[tuple[str, ...]] = []
    for start in sorted(preceding):
        # Going back from it must come round; what was walked before the circle is walked on from.
        path: list[str] = []
        places: dict[str, int] = {}
        while start in knots.left:
            while path and path[-1] not in knots.left:
                del places[path.pop()]
            name = knots.first_before(path[-1]) if path else start
            if name in places:
                circle = path[places[name] :]
                found.append(_from_smallest(circle[::-1]))
                knots.take_out(circle)
            else:
                places[name] = len(path)
                path.append(name)
    return tuple(sorted(found))


class _Knots:
    """What is left of linked names once everything is gone that has nothing before it."""

    def __init__(self, preceding: Mapping[str, Collection[str]], /) -> None:
        self.left = set(preceding)
        self._preceding = {name: sorted(names) for name, names in preceding.items()}
        self._gone = dict.fromkeys(preceding, 0)
        self._waits = {name: len(names) for name, names in preceding.items()}
        self._afters: dict[str, list[str]] = {name: [] for name in preceding}
        for after, names in preceding.items():
            for before in names:
                self._afters[before].append(after)
        self.take_out([name for name, count in self._waits.items() if not count])

    def first_before(self, name: str, /) -> str:
        """Of what comes before *name* and is left, the smallest."""
        names, number = self._preceding[name], self._gone[name]
        while names[number] not in self.left:
            number += 1
        self._gone[name] = number
        return names[number]

    def take_out(self, names: Iterable[str], /) -> None:
        """Take out these, and whatever has nothing before it then: it is in no circle."""
        free = list(names)
        for name in free:
            if name in self.left:
                self.left.remove(name)
                for after in self._afters[name]:
                    self._waits[after] -= 1
                    if not self._waits[after]:
                        free.append(after)


def _from_smallest(circle: Sequence[str], /) -> tuple[str, ...]:
    start = circle.index(min(circle))
    return (*circle[start:], *circle[:start])
