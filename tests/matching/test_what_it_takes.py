"""What it takes: changes of which none can be left out, or the reason why there are none."""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from itertools import combinations
from typing import Any, final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.catalogue import Catalogue
from carecore.codec import dumps, loads
from carecore.credentials import Credential, CredentialKind, HeldCredential, Licence
from carecore.duties import Duty
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    CriterionKind,
    Judgement,
    Opening,
    Pair,
    Policy,
    Remedy,
    StandardCriterion,
    TravelTime,
    TravelTimeCriterion,
    WhatItTakes,
    rank,
    what_would_it_take,
    why_not,
)
from carecore.needs import Need
from carecore.people import (
    Authority,
    Client,
    Leave,
    LimitChange,
    Professional,
    Representative,
)
from carecore.roles import Role
from carecore.testing import with_markers
from carecore.travel import Journey, Leg

from .drawn_pairs import LIMIT_CHANGES, PAIRS
from .planted import HELPED, planted
from .ranked import CLIENT, DAY, FITTING, ROLE, YEAR, Mornings, like

LATER = date(2026, 12, 7)
MEDICINES = attrs.evolve(CLIENT, needs=("watch_medicines",), jurisdiction="US-CO")
IN_COLORADO = like("p-2", jurisdictions=("US-CO",))
CERTIFIED = StandardCriterion(id="certified", kind=CriterionKind.CERTIFICATION)


def takes(person: Professional, client: Client = CLIENT, **fields: Any) -> WhatItTakes:  # noqa: ANN401 # whatever is taken
    """What it takes for somebody to fit."""
    return what_would_it_take(client, person, **{"role": ROLE, "as_of": DAY, **fields})


def after(remedies: tuple[Remedy, ...], pair: Pair) -> Pair:
    """The pair after these changes."""
    return reduce(lambda known, remedy: remedy.apply(known), remedies, pair)


ALL_WAYS = 6
"""Of so many changes every choice is tried."""


def some_of(answer: WhatItTakes) -> Iterator[Pair]:
    """The pair after every choice of the changes but all of them.

    Where there are many changes, of those in between only a few are left out or kept.
    """
    count = len(answer.remedies)
    for many in range(count):
        if count <= ALL_WAYS or many <= 1 or many >= count - 2:
            for some in combinations(answer.remedies, many):
                yield after(some, answer.pair)


def texts(answer: WhatItTakes) -> list[str]:
    """The changes in words."""
    return [one.text for one in answer.remedies]


def test_a_pair_that_fits_takes_nothing_and_says_so() -> None:
    answer = takes(FITTING)

    assert (answer.remedies, answer.impossible, answer.is_possible) == ((), (), True)
    assert answer.applied() == Pair(client=CLIENT, professional=FITTING, as_of=DAY)
    assert "Nothing: the pair fits as it is." in str(answer)


@pytest.mark.parametrize(
    ("person", "client", "text"),
    [
        (like("p-2", languages=("es",)), CLIENT, "they speak pl"),
        (like("p-2", languages=None), CLIENT, "they speak pl"),
        (like("p-2", settings=("snf",)), CLIENT, "they come to home independent"),
        (like("p-2", jurisdictions=()), CLIENT, "they work in US-MA"),
        (like("p-2", weekly_hours=0), CLIENT, "they have at least 1 hour a week"),
        (like("p-2", caseload=19), CLIENT, "2 caseload points are free, 1 more than now"),
        (like("p-2", caseload=None), CLIENT, "2 caseload points are known to be free"),
        (like("p-2", caseload_limit=None), CLIENT, "2 caseload points are known to be free"),
        (
            like("p-2", caseload_limit=None, caseload=None),
            attrs.evolve(CLIENT, caseload_points=1),
            "1 caseload point is known to be free",
        ),
        (
            like("p-2", caseload_limit=1, caseload=4),
            CLIENT,
            "2 caseload points are free, 5 more than now",
        ),
        (like("p-2", leave=(Leave(Period(DAY, LATER)),)), CLIENT, "the two begin on 2026-12-07"),
        (
            attrs.evolve(IN_COLORADO, licences=()),
            MEDICINES,
            "they hold a licence of US-CO as registered nurse on 2026-11-23",
        ),
        (
            attrs.evolve(IN_COLORADO, licences=None),
            MEDICINES,
            "they hold a licence of US-CO as registered nurse on 2026-11-23",
        ),
        (
            attrs.evolve(
                IN_COLORADO,
                licences=(Licence(credential="pharmacist", jurisdiction="US-NY", period=YEAR),),
            ),
            MEDICINES,
            "they hold a licence of US-CO as pharmacist on 2026-11-23",
        ),
        (
            attrs.evolve(
                IN_COLORADO,
                licences=(
                    Licence(credential="rn", jurisdiction="US-FL", period=YEAR, multistate=False),
                ),
            ),
            MEDICINES,
            "they hold a multistate licence of US-FL as registered nurse on 2026-11-23",
        ),
    ],
)
def test_one_thing_that_is_missing_takes_one_change(
    person: Professional, client: Client, text: str
) -> None:
    answer = takes(person, client)

    assert texts(answer) == [text]
    pair = answer.applied()
    assert why_not(pair.client, pair.professional, role=ROLE, as_of=pair.as_of).fits
    assert pair.client == client


