"""Inline pictures of rich text, requested when painted, never read from files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat

from osubrowser.ui.widgets.flags import Pictures, no_pictures

_UNKNOWN: Final = QSizeF(48, 48)
"""Size of a picture without a stated size until it has been loaded."""
_GAP: Final = 6
"""Pixels between pictures side by side."""
_BOX: Final = QSize(720, 1080)
_MOST_SIZES: Final = 1000
"""Most cached sizes of pictures: more than the pictures of any one text."""


class InlinePictures(QPyTextObject):
    """Text object that draws pictures from the image store in place of Qt's file lookup.

    A picture is requested when it is painted, so only visible ones are loaded.

    Args:
        parent: the Qt parent.
        widest: returns the largest width of a picture at present, in pixels.
        on_sized: called when the sizes of pictures have become known: the text needs a layout.

    Attributes:
        pictures: source of pictures: a callable (url, width, height, shape).
        missing: colour of the placeholder of a picture that is not loaded.
    """

    def __init__(
        self, parent: QObject, *, widest: Callable[[], int], on_sized: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._widest_now, self._on_sized = widest, on_sized
        self.pictures: Pictures = no_pictures
        self.missing: Any = Qt.GlobalColor.gray
        self._natural: dict[str, QSizeF] = {}
        self._relaying = False

    def intrinsicSize(  # noqa: D102
        self,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> QSizeF:
        given = format.toImageFormat()
        size = QSizeF(given.width(), given.height())
        if size.width() <= 0 or size.height() <= 0:
            size = self._natural.get(given.name(), _UNKNOWN)
        widest = self._widest()
        shares = given.property(QTextFormat.Property.ImageTitle.value)
        if isinstance(shares, str) and shares.isdigit():
            widest = max(48, widest // max(1, int(shares)) - _GAP)
        if size.width() > widest:
            size = QSizeF(widest, max(1.0, size.height() * widest / size.width()))
        return size

    def drawObject(  # noqa: D102
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        rect = QRectF(rect)
        given = format.toImageFormat()
        name = given.name()
        box = QSize(round(given.width()), round(given.height()))
        is_sized = box.width() > 0 and box.height() > 0
        if not is_sized:
            box = _BOX
        picture = self.pictures(name, box.width(), box.height(), "fit") if name else None
        if picture is None or picture.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.missing)
            painter.drawRoundedRect(rect, 4, 4)
            return
        if not is_sized and name not in self._natural:
            if len(self._natural) >= _MOST_SIZES:
                self._natural.clear()
            self._natural[name] = QSizeF(picture.width(), picture.height()).scaled(
                min(picture.width(), _BOX.width()),
                min(picture.height(), _BOX.height()),
                Qt.AspectRatioMode.KeepAspectRatio,
            )
            self._lay_out_soon()
        size = QSizeF(picture.size()).scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(rect.topLeft(), size)
        target.moveCenter(rect.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, picture, QRectF(picture.rect()))

    def _lay_out_soon(self) -> None:
        """Schedule a layout for newly known picture sizes; not possible during painting."""
        if not self._relaying:
            self._relaying = True
            QTimer.singleShot(0, self, self._lay_out)

    def _lay_out(self) -> None:
        self._relaying = False
        self._on_sized()

    def _widest(self) -> int:
        """Return the largest width of a picture at the current view size, in pixels."""
        return max(48, min(_BOX.width(), self._widest_now()))
