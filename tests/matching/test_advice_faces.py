"""The faces of an advice show ids and reasons, never what is personal, and nothing in them acts."""

from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings

from carecore.base.outline import to_text
from carecore.base.timing import PartialDate, Period
from carecore.catalogue import STANDARD
from carecore.credentials import Licence
from carecore.matching import (
    PanelAdvice,
    RoleAdvice,
    Situation,
    advise_panel,
    advise_roles,
)
from carecore.people import Authority, Client, Membership, Professional, Representative, Team

from .drawn import DAY, SITUATIONS, fitting

MARKER = "Zqxmarker"
ACTING = '<script>alert("x")</script>'
VISITS = Client(id="c-1", setting="home_independent", needs=["visit_mother_weekly"])


def faces(value: RoleAdvice | PanelAdvice) -> dict[str, str]:
    """All that is shown of a value unless more is asked for, by kind."""
    return {**value._repr_mimebundle_(), "str": str(value), "repr": repr(value)}


def marked(situation: Situation) -> Situation:
    """The same people with a marker in whatever is personal."""

    def person(one: Professional) -> Professional:
        licences = one.licences and [attrs.evolve(each, number=MARKER) for each in one.licences]
        return attrs.evolve(one, name=MARKER, licences=licences)

    team, pool = situation.team, situation.pool
    return Situation(
        attrs.evolve(
            situation.client,
            name=MARKER,
            note=MARKER,
            birth_date=PartialDate(1903, 7, 19),
            representatives=[Representative(id="r-1", authority=Authority.AGENT, name=MARKER)],
        ),
        team and attrs.evolve(team, professionals=list(map(person, team.professionals))),
        pool and tuple(map(person, pool)),
    )


def tells(text: str) -> bool:
    return MARKER in text or "1903" in text


@settings(max_examples=30)
@given(SITUATIONS)
def test_no_face_of_an_advice_shows_what_is_personal(situation: Situation) -> None:
    asked = marked(situation)

    advice = advise_roles(asked.client, as_of=DAY, team=asked.team, pool=asked.pool)

    assert [kind for kind, text in faces(advice).items() if tells(text)] == []
    assert not tells(to_text(advice.outline(full=True)))


@settings(max_examples=30)
@given(SITUATIONS)
def test_no_face_of_a_panel_shows_what_is_personal(situation: Situation) -> None:
    asked = marked(situation)

    panel = advise_panel([asked.client], as_of=DAY, pool=asked.pool, caseload_limit=3)

    assert [kind for kind, text in faces(panel).items() if tells(text)] == []
    assert not tells(to_text(panel.outline(full=True)))


@pytest.mark.parametrize(
    "licences", [None, (), (Licence(credential="rn", jurisdiction="PT", number=MARKER),)]
)
def test_no_face_shows_a_licence_number_of_somebody_who_does_not_fit(
    licences: tuple[Licence, ...] | None,
) -> None:
    client = attrs.evolve(VISITS, needs=["watch_medicines"], jurisdiction="US-MA")
    nurse = Professional(id="p-1", roles=["care_manager"], licences=licences, name=MARKER)

    advice = advise_roles(client, as_of=DAY, pool=[nurse])

    assert [kind for kind, text in faces(advice).items() if tells(text)] == []


def acting() -> tuple[RoleAdvice, PanelAdvice]:
    """Answers about people whose ids are markup."""
    client = Client(id=ACTING, setting="home_independent", needs=["visit_mother_weekly"])
    sure = attrs.evolve(fitting(client, "care_manager"), id=f"{ACTING}|**b**")
    absent = attrs.evolve(sure, id=f"{ACTING}`[red]x[/red]`", weekly_hours=0)
    team = Team(id=ACTING, memberships=[Membership(person_id=ACTING, role="utilization_reviewer")])
    return (
        advise_roles(client, as_of=DAY, team=team, pool=[absent, sure]),
        advise_panel([client], as_of=DAY, pool=[absent, sure]),
    )


@pytest.mark.parametrize("answer", acting(), ids=["advice", "panel"])
def test_markup_in_ids_is_inert(answer: RoleAdvice | PanelAdvice) -> None:
    shown = answer._repr_mimebundle_()

    assert "<script" not in shown["text/html"] + shown["text/markdown"]
    assert "&lt;script&gt;" in shown["text/html"]
    assert ACTING in shown["text/plain"].replace("\n", " ")


def test_an_advice_reads_from_who_is_needed_to_the_sources() -> None:
    client = Client(
        id="c-17",
        setting="acute_ward",
        needs=["fly_home_with_nurse", "understand_bills", "legal_advice"],
    )

    lines = str(advise_roles(client, as_of=DAY)).splitlines()

    underlined = [
        line
        for line, below in pairwise(lines)
        if line and below and set(below) in ({"="}, {"-"}) and len(below) == len(line)
    ]
    assert lines[0] == "Who is needed for c-17 (as of 2026-11-23)"
    assert underlined[0] == lines[0]
    assert [
        one
        for one in underlined
        if one in {"What nobody does", "The options", "What would change this", "Why", "Sources"}
    ] == ["What nobody does", "The options", "What would change this", "Why", "Sources"]


def test_needs_that_exclude_each_other_are_told_to_be_settled_first() -> None:
    client = Client(id="c-1", needs=["stay_at_home", "find_care_home"])

    assert "Settle first: these exclude each other" in str(advise_roles(client, as_of=DAY))


