"""Agreements between US states by which one state's licence holds in others.

Lists of members change, and the pages that keep them contradict each other: each list here has a
day on which it was last checked, and a member has a day from which it is known to take part.
Before that day the answer is no, even where the member had joined earlier.
"""

from datetime import date
from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.sources import (
    NLC_FAQ,
    NLC_FIRST_STATES,
    NLC_GUAM,
    NLC_LIST_2021,
    NLC_LIST_2024,
    NLC_MAP_2026,
    NLC_MASSACHUSETTS,
    NLC_NURSEZEE_LIST,
    NLC_NURSEZEE_RULES,
    NLC_OFFICIAL,
    NLC_PARTIAL_2025,
    NLC_RESIDENCY_RULE,
    NLC_RHODE_ISLAND,
    NLC_RHODE_ISLAND_SUNSET,
    NLC_START,
    NLC_STATUS_2026,
    NLC_WASHINGTON,
    SWC_EXPLAINER,
    SWC_FIRST_MEETING,
    SWC_MAP,
    SWC_NORTH_DAKOTA,
    SWC_OFFICIAL,
)
from carecore.credentials import Compact, CompactMember

__all__ = ["COMPACTS"]

_START: Final = date(2018, 1, 19)
_LIST_2021: Final = date(2021, 7, 28)
_LIST_2024: Final = date(2024, 6, 30)

_DAYS: Final = OwnChoice(
    "a member whose day is 2021-07-28 or 2024-06-30 was in force by that day: it is the first day "
    "on which a list was read that has it; earlier days are not claimed"
)
_FIRST: Final = OwnChoice(
    "each of the first 26 states takes in and issues from 2018-01-19, the day set for all of them; "
    "a board may have issued its first licences a little later"
)
_RHODE_ISLAND: Final = OwnChoice(
    "Rhode Island's law of 2023-06-24 ends by itself after three years unless it is renewed; no "
    "renewal was read, but a list of 2026-07-02 still has the state, so no end is set: check again"
)
_MARGINS: Final = OwnChoice(
    "Massachusetts and the US Virgin Islands have enacted the compact and are not in force, Guam "
    "takes in and does not issue, as lists of mid-2026 say; one undated page that counts Michigan, "
    "Minnesota and New York as members is not followed"
)
_PENDING: Final = OwnChoice(
    "no member takes in or issues until licences under the compact are known to be given"
)
_KNOWN_MEMBERS: Final = OwnChoice(
    "29 members are named in what was read; 31 are counted, so two are missing"
)


def _since(day: date, states: str, /) -> tuple[CompactMember, ...]:
    return tuple(
        CompactMember(jurisdiction=f"US-{state}", inbound_from=day, issues_from=day)
        for state in states.split()
    )


def _enacted(states: str, /) -> tuple[CompactMember, ...]:
    return tuple(CompactMember(jurisdiction=f"US-{state}") for state in states.split())


_NURSES: Final = (
    *_since(
        _START,
        "AR AZ DE FL GA IA ID KY MD ME MO MS MT NC ND NE NH OK SC SD TN TX UT VA WV WY",
    ),
    *_since(_LIST_2021, "AL CO IN KS LA NM WI"),
    *_since(_LIST_2024, "NJ OH RI VT"),
    *_since(date(2025, 10, 1), "CT"),
    CompactMember(jurisdiction="US-GU", inbound_from=date(2021, 3, 5)),
    CompactMember(
        jurisdiction="US-PA", inbound_from=date(2023, 9, 5), issues_from=date(2025, 7, 7)
    ),
    CompactMember(
        jurisdiction="US-WA", inbound_from=date(2023, 7, 24), issues_from=date(2024, 1, 31)
    ),
    *_enacted("MA VI"),
)

_SOCIAL_WORKERS: Final = _enacted(
    "AL AR AZ CO CT DE GA IA KS KY LA MD ME MN MO MS NC ND NE NH NJ OH RI SD TN UT VA VT WA"
)


def _by_code(member: CompactMember, /) -> str:
    return member.jurisdiction.code


COMPACTS: Final = (
    Compact(
        id="nurse_licensure_compact",
        name="Nurse Licensure Compact",
        credentials=("rn", "lpn"),
        members=sorted(_NURSES, key=_by_code),
        as_of=date(2026, 7, 2),
        sources=(
            NLC_MAP_2026,
            NLC_STATUS_2026,
            NLC_NURSEZEE_LIST,
            NLC_LIST_2024,
            NLC_LIST_2021,
            NLC_START,
            NLC_FIRST_STATES,
            NLC_NURSEZEE_RULES,
            NLC_RESIDENCY_RULE,
            NLC_FAQ,
            NLC_WASHINGTON,
            NLC_GUAM,
            NLC_PARTIAL_2025,
            NLC_MASSACHUSETTS,
            NLC_RHODE_ISLAND,
            NLC_RHODE_ISLAND_SUNSET,
            NLC_OFFICIAL,
            _FIRST,
            _DAYS,
            _MARGINS,
            _RHODE_ISLAND,
        ),
    ),
    Compact(
        id="social_work_compact",
        name="Social Work Licensure Compact",
        credentials=("lsw", "lcsw"),
        members=_SOCIAL_WORKERS,
        as_of=date(2026, 1, 1),
        sources=(
            SWC_EXPLAINER,
            SWC_NORTH_DAKOTA,
            SWC_FIRST_MEETING,
            SWC_OFFICIAL,
            SWC_MAP,
            _KNOWN_MEMBERS,
            _PENDING,
        ),
    ),
)
"""The nurses' compact, then the social workers', of which no licence is given yet.

.. versionadded:: 0.1
"""
