"""Medications, the lists that name them, and the orders that change them."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.amounts import Quantity
from carecore.base.timing import PartialDate
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.medications import (
    RECONCILIATION_STEPS,
    Medication,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
    is_same_substance,
)

from .samples_medications import CODE, MEDICATION, MEDICATION_LIST, ORDER


def test_only_the_id_and_the_substance_of_a_medication_are_needed_and_the_rest_is_unknown() -> None:
    known = {
        name: value
        for name, value in attrs.asdict(Medication(id="m-1", substance="furosemide")).items()
        if value is not None
    }

    assert known == {
        "id": "m-1",
        "substance": "furosemide",
        "frequency": "",
        "status": MedicationStatus.ACTIVE,
        "note": "",
    }


@pytest.mark.parametrize("dose", [Quantity(-1, "mg"), Quantity("-0.001", "mg")])
def test_a_negative_dose_has_no_meaning(dose: Quantity) -> None:
    with pytest.raises(InvalidValue) as caught:
        Medication(id="m-1", substance="furosemide", dose=dose)

    assert caught.value.place == "$.dose"


def test_a_dose_of_nothing_is_a_dose() -> None:
    assert Medication(id="m-1", substance="furosemide", dose=Quantity(0, "mg")).dose is not None


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("substance", " ", "$.substance"),
        ("times_a_day", -1, "$.times_a_day"),
        ("route", "By mouth", "$.route"),
        ("purpose", "", "$.purpose"),
        ("id", " ", "$.id"),
    ],
)
def test_a_medication_names_the_field_that_has_no_meaning(
    field: str, value: object, place: str
) -> None:
    untyped: Any = {field: value}
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(MEDICATION, **untyped)

    assert caught.value.place == place


@pytest.mark.parametrize(
    ("field", "value"),
    [("dose", "40 mg"), ("status", "active"), ("as_needed", 1), ("code", "4603"), ("note", None)],
)
def test_a_medication_takes_no_value_of_another_type(field: str, value: object) -> None:
    untyped: Any = {field: value}
    with pytest.raises(WrongType) as caught:
        attrs.evolve(MEDICATION, **untyped)

    assert caught.value.place == f"$.{field}"


def test_only_what_was_stopped_or_completed_is_over() -> None:
    over = {one for one in MedicationStatus if attrs.evolve(MEDICATION, status=one).is_over}

    assert over == {MedicationStatus.STOPPED, MedicationStatus.COMPLETED}


def test_a_status_that_is_unknown_ends_nothing() -> None:
    assert not attrs.evolve(MEDICATION, status=None).is_over


@pytest.mark.parametrize("value", [MEDICATION, MEDICATION_LIST, ORDER])
def test_a_face_shows_the_id_and_no_note(value: object) -> None:
    assert "tablet" not in repr(value) + str(value)
    assert "son" not in repr(value).removeprefix("<Medication") + str(value)
    assert repr(value).endswith("-1>")


def test_a_list_finds_a_medication_by_its_id() -> None:
    assert MEDICATION_LIST.find("m-1") == MEDICATION


def test_a_list_says_which_ids_look_like_the_one_that_it_lacks() -> None:
    with pytest.raises(UnknownId) as caught:
        MEDICATION_LIST.find("m-11")

    assert caught.value.near == ("m-1",)


def test_a_medication_takes_the_place_of_the_one_with_its_id() -> None:
    other = Medication(id="m-2", substance="ramipril")
    more = attrs.evolve(MEDICATION, dose=Quantity(80, "mg"))

    changed = MEDICATION_LIST.with_medication(other).with_medication(more)

    assert changed.medications == (more, other)


def test_a_medication_that_was_added_can_be_taken_away() -> None:
    other = Medication(id="m-2", substance="ramipril")

    assert MEDICATION_LIST.with_medication(other).without_medication("m-2") == MEDICATION_LIST


@pytest.mark.parametrize("verb", ["find", "without_medication"])
def test_what_is_not_on_the_list_is_refused_with_what_looks_like_it(verb: str) -> None:
    with pytest.raises(UnknownId, match=r"^there is no medication 'm-3'\. Maybe 'm-1'"):
        getattr(MEDICATION_LIST, verb)("m-3")


def test_of_two_with_one_id_the_first_gives_its_place_and_the_other_stays_in_sight() -> None:
    twice = attrs.evolve(MEDICATION_LIST, medications=(MEDICATION, MEDICATION))
    more = attrs.evolve(MEDICATION, dose=Quantity(80, "mg"))

    assert twice.with_medication(more).medications == (more, MEDICATION)


@pytest.mark.parametrize("parts", [(None, MEDICATION), (ORDER, "furosemide"), (3, 4)])
def test_only_what_names_a_substance_is_compared(parts: tuple[object, object]) -> None:
    untyped: Any = parts
    with pytest.raises(WrongType, match=r"^what is compared is .* Maybe a Medication or a Med"):
        is_same_substance(*untyped)


def test_a_list_takes_medications_only() -> None:
    untyped: Any = "furosemide"
    with pytest.raises(WrongType):
        MEDICATION_LIST.with_medication(untyped)


def test_a_list_of_a_day_keeps_the_day() -> None:
    untyped: Any = date(2026, 11, 23)

    assert MedicationList(id="l-1", taken_at=untyped).taken_at == PartialDate(2026, 11, 23)


def test_an_order_says_what_is_to_be_done_with_what() -> None:
    order = MedicationOrder(id="o-1", action=OrderAction.STOP, substance="ibuprofen")

    assert (order.by, order.at, order.because) == (None, None, None)


def test_an_order_knows_its_moment() -> None:
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)

    assert attrs.evolve(ORDER, at=at).at == at


def named(text: str, *, code: str = "", system: str = CODE.system) -> Medication:
    """A medication of that name and code."""
    kept = attrs.evolve(CODE, code=code, system=system) if code else None
    return Medication(id="m-1", substance=text, code=kept)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("furosemide"), named("Furosemide")),
        (named("insulin  glargine"), named(" INSULIN GLARGINE ")),
        (named("Lasix", code="4603"), named("furosemide", code="4603")),
        (named("furosemide", code="4603"), named("furosemide")),
        (named("furosemide", code="1"), named("furosemide", code="2", system="x")),
        (named("th\u00e9ophylline"), named("the\u0301ophylline")),
    ],
)
def test_one_code_or_else_one_name_is_one_substance(one: Medication, other: Medication) -> None:
    assert (is_same_substance(one, other), is_same_substance(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("furosemide"), named("torasemide")),
        (named("insulin", code="1"), named("insulin", code="2")),
        (named("Lasix", code="4603"), named("furosemide")),
        (named("Lasix", code="1"), named("furosemide", code="1", system="x")),
    ],
)
def test_two_codes_of_one_system_or_else_two_names_are_two_substances(
    one: Medication, other: Medication
) -> None:
    assert (is_same_substance(one, other), is_same_substance(other, one)) == (False, False)


def test_the_label_of_a_code_tells_nothing() -> None:
    one = named("Lasix", code="4603")
    other = attrs.evolve(one, substance="furosemide", code=attrs.evolve(CODE, label=""))

    assert is_same_substance(one, other)


def test_there_are_five_steps_and_each_says_what_asks_for_it() -> None:
    assert [bool(step.sources) for step in RECONCILIATION_STEPS] == [True] * 5


def test_no_step_names_the_goal_of_hospitals_as_one_that_is_in_force() -> None:
    goals = {
        source
        for step in RECONCILIATION_STEPS
        for source in step.sources
        if "NPSG.03.06.01" in str(source)
    }

    assert [("up to 2025" in str(goal), "not verified" in str(goal)) for goal in goals] == [
        (True, True)
    ]
