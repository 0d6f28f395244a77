"""Notifications: what is new since the last one, one text for all, and quiet hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from osubrowser.models.following.notices import (
    changes_notice,
    is_quiet,
    newest_change,
    notice_text,
)
from osubrowser.services.history.changes import ChangeKind, add_change
from osubrowser.services.history.follow_rows import Follow, add_follows, read_follows
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.store import HistoryStore

NIGHT = (22 * 60, 8 * 60)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore(tmp_path / "history.sqlite")
    yield store
    store.close()


@pytest.mark.parametrize(
    ("now", "begin", "end", "quiet"),
    [
        (23 * 60, *NIGHT, True),
        (0, *NIGHT, True),
        (8 * 60 - 1, *NIGHT, True),
        (8 * 60, *NIGHT, False),
        (22 * 60 - 1, *NIGHT, False),
        (13 * 60, 12 * 60, 14 * 60, True),
        (14 * 60, 12 * 60, 14 * 60, False),
        (5, 60, 60, True),
    ],
)
def test_quiet_hours_can_go_over_midnight(now: int, begin: int, end: int, quiet: bool) -> None:
    assert is_quiet(now, begin, end) is quiet


def test_quiet_hours_follow_the_clock_on_the_wall_when_it_is_put_back() -> None:
    # Berlin, 25 October 2026: the hour from 2:00 comes twice.
    berlin = ZoneInfo("Europe/Berlin")
    begin = datetime(2026, 10, 25, tzinfo=UTC)
    walls = [(begin + timedelta(minutes=30 * n)).astimezone(berlin) for n in range(6)]
    minutes = [one.hour * 60 + one.minute for one in walls]
    assert minutes == [120, 150, 120, 150, 180, 210]
    assert [is_quiet(one, 120, 180) for one in minutes] == [True] * 4 + [False] * 2


def test_many_changes_make_one_text() -> None:
    assert notice_text([]) == ""
    assert notice_text(["a: b"]) == "a: b"
    lines = notice_text([f"player {n}: x" for n in range(9)]).splitlines()
    assert lines[0].startswith("9 change")
    assert lines[1:4] == ["player 0: x", "player 1: x", "player 2: x"]
    assert "6 more" in lines[-1]


def test_only_new_changes_of_things_that_are_not_muted_are_told(store: HistoryStore) -> None:
    added = [
        Follow(FollowKind.PLAYER, "/users/2", "peppy"),
        Follow(FollowKind.PLAYER, "/users/3", "silent", is_muted=True),
    ]
    add_follows(store, added)
    known = {one.id: one for one in read_follows(store)}
    loud, muted = sorted(known)
    with store.change() as connection:
        add_change(connection, loud, 5, ChangeKind.NAME, {"before": "old", "after": "peppy"})
    told = newest_change(store)
    assert changes_notice(store, told, known).text == ""
    with store.change() as connection:
        add_change(connection, muted, 6, ChangeKind.NAME, {"before": "a", "after": "b"})
        add_change(connection, loud, 7, ChangeKind.MEDAL, {"name": "Gold"})
        newest = add_change(connection, loud, 8, ChangeKind.MEDAL, {"name": "Read"}, is_read=True)
    notice = changes_notice(store, told, known)
    assert notice.text == "peppy: New medal: Gold"
    assert notice.newest == newest - 1  # of those that are unread
    assert changes_notice(store, notice.newest, known).text == ""
    # However many later ones are unread, and whenever it happened.
    with store.change() as connection:
        for at in range(100, 400):
            told = add_change(connection, loud, at, ChangeKind.MEDAL, {"name": "Many"})
        add_change(connection, loud, 50, ChangeKind.MEDAL, {"name": "Late"})
    assert changes_notice(store, told, known).text == "peppy: New medal: Late"
