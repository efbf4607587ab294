"""Who holds which duty, worked out by hand."""

from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.credentials import Licence
from carecore.duties import Duty
from carecore.errors import UnknownId, WrongType
from carecore.people import (
    Authority,
    Client,
    Leave,
    Membership,
    Professional,
    Representative,
    Team,
)
from carecore.plans import Activity, ActivityStatus, CarePlan, Stage
from carecore.review import DutyLedger, LedgerEntry, LedgerStanding, duty_ledger
from carecore.roles import EmployerKind, Engagement, Exclusion, Holding, PayerKind, Role

from ..counting import calls
from .samples_review import CLIENT, DAY, LEDGER, NURSE, OWN, PLAN, TEAM, YEAR

MOOD = Client(id="c-17", setting="acute_ward", jurisdiction="US-MA", needs=("losing_heart",))


def plan_with(*activities: Activity, **changes: object) -> CarePlan:
    """A plan of somebody who is losing heart, with these activities."""
    plan = CarePlan(id="plan-1", client=MOOD, team=TEAM, activities=activities)
    untyped: Any = changes
    return attrs.evolve(plan, **untyped)


def mood(plan: CarePlan, *, on: date = DAY) -> LedgerEntry:
    """The entry about watching the mood."""
    return duty_ledger(plan, as_of=on).entry("watch_mood")


def why(entry: LedgerEntry) -> list[str]:
    """The ids of its reasons."""
    return [reason.id for reason in entry.reasons]


WATCH = Activity(id="a-1", duty="watch_mood", accountable=("p-social",))


def test_each_need_is_held_by_who_answers_for_it() -> None:
    assert [
        (one.duty, one.needs, one.activities, [holder.person for holder in one.holders])
        for one in LEDGER.held
    ] == [
        ("reconcile_medications", ("medicine_lists_differ",), ("a-med",), ["p-nurse"]),
        ("watch_mood", ("losing_heart",), ("a-heart",), ["p-social"]),
    ]
    assert (LEDGER.uncovered, LEDGER.unknown, LEDGER.not_owed, LEDGER.doubled) == ((), (), (), ())


def test_a_ledger_says_what_each_duty_rests_on() -> None:
    entry = LEDGER.entry("watch_mood")

    assert entry.sources == STANDARD.duty("watch_mood").sources
    assert [str(reason) for reason in entry.reasons] == [
        "p-social holds it",
        "p-social is in the team as a case manager",
        "a case manager usually does watch over mood and keep up hope",
    ]


def test_a_need_for_which_nobody_answers_is_uncovered() -> None:
    entry = mood(plan_with())

    assert (entry.standing, why(entry)) == (LedgerStanding.UNCOVERED, ["no_holder"])


def test_a_duty_without_a_need_is_owed_because_the_plan_fulfils_it() -> None:
    plan = plan_with(Activity(id="a-1", duty="keep_records", accountable=("p-social",)))
    ledger = duty_ledger(plan, as_of=DAY)

    assert [one.duty for one in ledger.entries] == ["watch_mood", "keep_records"]
    assert ledger.entry("keep_records").standing is LedgerStanding.HELD


def test_an_activity_without_a_duty_owes_nothing() -> None:
    plan = plan_with(Activity(id="a-1", accountable=("p-social",)))

    assert [one.duty for one in duty_ledger(plan, as_of=DAY).entries] == ["watch_mood"]


def test_where_nobody_asked_for_the_needs_an_assessment_is_owed() -> None:
    ledger = duty_ledger(plan_with(client=Client(id="c-17")), as_of=DAY)

    assert [one.duty for one in ledger.uncovered] == ["assess_whole_person"]
    assert ledger.reasons[0].text == "nobody has asked for the needs, so an assessment is owed"


def test_somebody_who_needs_nothing_is_owed_nothing() -> None:
    ledger = duty_ledger(plan_with(client=Client(id="c-17", needs=())), as_of=DAY)

    assert ledger.entries == ()


