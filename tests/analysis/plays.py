"""Small beatmaps and replays, made for a test."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Sequence

from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.analysis.osu import judge
from osubrowser.analysis.result import Analysis, JudgedPart, Part
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, legacy_bits
from osubrowser.api.replays import Replay, ReplayScoreInfo, pack_score_info

LEFT, RIGHT, BOTH = 5, 10, 15
LAZER_VERSION = 30_000_016
STABLE_VERSION = 20_200_704

Frame = tuple[float, float, float, int]


def beatmap_text(
    objects: Iterable[str],
    *,
    difficulty: dict[str, float] | None = None,
    timing: Sequence[str] = ("0,1000,4,2,0,100,1,0",),
    version: int = 14,
    general: str = "",
) -> str:
    """Return the text of a beatmap file."""
    values = {
        "HPDrainRate": 5,
        "CircleSize": 5,
        "OverallDifficulty": 5,
        "ApproachRate": 5,
        "SliderMultiplier": 1,
        "SliderTickRate": 3,
    } | (difficulty or {})
    lines = [f"{name}:{value}" for name, value in values.items()]
    return "\n".join(
        (
            f"osu file format v{version}",
            f"\n[General]\n{general}",
            "\n[Difficulty]",
            *lines,
            "\n[TimingPoints]",
            *timing,
            "\n[HitObjects]",
            *objects,
            "",
        )
    )


def make_beatmap(objects: Iterable[str], **options: object) -> Beatmap:
    """Return the beatmap of `beatmap_text`."""
    return read_beatmap(beatmap_text(objects, **options).encode())  # type: ignore[arg-type]


def make_replay(
    frames: Iterable[Frame],
    *,
    mods: Sequence[Mod] = (),
    is_lazer: bool = False,
    count: int = 1,
    beatmap_hash: str = "",
    version: int | None = None,
    max_combo: int = 0,
) -> Replay:
    """Return an osu! replay of frames at absolute times; its header claims `count` hits of 300."""
    texts, last = ["0|256|-500|0", "-1|256|-500|0"], -1.0
    for time, x, y, keys in frames:
        texts.append(f"{int(time - last)}|{x}|{y}|{keys}")
        last = time
    info = ReplayScoreInfo(mods=list(mods), statistics={"great": count})
    return Replay(
        mode=GameMode.OSU,
        game_version=version or (LAZER_VERSION if is_lazer else STABLE_VERSION),
        beatmap_hash=beatmap_hash,
        count_300=count,
        max_combo=max_combo,
        mod_bits=legacy_bits(mods),
        packed_frames=lzma.compress(",".join(texts).encode(), lzma.FORMAT_ALONE),
        packed_score_info=pack_score_info(info) if is_lazer else b"",
    )


def play(
    beatmap: Beatmap,
    frames: Iterable[Frame],
    *,
    mods: Sequence[Mod] = (),
    is_lazer: bool = False,
    version: int | None = None,
) -> Analysis:
    """Judge a play of all objects of a beatmap."""
    count = len(beatmap.hit_objects)
    replay = make_replay(frames, mods=mods, is_lazer=is_lazer, count=count, version=version)
    return judge(beatmap, replay)


def parts_of(analysis: Analysis, part: Part, index: int | None = None) -> list[JudgedPart]:
    """Return the judged parts of a kind, of one hit object or of all."""
    return [
        found
        for found in analysis.parts
        if found.part is part and (index is None or found.index == index)
    ]


def results(analysis: Analysis, part: Part, index: int | None = None) -> list[str]:
    """Return the results of the judged parts of a kind."""
    return [found.judgement.value for found in parts_of(analysis, part, index)]
