"""Painting of the lane of taiko, the stage of mania, and the fruits of catch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.analysis.result import Judgement
from osubrowser.models.replays.scene import CATCH_LINE, CATCH_TOP, LANE_LENGTH, SCROLL_MS
from osubrowser.models.replays.scene_objects import ColumnObject, FruitObject, LaneObject
from osubrowser.ui.pages.playback.style import draw_centred

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from osubrowser.models.replays.scene import ReplayTrack, Scene
    from osubrowser.ui.pages.playback.style import FieldStyle, Sprites

_HIT_FADE: Final = 160.0
_CATCHER_WIDTH: Final = 106.75
_CATCHER_PART: Final = 0.8  # of its width that catches
_FRUIT: Final = 128.0  # osu! pixels at scale 1
_BIG: Final = 1.5
_HIT_AT: Final = 0.16  # of the width of a taiko lane
_STAGE_FOOT: Final = 0.14  # of the height of a stage, below the line


def paint_taiko(
    painter: QPainter,
    scene: Scene,
    area: QRectF,
    time: float,
    sprites: Sprites,
    style: FieldStyle,
) -> None:
    """Paint a lane of taiko at a moment.

    Args:
        painter: in logical pixels.
        scene: of taiko.
        area: of the lane.
        time: milliseconds of the song.
        sprites: pictures.
        style: colours.
    """
    middle = area.center().y()
    hit_x = area.left() + area.width() * _HIT_AT
    scale = (area.right() - hit_x) / LANE_LENGTH
    small = area.height() * 0.44
    track = scene.first
    _drum(painter, track, area, hit_x, small, time, style)
    painter.save()
    painter.setClipRect(area)
    judged = track.judged
    for at in reversed(scene.visible.at(time)):
        one = scene.objects[at]
        if not isinstance(one, LaneObject):
            continue
        speed = one.speed * scale
        x = hit_x + (one.time - time) * speed
        size = small * (_BIG if one.is_big else 1.0)
        result = judged.objects.get(one.index) if judged is not None else None
        if one.kind is ObjectKind.CIRCLE:
            shown = 1.0
            lift = 0.0
            if result is not None and time >= result.time:
                if result.is_hit:
                    passed = (time - result.time) / _HIT_FADE
                    shown, lift = 1 - passed, passed * area.height() * 0.4
                    x = hit_x
                else:
                    shown = 0.35
            elif result is None and time > one.time:
                shown = 1 - (time - one.time) / _HIT_FADE if judged is None else 0.35
            if shown <= 0.01:
                continue
            painter.setOpacity(shown)
            fill = style.rim if one.is_rim else style.centre
            note = sprites.circle(fill, style.number, size, 0.12)
            draw_centred(painter, note, x, middle - lift)
        else:
            painter.setOpacity(1.0 if time <= one.end_time else 0.3)
            end = hit_x + (one.end_time - time) * speed
            if one.kind is ObjectKind.SPINNER:
                x = max(x, hit_x)
                if time > one.end_time:
                    continue
                swell = sprites.circle(style.roll, style.number, size * 1.2)
                draw_centred(painter, swell, x, middle)
                draw_centred(painter, sprites.text("◎", style.number, size * 0.6), x, middle)
                continue
            left, right = max(x, area.left() - size), min(end, area.right() + size)
            if right > left:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.roll)
                bar = QRectF(left, middle - size / 2, right - left, size)
                painter.drawRoundedRect(bar.adjusted(-size / 2, 0, size / 2, 0), size / 2, size / 2)
                draw_centred(painter, sprites.circle(style.roll, style.number, size), x, middle)
    painter.setOpacity(1.0)
    painter.restore()


def _drum(
    painter: QPainter,
    track: ReplayTrack,
    area: QRectF,
    hit_x: float,
    small: float,
    time: float,
    style: FieldStyle,
) -> None:
    """Paint the ring where notes are hit, lit by the keys that are down."""
    middle = area.center().y()
    lanes = track.lanes
    downs = [lane.is_down_at(time) for lane in lanes]
    rim = len(downs) >= 4 and (downs[0] or downs[3])
    centre = len(downs) >= 4 and (downs[1] or downs[2])
    painter.setPen(QPen(style.rim if rim else style.edge, 4 if rim else 2))
    painter.setBrush(style.faded(style.centre, 0.55) if centre else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(hit_x, middle), small * 0.56, small * 0.56)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.edge, 1))
    painter.drawEllipse(QPointF(hit_x, middle), small * 0.8, small * 0.8)


def mania_stage(area: QRectF, columns: int) -> QRectF:
    """Return where the stage of mania is in the field."""
    width = min(area.width(), columns * min(56.0, area.height() / 6))
    return QRectF(area.center().x() - width / 2, area.top(), width, area.height())


def paint_mania(
    painter: QPainter,
    scene: Scene,
    area: QRectF,
    time: float,
    sprites: Sprites,
    style: FieldStyle,
) -> None:
    """Paint the stage of mania at a moment, for arguments as of `paint_taiko`."""
    columns = max(scene.columns, 1)
    stage = mania_stage(area, columns)
    wide = stage.width() / columns
    line = stage.bottom() - stage.height() * _STAGE_FOOT
    pace = (line - stage.top()) / SCROLL_MS
    track = scene.first
    for column in range(columns):
        left = stage.left() + column * wide
        is_down = column < len(track.lanes) and track.lanes[column].is_down_at(time)
        colour = _column_colour(column, columns, style)
        if is_down:
            beam = QRectF(left, stage.top(), wide, line - stage.top())
            painter.fillRect(beam, style.faded(colour, 0.1))
        foot = QRectF(left + 2, line + 4, wide - 4, stage.bottom() - line - 6)
        painter.fillRect(foot, style.faded(colour, 0.9 if is_down else 0.22))
    painter.setPen(QPen(style.edge, 1))
    edges = (stage.left() + n * wide for n in range(columns + 1))
    painter.drawLines([QLineF(x, stage.top(), x, stage.bottom()) for x in edges])
    painter.fillRect(QRectF(stage.left(), line - 1.5, stage.width(), 3), style.colours.highlight)
    _paint_notes(painter, scene, stage, time, line, pace, wide, style)


def _paint_notes(
    painter: QPainter,
    scene: Scene,
    stage: QRectF,
    time: float,
    line: float,
    pace: float,
    wide: float,
    style: FieldStyle,
) -> None:
    track, columns = scene.first, max(scene.columns, 1)
    judged = track.judged
    thick = min(max(wide * 0.3, 6.0), 18.0)
    painter.save()
    painter.setClipRect(stage)
    for at in scene.visible.at(time):
        one = scene.objects[at]
        if not isinstance(one, ColumnObject):
            continue
        result = judged.objects.get(one.index) if judged is not None else None
        colour = _column_colour(one.column, columns, style)
        left = stage.left() + one.column * wide + 2
        y = line - (one.time - time) * pace
        missed = result is not None and not result.is_hit and time >= result.time
        if not one.is_hold:
            gone = one.time if judged is None else result.time if result is not None else None
            if gone is not None and time >= gone and not missed:
                continue
            if y > stage.bottom() + thick:
                continue
            painter.fillRect(
                QRectF(left, y - thick, wide - 4, thick), style.faded(colour, 0.35 if missed else 1)
            )
            continue
        ends = one.end_time if result is None else result.end
        if time >= max(ends, one.end_time) and not missed:
            continue
        is_held = one.column < len(track.lanes) and track.lanes[one.column].is_down_at(time)
        if one.time <= time and (judged is None or is_held):
            y = line
        tail = line - (one.end_time - time) * pace
        bottom, top = min(y, stage.bottom() + thick), max(tail, stage.top() - thick)
        if bottom <= top:
            continue
        fainter = missed or (one.time <= time and not is_held and judged is not None)
        body = QRectF(left + 2, top, wide - 8, bottom - top)
        painter.fillRect(body, style.faded(colour, 0.25 if fainter else 0.5))
        painter.fillRect(
            QRectF(left, bottom - thick, wide - 4, thick),
            style.faded(colour, 0.35 if fainter else 1),
        )
    painter.restore()


def _column_colour(column: int, columns: int, style: FieldStyle) -> QColor:
    """Return the colour of a column: mirrored about the middle, which has its own."""
    if columns % 2 and column == columns // 2:
        return style.special_note
    from_edge = min(column, columns - 1 - column)
    return style.note if from_edge % 2 == 0 else style.other_note


def paint_catch(
    painter: QPainter,
    scene: Scene,
    time: float,
    scale: float,
    sprites: Sprites,
    style: FieldStyle,
) -> None:
    """Paint the fruits of catch at a moment; the painter's origin is that of the playfield.

    The arguments are those of `OsuPainter.paint`.
    """
    preempt = max(float(scene.difficulty.preempt_ms), 1.0)
    size = _FRUIT * max(scene.difficulty.scale, 0.05) * scale * 0.62
    for at in scene.visible.at(time):
        one = scene.objects[at]
        if not isinstance(one, FruitObject):
            continue
        passed = (time - one.time) / preempt
        if passed > 0 and one.is_caught:
            continue
        y = CATCH_LINE + (CATCH_LINE - CATCH_TOP) * passed
        if y > 440:
            continue
        painter.setOpacity(1.0 if passed <= 0 else max(0.0, 0.6 - passed * 3))
        fill = style.combos[one.colour]
        ring = style.rings[one.colour] if passed <= 0 else style.judgements[Judgement.MISS]
        fruit = sprites.circle(fill, ring, max(4.0, size * one.size), 0.14)
        draw_centred(painter, fruit, one.x * scale, y * scale)
    painter.setOpacity(1.0)


def catcher_width(scene: Scene) -> float:
    """Return the width that catches, osu! pixels."""
    return _CATCHER_WIDTH * max(scene.difficulty.scale, 0.05) * 2 * _CATCHER_PART


def paint_catcher(
    painter: QPainter,
    track: ReplayTrack,
    scene: Scene,
    time: float,
    scale: float,
    colour: QColor,
    style: FieldStyle,
) -> None:
    """Paint the catcher of a replay; brighter while it dashes."""
    x, _ = track.frames.position_at(time)
    wide = catcher_width(scene) * scale
    y = CATCH_LINE * scale
    is_dashing = bool(track.frames.keys_at(time) & 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.faded(colour, 1.0 if is_dashing else 0.75))
    painter.drawRoundedRect(QRectF(x * scale - wide / 2, y, wide, max(6.0, 9 * scale)), 4, 4)
    if is_dashing:
        painter.setBrush(style.faded(colour, 0.25))
        painter.drawRoundedRect(
            QRectF(x * scale - wide / 2, y + 11 * scale, wide, max(3.0, 4 * scale)), 2, 2
        )
