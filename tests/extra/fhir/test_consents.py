"""Consent, both ways: nothing may look like a consent that is none."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given

from carecore.base.timing import PartialDate, Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.consents import write_consent
from carecore.extra.fhir.writing import Writing
from carecore.rights import Consent, ConsentScope
from carecore.testing.strategies import values

Json = dict[str, Any]

SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope"
ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
PART = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
MARCH = {"start": "2026-03-01", "end": "2026-03-31"}
IN_MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))


def coded(system: str, code: str) -> Json:
    return {"coding": [{"system": system, "code": code}]}


def consent(**elements: object) -> Json:
    return {
        "resourceType": "Consent",
        "id": "s1",
        "status": "active",
        "patient": {"reference": "Patient/c1"},
        "scope": coded(SCOPE, "patient-privacy"),
        **elements,
    }


def ruled(**provision: object) -> Json:
    return consent(provision={"type": "permit", **provision})


def only(found: Imported) -> Consent:
    (one,) = found.consents
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path.partition(".")[2]: one.kept for one in found.losses}


def paths(found: Imported) -> list[str]:
    return [one.path.partition(".")[2] for one in found.losses]


# The answer.


@pytest.mark.parametrize(("kind", "answer"), [("permit", True), ("deny", False)])
def test_an_active_consent_whose_rule_says_so_is_a_yes_or_a_no(kind: str, answer: object) -> None:
    found = read(consent(provision={"type": kind}))

    assert (only(found).is_given, found.losses, found.faults) == (answer, (), ())


@pytest.mark.parametrize(("code", "answer"), [("OPTIN", True), ("OPTOUT", False)])
def test_the_policy_alone_says_it_of_sharing(code: str, answer: object) -> None:
    found = read(consent(policyRule=coded(ACT, code)))

    assert (only(found).is_given, found.losses, found.faults) == (answer, (), ())


@pytest.mark.parametrize("scope", ["treatment", "research"])
def test_the_policy_says_nothing_of_anything_else(scope: str) -> None:
    found = read(consent(policyRule=coded(ACT, "OPTIN"), scope=coded(SCOPE, scope)))

    assert only(found).is_given is None
    assert paths(found) == ["policyRule.coding.system", "policyRule.coding.code"]


def test_the_policy_and_the_rule_may_say_the_same() -> None:
    for scope in ("patient-privacy", "treatment"):
        both = {**ruled(period=MARCH), "scope": coded(SCOPE, scope)}
        found = read({**both, "policyRule": coded(ACT, "OPTIN")})
        assert (only(found).is_given, only(found).period) == (True, IN_MARCH)
        assert found.losses == ()


@pytest.mark.parametrize(
    ("policy", "provision", "lost"),
    [
        # An exception from what the policy says is neither a yes nor a no.
        ("OPTOUT", {"type": "permit"}, ["provision.type"]),
        ("OPTIN", {"type": "deny"}, ["provision.type"]),
        # A rule that does not say what it does may be an exception as well.
        ("OPTIN", {"period": MARCH}, []),
        ("OPTIN", {}, []),
    ],
)
def test_a_rule_beside_the_policy_leaves_it_open(
    policy: str, provision: Json, lost: list[str]
) -> None:
    found = read(consent(policyRule=coded(ACT, policy), provision=provision))

    assert only(found).is_given is None
    assert set(paths(found)) == {*lost, "policyRule.coding.system", "policyRule.coding.code"}


@pytest.mark.parametrize(
    "exception",
    [
        {"provision": [{"type": "deny"}]},
        {"action": [coded("urn:actions", "access")]},
        {"securityLabel": [{"system": "urn:labels", "code": "R"}]},
        {"class": [{"system": "urn:classes", "code": "x"}]},
        {"code": [coded("urn:codes", "x")]},
        {"dataPeriod": MARCH},
        {"data": [{"meaning": "related"}]},
        {"modifierExtension": [{"url": "urn:not"}]},
        {"actor": [{"role": coded(PART, "CST"), "reference": {"reference": "Organization/o1"}}]},
        {"purpose": [{"system": REASON, "code": "NOBODY"}]},
    ],
)
@pytest.mark.parametrize("kind", ["permit", "deny"])
def test_a_yes_or_no_with_exceptions_is_neither(kind: str, exception: Json) -> None:
    found = read(ruled(type=kind, **exception))

    assert only(found).is_given is None
    assert kept(found)["provision.type"] == f'"{kind}"'
    assert any(path.startswith(f"provision.{next(iter(exception))}") for path in paths(found))


@pytest.mark.parametrize(
    "faulty",
    [
        {"period": {"start": "2026-03-01", "end": "soon"}},
        {"period": 7},
        {"purpose": [7]},
        {"actor": {"role": "anybody"}},
    ],
)
def test_a_yes_that_cannot_be_read_in_full_is_none(faulty: Json) -> None:
    found = read(ruled(**faulty))

    assert only(found).is_given is None
    assert found.faults


def test_a_rule_that_is_none_leaves_it_open() -> None:
    for provision in (7, {"type": "allow"}):
        found = read(consent(policyRule=coded(ACT, "OPTIN"), provision=provision))
        assert only(found).is_given is None
        assert len(found.faults) == 1


def test_an_id_and_an_extension_change_no_rule() -> None:
    found = read(ruled(id="1", extension=[{"url": "urn:x"}]))

    assert only(found).is_given is True
    assert paths(found) == ["provision.id", "provision.extension"]


@pytest.mark.parametrize(
    "elements",
    [
        {"category": [coded(ACT, "EMRGONLY")]},
        {"category": [7, {"coding": [7]}, {"coding": 7}, coded("urn:x", "npp")]},
        {"policyRule": coded(ACT, "OPTINR")},
    ],
)
def test_what_is_only_for_emergencies_or_a_notice_is_no_yes(elements: Json) -> None:
    assert only(read({**ruled(), **elements})).is_given is None


def test_any_other_category_takes_nothing_from_a_yes() -> None:
    found = read({**ruled(), "category": [coded("http://loinc.org", "59284-0")]})

    assert only(found).is_given is True
    assert paths(found) == ["category"]


@pytest.mark.parametrize("status", ["draft", "proposed", "inactive"])
@pytest.mark.parametrize("kind", ["permit", "deny"])
def test_what_is_not_active_is_no_answer(status: str, kind: str) -> None:
    found = read({**ruled(type=kind), "status": status})

    assert only(found).is_given is None
    assert kept(found) == {"status": f'"{status}"', "provision.type": f'"{kind}"'}


def test_what_was_rejected_is_a_no() -> None:
    found = read({**ruled(), "status": "rejected"})

    assert only(found).is_given is False
    assert kept(found) == {"provision.type": '"permit"'}


def test_what_is_wrong_or_changed_in_an_unknown_way_is_no_consent() -> None:
    for elements in ({"status": "entered-in-error"}, {"modifierExtension": [{"url": "urn:x"}]}):
        found = read({**ruled(), **elements})
        assert (found.consents, paths(found)) == ((), [""])


@pytest.mark.parametrize("status", ["valid", 7])
def test_a_status_that_fhir_does_not_have_is_no_answer(status: object) -> None:
    found = read({**ruled(), "status": status})

    assert only(found).is_given is None
    assert [one.place for one in found.faults] == ["$[0].status"]


def test_without_a_rule_nobody_knows_the_answer() -> None:
    found = read(consent(policyRule={"text": "as the law says"}))

    assert only(found).is_given is None
    assert paths(found) == ["policyRule.text"]
    other = read(consent(policyRule=coded("urn:x", "OPTIN")))
    assert only(other).is_given is None


def test_as_stu3_has_it_nobody_knows_the_answer() -> None:
    found = read(
        {
            "resourceType": "Consent",
            "id": "s1",
            "status": "active",
            "patient": {"reference": "Patient/c1"},
            "policyRule": "urn:opt-in",
            "except": [{"type": "deny"}],
        }
    )

    one = only(found)
    assert (one.is_given, one.scope, one.by) == (None, None, None)
    assert paths(found) == ["policyRule", "except"]


# What about, whose, by whom, when.


@pytest.mark.parametrize(
    ("scope", "expected", "lost"),
    [
        (coded(SCOPE, "patient-privacy"), ConsentScope.SHARING, []),
        (coded(SCOPE, "research"), ConsentScope.RESEARCH, []),
        (coded(SCOPE, "treatment"), ConsentScope.TREATMENT, []),
        (coded(SCOPE, "adr"), None, ["scope.coding.code", "scope.coding.system"]),
        (
            {"coding": [{"code": "x"}, coded(SCOPE, "treatment")["coding"][0]], "text": "Yes"},
            ConsentScope.TREATMENT,
            ["scope.text", "scope.coding.code"],
        ),
        ({"text": "treatment"}, None, ["scope.text"]),
    ],
)
def test_a_code_says_what_it_is_about(
    scope: Json, expected: ConsentScope | None, lost: list[str]
) -> None:
    found = read(consent(scope=scope))

    assert (only(found).scope, paths(found)) == (expected, lost)


def test_a_scope_that_fhir_does_not_have_is_a_fault() -> None:
    found = read(consent(scope=coded(SCOPE, "travel")))

    assert only(found).scope is None
    assert [one.place for one in found.faults] == ["$[0].scope.coding[0].code"]


def test_a_consent_of_nobody_is_a_loss() -> None:
    found = read(consent(patient={}))

    assert (found.consents, paths(found)) == ((), [""])
    assert [one.id for one in read(consent()).clients] == ["Patient/c1"]


@pytest.mark.parametrize(
    ("performers", "by", "lost"),
    [
        ([{"reference": "Patient/c1"}], "Patient/c1", 0),
        ([{"reference": "Organization/o1"}, {"reference": "RelatedPerson/r1"}], "", 1),
        ([{"display": "Ada Quill"}, {"reference": "RelatedPerson/r1"}], "", 1),
        ([{"reference": "RelatedPerson/r1"}, {"reference": "Patient/c1"}], "", 1),
        ([{"reference": "Organization/o1"}], None, 1),
    ],
)
def test_the_first_person_gave_the_answer(
    performers: list[Json], by: str | None, lost: int
) -> None:
    found = read(consent(performer=performers))

    assert only(found).by == ("RelatedPerson/r1" if by == "" else by)
    assert len(found.losses) == lost


def test_when_it_was_given_and_when_it_holds() -> None:
    found = read({**ruled(period=MARCH), "dateTime": "2026-02"})

    assert (only(found).at, only(found).period) == (PartialDate(2026, 2), IN_MARCH)
    assert (found.losses, found.faults) == ((), ())


def to(reference: str, role: str = "IRCP") -> Json:
    return {"role": coded(PART, role), "reference": {"reference": reference}}


def test_whoever_is_to_be_told_is_a_recipient() -> None:
    found = read(ruled(actor=[to("Organization/o1"), to("Practitioner/p1", "PRCP")]))

    one = only(found)
    assert (one.recipients, one.is_given) == (("Organization/o1", "Practitioner/p1"), True)
    # That one of them is the first of all has no place.
    assert [loss.place for loss in found.losses] == ["$[0].provision.actor[1].role.coding"]
    assert found.faults == ()


@pytest.mark.parametrize(
    "actor",
    [
        to("Device/d1"),
        to("Organization/o1", "CST"),
        {"role": coded(PART, "IRCP")},
        {"role": coded(PART, "IRCP"), "reference": {"display": "the ward"}},
        {"reference": {"reference": "Organization/o1"}},
        {"role": {"coding": [7, {"system": PART}]}, "reference": {"reference": "Patient/c1"}},
    ],
)
def test_anybody_else_is_a_loss_and_makes_it_less_than_a_yes(actor: Json) -> None:
    found = read(ruled(actor=[to("Practitioner/p1"), actor]))

    one = only(found)
    assert (one.recipients, one.is_given) == (("Practitioner/p1",), None)
    assert all("actor[1]" in loss.place for loss in found.losses if "type" not in loss.path)
    assert len(found.losses) > 1


def test_what_is_told_twice_counts_once() -> None:
    treat = {"system": REASON, "code": "TREAT"}

    found = read(ruled(actor=[to("Patient/c1"), to("Patient/c1")], purpose=[treat, treat]))

    one = only(found)
    assert (one.recipients, one.purposes, one.is_given) == (("Patient/c1",), ("treatment",), True)
    assert [loss.place for loss in found.losses] == [
        "$[0].provision.purpose[1]",
        "$[0].provision.actor[1]",
    ]


@pytest.mark.parametrize(
    ("purpose", "word", "lost"),
    [
        ({"system": REASON, "code": "COC"}, "coordination_of_care", []),
        (
            {"system": REASON, "code": "TREAT", "display": "Treatment"},
            "treatment",
            ["provision.purpose.display"],
        ),
        ({"display": "flight home"}, "flight_home", []),
        (
            {"system": REASON, "code": "TRAIN", "display": "Training!"},
            "training",
            ["provision.purpose.display", "provision.purpose.system", "provision.purpose.code"],
        ),
    ],
)
def test_what_for_is_a_word(purpose: Json, word: str, lost: list[str]) -> None:
    found = read(ruled(purpose=[purpose]))

    assert (only(found).purposes, only(found).is_given) == ((word,), True)
    assert paths(found) == lost


# Both ways.


def written(one: Consent) -> tuple[Imported, Writing]:
    writing = Writing("Patient/c1")
    write_consent(one, "$.consents[0]", writing)
    return read(*writing.resources), writing


@given(values(Consent))
def test_what_is_written_is_read_again(one: Consent) -> None:
    found, _ = written(one)

    assert found.consents == (one,)
    assert found.faults == ()


FULL = Consent(
    id="Consent/s1",
    client_id="Patient/c1",
    scope=ConsentScope.SHARING,
    is_given=True,
    by="RelatedPerson/r1",
    at=datetime(2026, 3, 1, 9, tzinfo=UTC),
    period=IN_MARCH,
    purposes=("treatment", "flight_home"),
    recipients=("Organization/o1", "Practitioner/p1"),
)


@pytest.mark.parametrize(
    "scope", [ConsentScope.SHARING, ConsentScope.TREATMENT, ConsentScope.RESEARCH]
)
@pytest.mark.parametrize("answer", [True, False])
def test_what_fhir_tells_needs_no_extension(scope: ConsentScope, answer: object) -> None:
    one = attrs.evolve(FULL, scope=scope, is_given=bool(answer))

    found, writing = written(one)

    assert (found.consents, writing.losses) == ((one,), [])
    assert not writing.resources[0].keys() & {"extension", "identifier"}


@pytest.mark.parametrize("scope", [*ConsentScope, None])
@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ({"is_given": None}, "proposed"),
        ({"is_given": True, "withdrawn_at": date(2026, 3, 9)}, "inactive"),
        ({"is_given": None, "withdrawn_at": date(2026, 3, 9)}, "inactive"),
    ],
)
def test_what_does_not_hold_is_not_written_as_active(
    scope: ConsentScope | None, parts: Json, status: str
) -> None:
    one = attrs.evolve(FULL, scope=scope, **parts)

    found, writing = written(one)

    assert found.consents == (one,)
    assert writing.resources[0]["status"] == status
    assert "$.consents[0].is_given" in {loss.place for loss in writing.losses}


@pytest.mark.parametrize(
    ("scope", "status"),
    [(ConsentScope.SHARING, "active"), (ConsentScope.TRAVEL, "rejected"), (None, "rejected")],
)
def test_a_no_is_a_rule_against_sharing_or_an_agreement_that_did_not_come(
    scope: ConsentScope | None, status: str
) -> None:
    found, writing = written(attrs.evolve(FULL, scope=scope, is_given=False))

    (resource,) = writing.resources
    is_shared = scope is ConsentScope.SHARING
    assert only(found).is_given is False
    assert resource["status"] == status
    assert ("deny" in resource["provision"].values()) is is_shared
    assert ("coding" in resource["policyRule"]) is is_shared


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        ({"note": "she would like to be asked again"}, ["note"]),
        ({"scope": ConsentScope.TRAVEL}, ["scope"]),
        ({"scope": None}, ["scope"]),
        ({"by": "Organization/o1"}, ["by"]),
        ({"period": Period(None)}, ["period"]),
        ({"purposes": ("a" * 130,)}, ["purposes", "is_given"]),
        ({"recipients": ("Device/d1",)}, ["recipients", "is_given"]),
    ],
)
def test_what_others_cannot_read_is_listed(parts: Json, lost: list[str]) -> None:
    one = attrs.evolve(FULL, **parts)

    found, writing = written(one)

    assert found.consents == (one,)
    assert [loss.place for loss in writing.losses] == [f"$.consents[0].{name}" for name in lost]