def test_two_who_answer_for_one_duty_are_told() -> None:
    other = Activity(id="a-2", duty="watch_mood", accountable=("p-nurse",))
    ledger = duty_ledger(plan_with(WATCH, other), as_of=DAY)

    (entry,) = ledger.doubled
    assert (entry.standing, [one.person for one in entry.able]) == (
        LedgerStanding.HELD,
        ["p-social", "p-nurse"],
    )
    assert entry.reasons[0].text == "p-social and p-nurse hold it"


def test_two_of_whom_one_is_barred_are_not_doubled() -> None:
    visits = Activity(id="a-1", duty="visit_home", accountable=("p-social", "p-nurse"))
    ledger = duty_ledger(plan_with(visits), as_of=DAY)
    entry = ledger.entry("visit_home")

    assert (entry.standing, ledger.doubled, ledger.out_of_scope) == (
        LedgerStanding.HELD,
        (),
        (entry,),
    )
    assert [one.person for one in entry.barred] == ["p-social"]


def test_one_person_with_two_activities_is_not_doubled() -> None:
    plan = plan_with(WATCH, attrs.evolve(WATCH, id="a-2"))
    entry = mood(plan)

    assert (duty_ledger(plan, as_of=DAY).doubled, entry.holders[0].activities) == (
        (),
        ("a-1", "a-2"),
    )


def test_a_case_manager_who_visits_at_home_holds_what_is_not_theirs() -> None:
    visits = Activity(id="a-1", duty="visit_home", accountable=("p-social",))
    ledger = duty_ledger(plan_with(visits), as_of=DAY)
    entry = ledger.entry("visit_home")

    assert (entry.standing, ledger.out_of_scope) == (LedgerStanding.UNCOVERED, (entry,))
    assert why(entry) == ["no_holder_able", "in_team", "out_of_scope"]
    assert entry.holders[0].holding is Holding.OUTSIDE
    because = STANDARD.role("case_manager").exclusion("visit_home")
    assert because is not None
    assert because.because in entry.holders[0].reasons[1].text


def test_a_duty_that_no_reason_bars_is_outside_the_role() -> None:
    navigator = Membership(person_id="p-nav", role="patient_navigator", period=YEAR)
    plan = plan_with(
        attrs.evolve(WATCH, accountable=("p-nav",)),
        team=Team(id="t", memberships=(navigator,)),
    )

    assert mood(plan).holders[0].reasons[1].text.endswith("it is outside the role")


def test_a_licence_that_is_missing_bars() -> None:
    pills = Activity(id="a-1", duty="reconcile_medications", accountable=("p-social",))
    entry = duty_ledger(plan_with(pills), as_of=DAY).entry("reconcile_medications")

    assert entry.standing is LedgerStanding.UNCOVERED
    assert str(entry.holders[0].reasons[-1]) == (
        "no licence (rn or aprn or physician or pharmacist) holds in US-MA"
    )


def test_a_licence_of_another_state_bars_unless_a_compact_carries_it() -> None:
    pills = Activity(id="a-1", duty="reconcile_medications", accountable=("p-nurse",))
    elsewhere = attrs.evolve(CLIENT, jurisdiction="US-CO")
    of_florida = Licence(credential="rn", jurisdiction="US-FL", period=YEAR)
    standings = {
        multistate: duty_ledger(
            plan_with(
                pills,
                client=elsewhere,
                team=attrs.evolve(
                    TEAM,
                    professionals=(
                        attrs.evolve(
                            NURSE, licences=(attrs.evolve(of_florida, multistate=multistate),)
                        ),
                    ),
                ),
            ),
            as_of=DAY,
        )
        .entry("reconcile_medications")
        .standing
        for multistate in (True, False, None)
    }

    assert standings == {
        True: LedgerStanding.HELD,
        False: LedgerStanding.UNCOVERED,
        None: LedgerStanding.UNKNOWN,
    }


@pytest.mark.parametrize("professionals", [(), (Professional(id="p-nurse"),)])
def test_licences_that_nobody_knows_leave_it_open(professionals: tuple[Professional, ...]) -> None:
    pills = Activity(id="a-1", duty="reconcile_medications", accountable=("p-nurse",))
    plan = plan_with(pills, team=attrs.evolve(TEAM, professionals=professionals))
    entry = duty_ledger(plan, as_of=DAY).entry("reconcile_medications")

    assert (entry.standing, entry.holders[0].may_hold) == (LedgerStanding.UNKNOWN, Verdict.UNKNOWN)
    assert why(entry)[0] == "holder_unknown"


