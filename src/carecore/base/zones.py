"""Time zones by name."""

from zoneinfo import ZoneInfo

from carecore.base.checks import require_instance
from carecore.errors import InvalidValue, quoted

__all__ = ["optional_zone", "to_zone"]


def to_zone(value: ZoneInfo | str, /) -> ZoneInfo:
    """Take a time zone or its IANA name.

    >>> to_zone("Europe/Berlin").key
    'Europe/Berlin'

    Raises:
        WrongType: if it is neither.
        InvalidValue: if there is no zone of that name.

    .. versionadded:: 0.1
    """
    if isinstance(value, ZoneInfo):
        return value
    advice = "Maybe 'Europe/Berlin'"
    name = require_instance(value, str, name="the time zone", advice=advice)
    try:
        return ZoneInfo(name)
    except (LookupError, OSError, ValueError):
        raise InvalidValue(f"there is no time zone {quoted(name)}", advice=advice) from None


def optional_zone(value: ZoneInfo | str | None, /) -> ZoneInfo | None:
    """Take a time zone, its IANA name, or `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else to_zone(value)
