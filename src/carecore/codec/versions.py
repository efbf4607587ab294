"""What marks a document: the class it holds, and the version of the schema it was written in.

A document of an older version is brought up to the present one before anybody reads it, by one
small function for each step.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from carecore.errors import CareError, InvalidValue, WrongType

__all__ = [
    "MIGRATIONS",
    "SCHEMA",
    "TYPE_KEY",
    "VALUE_KEY",
    "VERSION_KEY",
    "Migration",
    "migrated",
    "newest",
    "version_fault",
]

Migration: TypeAlias = Callable[[str, dict[str, object]], dict[str, object]]
"""Takes the name of the class that a document holds and its keys, and gives them as the next
version has them.

What it does not know it leaves as it is, so that the readers can say what is wrong with it; what it
is given it does not change.
"""

MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""The first brings documents from version 1 to version 2, and so on; none is ever taken out."""

SCHEMA: Final = len(MIGRATIONS) + 1
"""The version that `dumps` writes."""

TYPE_KEY: Final = "$type"
VERSION_KEY: Final = "$schema"
VALUE_KEY: Final = "$value"


def newest() -> int:
    """The newest version that is known."""
    return len(MIGRATIONS) + 1


def version_fault(mark: object, show: Callable[[object], str], /) -> CareError | None:
    """What is wrong with *mark* as the version of a document.

    Args:
        mark: what the document says.
        show: how to word it.
    """
    place, last = f"$.{VERSION_KEY}", newest()
    if type(mark) is not int:
        what = f"{show(mark)} stands where the version of the schema is wanted"
        return WrongType(what, place=place, advice=f"Maybe {last}")
    if 1 <= mark <= last:
        return None
    known = "only version 1 is known" if last == 1 else f"versions 1 to {last} are known"
    what = f"the schema has version {mark}, and {known}"
    advice = "Maybe a newer carecore wrote the document" if mark > last else f"Maybe {last}"
    return InvalidValue(what, place=place, advice=advice)


def migrated(document: dict[str, object], version: int, name: str, /) -> dict[str, object]:
    """A *document* of some *version*, as the present one has it.

    Args:
        document: its keys, without the one that holds the version.
        version: that it was written in.
        name: of the class it holds, if the document does not name one itself.

    Raises:
        InvalidValue: if a step from one version to the next cannot be made.
    """
    found = document.get(TYPE_KEY, name)
    for number, migrate in enumerate(MIGRATIONS[version - 1 :], version):
        try:
            document = migrate(found if isinstance(found, str) else name, document)
        except Exception as error:  # noqa: BLE001 # whatever is wrong with an old document
            fault = type(error).__name__
        else:
            continue
        what = f"the document cannot be brought from version {number} to {number + 1} ({fault})"
        raise InvalidValue(what, advice="Maybe it was changed by hand")
    return document
