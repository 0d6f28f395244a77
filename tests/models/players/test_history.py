"""Histories of players: from a store, with events; and how figures have changed recently."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from osubrowser.models.history.columns import day_columns, day_record
from osubrowser.models.players.history import (
    PLAYER_FIGURES,
    load_history,
    load_pair,
    recent_changes,
)
from osubrowser.models.table.column import make_rows
from osubrowser.services.history.days import DAY
from osubrowser.services.history.figures import Snapshot, to_units
from osubrowser.services.history.snapshots import write_series
from osubrowser.services.history.store import HistoryStore
from osubrowser.services.history.subjects import SubjectKind, player

NOON = 20_000 * DAY + DAY // 2


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """Return a store in a new file."""
    store = HistoryStore(tmp_path / "history.sqlite")
    yield store
    store.close()


def seen(store: HistoryStore, user_id: int, series: dict[int, dict[str, float]]) -> None:
    """Write figures by Unix time."""
    units = {at: to_units(SubjectKind.PLAYER, figures) for at, figures in series.items()}
    with store.change() as connection:
        write_series(connection, player(user_id, "osu"), units)


def test_a_day_has_the_last_of_its_snapshots(store: HistoryStore) -> None:
    """Days are those of UTC, also just before and after midnight."""
    midnight = 20_001 * DAY
    seen(
        store,
        2,
        {
            midnight - 40_000: {"pp": 100.0},
            midnight - 1: {"pp": 101.5},
            midnight: {"pp": 103.0},
        },
    )
    history = load_history(store, 2, "osu", now=midnight + DAY)
    assert dict(history.values["pp"]) == {20_000: 101.5, 20_001: 103.0}
    assert history.today == 20_002
    assert not load_history(store, 2, "taiko", now=midnight)
    assert not load_history(store, 2, "unheard of", now=midnight)


def test_events_are_marks(store: HistoryStore) -> None:
    """Medals, names and first places are told; other places are not, nor those of other modes."""
    seen(store, 2, {NOON: {"pp": 100.0}})
    rows = [
        (2, "medal", "7", -1, NOON + 1, ""),
        (2, "name", "1", -1, NOON + DAY, '{"before": "old<b>", "after": "new"}'),
        (2, "rank", "2", 0, NOON + DAY, '{"rank": 1, "title": "A - B [C]", "beatmap": 3}'),
        (2, "rank", "3", 0, NOON + DAY, '{"rank": 40, "title": "D", "beatmap": 3}'),
        (2, "rank_lost", "4", 0, NOON + 2 * DAY, '{"title": "A - B [C]", "beatmap": 3}'),
        (2, "rank", "5", 1, NOON + 2 * DAY, '{"rank": 1, "title": "taiko", "beatmap": 3}'),
        (2, "medal", "9", -1, NOON - 9 * DAY, ""),  # before the history begins
    ]
    with store.change() as connection:
        connection.executemany(
            "INSERT INTO events (player, what, key, ruleset, at, data) VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )
        connection.execute("INSERT INTO medals VALUES (7, 'Jackpot', '', '')")
    marks = load_history(store, 2, "osu", now=NOON).marks
    assert [tuple(mark) for mark in marks] == [
        (20_000, "Medal: Jackpot", 0),
        (20_001, "First place on A - B [C]", 1),
        (20_001, "old<b> is now called new", 0),
        (20_002, "First place lost on A - B [C]", -1),
    ]


def test_rows_and_records_of_days(store: HistoryStore) -> None:
    """A better rank is up; the record has exact values."""
    seen(
        store,
        2,
        {
            NOON: {"global_rank": 1200, "pp": 100.25, "play_count": 10},
            NOON + 3 * DAY: {"global_rank": 1150, "pp": 99.25, "play_count": 10},
        },
    )
    history = load_history(store, 2, "osu", now=NOON + 3 * DAY)
    columns = day_columns(history.figures)
    rows = make_rows(columns, history.rows(0, 10), identity=lambda row: row.day)
    keys = [column.key for column in columns]
    newest = dict(zip(keys, rows[0].texts, strict=True))
    tones = dict(zip(keys, rows[0].tones, strict=True))
    assert newest["day"] == "7 Oct 2024"
    assert (newest["global_rank"], newest["global_rank_change"]) == ("#1,150", "50")
    assert (tones["global_rank_change"], tones["pp_change"]) == (1, -1)
    assert newest["pp_change"] == "1.00 pp"
    assert newest["play_count_change"] == "–"
    assert rows[1].texts[keys.index("pp_change")] == "–"
    record = day_record(rows[0])
    assert record["day"] == "2024-10-07"
    assert record["pp"] == 99.25


def test_both_players_are_on_one_axis(store: HistoryStore) -> None:
    """Each has its own colour and name, and grades have a series for each."""
    seen(store, 2, {NOON: {"global_rank": 10, "ss": 3, "a": 4}})
    seen(store, 3, {NOON - DAY: {"global_rank": 20, "ss": 5}})
    left, right = _Named(2, "peppy"), _Named(3, "other")
    pair = load_pair(store, left, right)  # type: ignore[arg-type]
    ranks = pair.chart("global_rank").series
    assert [one.name for one in ranks] == ["peppy", "other"]
    assert len({one.scale for one in ranks}) == 1
    grades = pair.chart("grades").series
    assert [one.name for one in grades] == ["peppy, SS", "other, SS", "peppy, A"]
    assert len({one.slot for one in grades}) == 3


class _Named:
    """What the pair reads of a profile."""

    def __init__(self, number: int, name: str) -> None:
        self.id, self.name, self.mode = number, name, "osu"


def test_recent_changes_are_those_since_an_earlier_day() -> None:
    """The newest snapshot that is old enough counts, not one of today, nor one of last year."""
    series = [
        Snapshot(NOON - 400 * DAY, {"pp": 1.0, "level": 3.0}),
        Snapshot(NOON - 9 * DAY, {"pp": 80.0, "global_rank": 900, "accuracy": 98.0}),
        Snapshot(NOON - 3 * DAY, {"pp": 87.7, "global_rank": 1000}),
        Snapshot(NOON - 3600, {"pp": 99.0, "global_rank": 990}),
    ]
    current = {"pp": 100.0, "global_rank": 1012, "accuracy": 98.0, "level": 9.0}
    changes = recent_changes(series, current, NOON)
    assert changes.keys() == {"pp", "global_rank"}  # the accuracy is as it was
    assert changes["pp"].text == "+12.30 pp since 3 days ago"
    assert changes["pp"].tone == 1
    assert changes["global_rank"].delta == "↓12"
    assert changes["global_rank"].tone == -1
    assert "#1,000" in changes["global_rank"].told
    better = recent_changes(series, {"global_rank": 950}, NOON)["global_rank"]
    assert (better.delta, better.tone) == ("↑50", 1)
    ages = ((20, "yesterday"), (35, "yesterday"), (37, "2 days ago"), (49, "2 days ago"))
    for hours, told in ages:
        late = recent_changes([Snapshot(NOON - hours * 3600, {"pp": 87.7})], {"pp": 100.0}, NOON)
        assert late["pp"].text == f"+12.30 pp since {told}"
    lost = recent_changes(series, {"global_rank": 0}, NOON)
    assert not lost  # no rank is no number to compare


def test_every_figure_has_a_choice_and_a_colour_of_its_own() -> None:
    """Colours of figures that are shown together differ."""
    assert len({figure.slot for figure in PLAYER_FIGURES}) == len(PLAYER_FIGURES)
    assert len({figure.name for figure in PLAYER_FIGURES}) == len(PLAYER_FIGURES)
