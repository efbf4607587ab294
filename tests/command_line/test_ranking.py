"""`rank`: who of a pool fits one client, and what stands against the others."""

from collections.abc import Iterable
from pathlib import Path

import attrs
import pytest

from carecore.codec import dumps, loads
from carecore.matching import PRIVATE_POLICY, Ranking
from carecore.people import Client, Professional
from carecore.testing import older_traveller, traveller_pool, with_markers

from .talk import answered, document, refused, run, told, typed, written

AT = ("--as-of", "2026-11-24")
CLIENT = older_traveller().client


def pooled(people: Iterable[Professional], folder: Path) -> str:
    """The path of a file that holds a list of these people."""
    path = folder / "pool.json"
    path.write_text(f"[{', '.join(map(dumps, people))}]", encoding="utf-8")
    return str(path)


def text_of(text: str, folder: Path, name: str = "pool.json") -> str:
    """The path of a file that holds that text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_pool_is_ranked_for_a_client(tmp_path: Path) -> None:
    text = told(
        "rank", written(CLIENT, tmp_path, "c.json"), pooled(traveller_pool(), tmp_path), *AT
    )

    assert text.startswith("Who fits c-17 as care manager (as of 2026-11-24)\n")
    assert "In the pool: 9. Fit: 2. Undecided: 1. Do not fit: 6." in text
    assert [one.id for one in traveller_pool() if str(one.id) not in text] == []


def test_a_ranking_as_json_is_read_back_as_one(tmp_path: Path) -> None:
    files = (written(CLIENT, tmp_path, "c.json"), pooled(traveller_pool(), tmp_path))

    _, out, _ = answered("rank", *files, *AT, "--format", "json")

    assert loads(out, Ranking).best == "p-lucia"


def test_another_role_can_be_asked_for(tmp_path: Path) -> None:
    files = (written(CLIENT, tmp_path, "c.json"), pooled(traveller_pool(), tmp_path))

    found = document("rank", *files, *AT, "--role", "medical_escort_nurse")

    assert [one["professional_id"] for one in found["eligible"]] == ["p-samir"]


def test_another_policy_can_be_named(tmp_path: Path) -> None:
    files = (written(CLIENT, tmp_path, "c.json"), pooled(traveller_pool(), tmp_path))

    found = document("rank", *files, *AT, "--policy", "private", status=0)

    assert found["policy"] == PRIVATE_POLICY.label
    assert refused("rank", *files, "--policy", "mine").startswith(
        "argument --policy: invalid choice: 'mine' (choose from "
    )


@pytest.mark.parametrize("pool", [(), (Professional(id="p-1"),)])
def test_where_nobody_surely_fits_the_status_says_so(
    pool: tuple[Professional, ...], tmp_path: Path
) -> None:
    files = (written(CLIENT, tmp_path, "c.json"), pooled(pool, tmp_path))

    assert f"In the pool: {len(pool)}. Fit: 0." in told("rank", *files, *AT, status=3)


def test_people_written_by_hand_need_no_marks(tmp_path: Path) -> None:
    pool = text_of('[{"id": "p-1", "roles": ["care_manager"], "weekly_hours": 0}]', tmp_path)

    found = document("rank", written(CLIENT, tmp_path, "c.json"), pool, *AT, status=3)

    (rejected,) = found["rejected"]
    assert rejected["professional_id"] == "p-1"


def test_without_a_day_it_is_asked_about_today(tmp_path: Path) -> None:
    files = (written(CLIENT, tmp_path, "c.json"), pooled(traveller_pool(), tmp_path))

    _, out, _ = answered("rank", *files, "--format", "json")

    assert loads(out, Ranking).as_of.year >= 2026


@pytest.mark.parametrize("typed_one", ["client", "pool"])
def test_one_of_the_two_can_be_typed(
    typed_one: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"client": written(CLIENT, tmp_path, "c.json")}
    files["pool"] = pooled(traveller_pool(), tmp_path)
    typed(monkeypatch, Path(files[typed_one]).read_bytes())

    found = document("rank", *(files | {typed_one: "-"}).values(), *AT)

    assert found["client_id"] == "c-17"


def test_both_of_them_cannot_be_typed() -> None:
    assert refused("rank", "-", "-") == (
        "client and pool cannot both come from standard input. Maybe name a file for one of them."
    )


@pytest.mark.parametrize(
    ("pool", "line"),
    [
        ("{}", "$pool: this is no list of professionals. Maybe put them in brackets: [..., ...]."),
        (
            '[{"id": "p-1"}, {"id": "p-1"}]',
            (
                "$pool[1]: the professional 'p-1' stands twice in the pool. "
                "Maybe remove one of the two."
            ),
        ),
        (
            '[{"id": "p-1", "rolls": []}, 3, {"id": "p-2", "id": "p-3"}]',
            (
                "$pool[0].rolls: Professional has no field 'rolls'. Maybe 'roles'. "
                "$pool[1]: 3 stands where an object (Professional) is wanted. "
                "$pool[2].id: the key 'id' stands twice. Maybe remove one of the two."
            ),
        ),
    ],
)
def test_a_pool_that_cannot_be_read_is_refused_with_all_its_faults(
    pool: str, line: str, tmp_path: Path
) -> None:
    client = written(CLIENT, tmp_path, "c.json")

    assert refused("rank", client, text_of(pool, tmp_path), *AT) == line


def test_what_is_no_json_is_refused(tmp_path: Path) -> None:
    line = refused("rank", written(CLIENT, tmp_path, "c.json"), text_of("[{", tmp_path), *AT)

    assert line.startswith("$pool")


@pytest.mark.parametrize("which", ["client", "pool"])
@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "cannot be read (FileNotFoundError). Maybe the path is mistyped."),
        (b"", "the document is empty. Maybe the file is not written yet."),
        (b"a list of people", "the document is no JSON: line 1, column 1 is not what may stand"),
        (b"\xff\xfe", "the document is not UTF-8: byte 0 belongs to no character. Maybe"),
        (b"7", ""),
    ],
)
def test_of_two_files_the_one_that_cannot_be_read_is_named(
    which: str, given: bytes | None, words: str, tmp_path: Path
) -> None:
    bad = tmp_path / "given.json"
    if given is not None:
        bad.write_bytes(given)
    files = {"client": written(CLIENT, tmp_path, "c.json"), "pool": pooled((), tmp_path)}

    line = refused("rank", *(files | {which: str(bad)}).values(), *AT)

    assert line.startswith(f"${which}: ")
    assert words in line


def test_two_files_that_were_swapped_are_told_apart(tmp_path: Path) -> None:
    files = (pooled(traveller_pool(), tmp_path), written(CLIENT, tmp_path, "c.json"))

    line = refused("rank", *files, *AT)

    assert line == (
        "$client: a list stands where an object (Client) is wanted. "
        "$pool: this is no list of professionals. Maybe put them in brackets: [..., ...]."
    )


def test_clients_in_the_place_of_a_pool_are_told_as_what_they_are(tmp_path: Path) -> None:
    clients = text_of(f"[{dumps(CLIENT)}]", tmp_path)

    line = refused("rank", written(CLIENT, tmp_path, "c.json"), clients, *AT)

    assert line.startswith("$pool[0].$type: this is a Client, and a Professional is wanted. Maybe")


def test_what_the_catalogue_lacks_is_told_of_client_pool_and_role_at_once(tmp_path: Path) -> None:
    client = text_of('{"id": "c-1", "needs": ["losing_hart"]}', tmp_path, "c.json")
    pool = text_of('[{"id": "p-1", "roles": ["care_manger"]}]', tmp_path)

    line = refused("rank", client, pool, *AT, "--role", "nurze")

    places = ("$pool[0].roles[0]: ", "$role: ", "$client.needs[0]: ")
    assert [place for place in places if place not in line] == []


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    client = text_of('{"id": "c 1 ", "need": []}', tmp_path, "c.json")

    line = refused("rank", client, "nowhere.json", "--as-of", "x")

    assert [word for word in ("need", "nowhere.json", "'x' is no day") if word not in line] == []


def test_a_role_that_is_none_is_refused_with_what_comes_near(tmp_path: Path) -> None:
    files = (written(CLIENT, tmp_path, "c.json"), pooled((), tmp_path))

    line = refused("rank", *files, *AT, "--role", "care_manger")

    assert line.startswith("$role: there is no role 'care_manger'. Maybe 'care_manager'")


def test_where_several_roles_are_to_be_engaged_one_has_to_be_named(tmp_path: Path) -> None:
    client = Client(
        id="c-1",
        setting="home_independent",
        needs=("visit_mother_weekly", "counselling"),
        payers=("private_pay",),
    )
    files = (written(client, tmp_path, "c.json"), pooled((), tmp_path))

    line = refused("rank", *files, *AT)

    assert line.endswith(
        "in several roles: care_manager, medical_social_worker. Maybe role='care_manager'."
    )


def test_nothing_personal_is_shown(tmp_path: Path) -> None:
    client = with_markers(CLIENT)
    people = [with_markers(one) for one in traveller_pool()]
    files = (
        written(client.value, tmp_path, "c.json"),
        pooled((one.value for one in people), tmp_path),
    )

    for format_ in ("text", "json"):
        _, out, err = answered("rank", *files, *AT, "--format", format_)
        assert out
        assert client.shown_in(out, err) == ()
        assert [one.shown_in(out, err) for one in people] == [()] * len(people)


def test_a_refused_personal_value_is_not_quoted(tmp_path: Path) -> None:
    pool = text_of('[{"id": "p-1", "name": ["Zqabc"]}]', tmp_path)

    line = refused("rank", written(CLIENT, tmp_path, "c.json"), pool, *AT)

    assert ("$pool[0].name" in line, "Zqabc" in line) == (True, False)


def test_a_process_ends_with_the_status(tmp_path: Path) -> None:
    away = attrs.evolve(traveller_pool()[0], weekly_hours=0)

    ended = run("rank", "-", pooled((away,), tmp_path), *AT, given=dumps(CLIENT).encode())

    assert (ended.returncode, ended.stderr) == (3, b"")
