"""Licences, certifications and memberships of the people whom a care plan names."""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.sources import (
    ACMA_ACM,
    ALCA_POSITION,
    ANCC_CMGT,
    BCEN_CFRN,
    BCEN_CTRN,
    CCMC_ABOUT,
    CFR_484_80,
    ETHERIDGE,
    HUMAN_SERVICES_C_SWCM,
    IBSC_FP_C,
    NACCM,
    NASW_CREDENTIAL_FAQ,
    NASW_CREDENTIALS,
    NLC_NURSEZEE_RULES,
    OLLU_C_ASWCM,
    PACB_COMPETENCIES,
    PACB_ROLE,
)
from carecore.credentials import Credential, CredentialKind

__all__ = ["CREDENTIALS"]

_ONE_NAME: Final = OwnChoice(
    "one name stands for the licences that the boards of the states give to this profession, "
    "whatever each of them calls it"
)
_TWO_LEVELS: Final = OwnChoice(
    "the licences of social workers differ from state to state; two levels are kept here, the "
    "clinical one and all below it"
)
_AIDE: Final = OwnChoice(
    "the training of a home health aide counts as a certification: it shows skill, and most states "
    "give no licence for it"
)
_ESCORT: Final = OwnChoice(
    "a flight nurse's certification speaks for an escort on a scheduled flight too, though no rule "
    "that was read asks for it there"
)
_GROUND: Final = OwnChoice(
    "transport by land between hospitals is no role of this catalogue, so none is named"
)
_BOTH_SPELLINGS: Final = OwnChoice(
    "its two forms, for nurses and for social workers, are two credentials"
)