def test_a_place_that_nobody_knows_leaves_a_licence_open() -> None:
    pills = Activity(id="a-1", duty="reconcile_medications", accountable=("p-nurse",))
    plan = plan_with(pills, client=attrs.evolve(MOOD, jurisdiction=None))
    entry = duty_ledger(plan, as_of=DAY).entry("reconcile_medications")

    assert entry.holders[0].reasons[-1].text.endswith("holds where the client is")
    assert entry.standing is LedgerStanding.UNKNOWN


def test_a_family_that_asks_for_a_nurse_gets_one_who_is_licensed() -> None:
    client = attrs.evolve(MOOD, needs=("fly_home_with_nurse",))
    duties = STANDARD.need("fly_home_with_nurse").duties
    asked = STANDARD.need("fly_home_with_nurse").credentials
    activities = tuple(
        Activity(id=f"a-{duty}", duty=duty, accountable=("p-nurse",)) for duty in duties
    )
    ledger = duty_ledger(plan_with(*activities, client=client), as_of=DAY)

    assert asked
    assert {one.duty for one in ledger.held} == set(duties)
    wanted = {
        fact.seen
        for one in ledger.entries
        for reason in one.holders[0].reasons
        for fact in reason.facts
        if fact.name == "licences wanted"
    }
    assert asked in wanted


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2026, 11, 22), LedgerStanding.HELD),
        (date(2026, 11, 23), LedgerStanding.UNCOVERED),
    ],
)
def test_who_leaves_holds_it_to_the_last_day_in_the_team(
    day: date, standing: LedgerStanding
) -> None:
    plan = plan_with(attrs.evolve(WATCH, accountable=("p-old",)))

    assert mood(plan, on=day).standing is standing


def test_who_is_not_in_the_team_says_why() -> None:
    gone = mood(plan_with(attrs.evolve(WATCH, accountable=("p-old",))))
    never = mood(plan_with(attrs.evolve(WATCH, accountable=("p-new",))))

    assert [str(one.holders[0].reasons[0]) for one in (gone, never)] == [
        "p-old is not in the team on that day",
        "p-new is no member",
    ]
    # Nobody says that they may not, and they are not out of scope for being away.
    assert (gone.barred, never.barred) == ((), ())


def test_absent_is_not_idle() -> None:
    away = attrs.evolve(NURSE, id="p-social", leave=(Leave(Period(DAY, date(2026, 12, 1))),))
    plan = plan_with(WATCH, team=attrs.evolve(TEAM, professionals=(away,)))

    assert (mood(plan).standing, why(mood(plan))[1]) == (LedgerStanding.UNCOVERED, "absent")
    assert mood(plan, on=date(2026, 12, 1)).standing is LedgerStanding.HELD


def test_who_is_in_the_team_in_a_role_that_nobody_tells_may_hold_it() -> None:
    alone = Team(id="t-1", memberships=[Membership(person_id="p-social")])
    reviewer = Membership(person_id="p-social", role="utilization_reviewer")
    both = attrs.evolve(alone, memberships=[*alone.memberships, reviewer])

    entries = [mood(plan_with(WATCH, team=team)) for team in (alone, both)]

    assert [entry.standing for entry in entries] == [LedgerStanding.UNKNOWN] * 2
    assert [why(entry)[-1] for entry in entries] == ["role_not_told"] * 2
    assert [str(entry.reasons[1]) for entry in entries] == [
        "p-social is in the team",
        "p-social is in the team as an utilization reviewer",
    ]


def test_a_team_that_nobody_knows_leaves_it_open() -> None:
    entry = mood(plan_with(WATCH, team=None))

    assert (entry.standing, why(entry)) == (
        LedgerStanding.UNKNOWN,
        ["holder_unknown", "team_unknown"],
    )


def test_a_role_that_is_not_in_the_catalogue_leaves_it_open() -> None:
    member = Membership(person_id="p-social", role="wise_woman", period=YEAR)
    entry = mood(plan_with(WATCH, team=Team(id="t", memberships=(member,))))

    assert (entry.standing, why(entry)) == (
        LedgerStanding.UNKNOWN,
        ["holder_unknown", "in_team", "role_unknown"],
    )


