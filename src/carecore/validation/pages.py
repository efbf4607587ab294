"""The page of a rule: its docstring, whose headings are fixed and have to be there."""

import re
from inspect import cleandoc
from typing import Final, final

from attrs import field, fields, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.outline import Faces, Outline, Paragraph, Section
from carecore.errors import CareError, InvalidValue, ManyFaults

__all__ = ["HEADINGS", "RulePage", "read_page"]

HEADINGS: Final = {
    "looks_for": "What it looks for",
    "matters": "Why it matters",
    "may_be_wrong": "When it may be wrong",
    "example": "Example",
    "helps": "What helps",
    "sources": "Sources",
}
"""The headings of a page, by the field that holds what stands under them, in order.

.. versionadded:: 0.1
"""

_LINE: Final = re.compile(r"(\w[\w ]*):")
# Python run with `-OO` keeps no docstrings, this module's among them.
_ARE_KEPT: Final = __doc__ is not None
_GONE: Final = "this Python keeps no docstrings (-OO)"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class RulePage(Faces):
    """What a rule tells people about itself.

    Attributes:
        title: what it finds, in a sentence.
        looks_for: what it looks for.
        matters: why it matters.
        may_be_wrong: when it may be wrong.
        example: one edit that makes it speak.
        helps: what helps.
        sources: what it rests on, in words.

    Raises:
        InvalidValue: if one of them is blank.

    .. versionadded:: 0.1
    """

    title: str = field(validator=filled_text)
    looks_for: str = field(validator=filled_text)
    matters: str = field(validator=filled_text)
    may_be_wrong: str = field(validator=filled_text)
    example: str = field(validator=filled_text)
    helps: str = field(validator=filled_text)
    sources: str = field(validator=filled_text)

    def outline(self, *, full: bool = False) -> Outline:
        """The page as an outline; it tells of no person, so *full* changes nothing."""
        del full
        return Outline(self.title, self.sections())

    def sections(self) -> tuple[Section, ...]:
        """What stands under each heading, in order."""
        return tuple(
            Section(
                heading,
                [Paragraph(" ".join(part.split())) for part in getattr(self, name).split("\n\n")],
            )
            for name, heading in HEADINGS.items()
        )


def read_page(text: str | None, /) -> RulePage:
    """The page that stands in a docstring: a sentence, then each heading on a line of its own.

    A heading ends in a colon, and what stands under it is indented.

    >>> page = read_page('''A goal has no target.
    ...
    ...     What it looks for:
    ...         Goals without a target.
    ...
    ...     Why it matters:
    ...         Nobody can tell whether it is reached.
    ...
    ...     When it may be wrong:
    ...         The target is still being agreed.
    ...
    ...     Example:
    ...         A goal "be happier" with nothing to measure.
    ...
    ...     What helps:
    ...         Ask the client what would show it.
    ...
    ...     Sources:
    ...         carecore's own choice.
    ... ''')
    >>> page.title, page.matters
    ('A goal has no target', 'Nobody can tell whether it is reached.')

    Raises:
        InvalidValue: if a heading is missing, unknown, stands twice or has nothing under it.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    if not _ARE_KEPT:
        return RulePage(**{each.name: _GONE for each in fields(RulePage)})
    title, found, faults = _parts(cleandoc(text or "").splitlines())
    for heading in HEADINGS.values():
        if not found.get(heading):
            what = f"the page has nothing under the heading {heading!r}"
            faults.append(InvalidValue(what, advice=f"Maybe add '{heading}:' and a sentence"))
    if not title:
        faults.append(InvalidValue("the page has no title", advice="Maybe start with a sentence"))
    if len(faults) > 1:
        raise ManyFaults(f"{len(faults)} faults in the page", faults)
    if faults:
        raise faults[0]
    under = {name: found[heading] for name, heading in HEADINGS.items()}
    return RulePage(title=title.rstrip("."), **under)


def _parts(lines: list[str], /) -> tuple[str, dict[str, str], list[CareError]]:
    """The title, what stands under each heading, and what is wrong with the headings."""
    faults: list[CareError] = []
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        found_heading = _LINE.fullmatch(line)
        if found_heading is None:
            parts[-1][1].append(line)
        else:
            parts.append((found_heading[1], []))
    found: dict[str, str] = {}
    for heading, under in parts[1:]:
        if heading not in HEADINGS.values():
            advice = f"Maybe one of: {', '.join(HEADINGS.values())}"
            faults.append(InvalidValue(f"the page has a heading {heading!r}", advice=advice))
        elif heading in found:
            what = f"the heading {heading!r} stands twice"
            faults.append(InvalidValue(what, advice="Maybe join the two"))
        found[heading] = cleandoc("\n" + "\n".join(under))
    # What stands between the title and the first heading belongs to neither, so it is refused.
    title, *rest = parts[0][1] or [""]
    if any(line.strip() for line in rest):
        what = "the page has text before its first heading"
        faults.append(InvalidValue(what, advice=f"Maybe put it under {HEADINGS['looks_for']!r}"))
    return title.strip(), found, faults
