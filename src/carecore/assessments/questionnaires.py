"""Tools that add up the points of a few questions: mood, delirium, everyday life.

The labels are carecore's own; the words of the forms belong to others and are not here.
"""

from typing import Final

from carecore.assessments.sources import (
    ARROLL_PHQ,
    CLIOT_4AT,
    FOUR_AT_GUIDE,
    GERISCOPE_KATZ,
    KATZ_PAPER,
    MIND_SANCTUARY_PHQ,
    PHQ_2_TABLE,
    PHQ_9_PAPER,
    VISTA_KATZ,
)
from carecore.assessments.tools import ScoreBand, ScoreItem, ScoreTool
from carecore.base.reasons import OwnChoice
from carecore.base.timing import Offset

__all__ = ["FOUR_AT", "KATZ", "PHQ_2", "PHQ_9"]

_HOW_OFTEN: Final = (0, 1, 2, 3)
_TWO_WEEKS: Final = OwnChoice(
    "a PHQ is relied on for 14 days, since it asks about the two weeks before"
)
_LOOK_AT_ONCE: Final = OwnChoice(
    "any thought of being better off dead, or of hurting oneself, asks for a person at once"
)
_INTEREST: Final = ScoreItem(id="interest", name="less interest or pleasure", points=_HOW_OFTEN)
_LOW_MOOD: Final = ScoreItem(id="low_mood", name="low mood", points=_HOW_OFTEN)

PHQ_2: Final = ScoreTool(
    id="phq_2",
    name="PHQ-2",
    least=0,
    most=6,
    higher_is_worse=True,
    items=(_INTEREST, _LOW_MOOD),
    bands=(
        ScoreBand(
            id="negative", name="no sign", from_points=0, to_points=2, sources=(PHQ_2_TABLE,)
        ),
        ScoreBand(
            id="positive",
            name="a sign of depression: look further",
            from_points=3,
            to_points=6,
            sources=(PHQ_2_TABLE,),
        ),
    ),
    fresh_for=Offset(days=14),
    cautions=(
        "It only says whether to look further.",
        (
            "In general practice a threshold of 2 found more people than one of 3, and wrongly "
            "suspected more."
        ),
    ),
    sources=(ARROLL_PHQ, PHQ_2_TABLE, _TWO_WEEKS),
)
"""Two questions about mood.

.. versionadded:: 0.1
"""

PHQ_9: Final = ScoreTool(
    id="phq_9",
    name="PHQ-9",
    least=0,
    most=27,
    higher_is_worse=True,
    items=(
        _INTEREST,
        _LOW_MOOD,
        ScoreItem(id="sleep", name="trouble with sleep", points=_HOW_OFTEN),
        ScoreItem(id="tiredness", name="tiredness", points=_HOW_OFTEN),
        ScoreItem(id="appetite", name="eating too little or too much", points=_HOW_OFTEN),
        ScoreItem(id="self_worth", name="a poor opinion of oneself", points=_HOW_OFTEN),
        ScoreItem(
            id="concentration", name="trouble to keep one's mind on things", points=_HOW_OFTEN
        ),
        ScoreItem(id="movement", name="slowed down or restless", points=_HOW_OFTEN),
        ScoreItem(
            id="self_harm",
            name="thoughts of death or self-harm (the ninth question)",
            points=_HOW_OFTEN,
            urgent_from=1,
        ),
    ),
    bands=tuple(
        ScoreBand(
            id=key, name=name, from_points=first, to_points=last, sources=(MIND_SANCTUARY_PHQ,)
        )
        for key, name, first, last in (
            ("minimal", "no or hardly any depression", 0, 4),
            ("mild", "mild", 5, 9),
            ("moderate", "moderate", 10, 14),
            ("moderately_severe", "moderately severe", 15, 19),
            ("severe", "severe", 20, 27),
        )
    ),
    fresh_for=Offset(days=14),
    cautions=(
        "It measures how heavy a depression is and does not make the diagnosis.",
        "Of a total alone nobody can tell how the ninth question was answered.",
    ),
    sources=(PHQ_9_PAPER, ARROLL_PHQ, MIND_SANCTUARY_PHQ, _TWO_WEEKS, _LOOK_AT_ONCE),
)
"""Nine questions about depression; any point for the ninth asks for a person at once.

>>> from carecore.assessments import add_up
>>> answers = dict.fromkeys((item.id for item in PHQ_9.items), 0) | {"self_harm": 1}
>>> add_up(PHQ_9, answers).urgent
('self_harm',)

.. versionadded:: 0.1
"""

