"""Playlist of a room: columns, rows and record."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.beatmaps.columns import (
    artist_of,
    difficulty_column,
    explicit_column,
    length,
    mapper_column,
    stars_column,
    status_column,
    title_column,
    title_of,
)
from osubrowser.models.beatmaps.mods import mods_text, mods_words
from osubrowser.models.rooms.room_facts import ruleset_name
from osubrowser.models.table.column import CellKind, Column, make_rows
from osubrowser.models.table.common_columns import mark_column, minute_column, text_column
from osubrowser.models.table.sources import RowsPage
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.api.client import Client
    from osubrowser.api.entities.beatmaps import Beatmapset
    from osubrowser.api.entities.rooms import RoomPlaylistItem
    from osubrowser.api.mods import Mod
    from osubrowser.models.rooms.room import RoomSubject
    from osubrowser.models.table.column import Record, Row


_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """Playlist item with its place in a room.

    Attributes:
        item: the item.
        owner: name of the player who picked it; "" if unknown.
        attempts: how often the signed-in player has played it; None for a guest.
    """

    item: RoomPlaylistItem
    owner: str
    attempts: int | None


def item_columns(
    *, original: bool, is_realtime: bool, is_player: bool
) -> tuple[Column[PlacedItem], ...]:
    """Return the columns of a playlist.

    Args:
        original: show original titles, not romanised ones.
        is_realtime: of a room where all play at once.
        is_player: whether attempts of the signed-in player are known.
    """
    attempts: Column[PlacedItem] = Column(
        "attempts",
        tr("Your plays"),
        80,
        CellKind.NUMBER,
        text=lambda one, _: NOTHING if one.attempts is None else numerals.whole(one.attempts),
        sort=lambda one, _: one.attempts,
        description=tr("How often you have played it in this room"),
        shown=is_player and not is_realtime,
    )
    wide = 120 if is_realtime else 150
    played = minute_column("played", tr("Played"), _played_at)
    return (
        Column("number", "#", 34, CellKind.NUMBER, text=_number, sort=lambda _, n: n),
        title_column(beatmapset_of, 250, original=original, with_cover=True),
        difficulty_column(lambda one: one.item.beatmap, 130),
        stars_column(lambda one: one.item.beatmap),
        text_column("ruleset", tr("Ruleset"), 92, lambda one: ruleset_name(one.item.ruleset_id)),
        _mods_column("required", tr("Required"), wide - 40, lambda one: one.item.required_mods),
        _mods_column("allowed", tr("Allowed"), wide, lambda one: one.item.allowed_mods),
        attempts,
        played if is_realtime else played.hidden(),
        text_column(
            "owner", tr("Picked by"), 120, lambda one: one.owner, description=tr("Who added it")
        )
        if is_realtime
        else text_column("owner", tr("Picked by"), 120, lambda one: one.owner).hidden(),
        Column(
            "length",
            tr("Length"),
            60,
            CellKind.NUMBER,
            text=lambda one, _: _length(one),
            sort=lambda one, _: one.item.beatmap.total_length if one.item.beatmap else None,
            shown=not is_realtime and not is_player,
        ),
        mark_column(
            "freestyle",
            tr("Freestyle"),
            lambda one: bool(one.item.freestyle),
            tr("Whether players choose difficulty and ruleset"),
        ).hidden(),
        mapper_column(beatmapset_of).hidden(),
        status_column(_status).hidden(),
        explicit_column(beatmapset_of),
        minute_column("created", tr("Added"), lambda one: one.item.created_at).hidden(),
    )


def beatmapset_of(one: PlacedItem) -> Beatmapset | None:
    """Return the beatmapset of an item; None if it is gone."""
    return one.item.beatmap.beatmapset if one.item.beatmap is not None else None


def item_title(item: RoomPlaylistItem, *, original: bool) -> str:
    """Return the beatmap of an item: `Artist - Title [Difficulty]`."""
    beatmap = item.beatmap
    if beatmap is None:
        return tr("Deleted beatmap {id}").format(id=item.beatmap_id)
    title = title_of(beatmap.beatmapset, original=original)
    artist = artist_of(beatmap.beatmapset, original=original)
    said = f"{artist} - {title}" if artist else title
    return plain(f"{said} [{beatmap.version}]", _LONGEST)


def load_items(
    client: Client, subject: RoomSubject, columns: Sequence[Column[Any]], _cursor: object = None
) -> RowsPage:
    """Make the rows of a playlist; sends no request. For a worker.

    Args:
        client: unused.
        subject: the room.
        columns: of `item_columns`.
    """
    del client
    score = subject.room.current_user_score
    known = score.playlist_item_attempts if score is not None else None
    counts = None if known is None else {one.id: one.attempts for one in known}
    items = [
        PlacedItem(
            item,
            _owner(subject, item),
            None if counts is None else counts.get(item.id, 0),
        )
        for item in subject.items
    ]
    rows = make_rows(columns, items, first_number=1, identity=_identity)
    return RowsPage(rows, total=len(rows))


def item_record(row: Row[Any]) -> Record:
    """Return the record of a playlist item, for a JSON export."""
    item: RoomPlaylistItem = row.item.item
    beatmap = item.beatmap
    beatmapset = beatmap.beatmapset if beatmap is not None else None
    return {
        "id": item.id,
        "beatmap_id": item.beatmap_id,
        "beatmapset_id": beatmap.beatmapset_id if beatmap is not None else None,
        "title": beatmapset.title if beatmapset is not None else None,
        "artist": beatmapset.artist if beatmapset is not None else None,
        "version": beatmap.version if beatmap is not None else None,
        "difficulty_rating": beatmap.difficulty_rating if beatmap is not None else None,
        "ruleset_id": item.ruleset_id,
        "required_mods": mods_text(item.required_mods),
        "allowed_mods": mods_text(item.allowed_mods),
        "freestyle": item.freestyle,
        "expired": item.expired,
        "owner_id": item.owner_id,
        "played_at": item.played_at.isoformat() if item.played_at is not None else None,
    }


def _identity(one: PlacedItem) -> Hashable:
    return one.item.id


def _number(_one: PlacedItem, number: int) -> str:
    return numerals.whole(number)


def _owner(subject: RoomSubject, item: RoomPlaylistItem) -> str:
    if not item.owner_id:
        return ""
    return subject.names.get(item.owner_id, tr("Player {id}").format(id=item.owner_id))


def _played_at(one: PlacedItem) -> Any:  # noqa: ANN401 - a datetime or None
    return one.item.played_at


def _length(one: PlacedItem) -> str:
    beatmap = one.item.beatmap
    return length(beatmap.total_length) if beatmap is not None else NOTHING


def _status(one: PlacedItem) -> str | None:
    return one.item.beatmap.status if one.item.beatmap is not None else None


def _mods_column(
    key: str, title: str, width: int, mods: Callable[[PlacedItem], Sequence[Mod]]
) -> Column[PlacedItem]:
    return Column(
        key,
        title,
        width,
        CellKind.MODS,
        text=lambda one, _: mods_text(mods(one)),
        sort=lambda one, _: mods_text(mods(one)) or None,
        tooltip=lambda one: mods_words(mods(one)),
        description=(
            tr("Mods that are required") if key == "required" else tr("Mods that are allowed")
        ),
    )
