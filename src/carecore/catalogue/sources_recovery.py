"""Where the usual days of a recovery stand: guidelines, hospitals, pages for patients.

What `verified` and `as_of` mean is told in `carecore.catalogue.sources`.
"""

from datetime import date
from typing import Final

from carecore.base.reasons import Citation

__all__ = [
    "ACCF_HEART_FAILURE_2013",
    "AHA_HEART_FAILURE_2022",
    "AUSDOC_HIP",
    "BRADFORD_KNEE",
    "COLEMAN_2006",
    "CSP_HIP",
    "DEPUY_KNEE",
    "DRORACLE_CLOTS",
    "GOUBAR_2023",
    "HEALTHLINE_KNEE",
    "HEALTHYBONES_KNEE",
    "HIP_GUIDELINES_COMPARED",
    "NHFD_BEST_PRACTICE",
    "NHS_KNEE",
    "NICE_HIP",
    "OLIVER_KHOO_KNEE",
    "ROH_KNEE",
    "STRONG_HF",
    "STRONG_HF_ABSTRACT",
    "UMMS_JOINT",
]

_KNOWN: Final = date(2026, 1, 1)

# A broken hip.
NICE_HIP: Final = Citation(
    authority="National Institute for Health and Care Excellence",
    section="CG124, hip fracture: management",
    address="https://www.nice.org.uk/guidance/cg124/chapter/recommendations",
    edition="2011, updated since; undated copy",
    as_of=_KNOWN,
)
NHFD_BEST_PRACTICE: Final = Citation(
    authority="National Hip Fracture Database",
    section="best practice, the standards that are charted",
    address="https://www.nhfd.co.uk/20/nhfdcharts.nsf/vwInfo/Bestpractice",
    edition="undated",
    as_of=_KNOWN,
)
HIP_GUIDELINES_COMPARED: Final = Citation(
    authority="comparison of hip fracture guidelines",
    section="table 1, Scottish standards",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC8273721/",
    edition="2021",
    as_of=date(2021, 1, 1),
)
CSP_HIP: Final = Citation(
    authority="Chartered Society of Physiotherapy",
    section="hip fracture standard 1",
    address="https://www.csp.org.uk/documents/hip-fracture-standard-1-pdf",
    edition="2019",
    as_of=date(2019, 1, 1),
)
AUSDOC_HIP: Final = Citation(
    authority="Australian Doctor",
    section="New standard to improve hip fracture care, on the Clinical Care Standard",
    address="https://www.ausdoc.com.au/news/new-standard-improve-hip-fracture-care",
    edition="2016",
    as_of=date(2016, 1, 1),
)
GOUBAR_2023: Final = Citation(
    authority="study of hospitals' organisation and recovery after hip fracture",
    section="outcomes at 120 days",
    address="https://pmc.ncbi.nlm.nih.gov/articles/PMC10375618/",
    edition="2023",
    as_of=date(2023, 1, 1),
)

# A new knee.
NHS_KNEE: Final = Citation(
    authority="UK National Health Service",
    section="Knee replacement, recovery",
    address="https://www.nhs.uk/conditions/knee-replacement/recovery/",
    edition="undated",
    as_of=_KNOWN,
)
BRADFORD_KNEE: Final = Citation(
    authority="Bradford Teaching Hospitals",
    section="Joint School, knee pathway",
    address="https://virtualclinics.bradfordhospitals.nhs.uk/joint-school/knee-pathway",
    edition="undated",
    as_of=_KNOWN,
)
ROH_KNEE: Final = Citation(
    authority="Royal Orthopaedic Hospital",
    section="knee replacement, follow-up appointment",
    address="https://www.roh.nhs.uk/index.php?option=com_content&view=article&id=430&Itemid=636",
    edition="undated",
    as_of=_KNOWN,
)
UMMS_JOINT: Final = Citation(
    authority="University of Maryland Medical System",
    section="joint replacement, continuing your recovery",
    address="https://www.umms.org/sjmc/health-services/orthopedics/joint-replacement/",
    edition="undated",
    as_of=_KNOWN,
)
HEALTHLINE_KNEE: Final = Citation(
    authority="Healthline",
    section="rehabilitation timeline after total knee replacement",
    address=(
        "https://www.healthline.com/health/total-knee-replacement-surgery/rehabilitation-timeline"
    ),
    edition="undated",
    as_of=_KNOWN,
)
DEPUY_KNEE: Final = Citation(
    authority="DePuy Synthes",
    section="knee replacement, recovery timeline",
    address="https://www.depuysynthes.com/",
    edition="undated",
    as_of=_KNOWN,
)
HEALTHYBONES_KNEE: Final = Citation(
    authority="Healthy Bones",
    section="bending after total knee replacement",
    address="https://healthybones.in/",
    edition="undated",
    as_of=_KNOWN,
)
OLIVER_KHOO_KNEE: Final = Citation(
    authority="Oliver Khoo, orthopaedic surgeon",
    section="goals after total knee replacement",
    address="https://oliverkhoo.com.au/",
    edition="undated",
    as_of=_KNOWN,
)
DRORACLE_CLOTS: Final = Citation(
    authority="Dr.Oracle",
    section="how long to prevent clots after joint replacement, quoting the ACCP of 2012",
    address="https://www.droracle.ai/articles/496500",
    edition="undated; quotes a guideline of 2012",
    as_of=_KNOWN,
)

# A failing heart.
ACCF_HEART_FAILURE_2013: Final = Citation(
    authority="American College of Cardiology Foundation and American Heart Association",
    section="2013 guideline for heart failure, table 29",
    address="https://www.onlinejacc.org/highwire/markup/31688/expansion",
    edition="2013, since replaced",
    as_of=date(2013, 10, 15),
)
AHA_HEART_FAILURE_2022: Final = Citation(
    authority=(
        "American Heart Association, American College of Cardiology and Heart Failure Society of "
        "America"
    ),
    section="2022 guideline for heart failure, 9.6",
    address="https://eguideline.guidelinecentral.com/i/1461930/58",
    edition="2022, pocket edition",
    as_of=date(2022, 5, 3),
)
STRONG_HF: Final = Citation(
    authority="PACE-CME",
    section="STRONG-HF, what was done after discharge",
    address=(
        "https://pace-cme.org/2022/11/08/rapid-uptitration-of-hf-medication-with-close-follow-up-"
        "benefits-hospitalized-ahf-patients/"
    ),
    edition="2022",
    as_of=date(2022, 11, 8),
)
STRONG_HF_ABSTRACT: Final = Citation(
    authority="The Lancet",
    section="STRONG-HF, abstract (doi 10.1016/S0140-6736(22)02076-1)",
    address="https://doi.org/10.1016/S0140-6736(22)02076-1",
    edition="2022, read in a copy",
    as_of=date(2022, 11, 7),
)

# Any discharge.
COLEMAN_2006: Final = Citation(
    authority="Archives of Internal Medicine",
    section="The Care Transitions Intervention (doi 10.1001/archinte.166.17.1822), methods",
    address="https://doi.org/10.1001/archinte.166.17.1822",
    edition="2006, read in a copy",
    as_of=date(2006, 9, 25),
)
