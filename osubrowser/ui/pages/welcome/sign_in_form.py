"""Sign-in form: three steps to an OAuth application, its client id and secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.session.secret_store import KEYRING
from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.welcome.form_picture import FormField, FormPicture
from osubrowser.ui.pages.welcome.sign_in_waiting import wrapped_label
from osubrowser.ui.style import icons

if TYPE_CHECKING:
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.style.theme import Colours

_STEP_EDGE: Final = 24
_PICTURE_WIDTHS: Final = (310, 372)
"""Smallest and largest width of the pictures in pixels, beside the steps."""
_EXAMPLE_ID: Final = "12345"
_HIDDEN_SECRET: Final = "x" * 40  # as the website shows it


class SignInForm(QWidget):
    """Form for a client id and its secret, with pictures of osu!'s two forms beside the steps.

    Attributes:
        submitted: `(client_id, client_secret, guest)`; the secret is "" for the saved one.
        settings_requested: open the osu! settings page in the web browser.
        pictures: the forms of osu!'s website: a new application, and its id and secret.
    """

    submitted = Signal(str, str, bool)
    settings_requested = Signal()

    def __init__(self, callback_address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known_id = ""
        self.settings = QPushButton(tr("Open osu! settings"), self)
        self.callback = QLineEdit(callback_address, self)
        self.callback.setReadOnly(True)
        self.callback.setAccessibleName(tr("Callback address"))
        self.copy = QPushButton(tr("Copy"), self)
        self.copy.setAccessibleName(tr("Copy callback address"))
        self.client_id = _field(tr("Client ID"), 20)
        digits = QRegularExpression("[0-9]*")
        self.client_id.setValidator(QRegularExpressionValidator(digits, self))
        self.client_secret = _field(tr("Client Secret"), 200)
        self.client_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.guest = QCheckBox(tr("As a guest: no web browser, no friends"), self)
        self.guest.setToolTip(tr("Public pages only; the application is asked for, not the player"))
        self.submit = QPushButton(tr("Sign in"), self)
        self.submit.setProperty("primary", True)
        self.pictures = _pictures(callback_address, self)
        self._error = wrapped_label("bad")
        self._error.hide()
        self._kept = wrapped_label("secondary")
        self._kept.hide()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._check()

    @property
    def error(self) -> str:
        """The error message; "" for none."""
        return self._error.text() if not self._error.isHidden() else ""

    @property
    def kept_in(self) -> str:
        """The sentence about the location of the secret."""
        return self._kept.text()

    def set_known(self, client_id: str, kept_in: str) -> None:
        """Set the saved client id and the location of secrets."""
        self._known_id = client_id
        if client_id and not self.client_id.text():
            self.client_id.setText(client_id)
        if kept_in == KEYRING:
            self._kept.setText(tr("The secret is kept in the system's keyring."))
        elif kept_in:
            self._kept.setText(
                tr(
                    "The secret is kept in {kept_in}, a file that only you can read, not in a "
                    "keyring."
                ).format(kept_in=kept_in)
            )
        self._show_kept()
        self._check()

    def show_error(self, sentence: Sentence | None) -> None:
        """Show an error message; None hides it."""
        self._error.setVisible(sentence is not None)
        self._show_kept()
        if sentence is not None:
            self._error.setText(f"{sentence.text} {sentence.hint}".strip())
            self._error.setToolTip(tooltip(sentence.details))
            self.client_secret.setFocus(Qt.FocusReason.OtherFocusReason)
            self.client_secret.selectAll()

    def controls(self) -> list[QWidget]:
        """Return the focusable widgets, in tab order."""
        address = (self.settings, self.callback, self.copy)
        return [*address, self.client_id, self.client_secret, self.guest, self.submit]

    def forget(self) -> None:
        """Clear the secret and the error message."""
        self.client_secret.clear()
        self.show_error(None)

    def set_wide(self, is_wide: bool) -> None:
        """Put the pictures beside the steps, or below them."""
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        narrowest, widest = _PICTURE_WIDTHS
        for picture in self.pictures:
            picture.setMinimumWidth(narrowest)
            picture.setMaximumWidth(widest if is_wide else 2 * widest)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        ratio = self.devicePixelRatioF()
        for button, name in ((self.settings, "external"), (self.copy, "copy")):
            picture = icons.pixmap(name, colours.light1, ratio=ratio, size=16)
            button.setIcon(QIcon(picture))
            button.setIconSize(QSize(16, 16))
        for form in self.pictures:
            form.set_colours(colours)

    # --- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        shown = QVBoxLayout()
        shown.setSpacing(8)
        for picture in self.pictures:
            shown.addWidget(picture)
        shown.addStretch(1)
        self._halves.setSpacing(20)
        self._halves.addLayout(self._steps(), 1)
        self._halves.addLayout(shown, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._reason())
        column.addSpacing(2)
        column.addLayout(self._halves)
        self.set_wide(is_wide=True)

    def _reason(self) -> QLabel:
        label = wrapped_label("secondary")
        label.setText(
            tr(
                "osu! has no key that all users of a program share: everyone registers an OAuth "
                "application of their own. It is free, takes a minute, and its access and its "
                "limit of requests are yours alone."
            )
        )
        return label

    def _steps(self) -> QVBoxLayout:
        """Return the left half: steps, guest, Sign in, and what is to be said about them."""
        steps = QGridLayout()
        steps.setHorizontalSpacing(12)
        steps.setVerticalSpacing(6)
        steps.setColumnStretch(2, 1)
        callback = QHBoxLayout()
        callback.addWidget(self.callback, 1)
        callback.addWidget(self.copy)
        fields = QHBoxLayout()
        fields.addWidget(self.client_id, 2)
        fields.addWidget(self.client_secret, 5)
        rows: tuple[tuple[str, QPushButton | QHBoxLayout], ...] = (
            (tr("There, choose “New OAuth Application”."), self.settings),
            (tr("Any name will do. Its callback address is this one:"), callback),
            (tr("Copy what osu! shows then, and paste both:"), fields),
        )
        line = 0
        for number, (text, control) in enumerate(rows, 1):
            steps.addWidget(_step(number), line, 0, Qt.AlignmentFlag.AlignTop)
            label = wrapped_label("")
            label.setText(text)
            label.setMinimumHeight(_STEP_EDGE)
            if isinstance(control, QHBoxLayout):
                control.setSpacing(8)
                steps.addWidget(label, line, 1, 1, 2)
                steps.addLayout(control, line + 1, 1, 1, 2)
            else:
                steps.addWidget(control, line, 1)
                steps.addWidget(label, line, 2)
            steps.setRowMinimumHeight(line + 2, 4)
            line += 3
        last = QHBoxLayout()
        last.addWidget(self.guest, 1)
        last.addWidget(self.submit)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(steps)
        column.addLayout(last)
        column.addWidget(self._error)
        column.addWidget(self._kept)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.settings.clicked.connect(self.settings_requested)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.submit.clicked.connect(self._on_submit_clicked)
        for field in (self.client_id, self.client_secret):
            field.textChanged.connect(self._check)
            field.returnPressed.connect(self.submit.click)

    def _show_kept(self) -> None:
        """Show where the secret is kept, unless an error needs the room."""
        self._kept.setVisible(bool(self._kept.text()) and self._error.isHidden())

    def _check(self) -> None:
        """Update the placeholder of the secret, and enable Sign in if the form is complete."""
        client_id = self.client_id.text().strip()
        is_kept = bool(client_id) and client_id == self._known_id
        words = tr("Client Secret (empty: the kept one)") if is_kept else tr("Client Secret")
        self.client_secret.setPlaceholderText(words)
        self.submit.setEnabled(bool(client_id and (self.client_secret.text().strip() or is_kept)))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.callback.text())
        self.copy.setText(tr("Copied"))

    def _on_submit_clicked(self) -> None:
        self.submitted.emit(
            self.client_id.text().strip(), self.client_secret.text().strip(), self.guest.isChecked()
        )


def _pictures(callback_address: str, parent: QWidget) -> tuple[FormPicture, FormPicture]:
    """Return pictures of the form of a new application, and of the one with its secret."""
    name = "osubrowser"
    new = FormPicture(
        2,
        tr("Register a new OAuth application"),
        (
            FormField(tr("Application Name"), name),
            FormField(tr("Application Callback URLs"), callback_address, is_marked=True),
        ),
        tr("Register application"),
        tr("Picture of osu!'s form of a new application: the second field has the callback."),
        parent,
    )
    made = FormPicture(
        3,
        name,
        (
            FormField(tr("Client ID"), _EXAMPLE_ID, is_marked=True),
            FormField(tr("Client Secret"), _HIDDEN_SECRET, is_marked=True),
        ),
        tr("Show client secret"),
        tr("Picture of what osu! shows then: Client ID, and Client Secret with a button below."),
        parent,
    )
    return new, made


def _field(name: str, longest: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setMaxLength(longest)
    return field


def _step(number: int) -> QLabel:
    label = QLabel(str(number))
    label.setObjectName("step")
    label.setFixedSize(_STEP_EDGE, _STEP_EDGE)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
