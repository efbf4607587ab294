"""The LACE index: death or unplanned readmission within 30 days after a discharge home."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final

from carecore.assessments.given import count, yes
from carecore.assessments.scores import Score, ScorePart, score_of_parts
from carecore.assessments.sources import (
    ALBERTA_LACE,
    CLIOT_LACE,
    HEALTHCARE_ANALYTICS,
    HEART_FAILURE_LACE,
    LACE_AGE_PAPER,
    LACE_PAPER,
    MODIFIED_LACE,
)
from carecore.assessments.tools import ScoreBand, ScoreItem, ScoreTool
from carecore.base.checks import each_of, in_order, require_instance
from carecore.base.reasons import OwnChoice, Source
from carecore.base.timing import Offset, PartialDate, require_day
from carecore.errors import CareError, InvalidValue

__all__ = ["LACE", "Comorbidity", "LosConvention", "count_stay", "lace"]


class Comorbidity(Enum):
    """A disease that the LACE index counts, with the weight that it has there.

    The weights are not those of Charlson's index of 1987, and are no good for it.

    >>> Comorbidity.DEMENTIA.weight
    3

    .. versionadded:: 0.1
    """

    PREVIOUS_MYOCARDIAL_INFARCTION = "previous_myocardial_infarction"
    CEREBROVASCULAR_DISEASE = "cerebrovascular_disease"
    PERIPHERAL_VASCULAR_DISEASE = "peripheral_vascular_disease"
    DIABETES_WITHOUT_COMPLICATIONS = "diabetes_without_complications"
    HEART_FAILURE = "heart_failure"
    DIABETES_WITH_END_ORGAN_DAMAGE = "diabetes_with_end_organ_damage"
    CHRONIC_PULMONARY_DISEASE = "chronic_pulmonary_disease"
    MILD_LIVER_OR_RENAL_DISEASE = "mild_liver_or_renal_disease"
    TUMOUR = "tumour"
    DEMENTIA = "dementia"
    CONNECTIVE_TISSUE_DISEASE = "connective_tissue_disease"
    AIDS = "aids"
    MODERATE_OR_SEVERE_LIVER_OR_RENAL_DISEASE = "moderate_or_severe_liver_or_renal_disease"
    METASTATIC_SOLID_TUMOUR = "metastatic_solid_tumour"

    @property
    def weight(self) -> int:
        """How much it counts; a tumour is any, lymphoma and leukaemia too.

        .. versionadded:: 0.1
        """
        return _WEIGHTS[self]


_WEIGHTS: Final = MappingProxyType(
    {
        Comorbidity.PREVIOUS_MYOCARDIAL_INFARCTION: 1,
        Comorbidity.CEREBROVASCULAR_DISEASE: 1,
        Comorbidity.PERIPHERAL_VASCULAR_DISEASE: 1,
        Comorbidity.DIABETES_WITHOUT_COMPLICATIONS: 1,
        Comorbidity.HEART_FAILURE: 2,
        Comorbidity.DIABETES_WITH_END_ORGAN_DAMAGE: 2,
        Comorbidity.CHRONIC_PULMONARY_DISEASE: 2,
        Comorbidity.MILD_LIVER_OR_RENAL_DISEASE: 2,
        Comorbidity.TUMOUR: 2,
        Comorbidity.DEMENTIA: 3,
        Comorbidity.CONNECTIVE_TISSUE_DISEASE: 3,
        Comorbidity.AIDS: 4,
        Comorbidity.MODERATE_OR_SEVERE_LIVER_OR_RENAL_DISEASE: 4,
        Comorbidity.METASTATIC_SOLID_TUMOUR: 6,
    }
)
_HEAVIER: Final = MappingProxyType(
    {
        Comorbidity.DIABETES_WITHOUT_COMPLICATIONS: Comorbidity.DIABETES_WITH_END_ORGAN_DAMAGE,
        Comorbidity.MILD_LIVER_OR_RENAL_DISEASE: (
            Comorbidity.MODERATE_OR_SEVERE_LIVER_OR_RENAL_DISEASE
        ),
        Comorbidity.TUMOUR: Comorbidity.METASTATIC_SOLID_TUMOUR,
    }
)

_ONE_GRADE: Final = OwnChoice(
    "of two grades of one disease, such as diabetes without and with damage, the heavier counts"
)
_NIGHTS: Final = OwnChoice(
    "a stay counted with its first and its last day is scored with one day fewer, since the "
    "published table has a row for less than one day"
)
_AIDS: Final = LACE_PAPER.part("weight of AIDS").unverified()


class LosConvention(Enum):
    """How the days of a stay were counted.

    NIGHTS: from the day of admission to the day of discharge, so that a stay within one day has
    none. BOTH_DAYS: both of these days, as some places do.

    .. versionadded:: 0.1
    """

    NIGHTS = "nights"
    BOTH_DAYS = "both_days"


LACE: Final = ScoreTool(
    id="lace",
    name="LACE index",
    least=0,
    most=19,
    higher_is_worse=True,
    items=(
        ScoreItem(
            id="length_of_stay",
            name="length of the stay: 0 to 3 nights, 4 to 6, 7 to 13, or more",
            points=(0, 1, 2, 3, 4, 5, 7),
        ),
        ScoreItem(id="acute_admission", name="the admission was an emergency", points=(0, 3)),
        ScoreItem(
            id="comorbidities",
            name="weights of the comorbidities: 0 to 3, or more",
            points=(0, 1, 2, 3, 5),
        ),
        ScoreItem(
            id="emergency_visits",
            name=(
                "visits to an emergency department in the six months before, without the one that "
                "led to the admission: 0 to 3, or more"
            ),
            points=(0, 1, 2, 3, 4),
        ),
    ),
    bands=(
        ScoreBand(id="low", name="low risk", from_points=0, to_points=4, sources=(CLIOT_LACE,)),
        ScoreBand(
            id="moderate", name="moderate risk", from_points=5, to_points=9, sources=(CLIOT_LACE,)
        ),
        ScoreBand(
            id="high",
            name="high risk",
            from_points=10,
            to_points=19,
            sources=(CLIOT_LACE, LACE_AGE_PAPER),
        ),
    ),
    outcome="death or unplanned readmission within 30 days after a discharge home",
    fresh_for=Offset(days=30),
    cautions=(
        (
            "The threshold of 10 is too low for the old and too high for the young: for death "
            "within six months it was best at about 5 between 18 and 49 years, and at about 12 "
            "from 80 years on."
        ),
        (
            "It was made with adults who went home from medical and surgical wards, and with "
            "nobody from a nursing home."
        ),
        (
            "The modified LACE index gives other points for long stays and for many diseases; the "
            "two do not mix."
        ),
    ),
    sources=(
        LACE_PAPER,
        CLIOT_LACE,
        HEALTHCARE_ANALYTICS.part("LACE"),
        MODIFIED_LACE.part("how it differs"),
        OwnChoice("a LACE score is relied on for the 30 days that it foretells"),
    ),
)
"""The LACE index, with its points as they were published.