def test_several_things_take_several_changes_in_the_order_of_the_policy() -> None:
    answer = takes(like("p-2", languages=("es",), settings=None, caseload=20))

    assert [one.criterion for one in answer.remedies] == ["care_setting", "language", "caseload"]
    assert "The pair fits if all of this is so" in str(answer)


def test_beginning_later_may_take_less_than_changing_now() -> None:
    soon = Period(LATER)
    starting = attrs.evolve(
        IN_COLORADO,
        licences=(Licence(credential="rn", jurisdiction="US-CO", period=soon),),
        leave=(Leave(Period(DAY, LATER)),),
    )

    answer = takes(starting, MEDICINES)

    assert texts(answer) == ["the two begin on 2026-12-07"]
    assert (answer.remedies[0].criterion, answer.applied().as_of) == ("licence", LATER)


def test_a_licence_that_begins_soon_is_no_less_than_a_new_one_now() -> None:
    starting = attrs.evolve(
        IN_COLORADO,
        licences=(Licence(credential="rn", jurisdiction="US-CO", period=Period(LATER)),),
    )

    assert texts(takes(starting, MEDICINES)) == [
        "they hold a licence of US-CO as registered nurse on 2026-11-23"
    ]


def test_a_licence_that_ends_before_the_day_back_has_to_be_renewed() -> None:
    ending = attrs.evolve(
        IN_COLORADO,
        licences=(
            Licence(credential="rn", jurisdiction="US-CO", period=Period(None, date(2026, 12, 1))),
        ),
        leave=(Leave(Period(DAY, LATER)),),
    )

    assert texts(takes(ending, MEDICINES)) == [
        "the two begin on 2026-12-07",
        "they hold a licence of US-CO as registered nurse on 2026-12-07",
    ]


def test_a_leave_without_an_end_stays_in_the_way() -> None:
    answer = takes(like("p-2", leave=(Leave(Period(DAY)),)))

    assert [one.criterion for one in answer.impossible] == ["leave", "caseload"]
    assert "nobody has said until when" in str(answer)


@pytest.mark.parametrize(
    ("person", "client", "criterion", "words"),
    [
        (like("p-2", roles=("case_manager",)), CLIENT, "role", "does not fill the role"),
        (
            like("r-1"),
            attrs.evolve(CLIENT, representatives=(Representative(id="r-1"),)),
            "conflict_of_interest",
            "speaks or decides for the client",
        ),
        (
            FITTING,
            attrs.evolve(CLIENT, needs=("legal_advice",)),
            "duties",
            "may hold nothing of what is needed",
        ),
        (
            FITTING,
            attrs.evolve(CLIENT, jurisdiction=None),
            "jurisdiction",
            "nobody has said where the client is",
        ),
        (
            FITTING,
            attrs.evolve(MEDICINES, jurisdiction=None, languages=()),
            "licence",
            "where the client is",
        ),
        (FITTING, attrs.evolve(CLIENT, setting=None), "care_setting", "nobody has said"),
        (FITTING, attrs.evolve(CLIENT, languages=None), "language", "nobody has said"),
    ],
)
def test_where_nothing_would_do_it_says_so_with_the_reason(
    person: Professional, client: Client, criterion: str, words: str
) -> None:
    answer = takes(person, client)

    assert (answer.is_possible, answer.remedies) == (False, ())
    assert answer.impossible[0].criterion == criterion
    assert words in answer.impossible[0].text
    assert "Nothing that could be changed would do." in str(answer)
    with pytest.raises(InvalidValue, match=f"because of: {criterion}"):
        answer.applied()


