"""Tests of the recorder: responses of the demo server become snapshots, once each."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from osubrowser.services.history.days import DAY
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import player
from osubrowser.services.history.topics import topics
from tests.conftest import Server
from tests.idle import WAIT
from tests.services.history.observed import client_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite", topics())
    yield store
    store.close()


@pytest.fixture
def recorder(store: HistoryStore) -> Iterator[Recorder]:
    """Return a recorder of that store."""
    problems: list[object] = []
    recorder = Recorder(lambda: store, on_written=list, on_problem=problems.append)
    yield recorder
    recorder.close()
    assert not problems


def test_a_profile_leaves_one_snapshot_however_often_it_is_seen(
    demo_server: Server, recorder: Recorder, store: HistoryStore
) -> None:
    """The figures of the snapshot are those of the response."""
    client = client_of(demo_server, recorder)
    for _ in range(3):
        user = client.user(2, mode="osu")
    recorder.flush()
    snapshot = store.latest(player(2, "osu"))
    assert snapshot is not None
    assert len(store.series(player(2, "osu"), since=snapshot.at // DAY * DAY)) == 1
    assert user.statistics is not None
    assert snapshot.figures["global_rank"] == user.statistics.global_rank
    assert snapshot.figures["pp"] == pytest.approx(user.statistics.pp, abs=0.0005)
    assert snapshot.figures["play_count"] == user.statistics.play_count


def test_a_flush_ends_while_more_responses_come(recorder: Recorder) -> None:
    """It waits for those that were observed before it, not for the end of a stream."""
    has_ended = threading.Event()

    def feed() -> None:
        while not has_ended.is_set():
            recorder.observe("/api/v2/nothing", {}, None, None)

    feeder = threading.Thread(target=feed)
    feeder.start()
    flushing = threading.Thread(target=recorder.flush)
    flushing.start()
    flushing.join(WAIT / 1000)
    is_flushed = not flushing.is_alive()
    has_ended.set()
    feeder.join()
    assert is_flushed
