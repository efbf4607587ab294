"""How Hypothesis looks for counter-examples, and where branches are not counted meanwhile."""

import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import is_hypothesis_test, settings

# The same examples on every machine, and no failure because a machine is slow.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
# Ten times as many, other ones each time: for an evening at home.
settings.register_profile("deep", deadline=None, max_examples=1_000)
# Where the same tests have run in full before, on other versions of what they stand on.
settings.register_profile("few", derandomize=True, deadline=None, max_examples=10)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

TESTS = Path(__file__).parent
# Where values are drawn for long. What a drawn value happens to reach is luck, and to count it
# makes each of them three times as slow; the branches are reached by examples as well, and the
# count of these files' examples goes on.
NOT_COUNTED: Final = frozenset(
    {
        "codec/test_codec_public_types.py",
        "codec/test_codec_quick.py",
        "codec/test_codec_texts.py",
        "command_line/test_any_plan.py",
        "extra/jsonschema/test_schemas.py",
        "matching/test_advise.py",
        "matching/test_choosing.py",
        "matching/test_decision.py",
        "matching/test_few_changes.py",
        "matching/test_making_best.py",
        "matching/test_pool_index.py",
        "matching/test_ranking.py",
        "matching/test_staffing.py",
        "matching/test_what_it_takes.py",
        "plans/test_comparing.py",
        "plans/test_work.py",
        "record/test_weighing_laws.py",
        "recovery/test_schedule_laws.py",
        "rulebook/test_any_plan.py",
        "test_privacy_of_faces.py",
        "testing/test_check_ranking.py",
        "testing/test_privacy.py",
        "testing/test_round_trips.py",
        "testing/test_verbs.py",
    }
)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
    """Do not count branches while a test of `NOT_COUNTED` draws its values."""
    name = pyfuncitem.path.relative_to(TESTS).as_posix()
    if name not in NOT_COUNTED or not is_hypothesis_test(pyfuncitem.obj):
        return (yield)
    counting = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(counting)


def pytest_sessionstart() -> None:
    """Name no file that is not there."""
    gone = [name for name in sorted(NOT_COUNTED) if not (TESTS / name).is_file()]
    assert gone == [], f"there are no such files: {gone}"
