"""Dialog with the licence texts of everything that the program consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from osubrowser.licences import LicenceText


class LicencesDialog(QDialog):
    """Dialog with a list of components, and the licence text of the chosen one.

    Args:
        load: loads the texts, on a worker.
        parent: the parent of the dialog.
    """

    def __init__(
        self, load: Callable[[], Awaitable[Sequence[LicenceText]]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Licences"))
        self._load = load
        self._texts: Sequence[LicenceText] = ()
        self._scope = TaskScope()
        self.finished.connect(self._scope.cancel_all)
        self.destroyed.connect(self._scope.cancel_all)
        self.components = QListWidget(self)
        self.components.setAccessibleName(tr("Components of the program"))
        self.components.setProperty("framed", True)
        self.components.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.components.currentRowChanged.connect(self._on_current_changed)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Licence text"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlainText(tr("Loading …"))
        self.close_button = QPushButton(tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self._scope.start(self._show(), on_error=self._on_failed)

    def _lay_out(self) -> None:
        title = QLabel(tr("Licences"), self)
        title.setProperty("role", "title")
        title.setFont(title_font(16))
        words = QLabel(
            tr("osubrowser is under the MIT licence. What it consists of has its own licences."),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("role", "secondary")
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.components)
        both.addWidget(self.text)
        both.setStretchFactor(1, 1)
        both.setSizes([260, 620])
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(both, 1)
        column.addLayout(last)
        self.resize(900, 560)

    async def _show(self) -> None:
        self._texts = await self._load()
        for one in self._texts:
            title = plain(one.title, 2000)
            self.components.addItem(title)
            self.components.item(self.components.count() - 1).setToolTip(title)
        self.components.setCurrentRow(0)
        self.components.setFocus()

    def _on_current_changed(self, row: int) -> None:
        if 0 <= row < len(self._texts):
            self.text.setPlainText(self._texts[row].text)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self.text.setPlainText(tr("The licence texts cannot be read."))
