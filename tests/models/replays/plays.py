"""Files of small plays, made for a test: a beatmap, and replays of it."""

from __future__ import annotations

import hashlib
import lzma
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import legacy_bits
from osubrowser.api.replays import ReplayHeader, encode_replay
from tests.analysis.plays import beatmap_text

K1, K2 = 5, 10
STEP = 10
"""Milliseconds between two frames."""

CIRCLES = ("100,100,1000,5,0", "200,100,1500,1,0", "300,200,2000,1,0", "400,300,2500,1,0")
SLIDER = "100,300,3000,6,0,L|300:300,2,200"
SPINNER = "256,192,6000,12,0,7000"
OBJECTS = (*CIRCLES, SLIDER)

Press = tuple[float, float, float]
"""Time, x and y of a press, which lasts 60 ms."""
HITS: tuple[Press, ...] = ((1005, 100, 100), (1490, 200, 100), (2010, 300, 200), (2500, 400, 300))
"""A press on each of `CIRCLES`."""


def beatmap_file(
    objects: Iterable[str] = OBJECTS,
    *,
    mode: int = 0,
    title: str = "Little song",
    difficulty: dict[str, float] | None = None,
) -> bytes:
    """Return the bytes of a beatmap file."""
    general = f"Mode: {mode}\n\n[Metadata]\nTitle:{title}\nArtist:Somebody\nVersion:Easy\n"
    return beatmap_text(objects, general=general, difficulty=difficulty).encode()


def frames_of(presses: Iterable[Press], end: float = 4200) -> list[tuple[float, float, float, int]]:
    """Return frames with a cursor that moves straight from press to press."""
    presses = sorted(presses)
    places = [(0.0, 256.0, 192.0), *presses, (end, *(presses[-1][1:] if presses else (256, 192)))]
    frames = []
    key = K2
    for before, after in pairwise(places):
        key = K1 if key == K2 else K2
        time = before[0]
        while time < after[0]:
            share = (time - before[0]) / (after[0] - before[0])
            is_down = before in presses and time < before[0] + 60
            x = before[1] + (after[1] - before[1]) * share
            y = before[2] + (after[2] - before[2]) * share
            if is_down:
                x, y = before[1], before[2]
            frames.append((time, x, y, key if is_down else 0))
            time += STEP
    frames.append((end, *places[-1][1:], 0))
    return frames


def replay_file(
    beatmap: bytes,
    frames: Iterable[tuple[float, float, float, int]],
    *,
    player: str = "player",
    mode: GameMode = GameMode.OSU,
    mods: str = "",
    counts: tuple[int, int, int, int] = (4, 0, 0, 1),
    combo: int = 4,
    life: str = "0|1,2000|0.5,4000|1,",
) -> bytes:
    """Return the bytes of a replay file of stable.

    Args:
        beatmap: bytes of the beatmap file.
        frames: time, x, y and keys.
        player: name of the player.
        mode: the ruleset.
        mods: acronyms, `HDHR`.
        counts: of 300, 100, 50 and misses.
        combo: the highest combo.
        life: the life bar graph.
    """
    texts, last = ["0|256|-500|0", "-1|256|-500|0"], -1.0
    for time, x, y, keys in frames:
        texts.append(f"{int(time - last)}|{x:.3f}|{y:.3f}|{keys}")
        last = time
    packed = lzma.compress(",".join(texts).encode(), lzma.FORMAT_ALONE)
    acronyms = [mods[i : i + 2] for i in range(0, len(mods), 2)]
    header = ReplayHeader(
        mode=mode,
        game_version=20_200_704,
        beatmap_hash=hashlib.md5(beatmap, usedforsecurity=False).hexdigest(),
        username=player,
        count_300=counts[0],
        count_100=counts[1],
        count_50=counts[2],
        count_miss=counts[3],
        score=123_456,
        max_combo=combo,
        mod_bits=legacy_bits(acronyms) if acronyms else 0,
        life_bar_graph=life,
        timestamp=datetime(2024, 2, 29, 12, 30, tzinfo=UTC),
    )
    return encode_replay(header, packed, 0)


def write(folder: Path, name: str, data: bytes) -> str:
    """Write a file, and return its path."""
    file = folder / name
    file.write_bytes(data)
    return str(file)
