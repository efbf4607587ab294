"""The rules that ship: what is asked of a care plan, one question each.

Each rule has a page that says what it looks for, why that matters, when it may be wrong, and what
helps; `carecore rule CODE` shows it.
An error rests on logic or on a source that was read; what is good practice is a warning, and what
would be good to have an advice.

*Intention*: a finding is something that a colleague who has read the whole plan would say: where,
what, and what may help; never a name, never a reproach, and nothing about what nobody wrote down,
unless that is the very question.
"""

from carecore.rulebook.standard import STANDARD_RULES, validate

__all__ = ["STANDARD_RULES", "validate"]
