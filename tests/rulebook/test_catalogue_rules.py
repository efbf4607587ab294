"""Whether the catalogue knows what a plan names."""

from typing import Any

import pytest

from carecore.catalogue import STANDARD
from carecore.duties import Duty
from carecore.medications import MedicationList
from carecore.people import Client, Membership, Professional, Representative, Team
from carecore.plans import Activity, Concern, Goal, Stage, Visit
from carecore.record import Event, EventKind, Record
from carecore.recovery import Timeline
from carecore.rights import Acknowledgement
from carecore.transitions import Transition

from .asked import DAY, asked, plan, said

NOTHING_NEAR = "Maybe it is a word of your own, to extend the catalogue by."


@pytest.mark.parametrize(
    ("parts", "place", "kind"),
    [
        ({"client": Client(id="c-17", setting="zz")}, "$.client.setting", "care setting"),
        ({"client": Client(id="c-17", needs=("zz",))}, "$.client.needs[0]", "need"),
        (
            {"team": Team(id="t-1", memberships=(Membership(person_id="p-1", role="zz"),))},
            "$.team.memberships[0].role",
            "role",
        ),
        (
            {"team": Team(id="t-1", professionals=(Professional(id="p-1", roles=("zz",)),))},
            "$.team.professionals[0].roles[0]",
            "role",
        ),
        (
            {"team": Team(id="t-1", professionals=(Professional(id="p-1", settings=("zz",)),))},
            "$.team.professionals[0].settings[0]",
            "care setting",
        ),
        (
            {"record": Record(events=(Event(id="e-1", kind=EventKind.VISIT, setting="zz"),))},
            "$.record.events[0].setting",
            "care setting",
        ),
        ({"concerns": (Concern(id="con-1", domain="zz"),)}, "$.concerns[0].domain", "domain"),
        (
            {"stages": (Stage(id="s-1", name="ward", setting="zz"),)},
            "$.stages[0].setting",
            "care setting",
        ),
        ({"goals": (Goal(id="goal-1", domain="zz"),)}, "$.goals[0].domain", "domain"),
        ({"activities": (Activity(id="a-1", duty="zz"),)}, "$.activities[0].duty", "duty"),
        ({"visits": (Visit(id="v-1", setting="zz"),)}, "$.visits[0].setting", "care setting"),
        (
            {"transitions": (Transition(id="tr-1", from_setting="zz"),)},
            "$.transitions[0].from_setting",
            "care setting",
        ),
        (
            {"transitions": (Transition(id="tr-1", to_setting="zz"),)},
            "$.transitions[0].to_setting",
            "care setting",
        ),
        (
            {"medication_lists": (MedicationList(id="l-1", setting="zz"),)},
            "$.medication_lists[0].setting",
            "care setting",
        ),
        (
            {"acknowledgements": (Acknowledgement(right="zz", by="c-17"),)},
            "$.acknowledgements[0].right",
            "right",
        ),
        (
            {"timeline": Timeline(id="tl-1", anchor=DAY, pathway="zz")},
            "$.timeline.pathway",
            "pathway",
        ),
    ],
)
def test_what_no_entry_has_is_told(parts: dict[str, Any], place: str, kind: str) -> None:
    assert said("P104", plan(**parts)) == [
        f"P104 warning at {place}: the catalogue knows no {kind} 'zz'. {NOTHING_NEAR}"
    ]


def test_a_slip_of_the_pen_gets_what_comes_near() -> None:
    assert said("P104", plan(activities=(Activity(id="a-1", duty="watch_mod"),))) == [
        (
            "P104 warning at $.activities[0].duty: the catalogue knows no duty 'watch_mod'. "
            "Maybe 'watch_mood'."
        )
    ]


def test_what_is_used_often_is_told_once_with_every_place() -> None:
    activities = (
        Activity(id="a-1", duty="zz"),
        Activity(id="a-2", duty="watch_mood"),
        Activity(id="a-3", duty="zz"),
    )

    (finding,) = asked("P104", plan(activities=activities)).findings

    assert finding.facts[0].seen == ("$.activities[0].duty", "$.activities[2].duty")


def test_what_comes_near_is_looked_for_a_few_times_only() -> None:
    activities = tuple(Activity(id=f"a-{n}", duty=f"watch_mood{n}") for n in range(12))

    lines = said("P104", plan(activities=activities))

    assert [line.endswith(NOTHING_NEAR) for line in lines].count(True) == 2


def test_what_the_catalogue_knows_is_left_alone() -> None:
    made = plan(
        client=Client(id="c-17", setting="acute_ward", needs=("losing_heart",)),
        team=Team(
            id="t-1",
            memberships=(Membership(person_id="p-1", role="care_manager"),),
            professionals=(Professional(id="p-1", roles=("care_manager",)),),
        ),
        activities=(Activity(id="a-1", duty="watch_mood"), Activity(id="a-2")),
        goals=(Goal(id="goal-1", domain="mood"), Goal(id="goal-2")),
        timeline=Timeline(id="tl-1", anchor=DAY),
        acknowledgements=(Acknowledgement(right="see_own_record", by="c-17"),),
    )

    assert said("P104", made) == []
    assert said("P104", plan()) == []


def test_a_role_that_nobody_tells_is_not_looked_up() -> None:
    stays = (Membership(person_id="p-1"), Membership(person_id="p-2", role="wizard"))

    (line,) = said("P104", plan(team=Team(id="t-1", memberships=stays)))

    assert line.startswith("P104 warning at $.team.memberships[1].role")


def test_a_catalogue_that_was_extended_knows_words_of_ones_own() -> None:
    mine = Duty(id="walk_the_dog", name="walk the dog", description="The dog is walked.")
    made = plan(activities=(Activity(id="a-1", duty="walk_the_dog"),))

    assert len(said("P104", made)) == 1
    assert said("P104", made, catalogue=STANDARD.extend(duties=[mine])) == []


def test_what_the_client_and_the_family_are_in_the_team_is_no_role_of_staff() -> None:
    daughter = Representative(id="r-1")
    stays = [Membership(person_id=one, role="zz") for one in ("c-17", "r-1", "p-1")]
    made = plan(
        client=Client(id="c-17", representatives=(daughter,)),
        team=Team(id="t-1", memberships=stays),
    )

    assert said("P104", made) == [
        (
            "P104 warning at $.team.memberships[2].role: the catalogue knows no role 'zz'. "
            f"{NOTHING_NEAR}"
        )
    ]
