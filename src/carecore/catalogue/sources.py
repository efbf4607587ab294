"""Where the facts of the catalogue stand: one citation for each text.

`verified` says that the fact was read in that text, or in a true copy of it; where only a summary
was read, either the summary is cited, or the text itself as not verified.
`as_of` is the day of the text that was read (the first day, where only a year or month is shown);
for a page without a date, and for a text that was not read, it is the day to which the knowledge
reaches.
Within a text, `.part("standard 5")` names the place; for what was not itself read there,
`.unverified()` says so.
"""

from datetime import date
from typing import Final

from carecore.base.reasons import Citation

__all__ = [
    "ABA_NURSE_CASE_MANAGER",
    "ACHP_CARE_MANAGERS",
    "ACMA_2013",
    "ACMA_2013_CONTENTS",
    "ACMA_2020",
    "ACMA_2020_CONTENTS",
    "ACMA_ACM",
    "ACMA_TRANSITIONS",
    "AGEWISE_COLORADO",
    "AJMC_MEDICAL_HOME",
    "ALCA_ACADEMIC",
    "ALCA_EIGHT_AREAS",
    "ALCA_POSITION",
    "ANCC_CMGT",
    "APHA_CHW",
    "ARTICLE",
    "ASPE_PRIMER",
    "BABICM",
    "BARLOWE",
    "BCBS_NEBRASKA",
    "BCEN_CFRN",
    "BCEN_CTRN",
    "BCEN_FLIGHT_CREW",
    "BLS_SOC",
    "BRAIN_INJURY_GROUP",
    "CARE_PLANNING_COUNCIL",
    "CATHOLIC_HEALTH",
    "CCMC_ABOUT",
    "CCMC_CMBOK",
    "CCMC_EXAM_DOMAINS",
    "CDC_CHW_TITLES",
    "CFR_24_578_53",
    "CFR_382_23",
    "CFR_382_29",
    "CFR_412_622",
    "CFR_418_56",
    "CFR_422_101",
    "CFR_440_169",
    "CFR_440_180",
    "CFR_441_301",
    "CFR_441_301_WRITTEN_PLAN",
    "CFR_441_710",
    "CFR_460_102",
    "CFR_460_104",
    "CFR_482_13",
    "CFR_482_30",
    "CFR_482_43",
    "CFR_482_60",
    "CFR_482_61",
    "CFR_482_62",
    "CFR_483_21",
    "CFR_483_40",
    "CFR_483_70",
    "CFR_483_430",
    "CFR_484_50",
    "CFR_484_58",
    "CFR_484_60",
    "CFR_484_80",
    "CFR_484_80_SUPERVISION",
    "CFR_484_105",
    "CGS_HOSPICE_GROUP",
    "CHOP_CHILD_WELFARE",
    "CMSA_2010",
    "CMSA_2010_CONTENTS",
    "CMSA_2016",
    "CMSA_2016_CONTENTS",
    "CMSA_2022",
    "CMSA_2022_SUMMARY",
    "CMSUK",
    "CMS_CARE_COORDINATION_TOOLKIT",
    "CMS_POS",
    "COLEMAN_CTI",
    "COLORADO_NAVIGATOR",
    "COMPLETE_CARE_MANAGEMENT",
    "DGCC",
    "DOJ_35_130",
    "ETHERIDGE",
    "F850_SUMMARY",
    "FR_84_51836",
    "HAYDEL_484_105",
    "HCBS_TA_CHART",
    "HEAD_INJURY_UK",
    "HEALTHWISE_AGENT",
    "HEALTH_NET_SNP",
    "HL7_TERMINOLOGY",
    "HUMAN_SERVICES_C_SWCM",
    "IBSC_FP_C",
    "ILO_ISCO",
    "JAPAN_CARE_INSURANCE_ACT",
    "JAPAN_LECTURE",
    "JETRESCUE",
    "LIFELINE_988",
    "MARIN_CASE_MANAGEMENT",
    "MEDIC_TRANS",
    "MEDI_KARRIERE",
    "MLN_BEHAVIOURAL_HEALTH",
    "MLN_CHRONIC_CARE",
    "MY_CANCER_JOURNEY",
    "NACCM",
    "NACCM_HANDBOOK",
    "NASW_2013",
    "NASW_CREDENTIALS",
    "NASW_CREDENTIAL_FAQ",
    "NAYLOR",
    "NC_REHABILITATION",
    "NC_WORKERS_COMPENSATION",
    "NENC_CARE_COORDINATOR",
    "NGS_BEHAVIOURAL_HEALTH",
    "NLC_FAQ",
    "NLC_FIRST_STATES",
    "NLC_GUAM",
    "NLC_LIST_2021",
    "NLC_LIST_2024",
    "NLC_MAP_2026",
    "NLC_MASSACHUSETTS",
    "NLC_NURSEZEE_LIST",
    "NLC_NURSEZEE_RULES",
    "NLC_OFFICIAL",
    "NLC_PARTIAL_2025",
    "NLC_RESIDENCY_RULE",
    "NLC_RHODE_ISLAND",
    "NLC_RHODE_ISLAND_SUNSET",
    "NLC_START",
    "NLC_STATUS_2026",
    "NLC_WASHINGTON",
    "NPSG_MEDICATION",
    "NUCC",
    "NURSE_COM_2014",
    "OLLU_C_ASWCM",
    "OLMSTEAD",
    "OMG_CMMN",
    "PACB_COMPETENCIES",
    "PACB_ROLE",
    "PACE_TEAM_SUMMARY",
    "PARENTGIVING",
    "PHOENIX_ACO",
    "PROUD_TO_CARE",
    "RACMONITOR_IRF",
    "RIGHT_AT_HOME",
    "RUMMERY_ASSESSMENTS",
    "SF_HOUSING_GUIDE",
    "SKIPR",
    "SNOMED",
    "SOCIALNET",
    "SOUND_OPTIONS",
    "SWC_EXPLAINER",
    "SWC_FIRST_MEETING",
    "SWC_MAP",
    "SWC_NORTH_DAKOTA",
    "SWC_OFFICIAL",
    "TITLES_INTERCHANGEABLE",
    "UK_CARE_ACT",
    "UK_CARE_HOMES_ANSWER",
    "UK_COMMUNITY_CARE_ACT",
    "UK_REGISTERED_MANAGER",
    "UNIFORM_HEALTH_CARE_DECISIONS",
    "USC_1395X_DD",
    "USC_1396N_G",
    "USC_3058G",
    "VA_CASE_MANAGEMENT",
    "VERYWELL",
    "VIGOR_ADVOCATE",
    "WAYNE_DRUG_COURT",
    "WEX_HEALTH_CARE_PROXY",
    "WIKIPEDIA_ESCORT",
    "ZORG_VOOR_BETER",
]

