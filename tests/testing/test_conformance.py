"""Rules, classes, calendars and parsers that break a promise are caught, and good ones are not."""

import gc
import io
import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar
from carecore.base.privacy import PERSONAL
from carecore.errors import WrongType
from carecore.people import Client
from carecore.plans import CarePlan, Goal
from carecore.review import PlanView
from carecore.rulebook import STANDARD_RULES
from carecore.testing import TRAVELLER_NOW, edited, traveller_plan
from carecore.testing.conformance import (
    check_calendar,
    check_class,
    check_parser,
    check_rule,
    check_rule_set,
)
from carecore.testing.conformance.cases import barest, case_of
from carecore.testing.conformance.outside import Watch, built_in_outside, called_outside
from carecore.validation import RuleSet

from . import broken_rules as broken
from .broken_rules import Check, made

GOOD = made(broken.goals_without_target, "goals")
WITHOUT_TARGET = edited(traveller_plan(), "$.goals[0].targets", ())


def complaint(check: Callable[[], object]) -> str:
    """What is said of something that breaks a promise."""
    with pytest.raises(AssertionError) as caught:
        check()
    return str(caught.value)


# Rules.


def test_the_rules_that_ship_keep_their_promises() -> None:
    check_rule_set(STANDARD_RULES)


def test_a_good_rule_is_let_through() -> None:
    check_rule(GOOD, found_in=[WITHOUT_TARGET], clear_in=[traveller_plan()])


def test_a_rule_is_asked_of_the_view_that_is_given() -> None:
    view = PlanView.of(WITHOUT_TARGET, as_of=date(2026, 11, 24))

    check_rule(GOOD, found_in=[view], examples=1)


def test_a_rule_that_finds_nothing_where_it_should_is_caught() -> None:
    assert complaint(lambda: check_rule(GOOD, found_in=[traveller_plan()], examples=1)) == (
        "rule X101 (goals_without_target) finds nothing where it should; on <PlanView of 'plan-17' "
        "as of 2026-11-24T10:00:00+00:00>."
    )


def test_a_rule_that_finds_something_where_it_should_not_is_caught() -> None:
    said = complaint(lambda: check_rule(GOOD, clear_in=[WITHOUT_TARGET], examples=1))

    assert "finds something where it should not: the goal 'g-walk' has no target" in said


def test_a_plan_that_a_rule_cannot_be_asked_of_is_not_clear() -> None:
    plan = CarePlan(id="plan-1", client=Client(id="c-1"))

    said = complaint(lambda: check_rule(GOOD, clear_in=[plan], examples=1))

    assert "cannot be asked, because the plan lacks goals" in said


BROKEN: tuple[tuple[Check, tuple[str, ...], str], ...] = (
    (broken.reads_the_clock, (), "calls date.today, and a rule asks nothing but the view"),
    (broken.rolls_dice, (), "calls random.random, and a rule asks nothing but the view"),
    (broken.reads_the_environment, (), "calls os, and a rule asks nothing but the view"),
    (broken.shows_a_name, (), "shows what is personal, $.client.name, in its remark on '$.client'"),
    (broken.shows_a_text_in_a_fact, (), "shows what is personal, $.goals[0].text, in its remark"),
    (broken.shows_a_birth_date, (), "shows what is personal, $.client.birth_date,"),
    (broken.speaks_of_nowhere, (), "speaks of '$.goals[9]', where nothing is"),
    (broken.has_a_fact_from_nowhere, (), "speaks of '$.gaols', where nothing is"),
    (broken.gives_texts, (), "gives text, 17 characters, and remarks are wanted"),
    (broken.advises_without_maybe, (), "raises InvalidValue ($.advice: an advice is a sentence"),
    (broken.needs_a_team, (), "raises AssertionError"),
    (broken.needs_a_status_of_each_goal, ("goals",), "Maybe it needs more than it requires."),
    (broken.remembers, (), "says something else when it is asked again"),
    (broken.compares_by_identity, (), "says something else of an equal plan"),
    (broken.hangs_on_others, (), "says something else once other rules have looked at the plan"),
    (broken.goals_without_target, ("gaols",), "requires what no view has: there is no requirement"),
)


@pytest.mark.parametrize(
    ("check", "requires", "what"), BROKEN, ids=lambda part: getattr(part, "__name__", "")
)
def test_a_rule_that_breaks_a_promise_is_caught(
    check: Check, requires: tuple[str, ...], what: str
) -> None:
    said = complaint(lambda: check_rule(made(check, *requires), examples=1))

    assert f"rule X101 ({check.__name__})" in said
    assert what in said


