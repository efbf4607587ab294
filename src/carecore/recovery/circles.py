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
    found: list[tuple[str, ...]] = []
    while True:
        _peel(preceding)
        if not preceding:
            return tuple(sorted(found))
        circle = _circle(preceding)
        found.append(_from_smallest(circle))
        _take_out(preceding, circle)


def _peel(preceding: dict[str, set[str]], /) -> None:
    """Take out whatever has nothing before it, over and over: it is in no circle."""
    afters: dict[str, list[str]] = {name: [] for name in preceding}
    for after, names in preceding.items():
        for before in names:
            afters[before].append(after)
    free = [name for name, names in preceding.items() if not names]
    for name in free:
        del preceding[name]
        for after in afters[name]:
            preceding[after].discard(name)
            if not preceding[after]:
                free.append(after)


def _circle(preceding: Mapping[str, Collection[str]], /) -> Sequence[str]:
    """A circle: everything has something before it, so going back must come round."""
    walked: dict[str, None] = {}
    name = min(preceding)
    while name not in walked:
        walked[name] = None
        name = min(preceding[name])
    path = list(walked)
    return path[path.index(name) :][::-1]


def _from_smallest(circle: Sequence[str], /) -> tuple[str, ...]:
    start = circle.index(min(circle))
    return (*circle[start:], *circle[:start])


def _take_out(preceding: dict[str, set[str]], names: Collection[str], /) -> None:
    for name in names:
        del preceding[name]
    for left in preceding.values():
        left.difference_update(names)
