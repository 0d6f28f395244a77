"""Replay files: recorded, generated and damaged ones, and downloads."""

from __future__ import annotations

import json
import lzma
import re
import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.api import (
    Client,
    GameMode,
    Grade,
    MemoryTokenStore,
    Mod,
    NotFound,
    Replay,
    ReplayError,
    ReplayFrame,
    ReplayHeader,
    ReplayScoreInfo,
    ServerTrouble,
    encode_replay,
    pack_score_info,
    read_replay,
)
from osubrowser.api.replays import osr_codec as bytes_of_replays
from osubrowser.api.replays import replay_file as replay_files
from osubrowser.api.replays import replay_hash
from tests.answers.make_answers import read_string
from tests.api.conftest import Stub
from tests.conftest import ANSWERS, Server

FRAMES = "0|256|-500|0,-1|256|-500|0,16|12.5|300|5,17|13|301.25|0,-12345|0|0|688096,"
HEADER = ReplayHeader(
    mode=GameMode.TAIKO,
    game_version=20220424,
    beatmap_hash="b" * 32,
    username="peppy ✿",
    replay_hash="a" * 32,
    count_300=1195,
    count_100=17,
    count_miss=2,
    score=57_074_453,
    max_combo=1871,
    perfect=True,
    mod_bits=8 | 576,
    life_bar_graph="0|1,2000|0.5,",
    timestamp=datetime(2022, 7, 17, 13, 20, 7, tzinfo=UTC),
)


def packed(text: str = FRAMES) -> bytes:
    return lzma.compress(text.encode(), format=lzma.FORMAT_ALONE)


def made(header: ReplayHeader = HEADER, text: str = FRAMES, number: int = 4220635589) -> bytes:
    return encode_replay(header, packed(text), number)


@pytest.fixture
def osr() -> Callable[[str], bytes]:
    folder = ANSWERS / "osr"
    return lambda name: (folder / f"{name}.osr").read_bytes()


def player_of(data: bytes) -> str:
    """Return the name of the player in a replay file, the text after the hash of the beatmap."""
    _beatmap_hash, at = read_string(data, 5)
    return read_string(data, at)[0]


# --- recorded ------------------------------------------------------------------------------


def test_a_stable_replay(osr: Callable[[str], bytes]) -> None:
    data = osr("replay_osu")
    replay = read_replay(data)
    player = player_of(data)
    assert (replay.username, replay.mode) == (player, GameMode.OSU)
    assert (replay.count_300, replay.count_100, replay.count_miss) == (1195, 17, 0)
    assert (replay.count_geki, replay.count_katu) == (379, 17)
    assert (replay.score, replay.max_combo) == (57_074_453, 1871)
    assert replay.mods == [Mod(acronym="HD")]
    assert replay.timestamp == datetime(2022, 7, 17, 13, 20, 7, tzinfo=UTC)
    assert replay.replay_id == struct.unpack("<q", data[-8:])[0] > 0
    assert not replay.is_lazer and replay.score_info is None
    frames = replay.frames()
    assert len(frames) == 23242
    assert frames[:2] == [ReplayFrame(0, 256, -500, 0), ReplayFrame(-1, 256, -500, 0)]
    assert replay.rng_seed == 688096
    assert str(replay) == (
        f"Replay of {player} in osu with HD: 57,074,453 points, 1,871x, 0 misses, 2022-07-17"
        " (166,076 bytes)"
    )
    assert len(repr(replay)) < 1000  # the file is not part of it


def test_the_servers_header_says_who_the_player_is_now(osr: Callable[[str], bytes]) -> None:
    before, now = osr("replay_osu"), osr("get_score_replay_200")
    one, two = read_replay(before), read_replay(now)
    assert (one.username, two.username) == (player_of(before), player_of(now))
    assert one.username != two.username
    assert one.packed_frames == two.packed_frames
    assert (two.count_geki, two.count_katu) == (0, 0)
    for replay in (one, two):
        assert replay.replay_hash == replay_hash(
            replay.max_combo, replay.username, replay.beatmap_hash, replay.score, "SH"
        )


def test_a_replay_of_the_new_game(osr: Callable[[str], bytes]) -> None:
    replay = read_replay(osr("replay_lazer"))
    assert replay.is_lazer
    assert [mod.acronym for mod in replay.mods] == ["DT", "CL", "RX"]
    assert replay.mods[1].settings == {"classic_note_lock": False}
    assert replay.score_info is not None
    assert replay.score_info.statistics["great"] == 233
    assert replay.timestamp is not None
    assert replay.timestamp.microsecond > 0
    assert len(replay.frames()) == 5050


