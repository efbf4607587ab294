"""The command line: `python -m carecore`.

It is thin: it reads words and files, asks one verb, and prints the answer as text or JSON.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, NoReturn, TextIO, final

from carecore.base.identity import in_words
from carecore.base.outline import Outline
from carecore.base.parts import Table
from carecore.care_settings import CareSetting
from carecore.catalogue import STANDARD, NeedAnswer, TitleAnswer, find_needs, find_roles
from carecore.codec import dumps, loads
from carecore.credentials import Credential
from carecore.duties import Duty
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId, quoted
from carecore.matching import RoleAdvice, advise_roles
from carecore.people import Client
from carecore.roles import PayerKind, Role, RoleComparison, TitleConfidence, compare_roles
from carecore.testing import older_traveller

__all__ = ["main"]

_NOT_WRITTEN: Final = 1
_BAD_INPUT: Final = 2
_SHELVES: Final = ("needs", "settings", "roles", "duties", "payers", "credentials")
_SURE: Final = frozenset({TitleConfidence.EXACT, TitleConfidence.ALIAS})


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one question of the command line, and give the exit status.

    0: answered, or the reader wants no more of it; 1: the answer could not be written; 2: the
    question could not be read.
    """
    try:
        try:
            return _answered(arguments)
        finally:
            _flush(sys.stdout)
    except OSError as error:
        _give_up(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return 0
        _say(f"carecore: the answer cannot be written ({type(error).__name__}).", sys.stderr)
        return _NOT_WRITTEN


def _answered(arguments: Sequence[str] | None, /) -> int:
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], str] = options.command
    try:
        answer = command(options)
    except CareError as fault:
        _say(f"carecore: {_one_line(fault)}", sys.stderr)
        return _BAD_INPUT
    _say(answer, sys.stdout, is_json=options.format == "json")
    return 0


def _say(text: str, stream: TextIO | None, /, *, is_json: bool = False) -> None:
    """Print *text*; what the stream has no letters for is escaped, in JSON as JSON does."""
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


def _flush(stream: TextIO | None, /) -> None:
    if stream is not None:
        stream.flush()


def _give_up(stream: TextIO | None, /) -> None:
    """Send the rest to nowhere: what is left would fail once more when Python ends."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@final
class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, as every other refusal does."""

    def error(self, message: str) -> NoReturn:
        what = " ".join(message.split())
        _say(f"carecore: {what}. Maybe ask: {self.prog} --help", sys.stderr)
        sys.exit(_BAD_INPUT)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m carecore",
        description="Who is needed when people need professional care, and why. "
        "Information, never orders; not a medical device.",
    )
    parser.add_argument("--version", action="version", version=f"carecore {_version()}")
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
    advise.add_argument(
        "file", nargs="?", metavar="FILE", help="a client as JSON; - reads standard input"
    )
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
        help="everybody who pays, one by one: who is not named does not pay; name private_pay if "
        f"the family can pay itself. One of: {', '.join(kind.value for kind in PayerKind)}",
    )
    advise.add_argument("--as-of", metavar="DAY", help="the day asked about, YYYY-MM-DD; today")
    advise.set_defaults(command=_advise)

    lists = commands.add_parser("list", help="the ids and words of the catalogue")
    lists.add_argument("shelf", choices=_SHELVES, help="what to list")
    lists.set_defaults(command=_list)

    for command in (demo, roles, compare, advise, lists):
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
    answers, faults = _heard(options.need)
    warnings = [fault for answer in answers for fault in _warnings(answer)]
    needs = list(dict.fromkeys(answer.best for answer in answers if answer.best is not None))
    if faults or (warnings and not needs):
        raise ManyFaults("it is not clear what is needed", [*warnings, *faults])
    try:
        client = _client(options, needs)
        advice = _shown(advise_roles(client, as_of=_day(options.as_of)), options)
    except CareError as fault:
        raise ManyFaults("no advice can be given", [*warnings, fault]) from None
    notes = [*map(_one_line, warnings), *_taken(answers)]
    if options.format == "json":
        for note in notes:
            _say(note, sys.stderr)
        return advice
    return "\n".join([*notes, "", advice] if notes else [advice])


def _heard(said: Iterable[str], /) -> tuple[list[NeedAnswer], list[CareError]]:
    """What was found for all that was said, and what is wrong with the rest.

    Words that may be a sign of danger need not be clear.
    """
    answers: list[NeedAnswer] = []
    faults: list[CareError] = []
    for words in said:
        try:
            answer = find_needs(words)
        except CareError as fault:
            faults.append(fault)
            continue
        answers.append(answer)
        if answer.best is None and not answer.dangers:
            faults.append(_unclear(answer))
    return answers, faults