def test_of_several_roles_the_best_counts() -> None:
    roles = ("patient_navigator", "wise_woman", "care_manager", "case_manager")
    members = tuple(Membership(person_id="p-social", role=role, period=YEAR) for role in roles)
    entry = mood(plan_with(WATCH, team=Team(id="t", memberships=members)))

    assert (entry.holders[0].roles, entry.holders[0].holding) == (roles, Holding.TYPICAL)


BARS = Exclusion(duty="listen", because="it serves somebody else", sources=(OWN,))
WAY = Engagement(employer=EmployerKind.FACILITY, payers=(PayerKind.INCLUDED,), exclusions=(BARS,))
LISTENER = Role(id="listener", name="listener", definition="listens", possible=("listen",))


@pytest.mark.parametrize(
    ("ways", "employer", "standing"),
    [
        ((WAY,), EmployerKind.FACILITY, LedgerStanding.UNCOVERED),
        ((WAY,), EmployerKind.CLIENT, LedgerStanding.HELD),
        ((WAY,), None, LedgerStanding.HELD),
        ((WAY, attrs.evolve(WAY, exclusions=())), EmployerKind.FACILITY, LedgerStanding.HELD),
        ((), EmployerKind.FACILITY, LedgerStanding.HELD),
    ],
)
def test_whom_somebody_serves_can_bar_a_duty(
    ways: tuple[Engagement, ...], employer: EmployerKind | None, standing: LedgerStanding
) -> None:
    catalogue = STANDARD.extend(
        duties=(Duty(id="listen", name="listen", description="listen"),),
        roles=(attrs.evolve(LISTENER, engagements=ways),),
    )
    member = Membership(person_id="p-1", role="listener", period=YEAR)
    person = Professional(id="p-1", employer=employer)
    plan = plan_with(
        Activity(id="a-1", duty="listen", accountable=("p-1",)),
        team=Team(id="t", memberships=(member,), professionals=(person,)),
    )
    entry = duty_ledger(plan, as_of=DAY, catalogue=catalogue).entry("listen")

    assert entry.standing is standing
    if standing is LedgerStanding.UNCOVERED:
        assert str(entry.holders[0].reasons[1]) == (
            "a listener who comes from this employer may not listen: it serves somebody else"
        )
        assert entry.holders[0].reasons[1].sources == (OWN,)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": ActivityStatus.COMPLETED}, "has ended (completed)"),
        ({"status": ActivityStatus.ENTERED_IN_ERROR}, "has ended (entered in error)"),
        ({"status": ActivityStatus.ON_HOLD}, "is on hold"),
        ({"window": Period(None, DAY)}, "lies outside its days"),
        ({"stage": "shut"}, "belongs to the stage shut, which is closed"),
        ({"stage": "later"}, "belongs to the stage later, which lies on other days"),
    ],
)
def test_an_activity_that_does_not_run_holds_nothing(changes: dict[str, Any], said: str) -> None:
    stages = (
        Stage(id="shut", name="shut", is_closed=True),
        Stage(id="later", name="later", period=Period(date(2026, 12, 1))),
    )
    entry = mood(plan_with(attrs.evolve(WATCH, **changes), stages=stages))

    assert (entry.standing, entry.activities, entry.idle) == (
        LedgerStanding.UNCOVERED,
        (),
        ("a-1",),
    )
    assert str(entry.reasons[-1]) == f"the activity a-1 {said}"


@pytest.mark.parametrize(
    "changes",
    [
        {"status": ActivityStatus.NOT_STARTED},
        {"status": ActivityStatus.IN_PROGRESS, "window": Period(DAY)},
        {"stage": "now"},
        {"stage": "open"},
        {"stage": "nowhere"},
    ],
)
def test_an_activity_that_runs_or_may_run_counts(changes: dict[str, Any]) -> None:
    stages = (Stage(id="now", name="now", period=Period(DAY)), Stage(id="open", name="open"))
    entry = mood(plan_with(attrs.evolve(WATCH, **changes), stages=stages))

    assert entry.standing is LedgerStanding.HELD


