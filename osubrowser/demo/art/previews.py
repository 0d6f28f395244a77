"""Preview sound generator: ten seconds of chimes, encoded as MP3.

An MP3 frame holds two granules of 576 frequency lines. A line that is set in every granule, with
the signs that a steady wave has, sounds as a steady tone; so a melody needs no audio to encode.
"""

from __future__ import annotations

from osubrowser.demo.world.draws import Stream

SECONDS = 10
"""How long a preview is."""

_RATE, _GRANULE = 44_100, 576
_HEADER = bytes((0xFF, 0xFB, 0x30, 0xC4))
"""MPEG-1 layer III, no checksum, 48 kbit/s, 44.1 kHz, no padding; mono, original."""
_FRAME = 144 * 48_000 // _RATE
_SCALE = (22, 25, 28, 33, 37, 45)
"""Lines in the relations of a pentatonic scale: a line is (n + 1/2) * 38.28 Hz."""
_BASS = (5, 6, 7, 10)
_LOUD = 200
_BEATS_PER_BAR = 4

# The first table of codes that MP3 has for pairs of lines that are 0 or 1, without their signs.
_CODES = {(0, 0): "1", (0, 1): "001", (1, 0): "01", (1, 1): "000"}


def preview(key: str, bpm: float) -> bytes:
    """Return the preview of a song: for the same text and tempo always the same.

    Args:
        bpm: beats a minute; a note takes half a beat.
    """
    stream = Stream(f"preview/{key}")
    granules = SECONDS * _RATE // _GRANULE
    length = max(8, round(30 / max(bpm, 40) * _RATE / _GRANULE))
    melody, bass, place = 0, stream.pick(_BASS), 2
    frames, pending = bytearray(), list[tuple[int, str, int]]()
    for number in range(granules - granules % 2):
        note, age = divmod(number, length)
        if age == 0:
            if note % (2 * _BEATS_PER_BAR) == 0:
                bass = stream.pick(_BASS)
            place = max(0, min(len(_SCALE) - 1, place + stream.between(-2, 2)))
            melody = 0 if stream.chance(0.15) else _SCALE[place]
        lines = {line for line in (melody, bass) if line}
        gain = _LOUD - min(age, 2 * length) // 2
        pending.append((gain, *_granule(number, lines)))
        if len(pending) == 2:
            frames += _frame(pending)
            pending = []
    return bytes(frames)


def _granule(number: int, lines: set[int]) -> tuple[str, int]:
    """Return the coded lines of a granule as bits, and the number of pairs."""
    pairs = (max(lines) + 2) // 2
    bits = []
    for pair in range(pairs):
        both = (2 * pair, 2 * pair + 1)
        bits.append(_CODES[both[0] in lines, both[1] in lines])
        bits += [_sign(number, line) for line in both if line in lines]
    return "".join(bits), pairs


def _sign(number: int, line: int) -> str:
    """Return the sign of a steady tone's line in a granule: its phase moves on by a quarter."""
    return "0110"[number % 4] if line % 2 == 0 else "0011"[number % 4]


def _frame(granules: list[tuple[int, str, int]]) -> bytes:
    """Return a frame of two granules: header, side information, codes, and zeros to its end."""
    side = ["0" * 9, "0" * 5, "0" * 4]
    for gain, bits, pairs in granules:
        # Its length, pairs, loudness; no scale factors; one window; table 1 in all three regions.
        side += [f"{len(bits):012b}", f"{pairs:09b}", f"{gain:08b}", "0000", "0"]
        side += ["00001" * 3, "0000", "000", "0", "0", "0"]
    text = "".join(side) + "".join(bits for _, bits, _ in granules)
    size = _FRAME - len(_HEADER)
    return _HEADER + int(text.ljust(size * 8, "0"), 2).to_bytes(size, "big")
