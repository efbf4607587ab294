"""The domains of life: the whole person, not the illness alone."""

from collections import Counter

import pytest

from carecore.base.identity import NeedId
from carecore.base.reasons import Citation, OwnChoice
from carecore.catalogue import STANDARD
from carecore.catalogue.domains import DOMAINS
from carecore.plans import Domain

BY_ID = {domain.id: domain for domain in DOMAINS}

# The twelve goal domains that the guide lists.
CODES = {
    "housing",
    "access-to-services",
    "caregiver-needs",
    "end-of-life",
    "independence",
    "legal",
    "managing-conditions",
    "medication-management",
    "improving-health-and-wellness",
    "physical-function",
    "social-functioning",
    "emotional-and-mental-health",
}


def domains_of(need: str, /) -> list[str]:
    """The ids of the domains in which a need lies."""
    return [domain.id for domain in DOMAINS if need in domain.needs]


def test_no_domain_stands_twice() -> None:
    assert len(BY_ID) == len(DOMAINS)


def test_the_sides_of_a_life_are_these() -> None:
    assert list(BY_ID) == [
        "health",
        "medicines",
        "habits",
        "function",
        "daily_life",
        "mood",
        "mind",
        "family",
        "company",
        "home",
        "safety",
        "services",
        "money",
        "rights",
        "work",
        "meaning",
        "end_of_life",
    ]


def test_every_need_of_the_catalogue_lies_in_one_domain() -> None:
    known: list[NeedId] = [need for domain in DOMAINS for need in domain.needs]

    assert Counter(known) == Counter(need.id for need in STANDARD.needs)


@pytest.mark.parametrize(
    ("need", "domain"),
    [
        ("losing_heart", "mood"),
        ("understand_bills", "money"),
        ("carer_exhausted", "family"),
        ("know_rights", "rights"),
        ("whole_person", "meaning"),
        ("lonely", "company"),
        ("home_or_care_home", "home"),
    ],
)
def test_a_need_lies_where_a_family_would_look_for_it(need: str, domain: str) -> None:
    assert domains_of(need) == [domain]


def test_each_goal_domain_of_the_guide_has_one_domain() -> None:
    codes = [code.code for domain in DOMAINS for code in domain.codes]

    assert Counter(codes) == Counter(dict.fromkeys(CODES, 1))


def test_codes_are_those_of_one_system_with_labels_of_our_own() -> None:
    codes = [code for domain in DOMAINS for code in domain.codes]

    assert len({code.system for code in codes}) == 1
    assert not [one.label for one in codes if one.label.lower().replace(" ", "-") == one.code]


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda one: one.id)
def test_a_domain_says_what_it_rests_on_and_what_is_our_own(domain: Domain) -> None:
    cited = [source for source in domain.sources if isinstance(source, Citation)]
    own = [source for source in domain.sources if isinstance(source, OwnChoice)]

    assert cited
    assert own
    assert all(one.verified and one.address and one.as_of for one in cited)