def test_a_duty_that_is_owed_elsewhere_is_not_owed_here() -> None:
    review = Activity(id="a-1", duty="review_utilization", accountable=("p-social",))
    at_home = attrs.evolve(MOOD, setting="home_health")
    entry = duty_ledger(plan_with(review, client=at_home), as_of=DAY).entry("review_utilization")

    assert (entry.standing, str(entry.reasons[0])) == (
        LedgerStanding.NOT_OWED,
        "it is not owed in the care setting home health",
    )


@pytest.mark.parametrize(
    ("setting", "standing"),
    [("acute_ward", LedgerStanding.HELD), (None, LedgerStanding.HELD)],
)
def test_a_duty_that_is_or_may_be_owed_here_is_owed(
    setting: str | None, standing: LedgerStanding
) -> None:
    review = Activity(id="a-1", duty="review_utilization", accountable=("p-social",))
    client = attrs.evolve(MOOD, setting=setting)
    entry = duty_ledger(plan_with(review, client=client), as_of=DAY).entry("review_utilization")

    assert entry.standing is standing


DECIDE = Activity(id="a-1", duty="decide_for_client")


@pytest.mark.parametrize(
    ("capacity", "standing"),
    [
        (True, LedgerStanding.NOT_OWED),
        (None, LedgerStanding.NOT_OWED),
        (False, LedgerStanding.HELD),
    ],
)
def test_nobody_decides_for_somebody_who_can(
    capacity: bool | None,  # noqa: FBT001 # the case
    standing: LedgerStanding,
) -> None:
    client = attrs.evolve(CLIENT, has_decision_capacity=capacity)
    plan = plan_with(attrs.evolve(DECIDE, accountable=("r-agent",)), client=client)

    assert duty_ledger(plan, as_of=DAY).entry("decide_for_client").standing is standing


@pytest.mark.parametrize(
    ("person", "standing", "said"),
    [
        ("r-agent", LedgerStanding.HELD, "may decide for the client"),
        ("r-son", LedgerStanding.UNCOVERED, "may not decide for the client on that day"),
        ("r-late", LedgerStanding.UNKNOWN, "may decide for the client, if the authority runs"),
        ("c-17", LedgerStanding.UNCOVERED, "may not decide for the client on that day"),
    ],
)
def test_only_who_has_the_authority_decides(
    person: str, standing: LedgerStanding, said: str
) -> None:
    late = Representative(id="r-late", authority=Authority.GUARDIAN)
    client = attrs.evolve(
        CLIENT,
        has_decision_capacity=False,
        representatives=(*CLIENT.representatives, late),
    )
    plan = plan_with(attrs.evolve(DECIDE, accountable=(person,)), client=client)
    ledger = duty_ledger(plan, as_of=DAY)
    entry = ledger.entry("decide_for_client")

    assert entry.standing is standing
    assert str(entry.holders[0].reasons[0]).startswith(f"{person} {said}")
    assert str(ledger).count(f"{person}, to decide for the client") == (
        standing is LedgerStanding.UNCOVERED
    )


@pytest.mark.parametrize(
    ("duty", "standing"),
    [
        ("support_daily_life", LedgerStanding.HELD),
        ("give_medications", LedgerStanding.UNKNOWN),
    ],
)
def test_the_family_may_do_what_needs_no_licence(duty: str, standing: LedgerStanding) -> None:
    plan = plan_with(Activity(id="a-1", duty=duty, accountable=("r-son",)), client=CLIENT)

    assert duty_ledger(plan, as_of=DAY).entry(duty).standing is standing


def test_what_the_catalogue_does_not_know_is_told_and_not_dropped() -> None:
    client = attrs.evolve(MOOD, needs=("losing_hart", "losing_heart"))
    moon = Activity(id="a-1", duty="watch_moon", accountable=("p-nurse",))
    ledger = duty_ledger(plan_with(moon, client=client), as_of=DAY)

    (entry,) = ledger.unknown
    assert (entry.duty, entry.name, why(entry)) == (
        "watch_moon",
        "watch moon",
        ["duty_not_in_catalogue"],
    )
    assert [reason.facts[0].place for reason in ledger.reasons] == [
        "$.client.needs",
        "$.client.needs[0]",
    ]
    assert "'losing_hart' is not in the catalogue" in str(ledger)


