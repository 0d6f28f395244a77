"""Rooms of the lazer client: playlists, the daily challenge, and those where all play at once."""

from __future__ import annotations

from osubrowser.demo.world.clock import offset_form
from osubrowser.demo.world.draws import chance, number, pick
from osubrowser.demo.world.multiplayer.matches import moment
from osubrowser.demo.world.multiplayer.room_facts import OFFICIAL, Item, Room, RoomFacts
from osubrowser.demo.world.multiplayer.room_table import (
    DAILY,
    FEATURED,
    HEAD_TO_HEAD,
    MATCHMAKING,
    RANKED,
    ROOMS_A_SEASON,
    SPOTLIGHT,
    TEAM_VERSUS,
)
from osubrowser.demo.world.players.authors import GONE

__all__ = ["Item", "Room", "Rooms"]

_FIRST_CHANNEL = 61_000_000
_CATEGORIES = {SPOTLIGHT: "spotlight", FEATURED: "featured_artist", DAILY: "daily_challenge"}
_TYPES = {
    HEAD_TO_HEAD: "head_to_head",
    TEAM_VERSUS: "team_versus",
    MATCHMAKING: "matchmaking",
    RANKED: "ranked_play",
}
_QUEUES = ("host_only", "all_players", "all_players_round_robin")
_NAMES = ("{}'s awesome playlist", "{}'s awesome room", "{} | farm", "songs {} likes", "{}")


class Rooms(RoomFacts):
    """All rooms of one world, and the objects of the API they become."""

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
            "user_id": self._world.social.people.id_of(room.host),
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
        """Return what a room is called."""
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
        name = pick(self._draws.at(room.place)[13], _NAMES)
        return name.format(self._world.social.people.name_of(room.host))

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
        beatmaps = self._world.beatmaps
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
            "owner_id": self._world.social.people.id_of(item.owner),
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
            return self._world.social.people.placeholder(room.host)
        user = self._world.accounts.compact(room.host)
        return user | {"country": self._world.accounts.country_of(room.host).entity()}

    def _recent(self, room: Room, count: int) -> list[dict[str, object]]:
        recent = reversed(self.participants(room)[-count:])
        return [self._world.accounts.compact(account) for account in recent]
