"""Crash report dialog: an unexpected error and the text to report it with."""

from __future__ import annotations

import traceback

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

from osubrowser.services.runtime.logs import redact
from osubrowser.services.text.translation import tr
from osubrowser.ui.dialogs.about import versions
from osubrowser.ui.style.theme import title_font


class CrashDialog(QDialog):
    """Dialog of unexpected errors; further errors are added to its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self._count = 0
        title = QLabel(tr("Something in osubrowser went wrong."), self)
        title.setProperty("role", "title")
        title.setFont(title_font(20))
        words = QLabel(
            tr(
                "The window goes on, but what you did last may not have worked. "
                "This text helps whoever mends it."
            ),
            self,
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setPlainText(versions())
        self.copy = QPushButton(tr("Copy report"), self)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.go_on = QPushButton(tr("Go on"), self)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(self.report, 1)
        column.addLayout(buttons)
        self.resize(680, 420)

    def add(self, error: BaseException) -> None:
        """Add an error to the report; errors after the tenth are not added."""
        self._count += 1
        if self._count <= _MOST:
            # A traceback may quote arguments, so secrets are redacted.
            lines = redact("".join(traceback.format_exception(error)).rstrip())
            self.report.appendPlainText(f"\n{lines}")
        elif self._count == _MOST + 1:
            self.report.appendPlainText(tr("\nMore of them followed."))
        self.copy.setText(tr("Copy report"))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(tr("Copied"))


_MOST = 10
