"""C: what is asked of consents, rights and decisions."""

from collections.abc import Iterator
from typing import Final

from carecore.base.identity import ProfessionalId
from carecore.base.moments import day_text, first_day, is_by, last_day
from carecore.base.reasons import Fact, OwnChoice, Severity, Verdict
from carecore.catalogue.sources import (
    CFR_441_301,
    CFR_482_13,
    CFR_484_50,
    UNIFORM_HEALTH_CARE_DECISIONS,
)
from carecore.catalogue.sources_plans import PERSON_CENTRED_CHECKLIST
from carecore.review import PlanView
from carecore.rights import Consent, ConsentScope
from carecore.rulebook.asking import agreement, has_run_out, holds_on, is_in_force
from carecore.rulebook.journey_rules import journeys_ahead
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "agreement_is_over",
    "decision_without_alternatives",
    "not_theirs_to_give",
    "rights_not_told",
]

_WHO: Final = OwnChoice(
    "a client can decide unless somebody says otherwise; family speaks and does not decide"
)
_RELIED: Final = OwnChoice(
    "a plan in force rests on agreement to it, open activities on agreement to treatment, a "
    "journey ahead on agreement to travel, and who is in the team on agreement to share with them"
)
_TOLD: Final = OwnChoice("what nobody shows was not told; a right counts where the client is now")


@rule(
    "C101",
    Severity.ERROR,
    requires=("consents",),
    sources=(CFR_482_13.part("(b)(2)"), UNIFORM_HEALTH_CARE_DECISIONS, _WHO),
)
def not_theirs_to_give(view: PlanView) -> Iterator[Remark]:
    """A consent was given by somebody who may not decide for the client.

    What it looks for:
        A yes of somebody who speaks for the client and surely might not decide on that day, or
        of a member of the team. Only a warning: a yes of somebody whom nobody knows or names, or
        of a client who cannot decide now. A no is taken from everybody.
    Why it matters:
        What is done on the word of somebody who may not give it is done without consent.
    When it may be wrong:
        The person has an authority that is not written down, or the client could still decide
        when the yes was given.
    Example:
        A daughter who may speak and not decide agreed to the journey.
    What helps:
        Ask the client, or whoever may decide, and record what gives them the authority.
    Sources:
        42 CFR 482.13(b)(2), the patient or the representative as allowed under state law; the
        Uniform Health-Care Decisions Act.
    """
    client = view.plan.client
    for index, consent in enumerate(view.plan.consents):
        if not consent.is_given:
            continue
        by, severity = consent.by, None
        if by is None:
            text, severity = "nobody says who gave it", Severity.WARNING
        elif by == client.id:
            if client.has_decision_capacity is not False:
                continue
            text, severity = "the client cannot decide now", Severity.WARNING
        elif by in view.family:
            if _might_decide(consent, view):
                continue
            text = f"{by!r} may not decide for the client"
        elif by in view.people:
            text = f"{by!r} looks after the client and does not decide for them"
        else:
            text, severity = f"nobody knows by what right {by!r} decides", Severity.WARNING
        place = f"$.consents[{index}].by"
        yield Remark(
            place,
            f"the consent {consent.id!r} is a yes{_of(by)}: {text}",
            facts=(
                Fact(name="by", seen=by, place=place),
                Fact(name="at", seen=day_text(consent.at), place=f"$.consents[{index}].at"),
            ),
            advice="Maybe the person has an authority that is not written down",
            severity=severity,
        )


def _of(by: str | None, /) -> str:
    return "" if by is None else f" of {by!r}"


def _might_decide(consent: Consent, view: PlanView, /) -> bool:
    """Whether one of the person's authorities may have held when the consent was given."""
    at = consent.at
    days = (view.day,) if at is None else (first_day(at), last_day(at))
    return any(
        one.may_decide(as_of=day) is not Verdict.NOT_MET
        for one in view.plan.client.representatives
        if one.id == consent.by
        for day in days
    )


@rule("C102", Severity.WARNING, requires=("consents", "a status"), sources=(_RELIED,))
def agreement_is_over(view: PlanView) -> Iterator[Remark]:
    """A consent was taken back or has run out, and is still relied on.

    What it looks for:
        In a plan in force, a consent to the plan, one to treatment in general while activities
        are open, one to travel while a journey lies ahead, or one to share with somebody who is in
        the team, that is over and that no other one replaces. Research and photographs stand in
        no plan. Where nobody ever agreed, P107 and J107 tell.
    Why it matters:
        People go on as if the client still wanted it.
    When it may be wrong:
        The client agreed anew, and nobody wrote it down.
    Example:
        The client took back the consent to the plan on Monday.
    What helps:
        Stop what rests on it, and ask.
    Sources:
        carecore's own choice.
    """
    plan, as_of, day = view.plan, view.as_of, view.day
    if not is_in_force(plan):
        return
    run_out = [
        (index, one)
        for index, one in enumerate(plan.consents)
        if has_run_out(one, as_of=as_of, day=day)
    ]
    # Of several for one scope the last is told.
    last = {
        one.scope: (index, one)
        for index, one in run_out
        if one.scope is not None and not one.purposes
    }
    for scope, (index, consent) in last.items():
        if not _is_relied_on(scope, view):
            continue
        if agreement(plan, scope, as_of=as_of, day=day) is Verdict.NOT_MET:
            yield _over(index, consent, scope.value)
    shared = [(index, one) for index, one in run_out if one.scope is ConsentScope.SHARING]
    still = _served(view) if shared else set[str]()
    for index, consent in shared:
        left = sorted(still.intersection(consent.recipients))
        if left:
            yield _over(index, consent, f"sharing with {', '.join(map(repr, left))}")


