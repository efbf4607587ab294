"""The roles around the two core roles."""

from typing import Final

from carecore.catalogue.arranging_roles import ARRANGING_ROLES
from carecore.catalogue.attending_roles import ATTENDING_ROLES
from carecore.roles import Role

__all__ = ["RELATED_ROLES"]

RELATED_ROLES: Final[tuple[Role, ...]] = (*ARRANGING_ROLES, *ATTENDING_ROLES)
