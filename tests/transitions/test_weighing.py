"""How a gate stands: what the record shows, what the moves show, and whose word counts."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from carecore.base.moments import to_when
from carecore.base.reasons import OwnChoice, Verdict
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.record import (
    Comparison,
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
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
    is_between,
    weigh_gate,
)

from .samples_transitions import GATE_STATE

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = date(2026, 3, 2)

TEACH = EventSign(kind=EventKind.TEACHING, what="teach_back")
TESTS_OUT = ObservationSign(what="pending_tests", comparison=Comparison.EQUAL, value=False)
TAUGHT = Gate(
    id="understanding_checked",
    name="said back",
    evidence=EvidenceRule(all_of=(TEACH,)),
    sources=(OwnChoice("better asked than guessed"),),
)
TESTS = Gate(id="tests_listed", name="tests listed", evidence=EvidenceRule(any_of=(TESTS_OUT,)))
ACCEPTED = Gate(id="receiver_accepted", name="accepted", shown_by=Move.ACCEPT)
EMPTY = Record(client_id="c-17")
WORD = Override(by="p-1", at=NOON, because="daughter_is_a_nurse", until=NOON + 8 * HOUR)


def taught(
    when: date = DAY, *, outcome: EventOutcome | None = EventOutcome.DONE, client: str = "c-17"
) -> Record:
    """A record in which the teaching was done, or what came of it, on that day."""
    event = Event(
        id="e-1",
        client_id=client,
        kind=EventKind.TEACHING,
        what="teach_back",
        outcome=outcome,
        happened=to_when(when),
    )
    return Record(client_id="c-17", events=(event,))


def standing(gate: Gate, record: Record, as_of: date = DAY) -> GateStanding:
    """How the gate stands."""
    return weigh_gate(gate, record, as_of=as_of).standing


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (taught(), GateStanding.MET),
        (EMPTY, GateStanding.UNMET),
        (taught(DAY + timedelta(days=1)), GateStanding.UNMET),
        (taught(outcome=EventOutcome.ATTEMPTED), GateStanding.UNMET),
        (taught(outcome=EventOutcome.REFUSED), GateStanding.UNMET),
        (taught(outcome=None), GateStanding.UNKNOWN),
        (taught(client="c-18"), GateStanding.UNMET),
    ],
    ids=["done", "nothing", "later", "attempted", "refused", "outcome unknown", "another client"],
)
def test_a_gate_is_met_by_what_was_done_and_by_nothing_else(
    record: Record, expected: GateStanding
) -> None:
    assert standing(TAUGHT, record) is expected


def test_what_nobody_asked_is_unknown_and_not_unmet() -> None:
    assert standing(TESTS, EMPTY) is GateStanding.UNKNOWN


@pytest.mark.parametrize(
    ("value", "expected"), [(False, GateStanding.MET), (True, GateStanding.UNMET)]
)
def test_that_there_is_nothing_to_do_meets_a_gate_as_well(
    value: object, expected: GateStanding
) -> None:
    untyped: Any = value
    seen = Observation(id="e-1", what="pending_tests", value=untyped, happened=to_when(DAY))

    assert standing(TESTS, Record(observations=(seen,))) is expected


def test_what_was_before_this_stay_does_not_count() -> None:
    state = weigh_gate(TAUGHT, taught(date(2023, 3, 2)), as_of=DAY, since=date(2026, 3, 1))

    assert state.standing is GateStanding.UNMET


def test_a_gate_state_cites_what_shows_it() -> None:
    state = weigh_gate(TAUGHT, taught(), as_of=DAY)

    assert state.evidence is not None
    assert (state.evidence.entries, state.reasons[0].id, state.reasons[0].facts[0].seen) == (
        ("e-1",),
        "gate_met",
        ("e-1",),
    )
    assert state.sources == TAUGHT.sources


@pytest.mark.parametrize(
    ("is_blocking", "record", "blocks"),
    [(True, EMPTY, True), (False, EMPTY, False), (True, taught(), False)],
    ids=["blocking", "advice", "met"],
)
def test_only_a_blocking_gate_that_is_not_met_holds_a_move_up(
    *, is_blocking: bool, record: Record, blocks: bool
) -> None:
    gate = attrs.evolve(TAUGHT, is_blocking=is_blocking)

    assert weigh_gate(gate, record, as_of=DAY).blocks is blocks


def test_unknown_holds_a_move_up_as_unmet_does() -> None:
    assert weigh_gate(TESTS, EMPTY, as_of=DAY).blocks


def test_a_gate_that_says_nothing_of_evidence_is_unknown() -> None:
    state = weigh_gate(Gate(id="chair", name="chair"), taught(), as_of=DAY)

    assert (state.standing, state.evidence, str(state.reasons[0])) == (
        GateStanding.UNKNOWN,
        None,
        "nothing says what would show it",
    )


# Overrides.


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (NOON - HOUR, GateStanding.UNMET),
        (NOON, GateStanding.OVERRIDDEN),
        (NOON + 8 * HOUR - timedelta(microseconds=1), GateStanding.OVERRIDDEN),
        (NOON + 8 * HOUR, GateStanding.UNMET),
    ],
    ids=["before", "from then on", "until the end", "expired"],
)
def test_an_override_counts_from_its_moment_until_it_expires(
    as_of: datetime, expected: GateStanding
) -> None:
    assert standing(attrs.evolve(TAUGHT, override=WORD), EMPTY, as_of) is expected


@pytest.mark.parametrize(
    ("until", "day", "expected"),
    [
        (None, DAY - timedelta(days=1), GateStanding.UNMET),
        (None, DAY, GateStanding.OVERRIDDEN),
        (None, DAY + timedelta(days=999), GateStanding.OVERRIDDEN),
        (NOON + 8 * HOUR, DAY, GateStanding.UNMET),
        (NOON + 36 * HOUR, DAY, GateStanding.OVERRIDDEN),
    ],
)
def test_on_a_day_an_override_counts_if_it_does_at_the_days_end(
    until: datetime | None, day: date, expected: GateStanding
) -> None:
    word = attrs.evolve(WORD, until=until)

    assert standing(attrs.evolve(TAUGHT, override=word), EMPTY, day) is expected


def test_an_override_passes_over_what_is_unknown_as_well() -> None:
    state = weigh_gate(attrs.evolve(TESTS, override=WORD), EMPTY, as_of=NOON)

    assert (state.standing, state.blocks, state.override) == (GateStanding.OVERRIDDEN, False, WORD)


def test_what_is_met_stays_met_whatever_was_said() -> None:
    state = weigh_gate(attrs.evolve(TAUGHT, override=WORD), taught(), as_of=NOON)

    assert (state.standing, state.override) == (GateStanding.MET, WORD)


def test_whose_word_it_is_and_why_are_among_the_reasons() -> None:
    state = weigh_gate(attrs.evolve(TAUGHT, override=WORD), EMPTY, as_of=NOON)

    assert (state.reasons[0].id, [fact.seen for fact in state.reasons[0].facts]) == (
        "gate_overridden",
        [
            "p-1",
            "daughter_is_a_nurse",
            "2026-03-02T12:00:00+00:00",
            "2026-03-02T20:00:00+00:00",
        ],
    )


def test_a_word_that_does_not_count_is_told_and_not_passed_over_in_silence() -> None:
    state = weigh_gate(attrs.evolve(TAUGHT, override=WORD), EMPTY, as_of=NOON + 9 * HOUR)

    assert (state.override, [reason.id for reason in state.reasons]) == (
        None,
        ["gate_unmet", "override_does_not_count", "event_not_shown"],
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"by": None}, "the person id is None"),
        ({"because": ""}, "is not snake_case"),
        ({"because": "No room, sorry"}, "is not snake_case"),
        ({"until": NOON}, r"\$\.until: the override holds until .* begins no earlier"),
        ({"until": NOON - HOUR}, "Maybe the two moments are swapped"),
        ({"at": DAY}, "a moment with a time zone is wanted"),
    ],
)
def test_an_override_needs_a_person_a_reason_and_times_that_run_forward(
    change: dict[str, Any], message: str
) -> None:
    known: dict[str, Any] = {"by": "p-1", "at": NOON, "because": "no_room"}

    with pytest.raises(CareError, match=message):
        Override(**(known | change))


@pytest.mark.parametrize("missing", ["by", "because", "at"])
def test_an_override_without_person_reason_or_moment_is_none(missing: str) -> None:
    known: dict[str, Any] = {"by": "p-1", "at": NOON, "because": "no_room"}
    del known[missing]

    with pytest.raises(TypeError):
        Override(**known)


def test_an_override_ends_after_it_begins_also_in_the_hour_that_comes_twice() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 50, tzinfo=berlin)
    second = datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=berlin)
    word = Override(by="p-1", at=first, because="no_room", until=second)

    assert (word.holds(as_of=first), word.holds(as_of=second)) == (True, False)
    with pytest.raises(InvalidValue):
        Override(by="p-1", at=second, because="no_room", until=first)


@pytest.mark.parametrize("as_of", ["2026-03-02", datetime(2026, 3, 2, 9), None])
def test_an_override_is_asked_of_a_day_or_a_moment(as_of: object) -> None:
    untyped: Any = as_of

    with pytest.raises(WrongType, match="as_of is"):
        WORD.holds(as_of=untyped)


MOVED = Transition(id="t-1", senders=("p-1",), receivers=("p-2",), deciders=("c-17",))


@pytest.mark.parametrize(
    ("by", "standing", "reason"),
    [
        ("p-1", GateStanding.OVERRIDDEN, "gate_overridden"),
        ("c-17", GateStanding.OVERRIDDEN, "gate_overridden"),
        ("p-9", GateStanding.UNMET, "override_not_theirs"),
    ],
)
def test_the_word_of_somebody_without_a_part_in_the_move_does_not_count(
    by: str, standing: GateStanding, reason: str
) -> None:
    gate = attrs.evolve(TAUGHT, override=attrs.evolve(WORD, by=by))

    state = weigh_gate(gate, EMPTY, as_of=NOON, transition=MOVED)
    assert (state.standing, state.override is not None) == (
        standing,
        standing is GateStanding.OVERRIDDEN,
    )
    assert reason in [one.id for one in state.reasons]


def test_a_gate_that_is_the_clients_is_not_passed_over_by_a_senders_word() -> None:
    gate = attrs.evolve(TAUGHT, override=WORD, overridable_by=(Party.CLIENT,))

    assert weigh_gate(gate, EMPTY, as_of=NOON, transition=MOVED).blocks


def test_without_the_transition_nobody_can_tell_whose_word_it_is() -> None:
    gate = attrs.evolve(TAUGHT, override=attrs.evolve(WORD, by="p-9"))

    assert weigh_gate(gate, EMPTY, as_of=NOON).standing is GateStanding.OVERRIDDEN


@pytest.mark.parametrize("parts", [(None, None, None), (MOVED, "snf", None), (MOVED, None, 3)])
def test_between_which_settings_is_asked_of_a_transition(parts: tuple[object, ...]) -> None:
    untyped: Any = parts
    with pytest.raises(WrongType):
        is_between(*untyped)


# Moves that show a gate.


def accepted(*moves: Move) -> Transition:
    """A transition with that history, an hour apart from noon on."""
    made = (
        MoveRecord(move=move, by="p-2", at=NOON + hour * HOUR) for hour, move in enumerate(moves)
    )
    return Transition(id="t-1", moves=tuple(made))


@pytest.mark.parametrize(
    ("transition", "as_of", "expected"),
    [
        (accepted(Move.OFFER, Move.ACCEPT), NOON + HOUR, GateStanding.MET),
        (accepted(Move.OFFER, Move.ACCEPT), NOON, GateStanding.UNMET),
        (accepted(Move.OFFER), NOON + HOUR, GateStanding.UNMET),
        (accepted(Move.OFFER, Move.ACCEPT, Move.DECLINE), NOON + 9 * HOUR, GateStanding.UNMET),
        (accepted(Move.OFFER, Move.ACCEPT), DAY, GateStanding.MET),
        (None, NOON + HOUR, GateStanding.UNKNOWN),
    ],
    ids=["accepted", "not yet", "only offered", "taken back", "that day", "no transition"],
)
def test_an_acceptance_need_not_be_written_twice(
    transition: Transition | None, as_of: date, expected: GateStanding
) -> None:
    state = weigh_gate(ACCEPTED, EMPTY, as_of=as_of, transition=transition)

    assert state.standing is expected


def test_a_gate_that_a_move_shows_says_which_and_when() -> None:
    there = accepted(Move.OFFER, Move.ACCEPT)
    state = weigh_gate(ACCEPTED, EMPTY, as_of=NOON + HOUR, transition=there)

    assert (state.reasons[0].id, [fact.seen for fact in state.reasons[0].facts]) == (
        "gate_shown_by_move",
        ["accept", "2026-03-02T13:00:00+00:00"],
    )


def test_a_move_that_was_not_made_is_told() -> None:
    state = weigh_gate(ACCEPTED, EMPTY, as_of=NOON, transition=accepted())

    assert str(state.reasons[0]) == "the move that would show it was not made, or stands no more"


def test_the_record_shows_a_gate_also_where_no_move_does() -> None:
    gate = attrs.evolve(TAUGHT, shown_by=Move.CONFIRM_READY)

    assert weigh_gate(gate, taught(), as_of=DAY, transition=accepted()).standing is GateStanding.MET


def test_a_gate_that_names_no_move_does_not_look_at_moves() -> None:
    state = weigh_gate(TAUGHT, EMPTY, as_of=DAY, transition=accepted(Move.ACCEPT))

    assert state.standing is GateStanding.UNMET


# Which gates, and faces.


@pytest.mark.parametrize(
    ("ends", "wanted", "expected"),
    [
        (("snf", "home"), (None, None), Verdict.MET),
        ((None, None), (None, None), Verdict.MET),
        (("snf", "home"), (("snf",), ("home", "hospice")), Verdict.MET),
        (("snf", "home"), (("ward",), None), Verdict.NOT_MET),
        (("snf", "home"), (None, ("hospice",)), Verdict.NOT_MET),
        ((None, "home"), (("snf",), None), Verdict.UNKNOWN),
        ((None, "home"), (("snf",), ("hospice",)), Verdict.NOT_MET),
        (("snf", None), (("snf",), ("home",)), Verdict.UNKNOWN),
        (("snf", "home"), ((), None), Verdict.NOT_MET),
    ],
)
def test_a_transition_lies_between_the_settings_asked_for_or_not_or_nobody_knows(
    ends: tuple[str | None, str | None],
    wanted: tuple[Any, Any],
    expected: Verdict,
) -> None:
    transition = Transition(id="t-1", from_setting=ends[0], to_setting=ends[1])

    assert is_between(transition, *wanted) is expected


def test_the_gates_of_a_move_are_those_that_are_not_ruled_out() -> None:
    gates = (
        TAUGHT,
        attrs.evolve(TAUGHT, id="from_snf", from_settings=("snf",)),
        attrs.evolve(TAUGHT, id="to_home", to_settings=("home",)),
        attrs.evolve(TAUGHT, id="to_snf", to_settings=("snf",)),
    )

    assert [gate.id for gate in gates_for(Transition(id="t-1", to_setting="home"), gates)] == [
        "understanding_checked",
        "from_snf",
        "to_home",
    ]


@pytest.mark.parametrize("value", [None, "gate", TAUGHT.id])
def test_only_a_gate_a_record_and_a_transition_are_weighed(value: object) -> None:
    wrong: Any = value
    asked: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: weigh_gate(wrong, EMPTY, as_of=DAY), "the gate is"),
        (lambda: weigh_gate(TAUGHT, wrong, as_of=DAY), "the record is"),
        (lambda: gates_for(wrong, []), "the transition is"),
    )
    for ask, message in asked:
        with pytest.raises(WrongType, match=message):
            ask()


def test_only_the_moves_of_a_transition_show_a_gate() -> None:
    wrong: Any = "t-1"

    with pytest.raises(WrongType, match="the transition is text"):
        weigh_gate(TAUGHT, EMPTY, as_of=DAY, transition=wrong)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "Teach back"}, "is not snake_case"),
        ({"name": " "}, "the name of a Gate is blank"),
        ({"evidence": TEACH}, "EvidenceRule or None is wanted"),
        ({"overridable_by": ("sender",)}, "a Party is wanted"),
        ({"override": "because"}, "Override or None is wanted"),
        ({"shown_by": "accept"}, "Move or None is wanted"),
        ({"from_settings": "snf"}, "a list of care setting ids is wanted"),
    ],
)
def test_a_gate_that_has_no_meaning_is_refused(change: dict[str, Any], message: str) -> None:
    known: dict[str, Any] = {"id": "teach_back", "name": "teach back"}

    with pytest.raises(CareError, match=message):
        Gate(**(known | change))


def test_a_gate_state_tells_itself() -> None:
    assert str(GATE_STATE) == (
        "said back in own words\n"
        "======================\n"
        "\n"
        "Overridden. The move waits for it.\n"
        "\n"
        "- the record does not show it"
    )


def test_advice_says_that_it_is_advice() -> None:
    state = weigh_gate(attrs.evolve(TAUGHT, is_blocking=False), EMPTY, as_of=DAY)

    assert "Unmet. It is advice." in str(state)
