"""Whether all is ready for a move, worked out by hand."""

from datetime import date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.outline import Section, Table
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import UnknownId, WrongType
from carecore.people import Client
from carecore.plans import CarePlan
from carecore.record import Event, EventKind, EventSign, EvidenceRule, Observation, Record
from carecore.review import Readiness, check_readiness
from carecore.transitions import (
    Gate,
    GateStanding,
    Move,
    MoveRecord,
    Override,
    Transition,
    TransitionState,
)

from .samples_review import HOME, MOMENT, PLAN, READINESS, RECORD, at

TEACH = Gate(
    id="teach_back",
    name="said back",
    evidence=EvidenceRule(all_of=(EventSign(what="teach_back"),)),
)
CHAIR = Gate(
    id="chair",
    name="chair in place",
    is_blocking=False,
    evidence=EvidenceRule(all_of=(EventSign(what="chair_in_place"),)),
)
DECIDED = Gate(id="decided", name="somebody has decided")
ONLY = Catalogue()


def asked(
    *gates: Gate, record: Record | None = RECORD, catalogue: Catalogue = ONLY, **changes: object
) -> Readiness:
    """The readiness of a move with these gates."""
    untyped: Any = changes
    move = attrs.evolve(HOME, gates=gates, **untyped)
    plan = attrs.evolve(PLAN, record=record, transitions=(move,))
    return check_readiness(plan, "t-home", as_of=MOMENT, catalogue=catalogue)


def standing(readiness: Readiness) -> dict[str, str]:
    """How each gate stands."""
    return {one.gate: one.standing.value for one in readiness.gates}


def seen(what: str, when: date, **changes: Any) -> Event:  # noqa: ANN401 # handed on
    """An event of that word."""
    return attrs.evolve(
        Event(id=f"e-{what}", kind=EventKind.TEACHING, what=what, happened=when), **changes
    )


def test_gates_are_met_by_what_happened_in_this_stay() -> None:
    record = RECORD.with_entries(seen("teach_back", date(2026, 11, 20)))

    assert standing(asked(TEACH, CHAIR, DECIDED, record=record)) == {
        "teach_back": "met",
        "chair": "unmet",
        "decided": "unknown",
    }


def test_what_was_before_the_admission_does_not_count() -> None:
    readiness = asked(TEACH)

    assert (standing(readiness), readiness.since) == (
        {"teach_back": "unmet"},
        date(2026, 11, 16),
    )


def test_without_an_admission_everything_before_counts() -> None:
    record = attrs.evolve(RECORD, events=RECORD.events[1:])
    readiness = asked(TEACH, record=record)

    assert (standing(readiness), readiness.since) == ({"teach_back": "met"}, None)


def test_what_happens_later_does_not_count_yet() -> None:
    record = RECORD.with_entries(seen("teach_back", at(11, 23, 10)))

    assert standing(asked(TEACH, record=record)) == {"teach_back": "unmet"}


def test_a_move_waits_for_blocking_gates_that_are_unmet_or_unknown() -> None:
    readiness = asked(TEACH, CHAIR, DECIDED)

    assert [one.gate for one in readiness.blocking] == ["teach_back", "decided"]
    assert [one.gate for one in readiness.advisory] == ["chair"]
    assert [one.gate for one in readiness.unknown] == ["decided"]
    assert not readiness.ready


def test_a_move_is_ready_while_only_advice_is_open() -> None:
    record = RECORD.with_entries(seen("teach_back", date(2026, 11, 20)))
    readiness = asked(TEACH, CHAIR, record=record)

    assert (readiness.ready, [one.gate for one in readiness.met]) == (True, ["teach_back"])


def test_a_gate_that_somebody_passed_over_does_not_hold_the_move_up() -> None:
    word = Override(by="p-social", at=at(11, 22), because="no_time")
    readiness = asked(attrs.evolve(TEACH, override=word))

    assert (readiness.ready, [one.gate for one in readiness.overridden]) == (True, ["teach_back"])


def test_a_word_that_has_expired_does_not_count() -> None:
    word = Override(by="p-social", at=at(11, 22), because="no_time", until=at(11, 23, 8))

    assert [one.gate for one in asked(attrs.evolve(TEACH, override=word)).unmet] == ["teach_back"]


def test_a_move_without_gates_is_not_ready() -> None:
    readiness = asked()

    assert (readiness.gates, readiness.ready) == ((), False)


