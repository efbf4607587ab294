"""Where the facts about moves between care settings stand: hand-over, notices and deadlines.

What `verified` and `as_of` mean is told in `carecore.catalogue.sources`.
"""

from datetime import date
from typing import Final

from carecore.base.reasons import Citation

__all__ = [
    "AAFP_TCM",
    "AAPC_TCM",
    "AHRQ_IDEAL",
    "AHRQ_RED",
    "BU_RED",
    "CFR_405_1200",
    "CFR_405_1205",
    "CFR_405_1206",
    "CFR_483_15",
    "CFR_483_21_DISCHARGE",
    "CFR_484_55",
    "CMS_DETAILED_NOTICE",
    "CMS_F657",
    "CMS_NOMNC",
    "CMS_TCM",
    "FR_71_68708",
    "HCPRO_IM",
    "ICD10MONITOR_MCSN",
    "IPASS",
    "MEDICARE_FAST_APPEAL",
    "MEDICARE_INTERACTIVE_IM",
    "NGS_MCSN",
    "NOTICE_ACT",
    "PPMC_TCM",
    "RELIAS_IM",
    "UCHEALTH_TCM",
]

_KNOWN: Final = date(2026, 1, 1)

# Care after a discharge.
CMS_TCM: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="booklet MLN908628, transitional care management",
    address="https://www.cms.gov/files/document/mln908628-transitional-care-management-services.pdf",
    edition="not read",
    as_of=_KNOWN,
    verified=False,
)
UCHEALTH_TCM: Final = Citation(
    authority="CORHIO and UCHealth, Coordinated Care Colorado",
    section="Provider Insider, issue 6, care management",
    address="https://www.uchealth.org/coordinatedcareco/provider_insider/issue-6/care-management/",
    edition="summer 2019; restates the rules of CMS",
    as_of=date(2019, 6, 1),
)
AAFP_TCM: Final = Citation(
    authority="American Academy of Family Physicians",
    section="Transitional care management",
    address=(
        "https://www.aafp.org/family-physician/practice-and-career/getting-paid/coding/"
        "transitional-care-management.html"
    ),
    edition="undated; restates the rules of CMS",
    as_of=_KNOWN,
)
AAPC_TCM: Final = Citation(
    authority="AAPC",
    section="article 155768, transitional care management: who may bill, and which visit counts",
    edition="undated; restates answers of CMS",
    as_of=_KNOWN,
)
PPMC_TCM: Final = Citation(
    authority="PPMC Academy",
    section="About transitional care management services",
    address="https://ppmcacademy.com/?p=4490",
    edition="undated; restates the rules of CMS",
    as_of=_KNOWN,
)

# Leaving a hospital well.
AHRQ_RED: Final = Citation(
    authority="US Agency for Healthcare Research and Quality",
    section="Project RED, staff training, slide 20: eleven components",
    address=(
        "https://archive.ahrq.gov/professionals/systems/hospital/red/staff-training/slide20.html"
    ),
    edition="August 2011",
    as_of=date(2011, 8, 1),
)
BU_RED: Final = Citation(
    authority="Boston University",
    section="Project RED, components of the re-engineered discharge",
    address="https://www.bu.edu/fammed/projectred/components.html",  # codespell:ignore bu
    edition="undated",
    as_of=_KNOWN,
)
AHRQ_IDEAL: Final = Citation(
    authority="US Agency for Healthcare Research and Quality",
    section="Guide to Patient and Family Engagement, strategy 4, IDEAL discharge planning",
    address="https://www.ahrq.gov/patient-safety/patients-families/engagingfamilies/strategy4/",
    edition="read in a copy",
    as_of=_KNOWN,
)
IPASS: Final = Citation(
    authority="I-PASS paper",
    section="elements of a hand-over, with a synthesis by the receiver",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC9923540/",
    edition="year not shown",
    as_of=_KNOWN,
)
CFR_483_21_DISCHARGE: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 483.21(c)(2)",
    address="https://www.ecfr.gov/current/title-42/section-483.21",
    edition="text in surveyor tag F661 of 22 November 2017",
    as_of=date(2017, 11, 22),
)
CFR_483_15: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 483.15(c)",
    address="https://www.ecfr.gov/current/title-42/section-483.15",
    edition="text in surveyor tags F623 of 8 August 2024 and F628 of 25 April 2025",
    as_of=date(2025, 4, 25),
)
CMS_F657: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="State Operations Manual, appendix PP, tag F657",
    address="https://licamedman.com/ftag/630/f657-care-plan-timing-and-revision",
    edition="22 November 2017",
    as_of=date(2017, 11, 22),
)
CFR_484_55: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 484.55",
    address="https://www.ecfr.gov/current/title-42/section-484.55",
    edition="undated copy, with allowed practitioners",
    as_of=_KNOWN,
)

