"""Painting of what is beside the playfield: life bar, figures, keys, hit errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from osubrowser.analysis.result import Judgement
from osubrowser.api.entities.modes import GameMode
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.playback.style import MARK_TEXTS
from osubrowser.ui.style.theme import figure_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.models.replays.scene import ReplayTrack, Scene
    from osubrowser.ui.pages.playback.style import FieldStyle

    Tracks = Sequence[tuple[int, ReplayTrack]]

SIDE: Final = 172.0
"""Width of the panels beside the field."""

_HISTORY_MS: Final = 1500.0
_ERROR_MS: Final = 4000.0
_ERROR_STEPS: Final = 4
_WIDEST_ERRORS: Final = 360.0
_MOST_GROUPS: Final = 4
_ROW: Final = 30.0
_LABEL: Final = 7  # letters of a key
_COUNT: Final = 38.0  # pixels of the presses of a key, and around them
_LEAST_ROW: Final = 13.0
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


def font_of(size: int, *, bold: bool = False) -> QFont:
    """Return a font with tabular digits, `size` pixels high."""
    made = figure_font()
    made.setPixelSize(size)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def paint_life(
    painter: QPainter, tracks: Tracks, area: QRectF, time: float, style: FieldStyle
) -> None:
    """Paint the life bars of replays at a moment, below each other."""
    shown = [(n, life) for n, track in tracks if (life := track.life.at(time)) is not None]
    if not shown:
        return
    high = area.height() / len(shown)
    painter.setPen(Qt.PenStyle.NoPen)
    for row, (number, life) in enumerate(shown):
        bar = QRectF(area.left(), area.top() + row * high, area.width(), max(1.5, high - 1))
        painter.fillRect(bar, style.colours.background3)
        bar.setWidth(bar.width() * life)
        low = life < 0.25 and len(shown) == 1
        painter.fillRect(bar, style.judgements[Judgement.MISS] if low else style.track(number))


def paint_figures(
    painter: QPainter,
    scene: Scene,
    tracks: Tracks,
    area: QRectF,
    time: float,
    style: FieldStyle,
) -> None:
    """Paint combo, accuracy and counts of replays at a moment, at the left of the field."""
    colours = style.colours
    y = area.top()
    is_alone = len(scene.tracks) == 1
    for number, track in tracks:
        judged = track.judged
        if not is_alone:
            painter.setFont(font_of(13, bold=True))
            painter.setPen(style.track(number))
            name = QFontMetricsF(painter.font()).elidedText(
                track.texts.player, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(QRectF(area.left(), y, area.width(), 18), _LEFT, name)
            y += 20
        if judged is None:
            if y > area.bottom() - 20:
                return
            continue
        big = 30 if is_alone else 18
        painter.setFont(font_of(big, bold=True))
        painter.setPen(colours.content1)
        painter.drawText(
            QRectF(area.left(), y, area.width(), big + 8), _LEFT, judged.combo_text_at(time)
        )
        y += big + 8
        painter.setFont(font_of(16 if is_alone else 13))
        painter.setPen(colours.content2)
        painter.drawText(
            QRectF(area.left(), y, area.width(), 22),
            _LEFT,
            judged.accuracy_text_at(time),
        )
        y += 24
        if is_alone:
            is_catch = scene.mode == GameMode.CATCH
            y = _paint_counts(painter, track, area, y + 6, time, style, is_catch=is_catch)
        rate = judged.unstable_rate_text_at(time)
        if rate and y < area.bottom() - 18:
            painter.setFont(font_of(12))
            painter.setPen(colours.foreground)
            painter.drawText(QRectF(area.left(), y, area.width(), 18), _LEFT, rate)
            y += 18
        y += 10
        if y > area.bottom() - 40:
            return


def _paint_counts(
    painter: QPainter,
    track: ReplayTrack,
    area: QRectF,
    y: float,
    time: float,
    style: FieldStyle,
    *,
    is_catch: bool,
) -> float:
    judged = track.judged
    if judged is None:
        return y
    painter.setFont(font_of(13))
    for judgement, count in judged.count_texts_at(time):
        if y > area.bottom() - 18:
            break
        painter.setPen(style.judgements[judgement])
        is_hit = is_catch and judgement is not Judgement.MISS
        label = tr("Caught", "short, above a count") if is_hit else MARK_TEXTS[judgement]
        painter.drawText(QRectF(area.left(), y, 60, 18), _LEFT, label)
        painter.setPen(style.colours.content2)
        painter.drawText(QRectF(area.left() + 40, y, 60, 18), _RIGHT, count)
        y += 19
    return y + 4


def paint_keys(
    painter: QPainter,
    tracks: Tracks,
    area: QRectF,
    time: float,
    rate: float,
    style: FieldStyle,
) -> None:
    """Paint the keys of replays at a moment: what is down, how often, and the presses before."""
    shown = list(tracks)[:_MOST_GROUPS]
    if not shown:
        return
    room = area.height() / len(shown)
    colours = style.colours
    history = _HISTORY_MS * rate
    y = area.top()
    for number, track in shown:
        lanes = track.lanes
        if not lanes:
            continue
        top = y
        row = min(_ROW, max(_LEAST_ROW, (room - 10) / len(lanes)))
        box = min(row - 3, 26.0)
        painter.setFont(font_of(11))
        widest = max(painter.fontMetrics().horizontalAdvance(lane.label[:_LABEL]) for lane in lanes)
        width = max(66.0, widest + _COUNT)
        right = area.right()
        edge = right - width
        colour = style.track(number)
        painter.setFont(font_of(11 if box > 14 else 9))
        for lane in lanes:
            if y + row > area.bottom() + 1:
                break
            is_down = lane.is_down_at(time)
            middle = y + row / 2
            bars = []
            pace = (edge - 6 - area.left()) / history
            for start, end in lane.between(time - history, time)[-40:]:
                left = edge - 6 - (time - max(start, time - history)) * pace
                stop = edge - 6 - (time - min(end, time)) * pace
                bars.append(QRectF(left, middle - box * 0.22, max(1.5, stop - left), box * 0.44))
            for bar in bars:
                painter.fillRect(bar, style.faded(colour, 0.6))
            place = QRectF(edge, middle - box / 2, width, box)
            painter.setPen(QPen(colour if is_down else style.edge, 1))
            painter.setBrush(colour if is_down else style.ground)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            ink = colours.on_highlight if is_down else colours.foreground
            painter.setPen(ink)
            painter.drawText(place.adjusted(5, 0, 0, 0), _LEFT, lane.label[:_LABEL])
            if not is_down:
                painter.setPen(colours.content2)
            painter.drawText(place.adjusted(0, 0, -5, 0), _RIGHT, lane.count_text_at(time))
            y += row
        y = max(y + 10, top + room) if len(shown) > 1 else y


def paint_errors(
    painter: QPainter,
    tracks: Tracks,
    area: QRectF,
    time: float,
    rate: float,
    style: FieldStyle,
) -> None:
    """Paint the hit errors of the last seconds on the hit windows of the play."""
    judged = [(n, track.judged) for n, track in tracks if track.judged is not None]
    if not judged or judged[0][1].widest <= 0:
        return
    widest = judged[0][1].widest
    half = min(area.width(), _WIDEST_ERRORS) / 2
    middle, base = area.center().x(), area.top() + 16
    pace = half / widest
    windows = [w for w in judged[0][1].windows if w.judgement is not Judgement.MISS]
    for window in sorted(windows, key=lambda one: -one.milliseconds):
        wide = min(window.milliseconds, widest) * pace
        colour = style.faded(style.judgements[window.judgement], 0.85)
        painter.fillRect(QRectF(middle - wide, base, 2 * wide, 3), colour)
    painter.fillRect(QRectF(middle - 0.75, base - 9, 1.5, 21), style.colours.content1)
    length = _ERROR_MS * rate
    for number, timeline in judged:
        errors = timeline.errors_between(time - length, time)
        if not errors:
            continue
        groups: list[list[QLineF]] = [[] for _ in range(_ERROR_STEPS)]
        for error in errors:
            x = middle + min(max(error.error, -widest), widest) * pace
            age = (time - error.time) / length
            step = min(int((1 - age) * _ERROR_STEPS), _ERROR_STEPS - 1)
            groups[max(step, 0)].append(QLineF(x, base - 7, x, base + 10))
        colour = style.track(number) if len(judged) > 1 else style.colours.content2
        for step, lines in enumerate(groups):
            if lines:
                painter.setPen(QPen(style.faded(colour, 0.2 + 0.8 * step / (_ERROR_STEPS - 1)), 2))
                painter.drawLines(lines)
        mean = sum(error.error for error in errors) / len(errors)
        x = middle + min(max(mean, -widest), widest) * pace
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.track(number) if len(judged) > 1 else style.colours.content1)
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, base - 14), QPointF(x + 4, base - 14), QPointF(x, base - 8)])
        )
