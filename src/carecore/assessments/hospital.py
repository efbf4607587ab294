"""The HOSPITAL score: readmission within 30 days that could have been avoided.

It was published with other counts of admissions in 2013 and in 2016, and simplified in 2017; each
of the three is a tool of its own, with its own bands and risks, and they do not mix.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final

from carecore.assessments.given import amount, count, yes
from carecore.assessments.scores import Score, ScorePart, score_of_parts
from carecore.assessments.sources import (
    CLINIBORG_HOSPITAL,
    EVIDENCIO_HOSPITAL,
    HEALTHCARE_ANALYTICS,
    HOSPITAL_2013_PAPER,
    HOSPITAL_2016_PAPER,
    HOSPITAL_2017_PAPER,
    SHM_SIMPLIFIED_HOSPITAL,
)
from carecore.assessments.tools import ScoreBand, ScoreItem, ScoreTool
from carecore.base.amounts import Quantity
from carecore.base.checks import require_instance
from carecore.base.reasons import FactValue, OwnChoice, Source
from carecore.base.timing import Offset, PartialDate

__all__ = [
    "HOSPITAL_2013",
    "HOSPITAL_2016",
    "HOSPITAL_SIMPLIFIED",
    "HospitalVariant",
    "hospital_score",
]


class HospitalVariant(Enum):
    """Which publication of the HOSPITAL score; its value is the id of the tool.

    .. versionadded:: 0.1
    """

    DERIVED_2013 = "hospital_2013"
    VALIDATED_2016 = "hospital_2016"
    SIMPLIFIED = "hospital_simplified"


_HAEMOGLOBIN: Final = MappingProxyType({"g/dL": Decimal(1), "g/L": Decimal("0.1")})
_SODIUM: Final = MappingProxyType({"mmol/L": Decimal(1), "meq/L": Decimal(1), "mEq/L": Decimal(1)})
_LOW_HAEMOGLOBIN: Final = 12
_LOW_SODIUM: Final = 135
_LONG_STAY: Final = 5
_MANY_ADMISSIONS: Final = 5

_OUTCOME: Final = "readmission within 30 days that could have been avoided"
_FRESH: Final = OwnChoice("a HOSPITAL score is relied on for the 30 days that it foretells")
_CAUTIONS: Final = (
    "It was made with people discharged from medical wards.",
    (
        "The publications count admissions differently: points, bands and risks of one are no good "
        "for another."
    ),
)

_BLOOD: Final = ScoreItem(id="low_haemoglobin", name="haemoglobin below 12 g/dL", points=(0, 1))
_SALT: Final = ScoreItem(id="low_sodium", name="sodium below 135 mmol/L", points=(0, 1))
_ONCOLOGY: Final = ScoreItem(
    id="oncology", name="discharged from an oncology service", points=(0, 2)
)
_CANCER: Final = ScoreItem(
    id="oncology", name="cancer, or discharged from an oncology service", points=(0, 2)
)
_PROCEDURE: Final = ScoreItem(id="procedure", name="a procedure during the stay", points=(0, 1))
_URGENT: Final = ScoreItem(id="urgent_admission", name="the admission was urgent", points=(0, 1))
_ADMISSIONS_2013: Final = ScoreItem(
    id="admissions", name="admissions in the year before: none, 1 to 5, or more", points=(0, 2, 5)
)
_ADMISSIONS_2016: Final = ScoreItem(
    id="admissions",
    name="admissions in the year before: up to 1, 2 to 5, or more",
    points=(0, 2, 5),
)
_STAY: Final = ScoreItem(id="long_stay", name="a stay of 5 days or more", points=(0, 2))


def _bands(risks: tuple[str, str, str], sources: tuple[Source, ...], /) -> tuple[ScoreBand, ...]:
    stretches = (("low", 0, 4), ("intermediate", 5, 6), ("high", 7, 13))
    return tuple(
        ScoreBand(
            id=key,
            name=f"{key} risk",
            from_points=first,
            to_points=last,
            risk_percent=Decimal(risk),
            sources=sources,
        )
        for (key, first, last), risk in zip(stretches, risks, strict=True)
    )


HOSPITAL_2013: Final = ScoreTool(
    id=HospitalVariant.DERIVED_2013.value,
    name="HOSPITAL score of 2013",
    least=0,
    most=13,
    higher_is_worse=True,
    items=(_BLOOD, _ONCOLOGY, _SALT, _PROCEDURE, _URGENT, _ADMISSIONS_2013, _STAY),
    bands=_bands(("5.2", "9.8", "18.3"), (EVIDENCIO_HOSPITAL, HOSPITAL_2013_PAPER.part("risks"))),
    outcome=_OUTCOME,
    fresh_for=Offset(days=30),
    cautions=_CAUTIONS,
    sources=(CLINIBORG_HOSPITAL.part("points"), HOSPITAL_2013_PAPER, _FRESH),
)
"""The HOSPITAL score as it was derived in 2013; its risks were not read in the paper.

