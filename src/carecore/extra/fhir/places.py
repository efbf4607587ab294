"""Addresses: the country or part of a country that one tells, where it tells it in a code.

The codes are those of ISO 3166-1, with the states of the three countries whose letters for the
post are the codes of ISO 3166-2 as well.
A name, a state without its country, or letters that ISO does not have, are no jurisdiction.
"""

from typing import Final

from carecore.base.jurisdictions import Jurisdiction
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.nodes import Node

__all__ = ["address_of", "is_addressed", "jurisdiction_in"]

_CODES: Final = (
    "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA "
    "AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES "
    "BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK "
    "CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA "
    "DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA "
    "GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS "
    "GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD "
    "IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA "
    "KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA "
    "LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ "
    "MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC "
    "NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM "
    "PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC "
    "SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV "
    "SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR "
    "TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR "
    "VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE"
)
"""ISO 3166-1, as of 2026: each country with two letters and with three."""
_COUNTRIES: Final = {name: both[:2] for both in _CODES.split() for name in (both[:2], both[2:])}
_PARTS: Final = {
    "AU": "ACT NSW NT QLD SA TAS VIC WA",
    "CA": "AB BC MB NB NL NS NT NU ON PE QC SK YT",
    "US": "AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS "
    "MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UM UT VA VI VT WA WI WV WY",
}
"""ISO 3166-2, of the countries in which these are the letters that stand in an address."""
_STATES: Final = {
    f"{country}-{part}" for country, parts in _PARTS.items() for part in parts.split()
}
_APART: Final = frozenset(("old", "billing"))


def jurisdiction_in(node: Node, /, *, of_person: bool = False) -> Jurisdiction | None:
    """The jurisdiction of the first address that is in use and tells its country in a code.

    Args:
        node: what has the addresses.
        of_person: whether it is somebody's, who is not where the work is.
    """
    if "address" not in node.rest:
        return None
    found: Jurisdiction | None = None
    for inner in node.nodes("address"):
        if found is None and _is_in_use(inner.rest, of_person=of_person):
            found = _jurisdiction(inner)
    return found


def _is_in_use(raw: Json, /, *, of_person: bool) -> bool:
    use, time = raw.get("use"), raw.get("period")
    is_over = isinstance(time, dict) and "end" in time
    is_elsewhere = use == "work" and of_person
    return not is_over and not is_elsewhere and use not in _APART and raw.get("type") != "postal"


def _jurisdiction(inner: Node, /) -> Jurisdiction | None:
    country, state = inner.rest.get("country"), inner.rest.get("state")
    code = _COUNTRIES.get(country) if isinstance(country, str) else None
    if code is None:
        return None
    if country == code:
        # Three letters are kept as they are spelled.
        del inner.rest["country"]
    if f"{code}-{state}" in _STATES:
        del inner.rest["state"]
        code = f"{code}-{state}"
    return Jurisdiction(code)


def address_of(jurisdiction: Jurisdiction | None, /) -> list[Json]:
    """An address that tells a jurisdiction."""
    if jurisdiction is None:
        return []
    country, _, part = jurisdiction.code.partition("-")
    return [{"country": country, "state": part} if part else {"country": country}]


def is_addressed(jurisdiction: Jurisdiction | None, /) -> bool:
    """Whether an address tells it, so that it is read again."""
    if jurisdiction is None:
        return True
    return jurisdiction.code in _COUNTRIES or jurisdiction.code in _STATES
