"""The two roles at the heart of the library."""

from carecore.catalogue.care_manager import CARE_MANAGER
from carecore.catalogue.case_manager import CASE_MANAGER

__all__ = ["CARE_MANAGER", "CASE_MANAGER"]
