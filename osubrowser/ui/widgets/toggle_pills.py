"""Pills of which any number can be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from osubrowser.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class TogglePills(QWidget):
    """Group of pills that are switched on and off one by one, in as many rows as they need.

    The group is one stop of Tab; arrow keys, Home and End go from pill to pill, Space and Enter
    switch.

    Args:
        name: accessible name of the group.
        choices: key and label of each pill.
        parent: the Qt parent.
        tips: tooltips by key.
        is_even: whether rows are about equally long.

    Attributes:
        changed: the tuple of the keys that are on, in the order of the pills; emitted on user
            input.
        toggled: `(key, is_on)`: the pill that the user has switched.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Grouping

    changed = Signal(tuple)
    toggled = Signal(str, bool)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        tips: dict[str, str] | None = None,
        is_even: bool = False,
    ) -> None:
        super().__init__(parent)
        self._pills: dict[str, QPushButton] = {}
        self.setAccessibleName(name)
        layout = FlowLayout(self, is_even=is_even)
        for key, label in choices:
            pill = QPushButton(self)
            pill.setCheckable(True)
            pill.setCursor(Qt.CursorShape.PointingHandCursor)
            pill.setProperty("key", key)
            pill.setToolTip((tips or {}).get(key, ""))
            pill.installEventFilter(self)
            pill.clicked.connect(self._on_clicked)
            self._pills[key] = pill
            layout.addWidget(pill)
            self.set_label(key, label)
        self._make_stop(next(iter(self._pills.values())))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the pills that are on."""
        return tuple(key for key, pill in self._pills.items() if pill.isChecked())

    def show_chosen(self, keys: Iterable[str]) -> None:
        """Switch exactly the pills of `keys` on, without emitting a signal."""
        wanted = set(keys)
        for key, pill in self._pills.items():
            pill.setChecked(key in wanted)

    def pill(self, key: str) -> QPushButton:
        """Return the button of a pill.

        Raises:
            KeyError: there is no such pill.
        """
        return self._pills[key]

    def set_label(self, key: str, label: str, spoken: str = "") -> None:
        """Set the label of a pill.

        Args:
            key: its key.
            label: the text.
            spoken: its accessible name; "" for the name of the group and the label.
        """
        pill = self._pills[key]
        pill.setText(label.replace("&", "&&"))
        pill.setAccessibleName(spoken or f"{self.accessibleName()}: {label}")

    def set_shown(self, key: str, is_shown: bool) -> None:
        """Show or hide a pill."""
        pill = self._pills[key]
        if pill.isHidden() is is_shown:
            pill.setVisible(is_shown)
            stop = next((p for p in self._pills.values() if not p.isHidden()), pill)
            if pill.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                self._make_stop(stop)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        c = colours
        self.setStyleSheet(
            f"""
            TogglePills > QPushButton {{
                color: {c.content2.name()}; background: {c.background5.name()};
                border: 1px solid {c.background2.name()}; border-radius: 4px;
                padding: 0 8px; min-height: 22px; max-height: 22px;
            }}
            TogglePills > QPushButton:hover {{ background: {c.background3.name()}; }}
            TogglePills > QPushButton:checked {{
                color: {c.content1.name()}; background: {c.selection.name()};
                border-color: {c.light4.name()};
            }}
            TogglePills > QPushButton:focus {{ border-color: {c.content1.name()}; }}
            TogglePills > QPushButton:disabled {{ color: {c.background1.name()}; }}
            """
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from pill to pill with the arrow keys, switch with Enter, too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shown = [pill for pill in self._pills.values() if not pill.isHidden()]
            here = shown.index(watched) if watched in shown else 0
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._focus(shown[(here + _STEPS[key]) % len(shown)])
                return True
            if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
                self._focus(shown[0 if key == Qt.Key.Key_Home else -1])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                shown[here].click()
                return True
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._make_stop(watched)
        return bool(super().eventFilter(watched, event))

    def _focus(self, pill: QPushButton) -> None:
        self._make_stop(pill)
        pill.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_stop(self, stop: QPushButton) -> None:
        """Make one pill the stop of Tab."""
        for pill in self._pills.values():
            policy = Qt.FocusPolicy.StrongFocus if pill is stop else Qt.FocusPolicy.ClickFocus
            pill.setFocusPolicy(policy)
        self.setFocusProxy(stop)

    def _on_clicked(self) -> None:
        pill = self.sender()
        if isinstance(pill, QPushButton):
            self.toggled.emit(str(pill.property("key")), pill.isChecked())
        self.changed.emit(self.chosen)
