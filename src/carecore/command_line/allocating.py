"""The command `allocate`: who gets whom, all clients at once, and who waits for what."""

import argparse
from typing import cast

from carecore.codec.reader import document_value
from carecore.codec.scan import is_json_list
from carecore.command_line.lists import (
    plain_document,
    read_list,
    require_one_typed,
    values_of,
)
from carecore.command_line.policies import policy_named
from carecore.command_line.printing import Answer, shown
from carecore.command_line.reading import all_faults, now, read_file, to_day
from carecore.command_line.statuses import ANSWERED, WARNINGS
from carecore.errors import CareError, InvalidValue
from carecore.matching import Allocation, Bond
from carecore.matching import allocate as allocated
from carecore.people import Client, Professional

__all__ = ["allocate"]


def allocate(options: argparse.Namespace, /) -> Answer:
    """Who gets whom, so that all together costs least, and who waits for what.

    .. versionadded:: 0.1
    """
    files = {name: getattr(options, name) for name in ("clients", "pool", "previous")}
    require_one_typed(files)
    about = {
        "--caseloads-hold-previous": options.caseloads_hold_previous,
        "--most-changes": options.most_changes is not None,
    }
    given = [name for name, is_given in about.items() if is_given]
    if given and options.previous is None:
        verb = "is" if len(given) == 1 else "are"
        what = f"{' and '.join(given)} {verb} given, and nobody says who had whom"
        raise InvalidValue(what, advice="Maybe add --previous FILE")
    with all_faults() as ask:
        clients = ask(read_list, options.clients, Client, name="clients", members="clients")
        pool = ask(read_list, options.pool, Professional, name="pool", members="professionals")
        previous = ask(_previous, options.previous)
        day = ask(to_day, options.as_of)
    policy = policy_named(options.policy)
    found = allocated(
        clients,
        pool,
        role=options.role,
        policy=policy.admitting(*policy.hard) if options.unknown == "admits" else policy,
        as_of=day or now(None).date(),
        previous=previous,
        caseloads_hold_previous=options.caseloads_hold_previous,
        most_changes=options.most_changes,
    )
    return Answer(shown(found, options), WARNINGS if found.unplaced else ANSWERED)


def _previous(file: str | None, /) -> Allocation | tuple[Bond, ...] | None:
    """Who had whom: an allocation, or a list of bonds."""
    if file is None:
        return None
    try:
        plain = plain_document(read_file(file))
        if not is_json_list(plain):
            return cast("Allocation", document_value(plain, Allocation, ()))
    except CareError as fault:
        raise fault.below("$previous") from None
    return values_of(plain, Bond, name="previous", members="bonds")