_KNOWN: Final = date(2026, 1, 1)

# The two core roles, and what their titles mean.
ARTICLE: Final = Citation(
    authority="Flying Angels",
    section="Case Manager vs. Care Manager",
    address="https://www.flyingangels.com/case-manager-vs-care-manager/",
    edition="undated; the publisher sells nurse escorts",
    as_of=_KNOWN,
)
NURSE_COM_2014: Final = Citation(
    authority="Nurse.com",
    section="What is the difference between case manager and care manager?",
    address=(
        "https://www.nurse.com/blog/2014/09/11/what-is-the-difference-is-between-case-manager-"
        "and-care-manager/"
    ),
    edition="2014",
    as_of=date(2014, 9, 11),
)
TITLES_INTERCHANGEABLE: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="model member handbook for Medicare-Medicaid plans, chapter 12, definitions",
    address="https://www.reginfo.gov/",
    edition="information collection 202512-0938-015",
    as_of=date(2025, 12, 1),
)
VERYWELL: Final = Citation(
    authority="Verywell Health",
    section="Duties and Types of Case Managers",
    address="https://www.verywellhealth.com/what-does-a-case-manager-do-1738560",
    edition="undated",
    as_of=_KNOWN,
)
CATHOLIC_HEALTH: Final = Citation(
    authority="Catholic Health, St. Joseph Hospital",
    section="patient guide, care management and social work",
    address="https://issuu.com/catholichealthli/docs/ch_sjh_patient_guide_v3_web_pages/s/16462743",
    edition="undated",
    as_of=_KNOWN,
)
COMPLETE_CARE_MANAGEMENT: Final = Citation(
    authority="Complete Care Management",
    section="implementation guide 3, diversity of the care manager role",
    address="https://completecaremanagement.com/cm-implementation-guide3/",
    edition="undated",
    as_of=_KNOWN,
)
ETHERIDGE: Final = Citation(
    authority="Etheridge Care",
    section="frequently asked questions",
    address="https://www.etheridgecare.com/faq",
    edition="undated; a member firm of the Aging Life Care Association",
    as_of=_KNOWN,
)
BARLOWE: Final = Citation(
    authority="Barlowe & Associates",
    section="What is a Care Manager?",
    address="https://www.barloweandassoc.com/aging-life-care/what-is-a-care-manager/",
    edition="undated; a member firm of the Aging Life Care Association",
    as_of=_KNOWN,
)
SOUND_OPTIONS: Final = Citation(
    authority="Sound Options",
    section="National Aging Life Care Month",
    address="https://www.soundoptions.com/blog/national-aging-life-care-month",
    edition="undated; a member firm of the Aging Life Care Association",
    as_of=_KNOWN,
)

# Standards and bodies of knowledge.
CMSA_2010: Final = Citation(
    authority="Case Management Society of America",
    section="Standards of Practice for Case Management",
    address="https://cmsa.org/",
    edition="2010",
    as_of=_KNOWN,
    verified=False,
)
CMSA_2010_CONTENTS: Final = Citation(
    authority="Case Management Society of America",
    section="Standards of Practice for Case Management, table of contents",
    address="https://cmsa.org/",
    edition="2010",
    as_of=_KNOWN,
)
CMSA_2016: Final = Citation(
    authority="Case Management Society of America",
    section="Standards of Practice for Case Management",
    address="https://cmsa.org/",
    edition="2016",
    as_of=_KNOWN,
    verified=False,
)
CMSA_2016_CONTENTS: Final = Citation(
    authority="Case Management Society of America",
    section="Standards of Practice for Case Management, table of contents",
    address="https://cmsa.org/",
    edition="2016",
    as_of=_KNOWN,
)
CMSA_2022: Final = Citation(
    authority="Case Management Society of America",
    section="Standards of Practice for Case Management",
    address="https://cmsa.org/",
    edition="2022",
    as_of=_KNOWN,
    verified=False,
)
CMSA_2022_SUMMARY: Final = Citation(
    authority="Phoenix Medical Management",
    section="CMSA Revises Standards of Practice Again",
    address="https://www.phoenixmed.net/phoenix-blog/cmsa-revises-standards-of-practice-again",
    edition="summary of the 2022 edition",
    as_of=_KNOWN,
)
CCMC_CMBOK: Final = Citation(
    authority="Commission for Case Manager Certification",
    section="Case Management Body of Knowledge",
    address="https://cmbodyofknowledge.com/",
    edition="undated",
    as_of=_KNOWN,
)
CCMC_EXAM_DOMAINS: Final = Citation(
    authority="Career Employer",
    section="study guide for the CCM exam, domains",
    address="https://careeremployer.com/test-prep/study-guides/ccm-study-guide",
    edition="blueprint of August 2025",
    as_of=date(2025, 8, 1),
)
NASW_2013: Final = Citation(
    authority="National Association of Social Workers",
    section="Standards for Social Work Case Management",
    address=(
        "https://www.socialworkers.org/Practice/NASW-Practice-Standards-Guidelines/NASW-"
        "Standards-for-Social-Work-Case-Management"
    ),
    edition="2013",
    as_of=_KNOWN,
)
ACMA_2013: Final = Citation(
    authority="American Case Management Association",
    section="Standards of Practice & Scope of Services",
    address="https://www.acmaweb.org/",
    edition="2013",
    as_of=_KNOWN,
    verified=False,
)
ACMA_2013_CONTENTS: Final = Citation(
    authority="American Case Management Association",
    section="Standards of Practice & Scope of Services, table of contents",
    address="https://www.acmaweb.org/",
    edition="2013",
    as_of=_KNOWN,
)
ACMA_2020: Final = Citation(
    authority="American Case Management Association",
    section="Standards of Practice & Scope of Services",
    address="https://www.acmaweb.org/",
    edition="2020",
    as_of=_KNOWN,
    verified=False,
)
ACMA_2020_CONTENTS: Final = Citation(
    authority="American Case Management Association",
    section="Standards of Practice & Scope of Services, table of contents",
    address="https://www.acmaweb.org/",
    edition="2020",
    as_of=_KNOWN,
)
ACMA_TRANSITIONS: Final = Citation(
    authority="American Case Management Association",
    section="Transitions of Care Standards",
    address="https://transitionsofcare.org",
    edition="undated",
    as_of=_KNOWN,
)
ALCA_POSITION: Final = Citation(
    authority="Aging Life Care Association",
    section="Position Paper: Care Management",
    address=(
        "https://www.aginglifecare.org/ALCAWEB/About_Us/Public_Policy_Pages/Position_Paper_-_"
        "Care_Management.aspx"
    ),
    edition="undated",
    as_of=_KNOWN,
)
ALCA_ACADEMIC: Final = Citation(
    authority="Aging Life Care Association",
    section="recommendations for academic communities",
    address="https://www.aginglifecare.org/",
    edition="January 2017",
    as_of=date(2017, 1, 1),
)
ALCA_EIGHT_AREAS: Final = Citation(
    authority="Aging Life Care Association",
    section="the eight knowledge areas of an Aging Life Care Professional",
    address="https://www.aginglifecare.org/",
    edition="undated",
    as_of=_KNOWN,
    verified=False,
)
NACCM: Final = Citation(
    authority="National Academy of Certified Care Managers",
    section="frequently asked questions",
    address="https://www.naccm.net/applications/faqs/",
    edition="undated",
    as_of=_KNOWN,
)
NACCM_HANDBOOK: Final = Citation(
    authority="National Academy of Certified Care Managers",
    section="handbook for candidates, content domains",
    address="https://www.naccm.net/",
    edition="undated",
    as_of=_KNOWN,
    verified=False,
)
PACB_ROLE: Final = Citation(
    authority="Patient Advocate Certification Board",
    section="Patient Advocacy vs Medical Advocacy",
    address=(
        "https://www.pacboard.org/2016/03/09/patient-advocacy-vs-medical-advocacy-view-from-"
        "the-pacb/"
    ),
    edition="2016",
    as_of=date(2016, 3, 9),
)
PACB_COMPETENCIES: Final = Citation(
    authority="Patient Advocate Certification Board",
    section="competencies",
    address="https://www.pacboard.org/competencies/",
    edition="undated",
    as_of=_KNOWN,
)
NPSG_MEDICATION: Final = Citation(
    authority="The Joint Commission",
    section="goal NPSG.03.06.01, medication information",
    address="https://www.jointcommission.org/",
    edition="hospital programme up to 2025; replaced there in 2026",
    as_of=date(2025, 12, 31),
    verified=False,
)
COLEMAN_CTI: Final = Citation(
    authority="Care Transitions Intervention",
    section="structure of the intervention",
    address="https://caretransitions.org/",
    edition="undated",
    as_of=_KNOWN,
)
NAYLOR: Final = Citation(
    authority="Naylor and others",
    section="protocol of the Transitional Care Model, table 2",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC3342512/",
    edition="year not shown",
    as_of=_KNOWN,
)

