"""A catalogue: how an entry is looked up, and how one is extended."""

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.timing import Offset
from carecore.care_settings import CareSetting, CareSettingKind
from carecore.catalogue import STANDARD, Catalogue
from carecore.credentials import Compact, Credential, CredentialKind
from carecore.duties import Duty, Frame, FramePart
from carecore.errors import ManyFaults, UnknownId, WrongType
from carecore.needs import Need
from carecore.plans import Domain
from carecore.record import ConditionSign, EventKind, EventSign, EvidenceRule, ObservationSign
from carecore.recovery import Link, Milestone, Pathway
from carecore.rights import Right
from carecore.roles import (
    EmployerKind,
    Engagement,
    Exclusion,
    Role,
    Title,
    TitleConfidence,
    TitleUse,
)
from carecore.transitions import Clock, ClockKind, Gate
from carecore.travel import (
    BatteryRule,
    CertificateRule,
    DayLimit,
    EscortLevel,
    EscortRung,
    FlightCaution,
    NoticeRule,
)

from ..samples import CATALOGUE as SAMPLE
from ..samples import changed

SHELVES = {
    "care_settings": "care_setting",
    "credentials": "credential",
    "compacts": "compact",
    "duties": "duty",
    "roles": "role",
    "needs": "need",
    "dangers": "danger",
    "frames": "frame",
    "rights": "right",
    "domains": "domain",
    "pathways": "pathway",
    "gates": "gate",
    "clocks": "clock",
    "day_limits": "day_limit",
    "flight_cautions": "flight_caution",
    "notice_rules": "notice_rule",
    "certificate_rules": "certificate_rule",
    "battery_rules": "battery_rule",
}
LEFT = EventSign(kind=EventKind.DISCHARGE, setting="home")
SHOWN = EvidenceRule(all_of=(LEFT,), any_of=(ConditionSign(what="fever"),))
CALL = Clock(
    id="call",
    name="call",
    starts=EventSign(kind=EventKind.DISCHARGE),
    allowance=Offset(days=2),
    met_by=EventSign(kind=EventKind.CONTACT),
)
CATALOGUE = SAMPLE.extend(
    rights=(Right(id="be_told", name="be told", description="hear what is planned"),),
    domains=(Domain(id="mood", name="mood", description="how one feels"),),
    pathways=(
        Pathway(
            id="new_knee",
            name="new knee",
            index_day="the day of the operation",
            anchor_kind=EventKind.PROCEDURE,
            milestones=(
                Milestone(id="stand", name="stand up"),
                Milestone(id="home", name="be at home", evidence=SHOWN),
            ),
        ),
    ),
    gates=(Gate(id="agreed", name="agreed", from_settings=("home",), evidence=SHOWN),),
    clocks=(
        CALL,
        attrs.evolve(CALL, id="window", kind=ClockKind.WINDOW, met_by=None),
        attrs.evolve(CALL, id="shown", to_settings=("home",), met_by=SHOWN),
    ),
    day_limits=(DayLimit(id="limit", what="bypass", least=10, most=14),),
    flight_cautions=(FlightCaution(id="angina", name="angina", evidence=SHOWN, is_bar=True),),
    notice_rules=(NoticeRule(id="device", what="ventilator", hours=48),),
    certificate_rules=(CertificateRule(id="certificate", grounds=("stretcher",), days=10),),
    battery_rules=(BatteryRule(id="power", devices=("ventilator",), percent=150),),
    escort_rungs=(
        EscortRung(level=EscortLevel.NONE, name="nobody"),
        EscortRung(level=EscortLevel.NURSE, name="a nurse", duty="watch_mood", licences=("rn",)),
    ),
)
WALK = Need(id="walk_the_dog", words="who walks the dog?", duties=("watch_mood",))


@pytest.mark.parametrize(("shelf", "verb"), SHELVES.items())
def test_every_entry_is_found_by_its_id(shelf: str, verb: str) -> None:
    entries = getattr(STANDARD, shelf)

    assert [getattr(STANDARD, verb)(entry.id) for entry in entries] == list(entries)


@pytest.mark.parametrize("verb", SHELVES.values())
def test_an_id_that_is_not_there_is_named(verb: str) -> None:
    with pytest.raises(UnknownId) as caught:
        getattr(CATALOGUE, verb)("nowhere_at_all")
    assert (caught.value.kind, caught.value.value) == (verb.replace("_", " "), "nowhere_at_all")


