"""Rules, the findings they make, and the report that tells how each of them fared.

The engine knows no plan: it is handed a view, asks each rule what it sees there, and says of each
rule whether it is clear, has found something, was skipped or failed.

*Intention*: silence is not success, so a report tells of every rule, also of one that could not
look; and what a rule says about a person stays in ids.
"""

from carecore.validation.findings import Finding, OutcomeKind, Remark, RuleOutcome
from carecore.validation.pages import HEADINGS, RulePage, read_page
from carecore.validation.reports import Report, ReportDiff
from carecore.validation.rules import Rule, RuleSet, rule
from carecore.validation.running import RuleView, run

__all__ = [
    "HEADINGS",
    "Finding",
    "OutcomeKind",
    "Remark",
    "Report",
    "ReportDiff",
    "Rule",
    "RuleOutcome",
    "RulePage",
    "RuleSet",
    "RuleView",
    "read_page",
    "rule",
    "run",
]
