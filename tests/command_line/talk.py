"""How the tests ask the command line, within this process and as a process of its own."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import attrs
import pytest

from carecore.__main__ import main
from carecore.codec import dumps

DAY = ("--as-of", "2026-11-23")
NOW = ("--as-of", "2026-11-24T10:00+00:00")
LATER = ("--as-of", "2026-11-30T09:00+00:00")


def answered(*arguments: str) -> tuple[int, str, str]:
    """The exit status, and what was written to either side, within this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main(arguments)
        except SystemExit as end:
            status = int(end.code or 0)
    return status, out.getvalue(), err.getvalue()


def refused(*arguments: str) -> str:
    """The one line that a question is refused with."""
    status, out, err = answered(*arguments)
    assert (status, out, err.count("\n"), err[-1:]) == (2, "", 1, "\n")
    assert err.startswith("carecore: ")
    assert "Traceback" not in err
    return err.removeprefix("carecore: ").rstrip()


def told(*arguments: str, status: int = 0) -> str:
    """What a command says in words, with nothing beside it."""
    ended, out, err = answered(*arguments)
    assert (ended, err) == (status, "")
    return out


def document(*arguments: str, status: int = 0) -> dict[str, Any]:
    """What a command gives as JSON; what was taken from words may stand beside it."""
    ended, out, err = answered(*arguments, "--format", "json")
    beside = [one for one in err.splitlines() if not one.startswith("you said ")]
    assert (ended, beside) == (status, [])
    found: dict[str, Any] = json.loads(out)
    return found


def documents(*arguments: str, status: int = 0) -> list[dict[str, Any]]:
    """What a command gives as a JSON list, with nothing beside it."""
    ended, out, err = answered(*arguments, "--format", "json")
    assert (ended, err) == (status, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def run(
    *arguments: str, given: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """`python -m carecore`, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "carecore", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def typed(monkeypatch: pytest.MonkeyPatch, given: bytes) -> None:
    """Somebody types that."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))


def written(value: attrs.AttrsInstance, folder: Path, name: str = "plan.json") -> str:
    """The path of a file that holds that value."""
    path = folder / name
    path.write_text(dumps(value), encoding="utf-8")
    return str(path)
