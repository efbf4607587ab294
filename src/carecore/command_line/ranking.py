"""The command `rank`: who of a pool fits one client, and what stands against the others."""

import argparse

from carecore.codec import loads
from carecore.command_line.lists import read_list, require_one_typed
from carecore.command_line.policies import policy_named
from carecore.command_line.printing import Answer, shown
from carecore.command_line.reading import all_faults, now, read_file, to_day
from carecore.command_line.statuses import ANSWERED, WARNINGS
from carecore.errors import CareError
from carecore.matching import rank as ranked
from carecore.people import Client, Professional

__all__ = ["rank"]


def rank(options: argparse.Namespace, /) -> Answer:
    """Who of a pool fits one client, in order, and everything that stands against the others.

    .. versionadded:: 0.1
    """
    require_one_typed({"client": options.client, "pool": options.pool})
    with all_faults() as ask:
        client = ask(_client, options.client)
        pool = ask(read_list, options.pool, Professional, name="pool", members="professionals")
        day = ask(to_day, options.as_of)
    found = ranked(
        client,
        pool,
        role=options.role,
        policy=policy_named(options.policy),
        as_of=day or now(client.zone).date(),
    )
    return Answer(shown(found, options), WARNINGS if found.best is None else ANSWERED)


def _client(file: str, /) -> Client:
    try:
        return loads(read_file(file), Client)
    except CareError as fault:
        raise fault.below("$client") from None
