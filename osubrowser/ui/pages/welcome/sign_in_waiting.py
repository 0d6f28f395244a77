"""Panel shown while the sign-in waits for the web browser or the server."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import title_font


class SignInWaiting(QWidget):
    """Panel with the state of the sign-in, its link, and Cancel.

    Args:
        callback_address: callback address that the OAuth application needs.
        parent: the Qt parent.

    Attributes:
        cancel_requested: cancel the sign-in.
        open_requested: open this address in the web browser again.
    """

    cancel_requested = Signal()
    open_requested = Signal(str)

    def __init__(self, callback_address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = ""
        self._callback = callback_address
        self._text = wrapped_label("title")
        self._text.setFont(title_font(16))
        self._hint = wrapped_label("")
        self._trouble = wrapped_label("secondary")
        self.copy = QPushButton(tr("Copy link"), self)
        self.again = QPushButton(tr("Open again"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.again.clicked.connect(lambda: self.open_requested.emit(self._url))
        self.cancel.clicked.connect(self.cancel_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._hint)
        column.addWidget(self._trouble)
        column.addStretch(1)
        column.addLayout(buttons)
        self.show_url("")

    @property
    def text(self) -> str:
        """Text of the state."""
        return self._text.text()

    @property
    def trouble(self) -> str:
        """The sentence on what to do if osu! shows an error instead of its question."""
        return self._trouble.text()

    def show_url(self, url: str) -> None:
        """Show that the browser opens `url`; "" shows that only the server is awaited."""
        self._url = url
        self.copy.setText(tr("Copy link"))
        self.copy.setVisible(bool(url))
        self.again.setVisible(bool(url))
        if url:
            self._text.setText(tr("Waiting for the web browser …"))
            self._hint.setText(
                tr(
                    "osu! asks there whether this program may see your profile. Allow it, and this "
                    "window goes on by itself. If no page has opened, copy the link into a browser."
                )
            )
            self._trouble.setText(
                tr(
                    "If osu! shows an error instead, your application has another callback "
                    "address. It must be {address}, to the letter."
                ).format(address=self._callback)
            )
        else:
            self._text.setText(tr("Asking osu! …"))
            self._hint.setText("")
            self._trouble.setText("")

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self.copy.setText(tr("Copied"))


def wrapped_label(role: str) -> QLabel:
    """Return a label of plain text with line breaks, styled by `role`."""
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
