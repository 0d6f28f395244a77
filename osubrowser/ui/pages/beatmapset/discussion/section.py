"""Discussion of a beatmapset: the section of its page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from osubrowser.models.beatmaps.beatmapset import BeatmapsetSubject
from osubrowser.models.discussions.events import EventFeed
from osubrowser.models.discussions.feed import GENERAL, DiscussionFeed, DiscussionFilter
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import BeatmapsetPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.translation import tr
from osubrowser.ui.pages.beatmapset.discussion.filters import DiscussionFilters
from osubrowser.ui.richtext.post_list import ListPosition
from osubrowser.ui.richtext.post_panel import PostPanel
from osubrowser.ui.sections.host import Section
from osubrowser.ui.widgets.state_panel import RELOAD, Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from osubrowser.services.places.places import Place
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

LOW = 400
"""Height in pixels below which the controls take one row."""
_UNFILTER = "unfilter"


@dataclass(frozen=True, slots=True)
class DiscussionSectionState:
    """Saved state of the section: discussions with their filter, and scroll position."""

    feed: object
    position: ListPosition
    events: bool


class DiscussionSection(Section[BeatmapsetSubject]):
    """Discussion of a beatmapset, as a section of its page.

    Args:
        parts: services that sections are built with.
        parent: the Qt parent.

    Attributes:
        feed: the discussions.
        events: the events of the set.
        filters: the controls.
        panel: the list of the discussions.
        history: the list of the events.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = parts.account
        self._parts = parts
        self._scope = TaskScope()
        self._exports = TaskScope()  # exports continue after `leave`
        self._beatmapset = 0
        self._wanted = 0  # discussion to scroll to, once it is there
        loader = ClientLoader(parts.account, parts.calls)
        self.feed = DiscussionFeed(loader, self._scope, self)
        self.events = EventFeed(loader, self._scope, self)
        self.filters = DiscussionFilters(parts.colours, self)
        self.panel = PostPanel(
            tr("Discussion"),
            self.feed,
            self._origin,
            self._empty,
            parts.colours,
            parts.images,
            self,
        )
        self.history = PostPanel(
            tr("History"),
            self.events,
            self._origin,
            lambda: Notice(tr("Nothing has happened to this beatmapset yet."), "", (RELOAD,)),
            parts.colours,
            parts.images,
            self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.history)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        for panel in (self.panel, self.history):
            panel.open_requested.connect(self.open_requested)
            panel.sign_in_requested.connect(self.sign_in_requested)
            panel.online_changed.connect(self.online_changed)
            panel.hint_changed.connect(self._on_hint_changed)
            panel.action_requested.connect(self._on_action_requested)
        self.filters.changed.connect(self._on_filters_changed)
        self.filters.events_chosen.connect(self._on_events_chosen)
        self.filters.text.left.connect(self.panel.take_focus)
        for feed in (self.feed, self.events):
            feed.state_changed.connect(self._update)
            feed.reset.connect(self._update)
        self.feed.spliced.connect(lambda *_: self._update())

    def _origin(self) -> str:
        return self._account.server

    # --- requests of the page -----------------------------------------------------------------

    def take_place(self, place: Place) -> None:
        """Set the place of the page: which discussions, and which one to scroll to."""
        before = self.place
        super().take_place(place)
        if isinstance(place, BeatmapsetPlace) and place != before:
            self._wanted = place.at
            if self._beatmapset == place.id:
                self._show_view(place)
                self._go_to_wanted()

    def return_to(self, place: Place, state: object) -> None:
        """Set a place that was shown before, with its filter and scroll position."""
        self.take_place(place)
        if isinstance(state, DiscussionSectionState):
            self.panel.list.restore_position(state.position)

    def show_subject(self, subject: BeatmapsetSubject, state: object | None = None) -> None:
        """Show the discussion of a set."""
        self._beatmapset = subject.id
        saved = state if isinstance(state, DiscussionSectionState) else None
        wanted = DiscussionFilter(order=self.feed.filter.order)
        self.feed.show(subject.id, wanted, saved.feed if saved is not None else None)
        self.events.clear()
        if saved is not None:
            self._wanted = 0
            self.panel.list.restore_position(saved.position)
            self._show_events(saved.events)
        elif isinstance(self.place, BeatmapsetPlace):
            self._show_view(self.place)
        self.filters.show_filter(self.feed.filter, events=self.shows_events)
        self._update()

    def save_state(self) -> object | None:
        """Return the discussions, the filter, and the scroll position."""
        if not self.feed.loaded:
            return None
        return DiscussionSectionState(
            self.feed.save_state(), self.panel.list.position(), self.shows_events
        )

    def reload(self) -> None:
        """Load everything again."""
        if self.shows_events:
            self.events.reload()
        self.feed.reload()

    def leave(self) -> None:
        """Cancel all loads and release the discussions."""
        self._beatmapset = 0
        self.feed.clear()
        self.events.clear()
        self._scope.cancel_all()

    @property
    def shows_events(self) -> bool:
        """Whether the events are shown, in place of the discussions."""
        return self._stack.currentWidget() is self.history

    @property
    def is_settled(self) -> bool:
        """Whether no load is running, and what is in view is loaded."""
        return self.feed.is_settled and (not self.shows_events or self.events.is_settled)

    @property
    def failure(self) -> BaseException | None:
        """The error for which contents are missing; None if none are."""
        return self.events.error if self.shows_events else self.feed.error

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.filters.set_colours(colours)
        self.panel.set_colours(colours)
        self.history.set_colours(colours)

    def take_focus(self) -> None:
        """Set the focus to the list, or to the button of the message in its place."""
        (self.history if self.shows_events else self.panel).take_focus()

    def start_filter(self) -> None:
        """Set the focus to the search field."""
        self.filters.start_search()

    def copy_selection(self) -> None:
        """Copy the selected text, or the selected posts."""
        (self.history if self.shows_events else self.panel).list.copy()

    def export(self) -> None:
        """Export the shown discussions with their loaded replies, or the events."""
        from osubrowser.ui.richtext.post_export import export_posts

        feed, what = (self.events, "events") if self.shows_events else (self.feed, "discussion")
        export_posts(
            self,
            self._parts.calls,
            self._exports,
            self._parts.settings,
            self.message_requested.emit,
            feed.posts,
            self._account.server,
            f"beatmapset {self._beatmapset} {what}",  # not shown: a file name
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the list in a low window."""
        super().resizeEvent(event)
        self.filters.set_compact(self.height() < LOW)

    # --- contents -----------------------------------------------------------------------------

    def _show_view(self, place: BeatmapsetPlace) -> None:
        """Show what the view of an address names: a type, a difficulty, or the events."""
        wanted = replace(self.feed.filter, type="", beatmap=None)
        if place.view == "reviews":
            wanted = replace(wanted, type="review")
        elif place.view in ("timeline", "general") and place.beatmap and not place.at:
            wanted = replace(wanted, beatmap=place.beatmap)
        elif place.view == "generalAll" and not place.at:
            wanted = replace(wanted, beatmap=GENERAL)
        if place.at:  # nothing may hide it
            wanted = DiscussionFilter(order=wanted.order)
        self.feed.set_filter(wanted)
        self._show_events(place.view == "events")
        self.filters.show_filter(self.feed.filter, events=self.shows_events)

    def _show_events(self, events: bool) -> None:
        self._stack.setCurrentWidget(self.history if events else self.panel)
        if events and self._beatmapset and self.events.beatmapset != self._beatmapset:
            self.events.show(self._beatmapset)

    def _go_to_wanted(self) -> None:
        if not self._wanted:
            return
        if self.feed.talk(self._wanted) is not None:
            if self.panel.list.go_to(f"d{self._wanted}"):
                self._wanted = 0
        elif self.feed.is_complete and self.feed.is_settled:
            self._wanted = 0
            self.message_requested.emit(
                "info",
                tr("The discussion of this address is not here: it was deleted or is hidden."),
            )

    def _empty(self) -> Notice:
        if self.feed.filter.is_empty:
            return Notice(tr("Nothing has been said about this beatmapset yet."), "", (RELOAD,))
        return Notice(
            tr("No discussion meets these filters."),
            tr("This looked among %n discussion(s).", "", self.feed.loaded),
            ((_UNFILTER, tr("Show all")),),
        )

    @property
    def status(self) -> str:
        """Text of the status line."""
        if self.shows_events:
            events = self.events
            if not events.posts:
                return ""
            count = len(events.posts)
            text = (
                tr("%n event(s)", "", count)
                if events.is_complete
                else tr("%n event(s) loaded", "", count)
            )
            return text + seen_ago(events.loads.seen_at)
        feed = self.feed
        if not feed.loaded:
            return ""
        if feed.filter.is_empty:
            text = (
                tr("%n discussion(s)", "", feed.loaded)
                if feed.is_complete
                else tr("%n discussion(s) loaded so far", "", feed.loaded)
            )
        else:
            text = (
                tr("{shown} of %n discussion(s)", "", feed.loaded)
                if feed.is_complete
                else tr("{shown} of %n discussion(s) loaded so far", "", feed.loaded)
            )
        return text.format(shown=numerals.whole(feed.shown)) + seen_ago(feed.loads.seen_at)

    def _update(self) -> None:
        self.filters.show_counts(self.feed)
        self._go_to_wanted()
        self.status_changed.emit(self.status)

    # --- slots --------------------------------------------------------------------------------

    def _on_filters_changed(self, wanted: DiscussionFilter) -> None:
        self.feed.set_filter(wanted)
        self.panel.refresh()

    def _on_events_chosen(self, events: bool) -> None:
        self._show_events(events)
        self._update()
        place = self.place
        if isinstance(place, BeatmapsetPlace):
            view = "events" if events else ""
            if view != place.view and (events or place.view == "events"):
                self.place_requested.emit(replace(place, view=view, at=0), True)

    def _on_action_requested(self, key: str) -> None:
        if key == RELOAD[0]:
            self.reload()
        elif key == _UNFILTER:
            wanted = DiscussionFilter(order=self.feed.filter.order)
            self.feed.set_filter(wanted)
            self.filters.show_filter(wanted)
            self.panel.refresh()
            self.panel.take_focus()

    def _on_hint_changed(self, address: str) -> None:
        self.status_changed.emit(address or self.status)
