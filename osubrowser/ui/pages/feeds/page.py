"""Page of feeds: lists with filters, one for each kind of list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from osubrowser.models.feeds.filters import place_with, valid_values
from osubrowser.services.places.places import ListPlace
from osubrowser.ui.lists.filter_bar import FilterBar
from osubrowser.ui.lists.list_controller import CARDS, TABLE
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.pages.feeds.feed import CLEAR
from osubrowser.ui.pages.feeds.table import FEEDS

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.pages.feeds.feed import Feed, LiveFeed
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours


class FeedsPage(ListPage):
    """Page of the `ListPlace`s that have a feed.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._feeds: dict[str, Feed] = {}
        self._bars: dict[str, FilterBar] = {}
        self._shown: FilterBar | None = None
        self._lives: dict[str, LiveFeed] = {}
        self._values: dict[str, str] = {}
        self._colours = parts.colours
        self._refresh = QTimer(self)
        self._refresh.timeout.connect(self._on_refresh_timeout)
        self.column.addWidget(self.list.rows, 1)
        self.set_colours(parts.colours)

    @property
    def bar(self) -> FilterBar:
        """The bar of the shown feed.

        Raises:
            KeyError: no feed is shown yet.
        """
        return self._bars[self._kind]

    @property
    def _kind(self) -> str:
        return self.place.kind if isinstance(self.place, ListPlace) else ""

    def take_place(self, place: Place) -> Place | None:
        """Show the bar of a list."""
        if not isinstance(place, ListPlace) or place.kind not in FEEDS:
            return None
        feed = self._feed(place.kind)
        self._values = valid_values(feed.filters, place)
        bar = self._bar(place.kind, feed)
        bar.show_values(self._values)
        if self._shown is not bar:
            for kind, live in self._lives.items():
                if kind != place.kind:
                    live.leave()
            if self._shown is not None:
                self._shown.hide()
            self._shown = bar
            bar.show()
            self.list.bind_filter(bar.filter)
            self.list.set_view(CARDS if feed.has_cards else TABLE)
        self._watch(feed)
        return place_with(place.kind, self._values)

    def spec_of(self, place: Place) -> ListSpec:
        """Return the list of the values."""
        feed = self._feeds[self._kind]
        if feed.spec is not None:
            return feed.spec(self._values, self.parts)
        live = self._lives[self._kind]
        spec = live.spec(self._values)
        live.set_watched(self.isVisible())
        return spec

    def title_of(self, place: Place) -> str:
        """Return the title of the feed, and what its values are about."""
        if not isinstance(place, ListPlace):
            return ""
        feed = self._feed(place.kind)
        detail = feed.detail(valid_values(feed.filters, place))
        return f"{feed.title}: {detail}" if detail else feed.title

    def act(self, key: str) -> None:
        """Clear the filters."""
        if key == CLEAR:
            self.move_to(ListPlace(self._kind))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        super().set_colours(colours)
        for bar in self._bars.values():
            bar.set_colours(colours)
        for live in self._lives.values():
            live.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        for live in self._lives.values():
            live.leave()
        super().leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on to load again what changes."""
        super().showEvent(event)
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop loading again what is not seen."""
        super().hideEvent(event)
        self._refresh.stop()
        for live in self._lives.values():
            live.set_watched(False)

    # --- private --------------------------------------------------------------------------------

    def _feed(self, kind: str) -> Feed:
        feed = self._feeds.get(kind)
        if feed is None:
            feed = self._feeds[kind] = FEEDS[kind]()
        return feed

    def _bar(self, kind: str, feed: Feed) -> FilterBar:
        bar = self._bars.get(kind)
        if bar is None:
            bar = self._bars[kind] = FilterBar(
                feed.filters, self, feed.note, has_cards=feed.has_cards
            )
            bar.set_colours(self._colours)
            bar.changed.connect(self._on_bar_changed)
            self.list.bind_buttons(
                columns=bar.columns, export=bar.export, load_all=bar.load_all, view=bar.view
            )
            self.column.insertWidget(0, bar)
            if feed.live is not None:
                live = self._lives[kind] = feed.live(self.list, self.parts, bar)
                live.set_colours(self._colours)
        return bar

    def _watch(self, feed: Feed | None = None) -> None:
        """Start, or stop, to load the shown feed again at intervals."""
        live = self._lives.get(self._kind)
        if live is not None:
            live.set_watched(self.isVisible())
        shown = feed or self._feeds.get(self._kind)
        if shown is None or not shown.refresh_every or not self.isVisible():
            self._refresh.stop()
        else:
            self._refresh.start(shown.refresh_every * 1000)

    def _on_refresh_timeout(self) -> None:
        if self.list.is_settled and self.list.model.loaded and not self.window().isMinimized():
            self.list.reload()

    def _on_bar_changed(self, values: dict[str, str]) -> None:
        place = place_with(self._kind, {**self._values, **values})
        if place != self.place:
            self.move_to(place)
            if self.list.model.loaded:
                self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
