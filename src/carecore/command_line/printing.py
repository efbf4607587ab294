"""What a command gives back, and how it gets onto the screen."""

import argparse
import json
from importlib import import_module
from typing import NamedTuple, TextIO, cast

from carecore.base.outline import Outlined
from carecore.command_line.statuses import ANSWERED
from carecore.errors import CareError, ManyFaults

__all__ = ["Answer", "as_json", "in_json", "one_line", "plain", "say", "shown", "wants_json"]


class Answer(NamedTuple):
    """What a command prints, what it says beside it, and with what exit status it ends.

    .. versionadded:: 0.1
    """

    text: str
    status: int = ANSWERED
    notes: tuple[str, ...] = ()


def wants_json(options: argparse.Namespace, /) -> bool:
    """Whether the answer is for a program.

    .. versionadded:: 0.1
    """
    return bool(options.format == "json")


def shown(value: Outlined, options: argparse.Namespace, /) -> str:
    """A value of ours as text for people, or as a document.

    .. versionadded:: 0.1
    """
    return in_json(value) if wants_json(options) else str(value)


def in_json(value: object, /) -> str:
    """A value of ours as a document; the codec is loaded only where JSON is asked for.

    .. versionadded:: 0.1
    """
    return cast("str", import_module("carecore.codec").dumps(value, indent=2))


def plain(value: object, /) -> object:
    """A value of ours as it stands in a larger document.

    .. versionadded:: 0.1
    """
    return json.loads(in_json(value))


def as_json(data: object, /) -> str:
    """Plain data as a document.

    .. versionadded:: 0.1
    """
    return json.dumps(data, indent=2, ensure_ascii=False)


def one_line(fault: CareError, /) -> str:
    """All that is wrong, in one line.

    .. versionadded:: 0.1
    """
    faults = fault.faults if isinstance(fault, ManyFaults) else (fault,)
    return " ".join(" ".join(map(str, faults)).split())


def say(text: str, stream: TextIO | None, /, *, is_json: bool = False) -> None:
    """Print *text*; what the stream has no letters for is escaped, in JSON as JSON does.

    .. versionadded:: 0.1
    """
    if stream is None:
        return
    letters = stream.encoding or "utf-8"
    try:
        text.encode(letters)
    except UnicodeEncodeError:
        if is_json:
            text = json.dumps(json.loads(text), indent=2)
        text = text.encode(letters, errors="backslashreplace").decode(letters)
    print(text, file=stream)
