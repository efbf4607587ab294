"""What is asked of a criterion, whoever wrote it."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import partial
from typing import Final, NamedTuple, final

import attrs

from carecore.base.checks import each_of
from carecore.base.reasons import Verdict
from carecore.errors import CareError
from carecore.matching import (
    BulkCriterion,
    Criterion,
    Judgement,
    Opening,
    Pair,
    Policy,
    StandardCriterion,
)
from carecore.matching.everybody import sifted
from carecore.matching.fitting import fit_of, remedies_of, said
from carecore.matching.lenses import lens_of
from carecore.matching.pool_index import Index
from carecore.matching.remedies import apply_all
from carecore.people import Professional
from carecore.testing.conformance.drawing import first_drawn
from carecore.testing.conformance.meetings import Meeting, drawn_meetings, known_meeting
from carecore.testing.conformance.outside import called_outside
from carecore.testing.markers import with_markers

__all__ = ["check_criterion"]

_EXAMPLES: Final = 20
_MEMORY: Final = "it keeps something between two questions, or compares by identity"


def check_criterion(
    criterion: StandardCriterion | Criterion,
    /,
    *,
    openings: Iterable[Opening] = (),
    professionals: Iterable[Professional] = (),
    examples: int = _EXAMPLES,
) -> None:
    """Make sure that a criterion of your own keeps the promises on which a ranking rests.

    - It has the members of a `Criterion`, and they make sense.
    - It gives a judgement of its own with no more points than its weight, and remedies of its own,
      and does not raise, whatever is unknown.
    - After all of its remedies it is met, or has nothing more to ask for.
    - Nothing that it says shows what is personal.
    - It says the same again: asked twice, in another order, of an equal pair, and in a pool.
    - It reads no clock, no file, no environment, and rolls no dice.
    - If it is a `BulkCriterion`: what it says depends on nothing but what it says that it depends
      on. Of two professionals who have the same, and whom it does not name, it says the same, and
      it says as much to two openings that ask the same.

    It is tried on what you give, on the traveller and all who could be engaged for her, on people
    and openings that differ from these in one thing, and on some that are drawn.

    >>> from carecore.matching import STANDARD_POLICY
    >>> check_criterion(STANDARD_POLICY.criterion("language"), examples=1)

    Args:
        criterion: the criterion.
        openings: openings that it may look at in a way of its own.
        professionals: professionals of whom it may say something of their own.
        examples: how many openings and professionals are drawn.

    Raises:
        AssertionError: if it breaks a promise; the text says which, of whom, and what may help.
        WrongType: if something else is given than openings and professionals.

    .. versionadded:: 0.1
    """
    of_author = each_of(tuple(openings), Opening), each_of(tuple(professionals), Professional)
    try:
        policy = Policy(name="tried", criteria=(criterion,))
    except CareError as fault:
        raise AssertionError(f"it cannot stand in a policy: {fault}") from None
    known = known_meeting(*of_author)
    _raise_first(criterion, _faults(criterion, policy, known))
    _raise_first(criterion, _faults_outside(criterion, known))
    _raise_first(criterion, _faults_of_privacy(criterion, known))

    def is_faulty(meeting: Meeting, /) -> bool:
        return any(True for _ in _faults(criterion, policy, meeting))

    for meeting in first_drawn(drawn_meetings(), is_faulty, examples=examples, is_small=False):
        _raise_first(criterion, _faults(criterion, policy, meeting))


@final
class _Fault(NamedTuple):
    """What a criterion does wrong, of whom, and what may help."""

    what: str
    of: str
    advice: str = ""
    error: Exception | None = None


def _raise_first(criterion: StandardCriterion | Criterion, faults: Iterable[_Fault], /) -> None:
    """Raise for the first promise that is broken; it may be the cause of others."""
    for fault in faults:
        helps = f" Maybe {fault.advice}." if fault.advice else ""
        text = f"criterion {criterion.id!r} {fault.what}; {fault.of}.{helps}"
        raise AssertionError(text) from fault.error


def _of(person: Professional, opening: Opening, /) -> str:
    return f"of {person.id!r} for {opening!r}"


def _faults(
    criterion: StandardCriterion | Criterion, policy: Policy, meeting: Meeting, /
) -> Iterator[_Fault]:
    asked = (_faults_of_answers, _faults_of_memory, _faults_of_likeness, _faults_in_pool)
    for one in (meeting.doubled(), meeting.varied()):
        for ask in asked:
            try:
                yield from ask(criterion, policy, one)
            except CareError as error:
                yield _Fault(f"breaks its word: {error.what}", "asked in bulk", error=error)


def _faults_of_answers(
    criterion: StandardCriterion | Criterion, _: Policy, meeting: Meeting, /
) -> Iterator[_Fault]:
    """What is wrong with one answer by itself."""
    for opening in meeting.openings:
        for person in meeting.people:
            try:
                judgement = said(criterion, person, opening)
                left = _not_helped(criterion, person, opening, judgement)
            except CareError as error:
                yield _Fault(f"breaks its word: {error.what}", _of(person, opening), error=error)
            else:
                if left:
                    what = f"is not met after its remedies, and asks for the same again: {left}"
                    yield _Fault(what, _of(person, opening), "the change goes into another field")


def _not_helped(
    criterion: StandardCriterion | Criterion,
    person: Professional,
    opening: Opening,
    judgement: Judgement,
    /,
) -> str:
    """What a criterion asks for although all that it asked for is there; empty if it is met."""
    if judgement.verdict is Verdict.MET:
        return ""
    pair = Pair(client=opening.client, professional=person, as_of=opening.as_of)
    remedies = remedies_of(criterion, person, opening)
    after = apply_all(remedies, pair)
    then = attrs.evolve(opening, client=after.client, as_of=after.as_of)
    if not remedies or said(criterion, after.professional, then).verdict is Verdict.MET:
        return ""
    return "; ".join(one.text for one in remedies_of(criterion, after.professional, then))


def _faults_of_memory(
    criterion: StandardCriterion | Criterion, _: Policy, meeting: Meeting, /
) -> Iterator[_Fault]:
    """Whether it says the same again, in another order, and of an equal pair."""
    people = {one.id: deepcopy(one) for one in meeting.people}
    # What an opening worked out is no part of it, and a copy works it out again.
    pairs = [
        (person, opening, equal)
        for opening, equal in ((one, attrs.evolve(one)) for one in meeting.openings)
        for person in meeting.people
    ]
    first = [_all_said(criterion, person, opening) for person, opening, _ in pairs]
    for told, (person, opening, equal) in zip(reversed(first), reversed(pairs), strict=True):
        if _all_said(criterion, person, opening) != told:
            what = "says something else when it is asked again"
            yield _Fault(what, _of(person, opening), _MEMORY)
        if _all_said(criterion, people[person.id], equal) != told:
            yield _Fault("says something else of an equal pair", _of(person, opening), _MEMORY)


def _all_said(
    criterion: StandardCriterion | Criterion, person: Professional, opening: Opening, /
) -> object:
    return said(criterion, person, opening), remedies_of(criterion, person, opening)


def _faults_of_likeness(
    criterion: StandardCriterion | Criterion, _: Policy, meeting: Meeting, /
) -> Iterator[_Fault]:
    """Whether what it says depends on nothing but what it says that it depends on."""
    lens = lens_of(criterion)
    if lens is None:
        return
    to_ask: dict[object, dict[str, tuple[Opening, object]]] = {}
    for opening in meeting.openings:
        like: dict[object, tuple[Professional, Judgement]] = {}
        names = frozenset[str]() if lens.names is None else lens.names(opening)
        catalogue = id(opening.catalogue)
        known = to_ask.setdefault((lens.asks(opening), catalogue), {})
        for person in meeting.people:
            if str(person.id) in names:
                continue
            if lens.has(deepcopy(person)) != lens.has(person):
                what = "says that equal professionals have something else"
                yield _Fault(what, _of(person, opening), "has() compares by identity")
            judgement = said(criterion, person, opening)
            other, theirs = like.setdefault(lens.has(person), (person, judgement))
            if theirs != judgement:
                what = (
                    f"does not say of {person.id!r} what it says of {other.id!r}, who has the same"
                )
                yield _Fault(what, _of(person, opening), "has() leaves out what judge() looks at")
            counted = judgement.verdict, judgement.points
            before, earlier = known.setdefault(str(person.id), (opening, counted))
            if earlier != counted:
                what = f"does not judge as for {before.client!r} in an opening that asks the same"
                yield _Fault(what, _of(person, opening), "asks() leaves out what judge() looks at")


def _faults_in_pool(
    _: StandardCriterion | Criterion, policy: Policy, meeting: Meeting, /
) -> Iterator[_Fault]:
    """Whether it says the same in a pool as alone, in whatever order the pool is."""
    indexes = Index(meeting.people), Index(reversed(meeting.people))
    for opening in meeting.openings:
        alone = {one.id: fit_of(one, opening, policy) for one in meeting.people}
        for index in indexes:
            everybody = [fit for fits in sifted(index, opening, policy) for fit in fits]
            unlike = [fit.professional_id for fit in everybody if fit != alone[fit.professional_id]]
            what = "does not say in a pool what it says alone"
            yield from (_Fault(what, _of(index.at(index.places[one]), opening)) for one in unlike)


def _faults_outside(
    criterion: StandardCriterion | Criterion, meeting: Meeting, /
) -> Iterator[_Fault]:
    """Whether it asks anything but the pair."""
    for opening in meeting.openings:
        for person in meeting.people:
            _, outside = called_outside(partial(_everything_of, criterion, person, opening))
            if outside:
                what = f"calls {outside}, and a criterion asks nothing but the pair"
                yield _Fault(what, _of(person, opening), "`opening.as_of` is what it needs")


def _everything_of(
    criterion: StandardCriterion | Criterion, person: Professional, opening: Opening, /
) -> object:
    told = _all_said(criterion, person, opening)
    if isinstance(criterion, BulkCriterion):
        return told, criterion.asks(opening), criterion.has(person), criterion.names(opening)
    return told


def _faults_of_privacy(
    criterion: StandardCriterion | Criterion, meeting: Meeting, /
) -> Iterator[_Fault]:
    """Whether it shows what is personal."""
    for opening in meeting.openings:
        client = with_markers(opening.client)
        whose = attrs.evolve(opening, client=client.value)
        for person in meeting.people:
            marked = with_markers(person)
            shown = repr(_all_said(criterion, marked.value, whose))
            places = (*client.shown_in(shown), *marked.shown_in(shown))
            if places:
                what = f"shows what is personal, {' and '.join(places)}"
                yield _Fault(what, _of(person, opening), "describe it, or name the id")