def test_what_a_rule_raises_stands_behind_the_complaint() -> None:
    with pytest.raises(AssertionError) as caught:
        check_rule(made(broken.needs_a_team), examples=1)

    assert type(caught.value.__cause__) is AssertionError


def test_a_rule_that_stumbles_over_an_odd_plan_is_caught_with_that_plan() -> None:
    with pytest.raises(AssertionError) as caught:
        check_rule(made(broken.needs_goals_of_known_stages, "stages", "goals"), examples=200)

    (note,) = caught.value.__notes__
    assert "raises KeyError" in str(caught.value)
    assert '"$type": "CarePlan"' in note


def test_one_bad_rule_of_a_set_is_named() -> None:
    rules = STANDARD_RULES.without(*STANDARD_RULES.codes[3:]) | RuleSet(
        [made(broken.speaks_of_nowhere)]
    )

    assert "rule X101 (speaks_of_nowhere)" in complaint(lambda: check_rule_set(rules, examples=1))


def test_one_bad_rule_of_a_set_is_named_where_only_an_odd_plan_shows_it() -> None:
    bad = made(broken.needs_goals_of_known_stages, "stages", "goals")
    rules = STANDARD_RULES.without(*STANDARD_RULES.codes[3:]) | RuleSet([bad])

    assert "raises KeyError" in complaint(lambda: check_rule_set(rules, examples=200))


@pytest.mark.parametrize("check", [check_rule, check_rule_set])
def test_what_is_no_rule_is_refused(check: Callable[[object], None]) -> None:
    with pytest.raises(WrongType, match="what is checked is a value of type function"):
        check(broken.goals_without_target)


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(WrongType, match="a plan or a view of one is wanted"):
        check_rule(GOOD, found_in=["plan-17"])  # type: ignore[list-item] # on purpose


def test_the_barest_plan_has_what_is_required_and_hardly_more() -> None:
    _, silent = barest(("goals",))
    plan = silent.view.plan
    kept = {one.name for one in attrs.fields(CarePlan) if getattr(plan, one.name) not in (None, ())}

    assert kept - {"note", "title"} == {"id", "client", "goals"}
    assert (silent.view.calendar, silent.view.moment) == (None, None)
    assert {one.status for one in plan.goals} == {Goal(id="g-1").status}


def test_the_barest_plan_keeps_the_hour_and_the_calendar_where_they_are_required() -> None:
    kept, _ = barest(("a time of day", "a calendar", "the client's needs"))

    assert kept.view.moment == TRAVELLER_NOW
    assert kept.view.calendar is not None
    assert kept.view.plan.client.needs


def test_what_the_traveller_has_not_is_tried_on_no_bare_plan() -> None:
    assert barest(("revisions",)) == ()


def test_the_plan_of_a_case_has_markers() -> None:
    case = case_of(traveller_plan())

    assert case.view.plan.client.name.startswith("Zq")
    assert case.copied().view.plan == case.view.plan


# The world outside.


def opened() -> str:
    with open(__file__, encoding="utf-8") as file:  # noqa: PTH123 # on purpose
        return file.readline()


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (datetime.now, "datetime.now"),
        (time.monotonic, "time.monotonic"),
        (lambda: os.getenv("HOME"), "os.getenv"),
        (lambda: os.listdir("."), "os.listdir"),  # noqa: PTH208 # on purpose
        (opened, "open"),
        (lambda: print("hush"), "print"),
        (lambda: io.BufferedReader(io.BytesIO(b"a")).read(), "io.read"),
        (lambda: io.StringIO("a").read(), ""),
        (lambda: os.fspath("a"), ""),
        (lambda: time.strftime("%Y", (2026, 1, 1, 0, 0, 0, 0, 1, 0)), ""),
        (lambda: datetime(2026, 3, 1).isoformat(), ""),
        (lambda: sorted("ba"), ""),
    ],
)
def test_what_asks_the_world_outside_is_seen(function: Callable[[], object], name: str) -> None:
    assert called_outside(function)[1] == name


def test_what_watched_before_watches_again() -> None:
    def watch(*_: object) -> None:
        pass

    before = sys.getprofile()
    sys.setprofile(watch)
    called_outside(int)
    kept = sys.getprofile()
    sys.setprofile(before)

    assert kept is watch


def test_whoever_watches_the_collection_of_garbage_is_not_the_code_that_is_watched() -> None:
    """Hypothesis, for one, asks the clock whenever garbage is collected, in whatever code."""

    def tells_the_time(*_: object) -> None:
        time.perf_counter()

    before = gc.get_threshold()
    gc.callbacks.append(tells_the_time)
    gc.set_threshold(1)
    try:
        named = called_outside(lambda: [[one] for one in range(1000)])[1]
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(tells_the_time)

    assert named == ""


