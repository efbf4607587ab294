"""`list`: the ids and the words of one shelf."""

import pytest

from carecore.catalogue import STANDARD
from carecore.command_line import listing
from carecore.command_line.parsing import SHELVES
from carecore.record import ConditionSign, EventKind, EventSign, EvidenceRule
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
    "pathways": {
        "id": "hip_fracture",
        "milestone": "surgery",
        "name": "Operated on",
        "shown_by": "procedure surgery",
    },
    "gates": {
        "id": "ready_to_leave",
        "name": STANDARD.gate("ready_to_leave").name,
        "shown_by": "observation ready_to_leave",
    },
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


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (None, "somebody's word"),
        (
            EvidenceRule(
                all_of=(EventSign(kind=EventKind.ARRIVAL, setting="irf"),),
                any_of=(ConditionSign(what="delirium", is_active=False),),
            ),
            "arrival irf; and condition delirium",
        ),
    ],
)
def test_what_shows_something_is_told_in_words(rule: EvidenceRule | None, words: str) -> None:
    assert listing._shown_by(rule) == words


def test_a_gate_names_every_word_by_which_a_record_may_show_it() -> None:
    rows = {row["id"]: row["shown_by"] for row in documents("list", "gates")}

    assert rows["client_agrees"] == "event move_agreed or observation agrees_to_move"
    assert rows["understanding_checked"] == "teaching teach_back"
    assert rows["hand_over_read_back"] == (
        "hand_over clinical_hand_over and hand_over hand_over_read_back"
    )
