"""Replays of ossapi's interface, opened, read and written beside osrparse in one run."""

from __future__ import annotations

import lzma
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest

from osubrowser.api.ossapi.replay import Replay
from osubrowser.api.replays import ReplayHeader, encode_replay

FRAMES = 15_000
ROUNDS = 7


def replay_of_usual_length() -> bytes:
    draw = random.Random(5)
    rows = (
        f"{draw.randint(8, 17)}|{draw.uniform(0, 512):.4f}|{draw.uniform(0, 384):.4f}|"
        f"{draw.choice((0, 1, 2, 5, 10))}"
        for _ in range(FRAMES)
    )
    packed = lzma.compress(",".join(rows).encode(), lzma.FORMAT_ALONE)
    return encode_replay(ReplayHeader(username="peppy", life_bar_graph="0|1,"), packed, 1)


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of some work."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def test_replays_are_read_and_written_faster_than_by_osrparse() -> None:
    osrparse: Any = pytest.importorskip("osrparse")
    data = replay_of_usual_length()
    ours, theirs = Replay(data), osrparse.Replay.from_string(data)
    assert ours.replay_data == theirs.replay_data
    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "opened": (lambda: Replay(data), lambda: osrparse.Replay.from_string(data)),
        "with frames": (
            lambda: Replay(data).replay_data,
            lambda: osrparse.Replay.from_string(data),
        ),
        "packed, unchanged": (ours.pack, theirs.pack),
    }
    ratios = {}
    for name, (here, there) in pairs.items():
        one, other = seconds(here), seconds(there)
        ratios[name] = one / other
        print(f"\n{name:20} {one * 1e3:7.2f} ms, osrparse {other * 1e3:7.2f} ms")
    assert all(ratio < 1 for ratio in ratios.values()), ratios
