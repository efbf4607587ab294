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
