"""Address bar and its controller: parses the text, suggests places, opens them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from osubrowser.services.places.replay_files import SUFFIX, place_of_paths, replay_address
from osubrowser.services.places.urls import HOME, short
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.services.library.library import Library
    from osubrowser.services.omnibox.query import Query
    from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions
    from osubrowser.services.omnibox.suggestions import Suggestion
    from osubrowser.services.places.places import Place
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.services.settings.settings import Settings
    from osubrowser.ui.shell.message_bar import MessageBar
    from osubrowser.ui.shell.navigator import Navigator
    from osubrowser.ui.shell.omnibox.suggestion_list import SuggestionList
    from osubrowser.ui.shell.omnibox.suggestion_rows import SuggestionRow
    from osubrowser.ui.shell.page_kind import PageTable
    from osubrowser.ui.style.theme import Colours


LONGEST: Final = 2000
"""Most characters of an address."""


KeyTaker = Callable[[QKeyEvent], bool]
"""Handles a key event before the bar does; returns whether it did."""


class AddressBar(QLineEdit):
    """Line edit with a current address, which is separate from edited text.

    Attributes:
        submitted: `(text, how)`: Return was pressed; `text` is stripped, `how` is `here`, `new`
            (Alt+Return) or `background` (Ctrl+Return).
        typed: the text was edited; not emitted while an input method composes.
        asked: Down was pressed to get suggestions.
        focus_gained, focus_lost: the keyboard focus was gained or lost.
        left: Escape was pressed on the current address: the page gets the focus.
        take_key: handles keys before the bar does; None for none.
    """

    submitted = Signal(str, str)
    typed = Signal(str)
    asked = Signal()
    focus_gained = Signal()
    focus_lost = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._select_on_release = False
        self._last_typed = ""
        self._is_composing = False
        self.take_key: KeyTaker | None = None
        self.setObjectName("address")
        self.setAccessibleName(tr("Address"))
        self.setPlaceholderText(tr("Type a name, words, an id or an osu! address"))
        self.setMaxLength(LONGEST)
        self.setDragEnabled(True)
        self.textEdited.connect(self._on_text_edited)

    def set_address(self, address: str) -> None:
        """Set the current address; edited text stays."""
        untouched = not self.isModified() or not self.hasFocus()
        self._address = address
        if untouched:
            self.restore()

    def restore(self) -> None:
        """Replace the text by the current address."""
        self.setText(self._address)
        self._last_typed = self._address
        self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def start(self) -> None:
        """Set the focus, and select all text (Ctrl+L)."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Return; on Escape restore the address, then emit `left`."""
        if self.take_key is not None and self.take_key(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit(how_of(event))
        elif event.key() == Qt.Key.Key_Down and not event.modifiers() & ~_KEYPAD:
            self.asked.emit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text() != self._address:
            self.restore()
        else:
            self.left.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Emit `typed` for composed text once it is committed."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._is_composing and self.text() != self._last_typed:
            self._on_text_edited(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all text at the end of the click that sets the focus."""
        super().focusInEvent(event)
        self._select_on_release = event.reason() == Qt.FocusReason.MouseFocusReason
        self.focus_gained.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all text at the first click, as in web browsers, unless it was a drag."""
        super().mouseReleaseEvent(event)
        if self._select_on_release and not self.hasSelectedText():
            self.selectAll()
        self._select_on_release = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep edited text; replace empty text by the address."""
        super().focusOutEvent(event)
        self._is_composing = False
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_lost.emit()
        if event.reason() not in _TEMPORARY and self.text() == "":
            self.restore()
        self.deselect()

    def changeEvent(self, event: QEvent) -> None:
        """Scroll to the start of the text after a change of style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self.hasFocus():
            self.setCursorPosition(0)

    def _on_text_edited(self, text: str) -> None:
        if not self._is_composing:
            self._last_typed = text
            self.typed.emit(text)

    def _submit(self, how: str) -> None:
        text = self.text().strip()
        if text:
            self.setModified(False)
            self.submitted.emit(text, how)


def how_of(event: QKeyEvent) -> str:
    """Return how Return opens a place with these modifiers: `here`, `new` or `background`."""
    held = event.modifiers()
    if held & Qt.KeyboardModifier.AltModifier:
        return "new"
    return "background" if held & Qt.KeyboardModifier.ControlModifier else "here"


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_TEMPORARY = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


def dropped_address(data: QMimeData) -> str | None:
    """Return the address of dragged data; None for none.

    That of all replay files, else the first web address, else the line of text.
    """
    files = tuple(
        path for url in data.urls() if (path := url.toLocalFile()).lower().endswith(SUFFIX)
    )
    replays = place_of_paths(files)
    if replays is not None:
        return replay_address(replays)
    for url in data.urls():
        if url.scheme() in ("http", "https"):
            return url.toString()
    text = data.text().strip()
    return text if text and "\n" not in text and len(text) <= LONGEST else None


_LONGEST_TITLE, _LONGEST_DETAIL = 160, 200
_ASKING: Final = tr("Asking osu! …")
_NOTHING: Final = tr("osu! knows no player and no beatmap by this.")
_NO_PLAYER: Final = tr("osu! knows no player by this.")
_SIGNED_OUT: Final = tr("Sign in, or open the demo, to find players and beatmaps.")
_WRONG_LINK: Final = tr("This is no address that osu! has.")


class OmniboxController(QObject):
    """Controller of the address bar, the list of suggestions below it, and the navigator.

    The list, and the modules that suggestions need, are loaded when the bar gets the focus.

    Args:
        bar: the address bar.
        navigator: opens places.
        table: the program's own pages, and which places have a page.
        account: the client of requests, and the server of addresses.
        settings: the script of titles.
        messages: shows why a text cannot be opened.
        calls: runs requests; None for no suggestions from osu!.
        library: bookmarks and visits; None for none.
        images: avatars and covers; None for none.
        report: called with unexpected errors.
    """

    def __init__(
        self,
        bar: AddressBar,
        navigator: Navigator,
        table: PageTable,
        account: Account,
        settings: Settings,
        messages: MessageBar,
        *,
        calls: Calls | None = None,
        library: Library | None = None,
        images: ImageStore | None = None,
        report: Callable[[BaseException], None] | None = None,
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._navigator = navigator
        self._table = table
        self._account = account
        self._settings = settings
        self._messages = messages
        self._calls = calls
        self._library = library
        self._images = images
        self._report = report
        self._client = account.client
        self._colours: Colours | None = None
        self._popup: SuggestionList | None = None
        self._remote: RemoteSuggestions | None = None
        self._query: Query | None = None
        self._suggestions: list[Suggestion] = []
        self._place: Place | None = None  # the place that was shown last
        bar.take_key = self._take_key
        bar.submitted.connect(self.submit)
        bar.focus_gained.connect(lambda: QTimer.singleShot(0, self, self._on_focused))
        bar.focus_lost.connect(self.close_list)
        bar.typed.connect(self.suggest)
        bar.asked.connect(self._on_asked)
        navigator.place_changed.connect(self._on_navigator_place_changed)
        account.changed.connect(self._on_account_changed)

    @property
    def popup(self) -> SuggestionList:
        """The list below the bar, built at the first access."""
        return self._popup or self._build()

    @property
    def is_asking(self) -> bool:
        """Whether a request for suggestions is running or scheduled."""
        return self._remote is not None and self._remote.is_asking

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the list."""
        self._colours = colours
        if self._popup is not None:
            self._popup.set_colours(colours)

    def close(self) -> None:
        """Cancel requests; called when the window closes."""
        self.close_list()
        if self._remote is not None:
            self._remote.close()

    # --- opening -----------------------------------------------------------------------------

    def submit(self, text: str, how: str = "here") -> None:
        """Open the place of a text, or show why there is none."""
        places = self._parse(text).places
        if places:
            self.open(places[0], how)
            return
        self.close_list()
        example = short(self._navigator.place, HOME) or self._table.example
        self._messages.show_message(
            "warning",
            tr("“{text}” is not an osu! address. One looks like this: {example}").format(
                text=plain(text, 60), example=example
            ),
        )
        self._bar.start()

    def open(self, place: Place, how: str = "here") -> None:
        """Open a place that was typed or picked; the focus moves to the page if it is shown."""
        self._messages.dismiss_passing()
        if how == "background":
            self._navigator.open(place, how)
            return
        self.close_list()
        self._navigator.open(place, how)
        self._bar.restore()
        self._navigator.focus_page()

    def _parse(self, line: str) -> Query:
        from osubrowser.services.omnibox.query import parse_query

        origins = (self._account.server, HOME)
        return parse_query(line, origins=origins, app_pages=self._table.app_titles)

    # --- suggestions -------------------------------------------------------------------------

    def suggest(self, line: str) -> None:
        """Show suggestions for a text, and request more from osu!."""
        from osubrowser.services.omnibox.query import QueryKind
        from osubrowser.services.omnibox.suggestions import (
            joined,
            local_suggestions,
            still_fitting,
        )
        from osubrowser.services.places.destinations import destinations

        shown, before = self.popup, self._suggestions
        query = self._query = self._parse(line)
        local = local_suggestions(
            query,
            line.strip(),
            self._library,
            self._table.app_titles,
            destinations(self._table.has_page),
        )
        fitting = still_fitting(query.words, before) if query.asks_for_players else []
        if not query.asks_for_beatmaps:
            fitting = [one for one in fitting if one.icon == "person"]
        self._suggestions = joined(local, fitting)
        foot = _WRONG_LINK if query.kind is QueryKind.WRONG_LINK else ""
        if query.asks_for_players and self._account.client is None:
            foot = _SIGNED_OUT
        if not self._suggestions and not foot:
            self.close_list()
            return
        shown.set_foot(foot)
        shown.set_rows(self._rows(), self._typed_row(query))
        shown.open()
        if self._remote is not None:
            self._remote.original_titles = self._settings.titles == "original"
            self._remote.ask(self._account.client, query)

    def _typed_row(self, query: Query) -> int | None:
        """Return the row of what the text means, which Return opens; None for an empty text."""
        if not query.places:
            return None
        places = [one.place for one in self._suggestions]
        return places.index(query.places[0]) if query.places[0] in places else 0

    def close_list(self) -> None:
        """Close the list, and cancel the request for more."""
        if self._popup is None:
            return
        if self._remote is not None:
            self._remote.stop()
        self._suggestions = []
        self._popup.close_list()
        self._bar.setAccessibleDescription("")

    def _build(self) -> SuggestionList:
        from osubrowser.ui.shell.omnibox.suggestion_list import SuggestionList

        pictures = self._images.request if self._images is not None else None
        shown = self._popup = SuggestionList(self._bar.window(), self._bar, pictures)
        shown.opened.connect(self._on_list_opened)
        shown.left.connect(self.close_list)
        shown.current_changed.connect(self._on_list_current_changed)
        if self._images is not None:
            self._images.ready.connect(shown.pictures_ready)
        if self._colours is not None:
            shown.set_colours(self._colours)
        if self._calls is not None:
            from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions

            remote = self._remote = RemoteSuggestions(self._calls, self._report, self)
            remote.began.connect(lambda: shown.set_foot(_ASKING))
            remote.found.connect(self._on_remote_found)
            remote.ended.connect(self._on_remote_ended)
            remote.failed.connect(self._on_remote_failed)
            remote.paused.connect(self._on_remote_paused)
        return shown

    def _rows(self) -> list[SuggestionRow]:
        from osubrowser.ui.shell.omnibox.suggestion_rows import SuggestionRow

        return [
            SuggestionRow(
                one.icon,
                plain(one.title, _LONGEST_TITLE),
                plain(one.detail, _LONGEST_DETAIL),
                one.picture,
                not self._table.has_page(one.place),
                one,
            )
            for one in self._suggestions
        ]

    # --- keys and mouse ----------------------------------------------------------------------

    def _take_key(self, event: QKeyEvent) -> bool:
        """Handle a key for the list; return False if it is the bar's."""
        shown = self._popup
        if shown is None or not shown.isVisible():
            return False
        key = event.key()
        current = shown.current
        is_held = bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: shown.page_step,
            Qt.Key.Key_PageUp: -shown.page_step,
        }
        if key in steps and not is_held:
            shown.step(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self._on_list_opened(current.value, how_of(event))
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
        """Remove the visit of a row from the library; return False if it is no visit."""
        from osubrowser.services.library.recently_seen import Visit
        from osubrowser.services.omnibox.suggestions import Suggestion

        one = row.value
        if self._library is None or not isinstance(one, Suggestion):
            return False
        if not isinstance(one.entry, Visit):
            return False
        self._library.forget(one.entry)
        self._suggestions = [other for other in self._suggestions if other is not one]
        self.popup.take_row(row)
        if not self._suggestions:
            self.close_list()
        return True

    def _on_focused(self) -> None:
        """Build the list, before the first key needs it."""
        if self._bar.hasFocus():
            _ = self.popup

    def _on_asked(self) -> None:
        """Suggest for edited text, else show the recently seen places."""
        self.suggest(self._bar.text() if self._bar.isModified() else "")
        if self.popup.current is None:
            self.popup.step(1)

    def _on_list_opened(self, value: object, how: str) -> None:
        from osubrowser.services.omnibox.suggestions import Suggestion

        if isinstance(value, Suggestion):
            self.open(value.place, how)

    def _on_list_current_changed(self, row: SuggestionRow | None) -> None:
        # The focus stays in the bar, whose description tells screen readers what Return would open.
        self._bar.setAccessibleDescription(row.spoken if row is not None else "")

    def _on_navigator_place_changed(self) -> None:
        """Close the list when another place is shown, by a shortcut or a mouse button."""
        if self._navigator.place != self._place:
            self.close_list()
        self._place = self._navigator.place

    # --- responses ---------------------------------------------------------------------------

    def _on_remote_found(self, found: list[Suggestion]) -> None:
        from osubrowser.services.omnibox.suggestions import joined

        if self.popup.isVisible():
            self._suggestions = joined(self._suggestions, found)
            self.popup.change_rows(self._rows())

    def _on_remote_ended(self) -> None:
        found = any(one.is_found for one in self._suggestions)
        asks_all = self._query is not None and self._query.asks_for_beatmaps
        nothing = _NOTHING if asks_all else _NO_PLAYER
        self.popup.set_foot("" if found else nothing)

    def _on_remote_failed(self, error: BaseException) -> None:
        from osubrowser.api.errors import LoginRequired
        from osubrowser.ui.error_messages import describe

        text = describe(error).text
        if isinstance(error, LoginRequired):
            text = _SIGNED_OUT
        elif self._suggestions:
            text = " ".join((text, tr("What is above was not looked up.")))
        self.popup.set_foot(text)

    def _on_remote_paused(self, wait: float) -> None:
        from osubrowser.ui.error_messages import seconds

        self.popup.set_foot(
            tr("osu! asks us to wait {seconds}; then more comes.").format(seconds=seconds(wait))
        )

    def _on_account_changed(self) -> None:
        if self._account.client is not self._client:
            self._client = self._account.client
            if self._remote is not None:
                self._remote.clear()
            self.close_list()
