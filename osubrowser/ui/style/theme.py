"""Theme: colour scheme, palette, fonts and style sheets."""

from __future__ import annotations

from typing import Final, Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from osubrowser.resources import resource_path
from osubrowser.services.text.translation import tr
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

_THEMES = resource_path("themes")
_NAMES = (
    *(f"background{step}" for step in range(1, 7)),
    *(f"light{step}" for step in range(1, 5)),
    *(f"dark{step}" for step in range(1, 7)),
    *("foreground", "content2", "content1", "highlight", "on_highlight", "selection"),
    "edge",
    *("good", "bad", "warning"),
)


def stylesheet(colours: Colours) -> str:
    """Return the style sheet of widgets with the hue of `colours`.

    Widgets select a variant by properties: `primary` or `link` of a push button, `role` of a
    label (`title`, `strong`, `secondary`, `bad` or `warning`), `panel` of a frame that is a card,
    `ground` of a widget with the background of the page, `ring` of a scroll area that takes the
    focus.
    """
    sheet = _SHEET
    for name in _NAMES:
        sheet = sheet.replace(f"${name};", f"{getattr(colours, name).name()};")
    scheme = "dark" if colours.is_dark else "light"
    return sheet.replace("$images", (_THEMES / scheme).as_posix())


# Each $name stands before a semicolon: $background1 must not match a longer name.
_SHEET = """
QWidget { color: $content2; }
QLabel { background: transparent; }
QLabel[role="title"], QLabel[role="strong"] { color: $content1; }
QLabel[role="secondary"], QLabel:disabled { color: $foreground; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="warning"] { color: $warning; }

QToolTip {
    color: $content2; background: $background3;
    border: 1px solid $background1; padding: 3px 6px;
}

QPushButton {
    color: $content2; background: $background3;
    border: 1px solid $background2; border-radius: 4px;
    padding: 0 12px; min-height: 26px;
}
QPushButton:hover { background: $background2; border-color: $background1; }
QPushButton:pressed { background: $background4; }
QPushButton:checked { color: $content1; background: $selection; border-color: $selection; }
QPushButton:focus { border-color: $highlight; }
QPushButton:disabled { color: $background1; background: $background4; border-color: $background3; }
QPushButton[primary="true"] {
    color: $on_highlight; background: $highlight; border-color: $highlight; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: $light1; border-color: $light1; }
QPushButton[primary="true"]:pressed { background: $light3; border-color: $light3; }
QPushButton[primary="true"]:focus {
    border: 2px solid $content1; padding: 0 11px; min-height: 24px;
}
QPushButton[primary="true"]:disabled {
    color: $foreground; background: $background3; border-color: $background3;
}
QPushButton[link="true"] {
    color: $light2; background: transparent; border: 1px solid transparent; padding: 0 4px;
}
QPushButton[link="true"]:hover { color: $light1; text-decoration: underline; }
QPushButton[link="true"]:focus { border-color: $highlight; }

QToolButton {
    color: $content2; background: transparent;
    border: 1px solid transparent; border-radius: 4px; padding: 4px;
}
QToolButton:hover { background: $background3; }
QToolButton:pressed, QToolButton:open { background: $background2; }
QToolButton:checked { background: $background3; color: $content1; }
QToolButton:focus { border-color: $highlight; }
QToolButton:disabled { color: $background1; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QTimeEdit {
    color: $content1; background: $background6;
    border: 1px solid $edge; border-radius: 4px;
    padding: 0 8px; min-height: 26px;
    selection-background-color: $selection; selection-color: $content1;
    placeholder-text-color: $foreground;
}
QPlainTextEdit, QTextEdit { padding: 4px; }
QSpinBox, QTimeEdit { padding: 0; }
QSpinBox QLineEdit, QTimeEdit QLineEdit {
    background: transparent; border: none; padding: 0 8px; min-height: 0;
}
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
    subcontrol-origin: border; width: 20px; border: none; background: transparent;
}
QSpinBox::up-button, QTimeEdit::up-button { subcontrol-position: top right; }
QSpinBox::down-button, QTimeEdit::down-button { subcontrol-position: bottom right; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover,
QTimeEdit::up-button:hover, QTimeEdit::down-button:hover { background: $background3; }
QSpinBox::up-arrow, QTimeEdit::up-arrow {
    image: url($images/chevron-up.svg); width: 11px; height: 11px;
}
QSpinBox::down-arrow, QTimeEdit::down-arrow {
    image: url($images/chevron-down.svg); width: 11px; height: 11px;
}
QLineEdit:hover, QSpinBox:hover, QTimeEdit:hover { border-color: $foreground; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QTimeEdit:focus {
    border-color: $highlight;
}
QLineEdit:disabled, QLineEdit:read-only, QTimeEdit:disabled { color: $foreground; }

QComboBox {
    color: $content2; background: $background5;
    border: 1px solid $edge; border-radius: 4px; padding: 0 8px; min-height: 26px;
}
QComboBox:hover { border-color: $foreground; }
QComboBox:focus, QComboBox:on { border-color: $highlight; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url($images/chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $background4; border: 1px solid $background1; outline: 0;
    selection-background-color: $selection; selection-color: $content1;
}

QCheckBox, QRadioButton { background: transparent; spacing: 8px; min-height: 22px; }
QCheckBox:disabled, QRadioButton:disabled { color: $background1; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $edge; border-radius: 4px;
    background: $background6;
}
QCheckBox::indicator:hover { border-color: $light3; }
QCheckBox::indicator:focus { border-color: $highlight; }
QCheckBox::indicator:checked {
    background: $highlight; border-color: $highlight; image: url($images/check.svg);
}
QCheckBox::indicator:disabled { background: $background4; border-color: $background3; }

QMenu {
    background: $background4; border: 1px solid $background1; border-radius: 4px; padding: 4px;
}
QMenu::item { padding: 5px 20px 5px 10px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: $selection; color: $content1; }
QMenu::item:disabled { color: $foreground; background: transparent; }
QMenu::separator { height: 1px; background: $background2; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url($images/tick.svg); }
QMenu::right-arrow { image: url($images/chevron-right.svg); width: 12px; height: 12px; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: $background1; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $foreground; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; }

QHeaderView { background: $background5; border: none; }
QHeaderView::section {
    color: $foreground; background: $background5; border: none; padding: 0 8px;
}
QHeaderView::section:hover { color: $content2; background: $background4; }

QTableCornerButton::section { background: $background5; border: none; }

QScrollArea, QStackedWidget, QTableView, QListView { background: transparent; border: none; }
QScrollArea[ring="true"] { border: 1px solid transparent; border-radius: 4px; }
QScrollArea[ring="true"]:focus { border-color: $highlight; }
QFileDialog QAbstractItemView { background: $background6; border: 1px solid $background4; }
QListWidget[framed="true"] {
    background: $background6; border: 1px solid $background3; border-radius: 4px; padding: 2px;
}
QListWidget[framed="true"]::item { min-height: 24px; }
QListWidget[framed="true"]::item:selected { color: $content1; background: $selection; }
QFrame[panel="true"] {
    background: $background5; border: 1px solid $background3; border-radius: 8px;
}
QProgressBar { background: $background3; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $highlight; border-radius: 2px; }

QDialog { background: $background5; }
QWidget[ground="true"] { background: $background6; }

#chrome, #statusLine { background: $background5; }
#statusLine QLabel, #statusLine QFrame { color: $foreground; }
#volume::groove:horizontal { background: $background3; height: 4px; border-radius: 2px; }
#volume::sub-page:horizontal { background: $highlight; border-radius: 2px; }
#volume::handle:horizontal {
    background: $content2; width: 10px; height: 10px; margin: -3px 0; border-radius: 5px;
}
#volume::handle:horizontal:focus { background: $content1; border: 2px solid $highlight; }
#tabs { background: $background5; border: none; }
#tabs::tab {
    color: $foreground; background: transparent; border: none;
    border-bottom: 2px solid transparent; padding: 0 12px; height: 30px; margin-right: 2px;
}
#tabs::tab:hover { color: $content2; }
#tabs::tab:selected { color: $content1; border-bottom-color: $highlight; }
#tabs[idle="true"]::tab:selected { color: $foreground; border-bottom-color: transparent; }
#tabs::tab:selected:focus { border: 1px solid $highlight; border-bottom-width: 2px; }
#places { background: $background5; border: none; }
#places::tab {
    color: $foreground; background: transparent; max-width: 168px; min-width: 56px;
    padding: 3px 4px 3px 10px; margin: 2px 1px; border: 1px solid $background3; border-radius: 4px;
}
#places::tab:hover { color: $content2; background: $background4; }
#places::tab:selected { color: $content1; background: $background3; border-color: $highlight; }
#places[idle="true"]::tab:selected {
    color: $foreground; background: transparent; border-color: $background3;
}
#places::tab:selected:focus { border: 2px solid $highlight; }
#places QToolButton { padding: 0; border: none; background: $background4; }
#places QToolButton#cross { background: transparent; }
#places QToolButton#cross:hover { background: $background2; border-radius: 4px; }
#address { border-radius: 14px; padding: 0 14px; }
#unread {
    color: $on_highlight; background: $highlight; border: 1px solid transparent;
    border-radius: 9px; padding: 0 6px; min-width: 8px; min-height: 16px; max-height: 16px;
    font-weight: 600;
}
#unread:hover { background: $light1; }
#unread:focus { border: 2px solid $content1; padding: 0 5px; min-height: 14px; }

#account { padding: 2px 8px 2px 2px; font-weight: 600; }
#account[signedOut="true"] { padding: 2px 12px; }
#messageBar { background: $background4; border: 1px solid $background1; border-radius: 8px; }
#step {
    color: $content1; background: $dark1; border-radius: 12px; font-weight: 600;
}
#keycap {
    color: $content2; background: $background3; border: 1px solid $background1;
    border-radius: 4px; padding: 1px 6px;
}
"""


