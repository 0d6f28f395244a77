"""What is open: the tabs and the closable places beside them, each with a history of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from osubrowser.ui.shell.history import History

if TYPE_CHECKING:
    from collections.abc import Sequence

    from osubrowser.services.places.places import Place
    from osubrowser.ui.shell.page_kind import PageKind

MOST_BESIDE: Final = 30
"""How many closable places there are at once."""

_MOST_CLOSED: Final = 20
_KEPT_VIEWS: Final = 10  # tabs and closable places whose histories keep the state of pages


@dataclass(slots=True, eq=False)
class OpenTab:
    """A tab, or a closable place beside the tabs: what was and is shown there.

    Attributes:
        history: its places.
        tab: the tab that it is; None for a closable place.
        is_fresh: nothing was shown here yet.
        seen: the place that was last told to be seen.
        opener: from where it was gone to at once; closing it leads back there.
    """

    history: History
    tab: PageKind | None = None
    is_fresh: bool = True
    seen: Place | None = None
    opener: OpenTab | None = None

    @property
    def place(self) -> Place:
        """The place that is current here."""
        return self.history.current.place

    @property
    def title(self) -> str:
        """What the page called the current place; empty before it said so."""
        return self.history.current.title


@dataclass(frozen=True, slots=True)
class SavedState:
    """What is open, as it can be kept for the next start.

    Attributes:
        tabs: the place in each tab, by the tab's key.
        beside: place and title of each closable place, from left to right.
        current: the key of the tab in front, or the position of a closable place.
    """

    tabs: dict[str, Place] = field(default_factory=dict)
    beside: tuple[tuple[Place, str], ...] = ()
    current: str | int = ""


class OpenTabs:
    """The tabs, the closable places beside them, and which of all is in front.

    Args:
        tabs: those that are fixed, from left to right.

    Attributes:
        tabs: a view for each tab.
        beside: a view for each closable place, from left to right.
        current: the one in front.
    """

    def __init__(self, tabs: Sequence[PageKind]) -> None:
        self._kinds = tuple(tabs)
        self.tabs = [OpenTab(History(tab.home), tab) for tab in tabs]
        self.beside: list[OpenTab] = []
        self.current = self._named("")
        self._last_tab = self.current
        self._closed: list[tuple[int, OpenTab]] = []
        self._recent: list[OpenTab] = []

    @property
    def views(self) -> list[OpenTab]:
        """All of them, from left to right."""
        return [*self.tabs, *self.beside]

    @property
    def tab_index(self) -> int | None:
        """Which tab is in front, from 0; None for a closable place."""
        return self.tabs.index(self.current) if self.current in self.tabs else None

    @property
    def place_index(self) -> int | None:
        """Which closable place is in front, from 0; None for a tab."""
        return self.beside.index(self.current) if self.current in self.beside else None

    @property
    def can_reopen(self) -> bool:
        """Whether one was closed that can be opened again."""
        return bool(self._closed) and not self.is_full

    @property
    def is_full(self) -> bool:
        """Whether there is no room for more."""
        return len(self.beside) >= MOST_BESIDE

    # --- going -------------------------------------------------------------------------------

    def step(self, step: int) -> OpenTab:
        """Return the one that follows (1) or precedes (-1) the current one, round and round."""
        views = self.views
        return views[(views.index(self.current) + step) % len(views)]

    def enter(self, tab: PageKind, place: Place, *, covered: bool) -> None:
        """Make a place the current one where it belongs.

        A closable place keeps what is opened from it, else each kind has its tab. The program's
        own pages take nobody's place: each has one of its own.

        Args:
            tab: the kind of the place.
            place: where to.
            covered: the current view is not seen: nothing is opened from it.
        """
        self.current = self._view_for(tab, place, covered)
        view = self.current
        if view.is_fresh and len(view.history) == 1:
            view.history.replace(place)  # nobody wants to go back to what was never seen
        else:
            view.history.visit(place)

    def note_shown(self) -> None:
        """The current one is seen. Those not looked into for long load anew: states hold rows."""
        view = self.current
        view.is_fresh = False
        if view.tab is not None:
            self._last_tab = view
        if view in self._recent:
            self._recent.remove(view)
        self._recent.append(view)
        for old in self._recent[:-_KEPT_VIEWS]:
            old.history.forget_states()
        del self._recent[:-_KEPT_VIEWS]

    def forget_states(self) -> None:
        """Drop what every history keeps of its pages."""
        for view in self.views:
            view.history.forget_states()

    # --- closable places ---------------------------------------------------------------------

    def add(self, place: Place) -> OpenTab:
        """Open a closable place: right after the current one, else at the end."""
        view = _view(place, "")
        at = self.place_index
        self.beside.insert(len(self.beside) if at is None else at + 1, view)
        return view

    def close(self, position: int) -> OpenTab:
        """Close a place; it can be opened again where it was.

        If it was in front, then what it was opened from is, or its neighbour, or the last tab.
        """
        view = self.beside.pop(position)
        view.history.forget_states()
        self._closed.append((position, view))
        del self._closed[:-_MOST_CLOSED]
        if view in self._recent:
            self._recent.remove(view)
        opener, view.opener = view.opener, None
        if view is self.current:
            left = self.beside
            neighbour = left[min(position, len(left) - 1)] if left else self._last_tab
            self.current = opener if opener is not None and opener in self.views else neighbour
        return view

    def reopen(self) -> OpenTab | None:
        """Open the place again that was closed last."""
        if not self.can_reopen:
            return None
        position, view = self._closed.pop()
        self.beside.insert(min(position, len(self.beside)), view)
        return view

    def move(self, start: int, to: int) -> None:
        """Put a place elsewhere in the order."""
        self.beside.insert(to, self.beside.pop(start))

    # --- for the next start --------------------------------------------------------------------

    def snapshot(self) -> SavedState:
        """Return what is open."""
        tabs = {view.tab.key: view.place for view in self.tabs if view.tab is not None}
        tab, at = self.current.tab, self.place_index
        current = tab.key if tab is not None else at if at is not None else ""
        return SavedState(tabs, tuple((view.place, view.title) for view in self.beside), current)

    def restore(self, kept: SavedState) -> None:
        """Put what was open in place of everything; what does not fit its tab is left out."""
        kept_places = [_kept_place(kept, tab) for tab in self._kinds]
        self.tabs = [
            OpenTab(History(place), tab, is_fresh=place == tab.home)
            for tab, place in zip(self._kinds, kept_places, strict=True)
        ]
        self.beside = [_view(place, title) for place, title in kept.beside[:MOST_BESIDE]]
        self.current = self._named(kept.current)
        self._last_tab = self.current if self.current.tab is not None else self._named("")
        self._closed.clear()
        self._recent.clear()

    # --- inside ------------------------------------------------------------------------------

    def _view_for(self, tab: PageKind, place: Place, covered: bool) -> OpenTab:
        current = self.current
        if not tab.is_fixed:
            of_kind = (view for view in (current, *self.beside) if tab.takes(view.place))
            found = next(of_kind, None)
            if found is None:
                found = self.add(place)
                found.opener = current
            return found
        if current.tab is None and not covered:
            return current
        return next(view for view in self.tabs if view.tab is tab)

    def _named(self, current: str | int) -> OpenTab:
        """Return the view that a snapshot has in front; the first one for what is not there."""
        if isinstance(current, int) and 0 <= current < len(self.beside):
            return self.beside[current]
        first = (n for n, tab in enumerate(self._kinds) if tab.is_first)
        named = (n for n, tab in enumerate(self._kinds) if tab.key == current)
        return self.tabs[next(named, next(first, 0))]


def _view(place: Place, title: str) -> OpenTab:
    view = OpenTab(History(place))
    view.history.current.title = title
    return view


def _kept_place(kept: SavedState, tab: PageKind) -> Place:
    """Return what a tab had open, if it is for this tab; else its first place."""
    place = kept.tabs.get(tab.key)
    return place if place is not None and tab.takes(place) else tab.home
