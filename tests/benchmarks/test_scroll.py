"""The window stays live: the longest stall of the GUI thread while 100 pages scroll by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest

from osubrowser.services.places.places import RankingsPlace
from tests.benchmarks.stalls import FRAME, Stalls, stalls_of_repainting
from tests.e2e.conftest import Browser, start

__all__ = ["start"]  # the fixture

PAGES = 100
ROWS_A_NOTCH = 3
MOST_NOTCHES = 2 * PAGES * 50 // ROWS_A_NOTCH
REPAINTS = 3.0
"""Times the stalls of a window that is only drawn, measured beside each turn."""


def scroll(browser: Browser, mode: str) -> float:
    """Turn the wheel through a ranking; return the 99th percentile of the stalls, in seconds."""
    browser.go(f"osu.ppy.sh/rankings/{mode}/performance")
    browser.wait(lambda: browser.window.navigator.place == RankingsPlace(mode=mode))
    browser.wait_for_rows()
    stalls = Stalls()
    found = []
    for _ in range(MOST_NOTCHES):
        stalls.take()
        browser.wheel(1)
        QTest.qWait(16)  # a frame
        found.append(stalls.take())
        if browser.visible().stop >= PAGES * 50:
            break
    stalls.stop()
    assert browser.visible().stop >= PAGES * 50
    found.sort()
    at_99, longest = found[int(len(found) * 0.99)], found[-1]
    print(
        f"\nstalls over {len(found)} {mode} notches: p50 {found[len(found) // 2] * 1000:.1f} ms, "
        f"p99 {at_99 * 1000:.1f} ms, longest {longest * 1000:.1f} ms"
    )
    return at_99


def test_stalls_while_100_pages_scroll_by(start: Callable[..., Browser]) -> None:
    """On the demo inside the program: its server shares the interpreter with the window.

    What else the machine does only ever adds to a stall, so the quietest of three turns counts.
    """
    browser = start("--demo")
    browser.wait_for_rows()
    ratios = []
    for mode in ("osu", "taiko", "mania"):
        found, least = scroll(browser, mode), stalls_of_repainting(browser.window)
        print(f"drawing the window alone: p99 {least * 1000:.1f} ms")
        ratios.append(found / max(FRAME, REPAINTS * least))
        if ratios[-1] <= 1:
            break
    assert min(ratios) <= 1
