"""Duties and frames."""

import pytest

from carecore.duties import Duty, Frame, FramePart
from carecore.errors import InvalidValue, WrongType


@pytest.mark.parametrize(("licences", "gated"), [((), False), (("rn",), True)])
def test_a_duty_with_licences_is_kept_for_licensed_people(
    licences: tuple[str, ...], *, gated: bool
) -> None:
    duty = Duty(id="give_medicines", name="give medicines", description="x", licences=licences)

    assert duty.is_licence_gated is gated


def test_a_duty_can_be_owed_anywhere_unless_its_settings_are_named() -> None:
    duty = Duty(id="give_medicines", name="give medicines", description="x")

    assert duty.settings is None


def test_a_duty_says_what_is_done() -> None:
    with pytest.raises(InvalidValue, match="the description of a Duty is blank"):
        Duty(id="give_medicines", name="give medicines", description=" ")


def test_a_part_of_a_frame_may_have_no_duty() -> None:
    assert FramePart(label="2", name="qualifications").duties == ()


def test_a_frame_is_made_of_its_parts() -> None:
    parts = [FramePart(label="1", name="ethics"), FramePart(label="2", name="assessment")]

    assert Frame(id="f", name="f", body="b", parts=iter(parts)).parts == tuple(parts)


def test_the_parts_of_a_frame_have_an_order() -> None:
    with pytest.raises(WrongType, match="an ordered list of FramePart is wanted"):
        Frame(id="f", name="f", body="b", parts={FramePart(label="1", name="ethics")})
