"""The top of the window: back, forward, reload, the address, the account, the tabs and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from osubrowser.ui.keys.keymap import hint, with_key
from osubrowser.ui.keys.shortcuts import key_of, tab_key
from osubrowser.ui.shell.account_button import AccountButton
from osubrowser.ui.shell.omnibox.address_bar import AddressBar
from osubrowser.ui.shell.tab_bar import OpenTabBar
from osubrowser.ui.style import icons

if TYPE_CHECKING:
    from osubrowser.ui.style.theme import Colours


class Chrome(QWidget):
    """The controls of the window that stay the same on every page. `places` is a bar of its own.

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
        self.back = self._button("back", "Back")
        self.forward = self._button("forward", "Forward")
        self.reload = self._button("reload", "Reload")
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.reload.clicked.connect(self.reload_requested)
        self.address = AddressBar(self)
        self.star = self._button("star", "Bookmark this page", "bookmark")
        self._star = "star"
        self._colours: Colours | None = None
        self.account = AccountButton(account_menu, self)
        self.tabs = self._make_tabs(titles)
        self.places = OpenTabBar(self)
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
            if self.tabs.isVisible():  # else Qt does it before it shows them
                self.tabs.style().polish(self.tabs)
                self.tabs.update()

    def set_star(self, is_offered: bool, *, is_full: bool) -> None:
        """Show whether what is open can be bookmarked, and whether it is (the star is full)."""
        self.star.setEnabled(is_offered)
        name = "star-full" if is_full else "star"
        if name != self._star:
            self._star = name
            words = "Edit the bookmark" if is_full else "Bookmark this page"
            self.star.setAccessibleName(words)
            hint(self.star, words, key_of("bookmark"))
            self._dress_star()

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
        self._colours = colours
        self._dress_star()
        self.account.set_colours(colours)
        self.places.set_colours(colours)

    def _dress_star(self) -> None:
        if self._colours is not None:
            ratio = self.devicePixelRatioF()
            self.star.setIcon(icons.icon(self._star, self._colours, ratio=ratio))

    def _button(self, name: str, words: str, action: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        hint(button, words, key_of(action or name))
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
            tabs.setTabToolTip(position - 1, with_key(title, tab_key(position, title), self))
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
        bar.addWidget(self.star)
        bar.addSpacing(6)
        bar.addWidget(self.account)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        strip = QHBoxLayout()
        strip.setContentsMargins(8, 0, 8, 0)
        strip.setSpacing(12)
        strip.addWidget(self.tabs)
        strip.addWidget(self.places, 1000, Qt.AlignmentFlag.AlignVCenter)
        strip.addStretch(1)
        layout.addLayout(strip)

    def _on_tabs_clicked(self, index: int) -> None:
        if index >= 0 and index == self.tabs.currentIndex():
            self.tab_requested.emit(index)
