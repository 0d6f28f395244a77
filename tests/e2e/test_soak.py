"""Hours of use in minutes: random ways through the window, over a server that fails often.

`OSUBROWSER_SOAK=2000` walks as many steps; from 500 on the memory is measured, too.
`OSUBROWSER_SOAK_SEED` chooses other ways.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from osubrowser.models.table import background_refresh
from osubrowser.services.images.image_store import PixmapCache
from osubrowser.services.places.places import (
    MODES,
    PLAYER_SECTIONS,
    RANKING_TYPES,
    AppPlace,
    BeatmapPlace,
    ListPlace,
    Place,
    PlayersPlace,
    RankingsPlace,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.session import session
from osubrowser.ui.table import text_cache
from tests.conftest import Server
from tests.e2e.conftest import Browser
from tests.e2e.test_faults import sign_in
from tests.idle import settle

STEPS = int(os.environ.get("OSUBROWSER_SOAK", "150"))
SEED = int(os.environ.get("OSUBROWSER_SOAK_SEED", "1"))
FEWEST_MEASURED = 500
"""Steps from which memory is measured: before, it is code that runs for the first time."""

FAULTS = (
    "429:0.02,500:0.02,503:0.02,reset:0.02,truncate:0.02,garbage:0.02,expire:0.02,slow:0.002,"
    "nulls:0.02,missing-fields:0.02,duplicates:0.02,short-page:0.02,empty-list:0.02"
)
USERS = (2, 3178418, 12092800, 10690090, 2757689, 3256299, 999_999_999, "peppy", "no such player")
APP_PLACES = tuple(AppPlace(name) for name in ("settings", "bookmarks", "recent"))
PICTURES = 4 * 1024 * 1024
"""Bytes of pictures in memory: small, so that the first quarter of the way fills it."""

RISE = 12.0 * 1024
"""Kilobytes by which memory may rise over the second half of the way, however long it is.

