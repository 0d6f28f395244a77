"""Settings section: all shortcuts, each with a recorder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import in_force, refusal, shown
from osubrowser.ui.pages.settings.key_button import KeyButton
from osubrowser.ui.pages.settings.rows import WIDEST, button, heading, text
from osubrowser.ui.pages.settings.section import SettingsSection

if TYPE_CHECKING:
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.pages.settings.section import SettingsParts

MOST = 4
"""Most shortcuts of one action in the settings."""
_AT_ONCE = 4  # rows built in one step


class KeyRow(QWidget):
    """Row of one action: its shortcuts, Add, and Reset where they are not the default.

    Attributes:
        changed: the new sequences.
        reset_requested: restore the default sequences.
    """

    changed = Signal(list)
    reset_requested = Signal()

    def __init__(self, key: Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setMaximumWidth(WIDEST)
        self.refused = text(role="bad")
        self.refused.hide()
        self.reset = button(tr("Reset"), tr("{text}: the usual keys again").format(text=key.text))
        self.reset.setProperty("link", True)
        self.reset.clicked.connect(self.reset_requested)
        kept = self.reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(kept)
        self.caps: list[KeyButton] = []
        self._shown: tuple[str, ...] | None = None
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        self._line.addWidget(QLabel(key.text, self), 1)
        self._line.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._line)
        column.addWidget(self.refused)

    def show_keys(self, sequences: tuple[str, ...]) -> None:
        """Set the sequences; the focus stays at its position in the row."""
        self.reset.setVisible(sequences != self.key.sequences)
        if sequences == self._shown:
            return
        self._shown = sequences
        focused = next((n for n, cap in enumerate(self.caps) if cap.hasFocus()), None)
        if self.reset.hasFocus():
            focused = 0
        old = self.caps
        for cap in old:
            self._line.removeWidget(cap)
        more = ("",) if len(sequences) < MOST else ()
        self.caps = [self._cap(n, one) for n, one in enumerate((*sequences, *more))]
        if focused is not None:
            self.caps[min(focused, len(self.caps) - 1)].setFocus()
        for cap in old:  # last: a hidden widget passes the focus on
            cap.hide()
            cap.deleteLater()

    def refuse(self, sentence: str) -> None:
        """Show why a key was refused; "" hides the sentence."""
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def _cap(self, position: int, sequence: str) -> KeyButton:
        cap = KeyButton(sequence, self.key.text, self)
        cap.captured.connect(lambda new: self._replace(position, (new,)))
        cap.removed.connect(lambda: self._replace(position, ()))
        self._line.insertWidget(1 + position, cap)  # after the label
        cap.setVisible(True)
        QWidget.setTabOrder(cap, self.reset)
        return cap

    def _replace(self, position: int, new: tuple[str, ...]) -> None:
        now = self._shown or ()
        wanted = [*now[:position], *new, *now[position + 1 :]]
        self.changed.emit(list(dict.fromkeys(wanted)))


class ShortcutsSection(SettingsSection):
    """Section of all shortcuts; Up and Down move between rows."""

    title = tr("Shortcuts")

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.rows: dict[str, KeyRow] = {}
        self.reset_all = button(tr("Reset all keys"))
        top = QHBoxLayout()
        top.addWidget(
            text(
                tr("Press Enter on a key, then the new one. Delete takes a key away, + adds one.")
            ),
            1,
        )
        top.addWidget(self.reset_all)
        head = QWidget()
        head.setMaximumWidth(WIDEST)
        head.setLayout(top)
        top.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._lay_out(head, self._list)
        groups: dict[str, list[Key]] = {}
        for key in parts.table():
            if key.action:
                groups.setdefault(key.group, []).append(key)
        self._coming = [(name, key) for name, keys in groups.items() for key in keys]
        self._building = QTimer(self)
        self._building.setInterval(0)
        self._building.timeout.connect(self._build_more)
        self._building.start()
        self.reset_all.clicked.connect(parts.preferences.reset_keys)

    def refresh(self) -> None:
        """Update the rows to the shortcuts in force."""
        if self._coming:
            self._building.start()
        for row in self.rows.values():
            row.show_keys(in_force(row.key, self).sequences)
        keys = (*(row.key for row in self.rows.values()), *(key for _, key in self._coming))
        changed = any(in_force(key, self).sequences != key.sequences for key in keys)
        if self.reset_all.hasFocus() and not changed:
            self.focusNextChild()
        self.reset_all.setEnabled(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus between rows with Up and Down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        rows = list(self.rows.values())
        focused = self.window().focusWidget()
        at = next((n for n, row in enumerate(rows) if row.isAncestorOf(focused)), None)
        if step is None or at is None or not 0 <= at + step < len(rows):
            super().keyPressEvent(event)
            return
        caps, target = rows[at].caps, rows[at + step].caps
        position = next((n for n, cap in enumerate(caps) if cap.hasFocus()), 0)
        cap = target[min(position, len(target) - 1)]
        cap.setFocus(Qt.FocusReason.TabFocusReason)
        self.seen_wanted.emit(cap)

    @property
    def is_settled(self) -> bool:
        """Whether all rows are built."""
        return not self._coming

    def leave(self) -> None:
        """Stop building rows; `refresh` continues."""
        self._building.stop()
        super().leave()

    def _build_more(self) -> None:
        """Build a few rows: all at once would block the GUI noticeably."""
        for name, key in self._coming[:_AT_ONCE]:
            if not any(row.key.group == name for row in self.rows.values()):
                self._list.addSpacing(8 if self.rows else 0)
                self._list.addWidget(heading(name, size=16))
            row = self.rows[key.action] = KeyRow(key, self)
            row.changed.connect(partial(self._on_row_changed, row))
            row.reset_requested.connect(partial(self._on_reset_requested, row))
            row.show_keys(in_force(key, self).sequences)
            self._list.addWidget(row)
        del self._coming[:_AT_ONCE]
        if not self._coming:
            self._building.stop()

    def _on_row_changed(self, row: KeyRow, wanted: list[str]) -> None:
        action = row.key.action
        now = in_force(row.key, self).sequences
        table = [in_force(key, self) for key in self._parts.table()]
        refused = (refusal(one, action, table) for one in wanted if one not in now)
        sentence = next(filter(None, refused), "")
        self._say(row, sentence)
        if not sentence:
            own = tuple(wanted) == row.key.sequences
            self._parts.preferences.set_keys(action, None if own else wanted)
            row.show_keys(in_force(row.key, self).sequences)

    def _on_reset_requested(self, row: KeyRow) -> None:
        """Reset a row to its default sequences, unless another action has one of them."""
        table = [in_force(key, self) for key in self._parts.table()]
        taken = {
            one: key
            for key in table
            if key.action != row.key.action
            for one in key.sequences
            if one in row.key.sequences
        }
        if taken:
            one, key = next(iter(taken.items()))
            self._say(
                row,
                tr("{shown} stands for “{text}” now. Change that one first.").format(
                    shown=shown(one), text=key.text
                ),
            )
        else:
            self._say(row, "")
            self._parts.preferences.set_keys(row.key.action, None)

    def _say(self, row: KeyRow, sentence: str) -> None:
        for one in self.rows.values():
            one.refuse(sentence if one is row else "")
