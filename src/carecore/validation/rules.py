"""Rules, and immutable sets of rules.

A rule is a pure function of a view, with a code, a severity, what it requires, what it rests on,
and a docstring that is its page.
All of it is checked when the rule is made, so that a run has nothing left to look up.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from importlib import import_module
from inspect import signature
from typing import Generic, TypeAlias, TypeVar, cast, final

import attrs
from attrs import field, frozen

from carecore.base.checks import require_instance, tuple_of_texts
from carecore.base.fields import checked
from carecore.base.outline import Faces, Items, Outline, Paragraph, Section
from carecore.base.reasons import Severity, Source, tuple_of_sources
from carecore.errors import CareError, InvalidValue, UnknownId, WrongType, described, quoted
from carecore.validation.findings import (
    OutcomeKind,
    Remark,
    RuleOutcome,
    is_rule_code,
    rests_on_the_unverified,
    to_severity,
)
from carecore.validation.pages import RulePage, read_page

__all__ = ["Rule", "RuleSet", "rule"]

V_contra = TypeVar("V_contra", contravariant=True)
V = TypeVar("V")

_Check: TypeAlias = Callable[[V], Iterable[Remark]]


def _code(value: str, /) -> str:
    if not is_rule_code(require_instance(value, str, name="the code of a rule")):
        raise InvalidValue(f"the code of a rule is {quoted(value)}", advice="Maybe 'P101'")
    return value


def _check_function(value: "_Check[V]", /) -> "_Check[V]":
    wanted = "a function that takes one view is wanted"
    if not callable(value):
        raise WrongType(f"{wanted}, and this is {described(value)}")
    try:
        signature(value).bind(None)
    except (TypeError, ValueError):
        what = f"{wanted}, and this takes something else"
        raise WrongType(what, advice="Maybe def my_rule(view): ...") from None
    return value


def _requirements(values: Iterable[str], /) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tuple_of_texts(values)))


def _name_of(rule: "Rule[V]", /) -> str:
    return getattr(rule.check, "__name__", type(rule.check).__name__)


def _page_of(rule: "Rule[V]", /) -> RulePage:
    try:
        return read_page(rule.check.__doc__)
    except CareError as fault:
        raise fault.below(f"$.{rule.code}.page") from None


def _clear(rule: "Rule[V]", /) -> RuleOutcome:
    return RuleOutcome(rule=rule.code, kind=OutcomeKind.CLEAR)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Rule(Faces, Generic[V_contra]):
    """One question that is put to a view; see `rule` for how one is written.

    Attributes:
        code: one capital letter and three digits; never used again for another rule.
        severity: how much its findings matter at most.
        check: the function that looks; it takes the view and gives remarks.
        requires: what the view must have, in the view's own words.
        sources: what it rests on.
        name: the name of the function.
        page: its page, read from the docstring of the function.
        clear: its outcome where it finds nothing.

    Raises:
        WrongType: if the check is no function of one view.
        InvalidValue: if the code is none, the page lacks a heading, there is no source, or it is
            an error and what it cites was never read at its place.
        ManyFaults: if several headings are wrong.

    .. versionadded:: 0.1
    """

    code: str = field(converter=_code)
    severity: Severity
    check: _Check[V_contra] = field(converter=_check_function)
    requires: tuple[str, ...] = field(default=(), converter=_requirements)
    sources: tuple[Source, ...] = field(converter=tuple_of_sources)
    name: str = field(init=False, eq=False, default=attrs.Factory(_name_of, takes_self=True))
    page: RulePage = field(init=False, eq=False, default=attrs.Factory(_page_of, takes_self=True))
    clear: RuleOutcome = field(init=False, eq=False, default=attrs.Factory(_clear, takes_self=True))

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that rests on nothing, or an error that rests on what nobody has read."""
        if not self.sources:
            what = f"the rule {self.code} ({self.name}) rests on nothing"
            advice = "Maybe a Citation, or an OwnChoice that says so"
            raise InvalidValue(what, place="$.sources", advice=advice)
        if self.severity is Severity.ERROR and rests_on_the_unverified(self.sources):
            what = f"the rule {self.code} ({self.name}) is an error and cites only the unverified"
            raise InvalidValue(what, place="$.severity", advice="Maybe Severity.WARNING")

    def __repr__(self) -> str:
        """Code and name."""
        return f"<Rule {self.code} {self.name}>"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the check by the name it has in its module, where the rule itself stands."""
        where = (self.check.__module__, getattr(self.check, "__qualname__", ""))
        parts = (self.code, self.severity, self.requires, self.sources)
        return (_found_again, (where, parts))

    def outline(self, *, full: bool = False) -> Outline:
        """The page of the rule with code, severity and sources; *full* changes nothing."""
        del full
        title = f"{self.code} {self.page.title}"
        needed = [Paragraph(f"Requires {', '.join(self.requires)}.")] if self.requires else []
        return Outline(
            title,
            (
                Paragraph(f"Severity: {self.severity.value}."),
                *needed,
                *self.page.sections(),
                Section("Rests on", [Items(map(str, self.sources))]),
            ),
        )


def rule(
    code: str,
    severity: Severity,
    /,
    *,
    requires: Iterable[str] = (),
    sources: Iterable[Source],
) -> "Callable[[_Check[V]], Rule[V]]":
    """Make a rule of a function that takes a view and gives remarks.

    The docstring of the function is the page of the rule; `HEADINGS` lists its headings.

    >>> from carecore.base.reasons import OwnChoice
    >>> @rule("X101", Severity.ADVICE, sources=[OwnChoice("silence is golden")])
    ... def too_loud(view: str) -> Iterator[Remark]:
    ...     '''A text shouts.
    ...
    ...     What it looks for:
    ...         Texts in capital letters.
    ...     Why it matters:
    ...         They are hard to read.
    ...     When it may be wrong:
    ...         Short forms are written so.
    ...     Example:
    ...         "WATCH OUT".
    ...     What helps:
    ...         Small letters.
    ...     Sources:
    ...         carecore's own choice.
    ...     '''
    ...     if view.isupper():
    ...         yield Remark("$", "the text is in capital letters")
    >>> too_loud
    <Rule X101 too_loud>
    >>> list(too_loud.check("WATCH OUT"))[0].message
    'the text is in capital letters'

    Args:
        code: one capital letter and three digits.
        severity: how much a finding matters at most.
        requires: what the view must have; without it the rule is skipped, and the report says so.
        sources: what the rule rests on.

    Raises:
        WrongType: if what is decorated is no function of one view.
        InvalidValue: if the code is none, the page lacks a heading, there is no source, or an
            error rests only on what was never verified.

    .. versionadded:: 0.1
    """
    wanted, rests_on = tuple(requires), tuple(sources)

    def made(check: "_Check[V]", /) -> "Rule[V]":
        return Rule(code=code, severity=severity, check=check, requires=wanted, sources=rests_on)

    return made


def _by_code(rules: "Iterable[Rule[V]]", /) -> "tuple[Rule[V], ...]":
    kept: dict[str, Rule[V]] = {}
    given: Iterator[Rule[V]] = _several(rules)
    for index, one in enumerate(given):
        if kept.setdefault(one.code, one) != one:
            what = f"two rules have the code {one.code!r}: {kept[one.code].name} and {one.name}"
            advice = f"Maybe `.without({one.code!r})` first"
            raise InvalidValue(what, place=f"$[{index}]", advice=advice)
    return tuple(kept[code] for code in sorted(kept))


def _several(rules: "Iterable[Rule[V]]", /) -> "Iterator[Rule[V]]":
    if not _is_list(rules):
        what = f"a list of rules is wanted, and this is {described(rules)}"
        raise WrongType(what, advice="Maybe put it in brackets: (..., )")
    for index, one in enumerate(rules):
        if not _is_rule(one):
            what = f"this is {described(one)}, and a Rule is wanted"
            advice = "Maybe the function lacks @rule(...)"
            raise WrongType(what, place=f"$[{index}]", advice=advice)
        yield one


def _is_list(value: object, /) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str)


def _is_rule(value: object, /) -> bool:
    return isinstance(value, Rule)


def _index(rules: "RuleSet[V]", /) -> "dict[str, Rule[V]]":
    return {one.code: one for one in rules.rules}


@final
@frozen(weakref_slot=False, repr=False, field_transformer=checked)
class RuleSet(Generic[V_contra]):
    """Rules, each once, in the order of their codes; sets are put together with `|`.

    In which order sets are joined makes no difference, and a set joined to itself stays as it is.

    >>> RuleSet() | RuleSet() == RuleSet()
    True

    Attributes:
        rules: the rules.

    Raises:
        WrongType: if something is no rule.
        InvalidValue: if two different rules have one code.

    .. versionadded:: 0.1
    """

    rules: tuple[Rule[V_contra], ...] = field(default=(), converter=_by_code)
    _found: dict[str, Rule[V_contra]] = field(
        init=False, eq=False, default=attrs.Factory(_index, takes_self=True)
    )

    def __repr__(self) -> str:
        """How many there are."""
        return f"<RuleSet of {len(self.rules)} rules>"

    def __iter__(self) -> "Iterator[Rule[V_contra]]":
        """The rules in the order of their codes."""
        return iter(self.rules)

    def __len__(self) -> int:
        """How many rules there are."""
        return len(self.rules)

    def __contains__(self, code: object) -> bool:
        """Whether a rule has that code."""
        return code in self._found

    def __or__(self, other: "RuleSet[V_contra]", /) -> "RuleSet[V_contra]":
        """The rules of both.

        Raises:
            WrongType: if *other* is no rule set.
            InvalidValue: if two different rules have one code.
        """
        advice = "Maybe RuleSet([...])"
        require_instance(other, RuleSet, name="what is joined to a rule set", advice=advice)
        return RuleSet((*self.rules, *other.rules))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in order."""
        return tuple(self._found)

    def rule(self, code: str, /) -> "Rule[V_contra]":
        """The rule with that code.

        Raises:
            WrongType: if *code* is not text.
            UnknownId: if there is none; the error names those whose code or name comes near.
        """
        found = self._found.get(require_instance(code, str, name="the code of a rule"))
        if found is None:
            raise UnknownId("rule", code, near=self._near(code))
        return found

    def without(self, *codes: str) -> "RuleSet[V_contra]":
        """These rules without those that have one of the *codes*.

        Raises:
            UnknownId: if there is no rule with such a code: a slip would leave a rule in.
        """
        gone = {self.rule(code).code for code in codes}
        return RuleSet(one for one in self.rules if one.code not in gone)

    def with_severity(self, code: str, severity: Severity | str, /) -> "RuleSet[V_contra]":
        """These rules, one of which matters more or less.

        Raises:
            UnknownId: if there is no rule with that code.
            InvalidValue: if there is no such severity, or an error would rest on what nobody has
                verified.
        """
        changed = attrs.evolve(self.rule(code), severity=to_severity(severity))
        return RuleSet(changed if one.code == code else one for one in self.rules)

    def _near(self, code: str, /) -> list[str]:
        named = [one.code for one in self.rules if one.name == code]
        return named or get_close_matches(code.upper(), self._found, n=3)


_Parts: TypeAlias = tuple[str, Severity, tuple[str, ...], tuple[Source, ...]]


def _found_again(where: tuple[str, str], parts: _Parts, /) -> "Rule[object]":
    """The rule whose check has that name in that module, as it was pickled."""
    module, path = where
    found: object = import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    check = cast("Rule[object]", found).check if _is_rule(found) else cast("_Check[object]", found)
    code, severity, requires, sources = parts
    return Rule(code=code, severity=severity, check=check, requires=requires, sources=sources)