>>> LACE.band_of(10).id
'high'

.. versionadded:: 0.1
"""


def count_stay(admitted: date, discharged: date, /, *, los_convention: LosConvention) -> int:
    """How many days a stay has.

    >>> day = date(2026, 3, 1)
    >>> count_stay(day, day, los_convention=LosConvention.NIGHTS)
    0
    >>> count_stay(day, day, los_convention=LosConvention.BOTH_DAYS)
    1

    Raises:
        WrongType: if one of them is a datetime, or *los_convention* no way of counting.
        InvalidValue: if the discharge comes before the admission.

    .. versionadded:: 0.1
    """
    require_instance(
        los_convention,
        LosConvention,
        name="the way of counting",
        advice="Maybe LosConvention.NIGHTS",
    )
    nights = (
        require_day(discharged, name="the discharge") - require_day(admitted, name="the admission")
    ).days
    if nights < 0:
        what = f"the discharge on {discharged} comes before the admission on {admitted}"
        raise InvalidValue(what, advice="Maybe the two are swapped")
    return nights + (los_convention is LosConvention.BOTH_DAYS)


def lace(
    *,
    length_of_stay_days: int,
    is_acute: bool,
    comorbidities: Iterable[Comorbidity],
    emergency_visits: int,
    los_convention: LosConvention = LosConvention.NIGHTS,
    client_id: str | None = None,
    taken: date | PartialDate | None = None,
    cited: Iterable[str] = (),
) -> Score:
    """The LACE index of one stay in hospital.

    >>> score = lace(
    ...     length_of_stay_days=5,
    ...     is_acute=True,
    ...     comorbidities=[Comorbidity.HEART_FAILURE, Comorbidity.DEMENTIA],
    ...     emergency_visits=1,
    ... )
    >>> score.points, score.band
    (13, 'high')

    Args:
        length_of_stay_days: days of the stay, as *los_convention* says.
        is_acute: whether the admission was an emergency.
        comorbidities: what the client has; each counts once, and an empty list is none.
        emergency_visits: in the six months before, without the one that led to the admission.
        los_convention: how the days were counted.
        client_id: id of the client.
        taken: the day of the discharge.
        cited: ids of the entries of the record that it rests on.

    Raises:
        WrongType: if a value has a type not taken here; what is unknown gives no score.
        InvalidValue: if a number is below 0, or a stay with both its days has none.

    .. versionadded:: 0.1
    """
    nights = _nights(length_of_stay_days, los_convention)
    acute = yes(is_acute, "whether it was an emergency", "$.is_acute")
    visits = count(emergency_visits, "the number of emergency visits", "$.emergency_visits")
    given = _comorbidities(comorbidities)
    counting = [one for one in Comorbidity if one in given and _HEAVIER.get(one) not in given]
    weight = sum(one.weight for one in counting)
    parts = (
        ScorePart(
            id="length_of_stay",
            points=_stay_points(nights),
            seen=nights,
            place="$.length_of_stay_days",
        ),
        ScorePart(id="acute_admission", points=3 * acute, seen=acute, place="$.is_acute"),
        ScorePart(
            id="comorbidities",
            points=weight if weight < _MANY else _MANY + 1,
            seen=tuple(one.value for one in counting),
            place="$.comorbidities",
        ),
        ScorePart(
            id="emergency_visits",
            points=min(visits, _MANY),
            seen=visits,
            place="$.emergency_visits",
        ),
    )
    sources: list[Source] = [HEART_FAILURE_LACE] if counting else []
    if Comorbidity.AIDS in given:
        sources.extend((MODIFIED_LACE.part("weight of HIV infection"), _AIDS))
    if len(counting) < len(given):
        sources.append(_ONE_GRADE)
    if los_convention is LosConvention.BOTH_DAYS:
        sources.extend((_NIGHTS, ALBERTA_LACE))
    return score_of_parts(
        LACE, parts, client_id=client_id, taken=taken, cited=cited, sources=sources
    )


_MANY: Final = 4
_STAYS: Final = ((14, 7), (7, 5), (4, 4))


def _comorbidities(values: Iterable[Comorbidity], /) -> frozenset[Comorbidity]:
    try:
        return frozenset(each_of(in_order(values, of="comorbidities"), Comorbidity))
    except CareError as fault:
        raise fault.below("$.comorbidities") from None


def _stay_points(nights: int, /) -> int:
    for from_nights, points in _STAYS:
        if nights >= from_nights:
            return points
    return nights


def _nights(days: int, los_convention: LosConvention, /) -> int:
    name, place = "the length of the stay", "$.length_of_stay_days"
    require_instance(
        los_convention,
        LosConvention,
        name="the way of counting",
        advice="Maybe LosConvention.NIGHTS",
    )
    found = count(days, name, place)
    if los_convention is LosConvention.NIGHTS:
        return found
    if not found:
        what = "a stay counted with both its days has at least one"
        raise InvalidValue(what, place=place, advice="Maybe it was counted in nights")
    return found - 1