# Related roles.
COLORADO_NAVIGATOR: Final = Citation(
    authority="Colorado Department of Public Health & Environment",
    section="Who is a Health Navigator?",
    address=(
        "https://cdphe.colorado.gov/chronic-disease-prevention/health-navigator-workforce-"
        "development/who-is-a-health-navigator"
    ),
    edition="undated",
    as_of=_KNOWN,
)
VIGOR_ADVOCATE: Final = Citation(
    authority="VigorTip",
    section="work of a health advocate or navigator",
    address="https://vigortip.com/health-or-patient-advocate-or-navigator-occupation/",
    edition="undated",
    as_of=_KNOWN,
)
JETRESCUE: Final = Citation(
    authority="JetRescue Air Ambulance",
    section="Air ambulance vs medical escort",
    address="https://jetrescueairambulance.com/post/air-ambulance-vs-medical-escort",
    edition="undated; a provider of both",
    as_of=_KNOWN,
)
WIKIPEDIA_ESCORT: Final = Citation(
    authority="Wikipedia",
    section="Medical escort",
    address="https://en.wikipedia.org/wiki/Medical_escort",
    edition="undated",
    as_of=_KNOWN,
)
APHA_CHW: Final = Citation(
    authority="American Public Health Association",
    section="community health workers",
    address="https://www.apha.org/",
    edition="undated",
    as_of=_KNOWN,
    verified=False,
)
UNIFORM_HEALTH_CARE_DECISIONS: Final = Citation(
    authority="Uniform Law Commission",
    section="Uniform Health-Care Decisions Act",
    address="https://www.uniformlaws.org/",
    edition="1993, revised 2023",
    as_of=_KNOWN,
    verified=False,
)

# Credentials.
CCMC_ABOUT: Final = Citation(
    authority="Commission for Case Manager Certification",
    section="About CCMC",
    address="https://ccmcertification.org/about-ccmc",
    edition="undated",
    as_of=_KNOWN,
)
ACMA_ACM: Final = Citation(
    authority="American Case Management Association",
    section="ACM Certification",
    address="https://www.acmaweb.org/acm/",
    edition="position of 2 December 2016",
    as_of=date(2016, 12, 2),
)
ANCC_CMGT: Final = Citation(
    authority="American Nurses Credentialing Center",
    section="Nursing Case Management Certification",
    address="https://www.nursingworld.org/our-certifications/nursing-case-management/",
    edition="undated",
    as_of=_KNOWN,
    verified=False,
)
NASW_CREDENTIALS: Final = Citation(
    authority="National Association of Social Workers",
    section="credentials and certifications",
    address="https://www.socialworkers.org/Careers/Credentials-Certifications",
    edition="undated",
    as_of=_KNOWN,
    verified=False,
)
NASW_CREDENTIAL_FAQ: Final = Citation(
    authority="National Association of Social Workers",
    section="credentialing centre, frequently asked questions",
    address="https://www.socialworkers.org/Careers/Credentials/Credentialing-Center-FAQ",
    edition="undated",
    as_of=_KNOWN,
)
OLLU_C_ASWCM: Final = Citation(
    authority="Our Lady of the Lake University",
    section="how to become a certified advanced social work case manager",
    address=(
        "https://onlineprograms.ollusa.edu/resources/article/how-to-become-a-certified-"
        "advanced-social-work-case-manager/"
    ),
    edition="undated",
    as_of=_KNOWN,
)
HUMAN_SERVICES_C_SWCM: Final = Citation(
    authority="HumanServicesEdu.org",
    section="certified social work case manager",
    address="https://www.humanservicesedu.org/edreq-certifiedsocialworkercasemanage/",
    edition="undated",
    as_of=_KNOWN,
)
BCEN_CFRN: Final = Citation(
    authority="Board of Certification for Emergency Nursing",
    section="CFRN History",
    address="https://bcen.org/cfrn-history",
    edition="June 2023",
    as_of=date(2023, 6, 1),
)
BCEN_FLIGHT_CREW: Final = Citation(
    authority="Board of Certification for Emergency Nursing",
    section="press release on 30 years of certified flight nursing",
    address=(
        "https://www.wlox.com/prnewswire/2023/07/06/bcen-celebrates-30-years-certified-flight-"
        "nursing-excellence/"
    ),
    edition="2023",
    as_of=date(2023, 7, 6),
)
BCEN_CTRN: Final = Citation(
    authority="Board of Certification for Emergency Nursing",
    section="press release on the accreditation of critical-care ground transport nursing",
    address=(
        "https://www.prweb.com/releases/BCEN_s_Critical_Care_Ground_Transport_Nursing_"
        "Certification_Earns_Accreditation/prweb19483110.htm"
    ),
    edition="2023",
    as_of=date(2023, 8, 10),
)
IBSC_FP_C: Final = Citation(
    authority="International Board of Specialty Certification",
    section="Certified Flight Paramedic",
    address="https://www.ibscertifications.org/",
    edition="undated",
    as_of=_KNOWN,
    verified=False,
)

