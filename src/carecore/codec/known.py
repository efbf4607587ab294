"""What converters and validators of base ask, as an expression that can be asked in their place.

A converter of this list gives back the value it was given, once the shape of the value has been
checked; so do all that annotations say by themselves (`carecore.base.fields`).
Whatever is not known here is called.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import FunctionType, MappingProxyType, NoneType
from typing import Final, TypeAlias, final, get_args
from zoneinfo import ZoneInfo

import attrs
from attrs import frozen

from carecore.base import checks, identity, jurisdictions, moments, plan_ids, record_ids, zones
from carecore.base.fields import EachOf, OneOf
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import PartialDate
from carecore.codec.shapes import Kind, is_enum, members_of, origin_of
from carecore.codec.texts import TEXT_FORMS

__all__ = ["TERM", "Asked", "converter_test", "underlying", "validator_test"]

_Function: TypeAlias = Callable[..., object]

TERM: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
"""An id of the field's knowledge; in a test, the name stands for the pattern's `fullmatch`."""

# In a test, {0} is the value.
_RECORD_ID: Final = "0 < len({0}) < 256 and {0}.strip() == {0} and {0}.isprintable()"
_TERM_ID: Final = "len({0}) < 256 and TERM({0})"
_FILLED: Final = "{0}.strip()"
_COUNT: Final = "0 <= {0} <= 10**12"
# Years at the edges of the calendar may lie beyond it in UTC.
_TIME: Final = "1 < {0}.year < 9999"


@final
@frozen(weakref_slot=False)
class _Known:
    """What is asked of values of these kinds, by an expression that is true of those that pass."""

    kinds: frozenset[object]
    test: str = ""
    is_list: bool = False

    def told(self, kind: Kind, name: str, /) -> str | None:
        """The expression for a value of *kind* with that *name*; None if it holds other things."""
        if self.is_list and not (origin_of(kind) is tuple and get_args(kind)[1:] == (...,)):
            return None
        members = set(members_of(get_args(kind)[0] if self.is_list else kind))
        if not members <= self.kinds:
            return None
        if self.is_list and self.test:
            return f"len({{one for one in {name} if {self.test.format('one')}}}) == len({name})"
        is_optional = self.test and NoneType in members
        return (f"{name} is None or " if is_optional else "") + self.test.format(name)


def _all(functions: tuple[_Function, ...], known: _Known, /) -> dict[_Function, _Known]:
    return dict.fromkeys(functions, known)


_TEXT: Final[frozenset[object]] = frozenset({str})
_OPTIONAL: Final[frozenset[object]] = frozenset({str, NoneType})
_TIMES: Final[frozenset[object]] = frozenset({PartialDate, datetime})

_CONVERTERS: Final[Mapping[_Function, _Known]] = MappingProxyType(
    _all(
        (
            identity.client_id,
            identity.organization_id,
            identity.person_id,
            identity.professional_id,
            identity.representative_id,
            identity.team_id,
            plan_ids.activity_id,
            plan_ids.concern_id,
            plan_ids.decision_id,
            plan_ids.goal_id,
            plan_ids.milestone_id,
            plan_ids.plan_id,
            plan_ids.stage_id,
            plan_ids.transition_id,
            plan_ids.visit_id,
            record_ids.authorization_id,
            record_ids.consent_id,
            record_ids.coverage_id,
            record_ids.entry_id,
            record_ids.journey_id,
            record_ids.leg_id,
            record_ids.medication_id,
        ),
        _Known(_TEXT, _RECORD_ID),
    )
    | _all(
        (
            identity.optional_client_id,
            identity.optional_organization_id,
            plan_ids.optional_activity_id,
            plan_ids.optional_plan_id,
            plan_ids.optional_stage_id,
            plan_ids.optional_transition_id,
            record_ids.optional_authorization_id,
            record_ids.optional_coverage_id,
            record_ids.optional_journey_id,
            record_ids.optional_person_id,
        ),
        _Known(_OPTIONAL, _RECORD_ID),
    )
    | _all(
        (
            plan_ids.activity_ids,
            plan_ids.concern_ids,
            plan_ids.goal_ids,
            plan_ids.milestone_ids,
            record_ids.entry_ids,
            record_ids.medication_ids,
            record_ids.person_ids,
        ),
        _Known(_TEXT, _RECORD_ID, is_list=True),
    )
    | _all(
        (
            identity.care_setting_id,
            identity.credential_id,
            identity.duty_id,
            identity.need_id,
            identity.role_id,
            plan_ids.domain_id,
            plan_ids.gate_id,
            plan_ids.pathway_id,
            record_ids.right_id,
            record_ids.term,
        ),
        _Known(_TEXT, _TERM_ID),
    )
    | _all(
        (
            identity.optional_care_setting_id,
            plan_ids.optional_pathway_id,
            record_ids.optional_term,
        ),
        _Known(_OPTIONAL, _TERM_ID),
    )
    | _all(
        (
            identity.care_setting_ids,
            identity.credential_ids,
            identity.duty_ids,
            identity.need_ids,
            identity.role_ids,
            plan_ids.domain_ids,
        ),
        _Known(_TEXT, _TERM_ID, is_list=True),
    )
    | {
        checks.tuple_of_texts: _Known(_TEXT, is_list=True),
        jurisdictions.optional_jurisdiction: _Known(frozenset({Jurisdiction, NoneType})),
        jurisdictions.to_jurisdiction: _Known(frozenset({Jurisdiction})),
        moments.optional_when: _Known(_TIMES | {NoneType}, _TIME),
        moments.to_when: _Known(_TIMES, _TIME),
        zones.optional_zone: _Known(frozenset({ZoneInfo, NoneType})),
        zones.to_zone: _Known(frozenset({ZoneInfo})),
    }
)
_VALIDATORS: Final[Mapping[_Function, _Known]] = MappingProxyType(
    {
        checks.filled_text: _Known(_TEXT, _FILLED),
        checks.optional_day: _Known(frozenset({date, NoneType})),
        checks.plain_text: _Known(_TEXT),
        checks.true_or_false: _Known(frozenset({bool})),
        checks.whole_number: _Known(frozenset({int, NoneType}), _COUNT),
        checks.yes_or_no: _Known(frozenset({bool, NoneType})),
    }
)


def underlying(converter: _Function, /) -> _Function:
    """What *converter* calls, if all that it adds is the place of an error."""
    is_placed = type(converter).__module__ == checks.__name__
    return getattr(converter, "convert", converter) if is_placed else converter


def converter_test(converter: _Function, kind: Kind, name: str, /) -> str | None:
    """What can be asked of a value of *kind* instead of calling *converter*.

    >>> converter_test(record_ids.term, str, "v")
    'len(v) < 256 and TERM(v)'

    Returns:
        An expression over *name*; empty, if there is nothing to ask; None, if the converter has to
        be called.
    """
    if isinstance(converter, EachOf):
        return "" if _is_derived(converter.kinds, get_args(kind)[0]) else None
    known = _known(_CONVERTERS, underlying(converter))
    return None if known is None else known.told(kind, name)


@final
@frozen(weakref_slot=False, eq=False)
class Asked:
    """What is left to ask of a validator.

    Attributes:
        test: an expression to ask in its place; empty, if there is nothing to ask.
        covered: the validators that the shape of a value and the test stand for.
        left: the validator that has to be called; None, if there is none.
    """

    test: str = ""
    covered: tuple[_Function, ...] = ()
    left: _Function | None = None


def validator_test(validator: _Function | None, kind: Kind, name: str, /) -> Asked:
    """What is left to ask of *validator*, once a value is known to be of *kind*.

    >>> validator_test(OneOf((str,), checks.filled_text), str, "v").test
    'v.strip()'
    """
    covered: tuple[_Function, ...] = ()
    if isinstance(validator, OneOf) and _is_derived(validator.kinds, kind):
        covered, validator = (OneOf(validator.kinds),), validator.also
    known = None if validator is None else _known(_VALIDATORS, validator)
    test = None if known is None else known.told(kind, name)
    if validator is None or test is None:
        return Asked("", covered, validator)
    return Asked(test, (*covered, validator))


def _known(table: Mapping[_Function, _Known], function: _Function, /) -> _Known | None:
    # Objects that can be called need not be hashable.
    return table.get(function) if isinstance(function, FunctionType) else None


def _is_derived(kinds: tuple[type, ...], kind: Kind, /) -> bool:
    """Whether *kinds* are what *kind* says, and a value that was read as one of them is one."""
    return set(kinds) == set(members_of(kind)) and all(map(_is_closed, kinds))


def _is_closed(kind: type, /) -> bool:
    is_value = kind in _SCALARS or kind in TEXT_FORMS or is_enum(kind)
    return is_value or (type(kind) is type and attrs.has(kind))


_SCALARS: Final[frozenset[object]] = frozenset({str, int, float, bool, NoneType})
