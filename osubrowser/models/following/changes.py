"""Changes of what is followed: rows, columns, records and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.following.kinds import change_name, kind_name
from osubrowser.models.following.texts import place_of, sentence
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.models.text.dates import local_minute
from osubrowser.services.history.changes import changes_page
from osubrowser.services.text.plain import plain, plain_lines
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.models.table.column import Record, Row
    from osubrowser.services.history.changes import Change, ChangeFilter
    from osubrowser.services.history.follow_rows import Follow
    from osubrowser.services.history.store import HistoryStore
    from osubrowser.services.places.places import Place

PAGE: Final = 100
"""Changes of a page."""
UNREAD: Final = "●"
"""Mark of an unread change."""


@dataclass(frozen=True, slots=True)
class SeenChange:
    """Change with what is followed.

    Attributes:
        change: the change.
        follow: the followed thing; None if it is not followed any more.
        place: where the change is seen; None for nowhere.
        subject: the place of the thing; None if it is not known.
        is_read: whether it was read, here or before.
    """

    change: Change
    follow: Follow | None
    place: Place | None
    subject: Place | None
    is_read: bool

    @property
    def title(self) -> str:
        """The name of the thing."""
        return self.follow.title if self.follow is not None else tr("Not followed any more")


def change_columns(*, original: bool) -> tuple[Column[SeenChange], ...]:
    """Return the columns of changes.

    Args:
        original: whether titles of songs are not romanised.
    """
    return (
        Column(
            "unread",
            tr("New", "an unread change"),
            44,
            CellKind.TEXT,
            text=lambda one, _: "" if one.is_read else UNREAD,
            sort=lambda one, _: one.is_read,
            description=tr("Changes that were not opened yet, nor marked as read"),
        ),
        Column(
            "what",
            tr("Followed"),
            190,
            CellKind.PLAYER,
            text=lambda one, _: plain(one.title, 120),
            sort=lambda one, _: one.title.casefold() or None,
            picture=lambda one: one.follow.picture or None if one.follow is not None else None,
            tooltip=_about,
            strong=True,
        ),
        text_column(
            "change",
            tr("What changed"),
            430,
            lambda one: sentence(one.change, original=original),
            whole=lambda one: sentence(one.change, original=original),
        ),
        text_column(
            "kind", tr("Kind", "of a change"), 110, lambda one: change_name(one.change.kind)
        ),
        Column(
            "at",
            tr("When"),
            136,
            CellKind.DATE,
            text=lambda one, _: local_minute(one.change.at),
            sort=lambda one, _: one.change.at,
            description=tr(
                "When it happened, or where osu! does not say that, when osubrowser saw it; by the "
                "clock of this computer"
            ),
        ),
        text_column(
            "thing",
            tr("Kind of thing"),
            110,
            _thing,
        ).hidden(),
        text_column(
            "group",
            tr("Group"),
            110,
            _group,
        ).hidden(),
        text_column(
            "note",
            tr("Note"),
            200,
            _note,
        ).hidden(),
    )


def _thing(one: SeenChange) -> str:
    return kind_name(one.follow.kind) if one.follow is not None else ""


def _group(one: SeenChange) -> str:
    return one.follow.group if one.follow is not None else ""


def _note(one: SeenChange) -> str:
    return plain(one.follow.note, 300) if one.follow is not None else ""


def _about(one: SeenChange) -> str:
    follow = one.follow
    if follow is None:
        return one.title
    heading = f"{plain(follow.title, 300)}\n{kind_name(follow.kind)}"
    return f"{heading} · {follow.group}\n{plain_lines(follow.note)}".rstrip(" ·\n")


def load_changes(
    store: HistoryStore,
    columns: Sequence[Column[Any]],
    wanted: ChangeFilter,
    known: Mapping[int, Follow],
    read: frozenset[int],
    before: tuple[int, int, int] | None,
) -> RowsPage:
    """Return a page of changes, newest first. Blocks, for a worker.

    Args:
        store: the history.
        columns: of the rows.
        wanted: which changes.
        known: what is followed, by id.
        read: ids of changes that were just marked as read.
        before: `(at, id, number)` of the last row before the page; None for the first page.

    Raises:
        OSError: the file cannot be read.
    """
    number = 0 if before is None else before[2]
    found = changes_page(store, wanted, None if before is None else before[:2], PAGE)
    seen = [_seen(change, known, read) for change in found]
    rows = make_rows(columns, seen, first_number=number + 1, identity=lambda one: one.change.id)
    last = found[-1] if found else None
    goes_on = last is not None and len(found) == PAGE
    following = (last.at, last.id, number + len(found)) if last is not None and goes_on else None
    return RowsPage(rows, next=following)


def _seen(change: Change, known: Mapping[int, Follow], read: frozenset[int]) -> SeenChange:
    from osubrowser.services.history.followable import followed_place

    follow = known.get(change.follow_id)
    return SeenChange(
        change,
        follow,
        place_of(change, follow),
        followed_place(follow.address) if follow is not None else None,
        change.is_read or change.id in read,
    )


def remade(
    columns: Sequence[Column[Any]], rows: Sequence[Row[SeenChange]], *, is_read: bool
) -> list[Row[SeenChange]]:
    """Return rows of changes that were marked as read, or as unread again. For a worker."""
    made: list[Row[SeenChange]] = []
    for row in rows:
        one = row.item
        item = SeenChange(one.change, one.follow, one.place, one.subject, is_read)
        made += make_rows(
            columns, [item], first_number=row.number, identity=lambda one: one.change.id
        )
    for row in made:
        row.search  # noqa: B018 - computed on the worker
    return made


def change_record(row: Row[Any]) -> Record:
    """Return the exact values of a change for JSON."""
    one: SeenChange = row.item
    follow = one.follow
    return {
        "at": one.change.at,
        "kind": str(one.change.kind),
        "followed": follow.title if follow is not None else None,
        "address": follow.address if follow is not None else None,
        "group": follow.group if follow is not None else None,
        "change": sentence(one.change),
        "is_read": one.is_read,
    }
