"""What clients ask for, what their care demands and what it costs: met, not met, or unknown."""

from datetime import date, time
from fractions import Fraction
from typing import Any, final

import attrs
import pytest
from hypothesis import given, settings

from carecore.base.amounts import Money
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.codec import dumps
from carecore.errors import InvalidValue
from carecore.matching import (
    STANDARD_POLICY,
    CriterionKind,
    Judgement,
    Opening,
    Pair,
    Policy,
    Remedy,
    StandardCriterion,
    allocate,
    rank,
    what_would_it_take,
    why_not,
)
from carecore.matching.lenses import lens_of
from carecore.matching.pool_index import Index
from carecore.matching.week import at_wanted_hours, hours_there
from carecore.people import (
    CaseloadWeight,
    Client,
    ClientPreferences,
    Gender,
    LanguageLevel,
    LanguageSkill,
    Leave,
    LimitChange,
    Professional,
    WeeklyHours,
)

from .asked_cases import CASES, MONDAY, Case, asks, client, person
from .drawn_pairs import PAIRS
from .ranked import CLIENT, DAY, FITTING, ROLE, like

UNASKED_WORDS = ("sorbian", "female", "Gender")
LATER = date(2026, 12, 7)


def judged(case: Case, **fields: Any) -> Judgement:  # noqa: ANN401 # whatever a criterion takes
    """What a criterion of that kind says of the pair."""
    criterion = StandardCriterion(id="asked", kind=case.kind, **fields)
    return criterion.judge(case.person, Opening(client=case.client, role=ROLE, as_of=DAY))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind.value}, {case.text}")
def test_a_hard_criterion_says_what_it_saw(case: Case) -> None:
    judgement = judged(case)

    assert (judgement.verdict, judgement.text) == (case.verdict, case.text)
    assert (judgement.points, judgement.maximum) == (0, 0)
    assert judgement.seen
    assert judgement.wanted
    assert judgement.sources


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind.value}, {case.text}")
def test_a_soft_one_earns_its_share(case: Case) -> None:
    judgement = judged(case, is_hard=False, weight=12)

    assert (judgement.points, judgement.maximum, judgement.text) == (case.points, 12, case.text)
    assert not judgement.stands_in_the_way
    # Of a soft one, the verdict says whether anything is there.
    assert judgement.points == 0 or judgement.verdict is Verdict.MET


@pytest.mark.parametrize(
    "kind", [CriterionKind.GENDER, CriterionKind.CULTURE], ids=lambda kind: kind.value
)
def test_what_is_asked_of_gender_and_culture_is_never_told(kind: CriterionKind) -> None:
    for case in CASES:
        if case.kind is kind:
            told = dumps(judged(case))
            assert [word for word in (*UNASKED_WORDS, "male", "polish") if word in told] == []


@pytest.mark.parametrize(
    ("own", "policy", "verdict"),
    [
        (None, (), Verdict.MET),
        (None, ("B2",), Verdict.NOT_MET),
        (None, ("A2",), Verdict.MET),
        (LanguageLevel.B2, ("A2",), Verdict.NOT_MET),
        (LanguageLevel.A2, ("B2",), Verdict.NOT_MET),
        (LanguageLevel.B1, ("A1", "A2"), Verdict.MET),
    ],
)
def test_of_the_levels_that_client_and_policy_want_the_higher_one_counts(
    own: LanguageLevel | None, policy: tuple[str, ...], verdict: Verdict
) -> None:
    speaker = person(
        languages=("pl",),
        language_skills=[LanguageSkill(language="pl", level=LanguageLevel.B1)],
    )
    case = Case(CriterionKind.LANGUAGE, speaker, asks(language_level=own), verdict, "", 0)

    assert judged(case, wanted=policy).verdict is verdict


def test_the_level_of_any_dialect_counts_and_the_better_one() -> None:
    speaker = person(
        languages=("pt-BR", "pt-PT"),
        language_skills=[
            LanguageSkill(language="pt-PT", level=LanguageLevel.A1),
            LanguageSkill(language="pt-BR", level=LanguageLevel.C2),
        ],
    )
    whom = attrs.evolve(asks(language_level=LanguageLevel.C1), languages=("pt",))
    case = Case(CriterionKind.LANGUAGE, speaker, whom, Verdict.MET, "", 0)

    assert judged(case).text == "speaks pt at C2; C1 or better is wanted"


def test_a_level_that_no_framework_knows_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        StandardCriterion(id="language", kind=CriterionKind.LANGUAGE, wanted=("B2", "fluent"))

    assert str(caught.value) == (
        "$.wanted[1]: 'fluent' is no level of a language. Maybe one of A1, A2, B1, B2, C1, C2."
    )


