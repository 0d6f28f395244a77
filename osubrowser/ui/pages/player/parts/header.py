"""Header of a player's page: cover, avatar, name, country, presence, ranks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.sections.host import BRIGHTEST, draw_cover
from osubrowser.ui.style.colours import contrast, hsl, readable
from osubrowser.ui.style.icons import pixmap
from osubrowser.ui.style.theme import figure_font, ramp, title_font
from osubrowser.ui.widgets.flags import FLAG, Pictures, no_pictures
from osubrowser.ui.widgets.follow_button import FollowButton
from osubrowser.ui.widgets.segments import ModeSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.models.players.history import RecentChange
    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.style.theme import Colours

FULL, COMPACT = 152, 56
_MARGIN: Final = 16
_TEXT_LEFT: Final = 136
_TEAM_FLAG: Final = QSize(40, 20)
_AVATAR, _SMALL_AVATAR = 104, 40
_COVER_HEIGHT: Final = 152
_BADGE: Final = (86, 40)
_RANKS: Final = 170
_GOOD = QColor("#8BE36B")
_BAD = readable(QColor("#FF7A7A"), [BRIGHTEST])
_PINK = QColor("#FF66AB")
_BLACK = QColor("black")
_WHITE, _DIM = QColor("white"), QColor(255, 255, 255, 190)
_LEAST_CONTRAST: Final = 4.5
_ICON_GAP: Final = 5
"""Pixels between a flag and the text after it, beyond those of the style."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_FOLLOW: Final = 26
"""Height of the button that follows."""
_LEAST_FOR_NEIGHBOURS: Final = 860
"""Width of the header below which it has no button of the neighbours."""
_NARROW: Final = 560
"""Width of the compact header below which the team has no room for its tag."""


