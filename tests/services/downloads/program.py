"""Download queue as a program of its own, so that a test can kill it.

    python -m tests.services.downloads.program PROFILE SERVER CLIENT_ID SECRET FOLDER [IDS_FILE]

It adds the score ids of the file, if given, prints `added`, downloads until the queue is empty,
prints one JSON line with the number of entries in each state, and ends.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from qasync import QEventLoop

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.services.downloads.entries import ReplayDetails, ReplayTarget, WantedReplay
from osubrowser.services.downloads.queue import DownloadQueue
from osubrowser.services.runtime.calls import Calls, make_executor
from osubrowser.services.settings.preferences import Preferences
from osubrowser.services.settings.settings import Settings
from osubrowser.services.storage.folders import Folders
from tests.services.downloads.parts import StubAccount


async def run(profile: Path, account: StubAccount, folder: str, ids: Path | None) -> None:
    executor = make_executor()
    calls = Calls(executor)
    preferences = Preferences(Settings(replay_folder=folder, replay_name="{score_id}"))
    queue = DownloadQueue(calls, account, preferences, Folders.inside(profile))  # type: ignore[arg-type] # a stand-in
    await queue.start()
    if ids is not None:
        numbers = json.loads(ids.read_text())
        await queue.add(
            WantedReplay(ReplayTarget(n), ReplayDetails(fields={"score_id": str(n)}))
            for n in numbers
        )
        print("added", flush=True)  # noqa: T201
    is_done = asyncio.Event()

    def look(*_: object) -> None:
        if not any(entry.state.is_open for entry in queue.entries):
            is_done.set()

    queue.entry_changed.connect(look)
    look()
    await is_done.wait()
    print(json.dumps(Counter(entry.state.value for entry in queue.entries)), flush=True)  # noqa: T201
    await queue.close()
    calls.close()


def main() -> None:
    profile, server, client_id, secret, folder, *rest = sys.argv[1:]
    app = QCoreApplication([])
    client = Client(
        client_id, secret, base_url=server, token_store=MemoryTokenStore(), max_wait=1.5
    )
    account = StubAccount(client)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with client:
        loop.run_until_complete(
            run(Path(profile), account, folder, Path(rest[0]) if rest else None)
        )


if __name__ == "__main__":
    main()
