"""Detection of visits: a place counts once it was on screen, loaded, for a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.open_tabs import OpenTab

_AFTER: Final = 1000  # milliseconds on screen
_LONGEST: Final = 300


class VisitTracker(QObject):
    """Emits each visit once, after a delay that starts anew when something else is shown.

    Args:
        shown: returns the tab in front and its page; None while the page shows something else.
        parent: the Qt parent.

    Attributes:
        timer: the delay.
        visited: `(Place, title)`, once for each place that becomes the current one of its tab.
    """

    visited = Signal(object, str)

    def __init__(self, shown: Callable[[], tuple[OpenTab, Page] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_AFTER)
        self.timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Start the delay: something else is shown, or more of it."""
        self.timer.start()

    def stop(self) -> None:
        """Stop the delay."""
        self.timer.stop()

    def _on_timeout(self) -> None:
        shown = self._shown()
        if shown is None or shown[1].failure is not None:
            return
        tab, page = shown
        if not page.is_settled:
            self.timer.start()
            return
        landmark = page.landmark()
        if landmark is not None and landmark[0] != tab.visited:
            tab.visited = landmark[0]
            self.visited.emit(landmark[0], plain(landmark[1], _LONGEST))