What is kept to save time is of places seen before, and new ones become rare: it rises with the
logarithm of the steps, by some 4 MB each time they double; and the heaps of the C library grow in
jumps of up to 5 MB. A leak rises with the steps: one of 8 KB a step is found in 3,000 steps, one of
1.4 KB in 18,000.
"""


@dataclass
class Sample:
    """Counts after a number of steps, at rest and with one place open."""

    step: int
    resident: float  # KB
    widgets: int
    objects: int


class Wanderer:
    """Somebody who never stays anywhere for long."""

    def __init__(self, browser: Browser, qtbot: QtBot, seed: int) -> None:
        self._browser = browser
        self._navigator = browser.window.navigator
        self._qtbot = qtbot
        self._random = Random(seed)
        self._ways: list[tuple[int, Callable[[], object]]] = [
            (30, lambda: self._navigator.open(self._place())),
            (8, lambda: self._navigator.open(self._place(), "background")),
            (8, lambda: self._navigator.open(self._place(), "new")),
            (14, lambda: self._navigator.go(-1)),
            (8, lambda: self._navigator.go(1)),
            (6, self._navigator.reload),
            (8, lambda: self._navigator.step_tab(self._random.choice((-1, 1)))),
            (8, lambda: self._navigator.select(self._random.randrange(5))),
            (8, lambda: self._navigator.select_place(self._random.randrange(5))),
            (14, self._navigator.close_place),
            (3, self._navigator.reopen_closed),
            (2, self._navigator.go_home),
            (15, self._scroll),
            (6, self._filter),
            (2, self._click_row),
        ]

    def step(self) -> None:
        """Do something, and look at what comes of it, or not even that."""
        (way,) = self._random.choices(
            [way for _, way in self._ways], [share for share, _ in self._ways]
        )
        way()
        if self._random.random() < 0.3:
            self.settle()
        else:
            for _ in range(self._random.randrange(1, 30)):
                QApplication.processEvents()

    def settle(self) -> None:
        """Wait until what is seen is there, or a sentence."""
        self._browser.wait(self._is_settled)

    def _is_settled(self) -> bool:
        page = self._navigator.page
        return page is None or page.is_settled

    def see_everything(self) -> None:
        """Go everywhere once, so that every part of the window is built."""
        sections = [UserPlace(2, "osu", section=key) for key in PLAYER_SECTIONS if key != "compare"]
        rankings = [RankingsPlace(type=kind) for kind in RANKING_TYPES]
        pages = [place for place in APP_PLACES if self._navigator.has_page(place)]
        for place in [*sections, UserPlace(2, "osu", 3178418), *rankings, *pages]:
            self._navigator.open(place)
            self.settle()

    def rest(self) -> None:
        """Close everything that can be closed, and open what a start opens."""
        while self._navigator.places:
            self._navigator.close_place(0)
        # Failed requests are retried until one succeeds, while their page is in view.
        self._navigator.open(UserPlace(2, "osu"))
        self.settle()
        self._browser.wait(lambda: not any("SubjectLoader" in repr(task) for task in tasks()))
        self._navigator.open(RankingsPlace())
        self.settle()
        settle()
        self._qtbot.waitUntil(nothing_goes_on)
        settle()

    def _place(self) -> Place:
        draw = self._random
        match draw.randrange(10):
            case 0 | 1 | 2 | 3:
                kind = draw.choice(("performance", "score", "country", "charts", "kudosu", "team"))
                country = draw.choice((None, None, "JP", "DE"))
                return RankingsPlace(draw.choice(MODES), kind, country, page=draw.randrange(1, 5))
            case 4:
                elsewhere = (BeatmapPlace(1), ListPlace("news"), ThingPlace("wiki", "en/Rules"))
                return draw.choice((PlayersPlace(), *elsewhere, *APP_PLACES))
            case 5:
                return UserPlace(draw.choice(USERS), None, draw.choice(USERS[:5]))
            case _:
                section = draw.choice([key for key in PLAYER_SECTIONS if key != "compare"])
                return UserPlace(draw.choice(USERS), draw.choice((None, *MODES)), section=section)

    def _tables(self) -> list[QTableView]:
        page = self._navigator.page
        return [] if page is None else [t for t in page.findChildren(QTableView) if t.isVisible()]

    def _scroll(self) -> None:
        for table in self._tables():
            bar = table.verticalScrollBar()
            bar.setValue(self._random.randint(0, max(bar.maximum(), 0)))

    def _filter(self) -> None:
        page = self._navigator.page
        if page is None:
            return
        page.start_filter()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and page.isAncestorOf(field):
            field.setText(self._random.choice(("", "a", "mi", "zzzz")))

    def _click_row(self) -> None:
        for table in self._tables():
            index = table.indexAt(table.viewport().rect().center())
            if index.isValid():
                table.activated.emit(index)
                return


def look(browser: Browser, step: int) -> Sample:
    """Count what there is, once all that was let go of is gone."""
    QPixmapCache.clear()
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):  # glibc: give back what is free in its heaps
        ctypes.CDLL(None).malloc_trim(0)
    status = Path("/proc/self/statm")
    pages = int(status.read_text().split()[1]) if status.exists() else 0
    return Sample(
        step,
        pages * 4096 / 1024,
        len(QApplication.allWidgets()),
        len(browser.window.findChildren(QObject)),
    )


def tasks() -> set[asyncio.Task[Any]]:
    """Return the tasks that are not done; without that of refreshing, which goes on to the end."""
    running = asyncio.all_tasks(asyncio.get_event_loop_policy().get_event_loop())
    return {task for task in running if "Refresher._run" not in repr(task)}


def nothing_goes_on() -> None:
    """Assert that no task is under way, and no thread but the main one and those of the pool."""
    assert tasks() == set()
    assert threads() == [threading.main_thread().name]


def threads() -> list[str]:
    """Return the names of the threads, without those of the pool, which stay until the end."""
    names = (thread.name for thread in threading.enumerate())
    return [name for name in names if not name.startswith("osubrowser")]


def slope(samples: list[Sample]) -> float:
    """Return by how many KB each step adds to the resident memory (least squares)."""
    middle = sum(s.step for s in samples) / len(samples)
    mean = sum(s.resident for s in samples) / len(samples)
    rise = sum((s.step - middle) * (s.resident - mean) for s in samples)
    return rise / sum((s.step - middle) ** 2 for s in samples)


@pytest.fixture
def bounded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ask as fast as it goes, and again soon; and keep little that only saves time."""
    monkeypatch.setattr(text_cache, "_KEPT", 60)
    monkeypatch.setattr(session, "BURST", 1_000_000)
    monkeypatch.setattr(background_refresh, "RETRY_EVERY", 0.3)
    yield


@pytest.mark.usefixtures("bounded")
def test_random_ways_leave_nothing_behind(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    """No error, no task or thread at rest, no widget more than before, and the memory flat."""
    server = demo_server_with("--faults", FAULTS, "--limit", "10000000", "--seed", str(SEED))
    sign_in(monkeypatch, server)
    browser = start("--server", server.url)
    browser.wait(lambda: not browser.window.navigator.is_welcome)
    browser.app.images._pixmaps = PixmapCache(PICTURES)
    wanderer = Wanderer(browser, qtbot, SEED)
    wanderer.see_everything()
    samples = []
    every = max(STEPS // 40, 25)
    for step in range(1, STEPS + 1):
        wanderer.step()
        if step % every == 0:
            wanderer.rest()
            samples.append(look(browser, step))
    sys.stdout.write("\n" + "\n".join(map(str, samples)) + "\n")
    assert not browser.app.errors
    # Parts of pages are built when they are first needed, which some are in the first steps.
    settled = [sample for sample in samples if sample.step > STEPS // 2]
    first, last = settled[0], settled[-1]
    assert last.widgets <= first.widgets * 1.02
    assert last.objects <= first.objects * 1.02
    if STEPS < FEWEST_MEASURED:
        return
    half = [sample for sample in samples if sample.step >= STEPS // 2]
    rise = slope(half) * (STEPS - STEPS // 2)
    end = f"{last.resident / 1024:.0f} MB at the end"
    sys.stdout.write(f"second half of {STEPS} steps: {rise:+.0f} KB, {end}\n")
    assert rise < RISE
