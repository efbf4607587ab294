"""Other uses of job titles: people who bear them and do other work, for other employers.

Four questions tell nearly all of them apart: who employs, who pays, whose plan it is (one client's,
a panel's, a service's, a claim's), and whether it ends with the stay, the claim or the benefit, or
when the client says.
"""

from typing import Final

import attrs

from carecore.base.reasons import OwnChoice
from carecore.catalogue.sources import (
    ABA_NURSE_CASE_MANAGER,
    ACHP_CARE_MANAGERS,
    AJMC_MEDICAL_HOME,
    ASPE_PRIMER,
    BABICM,
    BCBS_NEBRASKA,
    BRAIN_INJURY_GROUP,
    CATHOLIC_HEALTH,
    CFR_24_578_53,
    CFR_440_169,
    CFR_441_301,
    CHOP_CHILD_WELFARE,
    CMS_CARE_COORDINATION_TOOLKIT,
    CMSUK,
    COMPLETE_CARE_MANAGEMENT,
    DGCC,
    HEAD_INJURY_UK,
    JAPAN_CARE_INSURANCE_ACT,
    JAPAN_LECTURE,
    MARIN_CASE_MANAGEMENT,
    MEDI_KARRIERE,
    MLN_BEHAVIOURAL_HEALTH,
    NC_WORKERS_COMPENSATION,
    NENC_CARE_COORDINATOR,
    NGS_BEHAVIOURAL_HEALTH,
    OMG_CMMN,
    PHOENIX_ACO,
    PROUD_TO_CARE,
    RIGHT_AT_HOME,
    RUMMERY_ASSESSMENTS,
    SF_HOUSING_GUIDE,
    SKIPR,
    SOCIALNET,
    TITLES_INTERCHANGEABLE,
    UK_CARE_ACT,
    UK_CARE_HOMES_ANSWER,
    UK_COMMUNITY_CARE_ACT,
    UK_REGISTERED_MANAGER,
    USC_1396N_G,
    VA_CASE_MANAGEMENT,
    VERYWELL,
    WAYNE_DRUG_COURT,
    ZORG_VOOR_BETER,
)
from carecore.roles import TitleUse

__all__ = ["TITLE_USES"]

_OUR_QUESTION: Final = OwnChoice("the question that tells this use apart")

# Insurers and public programmes in the United States.
_HEALTH_PLAN: Final = TitleUse(
    title="case manager",
    who="somebody at a health plan, often a nurse on the telephone",
    country="US",
    employer="the health plan, or a firm it hires",
    payer="the health plan, with no fee to the member",
    does="telephones members at high risk, plans and links services, steers the use of benefits",
    ask="Does this person act for the insurance plan, and offer the service because you are a "
    "member?",
    sources=(BCBS_NEBRASKA, VERYWELL, _OUR_QUESTION),
)
_WORKERS_COMPENSATION: Final = TitleUse(
    title="case manager",
    who="somebody who follows an injury at work for the insurer",
    country="US",
    employer="the insurer, the administrator of its claims, or a firm it hires",
    payer="workers' compensation",
    does="coordinates treatment after an injury at work, reports on it, plans the return to work",
    ask="Is there a claim for an injury at work, and does an adjuster receive the reports?",
    sources=(NC_WORKERS_COMPENSATION, ABA_NURSE_CASE_MANAGER, VERYWELL, _OUR_QUESTION),
)
_MEDICAID_TARGETED: Final = TitleUse(
    title="case manager",
    who="somebody whom Medicaid pays to help one named group of people",
    country="US",
    employer="the state, a county, or an agency under contract",
    payer="Medicaid",
    does="assesses need, writes the service plan, refers and monitors, and does not give the care",
    ask="Are you entitled to it through Medicaid, as one of a named group?",
    sources=(USC_1396N_G, CFR_440_169, ASPE_PRIMER, _OUR_QUESTION),
)
_WAIVER: Final = TitleUse(
    title="case manager",
    who="somebody who holds the plan of a Medicaid home and community waiver",
    country="US",
    employer="a state agency, an area agency on ageing, or an agency that gives none of the care",
    payer="the Medicaid waiver",
    does="writes and watches the person-centred plan of the waiver",
    ask="Must this person approve the plan before the waiver's services start?",
    sources=(ASPE_PRIMER, CFR_441_301, _OUR_QUESTION),
)
_VETERANS: Final = TitleUse(
    title="case manager",
    who="somebody at a Veterans Affairs facility",
    country="US",
    employer="the Department of Veterans Affairs",
    payer="the federal government",
    does="guides ill or injured veterans from military care to that of Veterans Affairs",
    ask="Are you a veteran or service member, and does a Veterans Affairs facility look after you?",
    sources=(VA_CASE_MANAGEMENT, _OUR_QUESTION),
)

