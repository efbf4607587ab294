"""One value of every class by which a pool is ranked; the people are made up."""

from datetime import date, time

import attrs

from carecore.base.amounts import Money
from carecore.base.reasons import Fact, OwnChoice, Verdict
from carecore.base.timing import Period
from carecore.catalogue import Catalogue
from carecore.credentials import HeldCredential, Licence
from carecore.matching import (
    Allocation,
    AllocationDiff,
    Alternative,
    Bond,
    BrokenBecause,
    BrokenBond,
    Certificate,
    Costs,
    CriterionDifference,
    CriterionKind,
    Fairness,
    Fit,
    Judgement,
    Load,
    Margin,
    Obstacle,
    OneSided,
    Opening,
    Pair,
    Pairing,
    PairingSide,
    PanelChange,
    PanelStep,
    Placement,
    Policy,
    PolicyComparison,
    Pool,
    Preference,
    Price,
    Ranking,
    Reassignment,
    Remedy,
    Sharing,
    StablePair,
    StandardCriterion,
    TravelTime,
    TravelTimeCriterion,
    Unplaced,
    UnplacedBecause,
    WhatItTakes,
    WhatMakesBest,
    WhyNot,
)
from carecore.people import (
    Client,
    LanguageLevel,
    LanguageSkill,
    Professional,
    Team,
    WeeklyHours,
)
from carecore.roles import PayerKind
from carecore.travel import Journey, Leg

from . import samples_handing_over, samples_staffing, samples_wards

DAY = date(2026, 11, 23)

CLIENT = Client(id="c-17", jurisdiction="US-MA", needs=("losing_heart",), name="Ada Quill")
PROFESSIONAL = Professional(id="p-1", roles=("care_manager",), name="Mina Vale")
OPENING = Opening(
    client=CLIENT,
    role="care_manager",
    as_of=DAY,
    team=Team(id="t-1", client_id="c-17"),
    journey=Journey(id="j-1", client_id="c-17", legs=(Leg(id="l-1"),)),
    catalogue=Catalogue(),
)
LANGUAGE = StandardCriterion(
    id="speaks", kind=CriterionKind.LANGUAGE, is_hard=False, weight=4, tier=2
)
CERTIFIED = StandardCriterion(
    id="certified", kind=CriterionKind.CERTIFICATION, wanted=("cmc", "ccm")
)
POLICY = Policy(name="ours", version="3", criteria=(CERTIFIED, LANGUAGE), admits=("certified",))
EARNED = Judgement(
    criterion="speaks",
    is_hard=False,
    verdict=Verdict.MET,
    points=2,
    maximum=4,
    text="speaks en",
    seen=(Fact(name="languages", seen=("en",), place="$professional.languages"),),
    wanted=(Fact(name="languages", seen=("pl", "en"), place="$client.languages"),),
    sources=(OwnChoice("made for a test"),),
)
ADMITTED = Judgement(
    criterion="certified",
    is_hard=True,
    verdict=Verdict.UNKNOWN,
    is_admitted=True,
    text="whether they are certified as cmc or ccm is not known",
)
FAILED = attrs.evolve(ADMITTED, verdict=Verdict.NOT_MET, is_admitted=False, text="is not certified")
UNKNOWN = attrs.evolve(ADMITTED, is_admitted=False)
FIT = Fit(professional_id="p-1", judgements=(ADMITTED, EARNED), score=(2,))
MISS = Fit(professional_id="p-2", judgements=(FAILED, EARNED), score=(2,))
OPEN = Fit(professional_id="p-3", judgements=(UNKNOWN, EARNED), score=(2,))
DIFFERENCE = CriterionDifference(
    criterion="certified", aspect="wanted", left="cmc, ccm", right="nothing"
)
PAIR = Pair(client=CLIENT, professional=PROFESSIONAL, as_of=DAY)
REMEDY = Remedy(
    criterion="speaks",
    text="all of it changes",
    licence=Licence(credential="rn", jurisdiction="US-MA", period=Period(DAY), multistate=True),
    credential=HeldCredential(credential="cmc", period=Period(DAY)),
    language="pl",
    setting="acute_ward",
    jurisdiction="US-MA",
    hours=1,
    week=(WeeklyHours(weekday=1, start=time(9), end=time(0)),),
    points=3,
    skill=LanguageSkill(language="pl", level=LanguageLevel.B2),
    area="north",
    base_area="south",
    acuity=2,
    payer=PayerKind.PRIVATE_PAY,
    rate=Money("60", "USD"),
    starts=date(2026, 12, 7),
)

WAY = TravelTime(from_area="north", to_area="south", minutes=24)
NEAR = TravelTimeCriterion(
    id="near", is_hard=False, weight=6, tier=2, most_minutes=45, times=(WAY,)
)

