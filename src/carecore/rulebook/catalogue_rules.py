"""P104: whether the catalogue knows what a plan names."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Final, TypeAlias

from carecore.base.identity import PersonId
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.care_settings import CareSetting
from carecore.catalogue import Catalogue
from carecore.duties import Duty
from carecore.errors import UnknownId
from carecore.needs import Need
from carecore.people import Team
from carecore.plans import Domain
from carecore.recovery import Pathway
from carecore.review import PlanView
from carecore.rights import Right
from carecore.roles import Role
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "unknown_to_the_catalogue"]

_WORDS: Final = OwnChoice("an id that no entry of the catalogue has says nothing to anybody")
_MOST_HINTS: Final = 10


_Entry: TypeAlias = CareSetting | Domain | Duty | Need | Pathway | Right | Role
_Shelf: TypeAlias = tuple[str, Collection[str | None], Iterable[_Entry]]


@rule("P104", Severity.WARNING, sources=(_WORDS,))
def unknown_to_the_catalogue(view: PlanView) -> Iterator[Remark]:
    """An id is unknown to the catalogue.

    What it looks for:
        A need, care setting, duty, role, domain of life, right or pathway that no entry of the
        catalogue has. Each is told once, with all its places. As what the client and those who
        speak for the client are in the team is left out: they are nobody's staff.
    Why it matters:
        Nothing is known of it: not what answers it, nor who may hold it, nor how restrictive it is.
    When it may be wrong:
        It is a word of the app's own; then the catalogue is extended by it.
    Example:
        An activity fulfils the duty watch_mod; the catalogue has watch_mood.
    What helps:
        Look for a slip of the pen, or extend the catalogue and pass it along.
    Sources:
        carecore's own choice.
    """
    catalogue = view.catalogue
    strange: dict[tuple[str, str], list[str]] = {}
    for kind, used, shelf in _shelves(view):
        known = {entry.id for entry in shelf}
        for key in used:
            if key is not None and key not in known:
                strange[kind, key] = []
    if not strange:
        return
    for place, kind, key in _uses(view):
        if key is not None and (kind, key) in strange:
            strange[kind, key].append(place)
    hinted = set(islice(strange, _MOST_HINTS))
    for (kind, key), places in strange.items():
        hint = _hint(catalogue, kind, key) if (kind, key) in hinted else ""
        yield Remark(
            places[0],
            f"the catalogue knows no {kind} {key!r}",
            facts=(Fact(name="places", seen=tuple(places), place=places[0]),),
            advice=hint or "Maybe it is a word of your own, to extend the catalogue by",
        )


def _shelves(view: PlanView, /) -> Iterator[_Shelf]:
    plan, catalogue = view.plan, view.catalogue
    settings: set[str | None] = {plan.client.setting}
    settings.update([one.setting for one in plan.stages])
    settings.update([one.setting for one in plan.visits])
    settings.update([one.setting for one in plan.medication_lists])
    for transition in plan.transitions:
        settings.add(transition.from_setting)
        settings.add(transition.to_setting)
    if plan.record is not None:
        settings.update([one.setting for one in plan.record.events])
    if plan.team is not None:
        roles = {one.role for one in plan.team.memberships if one.person_id not in view.family}
        for one in plan.team.professionals:
            roles.update(one.roles)
            settings.update(one.settings or ())
        yield "role", roles, catalogue.roles
    yield "care setting", settings, catalogue.care_settings
    if plan.activities:
        yield "duty", {one.duty for one in plan.activities}, catalogue.duties
    domains: set[str | None] = {one.domain for one in plan.goals}
    domains.update([one.domain for one in plan.concerns])
    if domains:
        yield "domain", domains, catalogue.domains
    if plan.client.needs:
        yield "need", plan.client.needs, catalogue.needs
    if plan.acknowledgements:
        yield "right", {one.right for one in plan.acknowledgements}, catalogue.rights
    if plan.timeline is not None and plan.timeline.pathway is not None:
        yield "pathway", (plan.timeline.pathway,), catalogue.pathways


def _uses(view: PlanView, /) -> Iterator[tuple[str, str, str | None]]:
    """Everything that is looked up in the catalogue, with its place and its kind."""
    plan = view.plan
    yield "$.client.setting", "care setting", plan.client.setting
    for index, need in enumerate(plan.client.needs or ()):
        yield f"$.client.needs[{index}]", "need", need
    if plan.team is not None:
        yield from _uses_of_the_team(plan.team, view.family)
    if plan.timeline is not None:
        yield "$.timeline.pathway", "pathway", plan.timeline.pathway
    listed: tuple[tuple[str, str, str, Iterable[object]], ...] = (
        ("record.events", "setting", "care setting", plan.record.events if plan.record else ()),
        ("concerns", "domain", "domain", plan.concerns),
        ("stages", "setting", "care setting", plan.stages),
        ("goals", "domain", "domain", plan.goals),
        ("activities", "duty", "duty", plan.activities),
        ("visits", "setting", "care setting", plan.visits),
        ("transitions", "from_setting", "care setting", plan.transitions),
        ("transitions", "to_setting", "care setting", plan.transitions),
        ("medication_lists", "setting", "care setting", plan.medication_lists),
        ("acknowledgements", "right", "right", plan.acknowledgements),
    )
    for name, field, kind, items in listed:
        for index, item in enumerate(items):
            yield f"$.{name}[{index}].{field}", kind, getattr(item, field)


def _uses_of_the_team(
    team: Team, family: frozenset[PersonId], /
) -> Iterator[tuple[str, str, str | None]]:
    for index, stay in enumerate(team.memberships):
        if stay.person_id not in family:
            yield f"$.team.memberships[{index}].role", "role", stay.role
    for index, one in enumerate(team.professionals):
        for number, role in enumerate(one.roles):
            yield f"$.team.professionals[{index}].roles[{number}]", "role", role
        for number, setting in enumerate(one.settings or ()):
            yield f"$.team.professionals[{index}].settings[{number}]", "care setting", setting


def _hint(catalogue: Catalogue, kind: str, key: str, /) -> str:
    look_up: Callable[[str], object] = {
        "role": catalogue.role,
        "care setting": catalogue.care_setting,
        "duty": catalogue.duty,
        "domain": catalogue.domain,
        "need": catalogue.need,
        "right": catalogue.right,
        "pathway": catalogue.pathway,
    }[kind]
    advice = ""
    try:
        look_up(key)
    except UnknownId as unknown:
        advice = unknown.advice
    return advice


RULES: Final[tuple[Rule[PlanView], ...]] = (unknown_to_the_catalogue,)
"""Whether the catalogue knows what a plan names.

.. versionadded:: 0.1
"""
