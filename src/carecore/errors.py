"""Every error that carecore raises, on one page.

There is one root, `CareError`; each error is also the nearest builtin, so that
`except ValueError` works for people who never heard of this page.
An error keeps its parts as attributes (what, place, advice) and builds its text from them.
Errors hold ids, places, text and numbers, never a person's name or birth date:
a refused personal value is described with `described`, not quoted.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any, Final, Self, final

__all__ = [
    "CareError",
    "FindingsFound",
    "IllegalMove",
    "InvalidValue",
    "ManyFaults",
    "NeedsSolver",
    "RefusedAnswer",
    "UnknownId",
    "WrongType",
    "described",
    "quoted",
]

_LONGEST: Final = 60


_MOST_SHOWN: Final = 100

_FAULTS_SHOWN: Final = 3


class CareError(Exception):
    """Anything that carecore refuses.

    Attributes:
        what: what is wrong, with the value unless it is personal.
        place: where, as a path from the value handed in (`$.needs[2]`); `$` is the value itself.
        advice: what to do about it; a sentence that starts with "Maybe", or empty.

    >>> str(CareError("the client has no id", place="$.id", advice="Maybe pass id='c-1'"))
    "$.id: the client has no id. Maybe pass id='c-1'."

    .. versionadded:: 0.1
    """

    what: str
    place: str
    advice: str

    def __init__(self, what: str, /, *, place: str = "$", advice: str = "") -> None:
        """Keep the parts; `__str__` builds the text."""
        super().__init__(what)
        self.what = what
        self.place = place
        self.advice = advice

    def __str__(self) -> str:
        """Place, what and advice in one line."""
        where = "" if self.place == "$" else f"{self.place}: "
        sentences = (part.rstrip(".") + "." for part in (self.what, self.advice) if part)
        return where + " ".join(sentences)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as class, message and parts."""
        return (_rebuilt, (type(self), self.what, dict(self.__dict__)))

    def below(self, place: str, /) -> Self:
        """This error as seen from a value that holds the refused one at *place*.

        >>> InvalidValue("not a day", place="$.start").below("$.stages[1]").place
        '$.stages[1].start'

        .. versionadded:: 0.1
        """
        moved = copy(self)
        moved.place = place + self.place.removeprefix("$")
        return moved


@final
class InvalidValue(CareError, ValueError):
    """A value of the right type that has no meaning.

    >>> raise InvalidValue("the limit is -1 points", advice="Maybe 0")
    Traceback (most recent call last):
    ...
    carecore.errors.InvalidValue: the limit is -1 points. Maybe 0.

    .. versionadded:: 0.1
    """


@final
class WrongType(CareError, TypeError):
    """A value of a type that is not taken here.

    >>> raise WrongType("as_of is a datetime, and days are counted", advice="Maybe `.date()`")
    Traceback (most recent call last):
    ...
    carecore.errors.WrongType: as_of is a datetime, and days are counted. Maybe `.date()`.

    .. versionadded:: 0.1
    """


@final
class UnknownId(CareError, LookupError):
    """An id that refers to nothing.

    Attributes:
        kind: what was looked for ("duty", "role", ...).
        value: the id that was not found.
        near: ids that do exist and look like it, nearest first.

    >>> raise UnknownId("duty", "coordinate_car", near=("coordinate_care",))
    Traceback (most recent call last):
    ...
    carecore.errors.UnknownId: there is no duty 'coordinate_car'. Maybe 'coordinate_care'.

    .. versionadded:: 0.1
    """

    kind: str
    value: str
    near: tuple[str, ...]

    def __init__(
        self, kind: str, value: str, /, *, near: Iterable[str] = (), place: str = "$"
    ) -> None:
        """Say which *kind* of id is unknown, and which ids come *near*."""
        self.kind = kind
        self.value = value
        self.near = tuple(near)
        advice = "Maybe " + " or ".join(map(repr, self.near)) if self.near else ""
        super().__init__(f"there is no {kind} {quoted(value)}", place=place, advice=advice)


