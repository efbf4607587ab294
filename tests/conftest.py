"""How Hypothesis looks for counter-examples."""

import os

from hypothesis import settings

# The same examples on every machine, and no failure because a machine is slow.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
# Ten times as many, other ones each time: for an evening at home.
settings.register_profile("deep", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
