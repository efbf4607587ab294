"""What is owed to a client: duties that answer the needs, and duties that the plan fulfils."""

from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias, final

from attrs import frozen

from carecore.base.identity import CredentialId, DutyId, NeedId, in_words
from carecore.base.reasons import Fact, OwnChoice, Reason, at
from carecore.catalogue import Catalogue
from carecore.duties import Duty
from carecore.people import Client
from carecore.plans import Activity, ActivityStatus, CarePlan, Stage
from carecore.review.looking_up import found

__all__ = ["Gates", "Owed", "idle_because", "not_owed_because", "owed_to", "why_owed"]

Gates: TypeAlias = tuple[tuple[CredentialId, ...], ...]
"""For each gate, the ids of licences of which one must be held."""

_RUNNING: Final = OwnChoice(
    "an activity counts while it is neither ended nor on hold, within its days and those of its "
    "stage, and while its stage is not closed"
)
_NEEDED: Final = OwnChoice(
    "owed is what answers the needs of the client, and what the plan's activities fulfil; where "
    "nobody has asked for the needs, an assessment"
)


@final
@frozen(kw_only=True, weakref_slot=False)
class Owed:
    """One duty that is owed.

    Attributes:
        key: id of the duty.
        duty: the duty; `None`: the catalogue has none of that id.
        needs: ids of the needs it answers.
        gates: for each, the ids of licences of which the holder must have one.
        activities: the activities of the plan that fulfil it, whether they run or not.
    """

    key: DutyId
    duty: Duty | None
    needs: tuple[NeedId, ...]
    gates: Gates
    activities: tuple[Activity, ...]


def owed_to(plan: CarePlan, catalogue: Catalogue, /) -> tuple[Owed, ...]:
    """What is owed, in the order of the needs, then of the activities."""
    answered: dict[DutyId, list[NeedId]] = {}
    extra: dict[DutyId, dict[tuple[CredentialId, ...], None]] = {}
    if plan.client.needs is None:
        answered.update((duty.id, []) for duty in catalogue.duties if duty.comes_first)
    for key in plan.client.needs or ():
        need = found(catalogue.need, key)
        for duty_id in () if need is None else need.duties:
            answered.setdefault(duty_id, []).append(key)
        if need is not None and need.credentials:
            for duty_id in need.duties:
                extra.setdefault(duty_id, {})[need.credentials] = None
    done: dict[DutyId, list[Activity]] = {}
    for activity in plan.activities:
        if activity.duty is not None:
            done.setdefault(activity.duty, []).append(activity)
    return tuple(
        _owed(
            key,
            found(catalogue.duty, key),
            needs=tuple(answered.get(key, ())),
            extra=tuple(extra.get(key, ())),
            activities=tuple(done.get(key, ())),
        )
        for key in dict.fromkeys((*answered, *done))
    )


def _owed(
    key: DutyId,
    duty: Duty | None,
    /,
    *,
    needs: tuple[NeedId, ...],
    extra: Gates,
    activities: tuple[Activity, ...],
) -> Owed:
    own = (duty.licences,) if duty is not None and duty.licences else ()
    gates = tuple(dict.fromkeys((*own, *extra)))
    return Owed(key=key, duty=duty, needs=needs, gates=gates, activities=activities)


def why_owed(client: Client, catalogue: Catalogue, /) -> Iterator[Reason]:
    """What the list of duties rests on, and what could not be followed."""
    needs = client.needs
    seen = None if needs is None else tuple(map(str, needs))
    fact = Fact(name="needs", seen=seen, place="$.client.needs")
    text = "owed is what answers the needs, and what the activities fulfil"
    if needs is None:
        text = "nobody has asked for the needs, so an assessment is owed"
    yield Reason(id="owed", text=text, facts=(fact,), sources=(_NEEDED,))
    for index, key in enumerate(needs or ()):
        if found(catalogue.need, key) is None:
            place = at("$", "client", "needs", index)
            facts = (Fact(name="need", seen=str(key), place=place),)
            text = f"the need {key!r} is not in the catalogue, so nobody knows what answers it"
            yield Reason(id="need_not_in_catalogue", text=text, facts=facts)


def not_owed_because(duty: Duty, client: Client, /) -> Reason | None:
    """Why the duty is not owed to the client now; None if it is, or may be."""
    elsewhere = (
        duty.settings is not None
        and client.setting is not None
        and client.setting not in duty.settings
    )
    if elsewhere and client.setting is not None:
        text = f"it is not owed in the care setting {in_words(client.setting)}"
        facts = (Fact(name="care setting", seen=str(client.setting), place="$.client.setting"),)
        return Reason(id="owed_elsewhere", text=text, facts=facts, sources=duty.sources)
    if duty.for_incapacity and client.has_decision_capacity is not False:
        seen = client.has_decision_capacity
        place = "$.client.has_decision_capacity"
        facts = (Fact(name="can decide", seen=seen, place=place),)
        text = "it is owed only where the client cannot decide, and nobody says so"
        return Reason(id="client_decides", text=text, facts=facts, sources=duty.sources)
    return None


def idle_because(activity: Activity, stage: Stage | None, day: date, /) -> Reason | None:
    """Why an activity does not run on that day; None if it does, or may.

    Args:
        activity: the activity.
        stage: the stage it belongs to, if it is on the plan.
        day: the day.
    """
    status, window = activity.status, activity.window
    period = None if stage is None else stage.period
    text = ""
    if status is not None and status.is_ended:
        text = f"has ended ({in_words(status.value)})"
    elif status is ActivityStatus.ON_HOLD:
        text = "is on hold"
    elif window is not None and not window.contains(day):
        text = "lies outside its days"
    elif stage is not None and stage.is_closed:
        text = f"belongs to the stage {stage.id}, which is closed"
    elif stage is not None and period is not None and not period.contains(day):
        text = f"belongs to the stage {stage.id}, which lies on other days"
    if not text:
        return None
    return Reason(
        id="activity_does_not_run",
        text=f"the activity {activity.id} {text}",
        facts=(Fact(name="activity", seen=str(activity.id)),),
        sources=(_RUNNING,),
    )
