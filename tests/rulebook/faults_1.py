"""One edit of the traveller's plan for each rule on plans, teams, stages, goals, rights, records.

Each makes its rule speak, and no other, save those in `ALSO`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeAlias

import attrs

from carecore.base.amounts import Quantity
from carecore.base.timing import PartialDate, Period
from carecore.people import Leave, Membership
from carecore.plans import (
    Achievement,
    CarePlan,
    Contact,
    GoalStatus,
    PlanStatus,
    Stage,
)
from carecore.record import Comparison, Event, EventKind, Observation

Fault: TypeAlias = Callable[[CarePlan], CarePlan]


def changed(**parts: Any) -> Fault:  # noqa: ANN401 # any part of a plan
    """The plan with other parts."""
    return lambda plan: attrs.evolve(plan, **parts)


def goal(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a goal
    """The plan with one other goal."""
    return lambda plan: plan.with_goal(attrs.evolve(plan.goal(key), **parts))


def target(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a target
    """The plan with another target of one goal."""

    def edit(plan: CarePlan, /) -> CarePlan:
        (old,) = plan.goal(key).targets
        new = (attrs.evolve(old, **parts),)
        return plan.with_goal(attrs.evolve(plan.goal(key), targets=new))

    return edit


def stage(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a stage
    """The plan with one other stage."""
    return lambda plan: plan.with_stage(attrs.evolve(plan.stage(key), **parts))


def consent(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a consent
    """The plan with one other consent."""

    def edit(plan: CarePlan, /) -> CarePlan:
        (old,) = (one for one in plan.consents if one.id == key)
        return plan.with_consent(attrs.evolve(old, **parts))

    return edit


def entry(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of an entry
    """The plan with one other entry of its record."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.record is not None
        return plan.with_entries(attrs.evolve(plan.record.find(key), **parts))

    return edit


def seen(what: str, value: Quantity, happened: date) -> Fault:
    """The plan with one observation more."""
    new = Observation(id="e-new", client_id="c-17", what=what, value=value, happened=happened)
    return lambda plan: plan.with_entries(new)


def member(person: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a stay
    """The plan with another stay of one member."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.team is not None
        stays = tuple(
            attrs.evolve(one, **parts) if one.person_id == person else one
            for one in plan.team.memberships
        )
        return plan.with_team(attrs.evolve(plan.team, memberships=stays))

    return edit


def joined(*stays: Membership) -> Fault:
    """The plan with more stays in its team."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.team is not None
        together = (*plan.team.memberships, *stays)
        return plan.with_team(attrs.evolve(plan.team, memberships=together))

    return edit


def professional(key: str, /, **parts: Any) -> Fault:  # noqa: ANN401 # any part of a professional
    """The plan with other details of one professional."""

    def edit(plan: CarePlan, /) -> CarePlan:
        assert plan.team is not None
        people = tuple(
            attrs.evolve(one, **parts) if one.id == key else one for one in plan.team.professionals
        )
        return plan.with_team(attrs.evolve(plan.team, professionals=people))

    return edit


def nobody_is_there(plan: CarePlan, /) -> CarePlan:
    """Everybody has left, and nobody has come yet."""
    assert plan.team is not None
    later = tuple(one for one in plan.team.memberships if one.person_id == "p-hana")
    return plan.with_team(attrs.evolve(plan.team, memberships=later))


def narrowed(plan: CarePlan, /) -> CarePlan:
    """The decision names no option but the one that was chosen."""
    (decision,) = plan.decisions
    return plan.with_decision(attrs.evolve(decision, options=("irf",)))


DIED: Final = Event(
    id="e-died", client_id="c-17", kind=EventKind.DEATH, happened=date(2026, 11, 23)
)

FAULTS: Final[dict[str, Fault]] = {
    "P101": entry("e-pressure", client_id="c-71"),
    "P102": lambda plan: attrs.evolve(plan, concerns=(*plan.concerns, plan.concerns[0])),
    "P103": goal("g-walk", baseline="e-wlak"),
    "P104": goal("g-heart", domain="moood"),
    "P105": changed(monitor=None),
    "P106": changed(monitor="p-hana"),
    "P107": lambda plan: attrs.evolve(plan, consents=plan.consents[1:]),
    "P108": changed(status=PlanStatus.COMPLETED),
    "P109": changed(period=Period(date(2026, 11, 16), date(2026, 11, 24))),
    "P110": changed(reviewed=date(2026, 11, 1)),
    "P111": changed(goals=()),
    "P112": changed(contacts=()),
    "P113": changed(strengths=()),
    "P114": lambda plan: plan.with_contact(Contact(person="p-inez", purpose="at_night")),
    "T101": joined(
        Membership(person_id="p-ines", role="care_manager", period=Period(date(2027, 4, 1)))
    ),
    "T102": nobody_is_there,
    "T103": professional("p-marta", caseload=46),
    "T104": professional("p-marta", leave=(Leave(Period(date(2026, 11, 24), date(2026, 11, 25))),)),
    "T105": member("p-tess", role="care_manager"),
    "S101": stage("ward", period=Period(date(2026, 11, 16), date(2026, 12, 2))),
    "S102": lambda plan: plan.with_stage(Stage(id="respite", name="respite", setting="snf")),
    "S103": stage("rehab", is_closed=True),
    "S104": lambda plan: plan.with_client(plan.client.moved_to("acute_icu")),
    "S105": lambda plan: plan.with_stage(Stage(id="afterwards", name="afterwards")),
    "S106": stage("home", period=Period(date(2026, 12, 16), date(2027, 5, 1))),
    "G101": goal("g-pills", starts=date(2027, 2, 1)),
    "G102": target("g-heart", what="mood", comparison=Comparison.AT_LEAST, value=None),
    "G103": target("g-walk", due=None),
    "G104": goal("g-heart", status=GoalStatus.CANCELLED),
    "G105": goal("g-walk", achievement=Achievement.ACHIEVED),
    "G106": target("g-walk", due=date(2026, 11, 23)),
    "G107": lambda plan: plan.with_goal(attrs.evolve(plan.goal("g-heart"), id="g-garden")),
    "G108": goal("g-walk", baseline=None),
    "G109": target("g-dress", due=date(2026, 12, 20)),
    "C101": consent("cs-sharing", by="p-ines"),
    "C102": consent("cs-plan", withdrawn_at=date(2026, 11, 23)),
    "C103": lambda plan: plan.with_client(attrs.evolve(plan.client, jurisdiction="US-MA")),
    "C104": narrowed,
    "R101": entry("e-fall", recorded=date(2026, 11, 14)),
    "R102": seen("pain", Quantity(2, "{score}"), date(2026, 12, 24)),
    "R103": entry("e-pressure", abated=PartialDate.parse("2010")),
    "R104": lambda plan: plan.with_entries(DIED),
    "R105": seen("lace", Quantity(12, "{score}"), date(2026, 11, 23)),
    "R106": seen("four_at", Quantity(6, "{score}"), date(2026, 11, 23)),
}
"""What makes each rule speak."""

ALSO: Final[dict[str, frozenset[str]]] = {
    "P109": frozenset({"S106", "T101", "M108"}),
    "P111": frozenset({"P103"}),
    "T102": frozenset({"D103", "P106", "V103"}),
}
"""Which other rules speak as well, because they cannot but see the same edit."""
