"""What is asked of consents, rights and decisions."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.timing import PartialDate, Period
from carecore.catalogue import STANDARD
from carecore.people import (
    Authority,
    Client,
    Membership,
    Professional,
    Representative,
    Team,
)
from carecore.plans import Activity, ActivityStatus, CarePlan, PlanStatus
from carecore.rights import Acknowledgement, Consent, ConsentScope, Decision, Right
from carecore.travel import Journey, Leg

from .asked import DAY, asked, fared, in_force, plan, said

SINCE_MAY = Period(date(2026, 5, 1))
FAMILY = (
    Representative(id="r-agent", authority=Authority.AGENT, period=SINCE_MAY),
    Representative(id="r-unsure", authority=Authority.GUARDIAN),
    Representative(id="r-son", authority=Authority.FAMILY),
    Representative(id="r-both", authority=Authority.FAMILY),
    Representative(id="r-both", authority=Authority.AGENT, period=SINCE_MAY),
)
TEAM = Team(
    id="t-1",
    memberships=(
        Membership(person_id="p-1", role="care_manager", period=SINCE_MAY),
        Membership(
            person_id="p-2", role="case_manager", period=Period(date(2026, 5, 1), date(2026, 6, 1))
        ),
        Membership(person_id="p-3", role="case_manager", period=SINCE_MAY),
    ),
    professionals=(Professional(id="p-1", organization_id="o-1"), Professional(id="p-3")),
)


def consent(by: str | None = "c-17", /, **parts: Any) -> Consent:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {
        "id": "co-1",
        "client_id": "c-17",
        "scope": ConsentScope.TREATMENT,
        "is_given": True,
        "at": date(2026, 11, 20),
        "period": Period(date(2026, 11, 20)),
    }
    return Consent(by=by, **given | parts)


def given_by(by: str | None, /, *, can_decide: bool | None = None, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    client = Client(id="c-17", representatives=FAMILY, has_decision_capacity=can_decide)
    return plan(client=client, team=TEAM, consents=(consent(by, **parts),))


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("r-son", "'r-son' may not decide for the client"),
        ("p-1", "'p-1' looks after the client and does not decide for them"),
        ("p-2", "'p-2' looks after the client and does not decide for them"),
    ],
)
def test_a_yes_of_somebody_who_may_not_decide_is_told(by: str, text: str) -> None:
    assert said("C101", given_by(by)) == [
        (
            f"C101 error at $.consents[0].by: the consent 'co-1' is a yes of {by!r}: {text}. "
            "Maybe the person has an authority that is not written down."
        )
    ]


@pytest.mark.parametrize(
    "at", [date(2026, 4, 1), PartialDate.parse("2026-04"), PartialDate.parse("2025")]
)
def test_an_authority_has_to_hold_on_the_day_of_the_yes(at: date) -> None:
    assert len(said("C101", given_by("r-agent", at=at))) == 1


@pytest.mark.parametrize(
    ("by", "parts"),
    [
        ("c-17", {}),
        ("c-17", {"can_decide": True}),
        ("r-agent", {}),
        ("r-agent", {"at": PartialDate.parse("2026")}),
        ("r-agent", {"at": None}),
        ("r-unsure", {}),
        ("r-both", {}),
        ("r-son", {"is_given": False}),
        ("p-1", {"is_given": False}),
        ("p-1", {"is_given": None}),
    ],
)
def test_a_yes_of_somebody_who_may_decide_and_any_no_is_taken(
    by: str, parts: dict[str, Any]
) -> None:
    assert said("C101", given_by(by, **parts)) == []


def test_a_yes_of_a_client_who_cannot_decide_now_is_only_a_warning() -> None:
    (line,) = said("C101", given_by("c-17", can_decide=False))

    assert line.startswith(
        "C101 warning at $.consents[0].by: the consent 'co-1' is a yes of 'c-17'"
    )
    assert "the client cannot decide now" in line


def test_a_yes_of_somebody_whom_nobody_knows_is_only_a_warning() -> None:
    (line,) = said("C101", given_by("x-1"))

    assert line.startswith("C101 warning")
    assert "nobody knows by what right 'x-1' decides" in line
    assert fared("C101", plan()) == "C101: skipped (consents)"


def test_a_yes_of_which_nobody_says_who_gave_it_is_only_a_warning() -> None:
    assert said("C101", given_by(None)) == [
        (
            "C101 warning at $.consents[0].by: the consent 'co-1' is a yes: nobody says who gave "
            "it. Maybe the person has an authority that is not written down."
        )
    ]
    assert said("C101", given_by(None, is_given=False)) == []


RUNNING = (Activity(id="a-1", status=ActivityStatus.IN_PROGRESS),)
BEFORE = Period(date(2026, 5, 1), date(2026, 11, 1))


def relied(*consents: Consent, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"consents": consents, "team": TEAM, "activities": RUNNING}
    return in_force(**given | parts)


@pytest.mark.parametrize(
    ("scope", "parts"),
    [
        (ConsentScope.PLAN, {"withdrawn_at": date(2026, 11, 23)}),
        (ConsentScope.PLAN, {"period": BEFORE, "at": date(2026, 5, 1)}),
        (ConsentScope.TREATMENT, {"withdrawn_at": DAY}),
    ],
)
def test_a_consent_that_is_over_and_still_relied_on_is_told(
    scope: ConsentScope, parts: dict[str, Any]
) -> None:
    assert said("C102", relied(consent(scope=scope, **parts))) == [
        (
            f"C102 warning at $.consents[0]: the consent 'co-1' is over, and the plan still rests "
            f"on it for {scope.value}. Maybe the client agreed anew, and nobody wrote it down."
        )
    ]


def test_a_consent_to_travel_is_relied_on_while_a_journey_lies_ahead() -> None:
    over = consent(scope=ConsentScope.TRAVEL, period=BEFORE)
    flight = datetime(2026, 12, 1, 9, tzinfo=UTC)
    ahead, past = (
        Journey(id="j-1", client_id="c-17", legs=(Leg(id="l-1", departs=when),))
        for when in (flight, flight.replace(month=10))
    )

    assert len(said("C102", relied(over, journeys=(ahead,)))) == 1
    assert said("C102", relied(over, journeys=(past,))) == []


def test_what_ended_it_stands_among_the_facts() -> None:
    over = consent(scope=ConsentScope.PLAN, withdrawn_at=date(2026, 11, 23), period=None)

    (finding,) = asked("C102", relied(over)).findings

    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("taken back", "2026-11-23"),
        ("end", None),
    ]


def test_of_several_that_are_over_the_last_is_told() -> None:
    over = {"scope": ConsentScope.PLAN, "period": BEFORE}

    (line,) = said("C102", relied(consent(**over), consent(id="co-2", **over)))

    assert "$.consents[1]" in line


SHARED: dict[str, Any] = {"scope": ConsentScope.SHARING, "recipients": ("o-1", "p-2", "p-3", "o-9")}


def test_somebody_in_the_team_with_whom_nothing_may_be_shared_any_more_is_told() -> None:
    assert said("C102", relied(consent(period=BEFORE, **SHARED))) == [
        (
            "C102 warning at $.consents[0]: the consent 'co-1' is over, and the plan still rests "
            "on it for sharing with 'o-1', 'p-3'. "
            "Maybe the client agreed anew, and nobody wrote it down."
        )
    ]


def test_sharing_that_was_agreed_anew_is_left_alone() -> None:
    over = consent(period=BEFORE, **SHARED)
    new = consent(id="co-2", **SHARED | {"recipients": ("o-1", "p-3")})
    no = consent(id="co-3", is_given=False, **SHARED)

    assert said("C102", relied(over, new, no)) == []
    unknown = consent(id="co-2", is_given=None, **SHARED)
    assert len(said("C102", relied(over, unknown))) == 1


@pytest.mark.parametrize(
    "made",
    [
        relied(consent(scope=ConsentScope.PLAN)),
        relied(consent(scope=ConsentScope.PLAN, is_given=False, withdrawn_at=DAY)),
        relied(consent(scope=ConsentScope.PLAN, period=None)),
        relied(consent(scope=ConsentScope.PLAN, withdrawn_at=date(2026, 11, 25))),
        relied(
            consent(scope=ConsentScope.PLAN, period=BEFORE),
            consent(id="co-2", scope=ConsentScope.PLAN),
        ),
        relied(consent(period=BEFORE, purposes=("surgery",))),
        relied(consent(period=BEFORE), activities=()),
        relied(consent(period=BEFORE, scope=ConsentScope.TRAVEL)),
        relied(consent(period=BEFORE, scope=ConsentScope.PHOTOGRAPHS)),
        relied(consent(period=BEFORE, scope=None)),
        relied(consent(period=BEFORE, scope=ConsentScope.SHARING)),
        relied(consent(period=BEFORE, **SHARED), team=None),
        relied(consent(scope=ConsentScope.PLAN, period=BEFORE), status=PlanStatus.COMPLETED),
    ],
)
def test_a_consent_that_holds_or_that_nothing_rests_on_is_left_alone(made: CarePlan) -> None:
    assert said("C102", made) == []


def test_nobody_is_asked_about_consents_that_are_not_there() -> None:
    assert fared("C102", in_force()) == "C102: skipped (consents)"


RIGHTS = tuple(
    Right(id=key, name=key, description=key, settings=settings, jurisdictions=laws)
    for key, settings, laws in (
        ("first", ("acute_ward",), ("US",)),
        ("second", ("acute_ward", "irf"), None),
        ("of_a_state", ("acute_ward",), ("US-NY",)),
        ("of_another_country", ("acute_ward",), ("GB",)),
        ("of_another_place", ("irf",), ("US",)),
        ("of_everybody", None, ("US",)),
    )
)
CATALOGUE = STANDARD.extend(rights=RIGHTS)
OURS = tuple(one for one in STANDARD.rights if one.settings and "acute_ward" in one.settings)


def told(*rights: str, at: date | None = DAY, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    """A client on a ward in Massachusetts, who was told of these rights."""
    client = Client(id="c-17", setting="acute_ward", jurisdiction="US-MA")
    acknowledgements = tuple(Acknowledgement(right=one, at=at, by="c-17") for one in rights)
    given: dict[str, Any] = {"client": client, "acknowledgements": acknowledgements}
    return in_force(**given | parts)


def test_rights_of_the_care_setting_that_nobody_told_are_told_in_one_finding() -> None:
    known = [one.id for one in OURS]

    (finding,) = asked("C103", told(*known), catalogue=CATALOGUE).findings

    assert str(finding) == (
        "C103 warning at $.acknowledgements: nobody has told the client of 2 rights in "
        "'acute_ward': 'first', 'second'. Maybe they were told, and nobody wrote it down."
    )
    assert finding.facts[0].seen == ("first", "second")


@pytest.mark.parametrize(
    ("at", "number"),
    [(None, 0), (DAY, 0), (PartialDate.parse("2026-11"), 0), (date(2026, 11, 25), 1)],
)
def test_what_is_told_later_is_not_told_yet(at: Any, number: int) -> None:  # noqa: ANN401 # any time
    made = told("first", "second", *(one.id for one in OURS), at=at)

    assert len(said("C103", made, catalogue=CATALOGUE)) == number


def test_rights_are_told_where_the_client_is_while_the_plan_is_in_force() -> None:
    assert said("C103", told(status=PlanStatus.DRAFT)) == []
    assert (
        said("C103", told(client=Client(id="c-17", setting="acute_ward", jurisdiction="PT"))) == []
    )
    assert len(said("C103", told())) == 1


@pytest.mark.parametrize(
    ("client", "missing"),
    [
        (Client(id="c-17", setting="acute_ward"), "the client's jurisdiction"),
        (Client(id="c-17", jurisdiction="US"), "the client's care setting"),
    ],
)
def test_where_nobody_knows_where_the_client_is_nobody_can_tell_the_rights(
    client: Client, missing: str
) -> None:
    assert fared("C103", told(client=client)) == f"C103: skipped ({missing})"


def decided(*options: str, chosen: str | None = "irf") -> CarePlan:
    one = Decision(id="d-1", what="next_setting", options=options, chosen=chosen)
    return plan(decisions=(one,))


@pytest.mark.parametrize("options", [(), ("irf",)])
def test_a_choice_of_one_is_worth_an_advice(options: tuple[str, ...]) -> None:
    assert said("C104", decided(*options)) == [
        (
            "C104 advice at $.decisions[0].options: the decision 'd-1' names no option but 'irf'. "
            "Maybe others were considered, and nobody wrote them down."
        )
    ]


def test_a_choice_between_several_or_none_yet_is_left_alone() -> None:
    assert said("C104", decided("irf", "snf")) == []
    assert said("C104", decided("irf", chosen=None)) == []
    assert fared("C104", plan()) == "C104: skipped (decisions)"