.. versionadded:: 0.1
"""

HOSPITAL_2016: Final = ScoreTool(
    id=HospitalVariant.VALIDATED_2016.value,
    name="HOSPITAL score of 2016",
    least=0,
    most=13,
    higher_is_worse=True,
    items=(_BLOOD, _ONCOLOGY, _SALT, _PROCEDURE, _URGENT, _ADMISSIONS_2016, _STAY),
    bands=_bands(("5.8", "11.9", "22.8"), (EVIDENCIO_HOSPITAL, CLINIBORG_HOSPITAL.part("risks"))),
    outcome=_OUTCOME,
    fresh_for=Offset(days=30),
    cautions=_CAUTIONS,
    sources=(
        HEALTHCARE_ANALYTICS.part("HOSPITAL, admissions"),
        CLINIBORG_HOSPITAL.part("length of stay"),
        HOSPITAL_2016_PAPER,
        _FRESH,
    ),
)
"""The HOSPITAL score as it was validated in nine hospitals and published in 2016.

.. versionadded:: 0.1
"""

HOSPITAL_SIMPLIFIED: Final = ScoreTool(
    id=HospitalVariant.SIMPLIFIED.value,
    name="simplified HOSPITAL score",
    least=0,
    most=12,
    higher_is_worse=True,
    items=(_BLOOD, _CANCER, _SALT, _URGENT, _ADMISSIONS_2016, _STAY),
    bands=(
        ScoreBand(
            id="unlikely",
            name="readmission is unlikely",
            from_points=0,
            to_points=4,
            sources=(HOSPITAL_2017_PAPER.part("threshold").unverified(),),
        ),
        ScoreBand(
            id="likely",
            name="readmission is likely",
            from_points=5,
            to_points=12,
            sources=(HOSPITAL_2017_PAPER.part("threshold").unverified(),),
        ),
    ),
    outcome=_OUTCOME,
    fresh_for=Offset(days=30),
    cautions=_CAUTIONS,
    sources=(HOSPITAL_2017_PAPER, SHM_SIMPLIFIED_HOSPITAL, _FRESH),
)
"""The simplified HOSPITAL score of 2017; its threshold was not read in the paper.

