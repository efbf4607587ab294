"""Clients who come together, and clients who may not share a professional."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.catalogue import STANDARD
from carecore.codec import dumps, loads
from carecore.errors import (
    CareError,
    InvalidValue,
    ManyFaults,
    NeedsSolver,
    RefusedAnswer,
    UnknownId,
    WrongType,
)
from carecore.extra.solvers import HighsSolver, OrToolsFlow
from carecore.flows import GeneralPanel, Proposal
from carecore.matching import (
    STANDARD_POLICY,
    Allocation,
    Bond,
    Opening,
    Sharing,
    UnplacedBecause,
    allocate,
)
from carecore.matching.candidates import Choices
from carecore.matching.togetherness import company_of, grouping_of
from carecore.matching.wanted import Wanted
from carecore.people import Client, Professional

from .ranked import CLIENT, DAY, FITTING, ROLE

PRICED = Sharing(name="priced", waiting=40, broken_bond=7, evenness=10)
OPEN = STANDARD_POLICY.admitting("language", "jurisdiction", "care_setting", "caseload")


def client(key: str, **fields: Any) -> Client:  # noqa: ANN401 # any field
    """Somebody like the client of the rankings, of one point."""
    return attrs.evolve(CLIENT, id=key, **{"caseload_points": 1, **fields})


def pro(key: str, limit: int = 1, **fields: Any) -> Professional:  # noqa: ANN401 # any field
    """Somebody who fits, with so many places."""
    return attrs.evolve(FITTING, id=key, caseload_limit=limit, caseload=0, **fields)


def shared(
    clients: Sequence[Client],
    pool: Sequence[Professional],
    **told: Any,  # noqa: ANN401 # any argument
) -> Allocation:
    """Who gets whom."""
    return allocate(clients, pool, role=ROLE, as_of=DAY, **told)


def who(allocation: Allocation) -> dict[str, str]:
    """Who has whom."""
    return {str(one.client_id): str(one.professional_id) for one in allocation.placements}


def why(allocation: Allocation) -> dict[str, tuple[UnplacedBecause, str]]:
    """Who waits, and why."""
    return {str(one.client_id): (one.because, one.text) for one in allocation.unplaced}


THREE = [client("c-1"), client("c-2"), client("c-3")]


def test_those_who_stay_together_come_to_one_professional() -> None:
    pool = [pro("p-1"), pro("p-2", 2)]

    found = shared(THREE, pool, together=[["c-3", "c-1"]])

    assert who(found) == {"c-1": "p-2", "c-2": "p-1", "c-3": "p-2"}
    assert [one.together for one in found.placements] == [("c-3",), (), ("c-1",)]


def test_it_is_proved_as_any_other_allocation() -> None:
    found = shared(THREE[:2], [pro("p-1", 2), pro("p-2", 2)], together=[["c-1", "c-2"]])

    assert found.certificate.is_optimal
    assert found.certificate.method == "minimum-cost flow of carecore"
    assert [one.runner_up for one in found.placements] == ["p-2", "p-2"]


def test_they_wait_together_where_nobody_has_room_for_all() -> None:
    found = shared(THREE, [pro("p-1"), pro("p-2")], together=[["c-1", "c-2"]])

    text = "2 fit all 2 who stay together, and nobody has room for their 2 points"
    assert who(found) == {"c-3": "p-1"}
    assert why(found) == dict.fromkeys(("c-1", "c-2"), (UnplacedBecause.TOGETHER, text))
    assert [one.together for one in found.unplaced] == [("c-2",), ("c-1",)]


def test_they_wait_together_where_nobody_fits_all_of_them() -> None:
    polish = client("c-2", languages=("pl",), caseload_points=2)
    pool = [pro("p-1", 5), pro("p-2", 5, languages=("pl",))]
    english = client("c-1", languages=("en",))

    found = shared([english, polish], pool, together=[["c-1", "c-2"]])

    text = "1 fits, and nobody fits all 2 who stay together"
    assert why(found) == dict.fromkeys(("c-1", "c-2"), (UnplacedBecause.TOGETHER, text))


def test_whoever_fits_nobody_has_the_own_reason() -> None:
    german = client("c-2", languages=("de",))

    found = shared([THREE[0], german], [pro("p-1", 5)], together=[["c-1", "c-2"]])

    assert why(found)["c-2"][0] is UnplacedBecause.NOBODY_FITS
    assert why(found)["c-1"][0] is UnplacedBecause.TOGETHER


def test_they_wait_together_where_all_places_are_taken() -> None:
    pool = [pro("p-1", 2)]
    pins = [Bond(client_id="c-3", role=ROLE, professional_id="p-1")]

    found = shared(THREE, pool, together=[["c-1", "c-2"]], pins=pins)

    text = "1 fits all 2 who stay together, and all their places are taken"
    assert why(found) == dict.fromkeys(("c-1", "c-2"), (UnplacedBecause.NO_ROOM, text))


def test_they_wait_together_where_that_costs_less() -> None:
    dear = Sharing(name="dear", waiting=0, evenness=1_000)

    found = shared(THREE[:2], [pro("p-1", 2)], together=[["c-1", "c-2"]], sharing=dear)

    text = "1 fits all 2 who stay together, and to place them would cost more than to wait"
    assert why(found) == dict.fromkeys(("c-1", "c-2"), (UnplacedBecause.COSTS_MORE, text))


def test_they_stay_together_in_each_role_that_both_want() -> None:
    # Nobody is named for a role here, so each client wants what advice asks for.
    both = [client("c-1"), client("c-2", needs=())]

    found = allocate(both, [pro("p-1", 2)], as_of=DAY, together=[["c-1", "c-2"]])

    assert who(found) == {"c-1": "p-1"}
    assert found.placements[0].together == ()


def test_a_client_who_has_no_points_comes_along() -> None:
    panel = [client("c-1", caseload_points=0), client("c-2", caseload_points=0), client("c-3")]

    found = shared(panel, [pro("p-1"), pro("p-2")], together=[["c-1", "c-2"]])

    assert who(found)["c-1"] == who(found)["c-2"]


def test_a_pin_of_one_is_a_pin_of_all() -> None:
    pins = [Bond(client_id="c-1", role=ROLE, professional_id="p-2")]

    found = shared(THREE[:2], [pro("p-1", 2), pro("p-2", 2)], together=[["c-1", "c-2"]], pins=pins)

    assert who(found) == {"c-1": "p-2", "c-2": "p-2"}
    assert [one.margin for one in found.placements] == [None, None]


def test_those_kept_apart_need_a_solver() -> None:
    with pytest.raises(NeedsSolver) as caught:
        shared(THREE, [pro("p-1", 3)], apart=[["c-1", "c-3"]])

    assert str(caught.value) == (
        "$apart: this takes a solver: 'c-1' and 'c-3' may not share a professional. "
        'Maybe pip install "carecore[solver]" and pass solver=HighsSolver().'
    )
    assert caught.value.reasons == ("'c-1' and 'c-3' may not share a professional",)


def test_a_flow_of_others_is_no_solver_for_that() -> None:
    with pytest.raises(NeedsSolver):
        shared(THREE, [pro("p-1", 3)], apart=[["c-1", "c-3"]], solver=OrToolsFlow())


def test_those_who_could_never_meet_need_none() -> None:
    panel = [client("c-1", languages=("en",)), client("c-2", languages=("pl",))]
    pool = [pro("p-1"), pro("p-2", languages=("pl",))]

    found = shared(panel, pool, apart=[["c-1", "c-2"]])

    assert who(found) == {"c-1": "p-1", "c-2": "p-2"}
    assert found.certificate.is_optimal


def test_those_kept_apart_come_to_different_professionals() -> None:
    pool = [pro("p-1", 3), pro("p-2", 3)]

    found = shared(THREE, pool, apart=[["c-1", "c-3"]], solver=HighsSolver())

    assert who(found)["c-1"] != who(found)["c-3"]
    assert [one.apart for one in found.placements] == [("c-3",), (), ("c-1",)]
    assert found.certificate.method.startswith("HiGHS 1.")
    assert found.certificate.method.endswith("nodes), checked by carecore")


def test_one_waits_where_only_a_rival_has_room() -> None:
    found = shared(THREE[:2], [pro("p-1", 2)], apart=[["c-1", "c-2"]], solver=HighsSolver())

    text = "1 fits, and whoever has room has somebody from whom the client is kept apart"
    assert list(why(found).values()) == [(UnplacedBecause.APART, text)]
    assert [one.apart for one in found.unplaced] in ([("c-1",)], [("c-2",)])


def test_one_waits_for_the_usual_reason_where_everybody_is_full() -> None:
    found = shared(THREE, [pro("p-1")], apart=[["c-1", "c-2"]], solver=HighsSolver())

    assert {because for because, _ in why(found).values()} == {UnplacedBecause.NO_ROOM}


def test_what_only_the_solver_claims_is_told_as_its_claim() -> None:
    panel = [client(f"c-{number}") for number in range(4)]
    groups = [["c-0", "c-1", "c-2", "c-3"]]

    found = shared(panel, [pro("p-1", 4), pro("p-2", 1)], apart=groups, solver=HighsSolver())

    proof = found.certificate
    assert (proof.is_optimal, proof.is_claimed_optimal) == (False, True)
    assert proof.claimed_bound == proof.cost
    line = f"optimal as {proof.claimed_by} claims; our own bound leaves a gap of {proof.gap}"
    assert line in to_text(found.outline())
    assert "proved" not in to_text(found.outline())
    assert loads(dumps(found), Allocation) == found


@attrs.frozen
class Timid:
    """A solver that lets everybody wait, and claims a little."""

    claims: int | None = None
    drops: bool = False

    def propose(self, panel: GeneralPanel, /) -> Proposal:
        """Everybody waits."""
        count = len(panel.clients) - self.drops
        return Proposal(
            places=(None,) * count,
            prices=(0,) * len(panel.slots),
            claimed_bound=self.claims,
            solver="Timid",
            version="0.1",
        )


def test_a_gap_is_said_with_what_the_solver_claims() -> None:
    told: dict[str, Any] = {"apart": [["c-1", "c-2"]], "sharing": Sharing(name="w", waiting=4000)}
    least = shared(THREE, [pro("p-1", 3)], solver=Timid(), **told).certificate.bound

    found = shared(THREE, [pro("p-1", 3)], solver=Timid(claims=least + 1), **told)

    text = to_text(found.outline())
    proof = found.certificate
    assert f"no other allocation costs less than {proof.bound}, which is {proof.gap} less" in text
    assert "found by: Timid 0.1, checked by carecore" in text
    assert (proof.claimed_by, proof.claimed_bound) == ("Timid 0.1", least + 1)
    assert f"Timid 0.1 claims: none costs less than {least + 1}" in text


@pytest.mark.parametrize(
    ("solver", "fault"),
    [
        (Timid(claims=10**9), "it claims that nothing costs less than 1000000000, and its own"),
        (Timid(drops=True), "2 places for 3 clients"),
    ],
)
def test_a_solver_that_lies_is_refused_by_name(solver: Timid, fault: str) -> None:
    with pytest.raises(RefusedAnswer) as caught:
        shared(THREE, [pro("p-1", 3)], apart=[["c-1", "c-2"]], solver=solver)

    assert str(caught.value).startswith(f"$solver: the answer of Timid 0.1 is refused: {fault}")


def test_clients_of_unlike_weight_are_put_to_the_solver() -> None:
    panel = [client(f"c-{n}", caseload_points=1 + n % 3) for n in range(9)]
    pool = [pro(f"p-{n}", 5) for n in range(4)]

    mine = shared(panel, pool)
    theirs = shared(panel, pool, solver=HighsSolver())

    assert theirs.costs.total <= mine.costs.total
    assert theirs.certificate.is_optimal or theirs.certificate.is_claimed_optimal


def test_clients_of_like_weight_are_shared_out_by_the_core_whatever_solver_there_is() -> None:
    pool = [pro("p-1", 2), pro("p-2", 2)]

    assert shared(THREE, pool, solver=HighsSolver()) == shared(THREE, pool)


def test_company_is_told_in_the_answer() -> None:
    panel = [*THREE, client("c-4")]
    pool = [pro("p-1", 4), pro("p-2", 4), pro("p-3", 4)]

    found = shared(
        panel,
        pool,
        together=[["c-1", "c-2"]],
        apart=[["c-4", "c-1", "c-3"]],
        solver=HighsSolver(),
    )

    text = to_text(found.outline())
    assert "kept together: c-1, c-2" in text
    assert "kept apart: c-1 from c-3, c-4" in text
    assert "kept apart: c-3 from c-4" in text
    assert who(found)["c-1"] == who(found)["c-2"]
    assert len({who(found)[key] for key in ("c-1", "c-3", "c-4")}) == 3


def choice(key: str, role: str) -> Choices:
    """What one client wants in one role."""
    opening = Opening(client=client(key), role=role, as_of=DAY, team=None, catalogue=STANDARD)
    return Choices(
        wanted=Wanted(opening=opening),
        places=[0],
        scores=[()],
        costs=[0],
        wait=9,
        undecided=0,
        before=None,
        pin=None,
    )


def test_apart_holds_across_roles_and_together_in_each() -> None:
    wanted = [("c-1", "care_manager"), ("c-1", "case_manager"), ("c-2", "care_manager")]
    choices = [choice(key, role) for key, role in wanted]

    apart = company_of(grouping_of([], [["c-1", "c-2"]]), choices)
    together = company_of(grouping_of([["c-1", "c-2"]], []), choices)

    assert apart.apart == [(0, 2), (1, 2)]
    assert apart.apart_from(2) == ("c-1",)
    assert together.together == [(0, 2)]
    assert [one.members for one in together.parties()] == [(0, 2), (1,)]


@pytest.mark.parametrize(
    ("told", "error", "text"),
    [
        (
            {"together": [["c-1", "c-9"]]},
            UnknownId,
            "$together[0][1]: there is no client 'c-9'. Maybe 'c-",
        ),
        ({"apart": [["c-9", "c-1"]]}, UnknownId, "$apart[0][0]: there is no client 'c-9'. Maybe"),
        (
            {"together": [["c-1", "c-1"]]},
            InvalidValue,
            "$together[0][1]: the client 'c-1' stands twice. Maybe remove one.",
        ),
        (
            {"apart": [["c-1"]]},
            InvalidValue,
            "$apart[0]: the group names 1 client. Maybe name two or more.",
        ),
        (
            {"apart": [[]]},
            InvalidValue,
            "$apart[0]: the group names 0 clients. Maybe name two or more.",
        ),
        ({"apart": ["c-1"]}, WrongType, "$apart[0]: a list of client ids is wanted, and this is"),
        ({"together": "c-1"}, WrongType, "$together: a list of groups is wanted, and this is text"),
        (
            {"together": [["c-1", "c-2"], ["c-3", "c-2"]]},
            InvalidValue,
            "$together[1]: the client 'c-2' stays together with two groups. Maybe make them one",
        ),
        (
            {"together": [["c-1", "c-2"]], "apart": [["c-3", "c-2", "c-1"]]},
            InvalidValue,
            "$apart[0]: 'c-2' and 'c-1' stay together as well. Maybe one of the two is meant.",
        ),
        ({"solver": "HiGHS"}, WrongType, "$solver: this is text, 5 characters, and a solver is"),
        ({"solver": HighsSolver}, WrongType, "$solver: this is the class HighsSolver, and one of"),
        ({"solver": OrToolsFlow}, WrongType, "$solver: this is the class OrToolsFlow, and one of"),
    ],
)
def test_groups_that_make_no_sense_are_refused(
    told: dict[str, Any], error: type[CareError], text: str
) -> None:
    with pytest.raises(error) as caught:
        shared(THREE, [pro("p-1", 3)], **told)

    assert str(caught.value).startswith(text)


def test_several_faults_are_told_together() -> None:
    with pytest.raises(ManyFaults) as caught:
        shared(THREE, [pro("p-1", 3)], together=[["c-1", "c-8"]], apart=[["c-9", "c-2"]])

    assert [one.place for one in caught.value.faults] == ["$together[0][1]", "$apart[0][0]"]


def pin(key: str, to: str) -> Bond:
    """A client fixed to somebody."""
    return Bond(client_id=key, role=ROLE, professional_id=to)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            {"together": [["c-1", "c-2"]], "pins": [pin("c-1", "p-1"), pin("c-2", "p-2")]},
            "$pins: 'c-1' and 'c-2' stay together, and are pinned to several. Maybe pin one of",
        ),
        (
            {"together": [["c-1", "c-2"]], "pins": [pin("c-1", "p-3")]},
            "$pins: whom one of 'c-1' and 'c-2' is pinned to does not fit all of them. Maybe pin",
        ),
        (
            {"apart": [["c-1", "c-3"]], "pins": [pin("c-1", "p-1"), pin("c-3", "p-1")]},
            "$pins: 'c-1' and 'c-3' are kept apart, and pinned to the same. Maybe pin one of",
        ),
        (
            {"together": [["c-1", "c-2", "c-3"]], "pins": [pin("c-1", "p-1")]},
            "$pins: 3 points are pinned to 'p-1', and 2 are free. Maybe pin fewer clients.",
        ),
    ],
)
def test_pins_that_contradict_the_groups_are_refused(told: dict[str, Any], text: str) -> None:
    panel = [THREE[0], client("c-2", languages=("en",)), THREE[2]]
    pool = [pro("p-1", 2), pro("p-2", 2), pro("p-3", 3, languages=("pl",))]

    with pytest.raises(InvalidValue) as caught:
        shared(panel, pool, **told)

    assert str(caught.value).startswith(text)


@settings(max_examples=12)
@given(
    weights=st.lists(st.integers(0, 3), min_size=3, max_size=3),
    limits=st.lists(st.integers(0, 5), min_size=1, max_size=2),
    together=st.sampled_from([[], [["c-0", "c-1"]], [["c-0", "c-2"]]]),
    apart=st.sampled_from([[], [["c-1", "c-2"]]]),
)
def test_no_way_to_share_out_with_company_costs_less(
    weights: list[int], limits: list[int], together: list[list[str]], apart: list[list[str]]
) -> None:
    panel = [client(f"c-{n}", caseload_points=points) for n, points in enumerate(weights)]
    pool = [pro(f"p-{n}", limit) for n, limit in enumerate(limits)]
    groups: dict[str, Any] = {"together": together, "apart": apart, "solver": HighsSolver()}

    found = shared(panel, pool, policy=OPEN, sharing=PRICED, **groups)

    costs: list[int] = []
    for places in product([None, *(str(one.id) for one in pool)], repeat=3):
        has = dict(zip([str(one.id) for one in panel], places, strict=True))
        met = [group for group in together if len({has[key] for key in group}) > 1]
        met += [group for group in apart if has[group[0]] == has[group[1]] is not None]
        pins = [pin(key, place) for key, place in has.items() if place is not None]
        bars = [pin(key, one.id) for key, place in has.items() if place is None for one in pool]
        try:
            fixed = shared(panel, pool, policy=OPEN, sharing=PRICED, pins=pins, barred=bars)
        except (InvalidValue, ManyFaults):
            continue
        costs += [] if met else [fixed.costs.total]
    assert found.costs.total == min(costs)


def test_whoever_takes_up_nothing_waits_where_that_costs_less() -> None:
    free = Sharing(name="free", waiting=0)

    found = shared([client("c-1", caseload_points=0), client("c-2")], [pro("p-1")], sharing=free)

    assert (found.placements, found.costs.total) == ((), 0)
    assert found.certificate.is_optimal
