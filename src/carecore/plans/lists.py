"""How the lists of a plan are changed: in the place of the one with the same key, or at the end."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TypeAlias, TypeVar

from carecore.base.checks import require_instance
from carecore.coverage import Authorization, Coverage
from carecore.errors import UnknownId
from carecore.medications import MedicationList, MedicationOrder
from carecore.plans.activities import Activity, Visit
from carecore.plans.goals import Concern, Goal
from carecore.plans.stages import Stage
from carecore.rights import Consent, Decision
from carecore.transitions import Transition
from carecore.travel import Journey

__all__ = ["found", "put", "put_by", "taken_out"]


_Item: TypeAlias = (
    Activity
    | Authorization
    | Concern
    | Consent
    | Coverage
    | Decision
    | Goal
    | Journey
    | MedicationList
    | MedicationOrder
    | Stage
    | Transition
    | Visit
)

I = TypeVar("I", bound=_Item)  # noqa: E741 # an item
T = TypeVar("T")


def put(items: tuple[I, ...], new: I, /) -> tuple[I, ...]:
    """*items* with *new* in the place of the first one with its id, or at the end.

    .. versionadded:: 0.1
    """
    return put_by(items, new, key=_id_of)


def put_by(items: tuple[T, ...], new: T, /, *, key: Callable[[T], object]) -> tuple[T, ...]:
    """*items* with *new* in the place of the first one with its key, or at the end.

    >>> put_by(("apple", "pear"), "pine", key=len)
    ('apple', 'pine')

    .. versionadded:: 0.1
    """
    wanted = key(new)
    for index, item in enumerate(items):
        if key(item) == wanted:
            return (*items[:index], new, *items[index + 1 :])
    return (*items, new)


def found(items: Iterable[I], wanted: str, /, *, kind: str) -> I:
    """The item with the id *wanted*; of several, the first.

    Raises:
        WrongType: if the id is not text.
        UnknownId: if there is none; the error names those that look alike.

    .. versionadded:: 0.1
    """
    key, ids = require_instance(wanted, str, name=f"the id of a {kind}"), list[str]()
    for item in items:
        if item.id == key:
            return item
        ids.append(item.id)
    raise UnknownId(kind, key, near=get_close_matches(key, ids))


def taken_out(items: tuple[I, ...], wanted: str, /, *, kind: str) -> tuple[I, ...]:
    """*items* without those of the id *wanted*; the same errors as `found`.

    .. versionadded:: 0.1
    """
    gone = found(items, wanted, kind=kind).id
    return tuple(item for item in items if item.id != gone)


def _id_of(item: _Item, /) -> str:
    return item.id
