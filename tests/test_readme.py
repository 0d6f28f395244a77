"""What the README shows is so: its program, its command line, and its pictures of every page."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PIL import Image

from osubrowser import cli
from osubrowser.api import Client, MemoryTokenStore, NotFound, read_replay
from osubrowser.api.legacy import LegacyClient
from osubrowser.pages import PageParts, page_kinds
from tests.conftest import Server

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SHOTS = ROOT / "resources" / "screenshots"
MOST_BYTES = 2_500_000
"""Of all pictures together, which everybody downloads with the source."""
HOME = ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE")
"""Where a system says that a program may keep things."""


def test_the_program_runs_on_the_embedded_osu(
    demo_server_with: Callable[..., Server],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server = demo_server_with()
    [program] = re.findall(r"^```python\n(.*?)^```", README.read_text("utf-8"), re.S | re.M)
    for ours in ("Client(client_id, client_secret", "LegacyClient(api_key"):
        assert program.count(f"with {ours})") == 1
        program = program.replace(ours, f"{ours}, base_url=url")
    for name in HOME:
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    exec(compile(program, str(README), "exec"), vars(server).copy())

    lines = capsys.readouterr().out.splitlines()
    with (
        Client(
            server.client_id,
            server.client_secret,
            base_url=server.url,
            token_store=MemoryTokenStore(),
        ) as osu,
        LegacyClient(server.api_key, base_url=server.url) as old,
    ):
        rows = [
            r for p in osu.pages(osu.ranking, "osu", "performance", country="JP") for r in p.ranking
        ]
        assert rows[50].user
        assert lines.pop(0) == f"{rows[50].user.username} {rows[50].pp}"
        best = osu.user(12092800).scores_best_count
        assert best
        for shown in lines[:best]:
            assert re.fullmatch(r".+ [A-Z0-9]+( \(.*\))? \d+\.\d\d% \d+(\.\d+)?", shown), shown
        replay, error, rank, packed = lines[best:]
        [file] = (path for path in tmp_path.iterdir() if path.suffix == ".osr")
        saved = read_replay(file.read_bytes())
        assert replay == f"{saved} {len(saved.frames())}"
        assert file.name.startswith(f"{saved.username} - ")
        with pytest.raises(NotFound) as refusal:
            osu.user("nobody of this name")
        assert error == str(refusal.value)
        assert rank == str(old.get_user("peppy").rank)
        assert packed == str(old.get_replay(beatmap_id=1776628, user=3256299))


def test_it_names_every_option_of_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.parse(["--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    text = README.read_text("utf-8").partition("## From the command line")[2]
    assert {one for one in options if one not in text} == set()


def test_it_has_a_picture_of_every_page() -> None:
    spec = importlib.util.spec_from_file_location("screenshots", ROOT / ".ci" / "screenshots.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script  # its dataclass looks there
    spec.loader.exec_module(script)
    kinds = page_kinds(cast("PageParts", SimpleNamespace(account=None, calls=None)))
    names = {f"{one.name}.png" for one in script.pictures(kinds)}
    files = list(SHOTS.iterdir())
    assert {file.name for file in files} == names
    shown = re.findall(r"!\[[^]]+\]\(resources/screenshots/([^)]+)\)", README.read_text("utf-8"))
    assert sorted(shown) == sorted(names)
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_its_pictures_are_made_by_one_command(tmp_path: Path) -> None:
    pytest.importorskip("time_machine", reason="of the extra [dev]")
    command = [sys.executable, str(ROOT / ".ci" / "screenshots.py"), "--only", "welcome"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    out = tmp_path / "pictures"
    done = subprocess.run(
        [*command, "--out", str(out)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [file.name for file in out.iterdir()] == ["welcome.png"]
    with Image.open(out / "welcome.png") as picture, Image.open(SHOTS / "welcome.png") as shown:
        assert picture.size == shown.size
        assert picture.mode == shown.mode == "P"
    assert list(tmp_path.iterdir()) == [out], "the profile is removed"
