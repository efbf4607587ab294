"""One full value of every class of the room; the people are made up."""

from datetime import UTC, date, datetime

import attrs

from carecore.base.reasons import Citation, OwnChoice
from carecore.base.timing import Offset, Period
from carecore.rights import (
    Acknowledgement,
    Consent,
    ConsentScope,
    Decision,
    Right,
    TimeLimit,
)
from carecore.roles import PayerKind

SOURCES = (
    Citation(authority="the ministry", section="part 2", as_of=date(2026, 11, 23)),
    OwnChoice("home comes first"),
)
TIME_LIMIT = TimeLimit(
    id="answer_request",
    starts="request_for_records",
    allowance=Offset(days=30),
    remark="once 30 days more",
    sources=SOURCES,
)
RIGHT = Right(
    id="see_own_record",
    name="see one's record",
    description="The client may read it.",
    settings=("acute_ward", "snf"),
    payers=(PayerKind.MEDICARE,),
    jurisdictions=("US",),
    shows=("copy_given",),
    grounds=("psychotherapy_notes",),
    limits=(TIME_LIMIT,),
    sources=SOURCES,
)
ACKNOWLEDGEMENT = Acknowledgement(
    right="see_own_record", at=date(2026, 11, 20), by="c-17", in_language="pl"
)
CONSENT = Consent(
    id="co-1",
    client_id="c-17",
    scope=ConsentScope.SHARING,
    is_given=True,
    by="r-1",
    at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    period=Period(date(2026, 11, 20), date(2027, 11, 20)),
    purposes=("transfer",),
    recipients=("p-1", "o-1"),
    withdrawn_at=date(2027, 3, 1),
    note="the daughter would like to be told",
)
DECISION = Decision(
    id="d-1",
    what="next_setting",
    options=("irf", "home_health", "none_of_these"),
    chosen="home_health",
    by="c-17",
    at=date(2026, 11, 21),
    because="the garden",
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value for value in (TIME_LIMIT, RIGHT, ACKNOWLEDGEMENT, CONSENT, DECISION)
}
"""The same by class."""
