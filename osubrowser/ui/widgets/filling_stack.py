"""Stack of pages that fills its room, whatever the sizes of its pages are."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

_SIZE = QSize(640, 400)


class FillingStack(QStackedWidget):
    """`QStackedWidget` that does not measure its pages.

    Qt asks all pages, hidden ones too, for their sizes whenever something in one of them changes:
    with twenty pages that takes longer than a frame. Use it where the stack gets all the room.
    """

    def hasHeightForWidth(self) -> bool:
        """Return that the height does not depend on the width."""
        return False

    def sizeHint(self) -> QSize:
        """Return a size for any pages."""
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        """Return no minimum: the window has one."""
        return QSize(0, 0)
