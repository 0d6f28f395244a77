"""A queue that is killed loses nothing, leaves no half file, and goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from osubrowser.api.entities.scores import Score
from tests.conftest import Server
from tests.services.downloads.parts import FAULTS, KilledProgram


def test_killed_again_and_again_all_arrive_once_and_whole(
    demo_server_with: Callable[..., Server], scores: list[Score], tmp_path: Path
) -> None:
    server = demo_server_with("--limit", "1000000", "--replay-limit", "1000000", *FAULTS)
    program = KilledProgram(server, tmp_path, [score.id or 0 for score in scores[:7]])
    program.run_and_kill(after=0)  # as soon as the replays were added
    program.run_and_kill(after=3)
    program.run_to_end()
    program.check()
