"""How the documentation is built; it needs the installed library and no network."""

import ast
import builtins
import inspect
import logging
import re
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import carecore
from carecore.base.reasons import Citation, Source
from carecore.review import PlanView
from carecore.rulebook import STANDARD_RULES
from carecore.validation import HEADINGS, Rule

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent

project = "carecore"
author = "The carecore contributors"
copyright = author
release = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "version"
]

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"carecore {release}"
language = "en-GB"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# A chapter may have no page yet; Sphinx gives this warning no type by which to leave it out.
logging.getLogger("sphinx.sphinx.directives.other").addFilter(
    lambda record: "toctree glob pattern" not in record.getMessage()
)

# A page is never fetched for a link, so links to other people's pages are not made.
OUTSIDE = "|".join(
    sorted({*sys.stdlib_module_names, "attr", "attrs", "cattrs", "dateutil", "hypothesis"})
)
nitpick_ignore_regex = [
    ("py:.*", rf"({OUTSIDE})(\..*)?"),
    ("py:.*", "|".join(sorted(dir(builtins)))),
    # The validators' argument, quoted where attrs must not be imported in full.
    ("py:.*", "Attribute"),
    # The signatures of an overload are shown as they are written, without the module.
    ("py:class", "date"),
    # Type variables and private helpers have no page.
    ("py:.*", r"carecore\.[\w.]+\.(_\w+|[A-Z]|\w+_(co|contra))"),
]


# What the first letter of a rule's code says that it looks at.
NOUNS = {
    "P": "The plan",
    "T": "The team",
    "S": "Stages",
    "G": "Goals",
    "D": "Duties and activities",
    "V": "Visits",
    "M": "Milestones",
    "X": "Transitions",
    "J": "Journeys",
    "N": "Medications",
    "K": "Coverage",
    "C": "Consents and rights",
    "R": "The record",
}


def modules() -> list[str]:
    """Every public module of the library but the command line, packages before what they hold."""
    found = [module.name for module in walk_packages(carecore.__path__, "carecore.")]
    return sorted(name for name in found if "._" not in name)


def imported_names(module: str) -> set[str]:
    """The names that *module* has from another room, and only passes on."""
    body = ast.parse(inspect.getsource(import_module(module))).body
    found = [node for node in body if isinstance(node, ast.ImportFrom)]
    return {alias.asname or alias.name for node in found for alias in node.names}


def names_by_module() -> dict[str, list[str]]:
    """What each module explains: its public names, without those it only passes on."""
    public = {module: list(import_module(module).__all__) for module in modules()}
    return {
        module: [name for name in names if name not in imported_names(module)]
        for module, names in public.items()
    }


def explain(module: str, names: list[str]) -> str:
    """The section of a page that autodoc fills with *module*."""
    members = f"   :members: {', '.join(names)}\n" if names else ""
    return f"## {module}\n\n```{{eval-rst}}\n.. automodule:: {module}\n{members}```\n"


def front_door(homes: dict[str, str]) -> str:
    """The page of names that can be had from `carecore` itself, each with where it is explained."""
    rows = "".join(
        f"- `carecore.{name}`: {{py:obj}}`{homes[name]}.{name}`\n" for name in carecore.__all__
    )
    return (
        "# The front door\n\n"
        "```{eval-rst}\n.. automodule:: carecore\n```\n\n"
        f"Every name that it opens, and the room where the name is explained:\n\n{rows}"
    )


def write_reference(folder: Path) -> None:
    """Write into *folder* a page for the front door and one for each room."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    explained = names_by_module()
    homes = {name: module for module, names in explained.items() for name in names}
    (folder / "0_front_door.md").write_text(front_door(homes), encoding="utf-8")
    rooms = sorted({module.split(".")[1] for module in explained})
    for room in rooms:
        inside = [
            explain(module, names)
            for module, names in explained.items()
            if module.split(".")[1] == room
        ]
        text = "\n".join([f"# {room.replace('_', ' ').capitalize()}\n", *inside])
        (folder / f"{room}.md").write_text(text, encoding="utf-8")


def as_markdown(text: str) -> str:
    """Plain text, written so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_<>\[\]])", r"\\\1", text)


def source_line(source: Source) -> str:
    """A source, with a link to where it stands, and whether the fact was read there."""
    shown = as_markdown(str(source))
    if not isinstance(source, Citation):
        return shown
    linked = f"[{shown}](<{source.address}>)" if source.address else shown
    return f"{linked}, verified" if source.verified else linked


def rule_section(rule: Rule[PlanView]) -> str:
    """The page of one rule, as a section with a target that other pages can name."""
    needed = ", ".join(rule.requires) or "nothing but a plan"
    told = {
        "Severity": rule.severity.value,
        "Asked where there is": needed,
        **{heading: getattr(rule.page, name) for name, heading in HEADINGS.items()},
    }
    # What belongs to a term stands under its colon, so each line is indented as far.
    terms = "\n".join(
        f"{heading}\n: " + as_markdown(text).replace("\n", "\n  ") + "\n"
        for heading, text in told.items()
    )
    rests_on = "\n  ".join(f"- {source_line(source)}" for source in rule.sources)
    title = f"## {rule.code}: {as_markdown(rule.page.title)}"
    return f"(rule-{rule.code.lower()})=\n{title}\n\n{terms}\nRests on\n: {rests_on}\n"


def rules_by_code() -> str:
    """The table of all rules, each with a link to its page."""
    rows = "".join(
        f"| [{rule.code}](#rule-{rule.code.lower()}) | {rule.severity.value} "
        f"| {as_markdown(rule.page.title)} |\n"
        for rule in STANDARD_RULES
    )
    return f"| code | severity | what it finds |\n|---|---|---|\n{rows}"


def write_rules(folder: Path) -> None:
    """Write into *folder* a page for each noun that has rules, and the table of all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    (folder / "by_code.txt").write_text(rules_by_code(), encoding="utf-8")
    for letter, noun in NOUNS.items():
        sections = [rule_section(rule) for rule in STANDARD_RULES if rule.code[0] == letter]
        if sections:
            name = noun.removeprefix("The ").lower().replace(" ", "_")
            text = "\n".join([f"# {noun}\n", *sections])
            (folder / f"{name}.md").write_text(text, encoding="utf-8")


def write_all() -> None:
    """Write every page that is made from the library."""
    write_reference(HERE / "reference" / "generated")
    write_rules(HERE / "rules" / "generated")


def keep_colons(
    _app: "Sphinx", what: str, _name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Start the text of an attribute with an empty remark.

    Napoleon takes the words before a colon in its first line for a type.
    """
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def setup(app: "Sphinx") -> None:
    """Have the made pages written before Sphinx looks for pages."""
    app.connect("autodoc-process-docstring", keep_colons, priority=400)
    app.connect("builder-inited", lambda _: write_all())
