"""Page of one board: what it is part of, its boards, and its topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from osubrowser.models.feeds.filters import Choice
from osubrowser.models.forum import topics
from osubrowser.models.forum.boards import Board
from osubrowser.services.places.places import ThingPlace, UserPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import describe
from osubrowser.ui.lists.filter_bar import FilterBar
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec, ListState
from osubrowser.ui.lists.list_page import ListPage
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.forum.crumbs import Crumbs, forum_links, missing
from osubrowser.ui.style.theme import title_font
from osubrowser.ui.widgets.plain_text import ElidedLabel, LinkFlow

if TYPE_CHECKING:
    from osubrowser.models.forum.topics import TopicRow
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource, RowsPage
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts
    from osubrowser.ui.style.theme import Colours

_NAME_SIZE: Final = 22
_SORT: Final = Choice("sort", tr("Order of topics"), topics.ORDERS)


class BoardHeader(QWidget):
    """Header of a board: what it is part of, name, description, and the boards in it.

    Args:
        parent: the Qt parent.

    Attributes:
        link_requested: `(address, how)`: open a board.
    """

    link_requested = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.crumbs = Crumbs(self)
        self.name = ElidedLabel(parent=self)
        self.name.setFont(title_font(_NAME_SIZE))
        self.name.setProperty("role", "title")
        self.description = QLabel(self)
        self.description.setTextFormat(Qt.TextFormat.PlainText)
        self.description.setWordWrap(True)
        self.description.setProperty("role", "secondary")
        self.description.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.boards = LinkFlow(tr("Boards in this one"), self)
        self.below = QWidget(self)
        row = QHBoxLayout(self.below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        label = QLabel(tr("Boards"), self.below)
        label.setProperty("role", "strong")
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.boards, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.crumbs, self.name, self.description, self.below):
            layout.addWidget(part)
        for links in (self.crumbs, self.boards):
            links.link_requested.connect(self.link_requested)

    def show_board(self, board: Board | None, key: str, origin: str) -> None:
        """Set the board; None while it is not loaded, with its id as `key`."""
        above = board.above if board is not None else ()
        self.crumbs.show_path(above, origin)
        self.name.setText(board.name if board is not None else tr("Board {key}").format(key=key))
        text = board.description if board is not None else ""
        self.description.setText(text)
        self.description.setVisible(bool(text))
        below = board.below if board is not None else ()
        self.boards.show_links(
            forum_links(((id, name) for id, name, _ in below), origin),
            [description for _, _, description in below],
        )
        self.below.setVisible(bool(below))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        self.crumbs.set_colours(colours)
        self.boards.set_colours(colours)


@dataclass(frozen=True, slots=True)
class BoardState:
    """Saved state of a board: order of its topics, rows, and header."""

    order: str
    rows: ListState
    board: Board | None


class BoardPage(ListPage):
    """Page of a `ThingPlace` of a board.

    Args:
        parts: services, and the colours to paint with until `set_colours` is called.
        parent: the Qt parent.
    """

    def __init__(self, parts: SectionParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._board: Board | None = None
        self._order = ""
        self.header = BoardHeader(self)
        self.bar = FilterBar((_SORT,), self)
        self.column.addWidget(self.header)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.list.rows, 1)
        self.list.bind_filter(self.bar.filter)
        self.list.bind_buttons(
            columns=self.bar.columns, export=self.bar.export, load_all=self.bar.load_all
        )
        self.list.model.page_arrived.connect(self._on_page_arrived)
        self.bar.changed.connect(self._on_bar_changed)
        self.header.link_requested.connect(self._on_link_requested)
        self.set_colours(parts.colours)

    # --- requests of the window ---------------------------------------------------------------

    def show_place(self, place: Place, state: object | None) -> None:
        """Show a board, or restore it from `state`."""
        known = state if isinstance(state, BoardState) else None
        if isinstance(place, ThingPlace):
            if known is not None:
                self._board, self._order = known.board, known.order
            elif self._board is None or str(self._board.id) != place.key:
                self._board, self._order = None, ""
        super().show_place(place, known.rows if known is not None else None)

    def take_place(self, place: Place) -> Place | None:
        """Show the header and the order of a board."""
        if not isinstance(place, ThingPlace):
            return None
        self.bar.show_values({_SORT.name: self._order})
        self.header.show_board(self._board, place.key, self.parts.account.server)
        return ThingPlace("forum", place.key)

    def spec_of(self, place: Place) -> ListSpec:
        """Return the topics of a board."""
        key = place.key if isinstance(place, ThingPlace) else ""
        return topics_spec(int(key) if key.isdecimal() else 0, self._order)

    def title_of(self, place: Place) -> str:
        """Return the name of a board."""
        if self._board is not None:
            return self._board.name
        return tr("Board {key}").format(key=place.key) if isinstance(place, ThingPlace) else ""

    def save_state(self) -> object | None:
        """Return the rows, their order and the header; None without rows."""
        rows = super().save_state()
        return BoardState(self._order, rows, self._board) if isinstance(rows, ListState) else None

    def landmark(self) -> tuple[Place, str] | None:
        """Return the board, once it is loaded."""
        return super().landmark() if self._board is not None else None

    def act(self, key: str) -> None:
        """Open the list of all boards."""
        from osubrowser.services.places.places import ListPlace

        if key == "forums":
            self.open_requested.emit(ListPlace("forums"), "here")

    def set_colours(self, colours: Colours) -> None:
        """Set the colours that are painted with."""
        super().set_colours(colours)
        self.header.set_colours(colours)
        self.bar.set_colours(colours)

    # --- slots --------------------------------------------------------------------------------

    def _on_page_arrived(self, page: RowsPage) -> None:
        if isinstance(page.extra, Board) and isinstance(self.place, ThingPlace):
            self._board = page.extra
            self.header.show_board(self._board, self.place.key, self.parts.account.server)
            self.title_changed.emit(self._board.name)

    def _on_bar_changed(self, values: dict[str, str]) -> None:
        self._order = values.get(_SORT.name, self._order)
        if self.place is not None:
            super().show_place(self.place, None)

    def _on_link_requested(self, address: str, how: str) -> None:
        from osubrowser.ui.richtext.follow import followed

        found = followed(address, how, self.parts.account.server)
        if found is not None:
            self.open_requested.emit(*found)


def topics_spec(board_id: int, order: str) -> ListSpec:
    """Return the list of the topics of a board.

    Args:
        board_id: id of the board.
        order: key of `topics.ORDERS`.
    """

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(topics.load_topics, board_id, order, columns, can_load_all=True)

    return ListSpec(
        key=f"forum/{board_id}/{order}",
        title=tr("Topics"),
        columns=lambda _original: topics.topic_columns(),
        source=source,
        record=topics.topic_record,
        file_stem=f"osu-forum-{board_id}",
        empty=EmptyText(
            tr("This board has no topics of its own."),
            hint=tr("A group has them in its boards."),
            action=("forums", tr("All boards")),
        ),
        link=_link,
        describe=lambda error: missing(
            describe(error),
            error,
            tr("The forum has no board {id} that you can read."),
            str(board_id),
        ),
        columns_key="forum",
    )


def _link(row: TopicRow, _origin: str) -> RowLink:
    """Return a topic, its last post, and its author."""
    topic = row.topic
    key = str(topic.id)
    more: list[tuple[str, Place]] = []
    if topic.last_post_id:
        more.append((tr("Open last post"), ThingPlace("topic", key, topic.last_post_id)))
    if row.author.id:
        more.append((tr("Open {name}").format(name=row.author.username), UserPlace(row.author.id)))
    return RowLink(ThingPlace("topic", key), topics.topic_title(topic), more=tuple(more))
