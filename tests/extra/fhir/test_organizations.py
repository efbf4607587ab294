"""Organization, both ways, and Location, which tells a care setting."""

from typing import Any

import pytest
from hypothesis import given

from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.finding import Held, Index, Reading
from carecore.extra.fhir.locations import setting_at
from carecore.extra.fhir.organizations import write_organization
from carecore.extra.fhir.writing import Writing
from carecore.people import Organization
from carecore.roles import EmployerKind
from carecore.testing.strategies import values

from .made_records import alone, kept

Json = dict[str, Any]

TYPE = "http://terminology.hl7.org/CodeSystem/organization-type"
NUCC = "http://nucc.org/provider-taxonomy"
V3 = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
SERVICE = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"


def organization(**elements: object) -> Imported:
    return alone("Organization", **elements)


def typed(*codes: tuple[object, object]) -> Imported:
    codings = [{"system": system, "code": code} for system, code in codes]
    return organization(type=[{"coding": [one]} for one in codings])


def only(found: Imported) -> Organization:
    (one,) = found.organizations
    return one


def test_an_organization_has_a_name_and_the_jurisdiction_of_its_address() -> None:
    found = organization(
        name="Quill House",
        address=[{"country": "US", "state": "MA", "use": "work", "city": "Boston"}],
        alias=["The House"],
    )

    assert only(found) == Organization(
        id="Organization/1", name="Quill House", jurisdiction="US-MA"
    )
    assert sorted(kept(found)) == [
        "Organization.address.city",
        "Organization.address.use",
        "Organization.alias",
    ]


def test_an_organization_of_which_nothing_is_known_is_one() -> None:
    assert only(organization()) == Organization(id="Organization/1")


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        ([(TYPE, "govt")], EmployerKind.PUBLIC_AGENCY),
        ([(TYPE, "cg")], EmployerKind.COMMUNITY_ORGANIZATION),
        ([(NUCC, "251E00000X")], EmployerKind.HOME_HEALTH_AGENCY),
        ([(TYPE, "prov"), (TYPE, "govt")], EmployerKind.PUBLIC_AGENCY),
        ([(TYPE, "cg"), (TYPE, "govt")], None),
        ([(TYPE, "prov")], None),
        ([(TYPE, "ins")], None),
        ([(NUCC, "govt")], None),
        ([(TYPE, 1)], None),
        ([(1, "govt")], None),
        ([], None),
    ],
)
def test_a_kind_of_employer_is_what_the_types_clearly_say(
    codes: list[tuple[object, object]], kind: EmployerKind | None
) -> None:
    found = typed(*codes)

    assert (only(found).kind, found.faults) == (kind, ())
    told = 0 if kind is None else 1
    assert len(found.losses) == 2 * (len(codes) - told)


def test_a_type_in_words_is_lost() -> None:
    found = organization(type=[{"text": "Government"}])

    assert (only(found).kind, kept(found)) == (None, {"Organization.type.text": '"Government"'})


@given(organization=values(Organization))
def test_what_is_written_of_an_organization_is_read_again(organization: Organization) -> None:
    writing = Writing("Patient/1")
    write_organization(organization, "$", writing)
    found = read(*writing.resources)

    assert (found.organizations, found.faults) == ((organization,), ())


def test_what_fhir_can_tell_of_an_organization_needs_nothing_of_our_own() -> None:
    agency = Organization(
        id="Organization/1",
        name="Quill House",
        kind=EmployerKind.PUBLIC_AGENCY,
        jurisdiction="US-MA",
    )
    writing = Writing("Patient/1")
    write_organization(agency, "$", writing)

    assert writing.losses == []
    assert writing.resources == [
        {
            "resourceType": "Organization",
            "id": "1",
            "type": [{"coding": [{"system": TYPE, "code": "govt"}]}],
            "name": "Quill House",
            "address": [{"country": "US", "state": "MA"}],
        }
    ]


def test_what_fhir_cannot_tell_of_an_organization_is_listed() -> None:
    writing = Writing("Patient/1")
    house = Organization(id="o-1", kind=EmployerKind.FACILITY, jurisdiction="DE-BE")
    write_organization(house, "$", writing)

    assert [one.place for one in writing.losses] == ["$.jurisdiction", "$.kind"]
    assert read(*writing.resources).organizations == (house,)


@pytest.mark.parametrize(("name", "count"), [("", 0), (" ", 1), ("not told", 1)])
def test_a_name_that_nobody_told_is_none(name: str, count: int) -> None:
    writing = Writing("Patient/1")
    nameless = Organization(id="Organization/1", name=name)
    write_organization(nameless, "$", writing)
    found = read(*writing.resources)

    assert (len(writing.losses), found.organizations) == (count, (nameless,))
    assert kept(found) == {"Organization.name": '"not told"'}


def location(kind: object, *, type_of: str = "Location") -> Held:
    return Held({"resourceType": type_of, "type": kind}, "$", (Index(),), Reading())


def of_type(*codes: tuple[object, object]) -> Json:
    return {"coding": [{"system": system, "code": code} for system, code in codes]}


@pytest.mark.parametrize(
    ("kind", "setting"),
    [
        ([of_type((V3, "ICU"))], "acute_icu"),
        ([of_type((V3, "CARD"))], "outpatient_clinic"),
        (of_type(("http://hl7.org/fhir/v3/RoleCode", "SNF")), "snf"),
        ([of_type((SERVICE, "34"))], "hospice_facility"),
        ([of_type((V3, "HOSP")), of_type((V3, "PHU"), (V3, "PSYCHF"))], "psych_hospital"),
        ([of_type((V3, "ICU"), (V3, "SNF"))], None),
        ([of_type((V3, "PTRES"))], None),
        ([of_type(("urn:x", "ICU"), (V3, 1), (1, "ICU"))], None),
        ([{"text": "intensive care"}, {"coding": ["ICU"]}, "ICU"], None),
        (None, None),
    ],
)
def test_a_place_is_the_care_setting_that_its_type_clearly_is(
    kind: object, setting: str | None
) -> None:
    assert setting_at(location(kind)) == setting


def test_what_is_no_place_or_not_there_is_no_care_setting() -> None:
    kind = [of_type((V3, "ICU"))]

    assert (setting_at(None), setting_at(location(kind, type_of="Organization"))) == (None, None)


def test_a_place_itself_is_lost_as_a_whole() -> None:
    found = alone("Location", name="Ward 3", type=[of_type((V3, "ICU"))])

    assert list(kept(found)) == ["Location"]
