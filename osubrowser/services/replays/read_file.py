"""Reading and analysing one replay file for the library, as records.

Problems and notes of a record are stored, and English: `services.text.messages` shows them.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.figures import accuracy, header_counts
from osubrowser.api.entities.modes import GameMode
from osubrowser.api.entities.scores import Grade
from osubrowser.api.mods import mods_from_bits
from osubrowser.api.replays.osr_codec import ReplayError
from osubrowser.api.replays.replay_file import Replay, read_replay
from osubrowser.services.replays.records import (
    BeatmapTitle,
    FigureState,
    ReplayFigures,
    ReplayRecord,
    SourceKind,
)
from osubrowser.services.text import messages
from osubrowser.services.text.translation import QT_TR_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.result import Analysis, JudgedPart

MAX_REPLAY: Final = 32 << 20
"""Bytes of the largest replay file that is read; hours of play are 5 MB."""
MOST_MISSES: Final = 2000
"""Positions of misses in a record."""

_LONGEST_NAME: Final = 200
_BASE_SCORES: Final = {
    "meh": 50,
    "ok": 100,
    "good": 200,
    "great": 300,
    "perfect": 305,
    "small_tick_hit": 10,
    "large_tick_hit": 30,
    "slider_tail_hit": 150,
}
"""What a hit result counts in lazer's accuracy."""
_OTHER_BASE_SCORES: Final[Mapping[GameMode, Mapping[str, int]]] = {
    GameMode.TAIKO: {"ok": 150},
    GameMode.CATCH: {"small_tick_hit": 300, "large_tick_hit": 300},
}
"""What a ruleset counts otherwise."""


