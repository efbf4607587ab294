"""An outline, and the faces that a result gets from it."""

import pickle
import subprocess
import sys
from typing import Any, final

import attrs
import pytest

from carecore.base import parts
from carecore.base.outline import (
    Bar,
    Bars,
    Faces,
    Items,
    Outline,
    Paragraph,
    Section,
    Table,
    to_html,
    to_markdown,
    to_text,
)
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.errors import InvalidValue, WrongType

KINDS = ["text/plain", "text/markdown", "text/html"]

LEDGER = Outline(
    "Who holds what",
    [
        Paragraph("Two duties are held by nobody."),
        Table(
            ["Duty", "Held by"], [["write_plan", "p-1"], ["teach_family", None]], caption="Duties"
        ),
        Section(
            "What would help",
            [
                Items(
                    ["engage a care manager", ("or ask the ward for", Items(["a case manager"]))]
                ),
                Section("Loads", [Bars([Bar("p-1", value=6, maximum=8, note="part time")])]),
            ],
        ),
    ],
)

LEDGER_TEXT = """\
Who holds what
==============

Two duties are held by nobody.

Duties
Duty          Held by
------------  -------
write_plan    p-1
teach_family  –

What would help
---------------

- engage a care manager
- or ask the ward for
  - a case manager

Loads
~~~~~

p-1  ███████░░░  6 of 8  part time"""

LEDGER_MARKDOWN = """\
# Who holds what

Two duties are held by nobody.

Duties

| Duty | Held by |
| --- | --- |
| write_plan | p-1 |
| teach_family | – |

## What would help

- engage a care manager
- or ask the ward for
  - a case manager

### Loads

- p-1: 6 of 8, part time"""


@final
@attrs.frozen(weakref_slot=False)
class Ledger(Faces):
    """A result with a count and a personal field."""

    count: int
    holder: str = attrs.field(default="Ada Quill", metadata=PERSONAL, repr=False)

    def outline(self, *, full: bool = False) -> Outline:
        """The count, and the holder in full only."""
        return Outline(
            f"{self.count} duties", [Paragraph(f"Held by {self.holder}.")] if full else ()
        )


@final
@attrs.frozen(repr=False, weakref_slot=False)
class PrivateLedger(PrivateRepr, Faces):
    """A result with both mixins."""

    id: str
    holder: str = attrs.field(metadata=PERSONAL, repr=False)

    def outline(self, *, full: bool = False) -> Outline:
        """The id, and the holder in full only."""
        return Outline(self.holder if full else self.id)


@final
class Console:
    """As much of rich as the terminal face needs; prints styles in brackets."""

    def render_str(
        self, text: str, /, *, style: str, markup: bool, emoji: bool, highlight: bool
    ) -> str:
        """The text, and how it was asked for."""
        return f"[{style or 'plain'} {markup:d}{emoji:d}{highlight:d}]{text}"


@final
class Options:
    """Console options of a narrow terminal."""

    max_width = 12


def bundle_of(result: Faces, **wanted: object) -> dict[str, str]:
    """What *result* gives a notebook."""
    untyped: Any = result
    bundle: dict[str, str] = untyped._repr_mimebundle_(**wanted)
    return bundle


def test_an_outline_reads_well_as_text() -> None:
    assert to_text(LEDGER) == LEDGER_TEXT


def test_an_outline_reads_well_as_markdown() -> None:
    assert to_markdown(LEDGER) == LEDGER_MARKDOWN


def test_an_outline_prints_itself() -> None:
    assert str(LEDGER) == LEDGER_TEXT


@pytest.mark.parametrize("full", [True, False])
def test_an_outline_is_its_own_outline(full: bool) -> None:  # noqa: FBT001 # drawn by pytest
    assert LEDGER.outline(full=full) is LEDGER


def test_an_outline_hashes_and_pickles() -> None:
    copy = pickle.loads(pickle.dumps(LEDGER))  # noqa: S301 # our own bytes
    assert (copy, hash(copy)) == (LEDGER, hash(LEDGER))


