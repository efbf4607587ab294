"""What is done for the traveller, and the visits made for it."""

from datetime import date
from typing import Final

import attrs

from carecore.base.recurrence import Recurrence
from carecore.base.timing import Period
from carecore.plans import (
    Activity,
    ActivityStatus,
    Visit,
)

__all__ = ["activities", "visits"]

_DAYS: Final = {
    "ward": Period(date(2026, 11, 20), date(2026, 12, 1)),
    "rehab": Period(date(2026, 12, 1), date(2026, 12, 16)),
}


def _activity(
    key: str,
    duty: str,
    person: str,
    /,
    *goals: str,
    stage: str | None = None,
    window: Period | None = None,
    status: ActivityStatus = ActivityStatus.IN_PROGRESS,
) -> Activity:
    return Activity(
        id=key,
        duty=duty,
        stage=stage,
        goals=goals,
        accountable=(person,),
        status=status,
        window=_DAYS.get(stage or "") if window is None else window,
    )


def activities() -> tuple[Activity, ...]:
    """What is done about it, and by whom."""
    later = ActivityStatus.SCHEDULED
    flight = Period(date(2026, 11, 23), date(2026, 12, 2))
    calls = Recurrence(
        "DTSTART;TZID=Europe/Lisbon:20261120T170000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR"
    )
    return (
        _activity("a-walk", "set_recovery_timetable", "p-marta", "g-walk", "g-pain", stage="ward"),
        _activity("a-bills", "explain_costs", "p-marta", "g-bills", stage="ward"),
        _activity("a-mood", "watch_mood", "p-ines", "g-heart"),
        _activity("a-pills", "manage_medications", "p-ines", "g-pills"),
        attrs.evolve(
            _activity("a-calls", "report_to_family", "p-ines", "g-calls", stage="ward"),
            cadence=calls,
        ),
        _activity("a-move", "manage_transition", "p-ines", "g-house"),
        attrs.evolve(
            _activity(
                "a-escort",
                "accompany_travel",
                "p-noor",
                "g-walk",
                window=flight,
                status=later,
            ),
            helpers=("p-ines",),
            journey="j-1",
        ),
        attrs.evolve(
            _activity(
                "a-home",
                "bring_home_from_hospital",
                "p-ines",
                "g-house",
                window=flight,
                status=later,
            ),
            journey="j-1",
        ),
        _activity(
            "a-train",
            "coordinate_care",
            "p-tess",
            "g-dress",
            "g-stairs",
            stage="rehab",
            status=later,
        ),
        _activity("a-house", "arrange_home_care", "p-ines", "g-house", stage="rehab", status=later),
        attrs.evolve(
            _activity(
                "a-nurse",
                "assess_clinically",
                "p-hana",
                "g-pills",
                stage="home",
                window=Period(date(2026, 12, 16), date(2027, 2, 16)),
                status=later,
            ),
            authorization="au-nurse",
        ),
        _activity(
            "a-after",
            "contact_after_transition",
            "p-ines",
            "g-heart",
            stage="home",
            window=Period(date(2026, 12, 16), date(2026, 12, 19)),
            status=later,
        ),
    )


def visits() -> tuple[Visit, ...]:
    """One visit that was made, and two to come."""
    return (
        Visit(
            id="v-1",
            activity="a-mood",
            by="p-ines",
            planned=date(2026, 11, 22),
            event="e-visit",
            setting="acute_ward",
        ),
        Visit(
            id="v-2",
            activity="a-pills",
            by="p-ines",
            planned=date(2026, 11, 26),
            setting="acute_ward",
        ),
        Visit(
            id="v-3",
            activity="a-nurse",
            by="p-hana",
            planned=date(2026, 12, 17),
            setting="home_health",
        ),
    )
