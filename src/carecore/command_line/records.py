"""Reading what may be a plan of ours or FHIR: files, folders, and what is typed."""

import json
import os
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from carecore.codec import loads
from carecore.codec.versions import TYPE_KEY
from carecore.command_line.progress import with_progress
from carecore.command_line.reading import all_faults, path_text, read_file
from carecore.errors import InvalidValue
from carecore.extra.fhir import Fault, Imported, read
from carecore.plans import CarePlan

__all__ = ["Records", "is_folder", "is_record", "read_records"]

_GZIP: Final = b"\x1f\x8b"
_ENDINGS: Final = (".json", ".ndjson")


class Records(NamedTuple):
    """What files hold.

    Attributes:
        plans: the plans of all of them, those of ours first.
        imported: what was read from FHIR.
        files: the names of the files that were read as FHIR, in the order of their documents.

    .. versionadded:: 0.1
    """

    plans: tuple[CarePlan, ...]
    imported: Imported
    files: tuple[str, ...]

    def place(self, fault: Fault, /) -> str:
        """Where a fault is, with the name of the file in the place of the document's number.

        .. versionadded:: 0.1
        """
        number, _, rest = fault.place.removeprefix("$[").partition("]")
        file = self.files[int(number)]
        return f"{file}: ${rest}" if rest else file


def is_record(data: bytes, /) -> bool:
    """Whether a file holds FHIR: one resource, a bundle, or lines of them.

    XML counts too, and what is compressed: whoever reads FHIR says what is wanted.

    .. versionadded:: 0.1
    """
    if data.removeprefix(BOM_UTF8).lstrip().startswith((b"<", _GZIP)):
        return True
    if b'"resourceType"' not in data:
        return False
    try:
        whole: Any = json.loads(data)
    except (ValueError, RecursionError):
        return not data.lstrip().startswith(b'{"' + TYPE_KEY.encode())
    return not (isinstance(whole, dict) and TYPE_KEY in whole)


def is_folder(path: str, /) -> bool:
    """Whether a path leads to a folder.

    .. versionadded:: 0.1
    """
    try:
        return path != "-" and Path(path).is_dir()
    except OSError:
        return False


def read_records(paths: Sequence[str], data: bytes | None = None, /) -> Records:
    """What these files hold, and all files below these folders that end as JSON does.

    FHIR is read together, so that a reference may lead from one file to another.

    Args:
        paths: of files and folders.
        data: what the only file holds, if that is known already.

    Raises:
        InvalidValue: if a path leads nowhere, or a folder holds no such file.
        ManyFaults: if several do, or plans of ours cannot be read.

    .. versionadded:: 0.1
    """
    if data is not None:
        imported = read(data)
        return Records(imported.plans, imported, tuple(paths))
    with all_faults() as ask:
        found = [ask(_files, path) for path in paths]
    files = list(dict.fromkeys(one for some in found for one in some))
    documents: dict[str, bytes] = {}
    plans: list[CarePlan] = []
    with all_faults() as ask:
        for file in with_progress(files, "files read"):
            # What cannot be read gives nothing, and is told of in the end.
            data = cast("bytes | None", ask(read_file, file))
            if data is None:
                continue
            if _is_ours(data):
                plans.append(ask(loads, data, CarePlan))
            else:
                documents[file] = data
    imported = read(*_each(documents))
    return Records((*plans, *imported.plans), imported, tuple(documents))


def _each(documents: dict[str, bytes], /) -> Iterator[bytes]:
    return with_progress(list(documents.values()), "files of FHIR understood")


def _is_ours(data: bytes, /) -> bool:
    return TYPE_KEY.encode() in data and not is_record(data)


def _files(path: str, /) -> list[str]:
    if not is_folder(path):
        return [path]
    found = sorted(_below(path))
    if not found:
        what = f"the folder {path_text(path)} holds no file that ends in .json or .ndjson"
        raise InvalidValue(what, advice="Maybe another folder")
    return [str(one) for one in found]


def _below(folder: str, /) -> Iterator[Path]:
    """The files that end as JSON does; links to folders are not followed.

    A link that leads nowhere is among them, so that whoever reads it says so.
    """
    for way, _, names in os.walk(folder, onerror=_refuse):
        for one in (Path(way, name) for name in names):
            if one.suffix.lower() in _ENDINGS and (one.is_file() or not one.exists()):
                yield one


def _refuse(error: OSError, /) -> None:
    what = f"the folder {path_text(str(error.filename))} cannot be read ({type(error).__name__})"
    raise InvalidValue(what, advice="Maybe its owner can let you look into it")
