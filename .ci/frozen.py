"""Check of a frozen program: its modules, and `--analyse`. `python .ci/frozen.py PROGRAM`.

A replay of each ruleset is fetched from an embedded server, and the program is to judge it: on a
beatmap file that it fetches itself, and on one that is named. What it prints is compared with what
the replay's header counts. Exit status 0, or an AssertionError.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from osubrowser.api import Client, MemoryTokenStore
from osubrowser.api.entities.scores import Score
from osubrowser.demo.server import DemoServer

MODES = ("osu", "taiko", "fruits", "mania")
KEYS = [
    *("player", "beatmap_md5", "ruleset", "mods", "game_version", "header_counts", "counts"),
    *("unstable_rate", "unstable_rate_raw", "mean_error_ms", "misses", "slider_breaks"),
    *("stars", "pp", "formula", "notes"),
]

LATE_IMPORTS = {"rosu_pp_py", "send2trash", "sqlite3", "watchdog.observers", "keyring.backends"}
"""What is imported when it is needed: a program without it starts, and fails later."""


def check_modules(program: str) -> None:
    """Check that the program has the modules that its start does not need."""
    found = set(CArchiveReader(program).open_embedded_archive("PYZ.pyz").toc)
    assert found >= LATE_IMPORTS, LATE_IMPORTS - found


def score_of(client: Client, mode: str) -> Score:
    """Return a score of the ruleset that has a replay, and whose beatmap was made for it."""
    for row in client.ranking(mode, "performance").ranking:
        if row.user is None or row.user.id is None:
            continue
        for score in client.user_scores(row.user.id, "best", mode=mode, limit=20):
            if score.has_replay and score.beatmap is not None and not score.beatmap.convert:
                return score
    raise AssertionError(f"the embedded server has no replay of {mode}")


def analysed(program: str, environment: dict[str, str], *arguments: object) -> dict[str, object]:
    command = [program, *map(str, arguments)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), (command, done.returncode, done.stderr)
    found: dict[str, object] = json.loads(done.stdout)
    assert list(found) == KEYS, list(found)
    return found


def check(program: str, server: DemoServer, client: Client, mode: str, folder: Path) -> None:
    score = score_of(client, mode)
    assert score.id is not None
    assert score.beatmap is not None
    replay, beatmap = folder / f"{mode}.osr", folder / f"{mode}.osu"
    replay.write_bytes(client.download_score(score.id).data)
    beatmap.write_bytes(client.beatmap_file(score.beatmap.id))
    environment = {
        **os.environ,
        "OSUBROWSER_CLIENT_ID": server.client_id,
        "OSUBROWSER_CLIENT_SECRET": server.client_secret,
    }
    start = ("--profile", folder / "profile", "--analyse", replay)
    found = analysed(program, environment, *start, "--server", server.url)
    assert found == analysed(program, dict(os.environ), *start, "--beatmap", beatmap)
    assert found["counts"] == found["header_counts"], (found["counts"], found["header_counts"])
    assert found["stars"], found  # the library of stars and pp is in the program
    assert found["pp"], found
    assert found["notes"] == [], found["notes"]
    assert (found["unstable_rate"] is None) == (mode == "fruits")


def main() -> None:
    program = str(Path(sys.argv[1]).resolve())
    check_modules(program)
    with tempfile.TemporaryDirectory() as name, DemoServer() as server:
        with Client(
            server.client_id,
            server.client_secret,
            base_url=server.url,
            token_store=MemoryTokenStore(),
        ) as client:
            for mode in MODES:
                check(program, server, client, mode, Path(name))
        broken = Path(name) / "broken.osr"
        broken.write_bytes(b"<html>")
        done = subprocess.run(
            [program, "--analyse", str(broken)],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 2, done
        assert done.stdout == "", done.stdout
        assert done.stderr.count("\n") == 1, done.stderr


if __name__ == "__main__":
    main()
