"""What converters and validators of base ask, as an expression that can be asked in their place.

A converter of this list gives back the value it was given, once the shape of the value has been
checked; so do all that annotations say by themselves (`carecore.base.fields`).
Whatever is not known here is called.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType, NoneType
from typing import Any, Final, TypeAlias, cast, final, get_args
from zoneinfo import ZoneInfo

import attrs
from attrs import field, frozen

from carecore.base import (
    checks,
    identity,
    jurisdictions,
    moments,
    own_words,
    plan_ids,
    record_ids,
    zones,
)
from carecore.base.fields import EachOf, OneOf
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import PartialDate, Period
from carecore.codec.quick_rules import NORMALIZED, normal_rule
from carecore.codec.shapes import Kind, is_enum, members_of, origin_of
from carecore.codec.texts import TEXT_FORMS, whole

__all__ = [
    "MISFIT",
    "TERM",
    "Asked",
    "converter_lines",
    "quicker",
    "schema_words",
    "validator_lines",
]

_Function: TypeAlias = Callable[..., object]

MISFIT: Final = "raise Misfit"
"""What a line does that refuses a value."""

TERM: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
"""An id of the field's knowledge; in a test, the name stands for the pattern's `fullmatch`."""


@final
@frozen(weakref_slot=False, eq=False)
class _Asks:
    """Something that is asked of a value.

    Attributes:
        test: an expression over `v` that is true of a value that passes.
        schema: the keywords of JSON Schema that say as much of it as they can.
    """

    test: str
    schema: Mapping[str, object]


_RECORD_ID: Final = _Asks(
    "0 < len(v) < 256 and v.strip() == v and v.isprintable()", {"minLength": 1, "maxLength": 255}
)
_TERM_ID: Final = _Asks("len(v) < 256 and TERM(v)", {"pattern": whole(TERM), "maxLength": 255})
_FILLED: Final = _Asks("v.strip()", {"minLength": 1})
_COUNT: Final = _Asks("0 <= v <= 10**12", {"minimum": 0, "maximum": 10**12})
# Years at the edges of the calendar may lie beyond it in UTC.
_TIME: Final = _Asks("1 < v.year < 9999", {})
# The start of a period is read before its end.
_ORDER: Final = _Asks("f_start is None or f_start <= v", {})


@final
@frozen(weakref_slot=False, eq=False)
class _Known:
    """What is asked of values of these kinds, if anything; of a list, of each that it holds."""

    kinds: frozenset[object]
    asks: _Asks | None = None
    is_list: bool = field(default=False, kw_only=True)
    is_optional: bool = field(default=False, kw_only=True)

    def is_for(self, kind: Kind, /) -> bool:
        """Whether a field that is annotated with *kind* holds nothing else."""
        members = members_of(kind)
        if not self.is_list:
            return set(members) <= self.kinds
        others = [one for one in members if not (self.is_optional and one is NoneType)]
        return bool(others) and all(
            origin_of(one) is tuple
            and get_args(one)[1:] == (...,)
            and set(members_of(get_args(one)[0])) <= self.kinds
            for one in others
        )

    def lines(self, kind: Kind, /) -> list[str]:
        """The lines that refuse a value `v` of *kind*."""
        if self.asks is None:
            return []
        if not self.is_list:
            is_open = "v is None or " if NoneType in members_of(kind) else ""
            return [f"if not ({is_open}{self.asks.test}): {MISFIT}"]
        each = f" if not ({re.sub(_VALUE, 'one', self.asks.test)}): {MISFIT}"
        twice = f"if len(v) > 1 and len({{*v}}) != len(v): {MISFIT}"
        lines = ["for one in v:", each, twice]
        if self.is_optional:
            return ["if v is not None:", *(f" {line}" for line in lines)]
        return lines

    @property
    def schema(self) -> Mapping[str, object]:
        """The keywords of JSON Schema that say as much as they can."""
        if self.asks is None:
            return {}
        if self.is_list:
            return {"items": self.asks.schema, "uniqueItems": True}
        return self.asks.schema


def _all(functions: tuple[_Function, ...], known: _Known, /) -> dict[_Function, _Known]:
    return dict.fromkeys(functions, known)


_VALUE: Final = re.compile(r"\bv\b")
_DAY: Final[frozenset[object]] = frozenset({date, NoneType})
_TEXT: Final[frozenset[object]] = frozenset({str})
_OPTIONAL: Final[frozenset[object]] = frozenset({str, NoneType})
_TIMES: Final[frozenset[object]] = frozenset({PartialDate, datetime})
_START, _END = cast("tuple[Any, Any]", attrs.fields(Period))

_CONVERTERS: Final[Mapping[_Function, _Known]] = MappingProxyType(
    _all(
        (
            identity.client_id,
            identity.organization_id,
            identity.person_id,
            identity.professional_id,
            identity.representative_id,
            identity.team_id,
            own_words.area_id,
            own_words.condition_id,
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
            own_words.optional_area_id,
            plan_ids.optional_activity_id,
            plan_ids.optional_milestone_id,
            plan_ids.optional_plan_id,
            plan_ids.optional_professional_id,
            plan_ids.optional_stage_id,
            plan_ids.optional_transition_id,
            record_ids.optional_authorization_id,
            record_ids.optional_coverage_id,
            record_ids.optional_entry_id,
            record_ids.optional_journey_id,
            record_ids.optional_leg_id,
            record_ids.optional_medication_id,
            record_ids.optional_person_id,
        ),
        _Known(_OPTIONAL, _RECORD_ID),
    )
    | _all(
        (
            own_words.culture_words,
            plan_ids.activity_ids,
            plan_ids.client_ids,
            plan_ids.concern_ids,
            plan_ids.goal_ids,
            plan_ids.milestone_ids,
            plan_ids.professional_ids,
            record_ids.entry_ids,
            record_ids.medication_ids,
            record_ids.person_ids,
        ),
        _Known(_TEXT, _RECORD_ID, is_list=True),
    )
    | _all(
        (
            own_words.optional_area_ids,
            own_words.optional_condition_ids,
            own_words.optional_culture_words,
        ),
        _Known(_TEXT, _RECORD_ID, is_list=True, is_optional=True),
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
            plan_ids.optional_domain_id,
            plan_ids.optional_duty_id,
            plan_ids.optional_pathway_id,
            plan_ids.optional_role_id,
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
            record_ids.terms,
        ),
        _Known(_TEXT, _TERM_ID, is_list=True),
    )
    | _all(
        (
            identity.optional_care_setting_ids,
            identity.optional_need_ids,
            record_ids.optional_terms,
        ),
        _Known(_TEXT, _TERM_ID, is_list=True, is_optional=True),
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
        checks.optional_day: _Known(_DAY),
        checks.plain_text: _Known(_TEXT),
        checks.true_or_false: _Known(frozenset({bool})),
        checks.whole_number: _Known(frozenset({int, NoneType}), _COUNT),
        checks.yes_or_no: _Known(frozenset({bool, NoneType})),
        _START.validator: _Known(_DAY),
        _END.validator: _Known(_DAY, _ORDER),
    }
)


def quicker(converter: _Function, /) -> _Function:
    """What can be called in the place of *converter*; its errors need not name a field."""
    if converter == NORMALIZED:
        return normal_rule
    is_placed = type(converter).__module__ == checks.__name__
    return getattr(converter, "convert", converter) if is_placed else converter


def converter_lines(converter: _Function, kind: Kind, /) -> list[str] | None:
    """What can be asked of a value of *kind* instead of calling *converter*.

    >>> converter_lines(record_ids.term, str)
    ['if not (len(v) < 256 and TERM(v)): raise Misfit']

    Returns:
        The lines that refuse `v`; None, if the converter has to be called.
    """
    if isinstance(converter, EachOf):
        return [] if _is_derived(converter.kinds, get_args(kind)[0]) else None
    known = _known(_CONVERTERS, quicker(converter), kind)
    return None if known is None else known.lines(kind)


@final
@frozen(weakref_slot=False, eq=False)
class Asked:
    """What is left to ask of a validator.

    Attributes:
        lines: the lines that refuse `v` in its place.
        covered: the validators that the kind of a value and the lines stand for.
        left: the validator that has to be called; None, if there is none.
    """

    lines: Sequence[str] = ()
    covered: tuple[_Function, ...] = ()
    left: _Function | None = field(default=None, kw_only=True)


def validator_lines(validator: _Function | None, kind: Kind, /) -> Asked:
    """What is left to ask of *validator*, once a value is known to be of *kind*.

    >>> validator_lines(OneOf((str,), checks.filled_text), str).lines
    ['if not (v.strip()): raise Misfit']
    """
    covered: tuple[_Function, ...] = ()
    if isinstance(validator, OneOf) and _is_derived(validator.kinds, kind):
        covered, validator = (OneOf(validator.kinds),), validator.also
    known = _known(_VALIDATORS, validator, kind)
    if validator is None or known is None:
        return Asked((), covered, left=validator)
    return Asked(known.lines(kind), (*covered, validator))


def schema_words(attribute: "attrs.Attribute[Any]", kind: Kind, /) -> dict[str, object]:
    """What JSON Schema can say of what a field asks of values of *kind*.

    >>> from carecore.people import Client
    >>> schema_words(attrs.fields(Client).id, str)
    {'minLength': 1, 'maxLength': 255}
    """
    validator = attribute.validator
    validator = validator.also if isinstance(validator, OneOf) else validator
    converter = cast("Any", attribute).converter
    asked = _known(_CONVERTERS, converter and quicker(converter), kind)
    found = [asked, _known(_VALIDATORS, validator, kind)]
    return {word: said for known in found if known for word, said in known.schema.items()}


def _known(
    table: Mapping[_Function, _Known], function: _Function | None, kind: Kind, /
) -> _Known | None:
    try:
        known = None if function is None else table.get(function)
    except TypeError:
        # What can be called need not be hashable.
        return None
    return known if known is not None and known.is_for(kind) else None


def _is_derived(kinds: tuple[type, ...], kind: Kind, /) -> bool:
    """Whether *kinds* are what *kind* says, and a value that was read as one of them is one."""
    return set(kinds) == set(members_of(kind)) and all(map(_is_closed, kinds))


def _is_closed(kind: type, /) -> bool:
    is_value = kind in _SCALARS or kind in TEXT_FORMS or is_enum(kind)
    return is_value or (type(kind) is type and attrs.has(kind))


_SCALARS: Final[frozenset[object]] = frozenset({str, int, float, bool, NoneType})