# Hospitals, practices and agencies in the United States.
_HOSPITAL: Final = TitleUse(
    title="care manager",
    who="a member of a hospital's staff, with the work of a case manager",
    country="US",
    employer="the hospital",
    payer="nobody apart: it is in what the hospital is paid",
    does="plans the discharge, settles insurance cover, sends reviews to the insurer",
    ask="Does it end when the hospital stay ends?",
    sources=(CATHOLIC_HEALTH, _OUR_QUESTION),
)
_PRACTICE: Final = TitleUse(
    title="care manager",
    who="a nurse or other professional within a doctor's practice",
    country="US",
    employer="the practice, medical home or health system",
    payer="the practice, out of what insurers pay it for managing care",
    does="teaches, follows up after transitions, supports self-management inside the practice",
    ask="Does the doctor's practice that you attend employ this person?",
    sources=(AJMC_MEDICAL_HOME, COMPLETE_CARE_MANAGEMENT, _OUR_QUESTION),
)
_BEHAVIOURAL: Final = TitleUse(
    title="care manager",
    who="somebody who follows depression and the like from a primary care practice",
    country="US",
    employer="the practice, or its contractor",
    payer="Medicare or another insurer, billed by the practice each month",
    does="follows patients by a register under the doctor, and confers with a psychiatrist",
    ask="Does a primary care doctor bill for it each month, with a psychiatrist who advises?",
    sources=(NGS_BEHAVIOURAL_HEALTH, MLN_BEHAVIOURAL_HEALTH, _OUR_QUESTION),
)
_ACCOUNTABLE_CARE: Final = TitleUse(
    title="care manager",
    who="somebody who looks after a whole population's risks",
    country="US",
    employer="an accountable care organization, or its hospitals and practices",
    payer="the organization, out of the savings it shares",
    does="seeks out patients at high risk of harm or cost, across a population",
    ask="Were you chosen from a list of risks, rather than engaging this person yourself?",
    sources=(CMS_CARE_COORDINATION_TOOLKIT, _OUR_QUESTION),
)
_HOME_HEALTH: Final = TitleUse(
    title="case manager",
    who="the nurse of a home health agency or hospice who answers for one patient's plan",
    country="US",
    employer="a home health agency or hospice",
    payer="the Medicare benefit, or another insurer",
    does="visits as a nurse, keeps one patient's plan, guides the aides",
    ask="Does the same person come for nursing visits?",
    sources=(VERYWELL, _OUR_QUESTION),
)

# Courts, shelters and child protection in the United States.
_TREATMENT_COURT: Final = TitleUse(
    title="case manager",
    who="a member of the team of a drug court or other treatment court",
    country="US",
    employer="the court, the probation service, the county, or a treatment provider",
    payer="public funds, sometimes with fees",
    does="watches whether a participant keeps to the court's programme",
    ask="Can what you tell this person be reported to a judge?",
    sources=(WAYNE_DRUG_COURT, _OUR_QUESTION),
)
_HOMELESS_SERVICES: Final = TitleUse(
    title="case manager",
    who="somebody at a shelter or housing programme",
    country="US",
    employer="a charity or a city agency",
    payer="federal housing grants",
    does="helps to find and keep a home, and links to benefits",
    ask="Is it tied to a shelter or a housing programme?",
    sources=(SF_HOUSING_GUIDE, CFR_24_578_53, _OUR_QUESTION),
)
_CHILD_WELFARE: Final = TitleUse(
    title="case manager",
    who="the caseworker of a child under protection",
    country="US",
    employer="a state or county agency, or an agency under contract",
    payer="public funds",
    does="keeps the plan for a child's safety and lasting home, and reports to the court",
    ask="Is the client a child under protective services?",
    sources=(CHOP_CHILD_WELFARE, _OUR_QUESTION),
)