ABROAD = "Europe/Lisbon"


@pytest.mark.parametrize(
    ("zone", "theirs", "verdict"),
    [
        ("Europe/Berlin", ABROAD, Verdict.NOT_MET),
        ("Europe/Berlin", "Europe/Berlin", Verdict.MET),
        # Where one of the zones is not known, the same clock is meant.
        (None, ABROAD, Verdict.MET),
        ("Europe/Berlin", None, Verdict.MET),
    ],
)
def test_hours_are_compared_by_the_clock_of_each_place(
    zone: str | None, theirs: str | None, verdict: Verdict
) -> None:
    whom = attrs.evolve(asks(hours=(MONDAY,)), zone=zone)
    case = Case(
        CriterionKind.WANTED_HOURS, person(hours=(MONDAY,), zone=theirs), whom, verdict, "", 0
    )
    judgement = judged(case)

    assert judgement.verdict is verdict
    one_clock = any("live by one clock" in str(source) for source in judgement.sources)
    assert one_clock is (None in {zone, theirs})


def test_hours_far_away_are_those_of_the_week_in_question() -> None:
    # Until 1 November 2026 New York is five hours behind Berlin for one week, then six.
    whom = attrs.evolve(asks(hours=(MONDAY,)), zone="Europe/Berlin")
    there = WeeklyHours(weekday=1, start=time(3), end=time(6))
    nurse = person(hours=(there,), zone="America/New_York")
    criterion = StandardCriterion(id="hours", kind=CriterionKind.WANTED_HOURS)

    said = [
        criterion.judge(nurse, Opening(client=whom, role=ROLE, as_of=day)).verdict
        for day in (date(2026, 10, 26), date(2026, 11, 2))
    ]
    assert said == [Verdict.NOT_MET, Verdict.MET]


ASKED = attrs.evolve(
    CLIENT,
    area="north",
    acuity=3,
    conditions=("stroke",),
    preferences=ClientPreferences(
        hours=(MONDAY,),
        rate_limit=Money("60", "USD"),
        language_level=LanguageLevel.B2,
    ),
)
READY = attrs.evolve(
    FITTING,
    areas=("north",),
    highest_acuity=4,
    experience=("stroke",),
    language_skills=(LanguageSkill(language="en", level=LanguageLevel.C1),),
    hours=(MONDAY,),
    rate=Money("55", "USD"),
)
HOURS_ASKED = STANDARD_POLICY.with_criterion(
    StandardCriterion(id="hours", kind=CriterionKind.WANTED_HOURS)
)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"areas": ("south",)}, "they serve the area north"),
        ({"highest_acuity": 2}, "they take on acuity up to 3"),
        ({"highest_acuity": None}, "they take on acuity up to 3"),
        ({"payers": ("medicaid",)}, "they accept pay by the family itself"),
        ({"rate": Money("61", "USD")}, "an hour costs 60 USD at most"),
        ({"rate": Money("20", "EUR")}, "an hour costs 60 USD at most"),
        ({"rate": None}, "an hour costs 60 USD at most"),
        (
            {"language_skills": (LanguageSkill(language="en", level=LanguageLevel.A2),)},
            "they speak en at B2 or better, as a certificate shows",
        ),
        ({"language_skills": ()}, "they speak en at B2 or better, as a certificate shows"),
        (
            {"languages": ("es",), "language_skills": ()},
            "they speak pl at B2 or better, as a certificate shows",
        ),
        ({"hours": None}, "they have time Mon 09:00-12:00"),
        (
            {"hours": (attrs.evolve(MONDAY, start=time(10)),)},
            "they have time Mon 09:00-10:00",
        ),
    ],
    ids=str,
)
def test_what_can_be_changed_is_told_as_one_change(fields: dict[str, Any], text: str) -> None:
    known = attrs.evolve(READY, **fields)

    answer = what_would_it_take(ASKED, known, role=ROLE, policy=HOURS_ASKED, as_of=DAY)

    assert [one.text for one in answer.remedies] == [text]
    after = answer.applied()
    assert why_not(ASKED, after.professional, role=ROLE, policy=HOURS_ASKED, as_of=DAY).fits


