"""Who is missing in a pool: what is said holds when the panel is shared out again."""

from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from random import Random

import attrs
import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.reasons import Reason, Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.codec import dumps, loads
from carecore.credentials import HeldCredential, Licence
from carecore.errors import InvalidValue, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    CriterionKind,
    Judgement,
    Opening,
    PanelAdvice,
    Policy,
    PoolGap,
    Profile,
    Remedy,
    Staffing,
    StandardCriterion,
    ToFindOut,
    UnplacedBecause,
    advise_panel,
    allocate,
)
from carecore.people import Client, Professional
from carecore.roles import EmployerKind, Exclusion

from ..samples import changed
from .drawn import CLIENTS, DAY, pools
from .samples_staffing import GAP, PROFILE, STAFFING

HOME = "home_independent"
ROLE = "care_manager"
NURSE = Licence(credential="rn", jurisdiction="US-CO", period=Period(date(2024, 1, 1)))
BEN = Professional(
    id="p-ben",
    roles=[ROLE],
    licences=[NURSE],
    languages=["en"],
    settings=[HOME],
    jurisdictions=["US-CO"],
    employer=EmployerKind.CLIENT,
    weekly_hours=30,
    caseload_limit=2,
    caseload=0,
)
ANNA = Client(
    id="c-anna",
    setting=HOME,
    needs=["watch_medicines"],
    jurisdiction="US-CO",
    languages=["pl"],
    payers=["private_pay"],
    caseload_points=1,
)
OMAR = attrs.evolve(ANNA, id="c-omar", languages=["en"])


def several(client: Client, count: int) -> list[Client]:
    """So many clients like one."""
    return [attrs.evolve(client, id=f"{client.id}-{number}") for number in range(count)]


def staffing(
    clients: Iterable[Client],
    pool: Iterable[Professional] = (BEN,),
    policy: Policy = STANDARD_POLICY,
    limit: int | None = None,
) -> Staffing:
    """How far the pool goes."""
    advice = advise_panel(clients, as_of=DAY, pool=pool, policy=policy, caseload_limit=limit)
    assert advice.staffing is not None
    return advice.staffing


def told(answer: Staffing) -> list[tuple[int, int, str]]:
    """Of each gap: how many people, how many they place, and what they need to have."""
    return [(len(one.people), one.placed_more, one.profile.conditions) for one in answer.gaps]


def test_two_more_with_polish_and_a_compact_licence_place_the_clients_of_two_states() -> None:
    in_utah = attrs.evolve(ANNA, id="c-iga", jurisdiction="US-UT")
    clients = [*several(ANNA, 7), *several(in_utah, 7)]

    (gap,) = staffing(clients, [attrs.evolve(BEN, caseload_limit=10)]).gaps

    assert (len(gap.people), gap.placed_more, gap.nobody_fits) == (2, 14, 14)
    assert str(gap).startswith("2 more care managers would place 14 more clients, if they hold a ")
    assert "multistate licence of US-CO as registered nurse" in gap.profile.conditions
    assert gap.profile.conditions.endswith(" and speak pl")


def test_one_person_with_a_compact_licence_serves_two_states() -> None:
    in_utah = attrs.evolve(ANNA, id="c-iga", jurisdiction="US-UT")

    (gap,) = staffing([ANNA, in_utah]).gaps

    (person,) = gap.professionals()
    assert (person.languages, gap.placed_more, gap.nobody_fits) == (("pl",), 2, 2)
    assert [(one.credential, one.multistate) for one in person.licences or ()] == [("rn", True)]
    assert {str(one) for one in person.jurisdictions or ()} == {"US-CO", "US-UT"}
    assert str(gap) == (
        "1 more care manager would place 2 more clients, if they hold a multistate licence of "
        "US-CO as registered nurse on 2026-11-23, work in US-CO, work in US-UT, come to home "
        "independent and speak pl"
    )


def test_nobody_is_looked_for_who_speaks_two_languages_or_has_two_licences_of_a_kind() -> None:
    in_california = attrs.evolve(ANNA, id="c-iga", jurisdiction="US-CA")
    in_chinese = attrs.evolve(ANNA, id="c-mei", languages=["zh"])

    answer = staffing([ANNA, in_california, in_chinese], [attrs.evolve(BEN, caseload_limit=9)])

    assert [len(one.languages or ()) for one in answer.added()] == [1, 1, 1]
    assert [len(one.licences or ()) for one in answer.added()] == [1, 1, 1]
    assert answer.placed_more == 3


