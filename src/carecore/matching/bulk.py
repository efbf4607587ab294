"""Criteria that are asked of a whole pool at once, whoever wrote them."""

from collections.abc import Hashable
from typing import Protocol, runtime_checkable

from carecore.matching.criteria import Criterion
from carecore.matching.openings import Opening
from carecore.people import Professional

__all__ = ["BulkCriterion"]


@runtime_checkable
class BulkCriterion(Criterion, Protocol):
    """A criterion that also says what it depends on, so that whoever looks alike is asked once.

    A `Criterion` is asked about one pair after the other; in a pool of thousands that takes its
    time.
    One that has these three members too is asked once for each thing that openings ask and for each
    thing that professionals have.
    It promises that of two professionals who have the same, and whom it does not name, it says the
    same of both, word by word; and that verdict and points stay the same for all openings that ask
    the same.
    `carecore.testing.conformance.check_criterion` tries that out.

    .. versionadded:: 0.1
    """

    def asks(self, opening: Opening, /) -> Hashable:
        """What it depends on of *opening*, apart from the catalogue and those who are named."""
        ...

    def has(self, professional: Professional, /) -> Hashable:
        """What it depends on of *professional*, apart from who it is."""
        ...

    def names(self, opening: Opening, /) -> frozenset[str]:
        """Ids of those of whom it says something of their own; they are asked themselves."""
        ...
