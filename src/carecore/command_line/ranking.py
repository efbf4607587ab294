"""The command `rank`: who of a pool fits one client, and what stands against the others."""

import argparse
from typing import cast

from carecore.base.reasons import at
from carecore.codec import loads
from carecore.codec.reader import document_value
from carecore.codec.scan import is_json_list, scanned
from carecore.command_line.printing import Answer, shown
from carecore.command_line.reading import all_faults, now, read_file, to_day
from carecore.command_line.statuses import ANSWERED, WARNINGS
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType
from carecore.matching import rank as ranked
from carecore.people import Client, Professional

__all__ = ["rank"]


def rank(options: argparse.Namespace, /) -> Answer:
    """Who of a pool fits one client, in order, and everything that stands against the others.

    .. versionadded:: 0.1
    """
    if options.client == options.pool == "-":
        what = "client and pool cannot both come from standard input"
        raise InvalidValue(what, advice="Maybe name a file for one of them")
    with all_faults() as ask:
        client = ask(_client, options.client)
        pool = ask(_pool, options.pool)
        day = ask(to_day, options.as_of)
    found = ranked(client, pool, role=options.role, as_of=day or now(client.zone).date())
    return Answer(shown(found, options), WARNINGS if found.best is None else ANSWERED)


def _client(file: str, /) -> Client:
    try:
        return loads(read_file(file), Client)
    except CareError as fault:
        raise fault.below("$client") from None


def _pool(file: str, /) -> tuple[Professional, ...]:
    """The professionals of a list, each as `dumps` writes it; every fault says of whom."""
    try:
        listed, fault = scanned(read_file(file))
        if fault is not None:
            raise fault
        if not is_json_list(listed):
            advice = "Maybe put the professionals in brackets: [..., ...]"
            raise WrongType("the pool is no list", advice=advice)
    except CareError as fault:
        raise fault.below("$pool") from None
    people: list[Professional] = []
    faults: list[CareError] = []
    for index, one in enumerate(listed):
        try:
            people.append(cast("Professional", document_value(one, Professional, ())))
        except CareError as refused:
            faults.append(refused.below(at("$pool", index)))
    if faults:
        raise ManyFaults("the pool cannot be read", faults)
    return tuple(people)
