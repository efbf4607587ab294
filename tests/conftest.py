"""How Hypothesis looks for counter-examples."""

import os

from hypothesis import settings

# The same examples on every machine, and no failure because a machine is slow.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
# Ten times as many, other ones each time: for an evening at home.
settings.register_profile("deep", deadline=None, max_examples=1_000)
# Where the same tests have run in full before, on other versions of what they stand on.
settings.register_profile("few", derandomize=True, deadline=None, max_examples=10)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
