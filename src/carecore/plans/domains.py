"""The domains of life that a plan can look at: the whole person, not the illness alone."""

from typing import final

from attrs import field, frozen

from carecore.base.amounts import Code
from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import NeedId, need_ids
from carecore.base.plan_ids import DomainId, domain_id
from carecore.base.reasons import Source, tuple_of_sources

__all__ = ["Domain"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Domain:
    """One side of a person's life in which goals can lie.

    >>> mood = Domain(
    ...     id="mood",
    ...     name="mood",
    ...     description="how the client feels, and what keeps the heart up",
    ...     needs=("losing_heart",),
    ... )
    >>> mood.needs
    ('losing_heart',)

    Attributes:
        id: the id goals and concerns refer to.
        name: what people call it.
        description: what belongs to it, in carecore's own words.
        needs: ids of the needs of the catalogue that lie in it.
        codes: the same domain in public code systems.
        sources: what the entry rests on.

    Raises:
        InvalidValue: if an id is not snake_case, or name or description is blank.

    .. versionadded:: 0.1
    """

    id: DomainId = field(converter=domain_id)
    name: str = field(validator=filled_text)
    description: str = field(validator=filled_text)
    needs: tuple[NeedId, ...] = field(default=(), converter=need_ids)
    codes: tuple[Code, ...] = ()
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
