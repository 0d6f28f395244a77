"""Room: its load, and the texts of its header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.api.entities.rooms import RoomCategory, RoomSearchMode
from osubrowser.api.errors import NotFound, OsuError
from osubrowser.models.rooms.room_facts import (
    category_name,
    is_over,
    is_realtime,
    queue_words,
    room_name,
    ruleset_names,
    stars_range,
    status_label,
    type_name,
)
from osubrowser.models.text.dates import ago, in_utc, minute, minute_cell
from osubrowser.models.text.heading import Heading
from osubrowser.services.places.places import ThingPlace, UserPlace
from osubrowser.services.places.urls import address
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from osubrowser.api.client import Client
    from osubrowser.api.entities.rooms import Room, RoomPlaylistItem
    from osubrowser.services.places.places import Place

_MOST_NAMES: Final = 50
DAILY: Final = "daily"
"""Key of the place of today's daily challenge; one of a day has the date after it and a hyphen."""
_DAY: Final = re.compile(r"daily-([0-9]{4}-[0-9]{2}-[0-9]{2})\Z")


class NoDailyChallenge(NotFound):
    """There is no daily challenge today, or osu! does not list that of the day any more."""


@dataclass(frozen=True, slots=True)
class RoomSubject:
    """Room with its playlist and the texts of its header.

    Attributes:
        room: the room.
        items: its playlist, in its order.
        heading: the texts of the header.
        names: names of the players that it names, by id.
    """

    room: Room
    items: tuple[RoomPlaylistItem, ...]
    heading: Heading
    names: dict[int, str]

    @property
    def is_realtime(self) -> bool:
        """Whether all play at once, so that the room has events."""
        return is_realtime(self.room)

    def item(self, number: int) -> RoomPlaylistItem | None:
        """Return the playlist item of an id, else the first one; None for an empty playlist."""
        found = next((item for item in self.items if item.id == number), None)
        return found or (self.items[0] if self.items else None)


def load_room(client: Client, place: Place) -> RoomSubject:
    """Load a room with its playlist (`rooms/{room}`); blocks, for a worker.

    Players who picked beatmaps and are not among the recent ones are looked up (`users/lookup`).

    Args:
        client: the API client.
        place: a `ThingPlace` of a room: its key is an id, `latest`, `daily` or `daily-2026-11-30`.

    Raises:
        NoDailyChallenge: osu! lists no such daily challenge.
        NotFound: there is no such room.
        OsuError: as the client raises it.
    """
    if not isinstance(place, ThingPlace):
        raise NotFound("not a room")
    room = client.room(_number(client, place.key))
    items = sorted(room.playlist or (), key=lambda item: (item.playlist_order or 0, item.id))
    users = [room.host, *(room.recent_participants or ())]
    names = {user.id: plain(user.username, 40) for user in users if user is not None and user.id}
    owners = {item.owner_id for item in items if item.owner_id} if is_realtime(room) else set()
    names |= _names(client, owners - names.keys())
    return RoomSubject(room, tuple(items), _heading(room, items), names)


def _names(client: Client, ids: set[int]) -> dict[int, str]:
    """Return the names of players by id; without those that osu! does not tell now."""
    if not ids:
        return {}
    try:
        found = client.users_lookup(sorted(ids)[:_MOST_NAMES])
    except OsuError:  # the room is worth showing without them
        return {}
    return {user.id: plain(user.username, 40) for user in found if user.id}


def _number(client: Client, key: str) -> int | str:
    """Return what the API knows a room by."""
    day = _DAY.match(key)
    if day is None and key != DAILY:
        return int(key) if key.isdecimal() else key
    if day is None:
        today = client.daily_challenge()
        if today is None:
            raise NoDailyChallenge
        return today.id
    rooms = client.rooms(category=RoomCategory.DAILY_CHALLENGE, mode=RoomSearchMode.ALL)
    for room in rooms:
        starts = room.starts_at
        if starts is not None and in_utc(starts).date().isoformat() == day[1]:
            return room.id
    raise NoDailyChallenge


# --- header -------------------------------------------------------------------------------------


