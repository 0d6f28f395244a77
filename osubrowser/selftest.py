"""`--self-test`: smoke test of the whole program on the embedded osu!, one printed line a check."""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from osubrowser.services.addresses import short
from osubrowser.services.places import (
    PLAYER_SECTIONS,
    AppPlace,
    PlayersPlace,
    RankingsPlace,
    UserPlace,
)
from osubrowser.ui.pages.page import Page
from osubrowser.ui.wording import describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from osubrowser.services.places import Place
    from osubrowser.ui.main_window import MainWindow
    from osubrowser.ui.widgets.address_bar import AddressBar

T = TypeVar("T")

PATIENCE: Final = 30.0
"""Seconds that one check may take."""

_PLAYER: Final = 12092800
_OTHER: Final = 2
_TYPED: Final = "peppy"


@dataclass(frozen=True, slots=True)
class Visit:
    """Check of one place: its page settles without a failure and is painted.

    Attributes:
        place: what is opened.
        act: uses the page once it has settled; what it causes is waited for as well. May return
            what is printed.
        name: what is printed; by default the short address.
        is_redirected: whether the page replaces the place by another one.
    """

    place: Place
    act: Callable[[MainWindow], Awaitable[str | None]] | None = None
    name: str = ""
    is_redirected: bool = False

    @property
    def label(self) -> str:
        """The name in the printed line."""
        return self.name or short(self.place).removeprefix("osu.ppy.sh/")


# --- what is used on pages -------------------------------------------------------------------


def _shown(window: MainWindow, kind: type[T]) -> T:
    """Return the page in front, which must be of this class."""
    page = window.navigator.page
    if not isinstance(page, kind):
        raise TypeError(f"not the {kind.__name__} but {type(page).__name__}")
    return page