def _warnings(answer: NeedAnswer, /) -> Iterator[InvalidValue]:
    for danger in answer.dangers:
        yield InvalidValue(f"{quoted(answer.asked)} may be a sign of danger", advice=danger.say)


def _taken(answers: Iterable[NeedAnswer], /) -> Iterator[str]:
    for answer in answers:
        if answer.best is not None:
            said, need = quoted(answer.asked)[1:-1], STANDARD.need(answer.best)
            yield f'you said "{said}", taken as "{need.words}" ({need.id})'


def _client(options: argparse.Namespace, needs: Sequence[str], /) -> Client:
    given = {
        "needs": needs or None,
        "setting": options.setting,
        "jurisdiction": options.jurisdiction,
        "payers": options.payer,
    }
    known = [name for name, value in given.items() if value is not None]
    if options.file is None:
        return loads(json.dumps({"id": "client", **given}), Client)
    if known:
        what = f"a file and also the {known[0]} of a client are given"
        raise InvalidValue(what, advice="Maybe put all of it into the file")
    return loads(_read(options.file), Client)


def _read(file: str, /) -> bytes:
    if file == "-" and sys.stdin is None:
        raise InvalidValue("there is no input to read", advice="Maybe name a file")
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        what = f"the file {quoted(file)} cannot be read ({type(error).__name__})"
        raise InvalidValue(what, advice="Maybe the path is mistyped") from None


def _unclear(answer: NeedAnswer, /) -> InvalidValue:
    words = quoted(answer.asked)
    if not answer.candidates:
        what = f"no need looks like {words}"
        return InvalidValue(what, advice="Maybe say it in other words, or give the id of a need")
    near = [f"{one.need} ({STANDARD.need(one.need).words})" for one in answer.candidates]
    what = f"it is not clear which need {words} means"
    return InvalidValue(what, advice=f"Maybe {' or '.join(near)}")


def _role(asked: str, /) -> Role:
    try:
        return STANDARD.role(asked)
    except UnknownId:
        found = find_roles(asked).candidates
    roles = list(dict.fromkeys(one.role for one in found))
    if not roles:
        what = f"no role looks like {quoted(asked)}"
        raise InvalidValue(what, advice="Maybe case_manager or care_manager")
    if len(roles) > 1 and found[0].confidence not in _SURE:
        what = f"{quoted(asked)} may mean several roles"
        raise InvalidValue(what, advice=f"Maybe one of: {', '.join(roles)}")
    return STANDARD.role(roles[0])


def _day(text: str | None, /) -> date:
    if text is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 # a day has no time zone
    except ValueError:
        raise InvalidValue(f"{quoted(text)} is no day", advice="Maybe 2026-11-23") from None


def _list(options: argparse.Namespace, /) -> str:
    name, rows = _shelf(options.shelf)
    if options.format == "json":
        return json.dumps([{"id": key, name: text} for key, text in rows], indent=2)
    return str(Outline(options.shelf.capitalize(), (Table(("id", name), rows),)))


def _shelf(shelf: str, /) -> tuple[str, list[tuple[str, str]]]:
    if shelf == "needs":
        return "words", [(need.id, need.words) for need in STANDARD.needs]
    if shelf == "payers":
        return "name", [(kind.value, in_words(kind.value)) for kind in PayerKind]
    entries: dict[str, Iterable[CareSetting | Credential | Duty | Role]] = {
        "settings": STANDARD.care_settings,
        "roles": STANDARD.roles,
        "duties": STANDARD.duties,
        "credentials": STANDARD.credentials,
    }
    return "name", [(entry.id, entry.name) for entry in entries[shelf]]


def _version() -> str:
    try:
        return version("carecore")
    except PackageNotFoundError:
        return "(not installed)"


def _shown(
    answer: RoleAdvice | RoleComparison | TitleAnswer, options: argparse.Namespace, /
) -> str:
    return dumps(answer, indent=2) if options.format == "json" else str(answer)


def _one_line(fault: CareError, /) -> str:
    faults = fault.faults if isinstance(fault, ManyFaults) else (fault,)
    return " ".join(" ".join(map(str, faults)).split())


if __name__ == "__main__":
    sys.exit(main())
