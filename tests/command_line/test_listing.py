"""`list`: the ids and the words of one shelf."""

import pytest

from carecore.catalogue import STANDARD
from carecore.command_line.parsing import SHELVES
from carecore.rulebook import STANDARD_RULES

from .talk import documents, told

ROWS = {
    "needs": {"id": "lonely", "words": "she is alone all day"},
    "settings": {"id": "acute_ward", "name": "hospital ward"},
    "roles": {"id": "care_manager", "name": "care manager"},
    "duties": {"id": "watch_mood", "name": STANDARD.duty("watch_mood").name},
    "payers": {"id": "private_pay", "name": "private pay"},
    "credentials": {"id": "rn", "name": STANDARD.credential("rn").name},
    "rights": {"id": "see_own_record", "name": STANDARD.right("see_own_record").name},
    "pathways": {"id": "hip_fracture", "name": "broken hip"},
    "gates": {"id": "ready_to_leave", "name": STANDARD.gate("ready_to_leave").name},
    "clocks": {
        "id": "contact_after_discharge",
        "name": STANDARD.clock("contact_after_discharge").name,
    },
    "domains": {"id": "mood", "name": STANDARD.domain("mood").name},
    "rules": {"id": "P105", "title": STANDARD_RULES.rule("P105").page.title},
}


def test_a_row_of_every_shelf_is_looked_at() -> None:
    assert tuple(ROWS) == SHELVES


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_shelf_is_listed_by_id_and_words(shelf: str) -> None:
    text, found = told("list", shelf), documents("list", shelf)

    assert ROWS[shelf] in found
    assert text.startswith(f"{shelf.capitalize()}\n")
    assert ROWS[shelf]["id"] in text.split()