# US law: hospitals.
CFR_482_13: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 482.13",
    address="https://www.ecfr.gov/current/title-42/section-482.13",
    as_of=_KNOWN,
)
CFR_482_30: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 482.30",
    address="https://www.ecfr.gov/current/title-42/section-482.30",
    as_of=_KNOWN,
    verified=False,
)
CFR_482_43: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 482.43",
    address="https://www.ecfr.gov/current/title-42/section-482.43",
    edition="84 FR 51836, in effect from 29 November 2019",
    as_of=date(2019, 11, 29),
)
FR_84_51836: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="84 FR 51836, discharge planning rule",
    address="https://www.govinfo.gov/content/pkg/FR-2019-09-30/html/2019-20732.htm",
    edition="2019",
    as_of=date(2019, 9, 30),
)
CFR_482_60: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 482.60(b)",
    address=(
        "https://www.govinfo.gov/content/pkg/CFR-2023-title42-vol5/xml/CFR-2023-title42-vol5-"
        "sec482-60.xml"
    ),
    edition="edition of 1 October 2023",
    as_of=date(2026, 3, 24),
)
CFR_482_61: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 482.61(a)(4)",
    address="https://www.law.cornell.edu/cfr/text/42/482.61",
    edition="undated copy",
    as_of=_KNOWN,
)
CFR_482_62: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 482.62(f)",
    address="https://www.ecfr.gov/current/title-42/section-482.62",
    as_of=_KNOWN,
    verified=False,
)
CFR_412_622: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 412.622(a)(5)",
    address="https://www.ecfr.gov/current/title-42/section-412.622",
    as_of=_KNOWN,
    verified=False,
)
RACMONITOR_IRF: Final = Citation(
    authority="RACmonitor",
    section="The interdisciplinary team meeting: what's on the agenda",
    address="https://www.racmonitor.com/the-interdisciplinary-team-meeting-what-s-on-the-agenda",
    edition="2013",
    as_of=date(2013, 11, 6),
)
NC_REHABILITATION: Final = Citation(
    authority="North Carolina",
    section="10A NCAC 13B .5405(d)",
    address=(
        "http://ncrules.state.nc.us/ncac/title%2010a%20-%20health%20and%20human%20services/"
        "chapter%2013%20-%20nc%20medical%20care%20commission/subchapter%20b/"
        "10a%20ncac%2013b%20.5405.html"
    ),
    edition="one state's rule, kept on 22 July 2017",
    as_of=date(2017, 7, 22),
)

# US law: nursing facilities, home health, hospice, intermediate care, PACE.
CFR_483_21: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 483.21",
    address="https://www.ecfr.gov/current/title-42/section-483.21",
    edition="text in surveyor tags of 22 November 2017",
    as_of=date(2017, 11, 22),
)
CFR_483_40: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 483.40(d)",
    address="https://www.ecfr.gov/current/title-42/section-483.40",
    as_of=_KNOWN,
    verified=False,
)
CFR_483_70: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 483.70, social worker paragraph (surveyor tag F850)",
    address="https://www.ecfr.gov/current/title-42/section-483.70",
    as_of=_KNOWN,
    verified=False,
)
F850_SUMMARY: Final = Citation(
    authority="ReadyRule",
    section="tag F850, social worker in facilities of more than 120 beds",
    address="https://readyrule.com/nursing-homes/violations/f850-social-worker",
    edition="undated",
    as_of=_KNOWN,
)
CFR_483_430: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 483.430(a)",
    address="https://www.ecfr.gov/current/title-42/section-483.430",
    edition="text current through 30 September 2024",
    as_of=date(2024, 9, 30),
)
CFR_484_50: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 484.50",
    address="https://www.ecfr.gov/current/title-42/section-484.50",
    as_of=_KNOWN,
)
CFR_484_58: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 484.58",
    address="https://www.ecfr.gov/current/title-42/section-484.58",
    edition="only its title was read",
    as_of=date(2020, 2, 21),
    verified=False,
)
CFR_484_60: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 484.60",
    address="https://www.ecfr.gov/current/title-42/section-484.60",
    as_of=_KNOWN,
)
CFR_484_80: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 484.80",
    address="https://www.ecfr.gov/current/title-42/section-484.80",
    as_of=_KNOWN,
    verified=False,
)
CFR_484_80_SUPERVISION: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 484.80(h)(1)",
    address="https://www.ecfr.gov/current/title-42/section-484.80",
    edition="as quoted in a notice of CMS",
    as_of=date(2024, 10, 28),
)
CFR_484_105: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 484.105(c)",
    address="https://www.ecfr.gov/current/title-42/section-484.105",
    as_of=_KNOWN,
    verified=False,
)
HAYDEL_484_105: Final = Citation(
    authority="Haydel Consulting Services",
    section="conditions of participation, part 5, clinical manager",
    address="https://haydelconsultingservices.com/2017/02/23/conditions-of-participation-part-5/",
    edition="2017",
    as_of=date(2017, 2, 23),
)
CFR_418_56: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 418.56(a)(1)",
    address="https://www.ecfr.gov/current/title-42/section-418.56",
    as_of=_KNOWN,
    verified=False,
)
USC_1395X_DD: Final = Citation(
    authority="US Code",
    section="42 U.S.C. 1395x(dd)(2)(B)",
    address="https://www.law.cornell.edu/uscode/text/42/1395x",
    edition="undated copy",
    as_of=_KNOWN,
)
CGS_HOSPICE_GROUP: Final = Citation(
    authority="CGS Administrators",
    section="hospice interdisciplinary group",
    address="https://cgsmedicare.com/hhh/coverage/coverage_guidelines/idg.html",
    edition="reviewed 8 December 2021",
    as_of=date(2021, 12, 8),
)
CFR_460_102: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 460.102(b)",
    address="https://www.ecfr.gov/current/title-42/section-460.102",
    as_of=_KNOWN,
    verified=False,
)
PACE_TEAM_SUMMARY: Final = Citation(
    authority="National Academies",
    section="Retooling for an Aging America, page 85, PACE team",
    address="http://www.nap.edu/openbook.php?record_id=12089&page=85",
    edition="2008",
    as_of=date(2008, 1, 1),
)
CFR_460_104: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 460.104(b)",
    address="https://www.ecfr.gov/current/title-42/section-460.104",
    edition="text current on 20 June 2026",
    as_of=date(2026, 6, 20),
)

