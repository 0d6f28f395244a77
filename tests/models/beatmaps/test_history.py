"""Histories of beatmapsets: the counters of set and difficulty by day, and its status."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from osubrowser.models.beatmaps.history import load_set_history
from osubrowser.services.history.days import DAY
from osubrowser.services.history.figures import to_units
from osubrowser.services.history.snapshots import write_series
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import Subject, SubjectKind

NOON = 20_000 * DAY + DAY // 2
PENDING, RANKED, QUALIFIED = 2, 3, 5  # as they are stored


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite")
    yield store
    store.close()


def seen(store: HistoryStore, subject: Subject, days: dict[int, dict[str, float]]) -> None:
    """Write figures by the number of days after `NOON`."""
    units = {
        NOON + number * DAY: to_units(subject.kind, figures) for number, figures in days.items()
    }
    with store.change() as connection:
        write_series(connection, subject, units)


def test_set_and_difficulty_are_in_one_history_and_the_status_is_marked(
    store: HistoryStore,
) -> None:
    """A day may know only one of them; each change of the status is an event of its day."""
    seen(
        store,
        Subject(SubjectKind.BEATMAPSET, 7),
        {
            0: {"play_count": 100, "favourite_count": 3, "status": PENDING},
            1: {"play_count": 130, "favourite_count": 3, "status": QUALIFIED},
            4: {"play_count": 400, "favourite_count": 9, "status": PENDING},
            9: {"play_count": 900, "favourite_count": 20, "status": RANKED},
        },
    )
    seen(
        store,
        Subject(SubjectKind.BEATMAP, 70),
        {1: {"play_count": 60, "pass_count": 8}, 6: {"play_count": 80, "pass_count": 9}},
    )
    subject = SimpleNamespace(id=7, beatmap=SimpleNamespace(id=70))
    history = load_set_history(store, subject, now=NOON + 9 * DAY)  # type: ignore[arg-type]
    first = NOON // DAY
    assert [day - first for day in history.days] == [0, 1, 4, 6, 9]
    values = {
        name: {day - first: n for day, n in of.items()} for name, of in history.values.items()
    }
    assert values["play_count"] == {0: 100, 1: 130, 4: 400, 9: 900}
    assert values["play_count_per_day"] == {1: 30}
    assert values["difficulty_pass_count"] == {1: 8, 6: 9}
    assert [(mark.day - first, mark.text, mark.tone) for mark in history.marks] == [
        (1, "Status: Qualified", 1),
        (4, "Status: Pending", -1),
        (9, "Status: Ranked", 1),
    ]
    other = SimpleNamespace(id=8, beatmap=None)
    assert not load_set_history(store, other, now=NOON)  # type: ignore[arg-type]