def test_an_id_that_is_nearly_right_is_put_right() -> None:
    with pytest.raises(UnknownId) as caught:
        CATALOGUE.duty("watch_moods")
    assert str(caught.value) == "there is no duty 'watch_moods'. Maybe 'watch_mood'."


@pytest.mark.parametrize(
    ("verb", "key", "near"),
    [
        ("care_setting", "home", ("home_independent", "home_informal")),
        ("care_setting", "hospital", ("observation", "acute_ward")),
        ("role", "nurse", ("transitional_care_nurse", "medical_escort_nurse")),
        ("need", "bills", ("understand_bills", "check_bills")),
        ("danger", "crisis_line", ("self_harm",)),
        ("care_setting", "acute_wardd", ("acute_ward", "acute_icu")),
        ("care_setting", "nursing_facilitie", ("nursing_facility",)),
        ("care_setting", "psych", ("psych_hospital",)),
        ("care_setting", "the", ()),
        ("care_setting", "moon", ()),
    ],
)
def test_a_word_leads_to_the_entries_that_hold_it(
    verb: str, key: str, near: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownId) as caught:
        getattr(STANDARD, verb)(key)
    assert caught.value.near[: len(near) or None][:2] == near


def test_at_most_five_entries_are_offered_for_a_word() -> None:
    with pytest.raises(UnknownId) as caught:
        STANDARD.duty("care")
    assert len(caught.value.near) == 5


@pytest.mark.parametrize("key", [None, 3, ["home"], b"home", CATALOGUE])
@pytest.mark.parametrize("verb", SHELVES.values())
def test_an_entry_is_looked_up_by_text(key: object, verb: str) -> None:
    with pytest.raises(WrongType, match=r"the id of a .* is .*, and text is wanted"):
        getattr(CATALOGUE, verb)(key)


def test_a_catalogue_shows_how_much_it_holds() -> None:
    assert repr(CATALOGUE) == f"<Catalogue of 1 roles, {len(CATALOGUE.duties)} duties>"


def test_a_catalogue_that_was_pickled_still_finds_its_entries() -> None:
    again: Catalogue = pickle.loads(pickle.dumps(CATALOGUE))  # our own bytes  # noqa: S301 # our own bytes

    assert again.duty("watch_mood") == CATALOGUE.duty("watch_mood")


@pytest.mark.parametrize("shelf", SHELVES)
def test_an_id_stands_once_on_a_shelf(shelf: str) -> None:
    (entry, *more) = getattr(CATALOGUE, shelf)
    with pytest.raises(ManyFaults) as caught:
        changed(CATALOGUE, **{shelf: (entry, *more, entry)})
    assert str(caught.value) == (
        "1 fault in the catalogue:\n"
        f"- $.{shelf}[{len(more) + 1}]: the id {entry.id!r} stands twice. Maybe use another id."
    )


def test_every_reference_that_leads_nowhere_is_named_with_its_place() -> None:
    exclusion = Exclusion(duty="lost", because="x")
    way = Engagement(
        employer=EmployerKind.CLIENT, payers=(), settings=("lost",), exclusions=(exclusion,)
    )
    with pytest.raises(ManyFaults) as caught:
        Catalogue(
            credentials=(
                Credential(id="rn", name="rn", kind=CredentialKind.LICENCE, roles=["lost"]),
            ),
            compacts=(Compact(id="c", name="c", credentials=["lost"], members=()),),
            duties=(
                Duty(id="d", name="d", description="d", licences=["lost"], settings=["lost"]),
                Duty(id="e", name="e", description="e"),
            ),
            roles=(
                Role(
                    id="r",
                    name="r",
                    definition="r",
                    typical=["d", "lost"],
                    possible=["gone"],
                    exclusions=[Exclusion(duty="out", because="x")],
                    engagements=[way, attrs.evolve(way, settings=None)],
                    licences=["lost"],
                    certifications=["rn", "lost"],
                ),
            ),
            titles=(
                Title(text="t", role="lost", requires_membership="lost"),
                Title(text="t", role="r", confidence=TitleConfidence.EXACT),
            ),
            needs=(
                Need(
                    id="n", words="n", duties=["lost"], credentials=["lost"], contradicts=["lost"]
                ),
            ),
            frames=(
                Frame(
                    id="f",
                    name="f",
                    body="f",
                    parts=[FramePart(label="1", name="p", duties=["e", "lost"])],
                ),
            ),
        )
    assert [fault.place for fault in caught.value.faults] == [
        "$.credentials[0].roles[0]",
        "$.compacts[0].credentials[0]",
        "$.duties[0].licences[0]",
        "$.duties[0].settings[0]",
        "$.roles[0].typical[1]",
        "$.roles[0].possible[0]",
        "$.roles[0].exclusions[0].duty",
        "$.roles[0].licences[0]",
        "$.roles[0].certifications[1]",
        "$.roles[0].engagements[0].settings[0]",
        "$.roles[0].engagements[0].exclusions[0].duty",
        "$.roles[0].engagements[1].exclusions[0].duty",
        "$.titles[0].role",
        "$.titles[0].requires_membership",
        "$.needs[0].duties[0]",
        "$.needs[0].credentials[0]",
        "$.needs[0].contradicts[0]",
        "$.frames[0].parts[0].duties[1]",
    ]
    assert {type(fault) for fault in caught.value.faults} == {UnknownId}
    assert caught.value.what == "18 faults in the catalogue"


