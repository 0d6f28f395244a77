"""Tells what was really seen: a place that was on screen for a moment, loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from osubrowser.services.text.plain import plain

if TYPE_CHECKING:
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.open_tabs import OpenTab

_AFTER: Final = 1000  # milliseconds that a place is on screen before it counts as seen
_LONGEST: Final = 300


class VisitTracker(QObject):
    """Looks at what is shown, a moment after it changed.

    Args:
        shown: the view in front and its page; None while the page shows something else.

    Attributes:
        seen: `(Place, title)`; once for each place as long as it stays the one of its view.
    """

    seen = Signal(object, str)

    def __init__(self, shown: Callable[[], tuple[OpenTab, Page] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_AFTER)
        self.timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Something else is shown now, or more of it: look in a moment."""
        self.timer.start()

    def stop(self) -> None:
        """Look no more."""
        self.timer.stop()

    def _look(self) -> None:
        shown = self._shown()
        if shown is None or shown[1].failure is not None:
            return
        view, page = shown
        if not page.is_settled:
            self.timer.start()
            return
        landmark = page.landmark()
        if landmark is not None and landmark[0] != view.seen:
            view.seen = landmark[0]
            self.seen.emit(landmark[0], plain(landmark[1], _LONGEST))
