"""Signs, rules and evidence: what they take, and how evidence is shown."""

from datetime import date, datetime
from typing import Any

import pytest

from carecore.base.amounts import Code, Quantity
from carecore.base.reasons import Reason, Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.record import (
    Comparison,
    ConditionSign,
    EventKind,
    EventSign,
    Evidence,
    EvidenceRule,
    ObservationSign,
    ObservationValue,
)

from .samples_record import CONDITION_SIGN, EVENT_SIGN, EVIDENCE, OBSERVATION_SIGN, RULE

METRES = Quantity(10, "m")
CODE = Code(system="https://example.org", code="17")
OF_AMOUNTS = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.BELOW, Comparison.ABOVE)


@pytest.mark.parametrize(
    "parts", [{"kind": EventKind.VISIT}, {"what": "surgery"}, {"setting": "home"}]
)
def test_an_event_sign_asks_for_a_kind_a_word_or_a_setting(parts: dict[str, Any]) -> None:
    ((name, part),) = parts.items()

    assert getattr(EventSign(**parts), name) == part


def test_a_sign_that_any_event_shows_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        EventSign()

    assert str(caught.value) == (
        "$.kind: a sign that asks for no kind, word or setting is shown by any event. "
        "Maybe kind=EventKind.VISIT."
    )


@pytest.mark.parametrize("comparison", OF_AMOUNTS)
@pytest.mark.parametrize("value", [None, True, "low", CODE])
def test_only_amounts_are_more_or_less(
    comparison: Comparison, value: ObservationValue | None
) -> None:
    with pytest.raises(InvalidValue) as caught:
        ObservationSign(what="walking_distance", comparison=comparison, value=value)

    assert (caught.value.place, caught.value.advice) == ("$.value", "Maybe Quantity(30, 'm')")


@pytest.mark.parametrize("comparison", [*OF_AMOUNTS, Comparison.EQUAL])
def test_an_amount_can_be_compared_in_every_way(comparison: Comparison) -> None:
    sign = ObservationSign(what="walking_distance", comparison=comparison, value=METRES)

    assert (sign.comparison, sign.value) == (comparison, METRES)


@pytest.mark.parametrize("value", [False, "low", CODE])
def test_whatever_was_seen_can_be_equal(value: ObservationValue) -> None:
    sign = ObservationSign(what="pain", comparison=Comparison.EQUAL, value=value)

    assert sign.value == value


def test_to_be_equal_takes_a_value() -> None:
    with pytest.raises(InvalidValue) as caught:
        ObservationSign(what="pain", comparison=Comparison.EQUAL)

    assert str(caught.value) == (
        "$.value: there is no value to be equal to. Maybe comparison=Comparison.PRESENT."
    )


def test_to_be_present_takes_no_value() -> None:
    with pytest.raises(InvalidValue) as caught:
        ObservationSign(what="pain", value=True)

    assert str(caught.value) == (
        "$.value: a sign that is only to be present has a value to compare with. "
        "Maybe comparison=Comparison.EQUAL."
    )


@pytest.mark.parametrize(
    "fresh_for", [Offset(), Offset(days=3), Offset(hours=12), Offset(years=9_000)]
)
def test_an_observation_may_be_fresh_for_any_time(fresh_for: Offset) -> None:
    assert ObservationSign(what="pain", fresh_for=fresh_for).fresh_for == fresh_for


