"""What cannot be read back is not written."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from io import BytesIO
from struct import pack
from zoneinfo import ZoneInfo

import attrs
import pytest

from carecore.base.timing import Offset
from carecore.codec import dumps
from carecore.errors import CareError, InvalidValue, WrongType

from .samples import (
    Changeable,
    Colour,
    Everything,
    Key,
    Lost,
    Mixed,
    Nearby,
    Nest,
    Policy,
    Sets,
    Unannotated,
    Unreadable,
    Whatever,
    everything,
)


class Summer(tzinfo):
    """A zone of somebody else's making."""

    def utcoffset(self, _: datetime | None) -> timedelta:
        return timedelta(hours=2)

    def dst(self, _: datetime | None) -> None:
        return None

    def tzname(self, _: datetime | None) -> None:
        return None


def refusal(value: Whatever) -> CareError:
    with pytest.raises(CareError) as caught:
        dumps(value)
    return caught.value


ODD: Whatever = "x"


def nameless() -> ZoneInfo:
    # The smallest file that a zone can be read from: one kind of time, UTC.
    counts = (0, 0, 0, 0, 1, 4)
    part = b"TZif2" + bytes(15) + pack(">6l", *counts) + pack(">lbb", 0, 0, 0) + b"UTC\0"
    return ZoneInfo.from_file(BytesIO(part + part + b"\nUTC0\n"))


@pytest.mark.parametrize("value", [None, "text", {"id": "c-1"}, [Nearby(1)], Nearby, date.min])
def test_a_document_is_made_of_one_value_of_an_attrs_class(value: Whatever) -> None:
    assert isinstance(refusal(value), WrongType)


@pytest.mark.parametrize(
    ("field", "held"),
    [
        ("remark", 7),
        ("remark", None),
        ("count", True),
        ("count", 1.0),
        ("is_open", 1),
        ("share", 1),
        ("colour", "red"),
        ("floor", 1),
        ("side", "up"),
        ("mixed", True),
        ("day", datetime(2026, 3, 1, tzinfo=UTC)),
        ("moment", date(2026, 3, 1)),
        ("moment", datetime(2026, 3, 1)),
        ("moment", datetime(2026, 3, 1, tzinfo=Summer())),
        ("clock", "09:30"),
        ("clock", time(9, 30, tzinfo=UTC)),
        ("span", 3),
        ("weekend", {6, 7}),
        ("weekend", [6, 7]),
        ("pair", ("a", 1, 2)),
        ("pair", ["a", 1]),
        ("nothing", (1,)),
        ("number", None),
        ("story", Colour.RED),
        ("text_or_step", Nearby(1)),
        ("later", (Nearby(1),)),
    ],
)
def test_a_value_beside_its_annotation_is_refused(field: str, held: object) -> None:
    error = refusal(everything(**{field: held}))

    assert isinstance(error, WrongType)
    assert error.place.startswith(f"$.{field}")


@pytest.mark.parametrize(
    ("field", "held"),
    [
        ("count", 2**63),
        ("count", -(2**63) - 1),
        ("share", float("nan")),
        ("share", float("inf")),
        ("amount", Decimal("NaN")),
        ("zone", nameless()),
        ("remark", "half \ud800"),
    ],
)
def test_a_value_that_json_readers_do_not_share_is_refused(field: str, held: object) -> None:
    error = refusal(everything(**{field: held}))

    assert (type(error), error.place) == (InvalidValue, f"$.{field}")


def test_the_place_of_a_refusal_is_told_down_to_the_member_of_a_tuple() -> None:
    value = everything(later=(Everything(Key("a")), Everything(Key("b"), count=2**70)))

    assert refusal(value).place == "$.later[1].count"


def test_a_private_field_that_would_be_lost_is_told() -> None:
    assert refusal(everything(hidden=1)).place == "$._hidden"


def test_a_moment_where_a_day_is_declared_is_told() -> None:
    @attrs.frozen
    class Visit:
        day: date

    assert refusal(Visit(datetime(2026, 3, 1, tzinfo=UTC))).place == "$.day"


@pytest.mark.parametrize(
    ("field", "held"),
    [
        ("rows", [1]),
        ("table", {"a": 1}),
        ("raw", b"x"),
        ("bare", (1,)),
        ("mixed", Mixed.NUMBER),
        ("lists", (1,)),
        ("sequence", (1,)),
        ("tag", str),
        ("union", [1]),
    ],
)
def test_an_annotation_that_a_document_cannot_hold_is_told(field: str, held: object) -> None:
    error = refusal(Unreadable(**{field: held}))  # type: ignore[arg-type] # of one kind or another

    assert (type(error), error.place) == (WrongType, f"$.{field}")


def test_such_an_annotation_does_no_harm_while_it_is_at_its_default() -> None:
    assert dumps(Unreadable()) == '{"$type":"Unreadable","$schema":1}'


@pytest.mark.parametrize("value", [Lost(1), Unannotated(1)])
def test_a_class_whose_annotations_say_nothing_is_refused(value: Whatever) -> None:
    assert isinstance(refusal(value), WrongType)


@pytest.mark.parametrize("held", ["Nearby", Offset(days=1), lambda: 1])
def test_only_classes_stand_for_a_protocol(held: Whatever) -> None:
    assert refusal(Policy(criterion=held)).place == "$.criterion"


def test_a_protocol_that_can_be_asked_is_asked() -> None:
    assert refusal(Policy(named=Nearby(1))).place == "$.named"  # type: ignore[arg-type] # on purpose


def test_a_set_of_classes_is_written_in_order() -> None:
    assert '"marked":[{"minutes":1},{"minutes":3}]' in dumps(
        Sets(marked=frozenset({Nearby(3), Nearby(1)}))
    )


def nested(levels: int) -> Nest:
    nest = Nest()
    for _ in range(levels):
        nest = Nest(nest)
    return nest


@pytest.mark.parametrize("levels", [100, 5_000])
def test_a_document_of_over_a_hundred_levels_is_not_written(levels: int) -> None:
    assert isinstance(refusal(nested(levels)), InvalidValue)


def test_a_document_of_a_hundred_levels_is_written() -> None:
    assert dumps(nested(99)).count("{") == 100


def test_a_mutable_value_is_written_too() -> None:
    assert dumps(Changeable(1)) == '{"$type":"Changeable","$schema":1,"size":1}'


def test_a_default_that_its_class_refuses_is_no_default() -> None:
    @attrs.frozen
    class Late:
        size: int = attrs.field(default=ODD, converter=int)

    assert dumps(Late("3")) == '{"$type":"Late","$schema":1,"size":3}'
