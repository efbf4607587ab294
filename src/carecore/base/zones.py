"""Time zones by name."""

from zoneinfo import ZoneInfo

from carecore.errors import InvalidValue, WrongType, described

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
    if not isinstance(value, str):
        what = f"a time zone is {described(value)}, and an IANA name is wanted"
        raise WrongType(what, advice="Maybe 'Europe/Berlin'")
    try:
        return ZoneInfo(value)
    except (LookupError, OSError, ValueError):
        what = f"there is no time zone {value!r}"
        raise InvalidValue(what, advice="Maybe 'Europe/Berlin'") from None


def optional_zone(value: ZoneInfo | str | None, /) -> ZoneInfo | None:
    """Take a time zone, its IANA name, or `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else to_zone(value)
