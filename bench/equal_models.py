"""Classes of another library with the fields of ours, so that both read equal plans.

An id, a word of the field, an offset and a rule of repetition are plain text to them: what we check
of these they do not.
"""

from collections.abc import Callable
from datetime import date, datetime
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NewType,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)
from zoneinfo import ZoneInfo

import attrs
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, create_model

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import Offset, PartialDate
from carecore.plans import CarePlan

Kind: TypeAlias = Any

# What documents write as one text, as the peers read it.
PLAIN: dict[Any, Any] = {PartialDate: date, Offset: str, Jurisdiction: str, ZoneInfo: str}


def members(kind: Kind) -> tuple[Any, ...]:
    """The members of an annotation, without the names that ids have."""
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    if get_origin(kind) in (Union, UnionType):
        return tuple(one for member in get_args(kind) for one in members(member))
    return (kind,)


def union(kinds: list[Kind]) -> Kind:
    """The annotation that stands for any of *kinds*."""
    return Union[tuple(kinds)]  # noqa: UP007 # they are not known before


class Peers:
    """Classes of another library with the fields of ours, each made once."""

    def __init__(self, moment: Kind, make: Callable[[type, dict[str, Any], bool], type]) -> None:
        self.moment = moment
        self.make = make
        self.made: dict[tuple[type, bool], type] = {}
        self.marked: dict[str, type] = {}

    def of(self, cls: type, *, is_marked: bool = False) -> type:
        """The class that stands for *cls*; marked, if documents name it."""
        if (cls, is_marked) not in self.made:
            hints = get_type_hints(cls)
            fields = {
                one.name: (self.kind(hints[one.name]), one.default)
                for one in attrs.fields(cls)
                if one.init and not one.name.startswith("_")
            }
            self.made[cls, is_marked] = self.make(cls, fields, is_marked)
        return self.made[cls, is_marked]

    def kind(self, kind: Kind) -> Kind:
        """The annotation that stands for *kind*."""
        found = members(kind)
        classes = [one for one in found if attrs.has(one) and one not in PLAIN]
        # A class that is one of several is marked with its name.
        is_marked = len(classes) > 1 or bool(classes and set(found) - {*classes, NoneType})
        peers = [self.of(one, is_marked=is_marked) for one in classes]
        if is_marked:
            self.marked |= {one.__name__: one for one in peers}
        if len(peers) > 1 and issubclass(peers[0], BaseModel):
            peers = [Annotated[union(peers), Field(discriminator="mark")]]
        return union([*peers, *(self.plain(one) for one in found if one not in classes)])

    def plain(self, kind: Kind) -> Kind:
        """What stands for an annotation that is neither a union nor a class of ours."""
        if get_origin(kind) in (tuple, frozenset):
            member, *rest = get_args(kind)
            return get_origin(kind)[(self.kind(member), *rest)]
        return self.moment if kind is datetime else PLAIN.get(kind, kind)


def model(cls: type, fields: dict[str, Any], is_marked: bool) -> type:  # noqa: FBT001
    """A strict and frozen class of pydantic."""
    found = {
        name: (kind, ... if default is attrs.NOTHING else default)
        for name, (kind, default) in fields.items()
    }
    if is_marked:
        found["mark"] = (Literal[cls.__name__], Field(alias="$type"))
    if cls is CarePlan:
        found["version"] = (Literal[1], Field(alias="$schema"))
    config = ConfigDict(strict=True, extra="forbid", frozen=True)
    made: type = create_model(cls.__name__, __config__=config, **found)
    return made


def strict_plan() -> "TypeAdapter[Any]":
    """Pydantic's reader of care plans: strict, frozen, and no key that it does not know."""
    return TypeAdapter(Peers(AwareDatetime, model).of(CarePlan, is_marked=True))
