"""Nouns that hold others, tied together: every id leads somewhere."""

from datetime import date, timedelta
from typing import Final, TypeVar

import attrs
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar
from carecore.medications import MedicationList
from carecore.people import Team
from carecore.plans import CarePlan
from carecore.record import Record
from carecore.recovery import Pathway, Timeline
from carecore.review import PlanView
from carecore.testing.strategies.nearby import Fields, near, near_days, near_moments
from carecore.testing.strategies.timing import business_calendars
from carecore.testing.strategies.tying import tied
from carecore.testing.strategies.wording import ids
from carecore.transitions import Transition, TransitionState, advance, legal_moves
from carecore.travel import Journey

__all__ = [
    "journeys",
    "medication_lists",
    "pathways",
    "plans",
    "records",
    "teams",
    "timelines",
    "transitions",
    "views",
]

T = TypeVar("T", bound=attrs.AttrsInstance)

_MOST_MOVES: Final = 8


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
        near_days() | near_moments(),
        st.none() | business_calendars(),
    )


def _view(plan: CarePlan, as_of: date, calendar: BusinessCalendar | None, /) -> PlanView:
    return PlanView.of(plan, as_of=as_of, calendar=calendar)


@st.composite
def _tied_values(draw: st.DrawFn, loose: st.SearchStrategy[T], /) -> T:
    return tied(draw, draw(loose))


def _tied(kind: type[T], fields: Fields, /) -> st.SearchStrategy[T]:
    return _tied_values(near(kind, fields))


@st.composite
def _moved(draw: st.DrawFn, transitions: st.SearchStrategy[Transition], /) -> Transition:
    """Transitions that are moved, a few times, by somebody who may."""
    moved = attrs.evolve(draw(transitions), state=TransitionState.PROPOSED, moves=())
    people = dict.fromkeys((*moved.senders, *moved.receivers, *moved.deciders))
    at = draw(near_moments())
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
