"""What is on this computer, in the whole program: read by its process, hidden in the listing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from osubrowser.models.beatmaps.local_filters import set_of
from osubrowser.services.beatmaps import index_process
from osubrowser.services.beatmaps.marks import Mark
from osubrowser.services.places.places import BeatmapsPlace
from osubrowser.ui.pages.beatmaps.page import BeatmapsPage
from tests.e2e.conftest import Browser, quit_program
from tests.replay_files import saved, stable_database
from tests.ui.gestures import click

ENDLESS = [sys.executable, "-c", "import time; print(end='R', flush=True); time.sleep(3600)"]
"""Command line of a process that can be asked, and never answers."""


def listing(browser: Browser) -> BeatmapsPage:
    """Return the listing, once its rows are there, and what is on this computer is known."""
    browser.window.navigator.open(BeatmapsPlace())
    browser.wait(lambda: isinstance(browser.window.navigator.page, BeatmapsPage))
    page = cast("BeatmapsPage", browser.window.navigator.page)
    browser.wait(lambda: page.is_settled and page.model.rowCount() > 0)
    return page


def ids(page: BeatmapsPage) -> list[int]:
    rows = (page.model.row_at(row) for row in range(page.model.rowCount()))
    return [set_of(row.item).id for row in rows if row is not None]


@pytest.fixture
def stable(tmp_path: Path) -> Path:
    """A folder of stable, which the settings name."""
    folder = tmp_path / "osu!"
    saved(folder, "osu!.db", stable_database(("0" * 32, "1 a", "a.osu", 10, 1)))
    settings = {"version": 3, "stable_folder": str(folder), "reopen": False}
    saved(tmp_path / "profile" / "config", "settings.json", json.dumps(settings).encode())
    return folder


def test_what_is_owned_and_hidden_vanishes_and_is_known_at_the_next_start(
    start: Callable[..., Browser], stable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = start("--demo")
    page = listing(browser)
    owned, marks = browser.app.beatmaps.owned, browser.app.beatmaps.marks
    browser.wait(lambda: owned.has_set(1))
    first, second, third = ids(page)[:3]
    entries = [("0" * 32, f"{one} a", "a.osu", 10 * one, one) for one in (first, third)]
    saved(stable, "osu!.db", stable_database(*entries))
    browser.run(owned.rescan())
    assert not owned.has_set(1)
    click(page.local.pills.pill("not"))
    browser.wait(lambda: not page.model.is_filtering)
    assert not {first, third} & set(ids(page))
    assert ids(page)[0] == second
    assert page.local.pills.pill("not").text() == "Hide owned · 2"
    marks.set_mark([second], Mark.HIDDEN)
    browser.wait(lambda: second not in ids(page))
    quit_program(browser)

    monkeypatch.setattr(index_process, "SWITCH", "--no-such-process")
    again = start("--demo")
    page = listing(again)
    browser.wait(lambda: again.app.beatmaps.owned.is_loaded)
    assert again.app.beatmaps.owned.count_of([first, second, third]) == 2
    assert again.app.beatmaps.owned.state.problem == ""
    again.wait(lambda: again.app.library.is_loaded)
    again.wait(lambda: not {first, second, third} & set(ids(page)))  # the filters are as they were


def test_quitting_while_the_game_is_read(
    start: Callable[..., Browser], stable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_process, "command_of", lambda _switch: ENDLESS)
    browser = start("--demo")
    browser.wait(lambda: browser.app.replays._indexer is not None)
    browser.wait(lambda: browser.app.replays._indexer._process is not None)  # type: ignore[union-attr]
    quit_program(browser)
    assert not browser.app.beatmaps.owned.state.problem
