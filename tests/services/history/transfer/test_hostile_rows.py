"""Tests of rows that no history of this program has: refused, or harmless where they are used."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from osubrowser.api import Client
from osubrowser.api.auth.token_stores import MemoryTokenStore
from osubrowser.services.history.recorder import Recorder
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import player
from osubrowser.services.history.topics import closing_topics, topics
from osubrowser.services.history.transfer.imports import import_file
from osubrowser.services.history.transfer.progress import Progress
from tests.conftest import Server
from tests.services.history.transfer.made_histories import SERVER, START

LATER = 9_000_000_000

PLAY: Mapping[str, Any] = {
    "player": 2,
    "ruleset": 0,
    "score": 5,
    "beatmap": 7,
    "pp": 400_000,
    "since": START,
    "until": None,
    "is_new": 1,
    "mods": "HDDT",
    "earlier": b"",
    "details": bytes(20),
}
FOLLOW: Mapping[str, Any] = {
    "kind": "player",
    "address": "/users/2",
    "title": "peppy",
    "added_at": START,
    "checked_at": 0,
    "state": "",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return an empty store."""
    store = HistoryStore(tmp_path / "history.sqlite", topics(), closing_topics())
    yield store
    store.close()


def imported(store: HistoryStore, folder: Path, table: str, row: Mapping[str, Any]) -> int:
    """Import one row, and return how many were broken."""
    values = [
        {"base64": base64.b64encode(one).decode()} if isinstance(one, bytes) else one
        for one in row.values()
    ]
    file = folder / "file.json"
    header = {"format": "osubrowser history", "version": 1, "server": SERVER}
    record = {"table": table, "columns": list(row), "rows": [values]}
    file.write_text(json.dumps({**header, "records": [record]}))
    counts = import_file(store, file, SERVER, Progress())
    assert sum(counts.added.values()) + counts.broken == 1
    return counts.broken


@pytest.mark.parametrize(
    ("table", "row", "change", "broken"),
    [
        ("plays", PLAY, {}, 0),
        ("plays", PLAY, {"pp": -1}, 1),
        ("plays", PLAY, {"ruleset": 4}, 1),
        ("plays", PLAY, {"score": 1 << 63}, 1),
        ("plays", PLAY, {"since": LATER}, 1),
        ("plays", PLAY, {"since": None}, 1),
        ("plays", PLAY, {"details": b"short"}, 1),
        ("plays", PLAY, {"earlier": b"\xff"}, 1),
        ("plays", PLAY, {"mods": '[["HD"]]'}, 1),
        ("play_beatmaps", {"beatmap": 7, "data": "[39804]"}, {}, 0),
        ("play_beatmaps", {"beatmap": 7, "data": '["39804"]'}, {}, 1),
        ("follows", FOLLOW, {}, 0),
        ("follows", FOLLOW, {"checked_at": LATER}, 1),
        ("follows", FOLLOW, {"state": json.dumps({"at": LATER})}, 1),
        ("follows", FOLLOW, {"state": "[" * 60_000}, 1),
        ("follows", FOLLOW, {"state": '{"at": NaN}'}, 1),
        ("follows", FOLLOW, {"kind": "team"}, 1),
        ("follows", FOLLOW, {"address": "/users/2/osu"}, 1),
        ("standings", {"ruleset": 0, "player": 2, "name": "x", "is_me": 1}, {}, 1),
    ],
)
def test_a_row_that_cannot_be_is_refused(
    store: HistoryStore,
    tmp_path: Path,
    table: str,
    row: Mapping[str, Any],
    change: Mapping[str, Any],
    broken: int,
) -> None:
    """Each row differs in one value from one that is taken."""
    assert imported(store, tmp_path, table, {**row, **change}) == broken


def test_what_cannot_be_compared_begins_anew(
    demo_server: Server,
    store: HistoryStore,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Odd values of what was last known stop no recording, and are gone after one look."""
    figures: dict[str, object] = {
        "rank": "x",
        "country": [],
        "pp": None,
        "plays": {},
        "play_time": "",
        "since": "",
    }
    known = {"now": figures, "base": figures, "since": "x"}
    state = json.dumps({"at": START, "rulesets": {"osu": known}, "name": 5})
    assert not imported(store, tmp_path, "follows", {**FOLLOW, "state": state})
    recorder = Recorder(lambda: store, on_written=list, on_problem=lambda _error: None)
    client = Client(
        int(demo_server.client_id),
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
        observer=recorder,
    )
    with caplog.at_level(logging.CRITICAL + 1):
        client.user(2, mode="osu")
        recorder.flush()
    with store.read() as connection:
        assert connection.execute("SELECT state FROM follows").fetchone() == ("",)
    client.users([2, 3])
    recorder.flush()
    recorder.close()
    assert store.series(player(2, "osu"))
    with store.read() as connection:
        (kept,) = connection.execute("SELECT state FROM follows").fetchone()
    assert json.loads(kept)["at"] > START