def test_a_certification_that_a_policy_wants_can_be_gained() -> None:
    policy = STANDARD_POLICY.with_criterion(CERTIFIED)

    answer = takes(FITTING, policy=policy)

    assert texts(answer) == ["they are certified as cmc"]
    assert answer.applied().professional.credentials == (
        HeldCredential(credential="cmc", period=Period(DAY)),
    )


def test_what_the_policy_lets_pass_takes_no_change() -> None:
    unsure = like("p-2", languages=None)

    assert takes(unsure, policy=STANDARD_POLICY.admitting("language")).remedies == ()


def test_a_change_that_a_later_one_makes_needless_is_left_out() -> None:
    policy = STANDARD_POLICY.with_criterion(Mornings()).with_criterion(
        Mornings(id="more_mornings", least=35)
    )

    answer = takes(like("p-2", weekly_hours=8), policy=policy)

    assert [(one.criterion, one.hours) for one in answer.remedies] == [("more_mornings", 35)]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class OddLanguages:
    """A criterion of somebody else's that an odd number of languages meets."""

    id: str = "odd_languages"
    is_hard: bool = True
    weight: int = 0
    tier: int = 1
    looks_at: tuple[str, ...] = ("$professional.languages",)

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Whether their number is odd."""
        del opening
        odd = len(professional.languages or ()) % 2
        verdict = Verdict.MET if odd else Verdict.NOT_MET
        return Judgement(criterion=self.id, is_hard=True, verdict=verdict, text="by number")

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """Three languages more, of which one would do."""
        del professional, opening
        return tuple(
            Remedy(criterion=self.id, text=f"they speak {one}", language=one)
            for one in ("es", "pl", "vi")
        )


def test_one_change_that_does_is_less_than_three_of_which_two_do_not() -> None:
    policy = STANDARD_POLICY.with_criterion(OddLanguages())

    assert texts(takes(like("p-2", languages=("en", "zh")), policy=policy)) == ["they speak es"]


FLYING = attrs.evolve(CLIENT, needs=("fly_home_with_nurse",), setting="acute_ward")
WARD = ("acute_ward",)


def way(start: str, end: str) -> Journey:
    """A journey of one leg."""
    leg = Leg(id="l-1", from_place=start, to_place=end)
    return Journey(id="j-1", client_id="c-1", legs=(leg,))


def test_who_goes_along_needs_to_go_at_all_and_licences_at_both_ends() -> None:
    answer = takes(like("p-2", settings=WARD), FLYING, journey=way("US-MA", "US-NY"))

    assert texts(answer) == [
        "they go along on journeys (transport ground)",
        "they hold a licence of US-NY as registered nurse on 2026-11-23",
    ]


def test_one_multistate_licence_may_open_both_ends() -> None:
    home = Licence(credential="rn", jurisdiction="US-FL", period=YEAR)
    nurse = like(
        "p-2", settings=(*WARD, "transport_air"), jurisdictions=("US-CO",), licences=[home]
    )
    whom = attrs.evolve(FLYING, jurisdiction="US-CO")

    assert texts(takes(nurse, whom, journey=way("US-CO", "US-TX"))) == [
        "they hold a multistate licence of US-FL as registered nurse on 2026-11-23"
    ]


def test_an_end_of_the_way_that_nobody_knows_has_to_be_found_out() -> None:
    nurse = like("p-2", settings=(*WARD, "transport_air"))
    unknown = Journey(id="j-1", client_id="c-1", legs=(Leg(id="l-1", from_place="US-MA"),))

    answer = takes(nurse, FLYING, journey=unknown)

    assert [one.criterion for one in answer.impossible] == ["travel"]


def test_where_nothing_is_on_the_move_nobody_can_come_to_go_along() -> None:
    still = Catalogue(
        duties=(Duty(id="ride", name="ride", description="ride along", on_the_move=True),),
        roles=(Role(id="rider", name="rider", definition="rides", typical=("ride",)),),
        needs=(Need(id="a_ride", words="ride with us", duties=("ride",)),),
    )
    rider = Professional(id="p-1", roles=("rider",), settings=("cart",))

    answer = what_would_it_take(
        Client(id="c-1", needs=("a_ride",)),
        rider,
        role="rider",
        policy=STANDARD_POLICY.without("jurisdiction", "care_setting", "language", "caseload"),
        as_of=DAY,
        catalogue=still,
    )

    assert [one.criterion for one in answer.impossible] == ["travel"]


def two_gates() -> tuple[Catalogue, Client]:
    """Two duties with licences of their own, and a third that passes both."""
    duties = (
        Duty(id="lift", name="lift", description="lift", licences=("rn", "physician")),
        Duty(id="walk", name="walk", description="walk", licences=("aprn", "physician")),
    )
    catalogue = Catalogue(
        credentials=tuple(
            Credential(id=one, name=one, kind=CredentialKind.LICENCE)
            for one in ("rn", "aprn", "physician")
        ),
        duties=duties,
        roles=(
            Role(
                id="helper",
                name="helper",
                definition="helps",
                typical=("lift", "walk"),
                licences=("rn", "aprn", "physician"),
            ),
        ),
        needs=(Need(id="help", words="help", duties=("lift", "walk")),),
    )
    return catalogue, Client(id="c-1", needs=("help",), jurisdiction="US-NY")


def test_one_licence_that_opens_two_duties_is_fewer_than_two() -> None:
    catalogue, client = two_gates()
    policy = STANDARD_POLICY.without("jurisdiction", "care_setting", "language", "caseload")

    def ask(*held: str) -> list[str]:
        licences = [Licence(credential=one, jurisdiction="US-NY", period=YEAR) for one in held]
        helper = Professional(id="p-1", roles=("helper",), licences=licences)
        answer = what_would_it_take(
            client, helper, role="helper", policy=policy, as_of=DAY, catalogue=catalogue
        )
        return [str(one.licence.credential) for one in answer.remedies if one.licence]

    assert (ask(), ask("rn"), ask("rn", "aprn")) == (["physician"], ["aprn"], [])


WAYS = tuple(
    TravelTime(from_area=start, to_area=end, minutes=minutes)
    for start, end, minutes in (("north", "south", 30), ("north", "north", 50))
)
NEAR = TravelTimeCriterion(id="near", most_minutes=40, times=WAYS)
HELPED_BY_CHANGES = Policy(
    name="whatever can be helped",
    criteria=(
        NEAR,
        *(StandardCriterion(id=kind.value, kind=kind) for kind in reversed(HELPED)),
        StandardCriterion(id="fluent", kind=CriterionKind.LANGUAGE, wanted=("C1",)),
    ),
    admits=("licence", "language"),
)
"""Every kind of which something could be changed, in an order that is not the usual one."""


@settings(max_examples=60, deadline=None)
@given(PAIRS, st.sampled_from([STANDARD_POLICY, HELPED_BY_CHANGES]))
def test_all_changes_together_make_the_pair_fit_and_nothing_smaller_does(
    drawn: tuple[Client, Professional], policy: Policy
) -> None:
    client, person = drawn
    asked: dict[str, Any] = {"role": ROLE, "policy": policy}
    answer = what_would_it_take(client, person, as_of=DAY, **asked)

    if not answer.is_possible:
        assert answer.remedies == ()
        assert not why_not(client, person, as_of=DAY, **asked).fits
        return
    pair = answer.applied()
    assert why_not(pair.client, pair.professional, as_of=pair.as_of, **asked).reasons == ()
    for less in some_of(answer):
        assert not why_not(less.client, less.professional, as_of=less.as_of, **asked).fits


KNOWN_OF_CLIENTS: dict[str, Any] = {
    "jurisdiction": "US-CO",
    "setting": "acute_ward",
    "languages": ("pl",),
    "payers": ("private_pay",),
    "area": "south",
    "acuity": 2,
}


@settings(max_examples=50, deadline=None)
@given(PAIRS)
def test_where_enough_is_known_of_the_client_changes_always_do(
    drawn: tuple[Client, Professional],
) -> None:
    whom, person = drawn
    client = attrs.evolve(whom, **KNOWN_OF_CLIENTS)
    here = attrs.evolve(person, leave=())
    asked: dict[str, Any] = {"role": ROLE, "policy": HELPED_BY_CHANGES, "as_of": DAY}

    assert what_would_it_take(client, here, **asked).is_possible


def fits(pair: Pair, context: dict[str, Any]) -> bool:
    """Whether a pair fits as it is now."""
    asked: dict[str, Any] = {**context, "as_of": pair.as_of}
    return why_not(pair.client, pair.professional, **asked).fits


@settings(max_examples=50, deadline=None)
@given(st.sets(st.sampled_from(HELPED), min_size=1))
def test_whatever_can_be_helped_is_helped_and_by_nothing_smaller(
    kinds: set[CriterionKind],
) -> None:
    pair = planted(kinds)
    answer = what_would_it_take(pair.client, pair.professional, **pair.context)

    assert answer.remedies
    assert fits(answer.applied(), pair.context)
    for less in some_of(answer):
        assert not fits(less, pair.context)


@pytest.mark.parametrize("kind", HELPED, ids=lambda kind: kind.value)
def test_each_kind_that_can_be_helped_alone_takes_one_change_of_its_own(
    kind: CriterionKind,
) -> None:
    pair = planted({kind})

    answer = what_would_it_take(pair.client, pair.professional, **pair.context)

    assert [one.criterion for one in answer.remedies] == [kind.value]


@pytest.mark.parametrize(
    "kind", [kind for kind in CriterionKind if kind not in HELPED], ids=lambda kind: kind.value
)
def test_who_somebody_is_and_whom_they_know_cannot_be_changed(kind: CriterionKind) -> None:
    pair = planted({kind, CriterionKind.LANGUAGE})

    answer = what_would_it_take(pair.client, pair.professional, **pair.context)

    assert [one.criterion for one in answer.impossible] == [kind.value]


def test_who_decides_for_the_client_until_a_known_day_can_begin_then() -> None:
    agent = Representative(id="p-1", authority=Authority.AGENT, period=Period(None, LATER))
    whom = attrs.evolve(CLIENT, representatives=(agent, Representative(id="r-2")))

    answer = takes(FITTING, whom)

    assert texts(answer) == ["the two begin on 2026-12-07"]
    assert answer.remedies[0].criterion == "conflict_of_interest"
    assert fits(answer.applied(), {"role": ROLE})


def test_who_decides_for_the_client_until_nobody_knows_when_cannot_begin() -> None:
    whom = attrs.evolve(CLIENT, representatives=(Representative(id="p-1"),))

    assert [one.criterion for one in takes(FITTING, whom).impossible] == ["conflict_of_interest"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Helping:
    """A criterion that nobody meets, and that gives whatever it is told to as a remedy."""

    gives: object
    id: str = "helping"
    is_hard: bool = True
    weight: int = 0
    tier: int = 1
    looks_at: tuple[str, ...] = ()

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """It is not met."""
        verdict = Verdict.NOT_MET
        return Judgement(criterion=self.id, is_hard=True, verdict=verdict, text="not met")

    def remedies(self, professional: Professional, opening: Opening, /) -> Any:  # noqa: ANN401 # whatever
        """What it is told to."""
        return self.gives


@pytest.mark.parametrize(
    ("gives", "line"),
    [
        (
            None,
            (
                "the criterion 'helping' cannot help 'p-1' (TypeError). "
                "Maybe something is None that it does not expect."
            ),
        ),
        (
            ["more hours"],
            (
                "the criterion 'helping' gave text, 10 characters, and a Remedy is wanted. "
                "Maybe Remedy(criterion=self.id, ...)."
            ),
        ),
        (
            [Remedy(criterion="language", text="they speak pl", language="pl")],
            ("the criterion 'helping' gave a remedy of another one. Maybe pass criterion=self.id."),
        ),
    ],
)
def test_a_criterion_that_breaks_its_word_about_remedies_is_refused_by_name(
    gives: object, line: str
) -> None:
    policy = STANDARD_POLICY.with_criterion(Helping(gives=gives))

    with pytest.raises(CareError) as caught:
        takes(FITTING, policy=policy)

    assert str(caught.value) == line


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_it_takes_nothing_exactly_where_a_ranking_finds_the_pair_eligible(
    drawn: tuple[Client, Professional],
) -> None:
    client, person = drawn

    answer = what_would_it_take(client, person, role=ROLE, as_of=DAY)

    ranking = rank(client, [person], role=ROLE, as_of=DAY)
    assert (answer.is_possible and not answer.remedies) is bool(ranking.eligible)


@given(
    st.none() | st.integers(0, 10**12),
    st.none() | st.integers(0, 10**12),
    st.integers(0, 10**12),
    st.none() | st.integers(1, 100),
    LIMIT_CHANGES,
)
def test_so_many_points_are_free_afterwards(  # noqa: PLR0917 # all that room depends on
    limit: int | None,
    load: int | None,
    points: int,
    part_time: int | None,
    changes: tuple[LimitChange, ...],
) -> None:
    person = Professional(
        id="p-1",
        caseload_limit=limit,
        caseload=load,
        part_time=part_time,
        limit_changes=changes,
    )
    pair = Pair(client=Client(id="c-1"), professional=person, as_of=DAY)

    changed = Remedy(criterion="caseload", text="room", points=points).apply(pair).professional

    free = changed.places_free(as_of=DAY)
    assert free is not None
    assert free >= points


def test_the_answer_is_a_value_that_documents_hold_and_shows_nobody() -> None:
    marked = with_markers(like("p-2", languages=None))
    whom = with_markers(attrs.evolve(CLIENT, name="Ada Quill"))

    answer = takes(marked.value, whom.value)

    assert loads(dumps(answer), WhatItTakes) == answer
    assert repr(answer) == (
        "<WhatItTakes 1 of <Pair <Client c-1>, <Professional p-2> as of 2026-11-23>>"
    )
    shown = (str(answer), repr(answer), repr(answer.remedies))
    assert (marked.shown_in(*shown), whom.shown_in(*shown)) == ((), ())


def test_a_multistate_licence_that_is_proposed_has_no_number() -> None:
    home = Licence(credential="rn", jurisdiction="US-FL", period=YEAR, number="N 17")

    (remedy,) = takes(attrs.evolve(IN_COLORADO, licences=(home,)), MEDICINES).remedies

    assert remedy.licence == attrs.evolve(home, multistate=True, number="")


def test_a_change_is_applied_to_a_pair_only() -> None:
    untyped: Any = FITTING

    with pytest.raises(WrongType):
        Remedy(criterion="language", text="they speak pl", language="pl").apply(untyped)


def test_a_change_comes_to_what_is_there_already_and_once() -> None:
    pair = Pair(client=CLIENT, professional=FITTING, as_of=DAY)
    remedy = Remedy(criterion="language", text="they speak en", language="en")

    assert remedy.apply(pair) == pair


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Secretive:
    """A criterion of somebody else's that looks at two things, and says that it looks at none."""

    id: str = "secretive"
    is_hard: bool = True
    weight: int = 1
    tier: int = 1
    looks_at: tuple[str, ...] = ()

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Whoever speaks two languages needs twenty hours."""
        del opening
        is_met = len(professional.languages or ()) <= 1 or (professional.weekly_hours or 0) >= 20
        verdict = Verdict.MET if is_met else Verdict.NOT_MET
        return Judgement(criterion=self.id, is_hard=True, verdict=verdict, text="languages, hours")

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """Twenty hours."""
        del professional, opening
        return (Remedy(criterion=self.id, text="they have 20 hours", hours=20),)


def test_nothing_is_left_out_because_a_criterion_says_too_little_of_what_it_looks_at() -> None:
    language = StandardCriterion(id="language", kind=CriterionKind.LANGUAGE)
    policy = Policy(name="two", criteria=(language, Secretive()))
    whom = attrs.evolve(CLIENT, languages=("pl",))
    answer = what_would_it_take(
        whom, like("p-1", languages=("en",), weekly_hours=10), role=ROLE, policy=policy, as_of=DAY
    )

    assert texts(answer) == ["they speak pl", "they have 20 hours"]
    assert fits(answer.applied(), {"role": ROLE, "policy": policy, "as_of": DAY})


def test_more_points_than_anybody_can_have_full_time_are_free_without_part_time() -> None:
    person = like("p-1", caseload_limit=10, caseload=0, part_time=1)
    room = Remedy(criterion="caseload", text="that many points are free", points=10**11)
    pair = room.apply(Pair(client=CLIENT, professional=person, as_of=DAY)).professional

    assert (pair.places_free(as_of=DAY), pair.part_time) == (10**11, None)
