"""Patient and RelatedPerson, both ways."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import When
from carecore.base.timing import PartialDate, Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.clients import death_told, write_client
from carecore.extra.fhir.writing import Writing
from carecore.people import Authority, Client, Representative
from carecore.record import Event, EventKind, EventOutcome, Record
from carecore.testing.strategies import values

from .made_records import alone, happened, kept

Json = dict[str, Any]

ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
TAGS = "urn:ietf:bcp:47"
OLD_TAGS = "http://hl7.org/fhir/ValueSet/languages"
ADA: Json = {"reference": "Patient/ada"}


def patient(**elements: object) -> Imported:
    return alone("Patient", **elements)


def only(found: Imported) -> Client:
    (one,) = found.clients
    return one


def relative(*codes: str, system: str = ROLE_CODE, **elements: object) -> Imported:
    """What somebody with these codes gives who is related to Ada."""
    codings = [{"system": system, "code": code} for code in codes]
    told: Json = {"relationship": [{"coding": codings}]} if codes else {}
    return alone("RelatedPerson", patient=ADA, **told | elements)


def speaking(found: Imported) -> Representative:
    (one,) = only(found).representatives
    return one


def language(code: object, *, system: str = TAGS, **beside: object) -> Json:
    return {"language": {"coding": [{"system": system, "code": code}]}, **beside}


def test_a_patient_is_a_client_of_whom_the_rest_is_unknown() -> None:
    assert patient().clients == (Client(id="Patient/1"),)


def test_the_first_name_is_the_name_and_the_others_are_lost() -> None:
    found = patient(name=[{"given": ["Ada"], "family": "Quill"}, {"text": "Ada Reed"}])

    assert (only(found).name, kept(found)) == (
        "Ada Quill",
        {"Patient.name": '{"text":"Ada Reed"}'},
    )


@pytest.mark.parametrize("born", ["1941", "1941-03", "1941-03-09"])
def test_a_birth_date_is_as_exact_as_it_is_told(born: str) -> None:
    assert only(patient(birthDate=born)).birth_date == PartialDate.parse(born)


def test_somebody_is_born_on_a_day_and_not_at_a_time_of_day() -> None:
    found = patient(birthDate="1941-03-09T08:00:00Z")

    assert only(found).birth_date is None
    assert str(found.faults[0]).startswith(
        "$[0].birthDate: it has a time of day, and a day is wanted. Maybe '1948-03-01'"
    )


@pytest.mark.parametrize(
    ("elements", "when"),
    [
        ({"deceasedBoolean": True}, None),
        ({"deceasedDateTime": "2026-03"}, PartialDate(2026, 3)),
        (
            {"deceasedDateTime": "2026-03-01T09:30:00Z"},
            datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
        ),
    ],
)
def test_a_death_is_an_event(elements: Json, when: When | None) -> None:
    found = patient(**elements)

    assert happened(found) == (
        Event(
            id="Patient/1#death",
            client_id="Patient/1",
            kind=EventKind.DEATH,
            outcome=EventOutcome.DONE,
            happened=when,
        ),
    )
    assert (found.losses, found.faults) == ((), ())


def test_that_somebody_lives_is_no_event_and_is_kept() -> None:
    found = patient(deceasedBoolean=False)

    assert (happened(found), kept(found)) == ((), {"Patient.deceasedBoolean": "false"})


def test_a_death_that_nobody_can_read_is_a_fault_and_no_event() -> None:
    found = read(
        {"resourceType": "Patient", "id": "1", "deceasedDateTime": "spring"},
        {"resourceType": "Patient", "id": "2", "deceasedBoolean": "yes"},
    )

    assert [one.place for one in found.faults] == [
        "$[0].deceasedDateTime",
        "$[1].deceasedBoolean",
    ]
    assert happened(found) == ()


def test_a_death_comes_after_whatever_else_happened() -> None:
    visit = {
        "resourceType": "Procedure",
        "id": "p",
        "status": "completed",
        "subject": {"reference": "Patient/1"},
    }
    died = {"resourceType": "Patient", "id": "1", "deceasedBoolean": True}

    kinds = [one.kind for one in happened(read(died, visit))]

    assert kinds == [EventKind.PROCEDURE, EventKind.DEATH]


def test_a_death_whose_event_cannot_be_called_anything_is_lost() -> None:
    long = "x" * 250
    found = read(
        {
            "resourceType": "Patient",
            "identifier": [{"system": "https://carecore.invalid/id", "value": long}],
            "deceasedBoolean": True,
        }
    )

    assert (only(found).id, happened(found)) == (long, ())
    assert kept(found) == {"Patient.deceasedBoolean": "true"}


def test_languages_are_the_tags_of_their_codes() -> None:
    found = patient(communication=[language("pl"), language("en-US", system=OLD_TAGS)])

    assert only(found).languages == ("pl", "en-US")
    assert kept(found) == {"Patient.communication.language.coding.system": f'"{OLD_TAGS}"'}


@pytest.mark.parametrize(
    "told",
    [
        language("Polish or so"),
        language("pl", system="urn:other"),
        language(3),
        {"language": {"text": "Polish"}},
        {"preferred": True},
    ],
)
def test_a_language_without_a_code_is_a_loss(told: Json) -> None:
    found = patient(communication=[told])

    assert (only(found).languages, found.faults) == (None, ())
    assert found.losses


def test_further_codes_of_one_language_are_lost() -> None:
    codings = [{"system": TAGS, "code": "pl"}, {"system": TAGS, "code": "pl-PL"}]
    found = patient(communication=[{"language": {"coding": codings}}])

    assert only(found).languages == ("pl",)
    assert kept(found) == {
        "Patient.communication.language.coding.system": f'"{TAGS}"',
        "Patient.communication.language.coding.code": '"pl-PL"',
    }


@pytest.mark.parametrize(
    ("preferred", "languages", "lost"),
    [
        ((None, True, None), ("b", "a", "c"), 0),
        ((None, True, True), ("b", "c", "a"), 0),
        ((True, None, None), ("a", "b", "c"), 1),
        ((None, None, False), ("a", "b", "c"), 0),
        ((False, True, None), ("b", "a", "c"), 0),
    ],
)
def test_preferred_languages_come_first_and_what_moves_nothing_is_kept(
    preferred: tuple[bool | None, ...], languages: tuple[str, ...], lost: int
) -> None:
    told = [
        language(tag * 2) | ({} if one is None else {"preferred": one})
        for tag, one in zip("abc", preferred, strict=True)
    ]
    found = patient(communication=told)

    assert only(found).languages == tuple(tag * 2 for tag in languages)
    assert len(found.losses) == lost


@pytest.mark.parametrize(
    ("address", "code", "lost"),
    [
        ({"country": "US", "state": "MA"}, "US-MA", []),
        ({"country": "US", "state": "Massachusetts"}, "US", ["state"]),
        ({"country": "USA", "state": "MA"}, "US-MA", ["country"]),
        ({"country": "NLD"}, "NL", ["country"]),
        ({"country": "AU", "state": "VIC"}, "AU-VIC", []),
        ({"country": "FR", "state": "75"}, "FR", ["state"]),
        ({"country": "US", "state": 3}, "US", ["state"]),
    ],
)
def test_a_country_and_a_part_of_it_in_a_code_are_the_jurisdiction(
    address: Json, code: str, lost: list[str]
) -> None:
    found = patient(address=[address])

    assert only(found).jurisdiction == Jurisdiction(code)
    assert [one.path for one in found.losses] == [f"Patient.address.{one}" for one in lost]


@pytest.mark.parametrize(
    "address",
    [
        {"state": "MA"},
        {"country": "United States"},
        {"country": "us"},
        {"country": "XX"},
        {"country": 1},
        {"country": "US", "use": "old"},
        {"country": "US", "use": "billing"},
        {"country": "US", "use": "work"},
        {"country": "US", "type": "postal"},
        {"country": "US", "period": {"end": "2020"}},
    ],
)
def test_an_address_in_words_or_that_is_not_where_somebody_lives_is_a_loss(address: Json) -> None:
    found = patient(address=[address])

    assert (only(found).jurisdiction, len(found.losses)) == (None, len(address))


def test_the_first_address_in_use_tells_where_somebody_is() -> None:
    given = [
        {"country": "DE", "use": "old"},
        {"city": "Porto"},
        {"country": "PT", "period": {"start": "2020"}},
        {"country": "ES"},
    ]

    assert only(patient(address=given)).jurisdiction == Jurisdiction("PT")


def test_whatever_else_is_known_of_a_patient_is_lost_at_its_place() -> None:
    found = patient(gender="female", active=True, contact=[{"name": {"text": "Bo Quill"}}])

    assert sorted(kept(found)) == ["Patient.active", "Patient.contact", "Patient.gender"]


@pytest.mark.parametrize(
    ("codes", "authority"),
    [
        (["HPOWATT"], Authority.AGENT),
        (["GUARD"], Authority.GUARDIAN),
        (["DAU"], Authority.FAMILY),
        (["WIFE", "HPOWATT"], Authority.AGENT),
        (["FAMMEMB"], Authority.FAMILY),
        (["FRND"], None),
        (["FMRSPS"], None),
        (["POWATT"], None),
        (["GUADLTM"], None),
        ([], None),
    ],
)
def test_an_authority_is_what_a_code_clearly_says(
    codes: list[str], authority: Authority | None
) -> None:
    found = relative(*codes)

    assert speaking(found) == Representative(id="RelatedPerson/1", authority=authority)
    assert found.faults == ()


def test_a_code_that_tells_more_than_the_authority_is_kept() -> None:
    assert relative("GUARD").losses == ()
    assert kept(relative("DAU"))["RelatedPerson.relationship.coding.code"] == '"DAU"'
    old = relative("GUARD", system="http://hl7.org/fhir/v3/RoleCode")
    assert (speaking(old).authority, len(old.losses)) == (Authority.GUARDIAN, 2)


def test_words_and_codes_of_other_systems_tell_no_authority() -> None:
    found = alone(
        "RelatedPerson",
        patient=ADA,
        relationship=[
            {"text": "Daughter"},
            {"coding": [{"system": ROLE_CODE, "code": 3}, {"system": "urn:x", "code": "DAU"}]},
        ],
    )

    assert (speaking(found).authority, len(found.losses)) == (None, 5)


def test_an_entry_that_is_not_in_use_gives_nobody_an_authority() -> None:
    found = relative("HPOWATT", active=False)

    assert speaking(found).authority is None
    assert set(kept(found)) == {"RelatedPerson.active", "RelatedPerson.relationship"}


def test_the_one_relationship_of_an_older_version_counts() -> None:
    found = alone(
        "RelatedPerson",
        patient=ADA,
        relationship={"coding": [{"system": ROLE_CODE, "code": "GUARD"}]},
    )

    assert (speaking(found).authority, found.losses) == (Authority.GUARDIAN, ())


def test_somebody_related_speaks_for_the_client_in_a_period_of_days() -> None:
    found = relative(period={"start": "2026-03-01", "end": "2026-03-31"}, name=[{"text": "Bo"}])

    assert speaking(found).period == Period(date(2026, 3, 1), date(2026, 4, 1))
    assert (speaking(found).name, found.losses) == ("Bo", ())


def test_a_client_of_whom_only_a_relative_is_known_is_a_client() -> None:
    assert only(relative()).id == "Patient/ada"


def test_a_relative_of_nobody_is_a_fault_that_keeps_everything() -> None:
    for told in ({}, {"patient": {"display": "Ada"}}):
        found = alone("RelatedPerson", birthDate="1970", **told)

        assert found.clients == ()
        assert [(one.place, '"birthDate"' in one.kept) for one in found.faults] == [("$[0]", True)]


def test_several_who_speak_for_a_client_stand_in_their_order() -> None:
    first = {"resourceType": "RelatedPerson", "id": "b", "patient": ADA}
    found = read({"resourceType": "Patient", "id": "ada"}, first, first | {"id": "a"})

    assert [one.id for one in only(found).representatives] == ["RelatedPerson/b", "RelatedPerson/a"]


def test_a_name_that_is_none_costs_nothing_but_itself() -> None:
    found = read(
        {"resourceType": "Patient", "id": "ada", "name": [{"text": 3}]},
        {"resourceType": "RelatedPerson", "id": "b", "patient": ADA},
    )

    assert len(only(found).representatives) == 1
    assert [one.place for one in found.faults] == ["$[0].name[0].text"]


def written(client: Client, death: Event | None = None) -> Writing:
    writing = Writing(client.id)
    writing.name("Patient", client.id)
    for one in client.representatives:
        writing.name("RelatedPerson", one.id)
    write_client(client, "$.client", writing, death=death)
    return writing


@given(client=values(Client))
def test_what_is_written_of_a_client_is_read_again(client: Client) -> None:
    found = read(*written(client).resources)

    assert (found.clients, found.faults) == ((client,), ())


def test_what_fhir_can_tell_of_a_client_needs_nothing_of_our_own() -> None:
    client = Client(
        id="Patient/ada",
        name="Ada Quill",
        birth_date=PartialDate(1941),
        jurisdiction="US-MA",
        languages=["pl", "en"],
        representatives=[
            Representative(
                id="RelatedPerson/bo",
                authority=Authority.AGENT,
                period=Period(date(2026, 3, 1)),
                name="Bo Quill",
            )
        ],
    )
    writing = written(client)

    assert writing.losses == []
    assert writing.resources == [
        {
            "resourceType": "Patient",
            "id": "ada",
            "name": [{"text": "Ada Quill"}],
            "birthDate": "1941",
            "address": [{"country": "US", "state": "MA"}],
            "communication": [
                {"language": {"coding": [{"system": TAGS, "code": one}]}} for one in ("pl", "en")
            ],
        },
        {
            "resourceType": "RelatedPerson",
            "id": "bo",
            "patient": {"reference": "Patient/ada"},
            "relationship": [{"coding": [{"system": ROLE_CODE, "code": "HPOWATT"}]}],
            "name": [{"text": "Bo Quill"}],
            "period": {"start": "2026-03-01"},
        },
    ]
    assert read(*writing.resources).losses == ()


def test_what_fhir_cannot_tell_of_a_client_is_listed() -> None:
    client = Client(
        id="c-1",
        name=" ",
        jurisdiction="DE-BE",
        languages=["not a tag"],
        needs=["losing_heart"],
        representatives=[
            Representative(id="r-1", authority=Authority.SURROGATE, jurisdiction="DE"),
            Representative(id="r-1"),
        ],
    )
    writing = written(client)

    assert [one.place for one in writing.losses] == [
        *(f"$.client.{one}" for one in ("needs", "name", "jurisdiction", "languages")),
        "$.client.representatives",
        "$.client.representatives[0].jurisdiction",
        "$.client.representatives[0].authority",
    ]
    assert read(*writing.resources).clients == (client,)


def test_a_representative_that_is_told_twice_stands_once_and_a_difference_is_kept() -> None:
    client = Client(id="c-1", representatives=[Representative(id="r-1"), Representative(id="r-1")])
    resources = written(client).resources

    assert "RelatedPerson" not in kept(read(*resources))
    resources[1]["name"] = [{"text": "Bo"}]
    found = read(*resources)
    assert (found.clients, kept(found)["RelatedPerson"][:15]) == ((client,), '{"resourceType"')


@pytest.mark.parametrize("when", [None, PartialDate(2026, 3)])
def test_a_death_can_be_told_of_the_patient(when: When | None) -> None:
    died = Event(id="c-1#death", client_id="c-1", kind=EventKind.DEATH, happened=when)
    record = Record(client_id="c-1", events=(Event(id="e-1", kind=EventKind.VISIT), died))
    assert death_told(record, "c-1") == died

    found = read(*written(Client(id="c-1"), died).resources)

    assert happened(found) == (died,)


@pytest.mark.parametrize(
    "record",
    [
        None,
        Record(client_id="c-1"),
        Record(client_id="c-2", events=(Event(id="c-1#death", kind=EventKind.DEATH),)),
        Record(client_id="c-1", events=(Event(id="e-1", kind=EventKind.DEATH),)),
        Record(client_id="c-1", events=(Event(id="c-1#death", kind=EventKind.VISIT),)),
    ],
)
def test_what_is_not_just_a_death_is_told_in_another_way(record: Record | None) -> None:
    assert death_told(record, "c-1") is None
