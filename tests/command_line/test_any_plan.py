"""Whatever stands in a plan or in an option, a command ends in order."""

import io
import json
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.codec import dumps
from carecore.plans import CarePlan
from carecore.testing.strategies import plans, values

from .plans import MOVING
from .talk import NOW, answered


def asked(plan: CarePlan, *arguments: str) -> tuple[int, str, str]:
    """What a command says of a plan that is piped in."""
    piped = io.TextIOWrapper(io.BytesIO(dumps(plan).encode()), encoding="utf-8")
    with patch("sys.stdin", piped):
        return answered(arguments[0], "-", *arguments[1:])


@settings(max_examples=25)
@given(st.one_of(plans(), values(CarePlan)), st.sampled_from(["text", "json"]))
def test_any_plan_is_checked(plan: CarePlan, format_: str) -> None:
    status, out, err = asked(plan, "check", *NOW, "--holiday", "none", "--format", format_)

    assert (status in {0, 3, 4}, err) == (True, "")
    assert format_ == "text" or json.loads(out)["$type"] == "Report"


@settings(max_examples=25)
@given(st.one_of(plans(), values(CarePlan)), st.sampled_from(["text", "json"]))
def test_any_plan_is_tracked_or_refused_in_one_line(plan: CarePlan, format_: str) -> None:
    status, out, err = asked(
        plan, "track", "--as-of", "2026-11-24", "--holiday", "none", "--format", format_
    )

    assert (status in {0, 2, 3}, bool(out), err.count("\n")) == (True, status != 2, status == 2)


@settings(max_examples=25)
@given(st.one_of(plans(), values(CarePlan)), st.sampled_from(["text", "json"]))
def test_the_moves_of_any_plan_are_told(plan: CarePlan, format_: str) -> None:
    status, out, err = asked(
        plan, "transition", *NOW, "--holiday", "none", "--by", plan.client.id, "--format", format_
    )

    assert (status in {0, 3}, bool(out), err) == (True, True, "")


@settings(max_examples=60)
@given(
    st.sampled_from(["check", "track", "transition"]),
    st.lists(
        st.tuples(
            st.sampled_from(["as-of", "holiday", "only", "without", "known-at", "by", "format"]),
            st.text(max_size=24),
        ),
        max_size=4,
    ),
)
def test_no_words_break_a_command(command: str, options: list[tuple[str, str]]) -> None:
    status, out, err = asked(MOVING, command, *(f"--{name}={text}" for name, text in options))

    assert (status in {0, 2, 3, 4}, bool(out)) == (True, status != 2)
    assert status != 2 or err.count("\n") == 1
