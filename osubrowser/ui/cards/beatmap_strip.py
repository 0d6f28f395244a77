"""Horizontal strip of beatmap cards: cover, title, artist, stars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.colours import stars_colour, stars_text_colour
from osubrowser.ui.widgets.flags import Pictures, no_pictures

if TYPE_CHECKING:
    from osubrowser.models.rankings.spotlights import BeatmapCard
    from osubrowser.ui.style.theme import Colours

CARD = QSize(232, 76)
GAP = 8
CardRole = Qt.ItemDataRole.UserRole + 1
_HOWS = {
    Qt.MouseButton.LeftButton: "here",
    Qt.MouseButton.MiddleButton: "background",
}


class BeatmapStrip(QListView):
    """List view of cards: a click or Enter opens one, a middle click opens it in the background."""

    opened = Signal(object, str)  # BeatmapCard, "here" or "background"
    menu_requested = Signal(object, QPoint)  # BeatmapCard, a point on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _CardModel(self)
        self._delegate = _CardDelegate(self)
        self._pressed: Qt.MouseButton | None = None
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFixedHeight(CARD.height() + 14)
        self.setAccessibleName(tr("Beatmaps of this spotlight"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    @property
    def cards(self) -> Sequence[BeatmapCard]:
        """The cards, from left to right."""
        return self._model.cards

    def set_cards(self, cards: Sequence[BeatmapCard]) -> None:
        """Set the cards, and scroll to the first one."""
        self._model.set_cards(cards)
        self.scrollToTop()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of covers: a callable (url, width, height, shape)."""
        self._delegate.pictures = pictures

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._delegate.colours = colours
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current card on Enter; other keys are handled by the list view."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex(), "here")
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Record the button, so that only a press and a release on the view count as a click."""
        self._pressed = event.button()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card that was clicked."""
        super().mouseReleaseEvent(event)
        how = _HOWS.get(event.button())
        if how is not None and event.button() == self._pressed:
            self._open(self.indexAt(event.position().toPoint()), how)
        self._pressed = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll horizontally, by a vertical wheel, too."""
        delta = event.angleDelta()
        step = delta.x() or delta.y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - step)
        event.accept()

    def _open(self, index: QModelIndex, how: str) -> None:
        if index.isValid():
            self.opened.emit(index.data(CardRole), how)

    def _on_menu_requested(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid():
            self.menu_requested.emit(index.data(CardRole), self.viewport().mapToGlobal(where))


class _CardModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cards: Sequence[BeatmapCard] = ()
        self._tooltips: list[str] = []

    def set_cards(self, cards: Sequence[BeatmapCard]) -> None:
        self.beginResetModel()
        self.cards = tuple(cards)
        self._tooltips = [tooltip(card.words) for card in self.cards]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltips[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.words
        return card if role == CardRole else None


class _CardDelegate(QStyledItemDelegate):
    """Delegate of a card: text on its darkened cover."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.colours: Colours | None = None
        self.pictures: Pictures = no_pictures

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(CARD.width() + GAP, CARD.height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if self.colours is None:
            return
        card: BeatmapCard = index.data(CardRole)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        place = QRect(area.topLeft(), CARD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, card, place, bool(state & QStyle.StateFlag.State_MouseOver))
        _draw_words(painter, card, place.adjusted(10, 8, -10, -8))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colours.highlight, 2))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 7, 7)
        painter.restore()

    def _draw_ground(self, painter: QPainter, card: BeatmapCard, place: QRect, hot: bool) -> None:
        colours = self.colours
        if colours is None:
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), 8, 8)
        painter.setClipPath(shape)
        cover = (
            self.pictures(card.cover, place.width(), place.height(), "cover")
            if card.cover
            else None
        )
        painter.fillRect(place, QColor(0x2A, 0x33, 0x2B))
        if cover is not None:
            painter.drawPixmap(place, cover)
        painter.fillRect(place, QColor(0, 0, 0, 120 if hot else 155))
        painter.setClipping(False)


def _draw_words(painter: QPainter, card: BeatmapCard, area: QRect) -> None:
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    strong = QFont(painter.font())
    strong.setWeight(QFont.Weight.DemiBold)
    small = QFont(painter.font())
    small.setPixelSize(11)
    for font, words, top, colour in (
        (strong, card.title, 0, QColor("#FFFFFF")),
        (small, card.artist, 20, QColor("#D8DED8")),
    ):
        painter.setFont(font)
        painter.setPen(colour)
        line = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QRect(area.left(), area.top() + top, area.width(), 18), left, line)
    _draw_stars(painter, card, QRect(area.left(), area.bottom() - 15, area.width(), 16))


def _draw_stars(painter: QPainter, card: BeatmapCard, area: QRect) -> None:
    """Draw a dot for each easier difficulty, and a pill with the rating of the hardest."""
    stars = card.stars
    if not stars:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    pill = QRect(area.left(), area.top(), 46, area.height())
    painter.setBrush(stars_colour(stars[-1]))
    painter.drawRoundedRect(pill, 8, 8)
    painter.setPen(stars_text_colour(stars[-1]))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, card.hardest)
    x = pill.right() + 8
    for value in reversed(stars[:-1]):
        if x + 10 > area.right():
            break
        painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
        painter.setBrush(stars_colour(value))
        painter.drawEllipse(x, area.top() + 3, 10, 10)
        x += 14
