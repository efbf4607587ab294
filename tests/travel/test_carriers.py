"""Certificates that are young enough, and batteries that last."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from carecore.base.reasons import Verdict
from carecore.base.timing import PartialDate
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.travel import (
    EquipmentItem,
    FitnessStatement,
    Journey,
    Leg,
    TravelMode,
    check_certificate,
    check_power,
)

from .samples_travel import BATTERY, CERTIFICATE, LEG

DEVICE = EquipmentItem(what="ventilator", quantity=1, hours_of_power=14)
FLIGHT = attrs.evolve(LEG, arrives=None, hours_planned=9)


def dated(day: date | PartialDate | None) -> FitnessStatement:
    """A statement of that day."""
    return FitnessStatement(at=day, is_fit=True)


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2026, 1, 4), Verdict.NOT_MET),
        (date(2026, 1, 5), Verdict.MET),
        (date(2026, 1, 15), Verdict.MET),
        (date(2026, 1, 16), Verdict.NOT_MET),
        (None, Verdict.UNKNOWN),
        (PartialDate(2026, 1), Verdict.UNKNOWN),
        (PartialDate(2026), Verdict.UNKNOWN),
        (PartialDate(2025, 12), Verdict.NOT_MET),
        (PartialDate(2026, 2), Verdict.NOT_MET),
    ],
)
def test_for_a_flight_on_15_january_a_certificate_is_dated_5_january_or_later(
    day: date | PartialDate | None, verdict: Verdict
) -> None:
    # The example is the one of the rule itself, 14 CFR 382.23(b)(3).
    departs = date(2026, 1, 15)

    assert check_certificate(dated(day), departs=departs, rule=CERTIFICATE) is verdict


@pytest.mark.parametrize(
    ("statement", "departs", "rule"),
    [
        ("fit", date(2026, 1, 15), CERTIFICATE),
        (dated(None), "2026-01-15", CERTIFICATE),
        (dated(None), date(2026, 1, 15), "cabin_certificate"),
    ],
)
def test_what_is_no_statement_day_or_rule_is_refused(
    statement: object, departs: object, rule: object
) -> None:
    untyped: list[Any] = [statement, departs, rule]
    with pytest.raises(WrongType):
        check_certificate(untyped[0], departs=untyped[1], rule=untyped[2])


@pytest.mark.parametrize(
    ("hours", "verdict"),
    [(13, Verdict.NOT_MET), (14, Verdict.MET), (None, Verdict.UNKNOWN), (0, Verdict.NOT_MET)],
)
def test_a_flight_of_nine_hours_asks_for_batteries_of_thirteen_and_a_half(
    hours: int | None, verdict: Verdict
) -> None:
    device = attrs.evolve(DEVICE, hours_of_power=hours)
    journey = Journey(id="j-1", client_id="c-1", legs=(FLIGHT,), equipment=(device,))
    (check,) = check_power(journey, rules=[BATTERY])

    assert (check.verdict, check.needed) == (verdict, timedelta(hours=13, minutes=30))


def test_batteries_that_last_exactly_as_long_as_wanted_last() -> None:
    leg = attrs.evolve(FLIGHT, hours_planned=8)
    device = attrs.evolve(DEVICE, hours_of_power=12)
    journey = Journey(id="j-1", client_id="c-1", legs=(leg,), equipment=(device,))

    assert [check.verdict for check in check_power(journey, rules=[BATTERY])] == [Verdict.MET]


def test_nobody_knows_what_a_leg_of_unknown_length_takes() -> None:
    leg = attrs.evolve(FLIGHT, hours_planned=None)
    journey = Journey(id="j-1", client_id="c-1", legs=(leg,), equipment=(DEVICE,))
    (check,) = check_power(journey, rules=[BATTERY])

    assert (check.verdict, check.needed) == (Verdict.UNKNOWN, None)


@pytest.mark.parametrize(
    ("hours", "verdict"), [(13, Verdict.UNKNOWN), (14, Verdict.MET), (None, Verdict.UNKNOWN)]
)
def test_where_nobody_knows_whether_the_rule_holds_batteries_that_last_will_do(
    hours: int | None, verdict: Verdict
) -> None:
    leg = attrs.evolve(FLIGHT, from_place=None)
    device = attrs.evolve(DEVICE, hours_of_power=hours)
    journey = Journey(id="j-1", client_id="c-1", legs=(leg,), equipment=(device,))

    assert [check.verdict for check in check_power(journey, rules=[BATTERY])] == [verdict]


@pytest.mark.parametrize(
    ("leg", "device"),
    [
        (attrs.evolve(FLIGHT, from_place="FR"), DEVICE),
        (attrs.evolve(FLIGHT, mode=TravelMode.ROAD), DEVICE),
        (FLIGHT, EquipmentItem(what="walker", quantity=1)),
    ],
)
def test_a_rule_asks_nothing_of_other_legs_and_other_things(
    leg: Leg, device: EquipmentItem
) -> None:
    journey = Journey(id="j-1", client_id="c-1", legs=(leg,), equipment=(device,))

    assert check_power(journey, rules=[BATTERY]) == ()


def test_every_leg_is_asked_about_by_itself() -> None:
    short = attrs.evolve(FLIGHT, id="l-2", hours_planned=2)
    journey = Journey(id="j-1", client_id="c-1", legs=(FLIGHT, short), equipment=(DEVICE,))

    assert [(check.leg, check.needed) for check in check_power(journey, rules=[BATTERY])] == [
        ("l-1", timedelta(hours=13, minutes=30)),
        ("l-2", timedelta(hours=3)),
    ]


@pytest.mark.parametrize(
    ("rule", "parts", "place"),
    [
        (BATTERY, {"percent": -1}, "$.percent"),
        (BATTERY, {"percent": 10_001}, "$.percent"),
        (BATTERY, {"devices": "ventilator"}, "$.devices"),
        (CERTIFICATE, {"days": -1}, "$.days"),
        (CERTIFICATE, {"grounds": ("stretcher", "Stretcher!")}, "$.grounds[1]"),
        (DEVICE, {"hours_of_power": 10_000}, "$.hours_of_power"),
    ],
)
def test_what_has_no_meaning_in_a_rule_is_refused(
    rule: object, parts: dict[str, Any], place: str
) -> None:
    untyped: Any = rule
    with pytest.raises(CareError) as caught:
        attrs.evolve(untyped, **parts)

    assert caught.value.place == place


@pytest.mark.parametrize(
    ("journey", "rules"), [("j-1", [BATTERY]), (Journey(id="j-1", client_id="c-1"), ["us"])]
)
def test_what_is_no_journey_or_rule_is_refused(journey: object, rules: object) -> None:
    untyped: Any = journey
    listed: Any = rules
    with pytest.raises(WrongType):
        check_power(untyped, rules=listed)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(hours=-1), "which is less than nothing"),
        (timedelta.max, "the flight takes longer than can be counted. Maybe timedelta(hours=9)."),
    ],
)
def test_a_length_that_no_flight_has_is_refused(length: timedelta, text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        BATTERY.needed(length)
    assert text in str(caught.value)


@pytest.mark.parametrize("leg", [None, "l-1"])
def test_a_rule_holds_for_a_leg_and_for_nothing_else(leg: object) -> None:
    untyped: Any = leg
    with pytest.raises(WrongType, match=r"^the leg is "):
        BATTERY.applies(untyped)


def test_a_length_that_is_no_span_of_time_is_refused() -> None:
    untyped: Any = 9
    with pytest.raises(WrongType):
        BATTERY.needed(untyped)
