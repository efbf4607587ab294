"""What the tests of documents draw: values from the one home of them, and JSON of any kind."""

from attrs import AttrsInstance
from hypothesis import strategies as st

from carecore.base.amounts import Money
from carecore.base.reasons import Reason
from carecore.base.timing import Offset, PartialDate, Period
from carecore.credentials import Licence
from carecore.needs import Need
from carecore.people import Client, Organization, Professional, Team
from carecore.roles import Role
from carecore.testing import strategies

WORDS = strategies.texts()
ZONES = strategies.zones()
JURISDICTIONS = strategies.jurisdictions()
DAYS = strategies.days()
MOMENTS = strategies.moments()
PARTIAL_DATES = strategies.partial_dates()
OFFSETS = strategies.offsets()
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)

_KINDS: tuple[type[AttrsInstance], ...] = (
    *(Client, Professional, Team, Organization, Licence, Money, Period, PartialDate, Offset),
    *(Role, Need, Reason),
)
VALUES: dict[str, st.SearchStrategy[AttrsInstance]] = {
    kind.__name__: strategies.values(kind) for kind in _KINDS
}

KEYS = (
    *("$type", "$schema", "$value", "id", "name", "needs", "zone", "birth_date", "key", "later"),
    *("representatives", "authority", "period", "start", "memberships", "professionals", "pair"),
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["c-1", "acute_ward", "US-MA", "2026-03-01", "Europe/Berlin", "agent"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS) | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
