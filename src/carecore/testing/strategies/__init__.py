"""Values of every class of the library, for tests with Hypothesis.

`values(Goal)` draws goals as odd as they can be built; `goals()`, and the like for every noun that
people ask for, draws those of our time, and `plans()` a whole plan in which every id leads
somewhere.
Each takes strategies for some of its fields: `clients(setting=st.just("acute_ward"))`.

This room needs Hypothesis: `pip install "carecore[testing]"`.

*Intention*: there is one home for made-up values, and the library is tested with the same ones that
its users get.
"""

from carecore.testing.missing import to_install

try:
    from carecore.testing.strategies.drawing import values
    from carecore.testing.strategies.flaws import flawed_plans
    from carecore.testing.strategies.nouns import (
        activities,
        authorizations,
        clients,
        concerns,
        conditions,
        consents,
        coverages,
        decisions,
        entries,
        events,
        evidence_rules,
        gates,
        goals,
        licences,
        medication_orders,
        milestones,
        observations,
        organizations,
        professionals,
        representatives,
        stages,
        visits,
    )
    from carecore.testing.strategies.registering import register_nouns
    from carecore.testing.strategies.timing import (
        business_calendars,
        days,
        moments,
        offsets,
        partial_dates,
        periods,
        recurrences,
        times,
        weekly_hours,
        windows,
        zones,
    )
    from carecore.testing.strategies.wholes import (
        journeys,
        medication_lists,
        pathways,
        plans,
        records,
        teams,
        timelines,
        transitions,
        views,
    )
    from carecore.testing.strategies.wording import filled_texts, ids, jurisdictions, terms, texts
except ModuleNotFoundError as _missing:
    raise to_install(_missing) from None

__all__ = [
    "activities",
    "authorizations",
    "business_calendars",
    "clients",
    "concerns",
    "conditions",
    "consents",
    "coverages",
    "days",
    "decisions",
    "entries",
    "events",
    "evidence_rules",
    "filled_texts",
    "flawed_plans",
    "gates",
    "goals",
    "ids",
    "journeys",
    "jurisdictions",
    "licences",
    "medication_lists",
    "medication_orders",
    "milestones",
    "moments",
    "observations",
    "offsets",
    "organizations",
    "partial_dates",
    "pathways",
    "periods",
    "plans",
    "professionals",
    "records",
    "recurrences",
    "register_nouns",
    "representatives",
    "stages",
    "teams",
    "terms",
    "texts",
    "timelines",
    "times",
    "transitions",
    "values",
    "views",
    "visits",
    "weekly_hours",
    "windows",
    "zones",
]
