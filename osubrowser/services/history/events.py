"""Dated events of players: medals, names, places on leaderboards; marks on their charts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from osubrowser.api.calls import is_number
from osubrowser.api.entities.events import Event, EventType
from osubrowser.api.entities.users import User
from osubrowser.services.history.subjects import RULESETS

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from osubrowser.services.history.records import Difference, Observation
    from osubrowser.services.history.store import HistoryStore

MEDAL: Final = "medal"
"""Medal achieved: `id`, `name` and `icon` (both "" until an event has said them)."""
NAME: Final = "name"
"""Name changed: `before`, `after`, and `is_seen` if the time is when the new one was first seen."""
RANK: Final = "rank"
"""Place on a leaderboard reached: `rank`, `grade`, `beatmap` (id or None), `title`."""
RANK_LOST: Final = "rank_lost"
"""First place lost: `beatmap` (id or None), `title`."""

_ALL: Final = -1
_LONGEST: Final = 300
_SEEN: Final = "seen "


@dataclass(frozen=True, slots=True)
class PlayerEvent:
    """Event of a player.

    Attributes:
        at: Unix time in seconds.
        what: `MEDAL`, `NAME`, `RANK` or `RANK_LOST`.
        ruleset: its ruleset; "" for all.
        data: by `what`.
    """

    at: int
    what: str
    ruleset: str
    data: Mapping[str, Any]


def events_of(
    store: HistoryStore, player: int, ruleset: str, since: int | None = None
) -> list[PlayerEvent]:
    """Return the events of a player in a ruleset and those of all rulesets, oldest first.

    Args:
        store: the history.
        player: id of the player.
        ruleset: name of the ruleset.
        since: Unix time of the first, or None for all.

    Raises:
        OSError: the file cannot be read.
    """
    with store.read() as connection:
        rows = connection.execute(
            "SELECT at, what, ruleset, data, key, name, icon, mode FROM events"
            " LEFT JOIN medals ON what = ? AND medals.id = CAST(key AS INTEGER)"
            " WHERE player = ? AND ruleset IN (?, ?) AND at >= ? ORDER BY at, what, key",
            (MEDAL, player, _ALL, RULESETS.index(ruleset), 0 if since is None else since),
        ).fetchall()
    found: list[PlayerEvent] = []
    for at, what, number, text, key, name, icon, mode in rows:
        if mode and mode != ruleset:
            continue
        try:
            if what == MEDAL:
                data: Any = {"id": int(key), "name": name or "", "icon": icon or ""}
            else:
                data = json.loads(text)
        except ValueError:
            continue
        if not isinstance(data, dict) or not _ALL <= number < len(RULESETS):
            continue
        found.append(PlayerEvent(at, what, "" if number == _ALL else RULESETS[number], data))
    return found


class _Row(NamedTuple):
    player: int
    what: str
    key: str
    ruleset: int
    at: int
    data: str = ""


class Events:
    """Topic of events: medals of profiles, and `users/{user}/recent_activity`."""

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write the events that a response shows; there are no differences."""
        entity, segments = observation.entity, observation.segments
        if isinstance(entity, User) and entity.id:
            medals = [
                _Row(entity.id, MEDAL, str(one.achievement_id), _ALL, at)
                for one in entity.user_achievements or ()
                if (at := _time(one.achieved_at)) is not None
            ]
            known: int = connection.execute(
                "SELECT count(*) FROM events WHERE player = ? AND what = ?", (entity.id, MEDAL)
            ).fetchone()[0]
            if len(medals) != known:
                _add(connection, medals)
        elif (
            len(segments) == 3
            and segments[::2] == ("users", "recent_activity")
            and is_number(segments[1])
            and isinstance(entity, list)
        ):
            found = [one for one in entity if isinstance(one, Event)]
            self._write_activity(connection, int(segments[1]), found)
        return ()

    def _write_activity(
        self, connection: sqlite3.Connection, player: int, events: list[Event]
    ) -> None:
        rows = list(_rows(player, events))
        _add(connection, rows)
        for row in rows:
            if row.what == NAME:
                after = json.loads(row.data)["after"]
                connection.execute(
                    "DELETE FROM events WHERE player = ? AND what = ? AND key >= ? AND key < ?"
                    " AND at >= ? AND json_extract(data, '$.after') = ?",
                    (player, NAME, _SEEN, f"{_SEEN}~", row.at, after),
                )
        connection.executemany(
            "INSERT OR REPLACE INTO medals VALUES (?, ?, ?, ?)",
            [
                (
                    one.achievement.id,
                    *map(_short, (one.achievement.name, one.achievement.icon_url)),
                    str(one.achievement.mode or ""),
                )
                for one in events
                if one.achievement is not None and one.achievement.id > 0
            ],
        )


def add_seen_name(
    connection: sqlite3.Connection, player: int, at: int, before: str, after: str
) -> None:
    """Add the event of a new name at the time when it was seen, unless osu! has told its time.

    Args:
        connection: of the database, in a transaction.
        player: id of the player.
        at: when it was seen (Unix time in seconds).
        before: the former name.
        after: the new one.
    """
    row = connection.execute(
        "SELECT json_extract(data, '$.after') FROM events WHERE player = ? AND what = ?"
        " AND at <= ? ORDER BY at DESC LIMIT 1",
        (player, NAME, at),
    ).fetchone()
    if row != (after,):
        data = {"before": before, "after": after, "is_seen": True}
        _add(connection, [_Row(player, NAME, f"{_SEEN}{at}", _ALL, at, _packed(data))])


def _add(connection: sqlite3.Connection, rows: list[_Row]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO events (player, what, key, ruleset, at, data)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )


def _rows(player: int, events: list[Event]) -> Iterator[_Row]:
    for one in events:
        at = _time(one.created_at)
        mode = str(one.mode or "")
        if at is None:
            continue
        if one.type == EventType.ACHIEVEMENT and one.achievement is not None:
            yield _Row(player, MEDAL, str(one.achievement.id), _ALL, at)
        elif one.type == EventType.USERNAME_CHANGE and one.user is not None and one.id:
            before, after = one.user.previous_username or "", one.user.username
            data: dict[str, Any] = {"before": _short(before), "after": _short(after)}
            yield _Row(player, NAME, str(one.id), _ALL, at, _packed(data))
        elif one.type in (EventType.RANK, EventType.RANK_LOST) and mode in RULESETS and one.id:
            beatmap = one.beatmap
            title = "" if beatmap is None else beatmap.title
            data = {"beatmap": None if beatmap is None else beatmap.id, "title": _short(title)}
            what = RANK_LOST
            if one.type == EventType.RANK:
                data |= {"rank": one.rank, "grade": _short(one.score_rank or "")}
                what = RANK
            yield _Row(player, what, str(one.id), RULESETS.index(mode), at, _packed(data))


def _time(moment: datetime | None) -> int | None:
    if moment is None:
        return None
    at = int(moment.timestamp())
    return at if at >= 0 else None


def _short(text: str) -> str:
    return text[:_LONGEST]


def _packed(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
