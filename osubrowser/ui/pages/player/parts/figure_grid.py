"""Grid of a player's figures: label, figure and detail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from osubrowser.ui.style.colours import GRADES, SILVER
from osubrowser.ui.style.theme import figure_font
from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from osubrowser.models.players.figures import Figure, Grade
    from osubrowser.ui.style.theme import Colours

_CELL_WIDTH: Final = 168
_CELL_HEIGHT: Final = 62
_PADDING: Final = 14
_GRADES_HEIGHT: Final = 56
_LETTERS = {"XH": "SS", "X": "SS", "SH": "S"}


class FigureGrid(QWidget):
    """Grid of figures in as many columns as fit, with a row of grades below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._grades: tuple[Grade, ...] = ()
        self._colours: Colours | None = None
        self.setAccessibleName("Figures")
        self._fit()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that are shown."""
        return self._figures

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades that are shown."""
        return self._grades

    @property
    def words(self) -> str:
        """All figures as text, a line of name and figure each."""
        lines = [
            f"{f.label}\t{f.text}" + (f"\t{f.detail}" if f.detail else "") for f in self._figures
        ]
        lines += [f"{grade.name}\t{grade.text}" for grade in self._grades]
        return "\n".join(lines)

    def show_figures(self, figures: Sequence[Figure], grades: Sequence[Grade]) -> None:
        """Show figures and grades."""
        self._figures, self._grades = tuple(figures), tuple(grades)
        self.setAccessibleDescription(self.words.replace("\t", " ").replace("\n", ", "))
        self._fit()
        self.setVisible(bool(self._figures or self._grades))  # no empty card
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    # --- measures -----------------------------------------------------------------------------

    @property
    def _columns(self) -> int:
        room = max(1, (self.width() - 2 * _PADDING) // _CELL_WIDTH)
        return min(room, max(1, len(self._figures)))

    def _fit(self) -> None:
        rows = -(-len(self._figures) // self._columns)
        height = rows * _CELL_HEIGHT + (_GRADES_HEIGHT if self._grades else 0) + 12
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the height that the figures need at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _cell(self, number: int) -> QRect:
        columns = self._columns
        width = (self.width() - 2 * _PADDING) // columns
        left, top = number % columns * width, number // columns * _CELL_HEIGHT
        return QRect(_PADDING + left, 8 + top, width - 10, _CELL_HEIGHT - 4)

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with all figures and grades."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.background3)
        painter.setBrush(colours.background5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        small, large = QFont(self.font()), figure_font(self.font())
        small.setPixelSize(11)
        large.setPixelSize(18)
        large.setWeight(QFont.Weight.DemiBold)
        for number, figure in enumerate(self._figures):
            _draw_figure(painter, figure, self._cell(number), (small, large), colours)
        self._draw_grades(painter, colours)

    def _draw_grades(self, painter: QPainter, colours: Colours) -> None:
        if not self._grades:
            return
        top = self.height() - _GRADES_HEIGHT + 4
        painter.setPen(colours.background3)
        painter.drawLine(_PADDING, top - 6, self.width() - _PADDING, top - 6)
        letter, count = QFont(self.font()), figure_font(self.font())
        letter.setWeight(QFont.Weight.Bold)
        count.setWeight(QFont.Weight.DemiBold)
        step = min(150, (self.width() - 2 * _PADDING) // len(self._grades))
        for number, grade in enumerate(self._grades):
            pill = QRect(_PADDING + number * step, top + 8, 44, 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(GRADES[grade.key]))
            painter.drawRoundedRect(pill, 11, 11)
            painter.setFont(letter)
            is_silver = grade.key.endswith("H")
            painter.setPen(QColor(SILVER) if is_silver else QColor(0, 0, 0, 190))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, _LETTERS.get(grade.key, grade.key))
            painter.setFont(count)
            painter.setPen(colours.content1)
            room = QRect(pill.right() + 8, pill.top(), step - 60, pill.height())
            painter.drawText(room, _LEFT, grade.text)

    def event(self, event: QEvent) -> bool:
        """Show the tooltip of elided text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), tooltip(words).replace("\n", "<br>"), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    def _words_at(self, where: QPoint) -> str:
        for number, figure in enumerate(self._figures):
            if self._cell(number).contains(where):
                return "\n".join(filter(None, (f"{figure.label}: {figure.text}", figure.detail)))
        if self._grades and where.y() > self.height() - _GRADES_HEIGHT:
            return "\n".join(f"{grade.name}: {grade.text}" for grade in self._grades)
        return ""


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _draw_figure(
    painter: QPainter, figure: Figure, cell: QRect, fonts: tuple[QFont, QFont], colours: Colours
) -> None:
    small, large = fonts
    lines = (
        (small, colours.foreground, figure.label, 2, 15),
        (large, colours.content1, figure.text, 16, 24),
        (small, colours.foreground, figure.detail, 40, 15),
    )
    for font, colour, words, top, height in lines:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(QRect(cell.left(), cell.top() + top, cell.width(), height), _LEFT, shown)
    if figure.share is not None:
        track = QRectF(cell.left() + 52, cell.top() + 27, max(20, cell.width() - 76), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background3)
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(colours.highlight)
        painter.drawRoundedRect(
            QRectF(track.left(), track.top(), track.width() * figure.share, 4), 2, 2
        )
