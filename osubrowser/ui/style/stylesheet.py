"""Style sheet for the standard Qt controls in the colours of a hue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osubrowser.resources import resource_path

if TYPE_CHECKING:
    from osubrowser.ui.style.colours import Colours

_NAMES = (
    *(f"background{step}" for step in range(1, 7)),
    *(f"light{step}" for step in range(1, 5)),
    *(f"dark{step}" for step in range(1, 7)),
    *("foreground", "content2", "content1", "highlight", "on_highlight", "selection"),
    *("good", "bad", "warning"),
)


def stylesheet(colours: Colours) -> str:
    """Return the style sheet for everything that has the hue of `colours`.

    Widgets choose a look by properties: a button with `primary` is the one that is meant, a tool
    button with `flat` stays bare, a label with `role` is a `title`, `secondary` or `figure`, a
    frame with `panel` is a card.
    """
    sheet = _SHEET
    for name in _NAMES:
        sheet = sheet.replace(f"${name};", f"{getattr(colours, name).name()};")
    scheme = "dark" if colours.is_dark else "light"
    return sheet.replace("$images", resource_path("themes", scheme).as_posix())


# Each $name stands before a semicolon, so that $background1 cannot eat a longer name.
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

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {
    color: $content1; background: $background6;
    border: 1px solid $background2; border-radius: 4px;
    padding: 0 8px; min-height: 26px;
    selection-background-color: $selection; selection-color: $content1;
    placeholder-text-color: $foreground;
}
QPlainTextEdit, QTextEdit { padding: 4px; }
QSpinBox { padding: 0; }
QSpinBox QLineEdit { background: transparent; border: none; padding: 0 8px; min-height: 0; }
QSpinBox::up-button, QSpinBox::down-button {
    subcontrol-origin: border; width: 20px; border: none; background: transparent;
}
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $background3; }
QSpinBox::up-arrow { image: url($images/chevron-up.svg); width: 11px; height: 11px; }
QSpinBox::down-arrow { image: url($images/chevron-down.svg); width: 11px; height: 11px; }
QLineEdit:hover, QSpinBox:hover { border-color: $background1; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus {
    border-color: $highlight;
}
QLineEdit:disabled, QLineEdit:read-only { color: $foreground; }

QComboBox {
    color: $content2; background: $background5;
    border: 1px solid $background2; border-radius: 4px; padding: 0 8px; min-height: 26px;
}
QComboBox:hover { border-color: $background1; }
QComboBox:focus, QComboBox:on { border-color: $highlight; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url($images/chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $background4; border: 1px solid $background1; outline: 0;
    selection-background-color: $selection; selection-color: $content1;
}

QCheckBox, QRadioButton { background: transparent; spacing: 8px; min-height: 22px; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $background1; border-radius: 4px;
    background: $background6;
}
QCheckBox::indicator:hover { border-color: $light3; }
QCheckBox::indicator:focus { border-color: $highlight; }
QCheckBox::indicator:checked {
    background: $highlight; border-color: $highlight; image: url($images/check.svg);
}

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
QFrame[panel="true"] {
    background: $background5; border: 1px solid $background3; border-radius: 8px;
}
QProgressBar { background: $background3; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $highlight; border-radius: 2px; }

QDialog { background: $background5; }
QWidget[ground="true"] { background: $background6; }

#chrome, #statusLine { background: $background5; }
#statusLine QLabel, #statusLine QFrame { color: $foreground; }
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
#account { padding: 2px 8px 2px 2px; font-weight: 600; }
#account[signedOut="true"] { padding: 2px 12px; }
#messageBar { background: $background4; border: none; border-top: 1px solid $background3; }
#step {
    color: $content1; background: $dark1; border-radius: 12px; font-weight: 600;
}
#keycap {
    color: $content2; background: $background3; border: 1px solid $background1;
    border-radius: 4px; padding: 1px 6px;
}
"""
