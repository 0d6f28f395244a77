"""Layouts of replay files from 2007 to lazer: what is read is written byte for byte."""

from __future__ import annotations

import lzma
import math
import random
import struct
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.api import (
    GameMode,
    Mod,
    Replay,
    ReplayError,
    ReplayFrame,
    ReplayHeader,
    encode_replay,
    read_replay,
)
from tests.conftest import ANSWERS, SHARED

TARGET_PRACTICE = 1 << 23
VERSIONS = (
    20070707,
    20121007,
    20121008,
    20140720,
    20140721,
    20251231,
    30000000,
    30000001,
    30000017,
    -1,
    (1 << 31) - 1,
)
FIRST_WITH_SCORE_INFO = 30000001
MANY = 300  # mutations of each file


def packed(text: str) -> bytes:
    return lzma.compress(text.encode(), format=lzma.FORMAT_ALONE)


FRAMES = packed("0|256|-500|0,-1|256|-500|0,16|5|300|1,17|8.5|301.25|0,-12345|0|0|688096")


def id_format(version: int) -> str:
    return "" if version < 20121008 else "<i" if version < 20140721 else "<q"


def file_of(
    *,
    mode: int = 0,
    version: int = 20251231,
    texts: tuple[bytes, ...] = (b"\x0b\x01b", b"\x0b\x01u", b"\x0b\x01r", b"\0"),
    mods: int = 0,
    ticks: int = 637936608079991234,
    frames: bytes = FRAMES,
    rest: bytes | None = None,
) -> bytes:
    """Return a replay file, written from the description of the format alone."""
    if rest is None:
        form = id_format(version)
        rest = struct.pack(form, 77) if form else b""
        rest += struct.pack("<i", 0) if version >= FIRST_WITH_SCORE_INFO else b""
    beatmap, player, checksum, life = texts
    return b"".join(
        (
            struct.pack("<Bi", mode, version) + beatmap + player + checksum,
            struct.pack("<6HiHBI", 300, 100, 50, 7, 8, 9, 123456, 654, 1, mods),
            life + struct.pack("<qi", ticks, len(frames)) + frames + rest,
        )
    )


def text_of(text: str) -> bytes:
    raw = text.encode()
    assert len(raw) < 128
    return b"\x0b" + bytes([len(raw)]) + raw


# --- layouts -------------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
def test_each_version_has_its_own_id(version: int) -> None:
    data = file_of(version=version)
    replay = read_replay(data)
    assert (replay.game_version, replay.trailing_data) == (version, b"")
    assert replay.replay_id == (77 if version >= 20121008 else 0)
    assert encode_replay(replay) == data
    assert encode_replay(replay, replay.packed_frames, replay.replay_id) == data


@pytest.mark.parametrize("accuracy", [0.0, 0.75, math.nan, -math.nan, math.inf])
@pytest.mark.parametrize("version", [20110101, 20131113, 20151228, 30000000])
def test_target_practice_has_a_double_in_each_layout(version: int, accuracy: float) -> None:
    form = id_format(version)
    end = struct.pack(form, 77) if form else b""
    without = file_of(version=version, mods=TARGET_PRACTICE, rest=end)
    assert read_replay(without).target_accuracy is None
    assert encode_replay(read_replay(without)) == without
    replay = read_replay(without + struct.pack("<d", accuracy))
    assert replay.target_accuracy == pytest.approx(accuracy, nan_ok=True)
    assert encode_replay(replay) == without + struct.pack("<d", accuracy)


@pytest.mark.parametrize("digit", range(10))
def test_the_last_digit_of_the_ticks_is_kept(digit: int) -> None:
    data = file_of(ticks=637936608079991230 + digit)
    replay = read_replay(data)
    assert replay.timestamp == datetime(2022, 7, 17, 13, 20, 7, 999123, tzinfo=UTC)
    assert encode_replay(replay) == data


