"""Horizontal scroll area for a row of controls, with scroll buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QToolButton, QWidget

from osubrowser.services.text.translation import tr
from osubrowser.ui.style.icons import icon

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_MARGIN: Final = 48
_HEIGHT: Final = 32


class ScrollStrip(QWidget):
    """Horizontal scroll area for one widget.

    It is scrolled by the wheel, two buttons, the focus, and the choice of a button. The scroll
    buttons are built when the widget first does not fit.

    Args:
        held: the widget; its height is that of a row of choices.
    """

    def __init__(self, held: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self._is_showing = False
        self._wanted: QWidget | None = None  # widget to keep in view
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(False)
        self._area.setWidget(held)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        held.setAutoFillBackground(False)
        self._buttons: tuple[QToolButton, QToolButton] | None = None
        self._colours: Colours | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self._area)
        self.setFixedHeight(_HEIGHT)
        bar = self._area.horizontalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(lambda _value: self._show_buttons())
        held.installEventFilter(self)
        for child in held.findChildren(QWidget):
            child.installEventFilter(self)
            if isinstance(child, QAbstractButton) and child.isCheckable():
                child.toggled.connect(partial(self._on_toggled, child))
        self._show_buttons()

    def bring_in(self, widget: QWidget) -> None:
        """Scroll until a child is in view; repeated when the scroll range changes."""
        self._wanted = widget
        layout = self._held.layout()
        if layout is not None:
            layout.activate()  # else the geometry of the child may be outdated
        self._area.ensureWidgetVisible(widget, _MARGIN, 0)

    def fit(self) -> None:
        """Adjust to a new width of the widget."""
        self._held.adjustSize()
        self._show_buttons()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        if self._buttons is not None:
            for button, name in zip(self._buttons, ("back", "forward"), strict=True):
                button.setIcon(icon(name, colours, ratio=self.devicePixelRatioF(), size=14))

    def sizeHint(self) -> QSize:
        """Return the preferred size: the full width of the widget."""
        return QSize(self._held.sizeHint().width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size; narrower than the widget, which is scrolled."""
        return QSize(80, _HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to the child that gets the focus; scroll with the wheel; follow a new width."""
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            if self._held.size() != self._held.sizeHint():
                self.fit()
                self.updateGeometry()
        elif watched is self._held and event.type() == QEvent.Type.Resize:
            self._show_buttons()
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.bring_in(watched)
        elif event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            delta = event.angleDelta()
            bar = self._area.horizontalScrollBar()
            if bar.maximum():
                bar.setValue(bar.value() - (delta.x() or delta.y()) // 2)
                return True
        return bool(super().eventFilter(watched, event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons only while the widget does not fit."""
        super().resizeEvent(event)
        self._show_buttons()

    def _on_range_changed(self) -> None:
        self._show_buttons()
        if self._wanted is not None:
            self.bring_in(self._wanted)

    def _on_toggled(self, button: QAbstractButton, is_checked: bool) -> None:
        if is_checked:
            self.bring_in(button)

    def _step(self, direction: int) -> None:
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + direction * max(80, self._area.width() * 2 // 3))

    def _show_buttons(self) -> None:
        if self._is_showing:  # called by a change of layout within setVisible
            return
        self._is_showing = True
        for _ in range(3):  # a change of layout may have changed the answer
            overflows = self._held.width() > self.width()
            if self._buttons is None:
                if not overflows:
                    break
                self._buttons = self._build_buttons()
            before, after = self._buttons
            if before.isHidden() is after.isHidden() is not overflows:
                break
            before.setVisible(overflows)
            after.setVisible(overflows)
        self._is_showing = False
        if self._buttons is not None:
            bar = self._area.horizontalScrollBar()
            self._buttons[0].setEnabled(bar.value() > 0)
            self._buttons[1].setEnabled(bar.value() < bar.maximum())

    def _build_buttons(self) -> tuple[QToolButton, QToolButton]:
        before, after = buttons = self._button(tr("Scroll left")), self._button(tr("Scroll right"))
        before.clicked.connect(lambda: self._step(-1))
        after.clicked.connect(lambda: self._step(1))
        for button, name, at in ((before, "back", 0), (after, "forward", 2)):
            button.hide()
            if self._colours is not None:
                ratio = self.devicePixelRatioF()
                button.setIcon(icon(name, self._colours, ratio=ratio, size=14))
            self._row.insertWidget(at, button)
        return buttons

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(22, 28)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrow keys move along the row
        button.setProperty("byKeys", True)
        button.setAutoRepeat(True)
        return button
