"""One value of every class by which a caseload is handed over; the people are made up."""

from datetime import date

import attrs

from carecore.matching import (
    Allocation,
    Bond,
    CaseloadHandOver,
    Certificate,
    Costs,
    Placement,
    ProposedOffer,
    Succession,
)

DAY = date(2026, 12, 1)
LAST = date(2026, 12, 4)
ROLE = "care_manager"

SUCCESSION = Succession(
    client_id="c-1",
    role=ROLE,
    successor="p-2",
    starts=DAY,
    last_day=LAST,
    packet=("summary_sent", "hand_over_read_back"),
)
OFFER = ProposedOffer(client_id="c-1", role=ROLE, professional_id="p-2", answer_by=DAY, place=2)
HAND_OVER = CaseloadHandOver(
    leaver="p-1",
    role=ROLE,
    as_of=DAY,
    last_day=LAST,
    successions=(SUCCESSION,),
    missing=(Bond(client_id="c-9", role=ROLE, professional_id="p-1"),),
    kept=(Bond(client_id="c-3", role=ROLE, professional_id="p-2"),),
    shared_out=Allocation(
        as_of=DAY,
        policy="ours, version 3",
        sharing="ours, version 3",
        placements=(
            Placement(client_id="c-1", role=ROLE, professional_id="p-2", before="p-1", margin=3),
        ),
        costs=Costs(fit=2, broken_bonds=5),
        certificate=Certificate(cost=7, bound=7, method="by hand"),
        eligible_pairs=1,
    ),
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    CaseloadHandOver: HAND_OVER,
    ProposedOffer: OFFER,
    Succession: SUCCESSION,
}
