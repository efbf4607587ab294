"""Nothing automatic shows what is personal, and every class of the house is built alike."""

import inspect
import pkgutil
import re
import traceback
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import carecore
from carecore.base.outline import Faces
from carecore.base.privacy import personal_fields
from carecore.base.timing import PartialDate
from carecore.catalogue import find_needs, find_roles
from carecore.credentials import Licence
from carecore.errors import CareError, described
from carecore.matching import advise_panel, advise_roles
from carecore.people import Client, Gender, Professional, Representative, Team
from carecore.roles import compare_roles
from carecore.testing import Scenario

from .extra import samples_extra
from .samples import CATALOGUE, DAY, MEMBERSHIP, ROLE, changed
from .samples import SAMPLES as IN_FRONT

MARKERS = st.from_regex(r"Zq[a-z]{6}", fullmatch=True)
BIRTH = PartialDate(1903, 7, 19)
# A date reads year first; the verbs put a client, the team and the pool in this order.
POSITIONAL = {"PartialDate", "Situation"}

# Values of the doors are no documents of their own, and have to keep people private all the same.
SAMPLES = IN_FRONT | samples_extra.SAMPLES


def classes() -> Iterator[type[attrs.AttrsInstance]]:
    """Every attrs class of the library, found by walking the rooms."""
    for module in pkgutil.walk_packages(carecore.__path__, "carecore."):
        if module.name == "carecore.__main__":
            continue
        for value in vars(import_module(module.name)).values():
            if inspect.isclass(value) and attrs.has(value) and value.__module__ == module.name:
                yield value


CLASSES = sorted(set(classes()), key=lambda cls: (cls.__module__, cls.__name__))
PERSONAL = [cls for cls in CLASSES if personal_fields(cls)]


def named(cls: type) -> str:
    """Module and name of a class, for the name of a test."""
    return f"{cls.__module__}.{cls.__name__}"


def planted(cls: type[attrs.AttrsInstance], marker: str) -> attrs.AttrsInstance:
    """A value of *cls* whose personal fields all hold *marker*, or the birth date."""
    kinds: dict[object, object] = {
        str: marker,
        tuple[str, ...]: (marker,),
        tuple[str, ...] | None: (marker,),
        PartialDate | None: BIRTH,
        Gender | None: Gender.OTHER,
    }
    fields = attrs.fields_dict(cls)
    return changed(
        SAMPLES[cls], **{name: kinds[fields[name].type] for name in personal_fields(cls)}
    )


def everybody(marker: str) -> tuple[Client, Professional, Representative, Licence]:
    """A client, a professional, a representative and a licence, marked and put together."""
    licence = planted(Licence, marker)
    representative = planted(Representative, marker)
    client = changed(planted(Client, marker), representatives=(representative,))
    professional = changed(planted(Professional, marker), licences=(licence,))
    assert isinstance(client, Client)
    assert isinstance(professional, Professional)
    assert isinstance(representative, Representative)
    assert isinstance(licence, Licence)
    return client, professional, representative, licence


def shown(value: object) -> Iterator[str]:
    """All that Python, a notebook or a terminal shows of *value* without being asked for more."""
    yield from (repr(value), str(value), format(value), f"{value}", f"{value!r}", f"{value!a}")
    yield from (repr([value]), repr({"key": value}), str((value,)))
    if isinstance(value, Faces):
        untyped: Any = value
        yield from untyped._repr_mimebundle_().values()
    if isinstance(value, CareError):
        yield from (str(value.args), str(vars(value)))
        yield from traceback.format_exception(value)


def holds(text: str, marker: str) -> bool:
    """Whether a marker or the birth date stands in *text*."""
    return marker.casefold() in text.casefold() or "1903" in text


def refusals(cls: type[attrs.AttrsInstance], marker: str) -> Iterator[CareError]:
    """The errors of a value with markers, one other field of which holds what it may not."""
    value = planted(cls, marker)
    odd: tuple[object, ...] = (object(), -1, "not an id!", [3, object()], [None], b"x", {"a": 1})
    for each in attrs.fields(cls):
        for bad in odd:
            try:
                changed(value, **{each.name: bad})
            except CareError as error:
                yield error


def wrongly_given(cls: type[attrs.AttrsInstance], marker: str) -> Iterator[CareError]:
    """The errors of personal values that have the wrong type."""
    wrong: tuple[object, ...] = ({marker: marker}, marker.encode(), date)
    lists: tuple[object, ...] = ([marker], (marker,))
    for name in personal_fields(cls):
        kind = attrs.fields_dict(cls)[name].type
        takes_list = kind in (tuple[str, ...], tuple[str, ...] | None)
        odd = ([lists], [marker, marker], [f" {marker}"]) if takes_list else lists
        for bad in (*wrong, *odd, *(() if kind is str else (marker,))):
            with pytest.raises(CareError) as caught:
                changed(SAMPLES[cls], **{name: bad})
            yield caught.value


def test_the_people_and_their_licences_have_personal_fields() -> None:
    assert {Client, Licence, Professional, Representative} <= set(PERSONAL)


@pytest.mark.parametrize("cls", PERSONAL, ids=named)
@given(marker=MARKERS)
def test_no_face_of_a_value_shows_what_is_personal(
    cls: type[attrs.AttrsInstance], marker: str
) -> None:
    assert [text for text in shown(planted(cls, marker)) if holds(text, marker)] == []


