"""Those who could be engaged for the traveller; all of them are made up."""

from datetime import date
from typing import Final

from carecore.base.timing import Period
from carecore.credentials import HeldCredential, Licence
from carecore.people import Leave, Professional
from carecore.roles import EmployerKind
from carecore.testing.traveller.people import team

__all__ = ["traveller_pool"]

_DECADE: Final = Period(date(2020, 1, 1), date(2030, 1, 1))
_PLACES: Final = ("PT", "US-MA")
_SETTINGS: Final = ("acute_ward", "irf", "transport_air")
_NURSE: Final = (
    Licence(credential="rn", jurisdiction="PT", period=_DECADE),
    Licence(credential="rn", jurisdiction="US-MA", period=_DECADE),
)


def traveller_pool() -> tuple[Professional, ...]:
    """Everybody who could be engaged for the traveller, as of 24 November 2026.

    As her care manager two of them fit, one is undecided, and the others do not fit, each for
    reasons of their own; as the nurse who escorts her, one of the others fits.

    >>> [professional.id for professional in traveller_pool()[:3]]
    ['p-ines', 'p-lucia', 'p-joana']

    .. versionadded:: 0.1
    """
    return (
        *(one for one in team().professionals if one.id == "p-ines"),
        Professional(
            id="p-lucia",
            roles=("care_manager",),
            licences=_NURSE,
            credentials=(HeldCredential(credential="cmc", period=_DECADE),),
            languages=("pt", "es", "en"),
            settings=_SETTINGS,
            jurisdictions=_PLACES,
            employer=EmployerKind.PRIVATE_AGENCY,
            weekly_hours=30,
            caseload_limit=15,
            caseload=11,
            name="Lucia Ferraz",
        ),
        # She would do, if only somebody asked her which languages she speaks.
        Professional(
            id="p-joana",
            roles=("care_manager",),
            licences=_NURSE,
            settings=_SETTINGS,
            jurisdictions=_PLACES,
            employer=EmployerKind.CLIENT,
            weekly_hours=20,
            caseload_limit=10,
            caseload=4,
            name="Joana Pires",
        ),
        # Her licence in Portugal has run out.
        Professional(
            id="p-ruth",
            roles=("care_manager",),
            licences=(
                Licence(
                    credential="rn",
                    jurisdiction="PT",
                    period=Period(date(2020, 1, 1), date(2026, 11, 1)),
                ),
                Licence(credential="rn", jurisdiction="US-MA", period=_DECADE),
            ),
            languages=("en",),
            settings=_SETTINGS,
            jurisdictions=_PLACES,
            employer=EmployerKind.CLIENT,
            weekly_hours=35,
            caseload_limit=20,
            caseload=8,
            name="Ruth Halloran",
        ),
        # He is away, and back on 7 December.
        Professional(
            id="p-omar",
            roles=("care_manager",),
            licences=_NURSE,
            credentials=(),
            languages=("en", "ar"),
            settings=_SETTINGS,
            jurisdictions=_PLACES,
            employer=EmployerKind.CLIENT,
            weekly_hours=35,
            caseload_limit=20,
            caseload=3,
            leave=(Leave(Period(date(2026, 11, 16), date(2026, 12, 7))),),
            name="Omar Benali",
        ),
        # She has no room for two points more, does not travel, and they share no language.
        Professional(
            id="p-bea",
            roles=("care_manager",),
            licences=_NURSE,
            languages=("pt",),
            settings=("acute_ward",),
            jurisdictions=("PT",),
            employer=EmployerKind.CLIENT,
            weekly_hours=40,
            caseload_limit=12,
            caseload=12,
            name="Beatriz Nogueira",
        ),
        # He holds no cases because he has no hours: absent is not idle.
        Professional(
            id="p-colm",
            roles=("care_manager",),
            licences=_NURSE,
            languages=("en",),
            settings=_SETTINGS,
            jurisdictions=_PLACES,
            employer=EmployerKind.CLIENT,
            weekly_hours=0,
            caseload_limit=20,
            caseload=0,
            name="Colm Daly",
        ),
        # She decides for the traveller if need be, and so does not work for her.
        Professional(
            id="r-1",
            roles=("care_manager",),
            licences=_NURSE,
            languages=("en",),
            settings=_SETTINGS,
            jurisdictions=_PLACES,
            employer=EmployerKind.CLIENT,
            weekly_hours=10,
            caseload_limit=3,
            caseload=0,
            name="Alma Marlow",
        ),
        # He escorts people on flights, and manages no care.
        Professional(
            id="p-samir",
            roles=("medical_escort_nurse",),
            licences=_NURSE,
            credentials=(HeldCredential(credential="cfrn", period=_DECADE),),
            languages=("en", "fr"),
            settings=("acute_ward", "transport_air"),
            jurisdictions=_PLACES,
            employer=EmployerKind.TRANSPORT_OPERATOR,
            weekly_hours=24,
            caseload_limit=6,
            caseload=1,
            name="Samir Laroche",
        ),
    )
