"""Asking who exactly: ranking a pool, and why somebody does not fit."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import ParamSpec, TypeVar

from carecore.base.checks import each_of, require_instance
from carecore.base.identity import RoleId, role_id
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, InvalidValue
from carecore.matching.advise import person_faults, pool_faults, refuse, team_faults
from carecore.matching.decision import decide
from carecore.matching.demands import demands_of
from carecore.matching.everybody import sifted
from carecore.matching.fitting import fit_of
from carecore.matching.loads import load_with
from carecore.matching.openings import Opening
from carecore.matching.pairs import WhatItTakes, WhyNot
from carecore.matching.policies import STANDARD_POLICY, Policy
from carecore.matching.pools import Pool, index_of
from carecore.matching.rankings import Ranking
from carecore.matching.remedies import Pair
from carecore.matching.roles_needed import HOW
from carecore.matching.seats import Status
from carecore.matching.situation import Situation
from carecore.matching.trying import smallest
from carecore.people import Client, Professional, Team
from carecore.travel import Journey

__all__ = ["one_person", "opening_asked", "people_of", "rank", "what_would_it_take", "why_not"]

P = ParamSpec("P")
T = TypeVar("T")


def rank(  # what a ranking may know
    client: Client,
    pool: Iterable[Professional],
    /,
    *,
    role: str | None = None,
    policy: Policy = STANDARD_POLICY,
    as_of: date,
    team: Team | None = None,
    journey: Journey | None = None,
    catalogue: Catalogue = STANDARD,
) -> Ranking:
    """Who of *pool* fits *client*, in order, with the reasons; nobody of the pool vanishes.

    Hard criteria decide who fits, soft ones in which order.
    Who is level in every number of the score stands in the order of the ids, so the order of the
    pool makes no difference.

    >>> client = Client(id="c-1", setting="home_independent", needs=("visit_mother_weekly",))
    >>> pool = (Professional(id="p-1"), Professional(id="p-2", roles=("care_manager",)))
    >>> ranking = rank(client, pool, as_of=date(2026, 11, 23))
    >>> ranking.role, ranking.best
    ('care_manager', None)
    >>> [fit.professional_id for fit in ranking.undecided]
    ['p-2']
    >>> [judgement.criterion for judgement in ranking.fit("p-1").failed]
    ['role']

    Args:
        client: who needs somebody.
        pool: everybody who could be engaged.
        role: id of the role; left out, the one that `advise_roles` recommends and that has to be
            engaged.
        policy: which criteria are asked.
        as_of: the day, in the client's calendar.
        team: who is there already; `None`: not known.
        journey: on which journey somebody goes along; `None`: not known, or there is none.
        catalogue: what the field knows.

    Raises:
        WrongType: if an argument has a type not taken here.
        UnknownId: if the role, or an id that client, team or pool refer to, is not in the
            catalogue.
        InvalidValue: if somebody stands twice in the pool, team or journey are another client's,
            or the role is left out and not exactly one has to be engaged.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    require_instance(policy, Policy, name="the policy", advice="Maybe STANDARD_POLICY")
    people = pool.professionals if isinstance(pool, Pool) else people_of(pool)
    faults = pool_faults(people, catalogue)
    opening = opening_asked(client, faults, role, as_of, team, journey, catalogue)
    index = index_of(pool if isinstance(pool, Pool) else people)
    everybody = sifted(index, opening, policy)
    return Ranking(
        client_id=client.id,
        role=opening.role,
        as_of=opening.as_of,
        policy=policy.label,
        eligible=everybody.eligible,
        undecided=everybody.undecided,
        rejected=everybody.rejected,
        loads=tuple(
            load_with(opening, index.at(index.places[one.professional_id]))
            for one in (*everybody.eligible, *everybody.undecided)
        ),
    )


def why_not(  # what a ranking may know
    client: Client,
    professional: Professional,
    /,
    *,
    role: str | None = None,
    policy: Policy = STANDARD_POLICY,
    as_of: date,
    team: Team | None = None,
    journey: Journey | None = None,
    catalogue: Catalogue = STANDARD,
) -> WhyNot:
    """Every failed or undecided criterion of one pair, as a ranking would say it.

    >>> client = Client(id="c-1", setting="home_independent", needs=("visit_mother_weekly",))
    >>> answer = why_not(client, Professional(id="p-1", weekly_hours=0), as_of=date(2026, 11, 23))
    >>> [judgement.criterion for judgement in answer.failed]
    ['role', 'availability', 'caseload']

    The arguments, and what is refused, are those of `rank`.

    .. versionadded:: 0.1
    """
    require_instance(policy, Policy, name="the policy", advice="Maybe STANDARD_POLICY")
    person = one_person(professional)
    faults = person_faults(person, catalogue, "$professional")
    opening = opening_asked(client, faults, role, as_of, team, journey, catalogue)
    return WhyNot(
        client_id=client.id,
        role=opening.role,
        as_of=opening.as_of,
        policy=policy.label,
        fit=fit_of(person, opening, policy),
    )


