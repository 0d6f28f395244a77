"""Indicators of loading and failure: panel, notice bar, progress line, and placeholders."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text.translation import tr
from osubrowser.ui.style.theme import is_motion_reduced
from osubrowser.ui.widgets.assistive import Announcer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.ui.style.theme import Colours


_WIDEST: Final = 520
RELOAD: Final = ("reload", tr("Reload"))
"""Button of something empty that loads it again."""
SIGN_IN: Final = ("sign_in", tr("Sign in"))
"""Button of something that is empty for a guest."""


class Notice(NamedTuple):
    """Text and buttons of a panel or bar.

    Attributes:
        text: one sentence.
        hint: additional information, or "".
        buttons: key and label of each button; the first of a panel is the primary one.
        details: text behind a Details button, for copying; "" for none.
        choices: key and label of each line of a list between the hint and the buttons, of a panel.
    """

    text: str
    hint: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    details: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class StatePanel(QWidget):
    """Centred panel with a `Notice`, in place of content. Empty until it has one.

    Attributes:
        pressed: the key of the button that was pressed.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Grouping

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._announcer: Announcer | None = None

    def _build(self) -> None:
        """Build the contents: most panels never show anything."""
        self._announcer = Announcer(self)
        self._text, self._hint = _label(), _label("secondary")
        self._details = _details_label()
        self._details.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box = QFrame(self)
        self._box.setProperty("panel", True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(8)
        inner.addWidget(self._text)
        inner.addWidget(self._hint)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(2)
        inner.addLayout(self._choices)
        inner.addLayout(self._buttons)
        inner.addWidget(self._details)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._box, 4)
        middle.addStretch(1)
        self._box.setMaximumWidth(_WIDEST)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def show_notice(self, notice: Notice) -> None:
        """Set the text and the buttons."""
        if notice == self._notice:
            return
        if self._notice is None:
            self._build()
        self._notice = notice
        self._text.setText(notice.text)
        self._hint.setText(notice.hint)
        self._hint.setVisible(bool(notice.hint))
        self._details.setText(notice.details)
        self._details.hide()
        had_focus = self.window().focusWidget() in self.buttons()
        self._set_buttons(notice)
        if had_focus:  # else Qt moves the focus to the next widget, outside of the page
            button = next(iter(self.buttons()), None)
            if button is not None:
                button.show()  # hidden widgets get no focus; the layout would show it later
            (button or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName(notice.text)
        self.setAccessibleDescription(notice.hint)
        self._say()

    def _say(self) -> None:
        if self._notice is not None and self._announcer is not None:
            self._announcer.say(f"{self._notice.text} {self._notice.hint}".strip())

    def showEvent(self, event: QShowEvent) -> None:
        """Have the message read out, as it was hidden when it was set."""
        super().showEvent(event)
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        """Have the message read out again when it is shown again."""
        super().hideEvent(event)
        if self._announcer is not None:
            self._announcer.forget()

    def button(self, key: str) -> QPushButton | None:
        """Return the button with this key; None if there is none."""
        found = self.findChild(QPushButton, key)
        return found if isinstance(found, QPushButton) else None

    def buttons(self) -> list[QPushButton]:
        """Return the present buttons."""
        return list(self.findChildren(QPushButton))

    def _set_buttons(self, notice: Notice) -> None:
        remove_all(self._choices)
        remove_all(self._buttons)
        for key, words in notice.choices:
            line = make_button(key, words, self._box)
            line.setProperty("link", True)
            line.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            self._choices.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        self._buttons.addStretch(1)
        for place, (key, words) in enumerate(notice.buttons):
            button = make_button(key, words, self._box)
            button.setProperty("primary", place == 0)
            button.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            self._buttons.addWidget(button)
        if notice.details:
            details = make_button("details", tr("Details"), self._box)
            details.clicked.connect(self._on_details_clicked)
            self._buttons.addWidget(details)
        self._buttons.addStretch(1)

    def _on_details_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())


class NoticeBar(QFrame):
    """One-line bar with a `Notice`; hidden while it has none, and empty until it has one.

    Attributes:
        pressed: the key of the button that was pressed.
        focus_left: the button with the focus is gone; Qt's next widget in the tab order has it.
    """

    pressed = Signal(str)
    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._notice: Notice | None = None
        self._announcer: Announcer | None = None
        self._is_built = False
        self.hide()

    def _build(self) -> None:
        """Build the contents: most bars never show anything."""
        self._is_built = True
        self._announcer = Announcer(self)
        self._text = _label(centred=False)
        self._text.setWordWrap(False)
        self._text.setMinimumWidth(40)
        self._details = _details_label()
        self._details.setContentsMargins(0, 0, 0, 4)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 8, 4)
        outer.setSpacing(4)
        outer.addLayout(row)
        outer.addWidget(self._details)
        self._details.hide()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, colours.background5)
        palette.setColor(QPalette.ColorRole.WindowText, colours.content2)
        self.setPalette(palette)

    def show_notice(self, notice: Notice | None) -> None:
        """Set the text and the buttons; None hides the bar."""
        focused: QWidget | None = self.focusWidget()
        had_focus = focused is not None and focused.hasFocus()
        if notice is not None and notice != self._notice:
            if not self._is_built:
                self._build()
            self._details.setText(notice.details)
            self._details.hide()
            self._set_buttons(notice)
            self.setAccessibleName(notice.text)
            self.setAccessibleDescription(notice.hint)
        self._notice = notice
        self._elide()
        self.setVisible(notice is not None)
        if self._announcer is not None:
            if notice is not None:
                self._announcer.say(notice.text)
            else:
                self._announcer.forget()
        if had_focus and focused is not None and not focused.hasFocus():
            self.focus_left.emit()

    def _set_buttons(self, notice: Notice) -> None:
        old = self._notice
        if old is not None and (old.buttons, old.details) == (notice.buttons, notice.details):
            return
        remove_all(self._buttons)
        for key, words in notice.buttons:
            button = make_button(key, words, self)
            button.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            self._buttons.addWidget(button)
        if notice.details:
            details = make_button("details", tr("Details"), self)
            details.clicked.connect(self._on_details_clicked)
            self._buttons.addWidget(details)

    def _on_details_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def text(self) -> str:
        """Return the text; "" without a notice."""
        return self._notice.text if self._notice is not None else ""

    def button(self, key: str) -> QPushButton | None:
        """Return the button with this key; None if there is none."""
        found = self.findChild(QPushButton, key)
        return found if isinstance(found, QPushButton) else None

    def resizeEvent(self, event: object) -> None:  # noqa: D102
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        self._elide()

    def _elide(self) -> None:
        if not self._is_built:
            return
        width = max(40, self._text.width())
        metrics = self._text.fontMetrics()
        self._text.setText(metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width))


