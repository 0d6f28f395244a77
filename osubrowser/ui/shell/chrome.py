"""Frame of the window: navigation buttons, address bar, account button, tabs, status line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QIcon, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain, tooltip
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.shortcuts import hint, in_menu, key_of, with_key
from osubrowser.ui.shell.omnibox.controller import AddressBar
from osubrowser.ui.style import icons
from osubrowser.ui.widgets.menus import add_action, escaped, pop_up
from osubrowser.ui.widgets.plain_text import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from osubrowser.services.images.image_store import ImageStore
    from osubrowser.ui.keys.key import Key
    from osubrowser.ui.shell.now_playing import NowPlaying
    from osubrowser.ui.style.theme import Colours


AVATAR: Final = 24
"""Edge of the avatar in logical pixels."""
_WIDEST_NAME: Final = 160
_GAP: Final = 8
"""Pixels between the avatar and the name."""


class AccountButton(QToolButton):
    """Tool button with the avatar and the name of the account.

    Args:
        menu: the menu of the button.
        images: loads the avatar; None for none.
        parent: the Qt parent.
    """

    def __init__(
        self, menu: QMenu, images: ImageStore | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = ""
        self._avatar = ""
        self._images = images
        self._colours: Colours | None = None
        self.setObjectName("account")
        self.setMenu(menu)
        menu.installEventFilter(self)
        menu.aboutToHide.connect(self._on_menu_about_to_hide)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(AVATAR, AVATAR))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if images is not None:
            images.ready.connect(self._on_images_ready)
        self.show_account(tr("Signed out"), "")

    def show_account(self, name: str, avatar: str) -> None:
        """Set name and avatar.

        Args:
            name: a player's name, or a text such as "Guest".
            avatar: URL of the avatar, or "" for none.
        """
        self._name, self._avatar = name, avatar
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST_NAME)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tooltip(tr("{name}: account, theme, help").format(name=name)))
        self.setAccessibleName(tr("Account: {name}").format(name=name))
        self._draw()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icon."""
        self._colours = colours
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Align the menu with the right edge of the button, which is near that of the window."""
        if event.type() == QEvent.Type.Show and watched is self.menu():
            corner = self.mapToGlobal(QPoint(self.width(), self.height() + 2))
            self.menu().move(corner - QPoint(self.menu().width(), 0))
        return bool(super().eventFilter(watched, event))

    def _on_menu_about_to_hide(self) -> None:
        # Qt leaves a button pressed, or lit, whose menu was closed by a press elsewhere.
        self.setDown(False)
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, self._is_under_cursor())
        self.update()

    def _is_under_cursor(self) -> bool:
        return self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def _on_images_ready(self) -> None:
        if self._avatar:
            self._draw()

    def _draw(self) -> None:
        picture = None
        if self._avatar and self._images is not None:
            picture = self._images.request(self._avatar, AVATAR, AVATAR, "round")
        if picture is not None:
            self.setIconSize(QSize(AVATAR + _GAP, AVATAR))
            self.setIcon(QIcon(picture))
        elif self._colours is not None:
            self.setIconSize(QSize(icons.SIZE, icons.SIZE))
            self.setIcon(icons.icon("person", self._colours, ratio=self.devicePixelRatioF()))


_CROSS: Final = 12  # pixels
_LONGEST: Final = 60  # characters of a title; the style sheet limits its width


class OpenTabBar(QTabBar):
    """Tab bar of closable tabs, with close buttons, a context menu, and drag to reorder.

    Attributes:
        place_requested: position of the pressed tab.
        close_requested: position of the tab to close.
        others_close_requested: position of the only tab to keep.
        reopen_requested: reopen the tab that was closed last.
        copy_requested, web_requested: position of the tab whose link to copy, or to open.
        place_moved: `(from, to)` positions of a dragged tab.
        layout_changed: the tabs, or the room for them, have changed.
    """

    place_requested = Signal(int)
    close_requested = Signal(int)
    others_close_requested = Signal(int)
    reopen_requested = Signal()
    copy_requested = Signal(int)
    web_requested = Signal(int)
    place_moved = Signal(int, int)
    layout_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Colours | None = None
        self._titles: list[tuple[str, str]] = []
        self._can_reopen = False
        self.setObjectName("places")
        self.setAccessibleName(tr("Places that are kept open"))
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
        """Set the tabs as (title, address); `current` is None while no closable tab is in front."""
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
            # A bar that was hidden meanwhile is polished already, and Qt does it only once.
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().polish(self)
                self.update()
        self.setVisible(bool(places))
        self.layout_changed.emit()  # its signals were blocked

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the close buttons."""
        self._colours = colours
        for at in range(self.count()):
            self._draw_cross(at)

    def show_list(self, where: QPoint) -> None:
        """Show a menu of all tabs at a screen position, with the one in front marked."""
        menu = QMenu(self)
        for at, (title, address) in enumerate(self._titles):
            action = add_action(
                menu, escaped(plain(title or address, _LONGEST)), self.place_requested.emit, at
            )
            action.setCheckable(True)
            if at == self.currentIndex():
                action.setChecked(not self.property("idle"))
                menu.setActiveAction(action)
        pop_up(menu, where)

    def tabLayoutChange(self) -> None:
        """Emit `layout_changed`."""
        super().tabLayoutChange()
        self.layout_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Emit `layout_changed`."""
        super().resizeEvent(event)
        self.layout_changed.emit()

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

    # --- private ------------------------------------------------------------------------------

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
            self.setTabToolTip(at, tooltip(lines))
            self.setAccessibleTabName(at, plain(title or address, _LONGEST))
        self._titles = list(places)

    def _add_cross(self, at: int) -> None:
        cross = QToolButton(self)
        cross.setObjectName("cross")
        cross.setAccessibleName(tr("Close this place"))
        hint(cross, tr("Close"), key_of("close_place"))
        cross.setIconSize(QSize(_CROSS, _CROSS))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete and Ctrl+W close tabs
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
        if at >= 0 and at == self.currentIndex():  # else currentChanged follows
            self.place_requested.emit(at)

    def _on_moved(self, start: int, to: int) -> None:
        self._titles.insert(to, self._titles.pop(start))
        self.place_moved.emit(start, to)

    def _show_menu(self, where: QPoint) -> None:
        at = self.tabAt(where)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if at >= 0:
            close = menu.addAction(in_menu(tr("Close"), key_of("close_place"), self))
            close.triggered.connect(lambda: self.close_requested.emit(at))
            others = menu.addAction(tr("Close the others"))
            others.triggered.connect(lambda: self.others_close_requested.emit(at))
            others.setEnabled(self.count() > 1)
        text = in_menu(tr("Open the closed one again"), key_of("reopen_place"), self)
        reopen = menu.addAction(text)
        reopen.triggered.connect(self.reopen_requested)
        reopen.setEnabled(self._can_reopen)
        if at >= 0:
            menu.addSeparator()
            menu.addAction(tr("Copy link")).triggered.connect(lambda: self.copy_requested.emit(at))
            menu.addAction(tr("Open in web browser")).triggered.connect(
                lambda: self.web_requested.emit(at)
            )
        menu.popup(self.mapToGlobal(where))


_STRIP_GAP: Final = 12  # pixels between the parts of the strip of tabs
_MOST_UNREAD: Final = 999
"""Largest number of unread changes that is shown in full."""


class Chrome(QWidget):
    """Controls that are the same on every page.

    Args:
        tab_keys: the shortcut of each fixed tab, whose text is the tab's title.
        account_menu: the menu of the account button.
        images: loads the avatar; None for none.
        parent: the window.

    Attributes:
        back_requested, forward_requested, reload_requested: a button was pressed.
        tab_requested: index of the pressed fixed tab, also if it is the current one.
        history_requested: `(QMenu, step)`: fill the context menu of Back (-1) or Forward (1), which
            is about to be shown.
        unread_pressed: the number of unread changes was pressed.
        address, star, bell, unread, account, tabs, places: the controls; `unread` is shown while
            changes of what is followed are unread, `places` are the closable tabs.
        places_list: the button of the list of all closable tabs, shown while they do not fit.
    """

    back_requested = Signal()
    forward_requested = Signal()
    reload_requested = Signal()
    tab_requested = Signal(int)
    history_requested = Signal(object, int)
    unread_pressed = Signal()

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
        self.back = self._button("back", tr("Back", "in the history"))
        self.forward = self._button("forward", tr("Forward", "in the history"))
        self.reload = self._button("reload", tr("Reload"))
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        self.reload.clicked.connect(self.reload_requested)
        self._add_history_menu(self.back, -1)
        self._add_history_menu(self.forward, 1)
        self.address = AddressBar(self)
        self.star = self._button("star", tr("Bookmark this page"), "bookmark")
        self._star_icon = "star"
        self.bell = self._button("bell", tr("Follow this page"), "follow")
        self._bell_icon = "bell"
        self.unread = self._make_unread()
        self._colours: Colours | None = None
        self.account = AccountButton(account_menu, images, self)
        self.tabs = self._make_tabs()
        self.places = OpenTabBar(self)
        self.places_list = self._button(
            "placesList", tr("All places beside the tabs"), "list_places"
        )
        self.places_list.clicked.connect(self.show_places_list)
        self.places_list.hide()
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.timeout.connect(self._fit_places)
        self.places.layout_changed.connect(self._fit_timer.start)
        self._lay_out()

    def show_places_list(self) -> None:
        """Show the list of all closable tabs, below its button or the tabs."""
        anchor = self.places_list if self.places_list.isVisible() else self.places
        self.places.show_list(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _fit_places(self) -> None:
        """Show the button of the list while the closable tabs do not fit."""
        places, button = self.places, self.places_list
        room = places.width() + (button.width() + _STRIP_GAP if button.isVisible() else 0)
        is_full = places.count() > 0 and places.sizeHint().width() > room
        button.setVisible(is_full)

    def select_tab(self, index: int | None) -> None:
        """Set the current fixed tab; None for none."""
        self.tabs.blockSignals(True)
        if index is not None:
            self.tabs.setCurrentIndex(index)
        self.tabs.blockSignals(False)
        idle = index is None
        if self.tabs.property("idle") != idle:
            self.tabs.setProperty("idle", idle)
            if self.tabs.isVisible():  # else Qt polishes it when it is shown
                self.tabs.style().polish(self.tabs)
                self.tabs.update()

    def set_star(self, is_offered: bool, *, is_full: bool) -> None:
        """Set whether the current place can be bookmarked, and whether it is (a full star)."""
        self.star.setEnabled(is_offered)
        name = "star-full" if is_full else "star"
        if name != self._star_icon:
            self._star_icon = name
            text = tr("Edit the bookmark") if is_full else tr("Bookmark this page")
            self.star.setAccessibleName(text)
            hint(self.star, text, key_of("bookmark"))
            self._draw_star()

    def set_bell(self, is_offered: bool, *, is_full: bool) -> None:
        """Set whether the current place can be followed, and whether it is (a full bell)."""
        self.bell.setEnabled(is_offered)
        name = "bell-full" if is_full else "bell"
        if name != self._bell_icon:
            self._bell_icon = name
            text = tr("How this page is followed") if is_full else tr("Follow this page")
            self.bell.setAccessibleName(text)
            hint(self.bell, text, key_of("follow"))
            self._draw_bell()

    def set_unread(self, count: int) -> None:
        """Set the number of unread changes of what is followed; 0 hides it."""
        text = (
            numerals.whole(count) if count <= _MOST_UNREAD else f"{numerals.whole(_MOST_UNREAD)}+"
        )
        self.unread.setText(text)
        words = tr("%n unread change(s)", "", count)
        self.unread.setAccessibleName(words)
        self.unread.setToolTip(words)
        self.unread.setVisible(count > 0)

    def show_keys(self) -> None:
        """Update the shortcuts in the tooltips of the tabs."""
        for index, key in enumerate(self._tab_keys):
            self.tabs.setTabToolTip(index, with_key(key.text, key, self))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icons."""
        ratio = self.devicePixelRatioF()
        for name in ("back", "forward", "reload"):
            getattr(self, name).setIcon(icons.icon(name, colours, ratio=ratio))
        self.places_list.setIcon(icons.icon("chevron-down", colours, ratio=ratio))
        self._colours = colours
        self._draw_star()
        self._draw_bell()
        self.account.set_colours(colours)
        self.places.set_colours(colours)

    def _draw_star(self) -> None:
        if self._colours is not None:
            ratio = self.devicePixelRatioF()
            self.star.setIcon(icons.icon(self._star_icon, self._colours, ratio=ratio))

    def _draw_bell(self) -> None:
        if self._colours is not None:
            ratio = self.devicePixelRatioF()
            self.bell.setIcon(icons.icon(self._bell_icon, self._colours, ratio=ratio))

    def _make_unread(self) -> QToolButton:
        unread = QToolButton(self)
        unread.setObjectName("unread")
        unread.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        unread.clicked.connect(self.unread_pressed)
        unread.hide()
        return unread

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
        tabs.setAccessibleName(tr("Tabs"))
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
        bar.addWidget(self.bell)
        bar.addWidget(self.unread)
        bar.addSpacing(6)
        bar.addWidget(self.account)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        strip = QHBoxLayout()
        strip.setContentsMargins(8, 0, 8, 0)
        strip.setSpacing(_STRIP_GAP)
        strip.addWidget(self.tabs)
        strip.addWidget(self.places, 1000, Qt.AlignmentFlag.AlignVCenter)
        strip.addWidget(self.places_list, 0, Qt.AlignmentFlag.AlignVCenter)
        strip.addStretch(1)
        layout.addLayout(strip)

    def _on_tabs_clicked(self, index: int) -> None:
        if index >= 0 and index == self.tabs.currentIndex():
            self.tab_requested.emit(index)


