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
    from carecore.assessments import (
        FOUR_AT,
        HOSPITAL_2013,
        HOSPITAL_2016,
        HOSPITAL_SIMPLIFIED,
        KATZ,
        LACE,
        PHQ_2,
        PHQ_9,
        SCORE_TOOLS,
        Comorbidity,
        HospitalVariant,
        LosConvention,
        Score,
        ScoreBand,
        ScoreItem,
        ScorePart,
        ScoreSeries,
        ScoreTool,
        ScoreTrend,
        Trend,
        add_up,
        count_stay,
        hospital_score,
        lace,
        read_series,
        score_tool,
    )
    from carecore.base.amounts import Code, Money, Quantity
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
    from carecore.base.moments import When
    from carecore.base.outline import Outline
    from carecore.base.plan_ids import (
        ActivityId,
        ConcernId,
        DecisionId,
        DomainId,
        GateId,
        GoalId,
        MilestoneId,
        PathwayId,
        PlanId,
        StageId,
        TransitionId,
        VisitId,
    )
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
    from carecore.base.record_ids import (
        AuthorizationId,
        ConsentId,
        CoverageId,
        EntryId,
        JourneyId,
        LegId,
        MedicationId,
        RightId,
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
    from carecore.codec import dumps, json_schema, loads
    from carecore.coverage import (
        Authorization,
        AuthorizationStatus,
        Coverage,
        Pace,
        UnitsLeft,
        UnitsUsed,
        units_left,
    )
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
    from carecore.errors import (
        CareError,
        FindingsFound,
        IllegalMove,
        InvalidValue,
        ManyFaults,
        UnknownId,
        WrongType,
    )
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
    from carecore.medications import (
        RECONCILIATION_STEPS,
        ListChangeKind,
        Medication,
        MedicationChange,
        MedicationList,
        MedicationOrder,
        MedicationStatus,
        OrderAction,
        Reconciliation,
        ReconciliationStep,
        is_same_substance,
        reconcile_medications,
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
    from carecore.plans import (
        Achievement,
        Activity,
        ActivityStatus,
        CarePlan,
        Concern,
        Contact,
        DifferenceKind,
        Domain,
        Goal,
        GoalStatus,
        PlanDiff,
        PlanDifference,
        PlanStatus,
        Revision,
        Stage,
        Target,
        Visit,
        WorkChange,
        WorkKind,
        WorkStep,
        compare_plans,
        revise,
    )
    from carecore.record import (
        Certainty,
        Comparison,
        Condition,
        ConditionSign,
        ConditionStatus,
        Entry,
        Event,
        EventKind,
        EventOutcome,
        EventSign,
        Evidence,
        EvidenceRule,
        Observation,
        ObservationSign,
        ObservationValue,
        Record,
        Sign,
        weigh,
    )
    from carecore.recovery import (
        Conflict,
        ConflictKind,
        EvidenceGrade,
        Help,
        HelpfulMilestone,
        Link,
        Milestone,
        MilestoneState,
        Pathway,
        Schedule,
        ScheduledMilestone,
        Timeline,
        TrackedMilestone,
        Tracking,
        Waiver,
        schedule,
        track,
        what_would_help,
    )
    from carecore.review import (
        DeadlineList,
        DomainCover,
        DomainsCovered,
        DomainStanding,
        DutyHolder,
        DutyLedger,
        LedgerEntry,
        LedgerStanding,
        PlanView,
        Readiness,
        TravelCheck,
        TravelRow,
        check_readiness,
        check_travel,
        domains_covered,
        duty_ledger,
        find_deadlines,
    )
    from carecore.rights import (
        Acknowledgement,
        Consent,
        ConsentScope,
        Decision,
        Right,
        TimeLimit,
        acknowledged,
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
    from carecore.rulebook import STANDARD_RULES, validate
    from carecore.transitions import (
        TRANSITION_TABLE,
        Clock,
        ClockKind,
        ClockReading,
        ClockStart,
        ClockState,
        Gate,
        GateStanding,
        GateState,
        LegalMove,
        Move,
        MoveOption,
        MoveRecord,
        Override,
        Party,
        StartBasis,
        Transition,
        TransitionState,
        advance,
        gates_for,
        history_faults,
        legal_moves,
        read_clock,
        replay,
        stay_began,
        weigh_gate,
    )
    from carecore.travel import (
        BatteryRule,
        CautionFound,
        CertificateRule,
        Clearance,
        DayLimit,
        DayLimitAnswer,
        DayLimitReading,
        EquipmentItem,
        EscortLevel,
        EscortRung,
        FitnessStatement,
        FlightCaution,
        FlightTiming,
        Journey,
        Leg,
        NeededEscort,
        NoticeNeeded,
        NoticeRule,
        PowerCheck,
        TravelMode,
        TravelNeed,
        check_certificate,
        check_day_limits,
        check_power,
        needed_escort,
        notices_needed,
    )
    from carecore.validation import (
        Finding,
        OutcomeKind,
        Remark,
        Report,
        ReportDiff,
        Rule,
        RuleOutcome,
        RulePage,
        RuleSet,
        RuleView,
        rule,
    )


__all__ = [
    "CARE_MANAGER",
    "CASE_MANAGER",
    "FOUR_AT",
    "HOSPITAL_2013",
    "HOSPITAL_2016",
    "HOSPITAL_SIMPLIFIED",
    "KATZ",
    "LACE",
    "PERSONAL",
    "PHQ_2",
    "PHQ_9",
    "RECONCILIATION_STEPS",
    "SCORE_TOOLS",
    "STANDARD",
    "STANDARD_RULES",
    "TRANSITION_TABLE",
    "Achievement",
    "Acknowledgement",
    "Activity",
    "ActivityId",
    "ActivityStatus",
    "Authority",
    "Authorization",
    "AuthorizationId",
    "AuthorizationStatus",
    "BatteryRule",
    "BusinessCalendar",
    "CareError",
    "CarePlan",
    "CareSetting",
    "CareSettingId",
    "CareSettingKind",
    "Catalogue",
    "CautionFound",
    "Certainty",
    "CertificateRule",
    "Change",
    "ChangeKind",
    "Check",
    "Citation",
    "Clearance",
    "Client",
    "ClientAnswer",
    "ClientId",
    "Clock",
    "ClockKind",
    "ClockReading",
    "ClockStart",
    "ClockState",
    "Code",
    "Comorbidity",
    "Compact",
    "CompactMember",
    "Comparison",
    "Concern",
    "ConcernId",
    "Condition",
    "ConditionSign",
    "ConditionStatus",
    "Conflict",
    "ConflictKind",
    "Consent",
    "ConsentId",
    "ConsentScope",
    "Contact",
    "Coverage",
    "CoverageId",
    "Credential",
    "CredentialId",
    "CredentialKind",
    "Danger",
    "DayLimit",
    "DayLimitAnswer",
    "DayLimitReading",
    "Deadline",
    "DeadlineList",
    "DeadlineState",
    "Decision",
    "DecisionId",
    "Difference",
    "DifferenceKind",
    "Domain",
    "DomainCover",
    "DomainId",
    "DomainStanding",
    "DomainsCovered",
    "Duty",
    "DutyHolder",
    "DutyId",
    "DutyLedger",
    "EmployerKind",
    "Engagement",
    "Entry",
    "EntryId",
    "EquipmentItem",
    "EscortLevel",
    "EscortRung",
    "Event",
    "EventKind",
    "EventOutcome",
    "EventSign",
    "Evidence",
    "EvidenceGrade",
    "EvidenceRule",
    "Exclusion",
    "Fact",
    "Finding",
    "FindingsFound",
    "FitnessStatement",
    "FlightCaution",
    "FlightTiming",
    "FoundNeed",
    "FoundRole",
    "Frame",
    "FramePart",
    "Gate",
    "GateId",
    "GateStanding",
    "GateState",
    "Goal",
    "GoalId",
    "GoalStatus",
    "HeldCredential",
    "Help",
    "HelpfulMilestone",
    "Holding",
    "HospitalVariant",
    "IllegalMove",
    "InvalidValue",
    "Journey",
    "JourneyId",
    "Jurisdiction",
    "Leave",
    "LedgerEntry",
    "LedgerStanding",
    "Leg",
    "LegId",
    "LegalMove",
    "Licence",
    "Link",
    "ListChangeKind",
    "LosConvention",
    "ManyFaults",
    "Medication",
    "MedicationChange",
    "MedicationId",
    "MedicationList",
    "MedicationOrder",
    "MedicationStatus",
    "Membership",
    "Milestone",
    "MilestoneId",
    "MilestoneState",
    "MissingDuty",
    "Money",
    "Move",
    "MoveOption",
    "MoveRecord",
    "Need",
    "NeedAnswer",
    "NeedId",
    "NeedMatch",
    "NeededDuty",
    "NeededEscort",
    "NoticeNeeded",
    "NoticeRule",
    "Observation",
    "ObservationSign",
    "ObservationValue",
    "Offset",
    "OrderAction",
    "Organization",
    "OrganizationId",
    "OutcomeKind",
    "Outline",
    "Override",
    "OwnChoice",
    "Pace",
    "PanelAdvice",
    "PanelRole",
    "PartialDate",
    "Party",
    "Pathway",
    "PathwayId",
    "Pause",
    "PayerKind",
    "Period",
    "PersonId",
    "PlanDiff",
    "PlanDifference",
    "PlanId",
    "PlanStatus",
    "PlanView",
    "PowerCheck",
    "Professional",
    "ProfessionalId",
    "Quantity",
    "Reach",
    "Readiness",
    "Reason",
    "RecommendedRole",
    "Reconciliation",
    "ReconciliationStep",
    "Record",
    "Recurrence",
    "Remark",
    "Report",
    "ReportDiff",
    "Representative",
    "RepresentativeId",
    "Restrictiveness",
    "Revision",
    "Right",
    "RightId",
    "Role",
    "RoleAdvice",
    "RoleComparison",
    "RoleId",
    "RoleOption",
    "RoleSeat",
    "Rule",
    "RuleOutcome",
    "RulePage",
    "RuleSet",
    "RuleView",
    "Schedule",
    "ScheduledMilestone",
    "Score",
    "ScoreBand",
    "ScoreItem",
    "ScorePart",
    "ScoreSeries",
    "ScoreTool",
    "ScoreTrend",
    "Severity",
    "Sign",
    "Situation",
    "SkillGroup",
    "Source",
    "Stage",
    "StageId",
    "StartBasis",
    "Status",
    "Target",
    "Team",
    "TeamId",
    "TimeLimit",
    "Timeline",
    "Title",
    "TitleAnswer",
    "TitleConfidence",
    "TitleUse",
    "TrackedMilestone",
    "Tracking",
    "Transition",
    "TransitionId",
    "TransitionState",
    "TravelCheck",
    "TravelMode",
    "TravelNeed",
    "TravelRow",
    "Trend",
    "UnitsLeft",
    "UnitsUsed",
    "UnknownId",
    "Verdict",
    "Visit",
    "VisitId",
    "Waiver",
    "When",
    "Window",
    "WorkChange",
    "WorkKind",
    "WorkStep",
    "WrongType",
    "acknowledged",
    "add_up",
    "advance",
    "advise_panel",
    "advise_roles",
    "check_certificate",
    "check_day_limits",
    "check_power",
    "check_readiness",
    "check_travel",
    "compare_plans",
    "compare_restrictiveness",
    "compare_roles",
    "count_stay",
    "domains_covered",
    "dumps",
    "duty_ledger",
    "find_deadlines",
    "find_needs",
    "find_roles",
    "gates_for",
    "history_faults",
    "hospital_score",
    "is_same_substance",
    "json_schema",
    "lace",
    "legal_moves",
    "licence_holds",
    "loads",
    "look_up",
    "needed_escort",
    "notices_needed",
    "personal_fields",
    "reach_of",
    "read_clock",
    "read_series",
    "reconcile_medications",
    "replay",
    "revise",
    "rule",
    "schedule",
    "score_tool",
    "stay_began",
    "track",
    "units_left",
    "validate",
    "weigh",
    "weigh_gate",
    "what_would_help",
]

_ROOMS = {
    "carecore.assessments": (
        "FOUR_AT HOSPITAL_2013 HOSPITAL_2016 HOSPITAL_SIMPLIFIED KATZ LACE PHQ_2 PHQ_9 "
        "SCORE_TOOLS Comorbidity HospitalVariant LosConvention Score ScoreBand "
        "ScoreItem ScorePart ScoreSeries ScoreTool ScoreTrend Trend add_up count_stay "
        "hospital_score lace read_series score_tool"
    ),
    "carecore.base.amounts": "Code Money Quantity",
    "carecore.base.calendars": "BusinessCalendar Deadline DeadlineState Pause Window",
    "carecore.base.identity": (
        "CareSettingId ClientId CredentialId DutyId NeedId OrganizationId PersonId "
        "ProfessionalId RepresentativeId RoleId TeamId"
    ),
    "carecore.base.jurisdictions": "Jurisdiction",
    "carecore.base.moments": "When",
    "carecore.base.outline": "Outline",
    "carecore.base.plan_ids": (
        "ActivityId ConcernId DecisionId DomainId GateId GoalId MilestoneId PathwayId "
        "PlanId StageId TransitionId VisitId"
    ),
    "carecore.base.privacy": "PERSONAL personal_fields",
    "carecore.base.reasons": ("Citation Fact OwnChoice Reason Severity Source Verdict look_up"),
    "carecore.base.record_ids": (
        "AuthorizationId ConsentId CoverageId EntryId JourneyId LegId MedicationId RightId"
    ),
    "carecore.base.recurrence": "Recurrence",
    "carecore.base.timing": "Offset PartialDate Period",
    "carecore.care_settings": (
        "CareSetting CareSettingKind Restrictiveness compare_restrictiveness"
    ),
    "carecore.catalogue": (
        "CARE_MANAGER CASE_MANAGER STANDARD Catalogue FoundNeed FoundRole NeedAnswer "
        "NeedMatch TitleAnswer find_needs find_roles"
    ),
    "carecore.codec": "dumps json_schema loads",
    "carecore.coverage": (
        "Authorization AuthorizationStatus Coverage Pace UnitsLeft UnitsUsed units_left"
    ),
    "carecore.credentials": (
        "Compact CompactMember Credential CredentialKind HeldCredential Licence licence_holds"
    ),
    "carecore.duties": "Duty Frame FramePart",
    "carecore.errors": (
        "CareError FindingsFound IllegalMove InvalidValue ManyFaults UnknownId WrongType"
    ),
    "carecore.matching": (
        "Change ChangeKind Check ClientAnswer MissingDuty NeededDuty PanelAdvice "
        "PanelRole Reach RecommendedRole RoleAdvice RoleOption RoleSeat Situation "
        "SkillGroup Status advise_panel advise_roles reach_of"
    ),
    "carecore.medications": (
        "RECONCILIATION_STEPS ListChangeKind Medication MedicationChange MedicationList "
        "MedicationOrder MedicationStatus OrderAction Reconciliation ReconciliationStep "
        "is_same_substance reconcile_medications"
    ),
    "carecore.needs": "Danger Need",
    "carecore.people": (
        "Authority Client Leave Membership Organization Professional Representative Team"
    ),
    "carecore.plans": (
        "Achievement Activity ActivityStatus CarePlan Concern Contact DifferenceKind "
        "Domain Goal GoalStatus PlanDiff PlanDifference PlanStatus Revision Stage "
        "Target Visit WorkChange WorkKind WorkStep compare_plans revise"
    ),
    "carecore.record": (
        "Certainty Comparison Condition ConditionSign ConditionStatus Entry Event "
        "EventKind EventOutcome EventSign Evidence EvidenceRule Observation "
        "ObservationSign ObservationValue Record Sign weigh"
    ),
    "carecore.recovery": (
        "Conflict ConflictKind EvidenceGrade Help HelpfulMilestone Link Milestone "
        "MilestoneState Pathway Schedule ScheduledMilestone Timeline TrackedMilestone "
        "Tracking Waiver schedule track what_would_help"
    ),
    "carecore.review": (
        "DeadlineList DomainCover DomainStanding DomainsCovered DutyHolder DutyLedger "
        "LedgerEntry LedgerStanding PlanView Readiness TravelCheck TravelRow "
        "check_readiness check_travel domains_covered duty_ledger find_deadlines"
    ),
    "carecore.rights": (
        "Acknowledgement Consent ConsentScope Decision Right TimeLimit acknowledged"
    ),
    "carecore.roles": (
        "Difference EmployerKind Engagement Exclusion Holding PayerKind Role "
        "RoleComparison Title TitleConfidence TitleUse compare_roles"
    ),
    "carecore.rulebook": "STANDARD_RULES validate",
    "carecore.transitions": (
        "TRANSITION_TABLE Clock ClockKind ClockReading ClockStart ClockState Gate "
        "GateStanding GateState LegalMove Move MoveOption MoveRecord Override Party "
        "StartBasis Transition TransitionState advance gates_for history_faults "
        "legal_moves read_clock replay stay_began weigh_gate"
    ),
    "carecore.travel": (
        "BatteryRule CautionFound CertificateRule Clearance DayLimit DayLimitAnswer "
        "DayLimitReading EquipmentItem EscortLevel EscortRung FitnessStatement "
        "FlightCaution FlightTiming Journey Leg NeededEscort NoticeNeeded NoticeRule "
        "PowerCheck TravelMode TravelNeed check_certificate check_day_limits "
        "check_power needed_escort notices_needed"
    ),
    "carecore.validation": (
        "Finding OutcomeKind Remark Report ReportDiff Rule RuleOutcome RulePage RuleSet "
        "RuleView rule"
    ),
}


if not TYPE_CHECKING:  # so that a type checker finds a name that is not there

    def __getattr__(name: str) -> object:
        """The public *name*, out of its room."""
        for room, names in _ROOMS.items():
            if name in names.split():
                value: object = getattr(import_module(room), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
