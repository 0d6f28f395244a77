"""Welcome page: sign in with osu!, or open the demo."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.places.places import AppPlace, WebAddress
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.welcome.sign_in_form import SignInForm
from osubrowser.ui.pages.welcome.sign_in_waiting import SignInWaiting, wrapped_label
from osubrowser.ui.shell.sign_in_flow import SignInPage
from osubrowser.ui.style import icons
from osubrowser.ui.style.theme import title_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.ui.error_messages import Sentence
    from osubrowser.ui.style.theme import Colours

_WIDE: Final = 850
"""Width in pixels from which on the pictures stand beside the steps."""
_WIDEST: Final = 980
_NARROW: Final = 600
_HIGH: Final = 520
"""Height in pixels from which on there is room for the line below the title."""
_MARK: Final = 24
"""Edge of the pictures of the panels, in pixels."""
_PICTURE: Final = (1280, 720)
"""Size in pixels in which the picture behind the page is loaded, whatever that of the window."""
_VEIL: Final = 150
"""Opacity of the veil over the picture, of 255: titles stay readable."""
_GUIDE: Final = AppPlace("guide")
_SETTINGS_PATH: Final = "/home/account/edit#oauth"


class WelcomePage(SignInPage):
    """Page with the sign-in form and the demo button; it emits requests and shows progress.

    Args:
        server: origin of the server to sign in to.
        callback_address: callback address to register for the OAuth application.
        parent: the Qt parent.
        picture: returns the URL of the picture behind the page; "" for none.
        images: loads it; None for none.

    Attributes:
        form, waiting, demo, guide: its parts.
    """

    def __init__(
        self,
        server: str,
        callback_address: str,
        parent: QWidget | None = None,
        *,
        picture: Callable[[], str] = str,
        images: ImageStore | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._images = picture, images
        self._veil = QColor(0, 0, 0, 0)
        if images is not None:
            images.ready.connect(self._on_images_ready)
        self._server = server
        self.form = SignInForm(callback_address, self)
        self.waiting = SignInWaiting(callback_address, self)
        self.demo = QPushButton(tr("Open the demo"), self)
        self.guide = QPushButton(tr("Read the guide"), self)
        self.guide.setProperty("link", True)
        self._door = QStackedWidget(self)
        self._door.addWidget(self.form)
        self._door.addWidget(self.waiting)
        self._demo_words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._demo_words.setSpacing(12)
        self._subtitle = QLabel(tr("Players, rankings, beatmaps, scores and replays of osu!"))
        self._pictures: list[tuple[QLabel, str]] = []
        self._lay_out()
        self.form.submitted.connect(self.sign_in_submitted)
        self.form.settings_requested.connect(self._on_form_settings_requested)
        self.waiting.cancel_requested.connect(self.cancel_requested)
        self.waiting.open_requested.connect(
            lambda url: self.open_requested.emit(WebAddress(url), "web")
        )
        self.demo.clicked.connect(self.demo_requested)
        self.guide.clicked.connect(lambda: self.open_requested.emit(_GUIDE, "here"))

    # --- state of the sign-in ----------------------------------------------------------------

    def show_idle(self) -> None:
        """Show the form without an error."""
        self._door.setCurrentWidget(self.form)
        self.form.show_error(None)
        self.demo.setEnabled(True)

    def show_demo_starting(self) -> None:
        """Disable the button that opens the demo."""
        self.demo.setEnabled(False)

    def show_waiting(self, url: str = "") -> None:
        """Show that the sign-in is in progress.

        Args:
            url: the address that the browser opens; "" before it is known, and for guests.
        """
        self.waiting.show_url(url)
        self._door.setCurrentWidget(self.waiting)
        self.demo.setEnabled(False)
        self.waiting.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentence: Sentence) -> None:
        """Show the form with an error; its fields stay filled in."""
        self.show_idle()
        self.form.show_error(sentence)

    def set_account(self, client_id: str, kept_in: str) -> None:
        """Set the saved application and the location of secrets.

        Args:
            client_id: id of the last sign-in, whose secret is saved; "" for none.
            kept_in: "system keyring", or the path of the secrets file; "" while it is unknown.
        """
        self.form.set_known(client_id, kept_in)

    # --- page interface ----------------------------------------------------------------------

    def apply_first_style(self, sheet: str, colours: Colours) -> None:
        """Set both: it is built without colours."""
        self.apply_style(sheet, colours)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        ratio = self.devicePixelRatioF()
        for label, name in self._pictures:
            label.setPixmap(icons.pixmap(name, colours.highlight, ratio=ratio, size=_MARK))
        self.form.set_colours(colours)
        self._veil = QColor(colours.background5)
        self._veil.setAlpha(_VEIL)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chosen picture, dimmed."""
        super().paintEvent(event)
        url = self._picture()
        found = self._images.request(url, *_PICTURE) if url and self._images is not None else None
        if found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = found.deviceIndependentSize()
        scale = max(self.width() / size.width(), self.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        where = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.drawPixmap(where, found, QRectF(found.rect()))
        painter.fillRect(self.rect(), self._veil)
        painter.end()

    def _on_images_ready(self) -> None:
        if self.isVisible() and self._picture():
            self.update()

    def take_focus(self) -> None:
        """Set the focus to the first field."""
        self.form.client_id.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Clear the client secret and the error message of the form."""
        self.form.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pictures below the steps in a narrow window, and leave out what can be."""
        is_wide = self.width() >= _WIDE
        self.form.set_wide(is_wide)
        self._inside.setMaximumWidth(_WIDEST if is_wide else _NARROW)
        ways = QBoxLayout.Direction
        self._demo_words.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._subtitle.setVisible(self.height() >= _HIGH)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel the sign-in on Escape."""
        is_waiting = self._door.currentWidget() is self.waiting
        if event.key() == Qt.Key.Key_Escape and is_waiting:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)

    # --- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 6, 20, 6)
        column.setSpacing(4)
        title = QLabel(tr("Welcome to osubrowser"), inside)
        title.setProperty("role", "title")
        title.setFont(title_font(24))
        self._subtitle.setParent(inside)
        self._subtitle.setProperty("role", "secondary")
        column.addStretch(2)
        for label in (title, self._subtitle):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(self._demo_door(inside))
        column.addSpacing(8)
        column.addWidget(self._sign_in_door(inside))
        column.addStretch(3)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(inside)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A plain widget shows the background of the page. To get Qt's own viewport would load every
        # widget class before the first frame.
        area.setViewport(QWidget())
        area.setWidget(middle)
        middle.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        chain = [self.demo, self.guide, *self.form.controls()]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # pressed by Enter, too

    def _sign_in_door(self, parent: QWidget) -> QFrame:
        door, head = self._door_frame(parent, "key", tr("Sign in with osu!"))
        head.addStretch(1)
        head.addWidget(self.guide)
        column = QVBoxLayout(door)
        column.setContentsMargins(20, 8, 20, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._door)
        return door

    def _demo_door(self, parent: QWidget) -> QFrame:
        door, head = self._door_frame(parent, "play", tr("Look around in the demo"))
        words = wrapped_label("")
        words.setText(tr("A made-up osu! inside this program: no account, no network."))
        self._demo_words.addLayout(head)
        self._demo_words.addWidget(words, 1)
        row = QHBoxLayout(door)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(12)
        row.addLayout(self._demo_words, 1)
        row.addWidget(self.demo)
        return door

    def _door_frame(self, parent: QWidget, picture: str, words: str) -> tuple[QFrame, QHBoxLayout]:
        """Return a panel, and a row with its picture and title, which is not in it yet."""
        door = QFrame(parent)
        door.setProperty("panel", True)
        door.setAccessibleName(words)
        head = QHBoxLayout()
        head.setSpacing(12)
        mark = QLabel(door)
        mark.setFixedSize(QSize(_MARK, _MARK))
        self._pictures.append((mark, picture))
        title = QLabel(words, door)
        title.setProperty("role", "title")
        title.setFont(title_font(18))
        head.addWidget(mark)
        head.addWidget(title)
        return door, head

    def _on_form_settings_requested(self) -> None:
        self.open_requested.emit(WebAddress(self._server + _SETTINGS_PATH), "web")