def _is_relied_on(scope: ConsentScope, view: PlanView, /) -> bool:
    """Whether something in a plan that is in force rests on consent of that scope."""
    if scope is ConsentScope.TREATMENT:
        return bool(view.open_work)
    if scope is ConsentScope.TRAVEL:
        return next(journeys_ahead(view), None) is not None
    return scope is ConsentScope.PLAN


def _served(view: PlanView, /) -> set[str]:
    """The people in the team, and their organizations, save those with whom sharing is agreed."""
    found = set[str]()
    for person, stays in view.members.items():
        if any(holds_on(stay.period, view.day) for stay in stays):
            found.add(person)
            # A member need not be a professional; the two sorts of id are both plain texts.
            details = view.professionals.get(ProfessionalId(person))
            if details is not None and details.organization_id is not None:
                found.add(details.organization_id)
    for one in view.plan.consents:
        if one.scope is not ConsentScope.SHARING or not one.is_given:
            continue
        if one.holds(view.as_of) is not Verdict.NOT_MET:
            found.difference_update(one.recipients)
    return found


def _over(index: int, consent: Consent, what: str, /) -> Remark:
    place = f"$.consents[{index}]"
    end = None if consent.period is None else consent.period.end
    return Remark(
        place,
        f"the consent {consent.id!r} is over, and the plan still rests on it for {what}",
        facts=(
            Fact(
                name="taken back",
                seen=None if consent.withdrawn_at is None else day_text(consent.withdrawn_at),
                place=f"{place}.withdrawn_at",
            ),
            Fact(name="end", seen=end, place=f"{place}.period"),
        ),
        advice="Maybe the client agreed anew, and nobody wrote it down",
    )


@rule(
    "C103",
    Severity.WARNING,
    requires=("a status", "the client's care setting", "the client's jurisdiction"),
    sources=(CFR_482_13.part("(a)(1)"), CFR_484_50.part("(a)"), _TOLD),
)
def rights_not_told(view: PlanView) -> Iterator[Remark]:
    """Rights that belong to the care setting were not told.

    What it looks for:
        In a plan in force, rights of the catalogue that the client surely has because of the care
        setting they are in, with no acknowledgement of them. They are told in one finding.
    Why it matters:
        Whoever does not know a right cannot use it.
    When it may be wrong:
        The facility keeps the signed forms.
    Example:
        A client is on an acute ward in Massachusetts, and nobody told them whom to complain to.
    What helps:
        Go through the rights with the client, in a language they speak, and note the day.
    Sources:
        42 CFR 482.13(a)(1), in hospitals; 42 CFR 484.50(a), of home health agencies.
    """
    client, as_of = view.plan.client, view.as_of
    setting, place = client.setting, client.jurisdiction
    if setting is None or place is None or not is_in_force(view.plan):
        return
    told = {
        one.right
        for one in view.plan.acknowledgements
        if one.at is None or is_by(one.at, as_of) is not False
    }
    country = place.code[:2]
    untold: list[str] = []
    for right in view.catalogue.rights:
        if right.settings is None or setting not in right.settings or right.id in told:
            continue
        laws = right.jurisdictions
        if laws is not None and all(law.code[:2] != country for law in laws):
            continue
        applies = right.applies(setting=setting, payers=client.payers, jurisdiction=place)
        if applies is Verdict.MET:
            untold.append(right.id)
    if untold:
        yield Remark(
            "$.acknowledgements",
            f"nobody has told the client of {len(untold)} rights in {setting!r}: "
            f"{', '.join(map(repr, untold))}",
            facts=(Fact(name="rights", seen=tuple(untold), place="$.acknowledgements"),),
            advice="Maybe they were told, and nobody wrote it down",
        )


@rule(
    "C104",
    Severity.ADVICE,
    requires=("decisions",),
    sources=(PERSON_CENTRED_CHECKLIST, CFR_441_301.part("(1)(ix)")),
)
def decision_without_alternatives(view: PlanView) -> Iterator[Remark]:
    """A decision was made, and no alternative was considered.

    What it looks for:
        A decision for which something was chosen, with no option but that one.
    Why it matters:
        A choice of one is none, and nobody can tell later why it was not the other.
    When it may be wrong:
        There was nothing else, and doing nothing was no option either.
    Example:
        Chosen is the rehabilitation clinic, out of the rehabilitation clinic.
    What helps:
        Write down what else there was, doing nothing included, and why not.
    Sources:
        42 CFR 441.301(c)(1), in a checklist: the alternatives that were considered are recorded.
    """
    for index, decision in enumerate(view.plan.decisions):
        chosen = decision.chosen
        if chosen is None:
            continue
        for option in decision.options:
            if option != chosen:
                break
        else:
            place = f"$.decisions[{index}].options"
            yield Remark(
                place,
                f"the decision {decision.id!r} names no option but {chosen!r}",
                facts=(Fact(name="options", seen=decision.options, place=place),),
                advice="Maybe others were considered, and nobody wrote them down",
            )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    not_theirs_to_give,
    agreement_is_over,
    rights_not_told,
    decision_without_alternatives,
)
"""What is asked of consents, rights and decisions.

.. versionadded:: 0.1
"""
