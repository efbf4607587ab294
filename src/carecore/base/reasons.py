"""Why: citations, our own choices, facts seen, places, verdicts and reasons.

Every answer of the library holds its reasons as these values.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from functools import total_ordering
from typing import Final, TypeAlias, cast, final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    filled_text,
    in_order,
    optional_day,
    placed,
    plain_text,
    require_instance,
    true_or_false,
)
from carecore.errors import InvalidValue, WrongType, described, quoted

__all__ = [
    "Citation",
    "Fact",
    "FactValue",
    "OwnChoice",
    "Reason",
    "Severity",
    "Source",
    "Verdict",
    "all_of",
    "any_of",
    "at",
    "grouped_sources",
    "look_up",
    "tuple_of_sources",
]


@total_ordering
class Severity(Enum):
    """How much a finding matters, least first; severities compare.

    >>> Severity.ERROR > Severity.WARNING > Severity.ADVICE
    True

    .. versionadded:: 0.1
    """

    ADVICE = "advice"
    WARNING = "warning"
    ERROR = "error"

    def __lt__(self, other: object) -> bool:
        """Whether this matters less."""
        if not isinstance(other, Severity):
            return NotImplemented
        order = tuple(Severity)
        return order.index(self) < order.index(other)


class Verdict(Enum):
    """Whether something that is asked for is there; unknown is not no.

    .. versionadded:: 0.1
    """

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


def all_of(verdicts: Iterable[Verdict], /) -> Verdict:
    """Whether all hold: one *not met* decides, else one *unknown* does.

    >>> all_of([Verdict.MET, Verdict.UNKNOWN])
    <Verdict.UNKNOWN: 'unknown'>
    >>> all_of([])
    <Verdict.MET: 'met'>

    Raises:
        WrongType: if one of them is no `Verdict`; its name, as text, is none.

    .. versionadded:: 0.1
    """
    seen = _seen(verdicts)
    for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN):
        if verdict in seen:
            return verdict
    return Verdict.MET


def any_of(verdicts: Iterable[Verdict], /) -> Verdict:
    """Whether at least one holds: one *met* decides, else one *unknown* does.

    >>> any_of([Verdict.NOT_MET, Verdict.UNKNOWN])
    <Verdict.UNKNOWN: 'unknown'>
    >>> any_of([])
    <Verdict.NOT_MET: 'not_met'>

    Raises:
        WrongType: if one of them is no `Verdict`; its name, as text, is none.

    .. versionadded:: 0.1
    """
    seen = _seen(verdicts)
    for verdict in (Verdict.MET, Verdict.UNKNOWN):
        if verdict in seen:
            return verdict
    return Verdict.NOT_MET


@final
@frozen(kw_only=True, weakref_slot=False)
class Citation:
    """Where a fact stands, so that a reader can check it.

    >>> rule = Citation(
    ...     authority="US Code of Federal Regulations",
    ...     section="42 CFR 482.43",
    ...     edition="2025",
    ...     as_of=date(2026, 11, 23),
    ... )
    >>> print(rule)
    US Code of Federal Regulations, 42 CFR 482.43 (2025; as of 2026-11-23)

    Attributes:
        authority: who says it.
        section: where in what they publish.
        address: where to read it, as a URL, if there is one.
        edition: which edition or year, if it has one.
        as_of: the day on which the fact was last taken to hold.
        verified: whether the fact itself was read there; if not, no rule resting on it is an error.

    Raises:
        WrongType: if a text is not text, or `as_of` is no plain date.
        InvalidValue: if the authority or the section is blank.

    .. versionadded:: 0.1
    """

    authority: str = field(validator=filled_text)
    section: str = field(validator=filled_text)
    address: str = field(default="", validator=plain_text)
    edition: str = field(default="", validator=plain_text)
    as_of: date | None = field(default=None, validator=optional_day)
    verified: bool = field(default=True, validator=true_or_false)

    def part(self, name: str, /) -> "Citation":
        """The part of that name within what is cited here."""
        return attrs.evolve(self, section=f"{self.section}, {name}")

    def unverified(self) -> "Citation":
        """The same place, for a fact that was not itself read there."""
        return attrs.evolve(self, verified=False)

    def __str__(self) -> str:
        """One line."""
        day = "" if self.as_of is None else f"as of {self.as_of.isoformat()}"
        notes = (self.edition, day, "" if self.verified else "not verified")
        shown = "; ".join(note for note in notes if note)
        return f"{self.authority}, {self.section}" + (f" ({shown})" if shown else "")


@final
@frozen(weakref_slot=False)
class OwnChoice:
    """A choice of carecore's own: no outside authority stands behind it.

    >>> print(OwnChoice("restrictiveness is ranked from home to locked ward"))
    carecore's own choice: restrictiveness is ranked from home to locked ward

    Attributes:
        choice: what was chosen.

    Raises:
        WrongType: if the choice is not text.
        InvalidValue: if it does not say what was chosen.

    .. versionadded:: 0.1
    """

    choice: str = field(validator=filled_text)

    def __str__(self) -> str:
        """One line."""
        return f"carecore's own choice: {self.choice}"


Source: TypeAlias = Citation | OwnChoice
"""What a fact or a choice rests on.

