"""List of what is followed: a table, and the actions on its rows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QMenu, QVBoxLayout, QWidget

from osubrowser.models.following.followed import followed_columns, followed_record, in_order
from osubrowser.models.table.live_rows import LiveRows
from osubrowser.services.history.followable import followed_place
from osubrowser.services.text import numerals
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, ListState
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.lists.row_menu import RowSelection, row_menu
from osubrowser.ui.pages.following.bar import Filters
from osubrowser.ui.widgets.follow_form import LONGEST_GROUP
from osubrowser.ui.widgets.menus import add_action, escaped

if TYPE_CHECKING:
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.paged_model import PagedModel
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.history.follows import Follows
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_PAUSE = 150  # milliseconds after the last step until the selection counts


class ThingsView(QWidget):
    """Table of what is followed, those without a group first.

    Args:
        parts: services.
        follows: what is followed.
        before: awaited before the rows are made, such as for rows that are wanted sooner.
        parent: the page.

    Attributes:
        chosen: the person has selected other rows.
        edit_requested: edit a `Follow`.
        unfollow_requested: stop following these.
        read_requested: mark the changes of these as read.
        check_requested: ask osu! about this one now.
        list: controller of the table.
    """

    chosen = Signal()
    edit_requested = Signal(object)
    unfollow_requested = Signal(object)
    read_requested = Signal(object)
    check_requested = Signal(object)

    def __init__(
        self,
        parts: SectionParts,
        follows: Follows,
        before: Callable[[], Awaitable[None]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._follows = follows
        self._filters = Filters()
        self._kept: dict[str, Follow] = {}
        self.list = parts.list_below(self)
        self.live: LiveRows[Follow] = LiveRows(
            self.list.model,
            parts.calls,
            self._items,
            lambda one: one.address,
            self,
            is_numbered=False,
            before=before,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list.rows)
        table = self.list.table
        table.installEventFilter(self)
        self._resting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._resting.timeout.connect(self.chosen)
        table.clicked.connect(lambda _index: self._resting.start())
        table.selectionModel().currentChanged.connect(self._on_current_changed)

    # --- contents -----------------------------------------------------------------------------

    @property
    def selected(self) -> list[Follow]:
        """The selected things."""
        return [row.item for row in self.list.table.selected_rows()]

    def show_list(self, filters: Filters, state: object | None = None) -> None:
        """Show what is followed; `state` is what `save_state` returned, or None."""
        self._filters = filters
        known = state if isinstance(state, ListState) else None
        self.list.show(self._spec(), state=known)
        if known is not None:  # its rows may be older than the list
            self.live.update_all()

    def show_filters(self, filters: Filters) -> None:
        """Show the things of another kind or group."""
        before, self._filters = self._filters, filters
        if (before.thing, before.group) != (filters.thing, filters.group):
            self.live.update_all()

    def update_all(self) -> None:
        """Take note that what is followed has changed."""
        if self.list.spec is not None:
            self.live.update_all()

    def save_state(self) -> object | None:
        """Return the state by which `show_list` restores the rows."""
        return self.list.save_state()

    def leave(self) -> None:
        """Release the rows."""
        self._resting.stop()
        self.live.stop()
        self.list.leave()

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.list.set_colours(colours)

    def _items(self) -> list[Follow]:
        """Return the things that the filters let through; unchanged ones are the same objects."""
        wanted, kept = self._filters, self._kept
        items = list(self._follows.items)
        if kept:
            items = [
                old if (old := kept.get(one.address)) == one and old is not None else one
                for one in items
            ]
        self._kept = {one.address: one for one in items}
        return in_order(
            one
            for one in items
            if (not wanted.thing or one.kind == wanted.thing)
            and (wanted.group is None or one.group == wanted.group)
        )

    def _spec(self) -> ListSpec:
        def source(_loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
            return self.live.source(columns)

        return ListSpec(
            key="following/things",
            title=tr("Followed"),
            columns=lambda _: followed_columns(),
            source=source,
            record=followed_record,
            file_stem="osu-followed",
            empty=EmptyText(tr("Nothing of this kind is followed.")),
            link=link_of,
            menu=self._menu,
            status=things_status,
            offers_follow=False,
        )

    def _on_current_changed(self, _current: QModelIndex, previous: QModelIndex) -> None:
        # The first row becomes the current one with the focus: that is no choice.
        if previous.isValid() and self.list.table.hasFocus():
            self._resting.start()

    # --- actions ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Edit with F2, unfollow with Del."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            selected = self.selected
            if event.key() == Qt.Key.Key_Delete and selected:
                self.unfollow_requested.emit(selected)
                return True
            if event.key() == Qt.Key.Key_F2 and selected:
                self.edit_requested.emit(selected[0])
                return True
        return bool(super().eventFilter(watched, event))

    def _menu(self, selection: RowSelection) -> QMenu:
        menu = row_menu(selection)
        follows: list[Follow] = [row.item for row in selection.rows]
        menu.addSeparator()
        if len(follows) == 1:
            add_action(menu, tr("&Edit …"), self.edit_requested.emit, follows[0])
            add_action(menu, tr("Check &now"), self.check_requested.emit, follows[0])
        if any(one.unread for one in follows):
            add_action(menu, tr("Mark as &read"), self.read_requested.emit, follows)
        self._add_groups(menu, follows)
        is_muted = all(one.is_muted for one in follows)
        mute = add_action(menu, tr("N&o notifications"), self._mute, follows, not is_muted)
        mute.setCheckable(True)
        mute.setChecked(is_muted)
        menu.addSeparator()
        add_action(menu, tr("&Unfollow"), self.unfollow_requested.emit, follows)
        return menu

    def _add_groups(self, menu: QMenu, follows: Sequence[Follow]) -> None:
        groups = menu.addMenu(tr("&Group"))
        now = {one.group for one in follows}
        for group in ("", *self._follows.groups):
            label = escaped(plain(group, 60)) if group else tr("No group")
            action = add_action(groups, label, self.set_group, follows, group)
            action.setCheckable(True)
            action.setChecked(now == {group})
        groups.addSeparator()
        add_action(groups, tr("New group …"), self._ask_group, follows)

    def set_group(self, follows: Sequence[Follow], group: str) -> None:
        """Put things into a group; "" takes them out of theirs."""
        for one in follows:
            self._follows.write(one, group=group)

    def _mute(self, follows: Sequence[Follow], is_muted: bool) -> None:
        for one in follows:
            self._follows.write(one, is_muted=is_muted)

    def _ask_group(self, follows: Sequence[Follow]) -> None:
        ask_text(
            self, tr("New group"), tr("Name of the group"), "", partial(self.set_group, follows)
        )


def ask_text(parent: QWidget, title: str, label: str, text: str, take: Any) -> None:  # noqa: ANN401 - a callable of a text
    """Open a dialog with one field; `take(text)` is called with what was typed, unless empty."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(text)
    dialog.textValueSelected.connect(
        lambda typed: take(plain(typed, LONGEST_GROUP).strip()) if typed.strip() else None
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def link_of(one: Follow, _origin: str) -> RowLink | None:
    """Return the link of a followed thing; None if its address is none."""
    place = followed_place(one.address)
    return None if place is None else RowLink(place, plain(one.title, 200))


def things_status(model: PagedModel, _first: int, _last: int) -> str:
    """Return the status of the list of followed things."""
    if model.is_arranged:
        text = tr("{count} of %n followed", "", model.loaded)
        return text.format(count=numerals.whole(model.rowCount()))
    return tr("%n followed", "", model.loaded)
