"""Rows, groups and statistics of replays: known answers of made records."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from osubrowser.api.mods import mods_from_bits
from osubrowser.models.replays.library_rows import (
    LibraryRows,
    groups_of,
    library_columns,
    library_record,
)
from osubrowser.models.replays.library_statistics import (
    PARTS,
    as_text,
    best_columns,
    best_page,
    statistics_of,
)
from osubrowser.models.table.column import Row
from osubrowser.services.replays.records import (
    BeatmapTitle,
    FigureState,
    ReplayFigures,
    ReplayRecord,
)

TITLE = BeatmapTitle(
    artist="Gakudan", artist_original="楽団", title="Kyoku", title_original="曲", difficulty="Hard"
)


def figures(**changed: Any) -> ReplayFigures:
    known: dict[str, Any] = {
        "unstable_rate": 100.0,
        "unstable_rate_raw": 150.0,
        "mean_error_ms": -1.5,
        "misses": 1,
        "slider_breaks": 2,
        "stars": 5.25,
        "pp": 123.456,
        "formula": "formula of April 2026",
        "miss_positions": bytes([128, 96]),
        "miss_times": bytes([255]),
    }
    return ReplayFigures(**{**known, **changed})


def record(name: str = "a", **changed: Any) -> ReplayRecord:
    known: dict[str, Any] = {
        "file": f"/replays/{name}.osr",
        "player": "Anna",
        "beatmap_md5": "1" * 32,
        "mods": tuple(mods_from_bits(72)),
        "counts": {"great": 9, "miss": 1},
        "accuracy": 0.9,
        "grade": "B",
        "score": 1234567,
        "max_combo": 5,
        "date": datetime(2026, 1, 2, tzinfo=UTC),
        "size": 34_567,
        "beatmap": TITLE,
        "state": FigureState.READY,
        "figures": figures(),
    }
    return ReplayRecord(**{**known, **changed})


def texts_of(one: ReplayRecord, *, original: bool = False) -> dict[str, str]:
    columns = library_columns(original)
    [row] = LibraryRows(columns).page([one]).rows
    return {column.key: text for column, text in zip(columns, row.texts, strict=True)}


def test_the_texts_of_a_row() -> None:
    texts = texts_of(record())
    assert texts == {
        "grade": "B",
        "title": "Kyoku by Gakudan",
        "difficulty": "Hard",
        "stars": "5.25",
        "mods": "HD, DT",
        "player": "Anna",
        "accuracy": "90.00%",
        "misses": "1",
        "unstable_rate": "100.00",
        "mean_error": "-1.50 ms",
        "pp": "123.46",
        "date": "2 Jan 2026",
        "slider_breaks": "2",
        "combo": "5x",
        "score": "1,234,567",
        "ruleset": "osu!",
        "game_version": "–",
        "size": "35 kB",
        "file": "a.osr",
        "folder": "/replays",
        "problem": "",
    }
    assert texts_of(record(), original=True)["title"] == "曲 by 楽団"


@pytest.mark.parametrize(
    "odd",
    [
        figures(unstable_rate=float("nan"), mean_error_ms=float("inf"), pp=1e300, stars=-1e300),
        figures(unstable_rate=None, mean_error_ms=None, pp=None, stars=None, slider_breaks=None),
    ],
    ids=["out of range", "missing"],
)
def test_figures_that_cannot_be_are_not_shown(odd: ReplayFigures) -> None:
    texts = texts_of(record(figures=odd, date=datetime(1, 1, 1, tzinfo=UTC)))
    keys = ("unstable_rate", "mean_error", "pp", "stars", "date")
    assert [texts[key] for key in keys] == ["–"] * 5


def test_a_figure_that_disagrees_with_the_header_says_so() -> None:
    columns = library_columns(False)
    [row] = LibraryRows(columns).page([record(figures=figures(misses=3, agrees=False))]).rows
    tips = {column.key: tip for column, tip in zip(columns, row.tooltips, strict=True)}
    assert "3 misses" in tips["misses"]
    assert "150.00 before it is divided" in tips["unstable_rate"]
    assert "formula of April 2026" in tips["pp"]


def test_rows_are_formatted_once_and_numbered_by_date() -> None:
    rows = LibraryRows(library_columns(False))
    old, new = record("old"), record("new", date=datetime(2026, 2, 1, tzinfo=UTC))
    before: list[Row[Any]] = rows.page([old]).rows
    page = rows.page([old, new])
    assert [(row.id, row.number) for row in page.rows] == [
        ("/replays/new.osr", 1),
        ("/replays/old.osr", 2),
    ]
    assert page.rows[1] is before[0]
    first = rows.page([old, new], first=1)
    assert (len(first.rows), first.total) == (1, 2)
    chosen = rows.page([old, new], lambda one: one is old)
    assert [row.id for row in chosen.rows] == ["/replays/old.osr"]


def test_groups_have_names_and_counts() -> None:
    records = [
        record("a"),
        record("b", player="anna", beatmap=None),
        record("c", player="", beatmap_md5="2" * 32, beatmap=None),
    ]
    players = groups_of(records, "player", original=False)
    assert [(group.name, group.count) for group in players] == [("Anna", 2), ("No name", 1)]
    beatmaps = groups_of(records, "beatmap", original=True)
    assert [(group.name, group.count) for group in beatmaps] == [
        ("曲 [Hard]", 2),
        ("Unknown beatmap (22222222)", 1),
    ]
    assert groups_of(records, "", original=False) == []


def test_the_record_for_export_has_all_figures() -> None:
    [row] = LibraryRows(library_columns(False)).page([record()]).rows
    values = library_record(row)
    assert values["unstable_rate"] == 100.0
    assert (values["judged_misses"], values["count_miss"], values["count_perfect"]) == (1, 1, None)
    assert (values["pp"], values["formula"]) == (123.456, "formula of April 2026")
    [bare] = LibraryRows(library_columns(False)).page([ReplayRecord(file="/x.osr")]).rows
    assert library_record(bare).keys() == values.keys()


def test_statistics_of_replays() -> None:
    records = [
        record("a"),
        record(
            "b",
            date=datetime(2026, 1, 3, tzinfo=UTC),
            figures=figures(unstable_rate=80.0, mean_error_ms=2.5, pp=200.0, misses=0),
            counts={"great": 10, "miss": 0},
        ),
        record("c", ruleset_id=3, figures=figures(unstable_rate=None, mean_error_ms=None)),
        ReplayRecord(file="/replays/d.osr", problem="The file is empty."),
    ]
    found = statistics_of(records, original=False)
    said = dict(found.figures)
    assert (said["Replays"], said["Analysed"], said["Damaged"]) == ("4", "2", "1")
    assert (said["Mean UR"], said["Best UR"], said["Median UR"]) == ("90.00", "80.00", "90.00")
    assert said["Mean error"] == "0.50 ms late"
    assert (said["Most pp"], said["Without a miss"]) == ("200.00", "1")
    assert said["Time"] == "2 Jan 2026 to 3 Jan 2026"
    assert found.unstable_rate.values == (100.0, 80.0)
    assert found.mean_error.words == ("1.50 ms early", "2.50 ms late")
    assert found.miss_map.total == 2, "mania has no playfield"
    assert found.miss_map.at(256 // 16, 192 // 16) == 2
    assert found.miss_times.values == (*[0.0] * (PARTS - 1), 3.0)
    [best] = found.bests
    assert (best.title, best.plays, best.best.path.name) == ("Kyoku [Hard]", 3, "b.osr")
    assert (best.unstable_rate, best.misses) == (80.0, 0)
    [row] = best_page(found.bests, best_columns(False)).rows
    assert row.texts == ("Kyoku [Hard]", "3", "200.00", "B", "90.00%", "80.00", "0")
    assert "Mean UR\t90.00" in as_text(found).splitlines()


def test_many_plays_are_averaged_into_few_points() -> None:
    records = [
        record(str(n), date=datetime(2026, 1, 1 + n % 28, n // 28 % 24, tzinfo=UTC))
        for n in range(1000)
    ]
    chart = statistics_of(records, original=False).unstable_rate
    assert len(chart.values) <= 240
    assert set(chart.values) == {100.0}


def test_statistics_of_nothing() -> None:
    found = statistics_of([], original=False)
    assert dict(found.figures)["Mean UR"] == "–"
    assert not found.unstable_rate
    assert not found.miss_times
    assert found.bests == ()
