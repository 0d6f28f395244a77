"""Small beatmaps and replays of taiko, catch and mania, made for a test."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Sequence

from osubrowser.analysis.beatmap import Beatmap
from osubrowser.analysis.result import Analysis
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.mods import Mod, legacy_bits
from osubrowser.api.replays import Replay, ReplayScoreInfo, pack_score_info
from tests.analysis.plays import LAZER_VERSION, STABLE_VERSION, make_beatmap

Frame = tuple[int, float, int]
"""Time, x and keys; in mania the keys alone count."""


def ruleset_beatmap(mode: GameMode, objects: Iterable[str], **difficulty: float) -> Beatmap:
    """Return a beatmap of a ruleset; `difficulty` has the names of the file."""
    return make_beatmap(objects, difficulty=difficulty, general=f"Mode: {mode.number}")


def ruleset_replay(
    mode: GameMode,
    frames: Iterable[Frame],
    *,
    mods: Sequence[Mod] = (),
    is_lazer: bool = False,
    count: int = 100,
    beatmap_hash: str = "",
    version: int = STABLE_VERSION,
) -> Replay:
    """Return a replay of frames at absolute times; its header claims `count` hits of 300."""
    texts, last = ["0|256|-500|0", "-1|256|-500|0"], -1
    for time, x, keys in frames:
        shown = keys if mode == GameMode.MANIA else x
        texts.append(f"{time - last}|{shown}|192|{keys}")
        last = time
    info = ReplayScoreInfo(mods=list(mods), statistics={"great": count})
    return Replay(
        mode=mode,
        game_version=LAZER_VERSION if is_lazer else version,
        beatmap_hash=beatmap_hash,
        count_300=count,
        mod_bits=legacy_bits(mods),
        packed_frames=lzma.compress(",".join(texts).encode(), lzma.FORMAT_ALONE),
        packed_score_info=pack_score_info(info) if is_lazer else b"",
    )


def results(analysis: Analysis) -> list[str]:
    """Return the results of the parts that count, in order of time."""
    return [part.judgement.value for part in analysis.parts if part.counts]