def test_equal_people_are_told_together() -> None:
    answer = staffing(several(ANNA, 4))

    assert [(people, placed) for people, placed, _ in told(answer)] == [(2, 4)]


def test_where_there_is_no_room_the_pool_needs_more_of_those_it_has() -> None:
    (gap,) = staffing(several(OMAR, 4)).gaps

    assert (gap.nobody_fits, gap.no_room, gap.not_known, gap.full) == (0, 2, 0, ("p-ben",))
    assert (len(gap.people), gap.placed_more) == (1, 2)


def test_whoever_is_full_already_would_do_with_more_room() -> None:
    (gap,) = staffing([OMAR], [attrs.evolve(BEN, caseload=2)]).gaps

    assert (gap.nobody_fits, gap.no_room, gap.full) == (0, 1, ("p-ben",))


# Ben comes to the light ones first: he speaks what they speak best, and nobody knows him yet.
FIT_ALONE = STANDARD_POLICY.without(
    *("known_already", "wished_for", "wanted_hours", "experienced", "same_culture")
)
HEAVY = attrs.evolve(ANNA, id="c-stout", caseload_points=2, languages=["pl", "es", "en"])
LIGHT = attrs.evolve(OMAR, id="c-light", caseload_points=1)
CERTIFIED = HeldCredential(
    credential=STANDARD.role(ROLE).certifications[0], period=Period(date(2024, 1, 1))
)
FULL = attrs.evolve(BEN, caseload_limit=4, credentials=[CERTIFIED])


def test_newcomers_may_make_room_for_whom_nobody_new_would_do() -> None:
    clients = [HEAVY, *several(LIGHT, 4)]

    answer = staffing(clients, [FULL], FIT_ALONE, limit=1)

    assert [one.client_id for one in answer.allocation.unplaced] == ["c-stout"]
    assert [(people, placed) for people, placed, _ in told(answer)] == [(2, 1)]
    assert answer.out_of_reach == ()
    after = allocate(clients, [FULL, *answer.added()], as_of=DAY, policy=FIT_ALONE)
    assert after.unplaced == ()


def test_a_profile_that_places_nobody_more_by_itself_is_not_told() -> None:
    heavy = attrs.evolve(HEAVY, languages=["pl", "en", "es"])
    in_spanish = attrs.evolve(LIGHT, id="c-luz", languages=["es"])
    in_chinese = attrs.evolve(LIGHT, id="c-mei", languages=["zh"])
    pool = [attrs.evolve(FULL, languages=["es", "zh"], caseload_limit=2)]

    answer = staffing([heavy, in_spanish, in_chinese], pool, FIT_ALONE, limit=1)

    assert [one.client_id for one in answer.allocation.unplaced] == ["c-stout"]
    assert answer.gaps == ()
    assert [one.client_id for one in answer.out_of_reach] == ["c-stout"]


def test_whoever_is_not_wanted_any_more_once_the_others_are_there_is_left_out() -> None:
    tongues = [["pl", "zh"], ["pl", "zh"], ["pl", "es"], ["zh"], ["es"]]
    clients = [
        attrs.evolve(ANNA, id=f"c-{number}", languages=spoken)
        for number, spoken in enumerate(tongues)
    ]

    answer = staffing(clients, limit=3)

    assert sorted(one.languages or () for one in answer.added()) == [("es",), ("zh",)]
    assert answer.placed_more == 5


def test_of_whom_it_is_only_not_known_is_found_out_first() -> None:
    unsure = attrs.evolve(BEN, languages=None)

    answer = staffing([ANNA, attrs.evolve(OMAR, id="c-eve")], [unsure])

    assert answer.gaps == ()
    assert answer.to_find_out == (
        ToFindOut(
            fact="$professional.languages",
            criteria=("language",),
            clients=["c-anna", "c-eve"],
            professionals=["p-ben"],
        ),
    )
    assert str(answer.to_find_out[0]) == (
        "find out the languages of 1 professional, for whom 2 clients wait"
    )


def test_unknown_languages_of_a_client_are_unknown_and_not_no() -> None:
    silent = attrs.evolve(ANNA, id="c-iga", languages=None)

    answer = staffing([silent])

    assert (answer.gaps, answer.out_of_reach) == ((), ())
    assert [str(one) for one in answer.to_find_out] == ["find out the languages of 1 client"]
    assert answer.to_find_out[0].professionals == ()


