"""What the traveller and her family want: concerns, stages and goals."""

from datetime import date
from typing import Final

from carecore.base.amounts import Quantity
from carecore.base.timing import Period
from carecore.plans import (
    Achievement,
    Concern,
    Goal,
    GoalStatus,
    Stage,
    Target,
)
from carecore.record import (
    Comparison,
    EventKind,
    EventSign,
    EvidenceRule,
)

__all__ = ["concerns", "goals", "stages"]

_STARTS: Final = {"rehab": date(2026, 12, 1), "home": date(2026, 12, 16)}


def stages() -> tuple[Stage, ...]:
    """The ward in Porto, rehabilitation in Boston, and home."""
    return (
        Stage(
            id="ward",
            name="in the ward in Porto",
            setting="acute_ward",
            period=Period(date(2026, 11, 16), date(2026, 12, 1)),
            entry=EvidenceRule(all_of=(EventSign(kind=EventKind.ADMISSION),)),
            exit=EvidenceRule(all_of=(EventSign(kind=EventKind.DISCHARGE, setting="acute_ward"),)),
        ),
        Stage(
            id="rehab",
            name="rehabilitation in Boston",
            setting="irf",
            period=Period(date(2026, 12, 1), date(2026, 12, 16)),
            entry=EvidenceRule(all_of=(EventSign(kind=EventKind.ARRIVAL, setting="irf"),)),
            exit=EvidenceRule(all_of=(EventSign(kind=EventKind.DISCHARGE, setting="irf"),)),
        ),
        Stage(
            id="home",
            name="at home, with a nurse who calls",
            setting="home_health",
            period=Period(date(2026, 12, 16), date(2027, 4, 1)),
            entry=EvidenceRule(any_of=(EventSign(what="back_home"),)),
        ),
    )


def concerns() -> tuple[Concern, ...]:
    """What worries her and her family, in their words."""
    told = (
        ("co-hip", "broken_hip", "function", "I want to walk my own street again."),
        ("co-heart", "losing_heart", "mood", "She hardly speaks since the fall."),
        ("co-bills", "bills_in_another_language", "money", "We cannot read a line of them."),
        ("co-pills", "new_medicines", "medicines", "Four new boxes, and nobody explains."),
        ("co-far", "family_far_away", "family", "We hear from the ward once a week."),
        ("co-house", "stairs_at_home", "home", "Eleven steps up to the door."),
    )
    return tuple(
        Concern(
            id=key,
            what=what,
            domain=domain,
            condition="e-fracture" if key == "co-hip" else None,
            text=text,
        )
        for key, what, domain, text in told
    )


def _goal(
    key: str,
    text: str,
    /,
    *,
    stage: str,
    domain: str,
    concern: str,
    baseline: str,
    target: Target,
) -> Goal:
    return Goal(
        id=key,
        stage=stage,
        domain=domain,
        concerns=(concern,),
        status=GoalStatus.ACTIVE,
        achievement=Achievement.IN_PROGRESS,
        baseline=baseline,
        starts=date(2026, 11, 20) if stage == "ward" else _STARTS[stage],
        targets=(target,),
        set_by="c-17",
        text=text,
    )


def goals() -> tuple[Goal, ...]:
    """What she wants, with a measure and a day each."""
    least, most = Comparison.AT_LEAST, Comparison.AT_MOST
    return (
        _goal(
            "g-walk",
            "Edda walks thirty metres with her frame.",
            stage="ward",
            domain="function",
            concern="co-hip",
            baseline="e-walk",
            target=Target(
                what="walking_distance",
                comparison=least,
                value=Quantity(30, "m"),
                due=date(2026, 11, 30),
            ),
        ),
        _goal(
            "g-pain",
            "Pain lets her sleep.",
            stage="ward",
            domain="health",
            concern="co-hip",
            baseline="e-pain",
            target=Target(
                what="pain", comparison=most, value=Quantity(3, "{score}"), due=date(2026, 11, 29)
            ),
        ),
        _goal(
            "g-bills",
            "The family knows what is paid, and by whom.",
            stage="ward",
            domain="money",
            concern="co-bills",
            baseline="e-bills",
            target=Target(
                what="bills_understood",
                comparison=Comparison.EQUAL,
                value=True,
                due=date(2026, 11, 30),
            ),
        ),
        _goal(
            "g-calls",
            "Alma and Jon hear from somebody three times a week.",
            stage="ward",
            domain="family",
            concern="co-far",
            baseline="e-calls",
            target=Target(
                what="family_calls_a_week",
                comparison=least,
                value=Quantity(3, "{calls}"),
                due=date(2026, 11, 30),
            ),
        ),
        _goal(
            "g-dress",
            "Edda dresses without help.",
            stage="rehab",
            domain="daily_life",
            concern="co-hip",
            baseline="e-alone",
            target=Target(
                what="dresses_alone",
                comparison=Comparison.EQUAL,
                value=True,
                due=date(2026, 12, 14),
            ),
        ),
        _goal(
            "g-stairs",
            "Eleven steps, with the rail.",
            stage="rehab",
            domain="function",
            concern="co-house",
            baseline="e-stairs",
            target=Target(
                what="stairs_climbed",
                comparison=least,
                value=Quantity(11, "{steps}"),
                due=date(2026, 12, 15),
            ),
        ),
        _goal(
            "g-house",
            "The house is ready for her.",
            stage="rehab",
            domain="home",
            concern="co-house",
            baseline="e-home",
            target=Target(
                what="home_is_ready",
                comparison=Comparison.EQUAL,
                value=True,
                due=date(2026, 12, 12),
            ),
        ),
        _goal(
            "g-pills",
            "No medicine is missed.",
            stage="home",
            domain="medicines",
            concern="co-pills",
            baseline="e-slips",
            target=Target(
                what="medicines_missed_a_week",
                comparison=most,
                value=Quantity(0, "{doses}"),
                due=date(2027, 1, 15),
            ),
        ),
        _goal(
            "g-heart",
            "She plans her garden again.",
            stage="home",
            domain="mood",
            concern="co-heart",
            baseline="e-mood",
            target=Target(
                what="phq_2", comparison=most, value=Quantity(2, "{score}"), due=date(2027, 2, 1)
            ),
        ),
    )
