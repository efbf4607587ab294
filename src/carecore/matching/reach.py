"""Who is in reach: whether one professional could serve one client in one role."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias, final

from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    filled_text,
    in_order,
    placed,
    require_instance,
    require_kind,
)
from carecore.base.identity import (
    CredentialId,
    ProfessionalId,
    credential_ids,
    in_words,
    professional_id,
    role_id,
)
from carecore.base.reasons import Verdict, all_of, any_of
from carecore.base.timing import require_day
from carecore.credentials import Compact, licence_holds
from carecore.errors import InvalidValue
from carecore.people import Client, Professional

__all__ = ["Check", "Gates", "Nearby", "Reach", "credential_held", "reach_of"]

Gates: TypeAlias = tuple[tuple[CredentialId, ...], ...]
"""For each gate, the ids of credentials of which one must be held."""


def _is_verdict(instance: object, attribute: "Attribute[Verdict]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, Verdict, advice="Maybe Verdict.UNKNOWN")


@final
@frozen(kw_only=True, weakref_slot=False)
class Check:
    """One thing that was asked of one professional, and what came out.

    >>> Check(criterion="role", verdict=Verdict.MET, text="fills the role").criterion
    'role'

    Attributes:
        criterion: id of what was asked.
        verdict: met, not met or unknown.
        text: what was seen, and what was wanted.

    .. versionadded:: 0.1
    """

    criterion: str = field(validator=filled_text)
    verdict: Verdict = field(validator=_is_verdict, repr=str)
    text: str = field(validator=filled_text)


def _checks(values: Iterable[Check], /) -> tuple[Check, ...]:
    return each_of(values, Check)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Reach:
    """Whether one professional could serve a client in one role, check by check.

    >>> Reach(professional_id="p-1", checks=()).verdict
    <Verdict.MET: 'met'>

    .. versionadded:: 0.1
    """

    professional_id: ProfessionalId = field(converter=professional_id)
    checks: tuple[Check, ...] = field(converter=_checks)

    @property
    def verdict(self) -> Verdict:
        """All checks taken together."""
        return all_of(check.verdict for check in self.checks)

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that are not met."""
        return tuple(check for check in self.checks if check.verdict is Verdict.NOT_MET)


def reach_of(
    professional: Professional,
    client: Client,
    /,
    *,
    role: str,
    licences: Iterable[Iterable[str]] = (),
    as_of: date,
    compacts: Iterable[Compact] = (),
) -> Reach:
    """Whether *professional* could serve *client* in *role* on that day, check by check.

    Every check is made, also after one has failed; what is not known is *unknown*, not *not met*.

    >>> nurse = Professional(id="p-1", roles=("care_manager",), jurisdictions=("US-MA",))
    >>> reach = reach_of(
    ...     nurse,
    ...     Client(id="c-1", jurisdiction="US-NY"),
    ...     role="care_manager",
    ...     as_of=date(2026, 11, 23),
    ... )
    >>> [check.criterion for check in reach.failed]
    ['jurisdiction']

    Args:
        professional: who is asked about.
        client: whom they would serve.
        role: id of the role.
        licences: for each, the ids of licences of which one must be held where the client is.
        as_of: the day, in the client's calendar.
        compacts: agreements by which licences hold elsewhere.

    Raises:
        WrongType: if an argument has a type not taken here; one bare text is no list of ids.
        InvalidValue: if an id has no meaning, or a list of licences is empty.

    .. versionadded:: 0.1
    """
    require_instance(professional, Professional, name="the professional")
    require_instance(client, Client, name="the client")
    return _reach(
        professional,
        client,
        role=role_id(role),
        gates=tuple(map(_gate, in_order(licences, of="lists of licences"))),
        as_of=require_day(as_of),
        compacts=each_of(tuple(compacts), Compact),
    )


def _gate(licences: Iterable[str], /) -> tuple[CredentialId, ...]:
    ids = credential_ids(licences)
    if not ids:
        what = "a list of licences is empty, so nobody could hold one of them"
        raise InvalidValue(what, advice="Maybe ('rn', 'aprn')")
    return ids


def _reach(
    professional: Professional,
    client: Client,
    /,
    *,
    role: str,
    gates: Gates,
    as_of: date,
    compacts: tuple[Compact, ...],
) -> Reach:
    return Reach(
        professional_id=professional.id,
        checks=(
            _role(professional, role),
            _jurisdiction(professional, client),
            _setting(professional, client),
            _presence(professional, as_of),
            _places(professional, client, as_of),
            *(
                Check(
                    criterion="credential",
                    verdict=credential_held(
                        professional, client, gate, as_of=as_of, compacts=compacts
                    ),
                    text=_gate_text(gate, client),
                )
                for gate in gates
            ),
        ),
    )