CREDENTIALS: Final = (
    # Licences: permission to practise.
    Credential(
        id="rn",
        name="registered nurse",
        kind=CredentialKind.LICENCE,
        body="board of nursing of a state",
        sources=(NLC_NURSEZEE_RULES, _ONE_NAME),
    ),
    Credential(
        id="lpn",
        name="licensed practical or vocational nurse",
        kind=CredentialKind.LICENCE,
        body="board of nursing of a state",
        sources=(NLC_NURSEZEE_RULES, _ONE_NAME),
    ),
    Credential(
        id="aprn",
        name="advanced practice registered nurse",
        kind=CredentialKind.LICENCE,
        body="board of nursing of a state",
        sources=(NLC_NURSEZEE_RULES, _ONE_NAME),
    ),
    Credential(
        id="physician",
        name="physician",
        kind=CredentialKind.LICENCE,
        body="medical board of a state",
        sources=(_ONE_NAME,),
    ),
    Credential(
        id="paramedic",
        name="paramedic",
        kind=CredentialKind.LICENCE,
        body="emergency medical services office of a state",
        sources=(_ONE_NAME,),
    ),
    Credential(
        id="respiratory_therapist",
        name="respiratory therapist",
        kind=CredentialKind.LICENCE,
        body="board of respiratory care of a state",
        sources=(_ONE_NAME,),
    ),
    Credential(
        id="lsw",
        name="licensed social worker, below the clinical level",
        kind=CredentialKind.LICENCE,
        body="social work board of a state",
        sources=(_TWO_LEVELS,),
    ),
    Credential(
        id="lcsw",
        name="licensed clinical social worker",
        kind=CredentialKind.LICENCE,
        body="social work board of a state",
        sources=(_TWO_LEVELS,),
    ),
    Credential(
        id="occupational_therapist",
        name="occupational therapist",
        kind=CredentialKind.LICENCE,
        body="board of occupational therapy of a state",
        sources=(_ONE_NAME,),
    ),
    Credential(
        id="physical_therapist",
        name="physical therapist",
        kind=CredentialKind.LICENCE,
        body="board of physical therapy of a state",
        sources=(_ONE_NAME,),
    ),
    Credential(
        id="pharmacist",
        name="pharmacist",
        kind=CredentialKind.LICENCE,
        body="board of pharmacy of a state",
        sources=(_ONE_NAME,),
    ),
    # Certifications: proof of skill.
    Credential(
        id="home_health_aide_training",
        name="training and tested skill of a home health aide",
        kind=CredentialKind.CERTIFICATION,
        body="state, or a home health agency that may train",
        roles=("home_health_aide",),
        sources=(CFR_484_80, _AIDE),
    ),
    Credential(
        id="ccm",
        name="Certified Case Manager (CCM)",
        kind=CredentialKind.CERTIFICATION,
        body="Commission for Case Manager Certification",
        roles=("case_manager",),
        sources=(CCMC_ABOUT,),
    ),
    Credential(
        id="acm_rn",
        name="Accredited Case Manager, nurse (ACM-RN)",
        kind=CredentialKind.CERTIFICATION,
        body="American Case Management Association",
        roles=("case_manager",),
        sources=(ACMA_ACM, _BOTH_SPELLINGS),
    ),
    Credential(
        id="acm_sw",
        name="Accredited Case Manager, social worker (ACM-SW)",
        kind=CredentialKind.CERTIFICATION,
        body="American Case Management Association",
        roles=("case_manager",),
        sources=(ACMA_ACM, _BOTH_SPELLINGS),
    ),
    Credential(
        id="cmgt_bc",
        name="Nursing Case Management (CMGT-BC)",
        kind=CredentialKind.CERTIFICATION,
        body="American Nurses Credentialing Center",
        roles=("case_manager",),
        sources=(ANCC_CMGT,),
    ),
    Credential(
        id="c_swcm",
        name="Certified Social Work Case Manager (C-SWCM)",
        kind=CredentialKind.CERTIFICATION,
        body="National Association of Social Workers",
        roles=("case_manager",),
        sources=(HUMAN_SERVICES_C_SWCM, NASW_CREDENTIALS, NASW_CREDENTIAL_FAQ),
    ),
    Credential(
        id="c_aswcm",
        name="Certified Advanced Social Work Case Manager (C-ASWCM)",
        kind=CredentialKind.CERTIFICATION,
        body="National Association of Social Workers",
        roles=("case_manager",),
        sources=(OLLU_C_ASWCM, NASW_CREDENTIALS, NASW_CREDENTIAL_FAQ),
    ),
    Credential(
        id="cmc",
        name="Care Manager Certified (CMC)",
        kind=CredentialKind.CERTIFICATION,
        body="National Academy of Certified Care Managers",
        roles=("care_manager",),
        sources=(NACCM, ETHERIDGE),
    ),
    Credential(
        id="bcpa",
        name="Board Certified Patient Advocate (BCPA)",
        kind=CredentialKind.CERTIFICATION,
        body="Patient Advocate Certification Board",
        roles=("patient_advocate",),
        sources=(PACB_COMPETENCIES, PACB_ROLE),
    ),
    Credential(
        id="cfrn",
        name="Certified Flight Registered Nurse (CFRN)",
        kind=CredentialKind.CERTIFICATION,
        body="Board of Certification for Emergency Nursing",
        roles=("medical_escort_nurse", "air_ambulance_crew"),
        sources=(BCEN_CFRN, _ESCORT),
    ),
    Credential(
        id="ctrn",
        name="Certified Transport Registered Nurse (CTRN), transport by ground",
        kind=CredentialKind.CERTIFICATION,
        body="Board of Certification for Emergency Nursing",
        sources=(BCEN_CTRN, _GROUND),
    ),
    Credential(
        id="fp_c",
        name="Certified Flight Paramedic (FP-C)",
        kind=CredentialKind.CERTIFICATION,
        body="International Board of Specialty Certification",
        roles=("air_ambulance_crew",),
        sources=(IBSC_FP_C,),
    ),
    # Memberships: the right to a protected title.
    Credential(
        id="alca",
        name="membership of the Aging Life Care Association",
        kind=CredentialKind.MEMBERSHIP,
        body="Aging Life Care Association",
        roles=("care_manager",),
        sources=(ALCA_POSITION,),
    ),
)
"""Licences first, then certifications, then memberships.

.. versionadded:: 0.1
"""
