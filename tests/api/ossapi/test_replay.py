"""Replays, compared with osrparse's: collected files, made ones, and the demo server's."""

from __future__ import annotations

import asyncio
import copy
import inspect
import io
import logging
import lzma
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.api import Client, MemoryTokenStore, ReplayScoreInfo, pack_score_info, read_replay
from osubrowser.api.entities.modes import GameMode as Ruleset
from osubrowser.api.mods import Mod as ModOfScore
from osubrowser.api.ossapi import Ossapi, OssapiAsync
from osubrowser.api.ossapi.enums import GameMode
from osubrowser.api.ossapi.mod import Mod
from osubrowser.api.ossapi.replay import LifeBarState, Replay, ReplayEventOsu
from osubrowser.api.replays import ReplayHeader, encode_replay
from tests.conftest import ROOT, SHARED, Server

osrparse: Any = pytest.importorskip("osrparse")
theirs: Any = pytest.importorskip("ossapi.replay")

ELSEWHERE = {"mode", "mods", "timestamp"}
SAME = [each.name for each in fields(osrparse.Replay) if each.name not in ELSEWHERE]
"""Attributes that are equal in both; mode, mods and timestamp have classes of their own."""
MANY = 90
ROUNDING = timedelta(microseconds=10)
"""osrparse makes the time of a float, which cannot hold it to the microsecond."""
FRAMES = {
    Ruleset.OSU: "0|256|-500|0,-1|256|-500|0,16|12.5|300|5,17|13|301.25|16,-12345|0|0|688096,",
    Ruleset.TAIKO: "0|256|-500|0,16|320|9999|5,17|0|9999|8,-12345|0|0|-5,",
    Ruleset.CATCH: "0|256|-500|0,16|12.5|0|1,17|300.125|0|0,18|301|5|1",
    Ruleset.MANIA: "0|256|-500|0,16|5|22|0,17|131072|22|0,-12345|0|0|0,",
}
HEADER = ReplayHeader(
    game_version=20220424,
    beatmap_hash="b" * 32,
    username="peppy ✿",
    replay_hash="a" * 32,
    count_300=1195,
    count_100=17,
    count_50=3,
    count_geki=200,
    count_katu=9,
    count_miss=2,
    score=57_074_453,
    max_combo=1871,
    perfect=True,
    mod_bits=8 | 576,
    life_bar_graph="0|1,2000|0.5,",
    timestamp=datetime(2022, 7, 17, 13, 20, 7, tzinfo=UTC),
)


def packed(text: str) -> bytes:
    return lzma.compress(text.encode(), lzma.FORMAT_ALONE)


def file_of(mode: Ruleset = Ruleset.OSU, **changes: Any) -> bytes:
    return encode_replay(replace(HEADER, mode=mode, **changes), packed(FRAMES[mode]), 4421)


def collected() -> Iterator[Path]:
    """Yield the files of real players, less the largest, which take most of the time."""
    folder = SHARED / "replays"
    if not folder.exists():
        pytest.skip("the collected replays are not beside this checkout")
    by_size = sorted(folder.glob("replays*/*.osr"), key=lambda path: path.stat().st_size)
    yield from by_size[:MANY]


def assert_alike(ours: Replay, data: bytes) -> None:
    """Compare all attributes with those of ossapi's replay of the same file."""
    other = theirs.Replay(osrparse.Replay.from_string(data), None)
    if not read_replay(data).life_bar_graph.endswith(","):
        # osrparse cuts a character off there: 0.77 becomes 0.7.
        for replay in (ours, other):
            if replay.life_bar_graph is not None:
                replay.life_bar_graph.pop()
    for name in SAME:
        assert getattr(ours, name) == getattr(other, name), name
        assert type(getattr(ours, name)) is type(getattr(other, name)), name
    assert (ours.mode.name, ours.mode.value) == (other.mode.name, other.mode.value)
    assert (ours.mods.value, str(ours.mods)) == (other.mods.value, str(other.mods))
    assert abs(ours.timestamp - other.timestamp) < ROUNDING
    assert ours.timestamp.tzinfo is UTC


@pytest.mark.parametrize("mode", list(FRAMES))
def test_a_replay_has_what_osrparse_reads(mode: Ruleset) -> None:
    data = file_of(mode)
    replay = Replay(data)
    assert_alike(replay, data)
    assert replay.pack() == data
    assert isinstance(replay, osrparse.Replay)
    assert all(isinstance(event, osrparse.ReplayEvent) for event in replay.replay_data)


def test_collected_replays_are_alike_and_written_as_they_were() -> None:
    for path in collected():
        data = path.read_bytes()
        replay = Replay(data)
        assert_alike(replay, data)
        assert replay.pack() == data, path.name


