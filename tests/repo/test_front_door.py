"""The front door opens fast, and everything behind it is explained."""

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from importlib.resources import files
from itertools import pairwise

import pytest

import carecore

HEAVY = ("attr", "attrs", "cattr", "cattrs", "dateutil")


def source(module: str) -> ast.Module:
    """The source of *module*, parsed."""
    return ast.parse(inspect.getsource(import_module(module)))


def home(name: str, module: str = "carecore") -> str:
    """The module in which the public *name* is written, found by following the imports."""
    for node in ast.walk(source(module)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return home(alias.name, node.module)
    return module


def explanation(name: str) -> str:
    """The docstring of *name*; of a constant or an alias, the text written right under it."""
    value = getattr(carecore, name)
    if inspect.isclass(value) or inspect.isroutine(value):
        return inspect.getdoc(value) or ""
    body = source(home(name)).body
    for node, following in pairwise(body):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        named = any(isinstance(target, ast.Name) and target.id == name for target in targets)
        if named and isinstance(following, ast.Expr):
            return str(ast.literal_eval(following.value))
    return ""


def test_opening_the_front_door_loads_no_other_library() -> None:
    question = (
        "import sys, carecore\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        f" & {set(HEAVY)!r}))"
    )

    answer = subprocess.run(
        [sys.executable, "-c", question], check=True, capture_output=True, text=True
    )

    assert answer.stdout == "[]\n"


def test_opening_the_front_door_opens_no_room() -> None:
    question = "import sys, carecore; print([n for n in sys.modules if n.startswith('carecore.')])"

    answer = subprocess.run(
        [sys.executable, "-c", question], check=True, capture_output=True, text=True
    )

    assert answer.stdout == "[]\n"


def test_the_marker_for_type_checkers_is_shipped() -> None:
    assert files("carecore").joinpath("py.typed").is_file()


@pytest.mark.parametrize("name", carecore.__all__)
def test_a_public_name_is_explained_and_dated(name: str) -> None:
    assert ".. versionadded::" in explanation(name)


@pytest.mark.parametrize("name", carecore.__all__)
def test_a_public_name_is_public_in_the_room_it_comes_from(name: str) -> None:
    assert name in import_module(home(name)).__all__


def test_the_front_door_lists_its_names_in_order() -> None:
    assert dir(carecore) == sorted(carecore.__all__)


def test_a_name_that_is_not_there_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="module 'carecore' has no attribute 'advice_role'"):
        carecore.advice_role  # type: ignore[attr-defined] # noqa: B018 # asked for on purpose