@pytest.mark.parametrize("is_on", [True, False])
def test_garbage_is_collected_afterwards_as_before(*, is_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        called_outside(int)
        after = gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()

    assert after is is_on


def frame(module: str, name: str = "f") -> Any:  # noqa: ANN401 # stands in for a frame
    """Something that looks like a frame, as far as a watch looks."""
    return SimpleNamespace(f_globals={"__name__": module}, f_code=SimpleNamespace(co_name=name))


def test_loading_a_module_or_a_zone_is_nobodys_question() -> None:
    watch = Watch()
    for module in ("zoneinfo._common", "os", "importlib._bootstrap"):
        watch(frame(module), "call", None)
    watch(frame("os"), "c_call", time.time)
    for module in ("importlib._bootstrap", "os", "zoneinfo._common"):
        watch(frame(module), "return", None)

    assert watch.first == ""


def test_only_the_first_call_is_remembered() -> None:
    watch = Watch()
    watch(frame("my.app"), "call", None)
    watch(frame("my.app"), "c_return", len)
    watch(frame("random", "choice"), "call", None)
    watch(frame("os", "__getitem__"), "call", None)
    watch(frame("my.app"), "c_call", time.time)
    watch(frame("my.app"), "return", None)

    assert watch.first == "random.choice"


def test_a_dunder_is_told_by_its_module() -> None:
    watch = Watch()
    watch(frame("os", "__getitem__"), "call", None)

    assert watch.first == "os"


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (object(), ""),
        (len, ""),
        (print, "print"),
        (open, "open"),
        (date.today, "date.today"),
        (datetime.now, "datetime.now"),
        (date(2026, 3, 1).isoformat, ""),
        (time.time, "time.time"),
        (time.strftime, ""),
        (random.random, "random.random"),
        (os.listdir, "os.listdir"),
        (os.fspath, ""),
        (io.StringIO("a").read, ""),
        (io.BufferedReader(io.BytesIO(b"a")).read, "io.read"),
    ],
)
def test_a_function_in_c_is_told_by_its_name(function: object, name: str) -> None:
    assert built_in_outside(function) == name


# Classes.


@attrs.frozen
class Walk:
    metres: int
    to: tuple[str, ...] = ()


@attrs.frozen
class Loud:
    name: str = attrs.field(metadata=PERSONAL)


@attrs.define
class Changeable:
    metres: int


@attrs.frozen
class Table:
    rows: dict[str, int]


@attrs.frozen
class Lost:
    value: "Elsewhere"  # type: ignore[name-defined] # noqa: F821 # on purpose


@attrs.frozen(eq=False)
class Alone:
    metres: int


def _grown(value: int) -> int:
    return value + 1


@attrs.frozen
class Growing:
    metres: int = attrs.field(converter=_grown)


@attrs.frozen
class Local:
    step: Callable[[], int]


@attrs.frozen(eq=False)
class Forgetful:
    """Says that it equals everything."""

    metres: int

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


@attrs.frozen
class Shy:
    """Its place in a document holds more than it is told by."""

    name: str

    def __getstate__(self) -> object:
        raise TypeError("not for others")


@attrs.frozen
class Endless:
    """May hold what no document does."""

    share: Decimal


def test_a_good_class_is_let_through() -> None:
    check_class(Walk)
    check_class(Walk, Walk(3, ("door",)))


@pytest.mark.parametrize(
    ("cls", "samples", "what"),
    [
        (int, (), "int is no attrs class"),
        (Changeable, (), "Changeable can be changed in place"),
        (Lost, (), "Lost cannot be read by the codec: the annotations of Lost cannot be read"),
        (Loud, (), "Loud shows what is personal, $.name"),
        (Alone, (), "Alone does not equal its copies"),
        (Growing, (), "Growing is another value when it is read back from"),
        (Table, (Table({"a": 1}),), "Table cannot be read by the codec"),
        (Local, (Local(lambda: 1),), "Local cannot be read by the codec"),
        (Shy, (Shy("a"),), "Shy cannot be hashed, copied or pickled: not for others"),
        (Forgetful, (Forgetful(3),), ""),
        (Endless, (Endless(Decimal("Infinity")),), "Endless does not go through a document"),
    ],
)
def test_a_class_that_breaks_a_promise_is_caught(
    cls: type[Any], samples: tuple[Any, ...], what: str
) -> None:
    if not what:
        check_class(cls, *samples)
    else:
        assert complaint(lambda: check_class(cls, *samples)).startswith(what)


@pytest.mark.parametrize("cls", [Goal, CarePlan])
def test_a_class_of_the_library_is_let_through(cls: type[Any]) -> None:
    check_class(cls, examples=5)


