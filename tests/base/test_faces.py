"""How outlines are drawn: nothing is lost, nothing is obeyed, nothing overruns."""

import html
import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carecore.base.faces import HTML_OPENING, html_of, markdown_of, text_of, visible
from carecore.base.parts import Bar, Bars, Items, Paragraph, Part, Section, Table

TAGS = {
    *("div", "p", "strong", "span", "ul", "li", "details", "summary"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"class", "style", "dir", "scope", "open", "aria-hidden"}

MEAN = [
    "[bold]x[/bold] :smile: [link=https://example.com]here[/link]",
    "<script>alert(1)</script><b>&amp;</b>",
    "a|b\\|c `code` *x* _y_ ~~z~~ $5 and $6 \\(x\\)",
    "# 1. - > [a](https://example.com) ![i](b) <https://example.com> www.example.com a@example.com",
    "line\nline\r\n\x1b[31mred\x07\x85\u2028\u2029\x00\ud800",
    "\u202eevil\u2066\u2069\u206a",
    "عمر קווין 漢字かな 👩‍⚕️ é e\u0301 naïve\xa0x",
    "    indented ``` fence",
    "x" * 300,
]

texts = st.text() | st.sampled_from(MEAN) | st.text(" \t\n-+=#*_`|\\<>[](){}!&;:/.@$~^%0123abcw漢é")


def entries_of(items: st.SearchStrategy[Items]) -> st.SearchStrategy[Items]:
    """Bullets with bullets from *items* under some of them."""
    return st.lists(texts | st.tuples(texts, items), max_size=3).map(Items)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of a few columns and rows."""
    columns = draw(st.lists(texts, min_size=1, max_size=5))
    row = st.tuples(*[texts for _ in columns])
    return Table(columns, draw(st.lists(row, max_size=3)), caption=draw(texts))


bars = st.builds(Bar, texts, value=st.integers(0, 20), maximum=st.integers(0, 20), note=texts)
flat_parts: st.SearchStrategy[Part] = st.one_of(
    texts.map(Paragraph),
    st.recursive(st.lists(texts, max_size=3).map(Items), entries_of, max_leaves=4),
    tables(),
    st.lists(bars, max_size=3).map(Bars),
)
parts: st.SearchStrategy[Part] = st.recursive(
    flat_parts,
    lambda inner: st.builds(Section, texts, st.lists(inner, max_size=3)),
    max_leaves=5,
)


def texts_in(part: Part) -> list[str]:
    """Every text that *part* holds."""
    match part:
        case Paragraph():
            return [part.text]
        case Items():
            held: list[str] = []
            for entry in part.entries:
                held += [entry] if isinstance(entry, str) else [entry[0], *texts_in(entry[1])]
            return held
        case Table():
            return [*part.columns, part.caption, *(cell for row in part.rows for cell in row)]
        case Section():
            return [part.heading, *(text for inner in part.parts for text in texts_in(inner))]
        case Bars():
            return [text for bar in part.bars for text in (bar.label, bar.amount, bar.note)]


def squeezed(text: str) -> str:
    """*text* without its spaces: folding may move those."""
    return re.sub(r"\s", "", text)


def plain(title: str, held: list[Part], width: int = 80) -> str:
    """The whole plain text."""
    return "".join(text_of(title, held, width=width))


class Reader(HTMLParser):
    """Reads HTML that must be balanced, and keeps its tags, attributes and text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


@given(texts, st.lists(parts, max_size=3))
def test_no_text_is_lost_in_plain_text(title: str, held: list[Part]) -> None:
    wanted = Counter(squeezed(visible("".join([title, *(t for p in held for t in texts_in(p))]))))
    assert wanted <= Counter(squeezed(plain(title, held)))


@given(texts, st.integers(1, 100))
def test_folded_text_reads_on_where_it_was_folded(text: str, width: int) -> None:
    body = text_of("Ready", [Paragraph(text)], width=width)[1]
    assert squeezed(body) == squeezed(visible(text))


@given(texts, st.integers(1, 100))
def test_a_folded_cell_reads_on_where_it_was_folded(text: str, width: int) -> None:
    body = text_of("Ready", [Table(["Duty"], [[text]])], width=width)[1]
    assert squeezed(visible(text)) in squeezed(body)


def columns_of(line: str) -> int:
    """How wide *line* is on a terminal: wide characters take two, joiners and accents none."""
    return sum(
        (unicodedata.category(character) not in {"Mn", "Me", "Cf"})
        * (2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1)
        for character in line
    )


@given(texts, st.lists(flat_parts, max_size=3), st.integers(30, 100))
def test_no_line_is_wider_than_asked(title: str, held: list[Part], width: int) -> None:
    lines = plain(title, held, width).split("\n")
    assert [line for line in lines if columns_of(line) > width] == []


@given(texts, st.lists(parts, max_size=3))
def test_every_text_stands_in_the_html(title: str, held: list[Part]) -> None:
    wanted = [visible(text) for text in [title, *(t for part in held for t in texts_in(part))]]
    words = "".join(Reader(html_of(title, held)).words)
    assert [text for text in wanted if text not in words] == []


@given(texts, st.lists(parts, max_size=3))
def test_html_is_balanced_and_holds_only_our_own_tags(title: str, held: list[Part]) -> None:
    read = Reader(html_of(title, held))
    assert (read.open, read.tags - TAGS, read.attributes - ATTRIBUTES) == ([], set(), set())


@given(texts)
def test_html_is_escaped_as_the_standard_library_does(text: str) -> None:
    face = html_of("Ready", [Paragraph(text)])
    assert face.endswith(f'<p dir="auto">{html.escape(visible(text))}</p></div>')


@given(texts)
def test_markdown_unescapes_to_the_text(text: str) -> None:
    face = markdown_of("Ready", [Paragraph(text)]).removeprefix("# Ready\n\n")
    assert html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", face)) == visible(text).strip(" ")


@given(texts, st.lists(parts, max_size=3))
def test_every_face_can_be_written_to_a_file(title: str, held: list[Part]) -> None:
    faces = [plain(title, held), markdown_of(title, held), html_of(title, held)]
    assert [face.encode("utf-8").decode("utf-8") for face in faces] == faces


@given(texts, st.lists(parts, max_size=3))
def test_no_face_steers_a_screen(title: str, held: list[Part]) -> None:
    faces = [plain(title, held), markdown_of(title, held), html_of(title, held)]
    steering = {c for face in faces for c in face if unicodedata.category(c) in {"Cc", "Zl", "Zp"}}
    overriding = {
        c
        for face in faces
        for c in face
        if unicodedata.bidirectional(c)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    }
    assert (steering <= {"\n"}, overriding) == (True, set())


@given(texts)
@example("a\nb")
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    "text",
    [
        "عمر",
        "קווין",
        "漢字かな",
        "👩‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "é e\u0301",
        "naïve\xa0x",
        "می\u200cخواهم",
        "\u200fא",
        "–",
    ],
)
def test_ordinary_letters_accents_and_emoji_stay(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\x1b[31m\x00\x7f\x9b", r"\x1b[31m\x00\x7f\x9b"),
        ("\u202a\u202e\u2066\u2069\u2028", r"\u202a\u202e\u2066\u2069\u2028"),
        ("\ud83d", r"\ud83d"),
    ],
)
def test_what_steers_a_screen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_long_cells_are_folded_beside_each_other() -> None:
    table = Table(
        ["Duty", "Why"],
        [
            ["teach_family", "the family asked twice, and nobody on the ward has had the time"],
            ["write_plan", "stage two begins on 2026-12-01"],
        ],
    )
    assert (
        plain("Gaps", [table], 40)
        == """\
Gaps
====

Duty          Why
------------  --------------------------
teach_family  the family asked twice,
              and nobody on the ward has
              had the time
write_plan    stage two begins on
              2026-12-01"""
    )


def test_wide_letters_take_two_columns() -> None:
    table = Table(["名", "Held by"], [["介護", "p-1"], ["e\u0301a", "p-2"]])
    assert (
        plain("漢字", [table])
        == """\
漢字
====

名    Held by
----  -------
介護  p-1
e\u0301a    p-2"""
    )


def test_a_table_too_wide_for_any_folding_is_one_line_for_each_cell() -> None:
    table = Table(["Duty", "Held by"], [["teach_family", None], ["write_plan", "p-1"]])
    assert (
        plain("Gaps", [table], 16)
        == """\
Gaps
====

Duty:
  teach_family
Held by: –

Duty:
  write_plan
Held by: p-1"""
    )


def test_a_table_without_rows_names_its_columns_at_any_width() -> None:
    table = Table(["Duty", "Held by"], [])
    assert [plain("Gaps", [table], width) for width in (40, 8)] == [
        "Gaps\n====\n\nDuty  Held by\n----  -------",
        "Gaps\n====\n\nDuty,\nHeld by",
    ]


def test_bars_show_more_than_nothing_and_more_than_full() -> None:
    held = Bars(
        [
            Bar("p-1", value=0, maximum=80),
            Bar("professional-2", value=1, maximum=80, note="new"),
            Bar("p-3", value=90, maximum=80),
        ]
    )
    assert (
        plain("Loads", [held])
        == """\
Loads
=====

p-1             ░░░░░░░░░░  0 of 80
professional-2  █░░░░░░░░░  1 of 80            new
p-3             ██████████  90 of 80, 10 over"""
    )


def test_bars_too_wide_for_any_folding_are_lines() -> None:
    held = Bars([Bar("p-1", value=4, maximum=8, note="part time")])
    assert (
        plain("Loads", [held], 20)
        == """\
Loads
=====

p-1 █████░░░░░ 4
  of 8 part time"""
    )


def test_a_long_bullet_hangs_under_its_first_word() -> None:
    held = Items([("engage a care manager", Items(["for the flight home", ""]))])
    assert (
        plain("Help", [held], 16)
        == """\
Help
====

- engage a care
  manager
  - for the
    flight home
  -"""
    )


def test_sections_in_sections_keep_the_last_underline() -> None:
    held = Section("One", [Section("Two", [Section("Three", [])])])
    assert (
        plain("Zero", [held])
        == """\
Zero
====

One
---

Two
~~~

Three
~~~~~"""
    )


def test_markdown_headings_go_no_deeper_than_six() -> None:
    held: Part = Paragraph("deep")
    for name in "gfedcb":
        held = Section(name, [held])
    assert (
        markdown_of("a", [held])
        == """\
# a

## b

### c

#### d

##### e

###### f

###### g

deep"""
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("case_manager needs 3.5 points by 10:30, e-mail or -5", None),
        ("_case_ a__b", r"\_case\_ a\_\_b"),
        ("- item", r"\- item"),
        ("12. item 1) x", r"12\. item 1) x"),
        ("1) item", r"1\) item"),
        ("=== +", r"\=== +"),
        ("# head #", r"\# head \#"),
        ("C# and #3", r"C# and \#3"),
        (r"$5 \(x\) & <b>", "&#36;5 &#92;(x&#92;) &amp; &lt;b&gt;"),
        ("[a](b) ![c] `d` *e* ~f~ {g} h|i", r"\[a\](b) !\[c\] \`d\` \*e\* \~f\~ \{g\} h\|i"),
        ("https://www.example.com ada@example.com", None),
        ("    code", "code"),
        ("a\nb", "a&#92;nb"),
    ],
)
def test_markdown_escapes_what_would_be_markup_and_no_more(text: str, escaped: str | None) -> None:
    known = {
        "https://www.example.com ada@example.com": r"https\://www\.example\.com ada\@example\.com"
    }
    face = markdown_of("Ready", [Paragraph(text)])
    assert face == f"# Ready\n\n{escaped or known.get(text, text)}"