def test_replays_of_the_demo_are_alike(demo_server: Server) -> None:
    modes = set()
    with Client(
        demo_server.client_id,
        demo_server.client_secret,
        base_url=demo_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        for mode in ("osu", "taiko", "fruits", "mania"):
            player = client.ranking(mode, "performance").ranking[0].user
            assert player is not None
            scores = client.user_scores(player, "best", mode=mode, limit=50)
            with_replay = [score for score in scores if score.has_replay][:2]  # ten a minute
            for score in with_replay:
                data = client.download_score(score, raw=True)
                assert_alike(Replay(data), data)
                replay = Replay(data)
                assert len(replay.replay_data) > 100
                assert replay.pack() == data
                modes.add(replay.mode)
    assert modes == set(GameMode)


def test_attributes_are_those_of_osrparse() -> None:
    assert [each.name for each in fields(Replay)] == [each.name for each in fields(osrparse.Replay)]
    names = {name for name in dir(osrparse.Replay) if not name.startswith("_")}
    assert names <= set(dir(Replay)) | {each.name for each in fields(Replay)}
    for name in ("pack", "write_path", "write_file", "from_path", "from_file", "from_string"):
        ours, other = (
            [(p.name, p.kind, p.default) for p in inspect.signature(method).parameters.values()]
            for method in (getattr(Replay, name), getattr(theirs.Replay, name))
        )
        assert ours == other, name


def test_a_replay_is_compared_shown_and_copied() -> None:
    one, other = Replay(file_of()), Replay(file_of())
    assert one == other
    assert "peppy ✿" in repr(one)
    for twin in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert twin == one
        assert twin.pack() == one.pack()
    values = asdict(copy.deepcopy(one))
    assert (values["score"], values["rng_seed"]) == (HEADER.score, 688096)
    other.score += 1
    assert one != other


# --- writing ---------------------------------------------------------------------------------


def changed(replay: Replay) -> None:
    """Set every attribute to something else."""
    replay.game_version = 20250101
    replay.beatmap_hash, replay.replay_hash = "c" * 32, "d" * 32
    replay.username = "another ✿ player"
    replay.count_300, replay.count_100, replay.count_50 = 1, 2, 3
    replay.count_geki, replay.count_katu, replay.count_miss = 4, 5, 6
    replay.score, replay.max_combo, replay.perfect = 7, 8, False
    replay.mods = Mod("HDHR")
    replay.life_bar_graph = [LifeBarState(0, 1.0), LifeBarState(10, 0.25)]
    replay.timestamp = datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    replay.replay_data[1].time_delta = 33
    replay.replay_data.pop()
    replay.replay_id, replay.rng_seed = 99, 1234


@pytest.mark.parametrize("mode", list(FRAMES))
def test_all_that_was_changed_is_written(mode: Ruleset) -> None:
    replay = Replay(file_of(mode))
    changed(replay)
    data = replay.pack()
    assert_alike(Replay(data), data)
    read = osrparse.Replay.from_string(data)
    for name in set(SAME) - {"life_bar_graph"}:
        assert getattr(read, name) == getattr(replay, name), name
    assert [(s.time, s.life) for s in read.life_bar_graph] == [(0, 1.0), (10, 0.25)]
    assert (read.mods.value, read.timestamp) == (24, replay.timestamp)
    assert Replay(data) == Replay(replay.pack())


@pytest.mark.parametrize("mode", [GameMode.TAIKO, "taiko", 1, osrparse.GameMode.TAIKO])
def test_the_ruleset_can_be_changed(mode: Any) -> None:
    replay = Replay(file_of())
    replay.mode = mode
    written = Replay(replay.pack())
    assert (written.mode, len(written.replay_data)) == (GameMode.TAIKO, 4)


@pytest.mark.parametrize("mods", [Mod.HDDT, 72, "HDDT", osrparse.Mod(72), ["HD", "DT"]])
def test_mods_can_be_changed(mods: Any) -> None:
    replay = Replay(file_of())
    replay.mods = mods
    assert osrparse.Replay.from_string(replay.pack()).mods.value == 72


@pytest.mark.parametrize("mode", list(FRAMES))
def test_what_frames_do_not_show_is_kept(mode: Ruleset) -> None:
    """In mania the first frame presses the ninth key unless its `y` is kept."""
    data = file_of(mode)
    replay = Replay(data)
    replay.replay_data[-1].time_delta += 1
    last, *_ = [row for row in FRAMES[mode].split(",") if row.startswith(("17", "18"))][-1:]
    wanted = FRAMES[mode].rstrip(",").split(",")
    wanted[wanted.index(last)] = str(int(last[:2]) + 1) + last[2:]
    text = read_replay(replay.pack()).frames_text().rstrip(",").split(",")
    if mode in (Ruleset.OSU, Ruleset.MANIA):
        assert text[:-2] == wanted[:-2]
    assert read_replay(replay.pack()).frames()[:-1] == read_replay(data).frames()[:-1]


def test_lazer_s_score_info_is_kept() -> None:
    info = ReplayScoreInfo(online_id=5, mods=[ModOfScore(acronym="CL")], statistics={"great": 1})
    data = file_of(game_version=30000016, packed_score_info=pack_score_info(info))
    replay = Replay(data)
    replay.username = "x"
    replay.replay_data.clear()
    kept = read_replay(replay.pack())
    assert (kept.username, kept.frames(), kept.score_info) == ("x", [], info)


def test_the_compression_can_be_chosen() -> None:
    replay = Replay(file_of())
    small = replay.pack(dict_size=1 << 16, mode=lzma.MODE_NORMAL)
    properties = read_replay(small).packed_frames[:5]
    assert int.from_bytes(properties[1:], "little") == 1 << 16
    assert Replay(small) == replay


def test_a_file_is_read_and_written(tmp_path: Path) -> None:
    replay, path = Replay(file_of()), tmp_path / "one.osr"
    replay.score = 5
    replay.write_path(path)
    assert path.read_bytes() == replay.pack()
    assert Replay.from_path(str(path)) == Replay.from_path(path) == replay
    with path.open("rb") as file:
        assert Replay.from_file(file) == replay
    with io.BytesIO() as buffer:
        replay.write_file(buffer)
        assert Replay.from_string(buffer.getvalue()) == replay
    theirs_too = osrparse.Replay.from_path(path)
    assert (theirs_too.score, theirs_too.replay_data) == (5, replay.replay_data)


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("score", "many"),
        ("username", 5),
        ("mode", "chess"),
        ("mode", None),
        ("mods", "XX"),
        ("mods", None),
        ("timestamp", "now"),
        ("rng_seed", "x"),
        ("replay_data", [object()]),
        ("replay_data", [ReplayEventOsu(0, float("nan"), 0, 1)]),  # type: ignore[arg-type]
        ("life_bar_graph", [1]),
    ],
)
def test_a_wrong_value_leaves_the_old_file(tmp_path: Path, attribute: str, value: Any) -> None:
    path = tmp_path / "one.osr"
    path.write_bytes(b"the old file")
    replay = Replay(file_of())
    setattr(replay, attribute, value)
    with pytest.raises(ValueError, match=r"\w \w"):
        replay.write_path(path)
    assert path.read_bytes() == b"the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "missing").mkdir()
    target = tmp_path / "missing" / "one.osr"
    (tmp_path / "missing").rmdir()
    with pytest.raises(FileNotFoundError) as caught:
        Replay(file_of()).write_path(target)
    assert caught.value.filename == str(target)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "private.osr"
    path.write_bytes(b"old")
    path.chmod(0o400)
    before = path.stat().st_mode
    Replay(file_of()).write_path(path)
    assert path.read_bytes() == file_of()
    assert path.stat().st_mode == before


