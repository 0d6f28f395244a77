"""Mixer: fades without clicks, volume, and one voice at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osubrowser.services.audio.mixer import FADE, Mixer
from osubrowser.services.audio.sound import CHANNELS, RATE, Sound

LEVEL = 20_000
STEP = LEVEL // FADE + 3
"""Largest step between two frames of a constant sound that is faded."""


def constant(seconds: float, level: int = LEVEL) -> Sound:
    """Return a sound whose every step is one of the mixer."""
    return Sound(array("h", [level]) * (round(seconds * RATE) * CHANNELS))


def mixer(volume: int = 100) -> Mixer:
    made = Mixer()
    made.set_volume(volume)
    return made


def left(samples: bytes | array[int]) -> array[int]:
    """Return the samples of the left channel."""
    both = array("h")
    both.frombytes(bytes(samples))
    assert both[0::CHANNELS] == both[1::CHANNELS]
    return both[0::CHANNELS]


def heard(made: Mixer, frames: int = 2205, *, of: Callable[[int], None] | None = None) -> list[int]:
    """Return all that is heard until the mixer is silent."""
    found: list[int] = []
    period = 0
    while not made.silent.is_set():
        if of is not None:
            of(period)
        samples = made.mix(frames)
        assert len(left(samples)) == frames
        found += left(samples)
        period += 1
    return found


def assert_no_click(samples: list[int]) -> None:
    before = 0
    for sample in [*samples, 0]:
        assert abs(sample - before) <= STEP
        before = sample


@pytest.mark.parametrize("frames", [1, 100, 441, 2205, 50_000])
def test_a_sound_begins_and_ends_without_a_click(frames: int) -> None:
    made = mixer()
    voice = made.play(constant(0.2))
    samples = heard(made, frames)
    assert_no_click(samples)
    assert max(samples) == LEVEL
    assert voice.is_finished
    assert voice.position == voice.sound.frames


def test_a_sound_at_full_volume_is_unchanged_between_the_fades() -> None:
    made = mixer()
    sound = Sound(array("h", [one for one in range(-7500, 7500) for _ in range(CHANNELS)]))
    made.play(sound)
    samples = heard(made)
    assert samples[FADE : 15_000 - FADE] == list(sound.samples[0::2])[FADE : 15_000 - FADE]


def test_a_stop_is_a_fade_and_then_silence() -> None:
    made = mixer()
    voice = made.play(constant(5))

    def stop(period: int) -> None:
        if period == 10:
            made.fade_out()

    samples = heard(made, of=stop)
    assert_no_click(samples)
    assert voice.is_finished
    assert 10 * 2205 < sum(1 for one in samples if one) <= 10 * 2205 + FADE + 1
    assert not any(made.mix(100))


def test_the_next_sound_comes_after_the_fade_of_the_first() -> None:
    made = mixer()
    first = made.play(constant(5))
    made.mix(4000)
    second = made.play(constant(0.5, 10_000))
    samples = heard(made)
    assert first.is_finished
    assert second.is_finished
    assert second.position == second.sound.frames
    quiet = samples.index(0)
    assert quiet <= FADE + 1
    assert max(samples[quiet:]) == 10_000


def test_a_sound_that_is_replaced_before_it_was_heard_is_never_heard() -> None:
    made = mixer()
    made.play(constant(1, 30_000))
    second = made.play(constant(0.2, 5000))
    assert max(heard(made)) == 5000
    assert second.is_finished


@pytest.mark.parametrize(("volume", "level"), [(0, 0), (50, LEVEL // 4), (100, LEVEL)])
def test_the_volume_scales_what_is_heard(volume: int, level: int) -> None:
    made = mixer(volume)
    made.play(constant(0.3))
    assert max(heard(made)) == pytest.approx(level, abs=2)


def test_a_new_volume_is_a_fade() -> None:
    made = mixer(100)
    made.play(constant(1))

    def turn(period: int) -> None:
        if period in (5, 10):
            made.set_volume(20 if period == 5 else 80)

    samples = heard(made, of=turn)
    assert_no_click(samples)
    assert samples[9 * 2205] == pytest.approx(LEVEL * 0.04, abs=2)
    assert samples[15 * 2205] == pytest.approx(LEVEL * 0.64, abs=2)


def test_a_silent_sound_ends_in_its_time() -> None:
    made = mixer(0)
    voice = made.play(constant(0.5))
    samples = heard(made, 441)
    assert set(samples) == {0}
    assert voice.position == voice.sound.frames
    assert len(samples) == pytest.approx(voice.sound.frames, abs=441)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(["play", "stop", "quiet", "loud", "mix"]), st.integers(1, 5000)),
        max_size=30,
    )
)
def test_whatever_is_done_there_is_no_click(steps: list[tuple[str, int]]) -> None:
    made = mixer(70)
    samples: list[int] = []
    for what, number in steps:
        if what == "play":
            made.play(constant(number / 20_000))
        elif what == "stop":
            made.fade_out()
        elif what == "quiet":
            made.set_volume(number % 40)
        elif what == "loud":
            made.set_volume(100)
        samples += left(made.mix(number))
    samples += heard(made)
    assert_no_click(samples)