def test_a_written_file_is_the_recorded_one_but_for_the_empty_life_bar(
    osr: Callable[[str], bytes],
) -> None:
    recorded = osr("replay_taiko")
    replay = read_replay(recorded)
    header = ReplayHeader(**{name: getattr(replay, name) for name in vars(HEADER)})
    written = encode_replay(header, replay.packed_frames, replay.replay_id)
    # The server writes an empty text as a text of length 0, the game (and this) as none.
    at = next(i for i, (a, b) in enumerate(zip(written, recorded, strict=False)) if a != b)
    assert written[:at] + b"\x0b" + written[at:] == recorded


# --- written and read back -----------------------------------------------------------------


def test_what_is_written_is_read_back() -> None:
    replay = read_replay(made(), "some.osr")
    assert ReplayHeader(**{name: getattr(replay, name) for name in vars(HEADER)}) == HEADER
    assert replay.filename == "some.osr"
    assert replay.replay_id == 4220635589
    assert [mod.acronym for mod in replay.mods] == ["HD", "NC"]
    assert replay.frames() == replay.replay_data
    assert replay.frames()[2] == ReplayFrame(16, 12.5, 300.0, 5)
    assert replay.rng_seed == 688096


@given(
    username=st.text(max_size=300).filter(lambda text: text.isprintable()),
    count=st.integers(-5, 1 << 20),
    score=st.integers(0, 1 << 40),
    number=st.integers(-1, (1 << 63) - 1),
    bits=st.integers(0, (1 << 31) - 1),
)
def test_any_header_survives(username: str, count: int, score: int, number: int, bits: int) -> None:
    header = replace(HEADER, username=username, count_300=count, score=score, mod_bits=bits)
    replay = read_replay(made(header, number=number))
    assert replay.username == username
    assert replay.count_300 == min(max(count, 0), 65535)
    assert replay.score == min(score, (1 << 31) - 1)
    assert replay.replay_id == number
    assert replay.mod_bits == bits


def test_target_practice_has_an_accuracy() -> None:
    data = made(replace(HEADER, mod_bits=1 << 23))
    assert read_replay(data).target_accuracy is None
    assert read_replay(data + struct.pack("<d", 0.75)).target_accuracy == 0.75
    assert read_replay(made()).target_accuracy is None


def test_the_new_games_part_of_the_file() -> None:
    text = '{"online_id":5,"mods":[{"acronym":"DT","settings":{"speed_change":1.3}}],"rank":"SH"}'
    info = packed(text)
    header = replace(HEADER, game_version=30000016)
    replay = read_replay(made(replace(header, packed_score_info=info), number=0))
    assert replay.mods == [Mod(acronym="DT", settings={"speed_change": 1.3})]
    assert replay.score_info is not None
    assert replay.score_info.online_id == 5
    broken = read_replay(made(replace(header, packed_score_info=b"what")))
    assert broken.score_info is None
    assert [mod.acronym for mod in broken.mods] == ["HD", "NC"]


def test_mania_keys_are_the_columns_in_x() -> None:
    text = "0|256|-500|0,-1|256|-500|0,16|5|9|0,17|131073.0|9|0,1|-3|9|0,1|1048577|9|0,1|256|-500|0"
    text += ",-12345|0|0|99"
    mania = read_replay(made(replace(HEADER, mode=GameMode.MANIA), text))
    assert [frame.keys for frame in mania.frames()] == [0, 0, 5, 131073, 0, 1, 256]
    assert [frame.x for frame in mania.frames()][2:4] == [5.0, 131073.0]
    assert mania.rng_seed == 99
    assert {frame.keys for frame in read_replay(made(HEADER, text)).frames()} == {0}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("16", 16),
        ("16.4", 16),
        ("16.5", 16),
        ("17.5", 18),
        ("16.6", 17),
        ("-0.6", -1),
        ("-1.5", -2),
        ("16.500000001", 16),  # 16.5 in single precision
        ("17.499999999", 18),  # 17.5
        ("16777217", 16777217),  # no number of single precision
        ("1.6e1", 16),
        ("2147483647", 2147483647),
    ],
)
def test_times_are_rounded_as_the_game_does(written: str, read: int) -> None:
    [frame] = read_replay(made(text=f"{written}|1|2|3")).frames()
    assert frame == ReplayFrame(read, 1.0, 2.0, 3)


