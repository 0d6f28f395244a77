"""Stack of the pages: each is built when it is first shown, and styled in its hue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from osubrowser.ui.keys.keymap import update_part
from osubrowser.ui.shell.page_kind import PageContext

if TYPE_CHECKING:
    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.open_tabs import OpenTab
    from osubrowser.ui.shell.page_kind import PageKind, PageTable
    from osubrowser.ui.style.theme import Theme


@dataclass(slots=True, eq=False)
class PageSlot:
    """The one page of a kind, and the open tab that it serves at the moment.

    Attributes:
        kind: the kind of page.
        page: None until it is first shown.
        tab: the tab for which the page shows something.
        shown: the place that it shows; None once that is out of date.
        status: the last status text of the page.
    """

    kind: PageKind
    page: Page | None = None
    tab: OpenTab | None = None
    shown: Place | None = None
    status: str = ""

    @property
    def hue(self) -> int:
        """The page's own hue, else that of its kind."""
        own = self.page.hue if self.page is not None else None
        return self.kind.hue if own is None else own

    def shows(self, tab: OpenTab) -> bool:
        """Return whether the page shows the current place of a tab."""
        return self.tab is tab and self.shown == tab.place

    def save_state(self) -> None:
        """Save the page's state in the history of the tab that it serves."""
        if self.page is not None and self.tab is not None and self.shows(self.tab):
            self.tab.history.current.state = self.page.save_state()

    def release(self) -> None:
        """Detach the page from its tab, and cancel what it loads."""
        self.tab = self.shown = None
        if self.page is not None:
            self.page.leave()


class PageStack(QObject):
    """One page for each kind of page, and the welcome page, which can cover them.

    Args:
        theme: the styles of pages.
        table: the kinds of page.
        welcome: the kind of the welcome page.
        parent: the Qt parent.

    Attributes:
        widget: shows one page at a time.
        slots: one for each kind of page.
        welcome: the slot of the welcome page.
        built: `PageSlot`: its page was built; nothing is shown in it yet.
    """

    built = Signal(object)

    def __init__(
        self, theme: Theme, table: PageTable, welcome: PageKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = table
        self.widget = QStackedWidget(parent)
        self.slots = [PageSlot(kind) for kind in table.kinds]
        self.welcome = PageSlot(welcome)
        theme.changed.connect(self._on_theme_changed)

    @property
    def is_welcome(self) -> bool:
        """Whether the welcome page is in front."""
        page = self.welcome.page
        return page is not None and self.widget.currentWidget() is page

    def slot_of(self, place: Place) -> PageSlot | None:
        """Return the slot of the page for a place; None if there is none."""
        return next((slot for slot in self.slots if slot.kind.takes(place)), None)

    def page_of(self, slot: PageSlot) -> Page:
        """Return the page of a slot, which is built now if it was not yet."""
        return slot.page or self._build(slot)

    def show_page(self, slot: PageSlot) -> None:
        """Bring the page of a slot to the front."""
        self.widget.setCurrentWidget(self.page_of(slot))

    def style(self, slot: PageSlot) -> None:
        """Style a page in its hue and the current theme."""
        if slot.page is not None:
            hue = slot.hue
            slot.page.apply_style(self._theme.stylesheet(hue), self._theme.colours(hue))

    def leave(self) -> None:
        """Cancel what the pages load: the window closes."""
        for slot in (*self.slots, self.welcome):
            if slot.page is not None:
                slot.page.leave()

    def _build(self, slot: PageSlot) -> Page:
        table, kind = self._table, slot.kind
        context = PageContext(self._theme.colours(kind.hue), table.has_page, table.shortcuts)
        page = slot.page = kind.build(context)
        page.setProperty("ground", True)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.style(slot)
        self.built.emit(slot)
        self.widget.addWidget(page)
        update_part(page)
        return page

    def _on_theme_changed(self) -> None:
        for slot in (*self.slots, self.welcome):
            self.style(slot)
