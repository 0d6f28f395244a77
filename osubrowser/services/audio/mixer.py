"""Mixer of one voice: what the sound device plays next, with volume and fades."""

from __future__ import annotations

from array import array
from threading import Event
from typing import TYPE_CHECKING, Final

from osubrowser.services.audio.sound import CHANNELS, RATE

if TYPE_CHECKING:
    from collections.abc import Generator

    from osubrowser.services.audio.sound import Sound

FADE: Final = RATE // 25
"""Frames of a fade from silence to full volume: 40 ms."""
_SHIFT: Final = 15
FULL: Final = 1 << _SHIFT
"""Gain at which samples are unchanged."""
_STEP: Final = -(-FULL // FADE)
"""Change of the gain from one frame to the next, so that a whole fade takes at most `FADE`."""


class Voice:
    """Sound that is played once.

    Attributes:
        sound: the sound.
        position: frames that the device has been given; written by the audio thread.
        is_finished: whether it ended or was faded out; written by the audio thread.
    """

    def __init__(self, sound: Sound) -> None:
        self.sound = sound
        self.position = 0
        self.is_finished = False


class Mixer:
    """Source of samples for a sound device.

    The audio thread calls `mix`, all other methods are for the GUI thread. They share single
    attributes, each of which has one writer: no locks, which could hold up either of them.

    Attributes:
        silent: set while nothing is audible.
    """

    def __init__(self) -> None:
        self.silent = Event()
        self.silent.set()
        self._wanted: Voice | None = None
        self._target = FULL
        # Of the audio thread:
        self._playing: Voice | None = None
        self._gain = 0

    def play(self, sound: Sound) -> Voice:
        """Play a sound from its start, after a short fade-out of the one before."""
        voice = Voice(sound)
        self.silent.clear()
        self._wanted = voice
        return voice

    def fade_out(self) -> None:
        """Fade out what is played."""
        self._wanted = None

    def set_volume(self, percent: int) -> None:
        """Set the volume: 0 is silence, 100 the sound as it is. A change is a short fade."""
        # Loudness is about the square of the amplitude, to the ear.
        self._target = round(FULL * (min(100, max(0, percent)) / 100) ** 2)

    def stream(self) -> Generator[bytes | array[int], int, None]:
        """Return a started generator: `send(frames)` returns as many frames."""
        generator = self._stream()
        next(generator)
        return generator

    def _stream(self) -> Generator[bytes | array[int], int, None]:
        frames = yield b""
        while True:
            frames = yield self.mix(frames)

    def mix(self, frames: int) -> bytes | array[int]:
        """Return the next frames, as interleaved 16-bit samples."""
        mixed: array[int] = array("h")
        while len(mixed) < frames * CHANNELS:
            part = self._part(frames - len(mixed) // CHANNELS)
            if part is None:
                self.silent.set()
                return mixed.tobytes() + bytes((frames * CHANNELS - len(mixed)) * mixed.itemsize)
            mixed.extend(part)
        return mixed

    def _part(self, frames: int) -> array[int] | None:
        """Return up to `frames` frames of one voice; None for silence."""
        wanted = self._wanted
        if self._playing is None:
            if wanted is None or wanted.is_finished:
                return None
            self._playing, self._gain = wanted, 0
        voice = self._playing
        left = voice.sound.frames - voice.position
        if wanted is voice and left > FADE:
            target, frames = self._target, min(frames, left - FADE)
        else:
            target, frames = 0, min(frames, left)
        start = voice.position * CHANNELS
        part = self._scaled(voice.sound.samples[start : start + frames * CHANNELS], target)
        voice.position += len(part) // CHANNELS
        is_faded = wanted is not voice and self._gain == target
        if is_faded or voice.position >= voice.sound.frames:
            voice.is_finished = True
            self._playing = None
        return part

    def _scaled(self, samples: array[int], target: int) -> array[int]:
        """Return samples at the current gain, which moves towards `target`.

        A fade to silence ends with the returned samples: what follows would be nothing.
        """
        gain = self._gain
        if gain == target:
            if gain == FULL:
                return samples
            return array("h", [sample * gain >> _SHIFT for sample in samples])
        step = _STEP if target > gain else -_STEP
        scaled: array[int] = array("h")
        for at in range(0, len(samples), CHANNELS):
            gain = min(target, gain + step) if step > 0 else max(target, gain + step)
            for sample in samples[at : at + CHANNELS]:
                scaled.append(sample * gain >> _SHIFT)
            if gain == target:
                rest = samples[at + CHANNELS :] if target else ()
                scaled.extend(
                    rest if target == FULL else [sample * gain >> _SHIFT for sample in rest]
                )
                break
        self._gain = gain
        return scaled
