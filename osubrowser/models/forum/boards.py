"""Boards of the forum: their tree, columns, load and record."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.table.column import make_rows
from osubrowser.models.table.common_columns import text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.forum import Forum
    from osubrowser.models.table.column import Column, Record, Row

_LONGEST_NAME: Final = 120
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Board:
    """Board of the forum, ready to be shown.

    Attributes:
        id: its id.
        name: its name.
        description: what it is for; "" for none.
        above: id and name of the boards that it is part of, from the top.
        below: id, name and description of the boards that are part of it.
    """

    id: int
    name: str
    description: str = ""
    above: tuple[tuple[int, str], ...] = ()
    below: tuple[tuple[int, str, str], ...] = ()

    @property
    def group(self) -> str:
        """Name of the group that it is in; "" for a group."""
        return self.above[0][1] if self.above else ""

    @property
    def path(self) -> str:
        """Names from the group to the board."""
        return " › ".join((*(name for _, name in self.above), self.name))


def boards_of(forums: Sequence[Forum]) -> Iterator[Board]:
    """Yield all boards of the answer of `forums`, each before those that are part of it."""
    seen: set[int] = set()

    def walk(forum: Forum, above: tuple[tuple[int, str], ...]) -> Iterator[Board]:
        if forum.id in seen or len(above) >= _DEEPEST:
            return
        seen.add(forum.id)
        board = board_of(forum, above)
        yield board
        for child in forum.subforums or ():
            yield from walk(child, (*above, (board.id, board.name)))

    for forum in forums:
        yield from walk(forum, ())


def board_of(forum: Forum, above: tuple[tuple[int, str], ...] = ()) -> Board:
    """Return a board.

    Args:
        forum: the board.
        above: id and name of the boards that it is part of.
    """
    return Board(
        forum.id,
        _name(forum),
        plain(forum.description, 500),
        above,
        tuple(
            (child.id, _name(child), plain(child.description, 300))
            for child in forum.subforums or ()
        ),
    )


def board_columns() -> tuple[Column[Board], ...]:
    """Return the columns of boards."""
    return (
        text_column("name", tr("Board"), 230, lambda board: board.name, strong=True),
        text_column("group", tr("Group"), 150, lambda board: board.group),
        text_column("part", tr("Part of"), 150, _parent),
        text_column("description", tr("Description"), 420, lambda board: board.description),
    )


def load_boards(client: Client, columns: Sequence[Column[Any]], _cursor: object = None) -> RowsPage:
    """Load all boards that have topics (`forums`); blocks, for a worker.

    A group, which is a heading of the boards in it, is no row.

    Raises:
        OsuError: as the client raises it.
    """
    found = boards_of(client.forum_listing())
    boards = [board for board in found if board.above or not board.below]
    rows = make_rows(columns, boards, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def load_path(client: Client, board_id: int) -> tuple[tuple[int, str], ...]:
    """Return id and name of the boards from the group to a board (`forums`). Blocks.

    Empty for a board that is not listed. Raises OsuError.
    """
    for board in boards_of(client.forum_listing()):
        if board.id == board_id:
            return (*board.above, (board.id, board.name))
    return ()


def board_record(row: Row[Any]) -> Record:
    """Return the record of a board, for a JSON export."""
    board: Board = row.item
    return {
        "id": board.id,
        "name": board.name,
        "group": board.group,
        "parent_id": board.above[-1][0] if board.above else None,
        "description": board.description,
    }


def _identity(board: Board) -> Hashable:
    return board.id


def _name(forum: Forum) -> str:
    return plain(forum.name, _LONGEST_NAME) or tr("Board {id}").format(id=forum.id)


def _parent(board: Board) -> str:
    return board.above[-1][1] if len(board.above) > 1 else ""