def test_time_that_is_missing_is_added_by_the_clock_of_the_professional() -> None:
    whom = attrs.evolve(ASKED, zone="America/New_York")
    known = attrs.evolve(READY, zone="America/Denver")

    answer = what_would_it_take(whom, known, role=ROLE, policy=HOURS_ASKED, as_of=DAY)

    (remedy,) = answer.remedies
    assert remedy.text == "they have time Mon 09:00-11:00 by the client's clock"
    assert [str(one) for one in remedy.week] == ["Mon 07:00-09:00"]
    assert [str(one) for one in answer.applied().professional.hours or ()] == ["Mon 07:00-12:00"]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"weekly_hours": 0}, ["availability"]),
        ({"weekly_hours": 0, "hours": None}, ["availability", "hours"]),
        # Hours at the right time are hours.
        ({"hours": ()}, ["hours"]),
    ],
)
def test_who_has_no_hours_needs_some_and_at_the_right_time(
    fields: dict[str, Any], asked: list[str]
) -> None:
    known = attrs.evolve(READY, **fields)

    answer = what_would_it_take(ASKED, known, role=ROLE, policy=HOURS_ASKED, as_of=DAY)

    assert [one.criterion for one in answer.remedies] == asked


def test_where_only_the_wanted_hours_are_asked_one_change_gives_hours_and_time() -> None:
    only = Policy(name="hours", criteria=(HOURS_ASKED.criterion("hours"),))
    known = attrs.evolve(READY, weekly_hours=0)

    answer = what_would_it_take(ASKED, known, role=ROLE, policy=only, as_of=DAY)

    assert [(one.hours, one.week) for one in answer.remedies] == [(3, (MONDAY,))]
    assert not answer.applied().professional.is_absent(as_of=DAY)


@pytest.mark.parametrize(
    ("fields", "preferences", "criterion"),
    [
        ({}, {"vetoes": ("p-1",)}, "veto"),
        ({"gender": Gender.MALE}, {"gender": Gender.FEMALE}, "gender"),
        ({}, {"gender": Gender.FEMALE}, "gender"),
    ],
)
def test_whom_the_family_wants_is_theirs_to_say(
    fields: dict[str, Any], preferences: dict[str, Any], criterion: str
) -> None:
    whom = attrs.evolve(CLIENT, preferences=ClientPreferences(**preferences))

    answer = what_would_it_take(whom, like("p-1", **fields), role=ROLE, as_of=DAY)

    assert [one.criterion for one in answer.impossible] == [criterion]


def test_what_a_client_does_not_ask_for_bars_nobody() -> None:
    asks_nothing = attrs.evolve(CLIENT, preferences=ClientPreferences())

    before = rank(CLIENT, [FITTING], role=ROLE, as_of=DAY)
    after = rank(asks_nothing, [FITTING], role=ROLE, as_of=DAY)
    assert [one.score for one in before.eligible] == [one.score for one in after.eligible]
    assert [one.score for one in before.eligible] == [(0, 4, 4)]


def test_what_a_client_asks_for_and_nobody_knows_leaves_it_open() -> None:
    whom = attrs.evolve(CLIENT, acuity=2, preferences=ClientPreferences(gender=Gender.MALE))

    (fit,) = rank(whom, [FITTING], role=ROLE, as_of=DAY).undecided

    assert [one.criterion for one in fit.undecided] == ["acuity", "gender"]


def test_whom_the_client_wishes_for_comes_first_and_whom_they_decline_not_at_all() -> None:
    whom = attrs.evolve(CLIENT, preferences=ClientPreferences(wishes=("p-9",), vetoes=("p-1",)))
    pool = [like("p-1"), like("p-2", languages=("pl",)), like("p-9", languages=("en",))]

    ranking = rank(whom, pool, role=ROLE, as_of=DAY)

    assert [one.professional_id for one in ranking.eligible] == ["p-9", "p-2"]
    assert [one.criterion for one in ranking.rejected[0].failed] == ["veto"]


def test_in_a_panel_a_wish_is_kept_and_a_veto_too() -> None:
    panel = [
        attrs.evolve(CLIENT, id=f"c-{number}", preferences=asked)
        for number, asked in enumerate(
            (ClientPreferences(wishes=("p-2",)), ClientPreferences(vetoes=("p-2",)), None)
        )
    ]
    pool = [like("p-1", caseload=16), like("p-2", caseload=16)]

    answer = allocate(panel, pool, role=ROLE, as_of=DAY)

    had = {str(one.client_id): one.professional_id for one in answer.placements}
    assert (had["c-0"], had["c-1"], len(had)) == ("p-2", "p-1", 3)


