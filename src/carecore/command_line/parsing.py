"""Which commands there are, and what each of them takes."""

import argparse
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Final, NamedTuple, NoReturn, final

from carecore.command_line.printing import say
from carecore.command_line.statuses import BAD_INPUT, STATUSES
from carecore.roles import PayerKind

__all__ = ["POLICIES", "SHELVES", "parser"]

POLICIES: Final = ("standard", "facility", "private", "travel")
"""The policies that can be named, the one first that is taken where none is.

.. versionadded:: 0.1
"""

SHELVES: Final = (
    "needs",
    "settings",
    "roles",
    "duties",
    "payers",
    "credentials",
    "rights",
    "pathways",
    "gates",
    "clocks",
    "domains",
    "rules",
)
"""What `list` can list.

.. versionadded:: 0.1
"""


@final
class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, as every other refusal does."""

    def error(self, message: str) -> NoReturn:
        what = " ".join(message.split())
        say(f"carecore: {what}. Maybe ask: {self.prog} --help", sys.stderr)
        sys.exit(BAD_INPUT)


class _Command(NamedTuple):
    """One command: its name, the function behind it, what it answers, and what it takes."""

    name: str
    function: tuple[str, str]
    what: str
    takes: Callable[[argparse.ArgumentParser], None]
    ends: str = ""


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; each sets `command` to the module and the function behind it.

    .. versionadded:: 0.1
    """
    whole = _Parser(
        prog="python -m carecore",
        description="Who is needed when people need professional care, what they owe, when it "
        "will be well, and what the next move needs; and why. "
        "Information, never orders; not a medical device.",
        epilog=STATUSES.format(
            more="; 3 and 4 as `allocate`, `check`, `rank`, `track` and `transition` tell"
        ),
    )
    whole.add_argument("--version", action="version", version=f"carecore {_version()}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for one in _COMMANDS:
        command = commands.add_parser(
            one.name, help=one.what, description=one.what, epilog=STATUSES.format(more=one.ends)
        )
        command.set_defaults(command=one.function)
        one.takes(command)
        command.add_argument("--format", choices=("text", "json"), default="text")
    return whole


def _demo(command: argparse.ArgumentParser, /) -> None:
    command.add_argument("--act", type=int, choices=(1, 2, 3, 4), help="one act only; all of them")
    command.add_argument(
        "--file",
        metavar="PATH",
        help="a file or folder of FHIR, or a plan of ours, to which the questions are put instead",
    )
    command.add_argument("--plan", metavar="ID", help="which plan of it; the first that is active")
    command.add_argument(
        "--as-of",
        metavar="DAY_OR_MOMENT",
        help="when the record is asked about, such as 2026-11-24 (noon); now",
    )
    command.add_argument(
        "--full",
        action="store_const",
        const=True,
        help="goals and activities in the words of the record, which may be personal; by their ids",
    )


def _roles(command: argparse.ArgumentParser, /) -> None:
    command.add_argument("title", metavar="TITLE", help="such as 'nurse case manager'")


def _compare(command: argparse.ArgumentParser, /) -> None:
    command.add_argument("left", metavar="ROLE", help="such as case_manager")
    command.add_argument("right", metavar="ROLE", help="such as care_manager")


def _advise(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "file", nargs="?", metavar="FILE", help="a client as JSON; - reads standard input"
    )
    command.add_argument(
        "--need",
        action="append",
        default=[],
        metavar="WORDS",
        help="what is needed, in your own words, or the id of a need; give it as often as you like",
    )
    command.add_argument("--setting", metavar="ID", help="where the client is, such as acute_ward")
    command.add_argument("--jurisdiction", metavar="CODE", help="such as US-MA")
    command.add_argument(
        "--payer",
        action="append",
        metavar="KIND",
        help="everybody who pays, one by one: who is not named does not pay; name private_pay if "
        f"the family can pay itself. One of: {', '.join(kind.value for kind in PayerKind)}",
    )
    command.add_argument("--as-of", metavar="DAY", help="the day asked about, YYYY-MM-DD; today")


def _pool(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "pool",
        metavar="POOL",
        help="everybody who could be engaged: a JSON list of professionals; - reads standard input",
    )


def _policy(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "--policy",
        choices=POLICIES,
        default=POLICIES[0],
        help="what is asked of a pair, and what counts; the standard one",
    )


def _rank(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "client", metavar="CLIENT", help="a client as JSON; - reads standard input"
    )
    _pool(command)
    command.add_argument(
        "--role",
        metavar="ID",
        help="the role to fill, such as care_manager; the one that has to be engaged",
    )
    _policy(command)
    command.add_argument("--as-of", metavar="DAY", help="the day asked about, YYYY-MM-DD; today")


def _allocate(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "clients", metavar="CLIENTS", help="a JSON list of clients; - reads standard input"
    )
    _pool(command)
    command.add_argument(
        "--role",
        metavar="ID",
        help="the role that all of them want, such as care_manager; for each client, the roles "
        "that have to be engaged",
    )
    _policy(command)
    command.add_argument("--as-of", metavar="DAY", help="the day asked about, YYYY-MM-DD; today")
    command.add_argument(
        "--previous",
        metavar="FILE",
        help="who had whom: an allocation, or a JSON list of bonds; a bond that breaks has its "
        "price; - reads standard input",
    )
    command.add_argument(
        "--caseloads-hold-previous",
        action="store_true",
        help="the caseloads in the pool count the clients of --previous already",
    )
    command.add_argument(
        "--most-changes",
        type=int,
        metavar="NUMBER",
        help="how many clients of --previous who could stay may change hands, or wait, at most; "
        "as many as costs least",
    )
    command.add_argument(
        "--unknown",
        choices=("admits", "bars"),
        default="bars",
        help="whether a pair of which something is not known fits, with a mark, or is undecided",
    )


def _check(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "files",
        nargs="+",
        metavar="PATH",
        help="a plan as JSON; or files and folders of FHIR, R4 or STU3, as JSON or NDJSON, which "
        "are read together; - reads standard input",
    )
    command.add_argument(
        "--as-of",
        metavar="DAY_OR_MOMENT",
        help="the day asked about, such as 2026-11-24, or the moment, such as "
        "2026-11-24T10:00+00:00; now. Of a day, rules that count hours are skipped",
    )
    _days(command)
    for name, what in (("--only", "ask only this rule"), ("--without", "do not ask this rule")):
        command.add_argument(
            name,
            action="append",
            default=[],
            metavar="CODE",
            help=f"{what}, such as P101; give it as often as you like",
        )


def _track(command: argparse.ArgumentParser, /) -> None:
    _plan(command)
    command.add_argument("--as-of", metavar="DAY", help="the day asked about, YYYY-MM-DD; today")
    command.add_argument(
        "--known-at", metavar="DAY", help="count only what was recorded by that day; all of it"
    )
    _days(command)


def _transition(command: argparse.ArgumentParser, /) -> None:
    _plan(command)
    command.add_argument(
        "transition",
        nargs="?",
        metavar="TRANSITION_ID",
        help="the transition asked about; every open one",
    )
    command.add_argument(
        "--as-of",
        metavar="MOMENT",
        help="the moment asked about, such as 2026-11-24T10:00+00:00; now",
    )
    command.add_argument(
        "--by", metavar="PERSON", help="id of somebody, to see which moves that person may make"
    )
    _days(command)


def _rule(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "code", nargs="?", metavar="CODE", help="such as P101; left out, all rules are listed"
    )


def _schema(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "type", nargs="?", metavar="TYPE", help="such as CarePlan; left out, all types are listed"
    )


def _list(command: argparse.ArgumentParser, /) -> None:
    command.add_argument("shelf", choices=SHELVES, help="what to list")


def _plan(command: argparse.ArgumentParser, /) -> None:
    command.add_argument("file", metavar="FILE", help="a plan as JSON; - reads standard input")


def _days(command: argparse.ArgumentParser, /) -> None:
    command.add_argument(
        "--holiday",
        action="append",
        metavar="DAY",
        help="a day on which nobody works, beside Saturdays and Sundays; give it as often as you "
        "like, or `none`. Left out, nobody knows which days are worked, and what counts such days "
        "is not answered",
    )


_COMMANDS: Final = (
    _Command(
        "demo",
        ("demo", "demo"),
        "a made-up traveller: her story in four acts; or the same questions about a record",
        _demo,
    ),
    _Command("roles", ("titles", "roles"), "what a job title may mean", _roles),
    _Command(
        "compare", ("titles", "compare"), "what two roles share, and how they differ", _compare
    ),
    _Command("advise", ("asking", "advise"), "who is needed for one client", _advise),
    _Command(
        "rank",
        ("ranking", "rank"),
        "who of a pool fits one client, in order, and what stands against the others",
        _rank,
        "; 3 if nobody surely fits",
    ),
    _Command(
        "allocate",
        ("allocating", "allocate"),
        "who gets whom: clients shared out among a pool, what it costs, and who waits for what",
        _allocate,
        "; 3 if somebody waits",
    ),
    _Command(
        "check",
        ("checking", "check"),
        "what the rules find in a plan, or in the plans of FHIR records",
        _check,
        " and nothing found is worse than advice; 3 if there are warnings; 4 if there are errors, "
        "or a rule failed, which has seen nothing then",
    ),
    _Command(
        "track",
        ("tracking", "track"),
        "how far a recovery has come, what is late, and what that moves",
        _track,
        "; 3 if something is late, or could never be kept",
    ),
    _Command(
        "transition",
        ("moving", "transition"),
        "whether all is ready for a move, what is due around it, and whether its journey can begin",
        _transition,
        "; 3 if a move is not ready, a deadline is missed, or a journey cannot begin",
    ),
    _Command("rule", ("rules", "rule"), "the page of a rule", _rule),
    _Command("schema", ("schemas", "schema"), "the JSON Schema of a type", _schema),
    _Command("list", ("listing", "shelf"), "the ids and words of the catalogue", _list),
)


def _version() -> str:
    try:
        return version("carecore")
    except PackageNotFoundError:
        return "(not installed)"
