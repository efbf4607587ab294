"""Time zones by name."""

from typing import Final
from zoneinfo import ZoneInfo

from carecore.base.checks import require_instance
from carecore.errors import InvalidValue, quoted

__all__ = ["optional_zone", "require_zone", "to_zone"]


# These names mean whatever the machine is set to, so the same call would differ between machines.
_SET_BY_MACHINE: Final = frozenset({"localtime", "posixrules"})


def require_zone(value: object, /, *, name: str = "the time zone") -> str:
    """*value* itself, if it is the IANA name of a time zone; *name* is what the error calls it.

    >>> require_zone("Europe/Berlin")
    'Europe/Berlin'

    Raises:
        WrongType: if it is no text.
        InvalidValue: if there is no zone of that name, or it means whatever the machine is set to.

    .. versionadded:: 0.1
    """
    advice = "Maybe 'Europe/Berlin'"
    key = require_instance(value, str, name=name, advice=advice)
    try:
        known = key not in _SET_BY_MACHINE and bool(ZoneInfo(key))
    except (LookupError, OSError, ValueError):
        known = False
    if not known:
        raise InvalidValue(f"there is no time zone {quoted(key)}", advice=advice)
    return key


def to_zone(value: ZoneInfo | str, /) -> ZoneInfo:
    """Take a time zone or its IANA name.

    >>> to_zone("Europe/Berlin").key
    'Europe/Berlin'

    Raises:
        WrongType: if it is neither.
        InvalidValue: if there is no zone of that name, or it means whatever the machine is set to.

    .. versionadded:: 0.1
    """
    if isinstance(value, ZoneInfo) and value.key not in _SET_BY_MACHINE:
        return value
    return ZoneInfo(require_zone(value.key if isinstance(value, ZoneInfo) else value))


def optional_zone(value: ZoneInfo | str | None, /) -> ZoneInfo | None:
    """Take a time zone, its IANA name, or `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else to_zone(value)
