"""Histories with rows in every table, made up from a seed."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from osubrowser.services.history.figures import FIELDS, to_units
from osubrowser.services.history.ranking_pages import Entry, RankingPage, insert_page
from osubrowser.services.history.snapshots import write_series
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import Subject, SubjectKind
from osubrowser.services.history.transfer.export import subjects
from osubrowser.services.history.transfer.merge import NOT_IN_FILES, tables

START = 1_750_000_000
SERVER = "https://osu.ppy.sh"


def made_history(path: Path, *, players: int = 4, days: int = 70) -> HistoryStore:
    """Return an open history: series of all kinds with gaps, and rows in all other tables."""
    draw = Random(14)
    store = HistoryStore(path)
    made = [Subject(SubjectKind.PLAYER, 2 + n // 2, n % 2) for n in range(2 * players)]
    others = [
        Subject(SubjectKind.BEATMAPSET, 39804),
        Subject(SubjectKind.BEATMAP, 129891),
        Subject(SubjectKind.TEAM, 7, 3),
    ]
    with store.change() as connection:
        for subject in made + others:
            write_series(connection, subject, _series(draw, subject, days))
        for number in range(3):
            for day in range(20):
                entries = [Entry(draw.randrange(2, 99), draw.randrange(1 << 30)) for _ in range(50)]
                entries[number] = Entry(0, None)
                page = RankingPage(number + 1, START + day * 86_400, tuple(entries))
                insert_page(connection, "rankings/osu/performance", page)
                if day % 3:
                    again = (Entry(5, 5), *entries[1:])
                    later = RankingPage(page.number, page.at + 40_000, again)
                    insert_page(connection, "rankings/osu/performance", later)
        for table in tables(connection):
            _fill(connection, table, draw)
    return store


def _series(draw: Random, subject: Subject, days: int) -> dict[int, dict[int, int]]:
    values = {field.name: draw.uniform(1, 9_000) for field in FIELDS[subject.kind]}
    series = {}
    for day in range(days):
        if draw.random() < 0.2:
            continue  # a gap
        for name in values:
            if draw.random() < 0.5:
                values[name] += draw.uniform(0, 5)
        known = {name: value for name, value in values.items() if draw.random() < 0.9}
        series[START + day * 86_400 + draw.randrange(86_400)] = to_units(
            subject.kind, known or values
        )
    return series


def _fill(connection: Any, table: str, draw: Random) -> None:
    """Add rows with values that fit the columns of a table."""
    info = connection.execute(f"PRAGMA table_info({table})").fetchall()
    kinds = {"follows": "player", "changes": "rank"}
    for number in range(3):
        row: dict[str, object] = {}
        for _, name, type_name, *_ in info:
            if name == "wanted" or (name == "id" and table != "medals"):
                continue
            if name == "follow":
                row[name] = connection.execute("SELECT min(id) FROM follows").fetchone()[0]
            elif name == "topic":
                row[name] = ""
            elif name == "address":
                row[name] = f"/users/{2 + number}"
            elif name == "kind" and type_name == "TEXT":
                row[name] = kinds[table]
            elif type_name == "BLOB":
                row[name] = draw.randbytes(20) if name == "details" else bytes(range(50))
            elif table == "play_beatmaps" and name == "data":
                row[name] = json.dumps([39804, "「題」", "", "artist"])
            elif name == "state":
                row[name] = json.dumps({"at": START, "name": "「名前」"})
            elif name == "data":
                row[name] = json.dumps({"title": "「名前」 ẞ <b>", "n": number})
            elif name.endswith("_at"):
                row[name] = START + number if number else 0
            elif name == "until":
                row[name] = None if number == 0 else START + 900_000
            elif name in ("at", "since", "last"):
                row[name] = START + number * 1000
            elif name == "player":
                row[name] = 2 + number
            elif name == "kind":
                row[name] = 1
            elif type_name == "INTEGER":
                row[name] = draw.randrange(1, 1 << 40) if name == "score" else number
            else:
                row[name] = f"{name} {number} \U0001f600"
        marks = ", ".join(f":{name}" for name in row)
        connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)


def contents(store: HistoryStore) -> dict[str, list[object]]:
    """Return everything that a history holds, by table; snapshots as figures."""
    found: dict[str, list[object]] = {
        "snapshots": [(subject, store.series(subject)) for subject, _ in subjects(store)]
    }
    with store.read() as connection:
        for table in (*sorted(set(tables(connection)) - NOT_IN_FILES), "ranking_pages"):
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()
            found[table] = sorted(rows, key=repr)
    return found
