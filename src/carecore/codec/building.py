"""Calling a constructor, and asking each of its fields if it refuses.

A constructor stops at the first value it refuses.
Then its converters and validators are asked one by one, so that every refusal is reported, and
each with the name of its field.
"""

from collections.abc import Collection, Mapping
from typing import Any

import attrs

from carecore.base.privacy import personal_fields
from carecore.codec.faults import grouped, leaves, shortened, shown
from carecore.codec.shapes import Field, fields_of, name_of
from carecore.errors import CareError, InvalidValue, described

__all__ = ["built", "refusals"]


def built(
    cls: type[attrs.AttrsInstance], given: Mapping[str, object], /, *, is_private: bool
) -> object:
    """The value of *cls* that holds what is *given* by the names of fields.

    Args:
        cls: the class.
        given: a value for every field that needs one.
        is_private: whether the value stands inside a personal field.

    Raises:
        CareError: if the class refuses it.
    """
    make: Any = cls
    arguments = {
        str(field.attribute.alias): given[field.name]
        for field in fields_of(cls)
        if field.name in given
    }
    try:
        return make(**arguments)
    except Exception as error:  # noqa: BLE001 # a class of other people may raise anything
        refusal = error
    faults = refusals(cls, given, is_private=is_private)
    if not faults and isinstance(refusal, CareError):
        faults = _said(refusal, given, is_private=is_private)
    elif not faults:
        # What other people's errors say may quote any of the values.
        hidden = is_private or bool(personal_fields(cls))
        what = f"{name_of(cls)} is refused ({type(refusal).__name__})"
        faults = [InvalidValue(what) if hidden else _foreign(refusal)]
    raise grouped(faults) from None


def refusals(
    cls: type[attrs.AttrsInstance],
    given: Mapping[str, object],
    /,
    *,
    unread: Collection[str] = (),
    is_private: bool,
) -> list[CareError]:
    """What the converters and validators of *cls* say of the values that are *given*.

    Args:
        cls: the class.
        given: values by the names of fields.
        unread: names of fields that were given and could not be read.
        is_private: whether the value stands inside a personal field.
    """
    # Validators may look at other fields; one that is missing raises what `_said` passes over.
    draft = object.__new__(cls)
    faults: list[CareError] = []
    kept: list[tuple[Field, object]] = []
    for field in fields_of(cls):
        name = field.name
        if name in unread or (field.is_required and name not in given):
            continue
        hidden = is_private or field.is_personal
        try:
            is_given = name in given
            value = field.converted(given[name], draft) if is_given else field.default(draft)
        except Exception as refusal:  # noqa: BLE001 # a converter of other people may raise anything
            said = _said(refusal, given.get(name), is_private=hidden)
            # Ours name the field themselves; a converter of other people's does not.
            place = f"$.{name}"
            known = [
                fault.place == place or fault.place.startswith((f"{place}[", f"{place}."))
                for fault in said
            ]
            faults.extend(
                fault if is_placed else fault.below(place)
                for fault, is_placed in zip(said, known, strict=True)
            )
            continue
        object.__setattr__(draft, name, value)
        kept.append((field, value))
    for field, value in kept:
        validate = field.attribute.validator
        if validate is not None:
            try:
                validate(draft, field.attribute, value)
            except Exception as refusal:  # noqa: BLE001 # so may a validator
                said = _said(refusal, value, is_private=is_private or field.is_personal)
                # Ours know the name of their field, or speak of several fields.
                place = "$" if isinstance(refusal, CareError) else f"$.{field.name}"
                faults.extend(fault.below(place) for fault in said)
    return faults


def _said(refusal: Exception, value: object, /, *, is_private: bool) -> list[CareError]:
    if not isinstance(refusal, CareError | ValueError | TypeError):
        return []
    if is_private:
        what = f"the personal value is refused ({described(value)})"
        faults = leaves(refusal) if isinstance(refusal, CareError) else (CareError(what),)
        return [InvalidValue(what, place=fault.place) for fault in faults]
    if isinstance(refusal, CareError):
        return [_cut(fault) for fault in leaves(refusal)]
    return [_foreign(refusal)]


def _cut(fault: CareError, /) -> CareError:
    short = fault.below("$")
    short.what, short.advice = shortened(fault.what), shortened(fault.advice)
    short.args = (short.what,)
    return short


def _foreign(refusal: Exception, /) -> InvalidValue:
    first = refusal.args[0] if refusal.args else ""
    reason = f": {shown(first)}" if isinstance(first, str) and first else ""
    return InvalidValue(f"the value is refused ({type(refusal).__name__}{reason})")
