"""stable's databases: beatmaps and collections, of several versions, and damaged ones."""

from __future__ import annotations

import json
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.services.beatmaps.stable_databases import (
    Collection,
    DatabaseError,
    read_beatmaps,
    read_collections,
)
from tests.conftest import SHARED
from tests.replay_files import stable_database

REPLAYS = SHARED / "replays"
DATABASE = stable_database(("0" * 32, "1 folder", "a.osu"), ("1" * 32, "2 folder", "b.osu"))


def database(name: str) -> bytes:
    if not REPLAYS.exists():
        pytest.skip("the collected databases (../shared/replays) are not beside this checkout")
    entries: list[dict[str, Any]] = json.loads((REPLAYS / "index.json").read_text())["databases"]
    file: str = next(one["file"] for one in entries if name in one["file"])
    return (REPLAYS / file).read_bytes()


def test_beatmaps_and_where_their_files_are() -> None:
    first, second = read_beatmaps(DATABASE)
    assert (first.md5, first.folder, first.file) == ("0" * 32, "1 folder", "a.osu")
    assert (second.beatmap_id, second.beatmapset_id, second.status) == (75, 1, 4)


@pytest.mark.parametrize(("name", "count"), [("6c3d16ad", 71), ("0bf242b6", 47), ("801fbb7d", 500)])
def test_databases_of_2019_to_2025(name: str, count: int) -> None:
    beatmaps = list(read_beatmaps(database(name)))
    assert len(beatmaps) == count
    assert all(len(one.md5) == 32 and one.file.endswith(".osu") for one in beatmaps if one.md5)
    assert all(0 <= one.ruleset_id <= 3 and one.folder for one in beatmaps)


@pytest.mark.parametrize(
    ("name", "count"),
    [("ac1a81c2", 232), ("ba4b7819", 2), ("f88554c2", 2), ("e2981675", 0), ("9aa2e03e", 0)],
)
def test_collections(name: str, count: int) -> None:
    collections = read_collections(database(name))
    assert len(collections) == count
    assert all(len(md5) == 32 for one in collections for md5 in one.beatmaps)


def test_a_collection() -> None:
    data = struct.pack("<ii", 20_200_304, 1) + b"\x0b\x04best" + struct.pack("<i", 1)
    assert read_collections(data + b"\x0b\x20" + b"a" * 32) == [Collection("best", ("a" * 32,))]


@given(st.integers(0, len(DATABASE) - 5), st.integers(0, 255))
def test_a_damaged_database_is_refused_or_read(at: int, byte: int) -> None:
    damaged = DATABASE[:at] + bytes([byte]) + DATABASE[at + 1 :]
    for data in (damaged, DATABASE[:at]):
        for reader in (read_beatmaps, read_collections):
            try:
                assert len(list(reader(data))) < len(DATABASE)
            except DatabaseError as problem:
                assert str(problem).endswith(".")


def test_a_database_that_claims_a_thousand_million_beatmaps() -> None:
    data = DATABASE[: 17 + 8] + struct.pack("<i", 1_000_000_000) + DATABASE[17 + 12 :]
    with pytest.raises(DatabaseError, match="more entries than it can have"):
        list(read_beatmaps(data))


@pytest.mark.parametrize(("name", "sets"), [("6c3d16ad", 16), ("0bf242b6", 16), ("801fbb7d", 125)])
def test_ids_are_those_of_the_folders(name: str, sets: int) -> None:
    beatmaps = list(read_beatmaps(database(name)))
    assert len({one.beatmapset_id for one in beatmaps if one.beatmapset_id}) >= sets - 1
    named = [one for one in beatmaps if one.folder.split(" ")[0].isdecimal()]
    agreeing = sum(one.folder.startswith(f"{one.beatmapset_id} ") for one in named)
    assert agreeing >= len(named) * 0.95, "the user may have renamed a few"
