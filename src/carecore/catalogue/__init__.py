"""What the field knows: dated, cited entries, and finding the way among them.

Content, not machinery: each page here is a list that a person of the field can read and check.
Every entry names what it rests on, or says that it is carecore's own choice.

*Intention*: a fact of the field stands in one place, with its source, and nowhere in the code.
"""

from carecore.catalogue.care_manager import CARE_MANAGER
from carecore.catalogue.case_manager import CASE_MANAGER
from carecore.catalogue.finding_needs import FoundNeed, NeedAnswer, NeedMatch, find_needs
from carecore.catalogue.finding_titles import FoundRole, TitleAnswer, find_roles
from carecore.catalogue.model import Catalogue
from carecore.catalogue.standard import STANDARD

__all__ = [
    "CARE_MANAGER",
    "CASE_MANAGER",
    "STANDARD",
    "Catalogue",
    "FoundNeed",
    "FoundRole",
    "NeedAnswer",
    "NeedMatch",
    "TitleAnswer",
    "find_needs",
    "find_roles",
]
