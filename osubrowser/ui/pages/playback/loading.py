"""Loading of replays and their beatmap for a playback: functions for workers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osubrowser.analysis.beatmap import BeatmapError
from osubrowser.analysis.beatmap_reader import read_beatmap
from osubrowser.api.replays import ReplayError
from osubrowser.models.replays.scene import read_track
from osubrowser.services.runtime.failures import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from osubrowser.analysis.beatmap import Beatmap
    from osubrowser.models.replays.scene import ReplayTrack

LARGEST_REPLAY: Final = 64 << 20
"""Bytes of a replay file; hours of play have 5 MB."""
LARGEST_BEATMAP: Final = 32 << 20


class Unreadable(Failure):
    """File that cannot be read; the text is a sentence with its name."""


@dataclass(frozen=True, slots=True)
class BeatmapData:
    """Beatmap file.

    Attributes:
        data: its bytes.
        md5: of them, in hex.
        beatmap: what was read from them.
    """

    data: bytes
    md5: str
    beatmap: Beatmap


@dataclass(frozen=True, slots=True)
class BeatmapSources:
    """Where beatmap files come from. The functions block, for workers.

    Attributes:
        find: returns the bytes of a beatmap file of this computer by its MD5; None for none.
        fetch: returns the bytes of a beatmap file from osu! by the MD5 that was played; they may
            be those of another version; None if osu! has none. Raises OsuError. None where there
            is nothing to ask.
    """

    find: Callable[[str], bytes | None]
    fetch: Callable[[str], bytes | None] | None = None


@dataclass(frozen=True, slots=True)
class LoadedReplay:
    """Replay file that was read.

    Attributes:
        data: its bytes.
        track: what is shown of it.
        stamp: size and time of change of the file.
    """

    data: bytes
    track: ReplayTrack
    stamp: tuple[int, int]


def stamp_of(path: str) -> tuple[int, int]:
    """Return size and time of change of a file; (-1, -1) if there is none."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return -1, -1
    return found.st_size, found.st_mtime_ns


def load_replay(path: str) -> LoadedReplay:
    """Return the replay in a file.

    Raises:
        Unreadable: with a sentence.
    """
    stamp = stamp_of(path)
    data = _read(path, LARGEST_REPLAY, "replay")
    try:
        track = read_track(data, path)
    except ReplayError as error:
        raise Unreadable(
            f"“{Path(path).name}” cannot be shown: {error}.", "The file is damaged."
        ) from error
    return LoadedReplay(data, track, stamp)


def load_beatmap(path: str) -> BeatmapData:
    """Return the beatmap in a file.

    Raises:
        Unreadable: with a sentence.
    """
    try:
        return beatmap_of(_read(path, LARGEST_BEATMAP, "beatmap"))
    except Unreadable:
        raise
    except BeatmapError as error:
        raise Unreadable(f"“{Path(path).name}” is no beatmap: {error}.") from error


def beatmap_of(data: bytes) -> BeatmapData:
    """Return the beatmap in the bytes of a file.

    Raises:
        BeatmapError: with a sentence.
    """
    md5 = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return BeatmapData(data, md5, read_beatmap(data))


def _read(path: str, most: int, kind: str) -> bytes:
    name = Path(path).name
    try:
        file = Path(path)
        if not file.is_file():
            raise Unreadable(f"There is no file “{name}” any more.", path)
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise Unreadable(
            f"“{name}” cannot be read.", f"The system says: {error.strerror or error}."
        ) from error
    if len(data) > most:
        raise Unreadable(f"“{name}” is larger than a {kind} can be ({most >> 20} MB).")
    return data
