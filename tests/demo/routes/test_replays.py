"""Replays and beatmap files over HTTP: valid, and consistent with their score."""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests

from osubrowser.api.replays import read_replay
from osubrowser.demo.server import DemoServer
from osubrowser.demo.world.world import World
from tests.demo.conftest import Caller
from tests.demo.routes.test_scores import ranked_user

TICKS_OF_1970 = 621_355_968_000_000_000
MODES = ("osu", "taiko", "fruits", "mania")


@dataclass
class Parsed:
    """A replay, taken apart by the contract's table and nothing else."""

    ruleset: int = 0
    version: int = 0
    beatmap_md5: str = ""
    player: str = ""
    replay_md5: str = ""
    counts: tuple[int, ...] = ()
    score: int = 0
    combo: int = 0
    perfect: int = 0
    mods: int = 0
    life: str = ""
    ticks: int = 0
    packed: bytes = b""
    online_id: int = 0
    info: dict[str, Any] = field(default_factory=dict)
    rest: bytes = b""

    def path(self) -> list[tuple[int, float, float, int]]:
        """Where the cursor was at each time, without the seed."""
        text = lzma.decompress(self.packed, format=lzma.FORMAT_ALONE).decode()
        frames = [frame.split("|") for frame in text.split(",") if frame]
        assert frames[0] == ["0", "256", "-500", "0"]
        assert frames[1] == ["-1", "256", "-500", "0"]
        assert frames[-1][:3] == ["-12345", "0", "0"]
        found, time = [], 0
        for step, x, y, keys in frames[:-1]:
            time += int(step)
            found.append((time, float(x), float(y), int(keys)))
        return found


def parse(data: bytes) -> Parsed:
    at = 0

    def take(form: str) -> Any:
        nonlocal at
        values = struct.unpack_from(f"<{form}", data, at)
        at += struct.calcsize(f"<{form}")
        return values[0] if len(values) == 1 else values

    def text() -> str:
        nonlocal at
        if take("B") == 0:
            return ""
        size = shift = 0
        while True:
            byte = take("B")
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        at += size
        return data[at - size : at].decode()

    def block() -> bytes:
        nonlocal at
        size = take("i")
        at += size
        return data[at - size : at]

    found = Parsed(take("b"), take("i"), text(), text(), text(), take("6H"))
    found.score, found.combo, found.perfect, found.mods = (take(form) for form in "iHbi")
    found.life, found.ticks, found.packed, found.online_id = text(), take("q"), block(), take("q")
    if at < len(data):
        found.info = json.loads(lzma.decompress(block(), format=lzma.FORMAT_ALONE))
    found.rest = data[at:]
    return found


@dataclass
class Beatmap:
    """What the lines of a `.osu` file say."""

    sections: dict[str, dict[str, str]]
    objects: list[list[str]]

    def times(self) -> list[int]:
        return [int(one[2]) for one in self.objects]


