"""One page of a ranking, from bytes to rows that are ready to paint, against plain JSON."""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable

import pytest

from tests.conftest import ANSWERS


@pytest.fixture
def body() -> bytes:
    return (ANSWERS / "v2" / "get_rankings_200.json").read_bytes()


def ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 200) -> float:
    """Return how many times longer `ours` takes: medians of measurements in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for work in (ours, theirs) * 5:
        work()
    gc.collect()
    for _ in range(rounds):
        for work, kept in zip((ours, theirs), times, strict=True):
            started = time.perf_counter()
            work()
            kept.append(time.perf_counter() - started)
    return statistics.median(times[0]) / statistics.median(times[1])


def test_decoding_is_cheaper_than_json_alone(body: bytes) -> None:
    from osubrowser.api.decoding.decode import decode
    from osubrowser.api.entities.rankings import Rankings

    found = ratio(lambda: decode(body, Rankings), lambda: json.loads(body))
    print(f"\ndecoding a rankings page: x{found:.2f} of json.loads")
    assert found <= 0.9, f"{found:.2f} times json.loads"


def test_a_page_is_ready_to_paint_in_little_more_than_json_alone(body: bytes) -> None:
    from osubrowser.api.decoding.decode import decode
    from osubrowser.api.entities.rankings import Rankings
    from osubrowser.models.rankings.rankings import columns_of, identity_of
    from osubrowser.models.table.column import make_rows
    from osubrowser.services.places.places import RankingsPlace

    place = RankingsPlace()
    columns, identity = columns_of(place, lambda code: f"flag:{code}"), identity_of(place)

    def rows() -> object:
        return make_rows(columns, decode(body, Rankings).ranking, identity=identity)

    found = ratio(rows, lambda: json.loads(body))
    print(f"\nbytes to rows ready to paint: x{found:.2f} of json.loads")
    assert found <= 2.5, f"{found:.2f} times json.loads"  # about 1.8 on a quiet machine
