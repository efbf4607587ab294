"""A panel that is shared out and stays so while clients and professionals come, change and go."""

from collections.abc import Iterable
from datetime import date
from typing import final

from carecore.base.checks import each_of, require_instance
from carecore.base.identity import ProfessionalId
from carecore.base.lookups import near_ids
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, UnknownId
from carecore.matching.advise import pool_faults, refuse
from carecore.matching.allocate import question_of
from carecore.matching.allocations import Allocation
from carecore.matching.live_asking import alternative_of, at_least_of, runner_up_of
from carecore.matching.live_state import Key, LiveState, Rules, first_state
from carecore.matching.live_steps import (
    with_client,
    with_professional,
    without_client,
    without_professional,
)
from carecore.matching.policies import STANDARD_POLICY, Policy
from carecore.matching.reassignments import Alternative, PanelChange, PanelStep, Reassignment
from carecore.matching.sharing import STANDARD_SHARING, Bond, Sharing
from carecore.matching.sharing_out import key_of
from carecore.matching.wanted import Wishes, client_faults
from carecore.people import Client, Professional, Team

__all__ = ["LivePanel"]


@final
class LivePanel:
    """A panel that is shared out, and answers to each change at once.

    Each change gives another panel and leaves this one as it was; what is alike is shared, so a
    change of one client among ten thousand takes milliseconds.
    Where all clients take up equally many points, it costs what `allocate` would find for the
    changed panel, and that is proved anew each time; only where several allocations cost the same
    may it keep another one of them, the one that moves fewer people.
    Where some take up more than others, nobody knows a quick way to the best: then each answer is
    near a bound that is proved anew each time, and says how far it is above it at most.
    The first client who takes up other points than all the rest, and the last one who goes, has the
    whole panel shared out again, which takes as long as it took at first.
    A change of a professional asks all clients, and takes as long as there are clients.

    It is a panel at work and no document: keep the clients, the pool and `allocation()`, and begin
    again from these.

    >>> def somebody(key, **fields):
    ...     return Professional(id=key, roles=["care_manager"], caseload=0, **fields)
    >>> clients = [
    ...     Client(id=key, setting="home_independent", needs=("visit_mother_weekly",))
    ...     for key in ("c-1", "c-2", "c-3")
    ... ]
    >>> pool = [somebody("p-1", caseload_limit=1), somebody("p-2", caseload_limit=1)]
    >>> policy = STANDARD_POLICY.without("care_setting", "jurisdiction", "language")
    >>> panel = LivePanel.of(clients[:2], pool, policy=policy, as_of=date(2026, 11, 23))
    >>> panel.cost, panel.is_optimal
    (3382, True)
    >>> later = panel.with_client(clients[2])
    >>> later.change.text
    'the client c-3 is new; c-3 waits'
    >>> last = later.with_professional(somebody("p-3", caseload_limit=1))
    >>> [one.text for one in last.change.reassignments]
    ['c-3 comes to p-3']
    >>> last.why_not("c-3", "p-1").text
    'c-3 with p-1 would cost the same: c-1 would move from p-1 to p-3'
    >>> len(last.allocation().placements), len(panel.allocation().placements)
    (3, 2)

    .. versionadded:: 0.1
    """

    __slots__ = ("_change", "_state")

    def __init__(self, state: LiveState, change: PanelChange | None = None, /) -> None:
        """Use `LivePanel.of`."""
        self._state = state
        self._change = change

    def __repr__(self) -> str:
        """How many clients and professionals there are, and what all cost."""
        state = self._state
        clients, people = len(state.keys) + len(state.without_role), len(state.people)
        return f"<LivePanel of {clients} clients and {people} professionals, cost {self.cost}>"

    @classmethod
    def of(  # noqa: PLR0913 # what an allocation may know
        cls,
        clients: Iterable[Client],
        pool: Iterable[Professional],
        /,
        *,
        role: str | None = None,
        policy: Policy = STANDARD_POLICY,
        sharing: Sharing = STANDARD_SHARING,
        as_of: date,
        previous: Allocation | Iterable[Bond] | None = None,
        caseloads_hold_previous: bool = False,
        pins: Iterable[Bond] = (),
        barred: Iterable[Bond] = (),
        teams: Iterable[Team] = (),
        rotation: int = 0,
        catalogue: Catalogue = STANDARD,
    ) -> "LivePanel":
        """Share a panel out for the first time; the arguments are those of `allocate`.

        Bonds, pins and what is barred stay known while the panel changes, also of clients who come
        back.

        Raises:
            WrongType: as `allocate` does.
            UnknownId: as `allocate` does.
            InvalidValue: as `allocate` does.
            ManyFaults: if several of these are so.
        """
        people = each_of(pool, Professional)
        question = question_of(
            clients,
            people,
            role=role,
            policy=policy,
            sharing=sharing,
            as_of=as_of,
            previous=previous,
            caseloads_hold_previous=caseloads_hold_previous,
            pins=pins,
            barred=barred,
            teams=teams,
            rotation=rotation,
            catalogue=catalogue,
        )
        rules = Rules(
            role=question.role,
            policy=policy,
            sharing=sharing,
            as_of=question.as_of,
            catalogue=catalogue,
            before=question.before,
            pins={key_of(one): str(one.professional_id) for one in question.pins},
            barred=frozenset(
                (str(one.client_id), str(one.professional_id)) for one in question.barred
            ),
            gives_back=caseloads_hold_previous,
            wishes=Wishes(catalogue, question.as_of),
        )
        return cls(first_state(question, rules, people))

    @property
    def change(self) -> PanelChange | None:
        """What the last change made of the panel; `None`: it has not changed yet."""
        return self._change

    @property
    def cost(self) -> int:
        """What all cost."""
        return self._state.cost

    @property
    def bound(self) -> int:
        """No allocation costs less; reckoned from the prices, apart from the search."""
        return self._state.bound

    @property
    def gap(self) -> int:
        """How much less another allocation could cost at most."""
        return self.cost - self.bound

    @property
    def is_optimal(self) -> bool:
        """Whether no allocation costs less; said only where the bound proves it."""
        return self.cost == self.bound

    def allocation(self) -> Allocation:
        """Who has whom now, with all that `allocate` says; it is proved from the beginning."""
        return self._state.allocation()

    def professional_of(self, client: str, /, *, role: str | None = None) -> ProfessionalId | None:
        """Id of who has the client, in that role if one is named; `None`: the client waits.

        Raises:
            UnknownId: if there is no such client; the error names those that look like it.
        """
        state = self._state
        for key in self._keys(client):
            place = state.place(key)
            if place is not None and role in {None, key[1]}:
                return state.index.at(place).id
        return None

    def with_client(self, client: Client, /, *, team: Team | None = None) -> "LivePanel":
        """The panel with *client*, in place of whoever has the same id.

        Args:
            client: who comes, or has changed.
            team: the client's team; left out, the one that is known, if one is.

        Raises:
            WrongType: if an argument has a type not taken here.
            UnknownId: if an id that the client refers to is not in the catalogue.
            InvalidValue: if the team is somebody else's, or whom the client is pinned to does not
                fit.
            ManyFaults: if several of these are so.
        """
        state = self._state
        require_instance(client, Client, name="who comes", advice="Maybe Client(id='c-1')")
        known = [] if team is None else [require_instance(team, Team, name="the team")]
        faults = [*client_faults([client], known, state.rules.catalogue)]
        refuse([_placed(one, "$clients[0]", "$client") for one in faults])
        key = str(client.id)
        is_known = key in state.keys or key in state.without_role
        step = PanelStep.CLIENT_CHANGED if is_known else PanelStep.CLIENT_IN
        return self._after(with_client(state, client, team), step, key)

    def without_client(self, client: str, /) -> "LivePanel":
        """The panel without the client with that id.

        Raises:
            UnknownId: if there is no such client; the error names those that look like it.
        """
        self._keys(client)
        return self._after(without_client(self._state, client), PanelStep.CLIENT_OUT, client)

    def with_professional(self, professional: Professional, /) -> "LivePanel":
        """The panel with *professional* in the pool, in place of whoever has the same id.

        Raises:
            WrongType: if it is no professional.
            UnknownId: if a role of theirs is not in the catalogue.
            InvalidValue: if a client is pinned to them and does not fit any more.
        """
        state = self._state
        advice = "Maybe Professional(id='p-1')"
        require_instance(professional, Professional, name="who comes", advice=advice)
        faults = [*pool_faults([professional], state.rules.catalogue)]
        refuse([_placed(one, "$pool[0]", "$professional") for one in faults])
        key = str(professional.id)
        is_known = key in state.people
        step = PanelStep.PROFESSIONAL_CHANGED if is_known else PanelStep.PROFESSIONAL_IN
        return self._after(with_professional(state, professional), step, key)

    def without_professional(self, professional: str, /) -> "LivePanel":
        """The panel without the professional with that id; their clients go elsewhere, or wait.

        Raises:
            UnknownId: if nobody has that id; the error names those that look like it.
            InvalidValue: if a client is pinned to them.
        """
        self._known(professional)
        after = without_professional(self._state, professional)
        return self._after(after, PanelStep.PROFESSIONAL_OUT, professional)

    def why_not(
        self, client: str, professional: str | None, /, *, role: str | None = None
    ) -> Alternative:
        """What it would cost if the client were with somebody else; and who would move.

        That is exact where all clients take up equally many points.
        Where they do not, it is what was found, and `Alternative.is_exact` says whether it could be
        less: `Alternative.at_least` says how much.

        Args:
            client: id of the client.
            professional: id of the professional; `None`: what if the client waited?
            role: id of the role; left out, the only one, or the first.

        Raises:
            UnknownId: if there is no such client, or the client does not want that role, or nobody
                has that id; the error names those that look like it.
        """
        if professional is not None:
            self._known(professional)
        return alternative_of(self._state, self._key(client, role), professional)

    def at_least(
        self, client: str, professional: str | None, /, *, role: str | None = None
    ) -> int | None:
        """What it would cost more at least, by the prices, without a search; `None`: it cannot be.

        Where there is a gap, this may be less than nothing.

        Args:
            client: id of the client.
            professional: id of the professional; `None`: what if the client waited?
            role: id of the role; left out, the only one, or the first.

        Raises:
            UnknownId: as `why_not` does.
        """
        if professional is not None:
            self._known(professional)
        return at_least_of(self._state, self._key(client, role), professional)

    def runner_up(self, client: str, /, *, role: str | None = None) -> Alternative | None:
        """The best allocation in which the client is elsewhere; `None`: there is none.

        Where clients take up different numbers of points, it is the best that was found, with the
        places that are best by price.

        Raises:
            UnknownId: if there is no such client, or the client does not want that role.
        """
        return runner_up_of(self._state, self._key(client, role))

    def _keys(self, client: str, /) -> tuple[Key, ...]:
        state = self._state
        if client not in state.keys and client not in state.without_role:
            known = [*state.keys, *state.without_role]
            raise UnknownId("client", client, near=near_ids(client, known))
        return state.keys.get(client, ())

    def _key(self, client: str, role: str | None, /) -> Key:
        keys = self._keys(client)
        found = [one for one in keys if role in {None, one[1]}]
        if not found:
            raise UnknownId("role", role or "any", near=[one for _, one in keys], place="$role")
        return found[0]

    def _known(self, professional: str, /) -> None:
        if professional not in self._state.people:
            near = near_ids(professional, [*self._state.people])
            raise UnknownId("professional", professional, near=near)

    def _after(self, after: LiveState, step: PanelStep, about: str, /) -> "LivePanel":
        before = self._state
        change = PanelChange(
            step=step,
            about=about,
            reassignments=_reassigned(before, after, about),
            cost_before=_at_prices_of(before, after),
            cost=after.cost,
            bound=after.bound,
        )
        return LivePanel(after, change)


def _at_prices_of(before: LiveState, after: LiveState, /) -> int:
    """What all cost before, if waiting had cost what it costs now."""
    dearer = after.pricing.waiting - before.pricing.waiting
    return before.cost + (dearer * before.waiting_points if dearer else 0)


def _reassigned(before: LiveState, after: LiveState, about: str, /) -> tuple[Reassignment, ...]:
    """Who is elsewhere than before."""
    moved = dict.fromkeys((*after.light, *after.keys.get(about, ())))
    for number in after.moved:
        choice = after.choices[number]
        if choice is not None:
            moved[choice.wanted.key] = None
    if not moved:
        return ()
    known = before.numbers.keys() | before.light.keys()
    found: list[Reassignment] = []
    for key in sorted(moved):
        had = before.name(before.place(key)) if key in known else None
        has = after.name(after.place(key))
        if had != has or key not in known:
            found.append(Reassignment(client_id=key[0], role=key[1], before=had, after=has))
    return tuple(found)


def _placed(fault: CareError, place: str, name: str, /) -> CareError:
    """The same fault, at the place that the caller knows."""
    fault.place = fault.place.replace(place, name, 1)
    return fault
