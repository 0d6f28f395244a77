"""Header of a score's page: cover, song, difficulty, grade, and the most important figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.colours import (
    GRADES,
    SILVER,
    STATUS,
    hsl,
    stars_colour,
    stars_text_colour,
)
from osubrowser.ui.style.theme import figure_font, title_font
from osubrowser.ui.widgets.flags import Pictures, no_pictures

if TYPE_CHECKING:
    from osubrowser.models.scores.score_subject import ScoreSubject
    from osubrowser.ui.style.theme import Colours

HEIGHT: Final = 132
_MARGIN: Final = 16
_COVER_STEP: Final = 400
_GRADE: Final = QRect(_MARGIN, 40, 84, 52)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WHITE, _DIM = QColor("white"), QColor(255, 255, 255, 190)
_BLACK, _UNKNOWN = QColor("black"), QColor("#999999")
_SHADE: Final = (170, 205)
_FIGURE: Final = 108
_LETTERS: Final = {"SS": "X", "S": "S", "A": "A", "B": "B", "C": "C", "D": "D", "F": "F"}


class ScoreHeader(QWidget):
    """Header with the beatmap and the main figures of a score; light text in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: ScoreSubject | None = None
        self._colours: Colours | None = None
        self._pictures: Pictures = no_pictures
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Score"))

    def show_subject(self, subject: ScoreSubject | None) -> None:
        """Show a score; None for the skeleton."""
        self._subject = subject
        if subject is not None:
            said = ", ".join(f"{line.label} {line.text}" for line in subject.headline)
            self.setAccessibleDescription(
                tr("{name}, grade {grade}, {figures}").format(
                    name=subject.name, grade=subject.grade, figures=said
                )
            )
            titles = " · ".join(filter(None, (subject.title, subject.artist, subject.difficulty)))
            self.setToolTip(tooltip(titles))
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of covers: a callable (url, width, height, shape)."""
        self._pictures = pictures
        self.update()

    def pictures_ready(self) -> None:
        """Repaint: the cover was loaded."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the header."""
        del event
        if self._colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        subject = self._subject
        self._draw_cover(painter, subject.cover if subject is not None else None)
        if subject is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(255, 255, 255, 38))
            for shape in (_GRADE, QRect(118, 32, 280, 20), QRect(118, 64, 180, 14)):
                painter.drawRoundedRect(shape, 5, 5)
            return
        self._draw_grade(painter, subject)
        right = self._draw_figures(painter, subject) - _MARGIN
        self._draw_song(painter, subject, _GRADE.right() + 18, right)

    def _draw_cover(self, painter: QPainter, url: str | None) -> None:
        area = self.rect()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area), 8, 8)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(area, hsl(self._colours.hue if self._colours is not None else 200, 22, 20))
        if url:
            # Round the width, so that not every step of a resize makes another pixmap.
            width = -(-area.width() // _COVER_STEP) * _COVER_STEP
            cover = self._pictures(url, width, HEIGHT, "cover")
            if cover is not None:
                painter.drawPixmap(QRect((area.width() - width) // 2, 0, width, HEIGHT), cover)
        shade = QLinearGradient(area.topLeft(), area.bottomLeft())
        for place, opacity in enumerate(_SHADE):
            shade.setColorAt(place, QColor(0, 0, 0, opacity))
        painter.fillRect(area, shade)
        painter.restore()

    def _draw_grade(self, painter: QPainter, subject: ScoreSubject) -> None:
        colour = QColor(GRADES.get(_LETTERS.get(subject.grade, ""), _UNKNOWN.name()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(_GRADE, 26, 26)
        font = QFont(self.font())
        font.setPixelSize(30)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        if subject.is_silver:  # silver on a bright colour needs a shadow
            painter.setPen(QColor(0, 0, 0, 170))
            painter.drawText(_GRADE.translated(1, 1), Qt.AlignmentFlag.AlignCenter, subject.grade)
        painter.setPen(QColor(SILVER) if subject.is_silver else QColor(0, 0, 0, 200))
        painter.drawText(_GRADE, Qt.AlignmentFlag.AlignCenter, subject.grade)

    def _draw_figures(self, painter: QPainter, subject: ScoreSubject) -> int:
        """Draw as many figures as fit beside the song; returns their left edge."""
        label, large = QFont(self.font()), figure_font(self.font())
        label.setPixelSize(11)
        large.setPixelSize(18)
        large.setWeight(QFont.Weight.DemiBold)
        left = self.width() - _MARGIN
        room = self.width() - _GRADE.right() - 260
        widths = [
            max(_FIGURE - 20, QFontMetrics(large).horizontalAdvance(line.text)) + 20
            for line in subject.headline
        ]
        shown = len(widths)
        while shown > 1 and sum(widths[:shown]) > room:
            shown -= 1
        for line, width in reversed(list(zip(subject.headline, widths, strict=True))[:shown]):
            left -= width
            painter.setFont(label)
            painter.setPen(_DIM)
            painter.drawText(QRect(left, 40, width, 16), _RIGHT, line.label)
            painter.setFont(large)
            painter.setPen(_WHITE)
            painter.drawText(QRect(left, 58, width, 28), _RIGHT, line.text)
        return left

    def _draw_song(self, painter: QPainter, subject: ScoreSubject, left: int, right: int) -> None:
        small = QFont(self.font())
        by = " · ".join(filter(None, (subject.artist, subject.mapper)))
        for font, ink, words, top, height in (
            (title_font(20), _WHITE, subject.title, 22, 30),
            (small, _DIM, by, 54, 20),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            place = QRect(left, top, max(0, right - left), height)
            line = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, _LEFT, line)
        self._draw_difficulty(painter, subject, left, right)

    def _draw_difficulty(
        self, painter: QPainter, subject: ScoreSubject, left: int, right: int
    ) -> None:
        bold = QFont(self.font())
        bold.setPixelSize(12)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        painter.setFont(bold)
        pills = []
        if subject.stars > 0:
            ground, ink = stars_colour(subject.stars), stars_text_colour(subject.stars)
            pills.append((f"★ {subject.stars_text}", ground, ink))
        if subject.status:
            status = STATUS.get(subject.status, _UNKNOWN.name())
            pills.append((subject.status, QColor(status), _BLACK))
        for text, ground, ink in pills:
            place = QRect(left, 84, metrics.horizontalAdvance(text) + 16, 20)
            painter.setPen(QColor(255, 255, 255, 70) if ground.lightness() < 60 else ground)
            painter.setBrush(ground)
            painter.drawRoundedRect(place, 10, 10)
            painter.setPen(ink)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            left = place.right() + 8
        painter.setPen(_WHITE)
        room = QRect(left, 84, max(0, right - left), 20)
        line = metrics.elidedText(subject.difficulty, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, line)