def test_the_repr_of_an_outline_builds_it_again() -> None:
    names = {name: getattr(parts, name) for name in parts.__all__}
    assert eval(repr(LEDGER), names | {"Outline": Outline}) == LEDGER  # noqa: S307 # our own text


def test_an_outline_needs_a_title_that_is_text() -> None:
    untyped: Any = Outline
    with pytest.raises(WrongType) as caught:
        untyped(3)
    assert str(caught.value) == "a heading is a value of type int. Maybe turn it into text first."


def test_no_text_is_less_than_a_column_wide() -> None:
    with pytest.raises(InvalidValue) as caught:
        to_text(LEDGER, width=0)
    assert str(caught.value) == "the width is 0 columns. Maybe 80."


def test_a_result_prints_its_outline_and_keeps_its_repr() -> None:
    result = Ledger(2)
    assert (str(result), f"{result}", repr(result)) == (
        "2 duties\n========",
        "2 duties\n========",
        "Ledger(count=2)",
    )


def test_a_result_with_faces_goes_with_slots_copies_pickles_and_hashes() -> None:
    result = Ledger(2)
    copy = attrs.evolve(pickle.loads(pickle.dumps(result)), count=2)  # noqa: S301 # our own bytes
    assert (copy, hash(copy), hasattr(copy, "__dict__")) == (result, hash(result), False)


def test_a_private_repr_and_faces_go_together() -> None:
    result = PrivateLedger("l-1", "Ada Quill")
    assert (repr(result), str(result)) == ("<PrivateLedger l-1>", "l-1\n===")


def test_a_notebook_gets_every_face() -> None:
    assert bundle_of(LEDGER) == {
        "text/plain": to_text(LEDGER),
        "text/markdown": to_markdown(LEDGER),
        "text/html": to_html(LEDGER),
    }


@pytest.mark.parametrize(
    ("include", "exclude", "kinds"),
    [
        (None, None, KINDS),
        ({"text/html"}, None, ["text/html"]),
        (None, {"text/html"}, ["text/plain", "text/markdown"]),
        ({"text/html", "text/plain"}, {"text/html"}, ["text/plain"]),
        ((), None, []),
    ],
)
def test_a_notebook_gets_only_the_faces_it_asks_for(
    include: set[str] | None, exclude: set[str] | None, kinds: list[str]
) -> None:
    bundle = bundle_of(Ledger(2), include=include, exclude=exclude)
    assert list(bundle) == kinds


def test_a_terminal_gets_a_bold_title_and_no_markup() -> None:
    outline = Outline("[red]Ready[/]", [Paragraph("All gates are met.")])
    assert list(outline.__rich_console__(Console(), Options())) == [
        "[bold 000][red]Ready[/\n]\n============",
        "[plain 000]\nAll gates\nare met.",
    ]


def test_a_terminal_gets_no_blank_line_after_a_title_alone() -> None:
    assert list(Outline("Ready").__rich_console__(Console(), Options())) == [
        "[bold 000]Ready\n====="
    ]


@pytest.mark.parametrize("result", [Ledger(2), PrivateLedger("l-1", "Ada Quill")])
def test_only_a_full_outline_shows_personal_fields(result: Ledger | PrivateLedger) -> None:
    faces = [
        repr(result),
        str(result),
        *bundle_of(result).values(),
        *map(str, result.__rich_console__(Console(), Options())),
    ]
    shown = ["Ada Quill" in face for face in [*faces, str(result.outline(full=True))]]
    assert shown == [False] * len(faces) + [True]


def test_no_face_imports_what_it_is_drawn_for() -> None:
    program = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from carecore.base.outline import Outline\n"
        "import carecore.base.privacy\n"
        "Outline('Ready')._repr_mimebundle_()\n"
        "print(sorted({'rich', 'IPython', 'html', 'textwrap'} & (sys.modules.keys() - before)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
