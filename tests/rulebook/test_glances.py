"""A glance that says yes is never wrong: it agrees with the answer that comes with its reasons."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.calendars import BusinessCalendar, Window
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import last_day
from carecore.base.reasons import Verdict
from carecore.base.timing import Offset, PartialDate, Period
from carecore.catalogue import STANDARD
from carecore.medications import (
    Medication,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
    reconcile_medications,
)
from carecore.people import Client
from carecore.plans import CarePlan
from carecore.record import (
    Comparison,
    ConditionSign,
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
    Sign,
    weigh,
)
from carecore.recovery import Link, Milestone, MilestoneState, Timeline, Waiver
from carecore.review import PlanView
from carecore.roles import PayerKind
from carecore.rulebook.glances import (
    Glance,
    cannot_be_missed,
    has_sound_history,
    let_pass,
    surely_held_elsewhere,
)
from carecore.rulebook.list_glances import has_no_double, is_explained
from carecore.transitions import (
    Clock,
    ClockState,
    Gate,
    Move,
    MoveRecord,
    Override,
    Transition,
    TransitionState,
    history_faults,
    read_clock,
    weigh_gate,
)

from .asked import asked

DAY = date(2026, 11, 24)
ZONES = (UTC, timezone(timedelta(hours=13)), timezone(timedelta(hours=-9)))
CALENDAR = BusinessCalendar(holidays=(date(2026, 11, 26),), zone="America/New_York")

days = st.integers(-12, 12).map(lambda number: DAY + timedelta(days=number))
moments = st.builds(
    datetime.combine,
    days,
    st.integers(0, 23).map(lambda hour: datetime(2026, 1, 1, hour).time()),
    st.sampled_from(ZONES),
)
whens = st.one_of(
    st.none(),
    days,
    moments,
    st.sampled_from([PartialDate.parse("2026-11"), PartialDate.parse("2026")]),
)
words = st.sampled_from(["steps", "stairs"])
settings = st.sampled_from([None, "acute_ward", "home_health"])
clients = st.sampled_from([None, "c-17", "c-71"])
kinds = st.sampled_from(
    [EventKind.DISCHARGE, EventKind.ARRIVAL, EventKind.ADMISSION, EventKind.CONTACT]
)
events = st.builds(
    Event,
    id=st.uuids().map(str),
    client_id=clients,
    kind=kinds,
    what=st.one_of(st.none(), words),
    outcome=st.sampled_from([EventOutcome.DONE, EventOutcome.DONE, None, EventOutcome.ATTEMPTED]),
    happened=whens,
    recorded=whens,
    setting=settings,
)
values = st.one_of(
    st.none(), st.booleans(), st.integers(0, 20).map(lambda number: Quantity(number, "m"))
)
observations = st.builds(
    Observation,
    id=st.uuids().map(str),
    client_id=clients,
    what=words,
    value=values,
    happened=whens,
    recorded=whens,
)
records = st.builds(
    Record,
    client_id=st.just("c-17"),
    events=st.lists(events, max_size=6),
    observations=st.lists(observations, max_size=6),
)
event_signs = st.builds(EventSign, kind=kinds, what=st.one_of(st.none(), words), setting=settings)
observation_signs = st.one_of(
    st.builds(
        ObservationSign,
        what=words,
        comparison=st.just(Comparison.AT_LEAST),
        value=st.just(Quantity(10, "m")),
        fresh_for=st.sampled_from([None, Offset(days=0), Offset(days=3), Offset(hours=20)]),
    ),
    st.builds(ObservationSign, what=words),
)
signs = st.one_of(event_signs, observation_signs, st.just(ConditionSign(what="stroke")))
rules = st.one_of(
    st.builds(EvidenceRule, all_of=st.lists(signs, min_size=1, max_size=2)),
    st.builds(
        EvidenceRule,
        all_of=st.lists(event_signs, max_size=1),
        any_of=st.lists(signs, min_size=1, max_size=3),
    ),
)


@given(st.one_of(rules, signs), records, st.one_of(days, moments), st.one_of(st.none(), days))
def test_what_a_glance_shows_the_record_shows(
    rule: EvidenceRule | Sign, record: Record, as_of: date, since: date | None
) -> None:
    day = Glance(record, as_of=as_of, since=since).shown_on(rule)

    if day is not None:
        evidence = weigh(rule, record, as_of=as_of, since=since)
        assert evidence.verdict is Verdict.MET
        if since is not None:
            assert evidence.met_at is not None
            assert last_day(evidence.met_at) <= day + timedelta(days=1)


def test_a_glance_sees_what_is_plainly_there() -> None:
    steps = Event(id="e-1", kind=EventKind.CONTACT, what="steps", happened=date(2026, 11, 20))
    walks = Observation(
        id="o-1", what="stairs", value=Quantity(12, "m"), happened=date(2026, 11, 22)
    )
    glance = Glance(Record(events=(steps,), observations=(walks,)), as_of=DAY)
    far = ObservationSign(what="stairs", comparison=Comparison.AT_LEAST, value=Quantity(10, "m"))
    both = EvidenceRule(all_of=(EventSign(what="steps"), far))
    either = EvidenceRule(any_of=(EventSign(what="stairs"), far))

    assert glance.shown_on(both) == date(2026, 11, 22)
    assert glance.shown_on(either) == date(2026, 11, 22)
    assert glance.shown_on(EventSign(what="steps")) == date(2026, 11, 20)
    assert glance.shown_on(EvidenceRule(any_of=(EventSign(what="stairs"),))) is None


overrides = st.builds(
    Override,
    by=st.just("p-1"),
    at=moments,
    because=st.just("no_time"),
)
moves = st.builds(
    MoveRecord,
    move=st.sampled_from(Move),
    by=st.sampled_from(["p-1", "p-2", "c-17"]),
    at=moments,
)
gates = st.builds(
    Gate,
    id=st.just("told"),
    name=st.just("told"),
    evidence=st.one_of(st.none(), rules),
    shown_by=st.sampled_from([None, Move.ACCEPT, Move.DEPART]),
    override=st.one_of(st.none(), overrides),
)


def transition(**parts: Any) -> Transition:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {
        "id": "t-1",
        "senders": ("p-1",),
        "receivers": ("p-2",),
        "deciders": ("c-17",),
    }
    return Transition(**known | parts)


transitions = st.builds(
    transition,
    moves=st.lists(moves, max_size=5),
    state=st.sampled_from(TransitionState),
    planned=whens,
    from_setting=settings,
    to_setting=settings,
    urgent=st.booleans(),
)


@given(gates, transitions, records, moments, st.one_of(st.none(), days))
def test_a_gate_that_lets_pass_at_a_glance_lets_pass(  # noqa: PLR0917
    gate: Gate, one: Transition, record: Record, as_of: datetime, since: date | None
) -> None:
    glance = Glance(record, as_of=as_of, since=since)

    if let_pass(gate, one, glance, as_of=as_of):
        state = weigh_gate(gate, record, as_of=as_of, since=since, transition=one)
        assert state.lets_pass


@st.composite
def histories(draw: st.DrawFn) -> Transition:
    """A transition whose moves follow each other in time, and mostly in the table too."""
    usual = [Move.PLAN, Move.OFFER, Move.ACCEPT, Move.CONFIRM_READY, Move.DEPART, Move.ARRIVE]
    number = draw(st.integers(0, len(usual)))
    made = usual[:number]
    if draw(st.booleans()):
        made = [*made, draw(st.sampled_from(Move))]
    by = {Move.ACCEPT: "p-2"}
    start = datetime(2026, 11, 20, tzinfo=UTC)
    told = tuple(
        MoveRecord(
            move=move,
            by=draw(st.sampled_from([by.get(move, "p-1"), by.get(move, "p-1"), "c-17"])),
            at=start + timedelta(hours=draw(st.integers(index - 1, index + 1))),
        )
        for index, move in enumerate(made)
    )
    return transition(moves=told, state=draw(st.sampled_from(TransitionState)))


@given(st.one_of(histories(), transitions))
def test_a_history_that_looks_sound_is_sound(one: Transition) -> None:
    if has_sound_history(one):
        assert history_faults(one) == ()


def offset(**parts: int) -> Offset:
    return Offset(**parts)


offsets = st.one_of(
    st.builds(offset, days=st.integers(-8, 8)),
    st.builds(offset, months=st.integers(0, 1), days=st.integers(0, 3)),
    st.builds(offset, months=st.integers(-1, 0), days=st.integers(-3, 0)),
    st.builds(offset, business_days=st.integers(-3, 3)),
)
hours = st.one_of(offsets, st.builds(offset, hours=st.integers(-60, 60)))


@st.composite
def clocks(draw: st.DrawFn) -> Clock:
    """A clock of days or of hours, that starts with something and is met by something."""
    counts_hours = draw(st.booleans())
    allowance = draw(
        st.builds(offset, hours=st.integers(-60, 60).filter(bool)) if counts_hours else offsets
    )
    return Clock(
        id="call",
        name="call",
        starts=draw(event_signs),
        allowance=allowance,
        earliest=draw(st.one_of(st.none(), hours if counts_hours else offsets)),
        met_by=draw(st.one_of(rules, event_signs)),
        from_settings=draw(st.sampled_from([None, ("acute_ward",)])),
        to_settings=draw(st.sampled_from([None, ("home_health",)])),
        jurisdictions=draw(st.sampled_from([None, ("US",)])),
        payers=draw(st.sampled_from([None, ("medicare",)])),
        needs=draw(st.sampled_from([(), ("stairs",)])),
    )


payers = st.sampled_from([None, (), (PayerKind.MEDICARE,), (PayerKind.PRIVATE_PAY,)])
places = st.sampled_from([None, Jurisdiction("US"), Jurisdiction("US-MA"), Jurisdiction("PT")])


@given(clocks(), transitions, records, moments, payers, places)
def test_a_clock_that_cannot_be_missed_at_a_glance_is_not_missed(  # noqa: PLR0917
    clock: Clock,
    one: Transition,
    record: Record,
    now: datetime,
    paid_by: tuple[PayerKind, ...] | None,
    place: Jurisdiction | None,
) -> None:
    is_settled = surely_held_elsewhere(clock, payers=paid_by, place=place) or cannot_be_missed(
        clock, one, record, as_of=now
    )

    if is_settled:
        reading = read_clock(
            clock, one, record, as_of=now, calendar=CALENDAR, payers=paid_by, jurisdiction=place
        )
        assert reading.applies is not Verdict.MET or reading.state is not ClockState.MISSED


@pytest.mark.parametrize("clock", STANDARD.clocks, ids=lambda clock: clock.id)
def test_a_clock_that_ships_is_settled_where_nothing_began(clock: Clock) -> None:
    nothing = Record(client_id="c-17")
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)

    assert cannot_be_missed(clock, transition(), nothing, as_of=now)


substances = st.sampled_from(
    ["Furosemide", "furosemide ", "DIGOXIN", "digoxin", "caffè", "caffe\u0300"]
)
codes = st.one_of(
    st.none(),
    st.sampled_from([Code(system="rxnorm", code="1"), Code(system="rxnorm", code="2")]),
)
medications = st.builds(
    Medication,
    id=st.uuids().map(str),
    substance=substances,
    code=codes,
    dose=st.sampled_from([None, Quantity(20, "mg"), Quantity(40, "mg")]),
    route=st.sampled_from([None, "by_mouth"]),
    frequency=st.sampled_from(["", "daily", " Daily"]),
    status=st.one_of(st.none(), st.sampled_from(MedicationStatus)),
)
lists = st.builds(
    MedicationList, id=st.uuids().map(str), medications=st.lists(medications, max_size=4)
)
orders = st.lists(
    st.builds(
        MedicationOrder,
        id=st.uuids().map(str),
        action=st.sampled_from(OrderAction),
        substance=substances,
        code=codes,
        at=whens,
    ),
    max_size=4,
)


@given(lists, lists, orders)
def test_lists_that_are_explained_at_a_glance_are_explained(
    before: MedicationList, after: MedicationList, given_orders: list[MedicationOrder]
) -> None:
    if is_explained(before, after, given_orders):
        answer = reconcile_medications(before, after, orders=given_orders)
        assert answer.unexplained == ()


@given(lists)
def test_a_list_without_a_double_at_a_glance_has_none(one: MedicationList) -> None:
    if has_no_double(one):
        assert reconcile_medications(one, one).doubled == ()


def test_glances_at_lists_see_what_is_plainly_ordered() -> None:
    before = MedicationList(
        id="l-1",
        medications=(
            Medication(id="m-1", substance="furosemide", dose=Quantity(20, "mg")),
            Medication(id="m-2", substance="digoxin"),
            Medication(id="m-3", substance="ramipril", route="by_mouth"),
            Medication(id="m-5", substance="senna", status=MedicationStatus.STOPPED),
        ),
    )
    after = MedicationList(
        id="l-2",
        medications=(
            Medication(id="m-1", substance="furosemide", dose=Quantity(40, "mg")),
            Medication(id="m-3", substance="ramipril", route="under_the_tongue"),
            Medication(id="m-4", substance="paracetamol"),
        ),
    )
    said = (
        ("furosemide", OrderAction.CHANGE),
        ("digoxin", OrderAction.STOP),
        ("ramipril", OrderAction.CHANGE),
        ("paracetamol", OrderAction.START),
    )
    told = [
        MedicationOrder(id=f"o-{number}", action=action, substance=substance)
        for number, (substance, action) in enumerate(said)
    ]

    assert is_explained(before, after, told)
    assert not is_explained(before, after, told[1:])
    assert not is_explained(before, after, [*told, told[0]])
    assert has_no_double(before)


stays = st.builds(
    lambda start, length: Period(start, start + timedelta(days=length)), days, st.integers(1, 40)
)


def milestone(key: str, /, **parts: Any) -> Milestone:  # noqa: ANN401 # handed on
    return Milestone(id=key, name=key, **parts)


def window(first: int, length: int, /) -> Window:
    return Window(Offset(days=first), Offset(days=first + length))


@st.composite
def recoveries(draw: st.DrawFn) -> CarePlan:
    """A plan with a timeline of a few milestones in a row, and a record."""
    number = draw(st.integers(1, 4))
    points = tuple(
        milestone(
            f"m-{index}",
            window=draw(
                st.one_of(st.none(), st.builds(window, st.integers(0, 9), st.integers(0, 9)))
            ),
            evidence=draw(st.one_of(st.none(), rules)),
            waived=draw(
                st.one_of(
                    st.none(),
                    st.none(),
                    st.builds(Waiver, by=st.just("p-1"), at=days, because=st.just("declined")),
                )
            ),
        )
        for index in range(number)
    )
    links = tuple(
        Link(
            before=f"m-{index}",
            after=f"m-{index + 1}",
            minimum=Offset(days=draw(st.integers(0, 6))),
            maximum=draw(st.sampled_from([None, None, Offset(days=7)])),
        )
        for index in range(number - 1)
    )
    anchor = draw(days)
    return CarePlan(
        id="plan-1",
        client=Client(id="c-17"),
        period=Period(date(2026, 1, 1), DAY + timedelta(days=draw(st.integers(-5, 30)))),
        record=draw(records),
        timeline=Timeline(
            id="tl-1", client_id="c-17", anchor=anchor, milestones=points, links=links
        ),
    )


@given(recoveries())
def test_no_glance_at_a_recovery_hides_what_tracking_shows(made: CarePlan) -> None:
    tracking = PlanView.of(made, as_of=DAY).tracking
    assert tracking is not None
    assert made.period is not None
    assert made.period.end is not None

    late = {one.id for one in tracking.late if one.state is MilestoneState.OVERDUE}
    stale = {
        one.id
        for one in tracking.milestones
        if one.is_stale
        and one.state in (MilestoneState.DUE, MilestoneState.OVERDUE, MilestoneState.UNKNOWN)
    }
    told = {
        code: [str(one.place) for one in asked(code, made, as_of=DAY).findings]
        for code in ("M103", "M106", "M108")
    }
    warned = [
        one for one in asked("M103", made, as_of=DAY).findings if one.severity.value == "warning"
    ]
    assert (len(warned), len(told["M106"])) == (len(late), len(stale))
    assert bool(told["M108"]) is (tracking.end_forecast >= made.period.end)
