"""Names of players, beatmaps and teams, from every response that shows them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.api.entities.beatmaps import Beatmap, Beatmaps, Beatmapset
from osubrowser.api.entities.rankings import KudosuRanking, Rankings, TeamRankings
from osubrowser.api.entities.scores import Score
from osubrowser.api.entities.search import Search
from osubrowser.api.entities.team_pages import TeamExtended
from osubrowser.api.entities.users import FriendResponse, UserCompact, Users
from osubrowser.services.history.beatmap_figures import shown_beatmaps, shown_sets
from osubrowser.services.history.events import add_seen_name
from osubrowser.services.history.records import Difference, Observation
from osubrowser.services.history.subjects import Subject, SubjectKind

if TYPE_CHECKING:
    import sqlite3

    from osubrowser.services.history.store import HistoryStore

_LONGEST: Final = 300
"""Characters of a name that are stored; osu!'s own limit for a title is below it."""


class Name(NamedTuple):
    """Name of a subject.

    Attributes:
        name: of a player, team or difficulty; `artist - title` of a beatmapset.
        detail: the country code of a player, the short name of a team, the mapper of a beatmapset,
            the id of a difficulty's set; "" if it is not known.
    """

    name: str
    detail: str = ""


_Key = tuple[SubjectKind, int]


class Names:
    """Topic of names. A player's new name is a difference, and an event."""

    def write(
        self, connection: sqlite3.Connection, observation: Observation
    ) -> Iterable[Difference]:
        """Write the names that a response shows; return the changed ones of players."""
        found: dict[_Key, Name] = {}
        for key, name, detail in _seen(observation):
            if key[1] > 0 and name:
                found[key] = Name(name[:_LONGEST], detail[:_LONGEST])
        if not found:
            return []
        known: dict[_Key, Name] = {}
        for kind in {kind for kind, _ in found}:
            numbers = [number for of, number in found if of is kind]
            for number, one in read_names(connection, kind, numbers).items():
                known[kind, number] = one
        changed: list[tuple[int, int, str, str]] = []
        differences: list[Difference] = []
        for (kind, number), new in found.items():
            old = known.get((kind, number), Name(""))
            now = Name(new.name, new.detail or old.detail)
            if now == old:
                continue
            changed.append((kind, number, *now))
            if kind is SubjectKind.PLAYER and old.name and old.name != now.name:
                add_seen_name(connection, number, observation.at, old.name, now.name)
                differences.append(
                    Difference(
                        Subject(kind, number),
                        "name",
                        observation.at,
                        {"before": old.name, "after": now.name},
                    )
                )
        connection.executemany("INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?)", changed)
        return differences


def names_of(store: HistoryStore, kind: SubjectKind, keys: Iterable[int]) -> dict[int, Name]:
    """Return the newest names of subjects by their ids; unknown ones are missing. Blocks.

    Args:
        store: the history.
        kind: of the subjects.
        keys: their ids.

    Raises:
        OSError: the file cannot be read.
    """
    with store.read() as connection:
        return read_names(connection, kind, keys)


def read_names(
    connection: sqlite3.Connection, kind: SubjectKind, keys: Iterable[int]
) -> dict[int, Name]:
    """Return the names of subjects by their ids; unknown ones are missing.

    Args:
        connection: of the database.
        kind: of the subjects.
        keys: their ids.
    """
    rows = connection.execute(
        "SELECT key, name, detail FROM names"
        " WHERE kind = ? AND key IN (SELECT value FROM json_each(?))",
        (kind, json.dumps(list(keys))),
    )
    return {key: Name(name, detail) for key, name, detail in rows}


def _seen(observation: Observation) -> Iterator[tuple[_Key, str, str]]:
    for user in _players(observation.entity):
        if not user.is_deleted:
            code = user.country_code or (user.country.code if user.country is not None else "")
            yield (SubjectKind.PLAYER, user.id or 0), user.username, code
            if user.team is not None:
                team = user.team
                yield (SubjectKind.TEAM, team.id), team.name, team.short_name
    entity = observation.entity
    if isinstance(entity, TeamExtended):
        yield (SubjectKind.TEAM, entity.id), entity.name, entity.short_name
    elif isinstance(entity, TeamRankings):
        for row in entity.ranking:
            if row.team is not None:
                yield (SubjectKind.TEAM, row.team_id), row.team.name, row.team.short_name
    for one in shown_sets(observation):
        yield (SubjectKind.BEATMAPSET, one.id), f"{one.artist} - {one.title}", one.creator
    for beatmap in shown_beatmaps(observation):
        number = str(beatmap.beatmapset_id or "")
        yield (SubjectKind.BEATMAP, beatmap.id), beatmap.version, number


def _players(entity: object) -> Iterator[UserCompact]:
    """Yield the players that a response shows with their present names."""
    if isinstance(entity, FriendResponse):
        yield from (one for one in (entity, entity.target) if one is not None)
    elif isinstance(entity, UserCompact):
        yield entity
    elif isinstance(entity, Users):
        yield from entity.users
    elif isinstance(entity, Rankings):
        yield from (row.user for row in entity.ranking if row.user is not None)
    elif isinstance(entity, KudosuRanking):
        yield from entity.ranking
    elif isinstance(entity, TeamExtended):
        yield from entity.members
        if entity.leader is not None:
            yield entity.leader
    elif isinstance(entity, Search):
        yield from entity.user.data if entity.user is not None else ()
    elif isinstance(entity, Beatmapset | Beatmap):
        if entity.user is not None:
            yield entity.user
    elif isinstance(entity, Beatmaps):
        yield from (one.user for one in entity.beatmaps if one.user is not None)
    elif isinstance(entity, Score):
        if entity.user is not None:
            yield entity.user
    elif isinstance(entity, list):
        for one in entity:
            if isinstance(one, FriendResponse | Score):
                yield from _players(one)
