"""One edit of the traveller's plan for each rule on activities, moves, journeys, medicines, payers.

Each makes its rule speak, and no other, save those in `ALSO`.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeAlias

import attrs

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.timing import Offset, Period
from carecore.catalogue import STANDARD
from carecore.coverage import AuthorizationStatus
from carecore.plans import CarePlan
from carecore.record import (
    Comparison,
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    EvidenceRule,
    ObservationSign,
)
from carecore.recovery import Link, Milestone
from carecore.rights import Acknowledgement
from carecore.testing.traveller import TRAVELLER_EDITS
from carecore.transitions import (
    Gate,
    Move,
    MoveRecord,
    Override,
    Transition,
    TransitionState,
    gates_for,
)
from carecore.travel import EscortLevel

Fault: TypeAlias = Callable[[CarePlan], CarePlan]

BACK_HOME: Final = EvidenceRule(all_of=(EventSign(what="back_in_her_garden"),))


def at(day: int, hour: int = 9, month: int = 11) -> datetime:
    """A moment late in 2026."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


def activity(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of an activity
    """The plan with one other activity."""
    return lambda plan: plan.with_activity(attrs.evolve(plan.activity(key), **parts))


def client(**parts: Any) -> Fault:  # noqa: ANN401 # any part of a client
    """The plan of the same client, of whom something else is known."""
    return lambda plan: plan.with_client(attrs.evolve(plan.client, **parts))


def visit(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a visit
    """The plan with one other visit."""
    return lambda plan: plan.with_visit(attrs.evolve(plan.visit(key), **parts))


def milestone(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a milestone
    """The plan with one other milestone."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.timeline is not None
        changed = attrs.evolve(plan.timeline.milestone(key), **parts)
        return plan.with_timeline(plan.timeline.with_milestone(changed))

    return edit


def added(new: Milestone, /, *links: Link) -> Fault:
    """The plan with one milestone more."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.timeline is not None
        return plan.with_timeline(plan.timeline.with_milestone(new, *links))

    return edit


def timeline(**parts: Any) -> Fault:  # noqa: ANN401 # any part of a timeline
    """The plan with another timeline."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.timeline is not None
        return plan.with_timeline(attrs.evolve(plan.timeline, **parts))

    return edit


def circle(plan: CarePlan, /) -> CarePlan:
    """Arriving comes after what comes after it."""
    assert plan.timeline is not None
    back = Link(before="climbs_the_stairs", after="arrives_in_rehab")
    links = (*plan.timeline.links, back)
    return plan.with_timeline(attrs.evolve(plan.timeline, links=links))


def not_done(key: str) -> Fault:
    """The plan with one event that was only tried."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.record is not None
        event = plan.record.find(key)
        assert isinstance(event, Event)
        return plan.with_entries(attrs.evolve(event, outcome=EventOutcome.ATTEMPTED))

    return edit


def transition(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a transition
    """The plan with one other transition; the gates go with its care settings."""

    def edit(plan: CarePlan, /) -> CarePlan:
        new = attrs.evolve(plan.transition(key), **parts)
        if "to_setting" in parts:
            new = attrs.evolve(new, gates=gates_for(new, STANDARD.gates))
        return plan.with_transition(new)

    return edit


def earlier(key: str, setting: str, /, *moves: MoveRecord, **parts: Any) -> Transition:  # noqa: ANN401
    """A transition of the days before, handed over by Marta to Tess."""
    given: dict[str, Any] = {
        "from_setting": "acute_ward",
        "state": TransitionState.COMPLETED,
        "senders": ("p-marta",),
        "receivers": ("p-tess",),
        "deciders": ("c-17",),
    }
    return Transition(id=key, client_id="c-17", to_setting=setting, moves=moves, **given | parts)


def past_its_gate(plan: CarePlan, /) -> CarePlan:
    """She was moved within the ward, and nobody had agreed."""
    gate = Gate(
        id="family_told",
        name="the family was told",
        evidence=EvidenceRule(all_of=(EventSign(what="family_told"),)),
    )
    return plan.with_transition(earlier("t-bed", "acute_ward", gates=(gate,)))


def over_a_move(plan: CarePlan, /) -> CarePlan:
    """She was moved on the 20th, and nobody had stopped what she took at home."""
    left = MoveRecord(move=Move.DEPART, by="p-marta", at=at(20))
    moved = earlier("t-bed", "acute_ward", left, state=TransitionState.UNDER_WAY)
    orders = tuple(one for one in plan.medication_orders if one.substance != "ibuprofen")
    return attrs.evolve(plan.with_transition(moved), medication_orders=orders)


def no_plan_in_time(plan: CarePlan, /) -> CarePlan:
    """In Massachusetts, a nursing facility took her on a week ago, and has no plan for her yet."""
    moves = (
        MoveRecord(move=Move.DEPART, by="p-marta", at=at(17, 9)),
        MoveRecord(move=Move.ARRIVE, by="p-tess", at=at(17, 11)),
        MoveRecord(move=Move.COMPLETE, by="p-tess", at=at(17, 12)),
    )
    told = tuple(
        Acknowledgement(right=one.id, at=date(2026, 11, 17), by="c-17") for one in STANDARD.rights
    )
    client = attrs.evolve(plan.client, jurisdiction="US-MA")
    there = attrs.evolve(plan.with_client(client), acknowledgements=told)
    return there.with_transition(earlier("t-snf", "snf", *moves))


def word_that_ran_out(plan: CarePlan, /) -> CarePlan:
    """The gate of the doctor's word was passed over until yesterday."""
    word = Override(by="p-marta", at=at(20), because="doctor_away", until=at(23))
    flies = plan.transition("t-fly")
    return plan.with_transition(flies.with_override("summary_sent", word))


def journey(**parts: Any) -> Fault:  # noqa: ANN401 # any part of a journey
    """The plan with another journey."""
    return lambda plan: plan.with_journey(attrs.evolve(plan.journey("j-1"), **parts))


def device(hours: int) -> Fault:
    """The plan with a breathing machine that runs for so long."""

    def edit(plan: CarePlan, /) -> CarePlan:
        things = tuple(
            attrs.evolve(one, hours_of_power=hours) if one.what == "cpap" else one
            for one in plan.journey("j-1").equipment
        )
        return journey(equipment=things)(plan)

    return edit


def too_early(plan: CarePlan, /) -> CarePlan:
    """She was operated on once more, and the airline has not been asked."""
    operation = Event(
        id="e-bowel",
        client_id="c-17",
        kind=EventKind.PROCEDURE,
        what="major_abdominal_surgery",
        happened=date(2026, 11, 23),
    )
    return journey(clearances=())(plan.with_entries(operation))


def early_car(plan: CarePlan, /) -> CarePlan:
    """The car is ordered for an hour before the aeroplane lands."""
    trip = plan.journey("j-1")
    landing = trip.leg("l-2").arrives
    assert landing is not None
    return plan.with_journey(
        trip.with_leg(attrs.evolve(trip.leg("l-3"), departs=landing - timedelta(hours=1)))
    )


def medication(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a medication
    """The plan with one other medication on the newest list."""

    def edit(plan: CarePlan, /) -> CarePlan:
        newest = plan.medication_list("ml-ward")
        changed = attrs.evolve(newest.find(key), **parts)
        return plan.with_medication_list(newest.with_medication(changed))

    return edit


def only_the_old_list(plan: CarePlan, /) -> CarePlan:
    """She came to another bed on the 20th, and the list of the 23rd is not there."""
    moves = (
        MoveRecord(move=Move.DEPART, by="p-marta", at=at(20, 9)),
        MoveRecord(move=Move.ARRIVE, by="p-tess", at=at(20, 10)),
        MoveRecord(move=Move.COMPLETE, by="p-tess", at=at(20, 11)),
    )
    moved = plan.with_transition(earlier("t-bed", "acute_ward", *moves))
    return attrs.evolve(moved, medication_lists=moved.medication_lists[:1])


def authorization(**parts: Any) -> Fault:  # noqa: ANN401 # any part of an authorization
    """The plan with another authorization."""

    def edit(plan: CarePlan, /) -> CarePlan:
        (old,) = plan.authorizations
        return plan.with_authorization(attrs.evolve(old, **parts))

    return edit


def nobody_pays(plan: CarePlan, /) -> CarePlan:
    """The coverage ended yesterday, and nobody else is known to pay."""
    (coverage,) = plan.coverages
    over = attrs.evolve(coverage, period=Period(date(2026, 1, 1), date(2026, 11, 24)))
    return plan.with_client(attrs.evolve(plan.client, payers=None)).with_coverage(over)


LONG: Final = Period(date(2026, 11, 16), date(2027, 2, 16))
SITS: Final = Milestone(
    id="sits_up",
    name="Sits up",
    window=Window(Offset(days=5), Offset(days=20)),
    evidence=EvidenceRule(
        all_of=(
            ObservationSign(
                what="walking_distance",
                comparison=Comparison.AT_LEAST,
                value=Quantity(10, "m"),
                fresh_for=Offset(days=0),
            ),
        )
    ),
)

FAULTS: Final[dict[str, Fault]] = {
    "D101": TRAVELLER_EDITS[2].edit,
    "D102": activity("a-house", accountable=()),
    "D103": activity("a-nurse", accountable=("p-noor",)),
    "D104": activity("a-house", duty="plan_discharge"),
    "D105": client(jurisdiction="ES"),
    "D106": client(needs=("watch_medicines", "losing_heart", "lonely")),
    "D107": activity("a-house", window=Period(date(2026, 11, 16), date(2026, 11, 24))),
    "D108": activity("a-house", duty="coordinate_care"),
    "D109": activity("a-house", goals=()),
    "V101": visit("v-2", planned=date(2026, 11, 23)),
    "V102": visit("v-1", event="e-admission"),
    "V103": visit("v-3", by="p-noor"),
    "M101": circle,
    "M102": milestone("outcome_at_120_days", stage="ward"),
    "M103": not_done("e-physio"),
    "M104": milestone("climbs_the_stairs", window=Window(Offset(days=16), Offset(days=20))),
    "M105": milestone("arrives_in_rehab", evidence=None),
    "M106": added(SITS),
    "M107": timeline(anchor_event="e-surgery"),
    "M108": added(
        Milestone(id="gardens", name="Works in her garden", evidence=BACK_HOME),
        Link(before="outcome_at_120_days", after="gardens", minimum=Offset(days=60)),
    ),
    "X101": past_its_gate,
    "X102": transition("t-home", state=TransitionState.OFFERED, moves=(), receivers=()),
    "X103": over_a_move,
    "X104": no_plan_in_time,
    "X105": word_that_ran_out,
    "X106": transition("t-fly", state=TransitionState.READY),
    "X107": transition("t-home", planned=date(2026, 11, 23)),
    "X108": transition("t-home", to_setting="snf"),
    "X109": transition("t-home", gates=()),
    "J101": TRAVELLER_EDITS[0].edit,
    "J102": journey(escort_level=EscortLevel.COMPANION),
    "J103": journey(fitness=()),
    "J104": too_early,
    "J105": device(7),
    "J106": early_car,
    "J107": lambda plan: attrs.evolve(plan, consents=plan.consents[:3]),
    "N101": medication("m-3", substance="Enoxaparin"),
    "N102": medication("m-1", dose=Quantity(10, "mg")),
    "N103": only_the_old_list,
    "K101": authorization(service="visit_in_hospital", units=0, period=LONG),
    "K102": authorization(status=AuthorizationStatus.DENIED),
    "K103": nobody_pays,
    "K104": authorization(service="visit_in_hospital", units=2, period=LONG),
}
"""What makes each rule speak."""

ALSO: Final[dict[str, frozenset[str]]] = {}
"""Which other rules speak as well, because they cannot but see the same edit."""
