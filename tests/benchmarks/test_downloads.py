"""Downloads of many replays: the queue against a bare loop, and through faults and kills."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests
from pytestqt.qtbot import QtBot

from osubrowser.api import Client
from osubrowser.api.entities.scores import Score
from tests.conftest import Server
from tests.services.conftest import Run, calls, run
from tests.services.downloads.conftest import (
    MakeQueue,
    account,
    client,
    fast_server,
    folder,
    make_queue,
)
from tests.services.downloads.parts import (
    FAULTS,
    DownloadLog,
    KilledProgram,
    is_idle,
    short_scores,
    states,
)

__all__ = ["account", "calls", "client", "fast_server", "folder", "make_queue", "run"]

AT_MOST = 1.2
"""Times that a bare loop of requests and file writes takes."""
TURNS, REPLAYS = 3, 40
MANY = int(os.environ.get("OSUBROWSER_MANY_REPLAYS", "120"))
"""Replays of the run with faults and kills; 1,000 take some minutes."""
KILLS = 10
LIMIT, WINDOW = 10, 60.0
"""Downloads that osu! allows, in so many seconds."""


@pytest.fixture(scope="module")
def known(fast_server: Server) -> Iterator[list[Score]]:
    from tests.services.downloads.parts import client_of

    with client_of(fast_server) as client:
        yield short_scores(client, players=max(2, MANY // 40))


def test_throughput_against_a_bare_loop(
    make_queue: MakeQueue,
    known: list[Score],
    client: Client,
    fast_server: Server,
    tmp_path: Path,
    run: Run,
    qtbot: QtBot,
) -> None:
    token = client._tokens.current().access_token
    headers = {"Authorization": f"Bearer {token}"}
    bare = queued = 0.0
    for turn in range(TURNS):
        scores = known[turn * REPLAYS : (turn + 1) * REPLAYS]
        plain = tmp_path / f"plain {turn}"
        plain.mkdir()
        began = time.perf_counter()
        for score in scores:
            address = f"{fast_server.url}/api/v2/scores/{score.id}/download"
            answer = requests.get(address, headers=headers, timeout=30)
            answer.raise_for_status()
            (plain / f"{score.id}.osr").write_bytes(answer.content)
        bare += time.perf_counter() - began
        queue = make_queue()
        began = time.perf_counter()
        run(queue.add_scores(scores))
        qtbot.waitUntil(lambda queue=queue: is_idle(queue))  # type: ignore[misc] # bound now
        queued += time.perf_counter() - began
        assert states(queue)["done"] == (turn + 1) * REPLAYS
    count = TURNS * REPLAYS
    print(
        f"\n{count} replays: {bare:.2f} s by a bare loop, {queued:.2f} s by the queue:"
        f" x{queued / bare:.2f}"
    )
    assert queued <= AT_MOST * bare


def test_many_replays_through_faults_and_kills(
    demo_server_with: Callable[..., Server], known: list[Score], tmp_path: Path
) -> None:
    server = demo_server_with("--limit", "1000000", "--replay-limit", "1000000", *FAULTS)
    ids = [score.id or 0 for score in known[:MANY]]
    assert len(ids) == MANY
    program = KilledProgram(server, tmp_path, ids)
    began = time.perf_counter()
    for kill in range(KILLS):
        program.run_and_kill(after=kill % 3 * MANY // 30)
    program.run_to_end()
    program.check()
    print(f"\n{MANY} replays, {KILLS} kills: {time.perf_counter() - began:.0f} s")


def test_at_the_real_limit_no_minute_of_the_servers_log_has_more_than_ten(
    demo_server_with: Callable[..., Server], known: list[Score], tmp_path: Path
) -> None:
    """Takes two minutes: the limit is osu!'s own, also after a kill and for what is tried again."""
    server = demo_server_with("--faults", "500:0.15,truncate:0.15")
    log = DownloadLog(server)
    program = KilledProgram(server, tmp_path, [score.id or 0 for score in known[: 2 * LIMIT - 2]])
    program.run_and_kill(after=4)
    program.run_to_end()
    program.check()
    times = sorted(log.times)
    most = max(sum(at <= other < at + WINDOW for other in times) for at in times)
    span = times[-1] - times[0]
    print(f"\n{len(times)} requests in {span:.0f} s, at most {most} in any {WINDOW:.0f} s")
    assert len(times) > 2 * LIMIT - 2
    assert 429 not in log.statuses
    assert most <= LIMIT
    assert span < WINDOW * len(times) / LIMIT + 2 * WINDOW  # and it goes as fast as it may