HEIGHT = 26


class StatusLine(QWidget):
    """Status line: the status of the page on the left, facts about the connection on the right.

    Attributes:
        downloads_pressed: the text about downloads was clicked.
    """

    downloads_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._status = ElidedLabel(parent=self, name=tr("Status"))
        self._downloads = QPushButton(self)
        self._downloads.setObjectName("statusDownloads")
        self._downloads.setFlat(True)
        self._downloads.setProperty("link", True)
        self._downloads.setCursor(Qt.CursorShape.PointingHandCursor)
        self._downloads.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._downloads.clicked.connect(self.downloads_pressed)
        self._server = QLabel(self)
        self._server.setTextFormat(Qt.TextFormat.PlainText)
        self._offline_picture = QLabel(self)
        self._offline = QLabel(tr("offline"), self)
        self._requests = QLabel(self)
        self._requests.setToolTip(tr("Requests to osu! in the last minute"))
        self._player: NowPlaying | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self._status, 1)
        row.addWidget(self._downloads)
        for label in (self._offline_picture, self._offline, self._server, self._requests):
            label.setContentsMargins(0 if label is self._offline else 8, 0, 0, 0)
            row.addWidget(label)
        self.set_downloads("", "")
        self.set_offline(False)
        self.set_server("")
        self.set_requests(None)

    @property
    def status(self) -> str:
        """Status text of the page."""
        return self._status.text()

    @property
    def facts(self) -> str:
        """Visible texts on the right, joined."""
        labels = (self._offline, self._server, self._requests)
        return " · ".join(label.text() for label in labels if not label.isHidden())

    def set_status(self, text: str) -> None:
        """Set the status text of the page, such as `1-50 of 10,000`."""
        self._status.setText(text)

    @property
    def downloads(self) -> str:
        """Text about downloads; "" for none."""
        return "" if self._downloads.isHidden() else self._downloads.text().replace("&&", "&")

    def set_downloads(self, text: str, details: str) -> None:
        """Set the text about downloads, and its tooltip; "" hides it."""
        self._downloads.setText(text.replace("&", "&&"))
        self._downloads.setAccessibleDescription(details)
        self._downloads.setToolTip(details)
        self._downloads.setVisible(bool(text))

    def add_player(self, player: NowPlaying) -> None:
        """Add the control of previews, left of the text about downloads."""
        self._player = player
        self._row.insertWidget(1, player)

    def set_requests(self, last_minute: int | None) -> None:
        """Set the number of requests in the last minute; None without a session."""
        self._requests.setVisible(last_minute is not None)
        if last_minute is not None:
            self._requests.setText(tr("%n request(s)/min", "", last_minute))

    def set_offline(self, offline: bool) -> None:
        """Show or hide that osu! is unreachable."""
        self._offline.setVisible(offline)
        self._offline_picture.setVisible(offline)

    def set_server(self, name: str) -> None:
        """Set the name of a server other than osu!'s, such as `demo`; "" for osu!'s."""
        self._server.setVisible(bool(name))
        self._server.setText(name)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours of the icon."""
        ratio = self.devicePixelRatioF()
        self._offline_picture.setPixmap(
            icons.pixmap("offline", colours.warning, ratio=ratio, size=16)
        )
        if self._player is not None:
            self._player.set_colours(colours)
