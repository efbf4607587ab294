"""Which domains of life have goals, which have none, and which nobody has asked about."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text, require_instance
from carecore.base.fields import checked
from carecore.base.identity import ClientId, NeedId, client_id, need_ids
from carecore.base.lookups import find_by_id
from carecore.base.moments import is_by
from carecore.base.outline import Faces, Items, Outline, Paragraph, Part, Section, Table
from carecore.base.plan_ids import (
    ConcernId,
    DomainId,
    GoalId,
    PlanId,
    concern_ids,
    domain_id,
    goal_ids,
    plan_id,
)
from carecore.base.reasons import Fact, OwnChoice, Reason
from carecore.base.record_ids import EntryId, entry_ids
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.plans import CarePlan, Domain, Goal
from carecore.record import EventKind, Record
from carecore.review.whose import own_record

__all__ = ["DomainCover", "DomainStanding", "DomainsCovered", "domains_covered"]

_ASKED: Final = OwnChoice(
    "a domain is answered where a goal, ended or not, a concern or a need lies in it, or an "
    "assessment of it is in the record; else nobody has asked"
)


class DomainStanding(Enum):
    """How a domain of life stands in a plan; not asked is not the same as none wanted.

    .. versionadded:: 0.1
    """

    WITH_GOALS = "with_goals"
    WITHOUT_GOALS = "without_goals"
    UNANSWERED = "unanswered"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DomainCover:
    """One domain of life, and what the plan has to say about it.

    Attributes:
        domain: id of the domain.
        name: what people call it.
        standing: how it stands.
        goals: ids of the goals in it that have not ended.
        ended: ids of those that have.
        concerns: ids of the concerns in it.
        needs: ids of the client's needs that lie in it.
        entries: ids of the record's assessments of it.
        reasons: why it stands so.

    .. versionadded:: 0.1
    """

    domain: DomainId = field(converter=domain_id)
    name: str = field(validator=filled_text)
    standing: DomainStanding
    goals: tuple[GoalId, ...] = field(default=(), converter=goal_ids)
    ended: tuple[GoalId, ...] = field(default=(), converter=goal_ids)
    concerns: tuple[ConcernId, ...] = field(default=(), converter=concern_ids)
    needs: tuple[NeedId, ...] = field(default=(), converter=need_ids)
    entries: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    reasons: tuple[Reason, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether a concern or a need lies in it, and no goal answers."""
        return not self.goals and bool(self.concerns or self.needs)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DomainsCovered(Faces):
    """The domains of life of one client on one day: with goals, without, and not asked about.

    Attributes:
        plan: id of the plan.
        client_id: id of the client.
        as_of: the day asked about.
        domains: every domain of the catalogue, in its order.
        elsewhere: ids of the goals that are in no domain of the catalogue.

    .. versionadded:: 0.1
    """

    plan: PlanId = field(converter=plan_id)
    client_id: ClientId = field(converter=client_id)
    as_of: date
    domains: tuple[DomainCover, ...] = ()
    elsewhere: tuple[GoalId, ...] = field(default=(), converter=goal_ids)

    @property
    def with_goals(self) -> tuple[DomainCover, ...]:
        """Those in which somebody works towards a goal."""
        return self._of(DomainStanding.WITH_GOALS)

    @property
    def without_goals(self) -> tuple[DomainCover, ...]:
        """Those that were asked about, and have no goal now."""
        return self._of(DomainStanding.WITHOUT_GOALS)

    @property
    def unanswered(self) -> tuple[DomainCover, ...]:
        """Those nobody has asked about, as far as plan and record show."""
        return self._of(DomainStanding.UNANSWERED)

    @property
    def gaps(self) -> tuple[DomainCover, ...]:
        """Those in which a concern or a need lies, and no goal answers."""
        return tuple(one for one in self.domains if one.is_gap)

    def domain(self, key: str, /) -> DomainCover:
        """The domain with that id, or `UnknownId`."""
        return find_by_id(self.domains, key, kind="domain", by="domain")

    def outline(self, *, full: bool = False) -> Outline:
        """The domains as an outline; it shows ids only, so *full* changes nothing."""
        del full
        title = f"Domains of life of {self.client_id} (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(self._parts()))

    def _of(self, standing: DomainStanding, /) -> tuple[DomainCover, ...]:
        return tuple(one for one in self.domains if one.standing is standing)

    def _parts(self) -> Iterator[Part]:
        numbers = [len(self._of(standing)) for standing in DomainStanding]
        with_goals, without, open_ = numbers
        yield Paragraph(f"{with_goals} with goals, {without} without, {open_} not asked about.")
        if self.with_goals:
            rows = [(one.name, ", ".join(one.goals)) for one in self.with_goals]
            yield Section("With goals", [Table(("domain", "goals"), rows)])
        if self.without_goals:
            rows = [(one.name, "; ".join(map(str, one.reasons))) for one in self.without_goals]
            yield Section("Without goals", [Table(("domain", "what is known"), rows)])
        if self.unanswered:
            yield Section("Not asked about", [Items(one.name for one in self.unanswered)])
        if self.elsewhere:
            yield Section("Goals in no domain", [Items(self.elsewhere)])


