"""What documents of a class look like, as a JSON Schema that other programs understand.

It is made from the same descriptions as the readers (`carecore.codec.shapes`).
What it cannot say is left to constructors: that a period ends after it starts, that the year has
such a day, that there is such a time zone.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from inspect import cleandoc
from types import MappingProxyType, NoneType
from typing import Any, Final, TypeAlias, cast, final, get_args
from zoneinfo import ZoneInfo

import attrs

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import Offset, PartialDate
from carecore.codec.known import schema_words
from carecore.codec.shapes import (
    Field,
    Kind,
    Shape,
    bare,
    choice_of,
    given_fields,
    is_enum,
    is_list,
    is_option,
    name_of,
    origin_of,
    values_of,
)
from carecore.codec.texts import TEXT_FORMS, whole
from carecore.codec.versions import SCHEMA, TYPE_KEY, VALUE_KEY, VERSION_KEY
from carecore.codec.writing import written
from carecore.errors import WrongType

__all__ = ["json_schema"]

_Schema: TypeAlias = dict[str, object]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_LIMIT: Final = 2**63
_VERSION: Final[Mapping[str, object]] = MappingProxyType(
    {
        "const": SCHEMA,
        "description": (
            "the version of the schema that the document was written in: a number,"
            " and not the address of a JSON Schema"
        ),
    }
)
_YEAR: Final = "(?!0000)[0-9]{4}"
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_DAY: Final = "(?:0[1-9]|[12][0-9]|3[01])"
_DATE: Final = f"{_YEAR}-{_MONTH}-{_DAY}"
_HOUR: Final = "(?:[01][0-9]|2[0-3])"
_SIXTY: Final = "[0-5][0-9]"
_ZONE: Final = TEXT_FORMS[ZoneInfo].pattern.pattern
_MOMENT: Final = (
    rf"{_DATE}T{_HOUR}:{_SIXTY}:{_SIXTY}(?:\.[0-9]{{1,6}})?"
    rf"(?:Z|[+-]{_HOUR}:{_SIXTY}(?::{_SIXTY}(?:\.[0-9]{{6}})?)?(?:\[{_ZONE}\])?)"
)


def _text(kind: Kind, pattern: str = "", /, **words: object) -> _Schema:
    form = TEXT_FORMS[kind]
    spelled = whole(pattern or form.pattern.pattern)
    return {"type": "string", "pattern": spelled, "examples": [form.example], **words}


_PLAIN: Final[Mapping[Kind, _Schema]] = MappingProxyType(
    {
        NoneType: {"type": "null"},
        bool: {"type": "boolean"},
        int: {"type": "integer", "minimum": -_LIMIT, "maximum": _LIMIT - 1},
        float: {"type": "number"},
        str: {"type": "string"},
        date: _text(date, _DATE, format="date"),
        datetime: _text(datetime, _MOMENT),
        time: _text(time),
        timedelta: _text(timedelta),
        Decimal: _text(Decimal),
        ZoneInfo: _text(ZoneInfo),
        Jurisdiction: _text(Jurisdiction),
        PartialDate: _text(PartialDate, f"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?"),
        Offset: _text(Offset),
    }
)
_ATTRIBUTE: Final = re.compile(r"^    (\w+): (.*(?:\n {8,}.*)*)", re.MULTILINE)


def json_schema(kind: type, /, *, types: Iterable[type] = ()) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the documents that hold a value of *kind*.

    Every document that `dumps` writes fits it.
    A document that fits it is read by `loads`, or refused by a constructor that says why.
    The version of a document stands under the key `"$schema"`, and is a number there.

    >>> from carecore.base.amounts import Money
    >>> schema = json_schema(Money)
    >>> schema["required"], sorted(schema["properties"])
    (['amount', 'currency'], ['$schema', '$type', 'amount', 'currency'])

    Args:
        kind: the class of the value, an attrs class.
        types: classes that may stand where a field is annotated with a protocol or a base class.

    Raises:
        WrongType: if a document cannot hold a value of *kind*; its `place` says which field.

    .. versionadded:: 0.1
    """
    return {"$schema": _DIALECT, **_Drawing(tuple(types)).document(kind)}


