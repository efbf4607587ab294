"""Kinds of places where care happens, least restrictive first.

Codes are those of public systems (place of service, discharge disposition, role of a place), with
labels of our own; a place without a fitting code in a system has none from there.
Codes of hospital claims belong to their publisher and are not here: an app that has them brings
its own table.
"""

from typing import Final

from carecore.base.amounts import Code
from carecore.base.reasons import OwnChoice, Source
from carecore.care_settings import CareSetting, CareSettingKind
from carecore.catalogue.sources import CMS_POS, HL7_TERMINOLOGY

__all__ = ["CARE_SETTINGS"]

_PLACE_OF_SERVICE: Final = (
    "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"
)
_DISPOSITION: Final = "http://terminology.hl7.org/CodeSystem/discharge-disposition"
_ROLE_OF_PLACE: Final = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"

_RANK: Final = OwnChoice(
    "restrictiveness is ranked from the own home to custody: homes, then homes shared with staff, "
    "then facilities, then hospitals; law asks for the most integrated setting that fits, and "
    "gives no scale"
)
_ADDED_RANK: Final = OwnChoice(
    "this place is ranked beside places that leave a person about as free; no scale names it"
)
_NO_RANK: Final = OwnChoice(
    "a vehicle, a street and a call have no rank: nobody is placed there, so there is no comparing"
)
_NO_CODE: Final = OwnChoice("no single public code means this place, so it carries none")


def _service(code: str, label: str, /) -> Code:
    return Code(system=_PLACE_OF_SERVICE, code=code, label=label)


def _leaves(code: str, label: str, /) -> Code:
    return Code(system=_DISPOSITION, code=code, label=label)


def _role(code: str, label: str, /) -> Code:
    return Code(system=_ROLE_OF_PLACE, code=code, label=label)


_BOTH: Final[tuple[Source, ...]] = (CMS_POS, HL7_TERMINOLOGY, _RANK)

