"""The gates that ship: what shows each, whom it is asked of, and what it rests on."""

from datetime import UTC, date, datetime

import attrs
import pytest

from carecore.base.moments import to_when
from carecore.base.reasons import Citation, OwnChoice
from carecore.catalogue import STANDARD
from carecore.catalogue.gates import GATES
from carecore.errors import InvalidValue
from carecore.record import (
    Comparison,
    Event,
    EventKind,
    EventSign,
    Observation,
    ObservationSign,
    Record,
    Sign,
)
from carecore.transitions import (
    Gate,
    GateStanding,
    Move,
    MoveRecord,
    Override,
    Party,
    Transition,
    gates_for,
    weigh_gate,
)

BY_ID: dict[str, Gate] = {gate.id: gate for gate in GATES}
DAY = date(2026, 11, 23)
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
SETTINGS = {setting.id for setting in STANDARD.care_settings}
EMPTY = Record(client_id="c-17")
WARD_HOME = Transition(id="t-1", from_setting="acute_ward", to_setting="home_health")


def shown(gate: Gate, sign: Sign) -> Record:
    """A record that shows that sign, and the others that are needed with it."""
    rule = gate.evidence
    assert rule is not None
    events: list[Event] = []
    observations: list[Observation] = []
    for number, one in enumerate((*rule.all_of, sign)):
        if isinstance(one, EventSign):
            kind = one.kind or EventKind.OTHER
            events.append(Event(id=f"e-{number}", kind=kind, what=one.what, happened=to_when(DAY)))
        elif isinstance(one, ObservationSign):
            value = one.comparison is Comparison.PRESENT
            observations.append(
                Observation(id=f"o-{number}", what=one.what, value=value, happened=to_when(DAY))
            )
    return Record(client_id="c-17", events=tuple(events), observations=tuple(observations))


WAYS = [
    (gate, sign)
    for gate in GATES
    if gate.evidence is not None
    for sign in (gate.evidence.any_of or gate.evidence.all_of[:1])
]


@pytest.mark.parametrize(
    ("gate", "sign"), WAYS, ids=[f"{gate.id}-{getattr(sign, 'what', '')}" for gate, sign in WAYS]
)
def test_each_sign_that_is_enough_meets_the_gate(gate: Gate, sign: Sign) -> None:
    assert weigh_gate(gate, shown(gate, sign), as_of=DAY).standing is GateStanding.MET


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.id)
def test_a_gate_of_which_nothing_is_recorded_lets_nobody_pass(gate: Gate) -> None:
    state = weigh_gate(gate, EMPTY, as_of=DAY)

    assert (state.lets_pass, state.blocks) == (False, gate.is_blocking)


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.id)
def test_a_gate_names_care_settings_that_there_are(gate: Gate) -> None:
    named = {*(gate.from_settings or ()), *(gate.to_settings or ())}

    assert named - SETTINGS == set()


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.id)
def test_a_gate_rests_on_what_was_read_or_says_that_it_is_ours(gate: Gate) -> None:
    read = [one for one in gate.sources if isinstance(one, Citation) and one.verified]
    ours = [one for one in gate.sources if isinstance(one, OwnChoice)]

    assert read or len(ours) > 1


def test_what_holds_a_move_up_is_our_choice_and_says_so() -> None:
    weight = OwnChoice("whether a gate holds the move up or is advice")

    assert [gate.id for gate in GATES if weight not in gate.sources] == []


def test_an_id_stands_once() -> None:
    assert len(BY_ID) == len(GATES)


@pytest.mark.parametrize(
    "gate",
    [
        "receiver_accepted",
        "medicines_reconciled",
        "follow_up_booked",
        "pending_tests_listed",
        "problem_contact_named",
        "red_flags_explained",
        "understanding_checked",
    ],
)
def test_what_every_move_needs_holds_every_move_up(gate: str) -> None:
    found = BY_ID[gate]

    assert (found.is_blocking, found.from_settings, found.to_settings) == (True, None, None)


