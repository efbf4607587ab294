"""How many values a test draws."""

from hypothesis import settings

__all__ = ["at_most"]


def at_most(number: int) -> int:
    """*number*, where that is enough; and fewer where the profile draws fewer everywhere."""
    return min(number, settings().max_examples)
