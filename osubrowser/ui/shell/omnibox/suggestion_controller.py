"""What lies between the address bar and its list: typing, keys, and what osu! answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from osubrowser.api.errors import LoginRequired
from osubrowser.services.library.recently_seen import Visit
from osubrowser.services.omnibox.query import Query, QueryKind, parse_query
from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions
from osubrowser.services.omnibox.suggestions import (
    Suggestion,
    joined,
    local_suggestions,
    still_fitting,
)
from osubrowser.services.places.urls import HOME
from osubrowser.services.text.plain import plain
from osubrowser.ui.error_messages import describe, seconds
from osubrowser.ui.shell.omnibox.address_bar import how_of
from osubrowser.ui.shell.omnibox.suggestion_list import PAGE, SuggestionList
from osubrowser.ui.shell.omnibox.suggestion_rows import SuggestionRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from osubrowser.services.library.library import Library
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.shell.omnibox.address_bar import AddressBar
    from osubrowser.ui.style.theme import Colours

_LONGEST_TITLE, _LONGEST_DETAIL = 160, 200
_ASKING = "Asking osu! …"
_NOTHING = "osu! knows no player and no beatmap by this."
_NO_PLAYER = "osu! knows no player by this."
_SIGNED_OUT = "Sign in, or open the demo, to find players and beatmaps."
_NOT_OURS = "This is no address that osu! has."


class SuggestionController(QObject):
    """Fills the list while somebody types, and opens what is picked.

    Args:
        bar: where it is typed.
        window: over which the list lies.
        account: who asks; where addresses belong to.
        settings: in which script titles are shown.
        has_page: whether a place can be shown here.
        calls: runs requests; None asks osu! nothing.
        library: bookmarks and recently seen places; None for none.
        report: gets errors that nobody expected.

    Attributes:
        picked: `(place, how)`: what to open.
        list: the list below the bar.
    """

    picked = Signal(object, str)

    def __init__(
        self,
        bar: AddressBar,
        window: QWidget,
        account: Account,
        settings: Settings,
        has_page: Callable[[Place], bool],
        *,
        calls: Calls | None = None,
        library: Library | None = None,
        report: Callable[[BaseException], None] | None = None,
    ) -> None:
        super().__init__(window)
        self._bar = bar
        self._account = account
        self._settings = settings
        self._has_page = has_page
        self._library = library
        self._meaning = Query(QueryKind.NOTHING)
        self._rows: list[Suggestion] = []
        self._client = account.client
        self.list = SuggestionList(window, bar)
        self._asking = RemoteSuggestions(calls, report, self) if calls is not None else None
        self._connect()

    def _connect(self) -> None:
        bar, shown, asking = self._bar, self.list, self._asking
        bar.take_key = self._take_key
        bar.focus_lost.connect(self.close_list)
        shown.opened.connect(self._on_opened)
        shown.left.connect(self.close_list)
        shown.current_changed.connect(self._on_current_changed)
        self._account.changed.connect(self._on_account_changed)
        if asking is not None:
            asking.began.connect(lambda: shown.set_foot(_ASKING))
            asking.found.connect(self._on_found)
            asking.ended.connect(self._on_ended)
            asking.failed.connect(self._on_failed)
            asking.paused.connect(self._on_paused)

    # --- what the window asks -----------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self.list.set_colours(colours)

    @property
    def is_asking(self) -> bool:
        """Whether osu! is being asked, or soon will be."""
        return self._asking is not None and self._asking.is_asking

    def close(self) -> None:
        """Ask nothing more: the window closes."""
        self.close_list()
        if self._asking is not None:
            self._asking.close()

    # --- typing -------------------------------------------------------------------------------

    def suggest(self, line: str) -> None:
        """Show what a line can mean, and ask osu! for more."""
        before, meaning = self._rows, parse_query(line, origins=self._origins)
        self._meaning = meaning
        local = local_suggestions(meaning, line.strip(), self._library)
        carried = still_fitting(meaning.words, before) if meaning.asks_for_players else []
        if not meaning.asks_for_beatmaps:
            carried = [one for one in carried if one.icon == "person"]
        self._rows = joined(local, carried)
        foot = _NOT_OURS if meaning.kind is QueryKind.WRONG_LINK else ""
        if meaning.asks_for_players and self._account.client is None:
            foot = _SIGNED_OUT
        if not self._rows and not foot:
            self.close_list()
            return
        self.list.set_foot(foot)
        self.list.set_rows(self._shown(), None if meaning.kind is QueryKind.NOTHING else 0)
        self.list.open()
        if self._asking is not None:
            self._asking.original_titles = self._settings.titles == "original"
            self._asking.ask(self._account.client, meaning)

    def suggest_at_first(self) -> None:
        """Show the list for what stands in the bar; for an address that is open, what was seen."""
        self.suggest(self._bar.text() if self._bar.isModified() else "")
        if self.list.current is None:
            self.list.step(1)

    def close_list(self) -> None:
        """Close the list; nobody waits for an answer any more."""
        if self._asking is not None:
            self._asking.stop()
        self._rows = []
        self.list.close_list()
        self._bar.setAccessibleDescription("")

    @property
    def _origins(self) -> tuple[str, ...]:
        return (self._account.server, HOME)

    def _shown(self) -> list[SuggestionRow]:
        return [
            SuggestionRow(
                one.icon,
                plain(one.title, _LONGEST_TITLE),
                plain(one.detail, _LONGEST_DETAIL),
                one.picture,
                not self._has_page(one.place),
                one,
            )
            for one in self._rows
        ]

    # --- keys and mouse -----------------------------------------------------------------------

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the list; False if it is the bar's."""
        shown = self.list
        if not shown.isVisible():
            return False
        key = event.key()
        current = shown.current
        is_held = bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: PAGE,
            Qt.Key.Key_PageUp: -PAGE,
        }
        if key in steps and not is_held:
            shown.step(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self._on_opened(current.value, how_of(event))
        elif (
            key == Qt.Key.Key_Delete
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            and current is not None
            and not self._bar.hasSelectedText()
        ):
            return self._forget(current)
        else:
            return False
        return True

    def _forget(self, row: SuggestionRow) -> bool:
        """Forget that what a row stands for was seen; False if it is no such row."""
        one = row.value
        if self._library is None or not isinstance(one, Suggestion):
            return False
        if not isinstance(one.kept, Visit):
            return False
        self._library.forget(one.kept)
        self._rows = [other for other in self._rows if other is not one]
        self.list.take_row(row)
        if not self._rows:
            self.close_list()
        return True

    def _on_opened(self, value: object, how: str) -> None:
        if isinstance(value, Suggestion):
            if how != "background":
                self.close_list()
            self.picked.emit(value.place, how)

    def _on_current_changed(self, row: SuggestionRow | None) -> None:
        # The focus stays in the bar: there a screen reader looks for what Return would open.
        self._bar.setAccessibleDescription(row.spoken if row is not None else "")

    # --- what osu! says -----------------------------------------------------------------------

    def _on_found(self, found: list[Suggestion]) -> None:
        if self.list.isVisible():
            self._rows = joined(self._rows, found)
            self.list.change_rows(self._shown())

    def _on_ended(self) -> None:
        found = any(one.is_found for one in self._rows)
        nothing = _NOTHING if self._meaning.asks_for_beatmaps else _NO_PLAYER
        self.list.set_foot("" if found else nothing)

    def _on_failed(self, error: BaseException) -> None:
        sentence = describe(error)
        words = sentence.text
        if isinstance(error, LoginRequired):
            words = _SIGNED_OUT
        elif self._rows:
            words += " What is above was not looked up."
        self.list.set_foot(words)

    def _on_paused(self, wait: float) -> None:
        self.list.set_foot(f"osu! asks us to wait {seconds(wait)}; then more comes.")

    def _on_account_changed(self) -> None:
        if self._account.client is not self._client:
            self._client = self._account.client
            if self._asking is not None:
                self._asking.forget()
            self.close_list()
