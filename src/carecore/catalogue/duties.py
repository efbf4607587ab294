"""Everything that can be owed to a client.

The list begins with what the article on the two core roles names, goes on with what professional
standards add, and ends with the duties of related roles.
Names are made to follow "someone to ..."; descriptions are carecore's own words.
"""

from typing import Final

from carecore.catalogue.duties_article import ARTICLE_DUTIES
from carecore.catalogue.duties_related import RELATED_DUTIES
from carecore.catalogue.duties_standards import STANDARDS_DUTIES
from carecore.duties import Duty

__all__ = ["DUTIES"]

DUTIES: Final[tuple[Duty, ...]] = (*ARTICLE_DUTIES, *STANDARDS_DUTIES, *RELATED_DUTIES)
