"""Page of the changelog: builds with their changes, all changes as rows, or two builds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStackedWidget

from osubrowser.models.changelog.build import Comparison
from osubrowser.models.changelog.builds import (
    VIEWS,
    BuildsPage,
    ChangelogQuery,
    StreamInfo,
    fit_version,
)
from osubrowser.models.changelog.feed import BuildsFeed
from osubrowser.models.feeds.filters import Choice, Words
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.text.dates import seen_ago
from osubrowser.services.places.places import ListPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.filter_bar import FilterBar
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.pages.changelog.compare_view import CompareView
from osubrowser.ui.pages.changelog.specs import CLEAR, entries_spec, limits_menu
from osubrowser.ui.pages.changelog.stream_bar import StreamBar
from osubrowser.ui.richtext.find_bar import FindBar
from osubrowser.ui.richtext.post_panel import PostPanel
from osubrowser.ui.widgets.state_panel import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from osubrowser.models.table.sources import RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import ListSpec
    from osubrowser.ui.lists.row_menu import RowSelection
    from osubrowser.ui.richtext.post_list import ListPosition
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_BUILDS, _ENTRIES, _COMPARE = (key for key, _ in VIEWS)
_VERSION: Final = tr("Version of a build, such as 20260624.1 or 2026.630.0; press Return")


class VersionFilter(Words):
    """Version of a build."""

    def fit(self, value: str) -> str:
        """Return a version; "" for any other text."""
        return fit_version(value)


FILTERS: Final = (
    Choice("view", tr("View"), VIEWS),
    VersionFilter("from", tr("From build"), tr("From build"), _VERSION),
    VersionFilter("to", tr("To build"), tr("To build"), _VERSION),
)
"""Filters of the bar, below the streams."""


@dataclass(frozen=True, slots=True)
class BuildsListState:
    """Saved state of the view of builds: the builds, and the scroll position."""

    feed: object
    position: ListPosition


class ChangelogPage(ListPage):
    """Page of a `ListPlace` of the changelog.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.

    Attributes:
        streams: chooses the stream.
        bar: view, versions and tools.
        feed: the builds.
        panel: the view of the builds.
        find_bar: finds text in the loaded builds.
        compare: the view of two builds; None until it is first shown.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._colours = parts.colours
        self._scope = TaskScope()
        self._exports = TaskScope()  # exports continue after `leave`
        self._query = ChangelogQuery()
        self._versions: tuple[str, ...] = ()
        self.streams = StreamBar(parts.colours, self)
        self.bar = FilterBar(FILTERS, self)
        self.feed = BuildsFeed(ClientLoader(parts.account, parts.calls), self._scope, self)
        self.panel = PostPanel(
            tr("Builds"),
            self.feed,
            lambda: self.parts.account.server,
            self._empty,
            parts.colours,
            parts.images,
            self,
        )
        self.find_bar = FindBar(self.panel.list, self)
        self.compare: CompareView | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.list.rows)
        self.column.addWidget(self.streams)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.find_bar)
        self.column.addWidget(self._stack, 1)
        self.list.bind_filter(self.bar.filter)
        bar = self.bar
        self.list.bind_buttons(columns=bar.columns, export=bar.export, load_all=bar.load_all)
        bar.export.clicked.disconnect()
        bar.export.clicked.connect(self.export)
        self._connect()
        self.set_colours(parts.colours)

    def _connect(self) -> None:
        self.streams.chosen.connect(self._on_stream_chosen)
        self.bar.changed.connect(self._on_bar_changed)
        feed, panel = self.feed, self.panel
        feed.page_arrived.connect(self._on_builds_arrived)
        feed.state_changed.connect(self._tell_status)
        feed.spliced.connect(lambda *_: self.find_bar.renew())
        self.find_bar.closed.connect(panel.take_focus)
        panel.open_requested.connect(self.open_requested)
        panel.sign_in_requested.connect(self.sign_in_requested)
        panel.online_changed.connect(self.online_changed)
        panel.action_requested.connect(self.act)
        panel.hint_changed.connect(lambda hint: self.status_changed.emit(hint or self._status))
        self.list.model.page_arrived.connect(self._on_rows_arrived)

    # --- the list -----------------------------------------------------------------------------

    def take_place(self, place: Place) -> Place | None:
        """Set the controls."""
        if not isinstance(place, ListPlace):
            return None
        self._query = query = ChangelogQuery.of(place)
        self.streams.choose(query.stream)
        self.bar.show_values({"view": query.view, "from": query.first, "to": query.last})
        is_table = query.view == _ENTRIES
        for tool in (self.bar.filter, self.bar.columns, self.bar.load_all):
            tool.setVisible(is_table)
        self.bar.export.setVisible(query.view != _COMPARE)
        return query.place

    def spec_of(self, place: Place) -> ListSpec:
        """Return the list of the changes."""
        return entries_spec(ChangelogQuery.of(place), self._menu)

    def title_of(self, place: Place) -> str:
        """Return what is shown: the stream, and the versions."""
        query = ChangelogQuery.of(place)
        name = next((s.title for s in self.streams.streams if s.name == query.stream), query.stream)
        limits = query.limits
        if query.view == _COMPARE and query.first and query.last:
            limits = tr("{older} and {newer}").format(older=query.first, newer=query.last)
        shown = " ".join(filter(None, (name, limits)))
        return tr("Changelog: {shown}").format(shown=shown) if shown else tr("Changelog")

    def act(self, key: str) -> None:
        """Show all builds."""
        if key == CLEAR:
            self.move_to(ChangelogQuery(view=self._query.view).place)

    def _menu(self, selection: RowSelection) -> QMenu:
        return limits_menu(selection, lambda query: self.move_to(query.place), self._query)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether what is in view is loaded, or has failed."""
        if self._query.view == _ENTRIES:
            return self.list.is_settled
        if self._query.view == _COMPARE:
            return self.compare is not None and self.compare.is_settled
        return self.feed.is_settled

    @property
    def failure(self) -> BaseException | None:
        """The error for which something is missing; None if nothing is."""
        if self._query.view == _ENTRIES:
            return self.list.failure
        if self._query.view == _COMPARE:
            return self.compare.error if self.compare is not None else None
        return self.feed.error

    def show_place(self, place: Place, state: object | None) -> None:
        """Show the builds, changes, or the comparison of a place, or restore it from `state`."""
        before = self._query.view
        if ChangelogQuery.of(place).view == _ENTRIES:
            self._leave_others(_ENTRIES)
            super().show_place(place, state)
            self._stack.setCurrentWidget(self.list.rows)
            return
        taken = self.take_place(place)
        if taken is None:
            return
        self.place = taken
        if before == _ENTRIES:
            self.list.leave()
        if self._query.view == _COMPARE:
            self._leave_others(_COMPARE)
            view = self._compare_view()
            self._stack.setCurrentWidget(view)
            view.show_query(self._query, state)
        else:
            self._leave_others(_BUILDS)
            self._stack.setCurrentWidget(self.panel)
            saved = state if isinstance(state, BuildsListState) else None
            if saved is not None or self.feed.query != self._query or not self.feed.is_started:
                self.feed.show(self._query, saved.feed if saved is not None else None)
            if saved is not None:
                self.panel.list.restore_position(saved.position)
            self._tell_status()
        self.title_changed.emit(self.title_of(taken))

    def save_state(self) -> object | None:
        """Return the rows and the scroll position; None without rows."""
        if self._query.view == _ENTRIES:
            return super().save_state()
        if self._query.view == _COMPARE:
            return self.compare.comparison if self.compare is not None else None
        if not self.feed.posts:
            return None
        return BuildsListState(self.feed.save_state(), self.panel.list.position())

    def reload(self) -> None:
        """Load the contents again."""
        if self._query.view == _ENTRIES or self.place is None:
            super().reload()
        elif self._query.view == _COMPARE and self.compare is not None:
            self.compare.reload()
        elif self.feed.is_started:
            self.feed.reload()
        else:
            self.show_place(self.place, None)

    def take_focus(self) -> None:
        """Set the focus to the contents, or to the button of a message in their place."""
        if self._query.view == _ENTRIES:
            super().take_focus()
        elif self._query.view == _COMPARE and self.compare is not None:
            self.compare.take_focus()
        else:
            self.panel.take_focus()

    def start_filter(self) -> None:
        """Set the focus to the filter of the rows, or open find in the texts of builds."""
        if self._query.view == _COMPARE and self.compare is not None:
            self.compare.start_find()
        elif self._query.view == _ENTRIES:
            super().start_filter()
        else:
            self.find_bar.start()

    def copy_selection(self) -> None:
        """Copy the selected builds, rows or text."""
        if self._query.view == _ENTRIES:
            super().copy_selection()
        elif self._query.view == _COMPARE and self.compare is not None:
            self.compare.copy()
        else:
            self.panel.list.copy()

    def export(self) -> None:
        """Export the loaded changes or builds to a file chosen in a dialog."""
        if self._query.view == _ENTRIES:
            super().export()
            return
        if self._query.view == _COMPARE:
            return
        from osubrowser.ui.richtext.post_export import export_posts

        export_posts(
            self,
            self.parts.calls,
            self._exports,
            self.parts.settings,
            self.message_requested.emit,
            self.feed.posts,
            self.parts.account.server,
            f"osu-changelog {self._query.stream}".strip(),  # not shown: a file name
        )

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        super().set_colours(colours)
        self.streams.set_colours(colours)
        self.bar.set_colours(colours)
        self.panel.set_colours(colours)
        self.find_bar.set_colours(colours)
        if self.compare is not None:
            self.compare.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the contents."""
        self._leave_others("")
        self.feed.clear()
        self._scope.cancel_all()
        super().leave()

    def _on_client_changed(self) -> None:
        """Load again."""
        is_shown = self.place is not None and self.isVisible()
        self.leave()
        if is_shown and self.place is not None:
            self.show_place(self.place, None)

    # --- private ------------------------------------------------------------------------------

    def _leave_others(self, view: str) -> None:
        """Cancel the loads of the views that are not shown."""
        if view != _BUILDS:
            self.find_bar.finish()
            self.feed.clear()
        if view != _COMPARE and self.compare is not None:
            self.compare.leave()

    def _compare_view(self) -> CompareView:
        view = self.compare
        if view is None:
            view = self.compare = CompareView(self.parts, self)
            self._stack.addWidget(view)
            view.set_colours(self._colours)
            view.open_requested.connect(self._on_compare_open_requested)
            view.loaded.connect(self._on_compared)
            view.status_changed.connect(self.status_changed)
            view.sign_in_requested.connect(self.sign_in_requested)
            view.online_changed.connect(self.online_changed)
            view.message_requested.connect(self.message_requested)
        return view

    @property
    def _status(self) -> str:
        feed = self.feed
        if not feed.loaded:
            return ""
        return tr("%n build(s) loaded", "", feed.loaded) + seen_ago(feed.loads.seen_at)

    def _tell_status(self) -> None:
        if self._query.view == _BUILDS:
            self.status_changed.emit(self._status)

    def _empty(self) -> Notice:
        stream, limits = self._query.stream, self._query.limits
        if stream and limits:
            text = tr("osu! has no builds of {stream} {limits}.")
        elif stream:
            text = tr("osu! has no builds of {stream}.")
        else:
            text = tr("osu! has no builds {limits}.") if limits else tr("osu! has no builds.")
        return Notice(
            text.format(stream=stream, limits=limits), "", ((CLEAR, tr("Show all builds")),)
        )

    def _on_builds_arrived(self, page: BuildsPage) -> None:
        self._take_streams(page.streams)
        self._suggest(self.feed.versions)

    def _on_rows_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, tuple):
            self._take_streams(page.extra)

    def _take_streams(self, streams: Sequence[StreamInfo]) -> None:
        if streams:
            self.streams.show_streams(streams)
            if self.place is not None:
                self.title_changed.emit(self.title_of(self.place))

    def _suggest(self, versions: tuple[str, ...]) -> None:
        """Complete versions that are typed."""
        if versions == self._versions:
            return
        self._versions = versions
        for name in ("from", "to"):
            field = cast("QLineEdit", self.bar.controls[name].widget)
            completer = QCompleter(list(versions), field)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)

    def _on_compared(self, comparison: Comparison) -> None:
        """Complete the place by the builds that were chosen for it."""
        self._take_streams(comparison.streams)
        if self._query.view != _COMPARE or comparison.query == self._query:
            return
        self._query = comparison.query
        self.place = comparison.query.place
        self.place_changed.emit(self.place, True)
        self.take_place(self.place)
        self.title_changed.emit(self.title_of(self.place))

    def _on_compare_open_requested(self, place: Place, how: str) -> None:
        if how == "here" and isinstance(place, ListPlace) and place.kind == "changelog":
            self.move_to(place)
        else:
            self.open_requested.emit(place, how)

    def _on_stream_chosen(self, name: str) -> None:
        self._ask(ChangelogQuery(name, view=self._query.view))

    def _on_bar_changed(self, values: dict[str, str]) -> None:
        names = {"view": "view", "from": "first", "to": "last"}
        self._ask(replace(self._query, **{names[name]: v for name, v in values.items()}))

    def _ask(self, query: ChangelogQuery) -> None:
        if query != self._query:
            self.move_to(query.place)
