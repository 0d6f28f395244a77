"""Analysis of a replay as one report: judgement, stars, pp, and why something is missing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osubrowser.analysis.analyse import analyse
from osubrowser.analysis.figures import header_counts
from osubrowser.analysis.performance import Figures, Hits, figures
from osubrowser.analysis.result import Analysis, NotJudged

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.result import JudgedPart
    from osubrowser.api.mods import Mod
    from osubrowser.api.replays.replay_file import Replay

NO_BEATMAP = "The beatmap file was not found: the replay cannot be judged."


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome of an analysis.

    Attributes:
        analysis: what was judged; None if it cannot be judged.
        figures: stars and pp of the header's hit results.
        note: why it cannot be judged, as a sentence; "" if it was.
    """

    analysis: Analysis | None
    figures: Figures
    note: str = ""


def analyse_replay(
    replay: Replay,
    beatmap: Beatmap,
    beatmap_file: bytes,
    *,
    any_version: bool = False,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Outcome:
    """Judge a replay, and calculate its stars and pp.

    Args:
        replay: the replay.
        beatmap: the beatmap that was played, without mods.
        beatmap_file: the bytes that it was read from.
        any_version: whether to judge on another version of the beatmap too.
        progress: called with the part that is done, 0 to 1.
        is_cancelled: whether to give up.

    Raises:
        ReplayError: the frames cannot be decompressed.
    """
    found, note = None, ""
    try:
        found = analyse(
            replay, beatmap, any_version=any_version, progress=progress, is_cancelled=is_cancelled
        )
    except NotJudged as problem:
        note = _sentence(str(problem))
        replay.frames()  # raises for a damaged file
    played = replay.beatmap_hash.lower()
    if played and played != beatmap.md5 and not any_version:
        return Outcome(found, Figures(problem="The beatmap file is of another version."), note)
    return Outcome(
        found,
        figures(
            beatmap_file,
            replay.mode,
            replay.mods,
            played_hits(replay),
            is_lazer=replay.is_lazer,
            beatmap=beatmap,
        ),
        note,
    )


def played_hits(replay: Replay) -> Hits:
    """Return the hit results of a replay, as the game counted them."""
    info = replay.score_info
    counts = (
        dict(info.statistics) if info is not None and info.statistics else header_counts(replay)
    )
    return Hits(counts, replay.max_combo)


def report(replay: Replay, outcome: Outcome | None, notes: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return a replay and its analysis as one object of JSON values.

    `counts`, `unstable_rate`, `unstable_rate_raw`, `mean_error_ms`, `misses` and `slider_breaks`
    are None for a replay that cannot be judged; `notes` says why. `stars` and `pp` are None where
    no library made them, `formula` then too.

    Args:
        replay: the replay.
        outcome: its analysis; None without a beatmap file.
        notes: further sentences.
    """
    found = outcome.analysis if outcome is not None else None
    made = outcome.figures if outcome is not None else Figures()
    told = list(notes)
    if outcome is None and not told:
        told.append(NO_BEATMAP)
    if outcome is not None and outcome.note:
        told.append(outcome.note)
    if found is not None:
        told += [_sentence(note) for note in (*found.notes, *found.beatmap.notes)]
    if made.problem:
        told.append(made.problem)
    return {
        "player": replay.username,
        "beatmap_md5": replay.beatmap_hash,
        "ruleset": replay.mode.value,
        "mods": [_mod(mod) for mod in replay.mods],
        "game_version": replay.game_version,
        "header_counts": header_counts(replay) if found is None else found.header_counts,
        "counts": None if found is None else found.counts,
        "unstable_rate": None if found is None else _rounded(found.unstable_rate, 4),
        "unstable_rate_raw": None if found is None else _rounded(found.unstable_rate_raw, 4),
        "mean_error_ms": None if found is None else _rounded(found.mean_error_ms, 4),
        "misses": None if found is None else [_miss(part) for part in found.misses],
        "slider_breaks": None if found is None else found.slider_breaks,
        "stars": _rounded(made.stars, 10),
        "pp": _rounded(made.pp, 6),
        "formula": made.formula or None,
        "notes": list(dict.fromkeys(told)),
    }


def _mod(mod: Mod) -> dict[str, Any]:
    return {"acronym": mod.acronym, **({"settings": mod.settings} if mod.settings else {})}


def _miss(part: JudgedPart) -> dict[str, Any]:
    return {
        "time_ms": _rounded(part.object_time, 3),
        "x": _rounded(part.x, 3),
        "y": _rounded(part.y, 3),
        "kind": part.part.value,
    }


def _rounded(value: float | None, digits: int) -> float | None:
    """Return a figure as JSON can hold it: None for one that is no number."""
    if value is None or not math.isfinite(value):
        return None
    return round(value, digits)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "." if text else ""
