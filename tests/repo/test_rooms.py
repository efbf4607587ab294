"""Every room of the library keeps the rules of the house."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "carecore"
TESTS = ROOT / "tests"
MODULES = sorted(SOURCE.rglob("*.py"))

# Content is long where the field is wide, and cutting a list in two helps nobody who reads it.
CONTENT = SOURCE / "catalogue"
LONGEST = 400
# The front door is a list of names, and nothing else.
FRONT_DOOR = SOURCE / "__init__.py"
# Folders of tests that look at no single room: this repository, and other people's libraries.
BESIDE = {"repo", "extra"}


def place(path: Path) -> str:
    """Where a module is, for the name of a test."""
    return path.relative_to(SOURCE).as_posix()


def exported(tree: ast.Module) -> bool:
    """Whether a module says what is public in it."""
    targets = [
        target
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_module_says_what_is_public(module: Path) -> None:
    assert exported(ast.parse(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "module",
    [path for path in MODULES if CONTENT not in path.parents and path != FRONT_DOOR],
    ids=place,
)
def test_a_module_can_be_read_in_one_sitting(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


def rooms() -> set[str]:
    """The names of modules and packages right under carecore, front door and command line apart."""
    found = {path.stem for path in SOURCE.glob("*.py")}
    found |= {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    return found - {"__init__", "__main__"}


def test_every_room_has_tests_of_its_own_name() -> None:
    untested = [
        room
        for room in sorted(rooms())
        if not [*TESTS.glob(f"test_{room}*.py"), *(TESTS / room).glob("test_*.py")]
    ]

    assert untested == []


def test_every_folder_of_tests_is_named_after_a_room() -> None:
    folders = {path.name for path in TESTS.iterdir() if list(path.glob("**/test_*.py"))}

    assert sorted(folders - rooms() - BESIDE) == []
