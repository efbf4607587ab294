"""Goal: what a client wants to reach."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from carecore.base.amounts import Code, Quantity
from carecore.base.identity import in_words
from carecore.extra.fhir.datatypes import (
    concept_of,
    quantity,
    when,
    word_at,
    word_in,
    word_said,
)
from carecore.extra.fhir.details import PEOPLE
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.found import Found, keep, link, with_own
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.references import reference, references
from carecore.extra.fhir.writing import (
    Writing,
    coded,
    inexact_times,
    linked,
    moment,
    quantified,
    tells_code,
    tells_term,
    told,
    worded,
)
from carecore.plans import Achievement, Goal, GoalStatus, Target
from carecore.record import Comparison

__all__ = ["ELEMENTS", "read_goal", "write_goal"]

ELEMENTS: Final = (
    Element("Goal.id", "Goal.id"),
    Element("Goal.lifecycleStatus", "Goal.status"),
    Element("Goal.achievementStatus", "Goal.achievement", note="by its code"),
    Element("Goal.description.text", "Goal.text", note="without it, the label of the first code"),
    Element("Goal.startDate", "Goal.starts"),
    Element("Goal.target.measure", "Target.what", note="as a word; its codes are kept as losses"),
    Element("Goal.target.detailQuantity", "Target.value", note="its comparator is the comparison"),
    Element("Goal.target.detailRange", "Target.value", note="one target for each end"),
    Element("Goal.target.detailCodeableConcept", "Target.value"),
    Element("Goal.target.detailString", "Target.value", note="where it is a word"),
    Element("Goal.target.detailBoolean", "Target.value"),
    Element("Goal.target.detailInteger", "Target.value"),
    Element("Goal.target.dueDate", "Target.due"),
    Element("Goal.statusReason", "Goal.because_ended", note="as a word"),
    Element("Goal.expressedBy", "Goal.set_by"),
    Element("Goal.addresses", "Goal.concerns"),
)

_STATUSES: Final[Mapping[str, GoalStatus | None]] = MappingProxyType(
    {one.value.replace("_", "-"): one for one in GoalStatus}
)
_ACHIEVED: Final[Mapping[str, Achievement | None]] = MappingProxyType(
    {one.value.replace("_", "-"): one for one in Achievement}
)
_ACHIEVEMENT: Final = "http://terminology.hl7.org/CodeSystem/goal-achievement"
_COMPARED: Final[Mapping[str, Comparison]] = MappingProxyType(
    {
        "<": Comparison.BELOW,
        "<=": Comparison.AT_MOST,
        ">=": Comparison.AT_LEAST,
        ">": Comparison.ABOVE,
    }
)
_COMPARATORS: Final = {found: sign for sign, found in _COMPARED.items()}
_Detail: TypeAlias = tuple[Comparison, Quantity | Code | bool | str | None]
_ADDRESSED: Final = (
    *("Observation", "MedicationStatement", "NutritionOrder", "ServiceRequest", "RiskAssessment"),
)
"""The types besides conditions that FHIR lets a goal answer."""
_ONLY_DUE: Final = "goal_reached"
"""What a target looks at that says by when, and not what is measured."""


def read_goal(node: Node, found: Found, /) -> None:
    """Goal."""
    of = link(node, "subject")
    text = ""
    description = node.node("description")
    if description is not None:
        text = description.text("text") or ""
        if not text:
            said = concept_of(description)
            if said.code is not None:
                description.lose("coding", [coded(said.code)])
                text = said.code.label
    expressed = reference(node, "expressedBy")
    goal = with_own(
        node,
        Goal,
        {
            "id": node.held.id,
            "status": node.word("lifecycleStatus", _STATUSES),
            "achievement": _achievement(node),
            "starts": when(node, "startDate"),
            "targets": tuple(one for each in _target_nodes(node) for one in _targets(each)),
            "because_ended": word_said(node, "statusReason"),
            "set_by": None if expressed is None else expressed.id,
            "concerns": tuple(target.id for _, target in references(node, "addresses")),
            "text": text,
        },
    )
    keep(found.goals, goal, of)


def _achievement(node: Node, /) -> Achievement | None:
    inner = node.node("achievementStatus")
    if inner is None:
        return None
    achieved: Achievement | None = None
    for coding in inner.nodes("coding"):
        if achieved is None and coding.rest.get("system") == _ACHIEVEMENT:
            achieved = coding.word("code", _ACHIEVED)
            if achieved is not None:
                del coding.rest["system"]
    return achieved


def _target_nodes(node: Node, /) -> list[Node]:
    """The targets: a list in R4, one alone in STU3."""
    if node.rest.get("target").__class__ is dict:
        only = node.node("target")
        return [] if only is None else [only]
    return node.nodes("target")


def _targets(node: Node, /) -> Iterator[Target]:
    has_detail = any(key.startswith("detail") for key in node.rest)
    details: list[_Detail] = list(_details(node))
    if not details and has_detail:
        # What is wanted is not known, and "it only has to be seen" is not what it says.
        return
    measure, due = word_in(node, "measure"), when(node, "dueDate")
    if not details and (measure is not None or due is not None):
        details.append((Comparison.PRESENT, None))
    for comparison, value in details:
        yield Target(what=measure or _ONLY_DUE, comparison=comparison, value=value, due=due)


def _details(node: Node, /) -> Iterator[_Detail]:
    amount: Any = node.rest.get("detailQuantity")
    if amount.__class__ is dict:
        sign: Any = amount.get("comparator")
        comparison = _COMPARED.get(sign) if sign.__class__ is str else Comparison.EQUAL
        if sign is not None and comparison is not None:
            node.rest["detailQuantity"] = {**amount}
            del node.rest["detailQuantity"]["comparator"]
        found = quantity(node, "detailQuantity")
        if found is not None:
            yield comparison or Comparison.EQUAL, found
        elif sign is not None and comparison is not None:
            node.held.reading.lose(f"{node.place}.detailQuantity.comparator", sign, node.held)
    ends = node.node("detailRange")
    if ends is not None:
        for key, comparison in (("low", Comparison.AT_LEAST), ("high", Comparison.AT_MOST)):
            end = quantity(ends, key)
            if end is not None:
                yield comparison, end
    flag, whole = node.flag("detailBoolean"), node.whole("detailInteger")
    if flag is not None:
        yield Comparison.EQUAL, flag
    if whole is not None:
        yield Comparison.EQUAL, Quantity(whole)
    yield from _in_words(node)


def _in_words(node: Node, /) -> Iterator[_Detail]:
    inner = node.node("detailCodeableConcept")
    if inner is not None and "coding" in inner.rest:
        said = concept_of(inner)
        if said.text:
            inner.lose("text", said.text)
        if said.code is not None:
            yield Comparison.EQUAL, said.code
    elif inner is not None:
        word = word_at(inner)
        if word is not None:
            yield Comparison.EQUAL, word
    word = word_said(node, "detailString")
    if word is not None:
        yield Comparison.EQUAL, word


def write_goal(goal: Goal, place: str, writing: Writing, /) -> None:
    """Goal."""
    targets = [_target(one) for one in goal.targets]
    inexact = inexact_times(goal, "starts")
    text = told(goal.text)
    inexact += [] if goal.status else ["status"]
    inexact += [] if text else ["text"]
    inexact += [] if tells_term(goal.because_ended) else ["because_ended"]
    if not all(map(_is_told, goal.targets)):
        inexact.append("targets")
    starts = moment(goal.starts)
    if starts is not None and len(starts) > len("2026-03-01"):
        # FHIR has a day there.
        starts = starts[: len("2026-03-01")]
        inexact = [*dict.fromkeys((*inexact, "starts"))]
    writing.put(
        "Goal",
        goal,
        {
            "lifecycleStatus": (goal.status or GoalStatus.ACTIVE).value.replace("_", "-"),
            "achievementStatus": _achievement_concept(goal.achievement),
            "description": {"text": text or "not told"},
            "subject": writing.subject(),
            "startDate": starts,
            "target": targets,
            "statusReason": None if goal.because_ended is None else in_words(goal.because_ended),
            "expressedBy": None if goal.set_by is None else linked(goal.set_by, writing, *PEOPLE),
            "addresses": [
                linked(one, writing, "Condition", also=_ADDRESSED) for one in goal.concerns
            ],
        },
        place=place,
        lacking=("stage", "domain", "baseline"),
        inexact=inexact,
    )


def _achievement_concept(achievement: Achievement | None, /) -> dict[str, object] | None:
    if achievement is None:
        return None
    return {"coding": [{"system": _ACHIEVEMENT, "code": achievement.value.replace("_", "-")}]}


def _target(target: Target, /) -> dict[str, object]:
    written: dict[str, object] = {}
    if target.what != _ONLY_DUE or target.value is not None:
        written["measure"] = worded(target.what)
    value = target.value
    if isinstance(value, Quantity):
        written["detailQuantity"] = quantified(value)
        sign = _COMPARATORS.get(target.comparison)
        if sign is not None:
            written["detailQuantity"] = {"comparator": sign, **quantified(value)}
    elif isinstance(value, Code) and tells_code(value):
        written["detailCodeableConcept"] = {"coding": [coded(value)]}
    elif isinstance(value, bool):
        written["detailBoolean"] = value
    elif isinstance(value, str):
        written["detailString"] = in_words(value)
    due = moment(target.due)
    if due is not None:
        written["dueDate"] = due[: len("2026-03-01")]
    return written


def _is_told(target: Target, /) -> bool:
    """Whether the elements of the target tell all of it."""
    value = target.value
    if isinstance(value, Code):
        is_value = tells_code(value)
    else:
        is_value = not isinstance(value, str) or tells_term(value)
    is_compared = target.comparison is Comparison.EQUAL or (
        isinstance(value, Quantity) and target.comparison in _COMPARATORS
    )
    if value is None:
        is_compared = target.comparison is Comparison.PRESENT
    is_day = len(moment(target.due) or "") <= len("2026-03-01")
    return is_compared and is_value and is_day and tells_term(target.what)
