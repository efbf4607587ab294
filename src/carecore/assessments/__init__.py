"""Published scores with their exact points, and series of them.

A tool is data: what it asks in carecore's own words, the points that each item may give, the
bands, what to mind, and where all of that stands.
Every variant is a tool of its own, so that the points of one are never read with the bands of
another; and what is unknown gives no score.

*Intention*: a number that stands in a record can be traced to what was seen and to the page on
which its meaning stands, and nobody relies on one that is too old.
"""

from carecore.assessments.hospital import (
    HOSPITAL_2013,
    HOSPITAL_2016,
    HOSPITAL_SIMPLIFIED,
    HospitalVariant,
    hospital_score,
)
from carecore.assessments.lace_index import LACE, Comorbidity, LosConvention, count_stay, lace
from carecore.assessments.questionnaires import FOUR_AT, KATZ, PHQ_2, PHQ_9
from carecore.assessments.scores import Score, ScorePart, add_up
from carecore.assessments.series import ScoreSeries, read_series
from carecore.assessments.standard import SCORE_TOOLS, score_tool
from carecore.assessments.tools import ScoreBand, ScoreItem, ScoreTool
from carecore.assessments.trends import ScoreTrend, Trend

__all__ = [
    "FOUR_AT",
    "HOSPITAL_2013",
    "HOSPITAL_2016",
    "HOSPITAL_SIMPLIFIED",
    "KATZ",
    "LACE",
    "PHQ_2",
    "PHQ_9",
    "SCORE_TOOLS",
    "Comorbidity",
    "HospitalVariant",
    "LosConvention",
    "Score",
    "ScoreBand",
    "ScoreItem",
    "ScorePart",
    "ScoreSeries",
    "ScoreTool",
    "ScoreTrend",
    "Trend",
    "add_up",
    "count_stay",
    "hospital_score",
    "lace",
    "read_series",
    "score_tool",
]
