"""Writing: a value becomes a document that `loads` reads back equal."""

import json
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import repeat
from math import isfinite
from types import NoneType
from typing import Final, TypeAlias, cast, get_args

import attrs

from carecore.codec.scan import fits_64_bits, has_characters_only, levels_fault
from carecore.codec.shapes import (
    Choice,
    Field,
    Kind,
    Shape,
    bare,
    choice_of,
    fields_of,
    is_list,
    is_object,
    is_option,
    is_subclass,
    members_of,
    name_of,
    origin_of,
    values_of,
    wanted,
)
from carecore.codec.texts import TEXT_FORMS
from carecore.codec.versions import SCHEMA, TYPE_KEY, VALUE_KEY, VERSION_KEY
from carecore.errors import CareError, InvalidValue, WrongType, described

__all__ = ["dumps", "written"]

_Hook: TypeAlias = Callable[[object], object]

_SCALARS: Final[tuple[Kind, ...]] = (str, int, float, bool, NoneType)


def dumps(value: attrs.AttrsInstance, /, *, indent: int | None = None) -> str:
    """The JSON document that holds *value*, personal fields and all.

    It begins with the class as `"$type"` and the version of the schema as `"$schema"`; then come
    the fields in the order of their declaration.
    Left out are fields that hold their default, private fields, and those that no argument of the
    constructor sets.
    The same value always gives the same text; a frozenset is written in order.

    >>> from carecore.base.amounts import Money
    >>> print(dumps(Money("1.50", "EUR")))
    {"$type":"Money","$schema":1,"amount":"1.50","currency":"EUR"}

    Args:
        value: a value of an attrs class.
        indent: how many spaces each level is indented by; `None`: everything stands in one line.

    Raises:
        WrongType: if a value is not what its field is annotated with, or is of a class that a
            document cannot hold; its `place` says where.
        InvalidValue: if a number or a text is one that JSON readers do not share, or the document
            would nest over 100 levels deep.

    .. versionadded:: 0.1
    """
    text, fault = "", cast("CareError | None", None)
    try:
        text = json.dumps(
            _document(value),
            allow_nan=False,
            ensure_ascii=False,
            indent=indent,
            separators=(",", ":" if indent is None else ": "),
        )
        fault = levels_fault(text)
    except CareError as error:
        fault = error.below("$")
    except RecursionError:
        what = f"a value of {name_of(type(value))} nests deeper than a document may"
        fault = InvalidValue(what, advice="Maybe a value holds itself")
    if fault is not None:
        raise fault from None
    return text


def _document(value: object, /) -> dict[str, object]:
    cls = type(value)
    if not attrs.has(cls):
        what = f"a document holds one value of an attrs class, and this is {described(value)}"
        raise WrongType(what, advice="Maybe write each value to a document of its own")
    head: dict[str, object] = {TYPE_KEY: cls.__name__, VERSION_KEY: SCHEMA}
    if cls in TEXT_FORMS:
        return head | {VALUE_KEY: TEXT_FORMS[cls].write(value)}
    return head | _fields(cast("attrs.AttrsInstance", value))


def _fields(value: attrs.AttrsInstance, /) -> dict[str, object]:
    found: dict[str, object] = {}
    for field, usual, hook in _ways(type(value)):
        held: object = getattr(value, field.name)
        if held is usual:
            continue
        try:
            if _is_default(held, usual, field, value):
                continue
            if field.is_private:
                what = "a private field holds more than its default, and would be lost"
                raise WrongType(what, advice="Maybe give it a public name, or init=False")
            found[field.name] = hook(held)
        except CareError as fault:
            raise fault.below(f"$.{field.name}") from None
    return found


_UNKNOWN: Final = object()
"""The default of a field that each instance has to be asked for, or that has none."""


@lru_cache(maxsize=1024)
def _ways(cls: type[attrs.AttrsInstance], /) -> tuple[tuple[Field, object, _Hook], ...]:
    """The fields of a class: what each holds by default, and what writes it."""
    return tuple((field, _usual(field), _hook_or_refusal(field.kind)) for field in fields_of(cls))


def _usual(field: Field, /) -> object:
    if field.is_required or field.asks_instance:
        return _UNKNOWN
    try:
        return field.default(None)
    except Exception:  # noqa: BLE001 # a class of other people may refuse its own default
        return _UNKNOWN


def _hook_or_refusal(kind: Kind, /) -> _Hook:
    try:
        return _hook(bare(kind))
    except CareError:
        # It is said where something stands that is not the default.
        return lambda value: written(value, kind)