def test_bars_read_as_bullets_in_markdown() -> None:
    held = Bars([Bar("p-1", value=4, maximum=8, note="- new"), Bar("+", value=0, maximum=0)])
    assert markdown_of("Loads", [held]) == "# Loads\n\n- p-1: 4 of 8, - new\n- \\+: 0 of 0"


def test_a_table_has_header_cells_in_html() -> None:
    table = Table(["Duty", "Held by"], [["teach_family", None]], caption="Gaps")
    face = re.sub(r' (style|dir)="[^"]*"', "", html_of("Ready", [table]))
    assert face == (
        f"{HTML_OPENING}<p><strong>Ready</strong></p>"
        "<table><caption>Gaps</caption>"
        '<thead><tr><th scope="col">Duty</th><th scope="col">Held by</th></tr></thead>'
        '<tbody><tr><th scope="row">teach_family</th><td>–</td></tr></tbody></table></div>'
    )


def test_sections_open_and_close_in_html() -> None:
    held = Section("More", [Items(["one", ("two", Items(["under two"]))])])
    face = re.sub(r' dir="[^"]*"', "", html_of("Ready", [held]))
    assert face == (
        f"{HTML_OPENING}<p><strong>Ready</strong></p>"
        "<details open><summary>More</summary>"
        "<ul><li>one</li><li>two<ul><li>under two</li></ul></li></ul></details></div>"
    )


def test_a_bar_in_html_is_hidden_from_readers_who_hear_the_words_beside_it() -> None:
    face = html_of("Loads", [Bars([Bar("p-1", value=9, maximum=8, note="new")])])
    assert re.findall(r"width:(\d+)%|>([^<>]+)<|(aria-hidden=\"true\")", face) == [
        ("", "Loads", ""),
        ("", "p-1", ""),
        ("", "", 'aria-hidden="true"'),
        ("100", "", ""),
        ("", "9 of 8, 1 over", ""),
        ("", "new", ""),
    ]


def test_html_is_not_searched_for_formulas() -> None:
    assert {"tex2jax_ignore", "mathjax_ignore"} <= set(re.split(r'[" ]', HTML_OPENING))
