"""Made-up people and their care as FHIR R4: every element that has a place in our values.

Ada Lund comes home from hospital; her daughter helps, and Bo Strand, a nurse, looks after the plan.
Elements that exclude each other stand in several resources of one type.
"""

from typing import Final

from .made_history import RECORD
from .made_medications import MEDICATIONS, TABLET
from .made_papers import PAPERS
from .made_parts import Json
from .made_people import PEOPLE
from .made_plans import PLANS

__all__ = ["RESOURCES", "TABLET", "bundle"]

RESOURCES: Final[tuple[Json, ...]] = (*PEOPLE, *PLANS, *PAPERS, *RECORD, *MEDICATIONS)


def bundle(*resources: Json) -> Json:
    """Resources in one document."""
    base = "https://example.org/fhir"
    entries = [
        {"fullUrl": f"{base}/{one['resourceType']}/{one['id']}", "resource": one}
        for one in resources
    ]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}