@pytest.mark.parametrize(
    ("ends", "extra"),
    [
        (
            ("acute_ward", "home_independent"),
            {"services_arranged", "equipment_in_place", "hospital_notice_given"},
        ),
        (
            ("acute_ward", "home_health"),
            {
                "services_arranged",
                "equipment_in_place",
                "hospital_notice_given",
                "hand_over_read_back",
                "choice_of_provider_offered",
                "caregiver_able",
            },
        ),
        (
            ("acute_ward", "snf"),
            {"hand_over_read_back", "hospital_notice_given", "choice_of_provider_offered"},
        ),
        (
            ("snf", "home_informal"),
            {
                "services_arranged",
                "equipment_in_place",
                "directive_passed_on",
                "end_of_cover_notice_given",
                "transfer_notice_given",
                "caregiver_able",
            },
        ),
        (("home_independent", "acute_ward"), {"hand_over_read_back"}),
    ],
)
def test_each_move_is_asked_for_what_goes_with_its_two_ends(
    ends: tuple[str, str], extra: set[str]
) -> None:
    asked = {
        gate.id
        for gate in gates_for(Transition(id="t-1", from_setting=ends[0], to_setting=ends[1]), GATES)
    }
    always = {gate.id for gate in GATES if gate.from_settings is None and gate.to_settings is None}

    assert asked - always == extra


def test_an_acceptance_by_the_receiver_need_not_be_recorded_again() -> None:
    moves = (MoveRecord(move=Move.ACCEPT, by="p-2", at=NINE),)
    accepted = attrs.evolve(WARD_HOME, moves=moves)
    gate = BY_ID["receiver_accepted"]

    assert weigh_gate(gate, EMPTY, as_of=NINE, transition=accepted).standing is GateStanding.MET


def test_nobody_but_the_clients_side_passes_over_that_the_client_agrees() -> None:
    move = attrs.evolve(
        WARD_HOME, senders=("p-1",), deciders=("c-17",), gates=(BY_ID["client_agrees"],)
    )
    word = Override(by="p-1", at=NINE, because="bed_is_needed")

    assert BY_ID["client_agrees"].overridable_by == (Party.CLIENT,)
    with pytest.raises(InvalidValue, match="is not for 'p-1' to pass over"):
        move.with_override("client_agrees", word)


def test_a_client_who_says_no_does_not_meet_the_gate() -> None:
    no = Observation(id="o-1", what="agrees_to_move", value=False, happened=to_when(DAY))
    state = weigh_gate(BY_ID["client_agrees"], Record(observations=(no,)), as_of=DAY)

    assert state.standing is GateStanding.UNMET


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (DAY, GateStanding.MET),
        (date(2026, 11, 22), GateStanding.MET),
        (date(2026, 11, 21), GateStanding.UNKNOWN),
    ],
)
def test_that_it_is_time_to_leave_is_no_word_of_last_week(
    day: date, standing: GateStanding
) -> None:
    word = Observation(id="o-1", what="ready_to_leave", value=True, happened=to_when(day))
    state = weigh_gate(BY_ID["ready_to_leave"], Record(observations=(word,)), as_of=DAY)

    assert state.standing is standing


def test_a_hand_over_that_nobody_said_back_is_none() -> None:
    given = Event(
        id="e-1", kind=EventKind.HAND_OVER, what="clinical_hand_over", happened=to_when(DAY)
    )
    state = weigh_gate(BY_ID["hand_over_read_back"], Record(events=(given,)), as_of=DAY)

    assert state.standing is GateStanding.UNMET


def test_the_goal_of_an_accreditor_that_was_not_read_holds_nothing_up_alone() -> None:
    alone = [
        gate.id
        for gate in GATES
        if gate.is_blocking
        and not any(isinstance(one, OwnChoice) or one.verified for one in gate.sources)
    ]

    assert alone == []