@pytest.mark.parametrize("ticks", [0, -1, 5, (1 << 63) - 1, -(1 << 63), 3155378975999999999])
def test_ticks_that_are_no_date_are_kept(ticks: int) -> None:
    data = file_of(ticks=ticks)
    assert encode_replay(read_replay(data)) == data


def test_another_timestamp_has_other_ticks() -> None:
    replay = read_replay(file_of())
    assert replay.timestamp is not None
    later = replace(replay, timestamp=replay.timestamp + timedelta(seconds=1))
    assert encode_replay(later) == file_of(ticks=637936608089991230)
    assert encode_replay(replace(replay, timestamp=None)) == file_of(ticks=0)


@pytest.mark.parametrize("mode", [4, 7, 127, 128, 255])
def test_an_unknown_ruleset_is_kept(mode: int) -> None:
    data = file_of(mode=mode)
    replay = read_replay(data)
    assert (replay.mode.number, replay.mode.is_known) == (mode, False)
    assert replay.mode not in tuple(GameMode)
    assert f"ruleset {mode}" in str(replay)
    assert replay.frames()[2] == ReplayFrame(16, 5, 300, 1)
    assert encode_replay(replay) == data


@pytest.mark.parametrize("mode", ["lute", "256", "-1", "²", ""])
def test_a_ruleset_without_a_number_is_refused(mode: str) -> None:
    with pytest.raises(ReplayError, match="ruleset"):
        encode_replay(ReplayHeader(mode=GameMode(mode)), FRAMES, 0)


def test_an_empty_text_stays_as_it_was_spelled() -> None:
    spelled = b"\x0b\0"
    for texts in ((spelled,) * 4, (b"\0",) * 4, (b"\0", spelled, b"\0", spelled)):
        data = file_of(texts=texts)
        replay = read_replay(data)
        assert (replay.username, replay.life_bar_graph) == ("", "")
        assert encode_replay(replay) == data
    named = encode_replay(replace(replay, username="someone"))
    assert named == file_of(texts=(b"\0", text_of("someone"), b"\0", spelled))


@pytest.mark.parametrize("rest", [b"\n", bytes(9), b"what follows"])
@pytest.mark.parametrize("version", [20070707, 20131113, 20251231, 30000017])
def test_what_follows_the_last_value_is_kept(version: int, rest: bytes) -> None:
    data = file_of(version=version) + rest
    replay = read_replay(data)
    assert replay.trailing_data == rest
    assert encode_replay(replay) == data


def test_an_id_that_does_not_fit_is_no_other_id() -> None:
    old = ReplayHeader(game_version=20131113)
    assert read_replay(encode_replay(old, FRAMES, 4220635589)).replay_id == 0
    assert read_replay(encode_replay(old, FRAMES, -5)).replay_id == -5
    assert read_replay(encode_replay(replace(old, game_version=20110101), FRAMES, 5)).replay_id == 0


def test_a_version_with_score_info_has_a_block() -> None:
    written = encode_replay(ReplayHeader(game_version=30000017), FRAMES, 5)
    assert written.endswith(FRAMES + struct.pack("<qi", 5, 0))
    assert read_replay(written[:-4]).score_info is None
    assert encode_replay(read_replay(written[:-4])) == written


# --- any replay ----------------------------------------------------------------------------


