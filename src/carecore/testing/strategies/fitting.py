"""Values of a class, from what its fields say: the annotation, the converter, the validator."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from types import NoneType
from typing import Any, Final, Literal, NewType, TypeAlias, cast, final, get_args

import attrs
from attrs import frozen
from hypothesis import reject
from hypothesis import strategies as st

from carecore.base.identity import CareSettingId, CredentialId, DutyId, NeedId, RoleId
from carecore.base.plan_ids import DomainId, GateId, PathwayId
from carecore.base.record_ids import RightId
from carecore.codec.shapes import Field, Kind, bare, fields_of, is_enum, members_of, origin_of
from carecore.errors import CareError, UnknownId, WrongType
from carecore.testing.strategies import wording
from carecore.testing.strategies.families import FAMILIES, fitting_families

__all__ = ["Late", "Maker", "Special", "Values"]

Values: TypeAlias = st.SearchStrategy[Any]
"""A strategy, whatever for."""

Special: TypeAlias = "Callable[[Maker], Values]"
"""Makes the values of one class, with a maker for what they hold."""

Late: TypeAlias = Mapping[type, tuple[str, Callable[[Any], Values]]]
"""Of some classes, a field that hangs on the others, and its values for a value without it."""

_Several: TypeAlias = Callable[[Iterable[object]], object]

_TERMS: Final[frozenset[object]] = frozenset(
    {
        *(CareSettingId, CredentialId, DutyId, NeedId, RoleId),
        *(DomainId, GateId, PathwayId, RightId),
    }
)
_PATIENCE: Final = 12
_REFUSALS: Final = (CareError, ValueError, TypeError)


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class _Spot:
    """A place in a field, which can be asked whether it takes a value.

    Attributes:
        cls: the class.
        field: the field of it.
        wrap: puts a value of this place into a value of the whole field.
    """

    cls: type[attrs.AttrsInstance]
    field: Field
    wrap: Callable[[object], object]

    def takes(self, value: object, /) -> bool | None:
        """Whether the field takes *value* here; None, if it asks for other fields."""
        return _is_taken(self.field, self.wrap(value), object.__new__(self.cls))

    def within(self, wrap: Callable[[object], object], /) -> "_Spot":
        """A place further in."""

        def both(value: object, /) -> object:
            return self.wrap(wrap(value))

        return attrs.evolve(self, wrap=both)


@final
class Maker:
    """Makes strategies for annotations and classes, each once."""

    __slots__ = ("_inner", "_late", "_made", "_sizes", "_special")

    def __init__(self, special: Mapping[object, Special], late: Late, /, *sizes: int) -> None:
        """Make strategies.

        Args:
            special: how the values of some classes are made, because their fields do not say all.
            late: fields that are made once the others are there.
            sizes: how many things lists hold at most: those of a value, those of what it holds,
                and so on; the last one is for all that lies further in.
        """
        self._special = special
        self._late = late
        self._sizes = sizes
        self._made: dict[object, Values] = {}
        self._inner: Maker | None = None

    def __repr__(self) -> str:
        """Nothing that would fill the screen beside an example that fails."""
        return "<Maker>"

    @property
    def size(self) -> int:
        """How many things lists hold at most."""
        return self._sizes[0]

    def instances(self, cls: type[attrs.AttrsInstance], fields: Mapping[str, Values], /) -> Values:
        """Values of the class *cls*; *fields* says how some of its fields are made.

        Raises:
            UnknownId: if *cls* has no such field.
            WrongType: if it is not known how values of a field are made.
        """
        known = {field.name: field for field in fields_of(cls) if not field.is_private}
        for name in fields:
            if name not in known:
                near = get_close_matches(name, list(known), n=3)
                raise UnknownId(f"field of {cls.__name__}", name, near=near)
        last = self._late.get(cls)
        late = None if last is None or last[0] in fields else last
        made = tuple(
            (field, fields[name] if name in fields else self.field(cls, field))
            for name, field in known.items()
            if late is None or name != late[0]
        )
        built = _built(cls, made)
        return built if late is None else _completed(built, *late)

    def field(self, cls: type[attrs.AttrsInstance], field: Field, /) -> Values:
        """Values for one field of the class *cls*."""
        return self.values(field.kind, _Spot(cls=cls, field=field, wrap=_itself))

    def inner(self) -> "Maker":
        """The maker for what lies further in."""
        if self._inner is None:
            rest = self._sizes[1:]
            self._inner = Maker(self._special, self._late, *rest) if rest else self
        return self._inner

    def values(self, kind: Kind, spot: "_Spot | None" = None, /) -> Values:
        """Values for an annotation; *spot* is where in a field it stands, if it does."""
        members = members_of(kind)
        if len(members) > 1:
            # None first, so that what is not needed is left out of an example that fails.
            ordered = sorted(members, key=_is_something)
            return st.one_of([self.values(one, spot) for one in ordered])
        found = bare(kind)
        if origin_of(found) in (tuple, frozenset):
            return self._several(found, spot)
        if origin_of(found) is Literal:
            return st.sampled_from(get_args(found))
        if found in FAMILIES:
            return _from_family(kind, found, spot)
        if is_enum(found):
            options: list[object] = list(cast("Any", found))
            taken = [one for one in options if spot is None or spot.takes(one) is not False]
            return st.sampled_from(taken or options)
        # What stands in a field lies further in.
        return (self if spot is None else self.inner()).of_class(found)

    def of_class(self, found: Kind, /) -> Values:
        """Values of a class, whether attrs knows its fields or not."""
        if found not in self._made:
            self._made[found] = self._made_for(found)
        return self._made[found]

    def _made_for(self, found: Kind, /) -> Values:
        special = self._special.get(found)
        if special is not None:
            return special(self.inner())
        if isinstance(found, type) and attrs.has(found):
            # Deferred, because a class may hold values of itself.
            return st.deferred(lambda: self.instances(found, {}))
        what = f"it is not known how values of {getattr(found, '__name__', found)} are made"
        raise WrongType(what, advice="Maybe pass a strategy for the field, by its name")

    def _several(self, found: Kind, spot: _Spot | None, /) -> Values:
        several = cast("_Several", tuple if origin_of(found) is tuple else frozenset)
        inside: tuple[Kind, ...] = get_args(found)
        if several is tuple and inside[1:] != (Ellipsis,):
            return st.tuples(*(self.inner().values(one) for one in inside))

        def wrap(value: object, /) -> object:
            return several([value])

        within = None if spot is None else spot.within(wrap)
        is_needed = spot is not None and spot.takes(several([])) is False
        twice = several(_sample(inside[0], within) * 2)
        is_once = several is frozenset or spot is None or spot.takes(twice) is False
        each = self.values(inside[0], within)
        lists = st.lists(each, min_size=int(is_needed), max_size=self.size, unique=is_once)
        return lists.map(several)


def _itself(value: object, /) -> object:
    return value


def _is_something(kind: Kind, /) -> bool:
    return kind is not NoneType


def _from_family(kind: Kind, found: Kind, spot: _Spot | None, /) -> Values:
    if spot is None:
        return _of_ids(kind) if found is str else FAMILIES[found][0].make()
    families = fitting_families(found, spot.takes)
    if not families:
        # Nothing fits as a whole, and some of it may.
        return st.one_of([one.make() for one in FAMILIES[found]]).filter(spot.takes)
    return st.one_of([_of_ids(kind) if one.make is wording.ids else one.make() for one in families])


def _sample(member: Kind, spot: _Spot | None, /) -> tuple[object, ...]:
    """A value of an annotation, in a tuple; or nothing, where none is at hand."""
    found = bare(member)
    if is_enum(found):
        return tuple(cast("Any", found))[:1]
    if spot is None or found not in FAMILIES:
        return ()
    families = fitting_families(found, spot.takes)
    return families[0].samples[:1] if families else ()


def _of_ids(kind: Kind, /) -> Values:
    """Texts for an id, by the name of its type."""
    while isinstance(kind, NewType):
        if kind in _TERMS:
            return wording.terms()
        if kind.__name__.endswith("Id"):
            return wording.ids(kind.__name__.removesuffix("Id").lower())
        kind = kind.__supertype__
    return wording.ids()


def _built(cls: type[attrs.AttrsInstance], fields: tuple[tuple[Field, Values], ...], /) -> Values:
    """Values of *cls*, each field in view of those before it."""

    def made(draw: st.DrawFn, /) -> object:
        draft = object.__new__(cls)
        given: dict[str, object] = {}
        for field, values in fields:
            value = draw(values)
            # What `filter` does, with more patience: few values may go with the fields before.
            for _ in range(_PATIENCE):
                if _is_taken(field, value, draft) is not False:
                    break
                value = draw(values)
            else:
                reject()
            given[str(field.attribute.alias)] = value
            object.__setattr__(draft, field.name, field.converted(value, draft))
        try:
            return cast("Callable[..., object]", cls)(**given)
        except _REFUSALS:
            # The class asks for more than its fields do.
            return reject()

    # What an example that fails is shown with.
    made.__name__ = made.__qualname__ = cls.__name__
    return st.composite(made)()


@st.composite
def _completed(draw: st.DrawFn, built: Values, name: str, make: Callable[[Any], Values], /) -> Any:  # noqa: ANN401 # values of any class
    """Values with the field *name*, which hangs on all the others."""
    value = draw(built)
    return attrs.evolve(value, **{name: draw(make(value))})


def _is_taken(field: Field, value: object, draft: object, /) -> bool | None:
    """Whether *field* of a half-built value takes *value*; None, if it asks for other fields."""
    try:
        kept = field.converted(value, draft)
        validate: Any = field.attribute.validator
        if validate is not None:
            object.__setattr__(draft, field.name, kept)
            validate(draft, field.attribute, kept)
    except _REFUSALS:
        return False
    except Exception:  # noqa: BLE001 # a field that is not there yet, or other people's errors
        return None
    return True
