"""Feed of the boards of the forum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.models.forum import boards
from osubrowser.services.places.places import ThingPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.pages.feeds.feed import Feed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.models.forum.boards import Board
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts


def _spec(_values: Mapping[str, str], _parts: SectionParts) -> ListSpec:
    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(boards.load_boards, columns)

    return ListSpec(
        key="forums",
        title=tr("Boards of the forum"),
        columns=lambda _original: boards.board_columns(),
        source=source,
        record=boards.board_record,
        file_stem="osu-forum-boards",
        empty=EmptyText(tr("osu! lists no boards.")),
        link=_link,
    )


def _link(board: Board, _origin: str) -> RowLink:
    """Return a board, the one it is part of, and its group."""
    above = dict.fromkeys(reversed(board.above))
    more = tuple(
        (tr("Open {name}").format(name=name), ThingPlace("forum", str(id))) for id, name in above
    )
    return RowLink(ThingPlace("forum", str(board.id)), board.name, more=more)


FEED: Final[Feed] = Feed(title=tr("Forum"), spec=_spec)
