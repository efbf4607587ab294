"""What criteria say of what clients ask for, what their care demands, and what it costs."""

from datetime import time
from typing import Any, Final, NamedTuple

import attrs

from carecore.base.amounts import Money
from carecore.base.reasons import Verdict
from carecore.matching import CriterionKind
from carecore.people import (
    Client,
    ClientPreferences,
    Gender,
    LanguageLevel,
    LanguageSkill,
    Professional,
    WeeklyHours,
)

__all__ = ["CASES", "MONDAY", "Case", "asks", "client", "person"]

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
MONDAY: Final = WeeklyHours(weekday=1, start=time(9), end=time(12))
EARLY: Final = WeeklyHours(weekday=1, start=time(8), end=time(10, 30))
TUESDAY: Final = WeeklyHours(weekday=2, start=time(0), end=time(0))
B2, SIXTY = LanguageLevel.B2, Money("60", "EUR")


def person(**fields: Any) -> Professional:  # noqa: ANN401 # whatever a field takes
    """Somebody with these fields."""
    return attrs.evolve(Professional(id="p-1", roles=("care_manager",)), **fields)


def client(**fields: Any) -> Client:  # noqa: ANN401 # whatever a field takes
    """A client with these fields."""
    return attrs.evolve(Client(id="c-1", languages=("pl", "en")), **fields)


def asks(**fields: Any) -> Client:  # noqa: ANN401 # whatever a field takes
    """A client who asks for that."""
    return client(preferences=ClientPreferences(**fields))


def speaks(*languages: str, **levels: LanguageLevel | None) -> Professional:
    """Somebody who speaks these languages, some of them at a level that is told."""
    skills = [LanguageSkill(language=one, level=level) for one, level in levels.items()]
    return person(languages=languages, language_skills=skills)


class Case(NamedTuple):
    """One pair, and what a criterion says of it.

    Attributes:
        kind: the kind of criterion.
        person: the professional.
        client: the client.
        verdict: what a hard one says.
        text: its words.
        points: what a soft one earns out of 12.
    """

    kind: CriterionKind
    person: Professional
    client: Client
    verdict: Verdict
    text: str
    points: int


def _of(kind: CriterionKind, *cases: tuple[Any, ...]) -> tuple[Case, ...]:
    return tuple(Case(kind, *one) for one in cases)


