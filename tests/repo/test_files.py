"""What the repository says about itself is so."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NOXFILE = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))

FOLDERS = (".ci", "bench", "changelog.d", "docs", "examples", "src", "tests")
MADE = {"__pycache__", "_build", "generated"}


def written_files() -> list[Path]:
    """Every file that people wrote."""
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    return sorted(
        path
        for path in (*ROOT.glob("[!.]*"), ROOT / ".gitignore", ROOT / ".editorconfig", *inside)
        if path.is_file() and not any(map(made, path.relative_to(ROOT).parts))
    )


def made(name: str) -> bool:
    """Whether a file or folder of this name is made by a tool, as caches are."""
    return name in MADE or name.endswith("_cache")


def sessions() -> dict[str, str]:
    """The names of the nox sessions, and the first line of what each says it does."""
    return {
        node.name: (ast.get_docstring(node) or "").partition("\n")[0]
        for node in NOXFILE.body
        if isinstance(node, ast.FunctionDef) and node.decorator_list
    }


def change_notes() -> list[Path]:
    """The fragments that wait to be moved into the change log."""
    beside = {"README.md", "template.md"}
    return [path for path in (ROOT / "changelog.d").iterdir() if path.name not in beside]


def block_under(heading: str) -> list[str]:
    """The lines of every fenced block under *heading* of the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## )", text, flags=re.MULTILINE | re.DOTALL)
    (block,) = re.findall(r"^```\w*\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)
    return str(block).splitlines()


@pytest.mark.parametrize("heading", ["Run it", "Test it"])
def test_the_readme_has_one_command_line_under(heading: str) -> None:
    assert len(block_under(heading)) == 1


def test_the_readme_runs_the_command_line_of_the_library() -> None:
    assert "python -m carecore " in block_under("Run it")[0]


def test_the_readme_tests_with_the_session_that_needs_no_second_python() -> None:
    assert block_under("Test it")[0].endswith("nox --session tests")


def test_every_session_says_in_one_line_what_it_checks() -> None:
    assert [name for name, says in sessions().items() if not says] == []


def test_contributing_explains_exactly_the_sessions_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)

    assert sorted(explained) == sorted(sessions())


def test_the_checks_of_a_clean_clone_are_sessions_that_exist() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    named = {name for line in re.findall(r"--session ([\w $]+)", script) for name in line.split()}
    # The other Pythons are worked out where the script runs.
    called = {"tests_on" if name == "$others" else name for name in named}

    assert 'f"tests_on-{version}"' in script
    assert called == sessions().keys() - {"tests", "bench", "fuzz", "release", "validators"}


def test_the_library_depends_on_three_packages_and_no_more() -> None:
    names = [re.split(r"[<>=!~ \[]", line)[0] for line in PROJECT["project"]["dependencies"]]

    assert names == ["attrs", "cattrs", "python-dateutil"]


def test_every_dependency_group_is_installed_by_a_session() -> None:
    asked = {
        node.args[0].value
        for node in ast.walk(NOXFILE)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "group"
        and isinstance(node.args[0], ast.Constant)
    }

    assert asked == PROJECT["dependency-groups"].keys()


def test_every_change_note_is_of_a_known_kind_and_says_something() -> None:
    kinds = {kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"]}
    wrong = [
        note.name
        for note in change_notes()
        if not re.fullmatch(rf"\+[a-z0-9-]+\.({'|'.join(sorted(kinds))})\.md", note.name)
        or not note.read_text(encoding="utf-8").strip().endswith(".")
    ]

    assert wrong == []


def test_the_version_is_the_same_wherever_it_is_written() -> None:
    version = PROJECT["project"]["version"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")

    assert f"\nversion: {version}\n" in citation


def test_the_changes_of_this_version_wait_as_notes_or_are_in_the_change_log() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    is_told = f"\n## {PROJECT['project']['version']} (" in changes

    assert is_told is not bool(change_notes())


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    places = "|".join(["wo" + "rk", "roo" + "t", "ho" + "me", "op" + "t", "tm" + "p"])
    notes = "|".join(["dom" + "ain", "pe" + "ers"])
    machine = re.compile(rf"(?<![\w./~-])/(?:{places})/|\b(?:{notes})\.md\b")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in written_files()
        for match in machine.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []
