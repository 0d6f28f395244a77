"""Open tabs: histories, saved state, and the stack of their pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from osubrowser.ui.keys.shortcuts import update_part
from osubrowser.ui.shell.page_kind import PageContext
from osubrowser.ui.widgets.segments import FillingStack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.places.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.shell.page_kind import PageKind, PageTable
    from osubrowser.ui.style.theme import Theme


LONGEST: Final = 100
"""Most places in a history."""

MOST_STATES: Final = 12
"""Most saved states in a history besides the current place. They may hold loaded rows."""


@dataclass(slots=True)
class Entry:
    """Place in a history.

    Attributes:
        place: the place.
        state: what the page saved when the place was left, or None.
        title: title of the page; "" until the page has set it.
        tab: the tab that shows it; None outside of `OpenTabs`.
    """

    place: Place
    state: object | None = None
    title: str = ""
    tab: OpenTab | None = None


class History:
    """History of places, of which one is current. It is never empty.

    The fixed tabs share one: Back leads to where a click was made, also in another tab. Each
    closable tab has its own.
    """

    def __init__(self, first: Entry) -> None:
        self._entries = [first]
        self._index = 0

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def current(self) -> Entry:
        """The current entry."""
        return self._entries[self._index]

    @property
    def can_go_back(self) -> bool:
        """Whether there is an entry before the current one."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is an entry after the current one."""
        return self._index + 1 < len(self._entries)

    def behind(self) -> list[Entry]:
        """Return the entries before the current one, the nearest first."""
        return self._entries[self._index - 1 :: -1] if self._index else []

    def ahead(self) -> list[Entry]:
        """Return the entries after the current one, the nearest first."""
        return self._entries[self._index + 1 :]

    def visit(self, entry: Entry) -> Entry:
        """Add an entry after the current one, and drop the entries that followed.

        Visiting the current place again in the same tab adds none.

        Returns:
            The current entry.
        """
        if entry.place == self.current.place and entry.tab is self.current.tab:
            return self.current
        del self._entries[self._index + 1 :]
        self._entries.append(entry)
        self._index += 1
        overflow = len(self._entries) - LONGEST
        if overflow > 0:
            del self._entries[:overflow]
            self._index -= overflow
        self._forget_old_states()
        return self.current

    def replace(self, entry: Entry) -> Entry:
        """Replace the current entry, and return the new one."""
        self._entries[self._index] = entry
        return entry

    def go(self, steps: int) -> Entry | None:
        """Move by a number of steps, negative for back; None if there is no such entry."""
        target = self._index + steps
        if steps == 0 or not 0 <= target < len(self._entries):
            return None
        self._index = target
        return self.current

    def forget_states(self) -> None:
        """Drop all saved states."""
        for entry in self._entries:
            entry.state = None

    def _forget_old_states(self) -> None:
        for distance, entry in enumerate(self.behind()):
            is_last_of_tab = entry.tab is not None and entry.tab.entry is entry
            if distance >= MOST_STATES and not is_last_of_tab:
                entry.state = None


MOST_BESIDE: Final = 30
"""Most closable tabs."""

_MOST_CLOSED: Final = 20
_MOST_STATES: Final = 10  # tabs with saved states in their histories


@dataclass(slots=True, eq=False)
class OpenTab:
    """Open tab.

    Attributes:
        history: the shared history of the fixed tabs, or that of a closable tab.
        entry: what was last open in it.
        kind: the kind of page of a fixed tab; None for a closable tab.
        is_fresh: whether the tab has not been shown yet.
        visited: the place that was last recorded as a visit.
        opener: the tab from which it was opened in front; closing it returns there.
    """

    history: History
    entry: Entry
    kind: PageKind | None = None
    is_fresh: bool = True
    visited: Place | None = None
    opener: OpenTab | None = None

    @property
    def place(self) -> Place:
        """The place that was last open in it."""
        return self.entry.place

    @property
    def title(self) -> str:
        """The title of that place; "" until the page has set it."""
        return self.entry.title

    def move_to(self, place: Place) -> None:
        """Change the place of the entry; its title stays."""
        self.entry.place, self.entry.state = place, None


@dataclass(frozen=True, slots=True)
class SavedState:
    """Snapshot of the open tabs, for the next start.

    Attributes:
        tabs: the place in each fixed tab, by the key of its kind.
        beside: place and title of each closable tab, from left to right.
        current: the key of the fixed tab in front, or the position of a closable one.
    """

    tabs: dict[str, Place] = field(default_factory=dict)
    beside: tuple[tuple[Place, str], ...] = ()
    current: str | int = ""


