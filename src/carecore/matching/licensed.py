"""Who holds which licence, as bits: a licence is looked at once, however many hold one like it."""

from collections.abc import Callable, Iterable
from typing import TypeAlias, final

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.credentials import Licence
from carecore.people import Professional

__all__ = ["Licensed"]

_Like: TypeAlias = tuple[Jurisdiction, Period | None, bool | None]
_Held: TypeAlias = dict[_Like, tuple[Licence, int]]


@final
class Licensed:
    """Everybody, by the licences that they hold.

    Attributes:
        unsaid: the bits of those of whom nobody knows which licences they hold.
    """

    __slots__ = ("_held", "unsaid")

    def __init__(self, people: Iterable[Professional | None] = (), /) -> None:
        """Sort *people*, each at a place of their own; `None`: nobody is there."""
        self.unsaid: int = 0
        # By the id of the credential.
        self._held: dict[str, _Held] = {}
        for place, person in enumerate(people):
            self._put(place, person)

    def _put(self, place: int, person: Professional | None, /) -> None:
        if person is not None and person.licences is None:
            self.unsaid |= 1 << place
        for licence in _licences(person):
            held = self._held.setdefault(licence.credential, {})
            like = _like(licence)
            known, mask = held.get(like, (licence, 0))
            held[like] = known, mask | 1 << place

    def changed(
        self, place: int, former: Professional | None, person: Professional | None, /
    ) -> "Licensed":
        """A copy with *person*, or nobody, at *place*, where *former* was."""
        made = Licensed()
        bit = 1 << place
        made.unsaid = self.unsaid & ~bit
        made._held = {credential: held.copy() for credential, held in self._held.items()}
        for licence in dict.fromkeys(_licences(former)):
            held, like = made._held[licence.credential], _like(licence)
            known, mask = held[like]
            held[like] = known, mask & ~bit
            if mask == bit:
                del held[like]
        made._put(place, person)
        return made

    def passing(
        self, gate: Iterable[str], holds: Callable[[Licence], Verdict], /
    ) -> tuple[int, int]:
        """The bits of those who pass a gate, and of those of whom it is not known.

        Args:
            gate: ids of licences of which one is wanted.
            holds: whether a licence holds where and when it is asked for.
        """
        met, unknown = 0, self.unsaid
        for credential in gate:
            for licence, mask in self._held.get(credential, {}).values():
                verdict = holds(licence)
                if verdict is Verdict.MET:
                    met |= mask
                elif verdict is Verdict.UNKNOWN:
                    unknown |= mask
        return met, unknown & ~met


def _licences(person: Professional | None, /) -> tuple[Licence, ...]:
    return () if person is None or person.licences is None else person.licences


def _like(licence: Licence, /) -> _Like:
    return licence.jurisdiction, licence.period, licence.multistate
