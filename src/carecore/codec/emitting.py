"""The source of functions that read plain data as a value of one annotation, and nothing else.

It is written from the same descriptions that the detailed reader goes by (`carecore.codec.shapes`),
so that both take the same documents.
A function does not say what it refuses: it raises any exception, and the detailed reader is asked.

In the source, `v` is the plain data and becomes the value, and `tally` is told how many keys each
object has.
"""

from collections.abc import Callable, Iterable, MutableMapping
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, Final, TypeAlias, cast, final, get_args

import attrs

from carecore.codec.known import MISFIT
from carecore.codec.quick_texts import quick_text, quick_texts
from carecore.codec.shapes import (
    Choice,
    Kind,
    Shape,
    bare,
    choice_of,
    is_enum,
    is_list,
    is_option,
    members_of,
    origin_of,
    values_of,
)
from carecore.codec.texts import TEXT_FORMS
from carecore.codec.versions import TYPE_KEY, VALUE_KEY
from carecore.errors import WrongType

__all__ = ["Emitter", "Find", "Misfit", "Read", "Tally", "Way", "indented"]

Tally: TypeAlias = Callable[[int], object]
Read: TypeAlias = Callable[[Any, Tally], object]


class Way(Enum):
    """What a function reads.

    Attributes:
        VALUE: whatever may stand where a kind is declared.
        OBJECT: the fields of an attrs class.
        MARKED: an object that names its class and holds the value beside it.
    """

    VALUE = 0
    OBJECT = 1
    MARKED = 2


Find: TypeAlias = Callable[[Way, Kind], Read]


@final
class Misfit(Exception):
    """Something is not what it should be; the detailed reader says what."""


_SCALARS: Final[tuple[Kind, ...]] = (str, int, float, bool)
_TAKEN_BY_CATTRS: Final = (*_SCALARS, bytes, Path)
_FINITE: Final = "v - v == 0"
# The detailed reader takes one number more, which few classes do.
_LARGEST: Final = 2**63 - 1
_EXACT: Final = 2**53
_CLASSES: Final = {
    Shape.NULL: "v is None",
    Shape.TRUTH: "c is bool",
    Shape.WHOLE: "c is int",
    Shape.NUMBER: "c is float",
    Shape.TEXT: "c is str",
    Shape.LIST: "c is list",
}
_PLAIN: Final = {
    str: [f"if v.__class__ is not str: {MISFIT}"],
    bool: [f"if v.__class__ is not bool: {MISFIT}"],
    int: [f"if v.__class__ is not int or not {-_LARGEST} <= v <= {_LARGEST}: {MISFIT}"],
    float: [
        f"if v.__class__ is int and {-_EXACT} <= v <= {_EXACT}: v = float(v)",
        f"if v.__class__ is not float or not {_FINITE}: {MISFIT}",
    ],
}


def indented(lines: Iterable[str], /) -> list[str]:
    """The same *lines*, one step further in."""
    return [f" {line}" for line in lines]


