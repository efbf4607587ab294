"""The shape of a catalogue: its shelves, how an entry is looked up, how one is extended."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final, TypeAlias, TypeVar, final

import attrs
from attrs import field, frozen

from carecore.base.checks import each_of, placed, require_instance
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.base.reasons import at
from carecore.care_settings import CareSetting
from carecore.catalogue.words import plain_words, stems
from carecore.credentials import Compact, Credential, CredentialKind
from carecore.duties import Duty, Frame
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId
from carecore.needs import Danger, Need
from carecore.roles import Exclusion, Role, Title, TitleUse

__all__ = ["Catalogue"]


_Entry: TypeAlias = CareSetting | Credential | Compact | Duty | Role | Need | Danger | Frame

_SLIP: Final = 0.85
_MOST: Final = 5

E = TypeVar("E", bound=_Entry)
T = TypeVar("T")


def _care_settings(values: Iterable[CareSetting], /) -> tuple[CareSetting, ...]:
    return each_of(values, CareSetting)


def _credentials(values: Iterable[Credential], /) -> tuple[Credential, ...]:
    return each_of(values, Credential)


def _compacts(values: Iterable[Compact], /) -> tuple[Compact, ...]:
    return each_of(values, Compact)


def _duties(values: Iterable[Duty], /) -> tuple[Duty, ...]:
    return each_of(values, Duty)


def _roles(values: Iterable[Role], /) -> tuple[Role, ...]:
    return each_of(values, Role)


def _titles(values: Iterable[Title], /) -> tuple[Title, ...]:
    return each_of(values, Title)


def _title_uses(values: Iterable[TitleUse], /) -> tuple[TitleUse, ...]:
    return each_of(values, TitleUse)


def _needs(values: Iterable[Need], /) -> tuple[Need, ...]:
    return each_of(values, Need)


def _dangers(values: Iterable[Danger], /) -> tuple[Danger, ...]:
    return each_of(values, Danger)


def _frames(values: Iterable[Frame], /) -> tuple[Frame, ...]:
    return each_of(values, Frame)


def _index(catalogue: "Catalogue", /) -> dict[str, dict[str, _Entry]]:
    shelves: tuple[tuple[str, tuple[_Entry, ...]], ...] = (
        ("care setting", catalogue.care_settings),
        ("credential", catalogue.credentials),
        ("compact", catalogue.compacts),
        ("duty", catalogue.duties),
        ("role", catalogue.roles),
        ("need", catalogue.needs),
        ("danger", catalogue.dangers),
        ("frame", catalogue.frames),
    )
    return {kind: {entry.id: entry for entry in entries} for kind, entries in shelves}


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=placed)
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
        sourced_in: the country whose law and custom the entries tell of; `None`: any.

    Raises:
        ManyFaults: if an id stands twice on a shelf, an entry refers to an id that no entry has,
            or a duty or need asks for a licence that is none; all of them are named.

    .. versionadded:: 0.1
    """

    care_settings: tuple[CareSetting, ...] = field(default=(), converter=_care_settings)
    credentials: tuple[Credential, ...] = field(default=(), converter=_credentials)
    compacts: tuple[Compact, ...] = field(default=(), converter=_compacts)
    duties: tuple[Duty, ...] = field(default=(), converter=_duties)
    roles: tuple[Role, ...] = field(default=(), converter=_roles)
    titles: tuple[Title, ...] = field(default=(), converter=_titles)
    title_uses: tuple[TitleUse, ...] = field(default=(), converter=_title_uses)
    needs: tuple[Need, ...] = field(default=(), converter=_needs)
    dangers: tuple[Danger, ...] = field(default=(), converter=_dangers)
    frames: tuple[Frame, ...] = field(default=(), converter=_frames)
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

    def extend(
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
            care_settings=_merged(self.care_settings, _care_settings(care_settings)),
            credentials=_merged(self.credentials, _credentials(credentials)),
            compacts=_merged(self.compacts, _compacts(compacts)),
            duties=_merged(self.duties, _duties(duties)),
            roles=_merged(self.roles, _roles(roles)),
            titles=dict.fromkeys((*self.titles, *_titles(titles))).keys(),
            title_uses=dict.fromkeys((*self.title_uses, *_title_uses(title_uses))).keys(),
            needs=_merged(self.needs, _needs(needs)),
            dangers=_merged(self.dangers, _dangers(dangers)),
            frames=_merged(self.frames, _frames(frames)),
            sourced_in=self.sourced_in,
        )

    def _entry(self, kind: str, key: str, shelf: type[E], /) -> E:
        entries = self._by_id[kind]
        entry = entries.get(require_instance(key, str, name=f"the id of a {kind}"))
        if not isinstance(entry, shelf):
            raise UnknownId(kind, key, near=_near(key, entries))
        return entry

    def _twice(self) -> Iterator[CareError]:
        for field_name, entries in self._shelves():
            seen: set[str] = set()
            for index, entry in enumerate(entries):
                if entry.id in seen:
                    place = at("$", field_name, index)
                    what = f"the id {entry.id!r} stands twice"
                    yield InvalidValue(what, place=place, advice="Maybe use another id")
                seen.add(entry.id)

    def _shelves(self) -> tuple[tuple[str, tuple[_Entry, ...]], ...]:
        return (
            ("care_settings", self.care_settings),
            ("credentials", self.credentials),
            ("compacts", self.compacts),
            ("duties", self.duties),
            ("roles", self.roles),
            ("needs", self.needs),
            ("dangers", self.dangers),
            ("frames", self.frames),
        )

    def _dangling(self) -> Iterator[CareError]:
        for place, kind, key in self._references():
            entries = self._by_id[kind]
            if key not in entries:
                yield UnknownId(kind, key, near=_near(key, entries), place=place)

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
        place = next((n for n, one in enumerate(waiting) if one.id == entry.id), None)
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
    return [entry.id for entry in holding[:_MOST]]


def _stems_of(entry: _Entry, /) -> frozenset[str]:
    return stems(" ".join(_texts(entry)))


def _texts(entry: _Entry, /) -> tuple[str, str]:
    """The id and the name of *entry* in plain words."""
    match entry:
        case Need():
            name = entry.words
        case Danger():
            name = entry.say
        case _:
            name = entry.name
    return plain_words(entry.id), plain_words(name)
