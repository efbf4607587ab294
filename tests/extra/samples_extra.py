"""One value of each class of `carecore.extra`."""

import attrs

from carecore.extra.fhir import Element, Fault, Imported, Loss, WriteLoss, Written
from carecore.extra.solvers import CpSatBalance
from carecore.people import Client

LOSS = Loss("$[0].active", True, resource="Patient", start=4)
FAULT = Fault("$[0].birthDate", "it is text that is no day", advice="Maybe '1948'", raw="soon")
WRITE_LOSS = WriteLoss("$.stages", "CarePlan/plan-1")

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(one): one
    for one in (
        CpSatBalance(work=5),
        Element("Goal.lifecycleStatus", "Goal.status", note="as it is"),
        LOSS,
        FAULT,
        Imported(clients=(Client(id="Patient/1"),), losses=(LOSS,), faults=(FAULT,)),
        WRITE_LOSS,
        Written(version="R4", text="{}", count=0, losses=(WRITE_LOSS,)),
    )
}
