"""Columns of the download queue: texts, sort keys, export, and values out of any range."""

from __future__ import annotations

import time

import pytest

from osubrowser.models.replays import queue
from osubrowser.models.replays.queue import STATE_NAMES, queue_columns, queue_record, size_text
from osubrowser.models.table.column import make_rows
from osubrowser.services.downloads.entries import (
    DownloadState,
    QueueEntry,
    ReplayDetails,
    ReplayTarget,
)
from tests.conftest import StubClock


def entry(state: DownloadState = DownloadState.WAITING, **fields: object) -> QueueEntry:
    values: dict[str, object] = {
        "target": ReplayTarget(score_id=123, mode="osu"),
        "details": ReplayDetails("Player", "Artist - Title [Hard]", "HDDT", "osu"),
        **fields,
    }
    return QueueEntry(1, 1, 1, "demo", state=state, **values)  # type: ignore[arg-type] # by name


def texts(one: QueueEntry) -> dict[str, str]:
    columns = queue_columns()
    (row,) = make_rows(columns, [one], first_number=4, identity=lambda e: e.id)
    return {column.key: text for column, text in zip(columns, row.texts, strict=True)}


def test_a_running_download() -> None:
    shown = texts(
        entry(
            DownloadState.DOWNLOADING, received=25_000, size=100_000, speed=2_500_000.0, attempts=2
        )
    )
    assert shown["position"] == "4"
    assert shown["replay"] == "Player  Artist - Title [Hard]"
    assert shown["mods"] == "HD, DT"
    assert shown["state"] == "Downloading"
    assert shown["progress"] == "25%"
    assert (shown["size"], shown["speed"], shown["attempts"]) == ("100.0 kB", "2.5 MB/s", "2")


def test_a_score_that_is_not_known_yet() -> None:
    shown = texts(entry(details=None))
    assert shown["replay"] == "score 123"
    assert shown["mods"] == ""
    assert shown["size"] == "–"


def test_every_state_has_a_name() -> None:
    assert set(STATE_NAMES) == set(DownloadState)
    for state in DownloadState:
        assert texts(entry(state))["state"] == STATE_NAMES[state]


def test_a_failure_says_when_it_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = StubClock()
    stub = clock.module()
    stub.strftime, stub.localtime = time.strftime, time.gmtime
    monkeypatch.setattr(queue, "time", stub)
    waiting = entry(failure="osu! cannot be reached.", retry_at=clock.now + 60)
    assert texts(waiting)["failure"] == "osu! cannot be reached. Tried again at 13:47:40."
    clock.advance(61)
    assert texts(waiting)["failure"] == "osu! cannot be reached."


def test_values_out_of_range_are_no_accident() -> None:
    columns = queue_columns()
    odd = entry(
        DownloadState.DOWNLOADING,
        received=10**30,
        size=0,
        speed=1e300,
        added_at=1e300,
        finished_at=-5.0,
        details=ReplayDetails(player="a\nb" * 400, title="\u202e" * 50, mods="??"),
    )
    (row,) = make_rows(columns, [odd], identity=lambda e: e.id)
    assert "\n" not in "".join(row.texts)
    assert row.texts[5] == "0%"
    for column in columns:
        row.sort_key(column)
    assert queue_record(odd)["added_at"] is None


@pytest.mark.parametrize(
    ("size", "text"),
    [(None, "–"), (0, "0 B"), (999, "999 B"), (45_120, "45.1 kB"), (2_000_000, "2.0 MB")],
)
def test_sizes(size: int | None, text: str) -> None:
    assert size_text(size) == text