def test_a_frame_may_have_more_values() -> None:
    assert read_replay(made(text="16|1|2|3|4|x")).frames() == [ReplayFrame(16, 1.0, 2.0, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "2147483648|1|2|3",
        "1e39|1|2|3",
        "-1e39|1|2|3",
        "nan|1|2|3",
        "1|3.5e38|2|3",
        "1|2|-3.5e38|3",
        "1|1|2|" + "9" * 20,
        "1|1|2|" + "9" * 5000,
        "9" * 5000 + "|1|2|3",
    ],
)
def test_numbers_out_of_range_are_no_frame(text: str) -> None:
    assert read_replay(made(text=f"{text},7|1|2|3")).frames() == [ReplayFrame(7, 1.0, 2.0, 3)]


# --- score info ----------------------------------------------------------------------------

INFO = (
    '{"client_version":"2025.912.0-lazer","rank":"A","user_id":1000075,"online_id":5,'
    '"mods":[{"acronym":"EZ"},{"acronym":"DT","settings":{"speed_change":1.3}}],'
    '"statistics":{"miss":20,"great":579},"maximum_statistics":{"great":599},'
    '"total_score_without_mods":474194,"pauses":[79218,202630],"new_in_2027":{"a":[1,null]}}'
)


def lazer(info: str = INFO) -> Replay:
    header = replace(HEADER, game_version=30000017, packed_score_info=packed(info))
    return read_replay(made(header, number=0))


def test_pauses_are_read() -> None:
    info = lazer().score_info
    assert info is not None
    assert info.pauses == [79218, 202630]
    assert ReplayScoreInfo().pauses == []


def test_score_info_without_a_change_is_the_same_bytes() -> None:
    replay = lazer()
    assert replay.score_info is not None
    assert pack_score_info(replay.score_info, replay.packed_score_info) == replay.packed_score_info
    assert encode_replay(replay) == replay.data


def test_unknown_keys_of_the_score_info_survive_a_change() -> None:
    replay = lazer()
    assert replay.score_info is not None
    info = msgspec.structs.replace(replay.score_info, pauses=[5], online_id=None)
    changed = pack_score_info(info, replay.packed_score_info)
    read = read_replay(encode_replay(replace(replay, packed_score_info=changed)))
    assert read.score_info == info
    assert read.mods[1].settings == {"speed_change": 1.3}
    expected = {**json.loads(INFO), "pauses": [5]}
    del expected["online_id"]
    assert json.loads(lzma.decompress(changed)) == expected


def test_score_info_is_written_anew() -> None:
    info = ReplayScoreInfo(
        mods=[Mod(acronym="HD"), Mod(acronym="DT", settings={"speed_change": 1.3})],
        client_version="✿",
        rank=Grade.SH,
    )
    for before in (b"", b"nothing packed", packed("[]"), packed('{"mods":7}'), packed("[" * 9999)):
        written = pack_score_info(info, before)
        assert lzma.decompress(written).isascii()
        assert json.loads(lzma.decompress(written)) == {
            "mods": [{"acronym": "HD"}, {"acronym": "DT", "settings": {"speed_change": 1.3}}],
            "client_version": "✿",
            "rank": "SH",
        }
        header = replace(HEADER, game_version=30000017, packed_score_info=written)
        assert read_replay(made(header)).score_info == info


# --- broken --------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"\x05", b"{}", b"<html>", b"\x00\x01", made()[:60]])
def test_what_is_no_replay(data: bytes) -> None:
    with pytest.raises(ReplayError):
        read_replay(data)


def test_a_file_that_ends_after_its_frames_is_read() -> None:
    replay = read_replay(made()[:-8])
    assert replay.replay_id == 0
    assert len(replay.frames()) == 4


def test_frames_that_are_none_are_left_out() -> None:
    replay = read_replay(made(text="1|2|3,x|1|2|3,5|nan|2|0,5|1|inf|0,7|1|2|3,,9|1|2|1e999"))
    assert replay.frames() == [ReplayFrame(7, 1.0, 2.0, 3)]
    assert replay.rng_seed is None


def test_frames_that_cannot_be_unpacked_are_an_error() -> None:
    for frames in (b"nothing packed", packed(FRAMES * 400)[:-40]):
        with pytest.raises(ReplayError):
            read_replay(encode_replay(HEADER, frames, 1)).frames()


def test_a_bomb_does_not_go_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_files, "_MAX_DECOMPRESSED", 1 << 20)
    replay = read_replay(encode_replay(HEADER, packed("0" * (4 << 20)), 1))
    assert len(replay.data) < 10_000
    with pytest.raises(ReplayError, match="far too large"):
        replay.frames()
    monkeypatch.setattr(replay_files, "_MAX_FRAMES", 100)
    assert len(read_replay(made(text="1|2|3|4," * 100)).frames()) == 100
    with pytest.raises(ReplayError, match="frames"):
        read_replay(made(text="1|2|3|4," * 101)).frames()
    with pytest.raises(ReplayError, match="frames"):
        read_replay(made(text="no frame," * 101)).frames()


