"""Text field for a player's name, id or link, with names suggested while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from osubrowser.services.text.plain import plain
from osubrowser.ui.widgets.assistive import name_clear_button

if TYPE_CHECKING:
    from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions
    from osubrowser.services.omnibox.suggestions import Suggestion
    from osubrowser.services.places.places import UserPlace
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.ui.style.theme import Colours


class PlayerField(QLineEdit):
    """Line edit for a player; a click on a suggested name submits it, as Return does.

    The list of names, and the modules that its searches need, are loaded at the first edit.

    Args:
        account: provides the client of the searches.
        calls: runs the searches.
        parent: the Qt parent.
    """

    def __init__(self, account: Account, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._calls = calls
        self._colours: Colours | None = None
        self._found: list[Suggestion] = []
        self._names = QStringListModel(self)
        self._popup: QListView | None = None
        self._remote: RemoteSuggestions | None = None
        self.setMaxLength(200)
        self.setClearButtonEnabled(True)
        name_clear_button(self)
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self._on_return_pressed)

    @property
    def names(self) -> list[str]:
        """The suggested names."""
        return list(self._names.stringList())

    @property
    def popup(self) -> QListView:
        """The list of the suggested names, built at the first access."""
        return self._popup or self._build_popup()

    def cancel(self) -> None:
        """Cancel all searches, and close the list of names."""
        if self._remote is not None:
            self._remote.close()
        self._show([])

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the list of names."""
        self._colours = colours
        if self._popup is not None:
            self._popup.setStyleSheet(_popup_style(colours))

    def _build_popup(self) -> QListView:
        popup = self._popup = QListView(self)
        if self._colours is not None:
            popup.setStyleSheet(_popup_style(self._colours))
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setPopup(popup)
        self.setCompleter(completer)
        # Return reaches the field itself, which has the text of the current name already.
        popup.clicked.connect(self.returnPressed)
        return popup

    def _search(self) -> RemoteSuggestions:
        if self._remote is None:
            from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions

            self._remote = RemoteSuggestions(self._calls, parent=self)
            self._remote.found.connect(self._on_remote_found)
        return self._remote

    def _on_text_edited(self, text: str) -> None:
        from osubrowser.services.omnibox.query import Query, QueryKind
        from osubrowser.services.omnibox.suggestions import still_fitting

        words = " ".join(text.split()).removeprefix("@")
        self._show(still_fitting(words, self._found) if words else [])
        if words and "/" not in words:
            self._search().ask(self._account.client, Query(QueryKind.AT_NAME, words))
        else:
            self._search().stop()

    def _on_return_pressed(self) -> None:
        if self._remote is not None:
            self._remote.stop()
        self._show([])

    def _on_remote_found(self, found: list[Suggestion]) -> None:
        self._show(found)
        if self.hasFocus() and found:
            _ = self.popup
            self.completer().complete()

    def _show(self, found: list[Suggestion]) -> None:
        self._found = found
        self._names.setStringList([plain(one.title, 60) for one in found])
        if not found and self._popup is not None:
            self._popup.hide()


def place_of(text: str) -> UserPlace | None:
    """Parse a name, `@name`, id or link of a player; None for empty text."""
    from osubrowser.services.places.places import UserPlace
    from osubrowser.services.places.urls import parse

    text = " ".join(text.split())
    if not text.strip("@"):
        return None
    if "/" in text:
        place = parse(text)
        if isinstance(place, UserPlace):
            return place
    if text.isascii() and text.isdecimal() and len(text) <= 15:
        return UserPlace(int(text))
    return UserPlace(text.removeprefix("@").strip())


def _popup_style(c: Colours) -> str:
    return f"""
        QListView {{
            color: {c.content2.name()}; background: {c.background5.name()};
            border: 1px solid {c.background1.name()}; outline: none;
        }}
        QListView::item {{ min-height: 26px; padding: 0 6px; border-radius: 4px; }}
        QListView::item:selected, QListView::item:hover {{
            color: {c.content1.name()}; background: {c.background2.name()};
        }}
    """
