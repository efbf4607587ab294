"""The terminal face, on a real rich console."""

import io
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.panel import Panel

from carecore.base.outline import Faces, Outline, Paragraph, Section, Table, to_text

MEAN = [
    "[bold]x[/bold]",
    "[link=https://example.com]here[/link]",
    "[/]",
    ":smile: [red",
    "\\[bold]",
    "https://example.com 42 'text' None",
    "\x1b[31mred",
]


def printed(value: object, width: int = 80, *, colours: bool = False) -> str:
    """What a rich console *width* columns wide writes for *value*."""
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=colours, color_system=None)
    if colours:
        console = Console(file=file, width=width, force_terminal=True, color_system="standard")
    console.print(value)
    return file.getvalue()


@attrs.frozen(weakref_slot=False)
class Verdict(Faces):
    """A result with one text in every kind of place."""

    text: str

    def outline(self, *, full: bool = False) -> Outline:
        """The text, everywhere."""
        del full
        return Outline(
            self.text,
            [
                Paragraph(self.text),
                Section(self.text, [Table([self.text], [[self.text]], caption=self.text)]),
            ],
        )


@pytest.mark.parametrize("text", MEAN)
def test_markup_and_emoji_codes_print_literally(text: str) -> None:
    result = Verdict(text)
    assert printed(result) == str(result) + "\n"


@given(st.text() | st.sampled_from(MEAN))
def test_a_terminal_shows_the_characters_of_the_text_face(text: str) -> None:
    result = Verdict(text)
    assert re.sub(r"\s", "", printed(result)) == re.sub(r"\s", "", str(result))


@pytest.mark.parametrize("text", MEAN)
def test_only_the_title_has_a_style(text: str) -> None:
    colourful = printed(Verdict(text), colours=True)
    assert set(re.findall(r"\x1b\[[\d;]*m", colourful)) == {"\x1b[1m", "\x1b[0m"}
    assert "\x1b" not in colourful.split("\n\n", 1)[1]


def test_a_terminal_decides_the_width() -> None:
    outline = Outline("Ready", [Paragraph("All gates of the way home are met.")])
    assert printed(outline, 20) == to_text(outline, width=20) + "\n"


def test_a_terminal_can_be_one_column_wide() -> None:
    outline = Outline("Ready", [Table(["Duty", "Held by"], [["write_plan", None]])])
    assert re.sub(r"\s", "", printed(outline, 1)) == "Ready=Duty:write_planHeldby:–"


def test_a_result_fits_into_a_panel() -> None:
    outline = Outline("[b]Ready", [Paragraph("All gates are met.")])
    assert (
        printed(Panel(outline), 24)
        == """\
╭──────────────────────╮
│ [b]Ready             │
│ ========             │
│                      │
│ All gates are met.   │
╰──────────────────────╯
"""
    )
