"""The tools that carecore knows."""

from typing import Final

from carecore.assessments.hospital import HOSPITAL_2013, HOSPITAL_2016, HOSPITAL_SIMPLIFIED
from carecore.assessments.lace_index import LACE
from carecore.assessments.questionnaires import FOUR_AT, KATZ, PHQ_2, PHQ_9
from carecore.assessments.tools import ScoreTool
from carecore.base.lookups import find_by_id
from carecore.base.record_ids import term

__all__ = ["SCORE_TOOLS", "score_tool"]

SCORE_TOOLS: Final[tuple[ScoreTool, ...]] = (
    LACE,
    HOSPITAL_2013,
    HOSPITAL_2016,
    HOSPITAL_SIMPLIFIED,
    PHQ_2,
    PHQ_9,
    FOUR_AT,
    KATZ,
)
"""Every tool that carecore knows, those for a discharge first.

.. versionadded:: 0.1
"""


def score_tool(key: str, /) -> ScoreTool:
    """The tool with that id.

    >>> score_tool("hospital_2016").most
    13

    Raises:
        UnknownId: if there is none; the error names those that look alike.

    .. versionadded:: 0.1
    """
    return find_by_id(SCORE_TOOLS, term(key), kind="score tool")