@st.composite
def replays(draw: st.DrawFn) -> Replay:
    """Any replay that a file can hold, in any layout."""
    version = draw(st.sampled_from(VERSIONS) | st.integers(-(1 << 31), (1 << 31) - 1))
    is_short = 20121008 <= version < 20140721
    bits = 31 if is_short else 63
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
    counts = st.integers(0, (1 << 16) - 1)
    mods = draw(st.integers(0, (1 << 32) - 1))
    has_info = version >= FIRST_WITH_SCORE_INFO
    targets = mods & TARGET_PRACTICE and not has_info
    accuracy = draw(st.none() | st.floats(allow_nan=False)) if targets else None
    timestamp = draw(st.none() | st.datetimes(min_value=datetime(1, 1, 2), timezones=st.just(UTC)))
    return Replay(
        mode=GameMode.of_number(draw(st.integers(0, 255))),
        game_version=version,
        beatmap_hash=draw(texts),
        username=draw(texts),
        replay_hash=draw(texts),
        count_300=draw(counts),
        count_100=draw(counts),
        count_50=draw(counts),
        count_geki=draw(counts),
        count_katu=draw(counts),
        count_miss=draw(counts),
        score=draw(st.integers(-(1 << 31), (1 << 31) - 1)),
        max_combo=draw(counts),
        perfect=draw(st.booleans()),
        mod_bits=mods,
        life_bar_graph=draw(texts),
        timestamp=timestamp,
        packed_frames=draw(st.binary(max_size=60)),
        replay_id=0 if version < 20121008 else draw(st.integers(-(1 << bits), (1 << bits) - 1)),
        target_accuracy=accuracy,
        packed_score_info=draw(st.binary(max_size=60)) if has_info else b"",
        # A double of Target Practice could not be told from 8 bytes that follow.
        trailing_data=b"" if targets and accuracy is None else draw(st.binary(max_size=20)),
    )


@settings(max_examples=400)
@given(replays())
def test_what_is_written_is_read(replay: Replay) -> None:
    data = encode_replay(replay)
    read = read_replay(data)
    assert replace(read, data=b"") == replay
    assert encode_replay(read) == data


@settings(max_examples=400)
@given(
    version=st.sampled_from(VERSIONS),
    mode=st.integers(0, 255),
    ticks=st.integers(-(1 << 63), (1 << 63) - 1),
    texts=st.tuples(*[st.sampled_from([b"\0", b"\x0b\0", text_of("peppy ✿")])] * 4),
    mods=st.integers(0, (1 << 32) - 1).map(lambda bits: bits & ~TARGET_PRACTICE),
)
def test_what_is_read_is_written(
    version: int, mode: int, ticks: int, texts: tuple[bytes, ...], mods: int
) -> None:
    data = file_of(version=version, mode=mode, ticks=ticks, texts=texts, mods=mods)
    assert encode_replay(read_replay(data)) == data


# --- real files ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted((ANSWERS / "osr").glob("*.osr")), ids=lambda path: path.stem
)
def test_a_recorded_file_is_written_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    assert encode_replay(read_replay(data)) == data


def shared_files(folder: str) -> list[Path]:
    found = sorted((SHARED / folder).rglob("*.osr"))
    if not found:
        pytest.skip("the replays with known answers (../shared) are not beside this checkout")
    return [path for path in found if path.parent.name != "broken"]


def test_a_shared_file_is_written_byte_for_byte() -> None:
    replays, inputs = shared_files("replays"), shared_files("cases")
    assert len(replays) >= 154
    assert len(inputs) >= 6
    for path in (*replays, *inputs):
        data = path.read_bytes()
        assert encode_replay(read_replay(data)) == data, path.name


def test_the_inputs_that_once_went_wrong() -> None:
    files = {path.stem: read_replay(path.read_bytes()) for path in shared_files("cases")}
    assert [frame.keys for frame in files["P01-mania-keys"].frames()] == [0, 0, 5, 8, 131073, 0]
    lazer = files["P03-lazer-score-info"]
    assert lazer.mods == [Mod(acronym="DT", settings={"speed_change": 1.3})]
    practice = files["P04-id-of-four-bytes-target-practice"]
    assert (practice.target_accuracy, practice.replay_id) == (0.75, 1_234_567)
    short = files["P04-id-of-four-bytes"]
    assert (short.target_accuracy, short.replay_id) == (None, 1_234_567)
    assert (files["P04-no-id"].replay_id, files["P04-no-id"].game_version) == (0, 20_110_101)
    assert files["P06-ticks"].timestamp_ticks == 637_766_784_001_234_567


