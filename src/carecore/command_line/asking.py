"""The command `advise`: who is needed for one client, told by words or by a file."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence

from carecore.catalogue import STANDARD, NeedAnswer, find_needs
from carecore.codec import loads
from carecore.command_line.printing import Answer, one_line, shown, wants_json
from carecore.command_line.reading import all_faults, now, read_file, to_day
from carecore.errors import CareError, InvalidValue, ManyFaults, quoted
from carecore.matching import advise_roles
from carecore.people import Client

__all__ = ["advise"]


def advise(options: argparse.Namespace, /) -> Answer:
    """Who is needed for one client, and what was taken from the words.

    .. versionadded:: 0.1
    """
    answers, faults = _heard(options.need)
    warnings = [fault for answer in answers for fault in _warnings(answer)]
    needs = list(dict.fromkeys(answer.best for answer in answers if answer.best is not None))
    if faults or (warnings and not needs):
        raise ManyFaults("it is not clear what is needed", [*warnings, *faults])
    try:
        with all_faults() as ask:
            client = ask(_client, options, needs)
            day = ask(to_day, options.as_of)
        advice = shown(advise_roles(client, as_of=day or now(None).date()), options)
    except CareError as fault:
        raise ManyFaults("no advice can be given", [*warnings, fault]) from None
    notes = (*map(one_line, warnings), *_taken(answers))
    if wants_json(options):
        return Answer(advice, notes=notes)
    return Answer("\n".join([*notes, "", advice] if notes else [advice]))


def _heard(said: Iterable[str], /) -> tuple[list[NeedAnswer], list[CareError]]:
    """What was found for all that was said, and what is wrong with the rest.

    Words that may be a sign of danger need not be clear.
    """
    answers: list[NeedAnswer] = []
    faults: list[CareError] = []
    for words in said:
        try:
            answer = find_needs(words)
        except CareError as fault:
            faults.append(fault)
            continue
        answers.append(answer)
        if answer.best is None and not answer.dangers:
            faults.append(_unclear(answer))
    return answers, faults


def _warnings(answer: NeedAnswer, /) -> Iterator[InvalidValue]:
    for danger in answer.dangers:
        yield InvalidValue(f"{quoted(answer.asked)} may be a sign of danger", advice=danger.say)


def _taken(answers: Iterable[NeedAnswer], /) -> Iterator[str]:
    for answer in answers:
        if answer.best is not None:
            said, need = quoted(answer.asked)[1:-1], STANDARD.need(answer.best)
            yield f'you said "{said}", taken as "{need.words}" ({need.id})'


def _client(options: argparse.Namespace, needs: Sequence[str], /) -> Client:
    given = {
        "needs": needs or None,
        "setting": options.setting,
        "jurisdiction": options.jurisdiction,
        "payers": options.payer,
    }
    known = [name for name, value in given.items() if value is not None]
    if options.file is None:
        return loads(json.dumps({"id": "client", **given}), Client)
    if known:
        what = f"a file and also the {known[0]} of a client are given"
        raise InvalidValue(what, advice="Maybe put all of it into the file")
    return loads(read_file(options.file), Client)


def _unclear(answer: NeedAnswer, /) -> InvalidValue:
    words = quoted(answer.asked)
    if not answer.candidates:
        what = f"no need looks like {words}"
        return InvalidValue(what, advice="Maybe say it in other words, or give the id of a need")
    near = [f"{one.need} ({STANDARD.need(one.need).words})" for one in answer.candidates]
    what = f"it is not clear which need {words} means"
    return InvalidValue(what, advice=f"Maybe {' or '.join(near)}")
