"""What the rules found in one plan, told in the words of its record."""

from datetime import UTC, date, datetime
from pathlib import Path

import attrs

from carecore.base.reasons import Severity
from carecore.command_line.telling import found_in
from carecore.medications import Medication, MedicationList
from carecore.plans import Activity, CarePlan, Goal, GoalStatus, PlanStatus
from carecore.record import Condition, Event, EventKind, Observation, Record
from carecore.rulebook import validate
from carecore.testing.traveller import traveller_plan
from carecore.validation import Finding, OutcomeKind, RuleOutcome

from .talk import NOW, told, written


def test_what_a_rule_finds_is_told_in_the_words_of_the_record(tmp_path: Path) -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)
    pills = tuple(Medication(id=key, substance="nizatidine") for key in ("m-1", "m-2"))
    plan = CarePlan(
        id="p",
        client=traveller_plan().client,
        status=PlanStatus.ACTIVE,
        goals=(Goal(id="g-1", text="walks alone", status=GoalStatus.ACTIVE),),
        activities=(
            Activity(id="a-1", text="breathing control"),
            Activity(id="a-2", duty="watch_mood"),
            Activity(id="a-3", goals=("g-x",)),
        ),
        record=Record(
            events=(Event(id="e-1", kind=EventKind.VISIT, happened=later),),
            observations=(
                Observation(id="e-2", what="body_weight", happened=later),
                Observation(id="e-3", happened=later),
            ),
            conditions=(Condition(id="e-4", what="asthma", recorded=later),),
        ),
        medication_lists=(MedicationList(id="l-1", medications=pills),),
    )

    text = " ".join(told("demo", "--file", written(plan, tmp_path), *NOW, "--full").split())

    assert "D102, warning, 3 times: Nobody is accountable for an activity: “breathing" in text
    assert "“breathing control”; “watch mood”; a-3." in text
    assert "N101, warning: “nizatidine” and “nizatidine” on the list 'l-1' are of one" in text
    assert "G107, warning: no activity serves the goal “walks alone”." in text
    assert "still to come: “visit”; “body weight”; 'e-3'" in text
    assert "P111" not in text


def test_several_findings_without_a_name_are_told_as_they_are() -> None:
    report = validate(traveller_plan(), as_of=date(2026, 11, 24))
    two = [
        Finding(rule="P112", severity=Severity.WARNING, place="$.contacts", message=text)
        for text in ("nobody answers by day", "nobody answers at night")
    ]
    outcome = RuleOutcome(rule="P112", kind=OutcomeKind.FOUND, findings=2)
    made = attrs.evolve(report, findings=two, outcomes=[outcome])

    assert found_in(traveller_plan(), made, full=False) == [
        (
            "P112, warning, 2 times: There is nobody to call when something goes wrong: "
            "nobody answers by day; nobody answers at night."
        )
    ]
