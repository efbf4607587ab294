"""Published wards, with one staffing rule for whoever shares them out."""

from pathlib import Path

import pytest

from carecore.flows import ZoneQuestion, staff_range, staff_zones


def published_zones(real_data: Path, name: str) -> tuple[list[list[int]], list[int]]:
    """The points of each client, zone by zone; and people, least, most and points of each."""
    file = real_data / "matching" / "balance" / f"{name}.txt"
    if not file.is_file():
        pytest.skip("there are no published wards here. Maybe pass --real-data DIR")
    rows = [list(map(int, row.split())) for row in file.read_text(encoding="utf-8").splitlines()]
    (_, people), (least, most, limit), *zones = [row for row in rows if row]
    assert all(count == len(points) for count, *points in zones)
    return [points for _, *points in zones], [people, least, most, limit]


def published_ward(real_data: Path, name: str) -> list[ZoneQuestion]:
    """What is asked of each zone, once it has its people."""
    zones, (people, least, most, limit) = published_zones(real_data, name)
    ranges = [staff_range(one, least=least, most=most, limit=limit) for one in zones]
    return [
        ZoneQuestion(weights=one, people=staff, least=least, most=most, limit=limit)
        for one, staff in zip(zones, staff_zones(zones, people, ranges=ranges), strict=True)
    ]
