"""Tables of the history database."""

from __future__ import annotations

from typing import Final

VERSION: Final = 1

TABLES: Final = (
    # Series of figures but for the newest snapshot: chunks of `series_codec`, by their first one.
    """CREATE TABLE series (
        kind INTEGER NOT NULL,
        key INTEGER NOT NULL,
        ruleset INTEGER NOT NULL,
        since INTEGER NOT NULL,
        chunk BLOB NOT NULL,
        PRIMARY KEY (kind, key, ruleset, since)
    ) WITHOUT ROWID""",
    # Newest snapshot of each series, the `Tail` of the chunks before it, and the number of all.
    """CREATE TABLE newest (
        kind INTEGER NOT NULL,
        key INTEGER NOT NULL,
        ruleset INTEGER NOT NULL,
        at INTEGER NOT NULL,
        figures BLOB NOT NULL,
        tail BLOB,
        number INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (kind, key, ruleset)
    ) WITHOUT ROWID""",
    # Newest name of a subject; `detail` is the country code of a player, the short name of a team,
    # the mapper of a beatmapset, the beatmapset's id of a beatmap.
    """CREATE TABLE names (
        kind INTEGER NOT NULL,
        key INTEGER NOT NULL,
        name TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (kind, key)
    ) WITHOUT ROWID""",
    # Dated events of players, marks on their charts. `ruleset` is -1 for those of all rulesets;
    # `key` tells events of one kind apart, such as the id of a medal.
    """CREATE TABLE events (
        player INTEGER NOT NULL,
        what TEXT NOT NULL,
        key TEXT NOT NULL,
        ruleset INTEGER NOT NULL,
        at INTEGER NOT NULL,
        data TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (player, what, key)
    ) WITHOUT ROWID""",
    # Names of medals, which only events say; `mode` is the ruleset of those of one alone.
    """CREATE TABLE medals (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        icon TEXT NOT NULL,
        mode TEXT NOT NULL
    )""",
    # Plays of best lists: when each was first seen in the list, and first seen missing. `is_new`
    # says whether a look before had reached its place; `mods`, `earlier` and `details` are encoded
    # by `plays`.
    """CREATE TABLE plays (
        player INTEGER NOT NULL,
        ruleset INTEGER NOT NULL,
        score INTEGER NOT NULL,
        beatmap INTEGER NOT NULL,
        pp INTEGER NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER,
        is_new INTEGER NOT NULL,
        mods TEXT NOT NULL,
        earlier BLOB NOT NULL,
        details BLOB NOT NULL,
        PRIMARY KEY (player, ruleset, score)
    ) WITHOUT ROWID""",
    # Beatmaps of those plays; `data` is encoded by `plays.beatmap_data`.
    "CREATE TABLE play_beatmaps (beatmap INTEGER PRIMARY KEY, data TEXT NOT NULL)",
    # When a best list was seen: first and last without a change, and how far: `covered` places
    # from the first, down to `lowest` pp, all if `is_whole`. `seen` has the scores of the newest
    # two looks that are not whole.
    """CREATE TABLE list_looks (
        player INTEGER NOT NULL,
        ruleset INTEGER NOT NULL,
        at INTEGER NOT NULL,
        last INTEGER NOT NULL,
        covered INTEGER NOT NULL,
        lowest INTEGER NOT NULL,
        is_whole INTEGER NOT NULL,
        changes INTEGER NOT NULL,
        seen BLOB NOT NULL,
        PRIMARY KEY (player, ruleset, at)
    ) WITHOUT ROWID""",
    # Number of plays in a best list, as the player's profile said last.
    """CREATE TABLE list_lengths (
        player INTEGER NOT NULL,
        ruleset INTEGER NOT NULL,
        length INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (player, ruleset)
    ) WITHOUT ROWID""",
    # Pages of rankings; `rows` is encoded by `ranking_pages`: by the difference from the row of
    # the time `base`, or in full.
    """CREATE TABLE ranking_pages (
        ranking TEXT NOT NULL,
        page INTEGER NOT NULL,
        at INTEGER NOT NULL,
        base INTEGER,
        rows BLOB NOT NULL,
        PRIMARY KEY (ranking, page, at)
    ) WITHOUT ROWID""",
    # What is followed; `state` is the JSON of what was last known, to find changes, and `wanted`
    # the requests that are still to be made for it, separated by blanks.
    """CREATE TABLE follows (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        address TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        picture TEXT NOT NULL DEFAULT '',
        grouping TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        is_muted INTEGER NOT NULL DEFAULT 0,
        added_at INTEGER NOT NULL,
        looked_at INTEGER NOT NULL DEFAULT 0,
        checked_at INTEGER NOT NULL DEFAULT 0,
        failure TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT '',
        wanted TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX follows_by_check ON follows (kind, checked_at)",
    "CREATE INDEX wanted_follows ON follows (checked_at) WHERE wanted <> ''",
    # Newest standings of followed players, and of the person (`is_me`), to see who passes whom.
    """CREATE TABLE standings (
        ruleset INTEGER NOT NULL,
        player INTEGER NOT NULL,
        name TEXT NOT NULL,
        pp INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        at INTEGER NOT NULL,
        is_me INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (ruleset, player)
    ) WITHOUT ROWID""",
    "CREATE INDEX my_standings ON standings (player) WHERE is_me = 1",
    "CREATE INDEX standings_by_pp ON standings (ruleset, pp)",
    # What changed; `data` is the JSON of `changes.Change`. `topic` tells rows of one kind apart
    # that are brought up to date instead of written again, such as the ruleset of a rank.
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        follow INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        topic TEXT NOT NULL DEFAULT '',
        data TEXT NOT NULL,
        is_read INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX changes_by_time ON changes (at, id)",
    "CREATE INDEX changes_of_follow ON changes (follow, at, id)",
    "CREATE INDEX changes_by_kind ON changes (kind, at, id)",
    "CREATE INDEX unread_changes ON changes (follow) WHERE is_read = 0",
    "CREATE INDEX unread_by_time ON changes (at, id) WHERE is_read = 0",
)
