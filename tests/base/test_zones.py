"""Time zones by name."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from carecore.base.zones import optional_zone, require_zone, to_zone
from carecore.errors import InvalidValue, WrongType


@pytest.mark.parametrize("value", ["Europe/Lisbon", ZoneInfo("Europe/Lisbon")])
def test_a_zone_is_taken_by_its_name_or_itself(value: str | ZoneInfo) -> None:
    assert to_zone(value) == ZoneInfo("Europe/Lisbon")


@pytest.mark.parametrize("name", ["", "Europe", "Mars/Base", "../etc/passwd", "a\x00b", "\ud800"])
def test_a_name_without_a_zone_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        to_zone(name)
    assert str(caught.value) == f"there is no time zone {name!r}. Maybe 'Europe/Berlin'."


def test_a_long_name_is_cut_in_the_error() -> None:
    with pytest.raises(InvalidValue) as caught:
        to_zone("x" * 10_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", [None, 3, b"UTC"])
def test_a_zone_is_given_as_text(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType, match=r"the time zone is .*, and text is wanted"):
        to_zone(untyped)


def test_a_zone_may_be_unknown() -> None:
    assert (optional_zone(None), optional_zone("UTC")) == (None, ZoneInfo("UTC"))


def test_the_name_of_a_known_zone_is_given_back() -> None:
    assert require_zone("America/New_York") == "America/New_York"


@pytest.mark.parametrize("name", ["localtime", "posixrules"])
def test_a_zone_that_means_what_the_machine_is_set_to_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue, match=f"there is no time zone '{name}'"):
        to_zone(name)


def test_the_name_of_a_zone_is_text() -> None:
    with pytest.raises(WrongType, match="the zone is a value of type int, and text is wanted"):
        require_zone(1, name="the zone")
