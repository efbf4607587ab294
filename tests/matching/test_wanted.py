"""What clients want: the roles that somebody has to be engaged for, and what that asks."""

import attrs
import pytest

from carecore.base.identity import role_id
from carecore.catalogue import STANDARD
from carecore.errors import UnknownId
from carecore.matching.wanted import Wishes
from carecore.people import Membership, Team

from .ranked import CLIENT, DAY, ROLE


def test_clients_in_the_same_situation_want_the_same_and_are_asked_once() -> None:
    wishes = Wishes(STANDARD, DAY)

    (one,), _ = wishes.of(CLIENT, None, None)
    (other,), _ = wishes.of(attrs.evolve(CLIENT, id="c-2", languages=("pt",)), None, None)

    assert (one.key, other.key) == (("c-1", ROLE), ("c-2", ROLE))
    assert other.opening.asked is one.opening.asked


def test_a_client_whose_team_has_somebody_wants_nobody_else() -> None:
    team = Team(id="t-1", client_id="c-1", memberships=[Membership(person_id="p-1", role=ROLE)])

    assert Wishes(STANDARD, DAY).of(CLIENT, team, None) == ([], "care manager (assigned)")


def test_a_role_that_is_named_is_wanted_whoever_is_there() -> None:
    team = Team(id="t-1", client_id="c-1", memberships=[Membership(person_id="p-1", role=ROLE)])

    (one,), told = Wishes(STANDARD, DAY).of(CLIENT, team, role_id(ROLE))

    assert (one.key, one.points, told) == (("c-1", ROLE), 2, "")


def test_a_role_that_the_catalogue_lacks_is_refused() -> None:
    with pytest.raises(UnknownId):
        Wishes(STANDARD, DAY).of(CLIENT, None, role_id("no_such_role"))
