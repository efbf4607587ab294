"""`allocate`: who gets whom, what it costs, and who waits for what."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs
import pytest

from carecore.codec import dumps, loads
from carecore.command_line.parsing import POLICIES
from carecore.command_line.policies import policy_named
from carecore.matching import (
    FACILITY_POLICY,
    PRIVATE_POLICY,
    STANDARD_POLICY,
    STANDARD_SHARING,
    TRAVEL_POLICY,
    Allocation,
    Bond,
    Policy,
    UnplacedBecause,
    allocate,
)
from carecore.people import Client, Professional
from carecore.testing import older_traveller, traveller_pool, with_markers

from .talk import answered, document, refused, run, told, typed, written

AT = ("--as-of", "2026-11-24")
DAY = date(2026, 11, 24)
FOR = ("--role", "care_manager")
CLIENT = older_traveller().client


def listed(values: Iterable[attrs.AttrsInstance], folder: Path, name: str) -> str:
    """The path of a file that holds a list of these values."""
    return text_of(f"[{', '.join(map(dumps, values))}]", folder, name)


def text_of(text: str, folder: Path, name: str) -> str:
    """The path of a file that holds that text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def client(key: str, **others: object) -> Client:
    """A client at home in Massachusetts who speaks English, and wants a visit each week."""
    fields = {
        "setting": "home_independent",
        "jurisdiction": "US-MA",
        "languages": ["en"],
        "needs": ["visit_mother_weekly"],
    }
    return loads(json.dumps({"id": key} | fields | others), Client)


def care_manager(key: str, **others: object) -> Professional:
    """A care manager who visits homes in Massachusetts, speaks English, and has two places."""
    fields = {
        "roles": ["care_manager"],
        "settings": ["home_independent"],
        "jurisdictions": ["US-MA"],
        "languages": ["en"],
        "weekly_hours": 40,
        "caseload_limit": 2,
        "caseload": 0,
    }
    return loads(json.dumps({"id": key} | fields | others), Professional)


def asked(clients: Iterable[Client], pool: Iterable[Professional], folder: Path) -> tuple[str, ...]:
    """The command, and the files of its question."""
    return (
        "allocate",
        listed(clients, folder, "clients.json"),
        listed(pool, folder, "pool.json"),
        *AT,
    )


def whom(found: Allocation) -> dict[str, str]:
    """Who has whom, by the ids of the clients."""
    return {str(one.client_id): str(one.professional_id) for one in found.placements}


def shared(*arguments: str, status: int = 0) -> Allocation:
    """The allocation that the command gives as a document."""
    ended, out, err = answered(*arguments, "--format", "json")
    assert (ended, err) == (status, "")
    return loads(out, Allocation)


def test_a_panel_is_shared_out_as_the_library_does(tmp_path: Path) -> None:
    clients = [client(key) for key in ("c-3", "c-1", "c-2")]
    pool = [care_manager("p-2"), care_manager("p-1")]

    found = shared(*asked(clients, pool, tmp_path))

    assert found == allocate(clients, pool, as_of=DAY)
    assert sorted(whom(found)) == ["c-1", "c-2", "c-3"]


def test_in_words_nobody_vanishes_and_the_proof_is_told(tmp_path: Path) -> None:
    clients = [client(f"c-{number}") for number in range(1, 4)]

    text = told(*asked(clients, [care_manager("p-1")], tmp_path), status=3)

    assert text.startswith("Who gets whom (as of 2026-11-24)\n")
    assert "Asked: 3. Placed: 2. Waiting: 1." in text
    assert "undecided,\nbecause something is not known: 0." in text
    assert "1 fits, and all" in text
    assert "proved: no other allocation costs less than" in text
    assert [key for key in ("c-1", "c-2", "c-3", "p-1") if key not in text] == []


def test_where_somebody_waits_the_status_says_so(tmp_path: Path) -> None:
    question = asked([client("c-1", languages=["vi"])], [care_manager("p-1")], tmp_path)

    found = shared(*question, status=3)

    (waiting,) = found.unplaced
    assert waiting.because is UnplacedBecause.NOBODY_FITS
    assert [(one.criterion, one.alone) for one in waiting.obstacles] == [("language", ("p-1",))]