@final
class IllegalMove(CareError, ValueError):
    """A move that a transition does not take from where it stands, or not from this person.

    Attributes:
        state: where the transition stands.
        move: the move that was asked for.
        by: id of the person who asked.
        allowed: the moves that this person may make instead.

    >>> raise IllegalMove(
    ...     "accept", state="offered", by="p-1", because="only a receiver may", allowed=("cancel",)
    ... )
    Traceback (most recent call last):
    ...
    carecore.errors.IllegalMove: 'p-1' may not accept while it is offered: only a receiver may. Maybe cancel.

    .. versionadded:: 0.1
    """  # noqa: E501 # a traceback line cannot be folded

    state: str
    move: str
    by: str
    allowed: tuple[str, ...]

    def __init__(
        self,
        move: str,
        /,
        *,
        state: str,
        by: str,
        because: str,
        allowed: Iterable[str] = (),
        place: str = "$",
    ) -> None:
        """Say which *move* is refused to whom, why, and what is *allowed* instead."""
        self.state = state
        self.move = move
        self.by = by
        self.allowed = tuple(allowed)
        told = (word.replace("_", " ") for word in (move, state))
        what = "{} may not {} while it is {}: {}".format(quoted(by), *told, because)
        advice = "Maybe " + " or ".join(self.allowed).replace("_", " ") if self.allowed else ""
        super().__init__(what, place=place, advice=advice)