@pytest.mark.parametrize("cls", PERSONAL, ids=named)
@settings(max_examples=20)
@given(marker=MARKERS)
def test_no_error_about_a_neighbour_shows_what_is_personal(
    cls: type[attrs.AttrsInstance], marker: str
) -> None:
    errors = list(refusals(cls, marker))

    assert errors
    assert [text for one in errors for text in shown(one) if holds(text, marker)] == []


@pytest.mark.parametrize("cls", PERSONAL, ids=named)
@settings(max_examples=20)
@given(marker=MARKERS)
def test_a_personal_value_that_is_refused_is_described_and_never_quoted(
    cls: type[attrs.AttrsInstance], marker: str
) -> None:
    errors = list(wrongly_given(cls, marker))

    assert errors
    assert [text for one in errors for text in shown(one) if holds(text, marker)] == []


@given(marker=MARKERS)
def test_no_value_that_holds_people_shows_what_is_personal(marker: str) -> None:
    client, professional, *_ = everybody(marker)
    team = Team(id="t-1", memberships=(MEMBERSHIP,), professionals=(professional,))
    scenario = Scenario(title="one", story="two", client=client, pool=(professional,), as_of=DAY)

    assert [
        text
        for value in (client, professional, team, scenario)
        for text in shown(value)
        if holds(text, marker)
    ] == []


@given(marker=MARKERS)
def test_no_error_of_a_list_of_people_shows_what_is_personal(marker: str) -> None:
    client, professional, representative, licence = everybody(marker)
    errors: list[CareError] = []
    for cls, name, people in (
        (Client, "representatives", (representative, professional)),
        (Professional, "licences", (licence, client)),
        (Professional, "leave", (client,)),
        (Team, "professionals", (professional, professional)),
        (Team, "professionals", (client,)),
        (Scenario, "pool", (professional, client)),
        (Scenario, "client", professional),
    ):
        with pytest.raises(CareError) as caught:
            changed(SAMPLES[cls], **{name: people})
        errors.append(caught.value)

    assert [text for one in errors for text in shown(one) if holds(text, marker)] == []


def test_no_answer_about_people_shows_what_is_personal() -> None:
    client, professional, *_ = everybody("Zqmarker")
    at_need = changed(client, setting=None, needs=("losing_heart", "understand_bills"))
    team = Team(id="t-1", client_id=client.id, professionals=(professional,))
    answers = (
        advise_roles(at_need, as_of=DAY, pool=(professional,)),
        advise_roles(at_need, as_of=DAY, team=team),
        advise_panel((at_need,), as_of=DAY, pool=(professional,)),
    )

    assert [text for one in answers for text in shown(one) if holds(text, "Zqmarker")] == []


def test_answers_about_the_field_have_faces_and_show_what_they_hold() -> None:
    answers = (
        find_roles("care manager", catalogue=CATALOGUE),
        find_needs("losing heart", catalogue=CATALOGUE),
        compare_roles(ROLE, ROLE),
    )

    assert [all(shown(one)) for one in answers] == [True, True, True]


def test_a_client_a_representative_and_a_professional_show_their_id_and_nothing_else() -> None:
    client, professional, representative, _ = everybody("Zqmarker")

    assert [repr(one) for one in (client, professional, representative)] == [
        "<Client c-17>",
        "<Professional p-1>",
        "<Representative r-1>",
    ]


@given(text=st.text())
def test_a_described_text_gives_away_its_length_only(text: str) -> None:
    assert described(text) == described("x" * len(text))


@pytest.mark.parametrize("cls", PERSONAL, ids=named)
def test_a_personal_field_is_in_no_repr(cls: type[attrs.AttrsInstance]) -> None:
    own = "__repr__" not in vars(cls)
    fields = attrs.fields_dict(cls)

    assert [name for name in personal_fields(cls) if not own and fields[name].repr] == []


@pytest.mark.parametrize("cls", CLASSES, ids=named)
def test_a_class_is_final(cls: type) -> None:
    assert getattr(cls, "__final__", False)


@pytest.mark.parametrize("cls", CLASSES, ids=named)
def test_a_class_is_frozen_and_has_slots_and_no_more(cls: type) -> None:
    made = attrs.inspect(cls)

    assert (made.is_frozen, made.is_slotted, made.has_weakref_slot) == (True, True, False)


@pytest.mark.parametrize("cls", CLASSES, ids=named)
def test_more_than_two_parts_are_given_by_name(cls: type[attrs.AttrsInstance]) -> None:
    by_place = [each.name for each in attrs.fields(cls) if each.init and not each.kw_only]

    assert len(by_place) <= 2 or cls.__name__ in POSITIONAL


@pytest.mark.parametrize(
    "cls", [cls for cls in CLASSES if not cls.__name__.startswith("_")], ids=named
)
def test_a_class_tells_what_each_of_its_fields_is(cls: type[attrs.AttrsInstance]) -> None:
    told = inspect.getdoc(cls) or ""
    public = [each.name for each in attrs.fields(cls) if not each.name.startswith("_")]

    assert [name for name in public if not re.search(rf"\b{name}\b", told, re.IGNORECASE)] == []
