"""What several roles have in common: what they may not hold, where they work, who pays."""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.sources import PACB_ROLE
from carecore.roles import Exclusion, PayerKind

__all__ = [
    "A_PROGRAMME",
    "EACH_PAYER_HAS_CONDITIONS",
    "HOMES",
    "HOME_HEALTH_PAYERS",
    "ISCO_SYSTEM",
    "NEVER",
    "NOT_WITHOUT_LICENCE",
    "NO_LEGAL_ADVICE",
    "NUCC_SYSTEM",
    "SNOMED_SYSTEM",
    "SOC_SYSTEM",
]

NO_LEGAL_ADVICE: Final = Exclusion(
    duty="give_legal_advice",
    because="legal advice is a lawyer's; here one only knows when to send for one",
    sources=(OwnChoice("legal advice is a lawyer's; no role of the catalogue may give it"),),
)

NEVER: Final[tuple[Exclusion, ...]] = (
    Exclusion(
        duty="decide_for_client",
        because="the client decides, or who has the legal authority, and never a professional",
        sources=(OwnChoice("no professional decides for a client"),),
    ),
    NO_LEGAL_ADVICE,
)

NOT_WITHOUT_LICENCE: Final[tuple[Exclusion, ...]] = tuple(
    Exclusion(
        duty=duty,
        because="it is a clinical act, and this role has no medical part and no licence for one",
        sources=(
            PACB_ROLE.part("an advocate informs and has no medical part"),
            OwnChoice("what holds for the advocate holds for every role without a licence"),
        ),
    )
    for duty in (
        "manage_medications",
        "reconcile_medications",
        "give_medications",
        "assess_clinically",
        "give_clinical_care_in_flight",
        "transport_unstable_client",
        "prescribe_treatment",
        "counsel_psychosocially",
        "follow_clinically_after_discharge",
    )
)

HOMES: Final = (
    "home_independent",
    "home_informal",
    "home_personal_care",
    "independent_living",
    "assisted_living",
    "group_home",
)
HOME_HEALTH_PAYERS: Final = (
    PayerKind.MEDICARE,
    PayerKind.MEDICARE_ADVANTAGE,
    PayerKind.MEDICAID,
    PayerKind.HEALTH_PLAN,
    PayerKind.VETERANS,
    PayerKind.LONG_TERM_CARE_INSURANCE,
    PayerKind.PRIVATE_PAY,
)
EACH_PAYER_HAS_CONDITIONS: Final = OwnChoice(
    "each payer has conditions of its own, such as being homebound; they are not weighed here"
)
A_PROGRAMME: Final = OwnChoice("some hospitals and practices run such a programme; none has to")

NUCC_SYSTEM: Final = "http://nucc.org/provider-taxonomy"
SNOMED_SYSTEM: Final = "http://snomed.info/sct"
SOC_SYSTEM: Final = "https://www.bls.gov/soc/2018/"
ISCO_SYSTEM: Final = "https://isco.ilo.org/en/isco-08/"
