"""Most times on links: heeded as far as they agree with the rest, and set aside where not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias, final

import attrs
from attrs import frozen

from carecore.recovery.graph import Network, forward, preceding_of

__all__ = ["Contradiction", "earliest", "without_contradictions"]

_FEW: Final = 9
_Round: TypeAlias = tuple[Sequence[int], Mapping[int, tuple[int, int]]]


@final
@frozen(kw_only=True, weakref_slot=False)
class Contradiction:
    """A most time that cannot be kept.

    Attributes:
        path: positions from what comes before on its link to what comes after, by which the
            latter comes too late.
        days: how many days too late.

    .. versionadded:: 0.1
    """

    path: tuple[int, ...]
    days: int


def earliest(network: Network, /, floors: Sequence[int]) -> list[int]:
    """The first day of each: as `forward`, and the links keep their most times too.

    What comes before waits until what comes after can follow in time. The most times have to
    agree with each other; see `without_contradictions`.

    .. versionadded:: 0.1
    """
    days = _settled(network, floors)
    assert days is not None
    return days


def without_contradictions(network: Network, /) -> tuple[Network, tuple[Contradiction, ...]]:
    """The network without most times that cannot be kept, and what speaks against each.

    .. versionadded:: 0.1
    """
    if not network.maxima or _settles_soon(network):
        return network, ()
    # Most often a most time is too short by itself, and that is told most plainly.
    preceding = preceding_of(network)
    place = {number: place for place, number in enumerate(network.order)}
    exceeded = [
        _exceeded(network, one, preceding, network.order[place[one[0]] : place[one[1]]])
        for one in network.maxima
    ]
    found = [one for one in exceeded if one is not None]
    agreeing = zip(network.maxima, exceeded, strict=True)
    kept = attrs.evolve(network, maxima=tuple(one for one, over in agreeing if over is None))
    while not _settles_soon(kept) and (first := _first_contradiction(kept)) is not None:
        number, contradiction = first
        found.append(contradiction)
        maxima = (*kept.maxima[:number], *kept.maxima[number + 1 :])
        kept = attrs.evolve(kept, maxima=maxima)
    return kept, tuple(found)


def _settles_soon(network: Network, /) -> bool:
    """Whether its most times agree with each other, and that is seen in few rounds."""
    return _settled(network, network.floors, most_rounds=_FEW) is not None


def _settled(
    network: Network, floors: Sequence[int], /, *, most_rounds: int | None = None
) -> list[int] | None:
    """The first day of each, or None if most times would move them on for ever.

    After *most_rounds*, too, it is None; where they are not given, as many as are needed.
    """
    days = forward(network, floors)
    if not network.maxima:
        return days
    place = {number: place for place, number in enumerate(network.order)}
    backwards = sorted(network.maxima, key=lambda one: -place[one[0]])
    # No day needs a most time twice, so after as many rounds as there are nothing moves any more.
    for _ in range(len(backwards) + 1 if most_rounds is None else most_rounds):
        is_settled = True
        for before, after, most in backwards:
            if days[after] - most > days[before]:
                days[before] = days[after] - most
                is_settled = False
        if is_settled:
            return days
        days = forward(network, days)
    return None


def _exceeded(
    network: Network,
    maximum: tuple[int, int, int],
    preceding: Sequence[Sequence[tuple[int, int]]],
    between: Sequence[int],
    /,
) -> Contradiction | None:
    """What speaks against a most time if the least times between its two are longer.

    *between* are the positions from the one that comes before on, up to the other, in their order.
    """
    before, after, most = maximum
    days = {before: 0}
    for number in between:
        day = days.get(number)
        for follows, lag in () if day is None else network.afters[number]:
            days[follows] = max(days.get(follows, 0), days[number] + lag)
    if days[after] <= most:
        return None
    path = [after]
    while path[-1] != before:
        known = [one for one in preceding[path[-1]] if one[0] in days]
        path.append(_leading(known, days, days[path[-1]]))
    return Contradiction(path=tuple(reversed(path)), days=days[after] - most)


def _leading(
    preceding: Iterable[tuple[int, int]], days: Mapping[int, int] | Sequence[int], day: int, /
) -> int:
    """Which of *preceding* gives what follows it its *day*; of several, the one of smallest id."""
    return next(one for one, lag in preceding if days[one] + lag == day)


def _raise(
    network: Network, days: Sequence[int], floors: list[int], /
) -> dict[int, tuple[int, int]]:
    """Raise *floors* where *days* do not keep a most time.

    What comes of it is, for each position, the number of the most time and the new day.
    """
    raised: dict[int, tuple[int, int]] = {}
    for number, (before, after, most) in enumerate(network.maxima):
        day = days[after] - most
        if day > days[before] and day > floors[before]:
            floors[before] = day
            raised[before] = number, day
    return raised


def _first_contradiction(network: Network, /) -> tuple[int, Contradiction] | None:
    """A most time that can never be kept, by its number, and what speaks against it.

    A day that is raised in some round needs one most time more than those of the round before.
    If it needs one of them twice, going round once more would move it on again, for ever.
    """
    floors = list(network.floors)
    rounds: list[_Round] = []
    found = None
    while found is None:
        days = forward(network, floors)
        raised = _raise(network, days, floors)
        if not raised:
            break
        rounds.append((days, raised))
        number = len(rounds)
        # Now and then will do, and with more rounds than most times one surely is there twice.
        if number > len(network.maxima) or not number & (number - 1):
            found = _twice(network, rounds)
    return found


def _twice(network: Network, rounds: Sequence[_Round], /) -> tuple[int, Contradiction] | None:
    """The most time that the newest day needs twice, if it does so."""
    seen: dict[int, int] = {}
    steps: list[tuple[tuple[int, ...], int]] = []
    for number, chain, days in _steps(network, rounds):
        if number in seen:
            between = steps[seen[number] :]
            path = tuple(one for chain, _ in reversed(between) for one in chain)
            return number, Contradiction(path=path, days=sum(days for _, days in between))
        seen[number] = len(steps)
        steps.append((chain, days))
    return None


def _steps(
    network: Network, rounds: Sequence[_Round], /
) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """How the newest raised day came to be, backwards.

    Each step is the number of a most time, the chain that leads to what comes after on its link,
    and by how many days the two together move things on.
    """
    preceding = preceding_of(network)
    position = min(rounds[-1][1], key=network.ids.__getitem__)
    for turn in reversed(range(len(rounds))):
        days, raised = rounds[turn]
        number, _ = raised[position]
        _, after, most = network.maxima[number]
        chain = [after]
        starts = rounds[turn - 1][1] if turn else {after: (number, days[after])}
        # The days of this round rest on those raised in the round before, and on no others.
        while (position := chain[-1]) not in starts or starts[position][1] != days[position]:
            chain.append(_leading(preceding[position], days, days[position]))
        yield number, tuple(reversed(chain)), days[after] - days[position] - most
