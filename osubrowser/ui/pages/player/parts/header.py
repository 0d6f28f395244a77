"""The head of a player's page: cover, avatar, name, where from, when seen, the ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QIcon,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from osubrowser.ui.pages.player.parts.header_painter import HeaderPainter
from osubrowser.ui.widgets.flags import FLAG, Pictures, no_pictures
from osubrowser.ui.widgets.mode_switch import ModeSwitch
from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.models.players.profile import Profile
    from osubrowser.ui.style.theme import Colours

FULL, COMPACT = 152, 56
_MARGIN: Final = 16
_TEXT_LEFT: Final = 136
_TEAM_FLAG: Final = QSize(40, 20)


class PlayerHeader(QWidget):
    """Shows a `Profile`; until there is one, the shapes of one.

    Attributes:
        mode_chosen: a ruleset, as the API writes it.
        country_requested: the country was pressed.
        team_requested: the team was pressed.

    Args:
        flag: turns a country code into the address of its flag.
    """

    mode_chosen = Signal(str)
    country_requested = Signal()
    team_requested = Signal()

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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(FULL)
        self.setAccessibleName("Player")
        self._show_parts()

    # --- what may be asked of it --------------------------------------------------------------

    @property
    def profile(self) -> Profile | None:
        """The player that is shown."""
        return self._profile

    @property
    def is_compact(self) -> bool:
        """Whether it is one line high."""
        return self._compact

    def show_profile(self, profile: Profile | None) -> None:
        """Show this player; None shows the shapes of one who is still to come."""
        self._profile = profile
        if profile is not None:
            self.modes.choose(profile.mode, None, with_variants=False)
            said = (profile.title, profile.country, profile.presence, profile.supporter)
            more = (profile.followers, profile.previous_names)
            self.setAccessibleName(f"Player: {profile.name}")
            self.setAccessibleDescription(", ".join(filter(None, (*said, *more))))
        self._show_parts()
        self.update()

    def set_waiting(self, mode: str | None) -> None:
        """Show bars in place of the figures while those of a ruleset are on their way.

        Args:
            mode: which one the switch is to show; None: the figures are here.
        """
        self._painter.is_waiting = mode is not None
        shown = mode if mode is not None or self._profile is None else self._profile.mode
        if shown is not None:
            self.modes.choose(shown, None, with_variants=False)
        self.update()

    @property
    def is_waiting(self) -> bool:
        """Whether bars stand in place of the figures."""
        return self._painter.is_waiting

    def set_compact(self, compact: bool) -> None:
        """Be one line high, or as high as all of it needs."""
        if compact != self._compact:
            self._compact = compact
            self.setFixedHeight(COMPACT if compact else FULL)
            self._show_parts()
            self.update()

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        self.modes.set_colours(colours)
        self._painter.colours = colours
        ring = colours.highlight.name()
        sheet = (
            "QToolButton { color: white; background: transparent; padding: 0 4px;"
            " border: 1px solid transparent; border-radius: 4px; font-size: 13px; }"
            "QToolButton:hover { background: rgba(255, 255, 255, 40); }"
            f"QToolButton:focus {{ border-color: {ring}; }}"
        )
        for button in (self.country, self.team):
            button.setStyleSheet(sheet)
        self.update()

    def set_pictures(self, pictures: Pictures) -> None:
        """Take pictures from this callable (address, width, height, shape)."""
        self._pictures = pictures

    def pictures_ready(self) -> None:
        """Draw again: a picture has arrived."""
        self._show_flags()
        self.update()

    # --- its parts ----------------------------------------------------------------------------

    def _link(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIconSize(FLAG if name == "country" else _TEAM_FLAG)
        return button

    def _show_parts(self) -> None:
        profile = self._profile
        self.country.setVisible(profile is not None and bool(profile.country))
        self.team.setVisible(profile is not None and profile.team is not None)
        if profile is None:
            return
        self.country.setText("" if self._compact else _button_words(profile.country, 30))
        self.country.setAccessibleName(f"Country: {profile.country}")
        self.country.setToolTip(tooltip(f"{profile.country}: open its ranking"))
        if profile.team is not None:
            short = profile.team.tag if self._compact else profile.team.name
            self.team.setText(_button_words(short, 24))
            self.team.setAccessibleName(f"Team: {profile.team.name}")
            self.team.setToolTip(tooltip(f"Team {profile.team.name}"))
        self._show_flags()
        self._place_parts()

    def _show_flags(self) -> None:
        profile = self._profile
        if profile is None:
            return
        url = self._flag(profile.country_code) if profile.country_code else None
        _set_icon(self.country, self._picture(url, FLAG, "cover"))
        team = profile.team.flag if profile.team is not None else None
        _set_icon(self.team, self._picture(team, _TEAM_FLAG, "cover"))

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
        left = self._painter.name_end(self, self._profile) if self._compact else _TEXT_LEFT - 5
        top = 17 if self._compact else 57
        for button in (self.country, self.team):
            if button.isVisibleTo(self):
                width = min(button.sizeHint().width(), 240)
                button.setGeometry(left, top, width, 24)
                left += width + 4
        self._painter.line_left = left + 6
        self._painter.line_right = self.modes.x() - 16

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ruleset switch at the right."""
        super().resizeEvent(event)
        self._place_parts()

    # --- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cover, and on it the avatar and the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.draw(painter, self, self._profile, self._pictures)

    def event(self, event: QEvent) -> bool:
        """Tell in a tooltip what a badge or group is, and what had no room."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._painter.words_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), tooltip(words).replace("\n", "<br>"), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))


def _button_words(text: str, most: int) -> str:
    short = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return short.replace("&", "&&")


def _set_icon(button: QToolButton, picture: QPixmap | None) -> None:
    if picture is None:
        empty = QPixmap(button.iconSize())
        empty.fill(QColor(255, 255, 255, 40))
        picture = empty
    button.setIcon(QIcon(picture))