def test_only_a_licence_can_be_asked_of_who_holds_a_duty() -> None:
    with pytest.raises(ManyFaults) as caught:
        Catalogue(
            credentials=(Credential(id="ccm", name="ccm", kind=CredentialKind.CERTIFICATION),),
            duties=(Duty(id="d", name="d", description="d", licences=["ccm"]),),
            needs=(Need(id="n", words="n", duties=["d"], credentials=["ccm"]),),
            escort_rungs=(EscortRung(level=EscortLevel.NURSE, name="n", licences=["ccm"]),),
        )

    assert [fault.place for fault in caught.value.faults] == [
        "$.duties[0].licences[0]",
        "$.needs[0].credentials[0]",
        "$.escort_rungs[0].licences[0]",
    ]


def test_what_is_asked_around_moves_and_journeys_refers_to_what_is_there() -> None:
    lost = EvidenceRule(
        all_of=(ObservationSign(what="pain"), EventSign(setting="lost")),
        any_of=(EventSign(setting="lost"),),
    )
    with pytest.raises(ManyFaults) as caught:
        Catalogue(
            rights=(Right(id="r", name="r", description="r", settings=("lost",)),),
            domains=(Domain(id="d", name="d", description="d", needs=("lost",)),),
            pathways=(
                Pathway(
                    id="p",
                    name="p",
                    index_day="p",
                    anchor_kind=EventKind.PROCEDURE,
                    milestones=(Milestone(id="m", name="m", evidence=lost),),
                    links=(Link(before="m", after="mm"), Link(before="lost", after="m")),
                ),
            ),
            gates=(Gate(id="g", name="g", to_settings=("lost",), evidence=lost),),
            clocks=(
                attrs.evolve(
                    CALL, starts=EventSign(setting="lost"), from_settings=("lost",), met_by=lost
                ),
                attrs.evolve(CALL, id="other", met_by=EventSign(setting="lost")),
            ),
            flight_cautions=(FlightCaution(id="f", name="f", evidence=lost, is_bar=False),),
            escort_rungs=(
                EscortRung(level=EscortLevel.NURSE, name="n", duty="lost", licences=("lost",)),
            ),
        )

    assert [fault.place for fault in caught.value.faults] == [
        "$.rights[0].settings[0]",
        "$.domains[0].needs[0]",
        "$.pathways[0].milestones[0].evidence.all_of[1].setting",
        "$.pathways[0].milestones[0].evidence.any_of[0].setting",
        "$.gates[0].to_settings[0]",
        "$.gates[0].evidence.all_of[1].setting",
        "$.gates[0].evidence.any_of[0].setting",
        "$.clocks[0].from_settings[0]",
        "$.clocks[0].starts.setting",
        "$.clocks[0].met_by.all_of[1].setting",
        "$.clocks[0].met_by.any_of[0].setting",
        "$.clocks[1].met_by.setting",
        "$.flight_cautions[0].evidence.all_of[1].setting",
        "$.flight_cautions[0].evidence.any_of[0].setting",
        "$.escort_rungs[0].licences[0]",
        "$.escort_rungs[0].duty",
        "$.pathways[0].links[0].after",
        "$.pathways[0].links[1].before",
    ]
    assert str(caught.value.faults[-2]).endswith("there is no milestone 'mm'. Maybe 'm'.")


