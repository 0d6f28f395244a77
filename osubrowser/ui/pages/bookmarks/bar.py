"""Toolbar of the bookmarks page: list switch, filter, and actions on the whole list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.bookmarks.app_pages import TITLES
from osubrowser.ui.widgets.assistive import name_clear_button, order_tab
from osubrowser.ui.widgets.scroll_strip import ScrollStrip
from osubrowser.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours


class BookmarksBar(QWidget):
    """Toolbar with the list switch, the filter field and buttons.

    Attributes:
        chosen: the name of the chosen list.
        typed: the text of the filter.
        left: the filter field was left by a key: the rows get the focus.
        import_requested, export_requested, clear_requested: a button was pressed.
    """

    chosen = Signal(str)
    typed = Signal(str)
    left = Signal()
    import_requested = Signal()
    export_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lists = tuple(TITLES.items())
        self.lists = Segments(tr("List"), lists, self, is_primary=True)
        self.lists.chosen.connect(self.chosen)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Filter by words"))
        self.field.setClearButtonEnabled(True)
        name_clear_button(self.field)
        self.field.setMaxLength(200)
        self.field.setMaximumWidth(360)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.imports = QPushButton(tr("Import …"), self)
        self.imports.setToolTip(tr("Add what an exported file holds"))
        self.imports.clicked.connect(self.import_requested)
        self.exports = QPushButton(tr("Export …"), self)
        self.exports.setToolTip(tr("Write bookmarks and recently seen places to a file"))
        self.exports.clicked.connect(self.export_requested)
        self.clears = QPushButton(tr("Forget all …"), self)
        self.clears.clicked.connect(self.clear_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        self._strip = ScrollStrip(self.lists, self)
        row.addWidget(self._strip)
        row.addWidget(self.field, 1)
        row.addStretch(1)
        row.addWidget(self.clears)
        row.addWidget(self.imports)
        row.addWidget(self.exports)
        order_tab(row)

    def show_list(self, name: str, words: str) -> None:
        """Set the list and the filter, without emitting a signal."""
        self.lists.choose(name)
        self.field.blockSignals(True)
        self.field.setText(words)
        self.field.blockSignals(False)
        self.field.setAccessibleName(tr("{titles}: filter by words").format(titles=TITLES[name]))
        self.clears.setVisible(name == "recent")

    def start_filter(self) -> None:
        """Set the focus to the filter field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.lists.set_colours(colours)
        self._strip.set_colours(colours)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the field with Down or Enter; Escape clears it first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
            if key == Qt.Key.Key_Escape:
                if self.field.text():
                    self.field.clear()
                else:
                    self.left.emit()
                return True
        return bool(super().eventFilter(watched, event))
