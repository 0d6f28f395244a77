"""Theme: colour scheme, palette, fonts and style sheets."""

from __future__ import annotations

from typing import Final, Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from osubrowser.ui.style.colours import (
    DEFAULT_HUE,
    GRADES,
    MODS,
    SILVER,
    STATUS,
    Colours,
    contrast,
    hsl,
    ramp,
    stars_colour,
    stars_text_colour,
)
from osubrowser.ui.style.stylesheet import stylesheet

__all__ = [
    "BODY_SIZE",
    "DEFAULT_HUE",
    "GRADES",
    "MODS",
    "ROW_HEIGHT",
    "SILVER",
    "STATUS",
    "Choice",
    "Colours",
    "Theme",
    "contrast",
    "figure_font",
    "hsl",
    "ramp",
    "stars_colour",
    "stars_text_colour",
    "title_font",
]

Choice = Literal["dark", "light", "system"]

BODY_SIZE: Final = 13
"""Height of body text in pixels."""
ROW_HEIGHT: Final = 34
"""Height of a table row in pixels."""

# Tried in this order after the system's own font; most titles on osu! are Japanese, so
# Japanese shapes come before Chinese ones.
_FALLBACKS = (
    "Noto Sans",
    "Noto Sans CJK JP",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Noto Sans CJK KR",
    "Microsoft YaHei UI",
    "PingFang SC",
)
# What fontconfig answers when no desktop has chosen a font: a default, not a choice.
_NO_CHOICE = frozenset(
    {"", "Sans", "Sans Serif", "sans-serif", "DejaVu Sans", "Bitstream Vera Sans"}
)

STYLE: Final = ("-style", "Fusion")
"""Arguments for the application: the one style that is drawn alike on all systems. `setStyle` would
do the same, and load the classes of all styles before the first frame."""


class Theme(QObject):
    """Current colour scheme, with its palette and style sheets.

    Attributes:
        changed: the scheme is another one now: ask for colours and style sheets again.
    """

    changed = Signal()

    def __init__(self, choice: Choice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self._app: QApplication | None = None
        self._colours: dict[int, Colours] = {}
        self._sheets: dict[int, str] = {}
        self._is_dark = self._wanted()

    @property
    def choice(self) -> Choice:
        """What the person chose: `dark`, `light`, or `system` to follow the desktop."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the scheme on now is light text on dark ground."""
        return self._is_dark

    def set_choice(self, choice: Choice) -> None:
        """Choose the scheme. Emits `changed` if the colours are other ones now."""
        if choice not in get_args(Choice):
            raise ValueError(f"no such theme: {choice!r}")
        self._choice = choice
        if self._app is not None:
            self._tell_system()
        self._refresh()

    def colours(self, hue: int) -> Colours:
        """Return the colours of pages with this hue, in degrees."""
        if hue not in self._colours:
            self._colours[hue] = ramp(hue, is_dark=self._is_dark)
        return self._colours[hue]

    def stylesheet(self, hue: int) -> str:
        """Return the style sheet of a page, dialog or bar with this hue."""
        if hue not in self._sheets:
            self._sheets[hue] = stylesheet(self.colours(hue))
        return self._sheets[hue]

    def apply(self, app: QApplication) -> None:
        """Dress the application: palette and font. From now on the desktop is followed."""
        self._app = app
        app.setFont(body_font())
        self._tell_system()
        self._refresh()
        app.setPalette(palette(self.colours(DEFAULT_HUE)))
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def _tell_system(self) -> None:
        """Make window frames and the system's own dialogs follow the choice."""
        scheme = {
            "dark": Qt.ColorScheme.Dark,
            "light": Qt.ColorScheme.Light,
            "system": Qt.ColorScheme.Unknown,
        }
        QGuiApplication.styleHints().setColorScheme(scheme[self._choice])

    def _on_system_scheme_changed(self) -> None:
        self._refresh()

    def _wanted(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        if QGuiApplication.instance() is None:
            return True
        return QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light

    def _refresh(self) -> None:
        is_dark = self._wanted()
        if is_dark == self._is_dark:
            return
        self._is_dark = is_dark
        self._colours.clear()
        self._sheets.clear()
        if self._app is not None:
            self._app.setPalette(palette(self.colours(DEFAULT_HUE)))
        self.changed.emit()


def palette(colours: Colours) -> QPalette:
    """Return the palette for everything that no style sheet speaks of."""
    role = QPalette.ColorRole
    made = QPalette(colours.background4, colours.background6)
    for which, colour in (
        (role.Window, colours.background6),
        (role.WindowText, colours.content2),
        (role.Base, colours.background5),
        (role.AlternateBase, colours.background4),
        (role.Text, colours.content2),
        (role.PlaceholderText, colours.foreground),
        (role.Button, colours.background3),
        (role.ButtonText, colours.content2),
        (role.BrightText, colours.bad),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.content1),
        (role.Accent, colours.highlight),
        (role.Link, colours.light2),
        (role.LinkVisited, colours.light3),
        (role.ToolTipBase, colours.background3),
        (role.ToolTipText, colours.content2),
        (role.Light, colours.background2),
        (role.Midlight, colours.background3),
        (role.Mid, colours.background1),
        (role.Dark, colours.background5),
        (role.Shadow, QColor("black")),
    ):
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, colours.background1)
    return made


def body_font() -> QFont:
    """Return the font of ordinary text: the system's, with fallbacks for other scripts."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = font.family()
    families = [*_FALLBACKS] if family in _NO_CHOICE else [family, *_FALLBACKS]
    font.setFamilies(families)
    font.setPixelSize(BODY_SIZE)
    return font


def figure_font(font: QFont | None = None) -> QFont:
    """Return a font whose digits all have one width, for columns of numbers."""
    made = QFont(font) if font is not None else QFont(QApplication.font())
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def title_font(size: int = 20) -> QFont:
    """Return the font of titles.

    Args:
        size: height in pixels, from 16 to 28.
    """
    font = QFont(QApplication.font())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold)
    return font
