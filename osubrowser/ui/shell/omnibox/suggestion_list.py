"""The list under the address bar. It never takes the focus from the bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from osubrowser.ui.shell.omnibox.suggestion_rows import (
    ROW_HEIGHT,
    SuggestionDelegate,
    SuggestionModel,
    SuggestionRow,
)
from osubrowser.ui.widgets.flags import Pictures

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_EDGE: Final = 6
_MOST_SEEN: Final = 14  # rows without scrolling
PAGE: Final = 6
"""Rows that PageDown goes."""


class SuggestionList(QFrame):
    """Rows to open, and a line at the foot. It lies over the page, below the bar.

    Args:
        window: over what it lies.
        bar: under what it stands; has the focus all the time.

    Attributes:
        opened: `(value, how)`: a row was clicked; `how` is `here` or `background`.
        current_changed: `(Row or None)`: another row is the current one.
        left: the mouse was pressed elsewhere in the window.
    """

    opened = Signal(object, str)
    current_changed = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget, bar: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bar = bar
        self.setObjectName("suggestions")
        self.setAccessibleName("Suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines = QListView(self)
        self.lines.setAccessibleName("Suggestions")
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setUniformItemSizes(True)
        self.lines.setMouseTracking(True)
        self.lines.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.lines.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.viewport().installEventFilter(self)
        self._model = SuggestionModel(self)
        self._delegate = SuggestionDelegate(self)
        self.lines.setModel(self._model)
        self.lines.setItemDelegate(self._delegate)
        self.foot = QLabel(self)
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(2)
        column.addWidget(self.lines)
        column.addWidget(self.foot)
        self.hide()
        selection = self.lines.selectionModel()
        selection.currentChanged.connect(self._on_current_changed)

    # --- what is in it ----------------------------------------------------------------------

    @property
    def rows(self) -> list[SuggestionRow]:
        """The rows, from above."""
        return list(self._model.rows)

    @property
    def current(self) -> SuggestionRow | None:
        """The row that Enter opens."""
        index = self.lines.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def set_rows(self, rows: Sequence[SuggestionRow], current: int | None) -> None:
        """Show other rows; `current` is the one that Enter opens."""
        self._model.set_rows(rows)
        self.lines.setCurrentIndex(QModelIndex() if current is None else self._model.index(current))
        self.lines.scrollToTop()
        self._fit()

    def change_rows(self, rows: Sequence[SuggestionRow]) -> None:
        """Show what has come: new rows at the end, and more about those that are there."""
        self._model.change(rows)
        current = self.current
        if current is not None:
            self.current_changed.emit(current)
        self._fit()

    def take_row(self, row: SuggestionRow) -> None:
        """Take one row away; the next one is the current one."""
        if row in self._model.rows:
            at = self._model.rows.index(row)
            self._model.take(at)
            if self._model.rows:
                self.lines.setCurrentIndex(self._model.index(min(at, len(self._model.rows) - 1)))
            self._fit()

    def set_foot(self, words: str) -> None:
        """Say something below the rows; "" for nothing."""
        if words != self.foot.text():
            self.foot.setText(words)
            self._fit()

    def set_pictures(self, pictures: Pictures) -> None:
        """Take avatars and covers from this callable (address, width, height, shape)."""
        self._delegate.pictures = pictures

    def pictures_ready(self) -> None:
        """Draw again: a picture has arrived."""
        if self.isVisible():
            self.lines.viewport().update()

    def step(self, rows: int) -> None:
        """Make the row so many further down the current one; round at the ends for one step."""
        count = self._model.rowCount()
        if not count:
            return
        index = self.lines.currentIndex()
        if not index.isValid():
            at = 0 if rows > 0 else count - 1
        elif abs(rows) == 1:
            at = (index.row() + rows) % count
        else:
            at = min(max(index.row() + rows, 0), count - 1)
        self.lines.setCurrentIndex(self._model.index(at))
        self.lines.scrollTo(self._model.index(at))

    # --- where it is --------------------------------------------------------------------------

    def open(self) -> None:
        """Show below the bar, over everything else in the window."""
        if not self.isVisible():
            handle = self._window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
            self._window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()

    def close_list(self) -> None:
        """Disappear."""
        if self.isVisible():
            handle = self._window.windowHandle()
            if handle is not None:
                handle.removeEventFilter(self)
            self._window.removeEventFilter(self)
            self.hide()

    def set_colours(self, c: Colours) -> None:
        """Wear the page's colours."""
        self._delegate.colours = c
        self.setStyleSheet(
            f"""
            #suggestions {{
                background: {c.background4.name()}; border: 1px solid {c.background1.name()};
                border-radius: 8px;
            }}
            QListView {{ background: transparent; border: none; outline: none; }}
            QLabel {{ color: {c.foreground.name()}; padding: 4px 6px; }}
            QScrollBar {{ background: transparent; border: none; width: 12px; }}
            QScrollBar::handle {{
                background: {c.background1.name()}; border-radius: 4px; margin: 2px;
                min-height: 32px;
            }}
            QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; border: none; }}
            QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
            """
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, leave with a press elsewhere, and take presses on rows."""
        kind = event.type()
        if watched is self.lines.viewport():
            if kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
                self._on_released(event)
        elif watched is self._window:
            if kind in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
                self._fit()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if not self._holds(self, at) and not self._holds(self._bar, at):
                self.left.emit()
        return bool(super().eventFilter(watched, event))

    @staticmethod
    def _holds(widget: QWidget, at: QPoint) -> bool:
        return widget.rect().contains(widget.mapFromGlobal(at))

    def _fit(self) -> None:
        """Stand below the bar, as high as the rows are and the window allows."""
        below = self._bar.mapTo(self._window, QPoint(0, self._bar.height() + 4))
        width = self._bar.width()
        foot = 0
        self.foot.setVisible(bool(self.foot.text()))
        if self.foot.text():
            foot = self.foot.heightForWidth(width - 2 * _EDGE - 2) + 2
        room = max(self._window.height() - below.y() - _EDGE - foot - 2 * _EDGE - 2, ROW_HEIGHT)
        rows = min(self._model.rowCount(), _MOST_SEEN)
        self.lines.setVisible(rows > 0)
        height = min(rows * ROW_HEIGHT, room)
        self.lines.setFixedHeight(height)
        self.setGeometry(below.x(), below.y(), width, height + foot + 2 * _EDGE + 2)

    def _on_released(self, event: QMouseEvent) -> None:
        index = self.lines.indexAt(event.position().toPoint())
        how = {Qt.MouseButton.LeftButton: "here", Qt.MouseButton.MiddleButton: "background"}.get(
            event.button()
        )
        if not index.isValid() or how is None:
            return
        if how == "here" and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            how = "background"
        self.opened.emit(self._model.rows[index.row()].value, how)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.current_changed.emit(self._model.rows[index.row()] if index.isValid() else None)
