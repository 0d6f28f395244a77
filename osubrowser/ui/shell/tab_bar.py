"""Bar of the closable tabs, beside the fixed ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton, QWidget

from osubrowser.services.text.plain import plain
from osubrowser.ui.keys.keymap import hint, in_menu
from osubrowser.ui.keys.shortcuts import key_of
from osubrowser.ui.style import icons
from osubrowser.ui.widgets.tooltips import tooltip

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours

_CROSS: Final = 12  # pixels
_LONGEST: Final = 60  # characters of a title; the style sheet limits its width


class OpenTabBar(QTabBar):
    """Tab bar with a close button on each tab, a context menu, and tabs that can be dragged.

    Attributes:
        place_requested: position of a tab that was pressed.
        close_requested: position of a tab to close.
        others_close_requested: position of the only tab to keep.
        reopen_requested: open the tab again that was closed last.
        copy_requested, web_requested: position of a tab whose link to copy, or to open.
        place_moved: `(from, to)` positions of a tab that was dragged.
    """

    place_requested = Signal(int)
    close_requested = Signal(int)
    others_close_requested = Signal(int)
    reopen_requested = Signal()
    copy_requested = Signal(int)
    web_requested = Signal(int)
    place_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self._titles: list[tuple[str, str]] = []
        self._can_reopen = False
        self.setObjectName("places")
        self.setAccessibleName("Places that are kept open")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.currentChanged.connect(self._on_current_changed)
        self.tabBarClicked.connect(self._on_clicked)
        self.tabMoved.connect(self._on_moved)
        self.hide()

    def show_places(
        self, places: Sequence[tuple[str, str]], current: int | None, *, can_reopen: bool
    ) -> None:
        """Show tabs as (title, address); `current` is None where no closable tab is in front."""
        self._can_reopen = can_reopen
        self.blockSignals(True)
        if list(places) != self._titles:
            self._put(places)
        if current is not None:
            self.setCurrentIndex(current)
        self.blockSignals(False)
        idle = current is None
        if self.property("idle") != idle:
            self.setProperty("idle", idle)
            if self.isVisible():  # else Qt does it before it shows them
                self.style().polish(self)
                self.update()
        self.setVisible(bool(places))

    def set_colours(self, colours: Colours) -> None:
        """Draw the close buttons in these colours."""
        self._colours = colours
        for at in range(self.count()):
            self._draw_cross(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab under the middle button."""
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at >= 0:
            self.close_requested.emit(at)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Delete (close), Menu (context menu), Return and Space (select)."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex() >= 0:
            self.close_requested.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Menu and self.currentIndex() >= 0:
            self._show_menu(self.tabRect(self.currentIndex()).center())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space) and self.currentIndex() >= 0:
            self.place_requested.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # --- inside -------------------------------------------------------------------------------

    def _put(self, places: Sequence[tuple[str, str]]) -> None:
        while self.count() > len(places):
            self.removeTab(self.count() - 1)
        for at, (title, address) in enumerate(places):
            text = plain(title or address, _LONGEST).replace("&", "&&")
            if at == self.count():
                self.addTab(text)
                self._add_cross(at)
            elif self.tabText(at) != text:
                self.setTabText(at, text)
            lines = "\n".join(plain(line, 200) for line in (title, address) if line)
            self.setTabToolTip(at, tooltip(lines).replace("\n", "<br>"))
            self.setAccessibleTabName(at, plain(title or address, _LONGEST))
        self._titles = list(places)

    def _add_cross(self, at: int) -> None:
        cross = QToolButton(self)
        cross.setObjectName("cross")
        cross.setAccessibleName("Close this place")
        hint(cross, "Close", key_of("close_place"))
        cross.setIconSize(QSize(_CROSS, _CROSS))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete and Ctrl+W do the same
        cross.clicked.connect(partial(self._on_cross_clicked, cross))
        self.setTabButton(at, QTabBar.ButtonPosition.RightSide, cross)
        self._draw_cross(at)

    def _draw_cross(self, at: int) -> None:
        cross = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
        if isinstance(cross, QToolButton) and self._colours is not None:
            ratio = self.devicePixelRatioF()
            cross.setIcon(icons.icon("close", self._colours, ratio=ratio, size=_CROSS))

    def _on_cross_clicked(self, cross: QToolButton) -> None:
        for at in range(self.count()):
            if self.tabButton(at, QTabBar.ButtonPosition.RightSide) is cross:
                self.close_requested.emit(at)
                return

    def _on_current_changed(self, at: int) -> None:
        if at >= 0:
            self.place_requested.emit(at)

    def _on_clicked(self, at: int) -> None:
        if at >= 0 and at == self.currentIndex():  # else it is the current one in a moment
            self.place_requested.emit(at)

    def _on_moved(self, start: int, to: int) -> None:
        self._titles.insert(to, self._titles.pop(start))
        self.place_moved.emit(start, to)

    def _show_menu(self, where: QPoint) -> None:
        at = self.tabAt(where)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if at >= 0:
            close = menu.addAction(in_menu("Close", key_of("close_place"), self))
            close.triggered.connect(lambda: self.close_requested.emit(at))
            others = menu.addAction("Close the others")
            others.triggered.connect(lambda: self.others_close_requested.emit(at))
            others.setEnabled(self.count() > 1)
        text = in_menu("Open the closed one again", key_of("reopen_place"), self)
        reopen = menu.addAction(text)
        reopen.triggered.connect(self.reopen_requested)
        reopen.setEnabled(self._can_reopen)
        if at >= 0:
            menu.addSeparator()
            menu.addAction("Copy link").triggered.connect(lambda: self.copy_requested.emit(at))
            menu.addAction("Open in web browser").triggered.connect(
                lambda: self.web_requested.emit(at)
            )
        menu.popup(self.mapToGlobal(where))
