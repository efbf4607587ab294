"""What becomes of the traveller's plan: three edits, and a later day."""

import pytest

from carecore.plans import compare_plans
from carecore.rulebook import validate
from carecore.testing.traveller import TRAVELLER_NOW, traveller_calendar, traveller_plan
from carecore.testing.traveller.later import (
    TRAVELLER_EDITS,
    TRAVELLER_LATER,
    TravellerEdit,
    traveller_later,
)

CHANGED = {
    "escort_licence_ends": {"$.team.professionals[2].licences[1].period"},
    "monitor_steps_down": {"$.monitor"},
    "second_accountable": {"$.activities[3].accountable"},
}


@pytest.mark.parametrize("edit", TRAVELLER_EDITS, ids=lambda one: one.edit.__name__)
def test_an_edit_changes_one_place(edit: TravellerEdit) -> None:
    before = traveller_plan()

    places = {one.place for one in compare_plans(before, edit.edit(before)).changes}

    assert places == CHANGED[edit.edit.__name__]


@pytest.mark.parametrize("edit", TRAVELLER_EDITS, ids=lambda one: one.edit.__name__)
def test_an_edit_is_found_by_the_rules(edit: TravellerEdit) -> None:
    plan = edit.edit(traveller_plan())

    report = validate(plan, as_of=TRAVELLER_NOW, calendar=traveller_calendar())

    assert [one.rule for one in report.findings] != []


def test_the_later_day_is_the_same_plan_with_more_of_the_record_and_one_milestone() -> None:
    before, after = traveller_plan(), traveller_later()

    assert TRAVELLER_LATER > TRAVELLER_NOW
    places = {one.place.split("[")[0] for one in compare_plans(before, after).changes}
    assert places == {
        "$.record.observations",
        "$.record.events",
        "$.timeline.milestones",
        "$.timeline.links",
    }


def test_no_entry_of_the_later_day_is_still_to_come() -> None:
    record = traveller_later().record
    assert record is not None

    assert record.known_at(TRAVELLER_LATER).as_of(TRAVELLER_LATER) == record


def test_the_later_day_tells_nothing_that_contradicts_itself() -> None:
    report = validate(traveller_later(), as_of=TRAVELLER_LATER, calendar=traveller_calendar())

    assert report.at_least("error") == ()
