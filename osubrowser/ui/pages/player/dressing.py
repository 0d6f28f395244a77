"""Dresses the parts of a player's page one by one: all at once they would take 50 ms."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_DRESS_AFTER: Final = 120
"""Milliseconds until what is not seen follows what is."""


class DeferredStyling:
    """Gives each part the style sheet when it is seen, else a little later.

    Args:
        page: whose parts they are.
        parts: what is dressed.
    """

    def __init__(self, page: QWidget, parts: Collection[QWidget]) -> None:
        self._page = page
        self._parts = parts
        self._sheet = ""
        self._undressed: set[QWidget] = set()  # what wears the look of before
        self._later = QTimer(page)
        self._later.setSingleShot(True)
        self._later.setInterval(_DRESS_AFTER)
        self._later.timeout.connect(self._dress_unseen)

    def dress_all(self, sheet: str) -> None:
        """Dress what is seen in a style sheet; the rest follows."""
        self._sheet = sheet
        self._undressed = set(self._parts)
        for part in self._parts:
            if part.isVisibleTo(self._page):
                self.dress(part)
        self._later.start()

    def dress(self, part: QWidget) -> None:
        """Dress a part, unless it wears the present look."""
        if part in self._undressed:
            self._undressed.discard(part)
            part.setStyleSheet(self._sheet)

    def _dress_unseen(self) -> None:
        for part in tuple(self._undressed):
            self.dress(part)
