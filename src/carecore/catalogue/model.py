"""The shape of a catalogue: its shelves, how an entry is looked up, how one is extended."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Final, TypeAlias, TypeVar, final

import attrs
from attrs import field, frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.base.reasons import at
from carecore.care_settings import CareSetting
from carecore.catalogue.spoken import Spoken, spoken_of
from carecore.catalogue.words import plain_words, stems
from carecore.credentials import Compact, Credential, CredentialKind
from carecore.duties import Duty, Frame
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId
from carecore.needs import Danger, Need
from carecore.plans import Domain
from carecore.record import EventSign, EvidenceRule, Sign
from carecore.recovery import Pathway
from carecore.rights import Right
from carecore.roles import Exclusion, Role, Title, TitleUse
from carecore.transitions import Clock, Gate
from carecore.travel import (
    BatteryRule,
    CertificateRule,
    DayLimit,
    EscortLevel,
    EscortRung,
    FlightCaution,
    NoticeRule,
)

__all__ = ["Catalogue"]


_Entry: TypeAlias = (
    CareSetting
    | Credential
    | Compact
    | Duty
    | Role
    | Need
    | Danger
    | Frame
    | Right
    | Domain
    | Pathway
    | Gate
    | Clock
    | DayLimit
    | FlightCaution
    | NoticeRule
    | CertificateRule
    | BatteryRule
    | EscortRung
)

_SLIP: Final = 0.85
_MOST: Final = 5

_KINDS: Final = {
    "care_settings": "care setting",
    "credentials": "credential",
    "compacts": "compact",
    "duties": "duty",
    "roles": "role",
    "needs": "need",
    "dangers": "danger",
    "frames": "frame",
    "rights": "right",
    "domains": "domain",
    "pathways": "pathway",
    "gates": "gate",
    "clocks": "clock",
    "day_limits": "day limit",
    "flight_cautions": "flight caution",
    "notice_rules": "notice rule",
    "certificate_rules": "certificate rule",
    "battery_rules": "battery rule",
    "escort_rungs": "escort rung",
}
"""What an entry of each shelf is called; titles and their uses are looked up by their text."""

E = TypeVar("E", bound=_Entry)
T = TypeVar("T")


def _index(catalogue: "Catalogue", /) -> dict[str, dict[str, _Entry]]:
    return {
        _KINDS[name]: {_key_of(entry): entry for entry in entries}
        for name, entries in catalogue.shelves
    }


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Catalogue:
    """What the field knows: dated, cited entries, each referred to by its id.

    >>> from carecore.catalogue import STANDARD
    >>> STANDARD.duty("watch_mood").id
    'watch_mood'
    >>> STANDARD.duty("watch_mod")
    Traceback (most recent call last):
    ...
    carecore.errors.UnknownId: there is no duty 'watch_mod'. Maybe 'watch_mood'.

    Attributes:
        care_settings: kinds of places, least restrictive first.
        credentials: licences, certifications and memberships.
        compacts: agreements by which licences hold across borders.
        duties: what can be owed.
        roles: the two core roles, then the related ones.
        titles: job titles and the roles they may stand for.
        title_uses: other uses of titles.
        needs: what families say, and the duties that answer it.
        dangers: what cannot wait, the words that hint at it, and what to say.
        frames: how professional bodies divide the field.
        rights: what a client may count on.
        domains: the domains of life in which goals can lie.
        pathways: what usually happens after an operation or a discharge.
        gates: what must be so before a move.
        clocks: what is due around a move.
        day_limits: how many days have to pass before a flight, as one source each says.
        flight_cautions: states in which nobody should fly, or not without being asked first.
        notice_rules: what a carrier may want to be told, and how long before.
        certificate_rules: when a carrier may ask for a doctor's certificate.
        battery_rules: how much power a device has to have for a flight.
        escort_rungs: what each level of escort means.
        sourced_in: the country whose law and custom the entries tell of; `None`: any.

    Raises:
        ManyFaults: if an id stands twice on a shelf, an entry refers to an id that no entry has,
            or a duty or need asks for a licence that is none; all of them are named.

    .. versionadded:: 0.1
    """

    care_settings: tuple[CareSetting, ...] = ()
    credentials: tuple[Credential, ...] = ()
    compacts: tuple[Compact, ...] = ()
    duties: tuple[Duty, ...] = ()
    roles: tuple[Role, ...] = ()
    titles: tuple[Title, ...] = ()
    title_uses: tuple[TitleUse, ...] = ()
    needs: tuple[Need, ...] = ()
    dangers: tuple[Danger, ...] = ()
    frames: tuple[Frame, ...] = ()
    rights: tuple[Right, ...] = ()
    domains: tuple[Domain, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    gates: tuple[Gate, ...] = ()
    clocks: tuple[Clock, ...] = ()
    day_limits: tuple[DayLimit, ...] = ()
    flight_cautions: tuple[FlightCaution, ...] = ()
    notice_rules: tuple[NoticeRule, ...] = ()
    certificate_rules: tuple[CertificateRule, ...] = ()
    battery_rules: tuple[BatteryRule, ...] = ()
    escort_rungs: tuple[EscortRung, ...] = ()
    sourced_in: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)
    _by_id: dict[str, dict[str, _Entry]] = field(
        init=False, eq=False, repr=False, default=attrs.Factory(_index, takes_self=True)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse ids that stand twice, and references that lead nowhere."""
        faults = [*self._twice(), *self._dangling(), *self._no_licence()]
        if faults:
            number = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
            raise ManyFaults(f"{number} in the catalogue", faults)

    def __repr__(self) -> str:
        """How much it holds."""
        return f"<Catalogue of {len(self.roles)} roles, {len(self.duties)} duties>"

    @property
    def shelves(self) -> tuple[tuple[str, tuple[_Entry, ...]], ...]:
        """The name of each shelf on which entries have an id of their own, and its entries."""
        return tuple((name, getattr(self, name)) for name in _KINDS)

    @cached_property
    def spoken(self) -> Spoken:
        """What its needs and dangers say in a family's words, taken apart."""
        return spoken_of(self.needs, self.dangers)

    def care_setting(self, key: str, /) -> CareSetting:
        """The care setting with that id, or `UnknownId`."""
        return self._entry("care setting", key, CareSetting)

    def credential(self, key: str, /) -> Credential:
        """The credential with that id, or `UnknownId`."""
        return self._entry("credential", key, Credential)

    def compact(self, key: str, /) -> Compact:
        """The compact with that id, or `UnknownId`."""
        return self._entry("compact", key, Compact)

    def duty(self, key: str, /) -> Duty:
        """The duty with that id, or `UnknownId`."""
        return self._entry("duty", key, Duty)

    def role(self, key: str, /) -> Role:
        """The role with that id, or `UnknownId`."""
        return self._entry("role", key, Role)

    def need(self, key: str, /) -> Need:
        """The need with that id, or `UnknownId`."""
        return self._entry("need", key, Need)

    def danger(self, key: str, /) -> Danger:
        """The danger with that id, or `UnknownId`."""
        return self._entry("danger", key, Danger)

    def frame(self, key: str, /) -> Frame:
        """The frame with that id, or `UnknownId`."""
        return self._entry("frame", key, Frame)

    def right(self, key: str, /) -> Right:
        """The right with that id, or `UnknownId`."""
        return self._entry("right", key, Right)

    def domain(self, key: str, /) -> Domain:
        """The domain with that id, or `UnknownId`."""
        return self._entry("domain", key, Domain)

    def pathway(self, key: str, /) -> Pathway:
        """The pathway with that id, or `UnknownId`."""
        return self._entry("pathway", key, Pathway)

    def gate(self, key: str, /) -> Gate:
        """The gate with that id, or `UnknownId`."""
        return self._entry("gate", key, Gate)

    def clock(self, key: str, /) -> Clock:
        """The clock with that id, or `UnknownId`."""
        return self._entry("clock", key, Clock)

    def day_limit(self, key: str, /) -> DayLimit:
        """The day limit with that id, or `UnknownId`."""
        return self._entry("day limit", key, DayLimit)

    def flight_caution(self, key: str, /) -> FlightCaution:
        """The flight caution with that id, or `UnknownId`."""
        return self._entry("flight caution", key, FlightCaution)

    def notice_rule(self, key: str, /) -> NoticeRule:
        """The notice rule with that id, or `UnknownId`."""
        return self._entry("notice rule", key, NoticeRule)

    def certificate_rule(self, key: str, /) -> CertificateRule:
        """The certificate rule with that id, or `UnknownId`."""
        return self._entry("certificate rule", key, CertificateRule)

    def battery_rule(self, key: str, /) -> BatteryRule:
        """The battery rule with that id, or `UnknownId`."""
        return self._entry("battery rule", key, BatteryRule)

    def escort_rung(self, level: EscortLevel | str, /) -> EscortRung:
        """What that level of escort means, or `UnknownId`."""
        key = level.value if isinstance(level, EscortLevel) else level
        return self._entry("escort rung", key, EscortRung)

    def extend(  # noqa: PLR0913 # one for each shelf
        self,
        *,
        care_settings: Iterable[CareSetting] = (),
        credentials: Iterable[Credential] = (),
        compacts: Iterable[Compact] = (),
        duties: Iterable[Duty] = (),
        roles: Iterable[Role] = (),
        titles: Iterable[Title] = (),
        title_uses: Iterable[TitleUse] = (),
        needs: Iterable[Need] = (),
        dangers: Iterable[Danger] = (),
        frames: Iterable[Frame] = (),
        rights: Iterable[Right] = (),
        domains: Iterable[Domain] = (),
        pathways: Iterable[Pathway] = (),
        gates: Iterable[Gate] = (),
        clocks: Iterable[Clock] = (),
        day_limits: Iterable[DayLimit] = (),
        flight_cautions: Iterable[FlightCaution] = (),
        notice_rules: Iterable[NoticeRule] = (),
        certificate_rules: Iterable[CertificateRule] = (),
        battery_rules: Iterable[BatteryRule] = (),
        escort_rungs: Iterable[EscortRung] = (),
    ) -> "Catalogue":
        """This catalogue and more: an entry with an id that is here already takes its place.

        >>> from carecore.catalogue import STANDARD
        >>> mine = Need(id="walk_the_dog", words="who walks the dog?", duties=["link_to_community"])
        >>> STANDARD.extend(needs=[mine]).need("walk_the_dog").words
        'who walks the dog?'

        Raises:
            WrongType: if a shelf is no list, or holds another kind of entry.
            ManyFaults: if an id stands twice among what is new, or an entry refers to an id that
                no entry has.
        """
        return Catalogue(
            care_settings=_merged(self.care_settings, each_of(care_settings, CareSetting)),
            credentials=_merged(self.credentials, each_of(credentials, Credential)),
            compacts=_merged(self.compacts, each_of(compacts, Compact)),
            duties=_merged(self.duties, each_of(duties, Duty)),
            roles=_merged(self.roles, each_of(roles, Role)),
            titles=tuple(dict.fromkeys((*self.titles, *each_of(titles, Title)))),
            title_uses=tuple(dict.fromkeys((*self.title_uses, *each_of(title_uses, TitleUse)))),
            needs=_merged(self.needs, each_of(needs, Need)),
            dangers=_merged(self.dangers, each_of(dangers, Danger)),
            frames=_merged(self.frames, each_of(frames, Frame)),
            rights=_merged(self.rights, each_of(rights, Right)),
            domains=_merged(self.domains, each_of(domains, Domain)),
            pathways=_merged(self.pathways, each_of(pathways, Pathway)),
            gates=_merged(self.gates, each_of(gates, Gate)),
            clocks=_merged(self.clocks, each_of(clocks, Clock)),
            day_limits=_merged(self.day_limits, each_of(day_limits, DayLimit)),
            flight_cautions=_merged(self.flight_cautions, each_of(flight_cautions, FlightCaution)),
            notice_rules=_merged(self.notice_rules, each_of(notice_rules, NoticeRule)),
            certificate_rules=_merged(
                self.certificate_rules, each_of(certificate_rules, CertificateRule)
            ),
            battery_rules=_merged(self.battery_rules, each_of(battery_rules, BatteryRule)),
            escort_rungs=_merged(self.escort_rungs, each_of(escort_rungs, EscortRung)),
            sourced_in=self.sourced_in,
        )

    def _entry(self, kind: str, key: str, shelf: type[E], /) -> E:
        entries = self._by_id[kind]
        entry = entries.get(require_instance(key, str, name=f"the id of a {kind}"))
        if not isinstance(entry, shelf):
            raise UnknownId(kind, key, near=_near(key, entries))
        return entry

    def _twice(self) -> Iterator[CareError]:
        for name, entries in self.shelves:
            seen: set[str] = set()
            for index, entry in enumerate(entries):
                key = _key_of(entry)
                if key in seen:
                    what = f"the id {key!r} stands twice"
                    place = at("$", name, index)
                    yield InvalidValue(what, place=place, advice="Maybe use another id")
                seen.add(key)

    def _dangling(self) -> Iterator[CareError]:
        for place, kind, key in self._references():
            entries = self._by_id[kind]
            if key not in entries:
                yield UnknownId(kind, key, near=_near(key, entries), place=place)
        for place, pathway in _placed("pathways", self.pathways):
            yield from _loose_links(place, pathway)

    def _no_licence(self) -> Iterator[CareError]:
        licences = {one.id for one in self.credentials if one.kind is CredentialKind.LICENCE}
        known = {one.id for one in self.credentials}
        asked = (
            *(
                (at(place, "licences"), one.licences)
                for place, one in _placed("duties", self.duties)
            ),
            *(
                (at(place, "credentials"), one.credentials)
                for place, one in _placed("needs", self.needs)
            ),
            *(
                (at(place, "licences"), one.licences)
                for place, one in _placed("escort_rungs", self.escort_rungs)
            ),
        )
        for place, ids in asked:
            for index, key in enumerate(ids):
                if key in known and key not in licences:
                    what = f"the credential {key!r} is no licence, and a licence is asked for"
                    advice = "Maybe ask for the licence that goes with it"
                    yield InvalidValue(what, place=f"{place}[{index}]", advice=advice)

    def _references(self) -> Iterator[tuple[str, str, str]]:
        for place, entry in _placed("credentials", self.credentials):
            yield from _each(place, "roles", "role", entry.roles)
        for place, compact in _placed("compacts", self.compacts):
            yield from _each(place, "credentials", "credential", compact.credentials)
        for place, duty in _placed("duties", self.duties):
            yield from _each(place, "licences", "credential", duty.licences)
            yield from _each(place, "settings", "care setting", duty.settings or ())
        for place, role in _placed("roles", self.roles):
            yield from _of_role(place, role)
        for place, title in _placed("titles", self.titles):
            yield at(place, "role"), "role", title.role
            if title.requires_membership:
                yield at(place, "requires_membership"), "credential", title.requires_membership
        for place, need in _placed("needs", self.needs):
            yield from _each(place, "duties", "duty", need.duties)
            yield from _each(place, "credentials", "credential", need.credentials)
            yield from _each(place, "contradicts", "need", need.contradicts)
        for place, frame in _placed("frames", self.frames):
            for number, part in enumerate(frame.parts):
                yield from _each(at(place, "parts", number), "duties", "duty", part.duties)
        yield from self._references_of_plans()
        yield from self._references_of_moves()
        yield from self._references_of_journeys()

    def _references_of_plans(self) -> Iterator[tuple[str, str, str]]:
        for place, right in _placed("rights", self.rights):
            yield from _each(place, "settings", "care setting", right.settings or ())
        for place, domain in _placed("domains", self.domains):
            yield from _each(place, "needs", "need", domain.needs)
        for place, pathway in _placed("pathways", self.pathways):
            for number, milestone in enumerate(pathway.milestones):
                yield from _of_evidence(at(place, "milestones", number), milestone.evidence)

    def _references_of_moves(self) -> Iterator[tuple[str, str, str]]:
        for place, gate in _placed("gates", self.gates):
            yield from _between(place, gate)
            yield from _of_evidence(place, gate.evidence)
        for place, clock in _placed("clocks", self.clocks):
            yield from _between(place, clock)
            yield from _of_sign(at(place, "starts"), clock.starts)
            if isinstance(clock.met_by, EvidenceRule):
                yield from _of_rule(at(place, "met_by"), clock.met_by)
            elif clock.met_by is not None:
                yield from _of_sign(at(place, "met_by"), clock.met_by)

    def _references_of_journeys(self) -> Iterator[tuple[str, str, str]]:
        for place, caution in _placed("flight_cautions", self.flight_cautions):
            yield from _of_evidence(place, caution.evidence)
        for place, rung in _placed("escort_rungs", self.escort_rungs):
            yield from _each(place, "licences", "credential", rung.licences)
            if rung.duty is not None:
                yield at(place, "duty"), "duty", rung.duty