@pytest.mark.parametrize(
    ("fresh_for", "text"),
    [
        (
            Offset(days=-1),
            "an observation cannot be fresh for -P1D, which goes back in time",
        ),
        (
            Offset(business_days=2),
            "the age of an observation is not counted in business days",
        ),
    ],
)
def test_freshness_goes_forward_in_days_that_all_count(fresh_for: Offset, text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        ObservationSign(what="pain", fresh_for=fresh_for)

    assert str(caught.value) == f"$.fresh_for: {text}. Maybe Offset(days=3)."


@pytest.mark.parametrize(
    ("build", "parts", "place"),
    [
        (EventSign, {"kind": "visit"}, "$.kind"),
        (EventSign, {"what": "Hip surgery"}, "$.what"),
        (EventSign, {"setting": "At home"}, "$.setting"),
        (ObservationSign, {"what": None}, "$.what"),
        (ObservationSign, {"what": "pain", "comparison": "equal"}, "$.comparison"),
        (ObservationSign, {"what": "pain", "value": 3}, "$.value"),
        (ObservationSign, {"what": "pain", "value": "Quite low"}, "$.value"),
        (ObservationSign, {"what": "pain", "fresh_for": 3}, "$.fresh_for"),
        (ConditionSign, {"what": "Delirium"}, "$.what"),
        (ConditionSign, {"what": "delirium", "is_active": None}, "$.is_active"),
        (EvidenceRule, {"all_of": EVENT_SIGN}, "$.all_of"),
        (EvidenceRule, {"any_of": [EVENT_SIGN, "surgery"]}, "$.any_of[1]"),
        (EvidenceRule, {"any_of": {EVENT_SIGN}}, "$.any_of"),
        (Evidence, {"verdict": "met"}, "$.verdict"),
        (Evidence, {"verdict": Verdict.MET, "entries": ["e-1", "e-1"]}, "$.entries[1]"),
        (Evidence, {"verdict": Verdict.MET, "met_at": datetime(2026, 3, 1)}, "$.met_at"),
        (Evidence, {"verdict": Verdict.MET, "reasons": ["because"]}, "$.reasons[0]"),
    ],
)
def test_a_sign_a_rule_and_evidence_say_where_they_are_wrong(
    build: type, parts: dict[str, Any], place: str
) -> None:
    with pytest.raises(CareError) as caught:
        build(**parts)

    assert caught.value.place == place


def test_a_rule_without_a_sign_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        EvidenceRule()

    assert str(caught.value) == (
        "an evidence rule without a sign would be met by nothing. "
        "Maybe all_of=(EventSign(...),), or no rule at all."
    )


def test_the_signs_of_a_rule_stand_in_order() -> None:
    assert RULE.signs == (EVENT_SIGN, CONDITION_SIGN, OBSERVATION_SIGN)


def test_a_fault_in_a_rule_is_told_before_that_it_is_empty() -> None:
    untyped: Any = "surgery"
    with pytest.raises(WrongType):
        EvidenceRule(all_of=untyped)


def test_evidence_tells_its_verdict_what_it_rests_on_and_why() -> None:
    assert str(EVIDENCE) == (
        "Evidence\n"
        "========\n"
        "\n"
        "It is met since 2026-11-20.\n"
        "\n"
        "It rests on e-3, e-2.\n"
        "\n"
        "- surgery was done (2026-11-20)"
    )


def test_evidence_that_nothing_shows_is_short() -> None:
    assert str(Evidence(verdict=Verdict.NOT_MET)) == "Evidence\n========\n\nIt is not met."


@pytest.mark.parametrize("full", [True, False])
def test_evidence_holds_nothing_personal_so_its_outline_is_always_the_same(*, full: bool) -> None:
    assert EVIDENCE.outline(full=full) == EVIDENCE.outline()


def test_evidence_is_met_as_exactly_as_the_record_says() -> None:
    evidence = Evidence(verdict=Verdict.MET, met_at=PartialDate(2026, 3))

    assert str(evidence) == "Evidence\n========\n\nIt is met since 2026-03."


def test_a_day_on_which_evidence_was_met_is_kept_as_such() -> None:
    untyped: Any = date(2026, 3, 1)
    evidence = Evidence(verdict=Verdict.MET, met_at=untyped, reasons=(Reason(id="a", text="b"),))

    assert evidence.met_at == PartialDate(2026, 3, 1)
