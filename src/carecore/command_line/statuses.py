"""The exit statuses, and what each of them says."""

from typing import Final

__all__ = ["ANSWERED", "BAD_INPUT", "ERRORS", "NOT_WRITTEN", "STATUSES", "WARNINGS"]

ANSWERED: Final = 0
NOT_WRITTEN: Final = 1
BAD_INPUT: Final = 2
WARNINGS: Final = 3
ERRORS: Final = 4

STATUSES: Final = (
    "Exit status: 0 if the question was answered{more}; "
    "1 if the answer could not be written; 2 if the question could not be read."
)
"""What a command says about its exit status; `more` is what it adds.

.. versionadded:: 0.1
"""
