"""Small beatmap files and replay files, made for a test."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from osubrowser.api.replays import Replay, encode_replay, read_replay
from tests.analysis.plays import LEFT, Frame, beatmap_text, make_replay

CIRCLES = 10
MISSED = 4  # index of the circle that `misses` misses
ERRORS = (-10, 10)  # milliseconds, in turn


def beatmap_file(title: str = "Song", circles: int = CIRCLES) -> bytes:
    """Return a beatmap of circles, one a second, in a row."""
    text = beatmap_text(f"{40 + 20 * n},100,{1000 * (n + 1)},1,0" for n in range(circles))
    metadata = f"[Metadata]\nTitle:{title}\nArtist:Band\nCreator:Mapper\nVersion:Hard\n"
    return text.replace(
        "[Difficulty]", f"{metadata}BeatmapID:75\nBeatmapSetID:1\n\n[Difficulty]", 1
    ).encode()


def md5_of(data: bytes) -> str:
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def replay_file(
    beatmap: bytes,
    *,
    player: str = "player",
    misses: bool = False,
    circles: int = CIRCLES,
    score_id: int = 0,
    day: int = 1,
) -> bytes:
    """Return a replay that hits the circles of `beatmap_file` 10 ms early and late in turn."""
    frames: list[Frame] = []
    for n in range(circles):
        x, time = 40 + 20 * n, 1000 * (n + 1) + ERRORS[n % 2]
        is_missed = misses and n == MISSED
        frames += [
            (time - 50, x, 100, 0),
            (time, x, 100, 0 if is_missed else LEFT),
            (time + 30, x, 100, 0),
        ]
    frames.append((1000 * circles + 2000, 256, 192, 0))
    made = make_replay(frames, beatmap_hash=md5_of(beatmap), count=circles - misses)
    header = replace(
        made,
        username=player,
        count_miss=int(misses),
        max_combo=max(MISSED, circles - MISSED - 1) if misses else circles,
        score=100_000 + score_id,
        replay_hash=md5_of(player.encode()),
        timestamp=datetime(2026, 1, day, tzinfo=UTC),
        replay_id=score_id,
    )
    return encode_replay(header)


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Write a file into a folder, which is made."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def lazer_store(folder: Path, *files: bytes) -> Path:
    """Make a data folder of lazer with files in its store."""
    for data in files:
        name = hashlib.sha256(data).hexdigest()
        saved(folder / "files" / name[0] / name[:2], name, data)
    saved(folder, "client.realm", b"realm")
    return folder


def stable_database(
    *beatmaps: tuple[str, str, str] | tuple[str, str, str, int, int], version: int = 20_251_102
) -> bytes:
    """Return an `osu!.db` of beatmaps: MD5, folder and file name, and ids of beatmap and set."""

    def text(value: str) -> bytes:
        raw = value.encode()
        return b"\x0b" + bytes([len(raw)]) + raw if raw else b"\0"

    parts = [struct.pack("<ii?q", version, len(beatmaps), True, 0), text("player")]
    parts.append(struct.pack("<i", len(beatmaps)))
    for md5, folder, file, *ids in beatmaps:
        parts += map(text, ("A", "", "T", "", "C", "D", "a.mp3", md5, file))
        parts.append(bytes([4]) + bytes(6 + 8 + 16 + 8))
        parts.append(struct.pack("<i", 1) + b"\x08" + bytes(4) + b"\x0c" + bytes(4))
        parts.append(struct.pack("<iii", 0, 0, 0))
        parts.append(bytes(12) + struct.pack("<i", 1) + bytes(17))
        parts.append(struct.pack("<ii", *(ids or (75, 1))) + bytes(4 + 4 + 2 + 4) + b"\0")
        parts += (text(""), text("tags"), bytes(2), text(""), bytes(10), text(folder))
        parts.append(bytes(8 + 5 + 4 + 1))
    return b"".join(parts) + struct.pack("<i", 0)


def read(path: Path) -> Replay:
    return read_replay(path.read_bytes())