PLAIN = person()
UNASKED = client()
NOTHING = asks()
CASES: Final[tuple[Case, ...]] = (
    *_of(
        CriterionKind.LANGUAGE,
        (
            speaks("pl", "en", pl=LanguageLevel.C1),
            asks(language_level=B2),
            MET,
            "speaks pl at C1; B2 or better is wanted",
            12,
        ),
        (
            speaks("en", en=B2),
            asks(language_level=B2),
            MET,
            "speaks en at B2; B2 or better is wanted",
            6,
        ),
        (
            speaks("pl", "en", pl=LanguageLevel.A2, en=B2),
            asks(language_level=B2),
            MET,
            "speaks en at B2; B2 or better is wanted",
            6,
        ),
        (
            speaks("pl", pl=LanguageLevel.B1),
            asks(language_level=B2),
            NOT_MET,
            "speaks pl at B1; B2 or better is wanted",
            6,
        ),
        (
            speaks("pl"),
            asks(language_level=B2),
            UNKNOWN,
            "speaks pl, nobody has said how well; B2 or better is wanted",
            6,
        ),
        (
            speaks("pl", pl=None),
            asks(language_level=B2),
            UNKNOWN,
            "speaks pl, nobody has said how well; B2 or better is wanted",
            6,
        ),
        (speaks("es"), asks(language_level=B2), NOT_MET, "speaks es; the client, pl, en", 0),
        (
            speaks("es", es=B2),
            attrs.evolve(asks(language_level=B2), languages=()),
            MET,
            "the client asks for no language",
            12,
        ),
    ),
    *_of(
        CriterionKind.SERVICE_AREA,
        (PLAIN, UNASKED, MET, "no service areas are drawn", 0),
        (
            person(areas=("north",)),
            UNASKED,
            UNKNOWN,
            "nobody has said in which area the client lives",
            0,
        ),
        (person(areas=()), UNASKED, NOT_MET, "serves no area", 0),
        (PLAIN, client(area="north"), UNKNOWN, "nobody has said which areas they serve", 0),
        (person(areas=("north",)), client(area="north"), MET, "serves the area north", 6),
        (
            person(areas=("north", "south"), base_area="north"),
            client(area="north"),
            MET,
            "serves the area north",
            12,
        ),
        (
            person(areas=("south",), base_area="north"),
            client(area="north"),
            NOT_MET,
            "does not serve the area north",
            0,
        ),
    ),
    *_of(
        CriterionKind.WANTED_HOURS,
        (PLAIN, UNASKED, MET, "nobody has said when in the week the client wants somebody", 0),
        (PLAIN, NOTHING, MET, "the client asks for no hours in particular", 0),
        (PLAIN, asks(hours=()), MET, "the client asks for no hours in particular", 0),
        (
            PLAIN,
            asks(hours=(MONDAY,)),
            UNKNOWN,
            "nobody has said when in the week they have time",
            0,
        ),
        (
            person(hours=(attrs.evolve(MONDAY, end=time(13)),)),
            asks(hours=(MONDAY,)),
            MET,
            "has time in all of the 3 hours a week that the client wants",
            12,
        ),
        (
            person(hours=(EARLY,)),
            asks(hours=(MONDAY,)),
            NOT_MET,
            (
                "has time in 1 hour 30 minutes of the 3 hours a week that the client wants; "
                "not Mon 10:30-12:00"
            ),
            6,
        ),
        (
            person(hours=(TUESDAY,)),
            asks(hours=(MONDAY,)),
            NOT_MET,
            "has no time in the 3 hours a week that the client wants: Mon 09:00-12:00",
            0,
        ),
        (
            person(hours=()),
            asks(hours=(MONDAY,)),
            NOT_MET,
            "has no time in the 3 hours a week that the client wants: Mon 09:00-12:00",
            0,
        ),
        (
            person(hours=(MONDAY,), weekly_hours=0),
            asks(hours=(MONDAY,)),
            NOT_MET,
            "has no time in the 3 hours a week that the client wants: Mon 09:00-12:00",
            0,
        ),
    ),
    *_of(
        CriterionKind.ACUITY,
        (PLAIN, UNASKED, MET, "nobody counts acuity", 0),
        (
            PLAIN,
            client(acuity=3),
            UNKNOWN,
            "nobody has said up to which acuity they take on; the client's is 3",
            0,
        ),
        (
            person(highest_acuity=2),
            UNASKED,
            UNKNOWN,
            "takes on acuity up to 2, and nobody has said how acute the client is",
            0,
        ),
        (
            person(highest_acuity=3),
            client(acuity=3),
            MET,
            "takes on acuity up to 3; the client's is 3",
            12,
        ),
        (
            person(highest_acuity=2),
            client(acuity=3),
            NOT_MET,
            "takes on acuity up to 2; the client's is 3",
            0,
        ),
        (
            person(highest_acuity=0),
            client(acuity=0),
            MET,
            "takes on acuity up to 0; the client's is 0",
            12,
        ),
    ),
    *_of(
        CriterionKind.VETO,
        (PLAIN, UNASKED, MET, "nobody has said that the client or the family declines them", 12),
        (PLAIN, asks(vetoes=("p-2",)), MET, "the client and the family do not decline them", 12),
        (
            PLAIN,
            asks(vetoes=("p-2", "p-1")),
            NOT_MET,
            "the client or the family asks for somebody else",
            0,
        ),
    ),
    *_of(
        CriterionKind.GENDER,
        (PLAIN, UNASKED, MET, "nobody has said that the client asks for a gender", 0),
        (PLAIN, NOTHING, MET, "the client asks for no gender in particular", 0),
        (
            PLAIN,
            asks(gender=Gender.FEMALE),
            UNKNOWN,
            "nobody has said whether they are of the gender that the client asks for",
            0,
        ),
        (
            person(gender=Gender.FEMALE),
            asks(gender=Gender.FEMALE),
            MET,
            "is of the gender that the client asks for",
            12,
        ),
        (
            person(gender=Gender.MALE),
            asks(gender=Gender.FEMALE),
            NOT_MET,
            "is not of the gender that the client asks for",
            0,
        ),
    ),
    *_of(
        CriterionKind.CULTURE,
        (PLAIN, UNASKED, MET, "nobody has said that the client asks for a culture", 0),
        (PLAIN, NOTHING, MET, "the client asks for no culture in particular", 0),
        (
            PLAIN,
            asks(cultures=("sorbian",)),
            UNKNOWN,
            "nobody has said whether they are at home in a culture that the client asks for",
            0,
        ),
        (
            person(cultures=("polish", "sorbian")),
            asks(cultures=("catalan", "sorbian")),
            MET,
            "is at home in a culture that the client asks for",
            12,
        ),
        (
            person(cultures=()),
            asks(cultures=("sorbian",)),
            NOT_MET,
            "is not at home in a culture that the client asks for",
            0,
        ),
    ),
    *_of(
        CriterionKind.EXPERIENCE,
        (PLAIN, UNASKED, UNKNOWN, "nobody has said which conditions the client has", 0),
        (PLAIN, client(conditions=()), MET, "the client has no condition that is named", 0),
        (
            PLAIN,
            client(conditions=("stroke",)),
            UNKNOWN,
            "nobody has said with which conditions they have experience",
            0,
        ),
        (
            person(experience=("dementia", "stroke", "diabetes")),
            client(conditions=("stroke", "dementia")),
            MET,
            "has experience with stroke, dementia",
            12,
        ),
        (
            person(experience=("stroke",)),
            client(conditions=("dementia", "stroke", "diabetes")),
            NOT_MET,
            "has experience with stroke; none with dementia, diabetes",
            4,
        ),
        (
            person(experience=("asthma",)),
            client(conditions=("stroke",)),
            NOT_MET,
            "has no experience with stroke",
            0,
        ),
    ),
    *_of(
        CriterionKind.PAYER,
        (PLAIN, UNASKED, MET, "nobody has said who pays", 12),
        (
            person(payers=("private_pay", "medicaid")),
            UNASKED,
            MET,
            "is paid by the family itself, as nobody has said who else pays",
            12,
        ),
        (
            person(payers=("medicaid",)),
            UNASKED,
            UNKNOWN,
            "accepts medicaid, and nobody has said who pays",
            0,
        ),
        (person(payers=()), UNASKED, NOT_MET, "accepts nobody's pay", 0),
        (PLAIN, client(payers=("medicaid",)), UNKNOWN, "nobody has said whose pay they accept", 0),
        (
            person(payers=("medicaid", "private_pay")),
            client(payers=("medicare", "medicaid")),
            MET,
            "is paid by medicaid",
            12,
        ),
        (
            person(payers=("private_pay",)),
            client(payers=("medicare", "medicaid")),
            NOT_MET,
            "accepts pay by the family itself; the client is paid for by medicare, medicaid",
            0,
        ),
        (
            person(payers=("private_pay",)),
            client(payers=()),
            NOT_MET,
            "accepts pay by the family itself; the client is paid for by nobody",
            0,
        ),
    ),
    *_of(
        CriterionKind.RATE,
        (PLAIN, UNASKED, MET, "nobody has said what an hour may cost", 0),
        (PLAIN, NOTHING, MET, "the client names no limit to what an hour costs", 0),
        (
            PLAIN,
            asks(rate_limit=SIXTY),
            UNKNOWN,
            "nobody has said what an hour with them costs; at most 60 EUR is wanted",
            0,
        ),
        (
            person(rate=Money("45.50", "EUR")),
            asks(rate_limit=SIXTY),
            MET,
            "an hour costs 45.50 EUR; at most 60 EUR is wanted",
            2,
        ),
        (
            person(rate=Money("60.00", "EUR")),
            asks(rate_limit=SIXTY),
            MET,
            "an hour costs 60.00 EUR; at most 60 EUR is wanted",
            0,
        ),
        (
            person(rate=Money("60.01", "EUR")),
            asks(rate_limit=SIXTY),
            NOT_MET,
            "an hour costs 60.01 EUR; at most 60 EUR is wanted",
            0,
        ),
        (
            person(rate=Money("45", "USD")),
            asks(rate_limit=SIXTY),
            UNKNOWN,
            "an hour costs 45 USD, and the limit is in EUR",
            0,
        ),
        (
            person(rate=Money("0", "EUR")),
            asks(rate_limit=Money("0", "EUR")),
            MET,
            "an hour costs 0 EUR; at most 0 EUR is wanted",
            12,
        ),
    ),
    *_of(
        CriterionKind.WISH,
        (PLAIN, UNASKED, MET, "nobody has said whom the client wishes for", 0),
        (PLAIN, NOTHING, MET, "the client wishes for nobody by name", 0),
        (PLAIN, asks(wishes=("p-1",)), MET, "the client wishes for them", 12),
        (
            PLAIN,
            asks(wishes=("p-2", "p-1", "p-3")),
            MET,
            "the client wishes for them, in place 2",
            8,
        ),
        (PLAIN, asks(wishes=("p-2",)), NOT_MET, "the client wishes for somebody else", 0),
    ),
)
