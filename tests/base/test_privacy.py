"""Personal fields are marked, and a repr keeps them to itself."""

import pickle
from typing import Any, final

import attrs
import pytest

from carecore.base.privacy import PERSONAL, PrivateRepr, personal_fields
from carecore.errors import WrongType


@final
@attrs.frozen(repr=False, weakref_slot=False, kw_only=True)
class Guest(PrivateRepr):
    """Somebody with an id and two personal fields."""

    id: str
    name: str = attrs.field(metadata=PERSONAL, repr=False)
    room: int = 0
    notes: tuple[str, ...] = attrs.field(default=(), metadata={**PERSONAL, "mine": 1}, repr=False)


@final
@attrs.frozen(repr=False, weakref_slot=False)
class Whisper(PrivateRepr):
    """Something personal without an id."""

    text: str = attrs.field(metadata=PERSONAL, repr=False)


@final
@attrs.frozen(repr=False, weakref_slot=False)
class Passport(PrivateRepr):
    """Something whose very id is personal."""

    id: str = attrs.field(metadata=PERSONAL, repr=False)


@final
class Plain(PrivateRepr):
    """Not an attrs class, with an id that steers screens."""

    def __init__(self, identity: str | None) -> None:
        self.id = identity


ADA = Guest(id="g-1", name="Ada Quill", notes=("likes tea",))


def test_personal_fields_come_in_the_order_of_their_declaration() -> None:
    assert personal_fields(Guest) == ("name", "notes")


def test_a_class_may_have_no_personal_fields() -> None:
    @attrs.frozen
    class Room:
        number: int

    assert personal_fields(Room) == ()


@pytest.mark.parametrize("value", [int, "Guest", None])
def test_only_an_attrs_class_has_personal_fields(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType) as caught:
        personal_fields(untyped)
    assert (str(caught.value), caught.value.__suppress_context__) == (
        "only an attrs class has personal fields. Maybe it lacks `@attrs.frozen`.",
        True,
    )


def test_the_mark_cannot_be_changed() -> None:
    untyped: Any = PERSONAL
    with pytest.raises(TypeError):
        untyped["carecore.personal"] = False


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (ADA, "<Guest g-1>"),
        (Whisper("Ada Quill"), "<Whisper>"),
        (Passport("X123"), "<Passport>"),
        (Plain(None), "<Plain>"),
        (Plain("g\n\x1b[31m\u202e"), r"<Plain g\n\x1b[31m\u202e>"),
    ],
)
def test_a_private_repr_shows_class_and_id_only(value: object, shown: str) -> None:
    assert (repr(value), str(value)) == (shown, shown)


def test_a_private_repr_goes_with_slots_copies_pickles_and_hashes() -> None:
    copy = attrs.evolve(pickle.loads(pickle.dumps(ADA)), room=0)  # noqa: S301 # our own bytes
    assert (copy, hash(copy), hasattr(copy, "__dict__")) == (ADA, hash(ADA), False)
