"""Criteria that break a promise are caught, and good ones are not."""

from datetime import date
from typing import Any

import attrs
import pytest

from carecore.base.timing import Period
from carecore.errors import WrongType
from carecore.matching import CriterionKind, Judgement, Opening, StandardCriterion
from carecore.people import Professional
from carecore.testing import traveller_pool
from carecore.testing.conformance import check_criterion
from carecore.testing.conformance.drawing import first_drawn
from carecore.testing.conformance.meetings import Meeting, drawn_meetings, mixed

from ..matching.ranked import Mornings, Neighbours
from . import broken_criteria as broken
from .broken_criteria import Made, MadeInBulk, hours


def complaint(criterion: Any, **fields: Any) -> str:  # noqa: ANN401 # of any type
    """What is said of a criterion that breaks a promise."""
    with pytest.raises(AssertionError) as caught:
        check_criterion(criterion, **{"examples": 1, **fields})
    return str(caught.value)


@pytest.mark.parametrize("kind", CriterionKind, ids=lambda kind: kind.value)
def test_the_criteria_that_ship_keep_their_promises(kind: CriterionKind) -> None:
    wanted = ("p-lucia",) if kind is CriterionKind.CONTINUITY else ()
    soft = StandardCriterion(id="asked", kind=kind, is_hard=False, weight=7, wanted=wanted)

    check_criterion(soft, examples=1)


@pytest.mark.parametrize(
    "criterion",
    [
        Mornings(),
        Mornings(is_hard=False),
        Made(),
        MadeInBulk(),
        Neighbours(),
        Neighbours(is_hard=False, favours=("p-lucia", "p-1")),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_good_criterion_is_let_through(criterion: Any) -> None:  # noqa: ANN401 # of any type
    check_criterion(criterion, examples=2)


@pytest.mark.parametrize(
    ("criterion", "what"),
    [
        (Made(says=broken.reads_the_clock), "calls date.today, and a criterion asks nothing but"),
        (Made(says=broken.reads_the_environment), "calls os, and a criterion asks nothing but"),
        (Made(says=broken.rolls_dice), "says something else when it is asked again"),
        (Made(says=broken.remembering()), "says something else when it is asked again"),
        (Made(says=broken.compares_by_identity), "says something else of an equal pair"),
        (Made(says=broken.speaks_for_another), "'made' gave a judgement of another one"),
        (Made(says=broken.gives_too_much, is_hard=False), "gave 4 points, and 3 is the most"),
        (Made(says=broken.gives_nothing), "gave None, and a Judgement is wanted"),
        (Made(says=broken.needs_a_limit), "(TypeError)"),
        (Made(says=broken.shows_a_name), "shows what is personal, $.name"),
        (Made(says=broken.shows_who), "shows what is personal, $.name"),
        (
            Made(helps=broken.unhelpful),
            "is not met after its remedies, and asks for the same again",
        ),
        (Made(helps=broken.of_another), "'made' gave a remedy of another one"),
        (Made(helps=broken.no_remedies), "(TypeError)"),
        (Made(weight=-1), "it cannot stand in a policy: $.criteria[0].weight:"),
        (Made, "it cannot stand in a policy: $.criteria[0]: this is the class Made"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_criterion_that_breaks_a_promise_is_caught(criterion: Any, what: str) -> None:  # noqa: ANN401 # of any type
    assert what in complaint(criterion)


def _with_settings(person: Professional) -> object:
    return person.settings


def _breaks(_: object) -> object:
    raise KeyError("nothing")


def _in_setting(opening: Any) -> object:  # noqa: ANN401 # an opening
    return opening.client.setting


@pytest.mark.parametrize(
    ("criterion", "what"),
    [
        (
            MadeInBulk(says=broken.by_setting, wants=_in_setting),
            "who has the same; of",
        ),
        (
            MadeInBulk(says=broken.by_setting, holds=_with_settings),
            "in an opening that asks the same; of",
        ),
        (MadeInBulk(says=broken.by_id), "who has the same; of"),
        (MadeInBulk(says=broken.one_favourite), "who has the same; of"),
        (MadeInBulk(holds=lambda _: object()), "says that equal professionals have something else"),
        (MadeInBulk(holds=lambda person: [person.id]), "cannot say what 'p-ines' has (TypeError)"),
        (
            MadeInBulk(holds=_breaks),
            "cannot say what 'p-ines' has (KeyError)",
        ),
        (MadeInBulk(wants=lambda opening: {opening.role: 1}), "cannot say what an opening asks"),
        (
            MadeInBulk(wants=_breaks),
            "what an opening asks (KeyError)",
        ),
        (MadeInBulk(calls=lambda _: ["p-1"]), "names a value of type list, and a frozenset"),
        (MadeInBulk(calls=_breaks), "cannot say whom it names"),
    ],
)
def test_a_criterion_that_says_too_little_of_what_it_depends_on_is_caught(
    criterion: MadeInBulk, what: str
) -> None:
    assert what in complaint(criterion)


def test_whom_a_criterion_names_may_be_told_something_of_their_own() -> None:
    check_criterion(
        MadeInBulk(says=broken.one_favourite, calls=lambda _: frozenset({"p-ines"})), examples=1
    )


def test_a_fault_of_somebody_the_author_has_at_hand_is_found() -> None:
    def one_of_ours(criterion: Made, person: Professional, opening: Any) -> Any:  # noqa: ANN401
        if str(person.id) == "p-ours":
            return None
        return broken.hours(criterion, person, opening)

    criterion = Made(says=one_of_ours)
    check_criterion(criterion, examples=1)
    ours = attrs.evolve(traveller_pool()[0], id="p-ours")
    assert "and a Judgement is wanted; of 'p-ours' for" in complaint(
        criterion, professionals=[ours]
    )


def test_something_else_than_professionals_is_refused() -> None:
    untyped: Any = ["p-1"]

    for fields in ({"professionals": untyped}, {"openings": untyped}):
        with pytest.raises(WrongType):
            check_criterion(Made(), **fields)


def test_two_things_that_do_not_go_together_are_not_mixed() -> None:
    early, late = Period(date(2025, 1, 1), date(2025, 2, 1)), Period(date(2026, 1, 1))

    assert set(mixed(late, early)) == {Period(early.start)}


def _has_team(meeting: Meeting) -> bool:
    return meeting.openings[0].team is not None


def test_openings_with_a_team_are_drawn() -> None:
    (meeting,) = first_drawn(drawn_meetings(), _has_team, examples=200, is_small=False)

    assert len(meeting.people) == 2


def test_a_fault_that_only_drawn_openings_show_is_found() -> None:
    def stumbles(criterion: Made, person: Professional, opening: Opening) -> Judgement:
        if opening.client.conditions:
            raise ValueError("no conditions were thought of")
        return hours(criterion, person, opening)

    with pytest.raises(AssertionError, match=r"criterion 'made' breaks its word: .*ValueError"):
        check_criterion(Made(says=stumbles), examples=100)
