"""Made-up people with whole stories, told kindly."""

from datetime import date
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, filled_text, placed, require_kind
from carecore.base.privacy import PERSONAL
from carecore.base.timing import PartialDate, Period, require_day
from carecore.credentials import Licence
from carecore.people import Authority, Client, Professional, Representative

__all__ = ["Scenario", "older_traveller"]


def _pool(values: tuple[Professional, ...], /) -> tuple[Professional, ...]:
    return each_of(values, Professional)


def _is_client(instance: object, attribute: "Attribute[Client]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, Client, advice="Maybe Client(id='c-1')")


def _is_day(instance: object, attribute: "Attribute[date]", value: object, /) -> None:
    del instance
    require_day(value, name=attribute.name)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Scenario:
    """One story: who it is about, who is in reach, and on which day.

    Attributes:
        title: what it is called.
        story: what happened, in a few sentences; personal.
        client: the person who needs care.
        pool: everybody who could be engaged.
        as_of: the day of the story.

    .. versionadded:: 0.1
    """

    title: str = field(validator=filled_text)
    story: str = field(validator=filled_text, metadata=PERSONAL, repr=False)
    client: Client = field(validator=_is_client)
    pool: tuple[Professional, ...] = field(converter=_pool)
    as_of: date = field(validator=_is_day)


def older_traveller() -> Scenario:
    """An older traveller in a hospital abroad, and three professionals who might help.

    >>> scenario = older_traveller()
    >>> scenario.client.setting, scenario.client.jurisdiction.code
    ('acute_ward', 'PT')

    .. versionadded:: 0.1
    """
    decade = Period(date(2020, 1, 1), date(2030, 1, 1))
    return Scenario(
        title="Act one: whom do we need?",
        story=(
            "Edda Marlow, 81, broke her hip on a holiday in Porto and had it mended there. "
            "She may fly home to Boston next week, if a nurse sits beside her. "
            "Her son and daughter live far away and hear little; the bills are in a language they "
            "cannot read, nobody watches the new medicines, and Edda is losing heart."
        ),
        client=Client(
            id="c-17",
            setting="acute_ward",
            needs=(
                "fly_home_with_nurse",
                "understand_bills",
                "watch_medicines",
                "losing_heart",
                "keep_us_informed",
            ),
            jurisdiction="PT",
            zone="Europe/Lisbon",
            payers=("private_pay",),
            languages=("en",),
            has_decision_capacity=True,
            representatives=(
                Representative(id="r-1", authority=Authority.AGENT, name="Alma Marlow"),
                Representative(id="r-2", authority=Authority.FAMILY, name="Jon Marlow"),
            ),
            name="Edda Marlow",
            birth_date=PartialDate.parse("1945"),
        ),
        pool=(
            Professional(
                id="p-ines",
                roles=("care_manager",),
                licences=(Licence(credential="rn", jurisdiction="PT", period=decade),),
                languages=("pt", "en"),
                jurisdictions=("PT", "US-MA"),
                caseload_limit=12,
                caseload=9,
                name="Ines Amado",
            ),
            Professional(
                id="p-ruth",
                roles=("care_manager",),
                licences=(Licence(credential="lcsw", jurisdiction="US-MA", period=decade),),
                languages=("en",),
                jurisdictions=("US-MA",),
                caseload_limit=20,
                caseload=8,
                name="Ruth Halloran",
            ),
            Professional(
                id="p-colm",
                roles=("case_manager",),
                languages=("en",),
                jurisdictions=("US-MA",),
                weekly_hours=0,
                name="Colm Daly",
            ),
        ),
        as_of=date(2026, 11, 23),
    )
