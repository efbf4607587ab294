"""Every entry of the catalogue names what it rests on, or says that it is carecore's own choice."""

from collections.abc import Iterator
from typing import Protocol

import pytest

from carecore.base.reasons import Citation, OwnChoice, Source
from carecore.catalogue import STANDARD


class Entry(Protocol):
    @property
    def sources(self) -> tuple[Source, ...]: ...


SHELVES: dict[str, tuple[Entry, ...]] = {
    "care settings": STANDARD.care_settings,
    "credentials": STANDARD.credentials,
    "compacts": STANDARD.compacts,
    "duties": STANDARD.duties,
    "roles": STANDARD.roles,
    "ways roles come": tuple(way for role in STANDARD.roles for way in role.engagements),
    "exclusions": tuple(
        one
        for role in STANDARD.roles
        for one in (*role.exclusions, *(bar for way in role.engagements for bar in way.exclusions))
    ),
    "titles": STANDARD.titles,
    "other uses of titles": STANDARD.title_uses,
    "needs": STANDARD.needs,
    "dangers": STANDARD.dangers,
    "frames": STANDARD.frames,
    "rights": STANDARD.rights,
    "time limits of rights": tuple(limit for right in STANDARD.rights for limit in right.limits),
    "domains": STANDARD.domains,
    "pathways": STANDARD.pathways,
    "milestones": tuple(one for pathway in STANDARD.pathways for one in pathway.milestones),
    "links": tuple(one for pathway in STANDARD.pathways for one in pathway.links),
    "gates": STANDARD.gates,
    "clocks": STANDARD.clocks,
    "day limits": STANDARD.day_limits,
    "flight cautions": STANDARD.flight_cautions,
    "notice rules": STANDARD.notice_rules,
    "certificate rules": STANDARD.certificate_rules,
    "battery rules": STANDARD.battery_rules,
    "escort rungs": STANDARD.escort_rungs,
}


def kind(entry: Entry) -> str:
    """The best thing that *entry* rests on."""
    cited = [source for source in entry.sources if isinstance(source, Citation)]
    if any(citation.verified for citation in cited):
        return "cited"
    if cited:
        return "cited, not verified"
    return "our own" if entry.sources else "nothing"


def own(entries: tuple[Entry, ...]) -> Iterator[str]:
    """The entries that rest on carecore's own choice alone, by id or text."""
    for entry in entries:
        if kind(entry) == "our own":
            names = (getattr(entry, name, None) for name in ("id", "text", "duty", "ask", "name"))
            yield next((str(name) for name in names if name), "a link")


@pytest.mark.parametrize("shelf", SHELVES)
def test_no_entry_rests_on_nothing(shelf: str) -> None:
    assert [entry for entry in SHELVES[shelf] if kind(entry) == "nothing"] == []


@pytest.mark.parametrize("shelf", SHELVES)
def test_an_own_choice_says_what_was_chosen(shelf: str) -> None:
    choices = [
        source.choice
        for entry in SHELVES[shelf]
        for source in entry.sources
        if isinstance(source, OwnChoice)
    ]

    assert [choice for choice in choices if len(choice.split()) < 3] == []


def test_a_citation_names_authority_section_and_day() -> None:
    cited = {
        source
        for entries in SHELVES.values()
        for entry in entries
        for source in entry.sources
        if isinstance(source, Citation)
    }

    assert [citation for citation in cited if citation.as_of is None] == []


def test_the_entries_are_counted_by_what_they_rest_on() -> None:
    counts = {
        shelf: {word: sum(kind(entry) == word for entry in entries) for word in KINDS}
        for shelf, entries in SHELVES.items()
    }

    print(f"{'shelf':22}" + "".join(f"{word:>22}" for word in KINDS))
    for shelf, row in counts.items():
        print(f"{shelf:22}" + "".join(f"{row[word]:>22}" for word in KINDS))
        print(f"    our own: {', '.join(dict.fromkeys(own(SHELVES[shelf]))) or 'none'}")
    assert {shelf: sum(row.values()) for shelf, row in counts.items()} == {
        shelf: len(entries) for shelf, entries in SHELVES.items()
    }


KINDS = ("cited", "cited, not verified", "our own")


def test_every_shelf_of_the_catalogue_is_counted() -> None:
    counted = {id(entries) for entries in SHELVES.values()}

    assert [name for name, entries in STANDARD.shelves if id(entries) not in counted] == []


def test_a_duty_of_the_article_or_the_standards_is_not_ours_alone() -> None:
    assert set(own(STANDARD.duties)) == {
        "report_to_family",
        "help_on_journey",
        "give_legal_advice",
        "link_to_community",
    }
