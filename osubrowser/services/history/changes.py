"""Changes of what is followed: kinds, the stored rows, and pages of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.followable import FollowKind
    from osubrowser.services.history.store import HistoryStore

MOST_CHANGES: Final = 100_000
"""Changes that are stored; beyond that the oldest go, those that were read first."""
LONGEST_TEXT: Final = 300
"""Characters of a text of a change."""
MOST_ITEMS: Final = 50
"""Items of a list of a change."""

_SELECT: Final = "SELECT id, follow, at, kind, data, is_read FROM changes"
_COUNT: Final = "SELECT COUNT(*) FROM changes"
_OF_FOLLOWS: Final = "follow IN (SELECT id FROM follows WHERE "


class ChangeKind(StrEnum):
    """Kind of a change; the values are stored.

    `Change.data` by kind (`ruleset` is an API name such as `osu`; times are Unix seconds; what
    was not known is missing, or None; titles and names are the server's text, not cleaned):

    RANK: ruleset; since (when `*_before` was seen); rank_before, rank_after, country_before,
        country_after (0 for no rank), pp_before, pp_after (float), plays, play_time, ranked_score
        (how much these have grown). One row a player, ruleset and day, kept up to date while it
        is unread.
    PASSED: ruleset; passer {id, name}, passed {id, name}; rank, pp, passed_pp; is_me ("passer",
        "passed" or "": which of both is the person). The follow is the passer's, or else that of
        the passed player.
    NEW_PLAY: ruleset; score, beatmap, beatmapset (ids), artist, title, artist_unicode,
        title_unicode, version,
        mods (list of texts such as "DT"), pp, accuracy (0 to 1), grade, position
        (1 is the best), brought (pp that it added to the weighted sum), ended_at, has_replay.
        Also what `best_lists.entry_data` says, where an earlier look at the list is known, such as
        `replaced`: then the earlier play is no change of its own.
    LOST_PLAY: likewise, without brought; reason: "replaced", "fell" or "gone" (`plays.Why`); by
        (id of the better play on the beatmap, or None).
    FIRST_WON, FIRST_LOST: of a player: ruleset; beatmap, title ("Artist - Title [Version]"),
        mode. Of a beatmap: beatmap; player {id, name}, before {id, name} or None, score, pp.
        FIRST_WON is used for both, with `is_board` true for that of a beatmap, which has ruleset
        and beatmapset, too.
    MEDAL: medal (id), name, slug, achieved_at.
    NAME: before, after.
    STATUS: beatmapset; title ("Artist - Title"); before, after (graveyard, wip, pending, ranked,
        approved, qualified, loved); beatmap and version for a followed difficulty.
    UPLOAD: beatmapset; title; status; submitted_at.
    UPDATE: beatmapset; title; updated_at; count (updates since the row was written).
    NOMINATED: beatmapset; title; before, after (numbers of nominations), required.
    COMMENT: count (new comments); newest {id, name (author or None), text (first 200
        characters), at}; total.
    REPLAY: as NEW_PLAY: a play whose replay can be downloaded now.
    MEMBERS: joined, left: lists of {id, name}.
    TEAM_RANK: ruleset; rank_before, rank_after; pp_before, pp_after; since.
    NEW_RESULT: results: list of {id, title, creator, status}, at most 20; count.
    LEFT_RESULT: likewise.
    RANKING: risers, fallers: lists of {id, name, before, after} (ranks), at most 10 each;
        new, left: lists of {id, name, rank}; key of teams, countries (`code` in place of `id`)
        and players alike; since. Kept up to date while it is unread, one row a day.
    GAMES: count, total (games of the match), newest {id, title}.
    MATCH_END: games, ended_at.
    WIKI_EDIT: title; before, after (numbers of characters).
    GONE: status (404, or 0 for a player who is missing among others).
    BACK: what was gone is there again.
    """

    RANK = "rank"
    PASSED = "passed"
    NEW_PLAY = "new_play"
    LOST_PLAY = "lost_play"
    FIRST_WON = "first_won"
    FIRST_LOST = "first_lost"
    MEDAL = "medal"
    NAME = "name"
    STATUS = "status"
    UPLOAD = "upload"
    UPDATE = "update"
    NOMINATED = "nominated"
    COMMENT = "comment"
    REPLAY = "replay"
    MEMBERS = "members"
    TEAM_RANK = "team_rank"
    NEW_RESULT = "new_result"
    LEFT_RESULT = "left_result"
    RANKING = "ranking"
    GAMES = "games"
    MATCH_END = "match_end"
    WIKI_EDIT = "wiki_edit"
    GONE = "gone"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Change:
    """Change of a followed thing.

    Attributes:
        id: its id; larger ids were written later.
        follow_id: id of the `Follow`.
        at: when it was seen (Unix time in seconds).
        kind: its kind.
        data: raw values by name, as the kind says; no sentences.
        is_read: whether the person has read it.
    """

    id: int
    follow_id: int
    at: int
    kind: ChangeKind
    data: Mapping[str, Any]
    is_read: bool


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Filter of changes; the default wants all.

    Attributes:
        kinds: wanted kinds; empty for all.
        follow_ids: ids of the wanted followed things; None for all.
        follow_kinds: wanted kinds of followed things; empty for all.
        group: the wanted group, "" for things without a group; None for all.
        unread_only: whether only unread changes are wanted.
        text: words that must all occur in the title or note of the thing, or in the data.
    """

    kinds: frozenset[ChangeKind] = frozenset()
    follow_ids: frozenset[int] | None = None
    follow_kinds: frozenset[FollowKind] = field(default_factory=frozenset)
    group: str | None = None
    unread_only: bool = False
    text: str = ""


def changes_page(
    store: HistoryStore, wanted: ChangeFilter, before: tuple[int, int] | None, limit: int
) -> list[Change]:
    """Return changes, newest first. Blocks, for a worker.

    Args:
        store: the history.
        wanted: which ones.
        before: `(at, id)` of the change before which the page begins; None for the newest.
        limit: number of changes, at most.

    Raises:
        OSError: the file cannot be read.
    """
    conditions, values = _conditions(wanted)
    if before is not None:
        conditions.append("(at, id) < (?, ?)")
        values += before
    sql = _SELECT + _where(conditions) + " ORDER BY at DESC, id DESC LIMIT ?"
    with store.read() as connection:
        return list(_read(connection.execute(sql, (*values, limit)).fetchall()))


def unread_since(store: HistoryStore, after: int, limit: int) -> list[Change]:
    """Return the unread changes that were written last, newest first. Blocks, for a worker.

    What happened a while ago, such as a play that ended yesterday, may be written just now.

    Args:
        store: the history.
        after: only changes with a larger id.
        limit: number of changes, at most.

    Raises:
        OSError: the file cannot be read.
    """
    sql = _SELECT + " WHERE id > ? AND is_read = 0 ORDER BY id DESC LIMIT ?"
    with store.read() as connection:
        found = list(_read(connection.execute(sql, (after, limit)).fetchall()))
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def count(store: HistoryStore, wanted: ChangeFilter) -> int:
    """Return the number of changes that a filter lets through. Blocks, for a worker.

    Raises:
        OSError: the file cannot be read.
    """
    conditions, values = _conditions(wanted)
    with store.read() as connection:
        found = connection.execute(_COUNT + _where(conditions), values)
        return int(found.fetchone()[0])


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _conditions(wanted: ChangeFilter) -> tuple[list[str], list[Any]]:
    """Return SQL conditions, and their values."""
    conditions: list[str] = []
    values: list[Any] = []

    def among(column: str, options: Iterable[object]) -> str:
        known = list(options)
        values.extend(known)
        return f"{column} IN ({', '.join('?' * len(known))})"

    if wanted.unread_only:
        conditions.append("is_read = 0")
    if wanted.kinds:
        conditions.append(among("kind", sorted(map(str, wanted.kinds))))
    if wanted.follow_ids is not None:
        conditions.append(among("follow", sorted(wanted.follow_ids)))
    if wanted.follow_kinds:
        kinds = among("kind", sorted(map(str, wanted.follow_kinds)))
        conditions.append(_OF_FOLLOWS + kinds + ")")
    if wanted.group is not None:
        conditions.append(_OF_FOLLOWS + "grouping = ?)")
        values.append(wanted.group)
    for word in wanted.text.split()[:10]:
        pattern = "%" + "".join(f"\\{sign}" if sign in "%_\\" else sign for sign in word) + "%"
        conditions.append(
            "(data LIKE ? ESCAPE '\\' OR follow IN (SELECT id FROM follows"
            " WHERE title LIKE ? ESCAPE '\\' OR note LIKE ? ESCAPE '\\'))"
        )
        values += [pattern] * 3
    return conditions, values


def _read(rows: Iterable[tuple[int, int, int, str, str, int]]) -> Iterable[Change]:
    """Yield the changes of rows; those that cannot be read are left out."""
    for number, follow, at, kind, data, is_read in rows:
        try:
            values = json.loads(data)
            known = ChangeKind(kind)
        except (ValueError, RecursionError):
            continue
        if isinstance(values, dict):
            yield Change(number, follow, at, known, values, bool(is_read))


def add_change(
    connection: sqlite3.Connection,
    follow_id: int,
    at: int,
    kind: ChangeKind,
    data: Mapping[str, Any],
    *,
    topic: str = "",
    is_read: bool = False,
) -> int:
    """Write a change, in a transaction. Returns its id.

    Args:
        connection: of the database.
        follow_id: the followed thing.
        at: when it was seen (Unix time in seconds).
        kind: its kind.
        data: as `ChangeKind` says.
        topic: tells changes of this kind and thing apart, for `unread_change`.
        is_read: whether the person saw it happen.
    """
    cursor = connection.execute(
        "INSERT INTO changes (follow, at, kind, topic, data, is_read) VALUES (?, ?, ?, ?, ?, ?)",
        (follow_id, at, str(kind), topic, as_json(bounded(data)), int(is_read)),
    )
    return cursor.lastrowid or 0


def bounded(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a JSON value whose texts and lists are not longer than is ever shown."""
    if isinstance(value, str):
        return value[:LONGEST_TEXT]
    if isinstance(value, Mapping):
        return {key: bounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [bounded(one) for one in value[:MOST_ITEMS]]
    return value


def as_json(data: Mapping[str, Any]) -> str:
    """Return values as compact JSON."""
    return (
        json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        .encode("utf-8", "replace")
        .decode()
    )
