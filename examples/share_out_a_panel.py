"""Who gets whom? Forty clients, nine care managers, and then one of the nine leaves.

Everybody here is made up.
A script; `share_out_a_panel.ipynb` is the same as a notebook, with tables and bars.
"""

from datetime import date

import attrs

import carecore as cc
from carecore.matching import (
    STANDARD_POLICY,
    STANDARD_SHARING,
    Allocation,
    Placement,
    allocate,
    what_would_it_take,
    why_not,
)

AS_OF = date(2026, 11, 23)
ROLE = "care_manager"

# %% Forty people: their languages, best first; where they are; and what they ask for.

PANEL = """
adela   es,en home_independent US-MA visit_mother_weekly
agnes   en    assisted_living  US-MA watch_medicines
albin   pl,en home_informal    US-MA carer_exhausted
alma    pt,en home_independent US-RI stay_at_home
ansel   de,en assisted_living  US-NH keep_us_informed
anya    pl    home_informal    US-NH watch_medicines
beatriz pt    home_informal    US-RI help_day_to_day
benno   de    assisted_living  US-MA lonely
carmen  es    home_independent US-RI nobody_coordinates
celia   es,en snf              US-MA leave_hospital
clara   en    home_independent US-NH losing_heart
conrad  en    home_independent US-MA stay_at_home
dara    en    snf              US-RI how_long_recovery
dinah   en    assisted_living  US-NH visit_mother_weekly
dora    en    home_informal    US-MA carer_exhausted
duarte  pt,en snf              US-MA how_long_recovery
edwin   en    home_independent US-RI visit_mother_weekly
elena   es    home_informal    US-MA watch_medicines
elis    en    assisted_living  US-MA whole_person
emil    de,en home_independent US-MA appointments_muddle
fern    en    home_independent US-MA nobody_coordinates
franz   de    home_informal    US-NH help_day_to_day
gemma   en    snf              US-NH leave_hospital
hal     en    home_informal    US-NH stay_at_home
hanna   pl,en home_independent US-MA visit_mother_weekly
ida     en    home_independent US-MA watch_medicines
ines    pt    home_independent US-MA keep_us_informed
jonas   en    assisted_living  US-RI lonely
josefa  es    home_independent US-MA stay_at_home
jozef   pl    home_informal    US-MA help_day_to_day
kit     en    snf              US-MA how_long_recovery
lena    pl,en snf              US-MA leave_hospital
linh    vi    home_informal    US-MA carer_exhausted
lucio   es,en assisted_living  US-RI watch_medicines
marisa  pt,en home_informal    US-MA nobody_coordinates
maud    en    home_independent US-NH whole_person
odile   fr,en home_independent US-MA visit_mother_weekly
pilar   es,en home_informal    US-MA carer_exhausted
rufus   en    home_independent US-RI appointments_muddle
viggo   ?     home_independent US-MA nobody_coordinates
"""


def client_of(line: str) -> cc.Client:
    """One client of the panel; where a question mark stands, nobody has asked yet."""
    key, languages, setting, state, need = line.split()
    return cc.Client(
        id=key,
        languages=None if languages == "?" else languages.split(","),
        setting=setting,
        jurisdiction=state,
        needs=[need],
        caseload_points=1,
    )


clients = {one.id: one for one in map(client_of, PANEL.strip().splitlines())}

# %% Nine care managers; Greta works half the week, and Uli is away until the end of the month.

SINCE = cc.Period(date(2024, 1, 1))


def care_manager(
    key: str, languages: str, states: str, licence: str, *, limit: int, held: int = 0
) -> cc.Professional:
    """One care manager, who goes to homes and to homes for the elderly, licensed in each state."""
    return cc.Professional(
        id=key,
        roles=[ROLE],
        languages=languages.split(),
        jurisdictions=states.split(),
        licences=[
            cc.Licence(credential=licence, jurisdiction=state, period=SINCE)
            for state in states.split()
        ],
        settings=["home_independent", "home_informal", "assisted_living"],
        weekly_hours=40,
        caseload_limit=limit,
        caseload=held,
    )


december = cc.Leave(cc.Period(date(2026, 11, 16), date(2026, 12, 1)))
pool = (
    care_manager("bruno", "pt en", "US-MA US-RI", "rn", limit=6, held=2),
    care_manager("cleo", "en", "US-MA US-NH", "rn", limit=8, held=3),
    attrs.evolve(care_manager("greta", "de en", "US-MA US-NH", "lcsw", limit=4), weekly_hours=20),
    care_manager("hugo", "en es", "US-RI", "lcsw", limit=6, held=1),
    attrs.evolve(care_manager("mira", "en es", "US-MA", "rn", limit=3), settings=["snf"]),
    care_manager("nils", "en", "US-NH", "lsw", limit=8, held=3),
    care_manager("pola", "pl en", "US-MA US-NH", "rn", limit=7, held=2),
    care_manager("sofia", "es en", "US-MA", "lcsw", limit=8, held=2),
    attrs.evolve(care_manager("uli", "fr en", "US-MA", "rn", limit=6), leave=[december]),
)