.. versionadded:: 0.1
"""

_TOOLS: Final = MappingProxyType(
    {
        HospitalVariant.DERIVED_2013: HOSPITAL_2013,
        HospitalVariant.VALIDATED_2016: HOSPITAL_2016,
        HospitalVariant.SIMPLIFIED: HOSPITAL_SIMPLIFIED,
    }
)
# From so many admissions on there are two points.
_SOME_ADMISSIONS: Final = MappingProxyType(
    {
        HospitalVariant.DERIVED_2013: 1,
        HospitalVariant.VALIDATED_2016: 2,
        HospitalVariant.SIMPLIFIED: 2,
    }
)


def hospital_score(  # noqa: PLR0913 # a score has as many facts
    *,
    variant: HospitalVariant,
    haemoglobin: Quantity,
    sodium: Quantity,
    from_oncology: bool,
    is_urgent: bool,
    admissions_last_year: int,
    length_of_stay_days: int,
    had_procedure: bool | None = None,
    has_cancer: bool | None = None,
    client_id: str | None = None,
    taken: date | PartialDate | None = None,
    cited: Iterable[str] = (),
) -> Score:
    """The HOSPITAL score of one stay in a medical ward.

    >>> score = hospital_score(
    ...     variant=HospitalVariant.VALIDATED_2016,
    ...     haemoglobin=Quantity("11.9", "g/dL"),
    ...     sodium=Quantity("135", "mmol/L"),
    ...     from_oncology=False,
    ...     had_procedure=True,
    ...     is_urgent=True,
    ...     admissions_last_year=1,
    ...     length_of_stay_days=5,
    ... )
    >>> score.tool, score.points, score.band
    ('hospital_2016', 5, 'intermediate')

    Args:
        variant: which publication; the answer names it.
        haemoglobin: at discharge, in g/dL or g/L.
        sodium: at discharge, in mmol/L or meq/L.
        from_oncology: whether the client left an oncology service.
        is_urgent: whether the admission was urgent.
        admissions_last_year: in the twelve months before.
        length_of_stay_days: nights of the stay.
        had_procedure: whether any procedure was coded; the simplified score does not ask.
        has_cancer: whether the client has cancer; only the simplified score asks, and only where
            the client did not leave an oncology service.
        client_id: id of the client.
        taken: the day of the discharge.
        cited: ids of the entries of the record that it rests on.

    Raises:
        WrongType: if a value has a type not taken here; what is unknown gives no score.
        InvalidValue: if a number is below 0, or an amount is in another unit.

    .. versionadded:: 0.1
    """
    require_instance(variant, HospitalVariant, name="the variant")
    blood = amount(haemoglobin, _HAEMOGLOBIN, "the haemoglobin", "$.haemoglobin")
    salt = amount(sodium, _SODIUM, "the sodium", "$.sodium")
    oncology = yes(from_oncology, "whether it was an oncology service", "$.from_oncology")
    urgent = yes(is_urgent, "whether the admission was urgent", "$.is_urgent")
    admissions = count(admissions_last_year, "the number of admissions", "$.admissions_last_year")
    nights = count(length_of_stay_days, "the length of the stay", "$.length_of_stay_days")
    is_simplified = variant is HospitalVariant.SIMPLIFIED
    if is_simplified and not oncology:
        oncology = yes(has_cancer, "whether there is cancer", "$.has_cancer")
    found: list[tuple[ScoreItem, int, FactValue, str]] = [
        (_BLOOD, blood < _LOW_HAEMOGLOBIN, str(haemoglobin), "$.haemoglobin"),
        (_CANCER, 2 * oncology, oncology, "$.from_oncology"),
        (_SALT, salt < _LOW_SODIUM, str(sodium), "$.sodium"),
        (_URGENT, urgent, urgent, "$.is_urgent"),
        (_STAY, 2 * (nights >= _LONG_STAY), nights, "$.length_of_stay_days"),
        (
            _ADMISSIONS_2016,
            _admission_points(admissions, variant),
            admissions,
            "$.admissions_last_year",
        ),
    ]
    if not is_simplified:
        procedure = yes(had_procedure, "whether there was a procedure", "$.had_procedure")
        found.append((_PROCEDURE, procedure, procedure, "$.had_procedure"))
    given = {item.id: (points, seen, place) for item, points, seen, place in found}
    parts = [
        ScorePart(id=item.id, points=int(points), seen=seen, place=place)
        for item in _TOOLS[variant].items
        for points, seen, place in (given[item.id],)
    ]
    return score_of_parts(_TOOLS[variant], parts, client_id=client_id, taken=taken, cited=cited)


def _admission_points(admissions: int, variant: HospitalVariant, /) -> int:
    if admissions > _MANY_ADMISSIONS:
        return 5
    return 2 * (admissions >= _SOME_ADMISSIONS[variant])