@pytest.mark.parametrize(("cls", "samples"), [("Walk", ()), (Walk, (3,))])
def test_what_is_no_class_or_no_sample_is_refused(cls: Any, samples: tuple[Any, ...]) -> None:  # noqa: ANN401 # anything
    with pytest.raises(WrongType):
        check_class(cls, *samples)


# Calendars.


@attrs.define
class Odd:
    """A calendar whose every day is worked, but for what is done to it."""

    zone: str | None = None
    change: Callable[[date, int], Any] = lambda day, n: day + timedelta(days=n)

    def add(self, day: date, n: int, /) -> Any:  # noqa: ANN401 # also what is no day
        return self.change(day, n)


def weekdays(day: date, n: int) -> date:
    return BusinessCalendar().add(day, n)


CALLS: list[int] = []


def _moody(day: date, n: int) -> date:
    CALLS.append(n)
    return day + timedelta(days=n + (n == 10 and len(CALLS) % 50 == 0))


def _clocked(day: date, n: int) -> date:
    return day + timedelta(days=n + 0 * date.today().year)


@pytest.mark.parametrize(
    "calendar",
    [
        BusinessCalendar(holidays=[date(2026, 12, 25)], zone="Europe/Lisbon"),
        BusinessCalendar(weekend=[5, 6]),
        Odd(),
    ],
    ids=["our own", "another weekend", "somebody else's"],
)
def test_a_good_calendar_is_let_through(calendar: Any) -> None:  # noqa: ANN401 # of any class
    check_calendar(calendar)
    check_calendar(calendar, start=date(2028, 2, 1))


@pytest.mark.parametrize(
    ("calendar", "what"),
    [
        (Odd(zone="Lisbon"), "Odd has no zone that is known"),
        (Odd(change=lambda _, __: datetime(2026, 1, 1)), "Odd gives a value of type datetime"),
        (Odd(change=lambda _, __: None), "Odd gives None, and a plain day is wanted"),
        (
            Odd(change=lambda day, n: day + timedelta(days=n - 1)),
            "Odd does not stay on a business day, or go to the next one, for 0 days",
        ),
        (Odd(change=lambda day, _: day), "Odd does not move on and back by 1 days"),
        (
            Odd(change=lambda day, n: weekdays(day, 0) if n == 0 else day + timedelta(days=n)),
            "Odd ends on a day that is no business day, for",
        ),
        (
            Odd(change=lambda day, n: day + timedelta(days=n * 2)),
            "",
        ),
        (
            Odd(change=lambda day, n: day + timedelta(days=n * abs(n))),
            "Odd gives another day for 1 and 1 days than for 2 days",
        ),
        (
            Odd(change=lambda day, n: day + timedelta(days=n if n >= 0 else 2 * n)),
            "Odd does not come back to a business day from 1 days on",
        ),
        (Odd(change=_clocked), "Odd calls date.today, and a calendar knows its days by itself"),
    ],
)
def test_a_calendar_that_breaks_a_promise_is_caught(calendar: Odd, what: str) -> None:
    if not what:
        check_calendar(calendar)
    else:
        assert complaint(lambda: check_calendar(calendar)).startswith(what)


# Parsers.


def test_a_good_parser_is_let_through() -> None:
    check_parser(json.loads)


def _whole_floats(data: bytes) -> object:
    return json.loads(data, parse_float=lambda text: int(float(text)))


def _sorted_keys(data: bytes) -> object:
    return json.loads(data, object_pairs_hook=lambda pairs: dict(sorted(pairs)))


def _short_lists(data: bytes) -> object:
    plain = json.loads(data)
    return plain[:1] if isinstance(plain, list) else plain


def _forgiving(data: bytes) -> object:
    try:
        return json.loads(data)
    except ValueError:
        return None


def _forgetful(data: bytes) -> object:
    plain = json.loads(data)
    if isinstance(plain, dict) and "goals" in plain:
        del plain["goals"]
    return plain


@pytest.mark.parametrize(
    ("parser", "what"),
    [
        (_whole_floats, "the parser reads 1.0 in another way: it gives 1, and 1.0 is wanted"),
        (_sorted_keys, "the parser reads"),
        (_short_lists, "the parser reads [1, [2.0, [true, null]]] in another way"),
        (lambda data: json.loads(data, parse_int=lambda text: int(text) + 1), "the parser reads 0"),
        (_forgiving, "the parser gives None for '', which is no JSON"),
        (_forgetful, "the parser does not bring back a whole plan as it was"),
    ],
)
def test_a_parser_that_breaks_a_promise_is_caught(
    parser: Callable[[bytes], object], what: str
) -> None:
    assert complaint(lambda: check_parser(parser)).startswith(what)
