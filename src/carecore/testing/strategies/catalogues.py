"""Small catalogues, in which nothing refers to an entry that is not there."""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias, cast

import attrs
from hypothesis import strategies as st

from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, ManyFaults, UnknownId
from carecore.testing.strategies import wording
from carecore.testing.strategies.fitting import Maker

__all__ = ["catalogues"]

_Shelves: TypeAlias = dict[str, list[Any]]

_SHELVES: Final = tuple(
    field.name
    for field in attrs.fields(Catalogue)
    if isinstance(getattr(STANDARD, field.name), tuple)
)


@st.composite
def catalogues(draw: st.DrawFn, maker: Maker, /) -> Catalogue:
    """Catalogues with a few entries of the standard one and a few made-up ones."""
    shelves: _Shelves = {}
    for name in _SHELVES:
        known = getattr(STANDARD, name)
        entry = wording.picked(known) | maker.values(type(known[0]))
        shelves[name] = draw(st.lists(entry, max_size=1) | st.lists(entry, max_size=2))
    sourced_in = draw(st.none() | wording.jurisdictions())
    make = cast("Callable[..., Catalogue]", Catalogue)
    while True:
        try:
            return make(**shelves, sourced_in=sourced_in)
        except ManyFaults as error:
            shelves = _mended(shelves, error.faults)


def _mended(shelves: _Shelves, faults: Iterable[CareError], /) -> _Shelves:
    """The same shelves and what they refer to, without what can refer to nothing."""
    gone: dict[str, set[int]] = {name: set() for name in shelves}
    more: _Shelves = {name: [] for name in shelves}
    for fault in faults:
        if isinstance(fault, UnknownId):
            # "care setting" stands on the shelf "care_settings".
            name = "duties" if fault.kind == "duty" else f"{fault.kind.replace(' ', '_')}s"
            found = [one for one in getattr(STANDARD, name, ()) if one.id == fault.value]
            if found:
                more[name] += [one for one in found if one not in more[name]]
                continue
        step = fault.place.split(".")[1]
        name, _, number = step.rstrip("]").partition("[")
        gone[name].add(int(number))
    return {
        name: [*(one for place, one in enumerate(kept) if place not in gone[name]), *more[name]]
        for name, kept in shelves.items()
    }