def domains_covered(
    plan: CarePlan, /, *, as_of: date, catalogue: Catalogue = STANDARD
) -> DomainsCovered:
    """Which domains of life of *plan*'s client have goals, which have none, which no answer.

    A goal counts while it has not ended; one that has shows that the domain was asked about.

    >>> from carecore.people import Client
    >>> plan = CarePlan(id="plan-1", client=Client(id="c-17"))
    >>> covered = domains_covered(plan, as_of=date(2026, 11, 23))
    >>> len(covered.unanswered) == len(STANDARD.domains)
    True

    Args:
        plan: the plan.
        as_of: the day; assessments after it do not count.
        catalogue: what the field knows.

    Raises:
        WrongType: if *plan* is no plan, *as_of* no plain date, or *catalogue* none.

    .. versionadded:: 0.1
    """
    asked = require_instance(plan, CarePlan, name="the plan")
    day = require_day(as_of)
    known = require_instance(catalogue, Catalogue, name="the catalogue")
    ids, record = {domain.id for domain in known.domains}, own_record(asked)
    return DomainsCovered(
        plan=asked.id,
        client_id=asked.client.id,
        as_of=day,
        domains=tuple(_cover(domain, asked, record, day) for domain in known.domains),
        elsewhere=_ids(goal for goal in asked.goals if goal.domain not in ids),
    )


def _cover(domain: Domain, plan: CarePlan, record: Record | None, day: date, /) -> DomainCover:
    there = [goal for goal in plan.goals if goal.domain == domain.id]
    running = _ids(goal for goal in there if not _has_ended(goal))
    concerns = dict.fromkeys(one.id for one in plan.concerns if one.domain == domain.id)
    needs = tuple(need for need in plan.client.needs or () if need in domain.needs)
    entries = _assessments(domain, record, day)
    said = {
        "goals": running,
        "ended goals": _ids(goal for goal in there if _has_ended(goal)),
        "concerns": tuple(concerns),
        "needs": needs,
        "assessments": entries,
    }
    reasons = tuple(
        Reason(
            id=name.replace(" ", "_"),
            text=f"{name}: {', '.join(ids)}",
            facts=(Fact(name=name, seen=tuple(map(str, ids))),),
            sources=(_ASKED,),
        )
        for name, ids in said.items()
        if ids
    )
    nothing = Reason(id="not_asked", text="nothing shows that anybody asked", sources=(_ASKED,))
    if running:
        standing = DomainStanding.WITH_GOALS
    else:
        standing = DomainStanding.WITHOUT_GOALS if reasons else DomainStanding.UNANSWERED
    return DomainCover(
        domain=domain.id,
        name=domain.name,
        standing=standing,
        goals=running,
        ended=said["ended goals"],
        concerns=concerns.keys(),
        needs=needs,
        entries=entries,
        reasons=reasons or (nothing,),
    )


def _assessments(domain: Domain, record: Record | None, day: date, /) -> tuple[EntryId, ...]:
    if record is None:
        return ()
    events = record.events_of(EventKind.ASSESSMENT, domain.id)
    known = (one for one in events if one.happened is None or is_by(one.happened, day))
    return tuple(dict.fromkeys(one.id for one in known if record.is_own(one)))


def _has_ended(goal: Goal, /) -> bool:
    return goal.status is not None and goal.status.is_ended


def _ids(goals: Iterable[Goal], /) -> tuple[GoalId, ...]:
    return tuple(dict.fromkeys(goal.id for goal in goals))
