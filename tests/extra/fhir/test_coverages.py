"""Coverage, both ways."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from carecore.base.timing import Period
from carecore.coverage import Coverage
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.coverages import write_coverage
from carecore.extra.fhir.writing import Writing
from carecore.roles import PayerKind
from carecore.testing.strategies import values

Json = dict[str, Any]

ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
SELF = "http://terminology.hl7.org/CodeSystem/coverage-selfpay"
TYPOLOGY = "https://nahdo.org/sopt"
MEMBER = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MB"}]}


def coverage(**elements: object) -> Json:
    return {
        "resourceType": "Coverage",
        "id": "k1",
        "status": "active",
        "beneficiary": {"reference": "Patient/c1"},
        **elements,
    }


def typed(*codes: tuple[str, str]) -> Json:
    return coverage(type={"coding": [{"system": one[0], "code": one[1]} for one in codes]})


def only(found: Imported) -> Coverage:
    (one,) = found.coverages
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path.partition(".")[2]: one.kept for one in found.losses}


def test_a_coverage_says_whose_it_is_and_may_say_no_more() -> None:
    found = read(coverage())

    assert found.coverages == (Coverage(id="Coverage/k1", client_id="Patient/c1"),)
    assert [one.id for one in found.clients] == ["Patient/c1"]
    assert (found.losses, found.faults) == ((), ())


@pytest.mark.parametrize("beneficiary", [{}, {"display": "Ada Quill"}, 7])
def test_a_coverage_of_nobody_is_a_fault(beneficiary: object) -> None:
    found = read(coverage(beneficiary=beneficiary))

    assert found.coverages == ()
    assert str(found.faults[-1]) == (
        "$[0]: it does not say whose it is. Maybe it lacks beneficiary.reference."
    )


@pytest.mark.parametrize("status", ["cancelled", "draft", "entered-in-error"])
def test_a_coverage_that_is_not_active_is_none(status: str) -> None:
    found = read(coverage(status=status))

    assert found.coverages == ()
    assert [one.path for one in found.losses] == ["Coverage"]


def test_a_coverage_that_is_changed_in_an_unknown_way_is_none() -> None:
    found = read(coverage(modifierExtension=[{"url": "urn:not"}]))

    assert (found.coverages, [one.path for one in found.losses]) == ((), ["Coverage"])


@pytest.mark.parametrize("status", ["over", 7, ["active"]])
def test_a_status_that_fhir_does_not_have_is_a_fault(status: object) -> None:
    found = read(coverage(status=status))

    assert len(found.coverages) == 1
    assert [one.place for one in found.faults] == ["$[0].status"]


@pytest.mark.parametrize(
    ("system", "code", "payer"),
    [
        (SELF, "pay", PayerKind.PRIVATE_PAY),
        (ACT, "HIP", PayerKind.HEALTH_PLAN),
        (ACT, "WCBPOL", PayerKind.WORKERS_COMPENSATION),
        (ACT, "LTC", PayerKind.LONG_TERM_CARE_INSURANCE),
        (ACT, "VET", PayerKind.VETERANS),
        (TYPOLOGY, "1", PayerKind.MEDICARE),
        (TYPOLOGY, "11", PayerKind.MEDICARE_ADVANTAGE),
        (TYPOLOGY, "2", PayerKind.MEDICAID),
    ],
)
def test_a_code_may_say_what_sort_of_payer_it_is(system: str, code: str, payer: PayerKind) -> None:
    found = read(typed((system, code)))

    assert (only(found).payer, found.losses, found.faults) == (payer, (), ())


@pytest.mark.parametrize(
    ("system", "code", "payer"),
    [
        (ACT, "EHCPOL", PayerKind.HEALTH_PLAN),
        ("http://hl7.org/fhir/v3/ActCode", "VET", PayerKind.VETERANS),
        ("http://hl7.org/fhir/coverage-selfpay", "pay", PayerKind.PRIVATE_PAY),
        (TYPOLOGY, "12", PayerKind.MEDICARE),
        (TYPOLOGY, "111", PayerKind.MEDICARE_ADVANTAGE),
        (TYPOLOGY, "211", PayerKind.MEDICAID),
        ("urn:oid:2.16.840.1.113883.3.221.5", "512", PayerKind.HEALTH_PLAN),
        (TYPOLOGY, "32", PayerKind.VETERANS),
        (TYPOLOGY, "81", PayerKind.PRIVATE_PAY),
        (TYPOLOGY, "94", PayerKind.LONG_TERM_CARE_INSURANCE),
        (TYPOLOGY, "95", PayerKind.WORKERS_COMPENSATION),
    ],
)
def test_a_code_that_says_more_or_otherwise_is_kept_as_well(
    system: str, code: str, payer: PayerKind
) -> None:
    found = read(typed((system, code)))

    assert only(found).payer is payer
    assert kept(found) == {"type.coding.system": f'"{system}"', "type.coding.code": f'"{code}"'}


@pytest.mark.parametrize(
    ("system", "code"),
    [
        # Public healthcare is not Medicare, and those who sell an HMO are many.
        (ACT, "PUBLICPOL"),
        (ACT, "HMO"),
        (TYPOLOGY, "3712"),
        ("urn:other", "pay"),
    ],
)
def test_no_other_code_says_it(system: str, code: str) -> None:
    found = read(typed((system, code)))

    assert only(found).payer is None
    assert kept(found) == {"type.coding.system": f'"{system}"', "type.coding.code": f'"{code}"'}


@pytest.mark.parametrize(
    "kind",
    [
        {"text": "Medicare"},
        {"coding": [{"system": SELF, "code": ["pay"]}]},
        {"coding": [{"system": SELF, "code": "pay"}, {"system": ACT, "code": "LTC"}]},
    ],
)
def test_words_odd_codes_and_codes_that_differ_do_not_say_it(kind: Json) -> None:
    found = read(coverage(type=kind))

    assert only(found).payer is None
    assert found.losses


def test_of_two_codes_that_say_the_same_one_is_taken() -> None:
    found = read(typed((ACT, "PPO"), (ACT, "HIP"), (TYPOLOGY, "512")))

    assert only(found).payer is PayerKind.HEALTH_PLAN
    assert [one.place for one in found.losses] == [
        "$[0].type.coding[0].system",
        "$[0].type.coding[0].code",
        "$[0].type.coding[2].system",
        "$[0].type.coding[2].code",
    ]


@pytest.mark.parametrize(
    ("payor", "organization", "lost"),
    [
        ([{"reference": "Organization/o1"}], "Organization/o1", []),
        ([{"identifier": {"system": "urn:payers", "value": "17"}}], "urn:payers|17", []),
        (
            [{"reference": "Patient/c1"}, {"reference": "Organization/o1"}],
            "Organization/o1",
            ["payor.reference"],
        ),
        (
            [{"display": "a plan"}, {"reference": "Organization/o1"}],
            "Organization/o1",
            ["payor.display"],
        ),
        ([{"reference": "Patient/c1"}], None, ["payor.reference"]),
        ([{"reference": "RelatedPerson/r1"}], None, ["payor.reference"]),
        ([], None, []),
    ],
)
def test_the_first_organization_is_the_payer(
    payor: list[Json], organization: str | None, lost: list[str]
) -> None:
    found = read(coverage(payor=payor))

    assert (only(found).organization_id, list(kept(found))) == (organization, lost)


def test_another_organization_is_a_loss() -> None:
    several = [{"reference": "Organization/o1"}, {"reference": "Organization/o2"}]

    assert kept(read(coverage(payor=several))) == {"payor.reference": '"Organization/o2"'}


def test_when_it_holds_and_who_is_asked_first() -> None:
    found = read(coverage(period={"start": "2026-01-01", "end": "2026-12-31"}, order=1))

    one = only(found)
    assert one.period == Period(date(2026, 1, 1), date(2027, 1, 1))
    assert (one.order, found.losses, found.faults) == (1, (), ())


@pytest.mark.parametrize("order", [0, -1])
def test_there_is_no_payer_before_the_first(order: int) -> None:
    found = read(coverage(order=order))

    assert only(found).order is None
    assert [str(one) for one in found.faults] == [
        "$[0].order: payers are asked from the first on. Maybe 1."
    ]


@pytest.mark.parametrize(
    ("elements", "number", "lost"),
    [
        ({"subscriberId": "M 40 17"}, "M 40 17", []),
        ({"identifier": [{"type": MEMBER, "value": "M 40 17"}]}, "M 40 17", ["identifier.type"]),
        (
            {"identifier": [{"type": MEMBER, "value": "M 40 17"}], "subscriberId": "S 1"},
            "M 40 17",
            ["subscriberId", "identifier.type"],
        ),
        (
            {"identifier": [{"type": MEMBER}], "subscriberId": "S 1"},
            "S 1",
            ["identifier.type"],
        ),
        ({"identifier": [{"value": "C 5"}]}, "", ["identifier.value"]),
        (
            {"identifier": [{"type": {"coding": [7, {"code": "MB"}]}, "value": "C 5"}]},
            "",
            ["identifier.type", "identifier.value"],
        ),
    ],
)
def test_a_member_number_is_told_as_one(elements: Json, number: str, lost: list[str]) -> None:
    found = read(coverage(**elements))

    assert only(found).member_number == number
    assert list(kept(found)) == lost


def test_what_has_no_place_is_a_loss() -> None:
    found = read(coverage(dependent="1", network="5"))

    assert kept(found) == {"dependent": '"1"', "network": '"5"'}


# Both ways.


def written(one: Coverage) -> tuple[Imported, Writing]:
    writing = Writing("Patient/c1")
    write_coverage(one, "$.coverages[0]", writing)
    return read(*writing.resources), writing


@given(values(Coverage))
def test_what_is_written_is_read_again(one: Coverage) -> None:
    found, _ = written(one)

    assert found.coverages == (one,)
    assert found.faults == ()


@pytest.mark.parametrize("client", ["17", "Group?17"])
def test_a_client_may_be_called_anything(client: str) -> None:
    one = Coverage(id="17", client_id=client)

    found, _ = written(one)

    assert (found.coverages, [one.id for one in found.clients]) == ((one,), [client])


def full(**parts: Any) -> Coverage:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {
        "id": "Coverage/k1",
        "client_id": "Patient/c1",
        "payer": PayerKind.MEDICARE,
        "organization_id": "Organization/o1",
        "period": Period(date(2026, 1, 1), date(2027, 1, 1)),
        "order": 1,
        "member_number": "M 40 17",
    }
    return Coverage(**given | parts)


@pytest.mark.parametrize("payer", [*PayerKind, None])
def test_most_payers_have_a_code(payer: PayerKind | None) -> None:
    one = full(payer=payer)

    found, writing = written(one)

    assert found.coverages == (one,)
    has_none = payer in {PayerKind.INCLUDED, PayerKind.PUBLIC_FUNDS}
    assert [loss.place for loss in writing.losses] == ["$.coverages[0].payer"] * has_none


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        ({"organization_id": None}, "organization_id"),
        ({"organization_id": "Patient/c1"}, "organization_id"),
        ({"order": 0}, "order"),
        ({"order": 2**31}, "order"),
        ({"period": Period(None)}, "period"),
        ({"member_number": " "}, "member_number"),
    ],
)
def test_what_others_cannot_read_is_listed(parts: Json, lost: str) -> None:
    one = full(**parts)

    found, writing = written(one)

    assert found.coverages == (one,)
    assert [loss.place for loss in writing.losses] == [f"$.coverages[0].{lost}"]


def test_what_fhir_wants_is_written_though_nobody_knows_it() -> None:
    _, writing = written(Coverage(id="Coverage/k1", client_id="Patient/c1"))

    (resource,) = writing.resources
    assert (resource["status"], resource["payor"]) == ("active", [{"display": "not told"}])
    assert resource["beneficiary"] == {"reference": "Patient/c1"}
