"""Public classes that no document holds, and why."""

WHY = {
    "Rule": "it is code: a function that looks at a view, with the page that describes it",
    "RuleSet": "it is code: it holds rules",
}
"""By the name of the class."""
