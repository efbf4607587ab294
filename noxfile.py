"""The one list of checks: `nox --list` shows them, `nox --session NAME` runs one."""

import os
from collections.abc import Sequence
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "virtualenv"
nox.options.download_python = "never"
nox.options.error_on_external_run = True
nox.options.sessions = [
    "tests",
    "lint",
    "types",
    "floors",
    "docs",
    "examples",
    "lowest",
    "bare",
    "schemas",
]

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
# On all cores; the code blocks of one page share names, so each file stays with one process.
ON_ALL_CORES = ("--numprocesses", "auto", "--dist", "loadfile")


def group(name: str) -> Sequence[str]:
    """The requirements of one dependency group of pyproject.toml."""
    return nox.project.dependency_groups(PROJECT, name)


def install_wheel(session: nox.Session, *others: str) -> None:
    """Build the wheel and install it, so that what is checked is what is shipped."""
    out = Path(session.create_tmp()).resolve()
    for old in out.glob("*.whl"):
        old.unlink()
    session.run(
        *("python", "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(out), "."), silent=True
    )
    (wheel,) = out.glob("*.whl")
    session.install(str(wheel), *others)
    # Where a session's environment is used again, the version is the same and the code is not.
    session.install("--force-reinstall", "--no-deps", str(wheel))


@nox.session
def tests(session: nox.Session) -> None:
    """Tests, docs, examples and the repository, on the built wheel; every branch is covered."""
    install_wheel(session, *group("test"))
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *ON_ALL_CORES, *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session(python=PYTHONS)
def tests_on(session: nox.Session) -> None:
    """The same tests on every Python that pyproject.toml names, without counting branches."""
    install_wheel(session, *group("test"))
    session.run("pytest", *ON_ALL_CORES, *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """What the three dependencies could change, on the lowest of each, on fewer drawn values."""
    floor = [requirement.replace(">=", "==") for requirement in PROJECT["project"]["dependencies"]]
    install_wheel(session, *floor, *group("test"))
    session.run("python", "-m", "pip", "list")
    few = {"HYPOTHESIS_PROFILE": "few"}
    # What calls the three itself, and every public value; the rest only stands on these.
    rooms = ("base", "codec", "people", "recovery", "testing", "test_values.py")
    which = [f"tests/{room}" for room in rooms]
    session.run("pytest", *ON_ALL_CORES, *which, *session.posargs, env=few)


@nox.session
def bare(session: nox.Session) -> None:
    """Nothing but the three dependencies: every room opens, and the command line answers."""
    install_wheel(session)
    session.run("python", "-I", "-u", "tests/bare_install.py")


@nox.session
def schemas(session: nox.Session) -> None:
    """What is generated from our schemas is read; the generator needs an older Hypothesis."""
    install_wheel(session, *group("schemas"))
    generated = "tests/extra/hypothesis_jsonschema/schemas_generated.py"
    session.run("pytest", *ON_ALL_CORES, generated, *session.posargs)


@nox.session
def validators(session: nox.Session) -> None:
    """What is written as FHIR, put to two other readers; not among the checks: they bring much."""
    install_wheel(session, *group("validators"))
    session.run(
        "pytest", *ON_ALL_CORES, "tests/extra/validators/written_plans.py", *session.posargs
    )


@nox.session
def fuzz(session: nox.Session) -> None:
    """A coverage-guided fuzzer on the codec, for an hour; not among the checks."""
    install_wheel(session, *group("fuzz"))
    how_long = session.posargs or ("-max_total_time=3600", "-max_len=4096")
    session.run("python", "-m", "tests.extra.atheris.fuzz_codec", *how_long)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format, spelling and change notes."""
    session.install(*group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell")
    version = PROJECT["project"]["version"]
    session.run("towncrier", "build", "--draft", "--version", version, "--date", "unreleased")


@nox.session
def types(session: nox.Session) -> None:
    """Types: mypy and pyright, both strict, and nothing public without a type."""
    install_wheel(session, "nox", *group("types"), *group("test"))
    offline = {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    session.run("mypy")
    session.run("pyright", env=offline)
    session.run("pyright", "--verifytypes", "carecore", "--ignoreexternal", env=offline)


@nox.session
def floors(session: nox.Session) -> None:
    """Floors: imports only go down; every value has slots."""
    install_wheel(session, *group("floors"))
    session.run("lint-imports")
    session.run("python", "-m", "slotscheck", "--verbose", "--module", "carecore")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, with no warning and without the network."""
    install_wheel(session, *group("docs"))
    session.run(
        *("sphinx-build", "--fail-on-warning", "--keep-going", "--nitpicky", "--fresh-env"),
        *("--builder", "html", "docs", "docs/_build/html"),
    )


@nox.session
def examples(session: nox.Session) -> None:
    """Every example, as a script."""
    install_wheel(session)
    for script in sorted(Path("examples").glob("*.py")):
        session.run("python", str(script))


@nox.session
def bench(session: nox.Session) -> None:
    """Measurements; not among the checks, because a busy machine is not a fault."""
    install_wheel(session, *group("bench"))
    for script in sorted(Path("bench").glob("*.py")):
        if "__main__" in script.read_text(encoding="utf-8"):
            session.run("python", str(script), *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """What would be published, looked at before it is."""
    session.install(*group("release"))
    for old in Path("dist").glob("*"):
        old.unlink()
    session.run("python", "-m", "build", silent=True)
    built = sorted(os.fspath(path) for path in Path("dist").iterdir())
    session.run("twine", "check", "--strict", *built)
    session.run("check-wheel-contents", *(path for path in built if path.endswith(".whl")))
