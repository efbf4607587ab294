"""Where the facts on rights stand; `carecore.catalogue.sources` says how they are cited."""

from datetime import date
from typing import Final

from carecore.base.reasons import Citation

__all__ = [
    "CFR_45_149",
    "CFR_149_620",
    "CFR_164_502",
    "CFR_164_524",
    "CFR_431_221",
    "CFR_438_402",
    "CFR_441_301_SETTINGS",
    "CFR_483_10_SUMMARY",
    "CFR_489_102",
    "CMS_0057_F",
    "FAST_APPEAL_HOSPITAL",
    "FAST_APPEAL_STEPS",
    "FR_75_70831",
    "FR_78_16795",
    "FR_84_51732",
    "FR_86_56136",
    "HCBS_MODIFICATIONS",
    "HOME_HEALTH_DISCHARGE",
    "HOME_HEALTH_RIGHTS",
    "HOME_HEALTH_SPOKEN_NOTICE",
    "INTERNAL_APPEALS",
    "NC_MEDICAID_APPEALS",
    "PLAN_APPEAL_CLOCKS",
    "REPRESENTATIVE_SUMMARY",
    "SURPRISE_BILLS",
    "SURPRISE_BILLS_GROUND",
]

_KNOWN: Final = date(2026, 1, 1)
_CFR: Final = "US Code of Federal Regulations"

# Hospitals, and facilities of all kinds.
FR_75_70831: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="75 FR 70831, visitation rights of all patients",
    address="http://edocket.access.gpo.gov/2010/2010-29194.htm",
    edition="2010",
    as_of=date(2010, 11, 19),
)
CFR_489_102: Final = Citation(
    authority=_CFR,
    section="42 CFR 489.102",
    address="https://www.ecfr.gov/current/title-42/section-489.102",
    as_of=_KNOWN,
)

# Home health.
HOME_HEALTH_RIGHTS: Final = Citation(
    authority="AAPC, Home Care Week",
    section="42 CFR 484.50(c), patient rights, as quoted",
    address="https://www.aapc.com/codes/coding-newsletters/my-homecare-week-alert/154054-article",
    edition="2017",
    as_of=date(2017, 1, 13),
)
HOME_HEALTH_DISCHARGE: Final = Citation(
    authority="AAPC, Home Care Week",
    section="42 CFR 484.50(d), reasons for discharge, as quoted",
    address="https://www.aapc.com/codes/coding-newsletters/my-homecare-week-alert/153191-article",
    edition="2017",
    as_of=date(2017, 1, 13),
)
HOME_HEALTH_SPOKEN_NOTICE: Final = Citation(
    authority="AAPC, Home Care Week",
    section="proposal to drop the spoken notice of rights",
    address="https://www.aapc.com/codes/coding-newsletters/my-homecare-week-alert/158861-article",
    edition="2018",
    as_of=date(2018, 9, 20),
)
FR_84_51732: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="84 FR 51732, regulatory burden reduction",
    address="https://www.govinfo.gov/content/pkg/FR-2019-09-30/html/2019-20736.htm",
    edition="2019",
    as_of=date(2019, 9, 30),
    verified=False,
)

# Nursing homes.
CFR_483_10_SUMMARY: Final = Citation(
    authority="LW Consulting",
    section="understanding the baseline care plan, on 42 CFR 483.10(c)",
    address="https://lw-consult.com/understanding-the-baseline-care-plan-and-summary",
    edition="undated",
    as_of=_KNOWN,
)
FR_78_16795: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="78 FR 16795, notice of closure of a facility",
    address="https://regulations.justia.com/regulations/fedreg/2013/03/19/2013-06276.html",
    edition="2013",
    as_of=date(2013, 3, 19),
)

# Records, and those who speak for a client.
CFR_164_524: Final = Citation(
    authority=_CFR,
    section="45 CFR 164.524",
    address="https://www.ecfr.gov/current/title-45/section-164.524",
    as_of=_KNOWN,
)
CFR_164_502: Final = Citation(
    authority=_CFR,
    section="45 CFR 164.502(g)",
    address="https://www.ecfr.gov/current/title-45/section-164.502",
    as_of=_KNOWN,
    verified=False,
)
REPRESENTATIVE_SUMMARY: Final = Citation(
    authority="Open Exam Prep",
    section="study guide for health information technicians, personal representatives",
    address="https://open-exam-prep.com/study-guides/rhit/",
    edition="undated",
    as_of=_KNOWN,
)

