"""Where the facts on travel stand; `carecore.catalogue.sources` says how they are cited.

The manual of the airlines' association was not read: what stands for it is either what a clinician
wrote who cites it, or is not verified.
"""

from datetime import date
from typing import Final

from carecore.base.reasons import Citation

__all__ = [
    "AEROMEDICAL",
    "AIRLINE_CEAIR",
    "AIRLINE_EMIRATES",
    "AIRLINE_FLYADEAL",
    "AIRLINE_NEW_ZEALAND",
    "AIRLINE_NORSE",
    "AIRLINE_NORSE_INCIDENT",
    "AIRLINE_SMARTWINGS",
    "AIRLINE_SWISS",
    "AIR_STRETCHER",
    "BCS_2010",
    "BTS_PNEUMOTHORAX",
    "CAA_2011_SUMMARY",
    "CAA_CARDIOVASCULAR",
    "CAA_FITNESS_SUMMARY",
    "CAA_NEWBORN_SUMMARY",
    "CAA_SLIDES",
    "CAA_SURGICAL",
    "CABIN_CREW",
    "CFR_382_23_CERTIFICATE",
    "CFR_382_27",
    "CFR_382_29_PREAMBLE",
    "CFR_382_133",
    "FR_81_33098",
    "IATA_HAEMATOLOGICAL",
    "IATA_MANUAL",
    "IATA_NEUROLOGICAL",
    "IATA_NEUROLOGY_CLINIC",
    "IATA_ORTHOPAEDIC",
    "IATA_RESOLUTION_700",
    "IATA_THROMBOEMBOLIC",
    "NHS_FLYING",
    "PNEUMOTHORAX_SURGEONS",
    "PRIMARY_CARE_BYPASS",
    "STRETCHER_GUIDE",
    "STRETCHER_PRACTICE",
]

_KNOWN: Final = date(2026, 1, 1)

# How long to wait: the United Kingdom first.
NHS_FLYING: Final = Citation(
    authority="UK National Health Service",
    section="When can I fly after surgery?",
    address="https://www.nhs.uk/chq/Pages/2615.aspx",
    edition="an older copy; its numbers are those of the UK Civil Aviation Authority",
    as_of=_KNOWN,
)
CAA_SURGICAL: Final = Citation(
    authority="UK Civil Aviation Authority",
    section="guidance for health professionals, surgical conditions",
    address=(
        "https://www.caa.co.uk/passengers/before-you-fly/am-i-fit-to-fly/"
        "guidance-for-health-professionals/surgical-conditions"
    ),
    edition="undated",
    as_of=_KNOWN,
)
CAA_CARDIOVASCULAR: Final = Citation(
    authority="MIMS",
    section="Assessing Fitness to Fly (CAA Guidance), cardiovascular disorders",
    address=(
        "https://www.mims.co.uk/assessing-fitness-fly-caa-guidance/cardiovascular-system/"
        "article/1668573"
    ),
    edition="undated; a summary of the UK Civil Aviation Authority",
    as_of=_KNOWN,
)
CAA_FITNESS_SUMMARY: Final = Citation(
    authority="MedicalTalk",
    section="The Civil Aviation Authority, air travel with medical conditions",
    address="https://www.medicaltalk.net/t/the-civil-aviation-authority/47892",
    edition="undated; a summary of the UK Civil Aviation Authority",
    as_of=_KNOWN,
)
CAA_NEWBORN_SUMMARY: Final = Citation(
    authority="GPRAJ",
    section="fitness to fly, newborn children",
    address="https://gpraj.com/",
    edition="undated; a summary of the UK Civil Aviation Authority",
    as_of=_KNOWN,
)

CAA_2011_SUMMARY: Final = Citation(
    authority="MRCP revision",
    section="Fitness to fly",
    address="http://mrcprevision.blogspot.com/2011/11/fitness-to-fly.html",
    edition="November 2011; a summary of the UK Civil Aviation Authority",
    as_of=date(2011, 11, 1),
)
CAA_SLIDES: Final = Citation(
    authority="Eppie Habashi",
    section="Guidelines on Fitness to Fly",
    address="https://studyslide.com/doc/707130/guidelines-on-fitness-to-fly",
    edition="slides, undated",
    as_of=_KNOWN,
)