PLACEMENT = Placement(
    client_id="c-17",
    role="care_manager",
    professional_id="p-2",
    points=2,
    score=(1, 4, 3),
    admitted=("availability",),
    before="p-1",
    runner_up="p-3",
    margin=12,
    together=("c-19",),
    apart=("c-18", "c-20"),
)
OBSTACLE = Obstacle(criterion="language", failing=7, unknown=2, alone=("p-3",))
UNPLACED = Unplaced(
    client_id="c-18",
    role="care_manager",
    points=3,
    because=UnplacedBecause.NOBODY_FITS,
    text="nobody fits of 9 in the pool",
    fitting=1,
    undecided=2,
    obstacles=(OBSTACLE,),
    before="p-1",
    together=("c-21",),
    apart=("c-17",),
)
LOAD = Load(professional_id="p-2", limit=20, held=12, taken=2, is_absent=True, clients=("c-17",))
COSTS = Costs(fit=5, broken_bonds=100, evenness=7, waiting=9)
PRICE = Price(professional_id="p-2", price=3)
CERTIFICATE = Certificate(
    cost=121,
    bound=120,
    method="by hand",
    scale=2,
    prices=(PRICE,),
    claimed_by="Quick 2.1",
    claimed_bound=121,
    most_changes=1,
    change_price=7,
)
BROKEN = BrokenBond(
    client_id="c-17",
    role="care_manager",
    before="p-1",
    after="p-2",
    because=BrokenBecause.DOES_NOT_FIT,
    criteria=("language",),
    price=100,
    saves=40,
)
REASSIGNMENT = Reassignment(client_id="c-17", role="care_manager", before="p-1", after="p-2")
SHARING = Sharing(name="ours", version="3", waiting=50, broken_bond=10, evenness=4)
BOND = Bond(client_id="c-17", role="care_manager", professional_id="p-1")
STABLE = StablePair(
    client_id="c-17", professional_id="p-2", place_of_professional=2, place_of_client=3
)
ONE_SIDED = OneSided(client_id="c-18", professional_id="p-2")

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    **samples_handing_over.SAMPLES,
    **samples_staffing.SAMPLES,
    **samples_wards.SAMPLES,
    Allocation: Allocation(
        as_of=DAY,
        policy=POLICY.label,
        sharing=SHARING.label,
        placements=(PLACEMENT,),
        unplaced=(UNPLACED,),
        loads=(LOAD,),
        broken_bonds=(BROKEN,),
        costs=COSTS,
        certificate=CERTIFICATE,
        eligible_pairs=4,
        undecided_pairs=2,
    ),
    AllocationDiff: AllocationDiff(
        before=DAY,
        after=date(2026, 11, 30),
        reassignments=(REASSIGNMENT,),
        broken_bonds=(BROKEN,),
        began=(BOND,),
        ended=(BOND,),
        new_waiting=("c-19",),
        costs_before=COSTS,
        costs_after=Costs(fit=3),
    ),
    Alternative: Alternative(
        client_id="c-17",
        role="care_manager",
        professional_id="p-2",
        at_least=10,
        cost=12,
        is_exact=False,
        reassignments=(REASSIGNMENT,),
        barred_by=("language",),
        score=(1, 4, 3),
        score_needed=(1, 5, 5),
    ),
    Bond: BOND,
    BrokenBond: BROKEN,
    Certificate: CERTIFICATE,
    Costs: COSTS,
    Fairness: Fairness(filled=(400, 1000), absent=1, not_told=2),
    Load: LOAD,
    Obstacle: OBSTACLE,
    OneSided: ONE_SIDED,
    Pairing: Pairing(
        favours=PairingSide.PROFESSIONALS,
        pairs=(STABLE,),
        alone=("c-18",),
        free=("p-3",),
        one_sided=(ONE_SIDED,),
    ),
    PanelChange: PanelChange(
        step=PanelStep.CLIENT_OUT,
        about="c-18",
        reassignments=(REASSIGNMENT,),
        cost_before=130,
        cost=121,
        bound=120,
    ),
    Placement: PLACEMENT,
    Pool: Pool((PROFESSIONAL,)),
    Preference: Preference(person_id="p-2", order=(("c-17",), ("c-18", "c-19")), places=2),
    Price: PRICE,
    Sharing: SHARING,
    StablePair: STABLE,
    Unplaced: UNPLACED,
    CriterionDifference: DIFFERENCE,
    Fit: FIT,
    Judgement: EARNED,
    Margin: Margin(
        professional_id="p-2",
        ahead_of="p-3",
        ahead=(0, 3, -1),
        behind_whom="p-1",
        behind=(1, 0, 0),
    ),
    Opening: OPENING,
    Pair: PAIR,
    Policy: POLICY,
    PolicyComparison: PolicyComparison(
        left="ours, version 3",
        right="standard, version 1",
        only_left=("speaks",),
        only_right=("language",),
        differences=(DIFFERENCE,),
        is_in_another_order=True,
    ),
    Ranking: Ranking(
        client_id="c-17",
        role="care_manager",
        as_of=DAY,
        policy=POLICY.label,
        eligible=(FIT,),
        undecided=(OPEN,),
        rejected=(MISS,),
        loads=(LOAD,),
    ),
    Reassignment: REASSIGNMENT,
    Remedy: REMEDY,
    StandardCriterion: CERTIFIED,
    TravelTime: WAY,
    TravelTimeCriterion: NEAR,
    WhatItTakes: WhatItTakes(
        pair=PAIR,
        role="care_manager",
        policy=POLICY.label,
        remedies=(REMEDY,),
        impossible=(FAILED,),
    ),
    WhatMakesBest: WhatMakesBest(
        pair=PAIR,
        role="care_manager",
        policy=POLICY.label,
        now=FIT,
        rival=attrs.evolve(FIT, professional_id="p-2", score=(4,)),
        then=attrs.evolve(FIT, score=(5,)),
        remedies=(REMEDY,),
        impossible=(FAILED,),
    ),
    WhyNot: WhyNot(client_id="c-17", role="care_manager", as_of=DAY, policy=POLICY.label, fit=MISS),
}
