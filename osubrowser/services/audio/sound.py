"""Decoding of short sounds (MP3, Ogg Vorbis, WAV, FLAC) with miniaudio, bounded in length."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Final

from osubrowser.services.runtime.failures import Failure
from osubrowser.services.text.translation import tr

RATE: Final = 44_100
"""Frames a second of decoded sounds."""
CHANNELS: Final = 2
LONGEST: Final = 120
"""Length in seconds at which a sound is cut: a small file could unpack to hours."""
_AT_ONCE: Final = 16_384  # frames


class SoundFailed(Failure):
    """Sound that cannot be played, with a sentence for the user.

    Attributes:
        lasting: whether an early retry would fail as well.
    """

    def __init__(self, text: str, hint: str = "", *, lasting: bool = False) -> None:
        super().__init__(text, hint)
        self.lasting = lasting


class NoSoundLibrary(SoundFailed):
    """Sound without miniaudio, which has no build for this system."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Decoded sound.

    Attributes:
        samples: signed 16-bit samples at `RATE`, `CHANNELS` to a frame.
    """

    samples: array[int]

    @property
    def frames(self) -> int:
        """Length in frames."""
        return len(self.samples) // CHANNELS

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.frames / RATE


def decode(data: bytes) -> Sound:
    """Decode a sound file; blocks, for a worker.

    Args:
        data: the whole file. What is missing at its end is missing from the sound.

    Raises:
        SoundFailed: this is no sound, or nothing of it can be decoded.
        NoSoundLibrary: miniaudio is not installed.
    """
    try:
        import miniaudio
    except ImportError as error:
        raise NoSoundLibrary(
            tr("Sounds cannot be played on this system: miniaudio is not installed."), lasting=True
        ) from error
    samples = array("h")
    try:
        parts = miniaudio.stream_memory(
            data, miniaudio.SampleFormat.SIGNED16, CHANNELS, RATE, frames_to_read=_AT_ONCE
        )
        for part in parts:
            samples.extend(part)
            if len(samples) >= LONGEST * RATE * CHANNELS:
                del samples[LONGEST * RATE * CHANNELS :]
                break
        parts.close()
    except miniaudio.MiniaudioError:
        # What came before the damage is played.
        if not samples:
            raise SoundFailed(
                tr("This preview is damaged: it cannot be played."), lasting=True
            ) from None
    if not samples:
        raise SoundFailed(tr("This preview is empty: there is nothing to play."), lasting=True)
    return Sound(samples)