class OpenTabs:
    """The fixed tabs, the closable tabs beside them, and the tab in front.

    Args:
        table: the kinds of page, of which some have a fixed tab.

    Attributes:
        tabs: the fixed tabs.
        beside: the closable tabs, from left to right.
        current: the tab in front.
    """

    def __init__(self, table: PageTable) -> None:
        self._table = table
        self._kinds = table.tabs
        self.tabs: list[OpenTab] = []
        self.beside: list[OpenTab] = []
        self.current: OpenTab
        self._lay_out([kind.home for kind in self._kinds], "")
        self._closed: list[tuple[int, OpenTab]] = []
        self._recent: list[OpenTab] = []

    @property
    def all(self) -> list[OpenTab]:
        """Fixed and closable tabs, from left to right."""
        return [*self.tabs, *self.beside]

    @property
    def tab_index(self) -> int | None:
        """Position of the fixed tab in front, from 0; None for a closable one."""
        return self.tabs.index(self.current) if self.current in self.tabs else None

    @property
    def place_index(self) -> int | None:
        """Position of the closable tab in front, from 0; None for a fixed one."""
        return self.beside.index(self.current) if self.current in self.beside else None

    @property
    def can_reopen(self) -> bool:
        """Whether a closed tab can be opened again."""
        return bool(self._closed) and not self.is_full

    @property
    def is_full(self) -> bool:
        """Whether the number of closable tabs is at its limit."""
        return len(self.beside) >= MOST_BESIDE

    # --- navigation --------------------------------------------------------------------------

    def step(self, step: int) -> OpenTab:
        """Return the tab that follows (1) or precedes (-1) the current one, cyclically."""
        tabs = self.all
        return tabs[(tabs.index(self.current) + step) % len(tabs)]

    def enter(self, kind: PageKind, place: Place, *, covered: bool) -> None:
        """Visit a place in the tab that it belongs to, and bring that tab to the front.

        A place stays in the current tab if that is closable; else it opens in the fixed tab of its
        kind, or in the one that its kind names. Other kinds have a closable tab of their own.

        Args:
            kind: the kind of page of the place.
            place: what to visit.
            covered: whether the current tab is hidden by the welcome page.
        """
        self.visit(self._tab_for(kind, place, covered), place)

    def visit(self, tab: OpenTab, place: Place) -> None:
        """Visit a place in a tab, and bring the tab to the front."""
        entry = Entry(place, title=tab.title if place == tab.place else "", tab=tab)
        self._add(tab, entry)

    def hand_over(self, kind: PageKind) -> None:
        """Give the current place to the fixed tab in which its kind of page opens.

        A fixed tab that had it until now goes back to what was open in it before.
        """
        tab = self.current
        other = next((one for one in self.tabs if one.kind and one.kind.key == kind.in_tab), None)
        if tab.kind is None or other is None or other is tab:
            return
        entry, before = tab.entry, [one for one in tab.history.behind() if one.tab is tab]
        tab.entry = before[0] if before else Entry(tab.kind.home, tab=tab)
        entry.tab = other
        other.entry = entry
        self.current = other

    def select(self, tab: OpenTab) -> None:
        """Bring a tab to the front with what was last open in it; a step of the fixed tabs."""
        if tab.history.current.tab is tab:
            self.current = tab
        else:
            last = tab.entry
            self._add(tab, Entry(last.place, last.state, last.title, tab))

    def go(self, steps: int) -> bool:
        """Move in the history of the current tab, also to another fixed tab; False if it ends."""
        entry = self.current.history.go(steps)
        if entry is None or entry.tab is None:
            return False
        entry.tab.entry, self.current = entry, entry.tab
        return True

    def note_shown(self) -> None:
        """Mark the current tab as shown, and drop the states of the least recently shown ones."""
        tab = self.current
        tab.is_fresh = False
        if tab.kind is not None:
            self._last_fixed = tab
        if tab in self._recent:
            self._recent.remove(tab)
        self._recent.append(tab)
        for old in self._recent[:-_MOST_STATES]:
            if old.kind is None:
                old.history.forget_states()
        del self._recent[:-_MOST_STATES]

    def forget_states(self) -> None:
        """Drop the saved states of all pages."""
        for tab in self.all:
            tab.history.forget_states()
            tab.entry.state = None

    # --- closable tabs -----------------------------------------------------------------------

    def add(self, place: Place) -> OpenTab:
        """Add a closable tab right after the current one, else at the end."""
        tab = _closable(place, "")
        at = self.place_index
        self.beside.insert(len(self.beside) if at is None else at + 1, tab)
        return tab

    def close(self, position: int) -> OpenTab:
        """Close a closable tab and return it; `reopen` restores it.

        If it was in front, then its opener, else its neighbour, else the last fixed tab is.
        """
        tab = self.beside.pop(position)
        tab.history.forget_states()
        self._closed.append((position, tab))
        del self._closed[:-_MOST_CLOSED]
        if tab in self._recent:
            self._recent.remove(tab)
        opener, tab.opener = tab.opener, None
        if tab is self.current:
            left = self.beside
            neighbour = left[min(position, len(left) - 1)] if left else self._last_fixed
            self.select(opener if opener is not None and opener in self.all else neighbour)
        return tab

    def reopen(self) -> OpenTab | None:
        """Reopen the tab that was closed last, and return it; None if there is none, or no room."""
        if not self.can_reopen:
            return None
        position, tab = self._closed.pop()
        self.beside.insert(min(position, len(self.beside)), tab)
        return tab

    def move(self, start: int, to: int) -> None:
        """Move a closable tab to another position."""
        self.beside.insert(to, self.beside.pop(start))

    # --- saving ------------------------------------------------------------------------------

    def snapshot(self) -> SavedState:
        """Return a snapshot of the open tabs."""
        tabs = {tab.kind.key: tab.place for tab in self.tabs if tab.kind is not None}
        kind, at = self.current.kind, self.place_index
        current = kind.key if kind is not None else at if at is not None else ""
        return SavedState(tabs, tuple((tab.place, tab.title) for tab in self.beside), current)

    def restore(self, saved: SavedState) -> None:
        """Replace all tabs by those of a snapshot, without places that their tab cannot show."""
        self.beside = [_closable(place, title) for place, title in saved.beside[:MOST_BESIDE]]
        self._lay_out([self._saved_place(saved, kind) for kind in self._kinds], saved.current)
        self._closed.clear()
        self._recent.clear()

    # --- private -----------------------------------------------------------------------------

    def _lay_out(self, places: Sequence[Place], current: str | int) -> None:
        """Set the places of the fixed tabs, and start their history with the one in front."""
        entries = [Entry(place) for place in places]
        history = History(entries[0])
        self.tabs = [
            OpenTab(history, entry, kind, is_fresh=entry.place == kind.home)
            for kind, entry in zip(self._kinds, entries, strict=True)
        ]
        for tab in self.tabs:
            tab.entry.tab = tab
        self.current = self._named(current)
        self._last_fixed = self.current if self.current.kind is not None else self._named("")
        history.replace(self._last_fixed.entry)

    def _add(self, tab: OpenTab, entry: Entry) -> None:
        """Add an entry of a tab to its history, and bring the tab to the front."""
        history, last = tab.history, tab.history.current.tab
        is_home = last is not None and last.is_fresh and last.kind is not None
        if len(history) == 1 and is_home:
            tab.entry = history.replace(entry)  # no Back to a place that was never shown
        else:
            tab.entry = history.visit(entry)
        self.current = tab

    def _tab_for(self, kind: PageKind, place: Place, covered: bool) -> OpenTab:
        current = self.current
        if not kind.in_tab:
            of_kind = (tab for tab in (current, *self.beside) if kind.takes(tab.place))
            found = next(of_kind, None)
            if found is None:
                found = self.add(place)
                found.opener = current
            return found
        if current.kind is None and not covered:
            return current
        return next(tab for tab in self.tabs if tab.kind and tab.kind.key == kind.in_tab)

    def _saved_place(self, saved: SavedState, kind: PageKind) -> Place:
        """Return the saved place of a fixed tab if it opens there, else the tab's home."""
        place = saved.tabs.get(kind.key)
        return place if place is not None and self._table.tab_of(place) is kind else kind.home

    def _named(self, current: str | int) -> OpenTab:
        """Return the tab that was in front in a snapshot; the first tab if it is unknown."""
        if isinstance(current, int) and 0 <= current < len(self.beside):
            return self.beside[current]
        first = (n for n, kind in enumerate(self._kinds) if kind.is_first)
        named = (n for n, kind in enumerate(self._kinds) if kind.key == current)
        return self.tabs[next(named, next(first, 0))]


