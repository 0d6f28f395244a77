"""`--self-test` on the program as it is started: a line a page, and a status that tells."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from osubrowser.api.errors import ServerTrouble
from osubrowser.pages import Pages
from osubrowser.selftest import VISITS, SelfTest, Visit
from osubrowser.services.places import PLAYER_SECTIONS, AppPlace, RankingsPlace, UserPlace
from osubrowser.ui.main_window import MainWindow
from tests.e2e.conftest import Browser

HOMES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    *(f"XDG_{kind}_HOME" for kind in ("CONFIG", "DATA", "CACHE", "STATE")),
)

NOISE = "This plugin does not support"
"""How the offscreen platform begins its remarks on popups."""

PROGRAM = (sys.executable, "-m", "osubrowser")
LABELS = [visit.label for visits in VISITS.values() for visit in visits]


def run_program(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program after some code, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\n{MAIN}", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


MAIN = "from osubrowser.__main__ import main\nsys.exit(main(sys.argv[1:]))"


# --- the whole program -----------------------------------------------------------------------


def test_a_line_a_page_and_every_file_in_the_profile(tmp_path: Path) -> None:
    home, profile = tmp_path / "home", tmp_path / "profile"
    home.mkdir()
    done = subprocess.run(
        [*PROGRAM, "--self-test", "--idle", "0.5", "--profile", str(profile)],
        env={**os.environ, **dict.fromkeys(HOMES, str(home))},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    for name in ("welcome", "demo", "idle 0.5 s", *LABELS, "preload"):
        assert [line for line in lines if line.startswith(f"ok      {name}:")], name
    assert not [line for line in lines if line.startswith("failed")]
    assert not [line for line in done.stderr.splitlines() if not line.startswith(NOISE)]
    ours = [path for path in home.rglob("*") if "osubrowser" in path.name]
    assert not ours, ours
    assert (profile / "logs" / "osubrowser.log").exists()


BROKEN = """
import sys
from osubrowser.ui.pages.bookmarks import BookmarksPage
from osubrowser.ui.pages.settings_memory import MemorySection
def broken(*_):
    raise ZeroDivisionError("made up")
BookmarksPage.show_place = MemorySection.refresh = broken
sys.modules["osubrowser.ui.pages.player_compare_export"] = None
"""
"""A page and a slot that raise, and a module that is missing, as in an ill-made frozen program."""


def test_broken_parts_end_it_with_1(tmp_path: Path) -> None:
    done = run_program(BROKEN, "--self-test", "--profile", str(tmp_path))
    assert done.returncode == 1, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    failed = {line.removeprefix("failed  ") for line in lines if line.startswith("failed  ")}
    assert lines[-1] == f"{len(failed)} failed"
    for name, words in (
        ("osubrowser:bookmarks: ", "ZeroDivisionError"),
        ("osubrowser:settings: not caught: ZeroDivisionError: made up", ""),
        ("preload: ", "player_compare_export"),
    ):
        assert [line for line in failed if line.startswith(name) and words in line], lines
    assert [line for line in lines if line.startswith("ok      rankings/osu/performance:")]


# --- what is checked -------------------------------------------------------------------------


def test_every_kind_of_page_is_visited(
    start: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    tabs: list[str] = []
    made = Pages.tabs

    def spied(pages: Pages) -> object:
        found = made(pages)
        tabs.extend(tab.key for tab in found)
        return found

    monkeypatch.setattr(Pages, "tabs", spied)
    start()
    assert sorted(tabs) == sorted(VISITS)
    places = [visit.place for visits in VISITS.values() for visit in visits]
    assert {AppPlace("settings"), AppPlace("bookmarks"), AppPlace("recent")} <= set(places)
    sections = {place.section for place in places if isinstance(place, UserPlace)}
    assert sections == set(PLAYER_SECTIONS)


async def nothing() -> None:
    """Stand in for a sign-in and a preload that succeed."""


# --- what fails ------------------------------------------------------------------------------


def verdict(
    browser: Browser,
    *visits: Visit,
    errors: list[BaseException] | None = None,
    enter: Callable[[], Awaitable[None]] | None = None,
    preloaded: Callable[[], Awaitable[object]] | None = None,
) -> int:
    """Run some visits in the window of `browser` and return the exit status."""
    app = browser.app
    test = SelfTest(browser.window, app.errors if errors is None else errors)
    run = test.run(enter or app.start_demo, preloaded or nothing, {"some": visits})
    browser.run(run, timeout=60_000)
    return test.verdict()


def test_no_page_is_opened_without_a_session(
    start: Callable[..., Browser], capsys: pytest.CaptureFixture[str]
) -> None:
    async def enter() -> None:
        raise ServerTrouble("osu! has trouble", status=500)

    assert verdict(start(), Visit(RankingsPlace()), enter=enter) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("ok      welcome:")
    assert lines[1].startswith("failed  demo:")
    assert "500" in lines[1]
    assert lines[-1] == "1 failed"


def test_an_error_that_nothing_catches_fails_the_visit_it_came_in(
    start: Callable[..., Browser], capsys: pytest.CaptureFixture[str]
) -> None:
    browser = start()
    errors: list[BaseException] = []

    async def act(_window: MainWindow) -> None:
        errors.append(ValueError("a slot that broke"))

    visits = (Visit(RankingsPlace(), act, "one"), Visit(RankingsPlace(), name="two"))
    assert verdict(browser, *visits, errors=errors) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "failed  one: not caught: ValueError: a slot that broke" in lines
    assert [line for line in lines if line.startswith("ok      two:")]
    assert lines[-1] == "1 failed"


def test_an_error_after_the_last_visit_counts_too(
    start: Callable[..., Browser], capsys: pytest.CaptureFixture[str]
) -> None:
    browser = start()
    errors: list[BaseException] = []
    test = SelfTest(browser.window, errors)
    browser.run(test.run(nothing, nothing, {}))
    errors.append(ValueError("while closing"))
    assert test.verdict() == 1
    assert "failed  the end: not caught: ValueError: while closing" in capsys.readouterr().out


def test_a_preload_that_fails_fails_it(
    start: Callable[..., Browser], capsys: pytest.CaptureFixture[str]
) -> None:
    async def preloaded() -> None:
        raise ModuleNotFoundError("No module named 'osubrowser.ui.pages.missing'")

    assert verdict(start(), enter=nothing, preloaded=preloaded) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("failed  preload:") and "missing" in line]
