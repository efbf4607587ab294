"""What is asked of a class whose values go through the codec."""

import pickle
from copy import deepcopy
from typing import Final, TypeVar, cast

import attrs

from carecore.base.checks import require_instance
from carecore.codec import dumps, json_schema, loads
from carecore.codec.shapes import choice_of, fields_of
from carecore.errors import CareError
from carecore.testing.conformance.drawing import first_drawn
from carecore.testing.markers import with_markers
from carecore.testing.strategies import values

__all__ = ["check_class"]

T = TypeVar("T")

_EXAMPLES: Final = 50


def check_class(cls: type[T], /, *samples: T, examples: int = _EXAMPLES) -> None:
    """Make sure that values of a class can stand in documents, and in values of this library.

    - It is an attrs class that is frozen, with annotations that the codec can read, so that it has
      a schema.
    - Its values can be hashed, copied and pickled, and equal those that come back.
    - What `dumps` writes `loads` reads, also where the class is one of several (`types=`), and
      writes again letter by letter.
    - Neither `repr` nor `str` shows what is personal.

    >>> from carecore.plans import Goal
    >>> check_class(Goal, Goal(id="g-1"))

    Args:
        cls: the class.
        samples: values of it. Without any they are drawn, which works for classes whose fields say
            by their annotations, converters and validators what they take.
        examples: how many values are drawn.

    Raises:
        AssertionError: if it breaks a promise; the text says which.
        WrongType: if it is no class, a sample is of another class, or nobody can draw its values.

    .. versionadded:: 0.1
    """
    require_instance(cls, type, name="what is checked", advice="Maybe its type is meant")
    for sample in samples:
        require_instance(sample, cls, name="a sample")
    fault = _fault_of_class(cls)
    if not fault:
        drawn = () if samples else first_drawn(values(cls), _has_fault, examples=examples)
        found = [text for one in (*samples, *drawn) if (text := _fault_of_value(one))]
        fault = found[0] if found else ""
    if fault:
        raise AssertionError(f"{cls.__name__} {fault}")


def _fault_of_class(cls: type, /) -> str:
    if not attrs.has(cls):
        return "is no attrs class. Maybe it lacks `@attrs.frozen`."
    if not attrs.inspect(cls).is_frozen:
        return "can be changed in place. Maybe `@attrs.frozen`."
    try:
        for field in fields_of(cls):
            choice_of(field.kind)
        json_schema(cls)
    except CareError as fault:
        return f"cannot be read by the codec: {fault}"
    return ""


def _has_fault(value: object, /) -> bool:
    return bool(_fault_of_value(value))


def _fault_of_value(value: object, /) -> str:
    """The first promise that a value breaks; it is told by the document that holds it."""
    try:
        hash(value)
        copies = (deepcopy(value), pickle.loads(pickle.dumps(value)))  # noqa: S301 # our own bytes
    except (TypeError, AttributeError, pickle.PicklingError) as error:
        return f"cannot be hashed, copied or pickled: {error}"
    if copies != (value, value):
        return "does not equal its copies. Maybe it lacks `eq=True`."
    marked = with_markers(value)
    shown = marked.shown_in(repr(marked.value), str(marked.value))
    if shown:
        return f"shows what is personal, {' and '.join(shown)}. Maybe repr=False on that field."
    return _fault_of_document(cast("attrs.AttrsInstance", value))


def _fault_of_document(value: attrs.AttrsInstance, /) -> str:
    cls = type(value)
    try:
        document = dumps(value)
        again, one_of = loads(document, cls), loads(document, object, types=(cls,))
    except CareError as fault:
        return f"does not go through a document: {fault}"
    if (again, one_of) != (value, value):
        return f"is another value when it is read back from {document}"
    return "" if dumps(again) == document else f"is written in another way than {document}"
