"""What the Joint Commission asks for when a client's medications are reconciled."""

from datetime import date
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.reasons import Citation, Source, tuple_of_sources
from carecore.base.record_ids import term

__all__ = ["RECONCILIATION_SOURCES", "RECONCILIATION_STEPS", "ReconciliationStep"]

_GOAL: Final = Citation(
    authority="The Joint Commission",
    section="goal NPSG.03.06.01, medication information",
    address="https://www.jointcommission.org/",
    edition="hospital programme up to 2025; other goals stand in its place there since 2026",
    as_of=date(2026, 11, 23),
    verified=False,
)
_HOME_CARE: Final = Citation(
    authority="Mid-Cities Medical",
    section="National Patient Safety Goals for home care",
    address="https://mid-citiesmedical.com/?p=18997",
    edition="2026",
    as_of=date(2026, 11, 23),
)
_WRITTEN: Final = Citation(
    authority="Courtemanche & Associates",
    section="National Patient Safety Goals, required written documentation",
    address=(
        "https://www.courtemanche-assocs.com/national-patient-safety-goals-2020-required-written-"
        "documentation/"
    ),
    edition="2020",
    as_of=date(2026, 11, 23),
)

RECONCILIATION_SOURCES: Final[tuple[Source, ...]] = (_HOME_CARE, _WRITTEN, _GOAL)
"""Where the steps stand.

.. versionadded:: 0.1
"""


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ReconciliationStep:
    """One step in reconciling a client's medications.

    >>> ReconciliationStep(id="compare", description="compare the lists").id
    'compare'

    Attributes:
        id: the id other values refer to.
        description: what is done, in carecore's own words.
        sources: what asks for it.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    description: str = field(validator=filled_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


RECONCILIATION_STEPS: Final[tuple[ReconciliationStep, ...]] = (
    ReconciliationStep(
        id="ask",
        description="find out what the client takes now, and write it down",
        sources=(_HOME_CARE, _GOAL),
    ),
    ReconciliationStep(
        id="decide_what_to_ask",
        description=(
            "settle beforehand what is asked about each medication: name, dose, route, how often "
            "and what for"
        ),
        sources=(_GOAL,),
    ),
    ReconciliationStep(
        id="compare",
        description="compare that with what is ordered now, and settle every difference",
        sources=(_HOME_CARE, _GOAL),
    ),
    ReconciliationStep(
        id="hand_over_in_writing",
        description=(
            "give the client or the family in writing what is to be taken from now on: name, dose, "
            "route, how often and what for"
        ),
        sources=(_HOME_CARE, _WRITTEN, _GOAL),
    ),
    ReconciliationStep(
        id="explain",
        description="explain why the list is to be kept up to date and shown at every visit",
        sources=(_HOME_CARE, _GOAL),
    ),
)
"""The steps, in their order.

>>> [step.id for step in RECONCILIATION_STEPS]
['ask', 'decide_what_to_ask', 'compare', 'hand_over_in_writing', 'explain']

.. versionadded:: 0.1
"""
