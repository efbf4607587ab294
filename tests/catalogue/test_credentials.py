"""Licences, certifications and memberships: what each is worth, and to whom."""

import pytest

from carecore.base.reasons import Citation
from carecore.catalogue.credentials import CREDENTIALS
from carecore.credentials import Credential, CredentialKind

BY_ID: dict[str, Credential] = {credential.id: credential for credential in CREDENTIALS}


def ids_of(kind: CredentialKind) -> set[str]:
    """The ids of all credentials of one kind."""
    return {one.id for one in CREDENTIALS if one.kind is kind}


def test_only_the_law_s_permissions_are_licences() -> None:
    assert ids_of(CredentialKind.LICENCE) == {
        "rn",
        "lpn",
        "aprn",
        "physician",
        "paramedic",
        "respiratory_therapist",
        "lsw",
        "lcsw",
        "occupational_therapist",
        "physical_therapist",
        "pharmacist",
    }


def test_membership_of_the_aging_life_care_association_is_the_only_one() -> None:
    assert ids_of(CredentialKind.MEMBERSHIP) == {"alca"}


def test_no_licence_is_named_case_manager_or_care_manager() -> None:
    licences = [one for one in CREDENTIALS if one.kind is CredentialKind.LICENCE]

    assert [one for one in licences if "manager" in one.name] == []


@pytest.mark.parametrize("credential", ["ccm", "acm_rn", "acm_sw", "cmgt_bc", "c_swcm", "c_aswcm"])
def test_the_certifications_of_case_managers_are_for_case_managers(credential: str) -> None:
    assert BY_ID[credential].roles == ("case_manager",)


@pytest.mark.parametrize("credential", ["cmc", "alca"])
def test_care_managers_have_one_certification_and_one_membership(credential: str) -> None:
    assert BY_ID[credential].roles == ("care_manager",)


def test_ctrn_is_for_transport_by_ground() -> None:
    assert "ground" in BY_ID["ctrn"].name


def test_ctrn_is_for_nobody_who_flies() -> None:
    assert BY_ID["ctrn"].roles == ()


def test_cfrn_is_for_those_who_fly() -> None:
    assert BY_ID["cfrn"].roles == ("medical_escort_nurse", "air_ambulance_crew")


@pytest.mark.parametrize("credential", ["cmgt_bc", "fp_c"])
def test_a_certification_whose_own_page_was_not_read_says_so(credential: str) -> None:
    cited = [one for one in BY_ID[credential].sources if isinstance(one, Citation)]

    assert [one.verified for one in cited] == [False]


def test_every_credential_says_who_gives_it_and_where_that_stands() -> None:
    assert [one.id for one in CREDENTIALS if not (one.body and one.sources)] == []


def test_licences_come_first_then_certifications_then_memberships() -> None:
    kinds = [one.kind for one in CREDENTIALS]
    order = list(CredentialKind)

    assert sorted(kinds, key=order.index) == kinds