def make_button(key: str, words: str, parent: QWidget) -> QPushButton:
    """Return a button with `key` as its object name."""
    button = QPushButton(words.replace("&", "&&"), parent)
    button.setObjectName(key)
    button.setAutoDefault(True)  # pressed by Enter, too
    return button


def remove_all(row: QBoxLayout) -> None:
    """Remove and delete all buttons of a layout."""
    while (item := row.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def _label(role: str = "strong", *, centred: bool = True) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _details_label() -> QLabel:
    label = _label("secondary", centred=False)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


__all__ = ["RELOAD", "SIGN_IN", "Notice", "NoticeBar", "StatePanel"]


HEIGHT: Final = 2
_FRAME: Final = 33
"""Milliseconds between two frames."""
_DELAY: Final = 0.15
"""Delay in seconds before the line is shown."""
_TURN: Final = 1.4
"""Seconds of one pass from left to right."""


class ProgressLine(QWidget):
    """Progress line of constant height, so that the layout does not move when it starts."""

    def __init__(self, colours: Colours | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self.update)
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Loading"))

    @property
    def is_running(self) -> bool:
        """Whether the line is running."""
        return self._since is not None

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def set_running(self, running: bool) -> None:
        """Start or stop the line."""
        if running == self.is_running:
            return
        self._since = time.monotonic() if running else None
        self._run()
        self.update()

    def _run(self) -> None:
        if self.is_running and self.isVisible() and not is_motion_reduced():
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[arg-type] # Qt hands over the right one
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._since is None or self._colours is None:
            return
        if is_motion_reduced():
            QPainter(self).fillRect(self.rect(), self._colours.highlight)
            return
        passed = time.monotonic() - self._since - _DELAY
        if passed < 0:
            return
        width = self.width()
        part = width * 0.25
        share = (passed % _TURN) / _TURN
        eased = share * share * (3 - 2 * share)
        painter = QPainter(self)
        left = eased * (width + part) - part
        painter.fillRect(QRectF(left, 0, part, HEIGHT), self._colours.highlight)


_HEIGHTS: Final = (40, 190, 160, 160)
"""Heights of cards in pixels."""
_PILLS: Final = 34
_ROW: Final = 34
_BAR: Final = 10
_SHARES: Final = (0.5, 0.36, 0.44, 0.58, 0.4)
"""Widths of the bars of a few rows, as shares of the room."""


class Skeleton(QWidget):
    """Base class of static placeholders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self.setAccessibleName(tr("Loading"))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the placeholder."""
        del event
        if self._colours is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter, self._colours)

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw as much as fits."""
        raise NotImplementedError

    def draw_cards(self, painter: QPainter, colours: Colours, heights: Sequence[int]) -> None:
        """Draw empty cards one below the other, as wide as the widget; heights in pixels."""
        painter.setPen(colours.background3)
        painter.setBrush(colours.background5)
        top, width = 0.5, self.width() - 1.0
        for height in heights:
            painter.drawRoundedRect(QRectF(0.5, top, width, height), 8, 8)
            top += height + 10


class CardsSkeleton(Skeleton):
    """Static placeholder: cards one below the other."""

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw empty cards."""
        self.draw_cards(painter, colours, _HEIGHTS)


class RowsSkeleton(Skeleton):
    """Static placeholder: a row of pills, and rows of a table below it."""

    def draw(self, painter: QPainter, colours: Colours) -> None:
        """Draw as many empty rows as fit."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.background5)
        width = self.width()
        painter.drawRoundedRect(QRectF(0, 0, min(460, width), _PILLS), 8, 8)
        top, number = _PILLS + 10, 0
        while top < self.height():
            painter.setBrush(colours.background5)
            painter.drawRect(QRectF(0, top, width, _ROW - 1))
            painter.setBrush(colours.background3)
            bar = QRectF(
                12, top + (_ROW - _BAR) / 2, width * _SHARES[number % len(_SHARES)] / 2, _BAR
            )
            painter.drawRoundedRect(bar, 3, 3)
            bar.moveLeft(width * 0.6)
            painter.drawRoundedRect(bar, 3, 3)
            top, number = top + _ROW, number + 1
