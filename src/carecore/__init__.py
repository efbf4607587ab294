"""carecore: the domain core for professional care.

Every public name can be had from here, and is loaded on first use:

>>> import carecore as cc
>>> cc.Client(id="c-17")
<Client c-17>

carecore gives information, never orders; it is not a medical device.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carecore.base.amounts import Code, Money
    from carecore.base.calendars import BusinessCalendar, Deadline, DeadlineState, Pause, Window
    from carecore.base.identity import (
        CareSettingId,
        ClientId,
        CredentialId,
        DutyId,
        NeedId,
        OrganizationId,
        PersonId,
        ProfessionalId,
        RepresentativeId,
        RoleId,
        TeamId,
    )
    from carecore.base.jurisdictions import Jurisdiction
    from carecore.base.outline import Outline
    from carecore.base.privacy import PERSONAL, personal_fields
    from carecore.base.reasons import (
        Citation,
        Fact,
        OwnChoice,
        Reason,
        Severity,
        Source,
        Verdict,
        look_up,
    )
    from carecore.base.recurrence import Recurrence
    from carecore.base.timing import Offset, PartialDate, Period
    from carecore.care_settings import (
        CareSetting,
        CareSettingKind,
        Restrictiveness,
        compare_restrictiveness,
    )
    from carecore.catalogue import (
        CARE_MANAGER,
        CASE_MANAGER,
        STANDARD,
        Catalogue,
        FoundNeed,
        FoundRole,
        NeedAnswer,
        NeedMatch,
        TitleAnswer,
        find_needs,
        find_roles,
    )
    from carecore.codec import dumps, loads
    from carecore.credentials import (
        Compact,
        CompactMember,
        Credential,
        CredentialKind,
        HeldCredential,
        Licence,
        licence_holds,
    )
    from carecore.duties import Duty, Frame, FramePart
    from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId, WrongType
    from carecore.matching import (
        Change,
        ChangeKind,
        Check,
        ClientAnswer,
        MissingDuty,
        NeededDuty,
        PanelAdvice,
        PanelRole,
        Reach,
        RecommendedRole,
        RoleAdvice,
        RoleOption,
        RoleSeat,
        Situation,
        SkillGroup,
        Status,
        advise_panel,
        advise_roles,
        reach_of,
    )
    from carecore.needs import Danger, Need
    from carecore.people import (
        Authority,
        Client,
        Leave,
        Membership,
        Organization,
        Professional,
        Representative,
        Team,
    )
    from carecore.roles import (
        Difference,
        EmployerKind,
        Engagement,
        Exclusion,
        Holding,
        PayerKind,
        Role,
        RoleComparison,
        Title,
        TitleConfidence,
        TitleUse,
        compare_roles,
    )

__all__ = [
    "CARE_MANAGER",
    "CASE_MANAGER",
    "PERSONAL",
    "STANDARD",
    "Authority",
    "BusinessCalendar",
    "CareError",
    "CareSetting",
    "CareSettingId",
    "CareSettingKind",
    "Catalogue",
    "Change",
    "ChangeKind",
    "Check",
    "Citation",
    "Client",
    "ClientAnswer",
    "ClientId",
    "Code",
    "Compact",
    "CompactMember",
    "Credential",
    "CredentialId",
    "CredentialKind",
    "Danger",
    "Deadline",
    "DeadlineState",
    "Difference",
    "Duty",
    "DutyId",
    "EmployerKind",
    "Engagement",
    "Exclusion",
    "Fact",
    "FoundNeed",
    "FoundRole",
    "Frame",
    "FramePart",
    "HeldCredential",
    "Holding",
    "InvalidValue",
    "Jurisdiction",
    "Leave",
    "Licence",
    "ManyFaults",
    "Membership",
    "MissingDuty",
    "Money",
    "Need",
    "NeedAnswer",
    "NeedId",
    "NeedMatch",
    "NeededDuty",
    "Offset",
    "Organization",
    "OrganizationId",
    "Outline",
    "OwnChoice",
    "PanelAdvice",
    "PanelRole",
    "PartialDate",
    "Pause",
    "PayerKind",
    "Period",
    "PersonId",
    "Professional",
    "ProfessionalId",
    "Reach",
    "Reason",
    "RecommendedRole",
    "Recurrence",
    "Representative",
    "RepresentativeId",
    "Restrictiveness",
    "Role",
    "RoleAdvice",
    "RoleComparison",
    "RoleId",
    "RoleOption",
    "RoleSeat",
    "Severity",
    "Situation",
    "SkillGroup",
    "Source",
    "Status",
    "Team",
    "TeamId",
    "Title",
    "TitleAnswer",
    "TitleConfidence",
    "TitleUse",
    "UnknownId",
    "Verdict",
    "Window",
    "WrongType",
    "advise_panel",
    "advise_roles",
    "compare_restrictiveness",
    "compare_roles",
    "dumps",
    "find_needs",
    "find_roles",
    "licence_holds",
    "loads",
    "look_up",
    "personal_fields",
    "reach_of",
]

_ROOMS = {
    "carecore.base.amounts": (
        "Code",
        "Money",
    ),
    "carecore.base.calendars": (
        "BusinessCalendar",
        "Deadline",
        "DeadlineState",
        "Pause",
        "Window",
    ),
    "carecore.base.identity": (
        "CareSettingId",
        "ClientId",
        "CredentialId",
        "DutyId",
        "NeedId",
        "OrganizationId",
        "PersonId",
        "ProfessionalId",
        "RepresentativeId",
        "RoleId",
        "TeamId",
    ),
    "carecore.base.jurisdictions": ("Jurisdiction",),
    "carecore.base.outline": ("Outline",),
    "carecore.base.privacy": (
        "PERSONAL",
        "personal_fields",
    ),
    "carecore.base.reasons": (
        "Citation",
        "Fact",
        "OwnChoice",
        "Reason",
        "Severity",
        "Source",
        "Verdict",
        "look_up",
    ),
    "carecore.base.recurrence": ("Recurrence",),
    "carecore.base.timing": (
        "Offset",
        "PartialDate",
        "Period",
    ),
    "carecore.care_settings": (
        "CareSetting",
        "CareSettingKind",
        "Restrictiveness",
        "compare_restrictiveness",
    ),
    "carecore.catalogue": (
        "CARE_MANAGER",
        "CASE_MANAGER",
        "STANDARD",
        "Catalogue",
        "FoundNeed",
        "FoundRole",
        "NeedAnswer",
        "NeedMatch",
        "TitleAnswer",
        "find_needs",
        "find_roles",
    ),
    "carecore.codec": (
        "dumps",
        "loads",
    ),
    "carecore.credentials": (
        "Compact",
        "CompactMember",
        "Credential",
        "CredentialKind",
        "HeldCredential",
        "Licence",
        "licence_holds",
    ),
    "carecore.duties": (
        "Duty",
        "Frame",
        "FramePart",
    ),
    "carecore.errors": (
        "CareError",
        "InvalidValue",
        "ManyFaults",
        "UnknownId",
        "WrongType",
    ),
    "carecore.matching": (
        "Change",
        "ChangeKind",
        "Check",
        "ClientAnswer",
        "MissingDuty",
        "NeededDuty",
        "PanelAdvice",
        "PanelRole",
        "Reach",
        "RecommendedRole",
        "RoleAdvice",
        "RoleOption",
        "RoleSeat",
        "Situation",
        "SkillGroup",
        "Status",
        "advise_panel",
        "advise_roles",
        "reach_of",
    ),
    "carecore.needs": (
        "Danger",
        "Need",
    ),
    "carecore.people": (
        "Authority",
        "Client",
        "Leave",
        "Membership",
        "Organization",
        "Professional",
        "Representative",
        "Team",
    ),
    "carecore.roles": (
        "Difference",
        "EmployerKind",
        "Engagement",
        "Exclusion",
        "Holding",
        "PayerKind",
        "Role",
        "RoleComparison",
        "Title",
        "TitleConfidence",
        "TitleUse",
        "compare_roles",
    ),
}


if not TYPE_CHECKING:  # so that a type checker finds a name that is not there

    def __getattr__(name: str) -> object:
        """The public *name*, out of its room."""
        for room, names in _ROOMS.items():
            if name in names:
                value: object = getattr(import_module(room), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
