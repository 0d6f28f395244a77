"""`--self-test` on the program as it is started: a line a page, and a status that tells."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from osubrowser.api.errors import ServerTrouble
from osubrowser.selftest import SelfTest, label_of, visits_of
from osubrowser.services.places.places import (
    PLAYER_SECTIONS,
    AppPlace,
    RankingsPlace,
    UserPlace,
)
from osubrowser.ui.pages.page import Page
from osubrowser.ui.shell.page_kind import PageKind, Settle, Visit
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

HANG = 600
"""Seconds after which the program hangs; it needs half a minute of processor time."""

PROGRAM = (sys.executable, "-m", "osubrowser")


def run_program(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program after some code, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\n{MAIN}", *arguments],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
    )


MAIN = "from osubrowser.__main__ import main\nsys.exit(main(sys.argv[1:]))"


# --- the whole program -----------------------------------------------------------------------


def test_a_line_a_page_and_every_file_in_the_profile(
    start: Callable[..., Browser], tmp_path: Path
) -> None:
    home, profile = tmp_path / "home", tmp_path / "self-test"
    home.mkdir()
    done = subprocess.run(
        [*PROGRAM, "--self-test", "--idle", "0.5", "--profile", str(profile)],
        env={**os.environ, **dict.fromkeys(HOMES, str(home))},
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    kinds = start().app.pages.kinds
    labels = [label_of(visit) for kind in kinds for visit in visits_of(kind)]
    parts = ("plugins of Qt", "decoding of pictures", "encryption", "decoding of sound", "keyrings")
    for name in ("welcome", "demo", "idle 0.5 s", "a suggestion", *labels, "preload", *parts):
        assert [line for line in lines if line.startswith(f"ok      {name}:")], name
    assert not [line for line in lines if line.startswith("failed")]
    assert not [line for line in done.stderr.splitlines() if not line.startswith(NOISE)]
    ours = [path for path in home.rglob("*") if "osubrowser" in path.name]
    assert not ours, ours
    assert (profile / "logs" / "osubrowser.log").exists()


BROKEN = """
import sys
from osubrowser.ui.pages.bookmarks.page import BookmarksPage
from osubrowser.ui.pages.settings.cache import CacheSection
def broken(*_):
    raise ZeroDivisionError("made up")
BookmarksPage.show_place = CacheSection.refresh = broken
sys.modules["osubrowser.ui.pages.player.compare.menu"] = None
from osubrowser import selftest
visits_of = selftest.visits_of
few = ("rankings", "bookmarks", "settings")
selftest.visits_of = lambda kind: visits_of(kind)[:1] if kind.key in few else ()
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
        ("preload: ", "compare.menu"),
    ):
        assert [line for line in failed if line.startswith(name) and words in line], lines
    assert [line for line in lines if line.startswith("ok      rankings/osu/performance:")]


# --- what is checked -------------------------------------------------------------------------


def test_every_kind_of_page_says_what_is_visited(start: Callable[..., Browser]) -> None:
    kinds = start().app.pages.kinds
    assert all(kind.self_test for kind in kinds)
    places = [visit.place for kind in kinds for visit in visits_of(kind)]
    assert {AppPlace("settings"), AppPlace("bookmarks"), AppPlace("recent")} <= set(places)
    sections = {place.section for place in places if isinstance(place, UserPlace)}
    assert sections == set(PLAYER_SECTIONS)


async def nothing() -> None:
    """Stand in for a sign-in and a preload that succeed."""


# --- what fails ------------------------------------------------------------------------------


def rankings_of(browser: Browser, *visits: Visit) -> PageKind:
    """Return the kind of the rankings page, with these visits only."""
    kind = browser.app.pages.kind_of(RankingsPlace())
    assert kind is not None
    return replace(kind, self_test=visits)


def verdict(
    browser: Browser,
    *visits: Visit,
    errors: list[BaseException] | None = None,
    enter: Callable[[], Awaitable[None]] | None = None,
    preloaded: Callable[[], Awaitable[object]] | None = None,
) -> int:
    """Run some visits in the window of `browser` and return the exit status."""
    app = browser.app
    kinds = [rankings_of(browser, *visits)]
    test = SelfTest(browser.window, kinds, app.errors if errors is None else errors)
    browser.run(test.run(enter or app.enter, preloaded or nothing), timeout=60_000)
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
    browser = start("--demo")
    errors: list[BaseException] = []

    async def act(_page: Page, _settle: Settle) -> None:
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
    test = SelfTest(browser.window, [], errors)
    errors.append(ValueError("while closing"))
    assert test.verdict() == 1
    assert "failed  the end: not caught: ValueError: while closing" in capsys.readouterr().out


def test_a_preload_that_fails_fails_it(
    start: Callable[..., Browser], capsys: pytest.CaptureFixture[str]
) -> None:
    async def preloaded() -> None:
        raise ModuleNotFoundError("No module named 'osubrowser.ui.pages.missing'")

    assert verdict(start("--demo"), Visit(RankingsPlace()), preloaded=preloaded) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("failed  preload:") and "missing" in line]
