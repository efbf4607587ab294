"""Asking whom a whole panel of clients needs."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, placed, require_instance, require_kind
from carecore.base.identity import (
    ClientId,
    CredentialId,
    RoleId,
    in_words,
)
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Part, Section, Table
from carecore.base.reasons import OwnChoice, Reason, at
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, InvalidValue, WrongType, described
from carecore.matching.advise import pool_faults, refuse
from carecore.matching.decision import Decision, Taken, decide
from carecore.matching.gaps import staffing_of
from carecore.matching.looks import points_of
from carecore.matching.panel_roles import ClientAnswer, PanelRole, SkillGroup
from carecore.matching.policies import STANDARD_POLICY, Policy
from carecore.matching.roles_needed import tuple_of_reasons
from carecore.matching.seats import Seat, Status, alike_by
from carecore.matching.situation import Situation
from carecore.matching.skill_counts import counts_of, least_needed
from carecore.matching.staffing import Staffing
from carecore.people import Client, Professional

__all__ = ["ClientAnswer", "PanelAdvice", "PanelRole", "SkillGroup", "advise_panel"]

_NO_RATIO = OwnChoice(
    "no universal caseload ratio exists, so professionals are counted only by a limit that is given"
)


def _day(value: date, /) -> date:
    return require_day(value)


def _is_staffing(
    instance: object, attribute: "Attribute[Staffing | None]", value: object, /
) -> None:
    if value is not None:
        require_kind(instance, attribute.name, value, Staffing, advice="Maybe None, without a pool")


def _panel_roles(values: Iterable[PanelRole], /) -> tuple[PanelRole, ...]:
    return each_of(values, PanelRole)


def _answers(values: Iterable[ClientAnswer], /) -> tuple[ClientAnswer, ...]:
    return each_of(values, ClientAnswer)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class PanelAdvice(Faces):
    """Whom a panel of clients needs: how many of which role, with which skills.

    Attributes:
        as_of: the day asked about.
        answers: each client's answer, in the order asked; nobody is left out.
        roles: what the answers come to, role by role.
        staffing: how far the pool goes, and who would have to be added; `None` without a pool.
        reasons: what the counting rests on.

    .. versionadded:: 0.1
    """

    as_of: date = field(converter=_day)
    answers: tuple[ClientAnswer, ...] = field(default=(), converter=_answers)
    roles: tuple[PanelRole, ...] = field(default=(), converter=_panel_roles)
    staffing: Staffing | None = field(default=None, validator=_is_staffing)
    reasons: tuple[Reason, ...] = field(default=(), converter=tuple_of_reasons)

    @property
    def without_role(self) -> tuple[ClientId, ...]:
        """Ids of the clients for whom no role is recommended."""
        return tuple(answer.client_id for answer in self.answers if not answer.roles)

    def outline(self, *, full: bool = False) -> Outline:
        """The advice as an outline; it shows ids, and what is asked of people.

        Nothing of it is personal by the marks on the fields, so *full* changes nothing.
        """
        del full
        return Outline(
            f"Who is needed for {len(self.answers)} clients (as of {self.as_of.isoformat()})",
            tuple(self._parts()),
        )

    def _parts(self) -> Iterable[Part]:
        columns = ("role", "ask for", "to engage", "nobody in reach", "needed", "short by")
        rows = [
            (
                one.name,
                len(one.ask_for),
                len(one.to_engage),
                len(one.unreached),
                one.professionals_needed,
                one.short_by,
            )
            for one in self.roles
        ]
        yield Table(columns, rows)
        for one in self.roles:
            yield Section(f"Skills of a {one.name}", tuple(_skill_parts(one)))
        missing = [
            (answer.client_id, ", ".join(map(in_words, answer.missing)))
            for answer in self.answers
            if answer.missing
        ]
        if missing:
            yield Section("What nobody holds", (Table(("client", "duties"), missing),))
        if self.without_role:
            yield Section("No role recommended", (Items(self.without_role),))
        if self.staffing is not None:
            yield Section("How far the pool goes", tuple(self.staffing.parts()))
        yield Section("Why", (Items(map(str, self.reasons)),))


def _skill_parts(role: PanelRole, /) -> Iterator[Part]:
    groups = [
        (
            "; ".join(" or ".join(map(in_words, gate)) for gate in group.credentials),
            None if group.jurisdiction is None else group.jurisdiction.code,
            group.language,
            group.points,
            group.professionals_needed,
            ", ".join(group.clients),
        )
        for group in role.skills
    ]
    yield Table(("licensed as", "in", "language", "points", "needed", "clients"), groups)
    counts = [
        (
            in_words(one.kind.value),
            one.wanted,
            len(one.clients),
            len(one.only) if one.only else None,
            one.points,
            one.professionals_needed,
        )
        for one in role.skill_counts
    ]
    if counts:
        columns = ("skill", "wanted", "clients", "nothing else", "points", "needed")
        yield Table(columns, counts)
    notes = [
        ("points not known, counted as 1", role.points_unknown),
        ("more points than one professional takes on", role.above_limit),
    ]
    told = [f"{words}: {', '.join(ids)}" for words, ids in notes if ids]
    if told:
        yield Items(told)


def advise_panel(
    clients: Iterable[Client],
    /,
    *,
    as_of: date,
    pool: Iterable[Professional] | None = None,
    caseload_limit: int | None = None,
    policy: Policy = STANDARD_POLICY,
    catalogue: Catalogue = STANDARD,
) -> PanelAdvice:
    """How many of which role, with which skills, a panel of clients needs.

    With a pool, it says as well who of the panel can be placed, who waits and why, and who would
    have to be added so that nobody waits; each number is that of an allocation, so sharing out
    again with `advice.staffing.added()` places as many more as is said.

    >>> panel = advise_panel(
    ...     [
    ...         Client(id="c-1", setting="home_independent", needs=["visit_mother_weekly"]),
    ...         Client(id="c-2", setting="home_independent", needs=["keep_us_informed"]),
    ...     ],
    ...     as_of=date(2026, 11, 23),
    ...     caseload_limit=20,
    ... )
    >>> [(one.role, len(one.to_engage), one.professionals_needed) for one in panel.roles]
    [('care_manager', 2, 1)]

    Args:
        clients: who needs care.
        as_of: the day asked about.
        pool: everybody who could be engaged; `None`: not known; empty: nobody.
        caseload_limit: caseload points one professional takes on; without it, professionals are
            not counted, since no universal ratio exists, and the limit of whoever is added is
            taken from the pool.
        policy: which criteria decide who may come to whom; without a pool it is not asked.
        catalogue: what the field knows.

    Raises:
        WrongType: if *as_of* is no plain date, or something else is no client, professional,
            whole number, policy or catalogue.
        UnknownId: if a client refers to an id that the catalogue does not have.
        InvalidValue: if a client or professional stands twice, or the limit is below 1.
        ManyFaults: if several of these are so; the places say of whom.

    .. versionadded:: 0.1
    """
    require_instance(catalogue, Catalogue, name="the catalogue")
    require_instance(policy, Policy, name="the policy", advice="Maybe STANDARD_POLICY")
    day = require_day(as_of)
    _check_limit(caseload_limit)
    panel = each_of(clients, Client)
    people = None if pool is None else each_of(pool, Professional)
    faults = [*_twice(panel), *pool_faults(people, catalogue)]
    decided: list[tuple[Client, Decision]] = []
    # Clients in the same situation could have the same seats, and are asked for them once.
    seats: dict[Hashable, tuple[Seat, ...]] = {}
    for index, client in enumerate(panel):
        situation, alike = Situation(client, None, people), alike_by(client)
        try:
            decision = decide(situation, catalogue, as_of=day, seats=seats.get(alike))
        except CareError as fault:
            faults.append(fault.below(at("$", index)))
        else:
            seats[alike] = decision.seats
            decided.append((client, decision))
    refuse(faults)
    wanted = {one.seat.role.id for _, decision in decided for one in decision.taken}
    return PanelAdvice(
        as_of=day,
        answers=[_answer(client, decision) for client, decision in decided],
        roles=[
            _role(role.id, role.name, decided, people, caseload_limit, day)
            for role in catalogue.roles
            if role.id in wanted
        ],
        staffing=(
            None
            if people is None
            else staffing_of(panel, people, policy, caseload_limit, day, catalogue)
        ),
        reasons=[Reason(id="no_ratio", text=str(_NO_RATIO.choice), sources=[_NO_RATIO])],
    )


def _check_limit(limit: object, /) -> None:
    if limit is None:
        return
    advice = "Maybe 1 or more, or leave it out"
    if isinstance(limit, bool) or not isinstance(limit, int):
        what = f"the caseload limit is {described(limit)}, and a whole number is wanted"
        raise WrongType(what, advice=advice)
    if limit < 1:
        raise InvalidValue("the caseload limit is below 1", advice=advice)


def _twice(panel: tuple[Client, ...], /) -> Iterator[CareError]:
    seen: set[str] = set()
    for index, client in enumerate(panel):
        if client.id in seen:
            what = f"the client {client.id!r} stands twice in the panel"
            yield InvalidValue(what, place=at("$", index), advice="Maybe remove one of the two")
        seen.add(client.id)


def _answer(client: Client, decision: Decision, /) -> ClientAnswer:
    return ClientAnswer(
        client_id=client.id,
        roles=tuple(dict.fromkeys((one.seat.role.id, one.status) for one in decision.taken)),
        missing=[demand.duty.id for demand in decision.missing],
    )


def _role(  # noqa: PLR0917 # one line of the panel, out of all that was asked
    role: RoleId,
    name: str,
    decided: list[tuple[Client, Decision]],
    people: tuple[Professional, ...] | None,
    limit: int | None,
    day: date,
    /,
) -> PanelRole:
    found = [
        (client, one)
        for client, decision in decided
        for one in decision.taken
        if one.seat.role.id == role
    ]
    by_status = {
        status: tuple(client.id for client, one in found if one.status is status)
        for status in Status
    }
    # A role may come to one client in two ways; the client is one client all the same.
    to_place = {client.id: client for client, one in found if one.seat.status is Status.TO_ENGAGE}
    points = [points_of(client, day) for client in to_place.values()]
    fitting = [person for person in people or () if role in person.roles]
    # A place that nobody of this panel can reach closes no gap.
    reached = frozenset(person for _, one in found for person in one.people)
    free = [
        (person.id, person.places_free(as_of=day)) for person in fitting if person.id in reached
    ]
    known = sum(max(places, 0) for _, places in free if places is not None)
    unknown = tuple(person for person, places in free if places is None)
    return PanelRole(
        role=role,
        name=name,
        ask_for=by_status[Status.ASK_FOR],
        to_engage=by_status[Status.TO_ENGAGE],
        unreached=by_status[Status.NOBODY_IN_REACH],
        skills=_skills(found, frozenset(to_place), limit, day),
        skill_counts=counts_of(
            [(client, one) for client, one in found if client.id in to_place], limit, day
        ),
        points=sum(points),
        points_unknown=[key for key, one in to_place.items() if one.points_on(day) is None],
        professionals_needed=least_needed(points, limit),
        above_limit=[
            key
            for key, one in to_place.items()
            if limit is not None and points_of(one, day) > limit
        ],
        in_pool=tuple(person.id for person in fitting),
        places_free=known,
        places_unknown=unknown,
        short_by=None if people is None or unknown else max(sum(points) - known, 0),
    )


def _skills(
    found: Iterable[tuple[Client, Taken]],
    to_place: frozenset[ClientId],
    limit: int | None,
    day: date,
    /,
) -> list[SkillGroup]:
    groups: dict[
        tuple[tuple[tuple[CredentialId, ...], ...], Jurisdiction | None, str | None],
        dict[ClientId, Client],
    ] = {}
    for client, one in found:
        demands = (*one.holds, *one.unreached)
        gates = tuple(dict.fromkeys(gate for demand in demands for gate in demand.gates))
        language = client.languages[0] if client.languages else None
        groups.setdefault((gates, client.jurisdiction, language), {})[client.id] = client
    made: list[SkillGroup] = []
    for (gates, jurisdiction, language), clients in groups.items():
        points = [points_of(one, day) for key, one in clients.items() if key in to_place]
        made.append(
            SkillGroup(
                credentials=gates,
                jurisdiction=jurisdiction,
                language=language,
                clients=tuple(clients),
                points=sum(points),
                professionals_needed=least_needed(points, limit),
            )
        )
    return made
