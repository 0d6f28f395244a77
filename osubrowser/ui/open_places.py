"""What is open: the tabs and the closable places beside them, each with a history of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from osubrowser.ui.history import History

if TYPE_CHECKING:
    from osubrowser.services.places import Place
    from osubrowser.ui.pages.page import Page
    from osubrowser.ui.tabs import Tab

MOST_BESIDE: Final = 30
"""How many closable places there are at once."""

_MOST_CLOSED: Final = 20


@dataclass(slots=True, eq=False)
class View:
    """A tab, or a closable place beside the tabs: what was and is shown there.

    Attributes:
        history: its places.
        tab: the tab that it is; None for a closable place.
        is_fresh: nothing was shown here yet.
        seen: the place that was last told to be seen.
        opener: from where it was gone to at once; closing it leads back there.
    """

    history: History
    tab: Tab | None = None
    is_fresh: bool = True
    seen: Place | None = None
    opener: View | None = None

    @property
    def place(self) -> Place:
        """The place that is current here."""
        return self.history.current.place

    @property
    def title(self) -> str:
        """What the page called the current place; empty before it said so."""
        return self.history.current.title


@dataclass(slots=True, eq=False)
class Kind:
    """One kind of page and whom it serves: there is one page object for all views of a kind.

    Attributes:
        tab: how the page is made, and which places are of this kind.
        page: None until it is first needed.
        view: for which view it shows something.
        shown: the place that it shows; None when that is not to be relied on.
        status: what the page last said for the status line.
    """

    tab: Tab
    page: Page | None = None
    view: View | None = None
    shown: Place | None = None
    status: str = ""

    def shows(self, view: View) -> bool:
        """Whether the page shows what is current in a view."""
        return self.view is view and self.shown == view.place

    def keep_state(self) -> None:
        """Keep the page's state in the history of the view that it serves, before it goes on."""
        if self.page is not None and self.view is not None and self.shows(self.view):
            self.view.history.current.state = self.page.save_state()

    def let_go(self) -> None:
        """Stop what the page has under way; it serves nobody any more."""
        self.view = self.shown = None
        if self.page is not None:
            self.page.leave()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is open, as it can be kept for the next start.

    Attributes:
        tabs: the place in each tab, by the tab's key.
        beside: place and title of each closable place, from left to right.
        current: the key of the tab in front, or the position of a closable place.
    """

    tabs: dict[str, Place] = field(default_factory=dict)
    beside: tuple[tuple[Place, str], ...] = ()
    current: str | int = ""


class Beside:
    """The closable places from left to right, and those that were closed lately."""

    def __init__(self) -> None:
        self.views: list[View] = []
        self._closed: list[tuple[int, View]] = []

    def __len__(self) -> int:
        return len(self.views)

    @property
    def can_reopen(self) -> bool:
        """Whether one was closed that can be opened again."""
        return bool(self._closed) and not self.is_full

    @property
    def is_full(self) -> bool:
        """Whether there is no room for more."""
        return len(self.views) >= MOST_BESIDE

    def add(self, place: Place, title: str = "", after: View | None = None) -> View:
        """Open a place: right after another one, else at the end."""
        view = _view(place, title)
        at = self.views.index(after) + 1 if after in self.views else len(self.views)
        self.views.insert(at, view)
        return view

    def close(self, position: int) -> View:
        """Close a place; it can be opened again where it was."""
        view = self.views.pop(position)
        view.history.forget_states()
        self._closed.append((position, view))
        del self._closed[:-_MOST_CLOSED]
        return view

    def reopen(self) -> View | None:
        """Open the place again that was closed last."""
        if not self.can_reopen:
            return None
        position, view = self._closed.pop()
        self.views.insert(min(position, len(self.views)), view)
        return view

    def move(self, start: int, to: int) -> None:
        """Put a place elsewhere in the order."""
        self.views.insert(to, self.views.pop(start))

    def replace_all(self, places: tuple[tuple[Place, str], ...]) -> None:
        """Forget all, and what was closed, and open these."""
        self.views = [_view(place, title) for place, title in places[:MOST_BESIDE]]
        self._closed.clear()


def _view(place: Place, title: str) -> View:
    view = View(History(place))
    view.history.current.title = title
    return view
