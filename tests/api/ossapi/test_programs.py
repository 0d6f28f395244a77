"""Programs written for ossapi run unchanged: the same output and files with both libraries."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.api.ossapi.run_program import free_redirect
from tests.conftest import ROOT, Server

pytest.importorskip("ossapi")
pytest.importorskip("aiohttp")  # asynchronous programs need it with ossapi itself
HERE = Path(__file__).parent
PROGRAMS = sorted(path.stem for path in (HERE / "programs").glob("*.py"))
LONGEST = 300
"""Seconds after which a program hangs."""


def start(which: str, program: str, server: Server, folder: Path) -> subprocess.Popen[str]:
    """Start a program in a new folder, with `theirs` or `ours`."""
    folder.mkdir()
    home = folder.with_name(f"home-{which}")
    home.mkdir()
    environment = os.environ | {
        "OSU_URL": server.url,
        "CLIENT_ID": server.client_id,
        "CLIENT_SECRET": server.client_secret,
        "API_KEY": server.api_key,
        "REDIRECT_URI": free_redirect(),
        "OAUTHLIB_INSECURE_TRANSPORT": "1",
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "LOCALAPPDATA": str(home),
    }
    command = [sys.executable, str(HERE / "run_program.py"), which]
    return subprocess.Popen(
        [*command, str(HERE / "programs" / f"{program}.py")],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return what a program wrote, less ossapi's tokens."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pickle"
    }


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_does_the_same_with_both(
    program: str, demo_server_with: Callable[..., Server], tmp_path: Path
) -> None:
    server = demo_server_with("--replay-limit", "100")
    results = {}
    running = {
        which: start(which, program, server, tmp_path / which) for which in ("theirs", "ours")
    }
    for which, process in running.items():
        printed, errors = process.communicate(timeout=LONGEST)
        assert process.returncode == 0, f"{which}: {errors}"
        results[which] = printed.splitlines(), files(tmp_path / which)
    (output, written), (wanted, wanted_files) = results["ours"], results["theirs"]
    assert not list(unified_diff(wanted, output, "theirs", "ours", n=0))
    assert written == wanted_files
    assert len(output) > 5


def test_there_are_programs_of_every_kind() -> None:
    texts = [(HERE / "programs" / f"{name}.py").read_text("utf-8") for name in PROGRAMS]
    assert len(PROGRAMS) >= 16
    assert all("ossapi" in text and "osubrowser" not in text for text in texts)
    assert sum("OssapiAsync" in text for text in texts) >= 2
    assert sum("OssapiV1" in text for text in texts) >= 2
