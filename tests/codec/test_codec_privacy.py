"""What is personal is written in documents and nowhere else."""

import json
import pickle
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.codec import dumps, loads
from carecore.errors import CareError, ManyFaults
from carecore.people import Client

from .samples import Diary, Unreadable

MARK = "MARKER"

# Whatever goes wrong inside a personal field, its value may stand anywhere in it.
PLAIN: dict[str, dict[str, object]] = {
    "a day": {"born": MARK},
    "a list": {"born": [MARK]},
    "a place": {"where": MARK},
    "a field of a class": {"licence": {"credential": MARK, "jurisdiction": MARK}},
    "a key": {"licence": {MARK: 1, "credential": "rn", "jurisdiction": "US"}},
    "a type": {"licence": {"$type": MARK, "credential": "rn", "jurisdiction": "US"}},
    "a class in a list": {"licences": [{"credential": "rn", "jurisdiction": MARK}]},
    "an enum": {"mood": MARK},
    "a number": {"age": MARK},
    "a validator": {"secret": MARK},
    "a converter": {"other": MARK},
    "a class of other people": {"strict": {"name": MARK.lower()}},
    "what stands in a class of other people": {"strict": {"name": MARK, "top": MARK}},
    "a refusal of a whole class": {"strange": MARK},
}


def refusal(data: str | bytes, kind: type) -> CareError:
    with pytest.raises(CareError) as caught:
        loads(data, kind)
    return caught.value


def is_silent(error: CareError) -> bool:
    each = error.faults if isinstance(error, ManyFaults) else (error,)
    said = [
        *traceback.format_exception(error),
        repr(error),
        *(repr(vars(one)) for one in each),
        pickle.dumps(error, protocol=0).decode("latin-1"),
    ]
    while error.__context__ is not None:
        said.append(repr(error.__context__))
        error = error.__context__  # type: ignore[assignment] # only for the walk
    return MARK not in "".join(said).upper()


@pytest.mark.parametrize("name", PLAIN)
def test_a_personal_value_is_not_quoted(name: str) -> None:
    assert is_silent(refusal(json.dumps(PLAIN[name] | {"id": "d-1"}), Diary))


@pytest.mark.parametrize("name", PLAIN)
def test_nor_is_it_beside_another_fault(name: str) -> None:
    assert is_silent(refusal(json.dumps(PLAIN[name] | {"id": 7}), Diary))


@given(st.lists(st.sampled_from(list(PLAIN.values())), min_size=1))
def test_nor_with_many_faults_at_once(defects: list[dict[str, object]]) -> None:
    document: dict[str, object] = {"id": "d-1"}
    for defect in defects:
        document |= defect

    assert is_silent(refusal(json.dumps(document), Diary))


@pytest.mark.parametrize("field", ["name", "note", "birth_date"])
@pytest.mark.parametrize("plain", [[MARK], {MARK: MARK}, {"year": MARK}])
def test_nothing_personal_of_a_client_is_quoted(field: str, plain: object) -> None:
    assert is_silent(refusal(json.dumps({"id": "c-1", field: plain}), Client))


def test_a_personal_key_that_stands_twice_is_not_quoted() -> None:
    licence = f'{{"{MARK}": 1, "{MARK}": 2, "credential": "rn", "jurisdiction": "US"}}'

    assert is_silent(refusal(f'{{"id": "d-1", "licence": {licence}}}', Diary))


@pytest.mark.parametrize(
    "document",
    [
        f'{{"id": "c-1", "name": "{MARK}',
        f'{{"id": "c-1", "name": "{MARK}" "{MARK}"}}',
        f'{{"id": "c-1", "name": "{MARK}\\q"}}',
        f'{{"id": "c-1", "name": "{MARK}"}} {MARK}',
        f'{{"id": "c-1", "name": "{MARK}\ud800"}}',
        f'{{"id": "c-1", "name": "{MARK}\\ud800"}}',
        f'{{"id": "c-1", "name": "{MARK}\xff"}}'.encode("latin-1"),
    ],
)
def test_a_broken_document_is_not_quoted(document: str | bytes) -> None:
    assert is_silent(refusal(document, Client))


def test_what_a_parser_says_is_not_passed_on() -> None:
    def parser(data: bytes) -> object:
        raise ValueError(data)

    with pytest.raises(CareError) as caught:
        loads(json.dumps({"id": "c-1", "name": MARK}), Client, parser=parser)

    assert is_silent(caught.value)


def test_a_personal_value_is_described() -> None:
    error = refusal('{"id": "c-1", "birth_date": "01.03.1941", "note": 7}', Client)

    assert str(error) == (
        "2 faults in the document:\n"
        "- $.birth_date: text, 10 characters stands where a PartialDate is wanted. Maybe 2026-03.\n"
        "- $.note: a whole number stands where text is wanted. Maybe in quotes."
    )


def test_a_personal_value_is_described_where_its_class_refuses_it() -> None:
    error = refusal('{"id": "d-1", "secret": "hush", "other": "hush"}', Diary)

    assert str(error) == (
        "2 faults in the document:\n"
        "- $.other: the personal value is refused (text, 4 characters).\n"
        "- $.inner: the personal value is refused (text, 4 characters)."
    )


def test_what_cannot_be_written_is_not_quoted() -> None:
    with pytest.raises(CareError) as caught:
        dumps(Unreadable(raw=MARK.encode()))

    assert is_silent(caught.value)


def test_a_document_holds_what_is_personal() -> None:
    client = Client(id="c-1", name="Ada Quill")

    assert '"name":"Ada Quill"' in dumps(client)
