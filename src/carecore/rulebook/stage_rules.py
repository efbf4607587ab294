"""S: what is asked of the stages of care."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from carecore.base.reasons import Fact, OwnChoice, Severity, Verdict
from carecore.catalogue.sources import DOJ_35_130, OLMSTEAD
from carecore.plans import Stage
from carecore.record import weigh
from carecore.review import PlanView
from carecore.rulebook.asking import holds_on, is_in_force
from carecore.transitions import TransitionState
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "client_is_elsewhere",
    "closed_without_evidence",
    "more_restrictive_without_reason",
    "stage_outside_the_plan",
    "stage_without_setting",
    "stages_overlap",
]

_ONE_PLACE: Final = OwnChoice("a client is in one stage at a time")
_RANK: Final = OwnChoice(
    "the stage before shows what was enough; what is more restrictive is told by carecore's rank "
    "of care settings, and a reason in the stage or a decision for the place is a record"
)
_CLOSED: Final = OwnChoice("a stage ends when the record shows what was agreed that it ends by")
_HERE: Final = OwnChoice("the client is where the stage that runs today takes place")
_WHERE: Final = OwnChoice("who is asked to help has to know where the client is")
_WITHIN: Final = OwnChoice("the stages of a plan lie within its period")


@rule("S101", Severity.WARNING, requires=("stages",), sources=(_ONE_PLACE,))
def stages_overlap(view: PlanView) -> Iterator[Remark]:
    """Stages overlap in time.

    What it looks for:
        A stage that begins before another one, which began no later, has ended. A stage without a
        period, or without a first day, is left out.
    Why it matters:
        Two stages promise two places, two teams and two sets of goals for one day.
    When it may be wrong:
        Two stages run side by side on purpose, as a day centre beside the own home does.
    Example:
        Rehabilitation ends on 16 December, and home begins on 14 December.
    What helps:
        Let one end on the day on which the other begins.
    Sources:
        carecore's own choice.
    """
    known: list[tuple[date, int, Stage]] = []
    for index, stage in enumerate(view.plan.stages):
        period = stage.period
        if period is not None and period.start is not None and period.start != period.end:
            known.append((period.start, index, stage))
    known.sort(key=_first_day)
    running: tuple[date | None, int, Stage] | None = None
    for start, index, stage in known:
        period = stage.period
        end = None if period is None else period.end
        if running is not None and (running[0] is None or start < running[0]):
            yield Remark(
                f"$.stages[{index}].period",
                f"the stage {stage.id!r} begins on {start}, while {running[2].id!r} is running",
                facts=(
                    Fact(name="start", seen=start, place=f"$.stages[{index}].period.start"),
                    Fact(name="end", seen=running[0], place=f"$.stages[{running[1]}].period.end"),
                ),
                advice="Maybe one of the two days is a slip of the pen",
            )
        if running is None or (running[0] is not None and (end is None or end > running[0])):
            running = (end, index, stage)


def _first_day(one: tuple[date, int, Stage], /) -> date:
    return one[0]


@rule("S102", Severity.WARNING, requires=("stages",), sources=(DOJ_35_130, OLMSTEAD, _RANK))
def more_restrictive_without_reason(view: PlanView) -> Iterator[Remark]:
    """A care setting is more restrictive than the one before, and nobody said why.

    What it looks for:
        A stage in a care setting that carecore ranks as more restrictive than that of the last
        stage before it that has a rank, in the order of the plan, with no reason in the stage and
        no decision of the plan that chose the place.
    Why it matters:
        People have a right to the most integrated setting that fits their needs, and a step back
        is easily taken for granted.
    When it may be wrong:
        The client fell ill and everybody knows it; then the reason is quickly written down.
    Example:
        From home with a nurse into a nursing facility, without a word.
    What helps:
        Say what the stage before could not give, and ask the client.
    Sources:
        28 CFR 35.130(d), services in the most integrated setting appropriate to the needs, and
        Olmstead v. L.C.; the rank is carecore's own.
    """
    plan = view.plan
    if len(plan.stages) < 2:  # noqa: PLR2004 # a stage and the one before it
        return
    ranks = {one.id: one.rank for one in view.catalogue.care_settings}
    chosen = {one.chosen for one in plan.decisions}
    before: tuple[int, str] | None = None
    for index, stage in enumerate(plan.stages):
        setting = stage.setting
        rank = None if setting is None else ranks.get(setting)
        if rank is None or setting is None:
            continue
        is_explained = stage.setting_because is not None or setting in chosen
        if before is not None and rank > before[0] and not is_explained:
            yield _more_restrictive(index, stage, setting, before[1])
        before = (rank, setting)


def _more_restrictive(index: int, stage: Stage, setting: str, before: str, /) -> Remark:
    place = f"$.stages[{index}].setting"
    return Remark(
        place,
        f"{setting!r} of the stage {stage.id!r} is more restrictive than {before!r} before it, "
        "and nobody said why",
        facts=(
            Fact(name="care setting", seen=setting, place=place),
            Fact(name="care setting before", seen=before, place="$.stages"),
        ),
        advice="Maybe the reason is known, and was not written down",
    )


@rule("S103", Severity.ERROR, requires=("stages", "a record"), sources=(_CLOSED,))
def closed_without_evidence(view: PlanView) -> Iterator[Remark]:
    """A stage is closed without what was to show its end.

    What it looks for:
        A closed stage whose evidence for its end the record does not show, weighed on its last day
        or on the day asked about, whichever is earlier; from its first day on. Where the record
        cannot tell, it is only worth an advice.
    Why it matters:
        The next stage begins with something that was to be ready and is not.
    When it may be wrong:
        It was seen, and nobody wrote it down.
    Example:
        The ward is closed, and no discharge is recorded.
    What helps:
        Record what shows it, or open the stage again.
    Sources:
        carecore's own choice: the plan itself says by what a stage ends.
    """
    record = view.plan.record
    for index, stage in enumerate(view.plan.stages):
        wanted, period = stage.exit, stage.period
        if wanted is None or record is None or not stage.is_closed:
            continue
        as_of = view.as_of
        if period is not None and period.end is not None and period.end <= view.day:
            as_of = period.end
        since = None if period is None else period.start
        seen = weigh(wanted, record, as_of=as_of, since=since)
        if seen.verdict is Verdict.MET:
            continue
        is_unknown = seen.verdict is Verdict.UNKNOWN
        told = "nobody can tell whether" if is_unknown else "the record does not show that"
        place = f"$.stages[{index}]"
        yield Remark(
            f"{place}.is_closed",
            f"the stage {stage.id!r} is closed, and {told} it may end",
            facts=(Fact(name="seen", seen=tuple(map(str, seen.reasons)), place=f"{place}.exit"),),
            advice="Maybe it was seen, and nobody wrote it down",
            severity=Severity.ADVICE if is_unknown else None,
        )


@rule("S104", Severity.WARNING, requires=("stages", "the client's care setting"), sources=(_HERE,))
def client_is_elsewhere(view: PlanView) -> Iterator[Remark]:
    """The client is elsewhere than the stage that runs today.

    What it looks for:
        A client in another care setting than those of the stages that run on the day asked about.
        While the client is under way, or in a vehicle, nothing is asked.
    Why it matters:
        Whoever goes by the plan looks for the client in the wrong place, and asks the wrong
        people.
    When it may be wrong:
        The move was made a day early, and the stages are still to be redated.
    Example:
        The stage of today is in rehabilitation, and the client is on an acute ward.
    What helps:
        Ask where the client is, and mend the client's place or the days of the stages.
    Sources:
        carecore's own choice.
    """
    plan, here, day = view.plan, view.plan.client.setting, view.day
    running = [
        (index, stage)
        for index, stage in enumerate(plan.stages)
        if not stage.is_closed and stage.period is not None and holds_on(stage.period, day)
    ]
    places = {stage.setting for _, stage in running}
    if not running or None in places or here in places or _is_under_way(view):
        return
    index, first = running[0]
    yield Remark(
        "$.client.setting",
        f"the client is in {here!r}, and the stage {first.id!r} of {day} is elsewhere",
        facts=(
            Fact(name="care setting", seen=here, place="$.client.setting"),
            Fact(
                name="care setting of the stage",
                seen=first.setting,
                place=f"$.stages[{index}].setting",
            ),
        ),
        advice="Maybe the move was made on another day than planned",
    )


def _is_under_way(view: PlanView, /) -> bool:
    for transition in view.plan.transitions:
        if transition.state is TransitionState.UNDER_WAY:
            return True
    here = view.plan.client.setting
    ranks = {one.id: one.rank for one in view.catalogue.care_settings}
    # Vehicles have no rank: nobody is placed there.
    return here is not None and here in ranks and ranks[here] is None


@rule("S105", Severity.ADVICE, requires=("stages", "a status"), sources=(_WHERE,))
def stage_without_setting(view: PlanView) -> Iterator[Remark]:
    """A stage has no care setting.

    What it looks for:
        A stage of a plan in force that is not closed and names no care setting.
    Why it matters:
        What the client may count on, and who owes it, hangs on the place.
    When it may be wrong:
        The place is still to be found, and the search is an activity.
    Example:
        A stage "recovery" that may be anywhere.
    What helps:
        Name the kind of place, even where the house is not known yet.
    Sources:
        carecore's own choice.
    """
    if not is_in_force(view.plan):
        return
    for index, stage in enumerate(view.plan.stages):
        if stage.setting is None and not stage.is_closed:
            place = f"$.stages[{index}].setting"
            yield Remark(
                place,
                f"the stage {stage.id!r} has no care setting",
                facts=(Fact(name="care setting", seen=None, place=place),),
                advice="Maybe the place is still to be found",
            )


@rule("S106", Severity.WARNING, requires=("stages", "a period"), sources=(_WITHIN,))
def stage_outside_the_plan(view: PlanView) -> Iterator[Remark]:
    """A stage lies outside the plan's period.

    What it looks for:
        A stage that begins before the plan does, or ends after it.
    Why it matters:
        On those days nobody works by the plan, though it promises something.
    When it may be wrong:
        The plan was made when the stage had begun already.
    Example:
        The plan ends on 1 April, and the stage at home on 1 May.
    What helps:
        Prolong the plan, or shorten the stage.
    Sources:
        carecore's own choice.
    """
    whole = view.plan.period
    if whole is None:
        return
    for index, stage in enumerate(view.plan.stages):
        period = stage.period
        if period is None:
            continue
        start, end = period.start, period.end
        if start is not None and whole.start is not None and start < whole.start:
            text = f"the stage {stage.id!r} begins on {start}, and the plan on {whole.start}"
            yield _outside(f"$.stages[{index}].period.start", text, start)
        if end is not None and whole.end is not None and end > whole.end:
            text = f"the stage {stage.id!r} ends on {end}, and the plan on {whole.end}"
            yield _outside(f"$.stages[{index}].period.end", text, end)


def _outside(place: str, text: str, day: date, /) -> Remark:
    return Remark(
        place,
        text,
        facts=(Fact(name="day", seen=day, place=place),),
        advice="Maybe one of the two days was moved, and the other was not",
    )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    stages_overlap,
    more_restrictive_without_reason,
    closed_without_evidence,
    client_is_elsewhere,
    stage_without_setting,
    stage_outside_the_plan,
)
"""What is asked of the stages of care.

.. versionadded:: 0.1
"""
