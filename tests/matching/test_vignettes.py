"""The advice answers each vignette as a good advisor would."""

from functools import cache

import pytest

from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.credentials import Licence
from carecore.matching import Change, RoleAdvice, Status, advise_roles
from carecore.matching.decision import Decision, decide
from carecore.people import Client, Leave, Membership, Professional, Team

from .vignettes import (
    VIGNETTES,
    Flip,
    LicenceData,
    MembershipData,
    ProfessionalData,
    Span,
    Vignette,
)

CASES = [pytest.param(vignette, id=vignette.name) for vignette in VIGNETTES]
FLIPS = [
    pytest.param(vignette, flip, id=f"{vignette.name}-{flip[0].lower()}-{flip[1]}")
    for vignette in VIGNETTES
    for flip in vignette.flips
]


def test_there_are_enough_vignettes_and_their_names_and_clients_are_unique() -> None:
    names = {vignette.name for vignette in VIGNETTES}
    clients = {vignette.client["id"] for vignette in VIGNETTES}

    assert (len(VIGNETTES) >= 36, len(names), len(clients)) == (
        True,
        len(VIGNETTES),
        len(VIGNETTES),
    )


@pytest.mark.parametrize("vignette", CASES)
def test_the_roles_recommended_and_their_status_are_those_of_a_good_advisor(
    vignette: Vignette,
) -> None:
    advice = _asked(vignette)

    answer = tuple((role.role, role.status.name) for role in advice.recommended)

    if vignette.ordered:
        assert vignette.recommended == answer
    else:
        assert sorted(vignette.recommended) == sorted(answer)


@pytest.mark.parametrize("vignette", CASES)
def test_what_nobody_will_hold_is_said_with_a_reason(vignette: Vignette) -> None:
    advice = _asked(vignette)

    unexplained = [missing.duty for missing in advice.missing if not missing.because]

    assert (vignette.missing, []) == (frozenset(m.duty for m in advice.missing), unexplained)


@pytest.mark.parametrize("vignette", CASES)
def test_needs_that_contradict_each_other_are_named(vignette: Vignette) -> None:
    advice = _asked(vignette)

    assert vignette.contradictions == frozenset(map(frozenset, advice.contradictions))


@pytest.mark.parametrize("vignette", CASES)
def test_no_duty_is_both_held_and_missing(vignette: Vignette) -> None:
    advice = _asked(vignette)

    reachable = (r for r in advice.recommended if r.status.name != "NOBODY_IN_REACH")
    held = {duty for role in reachable for duty in role.duties}

    assert held.isdisjoint(missing.duty for missing in advice.missing)


@pytest.mark.parametrize(("vignette", "flip"), FLIPS)
def test_a_change_that_matters_is_listed_with_the_roles_it_leads_to(
    vignette: Vignette, flip: Flip
) -> None:
    listed = [
        (change.kind.name, str(change.value), frozenset(change.becomes))
        for change in _asked(vignette).would_change_if
    ]

    assert flip in listed


@pytest.mark.parametrize(("vignette", "flip"), FLIPS)
def test_a_change_that_matters_leads_to_the_answer_it_lists(vignette: Vignette, flip: Flip) -> None:
    kind, value, becomes = flip
    change = next(
        change
        for change in _asked(vignette).would_change_if
        if (change.kind.name, change.value) == (kind, value)
    )

    after = _decided_again(vignette, change)

    assert becomes == frozenset(after.roles)


@pytest.mark.parametrize("vignette", CASES)
def test_every_listed_change_changes_the_answer_and_becomes_what_it_says(
    vignette: Vignette,
) -> None:
    before = _asked(vignette)

    untrue = [
        (change.kind.name, change.value)
        for change in before.would_change_if
        for after in (_decided_again(vignette, change),)
        if after.answer == _answer(before) or frozenset(change.becomes) != frozenset(after.roles)
    ]

    assert untrue == []


def _asked(vignette: Vignette, /) -> RoleAdvice:
    return _advice(vignette.name)


@cache
def _advice(name: str, /) -> RoleAdvice:
    (vignette,) = (one for one in VIGNETTES if one.name == name)
    return advise_roles(
        Client(**vignette.client),
        as_of=vignette.as_of,
        team=_team(vignette),
        pool=_pool(vignette),
    )


def _decided_again(vignette: Vignette, change: Change, /) -> Decision:
    # The whole advice would try all changes of the change as well.
    after = change.apply(
        Client(**vignette.client), as_of=vignette.as_of, team=_team(vignette), pool=_pool(vignette)
    )
    return decide(after, STANDARD, as_of=vignette.as_of)


def _answer(advice: RoleAdvice, /) -> tuple[frozenset[tuple[str, Status]], frozenset[str]]:
    return (
        frozenset((role.role, role.status) for role in advice.recommended),
        frozenset(missing.duty for missing in advice.missing),
    )


def _team(vignette: Vignette, /) -> Team | None:
    if vignette.team is None:
        return None
    return Team(
        id=vignette.team["id"],
        client_id=vignette.client["id"],
        memberships=tuple(map(_membership, vignette.team["memberships"])),
        professionals=tuple(map(_professional, vignette.team.get("professionals", ()))),
    )


def _pool(vignette: Vignette, /) -> tuple[Professional, ...] | None:
    return None if vignette.pool is None else tuple(map(_professional, vignette.pool))


def _membership(data: MembershipData, /) -> Membership:
    return Membership(
        person_id=data["person_id"], role=data["role"], period=_period(data["period"])
    )


def _professional(data: ProfessionalData, /) -> Professional:
    licences = data["licences"]
    return Professional(
        id=data["id"],
        roles=data["roles"],
        licences=None if licences is None else tuple(map(_licence, licences)),
        jurisdictions=data.get("jurisdictions"),
        settings=data.get("settings"),
        leave=tuple(Leave(_period(span)) for span in data.get("leave", ())),
        caseload_limit=data.get("caseload_limit"),
        caseload=data.get("caseload"),
        weekly_hours=data.get("weekly_hours"),
    )


def _licence(data: LicenceData, /) -> Licence:
    return Licence(
        credential=data["credential"],
        jurisdiction=data["jurisdiction"],
        period=_period(data["period"]),
        multistate=data["multistate"],
    )


def _period(span: Span, /) -> Period:
    start, end = span
    return Period(start, end)
