"""Where the points, bands and cautions of the tools stand: one citation for each text."""

from datetime import date
from typing import Final

from carecore.base.reasons import Citation

__all__ = [
    "ALBERTA_LACE",
    "ARROLL_PHQ",
    "CLINIBORG_HOSPITAL",
    "CLIOT_4AT",
    "CLIOT_LACE",
    "EVIDENCIO_HOSPITAL",
    "FOUR_AT_GUIDE",
    "GERISCOPE_KATZ",
    "HEALTHCARE_ANALYTICS",
    "HEART_FAILURE_LACE",
    "HOSPITAL_2013_PAPER",
    "HOSPITAL_2016_PAPER",
    "HOSPITAL_2017_PAPER",
    "KATZ_PAPER",
    "LACE_AGE_PAPER",
    "LACE_PAPER",
    "MIND_SANCTUARY_PHQ",
    "MODIFIED_LACE",
    "PHQ_2_TABLE",
    "PHQ_9_PAPER",
    "SHM_SIMPLIFIED_HOSPITAL",
    "VISTA_KATZ",
]

_READ: Final = date(2026, 11, 23)

LACE_PAPER: Final = Citation(
    authority="van Walraven and others",
    section="CMAJ 2010;182:551-557, abstract",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC2845681",
    edition="2010",
    as_of=_READ,
)
CLIOT_LACE: Final = Citation(
    authority="CRAN package cliot",
    section="lace_readmission_index",
    address="https://rdrr.io/cran/cliot/man/lace_readmission_index.html",
    edition="undated",
    as_of=_READ,
)
HEART_FAILURE_LACE: Final = Citation(
    authority="BMC Cardiovascular Disorders",
    section="2014;14:97, table 1",
    address="https://bmccardiovascdisord.biomedcentral.com/articles/10.1186/1471-2261-14-97/tables/1",
    edition="2014",
    as_of=_READ,
)
MODIFIED_LACE: Final = Citation(
    authority="BMJ Open",
    section="table of the modified LACE index",
    address="https://bmjopen.bmj.com/highwire/markup/121028/expansion",
    edition="undated",
    as_of=_READ,
)
LACE_AGE_PAPER: Final = Citation(
    authority="Fry and others",
    section="Internal and Emergency Medicine 2020;15, age-adjusted LACE thresholds, abstract",
    address="https://link.springer.com/doi/10.1007/s11739-020-02448-3",
    edition="2020",
    as_of=_READ,
)
ALBERTA_LACE: Final = Citation(
    authority="Alberta Medical Association",
    section="LACE index for hospital readmission",
    address="https://albertadoctors.org/resource-centre/h2h2h-resources/lace",
    edition="undated",
    as_of=_READ,
)
HOSPITAL_2013_PAPER: Final = Citation(
    authority="Donzé and others",
    section="JAMA Internal Medicine 2013;173:632-638",
    address="https://doi.org/10.1001/jamainternmed.2013.3023",
    edition="2013",
    as_of=_READ,
    verified=False,
)
HOSPITAL_2016_PAPER: Final = Citation(
    authority="Donzé and others",
    section="JAMA Internal Medicine 2016;176:496-502, abstract",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC5070968",
    edition="2016",
    as_of=_READ,
)
HOSPITAL_2017_PAPER: Final = Citation(
    authority="Aubert and others",
    section="BMJ Quality & Safety 2017;26:799-805, abstract",
    address="https://qualitysafety.bmj.com/content/26/10/799",
    edition="2017",
    as_of=_READ,
)
CLINIBORG_HOSPITAL: Final = Citation(
    authority="Cliniborg",
    section="HOSPITAL score to predict readmission risk",
    address="https://cliniborg.com/2017/01/06/hospital-score-to-predict-readmission-risk",
    edition="6 January 2017",
    as_of=_READ,
)
HEALTHCARE_ANALYTICS: Final = Citation(
    authority="Healthcare Analytics Made Simple",
    section="LACE and HOSPITAL scores",
    address=(
        "https://aigencon.com/view/book/Healthcare+Analytics+Made+Simple-EB9781787286702_358.html"
    ),
    edition="undated",
    as_of=_READ,
)
EVIDENCIO_HOSPITAL: Final = Citation(
    authority="Evidencio",
    section="the HOSPITAL score",
    address="https://www.evidencio.com/models/show/1002",
    edition="version 1.12",
    as_of=_READ,
)
SHM_SIMPLIFIED_HOSPITAL: Final = Citation(
    authority="Society of Hospital Medicine",
    section="abstract on the simplified HOSPITAL score in a Brazilian hospital",
    address=(
        "https://shmabstracts.org/abstract/simplified-hospital-score-to-predict-30-day-non-elective-"
        "readmission-in-a-brazilian-tertiary-care-teaching-public-hospital/"
    ),
    edition="undated",
    as_of=_READ,
)
PHQ_9_PAPER: Final = Citation(
    authority="Kroenke and others",
    section="Journal of General Internal Medicine 2001;16:606-613",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC1495268",
    edition="2001",
    as_of=_READ,
    verified=False,
)
MIND_SANCTUARY_PHQ: Final = Citation(
    authority="Mind Sanctuary",
    section="PHQ-9",
    address="https://mindsanctuary.net/surveys/PHQ-9",
    edition="undated",
    as_of=_READ,
)
ARROLL_PHQ: Final = Citation(
    authority="Arroll and others",
    section="Annals of Family Medicine 2010, PHQ-2 and PHQ-9 in primary care, abstract",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC2906530",
    edition="2010",
    as_of=_READ,
)
PHQ_2_TABLE: Final = Citation(
    authority="Cardiovascular Psychiatry and Neurology",
    section="2013, article 695925, table 1",
    address="https://www.hindawi.com/journals/cpn/2013/695925/tab1/",
    edition="2013",
    as_of=_READ,
)
FOUR_AT_GUIDE: Final = Citation(
    authority="4AT",
    section="guide to the 4AT",
    address="https://www.the4at.com/4atguide",
    edition="undated",
    as_of=_READ,
)
CLIOT_4AT: Final = Citation(
    authority="CRAN package cliot",
    section="score_4at",
    address="https://rdrr.io/cran/cliot/man/score_4at.html",
    edition="undated",
    as_of=_READ,
)
KATZ_PAPER: Final = Citation(
    authority="Katz and others",
    section="JAMA 1963;185:914-919",
    address="https://doi.org/10.1001/jama.1963.03060120024016",
    edition="1963",
    as_of=_READ,
    verified=False,
)
GERISCOPE_KATZ: Final = Citation(
    authority="Geriscope",
    section="how to test independence in activities of daily living",
    address=(
        "https://geriscope.com/2020/09/how-to-test-your-activities-of-daily-living-independence/"
    ),
    edition="September 2020",
    as_of=_READ,
)
VISTA_KATZ: Final = Citation(
    authority="WorldVistA",
    section="Katz index of independence, version of 18 points",
    address="https://vivian.worldvista.org/vivian-data/601_93/601.93-55.html",
    edition="undated",
    as_of=_READ,
)