FOUR_AT: Final = ScoreTool(
    id="four_at",
    name="4AT",
    least=0,
    most=12,
    higher_is_worse=True,
    items=(
        ScoreItem(id="alertness", name="clearly altered alertness (0 or 4)", points=(0, 4)),
        ScoreItem(
            id="orientation",
            name="mistakes in four questions: none 0, one 1, more or untestable 2",
            points=(0, 1, 2),
        ),
        ScoreItem(
            id="attention",
            name="months backwards: seven or more 0, fewer or refused 1, untestable 2",
            points=(0, 1, 2),
        ),
        ScoreItem(id="acute_change", name="an acute change or a fluctuating course", points=(0, 4)),
    ),
    bands=(
        ScoreBand(
            id="nothing_found",
            name="nothing found, which excludes neither delirium nor cognitive impairment",
            from_points=0,
            to_points=0,
            sources=(FOUR_AT_GUIDE,),
        ),
        ScoreBand(
            id="possible_cognitive_impairment",
            name="possible cognitive impairment",
            from_points=1,
            to_points=3,
            sources=(FOUR_AT_GUIDE,),
        ),
        ScoreBand(
            id="possible_delirium",
            name="possible delirium",
            from_points=4,
            to_points=12,
            is_urgent=True,
            sources=(
                FOUR_AT_GUIDE,
                OwnChoice("possible delirium asks for a person at once"),
            ),
        ),
    ),
    fresh_for=Offset(days=1),
    cautions=(
        (
            "Nobody is unable to be assessed: who cannot be tested gets 2 points for each question "
            "that could not be put."
        ),
        "Hearing, speech and language may stand in the way of the answers.",
        "It makes no diagnosis.",
    ),
    sources=(
        FOUR_AT_GUIDE,
        CLIOT_4AT,
        OwnChoice("a 4AT is relied on for a day, since delirium comes and goes"),
    ),
)
"""A short test for delirium; see https://www.the4at.com.

.. versionadded:: 0.1
"""

KATZ: Final = ScoreTool(
    id="katz",
    name="Katz index of independence",
    least=0,
    most=6,
    higher_is_worse=False,
    items=tuple(
        ScoreItem(id=key, name=f"{name} without help", points=(0, 1))
        for key, name in (
            ("bathing", "washing"),
            ("dressing", "dressing"),
            ("toileting", "using the toilet"),
            ("transferring", "getting up and lying down"),
            ("continence", "continence"),
            ("feeding", "eating"),
        )
    ),
    bands=tuple(
        ScoreBand(id=key, name=name, from_points=first, to_points=last, sources=(GERISCOPE_KATZ,))
        for key, name, first, last in (
            ("severe", "severe impairment", 0, 2),
            ("moderate", "moderate impairment", 4, 4),
            ("full", "full function", 6, 6),
        )
    ),
    fresh_for=Offset(days=90),
    cautions=(
        "Nothing is published on what 3 and 5 points mean.",
        "A version that gives 6 to 18 points is another tool.",
    ),
    sources=(
        KATZ_PAPER,
        GERISCOPE_KATZ,
        VISTA_KATZ.part("the other version"),
        OwnChoice("a Katz index is relied on for 90 days"),
    ),
)
"""Six everyday activities, a point for each that is done without help.

>>> KATZ.band_of(5) is None
True

.. versionadded:: 0.1
"""
