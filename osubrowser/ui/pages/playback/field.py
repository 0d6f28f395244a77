"""Field of a playback: paints the moment of the song that it is set to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from osubrowser.analysis.result import Judgement
from osubrowser.api.entities.modes import GameMode
from osubrowser.models.replays.scene_objects import HEIGHT, WIDTH
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.playback.draw_lanes import (
    mania_stage,
    paint_catch,
    paint_catcher,
    paint_mania,
    paint_taiko,
)
from osubrowser.ui.pages.playback.draw_osu import OsuPainter
from osubrowser.ui.pages.playback.overlay import (
    SIDE,
    paint_errors,
    paint_figures,
    paint_keys,
    paint_life,
)
from osubrowser.ui.pages.playback.slider_images import BodyLook, SliderImages, make_body
from osubrowser.ui.pages.playback.style import MARK_TEXTS, FieldStyle, Sprites, draw_centred

if TYPE_CHECKING:
    from osubrowser.models.replays.scene import ReplayTrack, Scene
    from osubrowser.models.replays.scene_judged import JudgedTimeline
    from osubrowser.services.runtime.calls import Calls
    from osubrowser.ui.style.theme import Colours

_MARGIN: Final = 46.0
"""Osu! pixels around the playfield."""
_PAD: Final = 10.0
_LIFE: Final = 6.0
_ERRORS: Final = 40.0
_TRAIL_MS: Final = 350.0
_MOST_TRAIL: Final = 150
_TRAIL_STEPS: Final = 4
_MARK_MS: Final = 600.0
_CURSOR: Final = 16.0
_LANE_HEIGHT: Final = 130.0
_NARROW: Final = 620


class PlaybackField(QWidget):
    """Widget that paints a scene at one moment.

    Args:
        calls: makes slider bodies on a worker.
        colours: to paint with until `set_colours` is called.
        parent: the Qt parent.

    Signals:
        clicked: a click on the field.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Animation

    clicked = Signal()

    def __init__(self, calls: Calls, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self.setAccessibleName(tr("Playback"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.images = SliderImages(calls, self)
        self.images.ready.connect(self.update)
        self._style = FieldStyle(colours)
        self._sprites = Sprites(self._style, 1.0)
        self._scene: Scene | None = None
        self._osu: OsuPainter | None = None
        self._time = 0.0
        self._hidden: frozenset[int] = frozenset()
        self._shows_frames = False
        self._hides = False
        self._wanted_at: float | None = None

    # --- what is shown -----------------------------------------------------------------------

    @property
    def time(self) -> float:
        """The moment that is painted, milliseconds of the song."""
        return self._time

    @property
    def scene(self) -> Scene | None:
        """The scene; None for none."""
        return self._scene

    def set_scene(self, scene: Scene | None) -> None:
        """Set what is painted."""
        same = (
            scene is not None and self._scene is not None and scene.objects is self._scene.objects
        )
        self._scene = scene
        self._osu = None
        if scene is not None and scene.mode == GameMode.OSU and scene.objects:
            self._osu = OsuPainter(scene, self.images)
            self._osu.hides = self._hides and self._osu.has_hidden
        if not same:
            self.images.clear()
        self._wanted_at = None
        self._prepare()
        self.update()

    def set_time(self, time: float) -> None:
        """Set the moment that is painted, milliseconds of the song."""
        self._time = time
        self._prepare()
        self.update()

    def set_hidden(self, numbers: frozenset[int]) -> None:
        """Hide replays, by their position in the scene."""
        self._hidden = numbers
        self.update()

    def set_shows_frames(self, shown: bool) -> None:
        """Set whether the frames of the replays are marked on the cursor's trail."""
        self._shows_frames = shown
        self.update()

    @property
    def has_hidden(self) -> bool:
        """Whether objects can fade out: the first replay is of osu!, and has the mod Hidden."""
        return self._osu is not None and self._osu.has_hidden

    def set_hides(self, hides: bool) -> None:
        """Set whether objects fade out as they did for a player with Hidden."""
        self._hides = hides
        if self._osu is not None:
            self._osu.hides = hides and self._osu.has_hidden
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._style = FieldStyle(colours)
        self._sprites = Sprites(self._style, self.devicePixelRatioF())
        self._wanted_at = None
        self._prepare()
        self.update()

    def visible_tracks(self) -> list[tuple[int, ReplayTrack]]:
        """Return position and replay of all that are not hidden."""
        if self._scene is None:
            return []
        return [(n, track) for n, track in enumerate(self._scene.tracks) if n not in self._hidden]

    def picture(self) -> QImage:
        """Return the moment as an image, with all its slider bodies. Takes some 10 ms."""
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        self.make_bodies()
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        return image

    def make_bodies(self) -> None:
        """Make the slider bodies of the moment at once, for a picture."""
        look = self._look()
        if self._osu is None or look is None:
            return
        self.images.set_look(look)
        for one in self._osu.visible(self._time):
            if one.path is not None and self.images.of(one) is None:
                self.images.put(one, make_body(one, look))

    # --- geometry ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a size that shows everything."""
        return QSize(960, 540)

    def _sides(self) -> float:
        """Return the width of the panels at both sides."""
        return SIDE if self.width() >= _NARROW else 0.0

    def _room(self) -> QRectF:
        """Return the room for the playfield."""
        side = self._sides()
        top = 2 * _PAD + _LIFE
        bottom = _ERRORS if self._has_errors() else _PAD
        return QRectF(
            side + _PAD,
            top,
            max(50.0, self.width() - 2 * (side + _PAD)),
            max(50.0, self.height() - top - bottom),
        )

    def _has_errors(self) -> bool:
        return self._scene is not None and self._scene.mode != GameMode.CATCH

    def _field(self) -> tuple[QRectF, float, QPointF]:
        """Return the playfield with its margin, pixels per osu! pixel, and its origin."""
        room = self._room()
        wide, high = WIDTH + 2 * _MARGIN, HEIGHT + 2 * _MARGIN
        scale = min(room.width() / wide, room.height() / high)
        area = QRectF(0, 0, wide * scale, high * scale)
        area.moveCenter(room.center())
        return area, scale, QPointF(area.left() + _MARGIN * scale, area.top() + _MARGIN * scale)

    def _look(self) -> BodyLook | None:
        if self._osu is None:
            return None
        _, scale, _ = self._field()
        style = self._style
        return BodyLook(
            round(scale, 4),
            self._osu.radius,
            self.devicePixelRatioF(),
            tuple(colour.rgba() for colour in style.combos),
            tuple(colour.rgba() for colour in style.rings),
        )

    def _prepare(self) -> None:
        """Ask for slider bodies, at most some times a second."""
        look = self._look()
        if self._osu is None or look is None:
            return
        self.images.set_look(look)
        at = self._wanted_at
        if at is None or not 0 <= self._time - at < 400:
            self._wanted_at = self._time
            self._osu.want(self._time)

    # --- events ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make pictures of the new size."""
        super().resizeEvent(event)
        self._wanted_at = None
        self._prepare()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Emit `clicked` for the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the moment."""
        painter = QPainter(self)
        self._paint(painter)
        painter.end()

    # --- painting ----------------------------------------------------------------------------

    def _paint(self, painter: QPainter) -> None:
        style = self._style
        painter.fillRect(QRectF(self.rect()), style.colours.background6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene = self._scene
        if scene is None:
            return
        ratio = self.devicePixelRatioF()
        if self._sprites.ratio != ratio:
            self._sprites = Sprites(style, ratio)
        if scene.mode == GameMode.TAIKO:
            self._paint_taiko(painter, scene)
        elif scene.mode == GameMode.MANIA:
            self._paint_mania(painter, scene)
        else:
            self._paint_playfield(painter, scene)
        painter.setOpacity(1.0)
        shown = self.visible_tracks()
        room = self._room()
        life_area = QRectF(room.left(), _PAD, room.width(), _LIFE)
        paint_life(painter, shown, life_area, self._time, style)
        if self._has_errors():
            foot = QRectF(room.left(), self.height() - _ERRORS + 4, room.width(), _ERRORS - 8)
            paint_errors(painter, shown, foot, self._time, scene.rate, style)
        if self._sides():
            top, high = _PAD, self.height() - 2 * _PAD
            left = QRectF(_PAD, top, SIDE - _PAD, high)
            right = QRectF(self.width() - SIDE, top, SIDE - _PAD, high)
            paint_figures(painter, scene, shown, left, self._time, style)
            paint_keys(painter, shown, right, self._time, scene.rate, style)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self._style.edge, 1))
        painter.setBrush(self._style.ground)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_playfield(self, painter: QPainter, scene: Scene) -> None:
        area, scale, origin = self._field()
        self._paint_ground(painter, area)
        painter.save()
        painter.setClipRect(area)
        painter.translate(origin)
        sprites, style = self._sprites, self._style
        if self._osu is not None:
            self._osu.paint(painter, self._time, scale, sprites, style)
        is_catch = scene.mode == GameMode.CATCH
        if is_catch:
            paint_catch(painter, scene, self._time, scale, sprites, style)
        self._paint_marks(painter, scene, scale)
        for number, track in self.visible_tracks():
            colour = style.track(number)
            if is_catch:
                paint_catcher(painter, track, scene, self._time, scale, colour, style)
            else:
                self._paint_cursor(painter, scene, track, scale, colour)
        painter.restore()

    def _paint_taiko(self, painter: QPainter, scene: Scene) -> None:
        room = self._room()
        high = min(_LANE_HEIGHT, room.height() * 0.5)
        area = QRectF(room.left(), room.center().y() - high / 2, room.width(), high)
        self._paint_ground(painter, area)
        paint_taiko(painter, scene, area, self._time, self._sprites, self._style)
        judged = self._judged()
        if judged is None:
            return
        x = area.left() + area.width() * 0.16
        length = _MARK_MS * scene.rate
        mark = judged.latest_mark(self._time - length, self._time, length / 2)
        if mark is not None:
            passed = (self._time - mark.time) / length
            self._paint_mark(painter, mark.judgement, x, area.top() - 16 - 22 * passed, passed, 18)

    def _paint_mania(self, painter: QPainter, scene: Scene) -> None:
        area = self._room()
        stage = mania_stage(area, max(scene.columns, 1))
        painter.fillRect(stage, self._style.ground)
        paint_mania(painter, scene, area, self._time, self._sprites, self._style)
        judged = self._judged()
        if judged is None:
            return
        length = _MARK_MS * scene.rate
        latest = judged.latest_mark(self._time - length, self._time, length / 2)
        if latest is not None:
            passed = (self._time - latest.time) / length
            middle = stage.center()
            self._paint_mark(painter, latest.judgement, middle.x(), middle.y(), passed, 26)
        wide = stage.width() / max(scene.columns, 1)
        for mark in judged.marks_between(self._time - length, self._time):
            if mark.judgement is Judgement.MISS and mark.column is not None:
                x = stage.left() + (mark.column + 0.5) * wide
                passed = (self._time - mark.time) / length
                self._paint_mark(painter, mark.judgement, x, stage.bottom() - 24, passed, 18)

    def _judged(self) -> JudgedTimeline | None:
        return None if self._scene is None else self._scene.first.judged

    def _paint_marks(self, painter: QPainter, scene: Scene, scale: float) -> None:
        judged = scene.first.judged
        if judged is None or 0 in self._hidden:
            return
        length = _MARK_MS * scene.rate
        for mark in judged.marks_between(self._time - length, self._time):
            if scene.mode == GameMode.CATCH and mark.judgement is not Judgement.MISS:
                continue
            passed = (self._time - mark.time) / length
            size = 11.0 if mark.is_small else 19.0
            x, y = mark.x * scale, mark.y * scale
            if scene.mode == GameMode.CATCH:
                y = 366 * scale
            self._paint_mark(painter, mark.judgement, x, y, passed, size)

    def _paint_mark(
        self,
        painter: QPainter,
        judgement: Judgement,
        x: float,
        y: float,
        passed: float,
        size: float,
    ) -> None:
        text = MARK_TEXTS[judgement]
        if not text:
            return
        shown = 1.0 if passed < 0.5 else 2 * (1 - passed)
        if judgement in (Judgement.GREAT, Judgement.PERFECT):
            shown *= 0.55
            size *= 0.8
        painter.setOpacity(min(max(shown, 0.0), 1.0))
        colour = self._style.judgements[judgement]
        draw_centred(painter, self._sprites.text(text, colour, size, shadow=True), x, y)
        painter.setOpacity(1.0)

    def _paint_cursor(
        self, painter: QPainter, scene: Scene, track: ReplayTrack, scale: float, colour: QColor
    ) -> None:
        """Paint the cursor of a replay and its trail; mirrored where only its mods mirror."""
        frames = track.frames
        if not len(frames):
            return
        time = self._time
        flip_x = track.flips[0] != scene.first.flips[0]
        flip_y = track.flips[1] != scene.first.flips[1]

        def placed(x: float, y: float) -> QPointF:
            return QPointF(
                (WIDTH - x if flip_x else x) * scale, (HEIGHT - y if flip_y else y) * scale
            )

        now = placed(*frames.position_at(time))
        last = frames.index_at(time)
        first = max(frames.index_at(time - _TRAIL_MS * scene.rate), last - _MOST_TRAIL, 0)
        points = [placed(frames.xs[i], frames.ys[i]) for i in range(first, last + 1)]
        points.append(now)
        style = self._style
        count = len(points) - 1
        for step in range(_TRAIL_STEPS):
            lines = [
                QLineF(points[i], points[i + 1])
                for i in range(count * step // _TRAIL_STEPS, count * (step + 1) // _TRAIL_STEPS)
            ]
            if lines:
                pen = QPen(style.faded(colour, 0.2 + 0.2 * step), 2.5)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawLines(lines)
        if self._shows_frames:
            self._paint_frames(painter, track, first, last, points, colour)
        keys = frames.keys_at(time)
        size = _CURSOR * (1.2 if keys else 1.0)
        ring = style.number if style.colours.is_dark else style.colours.content1
        draw_centred(painter, self._sprites.circle(colour, ring, size, 0.22), now.x(), now.y())

    def _paint_frames(
        self,
        painter: QPainter,
        track: ReplayTrack,
        first: int,
        last: int,
        points: list[QPointF],
        colour: QColor,
    ) -> None:
        """Mark the frames of a trail; larger where a key went down."""
        style, frames = self._style, track.frames
        small = self._sprites.circle(colour, style.ground, 5, 0.3)
        large = self._sprites.circle(style.judgements[Judgement.MEH], style.ground, 10, 0.2)
        before = frames.keys[first - 1] if first > 0 else 0
        for i in range(first, last + 1):
            pressed = frames.keys[i] & ~before
            before = frames.keys[i]
            at = points[i - first]
            draw_centred(painter, large if pressed else small, at.x(), at.y())
