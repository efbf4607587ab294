"""The table of elements: it stands on its page as it is, and names what there is."""

from collections import Counter

import attrs
import pytest

import carecore
from carecore.extra.fhir import ELEMENTS, Element
from carecore.extra.fhir.mapping import READERS

from .mapping_table import HEADING, PAGE, tables


def test_the_page_has_the_table() -> None:
    # Where it differs: python -m tests.extra.fhir.mapping_table
    assert PAGE.read_text(encoding="utf-8").partition(HEADING)[2] == tables()


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.path)
def test_an_element_becomes_a_class_or_a_field_that_there_is(element: Element) -> None:
    name, _, field = element.to.partition(".")
    fields = {one.name for one in attrs.fields(getattr(carecore, name))}

    assert not field or field in fields


def test_no_element_stands_twice() -> None:
    assert [
        path for path, number in Counter(one.path for one in ELEMENTS).items() if number > 1
    ] == []


def test_every_resource_that_is_read_has_its_elements() -> None:
    types = {one.path.partition(".")[0] for one in ELEMENTS}

    # What STU3 calls a request for a service has those of ServiceRequest.
    assert READERS.keys() - types == {"ProcedureRequest"}
    assert types - READERS.keys() == set()
