"""Page Following: what is followed, and what changed there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from osubrowser.models.following.changes import (
    SeenChange,
    change_columns,
    change_record,
    load_changes,
    remade,
)
from osubrowser.models.following.refreshing import refreshing_text
from osubrowser.models.table.client_source import ClientLoader
from osubrowser.models.table.sources import CursorSource, LoadState, RowsPage
from osubrowser.services.history.changes import ChangeFilter, ChangeKind
from osubrowser.services.history.failures import HistoryUnreadable
from osubrowser.services.history.followable import FollowKind
from osubrowser.services.history.records import FOLLOWED
from osubrowser.services.places.places import AppPlace, Place, RankingsPlace, UserPlace
from osubrowser.services.runtime.tasks import TaskScope
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY, bind, in_force, key_of
from osubrowser.ui.keys.shortcuts import shown as shown_key
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, ListState
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.lists.row_menu import RowSelection, row_menu
from osubrowser.ui.pages.following.app_pages import FOLLOWING
from osubrowser.ui.pages.following.bar import (
    CHANGES_SIDE,
    THINGS_SIDE,
    Filters,
    FollowingBar,
    has_filters,
)
from osubrowser.ui.pages.following.things import ThingsView, ask_text
from osubrowser.ui.pages.page import Page
from osubrowser.ui.widgets.menus import add_action, escaped, pop_up
from osubrowser.ui.widgets.plain_text import ElidedLabel
from osubrowser.ui.widgets.state_panel import Notice, NoticeBar, StatePanel

if TYPE_CHECKING:
    from osubrowser.models.table.column import Row
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.services.history.follow_rows import Follow, Marked, Removed
    from osubrowser.services.history.records import Difference
    from osubrowser.services.history_services import HistoryServices
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.shell.follow_popover import FollowPopover
    from osubrowser.ui.style.theme import Colours

_FOLDED_BELOW: Final = 1080
"""Width of the page below which one side is shown at a time."""
_THINGS_WIDTH: Final = 384
_PAUSE: Final = 250
"""Milliseconds in which changes are collected."""
_FOOT_EVERY: Final = 1000


@dataclass(frozen=True, slots=True)
class _State:
    """Saved state of the page."""

    filters: Filters
    addresses: tuple[str, ...]
    changes: ListState | None
    things: object | None
    side: str


class FollowingPage(Page):
    """Page for `AppPlace("following")`.

    Args:
        parts: services, with `history`; and the colours to paint with until `set_colours`.
        parent: the Qt parent.

    Attributes:
        bar: the filters and buttons.
        things: what is followed.
        list: controller of the changes.
        nothing: the message while nothing is followed.
        notice: says what was done, with Undo, and that there are new changes.
        foot: how refreshing goes.
        check: the button that asks osu! now.
        only: says whose changes are shown, and shows all again.
    """

    def __init__(
        self, parts: SectionParts, history: HistoryServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._history = history
        self._follows = history.follows
        self._refresher = history.refresher
        self._scope = TaskScope()
        self._colours = parts.colours
        self._sheet = ""
        self._popover: FollowPopover | None = None
        self._selected: tuple[str, ...] = ()  # addresses of the things whose changes are shown
        self._read: frozenset[int] = frozenset()
        self._told: dict[int, tuple[str, str, str, str]] = {}
        self._undo: tuple[Removed, ...] | Marked | None = None
        self._side = CHANGES_SIDE
        self._is_shown = False
        self._is_stale = False
        self.bar = FollowingBar(self)
        self._changes_came = asyncio.Event()
        self.things = ThingsView(parts, self._follows, self._changes_or_failure, self)
        self.list = parts.list_below(self)
        self.only = QPushButton(self)
        self.only.setProperty("link", True)
        self.only.hide()
        self.nothing = StatePanel(self)
        self.notice = NoticeBar(self)
        self.foot = ElidedLabel(parent=self, name=tr("Refreshing"))
        self.check = QPushButton(tr("Check now"), self)
        self.check.setToolTip(tr("Ask osu! now, longest not looked at first, within the pace"))
        self._changes = QWidget(self)
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack = QStackedWidget(self)
        self._resting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._resting.timeout.connect(self._refresh)
        self._foot_timer = QTimer(self, interval=_FOOT_EVERY)
        self._foot_timer.timeout.connect(self._show_foot)
        self._lay_out()
        self._connect()
        self.set_colours(parts.colours)

    # --- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._changes)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.list.rows, 1)
        self._both.addWidget(self.things)
        self._both.addWidget(self._changes)
        self._both.setChildrenCollapsible(False)
        self._both.setStretchFactor(0, 0)
        self._both.setStretchFactor(1, 1)
        self._both.setSizes([_THINGS_WIDTH, 3 * _THINGS_WIDTH])
        self._both.setHandleWidth(12)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.nothing)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 8)
        foot.setSpacing(8)
        foot.addWidget(self.foot, 1)
        foot.addWidget(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        column.addLayout(foot)

    def _connect(self) -> None:
        bar, rows, things, follows = self.bar, self.list, self.things, self._follows
        bar.filters_changed.connect(self._on_filters_changed)
        bar.side_chosen.connect(self._on_side_chosen)
        bar.read_all_pressed.connect(self.mark_all_read)
        bar.more_pressed.connect(lambda: pop_up(self._more_menu(), bar.more.below))
        bar.text.left.connect(rows.take_focus)
        rows.bind_buttons(columns=bar.columns, export=bar.export)
        rows.status_changed.connect(self.status_changed)
        for one in (rows, things.list):
            one.open_requested.connect(self.open_requested)
            one.message_requested.connect(self.message_requested)
        rows.table.open_requested.connect(self._on_row_opened)
        rows.model.state_changed.connect(self._on_state_changed)
        rows.action_requested.connect(self._on_pressed)
        things.chosen.connect(self._on_things_chosen)
        things.edit_requested.connect(self._edit)
        things.unfollow_requested.connect(self.unfollow)
        things.read_requested.connect(self._mark_things_read)
        things.check_requested.connect(self._refresher.check_now)
        self.check.clicked.connect(self._on_check_clicked)
        self._refresher.state_changed.connect(self._show_foot)
        self.only.clicked.connect(self.show_all_things)
        self.nothing.pressed.connect(self._on_pressed)
        self.notice.pressed.connect(self._on_pressed)
        self.notice.focus_left.connect(self.take_focus)
        follows.changed.connect(self._on_follows_changed)
        self._parts.account.changed.connect(self._on_account_changed)
        self._history.written.connect(self._on_written)
        self._history.replaced.connect(self._on_history_replaced)
        bind(self, (LOAD_ALL_KEY,), {LOAD_ALL_KEY.action: rows.load_all})
        undo = QShortcut(QKeySequence("Ctrl+Z"), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo)

    # --- requests of the window ---------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether the rows in view are loaded, or have failed."""
        return self._follows.is_loaded and (
            self._stack.currentWidget() is self.nothing or self.list.is_settled
        )

    @property
    def failure(self) -> BaseException | None:
        """The error for which rows are missing; None if none are."""
        return self.list.failure

    def show_place(self, place: Place, state: object | None) -> None:
        """Show all changes, or what `state` had."""
        del place
        known = (
            state if isinstance(state, _State) else _State(Filters(), (), None, None, CHANGES_SIDE)
        )
        self._is_shown = True
        self._selected = known.addresses
        self._side = known.side
        self.bar.show_filters(known.filters)
        self.title_changed.emit(FOLLOWING.title)
        self._changes_came.clear()
        self.list.show(self._spec(), state=known.changes)
        self._look_whether_changes_came()
        self.things.show_list(known.filters, known.things)
        if known.changes is not None:  # changes may have come, or been read, meanwhile
            self._resting.start()
        self._show_what_there_is()
        self._show_only()
        self._fold()

    def save_state(self) -> object | None:
        """Return the filters, the rows and the scroll positions."""
        if not self._is_shown:
            return None
        return _State(
            self.bar.filters,
            self._selected,
            self.list.save_state(),
            self.things.save_state(),
            self._side,
        )

    def reload(self) -> None:
        """Read the changes again."""
        self.things.update_all()
        self.list.reload()

    def take_focus(self) -> None:
        """Set the focus to the changes, or to a button if there are none."""
        if self._stack.currentWidget() is self.nothing:
            button = next(iter(self.nothing.buttons()), None)
            (button or self.bar.more).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._side == THINGS_SIDE and self._is_folded:
            self.things.list.take_focus()
        else:
            self.list.take_focus(self.bar.things)

    def start_filter(self) -> None:
        """Set the focus to the field of words."""
        self.bar.text.start()

    def copy_selection(self) -> None:
        """Copy the selected rows of the list with the focus to the clipboard as TSV."""
        has_focus = self.things.list.table.hasFocus()
        (self.things.list if has_focus else self.list).copy_selection()

    def export(self) -> None:
        """Export the loaded changes to a file chosen in a dialog."""
        self.list.export()

    def apply_style(self, sheet: str, colours: Colours) -> None:
        """Set the style sheet and the colours that are painted with."""
        self._sheet = sheet
        super().apply_style(sheet, colours)

    def apply_first_style(self, sheet: str, colours: Colours) -> None:
        """Set the style sheet of a new page, which was built with these colours."""
        self._sheet = sheet
        super().apply_first_style(sheet, colours)

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self._colours = colours
        for part in (self.bar, self.things, self.list, self.notice):
            part.set_colours(colours)

    def leave(self) -> None:
        """Cancel all loads and release the rows."""
        if self._popover is not None:
            self._popover.hide()
        self._resting.stop()
        self._foot_timer.stop()
        self._scope.cancel_all()
        self.things.leave()
        self.list.leave()
        self._forget_undo()
        self._is_shown = False

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while the page was hidden."""
        super().showEvent(event)
        self._foot_timer.start()
        self._show_foot()
        if self._is_stale and self._is_shown:
            self._is_stale = False
            self.things.update_all()
            self._resting.start()

    def hideEvent(self, event: Any) -> None:  # noqa: ANN401 - Qt passes a QHideEvent
        """Stop the clock of the foot."""
        self._foot_timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one side or both."""
        super().resizeEvent(event)
        self._fold()
        self._fit_nothing()

    # --- contents -----------------------------------------------------------------------------

    @property
    def _is_folded(self) -> bool:
        return self.width() < _FOLDED_BELOW

    def _fold(self) -> None:
        is_folded = self._is_folded
        self.bar.show_side(self._side, is_folded=is_folded)
        self.things.setVisible(not is_folded or self._side == THINGS_SIDE)
        self._changes.setVisible(not is_folded or self._side == CHANGES_SIDE)

    def _on_side_chosen(self, side: str) -> None:
        self._side = side
        self._fold()

    def _known(self) -> dict[int, Follow]:
        return {one.id: one for one in self._follows.items if one.id}

    def _wanted(self) -> ChangeFilter:
        """Return the filter of changes that the bar and the selection say."""
        filters, selected = self.bar.filters, set(self._selected)
        ids = frozenset(one.id for one in self._follows.items if one.address in selected)
        return ChangeFilter(
            kinds=frozenset((ChangeKind(filters.change),)) if filters.change else frozenset(),
            follow_ids=ids if selected else None,
            follow_kinds=frozenset((FollowKind(filters.thing),)) if filters.thing else frozenset(),
            group=filters.group,
            unread_only=filters.unread_only,
            text=filters.text,
        )

    def _spec(self) -> ListSpec:
        wanted = self._wanted()

        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            async def fetch(cursor: Any) -> RowsPage:  # noqa: ANN401 - as of the page before
                try:
                    return await self._history.read(
                        load_changes, columns, wanted, self._known(), self._read, cursor
                    )
                except OSError as error:  # while it is opened, or read
                    raise HistoryUnreadable(str(error)) from error

            return CursorSource(fetch, can_load_all=True)

        is_filtered = has_filters(self.bar.filters, self._selected)
        empty = EmptyText(
            tr("No change meets these filters."), action=("clear", tr("Clear the filters"))
        )
        if self._selected and self.bar.filters == Filters():
            empty = EmptyText(
                tr("Nothing has changed here yet since it is followed."),
                action=("clear", tr("Show the changes of all")),
            )
        if not is_filtered:
            empty = EmptyText(
                tr("Nothing has changed yet since you follow these."),
                tr("What osu! shows at the first look is the beginning; changes come after it."),
            )
        return ListSpec(
            key="following/changes",
            title=tr("Changes"),
            columns=lambda original: change_columns(original=original),
            source=source,
            record=change_record,
            file_stem="osu-changes",
            empty=empty,
            link=_link,
            no_link=tr("This is not followed any more."),
            menu=self._menu,
            describe=describe,
            status=_status,
            has_titles=True,
            offers_follow=False,
        )

    def _on_filters_changed(self, filters: Filters) -> None:
        self.things.show_filters(filters)
        self._show_changes()

    def _show_changes(self) -> None:
        """Show the changes of the present filters, from the newest."""
        self._show_only()
        if self._is_shown:
            self.list.show(self._spec())

    def _on_things_chosen(self) -> None:
        selected = tuple(one.address for one in self.things.selected)
        if selected != self._selected:
            self._selected = selected
            self._show_changes()

    def show_all_things(self) -> None:
        """Show the changes of all things again, not only of the selected ones."""
        self.things.list.table.clearSelection()
        self._selected = ()
        self._show_changes()
        self.take_focus()

    def _show_only(self) -> None:
        """Say whose changes are shown, if not those of all."""
        selected = set(self._selected)
        titles = [one.title for one in self._follows.items if one.address in selected]
        if not titles:
            self._selected = ()
            self.only.hide()
            return
        text = tr("Only {title}: show all").format(title=plain(titles[0], 80))
        if len(titles) > 1:
            text = tr("Only %n of what is followed: show all", "", len(titles))
        self.only.setText(escaped(text))
        self.only.show()

    def _show_what_there_is(self) -> None:
        """Show the lists, or what following is while nothing is followed."""
        is_loaded = self._follows.is_loaded
        is_empty = not self._follows.items and (is_loaded or self.list.failure is None)
        if is_empty:
            opening = Notice(tr("Opening the file …"))
            self.nothing.show_notice(self._first_notice() if is_loaded else opening)
        was_empty = self._stack.currentWidget() is self.nothing
        held = cast("QWidget | None", self.window().focusWidget())  # may be None
        self._stack.setCurrentWidget(self.nothing if is_empty else self._both)
        self._fit_nothing()
        self.bar.setVisible(not is_empty)
        self.check.setVisible(not is_empty)
        self.foot.setVisible(not is_empty)
        if is_empty:
            self.status_changed.emit(tr("Nothing is followed") if is_loaded else "")
        elif was_empty:
            self.list.repeat_status()
        if was_empty is not is_empty and (held is None or not held.isVisible()):
            self.take_focus()  # else Qt moves the focus to the next widget, outside of the page
        self.bar.show_groups(self._follows.items)

    def _fit_nothing(self) -> None:
        """Give the message the height that its texts need: its minimum does not know of wraps."""
        layout = self.nothing.layout()
        height = 0
        if layout is not None and self._stack.currentWidget() is self.nothing:
            height = max(layout.minimumHeightForWidth(self.nothing.width()), 0)
        self.nothing.setMinimumHeight(height)

    def _first_notice(self) -> Notice:
        me = self._parts.account.me
        keys = in_force(key_of("follow"), self).sequences
        hint = tr("The bell beside the address follows the page that is shown.")
        if keys:
            hint = tr("The bell beside the address, or {key}, follows the page that is shown.")
            hint = hint.format(key=shown_key(keys[0]))
        buttons: list[tuple[str, str]] = []
        if me is not None and me.id is not None:
            name = plain(me.username, 40)
            buttons.append(("me", tr("Follow {name}").format(name=name)))
        buttons.append(("ranking", tr("Follow the performance ranking")))
        if me is not None and me.country_code:
            country = plain(me.country_name or me.country_code, 40)
            buttons.append(
                ("country", tr("Follow the ranking of {country}").format(country=country))
            )
        return Notice(
            tr(
                "Nothing is followed yet. What changes at players, teams, beatmaps, searches and "
                "rankings that you follow is listed here."
            ),
            hint,
            tuple(buttons[:1]),
            choices=tuple(buttons[1:]),
        )

    def _follow_suggestion(self, key: str) -> None:
        me = self._parts.account.me
        follow = self._follows.follow
        if key == "ranking":
            follow(RankingsPlace(), FollowKind.RANKING, tr("Performance ranking"))
        elif me is not None and key == "me" and me.id is not None:
            follow(UserPlace(me.id), FollowKind.PLAYER, me.username, me.avatar_url or "")
        elif me is not None and key == "country" and me.country_code:
            title = tr("Performance ranking of {country}").format(
                country=plain(me.country_name or me.country_code, 60)
            )
            follow(RankingsPlace(country=me.country_code), FollowKind.RANKING, title)

    def _on_state_changed(self) -> None:
        """Show why the history cannot be read; once it can be, read what is followed."""
        self._look_whether_changes_came()
        if not self._is_shown or self._follows.is_loaded:
            return
        if self.list.model.state in (LoadState.READY, LoadState.END):
            self._follows.load()
        self._show_what_there_is()

    def _look_whether_changes_came(self) -> None:
        if self.list.model.state not in (LoadState.IDLE, LoadState.LOADING):
            self._changes_came.set()

    async def _changes_or_failure(self) -> None:
        """Wait for the newest changes, which are seen before a thousand things are formatted."""
        await self._changes_came.wait()

    # --- changes of what is shown -------------------------------------------------------------

    def _on_follows_changed(self) -> None:
        if not self._is_shown:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        self._show_what_there_is()
        self.things.update_all()
        told = {
            one.id: (one.title, one.picture, one.group, one.note) for one in self._follows.items
        }
        if told != self._told:  # names in the rows of changes
            self._told = told
            self._resting.start()
        self._show_foot()

    def _on_account_changed(self) -> None:
        """Suggest what the person who is signed in now may want to follow."""
        if self._is_shown and self._stack.currentWidget() is self.nothing:
            self._show_what_there_is()

    def _on_written(self, differences: list[Difference]) -> None:
        if self._is_shown and any(one.what == FOLLOWED for one in differences):
            if self.isVisible():
                self._resting.start()
            else:
                self._is_stale = True

    def _on_history_replaced(self) -> None:
        if self._is_shown:
            self._selected, self._read = (), frozenset()
            self._forget_undo()
            self.list.show(self._spec())

    def _refresh(self) -> None:
        """Read the newest changes, unless older ones are being read: then say that there are."""
        if not self._is_shown or self.list.spec is None:
            return
        if self.list.model.state is LoadState.LOADING:
            self._resting.start()
        elif self.list.rows.view.scroll_position() <= 0:
            self.list.reload(self._spec())
        else:
            self._scope.start(self._look_for_newer(), key="newer")

    async def _look_for_newer(self) -> None:
        """Say that there are new changes, which a button shows."""
        first = next(iter(self.list.model.loaded_rows()), None)
        try:
            page = await self._history.read(
                load_changes, (), self._wanted(), self._known(), self._read, None
            )
        except OSError:  # the rows that are there stay; a reload says it
            return
        if first is None or not page.rows or page.rows[0].id == first.id or self._undo is not None:
            return
        self.notice.show_notice(Notice(tr("There are new changes."), "", (("newer", tr("Show")),)))

    # --- actions ------------------------------------------------------------------------------

    def _on_row_opened(self, row: Row[Any], _how: str) -> None:
        self._mark_rows([row])

    def _mark_rows(self, rows: Sequence[Row[Any]]) -> None:
        """Mark changes as read."""
        new = [row for row in rows if not row.item.is_read]
        ids = [row.item.change.id for row in new]
        if ids:
            self._read |= frozenset(ids)
            self._follows.mark_read(ids=ids)
            self._scope.start(self._remake(new), key="read")

    async def _remake(self, rows: Sequence[Row[Any]]) -> None:
        columns = self.list.model.columns
        made = await self._parts.calls.run_at_once(partial(remade, columns, rows, is_read=True))
        if columns is self.list.model.columns:
            self.list.model.update_rows(made)

    def mark_all_read(self) -> None:
        """Mark all changes as read; `undo` takes it back."""
        count = self._follows.unread
        if not count:
            return
        self._undo = self._follows.mark_read()
        self._scope.start(self._remake(self.list.model.loaded_rows()), key="read")
        self._say_done(tr("%n change(s) are marked as read.", "", count))

    def _mark_things_read(self, follows: Sequence[Follow]) -> None:
        for one in follows:
            self._follows.mark_read(follow=one)
        addresses = {one.address for one in follows}
        rows = [
            row
            for row in self.list.model.loaded_rows()
            if row.item.follow is not None and row.item.follow.address in addresses
        ]
        self._scope.start(self._remake(rows), key="read")

    def unfollow(self, follows: Sequence[Follow]) -> None:
        """Stop following things; `undo` follows them again, with their changes."""
        self._undo = self._follows.unfollow(*follows)
        text = tr("{title} is not followed any more.").format(title=plain(follows[0].title, 80))
        if len(follows) > 1:
            text = tr("%n things are not followed any more.", "", len(follows))
        gone = {one.address for one in follows}
        self._selected = tuple(one for one in self._selected if one not in gone)
        self._show_only()
        self._resting.start()
        self._say_done(text)

    def _say_done(self, text: str) -> None:
        self.notice.show_notice(Notice(text, "", (("undo", tr("Undo")), ("close", tr("Close")))))

    def undo(self) -> None:
        """Take back what was done last."""
        done = self._undo
        self._forget_undo()
        if done is None:
            return
        if isinstance(done, tuple):
            self._follows.put_back(done)
        else:
            self._read = frozenset()
            self._follows.mark_unread(done)
        self._resting.start()
        self.take_focus()

    def _forget_undo(self) -> None:
        self._undo = None
        self.notice.show_notice(None)

    def _on_pressed(self, key: str) -> None:
        if key == "undo":
            self.undo()
        elif key == "close":
            self._forget_undo()
        elif key == "newer":
            self.notice.show_notice(None)
            self.list.show(self._spec())
        elif key == "clear":
            self.things.list.table.clearSelection()
            self._selected = ()
            self.bar.show_filters(Filters())
            self._on_filters_changed(Filters())
        else:
            self._follow_suggestion(key)

    def _menu(self, selection: RowSelection) -> QMenu:
        rows = list(selection.rows)

        def open_and_mark(place: Place, how: str) -> None:
            if len(rows) == 1:
                self._mark_rows(rows)
            selection.open(place, how)

        menu = row_menu(replace(selection, open=open_and_mark))
        if any(not row.item.is_read for row in rows):
            menu.addSeparator()
            add_action(menu, tr("Mark as &read"), self._mark_rows, rows)
        follows = list(
            {
                row.item.follow.address: row.item.follow
                for row in rows
                if row.item.follow is not None
            }.values()
        )
        if follows:
            menu.addSeparator()
            if len(follows) == 1:
                label = tr("&Edit {title} …").format(title=escaped(plain(follows[0].title, 40)))
                add_action(menu, label, self._edit, follows[0])
            label = (
                tr("&Unfollow {title}").format(title=escaped(plain(follows[0].title, 40)))
                if len(follows) == 1
                else tr("&Unfollow these %n", "", len(follows))
            )
            add_action(menu, label, self.unfollow, follows)
        return menu

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        group = self.bar.filters.group
        names = [group] if group else list(self._follows.groups)
        rename = menu.addMenu(tr("Rename a group"))
        dissolve = menu.addMenu(tr("Dissolve a group"))
        for name in names:
            label = escaped(plain(name, 60))
            add_action(rename, f"{label} …", self._ask_name, name)
            add_action(dissolve, label, self._rename_group, name, "")
        rename.setEnabled(bool(names))
        dissolve.setEnabled(bool(names))
        menu.addSeparator()
        add_action(menu, tr("Columns of what is followed …"), self._choose_things_columns)
        add_action(menu, tr("Export what is followed …"), self.things.list.export)
        menu.addSeparator()
        settings = AppPlace("settings")
        add_action(menu, tr("Settings"), self.open_requested.emit, settings, "here")
        return menu

    def _choose_things_columns(self) -> None:
        self.things.list.choose_columns(self.bar.more.below)

    def _ask_name(self, group: str) -> None:
        ask_text(
            self,
            tr("Rename a group"),
            tr("Name of the group"),
            group,
            partial(self._rename_group, group),
        )

    def _rename_group(self, group: str, name: str) -> None:
        self._follows.rename_group(group, name)
        if self.bar.filters.group == group:
            filters = replace(self.bar.filters, group=name or None)
            self.bar.show_filters(filters)
            self._on_filters_changed(filters)

    # --- the editor ---------------------------------------------------------------------------

    @property
    def popover(self) -> FollowPopover | None:
        """The editor; None until it is first opened."""
        return self._popover

    def _edit(self, follow: Follow) -> None:
        popover = self._popover or self._build_popover()
        popover.apply_style(self._sheet, self._colours)
        popover.page.hide()
        popover.open_under(self.bar.more, tr("Following"), follow)

    def _build_popover(self) -> FollowPopover:
        from osubrowser.ui.shell.follow_popover import FollowPopover

        popover = self._popover = FollowPopover(self._follows, self)
        popover.unfollow_requested.connect(lambda follow: self.unfollow([follow]))
        return popover

    # --- refreshing ---------------------------------------------------------------------------

    def _on_check_clicked(self) -> None:
        """Check the selected things now, or all of them."""
        selected = self.things.selected if self._selected else []
        for one in selected:
            self._refresher.check_now(one)
        if not selected:
            self._refresher.check_now()
        self._show_foot()

    def _show_foot(self) -> None:
        if self.isVisible() and self._follows.items:
            self.foot.setText(refreshing_text(self._follows.items, self._refresher.state))


def _link(one: SeenChange, _origin: str) -> RowLink | None:
    place = one.place or one.subject
    if place is None:
        return None
    more: tuple[tuple[str, Place], ...] = ()
    if one.subject is not None and one.subject != place:
        label = tr("Open &{title}").format(title=escaped(plain(one.title, 40)))
        more = ((label, one.subject),)
    return RowLink(place, plain(one.title, 200), more=more)


def _status(model: PagedModel, _first: int, _last: int) -> str:
    if not model.loaded:
        return ""
    if model.is_arranged:
        text = tr("{count} of %n loaded change(s)", "", model.loaded)
        return text.format(count=numerals.whole(model.rowCount()))
    if model.state is LoadState.END:
        return tr("%n change(s)", "", model.loaded)
    return tr("%n newest change(s), more as you scroll", "", model.loaded)
