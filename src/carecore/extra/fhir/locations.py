"""Location: which care setting a place is, where its type says so; nothing else of it is kept."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from carecore.base.identity import CareSettingId
from carecore.extra.fhir.finding import Held, Json
from carecore.extra.fhir.nodes import items_in

__all__ = ["setting_at"]

_V3: Final = (
    "http://terminology.hl7.org/CodeSystem/v3-RoleCode",
    "http://hl7.org/fhir/v3/RoleCode",
)
_SERVICE: Final = (
    "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set"
)
_CLINICS: Final = (
    "OF ALL AMPUT BMTC BREAST CANC CAPC CARD PEDCARD COAG CRS DERM ENDO PEDE ENT FMC GI PEDGI GIM "
    "GYN HEM PEDHEM HTN IEC INFD PEDID INV LYMPH MGEN NEPH PEDNEPH NEUR OB OMS ONCL PEDHO OPH OPTC "
    "ORTHO HAND PAINCL PC PEDC PEDRHEUM POD PREV PROCTO PROFF PROS PSI PSY RHEUM SPMED SU PLS URO "
    "TR TRAVEL WND"
)
"""Everything that HL7 v3 RoleCode counts as an outpatient facility."""
_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(_CLINICS.split(), "outpatient_clinic"),
    **dict.fromkeys(("ICU", "CCU", "PEDICU", "PEDNICU"), "acute_icu"),
    **dict.fromkeys(("PSYCHF", "PHU"), "psych_hospital"),
    **dict.fromkeys(("RH", "RHU"), "irf"),
    "CHR": "ltch",
    "SNF": "snf",
    "SURF": "residential_substance_use",
}
"""Types of places (HL7 v3 RoleCode) that are one care setting of the catalogue, and no other.

A hospital may be a ward or an outpatient's place, the client's residence a home with or without
help, a residential treatment facility one for the mind or for substances, an ambulance on land or
in the air: these say nothing clear.
"""
_SERVICES: Final[dict[str, str]] = {
    "02": "telehealth_elsewhere",
    "04": "homeless_shelter",
    "09": "correctional",
    "10": "telehealth_home",
    "14": "group_home",
    "16": "temporary_lodging",
    "27": "street_outreach",
    "31": "snf",
    "32": "nursing_facility",
    "33": "custodial",
    "34": "hospice_facility",
    "41": "transport_ground",
    "42": "transport_air",
    "51": "psych_hospital",
    "52": "partial_hospitalization",
    "54": "icf_iid",
    "55": "residential_substance_use",
    "56": "psychiatric_residential",
    "61": "irf",
    "62": "outpatient_rehab",
    "66": "pace_center",
}
"""Places of service (CMS) that are one care setting of the catalogue, and no other."""
_SETTINGS: Final = MappingProxyType(
    {(system, code): one for system in _V3 for code, one in _KINDS.items()}
    | {(_SERVICE, code): one for code, one in _SERVICES.items()}
)


def setting_at(held: Held | None, /) -> CareSettingId | None:
    """The care setting that a Location is by the codes of its type; None if they do not tell one.

    Nothing is taken: a Location is lost as a whole, so that whatever changes in it shows.
    """
    if held is None or held.type != "Location":
        return None
    told = {_SETTINGS[one] for one in _codes(held.raw) if one in _SETTINGS}
    return CareSettingId(told.pop()) if len(told) == 1 else None


def _codes(raw: Json, /) -> Iterator[tuple[str, str]]:
    given: Any = raw.get("type")
    # In STU3 there is but one.
    several: list[Any] = given if given.__class__ is list else [given]
    for concept in several:
        codings = concept.get("coding") if concept.__class__ is dict else None
        for coding in items_in(codings):
            if coding.__class__ is dict:
                system, code = coding.get("system"), coding.get("code")
                if isinstance(system, str) and isinstance(code, str):
                    yield system, code
