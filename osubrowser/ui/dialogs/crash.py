"""Crash report dialog: an unexpected error and the text to report it with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.crashes.report import cleaned
from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.crashes.report import CrashReport


class CrashDialog(QDialog):
    """Dialog of unexpected errors; further errors are added to its text.

    Args:
        restart: starts the program again, in safe mode for True; None where it cannot.
        parent: the Qt parent.
    """

    def __init__(
        self, restart: Callable[[bool], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        title = QLabel(tr("Something in osubrowser went wrong."), self)
        title.setProperty("role", "title")
        title.setFont(title_font(20))
        words = QLabel(
            tr(
                "The window goes on, but what you did last may not have worked. "
                "This text helps whoever mends it; it holds no passwords or tokens."
            ),
            self,
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.file = QLabel(self)
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.file.setProperty("role", "secondary")
        self.file.setWordWrap(True)
        self.copy = QPushButton(tr("Copy report"), self)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.safe_mode = QPushButton(tr("Restart in safe mode"), self)
        self.safe_mode.setToolTip(tr("Without the last places, the cache and pictures"))
        self.safe_mode.setVisible(restart is not None)
        if restart is not None:
            self.safe_mode.clicked.connect(partial(restart, True))
        self.go_on = QPushButton(tr("Go on"), self)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.safe_mode)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(self.report, 1)
        column.addWidget(self.file)
        column.addLayout(buttons)
        self.resize(680, 420)

    def show_report(self, report: CrashReport) -> None:
        """Show the text of a report, and where its file is."""
        at = self.report.verticalScrollBar().value()
        self.report.setPlainText(report.text)
        self.report.verticalScrollBar().setValue(at)
        self.file.setVisible(report.file is not None)
        if report.file is not None:
            self.file.setText(
                tr("It is also in the file {file}").format(file=cleaned(str(report.file)))
            )
        self.copy.setText(tr("Copy report"))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(tr("Copied"))
