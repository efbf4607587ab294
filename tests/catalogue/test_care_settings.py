"""Where care happens: how restrictive each place is, and its codes."""

from collections.abc import Iterator
from itertools import pairwise

import attrs
import pytest

from carecore.base.amounts import Code
from carecore.base.reasons import Citation, OwnChoice
from carecore.care_settings import CareSetting, CareSettingKind, Restrictiveness
from carecore.care_settings import compare_restrictiveness as compare
from carecore.catalogue import STANDARD
from carecore.catalogue.care_settings import CARE_SETTINGS

BY_ID: dict[str, CareSetting] = {setting.id: setting for setting in CARE_SETTINGS}

POS = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"
DISPOSITION = "http://terminology.hl7.org/CodeSystem/discharge-disposition"
ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"

# The place-of-service set of 2 May 2024.
PLACES_OF_SERVICE = {
    "home_independent": "12",
    "home_informal": "12",
    "home_personal_care": "12",
    "home_health": "12",
    "home_hospice": "12",
    "independent_living": "12",
    "adult_day": "99",
    "assisted_living": "13",
    "group_home": "14",
    "memory_care": "13",
    "custodial": "33",
    "nursing_facility": "32",
    "snf": "31",
    "hospice_facility": "34",
    "icf_iid": "54",
    "irf": "61",
    "ltch": "21",
    "observation": "22",
    "acute_ward": "21",
    "acute_icu": "21",
    "psych_hospital": "51",
    "correctional": "09",
    "transport_ground": "41",
    "transport_air": "42",
    "homeless_shelter": "04",
    "temporary_lodging": "16",
    "street_outreach": "27",
    "partial_hospitalization": "52",
    "residential_substance_use": "55",
    "psychiatric_residential": "56",
    "outpatient_rehab": "62",
    "pace_center": "66",
    "telehealth_home": "10",
    "telehealth_elsewhere": "02",
}
DISPOSITIONS = {"home", "alt-home", "other-hcf", "hosp", "long", "psy", "rehab", "snf", "oth"}
# Systems whose publishers ask for a licence: hospital claims, procedures, clinical terms in words.
LICENSED_SYSTEMS = ("nubc", "ama-assn.org/go/cpt", "113883.6.301", "113883.6.12")


def codes(setting: CareSetting, system: str) -> list[str]:
    """The codes of a setting in one system."""
    return [code.code for code in setting.codes if code.system == system]


def codes_within(value: object) -> Iterator[Code]:
    """Every code anywhere in a value."""
    if isinstance(value, Code):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from codes_within(part)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type] # attrs.has said yes
            yield from codes_within(getattr(value, field.name))


@pytest.mark.parametrize(
    ("freer", "stricter"),
    [
        ("home_independent", "assisted_living"),
        ("home_health", "assisted_living"),
        ("assisted_living", "memory_care"),
        ("memory_care", "nursing_facility"),
        ("assisted_living", "nursing_facility"),
        ("nursing_facility", "irf"),
        ("nursing_facility", "acute_ward"),
        ("residential_substance_use", "psych_hospital"),
        ("acute_ward", "acute_icu"),
        ("psych_hospital", "correctional"),
    ],
)
def test_one_place_leaves_a_person_freer_than_another(freer: str, stricter: str) -> None:
    assert compare(BY_ID[freer], BY_ID[stricter]) is Restrictiveness.LESS


def test_a_skilled_and_a_long_term_nursing_facility_are_equally_restrictive() -> None:
    assert compare(BY_ID["snf"], BY_ID["nursing_facility"]) is Restrictiveness.SAME


@pytest.mark.parametrize(
    "place", ["transport_ground", "transport_air", "telehealth_home", "telehealth_elsewhere"]
)
def test_a_vehicle_or_a_call_cannot_be_compared_with_a_place(place: str) -> None:
    assert compare(BY_ID[place], BY_ID["home_independent"]) is Restrictiveness.NOT_COMPARABLE


def test_every_home_is_freer_than_every_facility_and_that_than_every_hospital() -> None:
    kinds = (
        CareSettingKind.HOME,
        CareSettingKind.FACILITY,
        CareSettingKind.HOSPITAL,
        CareSettingKind.SECURE,
    )
    ranks = [
        [one.rank for one in CARE_SETTINGS if one.kind is kind and one.rank is not None]
        for kind in kinds
    ]

    assert all(max(freer) < min(stricter) for freer, stricter in pairwise(ranks))


def test_settings_stand_in_order_of_rank_and_those_without_one_come_last() -> None:
    ranks = [one.rank for one in CARE_SETTINGS]
    known = sorted(rank for rank in ranks if rank is not None)

    assert [*known, *[None] * (len(ranks) - len(known))] == ranks


def test_every_place_of_service_code_is_the_one_of_the_public_set() -> None:
    shipped = {one.id: "".join(codes(one, POS)) for one in CARE_SETTINGS if codes(one, POS)}

    assert shipped == PLACES_OF_SERVICE


def test_every_discharge_disposition_is_one_of_the_public_set() -> None:
    used = {code for one in CARE_SETTINGS for code in codes(one, DISPOSITION)}

    assert used == DISPOSITIONS


@pytest.mark.parametrize("place", ["home_hospice", "hospice_facility"])
def test_the_disposition_hosp_means_hospice_and_not_hospital(place: str) -> None:
    assert codes(BY_ID[place], DISPOSITION) == ["hosp"]


def test_no_hospital_has_the_disposition_hosp() -> None:
    hospitals = [one for one in CARE_SETTINGS if one.kind is CareSettingKind.HOSPITAL]

    assert not any("hosp" in codes(one, DISPOSITION) for one in hospitals)


def test_a_ward_is_a_unit_of_a_general_hospital() -> None:
    assert codes(BY_ID["acute_ward"], ROLE_CODE) == ["GACH", "HU"]


@pytest.mark.parametrize(
    "place", ["correctional", "assisted_living", "group_home", "hospice_facility"]
)
def test_a_place_that_has_no_role_code_of_its_own_borrows_none(place: str) -> None:
    assert codes(BY_ID[place], ROLE_CODE) == []


def test_care_settings_use_three_public_code_systems_and_no_other() -> None:
    used = {code.system for code in codes_within(CARE_SETTINGS)}

    assert used == {POS, DISPOSITION, ROLE_CODE}


def test_every_code_has_a_label_of_our_own() -> None:
    assert [code for code in codes_within(CARE_SETTINGS) if not code.label] == []


def test_no_code_of_a_licensed_claim_form_is_in_the_catalogue() -> None:
    systems = {code.system.lower() for code in codes_within(STANDARD)}

    assert [one for one in sorted(systems) for part in LICENSED_SYSTEMS if part in one] == []


@pytest.mark.parametrize("setting", CARE_SETTINGS, ids=lambda one: one.id)
def test_a_rank_is_owned_as_a_choice_and_a_code_is_cited(setting: CareSetting) -> None:
    choices = [one for one in setting.sources if isinstance(one, OwnChoice)]
    citations = [one for one in setting.sources if isinstance(one, Citation)]

    assert (bool(choices), bool(citations)) == (True, bool(setting.codes))