def test_without_a_record_nothing_is_unmet_and_nothing_is_ready() -> None:
    readiness = asked(TEACH, DECIDED, record=None)

    assert standing(readiness) == {"teach_back": "unknown", "decided": "unknown"}
    assert [str(one.reasons[0]) for one in readiness.gates] == [
        "the plan has no record of its client, so nothing shows it",
        "nothing says what would show it",
    ]


def test_a_move_that_was_not_made_is_unmet_also_without_a_record() -> None:
    accepted = Gate(id="accepted", name="accepted", shown_by=Move.ACCEPT)

    assert standing(asked(accepted, record=None)) == {"accepted": "unmet"}


def test_a_move_that_was_made_shows_its_gate() -> None:
    accepted = Gate(id="accepted", name="accepted", shown_by=Move.ACCEPT)
    made = MoveRecord(move=Move.ACCEPT, by="p-nurse", at=at(11, 22))

    assert standing(asked(accepted, moves=(made,))) == {"accepted": "met"}


def test_the_catalogues_gates_for_these_care_settings_are_asked() -> None:
    assert len(READINESS.gates) == 20
    assert [one.gate for one in READINESS.gates[:3]] == [
        "client_agrees",
        "ready_to_leave",
        "receiver_accepted",
    ]
    # They are for leaving a nursing facility or a covered service.
    assert not {"transfer_notice_given", "end_of_cover_notice_given"} & set(standing(READINESS))


def test_a_gate_of_the_move_takes_the_place_of_the_catalogues() -> None:
    mine = attrs.evolve(STANDARD.gate("ready_to_leave"), is_blocking=False)
    readiness = asked(mine, TEACH, catalogue=STANDARD)

    assert readiness.gates[1].gate == "ready_to_leave"
    assert not readiness.gates[1].is_blocking
    assert readiness.gates[-1].gate == "teach_back"


def test_a_gate_of_the_move_is_asked_whatever_its_care_settings() -> None:
    assert standing(asked(attrs.evolve(TEACH, to_settings=("snf",)))) == {"teach_back": "unmet"}


def test_the_answer_names_the_move_the_moment_and_where_it_stands() -> None:
    assert (READINESS.plan, READINESS.transition, READINESS.as_of, READINESS.state) == (
        "plan-1",
        "t-home",
        MOMENT,
        TransitionState.PROPOSED,
    )


def test_a_discharge_of_which_everything_is_recorded_is_ready() -> None:
    done = {
        "move_agreed": EventKind.CONFERENCE,
        "receiver_accepted": EventKind.OTHER,
        "medicines_reconciled": EventKind.MEDICATION_REVIEW,
        "follow_up_booked": EventKind.OTHER,
        "pending_tests_listed": EventKind.OTHER,
        "services_arranged": EventKind.OTHER,
        "written_plan_given": EventKind.OTHER,
        "problem_contact_named": EventKind.OTHER,
        "red_flags_explained": EventKind.TEACHING,
        "teach_back": EventKind.TEACHING,
        "summary_sent": EventKind.HAND_OVER,
        "clinical_hand_over": EventKind.HAND_OVER,
        "hand_over_read_back": EventKind.HAND_OVER,
        "important_message_from_medicare": EventKind.NOTICE,
        "transport_arranged": EventKind.OTHER,
    }
    events = tuple(seen(what, at(11, 22), kind=kind) for what, kind in done.items())
    observations = (
        Observation(id="e-ready", what="ready_to_leave", value=True, happened=at(11, 22, 20)),
        Observation(id="e-equip", what="equipment_needed", value=False, happened=at(11, 22)),
    )
    readiness = asked(catalogue=STANDARD, record=RECORD.with_entries(*events, *observations))

    assert (readiness.blocking, readiness.ready) == ((), True)
    assert [one.gate for one in readiness.advisory] == [
        "medicine_list_given",
        "choice_of_provider_offered",
        "caregiver_able",
        "language_help_arranged",
    ]
    assert {one.standing for one in readiness.met} == {GateStanding.MET}


