"""Asking whom a whole panel of clients needs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, filled_text, placed, require_instance
from carecore.base.identity import (
    ClientId,
    CredentialId,
    DutyId,
    RoleId,
    client_id,
    duty_ids,
    in_words,
    role_id,
)
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Part, Section, Table
from carecore.base.reasons import OwnChoice, Reason, at
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, InvalidValue, WrongType, described
from carecore.matching.advise import pool_faults, refuse
from carecore.matching.decision import Decision, Taken, decide
from carecore.matching.seats import Status
from carecore.matching.situation import Situation
from carecore.people import Client, Professional

__all__ = ["ClientAnswer", "PanelAdvice", "PanelRole", "SkillGroup", "advise_panel"]

_NO_RATIO = OwnChoice(
    "no universal caseload ratio exists, so professionals are counted only by a limit that is given"
)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class ClientAnswer:
    """Whom one client of the panel needs, in short; `advise_roles` tells why.

    Attributes:
        client_id: id of the client.
        roles: ids of the recommended roles, each with how it can be had.
        missing: ids of the needed duties that nobody holds.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    roles: tuple[tuple[RoleId, Status], ...] = ()
    missing: tuple[DutyId, ...] = field(default=(), converter=duty_ids)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class SkillGroup:
    """Clients who need the same skills of one role.

    Attributes:
        credentials: for each, the ids of credentials of which the person must hold one.
        jurisdiction: where the licence must hold; `None`: unknown.
        language: BCP 47 tag of the clients' first language; `None`: unknown.
        clients: ids of the clients.

    .. versionadded:: 0.1
    """

    credentials: tuple[tuple[CredentialId, ...], ...]
    jurisdiction: Jurisdiction | None = field(converter=optional_jurisdiction)
    language: str | None
    clients: tuple[ClientId, ...]


