"""Text field for a player's name, id or link, with names suggested while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from osubrowser.services.omnibox.query import Query, QueryKind
from osubrowser.services.omnibox.remote_suggestions import RemoteSuggestions
from osubrowser.services.omnibox.suggestions import still_fitting
from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.services.omnibox.suggestions import Suggestion
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.services.session.account import Account
    from osubrowser.ui.style.theme import Colours


class PlayerField(QLineEdit):
    """Line edit for a player; a click on a suggested name submits it, as Return does.

    Args:
        account: provides the client of the searches.
        calls: runs the searches.
        parent: the Qt parent.

    Attributes:
        popup: the list of suggested names.
    """

    def __init__(self, account: Account, calls: Calls, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._found: list[Suggestion] = []
        self._names = QStringListModel(self)
        self._remote = RemoteSuggestions(calls, parent=self)
        self._remote.found.connect(self._on_remote_found)
        self.popup = QListView(self)
        completer = self._completer = QCompleter(self._names, self)
        completer.setPopup(self.popup)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        # Return reaches the field itself, which has the text of the current name already.
        self.popup.clicked.connect(self.returnPressed)
        self.setMaxLength(200)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self._on_return_pressed)

    @property
    def names(self) -> list[str]:
        """The suggested names."""
        return list(self._names.stringList())

    def cancel(self) -> None:
        """Cancel all searches, and close the list of names."""
        self._remote.close()
        self._show([])

    def set_colours(self, c: Colours) -> None:
        """Set the colours of the list of names."""
        self.popup.setStyleSheet(
            f"""
            QListView {{
                color: {c.content2.name()}; background: {c.background5.name()};
                border: 1px solid {c.background1.name()}; outline: none;
            }}
            QListView::item {{ min-height: 26px; padding: 0 6px; border-radius: 4px; }}
            QListView::item:selected, QListView::item:hover {{
                color: {c.content1.name()}; background: {c.background2.name()};
            }}
            """
        )

    def _on_text_edited(self, text: str) -> None:
        words = " ".join(text.split()).removeprefix("@")
        self._show(still_fitting(words, self._found) if words else [])
        if words and "/" not in words:
            self._remote.ask(self._account.client, Query(QueryKind.AT_NAME, words))
        else:
            self._remote.stop()

    def _on_return_pressed(self) -> None:
        self._remote.stop()
        self._show([])

    def _on_remote_found(self, found: list[Suggestion]) -> None:
        self._show(found)
        if self.hasFocus() and found:
            self._completer.complete()

    def _show(self, found: list[Suggestion]) -> None:
        self._found = found
        self._names.setStringList([plain(one.title, 60) for one in found])
        if not found:
            self.popup.hide()