def _is_default(held: object, usual: object, field: Field, instance: object, /) -> bool:
    if field.is_required:
        return False
    if usual is _UNKNOWN:
        try:
            usual = field.default(instance)
        except Exception:  # noqa: BLE001 # a class of other people may refuse its own default
            return False
    if held is usual:
        return True
    # 0 equals False and 1.50 equals 1.5, and yet they are not written alike.
    return held == usual and repr(written(held, field.kind)) == repr(written(usual, field.kind))


def written(value: object, kind: Kind, /) -> object:
    """The plain data for a *value* that stands in a field annotated with *kind*.

    Raises:
        CareError: if it cannot stand there.
    """
    return _hook(bare(kind))(value)


@lru_cache(maxsize=1024)
def _hook(kind: Kind, /) -> _Hook:
    if kind in _SCALARS:
        return partial(_scalar, kind)
    if kind in TEXT_FORMS:
        return partial(_text_form, kind)
    if is_option(kind):
        return partial(_option, kind)
    if is_list(kind):
        return partial(_list, kind)
    return partial(_chosen, choice_of(kind), members_of(kind))


def _scalar(kind: Kind, value: object, /) -> object:
    if isinstance(value, str) and kind is str:
        if not has_characters_only(value):
            what = f"the text ({described(value)}) holds half a surrogate pair"
            raise InvalidValue(what, advice="Maybe it was cut in the middle of a character")
        # Of an enum of texts, the text.
        return str.__str__(value)
    if type(value) is not kind:
        raise _misfit(value, kind)
    if isinstance(value, int) and not fits_64_bits(value):
        what = "a whole number does not fit into 64 bits"
        raise InvalidValue(what, advice="Maybe it is an id, and is text")
    if isinstance(value, float) and not isfinite(value):
        what = "a number is not finite, which JSON has no word for"
        raise InvalidValue(what, advice="Maybe None if it is unknown")
    return value


def _text_form(kind: Kind, value: object, /) -> str:
    if type(value) is not kind:
        raise _misfit(value, kind)
    return TEXT_FORMS[kind].write(value)


def _option(kind: Kind, value: object, /) -> object:
    for (_, plain), option in values_of(kind).items():
        if _is_same(value, option):
            return plain
    raise _misfit(value, kind)


def _list(kind: Kind, value: object, /) -> list[object]:
    if not isinstance(value, origin_of(kind) or tuple):
        raise _misfit(value, kind)
    items, members = tuple(cast("Iterable[object]", value)), get_args(kind)
    if origin_of(kind) is frozenset:
        return sorted((written(item, members[0]) for item in items), key=_in_order)
    if members[1:] == (...,):
        return _items(items, repeat(_hook(bare(members[0]))))
    if len(items) != len(members):
        what = f"a tuple is {len(items)} long, and {len(members)} is declared"
        raise WrongType(what, advice="Maybe annotate it with tuple[..., ...]")
    return _items(items, [_hook(bare(member)) for member in members])


def _items(items: tuple[object, ...], hooks: Iterable[_Hook], /) -> list[object]:
    found: list[object] = []
    for item, hook in zip(items, hooks, strict=False):
        try:
            found.append(hook(item))
        except CareError as fault:
            raise fault.below(f"$[{len(found)}]") from None
    return found


def _in_order(plain: object, /) -> tuple[int, str]:
    is_number = isinstance(plain, int)
    return (plain if isinstance(plain, int) else 0, "" if is_number else json.dumps(plain))


def _chosen(choice: Choice, members: tuple[Kind, ...], value: object, /) -> object:
    cls = type(value)
    # A bare `tuple` says nothing of what it holds.
    if cls in members and cls not in (tuple, frozenset):
        member: Kind = cls
    else:
        near = (one for one in members if _fits(value, one))
        member = next(near, None)
        if member is None:
            raise _misfit(value, *members)
    if is_object(member):
        fields = _fields(cast("attrs.AttrsInstance", value))
        is_plain = choice.plain.get(Shape.OBJECT) is cls
        return fields if is_plain else {TYPE_KEY: cls.__name__} | fields
    plain = written(value, member)
    if member in choice.plain.values() or member in choice.texts:
        return plain
    return {TYPE_KEY: name_of(member), VALUE_KEY: plain}


def _fits(value: object, member: Kind, /) -> bool:
    if is_option(member):
        return any(_is_same(value, option) for option in values_of(member).values())
    if is_list(member):
        return isinstance(value, origin_of(member) or tuple)
    if not is_object(member):
        return member is str and isinstance(value, str)
    if not attrs.has(type(value)) or type(value) in TEXT_FORMS:
        return False
    return is_subclass(type(value), member)


def _is_same(value: object, option: object, /) -> bool:
    return type(value) is cast("type", type(option)) and value == option


def _misfit(value: object, /, *kinds: Kind) -> WrongType:
    what = f"{described(value)} stands where {' or '.join(map(wanted, kinds))} is declared"
    return WrongType(what, advice="Maybe the annotation of the field is too narrow")
