"""What helps to test what is built on carecore: made-up people with whole stories.

*Intention*: the people of the examples, the demo and the tests are the same, so that what a reader
sees is what is tested.
"""

from carecore.testing.scenarios import Scenario, older_traveller

__all__ = ["Scenario", "older_traveller"]