def test_nobody_to_share_out_is_an_answer(tmp_path: Path) -> None:
    assert shared(*asked([], [care_manager("p-1")], tmp_path)).placements == ()


def test_clients_without_anybody_to_engage_wait_and_are_named(tmp_path: Path) -> None:
    found = shared(*asked([client("c-1")], [], tmp_path), status=3)

    assert [one.client_id for one in found.unplaced] == ["c-1"]


def test_left_out_each_client_wants_what_has_to_be_engaged_for_them(tmp_path: Path) -> None:
    clients = [client("c-1"), client("c-2", needs=[])]

    found = shared(*asked(clients, [care_manager("p-1")], tmp_path), status=3)

    assert whom(found) == {"c-1": "p-1"}
    assert [one.because for one in found.unplaced] == [UnplacedBecause.NO_ROLE]


def test_one_role_can_be_asked_for_all(tmp_path: Path) -> None:
    question = asked([client("c-1"), client("c-2", needs=[])], [care_manager("p-1")], tmp_path)

    assert whom(shared(*question, *FOR)) == {"c-1": "p-1", "c-2": "p-1"}


@pytest.mark.parametrize("option", [(), ("--unknown", "bars")])
def test_a_language_that_nobody_knows_bars_unless_told_otherwise(
    option: tuple[str, ...], tmp_path: Path
) -> None:
    silent = attrs.evolve(care_manager("p-1"), languages=None)

    found = shared(*asked([client("c-1")], [silent], tmp_path), *option, status=3)

    assert [one.because for one in found.unplaced] == [UnplacedBecause.NOT_KNOWN]
    assert (found.eligible_pairs, found.undecided_pairs) == (0, 1)


def test_what_is_let_pass_is_marked_and_no_stays_no(tmp_path: Path) -> None:
    silent = attrs.evolve(care_manager("p-1"), languages=None)
    elsewhere = attrs.evolve(care_manager("p-2"), jurisdictions=["US-NH"])
    question = asked([client("c-1")], [silent, elsewhere], tmp_path)

    found = shared(*question, "--unknown", "admits")

    assert found.policy == STANDARD_POLICY.admitting(*STANDARD_POLICY.hard).label
    assert [(one.professional_id, one.admitted) for one in found.placements] == [
        ("p-1", ("language",))
    ]


def test_who_had_whom_is_taken_from_an_allocation(tmp_path: Path) -> None:
    clients = [client("c-1"), client("c-2")]
    pool = [care_manager("p-1"), care_manager("p-2")]
    _, out, _ = answered(*asked(clients, pool, tmp_path), "--format", "json")
    before = loads(out, Allocation)
    leaver = before.professional_of("c-1")
    left = [one for one in pool if one.id != leaver]
    again = asked(clients, left, tmp_path)

    found = shared(*again, "--previous", text_of(out, tmp_path, "previous.json"))

    assert [(one.client_id, one.before) for one in found.changes] == [("c-1", leaver)]
    assert found.costs.broken_bonds == STANDARD_SHARING.broken_bond


def test_who_had_whom_is_taken_from_a_list_of_bonds(tmp_path: Path) -> None:
    bond = Bond(client_id="c-1", role="care_manager", professional_id="p-2")
    question = asked([client("c-1")], [care_manager("p-1"), care_manager("p-2")], tmp_path)

    found = shared(*question, "--previous", listed([bond], tmp_path, "previous.json"))

    assert whom(found) == {"c-1": "p-2"}


def test_a_caseload_that_holds_these_clients_already_is_not_counted_twice(tmp_path: Path) -> None:
    full = care_manager("p-1", caseload=2)
    clients = [client("c-1"), client("c-2")]
    bonds = [Bond(client_id=one.id, role="care_manager", professional_id="p-1") for one in clients]
    question = (
        *asked(clients, [full], tmp_path),
        *("--previous", listed(bonds, tmp_path, "previous.json")),
    )

    assert whom(shared(*question, status=3)) == {}
    assert whom(shared(*question, "--caseloads-hold-previous")) == {"c-1": "p-1", "c-2": "p-1"}


