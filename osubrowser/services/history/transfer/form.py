"""File format of an exported history.

A JSON object with these keys, in this order:

- `format`: the text `osubrowser history`; `version`: 1.
- `server`: the address of osu!, such as `https://osu.ppy.sh`; of the demo the word `demo`.
- `exported_at`: ISO 8601 time in UTC.
- `records`: an array of records, in the file one a line. A record is one of
  - `{"series": {"kind": "player", "id": 2, "ruleset": "osu"}, "fields": [...], "rows": [...]}`:
    snapshots, oldest first. The first field is `at`, the Unix time in seconds, the others are
    those of `figures.FIELDS` of that kind, of which a value that was not known is null. Kinds are
    `player`, `beatmapset`, `beatmap` and `team`; those without rulesets have the ruleset `""`.
  - `{"ranking": "rankings/osu/performance", "rows": [[page, at, [[id, value], ...]], ...]}`:
    pages of a ranking, by its address; see `ranking_pages.Entry`.
  - `{"table": "plays", "columns": [...], "rows": [...]}`: rows of another table of the
    database, by the names of its columns; see `schema.TABLES`. Bytes are `{"base64": "..."}`.
    Columns that the database only counts with are left out: the `follow` of `changes` is the
    address of what is followed.

A CSV has one row a snapshot: `kind`, `id`, `name`, `ruleset`, `time` in ISO 8601 (UTC), figures,
`server`. Numbers have a point and no grouping; a figure that was not known is empty.
"""

from __future__ import annotations

from typing import Final

from osubrowser.services.history.figures import FIELDS
from osubrowser.services.history.subjects import RULESETS, Subject, SubjectKind

FORMAT: Final = "osubrowser history"  # not shown: it marks a file
VERSION: Final = 1
DEMO: Final = "demo"

ROWS_OF_RECORD: Final = 1_000
"""Largest number of rows in a record that is written."""
LONGEST_RECORD: Final = 4 << 20
"""Largest number of characters of a record that is read."""
LARGEST_FILE: Final = 4 << 30
"""Largest file in bytes that is read."""
LARGEST_SERIES: Final = 50_000
"""Largest number of snapshots of a subject after an import."""

KINDS: Final = {
    "player": SubjectKind.PLAYER,
    "beatmapset": SubjectKind.BEATMAPSET,
    "beatmap": SubjectKind.BEATMAP,
    "team": SubjectKind.TEAM,
}
WITH_RULESETS: Final = frozenset({SubjectKind.PLAYER, SubjectKind.TEAM})

EARLIEST: Final = 1_167_609_600
"""Unix time of 2007, when osu! began; nothing is taken from before."""
LATEST_AHEAD: Final = 86_400
"""Seconds after now from which on a time is taken for wrong."""


def kind_name(subject: Subject) -> str:
    """Return the name of a subject's kind."""
    return subject.kind.name.lower()


def ruleset_name(subject: Subject) -> str:
    """Return the name of a subject's ruleset, "" of a kind without them."""
    return RULESETS[subject.ruleset] if subject.kind in WITH_RULESETS else ""


def subject_of(kind: object, key: object, ruleset: object) -> Subject:
    """Return the subject of values of a file.

    Raises:
        ValueError: a value is not valid.
    """
    found = KINDS.get(kind) if isinstance(kind, str) else None
    if found is None or type(key) is not int or not 0 < key < 1 << 62:
        raise ValueError("no subject")
    if found not in WITH_RULESETS:
        return Subject(found, key)
    if not isinstance(ruleset, str) or ruleset not in RULESETS:
        raise ValueError("no ruleset")
    return Subject(found, key, RULESETS.index(ruleset))


def fields_of(kind: SubjectKind) -> tuple[str, ...]:
    """Return the names of the figures of a kind."""
    return tuple(field.name for field in FIELDS[kind])
