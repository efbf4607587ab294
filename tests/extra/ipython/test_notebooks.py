"""The notebooks among the examples are their scripts, cell by cell, and show tables and bars."""

import json
import re
from typing import Any

import pytest

from .notebooks import EXAMPLES, NAMES, notebook


@pytest.fixture(scope="module", params=NAMES)
def both(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """The notebook as it stands, and as its script makes it now."""
    name: str = request.param
    kept = json.loads((EXAMPLES / f"{name}.ipynb").read_text(encoding="utf-8"))
    return kept, notebook((EXAMPLES / f"{name}.py").read_text(encoding="utf-8"))


def test_a_notebook_shows_what_its_script_does(
    both: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    kept, made = both
    # Maybe run: python -m tests.extra.ipython.notebooks
    assert kept == made


def test_a_notebook_draws_who_goes_where_as_a_table_and_each_caseload_as_a_bar(
    both: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    kept, _ = both
    (face, *_) = (
        "".join(output["data"]["text/html"])
        for cell in kept["cells"]
        for output in cell.get("outputs", ())
        if "data" in output
    )

    for person in ("bruno", "cleo", "uli"):
        row = re.search(rf">{person}</th>(?:(?!</tr>).)*width:(\d+)%(?:(?!</tr>).)*</tr>", face)
        assert row, person
    assert len(re.findall(r"display:block;width:\d+%", face)) == 9