# Britain.
_COUNCIL: Final = TitleUse(
    title="care manager",
    who="a council's worker in adult social care",
    country="GB",
    employer="the local authority",
    payer="the council, with a means-tested charge to the person",
    does="assesses need under public law, sets the personal budget, arranges a package of care",
    ask="Does the council employ this person, and does the assessment decide what the council "
    "funds?",
    sources=(RUMMERY_ASSESSMENTS, UK_CARE_ACT, UK_COMMUNITY_CARE_ACT, _OUR_QUESTION),
)
_CARE_HOME: Final = TitleUse(
    title="care manager",
    who="the manager of a care home or of a home-care company",
    country="GB",
    employer="the care home or home-care company",
    payer="the fees of all who are cared for there",
    does="runs the service from day to day, manages its staff, answers to the regulator",
    ask="Is this person in charge of a service and its staff, rather than of one client's plan?",
    sources=(PROUD_TO_CARE, UK_REGISTERED_MANAGER, UK_CARE_HOMES_ANSWER, _OUR_QUESTION),
)
_INJURY_CLAIM: Final = TitleUse(
    title="case manager",
    who="an independent professional who rehabilitates one person after a serious injury",
    country="GB",
    employer="an independent firm, or nobody: self-employed",
    payer="damages, paid by the insurer of whoever caused the injury",
    does="builds and runs a package of rehabilitation, instructed by the claimant or by both sides",
    ask="Is there a claim or an award for an injury or for clinical negligence behind it?",
    sources=(BABICM, BRAIN_INJURY_GROUP, HEAD_INJURY_UK, CMSUK, _OUR_QUESTION),
)
_ENGLISH_PRIMARY_CARE: Final = TitleUse(
    title="care coordinator",
    who="a worker of a network of English doctors' practices",
    country="GB",
    employer="the primary care network",
    payer="the National Health Service",
    does="is the point of contact for a caseload of patients, and keeps personalised plans",
    ask="Does the network of your doctor's practice employ this person?",
    sources=(NENC_CARE_COORDINATOR, _OUR_QUESTION),
)

# Other countries.
_GERMANY: Final = TitleUse(
    title="case manager",
    who="a certified professional, by origin mostly a nurse or social worker",
    country="DE",
    employer="a hospital, sickness fund, municipality, job centre or charity",
    payer="the employer, and so mostly social insurance",
    does="steers hard cases across providers by a fixed process",
    ask="Which body employs this person: hospital, sickness fund, municipality or job centre?",
    sources=(DGCC, SOCIALNET, MEDI_KARRIERE, _OUR_QUESTION),
)
_NETHERLANDS: Final = TitleUse(
    title="case manager",
    who="the fixed professional beside a person with dementia at home",
    country="NL",
    employer="a home-nursing organisation, a dementia network or a doctor's practice",
    payer="the basic health insurance",
    does="accompanies the person and the family from the first suspicion until a move to a home",
    ask="Is it for dementia, at home, under the Dutch basic health insurance?",
    sources=(ZORG_VOOR_BETER, SKIPR, _OUR_QUESTION),
)
_JAPAN: Final = TitleUse(
    title="care manager",
    who="a care support specialist of the public long-term care insurance",
    country="JP",
    employer="an office for in-home care support, or a facility",
    payer="the public long-term care insurance",
    does="writes the care plan within the limit of the certified level, and coordinates providers",
    ask="Was a level of care certified under the long-term care insurance?",
    sources=(JAPAN_LECTURE, JAPAN_CARE_INSURANCE_ACT, _OUR_QUESTION),
)
_AUSTRALIA: Final = TitleUse(
    title="care manager",
    who="the care partner at a provider of aged care",
    country="AU",
    employer="the provider of aged care",
    payer="the government, out of the person's budget for support at home",
    does="keeps the care plan, its bookings, its review and its budget",
    ask="Is it paid out of a government budget for home care that the provider holds?",
    sources=(RIGHT_AT_HOME, _OUR_QUESTION),
)

