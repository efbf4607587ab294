"""What helps to test what is built on carecore.

- `older_traveller`, `traveller_plan` and `traveller_pool`: a made-up person with a whole story, her
  plan, and everybody who could be engaged for her.
- `edited` and `plan_of_size`: a plan with one fault in it, and plans as large as you like.
- `with_markers`: finds out whether something shows what is personal.
- `check_ranking`: whether a ranking says all that there is to say, and nothing else.
- `carecore.testing.strategies`: values of every class of the library, for Hypothesis.
- `carecore.testing.conformance`: what is asked of rules, criteria, classes, calendars and
  parsers that other people plug in.

The last two need Hypothesis (`pip install "carecore[testing]"`), the others nothing.

*Intention*: the people of the examples, the demo and the tests are the same, so that what a reader
sees is what is tested; and the library is tested with what its users get.
"""

from carecore.testing.builders import edited, plan_of_size
from carecore.testing.explanations import check_ranking
from carecore.testing.markers import with_markers
from carecore.testing.scenarios import Scenario, older_traveller
from carecore.testing.traveller import (
    TRAVELLER_NOW,
    traveller_calendar,
    traveller_plan,
    traveller_pool,
)

__all__ = [
    "TRAVELLER_NOW",
    "Scenario",
    "check_ranking",
    "edited",
    "older_traveller",
    "plan_of_size",
    "traveller_calendar",
    "traveller_plan",
    "traveller_pool",
    "with_markers",
]