__all__ = [
    "BODY_SIZE",
    "CHOICES",
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
CHOICES: Final[tuple[tuple[Choice, str], ...]] = (
    ("system", tr("As the system")),
    ("dark", tr("Dark", "theme")),
    ("light", tr("Light", "theme")),
)
"""Choices of the theme and their labels."""

BODY_SIZE: Final = 13
"""Height of body text in pixels."""
ROW_HEIGHT: Final = 34
"""Height of a table row in pixels."""

# Fallbacks after the system's font, in this order. Japanese glyphs come before Chinese ones,
# as most titles on osu! are Japanese.
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
# fontconfig's defaults, returned where the desktop has no font setting.
_DEFAULT_FONTS = frozenset(
    {"", "Sans", "Sans Serif", "sans-serif", "DejaVu Sans", "Bitstream Vera Sans"}
)

STYLE: Final = ("-style", "Fusion")
"""Command line arguments of the application that select the Fusion style, which looks the same on
all systems. `setStyle` would load the classes of all styles before the first frame.
"""


_REDUCED_MOTION: Final = "reducedMotion"


def set_motion_reduced(is_reduced: bool) -> None:
    """Set whether progress is drawn without movement, in the whole application."""
    app = QApplication.instance()
    if app is not None:
        app.setProperty(_REDUCED_MOTION, is_reduced)


def is_motion_reduced() -> bool:
    """Return whether nothing may move by itself, see `set_motion_reduced`."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_REDUCED_MOTION))


class Theme(QObject):
    """Current colour scheme, with its palette and style sheets.

    Attributes:
        changed: the scheme has changed: colours and style sheets are outdated.
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
        """The chosen scheme: `dark`, `light`, or `system` to follow the desktop."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the current scheme is dark."""
        return self._is_dark

    def set_choice(self, choice: Choice) -> None:
        """Set the scheme; emits `changed` if the colours have changed.

        Raises:
            ValueError: `choice` is not a `Choice`.
        """
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
        """Apply palette and font to the application, and follow the desktop's colour scheme."""
        self._app = app
        app.setFont(body_font())
        self._tell_system()
        self._refresh()
        app.setPalette(palette(self.colours(DEFAULT_HUE)))
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def _tell_system(self) -> None:
        """Apply the scheme to window frames and native dialogs."""
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
    """Return the palette of everything without a style sheet."""
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
    """Return the body font: the system's, with fallbacks for other scripts."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = font.family()
    families = [*_FALLBACKS] if family in _DEFAULT_FONTS else [family, *_FALLBACKS]
    font.setFamilies(families)
    font.setPixelSize(BODY_SIZE)
    return font


def figure_font(font: QFont | None = None) -> QFont:
    """Return a font with tabular digits, for columns of numbers."""
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