# US law: Medicaid, health plans, the most integrated setting.
USC_1396N_G: Final = Citation(
    authority="US Code",
    section="42 U.S.C. 1396n(g)(2)",
    address="https://www.law.cornell.edu/uscode/text/42/1396n",
    edition="undated copy",
    as_of=_KNOWN,
)
CFR_440_169: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 440.169",
    address="https://www.ecfr.gov/current/title-42/section-440.169",
    as_of=_KNOWN,
    verified=False,
)
CFR_440_180: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 440.180",
    address="https://www.ecfr.gov/current/title-42/section-440.180",
    as_of=_KNOWN,
    verified=False,
)
CFR_441_301: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 441.301(c)",
    address="https://www.ecfr.gov/current/title-42/section-441.301",
    as_of=_KNOWN,
    verified=False,
)
CFR_441_301_WRITTEN_PLAN: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 441.301(a)-(b)",
    address="https://www.ecfr.gov/current/title-42/section-441.301",
    as_of=_KNOWN,
)
CFR_441_710: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 441.710",
    address="https://www.ecfr.gov/current/title-42/section-441.710",
    as_of=_KNOWN,
)
CFR_422_101: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 422.101(f)",
    address="https://www.ecfr.gov/current/title-42/section-422.101",
    as_of=_KNOWN,
    verified=False,
)
HEALTH_NET_SNP: Final = Citation(
    authority="Health Net",
    section="Medicare Advantage special needs plans, requirements of CMS",
    address="https://providerlibrary.healthnetcalifornia.com/",
    edition="undated",
    as_of=_KNOWN,
)
DOJ_35_130: Final = Citation(
    authority="US Code of Federal Regulations",
    section="28 CFR 35.130(d)",
    address="https://www.ecfr.gov/current/title-28/section-35.130",
    edition="as quoted by the Department of Justice",
    as_of=_KNOWN,
)
OLMSTEAD: Final = Citation(
    authority="US Supreme Court",
    section="Olmstead v. L.C., 527 U.S. 581, 607",
    address="https://supreme.justia.com/cases/federal/us/527/581/",
    edition="1999",
    as_of=date(1999, 6, 22),
)

# US law: travel by air.
CFR_382_23: Final = Citation(
    authority="US Code of Federal Regulations",
    section="14 CFR 382.23(b)(1)",
    address="https://www.ecfr.gov/current/title-14/section-382.23",
    edition="text of 2016 to 2019",
    as_of=date(2019, 1, 1),
)
CFR_382_29: Final = Citation(
    authority="US Code of Federal Regulations",
    section="14 CFR 382.29(a)-(b)",
    address="https://www.ecfr.gov/current/title-14/section-382.29",
    edition="text of 2016 to 2019",
    as_of=date(2019, 1, 1),
)

# Code systems.
CMS_POS: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="Place of Service Code Set",
    address="https://www.cms.gov/medicare/coding-billing/place-of-service-codes/code-sets",
    edition="set of 2 May 2024",
    as_of=date(2024, 5, 2),
)
HL7_TERMINOLOGY: Final = Citation(
    authority="HL7 International",
    section="HL7 Terminology",
    address="https://terminology.hl7.org/",
    edition="discharge disposition 1.0.1, RoleCode 4.0.0",
    as_of=_KNOWN,
)
NUCC: Final = Citation(
    authority="National Uniform Claim Committee",
    section="Health Care Provider Taxonomy",
    address="https://taxonomy.nucc.org/",
    edition="half-yearly",
    as_of=_KNOWN,
)
BLS_SOC: Final = Citation(
    authority="US Bureau of Labor Statistics",
    section="Standard Occupational Classification",
    address="https://www.bls.gov/soc/",
    edition="2018",
    as_of=_KNOWN,
)
ILO_ISCO: Final = Citation(
    authority="International Labour Organization",
    section="International Standard Classification of Occupations, ISCO-08",
    address="https://isco.ilo.org/",
    edition="2008",
    as_of=_KNOWN,
)
SNOMED: Final = Citation(
    authority="HL7 International",
    section="map from provider taxonomy to SNOMED CT care-team functions (numbers only)",
    address="https://hl7.org/fhir/us/davinci-ehrx/",
    edition="undated",
    as_of=_KNOWN,
)

