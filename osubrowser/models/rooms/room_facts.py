"""Facts of a room as text: name, category, type, status, star ratings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from osubrowser.models.text.dates import in_utc
from osubrowser.services.places.places import MODE_NAMES, MODES
from osubrowser.services.text import numerals
from osubrowser.services.text.numerals import NOTHING
from osubrowser.services.text.plain import plain
from osubrowser.services.text.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from osubrowser.api.entities.rooms import Room

CATEGORIES: Final = {
    "normal": tr("Normal"),
    "spotlight": tr("Spotlight"),
    "featured_artist": tr("Featured artist"),
    "daily_challenge": tr("Daily challenge"),
}
"""Names of the categories of rooms, by the API's names."""
_TYPES: Final = {
    "playlists": tr("Playlist"),
    "head_to_head": tr("Head to head"),
    "team_versus": tr("Team versus"),
    "matchmaking": tr("Matchmaking"),
    "ranked_play": tr("Ranked play"),
}
_QUEUES: Final = {
    "host_only": tr("The host chooses beatmaps"),
    "all_players": tr("All players choose beatmaps"),
    "all_players_round_robin": tr("All players choose beatmaps in turn"),
}
_MOST_STARS: Final = 1000.0


def room_name(room: Room) -> str:
    """Return the name of a room; its number if it has none."""
    return plain(room.name, 160).strip() or tr("Room {id}").format(id=room.id)


def category_name(room: Room) -> str:
    """Return the category of a room; "" for an unknown one without a name."""
    return _said(CATEGORIES, room.category)


def type_name(room: Room) -> str:
    """Return the type of a room: `Playlist`, `Head to head`; "" for none."""
    return _said(_TYPES, room.type)


def queue_words(room: Room) -> str:
    """Return who chooses the beatmaps of a realtime room; "" for a playlist."""
    return _said(_QUEUES, room.queue_mode) if is_realtime(room) else ""


def is_realtime(room: Room) -> bool:
    """Whether all play at once: a room that is no playlist."""
    return room.type is not None and room.type != "playlists"


def is_over(room: Room) -> bool:
    """Whether a room is closed: osu! says so, or its end has passed."""
    if room.active is not None:
        return not room.active
    return room.ends_at is not None and in_utc(room.ends_at) <= datetime.now(UTC)


def status_name(room: Room) -> str:
    """Return the status of a room for a cell: `open`, `playing` or `ended`."""
    if is_over(room):
        return tr("ended", "a room")
    return tr("playing", "a room") if room.status == "playing" else tr("open", "a room")


def status_label(room: Room) -> str:
    """Return the status of a room for a label: `Open`, `Playing` or `Ended`."""
    if is_over(room):
        return tr("Ended", "a room")
    return tr("Playing", "a room") if room.status == "playing" else tr("Open", "a room")


def stars_of_room(room: Room) -> tuple[float, float] | None:
    """Return the star ratings of the easiest and the hardest beatmap; None if unknown.

    A list of rooms has them, a single room has beatmaps.
    """
    spread = room.difficulty_range
    if spread is not None:
        found = [spread.min, spread.max]
    else:
        items = room.playlist or ()
        found = [item.beatmap.difficulty_rating for item in items if item.beatmap is not None]
    found = [min(max(stars, 0.0), _MOST_STARS) for stars in found]
    return (min(found), max(found)) if found and max(found) > 0 else None


def stars_range(room: Room) -> str:
    """Format the star ratings of a room: `3.21 – 5.80`, or one where both are the same."""
    found = stars_of_room(room)
    if found is None:
        return NOTHING
    low, high = (numerals.decimal(stars, 2) for stars in found)
    return low if low == high else f"{low} – {high}"


def ruleset_names(numbers: Iterable[int]) -> str:
    """Return the names of rulesets by their numbers: `osu!, osu!taiko`; "" for none."""
    return ", ".join(map(ruleset_name, sorted(set(numbers))))


def ruleset_name(number: int | None) -> str:
    """Return the name of a ruleset by its number; "" for None."""
    if number is None:
        return ""
    return (
        MODE_NAMES[MODES[number]]
        if 0 <= number < len(MODES)
        else tr("ruleset {number}").format(number=number)
    )


def mode_of(number: int | None) -> str | None:
    """Return the API's name of a ruleset by its number; None for an unknown one."""
    return MODES[number] if number is not None and 0 <= number < len(MODES) else None


def _said(names: dict[str, str], value: object) -> str:
    if value is None:
        return ""
    return names.get(str(value)) or plain(str(value).replace("_", " "), 40).capitalize()