def _loose_links(place: str, pathway: Pathway, /) -> Iterator[CareError]:
    ids = [milestone.id for milestone in pathway.milestones]
    for number, link in enumerate(pathway.links):
        for name, key in (("before", link.before), ("after", link.after)):
            if key not in ids:
                near = get_close_matches(key, ids)
                yield UnknownId("milestone", key, near=near, place=at(place, "links", number, name))


def _between(place: str, entry: Gate | Clock, /) -> Iterator[tuple[str, str, str]]:
    yield from _each(place, "from_settings", "care setting", entry.from_settings or ())
    yield from _each(place, "to_settings", "care setting", entry.to_settings or ())


def _of_evidence(place: str, rule: EvidenceRule | None, /) -> Iterator[tuple[str, str, str]]:
    if rule is not None:
        yield from _of_rule(at(place, "evidence"), rule)


def _of_rule(place: str, rule: EvidenceRule, /) -> Iterator[tuple[str, str, str]]:
    for name, signs in (("all_of", rule.all_of), ("any_of", rule.any_of)):
        for number, sign in enumerate(signs):
            yield from _of_sign(at(place, name, number), sign)


def _of_sign(place: str, sign: Sign, /) -> Iterator[tuple[str, str, str]]:
    if isinstance(sign, EventSign) and sign.setting is not None:
        yield at(place, "setting"), "care setting", sign.setting


