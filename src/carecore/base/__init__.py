"""The ground that every room stands on: identity, timing, amounts, reasons, outline.

Nothing here knows a word of care; nothing here knows the rest of the library.

*Intention*: a small set of exact values (a period that ends where the next begins, a date that
may be a year only, money that is never a float) so that the rooms above never invent their own.
"""

__all__: list[str] = []
