"""Painting of osu! hit objects: circles, sliders, spinners."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.models.replays.scene_objects import OsuObject
from osubrowser.ui.pages.playback.style import draw_centred

if TYPE_CHECKING:
    from osubrowser.models.replays.scene import Scene
    from osubrowser.models.replays.scene_judged import JudgedTimeline, ObjectResult
    from osubrowser.ui.pages.playback.slider_images import SliderImages
    from osubrowser.ui.pages.playback.style import FieldStyle, Sprites

AHEAD: Final = 4000.0
"""Milliseconds ahead for which slider bodies are made."""

_FADE_OUT: Final = 180.0
_BODY_FADE: Final = 220.0
_MOST_APPROACHING: Final = 24
_SPINNER: Final = 150.0  # osu! pixels
_FOLLOW: Final = 2.4
_LEAST_RADIUS, _MOST_RADIUS = 4.0, 180.0


class OsuPainter:
    """Painter of osu! hit objects at a moment.

    Args:
        scene: with objects of osu!.
        images: slider bodies.

    Attributes:
        radius: of a circle, osu! pixels.
        has_hidden: whether the first replay has the mod Hidden.
        hides: whether objects fade out as with Hidden.
    """

    def __init__(self, scene: Scene, images: SliderImages) -> None:
        self._scene = scene
        self._images = images
        self._dots: dict[int, list[tuple[float, float, float]]] = {}
        self.radius = min(max(scene.difficulty.radius, _LEAST_RADIUS), _MOST_RADIUS)
        self.has_hidden = any(mod.acronym == "HD" for mod in scene.first.replay.mods)
        self.hides = False
        self._preempt = max(float(scene.difficulty.preempt_ms), 1.0)
        self._fade_in = max(scene.difficulty.fade_in_ms, 1.0)

    def visible(self, time: float) -> list[OsuObject]:
        """Return the objects of a moment, the earliest first."""
        objects = self._scene.objects
        return [
            one for i in self._scene.visible.at(time) if isinstance(one := objects[i], OsuObject)
        ]

    def want(self, time: float) -> None:
        """Ask for the slider bodies of a moment, and for those that come next."""
        found: dict[int, OsuObject] = {}
        for at in (time, time + AHEAD / 2, time + AHEAD):
            for one in self.visible(at):
                if one.path is not None:
                    found.setdefault(one.index, one)
        self._images.want(found.values())

    def paint(
        self, painter: QPainter, time: float, scale: float, sprites: Sprites, style: FieldStyle
    ) -> None:
        """Paint the objects of a moment; the painter's origin is that of the playfield.

        Args:
            painter: in logical pixels.
            time: milliseconds of the song.
            scale: logical pixels per osu! pixel.
            sprites: pictures of this scale.
            style: colours.
        """
        objects = self.visible(time)
        judged = self._scene.first.judged
        diameter = 2 * self.radius * scale
        for one in reversed(objects):
            result = judged.objects.get(one.index) if judged is not None else None
            if one.kind is ObjectKind.SPINNER:
                self._spinner(painter, one, time, scale, style)
                continue
            shown = min((time - (one.time - self._preempt)) / self._fade_in, 1.0)
            if one.path is not None:
                body = self._hidden(one, time, is_body=True) if self.hides else shown
                self._slider(painter, one, time, scale, sprites, style, body)
            if self.hides:
                shown = self._hidden(one, time, is_body=False)
            self._circle(painter, one, result, time, scale, sprites, style, shown, diameter, judged)
        painter.setOpacity(1.0)
        if not self.hides:
            self._approach(painter, objects, judged, time, scale, style)

    def _hidden(self, one: OsuObject, time: float, *, is_body: bool) -> float:
        """Return the opacity of an object with Hidden: it is gone before it is to be hit.

        It fades in over 0.4 of the time that it is visible, then out over 0.3 of that time; the
        body of a slider fades out until its end.
        """
        fade_in = 0.4 * self._preempt
        full = one.time - self._preempt + fade_in
        if time < full:
            return 1 - (full - time) / fade_in
        gone = max(one.end_time, full + 1) if is_body else full + 0.3 * self._preempt
        return max(0.0, 1 - (time - full) / (gone - full))

    def _circle(
        self,
        painter: QPainter,
        one: OsuObject,
        result: ObjectResult | None,
        time: float,
        scale: float,
        sprites: Sprites,
        style: FieldStyle,
        shown: float,
        diameter: float,
        judged: JudgedTimeline | None,
    ) -> None:
        gone = one.time if judged is None or result is None else result.time
        if time >= gone:
            shown *= 1 - (time - gone) / _FADE_OUT
        if shown <= 0.01:
            return
        painter.setOpacity(shown)
        x, y = one.x * scale, one.y * scale
        draw_centred(
            painter,
            sprites.circle(style.combos[one.colour], style.rings[one.colour], diameter),
            x,
            y,
        )
        if diameter > 18 and time < gone:
            draw_centred(painter, sprites.text(one.label, style.number, diameter * 0.42), x, y)

    def _slider(
        self,
        painter: QPainter,
        one: OsuObject,
        time: float,
        scale: float,
        sprites: Sprites,
        style: FieldStyle,
        shown: float,
    ) -> None:
        if time > one.end_time:
            shown *= 1 - (time - one.end_time) / _BODY_FADE
        if shown <= 0.01:
            return
        painter.setOpacity(shown)
        body = self._images.of(one)
        if body is not None and not body.image.isNull():
            painter.drawImage(QPointF(body.x * scale, body.y * scale), body.image)
        ring = style.rings[one.colour]
        if one.dots:
            dot = sprites.circle(ring, ring, max(3.0, self.radius * scale * 0.16))
            for at, x, y in self._dots_of(one):
                if at > time:
                    draw_centred(painter, dot, x * scale, y * scale)
        if one.spans > 1:
            self._arrows(painter, one, time, scale, sprites, style)
        if one.time <= time <= one.end_time:
            x, y = one.ball_at(time)
            ball = sprites.circle(ring, style.ground, 2 * self.radius * scale * 0.7)
            draw_centred(painter, ball, x * scale, y * scale)
            painter.setPen(QPen(style.faded(ring, 0.7), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            follow = self.radius * _FOLLOW * scale
            painter.drawEllipse(QPointF(x * scale, y * scale), follow, follow)

    def _arrows(
        self,
        painter: QPainter,
        one: OsuObject,
        time: float,
        scale: float,
        sprites: Sprites,
        style: FieldStyle,
    ) -> None:
        """Draw the arrows where the slider turns next, at its end and at its start."""
        if one.path is None:
            return
        left = one.spans - 1 - (one.span_at(time) if time > one.time else 0)
        going_out = one.span_at(time) % 2 == 0
        places = []
        if left > 0:
            places.append(1.0 if going_out else 0.0)
        if left > 1:
            places.append(0.0 if going_out else 1.0)
        arrow = sprites.arrow(style.number, max(8.0, self.radius * scale * 1.1))
        size = arrow.deviceIndependentSize()
        for place in places:
            if place == 0.0 and time < one.time:
                continue  # the number is there
            x, y = one.played(*one.path.position_at(place))
            inner = 0.98 if place else 0.02
            inner_x, inner_y = one.played(*one.path.position_at(inner))
            angle = math.degrees(math.atan2(inner_y - y, inner_x - x))
            painter.save()
            painter.translate(x * scale, y * scale)
            painter.rotate(angle)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QPointF(-size.width() / 2, -size.height() / 2), arrow)
            painter.restore()

    def _dots_of(self, one: OsuObject) -> list[tuple[float, float, float]]:
        found = self._dots.get(one.index)
        if found is None:
            if len(self._dots) > 500:
                self._dots.clear()
            found = self._dots[one.index] = [(at, *one.ball_at(at)) for at in one.dots]
        return found

    def _spinner(
        self, painter: QPainter, one: OsuObject, time: float, scale: float, style: FieldStyle
    ) -> None:
        length = max(one.end_time - one.time, 1.0)
        shown = min((time - (one.time - self._preempt)) / self._fade_in, 1.0)
        if time > one.end_time:
            shown *= 1 - (time - one.end_time) / _BODY_FADE
        if shown <= 0.01:
            return
        painter.setOpacity(shown)
        centre = QPointF(one.x * scale, one.y * scale)
        left = 1 - min(max((time - one.time) / length, 0.0), 1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.faded(style.rings[0], 0.5), 2))
        painter.drawEllipse(centre, _SPINNER * scale, _SPINNER * scale)
        painter.setPen(QPen(style.rings[0], 3))
        size = (12 + (_SPINNER - 12) * left) * scale
        painter.drawEllipse(centre, size, size)
        painter.drawEllipse(centre, 3, 3)

    def _approach(
        self,
        painter: QPainter,
        objects: list[OsuObject],
        judged: JudgedTimeline | None,
        time: float,
        scale: float,
        style: FieldStyle,
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        drawn = 0
        for one in objects:
            left = one.time - time
            if left <= 0 or one.kind is ObjectKind.SPINNER:
                continue
            if judged is not None:
                result = judged.objects.get(one.index)
                if result is not None and time >= result.time:
                    continue
            shown = min((time - (one.time - self._preempt)) / self._fade_in, 1.0)
            if shown <= 0.01:
                continue
            size = self.radius * (1 + 3 * min(left / self._preempt, 1.0)) * scale
            painter.setPen(QPen(style.faded(style.rings[one.colour], 0.9 * shown), 2))
            painter.drawEllipse(QPointF(one.x * scale, one.y * scale), size, size)
            drawn += 1
            if drawn >= _MOST_APPROACHING:
                return
