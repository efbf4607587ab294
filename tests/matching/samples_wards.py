"""One value of every class by which a ward is balanced; the people are made up."""

import attrs

from carecore.matching import ClientAcuity, WardBalance, WardLoad, WardZone, ZoneBalance

ACUITY = ClientAcuity(client_id="c-1", points=42)
LOAD = WardLoad(professional_id="p-1", zone="east", clients=("c-1",), points=42)
BALANCE = ZoneBalance(
    zone="east", staff=1, objective=1764, bound=1760, claimed_by="CP-SAT of OR-tools 9.15"
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    ClientAcuity: ACUITY,
    WardBalance: WardBalance(loads=(LOAD,), zones=(BALANCE,), free=("p-2",), most_points=40),
    WardLoad: LOAD,
    WardZone: WardZone(name="east", clients=(ACUITY,), staff=1),
    ZoneBalance: BALANCE,
}
