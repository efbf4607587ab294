"""What all writers share: names, references, data types, and what FHIR has no element for."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final, cast, final

import attrs

from carecore.base.amounts import Code, Quantity
from carecore.base.identity import in_words
from carecore.base.moments import When
from carecore.base.reasons import at
from carecore.base.timing import Period
from carecore.codec import dumps
from carecore.extra.fhir.datatypes import spelled
from carecore.extra.fhir.finding import OWN_ID, Json
from carecore.extra.fhir.found import extension_of, type_in
from carecore.extra.fhir.model import WriteLoss

__all__ = [
    "Writing",
    "coded",
    "concept_parts",
    "filled",
    "inexact_periods",
    "inexact_times",
    "linked",
    "moment",
    "period",
    "quantified",
    "tells_code",
    "tells_term",
    "told",
    "untold",
    "worded",
]

_FHIR_ID: Final = re.compile(r"[A-Za-z0-9\-.]{1,64}", re.ASCII)
_REFERENCE: Final = re.compile(r"[A-Z][A-Za-z]+/[A-Za-z0-9\-.]{1,64}", re.ASCII)
_ADDRESS: Final = re.compile(r"(?:urn:uuid:|urn:oid:|https?://)\S+", re.ASCII)
_SYSTEM: Final = re.compile(r"(?:urn:|https?://)[!-~]+", re.ASCII)
_NOT_IN_ID: Final = re.compile(r"[^A-Za-z0-9\-.]+", re.ASCII)
_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)
_WIDEST: Final = timedelta(hours=14)
"""How far from UTC a time of FHIR may be."""
_NUMBERS: Final = (bool, int, Decimal)
"""What is told although it may be false or nothing."""


@final
class Writing:
    """The resources that are written for one plan, and what others cannot read of them.

    Attributes:
        client: id of the client.
        resources: what is written, in order.
        losses: fields that only carecore reads.
    """

    __slots__ = (
        "_names",
        "_people",
        "_subject",
        "_used",
        "_written",
        "client",
        "losses",
        "resources",
    )

    def __init__(self, client: str, /) -> None:
        """Begin with nothing."""
        self.client: str = client
        self.resources: list[Json] = []
        self.losses: list[WriteLoss] = []
        # By kind and id of ours: type and id of the resource.
        self._names: dict[tuple[str, str], str] = {}
        self._used: set[str] = set()
        self._written: set[str] = set()
        # Most of a record is about one client, and by a few people.
        self._subject: Json | None = None
        self._people: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Json | None] = {}

    def name(self, kind: str, key: str, /) -> str:
        """Type and id of the resource of that type for the value with the id *key*.

        Whatever will be referred to is named before anything is written.
        """
        known = self._names.get((kind, key))
        if known is not None:
            return known
        rest = key.removeprefix(f"{kind}/")
        short = rest if _FHIR_ID.fullmatch(rest) else _shortened(key)
        if f"{kind}/{short}" in self._used:
            short = _shortened(f"{key} {len(self._used)}")
        name = self._names[(kind, key)] = f"{kind}/{short}"
        self._used.add(name)
        return name

    def reference(self, key: str, /, *kinds: str) -> Json:
        """A reference to the value with the id *key*, written as one of these types, or open."""
        for kind in kinds:
            known = self._names.get((kind, key))
            if known is not None:
                return {"reference": known}
        if _REFERENCE.fullmatch(key) and key not in self._used:
            return {"reference": key}
        if _ADDRESS.fullmatch(key) and "/_history/" not in key:
            return {"reference": key}
        return {"identifier": {"system": OWN_ID, "value": key}}

    def person(self, key: str, kinds: tuple[str, ...], allowed: tuple[str, ...], /) -> Json | None:
        """A reference to a person as `reference` writes it; None if FHIR allows no such there."""
        asked = (key, kinds, allowed)
        if asked not in self._people:
            found = self.reference(key, *kinds)
            is_allowed = type_in(found.get("reference", "")) in allowed
            self._people[asked] = found if is_allowed else None
        return self._people[asked]

    def subject(self) -> Json:
        """A reference to the client."""
        if self._subject is None:
            self._subject = self.reference(self.client, "Patient")
        return self._subject

    def put(
        self,
        kind: str,
        value: attrs.AttrsInstance,
        body: Json,
        /,
        *,
        place: str,
        key: str | None = None,
        lacking: Iterable[str] = (),
        inexact: Iterable[str] = (),
    ) -> None:
        """Write one resource.

        Args:
            kind: its type.
            value: what it is written for.
            body: its elements; those that are None or empty are left out.
            place: where the value stands in the plan.
            key: the id of the value; left out: its own.
            lacking: fields that FHIR has no element for; they count where they are not as usual.
            inexact: fields whose elements do not tell all of this value.
        """
        own: str = cast("Any", value).id if key is None else key
        name = self.name(kind, own)
        if name in self._written:
            # Whoever holds two of one id tells both in an extension.
            return
        self._written.add(name)
        resource: Json = {"resourceType": kind, "id": name.partition("/")[2], **filled(body)}
        kept = self.kept(value, name, place=place, lacking=lacking, inexact=inexact)
        if kept:
            resource["extension"] = [*kept, *resource.get("extension", ())]
        if name != own:
            resource["identifier"] = [
                {"system": OWN_ID, "value": own},
                *resource.get("identifier", ()),
            ]
        self.resources.append(resource)

    def kept(
        self,
        value: attrs.AttrsInstance,
        name: str,
        /,
        *,
        place: str,
        lacking: Iterable[str] = (),
        inexact: Iterable[str] = (),
    ) -> list[Json]:
        """The extensions for what the elements of a resource do not tell; see `put`.

        Args:
            value: what is written.
            name: type and id of the resource that it is written in.
            place: where the value stands in the plan.
            lacking: as for `put`.
            inexact: as for `put`.
        """
        fields = [*_unusual(value, lacking), *inexact]
        if not fields:
            return []
        fields = list(dict.fromkeys(fields))
        self.losses += (WriteLoss(at(place, one), name) for one in fields)
        return [own_extension(value, fields)]


def linked(key: str, writing: Writing, /, *kinds: str, also: tuple[str, ...] = ()) -> Json:
    """A reference of a type that FHIR takes there; any other leads to the id alone.

    Args:
        key: the id of what it leads to.
        writing: knows what that is written as.
        kinds: the types that it may be written as.
        also: the other types that FHIR takes there.
    """
    found = writing.reference(key, *kinds)
    if type_in(found.get("reference", "")) in {*kinds, *also, ""}:
        return found
    return {"identifier": {"system": OWN_ID, "value": key}}


def told(text: str, /) -> str | None:
    """A text, where FHIR takes it: one of blanks alone is none there."""
    return text if text.strip() else None


def untold(value: object, /, *names: str) -> list[str]:
    """Those fields whose text `told` does not tell."""
    return [name for name in names if (text := getattr(value, name)) and told(text) is None]


def filled(body: Json, /) -> Json:
    """The elements that say something."""
    return {key: one for key, one in body.items() if one or one.__class__ in _NUMBERS}


def _shortened(key: str, /) -> str:
    plain = _NOT_IN_ID.sub("-", key).strip("-")[:47]
    return f"{plain or 'x'}-{sha256(key.encode()).hexdigest()[:16]}"


def _unusual(value: attrs.AttrsInstance, names: Iterable[str], /) -> list[str]:
    usual = _usual(type(value))
    return [name for name in names if getattr(value, name) != usual[name]]


@lru_cache(maxsize=256)
def _usual(cls: type[attrs.AttrsInstance], /) -> dict[str, object]:
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return {one.name: one.default for one in fields}


def own_extension(value: attrs.AttrsInstance, names: Iterable[str], /) -> Json:
    """The extension that carries these fields of a value."""
    kept = list(names)
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(type(value))
    given = {
        one.name: getattr(value, one.name)
        for one in fields
        if one.init and (one.default is attrs.NOTHING or one.name in kept)
    }
    make: Any = type(value)
    return extension_of(" ".join(kept), dumps(make(**given)))


# Data types.


def moment(when: When | None, /) -> str | None:
    """A date, or a date and time, as FHIR spells it."""
    if not isinstance(when, datetime):
        return None if when is None else str(when)
    if when.tzinfo is UTC:
        return when.isoformat()
    offset = when.utcoffset()
    if offset is not None and abs(offset) <= _WIDEST and not offset % _MINUTE:
        return when.isoformat()
    return when.astimezone(UTC).isoformat()


def is_exact(when: When | None, /) -> bool:
    """Whether what `moment` writes is equal to it when it is read."""
    if not isinstance(when, datetime) or when.tzinfo.__class__ is timezone:
        # Only in the zone of a place does an hour come twice.
        return True
    written = moment(when)
    return written is not None and datetime.fromisoformat(written) == when


def inexact_times(value: object, /, *names: str) -> list[str]:
    """Those fields whose times FHIR cannot tell: an hour that comes twice, in its own zone."""
    return [name for name in names if not is_exact(getattr(value, name))]


def period(days: Period | None, /) -> Json | None:
    """A period with its last day, as FHIR tells it."""
    if days is None or (days.start is None and days.end is None):
        return None
    if days.end is not None and days.start is not None and days.end <= days.start:
        return {"start": days.start.isoformat()}
    last = None if days.end is None or days.end == date.min else days.end - _DAY
    return filled(
        {
            "start": None if days.start is None else days.start.isoformat(),
            "end": None if last is None else last.isoformat(),
        }
    )


def inexact_periods(value: object, /, *names: str) -> list[str]:
    """Those fields whose periods FHIR cannot tell: open on both sides, or without a day."""
    found: list[str] = []
    for name in names:
        days: Period | None = getattr(value, name)
        if days is not None and days.end in {days.start, date.min}:
            found.append(name)
    return found


def coded(code: Code, /) -> Json:
    """A Coding."""
    found = {"system": code.system, "code": code.code}
    return {**found, "display": code.label} if code.label else found


def tells_code(code: Code | None, /) -> bool:
    """Whether FHIR takes a code as it is.

    Its system is an absolute address, and the code has no blanks, but for single ones inside it.
    """
    if code is None:
        return True
    is_code = code.code.isprintable() and " ".join(code.code.split()) == code.code
    is_addressed = _SYSTEM.fullmatch(code.system) is not None
    return is_code and is_addressed and told(code.label) == (code.label or None)


def worded(word: str | None, /) -> Json | None:
    """A CodeableConcept that says a word of the field in plain letters."""
    return None if word is None else {"text": in_words(word)}


def tells_term(word: str | None, /) -> bool:
    """Whether the plain letters of `worded` are read as that word again."""
    return word is None or spelled(in_words(word)) == word


def concept_parts(code: Code | None, what: str | None, text: str, /) -> tuple[Json | None, bool]:
    """A CodeableConcept for a code, a word and a text, and whether it tells the word as well."""
    coding = [] if code is None else [coded(code)]
    if code is None and not text and what is not None:
        coding = [{"display": in_words(what)}]
        return {"coding": coding}, tells_term(what)
    label = "" if code is None else code.label
    told: Json = {"coding": coding} if coding else {}
    if text:
        told["text"] = text
    return told or None, spelled(text or label) == what


def quantified(amount: Quantity, /) -> Json:
    """A Quantity."""
    return {"value": amount.value, "unit": amount.unit} if amount.unit else {"value": amount.value}
