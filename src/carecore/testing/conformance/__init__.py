"""Checks for what other people plug into carecore: rules, criteria, classes, calendars, parsers.

Each raises `AssertionError` with one message that says what is wrong and what may help, so that a
test is one line: `check_rule(my_rule, found_in=[bad_plan], clear_in=[good_plan])`.

This room needs Hypothesis: `pip install "carecore[testing]"`.

*Intention*: what the library takes for granted of a plug-in can be tried out before a user does.
"""

from carecore.testing.missing import to_install

try:
    from carecore.testing.conformance.calendars import check_calendar
    from carecore.testing.conformance.classes import check_class
    from carecore.testing.conformance.criteria import check_criterion
    from carecore.testing.conformance.parsers import check_parser
    from carecore.testing.conformance.rules import check_rule, check_rule_set
except ModuleNotFoundError as _missing:
    raise to_install(_missing) from None

__all__ = [
    "check_calendar",
    "check_class",
    "check_criterion",
    "check_parser",
    "check_rule",
    "check_rule_set",
]