@pytest.mark.skipif(os.name != "posix", reason="devices have paths on POSIX systems")
def test_a_device_is_written_to_and_not_replaced() -> None:
    Replay(file_of()).write_path(os.devnull)
    assert not Path(os.devnull).is_file()


# --- what is no replay -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!DOCTYPE html><p>no replay",
        b'{"error": null}',
        file_of()[:60],
        b"\x07" + file_of()[1:],
        encode_replay(HEADER, b"no lzma at all", 0),
        encode_replay(HEADER, packed(FRAMES[Ruleset.OSU])[:-9], 0),
    ],
    ids=["empty", "page", "json", "cut", "ruleset", "frames", "cut frames"],
)
def test_what_is_no_replay_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"the (file|replay|packed)"):
        Replay(data)


@pytest.mark.parametrize("value", ["text", None, 5])
def test_what_is_not_even_bytes_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError, match="bytes"):
        Replay(value)


def test_the_broken_files_are_refused() -> None:
    folder = SHARED / "replays" / "broken"
    if not folder.exists():
        pytest.skip("the collected replays are not beside this checkout")
    for path in folder.iterdir():
        with pytest.raises(ValueError, match=r"the replay|the packed"):
            Replay(path.read_bytes())


@given(st.data())
def test_damaged_bytes_are_a_replay_or_a_value_error(data: st.DataObject) -> None:
    raw = bytearray(file_of(data.draw(st.sampled_from(list(FRAMES)))))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        replay = Replay(bytes(raw))
    except ValueError:
        return
    assert isinstance(replay.replay_data, list)
    assert Replay(replay.pack()).pack() == replay.pack()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (",,1|2|3|4,,", 1),
        ("1|2|3|4,1|nan|3|4,x|1|1|1,1|2,1|1e99|0|0,5|6|7|8", 2),
        ("12.5|1|1|1", 1),
        ("1|2|3|4,-12345|0|0|7,5|6|7|8", 2),
    ],
)
def test_odd_frames_are_left_out_and_stay_in_the_file(text: str, count: int) -> None:
    data = encode_replay(HEADER, packed(text), 0)
    replay = Replay(data)
    assert len(replay.replay_data) == count
    assert replay.pack() == data


