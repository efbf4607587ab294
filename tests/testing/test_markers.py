"""Markers find out what shows something personal."""

from datetime import date, datetime

import attrs
import pytest

from carecore.base.privacy import PERSONAL
from carecore.base.timing import PartialDate
from carecore.codec import dumps
from carecore.errors import WrongType
from carecore.people import Authority, Client, Representative
from carecore.testing import traveller_plan, with_markers


@attrs.frozen
class Visitor:
    name: str | None = attrs.field(default=None, metadata=PERSONAL)
    came: date | None = attrs.field(default=None, metadata=PERSONAL)
    left: datetime | None = attrs.field(default=None, metadata=PERSONAL)
    host: "Visitor | None" = attrs.field(default=None, metadata=PERSONAL)
    _mood: str = attrs.field(default="fine", metadata=PERSONAL)
    visits: int = 0


@attrs.frozen
class Household:
    tongues: tuple[str, ...] = attrs.field(default=(), metadata=PERSONAL)
    meals: tuple[str, ...] | None = attrs.field(default=None, metadata=PERSONAL)
    sizes: tuple[int, ...] = attrs.field(default=(), metadata=PERSONAL)


CLIENT = Client(
    id="c-17",
    name="Ada Quill",
    representatives=(Representative(id="r-1", authority=Authority.FAMILY, name="Mina"),),
)


def test_every_personal_text_gets_a_marker_of_its_own() -> None:
    marked = with_markers(CLIENT)

    assert dict(marked.markers) == {
        "$.representatives[0].name": "zqaaa",
        "$.name": "zqaab",
        "$.birth_date": "1903",
        "$.note": "zqaad",
    }


def test_markers_stand_in_the_value_and_nothing_else_is_changed() -> None:
    marked = with_markers(CLIENT)

    assert (marked.value.id, marked.value.name) == ("c-17", "Zqaab")
    assert marked.value.birth_date == PartialDate(1903, 7, 19)
    assert attrs.evolve(
        marked.value, name="", birth_date=None, note="", representatives=()
    ) == Client(id="c-17")


def test_a_marker_is_found_in_capitals_too() -> None:
    assert with_markers(CLIENT).shown_in("seen: ZQAAB", "born 1903-07") == (
        "$.name",
        "$.birth_date",
    )


def test_a_private_face_shows_no_marker_and_a_document_shows_all() -> None:
    marked = with_markers(traveller_plan())

    assert marked.shown_in(repr(marked.value)) == ()
    assert marked.shown_in(dumps(marked.value)) == tuple(marked.markers)


def test_every_marker_of_a_plan_is_another_one() -> None:
    markers = [text for text in with_markers(traveller_plan()).markers.values() if text != "1903"]

    assert len(set(markers)) == len(markers) > 50


def test_what_is_personal_and_no_text_is_marked_where_it_can_be() -> None:
    host = Visitor(name="Ada")
    marked = with_markers(Visitor(host=host, left=None, visits=3))

    assert marked.value.came == date(1903, 7, 19)
    assert (marked.value.left, marked.value.visits) == (None, 3)
    assert marked.value.host is not None
    assert sorted(marked.markers) == ["$.came", "$.host.came", "$.host.name", "$.name"]


def test_a_marker_takes_the_place_of_several_personal_texts() -> None:
    marked = with_markers(Household(tongues=("sorbian", "german"), sizes=(1, 2)))

    assert marked.value == Household(tongues=("Zqaaa",), meals=("Zqaab",), sizes=(1, 2))
    assert dict(marked.markers) == {"$.tongues[0]": "zqaaa", "$.meals[0]": "zqaab"}


def test_values_with_markers_show_how_many_there_are() -> None:
    assert repr(with_markers(CLIENT)) == "<Marked Client with 4 markers>"


def test_markers_cannot_be_moved() -> None:
    marked = with_markers(CLIENT)

    with pytest.raises(TypeError):
        marked.markers["$.id"] = "c"  # type: ignore[index] # on purpose


@pytest.mark.parametrize("value", ["Ada", None, (CLIENT,), {"name": "Ada"}])
def test_markers_are_planted_in_the_fields_of_a_class(value: object) -> None:
    with pytest.raises(WrongType, match="markers are planted in the fields of a class"):
        with_markers(value)
