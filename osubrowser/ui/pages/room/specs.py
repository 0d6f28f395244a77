"""List specs of a room: playlist, leaderboard, scores of an item, events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from osubrowser.api.errors import InvalidRequest, NotFound
from osubrowser.models.beatmaps.place_mods import text_of
from osubrowser.models.rooms import events, leaderboard, playlist
from osubrowser.models.rooms.room_facts import mode_of
from osubrowser.models.scores.leaderboard import board_record
from osubrowser.services.places.places import (
    MODES,
    BeatmapPlace,
    BeatmapsetPlace,
    Place,
    ThingPlace,
    UserPlace,
)
from osubrowser.services.session.account import AccountState
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr
from osubrowser.ui.error_messages import Sentence, describe
from osubrowser.ui.lists.beatmap_links import beatmap_place, mapper_of, song
from osubrowser.ui.lists.event_links import PLAYER_LABEL
from osubrowser.ui.lists.list_controller import EmptyText, ListSpec
from osubrowser.ui.lists.row_links import RowLink, country_of, place_of_score, team_link
from osubrowser.ui.widgets.menus import escaped
from osubrowser.ui.widgets.state_panel import RELOAD

if TYPE_CHECKING:
    from osubrowser.api.entities.rooms import RoomLeaderboardScore, RoomPlaylistItem
    from osubrowser.api.entities.scores import Score
    from osubrowser.api.entities.users import UserCompact
    from osubrowser.models.rooms.room import RoomSubject
    from osubrowser.models.table.client_source import ClientLoader
    from osubrowser.models.table.sources import CursorSource, NumberedSource
    from osubrowser.ui.lists.list_controller import Columns
    from osubrowser.ui.sections.host import SectionParts


def flag_of(parts: SectionParts) -> Callable[[str], str | None]:
    """Return the function from a country code to the URL of its flag."""
    images = parts.images
    return lambda code: images.flag_url(code) if images is not None else None


def describe_in(error: BaseException) -> Sentence:
    """Return the message for an error of a list of a room."""
    sentence = describe(error)
    if isinstance(error, InvalidRequest):
        return replace(
            sentence, text=tr("A playlist has no events: its players come when they like.")
        )
    if isinstance(error, NotFound):
        return replace(sentence, text=tr("osu! shows nothing of this room any more."))
    return sentence


# --- playlist -----------------------------------------------------------------------------------


def items_spec(parts: SectionParts, subject: RoomSubject) -> ListSpec:
    """Return the list of the playlist of a room."""
    is_player = parts.account.state is AccountState.PLAYER

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(playlist.load_items, subject, columns)

    return ListSpec(
        key=f"room/{subject.room.id}/items",
        title=tr("Playlist"),
        columns=lambda original: playlist.item_columns(
            original=original, is_realtime=subject.is_realtime, is_player=is_player
        ),
        source=source,
        record=playlist.item_record,
        file_stem=f"osu-room-{subject.room.id}-playlist",
        empty=EmptyText(tr("Nothing is on the playlist of this room yet."), action=RELOAD),
        link=partial(_link_of_item, subject),
        describe=describe_in,
        columns_key="room/items/realtime" if subject.is_realtime else "room/items",
        has_titles=True,
        beatmapset=playlist.beatmapset_of,
    )


def place_of_item(item: RoomPlaylistItem) -> Place | None:
    """Return the beatmap of a playlist item with the mods that it requires."""
    mode = mode_of(item.ruleset_id)
    there = beatmap_place(item.beatmap_id, item.beatmap, mode)
    if isinstance(there, BeatmapsetPlace | BeatmapPlace):
        return replace(there, mods=text_of(item.required_mods))
    return there


def _link_of_item(subject: RoomSubject, one: playlist.PlacedItem, _origin: str) -> RowLink | None:
    item = one.item
    there = place_of_item(item)
    if there is None:
        return None
    beatmapset = playlist.beatmapset_of(one)
    scores = ThingPlace("room", str(subject.room.id), item.id, section="scores")
    more: list[tuple[str, Place]] = [(tr("Open &scores in this room"), scores)]
    if item.owner_id and one.owner:
        more.append(
            (
                tr("Open player {name} (&picked it)").format(name=escaped(one.owner)),
                UserPlace(item.owner_id),
            )
        )
    more += mapper_of(beatmapset)
    return RowLink(there, song(beatmapset, item.beatmap), more=tuple(more))


# --- leaderboard --------------------------------------------------------------------------------


def leaderboard_spec(parts: SectionParts, subject: RoomSubject) -> ListSpec:
    """Return the leaderboard of a room."""
    room, account = subject.room, parts.account
    modes = {item.ruleset_id for item in subject.items if not item.freestyle}
    mode = mode_of(modes.pop()) if len(modes) == 1 else None

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> NumberedSource:
        return loader.numbered(
            leaderboard.PAGE_SIZE,
            leaderboard.load_leaderboard,
            room.id,
            room.participant_count,
            columns,
        )

    return ListSpec(
        key=f"room/{room.id}/leaderboard",
        title=tr("Leaderboard"),
        columns=lambda _original: leaderboard.leaderboard_columns(flag_of(parts)),
        source=source,
        record=leaderboard.leaderboard_record,
        file_stem=f"osu-room-{room.id}-leaderboard",
        empty=EmptyText(tr("No player has completed a beatmap of this room yet."), action=RELOAD),
        link=partial(_link_of_line, mode),
        no_link=tr("This player is not on osu! any more."),
        describe=describe_in,
        columns_key="room/leaderboard",
        own=lambda: account.me.id if account.me is not None else None,
    )


def _link_of_line(mode: str | None, line: RoomLeaderboardScore, _origin: str) -> RowLink | None:
    user = line.user
    if not line.user_id or (user is not None and user.is_deleted):
        return None
    return _player(user, line.user_id, mode)


def _player(user: UserCompact | None, number: int, mode: str | None) -> RowLink:
    if user is None:
        return RowLink(UserPlace(number, mode))
    return RowLink(
        UserPlace(number, mode),
        plain(user.username, 40),
        country_of(user),
        team_link(user.team),
    )


# --- scores of an item --------------------------------------------------------------------------


def scores_spec(
    parts: SectionParts, subject: RoomSubject, item: RoomPlaylistItem | None
) -> ListSpec:
    """Return the list of the scores of a playlist item; an empty one for None."""
    room_id, number = subject.room.id, item.id if item is not None else 0
    mode = (mode_of(item.ruleset_id) if item is not None else None) or MODES[0]

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(
            leaderboard.load_item_scores, room_id, item, columns, can_load_all=True
        )

    return ListSpec(
        key=f"room/{room_id}/scores/{number}",
        title=tr("Scores"),
        columns=lambda _original: leaderboard.item_score_columns(mode, flag_of(parts)),
        source=source,
        record=board_record,
        file_stem=f"osu-room-{room_id}-scores-{number}",
        empty=EmptyText(tr("No player has passed this beatmap in this room yet."), action=RELOAD),
        link=_link_of_score,
        no_link=tr("This score has no page of its own."),
        describe=describe_in,
        columns_key=f"room/scores/{mode}",
        replays=lambda score: ((score, ""),),
    )


def _link_of_score(score: Score, _origin: str) -> RowLink | None:
    user = score.user
    more: list[tuple[str, Place]] = []
    if user is not None and user.id:
        name = plain(user.username, 40)
        more.append((PLAYER_LABEL.format(name=escaped(name)), UserPlace(user.id)))
        more += team_link(user.team)
    there = place_of_score(score)
    if there is not None:
        return RowLink(there, more=tuple(more))
    return RowLink(more[0][1], more=tuple(more[1:])) if more else None


# --- events -------------------------------------------------------------------------------------


def events_spec(_parts: SectionParts, subject: RoomSubject) -> ListSpec:
    """Return the list of the events of a room, newest first."""
    room_id = subject.room.id

    def source(loader: ClientLoader, columns: Columns, _original: bool) -> CursorSource:
        return loader.by_cursor(events.load_events, room_id, columns, can_load_all=True)

    return ListSpec(
        key=f"room/{room_id}/events",
        title=tr("Events"),
        columns=lambda original: events.event_columns(original=original),
        source=source,
        record=events.event_record,
        file_stem=f"osu-room-{room_id}-events",
        empty=EmptyText(tr("Nothing has happened in this room yet."), action=RELOAD),
        link=partial(_link_of_event, subject),
        no_link=tr("This event names neither a player nor a beatmap."),
        describe=describe_in,
        columns_key="room/events",
        has_titles=True,
    )


def _link_of_event(subject: RoomSubject, one: events.RoomHappening, _origin: str) -> RowLink | None:
    more: list[tuple[str, Place]] = []
    item = one.item
    if item is not None:
        there = place_of_item(item if item.beatmap is not None else _with_beatmap(one, item))
        if there is not None:
            more.append((tr("Open &beatmap"), there))
        room = str(subject.room.id)
        more.append((tr("Open &scores"), ThingPlace("room", room, item.id, section="scores")))
    for label, user in (
        (PLAYER_LABEL, one.user),
        (tr("Open &winner {name}"), one.winner),
    ):
        if user is not None and user.id:
            name = escaped(plain(user.username, 40))
            more.append((label.format(name=name), UserPlace(user.id)))
    if not more:
        return None
    return RowLink(more[0][1], more=tuple(more[1:]))


def _with_beatmap(one: events.RoomHappening, item: RoomPlaylistItem) -> RoomPlaylistItem:
    import msgspec

    return msgspec.structs.replace(item, beatmap=one.beatmap)
