"""Scrubber: slider over the length of a play, with its life bar, misses, breaks and kiai time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from osubrowser.models.replays.scene_words import moment
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.colours import hsl

if TYPE_CHECKING:
    from osubrowser.models.replays.scene import Scene
    from osubrowser.ui.style.theme import Colours

HEIGHT: Final = 40

_SIDE: Final = 8.0
_FOOT: Final = 9.0  # pixels below the life bar, where misses are marked
_MOST_MISSES: Final = 3000
_STEP, _PAGE = 1000, 5000  # milliseconds


class Scrubber(QSlider):
    """Slider whose value is the moment in milliseconds from the start of the playback.

    Args:
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Signals:
        sought(float): the user chose a moment, milliseconds of the song.
    """

    sought = Signal(float)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours = colours
        self._scene: Scene | None = None
        self._time = 0.0
        self._ground: QPixmap | None = None
        self._is_shown_anew = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Moment of the song"))
        self.valueChanged.connect(self._on_value_changed)

    def set_scene(self, scene: Scene | None) -> None:
        """Set the play."""
        self._scene = scene
        self._ground = None
        self._is_shown_anew = True
        self.setRange(0, 0 if scene is None else round(scene.duration))
        self._is_shown_anew = False
        self.set_time(self._time)
        self.update()

    def set_time(self, time: float) -> None:
        """Set the moment, milliseconds of the song, without `sought`."""
        self._time = time
        if self._scene is None:
            return
        before = round(self._x_of(self.value() + self._scene.start))
        self._is_shown_anew = True
        self.setValue(round(time - self._scene.start))
        self._is_shown_anew = False
        if round(self._x_of(time)) != before:
            self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self._ground = None
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size."""
        return QSize(400, HEIGHT)

    def _on_value_changed(self, value: int) -> None:
        if not self._is_shown_anew and self._scene is not None:
            self.sought.emit(value + self._scene.start)

    # --- geometry ----------------------------------------------------------------------------

    def _x_of(self, time: float) -> float:
        scene = self._scene
        if scene is None or scene.duration <= 0:
            return _SIDE
        part = (time - scene.start) / scene.duration
        return _SIDE + min(max(part, 0.0), 1.0) * (self.width() - 2 * _SIDE)

    def _time_at(self, x: float) -> float:
        scene = self._scene
        if scene is None:
            return 0.0
        part = (x - _SIDE) / max(self.width() - 2 * _SIDE, 1.0)
        return scene.start + min(max(part, 0.0), 1.0) * scene.duration

    # --- events ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the moment below the mouse."""
        if event.button() == Qt.MouseButton.LeftButton and self._scene is not None:
            self.sought.emit(self._time_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is held; show the moment below it."""
        if self._scene is None:
            return
        time = self._time_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(time)
        QToolTip.showText(event.globalPosition().toPoint(), moment(time), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the moment as it is."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the play anew."""
        self._ground = None
        super().resizeEvent(event)

    # --- painting ----------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the play, and the moment on it."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = self._drawn(ratio)
        painter.drawPixmap(0, 0, self._ground)
        if self._scene is None:
            return
        colours = self._colours
        x = self._x_of(self._time)
        top, base = 4.0, self.height() - _FOOT
        painter.fillRect(
            QRectF(_SIDE, base - 2, x - _SIDE, 3),
            colours.highlight,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.content1, 2))
        painter.drawLine(QLineF(x, top, x, base + 3))
        painter.setBrush(colours.content1 if self.hasFocus() else colours.highlight)
        painter.setPen(QPen(colours.content1, 1.5))
        painter.drawEllipse(QPointF(x, base - 0.5), 5, 5)

    def _drawn(self, ratio: float) -> QPixmap:
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        scene = self._scene
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._colours
        top, base = 6.0, self.height() - _FOOT
        painter.fillRect(QRectF(_SIDE, base - 2, self.width() - 2 * _SIDE, 3), colours.background2)
        if scene is not None:
            for start, end in scene.kiai:
                left, right = self._x_of(start), self._x_of(end)
                tint = hsl(45, 90, 60)
                tint.setAlphaF(0.16)
                painter.fillRect(QRectF(left, top, right - left, base - top), tint)
            for start, end in scene.breaks:
                left, right = self._x_of(start), self._x_of(end)
                painter.fillRect(QRectF(left, top, right - left, base - top), colours.background4)
            self._draw_life(painter, scene, top, base)
            self._draw_misses(painter, scene, top, base)
        painter.end()
        return made

    def _draw_life(self, painter: QPainter, scene: Scene, top: float, base: float) -> None:
        life = scene.first.life
        if not len(life):
            return
        width = self.width() - 2 * _SIDE
        points = [QPointF(_SIDE, base)]
        for pixel in range(0, int(width) + 1, 2):
            x = _SIDE + pixel
            value = life.at(self._time_at(x)) or 0.0
            points.append(QPointF(x, base - value * (base - top)))
        points.append(QPointF(_SIDE + width, base))
        area = self._colours.highlight
        fill = area.toRgb()
        fill.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(points))

    def _draw_misses(self, painter: QPainter, scene: Scene, top: float, base: float) -> None:
        for track in scene.tracks:
            if track.judged is None:
                continue
            xs = {round(self._x_of(miss.time)) for miss in track.judged.misses[:_MOST_MISSES]}
            painter.setPen(QPen(self._colours.bad, 1.5))
            painter.drawLines([QLineF(x, base + 3, x, base + 8) for x in xs])
            faint = self._colours.bad.toRgb()
            faint.setAlphaF(0.35)
            painter.setPen(QPen(faint, 1))
            painter.drawLines([QLineF(x, top, x, base - 3) for x in xs])