# Notices of Medicare.
FR_71_68708: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="71 FR 68708, notification of hospital discharge appeal rights",
    address="https://regulations.justia.com/regulations/fedreg/2006/11/27/E6-20131.html",
    edition="2006, in effect from 1 July 2007",
    as_of=date(2006, 11, 27),
)
CFR_405_1205: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 405.1205",
    address="https://www.ecfr.gov/current/title-42/section-405.1205",
    edition="not read",
    as_of=_KNOWN,
    verified=False,
)
CFR_405_1206: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 405.1206",
    address="https://www.ecfr.gov/current/title-42/section-405.1206",
    edition="not read",
    as_of=_KNOWN,
    verified=False,
)
CFR_405_1200: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 405.1200",
    address="https://www.ecfr.gov/current/title-42/section-405.1200",
    edition="not read",
    as_of=_KNOWN,
    verified=False,
)
MEDICARE_INTERACTIVE_IM: Final = Citation(
    authority="Medicare Rights Center",
    section="Medicare Interactive, Important Message from Medicare",
    address="https://www.medicareinteractive.org/glossary/important-message-from-medicare",
    edition="undated",
    as_of=_KNOWN,
)
HCPRO_IM: Final = Citation(
    authority="HCPro",
    section="Case Management Weekly, delivering the second notice on the day of discharge",
    address=(
        "https://www.hcpro.com/CAS-263445-2278/"
        "QA-Delivering-the-second-IM-on-the-day-of-discharge.html"
    ),
    edition="9 March 2011; restates answers of CMS",
    as_of=date(2011, 3, 9),
)
RELIAS_IM: Final = Citation(
    authority="Relias Media",
    section="Delivering the Medicare Important Message",
    address="https://www.reliasmedia.com/articles/106684-delivering-the-medicare-important-message",
    edition="2007",
    as_of=date(2007, 7, 2),
)
CMS_DETAILED_NOTICE: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="information collection 201912-0938-004, notices of discharge",
    address="https://omb.report/icr/201912-0938-004",
    edition="2019",
    as_of=date(2019, 12, 1),
)
CMS_NOMNC: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="information collection 201409-0938-007, Notice of Medicare Non-Coverage",
    address="https://omb.report/icr/201409-0938-007/doc/50199301",
    edition="2014",
    as_of=date(2014, 9, 1),
)
MEDICARE_FAST_APPEAL: Final = Citation(
    authority="US Centers for Medicare & Medicaid Services",
    section="medicare.gov, getting a fast appeal from non-hospital settings",
    address=(
        "https://www.medicare.gov/claims-appeals/your-right-to-a-fast-appeal/"
        "getting-a-fast-appeal-from-non-hospital-settings"
    ),
    edition="undated",
    as_of=_KNOWN,
)
NOTICE_ACT: Final = Citation(
    authority="US Congress",
    section="NOTICE Act, section 2",
    address="https://www.congress.gov/bill/114th-congress/house-bill/876",
    edition="2015, read in a copy",
    as_of=date(2015, 8, 6),
)
NGS_MCSN: Final = Citation(
    authority="National Government Services",
    section="Medicare Change of Status Notice",
    address=(
        "https://ngsmedicare.com/en/web/ngs/beneficiary-notices-initiatives"
        "?selectedArticleId=12651728"
    ),
    edition="undated; the notice is in use from February 2025",
    as_of=_KNOWN,
)
ICD10MONITOR_MCSN: Final = Citation(
    authority="ICD10monitor",
    section="Medicare Change of Status Notice, time of delivery",
    address="https://icd10monitor.medlearn.com/?p=136718",
    edition="undated",
    as_of=_KNOWN,
)
