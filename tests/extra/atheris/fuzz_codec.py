"""A coverage-guided fuzzer on `loads`, for every public class: whatever it is given, it says so.

Documents are the ones that were kept, changed in whatever way the fuzzer finds worth trying, and
bytes of its own making.
A document becomes a value of its class, or an error of ours; any other exception is a find.
So is a value that is not written and read back equal, and one that the quick and the detailed
reader do not make alike.

It needs atheris, and runs from the root of the repository:

    python -m tests.extra.atheris.fuzz_codec -max_total_time=3600 -max_len=4096
"""

import sys
from typing import Any, TypeAlias

import atheris

with atheris.instrument_imports(include=["carecore"]):
    from carecore.codec import dumps, loads
    from carecore.codec.quick import UNREAD, quick_document
    from carecore.codec.reader import document_value
    from carecore.codec.scan import scanned
    from carecore.errors import CareError

import json

from ...codec.keep import kept
from ...codec.mutations import mutated
from ...samples import SAMPLES

Plain: TypeAlias = Any

KINDS: dict[str, Plain] = {kind.__name__: kind for kind in SAMPLES}
KEPT = [(text, KINDS[json.loads(text)["$type"]]) for text in kept(1)]


class Find(Exception):
    """Something that must not be."""


def try_one(data: bytes) -> None:
    """Read one document that is made of *data*."""
    given = atheris.FuzzedDataProvider(data)
    text, kind = KEPT[given.ConsumeIntInRange(0, len(KEPT) - 1)]
    way = given.ConsumeIntInRange(0, 3)
    if way == 0:
        try_document(given.ConsumeBytes(given.remaining_bytes()), kind)
        return
    changed = mutated(text, lambda number: given.ConsumeIntInRange(0, number - 1))
    if way == 1:
        start = given.ConsumeIntInRange(0, len(changed))
        end = given.ConsumeIntInRange(start, min(len(changed), start + 64))
        changed = changed[:start] + given.ConsumeUnicode(32) + changed[end:]
    try_document(changed, kind)


def try_document(document: str | bytes, kind: Plain) -> None:
    """Read one document, both ways, and write what it holds."""
    try:
        value = loads(document, kind)
    except CareError as error:
        # What it says can be shown.
        str(error)
        if quick_document(document, kind, ()) is not UNREAD:
            raise Find("it is read at once, and refused in detail") from None
        return
    if type(value) is not kind:
        raise Find("it is of another class")
    if loads(dumps(value), kind) != value:
        raise Find("it is not read back equal")
    plain, _ = scanned(document)
    if document_value(plain, kind, ()) != value:
        raise Find("the two readers differ")


def main() -> None:
    """Hand over to the fuzzer, which takes the arguments of libFuzzer."""
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