@settings(max_examples=200)
@given(st.data())
def test_damage_is_an_error_or_a_replay(data: st.DataObject) -> None:
    raw = bytearray(made())
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        replay = read_replay(bytes(raw))
        assert isinstance(str(replay), str)
        replay.frames()
    except ReplayError:
        pass


def test_a_text_of_endless_length_is_refused() -> None:
    reader = bytes_of_replays.OsrReader(b"\x0b" + b"\xff" * 20)
    with pytest.raises(ReplayError, match="endless"):
        reader.text()


# --- from the server -----------------------------------------------------------------------


def test_the_recorded_server_sends_replays(
    recorded_server: Server, osr: Callable[[str], bytes]
) -> None:
    data = osr("get_score_replay_200")
    with Client(
        recorded_server.client_id,
        recorded_server.client_secret,
        base_url=recorded_server.url,
        token_store=MemoryTokenStore(),
    ) as client:
        replay = client.download_score(mode="osu", score_id=2797309065)
        assert replay.data == data
        said = f"Replay of {player_of(data)} in osu with HD: 57,074,453 points"
        assert str(replay).startswith(said)
        assert replay.filename is not None
        assert replay.filename.endswith(".osr")
        assert client.download_score(5).data == replay.data
        assert client.download_score_mode("osu", 5, raw=True) == replay.data
        with pytest.raises(NotFound):
            client.score(0)


def test_where_replays_are_asked_for(stub: Stub) -> None:
    name = "attachment; filename=solo-replay-osu_1_2.osr"
    stub.respond(
        lambda exchange, _: exchange.answer(
            body=made(), kind="application/x-osu-replay", Content_Disposition=name
        )
    )
    with stub.client() as client:
        assert client.download_score(7).filename == "solo-replay-osu_1_2.osr"
        assert client.download_score(7, mode="catch", raw=True) == made()
        client.download_score_mode(GameMode.MANIA, 7)
    assert [seen.path for seen in stub.requests] == [
        "/api/v2/scores/7/download",
        "/api/v2/scores/fruits/7/download",
        "/api/v2/scores/mania/7/download",
    ]


@pytest.mark.parametrize(
    ("body", "kind", "sentence"),
    [
        (b'{"error":null}', "application/json", "JSON in place of a file"),
        (b'{"error":"gone"}', "application/json", 'osu! says: "gone"'),
        (b"<html>busy</html>", "text/html", "a web page in place of a file"),
        (b"<html>busy</html>", "application/x-osu-replay", "a web page in place of a file"),
        (b'{"error":"gone"}', "application/x-osu-replay", "JSON in place of a file"),
        (b"", "application/x-osu-replay", "an empty answer in place of a file"),
        (b"\x09 something else", "application/octet-stream", "does not begin as a replay"),
        (made()[:50], "application/x-osu-replay", "the replay is cut off"),
    ],
)
def test_what_comes_in_place_of_a_replay(stub: Stub, body: bytes, kind: str, sentence: str) -> None:
    stub.respond(lambda exchange, _: exchange.answer(body=body, kind=kind))
    with stub.client() as client:
        with pytest.raises(ServerTrouble, match=re.escape(sentence)):
            client.download_score(7)
        assert client.download_score(7, raw=True) == body
        assert client.download_score_mode("osu", 7, raw=True) == body


def test_a_raw_download_of_nothing_is_an_error(stub: Stub) -> None:
    stub.respond(lambda exchange, _: exchange.answer(404, {"error": None}))
    with stub.client() as client, pytest.raises(NotFound):
        client.download_score(7, raw=True)


def test_a_whole_replay_is_told_from_a_cut_one(answers: Path) -> None:
    for file in sorted((answers / "osr").glob("*.osr")):
        data = file.read_bytes()
        read_replay(data).verify()
        for cut in (1, 4, 8, 12):
            with pytest.raises(ReplayError):
                read_replay(data[:-cut]).verify()
    packed = lzma.compress(b"0|256|-500|0," * 1000, lzma.FORMAT_ALONE)
    whole = encode_replay(ReplayHeader(), packed, 1)
    read_replay(whole).verify()
    with pytest.raises(ReplayError, match="cut off"):
        read_replay(encode_replay(ReplayHeader(), packed[:-9], 1)).verify()
    with pytest.raises(ReplayError, match="broken"):
        read_replay(encode_replay(ReplayHeader(), b"\xff" * 99, 1)).verify()
