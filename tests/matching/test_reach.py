"""Who is in reach: check by check, and what is unknown is not no."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.identity import credential_ids
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.credentials import Licence
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.matching import Check, Reach, reach_of
from carecore.matching.reach import credential_held
from carecore.people import Client, Leave, Professional

from .drawn import CLIENTS, DAY, professionals

CLIENT = Client(id="c-1", setting="acute_ward", jurisdiction="US-MA")
ROLE = "care_manager"
RN = credential_ids(["rn"])
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def verdict(criterion: str, professional: Professional, client: Client = CLIENT) -> Verdict:
    reach = reach_of(professional, client, role=ROLE, licences=[RN], as_of=DAY)
    (check,) = (one for one in reach.checks if one.criterion == criterion)
    return check.verdict


def test_unknown_is_not_no() -> None:
    somebody = Professional(id="p-1", roles=[ROLE])

    reach = reach_of(somebody, Client(id="c-1"), role=ROLE, licences=[RN], as_of=DAY)

    assert (reach.verdict, reach.failed) == (Verdict.UNKNOWN, ())


def test_none_is_no() -> None:
    nobody = Professional(id="p-1", roles=(), licences=(), jurisdictions=(), settings=())

    failed = reach_of(nobody, CLIENT, role=ROLE, licences=[RN], as_of=DAY).failed

    assert [one.criterion for one in failed] == [
        "role",
        "jurisdiction",
        "care_setting",
        "credential",
    ]


def test_a_professional_with_zero_hours_is_not_in_reach() -> None:
    absent = Professional(id="p-1", roles=[ROLE], weekly_hours=0, caseload_limit=20, caseload=0)

    failed = reach_of(absent, CLIENT, role=ROLE, as_of=DAY).failed

    assert [one.criterion for one in failed] == ["presence", "caseload"]


@pytest.mark.parametrize(
    ("leave", "expected"),
    [
        (Period(DAY, date(2026, 11, 24)), Verdict.NOT_MET),
        (Period(date(2026, 11, 1), DAY), Verdict.MET),
        (Period(date(2026, 11, 24)), Verdict.MET),
    ],
)
def test_who_is_away_on_the_day_is_not_there(leave: Period, expected: Verdict) -> None:
    somebody = Professional(id="p-1", roles=[ROLE], leave=[Leave(leave)])

    assert verdict("presence", somebody) is expected


@pytest.mark.parametrize(
    ("jurisdictions", "place", "expected"),
    [
        (("US-MA",), "US-MA", Verdict.MET),
        (("US",), "US-MA", Verdict.MET),
        (("US-MA",), "US", Verdict.NOT_MET),
        (("US-NY", "PT"), "US-MA", Verdict.NOT_MET),
        (None, "US-MA", Verdict.UNKNOWN),
        (("US-MA",), None, Verdict.UNKNOWN),
    ],
)
def test_somebody_works_where_the_client_is_or_in_all_of_the_country(
    jurisdictions: tuple[str, ...] | None, place: str | None, expected: Verdict
) -> None:
    somebody = Professional(id="p-1", jurisdictions=jurisdictions)

    assert verdict("jurisdiction", somebody, Client(id="c-1", jurisdiction=place)) is expected


@pytest.mark.parametrize(
    ("settings", "setting", "expected"),
    [
        (("acute_ward",), "acute_ward", Verdict.MET),
        (("snf",), "acute_ward", Verdict.NOT_MET),
        (None, "acute_ward", Verdict.UNKNOWN),
        (("snf",), None, Verdict.UNKNOWN),
    ],
)
def test_somebody_comes_to_the_care_setting(
    settings: tuple[str, ...] | None, setting: str | None, expected: Verdict
) -> None:
    somebody = Professional(id="p-1", settings=settings)

    assert verdict("care_setting", somebody, Client(id="c-1", setting=setting)) is expected


@pytest.mark.parametrize(
    ("limit", "held", "wanted", "expected"),
    [
        (10, 9, None, Verdict.MET),
        (10, 10, None, Verdict.NOT_MET),
        (10, 12, None, Verdict.NOT_MET),
        (10, 8, 2, Verdict.MET),
        (10, 8, 3, Verdict.NOT_MET),
        (10, 10, 0, Verdict.MET),
        (None, 3, 1, Verdict.UNKNOWN),
        (10, None, 1, Verdict.UNKNOWN),
    ],
)
def test_somebody_has_the_caseload_points_that_the_client_takes(
    limit: int | None, held: int | None, wanted: int | None, expected: Verdict
) -> None:
    somebody = Professional(id="p-1", caseload_limit=limit, caseload=held)

    assert verdict("caseload", somebody, Client(id="c-1", caseload_points=wanted)) is expected


@pytest.mark.parametrize(
    ("licences", "expected"),
    [
        (None, Verdict.UNKNOWN),
        ((), Verdict.NOT_MET),
        ((Licence(credential="rn", jurisdiction="US-MA", period=YEAR),), Verdict.MET),
        ((Licence(credential="rn", jurisdiction="US-MA"),), Verdict.UNKNOWN),
        ((Licence(credential="lcsw", jurisdiction="US-MA", period=YEAR),), Verdict.NOT_MET),
        (
            (Licence(credential="rn", jurisdiction="US-MA", period=Period(None, DAY)),),
            Verdict.NOT_MET,
        ),
        (
            (
                Licence(credential="rn", jurisdiction="PT", period=YEAR),
                Licence(credential="rn", jurisdiction="US-MA", period=YEAR),
            ),
            Verdict.MET,
        ),
    ],
)
def test_one_licence_of_the_gate_that_holds_is_enough(
    licences: tuple[Licence, ...] | None, expected: Verdict
) -> None:
    somebody = Professional(id="p-1", licences=licences)

    assert verdict("credential", somebody) is expected


def test_a_multistate_licence_is_carried_by_a_compact() -> None:
    licence = Licence(credential="rn", jurisdiction="US-FL", period=YEAR, multistate=True)
    nurse = Professional(id="p-1", licences=[licence])
    client = Client(id="c-1", jurisdiction="US-TX")

    held = [
        credential_held(nurse, client, RN, as_of=DAY, compacts=compacts)
        for compacts in ((), STANDARD.compacts)
    ]

    assert held == [Verdict.NOT_MET, Verdict.MET]


def test_each_check_says_what_was_seen_and_what_was_wanted() -> None:
    somebody = Professional(id="p-1", caseload_limit=3, caseload=3)

    reach = reach_of(somebody, CLIENT, role=ROLE, licences=[RN], as_of=DAY)

    assert [one.text for one in reach.checks] == [
        "fills the role of care manager",
        "works in US-MA",
        "comes to acute ward",
        "is there on 2026-11-23",
        "has 0 caseload points free of 1 wanted",
        "holds a licence as rn in US-MA",
    ]


def test_what_is_unknown_of_the_client_is_said_so() -> None:
    reach = reach_of(Professional(id="p-1"), Client(id="c-1"), role=ROLE, licences=[RN], as_of=DAY)

    assert [one.text for one in reach.checks[1:]] == [
        "works where the client is",
        "comes to the care setting",
        "is there on 2026-11-23",
        "has an unknown number of caseload points free of 1 wanted",
        "holds a licence as rn where the client is",
    ]


@given(professionals("p-1"), CLIENTS, st.lists(st.sampled_from([RN, ("lcsw",)]), unique=True))
def test_every_check_is_made_also_after_one_has_failed(
    somebody: Professional, client: Client, gates: list[tuple[str, ...]]
) -> None:
    wanted = tuple(map(credential_ids, gates))

    reach = reach_of(somebody, client, role=ROLE, licences=wanted, as_of=DAY)

    assert [one.criterion for one in reach.checks] == [
        "role",
        "jurisdiction",
        "care_setting",
        "presence",
        "caseload",
        *(["credential"] * len(gates)),
    ]


def test_a_check_without_a_text_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"the text of a Check is blank"):
        Check(criterion="role", verdict=Verdict.MET, text=" ")


def test_somebody_of_whom_nothing_is_asked_is_in_reach() -> None:
    assert Reach(professional_id="p-1", checks=[]).verdict is Verdict.MET


@pytest.mark.parametrize("licences", ["rn", ["rn"], [["RN X"]], [[]], [5]])
def test_licences_are_asked_for_in_lists_of_ids(licences: object) -> None:
    untyped: Any = licences
    with pytest.raises(CareError):
        reach_of(Professional(id="p-1"), CLIENT, role=ROLE, licences=untyped, as_of=DAY)


def test_an_empty_list_of_licences_could_be_met_by_nobody() -> None:
    with pytest.raises(InvalidValue, match="a list of licences is empty"):
        reach_of(Professional(id="p-1"), CLIENT, role=ROLE, licences=[[]], as_of=DAY)


@pytest.mark.parametrize("other", [None, "p-1", {}])
def test_reach_is_asked_of_a_professional_for_a_client(other: object) -> None:
    untyped: Any = other
    with pytest.raises(WrongType):
        reach_of(untyped, CLIENT, role=ROLE, as_of=DAY)
    with pytest.raises(WrongType):
        reach_of(Professional(id="p-1"), untyped, role=ROLE, as_of=DAY)
