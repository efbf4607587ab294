"""The stages of care: where the client is meanwhile, and what shows that one begins and ends."""

from typing import final

import attrs
from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import CareSettingId, optional_care_setting_id
from carecore.base.plan_ids import StageId, stage_id
from carecore.base.record_ids import optional_term
from carecore.base.timing import Period
from carecore.record import EvidenceRule

__all__ = ["Stage"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Stage:
    """A stretch of the client's care, usually in one care setting.

    Care goes round as well as forward: a stage that was closed can be opened again.

    >>> stage = Stage(id="rehab", name="rehabilitation", setting="irf")
    >>> stage.closed().is_closed
    True

    Attributes:
        id: the id other values refer to.
        name: in words; a label, not a personal text.
        setting: id of the care setting; `None`: unknown.
        period: from its first day to the first day after it; `None`: unknown.
        entry: what the record must show before it begins; `None`: nothing was agreed.
        exit: what the record must show before it ends; `None`: nothing was agreed.
        is_closed: whether somebody said that it is over; days that have passed do not close it.
        setting_because: why the setting is more restrictive than the need, snake_case; `None`: it
            is not, or nobody said.

    Raises:
        InvalidValue: if the name is blank, or an id has no meaning.

    .. versionadded:: 0.1
    """

    id: StageId = field(converter=stage_id)
    name: str = field(validator=filled_text)
    setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    period: Period | None = None
    entry: EvidenceRule | None = None
    exit: EvidenceRule | None = None
    is_closed: bool = False
    setting_because: str | None = field(default=None, converter=optional_term)

    def closed(self) -> "Stage":
        """This stage, over."""
        return attrs.evolve(self, is_closed=True)

    def reopened(self) -> "Stage":
        """This stage, begun again or never over."""
        return attrs.evolve(self, is_closed=False)

    def moved_to(self, period: Period, /) -> "Stage":
        """This stage, on those days."""
        return attrs.evolve(self, period=period)
