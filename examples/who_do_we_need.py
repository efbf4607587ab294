"""Whom do we need? A family's question, as a script or cell by cell in a notebook.

Edda Marlow is made up; so is everybody around her.
"""

from datetime import date

import carecore as cc

AS_OF = date(2026, 11, 23)

# %% Two titles confuse everybody. What do they mean, and who else bears them?

for title in ("case manager", "care manager", "nurse concierge"):
    answer = cc.find_roles(title)
    first = answer.candidates[0]
    print(f"{title}: {first.role} ({first.confidence.value}), {len(answer.other_uses)} other uses")

# %% What do the two roles share, and how do they differ?

comparison = cc.compare_roles(cc.CASE_MANAGER, cc.CARE_MANAGER)
for difference in comparison.differences:
    print(f"{difference.aspect}: {'; '.join(difference.left)} | {'; '.join(difference.right)}")

# %% Edda, 81, broke her hip on a holiday. Her family says in their own words what they need.

words = (
    "we need a nurse to fly home with us",
    "we do not understand the bills",
    "she is losing heart",
)
needs = [cc.find_needs(said).best for said in words]
assert None not in needs
edda = cc.Client(
    id="c-17",
    setting="acute_ward",
    needs=filter(None, needs),
    jurisdiction="PT",
    name="Edda Marlow",
)

# %% Whom do we need, and why? In a notebook, `advice` alone shows a table.

advice = cc.advise_roles(edda, as_of=AS_OF)
print(advice)

# %% What would change the answer? Each change is a value: apply one, and ask again.

change = next(one for one in advice.would_change_if if one.kind is cc.ChangeKind.MOVED)
after = change.apply(edda, as_of=AS_OF)
again = cc.advise_roles(after.client, as_of=AS_OF, team=after.team, pool=after.pool)
print(f"If {change.text}: {', '.join(map(str, again.recommended))}")
assert again.roles == change.becomes

# %% Three more travellers: how many of which role, and with which skills?

panel = cc.advise_panel(
    [
        edda,
        cc.Client(id="c-18", setting="home_independent", needs=["visit_mother_weekly"]),
        cc.Client(id="c-19", setting="snf", needs=["how_long_recovery", "treated_lawfully"]),
    ],
    as_of=AS_OF,
    caseload_limit=20,
)
print(panel)