# No person at all.
_SOFTWARE: Final = TitleUse(
    title="case manager",
    who="a kind of workflow software, and no person",
    does="keeps the papers and steps of a case in an office, such as a complaint",
    ask="Is it a person at all?",
    sources=(MARIN_CASE_MANAGEMENT, OMG_CMMN, _OUR_QUESTION),
)

TITLE_USES: Final[tuple[TitleUse, ...]] = (
    _HEALTH_PLAN,
    attrs.evolve(
        _HEALTH_PLAN,
        title="care manager",
        sources=(ACHP_CARE_MANAGERS, TITLES_INTERCHANGEABLE, _OUR_QUESTION),
    ),
    attrs.evolve(
        _HEALTH_PLAN, title="care coordinator", sources=(TITLES_INTERCHANGEABLE, _OUR_QUESTION)
    ),
    _WORKERS_COMPENSATION,
    attrs.evolve(_WORKERS_COMPENSATION, title="nurse case manager"),
    attrs.evolve(_WORKERS_COMPENSATION, title="medical case manager"),
    attrs.evolve(_WORKERS_COMPENSATION, title="field case manager"),
    _MEDICAID_TARGETED,
    attrs.evolve(_MEDICAID_TARGETED, title="targeted case manager"),
    attrs.evolve(_MEDICAID_TARGETED, title="service coordinator"),
    _WAIVER,
    attrs.evolve(_WAIVER, title="waiver case manager"),
    attrs.evolve(_WAIVER, title="supports coordinator"),
    _VETERANS,
    _HOSPITAL,
    _PRACTICE,
    attrs.evolve(
        _PRACTICE, title="case manager", sources=(COMPLETE_CARE_MANAGEMENT, _OUR_QUESTION)
    ),
    attrs.evolve(
        _PRACTICE, title="care coordinator", sources=(COMPLETE_CARE_MANAGEMENT, _OUR_QUESTION)
    ),
    attrs.evolve(
        _PRACTICE, title="health coach", sources=(COMPLETE_CARE_MANAGEMENT, _OUR_QUESTION)
    ),
    _BEHAVIOURAL,
    _ACCOUNTABLE_CARE,
    attrs.evolve(_ACCOUNTABLE_CARE, title="case manager", sources=(PHOENIX_ACO, _OUR_QUESTION)),
    _HOME_HEALTH,
    attrs.evolve(_HOME_HEALTH, title="RN case manager"),
    _TREATMENT_COURT,
    _HOMELESS_SERVICES,
    attrs.evolve(_HOMELESS_SERVICES, title="housing case manager"),
    _CHILD_WELFARE,
    attrs.evolve(_CHILD_WELFARE, title="caseworker"),
    _COUNCIL,
    attrs.evolve(_COUNCIL, title="social worker"),
    _CARE_HOME,
    attrs.evolve(_CARE_HOME, title="care home manager"),
    attrs.evolve(_CARE_HOME, title="registered manager"),
    _INJURY_CLAIM,
    attrs.evolve(_INJURY_CLAIM, title="brain injury case manager"),
    attrs.evolve(_INJURY_CLAIM, title="clinical case manager"),
    _ENGLISH_PRIMARY_CARE,
    _GERMANY,
    attrs.evolve(_GERMANY, title="Fallmanager"),
    _NETHERLANDS,
    attrs.evolve(_NETHERLANDS, title="casemanager dementie"),
    _JAPAN,
    attrs.evolve(_JAPAN, title="kaigo shien senmon-in"),
    _AUSTRALIA,
    attrs.evolve(_AUSTRALIA, title="care coordinator"),
    attrs.evolve(_AUSTRALIA, title="care partner"),
    _SOFTWARE,
)
"""Every other use of a title in the standard catalogue.

.. versionadded:: 0.1
"""