def _press(bar: AddressBar, key: int, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(bar, event)


async def _show_settings_sections(window: MainWindow) -> str:
    from osubrowser.ui.pages.settings import SECTIONS, SettingsPage

    page = _shown(window, SettingsPage)
    for entry in SECTIONS:
        page.choose(entry.title)
        if page.section is None or page.section.title != entry.title:
            raise RuntimeError(f"the section {entry.title} did not open")
        await _settle(window, page)
    return f"{len(SECTIONS)} sections"


async def _show_shared_scores(window: MainWindow) -> None:
    from osubrowser.ui.pages.player import PlayerPage
    from osubrowser.ui.pages.player_compare import CompareSection

    section = _shown(window, PlayerPage).host.section
    if not isinstance(section, CompareSection):
        raise TypeError("the comparison did not open")
    section.bar.views.button("scores").click()


async def _bookmark(window: MainWindow) -> None:
    window.chrome.star.click()
    popover = window.starring.popover if window.starring is not None else None
    if popover is None or not popover.isVisible():
        raise RuntimeError("the bookmark editor did not open")
    popover.hide()


async def _stay_until_seen(window: MainWindow) -> None:
    seen = asyncio.Event()

    def on_seen(_place: object, _title: str) -> None:
        seen.set()

    window.navigator.seen.connect(on_seen)
    try:
        await seen.wait()
    finally:
        window.navigator.seen.disconnect(on_seen)


async def _find_rows(window: MainWindow) -> None:
    from osubrowser.ui.pages.bookmarks import BookmarksPage

    if not _shown(window, BookmarksPage).model.total:
        raise RuntimeError("the list is empty")


async def _take_suggestion(window: MainWindow) -> None:
    """Type a name into the address bar and open the first suggestion that osu! answered."""
    from osubrowser.services.suggestions import Suggestion

    bar, navigator = window.chrome.address, window.navigator
    bar.setFocus()
    bar.selectAll()
    for letter in _TYPED:
        _press(bar, ord(letter.upper()), letter)
    suggesting = window.entry.suggesting
    await _until(lambda: not suggesting.is_asking)
    row = suggesting.list.current
    suggestion = row.value if row is not None else None
    if not isinstance(suggestion, Suggestion) or not suggestion.is_found:
        raise RuntimeError(f"osu! suggested nothing for {_TYPED!r}: {suggesting.list.foot.text()}")
    _press(bar, Qt.Key.Key_Return)
    if navigator.place != suggestion.place:
        raise RuntimeError("the suggestion was not opened")


async def _open_dialogs(window: MainWindow) -> None:
    for show in (window.commands.show_shortcuts, window.commands.show_about):
        show()
        dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
        if not dialogs or dialogs[-1].grab().isNull():
            raise RuntimeError("a dialog did not open")
        dialogs[-1].close()


VISITS: Final[Mapping[str, tuple[Visit, ...]]] = {
    "rankings": (
        Visit(RankingsPlace()),
        Visit(RankingsPlace(mode="taiko", type="score")),
        Visit(RankingsPlace(mode="mania", variant="4k")),
        Visit(RankingsPlace(country="JP", page=2)),
        Visit(RankingsPlace(filter="friends")),
        Visit(RankingsPlace(mode="fruits", type="country")),
        Visit(RankingsPlace(type="team")),
        Visit(RankingsPlace(type="charts")),
        Visit(RankingsPlace(type="kudosu")),
        Visit(RankingsPlace(), _take_suggestion, "a suggestion"),
        Visit(RankingsPlace(), _open_dialogs, "dialogs"),
    ),
    "players": (
        Visit(PlayersPlace(), name="players", is_redirected=True),
        *(Visit(UserPlace(_PLAYER, "osu", section=section)) for section in PLAYER_SECTIONS),
        Visit(UserPlace(_PLAYER, "taiko")),
        Visit(UserPlace(_PLAYER, "osu", compare=_OTHER), _show_shared_scores),
    ),
    "bookmarks": (
        Visit(UserPlace(_PLAYER, "osu"), _bookmark, "add a bookmark"),
        Visit(AppPlace("bookmarks"), _find_rows),
        Visit(UserPlace(_OTHER), _stay_until_seen, "see a place"),
        Visit(AppPlace("recent"), _find_rows),
    ),
    "settings": (Visit(AppPlace("settings"), _show_settings_sections),),
}
"""The checks of each kind of page, by the key of its tab."""


# --- the test --------------------------------------------------------------------------------


class SelfTest:
    """Runs checks in a window and prints a line for each.

    Args:
        window: built and shown.
        errors: what slots, tasks and threads raised and nothing caught; grows meanwhile. Each of
            them is a failure.
    """

    def __init__(self, window: MainWindow, errors: Sequence[BaseException]) -> None:
        self._window = window
        self._errors = errors
        self._told = 0  # of the errors
        self._failed = 0

    async def run(
        self,
        enter: Callable[[], Awaitable[None]],
        preloaded: Callable[[], Awaitable[object]],
        visits: Mapping[str, Sequence[Visit]] = VISITS,
        *,
        idle: float = 0.0,
    ) -> None:
        """Show the welcome page, sign in, idle, make all visits, and wait for the preload.

        Args:
            enter: signs in to the embedded osu!, and starts the preload.
            preloaded: waits until the preload is done; raises what went wrong in it.
            visits: the checks of each kind of page.
            idle: seconds that nothing is done after the sign-in.
        """
        await self._check("welcome", self._show_welcome())
        await self._check("demo", enter())
        if self._failed:
            return  # without a session no page opens
        if idle > 0:
            await self._check(f"idle {idle:g} s", _idle(idle), PATIENCE + idle)
        for kind in visits.values():
            for visit in kind:
                await self._check(visit.label, self._visit(visit))
        await self._check("preload", preloaded())

    def verdict(self) -> int:
        """Print the last line. Returns the exit status: 0 if nothing failed, else 1."""
        self._tell_errors("the end")
        _say(f"{self._failed} failed" if self._failed else "all pages loaded")
        return 1 if self._failed else 0

    async def _check(self, name: str, work: Awaitable[object], patience: float = PATIENCE) -> None:
        """Do one check and print how it went, then what nothing caught meanwhile."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(patience):
                words = await work
        except TimeoutError:
            self._fail(f"{name}: nothing within {patience:.0f} s")
        except Exception as error:  # noqa: BLE001 - whatever it is, the self-test is to say so
            told = describe(error)
            self._fail(f"{name}: {told.text} {' '.join(told.details.split())}".rstrip())
        else:
            _say(f"ok      {name}: {words or 'ready'} ({time.monotonic() - began:.2f} s)")
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

    async def _show_welcome(self) -> str:
        window = self._window
        window.navigator.show_welcome()
        await _until(lambda: window.isVisible() and window.navigator.page is not None)
        return "shown"

    async def _visit(self, visit: Visit) -> str:
        window, navigator = self._window, self._window.navigator
        navigator.open(visit.place)
        await asyncio.sleep(0)
        page = navigator.page
        if page is None or not (visit.is_redirected or navigator.place == visit.place):
            raise RuntimeError("the window did not open it")
        await _settle(window, page)
        if visit.act is not None:
            done = await visit.act(window)
            await asyncio.sleep(0)
            await _settle(window, _shown(window, Page))
            return done or navigator.status
        return navigator.status


async def _settle(window: MainWindow, page: Page) -> None:
    """Wait until a page has what it asked for, and paint it; raises why it has not."""
    await _until(lambda: page.is_settled)
    if page.failure is not None:
        raise page.failure
    if window.grab().isNull():
        raise RuntimeError("the window is not painted")


async def _idle(seconds: float) -> str:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:  # Qt's timers may be early by 5 %
        await asyncio.sleep(left)
    return "done"


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.02)


def _say(line: str) -> None:
    if sys.stdout is not None:  # a window of its own on Windows has no terminal
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
