"""Reading what a command is given: files, days, moments, and which days are worked."""

import re
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final, ParamSpec, TypeVar, cast, final
from zoneinfo import ZoneInfo

from carecore.base.calendars import BusinessCalendar
from carecore.codec import loads
from carecore.codec.texts import TEXT_FORMS
from carecore.errors import CareError, InvalidValue, ManyFaults, quoted
from carecore.plans import CarePlan

__all__ = [
    "Asking",
    "all_faults",
    "moment_seen_from",
    "now",
    "path_text",
    "read_file",
    "read_plan",
    "seen_from",
    "to_day",
    "to_day_or_moment",
    "to_holidays",
    "to_moment",
    "worked_days",
]

P = ParamSpec("P")
T = TypeVar("T")

_MOMENT: Final = TEXT_FORMS[datetime]
_WITHOUT_SECONDS: Final = re.compile(r"(T[0-9]{2}:[0-9]{2})(?=Z|[+-])")
_EXAMPLE: Final = "2026-11-24T10:00+00:00"
_NO_HOLIDAYS: Final = "none"
_LONGEST_PATH: Final = 120


@final
class Asking:
    """Asks for several things, and keeps all that is wrong with them.

    .. versionadded:: 0.1
    """

    __slots__ = ("faults",)

    def __init__(self) -> None:
        """Nothing is wrong yet."""
        self.faults: list[CareError] = []

    def __call__(self, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What *read* gives; a fault is kept, and raised before anybody uses the answer."""
        try:
            return read(*args, **kwargs)
        except CareError as fault:
            self.faults.append(fault)
            return cast("T", None)


@contextmanager
def all_faults() -> Generator[Asking]:
    """Ask for several things at once, and raise all that is wrong with them together.

    .. versionadded:: 0.1
    """
    ask = Asking()
    yield ask
    if len(ask.faults) == 1:
        raise ask.faults[0]
    if ask.faults:
        raise ManyFaults("the question cannot be read", ask.faults)


def path_text(path: str, /) -> str:
    """A path in quotes; of a very long one the end, where the names of files are.

    .. versionadded:: 0.1
    """
    return repr(path if len(path) <= _LONGEST_PATH else f"...{path[-_LONGEST_PATH:]}")


def read_file(file: str, /) -> bytes:
    """What stands in a file, or comes in where it is a dash.

    .. versionadded:: 0.1
    """
    if file == "-" and sys.stdin is None:
        raise InvalidValue("there is no input to read", advice="Maybe name a file")
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        what = f"the file {path_text(file)} cannot be read ({type(error).__name__})"
        raise InvalidValue(what, advice="Maybe the path is mistyped") from None


def read_plan(file: str, /) -> CarePlan:
    """The plan that a file holds.

    .. versionadded:: 0.1
    """
    return loads(read_file(file), CarePlan)


def now(zone: ZoneInfo | None, /) -> datetime:
    """This moment there, to the second; where no zone is known, here.

    .. versionadded:: 0.1
    """
    moment = datetime.now(zone) if zone is not None else datetime.now().astimezone()
    return moment.replace(microsecond=0)


def to_day(text: str | None, /) -> date | None:
    """A day as one writes it, if one was.

    .. versionadded:: 0.1
    """
    if text is None:
        return None
    fault = InvalidValue(f"{quoted(text)} is no day", advice="Maybe 2026-11-23")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise fault from None
    # Python takes 20261123 and weeks as well, and documents take neither.
    if day.isoformat() != text:
        raise fault
    return day


def to_moment(text: str | None, /) -> datetime | None:
    """A moment with its zone, spelled as in documents, if one was; it may leave out seconds.

    .. versionadded:: 0.1
    """
    if text is None:
        return None
    whole = _WITHOUT_SECONDS.sub(r"\1:00", text)
    if not _MOMENT.pattern.fullmatch(whole):
        what = f"{quoted(text)} is no moment with a time zone"
        raise InvalidValue(what, advice=f"Maybe {_EXAMPLE}")
    return cast("datetime", _MOMENT.read(whole))


def to_day_or_moment(text: str | None, /) -> date | datetime | None:
    """A day, or a moment with its zone, as one writes it, if one was.

    .. versionadded:: 0.1
    """
    if text is None or "T" in text:
        return to_moment(text)
    try:
        return to_day(text)
    except InvalidValue:
        what = f"{quoted(text)} is neither a day nor a moment with a time zone"
        raise InvalidValue(what, advice=f"Maybe 2026-11-24, or {_EXAMPLE}") from None


def seen_from(zone: ZoneInfo | None, as_of: date | datetime, /) -> date | datetime:
    """A day as it is, and a moment as the clocks of the client show it.

    .. versionadded:: 0.1
    """
    return moment_seen_from(zone, as_of) if isinstance(as_of, datetime) else as_of


def moment_seen_from(zone: ZoneInfo | None, moment: datetime, /) -> datetime:
    """The same moment as the clocks of the client show it, so that its day is the client's day.

    .. versionadded:: 0.1
    """
    if zone is None:
        return moment
    try:
        return moment.astimezone(zone)
    except OverflowError:
        what = f"{quoted(moment.isoformat())} lies outside the calendar there"
        raise InvalidValue(what, advice=f"Maybe {_EXAMPLE}") from None


def to_holidays(said: Iterable[str] | None, /) -> tuple[date, ...] | None:
    """The holidays that were named; `None` where nobody said anything about them.

    .. versionadded:: 0.1
    """
    if said is None:
        return None
    with all_faults() as ask:
        days = [ask(to_day, text) for text in said if text != _NO_HOLIDAYS]
    return tuple(day for day in days if day is not None)


def worked_days(
    holidays: tuple[date, ...] | None, zone: ZoneInfo | None, /
) -> BusinessCalendar | None:
    """Which days are worked where the client is; `None` where nobody said.

    .. versionadded:: 0.1
    """
    if holidays is None:
        return None
    return BusinessCalendar(holidays=holidays, zone=None if zone is None else zone.key)
