"""What rules say: a remark about one place, the finding it becomes, and how each rule fared."""

import re
from enum import Enum
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, plain_text
from carecore.base.fields import checked
from carecore.base.reasons import Citation, Fact, Severity, Source
from carecore.errors import InvalidValue, WrongType, described, quoted

__all__ = ["Finding", "OutcomeKind", "Remark", "RuleOutcome", "is_rule_code", "to_severity"]

_CODE: Final = re.compile(r"[A-Z][0-9]{3}", re.ASCII)
_PLACE: Final = re.compile(r"\$(?:\.[A-Za-z]\w*|\[\d{1,9}\])*", re.ASCII)


def is_rule_code(text: str, /) -> bool:
    """Whether *text* is the code of a rule: one capital letter and three digits.

    >>> is_rule_code("P101"), is_rule_code("p1")
    (True, False)

    .. versionadded:: 0.1
    """
    return bool(_CODE.fullmatch(text))


def to_severity(value: Severity | str, /) -> Severity:
    """A severity, or the one with that word.

    >>> to_severity("error")
    <Severity.ERROR: 'error'>

    Raises:
        WrongType: if it is neither.
        InvalidValue: if there is no such severity.

    .. versionadded:: 0.1
    """
    if isinstance(value, Severity):
        return value
    advice = f"Maybe {' or '.join(repr(one.value) for one in Severity)}"
    if not _is_text(value):
        raise WrongType(f"a severity is {described(value)}", advice=advice)
    found = next((one for one in Severity if one.value == value), None)
    if found is None:
        raise InvalidValue(f"there is no severity {quoted(value)}", advice=advice)
    return found


def _is_code(instance: object, attribute: "Attribute[str]", value: str, /) -> None:
    del instance
    if not is_rule_code(value):
        what = f"the code of a rule is {quoted(value)}"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe 'P101'")


def _is_place(instance: object, attribute: "Attribute[str]", value: str, /) -> None:
    plain_text(instance, attribute, value)
    if not _PLACE.fullmatch(value):
        what = f"{quoted(value)} is no place"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe '$.goals[2]'")


def _is_advice(instance: object, attribute: "Attribute[str]", value: str, /) -> None:
    plain_text(instance, attribute, value)
    if value and not value.startswith("Maybe "):
        what = "an advice is a sentence that starts with 'Maybe'"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe 'Maybe ask the client'")


@final
@frozen(weakref_slot=False, field_transformer=checked)
class Remark:
    """What a rule says about one place; a run makes a finding of it.

    Which rule speaks, how much it matters and what it rests on are the rule's own, so a remark
    leaves them out. It may name less severity than its rule has; more has no effect.

    >>> Remark("$.goals[2]", "the goal has no target", advice="Maybe name a measure").place
    '$.goals[2]'

    Attributes:
        place: where, as a path from the value that is looked at.
        message: what is wrong there, in ids and figures; never a name or a note of a person.
        facts: what was seen.
        advice: what may help; a sentence that starts with "Maybe".
        severity: where it is less than the rule's; `None`: the rule's.
        sources: what this very remark rests on; empty: what the rule rests on.

    Raises:
        InvalidValue: if the place is no path, the message is blank, or the advice is none.

    .. versionadded:: 0.1
    """

    place: str = field(validator=_is_place)
    message: str = field(validator=filled_text)
    facts: tuple[Fact, ...] = field(default=(), kw_only=True)
    advice: str = field(default="", kw_only=True, validator=_is_advice)
    severity: Severity | None = field(default=None, kw_only=True)
    sources: tuple[Source, ...] = field(default=(), kw_only=True)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Finding:
    """Something that a rule found.

    >>> found = Finding(
    ...     rule="G101",
    ...     severity=Severity.WARNING,
    ...     place="$.goals[2]",
    ...     message="the goal has no target",
    ...     advice="Maybe name a measure",
    ... )
    >>> print(found)
    G101 warning at $.goals[2]: the goal has no target. Maybe name a measure.

    Attributes:
        rule: code of the rule.
        severity: how much it matters.
        place: where, as a path from the value that was looked at.
        message: what is wrong there.
        facts: what was seen.
        sources: what the rule rests on.
        advice: what may help; a sentence that starts with "Maybe".

    Raises:
        InvalidValue: if the code or the place is none, the message is blank, or the advice is none.

    .. versionadded:: 0.1
    """

    rule: str = field(validator=_is_code)
    severity: Severity
    place: str = field(validator=_is_place)
    message: str = field(validator=filled_text)
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    advice: str = field(default="", validator=_is_advice)

    def __str__(self) -> str:
        """One line, without facts and sources."""
        parts = (self.message, self.advice)
        said = " ".join(part.rstrip(".") + "." for part in parts if part)
        return f"{self.rule} {self.severity.value} at {self.place}: {said}"


class OutcomeKind(Enum):
    """How a rule fared: silence is not success, so each rule of a run says so.

    .. versionadded:: 0.1
    """

    CLEAR = "clear"
    FOUND = "found"
    SKIPPED = "skipped"
    FAILED = "failed"


def _fits_kind(outcome: "RuleOutcome", _: object, exception: str, /) -> None:
    if outcome.findings < 0:
        what = f"a rule cannot have {outcome.findings} findings"
        raise InvalidValue(what, place="$.findings", advice="Maybe 0")
    told = {
        OutcomeKind.FOUND: ("findings", outcome.findings > 0),
        OutcomeKind.SKIPPED: ("missing", bool(outcome.missing)),
        OutcomeKind.FAILED: ("exception", bool(exception)),
    }
    for kind, (name, is_told) in told.items():
        if is_told is not (kind is outcome.kind):
            has = "says" if is_told else "does not say"
            what = f"a rule whose outcome is {outcome.kind.value!r} {has} its {name}"
            raise InvalidValue(what, place=f"$.{name}", advice=f"Maybe the outcome {kind.value!r}")
    if exception and not exception.isidentifier():
        what = "the exception of an outcome is the name of a class, and no message"
        raise InvalidValue(what, place="$.exception", advice="Maybe 'KeyError'")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class RuleOutcome:
    """How one rule fared in one run.

    >>> print(RuleOutcome(rule="T101", kind=OutcomeKind.SKIPPED, missing=["a time of day"]))
    T101: skipped (a time of day)

    Attributes:
        rule: code of the rule.
        kind: clear, found, skipped or failed.
        findings: how many findings it has.
        missing: what the rule requires and was not there, in words; only of a skipped rule.
        exception: the class of what it raised, and nothing more; only of a failed rule.

    Raises:
        InvalidValue: if the kind and the rest contradict each other.

    .. versionadded:: 0.1
    """

    rule: str = field(validator=_is_code)
    kind: OutcomeKind
    findings: int = 0
    missing: tuple[str, ...] = ()
    exception: str = field(default="", validator=_fits_kind)

    @property
    def details(self) -> str:
        """What there is to say beside the kind."""
        if self.kind is OutcomeKind.FOUND:
            return str(self.findings)
        return self.exception or ", ".join(self.missing)

    def __str__(self) -> str:
        """One line."""
        return f"{self.rule}: {self.kind.value}" + (f" ({self.details})" if self.details else "")


def _is_text(value: object, /) -> bool:
    return isinstance(value, str)


def rests_on_the_unverified(sources: tuple[Source, ...], /) -> bool:
    """Whether something is cited, and nothing of it was read at its place."""
    cited = [source for source in sources if isinstance(source, Citation)]
    return bool(cited) and not any(citation.verified for citation in cited)
