"""What the documentation says of real data: where leaves go, and what the rules find."""

from pathlib import Path

import pytest

from carecore import CarePlan, OutcomeKind, Report
from carecore.extra.fhir import read

from . import made, raw, rule_counts, shares
from .leaves import leaves

Reports = list[tuple[CarePlan, Report]]


@pytest.fixture(scope="module")
def reports(real_data: Path) -> Reports:
    return rule_counts.reports(real_data / "fhir")


def test_no_rule_fails_on_a_real_plan(reports: Reports) -> None:
    assert len(reports) > 400
    assert [
        (plan.id, outcome.rule, outcome.exception)
        for plan, report in reports
        for outcome in report.outcomes
        if outcome.kind is OutcomeKind.FAILED
    ] == []


def test_no_rule_speaks_of_more_than_half_of_the_plans(reports: Reports) -> None:
    assert rule_counts.frequent(reports) == []


def test_the_table_of_the_rules_has_every_finding(reports: Reports) -> None:
    rows = [row.split(" | ") for row in rule_counts.table(reports).splitlines()[2:] if "|" in row]

    assert sum(int(row[2]) for row in rows) == len(rule_counts.findings(reports))


def test_every_leaf_of_real_data_is_counted_once(real_data: Path) -> None:
    those = shares.all_shares(real_data / "fhir")
    everything = [raw.distinct(one) for one in raw.by_source(real_data / "fhir")]

    assert sum(one.resources for one in those) == sum(map(len, everything))
    assert f"| all | {sum(map(len, everything))} |" in shares.table(those)


def test_a_leaf_is_of_the_model_or_lost_or_faulty() -> None:
    goal = next(one for one in made.RESOURCES if one["id"] == "sleep")
    changed = {**goal, "startDate": "soon", "priority": {"text": "high"}}
    one = raw.Raw("Goal", "Goal/sleep", "$[0]", Path(), (), changed)
    (share,) = shares.shares([one], read(changed))

    # The subject of a goal is that of its plan, and this one has none.
    assert share == shares.Share("Goal", resources=1, model=4, losses=3, faults=1)
    assert share.leaves == len(list(leaves(changed)))
    assert shares.table([share]).splitlines()[-1] == "| all | 1 | 8 | 4 (50%) | 3 | 1 |"