def test_broken_shared_files_are_refused_with_a_sentence() -> None:
    found = sorted((SHARED / "replays" / "broken").glob("*.osr"))
    if not found:
        pytest.skip("the replays with known answers (../shared) are not beside this checkout")
    for path in found:
        with pytest.raises(ReplayError, match="replay"):
            read_replay(path.read_bytes()).frames()


# --- damage --------------------------------------------------------------------------------


def flip(data: bytes, dice: random.Random) -> bytes:
    """Flip a few bits."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def flip_header(data: bytes, dice: random.Random) -> bytes:
    """Flip bits where the header, the lengths and the LZMA properties are."""
    end = min(len(data), 200)
    return flip(data[:end], dice) + data[end:]


def cut(data: bytes, dice: random.Random) -> bytes:
    """Cut the end off, or a part out."""
    first, second = sorted(dice.randrange(len(data)) for _ in range(2))
    return data[:first] if dice.random() < 0.5 else data[:first] + data[second:]


def insert(data: bytes, dice: random.Random) -> bytes:
    """Insert random bytes, or a part of the file itself."""
    at, start = dice.randrange(len(data)), dice.randrange(len(data))
    size = dice.randint(1, 300)
    added = dice.randbytes(size) if dice.random() < 0.5 else data[start : start + size]
    return data[:at] + added + data[at:]


@pytest.mark.parametrize("damage", [flip, flip_header, cut, insert])
@pytest.mark.parametrize("name", ["replay_lazer", "replay_taiko"])
def test_damage_is_a_replay_error_or_a_replay(
    name: str, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    data = (ANSWERS / "osr" / f"{name}.osr").read_bytes()
    dice = random.Random(f"{name} {damage.__name__}")
    for _ in range(MANY // 4):
        damaged = damage(data, dice)
        try:
            replay = read_replay(damaged)
            said = str(replay), replay.mods, replay.score_info
            assert said[0].startswith("Replay of ")
            written = encode_replay(replay)
            replay.frames()
        except ReplayError as problem:
            assert "replay" in str(problem)
        else:
            assert encode_replay(read_replay(written)) == written


@pytest.mark.parametrize(
    "data",
    [
        file_of(frames=b"\x5d" + b"\xff" * 12 + bytes(50)),  # a dictionary of 4 GB
        file_of(frames=packed("0" * (40 << 20))),
        file_of(frames=packed("," * (40 << 20))),
        file_of(texts=(b"\x0b\xff\xff\xff\xff\x0f",) * 4),
        file_of(texts=(b"\x0b" + b"\xff" * 20,) * 4),
        file_of()[: -len(FRAMES) - 12] + struct.pack("<i", (1 << 31) - 1),
        b"",
        b"\0",
        b'{"error":null}',
        b"<html>busy</html>",
    ],
    ids=[
        "dictionary",
        "one text",
        "no frames",
        "long text",
        "endless length",
        "long block",
        "empty",
        "one byte",
        "JSON",
        "web page",
    ],
)
def test_a_bomb_is_refused_within_bounds(data: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ReplayError):
            read_replay(data).frames()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 100 << 20


def test_a_bomb_in_the_score_info_is_no_score_info() -> None:
    bomb = packed('{"pauses":[' + "0," * (1 << 20) + "0]}")
    replay = read_replay(
        encode_replay(ReplayHeader(game_version=30000017, packed_score_info=bomb), FRAMES, 5)
    )
    assert (replay.score_info, replay.mods) == (None, [])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b" \n<!DOCTYPE html><title>busy</title>", "the file is a web page, not a replay"),
        (b'{"error":"no"}', "the file is JSON, not a replay"),
        (b"ID3 some music", "the file does not begin as a replay"),
        (file_of()[:40], "the replay is cut off"),
        (bytes(100_000), "the file holds nothing but zeros"),
    ],
)
def test_what_is_no_replay_is_said(data: bytes, sentence: str) -> None:
    with pytest.raises(ReplayError, match=f"^{sentence}$"):
        read_replay(data)
