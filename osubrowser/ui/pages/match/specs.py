"""Lists of a match: columns, links, exports and messages of each."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from osubrowser.models.matches import tables
from osubrowser.models.matches.match import mode_of, song_text
from osubrowser.models.matches.results import score_of
from osubrowser.services.places.places import UserPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.lists.beatmap_links import beatmap_place, mapper_of
from osubrowser.ui.lists.list_controller import EmptyText
from osubrowser.ui.lists.row_links import RowLink
from osubrowser.ui.widgets.menus import escaped

if TYPE_CHECKING:
    from osubrowser.api.entities.matches import MatchGame
    from osubrowser.models.matches.match import MatchPlayer
    from osubrowser.models.matches.tables import (
        EntryRow,
        EventRow,
        GameRow,
        MatchLists,
        PlayerRow,
    )
    from osubrowser.services.places.places import Place
    from osubrowser.ui.lists.list_controller import Columns


@dataclass(frozen=True, slots=True)
class MatchList:
    """Specification of one list of a match, independent of the match.

    Attributes:
        key: identifier, also of its columns in the settings.
        title: accessible name.
        columns: `(lists, original) -> columns`.
        items: `lists -> items`.
        identity: `item -> id`.
        link: `(item, origin) -> link of a row`, or None.
        empty: message for a list without rows.
        note: description above the list; "" for none.
        own: `lists -> id of the row of the marked player`, or None.
        player: `item -> its player`, who can be marked; None for a list of other things.
    """

    key: str
    title: str
    columns: Callable[[MatchLists, bool], Columns]
    items: Callable[[MatchLists], Sequence[Any]]
    identity: Callable[[Any], Hashable]
    link: Callable[[Any, str], RowLink | None]
    empty: EmptyText
    note: str = ""
    own: Callable[[MatchLists], Hashable | None] = lambda _lists: None
    player: Callable[[Any], MatchPlayer | None] | None = None


def marked_name(match: MatchLists) -> str:
    """Return the name of the marked player; "" if nobody in the match is marked."""
    subject = match.subject
    is_there = subject.marked is not None and subject.marked in subject.players
    return subject.name_of(subject.marked) if is_there else ""


def _has_teams(match: MatchLists) -> bool:
    return match.subject.results.has_teams


def _game_columns(match: MatchLists, original: bool) -> Columns:
    return tables.game_columns(
        original=original,
        marked=marked_name(match),
        has_teams=_has_teams(match),
    )


def _map_columns(match: MatchLists, original: bool) -> Columns:
    return tables.game_columns(
        original=original,
        marked="",
        has_teams=_has_teams(match),
        is_summary=True,
    )


def game_identity(row: GameRow) -> Hashable:
    """Return the identity of a game: its number changes when earlier ones are loaded."""
    return row.game.game.id or -row.game.number


def entry_identity(row: EntryRow) -> Hashable:
    """Return the identity of a score: its game, player and slot."""
    match = row.entry.score.match
    game = row.game.game.id or -row.game.number
    return (game, row.entry.player, match.slot if match is not None else score_of(row.entry.score))


def _beatmap_of(game: MatchGame) -> Place | None:
    return beatmap_place(game.beatmap_id, game.beatmap, mode_of(game))


def _of_game(row: GameRow, _origin: str) -> RowLink | None:
    """Return the link of a game: its beatmap."""
    game = row.game.game
    place = _beatmap_of(game)
    if place is None:
        return None
    beatmapset = game.beatmap.beatmapset if game.beatmap is not None else None
    entries = row.game.entries
    best = _player_of(row.subject.player(entries[0].player)) if entries else None
    more: tuple[tuple[str, Place], ...] = ()
    if best is not None:
        name = escaped(row.subject.player(entries[0].player).name)
        more = ((tr("Open best &player {name}").format(name=name), best),)
    return RowLink(place, song_text(game), more=(*more, *mapper_of(beatmapset)))


def _of_entry(row: EntryRow, _origin: str) -> RowLink | None:
    """Return the link of a score: its player, else its beatmap."""
    place, beatmap = _player_of(row.player, mode_of(row.game.game)), _beatmap_of(row.game.game)
    if place is None:
        return RowLink(beatmap, song_text(row.game.game)) if beatmap is not None else None
    more = ((tr("Open &beatmap"), beatmap),) if beatmap is not None else ()
    return RowLink(place, row.player.name, row.player.country, more=more)


def _of_player(row: PlayerRow, _origin: str) -> RowLink | None:
    place = _player_of(row.player)
    return RowLink(place, row.player.name, row.player.country) if place is not None else None


def _of_event(row: EventRow, _origin: str) -> RowLink | None:
    """Return the link of an event: its beatmap, or its player."""
    game = row.event.game
    if game is not None:
        place = _beatmap_of(game)
        return RowLink(place, song_text(game)) if place is not None else None
    there = _player_of(row.player) if row.player is not None else None
    return RowLink(there, row.player.name) if there is not None and row.player else None


def _player_of(player: MatchPlayer, mode: str | None = None) -> UserPlace | None:
    return UserPlace(player.key, mode) if player.has_page else None


def own_entry(match: MatchLists, number: int) -> Hashable | None:
    """Return the identity of the marked player's score in a game; None without one."""
    marked = match.subject.marked
    rows = match.entries_of(number) if marked is not None else ()
    return next((entry_identity(row) for row in rows if row.entry.player == marked), None)


GAMES: Final = MatchList(
    "match/games",
    tr("Games"),
    _game_columns,
    lambda match: match.games,
    game_identity,
    _of_game,
    EmptyText(tr("No game was played in this match yet.")),
)
MAPS: Final = MatchList(
    "match/maps",
    tr("Maps that count"),
    _map_columns,
    lambda match: match.maps,
    game_identity,
    _of_game,
    EmptyText(tr("No game of this match counts."), tr("Warm-ups and aborted games do not.")),
)
ENTRIES: Final = MatchList(
    "match/scores",
    tr("Scores of all games"),
    lambda _match, original: tables.entry_columns(original=original, with_game=True),
    lambda match: match.entries,
    entry_identity,
    _of_entry,
    EmptyText(tr("There are no scores in this match yet.")),
    player=lambda row: row.player,
)
GAME_ENTRIES: Final = MatchList(
    "match/game",
    tr("Scores of the game"),
    lambda _match, original: tables.entry_columns(original=original, with_game=False),
    lambda _match: (),
    entry_identity,
    _of_entry,
    EmptyText(
        tr("There are no scores of this game."),
        tr("It was aborted, or is being played: osu! sends them at its end."),
    ),
    player=lambda row: row.player,
)
PLAYERS: Final = MatchList(
    "match/players",
    tr("Players"),
    lambda match, _original: tables.player_columns(match.subject.rules.formula),
    lambda match: match.players,
    lambda row: row.result.player,
    _of_player,
    EmptyText(
        tr("Nobody has played a game that counts."), tr("Warm-ups and aborted games do not.")
    ),
    own=lambda match: match.subject.marked,
    player=lambda row: row.player,
)
EVENTS: Final = MatchList(
    "match/events",
    tr("Events"),
    lambda _match, _original: tables.event_columns(),
    lambda match: match.events,
    lambda row: row.event.id,
    _of_event,
    EmptyText(tr("Nothing has happened in this match.")),
    note=tr("The chat is not in osu!'s API."),
    player=lambda row: row.player,
)
