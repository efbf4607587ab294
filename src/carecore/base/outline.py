"""One outline, many faces: what a result says, before anybody decides how it looks.

A result implements `outline`, and `Faces` gives it a text for `print`, Markdown and HTML for
notebooks, and a rich terminal; none of the libraries behind them is imported.

*Intention*: one place that says what a result shows, so that its faces cannot disagree,
and one place that makes foreign text harmless.
"""

from collections.abc import Container, Iterator
from typing import Protocol, Self, TypeVar, final

import attrs

from carecore.base.faces import html_of, markdown_of, text_of
from carecore.base.parts import (
    Bar,
    Bars,
    Cell,
    Entry,
    Items,
    Paragraph,
    Part,
    Section,
    Table,
    cell_text,
    heading_text,
    part_tuple,
)
from carecore.errors import InvalidValue

__all__ = [
    "Bar",
    "Bars",
    "Cell",
    "Entry",
    "Faces",
    "Items",
    "Outline",
    "Outlined",
    "Paragraph",
    "Part",
    "RichConsole",
    "RichOptions",
    "Section",
    "Table",
    "cell_text",
    "to_html",
    "to_markdown",
    "to_text",
]

Shown_co = TypeVar("Shown_co", covariant=True)

_WIDTH = 80


class Outlined(Protocol):
    """Anything that can say what it shows.

    .. versionadded:: 0.1
    """

    def outline(self, *, full: bool = False) -> "Outline":
        """What this value shows, as an outline.

        With *full*, personal fields (names, birth dates, notes) are shown as well.
        Only a call that says so itself is full: text, notebook and terminal faces never do.

        .. versionadded:: 0.1
        """
        ...


class RichConsole(Protocol[Shown_co]):
    """As much of a rich console as the terminal face needs.

    .. versionadded:: 0.1
    """

    def render_str(
        self, text: str, /, *, style: str, markup: bool, emoji: bool, highlight: bool
    ) -> Shown_co:
        """Something that the console prints: *text* in *style*."""
        ...


class RichOptions(Protocol):
    """As much of rich's console options as the terminal face needs.

    .. versionadded:: 0.1
    """

    @property
    def max_width(self) -> int:
        """How many columns there are."""
        ...


class Faces:
    """Gives a result with an `outline` its text, notebook and terminal faces.

    It holds nothing, so it goes with slots, copies and pickles; `repr` stays the class's own.
    No face asks for a full outline, so personal fields stay out of them.

    >>> from typing import final
    >>> import attrs
    >>> @final
    ... @attrs.frozen(weakref_slot=False)
    ... class Headcount(Faces):
    ...     people: int
    ...
    ...     def outline(self, *, full: bool = False) -> Outline:
    ...         return Outline("Headcount", [Paragraph(f"{self.people} people.")])
    >>> print(Headcount(3))
    Headcount
    =========
    <BLANKLINE>
    3 people.
    >>> Headcount(3)
    Headcount(people=3)

    .. versionadded:: 0.1
    """

    __slots__ = ()

    def __str__(self: Outlined) -> str:
        """The outline as plain text, 80 columns wide."""
        return to_text(self.outline())

    def _repr_mimebundle_(
        self: Outlined,
        include: Container[str] | None = None,
        exclude: Container[str] | None = None,
    ) -> dict[str, str]:
        """The outline as text, Markdown and HTML, for notebooks that ask by this name."""
        outline = self.outline()
        faces = {"text/plain": to_text, "text/markdown": to_markdown, "text/html": to_html}
        return {
            kind: face(outline)
            for kind, face in faces.items()
            if (include is None or kind in include) and (exclude is None or kind not in exclude)
        }

    def __rich_console__(
        self: Outlined, console: RichConsole[Shown_co], options: RichOptions
    ) -> Iterator[Shown_co]:
        """The outline as text as wide as the terminal, for rich; nothing in it is markup."""
        outline = self.outline()
        head, body = text_of(outline.title, outline.parts, width=options.max_width)
        blocks = ((head, "bold"), (body.removeprefix("\n"), ""))
        for text, style in blocks[: 2 if body else 1]:
            yield console.render_str(text, style=style, markup=False, emoji=False, highlight=False)


@final
@attrs.frozen(weakref_slot=False)
class Outline(Faces):
    """A title, and the parts under it.

    It is its own outline: printed or shown in a notebook, it shows everything it holds,
    so one that was asked for with `full=True` shows personal fields.

    Raises:
        WrongType: if the title is not text, or a part is not a part.

    >>> print(Outline("Duties", [Table(["Duty", "Held by"], [["teach_family", None]])]))
    Duties
    ======
    <BLANKLINE>
    Duty          Held by
    ------------  -------
    teach_family  –

    .. versionadded:: 0.1
    """

    title: str = attrs.field(converter=heading_text)
    parts: tuple[Part, ...] = attrs.field(default=(), converter=part_tuple)

    def outline(self, *, full: bool = False) -> Self:
        """This very outline, whether *full* or not: what it holds was decided when it was made.

        .. versionadded:: 0.1
        """
        del full
        return self


def to_text(outline: Outline, /, width: int = _WIDTH) -> str:
    """*outline* as plain text, folded at *width* columns (a wide character takes two).

    A table that does not fit even with folded cells is written as one line for each cell.

    Raises:
        InvalidValue: if *width* is below 1.

    >>> print(to_text(Outline("Load", [Bars([Bar("p-1", value=4, maximum=8)])])))
    Load
    ====
    <BLANKLINE>
    p-1  █████░░░░░  4 of 8

    .. versionadded:: 0.1
    """
    if width < 1:
        what = f"the width is {width} columns"
        raise InvalidValue(what, advice=f"Maybe {_WIDTH}")
    return "".join(text_of(outline.title, outline.parts, width=width))


def to_markdown(outline: Outline, /) -> str:
    r"""*outline* as Markdown, with tables as GitHub and notebooks read them.

    >>> print(to_markdown(Outline("Duties", [Table(["Duty", "Held by"], [["a|b", None]])])))
    # Duties
    <BLANKLINE>
    | Duty | Held by |
    | --- | --- |
    | a\|b | – |

    .. versionadded:: 0.1
    """
    return markdown_of(outline.title, outline.parts)


def to_html(outline: Outline, /) -> str:
    """*outline* as one HTML element that stands by itself: no script, id or outside address.

    >>> to_html(Outline("<b>")).endswith("<p><strong>&lt;b&gt;</strong></p></div>")
    True

    .. versionadded:: 0.1
    """
    return html_of(outline.title, outline.parts)