# How long to wait: airlines' association, as clinicians cite it.
IATA_MANUAL: Final = Citation(
    authority="International Air Transport Association",
    section="Medical Manual",
    address="https://www.iata.org/",
    edition="11th edition, 2018",
    as_of=date(2018, 1, 1),
    verified=False,
)
IATA_NEUROLOGY_CLINIC: Final = Citation(
    authority="Neurology Clinic",
    section="flying and neurological conditions",
    address="https://www.neurologyclinic.uk/flying-and-neurological-conditions",
    edition="undated; a neurologist's summary of the airlines' association",
    as_of=_KNOWN,
)
IATA_ORTHOPAEDIC: Final = Citation(
    authority="GPnotebook",
    section="flying, orthopaedic conditions",
    address="https://www.gpnotebook.com/",
    edition="cites the UK Civil Aviation Authority (2019) and the airlines' association (2018)",
    as_of=date(2019, 1, 1),
)
IATA_NEUROLOGICAL: Final = Citation(
    authority="GPnotebook",
    section="flying, neurological conditions",
    address="https://www.gpnotebook.com/",
    edition="cites the UK Civil Aviation Authority (2019) and the airlines' association (2018)",
    as_of=date(2019, 1, 1),
)
IATA_HAEMATOLOGICAL: Final = Citation(
    authority="GPnotebook",
    section="flying, haematological conditions",
    address="https://www.gpnotebook.com/",
    edition="cites the UK Civil Aviation Authority (2019) and the airlines' association (2018)",
    as_of=date(2019, 1, 1),
)
IATA_THROMBOEMBOLIC: Final = Citation(
    authority="GPnotebook",
    section="flying, thromboembolic conditions",
    address="https://www.pharmacynotebook.com/",
    edition="cites the UK Civil Aviation Authority (2019) and the airlines' association (2018)",
    as_of=date(2019, 1, 1),
)

# How long to wait: societies and other clinicians.
BCS_2010: Final = Citation(
    authority="British Cardiovascular Society",
    section="Fitness to fly for passengers with cardiovascular disease",
    address=(
        "https://pdf4pro.com/view/"
        "fitness-to-fly-for-passengers-with-cardiovascular-disease-40d8e2.html"
    ),
    edition="2010",
    as_of=date(2010, 1, 1),
)
PRIMARY_CARE_BYPASS: Final = Citation(
    authority="Primary Care Notebook",
    section="coronary artery bypass grafting and fitness to fly",
    address=(
        "https://primarycarenotebook.com/pages/cardiovascular-medicine/"
        "coronary-artery-bypass-grafting-and-fitness-to-fly"
    ),
    edition="undated",
    as_of=_KNOWN,
)
AEROMEDICAL: Final = Citation(
    authority="Nordic aeromedical guidelines",
    section="repatriation, chapters 7 and 9",
    address="http://www.aeromedicalguidelines.com/kapitel7-gb.html",
    edition="undated",
    as_of=_KNOWN,
)
BTS_PNEUMOTHORAX: Final = Citation(
    authority="Dr. Oracle",
    section="flying after a pneumothorax, as the British Thoracic Society has it",
    address="https://www.droracle.ai/articles/177476",
    edition="undated",
    as_of=_KNOWN,
)
PNEUMOTHORAX_SURGEONS: Final = Citation(
    authority="Canadian Association of Thoracic Surgeons",
    section="flying after a pneumothorax",
    address="https://canadianthoracicsurgeons.ca/2022/08/24/",
    edition="24 August 2022",
    as_of=date(2022, 8, 24),
)

