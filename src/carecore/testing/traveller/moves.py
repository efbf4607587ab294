"""How the traveller gets well and gets home: timeline, transitions and journey."""

from datetime import date, datetime, timedelta
from typing import Final

import attrs

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.reasons import OwnChoice
from carecore.base.timing import Offset, Period
from carecore.catalogue import STANDARD
from carecore.record import (
    Comparison,
    EventKind,
    EventSign,
    EvidenceRule,
    ObservationSign,
)
from carecore.recovery import EvidenceGrade, Link, Milestone, Timeline
from carecore.testing.traveller.when import BOSTON, in_porto
from carecore.transitions import Move, MoveRecord, Transition, TransitionState, gates_for
from carecore.travel import (
    Clearance,
    EquipmentItem,
    EscortLevel,
    FitnessStatement,
    Journey,
    Leg,
    TravelMode,
    TravelNeed,
)

__all__ = ["journey", "timeline", "transitions"]

_OURS: Final = OwnChoice("the days of this story were agreed by the people in it")


def timeline() -> Timeline:
    """The pathway after a broken hip, and two milestones of her own."""
    hip = STANDARD.pathway("hip_fracture")
    started = hip.start("c-17", anchor=date(2026, 11, 16), anchor_event="e-admission")
    stages = {"back_home": "home", "outcome_at_120_days": "home", "home_ready": "rehab"}
    milestones = [attrs.evolve(one, stage=stages.get(one.id, "ward")) for one in started.milestones]
    arrives = Milestone(
        id="arrives_in_rehab",
        name="Arrives in rehabilitation",
        window=Window(Offset(days=15), Offset(days=16)),
        stage="rehab",
        evidence=EvidenceRule(all_of=(EventSign(kind=EventKind.ARRIVAL, setting="irf"),)),
        grade=EvidenceGrade.OWN,
        sources=(_OURS,),
    )
    climbs = Milestone(
        id="climbs_the_stairs",
        name="Climbs as many steps as her house has",
        window=Window(Offset(days=22), Offset(days=29)),
        stage="rehab",
        evidence=EvidenceRule(
            all_of=(
                ObservationSign(
                    what="stairs_climbed",
                    comparison=Comparison.AT_LEAST,
                    value=Quantity(11, "{steps}"),
                ),
            )
        ),
        grade=EvidenceGrade.OWN,
        sources=(_OURS,),
    )
    links = (
        *started.links,
        Link(before="leaves_hospital", after="arrives_in_rehab", sources=(_OURS,)),
        Link(
            before="arrives_in_rehab",
            after="climbs_the_stairs",
            minimum=Offset(days=7),
            sources=(_OURS,),
        ),
        Link(before="climbs_the_stairs", after="back_home", sources=(_OURS,)),
    )
    return attrs.evolve(started, milestones=(*milestones, arrives, climbs), links=links)


def transitions() -> tuple[Transition, ...]:
    """The flight to Boston, and going home."""
    flies = Transition(
        id="t-fly",
        client_id="c-17",
        from_setting="acute_ward",
        to_setting="irf",
        planned=in_porto(12, 1, 7),
        state=TransitionState.ACCEPTED,
        senders=("p-marta",),
        receivers=("p-tess",),
        deciders=("c-17", "r-1"),
        moves=(
            MoveRecord(move=Move.PLAN, by="p-marta", at=in_porto(11, 20, 15)),
            MoveRecord(move=Move.OFFER, by="p-marta", at=in_porto(11, 21, 9)),
            MoveRecord(move=Move.ACCEPT, by="p-tess", at=in_porto(11, 23, 14)),
        ),
        journey="j-1",
    )
    goes_home = Transition(
        id="t-home",
        client_id="c-17",
        from_setting="irf",
        to_setting="home_health",
        planned=datetime(2026, 12, 16, 10, tzinfo=BOSTON),
        state=TransitionState.PLANNED,
        senders=("p-tess",),
        receivers=("p-hana",),
        deciders=("c-17", "r-1"),
        moves=(MoveRecord(move=Move.PLAN, by="p-tess", at=in_porto(11, 23, 15)),),
    )
    return tuple(
        attrs.evolve(one, gates=gates_for(one, STANDARD.gates)) for one in (flies, goes_home)
    )


def journey() -> Journey:
    """From the ward to Boston, with a nurse beside her."""

    def leg(key: str, mode: TravelMode, where: str, *times: datetime) -> Leg:
        start, _, end = where.partition(" ")
        departs, arrives = times
        return Leg(
            id=key,
            mode=mode,
            from_place=start,
            to_place=end,
            departs=departs,
            arrives=arrives,
            carrier="o-air" if mode is TravelMode.AIR else "o-cars",
            escorts=("p-noor",),
        )

    landing = datetime(2026, 12, 1, 13, 30, tzinfo=BOSTON)
    return Journey(
        id="j-1",
        client_id="c-17",
        purpose="return_home",
        legs=(
            leg("l-1", TravelMode.ROAD, "PT PT", in_porto(12, 1, 7), in_porto(12, 1, 8)),
            leg("l-2", TravelMode.AIR, "PT US-MA", in_porto(12, 1, 10, 30), landing),
            leg(
                "l-3",
                TravelMode.ROAD,
                "US-MA US-MA",
                landing + timedelta(hours=1),
                landing + timedelta(hours=2),
            ),
        ),
        needs=attrs.evolve(
            TravelNeed.none(), injections=True, personal_care=True, mobility_help=True
        ),
        escort_level=EscortLevel.NURSE,
        equipment=(
            EquipmentItem(what="wheelchair", quantity=1),
            EquipmentItem(what="cpap", quantity=1, hours_of_power=14),
        ),
        fitness=(
            FitnessStatement(
                by="p-abel",
                at=date(2026, 11, 23),
                valid=Period(date(2026, 11, 23), date(2026, 12, 4)),
                is_fit=True,
                conditions=("aisle_seat",),
            ),
        ),
        clearances=(
            Clearance(
                carrier="o-air",
                asked_at=date(2026, 11, 22),
                given_at=date(2026, 11, 23),
                is_given=True,
            ),
        ),
    )
