"""Card of a player: avatar, name in the profile's colour, and a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.flags import Pictures, no_pictures

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_HEIGHT: Final = 64
_AVATAR: Final = 44
_SPACE: Final = 10
_MARK: Final = 4


class PlayerCard(QAbstractButton):
    """Card of one of two players; a click opens the player.

    Attributes:
        aside_clicked: the card was clicked with the middle button.
    """

    aside_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._line = "", ""
        self._avatar: str | None = None
        self._mark: QColor | None = None
        self._colours: Colours | None = None
        self._pictures: Pictures = no_pictures
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def name(self) -> str:
        """The shown name."""
        return self._name

    def show_player(self, name: str, line: str, avatar: str | None) -> None:
        """Show a player.

        Args:
            name: name, safe for display; elided where it is too long.
            line: text below it.
            avatar: URL of the picture, or None.
        """
        self._name, self._line, self._avatar = name, line, avatar
        self.setAccessibleName(tr("Open {name}").format(name=name))
        self.setAccessibleDescription(line)
        self.setToolTip("")
        self.update()

    def set_mark(self, colour: QColor | None) -> None:
        """Set the colour of the player's curve, drawn as a mark; None for no curve."""
        self._mark = colour
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._pictures = pictures
        self.update()

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed height, and a width for an ordinary name."""
        return QSize(220, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that shows a name."""
        return QSize(140, _HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit the signal of a click with the middle button."""
        if event.button() == Qt.MouseButton.MiddleButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.aside_clicked.emit()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.highlight if self.hasFocus() else colours.background3
        painter.setPen(QPen(edge, 1))
        painter.setBrush(colours.background4 if self.underMouse() else colours.background5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        left = self._draw_avatar(painter, colours)
        self._draw_words(painter, colours, QRect(left, 0, self.width() - left - _SPACE, _HEIGHT))

    def _draw_avatar(self, painter: QPainter, colours: Colours) -> int:
        top = (_HEIGHT - _AVATAR) // 2
        if self._mark is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._mark)
            painter.drawRoundedRect(QRectF(_SPACE - 2, top, _MARK, _AVATAR), 2, 2)
        place = QRect(_SPACE + _MARK + 6, top, _AVATAR, _AVATAR)
        picture = None
        if self._avatar:
            picture = self._pictures(self._avatar, _AVATAR, _AVATAR, "round")
        if picture is not None:
            painter.drawPixmap(place, picture)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.background3)
            painter.drawEllipse(place)
        return place.right() + _SPACE

    def _draw_words(self, painter: QPainter, colours: Colours, area: QRect) -> None:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        strong.setPixelSize(15)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for font, words, colour, top in (
            (strong, self._name, colours.content1, 11),
            (self.font(), self._line, colours.foreground, 33),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            line = QFontMetrics(font).elidedText(
                words, Qt.TextElideMode.ElideRight, max(0, area.width())
            )
            painter.drawText(QRect(area.left(), top, area.width(), 20), side, line)