CARE_SETTINGS: Final = (
    CareSetting(
        id="home_independent",
        name="own home, without formal help",
        kind=CareSettingKind.HOME,
        rank=0,
        codes=(
            _service("12", "home"),
            _leaves("home", "to own home"),
            _role("PTRES", "where the client lives"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="home_informal",
        name="own or a relative's home, with help of family or friends",
        kind=CareSettingKind.HOME,
        rank=1,
        codes=(
            _service("12", "home"),
            _leaves("home", "to own home"),
            _leaves("alt-home", "to another home"),
            _role("PTRES", "where the client lives"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="outpatient_clinic",
        name="clinic or practice, as a visitor",
        kind=CareSettingKind.COMMUNITY,
        rank=1,
        sources=(_NO_CODE, _ADDED_RANK),
    ),
    CareSetting(
        id="outpatient_rehab",
        name="outpatient rehabilitation",
        kind=CareSettingKind.COMMUNITY,
        rank=1,
        codes=(_service("62", "outpatient rehabilitation centre"),),
        sources=(CMS_POS, _ADDED_RANK),
    ),
    CareSetting(
        id="temporary_lodging",
        name="hotel, hostel or other lodging for a while",
        kind=CareSettingKind.COMMUNITY,
        rank=1,
        codes=(_service("16", "lodging for a while"),),
        sources=(CMS_POS, _ADDED_RANK),
    ),
    CareSetting(
        id="home_personal_care",
        name="own home, with help for daily life",
        kind=CareSettingKind.HOME,
        rank=2,
        codes=(
            _service("12", "home"),
            _leaves("home", "to own home"),
            _role("PTRES", "where the client lives"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="independent_living",
        name="senior housing",
        kind=CareSettingKind.RESIDENTIAL,
        rank=2,
        codes=(_service("12", "home"), _leaves("home", "to own home")),
        sources=_BOTH,
    ),
    CareSetting(
        id="adult_day",
        name="day centre for adults",
        kind=CareSettingKind.COMMUNITY,
        rank=2,
        codes=(_service("99", "some other place"), _role("COMM", "place in the community")),
        sources=_BOTH,
    ),
    CareSetting(
        id="pace_center",
        name="day and health centre of an all-inclusive programme for older people",
        kind=CareSettingKind.COMMUNITY,
        rank=2,
        codes=(_service("66", "PACE centre"),),
        sources=(CMS_POS, _ADDED_RANK),
    ),
    CareSetting(
        id="home_health",
        name="own home, with nurses or therapists of an agency",
        kind=CareSettingKind.HOME,
        rank=3,
        codes=(
            _service("12", "home"),
            _leaves("home", "to own home"),
            _role("PTRES", "where the client lives"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="home_hospice",
        name="own home, with hospice care",
        kind=CareSettingKind.HOME,
        rank=3,
        codes=(
            _service("12", "home"),
            _leaves("hosp", "to hospice care"),
            _role("PTRES", "where the client lives"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="homeless_shelter",
        name="shelter for people without a home",
        kind=CareSettingKind.COMMUNITY,
        rank=3,
        codes=(_service("04", "shelter"),),
        sources=(CMS_POS, _ADDED_RANK),
    ),
    CareSetting(
        id="partial_hospitalization",
        name="psychiatric day treatment",
        kind=CareSettingKind.COMMUNITY,
        rank=3,
        codes=(_service("52", "psychiatric day treatment"),),
        sources=(CMS_POS, _ADDED_RANK),
    ),
    CareSetting(
        id="assisted_living",
        name="assisted living",
        kind=CareSettingKind.RESIDENTIAL,
        rank=4,
        codes=(_service("13", "assisted living"),),
        sources=(CMS_POS, _RANK),
    ),
    CareSetting(
        id="group_home",
        name="group home",
        kind=CareSettingKind.RESIDENTIAL,
        rank=4,
        codes=(_service("14", "group home"), _leaves("oth", "to some other place")),
        sources=_BOTH,
    ),
    CareSetting(
        id="memory_care",
        name="secured assisted living for people with dementia",
        kind=CareSettingKind.RESIDENTIAL,
        rank=5,
        codes=(_service("13", "assisted living"), _leaves("long", "to long-term care")),
        sources=_BOTH,
    ),
    CareSetting(
        id="custodial",
        name="residence with personal care and without nursing",
        kind=CareSettingKind.RESIDENTIAL,
        rank=5,
        codes=(
            _service("33", "custodial care"),
            _leaves("long", "to long-term care"),
            _role("NCCF", "nursing or custodial care"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="residential_substance_use",
        name="residential treatment of substance use",
        kind=CareSettingKind.RESIDENTIAL,
        rank=5,
        codes=(_service("55", "residential treatment of substance use"),),
        sources=(CMS_POS, _ADDED_RANK),
    ),
    CareSetting(
        id="nursing_facility",
        name="nursing facility, for long",
        kind=CareSettingKind.FACILITY,
        rank=6,
        codes=(
            _service("32", "nursing facility"),
            _leaves("long", "to long-term care"),
            _role("NCCF", "nursing or custodial care"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="snf",
        name="skilled nursing facility, after a hospital stay",
        kind=CareSettingKind.FACILITY,
        rank=6,
        codes=(
            _service("31", "skilled nursing facility"),
            _leaves("snf", "to a skilled nursing facility"),
            _role("SNF", "skilled nursing facility"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="hospice_facility",
        name="hospice house or unit",
        kind=CareSettingKind.FACILITY,
        rank=6,
        codes=(_service("34", "hospice house"), _leaves("hosp", "to hospice care")),
        sources=_BOTH,
    ),
    CareSetting(
        id="icf_iid",
        name="intermediate care facility for people with intellectual disabilities",
        kind=CareSettingKind.FACILITY,
        rank=6,
        codes=(_service("54", "intermediate care facility"), _leaves("oth", "to some other place")),
        sources=_BOTH,
    ),
    CareSetting(
        id="psychiatric_residential",
        name="residential psychiatric treatment",
        kind=CareSettingKind.RESIDENTIAL,
        rank=6,
        codes=(
            _service("56", "residential psychiatric treatment"),
            _role("RTF", "residential treatment"),
        ),
        sources=(CMS_POS, HL7_TERMINOLOGY, _ADDED_RANK),
    ),
    CareSetting(
        id="observation",
        name="hospital, as an outpatient under observation",
        kind=CareSettingKind.HOSPITAL,
        rank=7,
        codes=(_service("22", "outpatient of a hospital"), _role("HOSP", "hospital")),
        sources=_BOTH,
    ),
    CareSetting(
        id="irf",
        name="inpatient rehabilitation",
        kind=CareSettingKind.HOSPITAL,
        rank=7,
        codes=(
            _service("61", "inpatient rehabilitation"),
            _leaves("rehab", "to rehabilitation"),
            _role("RH", "rehabilitation hospital"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="acute_ward",
        name="hospital ward",
        kind=CareSettingKind.HOSPITAL,
        rank=8,
        codes=(
            _service("21", "inpatient of a hospital"),
            _leaves("other-hcf", "to another facility"),
            _role("GACH", "general hospital"),
            _role("HU", "unit of a hospital"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="ltch",
        name="long-term care hospital",
        kind=CareSettingKind.HOSPITAL,
        rank=8,
        codes=(
            _service("21", "inpatient of a hospital"),
            _leaves("other-hcf", "to another facility"),
            _role("CHR", "hospital for long illness"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="acute_icu",
        name="intensive care",
        kind=CareSettingKind.HOSPITAL,
        rank=9,
        codes=(_service("21", "inpatient of a hospital"), _role("ICU", "intensive care unit")),
        sources=_BOTH,
    ),
    CareSetting(
        id="psych_hospital",
        name="psychiatric hospital or unit",
        kind=CareSettingKind.HOSPITAL,
        rank=9,
        codes=(
            _service("51", "inpatient psychiatric care"),
            _leaves("psy", "to a psychiatric hospital"),
            _role("PSYCHF", "psychiatric care"),
        ),
        sources=_BOTH,
    ),
    CareSetting(
        id="correctional",
        name="prison, jail or other custody of the law",
        kind=CareSettingKind.SECURE,
        rank=10,
        codes=(_service("09", "prison or jail"), _leaves("oth", "to some other place")),
        sources=_BOTH,
    ),
    CareSetting(
        id="street_outreach",
        name="the street, by an outreach team",
        kind=CareSettingKind.COMMUNITY,
        codes=(_service("27", "street outreach"),),
        sources=(CMS_POS, _NO_RANK),
    ),
    CareSetting(
        id="transport_ground",
        name="transport by land",
        kind=CareSettingKind.ON_THE_MOVE,
        codes=(_service("41", "ambulance on land"), _role("AMB", "ambulance")),
        sources=(CMS_POS, HL7_TERMINOLOGY, _NO_RANK),
    ),
    CareSetting(
        id="transport_air",
        name="transport by air or water",
        kind=CareSettingKind.ON_THE_MOVE,
        codes=(_service("42", "ambulance by air or water"), _role("AMB", "ambulance")),
        sources=(CMS_POS, HL7_TERMINOLOGY, _NO_RANK),
    ),
    CareSetting(
        id="telehealth_home",
        name="by video or telephone, with the client at home",
        kind=CareSettingKind.REMOTE,
        codes=(_service("10", "telehealth, client at home"),),
        sources=(CMS_POS, _NO_RANK),
    ),
    CareSetting(
        id="telehealth_elsewhere",
        name="by video or telephone, with the client elsewhere",
        kind=CareSettingKind.REMOTE,
        codes=(_service("02", "telehealth, client elsewhere"),),
        sources=(CMS_POS, _NO_RANK),
    ),
)
"""From the own home to custody, then places without a rank.

.. versionadded:: 0.1
"""
