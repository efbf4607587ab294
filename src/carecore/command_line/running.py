"""Running one command: what it is asked, what it prints, and with what exit status it ends."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TextIO, cast

from carecore.command_line.parsing import parser
from carecore.command_line.printing import Answer, one_line, say
from carecore.command_line.statuses import ANSWERED, BAD_INPUT, NOT_WRITTEN
from carecore.errors import CareError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question of the command line, and give the exit status.

    0: answered, or the reader wants no more of it; 1: the answer could not be written; 2: the
    question could not be read; 3: there is something to look at again; 4: there are errors.

    .. versionadded:: 0.1
    """
    try:
        try:
            return _answered(arguments)
        finally:
            _flush(sys.stdout)
    except OSError as error:
        _give_up(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return ANSWERED
        say(f"carecore: the answer cannot be written ({type(error).__name__}).", sys.stderr)
        return NOT_WRITTEN


def _answered(arguments: Sequence[str] | None, /) -> int:
    options = parser().parse_args(arguments)
    try:
        answer = _command(options)(options)
    except CareError as fault:
        say(f"carecore: {one_line(fault)}", sys.stderr)
        return BAD_INPUT
    for note in answer.notes:
        say(note, sys.stderr)
    say(answer.text, sys.stdout, is_json=options.format == "json")
    return answer.status


def _command(options: argparse.Namespace, /) -> Callable[[argparse.Namespace], Answer]:
    """The function behind a command; only its own module is loaded."""
    module, name = options.command
    found = getattr(import_module(f"carecore.command_line.{module}"), name)
    return cast("Callable[[argparse.Namespace], Answer]", found)


def _flush(stream: TextIO | None, /) -> None:
    if stream is not None:
        stream.flush()


def _give_up(stream: TextIO | None, /) -> None:
    """Send the rest to nowhere: what is left would fail once more when Python ends."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