# %% Share them out, all at once. The answer tells who has whom, who waits, and what it costs.

allocation = allocate(clients.values(), pool, role=ROLE, as_of=AS_OF)
print(allocation)

# %% Why these? What speaks for each pair, and how much dearer the next best would be.

people = {one.id: one for one in pool}


def reasons(placed: Placement) -> str:
    """What speaks for a pair."""
    client, person = clients[placed.client_id], people[placed.professional_id]
    fit = why_not(client, person, role=ROLE, as_of=AS_OF).fit
    return "; ".join(one.text for one in fit.judgements if one.points)


for placed in allocation.placements:
    next_best = (
        f"{placed.margin} dearer with {placed.runner_up}" if placed.runner_up else "no other"
    )
    print(f"{placed.client_id:<8} {placed.professional_id:<6} {reasons(placed)}; {next_best}")

# %% Who waits, and what would place them? Nearest is whoever the fewest changes would make fit.


def now_held(shared: Allocation) -> list[cc.Professional]:
    """The pool as it stands once everybody has come to whom they were given."""
    points = {load.professional_id: load.points for load in shared.loads}
    return [attrs.evolve(people[key], caseload=held) for key, held in points.items()]


def what_would_place(shared: Allocation) -> None:
    """For each who waits: why, whom only one thing bars, and the fewest changes that would do."""
    for waiting in shared.unplaced:
        print(f"{waiting.client_id} waits: {waiting.text}")
        for obstacle in waiting.obstacles:
            if obstacle.alone:
                print(f"  only {obstacle.criterion} bars {', '.join(obstacle.alone)}")
        answers = [
            what_would_it_take(clients[waiting.client_id], person, role=ROLE, as_of=AS_OF)
            for person in now_held(shared)
        ]
        possible = [one for one in answers if one.is_possible and one.remedies]
        if not possible:
            (left, *_) = min((one.impossible for one in answers), key=len)
            print(f"  would come to nobody, as long as {left.text}")
            continue
        nearest = min(possible, key=lambda one: len(one.remedies))
        changes = " and ".join(one.text for one in nearest.remedies)
        print(f"  would come to {nearest.pair.professional.id}, if {changes}")
        # What would do is a value: applied, it is asked again.
        after = nearest.applied()
        assert why_not(after.client, after.professional, role=ROLE, as_of=after.as_of).fits


what_would_place(allocation)

# %% Pola leaves. Share out again: who stays, stays if that is possible at all.

LEAVER = "pola"
left = [one for one in pool if one.id != LEAVER]
again = allocate(clients.values(), left, role=ROLE, as_of=AS_OF, previous=allocation)

# %% Only what changed. Each broken bond has its price, so nobody is moved without a reason.

for change in again.changes:
    to = change.professional_id if isinstance(change, Placement) else f"waits: {change.text}"
    why = "leaves" if change.before == LEAVER else "makes room"
    print(f"{change.client_id:<8} {change.before} ({why}) -> {to}")
moved = [one for one in again.changes if one.before != LEAVER]
stayed = sum(one.before == one.professional_id for one in again.placements)
print(f"{stayed} stay; {len(again.changes)} change, {len(moved)} of them to make room")
print(f"each change costs {STANDARD_SHARING.broken_bond}, and what it loses in fit:")
for part in ("fit", "broken_bonds", "evenness", "waiting"):
    print(f"  {part:<12} {getattr(allocation.costs, part):>6} -> {getattr(again.costs, part)}")
hers = [one.client_id for one in allocation.placements if one.professional_id == LEAVER]
assert {one.client_id for one in again.changes} >= set(hers)

# %% Who waits now who did not before?

waited = {one.client_id for one in allocation.unplaced}
new = tuple(one for one in again.unplaced if one.client_id not in waited)
what_would_place(attrs.evolve(again, unplaced=new))

# %% For those nobody knows enough about: let pass what is unknown, and mark it.

policy = STANDARD_POLICY.admitting("language")
marked = allocate(clients.values(), left, role=ROLE, policy=policy, as_of=AS_OF, previous=again)
for placed in marked.placements:
    if placed.admitted:
        print(f"{placed.client_id} to {placed.professional_id}, unknown: {placed.admitted}")
