"""Sounds: what decodes, what is cut, and what has a sentence instead."""

from __future__ import annotations

import io
import sys
import wave
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osubrowser.demo.art import previews
from osubrowser.services.audio import sound
from osubrowser.services.audio.sound import (
    CHANNELS,
    RATE,
    NoSoundLibrary,
    SoundFailed,
    decode,
)

PREVIEW = previews.preview("1", 180)


def wav(seconds: float, *, rate: int = 8000, level: int = 1000) -> bytes:
    """Return a WAV file of one tone."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        count = round(seconds * rate)
        writer.writeframes(array("h", (level, level, -level, -level) * (count // 4)).tobytes())
    return file.getvalue()


def test_a_preview_of_the_demo_is_ten_seconds_of_sound() -> None:
    decoded = decode(PREVIEW)
    assert decoded.seconds == pytest.approx(previews.SECONDS, abs=0.1)
    assert max(decoded.samples) > 1000
    assert decoded.frames * CHANNELS == len(decoded.samples)


def test_other_rates_and_one_channel_become_what_the_device_is_opened_with() -> None:
    decoded = decode(wav(0.5))
    assert decoded.seconds == pytest.approx(0.5, abs=0.01)
    assert decoded.samples[0::2] == decoded.samples[1::2]


def test_what_is_there_of_a_cut_file_is_played() -> None:
    assert decode(PREVIEW[: len(PREVIEW) // 2]).seconds == pytest.approx(5, abs=0.2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>maintenance</html>" * 50,
        b"\0" * 5000,
        PREVIEW[:100],
        b"RIFF\xff\xff\xff\xffWAVE" + b"a" * 500,
        b"OggS" + b"\0" * 500,
        b"fLaC" + b"\xff" * 500,
    ],
)
def test_what_is_no_sound_has_a_sentence(data: bytes) -> None:
    with pytest.raises(SoundFailed, match="damaged"):
        decode(data)


def test_a_file_that_unpacks_to_hours_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "LONGEST", 2)
    decoded = decode(wav(600, rate=1000))
    assert decoded.seconds == 2


@given(st.binary(max_size=40), st.integers(0, len(PREVIEW)), st.integers(0, 3000))
def test_damage_ends_in_sound_or_in_a_sentence(junk: bytes, at: int, gone: int) -> None:
    data = PREVIEW[:at] + junk + PREVIEW[at + gone :]
    try:
        decoded = decode(data[:6000])
    except SoundFailed as failure:
        assert failure.text.endswith(".")
    else:
        assert 0 < decoded.frames <= sound.LONGEST * RATE


def test_without_the_library_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(NoSoundLibrary, match="miniaudio is not installed"):
        decode(PREVIEW)