def test_caseloads_cannot_hold_what_nobody_named(tmp_path: Path) -> None:
    question = asked([], [], tmp_path)

    assert refused(*question, "--caseloads-hold-previous") == (
        "--caseloads-hold-previous is given, and nobody says who had whom. "
        "Maybe add --previous FILE."
    )


def test_what_counts_the_changes_names_who_had_whom(tmp_path: Path) -> None:
    question = asked([], [], tmp_path)

    assert refused(*question, "--most-changes", "1", "--caseloads-hold-previous") == (
        "--caseloads-hold-previous and --most-changes are given, and nobody says who had whom. "
        "Maybe add --previous FILE."
    )
    assert refused(*question, "--most-changes", "few").startswith(
        "argument --most-changes: invalid int value: 'few'. Maybe ask: "
    )


def test_no_more_change_hands_than_may(tmp_path: Path) -> None:
    wishes = [client(f"c-{n}", preferences={"wishes": ["p-2"]}) for n in (1, 2)]
    bonds = [Bond(client_id=one.id, role="care_manager", professional_id="p-1") for one in wishes]
    question = (
        *asked(wishes, [care_manager("p-1"), care_manager("p-2")], tmp_path),
        *("--previous", listed(bonds, tmp_path, "previous.json")),
    )

    assert whom(shared(*question)) == {"c-1": "p-2", "c-2": "p-2"}
    assert sorted(whom(shared(*question, "--most-changes", "1")).values()) == ["p-1", "p-2"]
    assert whom(shared(*question, "--most-changes", "0")) == {"c-1": "p-1", "c-2": "p-1"}
    assert refused(*question, "--most-changes", "-1").startswith("$most_changes: ")


@pytest.mark.parametrize(
    ("name", "policy"),
    [
        ("standard", STANDARD_POLICY),
        ("facility", FACILITY_POLICY),
        ("private", PRIVATE_POLICY),
        ("travel", TRAVEL_POLICY),
    ],
)
def test_another_policy_can_be_named(name: str, policy: Policy, tmp_path: Path) -> None:
    # A language that is not shared bars, except in a facility.
    clients, pool = [client("c-1", languages=["pl"])], [care_manager("p-1")]
    question = (*asked(clients, pool, tmp_path), *FOR, "--policy", name)
    alone = allocate(clients, pool, role="care_manager", policy=policy, as_of=DAY)

    assert shared(*question, status=3 if alone.unplaced else 0) == alone
    assert whom(alone) == ({"c-1": "p-1"} if name == "facility" else {})


def test_every_policy_that_can_be_named_is_there() -> None:
    assert [policy_named(one).name for one in POLICIES] == list(POLICIES)
    assert POLICIES[0] == STANDARD_POLICY.name


def test_the_order_of_the_files_makes_no_difference(tmp_path: Path) -> None:
    clients = [client(f"c-{number}") for number in range(4)]
    pool = [care_manager("p-1"), care_manager("p-2")]

    one = answered(*asked(clients, pool, tmp_path), "--format", "json")
    other = answered(*asked(clients[::-1], pool[::-1], tmp_path), "--format", "json")

    assert one == other


def test_without_a_day_it_is_asked_about_today(tmp_path: Path) -> None:
    command, clients, pool, *_ = asked([], [], tmp_path)

    assert shared(command, clients, pool).as_of.year >= 2026


@pytest.mark.parametrize("typed_one", ["clients.json", "pool.json", "previous.json"])
def test_one_of_the_files_can_be_typed(
    typed_one: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed([], tmp_path, "previous.json")
    asked([client("c-1")], [care_manager("p-1")], tmp_path)
    typed(monkeypatch, (tmp_path / typed_one).read_bytes())
    files = [
        "-" if name == typed_one else str(tmp_path / name)
        for name in ("clients.json", "pool.json", "previous.json")
    ]

    found = document("allocate", *files[:2], "--previous", files[2], *AT)

    assert [one["client_id"] for one in found["placements"]] == ["c-1"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("-", "-"), "clients and pool"),
        (("-", "pool.json", "--previous", "-"), "clients and previous"),
        (("-", "-", "--previous", "-"), "clients and pool"),
    ],
)
def test_two_of_them_cannot_be_typed(arguments: tuple[str, ...], names: str) -> None:
    assert refused("allocate", *arguments) == (
        f"{names} cannot both come from standard input. Maybe name a file for one of them."
    )


