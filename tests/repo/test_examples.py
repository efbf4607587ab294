"""What the examples of sharing out clients show is so."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from carecore.codec import loads
from carecore.matching import Allocation

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORDS = EXAMPLES / "share_out_real_records.py"
NONE = "There are no real records here, so there is nothing to share out.\n"

CARE_PLANS = """PATIENT,DESCRIPTION
ada,Diabetes self management plan
bo,Asthma self management
gone,Fracture care
"""
PATIENTS = """Id,DEATHDATE,STATE
ada,,Massachusetts
bo,,Vermont
gone,2020-01-01,Massachusetts
well,,Massachusetts
"""
PROVIDERS = """Id,ORGANIZATION,SPECIALITY,STATE
dr-early,o-1,GENERAL PRACTICE,MA
dr-last,o-1,GENERAL PRACTICE,MA
ear,o-2,AUDIOLOGIST,MA
"""
ENCOUNTERS = """START,PATIENT,PROVIDER
2023-05-01T09:00:00Z,ada,dr-last
2021-05-01T09:00:00Z,ada,dr-early
2024-05-01T09:00:00Z,ada,ear
"""
RESOURCES = (
    {"resourceType": "Patient", "id": "1", "name": [{"text": "Zqpatient"}]},
    {"resourceType": "Patient", "id": "2"},
    {"resourceType": "CarePlan", "id": "3", "subject": {"reference": "Patient/1"}},
    {"resourceType": "Practitioner", "id": "4", "name": [{"text": "Zqdoctor"}]},
)


@pytest.fixture(name="records")
def few_records(tmp_path: Path) -> Path:
    """A folder with a few made-up records, as CSV and as FHIR."""
    tables = {
        "careplans": CARE_PLANS,
        "patients": PATIENTS,
        "providers": PROVIDERS,
        "encounters": ENCOUNTERS,
        "organizations": "Id\no-1\no-2\n",
    }
    for kind in ("csv", "r4"):
        (tmp_path / "records" / kind).mkdir(parents=True)
    for name, text in tables.items():
        (tmp_path / "records" / "csv" / f"{name}.csv").write_text(text, encoding="utf-8")
    for number, one in enumerate(RESOURCES):
        text = json.dumps(one)
        (tmp_path / "records" / "r4" / f"{number}.json").write_text(text, encoding="utf-8")
    return tmp_path / "records"


def said(*arguments: object) -> str:
    """What the example about records prints."""
    return subprocess.run(
        [sys.executable, RECORDS, *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout


def part_of(text: str, way: str) -> list[str]:
    """The lines that tell what came of one way to share out."""
    rest = text.partition(f"{way}:\n")[2].splitlines()
    ends = next((at for at, line in enumerate(rest) if not line.startswith(" ")), len(rest))
    return [line.strip() for line in rest[:ends]]


def asked_again(folder: Path) -> bytes:
    """What the command line gives for the files that the example wrote."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "carecore", "allocate"),
            *(str(folder / "clients.json"), str(folder / "pool.json")),
            *("--previous", str(folder / "previous.json"), "--role", "care_manager"),
            *("--as-of", "2026-11-23", "--unknown", "admits", "--format", "json"),
        ],
        check=False,
        capture_output=True,
    ).stdout


def test_of_forty_clients_nobody_vanishes_and_nobody_moves_without_a_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = runpy.run_path(str(EXAMPLES / "share_out_a_panel.py"))
    first, again, leaver = told["allocation"], told["again"], told["LEAVER"]

    assert (len(told["clients"]), len(told["pool"])) == (40, 9)
    for one in (first, again):
        assert len(one.placements) + len(one.unplaced) == len(told["clients"])
        assert one.certificate.is_optimal
    assert [one for one in again.placements if one.professional_id == leaver] == []
    moved = [one for one in again.changes if one.before != leaver]
    assert "to make room" in capsys.readouterr().out
    assert 0 < len(moved) < sum(one.before == leaver for one in again.changes)


def test_where_there_are_no_records_the_example_says_so(tmp_path: Path) -> None:
    assert said(tmp_path / "nowhere") == NONE


def test_of_records_what_is_unknown_is_no_no(records: Path) -> None:
    text = said(records)

    assert "3 clients with a care plan, 2 of them from CSV files" in text
    assert "asked as if care managers: 2" in text
    assert "1: audiologist" in text
    assert part_of(text, "Unknown bars")[0] == "placed 0, of them 0 with who saw them last"
    # Vermont is unknown to the example, and so is whether two doctors of Massachusetts go there.
    assert "pairs: 0 fit, 6 are undecided, because something is not known" in text


def test_of_records_continuity_is_with_whom_the_client_saw_last(records: Path) -> None:
    out = records / "out"

    text = said(records, "--out", out)

    found = loads((out / "allocation.json").read_bytes(), Allocation)
    assert found.professional_of("ada") == "dr-last"
    assert part_of(text, "Unknown admits")[0] == "placed 3, of them 1 with who saw them last"


def test_of_records_no_names_are_written(records: Path) -> None:
    out = records / "out"

    said(records, "--out", out)

    assert [one.name for one in out.iterdir() if "Zq" in one.read_text(encoding="utf-8")] == []


def test_the_command_line_gives_what_the_example_wrote(records: Path) -> None:
    out = records / "out"
    said(records, "--out", out)

    assert loads(asked_again(out), Allocation) == loads(
        (out / "allocation.json").read_bytes(), Allocation
    )


def test_real_clients_with_a_plan_are_placed_once_unknown_is_let_pass(
    real_data: Path, tmp_path: Path
) -> None:
    text = said(real_data / "fhir", "--out", tmp_path)

    bars, admits = part_of(text, "Unknown bars"), part_of(text, "Unknown admits")
    assert bars[0].startswith("placed 0,")
    assert [line for line in bars if line.startswith("pairs: 0 fit")] != []
    found = loads((tmp_path / "allocation.json").read_bytes(), Allocation)
    every = [line for line in admits if line.startswith("clients of the CSV files:")]
    placed, of_all = every[0].removesuffix(" placed").split(": ")[1].split(" of ")
    assert placed == of_all
    assert loads(asked_again(tmp_path), Allocation) == found
