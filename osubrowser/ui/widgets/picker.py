"""Combo button with a searchable popup list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from osubrowser.services.text.plain import tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.widgets.choices import Choice
from osubrowser.ui.widgets.flags import FLAG, Pictures, draw_flag, no_pictures

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours
    from osubrowser.ui.widgets.picker_popup import PickerPopup


class Picker(QPushButton):
    """Button that shows the current choice and opens a searchable popup.

    Args:
        name: accessible name, and label while there is no choice.
        width: width of the popup in pixels.
    """

    chosen = Signal(str)  # key of the choice that was picked
    choices_requested = Signal()  # the popup was opened without choices, or Retry was pressed

    def __init__(self, name: str, parent: QWidget | None = None, *, width: int = 340) -> None:
        super().__init__(parent)
        self._name = name
        self._pictures: Pictures = no_pictures
        self._colours: Colours | None = None
        self._current = Choice("", name)
        self._choices: list[Choice] | None = None
        self._width = width
        self._popup: PickerPopup | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_popup)
        self._show_current()

    @property
    def popup(self) -> PickerPopup:
        """The popup list, built at the first access."""
        if self._popup is None:
            self._popup = self._make_popup()
        return self._popup

    @property
    def current(self) -> Choice:
        """The current choice."""
        return self._current

    @property
    def has_choices(self) -> bool:
        """Whether `set_choices` was called; if not, opening emits `choices_requested`."""
        return self._choices is not None

    def set_pictures(self, pictures: Pictures) -> None:
        """Set the source of pictures: a callable (url, width, height, shape)."""
        self._pictures = pictures
        if self._popup is not None:
            self._popup.set_pictures(pictures)

    def pictures_ready(self) -> None:
        """Repaint: a picture was loaded."""
        self.update()
        if self._popup is not None:
            self._popup.lines.viewport().update()

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Set the choices."""
        self._choices = list(choices)
        if self._popup is not None:
            self._popup.set_choices(self._choices, self._current.key)

    def set_failed(self, sentence: str) -> None:
        """Show in the popup why the choices could not be loaded, with a Retry button."""
        self.popup.set_note(sentence, retry=True)

    def forget_choices(self) -> None:
        """Discard the choices; the next opening emits `choices_requested`."""
        self._choices = None

    def set_current(self, choice: Choice) -> None:
        """Set the current choice without emitting `chosen`."""
        self._current = choice
        self._show_current()

    def open_popup(self) -> None:
        """Open the popup, with the focus in the search field."""
        if self._choices is None:
            self.popup.set_note(tr("Loading the list …"), retry=False)
            self.choices_requested.emit()
        self.popup.open_under(self, self._current.key)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        c = self._colours = colours
        self.setStyleSheet(
            f"""
            Picker {{
                color: {c.content2.name()}; background: {c.background5.name()};
                border: 1px solid {c.background2.name()}; border-radius: 4px;
                min-height: 26px; max-height: 26px; padding: 0;
            }}
            Picker:hover {{ background: {c.background4.name()}; }}
            Picker:focus {{ border-color: {c.highlight.name()}; }}
            """
        )
        if self._popup is not None:
            self._popup.set_colours(colours)

    def sizeHint(self) -> QSize:
        """Return the preferred size: text, flag and arrow, at most 260 pixels wide."""
        words = self.fontMetrics().horizontalAdvance(self._current.text)
        flag = FLAG.width() + 8 if self._current.picture else 0
        return QSize(min(words + flag + 42, 260), 28)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size, at which the choice is elided but recognisable."""
        return QSize(min(self.sizeHint().width(), 110), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame by its style, then flag, text and arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(10, 0, -26, 0)
        if self._current.picture:
            draw_flag(painter, self._current.picture, area, self._pictures, self._colours)
            area.setLeft(area.left() + FLAG.width() + 8)
        if self._colours is not None:
            painter.setPen(self._colours.content2)
        words = self.fontMetrics().elidedText(
            self._current.text, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        x, y = self.width() - 19, self.height() // 2
        pen = painter.pen()
        pen.setWidthF(1.5)
        painter.setPen(pen)
        painter.drawPolyline([QPoint(x, y - 2), QPoint(x + 4, y + 2), QPoint(x + 8, y - 2)])

    def _make_popup(self) -> PickerPopup:
        from osubrowser.ui.widgets.picker_popup import PickerPopup

        popup = PickerPopup(self._name, self, self._width)
        popup.picked.connect(self._on_popup_picked)
        popup.retry_requested.connect(self.choices_requested)
        popup.set_pictures(self._pictures)
        if self._colours is not None:
            popup.set_colours(self._colours)
        if self._choices is not None:
            popup.set_choices(self._choices, self._current.key)
        return popup

    def _show_current(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._current.text}")
        self.setToolTip(tooltip(f"{self._name}: {self._current.text}"))
        self.updateGeometry()
        self.update()

    def _on_popup_picked(self, choice: Choice) -> None:
        if choice.key != self._current.key:
            self.set_current(choice)
            self.chosen.emit(choice.key)