def credential_held(
    professional: Professional,
    client: Client,
    gate: tuple[CredentialId, ...],
    /,
    *,
    as_of: date,
    compacts: Iterable[Compact] = (),
) -> Verdict:
    """Whether *professional* holds one of the licences of *gate* where *client* is.

    >>> from carecore.base.identity import credential_ids
    >>> nurse = Professional(id="p-1", licences=None)
    >>> credential_held(nurse, Client(id="c-1"), credential_ids(["rn"]), as_of=date(2026, 11, 23))
    <Verdict.UNKNOWN: 'unknown'>

    .. versionadded:: 0.1
    """
    if professional.licences is None:
        return Verdict.UNKNOWN
    agreements = tuple(compacts)
    return any_of(
        licence_holds(licence, client.jurisdiction, as_of=as_of, compacts=agreements)
        for licence in professional.licences
        if licence.credential in gate
    )


_Found: TypeAlias = tuple[tuple[Professional, Verdict], ...]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Nearby:
    """Who of a pool could serve one client on one day, each thing asked once.

    Attributes:
        client: whom they would serve.
        pool: everybody who could be engaged.
        as_of: the day.
        compacts: agreements by which licences hold elsewhere.
    """

    client: Client
    pool: tuple[Professional, ...]
    as_of: date
    compacts: tuple[Compact, ...]
    # One question about people asks for the same roles and gates again and again.
    _found: dict[tuple[str, Gates], _Found] = field(
        init=False, repr=False, factory=dict[tuple[str, Gates], _Found]
    )

    def able(self, role: str, gates: Gates, /) -> tuple[ProfessionalId, ...]:
        """Ids of those who could fill *role* and pass *gates*; the surely fitting first."""
        found = sorted(self._able(role, gates), key=_surest_first)
        return tuple(professional.id for professional, _ in found)

    def reaches(self, role: str, gates: Gates, /) -> tuple[Reach, ...]:
        """Everybody of *role*, check by check."""
        return tuple(
            _reach(
                professional,
                self.client,
                role=role,
                gates=gates,
                as_of=self.as_of,
                compacts=self.compacts,
            )
            for professional in self.pool
            if role in professional.roles
        )

    def _able(self, role: str, gates: Gates, /) -> _Found:
        if (role, gates) not in self._found:
            asked = self._past_last(role, gates) if gates else self._of(role)
            found = tuple(one for one in asked if one[1] is not Verdict.NOT_MET)
            self._found[role, gates] = found
        return self._found[role, gates]

    def _of(self, role: str, /) -> Iterator[tuple[Professional, Verdict]]:
        people = (one for one in self.pool if role in one.roles)
        for reach, person in zip(self.reaches(role, ()), people, strict=True):
            yield person, reach.verdict

    def _past_last(self, role: str, gates: Gates, /) -> Iterator[tuple[Professional, Verdict]]:
        for person, so_far in self._able(role, gates[:-1]):
            held = credential_held(
                person, self.client, gates[-1], as_of=self.as_of, compacts=self.compacts
            )
            yield person, all_of((so_far, held))


def _surest_first(found: tuple[Professional, Verdict], /) -> tuple[bool, str]:
    professional, verdict = found
    return (verdict is not Verdict.MET, professional.id)


def _role(professional: Professional, role: str, /) -> Check:
    verdict = Verdict.MET if role in professional.roles else Verdict.NOT_MET
    return Check(criterion="role", verdict=verdict, text=f"fills the role of {in_words(role)}")


def _jurisdiction(professional: Professional, client: Client, /) -> Check:
    if professional.jurisdictions is None or client.jurisdiction is None:
        verdict = Verdict.UNKNOWN
    else:
        wanted = client.jurisdiction
        served = any(one.contains(wanted) for one in professional.jurisdictions)
        verdict = Verdict.MET if served else Verdict.NOT_MET
    where = "where the client is" if client.jurisdiction is None else f"in {client.jurisdiction}"
    return Check(criterion="jurisdiction", verdict=verdict, text=f"works {where}")


def _setting(professional: Professional, client: Client, /) -> Check:
    if professional.settings is None or client.setting is None:
        verdict = Verdict.UNKNOWN
    else:
        served = client.setting in professional.settings
        verdict = Verdict.MET if served else Verdict.NOT_MET
    where = "the care setting" if client.setting is None else in_words(client.setting)
    return Check(criterion="care_setting", verdict=verdict, text=f"comes to {where}")


def _presence(professional: Professional, as_of: date, /) -> Check:
    verdict = Verdict.NOT_MET if professional.is_absent(as_of=as_of) else Verdict.MET
    return Check(criterion="presence", verdict=verdict, text=f"is there on {as_of}")


def _places(professional: Professional, client: Client, as_of: date, /) -> Check:
    points = client.points_on(as_of)
    wanted = 1 if points is None else points
    free = professional.places_free(as_of=as_of)
    if free is None:
        verdict = Verdict.UNKNOWN
    else:
        verdict = Verdict.MET if free >= wanted else Verdict.NOT_MET
    seen = "an unknown number of" if free is None else free
    text = f"has {seen} caseload points free of {wanted} wanted"
    return Check(criterion="caseload", verdict=verdict, text=text)


def _gate_text(gate: tuple[CredentialId, ...], client: Client, /) -> str:
    names = " or ".join(map(in_words, gate))
    where = "where the client is" if client.jurisdiction is None else f"in {client.jurisdiction}"
    return f"holds a licence as {names} {where}"
