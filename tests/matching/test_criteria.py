"""What each kind of criterion says: met, not met or unknown, and what a soft one earns."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.credentials import HeldCredential, Licence
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.matching import (
    Criterion,
    CriterionKind,
    Judgement,
    Opening,
    StandardCriterion,
)
from carecore.matching.looks import first_day_back, in_days
from carecore.people import Client, Leave, Professional, Representative, Team
from carecore.roles import EmployerKind
from carecore.travel import Journey, Leg

from . import asked_cases

DAY = date(2026, 11, 23)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN

CLIENT = Client(
    id="c-1",
    setting="home_independent",
    needs=("watch_medicines",),
    jurisdiction="US-CO",
    languages=("pl", "en"),
    caseload_points=3,
)
FLYING = attrs.evolve(CLIENT, setting="acute_ward", needs=("fly_home_with_nurse",))
NURSE = Licence(credential="rn", jurisdiction="US-CO", period=YEAR)
UNLICENSED = Licence(credential="lcsw", jurisdiction="US-CO", period=YEAR)
PERSON = Professional(id="p-1", roles=("care_manager",))
IN_COLORADO = "as rn or aprn or physician or pharmacist in US-CO on 2026-11-23"
ANYWHERE = "as rn or aprn or physician or pharmacist where the client is on 2026-11-23"
IN_FLIGHT = (
    "a licence as rn or aprn in US-CO on 2026-12-01; "
    "holds a licence as rn or aprn in US-NY on 2026-12-01"
)
WAY = Journey(
    id="j-1",
    client_id="c-1",
    legs=(
        Leg(
            id="l-1",
            from_place="US-CO",
            to_place="US-NY",
            departs=datetime(2026, 12, 1, 10, tzinfo=UTC),
        ),
    ),
)


def asked(
    kind: CriterionKind,
    person: Professional = PERSON,
    *,
    client: Client = CLIENT,
    weight: int | None = None,
    wanted: tuple[str, ...] = (),
    **fields: Any,  # noqa: ANN401 # whatever a field takes
) -> Judgement:
    """What a criterion of that kind says; a soft one, if it has a weight."""
    criterion = StandardCriterion(
        id="asked", kind=kind, is_hard=weight is None, weight=weight or 1, wanted=wanted
    )
    opening = Opening(**{"client": client, "role": "care_manager", "as_of": DAY, **fields})
    return criterion.judge(person, opening)


def person(**fields: Any) -> Professional:  # noqa: ANN401 # whatever a field takes
    """Somebody with these fields."""
    return attrs.evolve(PERSON, **fields)


def client(**fields: Any) -> Client:  # noqa: ANN401 # whatever a field takes
    """The client with these fields."""
    return attrs.evolve(CLIENT, **fields)


Case = tuple[CriterionKind, Professional, Client, Verdict, str]

CASES: tuple[Case, ...] = (
    (CriterionKind.ROLE, PERSON, CLIENT, MET, "fills the role of care manager"),
    (
        CriterionKind.ROLE,
        person(roles=("case_manager",)),
        CLIENT,
        NOT_MET,
        "does not fill the role of care manager",
    ),
    (
        CriterionKind.JURISDICTION,
        PERSON,
        CLIENT,
        UNKNOWN,
        "nobody has said where they work",
    ),
    (CriterionKind.JURISDICTION, person(jurisdictions=("US",)), CLIENT, MET, "works in US-CO"),
    (
        CriterionKind.JURISDICTION,
        person(jurisdictions=("US-NY",)),
        CLIENT,
        NOT_MET,
        "does not work in US-CO",
    ),
    (
        CriterionKind.JURISDICTION,
        person(jurisdictions=("US-NY",)),
        client(jurisdiction="US"),
        UNKNOWN,
        "may or may not work in US",
    ),
    (
        CriterionKind.JURISDICTION,
        person(jurisdictions=("US-NY",)),
        client(jurisdiction=None),
        UNKNOWN,
        "nobody has said where the client is",
    ),
    (
        CriterionKind.JURISDICTION,
        person(jurisdictions=()),
        client(jurisdiction=None),
        NOT_MET,
        "works nowhere",
    ),
    (
        CriterionKind.CARE_SETTING,
        PERSON,
        CLIENT,
        UNKNOWN,
        "nobody has said which care settings they serve",
    ),
    (
        CriterionKind.CARE_SETTING,
        person(settings=("snf",)),
        client(setting=None),
        UNKNOWN,
        "nobody has said in which care setting the client is",
    ),
    (
        CriterionKind.CARE_SETTING,
        person(settings=("home_independent",)),
        CLIENT,
        MET,
        "comes to home independent",
    ),
    (
        CriterionKind.CARE_SETTING,
        person(settings=()),
        CLIENT,
        NOT_MET,
        "does not come to home independent",
    ),
    (
        CriterionKind.LANGUAGE,
        PERSON,
        CLIENT,
        UNKNOWN,
        "nobody has said which languages they speak",
    ),
    (
        CriterionKind.LANGUAGE,
        person(languages=("en",)),
        client(languages=None),
        UNKNOWN,
        "nobody has said which languages the client speaks",
    ),
    (CriterionKind.LANGUAGE, person(languages=("en-GB",)), CLIENT, MET, "speaks en"),
    (
        CriterionKind.LANGUAGE,
        PERSON,
        client(languages=()),
        MET,
        "the client asks for no language",
    ),
    (
        CriterionKind.LANGUAGE,
        person(languages=("es", "pt")),
        CLIENT,
        NOT_MET,
        "speaks es, pt; the client, pl, en",
    ),
    (
        CriterionKind.LANGUAGE,
        person(languages=()),
        CLIENT,
        NOT_MET,
        "speaks no language; the client, pl, en",
    ),
    (
        CriterionKind.AVAILABILITY,
        PERSON,
        CLIENT,
        UNKNOWN,
        "nobody has said how many hours a week they have",
    ),
    (CriterionKind.AVAILABILITY, person(weekly_hours=1), CLIENT, MET, "has 1 hour a week"),
    (
        CriterionKind.AVAILABILITY,
        person(weekly_hours=0),
        CLIENT,
        NOT_MET,
        "has no hours, and is not available",
    ),
    (CriterionKind.LEAVE, PERSON, CLIENT, MET, "is there on 2026-11-23"),
    (
        CriterionKind.LEAVE,
        person(leave=(Leave(Period(DAY, date(2026, 12, 7))),)),
        CLIENT,
        NOT_MET,
        "is away on 2026-11-23, back on 2026-12-07",
    ),
    (
        CriterionKind.LEAVE,
        person(leave=(Leave(Period(DAY)),)),
        CLIENT,
        NOT_MET,
        "is away on 2026-11-23, nobody has said until when",
    ),
    (
        CriterionKind.CASELOAD,
        PERSON,
        CLIENT,
        UNKNOWN,
        "nobody has said how many caseload points are free",
    ),
    (
        CriterionKind.CASELOAD,
        person(caseload_limit=9, caseload=6),
        CLIENT,
        MET,
        "3 caseload points free, 3 wanted",
    ),
    (
        CriterionKind.CASELOAD,
        person(caseload_limit=9, caseload=8),
        CLIENT,
        NOT_MET,
        "1 caseload point free, 3 wanted",
    ),
    (
        CriterionKind.CASELOAD,
        person(caseload_limit=9, caseload=8),
        client(caseload_points=None),
        MET,
        "1 caseload point free, 1 wanted",
    ),
    (
        CriterionKind.CASELOAD,
        person(caseload_limit=20, caseload=0, weekly_hours=0),
        CLIENT,
        NOT_MET,
        "is away or has no hours, so no points are free, and 3 wanted",
    ),
    (
        CriterionKind.LICENCE,
        PERSON,
        CLIENT,
        UNKNOWN,
        f"whether a licence {IN_COLORADO} holds is not known",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=(NURSE,)),
        CLIENT,
        MET,
        f"holds a licence {IN_COLORADO}",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=(UNLICENSED,)),
        CLIENT,
        NOT_MET,
        f"holds no licence {IN_COLORADO}",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=(attrs.evolve(NURSE, period=None),)),
        CLIENT,
        UNKNOWN,
        f"whether a licence {IN_COLORADO} holds is not known",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=(NURSE,)),
        client(jurisdiction=None),
        UNKNOWN,
        f"whether a licence {ANYWHERE} holds is not known",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=()),
        client(needs=("keep_us_informed",)),
        MET,
        "no licence is asked for",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=(attrs.evolve(NURSE, jurisdiction="US-FL", multistate=True),)),
        CLIENT,
        MET,
        f"holds a licence {IN_COLORADO}",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=(attrs.evolve(NURSE, jurisdiction="US-FL", multistate=False),)),
        CLIENT,
        NOT_MET,
        f"holds no licence {IN_COLORADO}",
    ),
    (
        CriterionKind.LICENCE,
        person(licences=(attrs.evolve(NURSE, jurisdiction="US-FL"),)),
        CLIENT,
        UNKNOWN,
        f"whether a licence {IN_COLORADO} holds is not known",
    ),
    (CriterionKind.DUTIES, PERSON, CLIENT, MET, "care manager may hold: manage the medicines"),
    (CriterionKind.DUTIES, PERSON, client(needs=()), MET, "nothing is needed"),
    (
        CriterionKind.DUTIES,
        PERSON,
        client(needs=("legal_advice",)),
        NOT_MET,
        "care manager may hold nothing of what is needed",
    ),
    (CriterionKind.TRAVEL, PERSON, CLIENT, MET, "nobody has to go along"),
    (
        CriterionKind.TRAVEL,
        PERSON,
        FLYING,
        UNKNOWN,
        "nobody has said whether they go along on journeys",
    ),
    (
        CriterionKind.TRAVEL,
        person(settings=("acute_ward",), licences=()),
        FLYING,
        NOT_MET,
        "does not go along on journeys",
    ),
    (
        CriterionKind.CERTIFICATION,
        PERSON,
        CLIENT,
        UNKNOWN,
        "whether they are certified as cmc is not known",
    ),
    (
        CriterionKind.CERTIFICATION,
        person(credentials=(HeldCredential(credential="cmc", period=YEAR),)),
        CLIENT,
        MET,
        "is certified as cmc",
    ),
    (
        CriterionKind.CERTIFICATION,
        person(credentials=(HeldCredential(credential="cmc"),)),
        CLIENT,
        UNKNOWN,
        "whether they are certified as cmc is not known",
    ),
    (
        CriterionKind.CERTIFICATION,
        person(credentials=(HeldCredential(credential="ccm", period=YEAR),)),
        CLIENT,
        NOT_MET,
        "is not certified as cmc",
    ),
    (
        CriterionKind.CONTINUITY,
        PERSON,
        CLIENT,
        UNKNOWN,
        "nobody has said who is in the team",
    ),
    (
        CriterionKind.CONFLICT_OF_INTEREST,
        PERSON,
        CLIENT,
        MET,
        "no conflict of interest is known",
    ),
    (
        CriterionKind.CONFLICT_OF_INTEREST,
        person(id="c-1"),
        CLIENT,
        NOT_MET,
        "is the client",
    ),
    (
        CriterionKind.CONFLICT_OF_INTEREST,
        person(id="r-1"),
        client(representatives=(Representative(id="r-1"),)),
        NOT_MET,
        "speaks or decides for the client",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0].value}, {case[-1]}")
def test_a_criterion_says_what_it_saw(case: Case) -> None:
    kind, somebody, whom, verdict, text = case
    judgement = asked(kind, somebody, client=whom)

    assert (judgement.verdict, judgement.text) == (verdict, text)
    assert (judgement.points, judgement.maximum) == (0, 0)
    assert judgement.seen
    assert judgement.wanted


def test_every_kind_is_among_the_cases_and_looks_somewhere() -> None:
    kinds = {StandardCriterion(id="a", kind=kind) for kind in CriterionKind}

    assert {one.kind for one in kinds} == {kind for kind, *_ in (*CASES, *asked_cases.CASES)}
    assert all(place.startswith("$") for one in kinds for place in one.looks_at)
    assert all(isinstance(one, Criterion) for one in kinds)


@pytest.mark.parametrize(
    ("kind", "somebody", "points"),
    [
        (CriterionKind.LANGUAGE, person(languages=("pl",)), 10),
        (CriterionKind.LANGUAGE, person(languages=("en",)), 5),
        (CriterionKind.LANGUAGE, person(languages=("es",)), 0),
        (CriterionKind.LANGUAGE, PERSON, 0),
        (CriterionKind.JURISDICTION, person(jurisdictions=("US-CO",)), 10),
        (CriterionKind.JURISDICTION, person(jurisdictions=("US",)), 5),
        (CriterionKind.CASELOAD, person(caseload_limit=9, caseload=0), 6),
        (CriterionKind.CASELOAD, person(caseload_limit=9, caseload=6), 0),
        (CriterionKind.CASELOAD, person(caseload_limit=9, caseload=9), 0),
        (CriterionKind.CASELOAD, person(caseload_limit=0, caseload=0), 0),
        (CriterionKind.CARE_SETTING, person(settings=("home_independent",)), 10),
    ],
)
def test_a_soft_criterion_earns_whole_points_out_of_its_weight(
    kind: CriterionKind, somebody: Professional, points: int
) -> None:
    judgement = asked(kind, somebody, weight=10)

    assert (judgement.points, judgement.maximum) == (points, 10)
    assert not judgement.stands_in_the_way


def test_absent_is_not_idle() -> None:
    idle = person(caseload_limit=20, caseload=0)
    absent = attrs.evolve(idle, leave=(Leave(Period(DAY, date(2026, 12, 7))),))

    earned = [asked(CriterionKind.CASELOAD, one, weight=20).points for one in (idle, absent)]

    assert earned == [17, 0]


def test_what_is_unknown_earns_nothing_and_stays_unknown() -> None:
    judgement = asked(CriterionKind.CERTIFICATION, weight=10)

    assert (judgement.verdict, judgement.points, judgement.maximum) == (UNKNOWN, 0, 10)


def test_an_expired_licence_is_shown_with_its_dates() -> None:
    old = attrs.evolve(NURSE, period=Period(date(2020, 1, 1), date(2026, 11, 1)))

    judgement = asked(CriterionKind.LICENCE, person(licences=(old, UNLICENSED)))

    assert judgement.verdict is NOT_MET
    assert judgement.seen[0].seen == ("rn of US-CO from 2020-01-01 until 2026-11-01",)


def test_a_licence_from_a_member_of_a_compact_names_what_the_compact_rests_on() -> None:
    home, away = (
        asked(
            CriterionKind.LICENCE,
            person(licences=(attrs.evolve(NURSE, jurisdiction=place, multistate=True),)),
        )
        for place in ("US-CO", "US-FL")
    )

    of_compacts = {source for compact in STANDARD.compacts for source in compact.sources}
    assert of_compacts.isdisjoint(home.sources)
    assert of_compacts & set(away.sources)
    assert away.seen[0].seen == ("multistate rn of US-FL from 2026-01-01 until 2027-01-01",)


@pytest.mark.parametrize(
    ("places", "journey", "verdict", "text"),
    [
        (("US-CO",), None, MET, "goes along on journeys; no licence is asked for"),
        (
            ("US-CO",),
            WAY,
            NOT_MET,
            "holds no licence as rn or aprn in US-NY on 2026-12-01",
        ),
        (
            ("US-CO", "US-NY"),
            WAY,
            MET,
            f"goes along on journeys; holds {IN_FLIGHT}",
        ),
        (
            ("US-CO",),
            attrs.evolve(WAY, legs=(Leg(id="l-1", from_place="US-CO"),)),
            UNKNOWN,
            "whether a licence as rn or aprn where the client is on 2026-11-23 holds is not known",
        ),
    ],
)
def test_who_goes_along_is_licensed_at_both_ends_of_each_leg(
    places: tuple[str, ...], journey: Journey | None, verdict: Verdict, text: str
) -> None:
    licences = [attrs.evolve(NURSE, jurisdiction=place) for place in places]
    somebody = person(settings=("transport_air",), licences=licences)

    judgement = asked(CriterionKind.TRAVEL, somebody, client=FLYING, journey=journey)

    assert (judgement.verdict, judgement.text) == (verdict, text)


@pytest.mark.parametrize(
    ("team", "ids", "verdict"),
    [
        (Team(id="t-1"), (), NOT_MET),
        (Team(id="t-1").joined("p-1", role="care_manager", on=DAY), (), MET),
        (None, ("p-1",), MET),
        (None, ("p-2",), NOT_MET),
    ],
)
def test_somebody_is_known_by_the_team_or_by_name(
    team: Team | None, ids: tuple[str, ...], verdict: Verdict
) -> None:
    assert asked(CriterionKind.CONTINUITY, team=team, wanted=ids).verdict is verdict


def test_a_policy_may_want_another_certification_than_the_role() -> None:
    certified = person(credentials=(HeldCredential(credential="ccm", period=YEAR),))

    assert asked(CriterionKind.CERTIFICATION, certified, wanted=("ccm",)).verdict is MET


def test_where_a_role_has_no_certification_none_is_asked_for_and_none_earned() -> None:
    judgement = asked(CriterionKind.CERTIFICATION, role="travel_companion", weight=5)

    assert (judgement.text, judgement.points) == ("no certification is asked for", 0)


NO_MORE = "no conflict of interest is known; no longer speaks or decides for the client"


@pytest.mark.parametrize(
    ("periods", "verdict", "text"),
    [
        ([None], NOT_MET, "speaks or decides for the client"),
        ([YEAR], NOT_MET, "speaks or decides for the client"),
        ([Period(None)], NOT_MET, "speaks or decides for the client"),
        ([Period(None, DAY)], MET, NO_MORE),
        ([Period(None, date(2026, 11, 24))], NOT_MET, "speaks or decides for the client"),
        ([Period(None, DAY), YEAR], NOT_MET, "speaks or decides for the client"),
        (
            [Period(None, DAY), Period(date(2027, 1, 1))],
            NOT_MET,
            "is going to speak or decide for the client",
        ),
    ],
)
def test_an_authority_that_is_over_is_no_conflict_and_is_told(
    periods: list[Period | None], verdict: Verdict, text: str
) -> None:
    known = tuple(Representative(id="r-1", period=period) for period in periods)

    judgement = asked(
        CriterionKind.CONFLICT_OF_INTEREST,
        person(id="r-1"),
        client=client(representatives=known),
    )

    assert (judgement.verdict, judgement.text) == (verdict, text)
    assert judgement.seen[-1].seen == tuple(in_days(period) for period in periods)
    assert any("whose authority is over may" in str(source) for source in judgement.sources)


def test_an_authority_of_somebody_else_that_is_over_is_not_told() -> None:
    over = Representative(id="r-2", period=Period(None, DAY))

    judgement = asked(CriterionKind.CONFLICT_OF_INTEREST, client=client(representatives=(over,)))

    assert judgement.text == "no conflict of interest is known"
    assert judgement.wanted[0].seen == ("c-1",)


REFUSED = Client(
    id="c-3", needs=("insurer_refuses",), setting="home_independent", payers=("medicare_advantage",)
)


@pytest.mark.parametrize(
    ("employer", "verdict", "words"),
    [
        (EmployerKind.HEALTH_PLAN, NOT_MET, "employed by health plan, may not hold"),
        (EmployerKind.CLIENT, MET, "no conflict of interest is known"),
        (None, UNKNOWN, "nobody has said who employs them, and it matters here"),
    ],
)
def test_an_employer_whose_interest_bars_a_duty_is_a_conflict(
    employer: EmployerKind | None, verdict: Verdict, words: str
) -> None:
    judgement = asked(
        CriterionKind.CONFLICT_OF_INTEREST,
        person(employer=employer),
        client=REFUSED,
        role="case_manager",
    )

    assert (judgement.verdict, judgement.text[: len(words)]) == (verdict, words)


def test_the_duties_of_an_opening_are_those_that_advice_gives_the_role() -> None:
    whom = attrs.evolve(FLYING, needs=("fly_home_with_nurse", "understand_bills"))

    openings = [
        Opening(client=whom, role=role, as_of=DAY) for role in ("care_manager", "case_manager")
    ]

    assert [one.duties for one in openings] == [
        ("accompany_travel", "bring_home_from_hospital"),
        ("explain_costs",),
    ]
    assert openings[0].licences == (("rn", "aprn"),)


def test_a_role_that_advice_passes_over_is_asked_for_what_is_typical_of_it_or_may_be_held() -> None:
    typical = Opening(client=FLYING, role="medical_escort_nurse", as_of=DAY)
    possible = Opening(
        client=client(needs=("visit_mother_weekly",)), role="patient_advocate", as_of=DAY
    )

    assert typical.duties == ("accompany_travel", "bring_home_from_hospital")
    assert set(possible.duties) <= {str(one) for one in STANDARD.role("patient_advocate").possible}


def test_a_duty_that_is_owed_elsewhere_is_not_asked() -> None:
    ward = Client(id="c-1", setting="acute_ward", needs=("stuck_in_hospital",))

    openings = [
        Opening(client=one, role="case_manager", as_of=DAY)
        for one in (ward, ward.moved_to("home_independent"))
    ]

    assert [("track_avoidable_delay" in one.duties) for one in openings] == [True, False]


def test_an_opening_of_an_unknown_role_says_so_when_it_is_asked() -> None:
    opening = Opening(client=CLIENT, role="care_manger", as_of=DAY)

    with pytest.raises(UnknownId, match="care_manager"):
        _ = opening.duties


def test_an_opening_shows_nobody_by_name() -> None:
    opening = Opening(
        client=client(name="Ada Quill"), role="care_manager", as_of=DAY, catalogue=Catalogue()
    )

    assert repr(opening) == "<Opening 'care_manager' for <Client c-1> as of 2026-11-23>"


@pytest.mark.parametrize(
    ("leaves", "back"),
    [
        ([], DAY),
        ([Period(DAY, date(2026, 12, 1)), Period(date(2026, 12, 1), date(2026, 12, 7))], (12, 7)),
        ([Period(DAY, date(2026, 12, 1)), Period(date(2026, 11, 30))], None),
    ],
)
def test_the_first_day_back_is_after_all_leaves_that_follow_each_other(
    leaves: list[Period], back: object
) -> None:
    day = date(2026, *back) if isinstance(back, tuple) else back

    assert first_day_back(person(leave=tuple(map(Leave, leaves))), DAY) == day


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (None, "at unknown times"),
        (Period(None), "at any time"),
        (Period(None, DAY), "until 2026-11-23"),
        (Period(DAY), "from 2026-11-23"),
    ],
)
def test_a_period_is_told_by_its_ends(period: Period | None, text: str) -> None:
    assert in_days(period) == text


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"id": "Not snake"}, InvalidValue),
        ({"kind": "language"}, WrongType),
        ({"weight": -1}, InvalidValue),
        ({"weight": True}, WrongType),
        ({"tier": None}, WrongType),
        ({"wanted": "cmc"}, WrongType),
    ],
)
def test_a_criterion_without_meaning_is_refused(
    fields: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        StandardCriterion(**{"id": "asked", "kind": CriterionKind.LANGUAGE, **fields})
