"""What the documentation says of real data: where leaves go, and what the rules find."""

from pathlib import Path

import pytest

from carecore import CarePlan, OutcomeKind, Report
from carecore.extra.fhir import read

from . import made, raw, rule_counts, shares
from .leaves import leaves

Reports = list[tuple[CarePlan, Report]]
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "fhir.md"


def printed(name: str) -> str:
    """What the page says between two marks."""
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(f"<!-- {name}: begin -->")
    return rest.partition(f"<!-- {name}: end -->")[0].strip()


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


def test_the_page_tells_what_the_rules_find_today(reports: Reports) -> None:
    assert printed("counts by rule") == rule_counts.table(reports)


def test_the_page_argues_for_each_rule_that_speaks_of_most_plans_in_force(
    reports: Reports,
) -> None:
    rows = printed("rules that speak often").splitlines()[2:]

    assert [row.split(" | ")[0].strip("| ") for row in rows] == rule_counts.frequent(reports)


def test_the_table_of_the_rules_has_every_finding(reports: Reports) -> None:
    rows = [row.split(" | ") for row in rule_counts.table(reports).splitlines() if "|" in row]

    assert sum(int(row[2]) for row in rows[2:]) == len(rule_counts.findings(reports))


def test_the_page_tells_the_share_of_today(real_data: Path) -> None:
    assert printed("share by type") == shares.table(shares.all_shares(real_data / "fhir"))


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
