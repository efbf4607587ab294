"""The critical paths of 480 published networks (PSPLIB, j30), read in place and never copied."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from carecore.recovery import Link, Timeline, schedule

from .lines import line, link


@pytest.fixture(scope="session")
def networks(real_data: Path) -> tuple[Path, ...]:
    """The files of the set."""
    files = tuple(sorted((real_data / "schedule" / "psplib-j30").glob("*.sm")))
    if not files:
        pytest.skip("the folder of real records holds no schedule/psplib-j30/*.sm")
    return files


def rows(lines: list[str], heading: str) -> Iterator[list[int]]:
    """The numbers of each row under a heading, up to the line of stars."""
    start = lines.index(heading)
    for text in lines[start + 1 :]:
        if text.startswith("*"):
            return
        numbers = text.split()
        if numbers and all(number.isdigit() for number in numbers):
            yield [int(number) for number in numbers]


def read(file: Path) -> tuple[Timeline, int]:
    """The network of a file as a timeline, and the published length of its critical path."""
    lines = [text.rstrip() for text in file.read_text(encoding="ascii").splitlines()]
    (project,) = rows(lines, "PROJECT INFORMATION:")
    durations = {row[0]: row[2] for row in rows(lines, "REQUESTS/DURATIONS:")}
    # An activity lasts; a milestone does not: its time lies on the links to what follows.
    links: list[Link] = [
        link(f"m{row[0]}", f"m{after}", durations[row[0]])
        for row in rows(lines, "PRECEDENCE RELATIONS:")
        for after in row[3:]
    ]
    return line(*(f"m{number}" for number in durations), links=links), project[-1]


def test_the_length_of_every_published_network_is_found(networks: tuple[Path, ...]) -> None:
    found = {file.name: (schedule(read(file)[0]).length_days, read(file)[1]) for file in networks}

    assert len(found) == 480
    assert {name: pair for name, pair in found.items() if pair[0] != pair[1]} == {}


def test_the_critical_path_of_every_published_network_is_as_long_as_the_network(
    networks: tuple[Path, ...],
) -> None:
    for file in networks:
        timeline, length = read(file)
        path = schedule(timeline).critical_path
        lags = {(one.before, one.after): one.minimum_days for one in timeline.links}
        assert sum(lags[pair] for pair in pairwise(path)) == length