def _closable(place: Place, title: str) -> OpenTab:
    entry = Entry(place, title=title)
    entry.tab = OpenTab(History(entry), entry)
    return entry.tab


@dataclass(slots=True, eq=False)
class PageSlot:
    """The page of a kind, and the tab that it currently serves.

    Attributes:
        kind: the kind of page.
        page: the page; None until it is first shown.
        tab: the tab whose place the page shows.
        shown: the place that it shows; None once it is outdated.
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
        """Save the page's state in the entry of the tab that it serves."""
        if self.page is not None and self.tab is not None and self.shows(self.tab):
            self.tab.entry.state = self.page.save_state()

    def release(self) -> None:
        """Detach the page from its tab, and cancel its loads."""
        self.tab = self.shown = None
        if self.page is not None:
            self.page.leave()


class PageStack(QObject):
    """Stack with one page for each kind, and the welcome page, which can cover them.

    Args:
        theme: the styles of pages.
        table: the kinds of page.
        welcome: the kind of the welcome page.
        parent: the Qt parent.

    Attributes:
        widget: the stacked widget.
        slots: one for each kind of page.
        welcome: the slot of the welcome page.
        built: `PageSlot`: its page was built, and shows no place yet.
    """

    built = Signal(object)

    def __init__(
        self, theme: Theme, table: PageTable, welcome: PageKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = table
        self.widget = FillingStack(parent)
        self.slots = [PageSlot(kind) for kind in table.kinds]
        self._slots = {slot.kind.key: slot for slot in self.slots}
        self.welcome = PageSlot(welcome)
        self._front: PageSlot | None = None
        self._is_held = False
        theme.changed.connect(self._on_theme_changed)

    @property
    def is_welcome(self) -> bool:
        """Whether the welcome page is in front."""
        return self._front is self.welcome

    def slot_of(self, place: Place) -> PageSlot | None:
        """Return the slot of the page for a place; None if there is none."""
        kind = self._table.kind_of(place)
        return None if kind is None else self._slots[kind.key]

    def page_of(self, slot: PageSlot) -> Page:
        """Return the page of a slot, built at the first call."""
        return slot.page or self._build(slot)

    def show_page(self, slot: PageSlot) -> None:
        """Bring the page of a slot to the front."""
        self._front = slot
        if self._is_held:
            self._show_ground(slot)
        else:
            self.widget.setCurrentWidget(self.page_of(slot))

    def hold(self) -> None:
        """Build and show no page until `release`: the window's first frame does not wait for it."""
        self._is_held = True

    def release(self) -> None:
        """Build and show the page in front."""
        self._is_held = False
        if self._front is not None:
            self.show_page(self._front)
        self.widget.setAutoFillBackground(False)
        self.widget.setPalette(QPalette())

    def _show_ground(self, slot: PageSlot) -> None:
        """Fill the stack with the background of a page that is not built."""
        palette = self.widget.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.colours(slot.hue).background6)
        self.widget.setPalette(palette)
        self.widget.setAutoFillBackground(True)

    def style(self, slot: PageSlot) -> None:
        """Style a page in its hue and the current theme."""
        if slot.page is not None:
            hue = slot.hue
            slot.page.apply_style(self._theme.stylesheet(hue), self._theme.colours(hue))

    def _style_new(self, slot: PageSlot, page: Page) -> None:
        """Style a new page, whose parts have the colours of its kind already."""
        if slot.hue == slot.kind.hue:
            hue = slot.hue
            page.apply_first_style(self._theme.stylesheet(hue), self._theme.colours(hue))
        else:
            self.style(slot)

    def leave(self) -> None:
        """Cancel the loads of all pages; called when the window closes."""
        for slot in (*self.slots, self.welcome):
            if slot.page is not None:
                slot.page.leave()

    def _build(self, slot: PageSlot) -> Page:
        table, kind = self._table, slot.kind
        context = PageContext(self._theme.colours(kind.hue), table.has_page, table.shortcuts)
        page = slot.page = kind.build(context)
        page.setProperty("ground", True)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.widget.addWidget(page)  # first: a style sheet before it would be applied twice
        self._style_new(slot, page)
        self.built.emit(slot)
        update_part(page)
        return page

    def _on_theme_changed(self) -> None:
        for slot in (*self.slots, self.welcome):
            self.style(slot)