def weighing(points: int | None, *weights: tuple[date, int]) -> Client:
    """The client, whose weight changes on these days."""
    return attrs.evolve(
        CLIENT,
        caseload_points=points,
        weights=tuple(CaseloadWeight(since=since, points=more) for since, more in weights),
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class NoHelp:
    """What another criterion asks, where nothing can be changed."""

    asked: StandardCriterion
    id: str = "room"
    is_hard: bool = True
    weight: int = 0
    tier: int = 1
    looks_at: tuple[str, ...] = ()

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """What the other says."""
        return self.asked.judge(professional, opening)

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """None."""
        del professional, opening
        return ()


def test_unknown_tier() -> None:
    unknown = weighing(None, (LATER, 5))

    fits = [
        why_not(unknown, like("p-1", caseload=19), role=ROLE, as_of=day) for day in (DAY, LATER)
    ]

    now, later = (one.fit.judgement("caseload") for one in fits)
    assert (now.text, now.verdict) == ("1 caseload point free, 1 wanted", Verdict.MET)
    assert any("takes up one" in str(source) for source in now.sources)
    assert (later.text, later.verdict) == ("1 caseload point free, 5 wanted", Verdict.NOT_MET)
    assert not any("takes up one" in str(source) for source in later.sources)


def test_part_time_and_reductions_leave_less_room() -> None:
    half = like("p-1", part_time=50)
    away = like("p-1", limit_changes=(LimitChange(period=Period(DAY, LATER), to_points=11),))

    told = [
        why_not(CLIENT, one, role=ROLE, as_of=day).fit.judgement("caseload").text
        for one, day in ((half, DAY), (away, DAY), (away, LATER))
    ]
    assert told == [
        "0 caseload points free, 2 wanted",
        "1 caseload point free, 2 wanted",
        "10 caseload points free, 2 wanted",
    ]


def test_an_allocation_reckons_with_the_limit_and_the_weights_of_its_day() -> None:
    person = like("p-1", limit_changes=(LimitChange(period=Period(DAY, LATER), to_per_cent=60),))
    panel = [attrs.evolve(weighing(1, (LATER, 3)), id=f"c-{number}") for number in range(4)]

    now, later = (allocate(panel, [person], role=ROLE, as_of=day) for day in (DAY, LATER))

    assert [(one.limit, one.taken, len(one.clients)) for one in now.loads] == [(12, 2, 2)]
    assert [(one.limit, one.taken, len(one.clients)) for one in later.loads] == [(20, 9, 3)]
    assert [one.points for one in now.unplaced] == [1, 1]


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (
            {"limit_changes": (LimitChange(period=Period(None, LATER), to_per_cent=0),)},
            "2 caseload points are free, 12 more than now",
        ),
        ({"part_time": 50}, "2 caseload points are free, 2 more than now"),
        (
            {
                "caseload_limit": None,
                "limit_changes": (LimitChange(period=Period(None), to_per_cent=50),),
            },
            "2 caseload points are known to be free",
        ),
        (
            {
                "limit_changes": (
                    LimitChange(period=Period(None, DAY), to_per_cent=1),
                    LimitChange(period=Period(DAY), to_points=0),
                )
            },
            "2 caseload points are free, 12 more than now",
        ),
    ],
)
def test_room_that_is_missing_is_told_by_the_limit_of_that_day(
    known: dict[str, Any], text: str
) -> None:
    answer = what_would_it_take(CLIENT, like("p-1", **known), role=ROLE, as_of=DAY)

    assert [one.text for one in answer.remedies] == [text]
    pair = answer.applied()
    assert why_not(CLIENT, pair.professional, role=ROLE, as_of=pair.as_of).fits


def test_one_later_day_may_take_less_than_room_and_somebody_else_s_licence_now() -> None:
    """The reduction ends on the day on which the leave does: to begin then is one change."""
    away = like(
        "p-1",
        leave=(Leave(Period(DAY, LATER)),),
        limit_changes=(LimitChange(period=Period(DAY, LATER), to_per_cent=5),),
    )

    answer = what_would_it_take(CLIENT, away, role=ROLE, as_of=DAY)

    assert [one.text for one in answer.remedies] == ["the two begin on 2026-12-07"]


@pytest.mark.parametrize(
    ("person", "whom"),
    [
        (
            like("p-1", limit_changes=(LimitChange(period=Period(DAY, LATER), to_points=0),)),
            CLIENT,
        ),
        (like("p-1", caseload=19), weighing(4, (LATER, 1))),
    ],
)
def test_a_day_on_which_there_is_room_is_tried(person: Professional, whom: Client) -> None:
    # A criterion that nothing but time can help: who has no room now, and may gain none.
    room = StandardCriterion(id="room", kind=CriterionKind.CASELOAD)
    policy = Policy(name="room", criteria=(NoHelp(asked=room),))

    answer = what_would_it_take(whom, person, role=ROLE, policy=policy, as_of=DAY)

    assert [one.starts for one in answer.remedies] == [LATER]


