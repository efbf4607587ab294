"""What a carrier may want to be told, and by when."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from carecore.base.reasons import Verdict
from carecore.errors import CareError, WrongType
from carecore.travel import (
    EquipmentItem,
    EscortLevel,
    Journey,
    Leg,
    NoticeRule,
    TravelMode,
    TravelNeed,
    notices_needed,
    things_to_announce,
)

from .samples_travel import DEPARTS, LEG, NOTICE

ABROAD = NoticeRule(
    id="abroad", what="carrier_oxygen", hours=72, is_international=True, jurisdictions=("US",)
)
AT_HOME = attrs.evolve(ABROAD, id="at_home", hours=48, is_international=False)
ANYWHERE = NoticeRule(id="anywhere", what="carrier_oxygen", hours=24)
RULES = (ABROAD, AT_HOME, ANYWHERE)
PATIENT = Journey(id="j-1", client_id="c-1", legs=(LEG,))


def asked(leg: Leg) -> list[tuple[str, Verdict]]:
    """Which rules on oxygen hold for a leg."""
    journey = attrs.evolve(PATIENT, legs=(leg,))
    found = notices_needed(journey, rules=RULES, things=["carrier_oxygen"])
    return [(one.rule, one.verdict) for one in found]


@pytest.mark.parametrize(
    ("parts", "rules"),
    [
        ({}, [("abroad", Verdict.MET), ("anywhere", Verdict.MET)]),
        ({"to_place": "US-MA"}, [("at_home", Verdict.MET), ("anywhere", Verdict.MET)]),
        ({"from_place": "FR"}, [("anywhere", Verdict.MET)]),
        (
            {"to_place": None},
            [
                ("abroad", Verdict.UNKNOWN),
                ("at_home", Verdict.UNKNOWN),
                ("anywhere", Verdict.MET),
            ],
        ),
        ({"mode": TravelMode.RAIL}, []),
        ({"mode": None}, [("abroad", Verdict.UNKNOWN), ("anywhere", Verdict.UNKNOWN)]),
    ],
)
def test_a_rule_holds_on_the_flights_it_is_about_and_may_hold_where_nobody_knows(
    parts: dict[str, Any], rules: list[tuple[str, Verdict]]
) -> None:
    assert asked(attrs.evolve(LEG, **parts)) == rules


def test_seventy_two_hours_before_ten_at_night_is_ten_at_night_three_days_before() -> None:
    notice, _ = notices_needed(PATIENT, rules=RULES, things=["carrier_oxygen"])
    deadline = notice.deadline
    assert deadline is not None

    assert deadline.due() == DEPARTS - timedelta(days=3)


def test_notice_is_counted_in_hours_that_pass_when_clocks_change() -> None:
    departs = datetime(2026, 3, 29, 12, tzinfo=ZoneInfo("Europe/Lisbon"))
    deadline = attrs.evolve(NOTICE, departs=departs, hours=24).deadline
    assert deadline is not None

    assert deadline.due() == datetime(2026, 3, 28, 11, tzinfo=ZoneInfo("Europe/Lisbon"))


def test_a_leg_of_which_nobody_knows_when_it_begins_has_no_deadline() -> None:
    assert attrs.evolve(NOTICE, departs=None).deadline is None


def test_legs_come_in_order_and_on_each_leg_the_rules_do() -> None:
    later = attrs.evolve(LEG, id="l-2")
    found = notices_needed(
        PATIENT.with_leg(later), rules=RULES, things=["carrier_oxygen", "stretcher"]
    )

    assert [(one.leg, one.rule) for one in found] == [
        ("l-1", "abroad"),
        ("l-1", "anywhere"),
        ("l-2", "abroad"),
        ("l-2", "anywhere"),
    ]


def test_without_a_list_of_things_the_journey_tells_them() -> None:
    breathing = attrs.evolve(PATIENT, needs=TravelNeed(oxygen=True))

    assert [
        [one.rule for one in notices_needed(one, rules=RULES)] for one in (PATIENT, breathing)
    ] == [[], ["abroad", "anywhere"]]


@pytest.mark.parametrize(
    ("parts", "things"),
    [
        ({}, ()),
        ({"needs": TravelNeed()}, ()),
        ({"needs": TravelNeed(seated_upright=False)}, ("stretcher", "medical_form")),
        ({"escort_level": EscortLevel.STRETCHER_TEAM}, ("stretcher", "medical_form")),
        ({"escort_level": EscortLevel.NURSE}, ("medical_form",)),
        ({"escort_level": EscortLevel.COMPANION}, ()),
        ({"needs": TravelNeed(ventilator=True)}, ("ventilator", "medical_form")),
        ({"needs": TravelNeed(oxygen=True)}, ("carrier_oxygen", "medical_form")),
        (
            {
                "needs": TravelNeed(oxygen=True),
                "equipment": (EquipmentItem(what="oxygen_concentrator"),),
            },
            ("oxygen_concentrator", "medical_form"),
        ),
        (
            {
                "needs": TravelNeed(ventilator=True),
                "equipment": (EquipmentItem(what="cane"), EquipmentItem(what="ventilator")),
            },
            ("cane", "ventilator", "medical_form"),
        ),
    ],
)
def test_a_carrier_is_told_of_what_goes_along_and_what_is_needed(
    parts: dict[str, Any], things: tuple[str, ...]
) -> None:
    assert things_to_announce(attrs.evolve(PATIENT, **parts)) == things


@pytest.mark.parametrize("hours", [-1, 24 * 366 + 1, True])
def test_hours_without_meaning_are_refused(hours: int) -> None:
    with pytest.raises(CareError) as caught:
        attrs.evolve(ABROAD, hours=hours)

    assert caught.value.place == "$.hours"


@pytest.mark.parametrize(
    ("journey", "options"),
    [
        ("j-1", {"rules": RULES}),
        (PATIENT, {"rules": ["abroad"]}),
        (PATIENT, {"rules": RULES, "things": "stretcher"}),
    ],
)
def test_what_is_no_journey_rule_or_thing_is_refused(
    journey: object, options: dict[str, Any]
) -> None:
    untyped: Any = journey
    with pytest.raises(WrongType):
        notices_needed(untyped, **options)


def test_a_day_is_no_moment_to_count_hours_back_from() -> None:
    untyped: Any = date(2026, 12, 1)
    with pytest.raises(WrongType):
        attrs.evolve(NOTICE, departs=untyped)


def test_notice_before_the_first_day_of_the_calendar_has_no_meaning() -> None:
    early = attrs.evolve(NOTICE, departs=datetime(1, 1, 1, 1, tzinfo=UTC))
    with pytest.raises(CareError):
        assert early.deadline
