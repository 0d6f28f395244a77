"""The top of the window: back, forward, reload, the address, the account, and the tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from osubrowser.ui import icons
from osubrowser.ui.widgets.account_button import AccountButton
from osubrowser.ui.widgets.address_bar import AddressBar

if TYPE_CHECKING:
    from osubrowser.ui.theme import Colours


class Chrome(QWidget):
    """The controls of the window that stay the same on every page.

    Attributes:
        back_requested, forward_requested, reload_requested: a button was pressed.
        tab_requested: the index of a tab that was pressed, also if it is the current one.
    """

    back_requested = Signal()
    forward_requested = Signal()
    reload_requested = Signal()
    tab_requested = Signal(int)

    def __init__(
        self, titles: Sequence[str], account_menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = self._button("back", "Back", "Alt+Left")
        self.forward = self._button("forward", "Forward", "Alt+Right")
        self.reload = self._button("reload", "Reload", "F5")
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.reload.clicked.connect(self.reload_requested)
        self.address = AddressBar(self)
        self.account = AccountButton(account_menu, self)
        self.tabs = self._make_tabs(titles)
        self._lay_out()

    def select_tab(self, index: int | None) -> None:
        """Mark a tab as the one that is open; None where a page without a tab covers them."""
        self.tabs.blockSignals(True)
        if index is not None:
            self.tabs.setCurrentIndex(index)
        self.tabs.blockSignals(False)
        idle = index is None
        if self.tabs.property("idle") != idle:
            self.tabs.setProperty("idle", idle)
            self.tabs.style().polish(self.tabs)
            self.tabs.update()

    def set_history_menus(self, back: QMenu, forward: QMenu) -> None:
        """Give Back and Forward their lists, opened by the right mouse button."""
        for button, menu in ((self.back, back), (self.forward, forward)):
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda _at, button=button, menu=menu: menu.popup(
                    button.mapToGlobal(button.rect().bottomLeft())
                )
            )

    def set_colours(self, colours: Colours) -> None:
        """Wear the page's colours."""
        ratio = self.devicePixelRatioF()
        for name in ("back", "forward", "reload"):
            getattr(self, name).setIcon(icons.icon(name, colours, ratio=ratio))
        self.account.set_colours(colours)

    def _button(self, name: str, words: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_tabs(self, titles: Sequence[str]) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setObjectName("tabs")
        tabs.setAccessibleName("Tabs")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for position, title in enumerate(titles, 1):
            tabs.addTab(title)
            tabs.setTabToolTip(position - 1, f"{title} (Ctrl+{position})")
        tabs.currentChanged.connect(self.tab_requested)
        tabs.tabBarClicked.connect(self._on_tabs_clicked)
        return tabs

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 2)
        bar.setSpacing(2)
        for button in (self.back, self.forward, self.reload):
            bar.addWidget(button)
        bar.addSpacing(6)
        bar.addWidget(self.address, 1)
        bar.addSpacing(6)
        bar.addWidget(self.account)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        strip = QHBoxLayout()
        strip.setContentsMargins(8, 0, 8, 0)
        strip.addWidget(self.tabs)
        strip.addStretch(1)
        layout.addLayout(strip)

    def _on_tabs_clicked(self, index: int) -> None:
        if index >= 0 and index == self.tabs.currentIndex():
            self.tab_requested.emit(index)