# Nurse Licensure Compact.
NLC_OFFICIAL: Final = Citation(
    authority="Interstate Commission of Nurse Licensure Compact Administrators",
    section="list of members",
    address="https://www.nursecompact.com/",
    as_of=_KNOWN,
    verified=False,
)
NLC_FAQ: Final = Citation(
    authority="National Council of State Boards of Nursing",
    section="Nurse Licensure Compact, frequently asked questions",
    address="https://www.ncsbn.org/compacts/nurse-licensure-compact/nlc-faqs.page",
    edition="an old, undated copy: good for rules, not for the list of members",
    as_of=_KNOWN,
)
NLC_LIST_2024: Final = Citation(
    authority="Triage Staffing",
    section="list of compact states of June 2024",
    address="https://triagestaff.com/",
    edition="June 2024",
    as_of=date(2024, 6, 30),
)
NLC_MAP_2026: Final = Citation(
    authority="Global Nurse Guide",
    section="NLC Map 2026",
    address="https://globalnurseguide.com/nlc-map-compact-nursing-states-2026/",
    edition="2 July 2026",
    as_of=date(2026, 7, 2),
)
NLC_STATUS_2026: Final = Citation(
    authority="Compact States",
    section="state of the Nurse Licensure Compact",
    address="https://compactstates.com/state-of-the-nurse-licensure-compact",
    edition="17 June 2026",
    as_of=date(2026, 6, 17),
)
NLC_NURSEZEE_LIST: Final = Citation(
    authority="NurseZee",
    section="compact nursing states",
    address="https://nursezee.com/compact-nursing-states/",
    edition="checked 10 May 2026",
    as_of=date(2026, 5, 10),
)
NLC_NURSEZEE_RULES: Final = Citation(
    authority="NurseZee",
    section="Nurse Licensure Compact",
    address="https://nursezee.com/nurse-licensure-compact/",
    edition="checked 10 May 2026",
    as_of=date(2026, 5, 10),
)
NLC_MASSACHUSETTS: Final = Citation(
    authority="White Glove NLC",
    section="Massachusetts: implementation pending in 2026",
    address="https://whiteglovenlc.com/blog/massachusetts-nlc-pending-implementation-2026",
    edition="2026",
    as_of=date(2026, 7, 2),
)
NLC_GUAM: Final = Citation(
    authority="National Council of State Boards of Nursing",
    section="Guam becomes first US territory to enact the compact",
    address=(
        "https://www.ncsbn.org/news/guam-becomes-first-us-territory-to-enact-nurse-licensure-"
        "compact-nlc"
    ),
    edition="2021",
    as_of=date(2021, 3, 5),
)
NLC_PARTIAL_2025: Final = Citation(
    authority="The Travel Nursing Academy",
    section="states that take part in the compact in part",
    address="https://thetravelnursingacademy.teachable.com/",
    edition="April 2025",
    as_of=date(2025, 4, 1),
)
NLC_START: Final = Citation(
    authority="National Council of State Boards of Nursing",
    section="questions on the start of the present compact",
    address="https://www.ncsbn.org/11297.htm",
    edition="in force for practice from 19 January 2018",
    as_of=date(2018, 1, 19),
)
NLC_FIRST_STATES: Final = Citation(
    authority="Nephrology News & Issues",
    section="states approving the enhanced compact: the first 26",
    address="https://www.nephrologynews.com/states-approving-enhanced-nurse-licensure-compacts/",
    edition="2017",
    as_of=date(2017, 7, 20),
)
NLC_LIST_2021: Final = Citation(
    authority="Becker's Hospital Review",
    section="states that had put the nurses' compact into effect",
    address=(
        "https://www.beckershospitalreview.com/nursing/37-states-where-nurses-can-earn-a-"
        "multistate-license.html"
    ),
    edition="28 July 2021",
    as_of=date(2021, 7, 28),
)
NLC_WASHINGTON: Final = Citation(
    authority="Washington State Board of Nursing",
    section="plan to put the compact into effect",
    address="https://nursing.wa.gov/licensing/multistate-license/nlc-implementation-plan",
    edition="undated",
    as_of=_KNOWN,
)
NLC_RHODE_ISLAND: Final = Citation(
    authority="Rhode Island General Assembly",
    section="Public Law 2023, chapter 338",
    address="https://webserver.rilegislature.gov/PublicLaws/law23/law23338.htm",
    edition="2023",
    as_of=date(2023, 6, 24),
)
NLC_RHODE_ISLAND_SUNSET: Final = Citation(
    authority="Providence Business News",
    section="Rhode Island rejoins multistate nurse licensure compact",
    address="https://pbn.com/rhode-island-rejoins-multistate-nurse-licensure-compact/",
    edition="2023",
    as_of=date(2023, 6, 24),
)
NLC_RESIDENCY_RULE: Final = Citation(
    authority="National Council of State Boards of Nursing",
    section="new residency rule of the compact commission, rule 402(2)",
    address=(
        "https://www.ncsbn.org/news/interstate-commission-of-nurse-licensure-compact-"
        "administrators-adopts-new-residency-rule"
    ),
    edition="in effect from 2 January 2024",
    as_of=date(2024, 1, 2),
)

# Social Work Licensure Compact.
SWC_OFFICIAL: Final = Citation(
    authority="Social Work Licensure Compact",
    section="home page",
    address="https://swcompact.org/",
    edition="copy of 2024",
    as_of=date(2024, 1, 1),
)
SWC_MAP: Final = Citation(
    authority="Social Work Licensure Compact",
    section="map of members",
    address="https://swcompact.org/compact-map/",
    as_of=_KNOWN,
    verified=False,
)
SWC_FIRST_MEETING: Final = Citation(
    authority="Association of Social Work Boards",
    section="first meeting of the compact commission",
    address="https://aswb.org/compact-commission-inaugural-meeting",
    edition="2024",
    as_of=date(2024, 9, 17),
)
SWC_NORTH_DAKOTA: Final = Citation(
    authority="National Association of Social Workers, North Dakota",
    section="advocacy, interstate licensure compact: the first states",
    address="https://naswnd.socialworkers.org/Advocacy",
    edition="2024",
    as_of=date(2024, 1, 1),
)
SWC_EXPLAINER: Final = Citation(
    authority="Therapy Without Borders",
    section="The social work compact explained",
    address="https://therapywithoutborders.org/news/explainer-the-social-work-compact",
    edition="early 2026",
    as_of=date(2026, 1, 1),
)