# How long to wait: airlines.
AIRLINE_NEW_ZEALAND: Final = Citation(
    authority="Air New Zealand",
    section="medical guide",
    address="https://docslib.org/doc/776849",
    edition="undated",
    as_of=_KNOWN,
)
AIRLINE_SMARTWINGS: Final = Citation(
    authority="Smartwings",
    section="what diseases require the doctor's approval to fly",
    address=("https://www.smartwings.com/en/what-diseases-require-the-doctor-s-approval-to-fly"),
    edition="undated",
    as_of=_KNOWN,
)
AIRLINE_FLYADEAL: Final = Citation(
    authority="flyadeal",
    section="medical clearance",
    address="https://help.flyadeal.com/hc/en-us/articles/360022478673",
    edition="undated",
    as_of=_KNOWN,
)
AIRLINE_EMIRATES: Final = Citation(
    authority="Emirates",
    section="medical information form",
    address="https://www.emirates.com/",
    edition="undated",
    as_of=_KNOWN,
)
AIRLINE_CEAIR: Final = Citation(
    authority="China Eastern Airlines",
    section="newborn passengers",
    address="https://en.ceair.com/",
    edition="undated",
    as_of=_KNOWN,
)
AIRLINE_NORSE: Final = Citation(
    authority="Norse Atlantic Airways",
    section="travelling following an operation",
    address=(
        "https://help.flynorse.com/articles/special-assistance/travelling-following-an-operation/"
    ),
    edition="undated",
    as_of=_KNOWN,
)
AIRLINE_NORSE_INCIDENT: Final = Citation(
    authority="Norse Atlantic Airways",
    section="travelling after a medical incident",
    address=(
        "https://help.flynorse.com/articles/special-assistance/travelling-after-a-medical-incident/"
        "6266a3e2d0c1607a2b5551a6"
    ),
    edition="undated",
    as_of=_KNOWN,
)
AIRLINE_SWISS: Final = Citation(
    authority="Swiss International Air Lines",
    section="flying when sick or after an operation",
    address="https://www.swiss.com/corporate/medicalservices/",
    edition="undated",
    as_of=_KNOWN,
)

# What carriers may ask for.
CFR_382_23_CERTIFICATE: Final = Citation(
    authority="US Code of Federal Regulations",
    section="14 CFR 382.23(b)",
    address="https://www.ecfr.gov/current/title-14/section-382.23",
    edition="with amendments through May 2016",
    as_of=date(2016, 5, 1),
)
CFR_382_27: Final = Citation(
    authority="US Code of Federal Regulations",
    section="14 CFR 382.27",
    address="https://www.ecfr.gov/current/title-14/section-382.27",
    edition="text of 2019",
    as_of=date(2019, 1, 1),
)
CFR_382_29_PREAMBLE: Final = Citation(
    authority="US Department of Transportation",
    section="14 CFR part 382, preamble on safety assistants",
    address="https://www.corada.com/documents/14-cfr-part-382-final-rule",
    edition="2008",
    as_of=date(2008, 5, 13),
)
CFR_382_133: Final = Citation(
    authority="US Code of Federal Regulations",
    section="14 CFR 382.133(h)(2)",
    address="https://www.ecfr.gov/current/title-14/section-382.133",
    edition="text of 2016",
    as_of=date(2016, 1, 1),
)
FR_81_33098: Final = Citation(
    authority="US Federal Aviation Administration",
    section="81 FR 33098, oxygen concentrators on aircraft",
    address="http://federal.elaws.us/citation/81-FR-33119",
    edition="2016",
    as_of=date(2016, 5, 24),
)
IATA_RESOLUTION_700: Final = Citation(
    authority="International Air Transport Association",
    section="Resolution 700, forms for passengers who need medical clearance",
    address="https://vdocuments.mx/medif.html",
    edition="forms as airlines give them out, undated",
    as_of=_KNOWN,
)

# Who goes along.
CABIN_CREW: Final = Citation(
    authority="guide for cabin crew",
    section="what crew may not do for a passenger",
    address="https://docplayer.net/amp/4383773",
    edition="undated",
    as_of=_KNOWN,
)
AIR_STRETCHER: Final = Citation(
    authority="Anavara",
    section="differences between air ambulance and air stretcher",
    address="https://anavara.com/differences-between-air-ambulance-vs-air-stretcher/",
    edition="undated; a provider",
    as_of=_KNOWN,
)
STRETCHER_PRACTICE: Final = Citation(
    authority="Trustair",
    section="stretchers on a commercial flight",
    address="https://trustair.hu/en/on-a-commercial-flight",
    edition="undated; a provider",
    as_of=_KNOWN,
)
STRETCHER_GUIDE: Final = Citation(
    authority="Jet Companion",
    section="who are commercial airline stretchers for?",
    address="https://jet-companion.com/who-are-commercial-airline-stretchers-for",
    edition="undated; a provider",
    as_of=_KNOWN,
)
