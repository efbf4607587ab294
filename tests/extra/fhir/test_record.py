"""A record, both ways: every entry is written and read again, and nothing else comes of it."""

import pickle
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate
from carecore.extra.fhir import trusted
from carecore.extra.fhir.record import resource_type
from carecore.record import (
    Certainty,
    Condition,
    ConditionStatus,
    Entry,
    Event,
    EventKind,
    EventOutcome,
    Observation,
    Record,
)
from carecore.testing.strategies import values

from .made_records import ADA_ID, again

E = TypeVar("E", Condition, Event, Observation)

ADA = ADA_ID
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
HEART = Code(system="urn:x", code="1", label="Heart failure")


def own(kind: type[E]) -> st.SearchStrategy[list[E]]:
    """Entries of Ada, each with an id of its own."""
    mine = values(kind).map(lambda one: attrs.evolve(one, client_id=ADA))
    return st.lists(mine, max_size=3, unique_by=_id)


def _id(entry: Entry) -> str:
    return entry.id


RECORDS = st.builds(
    Record,
    client_id=st.just(ADA),
    conditions=own(Condition),
    observations=own(Observation),
    events=own(Event),
).filter(lambda one: one.entries != ())


@given(RECORDS)
def test_what_is_written_is_read_again(record: Record) -> None:
    assert again(record)[0] == record


STAY = Event(
    id="Encounter/e1", client_id=ADA, kind=EventKind.ADMISSION, happened=PartialDate(2026, 3, 1)
)
HOME = Event(
    id="Encounter/e1#discharge",
    client_id=ADA,
    kind=EventKind.DISCHARGE,
    happened=PartialDate(2026, 3, 9),
)


def test_a_stay_of_which_only_the_end_is_known_is_one_encounter() -> None:
    record = Record(client_id=ADA, events=(attrs.evolve(STAY, happened=None), HOME))

    found, writing = again(record)

    assert found == record
    (encounter,) = writing.resources
    assert encounter["period"] == {"end": "2026-03-09"}


def test_an_admission_and_its_discharge_are_one_encounter() -> None:
    record = Record(client_id=ADA, events=(STAY, HOME))

    found, writing = again(record)

    assert found == record
    (encounter,) = writing.resources
    assert encounter["period"] == {"start": "2026-03-01", "end": "2026-03-09"}
    assert writing.losses == []


@pytest.mark.parametrize(
    "events",
    [
        (HOME, STAY),
        (STAY, attrs.evolve(HOME, by="p-1")),
        (STAY, attrs.evolve(HOME, id="Encounter/e2#discharge")),
        (STAY, attrs.evolve(HOME, happened=None)),
        # FHIR refuses a stay that ended before it began.
        (STAY, attrs.evolve(HOME, happened=PartialDate(2026, 2, 9))),
        (attrs.evolve(STAY, happened=None), attrs.evolve(HOME, by="p-1")),
        (attrs.evolve(STAY, outcome=EventOutcome.REFUSED), HOME),
        (attrs.evolve(STAY, until=PartialDate(2026, 3, 9)),),
        (STAY,),
        (attrs.evolve(STAY, outcome=None),),
    ],
)
def test_where_they_say_more_each_is_written_by_itself(events: tuple[Event, ...]) -> None:
    record = Record(client_id=ADA, events=events)

    found, writing = again(record)

    assert found == record
    assert len(writing.resources) == len(events)


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (STAY, "Encounter"),
        (Event(id="e", kind=EventKind.VISIT), "Encounter"),
        (Event(id="Encounter/1", kind=EventKind.OTHER), "Encounter"),
        (Event(id="e", kind=EventKind.PROCEDURE), "Procedure"),
        (Event(id="e", kind=EventKind.TEACHING), "Procedure"),
        (
            Event(id="EpisodeOfCare/1", kind=EventKind.OTHER, what="episode_of_care"),
            "EpisodeOfCare",
        ),
        (Event(id="EpisodeOfCare/1", kind=EventKind.VISIT, what="episode_of_care"), "Procedure"),
        (Event(id="EpisodeOfCare/1", kind=EventKind.OTHER), "Procedure"),
    ],
)
def test_an_event_is_the_resource_that_fits_it(event: Event, kind: str) -> None:
    assert resource_type(event) == kind


@pytest.mark.parametrize("happened", [None, PartialDate(2026, 3, 9)])
@pytest.mark.parametrize("outcome", [*EventOutcome, None])
@pytest.mark.parametrize(
    ("key", "kind", "what"),
    [
        ("EpisodeOfCare/1", EventKind.OTHER, "episode_of_care"),
        ("Encounter/1", EventKind.VISIT, "talk"),
        ("Encounter/1", EventKind.ADMISSION, None),
        ("Procedure/1", EventKind.PROCEDURE, "surgery"),
        ("e-1", EventKind.TEACHING, None),
    ],
)
def test_no_outcome_becomes_another(
    key: str,
    kind: EventKind,
    what: str | None,
    *,
    outcome: EventOutcome | None,
    happened: PartialDate | None,
) -> None:
    early = PartialDate(2026, 3, 1)
    for until in (None, early, PartialDate(2026, 4)):
        event = Event(
            id=key,
            client_id=ADA,
            kind=kind,
            what=what,
            outcome=outcome,
            happened=happened,
            until=until,
            by="Practitioner/p1",
        )
        assert again(Record(client_id=ADA, events=(event,)))[0].events == (event,)