def test_a_limit_of_part_time_is_raised_in_full_time_and_stays_part_time() -> None:
    part = like("p-1", part_time=30, caseload=5)

    answer = what_would_it_take(CLIENT, part, role=ROLE, as_of=DAY)

    after = answer.applied().professional
    assert (after.part_time, after.caseload, after.limit_on(DAY)) == (30, 4, 6)


def test_somebody_with_hours_and_no_number_of_them_is_available() -> None:
    half = attrs.evolve(MONDAY, end=time(9, 30))
    criterion = StandardCriterion(id="hours", kind=CriterionKind.AVAILABILITY)
    opening = Opening(client=client(), role=ROLE, as_of=DAY)

    told = [
        criterion.judge(person(hours=hours), opening).text for hours in ((MONDAY,), (half,), ())
    ]

    assert told == [
        "has 3 hours a week",
        "has 30 minutes a week",
        "has no hours, and is not available",
    ]


def test_equal_rates_are_told_as_they_are_written() -> None:
    pool = [like(f"p-{n}", rate=Money(text, "USD")) for n, text in enumerate(("55", "55.00"))]
    whom = attrs.evolve(CLIENT, preferences=ClientPreferences(rate_limit=Money("60", "USD")))

    ranking = rank(whom, pool, role=ROLE, as_of=DAY)

    told = [one.judgement("rate").text for one in ranking.eligible]
    assert told == [
        "an hour costs 55 USD; at most 60 USD is wanted",
        "an hour costs 55.00 USD; at most 60 USD is wanted",
    ]


def test_a_professional_of_whom_nothing_is_known_is_not_turned_down_for_it() -> None:
    stranger = Professional(id="p-1", roles=(ROLE,))

    fit = why_not(ASKED, stranger, role=ROLE, as_of=DAY).fit

    assert fit.failed == ()
    assert [one.criterion for one in fit.admitted] == ["service_area", "availability", "payer"]


@pytest.mark.parametrize(
    "kind",
    [
        CriterionKind.SERVICE_AREA,
        CriterionKind.WANTED_HOURS,
        CriterionKind.ACUITY,
        CriterionKind.RATE,
    ],
    ids=lambda kind: kind.value,
)
def test_where_nothing_is_asked_for_there_is_nothing_to_change(kind: CriterionKind) -> None:
    criterion = StandardCriterion(id="asked", kind=kind)

    assert criterion.remedies(FITTING, Opening(client=CLIENT, role=ROLE, as_of=DAY)) == ()


def test_a_limit_that_would_be_too_large_in_full_time_is_one_of_full_time() -> None:
    pair = Pair(client=CLIENT, professional=like("p-1", part_time=1, caseload=0), as_of=DAY)

    room = Remedy(criterion="caseload", text="room", points=10**12)

    after = room.apply(pair).professional
    assert (after.part_time, after.places_free(as_of=DAY)) == (None, 10**12)


@settings(max_examples=200)
@given(PAIRS)
def test_hours_are_counted_minute_by_minute_as_they_are_told(
    pair: tuple[Client, Professional],
) -> None:
    whom, somebody = pair
    opening = Opening(client=whom, role=ROLE, as_of=DAY)

    look = at_wanted_hours(somebody, opening, ())
    verdict, (share, whole) = hours_there(somebody, opening)

    assert verdict is look.verdict
    assert Fraction(share, whole) == Fraction(*look.earned)


def test_each_week_of_a_panel_is_held_against_each_of_the_pool() -> None:
    """Two hundred clients, each with a week of their own, and two hundred people likewise."""
    week = [
        WeeklyHours(weekday=day, start=time(hour, minute), end=time(hour + 3, minute))
        for day in range(1, 8)
        for hour in (8, 12)
        for minute in range(0, 60, 4)
    ]
    people = [person(id=f"p-{number}", hours=(one,)) for number, one in enumerate(week[:200])]
    index = Index(people)
    lens = lens_of(StandardCriterion(id="hours", kind=CriterionKind.WANTED_HOURS))

    for number, one in enumerate(week[:200]):
        whom = client(preferences=ClientPreferences(hours=(one,)))
        opening = Opening(client=whom, role=ROLE, as_of=DAY)
        assert lens is not None
        assert index.asker(lens, opening.catalogue).answer(opening).met == 1 << number
