"""The whole program in one fixture: real window, real services, a server on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from osubrowser import cli
from osubrowser.app import App
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from osubrowser.models.table.paged_model import LoadState
from osubrowser.pages import PageParts, page_kinds
from osubrowser.ui.pages.rankings.page import RankingsPage
from osubrowser.ui.shell.page_kind import PageKind
from tests.idle import WAIT

NOTCH = 120
"""What one notch of a wheel adds to its angle."""


class Browser:
    """One run of the program, as somebody in front of it has it."""

    def __init__(self, app: App, qtbot: QtBot, loop: asyncio.AbstractEventLoop) -> None:
        self.app = app
        self.window = app.window
        self.opened: list[str] = []
        self._qtbot = qtbot
        self._loop = loop

    def run(self, work: Any, timeout: int = WAIT) -> Any:
        """Drive the loop until a coroutine has ended, and return what it returns."""
        task = self._loop.create_task(work)
        self._qtbot.waitUntil(task.done, timeout=timeout)
        return task.result()

    def wait(self, condition: Callable[[], object], timeout: int = WAIT) -> None:
        """Drive the loop until something is so."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)

    @property
    def rankings(self) -> RankingsPage:
        """The Rankings page, which is the one that is open."""
        return cast("RankingsPage", self.window.navigator.page)

    def wait_for_rows(self, timeout: int = WAIT) -> None:
        """Wait until the rankings are there and nothing is under way."""
        self.wait(lambda: isinstance(self.window.navigator.page, RankingsPage), timeout)
        self.wait(lambda: self.rankings.model.state in (LoadState.READY, LoadState.END), timeout)

    def go(self, address: str) -> None:
        """Type an address and press Return."""
        bar = self.window.chrome.address
        bar.setFocus()
        bar.selectAll()
        self._qtbot.keyClicks(bar, address)
        self._qtbot.keyClick(bar, Qt.Key.Key_Return)

    def paste(self, address: str) -> None:
        """Paste an address and press Return: the suggestions are made once."""
        bar = self.window.chrome.address
        bar.setFocus()
        bar.selectAll()
        QApplication.clipboard().setText(address)
        self._qtbot.keyClick(bar, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.keyClick(bar, Qt.Key.Key_Return)

    def texts(self, row: int) -> dict[str, str]:
        """What the table says in one row, by column."""
        model = self.rankings.model
        return {
            column.key: str(model.index(row, n).data())
            for n, column in enumerate(model.columns)
        }  # fmt: skip

    def visible(self) -> range:
        """The view rows that are on screen, in part or whole."""
        table = self.rankings.table
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        return range(first, (last if last >= 0 else self.rankings.model.rowCount() - 1) + 1)

    def skeletons(self) -> list[int]:
        """The view rows on screen that are not there yet."""
        return [row for row in self.visible() if self.rankings.model.row_at(row) is None]

    def wheel(self, notches: float) -> None:
        """Turn the wheel over the table; towards the end when positive.

        The event takes the way of a real one: to the window, which finds what is under the mouse.
        """
        table = self.rankings.table.viewport()
        middle = table.rect().center()
        event = QWheelEvent(
            QPointF(table.mapTo(self.window, middle)),
            QPointF(table.mapToGlobal(middle)),
            QPoint(),
            QPoint(0, round(-notches * NOTCH)),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.window.windowHandle(), event)


@pytest.fixture
def start(
    qapp: QApplication,
    qtbot: QtBot,
    loop: asyncio.AbstractEventLoop,
    tmp_path: Path,
    demo_world: World,
) -> Iterator[Callable[..., Browser]]:
    """Start the program: `start("--demo")`. `browse` is what stands in for the web browser."""
    running: list[Browser] = []

    def start(
        *arguments: str,
        browse: Callable[[str], bool] | None = None,
        page_kinds: Callable[[PageParts], Iterable[PageKind]] = page_kinds,
        world: World = demo_world,
    ) -> Browser:
        opened: list[str] = []

        def open_web(url: str) -> bool:
            opened.append(url)
            return browse(url) if browse is not None else True

        profile = tmp_path / "profile"
        options = cli.parse([*arguments, "--profile", str(profile)])
        app = App(
            qapp,
            options,
            profile=profile,
            open_web=open_web,
            page_kinds=page_kinds,
            make_demo=partial(DemoServer, world=world),
        )
        browser = Browser(app, qtbot, loop)
        browser.opened = opened
        app.window.resize(1200, 800)
        app.window.show()
        app.watch_input()
        running.append(browser)
        browser.run(app.enter())
        return browser

    yield start
    for browser in running:
        quit_program(browser)


def quit_program(browser: Browser) -> None:
    """Close the window, and everything behind it."""
    if browser.app.is_closed:
        return
    browser.window.close()
    browser.run(browser.app.close())
    browser.app.executor.shutdown(wait=True)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
