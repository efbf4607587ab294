"""M101, M102, M104, M105 and M107: whether a timeline holds together, and with the rest."""

from collections.abc import Iterator, Mapping
from typing import Final

from carecore.base.identity import in_words
from carecore.base.moments import day_text, first_day, last_day
from carecore.base.plan_ids import MilestoneId
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.record.record import when_of
from carecore.review import PlanView
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "anchor_is_another_day",
    "cannot_all_be_kept",
    "links_run_in_a_circle",
    "milestone_places",
    "nothing_shows_it",
    "outside_its_stage",
]

_BEFORE: Final = OwnChoice("what comes before something cannot come after it as well")
_STAGE: Final = OwnChoice("a milestone is reached while its stage lasts")
_KEPT: Final = OwnChoice("windows and links are to be kept together, or not to be written down")
_SHOWN: Final = OwnChoice("that a milestone is reached is shown by the record, and not by a tick")
_ANCHOR: Final = OwnChoice("windows are counted from the day on which it happened")


def milestone_places(view: PlanView, /) -> Mapping[MilestoneId, str]:
    """Where each milestone stands in the plan, by its id.

    .. versionadded:: 0.1
    """
    known = enumerate(view.milestones)
    return {key: f"$.timeline.milestones[{index}]" for index, key in known}


@rule("M101", Severity.ERROR, requires=("a timeline",), sources=(_BEFORE,))
def links_run_in_a_circle(view: PlanView) -> Iterator[Remark]:
    """The links between milestones run in a circle.

    What it looks for:
        Milestones each of which comes before the next, and the last before the first; of several
        circles that share a milestone one is told.
    Why it matters:
        None of them can be the first, so that nothing can be planned or tracked.
    When it may be wrong:
        Never; what comes again has to be a milestone of its own each time. The rules that need
        days are skipped meanwhile.
    Example:
        First steps before the exercises, and the exercises before the first steps.
    What helps:
        Take out the link that is the wrong way round.
    Sources:
        carecore's own choice.
    """
    timeline = view.plan.timeline
    if timeline is None or view.schedule is not None:
        return
    for circle in timeline.circles:
        shown = ", ".join(map(repr, circle))
        yield Remark(
            "$.timeline.links",
            f"the links run in a circle: {shown}, and back to {circle[0]!r}",
            facts=(
                Fact(name="milestones", seen=tuple(map(str, circle)), place="$.timeline.links"),
            ),
            advice="Maybe a link is the wrong way round",
        )


@rule(
    "M102",
    Severity.WARNING,
    requires=("a timeline that can be scheduled", "stages"),
    sources=(_STAGE,),
)
def outside_its_stage(view: PlanView) -> Iterator[Remark]:
    """A milestone lies outside its stage.

    What it looks for:
        A milestone that belongs to a stage and can be reached, by its window and links, on none of
        the days of that stage. Waived ones are left out, and so is what cannot be kept at all, of
        which M104 tells.
    Why it matters:
        Whoever looks after the stage does not wait for it, and whoever comes later does not know.
    When it may be wrong:
        The stage was moved, and the milestone is to follow.
    Example:
        The stage on the ward ends on the first, and "walks the stairs" in it is due on the tenth.
    What helps:
        Give it to the stage in which it is reached, or move the stage.
    Sources:
        carecore's own choice.
    """
    schedule, timeline = view.schedule, view.plan.timeline
    if schedule is None or timeline is None:
        return
    days = {one.id: one for one in schedule.milestones}
    for index, milestone in enumerate(timeline.milestones):
        stage = None if milestone.stage is None else view.stages.get(milestone.stage)
        period = None if stage is None else stage.period
        if stage is None or period is None or milestone.waived is not None:
            continue
        one = days[milestone.id]
        is_after = period.end is not None and one.earliest >= period.end
        is_before = period.start is not None and one.latest < period.start
        if one.slack_days >= 0 and (is_after or is_before):
            place = f"$.timeline.milestones[{index}]"
            yield Remark(
                place,
                f"the milestone {milestone.id!r} can be reached from {one.earliest} to"
                f" {one.latest}, and its stage {stage.id!r} lies on other days",
                facts=(
                    Fact(name="earliest", seen=one.earliest, place=place),
                    Fact(name="latest", seen=one.latest, place=place),
                    Fact(name="stage", seen=str(stage.id), place=f"{place}.stage"),
                    Fact(name="start of the stage", seen=period.start),
                    Fact(name="end of the stage", seen=period.end),
                ),
                advice="Maybe it belongs to another stage",
            )


