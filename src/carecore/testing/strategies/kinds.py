"""Classes whose fields do not say all: how their values are made."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType, NoneType
from typing import Final
from zoneinfo import ZoneInfo

import attrs
from hypothesis import strategies as st

from carecore.assessments import Score, ScoreBand, ScoreItem, ScoreSeries, ScoreTool
from carecore.base.amounts import Money, Quantity
from carecore.base.calendars import BusinessCalendar, Deadline, Pause
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.parts import Table
from carecore.base.reasons import OwnChoice, Severity
from carecore.base.recurrence import Recurrence
from carecore.base.timing import PartialDate, Period
from carecore.catalogue import Catalogue
from carecore.matching import Policy, StandardCriterion, TravelTimeCriterion
from carecore.people import LanguageLevel, LanguageSkill, Professional, WeeklyHours
from carecore.testing.strategies import timing, wording
from carecore.testing.strategies.catalogues import catalogues
from carecore.testing.strategies.fitting import Late, Maker, Special, Values
from carecore.validation import Finding, OutcomeKind, Report, Rule, RuleOutcome, RuleSet

__all__ = ["LATE", "SPECIAL", "look_for_nothing"]

_LARGEST: Final = 2**63 - 1
_REQUIRED: Final = ("a team", "a record", "a time of day", "goals")


def _truths(_: Maker, /) -> Values:
    return st.booleans()


def _nothing(_: Maker, /) -> Values:
    return st.none()


def _floats(_: Maker, /) -> Values:
    return st.floats(allow_nan=False, allow_infinity=False)


def _days(_: Maker, /) -> Values:
    return timing.days()


def _moments(_: Maker, /) -> Values:
    return timing.moments()


def _zones(_: Maker, /) -> Values:
    return timing.zones()


def _partial_dates(_: Maker, /) -> Values:
    return timing.partial_dates()


def _periods(_: Maker, /) -> Values:
    return timing.periods()


def _recurrences(_: Maker, /) -> Values:
    return timing.recurrences()


def _weekly_hours(_: Maker, /) -> Values:
    return timing.weekly_hours()


def _business_calendars(_: Maker, /) -> Values:
    return timing.business_calendars()


def _pauses(_: Maker, /) -> Values:
    return timing.pauses()


def _deadlines(_: Maker, /) -> Values:
    return timing.deadlines()


def _jurisdictions(_: Maker, /) -> Values:
    return wording.jurisdictions()


def _amounts() -> st.SearchStrategy[Decimal]:
    """Exact numbers, also spelled in odd ways."""
    plain = st.integers(0, 99).map(Decimal) | st.decimals(-(10**6), 10**6, places=2)
    odd = ("1.50", "-0", "0.000", "1E+2", "1E-24", "9" * 24)
    return plain | st.sampled_from(odd).map(Decimal)


def _money(_: Maker, /) -> Values:
    known = st.sampled_from(("EUR", "USD", "GBP", "JPY"))
    letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
    return st.builds(Money, _amounts(), known | letters)


def _quantities(_: Maker, /) -> Values:
    return st.builds(Quantity, _amounts(), wording.units())


@st.composite
def _tables(draw: st.DrawFn, maker: Maker, /) -> Table:
    columns = draw(st.lists(wording.texts(), min_size=1, max_size=3))
    row = st.lists(wording.texts(), min_size=len(columns), max_size=len(columns))
    rows = draw(st.lists(row, max_size=maker.size))
    return Table(columns, rows, caption=draw(wording.texts()))


@st.composite
def _score_tools(draw: st.DrawFn, maker: Maker, /) -> ScoreTool:
    """Tools whose bands lie side by side, and whose items make up the range."""
    items: list[ScoreItem] = draw(
        st.lists(maker.values(ScoreItem), max_size=2, unique_by=lambda item: item.id)
    )
    least, length = draw(st.integers(0, 9)), draw(st.integers(0, 40))
    if items:
        least = sum(item.least for item in items)
        length = sum(item.most for item in items) - least
    cuts = sorted(draw(st.sets(st.integers(least, least + length), max_size=4)))
    bands = [
        attrs.evolve(
            draw(maker.values(ScoreBand)),
            id=f"band_{number}",
            from_points=cut,
            to_points=cuts[number + 1] - 1 if number + 1 < len(cuts) else cut,
        )
        for number, cut in enumerate(cuts)
    ]
    return ScoreTool(
        id=draw(wording.terms()),
        name=draw(wording.filled_texts()),
        least=least,
        most=least + length,
        higher_is_worse=draw(st.booleans()),
        items=tuple(items),
        bands=tuple(bands),
        outcome=draw(wording.texts()),
        fresh_for=draw(st.none() | timing.whole_days()),
        cautions=tuple(draw(st.lists(wording.texts(), max_size=maker.size))),
        sources=draw(_sources(maker)),
    )


@st.composite
def _score_series(draw: st.DrawFn, maker: Maker, /) -> ScoreSeries:
    """Scores of one tool and one client."""
    tool: ScoreTool = draw(maker.values(ScoreTool))
    whose = draw(st.none() | wording.ids("c"))
    scores: list[Score] = draw(st.lists(maker.values(Score), max_size=maker.size + 1))
    return ScoreSeries(
        tool=tool,
        client_id=whose,
        scores=tuple(
            attrs.evolve(
                score,
                tool=tool.id,
                client_id=draw(st.sampled_from((whose, None))),
                points=draw(st.integers(tool.least, tool.most)),
            )
            for score in scores
        ),
        left_out=tuple(draw(st.lists(wording.ids("e"), max_size=2, unique=True))),
    )


def _sources(maker: Maker, /) -> Values:
    from_fields = maker.values(OwnChoice)
    return st.lists(from_fields, max_size=maker.size).map(tuple)


@st.composite
def _outcomes(draw: st.DrawFn, _: Maker, /) -> RuleOutcome:
    kind = draw(st.sampled_from(OutcomeKind))
    missing = st.lists(st.sampled_from(_REQUIRED), min_size=1, max_size=2, unique=True)
    raised = st.sampled_from(("KeyError", "InvalidValue", "ZeroDivisionError"))
    return RuleOutcome(
        rule=draw(wording.codes()),
        kind=kind,
        findings=draw(st.integers(1, 9)) if kind is OutcomeKind.FOUND else 0,
        missing=tuple(draw(missing)) if kind is OutcomeKind.SKIPPED else (),
        exception=draw(raised) if kind is OutcomeKind.FAILED else "",
    )


@st.composite
def _reports(draw: st.DrawFn, maker: Maker, /) -> Report:
    """Reports whose outcomes count the findings."""
    outcomes: list[RuleOutcome] = draw(
        st.lists(maker.values(RuleOutcome), max_size=4, unique_by=lambda one: one.rule)
    )
    counted = [
        attrs.evolve(one, findings=min(one.findings, maker.size)) if one.findings else one
        for one in outcomes
    ]
    return Report(
        subject=draw(wording.ids("plan")),
        as_of=draw(timing.days() | timing.moments()),
        findings=tuple(
            attrs.evolve(draw(maker.values(Finding)), rule=one.rule)
            for one in counted
            for _ in range(one.findings)
        ),
        outcomes=tuple(counted),
    )


def look_for_nothing(view: object) -> tuple[()]:
    """Nothing is looked for.

    What it looks for:
        Nothing; it stands for the checks of rules that are drawn.
    Why it matters:
        A set of rules can be tried without them.
    When it may be wrong:
        Never.

    Example:
        Any plan.
    What helps:
        Nothing has to.
    Sources:
        carecore's own choice.
    """
    del view
    return ()


def _rules(maker: Maker, /) -> Values:
    return st.builds(
        Rule,
        code=wording.codes(),
        severity=st.sampled_from(Severity),
        check=st.just(look_for_nothing),
        requires=st.lists(st.sampled_from(_REQUIRED), max_size=2),
        sources=st.lists(maker.values(OwnChoice), min_size=1, max_size=2),
    )


def _rule_sets(maker: Maker, /) -> Values:
    rules = st.lists(_rules(maker), max_size=maker.size + 1, unique_by=lambda one: one.code)
    return rules.map(RuleSet)


@st.composite
def _policies(draw: st.DrawFn, maker: Maker, /) -> Policy:
    """Policies over criteria of ours, each of them once."""
    one = maker.values(StandardCriterion) | maker.values(TravelTimeCriterion)
    criteria: list[StandardCriterion | TravelTimeCriterion] = draw(
        st.lists(one, max_size=maker.size + 1, unique_by=_criterion)
    )
    hard = sorted(one.id for one in criteria if one.is_hard)
    admits = st.lists(st.sampled_from(hard), unique=True) if hard else st.just([])
    return Policy(
        name=draw(wording.terms()),
        version=draw(st.sampled_from(("1", "2", "2026-11"))),
        criteria=tuple(criteria),
        admits=tuple(draw(admits)),
    )


def _criterion(one: StandardCriterion | TravelTimeCriterion, /) -> str:
    return one.id


SPECIAL: Final[Mapping[object, Special]] = MappingProxyType(
    {
        NoneType: _nothing,
        bool: _truths,
        float: _floats,
        date: _days,
        datetime: _moments,
        ZoneInfo: _zones,
        Jurisdiction: _jurisdictions,
        PartialDate: _partial_dates,
        Period: _periods,
        Recurrence: _recurrences,
        BusinessCalendar: _business_calendars,
        WeeklyHours: _weekly_hours,
        Pause: _pauses,
        Deadline: _deadlines,
        Money: _money,
        Quantity: _quantities,
        Table: _tables,
        ScoreTool: _score_tools,
        ScoreSeries: _score_series,
        RuleOutcome: _outcomes,
        Report: _reports,
        Rule: _rules,
        RuleSet: _rule_sets,
        Catalogue: catalogues,
        Policy: _policies,
    }
)
"""How values of these classes are made."""


def _skills(of: Professional, /) -> Values:
    """How well some of the languages of a professional are spoken, where they can have a level."""
    spoken = [one for one in dict.fromkeys(of.languages or ()) if one.strip()]
    if not spoken:
        return st.just(())
    level = st.none() | st.sampled_from(LanguageLevel)
    some = st.lists(st.sampled_from(spoken), unique=True, max_size=len(spoken))
    return some.flatmap(
        lambda chosen: st.tuples(
            *(st.builds(LanguageSkill, language=st.just(one), level=level) for one in chosen)
        )
    )


LATE: Final[Late] = MappingProxyType({Professional: ("language_skills", _skills)})
"""Fields that hang on the others of their value."""
