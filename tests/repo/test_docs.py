"""The documentation has a place for everything, and its examples run."""

import doctest
import runpy
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import carecore
from carecore.base.reasons import Citation
from carecore.review import PlanView
from carecore.rulebook import STANDARD_RULES
from carecore.validation import HEADINGS, Rule

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
MODULES = [
    "carecore",
    *(
        module.name
        for module in walk_packages(carecore.__path__, "carecore.")
        if module.name != "carecore.__main__"
    ),
]
DOCSTRINGS = [
    test
    for module in MODULES
    for test in doctest.DocTestFinder(exclude_empty=True).find(import_module(module), module)
    if test.examples
]


@pytest.fixture(scope="module")
def rule_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages that the documentation makes of the rules, by their file names."""
    folder = tmp_path_factory.mktemp("rules")
    runpy.run_path(str(ROOT / "docs" / "conf.py"))["write_rules"](folder)
    return {page.name: page.read_text(encoding="utf-8") for page in folder.iterdir()}


def section_of(rule: Rule[PlanView], pages: dict[str, str], /) -> str:
    """What the pages say of one rule, which has exactly one section."""
    target = f"(rule-{rule.code.lower()})=\n"
    (page,) = [text for text in pages.values() if target in text]
    return page.partition(target)[2].partition("\n(rule-")[0]


@pytest.mark.parametrize("test", DOCSTRINGS, ids=lambda test: test.name)
def test_the_examples_of_a_docstring_run(test: doctest.DocTest) -> None:
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)

    runner.run(test, out=said.append)

    assert "".join(said) == ""


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda script: script.name)
def test_an_example_runs_as_a_script(script: Path) -> None:
    subprocess.run([sys.executable, script], check=True, capture_output=True, text=True)


def test_every_module_has_a_page_in_the_reference(tmp_path: Path) -> None:
    write = runpy.run_path(str(ROOT / "docs" / "conf.py"))["write_reference"]

    write(tmp_path)

    pages = "\n".join(page.read_text(encoding="utf-8") for page in tmp_path.glob("*.md"))
    public = [module for module in MODULES if "._" not in module]
    undocumented = [module for module in public if f"automodule:: {module}\n" not in pages]
    assert undocumented == []


@pytest.mark.parametrize("rule", STANDARD_RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_on_one_page(
    rule: Rule[PlanView], rule_pages: dict[str, str]
) -> None:
    section = section_of(rule, rule_pages)

    assert section.startswith(f"## {rule.code}: ")
    assert f"\nSeverity\n: {rule.severity.value}\n" in section
    assert [name for name in rule.requires if name not in section] == []
    assert [heading for heading in HEADINGS.values() if f"\n{heading}\n: " not in section] == []


@pytest.mark.parametrize("rule", STANDARD_RULES, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_says_which_of_its_sources_were_read(
    rule: Rule[PlanView], rule_pages: dict[str, str]
) -> None:
    told = section_of(rule, rule_pages).partition("\nRests on\n: ")[2].strip().splitlines()

    assert len(told) == len(rule.sources)
    for source, line in zip(rule.sources, told, strict=True):
        is_read = isinstance(source, Citation) and source.verified
        assert line.endswith(", verified") is is_read


def test_the_index_of_the_rules_lists_every_code_in_order(rule_pages: dict[str, str]) -> None:
    index = (ROOT / "docs" / "rules" / "index.md").read_text(encoding="utf-8")
    rows = rule_pages["by_code.txt"].splitlines()[2:]

    assert "{include} generated/by_code.txt" in index
    assert [row.partition("[")[2].partition("]")[0] for row in rows] == list(STANDARD_RULES.codes)