def test_a_level_of_escort_is_found_by_itself_or_by_its_word() -> None:
    rung = CATALOGUE.escort_rungs[1]

    assert (CATALOGUE.escort_rung(EscortLevel.NURSE), CATALOGUE.escort_rung("nurse")) == (rung,) * 2
    with pytest.raises(UnknownId, match=r"no escort rung .nurses.\. Maybe .nurse."):
        CATALOGUE.escort_rung("nurses")


@pytest.mark.parametrize(
    ("verb", "key", "near"),
    [
        ("day_limit", "bypass", "limit"),
        ("notice_rule", "ventilator", "device"),
        ("certificate_rule", "certificates", "certificate"),
        ("battery_rule", "powers", "power"),
    ],
)
def test_what_has_no_name_is_found_by_its_words(verb: str, key: str, near: str) -> None:
    with pytest.raises(UnknownId) as caught:
        getattr(CATALOGUE, verb)(key)
    assert caught.value.near == (near,)


def test_a_level_of_escort_stands_once() -> None:
    with pytest.raises(ManyFaults, match=r"1 fault in the catalogue"):
        changed(CATALOGUE, escort_rungs=(*CATALOGUE.escort_rungs, CATALOGUE.escort_rungs[0]))


@pytest.mark.parametrize("shelf", [*SHELVES, "titles", "title_uses", "escort_rungs"])
def test_a_catalogue_that_gets_what_it_has_stays_the_same(shelf: str) -> None:
    assert CATALOGUE.extend(**{shelf: getattr(CATALOGUE, shelf)}) == CATALOGUE


def test_a_new_entry_comes_last() -> None:
    assert CATALOGUE.extend(needs=[WALK]).needs == (*CATALOGUE.needs, WALK)


def test_an_entry_with_an_id_that_is_there_takes_its_place() -> None:
    mine = attrs.evolve(CATALOGUE.needs[0], words="she has lost heart")

    assert CATALOGUE.extend(needs=[WALK, mine]).needs == (mine, *CATALOGUE.needs[1:], WALK)


def test_a_catalogue_that_is_extended_stays_as_it_was() -> None:
    before = CATALOGUE.needs
    CATALOGUE.extend(needs=[WALK])

    assert CATALOGUE.needs == before


def test_new_titles_come_beside_the_old_ones() -> None:
    title = Title(text="navigator", role="care_manager")
    use = TitleUse(title="navigator", who="a sailor")
    extended = CATALOGUE.extend(titles=[title], title_uses=[use])

    assert (extended.titles[-1], extended.title_uses[-1]) == (title, use)


@pytest.mark.parametrize("words", ["once", "twice"])
def test_what_is_new_stands_once_whether_or_not_it_takes_a_place(words: str) -> None:
    mine = attrs.evolve(CATALOGUE.needs[0], words=words)
    for pair in ([WALK, WALK], [mine, mine]):
        with pytest.raises(ManyFaults, match="1 fault in the catalogue"):
            CATALOGUE.extend(needs=pair)


@pytest.mark.parametrize("shelf", [*SHELVES, "titles", "title_uses", "escort_rungs"])
@pytest.mark.parametrize("entries", [CATALOGUE.duties[0], ["x"], "x", None, [["x"]], {1}])
def test_a_shelf_takes_a_list_of_its_own_entries(shelf: str, entries: object) -> None:
    untyped: Any = entries
    for build in (CATALOGUE.extend, Catalogue):
        with pytest.raises(WrongType):
            build(**{shelf: untyped})


@given(names=st.lists(st.sampled_from("abcde"), unique=True), more=st.permutations("abcde"))
def test_extending_step_by_step_is_extending_at_once(names: list[str], more: list[str]) -> None:
    def place(name: str) -> CareSetting:
        return CareSetting(id=name, name=name, kind=CareSettingKind.HOME)

    start = Catalogue(care_settings=tuple(map(place, names)))
    steps = start
    for name in more:
        steps = steps.extend(care_settings=[place(name)])

    assert steps == start.extend(care_settings=map(place, more))
