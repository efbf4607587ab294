"""A command loads what it needs, and no more."""

import json
import subprocess
import sys

import pytest

QUESTION = (
    "import io, json, sys, contextlib\n"
    "from carecore.__main__ import main\n"
    "with contextlib.redirect_stdout(io.StringIO()):\n"
    "    try:\n"
    "        main({arguments!r})\n"
    "    except SystemExit:\n"
    "        pass\n"
    "print(json.dumps(sorted(sys.modules)))"
)


def loaded(*arguments: str) -> set[str]:
    """The rooms of carecore that a command loads."""
    answer = subprocess.run(
        [sys.executable, "-c", QUESTION.format(arguments=list(arguments))],
        check=True,
        capture_output=True,
        text=True,
    )
    names: list[str] = json.loads(answer.stdout)
    return {".".join(name.split(".")[1:2]) for name in names if name.startswith("carecore.")}


@pytest.mark.parametrize(
    ("arguments", "rooms"),
    [
        (("--help",), {"catalogue", "codec", "matching", "people", "plans", "rulebook", "testing"}),
        (("roles", "nurse"), {"codec", "matching", "review", "rulebook", "testing"}),
        (("list", "gates"), {"codec", "matching", "review", "rulebook", "testing"}),
        (("list", "rules"), {"codec", "matching", "testing"}),
        (("rule", "P105"), {"codec", "matching", "testing"}),
        (("advise",), {"review", "rulebook", "testing"}),
        (("rank", "nowhere.json", "-"), {"review", "rulebook", "testing"}),
        (("allocate", "nowhere.json", "-"), {"review", "rulebook", "testing"}),
        (("track", "nowhere.json"), {"matching", "rulebook", "testing"}),
        (("transition", "nowhere.json"), {"matching", "rulebook", "testing"}),
        (("check", "nowhere.json"), {"matching", "testing"}),
    ],
)
def test_a_command_leaves_alone_what_it_does_not_need(
    arguments: tuple[str, ...], rooms: set[str]
) -> None:
    assert loaded(*arguments) & rooms == set()
