"""The nouns of the house, of our time: what tests of apps ask for by name."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

import attrs
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar
from carecore.base.timing import PartialDate, Period
from carecore.codec.shapes import fields_of
from carecore.coverage import Authorization, Coverage
from carecore.credentials import Licence
from carecore.medications import MedicationList, MedicationOrder
from carecore.people import Client, Organization, Professional, Representative, Team
from carecore.plans import Activity, CarePlan, Concern, Goal, Stage, Visit
from carecore.record import Condition, Entry, Event, EvidenceRule, Observation, Record
from carecore.recovery import Milestone, Pathway, Timeline
from carecore.review import PlanView
from carecore.rights import Consent, Decision
from carecore.testing.strategies.fitting import Maker, Special, Values
from carecore.testing.strategies.kinds import SPECIAL
from carecore.testing.strategies.timing import business_calendars, zones
from carecore.testing.strategies.tying import tied
from carecore.testing.strategies.wording import ids
from carecore.transitions import Gate, Transition, TransitionState, advance, legal_moves
from carecore.travel import Journey

__all__ = [
    "activities",
    "authorizations",
    "clients",
    "concerns",
    "conditions",
    "consents",
    "coverages",
    "decisions",
    "entries",
    "events",
    "evidence_rules",
    "field_values",
    "gates",
    "goals",
    "journeys",
    "licences",
    "medication_lists",
    "medication_orders",
    "milestones",
    "observations",
    "organizations",
    "pathways",
    "plans",
    "professionals",
    "records",
    "representatives",
    "stages",
    "teams",
    "timelines",
    "transitions",
    "views",
    "visits",
]

T = TypeVar("T", bound=attrs.AttrsInstance)
_Fields: TypeAlias = dict[str, st.SearchStrategy[object]]

_START: Final = date(2026, 10, 1)
_DAYS: Final = 120
_HOURS: Final = 24 * _DAYS
_MOST_MOVES: Final = 8


def clients(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Client]:
    """Clients: whatever may be unknown sometimes is.

    .. versionadded:: 0.1
    """
    return _near(Client, fields)


def representatives(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Representative]:
    """Those who speak or decide for a client.

    .. versionadded:: 0.1
    """
    return _near(Representative, fields)


def professionals(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Professional]:
    """Professionals, with licences, limits and leave.

    .. versionadded:: 0.1
    """
    return _near(Professional, fields)


def organizations(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Organization]:
    """Organizations.

    .. versionadded:: 0.1
    """
    return _near(Organization, fields)


def licences(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Licence]:
    """Licences, with and without a period.

    .. versionadded:: 0.1
    """
    return _near(Licence, fields)


def conditions(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Condition]:
    """Conditions of a record.

    .. versionadded:: 0.1
    """
    return _near(Condition, fields)


def observations(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Observation]:
    """Observations of a record, of every kind of value.

    .. versionadded:: 0.1
    """
    return _near(Observation, fields)


def events(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Event]:
    """Events of a record, of every kind and outcome.

    .. versionadded:: 0.1
    """
    return _near(Event, fields)


def evidence_rules(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[EvidenceRule]:
    """What a milestone, stage or gate must see.

    .. versionadded:: 0.1
    """
    return _near(EvidenceRule, fields)


def medication_orders(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[MedicationOrder]:
    """Orders about medications.

    .. versionadded:: 0.1
    """
    return _near(MedicationOrder, fields)


def consents(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Consent]:
    """Consents, given or not, in force or not.

    .. versionadded:: 0.1
    """
    return _near(Consent, fields)


def decisions(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Decision]:
    """Decisions, made or open.

    .. versionadded:: 0.1
    """
    return _near(Decision, fields)


def coverages(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Coverage]:
    """Coverages of a client.

    .. versionadded:: 0.1
    """
    return _near(Coverage, fields)


def authorizations(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Authorization]:
    """What a payer has authorised.

    .. versionadded:: 0.1
    """
    return _near(Authorization, fields)


def milestones(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Milestone]:
    """Milestones, with and without window and evidence.

    .. versionadded:: 0.1
    """
    return _near(Milestone, fields)


def gates(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Gate]:
    """Gates of a transition.

    .. versionadded:: 0.1
    """
    return _near(Gate, fields)


def concerns(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Concern]:
    """Concerns.

    .. versionadded:: 0.1
    """
    return _near(Concern, fields)


def stages(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Stage]:
    """Stages of a plan.

    .. versionadded:: 0.1
    """
    return _near(Stage, fields)


def goals(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Goal]:
    """Goals, in every state.

    .. versionadded:: 0.1
    """
    return _near(Goal, fields)


def activities(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Activity]:
    """Activities, in every state.

    .. versionadded:: 0.1
    """
    return _near(Activity, fields)


def visits(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Visit]:
    """Visits, planned and made.

    .. versionadded:: 0.1
    """
    return _near(Visit, fields)


def teams(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Team]:
    """Teams whose members and details belong together.

    .. versionadded:: 0.1
    """
    return _tied(Team, fields)


def records(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Record]:
    """Records of one client, in which no id stands twice.

    .. versionadded:: 0.1
    """
    return _tied(Record, fields)


def medication_lists(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[MedicationList]:
    """Lists in which no medication stands twice.

    .. versionadded:: 0.1
    """
    return _tied(MedicationList, fields)


def timelines(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Timeline]:
    """Timelines without circles and loose ends, so that they can be scheduled.

    Where a window counts business days, that takes a calendar.

    .. versionadded:: 0.1
    """
    return _tied(Timeline, fields)


def pathways(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Pathway]:
    """Pathways without circles and loose ends.

    .. versionadded:: 0.1
    """
    return _tied(Pathway, fields)


def journeys(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Journey]:
    """Journeys, leg by leg.

    .. versionadded:: 0.1
    """
    return _tied(Journey, fields)


def plans(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[CarePlan]:
    """Plans in which every id leads somewhere, and all is of one client.

    They are no good plans: goals without targets, lapsed consents and moves that nobody made are
    what rules have to cope with.

    .. versionadded:: 0.1
    """
    return _tied(CarePlan, fields)


def entries() -> st.SearchStrategy[Entry]:
    """Entries of a record, of every kind.

    .. versionadded:: 0.1
    """
    return conditions() | observations() | events()


def transitions(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[Transition]:
    """Transitions with a history of legal moves, which led to where they stand.

    .. versionadded:: 0.1
    """
    people: st.SearchStrategy[object] = st.lists(ids("person"), min_size=1, max_size=2, unique=True)
    named = dict.fromkeys(("senders", "receivers", "deciders"), people)
    return _moved(_tied(Transition, named | fields))


def views(plan: st.SearchStrategy[CarePlan] | None = None, /) -> st.SearchStrategy[PlanView]:
    """What rules look at: a plan on a day or at a moment, with or without a calendar.

    Args:
        plan: the plans; None: `plans()`.

    .. versionadded:: 0.1
    """
    return st.builds(
        _view,
        plans() if plan is None else plan,
        _days() | _moments(),
        st.none() | business_calendars(),
    )


def field_values(cls: type[attrs.AttrsInstance], name: str, /) -> st.SearchStrategy[object]:
    """Values for one field of the class *cls*, of our time."""
    (field,) = (one for one in fields_of(cls) if one.name == name)
    return _maker().field(cls, field)


def _view(plan: CarePlan, as_of: date, calendar: BusinessCalendar | None, /) -> PlanView:
    return PlanView.of(plan, as_of=as_of, calendar=calendar)


def _near(kind: type[T], fields: _Fields, /) -> st.SearchStrategy[T]:
    maker = _maker()
    return maker.instances(kind, fields) if fields else maker.values(kind)


@st.composite
def _tied_values(draw: st.DrawFn, loose: st.SearchStrategy[T], /) -> T:
    return tied(draw, draw(loose))


def _tied(kind: type[T], fields: _Fields, /) -> st.SearchStrategy[T]:
    return _tied_values(_near(kind, fields))


@st.composite
def _moved(draw: st.DrawFn, transitions: st.SearchStrategy[Transition], /) -> Transition:
    """Transitions that are moved, a few times, by somebody who may."""
    moved = attrs.evolve(draw(transitions), state=TransitionState.PROPOSED, moves=())
    people = dict.fromkeys((*moved.senders, *moved.receivers, *moved.deciders))
    at = draw(_moments())
    for _ in range(draw(st.integers(0, _MOST_MOVES))):
        open_moves = [
            (option.move, person)
            for person in people
            for option in legal_moves(moved, by=person)
            if option.is_allowed
        ]
        if not open_moves:
            break
        move, person = draw(st.sampled_from(open_moves))
        at = at + timedelta(hours=draw(st.integers(0, 48)))
        moved = advance(moved, move, by=person, at=at)
    return moved


def _days() -> st.SearchStrategy[date]:
    return st.integers(0, _DAYS).map(_day)


def _day(number: int, /) -> date:
    return _START + timedelta(days=number)


def _moments() -> st.SearchStrategy[datetime]:
    return st.builds(_moment, st.integers(0, _HOURS), zones())


def _moment(hours: int, zone: ZoneInfo, /) -> datetime:
    start = datetime(_START.year, _START.month, _START.day, tzinfo=UTC)
    return (start + timedelta(hours=hours)).astimezone(zone)


def _partial_dates() -> st.SearchStrategy[PartialDate]:
    return st.builds(_partial_date, _days(), st.sampled_from((10, 10, 10, 7, 4)))


def _partial_date(day: date, length: int, /) -> PartialDate:
    return PartialDate.parse(day.isoformat()[:length])


def _periods() -> st.SearchStrategy[Period]:
    return st.builds(_period, _days(), st.none() | st.integers(0, _DAYS))


def _period(day: date, length: int | None, /) -> Period:
    return Period(day, None if length is None else day + timedelta(days=length))


@lru_cache(maxsize=1)
def _maker() -> Maker:
    ours = {date: _days(), datetime: _moments(), PartialDate: _partial_dates(), Period: _periods()}
    return Maker({**SPECIAL, **{kind: _always(made) for kind, made in ours.items()}}, 5, 2, 1)


def _always(made: Values, /) -> Special:
    def special(_: Maker, /) -> Values:
        return made

    return special
