"""Dates as text: days, table cells, and ages, long and short."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from osubrowser.models.text.dates import ago, day_cell, minute, minute_cell, second, seen_ago

NOW = datetime(2024, 5, 6, 12, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "long", "short"),
    [
        (-9, "just now", "just now"),
        (4, "just now", "just now"),
        (59, "59 seconds ago", "just now"),
        (61, "1 minute ago", "1 min ago"),
        (3 * 3600, "3 hours ago", "3 h ago"),
        (2 * 86_400, "2 days ago", "2 d ago"),
        (40 * 86_400, "1 month ago", "40 d ago"),
        (1500 * 86_400, "4 years ago", "1,500 d ago"),
    ],
)
def test_an_age_is_written_long_or_short_for_either_kind_of_moment(
    seconds: int, long: str, short: str
) -> None:
    moment = NOW - timedelta(seconds=seconds)
    assert ago(moment, NOW) == long
    assert ago(moment.timestamp(), NOW.timestamp(), is_short=True) == short
    assert ago(moment, NOW.timestamp()) == long


def test_what_is_not_from_the_cache_has_no_age() -> None:
    assert seen_ago(None) == ""
    assert ago(None, NOW) == ""
    assert seen_ago(NOW.timestamp() - 7200, NOW.timestamp()) == " · seen 2 h ago"


def test_cells_are_in_utc_and_no_moment_is_a_dash() -> None:
    east = datetime.fromisoformat("2024-05-07T01:30:15+13:00")
    assert day_cell(east) == "6 May 2024"
    assert minute_cell(east) == "6 May 2024, 12:30"
    assert minute(east) == "6 May 2024, 12:30 UTC"
    assert second(east) == "6 May 2024, 12:30:15 UTC"
    assert day_cell(None) == minute_cell(None) == "–"
    assert minute(None) == second(None) == ""
    first = datetime.min.replace(tzinfo=datetime.fromisoformat("2024-01-01T00:00+05:00").tzinfo)
    assert day_cell(first) == "1 Jan 1"