def test_a_fact_of_the_client_is_found_out_even_where_the_pool_fits_for_no_other_reason() -> None:
    lost = attrs.evolve(ANNA, id="c-iga", languages=None)
    elsewhere = attrs.evolve(BEN, jurisdictions=["US-CA"])

    answer = staffing([lost], [elsewhere])

    assert answer.allocation.unplaced[0].because is UnplacedBecause.NOBODY_FITS
    assert [(one.fact, one.clients) for one in answer.to_find_out] == [
        ("$client.languages", ("c-iga",))
    ]


def test_a_licence_whose_place_is_not_known_asks_for_the_place() -> None:
    lost = attrs.evolve(ANNA, id="c-iga", jurisdiction=None, languages=["en"])

    answer = staffing([lost], policy=STANDARD_POLICY.without("jurisdiction"))

    assert [(one.fact, one.criteria) for one in answer.to_find_out] == [
        ("$client.jurisdiction", ("licence",))
    ]


def test_a_licence_that_is_not_clear_is_to_be_looked_at() -> None:
    unclear = attrs.evolve(BEN, licences=[attrs.evolve(NURSE, period=None)])

    answer = staffing([OMAR], [unclear])

    assert [(one.fact, one.professionals) for one in answer.to_find_out] == [
        ("$professional.licences", ("p-ben",))
    ]


def test_who_takes_up_more_than_a_caseload_is_out_of_reach() -> None:
    heavy = attrs.evolve(OMAR, caseload_points=3)

    answer = staffing([heavy])

    assert (answer.gaps, answer.to_find_out, answer.still_waiting) == ((), (), ())
    (beyond,) = answer.out_of_reach
    assert (beyond.client_id, beyond.role, beyond.criteria) == ("c-omar", ROLE, ("caseload",))
    assert beyond.text == "caseload: 2 caseload points free, 3 wanted"


@pytest.mark.parametrize(
    ("pool", "given_limit", "limit", "words"),
    [
        ([BEN], 7, 7, "that was given"),
        ([attrs.evolve(BEN, id=f"p-{one}", caseload_limit=one) for one in (3, 4, 90, 91)], None, 4,
         "in the middle of 4 known"),
        ([attrs.evolve(BEN, caseload_limit=0)], None, 20, "no caseload limit is given"),
        ([], None, 20, "no caseload limit is given"),
    ],
)  # fmt: skip
def test_the_caseload_limit_of_a_newcomer_is_an_assumption_that_is_told(
    pool: list[Professional], given_limit: int | None, limit: int, words: str
) -> None:
    (gap,) = staffing([ANNA], pool, limit=given_limit).gaps

    assert gap.profile.caseload_limit == limit
    assert words in gap.profile.because.text
    assert [one.places_free(as_of=DAY) for one in gap.professionals()] == [limit]


def test_whoever_is_added_is_employed_where_no_interest_bars_the_duty() -> None:
    manager = STANDARD.role(ROLE)
    barred = [Exclusion(duty="manage_medications", because="its own interest")]
    first, *others = manager.engagements
    ways = [attrs.evolve(first, exclusions=barred), *others]
    catalogue = STANDARD.extend(roles=[attrs.evolve(manager, engagements=ways)])

    advice = advise_panel([ANNA], as_of=DAY, pool=[], catalogue=catalogue)

    assert advice.staffing is not None
    (gap,) = advice.staffing.gaps
    employer = gap.profile.employer
    assert employer is not None
    assert employer is not first.employer
    assert gap.profile.conditions.endswith(f"are employed by {employer.value.replace('_', ' ')}")


def test_a_certification_that_is_hard_is_asked_of_whoever_is_added() -> None:
    certified = StandardCriterion(id="certified_for_it", kind=CriterionKind.CERTIFICATION)
    policy = STANDARD_POLICY.with_criterion(certified)

    (gap,) = staffing([ANNA], policy=policy).gaps

    (person,) = gap.professionals()
    assert [one.credential for one in person.credentials or ()] == [
        STANDARD.role(ROLE).certifications[0]
    ]