def test_where_nobody_is_needed_it_is_said() -> None:
    text = str(advise_roles(Client(id="c-1", needs=()), as_of=DAY))

    assert "No role is needed" in text


def test_what_somebody_would_do_were_anybody_in_reach_stands_apart() -> None:
    advice = advise_roles(VISITS, as_of=DAY, pool=())

    assert "| would do, were anybody in reach |" in advice._repr_mimebundle_()["text/markdown"]


def test_who_does_not_fit_is_told_with_the_reason() -> None:
    absent = Professional(id="p-1", roles=["care_manager"], weekly_hours=0)

    text = str(advise_roles(VISITS, as_of=DAY, pool=[absent]))

    assert "is there on 2026-11-23" in text


def test_the_people_in_reach_are_named_by_id() -> None:
    advice = advise_roles(VISITS, as_of=DAY, pool=[fitting(VISITS, "care_manager")])

    assert "p-new" in str(advice)


def test_the_licence_that_is_wanted_is_named() -> None:
    client = attrs.evolve(VISITS, needs=["watch_medicines"])

    (one,) = advise_roles(client, as_of=DAY).recommended

    assert one.credentials == (("rn", "aprn", "physician", "pharmacist"),)
    assert "licensed as" in str(advise_roles(client, as_of=DAY))


def changes(advice: RoleAdvice) -> str:
    """What is told of the changes, in one line."""
    return " ".join(advice._repr_mimebundle_()["text/markdown"].replace("\\", "").split())


def test_a_change_after_which_the_same_role_is_had_in_another_way_says_so() -> None:
    member = Membership(person_id="p-1", role="care_manager", period=Period(None))
    team = Team(id="t-1", memberships=[member])

    told = changes(advise_roles(VISITS, as_of=DAY, team=team))

    assert "if the care manager leaves the team: the same roles, had in another way" in told


def test_a_change_by_which_somebody_does_what_nobody_did_says_so() -> None:
    told = changes(advise_roles(VISITS, as_of=DAY, pool=()))

    assert (
        "a care manager who may hold all of it comes in reach: "
        "the same roles, and somebody to visit at home regularly; keep a family far away informed"
    ) in told


def test_a_change_by_which_nobody_is_left_for_a_duty_says_so() -> None:
    told = changes(advise_roles(VISITS, as_of=DAY))

    assert (
        "if the family itself does not pay: nobody, and nobody to visit at home regularly" in told
    )


def test_a_change_after_which_nobody_is_needed_says_so() -> None:
    told = changes(advise_roles(VISITS, as_of=DAY))

    assert "is settled: nobody" in told


def test_a_need_more_that_nobody_may_answer_says_so() -> None:
    told = changes(advise_roles(Client(id="c-1", needs=()), as_of=DAY))

    assert "nobody, as now, and nobody to give legal advice" in told


def test_a_need_that_was_missing_and_is_dropped_leaves_the_same_roles() -> None:
    client = attrs.evolve(VISITS, needs=["visit_mother_weekly", "legal_advice"])

    told = changes(advise_roles(client, as_of=DAY))

    assert "is settled: the same roles, and no need of anybody to give legal advice -" in told


def test_what_nobody_did_is_not_asked_for_any_more_where_nobody_is_needed() -> None:
    told = changes(advise_roles(VISITS, as_of=DAY, pool=()))

    assert "is settled: nobody -" in told


def test_names_keep_their_capital_letters() -> None:
    ward = STANDARD.role("case_manager")
    plan = attrs.evolve(ward.engagements[0], ask="the ward of St. Alban’s")
    catalogue = STANDARD.extend(roles=[attrs.evolve(ward, engagements=[plan])])
    client = Client(id="c-1", setting="acute_ward", needs=["understand_bills"])

    advice = advise_roles(client, as_of=DAY, catalogue=catalogue)

    assert "\nA case manager of the ward of St. Alban’s (ask for)\n" in str(advice)


def test_an_advice_names_what_it_rests_on_once() -> None:
    advice = advise_roles(VISITS, as_of=DAY)

    assert len(advice.sources) == len(set(advice.sources)) > 0


def test_which_duties_are_not_typical_of_their_holder_is_told() -> None:
    client = Client(id="c-1", setting="acute_ward", needs=["understand_bills"])
    advice = advise_roles(client, as_of=DAY)

    odd = [duty for one in advice.recommended for duty in one.not_typical]

    assert odd == list(advice.options[0].not_typical) == []


def test_an_advice_that_holds_nothing_has_a_face() -> None:
    advice = RoleAdvice(client_id="c-1", as_of=DAY)

    assert str(advice).startswith("Who is needed for c-1 (as of 2026-11-23)\n")
    assert "Sources" not in str(advice)


def test_where_nobody_may_do_what_is_needed_that_is_said_and_why() -> None:
    client = Client(id="c-1", setting="home_independent", needs=["who_decides"])

    advice = advise_roles(client, as_of=DAY)

    assert (advice.recommended, [one.duty for one in advice.missing]) == ((), ["decide_for_client"])
    told = " ".join(str(advice).split())
    assert "Nobody who may do what is needed is to be had; see below." in told
    assert "decide for the client who cannot decide" in told
