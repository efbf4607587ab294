"""How much work something is, counted in calls, so that no clock is asked."""

import sys
from collections.abc import Callable

__all__ = ["calls"]


def calls(act: Callable[[], object]) -> int:
    """How many functions are called meanwhile."""
    seen: list[str] = []
    before = sys.getprofile()
    sys.setprofile(lambda _, event, __: seen.append(event))
    try:
        act()
    finally:
        sys.setprofile(before)
    return len(seen)
