"""Picture of a form of osu!'s website, painted in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from osubrowser.ui.style.theme import Colours

_FONT: Final = 12
"""Height of the text in pixels."""
_MARGIN: Final = 8
_LINE: Final = 22
"""Height of a field in pixels."""
_GAP: Final = 4
_LABEL_SHARE: Final = 0.55
"""Largest share of the width that labels take."""


class FormField(NamedTuple):
    """Field of a form.

    Attributes:
        label: its label, as on the website.
        value: an example of its contents.
        is_marked: whether it is the one that a step is about.
    """

    label: str
    value: str
    is_marked: bool = False


class FormPicture(QWidget):
    """Picture of a form: heading, fields and a button; never focused.

    Args:
        step: number of the step that the form belongs to.
        heading: the heading of the form.
        fields: its fields, from top to bottom.
        button: label of the button below them.
        description: what the picture shows, for screen readers.
        parent: the Qt parent.
    """

    def __init__(
        self,
        step: int,
        heading: str,
        fields: tuple[FormField, ...],
        button: str,
        description: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step = str(step)
        self._heading, self._fields, self._button = heading, fields, button
        self._colours: Colours | None = None
        font = QFont(QApplication.font())
        font.setPixelSize(_FONT)
        self.setFont(font)
        self.setAccessibleName(description)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which all texts fit."""
        metrics = self.fontMetrics()
        widest = [metrics.horizontalAdvance(self._heading) + _LINE]
        widest += [
            metrics.horizontalAdvance(one.label) + metrics.horizontalAdvance(one.value) + 3 * _LINE
            for one in self._fields
        ]
        lines = len(self._fields) + 2  # with the heading and the button
        return QSize(max(widest) + 2 * _MARGIN, lines * _LINE + (lines - 1) * _GAP + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size: long values are elided."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the form."""
        del event
        colours = self._colours
        if colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _box(painter, QRectF(self.rect()), colours.background6, colours.background2, radius=6)
        metrics = self.fontMetrics()
        room = self.width() - 2.0 * _MARGIN
        longest = max((metrics.horizontalAdvance(one.label) for one in self._fields), default=0)
        labels = min(longest + 8.0, room * _LABEL_SHARE)
        line = QRectF(_MARGIN, _MARGIN, room, _LINE)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        self._write(painter, line.adjusted(0, 0, -_LINE, 0), self._heading, colours.content1)
        number = QRectF(line.right() - _LINE, line.top(), _LINE, _LINE)
        _box(painter, number, colours.dark1, colours.dark1, radius=_LINE / 2)
        self._write(painter, number, self._step, colours.content1, is_centred=True)
        painter.setFont(self.font())
        for field in self._fields:
            line.translate(0, _LINE + _GAP)
            named = QRectF(line.left(), line.top(), labels, _LINE)
            self._write(painter, named, field.label, colours.foreground)
            value = line.adjusted(labels, 0, 0, 0)
            edge = colours.highlight if field.is_marked else colours.background2
            _box(painter, value, colours.background4, edge, width=2 if field.is_marked else 1)
            ink = colours.content1 if field.is_marked else colours.foreground
            self._write(painter, value.adjusted(8, 0, -8, 0), field.value, ink)
        line.translate(0, _LINE + _GAP)
        pressed = QRectF(
            line.left() + labels,
            line.top(),
            min(metrics.horizontalAdvance(self._button) + 24.0, room - labels),
            _LINE,
        )
        _box(painter, pressed, colours.dark1, colours.dark1, radius=_LINE / 2)
        inside = pressed.adjusted(8, 0, -8, 0)
        self._write(painter, inside, self._button, colours.content1, is_centred=True)

    @staticmethod
    def _write(
        painter: QPainter,
        where: QRectF,
        text: str,
        ink: QColor,
        *,
        is_centred: bool = False,
    ) -> None:
        """Write one line, elided where it does not fit."""
        side = Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft
        painter.setPen(ink)
        fitting = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(where.width())
        )
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, fitting)


def _box(
    painter: QPainter,
    where: QRectF,
    fill: QColor,
    edge: QColor,
    *,
    width: float = 1,
    radius: float = 4,
) -> None:
    painter.setBrush(fill)
    pen = painter.pen()
    pen.setColor(edge)
    pen.setWidthF(width)
    painter.setPen(pen)
    half = width / 2
    painter.drawRoundedRect(where.adjusted(half, half, -half, -half), radius, radius)
    pen.setWidthF(1)
    painter.setPen(pen)
