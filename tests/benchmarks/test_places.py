"""Going from place to place: how long until a place is on screen, and how live the window stays."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from osubrowser.services import sessions
from osubrowser.services.places import MODES, Place, RankingsPlace, UserPlace
from osubrowser.ui.pages.player import PlayerPage
from osubrowser.ui.pages.player_lists import ListSection
from osubrowser.ui.pages.rankings import RankingsPage
from tests.conftest import Server
from tests.e2e.conftest import Browser, quit_program, start
from tests.e2e.test_faults import sign_in

__all__ = ["start"]  # the fixture

USERS = (2, 3178418, 12092800, 10690090, 2757689)
SECTIONS = ("overview", "best", "recent", "most_played", "activity", "medals")
PLACES: list[Place] = [
    *(RankingsPlace(mode, kind) for mode in MODES for kind in ("performance", "score", "country")),
    *(RankingsPlace("mania", variant=variant) for variant in ("4k", "7k")),
    *(RankingsPlace(country=country) for country in ("JP", "DE", "US", "FR")),
    RankingsPlace(type="kudosu"),
    RankingsPlace(page=3),
    *(UserPlace(user, "osu", section=section) for user in USERS for section in SECTIONS),
]
FRAME = 16.0  # milliseconds
SOON = 50.0  # milliseconds


class Painted(QObject):
    """Whether a widget has painted since it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.since = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note each paint."""
        if event.type() == QEvent.Type.Paint:
            self.since = True
        return False


@dataclass
class Walk:
    """What going through the places brought, in milliseconds.

    `took` is the time from the click until the place was painted, by place; `frames` the longest
    stall of each 16 ms; `longest` the longest stall of each place.
    """

    took: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)
    longest: list[tuple[float, Place]] = field(default_factory=list)

    @property
    def p99(self) -> float:
        """The 99th percentile of the frames' stalls."""
        return percentile(self.frames, 0.99)

    def say(self, name: str) -> None:
        """Print it."""
        worst = sorted(self.longest, key=lambda one: -one[0])[:3]
        print(
            f"\n{name}: on screen after p50 {percentile(self.took, 0.5):.1f} ms, "
            f"p95 {percentile(self.took, 0.95):.1f} ms, at most {max(self.took):.1f} ms; "
            f"stalls over {len(self.frames)} frames: p50 {percentile(self.frames, 0.5):.1f} ms, "
            f"p99 {self.p99:.1f} ms, longest {worst}"
        )


def percentile(values: list[float], share: float) -> float:
    """Return the value below which so large a share of `values` is."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def is_shown(browser: Browser, place: Place) -> bool:
    """Whether the window shows what belongs to a place, fresh or from memory."""
    navigator = browser.window.navigator
    page = navigator.page
    if navigator.place != place:
        return False
    if isinstance(page, RankingsPage):
        return page.place == place and page.model.loaded > 0
    if not isinstance(page, PlayerPage) or page.profile is None or page.place != place:
        return False
    section = page.host.section
    if page.profile.id != getattr(place, "user", None) or section is None:
        return False
    if isinstance(section, ListSection):
        return section.model.loaded > 0 or section.is_settled
    return section.is_settled


def walk(browser: Browser, places: list[Place], *, rest: float = 0.15) -> Walk:
    """Open each place, wait until it is painted, and look at it for `rest` seconds."""
    found = Walk()
    painted = Painted()
    loop = QEventLoop()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(1)
    window = browser.window
    for place in places:
        began = last = time.perf_counter()
        shown: list[float] = []
        frame = [0.0, began]  # the longest stall in it, and when it began
        longest = [0.0]

        def tick(place: Place = place, began: float = began) -> None:
            nonlocal last
            now = time.perf_counter()
            stall = (now - last) * 1000
            last = now
            longest[0] = max(longest[0], stall)
            frame[0] = max(frame[0], stall)
            if (now - frame[1]) * 1000 >= FRAME:
                found.frames.append(frame[0])
                frame[:] = [0.0, now]
            if not shown:
                if not is_shown(browser, place):
                    painted.since = False
                elif painted.since:
                    shown.append(now)
            if (shown and now - shown[0] > rest) or now - began > 30:
                loop.quit()

        connection = timer.timeout.connect(tick)
        page = window.navigator.page
        QTimer.singleShot(0, window, lambda place=place: window.navigator.open(place))
        timer.start()
        window.installEventFilter(painted)
        watch(window.navigator.stack, painted)
        loop.exec()
        timer.stop()
        timer.timeout.disconnect(connection)
        del page
        assert shown, f"{place} did not come"
        found.took.append((shown[0] - began) * 1000)
        found.longest.append((longest[0], place))
    return found


def watch(stack: QObject, painted: Painted) -> None:
    """Look at every part of the pages."""
    for part in stack.findChildren(QObject, "qt_scrollarea_viewport"):
        part.installEventFilter(painted)


@pytest.mark.benchmark
def test_a_seen_place_is_on_screen_at_once(
    start: Callable[..., Browser],
    demo_server_with: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    """Against a server without latency, in a process of its own."""
    monkeypatch.setattr(sessions, "BURST", 100_000)
    server = demo_server_with("--limit", "1000000")
    sign_in(monkeypatch, server)
    browser = start("--server", server.url)
    browser.wait_for_rows()
    for place in PLACES[-len(SECTIONS) :]:  # build every part, which a seen place never waits for
        walk(browser, [place], rest=0)
    first = walk(browser, PLACES)
    first.say("from the server")
    second = walk(browser, PLACES)
    second.say("from memory")
