"""What is drawn is valid, varied, and as the name of the strategy says."""

import importlib
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, Literal, NewType, Protocol

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar, Deadline, Window
from carecore.base.moments import When, is_by, to_when
from carecore.base.timing import Offset, PartialDate, Period
from carecore.catalogue import STANDARD
from carecore.errors import UnknownId, WrongType
from carecore.people import Client, LanguageSkill, Professional, Team, WeeklyHours
from carecore.plans import CarePlan, Goal, GoalStatus
from carecore.record import Record
from carecore.recovery import Pathway, Timeline, schedule
from carecore.review import PlanView
from carecore.testing import strategies, traveller_plan
from carecore.testing.strategies import families, nouns, registering, timing, wholes, wording
from carecore.testing.strategies.fitting import Maker
from carecore.transitions import Transition, TransitionState, history_faults, replay
from carecore.validation import Rule

from ..drawing import at_most
from .public import CLASSES, named

# A plan is long, and a report of a failure may be.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

NAMED = sorted({*nouns.__all__, *wholes.__all__})
QUICK = settings(
    max_examples=at_most(15), phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
FEW = settings(max_examples=at_most(30), suppress_health_check=[HealthCheck.too_slow])


def drawn(values: st.SearchStrategy[Any], number: int, /) -> list[Any]:
    """Several values."""
    found: list[Any] = []

    @settings(QUICK, max_examples=number, suppress_health_check=list(HealthCheck))
    @given(values)
    def draw(value: object) -> None:
        found.append(value)

    draw()
    return found


@pytest.mark.parametrize("cls", CLASSES, ids=named)
@QUICK
@given(data=st.data())
def test_a_value_of_every_public_class_can_be_drawn_and_is_whole(
    cls: type[Any], data: st.DataObject
) -> None:
    value = data.draw(strategies.values(cls))

    assert type(value) is cls
    assert bool(repr(value))
    assert attrs.evolve(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 # our own bytes


def kinds_seen(cls: type[Any], values: list[Any]) -> dict[str, int]:
    """How many different values each field has had."""
    names = [one.name for one in attrs.fields(cls) if one.init and not one.name.startswith("_")]
    return {name: len({repr(getattr(value, name)) for value in values}) for name in names}


@pytest.mark.parametrize("cls", CLASSES, ids=named)
def test_every_field_of_every_public_class_varies(cls: type[Any]) -> None:
    # The check of a rule that is drawn is always the same function.
    same = {"check"} if cls is Rule else set[str]()
    values: list[Any] = []

    # Most have varied in all fields after a few; none gets more than all of these tries.
    for number in (5, 15, 60):
        values += drawn(strategies.values(cls), number)
        alike = {name for name, seen in kinds_seen(cls, values).items() if seen < 2}
        if alike == same:
            break

    assert alike == same


@pytest.mark.parametrize("name", NAMED)
@QUICK
@given(data=st.data())
def test_a_noun_can_be_drawn_by_its_name(name: str, data: st.DataObject) -> None:
    noun = data.draw(getattr(strategies, name)())

    assert attrs.evolve(noun) == noun


def ids_of(value: Any, kind: str, /) -> list[str]:  # noqa: ANN401 # of any class
    """The ids of all values of a class of that name in *value*, in order."""
    if isinstance(value, tuple):
        return [found for one in value for found in ids_of(one, kind)]
    if not attrs.has(type(value)):
        return []
    own = [str(getattr(value, "id", ""))] if type(value).__name__ == kind else []
    parts = (getattr(value, one.name) for one in attrs.fields(type(value)) if one.init)
    return [*own, *(found for part in parts for found in ids_of(part, kind))]


def asked_by(client: Client) -> set[str | None]:
    """The professionals whom a client wishes for or declines."""
    asked = client.preferences
    return set() if asked is None else {*asked.wishes, *asked.vetoes}


@FEW
@given(strategies.plans())
def test_the_ids_of_a_plan_lead_somewhere(plan: CarePlan) -> None:
    people = set(ids_of(plan, "Client")) | set(ids_of(plan, "Professional"))
    people |= set(ids_of(plan, "Representative"))
    record = plan.record or Record()
    named_ids: tuple[tuple[set[str | None], set[str]], ...] = (
        ({goal.stage for goal in plan.goals}, set(ids_of(plan, "Stage"))),
        ({key for goal in plan.goals for key in goal.concerns}, set(ids_of(plan, "Concern"))),
        ({one.activity for one in plan.visits}, set(ids_of(plan, "Activity"))),
        ({one.event for one in plan.visits}, {entry.id for entry in record.entries}),
        ({plan.monitor, *(one.by for one in plan.consents)}, people),
        ({one.client_id for one in plan.transitions}, {plan.client.id}),
        (asked_by(plan.client), set(ids_of(plan, "Professional"))),
        ({one.setting for one in plan.stages}, {one.id for one in STANDARD.care_settings}),
        ({one.duty for one in plan.activities}, {one.id for one in STANDARD.duties}),
    )

    assert [wrong for found, known in named_ids if (wrong := found - {None} - known)] == []


@FEW
@given(strategies.plans())
def test_no_id_of_a_plan_stands_twice(plan: CarePlan) -> None:
    kinds = ("Goal", "Stage", "Activity", "Visit", "Transition", "Journey", "Event", "Consent")

    assert [kind for kind in kinds if len(set(ids_of(plan, kind))) < len(ids_of(plan, kind))] == []


@FEW
@given(strategies.records())
def test_a_record_is_of_one_client_and_its_ids_stand_once(record: Record) -> None:
    ids = [entry.id for entry in record.entries]

    assert len(set(ids)) == len(ids)
    assert {entry.client_id for entry in record.entries} <= {None, "client-1"}


@FEW
@given(strategies.timelines())
def test_a_timeline_can_be_scheduled(timeline: Timeline) -> None:
    assert schedule(timeline, calendar=BusinessCalendar()).timeline == timeline.id


@FEW
@given(strategies.pathways())
def test_the_milestones_of_a_pathway_stand_once(pathway: Pathway) -> None:
    ids = [milestone.id for milestone in pathway.milestones]

    assert len(set(ids)) == len(ids)


@FEW
@given(strategies.transitions())
def test_the_moves_of_a_transition_were_legal_and_led_to_where_it_stands(
    transition: Transition,
) -> None:
    assert history_faults(transition) == ()
    assert replay(transition) == transition


def test_transitions_come_far() -> None:
    states = {one.state for one in drawn(strategies.transitions(), 500)}

    assert {TransitionState.UNDER_WAY, TransitionState.DECLINED} <= states


@FEW
@given(strategies.transitions(senders=st.just(()), receivers=st.just(()), deciders=st.just(())))
def test_where_nobody_has_a_part_nothing_moves(transition: Transition) -> None:
    assert (transition.state, transition.moves) == (TransitionState.PROPOSED, ())


@FEW
@given(strategies.teams())
def test_the_members_of_a_team_are_those_whose_details_it_has(team: Team) -> None:
    known = {one.id for one in team.professionals} | {"client-1"}

    assert not team.professionals or {one.person_id for one in team.memberships} <= known


@FEW
@given(strategies.views(st.just(traveller_plan())))
def test_a_view_is_of_the_plan_that_is_given(view: PlanView) -> None:
    assert view.plan == traveller_plan()


@FEW
@given(strategies.views())
def test_a_view_is_of_our_time(view: PlanView) -> None:
    assert date(2026, 9, 30) <= view.day <= date(2027, 1, 30)


def sizes(plan: CarePlan) -> list[int]:
    """How many things a plan has of each kind."""
    parts = (getattr(plan, one.name) for one in attrs.fields(CarePlan))
    return [len(part) for part in parts if isinstance(part, tuple)]


def test_a_flawed_plan_has_more_than_it_should_or_less_or_something_else() -> None:
    good = traveller_plan()
    flawed = drawn(strategies.flawed_plans(), 60)
    pairs = [list(zip(sizes(one), sizes(good), strict=True)) for one in flawed]

    assert good in flawed
    assert any(one < other for pair in pairs for one, other in pair)
    assert any(one > other for pair in pairs for one, other in pair)
    assert any(plan != good and sizes(plan) == sizes(good) for plan in flawed)


def test_flaws_are_put_into_any_plan() -> None:
    plan = CarePlan(id="plan-1", client=Client(id="c-1"))

    assert {one.id for one in drawn(strategies.flawed_plans(plan), 20)} >= {"plan-1"}


@FEW
@given(strategies.goals(status=st.just(GoalStatus.ACTIVE), targets=st.just(())))
def test_fields_are_made_as_one_says(goal: Goal) -> None:
    assert (goal.status, goal.targets) == (GoalStatus.ACTIVE, ())


@FEW
@given(strategies.values(Goal, status=st.just(GoalStatus.ACTIVE)))
def test_fields_of_any_class_are_made_as_one_says(goal: Goal) -> None:
    assert goal.status is GoalStatus.ACTIVE


def test_a_field_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownId) as caught:
        strategies.clients(names=st.just("Ada"))

    assert str(caught.value) == "there is no field of Client 'names'. Maybe 'name' or 'needs'."


def test_a_class_without_fields_has_none_to_choose() -> None:
    with pytest.raises(WrongType, match="date has no fields that could be chosen"):
        strategies.values(date, year=st.just(2026))


@FEW
@given(strategies.clients() | strategies.values(Client))
def test_a_client_that_fails_is_shown_in_one_line(client: Client) -> None:
    assert "\n" not in repr(client)


def test_a_strategy_shows_itself_in_short() -> None:
    shown = repr(strategies.values(CarePlan)) + repr(strategies.terms()) + repr(Maker({}, {}, 1))

    assert len(shown) < 600


@FEW
@given(strategies.values(Deadline))
def test_a_deadline_can_be_answered(deadline: Deadline) -> None:
    assert deadline.due() is None or isinstance(deadline.due(), date)


@FEW
@given(strategies.days(date(2026, 3, 1), date(2026, 3, 31)))
def test_days_lie_where_one_says(day: date) -> None:
    assert day.month == 3


@FEW
@given(strategies.days(date(1900, 3, 1), date(1900, 3, 31)))
def test_days_lie_in_another_time_if_one_says_so(day: date) -> None:
    assert day.year == 1900


@FEW
@given(strategies.times(), strategies.moments(), strategies.partial_dates())
def test_times_are_moments_or_dates(when: When, moment: datetime, day: PartialDate) -> None:
    assert to_when(when) == when
    assert [is_by(one, date.max) for one in (moment, day)] == [True, True]


@FEW
@given(strategies.values(Rule))
def test_a_rule_that_is_drawn_finds_nothing(rule: Rule[Any]) -> None:
    assert rule.check(traveller_plan()) == ()


@FEW
@given(strategies.windows() | st.just(Window()))
def test_a_window_never_ends_before_it_starts(window: Window) -> None:
    if window.earliest is not None and window.latest is not None:
        pairs = zip(window.earliest.measure, window.latest.measure, strict=True)
        assert any(early <= late for early, late in pairs)


@FEW
@given(strategies.weekly_hours())
def test_hours_of_a_week_are_on_one_day(hours: WeeklyHours) -> None:
    assert 0 < hours.minutes <= 24 * 60


def test_the_skills_of_a_professional_are_in_languages_that_are_spoken_and_some_have_any() -> None:
    spoken = st.lists(st.sampled_from(["de", "pl", "en"]), min_size=1, unique=True)
    people = drawn(strategies.professionals(languages=spoken), 40)
    skills = [(one, skill) for one in people for skill in one.language_skills]

    assert len(skills) > 10
    assert all(skill.language in one.languages for one, skill in skills)
    assert len({skill.level for _, skill in skills}) > 2


def test_skills_may_be_given_like_any_other_field() -> None:
    skill = LanguageSkill(language="de")
    made = strategies.values(
        Professional, languages=st.just(("de",)), language_skills=st.just((skill,))
    )

    assert {one.language_skills for one in drawn(made, 5)} == {(skill,)}


@FEW
@given(strategies.terms(), strategies.ids("goal"), strategies.filled_texts())
def test_words_ids_and_texts_are_what_fields_take(term: str, key: str, text: str) -> None:
    goal = Goal(id=key, because_ended=term)

    assert (goal.because_ended, goal.id, bool(text.strip())) == (term, key, True)


def test_many_things_are_picked_from_without_being_listed() -> None:
    assert repr(wording.picked(tuple(range(500)))).endswith("map(<one of 500>)")
    assert wording.picked(()).is_empty


# Classes of other people.


class Mood(Enum):
    LOW = "low"
    HIGH = "high"


Key = NewType("Key", str)
PlainKey = NewType("PlainKey", Key)
NumberId = NewType("NumberId", str)


def _even(instance: object, attribute: object, value: int) -> None:
    del instance, attribute
    if value % 2:
        raise ValueError(value)


def _above_low(instance: "Range", attribute: object, value: int) -> None:
    del attribute
    if value < instance.low:
        raise ValueError(value)


def _odd_one_out(instance: "Range", attribute: object, value: int) -> None:
    del attribute
    if instance.high - instance.low > 10**9 or value < 5:
        raise ValueError(value)


def _of_three(instance: object, attribute: object, value: str) -> None:
    del instance, attribute
    if len(value) != 3:
        raise ValueError(value)


def _shouted(value: str) -> str:
    if not value.isupper():
        raise ValueError(value)
    return value


@attrs.frozen
class Range:
    """Fields that depend on each other, in ways that no annotation says."""

    low: int = attrs.field(validator=_even)
    high: int = attrs.field(validator=_above_low)
    middle: int = attrs.field(validator=_odd_one_out)


@attrs.frozen
class Nest:
    inner: "Nest | None" = None
    several: tuple["Nest", ...] = ()


@attrs.frozen
class Everything:
    key: Key
    plain: PlainKey
    number: NumberId
    mood: Mood
    side: Literal["left", "right", 1]
    pair: tuple[Key, Mood]
    share: float
    moods: frozenset[Mood]
    step: Offset | Period | None
    nothing: None = None
    _hidden: int = 0


@attrs.frozen
class Picky:
    """Takes what no family of texts is."""

    word: str = attrs.field(converter=_shouted)


@attrs.frozen
class Narrow:
    """Takes no whole family of texts."""

    word: str = attrs.field(validator=_of_three)


@attrs.frozen
class Never:
    """Refuses every value that its fields take."""

    size: int

    def __attrs_post_init__(self) -> None:
        raise ValueError(self.size)


class Criterion(Protocol):
    def weigh(self) -> int: ...


@attrs.frozen
class Policy:
    criterion: Criterion


@FEW
@given(strategies.values(Range))
def test_fields_of_other_people_are_drawn_in_view_of_each_other(value: Range) -> None:
    assert value.low % 2 == 0
    assert value.low <= value.high
    assert value.middle >= 5


@FEW
@given(strategies.values(Nest))
def test_a_class_may_hold_values_of_itself(value: Nest) -> None:
    assert isinstance(value, Nest)


@FEW
@given(strategies.values(Everything))
def test_a_field_of_every_kind_is_drawn(value: Everything) -> None:
    assert value.side in ("left", "right", 1)
    assert type(value.pair) is tuple
    assert type(value.moods) is frozenset


@FEW
@given(strategies.values(Picky, word=st.text("ABC", min_size=1)))
def test_a_field_that_nobody_understands_is_given(value: Picky) -> None:
    assert value.word.isupper()


def test_a_field_that_takes_no_family_of_texts_takes_what_it_can() -> None:
    words = {value.word for value in drawn(strategies.values(Narrow), 10)}

    assert {len(word) for word in words} == {3}


def test_a_class_that_refuses_everything_is_never_drawn() -> None:
    with pytest.raises(Exception, match="Unable to satisfy"):
        drawn(strategies.values(Never), 20)


def test_what_nobody_knows_how_to_make_is_named() -> None:
    with pytest.raises(WrongType) as caught:
        drawn(strategies.values(Policy), 1)

    assert str(caught.value) == (
        "it is not known how values of Criterion are made. "
        "Maybe pass a strategy for the field, by its name."
    )


def test_a_family_is_taken_if_all_its_samples_are() -> None:
    whole = families.fitting_families(int, lambda number: isinstance(number, int) and number > 0)

    assert [family.samples for family in whole] == [(1, 10**6)]


def test_where_nobody_can_tell_every_family_may_be_right() -> None:
    assert len(families.fitting_families(timedelta, lambda _: None)) == 2


def test_where_all_is_refused_no_family_is_right() -> None:
    assert families.fitting_families(str, lambda _: False) == ()


# Hypothesis.


def test_hypothesis_draws_nouns_for_annotations_once_it_knows_them() -> None:
    registering.register_nouns()

    goals, transitions = (drawn(st.from_type(kind), 5) for kind in (Goal, Transition))

    assert {type(one) for one in goals} == {Goal}
    assert [fault for one in transitions for fault in history_faults(one)] == []


def test_every_noun_is_registered() -> None:
    drawn_by = {function.__name__ for function in registering.NOUNS.values()}

    assert drawn_by == {name for name in NAMED if name != "entries"}


def reopened(monkeypatch: pytest.MonkeyPatch, room: str, blocked: str) -> Callable[[], object]:
    """Opens a room anew, where a module cannot be had."""
    importlib.import_module(room)
    for name in [name for name in sys.modules if name.startswith(room)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(room)
    monkeypatch.setitem(sys.modules, blocked, None)
    return lambda: importlib.import_module(room)


NEEDY = ("carecore.testing.strategies", "carecore.testing.conformance")


@pytest.mark.parametrize("room", NEEDY)
def test_without_hypothesis_one_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    opened = reopened(monkeypatch, room, "hypothesis")

    with pytest.raises(ImportError) as caught:
        opened()

    assert 'Maybe pip install "carecore[testing]".' in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("room", NEEDY)
def test_without_something_else_the_error_is_the_usual_one(
    monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    opened = reopened(monkeypatch, room, "carecore.plans")

    with pytest.raises(ModuleNotFoundError, match=r"carecore\.plans"):
        opened()


def test_the_rest_of_the_room_does_without_hypothesis() -> None:
    question = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "from carecore.testing import older_traveller, traveller_plan, plan_of_size, edited\n"
        "print(traveller_plan(), plan_of_size())"
    )

    said = subprocess.run(
        [sys.executable, "-c", question], check=True, capture_output=True, text=True
    )

    assert said.stdout == "<CarePlan plan-17 of c-17> <CarePlan plan-0001-00 of client-0001-00>\n"


@FEW
@given(timing.clock_times())
def test_times_of_day_are_to_the_minute(clock: time) -> None:
    assert (clock.second, clock.microsecond, clock.tzinfo) == (0, 0, None)