def _groups(values: Iterable[SkillGroup], /) -> tuple[SkillGroup, ...]:
    return each_of(values, SkillGroup)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class PanelRole:
    """How much of one role a panel needs.

    Attributes:
        role: id of the role.
        name: what people call it.
        ask_for: ids of the clients for whom it comes for the asking.
        to_engage: ids of the clients for whom it has to be engaged.
        unreached: ids of those for whom nobody of the pool is in reach.
        skills: the clients by the skills they need of it.
        points: caseload points to be engaged for; a client whose points are unknown counts as 1.
        professionals_needed: how many, by the caseload limit given; `None` without one.
        in_pool: ids of the professionals of the pool who fill the role.
        places_free: caseload points free among them, where known.
        places_unknown: ids of those whose free places are unknown.
        short_by: caseload points beyond the known free places; `None` if there is no pool, or
            somebody's free places are unknown.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    name: str = field(validator=filled_text)
    ask_for: tuple[ClientId, ...]
    to_engage: tuple[ClientId, ...]
    unreached: tuple[ClientId, ...]
    skills: tuple[SkillGroup, ...] = field(converter=_groups)
    points: int
    professionals_needed: int | None = None
    in_pool: tuple[str, ...] = ()
    places_free: int = 0
    places_unknown: tuple[str, ...] = ()
    short_by: int | None = None


def _panel_roles(values: Iterable[PanelRole], /) -> tuple[PanelRole, ...]:
    return each_of(values, PanelRole)


def _answers(values: Iterable[ClientAnswer], /) -> tuple[ClientAnswer, ...]:
    return each_of(values, ClientAnswer)


def _reasons(values: Iterable[Reason], /) -> tuple[Reason, ...]:
    return each_of(values, Reason)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class PanelAdvice(Faces):
    """Whom a panel of clients needs: how many of which role, with which skills.

    Attributes:
        as_of: the day asked about.
        answers: each client's answer, in the order asked; nobody is left out.
        roles: what the answers come to, role by role.
        reasons: what the counting rests on.

    .. versionadded:: 0.1
    """

    as_of: date
    answers: tuple[ClientAnswer, ...] = field(default=(), converter=_answers)
    roles: tuple[PanelRole, ...] = field(default=(), converter=_panel_roles)
    reasons: tuple[Reason, ...] = field(default=(), converter=_reasons)

    @property
    def without_role(self) -> tuple[ClientId, ...]:
        """Ids of the clients for whom no role is recommended."""
        return tuple(answer.client_id for answer in self.answers if not answer.roles)

    def outline(self, *, full: bool = False) -> Outline:
        """The advice as an outline; it shows ids only, so *full* changes nothing."""
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
            skills = [
                (
                    "; ".join(" or ".join(map(in_words, gate)) for gate in group.credentials),
                    None if group.jurisdiction is None else group.jurisdiction.code,
                    group.language,
                    ", ".join(group.clients),
                )
                for group in one.skills
            ]
            table = Table(("licensed as", "in", "language", "clients"), skills)
            yield Section(f"Skills of a {one.name}", (table,))
        missing = [
            (answer.client_id, ", ".join(map(in_words, answer.missing)))
            for answer in self.answers
            if answer.missing
        ]
        if missing:
            yield Section("What nobody holds", (Table(("client", "duties"), missing),))
        if self.without_role:
            yield Section("No role recommended", (Items(self.without_role),))
        yield Section("Why", (Items(map(str, self.reasons)),))


def advise_panel(
    clients: Iterable[Client],
    /,
    *,
    as_of: date,
    pool: Iterable[Professional] | None = None,
    caseload_limit: int | None = None,
    catalogue: Catalogue = STANDARD,
) -> PanelAdvice:
    """How many of which role, with which skills, a panel of clients needs.

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
            not counted, since no universal ratio exists.
        catalogue: what the field knows.

    Raises:
        WrongType: if *as_of* is no plain date, or something else is no client, professional,
            whole number or catalogue.
        UnknownId: if a client refers to an id that the catalogue does not have.
        InvalidValue: if a client or professional stands twice, or the limit is below 1.
        ManyFaults: if several of these are so; the places say of whom.

    .. versionadded:: 0.1
    """
    require_instance(catalogue, Catalogue, name="the catalogue")
    day = require_day(as_of)
    _check_limit(caseload_limit)
    panel = each_of(clients, Client)
    people = None if pool is None else each_of(pool, Professional)
    faults = [*_twice(panel), *pool_faults(people, catalogue)]
    decided: list[tuple[Client, Decision]] = []
    for index, client in enumerate(panel):
        try:
            decision = decide(Situation(client, None, people), catalogue, as_of=day)
        except CareError as fault:
            faults.append(fault.below(at("$", index)))
        else:
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
        roles=tuple((one.seat.role.id, one.status) for one in decision.taken),
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
    to_place = [client for client, one in found if one.seat.status is Status.TO_ENGAGE]
    points = sum(
        1 if client.caseload_points is None else client.caseload_points for client in to_place
    )
    fitting = [person for person in people or () if role in person.roles]
    free = [(person.id, person.places_free(as_of=day)) for person in fitting]
    known = sum(max(places, 0) for _, places in free if places is not None)
    unknown = tuple(person for person, places in free if places is None)
    return PanelRole(
        role=role,
        name=name,
        ask_for=by_status[Status.ASK_FOR],
        to_engage=by_status[Status.TO_ENGAGE],
        unreached=by_status[Status.NOBODY_IN_REACH],
        skills=_skills(found),
        points=points,
        professionals_needed=None if limit is None else -(-points // limit),
        in_pool=tuple(person.id for person in fitting),
        places_free=known,
        places_unknown=unknown,
        short_by=None if people is None or unknown else max(points - known, 0),
    )


def _skills(found: Iterable[tuple[Client, Taken]], /) -> list[SkillGroup]:
    groups: dict[
        tuple[tuple[tuple[CredentialId, ...], ...], Jurisdiction | None, str | None],
        list[ClientId],
    ] = {}
    for client, one in found:
        demands = (*one.holds, *one.unreached)
        gates = tuple(dict.fromkeys(gate for demand in demands for gate in demand.gates))
        language = client.languages[0] if client.languages else None
        groups.setdefault((gates, client.jurisdiction, language), []).append(client.id)
    return [
        SkillGroup(
            credentials=gates,
            jurisdiction=jurisdiction,
            language=language,
            clients=tuple(clients),
        )
        for (gates, jurisdiction, language), clients in groups.items()
    ]
