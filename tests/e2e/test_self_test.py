"""`--self-test` on the program as it is started: a line a page, and a status that tells."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from osubrowser.api.errors import ServerTrouble
from osubrowser.selftest import PLACES, self_test
from osubrowser.services.places.urls import short
from tests.e2e.conftest import Browser

HOMES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    *(f"XDG_{kind}_HOME" for kind in ("CONFIG", "DATA", "CACHE", "STATE")),
)


def test_a_line_a_page_and_every_file_in_the_profile(tmp_path: Path) -> None:
    home, profile = tmp_path / "home", tmp_path / "profile"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "osubrowser", "--self-test", "--profile", str(profile)],
        env={**os.environ, **dict.fromkeys(HOMES, str(home))},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    for place in PLACES:
        name = short(place).removeprefix("osu.ppy.sh/")
        assert [line for line in lines if line.startswith(f"ok      {name}:")], name
    assert not [line for line in lines if line.startswith("failed")]
    assert not done.stderr
    ours = [path for path in home.rglob("*") if "osubrowser" in path.name]
    assert not ours, ours
    assert (profile / "logs" / "osubrowser.log").exists()


def test_what_failed_is_said(
    start: Callable[..., Browser], capsys: pytest.CaptureFixture[str]
) -> None:
    browser = start()

    async def enter() -> None:
        raise ServerTrouble("osu! has trouble", status=500)

    assert browser.run(self_test(browser.window, enter, [])) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("ok      welcome:")
    assert lines[1].startswith("failed  demo:")
    assert "500" in lines[1]
    assert lines[-1] == "1 failed"


def test_an_error_that_nobody_waited_for_fails_it_too(
    start: Callable[..., Browser], capsys: pytest.CaptureFixture[str]
) -> None:
    browser = start()
    errors = [ValueError("a slot that broke")]
    status = browser.run(self_test(browser.window, browser.app.start_demo, errors), timeout=60_000)
    assert status == 1
    lines = capsys.readouterr().out.splitlines()
    assert "failed  ValueError: a slot that broke" in lines
    assert len([line for line in lines if line.startswith("ok ")]) == len(PLACES) + 2
