"""`--self-test`: smoke test of the whole program on the embedded osu!, one printed line a check."""

from __future__ import annotations

import asyncio
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from osubrowser import system_check
from osubrowser.services.places.urls import short
from osubrowser.ui.error_messages import describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.main_window import MainWindow
    from osubrowser.ui.shell.omnibox.controller import AddressBar
    from osubrowser.ui.shell.page_kind import PageKind, Visit

PATIENCE: Final = 30.0
"""Timeout of one check, in seconds."""

_TYPED: Final = "peppy"


class SelfTest:
    """Runs checks in a window and prints a line for each.

    Args:
        window: the main window, shown.
        kinds: the table of pages; the visits of each kind are checked.
        errors: unhandled exceptions of slots, tasks and threads; the list grows during the
            run. Each of them is a failure.
    """

    def __init__(
        self, window: MainWindow, kinds: Iterable[PageKind], errors: Sequence[BaseException]
    ) -> None:
        self._window = window
        self._kinds = tuple(kinds)
        self._errors = errors
        self._told = 0  # of the errors
        self._failed = 0

    async def run(
        self,
        enter: Callable[[], Awaitable[None]],
        preloaded: Callable[[], Awaitable[object]],
        *,
        idle: float = 0.0,
    ) -> None:
        """Show the welcome page, sign in, idle, make all checks, and wait for the preload.

        Args:
            enter: signs in to the embedded osu!, and starts the preload.
            preloaded: waits until the preload is done; raises its errors.
            idle: seconds to idle after the sign-in, before the first page.
        """
        await self._check("welcome", self._show_welcome())
        await self._check("demo", enter())
        if self._failed:
            return  # pages need a session
        if idle > 0:
            await self._check(f"idle {idle:g} s", _idle(idle), PATIENCE + idle)
        for name, act in self._window_checks():
            await self._check(name, self._use_window(act))
        for kind in self._kinds:
            for visit in visits_of(kind):
                await self._check(label_of(visit), self._visit(visit))
        await self._check("preload", preloaded())
        for name, check in system_check.checks(self._window):
            await self._check(name, _called(check))

    def verdict(self) -> int:
        """Print the summary line, and return the exit status: 0 without failures, else 1."""
        self._tell_errors("the end")
        _say(f"{self._failed} failed" if self._failed else "all pages loaded")
        return 1 if self._failed else 0

    # --- one check ---------------------------------------------------------------------------

    async def _check(self, name: str, work: Awaitable[object], patience: float = PATIENCE) -> None:
        """Run one check and print its result, then the errors that were unhandled meanwhile."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(patience):
                result = await work
        except TimeoutError:
            self._fail(f"{name}: nothing within {patience:.0f} s")
        except Exception as error:  # noqa: BLE001 - every error is a failed check
            told = describe(error)
            self._fail(f"{name}: {told.text} {' '.join(told.details.split())}".rstrip())
        else:
            _say(f"ok      {name}: {result or 'ready'} ({time.monotonic() - began:.2f} s)")
        self._tell_errors(name)

    def _tell_errors(self, when: str) -> None:
        for error in self._errors[self._told :]:
            self._fail(
                f"{when}: not caught: {type(error).__name__}: {' '.join(str(error).split())}"
            )
        self._told = len(self._errors)

    def _fail(self, line: str) -> None:
        self._failed += 1
        _say(f"failed  {line}")

    # --- pages -------------------------------------------------------------------------------

    async def _show_welcome(self) -> str:
        window = self._window
        window.navigator.show_welcome()
        await _until(lambda: window.isVisible() and window.navigator.page is not None)
        return "shown"

    async def _visit(self, visit: Visit) -> str:
        navigator = self._window.navigator
        navigator.open(visit.place)
        await asyncio.sleep(0)
        page = navigator.page
        if page is None or not (visit.is_redirected or navigator.place == visit.place):
            raise RuntimeError("the window did not open it")
        await self._settle(page)
        result = None
        if visit.act is not None:
            result = await visit.act(page, partial(self._settle, page))
        return result or navigator.status

    async def _settle(self, page: Page | None = None) -> None:
        """Wait until the loads of a page are done, and paint it; raises the page's failure."""
        shown = page or self._window.navigator.page
        if shown is None:
            raise RuntimeError("no page is shown")
        await asyncio.sleep(0)
        await _until(lambda: shown.is_settled)
        if shown.failure is not None:
            raise shown.failure
        if self._window.grab().isNull():
            raise RuntimeError("the window is not painted")

    # --- the window --------------------------------------------------------------------------

    def _window_checks(self) -> Iterator[tuple[str, Callable[[], Awaitable[None]]]]:
        yield "a suggestion", self._open_suggestion
        yield "dialogs", self._open_dialogs
        yield "add a bookmark", self._add_bookmark
        yield "record a visit", self._record_visit

    async def _use_window(self, act: Callable[[], Awaitable[None]]) -> str:
        """Show the home of the first tab, and run an action in the window there."""
        navigator = self._window.navigator
        first = next((kind for kind in self._kinds if kind.is_first), self._kinds[0])
        navigator.open(first.home)
        await self._settle()
        await act()
        await self._settle()
        return navigator.status

    async def _open_suggestion(self) -> None:
        """Type a name into the address bar and open the first suggestion from osu!."""
        from osubrowser.services.omnibox.suggestions import Suggestion

        window = self._window
        bar, omnibox = window.chrome.address, window.omnibox
        bar.setFocus()
        bar.selectAll()
        for letter in _TYPED:
            _press(bar, ord(letter.upper()), letter)
        await _until(lambda: not omnibox.is_asking)
        row = omnibox.popup.current
        suggestion = row.value if row is not None else None
        if not isinstance(suggestion, Suggestion) or not suggestion.is_found:
            raise RuntimeError(f"nothing for {_TYPED!r}: {omnibox.popup.foot.text()}")
        _press(bar, Qt.Key.Key_Return)
        if window.navigator.place != suggestion.place:
            raise RuntimeError("the suggestion was not opened")

    async def _open_dialogs(self) -> None:
        window = self._window
        for show in (window.commands.show_shortcuts, window.commands.show_about):
            show()
            dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
            if not dialogs or dialogs[-1].grab().isNull():
                raise RuntimeError("a dialog did not open")
            dialogs[-1].close()

    async def _add_bookmark(self) -> None:
        window = self._window
        window.chrome.star.click()
        controller = window.bookmark_controller
        popover = controller.popover if controller is not None else None
        if popover is None or not popover.isVisible():
            raise RuntimeError("the bookmark editor did not open")
        popover.hide()

    async def _record_visit(self) -> None:
        visited = asyncio.Event()

        def on_visited(_place: object, _title: str) -> None:
            visited.set()

        navigator = self._window.navigator
        navigator.visited.connect(on_visited)
        try:
            navigator.step_tab(1)
            navigator.step_tab(-1)  # going back counts as another visit
            await visited.wait()
        finally:
            navigator.visited.disconnect(on_visited)


def visits_of(kind: PageKind) -> tuple[Visit, ...]:
    """Return the visits of a kind of page: at least its home."""
    from osubrowser.ui.shell.page_kind import Visit

    return kind.self_test or (Visit(kind.home),)


def label_of(visit: Visit) -> str:
    """Return the label of a visit in the printed lines."""
    return visit.name or short(visit.place).removeprefix("osu.ppy.sh/")


def _press(bar: AddressBar, key: int, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(bar, event)


async def _called(check: Callable[[], str]) -> str:
    return check()


async def _idle(seconds: float) -> str:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:  # Qt timers may fire up to 5 % early
        await asyncio.sleep(left)
    return "done"


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.02)


def _say(line: str) -> None:
    if sys.stdout is not None:  # there is no stdout in a GUI process on Windows
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
