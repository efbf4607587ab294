"""Writes the table of all elements that have a place in our values into its page.

Run it after an element has come in, or has got another note:

    python -m tests.extra.fhir.mapping_table
"""

from collections.abc import Iterator
from pathlib import Path

from carecore.extra.fhir import ELEMENTS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "fhir.md"
HEADING = """\
## Element by element

These are the elements that change a value; `carecore.extra.fhir.ELEMENTS` holds them for a program.
An element of several types has the name of the one that is read, such as `effectiveDateTime`.
"""


def tables() -> str:
    """A table for each type of resource, in the order of their names."""
    types = sorted({one.path.partition(".")[0] for one in ELEMENTS})
    return "".join(f"\n### {one}\n\n" + "".join(_rows(one)) for one in types)


def _rows(kind: str) -> Iterator[str]:
    yield "| element | becomes | note |\n|---|---|---|\n"
    for one in ELEMENTS:
        if one.path.startswith(f"{kind}."):
            yield f"| `{one.path}` | `{one.to}` | {one.note} |\n"


def main() -> None:
    """Put the tables of today in the place of those that stand there."""
    before, _ = PAGE.read_text(encoding="utf-8").split(HEADING)
    PAGE.write_text(before + HEADING + tables(), encoding="utf-8")


if __name__ == "__main__":
    main()
