"""Rooms in plain values: who was there, and what was played."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from osubrowser.demo.world.beatmaps.difficulties import Difficulty
from osubrowser.demo.world.draws import Draws, Stream, between, chance, unit
from osubrowser.demo.world.multiplayer.lobbies import Gathering
from osubrowser.demo.world.multiplayer.room_table import (
    DAILY,
    FEATURED,
    HEAD_TO_HEAD,
    MATCHMAKING,
    NORMAL,
    RANKED,
    REALTIME,
    ROOMS_A_SEASON,
    SPOTLIGHT,
    TEAM_VERSUS,
    RoomTable,
)
from osubrowser.demo.world.players.authors import GONE
from osubrowser.demo.world.players.teams import ME

if TYPE_CHECKING:
    from osubrowser.demo.world.world import World

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
    """A beatmap on a room's playlist; `played` is when it was, in seconds since osu! opened."""

    id: int
    beatmapset: int
    difficulty: Difficulty
    required: tuple[dict[str, object], ...]
    allowed: tuple[str, ...]
    freestyle: bool
    owner: int
    played: int | None


class Room(NamedTuple):
    """A room as everything else about it is drawn from. Times are seconds since osu! opened."""

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


class RoomFacts:
    """All rooms of one world, by their places in the order of their opening. Thread-safe."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._draws = Draws(world.seed, "rooms")
        self._lock = Lock()
        self._table: RoomTable | None = None
        self._gatherings: OrderedDict[int, Gathering] = OrderedDict()
        self._items: OrderedDict[int, tuple[Item, ...]] = OrderedDict()

    @property
    def table(self) -> RoomTable:
        """When the rooms were open."""
        with self._lock:
            if self._table is None:
                self._table = RoomTable(self._world.seed, self._world.now)
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
        stream = Stream(f"{self._world.seed}/room {place} opened")
        host = self._world.jukebox.people(stream, 1, start)[0]
        if kind in OFFICIAL:
            host = 0
        return Room(
            place=place,
            id=self.id_of(place),
            kind=kind,
            serial=table.serial[place],
            host=ME if own else host,
            ruleset=0 if kind == DAILY else self._world.jukebox.ruleset(stream),
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
        games = self.gathering(room).games
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
            gathering = self.gathering(room)
            authors = (one for game in gathering.games for _, one in game.players)
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
        """Return how many played in a playlist, of how many there were, and who was the first."""
        draws, kind = self._draws.at(place), self.table.kind[place]
        most = self._world.jukebox.people_until(self.table.start[place]) - 1
        while most % _STRIDE == 0:
            most -= 1
        low, high = _CROWDS.get(kind, (1, 60))
        count = low + int((high - low) * unit(draws[2]) ** (1 if kind in _CROWDS else 2.5))
        return min(count, most), most, between(draws[3], 0, most - 1)

    # --- what is played -----------------------------------------------------------------------

    def attempts_allowed(self, room: Room) -> int | None:
        """Return how often anybody may play in a room, all its beatmaps together; None: no end."""
        draws = self._draws.at(room.place)
        hurried = room.kind == NORMAL and chance(draws[7], 0.3)
        return between(draws[8], 1, 10) if hurried else None

    def items(self, room: Room) -> tuple[Item, ...]:
        """Return the playlist of a room; of realtime ones, what was played."""
        with self._lock:
            kept = self._items.get(room.place)
        if kept is None:
            kept = self._realtime_items(room) if room.is_realtime else self._listed_items(room)
            with self._lock:
                self._items[room.place] = kept
                while len(self._items) > _KEPT:
                    self._items.popitem(last=False)
        return kept

    def _listed_items(self, room: Room) -> tuple[Item, ...]:
        stream = Stream(f"{self._world.seed}/room {room.place} playlist")
        count = {DAILY: 1, SPOTLIGHT: 12, FEATURED: stream.between(6, 10)}.get(
            room.kind, 1 + int(11 * stream.unit() ** 2)
        )
        found = []
        for place in range(count):
            beatmapset, difficulty, _ = self._world.jukebox.beatmap(
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
        games = self.gathering(room).games
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

    def gathering(self, room: Room) -> Gathering:
        """Return the evening of a realtime room, up to now."""
        with self._lock:
            kept = self._gatherings.get(room.place)
        if kept is None:
            kept = self._play(room)
            with self._lock:
                self._gatherings[room.place] = kept
                while len(self._gatherings) > _KEPT:
                    self._gatherings.popitem(last=False)
        return kept

    def _play(self, room: Room) -> Gathering:
        jukebox = self._world.jukebox
        stream = Stream(f"{self._world.seed}/room {room.place}")
        slots = 8 if room.kind in (MATCHMAKING, RANKED) else stream.between(2, 12)
        others = jukebox.people(stream, slots + 4, room.start)
        guests = [room.host, *([ME] if self._expects_me(room.place) else []), *others]
        stars = stream.spread(2.5, 5.4)
        return Gathering(
            stream,
            room.start,
            room.end,
            self.table.now,
            guests=list(dict.fromkeys(guests)),
            slots=slots,
            choose=lambda one: jukebox.beatmap(
                one, room.ruleset, room.start, stars - 0.6, stars + 0.8
            ),
            mods=lambda one: one.pick(((), (), ("HD",), ("HR",), ("DT",))),
        )
