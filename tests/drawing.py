"""How many values a test draws."""

from hypothesis import settings

__all__ = ["at_most"]

_USUAL = 100
"""What Hypothesis draws where nothing else is said."""


def at_most(number: int) -> int:
    """*number*, where that is enough; and fewer where the profile draws fewer everywhere."""
    drawn = settings().max_examples
    return min(number, drawn) if drawn < _USUAL else number
