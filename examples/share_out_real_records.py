"""Real records shared out: who could look after whom, and how much nobody has written down.

    python examples/share_out_real_records.py [DIR] [--out FOLDER]

It reads FHIR and CSV files below DIR (../shared/data/fhir beside the checkout, if that is there).
Clients are the patients who have a care plan, the pool are the practitioners.
The records name specialities, and no role of the catalogue: who works in a practice is asked here
as if they were to act as care manager, which is an assumption of this example, and who does
anything else is mapped to no role.
Nothing else is assumed: a language that nobody has written down is unknown, and not none.
With --out it writes clients.json, pool.json, previous.json and allocation.json, and says which
command gives the same.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import attrs

import carecore as cc
from carecore.extra.fhir import Imported, read
from carecore.matching import STANDARD_POLICY, Allocation, Bond, allocate

AS_OF = date(2026, 11, 23)
ROLE = "care_manager"
RECORDS = Path(__file__).parents[2] / "shared" / "data" / "fhir"

PRACTICE = frozenset(
    {
        "CLINICAL SOCIAL WORKER",
        "FAMILY PRACTICE",
        "GENERAL PRACTICE",
        "INTERNAL MEDICINE",
        "NURSE PRACTITIONER",
        "PHYSICIAN ASSISTANT",
    }
)
"""Specialities of the CSV files whose people are asked as if they were care managers."""
WORDS = frozenset({"primary_care_physician", "renal_nurse"})
"""Words of FHIR that stand where a role should, and mean such people."""
STATES = {"MA": "US-MA", "Massachusetts": "US-MA"}
"""How the CSV files spell the states that are in them."""


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of the CSV files of that name in *folder* or below."""
    for file in sorted(folder.rglob(f"{name}.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def fhir_in(folder: Path) -> Imported:
    """What the FHIR files of *folder* hold, read together."""
    kinds = ("r4", "stu3", "ndjson")
    files = [one for kind in kinds for one in sorted((folder / kind).rglob("*.*json"))]
    return read(*(file.read_bytes() for file in files))


# %% Clients: the patients who have a care plan. Of most of them nothing else that counts is known.


def clients_of(folder: Path, imported: Imported) -> tuple[list[cc.Client], set[str]]:
    """The patients with a plan, and the ids of those who come from CSV files."""
    planned = {plan.client.id for plan in imported.plans}
    cared_for = {row["PATIENT"] for row in rows(folder, "careplans")}
    from_csv = [
        cc.Client(id=row["Id"], jurisdiction=STATES.get(row["STATE"]))
        for row in rows(folder, "patients")
        if row["Id"] in cared_for and not row["DEATHDATE"]
    ]
    # Nobody needs their names here.
    from_fhir = [
        attrs.evolve(one, name="", birth_date=None) for one in imported.clients if one.id in planned
    ]
    return [*from_fhir, *from_csv], {one.id for one in from_csv}


# %% The pool: every practitioner stays in it, with the role they are mapped to, or with none.


def pool_of(folder: Path, imported: Imported) -> tuple[list[cc.Professional], Counter[str]]:
    """The practitioners of FHIR and CSV, and what those do who are mapped to no role."""
    pool: list[cc.Professional] = []
    others = Counter[str]()
    for person in imported.professionals:
        is_asked = not WORDS.isdisjoint(person.roles)
        pool.append(attrs.evolve(person, name="", roles=[ROLE] if is_asked else []))
        if not is_asked:
            others[", ".join(person.roles) or "nothing is said"] += 1
    for row in rows(folder, "providers"):
        is_asked = row["SPECIALITY"] in PRACTICE
        pool.append(
            cc.Professional(
                id=row["Id"],
                roles=[ROLE] if is_asked else [],
                jurisdictions=[STATES[row["STATE"]]] if row["STATE"] in STATES else None,
                organization_id=row["ORGANIZATION"],
            )
        )
        if not is_asked:
            others[row["SPECIALITY"].lower()] += 1
    return pool, others


# %% Continuity: who saw a client last, if they could be asked at all.


def bonds_of(folder: Path, clients: Iterable[str], pool: Iterable[cc.Professional]) -> list[Bond]:
    """Who has whom, as far as encounters tell."""
    able = {one.id for one in pool if one.roles}
    last: dict[str, str] = {}
    # Their starts are all written in one way, so that they sort as text.
    for row in sorted(rows(folder, "encounters"), key=lambda row: row["START"]):
        if row["PROVIDER"] in able:
            last[row["PATIENT"]] = row["PROVIDER"]
    return [
        Bond(client_id=key, role=ROLE, professional_id=last[key])
        for key in sorted(clients)
        if key in last
    ]


# %% What came of it: placed, waiting and why, and of how many pairs too little is known.


def tell(what: str, allocation: Allocation, of_csv: set[str]) -> None:
    """One allocation in a few lines."""
    placed = [one.client_id for one in allocation.placements]
    kept = sum(one.before == one.professional_id for one in allocation.placements)
    print(f"{what}:")
    print(f"  placed {len(placed)}, of them {kept} with who saw them last")
    print(f"  waiting {len(allocation.unplaced)}")
    for text, number in Counter(one.text for one in allocation.unplaced).most_common(3):
        print(f"    {number}: {text}")
    print(
        f"  pairs: {allocation.eligible_pairs} fit, {allocation.undecided_pairs} are undecided, "
        "because something is not known"
    )
    print(f"  clients of the CSV files: {len(of_csv & set(placed))} of {len(of_csv)} placed")
    for one in allocation.unplaced:
        if one.client_id in of_csv and not one.undecided:
            failed = ", ".join(obstacle.criterion for obstacle in one.obstacles if obstacle.failing)
            print(f"    {one.client_id} waits: {one.text}; failed: {failed}")
    admitted = Counter(key for one in allocation.placements for key in one.admitted)
    for key, number in admitted.items():
        print(f"    let pass although unknown: {key}, {number} times")
    most = max((len(load.clients) for load in allocation.loads), default=0)
    print(f"  most clients with one person: {most}")
    print(
        f"  cost {allocation.costs.total}, proved to be least: {allocation.certificate.is_optimal}"
    )


def write(
    folder: Path, question: Mapping[str, Iterable[attrs.AttrsInstance]], allocation: Allocation
) -> None:
    """Write the question and the answer, and say which command gives the same answer."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, values in question.items():
        listed = ",\n".join(map(cc.dumps, values))
        (folder / name).write_text(f"[{listed}]\n", encoding="utf-8")
    answer = folder / "allocation.json"
    answer.write_text(f"{cc.dumps(allocation, indent=2)}\n", encoding="utf-8")
    first, second, third = (folder / name for name in question)
    print(f"{answer} is what this gives:")
    print(
        f"python -m carecore allocate {first} {second} --previous {third} --role {ROLE} "
        f"--as-of {AS_OF} --unknown admits --format json"
    )


def main() -> None:
    """Read, share out both ways, and write what was asked for."""
    options = argparse.ArgumentParser(description="Share out the clients of real records.")
    options.add_argument("records", nargs="?", type=Path, default=RECORDS, metavar="DIR")
    options.add_argument("--out", type=Path, metavar="FOLDER", help="where to write JSON")
    asked = options.parse_args()
    if not asked.records.is_dir():
        print("There are no real records here, so there is nothing to share out.")
        return

    imported = fhir_in(asked.records)
    clients, of_csv = clients_of(asked.records, imported)
    pool, others = pool_of(asked.records, imported)
    bonds = bonds_of(asked.records, of_csv, pool)
    places = {str(one.id) for one in imported.organizations}
    places |= {row["Id"] for row in rows(asked.records, "organizations")}

    print(f"{len(imported.faults)} parts of the FHIR files could not be read")
    print(f"{len(clients)} clients with a care plan, {len(of_csv)} of them from CSV files")
    print(f"  languages known of {sum(one.languages is not None for one in clients)}")
    print(f"  {len(bonds)} were seen last by somebody of the pool who is asked")
    print(f"{len(pool)} practitioners at {len(places)} organisations")
    print(f"  languages known of {sum(one.languages is not None for one in pool)}")
    print(f"  asked as if care managers: {len(pool) - others.total()}")
    print(f"  mapped to no role: {others.total()}")
    for what, number in others.most_common():
        print(f"    {number}: {what}")

    bars, admits = STANDARD_POLICY, STANDARD_POLICY.admitting(*STANDARD_POLICY.hard)
    barred = allocate(clients, pool, role=ROLE, policy=bars, as_of=AS_OF, previous=bonds)
    tell("Unknown bars", barred, of_csv)
    admitted = allocate(clients, pool, role=ROLE, policy=admits, as_of=AS_OF, previous=bonds)
    tell("Unknown admits", admitted, of_csv)

    print("Nobody has written down how many clients anybody takes on: nothing spreads them.")
    limited = [attrs.evolve(one, caseload_limit=10, caseload=0) for one in pool]
    what_if = allocate(clients, limited, role=ROLE, policy=admits, as_of=AS_OF, previous=bonds)
    tell("Unknown admits, and what if each took on ten at most", what_if, of_csv)

    if asked.out is not None:
        question: dict[str, Iterable[attrs.AttrsInstance]] = {
            "clients.json": clients,
            "pool.json": pool,
            "previous.json": bonds,
        }
        write(asked.out, question, admitted)


if __name__ == "__main__":
    main()
