"""The command line: `python -m carecore`.

It is thin: it reads words and files, asks one verb, and prints the answer as text or JSON.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from carecore.base.outline import Faces
from carecore.catalogue import STANDARD, find_needs, find_roles
from carecore.codec import dumps, loads
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId
from carecore.matching import advise_roles
from carecore.people import Client
from carecore.roles import PayerKind, Role, compare_roles
from carecore.testing import older_traveller

__all__ = ["main"]

_BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question of the command line, and give the exit status.

    0: answered; 2: the question could not be read.
    """
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], str] = options.command
    try:
        print(command(options))
    except CareError as fault:
        print(f"carecore: {_one_line(fault)}", file=sys.stderr)
        return _BAD_INPUT
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m carecore",
        description="Who is needed when people need professional care, and why. "
        "Information, never orders; not a medical device.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="a made-up traveller: who is needed, and why")
    demo.set_defaults(command=_demo)

    roles = commands.add_parser("roles", help="what a job title may mean")
    roles.add_argument("title", metavar="TITLE", help="such as 'nurse case manager'")
    roles.set_defaults(command=_roles)

    compare = commands.add_parser("compare", help="what two roles share, and how they differ")
    compare.add_argument("left", metavar="ROLE", help="such as case_manager")
    compare.add_argument("right", metavar="ROLE", help="such as care_manager")
    compare.set_defaults(command=_compare)

    advise = commands.add_parser("advise", help="who is needed for one client")
    advise.add_argument("file", nargs="?", metavar="FILE", help="a client as JSON; - reads it")
    advise.add_argument(
        "--need",
        action="append",
        default=[],
        metavar="WORDS",
        help="what is needed, in your own words, or the id of a need; give it as often as you like",
    )
    advise.add_argument("--setting", metavar="ID", help="where the client is, such as acute_ward")
    advise.add_argument("--jurisdiction", metavar="CODE", help="such as US-MA")
    advise.add_argument(
        "--payer",
        action="append",
        metavar="KIND",
        help=f"who pays: {', '.join(kind.value for kind in PayerKind)}",
    )
    advise.add_argument(
        "--as-of", type=_day, metavar="DAY", help="the day asked about, YYYY-MM-DD; today"
    )
    advise.set_defaults(command=_advise)

    for command in (demo, roles, compare, advise):
        command.add_argument("--format", choices=("text", "json"), default="text")
    return parser


def _demo(options: argparse.Namespace, /) -> str:
    scenario = older_traveller()
    advice = advise_roles(scenario.client, as_of=scenario.as_of, pool=scenario.pool)
    if options.format == "json":
        return _shown(advice, options)
    return f"{scenario.title}\n\n{scenario.story}\n\n{_shown(advice, options)}"


def _roles(options: argparse.Namespace, /) -> str:
    return _shown(find_roles(options.title), options)


def _compare(options: argparse.Namespace, /) -> str:
    return _shown(compare_roles(_role(options.left), _role(options.right)), options)


def _advise(options: argparse.Namespace, /) -> str:
    as_of = datetime.now().astimezone().date() if options.as_of is None else options.as_of
    return _shown(advise_roles(_client(options), as_of=as_of), options)


def _client(options: argparse.Namespace, /) -> Client:
    if options.file is None:
        return Client(
            id="client",
            needs=None if not options.need else [_need(words) for words in options.need],
            setting=options.setting,
            jurisdiction=options.jurisdiction,
            payers=options.payer,
        )
    given = [
        name for name in ("need", "setting", "jurisdiction", "payer") if getattr(options, name)
    ]
    if given:
        what = f"a file and --{given[0]} were given"
        raise InvalidValue(what, advice="Maybe put it into the file")
    return loads(_read(options.file), Client)


def _read(file: str, /) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        what = f"the file {file!r} cannot be read ({type(error).__name__})"
        raise InvalidValue(what, advice="Maybe the path is mistyped") from None


def _need(words: str, /) -> str:
    answer = find_needs(words)
    if answer.best is not None:
        return answer.best
    if not answer.candidates:
        what = f"no need looks like {words!r}"
        raise InvalidValue(what, advice="Maybe say it in other words, or give the id of a need")
    near = ", ".join(found.need for found in answer.candidates)
    raise InvalidValue(f"{words!r} may mean several needs", advice=f"Maybe one of: {near}")


def _role(asked: str, /) -> Role:
    try:
        return STANDARD.role(asked)
    except UnknownId:
        answer = find_roles(asked)
        if not answer.candidates:
            raise
        return STANDARD.role(answer.candidates[0].role)


def _day(text: str, /) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 # a day has no time zone
    except ValueError:
        what = f"{text!r} is no day; maybe 2026-11-23"
        raise argparse.ArgumentTypeError(what) from None


def _shown(answer: Faces, options: argparse.Namespace, /) -> str:
    return dumps(answer, indent=2) if options.format == "json" else str(answer)


def _one_line(fault: CareError, /) -> str:
    faults = fault.faults if isinstance(fault, ManyFaults) else (fault,)
    return " ".join("; ".join(map(str, faults)).split())


if __name__ == "__main__":
    sys.exit(main())
