"""What was written is read back: every public class, whatever its values hold."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from carecore.codec import dumps, loads
from carecore.plans import CarePlan
from carecore.testing import plan_of_size, strategies, traveller_plan

from ..codec.not_values import WHY
from ..drawing import at_most
from .public import CLASSES, named

# A plan is long, and a report of a failure may be.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

VALUES = [cls for cls in CLASSES if cls.__name__ not in WHY]
QUICK = settings(
    max_examples=at_most(25), phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.parametrize("cls", VALUES, ids=named)
@QUICK
@given(data=st.data())
def test_a_value_of_every_public_class_is_read_back_and_written_as_before(
    cls: type[Any], data: st.DataObject
) -> None:
    value = data.draw(strategies.values(cls))
    document = dumps(value)

    again = loads(document, cls)

    assert again == value
    assert dumps(again) == document
    assert loads(dumps(value, indent=1).encode(), cls) == value


@settings(QUICK, max_examples=at_most(50))
@given(strategies.plans() | strategies.flawed_plans())
def test_a_plan_is_read_back_whatever_is_wrong_with_it(plan: CarePlan) -> None:
    assert loads(dumps(plan), CarePlan) == plan


@pytest.mark.parametrize("plan", [traveller_plan(), plan_of_size()], ids=repr)
def test_a_plan_that_is_told_is_read_back(plan: CarePlan) -> None:
    assert loads(dumps(plan), CarePlan) == plan