def what_would_it_take(  # what a ranking may know
    client: Client,
    professional: Professional,
    /,
    *,
    role: str | None = None,
    policy: Policy = STANDARD_POLICY,
    as_of: date,
    team: Team | None = None,
    journey: Journey | None = None,
    catalogue: Catalogue = STANDARD,
) -> WhatItTakes:
    """The smallest changes after which the pair fits; or what stays in the way of any.

    Each change is needed, and nothing smaller does: with any of them left out, the pair does not
    fit.
    What is unknown of the professional counts as changed once it is known; what is unknown of the
    client has to be found out first.
    Of two ways with equally many changes, the one that begins on the earlier day is told.

    >>> client = Client(id="c-1", setting="home_independent", needs=("visit_mother_weekly",))
    >>> busy = Professional(
    ...     id="p-1",
    ...     roles=("care_manager",),
    ...     settings=("home_independent",),
    ...     caseload_limit=12,
    ...     caseload=12,
    ... )
    >>> policy = STANDARD_POLICY.without("jurisdiction", "language")
    >>> answer = what_would_it_take(client, busy, policy=policy, as_of=date(2026, 11, 23))
    >>> [change.text for change in answer.remedies]
    ['1 caseload point is free, 1 more than now']
    >>> answer.applied().professional.places_free(as_of=date(2026, 11, 23))
    1

    The arguments, and what is refused, are those of `rank`.

    .. versionadded:: 0.1
    """
    require_instance(policy, Policy, name="the policy", advice="Maybe STANDARD_POLICY")
    person = one_person(professional)
    faults = person_faults(person, catalogue, "$professional")
    opening = opening_asked(client, faults, role, as_of, team, journey, catalogue)
    remedies, impossible = smallest(person, opening, policy)
    return WhatItTakes(
        pair=Pair(client=client, professional=person, as_of=opening.as_of),
        role=opening.role,
        policy=policy.label,
        remedies=remedies,
        impossible=impossible,
    )


def opening_asked(  # noqa: PLR0917 # all that was asked
    client: Client,
    of_people: Iterator[CareError],
    role: str | None,
    as_of: date,
    team: Team | None,
    journey: Journey | None,
    catalogue: Catalogue,
    /,
) -> Opening:
    """What is to be filled, after a look at what hangs together in the question."""
    require_instance(catalogue, Catalogue, name="the catalogue", advice="Maybe STANDARD")
    require_instance(client, Client, name="the client", advice="Maybe Client(id='c-1')")
    if team is not None:
        require_instance(team, Team, name="the team", advice="Maybe Team(id='t-1')")
    if journey is not None:
        require_instance(journey, Journey, name="the journey", advice="Maybe one of a plan's")
    situation, day = Situation(client, team), require_day(as_of)
    of_client = [*_client_faults(client, catalogue)]
    faults = [*team_faults(situation, catalogue), *_journey_faults(client, journey), *of_people]
    wanted: RoleId | None = None
    # Of a client who cannot be read there is no advice.
    if role is not None or not of_client:
        try:
            wanted = _wanted_role(role, situation, catalogue, day)
        except CareError as fault:
            faults.append(fault)
    refuse([*faults, *of_client])
    assert wanted is not None
    return Opening(
        client=client, role=wanted, as_of=day, team=team, journey=journey, catalogue=catalogue
    )


def people_of(pool: Iterable[Professional], /) -> tuple[Professional, ...]:
    """Everybody of a pool that is a list.

    Raises:
        WrongType: if it is no list, or somebody is of another kind.
    """
    return _placed("$pool", each_of, pool, Professional)


def one_person(professional: Professional, /) -> Professional:
    """The professional of a question about one pair.

    Raises:
        WrongType: if it is none.
    """
    advice = "Maybe one of the pool"
    return require_instance(professional, Professional, name="the professional", advice=advice)


def _wanted_role(
    role: str | None, situation: Situation, catalogue: Catalogue, day: date, /
) -> RoleId:
    if role is None:
        return _to_engage(situation, catalogue, day)
    return _placed("$role", catalogue.role, _placed("$role", role_id, role)).id


def _placed(place: str, read: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What *read* gives; whatever it refuses is refused at *place*."""
    try:
        return read(*args, **kwargs)
    except CareError as fault:
        raise fault.below(place) from None


def _client_faults(client: Client, catalogue: Catalogue, /) -> Iterator[CareError]:
    try:
        _placed("$client", demands_of, client, catalogue)
    except CareError as fault:
        yield fault


def _journey_faults(client: Client, journey: Journey | None, /) -> Iterator[CareError]:
    if journey is not None and journey.client_id != client.id:
        what = f"the journey is that of {journey.client_id!r}, and the client is {client.id!r}"
        yield InvalidValue(what, place="$journey.client_id", advice="Maybe it is the wrong one")


def _to_engage(situation: Situation, catalogue: Catalogue, day: date, /) -> RoleId:
    """The one role that advice recommends and that somebody has to be engaged for."""
    taken = decide(situation, catalogue, as_of=day).core_first
    roles = dict.fromkeys(
        one.seat.role.id
        for one in taken
        if one.status is Status.TO_ENGAGE and one.seat.role.is_service
    )
    if len(roles) == 1:
        return next(iter(roles))
    whom = f"for {situation.client.id!r}"
    if roles:
        what = f"somebody is to be engaged {whom} in several roles: {', '.join(roles)}"
    else:
        had = (f"{one.seat.role.id} ({HOW[one.status]})" for one in taken)
        what = f"nobody has to be engaged {whom}; recommended: {', '.join(had) or 'no role'}"
    known = (*roles, *(one.seat.role.id for one in taken), *(one.id for one in catalogue.roles))
    advice = f"Maybe role={str(known[0])!r}" if known else ""
    raise InvalidValue(what, place="$role", advice=advice)