@frozen(kw_only=True)
class HasHours:
    """A criterion of another package: whoever comes has so many hours."""

    hours: int
    can_be_had: bool = True
    id: str = "has_hours"
    is_hard: bool = True
    weight: int = 0
    tier: int = 1
    looks_at: tuple[str, ...] = ("$professional.weekly_hours",)

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Whether there are enough hours."""
        hours = professional.weekly_hours
        verdict = Verdict.UNKNOWN
        if hours is not None:
            verdict = Verdict.MET if hours >= self.hours else Verdict.NOT_MET
        return Judgement(criterion=self.id, is_hard=True, verdict=verdict, text=f"has {hours}")

    def remedies(self, professional: Professional, opening: Opening, /) -> Iterable[Remedy]:
        """More hours, and less that no newcomer can have."""
        yield Remedy(criterion=self.id, text="one day later", starts=DAY)
        if self.can_be_had:
            text = f"{self.hours} hours a week are there"
            yield Remedy(criterion=self.id, text=text, hours=self.hours)


def test_criteria_of_other_packages_are_asked_of_whoever_is_added() -> None:
    policy = STANDARD_POLICY.with_criterion(HasHours(hours=35))

    (gap,) = staffing(several(ANNA, 2), policy=policy).gaps

    assert gap.profile.conditions.endswith("speak pl and 35 hours a week are there")
    assert [one.weekly_hours for one in gap.professionals()] == [35]


def test_what_another_package_does_not_know_is_found_out_of_people() -> None:
    policy = STANDARD_POLICY.with_criterion(HasHours(hours=35))
    unsure = attrs.evolve(BEN, weekly_hours=None)

    answer = staffing([OMAR], [unsure], policy)

    assert [(one.fact, one.criteria) for one in answer.to_find_out] == [
        ("$professional.weekly_hours", ("has_hours",))
    ]


def test_what_another_package_knows_is_not_asked_again() -> None:
    policy = STANDARD_POLICY.with_criterion(HasHours(hours=30))

    answer = staffing([OMAR], [attrs.evolve(BEN, languages=None)], policy)

    assert [one.fact for one in answer.to_find_out] == ["$professional.languages"]


def test_what_nobody_new_can_have_is_out_of_reach() -> None:
    policy = STANDARD_POLICY.with_criterion(HasHours(hours=35, can_be_had=False))

    answer = staffing([ANNA], policy=policy)

    assert [one.criteria for one in answer.out_of_reach] == [("has_hours",)]


def test_a_dozen_profiles_are_told_and_whoever_waits_beyond_is_named() -> None:
    tongues = [f"{one}{other}" for one in "abcde" for other in "stuvwx"]
    clients = [attrs.evolve(ANNA, id=f"c-{one}", languages=[one]) for one in tongues]

    answer = staffing(clients, limit=2)

    assert len(answer.gaps) == 12
    assert answer.placed_more == 12
    assert len(answer.still_waiting) == len(tongues) - 12


def test_clients_who_take_up_no_points_are_placed_with_whoever_fits() -> None:
    light = attrs.evolve(ANNA, caseload_points=0)

    answer = staffing([*several(light, 5), *several(attrs.evolve(ANNA, id="c-iga"), 2)])

    assert [(people, placed) for people, placed, _ in told(answer)] == [(1, 7)]
    assert staffing(several(light, 5)).placed_more == 5


def test_what_need_not_be_asked_once_the_others_are_there_is_not_asked() -> None:
    in_utah = attrs.evolve(ANNA, id="c-iga", jurisdiction="US-UT", languages=["pl", "zh"])
    in_chinese = attrs.evolve(in_utah, id="c-mei", languages=["zh"])

    answer = staffing([*several(ANNA, 2), in_utah, in_chinese], limit=3)

    assert sorted(
        (one.languages or (), [str(place) for place in one.jurisdictions or ()])
        for one in answer.added()
    ) == [(("pl",), ["US-CO"]), (("zh",), ["US-UT"])]
    assert answer.placed_more == 4


@pytest.mark.parametrize("count", [4, 7])
def test_whole_clients_need_whole_places(count: int) -> None:
    thick = attrs.evolve(ANNA, id="c-thick", caseload_points=3)
    clients = [*several(thick, count), attrs.evolve(ANNA, caseload_points=1)]

    answer = staffing(clients, limit=5)

    assert answer.placed_more == len(clients)
    assert answer.still_waiting == ()


def test_nobody_is_missing_where_everybody_is_placed() -> None:
    answer = staffing([OMAR])

    assert (answer.gaps, answer.to_find_out, answer.out_of_reach) == ((), (), ())
    assert (answer.placed, answer.waiting, answer.added()) == (("c-omar",), (), ())


def test_an_id_that_somebody_has_is_given_to_nobody_new() -> None:
    taken = [attrs.evolve(BEN, id="new-1"), attrs.evolve(BEN, id="newcomer-1")]

    answer = staffing([attrs.evolve(ANNA, id="new-2")], taken)

    assert [one.id for one in answer.added()] == ["new-3"]


def test_without_a_pool_nobody_is_missing_in_it() -> None:
    assert advise_panel([ANNA], as_of=DAY).staffing is None


def test_a_policy_is_a_policy() -> None:
    with pytest.raises(WrongType, match="Maybe STANDARD_POLICY"):
        advise_panel([ANNA], as_of=DAY, policy="standard")  # type: ignore[arg-type] # on purpose


LANGUAGES = st.none() | st.lists(st.sampled_from(["en", "pl", "zh"]), max_size=2, unique=True)
LIKELY = st.builds(
    Client,
    id=st.just("c-1"),
    setting=st.sampled_from([HOME, HOME, None]),
    needs=st.sampled_from([("watch_medicines",), ("visit_mother_weekly",), (), None]),
    jurisdiction=st.sampled_from(["US-CO", "US-UT", "US-CA", "US-CO", None]),
    languages=LANGUAGES,
    payers=st.just(("private_pay",)),
)
ONE_EACH = LIKELY.map(lambda one: attrs.evolve(one, caseload_points=1))
PEOPLE = st.builds(
    Professional,
    id=st.just("p-1"),
    roles=st.just([ROLE]) | st.just([ROLE, "case_manager"]),
    licences=st.none()
    | st.lists(st.sampled_from([NURSE, attrs.evolve(NURSE, multistate=True)]), max_size=1),
    languages=LANGUAGES,
    settings=st.none() | st.just([HOME]),
    jurisdictions=st.sampled_from([None, ["US-CO"], ["US-CO", "US-UT"], ["US-CO"]]),
    employer=st.sampled_from([None, EmployerKind.CLIENT]),
    caseload_limit=st.none() | st.integers(0, 4),
    caseload=st.none() | st.integers(0, 2),
)


def numbered(values: list[Client]) -> list[Client]:
    """The same under ids of their own."""
    return [attrs.evolve(one, id=f"c-{number:02}") for number, one in enumerate(values)]


def people(most: int = 3) -> st.SearchStrategy[list[Professional]]:
    """A pool."""
    return st.lists(PEOPLE, max_size=most).map(
        lambda some: [attrs.evolve(one, id=f"p-{at}") for at, one in enumerate(some)]
    )


EQUAL = st.lists(ONE_EACH, max_size=10).map(numbered)
WEIGHED = st.lists(
    st.tuples(LIKELY, st.none() | st.integers(0, 3)).map(
        lambda pair: attrs.evolve(pair[0], caseload_points=pair[1])
    ),
    max_size=10,
).map(numbered)
ODD = st.lists(CLIENTS, max_size=5).map(numbered)
POOLS = pools.map(lambda some: list(some or ()))


def assert_holds(clients: list[Client], pool: list[Professional], answer: Staffing) -> None:
    """Sharing out again with the people of the first gaps places as many more as is said."""
    now = len(allocate(clients, pool, as_of=DAY).placements)
    added: list[Professional] = []
    sums = accumulate(one.placed_more for one in answer.gaps)
    for gap, more in zip(answer.gaps, sums, strict=True):
        added += gap.professionals()
        after = allocate(clients, [*pool, *added], as_of=DAY)
        assert len(after.placements) == now + more
    assert tuple(added) == answer.added()


@settings(max_examples=30)
@given(EQUAL | WEIGHED, people())
def test_sharing_out_again_with_everybody_added_places_as_many_more_as_is_said(
    clients: list[Client], pool: list[Professional]
) -> None:
    answer = staffing(clients, pool)

    assert answer.allocation == allocate(clients, pool, as_of=DAY)
    assert_holds(clients, pool, answer)
    assert all(gap.placed_more > 0 for gap in answer.gaps)
    assert all(
        len(gap.clients) - len(gap.waiting_instead) == gap.placed_more
        and gap.nobody_fits + gap.no_room + gap.not_known == len(gap.clients)
        for gap in answer.gaps
    )


@settings(max_examples=15)
@given(ODD, POOLS)
def test_what_is_said_holds_for_whatever_clients_and_people_there_are(
    clients: list[Client], pool: list[Professional]
) -> None:
    answer = staffing(clients, pool)

    assert_holds(clients, pool, answer)


@settings(max_examples=20)
@given(EQUAL, people())
def test_nobody_of_those_added_can_be_left_out_and_one_more_helps_nobody_who_is_known(
    clients: list[Client], pool: list[Professional]
) -> None:
    answer = staffing(clients, pool)
    added = answer.added()
    unknown = {key for one in answer.to_find_out for key in one.clients}

    def waiting(people: Iterable[Professional]) -> set[str]:
        after = allocate(clients, [*pool, *people], as_of=DAY)
        return {str(one.client_id) for one in after.unplaced if one.role is not None}

    full = len(waiting(added) - unknown)
    for one in answer.gaps:
        more = one.profile.professional("p-one-more")
        assert waiting([*added, more]) - unknown == waiting(added) - unknown
    if not unknown:
        assert all(
            len(waiting(other for other in added if other.id != one.id)) > full for one in added
        )


@settings(max_examples=20)
@given(EQUAL | WEIGHED, people(), st.randoms(use_true_random=False))
def test_the_order_of_clients_and_pool_makes_no_difference(
    clients: list[Client], pool: list[Professional], order: Random
) -> None:
    mixed, others = list(clients), list(pool)
    order.shuffle(mixed)
    order.shuffle(others)

    assert staffing(mixed, others) == staffing(clients, pool)


@settings(max_examples=20)
@given(EQUAL | WEIGHED, people())
def test_nobody_vanishes_and_who_waits_is_told_what_for(
    clients: list[Client], pool: list[Professional]
) -> None:
    answer = staffing(clients, pool)

    three = [*answer.placed, *answer.waiting, *answer.not_to_engage]
    assert sorted(three) == sorted(str(one.id) for one in clients)
    told_of = {
        *(key for gap in answer.gaps for key in gap.clients),
        *(key for one in answer.to_find_out for key in one.clients),
        *(one.client_id for one in answer.out_of_reach),
        *answer.still_waiting,
    }
    assert set(answer.waiting) <= told_of


@settings(max_examples=10)
@given(EQUAL, people())
def test_an_advice_with_a_pool_comes_back_from_its_document(
    clients: list[Client], pool: list[Professional]
) -> None:
    advice = advise_panel(clients, as_of=DAY, pool=pool)

    assert loads(dumps(advice), PanelAdvice) == advice


def test_a_profile_says_what_it_asks_for() -> None:
    bare = attrs.evolve(PROFILE, asks=(), employer=None)
    odd = attrs.evolve(
        PROFILE, asks=(Remedy(criterion="odd", text="it is so"), PROFILE.asks[0]), employer=None
    )

    assert bare.conditions == ""
    assert PROFILE.conditions == "they speak pl, work in US-CO and are employed by client"
    assert odd.conditions == "it is so and they speak pl"
    assert attrs.evolve(PROFILE, asks=(), employer=None).professional("p-1") == Professional(
        id="p-1", roles=[ROLE], caseload_limit=12, caseload=0
    )


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("caseload_limit", 0, "$.caseload_limit"),
        ("caseload_limit", -1, "$.caseload_limit"),
        ("asks", [Remedy(criterion="caseload", text="room", points=1)], "$.asks[0]"),
        ("asks", [PROFILE.asks[0], Remedy(criterion="x", text="later", starts=DAY)], "$.asks[1]"),
    ],
)
def test_a_profile_asks_for_nothing_that_nobody_brings(
    field: str, value: object, place: str
) -> None:
    with pytest.raises(InvalidValue) as caught:
        changed(PROFILE, **{field: value})

    assert caught.value.place == place


def test_a_gap_is_told_in_one_sentence() -> None:
    alone = attrs.evolve(
        GAP,
        profile=attrs.evolve(PROFILE, name="air ambulance crews", asks=(), employer=None),
        people=("new-1", "new-2"),
        placed_more=1,
    )
    twice = attrs.evolve(GAP, people=("new-1",), placed_more=9)

    assert str(GAP).startswith("2 more care managers would place 3 more clients, if they speak pl")
    assert str(alone) == "2 more air ambulance crews would place 1 more client"
    assert str(twice).startswith("1 more care manager would place 9 more openings, if ")


def test_the_answer_reads_from_how_far_the_pool_goes_to_who_is_to_be_added() -> None:
    text = str(STAFFING)

    headings = [
        "How far the pool goes (as of 2026-11-23)",
        "Why they wait",
        "Who is to be added",
        "What is to be found out first",
        "For whom nobody can be described",
        "Who would wait all the same",
        "How the gaps are found",
    ]
    assert [line for line in text.splitlines() if line in headings] == headings
    assert "find out the languages of 2 professionals, for whom 1 client waits: c-6" in text
    assert "Why they wait" not in str(staffing([OMAR]))
    assert isinstance(GAP, PoolGap)
    assert isinstance(PROFILE, Profile)
    assert isinstance(PROFILE.because, Reason)
