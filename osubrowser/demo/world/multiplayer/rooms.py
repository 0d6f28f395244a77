"""Rooms of the lazer client: playlists, daily challenges, realtime rooms."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import NamedTuple

from osubrowser.demo.world.beatmaps.beatmaps import Beatmaps
from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.clock import offset_form, seconds
from osubrowser.demo.world.data import texts
from osubrowser.demo.world.draws import Draws, Stream, between, chance, number, pick, unit
from osubrowser.demo.world.multiplayer.lobbies import Lobby, Selection
from osubrowser.demo.world.multiplayer.matches import moment
from osubrowser.demo.world.players.accounts import Accounts
from osubrowser.demo.world.players.authors import GONE, Authors
from osubrowser.demo.world.players.teams import ME
from osubrowser.lru import LRUCache

NORMAL, SPOTLIGHT, FEATURED, DAILY, HEAD_TO_HEAD, TEAM_VERSUS, MATCHMAKING, RANKED = range(8)
"""The kinds of rooms."""

REALTIME = (HEAD_TO_HEAD, TEAM_VERSUS, MATCHMAKING, RANKED)
"""The kinds in which all play at once."""

ROOMS_A_SEASON = 8
"""How many rooms of spotlights a season has."""

_DAY = 86_400
_FIRST_DAILY = datetime(2024, 7, 25, tzinfo=UTC)
_FIRST_SEASON = datetime(2020, 7, 1, tzinfo=UTC)
_FIRST_FEATURED = datetime(2021, 6, 7, tzinfo=UTC)
_SEASON, _FEATURE = 91 * _DAY, 9 * _DAY
_STAYS = (1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 3 * _DAY, 7 * _DAY)


class Opening(NamedTuple):
    """Times of a room in seconds since launch; `serial` counts the rooms of its kind."""

    start: int
    end: int
    kind: int
    serial: int


class RoomTable:
    """Column table of all rooms of one world, the oldest first.

    Args:
        seed: the seed of the world.
        now: nothing opens later.
    """

    def __init__(self, seed: int, now: datetime) -> None:
        self.now = seconds(now)
        self._draws = Draws(seed, "rooms open")
        rows = sorted(opening for opening in self._all(now) if opening.start <= self.now)
        self.start = array("L", (row.start for row in rows))
        self.end = array("L", (row.end for row in rows))
        self.kind = bytearray(row.kind for row in rows)
        self.serial = array("H", (row.serial for row in rows))

    def __len__(self) -> int:
        return len(self.start)

    def _all(self, now: datetime) -> Iterator[Opening]:
        for day in range((now - _FIRST_DAILY).days + 1):
            start = seconds(_FIRST_DAILY + timedelta(days=day))
            yield Opening(start, start + _DAY, DAILY, day)
        first = seconds(_FIRST_SEASON)
        step = _SEASON // ROOMS_A_SEASON
        for serial in range((self.now - first) // step + 1):
            yield Opening(first + serial * step, first + (serial + 1) * step, SPOTLIGHT, serial)
        first = seconds(_FIRST_FEATURED)
        for serial in range((self.now - first) // _FEATURE + 1):
            start = first + serial * _FEATURE
            yield Opening(start, start + 14 * _DAY, FEATURED, serial)
        yield from self._drawn((NORMAL,), 2_500, 1_500, 1.4)
        yield from self._drawn((HEAD_TO_HEAD, HEAD_TO_HEAD, TEAM_VERSUS), 1_600, 100, 1.6)
        yield from self._drawn((MATCHMAKING, RANKED), 400, 300, 1.5)

    def _drawn(
        self, kinds: tuple[int, ...], count: int, pace: int, growth: float
    ) -> Iterator[Opening]:
        """Yield user-made rooms, denser towards now."""
        for serial in range(count):
            draws = self._draws.at(kinds[0] << 20 | serial)
            kind = kinds[draws[0] % len(kinds)]
            start = self.now - 30 - int(pace * (count - 1 - serial + unit(draws[1])) ** growth)
            if kind == NORMAL:
                stay = _STAYS[draws[2] % len(_STAYS)]
            elif kind in (MATCHMAKING, RANKED):
                stay = 720 + draws[2] % 600
            else:
                stay = 1_200 + int(unit(draws[2]) ** 2 * 5_400)
            yield Opening(start, start + stay, kind, serial)


ITEMS = 64
"""How many ids of playlist items a room has for itself."""

_FIRST_ID, _ID_STEP = 40_000, 173
_FIRST_ITEM = 900_000
OFFICIAL = (SPOTLIGHT, FEATURED, DAILY)
"""The kinds of rooms that osu! itself opens."""

_STRIDE = 7_919
_KEPT = 200
_CROWDS = {SPOTLIGHT: (150, 380), FEATURED: (120, 400), DAILY: (600, 1_500)}
_REQUIRED: tuple[tuple[dict[str, object], ...], ...] = (
    (),
    (),
    ({"acronym": "HD", "settings": {}},),
    ({"acronym": "HR", "settings": {}},),
    ({"acronym": "DT", "settings": {"speed_change": 1.3}},),
    ({"acronym": "EZ", "settings": {"retries": 0}},),
    ({"acronym": "HD", "settings": {}}, {"acronym": "DT", "settings": {}}),
)
_ALLOWED = ("CL", "HD", "NF", "SD", "PF", "MR", "NC", "MU")


class Item(NamedTuple):
    """Playlist item; `played` is when it was played, in seconds since launch."""

    id: int
    beatmapset: int
    difficulty: Difficulty
    required: tuple[dict[str, object], ...]
    allowed: tuple[str, ...]
    freestyle: bool
    owner: int
    played: int | None


class Room(NamedTuple):
    """Record of a room. Times are in seconds since launch."""

    place: int
    id: int
    kind: int
    serial: int
    host: int
    ruleset: int
    start: int
    end: int

    @property
    def is_realtime(self) -> bool:
        """Whether all in it play at once."""
        return self.kind in REALTIME


_FIRST_CHANNEL = 61_000_000
_CATEGORIES = {SPOTLIGHT: "spotlight", FEATURED: "featured_artist", DAILY: "daily_challenge"}
_TYPES = {
    HEAD_TO_HEAD: "head_to_head",
    TEAM_VERSUS: "team_versus",
    MATCHMAKING: "matchmaking",
    RANKED: "ranked_play",
}
_QUEUES = ("host_only", "all_players", "all_players_round_robin")


class Rooms:
    """All rooms of one world, by index in order of opening, and their API objects. Thread-safe."""

    def __init__(
        self,
        seed: int,
        now: datetime,
        accounts: Accounts,
        beatmaps: Beatmaps,
        authors: Authors,
        selection: Selection,
    ) -> None:
        self._seed = seed
        self._current_time = now
        self._accounts = accounts
        self._beatmaps = beatmaps
        self._authors = authors
        self._selection = selection
        self._draws = Draws(seed, "rooms")
        self._lock = Lock()
        self._table: RoomTable | None = None
        self._lobbies: LRUCache[int, Lobby] = LRUCache(_KEPT)
        self._items: LRUCache[int, tuple[Item, ...]] = LRUCache(_KEPT)

    @property
    def table(self) -> RoomTable:
        """When the rooms were open."""
        with self._lock:
            if self._table is None:
                self._table = RoomTable(self._seed, self._current_time)
            return self._table

    def id_of(self, place: int) -> int:
        """Return the id of a room: ids grow with the time and have gaps."""
        return _FIRST_ID + place * _ID_STEP + self._draws.at(place)[0] % _ID_STEP

    def by_id(self, room_id: int) -> int | None:
        """Return the place of the room with this id, or None."""
        place = (room_id - _FIRST_ID) // _ID_STEP
        return place if 0 <= place < len(self.table) and self.id_of(place) == room_id else None

    def of(self, place: int) -> Room:
        """Return a room."""
        table = self.table
        kind, start = table.kind[place], table.start[place]
        own = place % 211 == 9 and kind in (NORMAL, HEAD_TO_HEAD, TEAM_VERSUS)
        stream = Stream(f"{self._seed}/room {place} opened")
        host = self._selection.people(stream, 1, start)[0]
        if kind in OFFICIAL:
            host = 0
        return Room(
            place=place,
            id=self.id_of(place),
            kind=kind,
            serial=table.serial[place],
            host=ME if own else host,
            ruleset=0 if kind == DAILY else self._selection.ruleset(stream),
            start=start,
            end=table.end[place],
        )

    def is_open(self, place: int) -> bool:
        """Return whether a room can still be played in."""
        return self.table.end[place] > self.table.now

    def status(self, room: Room) -> str:
        """Return `playing` while a game of a realtime room goes on, else `idle`."""
        if not room.is_realtime or not self.is_open(room.place):
            return "idle"
        games = self.lobby(room).games
        return "playing" if games and games[-1].end > self.table.now else "idle"

    def season_of(self, place: int) -> int | None:
        """Return the id of the season that a room of spotlights belongs to."""
        if self.table.kind[place] != SPOTLIGHT:
            return None
        return 1 + self.table.serial[place] // ROOMS_A_SEASON

    # --- who was there ------------------------------------------------------------------------

    def participants(self, room: Room) -> list[int]:
        """Return the accounts that played in a room, the first one first."""
        if room.is_realtime:
            lobby = self.lobby(room)
            authors = (one for game in lobby.games for _, one in game.players)
            return [author for author in dict.fromkeys(authors) if author < GONE]
        count, most, first = self.crowd(room.place)
        found = [(first + place * _STRIDE) % most for place in range(count)]
        found = [account + (account >= ME) for account in found]
        if self._expects_me(room.place):
            found[-1] = ME
        return found

    def i_took_part(self, place: int) -> bool:
        """Return whether the demo's own player played in a room."""
        if not self._expects_me(place):
            return False
        return self.table.kind[place] not in REALTIME or ME in self.participants(self.of(place))

    def _expects_me(self, place: int) -> bool:
        kind = self.table.kind[place]
        return self.table.serial[place] % 2 == 0 if kind == DAILY else place % 23 == 4

    def crowd(self, place: int) -> tuple[int, int, int]:
        """Return participants, possible participants, and the first one of a playlist."""
        draws, kind = self._draws.at(place), self.table.kind[place]
        most = self._selection.people_until(self.table.start[place]) - 1
        while most % _STRIDE == 0:
            most -= 1
        low, high = _CROWDS.get(kind, (1, 60))
        count = low + int((high - low) * unit(draws[2]) ** (1 if kind in _CROWDS else 2.5))
        return min(count, most), most, between(draws[3], 0, most - 1)

    # --- what is played -----------------------------------------------------------------------

    def attempts_allowed(self, room: Room) -> int | None:
        """Return the maximum of attempts in a room; None for no limit."""
        draws = self._draws.at(room.place)
        hurried = room.kind == NORMAL and chance(draws[7], 0.3)
        return between(draws[8], 1, 10) if hurried else None

    def items(self, room: Room) -> tuple[Item, ...]:
        """Return the playlist of a room; for realtime ones, the played items."""
        kept = self._items.get(room.place)
        if kept is None:
            kept = self._realtime_items(room) if room.is_realtime else self._listed_items(room)
            self._items.put(room.place, kept)
        return kept

    def _listed_items(self, room: Room) -> tuple[Item, ...]:
        stream = Stream(f"{self._seed}/room {room.place} playlist")
        count = {DAILY: 1, SPOTLIGHT: 12, FEATURED: stream.between(6, 10)}.get(
            room.kind, 1 + int(11 * stream.unit() ** 2)
        )
        found = []
        for place in range(count):
            beatmapset, difficulty, _ = self._selection.beatmap(
                stream, room.ruleset, room.start, 2.5 + place * 0.3, 4.0 + place * 0.3
            )
            required = stream.pick(_REQUIRED) if room.kind != FEATURED else ()
            taken = {mod["acronym"] for mod in required}
            freestyle = stream.chance(0.05)
            found.append(
                Item(
                    id=self.item_id(room, place),
                    beatmapset=beatmapset,
                    difficulty=difficulty,
                    required=required,
                    allowed=tuple(mod for mod in _ALLOWED if mod not in taken),
                    freestyle=freestyle,
                    owner=room.host,
                    played=None,
                )
            )
        return tuple(found)

    def _realtime_items(self, room: Room) -> tuple[Item, ...]:
        games = self.lobby(room).games
        return tuple(
            Item(
                id=self.item_id(room, place),
                beatmapset=game.beatmapset,
                difficulty=game.difficulty,
                required=tuple({"acronym": mod, "settings": {}} for mod in game.mods),
                allowed=("NF", "SD"),
                freestyle=False,
                owner=game.players[place % len(game.players)][1],
                played=None if game.end > self.table.now else game.end,
            )
            for place, game in enumerate(games)
        )

    def item_id(self, room: Room, place: int) -> int:
        """Return the id of an item by its place on the playlist."""
        return _FIRST_ITEM + room.place * ITEMS + place

    def lobby(self, room: Room) -> Lobby:
        """Return the evening of a realtime room, up to now."""
        kept = self._lobbies.get(room.place)
        if kept is None:
            kept = self._play(room)
            self._lobbies.put(room.place, kept)
        return kept

    def _play(self, room: Room) -> Lobby:
        selection = self._selection
        stream = Stream(f"{self._seed}/room {room.place}")
        slots = 8 if room.kind in (MATCHMAKING, RANKED) else stream.between(2, 12)
        others = selection.people(stream, slots + 4, room.start)
        guests = [room.host, *([ME] if self._expects_me(room.place) else []), *others]
        stars = stream.spread(2.5, 5.4)
        return Lobby(
            stream,
            room.start,
            room.end,
            self.table.now,
            guests=list(dict.fromkeys(guests)),
            slots=slots,
            choose=lambda one: selection.beatmap(
                one, room.ruleset, room.start, stars - 0.6, stars + 0.8
            ),
            mods=lambda one: one.pick(((), (), ("HD",), ("HR",), ("DT",))),
        )

    # --- objects of the API ---------------------------------------------------------------------

    def entity(self, room: Room) -> dict[str, object]:
        """Return the `Room` of the API, without optional parts."""
        draws, opened = self._draws.at(room.place), self.is_open(room.place)
        realtime = room.is_realtime
        crowd = len(self.participants(room)) if realtime else self.crowd(room.place)[0]
        return {
            "id": room.id,
            "name": self.name(room),
            "description": self._description(room),
            "category": _CATEGORIES.get(room.kind, "normal"),
            "status": self.status(room),
            "type": _TYPES.get(room.kind, "playlists"),
            "user_id": self._authors.id_of(room.host),
            "starts_at": offset_form(moment(room.start)),
            "ends_at": None if realtime and opened else offset_form(moment(room.end)),
            "max_attempts": self.attempts_allowed(room),
            "max_participants": 16 if realtime and chance(draws[9], 0.4) else None,
            "participant_count": crowd,
            "channel_id": _FIRST_CHANNEL + room.place,
            "active": opened,
            "has_password": room.kind in (HEAD_TO_HEAD, TEAM_VERSUS) and chance(draws[10], 0.3),
            "queue_mode": pick(draws[11], _QUEUES) if realtime else "host_only",
            "auto_skip": realtime and chance(draws[12], 0.2),
            "pinned": opened and room.kind in OFFICIAL,
        }

    def name(self, room: Room) -> str:
        """Return the name of a room."""
        day = moment(room.start)
        match room.kind:
            case 1:
                season, number_in_it = divmod(room.serial, ROOMS_A_SEASON)
                return f"Spotlights Season {season + 1}: Playlist {number_in_it + 1}"
            case 2:
                return f"Featured Artist Playlist #{room.serial + 1}"
            case 3:
                return f"Daily Challenge: {day:%Y-%m-%d}"
            case 6 | 7:
                return f"Ranked play {room.serial + 1}"
        name = pick(self._draws.at(room.place)[13], texts("rooms"))
        return name.format(self._authors.name_of(room.host))

    def _description(self, room: Room) -> str | None:
        if room.kind == FEATURED:
            return "Songs to play through, a new list every nine days."
        return "One beatmap for everybody, until midnight." if room.kind == DAILY else None

    def item(self, room: Room, item: Item, *, whole: bool) -> dict[str, object]:
        """Return the `PlaylistItem` of the API with its beatmap and set.

        Args:
            room: the room it belongs to.
            item: the item.
            whole: with the checksum and the longest combo too.
        """
        beatmaps = self._beatmaps
        beatmap = beatmaps.compact_beatmap(item.beatmapset, item.difficulty)
        beatmap["beatmapset"] = beatmaps.entity(item.beatmapset)
        if whole:
            beatmap["checksum"] = beatmaps.checksum(item.difficulty)
            beatmap["max_combo"] = beatmaps.max_combo(item.beatmapset, item.difficulty)
        return self.bare_item(room, item) | {"beatmap": beatmap}

    def bare_item(self, room: Room, item: Item) -> dict[str, object]:
        """Return the `PlaylistItem` of the API without its beatmap."""
        place = item.id - self.item_id(room, 0)
        over = item.played is not None if room.is_realtime else not self.is_open(room.place)
        return {
            "id": item.id,
            "room_id": room.id,
            "beatmap_id": item.difficulty.id,
            "created_at": offset_form(moment(room.start)),
            "ruleset_id": item.difficulty.ruleset,
            "allowed_mods": [{"acronym": mod, "settings": {}} for mod in item.allowed],
            "required_mods": list(item.required),
            "freestyle": item.freestyle,
            "expired": over,
            "owner_id": self._authors.id_of(item.owner),
            "playlist_order": place + 1 if room.is_realtime else None,
            "played_at": None if item.played is None else offset_form(moment(item.played)),
        }

    def listed(self, room: Room) -> dict[str, object]:
        """Return the `Room` as lists carry it."""
        items = self.items(room)
        stars = [item.difficulty.stars for item in items] or [0.0]
        active = [item for item in items if item.played is None] if room.is_realtime else items
        opened = self.is_open(room.place)
        current = (active or items[-1:])[:1]
        return self.entity(room) | {
            "current_playlist_item": (
                self.item(room, current[0], whole=False) if current else None
            ),
            "difficulty_range": {"min": number(min(stars)), "max": number(max(stars))},
            "host": self._host(room),
            "playlist_item_stats": {
                "count_active": len(active) if opened else 0,
                "count_total": len(items),
                "ruleset_ids": sorted({item.difficulty.ruleset for item in items}),
            },
            "recent_participants": self._recent(room, 10),
        }

    def whole(self, room: Room) -> dict[str, object]:
        """Return the `Room` with its playlist."""
        return self.entity(room) | {
            "host": self._host(room),
            "playlist": [self.item(room, item, whole=True) for item in self.items(room)],
            "recent_participants": self._recent(room, 50),
        }

    def _host(self, room: Room) -> dict[str, object]:
        if room.host >= GONE:
            return self._authors.placeholder(room.host)
        user = self._accounts.compact(room.host)
        return user | {"country": self._accounts.country_of(room.host).entity()}

    def _recent(self, room: Room, count: int) -> list[dict[str, object]]:
        recent = reversed(self.participants(room)[-count:])
        return [self._accounts.compact(account) for account in recent]
