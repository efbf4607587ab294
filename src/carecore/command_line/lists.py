"""Reading lists of values, each as `dumps` writes it or by hand."""

from collections.abc import Mapping
from typing import TypeVar, cast

from carecore.base.reasons import at
from carecore.codec.reader import document_value
from carecore.codec.scan import is_json_list, scanned
from carecore.command_line.progress import with_progress
from carecore.command_line.reading import read_file
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType

__all__ = ["plain_document", "read_list", "require_one_typed", "values_of"]

T = TypeVar("T")


def require_one_typed(files: Mapping[str, str | None], /) -> None:
    """Refuse that more than one of these files comes from standard input.

    Args:
        files: the path of each file, by the name that a refusal gives it.

    Raises:
        InvalidValue: if it does.

    .. versionadded:: 0.1
    """
    typed = [name for name, file in files.items() if file == "-"]
    if len(typed) > 1:
        what = f"{' and '.join(typed[:2])} cannot both come from standard input"
        raise InvalidValue(what, advice="Maybe name a file for one of them")


def read_list(file: str, kind: type[T], /, *, name: str, members: str) -> tuple[T, ...]:
    """The values of the list that a file holds; every fault says which of them it is about.

    Args:
        file: its path.
        kind: the class of the values.
        name: what places call the list, such as "pool".
        members: what its values are called, such as "professionals".

    Raises:
        CareError: if the file cannot be read, or is no list.
        ManyFaults: if values cannot be read.

    .. versionadded:: 0.1
    """
    try:
        plain = plain_document(read_file(file))
        if not is_json_list(plain):
            advice = "Maybe put them in brackets: [..., ...]"
            raise WrongType(f"this is no list of {members}", advice=advice)
    except CareError as fault:
        raise fault.below(f"${name}") from None
    return values_of(plain, kind, name=name, members=members)


def plain_document(data: bytes, /) -> object:
    """What a parser makes of a document.

    Raises:
        CareError: if it is none.

    .. versionadded:: 0.1
    """
    plain, fault = scanned(data)
    if fault is not None:
        raise fault
    return plain


def values_of(plain: list[object], kind: type[T], /, *, name: str, members: str) -> tuple[T, ...]:
    """The values of a list that a parser has read.

    Raises:
        ManyFaults: if some of them cannot be read.

    .. versionadded:: 0.1
    """
    values: list[T] = []
    faults: list[CareError] = []
    for index, one in enumerate(with_progress(plain, f"{members} read")):
        try:
            values.append(cast("T", document_value(one, kind, ())))
        except CareError as refused:
            faults.append(refused.below(at(f"${name}", index)))
    if faults:
        raise ManyFaults(f"the {name} cannot be read", faults)
    return tuple(values)
