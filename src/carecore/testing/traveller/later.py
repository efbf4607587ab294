"""What becomes of the traveller's plan: three edits that make it worse, and a later day.

The second act of the demo tells the edits, the third the later day.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, NamedTuple

import attrs

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.reasons import OwnChoice
from carecore.base.timing import Offset, Period
from carecore.people import Professional
from carecore.plans import CarePlan
from carecore.record import (
    Comparison,
    Event,
    EventKind,
    EvidenceRule,
    Observation,
    ObservationSign,
)
from carecore.recovery import EvidenceGrade, Link, Milestone
from carecore.testing.traveller.plan import traveller_plan
from carecore.testing.traveller.when import in_porto

__all__ = [
    "TRAVELLER_EDITS",
    "TRAVELLER_LATER",
    "TRAVELLER_NEWS",
    "TravellerEdit",
    "escort_licence_ends",
    "monitor_steps_down",
    "second_accountable",
    "traveller_later",
]

TRAVELLER_LATER: Final = in_porto(11, 30, 9)
"""The moment of the third act: the morning before the flight.

.. versionadded:: 0.1
"""

TRAVELLER_NEWS: Final = (
    "Her physiotherapist sets one more step: to sit upright for four hours by the 28th.",
    "On the 29th Edda manages two hours and a half.",
    "Her medicines are compared, and every difference is meant.",
    "Follow-up visits are booked, the cars are ordered, and Boston has the summary.",
    "She has the plan in writing, knows whom to call, and the warning signs were explained to her.",
    "On 28 November her doctor says that she can leave; nobody has asked him since.",
)
"""What happened between the two days, as one tells it.

.. versionadded:: 0.1
"""

_OURS: Final = OwnChoice("the days of this story were agreed by the people in it")


def escort_licence_ends(plan: CarePlan, /) -> CarePlan:
    """The licence of the nurse who flies along has ended where the plane lands.

    .. versionadded:: 0.1
    """
    team = plan.team
    assert team is not None
    people = tuple(
        _without_boston(one) if one.id == "p-noor" else one for one in team.professionals
    )
    return plan.with_team(attrs.evolve(team, professionals=people))


def monitor_steps_down(plan: CarePlan, /) -> CarePlan:
    """Who watched over the plan no longer does, and nobody is named instead.

    .. versionadded:: 0.1
    """
    return attrs.evolve(plan, monitor=None)


def second_accountable(plan: CarePlan, /) -> CarePlan:
    """Two people are accountable for the medicines.

    .. versionadded:: 0.1
    """
    activity = plan.activity("a-pills")
    return plan.with_activity(
        attrs.evolve(activity, accountable=(*activity.accountable, "p-marta"))
    )


class TravellerEdit(NamedTuple):
    """One edit of the traveller's plan: how one tells it, and what it does.

    .. versionadded:: 0.1
    """

    words: str
    edit: Callable[[CarePlan], CarePlan]


TRAVELLER_EDITS: Final = (
    TravellerEdit(
        "Noor, the nurse who flies along, held a licence for Massachusetts; it ended on "
        "1 November, and nobody noticed.",
        escort_licence_ends,
    ),
    TravellerEdit(
        "Ines, who watched over the whole plan, hands that over, and nobody is named.",
        monitor_steps_down,
    ),
    TravellerEdit(
        "Marta wants to help, so she becomes accountable for the medicines too, beside Ines.",
        second_accountable,
    ),
)
"""The edits of the second act, in order.

.. versionadded:: 0.1
"""


def traveller_later() -> CarePlan:
    """The traveller's plan on 30 November 2026, with what happened since.

    >>> plan = traveller_later()
    >>> plan.timeline.milestone("sits_for_the_flight").stage
    'ward'

    .. versionadded:: 0.1
    """
    plan = traveller_plan().with_entries(*_observations(), *_events())
    timeline = plan.timeline
    assert timeline is not None
    sits = Milestone(
        id="sits_for_the_flight",
        name="Sits upright for four hours",
        window=Window(Offset(days=9), Offset(days=12)),
        stage="ward",
        evidence=EvidenceRule(
            all_of=(
                ObservationSign(
                    what="hours_upright",
                    comparison=Comparison.AT_LEAST,
                    value=Quantity(4, "h"),
                ),
            )
        ),
        grade=EvidenceGrade.OWN,
        sources=(_OURS,),
    )
    rests = Link(before=sits.id, after="leaves_hospital", minimum=Offset(days=2), sources=(_OURS,))
    return plan.with_timeline(
        attrs.evolve(
            timeline,
            milestones=(*timeline.milestones, sits),
            links=(*timeline.links, rests),
        )
    )


def _without_boston(professional: Professional, /) -> Professional:
    ended = Period(date(2020, 1, 1), date(2026, 11, 1))
    licences = tuple(
        attrs.evolve(one, period=ended) if str(one.jurisdiction) == "US-MA" else one
        for one in professional.licences or ()
    )
    return attrs.evolve(professional, licences=licences)


def _observations() -> tuple[Observation, ...]:
    told: tuple[tuple[str, str, Quantity | bool, datetime, str], ...] = (
        ("e-upright", "hours_upright", Quantity("2.5", "h"), in_porto(11, 29, 16), "p-marta"),
        ("e-ready", "ready_to_leave", True, in_porto(11, 28, 11), "p-abel"),
        ("e-tests", "pending_tests", False, in_porto(11, 28, 11), "p-abel"),
        ("e-notice", "hospital_notice_owed", False, in_porto(11, 27, 9), "p-marta"),
        ("e-language", "language_help_needed", False, in_porto(11, 27, 9), "p-marta"),
    )
    return tuple(
        Observation(
            id=key, client_id="c-17", what=what, value=value, happened=at, recorded=at, by=by
        )
        for key, what, value, at, by in told
    )


def _events() -> tuple[Event, ...]:
    review, teaching, over = EventKind.MEDICATION_REVIEW, EventKind.TEACHING, EventKind.HAND_OVER
    told: tuple[tuple[str, EventKind, str, datetime, str], ...] = (
        ("e-compared", review, "medicines_reconciled", in_porto(11, 27, 10), "p-abel"),
        ("e-list", EventKind.OTHER, "medicine_list_given", in_porto(11, 27, 11), "p-marta"),
        ("e-booked", EventKind.CONTACT, "follow_up_booked", in_porto(11, 26, 15), "p-ines"),
        ("e-cars", EventKind.CONTACT, "transport_arranged", in_porto(11, 26, 16), "p-ines"),
        ("e-chosen", EventKind.OTHER, "choice_of_provider_offered", in_porto(11, 25, 9), "p-marta"),
        ("e-written", EventKind.OTHER, "written_plan_given", in_porto(11, 29, 10), "p-ines"),
        ("e-whom", EventKind.TEACHING, "problem_contact_named", in_porto(11, 29, 10), "p-ines"),
        ("e-flags", teaching, "red_flags_explained", in_porto(11, 29, 11), "p-ines"),
        ("e-summary", over, "summary_sent", in_porto(11, 29, 14), "p-marta"),
    )
    return tuple(
        Event(
            id=key,
            client_id="c-17",
            kind=kind,
            what=what,
            happened=at,
            recorded=at,
            setting="acute_ward",
            by=by,
        )
        for key, kind, what, at, by in told
    )
