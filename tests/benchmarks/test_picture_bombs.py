"""Stalls of the GUI thread while picture bombs are downloaded and decoded, beside honest ones."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QCoreApplication, QEventLoop

from osubrowser.services.images.image_store import ImageStore
from osubrowser.services.runtime.calls import Calls
from tests.asset_server import AssetServer
from tests.benchmarks.stalls import Stalls
from tests.services.conftest import calls as calls
from tests.services.images.picture_bombs import KINDS
from tests.services.images.test_image_store import picture
from tests.services.images.test_image_store import server as server
from tests.services.images.test_image_store import store as store

LONGEST = 0.05  # seconds


def stalls_of(store: ImageStore, server: AssetServer, bodies: dict[str, bytes]) -> list[float]:
    """Request pictures one after the other; return the longest stall of each, in seconds."""
    stalls, found = Stalls(time.process_time), []
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    for path, body in bodies.items():
        url = f"{server.url}/{path}"
        server.answers[f"/{path}"] = (200, {}, body)
        stalls.take()
        while store.request(url, 720, 1080, "fit") is None and url not in store._failures:
            QCoreApplication.processEvents(wait)
        found.append(stalls.take())
        store._pixmaps.clear()
    stalls.stop()
    return sorted(found)


def test_stalls_while_picture_bombs_come(
    store: ImageStore, server: AssetServer, calls: Calls
) -> None:
    bombs = [data for kind in KINDS.values() for _, data in kind()]
    assert len(bombs) > 100
    honest = picture(1000, 700, "red", b"JPG")
    gc.collect()
    gc.freeze()
    gc.disable()  # as in the program, where a collection waits until there is no input
    try:
        least = stalls_of(store, server, {f"honest{n}": honest for n in range(len(bombs))})
        found = stalls_of(store, server, {f"bomb{n}": data for n, data in enumerate(bombs)})
    finally:
        gc.enable()
        gc.unfreeze()
    for name, times in (("honest pictures", least), ("bombs", found)):
        print(
            f"\nstalls over {len(times)} {name}: p50 {times[len(times) // 2] * 1000:.1f} ms, "
            f"p99 {times[int(len(times) * 0.99)] * 1000:.1f} ms, longest {times[-1] * 1000:.1f} ms"
        )
    assert found[-1] <= LONGEST
