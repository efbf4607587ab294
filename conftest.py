"""What every test has: the Python blocks of the documentation, and where real data lies."""

from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

ROOT = Path(__file__).parent

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    path=str(ROOT),
    patterns=["README.md", "docs/**/*.md"],
    excludes=["docs/_build/**", "docs/reference/generated/**", "docs/rules/generated/**"],
).pytest()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--real-data",
        metavar="DIR",
        type=Path,
        default=ROOT.parent / "shared" / "data",
        help="a folder of real records; tests that read it are skipped where there is none "
        "(default: ../shared/data beside the checkout)",
    )


@pytest.fixture(scope="session")
def real_data(request: pytest.FixtureRequest) -> Path:
    """The folder of real records, which is no part of the repository."""
    folder: Path = request.config.getoption("--real-data")
    if not folder.is_dir():
        pytest.skip("there is no folder of real records here. Maybe pass --real-data DIR")
    return folder
