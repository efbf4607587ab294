"""What was seen of everybody for one thing that was asked, as bits and by group."""

from typing import final

from carecore.base.reasons import Verdict
from carecore.matching.pool_groups import Groups
from carecore.matching.projections import Seen

__all__ = ["Answer", "Sheet", "sheet_of"]


@final
class Sheet:
    """What was seen of everybody for one thing that was asked.

    Attributes:
        groups: those of whom the same is said.
        met: the bits of those for whom it is met.
        unknown: the bits of those for whom it is unknown.
        possible: the bits of both.
    """

    __slots__ = ("_seen", "groups", "met", "possible", "unknown")

    def __init__(
        self, groups: Groups, met: int, unknown: int, seen: tuple[Seen, ...] | None, /
    ) -> None:
        """What was *seen* of each group; `None`: whoever meets it earns all that it gives."""
        self.groups: Groups = groups
        self.met: int = met
        self.unknown: int = unknown
        self.possible: int = met | unknown
        self._seen = seen

    def verdicts(self) -> list[Verdict]:
        """What is said of each group."""
        if self._seen is None:
            return [self._verdict(mask) for mask in self.groups.members]
        return [one.verdict for one in self._seen]

    def soft_verdicts(self) -> list[Verdict]:
        """The same where it is soft: whatever counts in part is met as far as it goes."""
        if self._seen is None:
            return self.verdicts()
        return [Verdict.MET if one.part[0] else one.verdict for one in self._seen]

    def points(self, weight: int, /) -> list[int]:
        """What each group earns out of *weight*."""
        if self._seen is None:
            return [weight if mask & self.met else 0 for mask in self.groups.members]
        return [one.points(weight) for one in self._seen]

    def _verdict(self, members: int, /) -> Verdict:
        if members & self.met:
            return Verdict.MET
        return Verdict.UNKNOWN if members & self.unknown else Verdict.NOT_MET


def sheet_of(groups: Groups, seen: tuple[Seen, ...], /) -> Sheet:
    """The sheet of what was seen of each group."""
    met = unknown = 0
    for one, mask in zip(seen, groups.members, strict=False):
        if one.verdict is Verdict.MET:
            met |= mask
        elif one.verdict is Verdict.UNKNOWN:
            unknown |= mask
    return Sheet(groups, met, unknown, seen)


@final
class Answer:
    """What a criterion says of everybody.

    Attributes:
        groups: those of whom the same is said, but for those who are named.
        named: what was seen of those who are named, by place.
        met: the bits of those for whom it is met.
        unknown: the bits of those for whom it is unknown.
    """

    __slots__ = ("_sheet", "groups", "met", "named", "unknown")

    def __init__(self, sheet: Sheet, named: dict[int, Seen], /) -> None:
        """What the sheet says, but for those who are *named*."""
        self._sheet = sheet
        self.groups: Groups = sheet.groups
        self.named: dict[int, Seen] = named
        self.met: int = sheet.met
        self.unknown: int = sheet.unknown
        for place, one in named.items():
            bit = 1 << place
            self.met &= ~bit
            self.unknown &= ~bit
            if one.verdict is Verdict.MET:
                self.met |= bit
            elif one.verdict is Verdict.UNKNOWN:
                self.unknown |= bit

    def verdicts_by_group(self, *, is_hard: bool) -> list[Verdict]:
        """What is said of each group."""
        return self._sheet.verdicts() if is_hard else self._sheet.soft_verdicts()

    def points_by_group(self, weight: int, /) -> list[int]:
        """What each group earns out of *weight*."""
        return self._sheet.points(weight)

    def points(self, places: list[int], weight: int, /) -> list[int]:
        """What those at *places* earn out of *weight*."""
        by_group, numbers = self._sheet.points(weight), self.groups.numbers
        if not self.named:
            return [by_group[numbers[place]] for place in places]
        return [
            self.named[place].points(weight) if place in self.named else by_group[numbers[place]]
            for place in places
        ]
