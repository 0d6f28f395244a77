"""Check of a frozen program: its modules, libraries and child processes, and `--analyse`.

Run it as `python .ci/frozen.py PROGRAM`. A replay of each ruleset is fetched from an embedded
server, and the program is to judge it: on a beatmap file that it fetches itself, and on one that is
named. What it prints is compared with what the replay's header counts. Exit status 0, or 1 and what
was found.
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
from osubrowser.demo.server import DemoServer

MODES = ("osu", "taiko", "fruits", "mania")
KEYS = [
    *("player", "beatmap_md5", "ruleset", "mods", "game_version", "header_counts", "counts"),
    *("unstable_rate", "unstable_rate_raw", "mean_error_ms", "misses", "slider_breaks"),
    *("stars", "pp", "formula", "notes"),
]

LATE_IMPORTS = {
    "miniaudio",
    "rosu_pp_py",
    "send2trash",
    "sqlite3",
    "watchdog.observers",
    "keyring.backends",
}
"""What is imported when it is needed: a program without it starts, and fails later."""


def expect(is_so: bool, found: object) -> None:
    """End the check, and print what was found, unless it is as expected."""
    if not is_so:
        raise SystemExit(f"Not as expected: {found}")


def check_modules(program: str) -> None:
    """Check that the program has the modules that its start does not need."""
    found = set(CArchiveReader(program).open_embedded_archive("PYZ.pyz").toc)
    expect(found >= LATE_IMPORTS, LATE_IMPORTS - found)


def check_libraries(program: str) -> None:
    """Check that each shared library of a Linux program loads, without symbols for debuggers.

    Those of Wayland need libraries that not every computer has.
    """
    folder = Path(program).parent / "_internal"
    files = sorted(path for path in folder.rglob("*.so*") if not path.is_symlink())
    code = (
        "import ctypes, sys\n"
        "for file in sys.argv[1:]:\n"
        "    try: ctypes.CDLL(file, ctypes.RTLD_GLOBAL if 'libpython' in file else 0)\n"
        "    except OSError as error: print(error)\n"
    )
    files.sort(key=lambda path: not path.name.startswith("libpython"))
    environment = {"LD_LIBRARY_PATH": str(folder), "PATH": os.environ["PATH"]}
    done = run([sys.executable, "-c", code, *map(str, files)], environment)
    failed = [line for line in done.stdout.splitlines() if "libwayland-" not in line]
    expect(done.returncode == 0 and not failed, failed or done)


def run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, and return what it wrote."""
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def check_children(program: str) -> None:
    """Check that the program starts as each of its child processes, which write that they can."""
    for switch in (["--decode-pictures"], ["--analyse-replays", "10"], ["--index-game-files"]):
        done = run([program, *switch], dict(os.environ))
        expect(done.returncode == 0 and done.stdout == "R", done)


def score_of(client: Client, mode: str) -> tuple[int, int]:
    """Return the ids of a score with a replay, and of its beatmap, which is no converted one."""
    for row in client.ranking(mode, "performance").ranking:
        if row.user is None or row.user.id is None:
            continue
        for score in client.user_scores(row.user.id, "best", mode=mode, limit=20):
            beatmap = score.beatmap
            if score.has_replay and score.id and beatmap is not None and not beatmap.convert:
                return score.id, beatmap.id
    raise SystemExit(f"The embedded server has no replay of {mode}.")


def analysed(program: str, environment: dict[str, str], *arguments: object) -> dict[str, object]:
    """Return the object that `--analyse` prints."""
    done = run([program, *map(str, arguments)], environment)
    expect(done.returncode == 0 and not done.stderr, done)
    found: dict[str, object] = json.loads(done.stdout)
    expect(list(found) == KEYS, list(found))
    return found


def check(program: str, server: DemoServer, client: Client, mode: str, folder: Path) -> None:
    """Check what the program says of a replay of a ruleset."""
    score_id, beatmap_id = score_of(client, mode)
    replay, beatmap = folder / f"{mode}.osr", folder / f"{mode}.osu"
    replay.write_bytes(client.download_score(score_id).data)
    beatmap.write_bytes(client.beatmap_file(beatmap_id))
    environment = {
        **os.environ,
        "OSUBROWSER_CLIENT_ID": server.client_id,
        "OSUBROWSER_CLIENT_SECRET": server.client_secret,
    }
    start = ("--profile", folder / "profile", "--analyse", replay)
    found = analysed(program, environment, *start, "--server", server.url)
    named = analysed(program, dict(os.environ), *start, "--beatmap", beatmap)
    expect(found == named, (found, named))
    expect(found["counts"] == found["header_counts"] and not found["notes"], found)
    # The library of stars and pp is in the program.
    expect(bool(found["stars"] and found["pp"] and found["formula"]), found)
    expect((found["unstable_rate"] is None) == (mode == "fruits"), found)


def main() -> None:
    """Check the program that the command line names."""
    program = str(Path(sys.argv[1]).resolve())
    check_modules(program)
    if sys.platform == "linux":
        check_libraries(program)
    check_children(program)
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
        done = run([program, "--analyse", str(broken)], dict(os.environ))
        expect(done.returncode == 2, done)
        expect(not done.stdout and done.stderr.count("\n") == 1, done)


if __name__ == "__main__":
    main()