def test_a_readiness_prints_what_the_move_waits_for() -> None:
    word = Override(by="p-social", at=at(11, 22), because="no_time")
    over = attrs.evolve(DECIDED, override=word)
    record = RECORD.with_entries(seen("chair_in_place", date(2026, 11, 20)))
    text = str(asked(TEACH, over, attrs.evolve(CHAIR, is_blocking=True), record=record))

    assert text.startswith("Is t-home ready? (as of 2026-11-23T09:00:00-05:00)\n")
    for part in (
        "Not ready: of 3 gates 1 met, 1 unmet, 1 overridden, 0 unknown.",
        "Waits for",
        "Passed over",
        "Met",
    ):
        assert part in text
    assert "Advice" not in text


def test_a_ready_move_says_so() -> None:
    record = RECORD.with_entries(seen("teach_back", date(2026, 11, 20)))

    assert "\nReady: of 1 gates 1 met" in str(asked(TEACH, record=record))


def test_a_move_that_is_not_on_the_plan_is_named() -> None:
    with pytest.raises(UnknownId, match=r"no transition 't-hom'\. Maybe 't-home'"):
        check_readiness(PLAN, "t-hom", as_of=MOMENT)


@pytest.mark.parametrize(
    "call",
    [
        lambda: check_readiness(None, "t-home", as_of=MOMENT),  # type: ignore[arg-type]
        lambda: check_readiness(PLAN, "t-home", as_of=date(2026, 11, 23)),  # type: ignore[arg-type]
        lambda: check_readiness(PLAN, "t-home", as_of=datetime(2026, 11, 23)),
        lambda: check_readiness(PLAN, "t-home", as_of=MOMENT, catalogue=None),  # type: ignore[arg-type]
    ],
)
def test_the_question_takes_what_it_says(call: Any) -> None:  # noqa: ANN401 # called as it stands
    with pytest.raises(WrongType):
        call()


def test_a_move_of_which_nothing_is_known_is_asked_everything() -> None:
    plan = CarePlan(
        id="plan-1", client=Client(id="c-17"), transitions=(Transition(id="t-1"),), record=Record()
    )
    readiness = check_readiness(plan, "t-1", as_of=MOMENT)

    assert len(readiness.gates) == len(STANDARD.gates)


EITHER = attrs.evolve(
    TEACH,
    evidence=EvidenceRule(any_of=(EventSign(what="teach_back"), EventSign(what="teach_in"))),
)
BOTH = attrs.evolve(
    TEACH,
    evidence=EvidenceRule(all_of=(EventSign(what="teach_back"), EventSign(what="teach_in"))),
)


def why(gate: Gate, *, record: Record | None = RECORD, moves: tuple[MoveRecord, ...] = ()) -> str:
    """What a printed readiness says of one gate, in one line."""
    parts = asked(gate, record=record, moves=moves).outline().parts
    (section,) = (part for part in parts if isinstance(part, Section))
    (table,) = (part for part in section.parts if isinstance(part, Table))
    return str(table.rows[0][2])


def test_of_a_gate_that_is_met_what_was_seen_is_told() -> None:
    record = RECORD.with_entries(seen("teach_in", date(2026, 11, 20)))

    assert why(EITHER, record=record) == "the record shows it; teach in was done (2026-11-20)"


def test_of_a_gate_that_is_met_by_a_move_the_move_is_told() -> None:
    accepted = attrs.evolve(TEACH, shown_by=Move.ACCEPT)
    made = MoveRecord(move=Move.ACCEPT, by="p-nurse", at=at(11, 22))

    assert why(accepted, moves=(made,)) == "a move of the transition shows it"
    bare = attrs.evolve(accepted, evidence=None)
    assert why(bare, moves=(made,)) == "a move of the transition shows it"


def test_of_a_gate_that_is_not_met_what_is_missing_is_told() -> None:
    record = RECORD.with_entries(seen("teach_in", date(2026, 11, 20)))

    assert why(BOTH, record=record) == ("teach back is not recorded from 2026-11-16 to 2026-11-23")
    assert why(DECIDED) == "nothing says what would show it"
    assert why(TEACH, record=None) == "the plan has no record of its client, so nothing shows it"


def test_of_a_gate_that_is_passed_over_who_why_and_until_when_is_told() -> None:
    word = Override(by="p-social", at=at(11, 22), because="no_time")

    assert why(attrs.evolve(TEACH, override=word)) == (
        "p-social passed it over because of 'no time'"
    )
    short = attrs.evolve(word, until=at(11, 24))
    assert why(attrs.evolve(TEACH, override=short)) == (
        "p-social passed it over because of 'no time', until 2026-11-24T12:00:00-05:00"
    )
