"""One value of every class by which a pool is ranked; the people are made up."""

from datetime import date

import attrs

from carecore.base.reasons import Fact, OwnChoice, Verdict
from carecore.base.timing import Period
from carecore.catalogue import Catalogue
from carecore.credentials import HeldCredential, Licence
from carecore.matching import (
    CriterionKind,
    Fit,
    Judgement,
    Opening,
    Pair,
    Policy,
    Ranking,
    Remedy,
    StandardCriterion,
    WhatItTakes,
    WhyNot,
)
from carecore.people import Client, Professional, Team
from carecore.travel import Journey, Leg

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
    points=3,
    starts=date(2026, 12, 7),
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    Fit: FIT,
    Judgement: EARNED,
    Opening: OPENING,
    Pair: PAIR,
    Policy: POLICY,
    Ranking: Ranking(
        client_id="c-17",
        role="care_manager",
        as_of=DAY,
        policy=POLICY.label,
        eligible=(FIT,),
        undecided=(OPEN,),
        rejected=(MISS,),
    ),
    Remedy: REMEDY,
    StandardCriterion: CERTIFIED,
    WhatItTakes: WhatItTakes(
        pair=PAIR,
        role="care_manager",
        policy=POLICY.label,
        remedies=(REMEDY,),
        impossible=(FAILED,),
    ),
    WhyNot: WhyNot(client_id="c-17", role="care_manager", as_of=DAY, policy=POLICY.label, fit=MISS),
}