def test_an_entry_is_found_by_its_duty() -> None:
    with pytest.raises(UnknownId, match="there is no duty 'watch_moon'"):
        LEDGER.entry("watch_moon")


@pytest.mark.parametrize(
    "call",
    [
        lambda: duty_ledger(None, as_of=DAY),  # type: ignore[arg-type]
        lambda: duty_ledger(PLAN, as_of=datetime(2026, 11, 23)),
        lambda: duty_ledger(PLAN, as_of=DAY, catalogue=None),  # type: ignore[arg-type]
    ],
)
def test_a_ledger_takes_what_it_says(call: Any) -> None:  # noqa: ANN401 # called as it stands
    with pytest.raises(WrongType):
        call()


PEOPLE = ("p-nurse", "p-social", "p-old", "p-new", "c-17", "r-son")
ACTIVITIES = st.lists(
    st.builds(
        Activity,
        id=st.sampled_from(["a-1", "a-2", "a-3"]),
        duty=st.sampled_from(["watch_mood", "visit_home", "give_medications", "watch_moon"]),
        accountable=st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3),
        status=st.sampled_from([None, ActivityStatus.COMPLETED, ActivityStatus.IN_PROGRESS]),
    ),
    max_size=6,
)


@given(
    activities=ACTIVITIES, has_team=st.booleans(), setting=st.sampled_from(["home_health", None])
)
def test_every_duty_stands_in_exactly_one_way(
    activities: list[Activity],
    has_team: bool,  # noqa: FBT001 # drawn
    setting: str | None,
) -> None:
    client = attrs.evolve(CLIENT, setting=setting)
    plan = plan_with(*activities, client=client, team=TEAM if has_team else None)
    ledger = duty_ledger(plan, as_of=DAY)
    parts = (*ledger.held, *ledger.uncovered, *ledger.unknown, *ledger.not_owed)

    assert sorted(one.duty for one in parts) == sorted(one.duty for one in ledger.entries)
    wanted = {"reconcile_medications", "watch_mood", *(one.duty for one in activities)}
    assert {one.duty for one in ledger.entries} == wanted
    assert all(one.holders for one in ledger.held)
    assert all(one.reasons for one in ledger.entries)
    assert ledger == duty_ledger(plan, as_of=DAY)


def test_a_ledger_prints_every_way_a_duty_may_stand() -> None:
    client = attrs.evolve(CLIENT, setting="home_health")
    plan = plan_with(
        Activity(id="a-1", duty="visit_home", accountable=("p-social",)),
        Activity(id="a-2", duty="watch_mood", accountable=("p-social", "p-nurse")),
        Activity(id="a-3", duty="watch_moon", accountable=("p-nurse",)),
        Activity(id="a-4", duty="review_utilization", accountable=("p-social",)),
        client=client,
    )
    text = str(duty_ledger(plan, as_of=DAY))

    assert text.startswith("Who owes what to c-17 (as of 2026-11-23)\n")
    for heading in (
        "5 duties: 1 held, 2 uncovered, 1 unknown, 1 not owed.",
        "Held by nobody",
        "Unknown",
        "Two answer for it",
        "Not theirs to hold",
        "Held\n----",
        "Not owed now",
        "- p-social, to visit at home",
    ):
        assert heading in text


def test_a_ledger_of_nothing_prints_so() -> None:
    ledger = DutyLedger(plan="plan-1", client_id="c-17", as_of=DAY)

    assert "0 duties: 0 held, 0 uncovered, 0 unknown, 0 not owed." in str(ledger)


def test_a_team_of_any_size_is_looked_through_once_for_all_who_answer() -> None:
    def big(size: int) -> CarePlan:
        people = [f"p-{number}" for number in range(size)]
        members = [Membership(person_id=one, role="case_manager", period=YEAR) for one in people]
        work = [attrs.evolve(WATCH, id=f"a-{one}", accountable=(one,)) for one in people]
        return plan_with(*work, team=Team(id="t-1", memberships=members))

    few, many = big(10), big(100)
    assert len(mood(many).able) == 100
    assert calls(lambda: mood(many)) < 12 * calls(lambda: mood(few))
