"""Judgement of taiko replays, in stable and lazer: notes by timing and colour."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from osubrowser.analysis.beatmap import ObjectKind
from osubrowser.analysis.figures import (
    PartResult,
    analysis_of,
    check_playable,
    failed_press,
    free_presses,
    steps,
)
from osubrowser.analysis.hit_windows import hit_windows, judge_offset
from osubrowser.analysis.playable_frames import playable_frames
from osubrowser.analysis.result import Analysis, HitWindow, Judgement, NotJudged, Part
from osubrowser.api.entities.modes import GameMode

if TYPE_CHECKING:
    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.analysis.playable_frames import PlayedFrame
    from osubrowser.api.replays import Replay

CENTRE_KEYS: Final = (1, 4)
"""Bits of the keys of the drum's centre in a frame."""
RIM_KEYS: Final = (2, 8)
"""Bits of the keys of the drum's rim in a frame."""
SECOND_HIT_MS: Final = 30
"""How long after the first key the second key of a big note may follow."""

_FINISH: Final = 4
_RIM_SOUNDS: Final = 2 | 8  # whistle, clap
_PROGRESS_STEP: Final = 4096
_REFUSED: Final = {
    "RX": "Relax presses the keys itself: its replays are not judged.",
    "RD": "Random changes the colours of the notes: its replays are not judged.",
    "SR": "Simplified Rhythm makes other notes: its replays are not judged.",
    "SG": "Single Tap ignores some of the keys: its replays are not judged.",
    "AS": "Adaptive Speed changes the speed as it goes: its replays are not judged.",
}


class TaikoNote(NamedTuple):
    """Note of a taiko beatmap; drum rolls and swells are no notes."""

    number: int
    time: float
    is_rim: bool
    is_big: bool


class _Press(NamedTuple):
    time: float
    key: int

    @property
    def is_rim(self) -> bool:
        return self.key in RIM_KEYS


def judge(
    beatmap: Beatmap,
    replay: Replay,
    *,
    progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Analysis:
    """Judge a taiko replay on its beatmap, by the rules of the game that it was played in.

    Drum rolls and swells give points alone: they are in no count.

    Args:
        progress: called now and then with the part that is done, 0 to 1.
        is_cancelled: asked now and then whether to stop.

    Raises:
        NotJudged: the replay or beatmap has no judgement; its text is a sentence for people.
        JudgementCancelled: `is_cancelled` returned true.
        ReplayError: the frames cannot be decompressed.
    """
    check_playable(beatmap, replay, mode=GameMode.TAIKO, name="taiko", refused=_REFUSED)
    frames = playable_frames(replay, beatmap)
    if not frames:
        raise NotJudged("The replay has no frames: there is nothing to judge.")
    step = steps(progress, is_cancelled)
    is_swapped = any(mod.acronym == "SW" for mod in replay.mods)
    notes = taiko_notes(beatmap, is_swapped=is_swapped)
    if not notes:
        raise NotJudged("The beatmap has no notes: there is nothing to judge.")
    windows = hit_windows(
        GameMode.TAIKO, beatmap.overall_difficulty, replay.mods, is_lazer=replay.is_lazer
    )
    presses = _presses(frames)
    play = _Play(notes, windows, is_lazer=replay.is_lazer)
    for number, press in enumerate(presses):
        if number % _PROGRESS_STEP == 0:
            step(number / len(presses))
        play.press(press)
    play.expire(math.inf)
    free = free_presses((press.time for press in presses), play.used)
    for result in play.results:
        if result.judgement is Judgement.MISS and result.press_time is None:
            result.press_time = failed_press(result.object_time, free)
    return analysis_of(beatmap, replay, play.results, last_frame=frames[-1].time)


def taiko_notes(beatmap: Beatmap, *, is_swapped: bool = False) -> list[TaikoNote]:
    """Return the notes of a taiko beatmap in order of time.

    Args:
        is_swapped: whether the colours are, by the mod Swap.
    """
    notes = [
        TaikoNote(
            thing.index,
            thing.time,
            bool(thing.sounds & _RIM_SOUNDS) is not is_swapped,
            bool(thing.sounds & _FINISH),
        )
        for thing in beatmap.hit_objects
        if thing.kind is ObjectKind.CIRCLE
    ]
    return sorted(notes, key=lambda note: note.time)


def _presses(frames: Sequence[PlayedFrame]) -> list[_Press]:
    presses, last = [], 0
    for frame in frames:
        pressed = frame.keys & ~last
        if pressed:
            presses += [
                _Press(frame.time, key) for key in (*CENTRE_KEYS, *RIM_KEYS) if pressed & key
            ]
        last = frame.keys
    return presses


class _Play:
    """Play of taiko: its notes in order, and what was judged of them."""

    def __init__(
        self, notes: Sequence[TaikoNote], windows: Sequence[HitWindow], *, is_lazer: bool
    ) -> None:
        self.results: list[PartResult] = []
        self.used: set[float] = set()
        self._notes = notes
        self._windows = windows
        limits = {window.judgement: window.milliseconds for window in windows}
        self._ok, self._miss = limits[Judgement.OK], limits[Judgement.MISS]
        # Stable waits until a press can no longer miss the note, lazer until none can hit it.
        self._late = self._ok if is_lazer else self._miss
        self._is_lazer = is_lazer
        self._at = 0
        self._big: _Press | None = None

    def press(self, press: _Press) -> None:
        """Judge a press."""
        self.expire(press.time)
        big = self._big
        if big is not None and press.time - big.time <= SECOND_HIT_MS:
            if press.is_rim == big.is_rim and press.key != big.key:
                self._big = None
                return
        else:
            self._big = None
        if self._at >= len(self._notes):
            return
        note = self._notes[self._at]
        offset = press.time - note.time
        judgement = judge_offset(self._windows, offset)
        if judgement is None:
            return
        if press.is_rim is not note.is_rim:
            # A press of the wrong colour that is too late to hit does nothing in stable.
            if not self._is_lazer and offset > self._ok:
                return
            judgement = Judgement.MISS
        self._add(note, judgement, press.time, press)
        if note.is_big and judgement is not Judgement.MISS:
            self._big = press

    def expire(self, time: float) -> None:
        """Miss the notes that are too late to be judged by a press at `time`."""
        while self._at < len(self._notes):
            note = self._notes[self._at]
            if time <= note.time + self._late:
                return
            self._add(note, Judgement.MISS, note.time + self._late, None)

    def _add(
        self, note: TaikoNote, judgement: Judgement, time: float, press: _Press | None
    ) -> None:
        is_hit = judgement is not Judgement.MISS
        if press is not None and is_hit:
            self.used.add(press.time)
        self.results.append(
            PartResult(
                index=note.number,
                part=Part.NOTE,
                judgement=judgement,
                object_time=note.time,
                time=time,
                count=judgement.value,
                raises_combo=is_hit,
                error=None if press is None else press.time - note.time,
                in_unstable_rate=is_hit,
                press_time=None if press is None or is_hit else press.time,
            )
        )
        self._at += 1