def _of_role(place: str, role: Role, /) -> Iterator[tuple[str, str, str]]:
    yield from _each(place, "typical", "duty", role.typical)
    yield from _each(place, "possible", "duty", role.possible)
    yield from _excluded(place, role.exclusions)
    yield from _each(place, "licences", "credential", role.licences)
    yield from _each(place, "certifications", "credential", role.certifications)
    for number, way in enumerate(role.engagements):
        way_place = at(place, "engagements", number)
        yield from _each(way_place, "settings", "care setting", way.settings or ())
        yield from _excluded(way_place, way.exclusions)


def _excluded(place: str, exclusions: Iterable[Exclusion], /) -> Iterator[tuple[str, str, str]]:
    for number, exclusion in enumerate(exclusions):
        yield at(place, "exclusions", number, "duty"), "duty", exclusion.duty


def _placed(shelf: str, entries: Iterable[T], /) -> Iterator[tuple[str, T]]:
    for index, entry in enumerate(entries):
        yield at("$", shelf, index), entry


def _each(
    place: str, name: str, kind: str, keys: Iterable[str], /
) -> Iterator[tuple[str, str, str]]:
    for index, key in enumerate(keys):
        yield at(place, name, index), kind, key


def _merged(old: Iterable[E], new: Iterable[E], /) -> tuple[E, ...]:
    waiting = list(new)
    kept: list[E] = []
    for entry in old:
        key = _key_of(entry)
        place = next((n for n, one in enumerate(waiting) if _key_of(one) == key), None)
        kept.append(entry if place is None else waiting.pop(place))
    return (*kept, *waiting)


