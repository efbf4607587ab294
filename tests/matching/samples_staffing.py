"""One value of every class that says who is missing in a pool; the people are made up."""

from datetime import date

import attrs

from carecore.base.reasons import OwnChoice, Reason
from carecore.matching import (
    Allocation,
    Certificate,
    Costs,
    OutOfReach,
    Placement,
    PoolGap,
    Profile,
    Remedy,
    SkillCount,
    SkillKind,
    Staffing,
    ToFindOut,
    Unplaced,
    UnplacedBecause,
)
from carecore.roles import EmployerKind

DAY = date(2026, 11, 23)
ROLE = "care_manager"

PROFILE = Profile(
    role=ROLE,
    name="care manager",
    as_of=DAY,
    asks=(
        Remedy(criterion="language", text="they speak pl", language="pl"),
        Remedy(criterion="jurisdiction", text="they work in US-CO", jurisdiction="US-CO"),
    ),
    employer=EmployerKind.CLIENT,
    caseload_limit=12,
    because=Reason(
        id="caseload_limit", text="the limit that was given", sources=[OwnChoice("for a test")]
    ),
)
GAP = PoolGap(
    profile=PROFILE,
    people=("new-1", "new-2"),
    placed_more=3,
    clients=("c-1", "c-2", "c-3", "c-4"),
    waiting_instead=("c-5",),
    nobody_fits=2,
    no_room=1,
    not_known=1,
    full=("p-1",),
)
FIND_OUT = ToFindOut(
    fact="$professional.languages",
    criteria=("language",),
    clients=("c-6",),
    professionals=("p-1", "p-2"),
)
BEYOND = OutOfReach(
    client_id="c-7", role=ROLE, criteria=("caseload",), text="caseload: 12 points free, 30 wanted"
)
COUNT = SkillCount(
    kind=SkillKind.LICENCE,
    language="pl",
    credentials=("rn", "aprn"),
    jurisdiction="US-CO",
    setting="acute_ward",
    is_known=False,
    clients=("c-1", "c-2"),
    only=("c-2",),
    points=3,
    professionals_needed=1,
)
STAFFING = Staffing(
    allocation=Allocation(
        as_of=DAY,
        policy="ours, version 3",
        sharing="ours, version 3",
        placements=(Placement(client_id="c-5", role=ROLE, professional_id="p-1"),),
        unplaced=(
            Unplaced(
                client_id="c-1",
                role=ROLE,
                because=UnplacedBecause.NO_ROOM,
                text="1 fits, and all their places are taken",
                fitting=1,
            ),
            Unplaced(
                client_id="c-8",
                because=UnplacedBecause.NO_ROLE,
                text="nobody has to be engaged; recommended: no role",
            ),
        ),
        costs=Costs(fit=2),
        certificate=Certificate(cost=2, bound=2, method="by hand"),
        eligible_pairs=2,
    ),
    gaps=(GAP,),
    to_find_out=(FIND_OUT,),
    out_of_reach=(BEYOND,),
    still_waiting=("c-9",),
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    OutOfReach: BEYOND,
    PoolGap: GAP,
    Profile: PROFILE,
    SkillCount: COUNT,
    Staffing: STAFFING,
    ToFindOut: FIND_OUT,
}