@rule("M104", Severity.ERROR, requires=("a timeline that can be scheduled",), sources=(_KEPT,))
def cannot_all_be_kept(view: PlanView) -> Iterator[Remark]:
    """Windows and links cannot all be kept.

    What it looks for:
        A milestone that comes after its window, or later than a link allows, even if all goes as
        planned.
    Why it matters:
        The plan promises what cannot be, and somebody will be told that it is late.
    When it may be wrong:
        Windows and links come from sources that never meant to be put together.
    Example:
        Home within five days, after stairs that take seven.
    What helps:
        Widen the window, or shorten what comes before it; the finding names what holds it back.
    Sources:
        carecore's own choice; the days stand with the milestones and links.
    """
    schedule = view.schedule
    if schedule is None or not schedule.infeasible:
        return
    places = milestone_places(view)
    for conflict in schedule.infeasible:
        place = places[conflict.milestone]
        missed = in_words(conflict.kind.value)
        yield Remark(
            place,
            f"the milestone {conflict.milestone!r} cannot be kept: {conflict}",
            facts=(
                Fact(name="what is missed", seen=missed, place=place),
                Fact(name="days too late", seen=conflict.days, place=place),
                Fact(name="because of", seen=tuple(map(str, conflict.because))),
            ),
            advice="Maybe a window is too narrow, or a link too long",
        )


@rule("M105", Severity.ADVICE, requires=("milestones",), sources=(_SHOWN,))
def nothing_shows_it(view: PlanView) -> Iterator[Remark]:
    """Nothing says what would show that a milestone is reached.

    What it looks for:
        A milestone without an evidence rule that is not waived.
    Why it matters:
        Nobody can tell from the record whether it is reached, so that it stays open for ever.
    When it may be wrong:
        Only a person can judge it, and says so at each review.
    Example:
        "Feels at home again", and no observation that would tell.
    What helps:
        Ask what somebody would see, and write it down as an evidence rule.
    Sources:
        carecore's own choice: milestones are shown by the record.
    """
    timeline = view.plan.timeline
    for index, milestone in enumerate(() if timeline is None else timeline.milestones):
        if milestone.evidence is None and milestone.waived is None:
            place = f"$.timeline.milestones[{index}].evidence"
            yield Remark(
                place,
                f"nothing says what would show that the milestone {milestone.id!r} is reached",
                facts=(Fact(name="evidence", seen=None, place=place),),
                advice="Maybe an event or an observation would",
            )


@rule("M107", Severity.WARNING, requires=("a timeline", "a record"), sources=(_ANCHOR,))
def anchor_is_another_day(view: PlanView) -> Iterator[Remark]:
    """The anchor of the timeline is not the day of its event.

    What it looks for:
        A timeline whose anchor cannot be the day of the entry that it names as its anchor.
    Why it matters:
        Every window is counted from the anchor, so that all of them are wrong by as many days.
    When it may be wrong:
        The event is told in another time zone, or lasted from one day to the next.
    Example:
        The operation was put off by two days, and the windows still count from the old day.
    What helps:
        Anchor the timeline anew on the day on which it happened.
    Sources:
        carecore's own choice.
    """
    timeline = view.plan.timeline
    if timeline is None or timeline.anchor_event is None:
        return
    entry = view.entries.get(timeline.anchor_event)
    when = None if entry is None else when_of(entry)
    if when is not None and not first_day(when) <= timeline.anchor <= last_day(when):
        yield Remark(
            "$.timeline.anchor",
            f"the timeline counts from {timeline.anchor}, and its event"
            f" {timeline.anchor_event!r} was on {day_text(when)}",
            facts=(
                Fact(name="anchor", seen=timeline.anchor, place="$.timeline.anchor"),
                Fact(name="happened", seen=day_text(when)),
            ),
            advice="Maybe `timeline.re_anchored` on that day",
        )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    links_run_in_a_circle,
    outside_its_stage,
    cannot_all_be_kept,
    nothing_shows_it,
    anchor_is_another_day,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