def test_odd_life_bars() -> None:
    for text, count in (("0|1,x|y,5|0.5", 2), ("0|1|3,,", 0), ("", None), ("0|NaN,1|inf", 0)):
        data = file_of(life_bar_graph=text)
        replay = Replay(data)
        bar = replay.life_bar_graph
        assert (None if bar is None else len(bar)) == count, text
        assert replay.pack() == data


def test_a_replay_without_a_date_keeps_its_ticks() -> None:
    for ticks in (0, -5, (1 << 63) - 1):
        data = file_of(timestamp=None, timestamp_ticks=ticks)
        replay = Replay(data)
        assert replay.timestamp == datetime.min.replace(tzinfo=UTC)
        assert replay.pack() == data


# --- with a client ---------------------------------------------------------------------------


@pytest.fixture
def sign_in(
    demo_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[type], Any]:
    """Make a client of the demo server."""
    for kind in (Ossapi, OssapiAsync):
        monkeypatch.setattr(kind, "BASE_URL", f"{demo_server.url}/api/v2")
        monkeypatch.setattr(kind, "TOKEN_URL", f"{demo_server.url}/oauth/token")
    client = int(demo_server.client_id), demo_server.client_secret
    return lambda kind: kind(*client, token_directory=tmp_path)


def requests_in(caplog: pytest.LogCaptureFixture, path: str) -> int:
    return sum(path in record.getMessage() for record in caplog.records)


def test_beatmap_and_player_are_asked_for_once(
    sign_in: Callable[[type], Any], caplog: pytest.LogCaptureFixture
) -> None:
    api = sign_in(Ossapi)
    score = next(s for s in api.beatmap_scores(221777).scores if s.replay)
    replay = api.download_score(score.id)
    with caplog.at_level(logging.INFO, "ossapi"):
        for _ in range(3):
            assert replay.beatmap.id == 221777
            assert replay.user.id == score.user_id
    assert (requests_in(caplog, "/beatmaps/lookup"), requests_in(caplog, "/users/")) == (1, 1)


def test_beatmap_and_player_are_awaited_any_number_of_times(
    sign_in: Callable[[type], Any], caplog: pytest.LogCaptureFixture
) -> None:
    async def ask() -> None:
        api = sign_in(OssapiAsync)
        score = next(s for s in (await api.beatmap_scores(221777)).scores if s.replay)
        replay = await api.download_score(score.id)
        for _ in range(3):
            assert (await replay.beatmap).id == 221777
            assert (await replay.user).id == score.user_id

    with caplog.at_level(logging.INFO, "ossapi"):
        asyncio.run(ask())
    assert (requests_in(caplog, "/beatmaps/lookup"), requests_in(caplog, "/users/")) == (1, 1)


def test_without_a_client_nothing_can_be_asked() -> None:
    with pytest.raises(ValueError, match="client"):
        _ = Replay(file_of()).user


# --- beside osrparse -------------------------------------------------------------------------


def test_a_replay_is_made_of_osrparse_s() -> None:
    data = file_of(Ruleset.MANIA, username="peppy")
    replay = Replay(osrparse.Replay.from_string(data), None)
    assert_alike(replay, data)
    written = replay.pack()
    assert_alike(Replay(written), written)


def test_programs_without_osrparse_have_frames_as_well(tmp_path: Path) -> None:
    path = tmp_path / "one.osr"
    path.write_bytes(file_of())
    program = (
        "import sys\n"
        "from osubrowser.api.ossapi.replay import Key, Replay, ReplayEventOsu\n"
        "replay = Replay.from_path(sys.argv[1])\n"
        "assert type(replay) is Replay and 'osrparse' not in sys.modules\n"
        "event = replay.replay_data[2]\n"
        "assert event == ReplayEventOsu(16, 12.5, 300.0, Key.M1 | Key.K1), event\n"
        "assert replay.life_bar_graph[1].life == 0.5\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True, cwd=ROOT)