# Other uses of the titles: United States.
BCBS_NEBRASKA: Final = Citation(
    authority="Blue Cross and Blue Shield of Nebraska",
    section="MA Case Management Program, policy MA-X-046",
    address=(
        "https://nebraskablue.com/Providers/BCBSNE-Provider-Procedures/Medicare-Advantage/MA-"
        "Case-Management-Program"
    ),
    edition="12 December 2024",
    as_of=date(2024, 12, 12),
)
ACHP_CARE_MANAGERS: Final = Citation(
    authority="Alliance of Community Health Plans",
    section="health insurers using care managers",
    address=(
        "http://www.achp.org/member-news/health-insurers-using-care-managers-provide-answers-"
        "patients-2/"
    ),
    edition="undated",
    as_of=_KNOWN,
)
NC_WORKERS_COMPENSATION: Final = Citation(
    authority="North Carolina Industrial Commission",
    section="11 NCAC 23C .0103, definitions",
    address=(
        "http://reports.oah.state.nc.us/ncac/title%2011%20-%20insurance/chapter%2023%20-"
        "%20industrial%20commission/subchapter%20c/subchapter%20c%20rules.html"
    ),
    edition="one state's rule, recodified on 1 June 2018",
    as_of=date(2018, 6, 1),
)
ABA_NURSE_CASE_MANAGER: Final = Citation(
    authority="American Bar Association",
    section="Nursing the Wound: Disability Management in Workers' Compensation",
    address=(
        "https://www.americanbar.org/groups/tort_trial_insurance_practice/publications/the_"
        "brief/2020-21/spring/nursing-wound-disability-management-workers-compensation/"
    ),
    edition="2021",
    as_of=date(2021, 6, 2),
)
ASPE_PRIMER: Final = Citation(
    authority="US Department of Health and Human Services, ASPE",
    section="Understanding Medicaid Home and Community Services: A Primer, case management",
    address=(
        "https://aspe.hhs.gov/report/understanding-medicaid-home-and-community-services-"
        "primer-2010-edition/2-case-management"
    ),
    edition="2010",
    as_of=date(2010, 1, 1),
)
HCBS_TA_CHART: Final = Citation(
    authority="US Department of Health and Human Services",
    section="authorities for home and community-based services, chart",
    address="https://www.hcbs-ta.org/",
    edition="undated",
    as_of=_KNOWN,
)
VA_CASE_MANAGEMENT: Final = Citation(
    authority="US Department of Veterans Affairs",
    section="Post-9/11 Transition and Case Management",
    address="https://www.va.gov/POST911VETERANS/Post_9_11_Transition_and_Case_Management_TCM.asp",
    edition="undated",
    as_of=_KNOWN,
)
NGS_BEHAVIOURAL_HEALTH: Final = Citation(
    authority="National Government Services",
    section="Behavioral Health Integration Services",
    address="https://www.ngsmedicare.com/",
    edition="27 January 2021",
    as_of=date(2021, 1, 27),
)
MLN_BEHAVIOURAL_HEALTH: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="MLN booklet, Behavioral Health Integration Services",
    address="https://www.cms.gov/",
    edition="MLN909432",
    as_of=_KNOWN,
    verified=False,
)
AJMC_MEDICAL_HOME: Final = Citation(
    authority="American Journal of Managed Care",
    section="Implementing Effective Care Management in the Patient-Centered Medical Home",
    address=(
        "https://www.ajmc.com/view/implementing-effective-care-management-in-the-patient-"
        "centered-medical-home"
    ),
    edition="volume 19, number 12, 2013",
    as_of=date(2013, 12, 1),
)
PHOENIX_ACO: Final = Citation(
    authority="Phoenix Medical Management",
    section="Are we hospital case managers or discharge planners?",
    address="https://www.phoenixmed.net/are-we-hospital-case-managers-or-discharge-planners.html",
    edition="2018",
    as_of=date(2018, 12, 14),
)
WAYNE_DRUG_COURT: Final = Citation(
    authority="Wayne County Clerk of Court",
    section="drug court team",
    address="https://waynecountyclerkofcourt.com/drug-court-team/",
    edition="undated",
    as_of=_KNOWN,
)
SF_HOUSING_GUIDE: Final = Citation(
    authority="City and County of San Francisco",
    section="Continuum of Care case manager guide",
    address=(
        "https://vdocument.in/coc-case-manager-guide-sfgov-case-manager-guide-coc-case-"
        "manager-guide.html"
    ),
    edition="version 1",
    as_of=date(2015, 6, 23),
)
CFR_24_578_53: Final = Citation(
    authority="US Code of Federal Regulations",
    section="24 CFR 578.53(e)(3)",
    address="https://www.ecfr.gov/current/title-24/section-578.53",
    as_of=_KNOWN,
    verified=False,
)
CHOP_CHILD_WELFARE: Final = Citation(
    authority="Children's Hospital of Philadelphia",
    section="Who's Who in the Child Welfare System",
    address=(
        "https://www.healthcaretoolbox.org/for-child-welfare-professionals/who-s-who-in-the-"
        "child-welfare-system.html"
    ),
    edition="undated",
    as_of=_KNOWN,
)

# Other uses of the titles: other countries, and software.
RUMMERY_ASSESSMENTS: Final = Citation(
    authority="K. Rummery, Taylor & Francis",
    section="chapter on assessments in community care for disabled people in England, abstract",
    address="https://www.taylorfrancis.com/chapters/mono/10.4324/9781315184654-9/",
    edition="year not shown",
    as_of=_KNOWN,
)
UK_COMMUNITY_CARE_ACT: Final = Citation(
    authority="UK Parliament",
    section="National Health Service and Community Care Act 1990, section 47",
    address="https://www.legislation.gov.uk/ukpga/1990/19/section/47",
    edition="1990",
    as_of=_KNOWN,
    verified=False,
)
UK_CARE_ACT: Final = Citation(
    authority="UK Parliament",
    section="Care Act 2014, section 25",
    address="https://www.legislation.gov.uk/ukpga/2014/23/section/25",
    edition="as enacted",
    as_of=date(2014, 5, 14),
)
UK_REGISTERED_MANAGER: Final = Citation(
    authority="UK Parliament",
    section="Health and Social Care Act 2008 (Regulated Activities) Regulations 2014, regulation 7",
    address="https://www.legislation.gov.uk/uksi/2014/2936/regulation/7",
    edition="2014",
    as_of=date(2014, 11, 6),
)
UK_CARE_HOMES_ANSWER: Final = Citation(
    authority="UK Government",
    section="written answer 223300, care homes",
    address="https://www.parallelparliament.co.uk/question/223300/care-homes",
    edition="2015",
    as_of=date(2015, 2, 11),
)
PROUD_TO_CARE: Final = Citation(
    authority="Proud to Care Cornwall",
    section="Registered Managers",
    address="https://www.proudtocarecornwall.org.uk/careers/registered-managers/",
    edition="undated",
    as_of=_KNOWN,
)
BABICM: Final = Citation(
    authority="British Association of Brain Injury and Complex Case Management",
    section="case management guide for solicitors, deputies and paralegals",
    address="https://www.babicm.org/a-guide-for-solicitors/",
    edition="undated",
    as_of=_KNOWN,
)
BRAIN_INJURY_GROUP: Final = Citation(
    authority="Brain Injury Group",
    section="The role of a case manager in litigation",
    address="https://www.braininjurygroup.co.uk/news/role-case-manager-litigation/",
    edition="undated",
    as_of=_KNOWN,
)
HEAD_INJURY_UK: Final = Citation(
    authority="Head Injury UK",
    section="Case management",
    address="http://www.headinjuryuk.com/site/getting_help/case_management/",
    edition="undated",
    as_of=_KNOWN,
)
CMSUK: Final = Citation(
    authority="Case Management Society UK",
    section="Case Management and the Personal Injury Claims Process",
    address=(
        "https://www.cmsuk.org/advertorial/case-management-and-the-personal-injury-claims-process"
    ),
    edition="2010",
    as_of=date(2010, 10, 7),
)
DGCC: Final = Citation(
    authority="Deutsche Gesellschaft für Care und Case Management",
    section="Richtlinien für die Weiterbildung Case Management",
    address="https://www.dgcc.de/cm-weiterbildung/weiterbildungsrichtlinien-2025",
    edition="2025",
    as_of=date(2025, 1, 1),
)
SOCIALNET: Final = Citation(
    authority="socialnet Lexikon, M. Monzer",
    section="Case Management",
    address="https://www.socialnet.de/lexikon/Case-Management",
    edition="2020",
    as_of=date(2020, 7, 28),
)
MEDI_KARRIERE: Final = Citation(
    authority="medi-karriere",
    section="Case Manager",
    address="https://www.medi-karriere.de/weiterbildung/case-manager/",
    edition="undated",
    as_of=_KNOWN,
)
ZORG_VOOR_BETER: Final = Citation(
    authority="Vilans, Zorg voor Beter",
    section="Casemanagement dementie",
    address="https://www.zorgvoorbeter.nl/thema-s/dementie/zorg-organiseren/casemanagement",
    edition="undated; cites a standard of 2020",
    as_of=_KNOWN,
)
SKIPR: Final = Citation(
    authority="Skipr",
    section="report on a ruling of Zorginstituut Nederland on case management in dementia",
    address="https://www.skipr.nl/nieuws/casemanagement-dementie-wordt-eerder-uitgebreid-vergoed/",
    edition="undated",
    as_of=_KNOWN,
)
JAPAN_LECTURE: Final = Citation(
    authority="Supercourse",
    section="lecture 4841, slide 12, care management in Japan's long-term care insurance",
    address="https://bibalex.org/supercourse/lecture/lec4841/012.htm",
    edition="about 2001",
    as_of=date(2001, 1, 1),
)
JAPAN_CARE_INSURANCE_ACT: Final = Citation(
    authority="Japan",
    section="Long-Term Care Insurance Act, Act No. 123 of 1997",
    address="https://www.japaneselawtranslation.go.jp/",
    edition="1997",
    as_of=_KNOWN,
    verified=False,
)
RIGHT_AT_HOME: Final = Citation(
    authority="Right at Home Australia",
    section="Support at Home: what care management means for you",
    address=(
        "https://www.rightathome.com.au/rah-blog/understanding-your-support/support-at-home-"
        "what-care-management-means-for-you"
    ),
    edition="programme from 1 November 2025; a provider",
    as_of=date(2025, 11, 1),
)
NENC_CARE_COORDINATOR: Final = Citation(
    authority="North East and North Cumbria primary care",
    section="Care coordinator",
    address="https://nenc-primarycareroles.org.uk/new-roles-overview/care-coordinator",
    edition="undated",
    as_of=_KNOWN,
)
OMG_CMMN: Final = Citation(
    authority="Object Management Group",
    section="Case Management Model and Notation",
    address="https://www.omg.org/spec/CMMN/1.1",
    edition="1.1",
    as_of=date(2016, 12, 1),
)
MARIN_CASE_MANAGEMENT: Final = Citation(
    authority="M. Marin",
    section="arXiv:1608.05011",
    address="https://arxiv.org/abs/1608.05011",
    edition="2016",
    as_of=date(2016, 8, 17),
)

