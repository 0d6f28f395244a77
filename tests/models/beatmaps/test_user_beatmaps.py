"""A player's beatmaps: every list of the demo and the recorded sets, told as they were sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from osubrowser.api.client import Client
from osubrowser.api.entities.beatmaps import Beatmap, Beatmapset, Covers
from osubrowser.api.entities.user_beatmaps import BeatmapPlaycount
from osubrowser.models.beatmaps.columns import cover_of, length
from osubrowser.models.beatmaps.user_beatmaps import (
    BEATMAP_LISTS,
    beatmapset_columns,
    beatmapset_identity,
    hardest,
    load_beatmapsets,
    most_played_columns,
    most_played_identity,
)
from osubrowser.models.players.records import beatmapset_record, played_record
from osubrowser.models.table.column import Row, make_rows
from osubrowser.services.places.places import MODE_NAMES
from osubrowser.services.text.numerals import NOTHING
from tests.conftest import ANSWERS, Server
from tests.models.scores.test_columns import connect
from tests.services.text.catalogues import german

PLAYER = 12092800


@pytest.fixture
def client(recorded_server: Server) -> Iterator[Client]:
    with connect(recorded_server) as client:
        yield client


@pytest.fixture
def demo(demo_server: Server) -> Iterator[Client]:
    with connect(demo_server) as client:
        yield client


def cells(list_: str, row: Row[Any]) -> dict[str, str]:
    if list_ == "most_played":
        keys = [column.key for column in most_played_columns(original=True)]
    else:
        keys = [column.key for column in beatmapset_columns(list_, original=True)]
    return dict(zip(keys, row.texts, strict=True))


def test_each_recorded_set_is_told_as_it_was_sent(client: Client) -> None:
    path = ANSWERS / "v2" / "get_user_beatmaps_200.json"
    sent: list[dict[str, Any]] = json.loads(path.read_text())
    columns = beatmapset_columns("ranked", original=True)
    rows = load_beatmapsets(client, 2, "ranked", columns, 0).rows
    assert len(rows) == len(sent) == 5
    for row, beatmapset in zip(rows, sent, strict=True):
        shown = cells("ranked", row)
        by_mode: dict[str, list[float]] = {}
        for one in sorted(beatmapset["beatmaps"], key=lambda b: b["difficulty_rating"]):
            by_mode.setdefault(one["mode"], []).append(one["difficulty_rating"])
        words = [
            f"{name} {' '.join(f'{stars:.2f}' for stars in by_mode[mode])}"
            for mode, name in MODE_NAMES.items()
            if mode in by_mode
        ]
        assert shown["title"] == f"{beatmapset['title_unicode']} by {beatmapset['artist_unicode']}"
        assert shown["status"] == beatmapset["status"]
        assert shown["difficulties"] == " ".join(words)
        assert shown["plays"] == f"{beatmapset['play_count']:,}"
        assert shown["favourites"] == f"{beatmapset['favourite_count']:,}"
        assert shown["bpm"] == f"{beatmapset['bpm']:g}"
        assert shown["mapper"] == beatmapset["creator"]
        cover = beatmapset["covers"]["list@2x"].partition(".ppy.sh/")[2]
        if beatmapset["nsfw"]:
            assert row.pictures[0] is None
        else:
            assert str(row.pictures[0]).endswith(cover)
        record = beatmapset_record(row.item)
        assert record["beatmapset_id"] == beatmapset["id"]
        assert record["difficulties"] == len(beatmapset["beatmaps"])


def test_every_list_of_a_player_has_as_many_rows_as_the_profile_says(demo: Client) -> None:
    user = demo.user(PLAYER)
    for list_ in BEATMAP_LISTS:
        columns = beatmapset_columns(list_, original=False)
        count = getattr(user, f"{list_}_beatmapset_count")
        rows: set[Any] = set()
        offset: Any = 0
        while offset is not None:
            page = load_beatmapsets(demo, PLAYER, list_, columns, offset, count=count)
            rows |= {row.id for row in page.rows}
            offset = page.next
        assert len(rows) == count, list_


def test_the_most_played_beatmaps_come_with_how_often(demo: Client) -> None:
    columns = most_played_columns(original=True)
    page = load_beatmapsets(demo, PLAYER, "most_played", columns, 0)
    counts = [row.item.count for row in page.rows]
    assert len(counts) == 50
    assert page.next == 50
    assert counts == sorted(counts, reverse=True)
    first = page.rows[0]
    shown = cells("most_played", first)
    assert shown["count"] == f"{counts[0]:,}"
    assert shown["difficulty"] == first.item.beatmap.version
    assert played_record(first.item)["count"] == counts[0]


def test_a_beatmap_that_is_gone_is_a_row_all_the_same() -> None:
    played = BeatmapPlaycount(beatmap_id=7, count=3)
    columns = most_played_columns(original=True)
    row = make_rows(columns, [played], identity=most_played_identity)[0]
    shown = cells("most_played", row)
    assert shown["title"] == "[deleted beatmap]"
    assert shown["difficulty"] == shown["stars"] == shown["length"] == NOTHING
    assert shown["status"] == ""
    assert shown["count"] == "3"


def test_a_set_without_difficulties_has_no_dots_and_sorts_last() -> None:
    bare = Beatmapset(id=1)
    columns = beatmapset_columns("pending", original=True)
    shown = cells("pending", make_rows(columns, [bare], identity=beatmapset_identity)[0])
    assert shown["title"] == "Beatmap 1"
    assert shown["difficulties"] == ""
    assert shown["bpm"] == shown["updated"] == NOTHING
    assert hardest(bare) is None
    dots = next(column for column in columns if column.key == "difficulties")
    assert dots.sort is not None
    assert dots.sort(bare, 1) is None


def test_a_fraction_of_a_beat_is_told_by_language(tmp_path: Path) -> None:
    columns = beatmapset_columns("ranked", original=True)
    with german({}, tmp_path):
        row = make_rows(columns, [Beatmapset(id=1, bpm=191.41)], identity=beatmapset_identity)[0]
    assert cells("ranked", row)["bpm"] == "191,41"


def test_lists_are_dated_by_what_orders_them() -> None:
    for list_ in BEATMAP_LISTS:
        columns = {column.key: column for column in beatmapset_columns(list_, original=True)}
        by_update = list_ in ("pending", "graveyard")
        assert columns["updated"].shown == by_update
        assert columns["ranked"].shown != by_update


def test_the_cover_of_an_explicit_set_is_not_shown() -> None:
    covers = Covers(list="small", list_2x="large")
    assert cover_of(Beatmapset(id=1, covers=covers)) == "large"
    assert cover_of(Beatmapset(id=1, covers=covers, nsfw=True)) is None


def test_hundreds_of_difficulties_are_not_all_written() -> None:
    beatmaps = [Beatmap(id=n, difficulty_rating=n / 10) for n in range(1, 400)]
    columns = beatmapset_columns("guest", original=True)
    beatmapset = Beatmapset(id=1, beatmaps=beatmaps)
    row = make_rows(columns, [beatmapset], identity=beatmapset_identity)[0]
    stars = cells("guest", row)["difficulties"].split()
    assert len(stars) == 32
    assert (stars[0], stars[-1]) == ("0.10", "39.90")


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (65, "1:05"), (3729, "1:02:09"), (-5, "0:00")]
)
def test_lengths(seconds: int, words: str) -> None:
    assert length(seconds) == words
