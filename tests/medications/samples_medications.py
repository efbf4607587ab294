"""One value of every class of the room, with as much filled in as goes."""

from datetime import UTC, date, datetime

import attrs

from carecore.base.amounts import Code, Quantity
from carecore.base.reasons import Citation, Fact, OwnChoice
from carecore.base.timing import Period
from carecore.medications import (
    ListChangeKind,
    Medication,
    MedicationChange,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
    Reconciliation,
    ReconciliationStep,
)

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CODE = Code(system="https://example.org/substances", code="4603", label="furosemide")
SOURCES = (
    Citation(authority="the ministry", section="part 2", edition="2025", as_of=DAY, verified=False),
    OwnChoice("codes come before names"),
)

MEDICATION = Medication(
    id="m-1",
    substance="furosemide",
    code=CODE,
    dose=Quantity("40", "mg"),
    route="by_mouth",
    times_a_day=1,
    as_needed=False,
    frequency="in the morning",
    purpose="swollen_legs",
    status=MedicationStatus.ACTIVE,
    period=Period(date(2026, 1, 1), date(2027, 1, 1)),
    is_over_the_counter=False,
    prescriber="p-9",
    note="she calls it the water tablet",
)
MEDICATION_LIST = MedicationList(
    id="l-1",
    client_id="c-17",
    taken_at=MOMENT,
    setting="home",
    is_complete=True,
    medications=(MEDICATION,),
)
ORDER = MedicationOrder(
    id="o-1",
    action=OrderAction.CHANGE,
    substance="furosemide",
    code=CODE,
    by="p-9",
    at=MOMENT,
    because="swollen_legs",
    note="asked by her son",
)
CHANGE = MedicationChange(
    kind=ListChangeKind.CHANGED,
    substance="furosemide",
    before="m-1",
    after="m-2",
    differences=(Fact(name="dose", seen=("40 mg", "80 mg"), place="$.medications[0].dose"),),
    not_stated=("route",),
    doubled_before=("m-3",),
    doubled_after=("m-4",),
    order="o-1",
    against="o-2",
    is_explained=True,
)
RECONCILIATION = Reconciliation(
    before="l-1",
    after="l-2",
    client_id="c-17",
    continued=(
        MedicationChange(kind=ListChangeKind.CONTINUED, substance="ramipril", before="m-5"),
    ),
    new=(MedicationChange(kind=ListChangeKind.NEW, substance="apixaban", after="m-6"),),
    stopped=(MedicationChange(kind=ListChangeKind.STOPPED, substance="ibuprofen", before="m-7"),),
    changed=(CHANGE,),
    unmatched_orders=("o-3",),
    incomplete=("l-1",),
    sources=SOURCES,
)
STEP = ReconciliationStep(id="compare", description="compare the lists", sources=SOURCES)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value
    for value in (MEDICATION, MEDICATION_LIST, ORDER, CHANGE, RECONCILIATION, STEP)
}
