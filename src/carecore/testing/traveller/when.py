"""When and where the story of the traveller takes place."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

__all__ = ["BOSTON", "PORTO", "in_porto"]

PORTO: Final = ZoneInfo("Europe/Lisbon")
BOSTON: Final = ZoneInfo("America/New_York")


def in_porto(month: int, day: int, hour: int, minute: int = 0, /) -> datetime:
    """A moment in Porto, late in 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=PORTO)
