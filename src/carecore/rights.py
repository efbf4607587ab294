"""Rights, and what shows that they are kept: acknowledgements, consent and decisions.

A right is an entry of the catalogue. That it was told, that a client agreed and what was decided
stands in the plan, each with who, and when.
Unknown is not no: where a day or a period is missing the answer is *unknown*.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, filled_text, plain_text
from carecore.base.fields import checked
from carecore.base.identity import (
    CareSettingId,
    ClientId,
    PersonId,
    care_setting_id,
    client_id,
    listed,
    optional_care_setting_ids,
    person_id,
    record_id,
)
from carecore.base.jurisdictions import (
    Jurisdiction,
    optional_jurisdiction,
    optional_jurisdictions,
)
from carecore.base.moments import When, day_of, is_by, optional_when
from carecore.base.plan_ids import DecisionId, decision_id
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.reasons import Source, Verdict, all_of, any_of, tuple_of_sources
from carecore.base.record_ids import (
    ConsentId,
    RightId,
    consent_id,
    optional_person_id,
    optional_term,
    optional_terms,
    right_id,
    term,
    terms,
)
from carecore.base.timing import Offset, Period
from carecore.base.verdicts import lies_in, runs_on, verdict_of, was_by
from carecore.roles import PayerKind, optional_payer_kinds, payer_kinds

__all__ = [
    "Acknowledgement",
    "Consent",
    "ConsentScope",
    "Decision",
    "Right",
    "TimeLimit",
    "acknowledged",
]


def _recipient(value: str, /) -> str:
    return record_id(value, kind="recipient")


def _recipients(values: Iterable[str], /) -> tuple[str, ...]:
    return listed(values, _recipient, kind="recipient")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class TimeLimit:
    """How long something may take that belongs to a right, and from when it counts.

    >>> limit = TimeLimit(
    ...     id="answer_request", starts="request_for_records", allowance=Offset(days=30)
    ... )
    >>> limit.allowance
    Offset.parse('P30D')

    Attributes:
        id: what has to happen in time; a term.
        starts: what starts the clock; a term. With a negative allowance, what it counts back from.
        allowance: how long it may take at most; negative: how long before at the latest.
        remark: what a reader has to know, in our own words.
        sources: what the limit rests on.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    starts: str = field(converter=term)
    allowance: Offset
    remark: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Right:
    """Something that a client may count on, and who owes it where.

    >>> right = Right(
    ...     id="choose_visitors",
    ...     name="choose who may visit",
    ...     description="The client says who may come, and who may not.",
    ...     settings=["acute_ward"],
    ... )
    >>> right.applies(setting="acute_ward")
    <Verdict.MET: 'met'>

    Attributes:
        id: the id other values refer to.
        name: what people call it.
        description: the same in full, in our own words.
        settings: ids of the care settings that owe it; `None`: all of them.
        payers: who pays for the clients who have it; `None`: whoever pays.
        jurisdictions: whose law gives it; `None`: it is not bound to a place.
        shows: what a record of it has to show; terms. Empty: no list is known.
        grounds: the only grounds on which it may be set aside; terms. `None`: no closed list.
        limits: how long what belongs to it may take.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    id: RightId = field(converter=right_id)
    name: str = field(validator=filled_text)
    description: str = field(validator=filled_text)
    settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    payers: tuple[PayerKind, ...] | None = field(default=None, converter=optional_payer_kinds)
    jurisdictions: tuple[Jurisdiction, ...] | None = field(
        default=None, converter=optional_jurisdictions
    )
    shows: tuple[str, ...] = field(default=(), converter=terms)
    grounds: tuple[str, ...] | None = field(default=None, converter=optional_terms)
    limits: tuple[TimeLimit, ...] = ()
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def applies(
        self,
        *,
        setting: str | None = None,
        payers: Iterable[PayerKind | str] | None = None,
        jurisdiction: Jurisdiction | str | None = None,
    ) -> Verdict:
        """Whether a client has it who is in that care setting, paid for by those, in that place.

        What is left out is unknown, and makes the answer unknown where the right asks for it.
        Where only the country is known and the right is given by a part of it, so is the answer.

        Raises:
            WrongType: if a part has a type that is not taken.
            InvalidValue: if a part has no meaning.
        """
        return all_of((self._in_setting(setting), self._paid_by(payers), self._in(jurisdiction)))

    def _in_setting(self, setting: str | None, /) -> Verdict:
        if self.settings is None:
            return Verdict.MET
        return verdict_of(None if setting is None else care_setting_id(setting) in self.settings)

    def _paid_by(self, payers: Iterable[PayerKind | str] | None, /) -> Verdict:
        if self.payers is None:
            return Verdict.MET
        known = None if payers is None else payer_kinds(payers)
        return verdict_of(None if known is None else any(one in self.payers for one in known))

    def _in(self, jurisdiction: Jurisdiction | str | None, /) -> Verdict:
        return lies_in(optional_jurisdiction(jurisdiction), self.jurisdictions)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Acknowledgement:
    """That somebody was told of a right, and says so.

    >>> told = Acknowledgement(right="choose_visitors", at=date(2026, 11, 20), by="c-17")
    >>> str(told.at)
    '2026-11-20'

    Attributes:
        right: id of the right.
        at: when; `None`: unknown.
        by: id of the person who was told: the client, or whoever speaks for the client.
        in_language: BCP 47 tag of the language it was told in; empty: unknown.

    .. versionadded:: 0.1
    """

    right: RightId = field(converter=right_id)
    at: When | None = field(default=None, converter=optional_when)
    by: PersonId = field(converter=person_id)
    in_language: str = field(default="", validator=plain_text)


def acknowledged(
    acknowledgements: Iterable[Acknowledgement], right: str, /, *, as_of: date | datetime
) -> Verdict:
    """Whether the right with that id had been told by then.

    What nobody shows is not met; *unknown* where it was told and nobody knows when.

    >>> told = Acknowledgement(right="choose_visitors", at=date(2026, 11, 20), by="c-17")
    >>> acknowledged([told], "choose_visitors", as_of=date(2026, 11, 19))
    <Verdict.NOT_MET: 'not_met'>

    Raises:
        WrongType: if the acknowledgements are none, or *as_of* is neither a day nor a moment.
        InvalidValue: if *right* is no id.

    .. versionadded:: 0.1
    """
    wanted = right_id(right)
    day_of(as_of)
    told = each_of(acknowledgements, Acknowledgement)
    return any_of(was_by(one.at, as_of) for one in told if one.right == wanted)


class ConsentScope(Enum):
    """What a consent is about.

    .. versionadded:: 0.1
    """

    TREATMENT = "treatment"
    PLAN = "plan"
    SHARING = "sharing"
    TRAVEL = "travel"
    RESEARCH = "research"
    PHOTOGRAPHS = "photographs"


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Consent(PrivateRepr):
    """A client's yes or no, given by the client or by somebody who may decide.

    >>> consent = Consent(
    ...     id="co-1",
    ...     client_id="c-17",
    ...     scope=ConsentScope.TRAVEL,
    ...     is_given=True,
    ...     by="c-17",
    ...     at=date(2026, 11, 20),
    ...     period=Period(date(2026, 11, 20)),
    ... )
    >>> consent.holds(date(2026, 11, 23))
    <Verdict.MET: 'met'>

    Attributes:
        id: the id other values refer to.
        client_id: id of the client.
        scope: what it is about; `None`: unknown.
        is_given: whether the answer is yes; `None`: no answer is known, and none counts as a yes.
        by: id of the person who gave the answer; `None`: unknown.
        at: when it was given; `None`: unknown.
        period: when it holds; `None`: unknown. Until further notice is a period without an end.
        purposes: what for; terms. Empty: it names none.
        recipients: ids of the people and organizations it names; empty: it names none.
        withdrawn_at: when it was taken back; `None`: it was not.
        note: personal.

    .. versionadded:: 0.1
    """

    id: ConsentId = field(converter=consent_id)
    client_id: ClientId = field(converter=client_id)
    scope: ConsentScope | None = None
    is_given: bool | None = None
    by: PersonId | None = field(default=None, converter=optional_person_id)
    at: When | None = field(default=None, converter=optional_when)
    period: Period | None = None
    purposes: tuple[str, ...] = field(default=(), converter=terms)
    recipients: tuple[str, ...] = field(default=(), converter=_recipients)
    withdrawn_at: When | None = field(default=None, converter=optional_when)
    note: str = field(default="", metadata=PERSONAL, validator=plain_text)

    def holds(self, as_of: date | datetime) -> Verdict:
        """Whether the consent holds on that day, or at that moment.

        A no never does. A yes does from when it was given, within its period, until it is taken
        back; the day on which it is taken back is the first on which it no longer holds.
        Where one of these is unknown and none of them says no, so is the answer.

        Raises:
            WrongType: if *as_of* is neither a day nor a moment with a zone.
        """
        day, taken_back = day_of(as_of), self.withdrawn_at
        gone = False if taken_back is None else is_by(taken_back, as_of)
        return all_of(
            (
                verdict_of(self.is_given),
                was_by(self.at, as_of),
                runs_on(self.period, day),
                verdict_of(None if gone is None else not gone),
            )
        )


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Decision(PrivateRepr):
    """A choice between options, made or still open.

    >>> choice = Decision(id="d-1", what="next_setting", options=["irf", "home_health"])
    >>> choice.is_open
    True

    Attributes:
        id: the id other values refer to.
        what: what is decided; a term.
        options: what there is to choose from; terms, "none of it" as well where that is one.
        chosen: the option that was chosen; `None`: none yet.
        by: id of the person who chose; `None`: unknown.
        at: when; `None`: unknown.
        because: personal.

    .. versionadded:: 0.1
    """

    id: DecisionId = field(converter=decision_id)
    what: str = field(converter=term)
    options: tuple[str, ...] = field(default=(), converter=terms)
    chosen: str | None = field(default=None, converter=optional_term)
    by: PersonId | None = field(default=None, converter=optional_person_id)
    at: When | None = field(default=None, converter=optional_when)
    because: str = field(default="", metadata=PERSONAL, validator=plain_text)

    @property
    def is_open(self) -> bool:
        """Whether nothing was chosen yet."""
        return self.chosen is None
