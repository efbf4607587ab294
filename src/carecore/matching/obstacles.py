"""What stands between a client and a pool: who fails what, and whom only one thing bars."""

from collections.abc import Iterator

from carecore.matching.fitting import judged
from carecore.matching.lenses import lens_of
from carecore.matching.placements import Obstacle
from carecore.matching.policies import Policy
from carecore.matching.pool_groups import places_in
from carecore.matching.pool_index import Index
from carecore.matching.wanted import Wanted

__all__ = ["admitted_of", "obstacles_of"]


def obstacles_of(wanted: Wanted, index: Index, policy: Policy, /) -> tuple[Obstacle, ...]:
    """The hard criteria that somebody in *index* fails, in the order of the policy."""
    return tuple(_obstacles(wanted, index, policy))


def _obstacles(wanted: Wanted, index: Index, policy: Policy, /) -> Iterator[Obstacle]:
    everybody, screen = index.everybody, index.screen(policy, wanted.opening.catalogue)
    masks = [screen.masks(row, wanted.opening, everybody) for row in screen.rows]
    for number, row in enumerate(screen.rows):
        passing, possible = masks[number]
        if passing == everybody:
            continue
        others = everybody
        for at, (one, _) in enumerate(masks):
            others &= one if at != number else others
        alone = places_in(others & ~passing)
        yield Obstacle(
            criterion=row.criterion.id,
            failing=(everybody & ~possible).bit_count(),
            unknown=(possible & ~passing).bit_count(),
            alone=tuple(sorted(index.at(place).id for place in alone)),
        )


def admitted_of(wanted: Wanted, index: Index, policy: Policy, place: int, /) -> tuple[str, ...]:
    """Ids of the hard criteria that are unknown of the one at *place*, and let pass."""
    found: list[str] = []
    for one in policy.criteria:
        if one.id in policy.admits:
            lens = lens_of(one)
            if lens is None:
                unknown = judged(one, index.at(place), wanted.opening, policy).is_admitted
            else:
                asker = index.asker(lens, wanted.opening.catalogue)
                unknown = bool(asker.answer(wanted.opening).unknown >> place & 1)
            if unknown:
                found.append(one.id)
    return tuple(found)
