"""Images of slider bodies, made on a worker and kept in an LRU cache bounded by bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from osubrowser.lru import LRUCache
from osubrowser.services.runtime.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from osubrowser.models.replays.scene_objects import OsuObject
    from osubrowser.services.runtime.calls import Calls

LIMIT: Final = 96 << 20
"""Bytes of all images."""

_BATCH: Final = 6  # images of one call: the shown ones come first
_MOST_POINTS: Final = 600
_LEAST_STEP: Final = 1.5  # pixels between two points of a line
_ROOM: Final = QRectF(-140, -140, 792, 664)  # osu! pixels of the playfield with what is around it
_INNER: Final = 0.86  # of the body's width


class BodyLook(NamedTuple):
    """What an image of a body depends on, apart from the slider.

    Attributes:
        scale: pixels per osu! pixel.
        radius: of a hit circle, osu! pixels.
        ratio: device pixels per logical pixel.
        fills, rings: RGBA of the colours, by combo.
    """

    scale: float
    radius: float
    ratio: float
    fills: tuple[int, ...]
    rings: tuple[int, ...]


class Body(NamedTuple):
    """Image of a slider's body.

    Attributes:
        image: the picture.
        x, y: of its top left corner, osu! pixels.
    """

    image: QImage
    x: float
    y: float


class SliderImages(QObject):
    """Images of slider bodies.

    Args:
        calls: makes them on a worker.
        parent: the Qt parent.

    Signals:
        ready: more images are there.
    """

    ready = Signal()

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._scope = TaskScope()
        self._cache: LRUCache[int, Body] = LRUCache(LIMIT, _size)
        self._look: BodyLook | None = None
        self._wanted: list[OsuObject] = []

    @property
    def is_idle(self) -> bool:
        """Whether all wanted images are there."""
        return not self._wanted and not self._scope.is_running("bodies")

    def set_look(self, look: BodyLook) -> None:
        """Set what the images depend on; a change drops them all."""
        if look != self._look:
            self._look = look
            self.clear()

    def clear(self) -> None:
        """Drop all images: the objects are other ones."""
        self._scope.cancel_all()
        self._cache.clear()
        self._wanted = []

    def of(self, one: OsuObject) -> Body | None:
        """Return the image of a slider; None if it is not there yet."""
        return self._cache.get(one.index)

    def put(self, one: OsuObject, body: Body) -> None:
        """Keep an image that was made elsewhere."""
        self._cache.put(one.index, body)

    def want(self, objects: Iterable[OsuObject]) -> None:
        """Ask for the images of sliders, the most urgent first, in place of what was asked for."""
        cache = self._cache
        self._wanted = [one for one in objects if one.index not in cache and one.path is not None]
        if self._wanted and not self._scope.is_running("bodies"):
            self._scope.start(self._make(), key="bodies")

    def close(self) -> None:
        """Stop making images."""
        self._scope.cancel_all()

    async def _make(self) -> None:
        while self._wanted and self._look is not None:
            batch, look = self._wanted[:_BATCH], self._look
            self._wanted = self._wanted[_BATCH:]
            bodies = await self._calls.run_at_once(make_bodies, batch, look)
            if look != self._look:
                return
            for one, body in zip(batch, bodies, strict=True):
                self._cache.put(one.index, body)
            self.ready.emit()


def make_bodies(objects: Sequence[OsuObject], look: BodyLook) -> list[Body]:
    """Return the images of slider bodies. For a worker: about 5 ms each."""
    return [make_body(one, look) for one in objects]


def make_body(one: OsuObject, look: BodyLook) -> Body:
    """Return the image of a slider's body; an empty one for what is far outside of the field."""
    points = _points(one, look.scale)
    radius = min(max(look.radius, 1.0), 200.0)
    xs = [x for x, _ in points] or [one.x]
    ys = [y for _, y in points] or [one.y]
    edge = radius + 2
    area = QRectF(
        QPointF(min(xs) - edge, min(ys) - edge), QPointF(max(xs) + edge, max(ys) + edge)
    ).intersected(_ROOM)
    if area.isEmpty():
        return Body(QImage(), 0.0, 0.0)
    scale = look.scale * look.ratio
    image = QImage(
        max(1, round(area.width() * scale)),
        max(1, round(area.height() * scale)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    if image.isNull():
        return Body(QImage(), 0.0, 0.0)
    image.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.moveTo(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(QPointF(x, y))
    if len(points) == 1:
        path.lineTo(QPointF(points[0][0] + 0.01, points[0][1]))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-area.left(), -area.top())
    ring = QColor.fromRgba(look.rings[one.colour])
    fill = QColor.fromRgba(look.fills[one.colour])
    _stroke(painter, path, ring, 2 * radius * 0.97)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    fill.setAlphaF(0.42)
    _stroke(painter, path, fill, 2 * radius * _INNER)
    painter.end()
    image.setDevicePixelRatio(look.ratio)
    return Body(image, area.left(), area.top())


def _stroke(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def _points(one: OsuObject, scale: float) -> list[tuple[float, float]]:
    """Return the points of a path as played, without those that no picture can tell apart."""
    if one.path is None:
        return [(one.x, one.y)]
    left, top = _ROOM.left() - 400, _ROOM.top() - 400
    right, bottom = _ROOM.right() + 400, _ROOM.bottom() + 400
    least = (_LEAST_STEP / max(scale, 0.05)) ** 2
    found: list[tuple[float, float]] = []
    given = one.path.points
    for number, (given_x, given_y) in enumerate(given):
        x, y = one.played(given_x, given_y)
        x, y = min(max(x, left), right), min(max(y, top), bottom)
        if found and number + 1 < len(given):
            before_x, before_y = found[-1]
            if (x - before_x) ** 2 + (y - before_y) ** 2 < least:
                continue
        found.append((x, y))
        if len(found) >= _MOST_POINTS:
            break
    return found or [(one.x, one.y)]


def _size(body: Body) -> int:
    return body.image.sizeInBytes() + 64