def _near(key: str, entries: Mapping[str, _Entry], /) -> list[str]:
    """Ids for which *key* is a slip of the pen; else the entries that hold all its words."""
    if get_close_matches(key, entries, n=1, cutoff=_SLIP):
        return get_close_matches(key, entries, n=3)
    wanted = stems(plain_words(key))
    holding = [entry for entry in entries.values() if wanted and wanted <= _stems_of(entry)]
    if not holding:
        return get_close_matches(key, entries, n=3)
    first = plain_words(key).partition(" ")[0]
    holding.sort(key=lambda entry: not any(text.startswith(first) for text in _texts(entry)))
    return [_key_of(entry) for entry in holding[:_MOST]]


def _stems_of(entry: _Entry, /) -> frozenset[str]:
    return stems(" ".join(_texts(entry)))


def _texts(entry: _Entry, /) -> tuple[str, str]:
    """The id and the name of *entry* in plain words."""
    match entry:
        case Need():
            name = entry.words
        case Danger():
            name = entry.say
        case DayLimit() | NoticeRule():
            name = entry.what
        case CertificateRule() | BatteryRule():
            name = entry.remark
        case _:
            name = entry.name
    return plain_words(_key_of(entry)), plain_words(name)


def _key_of(entry: _Entry, /) -> str:
    return entry.level.value if isinstance(entry, EscortRung) else entry.id