.. versionadded:: 0.1
"""


def grouped_sources(sources: "Iterable[Source]", /) -> tuple[str, ...]:
    """One line for each text that is cited, with all the places in it, then our own choices.

    >>> law = Citation(authority="CFR", section="42 CFR 482.43", edition="2025")
    >>> grouped_sources([law.part("(a)"), OwnChoice("we chose"), law.part("(b)")])
    ('CFR, 42 CFR 482.43, (a); (b) (2025)', "carecore's own choice: we chose")

    .. versionadded:: 0.1
    """
    texts: dict[Citation, dict[str, None]] = {}
    choices: dict[str, None] = {}
    for source in sources:
        if isinstance(source, OwnChoice):
            choices[str(source)] = None
        else:
            text, _, place = source.section.partition(", ")
            known = texts.setdefault(attrs.evolve(source, section=text), {})
            if place:
                known[place] = None
    cited = (
        str(attrs.evolve(text, section=", ".join(filter(None, (text.section, "; ".join(places))))))
        for text, places in texts.items()
    )
    return (*cited, *choices)


FactValue: TypeAlias = str | int | bool | date | tuple[str, ...] | None
"""What a fact may hold; `None` is unknown.

.. versionadded:: 0.1
"""


def tuple_of_sources(values: Iterable[Source], /) -> tuple[Source, ...]:
    """Converter: sources in order, each once.

    Raises:
        WrongType: if *values* is no collection or has no order, or one of them is neither a
            `Citation` nor an `OwnChoice`.

    .. versionadded:: 0.1
    """
    advice = "Maybe a Citation, or an OwnChoice"
    if isinstance(values, set | frozenset):
        raise WrongType(f"the sources are {described(values)}, without order", advice=advice)
    kept = in_order(values, of="sources")
    for index, value in enumerate(kept):
        if not _is_source(value):
            raise WrongType(f"a source is {described(value)}", place=f"$[{index}]", advice=advice)
    return tuple(dict.fromkeys(kept))


_LARGEST: Final = 2**63 - 1


def at(place: str, /, *steps: str | int) -> str:
    """The place that is reached from *place* by *steps*: names of fields, numbers in a list.

    >>> at("$", "goals", 2, "target")
    '$.goals[2].target'

    .. versionadded:: 0.1
    """
    for step in steps:
        place += f"[{step}]" if isinstance(step, int) else f".{step}"
    return place


_PLACE: Final = re.compile(r"\$(?:\.[A-Za-z]\w*|\[\d{1,9}\])*", re.ASCII)
_STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]", re.ASCII)


def look_up(value: object, place: str, /) -> object:
    """What stands at *place* in *value*.

    >>> look_up(Citation(authority="CMS", section="TCM"), "$.section")
    'TCM'

    Raises:
        WrongType: if *place* is not text.
        InvalidValue: if *place* is no path, or leads nowhere; the error says how far it led.

    .. versionadded:: 0.1
    """
    if not _PLACE.fullmatch(require_instance(place, str, name="the place")):
        raise InvalidValue(f"{quoted(place)} is no place", advice="Maybe '$.needs[0]'")
    found, path = value, "$"
    for name, index in _STEP.findall(place):
        step = int(index) if index else name
        path = at(path, step)
        there = _child(found, step)
        if not there:
            what = f"nothing stands at {path}"
            raise InvalidValue(what, advice=f"Maybe look at {path[: -len(at('', step))]} first")
        (found,) = there
    return found


def _can_be_seen(instance: object, attribute: "Attribute[FactValue]", value: object, /) -> None:
    del instance
    if isinstance(value, datetime) or not (_are_texts(value) or _is_plain(value)):
        what = f"what was seen is {described(value)}"
        advice = "Maybe text, a number, a day or (text, )"
        raise WrongType(what, place=f"$.{attribute.name}", advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False)
class Fact:
    """One thing that was seen, and where.

    >>> Fact(name="care setting", seen="acute_ward", place="$.setting").seen
    'acute_ward'

    Attributes:
        name: what it is called.
        seen: what was there (whole numbers up to 64 bits); `None`: nobody knows.
        place: where it was, as a path; see `at`.

    Raises:
        WrongType: if what was seen is no text, whole number, day or tuple of texts.
        InvalidValue: if the name is blank.

    .. versionadded:: 0.1
    """

    name: str = field(validator=filled_text)
    seen: FactValue = field(validator=_can_be_seen)
    place: str = field(default="$", validator=filled_text)


def _facts(values: Iterable[Fact], /) -> tuple[Fact, ...]:
    return each_of(values, Fact)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Reason:
    """Why an answer is what it is: the rule or criterion, what was seen, what it rests on.

    >>> print(Reason(id="fewest_new_roles", text="one new role is enough"))
    one new role is enough

    Attributes:
        id: the id of the rule or criterion; it never changes its meaning.
        text: the same in words.
        facts: what was seen.
        sources: what the rule rests on.

    .. versionadded:: 0.1
    """

    id: str = field(validator=filled_text)
    text: str = field(validator=filled_text)
    facts: tuple[Fact, ...] = field(default=(), converter=_facts)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def __str__(self) -> str:
        """The words."""
        return self.text


def _is_source(value: object, /) -> bool:
    return isinstance(value, Citation | OwnChoice)


def _are_texts(value: object, /) -> bool:
    if not isinstance(value, tuple):
        return False
    return all(isinstance(one, str) for one in cast("tuple[object, ...]", value))


def _is_plain(value: object, /) -> bool:
    if isinstance(value, int):
        return abs(value) <= _LARGEST
    return value is None or isinstance(value, str | date)


def _seen(verdicts: Iterable[Verdict], /) -> frozenset[Verdict]:
    return frozenset(each_of(in_order(verdicts, of="verdicts"), Verdict))


def _child(value: object, step: str | int, /) -> tuple[object, ...]:
    """What stands one step below, in a tuple that is empty if nothing does."""
    if isinstance(step, int):
        items = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
        return items[step : step + 1]
    cls = type(value)
    fields = attrs.fields(cls) if attrs.has(cls) else ()
    return (getattr(value, step),) if step in [each.name for each in fields] else ()
