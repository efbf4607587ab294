"""The tools that carecore knows."""

from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from carecore.assessments.hospital import HOSPITAL_2013, HOSPITAL_2016, HOSPITAL_SIMPLIFIED
from carecore.assessments.lace_index import LACE
from carecore.assessments.questionnaires import FOUR_AT, KATZ, PHQ_2, PHQ_9
from carecore.assessments.tools import ScoreTool
from carecore.base.record_ids import term
from carecore.errors import UnknownId

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

_BY_ID: Final = MappingProxyType({tool.id: tool for tool in SCORE_TOOLS})


def score_tool(key: str, /) -> ScoreTool:
    """The tool with that id.

    >>> score_tool("hospital_2016").most
    13

    Raises:
        UnknownId: if there is none; the error names those that look alike.

    .. versionadded:: 0.1
    """
    tool = _BY_ID.get(term(key))
    if tool is None:
        raise UnknownId("score tool", key, near=get_close_matches(key, _BY_ID))
    return tool
