"""The catalogue that ships: every shelf together."""

from typing import Final

from carecore.catalogue.care_manager import CARE_MANAGER
from carecore.catalogue.care_settings import CARE_SETTINGS
from carecore.catalogue.case_manager import CASE_MANAGER
from carecore.catalogue.clocks import CLOCKS
from carecore.catalogue.compacts import COMPACTS
from carecore.catalogue.credentials import CREDENTIALS
from carecore.catalogue.dangers import DANGERS
from carecore.catalogue.domains import DOMAINS
from carecore.catalogue.duties import DUTIES
from carecore.catalogue.frames import FRAMES
from carecore.catalogue.gates import GATES
from carecore.catalogue.model import Catalogue
from carecore.catalogue.needs import NEEDS
from carecore.catalogue.pathways import PATHWAYS
from carecore.catalogue.related_roles import RELATED_ROLES
from carecore.catalogue.rights import RIGHTS
from carecore.catalogue.title_uses import TITLE_USES
from carecore.catalogue.titles import TITLES
from carecore.catalogue.travel import (
    BATTERY_RULES,
    CERTIFICATE_RULES,
    DAY_LIMITS,
    ESCORT_RUNGS,
    FLIGHT_CAUTIONS,
    NOTICE_RULES,
)

__all__ = ["STANDARD"]

STANDARD: Final = Catalogue(
    care_settings=CARE_SETTINGS,
    credentials=CREDENTIALS,
    compacts=COMPACTS,
    duties=DUTIES,
    roles=(CASE_MANAGER, CARE_MANAGER, *RELATED_ROLES),
    titles=TITLES,
    title_uses=TITLE_USES,
    needs=NEEDS,
    dangers=DANGERS,
    frames=FRAMES,
    rights=RIGHTS,
    domains=DOMAINS,
    pathways=PATHWAYS,
    gates=GATES,
    clocks=CLOCKS,
    day_limits=DAY_LIMITS,
    flight_cautions=FLIGHT_CAUTIONS,
    notice_rules=NOTICE_RULES,
    certificate_rules=CERTIFICATE_RULES,
    battery_rules=BATTERY_RULES,
    escort_rungs=ESCORT_RUNGS,
    sourced_in="US",
)
"""What the field knows, as carecore ships it: dated, cited values.

>>> STANDARD.role("case_manager").name
'case manager'

.. versionadded:: 0.1
"""
