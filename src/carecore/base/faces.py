"""How the parts of an outline look as plain text, as Markdown and as HTML.

Whatever stands in a title, cell or note may come from anybody.
So each face shows text and obeys none of it: no markup, tag, link, colour code or
change of writing direction gets through, and no character is lost.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from carecore.base.parts import Bars, Items, Paragraph, Part, Section, Table

__all__ = [
    "HTML_OPENING",
    "html_of",
    "markdown_of",
    "text_of",
    "visible",
]

_UNSEEN: Final = r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff]"

_BAR: Final = 10
_GAP: Final = "  "
_LONGEST_WHOLE_WORD: Final = 12
_UNDERLINES: Final = "=-~"

_MARKDOWN: Final = (
    r"[\\&<>$`*{}\[\]|~@]"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"  # within a word, as in a snake_case id, it is inert
    r"|(?<!\w)#"
    r"|:(?=//)|\.(?=[^\W\d_])"  # https://example.com and www.example.com become links by themselves
)
_MARKDOWN_LEADING: Final = r"^(?=[-+=:%(])|^\d+(?=[.)])"
# Entities and not backslashes: some notebooks look for formulas before they look for Markdown.
_MARKDOWN_ENTITIES: Final = {"\\": "&#92;", "&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}

# The same five as the standard library escapes; its module takes longer to import than this room.
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})

HTML_OPENING: Final = '<div class="carecore tex2jax_ignore mathjax_ignore">'
"""How every HTML face begins; the classes keep notebooks from reading prices as formulas.