def test_of_clients_and_pool_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    clients = text_of('[{"id": "c-1"}, {"id": "c-2", "need": []}]', tmp_path, "c.json")
    pool = text_of('[{"id": "p-1", "rolls": []}, 3]', tmp_path, "p.json")
    bonds = text_of('[{"client_id": "c-1"}]', tmp_path, "b.json")

    line = refused("allocate", clients, pool, "--previous", bonds, "--as-of", "x")

    places = ("$clients[1].need: ", "$pool[0].rolls: ", "$pool[1]: ", "$previous[0]", "'x' is no")
    assert [place for place in places if place not in line] == []


def test_a_file_that_holds_no_list_is_named(tmp_path: Path) -> None:
    one, other = written(CLIENT, tmp_path, "c.json"), written(traveller_pool()[0], tmp_path)

    assert refused("allocate", one, other, *AT) == (
        "$clients: this is no list of clients. Maybe put them in brackets: [..., ...]. "
        "$pool: this is no list of professionals. Maybe put them in brackets: [..., ...]."
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "cannot be read (FileNotFoundError). Maybe the path is mistyped."),
        ("", "the document is empty. Maybe the file is not written yet."),
        ("[{", "the document breaks off. Maybe it was cut on the way."),
        ("7", "an object (Allocation) is wanted"),
        ('{"as_of": "2026-11-24"}', "policy"),
    ],
)
def test_what_holds_no_earlier_allocation_is_refused(
    given: str | None, words: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "none.json")
    if given is not None:
        file = text_of(given, tmp_path, "given.json")

    line = refused(*asked([client("c-1")], [], tmp_path), "--previous", file)

    assert line.startswith("$previous")
    assert words in line


def test_what_the_catalogue_lacks_is_told_with_its_place(tmp_path: Path) -> None:
    clients = text_of('[{"id": "c-1"}, {"id": "c-2", "needs": ["losing_hart"]}]', tmp_path, "c")
    pool = text_of('[{"id": "p-1", "roles": ["care_manger"]}]', tmp_path, "p.json")

    line = refused("allocate", clients, pool, *AT, "--role", "nurze")

    places = ("$clients[1].needs[0]: ", "$pool[0].roles[0]: ", "$role: ")
    assert [place for place in places if place not in line] == []


def test_places_count_as_the_files_do(tmp_path: Path) -> None:
    clients = text_of('[{"id": "c-2", "needs": ["losing_hart"]}, {"id": "c-1"}]', tmp_path, "c")
    pool = text_of('[{"id": "p-2", "roles": ["care_manger"]}, {"id": "p-1"}]', tmp_path, "p")

    line = refused("allocate", clients, pool, *AT)

    places = ("$clients[0].needs[0]: ", "$pool[0].roles[0]: ")
    assert [place for place in places if place not in line] == []


def test_nothing_personal_is_shown(tmp_path: Path) -> None:
    marked = with_markers(CLIENT)
    people = [with_markers(one) for one in traveller_pool()]
    question = asked([marked.value], (one.value for one in people), tmp_path)

    for format_ in ("text", "json"):
        _, out, err = answered(*question, *FOR, "--format", format_)
        assert out
        assert marked.shown_in(out, err) == ()
        assert [one.shown_in(out, err) for one in people] == [()] * len(people)


def test_a_process_ends_with_the_status(tmp_path: Path) -> None:
    _, _, pool, *_ = asked([], [care_manager("p-1")], tmp_path)

    ended = run("allocate", "-", pool, *AT, given=f"[{dumps(client('c-1'))}]".encode())

    assert (ended.returncode, ended.stderr) == (0, b"")
