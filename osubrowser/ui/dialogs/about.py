"""About dialog: name, version, licence, and versions of the libraries."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser import __version__
from osubrowser.services.text.translation import tr
from osubrowser.ui.style import icons
from osubrowser.ui.style.theme import title_font


class AboutDialog(QDialog):
    """Dialog with name, version, licence, and the library versions for a bug report.

    Signals:
        licences_requested: the licence texts are to be shown.
    """

    licences_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About osubrowser"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel(self)
        picture.setPixmap(icons.application_icon().pixmap(64, 64))
        title = QLabel(tr("osubrowser {version}").format(version=__version__), self)
        title.setProperty("role", "title")
        title.setFont(title_font(20))
        words = QLabel(
            tr(
                "A native desktop browser for osu!, under the MIT licence.\n"
                "Not made by, nor belonging to, ppy Pty Ltd."
            ),
            self,
        )
        self.versions = QLabel(versions(), self)
        self.versions.setProperty("role", "secondary")
        self.versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(tr("Copy versions"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.versions.text()))
        self.licences = QPushButton(tr("Licences …"), self)
        self.licences.clicked.connect(self.licences_requested)
        close = QPushButton(tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus()
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(self.licences)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout()
        column.setSpacing(10)
        for label in (title, words, self.versions):
            column.addWidget(label)
        column.addSpacing(6)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 18)
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)


def versions() -> str:
    """Return the versions for a bug report, one a line."""
    return "\n".join(
        (
            tr("osubrowser {version}").format(version=__version__),
            tr("Qt {qversion}, Python {python_version}").format(
                qversion=qVersion(), python_version=platform.python_version()
            ),
            f"{platform.system()} {platform.release()} ({platform.machine()})",
        )
    )