def read_record(file: str, source: SourceKind = SourceKind.CHOSEN) -> ReplayRecord | None:
    """Return the record of a replay file, without figures; None if there is no such file. Blocks.

    A file that cannot be read has `ReplayRecord.problem`.
    """
    path = Path(file)
    try:
        status = path.stat()
        record = ReplayRecord(
            file=file, source=source, size=status.st_size, modified=status.st_mtime_ns
        )
        if not stat.S_ISREG(status.st_mode):
            return damaged(record, QT_TR_NOOP("it is not a file"))  # a pipe may never end
        with path.open("rb") as opened:  # it may grow, and files of the system have no size
            data = opened.read(MAX_REPLAY + 1) if status.st_size <= MAX_REPLAY else b""
        if max(status.st_size, len(data)) > MAX_REPLAY:
            return damaged(record, QT_TR_NOOP("the file is far too large for a replay"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or QT_TR_NOOP("its name is not valid")
        return damaged(
            ReplayRecord(file=file, source=source),
            messages.UNREADABLE.format(reason=reason),
        )
    return record_of(record, data)


def record_of(record: ReplayRecord, data: bytes) -> ReplayRecord:
    """Return a record with the header of its file's content."""
    import msgspec

    try:
        replay = read_replay(data)
    except ReplayError as problem:
        return damaged(record, str(problem))
    info = replay.score_info
    counts = header_counts(replay)
    found = accuracy_of(replay, counts)
    mods = tuple(replay.mods if info is not None else mods_from_bits(replay.mod_bits))
    grade = info.rank if info is not None and info.rank else grade_of(replay, counts, found)
    online = (info.online_id or 0) if info is not None else 0
    return msgspec.structs.replace(
        record,
        player=replay.username[:_LONGEST_NAME],
        beatmap_md5=replay.beatmap_hash.lower()[:64],
        replay_md5=replay.replay_hash.lower()[:64],
        ruleset_id=replay.mode.number,
        mods=mods,
        counts=counts,
        score=replay.score,
        accuracy=found,
        grade="" if grade is None else grade.value,
        max_combo=replay.max_combo,
        is_perfect=replay.perfect,
        date=replay.timestamp,
        game_version=replay.game_version,
        is_lazer=replay.is_lazer,
        score_id=max(online, 0),
        legacy_id=max(replay.replay_id, 0),
    )


def damaged(record: ReplayRecord, problem: str) -> ReplayRecord:
    """Return a record of a file that cannot be read; `problem` is a sentence or a part of one."""
    import msgspec

    sentence = f"{problem[:1].upper()}{problem[1:]}".rstrip(".") + "."
    return msgspec.structs.replace(record, problem=sentence, state=FigureState.NOT_JUDGED)


def analysed(record: ReplayRecord, data: bytes, beatmap_file: bytes) -> ReplayRecord:
    """Return a record with figures and titles.

    Args:
        record: the record of the file.
        data: the file's content.
        beatmap_file: content of its beatmap file.
    """
    import msgspec

    from osubrowser.analysis.beatmap import BeatmapError
    from osubrowser.analysis.beatmap_reader import read_beatmap
    from osubrowser.analysis.report import analyse_replay

    try:
        replay = read_replay(data)
        beatmap = read_beatmap(beatmap_file)
    except ReplayError as problem:
        return damaged(record, str(problem))
    except BeatmapError as problem:
        note = messages.NO_BEATMAP.format(problem=problem)
        return msgspec.structs.replace(record, state=FigureState.NOT_JUDGED, note=note)
    try:
        outcome = analyse_replay(replay, beatmap, beatmap_file)
    except ReplayError as problem:  # of its frames, which are packed by themselves
        return damaged(record, str(problem))
    found = outcome.analysis
    figures = ReplayFigures(
        stars=outcome.figures.stars,
        pp=outcome.figures.pp,
        formula=outcome.figures.formula,
    )
    if found is not None:
        figures = msgspec.structs.replace(
            figures,
            unstable_rate=found.unstable_rate,
            unstable_rate_raw=found.unstable_rate_raw,
            mean_error_ms=found.mean_error_ms,
            misses=sum(count for name, count in found.counts.items() if name.endswith("miss")),
            slider_breaks=found.slider_breaks,
            miss_positions=_packed(found.misses[:MOST_MISSES]),
            miss_times=_packed_times(found)[:MOST_MISSES],
            agrees=_agrees(found),
        )
    return msgspec.structs.replace(
        record,
        beatmap=title_of(beatmap),
        figures=figures,
        state=FigureState.NOT_JUDGED if found is None else FigureState.READY,
        note=outcome.note,
    )


def title_of(beatmap: Beatmap) -> BeatmapTitle:
    """Return the titles in a beatmap file."""
    return BeatmapTitle(
        artist=beatmap.artist,
        title=beatmap.title,
        artist_original=beatmap.artist_original,
        title_original=beatmap.title_original,
        difficulty=beatmap.difficulty,
        creator=beatmap.creator,
        beatmap_id=max(beatmap.beatmap_id, 0),
        beatmapset_id=max(beatmap.beatmapset_id, 0),
    )


def accuracy_of(replay: Replay, counts: Mapping[str, int]) -> float | None:
    """Return the accuracy of a replay, 0 to 1; None without hits."""
    info = replay.score_info
    if info is not None and info.maximum_statistics:
        most = _earned(replay.mode, info.maximum_statistics)
        if most > 0:
            return min(_earned(replay.mode, info.statistics) / most, 1.0)
    return accuracy(replay.mode, counts) if any(counts.values()) else None


def grade_of(replay: Replay, counts: Mapping[str, int], accuracy: float | None) -> Grade | None:
    """Return the grade of a stable play by its hit results; None without hits."""
    if accuracy is None:
        return None
    judged, misses = sum(counts.values()), counts["miss"]
    steps = ((1.0, Grade.SS), (0.95, Grade.S), (0.9, Grade.A), (0.8, Grade.B), (0.7, Grade.C))
    if replay.mode == GameMode.CATCH:
        steps = ((1.0, Grade.SS), (0.98, Grade.S), (0.94, Grade.A), (0.9, Grade.B), (0.85, Grade.C))
    if replay.mode in (GameMode.CATCH, GameMode.MANIA):
        grade = next((g for least, g in steps if accuracy > least or accuracy == 1.0), Grade.D)
    else:
        great = counts["great"] / judged
        few_meh = counts.get("meh", 0) / judged <= 0.01
        if great == 1.0:
            grade = Grade.SS
        elif great > 0.9 and few_meh and misses == 0:
            grade = Grade.S
        elif (great > 0.8 and misses == 0) or great > 0.9:
            grade = Grade.A
        elif (great > 0.7 and misses == 0) or great > 0.8:
            grade = Grade.B
        else:
            grade = Grade.C if great > 0.6 else Grade.D
    acronyms = {mod.acronym for mod in replay.mods}
    if acronyms & {"HD", "FL", "FI"}:
        return {Grade.SS: Grade.SSH, Grade.S: Grade.SH}.get(grade, grade)
    return grade


def _earned(mode: GameMode, statistics: Mapping[str, int]) -> int:
    scores = {**_BASE_SCORES, **_OTHER_BASE_SCORES.get(mode, {})}
    return sum(scores.get(name, 0) * max(count, 0) for name, count in statistics.items())


def _agrees(found: Analysis) -> bool:
    return all(found.counts.get(name, 0) == n for name, n in found.header_counts.items())


def _packed(misses: tuple[JudgedPart, ...]) -> bytes:
    """Return the positions of misses, two bytes each: see `ReplayFigures.miss_positions`."""
    return bytes(
        min(max(round(value / 2), 0), 255) for miss in misses for value in (miss.x, miss.y)
    )


def _packed_times(found: Analysis) -> bytes:
    """Return when misses happened, a byte each: see `ReplayFigures.miss_times`."""
    times = [part.object_time for part in found.parts]
    if not times:
        return b""
    first, length = min(times), max(max(times) - min(times), 1.0)
    return bytes(
        min(max(round(255 * (miss.object_time - first) / length), 0), 255) for miss in found.misses
    )