.. versionadded:: 0.1
"""

_LINE: Final = "1px solid rgba(128,128,128,0.5)"
_CELL: Final = (
    f"padding:0.2em 0.8em 0.2em 0;border-bottom:{_LINE};text-align:start;vertical-align:top"
)
_TABLE_OPENING: Final = '<table style="border-collapse:collapse;margin:0.5em 0">'
_CAPTION_OPENING: Final = '<caption style="caption-side:top;text-align:start">'
_COLUMN_OPENING: Final = f'<th scope="col" dir="auto" style="{_CELL};font-weight:bold">'
_ROW_OPENING: Final = f'<th scope="row" dir="auto" style="{_CELL};font-weight:normal">'
_CELL_OPENING: Final = f'<td dir="auto" style="{_CELL}">'
_BAR_OPENING: Final = (
    f'<span aria-hidden="true" style="display:inline-block;width:8em;height:0.8em;border:{_LINE}">'
)


def visible(text: str, /) -> str:
    r"""*text* on one line, with every character that would steer a screen written out.

    Written out are control characters (line ends, tabs, escape sequences), the characters that
    override the direction of writing, line and paragraph separators, and halves of characters.
    Letters of every script, joiners, accents and emoji stay.

    >>> print(visible("Ada\nQuill \x1b[31m \u202e"))
    Ada\nQuill \x1b[31m \u202e

    .. versionadded:: 0.1
    """
    return text if text.isprintable() else re.sub(_UNSEEN, _written_out, text)


def text_of(title: str, parts: Iterable[Part], /, *, width: int) -> tuple[str, str]:
    """A title and *parts* as plain text: the heading, and what stands under it.

    Lines are folded at *width* columns, in which a wide character takes two; only a width too
    small for any table or word is overrun.

    >>> print("".join(text_of("Ready", [Paragraph("All gates are met.")], width=12)))
    Ready
    =====
    <BLANKLINE>
    All gates
    are met.

    .. versionadded:: 0.1
    """
    blocks = ("\n\n" + "\n".join(_text_part(part, width, 1)) for part in parts)
    return "\n".join(_text_heading(title, width, 0)), "".join(blocks)


def markdown_of(title: str, parts: Iterable[Part], /) -> str:
    r"""A title and *parts* as Markdown with tables, as GitHub and notebooks read it.

    >>> print(markdown_of("Ready", [Items(["*all* gates"])]))
    # Ready
    <BLANKLINE>
    - \*all\* gates

    .. versionadded:: 0.1
    """
    blocks = ("\n".join(_markdown_part(part, 2)) for part in parts)
    return "\n\n".join([f"# {_markdown_line(title)}", *blocks])


def html_of(title: str, parts: Iterable[Part], /) -> str:
    """A title and *parts* as one HTML element: no script, id, or address of anything outside.

    >>> html_of("Ready", [Paragraph("5 < 6")]).removeprefix(HTML_OPENING)
    '<p><strong>Ready</strong></p><p dir="auto">5 &lt; 6</p></div>'

    .. versionadded:: 0.1
    """
    return "".join(
        [
            HTML_OPENING,
            f"<p><strong>{_html(title)}</strong></p>",
            *map(_html_part, parts),
            "</div>",
        ]
    )


def _written_out(found: re.Match[str], /) -> str:
    return found[0].encode("unicode_escape").decode()


def _text_part(part: Part, width: int, depth: int, /) -> list[str]:
    if isinstance(part, Paragraph):
        return _folded(part.text, width)
    if isinstance(part, Items):
        return list(_text_items(part, width))
    if isinstance(part, Table):
        return [*(_folded(part.caption, width) if part.caption else ()), *_text_table(part, width)]
    if isinstance(part, Section):
        lines = _text_heading(part.heading, width, depth)
        for inner in part.parts:
            lines += ["", *_text_part(inner, width, depth + 1)]
        return lines
    return _text_bars(part, width)


def _text_heading(text: str, width: int, depth: int, /) -> list[str]:
    lines = _folded(text, width)
    line = _UNDERLINES[min(depth, len(_UNDERLINES) - 1)]
    return [*lines, line * max(map(_columns_of, lines))]


def _text_items(items: Items, width: int, /) -> Iterator[str]:
    for entry in items.entries:
        text, under = (entry, None) if isinstance(entry, str) else entry
        yield from _hung(text, width, "- ")
        if under is not None:
            yield from ("  " + line for line in _text_items(under, width - 2))


def _text_table(table: Table, width: int, /) -> list[str]:
    header = tuple(map(visible, table.columns))
    rows = [tuple(map(visible, row)) for row in table.rows]
    widths = _shared_out([header, *rows], width)
    if widths is not None:
        rule = _GAP.join("-" * each for each in widths)
        return [*_aligned(header, widths), rule, *(ln for r in rows for ln in _aligned(r, widths))]
    lines = [] if rows else _folded(", ".join(header), width)
    for row in rows:
        lines += [""] if lines else []
        for column, cell in zip(header, row, strict=True):
            lines += _hung(f"{column}: {cell}", width, "")
    return lines


def _text_bars(bars: Bars, width: int, /) -> list[str]:
    rows = [
        (visible(bar.label), "█" * full + "░" * (_BAR - full), bar.amount, visible(bar.note))
        for bar in bars.bars
        for full in [bar.share(_BAR)]
    ]
    widths = _shared_out(rows, width)
    if widths is not None:
        return [line for row in rows for line in _aligned(row, widths)]
    return [line for row in rows for line in _hung(" ".join(row), width, "")]


def _shared_out(rows: Sequence[Sequence[str]], width: int, /) -> list[int] | None:
    columns = list(zip(*rows, strict=True))
    room = width - len(_GAP) * (len(columns) - 1)
    widths = [min(max(map(_columns_of, cells)), width) for cells in columns]
    words = [[word for cell in cells for word in cell.split(" ")] for cells in columns]
    least = [min(max(map(_columns_of, each)), _LONGEST_WHOLE_WORD) for each in words]
    if sum(least) > room:
        return None
    while sum(widths) > room:
        spare = [have - need for have, need in zip(widths, least, strict=True)]
        widest = max(range(len(widths)), key=lambda index: (spare[index] > 0, widths[index]))
        widths[widest] -= 1
    return widths


def _aligned(row: Sequence[str], widths: Sequence[int], /) -> Iterator[str]:
    folded = [_folded(cell, each) for cell, each in zip(row, widths, strict=True)]
    for line in zip_longest(*folded, fillvalue=""):
        padded = (
            piece + " " * (each - _columns_of(piece))
            for piece, each in zip(line, widths, strict=True)
        )
        yield _GAP.join(padded).rstrip(" ")


def _hung(text: str, width: int, bullet: str, /) -> Iterator[str]:
    lead = bullet
    for line in _folded(text, width - 2):
        yield (lead + line).rstrip(" ")
        lead = "  "


def _folded(text: str, width: int, /) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in visible(text).split(" "):
        longer = f"{line} {word}" if line else word
        if _columns_of(longer) > width:
            lines += [line.rstrip(" ")] if line else []
            *full, longer = _chopped(word, width)
            lines += full
        line = longer
    return [*lines, line.rstrip(" ")]


def _chopped(word: str, width: int, /) -> list[str]:
    pieces = [""]
    used = 0
    for character in word:
        taken = _columns_of(character)
        if pieces[-1] and taken and used + taken > width:
            pieces.append("")
            used = 0
        pieces[-1] += character
        used += taken
    return pieces


def _columns_of(text: str, /) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(character) in {"W", "F"})
        for character in text
    )


def _markdown_part(part: Part, level: int, /) -> list[str]:
    if isinstance(part, Paragraph):
        return [_markdown_line(part.text)]
    if isinstance(part, Items):
        return list(_markdown_items(part, ""))
    if isinstance(part, Table):
        caption = [_markdown_line(part.caption), ""] if part.caption else []
        rows = map(_markdown_row, [part.columns, ["---"] * len(part.columns), *part.rows])
        return [*caption, *rows]
    if isinstance(part, Section):
        lines = [f"{'#' * min(level, 6)} {_markdown_line(part.heading)}"]
        for inner in part.parts:
            lines += ["", *_markdown_part(inner, level + 1)]
        return lines
    return [
        f"- {_markdown_line(bar.label)}: {bar.amount}"
        + (f", {_markdown_inline(bar.note)}" if bar.note else "")
        for bar in part.bars
    ]


def _markdown_items(items: Items, indent: str, /) -> Iterator[str]:
    for entry in items.entries:
        text, under = (entry, None) if isinstance(entry, str) else entry
        yield f"{indent}- {_markdown_line(text)}".rstrip(" ")
        if under is not None:
            yield from _markdown_items(under, indent + "  ")


def _markdown_row(cells: Iterable[str], /) -> str:
    return "| " + " | ".join(map(_markdown_inline, cells)) + " |"


def _markdown_line(text: str, /) -> str:
    return re.sub(_MARKDOWN_LEADING, r"\g<0>\\", _markdown_inline(text))


def _markdown_inline(text: str, /) -> str:
    return re.sub(_MARKDOWN, _markdown_inert, visible(text).strip(" "))


def _markdown_inert(found: re.Match[str], /) -> str:
    return _MARKDOWN_ENTITIES.get(found[0], "\\" + found[0])


def _html_part(part: Part, /) -> str:
    if isinstance(part, Paragraph):
        return f'<p dir="auto">{_html(part.text)}</p>'
    if isinstance(part, Items):
        return _html_items(part)
    if isinstance(part, Table):
        caption = f"{_CAPTION_OPENING}{_html(part.caption)}</caption>" if part.caption else ""
        columns = "".join(f"{_COLUMN_OPENING}{_html(each)}</th>" for each in part.columns)
        rows = "".join(_html_row(row[0], map(_html, row[1:])) for row in part.rows)
        head = f"<thead><tr>{columns}</tr></thead>"
        return f"{_TABLE_OPENING}{caption}{head}<tbody>{rows}</tbody></table>"
    if isinstance(part, Section):
        inner = "".join(map(_html_part, part.parts))
        return f"<details open><summary>{_html(part.heading)}</summary>{inner}</details>"
    rows = "".join(
        _html_row(bar.label, [_html_bar(bar.share(100)), bar.amount, _html(bar.note)])
        for bar in part.bars
    )
    return f"{_TABLE_OPENING}<tbody>{rows}</tbody></table>"


def _html_items(items: Items, /) -> str:
    lines: list[str] = []
    for entry in items.entries:
        text, under = (entry, None) if isinstance(entry, str) else entry
        nested = "" if under is None else _html_items(under)
        lines.append(f'<li dir="auto">{_html(text)}{nested}</li>')
    return f"<ul>{''.join(lines)}</ul>"


def _html_row(first: str, others: Iterable[str], /) -> str:
    cells = "".join(f"{_CELL_OPENING}{cell}</td>" for cell in others)
    return f"<tr>{_ROW_OPENING}{_html(first)}</th>{cells}</tr>"


def _html_bar(percent: int, /) -> str:
    full = f"display:block;width:{percent}%;height:100%;background:currentColor;opacity:0.6"
    return f'{_BAR_OPENING}<span style="{full}"></span></span>'


def _html(text: str, /) -> str:
    return visible(text).translate(_HTML)
