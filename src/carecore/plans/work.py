"""What the change of a plan means for the work under way: activities and visits."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import in_words
from carecore.base.moments import When
from carecore.base.reasons import Fact, FactValue, Reason, at
from carecore.base.timing import Period
from carecore.plans.activities import Activity, ActivityStatus
from carecore.plans.plan import CarePlan

__all__ = ["WorkChange", "WorkKind", "WorkStep", "work_between"]


class WorkKind(Enum):
    """What kind of work of a plan it is.

    .. versionadded:: 0.1
    """

    ACTIVITY = "activity"
    VISIT = "visit"


class WorkStep(Enum):
    """What is to be done with work of the old plan, now that there is a new one.

    .. versionadded:: 0.1
    """

    KEEP = "keep"
    CANCEL = "cancel"
    REPLACE = "replace"
    REDATE = "redate"
    BEGIN = "begin"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class WorkChange:
    """What to do with one activity or visit, and why.

    >>> change = WorkChange(
    ...     id="activity-1",
    ...     kind=WorkKind.ACTIVITY,
    ...     step=WorkStep.CANCEL,
    ...     reason=Reason(id="left_out", text="the new plan leaves it out"),
    ... )
    >>> print(change.reason)
    the new plan leaves it out

    Attributes:
        id: its id.
        kind: whether it is an activity or a visit.
        step: what to do with it.
        reason: why.
        successor: id of what takes its place, where something else does; empty: nothing does.

    .. versionadded:: 0.1
    """

    id: str = field(validator=filled_text)
    kind: WorkKind
    step: WorkStep
    reason: Reason
    successor: str = ""


_BECAUSE: Final = "because ended"
_TEXTS: Final = {
    "same_work": "nothing about it changes that those who do it have to know",
    "filled_in": "more is known about it, and nothing that was known is different",
    "has_ended": "it had ended before, and what was done stays done",
    "has_been_done": "it is done by now",
    "left_out": "the new plan leaves it out",
    "called_off": "the new plan calls it off",
    "plan_ended": "the plan has ended",
    "activity_ended": "the activity it was planned for has ended",
    "activity_left_out": "the new plan leaves out the activity it was planned for",
    "taken_over": "something else on the new plan takes its place",
    "done_otherwise": "somebody else does it, or something else is done",
    "other_days": "it is for other days",
    "taken_up_again": "it had ended, and goes on",
    "new_work": "the old plan does not have it",
}


@final
@frozen(kw_only=True, weakref_slot=False)
class _Piece:
    """One activity or visit as its plan has it.

    Attributes:
        end: the id of the reason for which nothing is left to do; empty: something is.
        facts: what was seen of that end.
        doing: what is done, by whom and where.
        days: when.
        group: what another piece must have in common with it to take its place; empty: none can.
    """

    id: str
    kind: WorkKind
    place: str
    end: str
    facts: tuple[Fact, ...]
    doing: dict[str, FactValue]
    days: dict[str, FactValue]
    group: str


def work_between(old: CarePlan, new: CarePlan, /) -> tuple[WorkChange, ...]:
    """What to do with each activity and visit of *old*, and what is to begin with *new*.

    First the activities of the old plan, then its visits, each once; then what is new and not
    over, in the same order. Of two with one id the first counts.

    .. versionadded:: 0.1
    """
    gone = {one.id for one in old.activities} - {one.id for one in new.activities}
    kinds = (
        (_unique(_activities(old)), _unique(_activities(new))),
        (_unique(_visits(old, frozenset())), _unique(_visits(new, frozenset(gone)))),
    )
    known: list[WorkChange] = []
    begun: list[WorkChange] = []
    for before, after in kinds:
        fresh = [one for one in after.values() if one.id not in before and not one.end]
        known += _settled(before, after, fresh)
        begun += [_change(one, WorkStep.BEGIN, "new_work") for one in fresh]
    return (*known, *begun)


def _activities(plan: CarePlan, /) -> Iterator[_Piece]:
    periods = {one.id: one.period for one in reversed(plan.stages)}
    for index, one in enumerate(plan.activities):
        place = at("$", "activities", index)
        window = one.window
        if window is None and one.stage is not None:
            window = periods.get(one.stage)
        end, facts = _end_of(one, plan, place)
        yield _Piece(
            id=one.id,
            kind=WorkKind.ACTIVITY,
            place=place,
            end=end,
            facts=facts,
            doing={
                "duty": one.duty,
                "accountable": one.accountable,
                "helpers": one.helpers,
                "journey": one.journey,
            },
            days={
                "window": _days(window),
                "cadence": None if one.cadence is None else one.cadence.text,
            },
            group=one.duty or "",
        )


def _end_of(one: Activity, plan: CarePlan, place: str, /) -> tuple[str, tuple[Fact, ...]]:
    if one.status is not None and one.status.is_called_off:
        facts = (
            Fact(name="status", seen=one.status.value, place=at(place, "status")),
            Fact(name=_BECAUSE, seen=one.because_ended, place=at(place, "because_ended")),
        )
        return "called_off", facts
    if one.status is ActivityStatus.COMPLETED:
        return "has_been_done", ()
    return _end_of_plan(plan)


def _end_of_plan(plan: CarePlan, /) -> tuple[str, tuple[Fact, ...]]:
    if plan.status is None or not plan.status.is_ended:
        return "", ()
    return "plan_ended", (Fact(name="status", seen=plan.status.value, place="$.status"),)


def _visits(plan: CarePlan, gone: frozenset[str], /) -> Iterator[_Piece]:
    statuses = {one.id: one.status for one in reversed(plan.activities)}
    for index, one in enumerate(plan.visits):
        status = None if one.activity is None else statuses.get(one.activity)
        place = at("$", "visits", index)
        facts: tuple[Fact, ...] = ()
        if one.is_made:
            end = "has_been_done"
        elif one.activity in gone:
            end = "activity_left_out"
        elif status is not None and status.is_ended:
            end = "activity_ended"
            facts = (Fact(name="activity", seen=one.activity, place=at(place, "activity")),)
        else:
            end, facts = _end_of_plan(plan)
        yield _Piece(
            id=one.id,
            kind=WorkKind.VISIT,
            place=place,
            end=end,
            facts=facts,
            doing={"activity": one.activity, "by": one.by, "setting": one.setting},
            days={"planned": None if one.planned is None else _moment(one.planned)},
            group=one.activity or "",
        )


def _days(window: Period | None, /) -> str | None:
    if window is None:
        return None
    return "/".join(".." if day is None else day.isoformat() for day in (window.start, window.end))


def _moment(when: When, /) -> str:
    return when.isoformat() if isinstance(when, datetime) else str(when)


def _unique(pieces: Iterable[_Piece], /) -> dict[str, _Piece]:
    known: dict[str, _Piece] = {}
    for piece in pieces:
        known.setdefault(piece.id, piece)
    return known


def _settled(
    before: dict[str, _Piece], after: dict[str, _Piece], fresh: Iterable[_Piece], /
) -> Iterator[WorkChange]:
    heirs: dict[str, deque[str]] = {}
    for piece in fresh:
        if piece.group:
            heirs.setdefault(piece.group, deque()).append(piece.id)
    for was in before.values():
        now = after.get(was.id)
        if now is not None:
            yield _carried_on(was, now)
        elif was.end:
            yield _change(was, WorkStep.KEEP, "has_ended")
        elif heirs.get(was.group):
            heir = heirs[was.group].popleft()
            yield _change(was, WorkStep.REPLACE, "taken_over", successor=heir)
        else:
            yield _change(was, WorkStep.CANCEL, "left_out")


def _carried_on(was: _Piece, now: _Piece, /) -> WorkChange:
    if was.end:
        step = WorkStep.KEEP if now.end else WorkStep.BEGIN
        return _change(now, step, "has_ended" if now.end else "taken_up_again")
    if now.end:
        step = WorkStep.KEEP if now.end == "has_been_done" else WorkStep.CANCEL
        return _change(now, step, now.end, now.facts)
    others = [name for name, seen in was.doing.items() if seen != now.doing[name]]
    days = [name for name, seen in was.days.items() if seen != now.days[name]]
    if any(was.doing[name] for name in others):
        return _change(now, WorkStep.REPLACE, "done_otherwise", _both(was, now, others))
    if days:
        return _change(now, WorkStep.REDATE, "other_days", _both(was, now, days))
    if others:
        return _change(now, WorkStep.KEEP, "filled_in", _both(was, now, others))
    return _change(now, WorkStep.KEEP, "same_work")


def _both(was: _Piece, now: _Piece, names: Iterable[str], /) -> tuple[Fact, ...]:
    """What stood before and what stands now, for each of *names*."""
    return tuple(
        Fact(name=name, seen=(one.doing | one.days)[name], place=at(one.place, name))
        for name in names
        for one in (was, now)
    )


def _change(
    piece: _Piece,
    step: WorkStep,
    why: str,
    facts: tuple[Fact, ...] = (),
    /,
    *,
    successor: str = "",
) -> WorkChange:
    said = (fact.seen for fact in facts if fact.name == _BECAUSE)
    words = "".join(f": {in_words(word)}" for word in said if isinstance(word, str))
    reason = Reason(id=why, text=_TEXTS[why] + words, facts=facts)
    return WorkChange(id=piece.id, kind=piece.kind, step=step, reason=reason, successor=successor)
