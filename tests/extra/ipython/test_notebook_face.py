"""The notebook faces, asked for by IPython, and their Markdown as a notebook renders it."""

import html
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.formatters import DisplayFormatter
from markdown_it import MarkdownIt

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

MEAN = [
    "<b>x</b><script>alert(1)</script>",
    "[a](https://example.com) <https://example.com> ![i](x) [r]: https://example.com",
    "# head #",
    "- item",
    "1. item",
    "===",
    "---",
    "***",
    "> quote",
    "~~~ fence",
    "``` fence `code`",
    "    code",
    "a|b \\| c\\",
    "| a |\n| - |\n| b |",
    "*a* _b_ ~~c~~ __d__ snake_case_id",
    "&lt; &#60; &copy;",
    "trailing  ",
    "www.example.com ada@example.com",
]

texts = st.text() | st.sampled_from(MEAN) | st.text(" \n-+=#*_`|\\<>[](){}!&;:/.@$~^%0123abcw")

# IPython has no types.
FORMATTER: Any = DisplayFormatter()

# What the outline itself is made of; anything else would have come from its texts.
OURS = {"h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


@attrs.frozen(repr=False, weakref_slot=False)
class Ledger(PrivateRepr, Faces):
    """A result with an id and a personal field."""

    id: str
    holder: str = attrs.field(metadata=PERSONAL, repr=False)

    def outline(self, *, full: bool = False) -> Outline:
        """The id, and the holder in full only."""
        return Outline(self.holder if full else self.id)


def everywhere(text: str) -> Outline:
    """An outline with *text* in every kind of place."""
    return Outline(
        text,
        [
            Paragraph(text),
            Items([text, (text, Items([text]))]),
            Table([text, text], [[text, text]], caption=text),
            Section(text, [Bars([Bar(text, value=1, maximum=2, note=text)])]),
        ],
    )


def rendered(outline: Outline) -> str:
    """The HTML that Markdown with tables and raw HTML allowed makes of *outline*."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(reader.render(to_markdown(outline)))


def test_a_notebook_shows_every_face_of_a_result() -> None:
    outline = everywhere("<b>ready</b>")
    faces, metadata = FORMATTER.format(outline)
    assert (faces, metadata) == (
        {
            "text/plain": to_text(outline),
            "text/markdown": to_markdown(outline),
            "text/html": to_html(outline),
        },
        {},
    )


@pytest.mark.parametrize(
    ("wanted", "unwanted", "kinds"),
    [
        (["text/html"], None, {"text/html"}),
        (None, ["text/html"], {"text/plain", "text/markdown"}),
    ],
)
def test_a_notebook_may_ask_for_some_faces(
    wanted: list[str] | None, unwanted: list[str] | None, kinds: set[str]
) -> None:
    faces, _ = FORMATTER.format(Outline("Ready"), include=wanted, exclude=unwanted)
    assert set(faces) == kinds


def test_a_notebook_shows_no_personal_field() -> None:
    faces, _ = FORMATTER.format(Ledger("l-1", "Ada Quill"))
    assert [kind for kind, face in faces.items() if "Ada" in face] == []


@given(texts)
def test_rendered_markdown_holds_only_our_own_tags(text: str) -> None:
    assert set(re.findall(r"</?(\w+)", rendered(everywhere(text)))) <= OURS


@given(texts)
def test_rendered_markdown_has_the_same_shape_whatever_the_texts(text: str) -> None:
    shape = re.findall(r"</?\w+", rendered(everywhere("ready")))
    loud = f"x{text}x" if not text.strip() else text
    assert re.findall(r"</?\w+", rendered(everywhere(loud))) == shape


@given(texts)
def test_rendered_markdown_reads_as_the_texts(text: str) -> None:
    words = html.unescape(re.sub(r"<[^>]*>", "", rendered(everywhere(text))))
    expected = re.sub(r"^(.*)\n=+(?s:.*)", r"\1", to_text(Outline(text), width=10**6))
    assert re.sub(r"\s", "", words).count(re.sub(r"\s", "", expected)) >= 1
