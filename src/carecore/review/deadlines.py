"""What is due around a move: every clock, whether it holds, until when, and how it stands."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final, final

import attrs
from attrs import field, frozen

from carecore.base.calendars import BusinessCalendar, Pause
from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.lookups import find_by_id
from carecore.base.moments import day_text
from carecore.base.outline import Faces, Items, Outline, Paragraph, Part, Section, Table
from carecore.base.parts import Cell
from carecore.base.plan_ids import PlanId, TransitionId, plan_id, transition_id
from carecore.base.reasons import OwnChoice, Verdict, grouped_sources
from carecore.base.timing import require_moment
from carecore.catalogue import STANDARD, Catalogue
from carecore.plans import CarePlan
from carecore.record import Record
from carecore.review.whose import is_own, no_record, own_record
from carecore.roles import PayerKind
from carecore.transitions import Clock, ClockReading, ClockState, read_clock

__all__ = ["DeadlineList", "find_deadlines"]

_NO_RECORD: Final = no_record(
    "nobody can tell what was done",
    OwnChoice("without a record nothing is met, and nothing is missed"),
)
_LATE: Final = frozenset({ClockState.MISSED, ClockState.MET_LATE})


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DeadlineList(Faces):
    """Every clock of the catalogue, as it stands for one move at one moment.

    Each is in exactly one of `applying`, `unclear` and `not_applying`.

    Attributes:
        plan: id of the plan.
        transition: id of the transition.
        as_of: the moment asked about.
        readings: how each clock stands, in the order of the catalogue.

    .. versionadded:: 0.1
    """

    plan: PlanId = field(converter=plan_id)
    transition: TransitionId = field(converter=transition_id)
    as_of: datetime
    readings: tuple[ClockReading, ...] = ()

    @property
    def applying(self) -> tuple[ClockReading, ...]:
        """The clocks that hold for the move."""
        return self._of(Verdict.MET)

    @property
    def unclear(self) -> tuple[ClockReading, ...]:
        """The clocks of which nobody knows whether they hold; their reasons say what to ask."""
        return self._of(Verdict.UNKNOWN)

    @property
    def not_applying(self) -> tuple[ClockReading, ...]:
        """The clocks that do not hold, with the reason."""
        return self._of(Verdict.NOT_MET)

    @property
    def late(self) -> tuple[ClockReading, ...]:
        """The clocks that hold, and were missed or met late."""
        return tuple(one for one in self.applying if one.state in _LATE)

    def clock(self, key: str, /) -> ClockReading:
        """How the clock with that id stands, or `UnknownId`."""
        return find_by_id(self.readings, key, kind="clock", by="clock")

    def outline(self, *, full: bool = False) -> Outline:
        """The deadlines as an outline; it shows ids only, so *full* changes nothing."""
        del full
        title = f"What is due around {self.transition} (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(self._parts()))

    def _of(self, applies: Verdict, /) -> tuple[ClockReading, ...]:
        return tuple(one for one in self.readings if one.applies is applies)

    def _parts(self) -> Iterator[Part]:
        numbers = (len(self.applying), len(self.unclear), len(self.not_applying))
        yield Paragraph("{} hold, {} may hold, {} do not.".format(*numbers))
        columns = ("what", "start", "due", "stands")
        for heading, readings in (("Holds", self.applying), ("May hold", self.unclear)):
            if readings:
                yield Section(heading, [Table(columns, map(_row, readings))])
        if self.not_applying:
            yield Section("Does not hold", _by_reason(self.not_applying))
        sources = dict.fromkeys(source for one in self.applying for source in one.sources)
        if sources:
            yield Section("Sources", [Items(grouped_sources(sources))])


def find_deadlines(
    plan: CarePlan,
    transition: str,
    /,
    *,
    as_of: datetime,
    calendar: BusinessCalendar,
    catalogue: Catalogue = STANDARD,
    pauses: Iterable[Pause] = (),
) -> DeadlineList:
    """What is due around that move: each clock with start, due time, state and source.

    Clocks that do not hold are listed too, with the reason, and so are those of which nobody knows.

    >>> from datetime import UTC
    >>> from carecore.people import Client
    >>> from carecore.transitions import Transition
    >>> plan = CarePlan(
    ...     id="plan-1",
    ...     client=Client(id="c-17", payers=["private_pay"]),
    ...     transitions=(
    ...         Transition(id="t-1", from_setting="acute_ward", to_setting="home_health"),
    ...     ),
    ... )
    >>> moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    >>> found = find_deadlines(plan, "t-1", as_of=moment, calendar=BusinessCalendar())
    >>> print(found.clock("contact_after_discharge").reasons[0])
    it holds for clients of other payers, or the payers are unknown

    Args:
        plan: the plan; its client's payers and place decide which clocks hold.
        transition: id of the transition.
        as_of: the moment asked about.
        calendar: which days are worked, and whose days and hours are meant.
        catalogue: what the field knows.
        pauses: while every clock stands still.

    Raises:
        UnknownId: if the plan has no such transition.
        WrongType: if *as_of* is no moment with a zone, or another part has the wrong type.

    .. versionadded:: 0.1
    """
    of = require_instance(plan, CarePlan, name="the plan").transition(transition)
    now = require_moment(as_of, name="as_of")
    days = require_instance(calendar, BusinessCalendar, name="the calendar")
    known = require_instance(catalogue, Catalogue, name="the catalogue")
    still, own = each_of(pauses, Pause), own_record(plan)
    record = Record(client_id=plan.client.id) if own is None else own
    payers = _payers(plan, now)
    readings = (
        read_clock(
            clock,
            of,
            record,
            as_of=now,
            calendar=days,
            payers=_payers_for(clock, payers),
            jurisdiction=plan.client.jurisdiction,
            pauses=still,
        )
        for clock in known.clocks
    )
    return DeadlineList(
        plan=plan.id,
        transition=of.id,
        as_of=now,
        readings=tuple(map(_without_record, readings) if own is None else readings),
    )


def _payers(plan: CarePlan, now: datetime, /) -> tuple[PayerKind | None, ...] | None:
    """Who pays by the client's own word, or else by the client's coverages that are not over.

    `None` among them is a payer of whom nobody says what sort it is.
    """
    own = [one for one in plan.coverages if is_own(plan, one.client_id)]
    if plan.client.payers is not None or not own:
        return plan.client.payers
    running = (one.payer for one in own if one.holds(now.date()) is not Verdict.NOT_MET)
    return tuple(dict.fromkeys(running))


def _payers_for(
    clock: Clock, payers: tuple[PayerKind | None, ...] | None, /
) -> tuple[PayerKind, ...] | None:
    """The payers, if they tell whether the clock holds; one of an unknown sort may be any."""
    known = None if payers is None else tuple(one for one in payers if one is not None)
    if payers is None or known is None or len(known) == len(payers):
        return known
    return known if not {*known}.isdisjoint(clock.payers or ()) else None


def _without_record(reading: ClockReading, /) -> ClockReading:
    if reading.state is not ClockState.MISSED:
        return reading
    return attrs.evolve(reading, state=ClockState.UNKNOWN, reasons=(_NO_RECORD, *reading.reasons))


def _by_reason(readings: Iterable[ClockReading], /) -> Iterator[Part]:
    """Each reason once, with the clocks that it keeps from holding."""
    names: dict[str, list[str]] = {}
    for one in readings:
        names.setdefault(str(one.reasons[0]), []).append(one.name)
    for reason, those in names.items():
        yield Paragraph(f"{reason}:")
        yield Items(those)


def _row(reading: ClockReading, /) -> tuple[Cell, ...]:
    start, due, state = reading.start, reading.due, reading.state
    return (
        reading.name,
        None if start is None else day_text(start.when),
        None if due is None else due.isoformat(),
        None if state is None else state.value.replace("_", " "),
    )
