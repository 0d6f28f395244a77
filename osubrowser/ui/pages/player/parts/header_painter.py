"""Draws the head of a player's page, and knows which words are where."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
)

from osubrowser.ui.style.colours import contrast, hsl
from osubrowser.ui.style.theme import figure_font, title_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.flags import Pictures

_AVATAR, _SMALL_AVATAR = 104, 40
_TEXT_LEFT: Final = 136
_COVER_STEP, _COVER_HEIGHT = 400, 152
_BADGE: Final = (86, 40)
_RANKS: Final = 170
_GOOD = QColor("#8BE36B")
_PINK = QColor("#FF66AB")
_WHITE, _DIM = QColor("white"), QColor(255, 255, 255, 190)


class HeaderPainter:
    """Draws on a dark cover whatever the theme is, so that words are read on any picture.

    Attributes:
        colours: of the page.
        line_left: where the words beside country and team begin.
        line_right: where they end, in one line.
        is_waiting: whether the figures are on their way: bars stand for them.
    """

    def __init__(self) -> None:
        self.colours: Colours | None = None
        self.line_left = self.line_right = 0
        self.is_waiting = False
        self._told: list[tuple[QRect, str]] = []

    def words_at(self, where: QPoint) -> str:
        """Return what is at a point, in full."""
        return next((words for place, words in self._told if place.contains(where)), "")

    def name_end(self, widget: QWidget, profile: Profile | None) -> int:
        """Return where the name ends when all is in one line."""
        words = profile.name if profile is not None else ""
        width = QFontMetrics(title_font(17)).horizontalAdvance(words) + 2
        return 12 + _SMALL_AVATAR + 10 + min(width, max(90, widget.width() // 4)) + 10

    def draw(
        self, painter: QPainter, widget: QWidget, profile: Profile | None, pictures: Pictures
    ) -> None:
        """Draw everything but the buttons."""
        if self.colours is None:
            return
        self._told = []
        area = widget.rect()
        compact = area.height() < _AVATAR
        self._draw_cover(painter, area, profile, pictures)
        if profile is None:
            self._draw_shapes(painter, area, compact)
        elif compact:
            self._draw_line(painter, widget, profile, pictures)
        else:
            self._draw_all(painter, area, profile, pictures)

    def _ground(self) -> QColor:
        return hsl(self.colours.hue if self.colours is not None else 333, 22, 20)

    def _draw_cover(
        self, painter: QPainter, area: QRect, profile: Profile | None, pictures: Pictures
    ) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area), 8, 8)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(area, self._ground())
        if profile is not None and profile.cover:
            # A few widths only: not every step of a resize makes another picture.
            width = -(-area.width() // _COVER_STEP) * _COVER_STEP
            cover = pictures(profile.cover, width, _COVER_HEIGHT, "cover")
            if cover is not None:
                left, top = (area.width() - width) // 2, (area.height() - _COVER_HEIGHT) // 2
                painter.drawPixmap(QRect(left, top, width, _COVER_HEIGHT), cover)
        shade = QLinearGradient(area.topLeft(), area.bottomLeft())
        shade.setColorAt(0, QColor(0, 0, 0, 120))
        shade.setColorAt(1, QColor(0, 0, 0, 190))
        painter.fillRect(area, shade)
        painter.restore()

    def _draw_shapes(self, painter: QPainter, area: QRect, compact: bool) -> None:
        """Draw bars where avatar and words will be."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255, 38))
        shapes: tuple[QRect, ...]
        if compact:
            shapes = (QRect(12, 8, 40, 40), QRect(64, 20, 150, 16), QRect(240, 22, 120, 12))
        else:
            shapes = (
                QRect(16, 24, _AVATAR, _AVATAR),
                QRect(_TEXT_LEFT, 28, 210, 22),
                QRect(_TEXT_LEFT, 64, 280, 12),
                QRect(_TEXT_LEFT, 90, 190, 12),
            )
        for shape in shapes:
            painter.drawRoundedRect(shape, 5, 5)

    def _draw_avatar(
        self, painter: QPainter, place: QRect, profile: Profile, pictures: Pictures
    ) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), 8, 8)
        picture = None
        if profile.avatar:
            picture = pictures(profile.avatar, place.width(), place.height(), "square")
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(place, QColor(255, 255, 255, 38))
        if picture is not None:
            painter.drawPixmap(place, picture)
        painter.restore()
        if profile.is_online:
            painter.setPen(self._ground())
            painter.setBrush(_GOOD)
            edge = 10 if place.width() < 60 else 14
            painter.drawEllipse(
                QRect(place.right() - edge + 3, place.bottom() - edge + 3, edge, edge)
            )

    # --- in full ------------------------------------------------------------------------------

    def _draw_all(
        self, painter: QPainter, area: QRect, profile: Profile, pictures: Pictures
    ) -> None:
        self._draw_avatar(painter, QRect(16, 24, _AVATAR, _AVATAR), profile, pictures)
        ranks = self._draw_ranks(painter, area, profile)
        right = ranks - 16
        font = title_font(24)
        left = self._text(painter, font, self._name_colour(profile), profile.name,
                          QRect(_TEXT_LEFT, 22, right - _TEXT_LEFT, 32))  # fmt: skip
        left = self._draw_pills(painter, left + 10, 29, right, profile)
        if profile.title:
            self._text(painter, _font(13), self._name_colour(profile), profile.title,
                       QRect(left + 2, 24, right - left, 30))  # fmt: skip
        status = profile.presence or "Hides when they are online"
        colour = _GOOD if profile.is_online else _DIM
        place = QRect(self.line_left, 57, right - self.line_left, 24)
        self._text(painter, _font(13), colour, status, place, profile.seen)
        about = " · ".join(filter(None, (profile.followers, profile.previous_names)))
        self._text(painter, _font(13), _DIM, about, QRect(_TEXT_LEFT, 84, right - _TEXT_LEFT, 20))
        self._draw_badges(painter, right, profile, pictures)

    def _draw_ranks(self, painter: QPainter, area: QRect, profile: Profile) -> int:
        """Draw the ranks at the right. Returns where they begin."""
        figures = [profile.figure(key) for key in ("global_rank", "country_rank", "pp")]
        shown = [figure for figure in figures if figure is not None]
        room = (area.width() - 520) // _RANKS
        left = area.width() - 16
        label, large = _font(11), figure_font(_font(20, QFont.Weight.DemiBold))
        for figure in reversed(shown[: max(0, room)]):
            metrics = QFontMetrics(large)
            width = max(96, metrics.horizontalAdvance(figure.text) + 12)
            left -= width
            place = QRect(left, 22, width, 56)
            painter.setFont(label)
            painter.setPen(_DIM)
            painter.drawText(place.adjusted(0, 0, 0, -38), _RIGHT, figure.label)
            if self.is_waiting:
                _bar(painter, QRect(place.right() - 70, place.top() + 26, 70, 16))
                continue
            painter.setFont(large)
            painter.setPen(_WHITE)
            painter.drawText(place.adjusted(0, 18, 0, -10), _RIGHT, figure.text)
            self._told.append((place, f"{figure.label}: {figure.text}\n{figure.detail}".strip()))
        return left

    def _draw_pills(
        self, painter: QPainter, left: int, top: int, right: int, profile: Profile
    ) -> int:
        """Draw supporter and groups after the name. Returns where they end."""
        font = _font(11, QFont.Weight.Bold)
        pills = [(p.text, QColor(p.colour or "#999999"), p.words) for p in profile.groups]
        if profile.supporter:
            hearts = "♥" * max(1, profile.supporter.count("♥"))
            pills.insert(0, (hearts, _PINK, profile.supporter))
        for text, colour, words in pills:
            width = QFontMetrics(font).horizontalAdvance(text) + 14
            if left + width > right:
                break
            place = QRect(left, top, width, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(place, 9, 9)
            painter.setFont(font)
            dark, light = QColor(0, 0, 0, 220), _WHITE
            painter.setPen(dark if contrast(colour, QColor("black")) > 6 else light)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            self._told.append((place, words))
            left += width + 6
        return left

    def _draw_badges(
        self, painter: QPainter, right: int, profile: Profile, pictures: Pictures
    ) -> None:
        left, (width, height) = _TEXT_LEFT, _BADGE
        width, height = round(width * 0.65), round(height * 0.65)
        for badge in profile.badges:
            place = QRect(left, 110, width, height)
            if place.right() > right - 60:
                self._text(painter, _font(13), _DIM, "…", QRect(left, 110, 20, height),
                           "\n".join(badge.words for badge in profile.badges))  # fmt: skip
                return
            picture = pictures(badge.url, width, height, "cover") if badge.url else None
            if picture is not None:
                painter.drawPixmap(place, picture)
            else:
                painter.fillRect(place, QColor(255, 255, 255, 38))
            self._told.append((place, badge.words))
            left += width + 6

    # --- in one line --------------------------------------------------------------------------

    def _draw_line(
        self, painter: QPainter, widget: QWidget, profile: Profile, pictures: Pictures
    ) -> None:
        self._draw_avatar(painter, QRect(12, 8, _SMALL_AVATAR, _SMALL_AVATAR), profile, pictures)
        end = self.name_end(widget, profile) - 10
        self._text(painter, title_font(17), self._name_colour(profile), profile.name,
                   QRect(62, 12, end - 62, 32))  # fmt: skip
        right = self.line_right
        font = figure_font(_font(14, QFont.Weight.DemiBold))
        ranks = [profile.figure(key) for key in ("global_rank", "pp")]
        words = "   ".join(figure.text for figure in ranks if figure is not None)
        width = QFontMetrics(font).horizontalAdvance(words)
        if right - width > self.line_left + 10:
            place = QRect(right - width, 12, width + 2, 32)
            if self.is_waiting:
                _bar(painter, place.adjusted(0, 9, 0, -9))
                words = ""
            told = "\n".join(f"{f.label}: {f.text}" for f in ranks if f is not None)
            self._text(painter, font, _WHITE, words, place, told)
            right -= width + 16
        colour = _GOOD if profile.is_online else _DIM
        place = QRect(self.line_left, 12, right - self.line_left, 32)
        if place.width() > 60:
            self._text(painter, _font(13), colour, profile.presence, place, profile.seen)

    # --- words --------------------------------------------------------------------------------

    def _name_colour(self, profile: Profile) -> QColor:
        return _WHITE if profile.colour is None else _readable(profile.colour)

    def _text(
        self,
        painter: QPainter,
        font: QFont,
        colour: QColor,
        words: str,
        place: QRect,
        more: str = "",
    ) -> int:
        """Draw words, cut where the room ends. Returns where they end."""
        if not words or place.width() < 12:
            return place.left()
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, _LEFT, shown)
        width = metrics.horizontalAdvance(shown)
        if more or shown != words:
            there = QRect(place.left(), place.top(), width, place.height())
            self._told.append((there, "\n".join(filter(None, (words, more)))))
        return place.left() + width


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _bar(painter: QPainter, place: QRect) -> None:
    """Draw the shape of words that are still to come."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 60))
    painter.drawRoundedRect(place, 5, 5)


@lru_cache(maxsize=64)
def _readable(name: str) -> QColor:
    """Return a colour as light as it must be to be read on the cover."""
    colour = QColor(name)
    ground = QColor(20, 20, 24)
    while contrast(colour, ground) < 5 and colour.lightness() < 250:
        hue, saturation = max(0, colour.hslHue()), colour.hslSaturation()
        colour = QColor.fromHsl(hue, saturation, min(255, colour.lightness() + 8))
    return colour


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = title_font(size)
    font.setWeight(weight)
    return font
