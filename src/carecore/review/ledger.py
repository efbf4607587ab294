"""The ledger of duties: what is owed to a client, who holds it, and what nobody holds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import final

from attrs import field, frozen

from carecore.base.checks import filled_text, require_instance
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    DutyId,
    NeedId,
    PersonId,
    client_id,
    duty_id,
    in_words,
    need_ids,
)
from carecore.base.lookups import find_by_id
from carecore.base.outline import Faces, Items, Outline, Paragraph, Part, Section, Table
from carecore.base.plan_ids import ActivityId, PlanId, StageId, activity_ids, plan_id
from carecore.base.reasons import Fact, Reason, Source, Verdict, any_of, tuple_of_sources
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.people import Client
from carecore.plans import Activity, CarePlan, Stage
from carecore.review.holders import DutyHolder, PeopleOn, holder_of, people_on
from carecore.review.owed import Owed, idle_because, not_owed_because, owed_to, why_owed

__all__ = ["DutyLedger", "LedgerEntry", "LedgerStanding", "duty_ledger"]


class LedgerStanding(Enum):
    """How a duty stands; unknown is neither held nor not.

    .. versionadded:: 0.1
    """

    HELD = "held"
    UNCOVERED = "uncovered"
    UNKNOWN = "unknown"
    NOT_OWED = "not_owed"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class LedgerEntry:
    """One duty: why it is owed, who answers for it, and how it stands.

    Attributes:
        duty: id of the duty.
        name: what people call it, to follow "to".
        standing: how it stands.
        needs: ids of the client's needs that it answers.
        activities: ids of the activities that fulfil it on that day.
        idle: ids of the activities for it that do not run on that day.
        holders: those who answer for it.
        reasons: why it stands so.
        sources: what the duty rests on.

    .. versionadded:: 0.1
    """

    duty: DutyId = field(converter=duty_id)
    name: str = field(validator=filled_text)
    standing: LedgerStanding
    needs: tuple[NeedId, ...] = field(default=(), converter=need_ids)
    activities: tuple[ActivityId, ...] = field(default=(), converter=activity_ids)
    idle: tuple[ActivityId, ...] = field(default=(), converter=activity_ids)
    holders: tuple[DutyHolder, ...] = ()
    reasons: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def able(self) -> tuple[DutyHolder, ...]:
        """Those who answer for it and are not barred from holding it that day."""
        return tuple(one for one in self.holders if one.verdict is not Verdict.NOT_MET)

    @property
    def barred(self) -> tuple[DutyHolder, ...]:
        """Those who answer for it and may not hold it."""
        return tuple(one for one in self.holders if one.may_hold is Verdict.NOT_MET)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DutyLedger(Faces):
    """What is owed to a client on one day, and by whom.

    Each duty is in exactly one of `held`, `uncovered`, `unknown` and `not_owed`.
    `doubled` and `out_of_scope` are other ways to look at them.

    Attributes:
        plan: id of the plan.
        client_id: id of the client.
        as_of: the day asked about.
        entries: every duty, in the order of the needs, then of the activities.
        reasons: what the whole ledger rests on.

    .. versionadded:: 0.1
    """

    plan: PlanId = field(converter=plan_id)
    client_id: ClientId = field(converter=client_id)
    as_of: date
    entries: tuple[LedgerEntry, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def held(self) -> tuple[LedgerEntry, ...]:
        """What somebody holds who may."""
        return self._of(LedgerStanding.HELD)

    @property
    def uncovered(self) -> tuple[LedgerEntry, ...]:
        """What nobody holds, or only somebody who may not or is not there."""
        return self._of(LedgerStanding.UNCOVERED)

    @property
    def unknown(self) -> tuple[LedgerEntry, ...]:
        """What somebody answers for of whom nobody knows whether they may hold it."""
        return self._of(LedgerStanding.UNKNOWN)

    @property
    def not_owed(self) -> tuple[LedgerEntry, ...]:
        """What a need or an activity asks for, and is not owed to this client where they are."""
        return self._of(LedgerStanding.NOT_OWED)

    @property
    def doubled(self) -> tuple[LedgerEntry, ...]:
        """What two or more answer for who are not barred: each may think the other does it."""
        return tuple(one for one in self.entries if len(one.able) > 1)

    @property
    def out_of_scope(self) -> tuple[LedgerEntry, ...]:
        """What somebody answers for who may not hold it."""
        return tuple(one for one in self.entries if one.barred)

    def entry(self, duty: str, /) -> LedgerEntry:
        """The entry of the duty with that id, or `UnknownId`."""
        return find_by_id(self.entries, duty, kind="duty", by="duty")

    def outline(self, *, full: bool = False) -> Outline:
        """The ledger as an outline; it shows ids only, so *full* changes nothing."""
        del full
        title = f"Who owes what to {self.client_id} (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(self._parts()))

    def _of(self, standing: LedgerStanding, /) -> tuple[LedgerEntry, ...]:
        return tuple(one for one in self.entries if one.standing is standing)

    def _parts(self) -> Iterator[Part]:
        counts = ", ".join(f"{len(self._of(one))} {in_words(one.value)}" for one in LedgerStanding)
        yield Paragraph(f"{len(self.entries)} duties: {counts}.")
        for standing in (LedgerStanding.UNCOVERED, LedgerStanding.UNKNOWN):
            rows = [(one.name, "; ".join(map(str, one.reasons))) for one in self._of(standing)]
            if rows:
                heading = "Held by nobody" if standing is LedgerStanding.UNCOVERED else "Unknown"
                yield Section(heading, [Table(("what", "why"), rows)])
        if self.doubled:
            rows = [(one.name, _people(one.able)) for one in self.doubled]
            yield Section("Two answer for it", [Table(("what", "who"), rows)])
        if self.out_of_scope:
            yield Section("Not theirs to hold", [Items(_barred_lines(self.out_of_scope))])
        if self.held:
            rows = [(one.name, _people(one.able)) for one in self.held]
            yield Section("Held", [Table(("what", "who"), rows)])
        if self.not_owed:
            rows = [(one.name, "; ".join(map(str, one.reasons))) for one in self.not_owed]
            yield Section("Not owed now", [Table(("what", "why"), rows)])
        yield Section("Why", [Items(map(str, self.reasons))])


def duty_ledger(plan: CarePlan, /, *, as_of: date, catalogue: Catalogue = STANDARD) -> DutyLedger:
    """What is owed to the client of *plan* on that day, who holds it, and what nobody holds.

    Owed is what answers the client's needs, and what the plan's activities fulfil.
    A duty is held by somebody who answers for an activity that runs on that day, is in the team
    and not away, in a role that may hold it, with the licence it asks for where the client is.

    >>> from carecore.people import Client
    >>> plan = CarePlan(id="plan-1", client=Client(id="c-17", needs=("losing_heart",)))
    >>> ledger = duty_ledger(plan, as_of=date(2026, 11, 23))
    >>> [entry.duty for entry in ledger.uncovered]
    ['watch_mood']

    Args:
        plan: the plan; ids in it that the catalogue does not know are told, not refused.
        as_of: the day, in the client's calendar.
        catalogue: what the field knows.

    Raises:
        WrongType: if *plan* is no plan, *as_of* no plain date, or *catalogue* none.

    .. versionadded:: 0.1
    """
    asked = require_instance(plan, CarePlan, name="the plan")
    day = require_day(as_of)
    known = require_instance(catalogue, Catalogue, name="the catalogue")
    stages, people = {one.id: one for one in reversed(asked.stages)}, people_on(asked, day)
    return DutyLedger(
        plan=asked.id,
        client_id=asked.client.id,
        as_of=day,
        entries=tuple(
            _entry(owed, asked, stages, people, day=day, catalogue=known)
            for owed in owed_to(asked, known)
        ),
        reasons=tuple(why_owed(asked.client, known)),
    )


def _entry(
    owed: Owed,
    plan: CarePlan,
    stages: Mapping[StageId, Stage],
    people: PeopleOn,
    /,
    *,
    day: date,
    catalogue: Catalogue,
) -> LedgerEntry:
    idle: dict[ActivityId, Reason] = {}
    running: list[Activity] = []
    for activity in owed.activities:
        stage = None if activity.stage is None else stages.get(activity.stage)
        because = idle_because(activity, stage, day)
        if because is None:
            running.append(activity)
        else:
            idle[activity.id] = because
    duty, holders = owed.duty, tuple[DutyHolder, ...]()
    if duty is not None:
        holders = tuple(
            holder_of(
                plan,
                person,
                duty,
                gates=owed.gates,
                activities=activities,
                day=day,
                catalogue=catalogue,
                people=people,
            )
            for person, activities in _accountable(running).items()
        )
    standing, reason = _standing(owed, plan.client, holders)
    reasons = (reason, *(one for holder in holders for one in holder.reasons), *idle.values())
    return LedgerEntry(
        duty=owed.key,
        name=in_words(owed.key) if duty is None else duty.name,
        standing=standing,
        needs=owed.needs,
        activities=dict.fromkeys(activity.id for activity in running).keys(),
        idle=idle.keys(),
        holders=holders,
        reasons=reasons,
        sources=() if duty is None else duty.sources,
    )


def _accountable(running: Iterable[Activity], /) -> dict[PersonId, tuple[ActivityId, ...]]:
    found: dict[PersonId, dict[ActivityId, None]] = {}
    for activity in running:
        for person in activity.accountable:
            found.setdefault(person, {})[activity.id] = None
    return {person: tuple(ids) for person, ids in found.items()}


def _standing(
    owed: Owed, client: Client, holders: tuple[DutyHolder, ...], /
) -> tuple[LedgerStanding, Reason]:
    def told(standing: LedgerStanding, key: str, text: str) -> tuple[LedgerStanding, Reason]:
        seen = tuple(str(one.person) for one in holders)
        return standing, Reason(id=key, text=text, facts=(Fact(name="people", seen=seen),))

    if owed.duty is None:
        text = f"the duty {owed.key!r} is not in the catalogue"
        return told(LedgerStanding.UNKNOWN, "duty_not_in_catalogue", text)
    elsewhere = not_owed_because(owed.duty, client)
    if elsewhere is not None:
        return LedgerStanding.NOT_OWED, elsewhere
    verdict = any_of(one.verdict for one in holders)
    if verdict is Verdict.MET:
        able = [one.person for one in holders if one.verdict is Verdict.MET]
        verb = "holds" if len(able) == 1 else "hold"
        return told(LedgerStanding.HELD, "held", f"{' and '.join(able)} {verb} it")
    if verdict is Verdict.UNKNOWN:
        text = "nobody knows whether who answers for it may hold it"
        return told(LedgerStanding.UNKNOWN, "holder_unknown", text)
    if holders:
        return told(
            LedgerStanding.UNCOVERED, "no_holder_able", "nobody who answers for it holds it"
        )
    return told(LedgerStanding.UNCOVERED, "no_holder", "nobody answers for it on that day")


def _people(holders: Iterable[DutyHolder], /) -> str:
    return ", ".join(one.person for one in holders)


def _barred_lines(entries: Iterable[LedgerEntry], /) -> Iterator[str]:
    for entry in entries:
        for holder in entry.barred:
            because = "; ".join(map(str, holder.reasons[1:] or holder.reasons))
            yield f"{holder.person}, to {entry.name}: {because}"
