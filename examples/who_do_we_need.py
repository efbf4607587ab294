"""Who does a client need, and why? The first question, as a script."""

from datetime import date

import carecore as cc

# %% A client on a ward wants to fly home with a nurse, and to understand the bills.

client = cc.Client(
    id="c-17", setting="acute_ward", needs=("fly_home_with_nurse", "understand_bills")
)

# %% The answer says who, why, what each covers, and what would change it.

advice = cc.advise_roles(client, as_of=date(2026, 11, 23))
print(advice)
