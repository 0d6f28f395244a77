"""The page Following with 1,000 things and 50,000 changes: opening it, filters, all read."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from osubrowser.services.history.changes import ChangeKind, as_json
from osubrowser.services.history.follow_rows import Follow, add_follows
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.places.places import AppPlace, RankingsPlace
from osubrowser.ui.pages.following.page import FollowingPage
from tests.benchmarks.stalls import FRAME, Stalls, stalls_of_repainting
from tests.e2e.conftest import Browser, start

__all__ = ["start"]  # the fixture

THINGS, CHANGES = 1_000, 50_000
OPENING = 0.1
"""Seconds from the click until the newest changes are painted, on a machine that does no more."""
OPENING_REPAINTS = 6.0
"""On a busy machine: times the stalls of a window that is only drawn."""
REPAINTS = 4.0
"""Times the stalls of a window that is only drawn, measured in the same run."""
TURNS = 5
"""The quietest counts: what else the machine does only ever adds."""


def fill(store: HistoryStore) -> None:
    """Write 1,000 followed players with 50 changes each."""
    add_follows(
        store,
        [
            Follow(FollowKind.PLAYER, f"/users/{n}", f"player {n} 長い名前", group=f"group {n % 7}")
            for n in range(1, THINGS + 1)
        ],
    )
    now = int(time.time())
    rank = as_json(
        {
            "ruleset": "osu",
            "rank_before": 1234,
            "rank_after": 1200,
            "country_before": 12,
            "country_after": 11,
            "pp_before": 9000.1,
            "pp_after": 9012.4,
            "plays": 1204,
        }
    )
    with store.change() as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM follows")]
        connection.executemany(
            "INSERT INTO changes (follow, at, kind, data, is_read) VALUES (?, ?, ?, ?, ?)",
            [
                (ids[n % THINGS], now - n * 60, str(ChangeKind.RANK), rank, n > 5_000)
                for n in range(CHANGES)
            ],
        )


def test_the_page_opens_at_once_with_50000_changes(start: Callable[..., Browser]) -> None:
    browser = start("--demo")
    browser.wait_for_rows()
    browser.app.preferences.set("follow_pace", 0)
    follows, navigator = browser.app.history.follows, browser.window.navigator
    browser.wait(lambda: follows.is_loaded)
    browser.run(browser.app.history.read(fill))
    follows.load()
    browser.wait(lambda: len(follows.items) == THINGS)
    browser.run(browser.app.preloaded())
    openings, allowed, ratios = list[float](), list[float](), list[float]()
    while len(openings) < TURNS:
        navigator.open(RankingsPlace())
        browser.wait_for_rows()
        stalls = Stalls()
        begin = time.perf_counter()
        navigator.open(AppPlace("following"))
        page = cast("FollowingPage", navigator.page)
        if openings:  # as at the first time: nothing is restored
            page.leave()
            page.show_place(AppPlace("following"), None)
        browser.wait(lambda page=page: page.is_settled and page.list.model.loaded > 0)  # type: ignore[misc] # the type of a default
        page.repaint()
        openings.append(time.perf_counter() - begin)
        found = {"open": stalls.take(), **stalls_of_actions(browser, page, stalls)}
        stalls.stop()
        told = ", ".join(f"{name} {seconds * 1000:.1f} ms" for name, seconds in found.items())
        least = stalls_of_repainting(browser.window)
        allowed.append(openings[-1] / max(OPENING, OPENING_REPAINTS * least))
        ratios.append(max(found.values()) / max(FRAME, REPAINTS * least))
        print(f"\nopened in {openings[-1] * 1000:.0f} ms; longest stalls: {told}")
        print(f"drawing the window alone: p99 {least * 1000:.1f} ms")
    assert min(allowed) <= 1
    assert min(ratios) <= 1


def stalls_of_actions(browser: Browser, page: FollowingPage, stalls: Stalls) -> dict[str, float]:
    """Filter, mark all as read and take that back; return the longest stall of each in seconds."""
    follows, found = browser.app.history.follows, dict[str, float]()

    def measure(name: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        act()
        browser.wait(done)
        found[name] = stalls.take()

    browser.wait(lambda: page.things.list.model.loaded == THINGS)
    found["things"] = stalls.take()
    measure("unread only", page.bar.unread.click, lambda: page.list.is_settled)
    measure("all", page.bar.unread.click, lambda: page.list.is_settled)
    measure("read all", page.mark_all_read, lambda: follows.unread == 0)
    measure("undo", page.undo, lambda: follows.unread > 0)
    return found