# Bills.
SURPRISE_BILLS: Final = Citation(
    authority="UMR",
    section="surprise billing, rights and protections",
    address="https://www.umr.com/",
    edition="undated",
    as_of=_KNOWN,
)
SURPRISE_BILLS_GROUND: Final = Citation(
    authority="ICD10monitor",
    section="ground ambulances and the No Surprises Act",
    address=(
        "https://icd10monitor.medlearn.com/"
        "why-is-the-hottest-topic-not-included-in-the-no-surprises-act"
    ),
    edition="undated",
    as_of=_KNOWN,
)
CFR_45_149: Final = Citation(
    authority=_CFR,
    section="45 CFR part 149",
    address="https://www.ecfr.gov/current/title-45/part-149",
    as_of=_KNOWN,
    verified=False,
)
FR_86_56136: Final = Citation(
    authority="US Department of Health and Human Services",
    section="86 FR 56136, good-faith estimates",
    address="https://www.federalregister.gov/citation/86-FR-56136",
    edition="2021",
    as_of=date(2021, 10, 7),
)
CFR_149_620: Final = Citation(
    authority=_CFR,
    section="45 CFR 149.620",
    address="https://www.ecfr.gov/current/title-45/section-149.620",
    as_of=_KNOWN,
)

# Appeals.
INTERNAL_APPEALS: Final = Citation(
    authority="HealthCare.gov",
    section="internal appeals",
    address=("https://www.healthcare.gov/appeal-insurance-company-decision/internal-appeals/"),
    edition="undated",
    as_of=_KNOWN,
)
PLAN_APPEAL_CLOCKS: Final = Citation(
    authority="Denial Appeal",
    section="time limits of appeals by kind of plan",
    address="https://denialappeal.pages.dev/",
    edition="undated",
    as_of=_KNOWN,
)
CMS_0057_F: Final = Citation(
    authority="Clearlink Partners",
    section="rule CMS-0057-F, prior authorisation from 2026",
    address=(
        "https://clearlinkpartners.com/blog/cms-0057-f-prior-authorization-operating-new-standard"
    ),
    edition="undated; a summary of the rule",
    as_of=_KNOWN,
)
FAST_APPEAL_HOSPITAL: Final = Citation(
    authority="Medicare.gov",
    section="fast appeals in hospitals",
    address="https://www.medicare.gov/",
    edition="archived copy, undated",
    as_of=_KNOWN,
)
FAST_APPEAL_STEPS: Final = Citation(
    authority="Medicare Rights Center, Medicare Interactive",
    section="appeals if your care is ending",
    address="https://www.medicareinteractive.org/",
    edition="undated",
    as_of=_KNOWN,
)
NC_MEDICAID_APPEALS: Final = Citation(
    authority="North Carolina General Assembly",
    section="G.S. 108D-13, appeals to a plan",
    address="https://www.ncleg.gov/EnactedLegislation/Statutes/HTML/BySection/Chapter_108D/GS_108D-13.html",
    edition="undated; carries the federal limits for Medicaid plans",
    as_of=_KNOWN,
)
CFR_438_402: Final = Citation(
    authority=_CFR,
    section="42 CFR 438.402 and 438.408",
    address="https://www.ecfr.gov/current/title-42/section-438.408",
    as_of=_KNOWN,
    verified=False,
)
CFR_431_221: Final = Citation(
    authority=_CFR,
    section="42 CFR 431.221",
    address="https://www.ecfr.gov/current/title-42/section-431.221",
    as_of=_KNOWN,
    verified=False,
)

# Home and community.
CFR_441_301_SETTINGS: Final = Citation(
    authority=_CFR,
    section="42 CFR 441.301(c)(4)",
    address="https://www.ecfr.gov/current/title-42/section-441.301",
    as_of=_KNOWN,
    verified=False,
)
HCBS_MODIFICATIONS: Final = Citation(
    authority="Community Connections of Kansas",
    section="person-centred planning, what a modification has to show",
    address="https://communityconnectionsks.org/person-centered-planning/",
    edition="undated; on 42 CFR 441.301(c)",
    as_of=_KNOWN,
)
