"""Plain data becomes a value; what does not fit is refused with its path.

cattrs finds out how each annotation is read; what it would let through is refused by hooks of our
own (it takes 3.7 for a whole number, None for text and text for a list).
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from types import NoneType
from typing import Any, Final, TypeAlias, cast, final, get_args

import attrs
from cattrs import Converter

from carecore.codec.building import built, refusals
from carecore.codec.faults import (
    another_class,
    below_key,
    grouped,
    maybe,
    missing,
    near,
    one_of,
    shortened,
    shown,
    told,
)
from carecore.codec.scan import (
    Doubled,
    Refused,
    has_characters_only,
    has_doubled,
    is_json_list,
    is_json_object,
)
from carecore.codec.shapes import (
    Choice,
    Field,
    Kind,
    Shape,
    bare,
    choice_of,
    given_fields,
    is_enum,
    is_list,
    is_option,
    members_of,
    name_of,
    origin_of,
    values_of,
    wanted,
)
from carecore.codec.texts import TEXT_FORMS, lacks_zone
from carecore.codec.versions import (
    TYPE_KEY,
    VALUE_KEY,
    VERSION_KEY,
    migrated,
    newest,
    version_fault,
)
from carecore.errors import CareError, InvalidValue, WrongType, described

__all__ = ["document_value"]

_Hook: TypeAlias = Callable[[object, Kind], object]

_SCALARS: Final[tuple[Kind, ...]] = (str, int, float, bool)
# cattrs reads these, and every class below them, before it asks anybody else.
_TAKEN_BY_CATTRS: Final = (*_SCALARS, bytes, Path)
_SHAPES: Final[Mapping[type, Shape]] = {
    NoneType: Shape.NULL,
    bool: Shape.TRUTH,
    int: Shape.WHOLE,
    float: Shape.NUMBER,
    str: Shape.TEXT,
    list: Shape.LIST,
}
_EXACT: Final = 2**53


def document_value(plain: object, kind: type, types: tuple[type, ...], /) -> object:
    """The value of *kind* that the document *plain* holds.

    Args:
        plain: what a parser made of the document.
        kind: the class of the value.
        types: classes that may stand for protocols and base classes.

    Raises:
        CareError: if there is one fault.
        ManyFaults: if there are several.
    """
    return _open_reader(types).document(plain, kind)


@final
class _Reader:
    """Reads plain data; inside personal fields, by one that quotes nothing."""

    __slots__ = ("_converter", "_is_private", "_show", "_types")

    def __init__(self, types: tuple[type, ...], /, *, is_private: bool) -> None:
        self._types = types
        self._is_private = is_private
        self._show = told if is_private else shown
        self._converter = converter = Converter(detailed_validation=True)
        # The last one that says yes is taken.
        converter.register_structure_hook_factory(_is_anything, self._any_hook)
        converter.register_structure_hook_factory(is_list, self._list_hook)
        converter.register_structure_hook_factory(is_option, self._option_hook)
        converter.register_structure_hook_factory(_is_text_form, self._text_form_hook)
        for kind in _TAKEN_BY_CATTRS:
            converter.register_structure_hook(kind, self._scalar)

    def document(self, plain: object, kind: type, /) -> object:
        """The value of *kind* that the whole document *plain* holds."""
        choice = choice_of(kind, self._types)
        if kind in TEXT_FORMS and attrs.has(kind):
            choice = Choice(plain={Shape.TEXT: kind}, marked={kind.__name__: kind})
        if not choice.marked:
            what = f"a document holds one value of an attrs class, and {name_of(kind)} is none"
            raise WrongType(what, advice="Maybe pass types= with the classes that may stand there")
        fault = None
        if is_json_object(plain) and VERSION_KEY in plain:
            fault = version_fault(plain[VERSION_KEY], self._show)
            plain = self._brought_up(plain, kind, is_known=fault is None)
        try:
            value = self._chosen(choice, (kind,), plain, kind)
        except CareError as error:
            raise grouped([fault, error] if fault else [error]) from None
        if fault is not None:
            raise fault
        return value

    def _brought_up(
        self, plain: dict[str, object], kind: type, /, *, is_known: bool
    ) -> dict[str, object]:
        """The document without its version, as the present version has it."""
        twice = plain.twice if isinstance(plain, Doubled) else ()
        rest = Doubled([(key, one) for key, one in plain.items() if key != VERSION_KEY], twice)
        version = plain[VERSION_KEY]
        if not is_known or not isinstance(version, int) or version == newest():
            return rest
        if any(map(has_doubled, rest.values())):
            # A migration need not keep what stands in the place of an object.
            what = "a key stands twice in the document, which is of an older version"
            raise InvalidValue(what, advice="Maybe remove one of the two")
        return Doubled(list(migrated(rest, version, kind.__name__).items()), twice)

    def read(self, value: object, kind: Kind, /) -> object:
        """What stands for *value* in a field annotated with *kind*."""
        found: type[Any] = cast("type[Any]", bare(kind))
        return self._converter.structure(value, found)

    def _any_hook(self, kind: Kind, /) -> _Hook:
        choice, members = choice_of(kind, self._types), members_of(kind)
        if members == (kind,) and kind is not NoneType and not choice.marked:
            raise _unknown(kind)
        return partial(self._chosen, choice, members)

    def _chosen(
        self, choice: Choice, members: tuple[Kind, ...], value: object, _kind: Kind, /
    ) -> object:
        if is_json_object(value) and choice.marked:
            return self._marked(choice, value)
        shape = _SHAPES.get(cast("type", type(value)))
        if shape is Shape.WHOLE and shape not in choice.plain:
            shape = Shape.NUMBER
        kind = None if shape is None else choice.plain.get(shape)
        if isinstance(value, str) and choice.texts:
            spelled = (one for one in choice.texts if TEXT_FORMS[one].pattern.fullmatch(value))
            kind = next(spelled, None)
        if kind is None:
            raise self._misfit(value, *members)
        return None if kind is NoneType else self.read(value, kind)

    def _marked(self, choice: Choice, value: dict[str, object], /) -> object:
        own = choice.plain.get(Shape.OBJECT)
        mark = value.get(TYPE_KEY)
        kind = choice.marked.get(mark, own) if isinstance(mark, str) else own
        if kind is None:
            place, names = f"$.{TYPE_KEY}", ", ".join(map(repr, choice.marked))
            if TYPE_KEY not in value:
                what = f"{TYPE_KEY!r} is missing, and there are several classes to choose from"
            else:
                what = f"{self._show(mark)} is none of the classes taken here"
            raise InvalidValue(what, place=place, advice=f"Maybe one of {names}")
        if attrs.has(cast("type", kind)) and kind not in TEXT_FORMS:
            return self._object(value, cast("type[attrs.AttrsInstance]", kind))
        faults = self._key_faults(value, (TYPE_KEY, VALUE_KEY), name_of(kind))
        if VALUE_KEY not in value:
            faults.append(missing(VALUE_KEY))
            raise grouped(faults)
        found: object = None
        try:
            found = self.read(value[VALUE_KEY], kind)
        except CareError as fault:
            faults.append(fault.below(f"$.{VALUE_KEY}"))
        if faults:
            raise grouped(faults)
        return found

    def _object(self, value: dict[str, object], cls: type[attrs.AttrsInstance], /) -> object:
        fields = given_fields(cls)
        mark = value.get(TYPE_KEY, cls.__name__)
        other = None if self._is_private else another_class(mark, cls.__name__)
        if other is not None:
            # Whatever else is in it belongs to that class.
            raise other
        faults = self._key_faults(value, (TYPE_KEY, *fields), name_of(cls))
        if mark != cls.__name__:
            what = f"{self._show(mark)} is not the class that is wanted here"
            advice = f"Maybe {cls.__name__!r}"
            faults.append(InvalidValue(what, place=f"$.{TYPE_KEY}", advice=advice))
        given: dict[str, object] = {}
        for name, plain in value.items():
            if name in fields:
                try:
                    given[name] = self._reader_of(fields[name]).read(plain, fields[name].kind)
                except CareError as fault:
                    faults.append(fault.below(f"$.{name}"))
        faults.extend(
            missing(name)
            for name, field in fields.items()
            if field.is_required and name not in value
        )
        if faults:
            unread = value.keys() - given.keys()
            faults += refusals(cls, given, unread=unread, is_private=self._is_private)
            raise grouped(faults)
        return built(cls, given, is_private=self._is_private)

    def _reader_of(self, field: Field, /) -> "_Reader":
        return _private_reader(self._types) if field.is_personal else self

    def _key_faults(
        self, value: dict[str, object], known: Collection[str], subject: str, /
    ) -> list[CareError]:
        faults: list[CareError] = []
        for key in value:
            if key not in known:
                shown_key, place, advice = self._worded(key, known)
                what = f"{subject} has no field {shown_key}"
                faults.append(InvalidValue(what, place=place, advice=advice))
        for key in value.twice if isinstance(value, Doubled) else ():
            shown_key, place, _ = self._worded(key, known)
            what = f"the key {shown_key} stands twice"
            faults.append(InvalidValue(what, place=place, advice="Maybe remove one of the two"))
        return faults

    def _worded(self, key: str, known: Collection[str], /) -> tuple[str, str, str]:
        # What stands inside a personal field may have got into its keys as well.
        text = str(key)
        if self._is_private and text not in known:
            return f"({told(text)})", "$", ""
        return shown(text), below_key(text), maybe(near(text, known))

    def _list_hook(self, kind: Kind, /) -> _Hook:
        members = get_args(kind)
        if origin_of(kind) is frozenset:
            return partial(self._frozenset, members[0])
        if members[1:] == (...,):
            return partial(self._tuple, members[0])
        return partial(self._row, members)

    def _tuple(self, member: Kind, value: object, kind: Kind, /) -> tuple[object, ...]:
        items = self._items(value, kind)
        return self._each((item, member) for item in items)

    def _row(self, members: tuple[Kind, ...], value: object, kind: Kind, /) -> tuple[object, ...]:
        items = self._items(value, kind)
        if len(items) != len(members):
            what = f"the list is {len(items)} long, and {len(members)} is wanted"
            raise InvalidValue(what, advice="Maybe one was left out, or added")
        return self._each(zip(items, members, strict=True))

    def _frozenset(self, member: Kind, value: object, kind: Kind, /) -> frozenset[object]:
        kept = self._tuple(member, value, kind)
        try:
            found = frozenset(kept)
        except TypeError:
            what = f"values of {name_of(bare(member))} cannot stand in a set"
            raise WrongType(what, advice="Maybe its class lacks `frozen`") from None
        if len(found) != len(kept):
            places = {item: index for index, item in reversed(list(enumerate(kept)))}
            first = next(index for index, item in enumerate(kept) if places[item] != index)
            what = "the value stands twice in a set"
            raise InvalidValue(what, place=f"$[{first}]", advice="Maybe remove one of the two")
        return found

    def _items(self, value: object, kind: Kind, /) -> list[object]:
        if not is_json_list(value):
            raise self._misfit(value, kind)
        return value

    def _each(self, items: Iterable[tuple[object, object]], /) -> tuple[object, ...]:
        kept: list[object] = []
        faults: list[CareError] = []
        for index, (item, kind) in enumerate(items):
            try:
                kept.append(self.read(item, kind))
            except CareError as fault:
                faults.append(fault.below(f"$[{index}]"))
        if faults:
            raise grouped(faults)
        return tuple(kept)

    def _option_hook(self, kind: Kind, /) -> _Hook:
        return partial(self._option, values_of(kind))

    def _option(
        self, options: Mapping[tuple[type, object], object], value: object, kind: Kind, /
    ) -> object:
        known = {plain: option for (_, plain), option in options.items()}
        if type(value) not in {kept for kept, _ in options}:
            raise self._misfit(value, kind)
        if value in known:
            return known[value]
        texts = [plain for plain in known if isinstance(plain, str)]
        close = near(value, texts) if isinstance(value, str) and not self._is_private else ()
        what = f"{self._show(value)} is not among the values of {name_of(kind)}"
        raise InvalidValue(what, advice=maybe(close) or one_of(known))

    def _text_form_hook(self, kind: Kind, /) -> _Hook:
        return partial(self._text_form, TEXT_FORMS[kind].read)

    def _text_form(self, read: Callable[[str], object], value: object, kind: Kind, /) -> object:
        if not isinstance(value, str):
            raise self._misfit(value, kind)
        try:
            return read(value)
        except CareError as error:
            refusal = error
        if self._is_private:
            what = f"{told(value)} stands where a {name_of(kind)} is wanted"
            raise InvalidValue(what, advice=f"Maybe {TEXT_FORMS[kind].example}")
        raise InvalidValue(shortened(refusal.what), advice=shortened(refusal.advice))

    def _scalar(self, value: object, kind: Kind, /) -> object:
        if is_enum(kind):
            return self._option(values_of(kind), value, kind)
        if kind not in _SCALARS:
            raise _unknown(kind)
        if type(value) is not kind:
            # JSON has one kind of number, and 3 is a float that is written in short.
            if kind is float and type(value) is int and abs(value) <= _EXACT:
                return float(value)
            raise self._misfit(value, kind)
        if isinstance(value, str) and not has_characters_only(value):
            what = f"the text ({described(value)}) holds half a surrogate pair"
            raise InvalidValue(what, advice="Maybe it was cut in the middle of a character")
        return value

    def _misfit(self, value: object, /, *kinds: Kind) -> CareError:
        if isinstance(value, Refused):
            return value.fault.below("$")
        unzoned = None if self._is_private or datetime not in kinds else lacks_zone(value)
        if unzoned is not None:
            return unzoned
        what = f"{self._show(value)} stands where {' or '.join(map(wanted, kinds))} is wanted"
        return WrongType(what, advice=_advice(value, kinds))


@lru_cache(maxsize=64)
def _open_reader(types: tuple[type, ...], /) -> _Reader:
    return _Reader(types, is_private=False)


@lru_cache(maxsize=64)
def _private_reader(types: tuple[type, ...], /) -> _Reader:
    return _Reader(types, is_private=True)


def _is_anything(_kind: Kind, /) -> bool:
    return True


def _is_text_form(kind: Kind, /) -> bool:
    return kind in TEXT_FORMS


def _unknown(kind: Kind, /) -> WrongType:
    what = f"a document cannot hold a field of {name_of(kind)}"
    advice = "Maybe pass types= with the classes that may stand there"
    return WrongType(what, advice=advice)


def _advice(value: object, kinds: Iterable[Kind], /) -> str:
    wants = {str: "text", int: "number", float: "number", bool: "number"}
    asked = {wants.get(cast("type", kind), "other") for kind in kinds}
    if value is None:
        return "Maybe leave it out"
    if isinstance(value, str):
        if "number" in asked:
            return "Maybe without the quotes"
        return "Maybe put it in brackets: [...]" if any(map(is_list, kinds)) else ""
    return "Maybe in quotes" if "text" in asked and isinstance(value, int | float) else ""
