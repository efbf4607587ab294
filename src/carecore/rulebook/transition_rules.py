"""X102, X103 and X106 to X108: whether a transition holds together, and with the rest."""

from collections.abc import Iterator
from typing import Final

from carecore.base.identity import in_words
from carecore.base.moments import day_text, last_day
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.catalogue.sources import COLEMAN_CTI
from carecore.catalogue.sources_moves import CFR_483_21_DISCHARGE
from carecore.review import PlanView, did_you_mean
from carecore.rulebook.glances import has_sound_history
from carecore.rulebook.medication_lists import lists_around, lists_in_time, unexplained_between
from carecore.transitions import TransitionState, history_faults
from carecore.validation import Remark, Rule, rule

__all__ = [
    "BEFORE_DEPARTURE",
    "RULES",
    "goes_where_no_stage_is",
    "history_leads_elsewhere",
    "medicines_not_reconciled",
    "nobody_receives",
    "planned_day_is_past",
]

_BOTH: Final = OwnChoice("what is handed over is taken over by somebody, whom the offer names")
_MEANT: Final = OwnChoice("a medicine that comes, goes or changes over a move was ordered so")
_TABLE: Final = OwnChoice("the moves that were made lead to where a transition stands")
_UNDER_WAY: Final = OwnChoice("a planned day that has passed moves nobody")
_STAGES: Final = OwnChoice("a plan has a stage for each place where it has the client stay")

BEFORE_DEPARTURE: Final = (
    TransitionState.PROPOSED,
    TransitionState.PLANNED,
    TransitionState.OFFERED,
    TransitionState.ACCEPTED,
    TransitionState.READY,
)
"""The states in which a transition goes on and nobody has left yet.

.. versionadded:: 0.1
"""
_OFFERED: Final = (
    TransitionState.OFFERED,
    TransitionState.ACCEPTED,
    TransitionState.READY,
    TransitionState.UNDER_WAY,
    TransitionState.ARRIVED,
)
_NOT_GOING: Final = (
    TransitionState.COMPLETED,
    TransitionState.DECLINED,
    TransitionState.CANCELLED,
)


@rule("X102", Severity.WARNING, requires=("transitions",), sources=(_BOTH,))
def nobody_receives(view: PlanView) -> Iterator[Remark]:
    """No receiver is named once a transition is offered.

    What it looks for:
        A transition that is offered, accepted, ready, under way or arrived, and names nobody who
        takes over.
    Why it matters:
        What is handed to nobody is nobody's, and the client arrives unexpected.
    When it may be wrong:
        A place takes over as a whole, and names the person when the client is there.
    Example:
        The ward offers the move to rehabilitation, and nobody there is named.
    What helps:
        Ask the place who takes over, and name that person before the client leaves.
    Sources:
        carecore's own choice.
    """
    for index, transition in enumerate(view.plan.transitions):
        if not transition.receivers and transition.state in _OFFERED:
            place = f"$.transitions[{index}].receivers"
            state = in_words(transition.state.value)
            yield Remark(
                place,
                f"the transition {transition.id!r} is {state}, and nobody is named who takes over",
                facts=(
                    Fact(name="receivers", seen=(), place=place),
                    Fact(name="state", seen=state, place=f"$.transitions[{index}].state"),
                ),
                advice="Maybe ask the place who takes over",
            )


@rule(
    "X103",
    Severity.WARNING,
    requires=("transitions", "medication lists"),
    sources=(CFR_483_21_DISCHARGE.part("(iii)"), COLEMAN_CTI, _MEANT),
)
def medicines_not_reconciled(view: PlanView) -> Iterator[Remark]:
    """The medicines were not reconciled over a move.

    What it looks for:
        A move after which the client has left, the last list of medications before it and the
        first one after it, and medications that differ between the two without an order that says
        so, or against one.
    Why it matters:
        After a move, medicines that were dropped or doubled by mistake are what brings people back.
    When it may be wrong:
        The order was given and is not written down here, or a list leaves something out.
    Example:
        A medicine for the heart is on the ward's list and not on the one at home, and nobody
        stopped it.
    What helps:
        Ask whoever prescribes about each difference, and write down the order.
    Sources:
        42 CFR 483.21(c)(2)(iii), that medicines before and after a discharge are reconciled; the
        Care Transitions Intervention has medicines as its first pillar.
    """
    lists = lists_in_time(view.plan)
    for index, transition in enumerate(view.plan.transitions):
        left = transition.departed_at
        pair = None if left is None else lists_around(lists, left)
        if pair is None:
            continue
        changes = unexplained_between(view.plan, *pair)
        if changes:
            before, after = (str(one.id) for one in pair)
            ids = tuple(str(one.after or one.before) for one in changes)
            yield Remark(
                f"$.transitions[{index}]",
                f"over the transition {transition.id!r}, {len(ids)} of the medications on"
                f" {before!r} and {after!r} changed without an order, or against one",
                facts=(
                    Fact(name="medications", seen=ids),
                    Fact(name="list before", seen=before),
                    Fact(name="list after", seen=after),
                ),
                advice="Maybe it was ordered and not written down",
            )


