"""What the questions say about a plan, they say in ids."""

from typing import Any

import attrs
import pytest

from carecore.base.outline import to_html, to_markdown
from carecore.plans import CarePlan
from carecore.review import (
    PlanView,
    check_readiness,
    check_travel,
    domains_covered,
    duty_ledger,
    find_deadlines,
)

from .samples_review import CALENDAR, DAY, MOMENT, PLAN

MARKER = "Zqmarker"


def marked(value: Any) -> Any:  # noqa: ANN401 # any value of the house
    """*value* with the marker in every text of it that is personal, however deep."""
    if isinstance(value, tuple):
        return tuple(map(marked, value))
    if not attrs.has(type(value)):
        return value
    changes = {
        each.name: MARKER
        if each.metadata.get("carecore.personal") and each.type is str
        else marked(getattr(value, each.name))
        for each in attrs.fields(type(value))
        if each.init
    }
    return attrs.evolve(value, **{name.lstrip("_"): one for name, one in changes.items()})


MARKED: CarePlan = marked(PLAN)
ANSWERS = {
    "ledger": duty_ledger(MARKED, as_of=DAY),
    "domains": domains_covered(MARKED, as_of=DAY),
    "readiness": check_readiness(MARKED, "t-home", as_of=MOMENT),
    "deadlines": find_deadlines(MARKED, "t-home", as_of=MOMENT, calendar=CALENDAR),
    "travel": check_travel(MARKED, "j-1", as_of=MOMENT),
}


def test_the_marker_is_in_the_plan() -> None:
    assert (MARKED.client.name, MARKED.goals[0].text, MARKED.note) == (MARKER,) * 3


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_shows_nothing_personal(name: str) -> None:
    answer: Any = ANSWERS[name]
    outline = answer.outline(full=True)
    shown = (repr(answer), str(answer), to_html(outline), to_markdown(outline))

    assert [text for text in shown if MARKER in text] == []


def test_a_view_shows_nothing_personal() -> None:
    assert MARKER not in repr(PlanView.of(MARKED, as_of=DAY))
