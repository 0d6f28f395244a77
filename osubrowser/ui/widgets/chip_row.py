"""Row of chips, each of which a click removes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours


class ChipRow(QWidget):
    """Row of removable chips.

    Args:
        name: accessible name.
        parent: the Qt parent.
        wraps: whether there are as many rows as the chips need.

    Attributes:
        removed: the key of the chip that was pressed.
        emptied: the chip with the focus was the last one: the focus is to go elsewhere.
    """

    removed = Signal(str)
    emptied = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._chips: list[QPushButton] = []
        self._row: QLayout = FlowLayout(self) if wraps else QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    @property
    def chips(self) -> list[QPushButton]:
        """The buttons, from left to right."""
        return list(self._chips)

    @property
    def keys(self) -> list[str]:
        """The keys of the chips."""
        return [key for key, _ in self._shown]

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Set the chips: key and label of each. The focus stays at its position."""
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        focused = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for number, (key, label) in enumerate(self._shown):
            if number == len(self._chips):
                self._add()
            chip = self._chips[number]
            chip.setText(f"{label}  ×".replace("&", "&&"))
            chip.setAccessibleName(tr("Remove the filter: {label}").format(label=label))
            chip.setToolTip(tr("Remove this filter"))
            chip.setProperty("key", key)
        for chip in self._chips[len(self._shown) :]:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[len(self._shown) :]
        if focused is not None:
            if self._chips:
                chip = self._chips[min(focused, len(self._chips) - 1)]
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.emptied.emit()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        c = colours
        self.setStyleSheet(
            f"""
            ChipRow > QPushButton {{
                color: {c.content1.name()}; background: {c.selection.name()};
                border: 1px solid transparent; border-radius: 4px;
                padding: 0 8px; min-height: 22px; max-height: 22px;
            }}
            ChipRow > QPushButton:hover {{ border-color: {c.bad.name()}; }}
            ChipRow > QPushButton:focus {{ border-color: {c.content1.name()}; }}
            """
        )

    def _add(self) -> None:
        chip = QPushButton(self)
        chip.setAutoDefault(True)  # pressed by Enter, too
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(lambda: self.removed.emit(str(chip.property("key"))))
        # A new widget is the last stop of Tab in its window.
        self.setTabOrder(self._chips[-1] if self._chips else self, chip)
        self._chips.append(chip)
        self._row.addWidget(chip)
        chip.show()