@rule("X106", Severity.ERROR, requires=("transitions",), sources=(_TABLE,))
def history_leads_elsewhere(view: PlanView) -> Iterator[Remark]:
    """The moves that were made do not lead to the state a transition is in.

    What it looks for:
        A transition whose moves, by the table of legal moves, do not lead to its state: one of
        them was not legal, or not for that person, or comes before the one before it, or something
        else comes out. A history that does not begin with the first move is as good.
    Why it matters:
        Somebody took a client on who may not, or the state says what nobody did.
    When it may be wrong:
        The state was kept elsewhere, and only some of the moves were brought along.
    Example:
        The ward offered the move and also accepted it.
    What helps:
        Let the right person make the move, or correct the state; `replay` shows which move fails.
    Sources:
        carecore's own choice: the table of legal moves.
    """
    for index, transition in enumerate(view.plan.transitions):
        if not transition.moves or has_sound_history(transition):
            continue
        for reason in history_faults(transition):
            under = f"$.transitions[{index}]"
            yield Remark(
                under + reason.facts[0].place[1:],
                f"the history of the transition {transition.id!r} cannot be: {reason.text}",
                facts=tuple(
                    Fact(name=one.name, seen=one.seen, place=under + one.place[1:])
                    for one in reason.facts
                ),
                advice="Maybe a move is missing, or the state was set by hand",
            )


@rule("X107", Severity.WARNING, requires=("transitions",), sources=(_UNDER_WAY,))
def planned_day_is_past(view: PlanView) -> Iterator[Remark]:
    """The planned day of a transition is past, and the client has not left.

    What it looks for:
        A transition whose planned day has passed, and that is neither under way nor further, nor
        declined or cancelled.
    Why it matters:
        People wait at both ends, and what was booked for the day is gone.
    When it may be wrong:
        The client left, and the move was not written down.
    Example:
        The move home was planned for Monday; on Wednesday it is still accepted.
    What helps:
        Ask what holds it up; make the move, or plan another day.
    Sources:
        carecore's own choice.
    """
    day = view.day
    for index, transition in enumerate(view.plan.transitions):
        planned = transition.planned
        if planned is None or transition.state not in BEFORE_DEPARTURE:
            continue
        if last_day(planned) < day:
            place = f"$.transitions[{index}]"
            state = in_words(transition.state.value)
            yield Remark(
                f"{place}.planned",
                f"the transition {transition.id!r} was planned for {day_text(planned)}, and is"
                f" still {state}",
                facts=(
                    Fact(name="planned", seen=day_text(planned), place=f"{place}.planned"),
                    Fact(name="state", seen=state, place=f"{place}.state"),
                ),
                advice="Maybe it took place, or needs another day",
            )


@rule("X108", Severity.WARNING, requires=("transitions", "stages"), sources=(_STAGES,))
def goes_where_no_stage_is(view: PlanView) -> Iterator[Remark]:
    """A transition goes to a care setting that no stage is set in.

    What it looks for:
        A transition that is neither completed nor called off, and whose care setting none of the
        stages has. Where a stage does not say where it is, nothing can be told.
    Why it matters:
        The plan says how the client gets there, and not what happens then.
    When it may be wrong:
        The client only passes through, or the plan ends with the move.
    Example:
        The move goes to a skilled nursing facility, and the stages are the ward and home.
    What helps:
        Plan a stage for it, or correct where it goes.
    Sources:
        carecore's own choice.
    """
    known = [stage.setting for stage in view.plan.stages]
    if None in known:
        return
    for index, transition in enumerate(view.plan.transitions):
        setting = transition.to_setting
        if setting is None or setting in known or transition.state in _NOT_GOING:
            continue
        place = f"$.transitions[{index}].to_setting"
        hint = did_you_mean(setting, (one for one in known if one is not None))
        yield Remark(
            place,
            f"the transition {transition.id!r} goes to {setting!r}, and no stage is set there",
            facts=(Fact(name="care setting", seen=str(setting), place=place),),
            advice=hint or "Maybe a stage is missing",
        )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    nobody_receives,
    medicines_not_reconciled,
    history_leads_elsewhere,
    planned_day_is_past,
    goes_where_no_stage_is,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