@final
class ManyFaults(ExceptionGroup[CareError], CareError):
    """Several faults of one input, reported together and in order.

    Raises:
        WrongType: if one of the faults is no `CareError`.
        InvalidValue: if there is no fault at all.

    >>> faults = ManyFaults(
    ...     "2 faults in the client",
    ...     [
    ...         InvalidValue("blank", place="$.id"),
    ...         InvalidValue("listed twice", place="$.needs[1]"),
    ...     ],
    ... )
    >>> print(faults)
    2 faults in the client:
    - $.id: blank.
    - $.needs[1]: listed twice.

    .. versionadded:: 0.1
    """

    def __new__(cls, what: str, faults: Sequence[CareError], /) -> Self:
        """Group *faults* under *what*; faults of groups within are lifted into this one."""
        leaves = [leaf for fault in faults for leaf in _leaves(fault)]
        if not leaves:
            raise InvalidValue("there is no fault to report", advice="Maybe raise nothing")
        return super().__new__(cls, what, leaves)

    def __init__(self, what: str, faults: Sequence[CareError], /) -> None:
        """Keep the parts."""
        super().__init__(what, faults)
        self.what = what
        self.place = "$"
        self.advice = ""

    @property
    def faults(self) -> tuple[CareError, ...]:
        """Each fault by itself, in order."""
        return tuple(leaf for fault in self.exceptions for leaf in _leaves(fault))

    def __str__(self) -> str:
        """One line for each fault; of very many, the first ones and how many more there are."""
        return _listing(self.what, self.faults)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as message and faults."""
        return (ManyFaults, (self.what, self.faults))

    # The standard library types this as "any exceptions"; here only care errors make sense.
    def derive(  # type: ignore[override] # pyright: ignore[reportIncompatibleMethodOverride]
        self, excs: Sequence[CareError], /
    ) -> "ManyFaults":
        """A group of the same kind with other faults; `split` and `subgroup` ask for it."""
        return ManyFaults(self.what, excs)

    def below(self, place: str, /) -> "ManyFaults":
        """The same faults as seen from a value that holds the refused one at *place*."""
        return ManyFaults(self.what, [fault.below(place) for fault in self.faults])


@final
class FindingsFound(CareError, ValueError):
    """Rules have found something, and the caller asked for an error then.

    Attributes:
        subject: id of what was looked at.
        texts: one line for each finding, and for each rule that failed.
        codes: codes of these rules, each once.

    >>> raise FindingsFound("plan-1", texts=["G101 error at $: no goal."], codes=["G101"])
    Traceback (most recent call last):
    ...
    carecore.errors.FindingsFound: 1 finding in 'plan-1':
    - G101 error at $: no goal.

    .. versionadded:: 0.1
    """

    subject: str
    texts: tuple[str, ...]
    codes: tuple[str, ...]

    def __init__(self, subject: str, /, *, texts: Iterable[str], codes: Iterable[str]) -> None:
        """Keep the lines and the codes; `__str__` puts them under each other."""
        self.subject = subject
        self.texts = tuple(texts)
        self.codes = tuple(codes)
        number = f"{len(self.texts)} finding{'' if len(self.texts) == 1 else 's'}"
        super().__init__(f"{number} in {quoted(subject)}")

    def __str__(self) -> str:
        """One line for each finding; of very many, the first ones and how many more there are."""
        return _listing(self.what, self.texts)


@final
class NeedsSolver(CareError, RuntimeError):
    """A question that the core alone cannot answer well enough to say how good the answer is.

    Attributes:
        reasons: what in the question makes it so.

    >>> raise NeedsSolver(["2 clients may not share a professional"])
    Traceback (most recent call last):
    ...
    carecore.errors.NeedsSolver: this takes a solver: 2 clients may not share a professional. Maybe pip install "carecore[solver]" and pass solver=HighsSolver().

    .. versionadded:: 0.1
    """  # noqa: E501 # a traceback line cannot be folded

    reasons: tuple[str, ...]

    def __init__(self, reasons: Iterable[str], /, *, place: str = "$") -> None:
        """Keep the *reasons*; the text is built of them."""
        self.reasons = tuple(reasons)
        advice = 'Maybe pip install "carecore[solver]" and pass solver=HighsSolver()'
        what = f"this takes a solver: {'; '.join(self.reasons)}"
        super().__init__(what, place=place, advice=advice)


@final
class RefusedAnswer(CareError, ValueError):
    """An answer of a solver that does not hold what the question asks, or what it claims itself.

    Attributes:
        solver: name of the solver.
        version: version of the solver; empty where its name tells it already.
        faults: what is wrong with the answer.

    >>> raise RefusedAnswer("Quick", "2.1", faults=["client 0 is left out"])
    Traceback (most recent call last):
    ...
    carecore.errors.RefusedAnswer: the answer of Quick 2.1 is refused: client 0 is left out. Maybe tell its makers, and ask another solver.

    .. versionadded:: 0.1
    """  # noqa: E501 # as above

    solver: str
    version: str
    faults: tuple[str, ...]

    def __init__(
        self, solver: str, version: str = "", /, *, faults: Iterable[str], place: str = "$"
    ) -> None:
        """Say whose answer is refused, and what is wrong with it."""
        self.solver = solver
        self.version = version
        self.faults = tuple(faults)
        shown = "; ".join(self.faults[:_FAULTS_SHOWN])
        more = len(self.faults) - _FAULTS_SHOWN
        shown += f"; and {more} more" if more > 0 else ""
        what = f"the answer of {f'{solver} {version}'.strip()} is refused: {shown}"
        advice = "Maybe tell its makers, and ask another solver"
        super().__init__(what, place=place, advice=advice)


def described(value: object, /) -> str:
    """What *value* is, without quoting it: for personal values in errors.

    >>> described("Ada Quill")
    'text, 9 characters'
    >>> described(3)
    'a value of type int'

    .. versionadded:: 0.1
    """
    if isinstance(value, str):
        return f"text, {len(value)} character{'' if len(value) == 1 else 's'}"
    if value is None:
        return "None"
    return f"a value of type {type(value).__name__}"


def quoted(text: str, /) -> str:
    """*text* in quotes, cut after 60 characters: for values in errors that are not personal.

    >>> quoted("coordinate_car")
    "'coordinate_car'"

    .. versionadded:: 0.1
    """
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "...")


def _rebuilt(cls: type[CareError], what: str, parts: dict[str, object], /) -> CareError:
    error = cls.__new__(cls, what)
    error.args = (what,)
    for name, part in parts.items():
        setattr(error, name, part)
    return error


def _listing(what: str, lines: Sequence[object], /) -> str:
    shown, more = lines[:_MOST_SHOWN], len(lines) - _MOST_SHOWN
    rest = [f"- and {more} more"] if more > 0 else []
    return "\n".join([f"{what}:", *(f"- {line}" for line in shown), *rest])


def _leaves(fault: BaseException, /) -> tuple[CareError, ...]:
    if isinstance(fault, ManyFaults):
        return fault.faults
    if not isinstance(fault, CareError):
        raise WrongType(f"a fault is {described(fault)}", advice="Maybe an InvalidValue")
    return (fault,)
