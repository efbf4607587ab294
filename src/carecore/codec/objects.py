"""The source of functions that read an object of a document as a value of an attrs class.

Where attrs wrote the constructor, what it does is written out: converters, slots and validators in
its order, without what the annotation of a field has said already.
Any other class is called with the fields that were given.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias, cast, final

import attrs

from carecore.codec.emitting import Emitter, indented
from carecore.codec.known import MISFIT, TERM, Asked, converter_lines, quicker, validator_lines
from carecore.codec.shapes import Field, given_fields
from carecore.codec.twins import twin_of
from carecore.codec.versions import TYPE_KEY

__all__ = ["object_lines"]

_Attribute: TypeAlias = "attrs.Attribute[Any]"

_NAMES: Final[Mapping[str, object]] = {
    "TERM": re.compile(TERM, re.ASCII).fullmatch,
    "new": object.__new__,
}
_Validate: TypeAlias = Callable[..., object]


def object_lines(cls: type[attrs.AttrsInstance], emitter: Emitter, /) -> list[str]:
    """The lines that read `v` as the fields of *cls* and return the value.

    Raises:
        WrongType: if the annotations of *cls* cannot be read.
    """
    fields = given_fields(cls)
    twin = twin_of(cls) if _is_filled_in_order(cls) else None
    emitter.names.update(_NAMES)
    if twin is None:
        read, build = _calling(cls, fields.values(), emitter)
    else:
        read, build = _Filling(cls, twin, emitter).lines(fields)
    return [
        f"if v.__class__ is not dict: {MISFIT}",
        "d = v",
        "n = len(d)",
        "tally(n)",
        f"n -= {sum(field.is_required for field in fields.values())}",
        *read,
        f"if n and (n != 1 or d.get({TYPE_KEY!r}) != {cls.__name__!r}): {MISFIT}",
        *build,
    ]


def _calling(
    cls: type, fields: Iterable[Field], emitter: Emitter, /
) -> tuple[list[str], list[str]]:
    read = ["given = {}"]
    for field in fields:
        put = f"given[{field.attribute.alias!r}] = v"
        read += _if_given(field, [*emitter.value(field.kind), put], [])
    return read, [f"return {emitter.named(cls)}(**given)"]


def _if_given(field: Field, given: list[str], other: list[str], /) -> list[str]:
    taken = f"v = d[{field.name!r}]"
    if field.is_required:
        return [taken, *given]
    lines = [f"if {field.name!r} in d:", *indented(["n -= 1", taken, *given])]
    return [*lines, "else:", *indented(other)] if other else lines


@final
class _Filling:
    """Writes what the constructor of one class does to its fields."""

    __slots__ = ("_attributes", "_cls", "_emitter", "_twin")

    def __init__(self, cls: type[attrs.AttrsInstance], twin: type, emitter: Emitter, /) -> None:
        self._cls = cls
        self._twin = twin
        self._emitter = emitter
        self._attributes: tuple[_Attribute, ...] = attrs.fields(cls)

    def lines(self, fields: Mapping[str, Field], /) -> tuple[list[str], list[str]]:
        """The lines that read the fields, and those that build the value."""
        named = self._emitter.named
        read: list[str] = []
        fill = [f"o = new({named(self._twin)})"]
        late = [f"o.__class__ = {named(self._cls)}"]
        checks: list[str] = []
        for attribute in self._attributes:
            name = attribute.name
            left: object = attribute.validator
            if _takes_self(attribute):
                setter = named(vars(self._cls)[name].__set__)
                late.append(f"{setter}(o, {self._converted(attribute, self._made(attribute))})")
            else:
                lines, left = self._field(attribute, fields.get(name))
                read += lines
                fill.append(f"o.{name} = f_{name}")
            if left is not None:
                checks.append(f"{named(left)}(o, {named(attribute)}, o.{name})")
        if hasattr(self._cls, "__attrs_post_init__"):
            checks.append("o.__attrs_post_init__()")
        return read, [*fill, *late, *checks, "return o"]

    def _field(self, attribute: _Attribute, field: Field | None, /) -> tuple[list[str], object]:
        """The lines that set one field, and the validator that is left to call."""
        if field is None:
            return self._default(attribute, ()), attribute.validator
        convert = _converter(attribute)
        asked = [] if convert is None else converter_lines(convert, field.kind)
        left = Asked(left=attribute.validator)
        lines = self._emitter.value(field.kind)
        if asked is None:
            lines.append(f"v = {self._converted(attribute, 'v')}")
        else:
            # What a factory makes is asked by the validator itself, and so is what is given.
            left = left if _is_factory(attribute) else validator_lines(left.left, field.kind)
            lines += [*asked, *left.lines]
        given = [*lines, f"{_put(attribute)}v"]
        return _if_given(field, given, self._default(attribute, left.covered)), left.left

    def _default(self, attribute: _Attribute, covered: Iterable[_Validate], /) -> list[str]:
        """The lines that set a field that is not given; no one asks *covered* any more."""
        put, default, convert = _put(attribute), attribute.default, _converter(attribute)
        if default is attrs.NOTHING:
            return [MISFIT]
        if _is_factory(attribute):
            return [put + self._converted(attribute, self._made(attribute))]
        try:
            value = default if convert is None else quicker(convert)(default)
            for validate in covered:
                validate(None, attribute, value)
        except Exception:  # noqa: BLE001 # other people's may raise anything
            return [MISFIT]
        if convert is None or _is_hashable(value):
            return [put + self._emitter.named(value)]
        return [put + self._converted(attribute, self._emitter.named(default))]

    def _made(self, attribute: _Attribute, /) -> str:
        default: Any = attribute.default
        return f"{self._emitter.named(default.factory)}({'o' if default.takes_self else ''})"

    def _converted(self, attribute: _Attribute, value: str, /) -> str:
        convert = _converter(attribute)
        return value if convert is None else f"{self._emitter.named(quicker(convert))}({value})"


def _converter(attribute: _Attribute, /) -> Callable[..., object] | None:
    # attrs declares a Converter there; a function that was given stays a function.
    return cast("Callable[..., object] | None", cast("Any", attribute).converter)


def _put(attribute: _Attribute, /) -> str:
    return f"f_{attribute.name} = "


def _is_factory(attribute: _Attribute, /) -> bool:
    # For type checkers, `attrs.Factory` is a function.
    factory: Any = attrs.Factory
    return isinstance(attribute.default, factory)


def _takes_self(attribute: _Attribute, /) -> bool:
    return _is_factory(attribute) and cast("Any", attribute.default).takes_self


def _is_hashable(value: object, /) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _is_filled_in_order(cls: type[attrs.AttrsInstance], /) -> bool:
    """Whether only the last fields ask the value that is being built, and no converter does."""
    attributes: tuple[_Attribute, ...] = attrs.fields(cls)
    asking: Any = attrs.Converter
    last = [_takes_self(attribute) for attribute in attributes]
    return last == sorted(last) and not any(
        isinstance(_converter(attribute), asking)
        or (attribute.init and _takes_self(attribute))
        or (not attribute.init and attribute.default is attrs.NOTHING)
        for attribute in attributes
    )
