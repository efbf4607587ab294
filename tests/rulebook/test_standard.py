"""The rules that ship, as a whole: each has its page, its source, its tests and its manners."""

import pickle
import pkgutil
import re
from collections import Counter
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from carecore import rulebook
from carecore.base.outline import to_html, to_markdown
from carecore.base.reasons import Citation, OwnChoice, Severity, look_up
from carecore.catalogue import STANDARD
from carecore.errors import WrongType
from carecore.people import Client
from carecore.plans import CarePlan
from carecore.review import REQUIREMENTS, PlanView
from carecore.rulebook import STANDARD_RULES, validate
from carecore.testing import (
    TRAVELLER_NOW,
    traveller_calendar,
    traveller_plan,
    with_markers,
)
from carecore.validation import HEADINGS, OutcomeKind, Report, Rule, RuleSet

from . import faults_1, faults_2

FAULTS: Final = faults_1.FAULTS | faults_2.FAULTS
CODES: Final = STANDARD_RULES.codes
HERE: Final = Path(__file__).parent
BARE: Final = CarePlan(id="plan-1", client=Client(id="c-17"))
LETTERS: Final = "CDGJKMNPRSTVX"


def faulty(code: str, /) -> tuple[CarePlan, Report]:
    """The traveller's plan with the fault of that rule, and what all rules find there."""
    plan = FAULTS[code](traveller_plan())
    return plan, validate(plan, as_of=TRAVELLER_NOW, calendar=traveller_calendar())


def shipped() -> dict[str, object]:
    """Every rule that stands in a module of the rulebook, by its code."""
    names = [one.name for one in pkgutil.iter_modules(rulebook.__path__)]
    modules = [import_module(f"carecore.rulebook.{name}") for name in names]
    return {
        one.code: one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, Rule)
    }


def test_every_rule_of_every_module_is_among_the_standard_rules() -> None:
    assert shipped() == {one.code: one for one in STANDARD_RULES}


def test_the_rules_stand_in_the_order_of_their_codes_each_once() -> None:
    assert list(CODES) == sorted(set(CODES))
    assert (len(CODES), "".join(sorted({code[0] for code in CODES}))) == (87, LETTERS)


def test_codes_of_a_page_have_no_gap() -> None:
    numbers = {letter: [int(code[1:]) for code in CODES if code[0] == letter] for letter in LETTERS}

    assert numbers == {
        letter: list(range(101, 101 + len(found))) for letter, found in numbers.items()
    }


def test_names_and_titles_tell_the_rules_apart() -> None:
    names = Counter(one.name for one in STANDARD_RULES)
    titles = Counter(one.page.title for one in STANDARD_RULES)

    assert [name for name, number in (names | titles).items() if number > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_written_in_sentences(code: str) -> None:
    page = STANDARD_RULES.rule(code).page
    texts = [getattr(page, name).removeprefix("carecore's") for name in HEADINGS]

    assert [text for text in texts if text[0].islower() or not text.endswith((".", "?"))] == []
    assert page.title[0].isupper()
    assert not page.title.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_an_error_rests_on_what_was_read_or_on_logic(code: str) -> None:
    rule = STANDARD_RULES.rule(code)
    firm = [one for one in rule.sources if isinstance(one, OwnChoice) or one.verified]

    assert rule.severity is not Severity.ERROR or firm


@pytest.mark.parametrize("code", CODES)
def test_what_is_cited_has_an_address_and_a_day(code: str) -> None:
    cited = [one for one in STANDARD_RULES.rule(code).sources if isinstance(one, Citation)]

    assert [str(one) for one in cited if not one.address or one.as_of is None] == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_requires_only_what_a_view_knows(code: str) -> None:
    assert set(STANDARD_RULES.rule(code).requires) <= REQUIREMENTS.keys()


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_tests_of_its_own(code: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in HERE.glob("test_*_rules.py")]
    numbers = [len(re.findall(f'"{code}"', text)) for text in texts]

    # One test in which it speaks, and one in which it does not.
    assert max(numbers) > 1


@pytest.mark.parametrize("code", CODES)
def test_what_a_rule_finds_says_where_and_what_may_help(code: str) -> None:
    plan, report = faulty(code)

    for finding in report.findings:
        assert finding.advice.startswith("Maybe ")
        assert not finding.message.endswith(".")
        assert finding.message[0] == finding.message[0].lower() or finding.message[0:2].isupper()
        look_up(plan, finding.place)
        for fact in finding.facts:
            look_up(plan, fact.place)


@pytest.mark.parametrize("code", CODES)
def test_what_a_rule_finds_tells_nothing_personal(code: str) -> None:
    plan, _ = faulty(code)
    marked = with_markers(plan)
    report = validate(marked.value, as_of=TRAVELLER_NOW, calendar=traveller_calendar())
    outline = report.outline(full=True)

    assert code in {one.rule for one in report.findings}
    assert marked.shown_in(repr(report), str(report), to_html(outline), to_markdown(outline)) == ()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("as_of", [date(2026, 11, 24), TRAVELLER_NOW])
def test_a_rule_says_nothing_of_a_plan_that_says_nothing(code: str, as_of: date) -> None:
    view = PlanView.of(BARE, as_of=as_of)

    # Also where nobody has asked first whether all is there that the rule requires.
    assert list(STANDARD_RULES.rule(code).check(view)) == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_can_be_pickled(code: str) -> None:
    rule = STANDARD_RULES.rule(code)

    assert pickle.loads(pickle.dumps(rule)) == rule  # noqa: S301 # our own bytes


def test_a_plan_that_says_nothing_has_nothing_found_and_much_skipped() -> None:
    report = validate(BARE, as_of=date(2026, 11, 24))

    kinds = Counter(outcome.kind for outcome in report.outcomes)
    assert set(kinds) == {OutcomeKind.CLEAR, OutcomeKind.SKIPPED}
    assert kinds[OutcomeKind.CLEAR] < 10


def test_only_the_rules_that_are_given_are_asked() -> None:
    rules = RuleSet([STANDARD_RULES.rule("P113")])
    plan = attrs.evolve(BARE, risks=("falls",))

    report = validate(plan, as_of=date(2026, 11, 24), rules=rules)

    assert [one.rule for one in report.outcomes] == ["P113"]
    assert (report.subject, report.as_of) == ("plan-1", date(2026, 11, 24))


def test_a_rule_may_be_left_out_or_made_to_matter_less() -> None:
    plan, _ = faulty("P112")
    milder = STANDARD_RULES.with_severity("P112", "advice")

    report = validate(
        plan, as_of=TRAVELLER_NOW, rules=milder.without("P105"), calendar=traveller_calendar()
    )

    assert [(one.rule, one.severity) for one in report.findings] == [("P112", Severity.ADVICE)]
    assert "P105" not in {one.rule for one in report.outcomes}


@pytest.mark.parametrize(
    "parts",
    [
        {"as_of": datetime(2026, 11, 24, 10)},
        {"as_of": "2026-11-24"},
        {"rules": [STANDARD_RULES.rule("P105")]},
        {"catalogue": None},
        {"calendar": "US"},
    ],
)
def test_validate_takes_what_it_says(parts: dict[str, Any]) -> None:
    given: dict[str, Any] = {"as_of": date(2026, 11, 24), "catalogue": STANDARD} | parts

    with pytest.raises(WrongType):
        validate(BARE, **given)


def test_validate_takes_a_plan_and_nothing_else() -> None:
    client: Any = BARE.client

    with pytest.raises(WrongType, match="the plan"):
        validate(client, as_of=date(2026, 11, 24))
