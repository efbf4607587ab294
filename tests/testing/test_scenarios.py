"""The made-up people are as their story tells."""

from datetime import datetime
from typing import Any

import attrs
import pytest

from carecore.catalogue import STANDARD
from carecore.errors import WrongType
from carecore.people import Professional
from carecore.testing import Scenario, older_traveller

STORY = older_traveller()


def test_a_story_is_the_same_each_time_it_is_told() -> None:
    assert older_traveller() == STORY


def test_the_older_traveller_is_as_old_as_the_story_says() -> None:
    birth = STORY.client.birth_date
    assert birth is not None

    assert (birth.age_on(STORY.as_of), "81" in STORY.story) == ((80, 81), True)


def test_the_catalogue_knows_what_the_story_needs() -> None:
    needs = STORY.client.needs or ()

    assert [STANDARD.need(need).id for need in needs] == list(needs)


def test_the_catalogue_knows_where_the_story_begins() -> None:
    assert STANDARD.care_setting(STORY.client.setting or "").id == "acute_ward"


@pytest.mark.parametrize("person", STORY.pool, ids=repr)
def test_the_catalogue_knows_what_those_in_reach_are(person: Professional) -> None:
    roles = [STANDARD.role(role).id for role in person.roles]
    licences = [STANDARD.credential(one.credential).id for one in person.licences or ()]

    assert (roles, licences) == (
        list(person.roles),
        [one.credential for one in person.licences or ()],
    )


def test_one_of_those_in_reach_is_not_available() -> None:
    assert [person.places_free(as_of=STORY.as_of) for person in STORY.pool] == [3, 12, 0]


@pytest.mark.parametrize(
    "parts",
    [
        {"client": "c-17"},
        {"client": None},
        {"as_of": datetime(2026, 11, 23)},
        {"as_of": None},
        {"pool": STORY.pool[0]},
        {"pool": ["p-1"]},
        {"title": 3},
    ],
)
def test_a_story_is_about_a_client_on_a_day(parts: dict[str, Any]) -> None:
    with pytest.raises(WrongType):
        attrs.evolve(STORY, **parts)


def test_a_story_needs_nobody_in_reach() -> None:
    alone = Scenario(
        title="alone", story="nobody came", client=STORY.client, pool=(), as_of=STORY.as_of
    )

    assert alone.pool == ()