def _heading(room: Room, items: list[RoomPlaylistItem]) -> Heading:
    kinds = [category_name(room) if room.category != "normal" else "", type_name(room)]
    rulesets = ruleset_names(
        item.ruleset_id for item in items if item.ruleset_id is not None and not item.freestyle
    )
    facts = (
        _host(room),
        (_dates(room), ""),
        (_closing(room), ""),
        (rulesets, ""),
        (_attempts(room), ""),
        (queue_words(room), ""),
        (_places(room), ""),
        (tr("A password is needed to join") if room.has_password else "", ""),
        (tr("Intros are skipped for all") if room.auto_skip else "", ""),
    )
    figures = (
        (tr("Players"), numerals.whole(room.participant_count)),
        (tr("Beatmaps"), numerals.whole(len(items))),
        (tr("Stars"), stars_range(room)),
    )
    return Heading(
        room_name(room),
        badges=tuple(filter(None, (*kinds, status_label(room)))),
        facts=tuple(fact for fact in facts if fact[0]),
        figures=tuple(one for one in figures if one[1] != NOTHING),
        cover=_cover(room, items),
        note=" · ".join(filter(None, (plain(room.description or "", 300).strip(), _own(room)))),
    )


def _host(room: Room) -> tuple[str, str]:
    host = room.host
    if host is not None and host.username:
        there = address(UserPlace(host.id)) if host.id and not host.is_deleted else ""
        return tr("Host: {player}").format(player=plain(host.username, 40)), there
    return (tr("Host: a deleted player"), "") if room.user_id else ("", "")


def _dates(room: Room) -> str:
    """Return when a room is open: `1 Dec 2026, 00:00 to 2 Dec 2026, 00:00 UTC`."""
    starts, ends = room.starts_at, room.ends_at
    if starts is None:
        return ""
    if ends is None:
        return tr("Opened {moment}, {age}").format(
            moment=minute(starts), age=ago(starts, datetime.now(UTC))
        )
    is_same_day = in_utc(starts).date() == in_utc(ends).date()
    until = f"{in_utc(ends):%H:%M}" if is_same_day else minute_cell(ends)
    return tr("{start} to {end} UTC").format(start=minute_cell(starts), end=until)


def _closing(room: Room) -> str:
    """Return when an open room closes: `Closes in 3 hours`."""
    if room.ends_at is None or is_over(room):
        return ""
    seconds = max(0.0, (in_utc(room.ends_at) - datetime.now(UTC)).total_seconds())
    if seconds >= 86_400:
        return tr("Closes in %n day(s)", "", int(seconds // 86_400))
    if seconds >= 3_600:
        return tr("Closes in %n hour(s)", "", int(seconds // 3_600))
    if seconds >= 60:
        return tr("Closes in %n minute(s)", "", int(seconds // 60))
    return tr("Closes in less than a minute")


def _attempts(room: Room) -> str:
    most = room.max_attempts
    return tr("%n attempt(s) at each beatmap", "", most) if most else ""


def _places(room: Room) -> str:
    most = room.max_participants
    return tr("Room for %n player(s)", "", most) if most else ""


def _own(room: Room) -> str:
    """Return what the signed-in player has done in a room; "" for nothing."""
    score = room.current_user_score
    if score is None or score.attempts <= 0:
        return ""
    said = [
        tr("%n attempt(s)", "", score.attempts),
        tr("%n beatmap(s) completed", "", score.completed),
        tr("%n point(s)", "", score.total_score) if score.total_score else "",
        numerals.percent(score.accuracy) if score.accuracy else "",
    ]
    return tr("You: {figures}").format(figures=", ".join(filter(None, said)))


def _cover(room: Room, items: list[RoomPlaylistItem]) -> str | None:
    current = room.current_playlist_item
    for item in (*((current,) if current is not None else ()), *items):
        beatmapset = item.beatmap.beatmapset if item.beatmap is not None else None
        if beatmapset is not None and not beatmapset.nsfw:
            return beatmapset.covers.cover_2x or beatmapset.covers.cover or None
    return None