def test_what_fhir_tells_needs_no_extension() -> None:
    record = Record(
        client_id=ADA,
        conditions=(
            Condition(
                id="Condition/c1",
                client_id=ADA,
                what="heart_failure",
                code=HEART,
                status=ConditionStatus.RESOLVED,
                certainty=Certainty.CONFIRMED,
                onset=PartialDate(2020),
                abated=PartialDate(2021, 3),
                recorded=NOW,
            ),
            Condition(
                id="AllergyIntolerance/a1",
                client_id=ADA,
                what="allergy_to_nuts",
                text="Nuts",
                status=ConditionStatus.ACTIVE,
                certainty=Certainty.SUSPECTED,
            ),
        ),
        observations=(
            Observation(
                id="Observation/o1",
                client_id=ADA,
                what="heart_failure",
                code=HEART,
                value=Quantity("2.50", "m"),
                happened=NOW,
                recorded=NOW,
                by="Practitioner/p1",
            ),
            Observation(id="Observation/o2", client_id=ADA, what="walks_alone", value=True),
            Observation(id="Observation/o3", client_id=ADA, what="mood", value="low_spirits"),
            Observation(
                id="Observation/o4", client_id=ADA, code=HEART, what="heart_failure", value=HEART
            ),
        ),
        events=(
            STAY,
            HOME,
            Event(
                id="Procedure/p1",
                client_id=ADA,
                kind=EventKind.PROCEDURE,
                what="surgery",
                happened=NOW,
                until=NOW,
                by="Practitioner/p1",
                outcome=EventOutcome.ATTEMPTED,
            ),
            Event(
                id="EpisodeOfCare/x",
                client_id=ADA,
                kind=EventKind.OTHER,
                what="episode_of_care",
                by="Practitioner/p1",
                happened=PartialDate(2026),
            ),
        ),
    )

    found, writing = again(record)

    assert found == record
    assert writing.losses == []
    assert [one["resourceType"] for one in writing.resources] == [
        *("Condition", "AllergyIntolerance"),
        *(["Observation"] * 4),
        *("Encounter", "Procedure", "EpisodeOfCare"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        Condition(id="AllergyIntolerance/a", client_id=ADA, what="allergy_to_nuts"),
        Condition(
            id="AllergyIntolerance/a",
            client_id=ADA,
            what="allergy_to_nuts",
            status=ConditionStatus.REMISSION,
            abated=PartialDate(2026),
        ),
        Condition(id="AllergyIntolerance/a", client_id=ADA, what="hay_fever"),
        Condition(id="c", client_id=ADA, status=ConditionStatus.ACTIVE, abated=PartialDate(2026)),
        Condition(id="c", client_id=ADA, text="  "),
    ],
)
def test_odd_conditions_come_back_as_they_were(entry: Condition) -> None:
    assert again(Record(client_id=ADA, conditions=(entry,)))[0].conditions == (entry,)


@pytest.mark.parametrize(
    "entry",
    [
        Observation(id="o", client_id=ADA),
        Observation(id="o", client_id=ADA, recorded=PartialDate(2026)),
        Observation(id="o", client_id=ADA, what="a", text="B"),
        Observation(id="o", client_id=ADA, text=" "),
    ],
)
def test_odd_observations_come_back_as_they_were(entry: Observation) -> None:
    assert again(Record(client_id=ADA, observations=(entry,)))[0].observations == (entry,)


def test_entries_that_are_put_together_are_like_any_other() -> None:
    made: tuple[attrs.AttrsInstance, ...] = (
        trusted.condition(
            id="c",
            client_id=ADA,
            what="x",
            code=HEART,
            status=ConditionStatus.ACTIVE,
            certainty=None,
            onset=NOW,
            abated=None,
            recorded=NOW,
            text="t",
        ),
        trusted.observation(
            id="o",
            client_id=None,
            what="x",
            value=True,
            happened=NOW,
            recorded=None,
            code=None,
            by="p",
            text="t",
        ),
        trusted.event(id="e", client_id=ADA, kind=EventKind.VISIT, text="t"),
        trusted.quantity(Decimal("2.50"), "m"),
    )
    for one in made:
        given_ = {field.name: getattr(one, field.name) for field in attrs.fields(type(one))}
        same = type(one)(**given_)

        assert type(one) is type(same)
        assert (one, hash(one), repr(one)) == (same, hash(same), repr(same))
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 # its own
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, attrs.fields(type(one))[0].name, "other")