def beatmap_file(caller: Caller, beatmap: int) -> Beatmap:
    answer = requests.get(f"{caller.server.url}/osu/{beatmap}", timeout=20)
    assert answer.headers["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().split("\r\n")
    assert lines[0] == "osu file format v14"
    sections: dict[str, dict[str, str]] = {}
    objects, name = [], ""
    for line in lines[1:]:
        if line.startswith("["):
            name = line.strip("[]")
            sections[name] = {}
        elif name == "HitObjects" and line:
            objects.append(line.split(","))
        elif ":" in line and not line.startswith("//"):
            key, _, value = line.partition(":")
            sections[name][key] = value.strip()
    return Beatmap(sections, objects)


def download(caller: Caller, score: int | str) -> bytes:
    answer = caller.get(f"scores/{score}/download")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "application/x-osu-replay"
    return answer.content


@pytest.fixture
def reader(serve: Callable[..., DemoServer], caller: Callable[..., Caller]) -> Caller:
    """A guest who may download as many replays as the tests like."""
    return caller(serve(replay_limit=1_000), guest=True)


def with_replay(caller: Caller, world: World, mode: str, *, lazer: bool) -> dict[str, Any]:
    user = ranked_user(world, mode, 77)
    scores = caller.json(f"users/{user}/scores/best", mode=mode, limit=100)
    found: dict[str, Any] = next(
        score
        for score in scores
        if score["has_replay"] and (score["legacy_score_id"] is None) == lazer
    )
    return found


@pytest.mark.parametrize("mode", MODES)
def test_a_replay_of_the_old_game_is_written_by_the_server(
    reader: Caller, world: World, mode: str
) -> None:
    score = with_replay(reader, world, mode, lazer=False)
    data = download(reader, score["id"])
    assert download(reader, f"{mode}/{score['legacy_score_id']}") == data
    replay = parse(data)
    reader.session.headers["x-api-version"] = "0"
    old = reader.json(f"scores/{score['id']}")
    counts = {name.removeprefix("count_"): n or 0 for name, n in old["statistics"].items()}
    assert replay.counts == tuple(
        counts[kind] for kind in ("300", "100", "50", "geki", "katu", "miss")
    )
    assert (replay.ruleset, replay.score) == (score["ruleset_id"], score["legacy_total_score"])
    assert (replay.combo, replay.online_id) == (score["max_combo"], score["legacy_score_id"])
    assert replay.perfect == score["legacy_perfect"]
    assert replay.player == score["user"]["username"]
    assert replay.beatmap_md5 == score["beatmap"]["checksum"]
    assert 20_151_228 <= replay.version < 30_000_000
    whole = f"{replay.combo}osu{replay.player}{replay.beatmap_md5}{replay.score}{old['rank']}"
    assert replay.replay_md5 == hashlib.md5(whole.encode(), usedforsecurity=False).hexdigest()
    assert (replay.life, replay.rest, replay.info) == ("", b"", {})
    assert b"\x0b\x00" + struct.pack("<q", replay.ticks) in data
    seconds, rest = divmod(replay.ticks - TICKS_OF_1970, 10_000_000)
    assert rest == 0
    assert read_replay(data).timestamp is not None
    assert read_replay(data).timestamp.timestamp() == seconds  # type: ignore[union-attr]  # above


@pytest.mark.parametrize("mode", MODES)
def test_a_replay_of_the_new_game_says_more(reader: Caller, world: World, mode: str) -> None:
    score = with_replay(reader, world, mode, lazer=True)
    replay = parse(download(reader, score["id"]))
    assert replay.version >= 30_000_000
    assert (replay.score, replay.combo) == (score["total_score"], score["max_combo"])
    assert replay.rest == b""
    assert replay.info["mods"] == score["mods"]
    assert replay.info["statistics"] == score["statistics"]
    assert replay.info["maximum_statistics"] == score["maximum_statistics"]
    assert replay.info["rank"] == score["rank"]
    assert replay.life
    assert replay.ticks % 10_000_000


def test_the_file_is_named_after_the_score(reader: Caller) -> None:
    answer = reader.get("scores/osu/2797309065/download")
    score = reader.json("scores/osu/2797309065")
    name = f"solo-replay-osu_1776628_{score['id']}.osr"
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"


def test_another_parser_reads_them_too(reader: Caller, world: World) -> None:
    osrparse = pytest.importorskip("osrparse")
    for mode in MODES:
        for lazer in (False, True):
            score = with_replay(reader, world, mode, lazer=lazer)
            data = download(reader, score["id"])
            theirs, ours = osrparse.Replay.from_string(data), read_replay(data)
            assert theirs.mode.value == score["ruleset_id"]
            assert ours.mode == mode
            assert theirs.username == ours.username == score["user"]["username"]
            assert theirs.max_combo == ours.max_combo == score["max_combo"]
            assert int(theirs.mods) == parse(data).mods
            assert len(theirs.replay_data) >= len(ours.frames()) - 3 > 100


@pytest.mark.parametrize("beatmap", [221777, 1776628, 1981090])
def test_beatmap_files_are_as_the_api_says(guest: Caller, beatmap: int) -> None:
    told, file = guest.json(f"beatmaps/{beatmap}"), beatmap_file(guest, beatmap)
    kinds = [int(one[3]) for one in file.objects]
    assert sum(1 for kind in kinds if kind & 1) == told["count_circles"]
    assert sum(1 for kind in kinds if kind & 2) == told["count_sliders"]
    assert sum(1 for kind in kinds if kind & 8) == told["count_spinners"]
    turns = sum(int(one[6]) - 1 for one in file.objects if int(one[3]) & 2)
    combo = len(kinds) + told["count_sliders"] + turns
    assert combo <= told["max_combo"]  # ticks are not written in the file
    times = file.times()
    assert times == sorted(set(times))
    assert (times[-1] - times[0]) / 1_000 == pytest.approx(told["hit_length"], abs=4)
    difficulty, metadata = file.sections["Difficulty"], file.sections["Metadata"]
    assert float(difficulty["ApproachRate"]) == told["ar"]
    assert float(difficulty["OverallDifficulty"]) == told["accuracy"]
    assert float(difficulty["CircleSize"]) == told["cs"]
    assert float(difficulty["HPDrainRate"]) == told["drain"]
    assert metadata["BeatmapID"] == str(beatmap)
    assert metadata["TitleUnicode"] == told["beatmapset"]["title_unicode"]
    assert metadata["Version"] == told["version"]
    assert all(0 <= int(x) <= 512 and 0 <= int(y) <= 384 for x, y, *_ in file.objects)


def test_files_of_every_ruleset(guest: Caller, world: World) -> None:
    for number, mode in enumerate(MODES):
        user = ranked_user(world, mode, 500)
        told = guest.json(f"users/{user}/scores/best", mode=mode)[0]["beatmap"]
        file = beatmap_file(guest, told["id"])
        assert file.sections["General"]["Mode"] == str(number)
        long = 128 if mode == "mania" else 2
        assert sum(1 for one in file.objects if int(one[3]) & long) == told["count_sliders"]
        assert file.times() == sorted(file.times())
    assert requests.get(f"{guest.server.url}/osu/5", timeout=20).status_code == 404


def test_replays_that_are_not_there(reader: Caller, world: World) -> None:
    score = next(
        score
        for rank in range(50, 90)
        for score in reader.json(f"users/{ranked_user(world, 'osu', rank)}/scores/best", mode="osu")
        if not score["has_replay"]
    )
    none = {"error": "Specified Solo\\Score couldn't be found."}
    for path in (str(score["id"]), "7", "0", "abc", "osu/7"):
        answer = reader.get(f"scores/{path}/download")
        assert (answer.status_code, answer.json()) == (404, none)
    answer = reader.get("scores/catch/7/download")
    assert (answer.status_code, answer.json()) == (404, {"error": "unknown ruleset name"})


def test_ten_replays_a_minute(guest: Caller) -> None:
    answers = [guest.get("scores/osu/2797309065/download") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert answers[0].headers["X-RateLimit-Limit"] == "10"
    assert answers[3].headers["X-RateLimit-Remaining"] == "6"
    assert answers[10].json() == {"error": "Too Many Attempts."}
    assert guest.get("scores/osu/2797309065").status_code == 200
