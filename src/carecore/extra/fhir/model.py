"""What reading and writing give: the values, and an account of all that is not in them."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, cast, final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.base.lookups import unknown_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.privacy import PERSONAL
from carecore.codec.twins import twin_of
from carecore.coverage import Coverage
from carecore.extra.fhir.parsing import as_json
from carecore.medications import MedicationList
from carecore.people import Client, Organization, Professional, Team
from carecore.plans import Activity, CarePlan, Goal, Visit
from carecore.record import Record
from carecore.rights import Consent

__all__ = ["Fault", "Imported", "Loss", "WriteLoss", "Written", "loss"]

_INDEX: Final = re.compile(r"\[\d+\]", re.ASCII)


@final
@frozen(weakref_slot=False, repr=False)
class Loss:
    """Something that was read and has no place in the values: where it stood, and what it was.

    >>> from carecore.extra.fhir import read
    >>> loss = read('{"resourceType": "Patient", "id": "1", "active": true}').losses[0]
    >>> loss
    <Loss at $[0].active>
    >>> loss.kept
    'true'

    >>> loss.path
    'Patient.active'

    Attributes:
        place: where it stood; `$[0]` is the first document.
        resource: the type of the resource it is of; empty: it is of a bundle.

    .. versionadded:: 0.1
    """

    place: str
    _raw: Any = field(hash=False, alias="raw")
    resource: str = field(default="", kw_only=True)
    _start: int = field(default=0, eq=False, kw_only=True, alias="start")

    @property
    def kept(self) -> str:
        """What stood there, as JSON on one line, with numbers spelled as they were; personal."""
        return as_json(self._raw)

    @property
    def path(self) -> str:
        """The element, as the specification of FHIR writes it."""
        return _INDEX.sub("", (self.resource or "Bundle") + self.place[self._start :])

    def __repr__(self) -> str:
        """The name of the class, and the place."""
        return f"<Loss at {self.place}>"


_TWIN: Final[Any] = twin_of(Loss)


def loss(place: str, raw: object, resource: str, start: int, /) -> Loss:
    """The same as the constructor, without its calls: there are many, and all parts are known.

    >>> loss("$[0].active", True, "Patient", 4) == Loss("$[0].active", True, resource="Patient")
    True
    """
    made = object.__new__(_TWIN)
    made.place, made._raw, made.resource, made._start = place, raw, resource, start
    made.__class__ = Loss
    return cast("Loss", made)


@final
@frozen(weakref_slot=False, repr=False)
class Fault:
    """Something that could not be read, and cost no more than its own place.

    >>> from carecore.extra.fhir import read
    >>> print(read('{"resourceType": "Patient", "id": "1", "birthDate": "soon"}').faults[0])
    $[0].birthDate: it is text that is no day. Maybe '1948-03-01', '1948-03' or '1948'.

    Attributes:
        place: where it stands; `$[0]` is the first document.
        what: what is wrong with it, without what is personal.
        advice: what may help; begins with "Maybe", or is empty.

    .. versionadded:: 0.1
    """

    place: str
    what: str
    advice: str = field(default="", kw_only=True)
    _raw: Any = field(default=None, hash=False, kw_only=True, alias="raw")

    @property
    def kept(self) -> str:
        """What stood there, as JSON on one line; personal."""
        return as_json(self._raw)

    def __str__(self) -> str:
        """Place, fault and advice in one line."""
        sentences = (f"{part.rstrip('.')}." for part in (self.what, self.advice) if part)
        return f"{self.place}: {' '.join(sentences)}"

    def __repr__(self) -> str:
        """The name of the class, and the place."""
        return f"<Fault at {self.place}>"


def _losses(values: Iterable[Loss], /) -> tuple[Loss, ...]:
    """All of them as they are: there are thousands, and only a reader makes them."""
    return tuple(values)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Imported(Faces):
    """What FHIR documents hold, as values, and an account of all that is not in them.

    >>> from carecore.extra.fhir import read
    >>> read('{"resourceType": "Patient", "id": "1"}').clients
    (<Client Patient/1>,)

    Attributes:
        plans: the care plans, each with its client, team, goals, activities and record.
        clients: everybody who is the subject of something.
        professionals: everybody who is named as one, with roles where they are told.
        organizations: facilities, agencies, payers.
        teams: the care teams, those of a plan as well.
        goals: goals of no plan.
        activities: tasks and requests of no plan.
        visits: appointments of no plan.
        records: what happened and was seen, one record for each client, in the order of the
            documents; one without a client for what names nobody.
        medication_lists: what is said to be taken, and what was prescribed, of each client.
        coverages: who pays, of each client.
        consents: what was agreed to, of each client.
        losses: what was kept and has no place in the values, in the order of the documents.
        faults: what could not be read, in the order of the documents.

    .. versionadded:: 0.1
    """

    plans: tuple[CarePlan, ...] = ()
    clients: tuple[Client, ...] = ()
    professionals: tuple[Professional, ...] = ()
    organizations: tuple[Organization, ...] = ()
    teams: tuple[Team, ...] = ()
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    visits: tuple[Visit, ...] = ()
    records: tuple[Record, ...] = ()
    medication_lists: tuple[MedicationList, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    consents: tuple[Consent, ...] = ()
    losses: tuple[Loss, ...] = field(default=(), converter=_losses)
    faults: tuple[Fault, ...] = ()

    def __repr__(self) -> str:
        """How much of each there is."""
        return f"<Imported: {_counted(self)}>"

    def plan(self, key: str, /) -> CarePlan:
        """The plan with that id, or `UnknownId`."""
        for one in self.plans:
            if one.id == key:
                return one
        raise unknown_id("plan", key, [one.id for one in self.plans])

    def record(self, client: str | None, /) -> Record | None:
        """The record of the client with that id; `None` if nothing is recorded."""
        return next((one for one in self.records if one.client_id == client), None)

    def outline(self, *, full: bool = False) -> Outline:
        """How much of each there is, the faults, and the losses by what they are of.

        Args:
            full: also what was lost, word for word; it may be personal.
        """
        parts: list[Part] = [Paragraph(f"Read: {_counted(self) or 'nothing'}.")]
        if self.faults:
            entries = tuple(map(str, self.faults))
            parts.append(Section("What could not be read", [Items(entries)]))
        if self.losses:
            kinds = Counter(one.path for one in self.losses)
            rows = [(kind, str(number)) for kind, number in sorted(kinds.items())]
            table = Table(("what", "how often"), rows)
            parts.append(Section("What is kept and has no place in the values", [table]))
        if full and self.losses:
            rows = [(one.place, one.kept) for one in self.losses]
            parts.append(Section("Word for word", [Table(("place", "kept"), rows)]))
        return Outline("Read from FHIR", parts)


_COUNTED = (
    ("plans", "plan"),
    ("clients", "client"),
    ("professionals", "professional"),
    ("organizations", "organization"),
    ("teams", "team"),
    ("goals", "goal of no plan"),
    ("activities", "activity of no plan"),
    ("visits", "visit of no plan"),
    ("records", "record"),
    ("medication_lists", "list of medications"),
    ("coverages", "coverage"),
    ("consents", "consent"),
    ("losses", "loss"),
    ("faults", "fault"),
)


def _counted(imported: Imported, /) -> str:
    held = ((len(getattr(imported, name)), words) for name, words in _COUNTED)
    return ", ".join(f"{number} {_many(words, number)}" for number, words in held if number)


def _many(words: str, number: int, /) -> str:
    if number == 1:
        return words
    head, _, tail = words.partition(" ")
    ends = {"y": f"{head[:-1]}ies", "s": f"{head}es"}
    return f"{ends.get(head[-1], head + 's')} {tail}".rstrip()


@final
@frozen(weakref_slot=False, field_transformer=checked)
class WriteLoss:
    """A field of a plan that FHIR has no element for; it is carried where only carecore reads it.

    >>> WriteLoss("$.goals[0].domain", "Goal/g1")
    WriteLoss(place='$.goals[0].domain', resource='Goal/g1')

    Attributes:
        place: where it stands in the plan.
        resource: type and id of the resource that carries it.

    .. versionadded:: 0.1
    """

    place: str
    resource: str


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Written:
    """A plan as FHIR, and what other programs cannot read of it.

    >>> from carecore import CarePlan, Client
    >>> from carecore.extra.fhir import write
    >>> write(CarePlan(id="CarePlan/1", client=Client(id="Patient/1")))
    <Written R4: 2 resources, 0 losses>

    Attributes:
        version: of FHIR.
        text: a bundle, as JSON; personal.
        count: how many resources it holds.
        losses: fields that are carried in an extension of carecore's own.

    .. versionadded:: 0.1
    """

    version: str
    text: str = field(metadata=PERSONAL, repr=False)
    count: int
    losses: tuple[WriteLoss, ...] = ()

    def __repr__(self) -> str:
        """The version, and how much there is."""
        return f"<Written {self.version}: {self.count} resources, {len(self.losses)} losses>"
