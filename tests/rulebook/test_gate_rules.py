"""Gates and deadlines around a transition."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar
from carecore.base.reasons import OwnChoice
from carecore.base.timing import Offset, Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.coverage import Coverage
from carecore.people import Client
from carecore.plans import CarePlan, PlanStatus
from carecore.record import (
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
)
from carecore.roles import PayerKind
from carecore.transitions import (
    Clock,
    Gate,
    Move,
    MoveRecord,
    Override,
    Transition,
    TransitionState,
    gates_for,
)

from .asked import asked, fared, in_force, plan, said

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
CALENDAR = BusinessCalendar(holidays=(date(2026, 11, 26),))
LEFT = [TransitionState.UNDER_WAY, TransitionState.ARRIVED, TransitionState.COMPLETED]
AGREED = [
    TransitionState.PLANNED,
    TransitionState.OFFERED,
    TransitionState.ACCEPTED,
    TransitionState.READY,
]
GOING = [TransitionState.PROPOSED, *AGREED]


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def gate(**parts: Any) -> Gate:  # noqa: ANN401 # handed on
    told = EvidenceRule(all_of=(EventSign(what="family_told"),))
    known: dict[str, Any] = {"id": "family_told", "name": "told", "evidence": told}
    return Gate(**known | parts)


def event(what: str | None, day: int | None, kind: EventKind = EventKind.OTHER) -> Event:
    when = None if day is None else date(2026, 11, day)
    return Event(id=f"e-{what or kind.value}-{day}", kind=kind, what=what, happened=when)


def recorded(*transitions: Transition, events: tuple[Event, ...] = (), **parts: Any) -> CarePlan:  # noqa: ANN401
    """A plan with these transitions and a record of those events."""
    record = Record(client_id="c-17", events=events)
    return plan(transitions=transitions, record=record, **parts)


def left(*gates: Gate, **parts: Any) -> Transition:  # noqa: ANN401 # handed on
    """A transition that is under way since the 20th at noon."""
    moves = (MoveRecord(move=Move.DEPART, by="p-1", at=at(20, 12)),)
    known: dict[str, Any] = {
        "id": "t-1",
        "state": TransitionState.UNDER_WAY,
        "senders": ("p-1",),
        "moves": moves,
        "gates": gates,
    }
    return Transition(**known | parts)


@pytest.mark.parametrize("state", LEFT)
def test_a_gate_that_was_not_met_when_the_client_left_is_told(state: TransitionState) -> None:
    made = recorded(left(gate(id="other", is_blocking=False), gate(), state=state))

    assert said("X101", made) == [
        (
            "X101 error at $.transitions[0].gates[1]: the client left with the transition 't-1',"
            " and the gate 'family_told' was not met. Maybe it was done and not written down."
        )
    ]


def test_a_gate_that_somebody_passed_over_who_may_not_was_not_met() -> None:
    assert len(said("X101", recorded(left(gate(override=WORD), senders=("p-9",))))) == 1


def test_what_was_done_after_the_client_left_came_too_late() -> None:
    assert len(said("X101", recorded(left(gate()), events=(event("family_told", 21),)))) == 1


def test_what_was_done_in_an_earlier_stay_does_not_count() -> None:
    came = event(None, 18, EventKind.ADMISSION)

    assert said("X101", recorded(left(gate()), events=(came, event("family_told", 18)))) == []
    assert len(said("X101", recorded(left(gate()), events=(came, event("family_told", 17))))) == 1


WORD = Override(by="p-1", at=at(19), because="nobody_home", until=at(22))


@pytest.mark.parametrize(
    ("transition", "events"),
    [
        (left(gate()), (event("family_told", 20),)),
        (left(gate(override=WORD)), ()),
        (left(gate(is_blocking=False)), ()),
        (left(gate(), urgent=True), ()),
        (left(gate(), state=TransitionState.READY), ()),
        (left(), ()),
        # Nobody knows what would show it, or when it was.
        (left(gate(evidence=None)), ()),
        (left(gate()), (event("family_told", None),)),
        (
            left(
                gate(evidence=None, shown_by=Move.ACCEPT),
                moves=(
                    MoveRecord(move=Move.ACCEPT, by="p-2", at=at(19)),
                    MoveRecord(move=Move.DEPART, by="p-1", at=at(20)),
                ),
            ),
            (),
        ),
    ],
)
def test_a_gate_that_was_met_passed_over_or_is_unknown_is_left_alone(
    transition: Transition, events: tuple[Event, ...]
) -> None:
    assert said("X101", recorded(transition, events=events)) == []


@pytest.mark.parametrize(
    ("override", "shown_by"),
    [
        (attrs.evolve(WORD, until=at(20, 11)), None),
        (attrs.evolve(WORD, at=at(21)), None),
        (None, Move.ACCEPT),
    ],
)
def test_a_word_of_another_time_and_a_move_that_was_not_made_let_nobody_pass(
    override: Override | None, shown_by: Move | None
) -> None:
    made = recorded(left(gate(override=override, shown_by=shown_by)))

    assert len(said("X101", made)) == 1


def test_where_nobody_knows_when_the_client_left_today_counts() -> None:
    without = left(gate(), moves=())

    assert len(said("X101", recorded(without), as_of=NOW)) == 1
    assert said("X101", recorded(without, events=(event("family_told", 24),)), as_of=NOW) == []


def test_the_finding_cites_what_the_gate_rests_on() -> None:
    ours = OwnChoice("families are told")
    (finding,) = asked("X101", recorded(left(gate(sources=(ours,))))).findings

    assert finding.sources[0] == ours


HOME = Client(id="c-17", jurisdiction="US-MA", payers=("medicare",))


def went_home(**parts: Any) -> Transition:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": "t-1", "from_setting": "acute_ward", "to_setting": "home_health"}
    return Transition(**known | {"planned": at(10), "state": TransitionState.COMPLETED} | parts)


def missed(
    made: CarePlan, /, *, now: datetime = NOW, catalogue: Catalogue = STANDARD
) -> list[object]:
    """The ids of the clocks that the rule tells."""
    report = asked("X104", made, as_of=now, catalogue=catalogue, calendar=CALENDAR)
    assert report.outcomes[0].kind.value in {"clear", "found"}
    return [one.facts[0].seen for one in report.findings]


DISCHARGED = event(None, 10, EventKind.DISCHARGE)


def test_a_call_that_nobody_made_in_time_is_told() -> None:
    made = recorded(went_home(), events=(DISCHARGED,), client=HOME)
    found = said("X104", made, as_of=NOW, calendar=CALENDAR)

    assert found[0] == (
        "X104 warning at $.transitions[0]: around the transition 't-1' was due by 2026-11-12, and"
        " is not shown: speak with the client or caregiver within 2 business days of the"
        " discharge. Maybe it was done and not written down."
    )
    assert len(found) == 1


def test_the_finding_cites_what_the_clock_rests_on() -> None:
    made = recorded(went_home(), events=(DISCHARGED,), client=HOME)
    finding = asked("X104", made, as_of=NOW, calendar=CALENDAR).findings[0]

    assert finding.sources[:-1] == STANDARD.clock("contact_after_discharge").sources
    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("clock", "contact_after_discharge"),
        ("start", "2026-11-10"),
        ("due", "2026-11-12"),
        ("met at", None),
    ]


CALLED = event("interactive_contact", 11, EventKind.CONTACT)
TOLD = event("important_message_from_medicare", 9, EventKind.NOTICE)


@pytest.mark.parametrize(
    ("client", "events", "transition"),
    [
        (HOME, (DISCHARGED, CALLED, TOLD), went_home()),
        # Met late is met.
        (
            HOME,
            (DISCHARGED, event("interactive_contact", 20, EventKind.CONTACT), TOLD),
            went_home(),
        ),
        # The clocks do not hold, or nobody knows whether they do.
        (attrs.evolve(HOME, jurisdiction="CA"), (DISCHARGED,), went_home()),
        (attrs.evolve(HOME, jurisdiction=None), (DISCHARGED,), went_home()),
        (attrs.evolve(HOME, payers=("private_pay",)), (DISCHARGED,), went_home()),
        (attrs.evolve(HOME, payers=None), (DISCHARGED,), went_home()),
        (HOME, (DISCHARGED,), went_home(from_setting=None)),
        (HOME, (DISCHARGED,), went_home(from_setting="custodial")),
        (HOME, (DISCHARGED,), went_home(state=TransitionState.CANCELLED)),
        # Nobody left, or nobody knows when.
        (HOME, (), went_home(planned=None)),
        (HOME, (event(None, None, EventKind.DISCHARGE),), went_home(planned=None)),
        (HOME, (), went_home(planned=datetime(2026, 12, 10, tzinfo=UTC))),
    ],
)
def test_what_was_done_or_does_not_hold_is_not_missed(
    client: Client, events: tuple[Event, ...], transition: Transition
) -> None:
    assert missed(recorded(transition, events=events, client=client)) == []


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(0, []), (7 * 24, ["contact_after_discharge"])],
)
def test_there_is_time_until_the_last_day_is_over(hours: int, expected: list[str]) -> None:
    moves = (MoveRecord(move=Move.DEPART, by="p-1", at=NOW - timedelta(hours=hours)),)
    made = recorded(went_home(moves=moves, planned=None), events=(TOLD,), client=HOME)

    assert [one for one in missed(made) if one == "contact_after_discharge"] == expected


def test_a_clock_that_asks_for_a_word_of_the_record_holds_only_with_it() -> None:
    word = Observation(id="o-1", what="complex_decisions", value=True, happened=date(2026, 11, 10))
    early = event(None, 3, EventKind.DISCHARGE)
    without = recorded(went_home(), events=(early, CALLED, TOLD), client=HOME)

    assert "visit_after_discharge" not in missed(without)
    assert "visit_after_discharge" in missed(without.with_entries(word))


def test_who_pays_can_be_told_by_a_coverage_that_is_not_over() -> None:
    client = attrs.evolve(HOME, payers=None)
    days = [Period(date(2026, 1, 1)), Period(date(2025, 1, 1), date(2026, 1, 1)), None]
    found = [
        missed(
            recorded(
                went_home(),
                events=(DISCHARGED, TOLD),
                client=client,
                coverages=(
                    Coverage(id="k-1", client_id="c-17", payer=PayerKind.MEDICARE, period=period),
                ),
            )
        )
        for period in days
    ]

    assert found == [["contact_after_discharge"], [], ["contact_after_discharge"]]


def test_who_pays_for_somebody_else_pays_for_nothing_here() -> None:
    client = attrs.evolve(HOME, payers=None)
    other = Coverage(id="k-1", client_id="c-18", payer=PayerKind.MEDICARE)
    made = recorded(went_home(), events=(DISCHARGED, TOLD), client=client, coverages=(other,))

    assert missed(made) == []


def test_a_payer_of_an_unknown_sort_is_no_reason_to_speak() -> None:
    client = attrs.evolve(HOME, payers=None)
    unknown = Coverage(id="k-1", client_id="c-17")
    medicare = Coverage(id="k-2", client_id="c-17", payer=PayerKind.MEDICARE)
    found = [
        missed(recorded(went_home(), events=(DISCHARGED, TOLD), client=client, coverages=coverages))
        for coverages in ((unknown,), (unknown, medicare))
    ]

    assert found == [[], ["contact_after_discharge"]]


def only(clock: Clock) -> Catalogue:
    return attrs.evolve(STANDARD, clocks=(clock,))


def asks(**parts: Any) -> Clock:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {
        "id": "call",
        "name": "call",
        "starts": EventSign(kind=EventKind.DISCHARGE),
        "allowance": Offset(days=2),
        "met_by": EventSign(kind=EventKind.CONTACT),
    }
    return Clock(**known | parts)


@pytest.mark.parametrize(
    ("clock", "called", "is_missed"),
    [
        # The call comes before it counts, on the day on which it does, and after.
        (asks(earliest=Offset(days=1)), 10, True),
        (asks(earliest=Offset(days=1)), 11, False),
        (asks(earliest=Offset(days=1)), 12, False),
        (asks(earliest=Offset(days=-3)), 7, False),
        (asks(earliest=Offset(days=-3)), 6, True),
        (asks(earliest=Offset(months=-1)), 1, False),
        (asks(earliest=Offset(business_days=1)), 10, True),
        (asks(earliest=Offset(business_days=1)), 12, False),
        (asks(allowance=Offset(months=-1)), 9, False),
        (asks(allowance=Offset(months=-1), earliest=Offset(days=-60)), 9, False),
        (asks(allowance=Offset(business_days=-2)), 8, False),
        (asks(allowance=Offset(business_days=-2)), 11, False),
        (asks(allowance=Offset(months=1)), 9, False),
    ],
)
def test_a_clock_of_somebody_elses_catalogue_is_read_as_it_says(
    clock: Clock, called: int, *, is_missed: bool
) -> None:
    made = recorded(went_home(), events=(DISCHARGED, event(None, called, EventKind.CONTACT)))

    assert (missed(made, catalogue=only(clock)) == ["call"]) is is_missed


def test_a_day_outside_the_calendar_is_not_missed() -> None:
    clock = asks(allowance=Offset(days=-2))
    made = recorded(went_home(planned=date(1, 1, 1)))

    assert missed(made, catalogue=only(clock)) == []
    late = asks(earliest=Offset(days=-3650000))
    assert missed(recorded(went_home(), events=(DISCHARGED,)), catalogue=only(late)) == []


@pytest.mark.parametrize("state", GOING)
def test_a_word_that_has_run_out_is_told(state: TransitionState) -> None:
    one = Transition(id="t-1", state=state, gates=(gate(id="other"), gate(override=WORD)))

    assert said("X105", recorded(one), as_of=NOW) == [
        (
            "X105 warning at $.transitions[0].gates[1].override: the gate 'family_told' of the"
            " transition 't-1' was passed over until 2026-11-22T09:00:00+00:00, and that is over."
            " Maybe the gate is met by now, or the word is to be renewed."
        )
    ]


@pytest.mark.parametrize("state", [one for one in TransitionState if one not in GOING])
def test_nobody_waits_for_a_gate_once_the_client_has_left_or_stays(
    state: TransitionState,
) -> None:
    one = Transition(id="t-1", state=state, gates=(gate(override=WORD),))

    assert said("X105", recorded(one), as_of=NOW) == []


@pytest.mark.parametrize("until", [None, at(24, 11), at(30)])
def test_a_word_that_still_counts_is_left_alone(until: datetime | None) -> None:
    one = Transition(id="t-1", gates=(gate(override=attrs.evolve(WORD, until=until)),))

    assert said("X105", recorded(one), as_of=NOW) == []


def test_a_gate_that_is_met_by_now_needs_no_word() -> None:
    one = Transition(id="t-1", gates=(gate(override=WORD),))

    assert said("X105", recorded(one, events=(event("family_told", 23),)), as_of=NOW) == []
    assert len(said("X105", plan(transitions=(one,)))) == 1


def standard(state: TransitionState, *without: str, **parts: Any) -> Transition:  # noqa: ANN401
    """A transition with the standard gates of such a move but these."""
    one = went_home(state=state, **parts)
    kept = (each for each in gates_for(one, STANDARD.gates) if each.id not in without)
    return attrs.evolve(one, gates=tuple(kept))


@pytest.mark.parametrize("state", AGREED)
def test_a_standard_gate_that_is_not_asked_is_told(state: TransitionState) -> None:
    made = in_force(transitions=(standard(state, "red_flags_explained"),))

    assert said("X109", made) == [
        (
            "X109 advice at $.transitions[0].gates: the move 't-1' does not list 1 of the gates"
            " that are standard for it. Maybe"
            " transition.with_gates(*gates_for(transition, STANDARD.gates), *transition.gates)."
        )
    ]


def test_standard_gates_that_are_not_asked_are_counted() -> None:
    made = in_force(
        transitions=(standard(TransitionState.PLANNED, "client_agrees", "summary_sent"),)
    )
    (finding,) = asked("X109", made).findings

    assert "does not list 2 of the gates that are standard for it" in finding.message
    assert finding.facts[0].seen == ("client_agrees", "summary_sent")


def test_what_is_advised_about_standard_gates_helps_and_keeps_what_was_said() -> None:
    word = Override(by="p-1", at=NOW, because="no_time")
    of = standard(TransitionState.PLANNED, "client_agrees", "summary_sent")
    of = of.with_gates(attrs.evolve(of.gates[0], override=word))
    advised = of.with_gates(*gates_for(of, STANDARD.gates), *of.gates)

    assert len(said("X109", in_force(transitions=(of,)))) == 1
    assert said("X109", in_force(transitions=(advised,))) == []
    assert advised.gate(of.gates[0].id).override == word


@pytest.mark.parametrize(
    "made",
    [
        in_force(transitions=(standard(TransitionState.PLANNED),)),
        # What is advice only need not be asked.
        in_force(transitions=(standard(TransitionState.PLANNED, "medicine_list_given"),)),
        in_force(transitions=(went_home(state=TransitionState.PROPOSED),)),
        *(in_force(transitions=(went_home(state=state),)) for state in LEFT),
        plan(status=PlanStatus.DRAFT, transitions=(went_home(state=TransitionState.PLANNED),)),
    ],
)
def test_gates_are_asked_of_what_is_planned_in_a_plan_in_force(made: CarePlan) -> None:
    assert said("X109", made) == []


def test_a_care_setting_that_nobody_knows_asks_for_no_gate_of_its_own() -> None:
    here = standard(TransitionState.PLANNED)
    unknown = attrs.evolve(here, from_setting=None, to_setting=None)

    assert said("X109", in_force(transitions=(unknown,))) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("X101", "transitions, a record"),
        ("X104", "transitions, a record, a time of day, a calendar"),
        ("X105", "transitions"),
        ("X109", "a status, transitions"),
    ],
)
def test_a_plan_without_transitions_is_not_asked_about_gates(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"


def test_a_stale_observation_leaves_it_open_whether_a_gate_was_met() -> None:
    ready = EvidenceRule(all_of=(ObservationSign(what="ready", fresh_for=Offset(days=1)),))
    seen = Observation(id="o-1", what="ready", value=True, happened=date(2026, 11, 1))
    made = recorded(left(gate(evidence=ready))).with_entries(seen)

    assert said("X101", made) == []


def test_what_was_only_tried_meets_no_gate() -> None:
    tried = attrs.evolve(event("family_told", 19), outcome=EventOutcome.ATTEMPTED)

    assert len(said("X101", recorded(left(gate()), events=(tried,)))) == 1