# How two roles are described, and how one is paid.
MLN_CHRONIC_CARE: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="MLN booklet, Chronic Care Management Services",
    address="https://www.cms.gov/",
    edition="ICN 909188",
    as_of=_KNOWN,
)
MY_CANCER_JOURNEY: Final = Citation(
    authority="My Cancer Journey",
    section="Care coordinators vs. advocates: understanding the differences",
    address=(
        "https://mycancerjourney.com/blog/care-coordinators-vs-advocates-understanding-the-"
        "differences"
    ),
    edition="undated",
    as_of=_KNOWN,
)

# What other titles stand for.
PARENTGIVING: Final = Citation(
    authority="Parentgiving",
    section="Care Managers: Professional Guidance for Caregiving Families",
    address=(
        "https://www.parentgiving.com/elder-care/care-managers-professional-guidance-for-"
        "caregiving-families/"
    ),
    edition="undated",
    as_of=_KNOWN,
)
AGEWISE_COLORADO: Final = Citation(
    authority="AgeWise Colorado",
    section="What is a Geriatric Care Manager?",
    address="https://agewisecolorado.org/blog/what-is-a-geriatric-care-manager/",
    edition="undated",
    as_of=_KNOWN,
)
CARE_PLANNING_COUNCIL: Final = Citation(
    authority="National Care Planning Council",
    section="Care Manager Services",
    address="https://ncpcmarketing.com/eldercare/care_manager_services.php",
    edition="undated",
    as_of=_KNOWN,
)
MEDIC_TRANS: Final = Citation(
    authority="Medic-Trans",
    section="Flight Nurse Medical Escorts",
    address="https://medic-trans.com/flight-nurse-medical-escorts/",
    edition="undated; a provider",
    as_of=_KNOWN,
)
CDC_CHW_TITLES: Final = Citation(
    authority="US Centers for Disease Control and Prevention",
    section="e-learning on community health workers, session 1, job titles",
    address="https://archive.cdc.gov/www_cdc_gov/dhdsp/chw_elearning/s1_p6.html",
    edition="undated; archived",
    as_of=_KNOWN,
)
WEX_HEALTH_CARE_PROXY: Final = Citation(
    authority="Legal Information Institute, Wex",
    section="health care proxy",
    address="https://www.law.cornell.edu/wex/health_care_proxy",
    edition="undated",
    as_of=_KNOWN,
)
HEALTHWISE_AGENT: Final = Citation(
    authority="Healthwise",
    section="definition of a health care agent",
    address="https://myactivehealth.com/hwcontent/content/definition/ue5507.html",
    edition="1 May 2017",
    as_of=date(2017, 5, 1),
)
CMS_CARE_COORDINATION_TOOLKIT: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="Care Coordination Toolkit, accountable care organizations",
    address="http://www.bettercareplaybook.org/resources/care-coordination-toolkit",
    edition="undated",
    as_of=_KNOWN,
    verified=False,
)

# --- Residents' advocates ------------------------------------------------------------------------

USC_3058G: Final = Citation(
    authority="United States Code",
    section="42 U.S.C. 3058g (Older Americans Act, section 712), ombudsman program",
    address="https://www.law.cornell.edu/uscode/text/42/3058g",
    edition="current code, not read",
    as_of=date(2026, 1, 1),
    verified=False,
)

# --- Whom to call in danger ---------------------------------------------------------------------

LIFELINE_988: Final = Citation(
    authority="Substance Abuse and Mental Health Services Administration",
    section="988 Suicide & Crisis Lifeline",
    address="https://988lifeline.org/",
    edition="not read",
    as_of=date(2026, 1, 1),
    verified=False,
)