@final
class _Drawing:
    """Draws one schema, and the definitions that it refers to."""

    __slots__ = ("_definitions", "_names", "_types")

    def __init__(self, types: tuple[type, ...], /) -> None:
        self._types = types
        self._names: dict[Kind, str] = {}
        self._definitions: dict[str, _Schema] = {}

    def document(self, kind: Kind, /) -> _Schema:
        """The schema of a whole document."""
        if kind in TEXT_FORMS and attrs.has(kind):
            marked = _marked(name_of(kind), _PLAIN[kind])
            cast("_Schema", marked["properties"])[VERSION_KEY] = dict(_VERSION)
            return {"title": name_of(kind), "anyOf": [_PLAIN[kind], marked]}
        choice = choice_of(kind, self._types)
        if not choice.marked:
            what = f"a document holds one value of an attrs class, and {name_of(kind)} is none"
            raise WrongType(what, advice="Maybe pass types= with the classes that may stand there")
        own = choice.plain.get(Shape.OBJECT)
        classes = cast("Iterable[type[attrs.AttrsInstance]]", choice.marked.values())
        found = _any_of(
            self._object(one, has_version=True, is_marked=one.__name__ != name_of(own))
            for one in classes
        )
        return found | ({"$defs": self._definitions} if self._definitions else {})

    def _value(self, kind: Kind, /) -> _Schema | None:
        """The schema of what stands where *kind* is declared; None, if nothing can."""
        found: Kind = bare(kind)
        if found in TEXT_FORMS:
            return self._defined(found, lambda: dict(_PLAIN[found]))
        if found in _PLAIN:
            return dict(_PLAIN[found])
        try:
            if is_enum(found):
                return self._defined(found, lambda: _summed_up(found) | _options(found))
            if is_option(found):
                return _options(found)
            return self._list(found) if is_list(found) else self._choice(found)
        except WrongType:
            return None

    def _list(self, kind: Kind, /) -> _Schema:
        members = get_args(kind)
        if origin_of(kind) is frozenset:
            return {"type": "array", "items": self._item(members[0]), "uniqueItems": True}
        if members[1:] == (...,):
            return {"type": "array", "items": self._item(members[0])}
        row = [self._item(member) for member in members]
        size = len(members)
        first: _Schema = {"prefixItems": row} if row else {}
        return {"type": "array", **first, "items": False, "minItems": size, "maxItems": size}

    def _item(self, kind: Kind, /) -> object:
        found = self._value(kind)
        return False if found is None else found

    def _choice(self, kind: Kind, /) -> _Schema | None:
        choice = choice_of(kind, self._types)
        own = choice.plain.get(Shape.OBJECT)
        kinds = [one for shape, one in choice.plain.items() if shape is not Shape.OBJECT]
        parts = [self._value(one) for one in kinds if one is not kind]
        parts += [self._value(one) for one in choice.texts]
        for mark, one in choice.marked.items():
            if attrs.has(cast("type", one)) and one not in TEXT_FORMS:
                marked: _Schema = {} if one is own else {"required": [TYPE_KEY]}
                parts.append(self._reference(cast("type[attrs.AttrsInstance]", one)) | marked)
            elif one not in choice.texts:
                parts.append(_marked(mark, self._item(one)))
        found = [part for part in parts if part is not None]
        # What may be left open is said last.
        found.sort(key=lambda part: part == _PLAIN[NoneType])
        return _any_of(found) if found else None

    def _reference(self, cls: type[attrs.AttrsInstance], /) -> _Schema:
        return self._defined(cls, lambda: self._object(cls))

    def _defined(self, kind: type, draw: Callable[[], _Schema], /) -> _Schema:
        """A reference to the definition of *kind*, which is drawn once."""
        if kind not in self._names:
            name = kind.__name__
            while name in self._definitions:
                name += "_"
            self._names[kind] = name
            # It keeps its place, although it is only known after those that it refers to.
            self._definitions[name] = {}
            try:
                self._definitions[name] = draw()
            except WrongType:
                del self._names[kind], self._definitions[name]
                raise
        return {"$ref": f"#/$defs/{self._names[kind]}"}

    def _object(
        self,
        cls: type[attrs.AttrsInstance],
        /,
        *,
        has_version: bool = False,
        is_marked: bool = False,
    ) -> _Schema:
        told = _told(cls)
        fields = given_fields(cls).values()
        properties: _Schema = {TYPE_KEY: {"const": cls.__name__}}
        if has_version:
            properties[VERSION_KEY] = dict(_VERSION)
        for field in fields:
            properties[field.name] = self._property(field, told.get(field.name, ""))
        required = [TYPE_KEY] * is_marked + [field.name for field in fields if field.is_required]
        return {
            **_summed_up(cls),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _property(self, field: Field, description: str, /) -> object:
        found = self._value(field.kind)
        if found is None:
            if field.is_required:
                what = f"a document cannot hold a field of {name_of(field.kind)}"
                advice = "Maybe pass types= with the classes that may stand there"
                raise WrongType(what, place=f"$.{field.name}", advice=advice)
            return False
        return {
            **_joined(found, schema_words(field.attribute, field.kind)),
            **({"description": description} if description else {}),
            **({"$comment": "personal"} if field.is_personal else {}),
            **_default(field),
        }


def _options(kind: Kind, /) -> _Schema:
    values = [plain for _, plain in values_of(kind)]
    return {"const": values[0]} if len(values) == 1 else {"enum": values}


def _marked(name: str, value: object, /) -> _Schema:
    return {
        "type": "object",
        "properties": {TYPE_KEY: {"const": name}, VALUE_KEY: value},
        "required": [TYPE_KEY, VALUE_KEY],
        "additionalProperties": False,
    }


def _any_of(parts: Iterable[_Schema], /) -> _Schema:
    found = list(parts)
    bare_types = [part["type"] for part in found if set(part) == {"type"}]
    if len(bare_types) > 1:
        joined: _Schema = {"type": bare_types}
        found = [joined, *(part for part in found if set(part) != {"type"})]
    return found[0] if len(found) == 1 else {"anyOf": found}


def _joined(found: _Schema, words: _Schema, /) -> _Schema:
    items, asked = found.get("items"), words.get("items")
    both = {**cast("_Schema", items), **cast("_Schema", asked)} if items and asked else None
    return found | words | ({"items": both} if both else {})


def _default(field: Field, /) -> _Schema:
    known = field.attribute.default
    # For type checkers, `attrs.Factory` is a function.
    factory: Any = attrs.Factory
    if field.is_required or isinstance(known, factory):
        return {}
    try:
        return {"default": written(field.default(None), field.kind)}
    except Exception:  # noqa: BLE001 # a class of other people may refuse its own default
        return {}


def _summed_up(cls: type, /) -> _Schema:
    summary = _in_one_line(cleandoc(cls.__doc__ or "").partition("\n\n")[0])
    return {"title": cls.__name__, **({"description": summary} if summary else {})}


def _told(cls: type, /) -> dict[str, str]:
    """What the docstring of *cls* says of each of its fields."""
    _, _, after = cleandoc(cls.__doc__ or "").partition("\nAttributes:\n")
    section = re.split(r"\n(?=\S)", after)[0]
    return {name: _in_one_line(said) for name, said in _ATTRIBUTE.findall(section)}


def _in_one_line(text: str, /) -> str:
    # What is None in Python is null in a document.
    return " ".join(text.split()).replace("`None`", "`null`")
