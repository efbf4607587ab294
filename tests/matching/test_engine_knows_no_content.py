"""The engine knows no content: no page of matching names an entry of the catalogue."""

import ast
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from carecore.catalogue import STANDARD

PAGES = [page for page in files("carecore.matching").iterdir() if page.name.endswith(".py")]
IDS = {
    entry.id
    for shelf in (
        STANDARD.care_settings,
        STANDARD.credentials,
        STANDARD.duties,
        STANDARD.roles,
        STANDARD.needs,
    )
    for entry in shelf
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_of_the_engine_names_no_entry(page: Traversable) -> None:
    tree = ast.parse(page.read_text(encoding="utf-8"))

    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert texts & IDS == set()
