"""The plan for the way home: what is owed, how far she has come, and whether she can leave.

Edda Marlow is made up; so is everybody around her.
A script, or cell by cell in a notebook.
"""

import attrs

import carecore as cc
from carecore.testing import TRAVELLER_NOW, traveller_calendar, traveller_plan

# %% Edda, 81, broke her hip in Porto. Her plan leads over rehabilitation in Boston to her own door.

plan = traveller_plan()
now, calendar = TRAVELLER_NOW, traveller_calendar()
print(repr(plan), "as of", now)

# %% Who holds which duty today, and what does nobody hold?

ledger = cc.duty_ledger(plan, as_of=now.date())
for entry in ledger.held:
    print(f"{entry.name}: {', '.join(holder.person for holder in entry.able)}")
for entry in ledger.uncovered:
    print(f"nobody yet: {entry.name} ({entry.reasons[0]})")

# %% Which sides of her life have goals, and which has nobody asked about?

print(cc.domains_covered(plan, as_of=now.date()))

# %% How far has she come? Late would mean: somebody should look again.

assert plan.timeline is not None
assert plan.record is not None
tracking = cc.track(plan.timeline, plan.record, as_of=now.date(), calendar=calendar)
for milestone in tracking.milestones:
    print(f"{milestone.state.value:<14} {milestone.name}, by {milestone.due}")
print("Planned end:", tracking.end_planned, "forecast:", tracking.end_forecast)

# %% Is the plan in order? Every rule says how it fared.

before = cc.validate(plan, as_of=now, calendar=calendar)
print(f"{len(before.outcomes)} rules, {len(before.findings)} findings, all clear: {before.ok}")

# %% Marta wants to help, and becomes accountable for the medicines too, beside Ines.

medicines = plan.activity("a-pills")
two = attrs.evolve(medicines, accountable=(*medicines.accountable, "p-marta"))
edited = plan.with_activity(two)
after = cc.validate(edited, as_of=now, calendar=calendar)
for finding in after.compare(before).new:
    print(finding)

# %% What does the edit mean for those who are at work?

diff = cc.compare_plans(plan, edited)
for work in (*diff.replace, *diff.redate, *diff.cancel):
    print(f"{work.step.value} {work.id}: {work.reason}")

# %% Can she leave the ward? Each gate says what it waits for.

readiness = cc.check_readiness(plan, "t-fly", as_of=now)
print("Ready:", readiness.ready)
for gate in readiness.blocking:
    print(f"{gate.standing.value}: {gate.name}")

# %% Who may do what next? Every move is listed, with the reason why it is open or not.

for option in cc.legal_moves(plan.transition("t-fly"), by="p-tess"):
    print(f"{option.move.value:<14} {'yes' if option.is_allowed else 'no':<4} {option.because}")

# %% What is due around the move? Each clock says for whom and where it holds, and why not here.

deadlines = cc.find_deadlines(plan, "t-fly", as_of=now, calendar=calendar)
for reading in (*deadlines.applying, *deadlines.unclear):
    print(f"{reading.name}: {reading.state and reading.state.value}, by {reading.due}")
for reading in deadlines.not_applying:
    print(f"does not hold: {reading.clock} ({reading.reasons[0]})")

# %% Can the journey begin? The airline and her doctor decide; this gathers what they will ask.

journey = cc.check_travel(plan, "j-1", as_of=now)
for row in journey.rows:
    print(f"{row.verdict.value:<8} {row.check}: {row.reasons[0]}")
assert journey.ready