class HeaderPainter:
    """Painter of the header: light text on a dark cover, in every theme.

    Attributes:
        colours: palette of the page.
        line_left: left edge of the text beside country and team.
        line_right: its right edge, in the compact header.
        is_waiting: whether the figures are being loaded: bars are drawn in their place.
        changes: recent changes of the figures, by figure.
    """

    def __init__(self) -> None:
        self.changes: Mapping[str, RecentChange] = {}
        self.colours: Colours | None = None
        self.line_left = self.line_right = 0
        self.is_waiting = False
        self._tooltips: list[tuple[QRect, str]] = []

    def tooltip_at(self, where: QPoint) -> str:
        """Return the tooltip at a point; "" for none."""
        return next((words for place, words in self._tooltips if place.contains(where)), "")

    def name_end(self, widget: QWidget, profile: Profile | None) -> int:
        """Return the right edge of the name in the compact header."""
        words = profile.name if profile is not None else ""
        width = QFontMetrics(title_font(17)).horizontalAdvance(words) + 2
        return 12 + _SMALL_AVATAR + 10 + min(width, max(90, widget.width() // 4)) + 10

    def draw(
        self, painter: QPainter, widget: QWidget, profile: Profile | None, pictures: Pictures
    ) -> None:
        """Draw all but the buttons."""
        if self.colours is None:
            return
        self._tooltips = []
        area = widget.rect()
        compact = area.height() < _AVATAR
        self._draw_cover(painter, area, profile, pictures)
        if profile is None:
            self._draw_shapes(painter, area, compact)
        elif compact:
            self._draw_line(painter, widget, profile, pictures)
        else:
            self._draw_all(painter, area, profile, pictures)

    def _draw_cover(
        self, painter: QPainter, area: QRect, profile: Profile | None, pictures: Pictures
    ) -> None:
        hue = self.colours.hue if self.colours is not None else 333
        url = profile.cover if profile is not None else None
        draw_cover(painter, area, url, _COVER_HEIGHT, pictures, hue)

    def _ground(self) -> QColor:
        return hsl(self.colours.hue if self.colours is not None else 333, 22, 20)

    def _draw_shapes(self, painter: QPainter, area: QRect, compact: bool) -> None:
        """Draw the skeleton: bars in place of avatar and text."""
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

    # --- full size ---------------------------------------------------------------------------

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
        heading = profile.heading
        colour = _GOOD if profile.is_online else _DIM
        place = QRect(self.line_left, 57, right - self.line_left, 24)
        self._text(painter, _font(13), colour, heading.status, place, heading.status_told)
        self._text(
            painter, _font(13), _DIM, heading.about, QRect(_TEXT_LEFT, 84, right - _TEXT_LEFT, 20)
        )
        self._draw_badges(painter, right, profile, pictures)

    def _draw_ranks(self, painter: QPainter, area: QRect, profile: Profile) -> int:
        """Draw the ranks at the right; returns their left edge."""
        room = (area.width() - 520) // _RANKS
        left = area.width() - 16
        label, large = _font(11), figure_font(_font(20, QFont.Weight.DemiBold))
        for figure in reversed(profile.heading.ranks[: max(0, room)]):
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
            told, change = figure.told, self.changes.get(figure.key)
            if change is not None:
                painter.setFont(label)
                painter.setPen(_GOOD if change.tone > 0 else _BAD)
                painter.drawText(place.adjusted(0, 46, 0, 4), _RIGHT, change.delta)
                told = f"{told}\n{change.text}\n{change.told}"
            self._tooltips.append((place, told))
        return left

    def _draw_pills(
        self, painter: QPainter, left: int, top: int, right: int, profile: Profile
    ) -> int:
        """Draw supporter and groups after the name; returns their right edge."""
        font = _font(11, QFont.Weight.Bold)
        pills = [(p.text, QColor(p.colour or "#999999"), p.words) for p in profile.groups]
        if profile.supporter:
            pills.insert(0, (profile.heading.hearts, _PINK, profile.supporter))
        for text, colour, words in pills:
            width = QFontMetrics(font).horizontalAdvance(text) + 14
            if left + width > right:
                break
            place = QRect(left, top, width, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(place, 9, 9)
            painter.setFont(font)
            painter.setPen(max((_WHITE, _BLACK), key=lambda ink: contrast(ink, colour)))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            self._tooltips.append((place, words))
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
                           profile.heading.badges_told)  # fmt: skip
                return
            picture = pictures(badge.url, width, height, "cover") if badge.url else None
            if picture is not None:
                painter.drawPixmap(place, picture)
            else:
                painter.fillRect(place, QColor(255, 255, 255, 38))
            self._tooltips.append((place, badge.words))
            left += width + 6

    # --- compact -------------------------------------------------------------------------

    def _draw_line(
        self, painter: QPainter, widget: QWidget, profile: Profile, pictures: Pictures
    ) -> None:
        self._draw_avatar(painter, QRect(12, 8, _SMALL_AVATAR, _SMALL_AVATAR), profile, pictures)
        end = self.name_end(widget, profile) - 10
        self._text(painter, title_font(17), self._name_colour(profile), profile.name,
                   QRect(62, 12, end - 62, 32))  # fmt: skip
        right = self.line_right
        font = figure_font(_font(14, QFont.Weight.DemiBold))
        heading = profile.heading
        words = heading.line
        width = QFontMetrics(font).horizontalAdvance(words)
        if right - width > self.line_left + 10:
            place = QRect(right - width, 12, width + 2, 32)
            if self.is_waiting:
                _bar(painter, place.adjusted(0, 9, 0, -9))
                words = ""
            self._text(painter, font, _WHITE, words, place, heading.line_told)
            right -= width + 16
        colour = _GOOD if profile.is_online else _DIM
        place = QRect(self.line_left, 12, right - self.line_left, 32)
        if place.width() > 60:
            self._text(painter, _font(13), colour, profile.presence, place, heading.status_told)

    # --- text ---------------------------------------------------------------------------------

    def _name_colour(self, profile: Profile) -> QColor:
        return _WHITE if profile.colour is None else _readable(profile.colour)

    def _text(
        self,
        painter: QPainter,
        font: QFont,
        colour: QColor,
        words: str,
        place: QRect,
        told: str = "",
    ) -> int:
        """Draw elided text with a tooltip, if that says more; returns its right edge."""
        if not words or place.width() < 12:
            return place.left()
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, _LEFT, shown)
        width = metrics.horizontalAdvance(shown)
        if (told and told != words) or shown != words:
            there = QRect(place.left(), place.top(), width, place.height())
            self._tooltips.append((there, told or words))
        return place.left() + width


class PlayerHeader(QWidget):
    """Header of a player's page: a `Profile`, or a skeleton.

    Attributes:
        mode_chosen: the chosen ruleset, as the API writes it.
        country_requested: the country was clicked.
        team_requested: the team was clicked.
        neighbours_requested: the ranks around the player are to be shown.

    Args:
        flag: returns the URL of the flag of a country code.
    """

    mode_chosen = Signal(str)
    country_requested = Signal()
    team_requested = Signal()
    neighbours_requested = Signal()

    def __init__(self, flag: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flag = flag
        self._profile: Profile | None = None
        self._pictures: Pictures = no_pictures
        self._compact = False
        self._painter = HeaderPainter()
        self.modes = ModeSwitch(self)
        self.modes.choose("osu", None, with_variants=False)
        self.modes.chosen.connect(lambda mode, _variant: self.mode_chosen.emit(mode))
        self.country, self.team = self._link("country"), self._link("team")
        self.country.clicked.connect(self.country_requested)
        self.team.clicked.connect(self.team_requested)
        self.neighbours = QToolButton(self)
        self.neighbours.setAccessibleName(tr("Neighbours", "players of nearly the same rank"))
        self.neighbours.setToolTip(tr("Neighbours: the ranks around, and when they are passed"))
        self.neighbours.setCursor(Qt.CursorShape.PointingHandCursor)
        self.neighbours.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.neighbours.setIconSize(QSize(20, 20))
        self.neighbours.clicked.connect(self.neighbours_requested)
        self.follow = FollowButton(self)
        self.follow.shown_changed.connect(self._show_parts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(FULL)
        self.setAccessibleName(tr("Player"))
        self._show_parts()

    # --- public -------------------------------------------------------------------------------

    @property
    def profile(self) -> Profile | None:
        """The shown player."""
        return self._profile

    def show_profile(self, profile: Profile | None) -> None:
        """Show a player; None for the skeleton."""
        before, self._profile = self._profile, profile
        if (
            before is None
            or profile is None
            or (before.id, before.mode) != (profile.id, profile.mode)
        ):
            self._painter.changes = {}
        if profile is not None:
            self.modes.choose(profile.mode, None, with_variants=False)
            said = (profile.title, profile.country, profile.presence, profile.supporter)
            more = (profile.followers, profile.previous_names)
            self.setAccessibleName(tr("Player: {name}").format(name=profile.name))
            self.setAccessibleDescription(", ".join(filter(None, (*said, *more))))
        self._show_parts()
        self.update()

    def show_changes(self, changes: Mapping[str, RecentChange]) -> None:
        """Set the recent changes of the figures, by figure."""
        self._painter.changes = changes
        self.update()

    @property
    def has_changes(self) -> bool:
        """Whether recent changes of figures are shown."""
        return bool(self._painter.changes)

    def set_waiting(self, mode: str | None) -> None:
        """Show bars in place of the figures while those of a ruleset are loaded.

        Args:
            mode: the ruleset, shown by the switch; None to show the figures.
        """
        self._painter.is_waiting = mode is not None
        shown = mode if mode is not None or self._profile is None else self._profile.mode
        if shown is not None:
            self.modes.choose(shown, None, with_variants=False)
        self.update()

    @property
    def is_waiting(self) -> bool:
        """Whether bars are shown in place of the figures."""
        return self._painter.is_waiting

    def set_compact(self, compact: bool) -> None:
        """Set whether the header is one line high."""
        if compact != self._compact:
            self._compact = compact
            self.setFixedHeight(COMPACT if compact else FULL)
            self._show_parts()
            self.update()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.modes.set_colours(colours)
        self._painter.colours = colours
        ring = colours.highlight.name()
        sheet = (
            "QToolButton { color: white; background: transparent; padding: 0 4px;"
            " border: 1px solid transparent; border-radius: 4px; font-size: 13px; }"
            "QToolButton:hover { background: rgba(255, 255, 255, 40); }"
            f"QToolButton:focus {{ border-color: {ring}; }}"
        )
        for button in (self.country, self.team, self.neighbours):
            button.setStyleSheet(sheet)
        self.follow.setStyleSheet(
            "QPushButton { color: white; background: rgba(0, 0, 0, 110); padding: 0 10px;"
            " border: 1px solid rgba(255, 255, 255, 70); border-radius: 4px; font-size: 13px; }"
            "QPushButton:hover { background: rgba(255, 255, 255, 50); }"
            f"QPushButton:focus {{ border-color: {ring}; }}"
        )
        self.follow.set_colours(ramp(colours.hue, is_dark=True))
        self.neighbours.setIcon(QIcon(pixmap("neighbours", _WHITE, ratio=self.devicePixelRatioF())))
        self.update()

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._pictures = pictures

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self._show_flags()
        self.update()

    # --- buttons ------------------------------------------------------------------------------

    def _link(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        size = FLAG if name == "country" else _TEAM_FLAG
        button.setIconSize(size + QSize(_ICON_GAP, 0))
        return button

    def _show_parts(self) -> None:
        profile = self._profile
        self.country.setVisible(profile is not None and bool(profile.country))
        self.team.setVisible(profile is not None and profile.team is not None)
        if profile is None:
            self._place_parts()
            return
        self.country.setText("" if self._compact else _button_words(profile.country, 30))
        self.country.setAccessibleName(tr("Country: {country}").format(country=profile.country))
        self.country.setToolTip(
            tooltip(tr("{country}: open its ranking").format(country=profile.country))
        )
        if profile.team is not None:
            short = profile.team.tag if self._compact else profile.team.name
            if self._is_narrow:
                short = ""  # its flag alone: the name would be under the ruleset switch
            self.team.setText(_button_words(short, 24))
            self.team.setAccessibleName(tr("Team: {name}").format(name=profile.team.name))
            self.team.setToolTip(tooltip(tr("Team {name}").format(name=profile.team.name)))
        self._show_flags()
        self._place_parts()

    def _show_flags(self) -> None:
        profile = self._profile
        if profile is None:
            return
        url = self._flag(profile.country_code) if profile.country_code else None
        _set_icon(self.country, self._picture(url, FLAG, "cover"), FLAG)
        team = profile.team.flag if profile.team is not None else None
        _set_icon(self.team, self._picture(team, _TEAM_FLAG, "cover"), _TEAM_FLAG)

    def _picture(self, url: str | None, size: QSize, shape: str) -> QPixmap | None:
        return self._pictures(url, size.width(), size.height(), shape) if url else None

    def _place_parts(self) -> None:
        modes = self.modes.sizeHint()
        right = self.width() - (12 if self._compact else _MARGIN)
        if self._compact:
            self.modes.setGeometry(
                QRect(QPoint(right - modes.width(), (COMPACT - modes.height()) // 2), modes)
            )
        else:
            self.modes.setGeometry(
                QRect(QPoint(right - modes.width(), FULL - 12 - modes.height()), modes)
            )
        self.follow.set_short(is_short=self._compact)
        self.follow.set_room(has_room=not self._is_narrow)
        follow = self.follow.sizeHint()
        self.follow.setGeometry(
            self.modes.x() - 8 - follow.width(),
            self.modes.y() + (self.modes.height() - _FOLLOW) // 2,
            follow.width(),
            _FOLLOW,
        )
        # Where the ranks are not drawn, badges need the place of the button.
        has_room = not self._compact and self.width() > _LEAST_FOR_NEIGHBOURS
        has_rank = self._profile is not None and bool(self._profile.heading.ranks)
        self.neighbours.setVisible(has_room and has_rank)
        beside = self.follow if self.follow.isVisibleTo(self) else self.modes
        self.neighbours.setGeometry(beside.x() - 36, self.modes.y(), 30, modes.height())
        left = self._painter.name_end(self, self._profile) if self._compact else _TEXT_LEFT - 5
        top = 17 if self._compact else 57
        for button in (self.country, self.team):
            if button.isVisibleTo(self):
                width = min(button.sizeHint().width(), 240)
                button.setGeometry(left, top, width, 24)
                left += width + 4
        self._painter.line_left = left + 6
        is_offered = self.follow.isVisibleTo(self)
        self._painter.line_right = (self.follow if is_offered else self.modes).x() - 16

    @property
    def _is_narrow(self) -> bool:
        return self._compact and self.width() < _NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the ruleset switch to the right edge."""
        super().resizeEvent(event)
        self._show_parts()

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cover, and on it the avatar and the text."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.draw(painter, self, self._profile, self._pictures)

    def event(self, event: QEvent) -> bool:
        """Show the tooltip of a badge or group, or of elided text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._painter.tooltip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), tooltip(words), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))


def _button_words(text: str, most: int) -> str:
    short = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return short.replace("&", "&&")


def _set_icon(button: QToolButton, picture: QPixmap | None, size: QSize) -> None:
    """Set a flag with a gap after it; a grey area while it is not loaded."""
    ratio = button.devicePixelRatioF()
    icon = QPixmap(button.iconSize() * ratio)
    icon.setDevicePixelRatio(ratio)
    icon.fill(Qt.GlobalColor.transparent)
    painter = QPainter(icon)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = QRect(QPoint(0, 0), size)
    if picture is None:
        painter.fillRect(place, QColor(255, 255, 255, 40))
    else:
        painter.drawPixmap(place, picture)
    painter.end()
    button.setIcon(QIcon(icon))


def _bar(painter: QPainter, place: QRect) -> None:
    """Draw a bar in place of text that is being loaded."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 60))
    painter.drawRoundedRect(place, 5, 5)


@lru_cache(maxsize=64)
def _readable(name: str) -> QColor:
    """Return a colour, lightened until it is readable on any cover."""
    colour = QColor(name)
    while contrast(colour, BRIGHTEST) < _LEAST_CONTRAST and colour.lightness() < 255:
        hue, saturation = max(0, colour.hslHue()), colour.hslSaturation()
        colour = QColor.fromHsl(hue, saturation, min(255, colour.lightness() + 8))
    return colour


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = title_font(size)
    font.setWeight(weight)
    return font
