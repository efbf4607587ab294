"""Keeps a document of each public class, as it is written now, for all versions to come.

What is kept is never changed and never taken out: it stands for what users have on their disks.
Run it after a class has come in, or has got a field:

    python -m tests.codec.keep
"""

import json
from collections.abc import Iterator
from pathlib import Path

from carecore.codec import dumps
from carecore.codec.versions import SCHEMA

from ..samples import SAMPLES
from .not_values import WHY

FOLDER = Path(__file__).parent / "kept"
LONGEST = 50_000
"""A longer document, such as one that holds the whole catalogue, shows nothing more."""


def kept(version: int) -> list[str]:
    """The documents of one version, one on a line."""
    file = FOLDER / f"version-{version}.jsonl"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def samples() -> Iterator[str]:
    """The document of each sample."""
    for value in SAMPLES.values():
        if type(value).__name__ not in WHY and len(text := dumps(value)) <= LONGEST:
            yield text


def is_kept(text: str, documents: list[str]) -> bool:
    """Whether *documents* hold a value of the same class, and all of its fields."""
    new = json.loads(text)
    same = [one for one in map(json.loads, documents) if one["$type"] == new["$type"]]
    return bool(same) and new.keys() <= {key for one in same for key in one}


def main() -> None:
    """Add what is missing to the documents of the present version."""
    documents = kept(SCHEMA)
    new = [text for text in samples() if not is_kept(text, documents)]
    file = FOLDER / f"version-{SCHEMA}.jsonl"
    file.write_text("".join(f"{line}\n" for line in (*documents, *new)), encoding="utf-8")
    print(f"{len(new)} documents are new, {len(documents)} were kept before")


if __name__ == "__main__":
    main()
