"""How many can be placed at most: the fast count and a slow one agree."""

from hypothesis import given
from hypothesis import strategies as st

from carecore.matching.filling import Filling
from carecore.matching.pool_groups import places_in

GROUPS = 4
PEOPLE = st.lists(st.tuples(st.integers(0, 2**GROUPS - 1), st.integers(0, 5)), max_size=6)
UNITS = st.lists(st.integers(0, 4), min_size=GROUPS, max_size=GROUPS)


def most(units: list[int], people: list[tuple[int, int]], light: int) -> int:
    """How many units find room, by the cut that bounds them: whoever is left out of a cut is full.

    No more can be placed than wait outside of a set of groups, and have room with whoever reaches
    into it; and the least of these bounds is reached (the theorem of maximum flow and minimum cut).
    """
    free = sum(
        many
        for group, many in enumerate(units)
        if light >> group & 1 and any(reach >> group & 1 for reach, _ in people)
    )
    heavy = [0 if light >> group & 1 else many for group, many in enumerate(units)]
    return free + min(
        sum(heavy[group] for group in range(GROUPS) if not cut >> group & 1)
        + sum(room for reach, room in people if reach & cut & ~light)
        for cut in range(2**GROUPS)
    )


@given(UNITS, PEOPLE, st.integers(0, 2**GROUPS - 1))
def test_as_many_are_placed_as_can_be_after_each_who_comes(
    units: list[int], people: list[tuple[int, int]], light: int
) -> None:
    filling = Filling(units, light=light)
    placed = 0

    for number, (reach, room) in enumerate(people):
        promised = filling.gain(reach, room)
        before = list(filling.waiting)
        gained = filling.add(reach, room)
        placed += gained
        assert promised == gained == sum(before) - sum(filling.waiting)
        assert placed == most(units, people[: number + 1], light)
    assert all(filling.waiting[one] <= units[one] for one in places_in(2**GROUPS - 1))


@given(UNITS, PEOPLE, st.tuples(st.integers(0, 2**GROUPS - 1), st.integers(0, 5)))
def test_one_person_more_never_helps_more_later_than_now(
    units: list[int], people: list[tuple[int, int]], more: tuple[int, int]
) -> None:
    filling = Filling(units, light=0)
    gains = [filling.gain(*more)]

    for reach, room in people:
        filling.add(reach, room)
        gains.append(filling.gain(*more))

    assert gains == sorted(gains, reverse=True)