@final
class Emitter:
    """Writes the source of one function, and keeps what its names stand for.

    Attributes:
        names: what stands for each name of the source.
    """

    __slots__ = ("_find", "_types", "names")

    def __init__(self, types: tuple[type, ...], find: Find, /) -> None:
        """For annotations whose open places take *types*; *find* gives the other functions."""
        self._types = types
        self._find = find
        self.names: dict[str, object] = {"Misfit": Misfit}

    def named(self, thing: object, /) -> str:
        """A name for *thing*."""
        name = f"n{len(self.names)}"
        self.names[name] = thing
        return name

    def value(self, kind: Kind, /) -> list[str]:
        """The lines that read `v` as a value of *kind*."""
        found = bare(kind)
        try:
            return self._value(found)
        except WrongType:
            # No document can hold it; the detailed reader says why.
            return [MISFIT]

    def marked(self, kind: Kind, /) -> list[str]:
        """The lines that read `v`, which names *kind* as its class, as the value beside it."""
        check = f"if len(v) != 2: {MISFIT}"
        return [check, "tally(2)", f"v = v[{VALUE_KEY!r}]", *self.value(kind)]

    def _value(self, kind: Kind, /) -> list[str]:
        if isinstance(kind, type) and issubclass(kind, _TAKEN_BY_CATTRS):
            return self._option(kind) if is_enum(kind) else list(_PLAIN.get(kind, [MISFIT]))
        if kind in TEXT_FORMS:
            return [*_PLAIN[str], f"v = {self.named(quick_text(kind))}(v)"]
        if is_option(kind):
            return self._option(kind)
        if is_list(kind):
            return self._list(kind)
        return self._chosen(kind)

    def _option(self, kind: Kind, /) -> list[str]:
        options = values_of(kind)
        (plain,) = {kept for kept, _ in options}
        known = self.named({value: option for (_, value), option in options.items()})
        return [*([] if plain is str else _PLAIN[plain]), f"v = {known}[v]"]

    def _list(self, kind: Kind, /) -> list[str]:
        members = get_args(kind)
        if origin_of(kind) is frozenset:
            lines = [*self._items(members[0]), "kept, v = v, frozenset(v)"]
            return [*lines, f"if len(kept) != len(v): {MISFIT}"]
        if members[1:] == (...,):
            return [*self._items(members[0]), "v = tuple(v)"]
        reads = (self._function(Way.VALUE, member) for member in members)
        row = "".join(f"{read}(v[{index}], tally), " for index, read in enumerate(reads))
        check = f"if v.__class__ is not list or len(v) != {len(members)}: {MISFIT}"
        return [check, f"v = ({row})"]

    def _items(self, member: Kind, /) -> list[str]:
        check = f"if v.__class__ is not list: {MISFIT}"
        found = bare(member)
        if found is str:
            return [check, "for one in v:", f" if one.__class__ is not str: {MISFIT}"]
        way = Way.OBJECT if self._is_object(found) else Way.VALUE
        return [check, f"v = [{self._function(way, found)}(one, tally) for one in v]"]

    def _is_object(self, kind: Kind, /) -> bool:
        """Whether objects of one class stand there, and nothing else."""
        if not isinstance(kind, type) or not attrs.has(kind) or kind in TEXT_FORMS:
            return False
        return list(choice_of(kind, self._types).marked.values()) == [kind]

    def _chosen(self, kind: Kind, /) -> list[str]:
        if self._is_object(kind):
            return [f"v = {self._function(Way.OBJECT, kind)}(v, tally)"]
        choice, members = choice_of(kind, self._types), members_of(kind)
        others = [member for member in members if member is not NoneType]
        if members == (kind,) and others and not choice.marked:
            return [MISFIT]
        if len(others) == 1 < len(members):
            return ["if v is not None:", *indented(self.value(others[0]))]
        return self._by_class(choice)

    def _by_class(self, choice: Choice, /) -> list[str]:
        branches: dict[str, list[str]] = {}
        for shape, kind in choice.plain.items():
            if shape is Shape.NULL:
                branches[_CLASSES[shape]] = ["pass"]
            elif shape is not Shape.OBJECT:
                branches[_CLASSES[shape]] = self.value(kind)
        if Shape.NUMBER in choice.plain and Shape.WHOLE not in choice.plain:
            branches[_CLASSES[Shape.WHOLE]] = branches[_CLASSES[Shape.NUMBER]]
        if choice.texts:
            branches[_CLASSES[Shape.TEXT]] = [f"v = {self.named(quick_texts(choice.texts))}(v)"]
        if choice.marked:
            branches["c is dict"] = self._by_mark(choice)
        if not branches:
            return [MISFIT]
        lines = ["c = v.__class__"]
        for condition, found in branches.items():
            lines += [f"{'elif' if len(lines) > 1 else 'if'} {condition}:", *indented(found)]
        return [*lines, "else:", f" {MISFIT}"]

    def _by_mark(self, choice: Choice, /) -> list[str]:
        reads: dict[str, Read] = {}
        for mark, kind in choice.marked.items():
            is_object = attrs.has(cast("type", kind)) and kind not in TEXT_FORMS
            self._put(reads, mark, Way.OBJECT if is_object else Way.MARKED, kind)
        own = choice.plain.get(Shape.OBJECT)
        other = "None" if own is None else self._function(Way.OBJECT, own)
        return [f"v = {self.named(reads)}.get(v.get({TYPE_KEY!r}), {other})(v, tally)"]

    def _function(self, way: Way, kind: Kind, /) -> str:
        name = self.named(None)
        self._put(cast("dict[str, Read]", self.names), name, way, kind)
        return name

    def _put(self, table: MutableMapping[str, Read], name: str, way: Way, kind: Kind, /) -> None:
        """Put a function into *table* that is written when it is first called."""

        def first(value: object, tally: Tally) -> object:
            table[name] = read = self._find(way, kind)
            return read(value, tally)

        table[name] = first
