"""Top of the window: navigation buttons, address bar, bookmark and account button, tabs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from osubrowser.ui.keys.keymap import hint, with_key
from osubrowser.ui.keys.shortcuts import key_of
from osubrowser.ui.shell.account_button import AccountButton
from osubrowser.ui.shell.omnibox.address_bar import AddressBar
from osubrowser.ui.shell.tab_bar import OpenTabBar
from osubrowser.ui.style import icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton

    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.style.theme import Colours


class Chrome(QWidget):
    """The controls that are the same on every page.

    Args:
        tab_keys: the shortcut of each fixed tab, whose text is the tab's title.
        account_menu: the menu of the account button.
        images: loads the avatar; None for none.
        parent: the window.

    Attributes:
        back_requested, forward_requested, reload_requested: a button was pressed.
        tab_requested: index of a fixed tab that was pressed, also if it is the current one.
        history_requested: `(QMenu, step)`: the context menu of Back (-1) or Forward (1) is about to
            be shown, and is to be filled.
        address, star, account, tabs, places: the controls; `places` are the closable tabs.
    """

    back_requested = Signal()
    forward_requested = Signal()
    reload_requested = Signal()
    tab_requested = Signal(int)
    history_requested = Signal(object, int)

    def __init__(
        self,
        tab_keys: Sequence[Key],
        account_menu: QMenu,
        images: ImageStore | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tab_keys = tuple(tab_keys)
        self.back = self._button("back", "Back")
        self.forward = self._button("forward", "Forward")
        self.reload = self._button("reload", "Reload")
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.reload.clicked.connect(self.reload_requested)
        self._add_history_menu(self.back, -1)
        self._add_history_menu(self.forward, 1)
        self.address = AddressBar(self)
        self.star = self._button("star", "Bookmark this page", "bookmark")
        self._star_icon = "star"
        self._colours: Colours | None = None
        self.account = AccountButton(account_menu, images, self)
        self.tabs = self._make_tabs()
        self.places = OpenTabBar(self)
        self._lay_out()

    def select_tab(self, index: int | None) -> None:
        """Mark a fixed tab as the current one; None for none of them."""
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
        """Show whether the current place can be bookmarked, and whether it is (a full star)."""
        self.star.setEnabled(is_offered)
        name = "star-full" if is_full else "star"
        if name != self._star_icon:
            self._star_icon = name
            text = "Edit the bookmark" if is_full else "Bookmark this page"
            self.star.setAccessibleName(text)
            hint(self.star, text, key_of("bookmark"))
            self._draw_star()

    def show_keys(self) -> None:
        """Show the shortcuts of the tabs that are in force, in their tooltips."""
        for index, key in enumerate(self._tab_keys):
            self.tabs.setTabToolTip(index, with_key(key.text, key, self))

    def set_colours(self, colours: Colours) -> None:
        """Draw the icons in these colours."""
        ratio = self.devicePixelRatioF()
        for name in ("back", "forward", "reload"):
            getattr(self, name).setIcon(icons.icon(name, colours, ratio=ratio))
        self._colours = colours
        self._draw_star()
        self.account.set_colours(colours)
        self.places.set_colours(colours)

    def _draw_star(self) -> None:
        if self._colours is not None:
            ratio = self.devicePixelRatioF()
            self.star.setIcon(icons.icon(self._star_icon, self._colours, ratio=ratio))

    def _button(self, name: str, text: str, action: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        hint(button, text, key_of(action or name))
        button.setIconSize(QSize(icons.SIZE, icons.SIZE))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _add_history_menu(self, button: QAbstractButton, step: int) -> None:
        menu = QMenu(self)
        menu.aboutToShow.connect(partial(self.history_requested.emit, menu, step))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(
            lambda _at: menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        )

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setObjectName("tabs")
        tabs.setAccessibleName("Tabs")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for key in self._tab_keys:
            index = tabs.addTab(key.text)
            tabs.setTabToolTip(index, with_key(key.text, key, self))
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
